"""The tables behind metered data."""

from __future__ import annotations

import pytest

from enact_plugin.heat.metered.minimum import Data
from enact_plugin.heat.metered.rules import grid_of, metered_carriers, metered_rule
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values


def test_the_minima_are_those_of_the_law():
    assert (Data.CONSUMPTION.minimum, Data.HEATERS.minimum) == (5, 3)  # WPG Anlage 1 Nr. 1 and 2
    assert metered_rule("max_years") == 3
    legal = [row for row in rows("metered_rules") if row["name"].startswith("min_house_numbers")]
    assert all("WPG Anlage 1" in row["source"] for row in legal)


@pytest.mark.parametrize("table", ["metered_rules", "metered_carriers"])
def test_each_row_says_where_it_comes_from(table):
    assert all(row["source"] for row in rows(table))


def test_carriers_are_those_of_the_list():
    assert set(metered_carriers()) <= {value.code for value in values("heat_carrier")}
    assert all(1 <= carrier.upper_per_lower < 1.2 for carrier in metered_carriers().values())


def test_one_meter_measures_natural_gas_and_biomethane_but_not_lpg():
    assert grid_of("natural_gas") == grid_of("biomethane") == "gas"
    assert grid_of("lpg") == "lpg"
    assert grid_of("sewage_gas") == "sewage_gas"
