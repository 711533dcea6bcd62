from datetime import date, timedelta

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.errors import EnactError
from enact_plugin.outcome import Source
from enact_plugin.reference.columns import columns
from enact_plugin.reference.tables import rows
from enact_plugin.register.history.loads import (
    LOADING,
    State,
    empty_history,
    history_after,
    state_at,
    state_days,
    state_of,
)
from enact_plugin.register.history.versions import CHANGES, compared, different, held, snapshot, typed

CRS = "EPSG:25833"
SOURCE = Source("Marktstammdatenregister (Test)", "dl-de/by-2-0", "© Test")
FIRST, SECOND, THIRD = date(2024, 1, 10), date(2024, 6, 10), date(2025, 1, 10)
PLAIN = {
    "carrier": "solar", "status": "in_operation", "gross_kw": 10.0, "net_kw": 8.0, "ags": "14713000",
    "municipality": "Leipzig", "postcode": "04109", "geometry": None,
}  # fmt: skip


def number(value):
    return f"SEE9{value:011d}"


def plants(units):
    """Plant table of {number: values besides the plain ones}."""
    made = [{"mastr_id": number(key), **PLAIN, **values} for key, values in units.items()]
    frame = pd.DataFrame(made, columns=sorted({name for row in made for name in row} | {"mastr_id", *PLAIN}))
    points = frame["geometry"].to_numpy()
    return gpd.GeoDataFrame(typed(frame, "plants"), geometry=points, crs=CRS)


def loaded(*loads, history=None, delivered=None):
    """History after loads of (day, units)."""
    history = history or empty_history()
    for day, units in loads:
        run = f"run {day:%Y%m%d}"
        history = history_after(history, plants(units), State(day, SOURCE, run, delivered=delivered))
    return history


def versions(history, key):
    rows = history.frame[history.frame["mastr_id"] == number(key)]
    return [
        (row["change"], row["seen_from"].date(), None if pd.isna(row["seen_to"]) else row["seen_to"].date())
        for _, row in rows.iterrows()
    ]


def ids(frame):
    return [int(text[4:]) for text in frame["mastr_id"]]


def codes(history):
    return {finding.id for finding in history.findings}


# ---- what becomes of a unit


def test_each_change_by_hand():
    """Seven units, each with the change that its number stands for."""
    before = {
        1: {}, 2: {"gross_kw": 10.0}, 3: {}, 4: {"geometry": Point(300000, 5690000)}, 5: {}, 6: {},
    }  # fmt: skip
    after = {
        1: {},
        2: {"gross_kw": 12.0},
        3: {"status": "closed", "closed": "2024-03-01"},
        4: {"geometry": Point(300300, 5690400)},  # 300 m and 400 m: 500 m
        6: {},
        7: {},
    }
    history = loaded((FIRST, before), (SECOND, after))
    assert versions(history, 1) == [("first", FIRST, None)]
    assert versions(history, 2) == [("first", FIRST, SECOND), ("changed", SECOND, None)]
    assert versions(history, 3) == [("first", FIRST, SECOND), ("closed", SECOND, None)]
    assert versions(history, 4) == [("first", FIRST, SECOND), ("moved", SECOND, None)]
    assert versions(history, 5) == [("first", FIRST, SECOND), ("gone", SECOND, None)]
    assert versions(history, 7) == [("new", SECOND, None)]
    assert history.counts == {
        "first": 0, "new": 1, "changed": 1, "closed": 1, "moved": 1, "gone": 1, "returned": 0,
    }  # fmt: skip
    fields = history.frame.set_index(["mastr_id", "change"])["changed_fields"]
    assert fields[number(2), "changed"] == "gross_kw"
    assert fields[number(3), "closed"] == "status|closed"
    assert fields[number(4), "moved"] == "place"
    assert set(history.frame["run_id"]) == {"run 20240110", "run 20240610"}
    assert list(history.states["units"]) == [6, 6]


def test_a_unit_that_comes_back_returned():
    history = loaded((FIRST, {1: {}, 2: {}}), (SECOND, {1: {}}), (THIRD, {1: {}, 2: {}}))
    assert versions(history, 2) == [
        ("first", FIRST, SECOND),
        ("gone", SECOND, THIRD),
        ("returned", THIRD, None),
    ]
    assert ids(state_at(history, SECOND)) == [1]
    assert ids(state_at(history, THIRD)) == [1, 2]


