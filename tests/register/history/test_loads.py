from datetime import date, timedelta
from itertools import permutations

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.errors import EnactError, Finding
from enact_plugin.outcome import Outcome, Source
from enact_plugin.reference.columns import columns
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values
from enact_plugin.register.history.dating import DATA, LOADING, State, dated_by, state_of
from enact_plugin.register.history.loads import empty_history, history_after, state_at, state_days
from enact_plugin.register.history.undelivered import taken_apart
from enact_plugin.register.history.versions import CHANGES, compared, different, held, snapshot, typed
from enact_plugin.register.unread import EXCERPT, ROWS_UNREAD, TABLES_MISSING

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


def plain(count):
    return {key: {} for key in range(count)}


def loaded(*loads, history=None, delivered=None, whole=False):
    """History after loads of (day, units)."""
    history = history or empty_history()
    for day, units in loads:
        state = State(day, SOURCE, f"run {day:%Y%m%d}", delivered=delivered, whole=whole)
        history = history_after(history, plants(units), state)
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
    # nor the fifth running one: it may be closed since, and be left out of the file like the others that are
    assert versions(history, 4) == [("first", FIRST, None)]
    assert history.counts["gone"] == 0


def test_an_excerpt_deletes_nothing():
    """Of 100 units 21 are missing, one page of two: more than a fifth. With 20 missing it is believed."""
    units = {key: {} for key in range(100)}
    history = loaded((FIRST, units), (SECOND, {key: {"gross_kw": 11.0} for key in range(79)} | {200: {}}))
    assert (history.counts["gone"], history.counts["changed"], history.counts["new"]) == (0, 79, 1)
    assert history.states["partial"].tolist() == [None, "carrier=solar"]
    assert loaded((FIRST, units), (SECOND, {key: {} for key in range(80)})).counts["gone"] == 20


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (plain(12), range(3)),  # 9 of 12
        (plain(9), range(1)),  # 8 of 9
        (plain(9), range(4)),  # 5 of 9
        # of each carrier at most 3 are missing, of all 5 of 8
        (plain(4) | {key: {"carrier": "wind"} for key in range(4, 8)}, (0, 4, 5)),
        # of all 5 of 30, but 5 of 6 of the storage
        (plain(24) | {key: {"carrier": "storage"} for key in range(24, 30)}, range(25)),
    ],
)
def test_an_excerpt_of_a_small_town_deletes_nothing(before, after):
    history = loaded((FIRST, before), (SECOND, {key: before[key] for key in after}))
    assert history.counts["gone"] == 0 and len(state_at(history, SECOND)) == len(before)
    assert history.excerpt and "history_state_partial" in codes(history)


def test_of_a_file_that_is_not_whole_a_fifth_is_believed_to_be_gone():
    """2 of 10 are a fifth and not more; and one unit is not many, whatever its share."""
    assert loaded((FIRST, plain(10)), (SECOND, plain(8))).counts["gone"] == 2
    history = loaded((FIRST, {1: {}, 2: {}}), (SECOND, {1: {}}))
    assert history.counts["gone"] == 1 and not history.excerpt


def test_a_few_units_taken_off_the_register_are_gone_however_few_there_were():
    """2 of 4 plants of water power in a town of 304, and 4 of 8 in a hamlet: nobody filters a file that way."""
    water = {key: {"carrier": "water"} for key in range(300, 304)}
    history = loaded(
        (FIRST, plain(300) | water), (SECOND, plain(300) | {key: water[key] for key in (300, 301)})
    )
    assert history.counts["gone"] == 2 and not history.excerpt
    hamlet = loaded((FIRST, plain(8)), (SECOND, plain(4)))
    assert hamlet.counts["gone"] == 4 and not hamlet.excerpt


