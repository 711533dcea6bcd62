from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from suitability_textbook import AREAS, textbook_exclusions, textbook_frame

from enact_plugin.errors import EnactError
from enact_plugin.heat.suitability.areas import keep_edits, propose
from enact_plugin.heat.suitability.classify import classify
from enact_plugin.heat.suitability.indicators import Areas, no_exclusions
from enact_plugin.heat.suitability.rules import KINDS, SUITABILITY, default_rules, reason_texts

RULES = default_rules()
SIDE_M = 100
STREET_M = 12
STEP_M = SIDE_M + STREET_M
OLD, CENTRE, HOUSES, HAMLET, UNKNOWN, HYDROGEN, WATER = (
    "old_town_with_network",
    "town_centre_without_network",
    "family_houses_1970s",
    "farm_hamlet",
    "unknown_data",
    "hydrogen_plan_and_industry",
    "water_protection_narrow_plots",
)


def town(plan):
    """Blocks on a grid, streets between them: rows of names, None for open land; exclusions of the textbook."""
    cells = [(x, y, name) for y, line in enumerate(plan) for x, name in enumerate(line) if name]
    frame = textbook_frame().loc[[name for _, _, name in cells]]
    frame.index = pd.Index([f"{x}/{y}" for x, y, _ in cells], name="block_id")
    boxes = [
        shapely.box(x * STEP_M, y * STEP_M, x * STEP_M + SIDE_M, y * STEP_M + SIDE_M) for x, y, _ in cells
    ]
    excluded = textbook_exclusions()
    given = [
        {**row, "block_id": f"{x}/{y}"}
        for x, y, name in cells
        for row in excluded[excluded["block_id"] == name].to_dict("records")
    ]
    blocks = gpd.GeoDataFrame(frame, geometry=boxes, crs=25833)
    return blocks, Areas(frame, pd.DataFrame(given) if given else no_exclusions())


def proposal(plan, rules=RULES):
    blocks, areas = town(plan)
    return propose(blocks, classify(areas, rules), rules)


def kinds(found):
    return found.blocks["supply_kind"].to_dict()


def codes(found, block):
    area = found.blocks.loc[block, "area_id"]
    return found.reasons.loc[found.reasons["area_id"] == area, "code"].tolist()


def test_a_network_inside_is_densified_and_what_joins_it_is_extended():
    found = proposal([[OLD, OLD, CENTRE]])
    assert kinds(found) == {"0/0": "network_densify", "1/0": "network_densify", "2/0": "network_extend"}
    assert found.areas.set_index("supply_kind")["year"].to_dict() == {
        "network_densify": 2030,
        "network_extend": 2035,  # likely, not very likely
    }


def test_a_network_far_from_any_is_new():
    found = proposal([[OLD, None, CENTRE]])
    assert kinds(found)["2/0"] == "network_new"
    assert found.areas.set_index("supply_kind")["year"]["network_new"] == 2040


def test_blocks_across_a_street_are_one_area_and_open_land_parts_them():
    found = proposal([[HOUSES, HOUSES, None, HOUSES]])
    assert len(found.areas) == 2
    assert found.blocks["area_id"].nunique() == 2
    assert sorted(found.areas["area_ha"]) == pytest.approx([1, 2])


def test_a_network_too_small_to_carry_itself_is_not_proposed():
    # a water protection block: network likely, 1,200 MWh/a < 1,500, decentral excluded
    found = proposal([[WATER]])
    assert kinds(found) == {"0/0": "study"}
    assert codes(found, "0/0")[0] == "choice_network_too_small"
    assert found.reasons.loc[found.reasons["rank"] == 1, "value"].iloc[0] == pytest.approx(1200)
    assert set(kinds(proposal([[WATER, WATER]])).values()) == {"network_new"}  # 2,400 MWh/a


def test_a_too_small_network_becomes_decentral_where_that_suits():
    blocks, areas = town([[CENTRE]])
    frame = areas.frame.assign(useful_heat_mwh=1000.0, ground_share=0.8)  # the source is now twice the demand
    found = propose(blocks, classify(Areas(frame), RULES), RULES)
    assert kinds(found) == {"0/0": "decentral"}
    assert codes(found, "0/0")[0] == "choice_network_too_small"


