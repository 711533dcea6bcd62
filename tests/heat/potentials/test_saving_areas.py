from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.demand.refurbished import Depth, saving_share
from enact_plugin.heat.potentials.saving import saving_potential
from enact_plugin.heat.potentials.saving_areas import saving_areas

STREETS = streets_of(
    line((0, 0), (212, 0)), line((0, 100), (212, 100)), line((0, 0), (0, 100)), line((106, 0), (106, 100)),
    line((212, 0), (212, 100)),
)  # fmt: skip


def areas_of(stock, streets=STREETS):
    mixture = mixture_of()
    demand = heat_demand(stock, mixture, SOURCE).frame
    made = building_blocks(BlockInputs(stock, streets), SOURCE)
    rows = stock.set_index("building_id", drop=False).loc[demand["building_id"]]
    share = saving_share(rows, mixture, Depth.USUAL)
    saving = saving_potential(made.blocks.frame, made.members.frame, demand, share, SOURCE).frame
    outcome = saving_areas(
        saving, made.members.frame, demand, SOURCE, lambda high, percent: f"{high:.0f}|{percent:.1f}"
    )
    return outcome, saving


def row_of(x, age):
    return [{"geometry": house(x + 13 * n, 10), "age_class": age} for n in range(6)]


def test_old_houses_are_an_area_and_new_ones_none():
    # single-family houses to 1918: 113 + 10 kWh/m², from which refurbishment saves 18 of 123
    outcome, saving = areas_of(stock_of(*row_of(10, "to_1918"), *row_of(120, "2011_2019")))
    (row,) = outcome.frame.to_dict("records")
    assert row["reasons"] == f"100|{100 * 18 / 123:.1f}"
    assert row["high_consumption"]
    assert row["renewal_area"] is None
    assert row["area_ha"] < saving["area_ha"].sum()


def test_blocks_across_a_street_are_one_area():
    outcome, saving = areas_of(stock_of(*row_of(10, "to_1918"), *row_of(120, "to_1918")))
    assert len(saving) == 2
    assert len(outcome.frame) == 1
    assert outcome.frame["area_ha"].sum() == pytest.approx(saving["area_ha"].sum(), rel=1e-3)


def test_no_area_is_an_empty_layer():
    outcome, _ = areas_of(stock_of(*row_of(10, "2011_2019")))
    assert len(outcome.frame) == 0
    assert outcome.findings[0].values == {"count": 0, "mwh": 0}


@given(st.integers(0, 2**32 - 1))
def test_areas_lie_in_blocks_and_do_not_overlap(seed):
    stock, streets = random_town(seed)
    outcome, saving = areas_of(stock, streets)
    shapes = outcome.frame.geometry.to_numpy()
    whole = shapely.union_all(saving.geometry.to_numpy())
    assert sum(shapely.area(shapely.difference(shape, whole)) for shape in shapes) < 0.01
    if len(shapes):
        assert shapely.area(shapely.union_all(shapes)) == pytest.approx(shapely.area(shapes).sum(), rel=1e-6)
    assert outcome.frame["area_id"].is_unique
