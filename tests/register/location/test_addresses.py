"""Addresses of units and addresses of the municipality."""

from __future__ import annotations

import json
import random

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.fields.street_names import street_name
from enact_plugin.register.location.addresses import MatchReason, match_addresses, match_limits
from enact_plugin.register.readers.csv import read_csv

CRS = "EPSG:25833"
NAMES = ["street", "house_number", "postcode"]
# street, number, suffix, postcode, x
KNOWN = [
    ("Karl-Muster-Straße", "12", None, "01067", 0),
    ("Karl-Muster-Straße", "12", "a", "01067", 10),
    ("Karl-Muster-Straße", "14", None, "01067", 40),
    ("Mühlweg", "3", None, "01067", 1000),
    ("Mühlweg", "3", None, "01069", 5000),
    ("Sonnenblumenweg", "1", None, "01067", 2000),
    ("Am Alten Gut", "5-9", None, "01067", 3000),
    ("Dorfstraße", "1", None, "01067", 0),
    ("Dorfstraße", "1", None, "01067", 8000),
    ("Ring", "7", "a", "01067", 0),
    ("Ring", "7", "b", "01067", 20),
    ("Anger", "2", None, None, 600),
]


def known(rows=KNOWN):
    frame = pd.DataFrame(rows, columns=["street", "house_number", "suffix", "postcode", "x"])
    return gpd.GeoDataFrame(
        frame.drop(columns="x"), geometry=gpd.points_from_xy(frame["x"], 0 * frame["x"]), crs=CRS
    )


def asked(*rows):
    return pd.DataFrame(list(rows), columns=NAMES)


def match(street, number, postcode="01067", rows=KNOWN, limits=None):
    """Position of the address, confidence, reason."""
    found = match_addresses(asked((street, number, postcode)), known(rows), limits).frame.iloc[0]
    position = None if pd.isna(found["address"]) else int(found["address"])
    return position, None if position is None else float(found["confidence"]), found["reason"].value


@pytest.mark.parametrize(
    ("street", "number", "postcode", "expected"),
    [
        ("Karl-Muster-Straße", "12", "01067", (0, 1.0, "exact")),
        ("KARL MUSTER STR", "12 A", "01067", (1, 1.0, "exact")),
        ("Karl-Muster-Straße 12 a", None, "01067", (1, 1.0, "exact")),
        ("Muhlweg", "3", "01069", (4, 0.95, "folded")),
        ("K.-Muster-Str.", "14", "01067", (2, 0.9, "abbreviated")),
        ("Sonenblumenweg", "1", "01067", (5, 0.75, "typo")),
        ("Karl-Muster-Straße", "14 b", "01067", (2, 0.9, "suffix")),
        ("Karl-Muster-Straße", "12, Halle 3", "01067", (0, 0.9, "suffix")),
        ("Karl-Muster-Straße", "12-14", "01067", (0, 0.9, "range")),
        ("Karl-Muster-Straße", "10-14", "01067", (0, 0.9, "range")),
        ("Karl-Muster-Straße", "14/16", "01067", (2, 0.9, "range")),
        ("Am alten Gut", "7", "01067", (6, 0.9, "range")),
        ("Am alten Gut", "5 - 9", "01067", (6, 1.0, "exact")),
        ("Ring", "7", "01067", (9, 0.9, "suffix")),
        ("Karl-Muster-Straße", "12", None, (0, 0.9, "exact")),
        ("Anger", "2", "01067", (11, 0.9, "exact")),
        ("Karl-Muster-Straße", "12", "1067", (0, 1.0, "exact")),
    ],
)
def test_an_address_is_found_with_the_confidence_of_its_weakest_parts(street, number, postcode, expected):
    assert match(street, number, postcode) == expected


