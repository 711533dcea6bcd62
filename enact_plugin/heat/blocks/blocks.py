"""Blocks of a municipality, and which building is in which."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from shapely.geometry.base import BaseGeometry

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...progress import SILENT, Progress
from ...reference.columns import columns
from ...reference.heat_rules import heat_rule
from ...stock.shapes import in_threads
from ..keys import geometry_keys
from .dividing import divided
from .faces import NOWHERE, border_lines, face_of, faces, polygon_at
from .land import Heated, Land, within_parcels, without_open_land, without_water
from .settlement import all_near, clusters, hulls

_M2_HA = 10_000.0
OUTSIDE = -1
_WHOLE_SHARE = 1e-6  # of a face: more missing, and it was cut to the land around its buildings


@dataclass(frozen=True)
class BlockInputs:
    """What bounds blocks; all in the same metric CRS.

    Attributes
    ----------
    stock : GeoDataFrame, shape (n,)
        Layer ``building_stock``.
    streets, rail, waterways : GeoDataFrame or None
        Layers of those names: lines with their class.
    land : Land
        Water and open land are taken off the area of blocks; parcels say how deep the last row's land is.
    boundary : geometry or None
        Area of the municipality.
    given : GeoDataFrame or None
        Layer ``heatplan_blocks``: where there are given blocks, none are made.
    """

    stock: GeoDataFrame
    streets: GeoDataFrame | None = None
    rail: GeoDataFrame | None = None
    waterways: GeoDataFrame | None = None
    land: Land = field(default_factory=Land)
    boundary: BaseGeometry | None = None
    given: GeoDataFrame | None = None


@dataclass(frozen=True)
class Blocks:
    """Blocks and their buildings.

    Attributes
    ----------
    blocks : Outcome
        Columns of the layer ``blocks``.
    members : Outcome
        Columns of the table ``building_blocks``: every building once.
    """

    blocks: Outcome
    members: Outcome


@dataclass(frozen=True)
class _Shapes:
    """Blocks while they are made; `block` is the row of the block of each heated building, `OUTSIDE` for none."""

    shapes: np.ndarray
    gross_m2: np.ndarray
    kind: np.ndarray
    block: np.ndarray
    rule: np.ndarray
    keys: np.ndarray | None = None
    names: np.ndarray | None = None


def building_blocks(inputs: BlockInputs, source: Source, progress: Progress = SILENT) -> Blocks:
    """Make blocks, and say for every building in which it stands.

    Given blocks count. Else the lines of streets, rail and water are noded and polygonised, and each face is cut to the
    land within 50 m of its heated buildings, or to their parcels, so that the density of the last row of houses is not
    that of the fields behind it; open land and water are taken off. Buildings that stand alone, fewer than five
    together, are outside settlements (Außenbereich) and in no block. Blocks above 12 ha are cut in their widest gaps;
    what a face leaves between two carriageways is no block.

    Parameters
    ----------
    inputs : BlockInputs
    source : Source
    progress : Progress

    Returns
    -------
    Blocks

    Raises
    ------
    EnactError
        ``blocks_without_streets``, ``blocks_nothing_heated``.
    """
    stock = inputs.stock.sort_values("building_id", kind="stable").reset_index(drop=True)
    heated = stock["heated"].to_numpy(dtype=bool, na_value=False)
    if not heated.any():
        raise EnactError("blocks_nothing_heated", total=len(stock))
    points = in_threads(shapely.point_on_surface, stock.geometry.to_numpy())
    progress(0.1, "blocks_lines")
    if inputs.given is not None and len(inputs.given):
        made = _given(inputs.given, points[heated])
    else:
        made = _made(inputs, stock.geometry.to_numpy()[heated], points[heated], progress)
    progress(0.8, "blocks_members", rows=len(stock))
    outlines = stock.geometry.to_numpy()[heated]
    placed = made.block != OUTSIDE
    ground = Heated(outlines[placed], points[heated][placed], made.block[placed])
    shapes = _net(made, ground, inputs.land)
    keys = geometry_keys(made.shapes, "b_") if made.keys is None else made.keys
    block, rule = _all_buildings(made, points, heated)
    table = _table(made, shapes, keys, block, heated, inputs.stock.crs)
    members = pd.DataFrame(
        {
            "building_id": stock["building_id"],
            "block_id": np.where(block == OUTSIDE, None, keys[block]) if len(keys) else None,
            "block_rule": rule,
        }
    )
    progress(1.0)
    outside = int((heated & (block == OUTSIDE)).sum())
    values = {
        "count": len(table),
        "area": round(float(table["area_ha"].sum()), 1),
        "outside": outside,
        "total": int(heated.sum()),
    }
    findings = (Finding("blocks_made", severity=Severity.NOTE, values=values),)
    assumptions = ("blocks_given",) if made.keys is not None else _assumptions(inputs.land)
    return Blocks(
        Outcome(table, source, len(table), findings=findings, assumptions=assumptions),
        Outcome(members, source, len(members)),
    )


def _assumptions(land: Land) -> tuple[str, ...]:
    """What was assumed of blocks made from lines."""
    known = {"blocks_open_land": land.landuse, "blocks_parcels": land.parcels}
    used = (code for code, layer in known.items() if layer is not None and len(layer))
    return ("blocks_enclosed", "blocks_hull", *used, "blocks_outside")


def _given(given: GeoDataFrame, points: np.ndarray) -> _Shapes:
    """Blocks as delivered; a building beside all of them belongs to the nearest within the hull's reach."""
    shapes = given.geometry.to_numpy()
    tree = shapely.STRtree(shapes)
    block = np.full(len(points), OUTSIDE)
    point, nearest = tree.query_nearest(
        points, max_distance=heat_rule("block_hull_m"), all_matches=False, exclusive=False
    )
    block[point] = nearest
    touching = np.zeros(len(points), dtype=bool)
    touching[point] = shapely.intersects(points[point], shapes[nearest])
    rule = np.where(block == OUTSIDE, "outside", np.where(touching, "inside", "nearest")).astype(object)
    names = given["name"].to_numpy(dtype=object) if "name" in given else np.full(len(given), None, object)
    keys = given["block_id"].astype(str).to_numpy(dtype=object)
    kind = np.full(len(shapes), "given", dtype=object)
    return _Shapes(shapes, shapely.area(shapes), kind, block, rule, keys, names)


