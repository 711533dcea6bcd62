"""The provider in this process, and a way to run its algorithms as a script does."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

LOADERS = ("loadplants", "loadlayer", "loadbuildings")
RECENT_S = 3600.0


class FirstLoads:
    """What the first load of a new workspace made, kept: the next test that begins with the same load gets a copy.

    The same is: algorithm, parameters, language, name, content and age of each file. Each load is made once in truth,
    and every load into a workspace that is there is made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple, tuple[Path, dict, list[str]]] = {}

    def key(self, algorithm: str, parameters: dict) -> tuple | None:
        """What tells a load from others; None where it must be made."""
        from qgis.core import QgsSettings

        path = parameters.get("WORKSPACE")
        if algorithm not in LOADERS or not isinstance(path, str) or Path(path).exists():
            return None
        given = []
        for name, value in sorted(parameters.items()):
            said = Path(path).name if name == "WORKSPACE" else self._said(value)
            if said is None:
                return None
            given.append((name, type(value), said))
        settings = QgsSettings()
        language = settings.value("locale/overrideFlag"), settings.value("locale/userLocale")
        return (algorithm, tuple(given), language)

    @staticmethod
    def _said(value: object) -> object:
        """What tells a value from others; None where that cannot be said."""
        if not isinstance(value, (str, int, float)):
            return None
        if not (isinstance(value, str) and "/" in value):
            return value
        file = Path(value)
        # os.path, for which a text that can be no path is no error
        if file.suffix not in (".csv", ".json", ".gpkg", ".zip") or not os.path.isfile(value):  # noqa: PTH113
            return None
        age = file.stat().st_mtime
        recent = abs(time.time() - age) < RECENT_S
        return (file.name, hashlib.sha256(file.read_bytes()).digest(), 0.0 if recent else age)

    def keep(self, key: tuple, parameters: dict, results: dict, log: list[str]) -> None:
        made = Path(parameters["WORKSPACE"])
        copy = self._folder / f"{len(self._kept)}.gpkg"
        with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        self._kept[key] = (copy, results, [line.replace(str(made.parent), "{folder}") for line in log])

    def give(self, key: tuple, parameters: dict) -> tuple[dict, list[str]] | None:
        if key not in self._kept:
            return None
        copy, results, log = self._kept[key]
        path = Path(parameters["WORKSPACE"])
        shutil.copyfile(copy, path)
        lines = [line.replace("{folder}", str(path.parent)) for line in log]
        return {**results, "WORKSPACE": str(path)}, lines


@pytest.fixture(scope="session")
def first_loads(tmp_path_factory):
    return FirstLoads(tmp_path_factory.mktemp("first_loads"))


@pytest.fixture(scope="module")  # the plugin registers its own in other tests
def provider(qgis_app, qgis_processing):
    from qgis.core import QgsApplication

    from enact_plugin.processing.provider import EnactProvider

    registry = QgsApplication.processingRegistry()
    made = EnactProvider()
    registry.addProvider(made)
    yield made
    registry.removeProvider(made)


@pytest.fixture
def run(provider, qgis_new_project, first_loads, request):
    """Run an algorithm by id; errors come as QgsProcessingException, the log is kept in `run.log`."""
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    class Log(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.lines = []

        def pushInfo(self, info):
            self.lines.append(info)

        def pushWarning(self, warning):
            self.lines.append(warning)

        def reportError(self, error, fatalError=False):
            self.lines.append(error)

    # a test that changes the program has a load of its own
    may_copy = "monkeypatch" not in request.fixturenames

    def call(algorithm, **parameters):
        key = first_loads.key(algorithm, parameters) if may_copy else None
        made = first_loads.give(key, parameters) if key else None
        if made:
            results, call.log = made
            return results
        feedback = Log()
        call.log = feedback.lines
        results = processing.run(f"enact:{algorithm}", parameters, feedback=feedback)
        if key:
            first_loads.keep(key, parameters, results, feedback.lines)
        return results

    return call
