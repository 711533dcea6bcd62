"""One table of buildings from any delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Callable

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from shapely.geometry.base import BaseGeometry

from ..errors import EnactError, Finding, Severity
from ..fields.coordinates import require_metres
from ..outcome import Outcome
from ..progress import SILENT, Progress
from ..reference.building_tables import building_limit
from ..reference.columns import columns
from ..reference.kinds import kind_of_layer
from . import shapes
from .alkis import read_alkis
from .detect import BuildingKind, detect_kind
from .fields import SEPARATOR, joined
from .lod2 import read_lod2
from .mapped import proposed, read_mapped
from .osm import read_osm
from .rows import BuildingRows
from .storeys import attic_share, floor_area_m2, storeys_from_eaves
from .years import EARLIEST, LATEST, age_classes

_READERS: dict[BuildingKind, Callable[[GeoDataFrame], BuildingRows]] = {
    BuildingKind.LOD2_SURFACES: read_lod2,
    BuildingKind.ALKIS: read_alkis,
    BuildingKind.OSM: read_osm,
}
_SAMPLE = 200
REPAIRED = "building_geometry_repaired"
# attributes of a building: of its parts the first that says something counts, the building's own row before parts
_EACH = ("building_id", "name", "storeys_source", "roof_type", "floor_area_m2", "source_date")
# what only holds together comes from one row: that which says most, what stands first weighing more than all after it
_TOGETHER = (
    ("use", "function_code", "use_source"),
    ("street", "house_number", "postcode"),
    ("year_from", "year_to", "age_source"),
)
_ATTRIBUTES = (*_EACH, *(name for names in _TOGETHER for name in names))


class _Account:
    """Where the rows of a delivery went: rows in = buildings + merged + dropped."""

    def __init__(self, dropped: Mapping[str, int]) -> None:
        self.dropped = dict(dropped)

    def drop(self, frame: GeoDataFrame, mask: np.ndarray, reason: str) -> GeoDataFrame:
        """Take rows away; a building made of several rows counts with all of them."""
        if not mask.any():
            return frame
        rows = int(frame["parts"][mask].sum()) if "parts" in frame else int(mask.sum())
        self.dropped[reason] = self.dropped.get(reason, 0) + rows
        return frame[~mask]


def read_buildings(
    frame: GeoDataFrame,
    kind: BuildingKind = BuildingKind.AUTO,
    mapping: Mapping[str, Any] | None = None,
    boundary: BaseGeometry | None = None,
    progress: Progress = SILENT,
) -> Outcome:
    """Make the table of buildings from a delivery.

    Outlines are made valid and flat, parts of a building are united, repeated objects (same key and outline, as at
    borders of tiles, or same outline under another key) count once, outlines below 4 m² after merging are left out.
    A building belongs to the municipality where its representative point lies. Each of use, storeys, floor area and
    age says where it comes from; what the source does not tell stays empty and is never invented.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        As delivered: own field names, any geometry, a metric CRS.
    kind : BuildingKind
    mapping : mapping or None
        Our column to the layer's field; for kind MAPPED.
    boundary : shapely geometry or None
        Area of the municipality in the CRS of `frame`.
    progress : Progress

    Returns
    -------
    Outcome
        `frame`: GeoDataFrame with the columns of the layer ``buildings`` in ascending order of ``building_id``; areas
        in m², heights in m. ``rows_in`` counts the rows of the delivery (for LoD2: surfaces).

    Raises
    ------
    EnactError
        ``buildings_empty``, ``building_kind_not_recognised``, ``lod2_without_ground``, ``coordinates_zone_prefixed``,
        ``coordinates_not_metric``, ``axes_swapped``, ``mapping_target_unknown``, ``mapping_field_missing``,
        ``mapping_entry_invalid``, ``mapping_values_implausible``, ``buildings_none_left``, ``buildings_none_inside``.
    """
    if frame.empty:
        raise EnactError("buildings_empty")
    rows_in, crs = len(frame), frame.crs
    frame = frame.set_axis(pd.RangeIndex(rows_in))
    progress(0.0, "buildings_reading", rows=rows_in)
    rows = _read(frame, kind, mapping)
    account = _Account(rows.dropped)

    progress(0.25, "buildings_repairing", rows=len(rows.frame))
    outlines = _outlines(rows.frame, account)
    title = kind_of_layer("buildings")
    bounds = shapely.bounds(outlines.geometry.to_numpy())
    require_metres(bounds, title.title_de if title else "", crs is not None and crs.is_geographic)
    outlines = _near(outlines, boundary, account)
    implausible = _plausible(outlines, rows.mapping)
    outlines = _without_repeats(outlines, account)

    progress(0.45, "buildings_merging", rows=len(outlines))
    buildings, group = _merged(outlines)
    buildings["age_class"] = age_classes(buildings["year_from"], buildings["year_to"])
    _add_heights_and_storeys(buildings, outlines, group)
    buildings = _kept(buildings, boundary, account)

    progress(0.8, "buildings_floor_area", rows=len(buildings))
    _add_floor_area(buildings)
    table = _table(buildings, crs)
    progress(1.0)
    return Outcome(
        table,
        rows.source,
        rows_in,
        {reason: count for reason, count in account.dropped.items() if count},
        int((buildings["parts"] - 1).sum()),
        rows.findings + _findings(table, implausible),
        rows.assumptions + _assumptions(table),
    )


def _read(frame: GeoDataFrame, kind: BuildingKind, mapping: Mapping[str, Any] | None) -> BuildingRows:
    """Rows of the delivery by its kind; where the kind was told by the fields, a finding says so."""
    if kind is not BuildingKind.AUTO:
        return read_mapped(frame, mapping) if kind is BuildingKind.MAPPED else _READERS[kind](frame)
    names = [str(name) for name in frame.columns if name != frame.geometry.name]
    detected = detect_kind(names, frame.head(_SAMPLE))
    if detected.kind is not BuildingKind.AUTO:
        rows = _READERS[detected.kind](frame)
        told = Finding(detected.reason, severity=Severity.NOTE, values={"fields": ", ".join(detected.fields)})
        return replace(rows, findings=(told, *rows.findings))
    # any layer that names at least one thing we know; what was taken from where is told as a finding
    if mapping or proposed(frame).fields:
        return read_mapped(frame, mapping)
    raise EnactError("building_kind_not_recognised", fields=", ".join(names))


def _outlines(frame: GeoDataFrame, account: _Account) -> GeoDataFrame:
    """Rows with a valid outline; the others are counted."""
    found = shapes.polygons(frame.geometry.to_numpy())
    frame = frame.assign(**{REPAIRED: found.repaired}).set_geometry(found.shapes)
    reasons = {
        "geometry_missing": found.missing,
        "geometry_not_polygon": found.not_polygon,
        "geometry_without_area": found.flat,
    }
    gone = np.zeros(len(frame), dtype=bool)
    for reason, mask in reasons.items():
        account.drop(frame, mask, reason)
        gone |= mask
    frame = frame[~gone]
    if frame.empty:
        raise EnactError("buildings_none_left", reasons=dict(account.dropped))
    return frame


def _near(frame: GeoDataFrame, boundary: BaseGeometry | None, account: _Account) -> GeoDataFrame:
    """Leave out early what cannot lie inside: buildings none of whose parts meets the boundary's box."""
    if boundary is None:
        return frame
    near = pd.Series(shapes.meets_box(frame.geometry.to_numpy(), boundary), index=frame.index)
    key = frame["building_id"]
    with_key = near[key.notna()].groupby(key[key.notna()]).transform("any")
    near.loc[with_key.index] = with_key
    frame = account.drop(frame, ~near.to_numpy(), "outside_boundary")
    if frame.empty:
        raise EnactError("buildings_none_inside", rows=account.dropped["outside_boundary"])
    return frame


