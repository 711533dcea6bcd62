"""The one tree of errors, and what is found but is no error.

An error or finding carries a code and values, never a sentence: the sentences stand in one catalogue at the border to
QGIS (`layers.messages`), so that they can be translated and tested for completeness.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class EnactError(Exception):
    """Something the user can act on.

    Parameters
    ----------
    code : str
        Name of the text in the catalogue.
    **params
        Values the text names: file, row, host, layer.
    """

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params = params
        super().__init__(code, params)

    def __str__(self) -> str:
        """Return code and values; for logs, never for the message bar."""
        values = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({values})"


class Canceled(EnactError):
    """The user canceled; the state before stands.

    Parameters
    ----------
    code : str
        Name of the text that says what stands.
    """

    def __init__(self, code: str = "canceled") -> None:
        super().__init__(code)


class DependencyMissing(EnactError):
    """A Python package that QGIS' installation lacks."""

    def __init__(self, package: str) -> None:
        super().__init__("dependency_missing", package=package)


class Severity(Enum):
    """How much a finding matters to the figures."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Finding:
    """Something implausible or worth knowing in the data; never a reason to delete a row.

    Attributes
    ----------
    id : str
        Name of the text in the catalogue.
    key : str
        Which row: MaStR number, building id, file; empty for the data set as a whole.
    severity : Severity
    values : dict
        The values the text names.
    """

    id: str
    key: str = ""
    severity: Severity = Severity.WARNING
    values: dict[str, Any] = field(default_factory=dict)


_SYSTEM_REASONS = {
    errno.ENOSPC: "system_disk_full",
    errno.EDQUOT: "system_disk_full",
    errno.EACCES: "system_no_right",
    errno.EPERM: "system_no_right",
    errno.EROFS: "system_read_only",
    errno.ENOENT: "system_no_such_file",
    errno.EISDIR: "system_is_folder",
    errno.ENOTDIR: "system_no_folder",
    errno.EEXIST: "system_file_exists",
    errno.ENAMETOOLONG: "system_name_too_long",
    errno.EIO: "system_device",
    errno.EFBIG: "system_file_too_large",
    errno.ECONNREFUSED: "system_connection_refused",
    errno.ECONNRESET: "system_connection_broken",
    errno.ECONNABORTED: "system_connection_broken",
    errno.EPIPE: "system_connection_broken",
    errno.EHOSTUNREACH: "system_no_route",
    errno.ENETUNREACH: "system_no_route",
    errno.ENETDOWN: "system_no_route",
    errno.ETIMEDOUT: "system_timed_out",
}
# words of Python, of the name service and of Qt for what has no number, or whose number they keep to themselves
_OTHER_WORDS = {
    "Remote end closed connection without response": "system_connection_broken",
    "Connection closed": "system_connection_broken",
    "Remote host closed": "system_connection_broken",
    "Host unreachable": "system_no_route",
    "Network unreachable": "system_no_route",
    "timed out": "system_timed_out",
    "Socket operation timed out": "system_timed_out",
    "Proxy server not found": "system_name_unknown",
    "Proxy connection refused": "system_connection_refused",
    "Proxy connection closed prematurely": "system_connection_broken",
    "Name or service not known": "system_name_unknown",
    "Temporary failure in name resolution": "system_name_unknown",
    "nodename nor servname provided, or not known": "system_name_unknown",
    "getaddrinfo failed": "system_name_unknown",
}


def system_reason(detail: str) -> str:
    """Code of our text for what the system says in its own words (`OSError.strerror`, Qt); empty for any other.

    Asked for each time: the words are those of the language the program has by then.
    """
    words = detail.strip().rstrip(".")
    numbered = (code for number, code in _SYSTEM_REASONS.items() if words == os.strerror(number))
    return next(numbered, _OTHER_WORDS.get(words, ""))
