"""Heat networks along the streets, plants, gas, and the areas of an example heat plan."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .growth import Quarters
from .network import Network
from .scale import Scale

SERVED = ("slab", "core", "hospital", "gruenderzeit")
YEARS = (2030, 2035, 2040, 2045)


@dataclass(frozen=True)
class HeatNetworks:
    """Existing heat networks.

    Attributes
    ----------
    segment : ndarray of int, shape (p,)
        Street segments with pipes.
    network : ndarray of int, shape (p,)
        Which network a pipe belongs to.
    diameter_mm : ndarray, shape (p,)
    plant : ndarray of Point, shape (k,)
        One plant per network.
    quarter : ndarray of int, shape (q,)
        Network that serves a quarter; −1 none.
    """

    segment: np.ndarray
    network: np.ndarray
    diameter_mm: np.ndarray
    plant: np.ndarray
    quarter: np.ndarray


def lay_networks(quarters: Quarters, network: Network, plants: np.ndarray) -> HeatNetworks:
    """Lay pipes from each heating plant to the quarters near it that have the densest heat demand.

    Pipes follow the shortest ways along the streets, so that each network is a tree.
    """
    centre = shapely.centroid(network.bend(quarters.polygon, np.full(len(quarters.polygon), -1)))
    wanted = np.flatnonzero(quarters.built & np.isin(quarters.kind, SERVED))
    quarter = np.full(len(quarters.polygon), -1)
    limit = max(4, int(0.14 * quarters.built.sum()))
    distance = shapely.distance(centre[wanted][:, None], plants[None, :])
    rank = np.array([SERVED.index(kind) for kind in quarters.kind[wanted]])
    order = np.argsort(distance.min(axis=1) * (1 + 0.5 * rank), kind="stable")[:limit]
    nearest = distance[order].argmin(axis=1)
    busy, quarter[wanted[order]] = np.unique(nearest, return_inverse=True)
    plants = plants[busy]  # one that would serve nobody has no network
    segments, owners, loads = [], [], []
    taken = np.zeros(len(network.line), dtype=bool)
    for number, plant in enumerate(plants):
        used, load = _tree(network, plant, np.flatnonzero(quarter == number))
        fresh = ~taken[used]
        taken[used] = True
        segments.append(used[fresh])
        loads.append(load[fresh])
        owners.append(np.full(fresh.sum(), number))
    load = np.concatenate(loads)
    sizes = np.array([50, 65, 80, 100, 125, 150, 200, 250, 300, 400, 500])
    diameter = sizes[np.clip((1.35 * np.log2(load + 1)).astype(int), 0, len(sizes) - 1)]
    return HeatNetworks(np.concatenate(segments), np.concatenate(owners), diameter, plants, quarter)


def _tree(network: Network, plant: shapely.Point, served: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Segments of the shortest ways from a plant to the quarters it serves, and how many junctions lie behind each."""
    road = network.rank != "track"
    usable = np.flatnonzero(road)
    near = shapely.STRtree(network.line[usable]).query_nearest(plant, all_matches=False)[0]
    start = network.node[usable[near], 0]
    neighbours: dict[int, list[tuple[int, int, float]]] = {}
    length = shapely.length(network.line) * np.where(
        road, 1, 4
    )  # across fields only where there is no street
    for i in range(len(length)):
        a, b = network.node[i].tolist()
        neighbours.setdefault(a, []).append((b, i, length[i]))
        neighbours.setdefault(b, []).append((a, i, length[i]))
    came: dict[int, int] = {int(start): -1}
    done: list[int] = []
    best = {int(start): 0.0}
    heap = [(0.0, int(start))]
    closed = set()
    while heap:
        reached, here = heapq.heappop(heap)
        if here in closed:
            continue
        closed.add(here)
        done.append(here)
        for there, segment, step in neighbours.get(here, ()):
            if there not in closed and reached + step < best.get(there, np.inf):
                best[there] = reached + step
                came[there] = segment
                heapq.heappush(heap, (reached + step, there))
    inside = np.isin(network.segment_quarter, served).any(axis=1) & (network.rank != "track")
    behind = dict.fromkeys(done, 0)
    for junction in np.unique(network.node[inside]).tolist():
        if junction in behind:
            behind[junction] = 1
    used, load = [], []
    for here in reversed(done):
        segment = came[here]
        if behind[here] and segment >= 0:
            a, b = network.node[segment].tolist()
            parent = a if b == here else b
            behind[parent] += behind[here]
            used.append(segment)
            load.append(behind[here])
    return np.array(used, dtype=int), np.array(load, dtype=float)


def supply_kinds(scale: Scale, quarters: Quarters, heat: HeatNetworks, villages: int) -> pd.DataFrame:
    """How each built quarter and village is to be supplied in each year of the example plan.

    Returns
    -------
    DataFrame
        quarter (−2 and less: villages), year, supply_kind, suitability_network, suitability_hydrogen,
        suitability_decentral, reasons; codes as in values.csv.
    """
    built = np.flatnonzero(quarters.built & ~np.isin(quarters.kind, ["park", "allotment", "field"]))
    near = shapely.distance(quarters.polygon[built], shapely.union_all(quarters.polygon[heat.quarter >= 0]))
    kind = quarters.kind[built]
    inside = heat.quarter[built] >= 0
    extend = (
        ~inside
        & (near < 1.2 * scale.quarter_m)
        & np.isin(kind, ["gruenderzeit", "vorstadt", "slab", "siedlung"])
    )
    new = ~inside & ~extend & np.isin(kind, ["slab", "gruenderzeit", "hospital"])
    factory = np.flatnonzero(kind == "industry")
    frames = []
    for year in YEARS:
        supply = np.full(len(built), "decentral", dtype=object)
        supply[inside] = "network_densify"
        supply[extend] = "network_extend" if year >= 2035 else "study"
        supply[new] = "network_new" if year >= 2040 else "study"
        if len(factory):
            supply[factory[:1]] = "hydrogen" if year == YEARS[-1] else "study"
        frames.append(pd.DataFrame({"quarter": built, "year": year, "supply_kind": supply}))
        hamlet = np.full(villages, "decentral", dtype=object)
        hamlet[:1] = "network_new" if year >= 2035 else "study"
        frames.append(
            pd.DataFrame({"quarter": -2 - np.arange(villages), "year": year, "supply_kind": hamlet})
        )
    table = pd.concat(frames, ignore_index=True)
    by_supply = {
        "network_densify": ("very_likely", "very_unlikely", "likely", "Wärmenetz vorhanden"),
        "network_extend": ("likely", "very_unlikely", "likely", "Wärmenetz in der Nähe"),
        "network_new": ("likely", "unlikely", "likely", "hohe Wärmeliniendichte"),
        "hydrogen": ("unlikely", "likely", "unlikely", "Prozesswärme"),
        "study": ("likely", "unlikely", "likely", "noch nicht entschieden"),
        "decentral": ("unlikely", "very_unlikely", "very_likely", "geringe Wärmedichte"),
    }
    columns = ("suitability_network", "suitability_hydrogen", "suitability_decentral", "reasons")
    for i, name in enumerate(columns):
        table[name] = table["supply_kind"].map({code: values[i] for code, values in by_supply.items()})
    return table
