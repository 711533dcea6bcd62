"""Groups that are too small or dominated go together with their neighbours."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...reference.privacy_rules import Rules
from .groups import Amounts, Verdict, verdicts

SUPPRESSED = -1


@dataclass(frozen=True)
class Neighbours:
    """Pairs of areas that may go together.

    Attributes
    ----------
    first, second : ndarray of int, shape (k,)
    weight : ndarray of float, shape (k,)
        How much they have in common (border); of equal choices the heavier one is taken.
    """

    first: np.ndarray
    second: np.ndarray
    weight: np.ndarray


def merged(
    place: np.ndarray, areas: int, neighbours: Neighbours, judge: Callable[[np.ndarray], Verdict], most: int,
    amount: np.ndarray,
) -> np.ndarray:  # fmt: skip
    """Merge each area that may not be shown with neighbours until the union may.

    The smallest goes first, and to the neighbour with which the union is smallest among those that make it safe; where
    none does, the smallest union goes on. What finds no neighbour, or would grow beyond `most` areas, is suppressed,
    save the parts of it that may be shown by themselves.

    Parameters
    ----------
    place : ndarray of int, shape (n,)
        Area of each contribution, negative for none.
    areas : int
    neighbours : Neighbours
    judge : callable
        Rows of contributions to the verdict on their sum.
    most : int
        Areas in a union.
    amount : ndarray of float, shape (n,)
        What is summed; orders the choice.

    Returns
    -------
    ndarray of int, shape (areas,)
        Union of each area, named by its smallest area; `SUPPRESSED` where it may not be shown. Areas without any
        contribution stand for themselves.
    """
    return _Merging(place, areas, neighbours, judge, most, amount).run()


def judge_of(amounts: Amounts, rules: Rules) -> Callable[[np.ndarray], Verdict]:
    """Verdict on the sum of some contributions."""

    def judge(rows: np.ndarray) -> Verdict:
        return Verdict(int(verdicts(amounts.at(rows), np.zeros(len(rows), dtype=int), 1, rules)[0]))

    return judge


class _Merging:
    """State of a merging: roots, their contributions and neighbours."""

    def __init__(
        self, place: np.ndarray, areas: int, neighbours: Neighbours, judge: Callable[[np.ndarray], Verdict], most: int,
        amount: np.ndarray,
    ) -> None:  # fmt: skip
        self.judge, self.most, self.amount = judge, most, amount
        order = np.argsort(place, kind="stable")
        bounds = np.searchsorted(place[order], np.arange(areas + 1))
        self.rows = [order[start:end] for start, end in zip(bounds[:-1], bounds[1:])]
        self.sum = [float(amount[rows].sum()) for rows in self.rows]
        self.parts = [[area] for area in range(areas)]
        self.verdict = [judge(rows) for rows in self.rows]
        self.safe = [[[area]] if found.may_leave else [] for area, found in enumerate(self.verdict)]
        self.near: list[dict[int, float]] = [{} for _ in range(areas)]
        for one, other, weight in zip(neighbours.first, neighbours.second, neighbours.weight):
            if one != other:
                self.near[one][other] = self.near[one].get(other, 0.0) + float(weight)
                self.near[other][one] = self.near[other].get(one, 0.0) + float(weight)

    def run(self) -> np.ndarray:
        union = np.arange(len(self.rows))
        queue = [(self.sum[area], area) for area, found in enumerate(self.verdict) if not found.may_leave]
        heapq.heapify(queue)
        gone: set[int] = set()
        while queue:
            amount, area = heapq.heappop(queue)
            if area in gone or amount != self.sum[area]:
                continue  # grew meanwhile, and stands in the queue again if it must
            other = self._choice(area)
            if other is None:
                continue
            kept, lost = sorted((area, other))
            self._join(kept, lost)
            gone.add(lost)
            if not self.verdict[kept].may_leave:
                heapq.heappush(queue, (self.sum[kept], kept))
        for area in set(range(len(self.rows))) - gone:
            union[self.parts[area]] = SUPPRESSED
            for parts in self.safe[area]:
                union[parts] = min(parts)
        return union

    def _choice(self, area: int) -> int | None:
        """Neighbour to go together with, or None."""
        best, best_key = None, None
        for other, weight in self.near[area].items():
            filled = self.verdict[other] is not Verdict.EMPTY
            if not filled or len(self.parts[area]) + len(self.parts[other]) > self.most:
                continue
            together = self.judge(np.concatenate([self.rows[area], self.rows[other]]))
            key = (not together.may_leave, self.sum[area] + self.sum[other], -weight, other)
            if best_key is None or key < best_key:
                best, best_key = other, key
        return best

    def _join(self, kept: int, lost: int) -> None:
        self.rows[kept] = np.concatenate([self.rows[kept], self.rows[lost]])
        self.sum[kept] += self.sum[lost]
        self.parts[kept] = self.parts[kept] + self.parts[lost]
        self.verdict[kept] = self.judge(self.rows[kept])
        found = self.verdict[kept].may_leave
        self.safe[kept] = [self.parts[kept]] if found else self.safe[kept] + self.safe[lost]
        for other, weight in self.near[lost].items():
            del self.near[other][lost]
            if other != kept:
                self.near[kept][other] = self.near[kept].get(other, 0.0) + weight
                self.near[other][kept] = self.near[kept][other]
        self.near[lost] = {}
