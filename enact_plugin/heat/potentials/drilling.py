"""Where ground probes may be drilled: free land of parcels or blocks, without what is protected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...reference.tables import rows
from ...stock.shapes import cover_by_group, in_threads
from .tables import rule

if TYPE_CHECKING:
    from pyproj import CRS

RULES = "heat_pump_rules"
_SEGMENTS = 2  # of a quarter circle
_ZONE = re.compile(r"\b(?:(III|II|I|IV)|([1-4]))[AB]?\b")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}


class Permission(str, Enum):
    """What is known of whether drilling is allowed."""

    EXCLUDED = "excluded"
    CASE_BY_CASE = "case_by_case"
    NOTHING_KNOWN = "nothing_known"  # against it, by the areas that were given
    NOT_CHECKED = "not_checked"  # no areas were given


class LandOf(str, Enum):
    """Whose land the lots are."""

    PARCELS = "parcels"
    BLOCKS = "blocks"  # free land around buildings, no parcels known


@dataclass(frozen=True)
class Lots:
    """Land with heated buildings, and the part of it where probes can stand.

    Attributes
    ----------
    keys, names : ndarray of object, shape (n,)
    shapes : ndarray, shape (n,)
        The land itself.
    zones : ndarray, shape (n,)
        Where probes can stand; may be empty.
    land : LandOf
    crs : CRS
    """

    keys: np.ndarray
    names: np.ndarray
    shapes: np.ndarray
    zones: np.ndarray
    land: LandOf
    crs: CRS


def lots_of_parcels(parcels: GeoDataFrame, buildings: GeoDataFrame) -> Lots:
    """Parcels that hold a heated building; probes keep away from their borders and from all buildings.

    Parameters
    ----------
    parcels : GeoDataFrame
        Layer ``parcels``.
    buildings : GeoDataFrame
        Layer ``building_stock`` with ``heated``.

    Returns
    -------
    Lots
    """
    shapes = parcels.geometry.to_numpy()
    outlines = buildings.geometry.to_numpy()
    heated = outlines[_heated(buildings)]
    _, holding = shapely.STRtree(shapes).query(shapely.point_on_surface(heated), predicate="intersects")
    # a parcel delivered twice is one
    first = ~parcels["parcel_id"].duplicated().to_numpy()
    place = np.unique(holding[first[holding]])
    land = shapes[place]
    inner = shapely.buffer(land, -rule(RULES, "parcel_border_m"), quad_segs=_SEGMENTS)
    zones = _without(inner, _around(outlines))
    keys = parcels["parcel_id"].to_numpy(dtype=object)[place]
    return Lots(keys, np.full(len(place), None, dtype=object), land, zones, LandOf.PARCELS, parcels.crs)


def lots_of_blocks(blocks: GeoDataFrame, members: pd.DataFrame, buildings: GeoDataFrame) -> Lots:
    """Free land of blocks near their heated buildings; whose land it is stays unknown.

    Parameters
    ----------
    blocks : GeoDataFrame
        Layer ``blocks``.
    members : DataFrame
        Table ``building_blocks``.
    buildings : GeoDataFrame
        Layer ``building_stock`` with ``heated``.

    Returns
    -------
    Lots
    """
    keys = blocks["block_id"].to_numpy(dtype=object)
    outlines = buildings.geometry.to_numpy()
    block = buildings["building_id"].map(members.set_index("building_id")["block_id"])
    place = pd.Index(keys).get_indexer(block)
    near = _heated(buildings) & (place >= 0)
    # a hull of few corners is enough here
    reach = shapely.buffer(shapely.envelope(outlines[near]), rule(RULES, "reach_m"), quad_segs=1)
    with_heat = np.unique(place[near])
    hulls = cover_by_group(reach, place[near])
    inner = in_threads(shapely.intersection, blocks.geometry.to_numpy()[with_heat], hulls)
    zones = _without(inner, _around(outlines))
    names = blocks["name"].to_numpy(dtype=object)[with_heat]
    return Lots(
        keys[with_heat], names, blocks.geometry.to_numpy()[with_heat], zones, LandOf.BLOCKS, blocks.crs
    )


def permissions(
    lots: Lots, exclusions: GeoDataFrame | None, water: GeoDataFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    """Zones without what is excluded, and what is known of each.

    Parameters
    ----------
    lots : Lots, n
    exclusions : GeoDataFrame or None
        Layer ``exclusions``; None where nobody looked.
    water : GeoDataFrame or None
        Layer ``water``.

    Returns
    -------
    zones : ndarray, shape (n,)
    permission : ndarray of object, shape (n,)
        Values of `Permission`; EXCLUDED where nothing of a zone is left because of it.
    """
    closed = [] if water is None else [water.geometry.to_numpy()]
    case = np.array([], dtype=object)
    if exclusions is not None:
        told = np.array(
            [permission_of(*row) for row in zip(exclusions["exclusion_kind"], exclusions["zone"])]
        )
        shapes = exclusions.geometry.to_numpy()
        closed.append(shapes[told == Permission.EXCLUDED.value])
        case = shapes[told == Permission.CASE_BY_CASE.value]
    zones = _without(lots.zones, np.concatenate(closed)) if closed else lots.zones
    start = Permission.NOT_CHECKED if exclusions is None else Permission.NOTHING_KNOWN
    permission = np.full(len(zones), start.value, dtype=object)
    if len(case):
        permission[np.unique(shapely.STRtree(case).query(zones, predicate="intersects")[0])] = (
            Permission.CASE_BY_CASE.value
        )
    gone = (shapely.area(lots.zones) > 0) & (shapely.area(zones) < rule(RULES, "min_zone_m2"))
    permission[gone] = Permission.EXCLUDED.value
    return zones, permission


def permission_of(kind: str | None, zone: str | None) -> str:
    """Whether probes may be drilled in a protected area of this kind and zone.

    A kind that the table does not name is looked at case by case.
    """
    found = _ZONE.search(str(zone).upper()) if zone else None
    number = (_ROMAN.get(found[1] or "", found[2]) or "") if found else ""
    table = _table()
    return table.get((kind, number)) or table.get((kind, "")) or Permission.CASE_BY_CASE.value


@cache
def _table() -> dict[tuple[str | None, str], str]:
    return {(row["exclusion_kind"], row["zone"]): row["permission"] for row in rows("drilling_exclusions")}


def _heated(buildings: GeoDataFrame) -> np.ndarray:
    return buildings["heated"].fillna(False).to_numpy(dtype=bool)


def _around(outlines: np.ndarray) -> np.ndarray:
    """Land too close to buildings."""
    distance_m = rule(RULES, "building_distance_m")
    return in_threads(lambda part: shapely.buffer(part, distance_m, quad_segs=_SEGMENTS), outlines)


def _without(shapes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Shapes less all others that touch them."""
    if not len(others):
        return shapes
    left, right = shapely.STRtree(others).query(shapes, predicate="intersects")
    result = shapes.copy()
    if len(left):
        hit = np.unique(left)
        result[hit] = in_threads(shapely.difference, shapes[hit], cover_by_group(others[right], left))
    return result
