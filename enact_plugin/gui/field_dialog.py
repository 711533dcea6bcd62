"""The dialog "Fields and origin" of one source; what it decides stands in field_choices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QDate, Qt
from qgis.PyQt.QtGui import QIcon, QWheelEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidgetItem,
    QWidget,
)

from ..errors import DependencyMissing, EnactError
from ..layers.messages import describe, step
from ..reference.columns import ColumnType
from ..reference.kinds import layer_kind
from .field_choices import (
    BUILDINGS,
    FieldRow,
    FieldTable,
    Origin,
    expected,
    field_table,
    show_constant,
    show_number,
)
from .source_facts import LICENCES, NOTHING_SAID, SourceFacts
from .source_reader import SourceForm, read_form, remembered_mapping
from .texts import german

ROOT = Path(__file__).resolve().parents[2]
FORM, _ = uic.loadUiType(str(ROOT / "ui" / "field_mapping.ui"))

OwnForm = Callable[["dict[str, tuple[str, ...]]"], str]

_OURS, _THEIRS, _FACTOR, _EXAMPLES, _BASIS = range(5)
_NOTE_LINES = 3
_NOTHING, _CONSTANT, _FIELD = "nothing", "constant", "field"


@dataclass(frozen=True)
class Subject:
    """The source whose fields are to be assigned.

    Attributes
    ----------
    source : str
        File or id of a layer.
    kind : str
        Kind of layer, `buildings` for buildings.
    workspace : str
        Where mappings are remembered.
    facts : SourceFacts
        What was said of it before.
    own_form : callable or None
        Names the form of buildings that needs no mapping.
    """

    source: str
    kind: str
    workspace: str = ""
    facts: SourceFacts = NOTHING_SAID
    own_form: OwnForm | None = None


def edit_facts(subject: Subject, parent: QWidget | None) -> SourceFacts | None:
    """Let a person say what a source is made of; None when they changed their mind.

    Raises
    ------
    EnactError
        ``field_source_missing``, ``field_kind_missing``, ``file_missing``, ``input_unreadable``, ``several_layers``,
        ``mapping_not_json``, ``mapping_entry_invalid``; that a package is missing.
    """
    if not subject.source:
        raise EnactError("field_source_missing")
    if not subject.kind:
        raise EnactError("field_kind_missing")
    QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        dialog = FieldDialog.of(subject, parent)
    except ImportError as error:
        raise DependencyMissing(error.name or "") from error
    finally:
        QgsApplication.restoreOverrideCursor()
    try:
        return dialog.facts() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


class _Combo(QComboBox):
    """A list that does not change when the table is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()