def test_what_a_file_lacks_that_somebody_calls_an_excerpt_is_not_gone():
    """2 of 10: without that word they would be."""
    history = loaded((FIRST, plain(10)))
    frame = plants(plain(8))
    told = State(SECOND, SOURCE, "second", gaps=(EXCERPT,))
    history = history_after(history, frame, told)
    assert history.counts["gone"] == 0 and history.excerpt and len(state_at(history, SECOND)) == 10
    assert codes(history) == {"history_units_of_excerpt"}
    again = history_after(history, frame, told)
    assert again.frame.equals(history.frame) and again.excerpt
    # an older state that is loaded later knows one more, which the excerpt does not lack for being gone either
    between = loaded((SECOND - timedelta(days=1), plain(10) | {99: {}}), history=history)
    assert len(state_at(between, SECOND)) == 11


def test_the_carriers_that_an_excerpt_lacks_are_still_named():
    units = plain(40) | {key: {"carrier": "wind"} for key in range(50, 56)}
    told = State(SECOND, SOURCE, "second", gaps=(EXCERPT,))
    history = history_after(loaded((FIRST, units)), plants(plain(38)), told)
    assert history.counts["gone"] == 0 and len(state_at(history, SECOND)) == 46
    partial = taken_apart(history.states["partial"].iloc[-1])
    assert partial["carrier"] == ("wind",) and len(partial["unread"]) == 2


TWENTY = plain(20)
LACKS_THREE = plain(17)  # 15 %: no excerpt by their number


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_whole_states_around_a_file_have_is_not_gone_in_it_in_whatever_order_they_came(order):
    loads = [(FIRST, TWENTY, True), (SECOND, LACKS_THREE, False), (THIRD, TWENTY, True)]
    history = empty_history()
    for one in order:
        day, units, whole = loads[one]
        history = loaded((day, units), history=history, whole=whole)
    assert set(history.frame["change"]) == {"first"} and len(history.frame) == 20
    assert history.states["units"].tolist() == [20, 20, 20]
    assert history.states[["gone_units", "returned_units"]].to_numpy().sum() == 0
    again = loaded((SECOND, LACKS_THREE), history=history)
    assert not again.frame_changed and not again.states_changed
    assert "history_units_kept" in codes(again)


def test_what_the_next_whole_state_lacks_is_gone_since_the_file_that_lacked_it():
    history = loaded((FIRST, TWENTY), whole=True)
    history = loaded((SECOND, LACKS_THREE), history=history)
    history = loaded((THIRD, LACKS_THREE), history=history, whole=True)
    assert versions(history, 19) == [("first", FIRST, SECOND), ("gone", SECOND, None)]
    # and what comes back much later does not undo that
    later = loaded((THIRD + timedelta(days=90), TWENTY), history=history, whole=True)
    assert versions(later, 19)[1] == ("gone", SECOND, THIRD + timedelta(days=90))
    assert later.counts["returned"] == 3


@pytest.mark.parametrize("kept", [4, 17])
def test_a_file_of_the_day_of_a_whole_state_takes_no_units_from_it(kept):
    history = loaded((FIRST, TWENTY), whole=True)
    history = loaded((FIRST, {key: {"gross_kw": 12.0} for key in range(kept)}), history=history)
    assert len(state_at(history, FIRST)) == 20
    assert history.states["whole"].tolist() == [True] and history.excerpt is (kept == 4)
    found = codes(history) & {"history_state_partial", "history_units_kept"}
    assert len(found) == 1
    later = loaded((SECOND, TWENTY), history=history, whole=True)
    assert later.counts["new"] == later.counts["returned"] == 0


def test_a_unit_gone_before_an_excerpt_does_not_come_back_by_it():
    """The excerpt took 9 units over; a state entered before it later shows that one of them was gone by then."""
    history = loaded((FIRST, plain(12)), (THIRD, plain(3)))
    history = loaded((SECOND, plain(11)), history=history, whole=True)
    assert versions(history, 11) == [("first", FIRST, SECOND), ("gone", SECOND, None)]
    assert len(state_at(history, THIRD)) == 11


