"""Opens a finished project without losing what is open."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..errors import EnactError


def layers_with_edits(project: QgsProject) -> list[str]:
    """Names of layers whose edits have not been saved; opening another project would drop them without a word."""
    layers = project.mapLayers().values()
    return sorted(
        layer.name() for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isModified()
    )


def open_project(iface: QgisInterface, path: str, parent: QWidget) -> bool:
    """Open a project in QGIS; asks first where the open one has been changed.

    Returns
    -------
    bool
        False when the user chose to stay.

    Raises
    ------
    EnactError
        ``project_has_edits``, ``project_not_opened``.
    """
    project = QgsProject.instance()
    edited = layers_with_edits(project)
    if edited:
        raise EnactError("project_has_edits", path=path, layers=", ".join(edited))
    if project.isDirty() and not _may_replace(iface, project, parent):
        return False
    if not iface.addProject(path):
        raise EnactError("project_not_opened", path=path)
    return True


def _may_replace(iface: QgisInterface, project: QgsProject, parent: QWidget) -> bool:
    role = QMessageBox.ButtonRole
    box = QMessageBox(
        QMessageBox.Icon.Question,
        QCoreApplication.translate("OpenProject", "Save the open project?"),
        QCoreApplication.translate(
            "OpenProject",
            "The municipality is loaded. The project that is open has been changed; save it before the"
            " municipality's project is opened?",
        ),
        parent=parent,
    )
    # texts of our own: Qt's are German only where its translations are installed
    save = box.addButton(QCoreApplication.translate("OpenProject", "&Save"), role.AcceptRole)
    discard = box.addButton(
        QCoreApplication.translate("OpenProject", "&Discard changes"), role.DestructiveRole
    )
    stay = box.addButton(QCoreApplication.translate("OpenProject", "S&tay here"), role.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is save:
        iface.actionSaveProject().trigger()
        return not project.isDirty()  # still changed when the user left QGIS' own dialog without a file
    return box.clickedButton() is discard
