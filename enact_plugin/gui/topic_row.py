"""One further layer: what it shows, and where it is."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from .choices import TOPIC, Given, Topic, topic_kinds
from .source_facts import NOTHING_SAID
from .source_input import SourceInput
from .texts import german


class TopicRow(QWidget):
    """Kind, file or layer, verdict, and a button to take the row away."""

    changed = pyqtSignal()
    removed = pyqtSignal(object)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind of layer"))
        self.kind.setToolTip(self.tr("What the layer shows"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(16)
        self.kind.setMaxVisibleItems(20)
        self._fill_kinds()
        self.source = SourceInput(TOPIC, self.tr("Further layer"), folder, self)
        self.remove = QToolButton(self)
        self.remove.setIcon(QgsApplication.getThemeIcon("/symbologyRemove.svg"))
        self.remove.setAutoRaise(True)
        self.remove.setToolTip(self.tr("Remove this row"))
        self.remove.setAccessibleName(self.tr("Remove this row"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind, 3)
        layout.addWidget(self.source.file, 3)
        layout.addWidget(self.source.layer, 2)
        layout.addWidget(self.source.verdict)
        layout.addWidget(self.source.fields)
        layout.addWidget(self.remove)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.source.changed.connect(self.changed)
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def _fill_kinds(self) -> None:
        self.kind.addItem(self.tr("choose a kind …"), "")
        group = ""
        for kind in topic_kinds():
            if kind.group_de != group:
                self.kind.insertSeparator(self.kind.count())
                group = kind.group_de
            self.kind.addItem(kind.title_de if german() else kind.title_en, kind.kind)

    def _on_kind(self) -> None:
        kind = next((each for each in topic_kinds() if each.kind == self.kind.currentData()), None)
        self.source.set_geometry(kind.geometry if kind else "any")
        self.source.set_facts(NOTHING_SAID)  # its fields were assigned to those of another kind
        self.changed.emit()

    def widgets(self) -> list[QWidget]:
        """Widgets in the order of the keyboard."""
        return [self.kind, *self.source.widgets(), self.remove]

    def topic(self) -> Topic:
        """Return what was chosen."""
        return Topic(self.kind.currentData() or "", self.source.given())

    def is_untouched(self) -> bool:
        """Whether nothing has been chosen yet; such a row is as good as none."""
        return self.topic() == Topic("", Given())

    def set_topic(self, topic: Topic) -> None:
        """Show a choice."""
        self.kind.setCurrentIndex(max(self.kind.findData(topic.kind), 0))
        self.source.set_given(topic.given)
