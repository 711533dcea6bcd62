from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, random_town, stock_of

from enact_plugin.heat.potentials.air import air_potential, allowed_sound_power, power_of
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values


def rows_of(stock, blocks=None):
    return air_potential(stock, blocks, SOURCE).frame.set_index("building_id")


def test_two_houses_by_hand():
    # 10 m × 10 m, 8 m apart: the best places lie behind the houses, 19 m from the neighbour's wall
    frame = rows_of(stock_of(house(0, 0), house(18, 0)))
    assert frame["distance_m"].tolist() == pytest.approx([19.0, 19.0], abs=0.3)
    # 40 + 11 - 6 - 3 + 20 lg 19 = 67.6 dB(A): four units of 12 kW with 60 dB(A) each make 66
    assert frame["power_kw"].tolist() == [48.0, 48.0]
    assert frame["heat_mwh_a"].tolist() == pytest.approx([48 * 1.8] * 2)
    assert set(frame["permission"]) == {"air_possible"}


@pytest.mark.parametrize(
    ("allowed_db", "power_kw"),
    [(-np.inf, 0), (54.9, 0), (55, 6), (58.1, 12), (60, 18), (63.1, 24), (66.1, 48), (68, 48), (71.1, 60), (90, 280)],
)  # fmt: skip
def test_units_of_one_size_add_up_like_sound_does(allowed_db, power_kw):
    assert power_of(np.array([allowed_db])).tolist() == [power_kw]


def test_the_use_of_the_neighbour_sets_the_limit():
    def allowed(use):
        stock = stock_of(house(0, 0), {"geometry": house(16, 0), "use": use})
        return allowed_sound_power(stock, stock["heated"].to_numpy(), None)[0][0]

    assert allowed("health") == pytest.approx(allowed("residential") - 5)
    assert allowed("mixed") == pytest.approx(allowed("residential") + 5)


def test_sheds_and_the_house_itself_need_no_sleep():
    stock = stock_of(house(0, 0), {"geometry": house(12, 0), "heated": False})
    frame = rows_of(stock)
    assert np.isnan(frame["distance_m"].iloc[0])
    assert len(frame) == 1


def test_a_house_within_a_courtyard_all_around_has_no_place():
    ring = shapely.difference(house(-10, -10, 30, 30), house(-2, -2, 14, 14))
    frame = rows_of(stock_of(house(0, 0), ring))
    assert frame["power_kw"].iloc[0] == 0
    assert frame["permission"].iloc[0] == "air_none"


def test_no_unit_stands_in_the_street():
    stock = stock_of(house(0, 0), house(30, 0))
    # a block that ends 3 m beyond the houses all around
    blocks = gpd.GeoDataFrame(geometry=[house(-3, -3, 46, 16)], crs=stock.crs)
    free, shut = rows_of(stock), rows_of(stock, blocks)
    assert (shut["power_kw"] < free["power_kw"]).all()


def test_each_use_has_a_limit_or_no_protected_rooms():
    told = {row["use"] for row in rows("night_noise_limits")}
    assert {value.code for value in values("building_use")} - told == {"agriculture", "outbuilding"}


@given(st.integers(0, 2**32 - 1))
def test_order_and_place_change_nothing_and_a_new_neighbour_never_helps(seed):
    stock, _ = random_town(seed)
    frame = rows_of(stock)
    mixed = rows_of(stock.sample(frac=1, random_state=seed % 1000).reset_index(drop=True))
    assert frame["power_kw"].equals(mixed["power_kw"].reindex(frame.index))
    fewer = stock.iloc[:-1].reset_index(drop=True)
    if fewer["heated"].any():
        before = rows_of(fewer)["power_kw"]
        assert (frame["power_kw"].reindex(before.index) <= before).all()


def test_no_heated_building_at_all_is_no_row():
    frame = rows_of(stock_of({"geometry": house(0, 0), "heated": False}))
    assert len(frame) == 0
