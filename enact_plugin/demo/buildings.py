"""From blocks to the buildings that stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import SILENT, Progress
from .candidates import Candidates, Role, clear_of, off_grounds, without_overlaps
from .frontage import Frontage, line_frontage, ring_frontage
from .growth import Quarters
from .houses import (
    Site,
    build_allotments,
    build_detached,
    build_farms,
    build_halls,
    build_joined,
    build_rows,
    build_slabs,
)
from .kinds import QuarterKind, quarter_kinds
from .landmarks import place_landmarks
from .network import CARRIAGEWAY_HALF_M, Network
from .plan import Plan
from .scale import Scale
from .villages import Village

FORMS = {
    "row": build_rows,
    "detached": build_detached,
    "twin": build_joined,
    "terrace": build_joined,
    "slab": build_slabs,
    "hall": build_halls,
    "allotment": build_allotments,
}
INNER_RINGS = {"slab": (40.0, 80.0, 120.0), "hall": (80.0,)}
"""Distances at which large blocks get further rows behind the first, in metres."""
SPARE_SHARE = 0.45
"""Share of the outbuildings that may go for the number of buildings to be right."""


@dataclass(frozen=True)
class Built:
    """Buildings on the ground.

    Attributes
    ----------
    polygon : ndarray of Polygon, shape (n,)
        Bent, relative to the town's centre.
    role, lot, block : ndarray of int, shape (n,)
        Blocks from `village_block` on are villages.
    form : ndarray of str, shape (n,)
    front : ndarray, shape (n, 2)
    village_block : int
    """

    polygon: np.ndarray
    role: np.ndarray
    lot: np.ndarray
    block: np.ndarray
    form: np.ndarray
    front: np.ndarray
    village_block: int

    def take(self, chosen: np.ndarray) -> Built:
        """Return the buildings at `chosen` (mask or positions)."""
        columns = ("polygon", "role", "lot", "block", "form", "front")
        return Built(
            **{name: getattr(self, name)[chosen] for name in columns}, village_block=self.village_block
        )


def build(
    scale: Scale,
    plan: Plan,
    quarters: Quarters,
    network: Network,
    villages: list[Village],
    progress: Progress = SILENT,
) -> Built:
    """Place all buildings that have room."""
    out = Candidates()
    taken = place_landmarks(scale, plan, quarters, network, out)
    kind_of_block = quarters.kind[network.block_quarter]
    for kind in quarter_kinds().values():
        if kind.form in FORMS:
            blocks = np.flatnonzero((kind_of_block == kind.kind) & ~taken)
            if len(blocks):
                _build_kind(scale, network, kind, blocks, out)
    _build_villages(scale, network, villages, out)
    progress(0.3)
    table = out.table()
    table = _free_of_streets_and_water(scale, plan, network, table)
    progress(0.5)
    stands = without_overlaps(table)
    table = _with_main_building({name: column[stands] for name, column in table.items()})
    del table["group"]
    return Built(**table, village_block=len(network.block))


def _build_kind(
    scale: Scale, network: Network, kind: QuarterKind, blocks: np.ndarray, out: Candidates
) -> None:
    rng = scale.stream(f"houses-{kind.kind}")
    polygons = network.block[blocks]
    width = np.zeros(len(network.block))
    width[blocks] = _rectangle_width(polygons) - 2 * kind.setback_m
    for ring_m in (0.0, *INNER_RINGS.get(kind.form, ())):
        setback = np.full(len(blocks), kind.setback_m + ring_m)
        frontage = ring_frontage(polygons, setback, blocks)
        if len(frontage.block):
            FORMS[kind.form](Site(frontage, kind, width, rng, ring_m > 0), out)


def _rectangle_width(polygons: np.ndarray) -> np.ndarray:
    """Width of the rectangle with the same area and perimeter."""
    half = shapely.length(polygons) / 2
    return (half - np.sqrt(np.maximum(half**2 - 4 * shapely.area(polygons), 0))) / 2


def _build_villages(scale: Scale, network: Network, villages: list[Village], out: Candidates) -> None:
    if not villages:
        return
    kind = quarter_kinds()["village"]
    number = np.repeat(np.arange(len(villages)), [len(village.lines) for village in villages])
    lines = network.bend(
        np.array([line for village in villages for line in village.lines]), np.full(len(number), -1)
    )
    block = np.tile(len(network.block) + number, 2)
    left = np.repeat([True, False], len(lines))
    frontage: Frontage = line_frontage(np.tile(lines, 2), left, block, kind.setback_m)
    build_farms(Site(frontage, kind, np.zeros(0), scale.stream("farms")), out)


def _stretches(line: shapely.LineString) -> np.ndarray:
    """Short pieces of a long line; a search tree answers for them much faster than for the whole."""
    vertices = shapely.get_coordinates(line)
    return np.array([shapely.LineString(vertices[i : i + 5]) for i in range(0, len(vertices) - 1, 4)])


def _free_of_streets_and_water(
    scale: Scale, plan: Plan, network: Network, table: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Drop what would stand on a carriageway, on the railway or in the river."""
    half = np.array([CARRIAGEWAY_HALF_M[rank] for rank in network.rank]) + 0.3
    water = shapely.buffer(_stretches(plan.river), scale.river_m / 2 + 5)
    rail = _stretches(plan.rail)
    obstacles = np.concatenate(
        [network.line, *(network.bend(part, np.full(len(part), -1)) for part in (water, rail))]
    )
    distance = np.concatenate([half, np.full(len(water), 0.5), np.full(len(rail), 9.0)])
    stands = shapely.is_valid(table["polygon"]) & clear_of(table["polygon"], obstacles, distance)
    stands &= off_grounds(table)
    ground = network.bend(np.array([plan.boundary]), np.array([-1]))[0].buffer(-3.0)
    shapely.prepare(ground)
    stands &= shapely.contains_properly(ground, table["polygon"])
    return {name: column[stands] for name, column in table.items()}


