from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.heat.balance.balance import bisko_table, covered_sectors, energy_balance, sector_states
from enact_plugin.heat.balance.factors import (
    LocalFactors,
    balance_carriers,
    factor_sets,
    factors,
)
from enact_plugin.heat.balance.quality import data_quality, grade_weights, quality_grades
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values

CARRIERS = tuple(value.code for value in values("heat_carrier"))


def energy(*items, **common):
    """Rows of (sector, carrier, kWh)."""
    table = [
        {"year": 2022, "sector": s, "carrier": c, "final_energy_kwh": kwh, **common} for s, c, kwh in items
    ]
    return pd.DataFrame(table)


def code(call, *args, **more):
    with pytest.raises(EnactError) as caught:
        call(*args, **more)
    return caught.value


energies = st.lists(
    st.tuples(
        st.sampled_from([2019, 2022, 2030, 2044]),
        st.sampled_from(covered_sectors()),
        st.sampled_from(CARRIERS),
        st.floats(0, 1e9),
        st.sampled_from(sorted(quality_grades())),
    ),
    min_size=1,
    max_size=40,
).map(lambda items: pd.DataFrame(items, columns=["year", "sector", "carrier", "final_energy_kwh", "source"]))
sets = st.sampled_from(sorted(factor_sets()))


def test_a_small_balance_by_hand():
    given_energy = energy(
        ("households", "natural_gas", 600_000.0),
        ("households", "natural_gas", 400_000.0),  # the same cell twice
        ("households", "electricity", 100_000.0),
        ("households", "ambient", 200_000.0),
        ("services", "heating_oil", 500_000.0),
    )
    balance = energy_balance(given_energy, "kww")
    # 1000 · 0.240 + 100 · 0.499 + 200 · 0 + 500 · 0.310 = 240 + 49.9 + 0 + 155 = 444.9 t
    total = balance.totals.iloc[0]
    assert total["final_energy_mwh"] == pytest.approx(1800)
    assert total["emissions_t"] == pytest.approx(444.9)
    assert total["renewable_waste_heat_share"] == pytest.approx(200 / 1800)
    assert total["undecided_share"] == pytest.approx(
        100 / 1800
    )  # electricity: its making is not in the balance
    assert len(balance.table) == 4


def test_factors_are_linear_between_two_years_and_those_of_the_nearest_outside():
    asked = pd.DataFrame({"carrier": "electricity", "year": [2022, 2026, 2030, 2010, 2060]})
    found = factors(asked, "kww")
    # 2025: 0.260, 2030: 0.110; one fifth of the way: 0.260 − 0.2 · 0.150 = 0.230
    assert found["factor_t_mwh"].tolist() == pytest.approx([0.499, 0.230, 0.110, 0.499, 0.015])
    assert found["factor_state"].tolist() == ["given", "interpolated", "given", "nearest", "nearest"]


def test_no_other_set_helps_out_where_one_has_no_factor():
    balance = energy_balance(
        energy(("households", "heat_network", 1e6), ("households", "natural_gas", 1e6)), "kww"
    )
    bare = balance.table.set_index("carrier").loc["heat_network"]
    assert np.isnan(bare["emissions_t"])
    assert bare["factor_state"] == "none"
    assert balance.totals["without_factor_mwh"].tolist() == [1000.0]
    assert balance.totals["emissions_t"].tolist() == pytest.approx([240.0])
    told = {finding.id: finding.values for finding in balance.findings}
    assert told["balance_without_factor"]["carriers"] == "heat_network"
    assert told["balance_without_factor"]["percent"] == 50.0


def test_a_carrier_takes_the_factor_of_its_parent_in_the_same_set_and_this_is_told():
    balance = energy_balance(energy(("households", "biomethane", 1e6)), "bisko")
    assert balance.table.loc[0, "factor_carrier"] == "biogas"
    assert "balance_factor_of_other_carrier" in {finding.id for finding in balance.findings}


