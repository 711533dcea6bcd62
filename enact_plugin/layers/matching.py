"""Which rows of two deliveries are the same object.

Two deliveries of one object differ by rounding, by the way of their coordinates (degrees with seven digits), by a
corner that was added, by an attribute that was corrected. What is the same is told one to one, and the order of the
rows has no part in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely

TOLERANCE_M = 0.05  # corners within it are the same corners: seven digits of a degree are a centimetre
REACH_M = 1.0  # points and lines within it may be the same
# More than half in common: of areas that do not overlap each other, at most one can have that with another
IN_COMMON = 0.5
_PAIRS_PER_ROW = 20  # above that, neighbours are looked for in space and not by their label


@dataclass(frozen=True)
class Rows:
    """What rows are compared by.

    Attributes
    ----------
    label : ndarray of str, shape (n,)
        Only rows under one label can be the same.
    place, content : ndarray of str, shape (n,)
        Hashes of geometry and attributes; the place is empty for tables.
    shapes : ndarray of geometry or None, shape (n,)
        Valid geometries in metres.
    """

    label: Any
    place: Any
    content: Any
    shapes: Any = None

    def __len__(self) -> int:
        return len(self.label)

    def some(self, places: Any) -> Rows:
        """Rows at these positions."""
        shapes = None if self.shapes is None else self.shapes[places]
        return Rows(self.label[places], self.place[places], self.content[places], shapes)


def same_rows(new: Rows, stored: Rows, reach_m: float = REACH_M) -> Any:
    """For each new row the stored row that is the same object.

    First rows that agree in place and content, then those in the same place, then of those that nearly lie in the same
    place each with its best counterpart: areas and lines with more than half in common, points within `reach_m`.

    Parameters
    ----------
    new, stored : Rows, shape (n,), (m,)
    reach_m : float

    Returns
    -------
    ndarray of int, shape (n,)
        Position in `stored`, each at most once; -1 where there is none.
    """
    found = np.full(len(new), -1)
    for by in (("label", "place", "content"), ("label", "place")):
        _fill(found, new, stored, lambda one, other, by=by: _equal(one, other, by))
    if new.shapes is not None and stored.shapes is not None:
        _fill(found, new, stored, lambda one, other: _near(one, other, reach_m))
    return found


def _fill(found: Any, new: Rows, stored: Rows, match: Any) -> None:
    """Match what is left on both sides, and write it into `found`."""
    left = np.flatnonzero(found < 0)
    free = np.setdiff1d(np.arange(len(stored)), found[found >= 0])
    if not len(left) or not len(free):
        return
    one, other = match(new.some(left), stored.some(free))
    found[left[one]] = free[other]


def _equal(new: Rows, stored: Rows, by: tuple[str, ...]) -> tuple[Any, Any]:
    """Pairs of rows that agree in `by`; of several on both sides the first with the first, by their content."""
    sides = []
    for rows in (new, stored):
        table = pd.DataFrame({name: getattr(rows, name) for name in by})
        table["row"] = np.arange(len(rows))
        table = table.iloc[np.argsort(rows.content.astype(str), kind="stable")]
        table["number"] = table.groupby(list(by), sort=False).cumcount()
        sides.append(table)
    pairs = sides[0].merge(sides[1], on=[*by, "number"], suffixes=("_new", "_stored"))
    return pairs["row_new"].to_numpy(), pairs["row_stored"].to_numpy()


def _near(new: Rows, stored: Rows, reach_m: float) -> tuple[Any, Any]:
    """Pairs that lie nearly in the same place, the best first."""
    one, other = _candidates(new, stored, reach_m)
    score = likeness(new.shapes[one], stored.shapes[other], reach_m)
    good = score > 0
    one, other, score = one[good], other[good], score[good]
    # of several in one place those that say the same belong together
    score = score + (new.content[one] == stored.content[other])
    order = np.lexsort((_rank(stored)[other], _rank(new)[one], -score))
    return _one_to_one(one[order], other[order])


def _rank(rows: Rows) -> Any:
    """Number that orders rows by what they are and not by where they stand."""
    signs = pd.Series(rows.place).astype(str) + pd.Series(rows.content).astype(str)
    return np.unique(signs.to_numpy(dtype=str), return_inverse=True)[1]


def _one_to_one(one: Any, other: Any) -> tuple[Any, Any]:
    """Of pairs in the order of their quality those that are the best for both of their rows, again and again."""
    chosen: list[tuple[Any, Any]] = []
    while len(one):
        first = ~pd.Series(one).duplicated().to_numpy() & ~pd.Series(other).duplicated().to_numpy()
        chosen.append((one[first], other[first]))
        left = ~np.isin(one, one[first]) & ~np.isin(other, other[first])
        one, other = one[left], other[left]
    if not chosen:
        return np.zeros(0, dtype=int), np.zeros(0, dtype=int)
    return np.concatenate([pair[0] for pair in chosen]), np.concatenate([pair[1] for pair in chosen])


def _candidates(new: Rows, stored: Rows, reach_m: float) -> tuple[Any, Any]:
    """Pairs under one label whose boxes meet within `reach_m`."""
    codes, _labels = pd.factorize(np.concatenate([new.label, stored.label]))
    mine, theirs = codes[: len(new)], codes[len(new) :]
    number = len(_labels)
    pairs = int(np.bincount(mine, minlength=number) @ np.bincount(theirs, minlength=number))
    if pairs <= _PAIRS_PER_ROW * (len(new) + len(stored)):
        table = pd.DataFrame({"code": mine, "one": np.arange(len(new))}).merge(
            pd.DataFrame({"code": theirs, "other": np.arange(len(stored))}), on="code"
        )
        one, other = table["one"].to_numpy(), table["other"].to_numpy()
    else:
        boxes = shapely.box(*(shapely.bounds(new.shapes) + np.array([-1, -1, 1, 1]) * reach_m).T)
        one, other = shapely.STRtree(stored.shapes).query(boxes)
        same = mine[one] == theirs[other]
        one, other = one[same], other[same]
    alike = shapely.get_dimensions(new.shapes[one]) == shapely.get_dimensions(stored.shapes[other])
    return one[alike], other[alike]


def likeness(new: Any, stored: Any, reach_m: float = REACH_M) -> Any:
    """How much each pair of geometries of one dimension is the same.

    Parameters
    ----------
    new, stored : ndarray of geometry, shape (p,)
        Valid, in metres.
    reach_m : float

    Returns
    -------
    ndarray of float, shape (p,)
        1 for the same corners; the share in common above one half; for points one less the share of the reach that
        lies between them; 0 for what is not the same.
    """
    score = np.zeros(len(new))
    dimension = shapely.get_dimensions(new)
    points = np.flatnonzero(dimension == 0)
    distance = shapely.distance(new[points], stored[points])
    score[points] = np.clip(1 - distance / reach_m, 0, 1)
    for measure, rows in ((_of_areas, dimension == 2), (_of_lines, dimension == 1)):
        places = np.flatnonzero(rows)
        if len(places):
            score[places] = measure(new[places], stored[places], reach_m)
    return score


def _of_areas(new: Any, stored: Any, _reach_m: float) -> Any:
    """Intersection over union where that is more than one half."""
    larger = np.maximum(shapely.area(new), shapely.area(stored))
    one, other = shapely.bounds(new), shapely.bounds(stored)
    width = np.minimum(one[:, 2], other[:, 2]) - np.maximum(one[:, 0], other[:, 0])
    height = np.minimum(one[:, 3], other[:, 3]) - np.maximum(one[:, 1], other[:, 1])
    # what two areas have in common lies in what their boxes have in common; most neighbours end here
    score = np.zeros(len(new))
    possible = np.flatnonzero(width.clip(0) * height.clip(0) > IN_COMMON * larger)
    same = shapely.equals_exact(new[possible], stored[possible], tolerance=TOLERANCE_M)
    score[possible[same]] = 1.0
    rest = possible[~same]
    common = shapely.area(shapely.intersection(new[rest], stored[rest]))
    share = common / (shapely.area(new[rest]) + shapely.area(stored[rest]) - common)
    score[rest] = np.where(share > IN_COMMON, share, 0.0)
    return score


def _of_lines(new: Any, stored: Any, reach_m: float) -> Any:
    """Share of the longer line that runs along the other, where that is more than one half; less for one beside it."""
    same = shapely.equals_exact(new, stored, tolerance=TOLERANCE_M)
    same |= shapely.equals_exact(new, shapely.reverse(stored), tolerance=TOLERANCE_M)
    score = same.astype(float)
    longer = np.maximum(shapely.length(new), shapely.length(stored))
    shorter = np.minimum(shapely.length(new), shapely.length(stored))
    apart = _apart(new, stored)
    rest = np.flatnonzero(~same & (shorter > IN_COMMON * longer) & (apart <= reach_m))
    along = shapely.length(shapely.intersection(new[rest], shapely.buffer(stored[rest], reach_m)))
    back = shapely.length(shapely.intersection(stored[rest], shapely.buffer(new[rest], reach_m)))
    share = np.minimum(along, back) / longer[rest]
    # supply and return pipe run within the reach of each other: the nearer one is the same
    score[rest] = np.where(share > IN_COMMON, share * (1 - apart[rest] / reach_m / 2), 0.0)
    return score


def _apart(new: Any, stored: Any) -> Any:
    """How far the middle of each line is from the other; a stretch of more than half a line holds its middle."""
    apart = np.zeros(len(new))
    for line, other in ((new, stored), (stored, new)):
        middle = shapely.line_interpolate_point(shapely.get_geometry(line, 0), 0.5, normalized=True)
        single = shapely.get_num_geometries(line) == 1  # several parts have no one middle
        apart = np.where(single, np.maximum(apart, shapely.distance(middle, other)), apart)
    return apart
