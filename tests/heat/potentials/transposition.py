"""Irradiation on an inclined plane from monthly sums on the horizontal: where solar_yields.csv comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from enact_plugin.reference.tables import rows

LATITUDE_DEG = 51.05  # middle of Saxony
SOLAR_CONSTANT_W_M2 = 1367.0
ALBEDO = 0.2  # ground reflectance that is usually taken
INCIDENCE_B0 = 0.05  # ASHRAE coefficient of a glass cover
_DAYS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_STEP_DEG = 1.0  # four minutes
_MIN_SINE = 0.01  # the sun on the horizon: ratios have no meaning


@dataclass(frozen=True)
class _Sun:
    """Sun and sky over the mean day of each month; arrays of shape (12, steps), powers in W/m²."""

    east: np.ndarray
    north: np.ndarray
    up: np.ndarray
    beam_w_m2: np.ndarray
    diffuse_w_m2: np.ndarray
    anisotropy: np.ndarray


def inclined_kwh_m2(azimuth_deg: float, tilt_deg: float) -> float:
    """Irradiation of a year that a module makes use of.

    Monthly sums and diffuse shares of solar_climate.csv on the mean day of each month (Klein 1977), spread over the day
    after Collares-Pereira and Rabl (1979) and Liu and Jordan (1960), sky after Hay and Davies (1980), isotropic
    reflection from the ground; beam lessened by the ASHRAE incidence modifier. No shade, no horizon, no temperature.

    Parameters
    ----------
    azimuth_deg : float
        North 0, east 90.
    tilt_deg : float
        0 is horizontal, 90 a wall.

    Returns
    -------
    float
        [kWh/(m²·a)]
    """
    sun = _sun()
    azimuth, tilt = np.radians(azimuth_deg), np.radians(tilt_deg)
    incidence = (
        np.sin(tilt) * (np.sin(azimuth) * sun.east + np.cos(azimuth) * sun.north) + np.cos(tilt) * sun.up
    )
    incidence = np.clip(incidence, 0.0, 1.0)
    ratio = incidence / np.maximum(sun.up, _MIN_SINE) * _incidence_modifier(incidence)
    sees_sky, sees_ground = (1 + np.cos(tilt)) / 2, (1 - np.cos(tilt)) / 2
    diffuse = sun.diffuse_w_m2 * (sun.anisotropy * ratio + (1 - sun.anisotropy) * sees_sky)
    ground = (sun.beam_w_m2 + sun.diffuse_w_m2) * ALBEDO * sees_ground
    power = sun.beam_w_m2 * ratio + diffuse + ground
    return float((power.sum(axis=1) * _DAYS).sum() * _STEP_DEG / 15 / 1000)


def _incidence_modifier(cosine: np.ndarray) -> np.ndarray:
    return np.clip(1 - INCIDENCE_B0 * (1 / np.maximum(cosine, 0.05) - 1), 0.0, 1.0)


@cache
def _sun() -> _Sun:
    table = rows("solar_climate")
    day = np.array([int(row["mean_day"]) for row in table])[:, None]
    daily_wh = (np.array([float(row["global_kwh_m2"]) for row in table]) * 1000 / _DAYS)[:, None]
    latitude = np.radians(LATITUDE_DEG)
    declination = np.radians(23.45 * np.sin(2 * np.pi * (284 + day) / 365))
    sunset = np.arccos(-np.tan(latitude) * np.tan(declination))
    hour = np.radians(np.arange(-180, 180, _STEP_DEG) + _STEP_DEG / 2)[None, :]
    up = np.sin(latitude) * np.sin(declination) + np.cos(latitude) * np.cos(declination) * np.cos(hour)
    day_time = up > _MIN_SINE
    east = -np.cos(declination) * np.sin(hour)  # before noon the hour angle is negative
    north = np.cos(latitude) * np.sin(declination) - np.sin(latitude) * np.cos(declination) * np.cos(hour)

    outside = SOLAR_CONSTANT_W_M2 * (1 + 0.033 * np.cos(2 * np.pi * day / 365))
    diffuse_share = np.array([float(row["diffuse_share"]) for row in table])[:, None]
    profile = (np.cos(hour) - np.cos(sunset)).clip(0) * day_time
    a = 0.409 + 0.5016 * np.sin(sunset - np.radians(60))
    b = 0.6609 - 0.4767 * np.sin(sunset - np.radians(60))
    of_global = (a + b * np.cos(hour)) * profile
    per_hour = 15 / _STEP_DEG
    total = daily_wh * of_global / of_global.sum(axis=1, keepdims=True) * per_hour
    diffuse = daily_wh * diffuse_share * profile / profile.sum(axis=1, keepdims=True) * per_hour
    diffuse = np.minimum(diffuse, total)
    beam = total - diffuse
    anisotropy = np.clip(beam / (outside * np.maximum(up, _MIN_SINE)), 0, 1)
    return _Sun(east, north, up, beam, diffuse, anisotropy)
