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
}


def system_reason(detail: str) -> str:
    """Code of our text for what the operating system says in its own words (`OSError.strerror`); empty for any other.

    Asked for each time: the words are those of the language the program has by then.
    """
    return next((code for number, code in _SYSTEM_REASONS.items() if detail == os.strerror(number)), "")
