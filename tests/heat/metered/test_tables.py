"""Deliveries as rows of the layers consumption and heaters."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.heat.metered.members import match_members
from enact_plugin.heat.metered.tables import (
    CONSUMPTION_COLUMNS,
    Delivery,
    Doubt,
    RowProblem,
    consumption_rows,
    doubt_findings,
    doubts,
    heater_rows,
)

GAS = Delivery(heat_carrier="natural_gas", calorific="lower", climate_factor=1.0)


def raw(**columns):
    count = max(len(values) for values in columns.values())
    frame = {
        "consumption_id": [f"g{row}" for row in range(count)],
        "address_group": ["Weg 1–9"] * count,
        **columns,
    }
    return pd.DataFrame(frame)


def ids(found):
    return [finding.id for finding in found.findings]


def test_the_mean_of_three_years_in_upper_values_by_hand():
    given_rows = raw(value_1=[111.0], value_2=[222.0], value_3=[None], year_from=[2021], year_to=[2023])
    found = consumption_rows(
        given_rows, Delivery(unit="MWh", calorific="upper", heat_carrier="natural_gas", climate_factor=1.1)
    )
    row = found.rows.iloc[0]
    # (111 + 222) / 2 = 166.5 MWh upper; / 1.11 = 150 MWh lower
    assert row["consumption_kwh_a"] == pytest.approx(150_000)
    # 82 % of it is space heating: 150,000 · (0.18 + 0.82 · 1.1) = 162,300
    assert row["consumption_corrected_kwh_a"] == pytest.approx(162_300)
    assert (row["climate_factor"], row["space_heat_share"], row["years"]) == (1.1, 0.82, 2)
    assert (row["calorific"], row["calorific_delivered"], row["upper_per_lower"]) == ("lower", "upper", 1.11)
    assert list(found.rows) == list(CONSUMPTION_COLUMNS)
    assert found.assumptions == ("metered_upper_per_lower", "metered_space_heat_share")


def test_each_year_has_its_own_climate_factor():
    given_rows = raw(value_1=[100.0], value_2=[300.0], climate_factor_1=[1.2], climate_factor_2=[1.0])
    found = consumption_rows(given_rows, Delivery(heat_carrier="heat_network", space_heat_share=0.5))
    # (100 · 1.2 + 300 · 1.0) / 400 = 1.05; 200 · (0.5 + 0.5 · 1.05) = 205
    assert found.rows["climate_factor"].tolist() == pytest.approx([1.05])
    assert found.rows["consumption_corrected_kwh_a"].tolist() == pytest.approx([205])


def test_a_year_without_its_factor_leaves_the_row_uncorrected():
    given_rows = raw(value_1=[100.0], value_2=[300.0], climate_factor_1=[1.2], climate_factor_2=[None])
    found = consumption_rows(given_rows, Delivery(heat_carrier="heat_network"))
    assert found.rows["consumption_kwh_a"].tolist() == [200]
    assert found.rows["consumption_corrected_kwh_a"].isna().all()
    assert ids(found) == ["metered_not_climate_corrected"]


def test_gas_whose_reference_nobody_told_counts_as_billed():
    found = consumption_rows(raw(value=[1110.0]), Delivery(heat_carrier="natural_gas"))
    assert found.rows["consumption_kwh_a"].tolist() == pytest.approx([1000])
    assert "metered_upper_heating_value" in found.assumptions


def test_heat_has_no_heating_value():
    found = consumption_rows(raw(value=[1000.0]), Delivery(heat_carrier="heat_network", calorific="upper"))
    assert found.rows["consumption_kwh_a"].tolist() == [1000]


def test_figures_are_read_as_germans_write_them_with_their_own_unit():
    given_rows = raw(value=["145.000,5", "145,0005 MWh", "1.000,0 kWh/a"])
    found = consumption_rows(given_rows, GAS)
    assert found.rows["consumption_kwh_a"].tolist() == pytest.approx([145_000.5, 145_000.5, 1000])


def test_cubic_metres_need_their_calorific_value():
    given_rows = raw(value=[1000.0, 1000.0], unit=["m³", "cbm"], kwh_m3=[None, 10.5])
    found = consumption_rows(given_rows, Delivery(heat_carrier="natural_gas", calorific="upper"))
    assert found.refused["reason"].tolist() == [RowProblem.NO_CALORIFIC_VALUE]
    assert found.rows["consumption_kwh_a"].tolist() == pytest.approx([10_500 / 1.11])


def test_what_cannot_be_used_is_refused_row_by_row():
    given_rows = raw(value=["viel", None, "-5", "7", "8"], unit=[None, None, None, "Festmeter", None])
    given_rows["address_group"] = ["Weg 1", "Weg 1", "Weg 1", "Weg 1", None]
    found = consumption_rows(given_rows, GAS)
    assert found.refused[["position", "reason"]].to_numpy().tolist() == [
        [0, RowProblem.UNREADABLE],
        [1, RowProblem.NO_VALUE],
        [2, RowProblem.NEGATIVE],
        [3, RowProblem.UNIT_UNKNOWN],
        [4, RowProblem.NO_PLACE],
    ]
    assert ids(found) == ["metered_rows_unusable"]
    assert found.findings[0].values["lines"] == "1, 2, 3"


def test_the_upper_value_of_a_carrier_without_a_ratio_is_refused_the_lower_is_not():
    delivery = Delivery(heat_carrier="sewage_gas", calorific="upper")
    assert consumption_rows(raw(value=[1.0]), delivery).refused["reason"].tolist() == [
        RowProblem.NO_CALORIFIC_RATIO
    ]
    delivery = Delivery(heat_carrier="sewage_gas", calorific="lower")
    assert consumption_rows(raw(value=[1.0]), delivery).rows["consumption_kwh_a"].tolist() == [1.0]


def test_nothing_consumed_is_a_figure_and_nothing_said_is_none():
    found = consumption_rows(raw(value_1=[0.0, None], value_2=[100.0, 100.0]), GAS)
    assert found.rows["consumption_kwh_a"].tolist() == [50, 100]


def test_more_than_three_years_are_reported():
    found = consumption_rows(raw(value=[1000.0], year_from=[2019], year_to=[2023]), GAS)
    assert ids(found) == ["metered_too_many_years"]


def test_repeated_rows_are_counted_once_and_keys_do_not_depend_on_the_order():
    given_rows = pd.DataFrame(
        {"address_group": ["Weg 1–9", "Weg 1–9", "Gasse 1–9"], "value": [1000.0, 1000.0, 2000.0]}
    )
    found = consumption_rows(given_rows, GAS)
    assert (len(found.rows), found.merged, ids(found)) == (2, 1, ["metered_rows_repeated"])
    turned = consumption_rows(given_rows.iloc[::-1], GAS)
    assert set(turned.rows["consumption_id"]) == set(found.rows["consumption_id"])


@pytest.mark.parametrize(
    ("delivery", "code"),
    [
        (Delivery(unit="Liter"), "metered_unit_unknown"),
        (Delivery(climate_factor=108), "metered_climate_factor_range"),
        (Delivery(space_heat_share=82), "metered_space_heat_share_range"),
        (Delivery(kwh_m3=0.9), "metered_kwh_m3_range"),
    ],
)
def test_what_the_planner_says_about_a_delivery_must_be_possible(delivery, code):
    with pytest.raises(EnactError, match=code):
        consumption_rows(raw(value=[1000.0]), delivery)


def test_a_delivery_without_figures_is_told():
    with pytest.raises(EnactError, match="metered_no_value_column"):
        consumption_rows(raw(heat_carrier=["natural_gas"]), GAS)


def test_a_mix_up_of_kwh_and_mwh_shows_against_the_floor_area():
    town = pd.DataFrame({"building_id": ["a", "b"], "street": ["Weg", "Weg"], "house_number": ["1", "3"]})
    rows = consumption_rows(
        raw(value=[30_000.0, 30.0 * 50]).assign(address_group=["Weg 1", "Weg 3"]), GAS
    ).rows
    members = match_members(rows, town)
    area = pd.Series({"a": 200.0, "b": 5_000.0})
    # 150 kWh/m² and 0.3 kWh/m²; without the area 1,500 kWh may be a small flat
    assert doubts(rows, members, area).tolist() == [Doubt.NONE, Doubt.TOO_LOW]
    assert doubts(rows).tolist() == [Doubt.NONE, Doubt.NONE]
    [finding] = doubt_findings(doubts(rows, members, area))
    assert (finding.id, finding.values["low"]) == ("metered_unit_doubtful", 1)


def test_one_implausible_row_among_many_is_no_wrong_unit():
    rows = pd.DataFrame({"consumption_id": list("abcd"), "consumption_kwh_a": [0.0, 20_000.0, 30_000.0, 3e9]})
    assert doubts(rows).tolist() == [Doubt.NONE, Doubt.NONE, Doubt.NONE, Doubt.TOO_HIGH]
    assert [finding.id for finding in doubt_findings(doubts(rows))] == ["metered_values_implausible"]


def test_heaters_of_chimney_sweeps():
    given_rows = pd.DataFrame(
        {
            "address_group": ["Weg 1, 3, 5", "Weg 1, 3, 5", "Weg 7–11", None],
            "generator": ["gas_boiler", "gas_boiler", None, "gas_boiler"],
            "heat_carrier": ["natural_gas", "natural_gas", None, None],
            "power_kw": ["24", "24", "groß", "11"],
        }
    )
    found = heater_rows(given_rows)
    # two boilers of one kind are two, not a repetition
    assert found.rows["power_kw"].tolist() == [24, 24]
    assert found.rows["heater_id"].is_unique
    assert found.refused["reason"].tolist() == [RowProblem.UNREADABLE, RowProblem.NO_PLACE]


@given(
    st.lists(st.floats(0, 1e6), min_size=1, max_size=3),
    st.floats(0.7, 1.5),
    st.floats(0, 1),
    st.sampled_from(["kWh", "MWh", "GWh"]),
)
def test_only_the_space_heating_is_corrected(values, climate, share, unit):
    columns = {f"value_{year + 1}": [value] for year, value in enumerate(values)}
    delivery = Delivery(unit, "lower", "natural_gas", climate_factor=climate, space_heat_share=share)
    row = consumption_rows(raw(**columns), delivery).rows.iloc[0]
    kwh = np.mean(values) * {"kWh": 1, "MWh": 1e3, "GWh": 1e6}[unit]
    assert row["consumption_kwh_a"] == pytest.approx(kwh)
    added = row["consumption_corrected_kwh_a"] - row["consumption_kwh_a"]
    assert added == pytest.approx(kwh * share * (climate - 1), abs=max(kwh, 1) * 1e-9)
