"""A request and its answer on the way between two threads: pieces of Python, never an object of Qt."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import Union
from urllib.parse import urlsplit

import requests

_AHEAD = 1 << 20  # bytes of an answer that may wait to be taken


@dataclass(frozen=True)
class Beginning:
    """How a server answers, before what it says."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]


News = Union[Beginning, bytes, Exception, None]  # None: the answer is whole


class Transfer:
    """A request and its answer, between the thread that waits and the one in which Qt works.

    Parameters
    ----------
    request : requests.PreparedRequest
    authcfg : str
        Id of an authentication configuration of QGIS; empty for none.
    idle_s : float
        Seconds of silence after which the connection counts as broken.
    """

    def __init__(self, request: requests.PreparedRequest, authcfg: str, idle_s: float) -> None:
        self.request = request
        self.authcfg = authcfg
        self.idle_s = idle_s
        self.host = urlsplit(request.url or "").netloc
        self.is_given_up = False
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._waiting = 0

    def take(self) -> Beginning | bytes | None:
        """Wait for the next news.

        Raises
        ------
        requests.RequestException
            What went wrong; also once the transfer is given up.
        """
        news = self._news.get()
        if isinstance(news, Exception):
            raise news
        if isinstance(news, bytes):
            with self._lock:
                self._waiting -= len(news)
        return news

    def give_up(self) -> None:
        """Want no more of it; who waits is told at once."""
        self.is_given_up = True
        self._news.put(requests.ConnectionError("canceled"))

    def hand(self, news: News) -> None:
        """Hand over what came in."""
        if isinstance(news, bytes):
            with self._lock:
                self._waiting += len(news)
        self._news.put(news)

    @property
    def room(self) -> int:
        """Bytes that may be handed over before some are taken."""
        with self._lock:
            return _AHEAD - self._waiting
