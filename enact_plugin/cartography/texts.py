"""Sentences that stand in the project itself: German, from map_texts.csv, with numbers written the German way."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from ..errors import EnactError
from ..reference.tables import rows


@cache
def _texts() -> dict[str, str]:
    return {row["code"]: row["text_de"] for row in rows("map_texts")}


def map_text(code: str, **values: Any) -> str:
    """Return the sentence named `code` with its values.

    Raises
    ------
    EnactError
        ``map_text_unknown``.
    """
    if code not in _texts():
        raise EnactError("map_text_unknown", text=code)
    return _texts()[code].format(**values)


def number(value: float, places: int = 0) -> str:
    """Write a number with German marks: 1.234,5."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def power(kw: float) -> str:
    """Write a power in kW below one megawatt, in MW from there on."""
    return f"{number(kw / 1000, 1)} MW" if abs(kw) >= 1000 else f"{number(kw, 0)} kW"


def day(value: date | None) -> str:
    """Write a date as 31.12.2026; empty for none."""
    return value.strftime("%d.%m.%Y") if value else ""