def test_the_local_network_has_its_own_factor():
    local = LocalFactors({"heat_network": {2022: 0.2, 2042: 0.0}}, "Stadtwerke, exergetisch")
    given_energy = energy(("households", "heat_network", 1e6))
    balance = energy_balance(given_energy.assign(year=2032), "kww", local)
    assert balance.table.loc[0, "emissions_t"] == pytest.approx(100.0)  # 1000 MWh · 0.1
    assert balance.table.loc[0, "factor_source"] == "Stadtwerke, exergetisch"
    assert "balance_factor_local" in {finding.id for finding in balance.findings}


def test_unknown_carriers_stay_in_the_balance_and_are_told():
    balance = energy_balance(
        energy(("households", "unknown", 3e6), ("households", "solid_biomass", 1e6)), "bisko"
    )
    told = {finding.id: finding.values for finding in balance.findings}
    assert (told["balance_carrier_not_known"]["mwh"], told["balance_carrier_not_known"]["percent"]) == (
        3000.0,
        75.0,
    )
    assert "balance_without_factor" not in told


@given(energies, sets)
def test_no_energy_is_lost_and_emissions_are_energy_times_factor(given_energy, factor_set):
    balance = energy_balance(given_energy, factor_set)
    by_cell = given_energy.groupby(["year", "sector", "carrier"])["final_energy_kwh"].sum() / 1000
    found = balance.table.set_index(["year", "sector", "carrier"])["final_energy_mwh"]
    pd.testing.assert_series_equal(found, by_cell, check_names=False)
    factor = factors(given_energy[["carrier", "year"]], factor_set)["factor_t_mwh"]
    emissions = (given_energy["final_energy_kwh"] / 1000 * factor).groupby(given_energy["year"]).sum()
    assert balance.totals["emissions_t"].to_numpy() == pytest.approx(emissions.to_numpy(), rel=1e-9, abs=1e-9)
    parts = balance.totals[
        [f"{name}_mwh" for name in ("renewable", "waste_heat", "fossil", "undecided", "unknown")]
    ]
    assert parts.sum(axis=1).to_numpy() == pytest.approx(balance.totals["final_energy_mwh"].to_numpy())


@given(energies, sets, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(given_energy, factor_set, random):
    order = list(range(len(given_energy)))
    random.shuffle(order)
    one = energy_balance(given_energy, factor_set)
    other = energy_balance(given_energy.iloc[order], factor_set)
    pd.testing.assert_frame_equal(one.table, other.table)
    pd.testing.assert_frame_equal(one.totals, other.totals)


@given(energies)
def test_the_input_is_left_as_it_is(given_energy):
    before = given_energy.copy()
    energy_balance(given_energy, "bisko")
    data_quality(given_energy)
    pd.testing.assert_frame_equal(given_energy, before)


def test_useful_heat_that_one_row_lacks_is_unknown_not_smaller():
    frame = energy(("households", "natural_gas", 1000.0), ("households", "natural_gas", 1000.0))
    balance = energy_balance(frame.assign(useful_heat_kwh=[900.0, np.nan]), "kww")
    assert balance.table["useful_heat_mwh"].isna().all()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"final_energy_kwh": -1.0}, "balance_energy_negative"),
        ({"final_energy_kwh": np.nan}, "balance_energy_missing"),
        ({"year": None}, "balance_year_missing"),
        ({"carrier": "gas"}, "balance_carrier_unknown"),
        ({"carrier": None}, "balance_carrier_unknown"),
        ({"sector": "transport"}, "balance_sector_unknown"),
    ],
)
def test_rows_that_cannot_be_right_are_refused(change, expected):
    frame = energy(("households", "natural_gas", 1.0)).assign(**change)
    assert code(energy_balance, frame, "bisko").code == expected


def test_a_frame_without_rows_or_columns_is_refused():
    frame = energy(("households", "natural_gas", 1.0))
    assert code(energy_balance, frame.head(0), "bisko").code == "balance_empty"
    assert code(energy_balance, frame.drop(columns="year"), "bisko").params == {"columns": "year"}


def test_one_table_has_one_set_of_factors():
    frame = energy(("households", "natural_gas", 1.0))
    assert code(energy_balance, frame, "gemis").code == "factor_set_unknown"
    assert code(energy_balance, frame, ("bisko", "kww")).code == "factor_sets_mixed"


