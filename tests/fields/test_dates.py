"""Days of any column of any source, read in one way."""

from __future__ import annotations

from datetime import date, datetime, timezone

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.fields.dates import DateOrder, date_order, days, moments


def column(*texts):
    return pd.Series(texts, dtype=object)


def shown(read):
    return [None if pd.isna(day) else str(day.date()) for day in read.values]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1/31/2019", "3/5/2019"], DateOrder.MDY),
        (["31/1/2019", "3/5/2019"], DateOrder.DMY),
        (["3.5.2019"], DateOrder.DMY),  # only German writes dots, the day in front
        (["1.31.2019"], DateOrder.MDY),  # the value wins over the custom
        (["4/4/2019", ""], DateOrder.DMY),  # the same day either way
        (["2019-05-03"], DateOrder.DMY),
        ([], DateOrder.DMY),
    ],
)
def test_values_of_a_file_show_the_order_of_its_dates(texts, expected):
    assert date_order(column(*texts)) is expected


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["3/5/2019", "4/4/2019"], "csv_dates_ambiguous"),
        (["1/31/2019", "31/1/2019"], "csv_dates_conflict"),
        (["1/31/2019", "03.05.2019"], "csv_dates_mixed"),
    ],
)
def test_an_order_that_cannot_be_known_is_refused(texts, code):
    with pytest.raises(EnactError) as caught:
        date_order(column(*texts), "export.csv")
    assert caught.value.code == code
    assert caught.value.params["path"] == "export.csv"


def test_dates_by_order_iso_and_with_a_time():
    read = days(column("3/5/2019", "2019-05-03", "3/5/2019 14:30", ""), DateOrder.MDY)
    assert shown(read) == ["2019-03-05", "2019-05-03", "2019-03-05", None]
    assert not read.unreadable.any()


def test_without_an_order_days_are_read_but_never_guessed():
    texts = (
        "2024-03-05",
        "05.03.2024",
        "20240305",
        "2024-03-05T10:00:00",
        "5.3.2024 14:30",
        "3/4/2025",
        "1998",
    )
    read = days(column(*texts, None))
    assert shown(read) == ["2024-03-05"] * 5 + [None] * 3
    assert read.unreadable.tolist() == [False] * 5 + [True, True, False]


def test_impossible_dates_are_unreadable_not_shifted():
    texts = ("31.2.2019", "1.13.2019", "43496", "1.1.19", "bald", "1.1.0001", "29.02.1900")
    read = days(column(*texts), DateOrder.DMY)
    assert read.unreadable.all()
    assert read.values.isna().all()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-29T23:00:00Z", "2024-03-01"),  # an hour later in Germany
        ("2024-06-30T22:00:00Z", "2024-07-01"),  # two in summer
        ("2024-03-01T00:00:00+01:00", "2024-03-01"),
        ("2024-02-29 23:30:00+00", "2024-03-01"),  # as PostgreSQL writes it
        ("2024-03-01T00:30:00.250+0200", "2024-02-29"),
        ("2024-02-29T23:00:00", "2024-02-29"),  # no zone: the day as written
        ("2024-02-29Z", "2024-02-29"),  # a day with a zone is that day
    ],
)
def test_an_instant_is_the_day_it_was_in_germany(text, expected):
    assert shown(days(column(text))) == [expected]
    assert shown(days(column(text), DateOrder.DMY)) == [expected]


def test_moments_that_come_as_such_are_the_day_in_germany_too():
    zoned = pd.Series(pd.to_datetime(["2024-02-29T23:00:00Z", None]))
    assert shown(days(zoned)) == ["2024-03-01", None]
    plain = pd.Series(pd.to_datetime(["2024-02-29T23:00:00"]))
    assert shown(days(plain)) == ["2024-02-29"]
    python = column(datetime(2024, 2, 29, 23, tzinfo=timezone.utc), date(2024, 2, 29), None)
    assert shown(days(python)) == ["2024-03-01", "2024-02-29", None]


def test_days_beyond_what_a_column_can_hold_are_told_apart():
    texts = column("1550-01-01", "9999-12-31", "12000-01-01", "1550-02-30", "1678-01-01", "2261-12-31")
    read = days(texts)
    assert read.beyond.tolist() == [True, True, True, False, False, False]
    assert read.unreadable.tolist() == [True, True, True, True, False, False]
    python = days(column(date(1550, 1, 1), date(9999, 12, 31)))
    assert python.beyond.all()
    seconds = days(pd.Series(np.array(["1550-01-01", "2024-03-05"], dtype="datetime64[s]")))
    assert (seconds.beyond.tolist(), shown(seconds)) == ([True, False], [None, "2024-03-05"])
    late = days(column("9999-12-31T23:59:59Z"))
    assert late.beyond.all() and late.values.isna().all()


def test_moments_keep_their_time_by_the_clock_in_germany():
    read = moments(column("2024-02-29T23:00:00Z", "2024-02-29 23:00", "2024-02-29", "29.02.2024", None))
    assert [None if pd.isna(at) else str(at) for at in read.values] == [
        *("2024-03-01 00:00:00", "2024-02-29 23:00:00", "2024-02-29 00:00:00", None, None)
    ]
    assert read.unreadable.tolist() == [False, False, False, True, False]


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30), st.booleans())
def test_days_come_back_as_written_or_are_refused(given_days, month_first):
    form = "{0.month}/{0.day}/{0.year}" if month_first else "{0.day}/{0.month}/{0.year}"
    texts = column(*(form.format(day) for day in given_days))
    try:
        order = date_order(texts)
    except EnactError as error:
        assert error.code == "csv_dates_ambiguous"
        assert all(day.day <= 12 for day in given_days)
        return
    assert [day.date() for day in days(texts, order).values] == given_days


@given(st.lists(st.dates(), max_size=30))
def test_every_day_is_held_or_said_to_be_beyond(given_days):
    read = days(column(*given_days))
    for day, stamp, beyond in zip(given_days, read.values, read.beyond):
        assert beyond == (not 1678 <= day.year <= 2261)
        assert beyond or stamp.date() == day
