"""The plan of the town: core, river, railway, main roads, and the quarters between them.

All of it is drawn with straight streets; the warp bends it afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from .curves import Warp, steady, turned, wavy_circle
from .division import Grain, Ring, divide, ring_area, split_ring
from .scale import Scale

GRID_M = 0.01
"""Everything snaps to this grid, so that streets that meet have the very same end point."""
BEND_PLAY_M = 0.4
"""How far bent outlines may stray from where the plan has them."""
RAIL_HALF_M = 13.0


@dataclass
class Sources:
    """Lines the streets are made of, before they are noded.

    Attributes
    ----------
    lines : list of LineString
    street : list of int
        Which street a line belongs to; lines of one street share the number.
    rank : list of str
        primary, secondary, tertiary, residential, living_street, track, or edge (no street, only a border).
    """

    lines: list[shapely.LineString] = field(default_factory=list)
    street: list[int] = field(default_factory=list)
    rank: list[str] = field(default_factory=list)
    next_street: int = 0

    def add(self, line: shapely.Geometry, rank: str, street: int | None = None) -> int:
        """Add a line (all its parts) and return the number of its street, a new one unless given."""
        number = self.next_street if street is None else street
        self.next_street = max(self.next_street, number + 1)
        for part in shapely.get_parts(line):
            if part.geom_type == "LineString" and part.length > 0:
                self.lines.append(part)
                self.street.append(number)
                self.rank.append(rank)
        return number


@dataclass(frozen=True)
class Plan:
    """What stands before the first house.

    Attributes
    ----------
    boundary, core, market : Polygon
    river : LineString
    river_angle : float
        Direction of the river in rad.
    water, river_corridor, rail_corridor : Polygon
    rail : LineString
    sources : Sources
        First the noded pieces of the main lines, then the cuts.
    full : dict
        Street number to the whole line of a main road, from which house numbers count.
    arterial_streets : tuple of int
        Numbers of the roads that lead out of town.
    quarters : list of Ring
    warp : Warp
    """

    boundary: shapely.Polygon
    core: shapely.Polygon
    market: shapely.Polygon
    river: shapely.LineString
    water: shapely.Polygon
    river_corridor: shapely.Polygon
    rail_corridor: shapely.Polygon
    rail: shapely.LineString
    river_angle: float
    sources: Sources
    arterial_streets: tuple[int, ...]
    full: dict[int, shapely.LineString]
    quarters: list[Ring]
    warp: Warp


def draw_plan(scale: Scale) -> Plan:
    """Draw core, river, railway, main roads and quarters."""
    rng = scale.stream("plan")
    warp = Warp.of(scale.stream("warp"), scale.quarter_m)
    boundary = shapely.Polygon(wavy_circle(rng, scale.radius_m, 0.14, 120))
    # on the grid from the start: the main roads begin at its vertices
    ring = np.round(wavy_circle(rng, scale.core_radius_m, 0.13, 28) / GRID_M) * GRID_M
    core = shapely.Polygon(ring)
    river_angle = rng.uniform(0, np.pi)
    river = _river(scale, rng, river_angle)
    water = river.buffer(scale.river_m / 2, quad_segs=4)
    bank = river.buffer(scale.river_m / 2 + min(7 + 0.35 * scale.river_m, 26), quad_segs=4).simplify(0.5)
    rail = _rail(scale, rng, river_angle)
    rail_corridor = rail.buffer(RAIL_HALF_M, quad_segs=4)
    main = Sources()
    main.add(shapely.LineString(np.vstack([ring, ring[:1]])), "secondary")
    arterials = _arterials(scale, rng, main, core, river_angle)
    _ring_roads(scale, rng, main, river_angle)
    corridors = shapely.union_all([bank, rail_corridor])
    for polygon in shapely.get_parts(corridors):
        for border in (polygon.exterior, *polygon.interiors):
            main.add(shapely.LineString(border.coords), "tertiary")
    main.add(shapely.LineString(boundary.exterior.coords), "edge")
    sources, full = _node_main(main, boundary, water, rail_corridor)
    pieces = _pieces(sources, core, corridors)
    quarters = _quarters(scale, rng, pieces, sources)
    market = _core(scale, rng, core, sources)
    return Plan(
        boundary=boundary,
        core=core,
        market=market,
        river=river,
        water=water,
        river_corridor=bank,
        rail_corridor=rail_corridor,
        rail=rail,
        river_angle=river_angle,
        sources=sources,
        arterial_streets=arterials,
        full=full,
        quarters=quarters,
        warp=warp,
    )


def _river(scale: Scale, rng: np.random.Generator, angle: float) -> shapely.LineString:
    """A river that meanders past the core."""
    reach = 1.5 * scale.radius_m
    t = np.linspace(-reach, reach, int(np.clip(reach / 12, 120, 900)))
    long_wave = min(max(9 * scale.core_radius_m, 2.2 * scale.built_radius_m), 6000.0)
    offset = scale.core_radius_m * 1.2 + scale.river_m * 0.85 + 16
    calm = 1 - np.exp(-((t / (2.6 * scale.core_radius_m)) ** 2))
    phase = rng.uniform(0, 2 * np.pi, 3)
    swing = (
        0.075 * long_wave * np.sin(2 * np.pi * t / long_wave + phase[0])
        + 0.028 * long_wave * np.sin(2 * np.pi * t / (0.37 * long_wave) + phase[1])
        + 0.008 * long_wave * np.sin(2 * np.pi * t / (0.17 * long_wave) + phase[2])
    )
    return shapely.LineString(turned(np.stack([t, offset + calm * swing], axis=1), angle))


def _rail(scale: Scale, rng: np.random.Generator, river_angle: float) -> shapely.LineString:
    """A railway with wide bends on the side of the core where the river is not."""
    reach = 1.5 * scale.radius_m
    t = np.linspace(-reach, reach, 240)
    offset = -(1.45 * scale.core_radius_m + 70)
    calm = 1 - np.exp(-((t / (4 * scale.core_radius_m)) ** 2))
    bend = 0.06 * calm * scale.built_radius_m * np.sin(2 * np.pi * t / (5 * scale.built_radius_m))
    angle = river_angle + rng.choice([-1, 1]) * rng.uniform(0.22, 0.42)
    return shapely.LineString(turned(np.stack([t, offset + bend], axis=1), angle))


def _arterials(
    scale: Scale, rng: np.random.Generator, main: Sources, core: shapely.Polygon, river_angle: float
) -> tuple[int, ...]:
    """Roads from the gates of the core outwards; some of them cross the river, at a good angle."""
    numbers = []
    count = int(np.clip(round(3.2 + scale.size**0.17), 5, 11))
    beyond = max(2, round(count * 0.42))
    angles = np.concatenate(
        [
            np.linspace(0.72, np.pi - 0.72, beyond),
            np.linspace(np.pi + 0.28, 2 * np.pi - 0.28, count - beyond),
        ]
    )
    angles = angles + rng.uniform(-0.13, 0.13, count) + river_angle
    ring = shapely.get_coordinates(core.exterior)[:-1]
    ring_angle = np.arctan2(ring[:, 1], ring[:, 0])
    reach = 1.3 * scale.radius_m
    for angle in angles:
        gate = ring[np.argmin(np.abs(np.angle(np.exp(1j * (ring_angle - angle)))))]
        start = np.hypot(*gate)
        radius = np.concatenate([[start], np.arange(start + 25, reach, 25)])
        share = (radius - start) / reach
        wave = scale.built_radius_m * rng.uniform(0.9, 1.8)
        bend = (
            rng.uniform(-0.16, 0.16) * np.sin(2 * np.pi * (radius - start) / wave / 2) * np.sqrt(share + 0.02)
        )
        theta = np.arctan2(gate[1], gate[0]) + bend + rng.uniform(-0.2, 0.2) * share
        line = shapely.LineString(steady(np.stack([radius * np.cos(theta), radius * np.sin(theta)], axis=1)))
        numbers.append(main.add(line, "primary"))
    return tuple(numbers)


def _ring_roads(scale: Scale, rng: np.random.Generator, main: Sources, river_angle: float) -> None:
    radius = 3.0 * scale.core_radius_m + 60
    while radius < 0.95 * scale.built_radius_m:
        ring = turned(wavy_circle(rng, radius, 0.1, max(48, int(radius / 8))), river_angle)
        main.add(shapely.LineString(np.vstack([ring, ring[:1]])), "secondary")
        radius *= rng.uniform(1.75, 2.1)


def line_of(parts: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Which of `lines` each part lies on; −1 where none, the first where several."""
    middle = shapely.line_interpolate_point(parts, 0.5, normalized=True)
    index, line = shapely.STRtree(lines).query(middle, predicate="dwithin", distance=2 * GRID_M)
    found = np.full(len(parts), len(lines))
    np.minimum.at(found, index, line)
    return np.where(found < len(lines), found, -1)


