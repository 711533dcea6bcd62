"""The dialog: what it shows at once, what it refuses, what it hands to the algorithm, and how a run ends."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path

import geopandas as gpd
import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox, QPushButton
from shapely.geometry import LineString, box

from enact_plugin.gui.choices import (
    DATA_SETS,
    Choices,
    Given,
    Topic,
    from_memory,
    parameters,
    problems,
    recognise,
    to_memory,
)
from enact_plugin.gui.field_dialog import FieldDialog
from enact_plugin.gui.open_municipality import ALGORITHM, OpenMunicipalityDialog
from enact_plugin.gui.settings import data_folder, remember, remembered, workspace_folder
from enact_plugin.layers.files import write_file


@pytest.fixture
def dialog(iface, small, german, qgis_new_project):
    window = OpenMunicipalityDialog(iface, iface.mainWindow(), algorithm="small:record")
    window.show()
    yield window
    window.shut_down(10_000)
    window.close()
    window.deleteLater()


@pytest.fixture
def ready(dialog, plants_csv):
    """Return the dialog, ready to start: Görlitz and a file of plants."""
    dialog.picker.set_text("14626110")
    dialog._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    return dialog


def told(window) -> str:
    """Text of the message in the dialog's bar; empty when there is none."""
    item = window.messageBar.currentItem()
    return item.text() if item is not None else ""


def type_into(combo: QComboBox, text: str) -> None:
    combo.setFocus()
    combo.lineEdit().clear()
    QTest.keyClicks(combo.lineEdit(), text)


# ---- the municipality


def test_typing_without_umlauts_offers_the_town(dialog):
    type_into(dialog.municipality, "Gorlitz")
    assert dialog.picker.suggestions()[0] == "Görlitz, Stadt (14626110)"


def test_all_municipalities_are_in_the_list(dialog):
    assert dialog.municipality.count() == 418


def test_a_key_shows_name_and_district_and_proposes_files(dialog, tmp_path):
    type_into(dialog.municipality, "14626610")
    assert "Zittau" in dialog.municipalityHint.text()
    assert "Landkreis Görlitz" in dialog.municipalityHint.text()
    assert dialog.workspace.filePath() == str(tmp_path / "EnAct" / "14626610_zittau.gpkg")
    assert dialog.workspaceHint.text() == "wird neu angelegt"


def test_an_old_key_says_what_replaces_it(dialog):
    type_into(dialog.municipality, "14262000")
    assert "14612000" in dialog.municipalityHint.text()
    assert "Dresden" in dialog.municipalityHint.text()


def test_a_name_is_completed_when_the_field_is_left(dialog):
    type_into(dialog.municipality, "zittau")
    QTest.keyClick(dialog.municipality.lineEdit(), Qt.Key.Key_Tab)
    dialog.municipality.lineEdit().editingFinished.emit()
    assert dialog.picker.text() == "Zittau, Stadt (14626610)"


def test_a_bad_key_is_refused_with_the_reason_in_german(dialog, plants_csv, small):
    dialog._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    type_into(dialog.municipality, "147130")
    dialog.start()
    assert told(dialog).startswith("Gemeinde: „147130“ ist kein")
    assert not dialog.is_running()
    assert small.seen == []


def test_the_first_field_with_a_problem_gets_the_keyboard(ready):
    ready._inputs["BUILDINGS"].file.setFilePath("/nicht/da.gpkg")
    ready.activateWindow()
    ready.start()
    assert told(ready) == (
        "Gebäude: /nicht/da.gpkg gibt es nicht. Bitte die Datei neu wählen oder das Feld leer lassen."
    )
    assert ready.focusWidget() is ready._inputs["BUILDINGS"].file.lineEdit()


def test_while_another_name_is_typed_no_file_of_the_former_town_is_shown(ready, tmp_path):
    ready.workspace.setFilePath(str(tmp_path / "goerlitz_neu.gpkg"))
    type_into(ready.municipality, "Zitta")
    assert (ready.workspace.filePath(), ready.project.filePath()) == ("", "")
    assert ready.choices().inputs  # not yet another town: what was chosen is not thrown away
    type_into(ready.municipality, "14626110")  # thought better of it
    assert ready.workspace.filePath() == str(tmp_path / "goerlitz_neu.gpkg")
    type_into(ready.municipality, "14626610")
    assert ready.workspace.filePath() == str(tmp_path / "EnAct" / "14626610_zittau.gpkg")


