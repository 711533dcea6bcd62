"""Numbers of any column of any source, read in one way."""

from __future__ import annotations

from decimal import Decimal as PythonDecimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.fields.numbers import Decimal, Thousands, decimal_of, examples, numbers, usual_decimal


def column(*texts):
    return pd.Series(texts, dtype=object)


def read(*texts, **how):
    return [None if pd.isna(value) else value for value in numbers(column(*texts), **how).values]


# ---- the separator


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["9,6", "5"], Decimal.COMMA),
        (["5.890,62"], Decimal.COMMA),
        (["0.75", "1500"], Decimal.POINT),
        (["1,682.485"], Decimal.POINT),
        (["0,705"], Decimal.COMMA),  # no thousands group begins with zero
        (["1.234.567"], Decimal.COMMA),
        (["1.500e+03"], Decimal.POINT),  # nobody groups the figure before an exponent
        (["1 234.567"], Decimal.POINT),  # the blank is the separator of thousands
        (["9,6 kWh"], Decimal.COMMA),
        (["9,6 und mehr"], None),  # no number, so it shows nothing
        (["1.162"], None),
        (["600", ""], None),
        ([""], None),
        ([], None),
    ],
)
def test_values_of_a_column_show_its_decimal_separator(texts, expected):
    assert decimal_of(column(*texts)) is expected


def test_a_program_groups_all_figures_or_none_but_people_do_as_they_like():
    texts = column("1.162", "16600")  # grouped it would be 16.600
    assert decimal_of(texts, one_style=True) is Decimal.POINT
    assert decimal_of(texts) is None
    assert decimal_of(column("1.162", "616"), one_style=True) is None
    assert decimal_of(column("1.162", "1,162", "16600"), one_style=True) is None


def test_the_separator_of_a_source_is_that_of_most_of_its_columns():
    comma, point = Decimal.COMMA, Decimal.POINT
    assert usual_decimal([None, comma, comma, point]) is comma
    assert usual_decimal([point, None]) is point
    assert usual_decimal([comma, point]) is None
    assert usual_decimal([]) is None


# ---- how they are written


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1.234,5", "7,25"], [1234.5, 7.25]),
        (["1,234.5", "7.25"], [1234.5, 7.25]),
        (["1 234,5", "1\u00a0234", "1\u202f234", "1'234", "1’234"], [1234.5, 1234, 1234, 1234, 1234]),
        (["1.234.567", "1"], [1234567, 1]),
        (["-3,5", "+2", "−4", "- 5"], [-3.5, 2, -4, -5]),
        (["1.5e+03", "2.1E2", "1e-3", "1,50E+03"], [1500, 210, 0.001, 1500]),
        ([".5", "12.", " 7 "], [0.5, 12, 7]),
        (["5.890,62", "1.682,485", "1.445", "9,6", "615"], [5890.62, 1682.485, 1445, 9.6, 615]),
    ],
)
def test_numbers_as_people_and_programs_write_them(texts, expected):
    found = numbers(column(*texts))
    assert found.values.tolist() == expected
    assert not found.unreadable.any()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "10-20",
            "2–3",
            "12a",
            "ca. 5",
            "> 100",
            "(5)",
            "5. Mai",
            "1,2,3",
            "1.23.4",
            "1.162.5",
            "3 4",
            "viel",
        ),
        *("10'", "12 1/2", "1_000", "1e999", "inf", "0x10", "2024-03-05", "12 kWh laut Zähler"),
    ],
)
def test_what_is_more_or_less_than_a_figure_is_unread_and_said_to_be(text):
    found = numbers(column(text, "12"))
    assert found.unreadable.tolist() == [True, False]
    assert found.values.isna().tolist() == [True, False]


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "k. A.", "unbekannt", "NULL", "nan", None, np.nan, pd.NA]
)
def test_where_nothing_is_said_nothing_is_wrong(text):
    found = numbers(column(text, "12"))
    assert found.values.isna().tolist() == [True, False]
    assert not found.unreadable.any()


def test_numbers_that_come_as_such_stay():
    assert numbers(pd.Series([1, None, 3], dtype="Int64")).values.tolist()[::2] == [1, 3]
    assert numbers(pd.Series([True, False])).values.tolist() == [1, 0]
    assert numbers(pd.Series([12.345, 8.75])).values.tolist() == [12.345, 8.75]
    infinite = numbers(pd.Series([1.0, np.inf, np.nan]))
    assert infinite.unreadable.tolist() == [False, True, False]


def test_texts_among_numbers_are_read_and_the_numbers_stay():
    # as JSON delivers them: 12.345 is a number and no text that may be grouped
    found = numbers(column(12.345, 2, "1.250,5", "viel", None))
    assert found.values.tolist()[:3] == [12.345, 2, 1250.5]
    assert found.unreadable.tolist() == [False, False, False, True, False]


