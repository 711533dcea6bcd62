"""Laws that hold for every network, on graphs small enough for an exact solver, and what a user gets wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_networks import is_tree

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.network.routing.exact import Closed, cheapest
from enact_plugin.network.routing.graph import RoutingGraph
from enact_plugin.network.routing.improve import Effort, Ended
from enact_plugin.network.routing.route import Connection, Customers, Goal, Mode, route
from enact_plugin.progress import Progress

EFFORT = Effort(rounds=2, seconds=60)


def task(seed: int, flows: bool = True) -> tuple[RoutingGraph, int, Customers, np.ndarray]:
    """A connected graph with loops, parallel and free edges; customers that pay or not; some nodes are houses."""
    random = np.random.default_rng(seed)
    count = int(random.integers(4, 12))
    tail, head = random.integers(0, count, (2, int(random.integers(count, 2 * count + 4))))
    line = random.permutation(count)
    tail, head = np.r_[tail, line[:-1]], np.r_[head, line[1:]]
    cost = random.integers(0, 12, len(tail)).astype(float)
    graph = RoutingGraph(count, tail, head, cost, cost * random.choice([0, 0.02, 0.3]) * flows)
    source, *nodes = random.permutation(count)[: int(random.integers(2, min(7, count)))].tolist()
    load = random.integers(1, 6, len(nodes)).astype(float)
    worth = random.integers(-3, 15, len(nodes)).astype(float)
    wanted = Customers(np.array(nodes), load, 10 * load, worth, random.random(len(nodes)) < 0.1)
    # a house nobody must pass: only where the graph stays whole without it
    leaf = np.zeros(count, dtype=bool)
    for node in nodes:
        leaf[node] = True
        open_ = ~(leaf[tail] | leaf[head])
        ends_inside = [node for node in range(count) if not leaf[node]]
        component = graph.part(np.flatnonzero(open_)).components()
        linked = {
            house for house in np.flatnonzero(leaf)
            if any((a == house and not leaf[b]) or (b == house and not leaf[a]) for a, b in zip(tail, head))
        }  # fmt: skip
        if len(set(component[ends_inside])) > 1 or len(linked) < leaf.sum():
            leaf[node] = False
    return graph, source, wanted, leaf


seeds = st.integers(0, 10**9)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_never_below_the_optimum_and_one_tree(seed):
    graph, source, wanted, leaf = task(seed)
    found = route(graph, np.array([source]), wanted, leaf=leaf, effort=EFFORT)
    bound = cheapest(graph, source, wanted, leaf)
    assert bound.closed is Closed.OPTIMAL
    assert found.connected.all()
    assert is_tree(graph, found.tree.edge, np.r_[source, wanted.node])
    load = np.bincount(wanted.node, wanted.load_kw, graph.node_count)
    flow = np.zeros(graph.node_count)
    for up, down in zip(found.tree.above[::-1], found.tree.below[::-1]):
        flow[down] += load[down]
        flow[up] += flow[down]
    again = graph.fixed_eur_a[found.tree.edge].sum()
    again += (graph.flow_eur_a_kw[found.tree.edge] * flow[found.tree.below]).sum()
    assert found.cost_eur_a == pytest.approx(again)
    assert found.cost_eur_a >= bound.lower_eur_a - 1e-6
    assert found.cost_eur_a <= bound.lower_eur_a * 1.5 + 1e-6
    degree = np.bincount(
        np.r_[graph.tail[found.tree.edge], graph.head[found.tree.edge]], minlength=graph.node_count
    )
    assert (degree[leaf] <= 1).all(), "nothing is led on through a house"


@settings(max_examples=40, deadline=None)
@given(seeds, st.integers(0, 30))
def test_optimum_rises_when_an_edge_is_forbidden(seed, place):
    graph, source, wanted, _ = task(seed)
    place %= graph.edge_count
    left = np.flatnonzero(np.arange(graph.edge_count) != place)
    component = graph.part(left).components()
    if len(set(component[np.r_[source, wanted.node]])) > 1:
        return
    before, after = cheapest(graph, source, wanted), cheapest(graph.part(left), source, wanted)
    assert after.lower_eur_a >= before.lower_eur_a - 1e-6
    found = route(graph.part(left), np.array([source]), wanted, effort=EFFORT)
    assert found.cost_eur_a >= before.lower_eur_a - 1e-6


@settings(max_examples=40, deadline=None)
@given(seeds, st.integers(-6, 6), st.sampled_from(list(Mode)))
def test_costs_times_a_power_of_two_leave_the_route(seed, power, mode):
    graph, source, wanted, leaf = task(seed)
    factor = 2.0**power
    scaled = RoutingGraph(
        graph.node_count, graph.tail, graph.head, graph.fixed_eur_a * factor, graph.flow_eur_a_kw * factor
    )
    dearer = replace(wanted, worth_eur_a=wanted.worth_eur_a * factor)
    measure = graph.fixed_eur_a + 1
    goals = [Goal(mode, 3 * (1 if mode is Mode.DENSITY else 4), measure)] * 2
    one = route(graph, np.array([source]), wanted, goals[0], leaf, EFFORT)
    other = route(scaled, np.array([source]), dearer, goals[1], leaf, EFFORT)
    assert sorted(one.tree.edge) == sorted(other.tree.edge)
    assert list(one.connection) == list(other.connection)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_what_pays_is_never_worse_than_all_or_none(seed):
    graph, source, wanted, leaf = task(seed)
    wanted = replace(wanted, required=np.zeros(len(wanted.node), dtype=bool))
    paying = route(graph, np.array([source]), wanted, Goal(Mode.PAYS), leaf, EFFORT)
    all_ = route(graph, np.array([source]), wanted, Goal(Mode.ALL), leaf, EFFORT)
    profit = paying.worth_eur_a - paying.cost_eur_a
    assert profit >= max(0.0, all_.worth_eur_a - all_.cost_eur_a) - 1e-6
    assert paying.worth_eur_a == pytest.approx(wanted.worth_eur_a[paying.connected].sum())


@settings(max_examples=40, deadline=None)
@given(seeds, st.floats(0.5, 30))
def test_budget_and_density_are_kept(seed, limit):
    graph, source, wanted, leaf = task(seed)
    wanted = replace(wanted, required=np.zeros(len(wanted.node), dtype=bool))
    measure = graph.fixed_eur_a + 1
    bought = route(graph, np.array([source]), wanted, Goal(Mode.BUDGET, limit, measure), leaf, EFFORT)
    assert measure[bought.tree.edge].sum() <= limit
    dense = route(graph, np.array([source]), wanted, Goal(Mode.DENSITY, limit, measure), leaf, EFFORT)
    heat = wanted.heat_kwh[dense.connected].sum()
    assert heat >= limit * measure[dense.tree.edge].sum() * (1 - 1e-9)


def line_of(costs: list[float], loads: list[float]) -> tuple[RoutingGraph, Customers]:
    """Houses one after the other on a line from the source at node 0."""
    count = len(costs)
    graph = RoutingGraph(
        count + 1, np.arange(count), np.arange(1, count + 1), np.array(costs), np.zeros(count)
    )
    load = np.array(loads)
    return graph, Customers(np.arange(1, count + 1), load, 1000 * load, load, np.zeros(count, dtype=bool))


def test_branch_stays_only_if_it_pays_and_required_stay():
    # 5 − 3 pays; 1 − 4 does not; behind it 2 − 1 would, but not enough for both (3 − 5 < 0)
    graph, wanted = line_of([3.0, 4.0, 1.0], [5.0, 1.0, 2.0])
    found = route(graph, np.array([0]), wanted, Goal(Mode.PAYS))
    assert [one.value for one in found.connection] == ["connected", "does_not_pay", "does_not_pay"]
    must = replace(wanted, required=np.array([False, False, True]))
    found = route(graph, np.array([0]), must, Goal(Mode.PAYS))
    assert found.connected.all()
    assert found.cost_eur_a == 8.0


def test_two_sources_feed_two_parts_and_what_no_source_reaches_is_told():
    graph, wanted = line_of([1.0, 9.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0])
    cut = graph.part(np.array([0, 1, 2]))
    found = route(cut, np.array([0, 3]), wanted)
    # the dear edge in the middle is not needed: node 3 is a source
    assert sorted(found.tree.edge) == [0, 2] or sorted(found.tree.edge) == [0, 1]
    assert found.connection[3] is Connection.OTHER_COMPONENT


def test_existing_pipe_costs_nothing_and_is_used():
    graph = RoutingGraph(3, np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([0.0, 5.0, 3.0]), np.zeros(3))
    wanted = Customers(np.array([2]), np.ones(1), np.ones(1), np.ones(1), np.zeros(1, dtype=bool))
    found = route(graph, np.array([0]), wanted)
    assert sorted(found.tree.edge) == [0, 2]
    assert found.cost_eur_a == 3.0


def test_what_flows_decides_between_two_ways_round():
    # source 0; 0-2 of 10, 2-1 of 4, 0-1 of 5; customer 1 takes 10 kW, customer 2 takes 1 kW
    graph = RoutingGraph(
        3, np.array([0, 2, 0]), np.array([2, 1, 1]), np.array([10.0, 4.0, 5.0]), np.array([1.0, 0.4, 0.5])
    )
    wanted = Customers(
        np.array([1, 2]), np.array([10.0, 1.0]), np.ones(2), np.ones(2), np.zeros(2, dtype=bool)
    )
    found = route(graph, np.array([0]), wanted)
    # over 2 to 1: 10 + 4 + 11·1 + 10·0.4 = 29; each its own: 10 + 5 + 1·1 + 10·0.5 = 21; over 1 to 2: 9 + 11·0.5 + 0.4
    assert found.cost_eur_a == pytest.approx(14.9)


def test_pipes_and_heat_are_weighed_against_each_other():
    """The cheapest trenches are a line; the thick pipe through it costs more than a trench of its own."""
    # source 0; houses 1 and 2: trenches 0-1 of 4, 1-2 of 1, 0-2 of 4.5; carrying 2's 10 kW over 1 costs 3, straight 1
    graph = RoutingGraph(
        3, np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([4.0, 1.0, 4.5]), np.array([0.3, 0.3, 0.1])
    )
    wanted = Customers(
        np.array([1, 2]), np.array([1.0, 10.0]), np.ones(2), np.ones(2), np.zeros(2, dtype=bool)
    )
    found = route(graph, np.array([0]), wanted)
    # 0-1-2: 5 + 11·0.3 + 10·0.3 = 11.3; 0-1 and 0-2: 8.5 + 0.3 + 1 = 9.8; 0-2-1: 5.5 + 11·0.1 + 0.3 = 6.9
    assert sorted(found.tree.edge) == [1, 2]
    assert found.cost_eur_a == pytest.approx(6.9)


@pytest.mark.parametrize(
    "change, code",
    [
        ({"load_kw": np.array([0.0, 1.0])}, "network_demand_not_positive"),
        ({"load_kw": np.array([-1.0, 1.0])}, "network_demand_not_positive"),
        ({"load_kw": np.array([np.nan, 1.0])}, "network_demand_not_positive"),
        ({"node": np.zeros(0, dtype=int), "load_kw": np.zeros(0)}, "network_without_customers"),
    ],
)
def test_demand_that_is_none_is_refused(change, code):
    graph, wanted = line_of([1.0, 1.0], [1.0, 1.0])
    with pytest.raises(EnactError) as error:
        route(graph, np.array([0]), replace(wanted, **change))
    assert error.value.code == code


def test_no_source_is_refused():
    graph, wanted = line_of([1.0], [1.0])
    with pytest.raises(EnactError) as error:
        route(graph, np.zeros(0, dtype=int), wanted)
    assert error.value.code == "network_without_source"


@pytest.mark.parametrize("cost", [-1.0, np.nan, np.inf])
def test_cost_that_is_none_is_refused(cost):
    with pytest.raises(EnactError) as error:
        RoutingGraph(2, np.array([0]), np.array([1]), np.array([cost]), np.zeros(1))
    assert error.value.code == "network_graph_edge"


def test_cancel_ends_a_search_at_once_and_time_ends_it_with_what_it_has():
    random = np.random.default_rng(3)
    wide = 60
    number = np.arange(wide * wide).reshape(wide, wide)
    tail = np.r_[number[:-1].ravel(), number[:, :-1].ravel()]
    head = np.r_[number[1:].ravel(), number[:, 1:].ravel()]
    graph = RoutingGraph(wide * wide, tail, head, random.uniform(1, 9, len(tail)), np.zeros(len(tail)))
    nodes = random.choice(np.arange(1, wide * wide), 400, replace=False)
    wanted = Customers(nodes, np.ones(400), np.ones(400), np.ones(400), np.zeros(400, dtype=bool))
    asked = []

    def canceled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Canceled):
        route(graph, np.array([0]), wanted, progress=Progress(lambda *_: None, canceled))
    short = route(graph, np.array([0]), wanted, effort=Effort(rounds=1000, seconds=0.3))
    assert short.ended is Ended.TIME
    assert short.connected.all()
    assert short.cost_eur_a <= short.start_eur_a
