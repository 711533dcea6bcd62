"""The layers a person has open, for an algorithm that runs in another thread.

Layers belong to the main thread and must not be touched from another one. So what a run needs to know of them is taken
down before it starts; whether one is being edited is noted on the main thread whenever that changes; and what the run
wants done with them is posted there. Nobody ever waits for the main thread, which may itself be waiting for the run.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QThread, QUrl, pyqtSignal

from .plain_values import plain_value

ANY_TABLE = ""  # of a layer whose source does not tell it


@dataclass(frozen=True)
class LayerFacts:
    """What is known of a layer without touching it.

    Attributes
    ----------
    id, name, source, provider : str
    licence, rights : str
        From its metadata.
    """

    id: str
    name: str
    source: str
    provider: str
    licence: str = ""
    rights: str = ""

    @property
    def file(self) -> Path:
        """File it shows."""
        if self.provider == "delimitedtext":
            return Path(QUrl(self.source).toLocalFile())
        parts = QgsProviderRegistry.instance().decodeUri(self.provider, self.source)
        return Path(parts.get("path") or self.source)


def facts_of(layer: QgsMapLayer) -> LayerFacts:
    """Take down a layer; on the thread it belongs to."""
    metadata = layer.metadata()
    return LayerFacts(
        layer.id(), layer.name(), layer.source(), layer.providerType(),
        ", ".join(metadata.licenses()), ", ".join(metadata.rights()),
    )  # fmt: skip


def layers_among(values: Iterable[Any]) -> Iterator[QgsMapLayer]:
    """Layers that were handed over as values of parameters."""
    for value in values:
        if isinstance(value, QgsMapLayer):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from layers_among(value)


class OpenLayers(QObject):
    """The layers of the project during one run; made on the main thread, asked from any.

    Parameters
    ----------
    project : QgsProject
    layers : iterable of QgsMapLayer
        Further layers that the run was given.
    """

    _replaced = pyqtSignal(str, str)
    _ended = pyqtSignal()

    def __init__(self, project: QgsProject, layers: Iterable[QgsMapLayer] = ()) -> None:
        super().__init__()
        self._project = project
        self._edited: frozenset[tuple[str, str]] = frozenset()
        self._stale: dict[tuple[str, str], None] = {}
        self._file = _same_file(project.fileName()) if project.fileName() else ""
        present = project.mapLayers().values()
        self._facts = tuple(
            facts_of(layer) for layer in {layer.id(): layer for layer in (*layers, *present)}.values()
        )
        main = QCoreApplication.instance()
        if main.thread() != QThread.currentThread():
            self.moveToThread(main.thread())
        self.setParent(main)  # Python may let go of it in any thread; Qt deletes it in its own
        self._replaced.connect(self._reload)
        self._ended.connect(self._finish)
        self._watched: set[str] = set()
        for layer in present:
            self._watch(layer)
        project.layerWasAdded.connect(self._watch)
        project.layersRemoved.connect(self._look)
        self._look()

    @classmethod
    def for_run(
        cls, algorithm: Any, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> OpenLayers:
        """Make one for a run of an algorithm, which goes when the algorithm goes."""
        given = [plain_value(value) for value in parameters.values()]
        made = cls(QgsProject.instance(), layers_among(given))
        project = context.project()
        if project is not None and project is not QgsProject.instance():
            made._facts = (*made._facts, *(facts_of(layer) for layer in project.mapLayers().values()))
        weakref.finalize(algorithm, _let_go, made).atexit = False
        return made

    # ---- asked from any thread

    def find(self, value: Any) -> LayerFacts | None:
        """Layer that a parameter means: itself, its id, its name or its source, as Processing looks for it."""
        value = plain_value(value)
        if isinstance(value, QgsMapLayer):
            value = value.id()
        if not isinstance(value, str) or not value.strip():
            return None
        for key in ("id", "name", "source"):
            for facts in self._facts:
                if getattr(facts, key) == value.strip():
                    return facts
        return None

    def shows(self, path: Path, table: str) -> bool:
        """Whether there was a layer of this table when the run began."""
        file = _same_file(path)
        places = (_place(facts.provider, facts.source) for facts in self._facts)
        return any(place in ((file, table), (file, ANY_TABLE)) for place in places)

    def is_project(self, path: Path) -> bool:
        """Whether the project that was open when the run began is this file."""
        return self._file == _same_file(path)

    def is_edited(self, path: Path, table: str) -> bool:
        """Whether a layer of this table, or one of this file of which the table is not known, is in edit mode now."""
        file = _same_file(path)
        return any(edited in ((file, table), (file, ANY_TABLE)) for edited in self._edited)

    def reload(self, path: Path, table: str) -> None:
        """Let open layers of a replaced table know at once: a person must not edit rows that are gone."""
        place = (_same_file(path), table)
        self._stale[place] = None
        self._replaced.emit(*place)

    def end(self) -> None:
        """Draw what was replaced, and stop listening; call it however the run ended."""
        self._ended.emit()

    # ---- on the main thread

    def _watch(self, layer: QgsMapLayer) -> None:
        if isinstance(layer, QgsVectorLayer):
            layer.editingStarted.connect(self._look)
            layer.editingStopped.connect(self._look)
            self._watched.add(layer.id())
            self._look()

    def _look(self, *_removed: Any) -> None:
        """Note anew which tables are in edit mode; one assignment, for another thread may be reading."""
        layers = [layer for layer in self._vector_layers() if layer.isEditable()]
        self._edited = frozenset(place for place in map(place_of, layers) if place is not None)

    def _vector_layers(self) -> list[QgsVectorLayer]:
        return [layer for layer in self._project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]

    def _on(self, file: str, table: str) -> list[QgsVectorLayer]:
        wanted = ((file, table), (file, ANY_TABLE))
        return [layer for layer in self._vector_layers() if place_of(layer) in wanted]

    def _reload(self, file: str, table: str) -> None:
        for layer in self._on(file, table):
            layer.reload()

    def _finish(self) -> None:
        for file, table in self._stale:
            for layer in self._on(file, table):
                layer.triggerRepaint()
        self._project.layerWasAdded.disconnect(self._watch)
        self._project.layersRemoved.disconnect(self._look)
        for layer in self._vector_layers():
            if layer.id() in self._watched:
                layer.editingStarted.disconnect(self._look)
                layer.editingStopped.disconnect(self._look)
        self.deleteLater()


def _let_go(layers: OpenLayers) -> None:
    """Delete it on its own thread where the run was only prepared, or where that has not happened yet."""
    if not sip.isdeleted(layers):
        layers.deleteLater()


def _same_file(path: Path | str) -> str:
    """Path by which two names of one file are known as one."""
    return os.path.normcase(str(Path(path).resolve()))


def place_of(layer: QgsVectorLayer) -> tuple[str, str] | None:
    """File and table of a layer, the table empty where its source does not name it; None for one that is in no file.

    A number of a table stays a number: to ask QGIS for its name would open the file on the main thread while a run may
    be at it in another, and QGIS' locks stand in each other's way then (both wait for ever; seen on 3.40).
    """
    provider = layer.dataProvider()
    return _place(layer.providerType(), provider.dataSourceUri() if provider else layer.source())


def _place(provider: str, source: str) -> tuple[str, str] | None:
    parts = QgsProviderRegistry.instance().decodeUri(provider, source)
    path = parts.get("path")
    return (_same_file(path), parts.get("layerName") or ANY_TABLE) if path else None
