"""The transport inside QGIS: its proxy, its certificates, its authentication configurations.

`QgsNetworkAccessManager` of the calling thread, driven by an event loop of our own. `QgsBlockingNetworkRequest` would
be shorter, but it says "no error" after a time-out, fails at relative redirects, and holds an answer whole in memory.
Answers never come from QGIS' cache; QGIS writes its own User-Agent.
"""

from __future__ import annotations

import io
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

import requests
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer, QUrl
from qgis.PyQt.QtNetwork import (
    QNetworkProxy,
    QNetworkProxyQuery,
    QNetworkReply,
    QNetworkRequest,
    QSslCertificate,
)
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from .problems import AuthenticationUnknown, NameNotResolved
from .wire import Wire, in_hand

_LOOK_MS = 50
_BUFFER = 1 << 20  # bytes Qt may hold before they are taken; the server waits meanwhile
_GZIP = 31  # zlib's name for gzip with its head and its checksum
_PACKED = ("gzip", "x-gzip")
_IDLE_S = 60.0

# One request at a time. PyQt knows objects by their place in memory; with replies made and destroyed in several threads
# at once, a new one was seen to lose its Python half to an old one of the same place.
_ONE_AT_A_TIME = threading.Lock()


class QgisTransport(BaseAdapter):
    """Sends what a `requests.Session` asks through QGIS.

    Parameters
    ----------
    authcfg : str
        Id of an authentication configuration of QGIS; empty for none.
    """

    def __init__(self, authcfg: str = "") -> None:
        super().__init__()
        self._authcfg = authcfg

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
        reply = _Reply(_idle_s(timeout), in_hand() or Wire())
        response = requests.Response()
        try:
            with _lost_as_broken():
                reply.begin(request, self._authcfg)
                response.status_code = reply.wait_for_status()
                response.headers = reply.headers()
                response.reason = reply.reason()
        except BaseException:
            reply.close()
            raise
        response.request = request
        response.url = request.url or ""
        response.raw = reply
        response.encoding = requests.utils.get_encoding_from_headers(response.headers)
        return response

    def close(self) -> None:
        """Nothing is held between requests."""

    @staticmethod
    def breather() -> Callable[[float], None] | None:
        """How to wait on the main thread: other threads need it to ask for certificates and passwords."""
        application = QCoreApplication.instance()
        if application is None or QThread.currentThread() != application.thread():
            return None
        return _breathe


def _is_held(thing: Any) -> bool:
    return thing is not None and not sip.isdeleted(thing)


@contextmanager
def _lost_as_broken() -> Iterator[None]:
    """A reply whose Python half was lost all the same (see `_ONE_AT_A_TIME`) is a connection that broke: ask again."""
    try:
        yield
    except RuntimeError as error:
        if "has been deleted" not in str(error):
            raise
        raise requests.ConnectionError(str(error)) from None


