"""A run and the layers a person has open: edits are never written into other rows, and what is new is seen."""

from __future__ import annotations

import json
import threading

import geopandas as gpd
import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerNotesUtils,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QThread
from shapely.geometry import LineString, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.messages import step
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing import open_layers
from enact_plugin.processing.open_layers import OpenLayers


def district_file(path, names):
    frame = gpd.GeoDataFrame(
        {"ot_nr": [str(number) for number in range(len(names))], "ot_name": names},
        geometry=[box(400_000 + n * 100, 5_680_000, 400_100 + n * 100, 5_680_100) for n in range(len(names))],
        crs="EPSG:25833",
    )
    return str(write_file(frame, path))


@pytest.fixture
def workspace(run, tmp_path):
    path = tmp_path / "stadt.gpkg"
    file = district_file(tmp_path / "alt.gpkg", ["Nord", "Süd"])
    run("loadlayer", INPUT=file, KIND="districts", AGS="99999999", WORKSPACE=str(path))
    return Workspace.open(path)


@pytest.fixture
def values(workspace, tmp_path):
    file = district_file(tmp_path / "neu.gpkg", ["West", "Mitte", "Ost"])
    return {"INPUT": file, "KIND": "districts", "WORKSPACE": str(workspace.path)}


@pytest.fixture
def layer(workspace):
    return in_project(workspace.uri("districts"))


def in_project(uri):
    layer = QgsVectorLayer(uri, "Ortsteile", "ogr")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def prepared(values, algorithm="loadlayer"):
    made = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{algorithm}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    assert made.prepare(values, context, feedback)
    return made, context, feedback


def names(workspace):
    return sorted(workspace.read("districts")["name"])


def begin_to_edit(layer):
    assert layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("name"), "geändert")


# ---- editing


def test_an_edit_begun_during_the_run_is_not_written_into_another_row(workspace, layer, values):
    algorithm, context, feedback = prepared(values)
    begin_to_edit(layer)
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.runPrepared(values, context, feedback)
    assert "edit mode" in str(caught.value)
    assert layer.commitChanges()
    assert names(workspace) == ["Süd", "geändert"]


def test_an_edit_begun_while_the_layer_is_written_is_noticed_too(workspace, layer, values):
    algorithm, context, feedback = prepared(values)
    feedback.progressChanged.connect(
        lambda percent: percent > 70 and not layer.isEditable() and begin_to_edit(layer)
    )
    with pytest.raises(QgsProcessingException):
        algorithm.runPrepared(values, context, feedback)
    assert layer.isEditable()
    assert names(workspace) == ["Nord", "Süd"]


def test_a_layer_added_during_the_run_counts_as_well(workspace, values):
    algorithm, context, feedback = prepared(values)
    begin_to_edit(in_project(workspace.uri("districts")))
    with pytest.raises(QgsProcessingException):
        algorithm.runPrepared(values, context, feedback)
    assert names(workspace) == ["Nord", "Süd"]


def test_an_edit_ended_during_the_run_does_not_hinder(workspace, layer, values):
    begin_to_edit(layer)
    algorithm, context, feedback = prepared(values)
    assert layer.rollBack()
    algorithm.runPrepared(values, context, feedback)
    assert names(workspace) == ["Mitte", "Ost", "West"]


def test_saved_edits_hinder_until_the_planner_gives_them_up(run, workspace, layer, values):
    begin_to_edit(layer)
    assert layer.commitChanges()
    with pytest.raises(QgsProcessingException) as caught:
        run("loadlayer", **values)
    assert "OVERWRITE_EDITS" in str(caught.value)
    assert "stadt.gpkg" in str(caught.value)
    assert names(workspace) == ["Süd", "geändert"]
    run("loadlayer", **values, OVERWRITE_EDITS=True)
    assert names(workspace) == ["Mitte", "Ost", "West"]


