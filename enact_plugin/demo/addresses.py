"""Streets get names, buildings get the street they front and a house number: odd on the left, even on the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .buildings import Built
from .candidates import Role
from .growth import Quarters
from .names import StreetNames, name_list
from .network import Network
from .plan import Plan
from .scale import Scale
from .villages import Village

NOT_BUILT_ON = ("track",)


@dataclass(frozen=True)
class Addresses:
    """Address of each building.

    Attributes
    ----------
    street : ndarray of str, shape (n,)
    number : ndarray of int, shape (n,)
    suffix : ndarray of str, shape (n,)
        "a", "b" … of rear buildings; empty otherwise.
    own : ndarray of bool, shape (n,)
        Whether the building has an address of its own; outbuildings share that of their lot.
    segment : ndarray of int, shape (n,)
        Street segment the building fronts.
    """

    street: np.ndarray
    number: np.ndarray
    suffix: np.ndarray
    own: np.ndarray
    segment: np.ndarray


def name_streets(
    scale: Scale, plan: Plan, quarters: Quarters, network: Network, villages: list[Village]
) -> np.ndarray:
    """Name of each street number; empty for tracks."""
    names = StreetNames(scale.stream("names"))
    result = np.full(int(network.street.max()) + 1, "", dtype=object)
    proper = np.flatnonzero(network.rank != "track")  # a street may end as a track in the fields
    order, first = np.unique(network.street[proper], return_index=True)
    first = proper[first]
    main = {village.street: i for i, village in enumerate(villages)}
    lanes = {number: i for i, village in enumerate(villages) for number in village.numbers[1:]}
    gates = set(plan.arterial_streets)
    # main roads first, so that they get the plain names
    ranking = {"primary": 0, "secondary": 1}
    by_rank = sorted(
        zip(order.tolist(), first.tolist()), key=lambda pair: ranking.get(network.rank[pair[1]], 2)
    )
    for street, segment in by_rank:
        rank = network.rank[segment]
        beside = network.segment_quarter[segment]
        beside = beside[(beside >= 0) & quarters.built[beside]]
        if street in main:
            result[street] = names.of_list("village_street", village_name(main[street]))
        elif street in lanes:
            result[street] = names.of_theme("fields")
        elif street in gates:
            result[street] = names.of_list("arterial")
        elif rank == "secondary":
            result[street] = names.of_list("ring")
        elif rank == "tertiary" and (network.segment_quarter[segment] < 0).any():
            result[street] = names.of_theme("river")
        else:
            quarter = int(beside[0]) if len(beside) else -1
            result[street] = names.of_quarter(quarter, quarters.kind[quarter])
    return result


def village_name(index: int) -> str:
    """Name of a village; from the second round on with Ober- or Nieder-."""
    towns = name_list("village")
    prefix = ("", "Ober", "Nieder", "Klein")[min(index // len(towns), 3)]
    name = towns[index % len(towns)]
    return prefix + name.lower() if prefix else name


def number_houses(network: Network, built: Built, names: np.ndarray, rng: np.random.Generator) -> Addresses:
    """Give each building the nearest street and number the houses along it."""
    usable = np.flatnonzero(~np.isin(network.rank, NOT_BUILT_ON) & ~network.bridge & ~network.tunnel)
    lines = network.line[usable]
    main = np.flatnonzero(built.role <= Role.MAIN)
    front = shapely.points(built.front[main])
    nearest = shapely.STRtree(lines).query_nearest(front, all_matches=False)[1]
    line = lines[nearest]
    at = shapely.line_locate_point(line, front)
    here = shapely.get_coordinates(shapely.line_interpolate_point(line, np.maximum(at - 0.5, 0)))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, at + 0.5))
    way, out = ahead - here, built.front[main] - here
    left = way[:, 0] * out[:, 1] - way[:, 1] * out[:, 0] > 0
    segment = usable[nearest]
    street = network.street[segment]
    chainage = network.chainage_m[segment] + at
    order = np.lexsort((chainage, left, street))
    key = street[order] * 2 + left[order]
    begins = np.append(True, key[1:] != key[:-1])
    step = 1 + (rng.random(len(order)) < 0.03)
    running = np.cumsum(step)
    rank = (
        running - np.repeat(running[begins] - 1, np.diff(np.append(np.flatnonzero(begins), len(order)))) - 1
    )
    number = np.zeros(len(main), dtype=int)
    number[order] = 2 * rank + np.where(left[order], 1, 2)
    return _with_shared(built, main, (names[street], number, segment))


def _with_shared(
    built: Built, main: np.ndarray, found: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> Addresses:
    """Hand the addresses of main buildings to the other buildings of their lots."""
    street, number, segment = found
    position = np.full(int(built.lot.max()) + 1, -1)
    position[built.lot[main]] = np.arange(len(main))
    host = position[built.lot]
    suffix = np.full(len(built.lot), "", dtype=object)
    rear = np.flatnonzero(built.role == Role.REAR)
    order = rear[np.argsort(built.lot[rear], kind="stable")]
    lots = built.lot[order]
    begins = np.flatnonzero(np.append(True, lots[1:] != lots[:-1])) if len(lots) else np.zeros(0, dtype=int)
    count = np.diff(np.append(begins, len(lots)))
    letter = np.arange(len(lots)) - np.repeat(begins, count)
    suffix[order] = np.array([chr(97 + i) for i in range(26)], dtype=object)[np.minimum(letter, 25)]
    return Addresses(street[host], number[host], suffix, built.role != Role.OUTBUILDING, segment[host])
