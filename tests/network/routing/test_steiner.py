"""Steiner tree tasks of street graphs with a proven optimum (PACE 2018, VIENNA of DIMACS 11)."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from known_networks import Steiner, is_tree, steiner

from enact_plugin.network.routing.graph import Adjacency, Nodes
from enact_plugin.network.routing.growth import grow
from enact_plugin.network.routing.improve import Effort, Ended, improve
from enact_plugin.network.routing.reduction import reduced
from enact_plugin.network.routing.tree import spanned

NAMES = [f"instance{number}.gr" for number in ("009", "010", "060", "067", "103", "165")]


@pytest.fixture(scope="module")
def tasks(real_data):
    return steiner(real_data / "network" / "steiner")


@pytest.fixture(scope="module")
def solved(tasks):
    """For each task its gap to the optimum at the start and after the search, in percent."""

    @cache
    def solve(name: str) -> tuple[float, float]:
        return _solve(tasks[name])

    return solve


def _solve(task: Steiner) -> tuple[float, float]:
    terminal = np.zeros(task.graph.node_count, dtype=bool)
    terminal[task.terminals] = True
    none = np.zeros(task.graph.node_count)
    small = reduced(task.graph, Nodes(int(task.terminals[0]), terminal, none.astype(bool), none))
    start = spanned(small.graph, grow(Adjacency(small.graph), small.nodes), small.nodes)
    found = improve(small.graph, small.nodes, start, Effort(rounds=0))
    assert found.ended is Ended.SETTLED
    gaps = []
    for edges in (small.edges_of(start), small.edges_of(found.edges)):
        assert is_tree(task.graph, edges, task.terminals)
        cost = sum(task.graph.fixed_eur_a[edge] for edge in edges)
        gaps.append(100 * (cost / task.optimum - 1))
    assert found.cost_eur_a == pytest.approx(cost)
    return gaps[0], gaps[1]


@pytest.mark.parametrize("name", NAMES)
def test_trees_join_all_terminals_and_never_beat_the_proven_optimum(solved, name):
    start, end = solved(name)
    assert start >= end >= -1e-9


def test_mean_gap_on_the_unreduced_streets(tasks, solved):
    gaps = np.array([solved(name) for name in NAMES if tasks[name].unreduced])
    assert len(gaps) == 3
    start, end = gaps.mean(axis=0)
    assert start <= 3.0, "growth, spanning tree, pruning"
    assert end <= 1.5, "local search until no move saves anything, no shaking"