def test_the_main_job_hands_the_leave_to_overwrite_on(run, workspace, layer, values, tmp_path):
    begin_to_edit(layer)
    assert layer.commitChanges()
    given = {
        "AGS": "99999999", "DISTRICTS": values["INPUT"], "WORKSPACE": values["WORKSPACE"],
        "PROJECT": str(tmp_path / "p.qgz"),
    }  # fmt: skip
    with pytest.raises(QgsProcessingException):
        run("loadmunicipality", **given)
    results = run("loadmunicipality", **given, OVERWRITE_EDITS=True)
    assert results["FAILED"] == 0
    assert "geändert" not in names(workspace)


def test_the_table_of_a_layer_is_known_by_its_name(run, workspace, values):
    layer = in_project(f"{workspace.path}|layername=districts")
    assert open_layers.place_of(layer)[1] == "districts"
    begin_to_edit(layer)
    with pytest.raises(QgsProcessingException):
        run("loadlayer", **values)


@pytest.mark.parametrize("form", ["{path}", "{path}|layerid=0"])
def test_a_layer_that_does_not_say_its_table_counts_as_any(run, workspace, values, form):
    layer = in_project(form.format(path=workspace.path))
    assert open_layers.place_of(layer)[1] == ""
    assert layer.startEditing()
    with pytest.raises(QgsProcessingException):
        run("loadlayer", **values)
    assert names(workspace) == ["Nord", "Süd"]


def test_another_table_or_file_in_edit_mode_does_not_hinder(run, workspace, values):
    assert in_project(values["INPUT"]).startEditing()
    run("loadlayer", **values)
    assert names(workspace) == ["Mitte", "Ost", "West"]


def test_edits_of_another_year_stay_and_do_not_hinder(run, workspace, tmp_path):
    def load(year):
        frame = gpd.GeoDataFrame(
            {"name": ["Mitte"], "art": ["Wärmenetz"], "jahr": [year]},
            geometry=[box(400_000, 5_680_000, 400_100, 5_680_100)],
            crs="EPSG:25833",
        )
        file = str(write_file(frame, tmp_path / f"gebiete{year}.gpkg"))
        mapping = json.dumps({"year": "jahr", "name": "name"})
        run("loadlayer", INPUT=file, KIND="supply_areas", MAPPING=mapping, WORKSPACE=str(workspace.path))

    load(2030)
    layer = in_project(workspace.uri("supply_areas"))
    begin_to_edit(layer)
    assert layer.commitChanges()
    load(2035)
    assert sorted(workspace.read("supply_areas")["name"]) == ["Mitte", "geändert"]


# ---- in a task, as QGIS runs it


