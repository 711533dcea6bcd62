"""The one count of what a map cannot show."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.register.figures.areas import plants_by_area
from enact_plugin.register.location.coverage import UnlocatedShare, unlocated_share
from enact_plugin.register.readers.csv import read_csv

CARRIERS = ("solar", "natural_gas", "storage")
STATES = ("in_operation", "temporarily_closed", "planned", "closed", "unknown")
UNIT = st.tuples(
    st.sampled_from(CARRIERS), st.sampled_from(STATES), st.none() | st.integers(0, 5000), st.booleans()
)


def plants(units):
    frame = pd.DataFrame(units, columns=["carrier", "status", "net_kw", "located"])
    points = [Point(1, 1) if located else None for located in frame["located"]]
    frame["net_kw"] = frame["net_kw"].astype(float)
    return gpd.GeoDataFrame(frame.drop(columns="located"), geometry=points, crs="EPSG:25833")


def test_storage_counts_as_units_and_its_power_stands_apart():
    """Without a point: roof 8 kW, store 5 kW; with one: engine 50 kW. The planned and the closed do not count."""
    share = unlocated_share(
        plants(
            [
                ("solar", "in_operation", 8, False),
                ("storage", "in_operation", 5, False),
                ("natural_gas", "temporarily_closed", 50, True),
                ("solar", "planned", 900, False),
                ("solar", "closed", 700, False),
            ]
        )
    )
    assert share == UnlocatedShare(2, 3, 8.0, 58.0, 1, 1, 5.0, 5.0)
    assert share.share_of_units == pytest.approx(2 / 3)
    assert share.coverage_of_kw == pytest.approx(50 / 58)


def test_no_unit_is_no_share():
    share = unlocated_share(plants([]))
    assert (share.units, share.share_of_units, share.share_of_kw) == (0, 0.0, 0.0)


def test_an_empty_point_is_no_place():
    units = plants([("solar", "in_operation", 8, True)]).set_geometry([Point()], crs="EPSG:25833")
    assert unlocated_share(units).units == 1


@given(st.lists(UNIT, max_size=20))
def test_the_parts_by_carrier_make_the_whole(units):
    frame = plants(units)
    whole = unlocated_share(frame)
    parts = [unlocated_share(frame[frame["carrier"] == carrier]) for carrier in CARRIERS]
    for name in ("units", "total", "kw", "total_kw", "storage_units", "storage_total", "storage_kw"):
        assert getattr(whole, name) == pytest.approx(sum(getattr(part, name) for part in parts)), name
    assert 0 <= whole.units <= whole.total
    assert 0 <= whole.share_of_units <= 1


def test_leipzig_in_2020(real_data):
    """Counted without this code; one name holds a line break, so lines are joined first:

    awk '{printf "%s%s", $0, (/"\\r?$/ ? "\\n" : " ")}' web_export_leipzig_region_2020.csv | awk -F'";"' '
      $16=="14713000" {n++; p=$6; gsub(/\\./,"",p); sub(",",".",p); if($4=="Speicher") {us+=$17==""} else {t+=p}
      if($17=="") {u++; if($4!="Speicher") k+=p}} END {printf "%d %d %d %.2f %.2f\\n",n,u,us,k,t}'
    """
    frame = read_csv(real_data / "mastr" / "web_export_leipzig_region_2020.csv", "14713000").frame
    share = unlocated_share(frame)
    assert (share.units, share.total, share.storage_units) == (993, 1068, 254)
    assert (share.kw, share.total_kw) == (pytest.approx(4956.84), pytest.approx(42670.18))
    # the sums by area, which the map's label shows, say the same
    sums = plants_by_area(frame).frame
    city = sums[(sums["area_kind"] == "municipality") & sums["carrier"].isin(["all", "storage"])]
    assert int(city["unlocated_units"].sum()) == share.units
    generation = city[city["carrier"] == "all"].iloc[0]
    assert generation["unlocated_kw"] == pytest.approx(share.kw)
    assert np.isclose(generation["net_kw"], share.total_kw)
