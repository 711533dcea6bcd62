"""Which table of open-mastr a CSV file holds, and its rows, line by line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from ...errors import EnactError, Finding, Severity
from ...progress import SILENT, Progress
from ..raw import GAS_PLANTS, PLANTS
from . import files
from .csv_rows import Asked, Rows, Shape, read_rows

DELIMITERS = (",", ";", "\t")
REQUIRED = (
    "EinheitMastrNummer",
    "Gemeindeschluessel",
    "Energietraeger",
    "EinheitBetriebsstatus",
    "Bruttoleistung",
    "Nettonennleistung",
)
UNIT = REQUIRED[0]
GAS_REQUIRED = ("EinheitMastrNummer", "Gemeindeschluessel", "EinheitBetriebsstatus")
# kind of unit by the column that only its table has
GAS_ONLY = {"NameGaserzeugungseinheit": "producer", "NameGasspeicher": "storage"}
_NAMED = 5  # lines and names a message lists
_NUMBER, _DATE = "mastrnummer", "datum"  # within names of columns that hold register numbers, or days


@dataclass(frozen=True)
class Join:
    """A table that says more of the units.

    Attributes
    ----------
    file_name : str
        As open-mastr calls the file.
    key, value : str
        What its rows are found by, and what is taken; nothing else of it is read.
    unit_column : str
        Where the units hold that number.
    column : str
        Column of the plant table that takes the value.
    several : bool
        All values of a number count, else the first.
    """

    file_name: str
    key: str
    value: str
    unit_column: str
    column: str
    several: bool = False


JOINS = (
    Join(
        "bnetza_mastr_storage_units_raw.csv",
        "MastrNummer",
        "NutzbareSpeicherkapazitaet",
        "storage_id",
        "storage_kwh",
    ),
    Join(
        "bnetza_mastr_grid_connections_raw.csv",
        "LokationMastrNummer",
        "Spannungsebene",
        "location_id",
        "voltage",
        several=True,
    ),
    Join("bnetza_mastr_market_actors_raw.csv", "MastrNummer", "Personenart", "operator_id", "operator_kind"),
)


@dataclass(frozen=True)
class TableFile:
    """A CSV file that holds a table of open-mastr.

    Attributes
    ----------
    path : Path
    names : tuple of str
        Its columns.
    delimiter, encoding : str
    layer : str
        The layer its units are for; empty for a table that says more of units.
    kind : str
        Of gas units: producer or storage.
    join : Join or None
        What that is.
    """

    path: Path
    names: tuple[str, ...]
    delimiter: str
    encoding: str
    layer: str = ""
    kind: str = ""
    join: Join | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size


@dataclass(frozen=True)
class Cells:
    """Rows of a table, with what was wrong in it."""

    rows: Rows
    findings: tuple[Finding, ...]


def find_tables(paths: Path | str | Sequence[Path | str]) -> tuple[list[TableFile], list[Path]]:
    """Find the tables among files.

    Parameters
    ----------
    paths : Path, str or sequence of them
        A file, a folder (all its ``.csv`` files), or several files.

    Returns
    -------
    tables : list of TableFile
    unused : list of Path
        Files that hold other tables.

    Raises
    ------
    EnactError
        Those of `files`.
    """
    tables: list[TableFile] = []
    unused: list[Path] = []
    for path in dict.fromkeys(inside for meant in map(Path, listed(paths)) for inside in _inside(meant)):
        table = _table(path)
        if table is None:
            unused.append(path)
        else:
            tables.append(table)
    return tables, unused


def listed(paths: Path | str | Sequence[Path | str]) -> list[Path | str]:
    """One or several paths as a list."""
    return [paths] if isinstance(paths, (Path, str)) else list(paths)


def _inside(path: Path) -> list[Path]:
    """Files meant by a path."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.suffix.lower() == ".csv" and not p.name.startswith("."))


