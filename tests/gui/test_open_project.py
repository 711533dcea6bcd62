"""A project whose file was made anew is offered to be opened again, and nothing of the open one is lost unasked."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton

from enact_plugin.gui.open_project import offer_again
from enact_plugin.plugin import EnactPlugin


@pytest.fixture
def project(qgis_new_project, tmp_path):
    """File of a project that is open, unchanged."""
    path = tmp_path / "stadt.qgz"
    assert QgsProject.instance().write(str(path))
    QgsProject.instance().setDirty(False)
    yield str(path)
    QgsProject.instance().clear()


def button(iface):
    (found,) = [each for item in iface.bar.items() for each in item.findChildren(QPushButton)]
    return found


def test_the_button_opens_it_again_and_the_message_goes(iface, german, project):
    offer_again(iface, project)
    assert "stadt.qgz ist neu zusammengestellt" in iface.bar.items()[0].text()
    assert button(iface).text() == "Neu öffnen"
    button(iface).click()
    assert iface.opened == [project]
    assert iface.bar.items() == []


@pytest.mark.parametrize(("answer", "opened"), [("Neu &öffnen", 1), ("&Hier bleiben", 0)])
def test_changes_of_the_open_project_are_asked_for_and_never_saved_over_the_new_file(
    iface, german, project, answer, opened
):
    QgsProject.instance().setDirty(True)
    seen = []

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(each.text() for each in box.buttons())
        next(each for each in box.buttons() if each.text() == answer).click()

    offer_again(iface, project)
    QTimer.singleShot(50, click)
    button(iface).click()
    assert sorted(seen) == ["&Hier bleiben", "Neu &öffnen"]
    assert len(iface.opened) == opened
    assert len(iface.bar.items()) == 1 - opened


def test_edits_that_are_not_saved_keep_it_open(iface, german, project):
    layer = QgsVectorLayer("Point?crs=EPSG:25833", "Gebiete", "memory")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.addFeature(QgsFeature(layer.fields()))
    offer_again(iface, project)
    button(iface).click()
    assert iface.opened == []
    assert any("Gebiete" in item.text() for item in iface.bar.items())
    layer.rollBack()


def test_the_plugin_offers_what_an_algorithm_made_anew_and_takes_the_offer_with_it(
    iface, german, project, wait
):
    plugin = EnactPlugin(iface)
    plugin.initGui()
    plugin._provider.project_renewed.emit(project)
    wait(iface.bar.items)
    assert button(iface).text() == "Neu öffnen"
    plugin._provider.project_renewed.emit(project)
    plugin.unload()  # with one offer shown and one still to come
    assert iface.bar.items() == []
    wait_s = QTimer()
    wait_s.setSingleShot(True)
    wait_s.start(1500)
    wait(lambda: not wait_s.isActive())
    assert iface.bar.items() == []
