"""A request of `requests` as one of QGIS, and what QGIS says went wrong as `requests` would say it.

All of it happens in the network thread (`qgis_network`).
"""

from __future__ import annotations

from typing import Any

import requests
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import (
    QNetworkProxy,
    QNetworkProxyQuery,
    QNetworkReply,
    QNetworkRequest,
    QSslCertificate,
    QSslError,
)

from .problems import AuthenticationUnknown, CertificateOutOfDate, NameNotResolved
from .qgis_agent import said_by
from .unpacking import PACKED


def sent(request: requests.PreparedRequest, authcfg: str) -> QNetworkReply:
    """Send a request through the network manager of this thread.

    Raises
    ------
    AuthenticationUnknown
    """
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
            value = "identity" if value == "identity" else PACKED[0]  # noqa: PLW2901 - what `exchange` can unpack
        asked.setRawHeader(_latin(name), _latin(value))
    if authcfg:
        done, asked = QgsApplication.authManager().updateNetworkRequest(asked, authcfg)
        if not done:
            raise AuthenticationUnknown(authcfg)
    manager = QgsNetworkAccessManager.instance()
    body = request.body or b""
    body = body.encode() if isinstance(body, str) else bytes(body)
    with said_by(str(request.headers.get("User-Agent") or "")):
        if request.body is None and request.method == "GET":
            reply = manager.get(asked)
        elif request.method == "POST":
            reply = manager.post(asked, body)
        else:
            reply = manager.sendCustomRequest(asked, _latin(request.method or "GET"), body)
    return reply


def failure_of(reply: QNetworkReply) -> requests.RequestException | None:
    """What requests would raise for a finished reply; None where nothing failed.

    An answer with an error's status is no failure.
    """
    error = reply.error()
    kinds = QNetworkReply.NetworkError
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if error == kinds.NoError or (status is not None and int(status) >= 400 and _of_content(error)):
        return None
    if error == kinds.SslHandshakeFailedError:
        return _distrust(reply)
    words = reply.errorString()
    if error == kinds.ProxyAuthenticationRequiredError:
        words = f"407 {words}"
    kind = _FAILURES.get(error, requests.ConnectionError)
    if error in (kinds.ConnectionRefusedError, kinds.UnknownNetworkError) and _has_proxy(reply.url()):
        # Qt does not tell who refused, and has no name for a proxy that answers something else
        kind = requests.exceptions.ProxyError
    return kind(words)


def _distrust(reply: QNetworkReply) -> requests.RequestException:
    """What is wrong with the server's certificate; asked afterwards, since no signal is connected to Python."""
    chain = reply.sslConfiguration().peerCertificateChain()
    faults = QSslCertificate.verify(chain, reply.url().host()) if chain else []
    words = "; ".join(each.errorString() for each in faults) or reply.errorString()
    dated = bool(faults) and all(each.error() in _OF_THE_DATE for each in faults)
    return (CertificateOutOfDate if dated else requests.exceptions.SSLError)(words)


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


_OF_THE_DATE = (QSslError.SslError.CertificateNotYetValid, QSslError.SslError.CertificateExpired)
_DIRECT = (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy)
_FAILURES = {
    QNetworkReply.NetworkError.HostNotFoundError: NameNotResolved,
    QNetworkReply.NetworkError.TimeoutError: requests.ReadTimeout,
    # QGIS breaks off by its own time-out in this way
    QNetworkReply.NetworkError.OperationCanceledError: requests.ReadTimeout,
    QNetworkReply.NetworkError.ProxyConnectionRefusedError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyConnectionClosedError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyNotFoundError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyTimeoutError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.ProxyAuthenticationRequiredError: requests.exceptions.ProxyError,
    QNetworkReply.NetworkError.UnknownProxyError: requests.exceptions.ProxyError,
}
