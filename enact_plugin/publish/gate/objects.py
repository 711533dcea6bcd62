"""Single objects that may be shown: only columns meant for others, without restricted sites and objections."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import shapely
from geopandas import GeoDataFrame

from ...outcome import Source
from ...reference.kind_rules import GateRule
from ...reference.public_layers import PublicLayer, public_layer
from .purpose import Lineage
from .released import ReceiptLine, Released, release
from .restricted import on_restricted, without_restricted

_POINTS = (shapely.GeometryType.POINT, shapely.GeometryType.MULTIPOINT)
_SLIVER_M2 = 1.0  # a roof that touches the neighbour's house is not on it


class Refusal(Enum):
    """Why a layer of single objects stays in the house."""

    NOT_RELEASED = "not_released"  # whoever runs it has not agreed
    NO_CONSENT = "no_consent"
    COLLECTED = "collected"  # computed from data collected for the plan
    NEVER = "never"


@dataclass(frozen=True)
class Permissions:
    """What the municipality was allowed to show.

    Attributes
    ----------
    released : collection of str
        Kinds of layer whose operator agreed that they are shown.
    restricted : GeoDataFrame or None
        Layer ``restricted_sites``.
    objections : ndarray of geometry
        Buildings whose owner objected.
    lineage : Lineage
    """

    released: Collection[str] = ()
    restricted: GeoDataFrame | None = None
    objections: np.ndarray = field(default_factory=lambda: np.array([], dtype=object))
    lineage: Lineage = field(default_factory=lambda: Lineage({}))


def refusal(layer: PublicLayer, permissions: Permissions) -> Refusal | None:
    """Why a layer of single objects may not be shown; None when it may.

    Parameters
    ----------
    layer : PublicLayer
    permissions : Permissions
    """
    agreed = layer.kind.kind in permissions.released
    rule = layer.rule
    if rule is GateRule.NEVER or (rule is GateRule.MIN5_DOMINANCE and not _classes_only(layer)):
        return Refusal.NEVER
    if rule is GateRule.PLAN_ONLY and not agreed:
        return Refusal.NOT_RELEASED
    if rule is GateRule.CONSENT and not agreed:
        return Refusal.NO_CONSENT
    if rule in (GateRule.PUBLIC, GateRule.OPT_OUT) and permissions.lineage.collected(layer.kind.layer):
        return Refusal.COLLECTED
    return None


def _classes_only(layer: PublicLayer) -> bool:
    """Whether it tells of an area no figure, only which class it is of."""
    free = {layer.kind.key, "name", "year", "area_ha"}
    return layer.kind.geometry == "polygon" and all(one.values or one.name in free for one in layer.columns)


def released_objects(
    name: str, frame: GeoDataFrame, permissions: Permissions, sources: tuple[Source, ...] = ()
) -> Released | Refusal:
    """Release single objects, each with the columns of public_layers.csv only.

    Objects without a place, on restricted sites, and of buildings whose owner objected are left out; what lies on a
    restricted site in part loses that part.

    Parameters
    ----------
    name : str
        Layer in public_layers.csv.
    frame : GeoDataFrame
        Rows of the layer of the workspace.
    permissions : Permissions
    sources : tuple of Source

    Returns
    -------
    Released or Refusal
    """
    layer = public_layer(name)
    refused = refusal(layer, permissions)
    if refused is not None:
        return refused
    shapes = frame.geometry.to_numpy()
    placed = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    touched = placed.copy()
    touched[placed] = on_restricted(shapes[placed], permissions.restricted)
    points = np.isin(shapely.get_type_id(shapes), _POINTS)
    kept = placed & ~(touched & points)
    objected = np.zeros(len(frame), dtype=bool)
    if layer.rule is GateRule.OPT_OUT:
        objected[kept] = _objected(shapes[kept], permissions.objections)
        kept &= ~objected
    left = shapes.copy()
    left[kept] = without_restricted(shapes[kept], permissions.restricted)
    kept &= ~shapely.is_empty(left)
    content = GeoDataFrame(
        frame.loc[kept, [column.name for column in layer.columns]].reset_index(drop=True),
        geometry=left[kept],
        crs=frame.crs,
    )
    line = ReceiptLine(
        name, int(placed.sum()), len(content), restricted=int(touched.sum()), opted_out=int(objected.sum())
    )
    return release(name, content, line, sources)


def _objected(shapes: np.ndarray, objections: np.ndarray) -> np.ndarray:
    """Objects that lie on, or under, a building whose owner objected."""
    found = np.zeros(len(shapes), dtype=bool)
    if len(objections) and len(shapes):
        which, of = shapely.STRtree(objections).query(shapes, predicate="intersects")
        inside = shapely.area(shapely.intersection(shapes[which], objections[of])) > _SLIVER_M2
        found[which[inside]] = True
    return found
