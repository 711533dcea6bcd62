"""Units without usable coordinates at their published address."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon, box

from enact_plugin.register.location.at_addresses import (
    ADDRESSES,
    BUILDINGS,
    addresses_of_buildings,
    place_at_addresses,
    to_be_placed,
)

CRS = "EPSG:25833"
PLAIN = {
    "street": None, "house_number": None, "postcode": "01067", "location_kind": "postcode",
    "address_confidence": np.nan, "address_source": None, "geometry": None,
}  # fmt: skip
AT_RING = {"street": "Ring", "house_number": "7", "location_kind": "address"}


def plants(*units):
    rows = [{"mastr_id": f"SEE9{number:011d}", **PLAIN, **unit} for number, unit in enumerate(units)]
    frame = pd.DataFrame(rows, columns=["mastr_id", *PLAIN])
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def layer(*rows):
    frame = pd.DataFrame(list(rows), columns=["street", "house_number", "geometry"]).assign(postcode="01067")
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=list(frame["geometry"]), crs=CRS)


def points(frame):
    return [None if shape is None else (shape.x, shape.y) for shape in frame.geometry]


KNOWN = {ADDRESSES: layer(("Ring", "7", Point(100, 200)), ("Anger", "1", Point(300, 0)))}


def test_only_units_with_a_street_and_without_coordinates_get_a_point():
    units = plants(
        AT_RING,
        {**AT_RING, "location_kind": "coordinates", "geometry": Point(1, 1)},
        {},  # up to 30 kW: the register publishes no street
        {"street": "Weiler", "house_number": "3", "location_kind": "address"},
        {"street": "Anger 1"},  # the number stands behind the street
    )
    placed = place_at_addresses(units, KNOWN)
    assert points(placed.frame) == [(100, 200), (1, 1), None, None, (300, 0)]
    assert placed.frame["location_kind"].tolist() == [
        "address",
        "coordinates",
        "postcode",
        "address",
        "address",
    ]
    assert placed.frame["address_source"].tolist() == [ADDRESSES, None, None, None, ADDRESSES]
    assert placed.frame["address_confidence"].fillna(-1).tolist() == [1.0, -1, -1, -1, 1.0]
    assert {finding.id: finding.values["units"] for finding in placed.findings} == {
        "plants_placed_by_address": 2,
        "plants_not_placed_by_address": 1,
    }
    assert placed.findings[1].values["street_unknown"] == 1
    assert placed.frame.crs == units.crs


def test_the_buildings_are_asked_for_what_the_addresses_lack():
    known = {
        **KNOWN,
        BUILDINGS: layer(("Weiler", "3", box(0, 0, 10, 10)), ("Ring", "7", box(50, 50, 60, 60))),
    }
    units = plants(AT_RING, {"street": "Weiler", "house_number": "3", "location_kind": "address"})
    placed = place_at_addresses(units, known).frame
    assert points(placed)[0] == (100, 200)
    assert box(0, 0, 10, 10).contains(placed.geometry[1])
    assert placed["address_source"].tolist() == [ADDRESSES, BUILDINGS]


def test_a_building_is_shown_inside_and_the_largest_stands_for_its_address():
    ell = Polygon([(0, 0), (30, 0), (30, 10), (10, 10), (10, 30), (0, 30)])  # its centroid is no place in it
    buildings = layer(
        ("Ring", "7", box(40, 40, 45, 45)), ("Ring", "7", ell), (None, "7", ell), ("Ring", None, ell)
    )
    found = addresses_of_buildings(buildings)
    assert len(found) == 2
    assert ell.contains(found.geometry[0])


def test_without_layers_nothing_is_placed_and_nothing_said():
    placed = place_at_addresses(plants(AT_RING), {})
    assert points(placed.frame) == [None]
    assert placed.findings == ()
    assert placed.asked == (ADDRESSES, BUILDINGS)  # once there, they may know


def test_layers_that_are_not_needed_are_not_asked():
    assert place_at_addresses(plants({}), KNOWN).asked == ()
    assert place_at_addresses(plants(AT_RING), KNOWN).asked == (ADDRESSES,)


def test_placing_again_finds_the_same_and_takes_back_what_is_no_longer_known():
    once = place_at_addresses(plants(AT_RING, {}), KNOWN).frame
    again = place_at_addresses(once, KNOWN).frame
    pd.testing.assert_frame_equal(pd.DataFrame(again), pd.DataFrame(once))
    without = place_at_addresses(once, {ADDRESSES: KNOWN[ADDRESSES].iloc[1:]})
    assert points(without.frame) == [None, None]
    assert without.frame["address_source"].isna().all()
    assert without.frame["location_kind"].tolist() == ["address", "postcode"]


def test_coordinates_corrected_after_placing_stay():
    placed = place_at_addresses(plants(AT_RING), KNOWN).frame
    corrected = placed.assign(location_kind="coordinates").set_geometry([Point(5, 5)], crs=CRS)
    assert not to_be_placed(corrected).any()
    again = place_at_addresses(corrected, KNOWN).frame
    assert points(again) == [(5, 5)]
    assert again["address_source"].isna().all()


UNIT = st.fixed_dictionaries(
    {
        "street": st.sampled_from([None, "Ring", "RING", "Anger", "Weiler"]),
        "house_number": st.sampled_from([None, "7", "7a", "1"]),
        "geometry": st.sampled_from([None, Point(1, 1), Point()]),
    }
)


@settings(max_examples=40)
@given(st.lists(UNIT, max_size=8))
def test_every_point_is_the_registers_or_that_of_a_known_address(units):
    frame = plants(*units)
    placed = place_at_addresses(frame, KNOWN).frame
    addresses = {(100.0, 200.0), (300.0, 0.0)}
    for before, after, source in zip(frame.geometry, placed.geometry, placed["address_source"]):
        if before is not None and not before.is_empty:
            assert after.equals(before) and source is None
        elif source is None:
            assert after is None or after.is_empty
        else:
            assert (after.x, after.y) in addresses
    assert len(placed) == len(frame)
    assert (shapely.get_type_id(placed.geometry.dropna().to_numpy()) == 0).all()
