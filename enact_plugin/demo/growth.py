"""Which quarters are built on, and as what: the town grows outwards from its core along the main roads."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import shapely

from .curves import Noise
from .kinds import quarter_kinds
from .plan import Plan
from .scale import BUILDINGS_PER_BUILT_KM2, Scale

WANTED_ONCE = ("gruenderzeit", "slab", "detached", "industry", "villa", "vorstadt", "siedlung", "hospital",
               "terrace", "commercial", "allotment", "park")  # fmt: skip
"""Kinds every town shows, the most typical first; the smallest towns have too few quarters for all."""


@dataclass(frozen=True)
class Quarters:
    """The quarters with their use.

    Attributes
    ----------
    polygon : ndarray of Polygon, shape (q,)
        On the straight plan; the core is the last one.
    kind : ndarray of str, shape (q,)
    built : ndarray of bool, shape (q,)
        Whether streets and houses reach it; parks inside the town count as built.
    order : ndarray of int
        Built quarters in the order in which the town grew.
    """

    polygon: np.ndarray
    kind: np.ndarray
    built: np.ndarray
    order: np.ndarray


def grow(scale: Scale, plan: Plan, wanted: float) -> Quarters:
    """Choose quarters until they hold about `wanted` buildings."""
    polygons = np.array([shapely.Polygon(ring) for ring in plan.quarters])
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    area_km2 = shapely.area(polygons) / 1e6
    narrow = 2e6 * area_km2 / shapely.length(polygons) < 0.16 * scale.quarter_m
    order = _growth_order(scale, plan, polygons, centre)
    likely = order[
        : max(8, int(np.searchsorted(np.cumsum(area_km2[order]), wanted / BUILDINGS_PER_BUILT_KM2)))
    ]
    kind = _kinds(scale, plan, polygons, centre, likely)
    kind[narrow] = "park"
    density = {name: row.per_km2 for name, row in quarter_kinds().items()}
    core_count = density["core"] * plan.core.area / 1e6
    for _ in range(4):
        cut = _cut(order, kind, area_km2, density, wanted - core_count)
        before = kind.copy()
        _show_every_kind(scale, kind, order[:cut], centre, narrow, area_km2)
        if (before == kind).all():
            break
    built = np.zeros(len(polygons) + 1, dtype=bool)
    built[order[:cut]] = True
    built[-1] = True
    return Quarters(
        polygon=np.append(polygons, plan.core),
        kind=np.append(np.where(built[:-1], kind, "field"), "core"),
        built=built,
        order=order[:cut],
    )


def _cut(
    order: np.ndarray, kind: np.ndarray, area_km2: np.ndarray, density: dict[str, float], wanted: float
) -> int:
    """How many quarters of the order are needed for the wanted number of buildings."""
    houses = np.array([density[k] for k in kind[order]]) * area_km2[order]
    return int(min(np.searchsorted(np.cumsum(houses), wanted) + 1, len(order)))


def _growth_order(scale: Scale, plan: Plan, polygons: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Quarters in the order of growth: each one adjoins an earlier one, near ones first, along main roads sooner."""
    noise = Noise.of(scale.stream("growth"), 2.2 * scale.built_radius_m)
    roads = shapely.union_all(
        [line for line, rank in zip(plan.sources.lines, plan.sources.rank) if rank == "primary"]
    )
    to_road = shapely.distance(shapely.points(centre), roads) / scale.quarter_m
    cost = (
        np.hypot(centre[:, 0], centre[:, 1])
        * (1 + 0.2 * noise(centre))
        * (0.84 + 0.16 * np.minimum(to_road, 2.5))
    )
    tree = shapely.STRtree(polygons)
    gap = 2.5 * scale.river_m + 60
    one, other = tree.query(polygons, predicate="dwithin", distance=gap)
    neighbours: list[list[int]] = [[] for _ in polygons]
    for i, j in zip(one.tolist(), other.tolist()):
        if i != j:
            neighbours[i].append(j)
    touching = tree.query(plan.core, predicate="dwithin", distance=gap)
    heap = [(float(cost[i]), int(i)) for i in touching]
    heapq.heapify(heap)
    seen = set(touching.tolist())
    order: list[int] = []
    while heap:
        _, i = heapq.heappop(heap)
        order.append(i)
        for j in neighbours[i]:
            if j not in seen:
                seen.add(j)
                heapq.heappush(heap, (float(cost[j]), j))
    return np.array(order)