def test_a_name_that_was_not_picked_is_picked_before_anything_starts(ready, small, wait):
    type_into(ready.municipality, "zittau")
    ready.start()
    wait(lambda: not ready.is_running())
    assert small.seen[0]["AGS"] == "14626610"
    assert "zittau" in small.seen[0]["WORKSPACE"]


def test_nothing_chosen_is_nobodys_fault(dialog):
    dialog.online.setChecked(False)
    dialog.picker.set_text("14626110")
    dialog.start()
    assert told(dialog).startswith("Es ist kein Datensatz gewählt.")


# ---- inputs


def test_a_file_is_judged_at_once(dialog, plants_csv):
    plants = dialog._inputs["PLANTS"]
    assert plants.verdict.text() == ""
    plants.file.lineEdit().setText(str(plants_csv))
    assert plants.verdict.text() == "Einheitenübersicht"
    plants.file.lineEdit().setText(str(plants_csv) + "x")
    assert plants.verdict.text() == "falscher Typ"


def test_what_a_file_holds_is_said_and_what_looks_wrong_is_explained(dialog, tmp_path):
    simple = tmp_path / "einfach.csv"
    simple.write_text('"MaStR-Nr. der Einheit";"Ort"\n', encoding="utf-8")
    plants = dialog._inputs["PLANTS"]
    plants.file.setFilePath(str(simple))
    assert plants.verdict.text() == "ohne Gemeindeschlüssel"
    assert "erweiterte exportieren" in plants.verdict.toolTip()
    streets = dialog._inputs["STREETS"]
    streets.file.setFilePath(str(two_layers(tmp_path)))
    assert streets.verdict.text() == "GeoPackage, 2 Layer"
    assert "wege, haus" in streets.verdict.toolTip()
    streets.file.setFilePath(f"{tmp_path / 'beides.gpkg'}|layername=wege")
    assert streets.verdict.text() == "GeoPackage: Linien"
    dialog._inputs["BUILDINGS"].file.setFilePath(f"{tmp_path / 'beides.gpkg'}|layername=wege")
    assert "andere Geometrie" in dialog._inputs["BUILDINGS"].verdict.toolTip()


def two_layers(folder: Path) -> Path:
    """File with lines and areas."""
    lines = gpd.GeoDataFrame({"BEZ": ["Ahornweg"]}, geometry=[LineString([(0, 0), (9, 9)])], crs=25833)
    areas = gpd.GeoDataFrame({"use": ["Haus"]}, geometry=[box(0, 0, 9, 9)], crs=25833)
    write_file(lines, folder / "beides.gpkg", "wege")
    return write_file(areas, folder / "beides.gpkg", "haus")


def test_a_folder_of_pages_can_be_given_for_the_plants(dialog, tmp_path):
    folder = tmp_path / "seiten"
    folder.mkdir()
    for number in range(3):
        (folder / f"seite_{number}.json").write_text("{}", encoding="utf-8")
    plants = dialog._inputs["PLANTS"]
    plants.file.setFilePath(str(folder))
    assert plants.verdict.text() == "JSON-Dateien: 3"
    assert plants.folder.accessibleName() == "oder Ordner …"
    assert dialog.choices().inputs["PLANTS"] == Given((str(folder),))


def test_the_next_file_is_looked_for_beside_the_last_one(dialog, plants_csv):
    dialog._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    assert dialog._inputs["STREETS"].file.defaultRoot() == str(plants_csv.parent)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://download.example.org/Gesamtdatenexport_20260801_26.1.zip", "Adresse"),
        ("online", "Register, online"),
    ],
)
def test_an_address_or_online_can_be_given_for_the_plants(dialog, text, said):
    plants = dialog._inputs["PLANTS"]
    plants.file.setFilePath(text)
    assert plants.verdict.text() == said
    assert dialog.choices().inputs["PLANTS"] == Given((text,))