def test_a_state_between_two_loads_is_the_one_before():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {"gross_kw": 99.0}}))
    assert state_at(history, SECOND - timedelta(days=1))["gross_kw"].tolist() == [10.0]
    assert state_at(history, SECOND + timedelta(days=900))["gross_kw"].tolist() == [99.0]


def test_a_day_before_the_first_state_names_the_days_there_are():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {}}))
    with pytest.raises(EnactError) as raised:
        state_at(history, date(2023, 12, 31))
    assert raised.value.code == "history_before_first"
    # the second load changed nothing, and is a state all the same
    assert raised.value.params == {"date": "31.12.2023", "states": "10.01.2024, 10.06.2024"}


def test_an_empty_history_has_no_state():
    with pytest.raises(EnactError) as raised:
        state_at(empty_history(), FIRST)
    assert raised.value.code == "history_empty"


def test_a_state_has_the_columns_of_the_plant_table():
    units = {1: {"geometry": Point(300000, 5690000)}, 2: {"street": "Weg", "house_number": "1"}, 3: {}}
    shown = state_at(loaded((FIRST, units)), FIRST, CRS)
    assert [name for name in shown.columns if name != "geometry"] == [
        column.name for column in columns("plants")
    ]
    assert shown["location_kind"].tolist() == ["coordinates", "address", "postcode"]
    assert shown.crs == CRS and shown.geometry.notna().tolist() == [True, False, False]


# ---- the same again, in another way


def test_the_same_state_loaded_twice_changes_nothing():
    units = {1: {}, 2: {"gross_kw": 3.0}}
    once = loaded((FIRST, units))
    twice = loaded((FIRST, units), history=once)
    assert not twice.frame_changed and not twice.states_changed
    assert twice.frame.equals(once.frame) and twice.states.equals(once.states)


def test_a_later_state_without_a_change_is_a_state_and_leaves_the_versions():
    once = loaded((FIRST, {1: {}}))
    later = loaded((SECOND, {1: {"updated": "2024-06-01"}}), history=once)
    assert not later.frame_changed and later.states_changed
    assert [day.date() for day in state_days(later)] == [FIRST, SECOND]


def test_another_way_with_other_digits_is_no_change():
    """Coordinates with 4 decimals instead of 6, power with 3 decimals instead of 5."""
    one = {1: {"gross_kw": 9.99962, "geometry": Point(300000, 5690000)}}
    other = {1: {"gross_kw": 10.0, "geometry": Point(300003.5, 5690005.5)}}
    history = loaded((FIRST, one), (SECOND, other))
    assert versions(history, 1) == [("first", FIRST, None)]


def test_many_small_steps_are_a_move_in_the_end():
    """7 m are within the tolerance, 14 m from where it was first seen are not."""
    steps = [(FIRST, 0), (SECOND, 7), (THIRD, 14)]
    history = loaded(*((day, {1: {"geometry": Point(300000 + east, 5690000)}}) for day, east in steps))
    assert versions(history, 1) == [("first", FIRST, THIRD), ("moved", THIRD, None)]


def test_a_way_that_lacks_columns_changes_nothing_in_them():
    full = {1: {"eeg_kw": 9.0, "voltage": "Niederspannung"}, 2: {"eeg_kw": 5.0}}
    history = loaded((FIRST, full), (SECOND, {1: {}, 2: {"gross_kw": 11.0}}))
    assert versions(history, 1) == [("first", FIRST, None)]
    assert state_at(history, SECOND)["eeg_kw"].tolist() == [9.0, 5.0]
    assert "history_columns_not_delivered" in codes(history)
    again = loaded((THIRD, full | {1: {"eeg_kw": 8.0, "voltage": "Niederspannung"}}), history=history)
    assert versions(again, 1) == [("first", FIRST, THIRD), ("changed", THIRD, None)]


