"""What the workspace needs of OGR and SQLite: their refusals as ours, rows of plain tables, who else writes."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any, Callable
from urllib.parse import quote

import numpy as np
import pandas as pd
from osgeo import gdal, ogr
from qgis.PyQt.QtCore import QLockFile, QSysInfo

from ..errors import EnactError

BUSY_TIMEOUT_S = 2
FULL_BYTES = 1 << 20  # SQLite keeps a page or two when a disk is full

# GDAL's exceptions are one switch for the whole process (until 3.7 for each module apart), which other plugins and
# other threads turn as they like. So they are left as they are: handlers are kept per thread, and here one listens.
warnings.filterwarnings("ignore", message=r"Neither \w+\.UseExceptions", category=FutureWarning)


@contextmanager
def driver_options(options: Mapping[str, str]) -> Iterator[None]:
    """Tell drivers how to read, in this thread only; GDAL's own way to do so is younger than 3.6."""
    before = {name: gdal.GetThreadLocalConfigOption(name, None) for name in options}
    try:
        for name, value in options.items():
            gdal.SetThreadLocalConfigOption(name, value)
        yield
    finally:
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Collect what GDAL refuses in this thread meanwhile, instead of printing it."""

    def hear(kind: int, _number: int, message: str) -> None:
        if kind >= gdal.CE_Failure:
            said.append(message)

    gdal.PushErrorHandler(hear)
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def must(call: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function of GDAL that changes something, and look at what it says and returns.

    Raises
    ------
    RuntimeError
        GDAL's words; whatever the process-wide setting of its exceptions is.
    """
    said: list[str] = []
    with _listening(said):
        result = call(*arguments)
    if said:
        raise RuntimeError(said[0])
    if isinstance(result, int) and result != ogr.OGRERR_NONE:
        raise RuntimeError(f"{getattr(call, '__name__', call)}: {result}")
    return result


@contextmanager
def gdal_errors(path: Path) -> Iterator[None]:
    """Turn GDAL's, SQLite's and the operating system's refusals into ours, whether they are raised or only said."""
    said: list[str] = []
    try:
        with _listening(said):
            yield
        if said:
            raise RuntimeError(said[0])
    except (RuntimeError, sqlite3.Error, OSError) as error:
        raise translated(path, error) from error


def open_dataset(path: Path, update: bool = False) -> gdal.Dataset:
    """Open a GeoPackage; call it inside `gdal_errors`.

    Raises
    ------
    RuntimeError
        GDAL's words.
    """
    flags = gdal.OF_VECTOR | gdal.OF_VERBOSE_ERROR | (gdal.OF_UPDATE if update else 0)
    dataset = must(lambda: gdal.OpenEx(str(path), flags, allowed_drivers=["GPKG"]))
    if dataset is None:
        raise RuntimeError(f"{path.name}: not a GeoPackage")
    return dataset


@contextmanager
def transaction(path: Path) -> Iterator[gdal.Dataset]:
    """Open a GeoPackage for changes that are made all or not at all."""
    with gdal_errors(path):
        dataset = open_dataset(path, update=True)
        must(dataset.StartTransaction)
        try:
            yield dataset
            must(dataset.CommitTransaction)
        except BaseException:
            with suppress(RuntimeError):  # what failed first is what is told
                dataset.RollbackTransaction()
            raise


_FULL = ("database or disk is full", "no space left", "disk full")
_READ_ONLY = (
    "readonly database",
    "read-only",
    "read only",
    "permission denied",
    "attempt to write a readonly",
)
_BUSY = ("is locked", "is busy", "database busy")
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


def translated(path: Path, error: Exception) -> EnactError:
    """Our error for one of GDAL, SQLite or the operating system.

    The system tells by a number, and in the words of the user's language; GDAL and SQLite tell by English words only,
    in which a path may stand.
    """
    text = str(error)
    number = getattr(error, "errno", None) if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT):
        return EnactError("disk_full", path=str(path.parent))
    if number in _NO_RIGHT or isinstance(error, PermissionError):
        return EnactError("workspace_read_only", path=str(path))
    words = _without_paths(text, path)
    if any(phrase in words for phrase in _BUSY):
        return EnactError("workspace_busy", path=path.name)
    # SQLite says "disk I/O error" both when the last page does not fit and when a network drive is gone
    if any(phrase in words for phrase in _FULL) or ("disk i/o error" in words and is_full(path.parent)):
        return EnactError("disk_full", path=str(path.parent))
    if any(phrase in words for phrase in _READ_ONLY):
        return EnactError("workspace_read_only", path=str(path))
    return EnactError("workspace_write_failed", path=str(path), detail=text)