class FieldDialog(QDialog, FORM):
    """Table of our fields and those of the source, and a page on its origin.

    Parameters
    ----------
    form : SourceForm
    table : FieldTable
        As first shown.
    facts : SourceFacts
        As said before; its mapping is already in the table.
    own_form : str
        Kind of building data that is read by rules of its own: then there is nothing to assign.
    """

    def __init__(
        self,
        form: SourceForm,
        table: FieldTable,
        facts: SourceFacts,
        own_form: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setupUi(self)
        self.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "enact.svg")))
        self._form = form
        self._table = table
        self._own_form = own_form
        self._bad: dict[str, str] = {}
        self._language = "de" if german() else "en"
        kind = layer_kind(table.kind)
        title = kind.title_de if german() else kind.title_en
        self.setWindowTitle(self.tr("EnAct – Fields and origin: {title}").format(title=title))
        self._set_up_buttons()
        self._set_up_origin(facts)
        self._set_up_table()
        self._show_table()

    @classmethod
    def of(cls, subject: Subject, parent: QWidget | None = None) -> FieldDialog:
        """Look into the source and make the dialog."""
        form = read_form(subject.source)
        remembered = remembered_mapping(subject.workspace, subject.kind, form.fields)
        table = field_table(subject.kind, form.fields, subject.facts.mapping, remembered)
        own = ""
        if subject.kind == BUILDINGS and subject.own_form and not (subject.facts.mapping or remembered):
            own = subject.own_form({name: form.values.get(name, ()) for name, _type in form.fields})
        return cls(form, table, subject.facts, own, parent)

    # ---- building -----------------------------------------------------------------------------------------------

    def _set_up_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.okButton = self.buttons.addButton(self.tr("&Apply to this source"), role.AcceptRole)
        self.cancelButton = self.buttons.addButton(self.tr("&Cancel"), role.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.resetButton.clicked.connect(self.reset)
        self.noteLayout.setStretchFactor(self.noteLabel, 1)
        self.noteLabel.setMinimumHeight(_NOTE_LINES * self.fontMetrics().lineSpacing() + 4)

    def _set_up_origin(self, facts: SourceFacts) -> None:
        self.licence.addItems(["", *LICENCES])
        self.licence.setCurrentText(facts.licence)
        self.licence.lineEdit().setPlaceholderText(self._recognised(self._form.licence))
        self.attribution.setText(facts.attribution)
        self.attribution.setPlaceholderText(self._recognised(self._form.attribution))
        self.stateDate.setAllowNull(True)
        self.stateDate.setNullRepresentation(self.tr("unknown"))
        self.stateDate.setDisplayFormat("dd.MM.yyyy" if german() else "yyyy-MM-dd")
        day = QDate.fromString(facts.state_date, Qt.DateFormat.ISODate)
        if day.isValid():
            self.stateDate.setDate(day)
        else:
            self.stateDate.clear()
        self.originLayout.addStretch()

    def _recognised(self, text: str) -> str:
        return self.tr("recognised: {text}").format(text=text) if text else self.tr("not known")

    def _set_up_table(self) -> None:
        titles = {
            _OURS: self.tr("Field in EnAct"),
            _THEIRS: self.tr("Field of your data"),
            _FACTOR: self.tr("Factor / value"),
            _EXAMPLES: self.tr("Values in your data"),
            _BASIS: self.tr("Basis"),
        }
        table = self.fieldTable
        table.setColumnCount(len(titles))
        table.setHorizontalHeaderLabels([titles[column] for column in range(len(titles))])
        table.verticalHeader().setVisible(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for column, width in ((_OURS, 0), (_THEIRS, 230), (_FACTOR, 130), (_EXAMPLES, 0), (_BASIS, 0)):
            header.setSectionResizeMode(column, mode.Interactive if width else mode.ResizeToContents)
            if width:
                header.resizeSection(column, width)
        header.setSectionResizeMode(_EXAMPLES, mode.Stretch)
        table.setRowCount(len(self._table.rows))
        for number, row in enumerate(self._table.rows):
            self._set_up_row(number, row)
        self.introLabel.setText(self._intro())
        shown = not self._own_form
        for widget in (table, self.resetButton, self.noteLabel):
            widget.setVisible(shown)
        if not shown:
            self.fieldsLayout.addStretch()

    def _intro(self) -> str:
        if self._own_form:
            forms = {
                "osm": "OpenStreetMap",
                "alkis": self.tr("outlines of the cadastre (ALKIS)"),
                "lod2_surfaces": self.tr("surfaces of the 3D city model (LoD2)"),
            }
            return self.tr(
                "“{name}” is recognised as {form}. Its fields are read by rules of their own; there is nothing to "
                "assign. To read it like any other layer all the same, use “Load buildings” of the toolbox with the "
                "kind “mapped”."
            ).format(name=self._form.name, form=forms.get(self._own_form, self._own_form))
        return self.tr(
            "Which field of “{name}” fills which field of EnAct? A * marks what is needed. What you apply is "
            "remembered in the workspace for all sources with the same fields."
        ).format(name=self._form.name)

    def _set_up_row(self, number: int, row: FieldRow) -> None:
        label = row.column.label(self._language) + (" *" if row.required else "")
        ours = QTableWidgetItem(label)
        ours.setToolTip(self._hint(row))
        if row.required:
            font = ours.font()
            font.setBold(True)
            ours.setFont(font)
        self.fieldTable.setItem(number, _OURS, ours)
        for column in (_EXAMPLES, _BASIS):
            self.fieldTable.setItem(number, column, QTableWidgetItem())
        combo, line = self._combo(row), QLineEdit()
        self.fieldTable.setCellWidget(number, _THEIRS, combo)
        self.fieldTable.setCellWidget(number, _FACTOR, line)
        combo.setAccessibleName(label)
        line.setAccessibleName(label)
        line.setFrame(False)
        target = row.column.name
        combo.activated.connect(lambda _index, target=target: self._on_field(target))
        line.textEdited.connect(lambda _text, target=target: self._on_line(target))

    def _hint(self, row: FieldRow) -> str:
        lines = [row.column.name, expected(row.column, self._language)]
        if row.one_of:
            names = {each.column.name: each.column.label(self._language) for each in self._table.rows}
            lines.append(
                self.tr("One of these is needed: {names}").format(
                    names=", ".join(names[name] for name in row.one_of)
                )
            )
        return "\n".join(lines)

    def _combo(self, row: FieldRow) -> QComboBox:
        from ..fields.mapping import source_type

        combo = _Combo()
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setMaxVisibleItems(20)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.addItem(self.tr("– not given –"), (_NOTHING, ""))
        combo.addItem(self.tr("the same value everywhere …"), (_CONSTANT, ""))
        combo.insertSeparator(combo.count())
        types = self._type_names()
        for name, type_name in self._table.fields:
            combo.addItem(f"{name} ({types[source_type(type_name)]})", (_FIELD, name))
        return combo

    def _type_names(self) -> dict[ColumnType, str]:
        return {
            ColumnType.TEXT: self.tr("text"),
            ColumnType.INTEGER: self.tr("whole number"),
            ColumnType.REAL: self.tr("number"),
            ColumnType.BOOLEAN: self.tr("yes/no"),
            ColumnType.DATE: self.tr("date"),
            ColumnType.DATETIME: self.tr("date and time"),
        }

    # ---- what is shown ------------------------------------------------------------------------------------------

    def _show_table(self) -> None:
        for row in self._table.rows:
            self._show_row(row)
        self._show_note()

    def _number(self, target: str) -> int:
        return next(n for n, row in enumerate(self._table.rows) if row.column.name == target)

    def combo(self, target: str) -> QComboBox:
        """List of fields for a column."""
        return self.fieldTable.cellWidget(self._number(target), _THEIRS)

    def line(self, target: str) -> QLineEdit:
        """Factor or fixed value of a column."""
        return self.fieldTable.cellWidget(self._number(target), _FACTOR)

    def text(self, target: str, column: int = _BASIS) -> str:
        """Text of a cell in a column's row; the last one says where the entry comes from."""
        return self.fieldTable.item(self._number(target), column).text()

    def _show_row(self, row: FieldRow) -> None:
        target, entry = row.column.name, row.entry
        wanted = (_NOTHING, "")
        if entry.constant is not None:
            wanted = (_CONSTANT, "")
        elif entry.field:
            wanted = (_FIELD, entry.field)
        combo = self.combo(target)
        combo.setCurrentIndex(
            next(
                n
                for n in range(combo.count())
                if combo.itemData(n) is not None and tuple(combo.itemData(n)) == wanted
            )
        )
        line = self.line(target)
        if entry.constant is not None:
            line.setText(show_constant(entry.constant, row.column, self._language))
        else:
            line.setText(show_number(entry.factor) if entry.factor != 1 else "")
        self._show_line(row)
        self._show_facts(row)

    def _show_line(self, row: FieldRow) -> None:
        """Offer only what makes sense: a factor for numbers, a value where it is the same everywhere."""
        line, chosen = self.line(row.column.name), self._chosen(row.column.name)[0]
        line.setEnabled(chosen == _CONSTANT or (chosen == _FIELD and row.is_number))
        hints = {_CONSTANT: expected(row.column, self._language), _FIELD: "× 1" if row.is_number else ""}
        line.setPlaceholderText(hints.get(chosen, ""))
        line.setToolTip(hints.get(chosen, ""))

    def _show_facts(self, row: FieldRow) -> None:
        number = self._number(row.column.name)
        examples = self.fieldTable.item(number, _EXAMPLES)
        examples.setText(self._form.examples(row.entry.field) if row.entry.field else "")
        examples.setToolTip("\n".join(self._form.values.get(row.entry.field, ())[:12]))
        names = {
            Origin.PROPOSED: self.tr("proposed"),
            Origin.REMEMBERED: self.tr("remembered"),
            Origin.GIVEN: self.tr("by you"),
            Origin.NONE: "",
        }
        basis = self.fieldTable.item(number, _BASIS)
        basis.setText(names[row.origin])
        entry = row.entry
        values = {"matched": entry.matched, "factor": show_number(entry.factor)}
        reason = step(entry.reason, **values) if row.origin is Origin.PROPOSED else ""
        if entry.values:
            pairs = ", ".join(f"{theirs} → {ours}" for theirs, ours in entry.values.items())
            reason = self.tr("values translated: {pairs}").format(pairs=pairs)
        basis.setToolTip(reason)

    def _show_note(self) -> None:
        """Say what is missing or wrong; nothing can be applied before."""
        labels = {row.column.name: row.column.label(self._language) for row in self._table.rows}
        lines = list(self._bad.values())
        for group in self._table.lacking():
            names = self.tr(" or ").join(labels[name] for name in group)
            lines.append(self.tr("Needed: {names}.").format(names=names))
        if not lines and self._table.unused():
            unused = self._table.unused()
            shown = ", ".join(unused[:6]) + (" …" if len(unused) > 6 else "")
            lines.append(self.tr("Not used: {fields}.").format(fields=shown))
            self.noteLabel.setStyleSheet("")
        elif lines:
            self.noteLabel.setStyleSheet("font-weight: bold")
        more = " …" if len(lines) > _NOTE_LINES else ""
        self.noteLabel.setText("\n".join(lines[:_NOTE_LINES]) + more)
        self.noteLabel.setToolTip("\n".join(lines))
        self.okButton.setEnabled(bool(self._own_form) or not (self._bad or self._table.lacking()))

    # ---- what is changed ----------------------------------------------------------------------------------------

    def _chosen(self, target: str) -> tuple[str, str]:
        return tuple(self.combo(target).currentData())

    def choose(self, target: str, field: str) -> None:
        """Choose a field of the source for a column, as with the mouse; an empty name for none."""
        combo, wanted = self.combo(target), (_FIELD, field) if field else (_NOTHING, "")
        for number in range(combo.count()):
            if combo.itemData(number) is not None and tuple(combo.itemData(number)) == wanted:
                combo.setCurrentIndex(number)
        self._on_field(target)

    def choose_constant(self, target: str, text: str) -> None:
        """Give a column the same value everywhere, as typed."""
        self.combo(target).setCurrentIndex(1)
        self._on_field(target)
        self.line(target).setText(text)
        self._on_line(target)

    def _on_field(self, target: str) -> None:
        chosen, name = self._chosen(target)
        self._bad.pop(target, None)
        if chosen == _CONSTANT:
            # until a value is typed the column is empty, and that is said
            self.line(target).clear()
            self._table = self._table.with_field(target, "")
            self._show_line(self._table.row(target))
            self._on_line(target)
            if self.isVisible():
                self.line(target).setFocus()
            return
        self._table = self._table.with_field(target, name if chosen == _FIELD else "")
        self._show_row(self._table.row(target))
        self._show_note()

    def _on_line(self, target: str) -> None:
        text, chosen = self.line(target).text(), self._chosen(target)[0]
        self._bad.pop(target, None)
        try:
            if chosen == _CONSTANT:
                self._table = self._table.with_constant(target, text, self._language)
            elif chosen == _FIELD:
                self._table = self._table.with_factor(target, text, self._language)
        except EnactError as error:
            self._bad[target] = describe(error)
            if chosen == _CONSTANT:
                self._table = self._table.with_field(target, "")
        self._show_facts(self._table.row(target))
        self._show_note()

    def reset(self) -> None:
        """Show the proposal again."""
        self._bad.clear()
        self._table = field_table(self._table.kind, self._table.fields)
        self._show_table()

    def facts(self) -> SourceFacts:
        """What was said of the source."""
        day = "" if self.stateDate.isNull() else self.stateDate.date().toString(Qt.DateFormat.ISODate)
        return SourceFacts(
            mapping="" if self._own_form else self._table.to_json(),
            licence=self.licence.currentText().strip(),
            attribution=self.attribution.text().strip(),
            state_date=day,
        )


def facts_text(facts: SourceFacts) -> str:
    """Return in one line what was said of a source, for the tip of its button."""
    parts = [
        QCoreApplication.translate("FieldDialog", "fields assigned") if facts.mapping else "",
        facts.licence,
        facts.attribution,
        facts.state_date,
    ]
    return " · ".join(filter(None, parts))
