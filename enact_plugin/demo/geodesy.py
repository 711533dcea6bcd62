"""From the town's own coordinates to those of the sources: UTM zone 33, degrees, the census grid."""

from __future__ import annotations

import numpy as np
import shapely
from pyproj import Transformer

CRS = "EPSG:25833"
CENSUS_CRS = "EPSG:3035"
CENTRE = np.array([400_000.0, 5_680_000.0])
"""Where the middle of the market lies, in EPSG:25833 [m]."""


def to_world(geometry: np.ndarray) -> np.ndarray:
    """Geometries relative to the town's centre in EPSG:25833."""
    return shapely.transform(geometry, lambda points: points + CENTRE)


def to_degrees(points: np.ndarray) -> np.ndarray:
    """Longitude and latitude (WGS84) of points relative to the town's centre, shape (n, 2)."""
    return _transform(points, "EPSG:4326")


def to_census(points: np.ndarray) -> np.ndarray:
    """Easting and northing in EPSG:3035 of points relative to the town's centre, shape (n, 2)."""
    return _transform(points, CENSUS_CRS)


def _transform(points: np.ndarray, target: str) -> np.ndarray:
    transformer = Transformer.from_crs(CRS, target, always_xy=True)
    east, north = transformer.transform(points[:, 0] + CENTRE[0], points[:, 1] + CENTRE[1])
    return np.stack([east, north], axis=1)
