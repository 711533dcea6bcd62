"""Addresses that stand in one text."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.fields.addresses import first_addresses, split_addresses, split_house_numbers


def rows(*texts):
    found = split_addresses(pd.Series(texts, dtype=object))
    return [tuple(None if pd.isna(value) else value for value in row) for row in found.itertuples()]


def first(*texts):
    found = first_addresses(pd.Series(texts, dtype=object))
    return list(zip(found["street"], found["house_number"]))


def test_the_cadastres_text_is_taken_apart():
    texts = ("Musterstraße 12 a, 14; Nebenweg 3", "Straße des 17. Juni 135", "Am Markt", None, "Kai 3 - 5b")
    assert rows(*texts) == [
        (0, "Musterstraße", "12", "a"),
        (0, "Musterstraße", "14", None),
        (0, "Nebenweg", "3", None),
        (1, "Straße des 17. Juni", "135", None),
        (2, "Am Markt", None, None),
        (3, None, None, None),
        (4, "Kai", "3-5", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "street", "number", "suffix"),
    [
        ("Hauptstraße 12 1/2", "Hauptstraße", "12", "1/2"),
        ("Hauptstraße 12/14", "Hauptstraße", "12/14", None),
        ("Hauptstraße 12+14", "Hauptstraße", "12+14", None),
        ("Hauptstraße 12a-14b", "Hauptstraße", "12a-14", "b"),
        ("Hauptstraße 12 a - c", "Hauptstraße", "12", "a - c"),
        ("Hauptstr.12", "Hauptstr.", "12", None),
        ("Ringweg5a", "Ringweg", "5", "a"),
        ("C 1", "C", "1", None),
        ("B2", "B2", None, None),  # a lane's name, no house number
        ("12", None, "12", None),
    ],
)
def test_each_form_of_a_house_number_is_told_from_the_street(text, street, number, suffix):
    assert rows(text) == [(0, street, number, suffix)]


def test_a_bar_separates_addresses_like_a_semicolon():
    assert rows("Weg 3 | Ring 4") == [(0, "Weg", "3", None), (0, "Ring", "4", None)]


def test_a_text_that_says_nothing_keeps_its_row():
    assert rows("Weg 1", ";", " , ", "Ring 2;", "") == [
        *((0, "Weg", "1", None), (1, None, None, None), (2, None, None, None)),
        *((3, "Ring", "2", None), (4, None, None, None)),
    ]


def test_of_several_addresses_the_first_is_the_buildings():
    assert first("Musterweg 12 a; Nebenweg 3", "Am Markt 1, 3", "Ring 12 1/2", "Platz", None) == [
        *(("Musterweg", "12 a"), ("Am Markt", "1"), ("Ring", "12 1/2"), ("Platz", None), (None, None))
    ]


def test_the_index_of_the_texts_stays_even_when_it_repeats():
    found = first_addresses(pd.Series(["Weg 1; Ring 2", "Gasse 3"], index=["x", "x"]))
    assert found.index.tolist() == ["x", "x"]
    assert found["house_number"].tolist() == ["1", "3"]


@given(st.lists(st.one_of(st.none(), st.text(alphabet="Weg 12a;,|-/.", max_size=12)), max_size=12))
def test_no_text_is_lost_and_the_first_address_is_one_of_all(texts):
    series = pd.Series(texts, dtype=object)
    every = split_addresses(series)
    assert every.index.unique().tolist() == series.index.tolist()
    one = first_addresses(series)
    assert one.index.tolist() == series.index.tolist()
    assert one["street"].tolist() == every[~every.index.duplicated()]["street"].tolist()


def test_a_letter_is_taken_off_the_house_number_but_ranges_stay():
    found = split_house_numbers(pd.Series(["12", "12a", "12 B", "12-14", "7 1/2", None]))
    assert found["house_number"].tolist() == ["12", "12", "12", "12-14", "7", None]
    assert found["suffix"].tolist() == [None, "a", "B", None, "1/2", None]
