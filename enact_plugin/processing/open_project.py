"""What the project that is open in QGIS shows."""

from __future__ import annotations

from pathlib import Path

from qgis import utils
from qgis.core import QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..cartography.layer_tree import ID_PREFIX
from ..errors import EnactError


def project_shown() -> str:
    """Path of the project open in the window of QGIS; empty where it shows no workspace or several, or has no .qgz."""
    shown = QgsProject.instance().fileName() if workspace_shown() else ""
    return shown if shown.lower().endswith(".qgz") else ""


def workspace_shown() -> str:
    """Path of the workspace of the project open in the window of QGIS.

    Returns
    -------
    str
        Empty without a window, as in `qgis_process`, and where the project shows no workspace or several.
    """
    if utils.iface is None or QThread.currentThread() != QCoreApplication.instance().thread():
        return ""
    registry = QgsProviderRegistry.instance()
    paths = {
        registry.decodeUri(layer.providerType(), layer.source()).get("path", "")
        for name, layer in QgsProject.instance().mapLayers().items()
        if name.startswith(ID_PREFIX) and layer.providerType() == "ogr"
    }
    return paths.pop() if len(paths) == 1 else ""


def refuse_project_of_another(workspace: object, project: object) -> None:
    """Keep the open project from becoming one of another workspace: both fields begin with what is open.

    Parameters
    ----------
    workspace, project : object
        Values of the parameters; what is no path is no other file.

    Raises
    ------
    EnactError
        ``project_of_other_workspace``.
    """
    shown = project_shown()
    if not (isinstance(workspace, str) and isinstance(project, str) and workspace and project):
        return
    if _same(project, shown) and not _same(workspace, workspace_shown()):
        raise EnactError("project_of_other_workspace", path=Path(project).name, other=Path(workspace).name)


def _same(one: str, other: str) -> bool:
    return bool(other) and Path(one).resolve() == Path(other).resolve()
