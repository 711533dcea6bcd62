"""Plain layers made ready for the workspace: mapped, repaired, cut to the municipality, keyed, measured.

Pure frames in a metric CRS; reading and storing is done by others. A row that does not stay is counted under its
reason, and rows in = rows out + dropped + merged.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome, Source
from ..progress import SILENT, Progress
from ..reference.columns import ColumnType, columns
from ..reference.kind_rules import BoundaryRule, GateRule, kind_rules
from ..reference.kinds import LayerKind, layer_kind
from ..reference.municipalities import find_municipality, former_keys, parse_ags
from .mapping import UNNAMED, Kind, Mapping, apply_mapping, complete_mapping, fields_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

GRID_M = 0.1  # on which geometries are compared and hashed: below it two deliveries of one object differ by rounding
SLIVER = (
    0.01  # share of an object (or of the municipality) below which an overlap is an inaccuracy of boundaries
)
SHOWN = 5  # keys named in an error

_DIMENSIONS = {"point": 0, "line": 1, "polygon": 2}
_WANTED = {
    "point": "points_wanted",
    "line": "lines_wanted",
    "polygon": "areas_wanted",
    "any": "shapes_wanted",
}
_BUILDERS = {1: shapely.multilinestrings, 2: shapely.multipolygons}
_MEASURES = {"area_m2": 1.0, "area_ha": 1e4, "area_km2": 1e6}
# pairs of fields that hold eastings and northings where a table comes without geometry
_COORDINATES = (
    ("ostwert", "nordwert"), ("rechtswert", "hochwert"), ("easting", "northing"), ("utm_e", "utm_n"), ("x", "y"),
)  # fmt: skip
_ZONE_FACTOR = 1_000_000  # 33456540 is zone 33, easting 456540
_ZONES = (31, 32, 33)
# Germany in any of its UTM zones, also where a state uses its neighbour's
_EASTINGS, _NORTHINGS = (-300_000, 1_300_000), (5_100_000, 6_200_000)


class Joins(Enum):
    """Which areas under one key are one area in several pieces."""

    NONE = "none"
    SAME_CONTENT = "same_content"  # those that agree in every column
    SAME_KEY = "same_key"  # all: a postcode is one area, whatever else is said of its pieces


@dataclass(frozen=True)
class _Kept:
    """Rows that stay, and the account of the others.

    Attributes
    ----------
    frame : GeoDataFrame or DataFrame
    dropped : dict
        Reason to rows; without those outside the municipality.
    outside : int
        Rows outside the municipality, which are not of the input's concern.
    findings : tuple of Finding
    """

    frame: Any
    dropped: dict[str, int]
    outside: int = 0
    findings: tuple[Finding, ...] = ()


# ---- the whole way


def ingest(
    frame: pd.DataFrame,
    kind: Kind,
    mapping: Mapping | None = None,
    boundary: BaseGeometry | None = None,
    ags: str = "",
    source: Source = UNNAMED,
    progress: Progress = SILENT,
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
    kept = _Kept(mapped.frame, {})
    if kind.geometry != "none":
        _refuse_pipes(mapped.frame, rules.kind, kind)
        kept = _cleaned(mapped.frame, kind.geometry, boundary, rules.boundary)
        _complain_if_nothing_stayed(kept, kind, mapped.frame)
    progress(0.8, "making_keys")
    keyed, merged, key_findings = assign_keys(kept.frame, kind.key, rules.slice, _joins(kind))
    return Outcome(
        frame=_measured(keyed, kind.layer),
        source=source,
        rows_in=mapped.rows_in - kept.outside,
        dropped=kept.dropped,
        merged=merged,
        findings=(*found, *mapped.findings, *kept.findings, *key_findings),
    )


def _joins(kind: LayerKind) -> Joins:
    if kind.kind == "postcodes":
        return Joins.SAME_KEY
    return Joins.SAME_CONTENT if kind.geometry == "polygon" else Joins.NONE


def with_other_slices(frame: pd.DataFrame, stored: pd.DataFrame | None, kind: Kind) -> pd.DataFrame:
    """Rows to store where a layer is delivered in parts: those given, and the stored ones of other parts.

    Supply areas come year by year; loading those of 2035 must leave those of 2030 alone.

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
    given = frame[part].astype("Int64").fillna(-1)
    others = stored[~stored[part].astype("Int64").fillna(-1).isin(given)]
    return pd.concat([frame, others[list(frame.columns)]], ignore_index=True) if len(others) else frame


