"""The lists of values a column may take, with their labels and colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows


@dataclass(frozen=True)
class Value:
    """A value of a list.

    Attributes
    ----------
    list, code : str
    label_de, label_en : str
    group : str
        Code of the topic several values are shown under; empty when none.
    color : str
        "#rrggbb", the one place from which desktop and web styles take it; empty when the list has no colours.
    """

    list: str
    code: str
    label_de: str
    label_en: str
    group: str
    color: str

    def label(self, language: str = "de") -> str:
        """Label in German, or in English for any other language."""
        return self.label_de if language == "de" else self.label_en


@cache
def values(name: str) -> tuple[Value, ...]:
    """Values of the list `name` in their order; empty for an unknown list."""
    return tuple(
        Value(row["list"], row["code"], row["label_de"], row["label_en"], row["group"], row["color"])
        for row in rows("values")
        if row["list"] == name
    )