def test_any_type_of_column_and_any_index_will_do():
    texts = ["1,5", "viel", None]
    for values in (pd.Series(texts, dtype="string"), pd.Series(texts, dtype="category")):
        assert numbers(values).values.tolist()[0] == 1.5
        assert numbers(values).unreadable.tolist() == [False, True, False]
    exact = pd.Series([PythonDecimal("1.5"), None], dtype=object)
    assert numbers(exact).values.tolist()[0] == 1.5
    twice = numbers(pd.Series([12.5, "1,5", 3], index=["a", "a", "b"], dtype=object)).values
    assert (twice.index.tolist(), twice.tolist()) == (["a", "a", "b"], [12.5, 1.5, 3.0])
    days = numbers(pd.Series(pd.to_datetime(["2024-03-05", None])))
    assert days.unreadable.tolist() == [True, False]


# ---- a thousand times more or less


def test_german_thousands_in_a_column_of_their_own_are_read_as_such_and_reported():
    found = numbers(column("12.500", "8.750", "23.400", "875"))
    assert found.values.tolist() == [12500, 8750, 23400, 875]
    assert found.decimal is None
    assert found.ambiguous.tolist() == [True, True, True, False]
    assert found.doubtful == 3
    assert examples(column("12.500", "8.750", "23.400", "875"), found.ambiguous) == (
        "12.500",
        "8.750",
        "23.400",
    )


def test_three_digits_behind_a_comma_are_decimals_and_reported_too():
    found = numbers(column("12,500", "8,750"))
    assert found.values.tolist() == [12.5, 8.75]
    assert found.doubtful == 2


@pytest.mark.parametrize(
    ("sure", "expected"),
    [("0,5", 12500), ("1.234.567", 12500), ("0.5", 12.5), ("1.5e3", 12.5), ("1,234.5", 12.5)],
)
def test_one_sure_value_of_the_column_decides(sure, expected):
    found = numbers(column("12.500", sure))
    assert found.values.iloc[0] == expected
    assert found.doubtful == 0


@pytest.mark.parametrize("other", ["16600", "875", "1e3"])
def test_a_value_without_point_or_comma_shows_nothing(other):
    found = numbers(column("12.500", other))
    assert found.values.iloc[0] == 12500
    assert found.doubtful == 1


def test_what_the_source_writes_elsewhere_decides_where_the_column_does_not():
    assert read("12.500", decimal=Decimal.COMMA) == [12500]
    assert read("12.500", decimal=Decimal.POINT) == [12.5]
    assert read("12,500", decimal=Decimal.POINT) == [12500]
    assert numbers(column("12.500"), Decimal.POINT).doubtful == 0
    # a value that can only be read with the other one is read with the other one
    assert read("12,5", decimal=Decimal.POINT) == [12.5]


def test_whole_numbers_have_no_decimals_and_degrees_no_thousands():
    assert read("1.234", "87", thousands=Thousands.ALWAYS) == [1234, 87]
    assert read("51.232", "51,232", thousands=Thousands.NEVER) == [51.232, 51.232]
    assert numbers(column("51.232"), thousands=Thousands.NEVER).doubtful == 0


def german(value: float, grouped: bool) -> str:
    text = f"{value:,.3f}" if grouped else f"{value:.3f}"
    return text.translate(str.maketrans(",.", ".,"))


@given(st.lists(st.integers(0, 10**9).map(lambda n: n / 1000), min_size=1, max_size=20), st.booleans())
def test_german_numbers_come_back_as_written(values, grouped):
    texts = column("0,5", *(german(value, grouped) for value in values))
    assert decimal_of(texts) is Decimal.COMMA
    assert numbers(texts).values.tolist() == pytest.approx([0.5, *values])


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_what_a_program_writes_comes_back_or_is_reported(values):
    found = numbers(column(*map(repr, values)))
    same = found.values.to_numpy() == np.array(values)
    assert (same | found.ambiguous).all()
    assert not found.unreadable.any()


@given(st.lists(st.text(alphabet="0123456789.,'- e+kW", max_size=8), max_size=20))
def test_every_text_is_a_number_or_nothing_or_reported(texts):
    found = numbers(column(*texts))
    nothing = np.array([text.strip() in ("", "-", ".") for text in texts], dtype=bool)
    assert (found.values.isna().to_numpy() == (found.unreadable | nothing)).all()


# ---- units behind the figure


def test_a_known_unit_is_passed_over_and_another_text_is_not():
    assert read("12 kWh", "3,5 kWh/(m²·a)", "7 MWh/a", "8m", "40 %", "5 kWh p.a.") == [12, 3.5, 7, 8, 40, 5]
    assert read("12 Äpfel", "3 Stück") == [None, None]


def test_a_unit_of_the_same_kind_is_converted_and_of_another_kind_refused():
    # 12 kWh are 0.012 MWh; kilowatts are no energy
    found = numbers(column("12 kWh", "3 MWh", "4", "5 kW"), unit="MWh/a")
    assert found.values.tolist()[:3] == [0.012, 3, 4]
    assert found.unreadable.tolist() == [False, False, False, True]
