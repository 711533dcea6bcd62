"""The workspace is open in another QGIS: reading, editing, saving while we replace, in both journal modes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import box

from enact_plugin.errors import EnactError
from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source

ROOT = Path(__file__).resolve().parents[2]
RUN = Run(algorithm="enact:test", parameters={}, version="0", who="tester")

# another QGIS: opens the layer as a user does, and does what it is told on standard input
OTHER = """
import sys
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer({uri!r}, "Ortsteile", "ogr")
QgsProject.instance().addMapLayer(layer)
features = None
print("ready", flush=True)
for order in sys.stdin:
    order = order.strip()
    if order == "count":
        print(sum(1 for _feature in layer.getFeatures()), flush=True)
    elif order == "hold":
        features = layer.getFeatures()
        next(features)
        print("held", flush=True)
    elif order == "edit":
        layer.startEditing()
        first = next(layer.getFeatures())
        layer.changeAttributeValue(first.id(), layer.fields().indexOf("name"), "geändert")
        print("edited", flush=True)
    elif order == "save":
        print(layer.commitChanges(), flush=True)
    elif order == "reload":
        layer.reload()
        print(sum(1 for _feature in layer.getFeatures()), flush=True)
"""


class Other:
    """A second QGIS process."""

    def __init__(self, uri):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER.format(uri=uri)],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip
        self._read_until("ready")

    def _read_until(self, word):
        for line in self.process.stdout:
            if line.strip() == word:
                return
        raise AssertionError("the other QGIS ended")

    def do(self, order):
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


def districts(count):
    frame = gpd.GeoDataFrame(
        {"district_id": [f"{n:02d}" for n in range(count)], "name": ["Süd"] * count},
        geometry=[box(n, 0, n + 1, 1) for n in range(count)], crs="EPSG:25833",
    )  # fmt: skip
    return Outcome(frame, Source("erfunden", state=date(2026, 1, 1)), count)


@pytest.fixture(params=["DELETE", "WAL"])
def shared(qgis_app, tmp_path, request):
    workspace = Workspace.create(tmp_path / "stadt.gpkg", "99999999", "Musterstadt (fiktiv)")
    workspace.replace("districts", districts(500), RUN)
    connection = sqlite3.connect(workspace.path)
    connection.execute(f"PRAGMA journal_mode={request.param}")
    connection.close()
    other = Other(workspace.uri("districts"))
    yield workspace, other
    other.close()


def test_a_reader_does_not_hinder_and_sees_the_new_layer_after_reloading(shared):
    workspace, other = shared
    assert other.do("count") == "500"
    workspace.replace("districts", districts(7), RUN)
    assert other.do("reload") == "7"


def test_a_reader_in_the_middle_of_reading_costs_patience_at_most(shared):
    workspace, other = shared
    assert other.do("hold") == "held"
    try:
        workspace.replace("districts", districts(7), RUN)
        expected = 7
    except EnactError as error:
        # DELETE journal: the reader's lock outlasts the busy time-out; the old layer stands, the user is told
        assert error.code == "workspace_busy"
        expected = 500
    assert len(workspace.read("districts")) == expected
    assert workspace.provenance("districts").rows == expected


READER = """
import sqlite3, sys
cursor = sqlite3.connect({path!r}).execute("SELECT * FROM districts")
cursor.fetchone()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_program_that_goes_on_reading_is_told_of_not_minus_one_row(qgis_app, tmp_path):
    workspace = Workspace.create(tmp_path / "stadt.gpkg", "99999999", "Musterstadt (fiktiv)")
    workspace.replace("districts", districts(5000), RUN)
    with sqlite3.connect(workspace.path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    reader = subprocess.Popen(
        [sys.executable, "-c", READER.format(path=str(workspace.path))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert reader.stdout.readline().strip() == "held"
        with pytest.raises(EnactError) as caught:
            workspace.replace("districts", districts(6000), RUN)
        assert caught.value.code == "workspace_busy"
    finally:
        reader.communicate()
    assert len(workspace.read("districts")) == 5000


def test_unsaved_edits_elsewhere_do_not_damage_the_new_layer(shared):
    workspace, other = shared
    assert other.do("edit") == "edited"
    try:
        workspace.replace("districts", districts(7), RUN)
        expected = 7
    except EnactError as error:
        assert error.code == "workspace_busy"
        expected = 500
    assert len(workspace.read("districts")) == expected
    assert workspace.provenance("districts").rows == expected
    saved = other.do("save")
    names = workspace.read("districts")["name"].value_counts()
    assert names.sum() == expected
    assert names.get("geändert", 0) == (1 if saved == "True" else 0)
