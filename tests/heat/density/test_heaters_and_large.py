from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, house, line, mixture_of, random_town, stock_of, streets_of

from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.density.heaters import block_heaters
from enact_plugin.heat.density.large import large_heat_users
from enact_plugin.heat.metered.heating import Heaters

SQUARE = [line((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]


def block_of(stock, mixture, heaters=None, streets=None):
    made = building_blocks(BlockInputs(stock, streets_of(*SQUARE) if streets is None else streets), SOURCE)
    heated = stock.loc[stock["heated"], "building_id"]
    members = made.members.frame[made.members.frame["building_id"].isin(heated)]
    return block_heaters(made.blocks.frame, members, mixture, heaters, SOURCE), members


def test_each_building_has_one_generator_where_nothing_was_delivered():
    stock = stock_of(*[house(10 + 13 * n, 10) for n in range(6)])
    mixture = mixture_of(
        [(key, "carrier", name, 0.5) for key in stock["building_id"] for name in ("gas", "oil")]
    )
    outcome, _ = block_of(stock, mixture)
    (row,) = outcome.frame.to_dict("records")
    assert (row["generators"], row["gas_boilers"], row["oil_boilers"]) == (6, 3, 3)
    assert row["delivered_percent"] == 0
    assert row["prevailing_generator"] == "gas_boiler"


def test_delivered_heaters_are_counted_and_their_share_is_told():
    stock = stock_of(*[house(10 + 13 * n, 10) for n in range(6)])
    addresses = pd.DataFrame(
        {
            "building_id": stock["building_id"],
            "street": "Musterstraße",
            "house_number": [str(n + 1) for n in range(6)],
            "postcode": None,
        }
    )
    heaters = pd.DataFrame(
        [
            {
                "heater_id": "f1", "address_group": "Musterstr. 1-3", "block_id": None, "generator": "oil_boiler",
                "heat_carrier": "unknown", "power_kw": 20.0, "generators": 4,
            }
        ]
    )  # fmt: skip
    outcome, _ = block_of(stock, mixture_of(), Heaters(heaters, addresses))
    (row,) = outcome.frame.to_dict("records")
    # four delivered, and one for each of the three others of which nobody knows the kind
    assert (row["oil_boilers"], row["unknown_generators"], row["generators"]) == (4, 3, 7)
    assert row["delivered_percent"] == 50
    assert row["prevailing_generator"] == "oil_boiler"


@given(st.integers(0, 2**32 - 1))
def test_generators_in_blocks_and_outside_are_those_of_the_heated_buildings(seed):
    stock, streets = random_town(seed)
    outcome, members = block_of(stock, mixture_of(), streets=streets)
    inside = members["block_id"].isin(outcome.frame["block_id"]).sum()
    assert outcome.frame["generators"].sum() == pytest.approx(inside)
    (told,) = outcome.findings
    assert told.values == {"count": inside, "all": len(members)}


def test_large_users_are_named_unless_they_are_homes():
    # 5,000 m² × 107.6 kWh/m² of offices before 1979 × 1.15 = 619 MWh
    rows = [
        {
            "geometry": house(0, 0), "use": "office", "heat_category": "office", "floor_area_m2": 5000.0,
            "name": "Rathaus",
        },
        {"geometry": house(30, 0), "floor_area_m2": 9000.0, "house_type": "large_multi_family", "name": "Haus Meier"},
        {"geometry": house(60, 0), "floor_area_m2": 150.0, "name": None},
    ]  # fmt: skip
    stock = stock_of(*rows)
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    frame = large_heat_users(stock, demand, SOURCE).frame.set_index("building_id")
    assert set(frame.index) == {"h0000", "h0001"}
    assert frame["final_energy_mwh_a"].is_monotonic_decreasing
    assert frame.loc["h0000", "name"] == "Rathaus"
    assert frame.loc["h0001", "name"] is None
    assert frame.loc["h0000", "final_energy_mwh_a"] == pytest.approx(5000 * 107.6 * 1.15 / 1000, rel=1e-3)
    assert stock.geometry.iloc[0].contains(frame.geometry["h0000"])


def test_a_part_of_a_groups_total_is_not_listed_as_one_buildings_figure():
    stock = stock_of(house(0, 0), house(30, 0), floor_area_m2=9000.0, name=None)
    demand = heat_demand(stock, mixture_of(), SOURCE).frame
    demand.loc[0, "demand_source"] = "measured_group"
    outcome = large_heat_users(stock, demand, SOURCE)
    assert outcome.frame["building_id"].tolist() == ["h0001"]
    assert outcome.dropped == {"shares_group_total": 1}
    assert outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values())


def test_no_large_user_is_an_empty_layer():
    stock = stock_of(house(0, 0), name=None)
    outcome = large_heat_users(stock, heat_demand(stock, mixture_of(), SOURCE).frame, SOURCE)
    assert len(outcome.frame) == 0
    assert outcome.frame.crs == stock.crs
