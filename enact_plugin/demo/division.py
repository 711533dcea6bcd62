"""Divides polygons into ever smaller ones by straight cuts; the cuts are streets.

Works on plain vertex arrays, because a town has tens of thousands of cuts and a cut of a small ring takes some
microseconds in numpy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .curves import steady

Ring = np.ndarray
"""Vertices of a polygon, shape (n, 2), not closed, counter-clockwise."""


@dataclass(frozen=True)
class Grain:
    """What a division aims at.

    Attributes
    ----------
    width_m, length_m : float
        Of the resulting pieces.
    jitter : float
        How far a cut may stray from its place, as a share of the piece's extent.
    turn_rad : float
        How far a cut may turn from the right angle.
    """

    width_m: float
    length_m: float
    jitter: float = 0.08
    turn_rad: float = 0.06


def cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Third component of the cross product of plane vectors, shape (..., 2)."""
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def dot(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Dot product of plane vectors, shape (..., 2).

    Not `a @ b`: what does that differs from program to program, and with its last digit so would the town.
    """
    return a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1]


def ring_area(ring: Ring) -> float:
    """Signed area in m²; positive when counter-clockwise."""
    return 0.5 * float(np.sum(cross(ring, np.roll(ring, -1, axis=0))))


def split_ring(
    ring: Ring, point: np.ndarray, direction: np.ndarray, snap_m: float = 6.0
) -> tuple[Ring, Ring, np.ndarray] | None:
    """Cut a ring by the straight line through `point` along `direction`.

    Returns
    -------
    tuple or None
        Piece left of the line, piece right of it, the cut as array of shape (2, 2); None when the line misses the
        ring.
    """
    side = cross(direction, ring - point)
    left = side > 0
    change = np.flatnonzero(left != np.roll(left, -1))
    if len(change) < 2:
        return None
    if len(change) > 2:
        change = _around_point(ring, side, change, point, direction)
    a, b = int(change.min()), int(change.max())
    start, end = _meeting(ring, side, a, snap_m), _meeting(ring, side, b, snap_m)
    one = _tidy(np.vstack([start, ring[a + 1 : b + 1], end]))
    other = _tidy(np.vstack([end, ring[b + 1 :], ring[: a + 1], start]))
    if len(one) < 3 or len(other) < 3:
        return None
    cut = np.vstack([start, end])
    return (one, other, cut) if left[(a + 1) % len(ring)] else (other, one, cut)


def _around_point(
    ring: Ring, side: np.ndarray, change: np.ndarray, point: np.ndarray, direction: np.ndarray
) -> np.ndarray:
    """Of a bay-shaped ring, the two edges between which the line runs inside and nearest to the point."""
    following = (change + 1) % len(ring)
    share = side[change] / (side[change] - side[following])
    meeting = ring[change] + (ring[following] - ring[change]) * share[:, None]
    along = dot(meeting - point, direction)
    order = np.argsort(along)
    ends = along[order].reshape(-1, 2)  # inside between the 1st and 2nd, 3rd and 4th … meeting
    apart = np.maximum(np.maximum(ends[:, 0], -ends[:, 1]), 0)
    best = int(np.argmin(apart))
    return change[order[2 * best : 2 * best + 2]]


def _meeting(ring: Ring, side: np.ndarray, i: int, snap_m: float) -> np.ndarray:
    """Where the line meets edge i, at a vertex when one is near (else tiny stretches of street arise)."""
    v, w = ring[i], ring[(i + 1) % len(ring)]
    point = v + (w - v) * (side[i] / (side[i] - side[(i + 1) % len(ring)]))
    to_v, to_w = np.hypot(*(point - v)), np.hypot(*(point - w))
    if min(to_v, to_w) < snap_m:
        return v if to_v <= to_w else w
    return point


def _tidy(ring: Ring) -> Ring:
    """Drop vertices that repeat."""
    step = np.abs(ring - np.roll(ring, 1, axis=0)).max(axis=1)
    return ring[step > 1e-6]


def extent(ring: Ring) -> tuple[np.ndarray, np.ndarray, float, float]:
    """Centre, direction of the long axis, length and width of the smallest rectangle around a ring.

    The directions tried are those of the ring's longest edges, in line with which its houses will stand.
    """
    edges = np.roll(ring, -1, axis=0) - ring
    length = np.hypot(edges[:, 0], edges[:, 1])
    longest = np.argsort(length)[-6:]
    axes = edges[longest] / length[longest, None]
    along = dot(ring[:, None, :], axes)
    across = axes[:, 0] * ring[:, 1, None] - axes[:, 1] * ring[:, 0, None]
    spans = np.stack([np.ptp(along, axis=0), np.ptp(across, axis=0)])
    best = int(np.argmin(spans[0] * spans[1]))
    axis = axes[best]
    normal = np.array([-axis[1], axis[0]])
    middle_along = (along[:, best].max() + along[:, best].min()) / 2
    middle_across = (across[:, best].max() + across[:, best].min()) / 2
    centre = axis * middle_along + normal * middle_across
    if spans[0, best] >= spans[1, best]:
        return centre, axis, float(spans[0, best]), float(spans[1, best])
    return centre, normal, float(spans[1, best]), float(spans[0, best])


def divide(ring: Ring, grain: Grain, rng: np.random.Generator) -> tuple[list[Ring], list[np.ndarray]]:
    """Divide a ring until its pieces are about as wide and long as the grain asks.

    Returns
    -------
    tuple
        Pieces and cuts (each of shape (2, 2)), the first cuts first.
    """
    done: list[Ring] = []
    cuts: list[np.ndarray] = []
    waiting = [ring]
    while waiting:
        piece = waiting.pop()
        parts = _cut_once(piece, grain, rng)
        if parts is None:
            done.append(piece)
            continue
        waiting.extend(parts[:2])
        cuts.append(parts[2])
    return done, cuts


def _cut_once(ring: Ring, grain: Grain, rng: np.random.Generator) -> tuple[Ring, Ring, np.ndarray] | None:
    centre, axis, length, width = extent(ring)
    normal = np.array([-axis[1], axis[0]])
    across = max(1, round(width / grain.width_m))
    along = max(1, round(length / grain.length_m))
    if across > 1:
        direction, shift_axis, span, parts = axis, normal, width, across
    elif along > 1:
        direction, shift_axis, span, parts = normal, axis, length, along
    else:
        return None
    area = abs(ring_area(ring))
    for attempt in range(5):
        share = (parts // 2) / parts - 0.5 + rng.uniform(-1, 1) * grain.jitter * (2 / parts + 0.3 * attempt)
        if rng.random() < 0.5:
            share = -share
        turn = rng.normal() * grain.turn_rad * (1 + attempt)
        c, s = steady(np.cos(turn)), steady(np.sin(turn))
        way = np.array([c * direction[0] - s * direction[1], s * direction[0] + c * direction[1]])
        parted = split_ring(ring, centre + shift_axis * span * share, way)
        if parted is not None and _both_sound(parted[0], parted[1], 0.12 * area):
            return parted
    return None


def _both_sound(one: Ring, other: Ring, least_m2: float) -> bool:
    """Whether both parts are large enough and do not cross themselves, as they may where a cut snapped to a vertex."""
    if min(abs(ring_area(one)), abs(ring_area(other))) < least_m2:
        return False
    return shapely.Polygon(one).is_valid and shapely.Polygon(other).is_valid
