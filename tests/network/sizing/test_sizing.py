"""Sizing of a network: simultaneity, diameters, worst path, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.network.sizing.linear import capacity_kw
from enact_plugin.network.sizing.simultaneity import Simultaneity, simultaneity
from enact_plugin.network.sizing.sizing import PipeTree, SizingSettings, sized
from enact_plugin.network.tables import default_tables
from enact_plugin.reference.network_tables import network_kind, pipe_catalogue

KIND = network_kind("generation_3")
PLAIN = SizingSettings(KIND, Simultaneity.NONE)


def tree(*pipes) -> PipeTree:
    """Pipes as (above, below, length_m, own power at the far end, 0 for none)."""
    above, below, length, own = (np.array(column) for column in zip(*pipes))
    power, customers = own.astype(float), (own > 0).astype(int)
    for _ in pipes:
        for row in range(len(pipes)):
            behind = above == below[row]
            power[row] = own[row] + power[behind].sum()
            customers[row] = (own[row] > 0) + customers[behind].sum()
    return PipeTree(above, below, length.astype(float), power, customers)


def loose(above, below) -> PipeTree:
    """Two pipes between these nodes."""
    return PipeTree(np.array(above), np.array(below), np.ones(2), np.ones(2), np.ones(2, dtype=int))


def test_one_customer_has_no_simultaneity_and_many_have_about_a_half():
    share = simultaneity(np.array([1, 2, 10, 50, 1000]), Simultaneity.WINTER)
    assert share[0] == 1.0
    # 0.4497 + 0.5512 / (1 + (50/53.84)^1.7627) = 0.4497 + 0.5512 / 1.8777 = 0.7432
    assert share[3] == pytest.approx(0.743, abs=0.001)
    assert (np.diff(share) < 0).all()
    assert share[-1] == pytest.approx(0.45, abs=0.01)
    assert simultaneity(np.array([1, 100]), Simultaneity.NONE).tolist() == [1.0, 1.0]


def test_smallest_pipe_that_carries_the_peak():
    capacity = capacity_kw(KIND)
    just, over = capacity[4] * 0.999, capacity[4] * 1.001
    found = [sized(tree((0, 1, 100, power)), PLAIN).size[0].dn for power in (just, over)]
    assert found == [50, 65]


def test_pipe_is_never_smaller_than_the_largest_single_peak_behind_it():
    # a large customer and forty small ones: simultaneity of the sum would fall below the large one
    small = [(1, 3 + number, 10, 1.0) for number in range(40)]
    found = sized(tree((0, 1, 100, 0), (1, 2, 10, 400.0), *small), SizingSettings(KIND))
    assert found.share[0] * 440 == pytest.approx(found.peak_kw[0])
    assert found.peak_kw[0] >= 400.0
    assert found.size[0].inner_mm >= found.size[1].inner_mm


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_pipes_grow_towards_the_source_and_pressure_adds_up(seed):
    random = np.random.default_rng(seed)
    count = int(random.integers(2, 40))
    pipes = [
        (int(random.integers(0, node)), node, random.uniform(1, 80), random.uniform(5, 90))
        for node in range(1, count)
    ]
    network = tree(*pipes)
    order = random.permutation(len(pipes))
    mixed = PipeTree(
        *(getattr(network, name)[order] for name in ("above", "below", "length_m", "power_kw", "customers"))
    )
    found = sized(mixed, SizingSettings(KIND))
    inner = np.array([size.inner_mm for size in found.size])
    row_of = {int(node): row for row, node in enumerate(mixed.below)}
    for row, up in enumerate(mixed.above.tolist()):
        before = row_of.get(up)
        expected = found.pressure_pa_m[row] * mixed.length_m[row] + (
            0 if before is None else found.lost_pa[before]
        )
        assert found.lost_pa[row] == pytest.approx(expected)
        if before is not None:
            assert inner[before] >= inner[row]
            assert found.peak_kw[before] >= found.peak_kw[row] * (1 - 1e-9)
    assert (found.velocity_m_s <= 2.5 * (1 + 1e-9)).all()
    worst = np.flatnonzero(found.on_worst_path)
    assert found.lost_pa[worst].max() == found.lost_pa.max()
    assert found.pump_kw > 0


def test_branches_of_one_source_do_not_peak_at_once():
    """Forty customers of 20 kW on two branches are forty customers to the plant, two sources are two plants."""
    ends = [(1 + number % 2, 3 + number, 10, 20.0) for number in range(40)]
    settings = SizingSettings(KIND)
    one = sized(tree((0, 1, 1, 0), (0, 2, 1, 0), *ends), settings)
    lost_kw = one.loss_w_m @ np.array([1, 1] + [10] * 40) / 1000
    together = 40 * 20.0 * simultaneity(np.array([40]), Simultaneity.WINTER)[0]
    assert one.peak_total_kw == pytest.approx(together + lost_kw)
    assert one.peak_kw[0] == pytest.approx(20 * 20.0 * simultaneity(np.array([20]), Simultaneity.WINTER)[0])
    two = sized(tree((0, 1, 1, 0), (-1, 2, 1, 0), *ends), settings)
    assert two.peak_total_kw == pytest.approx(2 * one.peak_kw[0] + lost_kw)
    assert one.pump_kw < two.pump_kw


def test_pump_power_by_hand():
    found = sized(tree((0, 1, 1000, 1000.0)), PLAIN)
    # 7.95 kg/s of water of 975 kg/m³ = 8.16 l/s against the loss of the path, 0.6 bar of the station, 0.5 of the plant
    expected = (found.lost_pa.max() + 110_000) * 7.9517 / 974.8 / 0.65 / 1000
    assert found.pump_kw == pytest.approx(expected, rel=0.001)


def test_colder_network_loses_less_and_warmer_ground_too():
    pipes = tree((0, 1, 100, 500.0))
    warm = sized(pipes, PLAIN).loss_mwh_a(pipes.length_m)
    # DN 65 at 28.2 W/m: 28.2 W/m · 100 m · 8,760 h = 24.7 MWh/a
    assert warm == pytest.approx(24.7, abs=0.1)
    assert sized(pipes, replace(PLAIN, ground_c=15.0)).loss_mwh_a(pipes.length_m) < warm
    assert sized(pipes, replace(PLAIN, kind=network_kind("generation_4"))).loss_mwh_a(pipes.length_m) < warm


@pytest.mark.parametrize(
    "pipes, code",
    [
        (tree((0, 1, 10, 90_000.0)), "network_pipe_too_small"),
        (loose([0, 2], [1, 1]), "network_not_a_tree"),
        (loose([2, 1], [1, 2]), "network_not_a_tree"),
    ],
)
def test_what_cannot_be_sized_is_refused(pipes, code):
    with pytest.raises(EnactError) as error:
        sized(pipes, PLAIN)
    assert error.value.code == code


def test_reversed_temperatures_are_refused():
    with pytest.raises(EnactError) as error:
        sized(tree((0, 1, 10, 10.0)), replace(PLAIN, kind=replace(KIND, supply_c=50.0)))
    assert error.value.code == "network_temperatures_reversed"


def test_catalogue_is_in_order_and_sourced():
    sizes = pipe_catalogue()
    assert [size.dn for size in sizes] == sorted(size.dn for size in sizes)
    assert all(size.source and size.cost_source for size in sizes)
    assert all(size.casing_mm > size.outer_mm > size.inner_mm for size in sizes)


def test_a_cold_network_is_laid_in_plastic_and_loses_nothing():
    kind = network_kind("cold")
    length, power = np.array([100.0, 50.0]), np.array([300.0, 100.0])
    pipes = PipeTree(np.array([0, 1]), np.array([1, 2]), length, power, np.array([3, 1]))
    cold = sized(pipes, SizingSettings(kind, catalogue=default_tables().pipes_of(kind)))
    warm = sized(pipes, SizingSettings(network_kind("generation_3")))
    assert (cold.loss_w_m == 0).all()
    assert cold.loss_mwh_a(pipes.length_m) == 0
    # 5 K instead of 30 K: six times the flow
    assert cold.flow_kg_s == pytest.approx(6 * warm.flow_kg_s, rel=0.02)
    assert [one.dn for one in cold.size] > [one.dn for one in warm.size]
    assert cold.size[0].source.startswith("EN 12201")


def test_many_small_customers_before_a_large_one_do_not_make_its_pipe_the_wider():
    """Simultaneity falls with every customer; a pipe still carries what the one behind it does."""
    above, below = np.arange(4), np.arange(1, 5)
    power, count = np.array([1006.0, 1004.0, 1002.0, 1000.0]), np.array([43, 30, 17, 4])
    found = sized(
        PipeTree(above, below, np.full(4, 10.0), power, count), SizingSettings(network_kind("generation_3"))
    )
    assert (np.diff(found.peak_kw) <= 1e-9).all()
