"""What is remembered between sessions: files per municipality, and the folder of the workspaces. Nothing personal."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .choices import Choices, Place, from_memory, to_memory

_ROOT = "enact"


def workspace_folder() -> str:
    """Folder in which new workspaces are proposed: the last one used, at first "EnAct" among the documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(QgsSettings().value(f"{_ROOT}/workspace_folder", "") or Path(documents) / "EnAct")


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
    settings.setValue(f"{_ROOT}/workspace_folder", str(Path(choices.workspace).parent))
