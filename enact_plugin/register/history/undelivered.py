"""What a state of the register does not deliver, and is therefore neither deleted nor emptied in it.

The ways of loading know different columns, and a file may hold a part of the units: wind power only, what is in
operation, one page of several. What is not there is kept as it was known before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from ...reference.columns import columns
from ...reference.values import values
from ..unread import may_lack
from .versions import (
    ID,
    PLANTS,
    SEPARATOR,
    limit,
    partly_delivered,
    sometimes_delivered,
)

_GROUPS = ("carrier", "status")
GAPS, UNREAD = "gaps", "unread"  # of a state with gaps: which, and units of earlier states that it lacks


def carried_columns(
    now: pd.DataFrame, before: pd.DataFrame, delivered: Collection[str] | None
) -> tuple[str, ...]:
    """Columns that the way of a state does not deliver and that were known before.

    Parameters
    ----------
    now, before : DataFrame
        Snapshots.
    delivered : collection of str or None
        Columns the way delivers; None when that is not known: then those that hold anything.
    """
    present = filled_columns(now) if delivered is None else delivered
    return tuple(name for name in sometimes_delivered() if name not in present and before[name].notna().any())


def completed(
    now: pd.DataFrame, before: pd.DataFrame, carried: Collection[str], whole: bool = False
) -> tuple[pd.DataFrame, str]:
    """Complete a snapshot by what its way does not deliver, as it was known before.

    Parameters
    ----------
    now, before : DataFrame
        Snapshots.
    carried : collection of str
        See `carried_columns`.
    whole : bool
        Whether the source says that it delivers all units: then it lacks none, however many are missing.

    Returns
    -------
    now : DataFrame
    partial : str
        Carriers and status it lacks, "carrier=solar,storage|status=closed"; empty when it lacks none.
    """
    now = _carried(now, before, carried)
    missing = ~before[ID].isin(now[ID])
    lacking = {group: [] if whole else _lacking(now, before, missing, group) for group in _GROUPS}
    kept = missing & np.logical_or.reduce([before[group].isin(codes) for group, codes in lacking.items()])
    if kept.any():
        now = pd.concat([now, before[kept]], ignore_index=True)
    return now, _text(lacking)


def replayed(
    shown: pd.DataFrame, before: pd.DataFrame, own: pd.Series, state: pd.Series
) -> tuple[pd.DataFrame, str | None]:
    """Snapshot of a later state once more, after another state was entered before it.

    What it had taken over from the states before it is taken over anew, for it may be known better now.

    Parameters
    ----------
    shown : DataFrame, shape (n,)
        As the history had it.
    before : DataFrame
        Snapshot of the state that now stands before it.
    own : Series of bool, shape (n,)
        Units of which this state had brought a version: these it had delivered.
    state : Series
        Its row of `plants_states`.

    Returns
    -------
    shown : DataFrame
    partial : str or None
    """
    partial = taken_apart(state["partial"])
    read = ~shown[ID].isin(partial.get(UNREAD, ()))
    shown, own = shown[read].reset_index(drop=True), own[read]
    carriers = shown["carrier"]
    at = pd.Index(before[ID]).get_indexer(shown[ID])
    lacked = [shown[group].isin(partial.get(group, ())).to_numpy() for group in _GROUPS]
    units = ~own.to_numpy(dtype=bool) & np.logical_or.reduce(lacked)
    if units.any():  # one that is now known to be gone before does not come back by this
        shown = pd.concat([shown[~units], before.iloc[at[units & (at >= 0)]]], ignore_index=True)
        at = pd.Index(before[ID]).get_indexer(shown[ID])
    told_of = taken_apart(state["delivered"])
    for name in sometimes_delivered():
        if name in told_of or name in partly_delivered():
            continue
        known = np.flatnonzero(at >= 0)
        known = known[before[name].notna().to_numpy()[at[known]]]
        column = shown[name].copy()
        column.iloc[known] = before[name].array[at[known]]
        shown = shown.assign(**{name: column})
    gaps, carried = partial.get(GAPS, ()), carried_columns(shown, before, tuple(told_of))
    shown, unread = with_unread(shown, before, may_lack(before["carrier"], gaps, carriers))
    shown, more = completed(shown, before, carried, bool(state["whole"] is not pd.NA and state["whole"]))
    known_before = _text({name: codes for name, codes in partial.items() if name not in (GAPS, UNREAD)})
    return shown, joined_partial(known_before, more, gaps_text(gaps, unread))


def taken_apart(text: str | None) -> dict[str, tuple[str, ...]]:
    """Text of `delivered` or `partial` as name to codes; of a list of names none has any."""
    if not isinstance(text, str) or not text:
        return {}
    parts = (part.partition("=") for part in text.split(SEPARATOR))
    return {name: tuple(codes.split(",")) if codes else () for name, _, codes in parts}


def lacks_groups(partial: str | None) -> bool:
    """Whether a text of `partial` names carriers or status."""
    return any(group in taken_apart(partial) for group in _GROUPS)


def joined_partial(*texts: str | None) -> str | None:
    """One text of `partial` that says what each says; None where they say nothing."""
    made: dict[str, set[str]] = {}
    for text in texts:
        for name, codes in taken_apart(text).items():
            made.setdefault(name, set()).update(codes)
    return _text({name: sorted(codes) for name, codes in made.items()}) or None


def _text(lacking: Mapping[str, Collection[str]]) -> str:
    return SEPARATOR.join(f"{group}={','.join(codes)}" for group, codes in lacking.items() if codes)


def told_late(
    frame: pd.DataFrame, now: pd.DataFrame, last: pd.Timestamp, gaps: bool = False
) -> tuple[pd.Series, list[str]]:
    """Units that the states before had not delivered: they are not new, the states were excerpts.

    Of a carrier no state before had a unit, and now there are several that were registered by then. Or of those of a
    carrier that were registered by then so many were in none of them that these pass for excerpts. Or it is known that
    each state before has gaps: then each unit registered by then may be one of those it lacked.

    Parameters
    ----------
    frame : DataFrame
        Versions of the states before.
    now : DataFrame, shape (n,)
        Snapshot of the next state.
    last : Timestamp
        The last state before.
    gaps : bool
        Whether all of them have gaps.

    Returns
    -------
    late : Series of bool, shape (n,)
    carriers : list of str
    """
    carrier = now["carrier"]
    old = ~(now["registered"] > last)
    fresh = old & carrier.notna() & ~carrier.isin(frame["carrier"].dropna().unique())
    counts = carrier[fresh].value_counts()
    unheard = set(counts.index[counts >= limit("partial_group_units")])
    due = now["registered"] <= last
    lacked = due & ~now[ID].isin(frame[ID])
    counts = carrier[lacked].value_counts()
    too_many = _passes_for_excerpt(counts, carrier[due].value_counts().reindex(counts.index))
    cut = set(counts.index[too_many])
    late = (fresh & carrier.isin(unheard)) | (lacked & (carrier.isin(cut) | gaps))
    return late, sorted(unheard | cut)


def has_gaps(partial: str | None) -> bool:
    """Whether a text of `partial` says that a state has gaps."""
    return GAPS in taken_apart(partial)


def gaps_text(gaps: Collection[str], unread: Collection[str]) -> str:
    """What `partial` says of a state with gaps: which, and the numbers of the units taken over because of them."""
    return _text({GAPS: gaps, UNREAD: unread})


def with_unread(
    now: pd.DataFrame, before: pd.DataFrame, may_be_unread: pd.Series
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Complete a snapshot by units that were known before and may be among the rows that could not be read.

    Parameters
    ----------
    now, before : DataFrame
        Snapshots.
    may_be_unread : Series of bool
        Of the rows of `before`.

    Returns
    -------
    now : DataFrame
    unread : tuple of str
        Numbers of the units added.
    """
    kept = may_be_unread & ~before[ID].isin(now[ID])
    unread = tuple(before.loc[kept, ID])
    return (pd.concat([now, before[kept]], ignore_index=True) if unread else now), unread


