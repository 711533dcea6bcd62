"""The day under which a state of the register stands, and what tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ...outcome import Outcome, Source

# what a state is dated by: the day of loading; `DATA` where it is not known what of the source it was; or what it was
LOADING, DATA = "loading", "data"
QUERY, EXPORT, DOWNLOAD, CHANGED_LAST, GIVEN = "query", "export", "download", "changes", "given"
UNCERTAIN = (DATA, CHANGED_LAST)  # the data may be of any later day
_EXPORT_DAYS = {"bulk_state_of_name", "bulk_state_of_files"}


@dataclass(frozen=True)
class State:
    """One state of the register's data.

    Attributes
    ----------
    day : date
    source : Source
    run_id : str
        The run that loaded it.
    dated : str
        `LOADING` when it is the day of loading; else what tells the day: see `dated_by`.
    delivered : frozenset of str or None
        Columns that the way of loading delivers, whether filled or not; None when that is not known: then those that
        hold anything.
    gaps : tuple of str
        What could not be read of it, see `unread.gaps_of`; `unread.EXCERPT` where a person says that it is one.
    whole : bool
        Whether the source says that it delivers all units: what it lacks is then believed to be gone.
    """

    day: date
    source: Source
    run_id: str
    dated: str = DATA
    delivered: frozenset[str] | None = None
    gaps: tuple[str, ...] = ()
    whole: bool = False


def state_of(
    source: Source,
    run_id: str,
    today: date | None = None,
    delivered: frozenset[str] | None = None,
    gaps: tuple[str, ...] = (),
) -> State:
    """State of what was just loaded: the day its source tells, or the day of loading.

    A day still to come is a date read wrong (month and day changed over), and would stand before all later states.
    """
    today = today or date.today()
    if source.state is None or source.state > today:
        return State(today, source, run_id, LOADING, delivered, gaps)
    return State(source.state, source, run_id, DATA, delivered, gaps)


def dated_by(outcome: Outcome, given: bool, told_whole: bool) -> str:
    """What tells the day of a load's data.

    Parameters
    ----------
    outcome : Outcome
        With a day that is the data's.
    given : bool
        Whether a person gave a day.
    told_whole : bool
        Whether it is a person who said that the file is whole.
    """
    found = {finding.id for finding in outcome.findings}
    if found & _EXPORT_DAYS:
        return EXPORT
    if "bulk_state_of_changes" not in found and outcome.whole and not told_whole:
        return QUERY
    if given:
        return GIVEN
    last = outcome.frame["updated"].max()
    return DOWNLOAD if pd.notna(last) and pd.Timestamp(last).date() != outcome.source.state else CHANGED_LAST


def day_text(day: date) -> str:
    """A day as a person reads it."""
    return f"{day:%d.%m.%Y}"
