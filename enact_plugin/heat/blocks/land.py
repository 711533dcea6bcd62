"""What of a block is land of the settlement: without open land and water, as deep as its parcels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from geopandas import GeoDataFrame

from ...reference.heat_rules import heat_rule
from ...reference.values import values
from ...stock.complete.uses import land_at
from ...stock.shapes import cover_by_group, in_threads
from .faces import NOWHERE, polygon_at
from .settlement import hulls

_OPEN, _UNKNOWN = "open", "other"  # group of kinds of land use; a kind that says nothing
_SHARP = "mitre"
_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7


@dataclass(frozen=True)
class Land:
    """What is known of the land; all in the CRS of the blocks.

    Attributes
    ----------
    water : GeoDataFrame or None
        Layer ``water``.
    landuse : GeoDataFrame or None
        Layer ``landuse`` with ``landuse_kind``.
    parcels : GeoDataFrame or None
        Layer ``parcels``.
    """

    water: GeoDataFrame | None = None
    landuse: GeoDataFrame | None = None
    parcels: GeoDataFrame | None = None


@dataclass(frozen=True)
class Heated:
    """Heated buildings within blocks: outlines, a point on each, and the row of its block."""

    outlines: np.ndarray
    points: np.ndarray
    block: np.ndarray


def without_water(shapes: np.ndarray, land: Land) -> np.ndarray:
    """Blocks less the water in them."""
    if land.water is None or not len(land.water):
        return shapes
    return _unless_gone(_less(shapes, land.water.geometry.to_numpy(), 0.0)[0], shapes, np.zeros(len(shapes)))


def within_parcels(shapes: np.ndarray, heated: Heated, land: Land) -> np.ndarray:
    """Blocks cut to the parcels of their heated buildings.

    A building on no parcel, or on one too large to be its garden, keeps the land around it. Streets and vacant lots
    between parcels stay within the block.

    Parameters
    ----------
    shapes : ndarray of Polygon, shape (b,)
    heated : Heated
    land : Land

    Returns
    -------
    ndarray, shape (b,)
    """
    if land.parcels is None or not len(heated.points):
        return shapes
    lots = land.parcels.geometry.to_numpy()
    lots = lots[shapely.area(lots) <= heat_rule("block_parcel_m2")]
    if not len(lots):
        return shapes
    found = polygon_at(heated.points, lots)
    own = found != NOWHERE
    around = heated.outlines.copy()
    around[own] = shapely.union(around[own], lots[found[own]])
    around[~own] = hulls(heated.outlines[~own], np.arange((~own).sum()), int((~own).sum()))
    # a block whose buildings are on no parcel stays
    told = np.unique(heated.block[own])
    rows = np.flatnonzero(np.isin(heated.block, told))
    gap_m = heat_rule("block_parcel_gap_m") / 2
    closed = shapely.buffer(cover_by_group(around[rows], heated.block[rows]), gap_m, join_style=_SHARP)
    closed = shapely.buffer(closed, -gap_m, join_style=_SHARP)
    result = shapes.copy()
    # where borders run along each other, lines come out too
    result[told] = _areas(in_threads(shapely.intersection, shapes[told], closed))
    return _unless_gone(result, shapes, _built_m2(heated, len(shapes)))


def without_open_land(shapes: np.ndarray, heated: Heated, land: Land) -> np.ndarray:
    """Blocks less fields, woods, cemeteries and the like in them, except around heated buildings that stand there.

    Land of unknown use stays, so that land use mapped in part does not tear blocks apart; gardens and playgrounds too.

    Parameters
    ----------
    shapes : ndarray of Polygon, shape (b,)
    heated : Heated
    land : Land

    Returns
    -------
    ndarray, shape (b,)
    """
    if land.landuse is None or not len(land.landuse):
        return shapes
    kinds = {value.code for value in values("landuse_kind") if value.group == _OPEN} - {_UNKNOWN}
    used = land.landuse.geometry.to_numpy()
    large = shapely.area(used) >= heat_rule("block_open_land_m2")
    open_ = land.landuse["landuse_kind"].isin(kinds).to_numpy() & large
    there = np.isin(land_at(heated.points, land.landuse), list(kinds))
    around = hulls(heated.outlines[there], np.arange(there.sum()), int(there.sum()))
    ground = used[open_]
    kept, row = shapely.STRtree(around).query(ground, predicate="intersects")[::-1]
    if len(row):
        hit = np.unique(row)
        ground[hit] = shapely.difference(ground[hit], cover_by_group(around[kept], row))
    strip_m = heat_rule("block_strip_m")
    result, cut = _less(shapes, ground, strip_m**2)
    # land use is drawn along the kerb, blocks along the axis: the strip between is no land of its own
    half_m = strip_m / 2
    result[cut] = _areas(in_threads(lambda part: _without_strips(part, half_m), result[cut]))
    return _unless_gone(result, shapes, _built_m2(heated, len(shapes)))


def _without_strips(shapes: np.ndarray, half_m: float) -> np.ndarray:
    core = shapely.buffer(shapely.buffer(shapes, -half_m, quad_segs=1), half_m, join_style=_SHARP)
    return shapely.intersection(shapes, core)


def _less(shapes: np.ndarray, others: np.ndarray, least_m2: float) -> tuple[np.ndarray, np.ndarray]:
    """Shapes less the others that overlap them by more than `least_m2`, and the rows of those."""
    other, row = shapely.STRtree(shapes).query(others, predicate="intersects")
    # borders drawn twice overlap a little everywhere, and the parts are smaller than the whole
    parts = _areas(in_threads(shapely.intersection, shapes[row], others[other]))
    overlap = shapely.area(parts) > least_m2
    parts, row = parts[overlap], row[overlap]
    hit, result = np.unique(row), shapes.copy()
    if len(hit):
        result[hit] = _areas(in_threads(shapely.difference, shapes[hit], cover_by_group(parts, row)))
    return result, hit


def _areas(shapes: np.ndarray) -> np.ndarray:
    """Shapes without lines and points; what is left does not overlap, so that nothing need be united."""
    result = shapes.copy()
    mixed = np.flatnonzero(shapely.get_type_id(shapes) == _COLLECTION)
    parts, row = shapely.get_parts(shapes[mixed], return_index=True)
    parts, within = shapely.get_parts(parts, return_index=True)
    flat = shapely.get_type_id(parts) == _POLYGON
    parts, row = parts[flat], mixed[row[within[flat]]]
    result[mixed] = shapely.MultiPolygon()
    if len(row):
        place, number = np.unique(row, return_inverse=True)
        result[place] = shapely.multipolygons(parts, indices=number)
    single = np.flatnonzero(
        (shapely.get_type_id(result) == _MULTIPOLYGON) & (shapely.get_num_geometries(result) == 1)
    )
    result[single] = shapely.get_geometry(result[single], 0)
    return result


def _unless_gone(result: np.ndarray, before: np.ndarray, least_m2: np.ndarray) -> np.ndarray:
    return np.where(shapely.area(result) > least_m2, result, before)


def _built_m2(heated: Heated, count: int) -> np.ndarray:
    return np.bincount(heated.block, shapely.area(heated.outlines), count)
