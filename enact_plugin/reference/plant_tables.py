"""The tables behind the figures of the plants: full-load hours, size classes, rules of the sums by area."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from .tables import rows

OTHERS = "*"  # classes of carriers that have none of their own
NO_CLASS = "unknown"  # of units without power


@dataclass(frozen=True)
class FullLoadHours:
    """How many hours a year a carrier's units would have to run at full power for their yearly yield.

    Attributes
    ----------
    carrier : str
    gross : bool
        Whether they refer to gross power (photovoltaics: the modules), else to net power.
    low, expected, high : float
        Hours per year; low and high are the lowest and highest of the figures named in `source`, and those of
        `expected` where it names one only.
    published : bool
        False for an assumption of EnAct.
    source : str
    """

    carrier: str
    gross: bool
    low: float
    expected: float
    high: float
    published: bool
    source: str


@dataclass(frozen=True)
class SizeClass:
    """A class of power, from its lower limit (not in it) to its upper one (in it), as laws say "up to and including".

    Attributes
    ----------
    code : str
    low_kw : float
        0 for the lowest class.
    high_kw : float or None
        None for the highest class.
    label_de, label_en : str
    """

    code: str
    low_kw: float
    high_kw: float | None
    label_de: str
    label_en: str


@cache
def full_load_hours() -> dict[str, FullLoadHours]:
    """Full-load hours by carrier; carriers without a figure, storage among them, are not in it."""
    return {
        row["carrier"]: FullLoadHours(
            carrier=row["carrier"],
            gross=row["power"] == "gross",
            low=float(row["low_h"] or row["expected_h"]),
            expected=float(row["expected_h"]),
            high=float(row["high_h"] or row["expected_h"]),
            published=row["basis"] == "published",
            source=row["source"],
        )
        for row in rows("full_load_hours")
    }


@cache
def size_classes(carrier: str) -> tuple[SizeClass, ...]:
    """Classes of a carrier from the smallest to the largest; those of `OTHERS` where it has none of its own."""
    found = tuple(
        SizeClass(
            code=row["code"],
            low_kw=float(row["low_kw"] or 0),
            high_kw=float(row["high_kw"]) if row["high_kw"] else None,
            label_de=row["label_de"],
            label_en=row["label_en"],
        )
        for row in rows("plant_size_classes")
        if row["carrier"] == carrier
    )
    return found or size_classes(OTHERS)


def size_class_codes(carrier: str, power_kw: np.ndarray) -> np.ndarray:
    """Code of the class each power lies in; `NO_CLASS` for none, zero or less.

    Parameters
    ----------
    carrier : str
    power_kw : ndarray of float, shape (n,)

    Returns
    -------
    ndarray of object, shape (n,)
    """
    classes = size_classes(carrier)
    limits = np.array([c.high_kw for c in classes if c.high_kw is not None])
    codes = np.array([c.code for c in classes], dtype=object)
    power = np.asarray(power_kw, dtype=float)
    found = codes[np.searchsorted(limits, power, side="left").clip(max=len(codes) - 1)]
    return np.where(power > 0, found, NO_CLASS)


def area_rule(rule: str) -> float:
    """Value of a rule of plant_area_rules.csv: ``rankable_coverage`` (share), ``inside_tolerance`` [m]."""
    return next(float(row["value"]) for row in rows("plant_area_rules") if row["rule"] == rule)