def test_an_older_state_loaded_again_says_that_it_is_the_older_one():
    """Nothing changes in the history, but the layer of the plants shows the older state from then on."""
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {}, 2: {}}))
    again = loaded((FIRST, {1: {}}), history=history)
    assert not again.frame_changed and not again.states_changed
    (found,) = [one for one in again.findings if one.id == "history_state_older"]
    assert found.values == {"date": "10.01.2024", "newest": "10.06.2024"}
    assert "history_state_older" not in codes(loaded((SECOND, {1: {}, 2: {}}), history=again))


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


def test_what_dates_a_state_names_every_way_a_source_tells_its_day():
    """Online it is the day of the query, of the export the one in its name, of files the newest change."""
    label = {value.code: value.label_de for value in values("state_dated")}[DATA]
    assert all(word in label for word in ("Abfrage", "Export", "neuesten Änderung"))


@pytest.mark.parametrize(
    ("found", "whole", "given", "told_whole", "day", "expected"),
    [
        ("bulk_state_of_name", True, False, False, "2024-02-01", "export"),
        ("bulk_state_of_files", True, True, False, "2024-02-01", "export"),  # it tells its day itself
        ("bulk_state_of_changes", True, False, False, "2024-01-10", "changes"),
        ("other", True, False, False, "2024-01-10", "query"),
        ("other", False, False, False, "2024-01-10", "changes"),
        ("other", False, False, False, "2024-02-01", "download"),
        ("other", False, True, False, "2024-02-01", "given"),
        ("other", True, True, True, "2024-02-01", "given"),
        ("other", True, False, True, "2024-01-10", "changes"),
    ],
)
def test_a_state_tells_what_its_day_is_of(found, whole, given, told_whole, day, expected):
    frame = plants({1: {"updated": "2024-01-10"}, 2: {"updated": "2023-05-05"}})
    source = Source("x", state=date.fromisoformat(day))
    outcome = Outcome(frame, source, 2, findings=(Finding(found),), whole=whole)
    assert dated_by(outcome, given, told_whole) == expected
    assert expected in {value.code for value in values("state_dated")}


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
# of each carrier and status one that is always there
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
    """In whatever order the states came, each of a way that delivers all units."""
    loads, expected = known_days(drawn)
    history = loaded(*loads, whole=True)
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
    history = loaded(*expected.items(), whole=True)
    in_order = loaded(*sorted(expected.items()), whole=True)
    assert history.frame.equals(in_order.frame) and history.states.equals(in_order.states)
    again = loaded(*expected.items(), history=history, whole=True)
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


# ---- states with gaps


def with_gaps(history, day, units, *gaps):
    return history_after(history, plants(units), State(day, SOURCE, f"run {day:%Y%m%d}", gaps=gaps))


def test_a_unit_whose_row_could_not_be_read_is_not_gone():
    """Of forty units one is missing, and one row of the file was broken: it may be that very unit."""
    history = loaded((FIRST, {key: {} for key in range(40)}))
    history = with_gaps(history, SECOND, {key: {} for key in range(39)}, ROWS_UNREAD)
    assert versions(history, 39) == [("first", FIRST, None)]
    assert history.counts["gone"] == 0
    assert ids(state_at(history, SECOND)) == list(range(40))
    assert history.states["partial"].tolist() == [None, f"gaps={ROWS_UNREAD}|unread={number(39)}"]
    (found,) = [finding for finding in history.findings if finding.id == "history_units_unread"]
    assert found.values == {"count": 1}


def test_a_whole_state_after_one_with_gaps_tells_what_is_gone():
    history = with_gaps(loaded((FIRST, {1: {}, 2: {}})), SECOND, {1: {}}, ROWS_UNREAD)
    history = loaded((THIRD, {1: {}}), history=history)
    assert versions(history, 2) == [("first", FIRST, THIRD), ("gone", THIRD, None)]


