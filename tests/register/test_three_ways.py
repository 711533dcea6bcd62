"""The same units by every way of the register give the same rows, field by field.

The demo town is written as the web overview, as pages of the endpoint, as the bulk export and as open-mastr's tables;
`DIFFERENCES` is all that the forms force. The same list stands in docs/methoden.md.
"""

import re
from datetime import date
from functools import partial

import pandas as pd
import pytest
import shapely

from enact_plugin.demo import generate
from enact_plugin.demo.register_bulk import write_register_bulk
from enact_plugin.demo.register_csv import write_register_csv
from enact_plugin.demo.register_json import write_register_json
from enact_plugin.demo.register_open_mastr import write_register_open_mastr
from enact_plugin.register.bulk.read import read_bulk
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.readers.endpoint_json import read_json
from enact_plugin.register.readers.open_mastr import read_open_mastr

TODAY = date(2026, 8, 1)
TOWN = "99999999"
CSV, JSON, BULK, OPEN_MASTR = "Web-CSV", "JSON-Schnittstelle", "Gesamtdatenexport", "open-mastr"
WAYS = (CSV, JSON, BULK, OPEN_MASTR)
# what a way cannot deliver stays empty: at all units, or at those without a location, as planned ones are
ALL, NO_LOCATION = "allen", "ohne Lokation"
DIFFERENCES = {
    (CSV, "url"): ALL,
    (BULK, "url"): ALL,
    (BULK, "voltage"): NO_LOCATION,
    (BULK, "grid_operator_id"): NO_LOCATION,
    (OPEN_MASTR, "url"): ALL,
    (OPEN_MASTR, "voltage"): NO_LOCATION,
    (OPEN_MASTR, "grid_operator_id"): ALL,
}
# findings on the file, not on units: they are what the form itself says
OF_THE_FORM = ("bulk_units_present", "bulk_state_of_files")


@pytest.fixture(scope="module")
def town():
    """Make a town large enough for every kind of unit, with names the forms must not damage."""
    made = generate(2600, 8)
    units = made.units
    named = units.index[units["person"] == 517][:4]  # names of persons' units are not kept
    units.loc[named, "name"] = ["Łódź „Dach“ №1 & <Söhne>", "Ærø/Čeština; 'Nord'", "日本語 ½ €", 'a "b"; c']
    return made


@pytest.fixture(scope="module")
def outcomes(town, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ways")
    asked = {"boundary": town.municipality.to_crs(4326).geometry.iloc[0], "today": TODAY}
    write_register_csv(town.units, folder / "units.csv")
    write_register_json(town.units, folder / "pages", page_size=300)
    write_register_bulk(town.units, folder / "export.zip")
    write_register_open_mastr(town.units, folder / "tables")
    export = partial((folder / "export.zip").open, "rb")
    return {
        CSV: read_csv(folder / "units.csv", TOWN, **asked),
        JSON: read_json(folder / "pages", TOWN, **asked),
        BULK: read_bulk(export, "export.zip", TOWN, **asked).plants,
        OPEN_MASTR: read_open_mastr(folder / "tables", TOWN, **asked),
    }


def test_the_town_has_what_can_go_wrong(outcomes):
    """At least 500 units, among them CHP plants of several units, stores, planned, closed and unlocated ones."""
    units = outcomes[CSV].frame
    assert len(units) >= 500
    assert units["chp_id"].value_counts().max() >= 2
    assert (units["carrier"] == "storage").sum() > 100
    assert units["storage_id"].notna().equals(units["carrier"] == "storage")
    assert units["storage_id"].dropna().str.fullmatch(r"SSE\d{12}").all()
    assert {"planned", "closed", "in_operation", "temporarily_closed"} <= set(units["status"])
    assert units.geometry.isna().sum() > 500
    assert units.geometry.notna().sum() > 30
    assert units["findings"].notna().sum() >= 6
    assert any("Łódź" in name for name in units["name"].dropna())


@pytest.mark.parametrize("way", WAYS)
def test_rows_are_the_same_field_by_field(outcomes, way):
    """JSON is compared with: it delivers every column."""
    expected, found = (pd.DataFrame(outcomes[name].frame).drop(columns="geometry") for name in (JSON, way))
    for (other, column), where in DIFFERENCES.items():
        if other == way:
            lacking = (where == ALL) | expected["location_id"].isna()
            assert found.loc[lacking, column].isna().all(), column
            assert expected.loc[lacking, column].notna().any(), column
            expected[column] = expected[column].mask(lacking, None)
    pd.testing.assert_frame_equal(found, expected, check_exact=True)


@pytest.mark.parametrize("way", WAYS)
def test_places_are_the_same(outcomes, way):
    """To the last digit: all ways write six decimals of a degree."""
    expected, found = (outcomes[name].frame.geometry for name in (JSON, way))
    assert shapely.equals_exact(found.to_numpy(), expected.to_numpy(), 0.0)[expected.notna()].all()
    assert (found.isna() == expected.isna()).all()


@pytest.mark.parametrize("way", WAYS)
def test_findings_and_account_are_the_same(outcomes, way):
    expected, found = outcomes[JSON], outcomes[way]
    of_units = [
        (f.id, f.key, f.severity, tuple(f.values.items())) for f in found.findings if f.id not in OF_THE_FORM
    ]
    assert of_units == [(f.id, f.key, f.severity, tuple(f.values.items())) for f in expected.findings]
    account = (found.rows_in, found.dropped, found.merged, len(found.frame))
    assert account == (expected.rows_in, expected.dropped, expected.merged, len(expected.frame))


def test_every_column_that_can_be_delivered_has_a_value_somewhere(outcomes):
    """Else the comparison above would say nothing about it."""
    reviewed = {
        "findings_accepted",
        "original_values",
        "feeds_network",
        "address_confidence",
        "address_source",
    }
    frame = outcomes[JSON].frame
    assert {name for name in frame.columns if frame[name].isna().all()} == reviewed


def test_the_methods_report_lists_the_same_differences(project_root):
    text = (project_root / "docs" / "methoden.md").read_text(encoding="utf-8")
    table = text.split("<!-- ways -->")[1]
    listed = re.findall(r"^\| ([^|]+) \| `([a-z_]+)` \| ([^|]+) \|", table, re.MULTILINE)
    assert {(way, column): where for way, column, where in listed} == DIFFERENCES
    assert len(listed) == len(DIFFERENCES)
