"""Fields as text."""

from __future__ import annotations

import numpy as np
import pandas as pd

from enact_plugin.fields.texts import map_distinct, plain_text, with_zeros


def test_whole_numbers_keep_no_decimals_as_text():
    assert plain_text(pd.Series([12.0, np.nan, 3.0])).tolist() == ["12", None, "3"]
    assert plain_text(pd.Series([12.5, np.nan])).tolist() == ["12.5", None]
    assert plain_text(pd.Series([1, None], dtype="Int64")).tolist() == ["1", None]


def test_numbers_beyond_what_a_float_knows_exactly_stay_as_they_are():
    assert plain_text(pd.Series([1e20, 2.0])).tolist() == ["1e+20", "2.0"]
    assert plain_text(pd.Series([12345678901234567890.0])).tolist() == ["1.2345678901234567e+19"]
    assert plain_text(pd.Series([np.inf, 2.0])).tolist() == ["inf", "2.0"]


def test_blanks_and_words_for_nothing_are_no_text():
    values = pd.Series(
        [" a ", "", "NULL", "<Null>", "k. A.", "Unbekannt", "-", None, 7, np.nan], dtype=object
    )
    assert plain_text(values).tolist() == ["a", *[None] * 7, "7", None]
    assert plain_text(pd.Series([None, None], dtype=object)).tolist() == [None, None]
    assert plain_text(pd.Series([], dtype=object)).tolist() == []


def test_a_moment_is_written_as_the_day_in_germany():
    assert plain_text(pd.Series(pd.to_datetime(["2024-02-29T23:00:00Z", None]))).tolist() == [
        "2024-03-01",
        None,
    ]


def test_one_and_true_are_two_texts():
    assert plain_text(pd.Series([1, True, "1"], dtype=object)).tolist() == ["1", "True", "1"]


def test_a_function_sees_each_distinct_value_once():
    seen = []
    values = pd.Series(["a", "b", "a", None], index=[3, 4, 5, 6])
    found = map_distinct(values, lambda text: seen.append(text) or text.upper(), "-")
    assert found.tolist() == ["A", "B", "A", "-"]
    assert found.index.tolist() == [3, 4, 5, 6]
    assert seen == ["a", "b"]


def test_keys_of_digits_get_their_zeros_back():
    assert with_zeros(pd.Series(["4103", "04103", "D-4103", None], dtype=object), 5).tolist() == [
        *("04103", "04103", "D-4103", None)
    ]
