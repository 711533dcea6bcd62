"""Places houses on the lots of each form of building: rows, detached, twins, terraces, slabs, halls, gardens, farms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .candidates import Candidates, Role
from .frontage import Frontage
from .kinds import QuarterKind
from .shapes import Lots, angle, place, rectangle


@dataclass(frozen=True)
class Site:
    """The sides of all blocks of one kind of quarter.

    Attributes
    ----------
    frontage : Frontage
    kind : QuarterKind
    width_m : ndarray, shape (blocks of the town,)
        Width between the building lines of each block.
    rng : Generator
    behind : bool
        Whether this is a further row behind the first one.
    """

    frontage: Frontage
    kind: QuarterKind
    width_m: np.ndarray
    rng: np.random.Generator
    behind: bool = False

    def between(self, low: float, high: float, count: int) -> np.ndarray:
        """Random numbers between two limits."""
        return self.rng.uniform(low, high, count)

    def some(self, share: float, count: int) -> np.ndarray:
        """Return a mask that is true for about this share."""
        return self.rng.random(count) < share

    def front(self, count: int) -> np.ndarray:
        """Depths of front gardens in metres."""
        return self.between(self.kind.front_low_m, self.kind.front_high_m, count)

    def width(self, count: int) -> np.ndarray:
        """Widths of houses in metres."""
        return self.between(self.kind.width_low_m, self.kind.width_high_m, count)

    def depth(self, count: int) -> np.ndarray:
        """Depths of houses in metres."""
        return self.between(self.kind.depth_low_m, self.kind.depth_high_m, count)


def lots_along(
    site: Site,
    lot_m: float | np.ndarray,
    before_m: float,
    after_m: float | np.ndarray,
    spare: float = 0.0,
    wanted: np.ndarray | None = None,
) -> Lots:
    """Lots of about one width along every (wanted) side that has room between its corners.

    `lot_m` is one width or one per side; `spare` leaves that share of the lots out.
    """
    frontage = site.frontage
    usable = frontage.side_length_m - before_m - after_m
    count = np.maximum(np.floor(usable / lot_m + 0.15), 0).astype(int)
    if wanted is not None:
        count = np.where(wanted, count, 0)
    side = np.repeat(np.arange(len(count)), count)
    width = usable[side] / np.maximum(count[side], 1)
    number = np.arange(len(side)) - np.repeat(np.cumsum(count) - count, count)
    lots = _lots(frontage, side, before_m + (number + 0.5) * width, width)
    return lots.take(~site.some(spare, len(lots)))


def _lots(frontage: Frontage, side: np.ndarray, at_m: np.ndarray, width_m: np.ndarray) -> Lots:
    return Lots(side, frontage.block[side], at_m, width_m, *frontage.locate(side, at_m))


def build_rows(site: Site, out: Candidates) -> None:
    """Closed rows along the block's edge, with buildings and sheds in the courtyards."""
    frontage, kind = site.frontage, site.kind
    count = np.maximum(1, np.round(frontage.side_length_m / kind.lot_m)).astype(int)
    side = np.repeat(np.arange(len(count)), count + 1)
    number = np.arange(len(side)) - np.repeat(np.cumsum(count + 1) - count - 1, count + 1)
    last = number == count[side]
    inner = (number > 0) & ~last
    share = (number + inner * site.between(-0.17, 0.17, len(side))) / count[side]
    point, _, inward = frontage.locate(side, share * frontage.side_length_m[side])
    inward = np.where((number == 0)[:, None], frontage.start_mitre[side], inward)
    inward = np.where(last[:, None], frontage.start_mitre[frontage.following[side]], inward)
    block_depth = site.between(kind.depth_low_m, kind.depth_high_m, len(site.width_m))
    depth = np.clip(np.minimum(block_depth, 0.5 * site.width_m - 1.5), 6.0, None)[frontage.block[side]]
    back = point + inward * depth[:, None]
    first = np.flatnonzero(~last)
    group = out.new_groups(len(site.width_m))
    merged = _corner_houses(site, out, (side, number, count, first, point, back, group))
    keep = ~merged & ~site.some(kind.gap_share, len(first))
    start = first[keep]
    quads = shapely.polygons(np.stack([point[start], point[start + 1], back[start + 1], back[start]], axis=1))
    fine = shapely.is_valid(quads) & (shapely.area(quads) > 30)
    start, quads = start[fine], quads[fine]
    block = frontage.block[side[start]]
    lot = out.new_lots(len(start))
    out.add(quads, Role.MAIN, kind.kind, lot, block, (point[start] + point[start + 1]) / 2, group[block])
    at = (share[start] + share[start + 1]) / 2 * frontage.side_length_m[side[start]]
    width = (share[start + 1] - share[start]) * frontage.side_length_m[side[start]]
    lots = _lots(frontage, side[start], at, width)
    _courtyards(site, out, lots, lot, (depth[start], group[block]))


