"""The tools begin with the workspace of the project that is open in the window."""

from __future__ import annotations

import pytest
from qgis import utils
from qgis.core import QgsProject, QgsVectorLayer

from enact_plugin.processing.loadplants import LoadPlants
from enact_plugin.processing.open_project import workspace_shown
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


def preset(algorithm_class) -> str | None:
    algorithm = algorithm_class()
    algorithm.initAlgorithm()
    return algorithm.parameterDefinition("WORKSPACE").defaultValue()


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