def _made(inputs: BlockInputs, outlines: np.ndarray, points: np.ndarray, progress: Progress) -> _Shapes:
    """Blocks from lines for the heated buildings."""
    lines = np.concatenate(
        [
            border_lines("streets", inputs.streets, "street_class"),
            border_lines("rail", inputs.rail, "rail_class"),
            border_lines("waterways", inputs.waterways, "water_kind"),
        ]
    )
    if not len(lines):
        raise EnactError("blocks_without_streets")
    xy = shapely.get_coordinates(points)
    radius = np.sqrt(shapely.area(outlines) / np.pi)
    # grouping and polygonising know nothing of each other, and neither needs the interpreter
    with ThreadPoolExecutor(1) as beside:
        grouping = beside.submit(clusters, xy, radius, heat_rule("block_hull_m"))
        enclosed = faces(lines, inputs.boundary, points)
        progress(0.4, "blocks_hulls", rows=len(enclosed))
        cluster = grouping.result()
    settled = np.bincount(cluster)[cluster] >= heat_rule("settlement_buildings")
    face = face_of(points, enclosed)
    parts, part_face = _parts(enclosed, outlines[settled], face[settled])
    block = np.full(len(points), OUTSIDE)
    if len(parts):
        block[settled] = face_of(points[settled], parts)
    rule = np.where(settled, "inside", "outside").astype(object)
    made = _Shapes(
        parts, shapely.area(enclosed)[part_face], np.full(len(parts), "enclosed", dtype=object), block, rule
    )
    progress(0.6, "blocks_dividing", rows=len(parts))
    return _used(_large_divided(_small_merged(made, outlines, points), outlines, xy))


