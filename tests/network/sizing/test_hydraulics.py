"""Pressure, capacity and losses of pipes against figures computed by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.network.sizing.hydraulics import (
    Friction,
    capacity_kg_s,
    friction_factor,
    mass_flow_kg_s,
    pressure_pa_m,
    water,
)
from enact_plugin.network.sizing.linear import capacity_kw, trench_cost
from enact_plugin.network.sizing.losses import conductance_w_mk, loss_w_m
from enact_plugin.reference.network_tables import NetworkKind, network_kind, pipe_catalogue


def test_mass_flow_of_a_megawatt_over_thirty_kelvin():
    # 1,000 kW / (4.192 kJ/(kg K) · 30 K) = 7.95 kg/s; water of 75 °C lies between the rows of 70 and 80 °C
    assert mass_flow_kg_s(np.array([1000.0]), 90, 60)[0] == pytest.approx(7.9517, abs=0.001)


def test_friction_of_a_smooth_turbulent_and_a_laminar_pipe():
    # Colebrook for Re = 100,000 and k/d = 0.0005: 0.02035 (Moody chart 0.0203)
    assert friction_factor(np.array([1e5]), np.array([0.1]), 0.00005)[0] == pytest.approx(0.0203, abs=0.0002)
    assert friction_factor(np.array([1000.0]), np.array([0.1]), 0.00005)[0] == pytest.approx(0.064)
    assert friction_factor(np.array([0.0]), np.array([0.1]), 0.00005)[0] == 0
    # 64/1e5 + 1/(2 log10(3.71/0.0005))² = 0.00064 + 0.01669
    nikuradse = friction_factor(np.array([1e5]), np.array([0.1]), 0.00005, Friction.NIKURADSE)
    assert nikuradse[0] == pytest.approx(0.01733, abs=1e-4)


def test_pressure_after_darcy_and_weisbach():
    medium = water(75)
    # 5 kg/s in 82.5 mm: v = 5/(974.8·π/4·0.0825²) = 0.9595 m/s; Re = 206,000; λ = 0.0193; λ/d·ρ/2·v² = 105 Pa/m
    found = pressure_pa_m(np.array([5.0]), np.array([0.0825]), medium, 0.00005)
    assert found[0] == pytest.approx(105, rel=0.02)


@given(st.floats(0.02, 0.6), st.floats(20, 500), st.floats(0.5, 3))
def test_capacity_meets_one_of_the_limits_and_no_more(inner_m, limit_pa_m, limit_m_s):
    medium = water(60)
    flow = capacity_kg_s(np.array([inner_m]), medium, 0.00005, limit_pa_m, limit_m_s)
    pressure = pressure_pa_m(flow, np.array([inner_m]), medium, 0.00005)[0]
    speed = flow[0] / (medium.density_kg_m3 * np.pi / 4 * inner_m**2)
    assert pressure <= limit_pa_m * (1 + 1e-9)
    assert speed <= limit_m_s * (1 + 1e-9)
    assert pressure == pytest.approx(limit_pa_m, rel=1e-6) or speed == pytest.approx(limit_m_s, rel=1e-6)


def test_loss_of_dn_100_by_hand():
    # insulation ln(200/114.3)/(2π·0.026) = 3.4247; ground ln(4·0.9/0.2)/(2π·1.5) = 0.3067: 0.2680 W/(m·K)
    assert conductance_w_mk(np.array([114.3]), np.array([200.0]))[0] == pytest.approx(0.2680, abs=0.0002)
    # 80 and 55 °C above 10 °C: 0.2680 · (70 + 45) = 30.8 W/m
    assert loss_w_m(np.array([114.3]), np.array([200.0]), network_kind("generation_3"))[0] == pytest.approx(
        30.8, abs=0.05
    )


def test_larger_pipes_carry_more_and_a_line_through_them_is_near_their_cost():
    power = capacity_kw(network_kind("generation_3"))
    assert (np.diff(power) > 0).all()
    line = trench_cost(network_kind("generation_3"), 2000)
    for size, most in zip(pipe_catalogue()[:8], power):
        assert line.eur_m + line.eur_m_kw * most == pytest.approx(size.eur_m, rel=0.15)


def test_temperatures_reversed_are_refused():
    with pytest.raises(EnactError) as error:
        capacity_kw(NetworkKind("x", 60, 90, 60, 50, False))
    assert error.value.code == "network_temperatures_reversed"
