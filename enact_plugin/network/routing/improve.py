"""A network made cheaper step by step, within a budget of rounds and time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ...progress import SILENT, Progress
from .exchange import Neighbourhood, applied, together
from .graph import Adjacency, Nodes, RoutingGraph
from .growth import grow
from .reduction import reduced
from .tree import network_cost_eur_a, pruned, spanned, spanning

_SEED = 20_260_716
# how far costs are shaken: a factor between one and this
_SHAKEN = 1.25


class Ended(Enum):
    """Why the search ended."""

    SETTLED = "settled"  # no move saves anything, and no rounds were asked for beyond that
    ROUNDS = "rounds"  # all rounds done
    TIME = "time"  # the time was up; another computer may come further


@dataclass(frozen=True)
class Effort:
    """How long is searched.

    Attributes
    ----------
    rounds : int
        Rounds of shaking after no single move saves anything any more; with the same number the result is the same
        on every computer unless the time is up.
    seconds : float
        Time after which the search ends with the best found.
    """

    rounds: int = 4
    seconds: float = 60.0


@dataclass(frozen=True)
class Improved:
    """Result of a search.

    Attributes
    ----------
    edges : ndarray of int
        The tree.
    cost_eur_a, start_eur_a : float
        Its cost a year, and that of the tree the search began with.
    rounds : int
        Rounds of shaking done.
    ended : Ended
    """

    edges: np.ndarray
    cost_eur_a: float
    start_eur_a: float
    rounds: int
    ended: Ended


class _Search:
    """One task, its clock, and the best tree so far."""

    def __init__(
        self, graph: RoutingGraph, adjacency: Adjacency, nodes: Nodes, end: float, progress: Progress
    ) -> None:
        self.graph, self.adjacency, self.nodes = graph, adjacency, nodes
        self._end = end
        self._progress = progress

    def time_is_up(self) -> bool:
        """Whether the time is up.

        Raises
        ------
        Canceled
        """
        self._progress(0.0)
        return time.monotonic() >= self._end

    def cost(self, edges: np.ndarray) -> float:
        """Cost a year; infinite for what is not one tree of all terminals."""
        return network_cost_eur_a(self.graph, edges, self.nodes)

    def _touched(self, edges: np.ndarray) -> np.ndarray:
        touched = np.zeros(self.graph.node_count, dtype=bool)
        touched[self.graph.tail[edges]] = touched[self.graph.head[edges]] = True
        return touched

    def tidy(self, edges: np.ndarray) -> np.ndarray:
        """Tree of these edges, without loops and dead ends: over all edges between its nodes, or over these alone."""
        over_all = spanned(self.graph, edges, self.nodes)
        if not self.graph.flow_eur_a_kw.any():
            return over_all
        alone = pruned(self.graph, spanning(self.graph, edges, self.nodes), self.nodes)
        return min((over_all, alone), key=self.cost)

    def descend(self, edges: np.ndarray) -> np.ndarray:
        """Make moves until none saves anything or the time is up."""
        cost = self.cost(edges)
        while not self.time_is_up():
            around = Neighbourhood(self.graph, self.adjacency, self.nodes, edges)
            moves = around.moves(self.time_is_up)
            if not moves:
                break
            for chosen in (together(around.keys, moves), moves[:1]):
                new = self.tidy(applied(around.keys, chosen))
                new_cost = self.cost(new)
                if new_cost < cost:
                    break
            else:
                break
            edges, cost = new, new_cost
        return edges

    def shaken(self, edges: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        """Another good tree: one step down at shaken costs, then down at the true ones."""
        factor = chance.uniform(1.0, _SHAKEN, self.graph.edge_count)
        rough = self.graph.with_costs(self.graph.fixed_eur_a * factor)
        search = _Search(rough, Adjacency(rough), self.nodes, self._end, self._progress)
        return self.descend(search.descend(edges))

    def crossed(self, best: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Best tree within the edges of two: where they differ, each place is decided by itself."""
        union = np.union1d(best, other)
        small = reduced(self.graph.part(union), self.nodes)
        search = _Search(small.graph, Adjacency(small.graph), small.nodes, self._end, self._progress)
        starts = [small.spanned_by(self._touched(tree)) for tree in (best, other)]
        starts.append(grow(search.adjacency, small.nodes))
        found = [search.descend(search.tidy(start)) for start in starts]
        return self.tidy(union[small.edges_of(min(found, key=search.cost))])


def improve(
    graph: RoutingGraph, nodes: Nodes, edges: np.ndarray, effort: Effort, progress: Progress = SILENT
) -> Improved:
    """Search for a cheaper tree of the same terminals.

    Down by key-path exchange and key-vertex elimination (Uchoa, Werneck 2010) until no move saves anything; then
    rounds: costs are shaken, the tree goes down anew, and is crossed with the best (Ribeiro, Uchoa, Werneck 2002: A
    hybrid GRASP with perturbations for the Steiner problem in graphs). Deterministic for a number of rounds.

    Parameters
    ----------
    graph : RoutingGraph
        Reduced.
    nodes : Nodes
    edges : ndarray of int
        A tree of all terminals.
    effort : Effort
    progress : Progress

    Returns
    -------
    Improved
        Never dearer than the tree it began with.
    """
    end = time.monotonic() + effort.seconds
    search = _Search(graph, Adjacency(graph), nodes, end, progress)
    start = search.cost(edges)
    best = search.descend(edges)
    cost = search.cost(best)
    chance = np.random.default_rng(_SEED)
    done = 0
    while done < effort.rounds and not search.time_is_up():
        crossed = search.crossed(best, search.shaken(best, chance))
        new = search.cost(crossed)
        if new < cost:
            best, cost = crossed, new
        done += 1
    ended = Ended.ROUNDS if effort.rounds else Ended.SETTLED
    if search.time_is_up() and done < max(effort.rounds, 1):
        ended = Ended.TIME
    return Improved(best, cost, start, done, ended)
