"""The demo municipality through the whole main job; in a model; and what the toolbox tells of each algorithm."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProject,
)

from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.base import Group
from enact_plugin.processing.installation import version

IDS = {
    "reviewplants", "exportplantfindings", "feedingplants", "plantchanges", "plantstate", "plantstatistics",
    "loadmunicipality", "demodata", "loadplants", "loadbuildings", "loadcensus", "loadlayer", "assembleproject",
    "checkservices", "networkproposal", "networksizing", "networksupply", "networkcost",
    "networkvariants", "networkproject", "networkprojectsheets",
    "analyse", "buildingstock", "heatdemand", "buildingblocks", "streetsections", "heatdensity", "heatlinedensity",
    "suitability", "loadconsumption", "loadheaters", "datarequest", "energybalance", "potentials", "scenario",
    "exportsecap",
}  # fmt: skip


@pytest.fixture(scope="module")
def made():
    """Outputs by name, made once."""
    return {}


@pytest.fixture
def town(made, run, tmp_path_factory):
    """Musterstadt of 300 buildings: parameters of the main job, and its outputs."""
    if not made:
        folder = tmp_path_factory.mktemp("musterstadt")
        demo = run("demodata", SIZE=300, SEED=3, FOLDER=str(folder / "dateien"))
        given = json.loads(demo["PARAMETERS"])
        results = run(
            "loadmunicipality", **given, WORKSPACE=str(folder / "m.gpkg"), PROJECT=str(folder / "m.qgz")
        )
        made.update(demo=demo, given=given, results=results, log=list(run.log))
    return made


def test_every_data_set_of_the_demo_is_loaded(town):
    assert town["results"]["FAILED"] == 0, town["log"]
    assert town["results"]["SKIPPED"] == 0
    workspace = Workspace.open(town["results"]["WORKSPACE"])
    assert (workspace.ags, workspace.crs) == ("99999999", "EPSG:25833")
    assert "fiktiv" in workspace.name
    assert workspace.provenance("buildings").rows == town["demo"]["BUILDINGS"]
    assert workspace.provenance("plants").rows == town["demo"]["UNITS"]


def test_the_project_opens_with_every_layer_valid(town, qgis_new_project):
    project = QgsProject.instance()
    assert project.read(town["results"]["PROJECT"])
    layers = project.mapLayers().values()
    assert len(layers) > 20
    # the basemap alone may be out of reach
    assert [layer.name() for layer in layers if not layer.isValid() and layer.providerType() == "ogr"] == []
    assert set(project.mapThemeCollection().mapThemes()) >= {
        "Energieanlagen",
        "Gebäudebestand",
        "Wärmeplanung",
    }


def test_csv_and_json_of_the_same_units_give_the_same_plants(town, run, tmp_path):
    folder = Path(town["given"]["PLANTS"]).parent
    pages = next(path for path in folder.iterdir() if path.is_dir() and list(path.glob("*.json")))
    path = str(tmp_path / "json.gpkg")
    given = town["given"]
    for kind, name in (("addresses", "ADDRESSES"), ("buildings", "BUILDINGS")):  # units are put at addresses
        loader, values = ("loadbuildings", {}) if kind == "buildings" else ("loadlayer", {"KIND": kind})
        run(loader, INPUT=given[name], AGS="99999999", WORKSPACE=path, **values)
    run("loadplants", SOURCE="json", FOLDER=str(pages), AGS="99999999", WORKSPACE=path)
    by_csv = Workspace.open(town["results"]["WORKSPACE"]).read("plants").set_index("mastr_id").sort_index()
    by_json = Workspace.open(path).read("plants").set_index("mastr_id").sort_index()
    # the register's page is reached by a number that only the endpoint tells; the boundary is unknown here
    left, right = (pd.DataFrame(frame.drop(columns=["url", "findings"])) for frame in (by_csv, by_json))
    left["geometry"], right["geometry"] = by_csv.geometry.to_wkt(), by_json.geometry.to_wkt()
    pd.testing.assert_frame_equal(left, right)


def test_the_census_is_taken_from_a_layer_of_the_project_too(town, run, tmp_path, qgis_new_project):
    from qgis.core import QgsVectorLayer

    file = next(path for path in town["given"]["CENSUS"].split(";") if "Bevoelkerungszahl" in path)
    layer = QgsVectorLayer(f"file://{file}?delimiter=;&geomType=none", "Einwohner", "delimitedtext")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    by_layer, by_file = str(tmp_path / "layer.gpkg"), str(tmp_path / "file.gpkg")
    run("loadcensus", INPUT=[layer], WORKSPACE=by_layer)
    run("loadcensus", INPUT=[file], WORKSPACE=by_file)
    hashes = {Workspace.open(path).provenance("census_cells").content_hash for path in (by_layer, by_file)}
    assert len(hashes) == 1


def test_loading_again_changes_nothing_but_the_time(town, run):
    workspace = Workspace.open(town["results"]["WORKSPACE"])
    before = {row.layer: row.content_hash for row in workspace.all_provenance()}
    run(
        "loadmunicipality",
        **town["given"],
        **{name: town["results"][name] for name in ("WORKSPACE", "PROJECT")},
    )
    after = {row.layer: row.content_hash for row in workspace.all_provenance()}
    assert after == before
    assert workspace.changed_inputs() == {}


def test_what_was_loaded_is_not_taken_for_edited_by_hand(town):
    workspace = Workspace.open(town["results"]["WORKSPACE"])
    layers = workspace.layers()
    assert {layer: workspace.edited_rows(layer) for layer in layers} == dict.fromkeys(layers, 0)


def test_sums_by_area_are_out_of_date_when_an_area_comes_that_was_not_there(town, run, tmp_path):
    path, given = str(tmp_path / "ohne.gpkg"), town["given"]
    run("loadplants", FILE=given["PLANTS"], DISTRICTS=given["DISTRICTS"], AGS=given["AGS"], WORKSPACE=path)
    workspace = Workspace.open(path)
    # the districts came from a file: no change in the workspace makes that another
    assert set(workspace.provenance("plants_by_area").inputs) == {"plants", "municipality", "postcodes"}
    assert workspace.changed_inputs() == {}
    run("loadlayer", INPUT=given["BOUNDARY"], KIND="boundary", AGS=given["AGS"], WORKSPACE=path)
    # it says which units are outside of it, and has a polygon for the sums
    assert workspace.changed_inputs() == dict.fromkeys(("plants", "plants_by_area"), ("municipality",))


def test_algorithms_chain_in_a_model(town, provider, tmp_path):
    model = QgsProcessingModelAlgorithm("Kette", "Test")
    model.addModelParameter(
        QgsProcessingParameterFile("workspace", "Arbeitsbereich"), QgsProcessingModelParameter("workspace")
    )
    static, outputs = QgsProcessingModelChildParameterSource.fromStaticValue, "loading"
    loading = QgsProcessingModelChildAlgorithm("enact:loadlayer")
    loading.setChildId(outputs)
    loading.addParameterSources("INPUT", [static(town["given"]["DISTRICTS"])])
    loading.addParameterSources("KIND", [static("districts")])
    loading.addParameterSources(
        "WORKSPACE", [QgsProcessingModelChildParameterSource.fromModelParameter("workspace")]
    )
    model.addChildAlgorithm(loading)
    project = QgsProcessingModelChildAlgorithm("enact:assembleproject")
    project.setChildId("project")
    project.addParameterSources(
        "WORKSPACE", [QgsProcessingModelChildParameterSource.fromChildOutput(outputs, "WORKSPACE")]
    )
    target = tmp_path / "kette.qgz"
    project.addParameterSources("PROJECT", [static(str(target))])
    model.addChildAlgorithm(project)
    model.initAlgorithm()
    path = str(tmp_path / "kette.gpkg")
    _results, ok = model.run({"workspace": path}, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert ok
    assert target.exists()
    assert "districts" in Workspace.open(path).layers()


# ---- what the toolbox tells


def demo_files(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("steps", [1, 12, 30])
def test_a_canceled_demo_leaves_nothing_behind_and_says_so(provider, run, tmp_path, steps):
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    class CancelAfter(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.left = steps
            self.progressChanged.connect(self.count)

        def count(self, _percent):
            self.left -= 1
            if self.left <= 0:
                self.cancel()

    before = tmp_path / "frueher"
    run("demodata", SIZE=200, SEED=1, FOLDER=str(before))
    kept = demo_files(before)
    for folder in (before, tmp_path / "neu"):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:demodata")
        with pytest.raises(QgsProcessingException) as caught:
            algorithm.run(
                {"SIZE": 200, "SEED": 2, "FOLDER": str(folder)},
                QgsProcessingContext(),
                CancelAfter(),
                {},
                False,
            )
        assert "demo municipality was not written" in str(caught.value)
    assert demo_files(before) == kept
    assert not (tmp_path / "neu").exists()


def test_pages_of_a_bigger_demo_do_not_stay(run, tmp_path):
    stale = tmp_path / "d" / "mastr_endpunkt_fiktiv" / "seite_99.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}", encoding="utf-8")
    run("demodata", SIZE=200, SEED=1, FOLDER=str(tmp_path / "d"))
    assert not stale.exists()
    assert not [each for each in (tmp_path / "d").iterdir() if each.name.startswith(".")]


def test_ids_are_public_and_complete(provider):
    assert {algorithm.name() for algorithm in provider.algorithms()} == IDS


@pytest.mark.parametrize("name", sorted(IDS))
def test_each_algorithm_explains_itself(provider, name):
    algorithm = provider.algorithm(name)
    assert algorithm.displayName()
    assert algorithm.shortDescription()
    assert len(algorithm.shortHelpString()) > 100
    assert algorithm.tags()
    assert algorithm.groupId() in {group.value for group in Group}
    for parameter in algorithm.parameterDefinitions():
        assert parameter.name().isupper()
        assert parameter.description() != parameter.name()
        assert parameter.help(), parameter.name()
        if isinstance(parameter, QgsProcessingParameterEnum):
            assert parameter.usesStaticStrings(), parameter.name()


@pytest.mark.parametrize("name", sorted(IDS))
def test_each_algorithm_can_run_in_the_background(provider, name):
    flags = provider.algorithm(name).flags()
    from qgis.core import Qgis

    assert not flags & Qgis.ProcessingAlgorithmFlag.NoThreading


def test_version_is_that_of_the_metadata(project_root):
    metadata = (project_root / "metadata.txt").read_text(encoding="utf-8")
    assert f"version={version()}" in metadata


def test_sources_of_the_toolbox_accept_layers_and_files(provider):
    for name in ("loadbuildings", "loadlayer"):
        parameter = provider.algorithm(name).parameterDefinition("INPUT")
        assert parameter.dataTypes() == [QgsProcessing.SourceType.TypeVector]
