"""What a parameter for a layer is checked for, whatever its source looks like."""

from __future__ import annotations

import geopandas as gpd
import pytest
from qgis.core import QgsApplication, QgsProcessingContext
from shapely.geometry import LineString

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

LONG = " OR ".join(f"\"name\" = '{number}'" for number in range(60))  # no file system has names as long


@pytest.fixture
def streets(qgis_app, tmp_path):
    lines = [LineString([(400_100, 5_680_100), (400_200, 5_680_100 + 10 * row)]) for row in range(3)]
    frame = gpd.GeoDataFrame({"name": ["0", "1", "x"]}, geometry=lines, crs=25833)
    return str(write_file(frame, tmp_path / "strassen.gpkg"))


def checked(value, folder):
    job = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    values = {"INPUT": value, "KIND": "streets", "WORKSPACE": str(folder / "w.gpkg")}
    return job.checkParameterValues(values, QgsProcessingContext())


def test_a_file_with_a_long_filter_is_loaded_with_it(run, streets, tmp_path):
    source = f"{streets}|layername=strassen|subset={LONG}"
    assert checked(source, tmp_path) == (True, "")
    run("loadlayer", INPUT=source, KIND="streets", WORKSPACE=str(tmp_path / "w.gpkg"))
    workspace = Workspace.open(tmp_path / "w.gpkg")
    assert sorted(workspace.read("streets")["name"]) == ["0", "1"]
    assert workspace.provenance("streets").source == "strassen.gpkg"


@pytest.mark.parametrize(
    "source",
    [
        f"dbname='gis' host=db.stadt.example port=5432 key='id' table=\"public\".\"v\" (geom) sql={LONG}",
        "x" * 300,
        "a\x00b.gpkg",
    ],
)
def test_a_source_that_can_be_no_file_is_refused_in_words(provider, tmp_path, source):
    accepted, text = checked(source, tmp_path)
    assert not accepted
    assert text


def test_a_bar_in_the_name_of_a_file_is_part_of_it(run, streets, tmp_path):
    try:
        (tmp_path / "strassen.gpkg").rename(tmp_path / "a|b.gpkg")
    except OSError:
        return  # Windows has no such names
    run("loadlayer", INPUT=str(tmp_path / "a|b.gpkg"), KIND="streets", WORKSPACE=str(tmp_path / "w.gpkg"))
    workspace = Workspace.open(tmp_path / "w.gpkg")
    assert workspace.provenance("streets").source == "a|b.gpkg"
    assert "a|b.gpkg" in str(workspace.runs()[0])
