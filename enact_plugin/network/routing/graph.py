"""Graph of possible trenches and what is to be connected on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from ...errors import EnactError


@dataclass(frozen=True)
class RoutingGraph:
    """Undirected graph; loops and parallel edges may be there.

    Attributes
    ----------
    node_count : int
    tail, head : ndarray of int, shape (m,)
        Nodes at the ends of each edge.
    fixed_eur_a : ndarray of float, shape (m,)
        Cost a year of the edge once it is built, whatever flows; zero for existing pipes.
    flow_eur_a_kw : ndarray of float, shape (m,)
        Cost a year per kW that flows: larger pipes, losses.
    """

    node_count: int
    tail: np.ndarray
    head: np.ndarray
    fixed_eur_a: np.ndarray
    flow_eur_a_kw: np.ndarray

    def __post_init__(self) -> None:
        """Refuse what no network could be computed on.

        Raises
        ------
        EnactError
            ``network_graph_edge`` with the number of the first edge whose nodes or costs are none.
        """
        wrong = (self.tail < 0) | (self.tail >= self.node_count)
        wrong |= (self.head < 0) | (self.head >= self.node_count)
        for cost in (self.fixed_eur_a, self.flow_eur_a_kw):
            wrong |= ~np.isfinite(cost) | (cost < 0)
        if wrong.any():
            raise EnactError("network_graph_edge", edge=int(np.flatnonzero(wrong)[0]), count=int(wrong.sum()))

    @property
    def edge_count(self) -> int:
        """Number of edges."""
        return len(self.tail)

    def with_costs(self, fixed_eur_a: np.ndarray) -> RoutingGraph:
        """The same graph at other fixed costs."""
        return RoutingGraph(self.node_count, self.tail, self.head, fixed_eur_a, self.flow_eur_a_kw)

    def part(self, edges: np.ndarray) -> RoutingGraph:
        """The same nodes with these edges only."""
        return RoutingGraph(
            self.node_count,
            self.tail[edges],
            self.head[edges],
            self.fixed_eur_a[edges],
            self.flow_eur_a_kw[edges],
        )

    def components(self) -> np.ndarray:
        """Number of the part of the graph that each node belongs to, shape (node_count,)."""
        joined = coo_matrix(
            (np.ones(self.edge_count), (self.tail, self.head)), (self.node_count, self.node_count)
        )
        return connected_components(joined, directed=False)[1]


@dataclass(frozen=True)
class Nodes:
    """What stands at the nodes of a graph, with one root.

    Attributes
    ----------
    root : int
        Where the heat comes from.
    terminal : ndarray of bool, shape (node_count,)
        Nodes that are to be connected; the root is one.
    leaf : ndarray of bool, shape (node_count,)
        Terminals through which nothing is led on: houses.
    load_kw : ndarray of float, shape (node_count,)
        Power that each of them takes.
    """

    root: int
    terminal: np.ndarray
    leaf: np.ndarray
    load_kw: np.ndarray


class Adjacency:
    """Neighbours of nodes: as lists for walks in Python, as a matrix for scipy's.

    Parameters
    ----------
    graph : RoutingGraph
        Without loops and parallel edges where the matrix is used.
    """

    def __init__(self, graph: RoutingGraph) -> None:
        count = graph.node_count
        tail = np.concatenate([graph.tail, graph.head])
        self._order = np.argsort(tail, kind="stable")
        self._start = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=count))])
        self._other = np.concatenate([graph.head, graph.tail])[self._order]
        self._edge = np.tile(np.arange(graph.edge_count), 2)[self._order]
        self._cost = graph.fixed_eur_a[self._edge]
        self._count = count
        flat = list(zip(self._other.tolist(), self._cost.tolist(), self._edge.tolist()))
        start = self._start.tolist()
        #: for each node its (neighbour, fixed cost, edge)
        self.of = [flat[start[node] : start[node + 1]] for node in range(count)]

    def matrix(self, closed: np.ndarray) -> csr_matrix:
        """Fixed costs without the edges at `closed` nodes, symmetric; edges that cost nothing are there with a zero."""
        node = np.repeat(np.arange(self._count), np.diff(self._start))
        kept = ~(closed[node] | closed[self._other])
        start = np.concatenate([[0], np.cumsum(kept)])[self._start]
        return csr_matrix((self._cost[kept], self._other[kept], start), shape=(self._count, self._count))
