"""Boxes that an area is cut into, and what an answer tells of whether it was whole.

Services lie about how much they have, cut answers off without a word, and give the same page twice. What cannot be
seen from one answer shows in smaller boxes: an answer was cut off where its quarters hold what it did not deliver.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .client import Box

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

USUAL = 5_000  # objects in a box that are asked at once where no limit is known
MOST = 10_000  # where the limit is higher: boxes must be enough for all workers, and answers small enough
_ROUND = 100  # limits that nobody declares are most often multiples of it
_DEEP = 2  # times that an area is cut, after which most objects should be small enough to lie in one quarter
_DEGREES = (-180.0, -90.0, 180.0, 90.0)
_METRES_IN_A_DEGREE = 65_000.0  # of longitude, at the northern end of Germany: the fewest


@dataclass(frozen=True)
class PageFile:
    """A page in the cache.

    Attributes
    ----------
    name : str
        Of the file in the folder of the order.
    digest : str
        Of the objects; of the content where no objects are known.
    """

    name: str
    digest: str


@dataclass(frozen=True)
class Answer:
    """What a service delivered for a box.

    Attributes
    ----------
    count : int or None
        Objects it says there are.
    fetched : bool
        Whether objects were asked for at all; not where there are too many or none.
    files : tuple of PageFile
    rows : frozenset of bytes
        Digests of the objects.
    raw : int
        Objects on all pages that are kept.
    delivered : int
        Different objects; those that stand on one page several times are several.
    stuck : bool
        The last page repeated what was there: the service does not turn pages.
    mixed : bool
        Pages share objects, so others may be missing.
    validator : str
        Of the answer, where it is one page.
    unchanged : bool
        The answer in the cache still holds.
    doubtful : bool
        It may be cut off although it is as much as the service counts.
    """

    count: int | None = None
    fetched: bool = False
    files: tuple[PageFile, ...] = ()
    rows: frozenset[bytes] = frozenset()
    raw: int = 0
    delivered: int = 0
    stuck: bool = False
    mixed: bool = False
    validator: str = ""
    unchanged: bool = False
    doubtful: bool = False

    @property
    def is_short(self) -> bool:
        """Whether fewer objects came than the service says there are."""
        return self.count is not None and self.delivered < self.count

    @property
    def denies_its_count(self) -> bool:
        """Whether nothing came where there should be something: a limit leaves something."""
        return self.fetched and bool(self.count) and not self.raw

    def looks_cut(self, limit: int) -> bool:
        """Whether as many objects came as a limit lets through."""
        return bool(self.raw) and any(
            number == limit or _is_round(number) for number in (self.raw, self.delivered)
        )

    def is_whole(self, limit: int) -> bool:
        """Whether nothing speaks against its being all there is.

        A number of objects that is a limit is in doubt even where the service counts no more: some count no further
        than they deliver.
        """
        if self.looks_cut(limit):
            return False
        if self.count is not None and self.delivered <= self.count:
            return not self.is_short
        return not (self.stuck or self.mixed)


@dataclass
class Tile:
    """A box, and where it stands.

    Attributes
    ----------
    key : str
        Names it in the manifest: the quarters that lead to it, or its box where the service cuts the boxes.
    box : Box or None
        None: everywhere.
    parent : Tile or None
    share : float
        Of the whole area.
    cuttable : bool
    children : list of Tile
    answer : Answer or None
    settled : bool
        It is whole, and no smaller boxes are needed.
    error : Exception or None
    heavy : int
        Quarters with almost as many objects as the box itself, as the service counts.
    """

    key: str
    box: Box | None
    parent: Tile | None = None
    share: float = 1.0
    cuttable: bool = True
    children: list[Tile] = field(default_factory=list)
    answer: Answer | None = None
    settled: bool = False
    error: Exception | None = None
    heavy: int = 0

    @property
    def on_trial(self) -> bool:
        """Whether its answer serves to judge that of the larger box."""
        parent = self.parent
        return parent is not None and parent.answer is not None and parent.answer.fetched

    def leaves(self) -> Iterable[Tile]:
        """Yield the boxes that are not cut, in order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


class Area:
    """An area of interest, for which boxes are to be asked.

    Parameters
    ----------
    shape : BaseGeometry
        Polygon in the service's CRS.
    margin_m : float
        Beyond it.
    """

    def __init__(self, shape: BaseGeometry, margin_m: float) -> None:
        import shapely

        self._is_geographic = not shape.is_empty and _within(shape.bounds, _DEGREES)
        self.shape = shape.buffer(self.units(margin_m)) if margin_m else shape
        shapely.prepare(self.shape)

    def units(self, metres: float) -> float:
        """Length in units of the CRS, at least."""
        return metres / _METRES_IN_A_DEGREE if self._is_geographic else metres

    def box(self) -> Box:
        """Box around it, on whole metres, so that it is the same next time."""
        import numpy as np

        step = 1e-5 if self._is_geographic else 1.0
        west, south, east, north = np.array(self.shape.bounds) / step
        edges = (np.floor(west), np.floor(south), np.ceil(east) + 1, np.ceil(north) + 1)
        return tuple(round(float(edge * step), 6) for edge in edges)

    def meets(self, box: Box) -> bool:
        """Whether the area and a box have a point in common."""
        import shapely

        return bool(shapely.intersects(self.shape, shapely.box(*box)))


def _is_round(number: int) -> bool:
    """Whether somebody may have chosen it as a limit: hundreds, powers of two."""
    return number % _ROUND == 0 or (number > _ROUND and number & (number - 1) == 0)


def _within(bounds: Box, outer: Box) -> bool:
    return bounds[0] >= outer[0] and bounds[1] >= outer[1] and bounds[2] <= outer[2] and bounds[3] <= outer[3]


def quarters(box: Box) -> list[Box]:
    """Four boxes that share borders and nothing else, and leave nothing out."""
    west, south, east, north = box
    x, y = (west + east) / 2, (south + north) / 2
    return [(west, south, x, y), (x, south, east, y), (west, y, x, north), (x, y, east, north)]


def side(box: Box) -> float:
    """Longer side of a box."""
    return max(box[2] - box[0], box[3] - box[1])


def capacity(limit: int) -> int:
    """Objects that are asked for at once, at most."""
    return min(2 * limit, MOST) if limit else USUAL


def clusters_of(tile: Tile, limit: int) -> tuple[Tile, ...]:
    """Quarters that delivered as much as the whole box, and may be cut off where the box was.

    A limit leaves as much of the quarter as it left of the box where all objects are in that quarter. A count that is
    too high looks alike, but it is too high for the empty quarters as well; so of several quarters nothing is made,
    except where a large box is in doubt.
    """
    whole = tile.answer
    answers = [(child, child.answer) for child in tile.children if child.answer is not None]
    if whole is None or any(answer.denies_its_count for _, answer in answers):
        return ()
    rivals = [
        child
        for child, answer in answers
        if answer.raw and answer.raw >= whole.raw and (whole.doubtful or not answer.is_whole(limit))
    ]
    several = whole.doubtful and len(tile.key) < _DEEP
    return tuple(rivals) if several or len(rivals) == 1 else ()


def proves_something(answer: Answer, limit: int) -> bool:
    """Whether what did not come is not there: pages that share objects may lack the same ones each time."""
    return answer.is_whole(limit) or not (answer.mixed or answer.stuck)


def brings_more(tile: Tile) -> bool:
    """Whether the quarters of a box hold an object that the box did not deliver."""
    known = tile.answer.rows if tile.answer is not None else frozenset()
    return any(child.answer is not None and not child.answer.rows <= known for child in tile.children)