def _without_paths(text: str, path: Path) -> str:
    """Words of a message without the names of files, in which any word may stand."""
    words = text.casefold()
    for name in (str(path), path.as_posix(), path.name):
        words = words.replace(name.casefold(), "")
    return words


def is_full(folder: Path) -> bool:
    """Whether next to nothing fits on the disk."""
    try:
        return shutil.disk_usage(folder).free < FULL_BYTES
    except OSError:
        return False


# ---- SQLite itself


def sqlite_uri(path: PurePath, mode: str = "rw") -> str:
    r"""URI of a database file.

    Unlike `PurePath.as_uri` for a share: SQLite takes ``//server/gis`` as a path (four slashes) and refuses a host.
    """
    text = path.as_posix()
    slashes = "" if text.startswith("/") else "/"  # C:/gis
    return f"file://{slashes}{quote(os.fsencode(text), safe='/:')}?mode={mode}"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open a database that exists, and wait at most two seconds for others."""
    return sqlite3.connect(sqlite_uri(path.absolute(), mode), timeout=BUSY_TIMEOUT_S, uri=True)


def probe(path: Path) -> None:
    """Wait at most two seconds for other writers; another program in DELETE journal mode would block for ever."""
    with gdal_errors(path), closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()


def refuse_readers(path: Path) -> None:
    """Wait at most two seconds for others to have done with reading; a write-ahead log does not mind them.

    Raises
    ------
    EnactError
        ``workspace_busy``.
    """
    with gdal_errors(path), closing(connect(path)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        connection.rollback()


def recover(path: Path) -> None:
    """Let SQLite undo what a killed writer left half done; a read-only connection may not, and fails."""
    if not path.with_name(f"{path.name}-journal").exists():
        return
    with gdal_errors(path), closing(connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def back_up(path: Path, backup: Path) -> None:
    """Copy a database whole, with what still stands in its write-ahead log, while others may read it."""
    partial = backup.with_name(f"{backup.name}.part")
    with gdal_errors(path):
        partial.unlink(missing_ok=True)
        with closing(connect(path)) as source, closing(sqlite3.connect(str(partial))) as target:
            source.backup(target)
            # the copy is one file, to be moved as one
            target.execute("PRAGMA journal_mode=DELETE")
        partial.replace(backup)


def data_version(connection: sqlite3.Connection) -> int:
    """A number that is another one as soon as somebody else has committed anything."""
    return connection.execute("PRAGMA data_version").fetchall()[0][0]


_FLOATS = ("REAL", "DOUBLE", "FLOAT")
_INTEGERS = ("INT", "BOOLEAN", "MEDIUMINT", "SMALLINT", "TINYINT", "BIGINT", "INTEGER")
_ENVELOPES = (0, 32, 48, 48, 64)  # bytes of each kind of envelope in a geometry's header
_HEADER = 8


def stored_rows(
    connection: sqlite3.Connection, table: str, size: int
) -> Iterator[tuple[pd.DataFrame, np.ndarray | None]]:
    """Rows of a table as they stand in the file, some at a time: nothing of QGIS lies between, and no frame is whole.

    Parameters
    ----------
    connection : Connection
    table : str
        Nothing comes of one that is not there.
    size : int
        Rows at a time.

    Yields
    ------
    attributes : DataFrame, shape (at most size,)
        Numbers and truth values as such, days and moments as ISO texts.
    geometry : array of WKB or None
        None for a table without geometry; a single None for a row without.
    """
    columns = connection.execute(
        "SELECT name, type FROM pragma_table_info(?) WHERE pk = 0", (table,)
    ).fetchall()
    kinds = {name: str(kind).partition("(")[0].upper() for name, kind in columns}
    if not kinds:
        return
    shape = connection.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,))
    shapes = {name for (name,) in shape.fetchall()}
    names = ", ".join(_quoted(name) for name in kinds)
    cursor = connection.execute(f"SELECT {names} FROM {_quoted(table)}")  # nosec B608: names are quoted
    while rows := cursor.fetchmany(size):
        values = dict(zip(kinds, zip(*rows)))
        blobs = next((values[name] for name in kinds if name in shapes), None)
        frame = {name: _plain(values[name], kind) for name, kind in kinds.items() if name not in shapes}
        yield pd.DataFrame(frame), None if blobs is None else np.array([*map(_wkb, blobs), None], object)[:-1]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(values: Sequence[Any], kind: str) -> Any:
    """Column of a declared type; objects where a value is of another, for SQLite lets every value be of any."""
    try:
        if kind in _FLOATS:
            return np.array([np.nan if value is None else value for value in values], dtype=float)
        if kind in _INTEGERS:
            return pd.array(values, dtype="Int64")
    except (TypeError, ValueError):
        return np.array([*values, None], dtype=object)[:-1]
    return np.array([*values, None], dtype=object)[:-1]


def _wkb(blob: bytes | None) -> bytes | None:
    """Well-known binary in a geometry of a GeoPackage (OGC 12-128r18, 2.1.3.1)."""
    if blob is None or len(blob) <= _HEADER or blob[:2] != b"GP":
        return blob
    envelope = (blob[3] >> 1) & 7
    return blob[_HEADER + _ENVELOPES[min(envelope, 4)] :]


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Be the one writer of a workspace.

    Raises
    ------
    EnactError
        ``workspace_busy`` when another EnAct on this machine writes or another program holds the database,
        ``workspace_locked_elsewhere`` when the lock is of another machine, ``workspace_read_only``.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)  # only a dead process makes it stale, never a long computation
    if not (lock.tryLock(BUSY_TIMEOUT_S * 1000) or (_is_nobodys(path, lock) and lock.tryLock(0))):
        raise _not_locked(path, lock)
    try:
        probe(path)
        yield
    finally:
        lock.unlock()


def _is_nobodys(path: Path, lock: QLockFile) -> bool:
    """Take away a lock that names no process: its maker was killed between making and writing it.

    Qt takes it for held until it is old, which here no lock becomes. What a living process holds open the system does
    not let go.
    """
    if lock.error() != QLockFile.LockError.LockFailedError or lock.getLockInfo()[0]:
        return False
    with suppress(OSError):
        age_s = time.time() - Path(f"{path}.lock").stat().st_mtime
        return abs(age_s) >= BUSY_TIMEOUT_S and lock.removeStaleLockFile()
    return True  # gone meanwhile


def _not_locked(path: Path, lock: QLockFile) -> EnactError:
    """Why the lock was not to be had; whether a process of another machine lives, nobody here can tell."""
    if lock.error() == QLockFile.LockError.PermissionError:
        return EnactError("workspace_read_only", path=str(path))
    known, process, host, _program = lock.getLockInfo()
    if known and host and host != QSysInfo.machineHostName():
        return EnactError(
            "workspace_locked_elsewhere", path=path.name, host=host, process=str(process), lock=f"{path}.lock"
        )
    return EnactError("workspace_busy", path=path.name)


# ---- tables without geometry


def create_table(dataset: gdal.Dataset, name: str, columns: tuple[tuple[str, int], ...]) -> None:
    """Make a table without geometry."""
    layer = must(dataset.CreateLayer, name, None, ogr.wkbNone)
    if layer is None:
        raise RuntimeError(name)
    for column, kind in columns:
        must(layer.CreateField, ogr.FieldDefn(column, kind))


def insert(dataset: gdal.Dataset, table: str, values: Mapping[str, Any]) -> None:
    """Append one row; None stays null."""
    layer = dataset.GetLayerByName(table)
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if value is not None:
            feature[name] = value
    must(layer.CreateFeature, feature)


def update_first(dataset: gdal.Dataset, table: str, values: Mapping[str, Any]) -> None:
    """Change the first row of a table that has only one."""
    layer = dataset.GetLayerByName(table)
    layer.ResetReading()
    row = layer.GetNextFeature()
    for name, value in values.items():
        row[name] = value
    must(layer.SetFeature, row)


def table_names(dataset: gdal.Dataset) -> list[str]:
    """Names of all layers and tables, in the order of the file."""
    return [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]


def delete_layer(dataset: gdal.Dataset, name: str) -> None:
    """Delete a layer, if there is one of this name."""
    names = table_names(dataset)
    if name in names:
        must(dataset.DeleteLayer, names.index(name))


def _matching(layer: ogr.Layer, column: str, value: str) -> list[int]:
    quoted = value.replace("'", "''")
    must(layer.SetAttributeFilter, f"\"{column}\" = '{quoted}'")  # by SQLite: one row may hold a megabyte
    try:
        layer.ResetReading()
        return [feature.GetFID() for feature in layer]
    finally:
        layer.SetAttributeFilter(None)


def delete_rows(dataset: gdal.Dataset, table: str, column: str, value: str) -> None:
    """Delete the rows in which `column` has this value."""
    layer = dataset.GetLayerByName(table)
    for fid in _matching(layer, column, value):
        must(layer.DeleteFeature, fid)


def has_row(dataset: gdal.Dataset, table: str, column: str, value: str) -> bool:
    """Whether there is a row in which `column` has this value."""
    return bool(_matching(dataset.GetLayerByName(table), column, value))