def test_a_whole_file_of_the_same_day_takes_the_place_of_one_with_gaps():
    history = with_gaps(loaded((FIRST, {1: {}, 2: {}, 3: {}})), SECOND, {1: {}}, ROWS_UNREAD)
    history = loaded((SECOND, {1: {}, 2: {}}), history=history)
    assert versions(history, 2) == [("first", FIRST, None)]
    assert versions(history, 3) == [("first", FIRST, SECOND), ("gone", SECOND, None)]


def test_a_state_entered_before_one_with_gaps_tells_what_that_one_took_over():
    """Of two units taken over as unread one was gone by then, one had changed: they neither return nor change back."""
    history = with_gaps(loaded((FIRST, {1: {}, 2: {}, 3: {}})), THIRD, {1: {}}, ROWS_UNREAD)
    history = loaded((SECOND, {1: {}, 3: {"gross_kw": 12.0}}), history=history)
    assert versions(history, 2) == [("first", FIRST, SECOND), ("gone", SECOND, None)]
    assert versions(history, 3) == [("first", FIRST, SECOND), ("changed", SECOND, None)]


def test_a_unit_first_told_by_a_state_before_one_with_gaps_is_not_gone_in_it():
    history = with_gaps(loaded((FIRST, {1: {}})), THIRD, {1: {}}, ROWS_UNREAD)
    history = loaded((SECOND, {1: {}, 2: {}}), history=history)
    assert versions(history, 2) == [("new", SECOND, None)]


def test_of_an_export_without_a_table_its_carriers_are_not_gone():
    """One wind turbine is too few to be taken for an excerpt: that the table is missing is what tells it."""
    wind = {2: {"carrier": "wind"}}
    history = with_gaps(loaded((FIRST, {1: {}, **wind, 3: {}})), SECOND, {1: {}}, TABLES_MISSING)
    assert versions(history, 2) == [("first", FIRST, None)]
    assert versions(history, 3)[-1] == ("gone", SECOND, None)


def test_gaps_that_take_nothing_away_are_nothing_to_say():
    history = with_gaps(loaded((FIRST, {1: {}})), SECOND, {1: {}, 2: {}}, ROWS_UNREAD, TABLES_MISSING)
    assert "history_units_unread" not in codes(history)
    assert history.states["partial"].tolist() == [None, f"gaps={ROWS_UNREAD},{TABLES_MISSING}"]


def test_a_state_has_the_gaps_it_was_loaded_with():
    assert state_of(SOURCE, "run", gaps=(ROWS_UNREAD,)).gaps == (ROWS_UNREAD,)


# ---- what the way delivers, and whether it is all


def test_a_first_entry_in_a_column_that_the_file_always_had_is_a_change():
    """The heading of the CHP plants stood in both files: that it was empty said that there was none."""
    told = frozenset({"chp_id", "chp_thermal_kw"})
    after = {1: {"chp_id": "KWK900000000001", "chp_thermal_kw": 300.0}, 2: {}}
    history = loaded((FIRST, {1: {}, 2: {}}), (SECOND, after), delivered=told)
    assert versions(history, 1) == [("first", FIRST, SECOND), ("changed", SECOND, None)]
    assert state_at(history, FIRST)["chp_id"].isna().all()
    assert history.states["delivered"].tolist() == ["chp_id|chp_thermal_kw"] * 2


def test_a_state_that_says_it_is_whole_is_believed():
    """Of 40 units 10 are missing: of a file that says nothing more than a fifth passes for an excerpt."""
    before, after = {key: {} for key in range(40)}, {key: {} for key in range(30)}
    assert loaded((FIRST, before), (SECOND, after)).counts["gone"] == 0
    history = loaded((SECOND, after), history=loaded((FIRST, before)), whole=True)
    assert history.counts["gone"] == 10 and codes(history) == set()
    assert history.states["whole"].tolist() == [False, True]
    assert len(state_at(history, SECOND)) == 30


def test_a_whole_state_with_gaps_is_not_believed():
    history = loaded((FIRST, {key: {} for key in range(40)}))
    state = State(SECOND, SOURCE, "run", gaps=(ROWS_UNREAD,), whole=True)
    history = history_after(history, plants({key: {} for key in range(20)}), state)
    assert history.counts["gone"] == 0 and history.states["whole"].tolist() == [False, False]