def test_too_little_known_is_under_study():
    found = proposal([[UNKNOWN]])
    assert kinds(found) == {"0/0": "study"}
    assert codes(found, "0/0") == ["choice_too_little_known", "unknown_indicators"]
    assert found.areas.loc[0, [f"suitability_{kind}" for kind in KINDS]].isna().all()
    assert found.areas.loc[0, "year"] == 2045


def test_close_scores_are_under_study():
    blocks, areas = town([[HOUSES]])
    dear = classify(Areas(areas.frame.assign(lcoh_network_eur_mwh=80.0)), RULES)
    assert kinds(propose(blocks, dear, RULES)) == {"0/0": "decentral"}
    near = {"existing_network": "near", "source_mwh_a": 1600.0, "source_distance_m": 100.0}
    close = classify(Areas(areas.frame.assign(lcoh_network_eur_mwh=80.0, **near)), RULES)
    score = close.table.set_index("kind")["score"]
    margin = abs(score["decentral"] - score["network"])
    assert margin < 0.05
    found = propose(blocks, close, RULES)
    assert kinds(found) == {"0/0": "study"}
    first = found.reasons.iloc[0]
    assert (first["code"], first["value"]) == ("choice_scores_close", pytest.approx(100 * margin))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"methane_prospect": "confirmed", "line_density_kwh_m": 700.0}, "choice_green_methane"),
        # neither a dense street nor a source, but not excluded as it is near a network
        (
            {"line_density_kwh_m": 400.0, "source_mwh_a": 0.0, "density_mwh_ha": 90.0},
            "choice_no_kind_suitable",
        ),
    ],
)
def test_green_methane_and_nothing_suitable_are_under_study(changes, reason):
    blocks, areas = town([[WATER]])
    changed = areas.frame.assign(existing_network="near" if "source_mwh_a" in changes else "none", **changes)
    found = propose(blocks, classify(Areas(changed, areas.exclusions), RULES), RULES)
    assert kinds(found) == {"0/0": "study"}
    assert codes(found, "0/0")[0] == reason


def test_where_all_is_excluded_the_exclusions_are_to_be_checked():
    blocks, areas = town([[HAMLET]])
    excluded = pd.DataFrame([("0/0", "decentral", "planner")], columns=["block_id", "kind", "reason"])
    found = propose(blocks, classify(Areas(areas.frame, excluded), RULES), RULES)
    assert codes(found, "0/0")[0] == "choice_all_excluded"


def test_a_kind_excluded_is_never_proposed():
    blocks, areas = town([[OLD]])
    excluded = pd.DataFrame([("0/0", "network", "planner")], columns=["block_id", "kind", "reason"])
    found = propose(blocks, classify(Areas(areas.frame, excluded), RULES), RULES)
    assert kinds(found) == {"0/0": "study"}
    assert found.areas.loc[0, "suitability_network"] == "very_unlikely"


def test_an_area_with_an_excluded_block_is_not_very_likely():
    blocks, areas = town([[OLD, OLD, OLD]])
    # heat pumps would do nearly as well; the network is taken
    frame = areas.frame.assign(lcoh_decentral_eur_mwh=80.0, ground_share=0.85, density_mwh_ha=400.0)
    both = propose(blocks, classify(Areas(frame), RULES), RULES)
    assert both.areas["supply_kind"].tolist() == ["network_densify"]
    assert both.areas["suitability_decentral"].tolist() == ["very_likely"]
    excluded = pd.DataFrame([("1/0", "decentral", "planner")], columns=["block_id", "kind", "reason"])
    one_less = propose(blocks, classify(Areas(frame, excluded), RULES), RULES)
    assert one_less.areas["suitability_decentral"].tolist() == ["likely"]


