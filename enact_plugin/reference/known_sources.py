"""Sources that are known by the fields they deliver, so that their licence reaches the printed map."""

from __future__ import annotations

from collections.abc import Iterable

from ..outcome import Source
from .tables import rows


def recognise_source(fields: Iterable[str]) -> Source | None:
    """Source whose marks all stand among the fields, or None.

    Parameters
    ----------
    fields : iterable of str
        Names as delivered, in any case.

    Returns
    -------
    Source or None
    """
    names = {field.casefold() for field in fields}
    for row in rows("known_sources"):
        if any(set(mark.split("+")) <= names for mark in row["marks"].split("|")):
            return Source(row["name"], row["licence"], row["attribution"])
    return None
