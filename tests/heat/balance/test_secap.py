from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.heat.balance.actions import ACTION_COLUMNS, action_areas, secap_actions
from enact_plugin.heat.balance.balance import CellState, covered_sectors, energy_balance
from enact_plugin.heat.balance.factors import LocalFactors, balance_carriers, factor_sets
from enact_plugin.heat.balance.secap import secap_baseline, secap_columns, secap_rows

YEAR, TARGET = 2022, 2040


def energy(year, *items):
    """Rows of (sector, carrier, MWh final energy, MWh useful heat)."""
    table = [
        {
            "year": year,
            "sector": s,
            "carrier": c,
            "final_energy_kwh": 1e3 * mwh,
            "useful_heat_kwh": 1e3 * useful,
        }
        for s, c, mwh, useful in items
    ]
    return pd.DataFrame(table)


def energies(year):
    """Rows with useful heat as heaters give it, or without."""
    rows = st.tuples(
        st.sampled_from(covered_sectors()),
        st.sampled_from(tuple(balance_carriers())),
        st.floats(0, 1e5),
        st.floats(0.5, 1.2) | st.just(float("nan")),
    )
    whole = rows.map(lambda row: (*row[:3], row[2] * row[3]))
    return st.lists(whole, min_size=1, max_size=30).map(lambda items: energy(year, *items))


sets = st.sampled_from(sorted(factor_sets()))


@given(energies(YEAR), sets)
def test_the_inventory_and_the_rest_hold_the_whole_balance(frame, factor_set):
    balance = energy_balance(frame, factor_set)
    found = secap_baseline(balance, YEAR)
    inside = found.states.eq(CellState.VALUE).to_numpy()
    assert np.isnan(found.energy_mwh.to_numpy()[~inside]).all()
    assert not np.isnan(found.energy_mwh.to_numpy()[inside]).any()
    whole = np.nansum(found.energy_mwh.to_numpy()) + found.rest["final_energy_mwh"].sum()
    assert whole == pytest.approx(balance.totals["final_energy_mwh"].sum())
    known = found.emission_states.eq(CellState.VALUE).to_numpy()
    assert not np.isnan(found.emissions_t.to_numpy()[known]).any()


def test_cells_of_the_inventory_by_hand():
    balance = energy_balance(
        energy(YEAR, ("households", "natural_gas", 1000, 900), ("households", "ambient", 200, 200),
               ("services", "lpg", 100, 90), ("industry", "heat_network", 50, 50)), "kww"
    )  # fmt: skip
    found = secap_baseline(balance, YEAR)
    assert found.energy_mwh.loc["residential_buildings", "natural_gas"] == 1000
    assert found.emissions_t.loc["residential_buildings", "natural_gas"] == pytest.approx(240)
    assert (
        found.energy_mwh.loc["residential_buildings", "heating_oil"] == 0
    )  # accounted for, and there is none
    assert (
        found.states.loc["municipal_buildings", "natural_gas"] is CellState.UNKNOWN
    )  # nothing was delivered
    assert found.states.loc["public_lighting", "electricity"] is CellState.OUTSIDE
    assert found.states.loc["residential_buildings", "gasoline"] is CellState.OUTSIDE
    assert found.states.loc["industry_ets", "natural_gas"] is CellState.UNKNOWN
    assert (
        found.emission_states.loc["industry_non_ets", "heat_cold"] is CellState.UNKNOWN
    )  # no factor in this set
    assert np.isnan(found.emissions_t.loc["industry_non_ets", "heat_cold"])
    assert found.factors_t_mwh["natural_gas"] == pytest.approx(0.240)
    assert found.rest["carrier"].tolist() == ["ambient"]
    assert {finding.id for finding in found.findings} == {
        "secap_electricity_for_heat_only", "secap_without_column", "secap_without_factor",
        "secap_emission_trading_not_known",
    }  # fmt: skip


