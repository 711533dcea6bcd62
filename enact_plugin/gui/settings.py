"""What is remembered between sessions: files per municipality, and the folder of the workspaces. Nothing personal."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from ..layers.paths import is_folder
from ..reference.municipalities import DEMO_AGS
from .choices import Choices, Place, from_memory, to_memory, without_layer

_ROOT = "enact"


def workspace_folder() -> str:
    """Folder in which new workspaces are proposed: the last one used, at first "EnAct" among the documents.

    The demo's folder does not count, nor one that is gone (a stick, a share).
    """
    kept = str(QgsSettings().value(f"{_ROOT}/workspace_folder", "") or "")
    if kept and Path(existing(kept)) in (Path(kept), Path(kept).parent):
        return kept
    return str(Path(_documents()) / "EnAct")


def data_folder() -> str:
    """Folder in which files of data are looked for: that of the last one used, else the documents."""
    kept = str(QgsSettings().value(f"{_ROOT}/data_folder", "") or "")
    return kept if kept and is_folder(kept) else existing(_documents())


def existing(folder: str) -> str:
    """Nearest folder that is there: of one that is not, a file dialog shows the last folder of something else."""
    path = Path(folder)
    return str(next((each for each in (path, *path.parents) if is_folder(each)), path))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def last_municipality() -> str:
    """Key of the municipality that was opened last; empty at first."""
    return str(QgsSettings().value(f"{_ROOT}/last_ags", "") or "")


def remembered(place: Place) -> Choices | None:
    """Return what was chosen for a municipality the last time."""
    text = str(QgsSettings().value(f"{_ROOT}/choices/{place.ags}", "") or "")
    return from_memory(place.label, text) if text else None


def remember(place: Place, choices: Choices) -> None:
    """Keep the choices of a municipality."""
    settings = QgsSettings()
    settings.setValue(f"{_ROOT}/last_ags", place.ags)
    settings.setValue(f"{_ROOT}/choices/{place.ags}", to_memory(choices))
    if place.ags == DEMO_AGS:
        return
    settings.setValue(f"{_ROOT}/workspace_folder", str(Path(choices.workspace).parent))
    given = [*choices.inputs.values(), *(topic.given for topic in choices.topics)]
    files = [path for each in given for path in each.paths]
    if files:
        settings.setValue(f"{_ROOT}/data_folder", folder_of(files[0]))


def folder_of(path: str) -> str:
    """Folder of a file of data."""
    return str(Path(without_layer(path)).parent)