def _plausible(frame: GeoDataFrame, mapping: Mapping[str, str]) -> dict[str, str]:
    """Empty what cannot be: heights, storeys, years. Returns the finding's id of each column checked.

    Raises
    ------
    EnactError
        ``mapping_values_implausible`` when most values of a mapped field cannot be what it was mapped to.
    """
    highest, storeys = building_limit("max_height_m"), building_limit("max_storeys")
    latest = date.today().year + building_limit("max_years_ahead")
    year = frame["year_from"].where(
        frame["year_from"] > EARLIEST, frame["year_to"].where(frame["year_to"] < LATEST)
    )
    footprint = frame.geometry.area
    bad = {
        "height_m": ~frame["height_m"].between(0, highest, inclusive="right"),
        "eaves_height_m": ~frame["eaves_height_m"].between(0, highest, inclusive="right"),
        "storeys": ~frame["storeys"].between(0, storeys, inclusive="right"),
        "attic_storeys": ~frame["attic_storeys"].between(0, building_limit("max_attic_storeys")),
        "built_year": ~year.between(building_limit("min_year"), latest),
        "floor_area_m2": ~frame["floor_area_m2"].between(
            building_limit("min_floor_ratio") * footprint, storeys * footprint
        ),
    }
    columns_of = {
        "built_year": ["year_from", "year_to", "age_source"],
        "storeys": ["storeys", "storeys_source"],
    }
    ids = {name: f"building_{name}_implausible" for name in bad}
    for name, wrong in bad.items():
        values = year if name == "built_year" else frame[name]
        mask = wrong & values.notna()
        _require_right_unit(name, values, mask, mapping)
        frame[ids[name]] = mask
        if mask.any():
            emptied = columns_of.get(name, [name])
            frame[emptied] = frame[emptied].mask(mask)
    return ids


