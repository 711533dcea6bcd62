"""What went wrong on the way to a server, as an error that names the host and nothing secret."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import requests

from ..errors import EnactError

_PORTS = {"http": 80, "https": 443}
_USER = re.compile(r"//[^/@\s]*@")
_OBJECT = re.compile(r"<[^<>]*object at 0x[0-9a-fA-F]+>:?\s*")
_LOGIN = re.compile(r"(?<![\d:=])407(?!\d)")  # the status, and not a port
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
    """Address for messages: without user, password and what was asked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{host_of(url)}{parts.path}" if parts.scheme else parts.path


def of_status(status: int, url: str) -> EnactError:
    """Error for an answer that is no success."""
    code = _BY_STATUS.get(status, "source_status")
    return EnactError(code, host=host_of(url), status=status, path=urlsplit(url).path)


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
