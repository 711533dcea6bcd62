from __future__ import annotations

import numpy as np
import pandas as pd

from enact_plugin.stock.fields import Fields, as_date, as_number, as_text, joined


def test_fields_are_found_in_any_case_and_the_best_name_first():
    frame = pd.DataFrame({"FUNKTION": ["Wohnhaus", "Garage"], "GfkZshh": ["31001_1010", None]})
    fields = Fields(frame, {"code": ("gfkzshh", "funktion"), "other": ("nothing",)})
    assert fields.text("code").tolist() == ["31001_1010", "Garage"]
    assert fields.text("other").tolist() == [None, None]
    assert "code" in fields and "other" not in fields


def test_whole_numbers_keep_no_decimals_as_text():
    assert as_text(pd.Series([12.0, np.nan, 3.0])).tolist() == ["12", None, "3"]
    assert as_text(pd.Series([" a ", "", "NULL", None, 7], dtype=object)).tolist() == [
        "a",
        None,
        None,
        None,
        "7",
    ]


def test_numbers_are_read_with_point_comma_and_unit():
    assert as_number(pd.Series(["12,5 m", "3.5", "-1", "hoch", None])).tolist()[:3] == [12.5, 3.5, -1.0]
    assert as_number(pd.Series(["hoch", None])).isna().all()


def test_dates_are_read_in_iso_and_german_order():
    dates = as_date(pd.Series(["2023-01-16", "03.02.2024", "2010-05-17T12:00:00Z", "gestern", None]))
    assert dates.dt.strftime("%Y-%m-%d").tolist()[:3] == ["2023-01-16", "2024-02-03", "2010-05-17"]
    assert dates.isna().tolist() == [False, False, False, True, True]


def test_flags_are_joined_by_name():
    flags = {"a": [True, False, True], "b": [True, False, False]}
    assert joined(flags, pd.RangeIndex(3)).tolist() == ["a|b", None, "a"]
