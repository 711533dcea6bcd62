"""Which section each building belongs to, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd
import shapely

from ...fields.street_names import street_name
from ...reference.heat_rules import heat_rule
from ...stock.shapes import in_threads

NONE = -1
_END_M = 0.01
_THROUGH_M = 0.5  # a line that only touches a building does not go through it
_WIDER = 3.0  # how many times farther than the nearest section another one may be that can be reached
_AND_M = 30.0


class SectionRule(Enum):
    """Why a building belongs to its section."""

    ADDRESS = "address"
    OWN_BLOCK = "own_block"
    NEAREST = "nearest"
    BLOCKED = "blocked"
    NONE = "none"


@dataclass(frozen=True)
class Assignment:
    """Section of each building.

    Attributes
    ----------
    section : ndarray of int, shape (n,)
        Row of the section; `NONE` where no section is near.
    rule : ndarray of object, shape (n,)
        Value of `SectionRule`.
    distance_m : ndarray, shape (n,)
        From the outline to the section; NaN where there is none.
    past_the_end : ndarray of bool, shape (n,)
        By its address on a section beyond whose end it stands: that street goes on where nothing is mapped.
    """

    section: np.ndarray
    rule: np.ndarray
    distance_m: np.ndarray
    past_the_end: np.ndarray


@dataclass(frozen=True)
class Obstacles:
    """What a service line may not cross.

    Attributes
    ----------
    outlines : ndarray of Polygon, shape (n,)
        Buildings, in the order in which they are assigned.
    barriers : ndarray of LineString
        Rail and water, which bound blocks.
    """

    outlines: np.ndarray
    barriers: np.ndarray


def assign(lines: np.ndarray, names: np.ndarray, streets: np.ndarray, obstacles: Obstacles) -> Assignment:
    """Give each building one section.

    First the nearest section of the street in its address, within `address_section_m`, unless the building stands
    far beyond its end and another one is much nearer: of a street that is mapped in part all houses would heap up
    there. Else the nearest section that a line from the outline reaches without going through another building or
    over rail or water, which is one that bounds the building's own block. Where all ways are barred, the nearest one,
    and the rule says so.

    Parameters
    ----------
    lines : ndarray of LineString or MultiLineString, shape (s,)
    names : ndarray of object, shape (s,)
        Street of each section; None where it has none.
    streets : ndarray of object, shape (n,)
        Street of the address of each building; None where it has none.
    obstacles : Obstacles

    Returns
    -------
    Assignment
    """
    count = len(obstacles.outlines)
    section = np.full(count, NONE)
    rule = np.full(count, SectionRule.NONE.value, dtype=object)
    past = np.zeros(count, dtype=bool)
    distance = np.full(count, np.nan)
    if len(lines) and count:
        by_address, distance = _by_address(lines, names, streets, obstacles.outlines)
        rows = _past_the_end(lines, by_address, distance, obstacles.outlines)
        elsewhere = _much_nearer(lines, obstacles.outlines[rows], distance[rows])
        by_address[rows[elsewhere]] = NONE
        past[rows[~elsewhere]] = True
        found = by_address != NONE
        section[found], rule[found] = by_address[found], SectionRule.ADDRESS.value
        rest = np.flatnonzero(~found)
        section[rest], rule[rest] = _by_place(lines, rest, obstacles)
        known = rest[section[rest] != NONE]
        distance[rest] = np.nan
        distance[known] = shapely.distance(obstacles.outlines[known], lines[section[known]])
    return Assignment(section, rule, distance, past)


def _street_codes(*groups: np.ndarray) -> list[np.ndarray]:
    """Number of the street each text names, alike over all groups; -1 for none."""
    texts = pd.unique(pd.Series(np.concatenate(groups), dtype=object).dropna())
    folded = {text: street_name(str(text)).folded for text in texts}
    codes = {name: number for number, name in enumerate(dict.fromkeys(folded.values())) if name}
    table = {text: codes.get(name, -1) for text, name in folded.items()}
    return [pd.Series(group, dtype=object).map(table).fillna(-1).to_numpy(dtype=int) for group in groups]


def _by_address(
    lines: np.ndarray, names: np.ndarray, streets: np.ndarray, outlines: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Row of the nearest section of the street in the address, and how far it is; `NONE` and NaN where none is near."""
    of_section, of_building = _street_codes(names, streets)
    sections = pd.DataFrame({"code": of_section, "section": np.arange(len(lines))})
    buildings = pd.DataFrame({"code": of_building, "building": np.arange(len(outlines))})
    pairs = buildings[buildings["code"] >= 0].merge(sections, on="code")
    found, found_m = np.full(len(outlines), NONE), np.full(len(outlines), np.nan)
    if pairs.empty:
        return found, found_m
    building, section = pairs["building"].to_numpy(), pairs["section"].to_numpy()
    near = _boxes_near(outlines, lines, building, section, heat_rule("address_section_m"))
    building, section = building[near], section[near]
    distance = in_threads(shapely.distance, outlines[building], lines[section])
    near = np.flatnonzero(distance <= heat_rule("address_section_m"))
    first = near[_nearest_first(building[near], section[near], distance[near])]
    found[building[first]], found_m[building[first]] = section[first], distance[first]
    return found, found_m


