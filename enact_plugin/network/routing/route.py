"""The network of a task: which customers it connects, over which edges."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import numpy as np

from ...errors import EnactError
from ...progress import SILENT, Progress
from .choice import Kept, best_part, most_within
from .graph import Adjacency, Nodes, RoutingGraph
from .growth import grow
from .improve import Effort, Ended, improve
from .reduction import reduced
from .tree import Tree, directed, network_cost_eur_a, pruned, spanned, spanning

# a choice and the network for it are made in turn until nothing changes any more; this often at most
_TURNS = 12
# up to so many customers the network of all is always searched for, too
_SMALL = 1000


class Mode(Enum):
    """What is to be connected."""

    ALL = "all"  # all that can be reached
    PAYS = "pays"  # a branch stays only if it earns more than it costs
    BUDGET = "budget"  # as much heat as an investment buys
    DENSITY = "density"  # as much heat as a heat line density of the whole network allows


class Connection(Enum):
    """Whether a customer is connected, and if not, why."""

    CONNECTED = "connected"
    OTHER_COMPONENT = "other_component"  # no way from a source
    DOES_NOT_PAY = "does_not_pay"
    OVER_BUDGET = "over_budget"
    TOO_THIN = "too_thin"  # would press the heat line density below the wanted one


_LEFT_OUT = {
    Mode.ALL: Connection.OTHER_COMPONENT,
    Mode.PAYS: Connection.DOES_NOT_PAY,
    Mode.BUDGET: Connection.OVER_BUDGET,
    Mode.DENSITY: Connection.TOO_THIN,
}


@dataclass(frozen=True)
class Customers:
    """Who might be connected; several may stand at one node.

    Attributes
    ----------
    node : ndarray of int, shape (c,)
    load_kw : ndarray of float, shape (c,)
        Power, above zero.
    heat_kwh : ndarray of float, shape (c,)
        Heat a year.
    worth_eur_a : ndarray of float, shape (c,)
        What connecting earns a year: sale of heat less what the heat and the station cost.
    required : ndarray of bool, shape (c,)
        Stays connected whatever it costs, if it can be reached.
    """

    node: np.ndarray
    load_kw: np.ndarray
    heat_kwh: np.ndarray
    worth_eur_a: np.ndarray
    required: np.ndarray


@dataclass(frozen=True)
class Goal:
    """What is wanted of a network.

    Attributes
    ----------
    mode : Mode
    limit : float
        Investment in EUR for BUDGET, kWh/(m·a) for DENSITY.
    measure : ndarray of float, shape (m,) or None
        Of each edge its investment in EUR for BUDGET, its length in m for DENSITY.
    measure_kw : ndarray of float, shape (m,) or None
        What is added to it per kW that flows.
    """

    mode: Mode = Mode.ALL
    limit: float = 0.0
    measure: np.ndarray | None = None
    measure_kw: np.ndarray | None = None

    def padded(self, count: int) -> Goal:
        """The same for a graph with further edges that measure nothing."""
        return replace(self, measure=_padded(self.measure, count), measure_kw=_padded(self.measure_kw, count))

    def of(self, tree: Tree) -> np.ndarray:
        """What each edge of a tree measures, at what flows in it."""
        measured = self.measure[tree.edge]
        return measured if self.measure_kw is None else measured + self.measure_kw[tree.edge] * tree.flow_kw


def _padded(values: np.ndarray | None, count: int) -> np.ndarray | None:
    return None if values is None else np.concatenate([values, np.zeros(count - len(values))])


@dataclass(frozen=True)
class Route:
    """A network.

    Attributes
    ----------
    tree : Tree
        Its edges, directed away from the sources, with the power of the customers behind each.
    connection : ndarray of Connection, shape (c,)
    cost_eur_a : float
        Cost a year of its edges.
    worth_eur_a : float
        Worth of the customers connected.
    start_eur_a : float
        Cost a year of the first network of the same customers, before the search.
    rounds : int
    ended : Ended
    """

    tree: Tree
    connection: np.ndarray
    cost_eur_a: float
    worth_eur_a: float
    start_eur_a: float
    rounds: int
    ended: Ended

    @property
    def connected(self) -> np.ndarray:
        """Whether each customer is connected, shape (c,)."""
        return self.connection == Connection.CONNECTED


class _ByTime(Progress):
    """Progress of a search that takes as long as it may: its share is that of the time."""

    def __init__(self, progress: Progress, seconds: float) -> None:
        self._of = progress
        self._start = time.monotonic()
        self._seconds = max(seconds, 1e-3)

    def __call__(self, _fraction: float, code: str = "", **values: Any) -> None:
        """Say how much of the time is over.

        Raises
        ------
        Canceled
        """
        self._of(min((time.monotonic() - self._start) / self._seconds, 1.0), code, **values)

    def is_canceled(self) -> bool:
        """Whether the user has canceled."""
        return self._of.is_canceled()


@dataclass
class _Found:
    """A network in the making."""

    edges: np.ndarray
    cost_eur_a: float
    start_eur_a: float = 0.0
    rounds: int = 0
    ended: Ended = Ended.SETTLED


@dataclass
class _Task:
    """Graph with one root, customers, and the clock."""

    graph: RoutingGraph
    root: int
    leaf: np.ndarray
    customers: Customers
    goal: Goal
    end: float
    progress: Progress
    reachable: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        through = ~(self.leaf[self.graph.tail] | self.leaf[self.graph.head])
        component = self.graph.part(np.flatnonzero(through)).components()
        fed = component == component[self.root]
        # a house is reached over any of its links
        for near, far in ((self.graph.tail, self.graph.head), (self.graph.head, self.graph.tail)):
            fed[near[self.leaf[near] & ~self.leaf[far] & (component[far] == component[self.root])]] = True
        self.reachable = fed[self.customers.node]

    def at_nodes(self, values: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """Sum of a figure of the chosen customers at each node."""
        return np.bincount(self.customers.node[chosen], values[chosen], self.graph.node_count)

    def nodes(self, chosen: np.ndarray) -> Nodes:
        """The chosen customers as terminals."""
        terminal = np.zeros(self.graph.node_count, dtype=bool)
        terminal[self.customers.node[chosen]] = True
        terminal[self.root] = True
        return Nodes(self.root, terminal, self.leaf & terminal, self.at_nodes(self.customers.load_kw, chosen))

    def open_graph(self, nodes: Nodes) -> tuple[RoutingGraph, np.ndarray]:
        """Graph without edges from house to house and to houses not to be connected, and the rows of its edges."""
        closed, tail, head = self.leaf & ~nodes.terminal, self.graph.tail, self.graph.head
        rows = np.flatnonzero(~(closed[tail] | closed[head] | (self.leaf[tail] & self.leaf[head])))
        return self.graph.part(rows), rows

    def solve(self, chosen: np.ndarray, effort: Effort, start: np.ndarray | None = None) -> _Found:
        """Cheapest network found for the chosen customers; from a start, or grown."""
        nodes = self.nodes(chosen)
        graph, rows = self.open_graph(nodes)
        small = reduced(graph, nodes)
        if start is None:
            first = grow(Adjacency(small.graph), small.nodes, self.progress)
        else:
            touched = np.zeros(graph.node_count, dtype=bool)
            touched[self.graph.tail[start]] = touched[self.graph.head[start]] = True
            first = small.spanned_by(touched)
        first = spanned(small.graph, first, small.nodes)
        if start is not None:
            # the tree as it is, where what flows in it made it other than the cheapest trenches
            place = np.full(self.graph.edge_count, -1)
            place[rows] = np.arange(len(rows))
            same = pruned(small.graph, small.standing_for(place[start][place[start] >= 0]), small.nodes)
            first = min((first, same), key=lambda edges: network_cost_eur_a(small.graph, edges, small.nodes))
        seconds = max(min(effort.seconds, self.end - time.monotonic()), 0.0)
        found = improve(small.graph, small.nodes, first, replace(effort, seconds=seconds), self.progress)
        edges = rows[small.edges_of(found.edges)]
        return _Found(edges, found.cost_eur_a, found.start_eur_a, found.rounds, found.ended)

    def first_cost_eur_a(self, chosen: np.ndarray) -> float:
        """Cost of the network that merely grows to the chosen customers, spanned and pruned."""
        nodes = self.nodes(chosen)
        small = reduced(self.open_graph(nodes)[0], nodes)
        grown = grow(Adjacency(small.graph), small.nodes, self.progress)
        return network_cost_eur_a(small.graph, spanned(small.graph, grown, small.nodes), small.nodes)

    def tree(self, found: _Found, chosen: np.ndarray) -> Tree:
        return directed(self.graph, found.edges, self.nodes(chosen))

    def connected_by(self, kept: Kept, among: np.ndarray) -> np.ndarray:
        return among & kept.node[self.customers.node]

    def must(self) -> np.ndarray:
        node = np.zeros(self.graph.node_count, dtype=bool)
        node[self.customers.node[self.customers.required & self.reachable]] = True
        return node


def route(
    graph: RoutingGraph,
    sources: np.ndarray,
    customers: Customers,
    goal: Goal | None = None,
    leaf: np.ndarray | None = None,
    effort: Effort | None = None,
    progress: Progress = SILENT,
) -> Route:
    """Propose a network from one or several sources to customers.

    The first network grows from the source (Takahashi, Matsuyama), is spanned and pruned anew, and improved by local
    search. Where not all are to be connected, the best part of the network is chosen and the network of those chosen
    improved, in turn, until nothing changes; others that would pay beside it are taken in again.

    Parameters
    ----------
    graph : RoutingGraph
    sources : ndarray of int
        Nodes from which heat comes; a network may have a part at each.
    customers : Customers
    goal : Goal
    leaf : ndarray of bool, shape (graph.node_count,), optional
        Nodes through which nothing may be led on.
    effort : Effort
    progress : Progress

    Returns
    -------
    Route
        Edges in numbers of `graph`.

    Raises
    ------
    EnactError
        ``network_without_source``, ``network_without_customers``, ``network_demand_not_positive``.
    """
    goal, effort = goal or Goal(), effort or Effort()
    _check(sources, customers)
    joined = _with_root(graph, sources)
    leaves = np.zeros(joined.node_count, dtype=bool)
    if leaf is not None:
        leaves[: graph.node_count] = leaf
    goal = goal.padded(joined.edge_count)
    end = time.monotonic() + effort.seconds
    timed = _ByTime(progress, effort.seconds)
    task = _Task(joined, graph.node_count, leaves, customers, goal, end, timed)
    found, chosen = _all(task, effort) if goal.mode is Mode.ALL else _chosen(task, effort)
    if goal.mode is not Mode.ALL and chosen.any():
        found.start_eur_a = task.first_cost_eur_a(chosen)
    connection = np.full(len(customers.node), _LEFT_OUT[goal.mode], dtype=object)
    connection[~task.reachable] = Connection.OTHER_COMPONENT
    connection[chosen] = Connection.CONNECTED
    tree = task.tree(found, chosen)
    own = tree.edge < graph.edge_count
    tree = Tree(tree.edge[own], tree.above[own], tree.below[own], tree.flow_kw[own])
    worth = float(customers.worth_eur_a[chosen].sum())
    return Route(tree, connection, found.cost_eur_a, worth, found.start_eur_a, found.rounds, found.ended)


def _check(sources: np.ndarray, customers: Customers) -> None:
    if not len(sources):
        raise EnactError("network_without_source")
    if not len(customers.node):
        raise EnactError("network_without_customers")
    wrong = ~(customers.load_kw > 0)
    if wrong.any():
        raise EnactError("network_demand_not_positive", count=int(wrong.sum()), total=len(wrong))


def _with_root(graph: RoutingGraph, sources: np.ndarray) -> RoutingGraph:
    """Graph with one node more, from which an edge without cost leads to each source."""
    sources = np.unique(sources)
    root = np.full(len(sources), graph.node_count)
    free = np.zeros(len(sources))
    return RoutingGraph(
        graph.node_count + 1,
        np.concatenate([graph.tail, root]),
        np.concatenate([graph.head, sources]),
        np.concatenate([graph.fixed_eur_a, free]),
        np.concatenate([graph.flow_eur_a_kw, free]),
    )


def _all(task: _Task, effort: Effort) -> tuple[_Found, np.ndarray]:
    """Network of all that can be reached."""
    return task.solve(task.reachable, effort), task.reachable


def _chosen(task: _Task, effort: Effort) -> tuple[_Found, np.ndarray]:
    """Choose and connect in turn; the best network, measured by the goal."""
    quick = replace(effort, rounds=0)
    choose = _CHOICES[task.goal.mode]
    # of a large area the first network shows where heat pays: it is not searched to its end
    count = np.count_nonzero(task.reachable)
    first = replace(quick, seconds=quick.seconds / 2 if count <= _SMALL else quick.seconds / 3)
    best = _settled(task, choose, task.solve(task.reachable, first), task.reachable, quick)
    if count <= _SMALL or np.count_nonzero(best[1]) > count / 2:
        # where most stay, the network of all is in the running: the one chosen is never worse
        whole = task.solve(task.reachable, replace(effort, seconds=effort.seconds / 2))
        best = _better(task, best, _settled(task, choose, whole, task.reachable, quick))
    for _ in range(_TURNS):
        task.progress(0.0)
        if time.monotonic() >= task.end:
            break
        wider = _Found(_extended(task, best), float("nan"))
        new = _settled(task, choose, wider, task.reachable, quick)
        if not _score(task, new) > _score(task, best):
            break
        best = new
    found, chosen = best
    if effort.rounds and chosen.any():
        final = task.solve(chosen, effort, found.edges)
        best = _better(task, best, _settled(task, choose, final, chosen, effort))
    if time.monotonic() >= task.end:
        best[0].ended = Ended.TIME
    return best


def _better(
    task: _Task, one: tuple[_Found, np.ndarray], other: tuple[_Found, np.ndarray]
) -> tuple[_Found, np.ndarray]:
    """The one with the higher score; of equal ones the later, which was searched for longer."""
    return other if _score(task, other) >= _score(task, one) else one


def _settled(
    task: _Task,
    choose: Callable[[_Task, Tree, np.ndarray], Kept],
    found: _Found,
    among: np.ndarray,
    effort: Effort,
) -> tuple[_Found, np.ndarray]:
    """Take branches out and improve what is left until no branch is taken out any more."""
    chosen = among
    while True:
        tree = task.tree(found, chosen)
        kept = choose(task, tree, chosen)
        left = task.connected_by(kept, chosen)
        if (left == chosen).all() and not np.isnan(found.cost_eur_a):
            return found, chosen
        edges = tree.edge[kept.edge]
        chosen = left
        if not chosen.any():
            return _Found(edges[:0], 0.0), chosen
        solved = task.solve(chosen, replace(effort, rounds=0), edges)
        found = replace(solved, start_eur_a=found.start_eur_a or solved.start_eur_a)


def _extended(task: _Task, best: tuple[_Found, np.ndarray]) -> np.ndarray:
    """Tree of all that can be reached, grown around the network there is."""
    found, _chosen_before = best
    nodes = task.nodes(task.reachable)
    graph, rows = task.open_graph(nodes)
    place = np.full(task.graph.edge_count, -1)
    place[rows] = np.arange(len(rows))
    fixed = graph.fixed_eur_a.copy()
    fixed[place[found.edges]] = 0.0
    around = graph.with_costs(fixed)
    small = reduced(around, nodes)
    grown = small.edges_of(grow(Adjacency(small.graph), small.nodes, task.progress))
    # the network stays as it is: what grew beside it comes after it in the spanning tree
    order = np.concatenate([place[found.edges], np.setdiff1d(grown, place[found.edges])])
    return rows[_first_tree(graph, order, nodes)]


def _first_tree(graph: RoutingGraph, order: np.ndarray, nodes: Nodes) -> np.ndarray:
    """Tree of edges of which earlier ones come before later ones."""
    rank = np.zeros(graph.edge_count)
    rank[order] = np.arange(len(order))
    return pruned(graph, spanning(graph.with_costs(rank), order, nodes), nodes)


def _score(task: _Task, one: tuple[_Found, np.ndarray]) -> float:
    """What a network is measured by: profit a year where it is to pay, heat where it is to hold a limit."""
    found, chosen = one
    if task.goal.mode is Mode.PAYS:
        return float(task.customers.worth_eur_a[chosen].sum() - found.cost_eur_a)
    return float(task.customers.heat_kwh[chosen].sum())


def _paying(task: _Task, tree: Tree, chosen: np.ndarray) -> Kept:
    """Branches that earn more than they cost; each customer bears the flow of its heat on its whole way."""
    carried = np.zeros(task.graph.node_count)
    flow_cost = task.graph.flow_eur_a_kw[tree.edge].tolist()
    for up, node, cost in zip(tree.above.tolist(), tree.below.tolist(), flow_cost):
        carried[node] = carried[up] + cost
    customers = task.customers
    net = customers.worth_eur_a - customers.load_kw * carried[customers.node]
    return best_part(
        tree, task.root, task.at_nodes(net, chosen), task.graph.fixed_eur_a[tree.edge], task.must()
    )


def _limited(task: _Task, tree: Tree, chosen: np.ndarray) -> Kept:
    """Largest part within the budget, or above the heat line density."""
    customers, goal = task.customers, task.goal
    heat = task.at_nodes(customers.heat_kwh, chosen)
    # at the flow of the whole tree: what is kept of it measures less, never more
    measure = goal.of(tree)

    def holds(heat_kwh: np.ndarray, used: np.ndarray) -> np.ndarray:
        return used <= goal.limit if goal.mode is Mode.BUDGET else heat_kwh >= goal.limit * used

    return most_within(tree, task.root, heat, measure, task.must(), holds)


_CHOICES: dict[Mode, Callable[[_Task, Tree, np.ndarray], Kept]] = {
    Mode.PAYS: _paying,
    Mode.BUDGET: _limited,
    Mode.DENSITY: _limited,
}
