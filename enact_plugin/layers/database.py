"""What the workspace needs of OGR and SQLite: their refusals as ours, rows of plain tables, who else writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..errors import EnactError

BUSY_TIMEOUT_S = 2


@contextmanager
def gdal_errors(path: Path) -> Iterator[None]:
    """Turn GDAL's and SQLite's refusals into ours; GDAL's own setting is put back, for QGIS lives with it off."""
    before = gdal.GetUseExceptions()
    gdal.UseExceptions()
    try:
        yield
    except (RuntimeError, sqlite3.Error) as error:
        raise translated(path, error) from error
    finally:
        if not before:
            gdal.DontUseExceptions()


def translated(path: Path, error: Exception) -> EnactError:
    """Our error for one of GDAL, SQLite or the operating system; they tell by their words only."""
    text = str(error)
    lower = text.lower()
    if "locked" in lower or "busy" in lower:
        return EnactError("workspace_busy", path=path.name)
    if "full" in lower or "disk i/o" in lower or "no space" in lower:
        return EnactError("disk_full", path=str(path.parent))
    if "readonly" in lower or "read-only" in lower or "permission" in lower:
        return EnactError("workspace_read_only", path=str(path))
    return EnactError("workspace_write_failed", path=str(path), detail=text)


def probe(path: Path) -> None:
    """Wait at most two seconds for other writers; another program in DELETE journal mode would block for ever."""
    with gdal_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_TIMEOUT_S, uri=True)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
        finally:
            connection.close()


def recover(path: Path) -> None:
    """Let SQLite undo what a killed writer left half done; a read-only connection may not, and fails."""
    if not path.with_name(f"{path.name}-journal").exists():
        return
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_TIMEOUT_S, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise translated(path, error) from error
    finally:
        connection.close()


def create_table(dataset: gdal.Dataset, name: str, columns: tuple[tuple[str, int], ...]) -> None:
    """Make a table without geometry."""
    layer = dataset.CreateLayer(name, None, ogr.wkbNone)
    for column, kind in columns:
        layer.CreateField(ogr.FieldDefn(column, kind))


def insert(dataset: gdal.Dataset, table: str, values: Mapping[str, Any]) -> None:
    """Append one row; None stays null."""
    layer = dataset.GetLayerByName(table)
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if value is not None:
            feature[name] = value
    layer.CreateFeature(feature)


def delete_layer(dataset: gdal.Dataset, name: str) -> None:
    """Delete a layer, if there is one of this name."""
    for number in range(dataset.GetLayerCount()):
        if dataset.GetLayer(number).GetName() == name:
            dataset.DeleteLayer(number)
            return


def _matching(layer: ogr.Layer, column: str, value: str) -> list[int]:
    layer.ResetReading()
    return [feature.GetFID() for feature in layer if feature[column] == value]


def delete_rows(dataset: gdal.Dataset, table: str, column: str, value: str) -> None:
    """Delete the rows in which `column` has this value."""
    layer = dataset.GetLayerByName(table)
    for fid in _matching(layer, column, value):
        layer.DeleteFeature(fid)


def has_row(dataset: gdal.Dataset, table: str, column: str, value: str) -> bool:
    """Whether there is a row in which `column` has this value."""
    return bool(_matching(dataset.GetLayerByName(table), column, value))
