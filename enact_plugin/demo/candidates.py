"""Buildings that might stand: collected form by form, then freed of overlaps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import shapely

CLEARANCE_M = 0.4
"""Buildings that are not built together keep this distance."""
GROUNDS_M = 13.0
"""Houses keep this distance from landmarks."""


class Role(IntEnum):
    """What a building is on its lot; the lower one stands where two would overlap."""

    LANDMARK = 0
    MAIN = 1
    REAR = 2
    OUTBUILDING = 3


@dataclass
class Candidates:
    """Columns of the buildings, collected as lists of arrays.

    `lot` ties outbuildings and rear buildings to the main building whose address they share; `group` ties buildings
    that share walls (−1: free-standing); `form` says what is built, `front` is the point that faces the street.
    """

    polygon: list[np.ndarray] = field(default_factory=list)
    role: list[np.ndarray] = field(default_factory=list)
    lot: list[np.ndarray] = field(default_factory=list)
    group: list[np.ndarray] = field(default_factory=list)
    block: list[np.ndarray] = field(default_factory=list)
    form: list[np.ndarray] = field(default_factory=list)
    front: list[np.ndarray] = field(default_factory=list)
    next_lot: int = 0
    next_group: int = 0

    def new_lots(self, count: int) -> np.ndarray:
        """Numbers for lots."""
        numbers = np.arange(self.next_lot, self.next_lot + count)
        self.next_lot += count
        return numbers

    def new_groups(self, count: int) -> np.ndarray:
        """Numbers for groups of buildings with shared walls."""
        numbers = np.arange(self.next_group, self.next_group + count)
        self.next_group += count
        return numbers

    def add(
        self,
        polygon: np.ndarray,
        role: Role,
        form: str,
        lot: np.ndarray,
        block: np.ndarray,
        front: np.ndarray,
        group: np.ndarray | None = None,
    ) -> None:
        """Add buildings of one role and form."""
        count = len(polygon)
        self.polygon.append(np.asarray(polygon, dtype=object))
        self.role.append(np.full(count, int(role)))
        self.form.append(np.full(count, form, dtype=object))
        self.lot.append(np.asarray(lot))
        self.block.append(np.asarray(block))
        self.front.append(np.asarray(front).reshape(count, 2))
        self.group.append(np.full(count, -1) if group is None else np.asarray(group))

    def table(self) -> dict[str, np.ndarray]:
        """Return all columns as arrays of one length."""
        names = ("polygon", "role", "lot", "group", "block", "form", "front")
        return {name: np.concatenate(getattr(self, name)) for name in names}


def without_overlaps(table: dict[str, np.ndarray]) -> np.ndarray:
    """Which buildings may stand so that none overlaps another.

    Of two that are too close, the one of the higher role goes. Buildings of one group may touch, not overlap.
    """
    polygon, group = table["polygon"], table["group"]
    one, other = shapely.STRtree(polygon).query(polygon, predicate="dwithin", distance=CLEARANCE_M)
    once = one < other
    one, other = one[once], other[once]
    together = (group[one] == group[other]) & (group[one] >= 0)
    shared = shapely.area(shapely.intersection(polygon[one[together]], polygon[other[together]]))
    clash = ~together
    clash[np.flatnonzero(together)[shared > 0.005]] = True
    one, other = one[clash], other[clash]
    # the number of the role decides, then chance by way of the position
    rank = table["role"].astype(np.int64) * len(polygon) + np.arange(len(polygon))
    winner = np.where(rank[one] < rank[other], one, other)
    loser = one + other - winner
    stands = np.ones(len(polygon), dtype=bool)
    while True:
        open_pair = stands[winner] & stands[loser]
        if not open_pair.any():
            return stands
        winner, loser = winner[open_pair], loser[open_pair]
        beaten = np.zeros(len(polygon), dtype=bool)
        beaten[loser] = True
        stands[loser[~beaten[winner]]] = False


def off_grounds(table: dict[str, np.ndarray]) -> np.ndarray:
    """Which buildings are landmarks or keep off the grounds of landmarks."""
    landmark = table["role"] == Role.LANDMARK
    free = clear_of(table["polygon"], table["polygon"][landmark], np.full(landmark.sum(), GROUNDS_M))
    return free | landmark


def clear_of(polygon: np.ndarray, obstacles: np.ndarray, distance_m: np.ndarray) -> np.ndarray:
    """Which polygons keep each obstacle's distance (shape of `obstacles`) from it."""
    free = np.ones(len(polygon), dtype=bool)
    tree = shapely.STRtree(polygon)
    for distance in np.unique(distance_m):
        _, hit = tree.query(obstacles[distance_m == distance], predicate="dwithin", distance=float(distance))
        free[hit] = False
    return free