@pytest.mark.parametrize(
    ("street", "number", "postcode", "reason"),
    [
        (None, "12", "01067", "not_given"),
        ("Karl-Muster-Straße", None, "01067", "not_given"),
        ("Karl-Muster-Straße", "Flurstück 12", "01067", "not_given"),
        ("Karl-Muster-Weg", "12", "01067", "street_unknown"),
        ("Ringe", "7", "01067", "street_unknown"),  # too short a name for a typo
        ("Karl-Muster-Straße", "16", "01067", "number_unknown"),
        ("Karl-Muster-Straße", "13", "01067", "number_unknown"),
        ("Karl-Muster-Straße", "12 b", "01067", "exactly none"),
        ("Am Alten Gut", "6", "01067", "number_unknown"),  # the other side of the street
        ("Karl-Muster-Straße", "12", "01069", "other_postcode"),
        ("Dorfstr.", "1", "01067", "ambiguous"),
        ("Mühlweg", "3", None, "ambiguous"),
        ("Sonenblumenweg", "1", None, "uncertain"),  # 0.75 · 0.9 = 0.675
    ],
)
def test_what_is_not_found_or_not_sure_has_no_address(street, number, postcode, reason):
    position, confidence, why = match(street, number, postcode)
    if reason == "exactly none":
        # 12 b is not 12 a; the house 12 without a letter may be meant
        assert (position, confidence, why) == (0, 0.9, "suffix")
    else:
        assert (position, confidence, why) == (None, None, reason)


def test_another_letter_is_another_house():
    assert match("Ring", "7 c")[2] == "number_unknown"


def test_the_least_confidence_is_the_tables():
    strict = {**match_limits(), "confidence_low": 0.92}
    assert match("K.-Muster-Str.", "14", limits=strict) == (None, None, "uncertain")
    assert match("Muhlweg", "3", "01069", limits=strict)[0] == 4


def test_a_street_found_as_it_is_written_is_not_looked_for_elsewhere():
    rows = [("Sonnenblumenweg", "1", None, "01067", 0), ("Sonenblumenweg", "3", None, "01067", 500)]
    assert match("Sonenblumenweg", "1", rows=rows) == (None, None, "number_unknown")


def test_units_of_two_postcodes_do_not_share_an_address_without_one():
    """After mergers a municipality has several streets of one name; the address may be either's."""
    both = asked(("Anger", "2", "01067"), ("Anger", "2", "01069"))
    found = match_addresses(both, known()).frame
    assert found["address"].isna().all()
    assert set(found["reason"]) == {MatchReason.AMBIGUOUS}
    assert match("Anger", "2", "01067")[0] == len(KNOWN) - 1


def test_a_number_in_a_streets_name_is_no_house_number():
    rows = [("An der B 6", "1", None, "01067", 0), ("An der B", "6", None, "01067", 500)]
    assert match("An der B 6", None, rows=rows) == (None, None, "not_given")
    assert match("An der B 6", "1", rows=rows)[0] == 0
    assert match("An der B 6", None, rows=rows[1:])[0] == 0


def test_addresses_without_a_point_are_none():
    frame = known([("Ring", "7", None, "01067", 0)]).set_geometry([None], crs=CRS)
    assert match_addresses(asked(("Ring", "7", "01067")), frame).count(MatchReason.STREET_UNKNOWN) == 1


def test_nothing_asked_and_nothing_known():
    assert match_addresses(asked(), known()).frame.empty
    found = match_addresses(asked(("Ring", "7", "01067")), known([]))
    assert found.matched.tolist() == [False]


def test_the_index_of_the_units_stays():
    units = asked(("Ring", "7 a", "01067"), ("Anger", "2", "01067")).set_axis(["x", "x"])
    assert match_addresses(units, known()).frame.index.tolist() == ["x", "x"]


# ---- whatever the spelling

