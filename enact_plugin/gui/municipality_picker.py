"""The picker of a municipality: a list of all, and completion that forgives missing umlauts."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QCompleter

from ..errors import EnactError
from ..reference.municipalities import label, municipalities, search
from .choices import Place, recognise

_SUGGESTIONS = 20


class MunicipalityPicker(QObject):
    """Turns an editable combo box into a picker.

    Qt's own completer compares letters; ours asks the table, so "gorlitz" finds Görlitz.
    """

    recognised = pyqtSignal(object)  # Place, or None while the text means no municipality

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._combo = combo
        self._place: Place | None = None
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(sorted((label(each) for each in municipalities()), key=str.casefold))
        combo.setCurrentIndex(-1)
        self._suggestions = QStringListModel(self)
        completer = QCompleter(self._suggestions, combo)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SUGGESTIONS)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # not combo.setCompleter: that would read the row of a suggestion as a row of the list
        combo.lineEdit().setCompleter(completer)
        combo.lineEdit().setClearButtonEnabled(True)
        combo.lineEdit().textEdited.connect(self._suggest)
        combo.lineEdit().textChanged.connect(self._on_text)
        combo.lineEdit().editingFinished.connect(self.complete)

    def text(self) -> str:
        """Text as it stands."""
        return self._combo.currentText()

    def set_text(self, text: str) -> None:
        """Show a text, as if it had been typed to the end."""
        self._combo.setEditText(text)

    def place(self) -> Place | None:
        """Municipality that the text means, or None."""
        return self._place

    def suggestions(self) -> list[str]:
        """Labels offered for what was typed last."""
        return self._suggestions.stringList()

    def _suggest(self, text: str) -> None:
        self._suggestions.setStringList([label(hit) for hit in search(text, _SUGGESTIONS)])

    def _on_text(self, text: str) -> None:
        """While typing only what is certain counts: a label, or a whole key."""
        self._set_place(_recognised(text, guess=False))

    def complete(self) -> None:
        """Complete a name that fits one municipality; also done on leaving the field."""
        place = _recognised(self.text(), guess=True)
        if place is not None and place != self._place:
            self._combo.setEditText(place.label)

    def _set_place(self, place: Place | None) -> None:
        if place != self._place:
            self._place = place
            self.recognised.emit(place)


def _recognised(text: str, guess: bool) -> Place | None:
    try:
        return recognise(text, guess)
    except EnactError:
        return None  # not yet a municipality; the reason is told when the work is started
