from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from enact_plugin.stock.years import age_classes, year_bounds, year_range


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1905", (1905, 1905)),
        ("~1890", (1890, 1890)),
        ("um 1890", (1890, 1890)),
        ("1901-05", (1901, 1901)),  # ISO: May 1901, not 1901 to 1905
        ("1901-05-12", (1901, 1901)),
        ("12.05.1901", (1901, 1901)),
        ("C19", (1801, 1900)),
        ("late C18", (1701, 1800)),
        ("1920s", (1920, 1929)),
        ("1914..1918", (1914, 1918)),
        ("mid C17..late C17", (1601, 1700)),
        ("1840-1845", (1840, 1845)),
        ("1919_1948", (1919, 1948)),
        ("1389,1511", (1389, 1389)),  # the oldest counts, later ones are rebuildings
        ("before 1910", (0, 1909)),
        ("bis 1918", (0, 1918)),
        ("to_1918", (0, 1918)),
        ("ab 2020", (2020, 9999)),
        ("from_2020", (2020, 9999)),
        ("unbekannt", None),
        ("1", None),
    ],
)
def test_years_are_read_as_people_write_them(text, years):
    assert year_range(text) == years


def test_a_class_is_told_only_where_all_possible_years_fall_into_it():
    first, last = year_bounds(
        pd.Series(["1918", "1919", "C19", "C20", "1920s", "1945..1950", None, "ab 2020"])
    )
    assert age_classes(first, last).tolist() == [
        "to_1918", "1919_1948", "to_1918", "unknown", "1919_1948", "unknown", "unknown", "from_2020",
    ]  # fmt: skip


def test_a_missing_year_stays_missing():
    first, last = year_bounds(pd.Series([None, None], dtype=object))
    assert first.isna().all() and last.isna().all()
    assert np.issubdtype(first.dtype, np.floating)
