"""What the register said of each unit, and since when: the state at any past date can be had back.

One row is one *version* of a unit: what the register said from one state of its data (`seen_from`) until before another
(`seen_to`, empty while it still says so). A unit that is no longer in the register has a last row ``gone``. Dates are
those of the data, not of the loading.

- The history holds the register's values, never a planner's corrections: those are no changes of the register.
- It is compared with its own open versions, never with the layer `plants`: the next load finds what is missing.
- An older state that is loaded later takes its place in between; the states after it are compared anew. Another file of
  the same day takes the place of the first; what only that had is gone since then. A file without a day of its own may
  be newer than it seems (see `undated`).
- Columns that a state does not deliver keep what was known before. What a later one is the first to deliver is filled
  into the versions that stand and is no change.
- A carrier or status of which a state has not one unit where it had several is taken for not delivered (a file of wind
  power only), not for deleted; and so are the units a file lacks when they are more than a fifth (one page of several).
- What a file that is not whole lacks, and the next whole state from its day on has, was not gone in between.
- Where rows of a state could not be read, or tables or pages of it are missing (see `unread`), none of the units it
  lacks is taken for deleted: which rows those were is not known.
- Places count as moved, and numbers as changed, beyond the tolerances of `history_limits.csv`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ...errors import EnactError, Finding, Severity
from ..places import location_kind
from ..unread import EXCERPT
from . import undelivered
from .completing import Completed, completed
from .dating import CHANGED_LAST, DATA, LOADING, State, day_text
from .entering import STATES, entered, is_whole
from .undated import lacks_only, placed, without_superseded
from .versions import (
    CHANGES,
    ID,
    LAYER,
    PLANTS,
    SEPARATOR,
    X,
    Y,
    different,
    snapshot,
    typed,
    versions_at,
)


@dataclass(frozen=True)
class History:
    """All versions of all units, and the states they come from.

    Attributes
    ----------
    frame : DataFrame, shape (v,)
        Columns of `plants_history`; by unit and `seen_from`.
    states : DataFrame, shape (s,)
        Columns of `plants_states`, one row per state, oldest first.
    frame_changed, states_changed : bool
        Whether the last state loaded changed either.
    counts : dict
        Change to number of units, of the last state loaded.
    findings : tuple of Finding
        On that state.
    excerpt : bool
        Whether what was loaded is taken for an excerpt: it lacks units that stay in the history.
    day : date or None
        Under which the last state loaded stands: it may be another than its data seem to tell.
    """

    frame: pd.DataFrame
    states: pd.DataFrame
    frame_changed: bool = False
    states_changed: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    excerpt: bool = False
    day: date | None = None


def empty_history() -> History:
    """A history without any state."""
    return History(typed(pd.DataFrame(index=range(0)), LAYER), typed(pd.DataFrame(index=range(0)), STATES))


# ---- loading


def history_after(
    history: History,
    plants: GeoDataFrame,
    state: State,
    degrees: GeoSeries | None = None,
    today: date | None = None,
) -> History:
    """Enter what was loaded into the history.

    Parameters
    ----------
    history : History
        As it was read; only `frame` and `states` count.
    plants : GeoDataFrame, shape (n,)
        Layer `plants` as registered, in the CRS of the workspace.
    state : State
    degrees : GeoSeries or None, shape (n,)
        The places as published, in EPSG:4326; see `versions.snapshot`.
    today : date or None
        The day of loading; None for the day it is.

    Returns
    -------
    History
        The same `frame` and `states` when this state was entered before and says nothing else.
    """
    states = _with_lost_states(history)
    now = snapshot(plants, degrees)
    state = _known_excerpt(history.frame, states, now, state)
    frame, states, superseded = without_superseded(history.frame, states, now, state.day)
    state, told = placed(frame, states, now, state, today or date.today())
    day = pd.Timestamp(state.day)
    before = versions_at(frame, day)
    shown = completed(frame, states, now, before, state)
    found = [*superseded, *told, *_left_out(len(plants) - len(now)), *shown.findings()]
    found += _about_day(states, state, bool(told))
    known = states[states["state"] == day]
    entry = _entry(states, state, before, shown)
    if entry is Entry.LACKING:
        lacking = {"count": len(before) - len(shown.now), "date": day_text(day)}
        found.append(Finding("history_state_kept", values=lacking))
    if entry in (Entry.SAME, Entry.LACKING):
        kept = History(frame, states, bool(superseded), len(states) != len(history.states), {}, tuple(found))
        excerpt = shown.excerpt or _is_excerpt(known["partial"].iloc[0])
        return replace(kept, excerpt=excerpt, day=state.day)
    if entry is Entry.OTHER:
        found.append(
            Finding("history_state_replaced", severity=Severity.NOTE, values={"date": day_text(day)})
        )
    row = _row(state, undelivered.told(shown.now, shown.carried, state.delivered), shown.partial_of(state))
    if shown.witness == day:  # the units of the complete state of this day all stand in it still
        row = row.assign(whole=True, partial=known["partial"].to_numpy())
    frame, states = entered(frame, states, row, shown.now)
    own = states[states["state"] == day].iloc[0]
    if not shown.excerpt and undelivered.lacks_groups(own["partial"]):
        shown = replace(shown, excerpt=True)
        found.extend(undelivered.findings((), own["partial"]))
    counts = {name: int(own[f"{name}_units"]) for name in CHANGES}
    changed = not frame.equals(history.frame)
    return History(frame, states, changed, True, counts, tuple(found), shown.excerpt, state.day)


def _known_excerpt(frame: pd.DataFrame, states: pd.DataFrame, now: pd.DataFrame, state: State) -> State:
    """The same as an excerpt, where the state of its day was called one that lacks these units."""
    known = states[states["state"] == pd.Timestamp(state.day)]
    if state.gaps or state.whole or not len(known) or not _is_excerpt(known["partial"].iloc[0]):
        return state
    before = versions_at(frame, pd.Timestamp(state.day))[ID]
    lacking = set(before) - set(now[ID])
    lacked = set(undelivered.taken_apart(known["partial"].iloc[0]).get(undelivered.UNREAD, ()))
    return replace(state, gaps=(EXCERPT,)) if lacking <= lacked else state


def _about_day(states: pd.DataFrame, state: State, told: bool) -> list[Finding]:
    """What is to be known of the day a state stands under; `told` says that it was told already."""
    found, day, newest = [], pd.Timestamp(state.day), states["state"].max()
    if state.dated == LOADING and not told:
        values = {"date": day_text(day)}
        found.append(Finding("history_day_of_loading", severity=Severity.NOTE, values=values))
    if len(states) and newest > day:
        values = {"date": day_text(day), "newest": day_text(newest)}
        found.append(Finding("history_state_older", values=values))
    return found


class Entry(Enum):
    """What a state is to one of the same day."""

    FIRST = "first"
    SAME = "same"
    MENDED = "mended"  # says the same, and what is known of the gaps of that one changes
    LACKING = "lacking"  # the same without some units, under a day that is not certain
    OTHER = "other"


def _entry(states: pd.DataFrame, state: State, before: pd.DataFrame, shown: Completed) -> Entry:
    day = pd.Timestamp(state.day)
    known = states[states["state"] == day]
    if not len(known):
        return Entry.FIRST
    if _same(before, shown.now):
        recorded = _is_excerpt(known["partial"].iloc[0])
        called = EXCERPT in state.gaps and not is_whole(known)
        confirmed = state.whole and not state.gaps
        return Entry.MENDED if recorded != called and (called or confirmed) else Entry.SAME
    # of which file is the older one nothing tells, but units deleted later must not be missing from the time before
    if state.dated == CHANGED_LAST and states["state"].max() > day and lacks_only(before, shown.now):
        return Entry.LACKING
    return Entry.OTHER


def _is_excerpt(partial: str | None) -> bool:
    return EXCERPT in undelivered.taken_apart(partial).get(undelivered.GAPS, ())


def _row(state: State, delivered: Collection[str], partial: str) -> pd.DataFrame:
    values = {
        "state": pd.Timestamp(state.day),
        "dated": state.dated,
        "source": state.source.name,
        "attribution": state.source.attribution,
        "run_id": state.run_id,
        "delivered": SEPARATOR.join(delivered),
        "partial": partial,
        "whole": state.whole and not state.gaps,
    }
    return typed(pd.DataFrame([values]), STATES)


def _with_lost_states(history: History) -> pd.DataFrame:
    """States, with those that only the versions know: a run may have been killed between the two layers."""
    frame, states = history.frame, history.states.sort_values("state", ignore_index=True)
    days = pd.Index(pd.concat([frame["seen_from"], frame["seen_to"]]).dropna().unique())
    lost = days.difference(pd.Index(states["state"]))
    if not len(lost):
        return states
    runs = frame.drop_duplicates("seen_from").set_index("seen_from")["run_id"]
    made = [
        {
            "state": day,
            "dated": DATA,
            "run_id": runs.get(day),
            "delivered": SEPARATOR.join(undelivered.filled_columns(versions_at(frame, day))),
        }
        for day in lost
    ]
    both = [states, typed(pd.DataFrame(made), STATES)]
    return pd.concat([part for part in both if len(part)]).sort_values("state", ignore_index=True)


def _same(before: pd.DataFrame, now: pd.DataFrame) -> bool:
    """Whether both hold the same units and, within the tolerances, the same values."""
    if len(before) != len(now):
        return False
    at = pd.Index(before[ID]).get_indexer(now[ID])
    return bool((at >= 0).all()) and not different(before.iloc[at], now).to_numpy().any()


# ---- asking


def state_days(history: History) -> tuple[pd.Timestamp, ...]:
    """Days of all states, oldest first."""
    return tuple(_with_lost_states(history)["state"])


def state_at(history: History, day: date, crs: str | None = None) -> GeoDataFrame:
    """The plant table as the register had it on a day.

    Parameters
    ----------
    history : History
    day : date
        The last state on or before it counts.
    crs : str or None
        CRS of the workspace.

    Returns
    -------
    GeoDataFrame, shape (n,)
        Columns of `plants`; those the history does not hold are empty.

    Raises
    ------
    EnactError
        ``history_empty``; ``history_before_first`` with the days there are.
    """
    found = snapshot_at(history, day)
    points = np.full(len(found), None, dtype=object)
    there = found[X].notna().to_numpy()
    points[there] = shapely.points(found.loc[there, X], found.loc[there, Y])
    plants = found.assign(location_kind=location_kind(found, points))
    return GeoDataFrame(typed(plants, PLANTS), geometry=points, crs=crs)


def snapshot_day(history: History, day: date | None = None) -> date:
    """The state that counts on a day: the last one on or before it, or the last of all; raises as `state_at`."""
    days = state_days(history)
    if not days:
        raise EnactError("history_empty")
    asked = days[-1] if day is None else pd.Timestamp(day)
    if asked < days[0]:
        raise EnactError("history_before_first", date=day_text(asked), states=", ".join(map(day_text, days)))
    return max(one for one in days if one <= asked).date()


def snapshot_at(history: History, day: date) -> pd.DataFrame:
    """As `state_at`, with the columns of the history only; raises as that."""
    return versions_at(history.frame, pd.Timestamp(snapshot_day(history, day)))


# ---- findings


def _left_out(count: int) -> tuple[Finding, ...]:
    found = Finding("history_units_without_number", severity=Severity.NOTE, values={"count": count})
    return (found,) if count else ()
