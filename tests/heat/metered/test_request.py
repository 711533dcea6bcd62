from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.heat.metered.members import match_members
from enact_plugin.heat.metered.minimum import Data, HouseKind, keep_lawful
from enact_plugin.heat.metered.request import ReplyProblem, check_reply, request_groups

SMALL, FLATS = HouseKind.SINGLE_FAMILY, HouseKind.MULTI_FAMILY


def town(*houses):
    """Table building_addresses and kinds of (street, number, kind)."""
    keys = [f"b{n}" for n in range(len(houses))]
    addresses = pd.DataFrame(
        {
            "building_id": keys,
            "street": [house[0] for house in houses],
            "house_number": [house[1] for house in houses],
            "postcode": None,
        }
    )
    return addresses, pd.Series([house[2] for house in houses], index=keys, dtype=object)


def test_single_houses_are_asked_in_fives_and_flats_one_by_one():
    found = request_groups(
        *town(*[("Musterstraße", str(n), SMALL) for n in range(1, 13)], ("Musterstraße", "20", FLATS)),
        Data.CONSUMPTION,
    )
    # twelve houses are two groups of six, not one of five and one of seven
    assert found.groups["adressen"].tolist() == [
        "Musterstraße 1, 2, 3, 4, 5, 6",
        "Musterstraße 7, 8, 9, 10, 11, 12",
        "Musterstraße 20",
    ]
    assert found.groups["anzahl_hausnummern"].tolist() == [6, 6, 1]
    assert found.groups["gruppe_nr"].tolist() == [1, 2, 3]


def test_a_street_with_too_few_houses_is_not_asked_for_and_said_so():
    found = request_groups(*town(*[("Kurzer Weg", str(n), SMALL) for n in range(1, 5)]), Data.CONSUMPTION)
    assert found.groups.empty
    assert found.left_out.to_dict("records") == [{"strasse": "Kurzer Weg", "anzahl_hausnummern": 4}]


def test_heaters_may_be_asked_in_threes():
    found = request_groups(*town(*[("Kurzer Weg", str(n), SMALL) for n in range(1, 5)]), Data.HEATERS)
    assert found.groups["adressen"].tolist() == ["Kurzer Weg 1, 2, 3, 4"]


def test_a_house_that_may_be_a_single_family_house_is_asked_like_one():
    found = request_groups(*town(("Weg", "1", HouseKind.UNKNOWN)), Data.CONSUMPTION)
    assert found.groups.empty


def test_two_buildings_at_one_number_are_one_house_number():
    found = request_groups(
        *town(*[("Weg", str(n), SMALL) for n in (1, 1, 2, 3, 4)], ("Weg", "5", HouseKind.OUTBUILDING)),
        Data.CONSUMPTION,
    )
    assert found.groups.empty
    assert found.left_out["anzahl_hausnummern"].tolist() == [4]


STREETS = st.sampled_from(["Musterstraße", "Hauptstr.", "Am Bach", "Straße des 18. Oktober"])
NUMBERS = st.integers(1, 40).map(str) | st.sampled_from(["1a", "12 b", "7c"])
KINDS = st.sampled_from([SMALL, FLATS, HouseKind.UNKNOWN, HouseKind.NON_RESIDENTIAL])


@given(st.lists(st.tuples(STREETS, NUMBERS, KINDS), min_size=1, max_size=60), st.sampled_from(list(Data)),
       st.randoms(use_true_random=False))  # fmt: skip
def test_what_is_asked_for_is_lawful_finds_its_buildings_and_each_house_once(houses, data, random):
    addresses, kinds = town(*houses)
    found = request_groups(addresses, kinds, data)
    shuffled = addresses.sample(frac=1, random_state=random.randrange(2**32))
    assert request_groups(shuffled, kinds, data).groups.equals(found.groups)
    deliveries = found.groups.assign(
        consumption_id=found.groups["gruppe_nr"].astype(str), address_group=found.groups["adressen"], block_id=None,
        heat_carrier="natural_gas", connections=found.groups["anzahl_hausnummern"],
    )  # fmt: skip
    members = match_members(deliveries, addresses)
    assert members.unmatched.empty
    assert members.overlaps.empty
    assert keep_lawful(deliveries, members, kinds, data).refused.empty
    numbers = addresses.assign(plain=addresses["house_number"].str.replace(" ", ""))
    houses_there = numbers[["street", "plain"]].drop_duplicates()
    assert found.groups["anzahl_hausnummern"].sum() + found.left_out["anzahl_hausnummern"].sum() == len(
        houses_there
    )


ASKED = pd.DataFrame(
    {"gruppe_nr": [1, 2, 3], "adressen": ["Weg 1, 2", "Weg 3", "Weg 4"], "anzahl_hausnummern": [2, 1, 1]}
)


def reply(**columns):
    table = {
        "gruppe_nr": [1, 2, 3],
        "adressen": ASKED["adressen"].tolist(),
        "verbrauch_1_kwh": [10.0, 20.0, 30.0],
    }
    return pd.DataFrame({**table, **columns})


def test_a_whole_reply_is_without_findings():
    found = check_reply(ASKED, reply(), ["verbrauch_1_kwh"])
    assert (found.answered, len(found.problems), found.findings) == (3, 0, ())


def test_what_is_missing_empty_changed_or_not_asked_is_told():
    answer = reply(
        gruppe_nr=[1, 2, 9], adressen=["Weg 1, 2, 8", "Weg 3", "Weg 77"], verbrauch_1_kwh=[10.0, np.nan, 5.0]
    )
    found = check_reply(ASKED, answer, ["verbrauch_1_kwh"])
    assert {(row.gruppe_nr, row.problem) for row in found.problems.itertuples()} == {
        (1, ReplyProblem.CHANGED),
        (2, ReplyProblem.EMPTY),
        (3, ReplyProblem.MISSING),
        (9, ReplyProblem.NOT_ASKED),
    }
    assert found.answered == 0
    (finding,) = found.findings
    assert finding.values == {
        "answered": 0, "total": 3, "missing": 1, "empty": 1, "changed": 1, "not_asked": 1,
    }  # fmt: skip


def test_a_reply_without_its_headings_is_told():
    found = check_reply(ASKED, pd.DataFrame({"Gruppe": [1]}), ["verbrauch_1_kwh"])
    assert [finding.id for finding in found.findings] == ["reply_without_heading", "reply_incomplete"]


def test_repeated_rows_of_a_group_are_its_heaters():
    answer = pd.concat([reply(), reply()])
    found = check_reply(ASKED, answer.reset_index(drop=True), ["verbrauch_1_kwh"])
    assert found.answered == 3
    assert found.problems.empty


@pytest.mark.parametrize("values", [["", "", ""], [None, None, None]])
def test_nothing_filled_in_is_no_answer(values):
    found = check_reply(ASKED, reply(verbrauch_1_kwh=values), ["verbrauch_1_kwh"])
    assert found.answered == 0
