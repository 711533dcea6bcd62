"""Aliases, value lists and forms come from the tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import Qgis, QgsVectorLayer

from enact_plugin.cartography.fields import describe_fields, form_tabs
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