def _parts(enclosed: np.ndarray, outlines: np.ndarray, face: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Connected pieces of each face's land near its buildings, and the row of their face."""
    used, group = np.unique(face, return_inverse=True)
    land = enclosed[used].copy()
    open_ = ~all_near(land, outlines, group)
    some = open_[group]
    near = hulls(outlines[some], group[some], len(used))
    land[open_] = in_threads(shapely.intersection, land[open_], near[open_])
    parts, row = shapely.get_parts(land, return_index=True)
    polygon = (shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 0)
    return parts[polygon], used[row[polygon]]


def _small_merged(made: _Shapes, outlines: np.ndarray, points: np.ndarray) -> _Shapes:
    """Buildings of a scrap of land join the nearest block that is none."""
    count = len(made.shapes)
    inside = made.block != OUTSIDE
    built = np.bincount(made.block[inside], shapely.area(outlines)[inside], count)
    area = shapely.area(made.shapes)
    scrap = (area < heat_rule("block_min_m2")) | (area < built)
    whole = np.flatnonzero(~scrap & (built > 0))
    moving = np.flatnonzero(inside)[scrap[made.block[inside]]]
    if not len(moving) or not len(whole):
        return made
    point, target = shapely.STRtree(made.shapes[whole]).query_nearest(
        points[moving], max_distance=heat_rule("block_hull_m"), all_matches=False
    )
    block, rule = made.block.copy(), made.rule.copy()
    block[moving[point]] = whole[target]
    rule[moving[point]] = "nearest"
    return replace(made, block=block, rule=rule)


def _large_divided(made: _Shapes, outlines: np.ndarray, xy: np.ndarray) -> _Shapes:
    """Cut blocks above the largest area; only these are looked at one by one."""
    large = np.flatnonzero(shapely.area(made.shapes) > heat_rule("block_max_ha") * _M2_HA)
    shapes, gross, kind = list(made.shapes), list(made.gross_m2), list(made.kind)
    block = made.block.copy()
    for number in large:
        rows = np.flatnonzero(made.block == number)
        if len(rows) < 2:
            continue
        parts = divided(shapes[number], outlines[rows], xy[rows])
        if len(parts) < 2:
            continue
        for place, part in enumerate(parts):
            target = number if place == 0 else len(shapes)
            if place:
                shapes.append(part.shape)
                gross.append(gross[number])
                kind.append("divided")
            else:
                shapes[number], kind[number] = part.shape, "divided"
            block[rows[part.buildings]] = target
    return replace(
        made,
        shapes=np.array(shapes, dtype=object),
        gross_m2=np.array(gross),
        kind=np.array(kind, dtype=object),
        block=block,
    )


def _used(made: _Shapes) -> _Shapes:
    """Only blocks with a heated building, ordered by place."""
    used = np.unique(made.block[made.block != OUTSIDE])
    box = shapely.bounds(made.shapes[used]).reshape(-1, 4)
    used = used[np.lexsort((shapely.area(made.shapes[used]), box[:, 1], box[:, 0]))]
    place = np.full(len(made.shapes) + 1, OUTSIDE)
    place[used] = np.arange(len(used))
    return replace(
        made,
        shapes=made.shapes[used],
        gross_m2=made.gross_m2[used],
        kind=made.kind[used],
        block=place[made.block],
    )


def _net(made: _Shapes, heated: Heated, land: Land) -> np.ndarray:
    """Land of the settlement within each block; a given block is as it was given, less water."""
    shapes = made.shapes
    if made.keys is None and len(shapes):
        cut = shapely.area(shapes) < made.gross_m2 * (1 - _WHOLE_SHARE)
        within = within_parcels(shapes, heated, land)
        shapes = np.where(cut, within, shapes)
        shapes = without_open_land(shapes, heated, land)
    return without_water(shapes, land)


def _all_buildings(made: _Shapes, points: np.ndarray, heated: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Block of every building: of heated ones as made, of the others by where they stand."""
    block = np.full(len(points), OUTSIDE)
    rule = np.full(len(points), "outside", dtype=object)
    block[heated], rule[heated] = made.block, made.rule
    others = np.flatnonzero(~heated)
    if len(others) and len(made.shapes):
        found = polygon_at(points[others], made.shapes)
        inside = found != NOWHERE
        block[others[inside]], rule[others[inside]] = found[inside], "inside"
    return block, rule


def _table(
    made: _Shapes,
    shapes: np.ndarray,
    keys: np.ndarray,
    block: np.ndarray,
    heated: np.ndarray,
    crs: object,
) -> GeoDataFrame:
    inside = block != OUTSIDE
    count = len(shapes)
    data = {
        "block_id": keys,
        "name": made.names if made.names is not None else np.full(count, None, dtype=object),
        "block_kind": made.kind,
        "area_ha": (shapely.area(shapes) / _M2_HA).round(4),
        "gross_area_ha": (made.gross_m2 / _M2_HA).round(4),
        "buildings": np.bincount(block[inside], minlength=count),
        "heated_buildings": np.bincount(block[inside & heated], minlength=count),
    }
    names = [column.name for column in columns("blocks")]
    return GeoDataFrame(pd.DataFrame(data)[names], geometry=shapes, crs=crs)