def _node_main(
    main: Sources, boundary: shapely.Polygon, water: shapely.Polygon, rail_corridor: shapely.Polygon
) -> tuple[Sources, dict]:
    """Node the main lines with each other, and split them where a bridge begins and ends."""
    lines = np.array(main.lines)
    # a little beyond the border, so that each road surely meets it
    inside = shapely.intersection(lines, boundary.buffer(3.0))
    bridge_area = water.buffer(4.0)
    noded = shapely.get_parts(
        shapely.union_all([*inside, shapely.LineString(bridge_area.exterior.coords)], grid_size=GRID_M)
    )
    noded = noded[shapely.get_type_id(noded) == 1]
    middle = shapely.line_interpolate_point(noded, 0.5, normalized=True)
    noded = noded[shapely.dwithin(middle, boundary, GRID_M)]
    origin = line_of(noded, lines)
    shapely.prepare(bridge_area)
    middle = shapely.line_interpolate_point(noded, 0.5, normalized=True)
    wet = shapely.contains(bridge_area, middle)
    below = shapely.contains(rail_corridor, middle)
    full = dict(zip(main.street, main.lines))
    result = Sources(next_street=main.next_street)
    for piece, source, over_water, under_rail in zip(noded, origin.tolist(), wet.tolist(), below.tolist()):
        if source < 0:
            continue
        rank, street = main.rank[source], main.street[source]
        if rank in ("primary", "secondary"):
            # a road that only comes near the bank needs no bridge
            crosses = over_water and piece.distance(water) < BEND_PLAY_M
            # ring roads pass under the railway, the others cross it on the level
            dives = under_rail and rank == "secondary"
            result.add(piece, f"{rank}_bridge" if crosses else f"{rank}_tunnel" if dives else rank, street)
        elif rank == "edge" or not over_water:
            # each stretch of an embankment is a street of its own
            full[result.add(piece, rank)] = piece
    return result, full


