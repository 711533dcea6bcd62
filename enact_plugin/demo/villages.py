"""Linear villages along the main roads in the fields: a street of farmsteads and some lanes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .growth import Quarters
from .plan import Plan, Sources
from .scale import Scale


@dataclass(frozen=True)
class Village:
    """A village.

    Attributes
    ----------
    street : int
        Number of its main street.
    lines : list of LineString
        Main street first, then the lanes; on the straight plan.
    numbers : list of int
        Streets of the lines.
    """

    street: int
    lines: list[shapely.LineString]
    numbers: list[int]


def found_villages(scale: Scale, plan: Plan, quarters: Quarters) -> tuple[list[Village], Sources]:
    """Choose stretches of main roads outside the town; returns the lines of the plan with the villages cut out."""
    rng = scale.stream("villages")
    given = plan.sources
    sources = Sources(list(given.lines), list(given.street), list(given.rank), given.next_street)
    villages: list[Village] = []
    free: dict[int, np.ndarray] = {}
    for _ in range(scale.count(1 / 5500, 1, 32) + (scale.size > 3000)):
        wanted = float(np.clip(290 + 0.03 * scale.size, 250, 1500)) * rng.uniform(0.75, 1.3)
        place = _best_stretch(scale, (plan, quarters, sources), wanted, villages, free)
        if place is None and not villages:  # a small municipality: nearer to the town then
            place = _best_stretch(scale, (plan, quarters, sources), wanted, villages, {}, 0.25)
        if place is not None:
            villages.append(_found(scale, rng, (plan, sources), *place))
    return villages, sources


def _best_stretch(
    scale: Scale,
    ground: tuple[Plan, Quarters, Sources],
    wanted_m: float,
    villages: list[Village],
    known: dict[int, np.ndarray],
    apart: float = 1.0,
) -> tuple[int, int, int] | None:
    """Piece of road and its first and last vertex where a village has room, far from town and other villages."""
    plan, quarters, sources = ground
    taken = shapely.union_all([line for village in villages for line in village.lines])
    best, best_score = None, 0.0
    for i, line in enumerate(sources.lines):
        if sources.rank[i] != "primary" or line.length < 90:
            continue
        vertices = shapely.get_coordinates(line)
        if len(known.get(i, ())) != len(vertices):
            known[i] = _open_country(scale, plan, quarters, vertices, apart)
        free = known[i]
        if villages:
            free = free & (shapely.distance(shapely.points(vertices), taken) > 0.35 * wanted_m + 60)
        for first, last in _runs(free):
            length = float(np.hypot(*np.diff(vertices[first : last + 1], axis=0).T).sum())
            score = min(length, wanted_m)
            if length > 100 * min(apart + 0.35, 1) and score > best_score * 1.02:
                steps = max(4, int(wanted_m / max(length / (last - first), 1)))
                best, best_score = (i, first, min(last, first + steps)), score
    return best


def _open_country(
    scale: Scale, plan: Plan, quarters: Quarters, vertices: np.ndarray, apart: float
) -> np.ndarray:
    """Which vertices of a road lie outside the town and away from river, railway and border."""
    points = shapely.points(vertices)
    reach = apart * (0.07 * scale.built_radius_m + 35)
    free = np.ones(len(points), dtype=bool)
    built = shapely.STRtree(quarters.polygon[quarters.built])
    free[built.query(points, predicate="dwithin", distance=reach)[0]] = False
    free &= shapely.distance(points, plan.boundary.exterior) > 0.012 * scale.radius_m + 8
    for corridor in (plan.river_corridor, plan.rail_corridor):
        shapely.prepare(corridor)
        free &= ~shapely.dwithin(points, corridor, 45 * apart)
    return free


def _runs(mask: np.ndarray) -> list[tuple[int, int]]:
    """First and last position of each run of true values of at least four."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(int), [0]])))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2]) if b - a >= 4]


def _found(
    scale: Scale, rng: np.random.Generator, ground: tuple[Plan, Sources], piece: int, first: int, last: int
) -> Village:
    """Give the stretch a street of its own and draw lanes."""
    plan, sources = ground
    vertices = shapely.get_coordinates(sources.lines[piece])
    old_street, rank = sources.street[piece], sources.rank[piece]
    sources.lines[piece] = (
        shapely.LineString(vertices[: first + 1]) if first else shapely.LineString(vertices[:2])
    )
    if first == 0:
        sources.rank[piece] = "edge"
    main = shapely.LineString(vertices[first : last + 1])
    street = sources.add(main, rank)
    if last < len(vertices) - 1:
        sources.add(shapely.LineString(vertices[last:]), rank, old_street)
    lines, numbers = [main], [street]
    lanes = int(np.clip((last - first) // 9, 0, 5))
    for position in np.linspace(first + 1, last - 1, lanes + 2)[1:-1].astype(int):
        way = vertices[position + 1] - vertices[position - 1]
        normal = np.array([-way[1], way[0]]) / np.hypot(*way) * rng.choice([-1, 1])
        turn = rng.uniform(-0.35, 0.35)
        normal = np.array([normal[0] - turn * normal[1], normal[1] + turn * normal[0]])
        reach = rng.uniform(0.7, 1.2) * min(0.1 * scale.radius_m, 150.0)
        bow = rng.uniform(-0.12, 0.12) * reach * np.array([-normal[1], normal[0]])
        lane = shapely.LineString(
            [
                vertices[position],
                vertices[position] + 0.5 * reach * normal + bow,
                vertices[position] + reach * normal,
            ]
        )
        if min(lane.distance(plan.river), lane.distance(plan.rail)) > 2 * scale.river_m + 30:
            numbers.append(sources.add(lane, "lane"))
            lines.append(lane)
    return Village(street, lines, numbers)
