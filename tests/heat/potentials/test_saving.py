from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.demand.refurbished import Depth, saving_share
from enact_plugin.heat.potentials.saving import saving_potential

SQUARE = [line((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]


def saving_of(stock, streets):
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    made = building_blocks(BlockInputs(stock, streets), SOURCE)
    rows = stock.set_index("building_id", drop=False).loc[demand["building_id"]]
    share = saving_share(rows, mixture_of(), Depth.ADVANCED)
    return saving_potential(made.blocks.frame, made.members.frame, demand, share, SOURCE), demand, share


def test_saving_of_a_block_by_hand():
    stock = stock_of(*[house(10 + 13 * n, 10) for n in range(6)])
    outcome, _, _ = saving_of(stock, streets_of(*SQUARE))
    (row,) = outcome.frame.to_dict("records")
    # six houses of 100 m² from 1949–1978: from 93 to 56 kWh/m² of space heat, beside 10 of hot water
    assert row["saving_mwh_a"] == pytest.approx(6 * 3.7, rel=1e-3)
    assert row["saving_percent"] == pytest.approx(100 * 37 / 103, abs=0.06)


@given(st.integers(0, 2**32 - 1))
def test_saving_in_blocks_and_outside_is_that_of_all_buildings(seed):
    stock, streets = random_town(seed)
    outcome, demand, share = saving_of(stock, streets)
    (told,) = outcome.findings
    whole = (demand["space_heat_kwh"].to_numpy() * share).sum() / 1000
    assert outcome.frame["saving_mwh_a"].sum() + told.values["outside"] == pytest.approx(whole, abs=0.6)
    assert (outcome.frame["saving_percent"].dropna() < 100).all()
