from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from towns import CRS, SOURCE, house, line, mixture_of, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.density.blocks import BlockHeatInputs, block_heat
from enact_plugin.heat.density.lines import heat_line_density
from enact_plugin.heat.sections.sections import SectionInputs, street_sections
from enact_plugin.heat.suitability.area_table import Computed, Surroundings, area_table
from enact_plugin.heat.suitability.block_table import block_suitability
from enact_plugin.heat.suitability.classify import classify
from enact_plugin.heat.suitability.indicators import Prospect
from enact_plugin.heat.suitability.rules import KINDS, default_rules

SQUARE = [
    line((0, 0), (100, 0)),
    line((100, 0), (100, 100)),
    line((100, 100), (0, 100)),
    line((0, 100), (0, 0)),
]


@pytest.fixture(scope="module")
def computed():
    houses = [
        {"geometry": house(10 + 13 * n, 10), "age_class": "to_1918" if n < 3 else "2011_2019"}
        for n in range(6)
    ]
    stock = stock_of(*houses, floor_area_m2=2000.0, house_type="large_multi_family")
    gas = [(key, "carrier", name, 0.5) for key in stock["building_id"] for name in ("gas", "oil")]
    mixture = mixture_of(gas)
    demand = heat_demand(stock, mixture, SOURCE).frame
    streets = streets_of(*SQUARE, name=None)
    blocks = building_blocks(BlockInputs(stock, streets), SOURCE)
    sections = street_sections(SectionInputs(streets, stock), SOURCE)
    heat = block_heat(
        BlockHeatInputs(blocks.blocks.frame, blocks.members.frame, stock, mixture, demand), SOURCE
    ).frame
    lines = heat_line_density(sections.sections.frame, sections.members.frame, demand, SOURCE).frame
    return Computed(heat, blocks.members.frame, sections.members.frame, lines, demand, stock, mixture)


def layer(*shapes, **columns):
    return gpd.GeoDataFrame(
        {name: [value] * len(shapes) for name, value in columns.items()}, geometry=list(shapes), crs=CRS
    )


def indicators_of(computed, **around):
    return area_table(computed, Surroundings(**around), default_rules()).frame.iloc[0]


def test_the_saving_of_a_block_is_that_of_its_potential(computed):
    key = computed.block_heat["block_id"].iloc[0]
    saving = pd.DataFrame({"potential_id": [key, "elsewhere"], "saving_percent": [24.0, 90.0]})
    assert indicators_of(computed, saving=saving)["saving_share"] == pytest.approx(0.24)


def test_indicators_by_hand(computed):
    row = indicators_of(computed)
    # three houses at 98 + 15 kWh/m² and three at (67 + 8 × 43) / 9 + 15, each on 2,000 m²
    old, new = 3 * 2.0 * (98 + 15), 3 * 2.0 * ((67 + 8 * 43) / 9 + 15)
    assert row["useful_heat_mwh"] == pytest.approx(old + new, abs=0.01)
    assert row["built_before_1979_share"] == pytest.approx(old / (old + new), abs=1e-4)
    assert row["large_consumer_mwh"] == pytest.approx(2.0 * 113, rel=1e-3)  # from a rounded share
    # gas at 1.12, oil at 1.18
    assert row["gas_share"] == pytest.approx(1.12 / 2.30, abs=1e-3)
    assert row["gas_network"] == "present"
    # the square is one closed street, and all houses are on it
    assert row["line_density_kwh_m"] == pytest.approx(1000 * (old + new) / 400, rel=1e-3)


def test_what_no_layer_tells_is_unknown(computed):
    row = indicators_of(computed)
    for name in ("network_distance_m", "source_mwh_a", "ground_share", "air_share", "saving_share"):
        assert np.isnan(row[name]), name
    for name in ("existing_network", "hydrogen_prospect", "methane_prospect"):
        assert row[name] is None, name


