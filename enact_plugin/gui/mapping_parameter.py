"""The parameter MAPPING in the toolbox: a line, and a button that opens the table of fields.

QGIS makes the widget by the name that the parameter's metadata give (processing/parameters.py); in a model it is the
usual one, so that a mapping can come from the model's own inputs.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProperty,
)
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingGui,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QMessageBox, QToolButton, QWidget

from ..errors import EnactError
from ..layers.messages import describe
from .field_choices import BUILDINGS
from .field_dialog import OwnForm, Subject, edit_facts
from .handed_over import handed_over
from .source_facts import SourceFacts

_OWN_FORMS = ("lod2_surfaces", "alkis", "osm")
_ORIGIN = {"LICENCE": "licence", "ATTRIBUTION": "attribution", "STATE_DATE": "state_date"}


class MappingParameter:
    """What QGIS calls to get the widget: of a model its usual one, else ours."""

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        _row: int = 0,
        _column: int = 0,
        own_form: OwnForm | None = None,
    ) -> Any:
        """Return a wrapper for the kind of dialog."""
        kind = type(dialog).__name__
        if kind == "ModelerParametersDialog":
            return QgsGui.processingGuiRegistry().createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
        types = QgsProcessingGui.WidgetType
        batch = kind in ("BatchAlgorithmDialog", "BatchPanel")
        return MappingWrapper(parameter, types.Batch if batch else types.Standard, own_form)


class MappingWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """Line and button; the button reads INPUT, KIND and WORKSPACE beside it and fills the origin too.

    Parameters
    ----------
    parameter : QgsProcessingParameterDefinition
    kind : QgsProcessingGui.WidgetType
    own_form : callable or None
        Names the form of buildings that needs no mapping.
    """

    def __init__(
        self,
        parameter: QgsProcessingParameterDefinition,
        kind: QgsProcessingGui.WidgetType,
        own_form: OwnForm | None = None,
    ) -> None:
        super().__init__(parameter, kind)
        self._own_form = own_form
        self._others: dict[str, QgsAbstractProcessingParameterWidgetWrapper] = {}
        self.line: QLineEdit | None = None
        self.button: QToolButton | None = None

    def tr(self, text: str) -> str:
        """Translate a text of this class."""
        return QCoreApplication.translate("MappingWrapper", text)

    # ---- what QGIS asks

    def createWidget(self) -> QWidget:
        """Line and button."""
        widget = handed_over(QWidget())
        self.line = QLineEdit(widget)
        self.line.setPlaceholderText(self.tr("remembered or proposed"))
        self.line.setAccessibleName(self.parameterDefinition().description())
        self.button = QToolButton(widget)
        self.button.setText("…")
        self.button.setToolTip(self.tr("Assign the fields of the source, and say where it comes from"))
        self.button.setAccessibleName(self.button.toolTip())
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.button)
        self.line.textChanged.connect(lambda _text: self.widgetValueHasChanged.emit(self))
        self.button.clicked.connect(self.open)
        return widget

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        """Show a mapping."""
        if self.line is not None:
            self.line.setText("" if value is None else str(value))

    def widgetValue(self) -> str:
        """Return the mapping as JSON."""
        return self.line.text().strip() if self.line is not None else ""

    def postInitialize(self, wrappers: list[QgsAbstractProcessingParameterWidgetWrapper]) -> None:
        """Know the parameters beside this one."""
        super().postInitialize(wrappers)
        self._others = {wrapper.parameterDefinition().name(): wrapper for wrapper in wrappers}

    # ---- the button

    def subject(self) -> Subject:
        """Return the source as it is chosen right now."""
        kind = self._text("KIND")
        buildings = self._own_form is not None
        read_by_own_rules = kind if buildings and kind in _OWN_FORMS else ""
        own_form = (lambda _fields: read_by_own_rules) if read_by_own_rules else self._own_form
        return Subject(
            source=self._text("INPUT"),
            kind=BUILDINGS if buildings else kind,
            workspace=self._text("WORKSPACE"),
            facts=SourceFacts(
                self.widgetValue(), **{field: self._text(name) for name, field in _ORIGIN.items()}
            ),
            own_form=None if kind == "mapped" else own_form,
        )

    def _text(self, name: str) -> str:
        """Value of a parameter beside this one; a layer by its id."""
        wrapper = self._others.get(name)
        value = wrapper.parameterValue() if wrapper is not None else None
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        if isinstance(value, QgsProperty):
            value = value.staticValue()
        if isinstance(value, QgsMapLayer):
            return value.id()
        return str(value).strip() if value is not None else ""

    def open(self) -> None:
        """Open the table of fields, and take over what was applied."""
        parent = self.button.window()
        try:
            facts = edit_facts(self.subject(), parent)
        except EnactError as error:
            QMessageBox.warning(parent, self.tr("EnAct – Fields and origin"), describe(error))
            return
        if facts is not None:
            self.take(facts)

    def take(self, facts: SourceFacts) -> None:
        """Write what was said into this parameter and those of the origin."""
        self.line.setText(facts.mapping)
        context = QgsProcessingContext()
        for name, field in _ORIGIN.items():
            if name in self._others:
                self._others[name].setParameterValue(getattr(facts, field), context)
