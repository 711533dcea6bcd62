"""Heaters of single buildings, the law's renewable share among them."""

from __future__ import annotations

import numpy as np
import pytest

from enact_plugin.network.cost.decentral import cheapest_heaters, heater_eur_a, heater_eur_kwh
from enact_plugin.network.cost.lcoh import Case
from enact_plugin.network.tables import Figures, default_tables, read_tables
from enact_plugin.reference.tables import rows

HEATERS = default_tables().heaters


def test_gas_takes_the_share_of_the_law_year_by_year():
    figures = Figures()
    # 2027: all natural gas: 0.08 + 0.2009 kg/kWh * 65 EUR/t
    assert heater_eur_kwh(HEATERS["gas"], 2027, 1, figures) == pytest.approx(0.08 + 0.0130585)
    # 2030, fourth year: 15 % biomethane; CO2 at 65 * 1.03^3 = 71.03 EUR/t on the rest
    expected = 0.15 * 0.13 + 0.85 * (0.08 + 0.0002009 * 65 * 1.03**3)
    assert heater_eur_kwh(HEATERS["gas"], 2027, 4, figures) == pytest.approx(expected)
    # 2040: 60 %
    expected = 0.6 * 0.13 + 0.4 * (0.08 + 0.0002009 * 65 * 1.03**13)
    assert heater_eur_kwh(HEATERS["gas"], 2027, 14, figures) == pytest.approx(expected)


def test_heat_pump_by_hand():
    # invest 14000 + 1300 * 10 = 27000; life 18 of 20 years: again after 18 years, 16 of 18 years left
    factor = 0.0735818
    bought = 27000 * (1 + 1.04**-18 - 16 / 18 * 1.04**-20)
    capital = bought * factor - 0.3 * 27000 * factor
    energy = 20_000 / 3 * 0.23
    found = heater_eur_a(HEATERS["heat_pump"], 20_000, 10, 2027, Case(0.04), Figures())
    assert found == pytest.approx(capital + 540 + energy, rel=1e-5)


def test_each_building_gets_the_cheapest_of_all():
    heat = np.array([8_000.0, 25_000.0, 400_000.0])
    found = cheapest_heaters(heat, heat / 1900, 2027, 0.04, Figures())
    table = np.column_stack(list(found.all_eur_a.values()))
    assert found.eur_a == pytest.approx(table.min(axis=1))
    assert [found.all_eur_a[code][row] for row, code in enumerate(found.heater)] == pytest.approx(found.eur_a)


def test_dear_gas_changes_who_wins():
    heat = np.array([25_000.0])
    own = [dict(row) for row in rows("energy_prices")]
    for row in own:
        if row["carrier"] in ("natural_gas", "solid_biomass", "heating_oil"):
            row["house_eur_kwh"] = "0,5"
    dear = Figures(read_tables({"energy_prices": own}))
    assert cheapest_heaters(heat, heat / 1900, 2027, 0.04, dear).heater.tolist() == ["heat_pump"]