def test_the_demos_folder_is_not_where_the_next_workspace_goes(tmp_path):
    before = workspace_folder()
    remember(recognise("99999999"), Choices(workspace=str(tmp_path / "demo" / "m.gpkg")))
    assert workspace_folder() == before
    (tmp_path / "stadt").mkdir()
    given = {"STREETS": Given((str(tmp_path / "stadt" / "s.gpkg|layername=s"),))}
    remember(recognise("14626110"), Choices(workspace=str(tmp_path / "stadt" / "g.gpkg"), inputs=given))
    assert workspace_folder() == data_folder() == str(tmp_path / "stadt")


def test_a_folder_that_is_gone_is_not_proposed(tmp_path):
    QgsSettings().setValue("enact/workspace_folder", str(tmp_path / "stick" / "weg"))
    QgsSettings().setValue("enact/data_folder", str(tmp_path / "stick"))
    assert workspace_folder().endswith("EnAct")
    assert Path(data_folder()).is_dir()


# ---- fields


def test_only_where_fields_can_be_assigned_there_is_a_button_and_it_waits_for_a_source(dialog, tmp_path):
    with_button = {name for name, source in dialog._inputs.items() if source.fields is not None}
    assert with_button == {"BOUNDARY", "BUILDINGS", "STREETS", "DISTRICTS", "ADDRESSES"}
    button = dialog._inputs["STREETS"].fields
    assert not button.isEnabled()
    dialog._inputs["STREETS"].file.setFilePath(f"{two_layers(tmp_path)}|layername=wege")
    assert button.isEnabled()


def in_field_dialog(act) -> None:
    """Do something in the dialog of fields as soon as it is open."""

    def look() -> None:
        opened = QApplication.activeModalWidget()
        if isinstance(opened, FieldDialog):
            try:
                act(opened)
            finally:
                opened.close()  # or the test would wait for ever
        elif opened is not None:
            opened.close()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_what_is_said_of_a_source_goes_to_the_algorithm_and_is_remembered(ready, small, wait, tmp_path):
    streets = ready._inputs["STREETS"]
    streets.file.setFilePath(f"{two_layers(tmp_path)}|layername=wege")

    def say(opened) -> None:
        opened.choose("name", "BEZ")
        opened.licence.setCurrentText("dl-de/by-2-0")
        opened.okButton.click()

    in_field_dialog(say)
    streets.fields.click()
    assert "dl-de/by-2-0" in streets.fields.toolTip()
    ready.hide()
    ready.start()
    wait(lambda: not ready.is_running())
    facts = json.loads(small.seen[0]["SOURCE_FACTS"])["STREETS"]
    assert (facts["mapping"]["name"], facts["licence"]) == ("BEZ", "dl-de/by-2-0")
    assert remembered(ready._place).inputs["STREETS"].facts.licence == "dl-de/by-2-0"
    streets.file.setFilePath(f"{tmp_path / 'beides.gpkg'}|layername=haus")
    assert not streets.given().facts  # another source


def test_a_further_layer_needs_its_kind_before_its_fields(dialog, tmp_path):
    dialog.addTopicButton.click()
    source = dialog._topics[0].source
    source.file.setFilePath(f"{two_layers(tmp_path)}|layername=haus")
    source.fields.click()
    assert told(dialog).startswith("Bitte zuerst die Art der Ebene wählen")
    dialog._topics[0].kind.setCurrentIndex(dialog._topics[0].kind.findData("supply_areas"))

    def say(opened) -> None:
        assert not opened.okButton.isEnabled()
        opened.choose("supply_kind", "use")
        opened.choose_constant("year", "2035")
        opened.okButton.click()

    in_field_dialog(say)
    source.fields.click()
    mapping = json.loads(dialog.choices().topics[0].given.facts.mapping)
    assert (mapping["supply_kind"], mapping["year"]) == ("use", {"value": 2035})
    dialog._topics[0].kind.setCurrentIndex(dialog._topics[0].kind.findData("parcels"))
    assert not dialog.choices().topics[0].given.facts  # the fields were those of another kind


def test_leaving_the_table_of_fields_changes_nothing(dialog, tmp_path):
    streets = dialog._inputs["STREETS"]
    streets.file.setFilePath(f"{two_layers(tmp_path)}|layername=wege")
    in_field_dialog(lambda opened: opened.cancelButton.click())
    streets.fields.click()
    assert not streets.given().facts


