"""Groups of addresses as suppliers write them."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.heat.metered.address_groups import (
    Parity,
    ParseProblem,
    is_single,
    parse_address_groups,
    possible_numbers,
)


def read(text):
    groups = parse_address_groups(pd.Series([text], index=["g"], dtype=object))
    numbers = [
        (row.street, row.first, row.suffix_first, row.last, row.suffix_last, row.parity.value)
        for row in groups.parts.itertuples()
    ]
    return numbers, [(row.text, row.reason) for row in groups.problems.itertuples()]


def single(street, number, suffix=""):
    return (street, number, suffix, number, suffix, "both")


def span(street, first, last, side="both", letters=("", "")):
    return (street, first, letters[0], last, letters[1], side)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Musterstr. 1–9", [span("Musterstr.", 1, 9)]),
        ("Musterstraße 1-9 (ungerade)", [span("Musterstraße", 1, 9, "odd")]),
        ("Musterstraße 2 - 8 (gerade Hausnummern)", [span("Musterstraße", 2, 8, "even")]),
        ("Musterstraße 1 bis 9", [span("Musterstraße", 1, 9)]),
        ("Dorfstr. 1...9", [span("Dorfstr.", 1, 9)]),
        (
            "Musterstr. 1, 3, 5a",
            [single("Musterstr.", 1), single("Musterstr.", 3), single("Musterstr.", 5, "a")],
        ),
        ("Musterstr. 1–5; Nebenweg 2–4", [span("Musterstr.", 1, 5), span("Nebenweg", 2, 4)]),
        ("Musterstr. 1-5, Nebenweg 2-4", [span("Musterstr.", 1, 5), span("Nebenweg", 2, 4)]),
        ("Hauptstr. 12 a-c", [span("Hauptstr.", 12, 12, letters=("a", "c"))]),
        ("Weg 3a-7b", [span("Weg", 3, 7, letters=("a", "b"))]),
        (
            "Hauptstr. 12 a, b und c",
            [single("Hauptstr.", 12, "a"), single("Hauptstr.", 12, "b"), single("Hauptstr.", 12, "c")],
        ),
        ("Hauptstr. 12/14", [single("Hauptstr.", 12), single("Hauptstr.", 14)]),
        ("Hauptstr. 12/1", [single("Hauptstr.", 12, "/1")]),
        ("Hauptstr. 12 1/2", [single("Hauptstr.", 12, "1/2")]),
        ("Hauptstr. 14 u. 16", [single("Hauptstr.", 14), single("Hauptstr.", 16)]),
        ("Straße des 17. Juni 135", [single("Straße des 17. Juni", 135)]),
        ("Musterstraße: Nr. 1 - Nr. 9", [span("Musterstraße", 1, 9)]),
        ("Musterstraße, 1-9", [span("Musterstraße", 1, 9)]),
        ("Hauptstr.012", [single("Hauptstr.", 12)]),
        ("Gerade Straße 5", [single("Gerade Straße", 5)]),
        ("Am Markt 1 (Rathaus), 2", [single("Am Markt", 1), single("Am Markt", 2)]),
    ],
)
def test_each_way_of_writing_a_group_is_read(text, parts):
    assert read(text) == (parts, [])


def test_a_side_behind_a_list_means_the_ranges_before_it_that_lie_on_it():
    parts, _ = read("Musterstr. 2-10, 1-9, 11-19 (ungerade)")
    assert [part[-1] for part in parts] == ["both", "odd", "odd"]


def test_a_side_in_front_means_all_that_follow_in_the_street():
    parts, _ = read("Musterstr. ungerade 1-9, 11-15; Nebenweg 1-9")
    assert [part[-1] for part in parts] == ["odd", "odd", "both"]


def test_the_postcode_and_the_place_are_no_street():
    groups = parse_address_groups(pd.Series(["Musterstr. 1-9, 04109 Leipzig"]))
    assert groups.parts["postcode"].tolist() == ["04109"]
    assert groups.problems.empty


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Musterstr. 19-7", ("Musterstr. 19-7", ParseProblem.REVERSED)),
        ("Musterstr.", ("Musterstr.", ParseProblem.NO_NUMBER)),
        ("12-14", ("12-14", ParseProblem.NO_STREET)),
        (
            "Musterstr. 5 Hinterhaus links 2. OG",
            ("Musterstr. 5 Hinterhaus links 2. OG", ParseProblem.UNREADABLE),
        ),
    ],
)
def test_what_names_no_address_says_why(text, problem):
    assert read(text) == ([], [problem])


def test_an_empty_text_is_no_problem():
    groups = parse_address_groups(pd.Series([None, "", "–"], dtype=object))
    assert groups.parts.empty
    assert groups.problems.empty


def test_how_many_house_numbers_a_part_can_name():
    texts = ["Weg 1-9", "Weg 1-9 (ungerade)", "Weg 2-9 (gerade)", "Weg 12 a-c", "Weg 7"]
    parts = parse_address_groups(pd.Series(texts)).parts
    # 1..9; 1 3 5 7 9; 2 4 6 8; a b c; 7
    assert possible_numbers(parts).tolist() == [9, 5, 4, 3, 1]
    assert is_single(parts).tolist() == [False, False, False, False, True]


suffixes = st.sampled_from(["", "a", "b", "c"])
streets = st.sampled_from(["Musterstraße", "Am Alten Bahnhof", "Straße des 17. Juni", "Gerade Straße", "C"])


@st.composite
def pieces(draw):
    first, last = sorted((draw(st.integers(1, 400)), draw(st.integers(1, 400))))
    start, end = draw(suffixes), draw(suffixes)
    if first == last or draw(st.booleans()):
        return (first, start, first, start, Parity.BOTH)
    return (first, start, last, end, draw(st.sampled_from(list(Parity))))


def written(piece, dash):
    first, start, last, end, side = piece
    if (first, start) == (last, end):
        return f"{first}{start}"
    word = {Parity.BOTH: "", Parity.ODD: " (ungerade)", Parity.EVEN: " (gerade)"}[side]
    return f"{first}{start}{dash}{last}{end}{word}"


@given(
    st.lists(st.tuples(streets, st.lists(pieces(), min_size=1, max_size=3)), min_size=1, max_size=3),
    st.sampled_from(["-", "–", " - ", " bis "]),
)
def test_a_written_group_is_read_as_the_same_numbers(groups, dash):
    text = "; ".join(
        f"{street} " + ", ".join(written(piece, dash) for piece in few) for street, few in groups
    )
    parts, problems = read(text)
    assert not problems
    wanted = [(street, *piece[:4]) for street, few in groups for piece in few]
    assert [part[:5] for part in parts] == wanted
    said = [piece[4].value for _, few in groups for piece in few]
    # a side is never lost; a range without one takes that behind a later range of its street
    assert all(given in (mine, "both") for mine, given in zip((part[5] for part in parts), said))
