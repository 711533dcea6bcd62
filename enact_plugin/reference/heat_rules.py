"""Bounds and distances of the heat analysis."""

from __future__ import annotations

from functools import cache

from .tables import rows


@cache
def heat_rule(name: str) -> float:
    """Figure of heat_rules.csv."""
    return next(float(row["value"]) for row in rows("heat_rules") if row["name"] == name)


@cache
def border_classes(layer: str) -> frozenset[str]:
    """Classes of a layer (streets, rail, waterways) that bound blocks."""
    return frozenset(row["class"] for row in rows("block_borders") if row["layer"] == layer)


@cache
def section_classes() -> frozenset[str]:
    """Classes of streets along which heat could be laid and buildings stand."""
    return frozenset(row["class"] for row in rows("section_streets"))
