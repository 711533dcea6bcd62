"""Files without a day of their own: deleted units are gone from the day of loading, and none leaves without a trace."""

from datetime import date, timedelta

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enact_plugin.outcome import Source
from enact_plugin.register.history.dating import (
    CHANGED_LAST,
    DOWNLOAD,
    EXPORT,
    GIVEN,
    LOADING,
    QUERY,
    State,
)
from enact_plugin.register.history.loads import empty_history, history_after, state_at
from enact_plugin.register.history.undelivered import has_gaps
from enact_plugin.register.history.versions import typed
from enact_plugin.register.unread import EXCERPT, ROWS_UNREAD

SOURCE = Source("Marktstammdatenregister (Test)", "dl-de/by-2-0", "© Test")
DAY, ENTRY = date(2024, 1, 10), date(2024, 6, 10)
MAY, JULY, AUGUST, SEPTEMBER = date(2024, 5, 5), date(2024, 7, 5), date(2024, 8, 5), date(2024, 9, 5)
OCTOBER = date(2024, 10, 5)
PLAIN = {
    "carrier": "solar", "status": "in_operation", "gross_kw": 10.0, "ags": "14713000",
    "registered": "2019-02-01", "updated": "2024-01-10",
}  # fmt: skip
NEWEST = {"updated": "2024-06-10"}
TEN = {**{key: {} for key in range(1, 10)}, 10: NEWEST}  # the newest entry is that of unit 10


def number(key):
    return f"SEE9{key:011d}"


def less(units, *keys):
    return {key: values for key, values in units.items() if key not in keys}


def plants(units):
    frame = pd.DataFrame([{"mastr_id": number(key), **PLAIN, **values} for key, values in units.items()])
    return gpd.GeoDataFrame(typed(frame, "plants"), geometry=[None] * len(frame), crs="EPSG:25833")


def load(history, today, units, dated=CHANGED_LAST, day=None, whole=False, gaps=(), delivered=None):
    """Load on a day a file that stands under that of its newest entry, as the reader gives it."""
    frame = plants(units)
    day = day or frame["updated"].max().date()
    state = State(day, SOURCE, f"run {today:%Y%m%d}", dated, delivered, gaps, whole)
    return history_after(history, frame, state, today=today)


def loaded(*loads, history=None, **more):
    history = history or empty_history()
    for today, units in loads:
        history = load(history, today, units, **more)
    return history


def versions(history, key):
    mine = history.frame[history.frame["mastr_id"] == number(key)]
    ended = [None if pd.isna(day) else day.date() for day in mine["seen_to"]]
    return list(zip(mine["change"], mine["seen_from"].dt.date, ended))


def codes(history):
    return {finding.id for finding in history.findings}


def days(history):
    return history.states["state"].dt.date.tolist()


def keys(history, day):
    return {int(text[4:]) for text in state_at(history, day)["mastr_id"]}


# ---- nothing changed but that units were deleted


@pytest.mark.parametrize("whole", [False, True])
def test_a_unit_deleted_in_a_quiet_month_is_gone_since_the_day_of_loading(whole):
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), whole=whole)
    assert versions(history, 3) == [("first", ENTRY, AUGUST), ("gone", AUGUST, None)]
    assert (days(history), history.day) == ([ENTRY, AUGUST], AUGUST)
    assert history.states["dated"].tolist() == [CHANGED_LAST, LOADING]
    assert history.counts["gone"] == 1 and codes(history) == {"history_state_same_entry"}
    assert keys(history, ENTRY) == set(TEN) and keys(history, AUGUST) == set(TEN) - {3}


def test_a_file_that_says_it_is_whole_may_lack_many():
    history = loaded((JULY, TEN), (AUGUST, {key: TEN[key] for key in (1, 10)}), whole=True)
    assert history.counts["gone"] == 8 and keys(history, ENTRY) == set(TEN)