def _carried(now: pd.DataFrame, before: pd.DataFrame, columns_: Collection[str]) -> pd.DataFrame:
    """Empty values of columns that are not delivered, or of some units only, as they were known before."""
    at = pd.Index(before[ID]).get_indexer(now[ID])
    made = {}
    for name in (*columns_, *(name for name in partly_delivered() if name not in columns_)):
        empty = (at >= 0) & now[name].isna().to_numpy()
        column = now[name].copy()
        column[empty] = before[name].array[at[empty]]
        made[name] = column
    return now.assign(**made)


def _lacking(now: pd.DataFrame, before: pd.DataFrame, missing: pd.Series, group: str) -> list[str]:
    """Codes that a state does not deliver, or not whole.

    Either all units that had a code are missing; where that is a code with several units, the file was chosen by this
    column, and single units of other codes are not there for the same reason. Or so many of a carrier, or of all, are
    missing that the file is an excerpt: in the register units are closed, hardly ever deleted.
    """
    counts = before.loc[missing, group].value_counts()
    still = set(before.loc[~missing, group].dropna()) | set(now[group].dropna())
    wholly = counts[~counts.index.isin(still)]
    lacking = set(wholly.index) if (wholly >= limit("partial_group_units")).any() else set()
    if group == "carrier":
        all_of = before[group].value_counts().reindex(counts.index)
        too_many = _passes_for_excerpt(counts, all_of) | _passes_for_excerpt(missing.sum(), len(before))
        lacking |= set(counts.index[too_many])
    return sorted(lacking)


