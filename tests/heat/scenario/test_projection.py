from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.heat.scenario.figures import WAYS, figures, presets
from enact_plugin.heat.scenario.law import assess, network_factors
from enact_plugin.heat.scenario.projection import Base, project, ways
from enact_plugin.reference.heat_tables import energy_columns

CARRIERS = tuple(energy_columns())
QUIET = {
    "refurbishment_rate": 0.0, "exchange_rate": 0.0, "connection_rate": 0.0, "biomethane_share": 0.0,
    "new_floor_area_m2_a": 0.0, "demolition_rate": 0.0,
}  # fmt: skip


def town(*buildings):
    """Buildings of (space heat, hot water, {carrier: final}, saving, supply, year)."""
    final = np.array([[row[2].get(carrier, 0.0) for carrier in CARRIERS] for row in buildings])
    return Base(
        sector=np.array(["households"] * len(buildings), dtype=object),
        space_heat_kwh=np.array([row[0] for row in buildings], dtype=float),
        hot_water_kwh=np.array([row[1] for row in buildings], dtype=float),
        final_kwh=final,
        saving=np.array([row[3] for row in buildings], dtype=float),
        supply=np.array([row[4] for row in buildings], dtype=object),
        supply_year=np.array([row[5] for row in buildings], dtype=float),
    )


def scenario(target=2045, base=2025, preset="target", **changes):
    return figures(preset, base, target, {**QUIET, **changes})


def final_of(made, year):
    rows = made.energy[made.energy["year"].eq(year)]
    return rows.groupby("carrier")["final_energy_kwh"].sum().to_dict()


GAS_HOUSE = (9_000.0, 1_000.0, {"natural_gas": 11_200.0}, 0.4, "decentral", np.nan)


def test_the_base_year_is_the_stock():
    made = project(town(GAS_HOUSE), scenario(refurbishment_rate=0.02, exchange_rate=0.05))
    assert final_of(made, 2025) == {"natural_gas": pytest.approx(11_200)}
    assert made.figures.years == (2025, 2030, 2035, 2040, 2045)


def test_refurbishment_and_exchange_by_hand():
    made = project(town(GAS_HOUSE), scenario(refurbishment_rate=0.02, exchange_rate=0.04))
    # 2035: a fifth refurbished: 9,000 · (1 − 0.2 · 0.4) + 1,000 = 9,280 kWh; 40 % of the boilers exchanged
    found = final_of(made, 2035)
    assert found["natural_gas"] == pytest.approx(0.6 * 9_280 * 1.12)
    moved = 0.4 * 9_280
    mix = dict(zip(WAYS, made.figures.mix))
    assert found["solid_biomass"] == pytest.approx(moved * mix["biomass"] * 1.18)
    power = mix["air_heat_pump"] * 0.294 + mix["ground_heat_pump"] * 0.233 + mix["direct_electric"]
    assert found["electricity"] == pytest.approx(moved * power)


def test_a_network_area_connects_linearly_from_its_year_to_the_rate():
    house = (*GAS_HOUSE[:4], "network", 2035.0)
    made = project(town(house), scenario(connection_rate=0.8))
    assert "heat_network" not in final_of(made, 2035)
    # half of the way from 2035 to 2045: 40 % of 10,000 kWh
    assert final_of(made, 2040)["heat_network"] == pytest.approx(4_000 * 1.03)
    assert final_of(made, 2045)["heat_network"] == pytest.approx(8_000 * 1.03)
    assert made.buildings.set_index("year").loc[2045, "network"] == pytest.approx(0.8)
    fed = made.network[made.network["year"].eq(2045)]["fed_kwh"].sum()
    assert fed == pytest.approx(8_000 * 1.03 / 0.88)


def test_gas_of_a_hydrogen_area_becomes_hydrogen_in_its_year():
    house = (*GAS_HOUSE[:4], "hydrogen", 2040.0)
    made = project(town(house), scenario())
    assert final_of(made, 2035) == {"natural_gas": pytest.approx(11_200)}
    assert final_of(made, 2040) == {"hydrogen": pytest.approx(10_000 * 1.06)}


def test_what_remains_of_the_gas_becomes_green_step_by_step():
    made = project(town(GAS_HOUSE), scenario(biomethane_share=1.0))
    assert final_of(made, 2035) == {"natural_gas": pytest.approx(5_600), "biomethane": pytest.approx(5_600)}
    assert final_of(made, 2045)["biomethane"] == pytest.approx(11_200)


def test_new_homes_come_on_top():
    made = project(town(GAS_HOUSE), scenario(new_floor_area_m2_a=100.0))
    useful = made.energy[made.energy["year"].eq(2030)]["useful_heat_kwh"].sum()
    assert useful == pytest.approx(10_000 + 100 * 45 * 5)


def test_what_is_short_is_told_and_not_made_to_fit():
    made = assess(project(town(GAS_HOUSE), scenario(exchange_rate=0.03)), "kww", "Angabe")
    told = {finding.id: finding.values for finding in made.findings}
    # 20 years · 3 % = 60 % exchanged: 40 % of 11.2 MWh remains
    assert told["scenario_short_heaters"]["mwh"] == pytest.approx(4.5)
    assert told["scenario_short_heaters"]["carriers"] == "natural_gas"


