from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import CRS, EAST, NORTH, SOURCE, house, line, random_town, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.potentials.drilling import (
    LandOf,
    Permission,
    lots_of_blocks,
    lots_of_parcels,
    permission_of,
    permissions,
)
from enact_plugin.heat.potentials.ground import ground_potential, probe_count, source_share
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values


def land(x, y, width, depth):
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + depth)


def parcels_of(*shapes):
    keys = [f"p{n}" for n in range(len(shapes))]
    return gpd.GeoDataFrame({"parcel_id": keys}, geometry=list(shapes), crs=CRS)


def areas_of(*rows_):
    frame = pd.DataFrame(rows_, columns=["exclusion_kind", "zone", "geometry"])
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def ground_of(lots, exclusions=None, water=None):
    zones, permission = permissions(lots, exclusions, water)
    return ground_potential(lots, zones, permission, SOURCE), zones


def test_one_parcel_by_hand():
    # 30 m × 40 m, borders of 5 m leave 20 m × 30 m; the house with 2 m around it takes 12 m × 9 m of that
    stock = stock_of(house(10, 2, 8, 10))
    outcome, zones = ground_of(lots_of_parcels(parcels_of(land(0, 0, 30, 40)), stock))
    assert zones[0].area == pytest.approx(600 - 12 * 9, abs=3)  # two corners cut
    (row,) = outcome.frame.to_dict("records")
    # 492 m² · 0.7 / 36 m² = 9 probes; five count whole, four by half: 7 · 100 m · 50 W/m = 35 kW from the ground
    assert row["probes"] == 9
    assert row["power_kw"] == pytest.approx(35 / source_share(), abs=0.1)
    assert row["heat_mwh_a"] == pytest.approx(35 * 1.8 / source_share(), abs=0.1)
    assert (row["permission"], row["note"]) == ("not_checked", "probe_field")


def test_a_narrow_parcel_has_no_room_and_is_counted():
    stock = stock_of(house(1, 1, 7, 9), house(21, 1, 7, 9))
    outcome, _ = ground_of(lots_of_parcels(parcels_of(land(0, 0, 9, 30), land(20, 0, 12, 30)), stock))
    assert outcome.frame["potential_id"].tolist() == ["p1"]
    assert outcome.dropped == {"ground_no_space": 1}


def test_parcels_without_a_heated_building_give_nothing():
    stock = stock_of({"geometry": house(5, 5), "heated": False})
    outcome, _ = ground_of(lots_of_parcels(parcels_of(land(0, 0, 50, 50), land(60, 0, 50, 50)), stock))
    assert len(outcome.frame) == 0


def test_a_parcel_delivered_twice_counts_once():
    parcels = parcels_of(land(0, 0, 40, 40), land(0, 0, 40, 40)).assign(parcel_id="p0")
    outcome, _ = ground_of(lots_of_parcels(parcels, stock_of(house(5, 5))))
    assert len(outcome.frame) == 1


def test_a_narrow_zone_still_holds_one_probe_and_a_field_ever_less_each():
    assert probe_count(np.array([0.0, 0.5, 2.0, 100.0]), LandOf.PARCELS).tolist() == [0, 0, 1, 1]
    assert probe_count(np.array([2.0, 120.0, 240.0]), LandOf.BLOCKS).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("kind", "zone", "expected"),
    [
        ("water_protection", "I", "excluded"),
        ("water_protection", "Zone II", "excluded"),
        ("water_protection", "IIIA", "case_by_case"),
        ("water_protection", "Schutzzone III", "case_by_case"),
        ("water_protection", "3", "case_by_case"),
        ("water_protection", None, "excluded"),
        ("spa_protection", "quantitativ", "excluded"),
        ("landscape", "II", "case_by_case"),
        ("nature", None, "excluded"),
        (None, None, "case_by_case"),
    ],
)
def test_protected_areas_close_or_ask(kind, zone, expected):
    assert permission_of(kind, zone) == expected


def test_each_kind_of_protected_area_has_its_row():
    told = {row["exclusion_kind"] for row in rows("drilling_exclusions")}
    assert told == {value.code for value in values("exclusion_kind")}
    assert {row["permission"] for row in rows("drilling_exclusions")} <= {item.value for item in Permission}


def test_an_area_that_covers_half_takes_half_and_one_that_asks_is_told():
    stock = stock_of(house(2, 2, 6, 6))
    lots = lots_of_parcels(parcels_of(land(0, 0, 40, 40)), stock)
    half = areas_of(("water_protection", "II", land(20, -50, 200, 200)))
    _, whole = ground_of(lots)
    outcome, zones = ground_of(lots, half)
    assert zones[0].area == pytest.approx(shapely.intersection(whole[0], land(0, 0, 20, 40)).area, rel=1e-6)
    assert outcome.frame["permission"].tolist() == ["nothing_known"]
    asks = areas_of(("water_protection", "III", land(-50, -50, 200, 200)))
    assert ground_of(lots, asks)[0].frame["permission"].tolist() == ["case_by_case"]
    closed = areas_of(("nature", None, land(-50, -50, 200, 200)))
    shut, _ = ground_of(lots, closed)
    assert (len(shut.frame), shut.dropped) == (0, {"ground_excluded": 1})
    lake = gpd.GeoDataFrame(geometry=[land(-50, -50, 200, 200)], crs=CRS)
    assert len(ground_of(lots, None, lake)[0].frame) == 0


@given(st.integers(0, 2**32 - 1))
def test_zones_keep_their_distance_and_nothing_counts_twice(seed):
    stock, streets = random_town(seed)
    made = building_blocks(BlockInputs(stock, streets), SOURCE)
    lots = lots_of_blocks(made.blocks.frame, made.members.frame, stock)
    outcome, zones = ground_of(lots)
    everything = shapely.union_all(zones)
    assert shapely.area(zones).sum() == pytest.approx(everything.area, rel=1e-6)
    gaps = shapely.distance(everything, stock.geometry.to_numpy())
    assert gaps.min() > 1.7 if not everything.is_empty else True  # 2 m, corners of few segments
    assert outcome.frame["probes"].sum() <= everything.area / 36
    assert (shapely.area(zones) <= shapely.area(lots.shapes) + 1e-6).all()


def test_what_a_building_needs_is_nowhere_in_it():
    square = [line((0, 0), (90, 0)), line((90, 0), (90, 90)), line((90, 90), (0, 90)), line((0, 90), (0, 0))]
    streets = streets_of(*square)
    found = []
    for area in (50.0, 5000.0):
        stock = stock_of(*[house(5 + 14 * n, 20) for n in range(6)], floor_area_m2=area)
        made = building_blocks(BlockInputs(stock, streets), SOURCE)
        found.append(ground_of(lots_of_blocks(made.blocks.frame, made.members.frame, stock))[0].frame)
    assert found[0].equals(found[1])
    assert len(found[0]) == 1
