from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import EAST, NORTH, SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.density.blocks import BlockHeatInputs, block_heat
from enact_plugin.heat.density.grid import heat_grid

SQUARE = [line((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]


def blocks_of(stock, streets, mixture=None):
    mixture = mixture_of() if mixture is None else mixture
    demand = heat_demand(stock, mixture, SOURCE).frame
    made = building_blocks(BlockInputs(stock, streets), SOURCE)
    inputs = BlockHeatInputs(made.blocks.frame, made.members.frame, stock, mixture, demand)
    return block_heat(inputs, SOURCE), demand


def test_density_by_hand():
    stock = stock_of(*[house(10 + 13 * n, y) for n in range(6) for y in (10, 80)], floor_area_m2=150.0)
    outcome, _ = blocks_of(stock, streets_of(*SQUARE))
    (row,) = outcome.frame.to_dict("records")
    # 12 houses × 150 m² × (93 + 10) kWh/m² = 185.4 MWh on one hectare
    assert row["useful_heat_mwh_a"] == pytest.approx(185.4)
    assert row["density_mwh_ha"] == pytest.approx(185.4)
    assert row["specific_kwh_m2"] == pytest.approx(103)
    assert row["largest_consumer_percent"] == pytest.approx(100 / 12, abs=0.05)
    assert (row["prevailing_type"], row["prevailing_type_percent"]) == ("single_family", 100)
    # 1949–1978: twenty of thirty years fall into 1949–1968
    assert (row["prevailing_age"], row["prevailing_age_percent"]) == ("1949_1968", pytest.approx(66.7))
    assert (row["prevailing_carrier"], row["unknown_percent"]) == ("unknown", 100)


def test_one_kwh_per_m2_is_ten_mwh_per_hectare():
    stock = stock_of(*[house(10 + 13 * n, y) for n in range(6) for y in (10, 80)])
    outcome, demand = blocks_of(stock, streets_of(*SQUARE))
    (row,) = outcome.frame.to_dict("records")
    per_m2_of_land = demand["useful_heat_kwh"].sum() / 10_000
    assert row["density_mwh_ha"] == pytest.approx(10 * per_m2_of_land, abs=0.05)


def test_shares_of_carriers_are_those_of_final_energy():
    stock = stock_of(*[house(10 + 13 * n, 10) for n in range(6)])
    half = [("gas", 0.5), ("district_heating", 0.5)]
    mixture = mixture_of(
        [(key, "carrier", name, share) for key in stock["building_id"] for name, share in half]
    )
    outcome, _ = blocks_of(stock, streets_of(*SQUARE), mixture)
    (row,) = outcome.frame.to_dict("records")
    # 0.5 × 1.12 to 0.5 × 1.03
    assert row["gas_percent"] == pytest.approx(100 * 1.12 / 2.15, abs=0.05)
    assert row["heat_network_percent"] == pytest.approx(100 * 1.03 / 2.15, abs=0.05)
    assert row["prevailing_carrier"] == "natural_gas"


def test_a_building_on_the_border_of_cells_counts_in_each_with_its_share():
    west = 100 - EAST % 100  # a border of the grid
    stock = stock_of(house(west - 3, 10 + NORTH % 100, 10, 10))
    grid = heat_grid(stock, heat_demand(stock, mixture_of(), SOURCE).frame, SOURCE).frame
    assert sorted(grid["heated_buildings"].round(6)) == [0.3, 0.7]
    assert grid["useful_heat_mwh_a"].sum() == pytest.approx(10.3)  # 100 m² × 103 kWh/m²
    assert np.allclose(grid["density_mwh_ha"], grid["useful_heat_mwh_a"], atol=0.05)  # a cell is one hectare
    assert (grid.geometry.area == 10_000).all()


@given(st.integers(0, 2**32 - 1))
def test_heat_is_the_same_in_buildings_blocks_and_grid(seed):
    stock, streets = random_town(seed)
    outcome, demand = blocks_of(stock, streets)
    total = demand["useful_heat_kwh"].sum() / 1000
    (told,) = [finding for finding in outcome.findings if finding.id == "block_heat_total"]
    assert outcome.frame["useful_heat_mwh_a"].sum() + told.values["outside"] == pytest.approx(total, abs=0.11)
    grid = heat_grid(stock, demand, SOURCE).frame
    assert grid["useful_heat_mwh_a"].sum() == pytest.approx(total)
    assert grid["heated_buildings"].sum() == pytest.approx(len(demand))
    frame = outcome.frame
    spans = frame[["useful_heat_low_mwh_a", "useful_heat_mwh_a", "useful_heat_high_mwh_a"]].to_numpy()
    assert (np.diff(spans, axis=1) >= -1e-9).all()
    percents = [
        name
        for name in frame
        if name.endswith("_percent") and name.split("_")[0] not in ("prevailing", "largest")
    ]
    assert np.allclose(frame[percents].sum(axis=1), 100, atol=0.5)
    shuffled = stock.sample(frac=1, random_state=1)
    again, _ = blocks_of(shuffled, streets)
    pd.testing.assert_frame_equal(
        pd.DataFrame(again.frame.drop(columns="geometry")), pd.DataFrame(frame.drop(columns="geometry"))
    )
