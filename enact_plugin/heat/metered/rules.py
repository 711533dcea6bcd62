"""The legal minima and limits of metered data, and what its energy carriers are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...reference.tables import rows


@dataclass(frozen=True)
class MeteredCarrier:
    """An energy carrier as a meter sees it.

    Attributes
    ----------
    upper_per_lower : float
        Upper per lower heating value; 1 for heat.
    grid : str
        What the meter measures; carriers of one grid (natural gas, biomethane) pass through the same meter.
    """

    upper_per_lower: float
    grid: str


@cache
def metered_rule(name: str) -> float:
    """Legal minimum or limit named `name` in metered_rules.csv."""
    return next(float(row["value"]) for row in rows("metered_rules") if row["name"] == name)


@cache
def metered_carriers() -> dict[str, MeteredCarrier]:
    """Carriers of metered_carriers.csv; a carrier without a grid of its own name is its own grid."""
    return {
        row["heat_carrier"]: MeteredCarrier(float(row["upper_per_lower"]), row["grid"] or row["heat_carrier"])
        for row in rows("metered_carriers")
    }


def grid_of(carrier: str) -> str:
    """What a meter for `carrier` measures; the carrier itself where the table does not know it."""
    known = metered_carriers().get(carrier)
    return known.grid if known else carrier
