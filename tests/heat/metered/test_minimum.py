"""What may be collected, and what is refused."""

from __future__ import annotations

import pandas as pd
import pytest

from enact_plugin.errors import Severity
from enact_plugin.heat.metered.members import match_members
from enact_plugin.heat.metered.minimum import Data, HouseKind, Refusal, house_kinds, keep_lawful

TOWN = pd.DataFrame(
    [(f"b{number}", "Musterstraße", str(number)) for number in (1, 2, 3, 5, 7, 9)],
    columns=["building_id", "street", "house_number"],
)


def row(group, connections=None, block=None):
    return pd.DataFrame(
        {
            "consumption_id": ["g"],
            "address_group": [group],
            "block_id": [block],
            "heat_carrier": ["natural_gas"],
            "connections": [connections],
            "consumption_kwh_a": [100_000.0],
        }
    )


def judged(delivery, data=Data.CONSUMPTION, **kinds):
    members = match_members(delivery, TOWN, TOWN[["building_id"]].assign(block_id="7"))
    return keep_lawful(delivery, members, pd.Series(kinds, dtype=object), data)


def reason_of(found):
    assert len(found.rows) + len(found.refused) == 1
    return found.refused["reason"].tolist()


def test_five_house_numbers_may_be_collected_whatever_the_houses_are():
    found = judged(row("Musterstr. 1–9 (ungerade)"))
    assert reason_of(found) == []
    assert found.rows["house_numbers"].tolist() == [5]


def test_four_house_numbers_that_may_be_single_family_houses_are_refused():
    found = judged(row("Musterstr. 1, 3, 5, 7"))
    assert reason_of(found) == [Refusal.MAY_BE_SINGLE_FAMILY]
    assert "consumption_kwh_a" not in found.refused
    [finding] = found.findings
    assert finding.severity is Severity.ERROR
    assert (finding.values["rows"], finding.values["may_be"], finding.values["minimum"]) == (1, 1, 5)


def test_three_house_numbers_suffice_for_heaters():
    assert reason_of(judged(row("Musterstr. 1, 3, 5"), Data.HEATERS)) == []
    assert reason_of(judged(row("Musterstr. 1, 3"), Data.HEATERS)) == [Refusal.MAY_BE_SINGLE_FAMILY]


@pytest.mark.parametrize("kind", [HouseKind.MULTI_FAMILY, HouseKind.NON_RESIDENTIAL])
def test_a_single_house_of_many_flats_or_none_may_be_collected(kind):
    assert reason_of(judged(row("Musterstr. 1"), b1=kind)) == []


def test_one_single_family_house_among_others_refuses_a_small_row():
    found = judged(row("Musterstr. 1, 3"), b1=HouseKind.MULTI_FAMILY, b3=HouseKind.SINGLE_FAMILY)
    assert reason_of(found) == [Refusal.SINGLE_FAMILY]


def test_an_outbuilding_alone_proves_nothing():
    assert reason_of(judged(row("Musterstr. 1"), b1=HouseKind.OUTBUILDING)) == [Refusal.MAY_BE_SINGLE_FAMILY]


def test_a_small_row_whose_building_is_not_found_is_refused():
    assert reason_of(judged(row("Nebenweg 1"))) == [Refusal.NO_BUILDING]


def test_six_meters_in_one_house_are_one_house_number():
    assert reason_of(judged(row("Musterstr. 1", connections=6))) == [Refusal.MAY_BE_SINGLE_FAMILY]


def test_a_range_of_many_houses_with_one_connection_is_one_house_number():
    assert reason_of(judged(row("Musterstr. 1–9", connections=1))) == [Refusal.MAY_BE_SINGLE_FAMILY]


def test_house_numbers_named_one_by_one_count_though_the_register_lacks_some():
    assert reason_of(judged(row("Musterstr. 1, 3, 5, 7, 11"))) == []


def test_a_wide_range_in_which_few_houses_stand_is_small():
    assert reason_of(judged(row("Musterstr. 5–7"))) == [Refusal.MAY_BE_SINGLE_FAMILY]


def test_a_block_counts_its_house_numbers():
    assert reason_of(judged(row(None, block="7"))) == []
    assert reason_of(judged(row(None, block="7", connections=2))) == [Refusal.MAY_BE_SINGLE_FAMILY]


def test_the_kind_of_a_house_is_known_by_dwellings_before_type_before_use():
    buildings = pd.DataFrame(
        {
            "building_id": list("abcdefg"),
            "use": [
                "residential",
                "office",
                "mixed",
                "outbuilding",
                "agriculture",
                "residential",
                "residential",
            ],
            "building_type": [None, None, None, None, None, "multi_family", "multi_family"],
            "dwellings": [None, None, None, None, None, None, 2],
        }
    )
    assert [kind.value for kind in house_kinds(buildings)] == [
        "unknown",
        "non_residential",
        "unknown",
        "outbuilding",
        "unknown",
        "multi_family",
        "single_family",
    ]
