"""A parameter with options in the toolbox: titles are shown, ids are what models, scripts and the history keep.

QGIS makes the widget by the name that the parameter's metadata give (processing/parameters.py). Its own widget shows
the ids of an enumeration with static strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from .handed_over import handed_over

Titles = Mapping[str, str]


class ChoiceParameter:
    """What QGIS calls to get the widget: of a model its usual one with our titles, else ours."""

    def __new__(
        cls,
        parameter: QgsProcessingParameterEnum,
        dialog: Any,
        _row: int = 0,
        _column: int = 0,
        titles: Titles | None = None,
    ) -> Any:
        """Return a wrapper for the kind of dialog."""
        kind = type(dialog).__name__
        if kind == "ModelerParametersDialog":
            return in_model(parameter, dialog, titles or {})
        types = QgsProcessingGui.WidgetType
        batch = kind in ("BatchAlgorithmDialog", "BatchPanel")
        return ChoiceWrapper(parameter, types.Batch if batch else types.Standard, titles or {})


def in_model(parameter: QgsProcessingParameterEnum, dialog: Any, titles: Titles) -> QWidget:
    """Return the usual widget of a model, where a value may come from elsewhere, with titles instead of ids."""
    registry = QgsGui.processingGuiRegistry()
    widget = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
    for box in widget.findChildren(QComboBox):
        for row in range(box.count()):
            box.setItemText(row, titles.get(box.itemData(row), box.itemText(row)))
    return widget


class ChoiceWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """List of titles; its value is an id, or None while nothing is chosen.

    Parameters
    ----------
    parameter : QgsProcessingParameterEnum
        With static strings: the ids.
    kind : QgsProcessingGui.WidgetType
    titles : mapping of str to str
        By id; an id without one is shown as it is.
    """

    def __init__(
        self, parameter: QgsProcessingParameterEnum, kind: QgsProcessingGui.WidgetType, titles: Titles
    ) -> None:
        super().__init__(parameter, kind)
        self._titles = titles
        self.box: QComboBox | None = None

    def tr(self, text: str) -> str:
        """Translate a text of this class."""
        return QCoreApplication.translate("ChoiceWrapper", text)

    def createWidget(self) -> QWidget:
        """List, with an empty choice where there is no preset one."""
        definition = self.parameterDefinition()
        widget = handed_over(QWidget())
        self.box = QComboBox(widget)
        self.box.setAccessibleName(definition.description())
        self.box.setToolTip(definition.help())
        if not definition.defaultValue():
            optional = definition.flags() & definition.Flag.FlagOptional
            self.box.addItem("" if optional else self.tr("(please choose)"), None)
        for option in definition.options():
            self.box.addItem(self._titles.get(option, option), option)
        self.box.currentIndexChanged.connect(lambda _row: self.widgetValueHasChanged.emit(self))
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        return widget

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        """Choose an id; of one that is none here nothing is changed."""
        if self.box is None:
            return
        row = self.box.findData(value or None)
        if row >= 0:
            self.box.setCurrentIndex(row)

    def widgetValue(self) -> str | None:
        """Return the id chosen."""
        return self.box.currentData() if self.box is not None else None
