"""The workspace: whole layers in, whole layers out, whatever happens in between."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import Point, box

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.layers.provenance import Run, content_hash
from enact_plugin.layers.schema import SCHEMA_VERSION, migrate
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source
from enact_plugin.progress import Progress

ROOT = Path(__file__).resolve().parents[2]
RUN = Run(algorithm="enact:test", parameters={"SIZE": 3}, version="0", who="tester")


def districts(count: int, crs: str = "EPSG:25833") -> Outcome:
    frame = gpd.GeoDataFrame(
        {
            "district_id": [f"{number:02d}" for number in range(count)],
            "name": ["Süd"] * count,
            "area_km2": 1.5,
        },
        geometry=[box(number, 0, number + 1, 1) for number in range(count)],
        crs=crs,
    )
    source = Source("Ortsteile (erfunden)", "dl-de/by-2-0", "© Musterstadt", date(2026, 3, 1))
    return Outcome(frame, source, rows_in=count + 2, dropped={"outside_boundary": 2})


@pytest.fixture
def workspace(qgis_app, tmp_path):
    return Workspace.create(tmp_path / "Musterstadt.gpkg", "99999999", "Musterstadt (fiktiv)")


def test_what_is_written_is_read_back(workspace):
    workspace.replace("districts", districts(3), RUN)
    frame = workspace.read("districts")
    assert list(frame["district_id"]) == ["00", "01", "02"]
    assert list(frame["name"]) == ["Süd"] * 3
    assert frame.geometry.area.tolist() == [1.0, 1.0, 1.0]
    assert workspace.layers() == ("districts",)
    assert list(workspace.read("districts", only=("name",)).columns) == ["name", "geometry"]


def test_provenance_says_where_a_layer_comes_from(workspace):
    workspace.replace("districts", districts(3), RUN, inputs={"municipality": "abc"})
    row = workspace.provenance("districts")
    assert (row.source, row.licence, row.state_date) == (
        "Ortsteile (erfunden)",
        "dl-de/by-2-0",
        date(2026, 3, 1),
    )
    assert (row.rows_in, row.rows, row.dropped) == (5, 3, {"outside_boundary": 2})
    assert row.inputs == {"municipality": "abc"}
    assert [run["algorithm"] for run in workspace.runs()] == ["enact:test"]


def test_replacing_twice_keeps_one_layer_and_one_provenance(workspace):
    workspace.replace("districts", districts(3), RUN)
    workspace.replace("districts", districts(5), RUN)
    assert len(workspace.read("districts")) == 5
    assert [row.layer for row in workspace.all_provenance()] == ["districts"]
    assert len(workspace.runs()) == 1


def test_style_of_a_layer_survives_its_replacement(workspace):
    workspace.replace("districts", districts(3), RUN)
    workspace.layer("districts").saveStyleToDatabase("Ortsteile", "", True, "")
    workspace.replace("districts", districts(4), RUN)
    layer = workspace.layer("districts")
    assert layer.listStylesInDatabase()[0] >= 1
    assert layer.listStylesInDatabase()[2][0] == "Ortsteile"


def test_a_layer_is_out_of_date_when_its_input_changed(workspace):
    workspace.replace("districts", districts(3), RUN)
    before = workspace.provenance("districts").content_hash
    workspace.replace("municipality", outcome_of_municipality(), RUN, inputs={"districts": before})
    assert workspace.changed_inputs() == {}
    workspace.replace("districts", districts(4), RUN)
    assert workspace.changed_inputs() == {"municipality": ("districts",)}


def outcome_of_municipality() -> Outcome:
    frame = gpd.GeoDataFrame(
        {"ags": ["99999999"], "name": ["Musterstadt"]}, geometry=[box(0, 0, 9, 9)], crs="EPSG:25833"
    )
    return Outcome(frame, Source("erfunden"), rows_in=1)


def test_hash_ignores_the_order_of_rows_and_sees_each_change():
    frame = pd.DataFrame({"a": ["x", "y"], "b": [1.0, np.nan]})
    shapes = np.array([Point(0, 0), None])
    same = content_hash(frame.iloc[::-1], shapes[::-1])
    assert content_hash(frame, shapes) == same
    assert content_hash(frame.assign(b=[1.0, 2.0]), shapes) != same
    assert content_hash(frame, shapes[::-1]) != same


def test_frames_in_another_crs_are_reprojected_with_qgis(workspace):
    frame = gpd.GeoDataFrame({"mastr_id": ["SEE900000000001"]}, geometry=[Point(13.0, 51.0)], crs="EPSG:4326")
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 1), RUN)
    point = workspace.read("plants").geometry.iloc[0]
    # two degrees west of 15° E on 51° N: 500 km − 0.9996 · 140.3 km ≈ 359.7 km east, checked with pyproj
    expected = gpd.GeoSeries([Point(13.0, 51.0)], crs="EPSG:4326").to_crs(25833).iloc[0]
    assert point.distance(expected) < 0.01
    assert 359_000 < point.x < 360_500


def test_units_without_place_are_rows_without_geometry(workspace):
    frame = gpd.GeoDataFrame(
        {"mastr_id": ["SEE900000000001", "SEE900000000002"], "commissioned": pd.to_datetime(["2019-03-01", None]),
         "module_count": pd.array([12, None], dtype="Int64"), "net_kw": [8.5, np.nan]},
        geometry=[None, Point(400_000, 5_680_000)], crs="EPSG:25833",
    )  # fmt: skip
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 2), RUN)
    back = workspace.read("plants")
    assert list(back.geometry.isna()) == [True, False]
    assert back["commissioned"].iloc[0] == pd.Timestamp("2019-03-01")
    assert pd.isna(back["commissioned"].iloc[1])
    assert pd.isna(back["module_count"].iloc[1])
    assert np.isnan(back["net_kw"].iloc[1])


# ---- ways it goes wrong


def test_another_municipality_is_refused(workspace):
    workspace.replace("districts", districts(1), RUN)
    with pytest.raises(EnactError) as caught:
        Workspace.open_or_create(workspace.path, ags="14713000")
    assert caught.value.code == "workspace_other_municipality"


def test_a_geopackage_that_is_no_workspace_is_refused(qgis_app, tmp_path):
    path = tmp_path / "fremd.gpkg"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    with pytest.raises(EnactError) as caught:
        Workspace.open(path)
    assert caught.value.code == "workspace_not_ours"


def test_a_text_file_is_no_workspace(qgis_app, tmp_path):
    path = tmp_path / "text.gpkg"
    path.write_text("kein GeoPackage", encoding="utf-8")
    with pytest.raises(EnactError) as caught:
        Workspace.open(path)
    assert caught.value.code == "workspace_not_ours"


def test_a_newer_workspace_is_refused(workspace):
    with sqlite3.connect(workspace.path) as connection:
        connection.execute("UPDATE workspace SET schema_version = ?", [SCHEMA_VERSION + 1])
    connection.close()
    with pytest.raises(EnactError) as caught:
        Workspace.open(workspace.path)
    assert caught.value.code == "workspace_newer"


def test_an_older_workspace_is_backed_up_and_migrated(workspace):
    workspace.replace("districts", districts(2), RUN)

    def add_column(dataset):
        dataset.ExecuteSQL("ALTER TABLE runs ADD COLUMN host TEXT")

    backup = migrate(workspace.path, SCHEMA_VERSION, SCHEMA_VERSION + 1, {SCHEMA_VERSION: add_column})
    with sqlite3.connect(workspace.path) as connection:
        assert connection.execute("SELECT schema_version FROM workspace").fetchone() == (SCHEMA_VERSION + 1,)
        assert "host" in [row[1] for row in connection.execute("PRAGMA table_info(runs)")]
    connection.close()
    assert len(Workspace.open(backup).read("districts")) == 2


def test_a_failing_migration_leaves_the_file_as_it_was(workspace):
    def fail(dataset):
        dataset.ExecuteSQL("ALTER TABLE runs ADD COLUMN host TEXT")
        raise RuntimeError("no")

    with pytest.raises(EnactError):
        migrate(workspace.path, SCHEMA_VERSION, SCHEMA_VERSION + 1, {SCHEMA_VERSION: fail})
    with sqlite3.connect(workspace.path) as connection:
        assert "host" not in [row[1] for row in connection.execute("PRAGMA table_info(runs)")]
    connection.close()
    assert Workspace.open(workspace.path).ags == "99999999"


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_another_writer_is_named_after_two_seconds(workspace, journal):
    workspace.replace("districts", districts(2), RUN)
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute(f"PRAGMA journal_mode={journal}")
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE workspace SET name = 'anders'")
    started = time.monotonic()
    with pytest.raises(EnactError) as caught:
        workspace.replace("districts", districts(3), RUN)
    assert caught.value.code == "workspace_busy"
    assert time.monotonic() - started < 30  # it waits, but not for ever
    other.execute("ROLLBACK")
    other.close()
    workspace.replace("districts", districts(3), RUN)
    assert len(workspace.read("districts")) == 3


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_reader_in_another_program_sees_the_old_or_the_new_layer(workspace, journal):
    workspace.replace("districts", districts(2), RUN)
    other = sqlite3.connect(workspace.path, isolation_level=None, timeout=0)
    other.execute(f"PRAGMA journal_mode={journal}")
    assert other.execute("SELECT count(*) FROM districts").fetchone() == (2,)
    workspace.replace("districts", districts(3), RUN)
    assert other.execute("SELECT count(*) FROM districts").fetchone() == (3,)
    other.close()


def test_cancel_while_writing_keeps_the_old_layer(workspace):
    workspace.replace("districts", districts(2), RUN)
    steps = []

    def canceled() -> bool:
        steps.append(1)
        return len(steps) > 2

    with pytest.raises(Canceled):
        workspace.replace("districts", districts(9000), RUN, progress=Progress(lambda *_: None, canceled))
    assert len(workspace.read("districts")) == 2
    assert workspace.layers() == ("districts",)
    assert tables(workspace.path) == ["districts"]


def test_canceled_at_any_point_the_old_or_the_new_layer_stands(workspace):
    workspace.replace("districts", districts(2), RUN)
    canceled = 0
    for point in range(12):
        looks = []
        progress = Progress(
            lambda *_: None, lambda looks=looks, point=point: len(looks) > point or looks.append(1)
        )
        try:
            workspace.replace("districts", districts(9000), RUN, progress=progress)
        except Canceled:
            canceled += 1
            assert len(workspace.read("districts")) == 2
            assert workspace.provenance("districts").rows == 2
        else:
            break
    assert canceled > 3
    assert len(workspace.read("districts")) == workspace.provenance("districts").rows == 9000


def tables(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    names = [
        row[0]
        for row in connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type='features'")
    ]
    connection.close()
    return names


def test_an_interrupted_run_is_swept_away(workspace):
    workspace.replace("districts", districts(2), RUN)
    frame, geometry = workspace._prepared("districts", districts(4))
    workspace._write_new("districts", frame, geometry, Progress(lambda *_: None, lambda: False))
    assert "districts__new" in tables(workspace.path)
    assert workspace.layers() == ("districts",)
    workspace.replace("districts", districts(3), RUN)
    assert tables(workspace.path) == ["districts"]


def test_a_read_only_file_is_named(workspace):
    if os.geteuid() == 0:
        # root may write everything: a read-only folder is made by mounting, so only the message is checked there
        from enact_plugin.layers.database import translated

        error = translated(workspace.path, RuntimeError("attempt to write a readonly database"))
        assert error.code == "workspace_read_only"
        return
    workspace.path.chmod(0o444)
    with pytest.raises(EnactError) as caught:
        workspace.replace("districts", districts(3), RUN)
    assert caught.value.code == "workspace_read_only"


FULL = """
import resource, sys
from qgis.core import QgsApplication
application = QgsApplication([], False); application.initQgis()
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.path.insert(0, {tests!r})
from test_workspace import RUN, districts
from enact_plugin.layers.workspace import Workspace
from enact_plugin.errors import EnactError
workspace = Workspace.open({path!r})
size = __import__("pathlib").Path({path!r}).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 300_000, size + 300_000))
try:
    workspace.replace("districts", districts(60_000), RUN)
