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
from enact_plugin.register.history.changes import changes_between, days_to_compare, german
from enact_plugin.register.history.dating import State
from enact_plugin.register.history.loads import empty_history, history_after, snapshot_at
from enact_plugin.register.history.versions import GONE, PLACE, X, Y, different, typed

CRS = "EPSG:25833"
FIRST, SECOND, THIRD = date(2024, 1, 10), date(2024, 6, 10), date(2025, 1, 10)
PLAIN = {
    "carrier": "solar", "status": "in_operation", "gross_kw": 10.0, "net_kw": 8.0, "postcode": "04109",
    "geometry": None,
}  # fmt: skip


def number(value):
    return f"SEE9{value:011d}"


def plants(units):
    made = [{"mastr_id": number(key), **PLAIN, **values} for key, values in units.items()]
    frame = pd.DataFrame(made, columns=sorted({name for row in made for name in row} | {"mastr_id", *PLAIN}))
    return gpd.GeoDataFrame(typed(frame, "plants"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def loaded(*loads):
    history = empty_history()
    for day, units in loads:
        history = history_after(history, plants(units), State(day, Source("Test"), "run"))
    return history


def row(changes, key):
    (found,) = changes.frame[changes.frame["mastr_id"] == number(key)].to_dict("records")
    return found


BEFORE = {
    1: {}, 2: {}, 3: {}, 4: {"geometry": Point(300000, 5690000)}, 5: {"carrier": "wind", "gross_kw": 3000.0},
    6: {"carrier": "wind", "gross_kw": 2000.0},
}  # fmt: skip
AFTER = {
    1: {},
    2: {"gross_kw": 12.5},
    3: {"status": "closed", "closed": "2024-03-01", "gross_kw": 11.0},
    4: {"geometry": Point(300300, 5690400), "postcode": "04103"},
    6: {"carrier": "wind", "gross_kw": 2000.0},
    7: {"gross_kw": 100.0},
}


def test_each_change_by_hand():
    changes = changes_between(loaded((FIRST, BEFORE), (SECOND, AFTER)), FIRST, SECOND, CRS)
    assert changes.counts == {"new": 1, "changed": 1, "closed": 1, "moved": 1, "gone": 1, "returned": 0}
    changed = row(changes, 2)
    assert (changed["change"], changed["gross_before_kw"], changed["gross_kw"]) == ("changed", 10.0, 12.5)
    assert changed["details"] == "Bruttoleistung: 10 → 12,5 kW"
    closed = row(changes, 3)
    assert (closed["change"], closed["status_before"], closed["status"]) == (
        "closed",
        "in_operation",
        "closed",
    )
    assert closed["details"] == (
        "Betriebsstatus: In Betrieb → Endgültig stillgelegt; Bruttoleistung: 10 → 11 kW; Stilllegung: – → 01.03.2024"
    )
    assert changes.started == 0
    moved = row(changes, 4)
    # 300 m east and 400 m north
    assert (moved["change"], moved["moved_m"], moved["changed_fields"]) == ("moved", 500.0, "postcode|place")
    assert moved["details"] == "Postleitzahl: 04109 → 04103; Verschiebung der Lage: 500 m"
    assert moved["geometry"] == Point(300300, 5690400)
    gone, new = row(changes, 5), row(changes, 7)
    assert (gone["change"], gone["gross_before_kw"]) == (GONE, 3000.0) and pd.isna(gone["gross_kw"])
    assert (new["change"], new["gross_kw"]) == ("new", 100.0) and pd.isna(new["gross_before_kw"])
    names = [column.name for column in columns("plant_changes")]
    assert list(changes.frame.columns) == [*names, "geometry"]


def test_what_exists_of_each_carrier_before_and_after():
    """Solar: 40 kW in 4 units; then 10 + 12.5 + 10 + 100 kW in 4, the closed one is none of them. Wind 5 to 2 MW."""
    carriers = changes_between(loaded((FIRST, BEFORE), (SECOND, AFTER)), FIRST, SECOND).carriers
    columns_ = ["units_before", "units_after", "gross_before_kw", "gross_after_kw"]
    assert carriers.loc["solar", columns_].tolist() == [4, 4, 40.0, 132.5]
    assert carriers.loc["wind", columns_].tolist() == [2, 1, 5000.0, 2000.0]
    assert carriers.loc["wind", "gone"] == 1


def test_a_place_that_is_published_or_withdrawn_is_no_move():
    here = {"geometry": Point(1, 1), "street": "Weg", "house_number": "1"}
    history = loaded((FIRST, {1: {}, 2: here}), (SECOND, {1: here, 2: {}}))
    changes = changes_between(history, FIRST, SECOND)
    assert changes.counts["changed"] == 2 and changes.counts["moved"] == 0
    assert "Art der Ortsangabe: nur Postleitzahl → Koordinaten im Register" in row(changes, 1)["details"]
    assert row(changes, 2)["geometry"] is None


def test_a_unit_that_was_known_before_returned():
    history = loaded((FIRST, {1: {}, 2: {}}), (SECOND, {1: {}}), (THIRD, {1: {}, 2: {}, 3: {}}))
    changes = changes_between(history, SECOND, THIRD)
    assert (row(changes, 2)["change"], row(changes, 3)["change"]) == ("returned", "new")
    # gone and back between the two days: nothing changed
    assert changes_between(history, FIRST, THIRD).counts["returned"] == 0


def test_there_and_back_is_no_change():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {"gross_kw": 3.0}}), (THIRD, {1: {}}))
    changes = changes_between(history, FIRST, THIRD, CRS)
    assert len(changes.frame) == 0 and len(changes.fields) == 0 and len(changes.carriers) == 0
    assert set(changes.counts.values()) == {0}


