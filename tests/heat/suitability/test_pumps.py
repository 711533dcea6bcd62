from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import CRS, house

from enact_plugin.heat.suitability.pumps import air_share, ground_share

BLOCKS = gpd.GeoDataFrame(
    {"block_id": ["a", "b"]}, geometry=[house(0, 0, 100, 100), house(200, 0, 100, 100)], crs=CRS
)


def buildings_of(*rows_):
    """Buildings of (block, heat in MWh); they stand 15 m apart from the corner of their block."""
    frame = pd.DataFrame(rows_, columns=["block", "heat_mwh"])
    frame["building_id"] = [f"h{n}" for n in range(len(frame))]
    place = [house(5 + 15 * n + 200 * max(block, 0), 5) for n, block in enumerate(frame["block"])]
    return gpd.GeoDataFrame(frame, geometry=place, crs=CRS)


def ground_of(*lots):
    frame = pd.DataFrame(lots, columns=["potential_id", "heat_mwh_a", "geometry"])
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def test_a_block_is_served_by_its_own_land_and_no_more_than_it_needs():
    houses = buildings_of((0, 30.0), (0, 10.0), (1, 20.0), (-1, 5.0))
    ground = ground_of(("a", 10.0, house(0, 0, 100, 100)), ("b", 500.0, house(200, 0, 100, 100)))
    assert ground_share(BLOCKS, houses, ground).tolist() == [0.25, 1.0]


def test_a_lot_serves_the_buildings_that_stand_on_it():
    houses = buildings_of((0, 30.0), (0, 10.0), (1, 20.0))
    # a lot with the first house gives half of it; one with the second twice what it needs: 15 + 10 of 40
    ground = ground_of(("p1", 15.0, house(4, 4, 12, 12)), ("p2", 20.0, house(19, 4, 12, 12)))
    assert ground_share(BLOCKS, houses, ground).tolist() == [0.625, 0.0]


def test_of_lots_over_each_other_the_largest_counts_once():
    houses = buildings_of((0, 40.0))
    ground = ground_of(("p1", 10.0, house(0, 0, 40, 40)), ("p2", 20.0, house(0, 0, 30, 30)))
    assert ground_share(BLOCKS, houses, ground)[0] == 0.5


def test_who_tells_no_amount_tells_nothing():
    houses = buildings_of((0, 40.0))
    assert np.isnan(ground_share(BLOCKS, houses, None)).all()
    assert np.isnan(ground_share(BLOCKS, houses, ground_of(("a", np.nan, house(0, 0))))).all()
    assert np.isnan(air_share(BLOCKS, houses, None, 1800)).all()


def test_air_by_hand():
    houses = buildings_of((0, 18.0), (0, 36.0), (1, 18.0), (1, 90.0))
    # 10 kW and 20 kW are needed in block a, 10 kW and 50 kW in block b, of whose second house nobody tells
    air = pd.DataFrame({"building_id": ["h0", "h1", "h2"], "power_kw": [12.0, 12.0, 0.0]})
    assert air_share(BLOCKS, houses, air, 1800).tolist() == [pytest.approx(1 / 3), 0.0]


@given(
    st.lists(st.tuples(st.integers(-1, 1), st.floats(0.1, 1e4)), min_size=1, max_size=6), st.integers(0, 999)
)
def test_shares_stay_between_none_and_all_and_more_land_never_lowers_them(rows_, seed):
    houses = buildings_of(*rows_)
    rng = np.random.default_rng(seed)
    lots = [
        (
            key,
            float(rng.uniform(0, 1e4)),
            shapely.box(
                *(origin := house(*rng.uniform(0, 300, 2)).bounds)[:2], origin[2] + 40, origin[3] + 40
            ),
        )
        for key in ("a", "p1", "p2")
    ]
    share = ground_share(BLOCKS, houses, ground_of(*lots[:2]))
    more = ground_share(BLOCKS, houses, ground_of(*lots[:2], (lots[1][0], 1e6, house(0, 0, 400, 400))))
    assert ((share[~np.isnan(share)] >= 0) & (share[~np.isnan(share)] <= 1)).all()
    assert (more[~np.isnan(share)] >= share[~np.isnan(share)] - 1e-12).all()