def _with_the_right_geometry(
    frame: pd.DataFrame, kind: LayerKind
) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """Table without geometry, or frame with checked one; points are made from columns of coordinates."""
    if frame.empty:
        raise EnactError("layer_empty", layer=kind.title_de)
    has_geometry = isinstance(frame, GeoDataFrame) and bool(frame.geometry.notna().any())
    if kind.geometry == "none":
        return pd.DataFrame(frame.drop(columns=_geometry_name(frame))), ()
    if has_geometry:
        check_coordinates(frame.geometry, kind.title_de)
        return frame, ()
    bare = pd.DataFrame(frame.drop(columns=_geometry_name(frame)))
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


def _geometry_name(frame: pd.DataFrame) -> list[str]:
    name = getattr(frame, "_geometry_column_name", None)
    return [name] if name in frame else []


def _refuse_pipes(frame: GeoDataFrame, name: str, kind: LayerKind) -> None:
    """Gas networks are kept by block and never by pipe (DESIGN, privacy gate): refuse lines before they are stored."""
    if kind.gate_rule != GateRule.PER_BLOCK_ONLY.value:
        return
    dimensions = shapely.get_dimensions(frame.geometry.to_numpy())
    if not (dimensions == _DIMENSIONS["polygon"]).any():
        raise EnactError("pipes_refused", kind=kind.title_de, rows=int((dimensions >= 0).sum()))


def _complain_if_nothing_stayed(kept: _Kept, kind: LayerKind, before: GeoDataFrame) -> None:
    if len(kept.frame):
        return
    if kept.outside:
        raise EnactError("nothing_in_municipality", kind=kind.title_de, rows=kept.outside)
    types = before.geometry.geom_type.dropna().value_counts()
    found = ", ".join(f"{count} × {name}" for name, count in types.items()) or "–"
    raise EnactError(_WANTED[kind.geometry], kind=kind.title_de, found=found)


# ---- coordinates


def check_coordinates(geometry: GeoSeries, layer: str) -> None:
    """Refuse coordinates that cannot be metres of a UTM zone.

    Parameters
    ----------
    geometry : GeoSeries, shape (n,)
    layer : str
        As named in the error.

    Raises
    ------
    EnactError
        ``coordinates_zone_prefixed`` for eastings like 33456540; ``axes_swapped`` for northings before eastings;
        ``coordinates_not_metric`` for degrees, Gauss-Krüger, web maps' metres and what else lies off Germany.
    """
    bounds = shapely.bounds(geometry.to_numpy())
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds):
        return
    # the median is not led astray by single lost points
    east, north = (float(np.median(bounds[:, axis])) for axis in (0, 1))
    if _within(east, _EASTINGS) and _within(north, _NORTHINGS):
        return
    if _within(north, _EASTINGS) and _within(east, _NORTHINGS):
        raise EnactError("axes_swapped", layer=layer, easting=round(east), northing=round(north))
    if east // _ZONE_FACTOR in _ZONES and _within(north, _NORTHINGS):
        raise EnactError("coordinates_zone_prefixed", layer=layer, easting=round(east))
    raise EnactError("coordinates_not_metric", layer=layer, easting=round(east, 2), northing=round(north, 2))


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] < value < limits[1]


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
    east, north = (
        pd.to_numeric(
            frame[name].astype("string").str.strip().str.replace(",", ".", regex=False), errors="coerce"
        )
        .astype("Float64")
        .to_numpy(dtype=float, na_value=np.nan)
        for name in pair
    )
    prefix = east // _ZONE_FACTOR
    if zone is not None:
        east = np.where(prefix == zone, east - zone * _ZONE_FACTOR, east)
    known = np.isfinite(east) & np.isfinite(north)
    points = np.full(len(frame), None, dtype=object)
    points[known] = shapely.points(east[known], north[known])
    check_coordinates(GeoSeries(points), f"{pair[0]}, {pair[1]}")
    return points


# ---- the municipality


