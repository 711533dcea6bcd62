"""What planners say of single units, applied to the plant table: corrected values and findings they have accepted.

The register's own values are never lost: a corrected row keeps them in ``original_values``, so that the table as it was
registered can be had back (`as_registered`), and the same edits applied to the next delivery of the register.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any, Callable

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...errors import Finding, Severity
from ...reference.columns import ColumnType
from .. import plausibility
from ..places import location_kind
from . import offending
from .correctable import (
    COORDINATES,
    FEEDS_NETWORK,
    as_json,
    as_text,
    as_value,
    column_of,
    place,
    place_text,
    readable,
    same,
    same_published,
)
from .former import located, numbers_meant, unanswered, with_former
from .of_plants import for_all_units
from .registered import FINDINGS, Corrected, X, Y, as_registered, put_places, set_value

CORRECT, ACCEPT, WITHDRAW = "correct", "accept", "withdraw"  # actions of an edit
FINDING = "finding:"  # in front of a finding's id, where it is the field of an edit
DEGREES_CRS = "EPSG:4326"
_PLACE_FIELDS = frozenset({COORDINATES, "street", "house_number", "postcode"})
# findings on a word of the file that a corrected column settles
_SETTLED_BY = {"carrier_unknown": "carrier", "status_unknown": "status"}
_UNREADABLE = {
    "number_unreadable": (ColumnType.REAL, ColumnType.INTEGER),
    "date_unreadable": (ColumnType.DATE,),
}

ToLayer = Callable[[GeoSeries], GeoSeries]
Told = offending.Told


# ---- which edits hold


def holding(edits: pd.DataFrame) -> pd.DataFrame:
    """The last edit on each unit and field, of plants on each of its plants, less those that were withdrawn.

    Parameters
    ----------
    edits : DataFrame, shape (e,)
        Columns of the table `edits`, in the order in which they were made (clocks differ).
    """
    about = edits[["key", "field"]].assign(numbers=numbers_meant(edits))
    last = edits[~about.duplicated(keep="last")]
    return last[last["action"] != WITHDRAW].reset_index(drop=True)


# ---- corrected values


def correct(
    plants: GeoDataFrame,
    degrees: GeoSeries,
    edits: pd.DataFrame,
    to_layer: ToLayer,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
) -> Corrected:
    """Put corrected values into the plant table and look at the rows again.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Plant table as registered, in any CRS.
    degrees : GeoSeries, shape (n,)
        Its places in EPSG:4326.
    edits : DataFrame, shape (e,)
        Table `edits` of this layer.
    to_layer : callable
        Transforms points from EPSG:4326 into the CRS of `plants`.
    boundary : geometry, GeoSeries or None
        Municipality in EPSG:4326, for corrected places.
    today : date or None
        For commissionings in the future.

    Returns
    -------
    Corrected
        A value that the register now delivers itself is the register's, with a finding ``edit_settled``; one whose
        original has changed is corrected all the same (``edit_original_changed``); of units that are gone, or belong
        to another plant, the edits are kept (``edit_unit_gone``, ``edit_plant_changed``). A column that is empty
        throughout was not delivered and has not changed.
    """
    plants, degrees = plants.copy(), degrees.copy()
    said, findings = in_force(plants, edits)
    originals: dict[Any, dict[str, Any]] = {}
    for field, group in said.groupby("field", sort=False):
        if field == FEEDS_NETWORK:  # the register does not know it: nothing to compare with
            plants.loc[group["row"], field] = (group["value"] == "true").to_numpy()
        else:
            left, told = _compared(plants, degrees, field, group)
            findings.extend(told)
            _put(plants, degrees, field, left, originals, to_layer)
    _look_again(plants, degrees, originals, boundary, today or date.today())
    return Corrected(plants, degrees, tuple(findings))


def in_force(plants: GeoDataFrame, edits: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Corrections of units that are there, each with its ``row``, for all units of a plant; and findings on others.

    A correction of a plant holds for its units whether that at which it was made is there or not.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Plant table as registered.
    edits : DataFrame, shape (e,)
    """
    said = holding(edits)
    said, strange = _readable(said[said["action"] == CORRECT])
    units, said = with_former(plants, said)
    moved = unanswered(plants, said)
    here = said["row"].isna() & said["key"].isin(plants["mastr_id"])
    said, gone = _present(units, said[~here])
    spread = for_all_units(units, said)
    return spread[spread["row"].isin(plants.index)], [*gone, *_moved(moved), *strange]


