"""What the project that is open in QGIS shows."""

from __future__ import annotations

from qgis import utils
from qgis.core import QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ..cartography.layer_tree import ID_PREFIX


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
