"""Reads grid files of the census: zip or csv, Germany-wide, without ever holding more than the wanted cells.

A file of the 100 m grid has three million lines. It is read in blocks; in each block the cell's coordinates are taken
from fixed places of the lines' bytes, and only lines inside the wanted box become text and numbers.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import numpy as np
import pandas as pd

from ..errors import EnactError
from ..progress import Progress
from ..reference.census_tables import CensusColumn, census_columns

Box = tuple  # (xmin, ymin, xmax, ymax) in EPSG:3035

BLOCK = 1 << 23
LARGEST_BYTES = 1 << 31  # the largest official 100 m file has about 0.3 GB
HIGHEST_RATIO = 200  # official files shrink to a fifteenth
MOST_CELLS = 600_000  # a state has up to 550,000 inhabited cells; without a boundary more is a mistake
CELL_M = 100
_ID_HEADINGS = ("gitter_id_100m", "gitter_id")
_FLAG_HEADING = "werterlaeuternde_zeichen"
_COARSE = ("1km", "10km", "1000m", "10000m")
_POWERS = 10 ** np.arange(6, -1, -1)
_ID = r"(?:CRS3035RES)?100mN(\d{7}|\d{5})E(\d{7}|\d{5})$"


@dataclass(frozen=True)
class GridTable:
    """Cells of one file.

    Attributes
    ----------
    file : str
        Name of the file, or of the member within its zip.
    headings : tuple of str
        All headings as delivered.
    meaning : dict
        Known headings, lower case, to what they mean.
    frame : DataFrame, shape (n,)
        ``north``, ``east`` (lower left corner of the cell [m]), the known headings in lower case as text, and
        ``flag`` (the mark of uncertainty) where the file has one.
    bad_rows : int
        Lines that are cut off or are no cell.
    old_ids : bool
        Cells are named in the short form of the Census 2011 (100mN26840E43341).
    """

    file: str
    headings: tuple[str, ...]
    meaning: dict[str, CensusColumn]
    frame: pd.DataFrame
    bad_rows: int
    old_ids: bool


@dataclass
class _Layout:
    """How the lines of a file are built."""

    delimiter: str
    headings: tuple[str, ...]
    used: dict[int, str]
    id_place: int


def read_grid_file(path: Path, box: Box | None, progress: Progress) -> list[GridTable]:
    """Read all 100 m tables of a file.

    Parameters
    ----------
    path : Path
        A csv, or a zip with one or several csv; of a zip only the 100 m grid is read, and nothing is unpacked.
    box : tuple of float or None
        (xmin, ymin, xmax, ymax) in EPSG:3035; only cells that meet it. None for all.
    progress : Progress

    Returns
    -------
    list of GridTable

    Raises
    ------
    EnactError
        ``file_unreadable``, ``zip_damaged``, ``zip_encrypted``, ``zip_implausible``, ``census_zip_without_grid``,
        ``census_not_100m``, ``census_not_a_grid``, ``census_boundary_needed``.
    """
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as stream:
                return [_read(stream, path.name, str(path), path.stat().st_size, box, progress)]
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, path)
            tables = []
            for number, member in enumerate(members):
                part = progress.part(number / len(members), (number + 1) / len(members))
                with archive.open(member) as stream:
                    name = PurePosixPath(member.filename).name
                    tables.append(_read(stream, name, str(path), member.file_size, box, part))
            return tables
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise EnactError("zip_damaged", path=str(path)) from error
    except OSError as error:
        raise EnactError("file_unreadable", path=str(path), detail=error.strerror or str(error)) from error


def _members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """Tables of the 100 m grid in an archive."""
    tables = [
        member
        for member in archive.infolist()
        if member.filename.casefold().endswith(".csv") and not member.filename.startswith("__MACOSX")
    ]
    names = [PurePosixPath(member.filename).name.casefold() for member in tables]
    fine = [member for member, name in zip(tables, names) if "100m" in name]
    if not fine and any(mark in name for mark in _COARSE for name in names):
        raise EnactError("census_not_100m", path=str(path), file=", ".join(names))
    chosen = fine or tables
    if not chosen:
        inside = ", ".join(member.filename for member in archive.infolist()[:5])
        raise EnactError("census_zip_without_grid", path=str(path), files=inside)
    for member in chosen:
        if member.flag_bits & 0x1:
            raise EnactError("zip_encrypted", path=str(path), file=member.filename)
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > LARGEST_BYTES or (member.file_size > BLOCK and ratio > HIGHEST_RATIO):
            raise EnactError("zip_implausible", path=str(path), file=member.filename, ratio=round(ratio))
    return chosen


def _read(
    stream: BinaryIO, name: str, path: str, size: int, box: Box | None, progress: Progress
) -> GridTable:
    blocks = _blocks(stream, path)
    first = next(blocks, b"")
    head, _, first = first.partition(b"\n")
    layout, meaning = _layout(head, first, name, path)
    frames, bad, cells, done = [], 0, 0, 0
    old_ids = False
    block: bytes | None = first
    while block is not None:
        done += len(block)
        progress(min(done / max(size, 1), 1.0), "census_reading", file=name)
        lines = _lines_near(block, layout.id_place, box)
        if lines:
            frame, lost = _parsed(lines, layout)
            frame, strange, short = _placed(frame, box)
            bad += lost + strange
            old_ids = old_ids or short
            cells += len(frame)
            frames.append(frame)
        if box is None and cells > MOST_CELLS:
            raise EnactError("census_boundary_needed", path=path, cells=MOST_CELLS)
        block = next(blocks, None)
    empty = pd.DataFrame(columns=["north", "east", *layout.used.values()])
    frame = pd.concat(frames, ignore_index=True) if frames else empty
    return GridTable(name, layout.headings, meaning, frame, bad, old_ids)


def _blocks(stream: BinaryIO, path: str) -> Iterator[bytes]:
    """Whole lines in blocks; the last one gets its line end."""
    rest, total = b"", 0
    while True:
        data = stream.read(BLOCK)
        total += len(data)
        if total > LARGEST_BYTES:
            raise EnactError("zip_implausible", path=path, file=path, ratio=0)
        if not data:
            break
        end = data.rfind(b"\n") + 1
        if end:
            yield rest + data[:end]
            rest = data[end:]
        else:
            rest += data
    if rest:
        yield rest + b"\n"


def _layout(head: bytes, data: bytes, name: str, path: str) -> tuple[_Layout, dict[str, CensusColumn]]:
    """Delimiter, headings and the place of the cell's coordinates, from the first two lines."""
    text = _decoded(head.removeprefix(b"\xef\xbb\xbf")).rstrip("\r")
    delimiter = max(";,\t", key=text.count)
    headings = tuple(part.strip() for part in next(csv.reader([text], delimiter=delimiter), []))
    lower = [heading.casefold() for heading in headings]
    identity = next((lower.index(wanted) for wanted in _ID_HEADINGS if wanted in lower), None)
    if identity is None:
        if any(f"gitter_id_{mark}" in lower for mark in _COARSE):
            raise EnactError("census_not_100m", path=path, file=name)
        raise EnactError("census_not_a_grid", path=path, file=name, start=text[:60])
    meaning = census_columns(name, headings)
    used = {identity: "id"}
    used.update({place: heading for place, heading in enumerate(lower) if heading in meaning})
    flag = next((place for place, heading in enumerate(lower) if heading.startswith(_FLAG_HEADING)), None)
    if flag is not None:
        used[flag] = "flag"
    line = data.partition(b"\n")[0]
    place = line.find(b"100mN") + len(b"100mN")
    fixed = identity == 0 and 5 <= place <= 24 and line[place + 7 : place + 8] == b"E"
    return _Layout(delimiter, headings, used, place if fixed else -1), meaning


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines_near(block: bytes, place: int, box: Box | None) -> bytes:
    """Lines whose cell meets the box, and lines that are not built like the first one."""
    if box is None or place < 0:
        return block
    data = np.frombuffer(block, dtype=np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    starts = np.r_[0, ends[:-1] + 1]
    lengths = ends - starts
    keep = np.ones(len(starts), dtype=bool)
    long = np.flatnonzero(lengths > place + 15)
    digits = data[starts[long, None] + (place + np.arange(15))].astype(np.int64) - ord("0")
    built = (digits[:, :7] >= 0).all(1) & (digits[:, :7] <= 9).all(1) & (digits[:, 7] == ord("E") - ord("0"))
    built &= (digits[:, 8:] >= 0).all(1) & (digits[:, 8:] <= 9).all(1)
    keep[long] = ~built | _meets(digits[:, :7] @ _POWERS, digits[:, 8:] @ _POWERS, box)
    if not keep.any():
        return b""
    return data[np.repeat(keep, lengths + 1)].tobytes()


def _meets(north: np.ndarray, east: np.ndarray, box: Box) -> np.ndarray:
    xmin, ymin, xmax, ymax = box
    return (east < xmax) & (east + CELL_M > xmin) & (north < ymax) & (north + CELL_M > ymin)


def _parsed(lines: bytes, layout: _Layout) -> tuple[pd.DataFrame, int]:
    """Wanted columns of whole lines as text, and the number of lines that are cut or torn."""
    lost = 0
    if b'"' not in lines:
        data = np.frombuffer(lines, dtype=np.uint8)
        ends = np.flatnonzero(data == ord("\n"))
        starts = np.r_[0, ends[:-1] + 1]
        marks = np.add.reduceat((data == ord(layout.delimiter)).astype(np.int32), starts)
        blank = ends - starts <= 1
        whole = (marks == len(layout.headings) - 1) & ~blank
        lost = int((~whole & ~blank).sum())
        if not whole.all():
            lines = data[np.repeat(whole, ends - starts + 1)].tobytes()
    if not lines:
        return pd.DataFrame(columns=list(layout.used.values()), dtype=object), lost
    places = sorted(layout.used)
    frame = pd.read_csv(
        io.StringIO(_decoded(lines)),
        sep=layout.delimiter,
        header=None,
        names=list(range(len(layout.headings))),
        usecols=places,
        dtype=str,
        keep_default_na=False,
        na_filter=False,
        on_bad_lines="skip",
    )
    return frame.rename(columns=layout.used), lost


def _placed(frame: pd.DataFrame, box: Box | None) -> tuple[pd.DataFrame, int, bool]:
    """Cells with their coordinates, inside the box; the number of rows that name no cell; short names seen."""
    identity = frame.pop("id").str.strip()
    found = identity.str.extract(_ID)
    known = found[0].notna()
    short = bool(known.any()) and int(found.loc[known, 0].str.len().max()) == 5
    scale = np.where(found[0].str.len().eq(5), CELL_M, 1)[known]
    frame = frame[known].assign(
        north=found.loc[known, 0].astype("int64") * scale, east=found.loc[known, 1].astype("int64") * scale
    )
    if box is not None:
        frame = frame[_meets(frame["north"].to_numpy(), frame["east"].to_numpy(), box)]
    return frame, int((~known).sum()), short
