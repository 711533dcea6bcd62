"""Geometry of buildings: repair, merge, recognise repetitions, keep what lies inside a boundary.

All functions take and return numpy arrays of shapely geometries and work on whole arrays; coordinates are metres.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

GRID_M = 0.001  # coordinates of the cadastre are given to the millimetre
SAME_SHAPE_DIGITS = 2  # centimetres: closer than that two outlines are one
_MOST_THREADS = 8
_ROWS_FOR_THREADS = 8
_AT_ONCE = 250  # shapes united in one go
_POLYGON, _MULTIPOLYGON, _COLLECTION = 3, 6, 7


@dataclass(frozen=True)
class Polygons:
    """Outlines of rows, in two dimensions.

    Attributes
    ----------
    shapes : ndarray, shape (n,)
        Valid Polygon or MultiPolygon; None where there is none.
    missing, not_polygon, flat, repaired : ndarray of bool, shape (n,)
        No geometry; geometry without area by its kind (points, lines); polygon without area; ring mended.
    """

    shapes: np.ndarray
    missing: np.ndarray
    not_polygon: np.ndarray
    flat: np.ndarray
    repaired: np.ndarray


def polygons(geometry: np.ndarray) -> Polygons:
    """Make valid two-dimensional polygons of whatever was delivered.

    Heights are dropped. Invalid outlines are mended part by part and the parts joined, so that parts which share an
    edge or overlap (as in surfaces of a 3D model) become one outline and none is counted twice.
    """
    geometry = np.asarray(geometry, dtype=object)
    missing = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    shapes = np.where(missing, None, shapely.force_2d(geometry))
    mixed = shapely.get_type_id(shapes) == _COLLECTION
    if mixed.any():
        shapes[mixed] = _polygonal(shapes[mixed])
    not_polygon = ~missing & ~np.isin(shapely.get_type_id(shapes), (_POLYGON, _MULTIPOLYGON))
    shapes[not_polygon] = None
    broken = ~shapely.is_missing(shapes) & ~shapely.is_valid(shapes)
    if broken.any():
        shapes[broken] = _polygonal(shapes[broken])
    single = (shapely.get_type_id(shapes) == _MULTIPOLYGON) & (shapely.get_num_geometries(shapes) == 1)
    shapes[single] = shapely.get_geometry(shapes[single], 0)
    with_area = ~shapely.is_missing(shapes) & (shapely.area(shapes) > 0)
    flat = ~missing & ~not_polygon & ~with_area
    shapes[flat] = None
    return Polygons(shapes, missing, not_polygon, flat, broken & with_area)


def _polygonal(shapes: np.ndarray) -> np.ndarray:
    """Union of the valid polygons that each shape is made of; None for a shape without any."""
    parts, row = shapely.get_parts(shapes, return_index=True)
    parts = shapely.make_valid(parts)
    for _ in range(2):  # a mended part may be a collection that holds a multipolygon
        parts, within = shapely.get_parts(parts, return_index=True)
        row = row[within]
    polygon = shapely.get_type_id(parts) == _POLYGON
    parts, row = parts[polygon], row[polygon]
    result = np.full(len(shapes), None, dtype=object)
    result[np.unique(row)] = union_by_group(parts, row)
    return result


def union_by_group(shapes: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Union the shapes of each group.

    Neighbours of a group are united in pairs, then the results in pairs, and so on: each round is one call for all
    groups, and a group of one costs nothing.

    Parameters
    ----------
    shapes : ndarray, shape (n,)
    groups : ndarray of int, shape (n,)

    Returns
    -------
    ndarray, shape (g,)
        In ascending order of the group.
    """
    order = np.argsort(groups, kind="stable")
    shapes, groups = shapes[order], groups[order]
    while True:
        place = place_in_group(groups)
        odd = place % 2 == 1
        if not odd.any():
            return shapes
        left = np.flatnonzero(odd) - 1
        shapes[left] = _pairs_united(shapes[left], shapes[odd])
        shapes, groups = shapes[~odd], groups[~odd]


def in_threads(function: Callable[..., np.ndarray], *arrays: np.ndarray) -> np.ndarray:
    """Apply a vectorised shapely function to rows of arrays, a part of them per processor.

    GEOS works without the interpreter's lock, so that parts run side by side; few rows are not worth it.

    Parameters
    ----------
    function : callable
        Takes arrays of k rows and gives one of k rows.
    *arrays : ndarray, n rows each

    Returns
    -------
    ndarray, n rows
        In the order of the rows.
    """
    rows, count = len(arrays[0]), min(os.cpu_count() or 1, _MOST_THREADS)
    if count == 1 or rows < _ROWS_FOR_THREADS:
        return function(*arrays)
    # four parts each: groups differ in size, and who is done early takes another
    parts = zip(*(np.array_split(array, 4 * count) for array in arrays))
    with ThreadPoolExecutor(count) as pool:
        return np.concatenate(list(pool.map(lambda part: function(*part), parts)))


