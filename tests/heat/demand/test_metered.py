from __future__ import annotations

import pandas as pd
import pytest
from towns import SOURCE, house, mixture_of, stock_of

from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.demand.metered import Metered


def street(count, carriers=("gas",)):
    """Houses of 100 m² in one street, all heated alike, and their addresses."""
    stock = stock_of(*[house(20 * n, 0) for n in range(count)])
    keys = stock["building_id"]
    mixture = mixture_of([(key, "carrier", name, 1 / len(carriers)) for key in keys for name in carriers])
    addresses = pd.DataFrame(
        {
            "building_id": keys,
            "street": "Musterstraße",
            "house_number": [str(n + 1) for n in range(count)],
            "postcode": None,
        }
    )
    return stock, mixture, addresses


def delivery(text, kwh, carrier="natural_gas", key="d1"):
    return {
        "consumption_id": key, "address_group": text, "block_id": None, "heat_carrier": carrier, "connections": None,
        "consumption_kwh_a": kwh,
    }  # fmt: skip


def demand_of(town, *deliveries):
    stock, mixture, addresses = town
    metered = Metered(pd.DataFrame(deliveries), addresses)
    return heat_demand(stock, mixture, SOURCE, metered=metered).frame


def test_a_group_total_holds_for_the_group_and_is_no_buildings_figure():
    # ten houses of 100 m² × 103 kWh/m² × 1.12 = 11,536 kWh of gas each; five of them got 45,000 kWh together
    frame = demand_of(street(10), delivery("Musterstr. 1-5", 45_000.0))
    group, others = frame.iloc[:5], frame.iloc[5:]
    assert group["final_energy_kwh"].sum() == pytest.approx(45_000, abs=1)
    assert group["useful_heat_kwh"].sum() == pytest.approx(45_000 / 1.12, abs=1)
    assert set(group["demand_source"]) == {"measured_group"}
    assert set(others["demand_source"]) == {"model"}
    assert others["final_energy_kwh"].sum() == pytest.approx(5 * 11_536, abs=1)


def test_what_was_metered_has_no_span():
    frame = demand_of(street(10), delivery("Musterstr. 1-5", 45_000.0))
    spans = frame["useful_heat_high_kwh"] - frame["useful_heat_low_kwh"]
    assert (spans.iloc[:5] == 0).all()
    assert (spans.iloc[5:] > 0).all()


def test_only_the_delivered_carrier_is_scaled():
    # half gas, half oil: gas is halved, the oil stays
    frame = demand_of(street(6, ("gas", "oil")), delivery("Musterstr. 1-6", 6 * 5_150 * 1.12 / 2))
    expected = 6 * (5_150 * 1.12 / 2 + 5_150 * 1.18)
    assert frame["final_energy_kwh"].sum() == pytest.approx(expected, abs=2)


def test_a_house_of_unknown_heating_that_gets_gas_is_heated_with_gas():
    stock, _, addresses = street(6)
    frame = demand_of((stock, mixture_of(), addresses), delivery("Musterstr. 1-6", 60_000.0))
    assert set(frame["carrier"]) == {"natural_gas"}
    assert set(frame["carrier_source"]) == {"measured"}
    assert frame["final_energy_kwh"].sum() == pytest.approx(60_000, abs=1)


def test_a_total_in_the_wrong_unit_is_not_applied():
    frame = demand_of(street(6), delivery("Musterstr. 1-6", 60.0))
    assert set(frame["demand_source"]) == {"model"}


def test_no_delivery_changes_nothing():
    stock, mixture, addresses = street(6)
    plain = heat_demand(stock, mixture, SOURCE).frame
    empty = Metered(pd.DataFrame([delivery("x", 1.0)]).iloc[:0], addresses)
    pd.testing.assert_frame_equal(
        pd.DataFrame(plain.drop(columns="geometry")),
        pd.DataFrame(heat_demand(stock, mixture, SOURCE, metered=empty).frame.drop(columns="geometry")),
    )
