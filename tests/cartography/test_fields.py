"""Aliases, value lists and forms come from the tables."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsAttributeEditorTextElement,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtXml import QDomDocument

from enact_plugin.cartography.fields import code_labels, describe_fields, form_tabs, spoken
from enact_plugin.cartography.finding_values import in_words
from enact_plugin.cartography.originals import registered_values
from enact_plugin.layers.messages import CATALOGUE
from enact_plugin.reference.columns import columns, layers_with_columns
from enact_plugin.reference.tables import rows


@pytest.fixture
def plants(town):
    layer = QgsVectorLayer(town.uri("plants"), "Anlagen", "ogr")
    describe_fields(layer, "plants", "mastr_id")
    return layer


def index(layer, name):
    return layer.fields().lookupField(name)


def test_alias_carries_the_unit(plants):
    assert plants.attributeAlias(index(plants, "net_kw")) == "Nettonennleistung [kW]"


def test_every_known_column_has_an_alias(plants):
    for column in columns("plants"):
        assert plants.attributeAlias(index(plants, column.name)), column.name


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"findings": "module_power", "gross_kw": 11315.0}, "Bruttoleistung: 11.315 kW"),
        (
            {"findings": None, "net_kw": 4.85, "carrier": "solar"},
            "Energieträger: Photovoltaik\nNettonennleistung: 4,85 kW",
        ),
        ({"commissioned": "2025-12-24", "closed": None}, "Inbetriebnahme: 24.12.2025\nStilllegung: –"),
        (
            {"coordinates": "53.9876500 12.3456800", "street": "Am O'Hof"},
            "Straße: Am O'Hof\nKoordinaten: 53,98765 N, 12,34568 O",
        ),
        ({"feeds_network": None}, "speist in ein Wärmenetz (Angabe der Planung): –"),
        ({"findings": "module_power"}, None),
        (None, None),
    ],
)
def test_the_registers_own_values_of_a_corrected_plant_are_words(qgis_app, kept, said):
    expression = QgsExpression(registered_values())
    assert not expression.hasParserError(), expression.parserErrorString()
    fields = QgsFields()
    fields.append(QgsField("original_values", QMetaType.Type.QString))
    unit = QgsFeature(fields)
    unit["original_values"] = None if kept is None else json.dumps(kept, ensure_ascii=False)
    context = QgsExpressionContext()
    context.setFeature(unit)
    value = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    assert (value or None) == said


def test_listed_values_are_shown_in_german(plants):
    setup = plants.editorWidgetSetup(index(plants, "status"))
    assert setup.type() == "ValueMap"
    assert {"In Betrieb": "in_operation"} in setup.config()["map"]


def test_dates_are_shown_as_people_write_them(plants):
    assert plants.editorWidgetSetup(index(plants, "commissioned")).config()["display_format"] == "dd.MM.yyyy"


def test_row_numbers_are_hidden_and_keys_are_not_edited(plants):
    assert plants.editorWidgetSetup(index(plants, "fid")).type() == "Hidden"
    assert plants.editFormConfig().readOnly(index(plants, "mastr_id"))
    assert not plants.editFormConfig().readOnly(index(plants, "name"))


def test_form_has_tabs(plants):
    form = plants.editFormConfig()
    assert form.layout() == Qgis.AttributeFormLayout.DragAndDrop
    assert [tab.name() for tab in form.tabs()] == ["Anlage", "Ort", "Technik", "Register"]


def said(table, name, text, between="; "):
    """What a person reads where a cell holds `text`."""
    (column,) = [column for column in columns(table) if column.name == name]
    fields = QgsFields()
    fields.append(QgsField(name, QMetaType.Type.QString))
    feature = QgsFeature(fields)
    feature[name] = text
    context = QgsExpressionContext()
    context.setFeature(feature)
    expression = QgsExpression(spoken(column, between))
    result = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return result


@pytest.mark.parametrize(
    ("table", "name", "text", "expected"),
    [
        ("plants", "findings", "module_power", "Leistung je Modul unplausibel"),
        (
            "plants", "findings", "id_invalid;commissioned_in_future",
            "MaStR-Nummer ungültig; Inbetriebnahme in der Zukunft",
        ),
        ("plants", "findings", "of_a_later_release;id_invalid", "of_a_later_release; MaStR-Nummer ungültig"),
        ("buildings", "findings", "building_geometry_repaired", "Umring war ungültig und wurde repariert"),
        # one code is the beginning of the other
        (
            "census_cells", "dashes", "buildings_dwellings_1;buildings_type_flats_13",
            "Gebäude mit 1 Wohnung; Gebäude: Mehrfamilienhaus, ab 13 Wohnungen",
        ),
        ("streets", "surface", "sett", "Pflaster (behauen)"),
        ("streets", "surface", "Großsteinpflaster", "Großsteinpflaster"),
    ],
)  # fmt: skip
def test_codes_are_said_in_words(qgis_app, table, name, text, expected):
    assert said(table, name, text) == expected


def test_the_form_has_a_line_for_each_finding(qgis_app, plants):
    # a text in a form is not wrapped: a census cell with thirty dashes made it seven metres wide
    two = said("plants", "findings", "id_invalid;module_power", "\n")
    assert two.splitlines() == ["MaStR-Nummer ungültig", "Leistung je Modul unplausibel"]
    document = QDomDocument()
    plants.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Forms)
    texts = re.findall(
        r"<attributeEditorTextElement.*?</attributeEditorTextElement>", document.toString(), re.DOTALL
    )
    # the findings, those a planner has accepted, and what the register says of corrected values
    assert len(texts) == 3
    assert 'name="Berichtigte Werte: Angabe des Registers"' in texts[2]
    assert all("MaStR-Nummer ungültig" in text and "'; '" not in text for text in texts[:2])


def evaluated(text, **values):
    """What an expression says of a row of texts."""
    fields = QgsFields()
    for name in values:
        fields.append(QgsField(name, QMetaType.Type.QString))
    feature = QgsFeature(fields)
    feature.setAttributes(list(values.values()))
    context = QgsExpressionContext()
    context.setFeature(feature)
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    result = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return result or None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gross_kw, module_count", "Bruttoleistung [kW]\nAnzahl der Module"),
        ("latitude, longitude, municipality", "Breitengrad\nLängengrad\nGemeinde"),
        ("number_unreadable_text, number_unreadable_field, file", "Text\nFeld\nDatei"),
        ("of_a_later_release", "of_a_later_release"),
        ("", None),
        (None, None),
    ],
)
def test_fields_of_a_finding_are_said_in_words(qgis_app, text, expected):
    assert evaluated(in_words("fields", "\n"), fields=text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gross_kw=5000; net_kw=8.5", "Bruttoleistung [kW]: 5000\nNettonennleistung [kW]: 8,5"),
        ("gross_kw=; module_count=20", "Bruttoleistung [kW]: –\nAnzahl der Module: 20"),
        ("carrier=solar; status=in_operation", "Energieträger: Photovoltaik\nBetriebsstatus: In Betrieb"),
        ("carrier=of_a_later_release", "Energieträger: of_a_later_release"),
        ("coordinates=51.34 12.37", "Koordinaten: 51,34 12,37"),
        ("latitude=54.9; longitude=-13.1; municipality=Leipzig",
         "Breitengrad: 54,9\nLängengrad: -13,1\nGemeinde: Leipzig"),
        ("unreadable=1.234; field=Bruttoleistung; path=export.csv",
         "Text: 1.234\nFeld: Bruttoleistung\nDatei: export.csv"),
        ("street=Am O'Hof", "Straße: Am O'Hof"),
        (None, None),
    ],
)  # fmt: skip
def test_values_of_a_finding_are_said_in_words(qgis_app, text, expected):
    said_of = in_words("offending_values", "\n")
    assert evaluated(said_of, offending_values=text) == expected


def test_every_field_that_a_finding_on_a_plant_names_has_words(qgis_app):
    from enact_plugin.register.plausibility import CALLED, NAMED

    of_gas = "calorific_kwh_m3"
    named = {name for names in NAMED.values() for name in names} - {of_gas}
    for name in named | set(CALLED.values()):
        assert evaluated(in_words("fields"), fields=name) != name


def hidden_columns(layer):
    arranged = layer.attributeTableConfig().columns()
    return {column.name for column in arranged if column.hidden and column.name}


def test_findings_show_a_person_no_names_of_columns(qgis_app):
    names = [column.name for column in columns("plant_findings")]
    spec = "&".join(f"field={name}:string" for name in names)
    layer = QgsVectorLayer(f"Point?{spec}", "Auffälligkeiten", "memory")
    describe_fields(layer, "plant_findings", "finding_id")
    assert hidden_columns(layer) == {"finding_id", "fields"}
    fields = {child.name() for tab in layer.editFormConfig().tabs() for child in tab.children()
              if child.type() == Qgis.AttributeEditorType.Field}  # fmt: skip
    assert not fields & {"fields", "offending_values", "corrected_values"}
    assert "finding_id" in fields


def test_a_table_that_somebody_arranged_stays_so(qgis_app):
    layer = QgsVectorLayer("Point?field=finding_id:string&field=fields:string", "Auffälligkeiten", "memory")
    arranged = layer.attributeTableConfig()
    arranged.setColumnWidth(1, 300)
    layer.setAttributeTableConfig(arranged)
    describe_fields(layer, "plant_findings", "finding_id")
    assert hidden_columns(layer) == set()


def test_every_finding_on_a_building_has_words():
    (column,) = [column for column in columns("buildings") if column.name == "findings"]
    ids = {
        code for code in CATALOGUE
        if code == "building_geometry_repaired" or (code.startswith("building_") and code.endswith("_implausible"))
    }  # fmt: skip
    assert ids == {code for code, _label in code_labels(column)}


def test_every_finding_on_a_plant_has_words():
    (column,) = [column for column in columns("plants") if column.name == "findings"]
    assert {row["finding"] for row in rows("plausibility")} <= {code for code, _label in code_labels(column)}


def test_the_form_shows_findings_in_words(plants):
    (tab,) = [tab for tab in plants.editFormConfig().tabs() if tab.name() == "Anlage"]
    types = {element.name(): element.type() for element in tab.children()}
    assert "findings" not in types
    assert types["Auffälligkeiten"] == QgsAttributeEditorTextElement("", None).type()


def test_known_surfaces_are_chosen_by_their_german_names(town):
    streets = QgsVectorLayer("LineString?field=surface:string", "", "memory")
    describe_fields(streets, "streets", "street_id")
    setup = streets.editorWidgetSetup(index(streets, "surface"))
    assert setup.type() == "ValueMap"
    assert {"Asphalt": "asphalt"} in setup.config()["map"]


def test_a_key_stands_behind_what_people_read():
    assert form_tabs("supply_areas", ["area_id", "name"], "area_id") == {
        "Angaben": ["name"],
        "Herkunft": ["area_id"],
    }


def test_describing_twice_changes_nothing(plants):
    describe_fields(plants, "plants", "mastr_id")
    assert len(plants.editFormConfig().tabs()) == 4


def test_a_table_without_tabs_of_its_own_has_one():
    assert list(form_tabs("rail", ["rail_id", "name"])) == ["Angaben"]


@given(st.sets(st.sampled_from([column.name for column in columns("buildings")])))
def test_each_column_stands_in_exactly_one_tab(names):
    placed = [name for tab in form_tabs("buildings", sorted(names)).values() for name in tab]
    assert sorted(placed) == sorted(names)


def test_tabs_name_columns_that_exist():
    for row in rows("form_tabs"):
        assert row["layer"] in layers_with_columns()
        known = {column.name for column in columns(row["layer"])}
        assert set(row["columns"].split("|")) <= known, row["tab_de"]