def test_columns_that_a_later_way_is_the_first_to_deliver_are_filled_and_are_no_change():
    history = loaded(
        (FIRST, {1: {}, 2: {}}), (SECOND, {1: {"eeg_kw": 9.0}, 2: {"gross_kw": 3.0, "eeg_kw": 4.0}})
    )
    assert versions(history, 1) == [("first", FIRST, None)]
    changed = history.frame[history.frame["change"] == "changed"]
    assert changed["changed_fields"].tolist() == ["gross_kw"]
    assert state_at(history, FIRST)["eeg_kw"].tolist() == [9.0, 4.0]


def test_a_value_that_was_known_to_be_empty_and_is_filled_later_is_a_change():
    history = loaded((FIRST, {1: {}, 2: {"eeg_kw": 4.0}}), (SECOND, {1: {"eeg_kw": 9.0}, 2: {"eeg_kw": 4.0}}))
    assert versions(history, 1) == [("first", FIRST, SECOND), ("changed", SECOND, None)]
    assert state_at(history, FIRST)["eeg_kw"].isna().tolist() == [True, False]


def test_a_closing_date_is_a_change_even_where_none_stood_before():
    """Every way delivers it: that the column was empty says that nothing was closed."""
    history = loaded((FIRST, {1: {}, 2: {}}), (SECOND, {1: {"closed": "2030-01-01"}, 2: {}}))
    assert versions(history, 1) == [("first", FIRST, SECOND), ("changed", SECOND, None)]


def test_an_emptied_column_is_a_change_where_the_way_says_that_it_delivers_it():
    told = frozenset({"eeg_kw"})
    history = loaded((FIRST, {1: {"eeg_kw": 9.0}}), (SECOND, {1: {}}), delivered=told)
    assert versions(history, 1) == [("first", FIRST, SECOND), ("changed", SECOND, None)]


# ---- files that hold a part


def test_a_file_of_one_carrier_deletes_no_others():
    units = {key: {} for key in range(5)} | {8: {"carrier": "water"}, 9: {"carrier": "wind"}}
    history = loaded((FIRST, units), (SECOND, {9: {"carrier": "wind"}}))
    assert len(history.frame) == 7 and history.counts["gone"] == 0
    assert "history_state_partial" in codes(history)
    assert history.states["partial"].tolist() == [None, "carrier=solar,water"]
    (finding,) = [found for found in history.findings if found.id == "history_state_partial"]
    assert finding.values["values"] == "Energieträger: Photovoltaik, Wasserkraft"


def test_a_file_of_running_units_only_deletes_no_closed_ones():
    units = {key: {} for key in range(5)} | {key: {"status": "closed"} for key in range(5, 9)}
    history = loaded((FIRST, units), (SECOND, {key: {} for key in range(4)}))
    # the fifth running one is gone: others of its kind are there
    assert versions(history, 4)[-1] == ("gone", SECOND, None)
    assert history.counts["gone"] == 1


def test_an_excerpt_deletes_nothing():
    """Of 100 units 21 are missing, one page of two: more than a fifth. With 20 missing it is believed."""
    units = {key: {} for key in range(100)}
    history = loaded((FIRST, units), (SECOND, {key: {"gross_kw": 11.0} for key in range(79)} | {200: {}}))
    assert (history.counts["gone"], history.counts["changed"], history.counts["new"]) == (0, 79, 1)
    assert history.states["partial"].tolist() == [None, "carrier=solar"]
    assert loaded((FIRST, units), (SECOND, {key: {} for key in range(80)})).counts["gone"] == 20


def test_the_last_planned_unit_may_be_deleted():
    history = loaded((FIRST, {1: {}, 2: {"status": "planned"}}), (SECOND, {1: {}}))
    assert versions(history, 2) == [("first", FIRST, SECOND), ("gone", SECOND, None)]


# ---- out of order


def test_an_older_state_takes_its_place():
    states = [
        (FIRST, {1: {}, 2: {}}),
        (SECOND, {1: {"gross_kw": 20.0}, 2: {}, 3: {}}),
        (THIRD, {1: {"gross_kw": 30.0}, 3: {}}),
    ]
    in_order = loaded(*states)
    for order in ([0, 2, 1], [2, 1, 0], [1, 0, 2]):
        history = loaded(*(states[number] for number in order))
        assert history.frame.equals(in_order.frame)
        assert history.states.equals(in_order.states)
    late = loaded(states[0], states[2], states[1])
    assert "history_state_older" in codes(late) and late.frame_changed
    assert late.counts == {
        "first": 0, "new": 1, "changed": 1, "closed": 0, "moved": 0, "gone": 0, "returned": 0,
    }  # fmt: skip


