"""Cost of heat by its parts, against sums by hand and laws that must hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.network.cost.lcoh import PARTS, Case, NetworkFacts, Works, cost_of_heat
from enact_plugin.network.tables import Figures, default_tables

PLANTS = default_tables().plants
BOUGHT = NetworkFacts(1_000_000, 100, 1500, 2_000_000, 200_000, 4, None)


def works(**bought: float) -> Works:
    return Works(((PLANTS["air_heat_pump"], 400.0), (PLANTS["gas_boiler"], 800.0)), 100.0, bought, 0.0)


def made(facts: NetworkFacts, **case) -> dict:
    figures = Figures()
    return cost_of_heat(facts, Case(**({"interest": 0.04} | case)), figures).parts_eur_a


def test_each_part_by_hand():
    parts = made(BOUGHT)
    assert tuple(parts) == PARTS
    # pipes: 1,000,000 * 1.15, worth half after 20 of 40 years: * (1 - 0.5 * 1.04^-20) * 0.0735818
    assert parts["pipes"] == pytest.approx(1_150_000 * 0.0567909, rel=1e-5)
    # stations: (100 * 4000 + 1500 * 90) * 1.15 = 615,250, life 20
    assert parts["stations"] == pytest.approx(615_250 * 0.0735818, rel=1e-5)
    assert parts["subsidy"] == pytest.approx(-0.4 * (1_150_000 + 615_250) * 0.0735818, rel=1e-5)
    assert parts["upkeep"] == pytest.approx(11_500 + 12_305)
    assert parts["bought_heat"] == pytest.approx(2_200_000 * 0.08)
    assert parts["pump"] == pytest.approx(4 * 2500 * 0.17)
    assert parts["operation"] == pytest.approx(2000 * 8)
    assert parts["plants"] == parts["energy"] == parts["co2"] == parts["electricity_sold"] == 0


def test_cost_is_the_sum_of_its_parts_over_what_is_sold():
    cost = cost_of_heat(BOUGHT, Case(0.04), Figures())
    assert cost.ct_kwh == pytest.approx(100 * sum(cost.parts_eur_a.values()) / 2_000_000)


def test_carbon_is_paid_on_fossil_fuel_only_and_rises():
    gas = NetworkFacts(0, 1, 10, 1e6, 0, 0, works(natural_gas=1e6))
    # first year 1,000 MWh * 0.2009 t/MWh * 65 EUR/t = 13,058 EUR, from there on 3 % more a year
    price, q = 13_058.5, 1.04
    cash = sum(price * 1.03 ** (year - 1) / q**year for year in range(1, 21))
    assert made(gas)["co2"] == pytest.approx(cash * 0.0735818, rel=1e-5)
    wood = NetworkFacts(0, 1, 10, 1e6, 0, 0, works(solid_biomass=1e6))
    assert made(wood)["co2"] == 0
    assert made(wood)["energy"] == pytest.approx(35_000)


def test_electricity_sold_lowers_the_cost():
    chp = Works(((PLANTS["chp"], 100.0),), 0.0, {"natural_gas": 1e6}, 375_000)
    assert made(NetworkFacts(0, 1, 10, 5e5, 0, 0, chp))["electricity_sold"] == pytest.approx(-375_000 * 0.09)


@given(st.floats(0.3, 1), st.floats(0.3, 1))
def test_fewer_customers_never_make_heat_cheaper(first, second):
    facts = NetworkFacts(1_000_000, 100, 1500, 2_000_000, 200_000, 4, works(natural_gas=2e6, electricity=1e5))
    low, high = sorted((first, second))
    cost = cost_of_heat(facts, Case(0.04, connection=np.array([low, high])), Figures()).ct_kwh
    assert cost[0] >= cost[1] - 1e-9


def test_all_draws_at_once_are_the_single_cases():
    facts = NetworkFacts(1_000_000, 100, 1500, 2_000_000, 200_000, 4, works(natural_gas=2e6))
    names = {"interest": [0.0, 0.03, 0.08], "connection": [0.5, 0.8, 1.0], "heat": [0.7, 1.0, 1.1],
             "investment": [1.0, 1.3, 0.8], "energy": [1.5, 1.0, 0.9]}  # fmt: skip
    together = cost_of_heat(
        facts, Case(**{name: np.array(one) for name, one in names.items()}), Figures()
    ).ct_kwh
    for place in range(3):
        alone = cost_of_heat(
            facts, Case(**{name: one[place] for name, one in names.items()}), Figures()
        ).ct_kwh
        assert together[place] == pytest.approx(alone)


def test_without_sale_there_is_no_cost_per_kwh():
    with pytest.raises(EnactError) as error:
        cost_of_heat(NetworkFacts(1, 0, 0, 0, 0, 0, None), Case(0.04), Figures())
    assert error.value.code == "network_without_customers"


def test_a_cold_network_pays_heat_pumps_in_the_buildings_and_their_electricity():
    cold = NetworkFacts(500_000, 100, 1500, 2_000_000, 0, 4, None, house_share=0.25)
    parts = made(cold)
    # stations: (100 * 9000 + 1500 * 900) * 1.15, life 20
    assert parts["stations"] == pytest.approx(2_250_000 * 1.15 * 0.0735818, rel=1e-5)
    assert parts["bought_heat"] == pytest.approx(1_500_000 * 0.08)
    assert parts["energy"] == pytest.approx(500_000 * 0.23)
    subsidy = 0.4 * 575_000 + 0.3 * 2_587_500
    assert parts["subsidy"] == pytest.approx(-subsidy * 0.0735818, rel=1e-5)
