"""CSV exports of the program open-mastr (``bnetza_mastr_solar_raw.csv`` and the like), one file per technology.

Its tables of units carry EEG and CHP plants already joined; storage capacity, voltage and kind of operator stand in
tables of their own, which are joined where they lie in the same folder. Files may hold all of Germany: they are read
line by line, and only the rows asked for are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ...errors import EnactError, Finding, Severity
from ...fields.dates import DateOrder, days
from ...fields.numbers import Decimal, Thousands, numbers
from ...outcome import Outcome
from ...progress import SILENT, Progress
from ...reference.columns import ColumnType
from ...reference.tables import rows
from ..gas import as_gas, gas_table
from ..keys import Wanted, key_today, most_frequent, refuse_changed_keys
from ..labels import LIST_MARK, normalise
from ..plants import plant_table
from ..raw import (
    GAS_PLANTS,
    NUMBERS,
    PLANTS,
    UPDATED,
    RawUnits,
    Unreadable,
    delivered_columns,
    first_given,
    newest,
    source_of,
    with_moments,
)
from .open_mastr_files import JOINS, TableFile, find_tables, listed, read_cells, refuse_without_units

WAY = "CSV-Export mit open-mastr"
AGS = "ags"
DOWNLOADED = "DatumDownload"
OPERATOR_KIND = "operator_kind"
COLUMNS_OF = {PLANTS: "mastr_open_mastr_columns", GAS_PLANTS: "mastr_open_mastr_gas"}
_NAMED = 5  # files and lines a message names


def read_open_mastr(
    paths: Path | str | Sequence[Path | str],
    ags: str | None = None,
    *,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Outcome:
    """Read the plant table of a municipality from CSV exports of open-mastr.

    Parameters
    ----------
    paths : Path, str or sequence of them
        A file, a folder (all its ``.csv`` files), or several files.
    ags : str or None
        Municipality key, or the first 2, 3 or 5 digits; None for all units.
    boundary, today
        See `plants.plant_table`.
    progress : Progress

    Returns
    -------
    Outcome
        See `plants.plant_table`. A note ``open_mastr_tables_missing`` names tables without which columns stay empty.

    Raises
    ------
    EnactError
        ``open_mastr_no_units``, ``open_mastr_columns_missing``, ``csv_no_rows``, ``ags_not_in_file``,
        ``ags_changed_by_spreadsheet``, ``ags_invalid``, and those of `files`.
    """
    units = raw_units(paths, ags, progress.part(0.0, 0.9))
    progress(0.9, "register_table", units=len(units.frame))
    outcome = plant_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def read_open_mastr_gas(
    paths: Path | str | Sequence[Path | str],
    ags: str | None = None,
    *,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Outcome | None:
    """Read the gas plants of a municipality from CSV exports of open-mastr; see `read_open_mastr` and `gas.gas_table`.

    Returns
    -------
    Outcome or None
        None where no table of gas units is among the files.
    """
    tables, _ = find_tables(paths)
    if not _of_layer(tables, GAS_PLANTS):
        return None
    units = as_gas(_raw(tables, GAS_PLANTS, _named(paths, tables), ags, progress.part(0.0, 0.9)))
    progress(0.9, "register_table", units=len(units.frame))
    outcome = gas_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def raw_units(
    paths: Path | str | Sequence[Path | str], ags: str | None = None, progress: Progress = SILENT
) -> RawUnits:
    """Read the units asked for, and those without a key; see `read_open_mastr`."""
    tables, unused = find_tables(paths)
    if not _of_layer(tables, PLANTS):
        refuse_without_units(listed(paths), tables, unused)
    named = _named(paths, tables)
    units = _raw(tables, PLANTS, named, ags, progress)
    findings = (*units.findings, *_unused(unused, named), *_missing(tables, units.frame, named))
    return replace(units, findings=findings)


def _named(paths: Path | str | Sequence[Path | str], tables: list[TableFile]) -> str:
    """What to call the files in messages."""
    return str(paths) if isinstance(paths, (Path, str)) else str(tables[0].path.parent)


def _of_layer(tables: list[TableFile], layer: str) -> list[TableFile]:
    return [table for table in tables if table.layer == layer]


def _raw(tables: list[TableFile], layer: str, path: str, ags: str | None, progress: Progress) -> RawUnits:
    """Units of one layer with what other tables say of them."""
    wanted = Wanted.of(ags)
    read = _Read()
    cells = [
        _units(table, wanted, read, progress.part(0.8 * share, 0.8 * next_share))
        for table, share, next_share in _shares(_of_layer(tables, layer))
    ]
    frame = pd.concat(cells, ignore_index=True)
    if layer == PLANTS:  # a municipality may well have no gas plants
        _check_any(frame, wanted, read, path)
    frame = _joined(frame, [table for table in tables if table.join], read, progress.part(0.8, 1.0))
    delivered = frozenset(frame.columns)
    frame[OPERATOR_KIND] = _known_kinds(frame)
    downloaded = days(frame.pop(DOWNLOADED), DateOrder.DMY).values if DOWNLOADED in frame else None
    kept = [name for name in frame.columns if name in delivered_columns(layer)]
    frame, marks = _converted(frame[kept], layer)
    state = newest(downloaded) if downloaded is not None else None
    return RawUnits(
        frame=frame,
        source=source_of(WAY, state or newest(frame["updated"])),
        path=path,
        marks=marks,
        dropped={"row_broken": read.broken} if read.broken else {},
        findings=tuple(read.findings),
        fields=_spelled(layer),
        others=read.others,
        layer=layer,
        delivered=delivered,
    )


@dataclass
class _Read:
    """What was met while reading."""

    others: int = 0
    broken: int = 0
    other_keys: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def _shares(tables: list[TableFile]) -> list[tuple[TableFile, float, float]]:
    """Each table with where it begins and ends on the way, by the size of the files."""
    ends = np.cumsum([table.size for table in tables], dtype=float)
    total = ends[-1] if len(ends) and ends[-1] else 1.0
    return [
        (table, float((end - table.size) / total), float(end / total)) for table, end in zip(tables, ends)
    ]


# ---- units


@cache
def _meanings(layer: str) -> dict[str, str]:
    """Column of a layer by name in open-mastr, in lower case; in the order in which they count."""
    table = rows(COLUMNS_OF[layer])
    return {row["column_there"].casefold(): row["column"] or row["column_there"] for row in table}


@cache
def _spelled(layer: str) -> dict[str, str]:
    """How open-mastr calls each column of a layer."""
    table = rows(COLUMNS_OF[layer])
    return {row["column"]: row["column_there"] for row in reversed(table) if row["column"]}


def _units(table: TableFile, wanted: Wanted, read: _Read, progress: Progress) -> pd.DataFrame:
    """Rows asked for of one table as texts, one column per column of its layer."""
    meanings = _meanings(table.layer)
    there = {name.casefold(): name for name in table.names}
    used = [there[name] for name in meanings if name in there]
    place = [meanings[name.casefold()] for name in used].index(AGS)

    def asked(row: tuple[str, ...]) -> bool:
        key = key_today(row[place])
        if not wanted.key or key is None or key.startswith(wanted.key):
            return True
        read.other_keys[key] += 1
        return False

    found = read_cells(table, used, asked, progress)
    read.others += found.rows.others
    read.broken += len(found.rows.broken)
    read.findings.extend(found.findings)
    cells = pd.DataFrame(found.rows.kept, columns=range(len(used)), dtype=object)
    columns = first_given([(meanings[name.casefold()], cells[number]) for number, name in enumerate(used)])
    return columns.assign(kind=table.kind) if table.kind else columns


def _check_any(frame: pd.DataFrame, wanted: Wanted, read: _Read, path: str) -> None:
    """Stop where no unit of the municipality is in any of the files."""
    keys = frame[AGS].map(key_today) if len(frame) else frame[AGS]
    if keys.notna().any() or (len(frame) and not wanted.key):
        return
    if not len(frame) and not read.others:
        raise EnactError("csv_no_rows", path=path, broken=read.broken)
    refuse_changed_keys(Counter(frame[AGS]), path)
    raise EnactError("ags_not_in_file", path=path, ags=wanted.key, found=most_frequent(read.other_keys))


# ---- other tables


def _joined(frame: pd.DataFrame, extras: list[TableFile], read: _Read, progress: Progress) -> pd.DataFrame:
    """Units with what other tables say of them: storage capacity, voltage, kind of operator."""
    for table, begin, end in _shares(extras):
        join = table.join
        if join is None or join.unit_column not in frame:
            continue
        needed = _Needed(set(frame[join.unit_column]) - {""})
        found = read_cells(table, [join.key, join.value], needed, progress.part(begin, end))
        read.findings.extend(found.findings)
        cells = pd.DataFrame(found.rows.kept, columns=["key", "value"], dtype=object)
        cells = cells[cells["value"] != ""]
        values = cells.groupby("key")["value"].agg(LIST_MARK.join if join.several else "first")
        delivered = frame[join.unit_column].map(values.to_dict()).astype(object)
        own = [(join.column, frame[join.column])] if join.column in frame else []
        frame = frame.assign(**first_given([*own, (join.column, delivered)]))
    return frame


@dataclass(frozen=True)
class _Needed:
    """Tell whether units point to a row, by its first value."""

    keys: set[str]

    def __call__(self, row: tuple[str, ...]) -> bool:
        return row[0] in self.keys


def _known_kinds(frame: pd.DataFrame) -> pd.Series:
    """Kind of operator as a code; what the register has no word for may be a name and is left out at once."""
    nothing = pd.Series(np.full(len(frame), None, dtype=object), index=frame.index)
    said = frame.get(OPERATOR_KIND, nothing)
    return normalise(OPERATOR_KIND, said.where(said.notna(), None))[0]


def _unused(paths: list[Path], path: str) -> list[Finding]:
    """Name the files that hold something else."""
    if not paths:
        return []
    names = ", ".join(unused.name for unused in paths[:_NAMED])
    values = {"path": path, "count": len(paths), "files": names}
    return [Finding("open_mastr_files_unused", severity=Severity.NOTE, values=values)]


def _missing(tables: list[TableFile], frame: pd.DataFrame, path: str) -> list[Finding]:
    """Name the tables that are not there while the units do not hold what they say."""
    there = [table.join for table in tables]
    lacking = [join.file_name for join in JOINS if join not in there and _empty(frame, join.column)]
    if not lacking:
        return []
    values = {"path": path, "count": len(lacking), "files": ", ".join(lacking)}
    return [Finding("open_mastr_tables_missing", severity=Severity.NOTE, values=values)]


def _empty(frame: pd.DataFrame, column: str) -> bool:
    return column not in frame or not (frame[column].notna() & (frame[column] != "")).any()


# ---- values


def _converted(cells: pd.DataFrame, layer: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Texts turned into numbers and dates, and the rows where that failed."""
    kinds = delivered_columns(layer)
    frame = cells.copy()
    unreadable = Unreadable(len(cells), _spelled(layer))
    for name in cells.columns:
        if kinds[name] is ColumnType.DATE:
            read = days(cells[name], DateOrder.DMY)
            unreadable.note("date_unreadable", read.unreadable, cells[name])
            frame[name] = read.values
        elif kinds[name] in NUMBERS:
            figures = numbers(cells[name], Decimal.POINT, Thousands.NEVER)
            unreadable.note("number_unreadable", figures.unreadable, cells[name])
            frame[name] = figures.values
    frame = frame.assign(**unreadable.columns(frame.index))
    if UPDATED not in frame:
        frame[UPDATED] = pd.NaT
    return with_moments(frame, cells.get(UPDATED)), unreadable.marks(frame.index)
