"""One input: a file, or a layer of the project, and beside it whether it looks right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsWkbTypes,
)
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QObject, QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QToolButton, QWidget

from ..layers.paths import exists
from ..layers.sublayers import vector_sublayers
from .choices import DataSet, Given, Verdict, assess, without_layer
from .field_dialog import facts_text
from .recognition import Recognised, Sublayer, recognise_files, recognise_layers, too_big
from .source_facts import NOTHING_SAID, SourceFacts
from .texts import recognised_hint, recognised_text, verdict_text

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
    Verdict.ADDRESS: "/mIconSuccess.svg",
    Verdict.ONLINE: "/mIconSuccess.svg",
    Verdict.UNUSUAL: "/mIconWarning.svg",
}
_PROBLEM_ICON = "/mIconDelete.svg"
_DOUBT_ICON = "/mIconWarning.svg"
_GEOMETRY = Qgis.GeometryType
_GEOMETRIES = {
    _GEOMETRY.Point: "point",
    _GEOMETRY.Line: "line",
    _GEOMETRY.Polygon: "polygon",
    _GEOMETRY.Null: "none",
}
_FORMATS = {"GPKG": "GeoPackage", "ESRI Shapefile": "Shape", "OpenFileGDB": "File-GDB"}
_ICON_SIZE = 16
_FILE_WIDTH = 140
_LETTERS = 13


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
        self.setFixedWidth(_ICON_SIZE + 8 + self.fontMetrics().horizontalAdvance("M" * _LETTERS))
        self._said = ""

    def show_verdict(self, verdict: Verdict, recognised: Recognised | None = None) -> None:
        """Show what was said of an input, and what it was recognised as."""
        name, text, hint = _ICONS.get(verdict, _PROBLEM_ICON), verdict_text(verdict), ""
        if recognised is not None:
            text, hint = recognised_text(recognised), recognised_hint(recognised)
            name = _DOUBT_ICON if recognised.is_doubtful or verdict is Verdict.UNUSUAL else name
        size = QSize(_ICON_SIZE, _ICON_SIZE)
        self._icon.clear()
        if name:
            self._icon.setPixmap(QgsApplication.getThemeIcon(name).pixmap(size))
        self._said = text
        room = self.width() - _ICON_SIZE - 4
        self._text.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._text.setEnabled(verdict is not Verdict.NOTHING)
        self.setToolTip("\n".join(filter(None, (text, hint))))

    def text(self) -> str:
        """Return the words, also where there is no room for all of them."""
        return self._said


class SourceInput(QObject):
    """File field and layer list of a data set; choosing in one empties the other.

    Attributes
    ----------
    file : QgsFileWidget
    layer : QgsMapLayerComboBox or None
        None for a data set that is never a layer.
    table : QgsMapLayerComboBox or None
        For a data set that is read as a file: tables of the project, whose file is taken.
    verdict : VerdictLabel
    folder : QToolButton or None
        For a data set of which a whole folder may be given.
    fields : QToolButton or None
        Asks for the table of fields; None for a data set whose form is fixed.
    """

    changed = pyqtSignal()
    fields_wanted = pyqtSignal(object)  # this input

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
        self.table = self._table_list(title, parent) if data_set.tables else None
        self.folder = self._folder_button(parent) if data_set.pages else None
        self.fields = self._fields_button(title, parent) if data_set.kind or data_set.geometry else None
        self._facts, self._facts_of = NOTHING_SAID, Given()
        self._seen: dict[tuple[str, float], Recognised | None] = {}
        self.file.fileChanged.connect(self._on_file)
        if self.layer is not None:
            self.layer.layerChanged.connect(self._on_layer)
        if self.table is not None:
            self._offer_tables()
        self._show()

    def tr(self, text: str) -> str:
        """Translate a text of this class."""
        return QCoreApplication.translate("SourceInput", text)

    def _layer_list(self, title: str, parent: QWidget) -> QgsMapLayerComboBox:
        combo = self._empty_list(title, parent)
        combo.setFilters(_FILTERS[self._data_set.geometry])
        return combo

    def _table_list(self, title: str, parent: QWidget) -> QgsMapLayerComboBox:
        combo = self._empty_list(title, parent)
        combo.setFilters(_FILTERS["any"])
        combo.setToolTip(self.tr("A table of the project: its file is taken"))
        project = QgsProject.instance()
        project.layersAdded.connect(self._offer_tables)
        project.layersRemoved.connect(self._offer_tables)
        combo.layerChanged.connect(self._on_table)
        return combo

    def _offer_tables(self) -> None:
        """Leave out layers that are in no file of a fitting kind."""
        layers = QgsProject.instance().mapLayers().values()
        fitting = self._data_set.endings
        self.table.setExceptedLayerList(
            [layer for layer in layers if Path(_file_of(layer)).suffix.lower() not in fitting]
        )

    def _on_table(self, layer: QgsMapLayer | None) -> None:
        if layer is None:
            return
        paths = (*self._chosen().paths, _file_of(layer)) if self._data_set.several else (_file_of(layer),)
        self.table.setCurrentIndex(0)
        self.file.setFilePath(self._joined(tuple(dict.fromkeys(paths))))

    def _empty_list(self, title: str, parent: QWidget) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(parent)
        combo.setAllowEmptyLayer(True, self.tr("or layer …"))
        combo.setCurrentIndex(0)
        combo.setMinimumContentsLength(9)
        combo.setSizeAdjustPolicy(QgsMapLayerComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(title)
        return combo

    def _folder_button(self, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setIcon(QgsApplication.getThemeIcon("/mIconFolderOpen.svg"))
        button.setAccessibleName(self.tr("or folder …"))
        button.setToolTip(
            self.tr(
                "Folder with all pages of an answer of the register's interface (JSON), or with tables of open-mastr"
            )
        )
        button.clicked.connect(self._choose_folder)
        return button

    def _choose_folder(self) -> None:
        title = self.tr("Folder of saved pages or tables")
        folder = QFileDialog.getExistingDirectory(self.folder.window(), title, self.file.defaultRoot())
        if folder:
            self.file.setFilePath(folder)

    def _fields_button(self, title: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setText(self.tr("Fields …"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAccessibleName(self.tr("Fields and origin: {title}").format(title=title))
        button.clicked.connect(lambda: self.fields_wanted.emit(self))
        return button

    def look_in(self, folder: str) -> None:
        """Begin there when a file is chosen."""
        self.file.setDefaultRoot(folder)

    def set_facts(self, facts: SourceFacts) -> None:
        """Keep what was said of the chosen source; it is forgotten when another is chosen."""
        self._facts, self._facts_of = facts, self._chosen()
        self._show_facts()
        self.changed.emit()

    def _show_facts(self) -> None:
        if self.fields is None:
            return
        given = self.given()
        self.fields.setEnabled(bool(given))
        said = bool(given.facts)
        style = Qt.ToolButtonStyle
        self.fields.setToolButtonStyle(style.ToolButtonTextBesideIcon if said else style.ToolButtonTextOnly)
        if said:
            self.fields.setIcon(QgsApplication.getThemeIcon("/mIconSuccess.svg"))
        self.fields.setToolTip(
            facts_text(given.facts)
            or self.tr("Assign the fields of the source, and say where it comes from and how old it is")
        )

    def set_geometry(self, geometry: str) -> None:
        """Offer only layers of this geometry (point, line, polygon, none, any)."""
        if self.layer is not None:
            self.layer.setFilters(_FILTERS[geometry])

    def show_running(self, running: bool, online: bool = False) -> None:
        """Say what an empty field means; nothing while it cannot be used: it would look like an entry."""
        hint = self.tr("file, else from the services") if online else self.tr("file")
        self.file.lineEdit().setPlaceholderText("" if running else hint)

    def widgets(self) -> list[QWidget]:
        """Widgets in the order of the keyboard."""
        return [
            each for each in (self.file, self.layer, self.table, self.folder, self.fields) if each is not None
        ]

    def given(self) -> Given:
        """Return what was chosen, with what was said of it."""
        chosen = self._chosen()
        return replace(chosen, facts=self._facts) if self._facts and chosen == self._facts_of else chosen

    def _chosen(self) -> Given:
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
        self.set_facts(given.facts)

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
        verdict = assess(given, self._data_set)
        readable = verdict in (Verdict.FILE, Verdict.UNUSUAL)
        self.verdict.show_verdict(verdict, self._recognised(given) if readable else None)
        self.file.lineEdit().setToolTip("\n".join(given.paths))
        self._show_facts()

    def _recognised(self, given: Given) -> Recognised | None:
        """What the chosen files are; looked at once as long as they do not change."""
        if any(not exists(without_layer(path)) for path in given.paths):
            return None  # in an archive or on a server: for QGIS to say when it is loaded
        newest = max(Path(without_layer(path)).stat().st_mtime for path in given.paths)
        key = (" ".join(given.paths), newest)
        if key not in self._seen:
            self._seen[key] = recognise_files(given.paths, self._data_set) or self._layers(given.paths[0])
        return self._seen[key]

    def _layers(self, path: str) -> Recognised:
        found = [] if too_big(path) else vector_sublayers(without_layer(path))
        layers = [
            Sublayer(each.name(), _GEOMETRIES.get(QgsWkbTypes.geometryType(each.wkbType()), ""))
            for each in found
        ]
        driver = _FORMATS.get(found[0].driverName(), found[0].driverName()) if found else ""
        return too_big(path) or recognise_layers(path, driver, layers, self._data_set)


def _file_of(layer: QgsMapLayer) -> str:
    if layer.providerType() == "delimitedtext":
        return QUrl(layer.source()).toLocalFile()
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")


def _file_filter(data_set: DataSet) -> str:
    patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in data_set.endings)
    expected = QCoreApplication.translate("SourceInput", "Suitable files")
    everything = QCoreApplication.translate("SourceInput", "All files")
    return f"{expected} ({patterns});;{everything} (*)"
