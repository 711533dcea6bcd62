"""Figures of the tables of potentials."""

from __future__ import annotations

from functools import cache

from ...reference.columns import columns
from ...reference.tables import rows

KWH_PER_MWH = 1000.0
M2_PER_HA = 10_000.0
SEPARATOR = ";"  # between codes in one cell


@cache
def rule(table: str, name: str) -> float:
    """Figure `name` of a table with the columns name and value."""
    return next(float(row["value"]) for row in rows(table) if row["name"] == name)


def layer_columns(layer: str) -> list[str]:
    """Columns of a layer in their order."""
    return [column.name for column in columns(layer)]
