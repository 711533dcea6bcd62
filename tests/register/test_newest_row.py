"""Which of several rows of a unit counts, and which units do not: the same on every way."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.register.labels import normalise
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.readers.endpoint_json import read_json

TODAY = date(2026, 8, 1)
LEIPZIG, DRESDEN = "14713000", "14612000"
# 25 February 2020, 09:00 and 15:30 UTC
MORNING, AFTERNOON = "/Date(1582621200000)/", "/Date(1582644600000)/"


def balanced(outcome):
    return outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("morning", "afternoon"), [(MORNING, AFTERNOON), ("2020-02-25T09:00:00.2", "2020-02-25T09:00:00.3")]
)
def test_of_two_rows_of_one_day_the_later_counts(record, json_file, turned, morning, afternoon):
    rows = [
        record(1, Bruttoleistung=5.0, DatumLetzteAktualisierung=morning),
        record(1, Bruttoleistung=7.0, DatumLetzteAktualisierung=afternoon),
    ]
    outcome = read_json(json_file(rows[::-1] if turned else rows), LEIPZIG, today=TODAY)
    assert outcome.frame["gross_kw"].tolist() == [7.0]
    assert outcome.frame["updated"].tolist() == [pd.Timestamp(2020, 2, 25)]


def test_rows_that_differ_in_the_time_of_day_only_are_no_contradiction(record, json_file):
    rows = [record(1, DatumLetzteAktualisierung=moment) for moment in (MORNING, AFTERNOON)]
    outcome = read_json(json_file(rows), LEIPZIG, today=TODAY)
    assert outcome.frame["findings"].tolist() == [None]


def test_a_unit_that_is_newer_under_another_key_is_of_that_municipality(csv_text, csv_file):
    """Three rows for Leipzig, two of them of a unit that has moved: it counts in Dresden, with all its rows."""
    form = csv_text()
    moved = {"Gemeindeschlüssel": DRESDEN, "Letzte Aktualisierung": date(2021, 1, 1)}
    path = csv_file(form.text([form.row(1), form.row(2), form.row(2), form.row(2, **moved)]))
    leipzig, dresden = (read_csv(path, ags, today=TODAY) for ags in (LEIPZIG, DRESDEN))
    assert leipzig.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert (leipzig.rows_in, leipzig.merged) == (1, 0)
    assert dresden.frame["mastr_id"].tolist() == ["SEE900000000002"]
    assert (dresden.rows_in, dresden.merged) == (3, 2)
    assert [f.values["count"] for f in leipzig.findings if f.id == "units_of_others"] == [3]


def test_a_newer_row_without_a_key_does_not_take_a_unit_away(csv_text, csv_file):
    form = csv_text()
    keyless = {"Gemeindeschlüssel": "", "Letzte Aktualisierung": date(2021, 1, 1)}
    outcome = read_csv(csv_file(form.text([form.row(1), form.row(1, **keyless)])), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert balanced(outcome)


@pytest.mark.parametrize(
    "status",
    [
        {"SystemStatusId": 473}, {"SystemStatusId": 572.0}, {"SystemStatusName": "Deaktiviert"},
        {"SystemStatusName": " gelöscht"},
    ],
)  # fmt: skip
def test_deleted_and_deactivated_units_are_left_out_and_counted(record, json_file, status):
    rows = [record(1, SystemStatusId=472, SystemStatusName="Aktiviert"), record(2, **status)]
    outcome = read_json(json_file(rows), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"unit_deactivated": 1}
    assert balanced(outcome)


def test_the_newest_row_says_whether_a_unit_is_active(record, json_file):
    """The first was deactivated in the afternoon, the second activated again: four rows, two of them left out."""
    rows = [
        record(number, SystemStatusId=status, DatumLetzteAktualisierung=moment)
        for number, status, moment in ((1, 472, MORNING), (1, 473, AFTERNOON), (2, 473, MORNING), (2, 472, AFTERNOON))
    ]  # fmt: skip
    outcome = read_json(json_file(rows), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000002"]
    assert (outcome.dropped, outcome.merged) == ({"unit_deactivated": 2}, 1)
    assert balanced(outcome)


def test_a_municipality_of_deactivated_units_only_is_said(record, json_file):
    with pytest.raises(EnactError) as caught:
        read_json(json_file([record(1, SystemStatusId=473)]), LEIPZIG, today=TODAY)
    assert (caught.value.code, caught.value.params["count"]) == ("units_all_deactivated", 1)


def test_numbers_of_several_grid_operators_stand_in_one_order(record, json_file):
    listed = ("SNB900000000002, SNB900000000001", "SNB900000000001; SNB900000000002")
    rows = [record(n, NetzbetreiberMaStRNummer=text) for n, text in enumerate(listed)]
    frame = read_json(json_file(rows), LEIPZIG, today=TODAY).frame
    assert frame["grid_operator_id"].tolist() == ["SNB900000000001; SNB900000000002"] * 2


def test_a_list_of_words_has_one_order_whatever_parts_it():
    written = [
        "Mittelspannung; Hochspannung",
        "Hochspannung, Mittelspannung",
        "Mittelspannung , Hochspannung;",
    ]
    values, unknown = normalise("voltage", pd.Series(written, dtype=object))
    assert values.tolist() == ["Hochspannung; Mittelspannung"] * 3
    assert not unknown.any()


def test_a_comma_within_a_word_is_no_mark_of_a_list():
    values, _ = normalise("fuel", pd.Series(["Erdgas, Erdölgas", "Holz, das niemand kennt"], dtype=object))
    assert values.tolist() == ["Erdgas, Erdölgas", "Holz, das niemand kennt"]