def _pieces(sources: Sources, core: shapely.Polygon, corridors: shapely.Geometry) -> list[Ring]:
    """Areas between the main lines, without the core and the corridors of river and railway."""
    faces = shapely.get_parts(shapely.polygonize(np.array(sources.lines)))
    spot = shapely.point_on_surface(faces)
    shapely.prepare(corridors)
    free = ~shapely.contains(corridors, spot) & ~shapely.contains(core, spot)
    return [_open_ring(face) for face in faces[free]]


def _open_ring(polygon: shapely.Polygon) -> Ring:
    ring = shapely.get_coordinates(polygon.exterior)[:-1]
    return ring if ring_area(ring) > 0 else ring[::-1]


def _quarters(scale: Scale, rng: np.random.Generator, pieces: list[Ring], sources: Sources) -> list[Ring]:
    """Divide the pieces into quarters; coarser where only fields will be."""
    quarters: list[Ring] = []
    for piece in pieces:
        far = np.hypot(*piece.mean(axis=0)) / scale.built_radius_m
        near = np.hypot(piece[:, 0], piece[:, 1]).min() / scale.built_radius_m
        first = [piece]
        if far > 1.5 and near < 1.6:
            first, cuts = divide(piece, Grain(3.2 * scale.quarter_m, 3.2 * scale.quarter_m, 0.1, 0.12), rng)
            _add_cuts(sources, cuts, "tertiary")
        for part in first:
            distance = np.hypot(*part.mean(axis=0)) / scale.built_radius_m
            size = scale.quarter_m * (0.8 if distance < 0.5 else 1.0 if distance < 1.6 else 2.2)
            rings, cuts = divide(part, Grain(size, 1.25 * size, 0.12, 0.11), rng)
            _add_cuts(sources, cuts, "tertiary")
            quarters.extend(rings)
    return quarters


def _add_cuts(sources: Sources, cuts: list[np.ndarray], rank: str) -> None:
    for cut in cuts:
        sources.add(shapely.LineString(cut), rank)


def _core(scale: Scale, rng: np.random.Generator, core: shapely.Polygon, sources: Sources) -> shapely.Polygon:
    """Market square in the middle of the old core, streets from its corners, lanes behind."""
    ring = _open_ring(core)
    angle = rng.uniform(0, np.pi)
    u = steady(np.array([np.cos(angle), np.sin(angle)]))
    v = np.array([-u[1], u[0]])
    length = float(np.clip(0.55 * scale.core_radius_m, 42, 130))
    width = length * rng.uniform(0.55, 0.7)
    cuts: list[np.ndarray] = []

    def cut(piece: Ring, point: np.ndarray, direction: np.ndarray) -> tuple[Ring, Ring]:
        tilt = rng.uniform(-0.06, 0.06)
        way = turned(direction[None, :], tilt)[0]
        parts = split_ring(piece, point, way, 3.0)
        if parts is None:  # a core is convex enough for this never to happen; the piece stays whole then
            return piece, np.empty((0, 2))
        cuts.append(parts[2])
        return parts[0], parts[1]

    above, rest = cut(ring, v * width / 2, u)
    middle, below = cut(rest, -v * width / 2, u)
    left, right_part = cut(middle, -u * length / 2, v)
    market, right = cut(right_part, u * length / 2, v)
    for part in (above, below, left, right):
        if len(part):
            coarse = max(150.0, 0.5 * scale.core_radius_m)
            rings, lanes = divide(part, Grain(coarse, coarse, 0.2, 0.3), rng)
            cuts.extend(lanes)
            for ring_part in rings:
                lane = rng.uniform(0.9, 1.2) * float(np.clip(0.16 * scale.core_radius_m + 22, 42, 74))
                _, lanes = divide(ring_part, Grain(lane, lane * rng.uniform(1.1, 1.5), 0.14, 0.16), rng)
                cuts.extend(lanes)
    _add_cuts(sources, cuts, "living_street")
    return shapely.Polygon(market)
