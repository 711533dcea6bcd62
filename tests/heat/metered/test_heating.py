from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE, mixture_of

from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.demand.final import final_energy
from enact_plugin.heat.metered.heating import Heaters, told_heating
from enact_plugin.reference.heat_tables import final_per_useful, generator_of, heater_kinds

KEYS = pd.Index([f"b{n}" for n in range(5)])
ADDRESSES = pd.DataFrame(
    {
        "building_id": KEYS,
        "street": "Musterstraße",
        "house_number": [str(n + 1) for n in range(5)],
        "postcode": None,
    }
)


def heaters_of(*rows):
    table = [
        {
            "heater_id": f"f{n}", "address_group": "Musterstr. 1-5", "block_id": None, "generator": "unknown",
            "heat_carrier": "unknown", "power_kw": None, "generators": 1, "connections": None, **row,
        }
        for n, row in enumerate(rows)
    ]  # fmt: skip
    return Heaters(pd.DataFrame(table), ADDRESSES)


def shares_of(heaters, census=()):
    mixture = mixture_of([(key, "carrier", name, share) for key in KEYS for name, share in census])
    told = told_heating(mixture, KEYS, heaters)
    rows = told.mixture[told.mixture["attribute"].eq("carrier")]
    return told, rows.pivot_table(index="building_id", columns="value", values="share", aggfunc="sum")


def test_heaters_of_a_group_are_a_mix_by_power_of_which_no_building_has_one():
    told, shares = shares_of(
        heaters_of(
            {"generator": "gas_boiler", "power_kw": 20.0, "generators": 3},
            {"generator": "oil_boiler", "power_kw": 30.0, "generators": 2},
        ),
        [("coal", 1.0)],
    )
    # 3 × 20 = 60 kW of gas to 2 × 30 = 60 kW of oil
    assert shares["gas"].tolist() == pytest.approx([0.5] * 5)
    assert shares["oil"].tolist() == pytest.approx([0.5] * 5)
    assert "coal" not in shares
    assert set(told.mixture["source"]) == {"measured_group"}
    assert told.generators.groupby("generator")["count"].sum().to_dict() == pytest.approx(
        {"gas_boiler": 3, "oil_boiler": 2}
    )


def test_fewer_boilers_than_buildings_leave_the_others_to_the_heat_network_of_the_census():
    _, shares = shares_of(
        heaters_of({"generator": "gas_boiler", "power_kw": 20.0, "generators": 2}),
        [("gas", 0.5), ("district_heating", 0.25), ("coal", 0.25)],
    )
    # two of five buildings burn gas, what does not burn is the network alone
    assert shares["gas"].tolist() == pytest.approx([0.4] * 5)
    assert shares["district_heating"].tolist() == pytest.approx([0.6] * 5)


def test_fewer_boilers_than_buildings_heat_all_where_the_census_knows_nothing_that_burns_not():
    _, shares = shares_of(heaters_of({"generator": "gas_boiler", "generators": 2}), [("gas", 1.0)])
    assert shares["gas"].tolist() == pytest.approx([1.0] * 5)


def test_a_stove_beside_a_boiler_takes_its_part():
    _, shares = shares_of(
        heaters_of(
            {"generator": "oil_boiler", "power_kw": 20.0, "generators": 5},
            {"generator": "log_boiler", "power_kw": 7.0, "generators": 5},
        )
    )
    assert shares["wood"].tolist() == pytest.approx([0.15] * 5)
    assert shares["oil"].tolist() == pytest.approx([0.85] * 5)


def test_stoves_alone_heat_the_house_where_nothing_else_is_known():
    _, shares = shares_of(heaters_of({"generator": "log_boiler", "power_kw": 7.0, "generators": 5}))
    assert shares["wood"].tolist() == pytest.approx([1.0] * 5)


def test_the_carrier_tells_a_boiler_that_has_no_kind():
    _, shares = shares_of(heaters_of({"heat_carrier": "heating_oil", "generators": 5}))
    assert shares["oil"].tolist() == pytest.approx([1.0] * 5)


def test_the_heaters_of_one_address_are_measured():
    told, shares = shares_of(heaters_of({"address_group": "Musterstr. 2", "generator": "gas_boiler"}))
    assert shares.index.tolist() == ["b1"]
    assert told.mixture["source"].tolist() == ["measured"]


def test_without_heaters_there_is_one_for_each_building():
    told, _ = shares_of(None, [("gas", 0.75), ("district_heating", 0.25)])
    assert told.generators.groupby("generator")["count"].sum().to_dict() == pytest.approx(
        {"gas_boiler": 3.75, "transfer_station": 1.25}
    )
    unknown, _ = shares_of(None)
    assert unknown.generators["generator"].tolist() == ["unknown"] * 5


def test_demand_burns_what_the_chimney_sweep_found(stock):
    mixture = mixture_of([(key, "carrier", "gas", 1.0) for key in KEYS])
    plain = heat_demand(stock, mixture, SOURCE).frame
    told = heat_demand(
        stock, mixture, SOURCE, heaters=heaters_of({"generator": "oil_boiler", "generators": 5})
    )
    assert told.frame["useful_heat_kwh"].tolist() == plain["useful_heat_kwh"].tolist()
    assert told.frame["heating_oil_kwh"].sum() == pytest.approx(
        plain["useful_heat_kwh"].sum() * 1.18, rel=1e-5
    )
    assert set(told.frame["carrier_source"]) == {"measured_group"}
    assert "heating_delivered" in told.assumptions


@pytest.fixture
def stock():
    from towns import house, stock_of

    return stock_of(*[{"geometry": house(20 * n, 0), "building_id": key} for n, key in enumerate(KEYS)])


GENERATORS = sorted(heater_kinds())


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "generator": st.sampled_from(GENERATORS),
                "heat_carrier": st.sampled_from(["natural_gas", "heating_oil", "solid_biomass", "unknown"]),
                "power_kw": st.one_of(st.none(), st.floats(1, 200)),
                "generators": st.integers(1, 9),
                "address_group": st.sampled_from(["Musterstr. 1-5", "Musterstr. 1-3", "Musterstr. 4"]),
            }
        ),
        max_size=6,
    ),
    st.lists(st.tuples(st.sampled_from(sorted(set(final_per_useful()) - {"unknown"})), st.floats(0.1, 1)), max_size=3,
             unique_by=lambda item: item[0]),
)  # fmt: skip
def test_shares_sum_to_one_and_heaters_are_counted_once(rows, census):
    total = sum(share for _, share in census)
    told, shares = shares_of(heaters_of(*rows) if rows else None, [(n, s / total) for n, s in census])
    if len(shares):
        assert shares.sum(axis=1).tolist() == pytest.approx([1.0] * len(shares))
    energy = final_energy(pd.Series([1000.0] * 5).to_numpy(), KEYS, told.mixture)
    assert (energy.total_kwh > 0).all()
    delivered = told.generators[told.generators["building_id"].isin(told.mixture.loc[
        told.mixture["source"].isin(("measured", "measured_group")), "building_id"])]  # fmt: skip
    assert delivered["count"].sum() <= sum(row["generators"] for row in rows) + 1e-9


def test_each_kind_of_heating_has_a_heater_that_stands_for_it():
    assert set(generator_of()) == set(final_per_useful())
