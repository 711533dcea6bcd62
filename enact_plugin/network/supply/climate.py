"""Temperatures and sun of a year, hour by hour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ...errors import EnactError
from ...reference.load_tables import air_climate, climate_source, load_rule, solar_months_kwh_m2

HOURS = 8760
DAYS = 365
_MONTH_DAYS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_COLDEST, _WARMEST = -45.0, 45.0
_DAY_MOST = 36.0  # daily mean; the load profiles end at 40
_MEAN_LEAST, _MEAN_MOST = 0.0, 20.0  # of a year, where German load profiles hold


@dataclass(frozen=True)
class Climate:
    """A year without a leap day.

    Attributes
    ----------
    air_c : ndarray of float, shape (8760,)
    sun_w_m2 : ndarray of float, shape (8760,)
        Radiation that gives the course of what collectors yield.
    first_weekday : int
        Of 1 January, Monday is 1.
    source : str
    """

    air_c: np.ndarray
    sun_w_m2: np.ndarray
    first_weekday: int
    source: str

    def month(self) -> np.ndarray:
        """Month of each hour from 1 on."""
        return np.repeat(np.arange(1, 13), _MONTH_DAYS * 24)

    def weekday(self) -> np.ndarray:
        """Weekday of each day from 0, Monday, shape (365,)."""
        return (self.first_weekday - 1 + np.arange(DAYS)) % 7


def measured(
    air_c: np.ndarray, first_weekday: int, source: str, sun_w_m2: np.ndarray | None = None
) -> Climate:
    """Climate of a series of temperatures.

    Parameters
    ----------
    air_c : ndarray of float, shape (8760,)
    first_weekday : int
    source : str
    sun_w_m2 : ndarray of float, shape (8760,), optional
        That of the set year where none is known.

    Returns
    -------
    Climate

    Raises
    ------
    EnactError
        ``climate_not_a_year``, ``climate_impossible``, ``climate_elsewhere``.
    """
    if len(air_c) != HOURS:
        raise EnactError("climate_not_a_year", count=len(air_c), expected=HOURS)
    wrong = np.flatnonzero(~((air_c >= _COLDEST) & (air_c <= _WARMEST)))
    if len(wrong):
        raise EnactError("climate_impossible", count=len(wrong), hour=int(wrong[0]) + 1)
    days = air_c.reshape(DAYS, 24).mean(axis=1)
    hot = np.flatnonzero(days > _DAY_MOST)
    if len(hot):
        raise EnactError("climate_impossible", count=24 * len(hot), hour=24 * int(hot[0]) + 1)
    if not _MEAN_LEAST <= days.mean() <= _MEAN_MOST:
        raise EnactError(
            "climate_elsewhere", mean=round(float(days.mean()), 1), least=_MEAN_LEAST, most=_MEAN_MOST
        )
    return Climate(air_c, set_year().sun_w_m2 if sun_w_m2 is None else sun_w_m2, first_weekday, source)


@cache
def set_year() -> Climate:
    """A year made of monthly means: where no series of temperatures is given.

    Daily means stray from the course of the year as a first-order autoregressive series with a fixed seed, so that
    every month keeps its mean; the day follows a cosine. Sun: radiation of the month over the elevation of the sun,
    all days of a month alike.
    """
    day = np.arange(DAYS) + 0.5
    middle = np.cumsum(_MONTH_DAYS) - _MONTH_DAYS / 2
    mean, wide, spread = (_over_year(day, middle, column) for column in air_climate().T)
    daily = mean + spread * _stray()
    month = np.repeat(np.arange(12), _MONTH_DAYS)
    daily += (air_climate()[:, 0] - np.bincount(month, daily) / _MONTH_DAYS)[month]
    hour = np.arange(24)
    swing = np.cos(2 * np.pi * (hour + 0.5 - load_rule("climate_warmest_h")) / 24) / 2
    air = daily[:, None] + wide[:, None] * swing
    return Climate(air.ravel(), _sun(), int(load_rule("first_weekday")), climate_source())


def _over_year(day: np.ndarray, middle: np.ndarray, months: np.ndarray) -> np.ndarray:
    """Monthly values as a course over the days, the year closed to a ring."""
    at = np.r_[middle[-1] - DAYS, middle, middle[0] + DAYS]
    return np.interp(day, at, np.r_[months[-1], months, months[0]])


def _stray() -> np.ndarray:
    """How far daily means lie from the course of the year, in spreads."""
    # numpy promises this old generator to give the same numbers for ever
    draws = np.random.RandomState(int(load_rule("climate_seed"))).standard_normal(DAYS)
    memory = load_rule("climate_memory")
    stray = np.zeros(DAYS)
    last = 0.0
    for day, draw in enumerate(draws):
        last = memory * last + np.sqrt(1 - memory**2) * draw
        stray[day] = last
    return (stray - stray.mean()) / stray.std()


def _sun() -> np.ndarray:
    """Radiation of each hour in W/m²: that of the month, over the elevation of the sun."""
    day = np.arange(DAYS)
    decline = np.radians(23.45) * np.sin(2 * np.pi * (284 + day + 1) / 365)
    turn = np.radians(15 * (np.arange(24) + 0.5 - 12))
    north = np.radians(load_rule("latitude_deg"))
    height = (
        np.sin(north) * np.sin(decline)[:, None]
        + np.cos(north) * np.cos(decline)[:, None] * np.cos(turn)[None, :]
    )
    height = np.maximum(height, 0.0) ** 1.2
    month = np.repeat(np.arange(12), _MONTH_DAYS)
    whole = np.bincount(month, height.sum(axis=1))
    return (height * (1000 * solar_months_kwh_m2() / whole)[month][:, None]).ravel()


def river_c(climate: Climate) -> np.ndarray:
    """Temperature of rivers: a share of the mean of the air over days, shape (8760,)."""
    days = int(load_rule("river_days"))
    daily = climate.air_c.reshape(DAYS, 24).mean(axis=1)
    ring = np.concatenate([daily[-days:], daily])
    mean = np.convolve(ring, np.full(days, 1 / days), mode="valid")[1:]
    water = load_rule("river_offset_k") + load_rule("river_share") * mean
    return np.repeat(np.maximum(water, load_rule("river_lowest_c")), 24)
