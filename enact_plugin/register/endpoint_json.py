"""Units as the register's public JSON endpoint delivers them, saved to files.

One file in the endpoint's own envelope ``{Data, Total, AggregateResults, Errors}`` or a bare list of its records,
several such pages, or a folder of them. `raw_units` takes the pages of one query however they came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ..errors import EnactError, Finding, Severity
from ..fields.dates import DateOrder, days
from ..fields.numbers import Thousands, numbers
from ..fields.texts import in_germany
from ..outcome import Outcome
from ..progress import SILENT, Progress
from ..reference.columns import ColumnType
from ..reference.tables import rows
from . import files
from .json_stream import JsonStream
from .plants import (
    NUMBERS,
    RawUnits,
    Unreadable,
    delivered_columns,
    newest,
    plant_table,
    source_of,
)

WAY = "öffentliche JSON-Schnittstelle"
LIST_KEY = "Data"
UNIT = "mastr_id"
REQUIRED = ("MaStRNummer", "Gemeindeschluessel", "Bruttoleistung", "Nettonennleistung")
STEP = 5000  # records between two looks at the cancel button
_DATE = r"^/Date\((-?\d+)(?:[+-]\d{4})?\)/$"
_NAMED = 5  # fields a message names


@dataclass(frozen=True)
class Page:
    """One answer of the endpoint.

    Attributes
    ----------
    path : str
        Where it stands, for messages.
    records : list of tuple
        Values of the fields in use, in the order of `fields`.
    total : int or None
        Number of units the endpoint has for the query, when the page says so.
    unreadable : int
        Entries that are no records.
    findings : tuple of Finding
    """

    path: str
    records: list[tuple[Any, ...]] = field(default_factory=list)
    total: int | None = None
    unreadable: int = 0
    findings: tuple[Finding, ...] = ()


def read_json(
    paths: Path | str | Sequence[Path | str],
    ags: str | None = None,
    *,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Outcome:
    """Read the plant table of a municipality from saved answers of the public JSON endpoint.

    Parameters
    ----------
    paths : Path, str or sequence of them
        A file, a folder (all its ``.json`` files), or several files: the pages of one query.
    ags : str or None
        Municipality key, or the first 2, 3 or 5 digits; None for all units.
    boundary, today
        See `plants.plant_table`.
    progress : Progress

    Returns
    -------
    Outcome
        See `plants.plant_table`. A finding ``json_incomplete`` when the endpoint had more units than the pages hold.

    Raises
    ------
    EnactError
        ``json_cut_off``, ``json_unreadable``, ``json_not_register``, ``json_field_missing``, ``json_request_refused``,
        ``json_endpoint_error``, ``json_empty``, ``folder_without_json``, ``ags_not_in_file``, and those of `files`.
    """
    found = _files(paths)
    pages = []
    for number, path in enumerate(found):
        share = 0.8 / len(found)
        pages.append(read_page(path, progress.part(number * share, (number + 1) * share)))
    name = str(paths) if isinstance(paths, (Path, str)) else str(found[0].parent)
    units = raw_units(pages, name)
    progress(0.8, "register_table", units=len(units.frame))
    outcome = plant_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def _files(paths: Path | str | Sequence[Path | str]) -> list[Path]:
    """The files meant, each once, those of a folder by name."""
    given = [paths] if isinstance(paths, (Path, str)) else list(paths)
    found: list[Path] = []
    for path in map(Path, given):
        inside = sorted(p for p in path.iterdir() if _is_page(p)) if path.is_dir() else [path]
        if not inside:
            raise EnactError("folder_without_json", path=str(path))
        found.extend(inside)
    return list(dict.fromkeys(found))


def _is_page(path: Path) -> bool:
    return path.suffix.lower() == ".json" and not path.name.startswith(".")


# ---- one page


@lru_cache(maxsize=1)
def fields() -> tuple[tuple[str, str], ...]:
    """Fields of the endpoint in use, each with the column of the plant table it means."""
    return tuple((row["field"], row["column"]) for row in rows("mastr_json_fields"))


def spelled() -> dict[str, str]:
    """How the endpoint calls each column of the plant table."""
    return {column: name for name, column in reversed(fields())}


def read_page(path: Path, progress: Progress = SILENT) -> Page:
    """Read one file; see `read_json`."""
    progress(0.0, "register_reading", path=path.name)
    head = files.head_of(path)
    encoding = files.unicode_of(head)
    files.refuse_other_formats(path, head.decode(encoding, "replace"), expected="json")
    try:
        return _page(path, encoding, progress)
    except UnicodeDecodeError:
        page = _page(path, files.WINDOWS, progress)
        return replace(page, findings=(files.finding_of("register_encoding_windows", path),))


def _page(path: Path, encoding: str, progress: Progress) -> Page:
    errors = "replace" if encoding == files.WINDOWS else "strict"
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        stream = JsonStream(file, path, LIST_KEY)
        records, unreadable = _records(path, stream, progress)
    _check_envelope(path, stream)
    total = stream.envelope.get("Total")
    return Page(str(path), records, int(total) if isinstance(total, (int, float)) else None, unreadable)


def _records(path: Path, stream: JsonStream, progress: Progress) -> tuple[list[tuple[Any, ...]], int]:
    """Fields in use of each record, and how many entries are none; the first shows whether this is the register."""
    names = [name for name, _ in fields()]
    empty = dict.fromkeys(names)
    pick = itemgetter(*names)
    taken: list[tuple[Any, ...]] = []
    unreadable = 0
    size = path.stat().st_size
    for entry in stream.records():
        if not isinstance(entry, dict):
            unreadable += 1
            continue
        if not taken:
            _check_fields(path, entry)
        taken.append(pick({**empty, **entry}))
        if len(taken) % STEP == 0:
            progress(stream.position / size, "register_rows", rows=len(taken))
    return taken, unreadable


def _check_fields(path: Path, record: dict[str, Any]) -> None:
    missing = [name for name in REQUIRED if name not in record]
    if len(missing) == len(REQUIRED):
        raise EnactError("json_not_register", path=str(path), fields=", ".join(list(record)[:_NAMED]) or "–")
    if missing:
        raise EnactError("json_field_missing", path=str(path), fields=", ".join(missing))


def _check_envelope(path: Path, stream: JsonStream) -> None:
    """Stop at an answer that says it is an error; the endpoint sends those as HTTP 200."""
    if stream.envelope.get("Errors"):
        raise EnactError("json_endpoint_error", path=str(path), message=str(stream.envelope["Errors"]))
    if stream.envelope.get("Error"):
        raise EnactError("json_request_refused", path=str(path))
    if not stream.has_list:
        names = ", ".join(list(stream.envelope)[:_NAMED]) or "–"
        raise EnactError("json_not_register", path=str(path), fields=names)


# ---- all pages


def raw_units(pages: Sequence[Page], path: str) -> RawUnits:
    """Put the pages of one query together.

    Parameters
    ----------
    pages : sequence of Page
    path : str
        Named in errors.

    Returns
    -------
    RawUnits
        Repeated units not yet merged.

    Raises
    ------
    EnactError
        ``json_empty``.
    """
    records = [record for page in pages for record in page.records]
    unreadable = sum(page.unreadable for page in pages)
    if not records:
        raise EnactError("json_empty", path=path)
    cells = pd.DataFrame(records, columns=range(len(fields())), dtype=object)
    frame, marks = _converted(_columns(cells))
    return RawUnits(
        frame=frame,
        source=source_of(WAY, newest(frame["updated"])),
        path=path,
        marks=marks,
        dropped={"record_unreadable": unreadable} if unreadable else {},
        findings=(
            *(finding for page in pages for finding in page.findings),
            *_completeness(pages, frame, path),
        ),
        fields=spelled(),
    )


def _completeness(pages: Sequence[Page], frame: pd.DataFrame, path: str) -> list[Finding]:
    """Compare the units delivered with the number the endpoint says it has."""
    totals = {page.total for page in pages if page.total is not None}
    if not totals:
        return []
    units = int(frame[UNIT].nunique())
    found = []
    if len(totals) > 1:
        values = {"path": path, "low": min(totals), "high": max(totals)}
        found.append(Finding("json_totals_differ", severity=Severity.WARNING, values=values))
    if units < max(totals):
        values = {"path": path, "units": units, "total": max(totals), "missing": max(totals) - units}
        found.append(Finding("json_incomplete", severity=Severity.ERROR, values=values))
    elif units > max(totals):
        values = {"path": path, "units": units, "total": max(totals)}
        found.append(Finding("json_more_than_total", severity=Severity.WARNING, values=values))
    return found


def _columns(cells: pd.DataFrame) -> pd.DataFrame:
    """One column per column of the plant table; of several fields that mean one, the first with a value."""
    merged: dict[str, pd.Series] = {}
    for place, (_, name) in enumerate(fields()):
        column = _hashable(cells[place])
        merged[name] = (
            merged[name].where(merged[name].notna() & (merged[name] != ""), column)
            if name in merged
            else column
        )
    return pd.DataFrame(merged)


def _hashable(column: pd.Series) -> pd.Series:
    """The column with lists and objects, which the register does not deliver, as text."""
    try:
        column.unique()
    except TypeError:
        return column.map(lambda value: str(value) if isinstance(value, (list, dict)) else value)
    return column


def _converted(cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values turned into numbers, dates and texts, and the rows where that failed."""
    kinds = delivered_columns()
    frame: dict[str, pd.Series] = {}
    unreadable = Unreadable(len(cells), spelled())
    for name in cells.columns:
        if kinds[name] is ColumnType.DATE:
            frame[name], failed = local_days(cells[name])
            unreadable.note("date_unreadable", failed, cells[name])
        elif kinds[name] in NUMBERS:
            # JSON groups no digits; other programs that saved the numbers as texts may have put a comma in
            read = numbers(cells[name], thousands=Thousands.NEVER)
            frame[name] = read.values
            unreadable.note("number_unreadable", read.unreadable, cells[name])
        else:
            frame[name] = cells[name]
    frame.update(unreadable.columns(cells.index))
    return pd.DataFrame(frame), unreadable.marks(cells.index)


def local_days(values: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Days in Germany of the endpoint's dates.

    Parameters
    ----------
    values : Series of str, shape (n,)
        "/Date(ms)/": milliseconds since 1970 in UTC. The records seen have midnight UTC, which is the same day in
        Germany; midnight in Germany, 22:00 or 23:00 UTC of the day before, is read as the day it is meant to be.
        Dates in ISO form are read too.

    Returns
    -------
    days : Series of datetime64[ns], shape (n,)
    unreadable : ndarray of bool, shape (n,)
    """
    distinct = pd.Series(
        [value for value in values.unique() if isinstance(value, str) and value], dtype=object
    )
    milliseconds = pd.to_numeric(distinct.str.extract(_DATE, expand=False))
    stamps = pd.to_datetime(milliseconds, unit="ms", utc=True, errors="coerce")
    local = in_germany(stamps).dt.normalize()
    local = local.where(milliseconds.notna(), days(distinct, DateOrder.DMY).values)
    column = pd.to_datetime(values.map(dict(zip(distinct, local))))
    given = (values.notna() & (values != "")).to_numpy()
    return column.astype("datetime64[ns]"), given & column.isna().to_numpy()
