"""The same task on a smaller graph: dead ends dropped, chains of edges made one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .graph import Nodes, RoutingGraph

_NONE = -1


@dataclass(frozen=True)
class Reduced:
    """A smaller graph on which the cheapest network costs the same.

    Attributes
    ----------
    graph : RoutingGraph
        Without loops, parallel edges, nodes of degree two and dead ends at which nothing is to be connected.
    nodes : Nodes
        The same terminals under their new numbers.
    node : ndarray of int, shape (graph.node_count,)
        Number of each node in the graph before.
    """

    graph: RoutingGraph
    nodes: Nodes
    node: np.ndarray
    _owner: np.ndarray

    def edges_of(self, edges: np.ndarray) -> np.ndarray:
        """Edges of the graph before that these edges stand for, in their order there."""
        wanted = np.zeros(self.graph.edge_count + 1, dtype=bool)
        wanted[edges] = True
        return np.flatnonzero(wanted[self._owner])

    def standing_for(self, edges: np.ndarray) -> np.ndarray:
        """Edges here that stand for these edges of the graph before; those dropped are missing."""
        owners = np.unique(self._owner[edges])
        return owners[owners != _NONE]

    def spanned_by(self, touched: np.ndarray) -> np.ndarray:
        """Edges here between the nodes of the graph before that are marked; of a dropped parallel way the other."""
        inside = touched[self.node]
        return np.flatnonzero(inside[self.graph.tail] & inside[self.graph.head])


@dataclass
class _State:
    """Edges left, and for each edge of the first graph the one that stands for it."""

    tail: np.ndarray
    head: np.ndarray
    fixed: np.ndarray
    flow: np.ndarray
    owner: np.ndarray

    def keep(self, rows: np.ndarray) -> None:
        number = np.full(len(self.tail) + 1, _NONE)
        number[:-1][rows] = np.arange(np.count_nonzero(rows))
        self.owner = number[self.owner]
        self.tail, self.head = self.tail[rows], self.head[rows]
        self.fixed, self.flow = self.fixed[rows], self.flow[rows]

    def degree(self, count: int) -> np.ndarray:
        return np.bincount(self.tail, minlength=count) + np.bincount(self.head, minlength=count)


def reduced(graph: RoutingGraph, nodes: Nodes) -> Reduced:
    """Drop and join what cannot matter to the cheapest tree of the terminals.

    Of parallel edges the one with the lower fixed cost stays. Vectorised; each round removes all dead ends and joins
    all chains at once.

    Parameters
    ----------
    graph : RoutingGraph
    nodes : Nodes

    Returns
    -------
    Reduced
    """
    count = graph.node_count
    state = _State(
        graph.tail, graph.head, graph.fixed_eur_a, graph.flow_eur_a_kw, np.arange(graph.edge_count)
    )
    while True:
        before = len(state.tail)
        state.keep(_single(state))
        degree = state.degree(count)
        dead_end = (degree == 1) & ~nodes.terminal
        state.keep(~(dead_end[state.tail] | dead_end[state.head]))
        through = (state.degree(count) == 2) & ~nodes.terminal
        if through.any():
            _join(state, through)
        elif len(state.tail) == before:
            break
    used = nodes.terminal | (state.degree(count) > 0)
    number = np.cumsum(used) - 1
    node = np.flatnonzero(used)
    smaller = RoutingGraph(len(node), number[state.tail], number[state.head], state.fixed, state.flow)
    inside = Nodes(int(number[nodes.root]), nodes.terminal[node], nodes.leaf[node], nodes.load_kw[node])
    return Reduced(smaller, inside, node, state.owner)


def _single(state: _State) -> np.ndarray:
    """Edges that are no loops, of parallel ones the cheapest."""
    low, high = np.minimum(state.tail, state.head), np.maximum(state.tail, state.head)
    order = np.lexsort((state.flow, state.fixed, high, low))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)
    kept = np.zeros(len(order), dtype=bool)
    kept[order[first]] = True
    return kept & (state.tail != state.head)


def _join(state: _State, through: np.ndarray) -> None:
    """Make one edge of each chain through nodes of degree two; rings that hang on nothing vanish."""
    count = len(state.tail)
    node = np.concatenate([state.tail, state.head])
    edge = np.tile(np.arange(count), 2)
    inner = through[node]
    paired = edge[inner][np.argsort(node[inner], kind="stable")]
    pairs = coo_matrix((np.ones(len(paired) // 2), (paired[0::2], paired[1::2])), (count, count))
    chains, chain = connected_components(pairs, directed=False)
    end, end_chain = node[~inner], chain[edge[~inner]]
    order = np.argsort(end_chain, kind="stable")
    end, end_chain = end[order], end_chain[order]
    open_ = np.bincount(end_chain, minlength=chains) == 2
    ends = end[open_[end_chain]].reshape(-1, 2)
    number = np.full(chains, _NONE)
    number[open_] = np.arange(np.count_nonzero(open_))
    state.owner = np.where(state.owner == _NONE, _NONE, number[chain[state.owner]])
    state.fixed = np.bincount(chain, state.fixed, chains)[open_]
    state.flow = np.bincount(chain, state.flow, chains)[open_]
    state.tail, state.head = ends[:, 0], ends[:, 1]
