"""Roof surfaces of the 3D model LoD2: area, azimuth and tilt of each plane, one roof counted once."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome
from ..reference.tables import rows
from .fields import Fields
from .rows import source_of
from .shapes import polygons, same_shape, union_by_group
from .uses import cadastre_functions

KIND = "lod2_surfaces"
# area vector of a plane, upwards: its length is the inclined area, nz the footprint
_NORMAL = ["nx", "ny", "nz"]
_POINT = ["x0", "y0", "z0"]
_FULL_TURN = 360.0


def read_roofs(surfaces: GeoDataFrame, building_ids: Collection[str] | None = None) -> Outcome:
    """Roof surfaces of a LoD2 delivery.

    A row of the delivery is the whole roof of a building part, a multipolygon of planes. Area, azimuth and tilt come
    from the heights of each plane (Newell's area vector): the delivered area is a sum over the planes, the delivered
    orientation that of the ridge, the delivered inclination that of the normal. The fields are compared with the
    geometry, and stand in only where it has no heights; then the azimuth stays unknown, because the ridge does not
    say which side.

    One roof counts once: repetitions at the borders of tiles are left out, and of two surfaces above each other only
    the upper one counts. Touching facets of one part with like orientation (rounded roofs) become one surface.

    Parameters
    ----------
    surfaces : GeoDataFrame, shape (n,)
        Schema of the shape delivery, names in any case; metric CRS, Polygon Z or MultiPolygon Z.
    building_ids : collection of str or None
        Buildings whose roofs are wanted; None for all.

    Returns
    -------
    Outcome
        `frame`: ``roof_id``, ``building_id``, ``part_id``, ``area_m2`` (inclined), ``footprint_m2``, ``azimuth_deg``
        (north 0, east 90; NaN for flat roofs and where unknown), ``tilt_deg``, ``area_source``, ``tilt_source``,
        ``azimuth_source`` (geometry, field, footprint, flat; None where unknown), geometry in two dimensions.
        ``area_m2 = footprint_m2 / cos(tilt_deg)``. Rows in are planes. Findings: ``roof_fields_disagree``,
        ``roofs_without_heights``, ``roofs_left_out``.

    Raises
    ------
    EnactError
        ``lod2_without_roofs`` when no surface is a roof surface; ``lod2_without_ids`` when none names its building.
    """
    fields = Fields(surfaces, _source_fields())
    kind = fields.text("surface")
    roof = kind.str.casefold().eq("roof").to_numpy(dtype=bool, na_value=False)
    if not roof.any():
        raise EnactError("lod2_without_roofs", surfaces=", ".join(sorted(kind.dropna().unique())))
    delivered = _delivered(surfaces[roof])
    planes, missing = _planes(delivered)
    planes = _in_order(_with_fields(planes, delivered))
    account = _Account(len(planes) + missing)
    account.drop("roof_without_geometry", missing, 0.0)
    disagreement = _disagreement(planes, delivered)

    known = delivered["building_id"].notna().to_numpy()
    if not known.any():
        raise EnactError("lod2_without_ids")
    planes = account.keep(planes, known[planes["row"]], "roof_without_building")
    planes = account.keep(planes, delivered["is_building"].to_numpy()[planes["row"]], "not_a_building")
    if building_ids is not None:
        wanted = delivered["building_id"].isin(set(building_ids)).to_numpy()
        planes = account.keep(planes, wanted[planes["row"]], "roof_of_other_building")
    tilted = np.hypot(planes["nx"], planes["ny"]) <= planes["nz"] * np.tan(np.radians(_rule("max_tilt_deg")))
    planes = account.keep(planes, tilted.to_numpy() & (planes["nz"] > 0).to_numpy(), "roof_steep")
    planes = account.keep(planes, ~_repeated(planes, delivered), "roof_repeated")
    planes, covered_m2 = _uncovered(planes)
    planes = account.keep(planes, shapely.area(planes["shape"]) > 0, "roof_covered")
    merged = _merged(planes)
    facets = len(planes) - len(merged)
    merged = account.keep(merged, _length(merged) >= _rule("min_surface_m2"), "roof_tiny")

    frame = _frame(merged, delivered, surfaces.crs)
    findings = (
        *fields.findings,
        *disagreement,
        *_without_heights(planes),
        *account.finding(covered_m2),
    )
    source = source_of(KIND, delivered)
    return Outcome(
        frame, source, account.rows_in, account.dropped, facets, findings, ("roof_planes_from_geometry",)
    )


def _in_order(planes: pd.DataFrame) -> pd.DataFrame:
    """Planes in an order of their own: which of two at one height counts must not hang on that of the delivery."""
    box = shapely.bounds(planes["shape"].to_numpy())
    figures = np.column_stack([planes[[*_NORMAL, *_POINT]].to_numpy(dtype=float), box])
    return planes.iloc[np.lexsort(np.round(figures, 3).T)].reset_index(drop=True)


@cache
def _rule(name: str) -> float:
    return next(float(row["value"]) for row in rows("roof_rules") if row["name"] == name)


@cache
def _source_fields() -> dict[str, tuple[str, ...]]:
    return {row["column"]: (row["names"].casefold(),) for row in rows("roof_source_fields")}


class _Account:
    """Which planes are left out, why, and how much area they have."""

    def __init__(self, rows_in: int) -> None:
        self.rows_in = rows_in
        self.dropped: dict[str, int] = {}
        self._m2: dict[str, float] = {}

    def drop(self, reason: str, count: int, area_m2: float) -> None:
        if count:
            self.dropped[reason] = count
            self._m2[reason] = area_m2

    def keep(self, planes: pd.DataFrame, keep: np.ndarray, reason: str) -> pd.DataFrame:
        left_out = planes[~keep]
        self.drop(reason, len(left_out), float(_length(left_out).sum()))
        return planes[keep].reset_index(drop=True)

    def finding(self, covered_m2: float) -> tuple[Finding, ...]:
        shown = {
            "steep": self.dropped.get("roof_steep", 0),
            "steep_m2": round(self._m2.get("roof_steep", 0.0)),
            "tiny": self.dropped.get("roof_tiny", 0),
            "tiny_m2": round(self._m2.get("roof_tiny", 0.0)),
            "covered_m2": round(covered_m2),
        }
        if not any(shown.values()):
            return ()
        return (Finding("roofs_left_out", severity=Severity.NOTE, values=shown),)


def _delivered(frame: GeoDataFrame) -> GeoDataFrame:
    """What is delivered about each roof (a row is the roof of a building part)."""
    fields = Fields(frame, _source_fields())
    parent, part = fields.text("parent_id"), fields.text("part_id")
    columns = {
        "building_id": parent.where(parent.notna(), part),
        "part_id": part,
        "is_building": cadastre_functions(fields.text("function_code")).is_building,
        "source_date": fields.day("source_date"),
        "area_m2": fields.number("roof_area_m2"),
        "tilt_deg": 90.0 - fields.number("normal_deg").abs(),
    }
    return GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), crs=frame.crs).reset_index(drop=True)


def _planes(delivered: GeoDataFrame) -> tuple[pd.DataFrame, int]:
    """One row per plane with its area vector, and the number of roofs and parts without a polygon."""
    geometry = delivered.geometry.to_numpy()
    usable = ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    parts, row = shapely.get_parts(geometry[usable], return_index=True)
    row = np.flatnonzero(usable)[row]
    polygon = (shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)
    missing = int((~usable).sum() + (~polygon).sum())
    parts, row = parts[polygon], row[polygon]
    vector, point = _area_vectors(parts)
    outline = polygons(parts).shapes
    planes = pd.DataFrame({"row": row})
    planes[_NORMAL], planes[_POINT] = vector, point
    planes["has_z"] = np.isfinite(vector).all(axis=1) & shapely.has_z(parts)
    planes["shape"] = np.where(shapely.is_missing(outline), shapely.Polygon(), outline)
    return planes, missing


def _area_vectors(parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Area vector of each polygon, pointing up, holes taken off, and its first point (Newell)."""
    rings, owner = shapely.get_rings(parts, return_index=True)
    xyz, ring = shapely.get_coordinates(rings, include_z=True, return_index=True)
    first = np.flatnonzero(np.diff(ring, prepend=-1))
    local = xyz - xyz[first][ring]  # large coordinates would cost digits
    inner = ring[1:] == ring[:-1]
    cross = np.cross(local[:-1][inner], local[1:][inner]) / 2
    of_ring = _sum_rows(cross, ring[:-1][inner], len(rings))
    outer = np.diff(owner, prepend=-1) != 0
    same_way = np.einsum("ij,ij->i", of_ring, of_ring[outer][owner]) > 0
    sign = np.where(outer | ~same_way, 1.0, -1.0)  # holes always against their shell, however they run
    vector = _sum_rows(of_ring * sign[:, None], owner, len(parts))
    vector[vector[:, 2] < 0] *= -1  # a roof looks up, whichever way its ring was drawn
    return vector, xyz[first][outer]


def _sum_rows(values: np.ndarray, group: np.ndarray, count: int) -> np.ndarray:
    return np.column_stack([np.bincount(group, values[:, at], count) for at in range(values.shape[1])])


def _with_fields(planes: pd.DataFrame, delivered: GeoDataFrame) -> pd.DataFrame:
    """Planes without heights get the area vector that the delivered fields tell; its direction is not known."""
    planes = planes.assign(directed=planes["has_z"], area_source="geometry", tilt_source="geometry")
    flat = ~planes["has_z"].to_numpy()
    if not flat.any():
        return planes
    some = planes[flat]
    footprint = shapely.area(some["shape"].to_numpy())
    whole = pd.Series(footprint).groupby(some["row"].to_numpy()).transform("sum").to_numpy()
    tilt = delivered["tilt_deg"].to_numpy()[some["row"]]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = whole / delivered["area_m2"].to_numpy()[some["row"]]
        from_area = np.degrees(np.arccos(np.clip(ratio, 0, 1)))
    told = np.where(_possible(tilt), tilt, from_area)
    given = _possible(told) & np.isfinite(told)
    told = np.where(given, told, 0.0)
    planes.loc[flat, _NORMAL] = np.column_stack(
        [footprint * np.tan(np.radians(told)), np.zeros(len(some)), footprint]
    )
    planes.loc[flat, _POINT] = 0.0
    for column in ("area_source", "tilt_source"):
        planes.loc[flat, column] = np.where(given, "field", "footprint")
    return planes


def _possible(tilt_deg: np.ndarray) -> np.ndarray:
    """Whether a roof may have this tilt; 90 is written where nothing was computed."""
    return (tilt_deg >= 0) & (tilt_deg <= _rule("max_tilt_deg"))


def _disagreement(planes: pd.DataFrame, delivered: GeoDataFrame) -> tuple[Finding, ...]:
    """How many roofs have a delivered area or inclination that their planes do not have."""
    seen = planes[planes["has_z"]]
    area = _length(seen).groupby(seen["row"]).sum()
    told = delivered.loc[area.index]
    wrong_area = (told["area_m2"] - area).abs() > area * _rule("area_tolerance")
    tilt = _tilt(seen)
    gap = (tilt - delivered["tilt_deg"].to_numpy()[seen["row"]]).abs().groupby(seen["row"]).min()
    wrong_tilt = gap > _rule("tilt_tolerance_deg")
    if not (wrong_area.any() or wrong_tilt.any()):
        return ()
    values = {"roofs": len(area), "area": int(wrong_area.sum()), "tilt": int(wrong_tilt.sum())}
    return (Finding("roof_fields_disagree", severity=Severity.NOTE, values=values),)


def _without_heights(planes: pd.DataFrame) -> tuple[Finding, ...]:
    count = int((~planes["has_z"]).sum())
    values = {"count": count, "all": len(planes)}
    return (Finding("roofs_without_heights", values=values),) if count else ()


def _length(planes: pd.DataFrame) -> pd.Series:
    """Inclined area [m²]."""
    return np.sqrt((planes[_NORMAL] ** 2).sum(axis=1))


def _tilt(planes: pd.DataFrame) -> pd.Series:
    return np.degrees(np.arctan2(np.hypot(planes["nx"], planes["ny"]), planes["nz"]))


def _azimuth(planes: pd.DataFrame) -> pd.Series:
    return np.degrees(np.arctan2(planes["nx"], planes["ny"])) % _FULL_TURN


def _repeated(planes: pd.DataFrame, delivered: GeoDataFrame) -> np.ndarray:
    """Planes of one part that lie exactly where another does: border objects stand in two tiles."""
    part = pd.factorize(delivered["part_id"])[0][planes["row"]]
    place = same_shape(planes["shape"].to_numpy())
    return pd.DataFrame({"part": part, "place": place}).duplicated().to_numpy()


def _uncovered(planes: pd.DataFrame) -> tuple[pd.DataFrame, float]:
    """Take from each plane what lies under another one; at equal height the first one counts."""
    shape = planes["shape"].to_numpy()
    one, other = shapely.STRtree(shape).query(shape, predicate="intersects")
    once = one < other
    one, other = one[once], other[once]
    common = shapely.intersection(shape[one], shape[other])
    real = shapely.area(common) > _rule("overlap_min_m2")
    if not real.any():
        return planes, 0.0
    one, other, common = one[real], other[real], common[real]
    centre = shapely.get_coordinates(shapely.centroid(common))
    one_lies_lower = _height(planes, one, centre) < _height(planes, other, centre)
    lower, upper = np.where(one_lies_lower, one, other), np.where(one_lies_lower, other, one)
    touched, group = np.unique(lower, return_inverse=True)
    rest = shape.copy()
    rest[touched] = shapely.difference(shape[touched], union_by_group(shape[upper], group))
    before, after = shapely.area(shape), shapely.area(rest)
    after = np.where(after > _rule("overlap_min_m2"), after, 0.0)
    rest[after == 0] = shapely.Polygon()
    share = np.divide(after, before, out=np.zeros(len(after)), where=before > 0)
    covered_m2 = float((_length(planes) * (1 - share)).sum())
    planes = planes.assign(shape=rest)
    planes[_NORMAL] = planes[_NORMAL].to_numpy() * share[:, None]
    return planes, covered_m2


def _height(planes: pd.DataFrame, at: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Height of planes at points in plan [m]."""
    nx, ny, nz = planes[_NORMAL].to_numpy()[at].T
    x0, y0, z0 = planes[_POINT].to_numpy()[at].T
    return z0 - (nx * (xy[:, 0] - x0) + ny * (xy[:, 1] - y0)) / nz


def _merged(planes: pd.DataFrame) -> pd.DataFrame:
    """Touching facets of one roof that look the same way become one surface."""
    group = _facet_groups(planes)
    first = planes.groupby(group, sort=True)[
        ["row", "has_z", "directed", "area_source", "tilt_source"]
    ].first()
    merged = first.assign(**planes[_NORMAL].groupby(group).sum())
    return merged.assign(shape=union_by_group(planes["shape"].to_numpy(), group)).reset_index(drop=True)


def _facet_groups(planes: pd.DataFrame) -> np.ndarray:
    tilt = _tilt(planes)
    flat = tilt < _rule("flat_tilt_deg")
    turns = round(_FULL_TURN / _rule("merge_azimuth_deg"))
    looks = (_azimuth(planes) / _rule("merge_azimuth_deg")).round() % turns
    looks = looks.where(planes["directed"], -1).mask(flat, -2)
    steps = (tilt / _rule("merge_tilt_deg")).round().mask(flat, -1)
    label = planes.groupby([planes["row"], looks, steps], sort=False).ngroup().to_numpy()
    shape = planes["shape"].to_numpy()
    alike = np.flatnonzero(pd.Series(label).duplicated(keep=False))
    pairs = shapely.STRtree(shape[alike]).query(shape[alike], predicate="dwithin", distance=_rule("touch_m"))
    one, other = alike[pairs]
    same = label[one] == label[other]
    joined = coo_matrix((np.ones(same.sum()), (one[same], other[same])), shape=(len(planes), len(planes)))
    return connected_components(joined, directed=False)[1]


def _frame(merged: pd.DataFrame, delivered: GeoDataFrame, crs: object) -> GeoDataFrame:
    row = merged["row"].to_numpy()
    tilt = _tilt(merged)
    flat = tilt < _rule("flat_tilt_deg")
    azimuth = _azimuth(merged).where(merged["directed"] & ~flat)
    part = delivered["part_id"].to_numpy()[row]
    area = _length(merged)
    order = np.lexsort((azimuth.fillna(-1).round(1), -area.round(2), row))
    columns = {
        "building_id": delivered["building_id"].to_numpy()[row],
        "part_id": part,
        "area_m2": area,
        "footprint_m2": merged["nz"],
        "azimuth_deg": azimuth,
        "tilt_deg": tilt,
        "area_source": merged["area_source"],
        "tilt_source": merged["tilt_source"],
        "azimuth_source": np.where(flat, "flat", np.where(merged["directed"], "geometry", None)),
    }
    frame = GeoDataFrame(columns, geometry=merged["shape"].to_numpy(), crs=crs)
    frame = frame.iloc[order].reset_index(drop=True)
    number = frame.groupby("part_id", dropna=False).cumcount() + 1
    frame.insert(0, "roof_id", frame["part_id"].fillna("") + "_" + number.astype(str))
    return frame
