"""The dialog on real files, with the real algorithm: Zittau from OpenStreetMap and the census of 2011."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

from enact_plugin.gui.choices import Given, Topic, from_parameters, single
from enact_plugin.gui.field_dialog import FieldDialog, Subject
from enact_plugin.gui.open_municipality import OpenMunicipalityDialog
from enact_plugin.gui.source_facts import NOTHING_SAID
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.provider import EnactProvider


@pytest.fixture
def zittau(real_data):
    return {
        "AGS": "14626610",
        "BUILDINGS": str(real_data / "buildings" / "zittau_osm_buildings.geojson"),
        "STREETS": str(real_data / "streets" / "zittau_osm_streets.geojson"),
        "CENSUS": str(real_data / "census" / "census2011_100m_zittau_goerlitz.csv"),
        "BOUNDARY": str(real_data / "areas" / "saxony_municipalities.gpkg"),
    }


@pytest.fixture
def provider(qgis_app):
    provider = EnactProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def dialog(iface, provider, german, qgis_new_project):
    window = OpenMunicipalityDialog(iface, iface.mainWindow())
    window.show()
    yield window
    window.shut_down(20_000)
    window.close()
    window.deleteLater()
    QgsProject.instance().clear()


def test_zittau_is_opened(dialog, zittau, iface, wait, tmp_path):
    dialog.set_choices(from_parameters(zittau, str(tmp_path)))
    dialog.start()
    wait(lambda: not dialog.is_running(), 120_000)
    assert iface.messageBar().currentItem().text() == "Zittau ist geladen."
    assert QgsProject.instance().fileName() == str(tmp_path / "14626610_zittau.qgz")
    assert len(QgsProject.instance().mapLayers()) >= 4
    assert "Geladene Datensätze" in dialog.report.browser.toPlainText()


def test_a_layer_of_the_open_project_serves_as_well_as_its_file(dialog, zittau, wait, tmp_path):
    layer = QgsVectorLayer(zittau.pop("STREETS"), "Straßen")
    houses = QgsVectorLayer(zittau.pop("BUILDINGS"), "Häuser")
    QgsProject.instance().addMapLayers([layer, houses])
    dialog.set_choices(from_parameters(zittau, str(tmp_path)))
    dialog._inputs["STREETS"].layer.setLayer(layer)
    dialog.addTopicButton.click()
    dialog._topics[0].set_topic(Topic("landuse", Given(layer_id=houses.id())))
    dialog.hide()
    dialog.start()
    wait(lambda: not dialog.is_running(), 120_000)
    streets = QgsVectorLayer(f"{tmp_path / '14626610_zittau.gpkg'}|layername=streets", "streets")
    assert streets.featureCount() > 700  # of 765 in the file; the rest is outside the municipality
    landuse = QgsVectorLayer(f"{tmp_path / '14626610_zittau.gpkg'}|layername=landuse", "landuse")
    assert landuse.featureCount() > 800  # of 880 outlines


def test_a_canceled_run_leaves_no_half_project(dialog, zittau, iface, wait, tmp_path):
    dialog.set_choices(from_parameters(zittau, str(tmp_path)))
    dialog.start()
    wait(lambda: dialog.stepLabel.text() != "")
    dialog.cancelButton.click()
    wait(lambda: not dialog.is_running(), 60_000)
    assert iface.opened == []
    assert not (tmp_path / "14626610_zittau.qgz").exists()
    assert dialog.messageBar.currentItem().text().startswith("Abgebrochen")


def test_a_field_assigned_in_the_dialog_lands_in_the_workspace_and_is_remembered(
    dialog, zittau, wait, tmp_path
):
    """OpenStreetMap's class as the streets' name: nobody would propose it."""
    choices = from_parameters({"AGS": zittau["AGS"], "STREETS": zittau["STREETS"]}, str(tmp_path))
    dialog.set_choices(choices)
    streets = dialog._inputs["STREETS"]
    table = FieldDialog.of(Subject(single(streets.given()), "streets"))
    assert table.combo("name").currentText() == "name (Text)"
    table.choose("name", "highway")
    table.attribution.setText("© OpenStreetMap-Mitwirkende, bearbeitet")
    streets.set_facts(table.facts())
    dialog.hide()
    dialog.start()
    wait(lambda: not dialog.is_running(), 120_000)
    workspace = Workspace.open(choices.workspace)
    named = set(workspace.read("streets")["name"].dropna())
    assert "residential" in named
    row = workspace.provenance("streets")
    assert (row.licence, row.attribution) == ("ODbL-1.0", "© OpenStreetMap-Mitwirkende, bearbeitet")
    # the second time nothing is said of the fields
    streets.set_facts(NOTHING_SAID)
    again = FieldDialog.of(Subject(single(streets.given()), "streets", choices.workspace))
    assert again.text("name") == "gemerkt"
    dialog.start()
    wait(lambda: not dialog.is_running(), 120_000)
    assert set(workspace.read("streets")["name"].dropna()) == named
    for each in (table, again):
        each.deleteLater()