except EnactError as error:
    print("code", error.code)
"""


def in_process(code: str, **values) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    source = code.format(tests=str(Path(__file__).parent), **values)
    return subprocess.Popen(
        [sys.executable, "-c", source],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_full_disk_leaves_the_old_layer(workspace):
    workspace.replace("districts", districts(2), RUN)
    out, err = in_process(FULL, path=str(workspace.path)).communicate(timeout=120)
    assert "code disk_full" in out or "code workspace_write_failed" in out, err
    assert len(workspace.read("districts")) == 2
    assert workspace.provenance("districts").rows == 2
    workspace.replace("districts", districts(3), RUN)
    assert len(workspace.read("districts")) == 3


KILLED = """
import sys
from qgis.core import QgsApplication
application = QgsApplication([], False); application.initQgis()
sys.path.insert(0, {tests!r})
from test_workspace import RUN, districts
from enact_plugin.layers.workspace import Workspace
workspace = Workspace.open({path!r})
many, few = districts(4000), districts(3)
print("ready", flush=True)
while True:
    workspace.replace("districts", many, RUN)
    workspace.replace("districts", few, RUN)
"""


def tables_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_killed_at_fifty_random_moments_a_whole_layer_stands(workspace):
    workspace.replace("districts", districts(3), RUN)
    workspace.layer("districts").saveStyleToDatabase("Ortsteile", "", True, "")
    chance = random.Random(1)
    half_done = 0
    for _kill in range(50):
        process = in_process(KILLED, path=str(workspace.path))
        assert process.stdout.readline().strip() == "ready", process.stderr.read()
        time.sleep(chance.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        process.wait()
        in_transaction = Path(f"{workspace.path}-journal").exists()
        assert_whole(workspace.path)
        half_done += in_transaction or "districts__new" in tables_of(workspace.path)
    assert half_done > 5  # the moments were not all between two writings
    workspace.replace("districts", districts(5), RUN)
    assert len(workspace.read("districts")) == 5


def assert_whole(path: Path) -> None:
    workspace = Workspace.open(path)
    frame = workspace.read("districts")
    assert len(frame) in (3, 4000)
    assert workspace.provenance("districts").rows == len(frame)
    assert workspace.layer("districts").listStylesInDatabase()[2][:1] == ["Ortsteile"]


def test_parameters_of_a_run_are_kept_as_json(workspace):
    workspace.replace("districts", districts(1), RUN)
    assert json.loads(workspace.runs()[0]["parameters"]) == {"SIZE": 3}
