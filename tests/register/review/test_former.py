"""What was said of a plant goes on for its units when the one it was said at has left the register."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register.figures.shared import counted_once
from enact_plugin.register.review.corrections import apply_edits
from enact_plugin.register.review.findings_table import findings_table
from enact_plugin.register.review.former import edits_about, with_former
from enact_plugin.register.review.of_plants import numbers_said
from enact_plugin.register.review.registered import as_registered

A, B, C, D = (f"SEE90000000000{number}" for number in range(1, 5))
HEAT = "chp_thermal_kw"
KINDS = {
    ColumnType.DATE: "datetime64[ns]",
    ColumnType.REAL: float,
    ColumnType.INTEGER: "Int64",
    ColumnType.BOOLEAN: "boolean",
}


def units(heat=None, **named):
    """Plant table of units, their plants given by the last letter of their number; heat as {unit: kW}."""
    ids = [f"SEE90000000000{'_ABCD'.index(letter)}" for letter in named]
    own = {
        "mastr_id": ids,
        "chp_id": list(named.values()),
        HEAT: [(heat or {}).get(unit, 500.0) for unit in ids],
        "carrier": ["natural_gas"] * len(ids),
        "status": ["in_operation"] * len(ids),
    }
    empty = [None] * len(ids)
    frame = {
        column.name: pd.Series(own.get(column.name, empty), dtype=object).astype(
            KINDS.get(column.type, object)
        )
        for column in columns("plants")
    }
    points = gpd.GeoSeries(empty, crs="EPSG:4326")
    return gpd.GeoDataFrame(frame, geometry=points)


def said(*rows):
    """Edits (unit, plants it belonged to, field, value, register's value or withdraw)."""
    names = ["key", "belongs_to", "field", "value", "original"]
    frame = pd.DataFrame(list(rows), columns=names, dtype=object)
    action = frame["original"].map(lambda text: "withdraw" if text == "withdraw" else "correct")
    return frame.assign(
        action=action, author="Planung", reason="gesehen", time="2026-11-22T12:00", edit_id="x"
    )


def corrected(plants, *rows):
    return apply_edits(plants, plants.geometry, said(*rows), lambda points: points)


def by_unit(done, field=HEAT):
    return dict(zip(done.plants["mastr_id"], done.plants[field]))


def heat(done):
    return counted_once(done.plants, "chp_id", HEAT, np.zeros(len(done.plants), dtype=bool)).sum()


def told(done):
    return [(finding.id, finding.key) for finding in done.findings]


AT_A = (A, "KWK1", HEAT, "50", "500")


def test_it_holds_for_the_units_that_remain_and_counts_once():
    done = corrected(units(B="KWK1", C="KWK1", D="KWK2"), AT_A)
    assert by_unit(done) == {B: 50, C: 50, D: 500}
    assert heat(done) == 550  # 50 of the first plant and 500 of the second
    assert json.loads(done.plants["original_values"][0])[HEAT] == 500
    assert told(done) == []


def test_it_waits_for_a_unit_of_the_plant_that_comes_later():
    none_left = corrected(units(D="KWK2"), AT_A)
    assert by_unit(none_left) == {D: 500}
    assert told(none_left) == [("edit_unit_gone", A)]
    later = corrected(units(C="KWK1", D="KWK2"), AT_A)
    assert by_unit(later) == {C: 50, D: 500}


def test_the_same_comes_of_the_register_and_of_the_table_stored():
    once = corrected(units(B="KWK1", C="KWK2; KWK1"), AT_A)
    again = corrected(once.plants, AT_A)
    pd.testing.assert_frame_equal(again.plants, once.plants)
    registered = as_registered(once.plants, once.degrees).plants
    pd.testing.assert_frame_equal(registered, units(B="KWK1", C="KWK2; KWK1"))


def test_a_later_word_at_another_unit_wins_and_an_earlier_one_does_not():
    plants = units(B="KWK1", C="KWK1")
    at_b = (B, "KWK1", HEAT, "60", "500")
    assert by_unit(corrected(plants, AT_A, at_b)) == {B: 60, C: 60}
    assert by_unit(corrected(plants, at_b, AT_A)) == {B: 50, C: 50}
    assert heat(corrected(plants, AT_A, at_b)) == 60


def test_withdrawn_it_is_the_registers_again():
    done = corrected(units(B="KWK1"), AT_A, (A, "KWK1", HEAT, "", "withdraw"))
    assert by_unit(done) == {B: 500}
    assert told(done) == []


def test_what_the_register_says_otherwise_by_now_is_told_of_the_unit_that_remains():
    done = corrected(units({B: 600.0}, B="KWK1"), AT_A)
    assert (by_unit(done), told(done)) == ({B: 50}, [("edit_original_changed", B)])
    settled = corrected(units({B: 50.0}, B="KWK1"), AT_A)
    assert (by_unit(settled), told(settled)) == ({B: 50}, [("edit_settled", B)])


def test_what_is_of_the_unit_alone_is_kept_for_its_return():
    other = (A, "", "gross_kw", "5", "9")
    done = corrected(units(B="KWK1"), AT_A, other)
    (finding,) = done.findings
    assert (finding.id, finding.key, finding.values["columns"]) == ("edit_unit_gone", A, "gross_kw")
    assert by_unit(done) == {B: 50}


@pytest.mark.parametrize("number", ["", None])
def test_without_a_number_nobody_knows_of_which_plant_it_was(number):
    done = corrected(units(B="KWK1", C=None), (A, number, HEAT, "50", "500"))
    assert (by_unit(done), told(done)) == ({B: 500, C: 500}, [("edit_unit_gone", A)])


def test_edits_of_a_table_without_the_column_hold_by_their_unit():
    plants = units(A="KWK1", B="KWK1")
    old = said(AT_A).drop(columns="belongs_to")
    done = apply_edits(plants, plants.geometry, old, lambda points: points)
    assert by_unit(done) == {A: 50, B: 50}


def test_of_several_plants_the_difference_goes_on():
    # the register said 500 of the first, and 700 of both: 200 of the second stay, with 50 of the first
    done = corrected(units({B: 700.0}, B="KWK1; KWK2"), AT_A)
    assert by_unit(done) == {B: 250}
    # a unit that remains says today what the first plant has: 400, so that 300 are the second's
    done = corrected(units({B: 700.0, C: 400.0}, B="KWK2, KWK1", C="KWK1"), AT_A)
    assert (by_unit(done), heat(done)) == ({B: 350, C: 50}, 350)


def test_a_sum_of_several_plants_is_of_no_single_one():
    done = corrected(units(B="KWK1", C="KWK2"), (A, "KWK1; KWK2", HEAT, "90", "1000"))
    assert (by_unit(done), told(done)) == ({B: 500, C: 500}, [("edit_unit_gone", A)])
    together = corrected(units({B: 1000.0}, B="KWK2, KWK1"), (A, "KWK1; KWK2", HEAT, "90", "1000"))
    assert by_unit(together) == {B: 90}


def test_a_unit_that_moved_to_another_plant_leaves_its_correction_behind():
    done = corrected(units({A: 80.0}, A="KWK2", B="KWK1", C="KWK2"), AT_A)
    assert (by_unit(done), told(done)) == ({A: 80, B: 50, C: 500}, [])


def test_a_unit_that_joined_a_second_plant_states_the_difference():
    assert by_unit(corrected(units({A: 700.0}, A="KWK1; KWK2"), AT_A)) == {A: 250}


AT_B = (B, "KWK1", HEAT, "50", "500")


def test_a_plant_that_got_another_number_is_known_by_all_of_its_units():
    done = corrected(units(A="KWK9", B="KWK9"), AT_A, AT_B)
    assert (by_unit(done), told(done)) == ({A: 50, B: 50}, [])
    feeding = [(unit, "KWK1", "feeds_network", "true", "") for unit in (A, B)]
    assert fed(corrected(units(A="KWK9", B="KWK9"), *feeding)) == {A: True, B: True}


def test_a_unit_that_joins_a_plant_nobody_corrected_brings_no_correction():
    done = corrected(units({A: 900.0, C: 900.0}, A="KWK2", C="KWK2"), AT_A, AT_B)
    assert (by_unit(done), told(done)) == (
        {A: 900, C: 900},
        [("edit_unit_gone", B), ("edit_plant_changed", A)],
    )
    assert done.findings[1].values == {"columns": HEAT, "old": "KWK1", "value": "KWK2"}
    # it is kept, and holds for the units of its plant that come
    later = corrected(units({A: 900.0}, A="KWK2", B="KWK1"), AT_A)
    assert (by_unit(later), told(later)) == ({A: 900, B: 50}, [])


def test_what_was_said_of_a_plant_beats_the_guess_that_it_is_another_with_a_new_number():
    at_d, at_b = (D, "KWK1", HEAT, "15", "500"), (B, "KWK3", HEAT, "62", "700")
    for rows in ((at_d, at_b), (at_b, at_d)):
        done = corrected(units(D="KWK1", B="KWK1"), *rows)
        assert (by_unit(done), told(done)) == ({D: 15, B: 15}, [("edit_plant_changed", B)])
        alone = corrected(units(B="KWK1"), *rows)
        assert (by_unit(alone), told(alone)) == ({B: 15}, [("edit_plant_changed", B)])


def test_entered_again_for_its_plant_of_now_nothing_is_asked():
    again = (A, "KWK2", HEAT, "50", "900")
    done = corrected(units({A: 900.0, C: 900.0}, A="KWK2", C="KWK2"), AT_A, again)
    assert (by_unit(done), told(done)) == ({A: 50, C: 50}, [])


def test_a_sum_of_two_plants_is_not_that_of_the_one_that_is_left():
    done = corrected(units(A="KWK1"), (A, "KWK1; KWK2", HEAT, "90", "1000"))
    assert (by_unit(done), told(done)) == ({A: 500}, [("edit_plant_changed", A)])


def test_a_unit_that_moved_is_corrected_for_each_of_its_plants():
    moved = units({A: 900.0}, A="KWK9", B="KWK1")
    again = (A, "KWK9", HEAT, "800", "900")
    for rows in ((AT_A, again), (again, AT_A)):
        done = corrected(moved, *rows)
        assert (by_unit(done), told(done)) == ({A: 800, B: 50}, [])
    withdrawn = corrected(moved, AT_A, again, (A, "KWK9", HEAT, "", "withdraw"))
    assert by_unit(withdrawn) == {A: 900, B: 50}
    # and back in the first plant, the first holds again
    assert by_unit(corrected(units(A="KWK1", B="KWK1"), AT_A, again)) == {A: 50, B: 50}


@pytest.mark.parametrize("number", ["", None])
def test_of_edits_that_name_no_plant_the_last_one_holds(number):
    rows = (A, "", HEAT, "50", "500"), (A, number, HEAT, "60", "500")
    assert by_unit(corrected(units(A="KWK1"), *rows)) == {A: 60}
    assert by_unit(corrected(units(A="KWK1"), *rows, (A, number, HEAT, "", "withdraw"))) == {A: 500}


def test_the_numbers_of_several_plants_are_the_same_in_any_order():
    rows = (A, "KWK2, KWK1", HEAT, "50", "500"), (A, "KWK1; KWK2", HEAT, "", "withdraw")
    assert by_unit(corrected(units(A="KWK1; KWK2"), *rows)) == {A: 500}


def test_a_unit_that_names_no_plant_in_this_load_is_still_corrected():
    assert by_unit(corrected(units(A=None, B="KWK1"), AT_A)) == {A: 50, B: 50}


FEEDS = (B, "KWK1; KWK2", "feeds_network", "true", "")


def fed(done):
    return {
        unit: None if pd.isna(flag) else bool(flag) for unit, flag in by_unit(done, "feeds_network").items()
    }


def test_each_plant_of_the_unit_that_linked_them_goes_on_feeding():
    done = corrected(units(A="KWK1", C="KWK2", D="KWK3"), FEEDS)
    assert (fed(done), told(done)) == ({A: True, C: True, D: None}, [])


def test_plants_are_apart_when_the_unit_that_linked_them_is_gone():
    at_a = (A, "KWK1", "feeds_network", "false", "")
    assert fed(corrected(units(A="KWK1", C="KWK2"), FEEDS, at_a)) == {A: False, C: True}
    # said of the first before another unit linked them: nobody ever said it of the second
    done = corrected(units(C="KWK2"), (A, "KWK1", "feeds_network", "true", ""))
    assert (fed(done), told(done)) == ({C: None}, [("edit_unit_gone", A)])


def test_a_plant_that_others_hang_on_feeds_with_them():
    done = corrected(units(B="KWK1; KWK2", C="KWK2"), (A, "KWK1", "feeds_network", "true", ""))
    assert fed(done) == {B: True, C: True}


def test_the_energy_of_a_store_goes_on():
    plants = units(B=None).assign(storage_id="SSE1", storage_kwh=10000.0)
    done = corrected(plants, (A, "SSE1", "storage_kwh", "10", "10000"))
    assert by_unit(done, "storage_kwh") == {B: 10}


def test_who_said_it_stands_in_the_findings_of_the_unit_that_remains():
    done = corrected(units(B="KWK1"), AT_A)
    table = findings_table(done.plants, done.degrees, said(AT_A)).set_index("mastr_id")
    assert table.loc[B, ["corrected_values", "reviewed_by", "reason"]].tolist() == [
        "chp_thermal_kw=50", "Planung", "gesehen",
    ]  # fmt: skip


def test_who_had_the_last_word_on_its_plant_of_now_stands_in_the_findings():
    rows = said(AT_A, (A, "KWK9", HEAT, "800", "900"), (B, "KWK1", HEAT, "50", "500"))
    edits = rows.assign(author=["Eva", "Udo", "Ida"])
    plants = units(A="KWK1", B="KWK1")
    done = apply_edits(plants, plants.geometry, edits, lambda points: points)
    table = findings_table(done.plants, done.degrees, edits).set_index("mastr_id")
    assert table["reviewed_by"].to_dict() == {A: "Ida", B: "Ida"}


def test_what_other_programs_wrote_into_the_table_is_told_once():
    done = corrected(units(A="KWK1", C="KWK2"), (B, "KWK1; KWK2", HEAT, "viel", "?"))
    assert told(done) == [("edit_unreadable", B)]
    assert by_unit(corrected(units(C="KWK1; KWK2"), (B, "KWK1", HEAT, "50", "?"))) == {C: 300}


def test_corrections_of_a_plant_are_found_from_any_unit_that_is_left():
    edits = said(AT_A, (B, "KWK1", HEAT, "60", "500"), (D, "KWK3", HEAT, "1", "500"))
    assert edits_about(units(B="KWK1", C="KWK1"), HEAT, edits, [C]) == [(0, C), (1, C)]
    # of several plants only where no unit is left that is of the corrected one alone
    assert edits_about(units(C="KWK1; KWK2"), HEAT, edits, [C]) == [(0, C), (1, C)]
    assert edits_about(units(B="KWK1", C="KWK1; KWK2"), HEAT, edits, [C]) == []


def test_the_numbers_kept_are_the_units_own():
    plants = units(A="KWK2, KWK1", B="KWK1", C=None)
    assert numbers_said(plants, "feeds_network").tolist() == ["KWK1; KWK2", "KWK1", ""]
    assert numbers_said(plants, "gross_kw").tolist() == ["", "", ""]


PLANTS = st.sampled_from([None, "K1", "K2", "K1; K2", "K2; K3"])


NUMBERS = st.sampled_from(["K1", "K2", "K3", "K4", "K1; K2"])


@settings(max_examples=80)
@given(
    st.lists(NUMBERS, min_size=4, max_size=4),
    st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(["K1", "K2", "K1; K2"])), max_size=4),
)
@example(["K4", "K3", "K4", "K4"], [("B", "K1"), ("B", "K2")])
def test_a_unit_keeps_its_value_when_neither_its_plants_nor_it_were_corrected(named, words):
    """Whatever units joined its plant: a plant with a unit that nobody spoke of is none with a new number."""
    ids = dict(zip("ABCD", (A, B, C, D)))
    rows = [(ids[letter], plants, HEAT, "50", "500") for letter, plants in words]
    done = by_unit(corrected(units(**dict(zip("ABCD", named))), *rows))
    spoken_of = {number for _letter, plants in words for number in plants.split("; ")}
    for letter, plants in zip("ABCD", named):
        if spoken_of.isdisjoint(plants.split("; ")) and letter not in dict(words):
            assert done[ids[letter]] == 500


