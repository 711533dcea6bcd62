"""Options of an algorithm: a person reads titles, everything else keeps the ids."""

from __future__ import annotations

import sys

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingModelAlgorithm
from qgis.gui import QgsProcessingGui, QgsProcessingModelerParameterWidget
from qgis.PyQt.QtWidgets import QComboBox, QDialog

from enact_plugin.gui.choice_parameter import ChoiceParameter, ChoiceWrapper
from enact_plugin.processing import parameters
from enact_plugin.processing.provider import EnactProvider

TITLES = {"one": "das Erste", "two": "das Zweite"}


@pytest.fixture
def provider(qgis_app, qgis_processing):
    made = EnactProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def shown(qgis_app):
    """Return a function that makes the widget as the toolbox does; QGIS itself keeps none of its parts."""
    from processing.gui.wrappers import WidgetWrapperFactory

    window = QDialog()
    kept = []

    def make(definition, dialog=window) -> ChoiceWrapper:
        wrapper = WidgetWrapperFactory.create_wrapper(definition, dialog)
        context = QgsProcessingContext()
        kept.extend((definition, context, wrapper, wrapper.createWrappedWidget(context)))
        return wrapper

    yield make
    kept.clear()
    window.deleteLater()


def texts_of(box: QComboBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def test_titles_are_shown_and_the_id_is_the_value(shown):
    wrapper = shown(parameters.choice("X", "Wahl", TITLES, "two", "Hilfe"))
    assert isinstance(wrapper, ChoiceWrapper)
    assert texts_of(wrapper.box) == ["das Erste", "das Zweite"]
    assert wrapper.parameterValue() == "two"
    wrapper.setParameterValue("one", QgsProcessingContext())
    assert (wrapper.box.currentText(), wrapper.parameterValue()) == ("das Erste", "one")


def test_a_value_that_is_no_option_changes_nothing(shown):
    wrapper = shown(parameters.choice("X", "Wahl", TITLES, "two", "Hilfe"))
    wrapper.setParameterValue("three", QgsProcessingContext())
    assert wrapper.parameterValue() == "two"


def test_without_a_preset_choice_a_person_has_to_choose(shown, german):
    wrapper = shown(parameters.choice("X", "Wahl", TITLES, None, "Hilfe"))
    assert (wrapper.box.currentText(), wrapper.parameterValue()) == ("(bitte wählen)", None)
    assert not wrapper.parameterDefinition().checkValueIsAcceptable(wrapper.parameterValue())


def test_an_optional_choice_begins_empty_and_can_be_emptied_again(shown):
    wrapper = shown(parameters.optional_choice("X", "Wahl", TITLES, "Hilfe"))
    assert (wrapper.box.currentText(), wrapper.parameterValue()) == ("", None)
    wrapper.setParameterValue("two", QgsProcessingContext())
    wrapper.setParameterValue(None, QgsProcessingContext())
    assert wrapper.parameterValue() is None
    assert wrapper.parameterDefinition().checkValueIsAcceptable(wrapper.parameterValue())


def test_a_batch_shows_titles_too(shown):
    panel = type("BatchPanel", (), {})()  # QGIS tells the kinds of dialogs apart by their names
    wrapper = shown(parameters.choice("X", "Wahl", TITLES, "one", "Hilfe"), panel)
    assert wrapper.type() == QgsProcessingGui.WidgetType.Batch
    assert texts_of(wrapper.box) == ["das Erste", "das Zweite"]


def test_options_without_titles_keep_the_widget_of_qgis(qgis_app):
    assert "widget_wrapper" not in parameters.choice("X", "Wahl", ["a", "b"], "a", "Hilfe").metadata()


def test_titles_can_be_asked_for_messages(qgis_app):
    assert parameters.choice_titles(parameters.choice("X", "Wahl", TITLES, "one", "")) == TITLES
    assert parameters.choice_titles(parameters.choice("X", "Wahl", ["a"], "a", "")) == {"a": "a"}


def test_a_model_shows_titles_and_keeps_ids(provider, iface, german):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadplants")
    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm())
    wrapper = dialog.widget.widget.wrappers["SOURCE"]
    assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    boxes = [box for box in wrapper.findChildren(QComboBox) if box.findData("bulk") >= 0]
    assert len(boxes) == 1
    assert boxes[0].itemText(boxes[0].findData("bulk")).startswith("Gesamtdatenexport")
    boxes[0].setCurrentIndex(boxes[0].findData("bulk"))
    assert wrapper.value().staticValue() == "bulk"
    wrapper.setWidgetValue([])
    dialog.deleteLater()


def test_every_choice_of_an_algorithm_has_a_title_for_each_id(provider):
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            if definition.type() == "enum" and algorithm.name() not in (
                "reviewplants",
                "exportplantfindings",
            ):
                titles = parameters.choice_titles(definition)
                assert all(title != option for option, title in titles.items()), definition.name()


def test_without_a_window_nothing_of_it_is_imported(qgis_app):
    """qgis_process reads the parameters too; only a window asks for the widget, by the name it is found under."""
    named = parameters.choice("X", "Wahl", TITLES, "one", "").metadata()["widget_wrapper"]["class"]
    module, _, name = named.rpartition(".")
    assert getattr(sys.modules[module], name) is ChoiceParameter
