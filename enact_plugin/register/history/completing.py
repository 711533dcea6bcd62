"""A state of the register, completed by what it does not deliver."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ...errors import Finding
from ..unread import EXCERPT, may_lack
from . import personal, undelivered
from .dating import State, day_text
from .entering import next_whole
from .versions import ID, versions_at


@dataclass(frozen=True)
class Completed:
    """A state completed by what it does not deliver.

    Attributes
    ----------
    now : DataFrame
        Snapshot.
    carried : tuple of str
        Columns kept as they were known.
    partial : str
        Carriers and status it lacks.
    unread, cut, kept : tuple of str
        Units kept: of rows that could not be read, of a file that is called an excerpt, of the next whole state.
    witness : Timestamp or None
        That whole state.
    excerpt : bool
    """

    now: pd.DataFrame
    carried: tuple[str, ...]
    partial: str
    unread: tuple[str, ...]
    cut: tuple[str, ...]
    kept: tuple[str, ...]
    witness: pd.Timestamp | None
    excerpt: bool

    def partial_of(self, state: State) -> str:
        """What its row says of what it lacks."""
        gaps = undelivered.gaps_text(state.gaps, (*self.unread, *self.cut, *self.kept))
        return undelivered.joined_partial(self.partial, gaps) or ""

    def findings(self) -> list[Finding]:
        """What was kept."""
        found = list(undelivered.findings(self.carried, self.partial, len(self.unread)))
        if self.cut:
            found.append(Finding("history_units_of_excerpt", values={"count": len(self.cut)}))
        if self.kept:
            values = {"count": len(self.kept), "date": day_text(self.witness)}
            found.append(Finding("history_units_kept", values=values))
        return found


def completed(
    frame: pd.DataFrame, states: pd.DataFrame, now: pd.DataFrame, before: pd.DataFrame, state: State
) -> Completed:
    """Complete a state by what it does not deliver, as it was known before or is known to the next whole state.

    Parameters
    ----------
    frame : DataFrame
        Versions.
    states : DataFrame
        Columns of `plants_states`.
    now, before : DataFrame
        Snapshots of the state, and of what was known on its day.
    state : State
    """
    whole = state.whole and not state.gaps
    carried = undelivered.carried_columns(now, before, state.delivered)
    called_excerpt = EXCERPT in state.gaps
    # the carriers an excerpt lacks are told as of others
    gaps = [code for code in state.gaps if code != EXCERPT]
    now, unread = undelivered.with_unread(now, before, may_lack(before["carrier"], gaps, now["carrier"]))
    now, partial = undelivered.completed(now, before, carried, whole)
    now, cut = undelivered.with_unread(now, before, pd.Series(called_excerpt, index=before.index))
    witness = None if whole else next_whole(states, pd.Timestamp(state.day))
    now, kept = undelivered.with_unread(now, before, _known_to(frame, witness, before))
    now = personal.nameless(now, frame)
    excerpt = called_excerpt or undelivered.lacks_groups(partial)
    return Completed(now, carried, partial, unread, cut, kept, witness, excerpt)


def _known_to(frame: pd.DataFrame, day: pd.Timestamp | None, before: pd.DataFrame) -> pd.Series:
    """Which units of a state also stand in the state of another day; none where there is no day."""
    if day is None:
        return pd.Series(False, index=before.index, dtype=bool)
    return before[ID].isin(versions_at(frame, day)[ID])