def test_a_local_factor_is_for_the_network_and_in_tonnes_per_mwh():
    frame = energy(("households", "heat_network", 1.0))
    mix = LocalFactors({"electricity": {2022: 0.0}}, "Ökostrom")
    assert code(energy_balance, frame, "bisko", mix).code == "local_factor_not_allowed"
    for wrong in (120.0, -0.1, float("nan")):  # 120 g/kWh
        local = LocalFactors({"heat_network": {2022: wrong}}, "Stadtwerke")
        assert code(energy_balance, frame, "bisko", local).code == "local_factor_out_of_range"


def test_bisko_marks_what_is_outside_and_what_is_not_known_and_never_as_zero():
    balance = energy_balance(
        energy(("households", "natural_gas", 1e6), ("municipal", "unknown", 1e6)), "bisko"
    )
    table = bisko_table(balance, 2022).set_index("sector")
    assert list(table.index) == list(sector_states())
    assert table["state"].to_dict() == {
        "households": "value", "services": "unknown", "industry": "unknown", "municipal": "value",
        "transport": "outside",
    }  # fmt: skip
    assert table.loc[["services", "industry", "transport"], "final_energy_mwh"].isna().all()
    assert table.loc["households", "emissions_t"] == pytest.approx(247.0)
    assert code(bisko_table, balance, 2030).params == {"year": 2030, "years": "2022"}


def test_data_quality_by_hand():
    frame = pd.concat([
        energy(("households", "natural_gas", 600.0), source="measured_group"),
        energy(("households", "heating_oil", 400.0), source="census"),
        energy(("services", "natural_gas", 1000.0), source="model"),
    ])  # fmt: skip
    table = data_quality(frame).set_index("sector")["data_quality"]
    # households: (600 · 1 + 400 · 0.25) / 1000 = 0.7; services: 0; all: 700 / 2000 = 0.35
    assert table.to_dict() == pytest.approx({"households": 0.7, "services": 0.0, "all": 0.35})


@given(energies)
def test_data_quality_lies_between_the_grades_and_keeps_all_energy(given_energy):
    table = data_quality(given_energy)
    grades = table[[f"grade_{name.lower()}_mwh" for name in grade_weights()]].sum(axis=1)
    assert grades.to_numpy() == pytest.approx(table["final_energy_mwh"].to_numpy())
    known = table["data_quality"].dropna()
    assert known.between(0, 1 + 1e-12).all()
    whole = table[table["sector"].eq("all")]["final_energy_mwh"].sum()
    assert whole == pytest.approx(given_energy["final_energy_kwh"].sum() / 1000)


def test_data_quality_asks_for_the_source_of_each_value():
    frame = energy(("households", "natural_gas", 1.0))
    assert code(data_quality, frame).params == {"columns": "source"}
    assert code(data_quality, frame.assign(source="rumour")).code == "balance_source_unknown"


def test_the_tables_know_each_carrier_and_each_source_of_a_value():
    assert set(balance_carriers()) == set(CARRIERS)
    assert set(quality_grades()) == {value.code for value in values("value_source")}
    assert set(quality_grades().values()) <= set(grade_weights())
    group = {value.code: value.group for value in values("heat_carrier")}
    for carrier, entry in balance_carriers().items():
        assert not entry.takes or group[entry.takes] == group[carrier]
        assert not entry.takes or not balance_carriers()[entry.takes].takes  # one step, no chains


def test_each_factor_has_a_source_one_per_year_and_says_whether_it_was_checked():
    table = pd.DataFrame(rows("emission_factors"))
    assert not table.duplicated(["factor_set", "carrier", "year"]).any()
    assert set(table["factor_set"]) == set(factor_sets())
    assert set(table["carrier"]) <= set(CARRIERS)
    assert table["t_mwh"].astype(float).between(0, 1).all()
    assert table["source"].ne("").all()
    assert table.loc[table["checked"].eq("no"), "note"].str.contains("nicht am Original geprüft").all()


def test_figures_that_nobody_compared_with_the_original_are_told():
    balance = energy_balance(energy(("households", "natural_gas", 1.0)), "bisko")
    assert "balance_factor_unchecked" in {finding.id for finding in balance.findings}
