"""Kinds of quarter, from resources/tables/demo_quarters.csv."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from ..reference.tables import rows


@dataclass(frozen=True)
class QuarterKind:
    """How a kind of quarter is built; one row of the table, lengths in metres.

    `share` is the share of the built quarters that are of this kind, `per_km2` about how many buildings they hold.
    """

    kind: str
    label: str
    form: str
    share: float
    block_width_m: float
    block_length_m: float
    jitter: float
    turn_rad: float
    wave_m: float
    setback_m: float
    per_km2: float
    lot_m: float
    width_low_m: float
    width_high_m: float
    depth_low_m: float
    depth_high_m: float
    front_low_m: float
    front_high_m: float
    gap_share: float
    rear_share: float
    outbuilding_share: float


@cache
def quarter_kinds() -> dict[str, QuarterKind]:
    """Return all kinds by name, in the order of the table."""
    text = ("kind", "label", "form")
    return {
        row["kind"]: QuarterKind(
            **{f.name: row[f.name] if f.name in text else float(row[f.name]) for f in fields(QuarterKind)}
        )
        for row in rows("demo_quarters")
    }
