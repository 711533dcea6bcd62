from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from suitability_textbook import textbook_frame
from towns import SOURCE

from enact_plugin.heat.suitability.area_layer import proposed_areas
from enact_plugin.heat.suitability.classify import classify
from enact_plugin.heat.suitability.indicators import Areas
from enact_plugin.heat.suitability.rules import default_rules

RULES = default_rules()
OLD, HOUSES = "old_town_with_network", "family_houses_1970s"


def town(*names):
    """Blocks of 100 m in a row with streets of 12 m between them, and what was judged of them."""
    frame = textbook_frame().loc[list(names)]
    frame.index = [f"b{n}" for n in range(len(names))]
    frame.index.name = "block_id"
    boxes = [shapely.box(112 * n, 0, 112 * n + 100, 100) for n in range(len(names))]
    blocks = gpd.GeoDataFrame({"block_id": frame.index}, geometry=boxes, crs=25833)
    return blocks, classify(Areas(frame), RULES)


def layer(*names, former=None):
    return proposed_areas(*town(*names), RULES, SOURCE, lambda value: f"{value:g}", former)


def changed(frame, at, **values):
    """One row as somebody changed it."""
    row = frame.iloc[[at]].copy()
    for name, value in values.items():
        row[name] = [value]
    return row


def test_each_area_says_why_in_words():
    frame = layer(OLD, HOUSES).frame
    assert set(frame["supply_kind"]) == {"network_densify", "decentral"}
    assert all(text.endswith(".") for text in frame["reasons"])
    assert not frame["by_hand"].any()
    assert frame["demand_mwh_a"].sum() == pytest.approx(
        textbook_frame().loc[[OLD, HOUSES], "useful_heat_mwh"].sum()
    )


def test_an_area_changed_by_hand_stays_with_its_words_and_the_rest_is_proposed():
    first = layer(OLD, HOUSES).frame
    at = int(np.flatnonzero(first["supply_kind"] == "network_densify")[0])
    former = changed(first, at, name="Altstadt", supply_kind="network_extend", reasons="Ratsbeschluss.")
    outcome = layer(OLD, HOUSES, former=former)
    kept = outcome.frame[outcome.frame["by_hand"]]
    assert kept[["name", "supply_kind", "reasons"]].to_numpy().tolist() == [
        ["Altstadt", "network_extend", "Ratsbeschluss."]
    ]
    assert kept["area_id"].tolist() == former["area_id"].tolist()
    assert len(outcome.frame) == 2
    assert "areas_by_hand" in [finding.id for finding in outcome.findings]


def test_parts_of_a_split_area_get_keys_of_their_own():
    first = layer(OLD, OLD).frame
    west, east = shapely.box(0, 0, 100, 100), shapely.box(112, 0, 212, 100)
    former = gpd.GeoDataFrame(
        {name: [first[name].iloc[0]] * 2 for name in first.columns if name != "geometry"},
        geometry=[west, east],
        crs=first.crs,
    )
    frame = layer(OLD, OLD, former=former).frame
    assert len(frame) == 2
    assert frame["area_id"].is_unique
    assert frame["by_hand"].all()


def test_an_area_drawn_without_a_key_gets_one_and_one_without_a_shape_is_told():
    first = layer(OLD, HOUSES).frame
    drawn = changed(first, 0, area_id=None, geometry=shapely.box(0, 0, 100, 100))
    empty = changed(first, 1, geometry=shapely.Polygon())
    import pandas as pd

    former = gpd.GeoDataFrame(
        pd.concat([drawn, empty], ignore_index=True), geometry="geometry", crs=first.crs
    )
    outcome = layer(OLD, HOUSES, former=former)
    assert outcome.frame["area_id"].notna().all()
    assert {finding.id: finding.values.get("count") for finding in outcome.findings}[
        "areas_without_shape"
    ] == 1


def test_nothing_changed_by_hand_is_the_proposal_itself():
    first = layer(OLD, HOUSES)
    again = layer(OLD, HOUSES, former=first.frame.iloc[:0])
    assert again.frame.drop(columns="geometry").equals(first.frame.drop(columns="geometry"))


@settings(max_examples=25)
@given(st.lists(st.sampled_from(sorted(textbook_frame().index)), min_size=2, max_size=8), st.integers(0, 7))
def test_no_ground_and_no_demand_is_lost_by_an_edit(names, pick):
    first = layer(*names).frame
    at = pick % len(first)
    frame = layer(*names, former=changed(first, at, supply_kind="study")).frame
    assert frame.geometry.area.sum() == pytest.approx(first.geometry.area.sum(), rel=1e-6)
    assert frame["demand_mwh_a"].sum() == pytest.approx(first["demand_mwh_a"].sum(), rel=1e-6)
    assert frame.loc[frame["by_hand"], "area_id"].tolist() == [first["area_id"].iloc[at]]
