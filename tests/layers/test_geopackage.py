"""Whether each row of a GeoPackage has a geometry, asked of the file itself."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point, Polygon, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.geopackage import every_row_placed

HERE = box(400_000, 5_680_000, 400_010, 5_680_010)


@pytest.fixture
def layer(qgis_app, tmp_path):
    def write(shapes, name='la"yer', file="a.gpkg"):
        frame = gpd.GeoDataFrame({"n": list(range(len(shapes)))}, geometry=shapes, crs=25833)
        return str(write_file(frame, tmp_path / file, name))

    return write


@pytest.mark.parametrize(
    ("shapes", "placed"),
    [
        ([HERE, HERE], True),
        ([HERE, None], False),
        ([HERE, Polygon()], False),
        ([Point(400_000, 5_680_000)], True),
        ([Point(400_000, 5_680_000), Point()], False),
        ([LineString([(0, 0), (1, 1)]), LineString()], False),
    ],
)
def test_a_row_without_geometry_is_found_also_where_it_is_an_empty_one(layer, shapes, placed):
    assert every_row_placed(layer(shapes)) is placed


def test_of_several_layers_the_one_that_is_named_is_asked(layer):
    path = layer([HERE], "ganz")
    layer([HERE, None], "halb")
    assert every_row_placed(f"{path}|layername=ganz|subset=n > 3")
    assert not every_row_placed(f"{path}|layername=halb")
    assert not every_row_placed(f"{path}|layername=fehlt")
    assert not every_row_placed(path)


def test_what_cannot_be_asked_is_not_sure(layer, tmp_path):
    (tmp_path / "kaputt.gpkg").write_text("kein GeoPackage", encoding="utf-8")
    for source in (
        str(tmp_path / "kaputt.gpkg"),
        str(tmp_path / "fehlt.gpkg"),
        "postgres://dbname='x'",
        "x" * 300,
    ):
        assert not every_row_placed(source)
    assert not every_row_placed(layer([HERE], file="a.geojson"))