def test_of_a_whole_state_a_later_file_that_is_not_said_to_be_whole_is_believed_as_in_other_months():
    history = loaded((JULY, TEN), whole=True)
    history = loaded((AUGUST, less(TEN, 3)), history=history)
    assert versions(history, 3)[-1] == ("gone", AUGUST, None)


def test_the_same_file_once_more_is_the_state_of_its_first_loading():
    """In the next month, still quiet, and on the same day."""
    once = loaded((JULY, TEN), (AUGUST, less(TEN, 3)))
    for today in (AUGUST, SEPTEMBER):
        again = load(once, today, less(TEN, 3))
        assert not again.frame_changed and not again.states_changed
        assert (again.day, codes(again)) == (AUGUST, {"history_day_of_loading"})


def test_the_file_before_once_more_is_the_older_state():
    once = loaded((JULY, TEN), (AUGUST, less(TEN, 3)))
    again = load(once, SEPTEMBER, TEN)
    assert not again.frame_changed and not again.states_changed
    assert (again.day, codes(again)) == (ENTRY, {"history_state_older"})


def test_units_deleted_in_quiet_months_one_after_the_other():
    third = less(TEN, 3, 4)
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), (SEPTEMBER, third))
    assert versions(history, 4) == [("first", ENTRY, SEPTEMBER), ("gone", SEPTEMBER, None)]
    assert days(history) == [ENTRY, AUGUST, SEPTEMBER]
    # the file in the middle once more is no newer one
    again = load(history, SEPTEMBER + timedelta(days=1), less(TEN, 3))
    assert not again.frame_changed and again.day == AUGUST and "history_state_older" in codes(again)


def test_two_files_loaded_on_the_day_on_which_the_first_was_entered():
    """There is no later day: the second takes the place of the first."""
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), (AUGUST, less(TEN, 3, 4)))
    assert days(history) == [ENTRY, AUGUST] and "history_state_replaced" in codes(history)
    for key in (3, 4):
        assert versions(history, key) == [("first", ENTRY, AUGUST), ("gone", AUGUST, None)]


def test_the_next_file_with_an_entry_follows_as_ever():
    after = {**less(TEN, 3), 11: {"registered": "2024-09-01", "updated": "2024-09-01"}}
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), (SEPTEMBER, after))
    assert days(history) == [ENTRY, AUGUST, date(2024, 9, 1)]
    assert versions(history, 11) == [("new", date(2024, 9, 1), None)] and codes(history) == set()


def test_columns_that_the_file_does_not_deliver_are_no_change_of_the_others():
    known = {key: {**values, "eeg_kw": 9.0} for key, values in TEN.items()}
    history = load(empty_history(), JULY, known, delivered=frozenset({"eeg_kw", "registered"}))
    history = load(history, AUGUST, less(TEN, 3), delivered=frozenset({"registered"}))
    assert versions(history, 3)[-1] == ("gone", AUGUST, None)
    assert state_at(history, AUGUST)["eeg_kw"].tolist() == [9.0] * 9


# ---- what stays a second file of the same day


def test_a_file_of_the_same_day_that_lacks_nothing_stays_under_it():
    more = {**TEN, 11: {"registered": "2024-06-09", "updated": "2024-06-09"}}
    history = loaded((JULY, TEN), (AUGUST, more))
    assert days(history) == [ENTRY] and codes(history) == {"history_state_replaced"}
    again = load(history, SEPTEMBER, more)
    assert not again.frame_changed and codes(again) == set() and again.day == ENTRY


@pytest.mark.parametrize(
    "second",
    [
        {**less(TEN, 3), 4: {"gross_kw": 11.0}},  # something else changed
        {**less(TEN, 3), 11: {}},  # one has come
    ],
)
def test_where_more_than_a_deletion_happened_it_takes_the_place_of_the_first(second):
    history = loaded((MAY, less(TEN, 10)), (JULY, TEN), (AUGUST, second))
    assert days(history) == [DAY, ENTRY] and "history_state_replaced" in codes(history)
    assert versions(history, 3) == [("first", DAY, ENTRY), ("gone", ENTRY, None)]


