#!/usr/bin/env python3
"""Photographs the real QGIS with the plugin: menu, dialog, the demo municipality, its heat analysis, its themes.

    tools/with-display tools/screenshots.py [FOLDER]     default build/screenshots

Started by hand it starts QGIS, in German and with a profile of its own under FOLDER; within QGIS (`qgis --code`) it
goes through the steps, writes one PNG each, prints how long the dialog took to open, and leaves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable, Union

FOLDER = "ENACT_SCREENSHOTS"  # set for the QGIS we start, read within it
LIMIT_S = 300
PROFILE = """[PythonPlugins]
enact=true
processing=true

[locale]
overrideFlag=true
userLocale=de

[qgis]
checkVersion=false
showTips=false
newsFeed/httpsfeedqgisorg/disabled=true

[plugins]
automatically-check-for-updates=false
"""


def start() -> int:
    """Start QGIS on this file and wait for it."""
    root = Path(__file__).resolve().parents[1]
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else root / "build" / "screenshots").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    for version in (3, 4):
        ini = folder / "profile" / "profiles" / "default" / "QGIS" / f"QGIS{version}.ini"
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(PROFILE, encoding="utf-8")
    command = ["qgis", "--nologo", "--noversioncheck", "--lang", "de"]
    command += ["--profiles-path", str(folder / "profile"), "--code", str(Path(__file__).resolve())]
    environment = {**os.environ, FOLDER: str(folder)}
    log = folder / "qgis.log"
    with log.open("w", encoding="utf-8") as output:
        done = subprocess.run(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, timeout=LIMIT_S, check=False
        )
    text = log.read_text(encoding="utf-8", errors="replace")
    print("\n".join(line for line in text.splitlines() if line.startswith("screenshots:")))
    if done.returncode or "screenshots: done" not in text:
        print(f"QGIS ended with {done.returncode}; its output is in {log}", file=sys.stderr)
        return 1
    return 0


# ---- within QGIS ----------------------------------------------------------------------------------------------------

KEPT: list[object] = []
Wait = Union[int, Callable[[], bool]]  # milliseconds, or what must come true


def say(text: str) -> None:
    print(f"screenshots: {text}", flush=True)


class Camera:
    """Takes pictures of the screen or of a widget.

    Parameters
    ----------
    folder : Path
        Where they go.
    """

    def __init__(self, folder: Path) -> None:
        from qgis.utils import iface, plugins

        self.folder = folder
        self.iface = iface
        self.window = iface.mainWindow()
        self.plugin = plugins["enact"]

    def take(self, name: str, widget: Any = None) -> None:
        from qgis.PyQt.QtWidgets import QApplication

        picture = widget.grab() if widget is not None else QApplication.primaryScreen().grabWindow(0)
        picture.save(str(self.folder / f"{name}.png"))
        say(f"{name}.png, {picture.width()} × {picture.height()}")

    def dialog(self) -> Any:
        from qgis.PyQt.QtWidgets import QDialog

        return self.window.findChild(QDialog, "OpenMunicipalityDialog")

    def report(self) -> Any:
        """Text that is open: what a run did, or the guide."""
        from qgis.PyQt.QtWidgets import QDialog

        names = ("EnactReport", "EnactGuide")
        return next(
            each
            for each in self.window.findChildren(QDialog)
            if each.objectName() in names and each.isVisible()
        )


def steps(folder: Path) -> Iterator[Wait]:
    """Go through the plugin; yields what to wait for before the next step."""
    from qgis.PyQt.QtWidgets import QApplication

    camera = Camera(folder)
    camera.window.showNormal()
    camera.window.setGeometry(QApplication.primaryScreen().geometry())
    yield 1500
    camera.iface.messageBar().clearWidgets()  # about fonts of this machine
    for chapter in (menu, dialog, toolbox, demo, analysis, themes):
        yield from chapter(camera)


def menu(camera: Camera) -> Iterator[Wait]:
    """Take the menu, open, and the help."""
    from qgis.PyQt.QtWidgets import QMenu

    opened = camera.window.findChild(QMenu, "EnactMenu")
    camera.window.menuBar().setActiveAction(opened.menuAction())
    yield 700
    camera.take("01_menu")
    opened.close()
    camera.plugin.open_help()
    yield 500
    camera.take("02_help", camera.report())
    camera.report().close()


def dialog(camera: Camera) -> Iterator[Wait]:
    """Take the dialog: fresh, completing, refusing."""
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QAction

    began = time.perf_counter()
    camera.window.findChild(QAction, "EnactOpenMunicipality").trigger()
    shown = camera.dialog()
    yield shown.isVisible
    say(f"dialog opened in {1000 * (time.perf_counter() - began):.0f} ms")
    yield 500
    camera.take("03_dialog", shown)
    field = shown.municipality.lineEdit()
    field.setFocus()
    QTest.keyClicks(field, "gorl")
    yield 700
    camera.take("04_completion")
    field.completer().popup().hide()
    field.clear()
    QTest.keyClicks(field, "1471300")
    field.completer().popup().hide()
    shown._inputs["BUILDINGS"].file.setFilePath(str(camera.folder / "fehlt.gpkg"))
    shown._inputs["PLANTS"].file.setFilePath(str(camera.folder / "einheiten.xlsx"))
    shown.addTopicButton.click()
    shown.runButton.click()
    yield 500
    camera.take("05_refused", shown)
    shown.close()
    shown.picker.set_text("")


def toolbox(camera: Camera) -> Iterator[Wait]:
    """Take the toolbox with our group open."""
    from qgis.PyQt.QtWidgets import QDockWidget, QTreeView

    dock = camera.window.findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    tree = dock.findChild(QTreeView)
    for row in range(tree.model().rowCount()):
        index = tree.model().index(row, 0)
        if tree.model().data(index) == "EnAct":
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
    yield 1000
    camera.take("06_toolbox")
    dock.hide()


def demo(camera: Camera) -> Iterator[Wait]:
    """Write the demo municipality, load it from the dialog, and take what is then open."""
    writer = camera.plugin.demo()
    writer.start(str(camera.folder))
    yield lambda: not writer.is_running()
    shown = camera.dialog()
    yield 700
    camera.take("07_demo_chosen", shown)
    began = time.perf_counter()
    shown.runButton.click()
    yield lambda: shown.progressBar.value() > 25 or not shown.is_running()
    camera.take("08_running", shown)
    yield lambda: not shown.is_running()
    say(f"demo municipality loaded in {time.perf_counter() - began:.1f} s")
    yield 1500
    yield lambda: not camera.iface.mapCanvas().isDrawing()
    camera.take("09_loaded")
    camera.take("10_report", camera.report())
    camera.report().close()


def analysis(camera: Camera) -> Iterator[Wait]:
    """Analyse the heat from the toolbox, as a planner does, and open the project again by the button of the message."""
    from qgis import processing
    from qgis.core import QgsProject
    from qgis.PyQt.QtWidgets import QPushButton

    ended: list[bool] = []
    shown = processing.createAlgorithmDialog("enact:analyse", {})
    shown.algorithmFinished.connect(lambda successful, _results: ended.append(successful))
    shown.show()
    yield 700
    camera.take("11_analyse", shown)
    began = time.perf_counter()
    shown.runButton().click()
    yield lambda: bool(ended)
    say(f"analysis took {time.perf_counter() - began:.1f} s, {'done' if ended[0] else 'failed'}")
    yield 700
    camera.take("12_analysed", shown)
    shown.close()
    yield 1500
    camera.take("13_offer")
    QgsProject.instance().setDirty(False)
    bar = camera.iface.messageBar().currentItem()
    bar.findChild(QPushButton).click()
    yield 1500
    yield lambda: not camera.iface.mapCanvas().isDrawing()
    camera.take("14_opened_again")


def themes(camera: Camera) -> Iterator[Wait]:
    """Take each map theme."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget

    camera.window.findChild(QDockWidget, "Browser").hide()  # the legend is what there is to see
    legend = camera.window.findChild(QDockWidget, "Layers")
    camera.window.resizeDocks([legend], [380], Qt.Orientation.Horizontal)
    camera.iface.messageBar().clearWidgets()
    collection = QgsProject.instance().mapThemeCollection()
    for number, theme in enumerate(collection.mapThemes()):
        model = camera.iface.layerTreeView().layerTreeModel()
        collection.applyTheme(theme, QgsProject.instance().layerTreeRoot(), model)
        yield 1000
        yield lambda: not camera.iface.mapCanvas().isDrawing()
        camera.take(f"{15 + number}_theme_{theme.lower().replace(': ', '_')}")