def _with_main_building(table: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Drop outbuildings and rear buildings whose main building has no room; give free ones the next main building."""
    role, lot, block = table["role"], table["lot"].copy(), table["block"]
    main = role <= Role.MAIN
    loose = np.flatnonzero(lot < 0)
    if len(loose):
        hosts = np.flatnonzero(main & np.isin(block, block[loose]))
        if len(hosts):
            spot = shapely.centroid(table["polygon"])
            nearest = shapely.STRtree(spot[hosts]).query_nearest(spot[loose], all_matches=False)[1]
            lot[loose] = lot[hosts[nearest]]
    table["lot"] = lot
    stands = main | np.isin(lot, lot[main])
    return {name: column[stands] for name, column in table.items()}


def thin(built: Built, scale: Scale, quarters: Quarters, network: Network) -> Built:
    """Take away buildings until as many stand as were asked for.

    Outbuildings go first, anywhere in town; where that would leave too few of them, the houses of the newest
    quarters go before.
    """
    rng = scale.stream("thin")
    for _ in range(8):
        surplus = len(built.role) - scale.size
        spare = int(SPARE_SHARE * (built.role == Role.OUTBUILDING).sum())
        if surplus <= spare:
            break
        lots = _newest_lots(built, quarters, network, surplus - spare, rng)
        built = built.take(~np.isin(built.lot, lots))
    if surplus <= 0:
        return built
    small = np.flatnonzero(built.role == Role.OUTBUILDING)
    stands = np.ones(len(built.role), dtype=bool)
    stands[rng.permutation(small)[:surplus]] = False
    return built.take(stands)


def _newest_lots(
    built: Built, quarters: Quarters, network: Network, buildings: int, rng: np.random.Generator
) -> np.ndarray:
    """Lots from the quarters built last that hold at least so many buildings; landmarks stay."""
    age = np.full(len(quarters.polygon), -1)
    age[quarters.order] = np.arange(len(quarters.order))
    in_town = built.block < built.village_block
    built_at = np.where(in_town, age[network.block_quarter[np.where(in_town, built.block, 0)]], -1)
    on_lot = np.bincount(built.lot)[built.lot]
    movable = (built.role == Role.MAIN) & (on_lot <= 6)  # not the club house of a hundred arbours
    order = np.lexsort((built.lot[movable], built.block[movable], -built_at[movable]))
    # gaps among the newest houses rather than whole blocks without any
    near = int(np.searchsorted(np.cumsum(on_lot[movable][order]), 3 * buildings)) + 1
    chosen = rng.permutation(order[:near])
    return built.lot[movable][chosen][
        : int(np.searchsorted(np.cumsum(on_lot[movable][chosen]), buildings)) + 1
    ]
