"""Faces that streets, rail and water enclose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from shapely.geometry.base import BaseGeometry

from ...reference.heat_rules import border_classes, heat_rule

NOWHERE = -1
_TOUCH_M = 1e-3
_BEYOND_M = 0.01
_DIGITS = 3
_MARGIN_M = 500.0  # around everything, where no boundary closes the outermost face


def line_classes(lines: GeoDataFrame, column: str) -> np.ndarray:
    """Class of each line; ``unknown`` where nobody told it, ``other`` where most lines of the layer have one.

    A source without classes delivers streets; a line without a class among those that have one is a platform, an
    outline, or the like.
    """
    if column not in lines:
        return np.full(len(lines), "unknown", dtype=object)
    silent = lines[column].isna()
    return lines[column].where(~silent, "other" if silent.mean() < 0.5 else "unknown").to_numpy(dtype=object)


def border_lines(layer: str, lines: GeoDataFrame | None, column: str) -> np.ndarray:
    """Lines of a layer that bound blocks, by class; none in tunnels.

    Parameters
    ----------
    layer : str
        streets, rail or waterways, as `block_borders.csv` names them.
    lines : GeoDataFrame or None
    column : str
        Column of the class.

    Returns
    -------
    ndarray of LineString
    """
    if lines is None or not len(lines):
        return np.array([], dtype=object)
    chosen = np.isin(line_classes(lines, column), list(border_classes(layer)))
    if "tunnel" in lines:
        chosen &= ~lines["tunnel"].fillna(False).to_numpy(dtype=bool)
    parts = shapely.get_parts(shapely.force_2d(lines.geometry.to_numpy()[chosen]))
    return parts[shapely.length(parts) > 0]


@dataclass(frozen=True)
class OpenEnds:
    """Ends of lines that meet no other end.

    Attributes
    ----------
    bridges : ndarray of LineString
        From each end that another line is near, within `dangle_gap_m`, to that line.
    touching : ndarray of LineString
        Last stretch of each line whose end lies on another one.
    """

    bridges: np.ndarray
    touching: np.ndarray


def open_ends(lines: np.ndarray) -> OpenEnds:
    """Find the ends of lines that stop at another line, or short of it.

    Parameters
    ----------
    lines : ndarray of LineString

    Returns
    -------
    OpenEnds
    """
    nothing = np.array([], dtype=object)
    if not len(lines):
        return OpenEnds(nothing, nothing)
    ends = np.concatenate([shapely.get_point(lines, 0), shapely.get_point(lines, -1)])
    before = np.concatenate([shapely.get_point(lines, 1), shapely.get_point(lines, -2)])
    own = np.tile(np.arange(len(lines)), 2)
    single = _met_by_no_other(ends)
    ends, before, own = ends[single], before[single], own[single]
    gap = heat_rule("dangle_gap_m")
    end, other = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=gap)
    away = other != own[end]
    end, other = end[away], other[away]
    distance = shapely.distance(ends[end], lines[other])
    touching = np.zeros(len(ends), dtype=bool)
    touching[end[distance <= _TOUCH_M]] = True
    # an end just beyond a line it has crossed needs no bridge back to it
    open_ = ~touching[end] & ~shapely.intersects(lines[own[end]], lines[other])
    end, other, distance = end[open_], other[open_], distance[open_]
    order = np.lexsort((other, distance, end))
    end, other = end[order], other[order]
    first = np.r_[True, end[1:] != end[:-1]] if len(end) else np.zeros(0, dtype=bool)
    bridges = shapely.shortest_line(ends[end[first]], lines[other[first]])
    start = shapely.get_coordinates(shapely.get_point(bridges, 0))
    bridges = bridges[np.lexsort(start.T)]  # of two that lie on each other always the same one stays
    return OpenEnds(bridges[~_way_back(bridges)], _between(before[touching], ends[touching]))


def _way_back(bridges: np.ndarray) -> np.ndarray:
    """Whether a bridge lies where one before it does: two ends that are near each other need one."""
    middle = shapely.line_interpolate_point(bridges, 0.5, normalized=True)
    one, other = shapely.STRtree(middle).query(middle, predicate="dwithin", distance=_TOUCH_M)
    repeated = np.zeros(len(bridges), dtype=bool)
    repeated[other[one < other]] = True
    return repeated


def closed(lines: np.ndarray) -> np.ndarray:
    """Lines to millimetres that meet each other where they stop at another one, or short of it.

    An end that stops short of the next line by a hand's breadth would let two blocks run into one. One that was
    computed to lie on a line lies beside it by the last digit, and meets it only by crossing it.
    """
    lines = shapely.transform(lines, lambda xy: np.round(xy, _DIGITS))
    lines = lines[shapely.length(lines) > 0]
    found = open_ends(lines)
    return np.concatenate([lines, _beyond(found.bridges), _beyond(found.touching)])


def _between(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    pairs = np.stack([shapely.get_coordinates(start), shapely.get_coordinates(end)], axis=1)
    return shapely.linestrings(pairs) if len(pairs) else np.array([], dtype=object)


def _beyond(lines: np.ndarray) -> np.ndarray:
    """Straight lines, each a little longer at its end, where they keep their corner: it may be that of another."""
    lines = lines[shapely.length(lines) > 0]
    if not len(lines):
        return lines
    xy = shapely.get_coordinates(lines).reshape(-1, 2, 2)
    step = xy[:, 1] - xy[:, 0]
    further = xy[:, 1] + step / np.hypot(*step.T)[:, None] * _BEYOND_M
    return shapely.linestrings(np.concatenate([xy, further[:, None]], axis=1))


def _met_by_no_other(ends: np.ndarray) -> np.ndarray:
    """Whether no second end lies at the very place of an end: most do, and need not be looked at further."""
    place = pd.DataFrame(shapely.get_coordinates(ends))
    return ~place.duplicated(keep=False).to_numpy()


def _noded(lines: np.ndarray) -> BaseGeometry:
    """Lines cut where they meet, each stretch once."""
    try:
        return shapely.node(shapely.geometrycollections(lines))
    except shapely.GEOSException:  # crossings that do not settle; uniting is slower, and snaps them
        return shapely.union_all(lines)


def faces(lines: np.ndarray, boundary: BaseGeometry | None, points: np.ndarray) -> np.ndarray:
    """Polygons enclosed by the lines and the boundary, in a fixed order; together they hold every point.

    Parameters
    ----------
    lines : ndarray of LineString
    boundary : geometry or None
        Area of the municipality.
    points : ndarray of Point
        Buildings; without a boundary the outermost face reaches beyond all of them.

    Returns
    -------
    ndarray of Polygon
    """
    frame = _frame(lines, points)
    edges = [closed(lines), [frame.exterior]]
    if boundary is not None:
        edges.append(shapely.get_parts(shapely.boundary(boundary)))
    found = shapely.get_parts(shapely.polygonize(shapely.get_parts(_noded(np.concatenate(edges)))))
    found = found[shapely.area(found) > 0]
    box = shapely.bounds(found)
    return found[np.lexsort((shapely.area(found), box[:, 1], box[:, 0]))]


def polygon_at(points: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """Row of the polygon each point lies in, the first of several; `NOWHERE` for a point in none."""
    # the polygons ask for the points: a polygon of a hundred thousand vertices is prepared once, not for each point
    face, point = shapely.STRtree(points).query(polygons, predicate="intersects")
    found = np.full(len(points), len(polygons))
    np.minimum.at(found, point, face)
    found[found == len(polygons)] = NOWHERE
    return found


def _frame(lines: np.ndarray, points: np.ndarray) -> BaseGeometry:
    bounds = shapely.total_bounds(np.concatenate([lines, points]))
    return shapely.box(
        bounds[0] - _MARGIN_M, bounds[1] - _MARGIN_M, bounds[2] + _MARGIN_M, bounds[3] + _MARGIN_M
    )


def face_of(points: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """Row of the polygon each point lies in; the first of several, the nearest for a point on no polygon."""
    found = polygon_at(points, polygons)
    lost = np.flatnonzero(found == NOWHERE)
    if len(lost):
        found[lost] = shapely.STRtree(polygons).nearest(points[lost])
    return found
