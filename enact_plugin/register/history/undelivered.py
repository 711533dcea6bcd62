"""What a state of the register does not deliver, and is therefore neither deleted nor emptied in it.

The ways of loading know different columns, and a file may hold a part of the units: wind power only, what is in
operation, one page of several. What is not there is kept as it was known before.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from ...reference.columns import columns
from ...reference.values import values
from .versions import ID, PLANTS, SEPARATOR, limit, partly_delivered, sometimes_delivered

_GROUPS = ("carrier", "status")


def completed(
    now: pd.DataFrame, before: pd.DataFrame, delivered: Collection[str] | None
) -> tuple[pd.DataFrame, tuple[str, ...], str]:
    """Complete a snapshot by what its way does not deliver, as it was known before.

    Parameters
    ----------
    now, before : DataFrame
        Snapshots.
    delivered : collection of str or None
        Columns the way delivers; None when that is not known: then those that hold anything.

    Returns
    -------
    now : DataFrame
    carried : tuple of str
        Columns taken from before.
    partial : str
        Carriers and status it lacks, "carrier=solar,storage|status=closed"; empty when it lacks none.
    """
    present = filled_columns(now) if delivered is None else delivered
    carried = tuple(
        name for name in sometimes_delivered() if name not in present and before[name].notna().any()
    )
    now = _carried(now, before, carried)
    missing = ~before[ID].isin(now[ID])
    lacking = {group: _lacking(now, before, missing, group) for group in _GROUPS}
    kept = missing & np.logical_or.reduce([before[group].isin(codes) for group, codes in lacking.items()])
    if kept.any():
        now = pd.concat([now, before[kept]], ignore_index=True)
    partial = SEPARATOR.join(f"{group}={','.join(codes)}" for group, codes in lacking.items() if codes)
    return now, carried, partial


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
    column, and single units of other codes are not there for the same reason. Or so many of a carrier are missing that
    the file is an excerpt: in the register units are closed, hardly ever deleted.
    """
    counts = before.loc[missing, group].value_counts()
    still = set(before.loc[~missing, group].dropna()) | set(now[group].dropna())
    wholly = counts[~counts.index.isin(still)]
    lacking = set(wholly.index) if (wholly >= limit("partial_group_units")).any() else set()
    if group == "carrier":
        share = counts / before[group].value_counts().reindex(counts.index)
        lacking |= set(counts.index[(counts >= limit("excerpt_units")) & (share > limit("excerpt_share"))])
    return sorted(lacking)


def filled_columns(now: pd.DataFrame) -> tuple[str, ...]:
    """Columns not every way delivers that hold anything."""
    return tuple(name for name in sometimes_delivered() if now[name].notna().any())


def told(now: pd.DataFrame, carried: Collection[str], delivered: Collection[str] | None) -> tuple[str, ...]:
    """Columns not every way delivers that a state tells of, filled or not."""
    present = filled_columns(now) if delivered is None else delivered
    return tuple(name for name in sometimes_delivered() if name in present and name not in carried)


def findings(carried: Collection[str], partial: str) -> tuple[Finding, ...]:
    """Say which columns, carriers and status are kept as they were known."""
    found = []
    if carried:
        named = {"columns": ", ".join(carried)}
        found.append(Finding("history_columns_not_delivered", severity=Severity.NOTE, values=named))
    if partial:
        found.append(Finding("history_state_partial", values={"values": _in_words(partial)}))
    return tuple(found)


def _in_words(partial: str) -> str:
    """Carriers and status as a person reads them: "Energieträger: Photovoltaik, Stromspeicher"."""
    by_name = {column.name: column for column in columns(PLANTS)}
    parts = []
    for part in partial.split(SEPARATOR):
        name, _, codes = part.partition("=")
        labels = {value.code: value.label_de for value in values(by_name[name].values)}
        texts = ", ".join(labels.get(code, code) for code in codes.split(","))
        parts.append(f"{by_name[name].alias_de}: {texts}")
    return "; ".join(parts)