def test_another_file_of_the_same_day_takes_the_place_of_the_first():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {"gross_kw": 20.0}}), (SECOND, {1: {}, 2: {}}))
    assert "history_state_replaced" in codes(history)
    assert versions(history, 1) == [("first", FIRST, None)]
    assert versions(history, 2) == [("new", SECOND, None)]
    assert len(history.states) == 2


def test_a_second_way_on_the_same_day_adds_its_columns_and_keeps_those_of_the_first():
    history = loaded((FIRST, {1: {"eeg_kw": 9.0}}), (FIRST, {1: {"voltage": "Niederspannung"}}))
    shown = state_at(history, FIRST)
    assert (shown["eeg_kw"].iloc[0], shown["voltage"].iloc[0]) == (9.0, "Niederspannung")
    assert versions(history, 1) == [("first", FIRST, None)]


def test_states_lost_by_a_kill_are_found_in_the_versions():
    """The versions are stored before the list of states: killed between, the list lacks the last."""
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {}, 2: {}}))
    torn = type(history)(history.frame, history.states.iloc[:1])
    assert [day.date() for day in state_days(torn)] == [FIRST, SECOND]
    healed = loaded((SECOND, {1: {}, 2: {}}), history=torn)
    assert healed.states_changed and not healed.frame_changed
    assert [day.date() for day in healed.states["state"]] == [FIRST, SECOND]


# ---- days and numbers


def test_a_source_without_a_day_is_dated_by_its_loading():
    state = state_of(SOURCE, "run", date(2025, 5, 5))
    assert (state.day, state.dated) == (date(2025, 5, 5), LOADING)
    history = history_after(empty_history(), plants({1: {}}), state)
    assert codes(history) == {"history_day_of_loading"}
    assert history.states["dated"].tolist() == [LOADING]


def test_a_day_still_to_come_is_not_believed():
    future = Source("x", state=date(2031, 1, 1))
    assert state_of(future, "run", date(2025, 5, 5)).day == date(2025, 5, 5)
    known = Source("x", state=date(2025, 5, 1))
    assert (state_of(known, "run", date(2025, 5, 5)).day, state_of(known, "run").dated) == (
        date(2025, 5, 1), "data",
    )  # fmt: skip


def test_units_that_cannot_be_followed_are_counted():
    frame = pd.concat([plants({1: {}, 2: {}}), plants({2: {}, 3: {}})], ignore_index=True)
    frame.loc[len(frame) - 1, "mastr_id"] = None
    history = history_after(empty_history(), frame, State(FIRST, SOURCE, "run"))
    assert ids(history.frame) == [1]
    (finding,) = history.findings
    assert (finding.id, finding.values) == ("history_units_without_number", {"count": 3})


def test_no_name_is_kept_of_a_unit_without_a_place():
    units = {1: {"name": "Dach von Jemand"}, 2: {"name": "Windpark", "geometry": Point(300000, 5690000)}}
    assert loaded((FIRST, units)).frame["name"].tolist() == [None, "Windpark"]


def test_the_history_holds_what_is_delivered_and_in_the_same_type():
    own = {column.name: column for column in columns("plants_history")}
    for column in columns("plants"):
        if column.name in own:
            assert own[column.name].type is column.type
    left_out = {column.name for column in columns("plants")} - set(held()) - {"mastr_id"}
    assert left_out == {
        "location_kind", "url", "findings", "findings_accepted", "original_values", "feeds_network",
        "address_confidence", "address_source",
    }  # fmt: skip
    assert {row["column"] for row in rows("history_fields")} == set(held())


# ---- laws

