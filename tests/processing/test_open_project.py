"""The tools begin with the workspace and the project that are open in the window."""

from __future__ import annotations

import pytest
from qgis import utils
from qgis.core import QgsProject, QgsVectorLayer

from enact_plugin.errors import EnactError
from enact_plugin.processing.analyse import Analyse
from enact_plugin.processing.assembleproject import AssembleProject
from enact_plugin.processing.loadplants import LoadPlants
from enact_plugin.processing.open_project import refuse_project_of_another, workspace_shown
from enact_plugin.processing.plantstatistics import PlantStatistics


@pytest.fixture
def window(monkeypatch):
    """QGIS has a window."""
    monkeypatch.setattr(utils, "iface", object())


@pytest.fixture
def show(qgis_new_project, tmp_path):
    """Return a function that shows a layer of a file under an id; the file need not be there."""

    def add(file: str, name: str) -> str:
        path = str(tmp_path / file)
        layer = QgsVectorLayer(f"{path}|layername=plants", "Anlagen", "ogr")
        layer.setId(name)
        QgsProject.instance().addMapLayer(layer)
        return path

    return add


def preset(algorithm_class, name="WORKSPACE") -> str | None:
    algorithm = algorithm_class()
    algorithm.initAlgorithm()
    return algorithm.parameterDefinition(name).defaultValue()


@pytest.mark.parametrize("algorithm", [LoadPlants, PlantStatistics])
def test_the_workspace_of_the_open_project_is_preset(window, show, algorithm):
    path = show("stadt.gpkg", "enact_layer_plants_pv")
    show("stadt.gpkg", "enact_layer_streets")
    show("fremd.gpkg", "eigener_layer_1")
    assert preset(algorithm) == path


def test_of_two_workspaces_none_is_chosen(window, show):
    show("stadt.gpkg", "enact_layer_plants_pv")
    show("land.gpkg", "enact_layer_streets")
    assert workspace_shown() == ""


def test_without_a_window_none_is_preset(show, monkeypatch):
    monkeypatch.setattr(utils, "iface", None)
    show("stadt.gpkg", "enact_layer_plants_pv")
    assert preset(LoadPlants) is None


def test_an_empty_project_presets_none(window, qgis_new_project):
    assert preset(LoadPlants) is None


# ---- the project that is open


@pytest.fixture
def opened(window, show, tmp_path):
    """Return the file of the open project, which shows the workspace `stadt.gpkg`."""
    show("stadt.gpkg", "enact_layer_plants_pv")
    path = str(tmp_path / "stadt.qgz")
    QgsProject.instance().setFileName(path)
    return path


@pytest.mark.parametrize("algorithm", [AssembleProject, Analyse])
def test_the_open_project_is_preset(opened, algorithm):
    assert preset(algorithm, "PROJECT") == opened


def test_analysing_alone_makes_no_project(qgis_new_project):
    made = Analyse()
    made.initAlgorithm()
    definition = made.parameterDefinition("PROJECT")
    assert definition.defaultValue() is None
    assert not definition.createByDefault()


def test_the_open_project_does_not_become_that_of_another_workspace(opened, tmp_path):
    own, other = str(tmp_path / "stadt.gpkg"), str(tmp_path / "land.gpkg")
    refuse_project_of_another(own, opened)
    refuse_project_of_another(other, str(tmp_path / "land.qgz"))
    refuse_project_of_another(other, None)
    with pytest.raises(EnactError, match="project_of_other_workspace"):
        refuse_project_of_another(other, opened)


def test_the_window_is_told_when_the_open_project_was_made_anew(provider, run, tmp_path):
    run("demodata", SIZE=200, SEED=5, FOLDER=str(tmp_path))
    files = {
        "BUILDINGS": str(next(tmp_path.glob("alkis_gebaeude_*.gpkg"))),
        "STREETS": str(next(tmp_path.glob("strassen_*.gpkg"))),
    }
    path, project = str(tmp_path / "stadt.gpkg"), str(tmp_path / "stadt.qgz")
    told = []
    provider.project_renewed.connect(told.append)
    run("loadmunicipality", AGS="99999999", **files, WORKSPACE=path, PROJECT=project)
    assert told == []  # it was not open
    assert QgsProject.instance().read(project)
    run("analyse", WORKSPACE=path, PROJECT=project)
    assert told == [project]
    assert not any(
        "assembleproject" in line for line in run.log
    )  # nothing is left to do but to open it again
    QgsProject.instance().clear()
    fresh = QgsProject()
    assert fresh.read(project)
    assert "Wärmeanalyse" in fresh.mapThemeCollection().mapThemes()
    fresh.clear()
