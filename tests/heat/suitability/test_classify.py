from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from suitability_textbook import AREAS, textbook_exclusions, textbook_frame

from enact_plugin.heat.suitability.classify import Verdict, classify
from enact_plugin.heat.suitability.indicators import AMOUNTS, CODES, SHARES, Areas
from enact_plugin.heat.suitability.rules import CRITERIA, KINDS, SUITABILITY, default_rules, reason_texts

RULES = default_rules()
VERY, LIKELY, UNLIKELY, NOT = SUITABILITY
NO_GAS = ("excluded_no_gas_no_hydrogen", "excluded_no_gas_network")
# class and first reason: network, hydrogen, decentral, methane
EXPECTED = {
    "old_town_with_network": (
        (VERY, "network_network_inside"),
        (NOT, "hydrogen_hydrogen_none"),
        (UNLIKELY, "decentral_heat_pump_against"),
        (NOT, "methane_methane_none"),
    ),
    "plattenbau_estate": (
        (VERY, "network_line_density_for"),
        (NOT, "hydrogen_hydrogen_none"),
        (UNLIKELY, "decentral_density_against"),
        (NOT, "methane_methane_none"),
    ),
    "linear_village": (
        (UNLIKELY, "network_line_density_against"),
        (NOT, NO_GAS[0]),
        (VERY, "decentral_heat_pump_for"),
        (NOT, NO_GAS[1]),
    ),
    "new_build_estate": (
        (NOT, "excluded_sparse_without_source"),
        (NOT, NO_GAS[0]),
        (VERY, "decentral_heat_pump_for"),
        (NOT, NO_GAS[1]),
    ),
    "industry_with_waste_heat": (
        (VERY, "network_source_for"),
        (UNLIKELY, "hydrogen_hydrogen_possible"),
        (UNLIKELY, "decentral_heat_pump_against"),
        (NOT, "methane_methane_none"),
    ),
    "family_houses_1970s": (
        (UNLIKELY, "network_source_against"),
        (NOT, "hydrogen_hydrogen_none"),
        (VERY, "decentral_heat_pump_for"),
        (NOT, "methane_methane_none"),
    ),
    "hospital_with_neighbours": (
        (LIKELY, "network_line_density_for"),
        (NOT, "hydrogen_hydrogen_none"),
        (UNLIKELY, "decentral_heat_pump_against"),
        (NOT, "methane_methane_none"),
    ),
    "town_centre_without_network": (
        (LIKELY, "network_line_density_for"),
        (NOT, "hydrogen_hydrogen_none"),
        (UNLIKELY, "decentral_heat_pump_against"),
        (NOT, "methane_methane_none"),
    ),
    "farm_hamlet": (
        (NOT, "excluded_sparse_without_source"),
        (NOT, NO_GAS[0]),
        (VERY, "decentral_heat_pump_for"),
        (NOT, NO_GAS[1]),
    ),
    "hydrogen_plan_and_industry": (
        (UNLIKELY, "network_source_against"),
        (VERY, "hydrogen_hydrogen_confirmed"),
        (UNLIKELY, "decentral_heat_pump_against"),
        (NOT, "methane_methane_none"),
    ),
    "water_protection_narrow_plots": (
        (LIKELY, "network_source_for"),
        (NOT, "hydrogen_hydrogen_none"),
        (NOT, "excluded_noise_space"),
        (UNLIKELY, "methane_methane_possible"),
    ),
    "unknown_data": ((None, "unknown_indicators"),) * 4,
}


def judged(frame, exclusions=None, rules=RULES):
    areas = Areas(frame) if exclusions is None else Areas(frame, exclusions)
    found = classify(areas, rules)
    return found.table.set_index(["block_id", "kind"]), found.reasons.set_index(["block_id", "kind"])


def area(name="family_houses_1970s", **changes):
    frame = textbook_frame().loc[[name]]
    return frame.assign(**changes)


TABLE, REASONS = judged(textbook_frame(), textbook_exclusions())


@pytest.mark.parametrize("name", AREAS)
def test_textbook_area_has_its_class_and_first_reason(name):
    found = tuple(
        (TABLE.loc[(name, kind), "suitability"], REASONS.loc[[(name, kind)], "code"].iloc[0])
        for kind in KINDS
    )
    assert found == EXPECTED[name]


