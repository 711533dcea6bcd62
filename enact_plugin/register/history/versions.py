"""Versions of units: rows that say what the register held of a unit from one state of its data until another.

The mechanics of `register.history`: taking a snapshot of the plant table, comparing two of them row by row, and adding
the next state to the versions that stand. All of it works on whole columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ...reference.columns import ColumnType, columns
from ...reference.tables import rows

LAYER, PLANTS = "plants_history", "plants"
ID, X, Y, PLACE = "mastr_id", "x_m", "y_m", "place"
DECIMALS = "place_decimals"  # decimals of the coordinates in degrees, as published
FIRST, NEW, CHANGED, CLOSED, MOVED, GONE, RETURNED = (
    "first", "new", "changed", "closed", "moved", "gone", "returned",
)  # fmt: skip
CHANGES = (FIRST, NEW, CHANGED, CLOSED, MOVED, GONE, RETURNED)
PLACED = (X, Y, DECIMALS)
SEPARATOR = "|"
PERSON = "person"
_NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)
_SLACK = 1e-9  # 1.001 - 1.0 is a little more than 0.001


# ---- tables


@cache
def limit(name: str) -> float:
    """Tolerance or threshold of history_limits.csv, in the unit the table states."""
    return next(float(row["value"]) for row in rows("history_limits") if row["name"] == name)


@cache
def held() -> tuple[str, ...]:
    """Columns of the plant table that the history holds, in their order."""
    own = {column.name for column in columns(PLANTS)} - {ID}
    return tuple(column.name for column in columns(LAYER) if column.name in own)


@cache
def compared() -> dict[str, ColumnType]:
    """Columns in which a difference is a change, with their type; besides them the place."""
    chosen = {row["column"] for row in rows("history_fields") if row["compared"] == "yes"}
    return {column.name: column.type for column in columns(LAYER) if column.name in chosen}


@cache
def sometimes_delivered() -> tuple[str, ...]:
    """Columns that some ways or releases of the register do not deliver, or of some units only."""
    return tuple(row["column"] for row in rows("history_fields") if row["always_delivered"] != "yes")


@cache
def partly_delivered() -> tuple[str, ...]:
    """Columns that some ways deliver of some units only: where one is empty, that says nothing."""
    return tuple(row["column"] for row in rows("history_fields") if row["always_delivered"] == "partly")


def typed(frame: pd.DataFrame, layer: str = LAYER) -> pd.DataFrame:
    """Columns of a layer in their order and types; empty texts are null, days have no hour."""
    empty = pd.Series(None, index=frame.index, dtype=object)
    return pd.DataFrame(
        {column.name: _as(frame.get(column.name, empty), column.type) for column in columns(layer)},
        index=frame.index,
    )


def _as(values: pd.Series, kind: ColumnType) -> pd.Series:
    # a file may hold anything in any column: what is no number or day there is empty
    if kind is ColumnType.INTEGER:
        return pd.to_numeric(values, errors="coerce").round().astype("Int64")
    if kind is ColumnType.REAL:
        return pd.to_numeric(values, errors="coerce").astype(float)
    if kind is ColumnType.DATE:
        return pd.to_datetime(values, errors="coerce").astype("datetime64[ns]").dt.normalize()
    if kind is ColumnType.BOOLEAN:
        return values.astype("boolean")
    texts = values.astype(object)
    return texts.where(texts.notna() & (texts != ""), None)


# ---- states as tables


def snapshot(plants: GeoDataFrame, degrees: GeoSeries | None = None) -> pd.DataFrame:
    """What the history holds of the plant table: one row per unit that can be followed.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants` as registered, in a metric CRS.
    degrees : GeoSeries or None, shape (n,)
        The same places as published, in EPSG:4326: they tell how finely. None when that is not known.

    Returns
    -------
    DataFrame, shape (m,), m ≤ n
        `mastr_id`, the columns of `held`, `x_m` and `y_m` [m] and `place_decimals`. Rows without a register number, and
        those whose number stands twice, are left out: nobody could tell later which is which. A name only where the
        unit has a place: at a home it may be a person's; and never that of a natural person's unit.
    """
    frame = pd.DataFrame(plants.drop(columns=plants.geometry.name))
    points = plants.geometry.to_numpy()
    there = ~(shapely.is_missing(points) | shapely.is_empty(points))
    place = np.full((2, len(frame)), np.nan)
    place[:, there] = shapely.get_x(points[there]), shapely.get_y(points[there])
    frame = frame.assign(**{X: place[0], Y: place[1], DECIMALS: decimals(degrees, len(frame))})
    numbers = frame[ID]
    followed = numbers.notna() & (numbers != "") & ~numbers.duplicated(keep=False)
    made = typed(frame[followed])[[ID, *held(), *PLACED]]
    nameable = made[X].notna() & ~(made["operator_kind"] == PERSON).fillna(False)
    return made.assign(name=made["name"].where(nameable, None)).reset_index(drop=True)


def decimals(degrees: GeoSeries | None, rows_: int) -> np.ndarray:
    """Decimals with which each place is published, the finer of both directions; NaN where there is none."""
    found = np.full(rows_, np.nan)
    if degrees is None:
        return found
    points = degrees.to_numpy()
    there = ~(shapely.is_missing(points) | shapely.is_empty(points))
    both = shapely.get_coordinates(points[there])
    fewest, most = int(limit("fewest_decimals")), int(limit("most_decimals"))
    number = np.full(len(both), float(most))
    for count in range(most - 1, fewest - 1, -1):
        number[np.abs(both - both.round(count)).max(axis=1) < 10.0**-most / 2] = count
    found[there] = number
    return found


def versions_at(frame: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Snapshot of a day: the versions that hold then, less those that say a unit is gone."""
    holds = (frame["seen_from"] <= day) & ~(frame["seen_to"] <= day) & (frame["change"] != GONE)
    return frame.loc[holds, [ID, *held(), *PLACED]].reset_index(drop=True)


def until(frame: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Versions as they stood before the state of `day` was known."""
    left = frame[frame["seen_from"] < day]
    return left.assign(seen_to=left["seen_to"].where(left["seen_to"] < day)).reset_index(drop=True)


# ---- comparing


def different(old: pd.DataFrame, new: pd.DataFrame, tolerant: bool = True) -> pd.DataFrame:
    """Where two snapshots of the same units differ, row by row.

    Parameters
    ----------
    old, new : DataFrame, shape (n,)
        The same units in the same order.
    tolerant : bool
        Whether digits that only the way of delivery makes are left aside.

    Returns
    -------
    DataFrame of bool, shape (n, fields)
        The columns of `compared`, and `place`.
    """
    number, metres = (limit("number"), limit("moved")) if tolerant else (0.0, 0.0)
    marks = {name: _differs(old[name], new[name], kind, number) for name, kind in compared().items()}
    here, there = (frame[X].notna().to_numpy() for frame in (old, new))
    with np.errstate(invalid="ignore"):
        far = np.maximum(metres, rounding(old, new)) if tolerant else metres
        marks[PLACE] = (here != there) | (distance(old, new) > far)
    return pd.DataFrame(marks)


def rounding(old: pd.DataFrame, new: pd.DataFrame) -> np.ndarray:
    """How far the coarser of two ways of rounding takes each place [m]; 0 where that is not known.

    Half of the last decimal in both directions; `degree` is the diagonal of one degree by one degree.
    """
    known = (side[DECIMALS].to_numpy(dtype=float, na_value=np.nan) for side in (old, new))
    coarser = np.fmin(*known)
    return np.nan_to_num(limit("degree") / 2 * 10.0**-coarser)


def distance(old: pd.DataFrame, new: pd.DataFrame) -> np.ndarray:
    """Distance between two places of each unit [m]; NaN where one of them is not known."""
    return np.hypot(*(new[name].to_numpy(dtype=float) - old[name].to_numpy(dtype=float) for name in (X, Y)))


def _differs(old: pd.Series, new: pd.Series, kind: ColumnType, tolerance: float) -> np.ndarray:
    has_old, has_new = old.notna().to_numpy(), new.notna().to_numpy()
    if kind in _NUMBERS:
        values = [side.to_numpy(dtype=float, na_value=np.nan) for side in (old, new)]
        with np.errstate(invalid="ignore"):
            other = np.abs(values[0] - values[1]) > (tolerance + _SLACK if tolerance else 0.0)
    else:
        other = np.asarray(old.to_numpy() != new.to_numpy(), dtype=bool)
    return (has_old != has_new) | (has_old & has_new & other)


# ---- adding a state


def append(
    frame: pd.DataFrame,
    now: pd.DataFrame,
    day: pd.Timestamp,
    run_id: str,
    delivered: Mapping[str, pd.Timestamp],
) -> pd.DataFrame:
    """Add a state that is newer than all the versions know.

    Parameters
    ----------
    frame : DataFrame, shape (v,)
        Columns of `plants_history`, index 0…v−1.
    now : DataFrame, shape (n,)
        Snapshot of the state.
    day : Timestamp
        The state, after every day in `frame`.
    run_id : str
    delivered : mapping of str to Timestamp
        Last state before this one that delivered a column of `sometimes_delivered`; columns none of them delivered are
        missing.

    Returns
    -------
    DataFrame, shape (w,), w ≥ v
        What this state is the first to deliver is filled into the versions that stand.
    """
    standing = np.flatnonzero(frame["seen_to"].isna())
    change = frame["change"].to_numpy()
    at = pd.Index(frame[ID].to_numpy()[standing]).get_indexer(now[ID])
    known = at >= 0
    row = np.full(len(now), -1)
    row[known] = standing[at[known]]
    back = known.copy()
    back[known] = change[row[known]] == GONE
    both = np.flatnonzero(known & ~back)
    frame, differs = _filled(frame, row[both], now.iloc[both], delivered)
    changed = differs.any(axis=1).to_numpy(dtype=bool)
    seen = np.zeros(len(standing), dtype=bool)
    seen[at[known]] = True
    lost = standing[~seen & (change[standing] != GONE)]
    labels, texts = labels_of(frame.iloc[row[both][changed]], now.iloc[both[changed]], differs[changed])
    added = [
        (now[~known], NEW if len(frame) else FIRST, None),
        (now[back], RETURNED, None),
        (
            _at_old_place(frame.iloc[row[both][changed]], now.iloc[both[changed]], differs[changed]),
            labels,
            texts,
        ),
        (frame.iloc[lost], GONE, None),
    ]
    made = [_versions(units, label, day, run_id, fields) for units, label, fields in added if len(units)]
    ended = np.concatenate([row[both][changed], row[back], lost]).astype(int)
    if len(ended):
        frame.iloc[ended, frame.columns.get_loc("seen_to")] = day
    parts = [part for part in (frame, *made) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else frame


def _filled(
    frame: pd.DataFrame, row: np.ndarray, now: pd.DataFrame, delivered: Mapping[str, pd.Timestamp]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A copy with what was never delivered since a unit was first seen, and the differences that are left."""
    frame = frame.copy()
    differs = different(frame.iloc[row], now)
    first_seen = None
    for name in sometimes_delivered():
        fresh = differs[name].to_numpy() & frame[name].iloc[row].isna().to_numpy()
        if fresh.any() and name in delivered and name not in partly_delivered():
            if first_seen is None:
                first_seen = frame.groupby(ID)["seen_from"].min()
            known_since = first_seen.reindex(now[ID]).to_numpy()
            fresh &= known_since > delivered[name].to_datetime64()
        if fresh.any():
            values = pd.Series(now[name].array[fresh], index=now[ID].array[fresh])
            empty = frame[name].isna() & frame[ID].isin(values.index)
            column = frame[name].copy()
            column[empty] = values.reindex(frame.loc[empty, ID]).array
            frame[name] = column
            differs[name] &= ~fresh
    return _refined(frame, row, now, differs[PLACE].to_numpy(dtype=bool)), differs


def _refined(frame: pd.DataFrame, row: np.ndarray, now: pd.DataFrame, moved: np.ndarray) -> pd.DataFrame:
    """Places that are the same and now published with more decimals, in the versions that stand."""
    was = frame[DECIMALS].iloc[row].to_numpy(dtype=float, na_value=-1.0)
    finer = ~moved & (now[DECIMALS].to_numpy(dtype=float, na_value=-1.0) > was)
    if finer.any():
        for name in PLACED:
            frame.iloc[row[finer], frame.columns.get_loc(name)] = now[name].array[finer]
    return frame


def _at_old_place(was: pd.DataFrame, now: pd.DataFrame, differs: pd.DataFrame) -> pd.DataFrame:
    """Units that changed otherwise, at the place their version had: that of this way only has other digits."""
    stay = ~differs[PLACE].to_numpy(dtype=bool)
    places = {name: now[name].where(~stay, was[name].set_axis(now.index)) for name in PLACED}
    return now.assign(**places)


def labels_of(old: pd.DataFrame, new: pd.DataFrame, differs: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """What each changed unit is called, and its changed fields."""
    closed = differs["status"].to_numpy() & (new["status"] == "closed").to_numpy()
    moved = differs[PLACE].to_numpy() & ~np.isnan(distance(old, new))
    labels = np.select([closed, moved], [CLOSED, MOVED], CHANGED).astype(object)
    return labels, joined(differs)


def joined(marks: pd.DataFrame) -> np.ndarray:
    """Names of the columns that are true in each row, joined."""
    texts = pd.Series("", index=range(len(marks)), dtype=object)
    for name in marks.columns:
        here = marks[name].to_numpy(dtype=bool)
        if here.any():
            texts[here] = texts[here] + SEPARATOR + name
    return texts.str[len(SEPARATOR) :].to_numpy(dtype=object)


def _versions(
    units: pd.DataFrame,
    change: str | np.ndarray,
    day: pd.Timestamp,
    run_id: str,
    fields: np.ndarray | None = None,
) -> pd.DataFrame:
    """Versions that begin on a day; `units` are typed already."""
    own = {
        "change": pd.Series(change, index=units.index, dtype=object),
        "seen_from": pd.Series(day, index=units.index, dtype="datetime64[ns]"),
        "seen_to": pd.Series(pd.NaT, index=units.index, dtype="datetime64[ns]"),
        "changed_fields": pd.Series(fields, index=units.index, dtype=object),
        "run_id": pd.Series(run_id, index=units.index, dtype=object),
    }
    return units.assign(**own)[[column.name for column in columns(LAYER)]]