def test_a_unit_registered_on_that_very_day_may_be_younger_than_the_file():
    """Then it takes the place of the first, and the unit keeps a row."""
    history = loaded((JULY, {**TEN, 11: {"registered": "2024-06-10", **NEWEST}}), (AUGUST, TEN))
    assert days(history) == [ENTRY] and "history_state_replaced" in codes(history)
    assert versions(history, 11) == [("gone", ENTRY, None)] and history.counts["gone"] == 1


@pytest.mark.parametrize("dated", [QUERY, EXPORT, DOWNLOAD, GIVEN])
def test_a_day_that_is_certain_is_kept(dated):
    history = loaded((MAY, less(TEN, 10)), (JULY, TEN), (AUGUST, less(TEN, 3)), dated=dated)
    assert days(history) == [DAY, ENTRY] and codes(history) == {"history_state_replaced"}
    assert versions(history, 3) == [("first", DAY, ENTRY), ("gone", ENTRY, None)]


def test_on_the_day_of_its_newest_entry_itself_it_takes_the_place_of_the_first():
    first = {**less(TEN, 10), 12: {}}
    history = loaded((MAY, less(TEN, 10)), (ENTRY, {**first, 10: NEWEST}), (ENTRY, less(TEN, 3)))
    assert days(history) == [DAY, ENTRY] and "history_state_replaced" in codes(history)
    assert versions(history, 3) == [("first", DAY, ENTRY), ("gone", ENTRY, None)]
    # only the file that was replaced had it
    assert versions(history, 12) == [("gone", ENTRY, None)]
    assert history.counts["gone"] == 2 and keys(history, ENTRY) == set(less(TEN, 3))


def test_an_excerpt_of_the_same_day_deletes_nothing():
    history = loaded((JULY, TEN), (AUGUST, less(TEN, *range(1, 6))))
    assert days(history) == [ENTRY] and history.excerpt
    assert set(history.frame["change"]) == {"first"} and keys(history, ENTRY) == set(TEN)


def test_what_an_excerpt_lacks_besides_the_status_it_was_chosen_by_is_not_called_deleted():
    """Without the three closed units, and without one more."""
    closed = {key: {"status": "closed"} for key in (21, 22, 23)}
    history = loaded((MAY, {**less(TEN, 10), **closed}), (JULY, {**TEN, **closed}), (AUGUST, less(TEN, 3)))
    assert days(history) == [DAY, ENTRY] and "history_state_same_entry" not in codes(history)
    assert versions(history, 21) == [("first", DAY, None)] and history.excerpt


def test_a_file_of_the_same_day_with_rows_that_could_not_be_read_deletes_nothing():
    history = load(loaded((JULY, TEN)), AUGUST, less(TEN, 3), gaps=(ROWS_UNREAD,))
    assert days(history) == [ENTRY] and codes(history) == {"history_units_unread"}
    assert set(history.frame["change"]) == {"first"} and keys(history, ENTRY) == set(TEN)


# ---- the newest entry was deleted


def test_a_file_whose_newest_entry_was_deleted_is_no_older_one():
    """Its newest entry is of 10.01., that of the file before of 10.06.: of a unit of 2019 that is now gone."""
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 10)))
    assert codes(history) == {"history_state_turned"} and history.day == AUGUST
    assert versions(history, 10) == [("first", ENTRY, AUGUST), ("gone", AUGUST, None)]
    again = load(history, SEPTEMBER, less(TEN, 10))
    assert not again.frame_changed and not again.states_changed and again.day == AUGUST


@pytest.mark.parametrize(
    "units",
    [
        # the unit with the newest entry stood there with an older one: the file is older
        {1: {}, 3: {"updated": "2023-05-05"}},
        # it was registered only then: it is not known whether the file is older
        {1: {}},
    ],
)
def test_a_file_that_may_be_older_is_entered_as_older(units):
    history = loaded((JULY, {1: {}, 3: {"registered": "2024-06-01", **NEWEST}}), (AUGUST, units))
    assert "history_state_older" in codes(history) and days(history) == [DAY, ENTRY]


