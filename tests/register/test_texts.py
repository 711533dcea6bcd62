from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.register.texts import (
    DateOrder,
    Decimal,
    coordinates,
    date_order,
    dates,
    decimal_of,
    numbers,
)


def column(*texts):
    return pd.Series(texts, dtype=object)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["9,6", "5"], Decimal.COMMA),
        (["5.890,62"], Decimal.COMMA),
        (["0.75", "1500"], Decimal.POINT),
        (["1,682.485"], Decimal.POINT),
        (["0,705"], Decimal.COMMA),  # no thousands group begins with zero
        (["1.162", "16600"], Decimal.POINT),  # with thousands points it would be 16.600
        (["1.234.567"], Decimal.COMMA),
        (["1.162"], None),
        (["600", ""], None),
        ([""], None),
    ],
)
def test_values_of_a_column_show_its_decimal_separator(texts, expected):
    assert decimal_of(column(*texts)) is expected


def test_thousands_and_decimals_of_german_numbers():
    read = numbers(column("5.890,62", "1.682,485", "1.445", "9,6", "615", ""), Decimal.COMMA)
    assert read.values.tolist()[:5] == [5890.62, 1682.485, 1445.0, 9.6, 615.0]
    assert np.isnan(read.values.iloc[5])
    assert not read.unreadable.any()


def test_a_point_between_three_digits_is_a_decimal_in_a_column_of_points():
    assert numbers(column("1.162", "2478"), Decimal.POINT).values.tolist() == [1.162, 2478.0]


def test_what_is_no_number_is_said_to_be_none():
    read = numbers(column("5. Mai", "1,2,3", "12", "-", "1.23.4"), Decimal.COMMA)
    assert read.unreadable.tolist() == [True, True, False, True, True]
    assert read.values.isna().tolist() == [True, True, False, True, True]


def test_blanks_and_apostrophes_separate_thousands():
    assert numbers(column("1 234,5", "1\u00a0234", "1'234"), Decimal.COMMA).values.tolist() == [
        1234.5,
        1234.0,
        1234.0,
    ]


def test_degrees_have_no_thousands():
    read = coordinates(column("51,232", "51.232", "51,23,2", ""))
    assert read.values.tolist()[:2] == [51.232, 51.232]
    assert read.unreadable.tolist() == [False, False, True, False]


def german(value: float, grouped: bool) -> str:
    text = f"{value:,.3f}" if grouped else f"{value:.3f}"
    return text.translate(str.maketrans(",.", ".,"))


@given(st.lists(st.integers(0, 10**9).map(lambda n: n / 1000), min_size=1, max_size=20), st.booleans())
def test_german_numbers_come_back_as_written(values, grouped):
    texts = column("0,5", *(german(value, grouped) for value in values))
    decimal = decimal_of(texts)
    assert decimal is Decimal.COMMA
    assert numbers(texts, decimal).values.tolist() == pytest.approx([0.5, *values])


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
    read = dates(column("3/5/2019", "2019-05-03", "3/5/2019 14:30", ""), DateOrder.MDY)
    assert [str(day.date()) for day in read.values[:3]] == ["2019-03-05", "2019-05-03", "2019-03-05"]
    assert read.values.isna().tolist() == [False, False, False, True]
    assert not read.unreadable.any()


def test_impossible_dates_are_unreadable_not_shifted():
    read = dates(column("31.2.2019", "1.13.2019", "43496", "1.1.19", "bald", "1.1.0001"), DateOrder.DMY)
    assert read.unreadable.all()
    assert read.values.isna().all()


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30), st.booleans())
def test_days_come_back_as_written_or_are_refused(days, month_first):
    form = "{0.month}/{0.day}/{0.year}" if month_first else "{0.day}/{0.month}/{0.year}"
    texts = column(*(form.format(day) for day in days))
    try:
        order = date_order(texts)
    except EnactError as error:
        assert error.code == "csv_dates_ambiguous"
        assert all(day.day <= 12 for day in days)
        return
    assert [day.date() for day in dates(texts, order).values] == days