def cover_by_group(shapes: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Union the many overlapping shapes of each group at once, slits between them left as they are.

    Four times as fast as `union_by_group` for the buffers of all buildings of a block, no matter for one of few parts.

    Parameters
    ----------
    shapes : ndarray, shape (n,)
    groups : ndarray of int, shape (n,)

    Returns
    -------
    ndarray, shape (g,)
        In ascending order of the group.
    """
    order = np.argsort(groups, kind="stable")
    _, place = np.unique(groups[order], return_inverse=True)
    # a group of thousands is united in pieces first, so that it does not wait for one processor
    piece = place_in_group(place) // _AT_ONCE
    if piece.any():
        _, piece = np.unique(np.column_stack([place, piece]), axis=0, return_inverse=True)
        pieces = _united(shapes[order], piece)
        return _united(pieces, place[np.flatnonzero(np.diff(piece, prepend=-1))])
    return _united(shapes[order], place)


def _united(shapes: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Union of the shapes of each group; groups are 0 … g - 1, one after the other."""
    collections = shapely.geometrycollections(shapes, indices=groups)
    return in_threads(lambda part: shapely.union_all(part[:, None], axis=1), collections)


def _pairs_united(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Union of pairs; neighbours that miss each other by less than the grid are joined without a slit.

    Uniting on a grid costs four times as much, so only pairs whose union fell apart or has a hole go there.
    """
    united = shapely.union(left, right)
    doubtful = (shapely.get_type_id(united) != _POLYGON) | (shapely.get_num_interior_rings(united) > 0)
    if doubtful.any():
        united[doubtful] = shapely.union(left[doubtful], right[doubtful], grid_size=GRID_M)
    return united


def place_in_group(groups: np.ndarray) -> np.ndarray:
    """0, 1, 2 … within each run of equal values."""
    if not len(groups):
        return np.zeros(0, dtype=int)
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    return np.arange(len(groups)) - np.repeat(starts, np.diff(np.r_[starts, len(groups)]))


def same_shape(shapes: np.ndarray) -> np.ndarray:
    """Number that is equal for rows whose outlines are equal to the centimetre, wherever a ring starts.

    Only outlines that share their box with another are compared point by point.
    """
    box = pd.DataFrame(np.round(shapely.bounds(shapes), SAME_SHAPE_DIGITS))
    shared = box.duplicated(keep=False).to_numpy()
    number = np.arange(len(shapes))
    if shared.any():
        rounded = shapely.transform(shapes[shared], lambda xy: np.round(xy, SAME_SHAPE_DIGITS))
        number[shared] = len(shapes) + pd.factorize(shapely.to_wkb(shapely.normalize(rounded)))[0]
    return number


def place_keys(shapes: np.ndarray) -> np.ndarray:
    """Keys for outlines that bring none: the centre on a grid of one metre.

    The same building gets the same key when it is loaded again, even when a corner was added. Where two outlines
    share a centre, the larger one keeps the plain key.
    """
    centre = shapely.get_coordinates(shapely.centroid(shapes)).round().astype("int64")
    area = shapely.area(shapes).round(2)
    order = np.lexsort((-area, centre[:, 1], centre[:, 0]))
    ordered = centre[order]
    repeated = np.r_[False, (ordered[1:] == ordered[:-1]).all(axis=1)] if len(order) else np.zeros(0, bool)
    run = np.cumsum(~repeated)
    number = np.empty(len(order), dtype=int)
    number[order] = place_in_group(run)
    return np.array(
        [f"xy_{x}_{y}" + (f"_{n + 1}" if n else "") for (x, y), n in zip(centre.tolist(), number.tolist())],
        dtype=object,
    )


def inside(shapes: np.ndarray, boundary: BaseGeometry) -> np.ndarray:
    """Whether the representative point of each outline lies in `boundary`.

    Only outlines that cross the boundary need the point; for the others the prepared boundary decides.
    """
    shapely.prepare(boundary)
    within = shapely.contains_properly(boundary, shapes)
    crossing = ~within & shapely.intersects(boundary, shapes)
    within[crossing] = shapely.intersects(boundary, shapely.point_on_surface(shapes[crossing]))
    return within


def meets_box(shapes: np.ndarray, boundary: BaseGeometry) -> np.ndarray:
    """Whether the bounding box of each outline meets that of `boundary`."""
    xmin, ymin, xmax, ymax = boundary.bounds
    box = shapely.bounds(shapes)
    return (box[:, 0] <= xmax) & (box[:, 2] >= xmin) & (box[:, 1] <= ymax) & (box[:, 3] >= ymin)
