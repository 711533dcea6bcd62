"""Buildings every town has once or a few times: town hall, churches, schools, hospital, station, heating plant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity, ops

from .candidates import Candidates, Role
from .division import extent
from .growth import Quarters
from .network import Network
from .plan import Plan
from .scale import Scale

Box = tuple[float, float, float, float]

# Ground plans as unions of boxes (left, bottom, right, top in metres); one building per entry.
GROUND_PLANS: dict[str, tuple[tuple[str, tuple[Box, ...]], ...]] = {
    "town_hall": (("town_hall", ((-13, -8, 13, 8), (-3.5, 6, 3.5, 12))),),
    "church": (("church", ((-17, -6.5, 12, 6.5), (-24, -4, -16, 4), (11, -4, 16, 4))),),
    "school": (
        ("school", ((-30, -7, 24, 7), (-30, -7, -17, 26))),
        ("sports_hall", ((2, 18, 29, 36),)),
    ),
    "kindergarten": (("kindergarten", ((-16, -6, 14, 5), (3, -6, 14, 14))),),
    "hospital": (
        (
            "hospital",
            ((-48, -7, 48, 7), (-44, -34, -28, -6), (-8, -34, 8, -6), (28, -34, 44, -6), (-14, 6, 14, 22)),
        ),
        ("hospital", ((-46, 26, -18, 38),)),
        ("hospital", ((20, 28, 46, 40),)),
        ("boiler_house", ((54, -8, 64, 4),)),
    ),
    "station": (("station", ((-26, -5.5, 26, 5.5), (-9, -8, 9, 8))),),
    "heating_plant": (
        ("heating_plant", ((-24, -13, 18, 13), (18, -6, 30, 8))),
        ("pump_house", ((-24, 20, -10, 29),)),
    ),
    "factory": (
        ("factory", ((-38, -22, 30, 22), (30, -10, 46, 14))),
        ("factory_office", ((-38, -42, 2, -30),)),
        ("chimney", ((38, 24, 43, 29),)),
    ),
    "fire_station": (("fire_station", ((-15, -7, 13, 6), (9, -7, 15, 12))),),
    "swimming_hall": (("swimming_hall", ((-24, -15, 20, 15),)),),
    "care_home": (("care_home", ((-24, -7, 24, 6), (-24, -7, -12, 24))),),
}
ATTEMPTS = (1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


@dataclass(frozen=True)
class Wish:
    """How often a landmark occurs and where.

    Attributes
    ----------
    name : str
    per_building : float
    least : int
    kinds : tuple of str
        Kinds of quarter it stands in.
    area_m2 : tuple of float
        Size of the block it takes.
    """

    name: str
    per_building: float
    least: int
    kinds: tuple[str, ...]
    area_m2: tuple[float, float]


WISHES = (
    Wish("factory", 1 / 15_000, 1, ("industry",), (5_000, 1e6)),
    Wish("hospital", 1 / 60_000, 1, ("hospital",), (6_000, 1e6)),
    Wish("heating_plant", 1 / 30_000, 1, ("industry", "commercial"), (3_000, 1e6)),
    Wish("church", 1 / 9_000, 0, ("gruenderzeit", "vorstadt"), (3_000, 9_000)),
    Wish(
        "school", 1 / 2_200, 1, ("gruenderzeit", "vorstadt", "slab", "siedlung", "detached"), (5_500, 30_000)
    ),
    Wish("care_home", 1 / 5_000, 0, ("villa", "slab", "vorstadt", "gruenderzeit"), (4_500, 20_000)),
    Wish("fire_station", 1 / 12_000, 1, ("vorstadt", "commercial", "siedlung", "industry"), (2_000, 20_000)),
    Wish("swimming_hall", 1 / 30_000, 0, ("slab", "gruenderzeit", "siedlung"), (5_000, 30_000)),
    Wish("kindergarten", 1 / 1_900, 0, ("slab", "siedlung", "detached", "gruenderzeit"), (2_500, 14_000)),
)


GROUNDS_M2 = 13_000
"""A block of more than this keeps room for houses beside its landmark."""


def place_landmarks(
    scale: Scale, plan: Plan, quarters: Quarters, network: Network, out: Candidates
) -> np.ndarray:
    """Place the landmarks and return the blocks they fill, as a mask over all blocks."""
    rng = scale.stream("landmarks")
    taken = np.zeros(len(network.block), dtype=bool)
    kind = quarters.kind[network.block_quarter]
    area = shapely.area(shapely.buffer(network.block, -9.0, join_style="mitre", mitre_limit=2.0))
    market, station, church, stop = _fixed_blocks(plan, network, kind, area)
    taken[market] = True
    near = shapely.distance(network.block, shapely.centroid(network.block[market]))
    for block in np.lexsort((near, kind != "core"))[:8].tolist():
        if _put(network, block, "town_hall", rng, out, None):
            taken[block] = True
            break
    for block, name in ((church, "church"), (station, "station")):
        if block >= 0 and not taken[block]:
            taken[block] = _put(network, block, name, rng, out, stop if name == "station" else None)
    for wish in WISHES:
        count = max(wish.least, round(scale.size * wish.per_building))
        fits = (area > wish.area_m2[0]) & (area < wish.area_m2[1])
        options = np.flatnonzero(~taken & np.isin(kind, wish.kinds) & fits)
        if wish.name == "hospital":
            count = max(count, int((quarters.kind[quarters.built] == "hospital").sum()))
        if wish.name == "heating_plant":
            options = _near_slabs(scale, network, kind, options)
        else:
            options = rng.permutation(options)
        options = options[: 3 * count]
        if len(options) < count and wish.least:  # small towns: any block, the largest first
            spare = np.flatnonzero(~taken & ~np.isin(kind, ["core", "allotment", "park"]))
            order = np.lexsort((-area[spare], ~np.isin(kind[spare], wish.kinds)))
            options = np.concatenate([options, spare[order]])[:12]
        for block in options.tolist():
            if count and _put(network, block, wish.name, rng, out, None):
                taken[block] = True
                count -= 1
    full = (area < GROUNDS_M2) & (kind != "industry")
    return taken & (full | (kind == "hospital") | (np.arange(len(taken)) == market))


def _near_slabs(scale: Scale, network: Network, kind: np.ndarray, options: np.ndarray) -> np.ndarray:
    """Order blocks by their distance to slab estates, leaving out those close to an earlier one."""
    slabs = shapely.centroid(network.block[kind == "slab"])
    if not len(slabs) or not len(options):
        return options
    spots = shapely.centroid(network.block[options])
    nearest = shapely.STRtree(slabs).query_nearest(spots, return_distance=True, all_matches=False)[1]
    chosen: list[int] = []
    for i in np.argsort(nearest, kind="stable").tolist():
        if all(spots[i].distance(spots[j]) > 0.6 * scale.built_radius_m for j in chosen):
            chosen.append(i)
    return options[chosen]


def _fixed_blocks(
    plan: Plan, network: Network, kind: np.ndarray, area: np.ndarray
) -> tuple[int, int, int, shapely.Point]:
    """Blocks of the market, the station and the main church (−1 where there is none); where trains stop."""
    centre = network.bend(np.array([shapely.centroid(plan.market)]), np.array([-1]))[0]
    market = int(np.argmin(shapely.distance(network.block, centre)))
    rail = network.bend(np.array([plan.rail]), np.array([-1]))[0]
    stop = shapely.line_interpolate_point(rail, shapely.line_locate_point(rail, centre))
    to_stop = shapely.distance(network.block, stop) + 1e6 * (area < 900) + 1e6 * (kind == "core")
    station = int(np.argmin(to_stop))
    to_market = shapely.distance(shapely.centroid(network.block), centre)
    to_market = to_market + 1e6 * (kind != "core") + 1e6 * (area < np.median(area[kind == "core"]))
    to_market[market] = np.inf
    church = int(np.argmin(to_market))
    return (
        market,
        station if to_stop[station] < 400 else -1,
        church if to_market[church] < 1e6 else -1,
        stop,
    )


def _put(
    network: Network,
    block: int,
    name: str,
    rng: np.random.Generator,
    out: Candidates,
    towards: shapely.Point | None,
) -> bool:
    """Put a landmark into a block as large as it fits, near `towards` if given; returns whether it did."""
    setback = 4.0 if name in ("town_hall", "church") else 7.0
    inside = network.block[block].buffer(-setback, join_style="mitre", mitre_limit=2.0)
    if inside.is_empty:
        return False
    inside = max(shapely.get_parts(inside), key=shapely.area)
    centre, axis, length, width = extent(shapely.get_coordinates(inside.exterior)[:-1])
    turn = np.arctan2(axis[1], axis[0]) + np.pi * rng.integers(0, 2)
    if name == "church":
        turn = rng.uniform(-0.2, 0.2)
    spots = [centre, shapely.get_coordinates(inside.representative_point())[0]]
    normal = np.array([-axis[1], axis[0]])
    if length * width > 2 * GROUNDS_M2:  # in a large block beside a street, not in the middle
        offsets = rng.uniform(-0.4, 0.4, (12, 2)) * [length, width]
        spots = [centre + axis * x + normal * y for x, y in offsets] + spots
    if towards is not None:
        near = shapely.get_coordinates(ops.nearest_points(inside, towards)[0])[0]
        spots = [near + share * (spots[-1] - near) for share in (0.08, 0.15, 0.25, 0.4, 0.7)] + spots
    found = _fitting(name, inside, spots, float(turn))
    if not found:
        return False
    lot = out.new_lots(len(found))
    for i, (form, polygon) in enumerate(found):
        front = shapely.get_coordinates(shapely.centroid(polygon))
        out.add(np.array([polygon]), Role.LANDMARK, form, lot[i : i + 1], np.array([block]), front)
    return True


def _fitting(
    name: str, inside: shapely.Polygon, spots: list[np.ndarray], turn: float
) -> list[tuple[str, shapely.Polygon]]:
    """Return the buildings of a landmark at the first spot and the largest size that fits."""
    plans = [
        (form, shapely.union_all([shapely.box(*box) for box in boxes])) for form, boxes in GROUND_PLANS[name]
    ]
    anchor = shapely.union_all([polygon for _, polygon in plans]).centroid
    for size in ATTEMPTS:
        for spot in spots:
            placed = [(form, _placed(polygon, anchor, spot, size, turn)) for form, polygon in plans]
            fits = [polygon.within(inside) for _, polygon in placed]
            if all(fits) or (fits[0] and size <= 0.8):
                return [building for building, fit in zip(placed, fits) if fit]
    return []


def _placed(
    polygon: shapely.Polygon, anchor: shapely.Point, spot: np.ndarray, size: float, turn: float
) -> shapely.Polygon:
    moved = affinity.translate(polygon, -anchor.x, -anchor.y)
    turned = affinity.rotate(
        affinity.scale(moved, size, size, origin=(0, 0)), turn, origin=(0, 0), use_radians=True
    )
    return affinity.translate(turned, float(spot[0]), float(spot[1]))