def pick_municipality(frame: GeoDataFrame, ags: str, mapping: Mapping | None = None) -> Outcome:
    """Choose a municipality from a layer of many (a state's, Germany's) or of one.

    Rows of the same key are dissolved: BKG splits municipalities with water, and a layer from before a merger holds the
    parts under their old keys.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Areas, metric CRS.
    ags : str
        Eight digits, today's key.
    mapping : Mapping, optional

    Returns
    -------
    Outcome
        One row; without a name in the layer the municipality's known name.

    Raises
    ------
    EnactError
        ``ags_not_in_boundaries`` naming keys that are there, ``boundary_without_ags`` when a layer of several areas has
        no key, ``areas_wanted``.
    """
    kind = layer_kind("boundary")
    mapping = complete_mapping(mapping or Mapping(), kind, fields_of(frame))
    mapped = apply_mapping(frame, kind, mapping)
    areas = _cleaned(mapped.frame, "polygon", None, BoundaryRule.SELECT)
    _complain_if_nothing_stayed(areas, kind, mapped.frame)
    rows = areas.frame
    chosen, findings, assumptions = _rows_of_municipality(rows, ags, mapping)
    names = rows.loc[chosen, "name"].dropna().unique()
    known = find_municipality(ags)
    name = names[0] if len(names) == 1 else (known.name if known else (names[0] if len(names) else None))
    shape = shapely.union_all(rows.geometry[chosen].to_numpy())
    made = GeoDataFrame({"ags": [ags or None], "name": [name]}, geometry=[_multi(shape)], crs=frame.crs)
    for column in columns(kind.layer):
        if column.name not in made:
            made[column.name] = pd.Series([np.nan if column.type is ColumnType.REAL else None])
    count = int(chosen.sum())
    return Outcome(
        frame=_measured(made[[column.name for column in columns(kind.layer)] + ["geometry"]], kind.layer),
        source=mapped.source,
        rows_in=count,
        merged=count - 1,
        findings=(*mapped.findings, *areas.findings, *findings),
        assumptions=assumptions,
    )


def _rows_of_municipality(
    rows: GeoDataFrame, ags: str, mapping: Mapping
) -> tuple[pd.Series, tuple[Finding, ...], tuple[str, ...]]:
    """Which rows are the municipality's."""
    if mapping.of("ags") is None:
        if len(rows) > 1:
            raise EnactError(
                "boundary_without_ags", rows=len(rows), fields=", ".join(sorted(mapping.used_fields()))
            )
        return pd.Series(True, index=rows.index), (), ("boundary_taken_as_given",)
    keys = rows["ags"].map(_key_or_none, na_action="ignore")
    chosen = keys.eq(ags).fillna(False).astype(bool)
    if chosen.any():
        return chosen, (), ()
    former = {row.ags: row for row in former_keys(ags)}
    chosen = keys.isin(list(former))
    if not chosen.any():
        shown = sorted(keys.dropna().unique(), key=lambda key: (abs(int(key) - int(ags or 0)), key))[:SHOWN]
        raise EnactError(
            "ags_not_in_boundaries", ags=ags, count=keys.nunique(), present=", ".join(sorted(shown))
        )
    old = ", ".join(f"{former[key].name} ({key})" for key in sorted(keys[chosen].unique()))
    return (
        chosen,
        (Finding("boundary_from_former_keys", ags, Severity.NOTE, {"ags": ags, "former": old}),),
        (),
    )


def _key_or_none(text: str) -> str | None:
    try:
        return parse_ags(text).ags
    except EnactError:
        return (
            None  # a district or state in a mixed layer; it is no municipality and cannot be the one wanted
        )


# ---- geometry


def clean_geometry(
    frame: GeoDataFrame,
    geometry: str,
    boundary: BaseGeometry | None = None,
    rule: BoundaryRule = BoundaryRule.TOUCHING,
) -> Outcome:
    """Repair geometries, keep those of the right kind, and those of the municipality.

    Heights are dropped; invalid rings are repaired (`shapely.make_valid`) and only parts of the right dimension kept;
    lines and polygons become multi-part. Where points are wanted, an area becomes a point in it, a line its middle, and
    of several points the first stands for all, so that figures are not counted twice.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Metric CRS.
    geometry : str
        point, line, polygon or any.
    boundary : Polygon or MultiPolygon, optional
    rule : BoundaryRule
        How objects across the boundary are dealt with: ``touching`` keeps them whole (for polygons, where the overlap
        is more than a sliver), ``majority`` when more than half is inside, ``clip`` cuts.

    Returns
    -------
    Outcome
        ``rows_in`` counts the rows that concern the municipality; ``dropped`` holds ``geometry_missing``,
        ``geometry_not_finite``, ``geometry_degenerate`` (areas or lines of no extent), ``geometry_wrong_kind``.
    """
    kept = _cleaned(frame, geometry, boundary, rule)
    return Outcome(
        kept.frame, UNNAMED, rows_in=len(frame) - kept.outside, dropped=kept.dropped, findings=kept.findings
    )


