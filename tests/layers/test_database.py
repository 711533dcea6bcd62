"""What GDAL, SQLite and the operating system refuse, told as ours: in any thread, language and kind of path."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from osgeo import gdal, ogr

from enact_plugin.errors import EnactError
from enact_plugin.layers import database
from enact_plugin.layers.database import (
    back_up,
    connect,
    create_table,
    gdal_errors,
    one_writer,
    open_dataset,
    sqlite_uri,
    translated,
)

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = (("run_id", ogr.OFTString),)


@pytest.fixture
def file(qgis_app, tmp_path):
    path = tmp_path / "ablage.gpkg"
    with gdal_errors(path):
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        create_table(dataset, "runs", COLUMNS)
        del dataset
    return path


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/data/leipzig.gpkg"), "file:///data/leipzig.gpkg?mode=rw"),
        (PurePosixPath("/data/100 % Nord/a#b?.gpkg"), "file:///data/100%20%25%20Nord/a%23b%3F.gpkg?mode=rw"),
        (PureWindowsPath(r"C:\GIS\Görlitz.gpkg"), "file:///C:/GIS/G%C3%B6rlitz.gpkg?mode=rw"),
        # a share: SQLite takes four slashes as a path, and two as a host, which it refuses
        (PureWindowsPath(r"\\server\gis\leipzig.gpkg"), "file:////server/gis/leipzig.gpkg?mode=rw"),
    ],
)
def test_every_kind_of_path_is_a_uri_sqlite_takes(path, uri):
    assert sqlite_uri(path) == uri
    try:
        sqlite3.connect(uri, uri=True).close()
    except sqlite3.OperationalError as error:
        # there is no such file here; an authority would be refused by name
        assert "unable to open" in str(error)


def test_a_file_with_signs_in_its_name_is_opened(tmp_path):
    path = tmp_path / "100 % Görlitz #1?.gpkg"
    sqlite3.connect(str(path)).close()
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert path.stat().st_size > 0


SWITCHED = """
import sys
from pathlib import Path
from osgeo import gdal, ogr
from enact_plugin.errors import EnactError
from enact_plugin.layers.database import gdal_errors, insert, open_dataset
for module in (gdal, ogr):
    getattr(module, sys.argv[1])()
path = Path(sys.argv[2])
try:
    with gdal_errors(path):
        insert(open_dataset(path), "runs", {"run_id": "r"})  # opened for reading only
except EnactError as error:
    print("refused", error.code)
"""


@pytest.mark.parametrize("switch", ["UseExceptions", "DontUseExceptions"])
def test_a_refused_row_is_noticed_whatever_the_switch_of_gdal_is(file, switch):
    # in a process of its own: who has switched GDAL's modules on in this one, cannot be undone in any order
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    done = subprocess.run(
        [sys.executable, "-c", SWITCHED, switch, str(file)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("refused workspace_read_only"), done.stderr


def test_the_switch_of_gdal_is_left_alone(file):
    before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
    with gdal_errors(file):
        open_dataset(file)
        assert (gdal.GetUseExceptions(), ogr.GetUseExceptions()) == before


def test_a_thread_does_not_switch_off_the_errors_of_another(qgis_app, tmp_path):
    entered, left, seen = threading.Event(), threading.Event(), []

    def first():
        with gdal_errors(tmp_path / "a.gpkg"):
            entered.set()
            left.wait(20)

    def second():
        entered.wait(20)
        try:
            with gdal_errors(tmp_path / "b.gpkg"):
                left.set()
                one.join(20)
                open_dataset(tmp_path / "b.gpkg")
        except EnactError as error:
            seen.append(error.params["path"])

    one, two = threading.Thread(target=first), threading.Thread(target=second)
    one.start()
    two.start()
    two.join(20)
    assert seen == [str(tmp_path / "b.gpkg")]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "Es steht nicht genug Speicherplatz zur Verfügung"), "disk_full"),
        (PermissionError(errno.EACCES, "Zugriff verweigert"), "workspace_read_only"),
        (PermissionError("Zugriff verweigert"), "workspace_read_only"),
        (OSError(errno.EROFS, "Das Dateisystem ist nur lesbar"), "workspace_read_only"),
        (sqlite3.OperationalError("database or disk is full"), "disk_full"),
        (sqlite3.OperationalError("database is locked"), "workspace_busy"),
        (RuntimeError("attempt to write a readonly database"), "workspace_read_only"),
        (
            RuntimeError("sqlite3_open(/data/fullhouse/locked/x.gpkg) failed: no such table"),
            "workspace_write_failed",
        ),
    ],
)
def test_a_refusal_is_known_by_its_number_and_never_by_a_word_of_the_path(error, code):
    assert translated(Path("/data/fullhouse/locked/x.gpkg"), error).code == code


def test_a_lock_whose_maker_was_killed_while_making_it_holds_nobody_up(file):
    lock = Path(f"{file}.lock")
    lock.touch()
    os.utime(lock, (time.time() - 60.0,) * 2)
    with one_writer(file):
        assert lock.stat().st_size > 0
    assert not lock.exists()


def test_a_lock_that_was_just_made_is_left_to_its_maker(file, monkeypatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 1)
    lock = Path(f"{file}.lock")
    lock.touch()
    os.utime(lock, (time.time() + 0.9,) * 2)  # its maker is about to write who it is
    with pytest.raises(EnactError, match="workspace_busy"), one_writer(file):
        pass
    assert lock.exists()


def test_a_lock_of_another_machine_is_named_with_the_remedy(file):
    lock = Path(f"{file}.lock")
    lock.write_text("4711\nqgis\nANDERER-PC\n\n\n", encoding="utf-8")
    with pytest.raises(EnactError) as caught, one_writer(file):
        pass
    assert caught.value.code == "workspace_locked_elsewhere"
    assert caught.value.params == {
        "path": "ablage.gpkg", "host": "ANDERER-PC", "process": "4711", "lock": str(lock),
    }  # fmt: skip
    lock.unlink()
    with one_writer(file):
        assert lock.exists()


def test_a_copy_holds_what_still_stands_in_the_log(file, tmp_path):
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
        other.execute("INSERT INTO runs (run_id) VALUES ('r1')")
        other.commit()
        copy = tmp_path / "kopie.gpkg"
        back_up(file, copy)
        with closing(connect(copy)) as copied:
            assert copied.execute("SELECT run_id FROM runs").fetchall() == [("r1",)]
    assert not copy.with_name("kopie.gpkg-wal").exists()
    assert not copy.with_name("kopie.gpkg.part").exists()