def test_the_class_of_an_area_is_that_of_half_its_heat():
    blocks, areas = town([[OLD, OLD]])
    frame = areas.frame.assign(useful_heat_mwh=[1000.0, 3000.0], existing_network="inside")
    frame["line_density_kwh_m"] = [4000.0, np.nan]  # the larger block: too little known for "very"
    found = propose(blocks, classify(Areas(frame), RULES), RULES)
    assert found.areas["suitability_network"].tolist() == ["likely"]
    frame["useful_heat_mwh"] = [3000.0, 1000.0]
    found = propose(blocks, classify(Areas(frame), RULES), RULES)
    assert found.areas["suitability_network"].tolist() == ["very_likely"]


def ring(middle):
    return [[CENTRE] * 3, [CENTRE, middle, CENTRE], [CENTRE] * 3]


def test_a_single_block_inside_a_network_area_joins_it_with_the_reason():
    found = proposal(ring(HOUSES))
    assert set(kinds(found).values()) == {"network_new"}
    assert found.blocks.loc["1/1", "choice"] == "choice_smoothed"
    assert "choice_smoothed" in codes(found, "1/1")


def test_a_block_at_the_edge_or_one_that_is_excluded_does_not_join():
    edge = proposal([[CENTRE] * 3, [CENTRE, HOUSES, CENTRE]])
    assert kinds(edge)["1/1"] == "decentral"
    blocks, areas = town(ring(HOUSES))
    excluded = pd.DataFrame([("1/1", "network", "planner")], columns=["block_id", "kind", "reason"])
    found = propose(blocks, classify(Areas(areas.frame, excluded), RULES), RULES)
    assert kinds(found)["1/1"] == "decentral"


def test_a_hydrogen_block_inside_a_network_area_keeps_its_own_kind():
    assert kinds(proposal(ring(HYDROGEN)))["1/1"] == "hydrogen"


def test_blocks_whose_heat_is_unknown_are_told():
    blocks, areas = town([[OLD, OLD]])
    frame = areas.frame.assign(useful_heat_mwh=[2700.0, np.nan])
    found = propose(blocks, classify(Areas(frame), RULES), RULES)
    assert [(finding.id, finding.values) for finding in found.findings] == [
        ("suitability_heat_unknown", {"count": 1})
    ]
    assert found.areas["demand_mwh_a"].sum() == 2700


def test_no_blocks_give_no_areas():
    blocks, areas = town([[OLD]])
    found = propose(blocks.iloc[:0], classify(Areas(areas.frame.iloc[:0]), RULES), RULES)
    assert found.areas.empty


def test_reasons_of_areas_have_sentences_and_are_four_at_most():
    found = proposal([[OLD, CENTRE, HOUSES], [HAMLET, UNKNOWN, HYDROGEN]])
    assert set(found.reasons["code"]) <= set(reason_texts())
    assert found.reasons["rank"].max() <= 4
    assert set(found.reasons["area_id"]) == set(found.areas["area_id"])


def test_keys_stay_when_the_order_or_the_neighbours_change():
    blocks, areas = town([[OLD, OLD, HOUSES]])
    judged = classify(areas, RULES)
    one = propose(blocks, judged, RULES)
    other = propose(blocks.iloc[::-1], judged, RULES)
    assert kinds(one) == kinds(other)
    pd.testing.assert_frame_equal(pd.DataFrame(one.areas.drop(columns="geometry")),
                                  pd.DataFrame(other.areas.drop(columns="geometry")))  # fmt: skip
    more = proposal([[OLD, OLD, HOUSES], [None, None, HOUSES]])
    assert set(one.areas["area_id"]) & set(more.areas["area_id"])  # the old town is the same area


def test_no_year_lies_behind_the_target_of_the_municipality():
    found = proposal([[OLD, None, CENTRE, None, UNKNOWN]], RULES.with_target_year(2038))
    assert found.areas["year"].max() == 2038


def test_blocks_that_were_not_judged_are_named():
    blocks, areas = town([[OLD, OLD]])
    judged = classify(areas, RULES)
    with pytest.raises(EnactError) as raised:
        propose(blocks.rename(index={"1/0": "x"}), judged, RULES)
    assert (raised.value.code, raised.value.params["block"]) == ("suitability_blocks_differ", "x")


