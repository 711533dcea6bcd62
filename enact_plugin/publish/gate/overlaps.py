"""What can be reckoned from figures for areas that overlap: differences of sums, and how that is prevented."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reference.privacy_rules import Rules
from .groups import Amounts, Verdict, verdicts

WITHHELD = -1


def derivable(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Which cells of a table follow from sums of its rows and columns alone.

    A cell that is not shown follows exactly when the line between its row and its column is a bridge of the graph of
    all cells not shown (Gusfield 1988, A graph theoretic approach to statistical data security, SIAM J. Computing 17).

    Parameters
    ----------
    first, second : ndarray of int, shape (k,)
        Row and column of each cell that is not zero and not shown; each pair once.

    Returns
    -------
    ndarray of bool, shape (k,)
    """
    rows, of_row = np.unique(first, return_inverse=True)
    _, of_column = np.unique(second, return_inverse=True)
    return _bridges(of_row, of_column + len(rows))


def _bridges(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Edges of a graph without which it falls into more parts (Tarjan 1974), without recursion."""
    count = int(max(one.max(initial=-1), other.max(initial=-1))) + 1
    near: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for edge, (a, b) in enumerate(zip(one.tolist(), other.tolist())):
        near[a].append((b, edge))
        near[b].append((a, edge))
    found = np.zeros(len(one), dtype=bool)
    seen, low = [-1] * count, [0] * count
    clock = 0
    for start in range(count):
        if seen[start] >= 0:
            continue
        seen[start] = low[start] = clock
        clock += 1
        path = [(start, -1, iter(near[start]))]
        while path:
            node, through, left = path[-1]
            step = next(left, None)
            if step is None:
                path.pop()
                if path:
                    up = path[-1][0]
                    low[up] = min(low[up], low[node])
                    found[through] = low[node] > seen[up]
                continue
            to, edge = step
            if edge == through:
                continue
            if seen[to] >= 0:
                low[node] = min(low[node], seen[to])
            else:
                seen[to] = low[to] = clock
                clock += 1
                path.append((to, edge, iter(near[to])))
    return found


@dataclass(frozen=True)
class Beside:
    """Another division of the same contributors whose sums are shown.

    Attributes
    ----------
    place : ndarray of int, shape (n,)
        Area of each contribution, negative where the division has none or withholds it. A total is a division into one
        area.
    total_shown : bool
        Whether the sum of all contributions is shown, too: then the sum of what a division withholds is known.
    """

    place: np.ndarray
    total_shown: bool


def withheld_beside(
    amounts: Amounts, place: np.ndarray, shown: np.ndarray, beside: Beside, rules: Rules
) -> np.ndarray:
    """Withhold more areas until no sum that must not be shown follows from the figures of two divisions.

    Areas of both divisions are the nodes of a graph, what two areas have in common is the line between them. What a
    division withholds is one node more; without a total the two such nodes are one, for only their difference is known.

    Parameters
    ----------
    amounts : Amounts, n values
    place : ndarray of int, shape (n,)
        Area of each value, negative where it belongs to none.
    shown : ndarray of bool, shape (areas,)
        Areas whose sums are to be shown.
    beside : Beside
    rules : mapping

    Returns
    -------
    ndarray of bool, shape (areas,)
        Areas that may still be shown.
    """
    shown = shown.copy()
    size = np.bincount(place[place >= 0], weights=amounts.value[place >= 0], minlength=len(shown))
    while True:
        mine = np.where((place >= 0) & np.append(shown, False)[place], place, WITHHELD)
        atoms, of = np.unique(np.column_stack([mine, beside.place]), axis=0, return_inverse=True)
        verdict = verdicts(amounts, of.ravel(), len(atoms), rules)
        follows = _follows(atoms, beside.total_shown)
        told = False
        for mine_of, other in atoms[follows & (verdict > Verdict.SAFE)].tolist():
            area = mine_of
            if area < 0:  # all that is withheld there: the smallest area shown in it is withheld, too
                near = np.unique(mine[(beside.place == other) & (mine >= 0)])
                near = near[shown[near]]
                area = int(near[np.lexsort((near, size[near]))[0]]) if len(near) else WITHHELD
            if area >= 0:
                shown[area] = False
                told = True
        if not told:
            return shown


def _follows(atoms: np.ndarray, total_shown: bool) -> np.ndarray:
    """Which common parts of two divisions follow from the sums of both."""
    mine, theirs = atoms[:, 0], atoms[:, 1]
    rest = int(mine.max(initial=-1)) + 1
    first = np.where(mine >= 0, mine, rest)
    second = np.where(theirs >= 0, rest + 2 + theirs, rest + 1 if total_shown else rest)
    line = first != second
    found = np.zeros(len(atoms), dtype=bool)
    found[line] = _bridges(first[line], second[line])
    return found
