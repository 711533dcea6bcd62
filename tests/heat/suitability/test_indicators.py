from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from suitability_textbook import textbook_frame

from enact_plugin.errors import EnactError
from enact_plugin.heat.suitability.indicators import (
    AREA_COLUMNS,
    Areas,
    derive,
    excluded_blocks,
    no_exclusions,
)
from enact_plugin.heat.suitability.rules import default_rules, indicators

RULES = default_rules()


def one(**changes):
    return Areas(textbook_frame().loc[["family_houses_1970s"]].assign(**changes))


def derived(**changes):
    return derive(one(**changes), RULES).iloc[0]


def test_each_indicator_of_the_table_is_there():
    found = derive(one(), RULES)
    assert set(indicators()) - {"lcoh_eur_mwh"} <= set(found.columns)


def test_heat_of_a_source_counts_within_reach_only():
    # 400 MWh/a for 800 MWh/a of demand
    assert derived(source_mwh_a=400.0, source_distance_m=1500.0)["source_cover"] == pytest.approx(0.5)
    assert derived(source_mwh_a=400.0, source_distance_m=1501.0)["source_cover"] == 0
    assert derived(source_mwh_a=0.0, source_distance_m=np.nan)["source_cover"] == 0
    assert np.isnan(derived(source_mwh_a=400.0, source_distance_m=np.nan)["source_cover"])
    assert np.isnan(derived(source_mwh_a=np.nan, source_distance_m=100.0)["source_cover"])


def test_the_better_of_ground_and_air_counts_and_the_known_one_alone():
    assert derived(ground_share=0.2, air_share=0.7)["heat_pump_share"] == 0.7
    assert derived(ground_share=0.2, air_share=np.nan)["heat_pump_share"] == 0.2
    assert np.isnan(derived(ground_share=np.nan, air_share=np.nan)["heat_pump_share"])


@pytest.mark.parametrize(
    ("distance", "code"), [(0.0, "inside"), (200.0, "near"), (201.0, "none"), (np.nan, None)]
)
def test_a_missing_code_of_the_network_follows_from_its_distance(distance, code):
    assert derived(existing_network=None, network_distance_m=distance)["existing_network"] == code


def test_a_block_without_demand_has_no_ratios():
    found = derived(useful_heat_mwh=0.0, source_mwh_a=5.0, source_distance_m=10.0)
    assert np.isnan(found["source_cover"])
    assert np.isnan(found["large_consumer_share"])


def test_an_exclusion_given_twice_counts_once():
    given = pd.DataFrame({"block_id": ["family_houses_1970s"] * 2, "kind": "network", "reason": "planner"})
    areas = Areas(one().frame, given)
    found = excluded_blocks(areas, derive(areas, RULES), RULES)
    assert found.to_dict("records") == [
        {"block_id": "family_houses_1970s", "kind": "network", "reason": "planner"}
    ]


def wrong(frame, exclusions=None):
    with pytest.raises(EnactError) as raised:
        Areas(frame, no_exclusions() if exclusions is None else exclusions)
    return raised.value


def test_a_share_in_percent_is_refused_with_its_place():
    error = wrong(textbook_frame().assign(gas_share=60.0))
    assert error.code == "suitability_value_wrong"
    assert error.params == {"column": "gas_share", "block": "old_town_with_network", "value": 60.0}


def test_negative_heat_a_lost_column_and_a_foreign_code_are_refused():
    assert wrong(textbook_frame().assign(useful_heat_mwh=-1.0)).code == "suitability_value_wrong"
    lost = wrong(textbook_frame().drop(columns=["gas_network", "air_share"]))
    assert (lost.code, lost.params["columns"]) == ("suitability_columns_missing", "air_share, gas_network")
    foreign = wrong(textbook_frame().assign(existing_network="ja"))
    assert (foreign.code, foreign.params["codes"]) == ("suitability_code_unknown", "none, near, inside")


def test_a_block_twice_is_refused():
    frame = textbook_frame()
    assert wrong(pd.concat([frame, frame.iloc[:1]])).code == "suitability_block_twice"


@pytest.mark.parametrize(
    "row",
    [
        ("nowhere", "network", "planner"),
        ("farm_hamlet", "wood", "planner"),
        ("farm_hamlet", "network", "mood"),
    ],
)
def test_an_exclusion_that_means_nothing_is_refused_and_not_lost(row):
    error = wrong(textbook_frame(), pd.DataFrame([row], columns=["block_id", "kind", "reason"]))
    assert error.code == "suitability_exclusion_unknown"
    assert error.params["value"] in row


def test_the_contract_names_each_column_once():
    assert len(set(AREA_COLUMNS)) == len(AREA_COLUMNS)