# ---- edits by hand


def edit(found, block, **changes):
    """The layer with one area changed by hand, and the edits that say so."""
    area = found.blocks.loc[block, "area_id"]
    layer = found.areas.copy()
    at = layer.index[layer["area_id"] == area][0]
    for field, value in changes.items():
        layer.loc[at, field] = value
    return layer, pd.DataFrame({"key": area, "field": list(changes)})


def test_what_was_edited_survives_a_new_run():
    first = proposal([[OLD, HOUSES, HOUSES]])
    layer, edits = edit(first, "0/0", name="Altstadt", supply_kind="network_extend", year=2035)
    again = proposal([[HOUSES, HOUSES, HOUSES]])  # the data has changed: the network is gone
    found = keep_edits(again, layer, edits, RULES)
    kept = found.areas.set_index("area_id").loc[edits["key"][0]]
    assert (kept["name"], kept["supply_kind"], kept["year"]) == ("Altstadt", "network_extend", 2035)
    assert found.edited == {edits["key"][0]}
    assert "0/0" not in found.blocks.index
    assert kept["demand_mwh_a"] == pytest.approx(800)  # that of the block as it is now
    assert found.areas["demand_mwh_a"].sum() == pytest.approx(2400)


def test_what_was_not_edited_follows_the_new_data():
    first = proposal([[OLD, None, HOUSES]])
    layer, edits = edit(first, "0/0", name="Altstadt")
    found = keep_edits(proposal([[OLD, None, CENTRE]]), layer, edits, RULES)
    assert set(found.areas["supply_kind"]) == {"network_densify", "network_new"}


def test_a_demand_set_by_hand_stays():
    first = proposal([[OLD]])
    layer, edits = edit(first, "0/0", demand_mwh_a=1234.0)
    assert keep_edits(first, layer, edits, RULES).areas["demand_mwh_a"].tolist() == [1234.0]


def test_a_border_drawn_by_hand_cuts_the_blocks_and_leaves_the_rest():
    first = proposal([[OLD, HOUSES]])
    # over the old town and a third of the houses beyond the street, whose middle stays outside
    layer, edits = edit(first, "0/0", geometry=shapely.box(0, 0, STEP_M + 33, SIDE_M))
    found = keep_edits(first, layer, edits, RULES)
    assert found.areas.set_index("area_id").loc[edits["key"][0], "area_ha"] == pytest.approx(1.45)
    rest = found.areas[~found.areas["area_id"].isin(edits["key"])]
    assert rest["area_ha"].tolist() == pytest.approx([0.67])
    assert rest["demand_mwh_a"].tolist() == [800]


def test_the_rest_of_a_block_gone_to_an_edited_area_has_no_demand_and_a_key_of_its_own():
    first = proposal([[OLD]])
    layer, edits = edit(first, "0/0", geometry=shapely.box(0, 0, 70, SIDE_M))
    found = keep_edits(first, layer, edits, RULES)
    assert found.areas["area_id"].is_unique
    assert found.areas["area_ha"].tolist() == pytest.approx([0.7, 0.3])
    assert found.areas["demand_mwh_a"].tolist() == [2700, 0]


def test_an_area_moved_off_its_block_does_not_share_its_key_with_the_new_one():
    first = proposal([[OLD]])
    layer, edits = edit(first, "0/0", geometry=shapely.box(0, 0, 30, SIDE_M))
    found = keep_edits(first, layer, edits, RULES)
    assert found.areas["area_id"].is_unique
    assert found.areas["demand_mwh_a"].tolist() == [0, 2700]