# ---- older states of another way or carrier

WIND = {"carrier": "wind", "registered": "2019-02-01"}
SUN = {"registered": "2019-02-01"}


def test_an_older_state_of_another_way_makes_no_change_of_the_later():
    """The later way does not deliver the voltage; the older one, loaded afterwards, does."""
    units = {1: {}, 2: {}}
    history = loaded((SECOND, units), delivered=frozenset())
    known = {1: {"voltage": "Niederspannung", "eeg_kw": 9.0}, 2: {"eeg_kw": 5.0}}
    history = loaded((FIRST, known), history=history, delivered=frozenset({"voltage", "eeg_kw"}))
    assert versions(history, 1) == [("first", FIRST, None)]
    assert state_at(history, SECOND)["eeg_kw"].tolist() == [9.0, 5.0]


def test_what_a_later_state_had_taken_over_is_taken_over_anew():
    """1: 9 kW, not delivered in the third state. A state in between says 8 kW: so it is in the third."""
    told, silent = frozenset({"eeg_kw"}), frozenset()
    history = loaded((FIRST, {1: {"eeg_kw": 9.0}}), delivered=told)
    history = loaded((THIRD, {1: {}}), history=history, delivered=silent)
    history = loaded((SECOND, {1: {"eeg_kw": 8.0}}), history=history, delivered=told)
    assert versions(history, 1) == [("first", FIRST, SECOND), ("changed", SECOND, None)]
    assert state_at(history, THIRD)["eeg_kw"].tolist() == [8.0]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_state_of_one_carrier_before_a_full_one_makes_no_new_units(backwards):
    full = dict.fromkeys(range(5), SUN) | {9: WIND}
    loads = [(FIRST, {9: WIND}), (SECOND, full)]
    history = loaded(*(reversed(loads) if backwards else loads))
    assert set(history.frame["change"]) == {"first"}
    assert history.states["partial"].tolist() == ["carrier=solar", None]
    assert history.states["new_units"].tolist() == [0, 0]
    assert ("history_state_partial" in codes(history)) is backwards


@pytest.mark.parametrize("backwards", [False, True])
def test_units_that_an_excerpt_before_a_full_state_lacked_are_not_new(backwards):
    """Five of nine were registered by then, and not in the file; a tenth was registered since."""
    full = dict.fromkeys(range(9), SUN) | {9: {"registered": "2024-03-01"}}
    loads = [(FIRST, dict.fromkeys(range(4), SUN)), (SECOND, full)]
    history = loaded(*(reversed(loads) if backwards else loads))
    assert history.states["partial"].tolist() == ["carrier=solar", None]
    assert history.states["new_units"].tolist() == [0, 1]
    assert versions(history, 9) == [("new", SECOND, None)]


def test_a_few_units_registered_late_by_the_register_are_new():
    """One of five: too few to say that the state before was an excerpt."""
    full = dict.fromkeys(range(5), SUN)
    history = loaded((FIRST, dict.fromkeys(range(4), SUN)), (SECOND, full))
    assert history.counts["new"] == 1 and history.states["partial"].isna().all()


def test_units_of_a_carrier_that_was_not_there_are_new_when_they_were_registered_since():
    """A wind farm of three: registered after the state before."""
    farm = {key: {"carrier": "wind", "registered": "2024-03-01"} for key in (7, 8, 9)}
    history = loaded((FIRST, {1: SUN}), (SECOND, {1: SUN, **farm}))
    assert history.counts["new"] == 3 and history.states["partial"].isna().all()


def test_an_older_full_state_before_one_of_one_carrier_deletes_nothing():
    full = dict.fromkeys(range(5), SUN) | {9: WIND}
    loads = [(FIRST, full), (SECOND, {9: WIND})]
    in_order, history = loaded(*loads), loaded(*reversed(loads))
    assert history.frame.equals(in_order.frame) and history.states.equals(in_order.states)
    assert len(state_at(history, SECOND)) == 6


