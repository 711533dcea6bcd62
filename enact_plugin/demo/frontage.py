"""Building lines: the sides of blocks along which lots lie, and positions on them.

A ring that runs inside a block at the distance of its front walls is cut at its corners into sides; a position is a
side and the distance along it. All functions take and give arrays over lots.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .division import cross

CORNER_RAD = 0.42
"""A bend sharper than this is a corner."""


@dataclass(frozen=True)
class Frontage:
    """Sides and the straight segments they consist of.

    Attributes
    ----------
    point, along, inward : ndarray, shape (segments, 2)
        Start of a segment, its direction, and the direction away from the street.
    offset_m : ndarray, shape (segments,)
        Where each segment starts on the chain of all sides.
    side_offset_m, side_length_m : ndarray, shape (sides,)
    block : ndarray of int, shape (sides,)
    following : ndarray of int, shape (sides,)
        The side after the corner at the end; itself on an open line.
    start_mitre : ndarray, shape (sides, 2)
        Inward direction at the corner at the start, as long as keeps a band of width one parallel to both sides.
    corner_rad : ndarray, shape (sides,)
        Turn at the corner at the start, positive where the block is convex.
    """

    point: np.ndarray
    along: np.ndarray
    inward: np.ndarray
    offset_m: np.ndarray
    side_offset_m: np.ndarray
    side_length_m: np.ndarray
    block: np.ndarray
    following: np.ndarray
    start_mitre: np.ndarray
    corner_rad: np.ndarray

    def locate(self, side: np.ndarray, at_m: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Point, direction along and direction inward at a distance along a side; each of shape (n, 2)."""
        position = self.side_offset_m[side] + at_m
        first = np.searchsorted(self.offset_m, self.side_offset_m[side])
        last = np.searchsorted(self.offset_m, self.side_offset_m[side] + self.side_length_m[side] - 1e-6) - 1
        segment = np.clip(
            np.searchsorted(self.offset_m, position, side="right") - 1, first, np.maximum(first, last)
        )
        along = self.along[segment]
        point = self.point[segment] + along * (position - self.offset_m[segment])[:, None]
        return point, along, self.inward[segment]


def ring_frontage(blocks: np.ndarray, setback_m: np.ndarray, block: np.ndarray) -> Frontage:
    """Sides of the rings that run at `setback_m` inside `blocks`.

    Parameters
    ----------
    blocks : ndarray of Polygon, shape (b,)
    setback_m : ndarray, shape (b,)
    block : ndarray of int, shape (b,)
        Numbers under which the sides refer to the blocks.
    """
    inner = shapely.buffer(blocks, -setback_m, join_style="mitre", mitre_limit=2.0)
    parts, index = shapely.get_parts(inner, return_index=True)
    roomy = shapely.area(parts) > 120
    rings = shapely.get_exterior_ring(shapely.simplify(parts[roomy], 0.35))
    return _from_rings(rings, block[index[roomy]])


def _from_rings(rings: np.ndarray, block: np.ndarray) -> Frontage:
    points, ring = shapely.get_coordinates(rings, return_index=True)
    last = np.append(ring[1:] != ring[:-1], True) if len(ring) else np.zeros(0, dtype=bool)
    points, ring = points[~last], ring[~last]  # the closing vertex repeats the first one
    count = np.bincount(ring, minlength=len(rings))
    first = np.concatenate([[0], np.cumsum(count)[:-1]]).astype(int) if len(count) else np.zeros(0, dtype=int)
    local = np.arange(len(ring)) - first[ring]
    after = first[ring] + (local + 1) % count[ring]
    before = first[ring] + (local - 1) % count[ring]
    step = points[after] - points
    length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)
    along = step / length[:, None]
    doubled = np.bincount(ring, cross(points, points[after]), minlength=len(rings))
    sign = np.sign(doubled)[ring]
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) * sign[:, None]
    turn = np.arctan2(cross(along[before], along), (along[before] * along).sum(axis=1)) * sign
    corner = np.abs(turn) > CORNER_RAD
    corner[first[np.bincount(ring, corner, minlength=len(rings)) == 0]] = True
    # begin each ring at a corner, so that no side runs across its end
    lead = np.full(len(rings), len(ring))
    np.minimum.at(lead, ring[corner], local[corner])
    order = first[ring] + (local + lead[ring]) % count[ring]
    mitre = (inward[before] + inward) / np.maximum(1 + (inward[before] * inward).sum(axis=1), 0.3)[:, None]
    begins = np.flatnonzero(corner[order])
    offset = np.concatenate([[0], np.cumsum(length[order])])
    side_offset = offset[begins]
    side_end = np.append(side_offset[1:], offset[-1])
    side_ring = ring[order][begins]
    following = np.arange(1, len(begins) + 1)
    ring_end = np.append(side_ring[1:] != side_ring[:-1], True) if len(begins) else np.zeros(0, dtype=bool)
    first_side = np.searchsorted(side_ring, side_ring)
    following = np.where(ring_end, first_side, following)
    return Frontage(
        point=points[order],
        along=along[order],
        inward=inward[order],
        offset_m=offset[:-1],
        side_offset_m=side_offset,
        side_length_m=side_end - side_offset,
        block=block[side_ring],
        following=following,
        start_mitre=mitre[order][begins],
        corner_rad=turn[order][begins],
    )


def line_frontage(lines: np.ndarray, left: np.ndarray, number: np.ndarray, setback_m: float) -> Frontage:
    """Both-sided roads in the open country: each line is one side, with the lots to its left or right.

    Parameters
    ----------
    lines : ndarray of LineString, shape (n,)
    left : ndarray of bool, shape (n,)
    number : ndarray of int, shape (n,)
        Taken over as `block`.
    setback_m : float
        Distance of the front walls from the line.
    """
    points, line = shapely.get_coordinates(lines, return_index=True)
    last = np.append(line[1:] != line[:-1], True)
    step = (np.roll(points, -1, axis=0) - points)[~last]
    length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)
    along = step / length[:, None]
    owner = line[~last]
    sign = np.where(left[owner], 1.0, -1.0)[:, None]
    offset = np.concatenate([[0], np.cumsum(length)])
    begins = np.searchsorted(owner, np.arange(len(lines)))
    side_offset = offset[begins]
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) * sign
    return Frontage(
        point=points[~last] + setback_m * inward,
        along=along,
        inward=inward,
        offset_m=offset[:-1],
        side_offset_m=side_offset,
        side_length_m=np.append(side_offset[1:], offset[-1]) - side_offset,
        block=number,
        following=np.arange(len(lines)),
        start_mitre=np.zeros((len(lines), 2)),
        corner_rad=np.zeros(len(lines)),
    )
