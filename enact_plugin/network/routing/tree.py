"""A network as a tree: spanning, dead ends, direction away from the source, flow, cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from .graph import Nodes, RoutingGraph

_NONE = -9999  # what scipy writes for no predecessor


@dataclass(frozen=True)
class Tree:
    """Edges of a tree, directed away from the root, in the order of a walk over breadth.

    Attributes
    ----------
    edge : ndarray of int, shape (k,)
        Edges of the graph.
    above, below : ndarray of int, shape (k,)
        Node on the side of the root, and on the other.
    flow_kw : ndarray of float, shape (k,)
        Sum of the loads behind each edge.
    """

    edge: np.ndarray
    above: np.ndarray
    below: np.ndarray
    flow_kw: np.ndarray

    def cost_eur_a(self, graph: RoutingGraph) -> float:
        """Cost a year of all edges at what flows in them."""
        return float(
            graph.fixed_eur_a[self.edge].sum() + (graph.flow_eur_a_kw[self.edge] * self.flow_kw).sum()
        )


def spanned(graph: RoutingGraph, edges: np.ndarray, nodes: Nodes) -> np.ndarray:
    """Cheapest tree over the nodes that these edges touch, without dead ends.

    Minimum spanning tree of the subgraph induced by the nodes, then all ends pruned at which nothing is to be
    connected. Edges are ranked, since scipy takes an edge of cost zero for none.

    Parameters
    ----------
    graph : RoutingGraph
    edges : ndarray of int
        Connected, with the root among their nodes.
    nodes : Nodes

    Returns
    -------
    ndarray of int
        Edges, ascending.
    """
    touched = np.zeros(graph.node_count, dtype=bool)
    touched[graph.tail[edges]] = touched[graph.head[edges]] = True
    induced = np.flatnonzero(touched[graph.tail] & touched[graph.head] & (graph.tail != graph.head))
    return pruned(graph, spanning(graph, induced, nodes), nodes)


def spanning(graph: RoutingGraph, edges: np.ndarray, nodes: Nodes) -> np.ndarray:
    """Cheapest of these edges that join all their nodes, with one edge to each leaf; ties fall to the earlier edge."""
    edges = one_link(graph, edges, nodes.leaf)
    tail, head = graph.tail[edges], graph.head[edges]
    order = np.lexsort((edges, graph.fixed_eur_a[edges]))
    low, high = np.minimum(tail, head)[order], np.maximum(tail, head)[order]
    # parallel edges would be added up: the first in order stays
    pair = low.astype(np.int64) * graph.node_count + high
    first = np.sort(np.unique(pair, return_index=True)[1])
    rank = np.arange(1, len(first) + 1, dtype=float)
    shape = (graph.node_count, graph.node_count)
    tree = minimum_spanning_tree(coo_matrix((rank, (low[first], high[first])), shape).tocsr())
    return np.sort(edges[order[first[tree.data.astype(int) - 1]]])


def one_link(graph: RoutingGraph, edges: np.ndarray, leaf: np.ndarray) -> np.ndarray:
    """These edges with only the cheapest of those that end at each leaf."""
    at_tail = leaf[graph.tail[edges]]
    ends = at_tail | leaf[graph.head[edges]]
    house = np.where(at_tail, graph.tail[edges], graph.head[edges])[ends]
    links = edges[ends]
    order = np.lexsort((links, graph.fixed_eur_a[links], house))
    first = np.r_[True, np.diff(house[order]) != 0] if len(order) else np.zeros(0, dtype=bool)
    return np.sort(np.concatenate([edges[~ends], links[order[first]]]))


def pruned(graph: RoutingGraph, edges: np.ndarray, nodes: Nodes) -> np.ndarray:
    """Edges without the branches that lead to no terminal."""
    while True:
        tail, head = graph.tail[edges], graph.head[edges]
        degree = np.bincount(tail, minlength=graph.node_count) + np.bincount(head, minlength=graph.node_count)
        dead_end = (degree == 1) & ~nodes.terminal
        useful = ~(dead_end[tail] | dead_end[head])
        if useful.all():
            return edges
        edges = edges[useful]


def directed(graph: RoutingGraph, edges: np.ndarray, nodes: Nodes) -> Tree:
    """Direct the edges of a tree away from the root and add up what flows.

    Parameters
    ----------
    graph : RoutingGraph
    edges : ndarray of int, shape (k,)
        Edges of a tree that holds the root; an edge not joined to it is left out.
    nodes : Nodes

    Returns
    -------
    Tree
    """
    tail, head = graph.tail[edges], graph.head[edges]
    shape = (graph.node_count, graph.node_count)
    number = np.arange(1, len(edges) + 1)
    joined = coo_matrix(
        (np.tile(number, 2), (np.concatenate([tail, head]), np.concatenate([head, tail]))), shape
    )
    order, above = breadth_first_order(joined.tocsr(), nodes.root, directed=True)
    position = np.full(graph.node_count, -1)
    position[order] = np.arange(len(order))
    inside = position[tail] >= 0
    edges, tail, head = edges[inside], tail[inside], head[inside]
    down = above[head] == tail
    below = np.where(down, head, tail)
    walk = np.argsort(position[below], kind="stable")
    edges, below = edges[walk], below[walk]
    above = above[below]
    return Tree(edges, above, below, _flow(above, below, nodes.load_kw))


def _flow(above: np.ndarray, below: np.ndarray, load_kw: np.ndarray) -> np.ndarray:
    """Sum of loads at and behind the lower node of each edge, edges in order from the root."""
    behind = load_kw.tolist()
    for up, down in zip(above[::-1].tolist(), below[::-1].tolist()):
        behind[up] += behind[down]
    return np.array(behind)[below] if len(below) else np.zeros(0)


def network_cost_eur_a(graph: RoutingGraph, edges: np.ndarray, nodes: Nodes) -> float:
    """Cost a year of a network; infinite for what is not one tree of all terminals."""
    tree = directed(graph, edges, nodes)
    left = nodes.terminal.copy()
    left[tree.below] = False
    left[nodes.root] = False
    if left.any() or len(tree.edge) != len(edges):
        return float("inf")
    return tree.cost_eur_a(graph)
