from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import CRS, SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.errors import EnactError
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.density.lines import heat_line_density
from enact_plugin.heat.sections.sections import SectionInputs, street_sections

SOUTH = {"geometry": line((0, 0), (200, 0)), "name": "Südstraße"}
NORTH = {"geometry": line((0, 100), (200, 100)), "name": "Nordstraße"}


def made(stock, *streets, **others):
    return street_sections(SectionInputs(streets_of(*streets), stock, **others), SOURCE)


def street_of_each(result):
    names = result.sections.frame.set_index("section_id")["street"]
    return result.members.frame["section_id"].map(names).tolist()


def rules(result):
    return result.members.frame["section_rule"].tolist()


def test_the_street_of_the_address_counts_before_the_nearest():
    near_north = {"geometry": house(50, 80), "street": "Suedstr."}
    result = made(stock_of(near_north), SOUTH, NORTH)
    assert (street_of_each(result), rules(result)) == (["Südstraße"], ["address"])
    assert result.members.frame["distance_m"].tolist() == [80.0]


def test_an_address_in_a_street_far_away_gives_way_to_the_nearest():
    far = {"geometry": line((0, 900), (200, 900)), "name": "Fernstraße"}
    result = made(stock_of({"geometry": house(50, 20), "street": "Fernstraße"}), SOUTH, far)
    assert (street_of_each(result), rules(result)) == (["Südstraße"], ["own_block"])


def test_houses_beyond_the_end_of_a_street_mapped_in_part_do_not_heap_up_on_it():
    stub = {"geometry": line((0, 50), (10, 50)), "name": "Teilstraße"}
    houses = [{"geometry": house(60 + 15 * n, 70), "street": "Teilstraße"} for n in range(3)]
    beside = {"geometry": house(0, 55, 8, 5), "street": "Teilstraße"}
    result = made(stock_of(beside, *houses), stub, NORTH)
    assert street_of_each(result) == ["Teilstraße", "Nordstraße", "Nordstraße", "Nordstraße"]


def test_a_street_that_goes_on_where_nothing_is_mapped_is_named():
    stub = {"geometry": line((0, 50), (10, 50)), "name": "Teilstraße"}
    houses = [{"geometry": house(30 + 15 * n, 45), "street": "Teilstraße"} for n in range(3)]
    codes = [finding.id for finding in made(stock_of(*houses), stub).sections.findings]
    assert "sections_street_missing" in codes
    (found,) = [item for item in made(stock_of(*houses), stub).sections.findings if item.id == codes[-1]]
    assert found.values == {"streets": "Teilstraße", "total": 3}
    # two houses behind the end of a lane are nothing strange
    assert "sections_street_missing" not in [
        item.id for item in made(stock_of(*houses[:2]), stub).sections.findings
    ]


def test_nearest_without_an_address():
    result = made(stock_of(house(50, 20), house(50, 70)), SOUTH, NORTH)
    assert street_of_each(result) == ["Südstraße", "Nordstraße"]


def test_no_way_through_the_neighbour():
    # the house behind is nearer to the south, but the front house stands across its whole width
    front, behind = house(40, 10, 40, 10), house(50, 35)
    result = made(stock_of(front, behind), SOUTH, NORTH)
    assert street_of_each(result) == ["Südstraße", "Nordstraße"]
    assert rules(result) == ["own_block", "nearest"]


def test_where_all_ways_are_barred_the_nearest_and_it_is_said():
    front, behind = house(40, 10, 40, 10), house(50, 35)
    result = made(stock_of(front, behind), SOUTH)
    assert (street_of_each(result), rules(result)) == (["Südstraße"] * 2, ["own_block", "blocked"])


def test_no_way_over_the_railway():
    rail = gpd.GeoDataFrame({"rail_class": ["rail"]}, geometry=[line((-50, 15), (250, 15))], crs=CRS)
    result = made(stock_of(house(50, 20)), SOUTH, NORTH, rail=rail)
    assert street_of_each(result) == ["Nordstraße"]


def test_a_house_without_a_street_belongs_to_none_and_is_counted():
    result = made(stock_of(house(50, 20), house(3000, 3000)), SOUTH)
    assert rules(result) == ["own_block", "none"]
    assert result.members.frame["section_id"].isna().tolist() == [False, True]
    warned = [f for f in result.sections.findings if f.values["section_rule"] == "none"]
    assert [f.values["count"] for f in warned] == [1]


def test_footpaths_alone_are_an_error_that_names_the_streets():
    with pytest.raises(EnactError) as raised:
        made(stock_of(house(50, 20)), {**SOUTH, "street_class": "footway"})
    assert (raised.value.code, raised.value.params) == ("sections_without_streets", {"total": 1})


def test_nothing_heated_is_an_error():
    with pytest.raises(EnactError, match="sections_nothing_heated"):
        made(stock_of(house(50, 20), heated=False), SOUTH)


def test_line_density_by_hand():
    stock = stock_of(house(50, 20), house(90, 20), floor_area_m2=200.0)
    result = made(stock, SOUTH, NORTH)
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    outcome = heat_line_density(result.sections.frame, result.members.frame, demand, SOURCE, 0.5)
    by_street = outcome.frame.set_index("street")
    # two houses of 200 m² × (93 + 10) kWh/m² on 200 m: 206 kWh/(m·a); half of it connects
    assert by_street.loc["Südstraße", "line_density_kwh_m"] == pytest.approx(206)
    assert by_street.loc["Südstraße", "connected_density_kwh_m"] == pytest.approx(103)
    assert by_street.loc["Nordstraße", ["line_density_kwh_m", "buildings"]].tolist() == [0, 0]


@pytest.mark.parametrize("rate", [0, -0.1, 1.01, float("nan")])
def test_a_connection_rate_out_of_range_is_refused(rate):
    stock = stock_of(house(50, 20))
    result = made(stock, SOUTH)
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    with pytest.raises(EnactError, match="connection_rate_out_of_range"):
        heat_line_density(result.sections.frame, result.members.frame, demand, SOURCE, rate)


@given(st.integers(0, 2**32 - 1))
def test_the_sum_over_sections_is_the_sum_over_buildings(seed):
    stock, streets = random_town(seed)
    result = street_sections(SectionInputs(streets, stock), SOURCE)
    members = result.members.frame
    assert sorted(members["building_id"]) == sorted(stock.loc[stock["heated"], "building_id"])
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    lines = heat_line_density(result.sections.frame, members, demand, SOURCE).frame
    lost = members.loc[members["section_id"].isna(), "building_id"]
    unassigned = demand.loc[demand["building_id"].isin(lost), "useful_heat_kwh"].sum()
    total = demand["useful_heat_kwh"].sum()
    assert lines["useful_heat_mwh_a"].sum() * 1000 + unassigned == pytest.approx(total)
    order = np.random.default_rng(seed).permutation(len(stock))
    again = street_sections(SectionInputs(streets.iloc[::-1], stock.iloc[order]), SOURCE).members.frame
    pd.testing.assert_frame_equal(again.reset_index(drop=True), members.reset_index(drop=True))
