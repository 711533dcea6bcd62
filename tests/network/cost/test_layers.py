"""Layers of the cost of heat: whole customers, buildings with several stations."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from enact_plugin.errors import EnactError
from enact_plugin.network.cost.layers import (
    COMPARISON,
    COST,
    cost_findings,
    cost_layers,
    costed,
    network_facts,
    whole_customers,
)
from enact_plugin.network.tables import Figures
from enact_plugin.outcome import Source

SIZING = pd.DataFrame(
    {
        "network_kind": ["generation_3"],
        "investment_eur": [100_000.0],
        "heat_mwh_a": [120.0],
        "loss_mwh_a": [15.0],
        "pump_kw": [0.3],
    }
)


def customers(connected=("connected",) * 4, ids=("a", "a", "b", "c")):
    table = {
        "customer_id": [f"A|{number}" for number in range(4)], "variant": "A", "building_id": ids, "street": "Gasse",
        "house_number": ["1", "3", "5", "7"], "connection": connected, "heat_mwh_a": 30.0, "power_kw": 16.0,
    }  # fmt: skip
    return gpd.GeoDataFrame(
        table, geometry=[shapely.box(20 * n, 0, 20 * n + 10, 10) for n in range(4)], crs=25833
    )


def test_a_connection_rate_scales_stations_and_not_single_heaters():
    scaled = whole_customers(customers(), 0.6)
    assert scaled["heat_mwh_a"].tolist() == pytest.approx([50.0] * 4)
    facts = network_facts(SIZING, scaled, 0.6, None, Figures())
    assert facts.customers == pytest.approx(2.4)
    assert facts.power_kw == pytest.approx(4 * 16)
    assert facts.sold_kwh == 120_000


def test_only_those_the_pipes_reach_are_customers():
    state = ("connected", "does_not_pay", "connected", "no_street_near")
    assert whole_customers(customers(state), 1.0)["building_id"].tolist() == ["a", "b"]


def test_a_building_with_two_stations_has_one_heater_of_its_own():
    whole = whole_customers(customers(), 1.0)
    figures = Figures()
    made = costed(("A", "k"), network_facts(SIZING, whole, 1.0, None, figures), whole, 2027, figures)
    layers = cost_layers(made, Source("x"), {}, lambda found: "")
    frame = layers[COMPARISON].frame.set_index("building_id")
    assert frame["heat_mwh_a"].to_dict() == {"a": 60.0, "b": 30.0, "c": 30.0}
    assert frame.loc["a", "house_number"] == "1, 3"
    assert frame.geometry["a"].area == pytest.approx(200)
    assert frame.loc["a", "alone_ct_kwh"] < frame.loc["b", "alone_ct_kwh"], (
        "a large heater is cheaper per kWh"
    )
    assert made.facts.customers == 4, "stations"
    row = layers[COST].frame.iloc[0]
    assert row["network_ct_kwh"] == pytest.approx(100 * row["network_eur_a"] / 120_000, abs=0.01)


def test_plants_that_no_table_knows_are_named():
    one = {"plant": ["fusion"], "capacity_kw": [1.0], "collector_m2": [None], "carrier": ["ambient"]}
    plants = pd.DataFrame(one).assign(bought_mwh_a=0.0, electricity_mwh_a=0.0, electricity_made_mwh_a=0.0)
    with pytest.raises(EnactError) as error:
        network_facts(
            SIZING,
            customers(),
            1.0,
            (plants, pd.DataFrame({"store_m3": [None], "unmet_mwh_a": [0.0], "fed_mwh_a": [1.0]})),
            Figures(),
        )
    assert error.value.params["plants"] == "fusion"


def test_heat_that_no_plant_gives_has_no_cost():
    totals = pd.DataFrame({"store_m3": [None], "unmet_mwh_a": [2.0], "fed_mwh_a": [100.0]})
    with pytest.raises(EnactError) as error:
        network_facts(SIZING, customers(), 1.0, (pd.DataFrame(), totals), Figures())
    assert error.value.code == "supply_incomplete"


@pytest.mark.parametrize(
    "kind, clean, told",
    [("generation_3", 65.0, True), ("generation_3", 80.0, False), ("building_network", 100.0, True)],
)
def test_a_subsidy_that_can_hardly_be_expected_is_told(kind, clean, told):
    one = {"plant": ["biomass"], "capacity_kw": [80.0], "collector_m2": [None], "carrier": ["solid_biomass"]}
    plants = pd.DataFrame(one).assign(bought_mwh_a=160.0, electricity_mwh_a=0.0, electricity_made_mwh_a=0.0)
    totals = pd.DataFrame(
        {"store_m3": [None], "unmet_mwh_a": [0.0], "fed_mwh_a": [135.0], "clean_percent": [clean]}
    )
    whole, figures = whole_customers(customers(), 1.0), Figures()
    facts = network_facts(SIZING.assign(network_kind=kind), whole, 1.0, (plants, totals), figures)
    found = {one.id for one in cost_findings(costed(("A", "k"), facts, whole, 2027, figures))}
    assert ("heat_cost_subsidy_doubtful" in found) is told