def _cleaned(frame: GeoDataFrame, geometry: str, boundary: BaseGeometry | None, rule: BoundaryRule) -> _Kept:
    shapes = frame.geometry.to_numpy().copy()
    state = np.full(len(shapes), "", dtype=object)
    state[shapely.is_missing(shapes) | shapely.is_empty(shapes)] = "geometry_missing"
    finite = np.isfinite(shapely.bounds(shapes)).all(axis=1)
    state[(state == "") & ~finite] = "geometry_not_finite"
    good = np.flatnonzero(state == "")
    shapes[good] = shapely.force_2d(shapes[good])
    before = shapely.get_dimensions(shapes)
    invalid = good[~shapely.is_valid(shapes[good])]
    shapes[invalid] = shapely.make_valid(shapes[invalid])
    findings = [_note("geometry_repaired", len(invalid))]
    if geometry in _DIMENSIONS:
        wanted = _DIMENSIONS[geometry]
        shapes[good], reduced, lost = _of_dimension(shapes[good], wanted)
        gone = good[shapely.is_missing(shapes[good])]
        state[gone] = np.where(before[gone] == wanted, "geometry_degenerate", "geometry_wrong_kind")
        findings += [_note("geometry_reduced_to_point", reduced), _note("geometry_parts_dropped", lost)]
    stay = state == ""
    dropped = {str(reason): int(count) for reason, count in pd.Series(state[~stay]).value_counts().items()}
    made = frame[stay].set_geometry(GeoSeries(shapes[stay], index=frame.index[stay], crs=frame.crs))
    inside = made
    if boundary is not None:
        inside = _in_boundary(made, boundary, rule)
        findings.append(_note("rows_outside_municipality", len(made) - len(inside)))
    outside = len(made) - len(inside)
    return _Kept(inside, dropped, outside, tuple(finding for finding in findings if finding))


def _note(code: str, rows: int) -> Finding | None:
    return Finding(code, severity=Severity.NOTE, values={"rows": int(rows)}) if rows else None


def _of_dimension(shapes: Any, wanted: int) -> tuple[Any, int, int]:
    """Parts of the wanted dimension, as one geometry per row (None where there are none).

    Returns
    -------
    shapes : ndarray of geometry, shape (n,)
    reduced : int
        Rows that were reduced to one point.
    lost : int
        Rows that kept only some of their parts.
    """
    if wanted == 0:
        return _to_points(shapes)
    parts, owner = shapely.get_parts(shapes, return_index=True)
    parts, inner = shapely.get_parts(
        parts, return_index=True
    )  # a repaired ring may be a collection of multi-parts
    owner = owner[inner]
    right = (shapely.get_dimensions(parts) == wanted) & ~shapely.is_empty(parts)
    made = np.full(len(shapes), None, dtype=object)
    if right.any():
        rows, places = np.unique(owner[right], return_inverse=True)
        made[rows] = _BUILDERS[wanted](parts[right], indices=places)
    lost = len(np.intersect1d(owner[~right], owner[right]))
    return made, 0, lost


def _to_points(shapes: Any) -> tuple[Any, int, int]:
    made = shapes.copy()
    dimension = shapely.get_dimensions(shapes)
    areas, lines = dimension == _DIMENSIONS["polygon"], dimension == _DIMENSIONS["line"]
    made[areas] = shapely.point_on_surface(shapes[areas])
    middles = shapely.line_interpolate_point(shapely.get_geometry(shapes[lines], 0), 0.5, normalized=True)
    made[lines] = middles
    several = shapely.get_num_geometries(shapes) > 1
    made = shapely.get_geometry(made, 0)
    return made, int((areas | lines | (several & (dimension == 0))).sum()), 0


def _multi(shape: BaseGeometry) -> BaseGeometry:
    return shapely.multipolygons([shape]) if shape.geom_type == "Polygon" else shape


def _in_boundary(frame: GeoDataFrame, boundary: BaseGeometry, rule: BoundaryRule) -> GeoDataFrame:
    """Rows of the municipality, whole or cut as the rule says."""
    if rule in (BoundaryRule.NONE, BoundaryRule.SELECT, BoundaryRule.OWN) or frame.empty:
        return frame
    shapely.prepare(boundary)
    shapes = frame.geometry.to_numpy()
    meets = shapely.intersects(boundary, shapes)
    if rule is BoundaryRule.WITHIN:
        return frame[meets]
    covered = meets & shapely.covers(boundary, shapes)
    across = np.flatnonzero(meets & ~covered)
    cut = shapely.intersection(shapes[across], boundary)
    keep = covered.copy()
    if rule is BoundaryRule.CLIP:
        return _clipped(frame, covered, across, cut)
    keep[across] = _enough_inside(shapes[across], cut, boundary, rule)
    return frame[keep]