def test_score_of_hydrogen_by_hand():
    # prospect confirmed, gas 95 %, largest consumer 6500/8000 = 81.25 %:
    # cost (2 × 0.7 + (0.5 + 0.45/0.5 × 0.2) + (0.7 + 0.3125/0.5 × 0.2)) / 4 = (1.4 + 0.68 + 0.825) / 4 = 0.72625
    # risk (3 × 0.9 + 0.8) / 4 = 0.875; security (2 × 0.8 + 0.6) / 3 = 0.73333; emissions 0.75
    row = TABLE.loc[("hydrogen_plan_and_industry", "hydrogen")]
    assert row[[f"score_{name}" for name in CRITERIA]].tolist() == pytest.approx(
        [0.72625, 0.875, 0.733333, 0.75]
    )
    # 0.25 × 0.72625 + 0.3 × 0.875 + 0.25 × 0.73333 + 0.2 × 0.75 = 0.77740
    assert row["score"] == pytest.approx(0.777396, abs=1e-6)


def test_at_most_four_reasons_and_each_has_a_sentence():
    assert REASONS["rank"].max() <= 4
    assert not REASONS.reset_index().duplicated(["block_id", "kind", "code"]).any()
    texts = reason_texts()
    for code in REASONS["code"].unique():
        assert all(text.endswith(".") for text in texts[code])


def test_exclusions_are_all_named_before_anything_else():
    found = REASONS.loc[[("water_protection_narrow_plots", "decentral")], "code"].tolist()
    assert found[:2] == ["excluded_noise_space", "excluded_water_protection"]
    assert TABLE.loc[("water_protection_narrow_plots", "decentral"), "verdict"] == Verdict.EXCLUDED.value


def test_the_strongest_counter_reason_is_named_too():
    # what speaks against a network in the town centre is that none is there yet
    assert (
        "network_network_none" in REASONS.loc[[("town_centre_without_network", "network")], "code"].tolist()
    )


def test_shares_are_shown_as_percent():
    row = REASONS.loc[[("family_houses_1970s", "decentral")]].iloc[0]
    assert (row["code"], row["value"]) == ("decentral_heat_pump_for", pytest.approx(90))


def test_unknown_is_not_zero_but_lowers_confidence_and_is_named():
    table, reasons = judged(area(line_density_kwh_m=np.nan, density_mwh_ha=np.nan))
    zero, _ = judged(area(line_density_kwh_m=0.0, density_mwh_ha=0.0))
    key = ("family_houses_1970s", "network")
    assert table.loc[key, "score"] > zero.loc[key, "score"]
    assert table.loc[key, "confidence"] < zero.loc[key, "confidence"] == 1
    last = reasons.loc[[key]].iloc[-1]
    assert last["code"] == "unknown_indicators"
    assert last["indicators"] == "line_density_kwh_m|density_mwh_ha"


def test_without_a_key_indicator_nothing_is_very_anything():
    table, _ = judged(textbook_frame().loc[["old_town_with_network"]].assign(line_density_kwh_m=np.nan))
    row = table.loc[("old_town_with_network", "network")]
    assert row["score"] > 0.7
    assert (row["suitability"], row["verdict"]) == (LIKELY, Verdict.CAPPED.value)


def test_an_unknown_gas_network_excludes_nothing():
    table, _ = judged(area(gas_network=None))
    assert table.loc[("family_houses_1970s", "methane"), "verdict"] != Verdict.EXCLUDED.value


def test_a_computed_cost_of_heat_replaces_the_estimate():
    dear, reasons = judged(area("town_centre_without_network", lcoh_network_eur_mwh=300.0))
    key = ("town_centre_without_network", "network")
    assert dear.loc[key, "score_cost"] == 0
    assert dear.loc[key, "confidence"] == 1
    # the other criteria stand as before
    assert dear.loc[key, "score_risk"] == TABLE.loc[key, "score_risk"]
    assert "network_lcoh_against" in reasons.loc[[key], "code"].tolist()
    middle, _ = judged(area("town_centre_without_network", lcoh_network_eur_mwh=140.0))
    assert middle.loc[key, "score_cost"] == pytest.approx(0.65)  # half-way from 0.8 at 120 to 0.5 at 160


