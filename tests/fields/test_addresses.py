"""Addresses that stand in one text."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.fields.addresses import (
    first_addresses,
    house_number_parts,
    split_addresses,
    split_house_numbers,
)


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


@pytest.mark.parametrize(
    ("text", "number", "last", "suffix", "rest"),
    [
        ("12", 12, 12, "", False),
        ("012 A", 12, 12, "a", False),
        ("Nr. 12a", 12, 12, "a", False),
        ("Hausnr. 7", 7, 7, "", False),
        ("12-14", 12, 14, "", False),
        ("12 a – 14 b", 12, 14, "", False),
        ("12/14", 12, 14, "", False),
        ("5, 7 und 9", 5, 9, "", False),
        ("2 u. 4", 2, 4, "", False),
        ("12 bis 14", 12, 14, "", False),
        ("12/1", 12, 12, "/1", False),
        ("12 1/2", 12, 12, "1/2", False),
        ("12 a-c", 12, 12, "a-c", False),
        ("15 c und d", 15, 15, "c-d", False),
        ("3, Halle 2", 3, 3, "", True),
        ("12abc", 12, 12, "", True),
    ],
)
def test_a_house_number_is_taken_apart_to_be_compared(text, number, last, suffix, rest):
    found = house_number_parts(pd.Series([text], dtype=object)).iloc[0]
    assert (found["number"], found["last"], found["suffix"], bool(found["rest"])) == (
        number,
        last,
        suffix,
        rest,
    )


@pytest.mark.parametrize("text", ["Flurstück 12", "FlSt 3", "0", "", "12345", "o. Nr.", None])
def test_what_is_no_house_number_has_none(text):
    found = house_number_parts(pd.Series([text], dtype=object)).iloc[0]
    assert pd.isna(found["number"])
    assert found["suffix"] == ""


@given(st.lists(st.one_of(st.none(), st.text("12 ab-/,Nru.", max_size=10)), max_size=8))
def test_the_last_house_of_a_range_is_never_before_the_first(texts):
    found = house_number_parts(pd.Series(texts, dtype=object))
    assert len(found) == len(texts)
    assert bool((found["last"] >= found["number"]).fillna(True).all())