def _size(shapes: Any) -> Any:
    """Area of polygons, length of lines, 1 for points."""
    dimension = shapely.get_dimensions(shapes)
    return np.where(
        dimension == 2, shapely.area(shapes), np.where(dimension == 1, shapely.length(shapes), 1.0)
    )


def _enough_inside(shapes: Any, cut: Any, boundary: BaseGeometry, rule: BoundaryRule) -> Any:
    """Whether enough of each shape lies inside; `cut` is what does."""
    same = shapely.get_dimensions(cut) == shapely.get_dimensions(shapes)
    # an area that only shares a border is cut to a line, which has no share in it
    inside = np.where(same, _size(cut), 0.0)
    share = inside / np.maximum(_size(shapes), np.finfo(float).tiny)
    if rule is BoundaryRule.MAJORITY:
        return share > 0.5
    of_boundary = np.where(shapely.get_dimensions(shapes) == 2, inside / shapely.area(boundary), 0.0)
    lines = shapely.get_dimensions(shapes) == 1
    return np.where(lines, inside > GRID_M, (share >= SLIVER) | (of_boundary >= SLIVER))


def _clipped(frame: GeoDataFrame, covered: Any, across: Any, cut: Any) -> GeoDataFrame:
    shapes = frame.geometry.to_numpy().copy()
    keep = covered.copy()
    dimension = shapely.get_dimensions(shapes[across])
    for wanted in np.unique(dimension):
        rows = across[dimension == wanted]
        made, _, _ = _of_dimension(cut[dimension == wanted], int(wanted))
        shapes[rows] = made
        keep[rows] = ~shapely.is_missing(made)
    kept = frame[keep]
    return kept.set_geometry(GeoSeries(shapes[keep], index=kept.index, crs=frame.crs))


# ---- keys


def assign_keys(
    frame: pd.DataFrame, key: str, part: str = "", joins: Joins = Joins.NONE
) -> tuple[pd.DataFrame, int, tuple[Finding, ...]]:
    """Give each row a key that stays the same when the source is loaded again.

    The source's own key where it has one; else a hash of the geometry on a grid of 0.1 m, for tables of the texts of a
    row. Rows that say the same in every column and lie in the same place are one: street tools deliver each way in both
    directions. Areas under one key may be joined. Other rows under one key (a street's sections) get a suffix
    from their geometry, or from their attributes where that is the same too.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
        Columns of the layer.
    key : str
    part : str
        Column whose value belongs to the key, as the year of supply areas does.
    joins : Joins
        Which areas under one key are joined.

    Returns
    -------
    frame : DataFrame or GeoDataFrame, shape (m,), m ≤ n
        Index from 0; `key` is unique.
    merged : int
        Rows that were repetitions, or parts of others.
    findings : tuple of Finding
        ``key_from_geometry`` or ``key_from_row``, ``key_not_unique``, ``rows_repeated``, ``parts_joined``.
    """
    before = len(frame)
    signs = _signs(frame, key)
    once = ~signs.duplicated()
    frame, signs = frame[once.to_numpy()], signs[once]
    repeated = before - len(frame)
    whole = _joined(frame, signs, joins)
    joined = len(frame) - len(whole)
    if joined:
        frame, signs = whole, _signs(whole, key)
    spatial = bool(_geometry_name(frame))
    basis = signs["place"] if spatial else _row_hash(_texts(frame.drop(columns=key)))
    missing = signs["key"].isna() | _says_nothing(signs["key"])
    keys = signs["key"].where(~missing, "g" + basis).astype(str)
    if part:
        keys = keys.where(frame[part].isna(), keys + "@" + frame[part].astype("string").fillna(""))
    findings = [
        _key_finding("key_from_geometry" if spatial else "key_from_row", missing.sum(), key),
        _key_finding("key_not_unique", (keys.duplicated(keep=False) & ~missing).sum(), key),
        _key_finding("rows_repeated", repeated, key),
        _key_finding("parts_joined", joined, key),
    ]
    made = frame.copy()
    made[key] = _told_apart(keys.astype(object), signs, missing)
    made = made.reset_index(drop=True)
    return made, repeated + joined, tuple(finding for finding in findings if finding)


