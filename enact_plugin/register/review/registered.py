"""The register's own values, kept beside the planners' and had back from a stored plant table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame, GeoSeries
from shapely.geometry import Point

from ...errors import Finding
from ...reference.columns import ColumnType
from ..places import location_kind
from . import offending
from .correctable import COORDINATES, FEEDS_NETWORK, as_text, as_value, column_of, place

# besides columns, in `original_values`: the place in the layer's CRS, and the findings of the values as registered
X, Y, FINDINGS = "x", "y", "findings"


@dataclass(frozen=True)
class Corrected:
    """A plant table with the planners' edits, or without any.

    Attributes
    ----------
    plants : GeoDataFrame, shape (n,)
        As given, but for the corrected values; ``original_values``, ``findings_accepted`` and ``feeds_network`` filled.
    degrees : GeoSeries, shape (n,)
        The places in EPSG:4326.
    findings : tuple of Finding
        On edits: settled by the register, made on another value, on a unit that is gone, on other offending values.
    """

    plants: GeoDataFrame
    degrees: GeoSeries
    findings: tuple[Finding, ...] = ()


def as_registered(plants: GeoDataFrame, degrees: GeoSeries) -> Corrected:
    """The plant table before any edit and any matched address, from a stored one.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`; a table just read comes back as it is.
    degrees : GeoSeries, shape (n,)
        Its places in EPSG:4326.
    """
    plants, degrees = plants.copy(), degrees.copy()
    _without_acceptance(plants)
    _without_matched_addresses(plants, degrees)
    for row, text in plants["original_values"].dropna().items():
        _restore(plants, degrees, row, json.loads(text))
    for name in ("findings_accepted", "original_values"):
        plants[name] = np.full(len(plants), None, dtype=object)
    plants[FEEDS_NETWORK] = pd.Series(pd.NA, index=plants.index, dtype="boolean")
    return Corrected(plants, degrees)


def _without_acceptance(plants: GeoDataFrame) -> None:
    """Accepted findings among the others again; corrected rows have theirs in `original_values`."""
    accepted = plants["findings_accepted"].notna() & plants["original_values"].isna()
    for row in plants.index[accepted]:
        both = plants.loc[row, ["findings", "findings_accepted"]]
        plants.at[row, "findings"] = offending.ordered(offending.codes(both))


def _without_matched_addresses(plants: GeoDataFrame, degrees: GeoSeries) -> None:
    matched = plants["address_source"].notna().to_numpy()
    if not matched.any():
        return
    put_places(plants, degrees, matched, None, None)
    rows = plants.loc[matched]
    plants.loc[matched, "location_kind"] = location_kind(rows, rows.geometry.to_numpy())
    plants.loc[matched, "address_confidence"] = np.nan
    plants.loc[matched, "address_source"] = None


def _restore(plants: GeoDataFrame, degrees: GeoSeries, row: Any, registered: dict[str, Any]) -> None:
    """Put the values of one row back."""
    for name, value in registered.items():
        if name == FINDINGS:
            plants.at[row, name] = value
        elif column_of(name) is not None:
            set_value(plants, row, name, as_value(name, as_text(value)))
    if COORDINATES not in registered:
        return
    at = np.asarray(plants.index == row)
    if registered[COORDINATES] is None:
        put_places(plants, degrees, at, None, None)
        return
    latitude, longitude = place(registered[COORDINATES])
    put_places(plants, degrees, at, Point(registered[X], registered[Y]), Point(longitude, latitude))


def set_value(plants: GeoDataFrame, row: Any, name: str, value: Any) -> None:
    """Set one value, of the type of its column; None for null."""
    column = column_of(name)
    if value is None:
        empty = {ColumnType.DATE: pd.NaT, ColumnType.REAL: np.nan}.get(column.type)
        value = pd.NA if column.type in (ColumnType.INTEGER, ColumnType.BOOLEAN) else empty
    plants.at[row, name] = value


def put_places(
    plants: GeoDataFrame, degrees: GeoSeries, rows: np.ndarray, point: Any, in_degrees: Any
) -> None:
    """Give all these rows one place, in the layer's CRS and in degrees; None for none."""
    if rows.any():
        plants.loc[rows, plants.geometry.name] = point
        degrees.loc[rows] = in_degrees
