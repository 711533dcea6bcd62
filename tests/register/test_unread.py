"""Which loads of the register have gaps, and of which carriers."""

from __future__ import annotations

import pandas as pd
import pytest

from enact_plugin.errors import Finding
from enact_plugin.outcome import Outcome, Source
from enact_plugin.register.unread import (
    ONE_CARRIER,
    ROWS_UNREAD,
    TABLES_MISSING,
    excerpt_of,
    gaps_of,
    may_lack,
    with_one_carrier_told,
)


def outcome(*findings, **dropped):
    return Outcome(pd.DataFrame(), Source("Test"), 0, dropped, findings=findings)


@pytest.mark.parametrize("reason", ["row_malformed", "row_cut_off", "row_broken", "record_unreadable"])
def test_rows_that_could_not_be_read_are_a_gap(reason):
    assert gaps_of(outcome(**{reason: 1})) == (ROWS_UNREAD,)
    assert gaps_of(outcome(**{reason: 0})) == ()


@pytest.mark.parametrize("reason", ["unit_deactivated", "ags_missing"])
def test_rows_that_are_known_to_be_none_of_the_municipality_are_no_gap(reason):
    assert gaps_of(outcome(**{reason: 7})) == ()


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("json_incomplete", ""),
        ("register_online_unsettled", ""),
        ("csv_cut_off", "plants.csv"),
        ("register_parts_missing", "EinheitenSolar"),
        ("register_member_cut_off", "Export/EinheitenSolar_2.xml"),
    ],
)
def test_a_load_that_ends_early_is_a_gap(code, key):
    assert gaps_of(outcome(Finding(code, key))) == (ROWS_UNREAD,)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("register_parts_missing", "AnlagenEegSolar"),
        ("register_member_cut_off", "Netzanschlusspunkte_1.xml"),
        ("bulk_plants_missing", ""),
        ("units_of_others", ""),
    ],
)
def test_what_other_tables_lack_takes_no_unit_away(code, key):
    assert gaps_of(outcome(Finding(code, key))) == ()


@pytest.mark.parametrize(
    ("members", "gap"),
    [
        ("EinheitenSolar_2 (1).xml", True),
        ("Liesmich.xml, Export/EinheitenSolar-2.xml", True),
        ("Liesmich.xml, a.xml, b.xml …", True),
        ("Liesmich.xml", False),
    ],
)
def test_a_file_that_was_not_read_is_a_gap_where_it_may_hold_units(members, gap):
    found = Finding("register_members_strange", values={"members": members, "count": 1})
    assert gaps_of(outcome(found)) == ((ROWS_UNREAD,) if gap else ())


def test_a_table_that_is_missing_concerns_the_carriers_without_a_unit():
    gaps = gaps_of(outcome(Finding("bulk_units_missing", values={"table": "EinheitenWind"})))
    assert gaps == (TABLES_MISSING,)
    carriers, present = pd.Series(["solar", "wind"]), pd.Series(["solar", None])
    assert may_lack(carriers, gaps, present).tolist() == [False, True]
    assert may_lack(carriers, (*gaps, ROWS_UNREAD), present).tolist() == [True, True]
    assert may_lack(carriers, ("another_assumption",), present).tolist() == [False, False]


@pytest.mark.parametrize(
    ("carriers", "whole", "label"),
    [
        (["wind", "wind"], False, "Windenergie"),
        (["storage", "unknown", None], False, "Stromspeicher"),
        (["wind"], True, None),
        (["wind", "solar"], False, None),
        (["unknown"], False, None),
        ([], False, None),
    ],
)
def test_a_file_of_one_carrier_that_nobody_calls_whole_lacks_all_others(carriers, whole, label):
    frame = pd.DataFrame({"carrier": pd.Series(carriers, dtype=object)})
    told = with_one_carrier_told(Outcome(frame, Source("Test"), len(frame), whole=whole))
    assert [finding.values for finding in told.findings] == ([{"carrier": label}] if label else [])
    assert told.assumptions == ((ONE_CARRIER,) if label else ())
    lacking = may_lack(pd.Series(["all", "solar", "wind"]), told.assumptions, pd.Series(["wind"]))
    assert lacking.tolist() == ([True, True, False] if label else [False, False, False])


@pytest.mark.parametrize(
    ("named", "missing", "lacks_what_it_has"),
    [
        ({"carrier": ("solar",)}, ["solar"] * 5, False),
        ({"carrier": ("solar", "storage")}, ["solar", "storage"], False),
        ({"carrier": ("solar",)}, ["solar", "wind"], True),  # chosen by something else, or one unit deleted
        ({"carrier": ("solar", "wind")}, ["solar"], True),
        ({"carrier": ("solar",)}, ["solar", None], True),
        ({"carrier": ("solar", "unknown")}, ["solar", "unknown"], True),
        ({"carrier": ("solar",), "status": ("closed",)}, ["solar"], True),
        ({"status": ("closed",)}, ["solar"], True),
        ({}, [], True),
    ],
)
def test_an_excerpt_by_carrier_lacks_only_carriers_it_has_no_unit_of(named, missing, lacks_what_it_has):
    gaps = excerpt_of(named, pd.Series(missing, dtype=object), pd.Series(["wind", "wind", None]))
    lacking = may_lack(pd.Series(["all", "solar", "water", "wind"]), gaps, pd.Series(["wind"]))
    assert lacking.tolist() == [True, True, True, lacks_what_it_has]
