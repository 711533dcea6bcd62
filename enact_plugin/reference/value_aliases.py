"""Codes and words by which sources write the values of our lists (XWärmeplan codes, OSM tags, German labels)."""

from __future__ import annotations

from functools import cache

from .spelling import compact
from .tables import rows
from .values import values


@cache
def aliases(name: str) -> dict[str, str]:
    """Every way of writing a value of the list `name`, and its code.

    Returns
    -------
    dict
        Compact spelling (`spelling.compact`) to code: the rows of value_aliases.csv, the codes themselves and the
        labels of values.csv.
    """
    found = {compact(row["alias"]): row["code"] for row in rows("value_aliases") if row["list"] == name}
    for value in values(name):
        for text in (value.code, value.label_de, value.label_en):
            found.setdefault(compact(text), value.code)
    return found