unit = st.fixed_dictionaries(
    {
        "carrier": st.sampled_from(["solar", "wind"]),
        "status": st.sampled_from(["in_operation", "closed"]),
        "gross_kw": st.sampled_from([None, 1.0, 2.0]),
        "closed": st.sampled_from([None, "2020-01-01"]),
        "street": st.sampled_from([None, "Weg"]),
        "geometry": st.sampled_from([None, Point(0, 0), Point(100, 0)]),
    }
)
# of each carrier and status one that is always there: so no state passes for a part
ANCHORS = {
    90 + number: {"carrier": carrier, "status": status}
    for number, (carrier, status) in enumerate(
        [("solar", "in_operation"), ("solar", "closed"), ("wind", "in_operation"), ("wind", "closed")]
    )
}
states = st.lists(
    st.tuples(st.integers(0, 4), st.dictionaries(st.integers(1, 5), unit, max_size=5)), min_size=1, max_size=5
)
SOME = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def known_days(drawn):
    """Loads as days and tables, and what each day is to show: the last that was loaded for it."""
    loads = [(FIRST + timedelta(days=number), ANCHORS | units) for number, units in drawn]
    return loads, dict(loads)


def same(shown, units):
    """Whether a state and a table hold the same, whatever their order."""
    left, right = (
        snapshot(frame).sort_values("mastr_id", ignore_index=True) for frame in (shown, plants(units))
    )
    return (
        left["mastr_id"].equals(right["mastr_id"])
        and not different(left, right, tolerant=False).to_numpy().any()
    )


@SOME
@given(states)
def test_each_state_can_be_had_back_and_versions_follow_each_other(drawn):
    """In whatever order the states came."""
    loads, expected = known_days(drawn)
    history = loaded(*loads)
    assert [day.date() for day in state_days(history)] == sorted(expected)
    for day, units in expected.items():
        assert same(state_at(history, day, CRS), units)
    for _, group in history.frame.groupby("mastr_id"):
        assert (group["seen_from"].iloc[1:].to_numpy() == group["seen_to"].iloc[:-1].to_numpy()).all()
        assert group["seen_to"].isna().tolist() == [False] * (len(group) - 1) + [True]
        assert (group["seen_from"].to_numpy() < group["seen_to"].fillna(pd.Timestamp.max).to_numpy()).all()
    assert set(history.frame["change"]) <= set(CHANGES)
    counted = history.states[[f"{name}_units" for name in CHANGES]].to_numpy().sum()
    assert counted == len(history.frame)


@SOME
@given(states)
def test_neither_the_order_nor_the_number_of_loads_matters(drawn):
    _, expected = known_days(drawn)
    history = loaded(*expected.items())
    in_order = loaded(*sorted(expected.items()))
    assert history.frame.equals(in_order.frame) and history.states.equals(in_order.states)
    again = loaded(*expected.items(), history=history)
    assert again.frame.equals(history.frame) and again.states.equals(history.states)
    assert not again.frame_changed


def test_every_compared_column_makes_a_change():
    """Of as many units as there are columns each changes another one."""
    one = {"text": "eins", "real": 4.0, "integer": 4, "date": "2001-01-01"}
    other = {"text": "anders", "real": 5.0, "integer": 5, "date": "2002-01-01"}
    before, after = (
        {
            # a name is kept of those with a place only
            number: {name: values[kind.value], "geometry": Point(0, 0)}
            for number, (name, kind) in enumerate(compared().items())
        }
        for values in (one, other)
    )
    anchors = {
        number + 100: values for number, values in ANCHORS.items()
    }  # so that nothing passes for a part
    history = loaded((FIRST, before | anchors), (SECOND, after | anchors))
    changed = history.frame[history.frame["change"] != "first"]
    assert dict(zip(ids(changed), changed["changed_fields"])) == dict(enumerate(compared()))


def test_a_column_delivered_of_some_units_only_is_not_emptied_by_that():
    """The bulk export tells the voltage of units with a location only."""
    known = {1: {"voltage": "Niederspannung"}, 2: {"voltage": "Niederspannung"}}
    some = {1: {"voltage": "Niederspannung"}, 2: {}}
    for loads in ([(FIRST, known), (SECOND, some)], [(FIRST, some), (SECOND, known)]):
        history = loaded(*loads)
        assert versions(history, 2) == [("first", FIRST, None)]
        assert state_at(history, SECOND)["voltage"].tolist() == ["Niederspannung", "Niederspannung"]
