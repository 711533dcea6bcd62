"""The demo municipality: asks for a folder, has the files written, and hands over what to give the dialog."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ..errors import Canceled, EnactError
from ..layers.messages import describe
from .choices import from_parameters
from .notices import notify, withdraw
from .report import ReportDialog
from .runner import AlgorithmRun, RunResult, RunState
from .settings import workspace_folder

ALGORITHM = "enact:demodata"
_FOLDER = "Musterstadt"


class DemoMunicipality(QObject):
    """Runs `enact:demodata` in the background.

    Parameters
    ----------
    iface : QgisInterface
    """

    written = pyqtSignal(object)  # Choices

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._run: AlgorithmRun | None = None
        self._folder = ""
        self._told: list[QgsMessageBarItem] = []

    def ask_and_start(self) -> None:
        """Ask for a folder, then start; a second call while files are written does nothing."""
        if self._run is not None:
            return
        title = self.tr("Folder for the files of the demo municipality")
        folder = QFileDialog.getExistingDirectory(self._iface.mainWindow(), title, workspace_folder())
        if folder:
            self.start(folder)

    def start(self, folder: str) -> None:
        """Write the files into a folder of their own within `folder`."""
        self._folder = str(Path(folder) / _FOLDER)
        try:
            run = AlgorithmRun(
                ALGORITHM, {"FOLDER": self._folder}, self.tr("EnAct: writing the demo municipality"), self
            )
        except EnactError as error:
            self._tell(describe(error), Qgis.MessageLevel.Critical)
            return
        self._run = run
        run.finished.connect(self._on_finished)
        run.start()
        text = self.tr("The fictitious Musterstadt is being written; the dialog opens when it is ready.")
        self._tell(text, Qgis.MessageLevel.Info)

    def is_running(self) -> bool:
        """Whether files are being written."""
        return self._run is not None

    def _on_finished(self, result: RunResult) -> None:
        self._run = None
        if result.state is RunState.DONE:
            given = json.loads(result.outputs["PARAMETERS"])
            self.written.emit(from_parameters(given, str(Path(self._folder).parent)))
        elif result.state is RunState.CANCELED:
            self._tell(describe(Canceled("demo_canceled")), Qgis.MessageLevel.Info)
        else:
            reason = result.reason or self.tr("The demo municipality could not be written.")
            buttons = {self.tr("Details …"): lambda: self._show_log(result.log)}
            self._tell(reason, Qgis.MessageLevel.Critical, buttons)

    def _tell(
        self, text: str, level: Qgis.MessageLevel, buttons: Mapping[str, Callable[[], object]] | None = None
    ) -> None:
        self._told.append(notify(self._iface.messageBar(), text, level, buttons))

    def _show_log(self, html: str) -> None:
        ReportDialog(self.tr("EnAct – demo municipality"), html, self._iface.mainWindow()).show()

    def shut_down(self, milliseconds: int) -> None:
        """Cancel a run and wait for it: the plugin is about to be unloaded, and its code with it."""
        if self._run is not None:
            self._run.finished.disconnect(self._on_finished)
            self._run.cancel()
            self._run.wait(milliseconds)
            self._run = None
        withdraw(self._iface.messageBar(), self._told)