def _require_right_unit(name: str, values: pd.Series, bad: pd.Series, mapping: Mapping[str, str]) -> None:
    field = mapping.get(name)
    known = int(values.notna().sum())
    if field and known and bad.sum() > building_limit("wrong_unit_share") * known:
        median = round(float(values.median()), 2)
        raise EnactError(
            "mapping_values_implausible",
            field=field,
            column=name,
            median=median,
            rows=int(bad.sum()),
            known=known,
        )


def _without_repeats(frame: GeoDataFrame, account: _Account) -> GeoDataFrame:
    """Order rows so that no chance decides, and drop rows that repeat key and outline."""
    outlines = frame.geometry.to_numpy()
    box = shapely.bounds(outlines)
    frame = frame.assign(
        _said=frame.notna().sum(axis=1),
        _x=box[:, 0],
        _y=box[:, 1],
        _area=shapely.area(outlines),
        _shape=shapes.same_shape(outlines),
    )
    # the building's own row first, the newest and fullest of repeated ones first, then whatever tells them apart
    order = [
        "building_id",
        "whole",
        "source_date",
        "_said",
        "_x",
        "_y",
        "_area",
        "function_code",
        "height_m",
        "name",
    ]
    ascending = [True, False, False, False, True, True, True, True, True, True]
    frame = frame.sort_values(order, ascending=ascending, kind="stable")
    repeated = frame.duplicated(["building_id", "_shape"]) & frame["building_id"].notna()
    return account.drop(frame, repeated.to_numpy(), "repeated_object")


def _merged(frame: GeoDataFrame) -> tuple[GeoDataFrame, np.ndarray]:
    """One row per building, and the number of its building for each row of `frame`."""
    key = frame["building_id"].to_numpy(dtype=object)
    nameless = pd.isna(key)
    group = np.empty(len(frame), dtype=int)
    group[~nameless] = pd.factorize(key[~nameless])[0]
    named = int(group[~nameless].max()) + 1 if (~nameless).any() else 0
    group[nameless] = named + np.arange(int(nameless.sum()))

    parts = np.bincount(group)
    first = np.full(len(parts), len(group))
    np.minimum.at(first, group, np.arange(len(group)))
    data = frame[list(_ATTRIBUTES)].iloc[first].set_axis(pd.RangeIndex(len(parts)))
    several = parts > 1
    if several.any():
        chosen = several[group]
        rows, of = frame.loc[chosen, list(_ATTRIBUTES)], group[chosen]
        filled = rows[list(_EACH)].groupby(of).first()
        for name in _EACH:
            data.loc[several, name] = filled[name].to_numpy()
        for names in _TOGETHER:
            said = rows.iloc[_fullest(rows[list(names)], of)]
            for name in names:
                data.loc[several, name] = said[name].to_numpy()
    flags = [name for name in frame.columns if name == REPAIRED or name.endswith("_implausible")]
    for name in flags:
        data[name] = np.bincount(group, weights=frame[name].to_numpy(dtype=float)) > 0
    data["parts"] = parts
    for name in ("use", "use_source", "storeys_source"):
        data[name] = data[name].where(data[name].notna(), None)
    data["use"] = data["use"].fillna("unknown")
    merged = GeoDataFrame(
        data, geometry=shapes.union_by_group(frame.geometry.to_numpy(), group), crs=frame.crs
    )
    return merged, group


