"""From units as delivered to a layer, whichever way they came: the same for plants and for gas plants.

Municipality, repeated rows, words, places, plausibility, account.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from shapely.geometry.base import BaseGeometry

from ..errors import EnactError, Finding, Severity
from ..fields.texts import map_distinct
from ..outcome import Outcome
from ..reference.columns import Column, ColumnType, columns
from . import keys, places, plausibility
from .labels import CLOSED, LIST_MARK, labelled_columns, normalise
from .raw import (
    DELIVERED,
    NUMBERS,
    REGISTER_ID,
    SYSTEM_STATUS,
    UPDATED_AT,
    RawUnits,
    Units,
    Unreadable,
    delivered_columns,
    inactive,
    with_columns,
)

CRS = "EPSG:4326"
UNIT_PAGE = "https://www.marktstammdatenregister.de/MaStR/Einheit/Detail/IndexOeffentlich/"
UNKNOWN_MARKS = ("carrier_unknown", "status_unknown", "code_unknown")
NAME, OPERATOR_KIND, PERSON = "name", "operator_kind", "person"
# of these only the numbers are taken, wherever a way writes them: never the name of an operator
LINKED = ("operator_id", "grid_operator_id", "location_id", "storage_id", "chp_id", "eeg_id")
_BLANKS = re.compile(r"\s+")
_WHOLE = r"^(\d+)\.0$"
_LARGEST_COUNT = 1e9  # modules; what is beyond is no count

Check = Callable[[pd.DataFrame, date], pd.DataFrame]


def unit_table(
    raw: RawUnits,
    ags: str | None,
    boundary: BaseGeometry | GeoSeries | None,
    today: date | None,
    check: Check,
    may_be_none: bool = False,
) -> Outcome:
    """Make the layer `raw.layer` of one municipality, or of all units delivered.

    Parameters
    ----------
    raw : RawUnits
    ags, boundary, today
        See `plants.plant_table`.
    check : callable
        Rules on single values: frame and day to a column of booleans per finding.
    may_be_none : bool
        A municipality without any unit is an empty layer, not an error.

    Returns
    -------
    Outcome
        GeoDataFrame in EPSG:4326, one row per register unit, by MaStR number.

    Raises
    ------
    EnactError
        ``ags_not_in_file`` with the keys most frequent in it, ``ags_changed_by_spreadsheet``, ``ags_invalid``,
        ``ags_is_district``, ``units_all_deactivated``.
    """
    units = _complete(raw)
    given = units.frame["ags"]
    read = len(units.frame)
    # the newest row of a unit tells its municipality too: first the row, then the municipality
    units, rows_of = _one_row_per_unit(keys.with_keys(units))
    no_key = 0 if ags is None else int(rows_of[units.frame["ags"].isna()].sum())
    units = keys.of_municipality(units, ags, given, may_be_none)
    chosen = int(rows_of.reindex(units.frame.index).sum())
    units = _without_inactive(units, ags, may_be_none)
    kept = int(rows_of.reindex(units.frame.index).sum())
    units = _with_words(units)
    units, points = places.with_places(units)
    frame, marks = units.frame, units.marks
    del units  # a state's frame is megabytes, and so is each of its copies
    frame = with_columns(frame, location_kind=places.location_kind(frame, points))
    frame[NAME] = frame[NAME].mask(_perhaps_persons(frame), None)
    outside = plausibility.check_places(points, frame["ags"], boundary)
    marks = pd.concat([marks, outside, check(frame, today or date.today())], axis=1)
    frame = with_columns(
        frame,
        url=(UNIT_PAGE + frame[REGISTER_ID]).astype(object).where(frame[REGISTER_ID].notna(), None),
        findings=plausibility.joined(marks),
    )
    dropped = Counter(raw.dropped)
    dropped.update(ags_missing=no_key, unit_deactivated=chosen - kept)
    return Outcome(
        frame=GeoDataFrame(_typed(frame, raw.layer), geometry=points, crs=CRS),
        source=raw.source,
        rows_in=kept + sum(dropped.values()),
        dropped={reason: count for reason, count in dropped.items() if count},
        merged=kept - len(frame),
        findings=(
            *raw.findings,
            *_other_municipalities(read - chosen - no_key + raw.others),
            *_mostly_outside(outside["coordinates_outside"], points),
            *plausibility.findings(marks, with_columns(frame, file=Path(raw.path).name)),
        ),
        delivered=raw.delivered,
        whole=raw.whole,
    )


def _other_municipalities(count: int) -> tuple[Finding, ...]:
    return (Finding("units_of_others", severity=Severity.NOTE, values={"count": count}),) if count else ()


def _mostly_outside(outside: pd.Series, points: np.ndarray) -> tuple[Finding, ...]:
    """Say once that the boundary is hardly this municipality's, where most located units lie outside of it."""
    located = int((~shapely.is_missing(points)).sum())
    beyond = int(outside.sum())
    if 2 * beyond <= located:
        return ()
    return (Finding("most_units_outside", values={"outside": beyond, "count": located}),)


# ---- texts and numbers