def _moved(said: pd.DataFrame) -> list[Finding]:
    """A finding for each correction at a unit that belongs to another plant."""
    return [
        Finding(
            "edit_plant_changed",
            edit.key,
            values={"columns": edit.field, "old": edit.meant, "value": edit.now},
        )
        for edit in said.itertuples()
    ]


def _present(units: pd.DataFrame, said: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Edits that have a row, and a finding for each unit that is gone."""
    known = said["row"].notna()
    gone = said[~known].groupby("key", sort=True)["field"].agg(", ".join)
    findings = [
        Finding("edit_unit_gone", key=key, values={"columns": fields}) for key, fields in gone.items()
    ]
    present = said[known]
    return present.assign(row=present["row"].astype(units.index.dtype)), findings


def _readable(said: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Edits whose value can be read, and a finding for each other: the table is open to other programs."""
    mask = np.array(
        [readable(field, value) for field, value in zip(said["field"], said["value"])], dtype=bool
    )
    findings = [
        Finding("edit_unreadable", edit.key, values={"columns": edit.field, "value": edit.value})
        for edit in said[~mask].itertuples()
    ]
    return said[mask], findings


def registered_texts(plants: GeoDataFrame, degrees: GeoSeries, field: str, rows: pd.Series) -> list[str]:
    """What the register says, as the text of an edit."""
    if field != COORDINATES:
        return [as_text(value) for value in plants.loc[rows, field]]
    return ["" if shapely.is_missing(point) else place_text(point.y, point.x) for point in degrees.loc[rows]]


def _compared(
    plants: GeoDataFrame, degrees: GeoSeries, field: str, group: pd.DataFrame
) -> tuple[pd.DataFrame, list[Finding]]:
    """Edits that the register has not taken over, and what is to be said of those whose original has changed."""
    delivered = True if field == COORDINATES else bool(plants[field].notna().any())
    now = registered_texts(plants, degrees, field, group["row"])
    findings, left = [], []
    for edit, registered in zip(group.itertuples(), now):
        settled = delivered and same(field, registered, edit.value)
        left.append(not settled)
        if settled:
            values = {"columns": field, "value": registered or "–"}
            findings.append(Finding("edit_settled", edit.key, Severity.NOTE, values))
        elif delivered and not same_published(field, registered, edit.original):
            values = {"columns": field, "old": edit.original or "–", "value": registered or "–"}
            values["instead"] = edit.value or "–"
            findings.append(Finding("edit_original_changed", edit.key, values=values))
    return group[np.array(left, dtype=bool)], findings


def _put(
    plants: GeoDataFrame,
    degrees: GeoSeries,
    field: str,
    group: pd.DataFrame,
    originals: dict[Any, dict[str, Any]],
    to_layer: ToLayer,
) -> None:
    """Set the values of one field, and note the register's."""
    for row, text in zip(group["row"], group["value"]):
        kept = originals.setdefault(row, {FINDINGS: plants.at[row, "findings"]})
        if field != COORDINATES:
            kept[field] = as_json(plants.at[row, field])
            set_value(plants, row, field, as_value(field, text))
            continue
        before, in_degrees = plants.geometry.loc[row], degrees.loc[row]
        if shapely.is_missing(before):
            kept[COORDINATES] = None
        else:
            kept.update({COORDINATES: place_text(in_degrees.y, in_degrees.x), X: before.x, Y: before.y})
        _move(plants, degrees, row, place(text), to_layer)


def _move(
    plants: GeoDataFrame,
    degrees: GeoSeries,
    row: Any,
    where: tuple[float, float] | None,
    to_layer: ToLayer,
) -> None:
    """Put a unit where the planner says, or nowhere."""
    at = np.asarray(plants.index == row)
    if where is None:
        put_places(plants, degrees, at, None, None)
        return
    point = Point(where[1], where[0])
    put_places(plants, degrees, at, to_layer(GeoSeries([point], crs=DEGREES_CRS)).iloc[0], point)


# ---- what follows from corrected values


def _look_again(
    plants: GeoDataFrame,
    degrees: GeoSeries,
    originals: dict[Any, dict[str, Any]],
    boundary: BaseGeometry | GeoSeries | None,
    today: date,
) -> None:
    """Findings and kind of place of the corrected rows, and the register's values kept with them."""
    if not originals:
        return
    rows = list(originals)
    touched = plants.loc[rows]
    kinds = location_kind(touched, touched.geometry.to_numpy())
    values = plausibility.check_values(plants, today).loc[rows]  # of a store all units count
    places = plausibility.check_places(degrees.loc[rows].to_numpy(), touched["ags"], boundary)
    for number, row in enumerate(rows):
        kept = originals[row]
        if plants.at[row, "location_kind"] != kinds[number] and _PLACE_FIELDS.intersection(kept):
            kept["location_kind"] = plants.at[row, "location_kind"]
            plants.at[row, "location_kind"] = kinds[number]
        marks = values.loc[row]
        found = [code for code in (kept[FINDINGS] or "").split(";") if code and code not in marks.index]
        found = [code for code in found if not _is_settled(code, kept)]
        found += list(marks.index[marks])
        if COORDINATES in kept:
            found += list(places.columns[places.loc[row]])
        plants.at[row, "findings"] = offending.ordered(found)
        plants.at[row, "original_values"] = json.dumps(kept, ensure_ascii=False)


def _is_settled(code: str, kept: dict[str, Any]) -> bool:
    """Whether a finding of the reader is about a value that was corrected."""
    if code.startswith("coordinates_"):
        return COORDINATES in kept
    if code in _UNREADABLE:  # it stands where the value could not be read: there is none
        kinds = _UNREADABLE[code]
        columns = (column_of(name) for name, value in kept.items() if value is None)
        return any(column is not None and column.type in kinds for column in columns)
    return _SETTLED_BY.get(code) in kept


# ---- accepted findings


def accept(corrected: Corrected, edits: pd.DataFrame, told: Told | None = None) -> Corrected:
    """Move the findings that were accepted from ``findings`` to ``findings_accepted``.

    Parameters
    ----------
    corrected : Corrected
        Of `correct`; with the findings of addresses, if any.
    edits : DataFrame, shape (e,)
    told : mapping or None
        As `findings_table` takes it: coordinates that are no place stand in no column.

    Returns
    -------
    Corrected
        A finding whose offending values are no longer those that were accepted stays open, and
        ``accepted_values_changed`` says so. Of findings on a text that could not be read no value is kept: they stay
        accepted.
    """
    plants = corrected.plants.copy()
    said = holding(edits)
    said, gone = _present(plants, located(plants, said[said["action"] == ACCEPT]))
    findings = [replace(finding, values={"columns": "findings"}) for finding in gone]
    found = offending.codes(plants["findings"])
    for field, group in said.groupby("field", sort=False):
        code = str(field)[len(FINDING) :]
        still = group[group["row"].isin(found.index[found == code])]
        now = offending.values_or_told(plants.loc[still["row"]], corrected.degrees, code, told or {})
        for edit, text in zip(still.itertuples(), now):
            if offending.lacking(text) or offending.same_values(edit.original, text):
                _accept_one(plants, edit.row, code)
            else:
                values = {"finding": code, "old": edit.original, "value": text}
                findings.append(Finding("accepted_values_changed", edit.key, values=values))
    return Corrected(plants, corrected.degrees, (*corrected.findings, *findings))


def _accept_one(plants: GeoDataFrame, row: Any, code: str) -> None:
    left = offending.codes(plants.loc[[row], "findings"])
    accepted = offending.codes(plants.loc[[row], "findings_accepted"])
    plants.at[row, "findings"] = offending.ordered(left[left != code])
    plants.at[row, "findings_accepted"] = offending.ordered([*accepted, code])


def apply_edits(
    plants: GeoDataFrame,
    degrees: GeoSeries,
    edits: pd.DataFrame,
    to_layer: ToLayer,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
) -> Corrected:
    """Apply all edits to a plant table, whether just read or stored: `as_registered`, `correct` and `accept`."""
    registered = as_registered(plants, degrees)
    corrected = correct(registered.plants, registered.degrees, edits, to_layer, boundary, today)
    return accept(corrected, edits)
