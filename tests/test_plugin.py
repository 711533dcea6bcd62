"""The plugin in a window: what it adds, that unloading takes all of it away, and that starting costs nothing."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsMessageLog, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu, QToolBar

from enact_plugin.gui.report import ReportDialog
from enact_plugin.plugin import EnactPlugin

ROOT = Path(__file__).resolve().parents[1]
LOGGER = "enact_plugin"


class Interface:
    """What of QgisInterface the plugin uses at start, with a real window behind it."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.help = self.window.menuBar().addMenu("Hilfe")
        self.bar = QgsMessageBar(self.window)

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def mainWindow(self) -> QMainWindow:
        return self.window

    def firstRightStandardMenu(self) -> QMenu:
        return self.help

    def addToolBar(self, name: str) -> QToolBar:
        return self.window.addToolBar(name)


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.window.deleteLater()


def traces(iface: Interface) -> dict[str, object]:
    """Everything the plugin could leave behind."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = iface.window
    return {
        "children of the window": sorted(type(child).__name__ for child in window.findChildren(QObject)),
        "actions": len(window.findChildren(QAction)),
        "menus": [action.text() for action in window.menuBar().actions()],
        "toolbars": [bar.objectName() for bar in window.findChildren(QToolBar)],
        "providers": sorted(each.id() for each in QgsApplication.processingRegistry().providers()),
        "language": QCoreApplication.translate("EnactPlugin", "&Help"),
        "log handlers": list(logging.getLogger(LOGGER).handlers),
        "log level": logging.getLogger(LOGGER).level,
        "search path": list(sys.path),
    }


def test_menu_toolbar_and_provider_are_there(iface):
    plugin = EnactPlugin(iface)
    plugin.initGui()
    window = iface.window
    menu = window.findChild(QMenu, "EnactMenu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == ["EnactOpenMunicipality", "EnactDemoMunicipality", "EnactHelp"]
    assert [action.text().replace("&", "") for action in window.menuBar().actions()] == ["EnAct", "Hilfe"]
    toolbar = window.findChild(QToolBar, "EnactToolBar")
    assert [action.objectName() for action in toolbar.actions()] == names[:2]
    assert all(not action.icon().isNull() for action in menu.actions() if not action.isSeparator())
    provider = QgsApplication.processingRegistry().providerById("enact")
    assert "enact:loadmunicipality" in [algorithm.id() for algorithm in provider.algorithms()]
    plugin.unload()


@pytest.fixture
def german_qgis():
    """QGIS set to German, and the German texts compiled as `make` does."""
    if not (ROOT / "resources" / "i18n" / "enact_de.qm").exists():
        subprocess.run([ROOT / "tools" / "compile-translations"], cwd=ROOT, check=True, capture_output=True)
    settings = QgsSettings()
    keys = ("locale/overrideFlag", "locale/userLocale")
    before = [settings.value(key) for key in keys]
    for key, value in zip(keys, (True, "de")):
        settings.setValue(key, value)
    yield
    for key, value in zip(keys, before):
        settings.remove(key) if value is None else settings.setValue(key, value)


def test_the_menu_is_german_in_a_german_qgis(iface, german_qgis):
    plugin = EnactPlugin(iface)
    plugin.initGui()
    texts = [action.text() for action in iface.window.findChild(QMenu, "EnactMenu").actions()]
    assert texts == ["&Gemeinde öffnen …", "&Demo-Gemeinde …", "", "&Hilfe"]
    plugin.unload()


def test_two_rounds_leave_no_trace(iface, german_qgis):
    before = traces(iface)
    assert before["language"] == "&Help"
    for _ in range(2):
        plugin = EnactPlugin(iface)
        plugin.initGui()
        plugin.open_municipality()
        plugin.open_help()
        ReportDialog("Bericht", "<p>noch offen</p>", iface.window).show()
        assert traces(iface) != before
        plugin.unload()
        assert traces(iface) == before


def test_unloading_before_the_window_was_touched_is_fine(iface):
    before = traces(iface)
    plugin = EnactPlugin(None)  # as qgis_process does
    plugin.initProcessing()
    plugin.initProcessing()
    providers = [each.id() for each in QgsApplication.processingRegistry().providers()]
    assert providers.count("enact") == 1
    plugin.unload()
    assert traces(iface) == before


def test_what_our_modules_log_is_in_qgis_log_panel(iface):
    seen = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _level: seen.append((text, tag)))
    plugin = EnactPlugin(iface)
    plugin.initGui()
    logging.getLogger(f"{LOGGER}.register.web_csv").info("%s Einheiten", 3)
    plugin.unload()
    logging.getLogger(f"{LOGGER}.register.web_csv").warning("danach")
    assert ("3 Einheiten", "EnAct") in seen
    assert ("danach", "EnAct") not in seen
    QgsMessageLog.logMessage("", "EnAct")  # the log itself still works


def test_the_dialog_is_made_once(iface):
    plugin = EnactPlugin(iface)
    plugin.initGui()
    assert plugin.open_municipality() is plugin.open_municipality()
    plugin.unload()


# ---- as QGIS loads it: the project's folder is the package ----------------------------------------------------------


def test_class_factory_puts_own_packages_last(qgis_app, tmp_path):
    """QGIS imports the folder as a package of its name; packages beside the plugin never win over QGIS' own."""
    folder = tmp_path / "enact"
    folder.mkdir()
    (folder / "__init__.py").write_text((ROOT / "__init__.py").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "enact_plugin").symlink_to(ROOT / "enact_plugin", target_is_directory=True)
    (folder / "extlibs").mkdir()
    spec = importlib.util.spec_from_file_location(
        "enact_under_test", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["enact_under_test"] = module
    path = list(sys.path)
    try:
        spec.loader.exec_module(module)
        assert sys.path == path  # importing alone does nothing
        plugin = module.classFactory(None)
        module.classFactory(None)
        assert type(plugin).__name__ == "EnactPlugin"
        assert sys.path == [*path, str(folder / "extlibs")]
    finally:
        sys.path[:] = path
        for name in [name for name in sys.modules if name.partition(".")[0] == "enact_under_test"]:
            del sys.modules[name]


START = """
import builtins, json, sys
from pathlib import Path
from qgis.core import QgsApplication, QgsNetworkAccessManager
application = QgsApplication([], True)
application.initQgis()
from qgis.PyQt.QtWidgets import QMainWindow

class Interface:
    window = QMainWindow()
    help = window.menuBar().addMenu("Hilfe")
    def mainWindow(self): return self.window
    def firstRightStandardMenu(self): return self.help
    def addToolBar(self, name): return self.window.addToolBar(name)

root, missing = sys.argv[1], set(sys.argv[2].split(",")) - {""}

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
sys.path.insert(0, root)
before = set(sys.modules)
read, asked = [], []
def watch(event, arguments):
    if event == "open" and str(arguments[0]).startswith(root):
        read.append(str(arguments[0])[len(root) + 1:])
    if event in ("socket.connect", "socket.getaddrinfo"):
        asked.append(event)
sys.addaudithook(watch)
QgsNetworkAccessManager.instance().requestCreated.connect(lambda request: asked.append(request.url().toString()))
from enact_plugin.plugin import EnactPlugin
plugin = EnactPlugin(Interface())
plugin.initGui()
loaded = sorted({name.partition(".")[0] for name in set(sys.modules) - before})
actions = len(plugin._actions)
plugin.unload()
print("RESULT" + json.dumps({
    "read": sorted(name for name in set(read) if "__pycache__" not in name and not name.endswith((".py", ".qm"))),
    "asked": asked, "loaded": loaded, "actions": actions,
}))
application.exitQgis()
"""


@pytest.mark.parametrize("missing", ["", "geopandas", "matplotlib,scipy,pandas,geopandas"])
def test_start_asks_nobody_and_reads_no_data_and_needs_no_heavy_package(missing):
    """Watched from Python's own audit events, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", START, str(ROOT), missing],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT")), "")
    assert line, done.stderr
    result = json.loads(line.removeprefix("RESULT"))
    assert result["actions"] == 3
    # choices of enact:loadlayer and enact:reviewplants, which QGIS asks for when it registers the algorithms
    choices = {"layer_kinds", "plausibility", "plant_corrections", "columns", "values"}
    tables = {f"resources/tables/{name}.csv" for name in choices}
    # the help of their parameter SERVICE names the services that there are
    presets = {
        f"resources/presets/{name}.json" for name in ("germany", "saxony", "leipzig", "dresden", "chemnitz")
    }
    assert set(result["read"]) <= tables | presets
    assert result["asked"] == []
    assert not {"pandas", "geopandas", "scipy", "matplotlib", "pyproj"} & set(result["loaded"])
