"""Files without a day of their own: they have that of their newest entry, and may be newer than it seems.

Where units were deleted from the register and nothing else happened, the next file has the same newest entry as the
state before, or an older one if that entry was deleted. It is the newer one all the same when it lacks units which the
register had before the file's newest entry and still had in that state, while all the others stand as they stood.
What an excerpt lacks says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from ...errors import Finding
from . import personal, undelivered
from .dating import LOADING, UNCERTAIN, State, day_text
from .versions import ID, different, versions_at


def placed(
    frame: pd.DataFrame, states: pd.DataFrame, now: pd.DataFrame, state: State, today: date
) -> tuple[State, tuple[Finding, ...]]:
    """A state under the day of loading where it is later than its newest entry tells.

    What is dated by a query, an export, a download or a person has its day for certain; what a file with gaps lacks,
    nobody knows.

    Parameters
    ----------
    frame : DataFrame
        Versions.
    states : DataFrame
        Columns of `plants_states`, oldest first.
    now : DataFrame
        Snapshot of the state.
    state : State
    today : date
        Day of loading.

    Returns
    -------
    state : State
    findings : tuple of Finding
        Why it is the newest one; none where it was entered when it was loaded before.
    """
    day, newest = pd.Timestamp(state.day), states["state"].max()
    uncertain = state.dated in UNCERTAIN and not state.gaps
    if not uncertain or not day <= newest or now["updated"].max() != day:
        return state, ()
    file = _File(now, day, state.delivered, state.whole)
    known = _loaded_before(file, frame, states)
    if known is not None:
        dated = states.loc[states["state"] == known, "dated"].iloc[0]
        return replace(state, day=known.date(), dated=dated), ()
    if not _is_newest(file, frame, states, pd.Timestamp(today)):
        return state, ()
    values = {"date": day_text(day)}
    if day == newest:
        told = Finding("history_state_same_entry", values=values)
    else:
        told = Finding("history_state_turned", values={**values, "newest": day_text(newest)})
    return replace(state, day=today, dated=LOADING), (told,)


@dataclass(frozen=True)
class _File:
    """A file that stands under the day of its newest entry: its snapshot, and what its way and the person say of it."""

    now: pd.DataFrame
    day: pd.Timestamp
    delivered: frozenset[str] | None
    whole: bool


def without_superseded(
    frame: pd.DataFrame, states: pd.DataFrame, now: pd.DataFrame, day: date
) -> tuple[pd.DataFrame, pd.DataFrame, tuple[Finding, ...]]:
    """Versions and states without the newest one, where that stands under its day of loading and is older than a file.

    It was the newest known then. The file has a newer entry than all that was known, so it is the later one, though its
    entry is from before that loading. What was deleted before is missing from it too.

    Parameters
    ----------
    frame : DataFrame
        Versions.
    states : DataFrame
        Columns of `plants_states`, oldest first.
    now : DataFrame
        Snapshot of the file.
    day : date
        Of the file.
    """
    if not len(states) or not _by_loading(states).iloc[-1]:
        return frame, states, ()
    loaded = states["state"].iloc[-1]
    if not (pd.Timestamp(day) < loaded and now["updated"].max() > frame["updated"].max()):
        return frame, states, ()
    kept = frame[frame["seen_from"] != loaded]
    kept = kept.assign(seen_to=kept["seen_to"].mask(kept["seen_to"] == loaded))
    told = Finding("history_state_superseded", values={"date": day_text(loaded)})
    return kept.reset_index(drop=True), states.iloc[:-1].reset_index(drop=True), (told,)


def lacks_only(before: pd.DataFrame, now: pd.DataFrame) -> bool:
    """Whether a state is another one but for units that it lacks."""
    return len(now) < len(before) and _unchanged(before, now)


def _loaded_before(file: _File, frame: pd.DataFrame, states: pd.DataFrame) -> pd.Timestamp | None:
    """Day of the later state that says the same, as that of the same file loaded before; None where none does."""
    days = states["state"]
    for day in days[days > file.day][::-1]:
        before = days[days < day].max()
        if before >= file.day and _same(file, frame, day) and _later_than(file, frame, states, before):
            return day
    return None


def _is_newest(file: _File, frame: pd.DataFrame, states: pd.DataFrame, today: pd.Timestamp) -> bool:
    """Whether a file is later than the newest state, because units were deleted since, and can be entered today."""
    newest = states["state"].max()
    # a state of this very day is replaced only where that is dated by its loading too
    replaces = newest == today and _by_loading(states).iloc[-1]
    if not (newest < today or replaces):
        return False
    if (states["state"] == file.day).any() and _same(file, frame, file.day):
        return False
    return _later_than(file, frame, states, newest)


def _by_loading(states: pd.DataFrame) -> pd.Series:
    return (states["dated"] == LOADING).fillna(False).astype(bool)


def _later_than(file: _File, frame: pd.DataFrame, states: pd.DataFrame, day: pd.Timestamp) -> bool:
    """Whether units of a state were deleted before a file was made; `day` is not before that of the file."""
    shown, last, excerpt = _shown(file, frame, day)
    if excerpt or not _unchanged(last, shown):
        return False
    missing = last[~last[ID].isin(shown[ID])]
    # a unit registered on the file's last day may have come after the file was made
    was_there = (missing["registered"] < file.day) | (missing["updated"] < file.day)
    later = last["updated"] > file.day
    # without a later entry a state of a later day tells nothing of the file's age, except one entered in this way
    tells = day == file.day or later.any() or (_by_loading(states) & (states["state"] == day)).any()
    return bool(was_there.any() and tells and not last.loc[later, ID].isin(shown[ID]).any())


def _same(file: _File, frame: pd.DataFrame, day: pd.Timestamp) -> bool:
    shown, last, _excerpt = _shown(file, frame, day)
    return _unchanged(last, shown) and len(last) == len(shown)


def _shown(file: _File, frame: pd.DataFrame, day: pd.Timestamp) -> tuple[pd.DataFrame, pd.DataFrame, bool]:
    """The file completed by what it does not deliver, as it would follow a state; that state; if it is an excerpt."""
    last = versions_at(frame, day)
    now = personal.nameless(file.now, frame)
    carried = undelivered.carried_columns(now, last, file.delivered)
    shown, partial = undelivered.completed(now, last, carried, file.whole)
    return shown, last, bool(partial)


def _unchanged(last: pd.DataFrame, shown: pd.DataFrame) -> bool:
    """Whether all units of a file stand in a state, and none of them otherwise."""
    at = pd.Index(last[ID]).get_indexer(shown[ID])
    return not (at < 0).any() and not different(last.iloc[at], shown).to_numpy().any()
