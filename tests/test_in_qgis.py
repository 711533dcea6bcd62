"""The plugin in the real QGIS, on a virtual screen: loaded and unloaded twice, and the dialog opened."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[1]

SCRIPT = """
import json, logging, sys
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QToolBar
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

window = iface.mainWindow()

def traces():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    registry = QgsApplication.processingRegistry()
    return {
        "menus": sorted(action.text().replace("&", "") for action in window.menuBar().actions()),
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "actions": sorted(each.objectName() for each in window.findChildren(QAction) if "nact" in each.objectName()),
        "dialogs": [each.objectName() for each in window.findChildren(QDialog) if "unicipal" in each.objectName()],
        "providers": sorted(each.id() for each in registry.providers()),
        "algorithms": len(registry.algorithms()),
        "handlers": len(logging.getLogger("enact.enact_plugin").handlers),
        "text": QCoreApplication.translate("EnactPlugin", "&Help"),
    }

def go():
    try:
        told = {"at_start": "enact" in plugins, "with": traces()}
        unloadPlugin("enact")
        told["without"] = traces()
        for number in range(2):
            started = loadPlugin("enact") and startPlugin("enact")
            plugins["enact"].open_municipality()
            told[f"again_{number}"] = [started, traces()]
            unloadPlugin("enact")
            told[f"gone_{number}"] = traces()
        print("RESULT" + json.dumps(told), flush=True)
    finally:
        iface.actionExit().trigger()

QTimer.singleShot(1500, go)
"""

SETTINGS = """[PythonPlugins]
enact=true
processing=true
[locale]
overrideFlag=true
userLocale=de
[qgis]
checkVersion=false
showTips=false
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    if shutil.which("xvfb-run") is None or shutil.which("qgis") is None:
        pytest.skip("needs qgis and xvfb-run (make setup)")
    folder = tmp_path_factory.mktemp("qgis")
    for version in (3, 4):
        ini = folder / "profiles" / "default" / "QGIS" / f"QGIS{version}.ini"
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(SETTINGS, encoding="utf-8")
    script = folder / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [ROOT / "tools" / "with-display", "qgis", "--nologo", "--noversioncheck", "--lang", "de"]
    command += ["--profiles-path", folder, "--code", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180)
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT")), "")
    assert line, done.stdout + done.stderr
    return json.loads(line.removeprefix("RESULT"))


def test_it_is_loaded_at_start_with_menu_toolbar_and_provider(told):
    assert told["at_start"]
    assert "EnactToolBar" in told["with"]["toolbars"]
    assert told["with"]["menus"].count("EnAct") == 1
    assert "enact" in told["with"]["providers"]
    assert told["with"]["dialogs"] == []


def test_it_goes_without_a_trace(told):
    without = told["without"]
    assert "EnactToolBar" not in without["toolbars"]
    assert "EnAct" not in without["menus"]
    assert without["actions"] == []
    assert "enact" not in without["providers"]
    assert without["handlers"] == 0
    assert without["text"] == "&Help"


def test_it_comes_and_goes_twice(told):
    for number in range(2):
        started, with_it = told[f"again_{number}"]
        assert started
        assert with_it["dialogs"] == ["OpenMunicipalityDialog"]
        assert {**with_it, "dialogs": []} == told["with"]
        assert told[f"gone_{number}"] == told["without"]
