"""Cutting blocks that are too long or too wide to say anything."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...reference.heat_rules import heat_rule

_MIDDLE = 0.6  # share of the length, in its middle, where a cut may lie
_M2_HA = 10_000.0


@dataclass(frozen=True)
class Part:
    """A part of a block and the rows of its buildings."""

    shape: BaseGeometry
    buildings: np.ndarray


def divided(shape: BaseGeometry, outlines: np.ndarray, points: np.ndarray) -> list[Part]:
    """Cut a block across its length, in the widest gap between buildings, until no part exceeds `block_max_ha`.

    Parameters
    ----------
    shape : Polygon or MultiPolygon
    outlines : ndarray of Polygon, shape (n,)
        Heated buildings of the block.
    points : ndarray, shape (n, 2)

    Returns
    -------
    list of Part
        Parts with at least one building each; their buildings are those of the block, each once.
    """
    open_, done = [Part(shape, np.arange(len(outlines)))], []
    while open_:
        part = open_.pop()
        halves = _halves(part, outlines, points) if _too_large(part) else []
        if halves:
            open_ += halves
        else:
            done.append(part)
    return done


def _too_large(part: Part) -> bool:
    return part.shape.area > heat_rule("block_max_ha") * _M2_HA and len(part.buildings) > 1


def _halves(part: Part, outlines: np.ndarray, points: np.ndarray) -> list[Part]:
    """Two parts on either side of a cut; empty where every cut leaves one side without buildings."""
    axis, origin = _long_axis(part.shape)
    along = (points[part.buildings] - origin) @ axis
    cut = _widest_gap(along, _extent(outlines[part.buildings], origin, axis))
    if cut is None:
        return []
    halves = []
    for side, forward in ((along < cut, False), (along >= cut, True)):
        half = shapely.intersection(part.shape, _half_plane(part.shape, origin + cut * axis, axis, forward))
        if half.is_empty or not side.any():
            return []
        halves.append(Part(half, part.buildings[side]))
    return halves


def _half_plane(shape: BaseGeometry, at: np.ndarray, axis: np.ndarray, forward: bool) -> BaseGeometry:
    """Rectangle that holds all of the shape on one side of a line across the axis."""
    bounds = shape.bounds
    reach = 2 * float(np.hypot(bounds[2] - bounds[0], bounds[3] - bounds[1]))
    across = reach * np.array([-axis[1], axis[0]])
    ahead = (reach if forward else -reach) * axis
    return shapely.Polygon([at - across, at + across, at + across + ahead, at - across + ahead])


def _long_axis(shape: BaseGeometry) -> tuple[np.ndarray, np.ndarray]:
    """Unit vector along the longer side of the smallest rectangle around the shape, and a corner of it."""
    ring = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))
    sides = np.diff(ring[:3], axis=0)
    lengths = np.hypot(*sides.T)
    longest = int(lengths.argmax())
    return sides[longest] / lengths[longest], ring[0]


def _extent(outlines: np.ndarray, origin: np.ndarray, axis: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where each outline begins and ends along the axis."""
    xy, row = shapely.get_coordinates(outlines, return_index=True)
    along = (xy - origin) @ axis
    low = np.full(len(outlines), np.inf)
    high = np.full(len(outlines), -np.inf)
    np.minimum.at(low, row, along)
    np.maximum.at(high, row, along)
    return low, high


def _widest_gap(along: np.ndarray, extent: tuple[np.ndarray, np.ndarray]) -> float | None:
    """Middle of the widest gap between neighbouring buildings in the middle of the length."""
    order = np.argsort(along, kind="stable")
    low, high = extent[0][order], extent[1][order]
    ends = np.maximum.accumulate(high)[:-1]
    starts = np.minimum.accumulate(low[::-1])[::-1][1:]
    # where outlines overlap along the axis there is no gap: between the points then, the least overlap first
    middle = (along[order][:-1] + along[order][1:]) / 2
    cut = np.where(starts > ends, (starts + ends) / 2, middle)
    margin = (1 - _MIDDLE) / 2 * (high.max() - low.min())
    inside = (cut >= low.min() + margin) & (cut <= high.max() - margin)
    apart = along[order][1:] > along[order][:-1]
    allowed = apart & (inside if (inside & apart).any() else True)
    if not allowed.any():
        return None
    width = np.where(allowed, starts - ends, -np.inf)
    return float(cut[int(width.argmax())])
