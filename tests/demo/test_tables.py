"""The tables the town is made from."""

from collections import defaultdict

import pytest

from enact_plugin.demo.kinds import quarter_kinds
from enact_plugin.reference.tables import rows

CARRIERS = ("gas", "oil", "wood", "biomass", "ambient", "electricity", "coal", "none")


@pytest.mark.parametrize(("table", "key"), [("demo_forms", "form"), ("demo_ages", "kind")])
def test_shares_of_each_group_sum_to_one(table, key):
    sums = defaultdict(float)
    for row in rows(table):
        sums[row[key]] += float(row["share"])
    assert sums == pytest.approx(dict.fromkeys(sums, 1.0))


def test_energy_carriers_of_each_kind_sum_to_one():
    for row in rows("demo_heating"):
        assert sum(float(row[name]) for name in CARRIERS) == pytest.approx(1.0), row["kind"]
        assert 0 <= float(row["connected"]) <= 1


def test_shares_of_the_quarters_sum_to_one():
    assert sum(kind.share for kind in quarter_kinds().values()) == pytest.approx(1.0)


def test_function_codes_are_those_of_the_cadastre(real_data):
    with (real_data / "tables" / "alkis_building_function.csv").open(encoding="utf-8") as file:
        known = {line.partition(",")[0] for line in file}
    assert {row["gfk"] for row in rows("demo_forms")} <= known


def test_no_name_stands_twice_in_a_list():
    seen = [(row["list"], row["part"], row["name"]) for row in rows("demo_names")]
    assert len(set(seen)) == len(seen)