def _passes_for_excerpt(missing: Any, known: Any) -> Any:
    """Whether of so many units so many are missing that they are taken for not delivered; numbers or Series."""
    return (missing >= limit("excerpt_units")) & (missing > limit("excerpt_share") * known)


def taken_away(stored: pd.DataFrame, coming: pd.Series, day: pd.Timestamp) -> tuple[int, int] | None:
    """How many units a load would take from a table, where these are so many that it should be asked about.

    Parameters
    ----------
    stored : DataFrame, shape (n,)
        Columns of `plants` of the units that stand there.
    coming : Series of str
        Numbers of the units that were loaded.
    day : Timestamp
        The state of these: what was registered later it cannot hold.

    Returns
    -------
    tuple of int, or None
        Units missing, and units it should have; None where they are few, or not more than the share of
        `history_limits.csv`.
    """
    begun = stored["registered"].fillna(stored["commissioned"])
    due = stored.loc[stored[ID].notna() & ~(begun > day), ID]
    missing = int((~due.isin(coming)).sum())
    refused = missing >= limit("refused_units") and missing > limit("refused_share") * len(due)
    return (missing, len(due)) if refused else None


def filled_columns(now: pd.DataFrame) -> tuple[str, ...]:
    """Columns not every way delivers that hold anything."""
    return tuple(name for name in sometimes_delivered() if now[name].notna().any())


def told(now: pd.DataFrame, carried: Collection[str], delivered: Collection[str] | None) -> tuple[str, ...]:
    """Columns not every way delivers that a state tells of, filled or not."""
    present = filled_columns(now) if delivered is None else delivered
    return tuple(name for name in sometimes_delivered() if name in present and name not in carried)


def findings(carried: Collection[str], partial: str, unread: int = 0) -> tuple[Finding, ...]:
    """Say which columns, carriers, status and units are kept as they were known."""
    found = []
    if carried:
        named = {"columns": ", ".join(carried)}
        found.append(Finding("history_columns_not_delivered", severity=Severity.NOTE, values=named))
    if partial:
        found.append(Finding("history_state_partial", values={"values": in_words(partial)}))
    if unread:
        found.append(Finding("history_units_unread", values={"count": unread}))
    return tuple(found)


def in_words(partial: str) -> str:
    """Carriers, status and gaps as a person reads them: "Energieträger: Photovoltaik, Wind; nur ein Auszug"."""
    by_name = {column.name: column for column in columns(PLANTS)}
    parts = []
    for name, codes in taken_apart(partial).items():
        if name == GAPS:
            labels = {value.code: value.label_de for value in values("register_gap")}
            parts.extend(labels.get(code, code) for code in codes)
        if name not in _GROUPS:
            continue
        labels = {value.code: value.label_de for value in values(by_name[name].values)}
        texts = ", ".join(labels.get(code, code) for code in codes)
        parts.append(f"{by_name[name].alias_de}: {texts}")
    return "; ".join(parts)
