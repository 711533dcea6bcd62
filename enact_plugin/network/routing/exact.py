"""Exact check of a network: how far it can be above the cheapest at most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack, vstack

from .graph import Nodes, RoutingGraph
from .reduction import Reduced, reduced
from .route import Customers

_INFEASIBLE = 2


class Closed(Enum):
    """How the exact check ended."""

    OPTIMAL = "optimal"  # the cheapest cost is known
    BOUND = "bound"  # the time was up; a lower bound is known
    NOTHING = "nothing"  # the time was up before anything was known


@dataclass(frozen=True)
class Bound:
    """What the cheapest network costs.

    Attributes
    ----------
    closed : Closed
    lower_eur_a : float
        No network of these customers costs less; minus infinity where nothing is known.
    edges : ndarray of int or None
        The cheapest network, where it is known.
    """

    closed: Closed
    lower_eur_a: float
    edges: np.ndarray | None = None

    def gap(self, cost_eur_a: float) -> float:
        """Share by which a network of this cost can be above the cheapest at most."""
        if self.lower_eur_a <= 0:
            return float("inf") if cost_eur_a > 0 else 0.0
        return max(cost_eur_a / self.lower_eur_a - 1, 0.0)


def cheapest(
    graph: RoutingGraph,
    root: int,
    customers: Customers,
    leaf: np.ndarray | None = None,
    seconds: float = 60.0,
) -> Bound:
    """Cheapest network of all customers by mixed-integer linear programming (HiGHS through scipy).

    Flow formulation: an arc is built or not, carries at most what is behind it, and each customer's power flows to it.
    For areas up to about 300 buildings; beyond that the bound stays far below.

    Parameters
    ----------
    graph : RoutingGraph
    root : int
        The one source.
    customers : Customers
        All of them are to be connected, and can be.
    leaf : ndarray of bool, shape (graph.node_count,), optional
        Nodes through which nothing may be led on.
    seconds : float
        Time after which the lower bound so far is returned.

    Returns
    -------
    Bound
    """
    terminal = np.zeros(graph.node_count, dtype=bool)
    terminal[customers.node] = True
    terminal[root] = True
    load = np.bincount(customers.node, customers.load_kw, graph.node_count)
    leaf = np.zeros(graph.node_count, dtype=bool) if leaf is None else leaf & terminal
    small = reduced(graph, Nodes(root, terminal, leaf, load))
    # a loss-free unit per customer keeps the flow above zero where no power is given
    demand = np.where(small.nodes.terminal, np.maximum(small.nodes.load_kw, 1e-6), 0.0)
    demand[small.nodes.root] = 0.0
    if not demand.any():
        return Bound(Closed.OPTIMAL, 0.0, np.zeros(0, dtype=int))
    return _solved(_Program(small, demand), seconds)


class _Program:
    """Arcs in both directions of each edge: first whether they are built, then what flows in them."""

    def __init__(self, small: Reduced, demand: np.ndarray) -> None:
        graph, nodes = small.graph, small.nodes
        self.small = small
        tail = np.concatenate([graph.tail, graph.head])
        head = np.concatenate([graph.head, graph.tail])
        into_root = head == nodes.root
        out_of_leaf = nodes.leaf[tail]
        self.arcs = len(tail)
        total = demand.sum()
        self.cost = np.concatenate([np.tile(graph.fixed_eur_a, 2), np.tile(graph.flow_eur_a_kw, 2)])
        closed = into_root | out_of_leaf
        most = total - demand[tail]
        self.upper = np.concatenate([np.where(closed, 0.0, 1.0), np.where(closed, 0.0, most)])
        count, arc = graph.node_count, np.arange(self.arcs)
        inflow = _rows(head, arc, np.ones(self.arcs), count, self.arcs)
        outflow = _rows(tail, arc, np.ones(self.arcs), count, self.arcs)
        others = np.arange(count) != nodes.root
        free = _empty(count, self.arcs)
        wanted = np.where(nodes.terminal & others, 1.0, 0.0)
        pair = np.arange(graph.edge_count)
        both = _rows(
            np.tile(pair, 2), np.concatenate([pair, pair + graph.edge_count]), np.ones(self.arcs),
            graph.edge_count, self.arcs,
        )  # fmt: skip
        into_tail = inflow[tail]
        inner = np.flatnonzero(tail != nodes.root)
        flowing = _diagonal(np.ones(self.arcs))
        parts = [
            # power balance
            _limits(_beside(free, inflow - outflow)[others], demand[others], demand[others]),
            # what flows needs a pipe
            _limits(_beside(_diagonal(most), -flowing), 0.0),
            # and a pipe carries at least the power at its end
            _limits(_beside(-_diagonal(demand[head]), flowing), 0.0),
            # one pipe leads into each customer, at most one into each junction
            _limits(_beside(inflow, free)[others], wanted[others], 1.0),
            _limits(_beside(both, _empty(graph.edge_count, self.arcs)), -np.inf, 1.0),
            # an arc out of a node is built only where one leads into it
            _limits(_beside(into_tail - flowing, _empty(self.arcs, self.arcs))[inner], 0.0),
        ]
        self.constraints = LinearConstraint(
            vstack([part.A for part in parts]).tocsc(),
            np.concatenate([part.lb for part in parts]),
            np.concatenate([part.ub for part in parts]),
        )


def _solved(program: _Program, seconds: float) -> Bound:
    arcs = program.arcs
    answer = milp(
        program.cost,
        constraints=program.constraints,
        integrality=np.r_[np.ones(arcs), np.zeros(arcs)],
        bounds=Bounds(0.0, program.upper),
        # the presolve of the HiGHS in scipy 1.10 loses the optimum of small graphs, and calls some infeasible
        options={"time_limit": seconds, "mip_rel_gap": 0.0, "presolve": False},
    )
    small = program.small
    if answer.status == 0:
        built = np.flatnonzero(answer.x[:arcs] > 0.5) % small.graph.edge_count
        lower = answer.mip_dual_bound if answer.mip_dual_bound is not None else answer.fun
        return Bound(Closed.OPTIMAL, float(lower), small.edges_of(np.unique(built)))
    lower = getattr(answer, "mip_dual_bound", None)
    if answer.status == _INFEASIBLE or lower is None or not np.isfinite(lower):
        return Bound(Closed.NOTHING, -np.inf)
    return Bound(Closed.BOUND, float(lower))


def _limits(
    matrix: csr_matrix, low: np.ndarray | float, high: np.ndarray | float = np.inf
) -> LinearConstraint:
    rows = matrix.shape[0]
    matrix.eliminate_zeros()
    matrix.sort_indices()
    return LinearConstraint(matrix, np.broadcast_to(low, rows), np.broadcast_to(high, rows))


def _rows(row: np.ndarray, column: np.ndarray, value: np.ndarray, rows: int, columns: int) -> csr_matrix:
    return coo_matrix((value, (row, column)), (rows, columns)).tocsr()


def _diagonal(values: np.ndarray) -> csr_matrix:
    place = np.arange(len(values))
    return _rows(place, place, values, len(values), len(values))


def _empty(rows: int, columns: int) -> csr_matrix:
    return coo_matrix((rows, columns)).tocsr()


def _beside(left: csr_matrix, right: csr_matrix) -> csr_matrix:
    return hstack([left, right]).tocsr()
