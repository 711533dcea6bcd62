"""Heat a network must feed in, hour by hour."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...reference.load_tables import LoadProfile, load_profile
from .climate import DAYS, HOURS, Climate

# upper end of each class of temperature in load_hours.csv, but the last
_CLASSES_C = np.array([-15, -10, -5, 0, 5, 10, 15, 20, 25])
# weight of today and of the three days before
_WEIGHTS = (1.0, 0.5, 0.25, 0.125)
_REFERENCE_C = 40.0


def customers_load_kw(heat_kwh: Mapping[str, float], climate: Climate) -> np.ndarray:
    """Load of the customers by the standard load profiles of BDEW, VKU and GEODE for gas.

    Parameters
    ----------
    heat_kwh : mapping
        Profile to heat of a year.
    climate : Climate

    Returns
    -------
    ndarray of float, shape (8760,)
        Sums up to the heat of the year.
    """
    load = np.zeros(HOURS)
    for code, heat in heat_kwh.items():
        load += heat * profile_shares(load_profile(code), climate)
    return load


def profile_shares(profile: LoadProfile, climate: Climate) -> np.ndarray:
    """Share of the year's heat that falls on each hour.

    The heat of a day follows the sigmoid function of the daily mean temperature, weighted with those of the three
    days before (geometric series), and the weekday; the hours follow the table of their class of temperature.

    Parameters
    ----------
    profile : LoadProfile
    climate : Climate

    Returns
    -------
    ndarray of float, shape (8760,)
        Sums up to one.
    """
    daily = climate.air_c.reshape(DAYS, 24).mean(axis=1)
    felt = sum(weight * np.roll(daily, back) for back, weight in enumerate(_WEIGHTS)) / sum(_WEIGHTS)
    a, b, c, d = profile.sigmoid
    day = a / (1 + (b / (felt - _REFERENCE_C)) ** c) + d
    weekday = climate.weekday()
    day = day * profile.weekday[weekday]
    place = np.searchsorted(_CLASSES_C, np.ceil(felt))
    hours = day[:, None] * profile.hour[weekday, :, place]
    return (hours / hours.sum()).ravel()