def _corner_houses(site: Site, out: Candidates, row: tuple[np.ndarray, ...]) -> np.ndarray:
    """One house around each corner instead of two that meet in a mitre; returns which lots it replaces."""
    side, number, count, first, point, back, group = row
    frontage = site.frontage
    begin = np.flatnonzero(number == 0)  # per side, its first boundary
    end = begin + count
    turn = frontage.corner_rad
    follows = frontage.following
    fits = (count >= 2) & (count[follows] >= 2) & (turn[follows] > 0.5) & (turn[follows] < 2.1)
    before = np.flatnonzero(fits)
    after = follows[before]
    corner = np.stack(
        [
            point[end[before] - 1],
            point[end[before]],
            point[begin[after] + 1],
            back[begin[after] + 1],
            back[end[before]],
            back[end[before] - 1],
        ],
        axis=1,
    )
    polygons = shapely.polygons(corner) if len(corner) else np.zeros(0, dtype=object)
    good = shapely.is_valid(polygons) & (shapely.area(polygons) > 60)
    before, after, polygons = before[good], after[good], polygons[good]
    stands = ~site.some(site.kind.gap_share / 2, len(before))
    block = frontage.block[before]
    out.add(
        polygons[stands],
        Role.MAIN,
        f"{site.kind.kind}_corner",
        out.new_lots(int(stands.sum())),
        block[stands],
        (0.6 * point[end[before]] + 0.4 * point[end[before] - 1])[stands],
        group[block[stands]],
    )
    merged = np.zeros(len(side), dtype=bool)
    merged[end[before] - 1] = True
    merged[begin[after]] = True
    return merged[first]


def _courtyards(
    site: Site, out: Candidates, lots: Lots, lot: np.ndarray, built: tuple[np.ndarray, np.ndarray]
) -> None:
    """Wings and rear buildings, then sheds and garages behind a row."""
    depth, group = built
    kind = site.kind
    wing = np.flatnonzero(site.some(0.5 * kind.rear_share, len(lots)) & (lots.width_m > 9))
    there = lots.take(wing)
    edge = np.where(site.some(0.5, len(wing)), -1.0, 1.0)
    near = edge * there.width_m / 2
    far = near - edge * site.between(4.2, 6.2, len(wing))
    reach = depth[wing] + site.between(6, 13, len(wing))
    polygons = rectangle(there, np.minimum(near, far), np.maximum(near, far), depth[wing], reach)
    out.add(polygons, Role.REAR, f"{kind.kind}_wing", lot[wing], there.block, there.point, group[wing])
    rear = np.flatnonzero(site.some(0.6 * kind.rear_share, len(lots)))
    there = lots.take(rear)
    half = there.width_m * site.between(0.28, 0.42, len(rear))
    start = depth[rear] + site.between(7, 12, len(rear))
    deep = site.between(6, 9, len(rear))
    out.add(
        rectangle(there, -half, half, start, start + deep),
        Role.REAR,
        f"{kind.kind}_rear",
        lot[rear],
        there.block,
        there.point,
    )
    shed = np.flatnonzero(site.some(kind.outbuilding_share, len(lots)))
    there = lots.take(shed)
    off = there.width_m * site.between(-0.3, 0.3, len(shed))
    half = site.between(1.4, 3.2, len(shed))
    start = depth[shed] + site.between(5, 22, len(shed))
    deep = site.between(2.6, 5.8, len(shed))
    out.add(
        rectangle(there, off - half, off + half, start, start + deep),
        Role.OUTBUILDING,
        "shed",
        lot[shed],
        there.block,
        there.point,
    )