def test_edits_of_areas_that_are_gone_and_edited_areas_that_overlap_are_told():
    first = proposal([[OLD, None, HOUSES]])
    layer, edits = edit(first, "0/0", geometry=shapely.box(0, 0, 3 * STEP_M, SIDE_M))
    other = first.blocks.loc["2/0", "area_id"]
    edits = pd.concat([edits, pd.DataFrame({"key": [other, "lost"], "field": ["name", "name"]})])
    found = keep_edits(first, layer, edits, RULES)
    assert [finding.id for finding in found.findings] == ["edited_area_gone", "edited_areas_overlap"]
    assert found.findings[1].values == {"other": other, "area_m2": 10_000} or (
        found.findings[1].key == other and found.findings[1].values["area_m2"] == 10_000
    )


def test_an_invalid_or_empty_shape_drawn_by_hand_stops_nothing():
    first = proposal([[OLD, HOUSES]])
    bow = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    layer, edits = edit(first, "0/0", geometry=bow)
    assert keep_edits(first, layer, edits, RULES).areas["area_ha"].sum() == pytest.approx(2)
    layer, edits = edit(first, "0/0", geometry=None)
    found = keep_edits(first, layer, edits, RULES)
    assert found.areas["demand_mwh_a"].sum() == pytest.approx(3500)


def test_without_edits_the_proposal_stands():
    first = proposal([[OLD, HOUSES]])
    found = keep_edits(first, first.areas, pd.DataFrame({"key": [], "field": []}), RULES)
    assert found.areas is first.areas


# ---- whatever the town

plans = st.lists(
    st.lists(st.sampled_from([None, *AREAS]), min_size=4, max_size=4), min_size=1, max_size=4
).filter(lambda plan: any(any(line) for line in plan))


def no_overlap(areas):
    shapes = areas.geometry.to_numpy()
    return shapely.area(shapes).sum() - shapely.area(shapely.union_all(shapes))


@settings(max_examples=25)
@given(plans)
def test_heat_and_ground_are_neither_lost_nor_counted_twice(plan):
    blocks, _ = town(plan)
    found = proposal(plan)
    assert found.areas["demand_mwh_a"].sum() == pytest.approx(blocks["useful_heat_mwh"].sum())
    assert found.areas["area_ha"].sum() == pytest.approx(len(blocks) * SIDE_M**2 / 1e4)
    assert no_overlap(found.areas) == pytest.approx(0, abs=1e-3)
    assert found.areas["area_id"].is_unique
    assert set(found.blocks["area_id"]) == set(found.areas["area_id"])
    for kind in KINDS:
        assert set(found.areas[f"suitability_{kind}"].dropna()) <= set(SUITABILITY)


coordinate = st.integers(-50, 4 * STEP_M)


@settings(max_examples=25)
@given(plans, plans, st.lists(st.tuples(coordinate, coordinate, st.integers(10, 250), st.integers(10, 250)),
                              min_size=1, max_size=2))  # fmt: skip
def test_around_edited_areas_nothing_overlaps_and_nothing_is_lost(before, after, drawn):
    first = proposal(before)
    layer = first.areas.copy().head(len(drawn))
    shapes = [shapely.box(x, y, x + width, y + height) for x, y, width, height in drawn[: len(layer)]]
    if len(shapes) == 2:
        shapes[1] = shapely.difference(shapes[1], shapes[0])  # the planner's own do not overlap
    layer = layer.set_geometry(gpd.GeoSeries(shapes, index=layer.index, crs=25833))
    edits = pd.DataFrame({"key": layer["area_id"], "field": "geometry"})
    again = proposal(after)
    found = keep_edits(again, layer, edits, RULES)
    blocks, _ = town(after)
    whole = shapely.union_all([*blocks.geometry, *shapes])
    assert found.areas["area_ha"].sum() * 1e4 == pytest.approx(shapely.area(whole), abs=1)
    assert no_overlap(found.areas) == pytest.approx(0, abs=1)
    assert found.areas["demand_mwh_a"].sum() == pytest.approx(blocks["useful_heat_mwh"].sum())
    assert found.areas["area_id"].is_unique
    kept = found.areas.set_index("area_id").loc[layer["area_id"]]
    assert shapely.equals(kept.geometry.to_numpy(), np.array(shapes, dtype=object)).all()