def _complete(raw: Units) -> Units:
    """All columns, texts without superfluous blanks, whole numbers that are possible."""
    frame = raw.frame.copy(deep=False)  # columns are added and replaced, none is changed
    beyond = np.zeros(len(frame), dtype=bool)
    unread = Unreadable(len(frame), raw.fields)
    for name, kind in delivered_columns(raw.layer).items():
        if name not in frame:
            frame[name] = pd.NaT if kind is ColumnType.DATE else np.nan if kind in NUMBERS else None
        if kind is ColumnType.TEXT:
            frame[name] = _clean(frame[name])
        if kind is ColumnType.INTEGER:
            too_big = (frame[name].abs() > _LARGEST_COUNT).to_numpy()
            unread.note("number_unreadable", too_big, frame[name].map("{:.0f}".format))
            frame[name] = frame[name].mask(too_big)
            beyond |= too_big
    if UPDATED_AT not in frame:
        frame[UPDATED_AT] = frame["updated"]
    # a program that took a column of house numbers for figures
    frame["house_number"] = frame["house_number"].str.replace(_WHOLE, r"\1", regex=True)
    for name, values in unread.columns(frame.index).items():
        frame[name] = frame[name].where(frame[name].notna(), values)
    unreadable = raw.marks["number_unreadable"].to_numpy() if "number_unreadable" in raw.marks else False
    return replace(raw, frame=frame).marked(number_unreadable=beyond | unreadable)


def _clean(texts: pd.Series) -> pd.Series:
    """Texts with single blanks; None where empty. Whole numbers have no decimal point."""
    return map_distinct(texts.astype(object), _text)


def _text(value: Any) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # the endpoint writes a wide ampersand, so that no page takes it for markup
    return _BLANKS.sub(" ", str(value).replace("＆", "&")).strip() or None


# ---- rows


def _one_row_per_unit(units: Units) -> tuple[Units, pd.Series]:
    """Rows with the same MaStR number made one, and how many rows each that is left stands for.

    The newest, and of equally old ones the last; before all those without a municipality, which tell less. Units move
    between pages while they are fetched, and planners join exports. Rows without a proper number stay.
    """
    frame = units.frame
    proper = frame["mastr_id"].str.fullmatch(plausibility.ID_PATTERN, na=False).astype(bool)
    repeated = proper & frame["mastr_id"].duplicated(keep=False)
    several = frame[repeated]
    several = several.assign(keyed=several["ags"].notna())
    several = several.sort_values(["keyed", UPDATED_AT], kind="stable", na_position="first")
    superfluous = several.index[several["mastr_id"].duplicated(keep="last")]
    different = several.drop(columns=["keyed", UPDATED_AT]).drop_duplicates()["mastr_id"].value_counts()
    differing = frame["mastr_id"].isin(different.index[different > 1]) & repeated
    units = units.marked(id_duplicate=differing.to_numpy(dtype=bool))
    units = units.rows(frame.drop(superfluous).sort_values("mastr_id", kind="stable").index)
    stood = frame["mastr_id"].map(several["mastr_id"].value_counts())
    return units, stood.where(repeated, 1).reindex(units.frame.index).astype(int)


def _without_inactive(units: Units, ags: str | None, may_be_none: bool) -> Units:
    """Leave out the units the register has deleted or deactivated: they are no plants.

    Raises
    ------
    EnactError
        ``units_all_deactivated`` where a municipality has no others, unless there may be none of them.
    """
    gone = inactive(units.frame[SYSTEM_STATUS]).to_numpy()
    if ags is not None and gone.all() and len(gone) and not may_be_none:
        raise EnactError("units_all_deactivated", path=units.path, ags=ags, count=len(gone))
    return units.rows(~gone)


# ---- words


def _with_words(units: Units) -> Units:
    """Register words replaced by codes and labels; market actors only as their numbers, never a name."""
    frame = units.frame
    changed: dict[str, pd.Series] = {}
    marks = {name: np.zeros(len(frame), dtype=bool) for name in UNKNOWN_MARKS}
    for name in labelled_columns(units.layer):
        changed[name], unknown = normalise(name, frame[name])
        if name not in CLOSED:  # their words may hold a name
            changed[DELIVERED + name] = frame[name]
        marks[f"{name}_unknown" if f"{name}_unknown" in marks else "code_unknown"] |= unknown
    for name in LINKED:
        if name in frame:
            changed[name] = _numbers_only(frame[name])
    return replace(units, frame=with_columns(frame, **changed)).marked(**marks)


def _perhaps_persons(frame: pd.DataFrame) -> pd.Series:
    """Which units are natural persons', who call their plant after themselves.

    Where nothing tells the kind of operator, also those of which the register publishes no place, as of persons' homes.
    """
    placed = frame["location_kind"].isin(("coordinates", "address"))
    return (frame[OPERATOR_KIND] == PERSON) | (frame[OPERATOR_KIND].isna() & ~placed)


def _numbers_only(texts: pd.Series) -> pd.Series:
    """The register numbers within each text, each once and ascending, as ways order them differently; or None."""

    def joined(text: str) -> str | None:
        return LIST_MARK.join(sorted(set(re.findall(plausibility.ID_PATTERN, text)))) or None

    return map_distinct(texts, joined)


# ---- columns


def _typed(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """Columns of the layer in their order and types, index 0…n−1."""
    empty = pd.Series(np.full(len(frame), None, dtype=object), index=frame.index)
    typed = pd.DataFrame(
        {column.name: _as(frame.get(column.name, empty), column) for column in columns(layer)}
    )
    typed.index = pd.RangeIndex(len(typed))
    return typed


def _as(values: pd.Series, column: Column) -> pd.Series:
    if column.type is ColumnType.INTEGER:
        return values.astype(float).round().astype("Int64")
    if column.type is ColumnType.REAL:
        return values.astype(float, copy=False)
    if column.type is ColumnType.DATE:
        return values.astype("datetime64[ns]", copy=False)
    if column.type is ColumnType.BOOLEAN:
        return values.astype("boolean")
    return values.astype(object, copy=False)