def finished(values, during=lambda: None, algorithm="loadlayer"):
    """Run in a pool thread while the event loop of this one goes round."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{algorithm}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(made, values, context, feedback)
    ended = []
    task.executed.connect(lambda successful, _results: ended.append(successful))
    during()
    QgsApplication.taskManager().addTask(task)
    while not ended:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return ended[0], feedback


def test_an_edit_begun_after_a_task_was_made_is_noticed(workspace, layer, values):
    successful, feedback = finished(values, during=lambda: begin_to_edit(layer))
    assert not successful
    assert "edit mode" in feedback.textLog()
    assert names(workspace) == ["Nord", "Süd"]


def test_a_task_shows_new_rows_and_touches_layers_on_the_main_thread_only(layer, values, monkeypatch):
    threads = []
    facts_of = open_layers.facts_of
    monkeypatch.setattr(
        open_layers, "facts_of", lambda one: threads.append(QThread.currentThread()) or facts_of(one)
    )
    seen = []
    layer.repaintRequested.connect(lambda *_: seen.append(threading.current_thread()))
    successful, feedback = finished(values)
    assert successful, feedback.textLog()
    assert sorted(feature["name"] for feature in layer.getFeatures()) == ["Mitte", "Ost", "West"]
    assert set(seen) == {threading.main_thread()}
    assert set(threads) == {QCoreApplication.instance().thread()}


def test_a_waiting_main_thread_does_not_stop_the_run(workspace, layer, values):
    made = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(made, values, context, feedback)
    QgsApplication.taskManager().addTask(task)
    assert task.waitForFinished(60_000)  # no event loop meanwhile
    assert names(workspace) == ["Mitte", "Ost", "West"]


def test_nothing_is_left_of_a_run(layer, values):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application = QCoreApplication.instance()
    before = len(application.findChildren(OpenLayers))
    algorithm, context, feedback = prepared(values)
    assert len(application.findChildren(OpenLayers)) == before + 1
    algorithm.runPrepared(values, context, feedback)
    del algorithm
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(application.findChildren(OpenLayers)) == before
    begin_to_edit(layer)
    layer.rollBack()


# ---- reloading


def test_a_run_that_fails_later_has_shown_what_it_stored(workspace, layer, values, tmp_path):
    assert layer.featureCount() == 2
    project = tmp_path / "p.qgz"
    given = {
        "AGS": "99999999", "DISTRICTS": values["INPUT"], "WORKSPACE": values["WORKSPACE"], "PROJECT": str(project),
    }  # fmt: skip
    algorithm, context, feedback = prepared(given, "loadmunicipality")
    # the last step cannot write its project: a folder stands in its place by then
    feedback.progressChanged.connect(lambda percent: percent > 40 and project.mkdir(exist_ok=True))
    painted = []
    layer.repaintRequested.connect(lambda *_: painted.append(1))
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.runPrepared(given, context, feedback)
    assert "p.qgz" in str(caught.value)
    assert names(workspace) == ["Mitte", "Ost", "West"]
    assert layer.featureCount() == 3
    assert painted


def test_a_canceled_run_has_shown_what_it_stored(workspace, layer, values, tmp_path):
    given = {
        "AGS": "99999999", "DISTRICTS": values["INPUT"], "HEATPLAN": f"given_blocks={values['INPUT']}",
        "WORKSPACE": values["WORKSPACE"], "PROJECT": str(tmp_path / "p.qgz"),
    }  # fmt: skip
    algorithm, context, feedback = prepared(given, "loadmunicipality")
    feedback.progressChanged.connect(lambda percent: percent > 40 and feedback.cancel())
    with pytest.raises(QgsProcessingException):
        algorithm.runPrepared(given, context, feedback)
    assert names(workspace) == ["Mitte", "Ost", "West"]
    assert layer.featureCount() == 3


def test_a_style_that_cannot_be_stored_is_said_and_the_rows_are_shown(run, workspace, tmp_path):
    import sqlite3
    from contextlib import closing

    file = district_file(tmp_path / "plz.gpkg", ["01067"])
    run("loadlayer", INPUT=file, KIND="districts", WORKSPACE=str(workspace.path), OVERWRITE_EDITS=True)
    with closing(sqlite3.connect(workspace.path)) as connection:
        # nobody may store a style in this file
        connection.execute(
            "CREATE TRIGGER keine_stile BEFORE INSERT ON layer_styles BEGIN SELECT RAISE(ABORT, 'keine Stile'); END"
        )
        connection.execute("DELETE FROM layer_styles")
        connection.commit()
    file = district_file(tmp_path / "neu.gpkg", ["West", "Ost"])
    results = run("loadlayer", INPUT=file, KIND="districts", WORKSPACE=str(workspace.path))
    assert results["ROWS"] == 2
    assert names(workspace) == ["Ost", "West"]
    assert any("style" in line and "stadt.gpkg" in line for line in run.log)


# ---- what is known of a layer


@pytest.fixture
def licensed(workspace, tmp_path):
    layer = in_project(district_file(tmp_path / "osm.gpkg", ["Nord"]))
    metadata = layer.metadata()
    metadata.setLicenses(["ODbL-1.0"])
    metadata.setRights(["© OpenStreetMap-Mitwirkende"])
    layer.setMetadata(metadata)
    layer.setName("aus OSM")
    layer.selectAll()
    return layer


@pytest.mark.parametrize(
    "given",
    [
        lambda layer: layer,
        lambda layer: layer.id(),
        lambda layer: layer.name(),
        lambda layer: layer.source(),
        lambda layer: QgsProcessingFeatureSourceDefinition(layer.id(), True),
        lambda layer: QgsProcessingFeatureSourceDefinition(layer.source(), True),
    ],
)
def test_the_licence_of_a_layer_goes_with_it_however_it_is_named(run, workspace, licensed, given):
    run("loadlayer", INPUT=given(licensed), KIND="districts", WORKSPACE=str(workspace.path))
    row = workspace.provenance("districts")
    assert (row.licence, row.attribution) == ("ODbL-1.0", "© OpenStreetMap-Mitwirkende")
    assert json.loads(workspace.runs()[-1]["parameters"])["INPUT"] == "aus OSM"


def test_a_layer_that_is_in_no_project_keeps_its_licence(run, workspace, licensed):
    alone = licensed.clone()
    QgsProject.instance().removeAllMapLayers()
    run("loadlayer", INPUT=alone, KIND="districts", WORKSPACE=str(workspace.path))
    assert workspace.provenance("districts").licence == "ODbL-1.0"


# ---- out of date


def test_the_planner_reads_which_layers_are_out_of_date(run, workspace, tmp_path):
    lines = gpd.GeoDataFrame(
        {"name": ["Ring"]}, geometry=[LineString([(400_010, 5_680_010), (400_090, 5_680_090)])], crs=25833
    )
    boundary = gpd.GeoDataFrame(
        {"name": ["M"]}, geometry=[box(400_000, 5_680_000, 400_200, 5_680_100)], crs=25833
    )
    given = {"WORKSPACE": str(workspace.path)}

    def load(kind, frame, **more):
        run("loadlayer", INPUT=str(write_file(frame, tmp_path / f"{kind}.gpkg")), KIND=kind, **given, **more)

    load("boundary", boundary)
    load("streets", lines)
    project = {**given, "PROJECT": str(tmp_path / "p.qgz")}
    run("assembleproject", **project)
    assert not any("out of date" in line for line in run.log)
    load("boundary", boundary.assign(geometry=boundary.buffer(10)))
    run("assembleproject", **project)
    told = [line for line in run.log if "out of date" in line]
    assert len(told) == 1
    assert told[0].startswith("Streets")
    project = QgsProject()
    assert project.read(str(tmp_path / "p.qgz"))
    notes = [QgsLayerNotesUtils.layerNotes(layer) for layer in project.mapLayers().values()]
    assert sum("Nicht mehr aktuell" in note for note in notes) == 1
    project.clear()


def test_an_open_project_is_said_to_show_what_was_there_before(run, workspace, tmp_path):
    project = {"WORKSPACE": str(workspace.path), "PROJECT": str(tmp_path / "p.qgz")}
    old = step("project_open_is_old", path="p.qgz")
    run("assembleproject", **project)
    assert old not in run.log
    assert QgsProject.instance().read(project["PROJECT"])
    run("assembleproject", **project)
    assert old in run.log


# ---- the account of a run


def test_a_step_names_the_main_job_and_the_bar_never_goes_back(provider, values, tmp_path):
    given = {
        "AGS": "99999999", "DISTRICTS": values["INPUT"], "HEATPLAN": f"given_blocks={values['INPUT']}",
        "WORKSPACE": str(tmp_path / "neu_stadt.gpkg"), "PROJECT": str(tmp_path / "p.qgz"),
    }  # fmt: skip
    algorithm, context, feedback = prepared(given, "loadmunicipality")
    percents = []
    feedback.progressChanged.connect(percents.append)
    algorithm.runPrepared(given, context, feedback)
    assert percents == sorted(percents), percents
    # three steps, each with a third of the bar
    assert max(b - a for a, b in zip([0, *percents], percents)) < 34
    assert percents[-1] > 90
    runs = Workspace.open(given["WORKSPACE"]).runs()
    main = next(row for row in runs if row["algorithm"] == "enact:loadmunicipality")
    assert {row["parent"] for row in runs if row["algorithm"] == "enact:loadlayer"} == {main["run_id"]}
    assert json.loads(main["parameters"])["HEATPLAN"] == "given_blocks=neu.gpkg"
