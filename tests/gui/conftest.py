"""A window with the parts of QGIS' interface the plugin uses, small real algorithms, and waiting without a clock."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingProvider,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, QTranslator
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu, QToolBar

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 20_000


class Interface:
    """What of QgisInterface the plugin uses, with a real window behind it."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.help = QMenu("Hilfe", self.window)
        self.window.menuBar().addMenu(self.help)
        self.bar = QgsMessageBar(self.window)
        self.window.setCentralWidget(self.bar)
        self.save = QAction(self.window)
        self.opened: list[str] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def firstRightStandardMenu(self) -> QMenu:
        return self.help

    def addToolBar(self, name: str) -> QToolBar:
        return self.window.addToolBar(name)

    def actionSaveProject(self) -> QAction:
        return self.save

    def addProject(self, path: str) -> bool:
        self.opened.append(path)
        return QgsProject.instance().read(path)


class Record(QgsProcessingAlgorithm):
    """Takes whatever it is given and keeps it; fails or writes a project when told to."""

    seen: list[dict] = []
    fail_with = ""
    report: tuple[str, ...] = ()

    def name(self):
        return "record"

    def displayName(self):
        return "Record"

    def createInstance(self):
        return Record()

    def initAlgorithm(self, _configuration=None):
        pass

    def processAlgorithm(self, parameters, _context, feedback):
        Record.seen.append(dict(parameters))
        feedback.setProgressText("Gebäude werden gelesen")
        feedback.setProgress(50)
        for error in Record.report:
            feedback.reportError(error)
        if Record.fail_with:
            raise QgsProcessingException(Record.fail_with)
        if parameters.get("PROJECT"):
            project = QgsProject()
            project.write(parameters["PROJECT"])
        return {"PROJECT": parameters.get("PROJECT", ""), "LOADED": 1, "SKIPPED": 7, "FAILED": 0}


class Endless(QgsProcessingAlgorithm):
    """Works until it is canceled."""

    def name(self):
        return "endless"

    def displayName(self):
        return "Endless"

    def createInstance(self):
        return Endless()

    def initAlgorithm(self, _configuration=None):
        pass

    def processAlgorithm(self, _parameters, _context, feedback):
        while not feedback.isCanceled():
            feedback.setProgress(1)
        raise QgsProcessingException("abgebrochen")


class Refusing(Record):
    """Cannot be executed here."""

    def name(self):
        return "refusing"

    def createInstance(self):
        return Refusing()

    def canExecute(self):
        return False, "Es fehlt geopandas."


class Small(QgsProcessingProvider):
    """Provider of the small algorithms."""

    def id(self):
        return "small"

    def name(self):
        return "small"

    def loadAlgorithms(self):
        for algorithm in (Record, Endless, Refusing):
            self.addAlgorithm(algorithm())


def wait_for(condition, milliseconds: int = PATIENCE_MS) -> None:
    """Let Qt work until the condition holds; fails when it never does."""
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    poll.start(5)
    last = QTimer()
    last.setSingleShot(True)
    last.timeout.connect(loop.quit)
    last.start(milliseconds)
    loop.exec()
    poll.stop()
    assert condition(), "waited in vain"


def delete_later_now() -> None:
    """Deliver what was deleted with deleteLater."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def wait():
    return wait_for


@pytest.fixture
def flush():
    return delete_later_now


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.window.deleteLater()
    delete_later_now()


@pytest.fixture(autouse=True)
def no_memory(qgis_app, tmp_path):
    """No settings from other tests; new workspaces are proposed in a folder of the test."""
    QgsSettings().remove("enact")
    QgsSettings().setValue("enact/workspace_folder", str(tmp_path / "EnAct"))
    yield
    QgsSettings().remove("enact")


@pytest.fixture
def small(qgis_app):
    """Register the small algorithms."""
    Record.seen.clear()
    Record.fail_with, Record.report = "", ()
    provider = Small()
    QgsApplication.processingRegistry().addProvider(provider)
    yield Record
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def german(qgis_app, tmp_path):
    """Install the German texts, compiled from the .ts of the repository."""
    tools = ("lrelease", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")
    tool = next(filter(None, map(shutil.which, tools)), None)
    assert tool, "lrelease is missing; make setup installs it"
    target = tmp_path / "enact_de.qm"
    source = ROOT / "resources" / "i18n" / "enact_de.ts"
    subprocess.run([tool, "-silent", str(source), "-qm", str(target)], check=True, capture_output=True)
    translator = QTranslator()
    assert translator.load(str(target))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def polygons(qgis_new_project):
    """Return a polygon layer in the open project."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=use:string", "Umringe", "memory")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def plants_csv(tmp_path) -> Path:
    path = tmp_path / "einheiten.csv"
    path.write_text("MaStR-Nr. der Einheit;Gemeindeschlüssel\nSEE900000000001;14626110\n", encoding="utf-8")
    return path
