"""Which buildings stand together, and the land around them."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay, QhullError, cKDTree

from ...reference.heat_rules import heat_rule
from ...stock.shapes import cover_by_group, in_threads

_SEGMENTS = 2  # of a quarter circle of the hull
_SAMPLE_M, _SAMPLED_M2 = 20.0, 200_000.0  # distance of samples, and up to what area a shape is sampled
_APART_M = 1e6
_ENOUGH = 4  # points from which a triangulation is made


def clusters(points: np.ndarray, radius_m: np.ndarray, reach_m: float) -> np.ndarray:
    """Number of the group each building belongs to: those whose hulls of `reach_m` touch.

    Neighbours are looked for along a Delaunay triangulation, which holds the shortest connection between any two
    groups of points; outlines count as circles of their area.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
    radius_m : ndarray, shape (n,)
        Of the circle of the same area.
    reach_m : float

    Returns
    -------
    ndarray of int, shape (n,)
    """
    if not len(points):
        return np.zeros(0, dtype=int)
    left, right = _pairs(points, 2 * (reach_m + float(radius_m.max())))
    gap = np.hypot(*(points[left] - points[right]).T) - radius_m[left] - radius_m[right]
    near = gap <= 2 * reach_m
    graph = coo_matrix((np.ones(int(near.sum())), (left[near], right[near])), (len(points), len(points)))
    return connected_components(graph, directed=False)[1]


def _pairs(points: np.ndarray, far_m: float) -> tuple[np.ndarray, np.ndarray]:
    if len(points) >= _ENOUGH:
        try:
            simplices = Delaunay(points).simplices
        except QhullError:  # all on a line
            pass
        else:
            edges = np.concatenate([simplices[:, [0, 1]], simplices[:, [1, 2]], simplices[:, [2, 0]]])
            return edges[:, 0], edges[:, 1]
    pairs = cKDTree(points).query_pairs(far_m, output_type="ndarray")
    return pairs[:, 0], pairs[:, 1]


def hulls(outlines: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Land within `block_hull_m` of the outlines of each group, small holes filled; None for a group without any.

    Parameters
    ----------
    outlines : ndarray of Polygon, shape (n,)
    group : ndarray of int, shape (n,)
    groups : int

    Returns
    -------
    ndarray, shape (groups,)
    """
    found = np.full(groups, None, dtype=object)
    if len(outlines):
        # the hull of a simple outline is nearly that of its convex hull, and much quicker
        reach_m = heat_rule("block_hull_m")
        rounded = in_threads(
            lambda part: shapely.buffer(shapely.convex_hull(part), reach_m, quad_segs=_SEGMENTS), outlines
        )
        found[np.unique(group)] = _filled(cover_by_group(rounded, group), heat_rule("block_open_land_m2"))
    return found


def _filled(shapes: np.ndarray, least_m2: float) -> np.ndarray:
    """Shapes whose holes are no smaller than that: a yard that no house is near is no land of its own."""
    parts, row = shapely.get_parts(shapes, return_index=True)
    holed = np.flatnonzero(shapely.get_num_interior_rings(parts) > 0)
    rings, part = shapely.get_rings(parts[holed], return_index=True)
    islands = shapely.polygons(rings)
    small = (shapely.area(islands) < least_m2) & (
        np.diff(part, prepend=-1) == 0
    )  # the first ring is the border
    if not small.any():
        return shapes
    place = row[holed[part[small]]]
    filled, result = np.unique(place), shapes.copy()
    result[filled] = shapely.union(shapes[filled], cover_by_group(islands[small], place))
    return result


def all_near(shapes: np.ndarray, outlines: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Whether all land of a shape is within `block_hull_m` of its outlines, so that no hull need be made.

    Looked at on a grid of `_SAMPLE_M` and along the border; distances go to the corners of outlines, so that a shape
    is rather said not to be near.

    Parameters
    ----------
    shapes : ndarray of Polygon, shape (s,)
    outlines : ndarray of Polygon, shape (n,)
    group : ndarray of int, shape (n,)
        Row of the shape of each outline.

    Returns
    -------
    ndarray of bool, shape (s,)
    """
    small = np.flatnonzero(shapely.area(shapes) <= _SAMPLED_M2)
    near = np.zeros(len(shapes), dtype=bool)
    near[small] = True
    xy, row = _samples(shapes[small])
    corners, owner = shapely.get_coordinates(outlines, return_index=True)
    # the number of the shape as a third coordinate: outlines of other shapes are out of reach
    tree = cKDTree(np.column_stack([corners, group[owner] * _APART_M]))
    reach = heat_rule("block_hull_m")
    distance, _ = tree.query(
        np.column_stack([xy, small[row] * _APART_M]), distance_upper_bound=reach, workers=-1
    )
    near[small[row[~np.isfinite(distance)]]] = False
    return near


def _samples(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points on the border and on a grid inside of each shape, and its row."""
    border, row = shapely.get_coordinates(
        shapely.segmentize(shapely.boundary(shapes), _SAMPLE_M), return_index=True
    )
    box = np.floor(shapely.bounds(shapes).reshape(-1, 4) / _SAMPLE_M).astype("int64")
    width, height = box[:, 2] - box[:, 0] + 1, box[:, 3] - box[:, 1] + 1
    of = np.repeat(np.arange(len(shapes)), width * height)
    place = np.arange(len(of)) - np.repeat(np.cumsum(width * height) - width * height, width * height)
    grid = _SAMPLE_M * (
        np.column_stack([box[of, 0] + place % width[of], box[of, 1] + place // width[of]]) + 0.5
    )
    shapely.prepare(shapes)
    inside = shapely.contains_xy(shapes[of], grid[:, 0], grid[:, 1])
    return np.concatenate([border, grid[inside]]), np.concatenate([row, of[inside]])