@settings(max_examples=80)
@given(
    st.lists(st.tuples(PLANTS, st.sampled_from([None, 10.0, 500.0])), min_size=2, max_size=5),
    st.sampled_from(["5", "50", "900"]),
    st.integers(0, 4),
)
def test_a_unit_that_leaves_changes_nothing_for_the_units_of_the_same_plants(rows, value, place):
    named = dict(zip("ABCD", (plants for plants, _heat in rows)))
    all_units = units(dict(zip((A, B, C, D), (stated for _plants, stated in rows))), **named)
    leaving = all_units.iloc[place % len(all_units)]
    numbers = numbers_said(all_units, HEAT)[leaving.name]
    original = "" if pd.isna(leaving[HEAT]) else str(leaving[HEAT])
    edit = (leaving["mastr_id"], numbers, HEAT, value, original)
    left = all_units.drop(index=leaving.name)
    before, after = corrected(all_units, edit), corrected(left, edit)
    same = (numbers_said(left, HEAT) == numbers) & (numbers != "")
    for unit in left.loc[same, "mastr_id"]:
        assert by_unit(after)[unit] == by_unit(before)[unit] == float(value)
    gone = not any(set(numbers.split("; ")) <= set(other.split("; ")) for other in numbers_said(left, HEAT))
    assert (("edit_unit_gone", leaving["mastr_id"]) in told(after)) == (gone or not numbers)
    # what stands in for the unit is no unit
    assert len(after.plants) == len(left)
    assert len(with_former(left, said(edit))[0]) - len(left) in (0, 1)