def _breathe(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _idle_s(timeout: Any) -> float:
    idle = timeout[1] if isinstance(timeout, tuple) else timeout
    return float(idle) if idle else _IDLE_S


class _Reply(io.RawIOBase):
    """An answer of QGIS as a file; made, read and closed in one thread.

    All of Qt's objects are attributes and let go in `close`: none may live on in an error that another thread holds.
    """

    def __init__(self, idle_s: float, wire: Wire) -> None:
        super().__init__()
        self._wire = wire
        self._idle_s = idle_s
        self._heard = time.monotonic()
        self._received = 0
        self._unpack: Callable[[bytes], bytes] | None = None
        self._loop: QEventLoop | None = None
        self._tick: QTimer | None = None
        self._reply: QNetworkReply | None = None
        self._has_turn = False

    def begin(self, request: requests.PreparedRequest, authcfg: str) -> None:
        """Send the request once no other is under way."""
        while not _ONE_AT_A_TIME.acquire(timeout=_LOOK_MS / 1000):
            if self._wire.is_cut:
                raise requests.ConnectionError("canceled")
        self._has_turn = True
        self._heard = time.monotonic()
        self._loop = QEventLoop()  # first: it gives the thread its clockwork
        self._tick = QTimer()
        self._tick.setInterval(_LOOK_MS)
        self._tick.timeout.connect(self._loop.quit)
        self._tick.start()
        self._reply = _sent(request, authcfg)
        for news in (self._reply.metaDataChanged, self._reply.readyRead, self._reply.finished):
            news.connect(self._loop.quit)

    def wait_for_status(self) -> int:
        """Wait for the beginning of the answer."""
        while self._status() is None:
            if self._reply.isFinished():
                self._raise_failure()
                raise requests.ConnectionError(self._reply.errorString())
            self._wait()
        if not self._reply.isFinished():
            # not before: where a proxy turns the request away, Qt 5 sets the size of a buffer that is gone, and crashes
            self._reply.setReadBufferSize(_BUFFER)
        return int(self._status())

    def headers(self) -> CaseInsensitiveDict:
        """Headers of the answer."""
        found: CaseInsensitiveDict = CaseInsensitiveDict()
        for name, value in self._reply.rawHeaderPairs():
            found[bytes(name).decode("latin-1")] = bytes(value).decode("latin-1")
        return found

    def reason(self) -> str:
        """What the server says about its status."""
        return str(self._reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or "")

    def readable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Bytes that came over the line, packed or not."""
        return self._received

    def read(self, size: int = -1) -> bytes:
        """Read some bytes, unpacked, waiting for them; empty at the end.

        With `size` as a limit of what is taken from the line: unpacked it may be more.
        """
        with _lost_as_broken():
            while self._reply is not None:
                packed = self._take(size)
                content = self._unpacked(packed)
                if content:
                    return content
                if not packed and self._reply.isFinished():
                    self._raise_failure()
                    return b""
                if not packed:
                    self._wait()
        return b""

    def _take(self, size: int) -> bytes:
        available = self._reply.bytesAvailable()
        if not available:
            return b""
        self._heard = time.monotonic()
        data = bytes(self._reply.read(available if size is None or size < 0 else size) or b"")
        self._received += len(data)
        return data

    def _unpacked(self, data: bytes) -> bytes:
        """Qt could unpack, too, but would not say when the end is missing."""
        if self._unpack is None and data:
            encoding = bytes(self._reply.rawHeader(b"Content-Encoding")).decode("latin-1").strip().lower()
            self._unpack = zlib.decompressobj(_GZIP).decompress if encoding in _PACKED else bytes
        try:
            return self._unpack(data) if data else b""
        except zlib.error as error:
            raise requests.exceptions.ContentDecodingError(str(error)) from None

    def close(self) -> None:
        """Break off what is not finished and destroy Qt's objects, in the thread that made them.

        Nothing of ours may be left for the end of the thread, when Qt clears up after Python has gone: so nothing is
        deleted later, and no signal is connected to Python.
        """
        try:
            self._destroy()
        finally:
            if self._has_turn:
                self._has_turn = False
                _ONE_AT_A_TIME.release()
        super().close()

    def _destroy(self) -> None:
        if _is_held(self._reply) and not self._reply.isFinished():
            self._reply.abort()  # destroyed only, it would leave the connection open
        for name in ("_reply", "_tick", "_loop"):
            thing = getattr(self, name)
            setattr(self, name, None)
            if _is_held(thing):
                sip.delete(thing)

    def release_conn(self) -> None:
        """What requests calls once all was read."""
        self.close()

    def _status(self) -> Any:
        return self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)

    def _wait(self) -> None:
        """Let Qt work until there is news, or it is time to look up."""
        if self._wire.is_cut:
            raise requests.ConnectionError("canceled")
        if time.monotonic() - self._heard > self._idle_s:
            raise requests.ReadTimeout(f"silent for {self._idle_s:g} s")
        self._loop.exec()

    def _distrust(self) -> str:
        """What is wrong with the server's certificate; asked afterwards, see `close`."""
        chain = self._reply.sslConfiguration().peerCertificateChain()
        if self._reply.error() != QNetworkReply.NetworkError.SslHandshakeFailedError or not chain:
            return ""
        return "; ".join(
            each.errorString() for each in QSslCertificate.verify(chain, self._reply.url().host())
        )

    def _raise_failure(self) -> None:
        """Raise what requests would raise; an answer with an error's status is no failure."""
        error = self._reply.error()
        status = self._status()
        kinds = QNetworkReply.NetworkError
        if error == kinds.NoError or (status is not None and int(status) >= 400 and _of_content(error)):
            return
        words = self._distrust() or self._reply.errorString()
        if error == kinds.ProxyAuthenticationRequiredError:
            words = f"407 {words}"
        kind = _FAILURES.get(error, requests.ConnectionError)
        if error == kinds.ConnectionRefusedError and _has_proxy(self._reply.url()):
            kind = requests.exceptions.ProxyError  # Qt does not tell who refused; the proxy is whom we asked
        raise kind(words)


def _sent(request: requests.PreparedRequest, authcfg: str) -> QNetworkReply:
    url = QUrl(request.url)
    url.setUserInfo("")  # requests made a header of it
    asked = QNetworkRequest(url)
    attributes = QNetworkRequest.Attribute
    asked.setAttribute(
        attributes.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
    )
    asked.setAttribute(attributes.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    asked.setAttribute(attributes.CacheSaveControlAttribute, False)
    for name, value in request.headers.items():
        if name.lower() == "accept-encoding":
            value = "identity" if value == "identity" else _PACKED[0]  # noqa: PLW2901 - what we can unpack
        asked.setRawHeader(_latin(name), _latin(value))
    if authcfg:
        done, asked = QgsApplication.authManager().updateNetworkRequest(asked, authcfg)
        if not done:
            raise AuthenticationUnknown(authcfg)
    manager = QgsNetworkAccessManager.instance()
    if request.body is None:
        return (
            manager.get(asked)
            if request.method == "GET"
            else manager.sendCustomRequest(asked, _latin(request.method or "GET"))
        )
    body = request.body.encode() if isinstance(request.body, str) else bytes(request.body)
    return manager.sendCustomRequest(asked, _latin(request.method or "POST"), body)


def _latin(text: Any) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode("latin-1")


def _of_content(error: QNetworkReply.NetworkError) -> bool:
    """Whether Qt only repeats the status of the answer."""
    return _number(error) >= _number(QNetworkReply.NetworkError.ContentAccessDenied)


def _number(error: QNetworkReply.NetworkError) -> int:
    return int(getattr(error, "value", error))  # Qt 6 makes it a member of an Enum


def _has_proxy(url: QUrl) -> bool:
    """Whether QGIS asks a proxy for this address."""
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    found = factory.queryProxy(QNetworkProxyQuery(url)) if factory is not None else []
    return any(proxy.type() not in _DIRECT for proxy in found)


_DIRECT = (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy)
_FAILURES = {
    QNetworkReply.NetworkError.HostNotFoundError: NameNotResolved,
    QNetworkReply.NetworkError.TimeoutError: requests.ReadTimeout,
    # QGIS breaks off by its own time-out in this way
    QNetworkReply.NetworkError.OperationCanceledError: requests.ReadTimeout,
    QNetworkReply.NetworkError.SslHandshakeFailedError: requests.exceptions.SSLError,
    QNetworkReply.NetworkError.ProxyConnectionRefusedError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyConnectionClosedError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyNotFoundError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyTimeoutError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyAuthenticationRequiredError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.UnknownProxyError: requests.exceptions.ProxyError,
}
