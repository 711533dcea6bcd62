"""The tables of hourly loads: climate of a set year, standard load profiles, rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from .tables import rows

ANY = "*"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class LoadProfile:
    """A standard load profile.

    Attributes
    ----------
    sigmoid : ndarray of float, shape (4,)
        a, b, c, d of the daily heat over the temperature.
    weekday : ndarray of float, shape (7,)
        Monday first.
    hour : ndarray of float, shape (7, 24, 10)
        Share of the day's heat by weekday, hour and class of temperature, the coldest first.
    source : str
    """

    sigmoid: np.ndarray
    weekday: np.ndarray
    hour: np.ndarray
    source: str


@cache
def load_rule(name: str) -> float:
    """Figure of load_rules.csv."""
    return next(float(row["value"]) for row in rows("load_rules") if row["name"] == name)


@cache
def air_climate() -> np.ndarray:
    """Mean temperature of the air in °C, mean range of a day in K, spread of daily means in K; shape (12, 3)."""
    names = ("air_c", "daily_range_k", "spread_k")
    return np.array([[float(row[name]) for name in names] for row in rows("air_climate")])


@cache
def climate_source() -> str:
    """Where the set year comes from."""
    return rows("air_climate")[0]["source"]


@cache
def solar_months_kwh_m2() -> np.ndarray:
    """Global radiation on the plane in kWh/m² by month, shape (12,)."""
    return np.array([float(row["global_kwh_m2"]) for row in rows("solar_climate")])


@cache
def load_profile(code: str) -> LoadProfile:
    """Profile of load_profiles.csv and load_hours.csv."""
    row = next(row for row in rows("load_profiles") if row["profile"] == code)
    hour = np.zeros((7, 24, 10))
    for line in rows("load_hours"):
        if line["profile"] != code:
            continue
        days = slice(None) if line["weekday"] == "0" else int(line["weekday"]) - 1
        hour[days, int(line["hour"]) - 1] = [float(line[f"t{number:02d}"]) for number in range(1, 11)]
    return LoadProfile(
        np.array([float(row[name]) for name in "abcd"]),
        np.array([float(row[name]) for name in _DAYS]),
        hour,
        row["source"],
    )


@cache
def profile_of(use: str, house_type: str) -> str:
    """Profile that buildings of a use and type follow."""
    return next(
        row["profile"]
        for row in rows("load_profile_uses")
        if row["use"] in (use, ANY) and row["house_type"] in (house_type, ANY)
    )
