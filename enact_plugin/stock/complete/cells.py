"""Census cells and the buildings in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from scipy.spatial import cKDTree

from ...reference.stock_tables import class_shares, dwelling_areas_m2, known_age_classes, stock_rule

_CARRIERS = ("gas", "oil", "wood", "biomass", "ambient", "electricity", "coal", "district_heating")
NO_CELL = -1


@dataclass(frozen=True)
class CellCounts:
    """Counts of one topic by cell.

    Attributes
    ----------
    classes : tuple of str
    counts : ndarray, shape (cells, classes)
        Zero where nothing is published.
    known : ndarray of bool, shape (cells,)
        Whether the cell publishes a number greater than zero.
    """

    classes: tuple[str, ...]
    counts: np.ndarray
    known: np.ndarray


def cell_of(points: np.ndarray, cells: GeoDataFrame) -> np.ndarray:
    """Row of the cell each point lies in; `NO_CELL` outside all. On a border the cell with the lower row counts."""
    found = np.full(len(points), NO_CELL)
    if not len(cells):
        return found
    cell, point = shapely.STRtree(points).query(cells.geometry.to_numpy(), predicate="intersects")
    order = np.lexsort((cell, point))
    point, cell = point[order], cell[order]
    first = np.r_[True, point[1:] != point[:-1]] if len(point) else np.zeros(0, dtype=bool)
    found[point[first]] = cell[first]
    return found


def age_counts(cells: pd.DataFrame) -> CellCounts:
    """Buildings by age class of each cell, in the classes of the list age_class.

    Classes of the Census 2011 are split by `age_class_map.csv`, so that each cell keeps its total.
    """
    classes = known_age_classes()
    counts = np.zeros((len(cells), len(classes)))
    if "census_year" in cells and pd.to_numeric(cells["census_year"]).eq(2011).any():
        scheme = "census_2011"
    else:
        scheme = "census_2022"
    for name, shares in class_shares(scheme).items():
        delivered = _numbers(cells, f"buildings_age_{name}")
        for target, share in shares.items():
            counts[:, classes.index(target)] += share * delivered
    return CellCounts(classes, counts, counts.sum(axis=1) > 0)


def carrier_counts(cells: pd.DataFrame) -> CellCounts:
    """Buildings by energy carrier of heating of each cell; dwellings where a cell has no figures of buildings."""
    buildings = np.column_stack([_numbers(cells, f"buildings_carrier_{name}") for name in _CARRIERS])
    dwellings = np.column_stack([_numbers(cells, f"dwellings_carrier_{name}") for name in _CARRIERS])
    silent = buildings.sum(axis=1) == 0
    counts = np.where(silent[:, None], dwellings, buildings)
    return CellCounts(_CARRIERS, counts, counts.sum(axis=1) > 0)


def residential_buildings(cells: pd.DataFrame) -> np.ndarray:
    """Number of buildings with dwellings in each cell; NaN where the census says nothing.

    The published total, else the sum of the age classes, else of the types: each is published with its own noise.
    """
    total = np.full(len(cells), np.nan)
    if "buildings" in cells:
        total = pd.to_numeric(cells["buildings"]).to_numpy(dtype=float, na_value=np.nan)
    for counts in (age_counts(cells).counts.sum(axis=1), housing(cells).buildings):
        total = np.where(np.isnan(total) & (counts > 0), counts, total)
    return total


@dataclass(frozen=True)
class Housing:
    """Residential buildings of each cell, and the floor area of their dwellings.

    Attributes
    ----------
    buildings : ndarray, shape (cells,)
    floor_area_m2 : ndarray, shape (cells,)
        By `census_dwellings.csv`: dwellings of the class times floor area of a dwelling. Zero where nothing is
        published.
    """

    buildings: np.ndarray
    floor_area_m2: np.ndarray


def housing(cells: pd.DataFrame) -> Housing:
    """Buildings and floor area by cell: from the number of dwellings, else from the type of building."""
    sizes, types = _housing(cells, "size", "dwellings"), _housing(cells, "type", "type")
    known = sizes.buildings > 0
    return Housing(
        np.where(known, sizes.buildings, types.buildings),
        np.where(known, sizes.floor_area_m2, types.floor_area_m2),
    )


def _housing(cells: pd.DataFrame, topic: str, column: str) -> Housing:
    areas = dwelling_areas_m2(topic)
    counts = np.column_stack([_numbers(cells, f"buildings_{column}_{klass}") for klass in areas])
    return Housing(counts.sum(axis=1), counts @ np.array(list(areas.values())))


def _numbers(cells: pd.DataFrame, column: str) -> np.ndarray:
    if column not in cells:
        return np.zeros(len(cells))
    return np.nan_to_num(pd.to_numeric(cells[column]).to_numpy(dtype=float, na_value=np.nan))


@dataclass(frozen=True)
class Distribution:
    """Shares of classes for each building.

    Attributes
    ----------
    classes : tuple of str
    shares : ndarray, shape (buildings, classes)
        Rows sum to one, or are zero where nothing is known.
    source : ndarray of object, shape (buildings,)
        ``census`` (own cell), ``neighbour`` (cells around), ``default`` (whole municipality), None.
    """

    classes: tuple[str, ...]
    shares: np.ndarray
    source: np.ndarray


def distribution(
    cell: np.ndarray, points: np.ndarray, cells: GeoDataFrame, topic: CellCounts
) -> Distribution:
    """Distribution of the cell of each building; of the cells around it, else of all cells, where it says nothing.

    Parameters
    ----------
    cell : ndarray of int, shape (n,)
        Row of the cell, `NO_CELL` where there is none.
    points : ndarray of Point, shape (n,)
    cells : GeoDataFrame, shape (c,)
    topic : CellCounts

    Returns
    -------
    Distribution
    """
    shares = np.zeros((len(cell), len(topic.classes)))
    source = np.full(len(cell), None, dtype=object)
    if not topic.known.any():
        return Distribution(topic.classes, shares, source)
    own = (cell != NO_CELL) & topic.known[cell]
    shares[own] = topic.counts[cell[own]]
    source[own] = "census"
    gap = np.flatnonzero(~own)
    if len(gap):
        around = _around(points[gap], cells, topic)
        near = around.sum(axis=1) > 0
        shares[gap[near]] = around[near]
        source[gap[near]] = "neighbour"
        shares[gap[~near]] = topic.counts.sum(axis=0)
        source[gap[~near]] = "default"
    return Distribution(topic.classes, shares / shares.sum(axis=1, keepdims=True), source)


def _around(points: np.ndarray, cells: GeoDataFrame, topic: CellCounts) -> np.ndarray:
    """Counts of the cells whose centre is near each point."""
    places = np.flatnonzero(topic.known)
    centres = shapely.get_coordinates(shapely.centroid(cells.geometry.to_numpy()[places]))
    pairs = cKDTree(shapely.get_coordinates(points)).sparse_distance_matrix(
        cKDTree(centres), stock_rule("near_cells_m"), output_type="ndarray"
    )
    counts = np.zeros((len(points), topic.counts.shape[1]))
    np.add.at(counts, pairs["i"], topic.counts[places[pairs["j"]]])
    return counts


def less_known(topic: CellCounts, cell: np.ndarray, klass: np.ndarray) -> CellCounts:
    """Counts without the buildings whose class is known already.

    A cell of 10 houses before 1918 and 5 later ones, of which 5 early ones are known, leaves 5 and 5 for the rest.
    Where nothing would be left, the cell's own counts stay: the source knows more buildings than the census.

    Parameters
    ----------
    topic : CellCounts
    cell : ndarray of int, shape (n,)
    klass : ndarray of object, shape (n,)
        Class of each building; anything else where unknown.
    """
    code = pd.Categorical(klass, categories=topic.classes).codes
    counted = (cell != NO_CELL) & (code >= 0)
    known = np.zeros_like(topic.counts)
    np.add.at(known, (cell[counted], code[counted]), 1.0)
    rest = np.clip(topic.counts - known, 0, None)
    empty = rest.sum(axis=1) <= 0
    rest[empty] = topic.counts[empty]
    return CellCounts(topic.classes, rest, topic.known)