def test_an_excerpt_without_the_newest_entry_is_not_called_a_file_of_which_units_were_deleted():
    wind = {key: {"carrier": "wind"} for key in (21, 22)}
    history = loaded((JULY, {**TEN, **wind}), (AUGUST, wind))
    assert "history_state_turned" not in codes(history) and "history_state_partial" in codes(history)
    assert set(history.frame["change"]) == {"first"}


def test_an_old_file_before_a_query_of_a_quiet_day_is_entered_as_older():
    """Nothing was entered between the two: the file may be the older one, and lack a unit as excerpts do."""
    history = load(empty_history(), JULY, TEN, QUERY, JULY, whole=True)
    history = load(history, AUGUST, less(TEN, 3))
    assert days(history) == [ENTRY, JULY] and codes(history) == {"history_state_older"}
    assert "gone" not in set(history.frame["change"])


# ---- later files, and files loaded once more


JULY_ENTRY = {"registered": "2024-07-20", "updated": "2024-07-20"}


def test_a_file_with_a_newer_entry_takes_the_place_of_one_dated_by_its_loading():
    """The second file was loaded in August; the third has an entry of July, and lacks the same unit."""
    third = {**less(TEN, 3), 11: JULY_ENTRY}
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), (SEPTEMBER, third))
    assert days(history) == [ENTRY, date(2024, 7, 20)]
    assert versions(history, 3) == [("first", ENTRY, date(2024, 7, 20)), ("gone", date(2024, 7, 20), None)]
    assert versions(history, 11) == [("new", date(2024, 7, 20), None)]
    assert "history_state_superseded" in codes(history) and "history_state_older" not in codes(history)
    again = load(history, SEPTEMBER, third)
    assert not again.frame_changed and not again.states_changed


def test_files_of_an_archive_loaded_in_their_order_on_one_day_end_as_the_newest():
    third = {**less(TEN, 3), 11: JULY_ENTRY}
    fourth = {**less(third, 4), 12: {"registered": "2024-09-20", "updated": "2024-09-20"}}
    history = loaded(*((OCTOBER, units) for units in (TEN, less(TEN, 3), third, fourth)))
    assert keys(history, OCTOBER) == set(fourth)
    for key in (3, 4):
        assert [change for change, _from, _to in versions(history, key)] == ["first", "gone"]


def test_a_file_whose_state_was_queried_later_is_that_state():
    history = loaded((JULY, TEN))
    history = load(history, AUGUST, less(TEN, 3), dated=QUERY, day=AUGUST, whole=True)
    again = load(history, SEPTEMBER, less(TEN, 3))
    assert not again.frame_changed and keys(again, JULY) == set(TEN)
    assert versions(again, 3) == [("first", ENTRY, AUGUST), ("gone", AUGUST, None)]


def test_a_file_loaded_once_more_without_the_day_given_for_it_is_the_same_state():
    given = date(2024, 7, 20)
    history = loaded((JULY, TEN))
    history = load(history, JULY, less(TEN, 3), dated=GIVEN, day=given)
    again = load(history, AUGUST, less(TEN, 3))
    assert not again.frame_changed and not again.states_changed
    assert versions(again, 3) == [("first", ENTRY, given), ("gone", given, None)]


def test_what_a_file_of_unknown_day_lacks_is_not_taken_from_the_time_before_a_later_state():
    """Its newest entry is that of the first state. It may be older or newer than the third, whose new unit it lacks."""
    third = {**less(TEN, 3, 4), 11: {"registered": "2024-09-01", "updated": "2024-09-01"}}
    history = loaded((JULY, TEN), (AUGUST, less(TEN, 3)), (SEPTEMBER, third))
    after = load(history, OCTOBER, less(TEN, 3, 4))
    assert after.frame.equals(history.frame) and "history_state_kept" in codes(after)
    assert keys(after, JULY) == set(TEN)


