"""A tree as its key paths, and the regions of the graph that are nearest to each of its nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from .graph import Adjacency, Nodes, RoutingGraph
from .tree import Tree, directed

_NOWHERE = -1


class KeyTree:
    """Tree whose key nodes are terminals and junctions, joined by key paths (Uchoa, Werneck 2010).

    A key path is named by its lower node. All lists are by node of the graph; nodes outside the tree hold what they
    were made with.

    Parameters
    ----------
    graph : RoutingGraph
    nodes : Nodes
    edges : ndarray of int
        Edges of a tree that holds the root.
    """

    def __init__(self, graph: RoutingGraph, nodes: Nodes, edges: np.ndarray) -> None:
        count = graph.node_count
        self.tree: Tree = directed(graph, edges, nodes)
        self.root = nodes.root
        self.order = [nodes.root, *self.tree.below.tolist()]
        self.parent = [_NOWHERE] * count
        self.parent_edge = [_NOWHERE] * count
        self.flow_kw = [0.0] * count
        #: cost a year of carrying one kW from the root, and of the loads on the way there
        self.carried = [0.0] * count
        self.carried_load = [0.0] * count
        self.depth = [0] * count
        self._number(graph)
        self._key_paths(graph, nodes.terminal)

    def _number(self, graph: RoutingGraph) -> None:
        """Parents, sums from the root, and the interval of each subtree."""
        tree = self.tree
        rows = zip(
            tree.below.tolist(),
            tree.above.tolist(),
            tree.edge.tolist(),
            tree.flow_kw.tolist(),
            graph.flow_eur_a_kw[tree.edge].tolist(),
        )
        children = [0] * len(self.parent)
        for node, up, edge, flow_kw, cost in rows:
            self.parent[node] = up
            self.parent_edge[node] = edge
            self.flow_kw[node] = flow_kw
            self.carried[node] = self.carried[up] + cost
            self.carried_load[node] = self.carried_load[up] + cost * flow_kw
            self.depth[node] = self.depth[up] + 1
            children[up] += 1
        self._children = children
        size = [1] * len(self.parent)
        for node in reversed(self.order[1:]):
            size[self.parent[node]] += size[node]
        first = [_NOWHERE] * len(self.parent)
        first[self.root] = 0
        free = list(first)  # next number within the subtree of a node
        free[self.root] = 1
        for node in self.order[1:]:
            up = self.parent[node]
            first[node] = free[up]
            free[up] += size[node]
            free[node] = first[node] + 1
        self.first, self.size = first, size

    def _key_paths(self, graph: RoutingGraph, terminal: np.ndarray) -> None:
        is_terminal = terminal.tolist()
        fixed = graph.fixed_eur_a.tolist()
        children, parent, parent_edge = self._children, self.parent, self.parent_edge
        key = [False] * len(parent)
        for node in self.order:
            key[node] = is_terminal[node] or children[node] > 1 or node == self.root
        self.is_key = key
        self.keys = [node for node in self.order if key[node]]
        self.up: dict[int, int] = {}
        self.path: dict[int, list[int]] = {}
        self.inner: dict[int, list[int]] = {}
        self.cost: dict[int, float] = {}
        self.below_of: dict[int, list[int]] = {node: [] for node in self.keys}
        #: lower node of the key path that each node of the tree lies on
        self.bottom = [_NOWHERE] * len(parent)
        for node in self.keys:
            self.bottom[node] = node
            if node == self.root:
                continue
            edges, inner, up = [parent_edge[node]], [], parent[node]
            while not key[up]:
                inner.append(up)
                self.bottom[up] = node
                edges.append(parent_edge[up])
                up = parent[up]
            self.up[node], self.path[node], self.inner[node] = up, edges, inner
            self.cost[node] = sum(fixed[edge] for edge in edges)
            self.below_of[up].append(node)

    def inside(self, node: int, top: int) -> bool:
        """Whether a node of the tree is `top` or below it."""
        return self.first[top] <= self.first[node] < self.first[top] + self.size[top]

    def junction(self, a: int, b: int) -> int:
        """Lowest node of the tree above both."""
        parent, depth = self.parent, self.depth
        while a != b:
            if depth[a] < depth[b]:
                a, b = b, a
            a = parent[a]
        return a


@dataclass(frozen=True)
class Regions:
    """For each node of the graph the node of the tree that is nearest, and the way there.

    Attributes
    ----------
    base : list of int
        Nearest node of the tree; negative where no way leads.
    way : list of float
        Fixed cost of the way there.
    way_flow : list of float
        Cost of carrying one kW along it.
    before : list of int
        Next node on the way; negative on the tree.
    edge : list of int
        Edge to it.
    members : dict
        Base to the nodes outside the tree and the base itself.
    crossing : list of tuple
        Edges between two regions, cheapest way over them first: (cost of the whole way, edge, base, base).
    """

    base: list[int]
    way: list[float]
    way_flow: list[float]
    before: list[int]
    edge: list[int]
    members: dict[int, list[int]]
    crossing: list[tuple[float, int, int, int]]


def regions(
    graph: RoutingGraph, adjacency: Adjacency, keys: KeyTree, leaf: np.ndarray, reach_eur_a: float
) -> Regions:
    """Regions around the nodes of a tree, and the ways between them that cost less than `reach_eur_a`.

    A leaf is a region of its own, since no way leads through it.
    """
    way, before, base = dijkstra(
        adjacency.matrix(leaf), indices=np.array(keys.order), min_only=True, return_predecessors=True
    )
    before, base = np.where(before < 0, _NOWHERE, before), np.where(base < 0, _NOWHERE, base)
    edge = _edges_to(graph, before)
    in_tree = np.zeros(graph.edge_count, dtype=bool)
    in_tree[keys.tree.edge] = True
    a, b = base[graph.tail], base[graph.head]
    whole = way[graph.tail] + graph.fixed_eur_a + way[graph.head]
    between = np.flatnonzero((a != b) & ~in_tree & (whole < reach_eur_a) & (a >= 0) & (b >= 0))
    between = between[np.argsort(whole[between], kind="stable")]
    order = np.argsort(base, kind="stable")
    bases, start = np.unique(base[order], return_index=True)
    parts = np.split(order, start[1:])
    return Regions(
        base.tolist(),
        way.tolist(),
        _carried(graph, before, edge).tolist(),
        before.tolist(),
        edge.tolist(),
        {node: part.tolist() for node, part in zip(bases.tolist(), parts)},
        list(zip(*(column[between].tolist() for column in (whole, np.arange(len(whole)), a, b)))),
    )


def _edges_to(graph: RoutingGraph, before: np.ndarray) -> np.ndarray:
    """Edge from each node to the next on its way; negative where there is none."""
    count = graph.node_count
    pair = np.concatenate([graph.tail * count + graph.head, graph.head * count + graph.tail])
    order = np.argsort(pair, kind="stable")
    has = np.flatnonzero(before >= 0)
    found = np.full(count, _NOWHERE)
    if len(has):
        at = np.searchsorted(pair[order], has * count + before[has])
        found[has] = order[at] % graph.edge_count
    return found


def _carried(graph: RoutingGraph, before: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """Cost of carrying one kW along the way of each node, by doubling the steps."""
    cost = np.where(edge >= 0, graph.flow_eur_a_kw[np.maximum(edge, 0)] if graph.edge_count else 0.0, 0.0)
    next_ = np.where(before >= 0, before, np.arange(len(before)))
    while cost.any():
        further = next_[next_]
        cost = cost + np.where(next_ != np.arange(len(next_)), cost[next_], 0.0)
        if (further == next_).all():
            break
        next_ = further
    return cost
