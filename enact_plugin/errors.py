"""The one tree of errors, and what is found but is no error.

An error or finding carries a code and values, never a sentence: the sentences stand in one catalogue at the border to
QGIS (`layers.messages`), so that they can be translated and tested for completeness.
"""

from __future__ import annotations

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
    """The user canceled; the state before stands."""

    def __init__(self) -> None:
        super().__init__("canceled")


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
