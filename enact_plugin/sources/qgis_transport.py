"""The transport inside QGIS: its proxy, its certificates, its authentication configurations.

`QgsNetworkAccessManager` of a thread and an event loop of our own (`qgis_network`). `QgsBlockingNetworkRequest` would
be shorter, but it says "no error" after a time-out, fails at relative redirects, and holds an answer whole in memory.
Answers never come from QGIS' cache; QGIS writes its own User-Agent, unless the
request names one with a version (`qgis_agent`).
"""

from __future__ import annotations

import io
from typing import Any, Callable

import requests
from requests.adapters import BaseAdapter
from requests.sessions import SessionRedirectMixin
from requests.structures import CaseInsensitiveDict

from .qgis_main_thread import breathe, on_main_thread
from .qgis_network import begin
from .transfer import Beginning, Transfer
from .wire import in_hand

_IDLE_S = 60.0


class QgisTransport(BaseAdapter):
    """Sends what a `requests.Session` asks through QGIS.

    Parameters
    ----------
    authcfg : str
        Id of an authentication configuration of QGIS; empty for none.
    address : str
        Of the service it is for: no other host is shown it, wherever redirects and links lead.
    """

    def __init__(self, authcfg: str = "", address: str = "") -> None:
        super().__init__()
        self._authcfg = authcfg
        self._address = address

    def log_in_at(self, address: str) -> None:
        """Say which service the authentication is for, where that was not known from the beginning."""
        self._address = address

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """Send a request; see `requests.adapters.BaseAdapter.send`.

        `verify`, `cert` and `proxies` are QGIS' business here (Settings, Options: Authentication and Network).
        """
        transfer = Transfer(request, self._authcfg_for(request.url or ""), _idle_s(timeout))
        wire = in_hand()
        if wire is not None:
            wire.attach(transfer.give_up)
        begin(transfer)
        beginning = transfer.take()
        if not isinstance(beginning, Beginning):
            raise requests.ConnectionError("no answer")
        response = requests.Response()
        response.status_code = beginning.status
        response.reason = beginning.reason
        response.headers = CaseInsensitiveDict(beginning.headers)
        response.request = request
        response.url = request.url or ""
        response.raw = _Content(transfer)
        response.encoding = requests.utils.get_encoding_from_headers(response.headers)
        return response

    def close(self) -> None:
        """Nothing is held between requests."""

    @staticmethod
    def breather() -> Callable[[float], None] | None:
        """How to wait on the main thread: other threads need it to ask for certificates and passwords."""
        return breathe if on_main_thread() else None

    def _authcfg_for(self, url: str) -> str:
        if not (self._authcfg and self._address):
            return ""
        # same host and port; from http to https is allowed
        return "" if SessionRedirectMixin().should_strip_auth(self._address, url) else self._authcfg


def _idle_s(timeout: Any) -> float:
    idle = timeout[1] if isinstance(timeout, tuple) else timeout
    return float(idle) if idle else _IDLE_S


class _Content(io.RawIOBase):
    """What a server says, as a file, packed as it comes; from the network thread piece by piece.

    Qt could unpack, too, but would not say when the end is missing; `exchange` does.
    """

    def __init__(self, transfer: Transfer) -> None:
        super().__init__()
        self._transfer = transfer
        self._received = 0
        self._is_whole = False

    def readable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Bytes that came over the line."""
        return self._received

    def read(self, size: int = -1) -> bytes:
        """Wait for the next piece and read it; empty at the end. Pieces are small, whatever the `size`."""
        while not self._is_whole:
            piece = self._transfer.take()
            if piece is None:
                self._is_whole = True
                break
            self._received += len(piece)
            if piece:
                return piece
        return b""

    def close(self) -> None:
        """Break off what is still to come."""
        self._transfer.give_up()
        super().close()

    def release_conn(self) -> None:
        """What requests calls once all was read."""
        self.close()