def test_the_states_compared_are_told():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {"gross_kw": 3.0}}))
    changes = changes_between(history, FIRST + timedelta(days=5), SECOND + timedelta(days=99))
    assert (changes.first, changes.second) == (FIRST, SECOND)
    assert changes.frame["from_state"].iloc[0] == pd.Timestamp(FIRST)


def test_without_days_the_last_two_states():
    history = loaded((FIRST, {1: {}}), (SECOND, {1: {}}), (THIRD, {1: {}}))
    assert days_to_compare(history, None, None) == (SECOND, THIRD)
    assert days_to_compare(history, None, SECOND) == (FIRST, SECOND)
    assert days_to_compare(history, FIRST, None) == (FIRST, THIRD)


@pytest.mark.parametrize(
    ("history", "days", "code"),
    [
        (empty_history(), (None, None), "history_empty"),
        (loaded((FIRST, {1: {}})), (None, None), "history_one_state"),
        (loaded((FIRST, {1: {}})), (None, FIRST - timedelta(days=1)), "history_before_first"),
        (loaded((FIRST, {1: {}})), (FIRST - timedelta(days=1), None), "history_before_first"),
        (loaded((FIRST, {1: {}})), (SECOND, FIRST), "changes_days_reversed"),
    ],
    ids=["empty", "one state", "second too early", "first too early", "reversed"],
)
def test_days_that_cannot_be_compared(history, days, code):
    with pytest.raises(EnactError) as raised:
        changes_between(history, *days_to_compare(history, *days))
    assert raised.value.code == code


def test_numbers_as_they_are_read_in_german():
    assert [german(value) for value in (1234567.8, 0.0004, 12.0, -9.85, 1000)] == [
        "1.234.567,8", "0", "12", "-9,85", "1.000",
    ]  # fmt: skip


# ---- law

unit = st.fixed_dictionaries(
    {
        "carrier": st.sampled_from(["solar", "wind"]),
        "gross_kw": st.sampled_from([None, 1.0, 1.0005, 2.0]),
        "closed": st.sampled_from([None, "2020-01-01"]),
        "eeg_kw": st.sampled_from([None, 1.0]),
        "geometry": st.sampled_from([None, Point(0, 0), Point(6, 0), Point(100, 0)]),
    }
)
states = st.lists(st.dictionaries(st.integers(1, 5), unit, max_size=5), min_size=2, max_size=5)


