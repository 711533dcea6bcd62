"""Military and critical sites are cut out of everything that leaves the house."""

from __future__ import annotations

import numpy as np
import shapely
from geopandas import GeoDataFrame


def on_restricted(shapes: np.ndarray, sites: GeoDataFrame | None) -> np.ndarray:
    """Which shapes touch a restricted site: a building that stands half on one belongs to it."""
    found = np.zeros(len(shapes), dtype=bool)
    if sites is None or sites.empty:
        return found
    hit, _ = shapely.STRtree(shapes).query(sites.geometry.to_numpy(), predicate="intersects")[::-1]
    found[hit] = True
    return found


def without_restricted(shapes: np.ndarray, sites: GeoDataFrame | None) -> np.ndarray:
    """Shapes less the restricted sites; empty where nothing is left."""
    touched = on_restricted(shapes, sites)
    if not touched.any():
        return shapes
    result = shapes.copy()
    result[touched] = shapely.difference(shapes[touched], shapely.union_all(sites.geometry.to_numpy()))
    return result
