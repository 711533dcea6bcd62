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


# worth and cost of parts -> whether each is within the limit
Holds = Callable[[np.ndarray, np.ndarray], np.ndarray]


def most_within(
    tree: Tree, root: int, own: np.ndarray, edge_cost: np.ndarray, must: np.ndarray, holds: Holds
) -> Kept:
    """Part of a tree of large worth that holds a limit.

    With a rising price of cost the best parts lie one within the other, from the whole tree to what must stay; the
    largest within the limit is found by halving. What the limit still allows is filled from there: each time the way
    to the node of most worth for its cost.

    Parameters
    ----------
    tree, root, own, edge_cost, must
        As for `best_part`.
    holds : callable
        Of worth and cost.

    Returns
    -------
    Kept
        What must stay, where the limit holds at no price.
    """

    def part_at(price: float) -> Kept:
        return best_part(tree, root, own, price * edge_cost, must)

    def within(kept: Kept) -> bool:
        return bool(holds(own[kept.node].sum(), edge_cost[kept.edge].sum()))

    kept = part_at(0.0)
    if within(kept):
        return kept
    smallest = edge_cost[edge_cost > 0].min(initial=np.inf)
    low, high = 0.0, 0.0 if np.isinf(smallest) else 2 * own.sum() / smallest
    kept = part_at(high)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = part_at(middle)
        if within(tried):
            high, kept = middle, tried
        else:
            low = middle
    return _filled(tree, root, own, edge_cost, kept, holds) if within(kept) else kept


def _filled(tree: Tree, root: int, own: np.ndarray, edge_cost: np.ndarray, kept: Kept, holds: Holds) -> Kept:
    """Part with further ways from it, as long as the limit holds."""
    first, size = _intervals(tree, root)
    row_at = np.full(len(own), -1)
    row_at[tree.below] = np.arange(len(tree.below))
    node_at = np.zeros(len(tree.below) + 1, dtype=int)
    node_at[first[tree.below]] = tree.below
    node_at[first[root]] = root
    # cost of the way from the part to each node, in the order of the walk
    away = np.zeros(len(node_at))
    for row, (up, node) in enumerate(zip(tree.above.tolist(), tree.below.tolist())):
        away[first[node]] = 0.0 if kept.edge[row] else away[first[up]] + edge_cost[row]
    worth = np.where(kept.node[node_at], 0.0, own[node_at])
    edges, nodes = kept.edge.copy(), kept.node.copy()
    total, used = float(own[kept.node].sum()), float(edge_cost[kept.edge].sum())
    while True:
        fits = (worth > 0) & holds(total + worth, used + away)
        if not fits.any():
            return Kept(edges, nodes)
        ratio = np.where(fits, worth / np.maximum(away, 1e-9), -1.0)
        node = int(node_at[int(ratio.argmax())])
        way = []
        while not nodes[node]:
            way.append(node)
            node = int(tree.above[row_at[node]])
        for node in reversed(way):
            place = int(first[node])
            used += float(away[place])
            away[place : place + int(size[node])] -= away[place]
            total += float(worth[place])
            worth[place] = 0.0
            nodes[node] = True
            edges[row_at[node]] = True


def _intervals(tree: Tree, root: int) -> tuple[np.ndarray, np.ndarray]:
    """Number of each node in a walk over depth, and how many it has at and below it; by node."""
    count = int(max(tree.below.max(initial=0), tree.above.max(initial=0), root)) + 1
    above, below = tree.above.tolist(), tree.below.tolist()
    size = [1] * count
    for up, node in zip(reversed(above), reversed(below)):
        size[up] += size[node]
    first = [0] * count
    free = [1] * count
    for up, node in zip(above, below):
        first[node] = free[up]
        free[up] += size[node]
        free[node] = first[node] + 1
    return np.array(first), np.array(size)
