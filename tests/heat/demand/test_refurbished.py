from __future__ import annotations

import numpy as np
import pytest
from towns import house, mixture_of, stock_of

from enact_plugin.heat.demand.refurbished import Depth, saving_share


def share_of(depth, mixture=(), **columns):
    stock = stock_of({"geometry": house(0, 0), **columns})
    return float(saving_share(stock, mixture_of(mixture), depth)[0])


def test_a_home_saves_the_way_from_the_average_stock_to_the_refurbished_state():
    # single-family house to 1918: KWW 113, TABULA usual 95, advanced 55 kWh/(m²·a)
    assert share_of(Depth.USUAL, age_class="to_1918") == pytest.approx(1 - 95 / 113)
    assert share_of(Depth.ADVANCED, age_class="to_1918") == pytest.approx(1 - 55 / 113)


def test_a_home_of_mixed_age_takes_the_mean_of_both_needs():
    half = [("h0000", "age_class", "to_1918", 0.5), ("h0000", "age_class", "1919_1948", 0.5)]
    assert share_of(Depth.ADVANCED, half, age_class="unknown") == pytest.approx(1 - (55 + 49) / (113 + 103))


def test_others_take_the_share_of_the_table_and_new_homes_save_nothing():
    assert share_of(Depth.USUAL, heat_category="office", house_type=None) == 0.25
    assert share_of(Depth.ADVANCED, age_class="from_2020") == pytest.approx(0.0, abs=0.05)


def test_a_home_with_a_low_metered_need_saves_nothing_and_one_with_a_high_need_more():
    stock = stock_of(*[{"geometry": house(20 * n, 0), "age_class": "to_1918"} for n in range(3)])
    share = saving_share(stock, mixture_of(), Depth.USUAL, np.array([80.0, 190.0, 0.0]))
    # to TABULA's 95 kWh/m²: nothing from 80, half from 190
    assert share.tolist() == pytest.approx([0.0, 0.5, 0.0])


def test_further_refurbishment_never_saves_less():
    for kind in ("single_family", "multi_family", "large_multi_family"):
        for age in (
            "to_1918",
            "1919_1948",
            "1949_1978",
            "1979_1990",
            "1991_2000",
            "2001_2010",
            "2011_2019",
            "from_2020",
            "unknown",
        ):
            usual, advanced = (share_of(depth, house_type=kind, age_class=age) for depth in Depth)
            assert 0 <= usual <= advanced < 1
