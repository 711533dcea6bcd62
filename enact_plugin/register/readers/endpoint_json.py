"""Units as the register's public JSON endpoint delivers them, saved to files; see `endpoint_pages`.

`raw_units` takes the pages of one query however they came.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ...errors import EnactError, Finding, Severity
from ...fields.dates import DateOrder, days, moments
from ...fields.numbers import Thousands, numbers
from ...fields.texts import in_germany
from ...outcome import Outcome
from ...progress import SILENT, Progress
from ...reference.columns import ColumnType
from ..plants import plant_table
from ..raw import (
    NUMBERS,
    UPDATED,
    RawUnits,
    Unreadable,
    delivered_columns,
    first_given,
    newest,
    source_of,
    with_moments,
)
from .endpoint_pages import Form, Page, page_files, read_page

WAY = "öffentliche JSON-Schnittstelle"
UNIT = "mastr_id"
PLANT_PAGES = Form(
    WAY, "mastr_json_fields", ("MaStRNummer", "Gemeindeschluessel", "Bruttoleistung", "Nettonennleistung")
)
_DATE = r"^/Date\((-?\d+)(?:[+-]\d{4})?\)/$"


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
    units = raw_units(*read_pages(paths, PLANT_PAGES, progress.part(0.0, 0.8)))
    progress(0.8, "register_table", units=len(units.frame))
    outcome = plant_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def read_pages(
    paths: Path | str | Sequence[Path | str], form: Form, progress: Progress = SILENT
) -> tuple[list[Page], str]:
    """Read all pages of a query, and what to call them in messages."""
    found = page_files(paths)
    pages = []
    for number, path in enumerate(found):
        pages.append(read_page(path, form, progress.part(number / len(found), (number + 1) / len(found))))
    return pages, str(paths) if isinstance(paths, (Path, str)) else str(found[0].parent)


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
    if not any(page.records for page in pages):
        raise EnactError("json_empty", path=path)
    return raw_records(pages, path, PLANT_PAGES)


def raw_records(pages: Sequence[Page], path: str, form: Form) -> RawUnits:
    """Put the pages of one query together, whichever layer they are for; none of them need have a record."""
    records = [record for page in pages for record in page.records]
    unreadable = sum(page.unreadable for page in pages)
    cells = pd.DataFrame(records, columns=range(len(form.fields)), dtype=object)
    frame, marks = _converted(_columns(cells, form), form)
    return RawUnits(
        frame=frame,
        source=source_of(form.way, newest(frame["updated"])),
        path=path,
        marks=marks,
        dropped={"record_unreadable": unreadable} if unreadable else {},
        findings=(
            *(finding for page in pages for finding in page.findings),
            *_completeness(pages, frame, path),
        ),
        fields=form.spelled,
        layer=form.layer,
        delivered=frozenset(
            column for name, column in form.fields if any(name in page.names for page in pages)
        ),
    )


def _completeness(pages: Sequence[Page], frame: pd.DataFrame, path: str) -> list[Finding]:
    """Compare the units delivered with the number the endpoint says it has."""
    totals = {page.total for page in pages if page.total is not None}
    if not totals:
        return []
    units = int(frame[UNIT].nunique())
    expected, moved = _expected(pages, units)
    found = []
    if moved:
        values = {"path": path, "low": min(totals), "high": max(totals)}
        found.append(Finding("json_totals_differ", severity=Severity.WARNING, values=values))
    if units < expected:
        values = {"path": path, "units": units, "total": expected, "missing": expected - units}
        found.append(Finding("json_incomplete", severity=Severity.ERROR, values=values))
    elif units > expected:
        values = {"path": path, "units": units, "total": expected}
        found.append(Finding("json_more_than_total", severity=Severity.WARNING, values=values))
    return found


def _expected(pages: Sequence[Page], units: int) -> tuple[int, bool]:
    """Units there should be, and whether the number moved while a query was asked.

    A municipality with former keys is asked for by several queries, each saved in a folder of its own.
    """
    by_folder: dict[Path, set[int]] = {}
    for page in pages:
        if page.total is not None:
            by_folder.setdefault(Path(page.path).parent, set()).add(page.total)
    moved = any(len(totals) > 1 for totals in by_folder.values())
    largest = [max(totals) for totals in by_folder.values()]
    spread_out = (
        len(set(largest)) == 1 and units <= largest[0]
    )  # one query whose pages lie in several folders
    return (largest[0] if spread_out else sum(largest)), moved


def _columns(cells: pd.DataFrame, form: Form) -> pd.DataFrame:
    """One column per column of the layer; of several fields that mean one, the first with a value."""
    return first_given([(name, _hashable(cells[place])) for place, (_, name) in enumerate(form.fields)])


def _hashable(column: pd.Series) -> pd.Series:
    """The column with lists and objects, which the register does not deliver, as text."""
    try:
        column.unique()
    except TypeError:
        return column.map(lambda value: str(value) if isinstance(value, (list, dict)) else value)
    return column


def _converted(cells: pd.DataFrame, form: Form) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values turned into numbers, dates and texts, and the rows where that failed."""
    kinds = delivered_columns(form.layer)
    frame: dict[str, pd.Series] = {}
    unreadable = Unreadable(len(cells), form.spelled)
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
    made = with_moments(pd.DataFrame(frame), cells[UPDATED], _moments)
    return made, unreadable.marks(cells.index)


def _moments(values: pd.Series) -> pd.Series:
    """Moments of the endpoint's dates, or of texts in ISO form."""
    texts = values.where(values.map(lambda value: isinstance(value, str)), "").astype(object)
    milliseconds = pd.to_numeric(texts.str.extract(_DATE, expand=False), errors="coerce")
    stamps = in_germany(pd.to_datetime(milliseconds, unit="ms", utc=True, errors="coerce"))
    written = moments(texts.where(milliseconds.isna(), "")).values
    return stamps.astype("datetime64[ns]").where(milliseconds.notna(), written)


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