STREETS = ["Karl-Muster-Straße", "Große Mühlgasse", "Straße der Jugend", "Am Alten Gut", "Von-Muster-Platz"]
TOWN = [
    (street, str(number), suffix, postcode, 1000 * place + 10 * number)
    for place, (street, postcode) in enumerate(zip(STREETS * 2, ["01067"] * 5 + ["01069"] * 5))
    for number in range(1, 6)
    for suffix in (None, "a")
]
SPELLINGS = (
    lambda text: text,
    str.upper,
    str.lower,
    lambda text: text.replace("-", " "),
    lambda text: text.replace("Straße", "Str.").replace("straße", "str.").replace("Platz", "Pl."),
    lambda text: text.replace("ß", "ss"),
    lambda text: text.replace("ü", "ue"),
    lambda text: text.replace("Große", "Gr.").replace("der", "d.").replace("Von", "v."),
    lambda text: f"  {text} ",
)
NUMBERS = (
    lambda number, suffix: f"{number}{suffix}",
    lambda number, suffix: f"{number} {suffix}".strip(),
    lambda number, suffix: f"0{number}{suffix.upper()}",
    lambda number, suffix: f"Nr. {number}{suffix}",
)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TOWN) - 1),
            st.lists(st.sampled_from(SPELLINGS), max_size=4),
            st.sampled_from(NUMBERS),
        ),
        max_size=10,
    )
)
def test_matching_does_not_depend_on_the_spelling(wanted):
    rows = []
    for position, spellings, number in wanted:
        street, plain, suffix, postcode, _x = TOWN[position]
        for spelling in spellings:
            street = spelling(street)
        rows.append((street, number(plain, suffix or ""), postcode))
    found = match_addresses(asked(*rows), known(TOWN)).frame
    assert found["address"].tolist() == [position for position, _spellings, _number in wanted]
    assert (found["confidence"] == 1.0).all()


PARTS = st.tuples(
    st.sampled_from([*STREETS, "K.-Muster-Str.", "Strasse d. Jugend", "Unbekannt", "", None]),
    st.sampled_from(["1", "2a", "1-5", "3 b", "4/6", "", None, "Flur 3"]),
    st.sampled_from(["01067", "01069", "01099", "", None]),
)


@settings(max_examples=40)
@given(st.lists(PARTS, max_size=12), st.lists(st.integers(0, len(TOWN) - 1), max_size=30))
def test_a_match_never_has_another_postcode_and_never_less_than_the_least_confidence(rows, picked):
    addresses = known([TOWN[position] for position in picked])
    units = asked(*rows)
    found = match_addresses(units, addresses).frame
    hits = found[found["address"].notna()]
    assert (hits["confidence"] >= match_limits()["confidence_low"]).all()
    assert hits["reason"].map(lambda reason: reason.found).all()
    assert found["reason"][found["address"].isna()].map(lambda reason: not reason.found).all()
    for row, position in zip(hits.index, hits["address"]):
        assert units["postcode"][row] in ("", None, addresses["postcode"][position])


