"""Which blocks belong together, and the polygons they make."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ...stock.shapes import cover_by_group


def neighbours(geometry: np.ndarray, distance_m: float) -> np.ndarray:
    """Pairs of blocks that touch or are nearer than `distance_m`, shape (p, 2), each pair once in each direction."""
    tree = shapely.STRtree(geometry)
    pairs = tree.query(geometry, predicate="dwithin", distance=distance_m).T
    return pairs[pairs[:, 0] != pairs[:, 1]]


def groups(pairs: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Number of the contiguous group of each block; blocks with different labels never share one.

    Parameters
    ----------
    pairs : ndarray of int, shape (p, 2)
        From `neighbours`.
    label : ndarray, shape (n,)
    """
    same = pairs[label[pairs[:, 0]] == label[pairs[:, 1]]]
    size = len(label)
    joined = coo_matrix((np.ones(len(same)), (same[:, 0], same[:, 1])), shape=(size, size))
    return connected_components(joined, directed=False)[1]


def dissolve(geometry: np.ndarray, group: np.ndarray) -> np.ndarray:
    """One (multi)polygon per group 0 … g − 1; streets between blocks stay open, so that no area is invented."""
    return cover_by_group(geometry, group)


def polygonal(geometry: np.ndarray) -> np.ndarray:
    """Only what has an area; valid, and empty where there is nothing."""
    there = np.where(shapely.is_missing(geometry), shapely.Polygon(), geometry)
    valid = shapely.make_valid(there)
    mixed = np.flatnonzero(~np.isin(shapely.get_type_id(valid), (3, 6)))
    for at in mixed:
        parts = shapely.get_parts(shapely.get_parts(valid[at]))
        valid[at] = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    return valid


def enclosed(area: np.ndarray, points: np.ndarray, gap_m: float) -> np.ndarray:
    """Whether points lie within the outer border of the blocks of one area, streets up to `gap_m` bridged."""
    closed = shapely.union_all(shapely.buffer(area, gap_m / 2, quad_segs=2))
    filled = shapely.union_all(shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(closed))))
    return shapely.contains(filled, points)
