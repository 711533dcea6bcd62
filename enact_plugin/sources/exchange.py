"""One request and its answer, carried by a thread of its own, so that who waits can leave at any time.

A blocking transport cannot be asked to look at the cancel button or at the clock. So it works in a thread that hands
over what comes in, through a queue that holds little; who waits looks up every few hundredths of a second.
"""

from __future__ import annotations

import math
import queue
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Callable

import requests

from .carriers import carry
from .unpacking import PACKED, Unpacking
from .wire import Wire, take

CHUNK = 1 << 16
_AHEAD = 16  # chunks that may wait to be taken
_LOOK_S = 0.02  # between two looks at the cancel button
_DIGITS = 18  # of a number in a header
_LEAVE_S = 0.5  # how long to wait for the thread after its wire was cut


@dataclass(frozen=True)
class Head:
    """How a server answers, before what it says.

    Attributes
    ----------
    status : int
    headers : mapping
        Names in any case.
    url : str
        The address asked.
    """

    status: int
    headers: Mapping[str, str]
    url: str


class _NobodyWaits(Exception):
    """The wire was cut while a chunk waited to be taken."""


class Exchange:
    """One request, without redirects and repetitions.

    Parameters
    ----------
    session : requests.Session
    request : requests.PreparedRequest
    timeout : (float, float)
        Seconds to connect, and seconds of silence after which the transport gives up.
    check : callable
        Called while waiting; raises to leave.
    """

    def __init__(
        self,
        session: requests.Session,
        request: requests.PreparedRequest,
        timeout: tuple[float, float],
        check: Callable[[], None],
    ) -> None:
        self._session = session
        self._request = request
        self._timeout = timeout
        self._check = check
        self._events: queue.Queue[Any] = queue.Queue(_AHEAD)
        self._wire = Wire()
        self._breathe = breather(session, request.url or "")
        self._done = threading.Event()

    def __enter__(self) -> Exchange:
        self._done = carry(self._carry)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wire.cut()
        # a transport that is still connecting ends by its own time-out; nobody waits for it
        self._done.wait(_LEAVE_S)

    def head(self) -> Head:
        """Wait for the beginning of the answer.

        Raises
        ------
        requests.RequestException
            As the transport.
        """
        head = self._next()
        if not isinstance(head, Head):
            raise requests.ConnectionError("no answer")
        return head

    def chunks(self) -> Iterator[bytes]:
        """Yield the answer piece by piece, decompressed where it was for the way only.

        Raises
        ------
        requests.RequestException
            As the transport; also when less arrived than was promised.
        """
        while True:
            chunk = self._next()
            if chunk is None:
                return
            yield chunk

    def beginning(self, most_bytes: int, wait_s: float) -> bytes:
        """What the answer begins with, as far as it comes within a time; for what is good to know, no more."""
        end = time.monotonic() + wait_s
        found = b""
        try:
            while len(found) < most_bytes:
                chunk = self._next(end)
                if chunk is None:
                    break
                found += chunk
        except requests.RequestException:
            return found[:most_bytes]  # what broke off has begun all the same
        return found[:most_bytes]

    def _next(self, end: float = math.inf) -> Any:
        """The next event; None past the end."""
        while time.monotonic() < end:
            self._check()
            try:
                event = self._events.get(timeout=0 if self._breathe else _LOOK_S, block=not self._breathe)
            except queue.Empty:
                if self._breathe:
                    self._breathe(_LOOK_S)
                continue
            if isinstance(event, Exception):
                raise event
            return event
        return None

    # ---- in the thread

    def _carry(self) -> None:
        take(self._wire)
        try:
            self._send()
        except _NobodyWaits:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to who waits
            # without the frames: what they hold was made in this thread and must end in it
            self._hand(error.with_traceback(None), force=True)

    def _send(self) -> None:
        session = self._session
        # a certificate authority given to the session counts more than the environment's
        verify = None if session.verify is True else session.verify
        settings = session.merge_environment_settings(self._request.url, {}, True, verify, None)
        response = session.send(self._request, timeout=self._timeout, allow_redirects=False, **settings)
        try:
            self._hand(Head(response.status_code, response.headers, self._request.url or ""))
            received = 0
            # newer libraries below would throw the last piece away before they complain; `_check_length` complains too
            response.raw.enforce_content_length = False
            unpacking = Unpacking() if encoding_of(response.headers) in PACKED else None
            for piece in response.iter_content(CHUNK):
                received += len(piece)
                chunk = unpacking(piece) if unpacking else piece
                if chunk:
                    self._hand(chunk)
            self._wire.release()
            _check_length(response, received)
            if unpacking:
                unpacking.refuse_cut()
            self._hand(None)
        finally:
            response.close()

    def _hand(self, event: Any, force: bool = False) -> None:
        while not self._wire.is_cut:
            try:
                self._events.put(event, timeout=_LOOK_S)
            except queue.Full:
                continue
            return
        if not force:
            raise _NobodyWaits


def _check_length(response: requests.Response, received: int) -> None:
    """An answer that breaks off is no answer; not every release of the library below requests says so."""
    promised = whole_number(response.headers.get("Content-Length", ""))
    if promised is None:
        return
    if encoding_of(response.headers) not in ("", *PACKED):
        received = response.raw.tell()
    if received < promised:
        raise requests.exceptions.ChunkedEncodingError(f"{received} of {promised} bytes")


def encoding_of(headers: Mapping[str, str]) -> str:
    """How an answer was packed for the way; empty where it was not."""
    encoding = headers.get("Content-Encoding", "").strip().lower()
    return "" if encoding == "identity" else encoding


def whole_number(text: str) -> int | None:
    """Number in a header; None where it is none. `str.isdigit` alone would let "²" through."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def breather(session: requests.Session, url: str) -> Callable[[float], None] | None:
    """How to wait on QGIS' main thread without holding up what other threads ask of it; None for a plain wait."""
    try:
        transport = session.get_adapter(url)
    except requests.exceptions.InvalidSchema:
        return None
    find = getattr(transport, "breather", None)
    return find() if find is not None else None


def sleep(session: requests.Session, url: str, seconds: float, check: Callable[[], None]) -> None:
    """Wait in small steps; `check` raises to leave."""
    breathe = breather(session, url) or time.sleep
    end = time.monotonic() + seconds
    while True:
        check()
        left = end - time.monotonic()
        if left <= 0:
            return
        breathe(min(left, _LOOK_S))
