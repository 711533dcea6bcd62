"""Opens a finished project without losing what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..errors import EnactError
from ..layers.messages import describe
from .notices import notify, withdraw


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
    return _open(iface, path, lambda: _may_replace(iface, QgsProject.instance(), parent))


def _open(iface: QgisInterface, path: str, may_replace: Callable[[], bool]) -> bool:
    project = QgsProject.instance()
    edited = layers_with_edits(project)
    if edited:
        raise EnactError("project_has_edits", path=path, layers=", ".join(edited))
    if project.isDirty() and not may_replace():
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


def offer_again(iface: QgisInterface, path: str) -> QgsMessageBarItem:
    """Offer to open a project again whose file is newer than what is open.

    Returns
    -------
    QgsMessageBarItem
        For `withdraw`.
    """
    text = QCoreApplication.translate(
        "OpenProject",
        "{name} was assembled anew; what is open is the old one. The new results stand in the map themes.",
    )
    bar = iface.messageBar()
    again = QCoreApplication.translate("OpenProject", "Open again")

    def reopen() -> None:
        try:
            done = open_again(iface, path)
        except EnactError as error:
            notify(bar, describe(error), Qgis.MessageLevel.Warning)
            return
        if done:
            withdraw(bar, [item])

    item = notify(bar, text.format(name=Path(path).name), Qgis.MessageLevel.Info, {again: reopen})
    return item


def open_again(iface: QgisInterface, path: str) -> bool:
    """Open a project again as its file is now; asks first where the open one has been changed.

    Returns
    -------
    bool
        False when the user chose to stay.

    Raises
    ------
    EnactError
        ``project_has_edits``, ``project_not_opened``.
    """
    return _open(iface, path, lambda: _may_drop(iface))


def _may_drop(iface: QgisInterface) -> bool:
    """Saving is not offered: it would put the old project over the new one."""
    role = QMessageBox.ButtonRole
    box = QMessageBox(
        QMessageBox.Icon.Question,
        QCoreApplication.translate("OpenProject", "Drop the changes of the open project?"),
        QCoreApplication.translate(
            "OpenProject",
            "The open project has been changed since it was last saved: view, layers or styles. These changes are lost "
            "when it is opened again; layers and their data stay as they are.",
        ),
        parent=iface.mainWindow(),
    )
    drop = box.addButton(QCoreApplication.translate("OpenProject", "&Open again"), role.AcceptRole)
    stay = box.addButton(QCoreApplication.translate("OpenProject", "S&tay here"), role.RejectRole)
    box.setDefaultButton(drop)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is drop