def _signs(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """By what rows are told apart: the given key, and hashes of place and content."""
    attributes = pd.DataFrame(frame.drop(columns=[*_geometry_name(frame), key]))
    signs = {"key": frame[key].astype(object), "place": _place_hash(frame), "content": _row_hash(attributes)}
    return pd.DataFrame(signs, index=frame.index)


def _says_nothing(keys: pd.Series) -> bool:
    """Whether all rows have the same key: a number field nobody filled."""
    return keys.nunique(dropna=True) <= 1 < len(keys)


def _told_apart(keys: pd.Series, signs: pd.DataFrame, missing: pd.Series) -> pd.Series:
    """Add to keys that occur twice what makes the rows differ; the order of the rows has no part in it."""
    for sign, which in (("place", ~missing), ("content", True)):
        again = keys.duplicated(keep=False) & which
        keys = keys.where(~again, keys + "~" + signs[sign].str.slice(0, 6))
    again = keys.duplicated(keep=False)  # six digits may agree by chance
    return keys.where(~again, keys + "~" + keys.groupby(keys).cumcount().astype(str)).astype(object)


def _joined(frame: pd.DataFrame, signs: pd.DataFrame, joins: Joins) -> pd.DataFrame:
    """Areas under one key as one multi-part area with the attributes of the first."""
    if joins is Joins.NONE or not isinstance(frame, GeoDataFrame) or frame.empty:
        return frame
    group = signs["key"] if joins is Joins.SAME_KEY else signs["key"] + signs["content"]
    twice = group.notna() & group.duplicated(keep=False)
    if not twice.any() or (joins is Joins.SAME_CONTENT and _says_nothing(signs["key"])):
        return frame
    parts = GeoDataFrame({"group": group[twice]}, geometry=frame.geometry[twice], crs=frame.crs)
    whole = parts.dissolve(by="group").geometry.map(_multi)
    first = ~(twice & group.duplicated()).to_numpy()
    shapes = frame.geometry.where(~twice, group.map(whole))
    return frame.set_geometry(GeoSeries(shapes, index=frame.index, crs=frame.crs))[first]


def _key_finding(code: str, rows: int, key: str) -> Finding | None:
    return Finding(code, severity=Severity.NOTE, values={"rows": int(rows), "column": key}) if rows else None


def _place_hash(frame: pd.DataFrame) -> pd.Series:
    """Hash of each geometry on the grid, the same for both directions of a line and any start of a ring."""
    if not _geometry_name(frame):
        return pd.Series("", index=frame.index, dtype=object)
    shapes = frame.geometry.to_numpy()
    # adding zero turns -0.0 into 0.0, which is another number to the bytes
    rounded = shapely.transform(shapes, lambda points: np.round(points / GRID_M) + 0.0)
    blobs = shapely.to_wkb(shapely.normalize(rounded), byte_order=1)
    # a loop, for numpy has no hash that stays the same across versions: about a second for a million rows
    return pd.Series([_digest(blob) for blob in blobs], index=frame.index, dtype=object)


def _row_hash(frame: pd.DataFrame) -> pd.Series:
    """Hash of each row's values."""
    if frame.shape[1] == 0:
        return pd.Series("", index=frame.index, dtype=object)
    texts = [frame[name].astype("string").fillna("\x00") for name in frame.columns]
    joined = texts[0].str.cat(texts[1:], sep="\x1f")
    return pd.Series([_digest(text.encode()) for text in joined], index=frame.index, dtype=object)


def _texts(values: pd.DataFrame) -> pd.DataFrame:
    """Columns that say what a row of a table is about: texts, days and years, not the figures."""
    about = [
        name
        for name in values.columns
        if values[name].dtype == object
        or pd.api.types.is_datetime64_any_dtype(values[name].dtype)
        or name.startswith("year")
    ]
    return values[about] if about else values


def _digest(blob: bytes) -> str:
    return hashlib.blake2b(blob or b"", digest_size=8).hexdigest()


# ---- measures


def _measured(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """Fill the columns that are measured from the geometry."""
    if not isinstance(frame, GeoDataFrame):
        return frame
    made = frame.copy()
    for column in columns(layer):
        if column.name in _MEASURES:
            made[column.name] = made.geometry.area.to_numpy() / _MEASURES[column.name]
        elif column.name == "length_m":
            made[column.name] = made.geometry.length.to_numpy()
    return made
