"""The table of fields as a person sees it, and as the toolbox and the model show the parameter MAPPING."""

from __future__ import annotations

import json
import sys

import geopandas as gpd
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtCore import QDate, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMessageBox
from shapely.geometry import box

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import source_fingerprint
from enact_plugin.gui.field_dialog import FieldDialog, Subject, edit_facts
from enact_plugin.gui.mapping_parameter import MappingWrapper
from enact_plugin.gui.source_facts import SourceFacts
from enact_plugin.gui.source_reader import read_form, remembered_mapping
from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.loadbuildings import own_form
from enact_plugin.processing.provider import EnactProvider


@pytest.fixture
def zones(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame(
        {
            "WVG_X": ["Wärmenetz", "dezentral", None],
            "NAME": ["West", "Ost", "West"],
            "BEDARF": [1.5, 2.0, 3.0],
        },
        geometry=[box(0, 0, 9, 9), box(9, 0, 18, 9), box(18, 0, 27, 9)],
        crs=25833,
    )
    return str(write_file(frame, tmp_path / "zonen.gpkg"))


@pytest.fixture
def houses(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame(
        {"building": ["yes"], "name": ["Rathaus"]}, geometry=[box(0, 0, 9, 9)], crs=25833
    )
    return str(write_file(frame, tmp_path / "haus.gpkg"))


@pytest.fixture
def opened(german, german_locale, zones):
    dialog = FieldDialog.of(Subject(zones, "supply_areas"))
    yield dialog
    dialog.deleteLater()


# ---- what is seen of a source


def test_a_source_shows_its_fields_and_first_values(german_locale, zones):
    form = read_form(zones)
    assert form.fields == (("WVG_X", "String"), ("NAME", "String"), ("BEDARF", "Real"))
    assert form.examples("NAME") == "West · Ost"
    assert form.examples("WVG_X") == "Wärmenetz · dezentral"
    assert form.examples("BEDARF") == "1,5 · 2 · 3"


def test_a_layer_of_the_project_tells_its_licence(zones, qgis_new_project):
    layer = QgsVectorLayer(zones, "Zonen")
    metadata = layer.metadata()
    metadata.setLicenses(["CC BY 4.0"])
    layer.setMetadata(metadata)
    QgsProject.instance().addMapLayer(layer)
    form = read_form(layer.id())
    assert (form.name, form.licence) == ("Zonen", "CC BY 4.0")


def test_openstreetmap_is_known_by_its_fields(houses, tmp_path):
    frame = gpd.GeoDataFrame({"highway": ["path"]}, geometry=[box(0, 0, 9, 9)], crs=25833)
    assert read_form(str(write_file(frame, tmp_path / "osm.gpkg"))).licence == "ODbL-1.0"


def test_what_is_no_source_is_named(tmp_path):
    (tmp_path / "x.gpkg").write_text("x", encoding="utf-8")
    for source, code in (
        (str(tmp_path / "fehlt.gpkg"), "file_missing"),
        (str(tmp_path / "x.gpkg"), "input_unreadable"),
    ):
        with pytest.raises(EnactError) as caught:
            read_form(source)
        assert caught.value.code == code


def test_a_workspace_that_is_none_remembers_nothing(zones, tmp_path):
    fields = read_form(zones).fields
    assert remembered_mapping("", "supply_areas", fields) == ""
    assert remembered_mapping(zones, "supply_areas", fields) == ""
    assert remembered_mapping(str(tmp_path / "fehlt.gpkg"), "supply_areas", fields) == ""


# ---- the table


def test_the_table_shows_alias_and_type_in_german(opened):
    assert opened.windowTitle() == "EnAct – Felder und Herkunft: Voraussichtliche Wärmeversorgungsgebiete"
    targets = [opened.fieldTable.item(n, 0).text() for n in range(opened.fieldTable.rowCount())]
    assert any(text.endswith(" *") for text in targets)
    combo = opened.combo("name")
    assert combo.itemText(0) == "– keine Angabe –"
    assert combo.currentText() == "NAME (Text)"
    assert combo.findText("BEDARF (Zahl)") > 0
    assert opened.text("name") == "vorgeschlagen"


def test_what_is_needed_keeps_the_dialog_from_being_applied(opened):
    assert not opened.okButton.isEnabled()
    assert opened.noteLabel.text().startswith("Wird gebraucht:")
    opened.choose("supply_kind", "WVG_X")
    assert opened.okButton.isEnabled()
    assert opened.text("supply_kind") == "von Ihnen"
    assert opened.text("supply_kind", 3) == "Wärmenetz · dezentral"
    assert opened.noteLabel.text().startswith("Nicht verwendet: BEDARF")


def test_a_factor_is_for_numbers_and_a_bad_one_is_explained(opened):
    opened.choose("supply_kind", "WVG_X")
    assert not opened.line("supply_kind").isEnabled()
    opened.choose("demand_mwh_a", "BEDARF")
    line = opened.line("demand_mwh_a")
    assert line.isEnabled()
    line.setText("tausend")
    line.textEdited.emit("tausend")
    assert not opened.okButton.isEnabled()
    assert "ist kein Faktor" in opened.noteLabel.text()
    line.setText("0,001")
    line.textEdited.emit("0,001")
    assert opened.okButton.isEnabled()
    assert json.loads(opened.facts().mapping)["demand_mwh_a"] == {"field": "BEDARF", "factor": 0.001}


def test_the_same_value_everywhere_must_fit_the_column(opened):
    opened.choose("supply_kind", "WVG_X")
    opened.choose_constant("year", "bald")
    assert not opened.okButton.isEnabled()
    opened.choose_constant("year", "2035")
    assert opened.okButton.isEnabled()
    assert json.loads(opened.facts().mapping)["year"] == {"value": 2035}
    opened.choose("year", "")
    assert json.loads(opened.facts().mapping)["year"] is None


def test_reset_shows_the_proposal_again(opened):
    opened.choose("name", "WVG_X")
    opened.resetButton.click()
    assert (opened.combo("name").currentText(), opened.text("name")) == ("NAME (Text)", "vorgeschlagen")


def test_what_the_workspace_remembers_is_shown_as_such(german, zones, tmp_path):
    workspace = Workspace.create(tmp_path / "w.gpkg")
    mapping = '{"supply_kind": "WVG_X", "name": null}'
    fingerprint = source_fingerprint(read_form(zones).fields)
    workspace.remember_mapping("supply_areas", fingerprint, mapping, "2026-01-01T00:00:00+01:00")
    dialog = FieldDialog.of(Subject(zones, "supply_areas", str(workspace.path)))
    assert dialog.text("supply_kind") == "gemerkt"
    assert dialog.combo("name").currentText() == "– keine Angabe –"
    dialog.resetButton.click()
    assert dialog.combo("name").currentText() == "NAME (Text)"
    dialog.deleteLater()


def test_the_origin_is_kept(german, zones):
    dialog = FieldDialog.of(Subject(zones, "given_blocks"))
    assert dialog.facts().state_date == ""
    assert dialog.licence.lineEdit().placeholderText() == "nicht bekannt"
    dialog.licence.setCurrentText("eigene Lizenz")
    dialog.attribution.setText(" © Stadt ")
    dialog.stateDate.setDate(QDate(2026, 8, 31))
    facts = dialog.facts()
    assert (facts.licence, facts.attribution, facts.state_date) == ("eigene Lizenz", "© Stadt", "2026-08-31")
    again = FieldDialog.of(Subject(zones, "given_blocks", facts=facts))
    assert again.facts() == facts
    for each in (dialog, again):
        each.deleteLater()


def test_buildings_of_a_known_form_have_nothing_to_assign(german, houses):
    dialog = FieldDialog.of(Subject(houses, "buildings", own_form=own_form))
    assert dialog.fieldTable.isHidden()
    assert "OpenStreetMap" in dialog.introLabel.text()
    assert dialog.okButton.isEnabled()
    dialog.licence.setCurrentText("ODbL-1.0")
    assert dialog.facts() == SourceFacts(licence="ODbL-1.0")
    other = FieldDialog.of(Subject(houses, "buildings"))
    assert not other.fieldTable.isHidden()
    for each in (dialog, other):
        each.deleteLater()


def test_without_source_or_kind_nothing_opens(zones):
    for subject, code in (
        (Subject("", "rail"), "field_source_missing"),
        (Subject(zones, ""), "field_kind_missing"),
    ):
        with pytest.raises(EnactError) as caught:
            edit_facts(subject, None)
        assert caught.value.code == code


# ---- the parameter in toolbox, batch and model


@pytest.fixture
def provider(qgis_app, qgis_processing):
    provider = EnactProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def panel(provider, german):
    """Return a function that makes the widgets of an algorithm as its dialog does."""
    from processing.gui.wrappers import WidgetWrapperFactory

    window = QDialog()
    kept = []

    def make(name: str) -> dict:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{name}")
        context = QgsProcessingContext()
        kept.extend((algorithm, context))
        wrappers = {}
        for parameter in algorithm.parameterDefinitions():
            wrappers[parameter.name()] = WidgetWrapperFactory.create_wrapper(parameter, window)
            kept.append(wrappers[parameter.name()].createWrappedWidget(context))
        for wrapper in wrappers.values():
            wrapper.postInitialize(list(wrappers.values()))
        return wrappers

    yield make
    kept.clear()
    window.deleteLater()


def when_open(kind, act) -> None:
    """Do something with the next modal window of a kind."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            try:
                act(found)
            finally:
                found.close()  # or the test would wait for ever
        elif found is not None:
            found.close()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_the_toolbox_opens_the_table_for_the_source_and_kind_chosen(panel, zones):
    wrappers = panel("loadlayer")
    mapping = wrappers["MAPPING"]
    assert isinstance(mapping, MappingWrapper)
    context = QgsProcessingContext()
    wrappers["INPUT"].setParameterValue(zones, context)
    wrappers["KIND"].setParameterValue("supply_areas", context)

    def say(opened) -> None:
        opened.choose("supply_kind", "WVG_X")
        opened.attribution.setText("© Stadt")
        opened.okButton.click()

    when_open(FieldDialog, say)
    mapping.button.click()
    assert json.loads(mapping.parameterValue())["supply_kind"] == "WVG_X"
    assert wrappers["ATTRIBUTION"].parameterValue() == "© Stadt"
    assert mapping.subject().facts.attribution == "© Stadt"


def test_a_layer_with_only_its_selection_is_looked_into_all_the_same(panel, zones, qgis_new_project):
    layer = QgsVectorLayer(zones, "Zonen")
    QgsProject.instance().addMapLayer(layer)
    wrappers = panel("loadlayer")
    value = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    wrappers["INPUT"].setParameterValue(value, QgsProcessingContext())
    assert read_form(wrappers["MAPPING"].subject().source).name == "Zonen"


def test_the_toolbox_says_what_is_missing(qgis_new_project, panel):
    mapping = panel("loadlayer")["MAPPING"]
    seen = []

    def read(box: QMessageBox) -> None:
        seen.append(box.text())
        box.accept()

    when_open(QMessageBox, read)
    mapping.button.click()
    assert seen == ["Bitte zuerst Datei oder Layer wählen; dann lassen sich die Felder zuordnen."]


@pytest.mark.parametrize(("kind", "assignable"), [("auto", False), ("osm", False), ("mapped", True)])
def test_buildings_in_the_toolbox_follow_their_kind(panel, houses, kind, assignable):
    wrappers = panel("loadbuildings")
    context = QgsProcessingContext()
    wrappers["INPUT"].setParameterValue(houses, context)
    wrappers["KIND"].setParameterValue(kind, context)
    dialog = FieldDialog.of(wrappers["MAPPING"].subject())
    assert dialog.fieldTable.isHidden() is not assignable
    dialog.deleteLater()


def test_a_line_typed_by_hand_counts_as_well(panel):
    mapping = panel("loadlayer")["MAPPING"]
    changed = []
    mapping.widgetValueHasChanged.connect(changed.append)
    mapping.setParameterValue('{"name": "X"}', QgsProcessingContext())
    assert (mapping.parameterValue(), len(changed)) == ('{"name": "X"}', 1)


def test_in_a_model_the_parameter_is_the_usual_one(provider, iface, german):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm())
    wrapper = dialog.widget.widget.wrappers["MAPPING"]
    assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    wrapper.setWidgetValue([])
    dialog.deleteLater()


def test_without_a_window_nothing_of_it_is_imported(provider):
    """qgis_process reads the parameters too; only a window asks for the widget, by the name it is found under."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    named = algorithm.parameterDefinition("MAPPING").metadata()["widget_wrapper"]["class"]
    module, _, name = named.rpartition(".")
    assert module == MappingWrapper.__module__
    assert hasattr(sys.modules[module], name)
