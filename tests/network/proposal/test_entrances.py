"""A station in each stairwell: buildings split by their addresses."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.network.proposal.entrances import by_entrance

SLAB = shapely.box(0, 0, 60, 12)


def buildings(**columns):
    table = {"building_id": ["a", "b"], "house_number": ["1", "9"], "heat_kwh": [600.0, 80.0], "power_kw": [30.0, 4.0],
             "floor_area_m2": [2160.0, 200.0], **columns}  # fmt: skip
    return gpd.GeoDataFrame(table, geometry=[SLAB, shapely.box(100, 0, 110, 10)], crs=25833)


def addresses(*rows):
    keys, numbers, suffixes, points = zip(*rows)
    table = {"building_id": keys, "house_number": numbers, "suffix": suffixes}
    return gpd.GeoDataFrame(table, geometry=[shapely.Point(*one) for one in points], crs=25833)


def test_a_slab_of_three_entrances_becomes_three_customers():
    found = by_entrance(
        buildings(),
        addresses(
            ("a", "1", None, (10, 6)),
            ("a", "3", None, (30, 6)),
            ("a", "5", "b", (50, 6)),
            ("b", "9", None, (105, 5)),
        ),
    )
    assert found["customer"].tolist() == ["a#1", "a#2", "a#3", "b"]
    assert found["house_number"].tolist() == ["1", "3", "5b", "9"]
    assert found["heat_kwh"].tolist() == pytest.approx([200, 200, 200, 80])
    assert found.geometry.iloc[0].equals(shapely.box(0, 0, 20, 12))
    assert found["building_id"].tolist() == ["a", "a", "a", "b"]


def test_addresses_without_a_key_belong_to_the_building_they_lie_in():
    found = by_entrance(
        buildings(),
        addresses((None, "1", None, (10, 6)), (None, "3", None, (50, 6)), (None, "7", None, (80, 6))),
    )
    assert found["customer"].tolist() == ["a#1", "a#2", "b"]


def test_the_same_number_twice_and_entrances_at_one_place_are_one():
    twice = addresses(("a", "1", None, (10, 6)), ("a", "1", None, (50, 6)))
    assert by_entrance(buildings(), twice)["customer"].tolist() == ["a", "b"]
    together = addresses(("a", "1", None, (10, 6)), ("a", "3", None, (10, 6)))
    assert len(by_entrance(buildings(), together)) == 2


@given(st.lists(st.tuples(st.floats(-20, 80), st.floats(-20, 40)), min_size=1, max_size=8))
def test_no_heat_and_no_ground_is_lost(points):
    given_ = addresses(*[("a", str(number), None, point) for number, point in enumerate(points)])
    found = by_entrance(buildings(), given_)
    mine = found[found["building_id"] == "a"]
    assert mine["heat_kwh"].sum() == pytest.approx(600)
    assert mine["power_kw"].sum() == pytest.approx(30)
    assert found["customer"].is_unique
    assert mine.geometry.area.sum() <= SLAB.area * (1 + 1e-9)
