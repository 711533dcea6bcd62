"""Storeys where the source tells none, and how far off the ways to them are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from scipy.spatial import cKDTree

from ...reference.building_tables import floor_area_factors
from ...reference.stock_tables import building_uses, default_storeys, stock_rule
from ..storeys import storeys_from_eaves
from .cells import NO_CELL, Distribution, housing

TRUSTED = ("cadastre", "osm", "given", "measured", "register")  # sources that counted storeys

_ERROR_SAMPLE = 2000  # of each kind: the mean error of more would say the same
_SAME_STREET = 40  # neighbours looked at beyond those that count: houses of one street may be among them
_WITH_TOWERS = "culture"  # culture, sports, church


@dataclass(frozen=True)
class StoreyError:
    """How far a way to storeys is off on buildings whose storeys are known.

    Attributes
    ----------
    way : str
        ``geometry``, ``neighbour``, ``census`` or ``default``.
    buildings : int
    mean_bias, mean_error : float
        Mean of estimate − known and of its amount [storeys].
    """

    way: str
    buildings: int
    mean_bias: float
    mean_error: float


@dataclass(frozen=True)
class Storeys:
    """Storeys of each building, where they come from, and how sure the ways are.

    Attributes
    ----------
    storeys : Series of float, shape (n,)
    source : Series of object, shape (n,)
    errors : tuple of StoreyError
    """

    storeys: pd.Series
    source: pd.Series
    errors: tuple[StoreyError, ...]


def fill_storeys(
    buildings: GeoDataFrame, points: np.ndarray, ages: Distribution, census: pd.Series | None = None
) -> Storeys:
    """Storeys from eaves, from the total height, from neighbours, from the census, else by use and size.

    Storeys from the eaves of buildings of unknown age are the mean over the age classes of their census cell, weighted
    by share: a town of 1900 and one of 1970 differ by a fifth at the same height.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (n,)
        ``use`` (completed), ``age_class``, ``storeys``, ``storeys_source``, ``eaves_height_m``, ``height_m``,
        ``roof_type``, ``footprint_m2``.
    points : ndarray, shape (n, 2)
        Coordinates in metres.
    ages : Distribution
        Age classes of buildings whose own is unknown.
    census : Series of float or None
        Storeys by `census_storeys`.

    Returns
    -------
    Storeys
    """
    by_census = pd.Series(np.nan, index=buildings.index) if census is None else census
    eaves = eaves_m(buildings)
    counted = buildings["storeys"].where(buildings["storeys_source"].isin(TRUSTED))
    by_eaves = _by_eaves(eaves, buildings["use"], buildings["age_class"], ages)
    known = counted.fillna(by_eaves)
    # of what its height alone tells nothing is handed on: a nave is no measure for the next one
    by_neighbours = _by_neighbours(
        known.where(~_may_have_tower(buildings) | counted.notna()), buildings, points
    )
    by_default = _by_default(buildings["use"], buildings["footprint_m2"])
    storeys = known.fillna(by_neighbours).fillna(by_census).fillna(by_default)
    source = buildings["storeys_source"].where(counted.notna(), None)
    ways = {"geometry": by_eaves, "neighbour": by_neighbours, "census": by_census, "default": by_default}
    for name, values in ways.items():
        source = source.where(source.notna() | values.isna(), name)
    ways["neighbour"] = _by_neighbours(counted, buildings, points, leave_out=True)
    errors = [_error(name, values, counted) for name, values in ways.items()]
    return Storeys(storeys.round(2), source, tuple(error for error in errors if error.buildings))


def census_storeys(buildings: pd.DataFrame, cell: np.ndarray, cells: pd.DataFrame | None) -> pd.Series:
    """Storeys that the dwellings of a census cell need on the footprints of its residential buildings.

    ``floor area of the dwellings / (footprints × factor)``, between one and six; for the residential buildings
    of the cell alike. NaN where the census or the buildings do not tell.

    Parameters
    ----------
    buildings : DataFrame, shape (n,)
        ``heat_category``, ``footprint_m2``.
    cell : ndarray of int, shape (n,)
    cells : DataFrame or None
    """
    result = pd.Series(np.nan, index=buildings.index)
    if cells is None or not len(cells):
        return result
    there = (cell != NO_CELL) & buildings["heat_category"].eq("residential").to_numpy()
    footprint = buildings["footprint_m2"].to_numpy(dtype=float)
    built = np.bincount(cell[there], footprint[there], len(cells))
    found = np.bincount(cell[there], minlength=len(cells))
    counted = housing(cells)
    # the census' buildings may be more or fewer than the outlines: what counts is the area of each building
    mean = np.divide(
        counted.floor_area_m2, counted.buildings, out=np.full(len(cells), np.nan), where=counted.buildings > 0
    )
    area = mean * found
    factor = floor_area_factors()["residential"].factor or 1.0
    storeys = np.divide(area, built * factor, out=np.full(len(cells), np.nan), where=built > 0)
    low, high = stock_rule("census_storeys_min"), stock_rule("census_storeys_max")
    result[there] = np.clip(storeys, low, high).round(1)[cell[there]]
    return result


def eaves_m(buildings: pd.DataFrame) -> pd.Series:
    """Height of the eaves [m]; from the total height by the roof where only that is known.

    The total height of a church is that of its tower, and tells nothing.
    """
    flat = buildings["roof_type"].eq("flat")
    ratio = np.where(flat, stock_rule("eaves_to_height_flat"), stock_rule("eaves_to_height_pitched"))
    told = buildings["height_m"].where(~_may_have_tower(buildings))
    return buildings["eaves_height_m"].fillna(told * ratio)


def _may_have_tower(buildings: pd.DataFrame) -> pd.Series:
    return buildings["use"].eq(_WITH_TOWERS)


def _by_eaves(eaves: pd.Series, use: pd.Series, age: pd.Series, ages: Distribution) -> pd.Series:
    result = storeys_from_eaves(eaves, use, age)
    open_ = age.eq("unknown") & result.notna() & (ages.shares.sum(axis=1) > 0)
    if not open_.any():
        return result
    rows = open_.to_numpy()
    mean = np.zeros(int(rows.sum()))
    for number, klass in enumerate(ages.classes):
        share = ages.shares[rows, number]
        if share.any():
            classes = pd.Series(klass, index=eaves.index[rows])
            mean += share * storeys_from_eaves(eaves[rows], use[rows], classes).to_numpy()
    result[open_] = mean
    return result


def _by_neighbours(
    known: pd.Series, buildings: pd.DataFrame, points: np.ndarray, leave_out: bool = False
) -> pd.Series:
    """Mean storeys of the nearest buildings of the same kind and about the same size.

    Kind is what the use means for heat (residential, hall, other); a building four times as large is no neighbour.
    With `leave_out` each known building is estimated from the others, those of its own street left out too: storeys
    are mapped street by street, and where they are missing they are missing for all of one.
    """
    result = pd.Series(np.nan, index=known.index)
    category = buildings["use"].map({name: entry.category for name, entry in building_uses().items()})
    size = np.log(buildings["footprint_m2"].to_numpy())
    # footprint as a third coordinate: at the allowed ratio of sizes as far away as the farthest neighbour
    reach = stock_rule("neighbour_distance_m")
    place = np.column_stack([points, size / np.log(stock_rule("neighbour_size_ratio")) * reach])
    wanted = known.notna() if leave_out else known.isna()
    count = int(stock_rule("neighbours"))
    street = pd.factorize(buildings["street"])[0] if "street" in buildings else np.full(len(known), -1)
    for kind in pd.unique(category[wanted]):
        same = category.eq(kind).to_numpy()
        source = np.flatnonzero(same & known.notna().to_numpy())
        target = np.flatnonzero(same & wanted.to_numpy())
        if leave_out:
            target = target[:: 1 + len(target) // _ERROR_SAMPLE]
        wide = min(len(source), count + _SAME_STREET) if leave_out else count
        if not len(source) or not len(target):
            continue
        tree = cKDTree(place[source])
        distance, near = tree.query(place[target], k=wide, distance_upper_bound=reach)
        near, distance = (
            near.reshape(len(target), -1),
            distance.reshape(len(target), -1),
        )  # k = 1 gives one dimension
        values = np.r_[known.to_numpy()[source], np.nan][near]
        if leave_out:
            other = np.r_[source, -1][near]
            same_street = (street[other] == street[target][:, None]) & (street[target] >= 0)[:, None]
            values[same_street | (other == target[:, None])] = np.nan
            values[np.cumsum(~np.isnan(values), axis=1) > count] = np.nan
        found = ~np.isnan(values).all(axis=1)
        result.iloc[target[found]] = np.nanmean(values[found], axis=1)
    return result.round(1)


def _by_default(use: pd.Series, footprint_m2: pd.Series) -> pd.Series:
    result = pd.Series(np.nan, index=use.index)
    for name, entries in default_storeys().items():
        rows = use.eq(name).to_numpy()
        limits = np.array([limit for limit, _ in entries])
        storeys = np.array([count for _, count in entries])
        result.iloc[rows] = storeys[np.searchsorted(limits, footprint_m2.to_numpy()[rows])]
    return result


def _error(way: str, estimate: pd.Series, counted: pd.Series) -> StoreyError:
    both = (estimate - counted).dropna()
    if both.empty:
        return StoreyError(way, 0, np.nan, np.nan)
    return StoreyError(way, len(both), float(both.mean()), float(both.abs().mean()))