def _past_the_end(
    lines: np.ndarray, section: np.ndarray, distance_m: np.ndarray, outlines: np.ndarray
) -> np.ndarray:
    """Rows of the buildings that stand far beyond the end of their section."""
    rows = np.flatnonzero(distance_m > heat_rule("address_far_m"))
    if not len(rows):
        return rows
    own = lines[section[rows]]
    foot = shapely.get_point(in_threads(shapely.shortest_line, outlines[rows], own), -1)
    return rows[shapely.distance(foot, shapely.boundary(own)) < _END_M]


def _much_nearer(lines: np.ndarray, outlines: np.ndarray, distance_m: np.ndarray) -> np.ndarray:
    """Whether another section is much nearer to buildings than `distance_m`."""
    if not len(outlines):
        return np.zeros(0, dtype=bool)
    nearest = lines[shapely.STRtree(lines).nearest(outlines)]
    return shapely.distance(outlines, nearest) < distance_m * heat_rule("address_far_share")


def _boxes_near(
    outlines: np.ndarray, lines: np.ndarray, building: np.ndarray, section: np.ndarray, reach_m: float
) -> np.ndarray:
    """Pairs whose boxes are within reach: exact distances are asked for these only."""
    a, b = shapely.bounds(outlines)[building], shapely.bounds(lines)[section]
    apart_x = np.maximum(a[:, 0] - b[:, 2], b[:, 0] - a[:, 2])
    apart_y = np.maximum(a[:, 1] - b[:, 3], b[:, 1] - a[:, 3])
    return (apart_x <= reach_m) & (apart_y <= reach_m)


def _nearest_first(building: np.ndarray, section: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """Places of the nearest pair of each building; of equal ones that with the lower section."""
    order = np.lexsort((section, distance, building))
    ordered = building[order]
    return order[np.r_[True, ordered[1:] != ordered[:-1]]] if len(order) else order


def _by_place(lines: np.ndarray, rows: np.ndarray, obstacles: Obstacles) -> tuple[np.ndarray, np.ndarray]:
    """Section and rule of the buildings in `rows` by the way to it."""
    section = np.full(len(rows), NONE)
    rule = np.full(len(rows), SectionRule.NONE.value, dtype=object)
    tree = shapely.STRtree(lines)
    (place, nearest), distance = tree.query_nearest(
        obstacles.outlines[rows],
        max_distance=heat_rule("section_max_m"),
        return_distance=True,
        all_matches=True,
    )
    first = _nearest_first(place, nearest, distance)
    place, nearest, distance = place[first], nearest[first], distance[first]
    section[place] = nearest
    clear = _clear(rows[place], lines[nearest], obstacles)
    rule[place] = np.where(clear, SectionRule.OWN_BLOCK.value, SectionRule.BLOCKED.value)
    barred = place[~clear]
    if len(barred):
        reach = np.minimum(_WIDER * distance[~clear] + _AND_M, heat_rule("section_max_m"))
        other = _reachable(lines, tree, rows[barred], reach, obstacles)
        free = other != NONE
        section[barred[free]] = other[free]
        rule[barred[free]] = SectionRule.NEAREST.value
    return section, rule


def _reachable(
    lines: np.ndarray, tree: shapely.STRtree, rows: np.ndarray, reach_m: np.ndarray, obstacles: Obstacles
) -> np.ndarray:
    """Nearest section within reach that a clear line leads to; `NONE` where there is none."""
    place, section = tree.query(obstacles.outlines[rows], predicate="dwithin", distance=reach_m)
    clear = _clear(rows[place], lines[section], obstacles)
    place, section = place[clear], section[clear]
    distance = shapely.distance(obstacles.outlines[rows[place]], lines[section])
    first = _nearest_first(place, section, distance)
    found = np.full(len(rows), NONE)
    found[place[first]] = section[first]
    return found


def _clear(rows: np.ndarray, lines: np.ndarray, obstacles: Obstacles) -> np.ndarray:
    """Whether the shortest line from each building to its section crosses no other building and no barrier."""
    ways = shapely.shortest_line(obstacles.outlines[rows], lines)
    clear = np.ones(len(rows), dtype=bool)
    way, building = shapely.STRtree(obstacles.outlines).query(ways, predicate="intersects")
    other = building != rows[way]
    way, building = way[other], building[other]
    through = shapely.length(shapely.intersection(ways[way], obstacles.outlines[building])) > _THROUGH_M
    clear[way[through]] = False
    if len(obstacles.barriers):
        crossing, _ = shapely.STRtree(obstacles.barriers).query(ways, predicate="intersects")
        clear[crossing] = False
    return clear
