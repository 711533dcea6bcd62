"""Heat of blocks and sections as it leaves the house."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from privacy_attacks import determined, figure
from towns import CRS, SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.errors import EnactError
from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.sections.sections import SectionInputs, street_sections
from enact_plugin.publish.gate.released import ReceiptLine, Released, release
from enact_plugin.publish.heat_sums import BLOCKS, SECTIONS, TOTALS, HeatInputs, heat_sums

SQUARE = [line((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]


def inputs_of(stock, streets, mixture=None) -> HeatInputs:
    """What the workspace holds after the heat analysis."""
    mixture = mixture_of() if mixture is None else mixture
    blocks = building_blocks(BlockInputs(stock, streets), SOURCE)
    sections = street_sections(SectionInputs(streets, stock), SOURCE)
    return HeatInputs(
        stock, mixture, heat_demand(stock, mixture, SOURCE).frame, blocks.blocks.frame, blocks.members.frame,
        sections.sections.frame, sections.members.frame, sources=(SOURCE,),
    )  # fmt: skip


def square(count: int, **columns) -> HeatInputs:
    """Houses of 100 m² along two sides of one block of a hectare."""
    rows = [house(5 + 9.5 * n, y, 9, 10) for n in range(count // 2) for y in (10, 80)]
    return inputs_of(stock_of(*rows, **columns), streets_of(*SQUARE))


def value(found: dict[str, Released], name: str) -> float:
    """Figure of the municipality."""
    return found[TOTALS].frame.set_index("figure")["value_mwh_a"][name]


def test_a_block_by_hand():
    found = heat_sums(square(12, floor_area_m2=150.0))
    (row,) = found[BLOCKS].frame.to_dict("records")
    # 12 houses × 150 m² × (93 + 10) kWh/m² = 12 × 15.45 MWh; ± 10 %: 1.2222^13 = 13.59 to 16.60 is told as 15.0
    assert row["heat_mwh_a"] == 180.0
    assert row["density_mwh_ha"] == 180.0
    assert row["treatment"] == "shown"
    assert (row["prevailing_type"], row["prevailing_age"]) == ("single_family", "1949_1968")
    assert row["unknown_percent"] == 100
    assert np.isnan(row["other_percent"])
    assert value(found, "heat") == 180.0
    assert found[BLOCKS].line == ReceiptLine(BLOCKS, 1, 1)


def test_four_houses_are_shown_nowhere():
    inputs = square(6)
    found = heat_sums(replace(inputs, demand=inputs.demand[:4]))
    (row,) = found[BLOCKS].frame.to_dict("records")
    assert row["treatment"] == "withheld"
    assert pd.isna(
        [row[name] for name in row if name.endswith(("_a", "_ha", "_percent")) and name != "area_ha"]
    ).all()
    assert row["prevailing_type"] is None
    assert np.isnan(value(found, "heat"))
    assert found[BLOCKS].line.reasons == {"too_few": 1}
    assert found[BLOCKS].line.withheld_percent == 100.0


def test_whoever_holds_all_houses_but_one_is_one_contributor():
    inputs = square(12)
    keys = inputs.stock["building_id"]
    held = pd.Series("Wohnungsgesellschaft", index=keys[:11])
    (row,) = heat_sums(replace(inputs, holders=held))[BLOCKS].frame.to_dict("records")
    assert row["treatment"] == "withheld"


def test_a_carrier_of_three_houses_goes_with_another():
    """In one block, and in a second one, too: else the three would be the town's less the other blocks'."""
    rows = [
        house(200 * block + 5 + 9.5 * n, y, 9, 10) for block in range(3) for n in range(10) for y in (10, 80)
    ]
    squares = [line((x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0)) for x in (0, 200, 400)]
    inputs = inputs_of(stock_of(*rows), streets_of(*squares))
    keys = inputs.stock["building_id"].tolist()
    networks = {*keys[17:20], *keys[34:40], *keys[53:60]}
    told = [
        (key, "carrier", "district_heating" if key in networks else "gas" if n % 20 < 8 else "oil", 1.0)
        for n, key in enumerate(keys)
    ]
    found = heat_sums(replace(inputs, mixture=mixture_of(told),
                              demand=heat_demand(inputs.stock, mixture_of(told), SOURCE).frame))  # fmt: skip
    blocks = found[BLOCKS].frame
    assert len(blocks) == 3
    percent = blocks[["gas_percent", "oil_percent", "heat_network_percent"]]
    hidden = percent.isna().sum(axis=1)
    first = percent.iloc[blocks.geometry.centroid.x.argmin()]
    assert np.isnan(first["heat_network_percent"])
    assert sorted(hidden) == [0, 2, 2]
    assert (percent.sum(axis=1) + blocks["other_percent"].fillna(0)).to_numpy() == pytest.approx(100, abs=2)
    assert blocks["other_percent"].isna().tolist() == (hidden == 0).tolist()
    assert value(found, "heat_network_energy") > 0


def test_restricted_sites_are_cut_out_of_figures_shapes_and_totals():
    inputs = square(24)
    site = gpd.GeoDataFrame({"site_id": ["k"]}, geometry=[house(-5, 70, 60, 60)], crs=CRS)
    whole, cut = heat_sums(inputs), heat_sums(replace(inputs, restricted=site))
    inside = shapely.intersects(inputs.stock.geometry.to_numpy(), site.geometry.iloc[0])
    assert cut[BLOCKS].line.restricted == inside.sum() > 0
    share = 1 - inside.mean()
    assert value(cut, "heat") == pytest.approx(share * value(whole, "heat"), abs=1)
    for layer in (BLOCKS, SECTIONS):
        assert shapely.intersection(cut[layer].frame.geometry.union_all(), site.geometry.iloc[0]).area == 0
        assert not shapely.intersects(
            shapely.buffer(cut[layer].frame.geometry.to_numpy(), -0.01), site.geometry.iloc[0]
        ).any()
    everything = gpd.GeoDataFrame({"site_id": ["k"]}, geometry=[house(-5, -5, 400, 400)], crs=CRS)
    with pytest.raises(EnactError) as raised:
        heat_sums(replace(inputs, restricted=everything))
    assert raised.value.code == "gate_nothing_left"


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_no_house_of_a_town_follows_from_all_its_figures(seed):
    """The published table and map only: members of areas are found by where houses lie, not by the gate."""
    stock, streets = random_town(seed, houses=60)
    inputs = inputs_of(stock, streets)
    found = heat_sums(inputs)
    keys = inputs.demand.loc[inputs.demand["useful_heat_kwh"] > 0, "building_id"].tolist()
    shown = [figure(np.arange(len(keys)), 0, 0)] if np.isfinite(value(found, "heat")) else []
    for layer, members, areas, key in (
        (BLOCKS, inputs.of_block, inputs.blocks, "block_id"),
        (SECTIONS, inputs.of_section, inputs.sections, "section_id"),
    ):
        shape_of = areas.set_index(key).geometry
        of = members.set_index("building_id")[key].dropna()
        for row in found[layer].frame.itertuples():
            if np.isfinite(row.heat_mwh_a) and row.heat_mwh_a > 0:
                inside = set(shape_of.index[shapely.buffer(row.geometry, 0.01).covers(shape_of.to_numpy())])
                shown.append(figure([n for n, one in enumerate(keys) if of.get(one) in inside], 0, 0))
    assert not determined(shown, len(keys)).any()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_areas_keep_their_heat_and_shapes(seed):
    stock, streets = random_town(seed, houses=80)
    inputs = inputs_of(stock, streets)
    found = heat_sums(inputs)
    blocks = found[BLOCKS].frame
    own = inputs.blocks
    filled = own["block_id"].isin(inputs.of_block.loc[inputs.of_block["building_id"].isin(inputs.demand["building_id"]),
                                                      "block_id"])  # fmt: skip
    assert shapely.area(blocks.geometry.to_numpy()).sum() == pytest.approx(own.geometry.area.sum())
    line_ = found[BLOCKS].line
    assert line_.shown + line_.merged + line_.withheld == line_.rows_in == filled.sum()
    assert blocks["areas"].sum() == len(own)
    place = inputs.demand["building_id"].map(inputs.of_block.set_index("building_id")["block_id"])
    truth = inputs.demand.loc[place.notna(), "useful_heat_kwh"].sum() / 1000
    lost = line_.withheld_percent / 100 * truth
    assert blocks["heat_mwh_a"].sum() == pytest.approx(truth - lost, rel=0.12, abs=len(blocks))


def test_only_the_gate_releases():
    line_ = ReceiptLine(TOTALS, 0, 0)
    with pytest.raises(EnactError) as raised:
        Released(TOTALS, line_, (), pd.DataFrame(), object())
    assert raised.value.code == "gate_bypassed"
    for layer, frame in (
        (TOTALS, pd.DataFrame({"figure": ["heat"]})),
        (TOTALS, pd.DataFrame({"figure": ["heat"], "value_mwh_a": [1.0], "owner": ["x"]})),
        ("building_demand", pd.DataFrame({"building_id": ["h"]})),
    ):
        with pytest.raises(EnactError) as raised:
            release(layer, frame, line_, ())
        assert raised.value.code in ("gate_columns", "public_layer_unknown")


def test_what_was_released_cannot_be_changed():
    found = heat_sums(square(12))[TOTALS]
    mine = found.frame
    mine.loc[0, "value_mwh_a"] = -1
    assert (found.frame["value_mwh_a"].dropna() >= 0).all()