def test_actions_by_hand():
    base = energy_balance(energy(YEAR, ("households", "natural_gas", 1000, 900)), "kww")
    later = energy_balance(
        energy(TARGET, ("households", "natural_gas", 500, 450), ("households", "electricity", 90, 90),
               ("households", "ambient", 180, 180)), "kww"
    )  # fmt: skip
    found = secap_actions(base, YEAR, later, TARGET)
    table = found.frame.set_index("kind")
    # need left: 720 / 900 = 0.8: refurbishment saves 200 MWh and 200 · 0.24 = 48 t of the base
    assert table.loc["refurbishment", "energy_saving_mwh_a"] == pytest.approx(200)
    assert table.loc["refurbishment", "co2_reduction_t_a"] == pytest.approx(48)
    # of the 800 MWh left 300 MWh of gas go, 270 MWh come: 300 · 0.24 − 90 · 0.025 = 69.75 t, 180 MWh renewable
    assert table.loc["heat_pump", "energy_saving_mwh_a"] == pytest.approx(30)
    assert table.loc["heat_pump", "renewable_mwh_a"] == pytest.approx(180)
    assert table.loc["heat_pump", "co2_reduction_t_a"] == pytest.approx(69.75)
    assert list(table.index) == ["refurbishment", "heat_pump"]
    assert found.factor_change_t_a.sum() == pytest.approx(0)
    assert found.findings == ()


@given(energies(YEAR), energies(TARGET), sets)
def test_actions_and_changed_factors_add_up_to_the_difference(before, after, factor_set):
    base, later = energy_balance(before, factor_set), energy_balance(after, factor_set)
    found = secap_actions(base, YEAR, later, TARGET)
    # a sector that the base does not have comes from nothing: all of it is a switch
    saved = base.totals["final_energy_mwh"].sum() - later.totals["final_energy_mwh"].sum()
    assert found.frame["energy_saving_mwh_a"].sum() == pytest.approx(saved, rel=1e-6, abs=1e-3)
    assert list(found.frame.columns) == list(ACTION_COLUMNS)
    assert set(found.frame["kind"]) <= set(action_areas())
    cut = base.totals["emissions_t"].sum() - later.totals["emissions_t"].sum()
    total = found.frame["co2_reduction_t_a"].sum() + found.factor_change_t_a.sum()
    assert total == pytest.approx(cut, rel=1e-6, abs=1e-3)


def test_a_fuel_that_is_gone_is_an_action_and_no_cleaner_factor():
    base = energy_balance(energy(YEAR, ("services", "heating_oil", 100, 85)), "kww")
    local = LocalFactors({"heat_network": {TARGET: 0.05}}, "Stadtwerke")
    later = energy_balance(energy(TARGET, ("services", "heat_network", 90, 85)), "kww", local)
    found = secap_actions(base, YEAR, later, TARGET)
    assert found.frame["kind"].tolist() == ["heat_network"]
    assert found.frame["co2_reduction_t_a"].tolist() == pytest.approx([100 * 0.31 - 90 * 0.05])
    assert found.factor_change_t_a.sum() == pytest.approx(0)


def test_cleaner_electricity_alone_is_no_action():
    base = energy_balance(energy(YEAR, ("services", "electricity", 100, 100)), "kww")
    later = energy_balance(energy(TARGET, ("services", "electricity", 100, 100)), "kww")
    found = secap_actions(base, YEAR, later, TARGET)
    assert found.frame.empty
    assert found.factor_change_t_a["services"] == pytest.approx(100 * (0.499 - 0.025))
    assert [finding.id for finding in found.findings] == ["secap_actions_factor_change"]


def test_what_only_the_municipality_knows_stays_empty_and_is_named():
    base = energy_balance(energy(YEAR, ("services", "natural_gas", 100, 90)), "kww")
    later = energy_balance(energy(TARGET, ("services", "natural_gas", 50, 45)), "kww")
    row = secap_actions(base, YEAR, later, TARGET).frame.iloc[0]
    assert row["to_fill"] == "policy_instrument|origin|responsible_body"
    assert row[["policy_instrument", "origin", "responsible_body"]].isna().all()


def test_balances_of_two_sets_are_never_compared():
    frame = energy(YEAR, ("services", "natural_gas", 100, 90))
    later = energy(TARGET, ("services", "natural_gas", 50, 45))
    with pytest.raises(EnactError) as caught:
        secap_actions(energy_balance(frame, "bisko"), YEAR, energy_balance(later, "kww"), TARGET)
    assert caught.value.code == "factor_sets_mixed"
    both = energy_balance(pd.concat([frame, later]), "kww")
    with pytest.raises(EnactError) as caught:
        secap_actions(both, TARGET, both, YEAR)
    assert caught.value.code == "secap_years_reversed"


def test_each_carrier_and_sector_has_its_place_in_the_inventory():
    assert {entry.secap_column for entry in balance_carriers().values()} - {""} <= set(secap_columns())
    assert {sector for sector, _ in secap_rows().values()} - {""} == set(covered_sectors())
