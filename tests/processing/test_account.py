"""The account of a run, as a planner reads it: each line once, in its order, and where to look further."""

from __future__ import annotations

import geopandas as gpd
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from shapely.geometry import LineString, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.messages import layer_title
from enact_plugin.layers.workspace import Workspace

BOX = box(400_000, 5_680_000, 402_000, 5_682_000)


@pytest.fixture
def boundary(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame({"name": ["Mitte"]}, geometry=[BOX], crs="EPSG:25833")
    return str(write_file(frame, tmp_path / "grenze.gpkg"))


@pytest.fixture
def streets(qgis_app, tmp_path):
    lines = [LineString([(400_100, 5_680_100), (401_000 + 10 * n, 5_681_000)]) for n in range(3)]
    frame = gpd.GeoDataFrame({"STRNAME": ["Am Anger", "Gasse", "Weg"]}, geometry=lines, crs="EPSG:25833")
    return str(write_file(frame, tmp_path / "strassen.gpkg"))


@pytest.fixture
def buildings(qgis_app, tmp_path):
    shapes = [box(400_100 + 30 * n, 5_680_100, 400_112 + 30 * n, 5_680_112) for n in range(2)]
    tags = {
        "building": ["house", "yes"],
        "building:levels": ["2", "412"],
    }  # the second is no number of storeys
    return str(write_file(gpd.GeoDataFrame(tags, geometry=shapes, crs="EPSG:25833"), tmp_path / "osm.gpkg"))


def municipality(run, tmp_path, ags, **inputs):
    paths = {"WORKSPACE": str(tmp_path / "w.gpkg"), "PROJECT": str(tmp_path / "w.qgz")}
    return run("loadmunicipality", AGS=ags, **inputs, **paths)


def lines(run, beginning):
    return [line.strip() for line in run.log if line.strip().startswith(beginning)]


def test_an_unknown_saxon_key_is_said_once_and_the_run_goes_on(run, boundary, streets, tmp_path):
    results = municipality(run, tmp_path, "14713001", BOUNDARY=boundary, STREETS=streets)
    assert (results["LOADED"], results["FAILED"]) == (2, 0)
    assert Workspace.open(tmp_path / "w.gpkg").ags == "14713001"
    assert (
        len([line for line in run.log if "No municipality of Saxony has or had the key 14713001" in line])
        == 1
    )
    assert [line for line in run.log if line == "Similar to 14713001: Leipzig, Stadt (14713000)."]


def test_what_holds_for_several_data_sets_is_said_once_at_the_end(run, boundary, streets, tmp_path):
    municipality(run, tmp_path, "14713000", BOUNDARY=boundary, STREETS=streets)
    once = [
        "To take over other fields, assign them with “Fields …” in the dialog “Open municipality”, or with the field "
        "mapping of “Load layer by kind”; it is remembered.",
        "Licence and attribution of grenze.gpkg, strassen.gpkg are not known and stand on no map. Give them with "
        "“Fields …” in the dialog “Open municipality”, with “Load layer by kind”, or in the layer's metadata.",
    ]
    assert [line for line in run.log if line in once] == once
    assert not [line for line in run.log[: run.log.index(once[0])] if "attribution" in line]
    assert lines(run, "Not given: ")[0] in run.log[: run.log.index(once[0])]


def test_rows_are_counted_in_words_that_fit_one(run, boundary, streets, tmp_path):
    municipality(run, tmp_path, "14713000", BOUNDARY=boundary, STREETS=streets)
    assert f"{layer_title('municipality')}: 1 row written" in run.log
    assert f"{layer_title('streets')}: 3 rows written" in run.log


def test_only_fields_under_another_name_are_told(run, boundary, streets, tmp_path):
    municipality(run, tmp_path, "14713000", BOUNDARY=boundary, STREETS=streets)
    told = lines(run, "Fields taken over under another name")
    assert len(told) == 1  # the boundary's "name" keeps its name
    assert told[0].endswith("← STRNAME.")


def test_findings_say_once_where_their_rows_are_seen(run, boundary, buildings, tmp_path):
    municipality(run, tmp_path, "14713000", BOUNDARY=boundary, BUILDINGS=buildings)
    hints = [line for line in run.log if '"findings" IS NOT NULL' in line]
    assert len(hints) == 1
    assert "Gebäude" in hints[0]  # the group of the layer tree
    frame = Workspace.open(tmp_path / "w.gpkg").read("buildings")
    assert frame["findings"].notna().sum() == 1
    assert len([line for line in run.log if '"storeys" IS NULL' in line]) == 1


def test_nothing_is_hinted_where_nothing_was_found(run, boundary, tmp_path):
    municipality(run, tmp_path, "14713000", BOUNDARY=boundary)
    assert not [line for line in run.log if "IS NOT NULL" in line or "IS NULL" in line]


def test_each_data_set_is_named_while_it_is_loaded(run, boundary, streets, tmp_path):
    class Watching(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.texts = []

        def setProgressText(self, text):
            self.texts.append(text)

    from qgis import processing

    watching = Watching()
    paths = {"WORKSPACE": str(tmp_path / "w.gpkg"), "PROJECT": str(tmp_path / "w.qgz")}
    given = {"AGS": "14713000", "BOUNDARY": boundary, "STREETS": streets, **paths}
    processing.run("enact:loadmunicipality", given, feedback=watching)
    assert len([text for text in watching.texts if text.startswith("Loading ")]) == 2


def test_a_missing_file_is_told_with_the_parameter_as_the_dialog_calls_it(run, tmp_path):
    given = {"SOURCE": "csv", "FILE": "/nirgends/mastr.csv", "AGS": "14713000"}
    with pytest.raises(QgsProcessingException, match=r"/nirgends/mastr\.csv \(File\)"):
        run("loadplants", **given, WORKSPACE=str(tmp_path / "w.gpkg"))
