"""One input: a file, or a layer of the project, and beside it whether it looks right."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsProviderRegistry
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QObject, QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from .choices import DataSet, Given, Verdict, assess
from .texts import verdict_text

_FILTER = Qgis.LayerFilter
_FILTERS = {
    # a place may also be the building at it, or columns of a table
    "point": Qgis.LayerFilters(_FILTER.PointLayer | _FILTER.PolygonLayer | _FILTER.NoGeometry),
    "line": Qgis.LayerFilters(_FILTER.LineLayer),
    "polygon": Qgis.LayerFilters(_FILTER.PolygonLayer),
    "none": Qgis.LayerFilters(_FILTER.VectorLayer),
    "any": Qgis.LayerFilters(_FILTER.VectorLayer),
}
_ICONS = {
    Verdict.NOTHING: "",
    Verdict.LAYER: "/mIconSuccess.svg",
    Verdict.FILE: "/mIconSuccess.svg",
    Verdict.UNUSUAL: "/mIconWarning.svg",
}
_PROBLEM_ICON = "/mIconDelete.svg"
_ICON_SIZE = 16
_FILE_WIDTH = 150


class VerdictLabel(QWidget):
    """Icon and a few words: not told by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = QLabel()
        self._icon.setFixedWidth(_ICON_SIZE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        layout.addStretch()
        widest = max(self.fontMetrics().horizontalAdvance(verdict_text(each)) for each in Verdict)
        self.setMinimumWidth(_ICON_SIZE + 8 + widest)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what was said of an input."""
        name = _ICONS.get(verdict, _PROBLEM_ICON)
        size = QSize(_ICON_SIZE, _ICON_SIZE)
        self._icon.clear()
        if name:
            self._icon.setPixmap(QgsApplication.getThemeIcon(name).pixmap(size))
        self._text.setText(verdict_text(verdict))
        self._text.setEnabled(verdict is not Verdict.NOTHING)

    def text(self) -> str:
        """Return the words shown."""
        return self._text.text()


class SourceInput(QObject):
    """File field and layer list of a data set; choosing in one empties the other.

    Attributes
    ----------
    file : QgsFileWidget
    layer : QgsMapLayerComboBox or None
        None for a data set that is never a layer.
    verdict : VerdictLabel
    """

    changed = pyqtSignal()

    def __init__(self, data_set: DataSet, title: str, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._data_set = data_set
        self.file = QgsFileWidget(parent)
        self.file.setStorageMode(
            QgsFileWidget.StorageMode.GetMultipleFiles
            if data_set.several
            else QgsFileWidget.StorageMode.GetFile
        )
        self.file.setFilter(_file_filter(data_set))
        self.file.setDialogTitle(title)
        self.file.setDefaultRoot(folder)
        self.file.setMinimumWidth(_FILE_WIDTH)
        self.file.lineEdit().setAccessibleName(title)
        self.show_running(False)
        self.layer = self._layer_list(title, parent) if data_set.geometry else None
        self.verdict = VerdictLabel(parent)
        self.file.fileChanged.connect(self._on_file)
        if self.layer is not None:
            self.layer.layerChanged.connect(self._on_layer)
        self._show()

    def tr(self, text: str) -> str:
        """Translate a text of this class."""
        return QCoreApplication.translate("SourceInput", text)

    def _layer_list(self, title: str, parent: QWidget) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(parent)
        combo.setAllowEmptyLayer(True, self.tr("or layer …"))
        combo.setCurrentIndex(0)
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(QgsMapLayerComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(title)
        combo.setFilters(_FILTERS[self._data_set.geometry])
        return combo

    def set_geometry(self, geometry: str) -> None:
        """Offer only layers of this geometry (point, line, polygon, none, any)."""
        if self.layer is not None:
            self.layer.setFilters(_FILTERS[geometry])

    def show_running(self, running: bool) -> None:
        """Take the hint away while the field cannot be used: it would look like an entry."""
        self.file.lineEdit().setPlaceholderText("" if running else self.tr("file"))

    def widgets(self) -> list[QWidget]:
        """Widgets in the order of the keyboard."""
        return [self.file, *([self.layer] if self.layer is not None else [])]

    def given(self) -> Given:
        """Return what was chosen."""
        layer = self.layer.currentLayer() if self.layer is not None else None
        if layer is not None:
            return Given(layer_id=layer.id(), layer_file=_file_of(layer))
        text = self.file.filePath().strip()
        paths = QgsFileWidget.splitFilePaths(text) if self._data_set.several else [text]
        return Given(tuple(path.strip() for path in paths if path.strip()))

    def set_given(self, given: Given) -> None:
        """Show a choice."""
        if self.layer is not None:
            if given.layer_id:
                self._select_layer(given.layer_id)
            else:
                self.layer.setCurrentIndex(0)
        self.file.setFilePath(self._joined(given.paths))

    def _select_layer(self, layer_id: str) -> None:
        for row in range(self.layer.count()):
            layer = self.layer.layer(row)
            if layer is not None and layer.id() == layer_id:
                self.layer.setCurrentIndex(row)

    def _joined(self, paths: tuple[str, ...]) -> str:
        if self._data_set.several and len(paths) > 1:
            return " ".join(f'"{path}"' for path in paths)
        return paths[0] if paths else ""

    def _on_file(self, path: str) -> None:
        if path and self.layer is not None:
            self.layer.setCurrentIndex(0)
        self._show()
        self.changed.emit()

    def _on_layer(self) -> None:
        if self.layer.currentLayer() is not None and self.file.filePath():
            self.file.setFilePath("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        given = self.given()
        self.verdict.show_verdict(assess(given, self._data_set))
        self.file.lineEdit().setToolTip("\n".join(given.paths))


def _file_of(layer: QgsMapLayer) -> str:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")


def _file_filter(data_set: DataSet) -> str:
    patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in data_set.endings)
    expected = QCoreApplication.translate("SourceInput", "Suitable files")
    everything = QCoreApplication.translate("SourceInput", "All files")
    return f"{expected} ({patterns});;{everything} (*)"
