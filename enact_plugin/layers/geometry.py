"""Geometries repaired, of the kind that is wanted, and those of the municipality; every row is accounted for.

Pure frames in a metric CRS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome
from ..reference.columns import columns
from ..reference.kind_rules import BoundaryRule
from ..reference.kinds import LayerKind
from .mapping import UNNAMED

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOUCH_M = 0.1  # length of a line inside the municipality below which it only meets the border
SLIVER = (
    0.01  # share of an object (or of the municipality) below which an overlap is an inaccuracy of boundaries
)
DIMENSIONS = {"point": 0, "line": 1, "polygon": 2}
_WANTED = {
    "point": "points_wanted",
    "line": "lines_wanted",
    "polygon": "areas_wanted",
    "any": "shapes_wanted",
}
_BUILDERS = {1: shapely.multilinestrings, 2: shapely.multipolygons}
_AREAS = {"area_m2": 1.0, "area_ha": 1e4, "area_km2": 1e6}
_LENGTH = "length_m"
MEASURED = (*_AREAS, _LENGTH)  # columns that are no statement of the source


@dataclass(frozen=True)
class Kept:
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
    kept = cleaned(frame, geometry, boundary, rule)
    return Outcome(
        kept.frame, UNNAMED, rows_in=len(frame) - kept.outside, dropped=kept.dropped, findings=kept.findings
    )


def cleaned(frame: GeoDataFrame, geometry: str, boundary: BaseGeometry | None, rule: BoundaryRule) -> Kept:
    """As `clean_geometry`, with the rows outside the municipality counted apart."""
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
    if geometry in DIMENSIONS:
        wanted = DIMENSIONS[geometry]
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
    return Kept(inside, dropped, outside, tuple(finding for finding in findings if finding))


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
    areas, lines = dimension == DIMENSIONS["polygon"], dimension == DIMENSIONS["line"]
    made[areas] = shapely.point_on_surface(shapes[areas])
    middles = shapely.line_interpolate_point(shapely.get_geometry(shapes[lines], 0), 0.5, normalized=True)
    made[lines] = middles
    several = shapely.get_num_geometries(shapes) > 1
    made = shapely.get_geometry(made, 0)
    return made, int((areas | lines | (several & (dimension == 0))).sum()), 0


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
    return np.where(lines, inside > TOUCH_M, (share >= SLIVER) | (of_boundary >= SLIVER))


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


def complain_if_nothing_stayed(kept: Kept, kind: LayerKind, before: GeoDataFrame) -> None:
    """Say what came instead where no row is left.

    Raises
    ------
    EnactError
        ``nothing_in_municipality``, ``points_wanted``, ``lines_wanted``, ``areas_wanted``, ``shapes_wanted``.
    """
    if len(kept.frame):
        return
    if kept.outside:
        raise EnactError("nothing_in_municipality", kind=kind.title_de, rows=kept.outside)
    types = before.geometry.geom_type.dropna().value_counts()
    found = ", ".join(f"{count} × {name}" for name, count in types.items()) or "–"
    raise EnactError(_WANTED[kind.geometry], kind=kind.title_de, found=found)


def geometry_column(frame: pd.DataFrame) -> list[str]:
    """Name of the geometry column, in a list; none for a table."""
    name = getattr(frame, "_geometry_column_name", None)
    return [name] if name in frame else []


def multi_part(shape: Any) -> Any:
    """Polygon as multi-polygon; anything else as it is."""
    return shapely.multipolygons([shape]) if shape.geom_type == "Polygon" else shape


# ---- measures


def measured(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """Fill the columns that are measured from the geometry."""
    if not isinstance(frame, GeoDataFrame):
        return frame
    made = frame.copy()
    for column in columns(layer):
        if column.name in _AREAS:
            made[column.name] = made.geometry.area.to_numpy() / _AREAS[column.name]
        elif column.name == _LENGTH:
            made[column.name] = made.geometry.length.to_numpy()
    return made