def build_detached(site: Site, out: Candidates) -> None:
    """Houses in gardens, with garage beside and shed behind."""
    kind = site.kind
    lots = lots_along(site, kind.lot_m, 1.5, kind.depth_high_m + kind.front_high_m + 2.5, kind.gap_share)
    count = len(lots)
    lot = out.new_lots(count)
    front, width, depth = site.front(count), site.width(count), site.depth(count)
    mirror = np.where(site.some(0.5, count), 1.0, -1.0)
    middle = mirror * (0.5 * lots.width_m - 0.5 * width - 2.6) * site.between(-1.0, -0.55, count)
    angular = site.some(0.38, count)
    plain, angled = np.flatnonzero(~angular), np.flatnonzero(angular)
    box = (middle - width / 2, middle + width / 2, front, front + depth)
    polygon = np.empty(count, dtype=object)
    polygon[plain] = rectangle(lots.take(plain), *(part[plain] for part in box))
    notch = site.between(0.3, 0.5, count)
    polygon[angled] = angle(
        lots.take(angled),
        tuple(part[angled] for part in box),
        (notch * width)[angled],
        (site.between(0.3, 0.55, count) * depth)[angled],
    )
    out.add(polygon, Role.MAIN, kind.kind, lot, lots.block, lots.point)
    _garages(site, out, lots, lot, (middle, width, front))
    _sheds(site, out, lots, lot, front + depth)


