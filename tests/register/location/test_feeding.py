"""Proposals which plants feed a heat network."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import columns
from enact_plugin.reference.values import values
from enact_plugin.register.location.feeding import (
    LAYER,
    STATES,
    feeding_limits,
    feeding_proposals,
    heat_unknown,
    networks_of,
)

CRS = "EPSG:25833"
PLAIN = {
    "name": "Musterwerk", "carrier": "natural_gas", "status": "in_operation", "net_kw": 100.0, "chp_id": None,
    "chp_electric_kw": np.nan, "chp_thermal_kw": np.nan, "location_kind": "coordinates", "feeds_network": None,
    "geometry": Point(50, 10),
}  # fmt: skip
CHP = {"chp_id": "KWK900000000001", "chp_thermal_kw": 180.0, "chp_electric_kw": 150.0}


def plants(*units):
    rows = [{"mastr_id": f"SEE9{number:011d}", **PLAIN, **unit} for number, unit in enumerate(units)]
    frame = pd.DataFrame(rows, columns=["mastr_id", *PLAIN])
    frame["feeds_network"] = frame["feeds_network"].astype("boolean")
    frame = frame.astype({"net_kw": float, "chp_thermal_kw": float, "chp_electric_kw": float})
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def layer(*rows):
    frame = pd.DataFrame(list(rows), columns=["name", "network_id", "geometry"])
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=list(frame["geometry"]), crs=CRS)


NETWORKS = networks_of(
    layer(
        ("Netz Mitte", "1", LineString([(0, 0), (100, 0)])), (None, "N2", LineString([(0, 900), (9, 900)]))
    ),
    layer(("Netz Nord", "3", box(500, 500, 700, 700)), ("leer", "4", None)),
)


def test_a_plant_of_two_units_stands_once_with_its_heat_and_its_nearest_unit():
    """Units 10 m and 40 m from the pipe; 180 kW of heat and 150 kW of power are the plant's, once."""
    listed = feeding_proposals(
        plants({**CHP, "net_kw": 50}, {**CHP, "net_kw": 90, "geometry": Point(50, 40)}), NETWORKS
    )
    assert list(listed.columns) == [column.name for column in columns(LAYER)]
    assert len(listed) == 1
    row = listed.iloc[0]
    assert (row["mastr_id"], row["units"]) == ("SEE900000000001", 2)  # the larger one stands for the plant
    assert (row["thermal_kw"], row["electric_kw"], row["distance_m"]) == (180, 150, 10)
    assert (row["network"], row["state"], row["reason"]) == ("Netz Mitte", "proposed", "chp_near_network")


@pytest.mark.parametrize(
    ("unit", "proposed"),
    [
        ({**CHP}, True),
        ({**CHP, "chp_thermal_kw": 100.0, "geometry": Point(50, 50)}, True),
        ({**CHP, "chp_thermal_kw": 99.9}, False),
        ({**CHP, "geometry": Point(50, 50.2)}, False),
        ({**CHP, "geometry": None}, False),  # its place is not known
        ({**CHP, "chp_thermal_kw": np.nan}, False),  # its heat is not known
        ({"carrier": "biomass", "chp_thermal_kw": 500.0}, True),
        ({"carrier": "biomass"}, False),
        ({**CHP, "status": "planned"}, True),
        ({**CHP, "status": "closed"}, False),
        ({**CHP, "geometry": Point(600, 600)}, True),  # in a network's area
    ],
)
def test_what_is_proposed(unit, proposed):
    assert len(feeding_proposals(plants(unit), NETWORKS)) == int(proposed)


def test_plants_that_share_a_unit_are_one_proposal_with_their_heat_once():
    """100 kW of the first, 200 kW of the second; the unit of both states their sum. Together 300, not 600."""
    shared = plants(
        {**CHP, "chp_id": "KWK1", "chp_thermal_kw": 100.0, "chp_electric_kw": 50.0},
        {**CHP, "chp_id": "KWK2; KWK1", "chp_thermal_kw": 300.0, "chp_electric_kw": 150.0},
        {**CHP, "chp_id": "KWK2", "chp_thermal_kw": 200.0, "chp_electric_kw": 100.0},
        {**CHP, "chp_id": "KWK3", "chp_thermal_kw": 120.0},
    )
    listed = feeding_proposals(shared, NETWORKS)
    told = listed[["chp_id", "units", "thermal_kw", "electric_kw"]].to_numpy().tolist()
    assert told == [["KWK1; KWK2", 3, 300.0, 150.0], ["KWK3", 1, 120.0, 150.0]]


def test_plants_too_small_alone_are_proposed_where_they_share_a_unit():
    """60 kW each: together 120 kW of heat beside the pipe."""
    shared = plants(
        {**CHP, "chp_id": "KWK1; KWK2", "chp_thermal_kw": 120.0},
        {**CHP, "chp_id": "KWK2", "chp_thermal_kw": 60.0},
    )
    assert feeding_proposals(shared, NETWORKS)["thermal_kw"].tolist() == [120.0]