def test_a_network_below_the_share_of_the_law_is_told():
    house = (*GAS_HOUSE[:4], "network", 2030.0)
    trend = assess(project(town(house), scenario(preset="trend", connection_rate=1.0)), "kww", "Angabe")
    years = [
        finding.values["year"] for finding in trend.findings if finding.id == "scenario_network_share_short"
    ]
    assert years == [2040, 2045]  # 35 % by 2030 is enough, 65 % by 2040 is not
    target = assess(project(town(house), scenario(connection_rate=1.0)), "kww", "Angabe")
    assert not [finding for finding in target.findings if finding.id == "scenario_network_share_short"]


def test_indicators_of_the_law_are_complete_and_agree():
    house = (*GAS_HOUSE[:4], "network", 2030.0)
    made = project(town(house, GAS_HOUSE), scenario(connection_rate=1.0, exchange_rate=0.02))
    found = assess(made, "kww", "Angabe")
    table = found.indicators
    assert set(table["number"]) == {1, 2, 3, 4, 5, 6, 7}
    assert set(table["year"]) == set(made.figures.years)
    whole = table[table["number"].eq(1)].groupby("year")["value"].sum()
    energy = made.energy.groupby("year")["final_energy_kwh"].sum() / 1000
    assert whole.to_numpy() == pytest.approx(energy.to_numpy())
    percent = table[(table["number"].isin((3, 6))) & table["unit"].eq("%")]
    sums = percent.groupby(["number", "year"])["value"].sum()
    assert sums.to_numpy() == pytest.approx(100.0)


def test_the_factor_of_network_heat_follows_from_what_is_fed_in():
    made = scenario()
    mix = {year: {"natural_gas": 0.5, "waste_heat": 0.5} for year in (2025, 2045)}
    # half of 0.24 t/MWh, and 12 % lost; waste heat has no factor in the set
    assert network_factors(replace(made, network_mix=mix), "kww")[2045] == pytest.approx(0.12 / 0.88)


@pytest.mark.parametrize("changes, code", [
    ({"refurbishment_rate": 2.0}, "scenario_share_out_of_range"),
    ({"mix_biomass": 0.9}, "scenario_mix_not_one"),
    ({"network_loss": 0.95}, "scenario_share_out_of_range"),
    ({"refurbishment_rat": 0.01}, "scenario_figure_unknown"),
    ({"new_need_kwh_m2": -1.0}, "scenario_negative"),
    ({"target": 2050}, "scenario_target_too_late"),
])  # fmt: skip
def test_figures_that_cannot_be_are_refused(changes, code):
    with pytest.raises(EnactError) as raised:
        scenario(**changes)
    assert raised.value.code == code


def test_years_in_the_wrong_order_and_unknown_presets_are_refused():
    with pytest.raises(EnactError, match="scenario_years_reversed"):
        figures("target", 2045, 2045)
    with pytest.raises(EnactError, match="scenario_preset_unknown"):
        figures("magic", 2025, 2045)


def test_every_preset_is_whole():
    for preset in presets():
        made = figures(preset, 2025, 2045)
        for year in made.years:
            assert sum(made.network_shares(year).values()) == pytest.approx(1.0)
    assert set(WAYS) <= set(ways())


RATES = st.floats(0, 0.08)
ROW = st.tuples(
    st.floats(0, 1e5), st.floats(1, 1e4),
    st.dictionaries(st.sampled_from(CARRIERS), st.floats(1, 1e5), min_size=1, max_size=3),
    st.floats(0, 0.6), st.sampled_from(["network", "hydrogen", "decentral", "study", ""]),
    st.sampled_from([2030.0, 2035.0, 2040.0, 2045.0, np.nan]),
)  # fmt: skip


@given(
    st.lists(ROW, min_size=1, max_size=6), RATES, RATES, st.floats(0, 1), st.sampled_from([2038, 2040, 2045])
)
def test_no_heat_is_lost_and_less_is_never_more(rows, refurbishment, exchange, connection, target):
    base = town(*rows)
    made = project(base, scenario(target=target, refurbishment_rate=refurbishment, exchange_rate=exchange,
                                  connection_rate=connection))  # fmt: skip
    useful = made.energy.groupby("year")["useful_heat_kwh"].sum()
    start = (base.space_heat_kwh + base.hot_water_kwh).sum()
    for year in made.figures.years:
        part = min(refurbishment * (year - 2025), 1.0)
        expected = (base.space_heat_kwh * (1 - part * base.saving) + base.hot_water_kwh).sum()
        assert useful[year] == pytest.approx(expected, rel=1e-6)
    assert useful.is_monotonic_decreasing or useful.max() <= start * (1 + 1e-9)
    first = made.energy[made.energy["year"].eq(2025)].groupby("carrier")["final_energy_kwh"].sum()
    for number, carrier in enumerate(CARRIERS):
        assert first.get(carrier, 0.0) == pytest.approx(base.final_kwh[:, number].sum(), rel=1e-9)
    assert (made.energy["final_energy_kwh"] >= 0).all()
    turned = project(town(*rows[::-1]), made.figures)
    pd.testing.assert_frame_equal(made.energy, turned.energy, rtol=1e-9)
    assert (made.buildings["network"] <= made.buildings["all"] + 1e-9).all()
