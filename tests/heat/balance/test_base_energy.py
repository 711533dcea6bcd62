from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, mixture_of, random_town, stock_of

from enact_plugin.heat.balance.balance import energy_balance
from enact_plugin.heat.balance.base import base_energy
from enact_plugin.heat.balance.layer import BASE, balance_layer
from enact_plugin.heat.demand.demand import heat_demand


def test_sectors_and_carriers_by_hand():
    rows = [{"geometry": house(0, 0)}, {"geometry": house(30, 0), "use": "office", "heat_category": "office"}]
    stock = stock_of(*rows)
    keys = stock["building_id"]
    mixture = mixture_of([(keys[0], "carrier", "gas", 1.0), (keys[1], "carrier", "ambient", 1.0)])
    energy = base_energy(heat_demand(stock, mixture, SOURCE).frame, stock, 2024)
    found = energy.set_index(["sector", "carrier"])["final_energy_kwh"].to_dict()
    # 100 m² × 103 kWh/m² × 1.12 of gas; 100 m² × 107.6 of offices, a third electricity
    assert found == {
        ("households", "natural_gas"): pytest.approx(11_536, abs=1),
        ("services", "electricity"): pytest.approx(10_760 / 3, abs=1),
        ("services", "ambient"): pytest.approx(10_760 * 2 / 3, abs=1),
    }
    layer = balance_layer({BASE: energy_balance(energy, "bisko")}, SOURCE).frame
    gas = layer.set_index("carrier").loc["natural_gas"]
    assert gas["emissions_t_a"] == pytest.approx(11.536 * gas["factor_t_mwh"], abs=0.001)
    assert gas["row_id"] == "|2024|households|natural_gas"


@given(st.integers(0, 2**32 - 1))
def test_the_balance_holds_the_energy_of_all_buildings(seed):
    stock, _ = random_town(seed)
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    energy = base_energy(demand, stock, 2024)
    assert energy["final_energy_kwh"].sum() == pytest.approx(demand["final_energy_kwh"].sum(), rel=1e-6)
    assert energy["useful_heat_kwh"].sum() == pytest.approx(demand["useful_heat_kwh"].sum(), rel=1e-6)
    shuffled = base_energy(demand.sample(frac=1, random_state=1), stock, 2024)
    pd.testing.assert_frame_equal(energy, shuffled)