def test_an_excerpt_loaded_once_more_without_the_word_stays_one_until_a_whole_state():
    cut = less(TEN, 9)
    history = load(loaded((JULY, TEN)), AUGUST, cut, gaps=(EXCERPT,))
    assert history.excerpt and keys(history, AUGUST) == set(TEN)
    assert history.states["partial"].map(has_gaps).tolist() == [
        True
    ]  # it is of the same day, and says so now
    again = load(history, AUGUST, cut)
    assert again.excerpt and not again.states_changed and not again.frame_changed
    again = load(history, AUGUST, TEN)
    assert again.excerpt and not again.states_changed
    whole = load(again, AUGUST, TEN, whole=True)
    assert not whole.excerpt and not whole.states["partial"].map(has_gaps).any()


def test_units_that_an_older_excerpt_lacks_are_not_new_after_it():
    """Two of the three were registered by then, and each is the only one of its carrier."""
    later = {**TEN, 21: {"carrier": "wind"}, 22: {"carrier": "biomass"}, 11: JULY_ENTRY}
    history = loaded((SEPTEMBER, later))
    history = load(history, SEPTEMBER, {1: {}, 10: NEWEST}, gaps=(EXCERPT,))
    changes = {key: versions(history, key)[0][0] for key in (21, 22, 5, 11)}
    assert changes == {21: "first", 22: "first", 5: "first", 11: "new"}


# ---- law

UNITS = st.dictionaries(
    st.integers(1, 8),
    st.fixed_dictionaries(
        {
            "carrier": st.sampled_from(["solar", "wind"]),
            "gross_kw": st.sampled_from([10.0, 10.0, 11.0]),
            "registered": st.sampled_from(["2019-02-01", "2024-06-10", None]),
            "updated": st.sampled_from(["2024-01-10", "2024-01-10", "2024-06-10"]),
        }
    ),
    min_size=1,
)
LOADS = st.lists(
    st.tuples(
        UNITS, st.sampled_from([CHANGED_LAST, CHANGED_LAST, QUERY]), st.booleans(), st.sampled_from([0, 1])
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(LOADS)
def test_every_unit_ever_delivered_has_a_row_and_its_rows_follow_each_other(drawn):
    history, today, delivered = empty_history(), JULY, set()
    for units, dated, whole, passed in drawn:
        history = load(history, today, units, dated, whole=whole)
        delivered |= {number(key) for key in units}
        today += timedelta(days=passed)
        assert set(history.frame["mastr_id"]) == delivered
        for _, mine in history.frame.groupby("mastr_id"):
            assert (mine["seen_from"].iloc[1:].to_numpy() == mine["seen_to"].iloc[:-1].to_numpy()).all()
            assert mine["seen_to"].isna().tolist() == [False] * (len(mine) - 1) + [True]
        counted = history.states.filter(regex="^(first|new|changed|closed|moved|gone|returned)_units$")
        assert counted.to_numpy().sum() == len(history.frame)
        assert history.day in days(history)


EXISTING = {key: {} for key in range(1, 8)}


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sets(st.integers(1, 7), max_size=1), min_size=1, max_size=4))
def test_units_deleted_one_by_one_in_quiet_months_are_each_gone_since_their_month(deletions):
    units, today = {**EXISTING, 10: NEWEST}, JULY
    history = load(empty_history(), today, units, whole=True)
    for deleted in deletions:
        today += timedelta(days=30)
        gone = deleted & set(units)
        units = less(units, *gone)
        history = load(history, today, units, whole=True)
        for key in gone:
            assert versions(history, key) == [("first", ENTRY, today), ("gone", today, None)]
        assert keys(history, today) == set(units) and history.counts.get("gone", 0) == len(gone)
    assert keys(history, ENTRY) == {*EXISTING, 10}