# ---- how finely a place is published


def placed(history, day, units, decimals):
    """Load units with coordinates as published with so many decimals."""
    frame = plants(units)
    degrees = gpd.GeoSeries(
        [Point(round(p.x, decimals), round(p.y, decimals)) for p in frame.geometry.to_crs(4326)], crs=4326
    )
    frame = frame.set_geometry(degrees.to_crs(CRS))
    return history_after(history, frame, State(day, SOURCE, f"run {day:%Y%m%d}"), degrees)


FINE = {1: {"geometry": Point(317043.37, 5690055.91)}, 2: {"geometry": Point(317344.81, 5690311.13)}}


@pytest.mark.parametrize("decimals", [(3, 6), (6, 3)])
def test_more_or_fewer_decimals_are_no_move(decimals):
    """Three decimals round by up to 67 m; the file of 2020 has no more."""
    first = placed(empty_history(), FIRST, FINE, decimals[0])
    history = placed(first, SECOND, FINE, decimals[1])
    assert set(history.frame["change"]) == {"first"}
    # the finer place is the one that is kept, and what is compared from then on
    assert set(history.frame["place_decimals"]) == {6}
    moved = {
        key: {"geometry": Point(values["geometry"].x + 30, values["geometry"].y)}
        for key, values in FINE.items()
    }
    assert placed(history, THIRD, moved, 6).counts["moved"] == 2


def test_a_move_beyond_the_rounding_is_one():
    moved = {
        key: {"geometry": Point(values["geometry"].x + 200, values["geometry"].y)}
        for key, values in FINE.items()
    }
    assert placed(placed(empty_history(), FIRST, FINE, 3), SECOND, moved, 6).counts["moved"] == 2


# ---- natural persons


PERSON = {
    "operator_kind": "person",
    "name": "PVA Erika Muster",
    "geometry": Point(300000, 5690000),
    "street": "Weg",
    "house_number": "5",
}


def test_no_name_of_a_person_is_kept_even_where_the_unit_has_a_place():
    units = {1: PERSON, 2: {**PERSON, "operator_kind": "organisation", "name": "Solarpark"}}
    history = loaded((FIRST, units))
    assert history.frame["name"].tolist() == [None, "Solarpark"]
    # a way that does not deliver the kind of operator does not bring the name back
    silent = {**PERSON, "operator_kind": None}
    later = loaded((SECOND, {1: silent, 2: {**silent, "name": "Solarpark"}}), history=history)
    assert later.frame["name"].tolist() == [None, "Solarpark"] and not later.frame_changed


def test_that_a_person_operates_the_unit_is_learnt_later_and_takes_the_name_out_of_the_earlier_versions():
    history = loaded(
        (FIRST, {1: {**PERSON, "operator_kind": None}}), (SECOND, {1: {**PERSON, "gross_kw": 11.0}})
    )
    assert len(history.frame) == 2 and history.frame["name"].isna().all()


@pytest.mark.parametrize("now", [{"operator_kind": "person"}, None])
def test_what_the_register_withdrew_of_a_person_is_in_no_earlier_version(now):
    """Withdrawn, or gone from the register altogether; loaded again the old file does not bring it back."""
    others = {2: {**PERSON, "operator_kind": "organisation"}}
    units = {1: PERSON, **others}
    history = loaded((FIRST, units), (SECOND, {**others, **({1: now} if now else {})}))
    history = loaded((FIRST, units), history=history)
    rows = history.frame[history.frame["mastr_id"] == number(1)]
    for name in ("name", "street", "house_number", "x_m", "y_m", "place_decimals"):
        assert rows[name].isna().all()
    assert history.frame.loc[history.frame["mastr_id"] == number(2), "x_m"].notna().all()
    assert rows["seen_from"].dt.date.tolist() == [FIRST, SECOND]