def test_a_closed_unit_tells_nothing_of_a_plant_that_goes_on():
    """The closed unit 1 m from the pipe stated more heat; the planned one stands 30 m from it."""
    (row,) = feeding_proposals(
        plants(
            {**CHP, "status": "closed", "net_kw": 900.0, "chp_thermal_kw": 500.0, "geometry": Point(50, 1)},
            {**CHP, "status": "planned", "geometry": Point(50, 30)},
        ),
        NETWORKS,
    ).itertuples()
    assert (row.mastr_id, row.status, row.distance_m) == ("SEE900000000001", "planned", 30.0)
    assert (row.units, row.thermal_kw) == (1, 180.0)


def test_the_mark_on_a_closed_unit_holds_for_its_plant():
    units = plants({**CHP, "status": "closed", "feeds_network": False}, {**CHP})
    assert feeding_proposals(units, NETWORKS)["state"].tolist() == ["rejected"]
    # and where the plant has no other unit it is listed by it
    listed = feeding_proposals(units.iloc[:1], NETWORKS)
    assert listed[["status", "thermal_kw"]].to_numpy().tolist() == [["closed", 180.0]]


def test_the_planner_has_the_last_word():
    marked = feeding_proposals(
        plants(
            {**CHP, "chp_id": "A", "feeds_network": True},
            {**CHP, "chp_id": "B", "feeds_network": False},
            {**CHP, "chp_id": "C"},
            {
                "carrier": "solar",
                "feeds_network": True,
                "geometry": None,
            },  # by nothing but the planner's word
            {**CHP, "chp_id": "D", "feeds_network": True},
            {**CHP, "chp_id": "D", "feeds_network": False},  # one unit of the plant feeds
        ),
        NETWORKS,
    )
    states = dict(zip(marked["chp_id"].fillna("solar"), marked["state"]))
    assert states == {
        "A": "confirmed",
        "B": "rejected",
        "C": "proposed",
        "D": "confirmed",
        "solar": "confirmed",
    }
    assert marked["state"].tolist() == ["confirmed"] * 3 + ["proposed", "rejected"]
    by_hand = marked[marked["reason"] == "marked"].iloc[0]
    assert by_hand["mastr_id"] == "SEE900000000003"
    assert by_hand["name"] is None  # without a place the name may be somebody's
    assert np.isnan(by_hand["distance_m"])


def test_plants_beside_a_network_without_stated_heat_are_counted_and_not_proposed():
    units = plants(
        {**CHP, "chp_thermal_kw": np.nan}, {"carrier": "biomass"}, {"carrier": "biomass", "geometry": None}
    )
    assert feeding_proposals(units, NETWORKS).empty
    assert heat_unknown(units, NETWORKS) == 2


def test_a_network_without_name_is_called_by_its_number():
    assert feeding_proposals(plants({**CHP, "geometry": Point(5, 910)}), NETWORKS)["network"].tolist() == [
        "N2"
    ]


def test_without_a_network_only_what_is_marked_is_listed():
    units = plants({**CHP}, {**CHP, "chp_id": "B", "feeds_network": True})
    assert feeding_proposals(units, NETWORKS.iloc[:0])["state"].tolist() == ["confirmed"]
    assert feeding_proposals(units.iloc[:0], NETWORKS).empty


def test_layers_in_two_systems_are_refused():
    with pytest.raises(EnactError, match="feeding_crs_differs"):
        feeding_proposals(plants({**CHP}), NETWORKS.set_crs("EPSG:25832", allow_override=True))


def test_every_state_has_a_german_word():
    assert [value.code for value in values("feeding_state")] == list(STATES)


UNIT = st.fixed_dictionaries(
    {
        "chp_id": st.sampled_from([None, "A", "B", "C", "A; B", "C; D"]),
        "carrier": st.sampled_from(["natural_gas", "biomass", "solar"]),
        "status": st.sampled_from(["in_operation", "planned", "closed"]),
        "chp_thermal_kw": st.sampled_from([np.nan, 50.0, 100.0, 400.0]),
        "feeds_network": st.sampled_from([None, True, False]),
        "geometry": st.sampled_from([None, Point(50, 5), Point(50, 500), Point(600, 600)]),
    }
)


@settings(max_examples=40)
@given(st.lists(UNIT, max_size=10))
def test_each_plant_stands_at_most_once_and_every_marked_one_stands(units):
    frame = plants(*units)
    listed = feeding_proposals(frame, NETWORKS)
    plant = listed["chp_id"].fillna(listed["mastr_id"])
    assert plant.is_unique
    marked = frame[frame["feeds_network"].notna()]
    numbers = plant.str.split("; ").explode()
    assert numbers.is_unique
    assert set(marked["chp_id"].fillna(marked["mastr_id"]).str.split("; ").explode()) <= set(numbers)
    proposed = listed[listed["state"] == "proposed"]
    assert (proposed["thermal_kw"] >= feeding_limits()["thermal_low"]).all()
    assert (proposed["distance_m"] <= feeding_limits()["distance_high"]).all()
    assert listed["units"].sum() <= len(frame)
