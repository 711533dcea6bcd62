"""Merit order and store: energy is conserved, nothing gives more than it can."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.network.supply.dispatch import Store, dispatch

HOURS = 24 * 14


@st.composite
def systems(draw):
    seed = draw(st.integers(0, 10_000))
    plants = draw(st.integers(1, 5))
    numbers = np.random.default_rng(seed)
    load = numbers.uniform(0, 100, HOURS)
    available = numbers.uniform(0, 60, (HOURS, plants)) * (numbers.random((HOURS, plants)) < 0.8)
    cost = numbers.uniform(-0.02, 0.2, plants) + numbers.uniform(0, 0.05, (HOURS, plants))
    cost[:, 0] = np.where(numbers.random() < 0.5, 0.0, cost[:, 0])
    size = draw(st.sampled_from([0.0, 50.0, 1000.0]))
    store = Store(size, size / 6, draw(st.sampled_from([0.0, 0.05]))) if size else None
    return load, available, cost, store


@given(systems())
def test_heat_is_conserved_and_limits_hold(system):
    load, available, cost, store = system
    made = dispatch(load, available, cost, store)
    assert made.heat.sum(axis=1) + made.discharged + made.unmet == pytest.approx(load + made.charged)
    assert (made.heat >= -1e-9).all()
    assert (made.heat <= available + 1e-9).all()
    assert (made.unmet >= 0).all()
    if store:
        before = np.r_[0.0, made.content[:-1]]
        assert made.content == pytest.approx(before + made.charged - made.discharged - made.lost)
        assert (made.content >= -1e-9).all()
        assert (made.content <= store.capacity_kwh + 1e-9).all()
        assert (made.charged <= store.power_kw + 1e-9).all()
        assert (made.discharged <= store.power_kw + 1e-9).all()


@given(systems())
def test_nothing_is_missing_while_a_plant_stands_idle(system):
    load, available, cost, store = system
    made = dispatch(load, available, cost, store)
    spare = available.sum(axis=1) - made.heat.sum(axis=1)
    assert (np.minimum(made.unmet, spare) < 1e-9).all()


@given(systems())
def test_without_a_store_no_dearer_plant_runs_while_a_cheaper_one_could(system):
    load, available, cost, _ = system
    made = dispatch(load, available, cost, None)
    for hour in range(0, HOURS, 7):
        order = np.argsort(cost[hour], kind="stable")
        running = np.flatnonzero(made.heat[hour][order] > 1e-9)
        if len(running):
            cheaper = order[: running[-1]]
            assert made.heat[hour][cheaper] == pytest.approx(available[hour][cheaper])


@given(systems())
def test_a_store_never_leaves_more_unmet(system):
    load, available, cost, store = system
    alone = dispatch(load, available, cost, None).unmet.sum()
    assert dispatch(load, available, cost, store).unmet.sum() <= alone + 1e-6


def test_a_store_carries_sun_into_the_night():
    load = np.full(48, 10.0)
    sun = np.where((np.arange(48) % 24 >= 8) & (np.arange(48) % 24 < 16), 30.0, 0.0)
    available = np.column_stack([sun, np.full(48, 10.0)])
    cost = np.column_stack([np.zeros(48), np.full(48, 0.1)])
    alone = dispatch(load, available, cost, None)
    stored = dispatch(load, available, cost, Store(500.0, 100.0, 0.0))
    assert alone.heat[:, 1].sum() == pytest.approx(32 * 10)
    # 8 hours of sun a day give 240: 80 at once, 160 into the store and out again in the 16 hours after
    assert stored.heat[:, 1].sum() == pytest.approx(8 * 10)
    assert stored.content[-1] == pytest.approx(160 - 80)


def test_cheap_heat_is_kept_for_the_peak_of_the_next_day_only():
    load = np.r_[np.full(24, 5.0), np.full(24, 5.0)]
    load[30:34] = 20.0
    available = np.column_stack([np.full(48, 10.0), np.full(48, 50.0)])
    cost = np.column_stack([np.full(48, 0.05), np.full(48, 0.1)])
    made = dispatch(load, available, cost, Store(100.0, 20.0, 0.0))
    assert made.heat[:, 1].sum() == pytest.approx(0), "the boiler never runs"
    assert made.charged.sum() == pytest.approx(40), "four hours of 10 kW more than the cheap plant has"
    flat = dispatch(np.full(48, 5.0), available, cost, Store(100.0, 20.0, 0.0))
    assert flat.charged.sum() == 0
