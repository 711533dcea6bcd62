from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, mixture_of, random_town, stock_of

from enact_plugin.errors import EnactError
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.demand.final import final_energy
from enact_plugin.heat.demand.need import AGES, specific_need
from enact_plugin.heat.demand.shares import age_matrix, split
from enact_plugin.reference.stock_tables import class_shares

# type, category, age, kWh/(m²·a) with hot water, of it hot water; all by hand from the published tables
BY_HAND = [
    ("single_family", "residential", "to_1918", 113 + 10, 10),
    ("single_family", "residential", "1919_1948", 103 + 10, 10),
    ("single_family", "residential", "1949_1978", 93 + 10, 10),
    ("single_family", "residential", "1979_1990", 87 + 10, 10),  # 1979–1983 and 1984–1994: both 87
    ("multi_family", "residential", "to_1918", 98 + 15, 15),
    # 1991–2000 is 4/10 in 1984–1994 (80) and 6/10 in 1995–2011 (67): 72.2
    ("multi_family", "residential", "1991_2000", 72.2 + 15, 15),
    ("large_multi_family", "residential", "1979_1990", (5 * 80 + 7 * 67) / 12 + 15, 15),
    # 2011 is the last year of 1995–2011 (62), eight of nine are 2012–2020 (48)
    ("single_family", "residential", "2011_2019", (62 + 8 * 48) / 9 + 10, 10),
    ("single_family", "residential", "unknown", 83 + 10, 10),
    (None, "office", "1949_1978", 107.6, 0),
    (None, "education", "to_1918", 192.56, 0),
    # nine of ten years 1979–2009 (77.73), one from 2010 (54.79)
    (None, "trade", "2001_2010", 0.9 * 77.73 + 0.1 * 54.79, 0),
    (None, "industry", "unknown", 35.62, 0),
    (None, "health", "from_2020", 81.89, 0),
]  # fmt: skip


@pytest.mark.parametrize(("house_type", "category", "age", "total", "hot_water"), BY_HAND)
def test_specific_need_by_hand(house_type, category, age, total, hot_water):
    stock = stock_of(house(0, 0), house_type=house_type, heat_category=category, age_class=age)
    need = specific_need(stock, mixture_of())
    assert need.total[0] == pytest.approx(total, abs=1e-3)
    assert need.hot_water[0] == hot_water
    assert need.low[0] <= need.total[0] <= need.high[0]


def test_a_mixed_age_gets_the_mean_of_the_figures():
    stock = stock_of(house(0, 0), age_class="unknown")
    mixture = mixture_of([("h0000", "age_class", "to_1918", 0.25), ("h0000", "age_class", "1949_1978", 0.75)])
    # 0.25 × 113 + 0.75 × 93 + 10
    assert specific_need(stock, mixture).total[0] == pytest.approx(108)


def test_a_known_age_counts_before_a_mixture():
    stock = stock_of(house(0, 0), age_class="1949_1978")
    mixture = mixture_of([("h0000", "age_class", "to_1918", 1.0)])
    assert specific_need(stock, mixture).total[0] == pytest.approx(103)


def test_demand_is_area_times_need_and_unheated_buildings_have_none():
    stock = stock_of(
        {"geometry": house(0, 0), "floor_area_m2": 200.0},
        {"geometry": house(20, 0), "heated": False},
        {"geometry": house(40, 0), "floor_area_m2": np.nan},
    )
    outcome = heat_demand(stock, mixture_of(), SOURCE)
    row = outcome.frame.iloc[0]
    assert (row["useful_heat_kwh"], row["hot_water_kwh"]) == (pytest.approx(20_600), 2000)  # 200 × (93 + 10)
    assert outcome.dropped == {"not_heated": 1, "without_floor_area": 1}
    assert outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values())


def test_final_energy_follows_the_heaters_of_the_cell():
    keys = pd.Index(["a", "b", "c"])
    mixture = mixture_of([
        ("a", "carrier", "gas", 0.5), ("a", "carrier", "ambient", 0.5), ("b", "carrier", "district_heating", 1.0),
    ])  # fmt: skip
    final = final_energy(np.array([1000.0, 1000.0, 1000.0]), keys, mixture)
    by_carrier = dict(zip(final.carriers, final.kwh[0]))
    # half of it gas at 1.12, half a heat pump at 3.0: a third electricity, two thirds ambient heat
    assert by_carrier["natural_gas"] == pytest.approx(560)
    assert by_carrier["electricity"] == pytest.approx(500 / 3, abs=1e-2)
    assert by_carrier["ambient"] == pytest.approx(1000 / 3, abs=1e-2)
    assert dict(zip(final.carriers, final.kwh[1]))["heat_network"] == pytest.approx(1030)
    assert dict(zip(final.carriers, final.kwh[2]))["unknown"] == pytest.approx(1150)
    assert list(final.prevailing()[0]) == ["natural_gas", "heat_network", "unknown"]


def test_no_heated_building_is_an_error_that_says_what_to_check():
    with pytest.raises(EnactError) as raised:
        heat_demand(stock_of(house(0, 0), heated=False), mixture_of(), SOURCE)
    assert (raised.value.code, raised.value.params) == ("demand_nothing_heated", {"total": 1})


@pytest.mark.parametrize("scheme", ["census_2011", "census_2022", "kww", "iwu", "plan"])
def test_classes_of_years_are_split_without_loss(scheme):
    for shares in class_shares(scheme).values():
        assert sum(shares.values()) == pytest.approx(1)


@given(st.integers(0, 2**32 - 1))
def test_shares_of_ages_sum_to_one_and_order_changes_nothing(seed):
    stock, _ = random_town(seed, houses=12)
    rng = np.random.default_rng(seed)
    mixture = mixture_of([
        (key, "age_class", age, share)
        for key in stock["building_id"][::2]
        for age, share in zip(AGES[:3], rng.dirichlet((1, 1, 1)))
    ])  # fmt: skip
    ages = age_matrix(stock["age_class"], mixture, pd.Index(stock["building_id"]), AGES)
    assert np.allclose(ages.sum(axis=1), 1)
    assert np.allclose((ages @ split("kww", AGES, tuple(dict.fromkeys(
        target for name in AGES for target in class_shares("kww")[name])))).sum(axis=1), 1)  # fmt: skip
    order = rng.permutation(len(stock))
    straight = heat_demand(stock, mixture, SOURCE).frame.set_index("building_id")["useful_heat_kwh"]
    shuffled = heat_demand(stock.iloc[order], mixture.sample(frac=1, random_state=1), SOURCE).frame
    assert np.allclose(shuffled.set_index("building_id")["useful_heat_kwh"].reindex(straight.index), straight)
