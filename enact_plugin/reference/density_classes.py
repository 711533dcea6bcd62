"""Classes of heat density and heat line density."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from .tables import rows


class Measure(Enum):
    """What is classed: heat per area of a block, or per length of a street section."""

    BLOCK = "block"  # MWh/(ha·a)
    SECTION = "section"  # kWh/(m·a)


@dataclass(frozen=True)
class DensityClass:
    """A class, from its lower limit (in it) to its upper one (not in it).

    Attributes
    ----------
    measure : Measure
    code : str
    low : float
        0 for the lowest class.
    high : float or None
        None for the highest class.
    unit, label_de, label_en, source : str
    """

    measure: Measure
    code: str
    low: float
    high: float | None
    unit: str
    label_de: str
    label_en: str
    source: str


@cache
def density_classes(measure: Measure) -> tuple[DensityClass, ...]:
    """Classes from the lowest to the highest."""
    return tuple(
        DensityClass(
            measure=measure,
            code=row["code"],
            low=float(row["low"] or 0),
            high=float(row["high"]) if row["high"] else None,
            unit=row["unit"],
            label_de=row["label_de"],
            label_en=row["label_en"],
            source=row["source"],
        )
        for row in rows("density_classes")
        if row["measure"] == measure.value
    )


def breaks(measure: Measure) -> tuple[float, ...]:
    """Limits between the classes, rising; for `numpy.searchsorted(breaks, values, side="right")`."""
    return tuple(c.high for c in density_classes(measure) if c.high is not None)


def density_class(measure: Measure, value: float) -> DensityClass:
    """Class a value lies in; a limit belongs to the class above it."""
    classes = density_classes(measure)
    return next(c for c in reversed(classes) if value >= c.low or c is classes[0])