def _fullest(rows: pd.DataFrame, group: np.ndarray) -> np.ndarray:
    """Place of the row of each group, in ascending order of the group, that says most; of equal ones the first."""
    known = rows.notna() & rows.ne("unknown")
    weights = 2 ** np.arange(rows.shape[1])[::-1]
    order = np.lexsort((-(known.to_numpy() @ weights), group))
    ordered = group[order]
    return order[np.r_[True, ordered[1:] != ordered[:-1]]]


def _add_heights_and_storeys(buildings: GeoDataFrame, outlines: GeoDataFrame, group: np.ndarray) -> None:
    """Heights, storeys and attic of buildings from those of their parts.

    The height is that of the highest part; eaves, storeys and attic are means weighted by footprint, so that footprint
    times storeys is the gross floor area of all parts. Delivered storeys count before those from the eaves.
    """
    area = outlines["_area"].to_numpy()
    height = outlines["height_m"].to_numpy()
    highest = np.full(len(buildings), -np.inf)
    np.maximum.at(highest, group, np.where(np.isnan(height), -np.inf, height))
    buildings["height_m"] = np.where(np.isinf(highest), np.nan, highest)
    buildings["eaves_height_m"] = _weighted(
        outlines["eaves_height_m"].to_numpy(), area, group, len(buildings)
    )

    def of_parts(column: str) -> pd.Series:
        return pd.Series(buildings[column].to_numpy()[group], index=outlines.index)

    delivered, use = outlines["storeys"], of_parts("use")
    derived = storeys_from_eaves(outlines["eaves_height_m"], use, of_parts("age_class"))
    storeys = delivered.fillna(derived).to_numpy()
    buildings["storeys"] = _weighted(storeys, area, group, len(buildings)).round(2)
    from_eaves = (
        np.bincount(group, (delivered.isna() & derived.notna()).to_numpy(dtype=float), len(buildings)) > 0
    )
    known = buildings["storeys"].notna()
    source = buildings["storeys_source"].where(~from_eaves, "geometry")
    buildings["storeys_source"] = source.where(known, None)
    attic = attic_share(outlines["roof_type"], outlines["attic_storeys"], use, of_parts("storeys_source"))
    buildings["attic_share"] = _weighted(attic.to_numpy(), area, group, len(buildings)).round(3)


