"""Use of buildings whose source does not tell it (DESIGN §3.2: address, land, census cell, shape)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...reference.stock_tables import building_uses, category_codes, landuse_uses, stock_rule
from .cells import NO_CELL


@dataclass(frozen=True)
class Uses:
    """Use of each building and where it comes from.

    Attributes
    ----------
    use, source : Series of object, shape (n,)
    """

    use: pd.Series
    source: pd.Series


@dataclass(frozen=True)
class Surroundings:
    """What lies around each building.

    Attributes
    ----------
    footprint_m2 : ndarray, shape (n,)
    has_address : ndarray of bool, shape (n,)
    land : ndarray of object, shape (n,)
        Kind of land by the layer landuse; None where nothing is said.
    cell : ndarray of int, shape (n,)
        Row of the census cell, `NO_CELL` outside.
    counted : ndarray, shape (c,), or None
        Buildings with dwellings by cell, NaN where the census says nothing; None without census.
    tall : ndarray of bool, shape (n,)
        Known to be as high as a house of several storeys, and no higher (`is_tall`).
    """

    footprint_m2: np.ndarray
    has_address: np.ndarray
    land: np.ndarray
    cell: np.ndarray
    counted: np.ndarray | None
    tall: np.ndarray


def land_at(points: np.ndarray, landuse: GeoDataFrame | None) -> np.ndarray:
    """Kind of land at each point; of overlapping areas the smallest. None where there is none."""
    found = np.full(len(points), None, dtype=object)
    if landuse is None or not len(landuse):
        return found
    kinds = landuse["landuse_kind"].to_numpy(dtype=object)
    outlines = landuse.geometry.to_numpy()
    area, point = shapely.STRtree(points).query(outlines, predicate="intersects")
    size = shapely.area(outlines)[area]
    order = np.lexsort((area, size, point))
    point, area = point[order], area[order]
    first = np.r_[True, point[1:] != point[:-1]] if len(point) else np.zeros(0, dtype=bool)
    found[point[first]] = kinds[area[first]]
    return found


def is_tall(height_m: pd.Series, storeys: pd.Series) -> np.ndarray:
    """Buildings as high as a house of three storeys; halls in courtyards are lower, towers higher."""
    lowest, highest = stock_rule("home_height_m"), stock_rule("home_highest_m")
    by_height = height_m.between(lowest, highest)
    by_storeys = height_m.isna() & (storeys >= stock_rule("home_storeys"))
    return (by_height | by_storeys).to_numpy(dtype=bool)


def fill_uses(use: pd.Series, source: pd.Series, around: Surroundings) -> Uses:
    """Give each building of unknown use the most likely one, and say by what.

    In this order: the kind of land (industry, public, agriculture, with and without an address); an address
    (residential); the census cell (so many of the largest buildings as it counts with dwellings); the size of the
    outline. A building about which none of them speaks stays ``unknown``.

    Parameters
    ----------
    use, source : Series of object, shape (n,)
        As delivered; ``unknown`` and None where nothing is said.
    around : Surroundings

    Returns
    -------
    Uses
    """
    result, origin = use.to_numpy(dtype=object).copy(), source.to_numpy(dtype=object).copy()
    small = (around.footprint_m2 < stock_rule("small_footprint_m2")) & ~around.has_address

    def settle(found: np.ndarray, why: str) -> None:
        chosen = (result == "unknown") & (found != None)  # noqa: E711  element by element
        result[chosen] = found[chosen]
        origin[chosen] = why

    settle(np.where(small, "outbuilding", None), "geometry")
    settle(_by_land(around), "landuse")
    settle(np.where(around.has_address, "residential", None), "address")
    if around.counted is not None:
        settle(_by_census(result, around, around.counted), "census")
    large = around.footprint_m2 > stock_rule("large_footprint_m2")
    settle(np.where(large, "industry", None), "geometry")
    return Uses(
        pd.Series(result, index=use.index, dtype=object), pd.Series(origin, index=use.index, dtype=object)
    )


def _by_land(around: Surroundings) -> np.ndarray:
    found = np.full(len(around.land), None, dtype=object)
    for kind, (without, with_address) in landuse_uses().items():
        there = around.land == kind
        found[there] = np.where(around.has_address[there], with_address, without)
    return found


def _by_census(use: np.ndarray, around: Surroundings, counted_in_cell: np.ndarray) -> np.ndarray:
    """Use by what the cell counts: the largest buildings are those with dwellings, the rest stands beside them.

    Of the rest what is as high as a house is one too: the census counts a house with its wings once, 3D models have
    each part, and in a closed row the wings in the yard outrank narrow fronts.
    """
    found = np.full(len(use), None, dtype=object)
    residential = np.isin(use, [name for name, entry in building_uses().items() if entry.census])
    residential &= use != "unknown"
    open_ = (use == "unknown") & (around.cell != NO_CELL)
    counted = np.where(around.cell == NO_CELL, np.nan, counted_in_cell[around.cell])
    inside = around.cell != NO_CELL
    there = np.bincount(around.cell[inside & residential], minlength=len(counted_in_cell))
    missing = np.where(around.cell == NO_CELL, 0, counted - there[around.cell])
    hall = around.footprint_m2 > stock_rule("large_footprint_m2")
    candidate = open_ & ~hall & (missing > 0)
    rank = _rank_in_cell(around.cell, around.footprint_m2, candidate)
    found[candidate & (rank < missing)] = "residential"
    done = open_ & (found == None) & ~np.isnan(counted)  # noqa: E711
    rest = done & (counted > 0)
    beside = np.where(around.footprint_m2 > stock_rule("rest_footprint_m2"), "trade", "outbuilding")
    house = around.tall & ~hall & (around.footprint_m2 > stock_rule("small_footprint_m2"))
    found[rest] = np.where(house, "residential", beside)[rest]
    none = done & (counted == 0)
    found[none] = np.where(
        around.footprint_m2[none] > stock_rule("hall_footprint_m2"), "industry", "outbuilding"
    )
    return found


def _rank_in_cell(cell: np.ndarray, footprint_m2: np.ndarray, candidate: np.ndarray) -> np.ndarray:
    """0, 1, 2 … by footprint, largest first, among the candidates of each cell."""
    rank = np.full(len(cell), len(cell))
    rows = np.flatnonzero(candidate)
    order = rows[np.lexsort((rows, -footprint_m2[rows], cell[rows]))]
    ordered = cell[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(order) else np.zeros(0, int)
    place = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    rank[order] = place
    return rank


def heated(use: pd.Series, footprint_m2: pd.Series) -> pd.Series:
    """Whether a building is heated as a rule: by its use; small ones for supply (substations) are not."""
    by_use = use.map({name: entry.heated for name, entry in building_uses().items()}).astype(bool)
    substation = use.eq("utility") & (footprint_m2 < stock_rule("heated_utility_m2"))
    return by_use & ~substation


def heated_source(use: pd.Series, use_source: pd.Series, heated: pd.Series) -> pd.Series:
    """Where it is known from that a building is heated or not: whence its use is, or its size for small substations."""
    by_size = use.eq("utility") & ~heated
    return use_source.fillna("default").where(~by_size, "geometry")


def heat_category(use: pd.Series, function_code: pd.Series) -> pd.Series:
    """Category of heat need: by function code where it is finer than the use; None for unheated uses."""
    by_use = use.map({name: entry.category or None for name, entry in building_uses().items()})
    residential = by_use.eq("residential")
    finer = function_code.map(category_codes())
    return finer.where(finer.notna() & by_use.notna() & ~residential, by_use)
