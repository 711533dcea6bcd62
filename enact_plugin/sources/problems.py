"""What went wrong on the way to a server, as an error that names the host and nothing secret."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import requests

from ..errors import EnactError

_PORTS = {"http": 80, "https": 443}
_USER = re.compile(r"//[^/@\s]*@")
_OBJECT = re.compile(r"<[^<>]*object at 0x[0-9a-fA-F]+>:?\s*")
_LOGIN = re.compile(r"(?<![\d:=])407(?!\d)")  # the status, and not a port
_OUT_OF_DATE = (9, 10)  # OpenSSL: not yet valid, expired; told only where the rest is in order
_LONGEST = 200  # characters of a detail

BUSY = (429, 502, 503, 504)
_BY_STATUS = {
    **dict.fromkeys((401, 403), "source_refused"),
    **dict.fromkeys((404, 410), "source_missing"),
    407: "source_proxy_login",
    **dict.fromkeys(BUSY, "source_busy"),
}


class NameNotResolved(requests.ConnectionError):
    """No computer of this name is known; raised by a transport that can tell."""


class AuthenticationUnknown(requests.RequestException):
    """QGIS has no authentication configuration of this id, or may not open its store."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        super().__init__(id_)


class CertificateOutOfDate(requests.exceptions.SSLError):
    """A certificate that is trusted but for its days; raised by a transport that can tell."""


def host_of(url: str) -> str:
    """Host of an address, with the port where it is not the usual one; never who logs in."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host if port in (None, _PORTS.get(parts.scheme)) else f"{host}:{port}"


def shown(url: str) -> str:
    """Address for messages: without user, password and what was asked, also where it is no valid one.

    >>> shown("http://user:word/with@localhost:99999/wfs?key=x")
    'http://localhost:99999/wfs'
    """
    text = url.strip()
    if host_of(text) and not has_login_in_path(text):
        parts = urlsplit(text)
        return f"{parts.scheme}://{host_of(text)}{parts.path}"
    scheme, mark, rest = text.rpartition("://") if "://" in text else ("", "", text)
    place = re.split(r"[?#]", rest, maxsplit=1)[0]
    cut_off = "@" in rest[len(place) :]
    place = place.rpartition("@")[2]
    name, _, port = place.partition("/")[0].rpartition(":")
    if name and not name.startswith("[") and (cut_off or not port.isdecimal()):
        place = "…"  # what is no port may be a password
    return f"{scheme.lower()}{mark}{place}"


def has_login_in_path(url: str) -> bool:
    """Whether what looks like a path is the end of a password with a slash in it."""
    place = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0]
    names, _, path = place.partition("/")
    return ":" in names and "@" not in names and "@" in path


def of_status(status: int, url: str, said: str = "") -> EnactError:
    """Error for an answer that is no success, with what the server said where it said something."""
    code = _BY_STATUS.get(status, "source_status")
    return EnactError(code, host=host_of(url), status=status, path=urlsplit(url).path, said=said)


def of_failure(error: Exception, url: str, seconds: float) -> EnactError:
    """Error for a request that got no answer.

    Parameters
    ----------
    error : Exception
        What the transport raised.
    url : str
    seconds : float
        How long was waited at most.
    """
    host = host_of(url)
    if isinstance(error, AuthenticationUnknown):
        return EnactError("source_authentication", host=host, id=error.id)
    if isinstance(error, requests.Timeout):
        return too_late(url, seconds)
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, UnicodeError)):
        return EnactError("source_address", value=shown(url))
    if is_out_of_date(error):
        today = date.today()
        return EnactError(
            "source_certificate_date", host=host, date=f"{today:%d.%m.%Y}", detail=_detail(error)
        )
    return EnactError(_code_of(error), host=host, detail=_detail(error))


def _code_of(error: Exception) -> str:
    if isinstance(error, requests.exceptions.ProxyError):
        return "source_proxy_login" if _LOGIN.search(str(error)) else "source_proxy"
    if isinstance(error, requests.exceptions.SSLError):
        return "source_certificate"
    return "source_name" if is_name(error) else "source_unreachable"


def too_late(url: str, seconds: float) -> EnactError:
    """Error for an answer that did not come whole within the time."""
    return EnactError("source_timeout", host=host_of(url), seconds=_seconds(seconds))


def is_name(error: BaseException) -> bool:
    """Whether no computer of that name was found."""
    names = ("gaierror", "NameResolutionError")
    return any(isinstance(each, NameNotResolved) or type(each).__name__ in names for each in _chain(error))


def is_out_of_date(error: BaseException) -> bool:
    """Whether a certificate is refused for its days alone; the clock of this computer may be to blame."""
    return any(
        isinstance(each, CertificateOutOfDate) or getattr(each, "verify_code", 0) in _OUT_OF_DATE
        for each in _chain(error)
    )


def may_pass(error: Exception) -> bool:
    """Whether asking once more may help."""
    lasting = (requests.exceptions.ProxyError, requests.exceptions.SSLError)
    passing = (
        requests.ConnectionError,
        requests.Timeout,
        requests.exceptions.ChunkedEncodingError,
        requests.exceptions.ContentDecodingError,
    )
    return isinstance(error, passing) and not isinstance(error, lasting) and not is_name(error)


def _seconds(seconds: float) -> str:
    return f"{seconds:g}"


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what lies behind it: causes, contexts, and what is wrapped as an argument."""
    found: list[BaseException] = []
    pending: list[Any] = [error]
    while pending:
        each = pending.pop(0)
        if not isinstance(each, BaseException) or any(each is known for known in found):
            continue
        found.append(each)
        pending += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return found


def _detail(error: BaseException) -> str:
    """The words of the innermost cause, without anything secret."""
    for each in reversed(_chain(error)):
        words = getattr(each, "verify_message", "") or getattr(each, "strerror", "") or ""
        if isinstance(words, str) and words:
            return _clean(words)
    last = [str(each.args[-1]) for each in _chain(error) if each.args and isinstance(each.args[-1], str)]
    return _clean(last[-1]) if last else type(error).__name__


def _clean(text: str) -> str:
    return _OBJECT.sub("", _USER.sub("//", text)).strip()[:_LONGEST]