def test_a_file_with_several_layers_asks_which_one_before_its_fields(dialog, tmp_path):
    streets = dialog._inputs["STREETS"]
    streets.file.setFilePath(str(two_layers(tmp_path)))
    streets.fields.click()
    assert "wege, haus" in told(dialog)


def test_a_layer_of_the_project_can_be_chosen_and_empties_the_file(dialog, polygons):
    buildings = dialog._inputs["BUILDINGS"]
    buildings.file.setFilePath("/irgend/was.gpkg")
    buildings.layer.setLayer(polygons)
    assert buildings.file.filePath() == ""
    assert dialog.choices().inputs["BUILDINGS"].layer_id == polygons.id()
    assert buildings.verdict.text() == "Layer"
    buildings.file.setFilePath("/irgend/was.gpkg")
    assert buildings.layer.currentLayer() is None


def test_only_layers_of_fitting_geometry_are_offered(dialog, polygons):
    offered = [dialog._inputs[name].layer.count() for name in ("BUILDINGS", "STREETS")]
    assert offered == [2, 1]  # the empty entry and the polygons; the empty entry


def test_no_layer_is_chosen_by_itself(dialog, polygons):
    assert dialog.choices().inputs == {}


def test_a_layer_that_leaves_the_project_is_no_longer_chosen(dialog, polygons):
    dialog._inputs["BUILDINGS"].layer.setLayer(polygons)
    QgsProject.instance().removeMapLayer(polygons.id())
    assert dialog.choices().inputs == {}


def test_several_census_files_with_blanks_in_their_names(dialog, tmp_path):
    files = (str(tmp_path / "Zensus 2022 a.csv"), str(tmp_path / "b.csv"))
    for file in files:
        Path(file).write_text("x", encoding="utf-8")
    dialog._inputs["CENSUS"].set_given(Given(files))
    assert dialog.choices().inputs["CENSUS"] == Given(files)
    dialog._inputs["CENSUS"].set_given(Given(files[:1]))
    assert dialog.choices().inputs["CENSUS"] == Given(files[:1])


def test_further_layers_are_added_and_removed(dialog, tmp_path):
    dialog.addTopicButton.click()
    dialog.addTopicButton.click()
    first, second = dialog._topics
    first.set_topic(Topic("supply_areas", Given(("/a.gpkg",))))
    assert dialog.choices().topics == (Topic("supply_areas", Given(("/a.gpkg",))),)  # the second is untouched
    second.set_topic(Topic("parcels", Given(("/b.gpkg",))))
    first.remove.click()
    assert dialog.choices().topics == (Topic("parcels", Given(("/b.gpkg",))),)


def test_the_kinds_of_further_layers_are_german(dialog, german_locale):
    dialog.addTopicButton.click()
    kinds = dialog._topics[0].kind
    assert kinds.itemText(kinds.findData("supply_areas")) == "Voraussichtliche Wärmeversorgungsgebiete"


def test_a_problem_of_a_further_layer_leads_to_its_row(ready, plants_csv):
    ready.addTopicButton.click()  # stays untouched and does not count
    ready.addTopicButton.click()
    ready._topics[1].set_topic(Topic("parcels", Given()))
    ready.start()
    assert told(ready).startswith(
        "Wärmeplan und weitere Ebenen: Für diese weitere Ebene ist weder Datei noch"
    )
    assert ready.focusWidget() is ready._topics[1].kind


# ---- running


def test_the_algorithm_gets_exactly_what_was_chosen(ready, polygons, small, wait, tmp_path):
    ready._inputs["BUILDINGS"].layer.setLayer(polygons)
    ready.addTopicButton.click()
    ready._topics[0].source.layer.setLayer(polygons)
    ready._topics[0].kind.setCurrentIndex(ready._topics[0].kind.findData("parcels"))
    wanted = parameters(ready.choices())
    assert wanted["BUILDINGS"] == polygons.id()
    ready.hide()  # so that the project in work is not replaced
    ready.start()
    wait(lambda: not ready.is_running())
    assert small.seen == [wanted]


