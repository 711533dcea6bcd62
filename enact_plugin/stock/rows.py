"""What every reader hands over: one row per outline of the delivery, with our columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ..errors import Finding
from ..fields.texts import map_distinct, with_zeros
from ..outcome import Source
from ..reference.building_tables import building_source, roof_types
from .fields import missing_text

TEXT_COLUMNS = (
    "building_id", "function_code", "use", "use_source", "name", "storeys_source", "age_source", "roof_type",
    "street", "house_number", "postcode",
)  # fmt: skip
NUMBER_COLUMNS = (
    "storeys", "height_m", "eaves_height_m", "attic_storeys", "year_from", "year_to", "floor_area_m2",
)  # fmt: skip
_POSTCODE_DIGITS = 5


@dataclass(frozen=True)
class BuildingRows:
    """Outlines of a delivery before they become buildings.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
        `TEXT_COLUMNS` (object, None where unknown), `NUMBER_COLUMNS` (float64), ``source_date`` (datetime64),
        ``whole`` (bool: the row is the building itself, not a part of it), geometry as delivered. Rows with the same
        ``building_id`` are parts of one building.
    source : Source
    dropped : dict
        Reason to number of rows that are no building.
    findings : tuple of Finding
    assumptions : tuple of str
    mapping : mapping
        Our column to the delivery's field, where the user or the names decided it.
    """

    frame: GeoDataFrame
    source: Source
    dropped: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)


def building_frame(frame: GeoDataFrame, columns: dict[str, Any]) -> GeoDataFrame:
    """Frame with all columns a reader must deliver; those not in `columns` are unknown."""
    index = frame.index
    data: dict[str, Any] = {}
    for name in TEXT_COLUMNS:
        data[name] = columns[name] if name in columns else missing_text(index)
    for name in NUMBER_COLUMNS:
        data[name] = columns[name] if name in columns else pd.Series(np.nan, index=index)
    data["postcode"] = with_zeros(data["postcode"], _POSTCODE_DIGITS)
    nothing = pd.Series(np.full(len(index), "NaT", dtype="datetime64[ns]"), index=index)
    data["source_date"] = columns.get("source_date", nothing)
    data["whole"] = columns.get("whole", pd.Series(True, index=index))
    return GeoDataFrame(data, index=index, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def source_of(kind: str, frame: GeoDataFrame) -> Source:
    """How the delivery is cited: by its kind, the survey in its keys, and its newest object."""
    keys = frame["building_id"].dropna()
    cited = building_source(kind, str(keys.iloc[0]) if len(keys) else "")
    newest = frame["source_date"].max()
    return Source(cited.name, cited.licence, cited.attribution, None if pd.isna(newest) else newest.date())


def roofs(codes: pd.Series, scheme: str) -> pd.Series:
    """Roof type by the code of a source; None where it is not known."""
    table = roof_types(scheme)
    return map_distinct(codes, lambda code: table.get(str(code).casefold()))
