"""The plugin in QGIS: provider, menu, toolbar, texts and log; `unload` undoes all of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QTranslator
from qgis.PyQt.QtGui import QAction, QIcon
from qgis.PyQt.QtWidgets import QDialog, QMenu, QToolBar

from .gui import log
from .processing.provider import EnactProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsMessageBarItem

    from .gui.demo import DemoMunicipality
    from .gui.open_municipality import OpenMunicipalityDialog

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = "Enact"  # how the names of our windows begin
_AFTER_QGIS_MS = 1_000  # QGIS' own note of the end of a task would cover what we offer
_PATIENCE_MS = 10_000  # how long unloading waits for a canceled run


class EnactPlugin:
    """Wires EnAct into QGIS.

    Nothing runs at start: dialogs are imported and tables read when the first action is used.

    Parameters
    ----------
    iface : QgisInterface or None
        None in qgis_process, which calls `initProcessing` only.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._provider: EnactProvider | None = None
        self._translator: QTranslator | None = None
        self._log: log.QgisLogHandler | None = None
        self._menu: QMenu | None = None
        self._toolbar: QToolBar | None = None
        self._actions: list[QAction] = []
        self._dialog: OpenMunicipalityDialog | None = None
        self._demo: DemoMunicipality | None = None
        self._offers: list[QgsMessageBarItem] = []

    def tr(self, text: str) -> str:
        """Translate a text of the plugin."""
        return QCoreApplication.translate("EnactPlugin", text)

    # ---- coming -------------------------------------------------------------------------------------------------

    def initProcessing(self) -> None:
        """Register the provider; all that qgis_process needs."""
        if self._provider is not None:
            return
        self._install_translator()
        self._log = log.attach(__package__)
        self._provider = EnactProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add menu and toolbar."""
        self.initProcessing()
        self._provider.project_renewed.connect(self._offer_again)
        window = self._iface.mainWindow()
        self._menu = QMenu(self.tr("E&nAct"), window)
        self._menu.setObjectName("EnactMenu")
        before = self._iface.firstRightStandardMenu().menuAction()
        window.menuBar().insertMenu(before, self._menu)
        self._toolbar = self._iface.addToolBar("EnAct")
        self._toolbar.setObjectName("EnactToolBar")
        self._add_action(
            "EnactOpenMunicipality",
            "open_municipality",
            self.tr("&Open municipality …"),
            self.open_municipality,
        )
        self._add_action(
            "EnactDemoMunicipality", "demo_municipality", self.tr("&Demo municipality …"), self.open_demo
        )
        self._menu.addSeparator()
        self._add_action("EnactHelp", "help", self.tr("&Help"), self.open_help, on_toolbar=False)

    def _add_action(
        self, name: str, icon: str, text: str, slot: Callable[[], None], on_toolbar: bool = True
    ) -> None:
        action = QAction(
            QIcon(str(ROOT / "resources" / "icons" / f"{icon}.svg")), text, self._iface.mainWindow()
        )
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: slot())
        self._menu.addAction(action)
        if on_toolbar:
            self._toolbar.addAction(action)
        self._actions.append(action)

    def _install_translator(self) -> None:
        language = QgsApplication.locale()[:2]
        file = ROOT / "resources" / "i18n" / f"enact_{language}.qm"
        translator = QTranslator()
        if file.exists() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    # ---- going --------------------------------------------------------------------------------------------------

    def unload(self) -> None:
        """Leave QGIS as it was before."""
        self._close_windows()
        if self._toolbar is not None:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None
        if self._menu is not None:
            self._iface.mainWindow().menuBar().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
            self._menu = None
        for action in self._actions:
            action.deleteLater()
        self._actions.clear()
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._log is not None:
            log.detach(__package__, self._log)
            self._log = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        packages = str(ROOT / "extlibs")
        sys.path[:] = [folder for folder in sys.path if folder != packages]

    def _close_windows(self) -> None:
        """Close every window and message of EnAct, also a report that is still being read: its code goes."""
        if self._offers:
            from .gui.notices import withdraw

            withdraw(self._iface.messageBar(), self._offers)
            self._offers.clear()
        if self._demo is not None:
            self._demo.shut_down(_PATIENCE_MS)
            self._demo.deleteLater()
            self._demo = None
        if self._dialog is not None:
            self._dialog.shut_down(_PATIENCE_MS)
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        window = self._iface.mainWindow() if self._iface is not None else None
        for dialog in window.findChildren(QDialog) if window is not None else ():
            if dialog.objectName().startswith(WINDOWS):
                dialog.close()
                dialog.deleteLater()

    def _offer_again(self, project: str) -> None:
        """Offer to open the project again, unless the dialog, whose run made it, does so itself."""
        from .gui.open_project import offer_again

        def offer() -> None:
            if self._provider is not None:  # unloaded meanwhile
                self._offers.append(offer_again(self._iface, project))

        if self._dialog is None or not self._dialog.is_running():
            QTimer.singleShot(_AFTER_QGIS_MS, offer)

    # ---- what the actions do ------------------------------------------------------------------------------------

    def open_municipality(self) -> OpenMunicipalityDialog:
        """Show the dialog; it is made once and keeps its choices."""
        from .gui.open_municipality import OpenMunicipalityDialog
        from .processing.loadbuildings import own_form

        if self._dialog is None:
            self._dialog = OpenMunicipalityDialog(self._iface, self._iface.mainWindow(), own_form=own_form)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def open_demo(self) -> None:
        """Write the demo municipality and fill the dialog with its files."""
        self.demo().ask_and_start()

    def demo(self) -> DemoMunicipality:
        """Return the writer of the demo municipality; it is made once."""
        from .gui.demo import DemoMunicipality

        if self._demo is None:
            self._demo = DemoMunicipality(self._iface)
            self._demo.written.connect(lambda choices: self.open_municipality().set_choices(choices))
        return self._demo

    def open_help(self) -> None:
        """Show the help."""
        from .gui.help import show_help

        show_help(self._iface.mainWindow())
