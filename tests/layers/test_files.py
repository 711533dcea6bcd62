"""Files that others read hold what the frame held."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from qgis.core import QgsVectorLayer
from shapely.geometry import Point

from enact_plugin.errors import EnactError
from enact_plugin.layers import files
from enact_plugin.layers.files import write_file


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.csv"])
def test_the_time_of_day_is_kept(qgis_app, tmp_path, name):
    times = pd.to_datetime(["2024-01-01 13:45:00", None])
    frame = gpd.GeoDataFrame({"gemessen": times, "n": [1, 2]}, geometry=[Point(1, 2)] * 2, crs=4326)
    layer = QgsVectorLayer(str(write_file(frame, tmp_path / name)), "a", "ogr")
    value = next(layer.getFeatures())["gemessen"]
    said = value if isinstance(value, str) else value.toString("yyyy/MM/dd HH:mm:ss")
    assert said.startswith("2024/01/01 13:45:00")


def test_a_date_without_a_time_stays_a_date(qgis_app, tmp_path):
    frame = pd.DataFrame({"tag": pd.to_datetime(["2024-01-01"])})
    layer = QgsVectorLayer(str(write_file(frame, tmp_path / "a.gpkg")), "a", "ogr")
    assert layer.fields().field("tag").typeName() == "Date"


def test_every_row_is_counted_in_each_layer_of_a_file(qgis_app, tmp_path):
    path = tmp_path / "a.gpkg"
    write_file(pd.DataFrame({"a": ["x"] * 3}), path, "eins")
    write_file(pd.DataFrame({"a": ["x"] * 5}), path, "zwei")
    write_file(pd.DataFrame({"a": []}), path, "leer")
    assert [files._count(path, name) for name in ("eins", "zwei", "leer", "fehlt")] == [3, 5, 0, -1]


def test_a_row_of_nulls_counts_in_a_csv_file_too(qgis_app, tmp_path):
    path = write_file(pd.DataFrame({"2020": [None, "a\nb", None]}), tmp_path / "a.csv")
    assert files._count(path, "a") == 3


def test_a_file_that_lost_rows_is_no_result(qgis_app, tmp_path):
    class Shrinking(pd.DataFrame):
        """Says it has a row more than it hands out, as a driver that drops one would."""

        @property
        def _constructor(self):
            return pd.DataFrame

        def __len__(self):
            return super().__len__() + 1

    with pytest.raises(EnactError) as caught:
        write_file(Shrinking({"a": ["x", "y"]}), tmp_path / "a.gpkg")
    assert caught.value.code == "file_rows_lost"
    assert (caught.value.params["expected"], caught.value.params["count"]) == (3, 2)