def run_within_qgis(folder: Path) -> None:
    """Drive the steps by a timer, so that QGIS works in between."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    walk = steps(folder)
    state: dict[str, object] = {"wait": 1500, "since": time.monotonic()}
    timer = QTimer(iface.mainWindow())

    def finish(text: str) -> None:
        timer.stop()
        say(text)
        QgsProject.instance().clear()  # nothing to ask about
        iface.actionExit().trigger()

    def go_on() -> None:
        wait, waited = state["wait"], time.monotonic() - state["since"]
        if not (1000 * waited >= wait if isinstance(wait, int) else wait()):
            if waited > LIMIT_S / 3:
                finish("stopped: waited in vain")
            return
        ended = "stopped by an error"  # which QGIS prints; it must end all the same
        try:
            state.update(wait=next(walk), since=time.monotonic())
            ended = ""
        except StopIteration:
            ended = "done"
        finally:
            if ended:
                finish(ended)

    timer.timeout.connect(go_on)
    timer.start(20)
    # the window's Python side lives only as long as somebody holds it; without this the collector takes the timer's
    # function apart while the timer still calls it
    KEPT.extend((timer, go_on))


if os.environ.get(FOLDER):
    run_within_qgis(Path(os.environ[FOLDER]))
elif __name__ == "__main__":
    sys.exit(start())
