"""Full-load hours, size classes and rules of the sums by area."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from enact_plugin.reference.plant_tables import (
    NO_CLASS,
    OTHERS,
    area_rule,
    full_load_hours,
    size_class_codes,
    size_classes,
)
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values

CARRIERS = {value.code for value in values("carrier")}


def test_hours_are_of_known_carriers_rise_and_fit_into_a_year():
    for carrier, hours in full_load_hours().items():
        assert carrier in CARRIERS
        assert 0 < hours.low <= hours.expected <= hours.high < 8760, carrier


def test_storage_has_no_hours_and_photovoltaics_alone_those_of_gross_power():
    assert "storage" not in full_load_hours()
    assert [carrier for carrier, hours in full_load_hours().items() if hours.gross] == ["solar"]


def test_every_figure_names_its_source_and_an_assumption_says_so():
    for hours in full_load_hours().values():
        assert hours.source
        assert hours.published != hours.source.startswith("Annahme"), hours.carrier
        if hours.published:
            assert any(word in hours.source for word in ("2009", "2016", "2019", "2022")), hours.carrier


def test_a_figure_named_in_a_source_is_the_one_in_the_table():
    for row in rows("full_load_hours"):
        if row["basis"] == "published" and row["low_h"]:
            for column in ("low_h", "expected_h", "high_h"):
                assert f"{row[column]}" in row["source"], (row["carrier"], column)


@pytest.mark.parametrize("carrier", ["solar", "wind", "storage", OTHERS])
def test_classes_join_without_gap(carrier):
    classes = size_classes(carrier)
    assert all(lower.high_kw == upper.low_kw for lower, upper in pairwise(classes))
    assert (classes[0].low_kw, classes[-1].high_kw) == (0, None)
    assert len({each.code for each in classes}) == len(classes)


def test_a_limit_belongs_to_the_class_below_it():
    """Laws say "up to and including": exactly 30 kW is of the class up to 30 kW."""
    codes = size_class_codes("solar", np.array([0.6, 2.0, 2.001, 30.0, 30.01, 1000.0, 1000.1, 99_999.0]))
    assert codes.tolist() == ["0-2", "0-2", "2-10", "10-30", "30-100", "100-1000", "1000-", "1000-"]


def test_a_unit_without_power_is_in_no_class():
    assert size_class_codes("wind", np.array([0.0, np.nan, -1.0])).tolist() == [NO_CLASS] * 3
    assert size_class_codes("wind", np.array([])).tolist() == []


def test_a_carrier_without_classes_has_those_of_the_others():
    assert size_classes("biomass") == size_classes(OTHERS)


def test_the_rules():
    assert area_rule("rankable_coverage") == 0.9
    assert 0 < area_rule("inside_tolerance") <= 25  # no house fits in between


def test_the_methods_report_prints_the_same_hours(project_root):
    report = (project_root / "docs" / "methoden.md").read_text(encoding="utf-8")
    labels = {value.code: value.label_de for value in values("carrier")}
    for carrier, hours in full_load_hours().items():
        (line,) = [line for line in report.splitlines() if line.startswith(f"| {labels[carrier]} | ")]
        printed = [f"{figure:,.0f}".replace(",", ".") for figure in (hours.low, hours.expected, hours.high)]
        assert printed[1] in line, carrier
        assert hours.low == hours.high or f"{printed[0]} – {printed[2]}" in line, carrier
        assert ("Annahme" in line) != hours.published, carrier
