"""Yield of a roof surface by azimuth and tilt, relative to the best one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...reference.tables import rows
from .tables import rule

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

RULES = "solar_rules"
_EAST, _WEST, _SOUTH = 90.0, 270.0, 180.0


def yield_factor(azimuth_deg: ArrayLike, tilt_deg: ArrayLike) -> np.ndarray:
    """Yield relative to the best surface, bilinear between the rows of solar_yields.csv.

    Parameters
    ----------
    azimuth_deg : array of float, shape (n,)
        North 0, east 90, any turn; NaN where unknown: then the mean over all directions.
    tilt_deg : array of float, shape (n,)
        0 is horizontal, 90 a wall.

    Returns
    -------
    ndarray, shape (n,)
        In [0, 1].
    """
    azimuth, tilt = np.broadcast_arrays(np.asarray(azimuth_deg, float), np.asarray(tilt_deg, float))
    azimuths, tilts, table, mean = _table()
    # east and west are mirror images: only north over one side to south stands in the table
    turned = np.abs((np.where(np.isnan(azimuth), 0.0, azimuth) + 180.0) % 360.0 - 180.0)
    column, right = _place(tilts, tilt)
    row, below = _place(azimuths, turned)
    upper = table[row, column] * (1 - right) + table[row, column + 1] * right
    lower = table[row + 1, column] * (1 - right) + table[row + 1, column + 1] * right
    known = upper * (1 - below) + lower * below
    return np.where(np.isnan(azimuth), mean[column] * (1 - right) + mean[column + 1] * right, known)


def _place(grid: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Interval of a rising grid, and how far into it."""
    values = np.clip(values, grid[0], grid[-1])
    at = np.clip(np.searchsorted(grid, values, side="right") - 1, 0, len(grid) - 2)
    return at, (values - grid[at]) / (grid[at + 1] - grid[at])


@cache
def _table() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    frame = pd.DataFrame(rows("solar_yields"))[["azimuth_deg", "tilt_deg", "factor"]].astype(float)
    table = frame.pivot(index="azimuth_deg", columns="tilt_deg", values="factor").sort_index()
    values = table.to_numpy()
    mean = (values[1:] + values[:-1]).mean(axis=0) / 2  # trapezium over half a turn
    return table.index.to_numpy(), table.columns.to_numpy(), values, mean


def module_factor(roofs: pd.DataFrame) -> np.ndarray:
    """Yield factor of modules on roofs: parallel to pitched ones, facing east and west in turn on flat ones."""
    flat = is_flat(roofs)
    tilt = rule(RULES, "flat_module_tilt_deg")
    on_flat = (yield_factor(_EAST, tilt) + yield_factor(_WEST, tilt)) / 2
    return np.where(flat, on_flat, yield_factor(roofs["azimuth_deg"], roofs["tilt_deg"]))


def collector_factor(roofs: pd.DataFrame) -> np.ndarray:
    """Yield factor of collectors on roofs: parallel to pitched ones, in rows to the south on flat ones."""
    on_flat = yield_factor(_SOUTH, rule(RULES, "flat_collector_tilt_deg"))
    return np.where(is_flat(roofs), on_flat, yield_factor(roofs["azimuth_deg"], roofs["tilt_deg"]))


def is_flat(roofs: pd.DataFrame) -> np.ndarray:
    """Whether a surface has no direction because it is flat (not because it is unknown)."""
    return (roofs["azimuth_source"] == "flat").to_numpy()


def usable_m2(roofs: pd.DataFrame, flat_cover: str) -> np.ndarray:
    """Area of modules or collectors that a roof surface holds [m²].

    Parameters
    ----------
    roofs : DataFrame, shape (n,)
    flat_cover : str
        Row of solar_rules.csv with the module area per occupied flat roof.
    """
    flat_share = rule(RULES, "usable_share_flat") * rule(RULES, flat_cover)
    share = np.where(is_flat(roofs), flat_share, rule(RULES, "usable_share_pitched"))
    return roofs["area_m2"].to_numpy() * share


def left_out(roofs: pd.DataFrame, factor: np.ndarray) -> np.ndarray:
    """Reason why a surface is not used; empty where it is.

    ``solar_surface_small``, ``solar_low_yield``, ``solar_building_small`` (its usable surfaces together).
    """
    area = roofs["area_m2"]
    reason = np.full(len(roofs), "", dtype=object)
    reason[factor < rule(RULES, "min_factor")] = "solar_low_yield"
    reason[(area < rule(RULES, "min_surface_m2")).to_numpy()] = "solar_surface_small"
    together = area.where(reason == "", 0.0).groupby(roofs["building_id"]).transform("sum")
    small = (together < rule(RULES, "min_building_m2")).to_numpy()
    reason[(reason == "") & small] = "solar_building_small"
    return reason
