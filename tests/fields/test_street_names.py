"""One form for the names of streets."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.fields.street_names import one_typo_apart, pairs_by_typo, street_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karl-Muster-Straße", "Karl Muster Str."),
        ("Karl-Muster-Straße", "KARLMUSTERSTRASSE"),
        ("Mühlstr.", "Muehlstraße"),
        ("Straße des 1. Mai", "Str. d. 1. Mai"),
        ("Dr.-Muster-Ring", "Doktor Muster Ring"),
        ("St.-Muster-Pl.", "Sankt-Muster-Platz"),
        ("Am Alten Gut", "am alten gut"),
        ("Gr. Mustergasse", "Große Mustergasse"),
        ("Von-Muster-Weg", "v.-Muster-Wg."),
        ("Musterweg (Nord)", "Musterweg"),
        ("Café-Allee", "Cafe Al."),
    ],
)
def test_one_street_in_two_spellings_has_one_form(one, other):
    assert street_name(one).exact == street_name(other).exact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lindenweg", "Lindenstraße"),
        ("Bergstraße", "Burgstraße"),
        ("Straße des 1. Mai", "Straße des 11. Mai"),
        ("Am Ring", "Ring"),
        ("Kleine Gasse", "Große Gasse"),
    ],
)
def test_two_streets_have_two_forms(one, other):
    assert street_name(one).exact != street_name(other).exact


def test_a_lost_umlaut_is_forgiven_by_the_folded_form_only():
    assert street_name("Muhlweg").exact != street_name("Mühlweg").exact
    assert street_name("Muhlweg").folded == street_name("Mühlweg").folded


@pytest.mark.parametrize(
    ("short", "whole", "same"),
    [
        ("K.-Muster-Str.", "Karl-Muster-Straße", True),
        ("Geschw.-Muster-Str.", "Geschwister-Muster-Straße", True),
        ("J. S. Muster Str.", "Johann-Sebastian-Muster-Straße", True),
        ("Karl-Muster-Str.", "Kurt-Muster-Straße", False),
        ("Johann-Muster-Weg", "Johanna-Muster-Weg", False),  # no dot: a name of its own
        ("K.-Muster-Str.", "Karl-August-Muster-Straße", False),
        ("Straße 1", "Straße 12", False),
    ],
)
def test_a_shortened_name_stands_for_the_whole_one(short, whole, same):
    assert street_name(short).stands_for(street_name(whole)) is same
    assert street_name(whole).stands_for(street_name(short)) is same


@pytest.mark.parametrize("text", ["", " ", ".-–", "()", "日本"])
def test_what_has_no_letter_of_ours_has_no_parts(text):
    assert street_name(text).parts == ()


def test_what_stands_in_brackets_only_is_the_name():
    assert street_name("(Nord)").parts == ("nord",)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("gartenweg", "gartneweg", True),
        ("gartenweg", "gartnweg", True),
        ("gartenweg", "garrtenweg", True),
        ("gartenweg", "gardenweg", True),
        ("gartenweg", "gartenweg", False),
        ("gartenweg", "gardanweg", False),
        ("strasse1", "strasse2", False),
        ("strasse1", "strasse", False),
        ("", "a", True),
    ],
)
def test_one_typo_by_hand(one, other, apart):
    assert one_typo_apart(one, other) is apart
    assert one_typo_apart(other, one) is apart


@given(st.lists(st.text("abc1", max_size=6), max_size=8), st.lists(st.text("abc1", max_size=6), max_size=8))
def test_pairs_by_keys_are_those_of_comparing_each_with_each(names, others):
    slow = sorted({(a, b) for a in names for b in others if one_typo_apart(a, b)})
    assert pairs_by_typo(names, others) == slow


@given(st.text(max_size=30))
def test_any_text_has_a_form_that_is_its_own_form(text):
    name = street_name(text)
    assert len(name.parts) == len(name.shortened)
    assert all(part.isascii() and part.isalnum() for part in name.parts)
    assert name.stands_for(name)


def test_real_streets_of_a_town_keep_apart(real_data):
    """271 names of Zittau: jq -r '.features[].properties.name' zittau_osm_streets.geojson | sort -u, without null."""
    text = (real_data / "streets" / "zittau_osm_streets.geojson").read_text(encoding="utf-8")
    names = {each["properties"].get("name") for each in json.loads(text)["features"]} - {None}
    forms = {street_name(name).exact for name in names}
    assert len(names) == len(forms) == 271
    # the only two that a single typo could confuse, and why the first letter must agree
    near = [pair for pair in pairs_by_typo(forms, forms) if pair[0] < pair[1]]
    assert near == [("oststrasse", "poststrasse")]