@settings(max_examples=40)
@given(st.lists(PARTS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_units_does_not_matter(rows, chance):
    order = list(range(len(rows)))
    chance.shuffle(order)
    one = match_addresses(asked(*rows), known(TOWN)).frame
    other = match_addresses(asked(*(rows[i] for i in order)), known(TOWN)).frame
    assert one["address"].astype(object).where(one["address"].notna(), None)[order].tolist() == (
        other["address"].astype(object).where(other["address"].notna(), None).tolist()
    )


# ---- how well it does on real names


@pytest.fixture(scope="module")
def cottbus(real_data):
    """632 official addresses of 27 streets; the post's spelling of each street stands beside the cadastre's."""
    text = (real_data / "buildings" / "cottbus_addresses.json").read_text(encoding="utf-8")
    rows = pd.DataFrame([each["properties"] for each in json.loads(text)["features"]])
    frame = pd.DataFrame(
        {"street": rows["str"], "house_number": rows["hnr"].astype(str), "suffix": rows["adz"],
         "postcode": rows["postplz"], "post_street": rows["poststr"]}
    )  # fmt: skip
    return gpd.GeoDataFrame(frame, geometry=shapely.points(rows["ostwert"], rows["nordwert"]), crs=CRS)


def whole_number(addresses):
    return addresses["house_number"] + addresses["suffix"].fillna("")


def with_one_typo(text, chance):
    """One letter of the name wrong, missing, doubled, or changed for its neighbour; never the first two."""
    at = chance.randrange(2, len(text) - 3)
    kind = chance.choice(["wrong", "missing", "double", "swapped"])
    return {
        "wrong": text[:at] + chance.choice("aeinrstl") + text[at + 1 :],
        "missing": text[:at] + text[at + 1 :],
        "double": text[:at] + text[at] + text[at:],
        "swapped": text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    }[kind]


def right_and_wrong(units, addresses):
    found = match_addresses(units, addresses).frame["address"]
    hit = found.notna().to_numpy()
    right = found[hit].to_numpy(dtype=int) == np.flatnonzero(hit)
    return int(right.sum()), int((~right).sum())


def test_the_posts_spelling_finds_each_official_address(cottbus):
    """554 of the 632 are spelled otherwise by the post ("…str." for "…straße")."""
    assert int((cottbus["post_street"] != cottbus["street"]).sum()) == 554
    units = pd.DataFrame(
        {"street": cottbus["post_street"].str.upper(), "house_number": whole_number(cottbus),
         "postcode": cottbus["postcode"]}
    )  # fmt: skip
    assert right_and_wrong(units, cottbus) == (632, 0)


def test_names_with_a_typo_are_found_where_they_are_long_and_never_elsewhere(cottbus):
    """Measured: of 369 addresses in streets with a long name 361, of all 632 370; none at another address."""
    chance = random.Random(3)
    units = pd.DataFrame(
        {
            "street": [with_one_typo(street, chance) for street in cottbus["street"]],
            "house_number": whole_number(cottbus),
            "postcode": cottbus["postcode"],
        }
    )
    least = match_limits()["typo_letters"]
    long = cottbus["street"].map(lambda text: len(street_name(text).core) >= least)
    assert int(long.sum()) == 369
    found = match_addresses(units, cottbus)
    assert right_and_wrong(units, cottbus)[1] == 0
    assert found.matched[long].mean() >= 0.95
    assert found.matched[~long].mean() <= 0.1  # a typo in "Straße", or one that a normal form forgives


def test_streets_that_are_not_in_the_layer_are_not_found_in_another_one(cottbus):
    """Each street in turn is taken out of the layer, and its addresses asked for, as they are and with a typo."""
    chance = random.Random(4)
    wrong = asked_for = 0
    for street in cottbus["street"].unique():
        of_street = (cottbus["street"] == street).to_numpy()
        out = cottbus[of_street]
        for texts in (out["street"], [with_one_typo(text, chance) for text in out["street"]]):
            units = pd.DataFrame(
                {"street": list(texts), "house_number": whole_number(out).to_list(), "postcode": None}
            )
            matched = match_addresses(units, cottbus[~of_street].reset_index(drop=True)).matched
            wrong += int(matched.sum())
            asked_for += len(units)
    assert (wrong, asked_for) == (0, 2 * 632)


def test_leipzig_2020_publishes_no_street_without_coordinates(real_data):
    """So nothing is left to be placed there.

    awk '{printf "%s%s", $0, (/"\\r?$/ ? "\\n" : " ")}' web_export_leipzig_region_2020.csv | awk -F'";"' '
      $16=="14713000" && $12!="" {s++; if($17=="") x++} END {print s, x+0}' prints 71 0
    """
    frame = read_csv(real_data / "mastr" / "web_export_leipzig_region_2020.csv", "14713000").frame
    assert int(frame["street"].notna().sum()) == 71
    assert not (frame["street"].notna() & frame.geometry.isna()).any()


def test_forty_thousand_units_and_a_hundred_thousand_addresses_are_one_merge():
    """Every unit finds its own address: numbers 1 to 50 in 2,000 streets, 50 m apart."""
    streets = np.array(
        [f"Muster{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}weg" for i in range(2000)]
    )
    number = np.tile(np.arange(1, 51), 2000)
    frame = pd.DataFrame(
        {"street": np.repeat(streets, 50), "house_number": number.astype(str), "postcode": "01067"}
    )
    addresses = gpd.GeoDataFrame(frame, geometry=shapely.points(50.0 * np.arange(100_000), 0), crs=CRS)
    picked = np.random.default_rng(1).choice(100_000, 40_000, replace=False)
    found = match_addresses(frame.iloc[picked].reset_index(drop=True), addresses)
    assert found.frame["address"].to_numpy(dtype=int).tolist() == picked.tolist()


def test_the_point_is_one_of_the_addresses():
    addresses = known()
    found = match_addresses(asked(("Karl-Muster-Str.", "12-14", "01067")), addresses).frame.iloc[0]
    assert addresses.geometry[found["address"]] == Point(0, 0)