def _kinds(
    scale: Scale, plan: Plan, polygons: np.ndarray, centre: np.ndarray, first: np.ndarray
) -> np.ndarray:
    """The kind each quarter has if it is built: by distance, direction, railway, and neighbourhood."""
    rng = scale.stream("kinds")
    far = np.hypot(centre[:, 0], centre[:, 1]) / scale.built_radius_m
    theta = np.arctan2(centre[:, 1], centre[:, 0])
    towards = rng.uniform(0, 2 * np.pi, 3)
    towards[1] = towards[0] + np.pi + rng.uniform(-0.8, 0.8)
    rail = shapely.distance(polygons, plan.rail) / scale.quarter_m
    water = shapely.distance(polygons, plan.water) / scale.quarter_m

    def wave(share: float) -> np.ndarray:
        return share * Noise.of(rng, 4.5 * scale.quarter_m)(centre)

    central = 2.5 * np.clip(0.42 - far, 0, None) + (far < 0.42) * 0.3
    score = {
        "gruenderzeit": -1.6 * far + wave(0.35),
        "vorstadt": -0.9 * np.abs(far - 0.4) + wave(0.4),
        "villa": -0.8 * np.abs(far - 0.6)
        + 0.6 * np.cos(theta - towards[1])
        - 0.2 * water.clip(0, 2)
        + wave(0.4),
        "siedlung": -0.6 * central - 0.9 * np.abs(far - 0.8) + wave(0.45),
        "slab": -central - 0.8 * np.abs(far - 0.85) + 0.7 * np.cos(theta - towards[0]) + wave(0.5),
        "terrace": -central + 0.2 * (far - 0.8) + wave(0.5),
        "detached": -central + 0.9 * (far - 0.8) + wave(0.4),
        "industry": -central - 0.9 * rail.clip(0, 3) - 0.6 * np.abs(far - 0.9) + wave(0.4),
        "commercial": -central + 0.3 * (far - 0.9) - 0.2 * rail.clip(0, 3) + wave(0.5),
        "allotment": -central - 0.25 * rail.clip(0, 2) + 0.3 * (far - 0.7) + wave(0.55),
        "park": -0.45 * water.clip(0, 2) + wave(0.5),
    }
    # halls and slabs need broad quarters
    area = shapely.area(polygons)
    slim = (2 * area / shapely.length(polygons) < 0.27 * scale.quarter_m) | (area < 0.55 * scale.quarter_m**2)
    for name in ("industry", "slab", "commercial"):
        score[name] = score[name] - 4.0 * slim
    names = np.array(list(score), dtype=object)
    table = np.stack(list(score.values()), axis=1)
    share = np.array([quarter_kinds()[name].share for name in names])
    return names[np.argmax(table + _bias(table[first], share), axis=1)]


def _bias(score: np.ndarray, share: np.ndarray) -> np.ndarray:
    """What to add to each kind's score so that the kinds win their shares of the quarters."""
    bias = np.zeros(len(share))
    for step in np.linspace(1.5, 0.1, 40):
        won = np.bincount(np.argmax(score + bias, axis=1), minlength=len(share)) / len(score)
        bias += step * (share - won)
    return bias


def _show_every_kind(
    scale: Scale,
    kind: np.ndarray,
    chosen: np.ndarray,
    centre: np.ndarray,
    narrow: np.ndarray,
    area_km2: np.ndarray,
) -> None:
    """Turn quarters of common kinds into kinds that are missing, where they fit best."""
    best = {
        "gruenderzeit": 0.0,
        "vorstadt": 0.35,
        "villa": 0.5,
        "hospital": 0.55,
        "park": 0.5,
        "siedlung": 0.7,
    }
    far = np.hypot(centre[:, 0], centre[:, 1]) / scale.built_radius_m
    room = max(1, int(0.8 * len(chosen)))
    clinics = max(0, scale.size // 70_000)
    for name in (*WANTED_ONCE[:room], *("hospital",) * clinics):
        present = kind[chosen]
        if (present == name).sum() > (clinics if name == "hospital" else 0):
            continue
        names, count = np.unique(present.astype(str), return_counts=True)
        common = set(names[count > 1])
        fit = (
            np.abs(far[chosen] - best.get(name, 0.85))
            + 10 * narrow[chosen]
            - 4 * area_km2[chosen] / area_km2[chosen].max() * (name in ("slab", "industry"))
        )
        fit[[k not in common for k in present]] = np.inf
        if name in ("slab", "industry", "allotment", "commercial", "detached", "terrace"):
            fit += 3 * np.clip(0.45 - far[chosen], 0, None)
        if np.isfinite(fit).any():
            kind[chosen[int(np.argmin(fit))]] = name
