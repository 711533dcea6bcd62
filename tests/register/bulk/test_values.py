"""Texts of the export as numbers and days."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.values import days, numbers, typed


def texts(*values):
    return pd.Series(list(values), dtype=object)


def test_numbers_have_a_decimal_point():
    values, failed = numbers(texts("16000.000", "9.600", "-1.5", "0", None))
    assert values.tolist()[:4] == [16000.0, 9.6, -1.5, 0.0]
    assert np.isnan(values[4])
    assert failed.tolist() == [False] * 5


def test_a_comma_is_a_decimal_comma_and_words_are_no_numbers():
    values, failed = numbers(texts("1,5", "viel", "inf", "nan"))
    assert values.tolist()[0] == 1.5
    assert np.isnan(values.to_numpy()[1:]).all()
    assert failed.tolist()[:3] == [False, True, True]


def test_nothing_is_read_of_no_rows():
    for read in (numbers, days):
        values, failed = read(texts())
        assert (len(values), len(failed)) == (0, 0)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_is_that_day(day):
    values, failed = days(texts(day.isoformat()))
    assert values[0].date() == day
    assert not failed[0]


@given(st.datetimes(datetime(1996, 1, 1), datetime(2036, 1, 1)), st.integers(0, 7))
def test_a_moment_is_the_day_it_was_in_germany(moment, digits):
    fraction = f".{moment.microsecond * 10:07d}"[: digits + 1] if digits else ""
    values, failed = days(texts(f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}"))
    local = moment.replace(tzinfo=timezone.utc).astimezone(ZoneInfo("Europe/Berlin"))
    assert values[0].date() == local.date()
    assert not failed[0]
    assert abs(values[0].to_pydatetime() - moment) < timedelta(days=1, hours=3)


def test_what_is_no_day_is_told():
    values, failed = days(texts("2019-02-30", "2019-13-01T00:00:00", "bald", "24.12.2019", None))
    assert failed.tolist() == [True, True, True, False, False]
    assert values[3] == pd.Timestamp("2019-12-24")


def test_columns_of_the_layer_are_typed_and_others_left_out():
    frame, marks = typed(
        pd.DataFrame({"gross_kw": ["x"], "commissioned": ["2020-01-01"], "name": ["A"], "strange": ["1"]}),
        "plants",
        {"gross_kw": "Bruttoleistung"},
    )
    assert "strange" not in frame
    assert frame["name"].tolist() == ["A"]
    assert frame["number_unreadable_text"].tolist() == ["x"]
    assert frame["number_unreadable_field"].tolist() == ["Bruttoleistung"]
    assert marks["number_unreadable"].tolist() == [True]