def test_layers_of_networks_without_any_that_exists_say_there_is_none(computed):
    planned = layer(line((0, -20), (100, -20)), status="planned")
    assert indicators_of(computed, networks=[planned])["existing_network"] == "none"


def test_distance_to_the_nearest_network_that_exists(computed):
    near, nearer = (
        layer(line((0, -20), (100, -20)), status="existing"),
        layer(line((0, -5), (100, -5)), status="planned"),
    )
    assert indicators_of(computed, networks=[near, nearer])["network_distance_m"] == pytest.approx(20)


def test_the_layer_of_gas_networks_counts_before_how_people_heat(computed):
    elsewhere = layer(house(500, 500), status="existing")
    assert indicators_of(computed, gas_blocks=elsewhere)["gas_network"] == "none"


def test_heat_of_sources_within_reach_is_summed(computed):
    sources = layer(house(300, 0, 1, 1), house(900, 0, 1, 1), house(9000, 0, 1, 1), heat_mwh_a=700.0)
    row = indicators_of(computed, sources=[sources])
    assert row["source_mwh_a"] == 1400
    assert row["source_distance_m"] == pytest.approx(200)


def test_the_layer_has_a_class_and_reasons_in_words_for_each_kind(computed):
    rules = default_rules()
    areas = area_table(computed, Surroundings(hydrogen=Prospect.NONE), rules)
    outcome = block_suitability(
        computed.block_heat, classify(areas, rules), SOURCE, lambda value: f"{value:g}"
    )
    row = outcome.frame.iloc[0]
    assert row["suitability_network"] in ("very_likely", "likely")
    assert "Die Wärmeliniendichte von" in row["reasons_network"]
    assert "{" not in " ".join(str(row[f"reasons_{kind}"]) for kind in KINDS)
    assert row["suitability_hydrogen"] in ("unlikely", "very_unlikely")
    # nobody says anything about green methane: no class, and why
    assert row["suitability_methane"] is None
    assert "Nicht bekannt" in row["reasons_methane"]
    assert (
        pd.Series(outcome.findings)
        .map(lambda found: sum(v for k, v in found.values.items() if k != "supply"))
        .tolist()
        == [1] * 4
    )


def test_the_cost_of_a_network_variant_counts_where_it_reaches_half_of_the_heat(computed):
    demand = computed.demand
    heat = demand["useful_heat_kwh"].to_numpy(dtype=float) / 1000
    costs = pd.DataFrame({
        "building_id": demand["building_id"], "heat_mwh_a": heat, "network_ct_kwh": 12.0,
        "alone_ct_kwh": np.where(np.arange(len(heat)) < 3, 10.0, 20.0),
    })  # fmt: skip
    whole = indicators_of(computed, costs=costs)
    assert whole["lcoh_network_eur_mwh"] == pytest.approx(120)
    # 10 and 20 ct/kWh, weighted by heat
    expected = 10 * (10 * heat[:3].sum() + 20 * heat[3:].sum()) / heat.sum()
    assert whole["lcoh_decentral_eur_mwh"] == pytest.approx(expected)
    little = costs[(heat.cumsum() < 0.45 * heat.sum())]
    assert np.isnan(indicators_of(computed, costs=little)["lcoh_network_eur_mwh"])
    assert "lcoh_network_eur_mwh" not in indicators_of(computed)


def test_dear_heat_from_a_network_lowers_its_score(computed):
    def score(ct_kwh):
        costs = pd.DataFrame({
            "building_id": computed.demand["building_id"],
            "heat_mwh_a": computed.demand["useful_heat_kwh"].to_numpy(dtype=float) / 1000,
            "network_ct_kwh": ct_kwh, "alone_ct_kwh": 15.0,
        })  # fmt: skip
        found = classify(area_table(computed, Surroundings(costs=costs), default_rules()), default_rules())
        return found.table.set_index("kind").loc["network", "score"]

    assert score(9.0) > score(14.0) > score(25.0)
