"""Plants by temperature, a year of a network, the law."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.network.supply.climate import Climate, set_year
from enact_plugin.network.supply.layers import Variant, short_from, supply_findings
from enact_plugin.network.supply.load import customers_load_kw
from enact_plugin.network.supply.plants import Plant, Temperatures, coefficient, hourly, temperatures
from enact_plugin.network.supply.supply import (
    Asked,
    Demand,
    Order,
    SupplySettings,
    firm_kw,
    flat_loss_kw,
    peak_boiler_kw,
    proposed_plants,
    supply,
)
from enact_plugin.network.tables import Figures, default_tables
from enact_plugin.reference.network_tables import network_kind

PLANTS = default_tables().plants
KIND = network_kind("generation_3")
SETTINGS = SupplySettings(KIND)


@pytest.fixture(scope="module")
def demand() -> Demand:
    load = customers_load_kw({"single_family": 4e6, "trade": 2e6}, set_year()) + flat_loss_kw(700)
    return Demand(load, 6000, 3300)


def run(demand, *plants, settings=SETTINGS, climate=None):
    return supply(demand, plants, settings, climate or set_year(), Figures())


def rows(made):
    return made.plants.set_index("plant")


def test_coefficient_by_hand():
    # 80/55 °C: mean (353.15 - 328.15) / ln(353.15 / 328.15) = 340.50 K; source 10 - 3 = 7 °C = 280.15 K
    warm = Temperatures(np.array([80.0]), 55.0)
    assert warm.mean_k() == pytest.approx([340.50], abs=0.01)
    found = coefficient(PLANTS["ground_heat_pump"], np.array([10.0]), warm)
    assert found == pytest.approx([0.5 * 340.50 / (340.50 - 280.15)], rel=1e-4)


def test_hot_waste_heat_needs_no_electricity_and_cool_one_little():
    warm = Temperatures(np.array([80.0, 80.0]), 55.0)
    found = coefficient(PLANTS["waste_heat"], np.array([86.0, 40.0]), warm)
    assert np.isinf(found[0])
    assert 4 < found[1] < 7


def test_flow_glides_between_design_and_summer_and_keeps_its_mean():
    cold = Climate(np.r_[-14.0, 30.0, set_year().air_c[2:]], set_year().sun_w_m2, 3, "test")
    flow = temperatures(KIND, cold).flow_c
    assert flow[0] == KIND.supply_c
    assert flow[1] == flow.min()
    assert flow.mean() == pytest.approx(KIND.mean_supply_c)


def test_a_river_pump_rests_in_a_cold_river_and_waste_heat_out_of_season():
    warm = temperatures(KIND, set_year())
    river = hourly(Plant(PLANTS["river_heat_pump"], 100), warm, set_year(), Figures())
    assert 0 < (river.available_kw == 0).mean() < 0.4
    season = Plant(PLANTS["waste_heat"], 100, 40.0, (1, 12))
    there = hourly(season, warm, set_year(), Figures()).available_kw
    assert set(set_year().month()[there > 0]) == {1, 12}


def test_collectors_give_their_yield():
    sun = hourly(Plant(PLANTS["solar"], 500), temperatures(KIND, set_year()), set_year(), Figures())
    assert sun.available_kw.sum() == pytest.approx(500 * 400)


def test_energy_of_the_year_adds_up(demand):
    made = run(demand, Plant(PLANTS["air_heat_pump"], 1000), Plant(PLANTS["gas_boiler"], 6000))
    assert made.made_kwh == pytest.approx(demand.load_kw.sum())
    table = rows(made)
    gas = table.loc["gas_boiler"]
    assert gas["bought_kwh"] == pytest.approx(gas["heat_kwh"] / 0.92)
    assert gas["emissions_t"] == pytest.approx(gas["bought_kwh"] / 1000 * 0.24)
    pump = table.loc["air_heat_pump"]
    assert pump["cop"] == pytest.approx(pump["heat_kwh"] / pump["electricity_kwh"])
    assert 2 < pump["cop"] < 3.5
    assert pump["emissions_t"] == pytest.approx(pump["electricity_kwh"] / 1000 * 0.11)
    assert made.share("clean_kwh") == pytest.approx(pump["heat_kwh"] / made.made_kwh)


def test_chp_splits_its_emissions_by_exergy(demand):
    made = rows(run(demand, Plant(PLANTS["chp"], 5000)))
    row = made.loc["chp"]
    assert row["electricity_made_kwh"] == pytest.approx(0.75 * row["heat_kwh"])
    whole = row["bought_kwh"] / 1000 * 0.24
    carnot = 1 - 283.15 / temperatures(KIND, set_year()).mean_k().mean()
    # heat is half of the fuel, electricity 0.375
    assert row["emissions_t"] == pytest.approx(whole * 0.5 * carnot / (0.5 * carnot + 0.375))


def test_waste_heat_is_bought_without_what_lifts_it(demand):
    row = rows(run(demand, Plant(PLANTS["waste_heat"], 4000, 35.0))).loc["waste_heat"]
    assert row["bought_kwh"] + row["electricity_kwh"] == pytest.approx(row["heat_kwh"])


def test_order_decides_who_runs_first(demand):
    plants = (Plant(PLANTS["air_heat_pump"], 3500), Plant(PLANTS["gas_boiler"], 3500))
    clean = run(demand, *plants)
    cheap = run(demand, *plants, settings=replace(SETTINGS, order=Order.COST))
    assert clean.share("clean_kwh") == pytest.approx(1)
    assert cheap.share("clean_kwh") < 0.8
    assert clean.order.tolist() == [1, 2]


def test_proposal_just_meets_the_law_and_the_peak(demand):
    found = proposed_plants(demand, SETTINGS, set_year(), Figures())
    assert [plant.kind.code for plant in found] == ["air_heat_pump", "gas_boiler"]
    assert run(demand, *found).share("clean_kwh") >= 0.65
    less = (Plant(found[0].kind, found[0].size - 10), Plant(found[1].kind, found[1].size + 10))
    assert run(demand, *less).share("clean_kwh") < 0.65
    assert sum(plant.size for plant in found) >= max(demand.peak_kw, demand.load_kw.max()) * 1.1 - 1e-6


def test_peak_boiler_fills_what_frost_leaves(demand):
    river = (Plant(PLANTS["river_heat_pump"], 2000),)
    ground = (Plant(PLANTS["ground_heat_pump"], 2000),)
    asked = Asked(demand, SETTINGS, set_year())
    assert firm_kw(river[0], KIND) == 0
    assert firm_kw(Plant(PLANTS["solar"], 500), KIND) == 0
    assert firm_kw(Plant(PLANTS["waste_heat"], 500, 40.0, (6, 7)), KIND) == 0
    assert firm_kw(Plant(PLANTS["probe_field"], 500), KIND) == 0
    assert firm_kw(Plant(PLANTS["probe_field"], 500), network_kind("cold")) == 500
    assert peak_boiler_kw(asked, river, Figures()) - peak_boiler_kw(asked, ground, Figures()) == 2000
    assert peak_boiler_kw(asked, (Plant(PLANTS["biomass"], 9000),), Figures()) == 0


@pytest.mark.parametrize("months", [(1,), (12, 1, 2), (6, 7)])
def test_the_boiler_covers_months_without_waste_heat(demand, months):
    heat = Plant(PLANTS["waste_heat"], 9000.0, 90.0, months)
    boiler = peak_boiler_kw(Asked(demand, SETTINGS, set_year()), (heat,), Figures())
    made = run(demand, heat, Plant(PLANTS["gas_boiler"], boiler))
    assert made.unmet_kwh == pytest.approx(0)


def test_what_is_not_given_does_not_meet_the_law(demand):
    made = run(demand, Plant(PLANTS["air_heat_pump"], 300.0))
    assert made.share("clean_kwh") < 0.6
    found = {one.id for one in supply_findings(made, SETTINGS, Variant("A", 100, False))}
    assert "supply_new_short" in found
    assert "supply_new_met" not in found


@pytest.mark.parametrize("share, year", [(0.1, 2030), (0.65, 2040), (0.9, 2045), (1.0, None)])
def test_the_law_in_its_years(share, year):
    assert short_from(share) == year


def test_a_load_above_the_design_is_told(demand):
    plants = (Plant(PLANTS["biomass"], 9000.0),)
    for peak, told in ((0.9, True), (1.0, False)):
        other = replace(demand, peak_kw=peak * demand.load_kw.max())
        found = {one.id for one in supply_findings(run(other, *plants), SETTINGS, Variant("A", 100, False))}
        assert ("supply_peak_above_design" in found) is told


def test_findings_tell_what_is_short(demand):
    made = run(demand, Plant(PLANTS["gas_boiler"], 500))
    codes = {one.id for one in supply_findings(made, SETTINGS, Variant("A", 1000, False))}
    assert {"supply_unmet", "supply_below_peak", "supply_new_short", "supply_share_short"} <= codes
    wood = run(demand, Plant(PLANTS["biomass"], 5000))
    long = {one.id for one in supply_findings(wood, SETTINGS, Variant("A", 60_000, False))}
    short = {one.id for one in supply_findings(wood, SETTINGS, Variant("A", 6_000, True))}
    assert "supply_biomass_much" in long
    assert "supply_biomass_much" not in short
    assert {"supply_new_met", "supply_proposed"} <= short


@pytest.mark.parametrize("size", [0.0, -5.0, float("nan")])
def test_sizes_that_cannot_be_are_refused(demand, size):
    with pytest.raises(EnactError) as error:
        run(demand, Plant(PLANTS["biomass"], size))
    assert error.value.code == "supply_size_negative"


def test_nothing_to_supply_or_to_supply_with(demand):
    with pytest.raises(EnactError, match="supply_without_plants"):
        run(demand)
    with pytest.raises(EnactError, match="network_without_customers"):
        run(replace(demand, sold_mwh=0.0), Plant(PLANTS["biomass"], 5))


def test_probes_feed_a_cold_network_and_the_buildings_add_electricity():
    kind = network_kind("cold")
    share = Figures().house_share(kind)
    assert share == 0.25
    whole = customers_load_kw({"single_family": 4e6}, set_year())
    demand = Demand(whole * (1 - share), 4000, 1600, whole * share)
    settings = replace(SETTINGS, kind=kind)
    found = proposed_plants(demand, settings, set_year(), Figures())
    assert [plant.kind.code for plant in found] == ["probe_field"]
    made = run(demand, *found, settings=settings)
    table = rows(made)
    assert made.made_kwh == pytest.approx(4e6)
    assert table.loc["house_heat_pumps", "electricity_kwh"] == pytest.approx(1e6)
    assert table.loc["probe_field", "electricity_kwh"] == 0
    assert made.share("clean_kwh") == pytest.approx(1)
    assert made.emissions_t() == pytest.approx(1000 * 0.11)
    assert made.hours.unmet.sum() == 0


def test_probes_alone_cannot_feed_a_warm_network(demand):
    made = run(demand, Plant(PLANTS["probe_field"], 9000.0))
    assert made.made_kwh == 0
    assert "supply_idle" in {one.id for one in supply_findings(made, SETTINGS, Variant("A", 100, False))}