def test_a_municipality_of_100_000_buildings_is_judged_at_once():
    frame = pd.concat([textbook_frame()] * 340)
    frame.index = pd.RangeIndex(len(frame)).astype(str)
    areas = Areas(frame)
    classify(areas, RULES)
    start = time.perf_counter()
    classify(areas, RULES)
    assert time.perf_counter() - start < 1.0  # 0.1 s on a quiet machine


def test_no_blocks_give_no_rows():
    found = classify(Areas(textbook_frame().iloc[:0]), RULES)
    assert found.table.empty
    assert found.reasons.empty


# ---- whatever the figures

weight = st.floats(0, 1e6)
weights = st.fixed_dictionaries(
    {(kind, criterion): weight for kind in KINDS for criterion in CRITERIA}
).filter(lambda found: all(sum(found[kind, criterion] for criterion in CRITERIA) > 0 for kind in KINDS))
share = st.one_of(st.just(np.nan), st.floats(0, 1))
amount = st.one_of(st.just(np.nan), st.floats(0, 1e5))


@st.composite
def frames(draw, size=3):
    columns = {name: draw(st.lists(amount, min_size=size, max_size=size)) for name in AMOUNTS}
    columns |= {name: draw(st.lists(share, min_size=size, max_size=size)) for name in SHARES}
    for name, codes in CODES.items():
        code = st.sampled_from([None, *(value.value for value in codes)])
        columns[name] = draw(st.lists(code, min_size=size, max_size=size))
    return pd.DataFrame(columns, index=pd.Index([f"b{i}" for i in range(size)], name="block_id"))


@given(frames(), weights, st.sampled_from(KINDS))
def test_no_weights_make_an_excluded_kind_likely(frame, changed, kind):
    exclusions = pd.DataFrame({"block_id": ["b0"], "kind": [kind], "reason": ["planner"]})
    table, reasons = judged(frame, exclusions, RULES.with_weights(changed))
    assert table.loc[("b0", kind), "suitability"] == NOT
    excluded = table[table["verdict"] == Verdict.EXCLUDED.value]
    assert (excluded["suitability"] == NOT).all()
    for key in excluded.index:
        assert reasons.loc[[key], "code"].iloc[0].startswith("excluded_")


@given(weights)
def test_no_weights_make_the_textbook_exclusions_likely(changed):
    table, _ = judged(textbook_frame(), textbook_exclusions(), RULES.with_weights(changed))
    before = TABLE["verdict"] == Verdict.EXCLUDED.value
    assert (table.loc[before, "suitability"] == NOT).all()


@given(frames(), weights)
def test_scores_are_shares_and_confidence_too(frame, changed):
    table, _ = judged(frame, rules=RULES.with_weights(changed))
    for name in ("score", "confidence", *(f"score_{criterion}" for criterion in CRITERIA)):
        known = table[name].dropna()
        assert known.between(-1e-9, 1 + 1e-9).all()
    assert (table["suitability"].isna() == (table["verdict"] == Verdict.UNKNOWN.value)).all()


@given(frames(size=5), st.permutations(range(5)))
def test_the_order_of_the_rows_changes_nothing(frame, order):
    table, reasons = judged(frame)
    other, other_reasons = judged(frame.iloc[order])
    pd.testing.assert_frame_equal(other.loc[table.index], table)
    by = ["block_id", "kind", "rank"]
    pd.testing.assert_frame_equal(
        other_reasons.reset_index().sort_values(by, ignore_index=True),
        reasons.reset_index().sort_values(by, ignore_index=True),
    )


@given(frames(size=1), st.floats(0, 8000), st.floats(0, 8000))
def test_a_network_is_never_less_suitable_on_a_denser_street(frame, one, other):
    low, high = sorted((one, other))
    both = pd.concat([frame, frame]).set_axis(["low", "high"]).assign(line_density_kwh_m=[low, high])
    table, _ = judged(both)
    first, second = table.loc[("low", "network")], table.loc[("high", "network")]
    assert second["score"] >= first["score"] - 1e-9
    assume(second["suitability"] is not None)
    rank = {code: position for position, code in enumerate(SUITABILITY)}
    assert first["suitability"] is None or rank[second["suitability"]] <= rank[first["suitability"]]
