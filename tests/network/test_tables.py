"""Own tables of networks in place of EnAct's."""

from __future__ import annotations

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.network.tables import TABLES, Figures, default_tables, read_tables
from enact_plugin.reference.tables import rows


def own(table: str, key: str, **changed: str) -> dict:
    given = [dict(row) for row in rows(table)]
    for row in given:
        if row[TABLES[table]] == key:
            row.update(changed)
    return {table: given}


def test_own_rows_take_the_place_of_enacts_and_others_stay():
    tables = read_tables(own("network_costs", "interest", value="0,025"))
    assert tables.costs["interest"].value == 0.025
    assert tables.costs["horizon_a"] == default_tables().costs["horizon_a"]
    assert tables.plants == default_tables().plants


def test_a_figure_without_a_source_is_an_assumption():
    tables = read_tables(own("network_costs", "pipe_life_a", source=""))
    assert tables.costs["pipe_life_a"].source == "Annahme"


def test_pipes_may_be_left_out_and_added():
    given = [dict(row) for row in rows("pipe_catalogue") if int(row["dn"]) <= 100]
    given.append(
        given[-1] | {"dn": "90", "inner_mm": "90", "outer_mm": "95", "casing_mm": "170", "eur_m": "650"}
    )
    assert [size.dn for size in read_tables({"pipe_catalogue": given}).catalogue][-2:] == [90, 100]


@pytest.mark.parametrize(
    "table, key, changed, problem",
    [
        ("network_costs", "interest", {"value": "vier"}, "number"),
        ("network_costs", "interest", {"value": ""}, "number"),
        ("network_costs", "interest", {"value": "-0.1"}, "range"),
        ("network_costs", "interest", {"name": "zins"}, "unknown"),
        ("network_costs", "pipe_subsidy", {"value": "40"}, "range"),
        ("network_costs", "horizon_a", {"value": "0"}, "range"),
        ("network_costs", "house_pump_spf", {"value": "1"}, "range"),
        ("supply_plants", "biomass", {"subsidy_share": "40"}, "range"),
        ("supply_plants", "biomass", {"efficiency": "0"}, "range"),
        ("supply_plants", "biomass", {"life_a": "nan"}, "number"),
    ],
)
def test_a_wrong_row_is_named(table, key, changed, problem):
    with pytest.raises(EnactError) as error:
        read_tables(own(table, key, **changed))
    assert error.value.code == "network_table_wrong"
    assert error.value.params["table"] == table
    assert error.value.params["rule_problem"] == problem


def test_a_row_or_column_that_lacks_is_named():
    with pytest.raises(EnactError) as error:
        read_tables({"decentral_heaters": [dict(row) for row in rows("decentral_heaters")][1:]})
    assert error.value.params == {"table": "decentral_heaters", "row": "heat_pump", "rule_problem": "missing"}
    with pytest.raises(EnactError) as error:
        read_tables({"network_costs": [{"name": "interest", "value": "1"}]})
    assert error.value.params["rule_problem"] == "missing"


def test_only_figures_that_were_used_are_told():
    figures = Figures()
    assert figures.used == ()
    assert figures["interest"] > 0
    assert [one.name for one in figures.used] == ["interest"]
