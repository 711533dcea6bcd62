"""Service lines from buildings to the street: up to three to choose from, none through a foreign building."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import shapely

from ...progress import SILENT, Progress
from ...reference.network_tables import network_rule
from ...stock.shapes import in_threads

_NONE = -1


class Access(Enum):
    """Whether a street can be reached from a building."""

    LINKED = "linked"
    NO_STREET_NEAR = "no_street_near"
    BLOCKED = "blocked_by_building"  # other buildings, rail or water stand before every street


@dataclass(frozen=True)
class Ground:
    """What service lines are laid on and around.

    Attributes
    ----------
    lines : ndarray of LineString, shape (s,)
        Streets and routes that may be joined.
    names : ndarray of object, shape (s,)
        Name of the street; None where it has none.
    obstacles : ndarray of Polygon, shape (o,)
        All buildings.
    obstacle_property : ndarray of int, shape (o,)
        Property each stands on; negative where it is not known.
    barriers : ndarray of LineString
        Rail and water.
    """

    lines: np.ndarray
    names: np.ndarray
    obstacles: np.ndarray
    obstacle_property: np.ndarray
    barriers: np.ndarray


@dataclass(frozen=True)
class Services:
    """Service lines to choose from.

    Attributes
    ----------
    line : ndarray of LineString, shape (k,)
        From the facade to the street.
    building : ndarray of int, shape (k,)
        Place of the building in those given.
    street : ndarray of int, shape (k,)
        Place of the street.
    passes : ndarray of bool, shape (k,)
        Whether it leads through a building on the same property.
    access : ndarray of Access, shape (b,)
    """

    line: np.ndarray
    building: np.ndarray
    street: np.ndarray
    passes: np.ndarray
    access: np.ndarray


@dataclass
class _Lines:
    """Candidates, by building."""

    line: np.ndarray
    building: np.ndarray
    street: np.ndarray

    def take(self, rows: np.ndarray) -> _Lines:
        return _Lines(self.line[rows], self.building[rows], self.street[rows])


def service_lines(
    ground: Ground,
    buildings: np.ndarray,
    own: np.ndarray,
    progress: Progress = SILENT,
) -> Services:
    """Find up to three service lines for each building.

    The shortest lines from the outline to different streets near it that cross no other building, no rail, no water and
    no other street. Where all are barred, lines from points around the facade are tried, then lines through buildings
    of the same property, marked as such.

    Parameters
    ----------
    ground : Ground
    buildings : ndarray of Polygon, shape (b,)
    own : ndarray of int, shape (b,)
        Place of each among the obstacles.
    progress : Progress

    Returns
    -------
    Services
    """
    count = len(buildings)
    access = np.full(count, Access.NO_STREET_NEAR, dtype=object)
    if not count or not len(ground.lines):
        none = np.zeros(0, dtype=int)
        return Services(np.zeros(0, dtype=object), none, none, none.astype(bool), access)
    streets = shapely.STRtree(ground.lines)
    near = _near(streets, ground.lines, buildings)
    access[near.building] = Access.BLOCKED
    progress(0.3)
    walls = _Walls(ground, own)
    free = near.take(np.flatnonzero(walls.clear(near, False) & ~_over_other_street(near, ground, streets)))
    chosen = [_shortest(free, int(network_rule("service_links")))]
    access[chosen[0].building] = Access.LINKED
    progress(0.6)
    barred = np.flatnonzero(access == Access.BLOCKED)
    around = _from_facade(streets, ground.lines, buildings, barred)
    free = around.take(
        np.flatnonzero(walls.clear(around, False) & ~_over_other_street(around, ground, streets))
    )
    chosen.append(_shortest(free, 1))
    access[chosen[1].building] = Access.LINKED
    progress(0.8)
    rest = np.flatnonzero(np.isin(near.building, np.flatnonzero(access == Access.BLOCKED)))
    passing = near.take(rest)
    passing = passing.take(
        np.flatnonzero(walls.clear(passing, True) & ~_over_other_street(passing, ground, streets))
    )
    chosen.append(_shortest(passing, 1))
    access[chosen[2].building] = Access.LINKED
    passes = np.repeat([False, False, True], [len(part.line) for part in chosen])
    building = np.concatenate([part.building for part in chosen])
    order = np.argsort(building, kind="stable")
    return Services(
        np.concatenate([part.line for part in chosen])[order],
        building[order],
        np.concatenate([part.street for part in chosen])[order],
        passes[order],
        access,
    )


def _near(streets: shapely.STRtree, lines: np.ndarray, buildings: np.ndarray) -> _Lines:
    """Shortest lines from each building to the streets not much farther away than the nearest."""
    most = network_rule("service_max_m")
    (place, _), distance = streets.query_nearest(
        buildings, max_distance=most, return_distance=True, all_matches=False
    )
    reach = np.minimum(distance * network_rule("service_wider") + network_rule("service_wider_m"), most)
    row, street = streets.query(buildings[place], predicate="dwithin", distance=reach)
    building = place[row]
    ways = in_threads(shapely.shortest_line, buildings[building], lines[street])
    return _Lines(ways, building, street)


def _from_facade(
    streets: shapely.STRtree, lines: np.ndarray, buildings: np.ndarray, rows: np.ndarray
) -> _Lines:
    """Lines from points around the facades of these buildings, each to its nearest street."""
    points = int(network_rule("service_facade_points"))
    ring = shapely.get_exterior_ring(_largest_part(buildings[rows]))
    share = np.tile(np.arange(points) / points, len(rows))
    building = np.repeat(rows, points)
    spot = shapely.line_interpolate_point(np.repeat(ring, points), share, normalized=True)
    (place, street), _ = streets.query_nearest(
        spot, max_distance=network_rule("service_max_m"), return_distance=True, all_matches=False
    )
    return _Lines(shapely.shortest_line(spot[place], lines[street]), building[place], street)


def _largest_part(shapes: np.ndarray) -> np.ndarray:
    """Largest polygon of each outline."""
    parts, row = shapely.get_parts(shapes, return_index=True)
    order = np.lexsort((-shapely.area(parts), row))
    first = np.r_[True, np.diff(row[order]) != 0] if len(order) else np.zeros(0, dtype=bool)
    return parts[order[first]]


def _over_other_street(near: _Lines, ground: Ground, streets: shapely.STRtree) -> np.ndarray:
    """Whether a line crosses another street first; one of the same name is the other carriageway."""
    crossing = np.zeros(len(near.line), dtype=bool)
    row, street = streets.query(near.line, predicate="crosses")
    names = ground.names
    same = np.array(
        [names[a] is not None and names[a] == names[b] for a, b in zip(near.street[row], street)], dtype=bool
    )
    crossing[row[~same & (street != near.street[row])]] = True
    return crossing


class _Walls:
    """Whether lines lead through buildings."""

    def __init__(self, ground: Ground, own: np.ndarray) -> None:
        large = shapely.area(ground.obstacles) >= network_rule("obstacle_min_m2")
        self._number = np.flatnonzero(large)
        self._shapes = ground.obstacles[self._number]
        self._property = ground.obstacle_property
        self._own = own
        self._tree = shapely.STRtree(self._shapes)
        self._barriers = shapely.STRtree(ground.barriers) if len(ground.barriers) else None

    def clear(self, near: _Lines, through_property: bool) -> np.ndarray:
        """Whether each line meets no other building, or none of another property; and no barrier."""
        clear = np.ones(len(near.line), dtype=bool)
        line, shape = self._tree.query(near.line, predicate="intersects")
        met, own = self._number[shape], self._own[near.building[line]]
        foreign = met != own
        if through_property:
            known = (own >= 0) & (self._property[own] >= 0)
            foreign &= ~(known & (self._property[met] == self._property[own]))
        line, shape = line[foreign], shape[foreign]
        inside = shapely.length(in_threads(shapely.intersection, near.line[line], self._shapes[shape]))
        clear[line[inside > network_rule("service_through_m")]] = False
        if self._barriers is not None:
            clear[self._barriers.query(near.line, predicate="intersects")[0]] = False
        return clear


def _shortest(near: _Lines, most: int) -> _Lines:
    """The shortest lines of each building, at most so many."""
    length = shapely.length(near.line)
    order = np.lexsort((near.street, length, near.building))
    building = near.building[order]
    start = np.r_[True, building[1:] != building[:-1]] if len(order) else np.zeros(0, dtype=bool)
    first = np.flatnonzero(start)
    rank = np.arange(len(order)) - np.repeat(first, np.diff(np.r_[first, len(order)]))
    return near.take(order[rank < most])