def test_after_success_the_project_opens_and_the_report_shows(ready, iface, wait):
    project = ready.project.filePath()
    ready.start()
    wait(lambda: not ready.is_running())
    assert iface.opened == [project]
    assert QgsProject.instance().fileName() == project
    assert not ready.isVisible()
    assert "Gebäude werden gelesen" in ready.report.browser.toPlainText()
    assert "Nicht angegeben, übersprungen" in ready.report.browser.toPlainText()
    assert iface.messageBar().currentItem().text() == "Görlitz ist geladen."


@pytest.mark.parametrize(
    ("errors", "text"),
    [
        (("streets: leer.",), "Görlitz ist geladen, aber nicht alles: streets: leer."),
        (("streets: leer.", "parcels: <leer>"), "Görlitz ist geladen; nicht geladene Datensätze: 2."),
    ],
)
def test_what_failed_while_the_rest_went_on_is_told_first(ready, iface, small, wait, errors, text):
    small.report = errors
    ready.start()
    wait(lambda: not ready.is_running())
    assert iface.messageBar().currentItem().text() == text
    report = ready.report.browser.toPlainText()
    assert all(report.index(error) < report.index("Ablauf") for error in errors)


def test_a_fault_of_ours_shows_no_stack_trace(ready, small, wait):
    small.fail_with = "Traceback (most recent call last):\n  File x"
    ready.start()
    wait(lambda: not ready.is_running())
    assert told(ready) == "Das Laden ist fehlgeschlagen; die Einzelheiten nennen den Grund."


def test_whoever_closed_the_dialog_is_not_disturbed(ready, iface, wait):
    ready.start()
    ready.close()
    wait(lambda: not ready.is_running())
    assert iface.opened == []
    item = iface.messageBar().currentItem()
    assert item.text() == "Görlitz ist geladen."
    assert "Projekt öffnen" in [button.text() for button in item.findChildren(QPushButton)]


def test_unsaved_edits_keep_their_project_open(ready, iface, polygons, wait):
    assert polygons.startEditing()
    polygons.addFeature(_feature(polygons))
    ready.start()
    wait(lambda: not ready.is_running())
    assert iface.opened == []
    assert "Umringe" in told_anywhere(ready)
    polygons.rollBack()


def _feature(layer: QgsVectorLayer):
    from qgis.core import QgsFeature

    return QgsFeature(layer.fields())


def told_anywhere(window) -> str:
    return " ".join(item.text() for item in window.messageBar.items())


@pytest.mark.parametrize(
    ("button", "opened"), [("Änderungen &verwerfen", 1), ("&Hier bleiben", 0), ("&Speichern", 0)]
)
def test_a_changed_project_is_asked_for(ready, iface, wait, button, opened):
    """Saving leaves the project changed here, as when the user gives no file name: then nothing is opened."""
    QgsProject.instance().setDirty(True)
    ready.start()

    def answer() -> bool:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            next(each for each in box.buttons() if each.text() == button).click()
            return True
        return not ready.is_running()

    wait(lambda: answer() and not ready.is_running())
    assert len(iface.opened) == opened


def test_a_failure_says_why_and_offers_details(ready, small, wait):
    small.fail_with = "Die Datei ist der einfache Export."
    ready.start()
    wait(lambda: not ready.is_running())
    assert told(ready) == "Die Datei ist der einfache Export."
    details = next(
        each for each in ready.messageBar.findChildren(QPushButton) if each.text() == "Einzelheiten …"
    )
    details.click()
    assert "Gebäude werden gelesen" in ready.report.browser.toPlainText()
    assert ready.runButton.isEnabled()


def test_cancel_stops_the_run(iface, small, german, plants_csv, qgis_new_project, wait):
    window = OpenMunicipalityDialog(iface, iface.mainWindow(), algorithm="small:endless")
    window.show()
    window.picker.set_text("14626110")
    window._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    window.start()
    wait(lambda: window.progressBar.value() == 1)
    assert not window.runButton.isEnabled()
    window.cancelButton.click()
    wait(lambda: not window.is_running())
    assert told(window).startswith("Abgebrochen")
    assert window.runButton.isEnabled()
    assert iface.opened == []
    window.close()


