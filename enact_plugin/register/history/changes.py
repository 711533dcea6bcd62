"""What changed in the register between two of its states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import EnactError
from ...reference.columns import Column, ColumnType, columns
from ...reference.values import values
from ..location.coverage import EXISTING
from ..places import location_kind
from .loads import History, snapshot_at, snapshot_day, state_days
from .versions import (
    CHANGED,
    CHANGES,
    DECIMALS,
    FIRST,
    GONE,
    ID,
    NEW,
    PLACE,
    PLANTS,
    RETURNED,
    X,
    Y,
    different,
    distance,
    labels_of,
    typed,
)

LAYER = "plant_changes"
BEFORE = {"status": "status_before", **{f"{name}_{unit}": f"{name}_before_{unit}" for name, unit in (
    ("gross", "kw"), ("net", "kw"), ("storage", "kwh"))}}  # fmt: skip
_NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)
_NOTHING, _BECOMES = "–", " → "
_DECIMALS = 3  # the register keeps watts


@dataclass(frozen=True)
class Changes:
    """What changed between two states.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
        Columns of `plant_changes`, one row per unit that changed, with the one change that says most of it: gone, new,
        returned, closed, moved, changed. At its place in the later state, of units that are gone in the earlier one.
    fields : DataFrame, shape (f,)
        `mastr_id`, `field` (column, or ``place``), `before`, `after` of units in both states; places as (x, y) [m].
    added : DataFrame, shape (a,)
        Units of the later state only, with all columns of the history.
    carriers : DataFrame, shape (c,)
        By carrier: number of units of each change, and of existing units `units_before`, `units_after`,
        `gross_before_kw`, `gross_after_kw` [kW].
    counts : dict
        Change to number of units.
    started : int
        Of the changed ones, those that were planned and are in operation.
    told_late : int
        Units of the later state that the earlier one had not delivered: they are no change.
    first, second : date
        The states compared.
    """

    frame: GeoDataFrame
    fields: pd.DataFrame
    added: pd.DataFrame
    carriers: pd.DataFrame
    counts: dict[str, int]
    started: int
    told_late: int
    first: date
    second: date


def days_to_compare(history: History, first: date | None, second: date | None) -> tuple[date, date]:
    """Both days; without the second the last state, without the first the state before that of the second.

    Raises
    ------
    EnactError
        ``history_empty``, ``history_one_state`` where no state is before.
    """
    days = state_days(history)
    if not days:
        raise EnactError("history_empty")
    second = second or days[-1].date()
    if first is None:
        until_then = [day for day in days if day <= pd.Timestamp(second)]
        if len(until_then) == 1:
            raise EnactError("history_one_state", date=f"{until_then[0]:%d.%m.%Y}")
        # none at all: the second day lies before the first state, which the comparison says
        first = until_then[-2].date() if until_then else second
    return first, second


def changes_between(history: History, first: date, second: date, crs: str | None = None) -> Changes:
    """Compare the register as it was on two days.

    Parameters
    ----------
    history : History
    first, second : date
        For each the last state on or before it counts.
    crs : str or None
        CRS of the workspace.

    Returns
    -------
    Changes
        Values are compared exactly: what the history took for the same has one version only. Of places published with
        more decimals in one of the two, the rounding of the other is no change.

    Raises
    ------
    EnactError
        ``changes_days_reversed``, and those of `state_at`.
    """
    if first > second:
        raise EnactError("changes_days_reversed", first=f"{first:%d.%m.%Y}", second=f"{second:%d.%m.%Y}")
    old, new = snapshot_at(history, first), snapshot_at(history, second)
    days = [pd.Timestamp(snapshot_day(history, day)) for day in (first, second)]
    at = pd.Index(old[ID]).get_indexer(new[ID])
    known = at >= 0
    differs = different(old.iloc[at[known]], new[known], tolerant=False)
    differs[PLACE] &= ~_rounded(old.iloc[at[known]], new[known])
    changed = differs.any(axis=1).to_numpy(dtype=bool)
    was = old.iloc[at[known][changed]].reset_index(drop=True)
    now = new[known][changed].reset_index(drop=True)
    differs = differs[changed].reset_index(drop=True)
    labels, names = labels_of(was, now, differs)
    late = ~known & new[ID].isin(_told_late(history.frame, *days)).to_numpy()
    added, gone = new[~known & ~late], old[~old[ID].isin(new[ID])]
    seen_before = history.frame.loc[history.frame["seen_from"] <= days[0], ID]
    again = np.where(added[ID].isin(seen_before), RETURNED, NEW)
    previous = {name: was[column] for column, name in BEFORE.items()}
    told = {
        "change": labels,
        "changed_fields": names,
        "details": _details(was, now, differs),
        "moved_m": _moved(was, now),
    }
    parts = [
        now.assign(**told, **previous),
        added.assign(change=again),
        gone.rename(columns=BEFORE).assign(change=GONE),
    ]
    frame = _layer(parts, days, crs)
    counts = {name: int((frame["change"] == name).sum()) for name in CHANGES[1:]}
    return Changes(
        frame=frame,
        fields=_fields(was, now, differs),
        added=added.reset_index(drop=True),
        carriers=_by_carrier(frame, was.loc[differs["carrier"], "carrier"], old, new),
        counts=counts,
        started=int(_started(was, now)[labels == CHANGED].sum()),
        told_late=int(late.sum()),
        first=days[0].date(),
        second=days[1].date(),
    )


def _rounded(old: pd.DataFrame, new: pd.DataFrame) -> np.ndarray:
    """Units at one place that is published with more decimals in one of two states."""
    known = [side[DECIMALS].to_numpy(dtype=float, na_value=np.nan) for side in (old, new)]
    return (np.abs(known[0] - known[1]) > 0) & ~different(old, new)[PLACE].to_numpy(dtype=bool)


def _told_late(frame: pd.DataFrame, first: pd.Timestamp, second: pd.Timestamp) -> pd.Series:
    """Units that a state after the first one was the first to deliver, and that stand so until the second."""
    begun = (frame["seen_from"] > max(first, frame["seen_from"].min())) & (frame["seen_from"] <= second)
    return frame.loc[begun & (frame["change"] == FIRST), ID]


def _layer(parts: list[pd.DataFrame], days: list[pd.Timestamp], crs: str | None) -> GeoDataFrame:
    """Rows of the layer in the order of their change."""
    dated = [part.assign(from_state=days[0], to_state=days[1]) for part in parts]
    rows = pd.concat([typed(part, LAYER).assign(**part[[X, Y]]) for part in dated], ignore_index=True)
    rank = rows["change"].map({name: number for number, name in enumerate(CHANGES)})
    rows = rows.assign(_rank=rank).sort_values(["_rank", ID], kind="stable", ignore_index=True)
    points = np.full(len(rows), None, dtype=object)
    there = rows[X].notna().to_numpy()
    points[there] = shapely.points(rows.loc[there, X], rows.loc[there, Y])
    return GeoDataFrame(rows.drop(columns=["_rank", X, Y]), geometry=points, crs=crs)


def _moved(was: pd.DataFrame, now: pd.DataFrame) -> np.ndarray:
    far = distance(was, now)
    return np.where(far > 0, far.round(_DECIMALS), np.nan)


def _fields(was: pd.DataFrame, now: pd.DataFrame, differs: pd.DataFrame) -> pd.DataFrame:
    """One row per changed field."""
    parts = []
    for name in differs.columns:
        here = differs[name].to_numpy(dtype=bool)
        sides = [_objects(side[here], name) for side in (was, now)]
        parts.append(
            pd.DataFrame({ID: now.loc[here, ID], "field": name, "before": sides[0], "after": sides[1]})
        )
    made = [part for part in parts if len(part)]
    empty = pd.DataFrame(columns=[ID, "field", "before", "after"], dtype=object)
    return pd.concat(made).sort_values(ID, kind="stable", ignore_index=True) if made else empty


def _objects(side: pd.DataFrame, name: str) -> pd.Series:
    if name == PLACE:
        return pd.Series(list(zip(side[X], side[Y])), index=side.index, dtype=object)
    return side[name].astype(object).where(side[name].notna(), None)


# ---- in words


def _details(was: pd.DataFrame, now: pd.DataFrame, differs: pd.DataFrame) -> np.ndarray:
    """What changed as a person reads it, "Bruttoleistung: 9,8 → 12 kW; …": aliases and labels of the tables."""
    texts = pd.Series("", index=differs.index, dtype=object)
    by_name = {column.name: column for column in columns(PLANTS)}
    for name in differs.columns:
        here = differs.index[differs[name]]
        if len(here):
            old, new = was.loc[here], now.loc[here]
            said = _place_said(old, new) if name == PLACE else _said(by_name[name], old[name], new[name])
            texts[here] = texts[here] + "; " + said
    return texts.str[2:].to_numpy(dtype=object)


def _said(column: Column, old: pd.Series, new: pd.Series) -> pd.Series:
    labels = {value.code: value.label_de for value in values(column.values)}
    unit = f" {column.unit}" if column.unit else ""
    sides = [side.map(lambda value: _text(value, column, labels)) for side in (old, new)]
    return f"{column.alias_de}: " + sides[0] + _BECOMES + sides[1] + unit


def _text(value: Any, column: Column, labels: dict[str, str]) -> str:
    if pd.isna(value):
        return _NOTHING
    if column.type in _NUMBERS:
        return german(float(value))
    return f"{value:%d.%m.%Y}" if column.type is ColumnType.DATE else labels.get(value, str(value))


def _place_said(old: pd.DataFrame, new: pd.DataFrame) -> pd.Series:
    """How far a unit moved; where a place was published or withdrawn, what kind it was and is."""
    far = distance(old, new)
    moved = {column.name: column for column in columns(LAYER)}["moved_m"]
    texts = pd.Series(
        [f"{moved.alias_de}: {german(np.round(metres, 0 if metres >= 10 else 1))} m" for metres in far],
        index=new.index,
        dtype=object,
    )
    kind = {column.name: column for column in columns(PLANTS)}["location_kind"]
    kinds = [pd.Series(location_kind(side, _points(side)), index=new.index) for side in (old, new)]
    return texts.where(~np.isnan(far), _said(kind, *kinds))


def _points(side: pd.DataFrame) -> np.ndarray:
    return np.where(side[X].notna(), shapely.points(0.0, 0.0), None)


def german(number: float) -> str:
    """12345.67 as "12.345,67"; at most three decimals."""
    text = f"{number:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


# ---- sums


def _started(was: pd.DataFrame, now: pd.DataFrame) -> np.ndarray:
    return ((was["status"] == "planned") & (now["status"] == "in_operation")).to_numpy(dtype=bool)


def _by_carrier(frame: GeoDataFrame, left: pd.Series, old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Changes of each carrier, and what existed before and after; also of those that units have `left` for another."""
    counts = (
        pd.crosstab(frame["carrier"].fillna("unknown"), frame["change"]) if len(frame) else pd.DataFrame()
    )
    carriers = counts.index.union(pd.Index(left.fillna("unknown").unique(), dtype=object))
    made = counts.reindex(index=carriers, columns=list(CHANGES[1:]), fill_value=0)
    for side, name in ((old, "before"), (new, "after")):
        exists = side[side["status"].isin(EXISTING)]
        groups = exists["gross_kw"].fillna(0.0).groupby(exists["carrier"].fillna("unknown"))
        made[f"units_{name}"] = groups.size().reindex(made.index, fill_value=0)
        made[f"gross_{name}_kw"] = groups.sum().reindex(made.index, fill_value=0.0).round(_DECIMALS)
    made.index.name = "carrier"
    return made.rename_axis(columns=None)