def refuse_without_units(
    given: Sequence[Path | str], tables: Sequence[TableFile], unused: Sequence[Path]
) -> None:
    """Say what lacks where there is no table of units.

    Raises
    ------
    EnactError
        ``open_mastr_columns_missing`` for a single table of units that lacks some, else ``open_mastr_no_units``.
    """
    if len(unused) == 1 and not tables:
        names = _folded(_header(unused[0])[0])
        missing = [name for name in REQUIRED if name.casefold() not in names]
        if UNIT not in missing:
            raise EnactError("open_mastr_columns_missing", path=str(unused[0]), columns=", ".join(missing))
    found = [path.name for path in (*unused, *(table.path for table in tables))]
    shown = ", ".join(found[:_NAMED]) or "–"
    raise EnactError("open_mastr_no_units", path=", ".join(map(str, given)), found=shown)


def _table(path: Path) -> TableFile | None:
    names, delimiter, encoding = _header(path)
    there = _folded(names)
    if _folded(REQUIRED) <= there:
        return TableFile(path, names, delimiter, encoding, PLANTS)
    kinds = [kind for name, kind in GAS_ONLY.items() if name.casefold() in there]
    if _folded(GAS_REQUIRED) <= there and kinds:
        return TableFile(path, names, delimiter, encoding, GAS_PLANTS, kinds[0])
    if UNIT.casefold() in there:
        return None
    for join in JOINS:
        if _folded((join.key, join.value)) <= there:
            return TableFile(path, names, delimiter, encoding, join=join)
    return None


def _folded(names: Sequence[str]) -> set[str]:
    return {name.casefold() for name in names}


def _header(path: Path) -> tuple[tuple[str, ...], str, str]:
    """Columns, delimiter and encoding of a file."""
    head = files.head_of(path)
    encoding = files.unicode_of(head)
    text = head.decode(encoding, "ignore").lstrip("\ufeff")
    files.refuse_other_formats(path, text, expected="csv")
    line = text.splitlines()[0] if text.strip() else ""
    delimiter = max(DELIMITERS, key=line.count)
    names = next(csv.reader([line], delimiter=delimiter), [])
    return tuple(name.strip() for name in names), delimiter, "utf-8-sig" if encoding == "utf-8" else encoding


# ---- rows


def read_cells(table: TableFile, used: Sequence[str], asked: Asked, progress: Progress = SILENT) -> Cells:
    """Read some columns of the rows asked for.

    Parameters
    ----------
    table : TableFile
    used : sequence of str
        At least two columns; the values that `asked` gets and that are kept, in this order.
    asked : callable or None
    progress : Progress
    """
    progress(0.0, "register_reading", path=table.path.name)
    folded = [name.casefold() for name in table.names]
    places = [folded.index(name.casefold()) for name in used]
    numbers = [place for place, name in enumerate(folded) if _NUMBER in name]
    dates = [place for place, name in enumerate(folded) if name.startswith(_DATE) or name.endswith(_DATE)]
    shape = Shape(len(table.names), places, max(places), places[0], numbers, dates)
    found: tuple[Finding, ...] = ()
    try:
        with _lines(table, table.encoding) as lines:
            rows = read_rows(lines, table.delimiter, shape, 1, progress, size=table.size, asked=asked)
    except UnicodeDecodeError:
        found = (files.finding_of("register_encoding_windows", table.path),)
        with _lines(table, files.WINDOWS) as lines:
            rows = read_rows(lines, table.delimiter, shape, 1, progress, size=table.size, asked=asked)
    return Cells(rows, (*found, *_findings(table, rows)))


@contextmanager
def _lines(table: TableFile, encoding: str) -> Iterator[TextIO]:
    """The lines after the heading."""
    errors = "replace" if encoding == files.WINDOWS else "strict"
    with table.path.open(encoding=encoding, errors=errors, newline="") as file:
        file.readline()
        yield file


def _findings(table: TableFile, rows: Rows) -> list[Finding]:
    found = []
    path = table.path
    if rows.broken:
        lines = ", ".join(map(str, rows.broken[:_NAMED]))
        values = {"path": str(path), "count": len(rows.broken), "lines": lines}
        found.append(Finding("csv_rows_broken", path.name, Severity.ERROR, values))
    if rows.cut_off:
        found.append(Finding("csv_cut_off", path.name, Severity.ERROR, {"path": str(path)}))
    return found