def test_messages_outside_go_with_the_plugin(ready, iface, wait):
    """Their buttons would call into code that is no longer there."""
    ready.start()
    ready.close()
    wait(lambda: not ready.is_running())
    assert len(iface.messageBar().items()) == 1
    ready.shut_down(10_000)
    assert iface.messageBar().items() == []


def test_a_run_is_ended_before_the_plugin_goes(iface, small, plants_csv, qgis_new_project, wait):
    window = OpenMunicipalityDialog(iface, iface.mainWindow(), algorithm="small:endless")
    window.picker.set_text("14626110")
    window._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    window.start()
    assert window.is_running()
    window.shut_down(10_000)
    assert not window.is_running()


@pytest.mark.parametrize(
    ("algorithm", "reason"),
    [
        ("small:missing", "Der Verarbeitungsalgorithmus small:missing fehlt"),
        ("small:refusing", "Es fehlt geopandas."),
    ],
)
def test_an_algorithm_that_cannot_run_says_so_in_the_dialog(
    iface, small, german, plants_csv, qgis_new_project, algorithm, reason
):
    window = OpenMunicipalityDialog(iface, iface.mainWindow(), algorithm=algorithm)
    window.show()
    window.picker.set_text("14626110")
    window._inputs["PLANTS"].file.setFilePath(str(plants_csv))
    window.start()
    assert reason in told(window)
    window.close()


# ---- memory


def test_the_choices_of_a_municipality_come_back(ready, iface, small, plants_csv, wait):
    ready.hide()
    ready.start()
    wait(lambda: not ready.is_running())
    again = OpenMunicipalityDialog(iface, iface.mainWindow(), algorithm="small:record")
    assert again.choices() == Choices(
        "Görlitz, Stadt (14626110)",
        ready.workspace.filePath(),
        ready.project.filePath(),
        {"PLANTS": Given((str(plants_csv),))},
        online=True,
    )
    again.picker.set_text("14626610")
    assert again.workspace.filePath().endswith("14626610_zittau.gpkg")


def test_another_municipality_does_not_inherit_the_buildings(ready, tmp_path, plants_csv):
    haus = tmp_path / "haus.gpkg"
    haus.write_bytes(b"x")
    ready._inputs["BUILDINGS"].file.setFilePath(str(haus))
    ready.picker.set_text("14626610")
    assert ready.choices().inputs == {"PLANTS": Given((str(plants_csv),))}


def test_only_files_and_keys_are_remembered(ready, polygons, wait, plants_csv):
    ready._inputs["BUILDINGS"].layer.setLayer(polygons)
    ready.hide()
    ready.start()
    wait(lambda: not ready.is_running())
    settings = QgsSettings()
    settings.beginGroup("enact")
    assert sorted(settings.allKeys()) == ["choices/14626110", "data_folder", "last_ags", "workspace_folder"]
    settings.endGroup()
    assert remembered(ready._place).inputs == {"PLANTS": Given((str(plants_csv),))}


# ---- keyboard, language


