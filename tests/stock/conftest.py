"""Deliveries of buildings as the border hands them over: real ones from GeoJSON, small ones typed here."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
import shapely

CRS = "EPSG:25833"
EAST, NORTH = 486000.0, 5638000.0  # somewhere in Zittau: small figures are no coordinates of EPSG:25833


def rectangle(x, y, width, depth, z=None):
    """Outline with its lower left corner (x, y) metres from the corner of the test area."""
    ring = [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)]
    points = [(EAST + px, NORTH + py) + (() if z is None else (z,)) for px, py in ring]
    return shapely.Polygon(points)


@pytest.fixture(scope="session")
def at():
    return rectangle


@pytest.fixture
def layer():
    """Make a frame of rows (attributes with `geometry`)."""

    def make(*rows, crs=CRS):
        columns = dict.fromkeys(name for row in rows for name in row)
        data = {name: [row.get(name) for row in rows] for name in columns}
        return gpd.GeoDataFrame(data, geometry="geometry", crs=crs)

    return make


@pytest.fixture(scope="session")
def delivered(real_data):
    """Read a real delivery: frame in EPSG:25833 and the plain GeoJSON features to count in."""

    def read(name, crs=CRS):
        features = json.loads((real_data / "buildings" / name).read_text(encoding="utf-8"))["features"]
        frame = gpd.GeoDataFrame.from_features(features, crs=crs)
        return (frame if crs == CRS else frame.to_crs(CRS)), features

    return read
