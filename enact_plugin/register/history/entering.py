"""A state entered among the versions at its place, and the states around it compared anew."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from . import personal, undelivered
from .versions import CHANGES, FIRST, GONE, ID, NEW, SEPARATOR, append, typed, until, versions_at

STATES = "plants_states"


def entered(
    frame: pd.DataFrame, states: pd.DataFrame, row: pd.DataFrame, now: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Versions and states with one more in its place; those after it are compared anew.

    Where a whole state has units that files before it lacked, these are compared anew as well: they were no whole ones,
    and the units not gone.

    Parameters
    ----------
    frame : DataFrame, shape (v,)
        Columns of `plants_history`.
    states : DataFrame, shape (s,)
        Columns of `plants_states`.
    row : DataFrame, shape (1,)
        The state, as a row of `plants_states`; it takes the place of one of the same day.
    now : DataFrame, shape (n,)
        Its snapshot.
    """
    known, day = frame, row["state"].iloc[0]
    begin = _first_contradicted(frame, states, row, now)
    others = states[(states["state"] >= begin) & (states["state"] != day)]
    coming = [(row, now), *((one, versions_at(known, at)) for at, one in others.groupby("state"))]
    coming.sort(key=lambda one: one[0]["state"].iloc[0])
    frame, states = until(known, begin), states[states["state"] < begin]
    for number, (given, held) in enumerate(coming):
        at = given["state"].iloc[0]
        if at == day:
            one, shown = given, held
        else:
            there = () if is_whole(given) else _next_whole_units(coming[number + 1 :])
            one, shown = _again(given, held, known, versions_at(frame, at), there)
        states, late = _told_late(frame, states, shown)
        frame = append(frame, shown, at, one["run_id"].iloc[0], _last_delivered(states))
        new = (frame["seen_from"] == at) & (frame["change"] == NEW)
        frame["change"] = frame["change"].mask(new & frame[ID].isin(late), FIRST)
        changes = frame.loc[frame["seen_from"] == at, "change"].value_counts()
        counts = {f"{name}_units": changes.get(name, 0) for name in CHANGES}
        counted = typed(one.assign(units=len(shown), **counts), STATES)
        states = pd.concat([states, counted], ignore_index=True) if len(states) else counted
    frame, states = _with_traces(frame, states, known)
    ordered = personal.withdrawn(frame).sort_values([ID, "seen_from"], kind="stable", ignore_index=True)
    return ordered, states.reset_index(drop=True)


def _with_traces(
    frame: pd.DataFrame, states: pd.DataFrame, known: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Versions and states with the units that only a replaced state had: they are gone since its day, none is lost."""
    lost = known[~known[ID].isin(frame[ID])].sort_values("seen_from").drop_duplicates(ID)
    if not len(lost):
        return frame, states
    gone = lost.assign(change=GONE, seen_to=pd.NaT, changed_fields=None)
    counts = states["state"].map(lost["seen_from"].value_counts()).fillna(0)
    states = typed(states.assign(gone_units=states["gone_units"] + counts), STATES)
    return pd.concat([frame, typed(gone)], ignore_index=True), states


def next_whole(states: pd.DataFrame, day: pd.Timestamp) -> pd.Timestamp | None:
    """The first whole state from a day on; None where there is none."""
    days = states.loc[_whole(states) & (states["state"] >= day), "state"]
    return days.min() if len(days) else None


def _whole(states: pd.DataFrame) -> pd.Series:
    return states["whole"].fillna(False).astype(bool)


def is_whole(row: pd.DataFrame) -> bool:
    """Whether a row of `plants_states` is of a whole state."""
    return bool(_whole(row).iloc[0])


def _first_contradicted(
    frame: pd.DataFrame, states: pd.DataFrame, row: pd.DataFrame, now: pd.DataFrame
) -> pd.Timestamp:
    """The first day since the whole state before on which units were told gone that this whole state has."""
    day = row["state"].iloc[0]
    if not is_whole(row):
        return day
    before = states.loc[_whole(states) & (states["state"] < day), "state"].max()
    since = (frame["seen_from"] < day) & ~(frame["seen_from"] <= before)
    gone = frame.loc[since & (frame["change"] == GONE) & frame[ID].isin(now[ID]), "seen_from"]
    return gone.min() if len(gone) else day


def _next_whole_units(coming: list[tuple[pd.DataFrame, pd.DataFrame]]) -> Collection[str]:
    return next((shown[ID] for row, shown in coming if is_whole(row)), ())


def _again(
    row: pd.DataFrame,
    shown: pd.DataFrame,
    known: pd.DataFrame,
    before: pd.DataFrame,
    there: Collection[str],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A state completed by what is now known to have been before it, and to be `there` in the next whole one."""
    own = shown[ID].isin(known.loc[known["seen_from"] == row["state"].iloc[0], ID])
    shown, partial = undelivered.replayed(shown, before, own, row.iloc[0])
    shown, kept = undelivered.with_unread(shown, before, before[ID].isin(there))
    return row.assign(partial=undelivered.joined_partial(partial, undelivered.gaps_text((), kept))), shown


def _told_late(
    frame: pd.DataFrame, states: pd.DataFrame, now: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series]:
    """States before, with the carriers they had not delivered, and the units of these."""
    if not len(states) or _whole(states).any():
        return states, now.loc[[], ID]
    gaps = bool(states["partial"].map(undelivered.has_gaps).all())
    late, carriers = undelivered.told_late(frame, now, states["state"].max(), gaps)
    if carriers:
        lacked = f"carrier={','.join(carriers)}"
        partial = [undelivered.joined_partial(text, lacked) for text in states["partial"]]
        states = typed(states.assign(partial=partial), STATES)
    return states, now.loc[late, ID]


def _last_delivered(states: pd.DataFrame) -> dict[str, pd.Timestamp]:
    """Last state that delivered each column."""
    pairs = states[["state", "delivered"]].dropna()
    lists = pairs["delivered"].str.split(SEPARATOR, regex=False)
    return pairs.assign(column=lists).explode("column").groupby("column")["state"].max().to_dict()
