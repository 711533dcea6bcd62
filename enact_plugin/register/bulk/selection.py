"""Which rows of a table are asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

AGS_FIELD = "Gemeindeschluessel"
AGS_LENGTH = 8


@dataclass(frozen=True)
class Selection:
    """Rows by the text of one element.

    Attributes
    ----------
    field : str
        Element that decides, in any spelling of upper and lower case; empty when all rows are asked for.
    values : frozenset of str
        Texts that are asked for.
    prefixes : tuple of str
        Beginnings of texts that are asked for.
    """

    field: str
    values: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def of_ags(cls, ags: Collection[str]) -> Selection:
        """Units of some municipalities."""
        return cls(AGS_FIELD, frozenset(ags))

    @classmethod
    def of_prefix(cls, *prefixes: str) -> Selection:
        """Units of a state (two digits), a region (three) or a district (five)."""
        return cls(AGS_FIELD, prefixes=prefixes)

    @classmethod
    def of_ids(cls, field: str, ids: Collection[str]) -> Selection:
        """Rows whose element is one of some numbers; there may be hundreds of thousands."""
        return cls(field, frozenset(ids))

    @classmethod
    def everything(cls) -> Selection:
        """All rows."""
        return cls("")

    @property
    def all_rows(self) -> bool:
        """Whether nothing is left out."""
        return not self.field

    def matches(self, value: str | None) -> bool:
        """Whether a row with this text is asked for."""
        if self.all_rows:
            return True
        return value is not None and (value in self.values or value.startswith(self.prefixes))