def applied(before, changes):
    """State after the changes: less what is gone, with what is added, and each changed field as it is now."""
    made = before[~before["mastr_id"].isin(changes.frame.loc[changes.frame["change"] == GONE, "mastr_id"])]
    made = made.set_index("mastr_id").astype(object)
    for change in changes.fields.itertuples():
        if change.field == PLACE:
            made.loc[change.mastr_id, X], made.loc[change.mastr_id, Y] = change.after
        else:
            made.at[change.mastr_id, change.field] = change.after
    return pd.concat([made.reset_index(), changes.added.astype(object)], ignore_index=True)


def retyped(frame):
    return typed(frame)[["mastr_id", *[name for name in frame.columns if name != "mastr_id"]]].sort_values(
        "mastr_id", ignore_index=True
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(states, st.data())
def test_the_changes_applied_to_the_first_state_give_the_second(drawn, data):
    days = [FIRST + timedelta(days=number) for number in range(len(drawn))]
    history = loaded(*zip(days, drawn))
    first, second = sorted(data.draw(st.tuples(st.sampled_from(days), st.sampled_from(days))))
    changes = changes_between(history, first, second, CRS)
    got = retyped(applied(snapshot_at(history, first), changes))
    expected = retyped(snapshot_at(history, second))
    # units the earlier state had not delivered are counted, and are no change
    late = ~expected["mastr_id"].isin(got["mastr_id"])
    assert late.sum() == changes.told_late
    expected = expected[~late].reset_index(drop=True)
    assert got["mastr_id"].tolist() == expected["mastr_id"].tolist()
    assert not different(got, expected, tolerant=False).to_numpy().any()
    assert sum(changes.counts.values()) == len(changes.frame) == changes.frame["mastr_id"].nunique()


def test_a_unit_that_changes_its_carrier_is_in_the_sums_of_both():
    """Five solar units, of which one is a storage unit now: 5 → 4 and 0 → 1, 50 → 40 kW and 0 → 10 kW."""
    before = {key: {} for key in range(5)}
    changes = changes_between(
        loaded((FIRST, before), (SECOND, before | {0: {"carrier": "storage"}})), FIRST, SECOND, CRS
    )
    sums = changes.carriers
    assert sums["units_before"].to_dict() == {"solar": 5, "storage": 0}
    assert sums["units_after"].to_dict() == {"solar": 4, "storage": 1}
    assert sums["gross_before_kw"].to_dict() == {"solar": 50.0, "storage": 0.0}
    assert sums["gross_after_kw"].to_dict() == {"solar": 40.0, "storage": 10.0}
    assert sums["changed"].to_dict() == {"solar": 0, "storage": 1}


def test_a_planned_unit_that_went_into_operation_is_counted():
    before = {1: {"status": "planned"}, 2: {"status": "planned"}, 3: {}}
    after = {1: {"commissioned": "2024-03-01"}, 2: {"status": "closed", "closed": "2024-03-01"}, 3: {}}
    changes = changes_between(loaded((FIRST, before), (SECOND, after)), FIRST, SECOND, CRS)
    assert (changes.counts["changed"], changes.counts["closed"], changes.started) == (1, 1, 1)
    assert row(changes, 1)["details"].startswith("Betriebsstatus: In Planung → In Betrieb")


def test_how_far_a_unit_moved_is_said_in_whole_metres():
    """80,000.4 m east."""
    before, after = ({1: {"geometry": Point(east, 5690000)}} for east in (300000, 380000.4))
    changes = changes_between(loaded((FIRST, before), (SECOND, after)), FIRST, SECOND, CRS)
    assert row(changes, 1)["details"] == "Verschiebung der Lage: 80.000 m"