def _garages(
    site: Site, out: Candidates, lots: Lots, lot: np.ndarray, house: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> None:
    middle, width, front = house
    chosen = np.flatnonzero(site.some(site.kind.outbuilding_share, len(lots)))
    there = lots.take(chosen)
    side = np.where(middle[chosen] > 0, -1.0, 1.0)
    near = middle[chosen] + side * (width[chosen] / 2 + site.between(0.6, 1.6, len(chosen)))
    broad = np.where(site.some(0.25, len(chosen)), 5.8, 3.1)
    far = near + side * broad
    start = front[chosen] + site.between(0.5, 5, len(chosen))
    polygons = rectangle(there, np.minimum(near, far), np.maximum(near, far), start, start + 6.0)
    out.add(polygons, Role.OUTBUILDING, "garage", lot[chosen], there.block, there.point)


def _sheds(site: Site, out: Candidates, lots: Lots, lot: np.ndarray, back: np.ndarray) -> None:
    chosen = np.flatnonzero(site.some(0.75 * site.kind.outbuilding_share, len(lots)))
    there = lots.take(chosen)
    off = there.width_m * site.between(-0.36, 0.36, len(chosen))
    half = site.between(1.2, 2.2, len(chosen))
    start = back[chosen] + site.between(5, 12, len(chosen))
    deep = site.between(2.2, 4.0, len(chosen))
    polygons = rectangle(there, off - half, off + half, start, start + deep)
    out.add(polygons, Role.OUTBUILDING, "shed", lot[chosen], there.block, there.point)


def build_joined(site: Site, out: Candidates) -> None:
    """Twin houses and terraces: groups of equal houses wall to wall."""
    kind = site.kind
    twin = kind.form == "twin"
    units = 2 if twin else 6
    beside = 6.5 if twin else 3.5
    unit_width = (kind.width_low_m + kind.width_high_m) / 2
    lots = lots_along(
        site,
        units * unit_width + 2 * beside,
        1.0,
        kind.depth_high_m + kind.front_high_m + 2.5,
        kind.gap_share,
    )
    if not twin and len(lots) < len(site.frontage.side_length_m) / 3:
        units, beside = 4, 3.0
        lots = lots_along(site, units * unit_width + 2 * beside, 1.0, kind.depth_high_m + 6, kind.gap_share)
    count = len(lots)
    front, depth = site.front(count), site.depth(count)
    width = np.minimum(site.width(count), (lots.width_m - 2 * beside + 1.5) / units)
    group = out.new_groups(count)
    index = np.repeat(np.arange(count), units)
    step = np.tile(np.arange(units), count) - units / 2
    there = lots.take(index)
    left, right = step * width[index], (step + 1) * width[index]
    lot = out.new_lots(len(index))
    polygons = rectangle(there, left, right, front[index], front[index] + depth[index])
    at = there.point + there.along * ((left + right) / 2)[:, None]
    out.add(polygons, Role.MAIN, kind.kind, lot, there.block, at, group[index])
    centred = Lots(
        there.side, there.block, there.at_m, np.maximum(width[index], 5.0), at, there.along, there.inward
    )
    _sheds(site, out, centred, lot, front[index] + depth[index])
    outer = np.flatnonzero((np.abs(step + 0.5) > units / 2 - 0.6) & site.some(0.55, len(index)))
    there = centred.take(outer)
    sign = np.sign(step[outer] + 0.5)
    near = sign * (width[index][outer] / 2 + site.between(0.5, 1.0, len(outer)))
    far = near + sign * 3.1
    start = front[index][outer] + site.between(1, 6, len(outer))
    garages = rectangle(there, np.minimum(near, far), np.maximum(near, far), start, start + 5.8)
    out.add(garages, Role.OUTBUILDING, "garage", lot[outer], there.block, there.point)


def build_slabs(site: Site, out: Candidates) -> None:
    """Slabs of several sections with an entrance each, some towers, and rows of garages."""
    kind = site.kind
    section = (kind.width_low_m + kind.width_high_m) / 2
    sections = site.rng.integers(3, 7, len(site.width_m))[site.frontage.block]
    lengthwise = _lengthwise(site.frontage)
    wanted = lengthwise | (~np.bool_(site.behind) & site.some(0.45, len(lengthwise)))
    lots = lots_along(site, sections * section + 13, 3, np.where(lengthwise, 8, 22), kind.gap_share, wanted)
    count = len(lots)
    what = site.rng.random(count)
    front, depth = site.front(count), site.depth(count)
    slab = np.flatnonzero(what < 0.78)
    width = site.width(count)
    room = np.floor((lots.width_m - 12) / width).astype(int)
    number = np.clip(room[slab], 2, 8)
    index = np.repeat(slab, number)
    step = (
        np.arange(len(index)) - np.repeat(np.cumsum(number) - number, number) - np.repeat(number, number) / 2
    )
    there = lots.take(index)
    left, right = step * width[index], (step + 1) * width[index]
    polygons = rectangle(there, left, right, front[index], front[index] + depth[index])
    group = out.new_groups(count)
    at = there.point + there.along * ((left + right) / 2)[:, None]
    out.add(polygons, Role.MAIN, kind.kind, out.new_lots(len(index)), there.block, at, group[index])
    tower = np.flatnonzero((what >= 0.78) & (what < 0.84))
    there = lots.take(tower)
    half = site.between(9.5, 12, len(tower))
    out.add(
        rectangle(there, -half, half, front[tower], front[tower] + 2 * half),
        Role.MAIN,
        "tower",
        out.new_lots(len(tower)),
        there.block,
        there.point,
    )
    _garage_rows(site, out, lots.take(what >= 0.84))


def _lengthwise(frontage: Frontage) -> np.ndarray:
    """Which sides run along their block rather than across it."""
    segment = (
        np.searchsorted(frontage.offset_m, frontage.side_offset_m + frontage.side_length_m / 2, side="right")
        - 1
    )
    along = frontage.along[segment]
    # directions without sense: the doubled angle's mean, weighted by length
    angle_rad = 2 * np.arctan2(along[:, 1], along[:, 0])
    count = int(frontage.block.max(initial=0)) + 1
    weight = frontage.side_length_m**2
    cosine = np.bincount(frontage.block, weight * np.cos(angle_rad), minlength=count)[frontage.block]
    sine = np.bincount(frontage.block, weight * np.sin(angle_rad), minlength=count)[frontage.block]
    return np.cos(angle_rad - np.arctan2(sine, cosine)) > 0.3


def _garage_rows(site: Site, out: Candidates, lots: Lots) -> None:
    """Garages wall to wall, opposite each other; they share the address of the next slab."""
    per_row = np.clip(np.floor((lots.width_m - 14) / 3.0), 3, 16).astype(int)
    for start in (4.0, 17.0):
        index = np.repeat(np.arange(len(lots)), per_row)
        step = np.arange(len(index)) - np.repeat(np.cumsum(per_row) - per_row, per_row) - per_row[index] / 2
        there = lots.take(index)
        polygons = rectangle(there, step * 3.0, (step + 1) * 3.0, start, start + 5.6)
        group = out.new_groups(len(lots))
        at = there.point + there.along * (step * 3.0)[:, None]
        out.add(
            polygons, Role.OUTBUILDING, "garage_row", np.full(len(index), -1), there.block, at, group[index]
        )


def build_halls(site: Site, out: Candidates) -> None:
    """Halls of all sizes, a second one behind, an office in front of some."""
    kind = site.kind
    scale = site.rng.choice([0.6, 0.8, 1.0, 1.6, 2.2], len(site.width_m), p=[0.25, 0.25, 0.2, 0.2, 0.1])
    lots = lots_along(
        site, kind.lot_m * scale[site.frontage.block], 5, 0.6 * kind.depth_high_m + 8, kind.gap_share
    )
    count = len(lots)
    lot = out.new_lots(count)
    factor = scale[lots.block]
    front, depth = site.front(count), site.depth(count) * np.sqrt(factor)
    width = np.minimum(site.width(count) * factor, lots.width_m - 6)
    office = site.some(0.4, count)
    front = front + office * 14
    shift = (lots.width_m - 6 - width) * site.between(-0.5, 0.5, count)
    out.add(
        rectangle(lots, shift - width / 2, shift + width / 2, front, front + depth),
        Role.MAIN,
        f"{kind.kind}_hall",
        lot,
        lots.block,
        lots.point,
    )
    chosen = np.flatnonzero(office)
    there = lots.take(chosen)
    half = np.minimum(site.between(8, 15, len(chosen)), width[chosen] / 2)
    out.add(
        rectangle(
            there, shift[chosen] - half, shift[chosen] + half, front[chosen] - 12.5, front[chosen] - 1.5
        ),
        Role.REAR,
        f"{kind.kind}_office",
        lot[chosen],
        there.block,
        there.point,
    )
    chosen = np.flatnonzero(site.some(kind.rear_share, count))
    there = lots.take(chosen)
    half = 0.5 * width[chosen] * site.between(0.6, 1.1, len(chosen))
    start = front[chosen] + depth[chosen] + site.between(9, 14, len(chosen))
    polygons = rectangle(there, -half, half, start, start + site.between(14, 30, len(chosen)))
    out.add(polygons, Role.REAR, f"{kind.kind}_store", lot[chosen], there.block, there.point)
    chosen = np.flatnonzero(site.some(kind.outbuilding_share, count))
    there = lots.take(chosen)
    off = there.width_m * site.between(-0.42, 0.42, len(chosen))
    half = site.between(2, 5, len(chosen))
    start = site.between(2, 60, len(chosen))
    polygons = rectangle(there, off - half, off + half, start, start + site.between(4, 9, len(chosen)))
    out.add(polygons, Role.OUTBUILDING, "yard_shed", lot[chosen], there.block, there.point)


def build_allotments(site: Site, out: Candidates) -> None:
    """Arbours in gardens of some 250 m²; the club house of each block gives the address."""
    frontage = site.frontage
    lots = lots_along(site, 15.0, 1, 12, site.kind.gap_share)
    _, first = np.unique(lots.block, return_index=True)
    club = lots.take(first)
    house = out.new_lots(len(first))
    out.add(rectangle(club, -6.0, 6.0, 2.0, 10.0), Role.MAIN, "club_house", house, club.block, club.point)
    owner = np.full(int(frontage.block.max(initial=0)) + 1, -1)
    owner[club.block] = house
    rest = lots.take(~np.isin(np.arange(len(lots)), first))
    for row in (5.0, 27.0):
        count = len(rest)
        off, half = site.between(-3, 3, count), site.between(1.8, 3.0, count)
        start = row + site.between(0, 4, count)
        polygons = rectangle(rest, off - half, off + half, start, start + site.between(3.0, 5.0, count))
        out.add(polygons, Role.OUTBUILDING, "arbour", owner[rest.block], rest.block, rest.point)


def build_farms(site: Site, out: Candidates) -> None:
    """Three-sided farmsteads along a village street: house, stable opposite, barn across the yard."""
    kind = site.kind
    lots = lots_along(site, kind.lot_m, 8, 8, kind.gap_share)
    count = len(lots)
    lot = out.new_lots(count)
    front = site.front(count)
    mirror = np.where(site.some(0.5, count), 1.0, -1.0)[:, None]
    farm = site.some(0.62, count)
    width, depth = site.width(count), site.depth(count)

    def box(x0: np.ndarray, x1: np.ndarray, y0: np.ndarray, y1: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        x = np.stack([x0, x1, x1, x0], axis=1) * mirror
        y = np.stack([y0, y0, y1, y1], axis=1)
        return place(lots.take(chosen), x[chosen], y[chosen])

    every = np.arange(count)
    small = np.where(farm, 1.0, 0.62)
    left = np.full(count, -14.0)
    out.add(
        box(left, left + width, front, front + depth * small, every),
        Role.MAIN,
        kind.kind,
        lot,
        lots.block,
        lots.point,
    )
    chosen = np.flatnonzero(farm)
    back = front + depth + 5
    stable = box(np.full(count, 6.0), np.full(count, 13.5), front + 3, front + depth, chosen)
    out.add(stable, Role.OUTBUILDING, "stable", lot[chosen], lots.block[chosen], lots.point[chosen])
    barn = box(left + 1, np.full(count, 12.0), back, back + site.between(9, 12, count), chosen)
    out.add(barn, Role.OUTBUILDING, "barn", lot[chosen], lots.block[chosen], lots.point[chosen])
    cottage = np.flatnonzero(~farm)
    shed = box(np.full(count, 3.0), np.full(count, 8.0), front + 6, front + 13, cottage)
    out.add(shed, Role.OUTBUILDING, "shed", lot[cottage], lots.block[cottage], lots.point[cottage])
    _sheds(site, out, lots, lot, back + 8)
