"""Which buildings a delivery of metered data is about."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.heat.metered.members import MatchKind, UnmatchedReason, match_members


def addresses(*rows):
    return pd.DataFrame(rows, columns=["building_id", "street", "house_number"])


def deliveries(*rows):
    frame = pd.DataFrame(rows, columns=["consumption_id", "address_group", "block_id"], dtype=object)
    return frame.assign(heat_carrier="natural_gas")


def blocks(**of):
    return pd.DataFrame({"building_id": list(of), "block_id": list(of.values())})


TOWN = addresses(
    ("b1", "Musterstraße", "1"),
    ("b3", "Musterstraße", "3"),
    ("b4", "Musterstraße", "4"),
    ("b5", "Musterstraße", "5"),
    ("b5", "Musterstraße", "5a"),
    ("b9", "Musterstraße", "9"),
    ("b9a", "Musterstraße", "9a"),
    ("m12", "Mühlenweg", "12 a"),
    ("m12", "Mühlenweg", "12 b"),
    ("m16", "Mühlenweg", "16-18"),
)


def members_of(found, key="g"):
    frame = found.members[found.members["consumption_id"] == key]
    return dict(zip(frame["building_id"], frame["addresses"]))


def reasons(found):
    return [(row.text, row.reason) for row in found.unmatched.itertuples()]


def test_a_range_holds_the_house_numbers_that_exist_and_their_letters():
    found = match_members(deliveries(("g", "Musterstr. 1–9", None)), TOWN)
    assert members_of(found) == {"b1": 1, "b3": 1, "b4": 1, "b5": 2, "b9": 1}  # 9a comes after 9
    assert found.house_numbers.loc["g"].tolist() == [6, 0, 0, 9]
    assert found.findings == ()


def test_only_where_it_is_said_a_range_means_one_side():
    found = match_members(deliveries(("g", "Musterstr. 1–9 (ungerade)", None)), TOWN)
    assert "b4" not in members_of(found)


def test_a_building_in_two_groups_counts_by_its_addresses():
    found = match_members(
        deliveries(("g", "Musterstr. 1, 3, 5", None), ("h", "Musterstr. 5a, 9", None)), TOWN
    )
    weight = found.members.set_index(["consumption_id", "building_id"])["weight"]
    assert weight["g", "b5"] == weight["h", "b5"] == 0.5
    assert weight["g", "b1"] == 1
    assert found.overlaps.empty  # the building is shared, no address is


def test_groups_that_hold_the_same_address_overlap():
    found = match_members(deliveries(("g", "Musterstr. 1–5", None), ("h", "Musterstr. 5–9", None)), TOWN)
    # 5 stands in both; 5a comes after 5 and is in the second only
    assert found.overlaps.to_numpy().tolist() == [["gas", "g", "h", 1]]
    assert [finding.id for finding in found.findings] == ["metered_groups_overlap"]


def test_groups_of_two_carriers_do_not_overlap():
    frame = deliveries(("g", "Musterstr. 1–5", None), ("h", "Musterstr. 1–5", None))
    found = match_members(frame.assign(heat_carrier=["natural_gas", "heat_network"]), TOWN)
    assert found.overlaps.empty


def test_a_block_holds_all_its_buildings_also_those_without_an_address():
    found = match_members(
        deliveries(("g", None, "7"), ("h", None, "8")), TOWN, blocks(b1="7", b5="7", hall="7", b9="9")
    )
    assert members_of(found) == {"b1": 1, "b5": 2, "hall": 0}
    assert found.house_numbers.loc["g"].tolist() == [3, 0, 0, -1]
    assert reasons(found) == [("8", UnmatchedReason.BLOCK_UNKNOWN)]


def test_the_addresses_count_where_a_block_is_named_too():
    frame = deliveries(("g", "Musterstr. 1, 3", "7"))
    found = match_members(frame, TOWN, blocks(b1="7", b3="8", b4="7"))
    assert members_of(found) == {"b1": 1, "b3": 1}
    assert [finding.id for finding in found.findings] == ["metered_groups_leave_block"]


def test_the_letter_is_forgiven_only_where_the_number_itself_does_not_exist():
    found = match_members(
        deliveries(("g", "Mühlenweg 12", None), ("h", "Musterstr. 3b", None), ("i", "Musterstr. 5", None)),
        TOWN,
    )
    assert members_of(found, "g") == {"m12": 2}
    assert members_of(found, "h") == {"b3": 1}
    assert members_of(found, "i") == {"b5": 1}
    assert found.members.set_index("consumption_id")["match"].to_dict() == {
        "g": MatchKind.SUFFIX,
        "h": MatchKind.SUFFIX,
        "i": MatchKind.EXACT,
    }
    assert [finding.id for finding in found.findings] == ["metered_matched_without_letter"]


def test_an_address_of_several_numbers_is_found_by_each():
    found = match_members(deliveries(("g", "Mühlenweg 18", None)), TOWN)
    assert members_of(found) == {"m16": 1}


@pytest.mark.parametrize("street", ["Muehlenweg", "MÜHLENWEG", "Muhlenweg", "Mühlenwg."])
def test_a_street_is_found_however_it_is_spelled(street):
    found = match_members(deliveries(("g", f"{street} 12a", None)), TOWN)
    assert members_of(found) == {"m12": 1}


def test_each_part_that_finds_no_building_is_listed_with_its_reason():
    frame = deliveries(
        ("g", "Musterstr. 1, 7; Mühlenwag 12 a", None),
        ("h", "Nirgendwo 5", None),
        ("i", "irgendwas 3 rechts", None),
        ("j", None, None),
    )
    found = match_members(frame, TOWN)
    assert reasons(found) == [
        ("Musterstr. 7", UnmatchedReason.NO_SUCH_NUMBER),
        ("Mühlenwag 12 a", UnmatchedReason.STREET_UNKNOWN),
        ("Nirgendwo 5", UnmatchedReason.STREET_UNKNOWN),
        ("irgendwas 3 rechts", UnmatchedReason.UNREADABLE),
        ("", UnmatchedReason.NO_PLACE),
    ]
    # a typo is suggested, not taken
    assert found.unmatched["suggestion"].tolist() == ["", "Mühlenweg", "", "", ""]
    assert members_of(found) == {"b1": 1}
    assert found.house_numbers.loc["g"].tolist() == [1, 2, 2, 3]
    [finding] = found.findings
    assert (finding.values["deliveries"], finding.values["street_unknown"]) == (4, 2)
    assert "Muster" not in finding.values["examples"]  # keys, no addresses


def test_a_street_that_exists_twice_is_not_guessed():
    twice = addresses(("b1", "Hauptstr.", "1"), ("c1", "Hauptstraße", "1"), ("c2", "Hauptstraße", "2"))
    twice["postcode"] = ["01001", "01002", "01002"]
    frame = deliveries(("g", "Hauptstr. 1, 2", None), ("h", "Hauptstr. 1; 01001 Musterstadt", None))
    found = match_members(frame, twice)
    assert members_of(found, "g") == {"c2": 1}
    assert members_of(found, "h") == {"b1": 1}
    assert reasons(found) == [("Hauptstr. 1", UnmatchedReason.TWO_POSTCODES)]


def test_repeated_keys_are_refused():
    with pytest.raises(EnactError, match="metered_keys_repeated"):
        match_members(deliveries(("g", "Musterstr. 1", None), ("g", "Musterstr. 3", None)), TOWN)


def test_nothing_delivered_and_nothing_known_is_no_error():
    assert match_members(deliveries(), TOWN).members.empty
    assert match_members(deliveries(("g", "Musterstr. 1", None)), TOWN.iloc[:0]).members.empty


@settings(max_examples=25)
@given(st.permutations(range(len(TOWN))), st.permutations(range(4)))
def test_the_order_of_the_rows_changes_nothing(town_order, order):
    frame = deliveries(
        ("g", "Musterstr. 1–5", None),
        ("h", "Musterstr. 5, 5a, 9, 11", None),
        ("i", None, "7"),
        ("j", "Mühlenweg 12–18", None),
    )
    of = blocks(b1="7", b9="7", shed="7")
    first = match_members(frame, TOWN, of)
    second = match_members(frame.iloc[list(order)], TOWN.iloc[list(town_order)], of)
    pd.testing.assert_frame_equal(first.members, second.members)
    pd.testing.assert_frame_equal(first.parts, second.parts)
    pd.testing.assert_frame_equal(first.unmatched, second.unmatched)
    pd.testing.assert_frame_equal(first.overlaps, second.overlaps)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 40)), max_size=30), st.integers(1, 40))
def test_groups_that_cover_a_street_hold_each_building_once(houses, middle):
    town = addresses(*((f"b{number}", "Weg", str(house)) for number, house in houses))
    frame = deliveries(("g", f"Weg 1–{middle}", None), ("h", f"Weg {middle + 1}–99", None))
    found = match_members(frame, town)
    assert found.members.groupby("building_id")["weight"].sum().tolist() == pytest.approx(
        [1.0] * town["building_id"].nunique()
    )
