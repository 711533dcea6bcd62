"""Tables with coordinates in columns, of which only a municipality is wanted: a million addresses of a state."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from osgeo import ogr

from ..errors import EnactError
from ..reference.columns import ColumnType
from .pages import Block, Row, Wanted

CHUNK = 10_000  # rows between two looks at the cancel button; nearly all of them are passed over
TABLES = ("*.csv", "*.txt")
_ZONE = 1_000_000  # eastings of a UTM zone stay below; what is above is the zone
_EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)
_POINT = struct.Struct("<BIdd")


def table_blocks(path: Path, wanted: Wanted) -> Iterator[Block]:
    """Yield the rows of a table that lie in the box, as texts and points.

    Parameters
    ----------
    path : Path
        .csv, .txt, or .zip with one: then its largest table.
    wanted : Wanted
        ``options["csv"]``: "x" and "y", the columns with coordinates (without them the table has no geometry, and the
        box is not looked at); "delimiter", ";" by default; "where", column to the value wanted.

    Raises
    ------
    EnactError
        ``service_page_refused``; ``service_table_columns`` where a column is not there.
    """
    try:
        with _bytes(path) as binary, io.TextIOWrapper(binary, "utf-8-sig", "surrogateescape", "") as file:
            yield from _chosen(file, path, wanted)
    except (OSError, RuntimeError, UnicodeError, zipfile.BadZipFile, csv.Error) as error:
        raise EnactError("service_page_refused", path=str(path), detail=str(error)) from error


@contextmanager
def _bytes(path: Path) -> Iterator[Any]:
    if path.suffix.lower() != ".zip":
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        tables = [
            each
            for each in archive.infolist()
            if any(fnmatch(each.filename.lower(), name) for name in TABLES)
        ]
        if not tables:
            raise RuntimeError(", ".join(TABLES))
        with archive.open(max(tables, key=lambda each: each.file_size)) as file:
            yield file


def _mended(value: str) -> str | None:
    """A value; of a file in the letters of Windows what it means. None for nothing."""
    if not value or value.isascii():
        return value or None
    try:
        value.encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8 were kept as they are
        return value.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return value


def _chosen(file: TextIO, path: Path, wanted: Wanted) -> Iterator[Block]:
    table = wanted.options["csv"]
    reader = csv.reader(file, delimiter=table.get("delimiter", ";"))
    names = tuple(name.strip() for name in next(reader, []))
    known = {name.casefold(): at for at, name in enumerate(names)}
    needed = [table[name] for name in ("x", "y") if name in table] + list(table.get("where", {}))
    missing = [name for name in needed if name.casefold() not in known]
    if missing:
        raise EnactError(
            "service_table_columns", path=str(path), wanted=", ".join(missing), columns=", ".join(names)
        )
    where = [(known[name.casefold()], str(value)) for name, value in table.get("where", {}).items()]
    pair = (known[table["x"].casefold()], known[table["y"].casefold()]) if "x" in table else None
    shape = ogr.wkbNone if pair is None else ogr.wkbPoint
    kinds = (ColumnType.TEXT,) * len(names)
    yield Block(names, kinds, shape, [])
    while not wanted.heads and (lines := list(islice(reader, CHUNK))):
        met = [_wide(line, len(names)) for line in lines if line and _meets(line, where)]
        rows = [(line, None) for line in met] if pair is None else _placed(met, pair, wanted)
        yield Block(names, kinds, shape, [([_mended(value) for value in row], blob) for row, blob in rows])


def _meets(line: Sequence[str], where: Sequence[tuple[int, str]]) -> bool:
    return all(at < len(line) and line[at] == value for at, value in where)


def _wide(line: list[str], width: int) -> list[str]:
    """A line with as many values as there are columns."""
    return line if len(line) == width else (line + [""] * width)[:width]


def _placed(lines: Sequence[list[str]], pair: tuple[int, int], wanted: Wanted) -> list[Row]:
    """Lines whose point is in the box; those without coordinates are nowhere, and so of no municipality."""
    at_x, at_y = pair
    west, south, east, north = wanted.box or _EVERYWHERE
    kept: list[Row] = []
    for line in lines:
        try:
            x, y = float(line[at_x].replace(",", ".")), float(line[at_y].replace(",", "."))
        except ValueError:
            continue
        if x >= _ZONE and not wanted.degrees:
            x %= _ZONE
        if west <= x <= east and south <= y <= north:
            kept.append((line, _POINT.pack(1, ogr.wkbPoint, x, y)))
    return kept