def _weighted(values: np.ndarray, weights: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Mean of the known values of each group by weight; NaN where none is known."""
    known = ~np.isnan(values)
    total = np.bincount(group[known], weights[known], groups)
    sums = np.bincount(group[known], (values * weights)[known], groups)
    return np.divide(sums, total, out=np.full(groups, np.nan), where=total > 0)


def _kept(buildings: GeoDataFrame, boundary: BaseGeometry | None, account: _Account) -> GeoDataFrame:
    """Buildings inside the boundary, large enough, each outline once; with their footprint and key."""
    buildings["footprint_m2"] = buildings.geometry.area
    if boundary is not None:
        outside = ~shapes.inside(buildings.geometry.to_numpy(), boundary)
        buildings = account.drop(buildings, outside, "outside_boundary")
        if buildings.empty:
            raise EnactError("buildings_none_inside", rows=account.dropped["outside_boundary"])
    tiny = buildings["footprint_m2"] < building_limit("min_footprint_m2")
    buildings = account.drop(buildings, tiny.to_numpy(), "too_small")

    said = buildings[list(_ATTRIBUTES)].notna().sum(axis=1)
    ordered = buildings.assign(_said=said, _key=buildings["building_id"].fillna("~"))
    ordered = ordered.sort_values(["_said", "_key"], ascending=[False, True], kind="stable")
    shape = pd.Series(shapes.same_shape(ordered.geometry.to_numpy()), index=ordered.index)
    buildings = account.drop(ordered, shape.duplicated().to_numpy(), "same_outline")
    if buildings.empty:
        raise EnactError("buildings_none_left", reasons=dict(account.dropped))

    key = buildings["building_id"].copy()
    nameless = key.isna()
    key[nameless] = shapes.place_keys(buildings.geometry.to_numpy()[nameless.to_numpy()])
    return buildings.assign(building_id=key).sort_values("building_id", kind="stable")


def _add_floor_area(buildings: GeoDataFrame) -> None:
    """Floor area with the attic's share; a delivered figure counts before a computed one."""
    given = buildings["floor_area_m2"]
    attic = buildings["attic_share"]
    computed = floor_area_m2(buildings["footprint_m2"], buildings["storeys"], attic, buildings["use"])
    source = buildings["storeys_source"].where(computed.notna(), None)
    buildings["attic_share"] = attic.where(computed.notna() & given.isna())
    buildings["floor_area_m2"] = given.fillna(computed).round(2)
    buildings["floor_area_source"] = source.where(given.isna(), "given")


def _table(buildings: GeoDataFrame, crs: object) -> GeoDataFrame:
    """Columns of the layer in its order and types."""
    first, last = buildings["year_from"], buildings["year_to"]
    known = buildings["age_class"].ne("unknown")
    flags = {
        name: buildings[name]
        for name in buildings.columns
        if name == REPAIRED or name.endswith("_implausible")
    }
    ready = buildings.assign(
        built_year=first.where(first.eq(last)).astype("Int64"),
        age_source=buildings["age_source"].where(known | first.eq(last), None),
        parts=buildings["parts"].astype("Int64"),
        footprint_m2=buildings["footprint_m2"].round(2),
        height_m=buildings["height_m"].round(2),
        eaves_height_m=buildings["eaves_height_m"].round(2),
        findings=joined(flags, buildings.index),
    )
    names = [column.name for column in columns("buildings")]
    table = pd.DataFrame({name: ready[name] for name in names}).reset_index(drop=True)
    texts = [name for name in names if table[name].dtype == object]
    table[texts] = table[texts].where(table[texts].notna(), None)
    return GeoDataFrame(table, geometry=ready.geometry.to_numpy(), crs=crs)


def _findings(table: GeoDataFrame, implausible: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is missing or strange in the table, one finding per kind with the number of buildings."""
    total = len(table)
    found = []
    noted = table["findings"].dropna()
    for name in (REPAIRED, *implausible.values()):
        count = (
            int(noted.str.split(SEPARATOR).map(lambda ids, name=name: name in ids).sum()) if len(noted) else 0
        )
        if count:
            severity = Severity.NOTE if name == REPAIRED else Severity.WARNING
            found.append(Finding(name, severity=severity, values={"count": count, "total": total}))
    gaps = {
        "buildings_without_use": table["use"].eq("unknown"),
        "buildings_without_storeys": table["storeys"].isna(),
        "buildings_without_age": table["age_class"].eq("unknown"),
    }
    for name, mask in gaps.items():
        if mask.any():
            found.append(
                Finding(name, severity=Severity.NOTE, values={"count": int(mask.sum()), "total": total})
            )
    return tuple(found)


def _assumptions(table: GeoDataFrame) -> tuple[str, ...]:
    """What the figures of the table rest on."""
    made = {
        "storeys_from_eaves": table["storeys_source"].eq("geometry").any(),
        "floor_area_from_storeys": (
            table["floor_area_m2"].notna() & table["floor_area_source"].ne("given")
        ).any(),
        "attic_share_by_roof": table["attic_share"].gt(0).any(),
    }
    return tuple(name for name, holds in made.items() if holds)
