"""Which branches of a tree stay: those that pay, or the best within a budget or above a heat line density."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .tree import Tree

_HALVINGS = 60


@dataclass(frozen=True)
class Kept:
    """Part of a tree that stays.

    Attributes
    ----------
    edge : ndarray of bool, shape (k,)
        In the order of the tree.
    node : ndarray of bool, shape (node_count,)
        Nodes that are still joined to the root; the root is one.
    """

    edge: np.ndarray
    node: np.ndarray


def best_part(tree: Tree, root: int, own: np.ndarray, edge_cost: np.ndarray, must: np.ndarray) -> Kept:
    """Part of a tree around the root whose worth less its cost is largest.

    Exact, from the leaves to the root: a branch stays if what its nodes are worth exceeds the cost of all its edges, or
    if it leads to a node that must stay (strong pruning: Johnson, Minkoff, Phillips 2000: The prize collecting Steiner
    tree problem).

    Parameters
    ----------
    tree : Tree
    root : int
    own : ndarray of float, shape (node_count,)
        Worth of each node.
    edge_cost : ndarray of float, shape (k,)
        Cost of each edge of the tree.
    must : ndarray of bool, shape (node_count,)

    Returns
    -------
    Kept
    """
    worth, needed = own.tolist(), must.tolist()
    above, below, cost = tree.above.tolist(), tree.below.tolist(), edge_cost.tolist()
    stays = [False] * len(below)
    for row in range(len(below) - 1, -1, -1):
        node = below[row]
        gain = worth[node] - cost[row]
        if needed[node] or gain > 0:
            stays[row] = True
            worth[above[row]] += gain
            needed[above[row]] = needed[above[row]] or needed[node]
    joined = [False] * len(worth)
    joined[root] = True
    for row, (up, node) in enumerate(zip(above, below)):
        if stays[row] and joined[up]:
            joined[node] = True
        else:
            stays[row] = False
    return Kept(np.array(stays, dtype=bool), np.array(joined, dtype=bool))


def most_within(part_at: Callable[[float], Kept], holds: Callable[[Kept], bool], dearest: float) -> Kept:
    """Largest part that holds a condition, of those a rising price of an edge leaves.

    The parts of `part_at` lie one within the other: at price zero the whole tree, at `dearest` what must stay.
    The lowest price at which the condition holds is found by halving.

    Parameters
    ----------
    part_at : callable
        Part of the tree at a price of its edges.
    holds : callable
        Whether a part holds the condition.
    dearest : float
        Price at which no branch is worth its edges.

    Returns
    -------
    Kept
        That at `dearest` where the condition holds at no price.
    """
    kept = part_at(0.0)
    if holds(kept):
        return kept
    low, high = 0.0, dearest
    kept = part_at(high)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = part_at(middle)
        if holds(tried):
            high, kept = middle, tried
        else:
            low = middle
    return kept
