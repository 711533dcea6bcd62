"""Plain layers made ready for the workspace: mapped, repaired, cut to the municipality, keyed, measured.

Pure frames in a metric CRS; reading and storing is done by others. A row that does not stay is counted under its
reason, and rows in = rows out + dropped + merged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ..errors import EnactError, Finding, Severity
from ..fields.coordinates import ZONE_FACTOR, require_metres
from ..fields.mapping import Kind, Mapping, complete_mapping, fields_of
from ..fields.numbers import numbers
from ..outcome import Outcome, Source
from ..progress import SILENT, Progress
from ..reference.kind_rules import BoundaryRule, GateRule, kind_rules
from ..reference.kinds import LayerKind, layer_kind
from .geometry import DIMENSIONS, Kept, cleaned, complain_if_nothing_stayed, geometry_column, measured
from .keys import assign_keys, key_rule
from .mapping import UNNAMED, apply_mapping
from .municipality import pick_municipality

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# pairs of fields that hold eastings and northings where a table comes without geometry
_COORDINATES = (
    ("ostwert", "nordwert"), ("rechtswert", "hochwert"), ("easting", "northing"), ("utm_e", "utm_n"), ("x", "y"),
)  # fmt: skip


# ---- the whole way


def ingest(
    frame: pd.DataFrame,
    kind: Kind,
    mapping: Mapping | None = None,
    boundary: BaseGeometry | None = None,
    ags: str = "",
    source: Source = UNNAMED,
    progress: Progress = SILENT,
    stored: pd.DataFrame | None = None,
) -> Outcome:
    """Make a layer of the workspace from a source of any form.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
        As delivered, geometry in the workspace's metric CRS.
    kind : str or LayerKind
    mapping : Mapping, optional
        What the user said; the rest is proposed.
    boundary : Polygon or MultiPolygon, optional
        Municipality; without it everything stays.
    ags : str
        Municipality to choose, for the kind ``boundary``.
    source : Source
    progress : Progress
    stored : DataFrame, GeoDataFrame or None, shape (s,)
        The workspace's layer as it is now: rows that are recognised in it keep their keys.

    Returns
    -------
    Outcome
        The layer's columns and its geometry; row counts of the rows that concern the municipality.

    Raises
    ------
    EnactError
        ``layer_empty``, ``layer_without_geometry``, ``coordinates_zone_prefixed``, ``coordinates_not_metric``,
        ``mapping_incomplete``, ``points_wanted``, ``lines_wanted``, ``areas_wanted``, ``pipes_refused``,
        ``nothing_in_municipality``, ``ags_not_in_boundaries``.
    """
    kind = layer_kind(kind) if isinstance(kind, str) else kind
    rules = kind_rules(kind.kind)
    frame, found = _with_the_right_geometry(frame, kind)
    mapping = complete_mapping(mapping or Mapping(), kind, fields_of(frame))
    progress(0.1, "mapping_fields")
    if rules.boundary is BoundaryRule.SELECT:
        return replace(pick_municipality(frame, ags, mapping), source=source)
    mapped = apply_mapping(frame, kind, mapping, source)
    progress(0.4, "cleaning_geometry")
    kept = Kept(mapped.frame, {})
    if kind.geometry != "none":
        _refuse_pipes(mapped.frame, rules.kind, kind)
        kept = cleaned(mapped.frame, kind.geometry, boundary, rules.boundary)
        complain_if_nothing_stayed(kept, kind, mapped.frame)
    progress(0.8, "making_keys")
    keyed, merged, key_findings = assign_keys(kept.frame, key_rule(kind), stored)
    unknown = int(keyed[rules.slice].isna().sum()) if rules.slice else 0
    if unknown:
        values = {"rows": unknown, "column": rules.slice}
        key_findings = (*key_findings, Finding("part_unknown", values=values))
    return Outcome(
        frame=measured(keyed, kind.layer),
        source=source,
        rows_in=mapped.rows_in - kept.outside,
        dropped=kept.dropped,
        merged=merged,
        findings=(*found, *mapped.findings, *kept.findings, *key_findings),
    )


def with_other_slices(frame: pd.DataFrame, stored: pd.DataFrame | None, kind: Kind) -> pd.DataFrame:
    """Rows to store where a layer is delivered in parts: those given, and the stored ones of other parts.

    Supply areas come year by year; loading those of 2035 must leave those of 2030 alone. Metered
    consumption comes carrier by carrier.

    Parameters
    ----------
    frame : DataFrame, shape (n,)
        As `ingest` made it.
    stored : DataFrame or None
        The workspace's layer.
    kind : str or LayerKind
    """
    kind = layer_kind(kind) if isinstance(kind, str) else kind
    part = kind_rules(kind.kind).slice
    if not part or stored is None or stored.empty:
        return frame
    others = stored[~_parts_named(stored[part]).isin(_parts_named(frame[part]))]
    return pd.concat([frame, others[list(frame.columns)]], ignore_index=True) if len(others) else frame


def _parts_named(values: pd.Series) -> pd.Series:
    """Name of the part of each row: a year, or the code of a list; rows of no part are one part."""
    whole = values.astype("Int64") if pd.api.types.is_numeric_dtype(values) else values
    return whole.astype("string").fillna("")


def _with_the_right_geometry(
    frame: pd.DataFrame, kind: LayerKind
) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """Table without geometry, or frame with checked one; points are made from columns of coordinates."""
    if frame.empty:
        raise EnactError("layer_empty", layer=kind.title_de)
    has_geometry = isinstance(frame, GeoDataFrame) and bool(frame.geometry.notna().any())
    if kind.geometry == "none":
        return pd.DataFrame(frame.drop(columns=geometry_column(frame))), ()
    if has_geometry:
        require_metres(shapely.bounds(frame.geometry.to_numpy()), kind.title_de)
        return frame, ()
    bare = pd.DataFrame(frame.drop(columns=geometry_column(frame)))
    pair = coordinate_fields(list(bare.columns))
    if kind.geometry != "point" or pair is None:
        raise EnactError(
            "layer_without_geometry", layer=kind.title_de, fields=", ".join(map(str, bare.columns))
        )
    crs = frame.crs if isinstance(frame, GeoDataFrame) else None
    points = points_from_columns(bare, pair, zone_of(crs))
    values = {"easting": pair[0], "northing": pair[1]}
    note = Finding("points_from_columns", severity=Severity.NOTE, values=values)
    return GeoDataFrame(bare, geometry=points, crs=crs), (note,)


def _refuse_pipes(frame: GeoDataFrame, name: str, kind: LayerKind) -> None:
    """Gas networks are kept by block and never by pipe (DESIGN, privacy gate): refuse lines before they are stored."""
    if kind.gate_rule != GateRule.PER_BLOCK_ONLY.value:
        return
    dimensions = shapely.get_dimensions(frame.geometry.to_numpy())
    if not (dimensions == DIMENSIONS["polygon"]).any():
        raise EnactError("pipes_refused", kind=kind.title_de, rows=int((dimensions >= 0).sum()))


# ---- coordinates


def coordinate_fields(names: Sequence[str]) -> tuple[str, str] | None:
    """Fields that hold eastings and northings, or None."""
    present = {str(name).casefold(): str(name) for name in names}
    for east, north in _COORDINATES:
        if east in present and north in present:
            return present[east], present[north]
    return None


def zone_of(crs: Any) -> int | None:
    """UTM zone of EPSG:25831 to 25833 and their like; None for another CRS."""
    match = re.search(r"zone (\d{2})N", getattr(crs, "name", "") or "")
    return int(match.group(1)) if match else None


def points_from_columns(frame: pd.DataFrame, pair: tuple[str, str], zone: int | None) -> Any:
    """Points from columns of eastings and northings (official house coordinates come as plain text).

    Parameters
    ----------
    frame : DataFrame, shape (n,)
    pair : (str, str)
        Names of the columns; numbers or texts with decimal comma or point.
    zone : int or None
        UTM zone of the workspace; a zone written before the easting must be this one.

    Returns
    -------
    ndarray of Point, shape (n,)
        None where a coordinate is missing.

    Raises
    ------
    EnactError
        ``coordinates_zone_prefixed``, ``coordinates_not_metric``.
    """
    east, north = (numbers(frame[name]).values.to_numpy() for name in pair)
    prefix = east // ZONE_FACTOR
    if zone is not None:
        east = np.where(prefix == zone, east - zone * ZONE_FACTOR, east)
    known = np.isfinite(east) & np.isfinite(north)
    points = np.full(len(frame), None, dtype=object)
    points[known] = shapely.points(east[known], north[known])
    require_metres(shapely.bounds(points), f"{pair[0]}, {pair[1]}")
    return points
