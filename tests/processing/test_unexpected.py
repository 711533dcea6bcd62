"""An exception that nobody foresaw is told and logged, and ends no other data set."""

from __future__ import annotations

import gc
import logging
import weakref

import geopandas as gpd
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from shapely.geometry import LineString, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.matching import likeness
from enact_plugin.layers.messages import describe
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.unexpected import let_go, unexpected

E0, N0 = 318_000, 5_686_000
CRS = "EPSG:25833"


def test_type_words_and_our_innermost_place_are_told_and_the_traceback_is_logged(caplog):
    try:
        likeness(None, None)  # shapely is called with nothing, deep inside
    except Exception as error:  # noqa: BLE001 - whatever it is
        told = unexpected(error)
    assert told.code == "unexpected"
    assert told.params["error"] in ("TypeError", "AttributeError")
    assert told.params["place"].startswith("matching.py:")
    record = caplog.records[-1]
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert told.params["place"] in describe(told)


def test_an_error_that_is_kept_holds_no_layer():
    held = []

    def fails():
        layer = QgsVectorLayer("Point", "offen", "memory")
        held.append(weakref.ref(layer))
        raise ValueError(layer.name())

    def fails_again():
        try:
            fails()
        except ValueError as error:
            raise RuntimeError from error

    try:
        fails_again()
    except RuntimeError as error:
        let_go(error)
        kept = error
    gc.collect()
    assert isinstance(kept.__cause__, ValueError)
    assert held[0]() is None


def test_an_exception_outside_of_our_code_has_a_place_too():
    with pytest.raises(ValueError, match="invalid literal") as raised:
        int("x")
    assert unexpected(raised.value).params["place"].startswith("test_unexpected.py:")


@pytest.fixture
def given(tmp_path):
    def file(name, shapes, /, **data):
        return str(write_file(gpd.GeoDataFrame(data, geometry=shapes, crs=CRS), tmp_path / name))

    return {
        "AGS": "14713000",
        "DISTRICTS": file("ortsteile.gpkg", [box(E0, N0, E0 + 1000, N0 + 1000)], name=["Mitte"]),
        "STREETS": file("strassen.gpkg", [LineString([(E0 + 9, N0), (E0 + 9, N0 + 50)])], name=["Weg"]),
        "WORKSPACE": str(tmp_path / "stadt.gpkg"),
        "PROJECT": str(tmp_path / "stadt.qgz"),
    }


def test_an_exception_in_one_data_set_does_not_end_the_others(run, given, monkeypatch, caplog):
    import enact_plugin.processing.municipality_steps as job

    # no input is known that does it: a data set that breaks in a way nobody foresaw is made here
    class Broken(job.LoadLayer):
        def compute(self, the_job):
            if the_job.choice("KIND") == "districts":
                raise ZeroDivisionError("nobody foresaw it")
            return super().compute(the_job)

    monkeypatch.setattr(job, "LoadLayer", Broken)
    results = run("loadmunicipality", **given)
    assert (results["LOADED"], results["FAILED"]) == (1, 1)
    assert any("ZeroDivisionError" in line and "job.py:" in line for line in run.log)
    assert any(record.exc_info and record.exc_info[0] is ZeroDivisionError for record in caplog.records)
    assert Workspace.open(given["WORKSPACE"]).layers() == ("streets",)


def test_an_outline_that_cannot_be_stored_fails_alone(run, given):
    run("loadmunicipality", **given)
    workspace = Workspace.open(given["WORKSPACE"])
    assert workspace.layers() == ("districts", "municipality", "streets")
    layer = QgsVectorLayer(workspace.uri("municipality"), "Gemeinde", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    results = run("loadmunicipality", **given)
    # districts and streets are there, but the municipality that is the outline of the districts is being edited
    assert (results["LOADED"], results["FAILED"]) == (2, 1)
    assert [line.partition(":")[0] for line in run.log if "not loaded" in line] == ["Municipality"]
    assert any("edit mode" in line for line in run.log)
    layer.rollBack()
