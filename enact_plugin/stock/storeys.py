"""Storeys and floor area of buildings (DESIGN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..reference.building_tables import (
    attic_shares,
    building_limit,
    floor_area_factors,
    storey_heights,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

LEVELS_BELOW_ROOF = (
    "osm",
    "geometry",
)  # sources that count the storeys up to the eaves, not those in the roof


def storeys_from_eaves(eaves_m: pd.Series, use: pd.Series, age: pd.Series) -> pd.Series:
    """Full storeys below the eaves.

    ``round((eaves − base) / storey height)``, at least one; base and storey height by use and age class stand in
    storey_heights.csv.

    Parameters
    ----------
    eaves_m : Series of float, shape (n,)
        Eaves above the terrain [m]; NaN where unknown.
    use, age : Series of str, shape (n,)
        Values of the lists building_use and age_class.

    Returns
    -------
    Series of float
        NaN where the eaves are unknown or lower than a storey can be.
    """
    height, base = _storey_heights(use, age)
    storeys = np.maximum(np.floor((eaves_m - base) / height + 0.5), 1.0)  # half rounds up, as planners do
    return storeys.where(eaves_m >= building_limit("min_eaves_m"))


def eaves_from_storeys(storeys: pd.Series, use: pd.Series, age: pd.Series) -> pd.Series:
    """Height of the eaves [m]: ``base + storeys × storey height``; the inverse of `storeys_from_eaves`."""
    height, base = _storey_heights(use, age)
    return base + storeys * height


def _storey_heights(use: pd.Series, age: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Height of a storey, and of the ground floor above the terrain [m]."""
    kinds = pd.factorize(use.astype(str) + "|" + age.astype(str))
    heights = [storey_heights()[tuple(kind.split("|"))] for kind in kinds[1]]
    height = np.array([entry.height_m for entry in heights] or [np.nan], dtype=float)[kinds[0]]
    base = np.array([entry.base_m for entry in heights] or [np.nan], dtype=float)[kinds[0]]
    return height, base


def attic_share(
    roof: pd.Series, attic_storeys: pd.Series, use: pd.Series, storeys_source: pd.Series
) -> pd.Series:
    """Share of a storey that the attic adds to the floor area.

    Where the source counts storeys in the roof, each is a converted attic; else the share of the roof type. Zero for
    uses whose attic does not count, and where the delivered storeys may already hold the one in the roof (cadastre,
    user).
    """
    factors = floor_area_factors()
    share = roof.map(attic_shares()).astype("float64").fillna(0.0)
    share = share.where(attic_storeys.isna(), attic_storeys * building_limit("attic_full_storey"))
    counts = use.map({name: entry.attic for name, entry in factors.items()}).astype(bool)
    return share.where(counts & storeys_source.isin(LEVELS_BELOW_ROOF), 0.0)


def floor_area_m2(footprint_m2: pd.Series, storeys: pd.Series, attic: ArrayLike, use: pd.Series) -> pd.Series:
    """Energiebezugsfläche: ``footprint × (storeys + attic share) × factor`` [m²].

    Parameters
    ----------
    footprint_m2, storeys : Series of float, shape (n,)
    attic : array of float, shape (n,)
        Share of a storey in the roof.
    use : Series of str, shape (n,)
        Value of the list building_use; its factor stands in floor_area_factors.csv.

    Returns
    -------
    Series of float
        NaN where the storeys are unknown and for uses without floor area (unheated outbuildings).
    """
    factor = use.map({name: entry.factor for name, entry in floor_area_factors().items()}).astype("float64")
    return footprint_m2 * (storeys + attic) * factor