def test_every_field_has_a_letter_of_its_own(dialog):
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in (dialog.addTopicButton, dialog.runButton, dialog.cancelButton)]
    texts += [dialog.closeButton.text(), dialog.online.text()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == 3 + len(DATA_SETS) + 5
    assert len(set(letters)) == len(letters), sorted(texts)


def test_tab_goes_through_all_fields_from_top_to_bottom(dialog):
    dialog.addTopicButton.click()
    inputs = dialog._inputs.values()
    wanted = [dialog.municipality, dialog.workspace, dialog.project, dialog.online]
    wanted += [*chain.from_iterable(each.widgets() for each in inputs), *dialog._topics[0].widgets()]
    wanted += [dialog.addTopicButton, dialog.runButton, dialog.cancelButton, dialog.closeButton]
    found, widget = [], dialog.municipality
    for _ in range(200):
        if widget in wanted:
            found.append(widget)
        widget = widget.nextInFocusChain()
    assert found[: len(wanted)] == wanted


def test_who_opens_the_dialog_first_needs_only_to_name_the_municipality(dialog):
    assert dialog.online.isChecked()
    dialog.municipality.lineEdit().setText("14713000")
    dialog.picker.complete()
    assert not problems(dialog.choices())


def test_a_municipality_alone_is_enough_where_the_services_are_asked(dialog, tmp_path):
    dialog.municipality.lineEdit().setText("14713000")
    dialog.picker.complete()
    dialog.online.setChecked(False)
    assert [problem.error.code for problem in problems(dialog.choices())] == ["choice_nothing_chosen"]
    dialog.online.setChecked(True)
    assert not problems(dialog.choices())
    assert parameters(dialog.choices())["ONLINE"] is True
    assert dialog._inputs["BUILDINGS"].file.lineEdit().placeholderText() == "Datei, sonst aus den Diensten"
    again = from_memory("14713000", to_memory(dialog.choices()))
    assert again.online
    dialog.online.setChecked(False)
    assert "ONLINE" not in parameters(replace(dialog.choices(), inputs={"PLANTS": Given(("online",))}))


def test_the_help_follows_the_field(dialog):
    dialog._on_focus(None, dialog._inputs["PLANTS"].file.lineEdit())
    assert "Erweiterte Einheitenübersicht" in dialog.help.toPlainText()
    dialog._on_focus(None, dialog._inputs["CENSUS"].file.lineEdit())
    assert "100-m-Gitter" in dialog.help.toPlainText()


def test_the_dialog_speaks_german(dialog):
    assert dialog.windowTitle() == "EnAct – Gemeinde öffnen"
    assert dialog.runButton.text() == "Ge&meinde öffnen"
    assert [label.text() for label in dialog.findChildren(QLabel) if label.buddy()][:3] == [
        "&Gemeinde",
        "&Arbeitsbereich",
        "&Projektdatei",
    ]


def test_every_input_can_be_named_by_a_screen_reader(dialog):
    dialog.addTopicButton.click()
    fields = [widget.lineEdit() for widget in dialog.findChildren(QgsFileWidget)]
    fields += dialog.findChildren(QgsMapLayerComboBox)
    assert (
        len(fields) == 2 + 7 + 1 + 5 + 2 + 1
    )  # targets, files, the further file, layers, tables, the further layer
    assert all(field.accessibleName() for field in fields)


# ---- the real algorithm


def test_every_field_fills_a_parameter_of_the_algorithm(qgis_app):
    from enact_plugin.processing.provider import EnactProvider

    provider = EnactProvider()
    assert provider.load()
    algorithm = next(each for each in provider.algorithms() if f"enact:{each.name()}" == ALGORITHM)
    names = {parameter.name() for parameter in algorithm.parameterDefinitions()}
    by_field = {"AGS", "WORKSPACE", "PROJECT", "HEATPLAN", "ONLINE", *(each.parameter for each in DATA_SETS)}
    without_field = {"OVERWRITE_EDITS", "DATE_ORDER", "REFRESH", "CACHE"}  # asked for in the toolbox only
    assert names - without_field == {*by_field, "SOURCE_FACTS"}


def test_the_file_of_a_table_of_the_project_is_taken(dialog, qgis_new_project, tmp_path):
    """Register and census are read as files; a planner has often loaded them as a table already."""
    for name in ("register.csv", "gitter1.csv", "gitter2.csv"):
        (tmp_path / name).write_text("GITTER_ID_100m;MaStR-Nr. der Einheit\n1;2\n", encoding="utf-8")
    url = QUrl.fromLocalFile(str(tmp_path / "register.csv")).toString()
    register = QgsVectorLayer(f"{url}?delimiter=;&geomType=none", "Register", "delimitedtext")
    grids = [QgsVectorLayer(str(tmp_path / f"gitter{n}.csv"), f"Gitter {n}", "ogr") for n in (1, 2)]
    memory = QgsVectorLayer("NoGeometry?field=a:string", "nur im Speicher", "memory")
    QgsProject.instance().addMapLayers([register, *grids, memory])
    plants, census = dialog._inputs["PLANTS"], dialog._inputs["CENSUS"]
    offered = [plants.table.layer(row) for row in range(plants.table.count())]
    assert register in offered
    assert memory not in offered
    plants.table.setLayer(register)
    assert plants.given().paths == (str(tmp_path / "register.csv"),)
    assert plants.table.currentLayer() is None
    for grid in grids:
        census.table.setLayer(grid)
    assert census.given().paths == (str(tmp_path / "gitter1.csv"), str(tmp_path / "gitter2.csv"))
