"""The CSV of the register's web overview ("Erweiterte Einheitenübersicht"), in all layouts since 2020.

49 to 56 columns by release, known by their headings (`resources/tables/mastr_csv_columns.csv`); dates in the order of
the browser's language; decimal commas, but points in some columns of the same file. Files that went through a
spreadsheet have lost quotes, leading zeros and sometimes their encoding.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ...errors import EnactError, Finding, Severity
from ...fields import dates
from ...fields.dates import DateOrder
from ...fields.numbers import numbers
from ...fields.texts import NOTHING
from ...outcome import Outcome
from ...progress import SILENT, Progress
from ...reference.columns import ColumnType
from ...reference.tables import rows
from ..plants import plant_table
from ..plausibility import ID_PATTERN
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
from . import files
from .csv_numbers import MarkOfColumn, doubtful, marks_of_columns
from .csv_rows import Rows, Shape, read_rows

WAY = "CSV der erweiterten Einheitenübersicht"
DELIMITER = ";"
OTHER_DELIMITERS = (",", "\t", "|")
UNIT, AGS = "mastr_id", "ags"
REQUIRED = (UNIT, AGS, "carrier", "status", "gross_kw", "net_kw")
REGISTER_NUMBERS = ("operator_id", "location_id", "eeg_id", "chp_id", "storage_id")
SIMPLE_BELOW = 25  # columns; the simple overview has 13, the extended one never below 49
ONLY_IN_2020 = frozenset(("meldedatum der einheit", "mastr-nr. der zugeordneten migrationseinheit"))
OPERATOR_KIND = "operator_kind"
ORGANISATION, NATURAL_PERSON = "517", "518"  # Katalogwerte
# also as a wrong encoding shows it
_PERSON = r"(?i)nat(?:.{1,3}rliche|\.)\s*person"
_ACTOR_NUMBER = rf"\(?\s*{ID_PATTERN}\s*\)?"
NAMED = 5  # lines or headings a message names
_BLANKS = re.compile(r"\s+")


def read_csv(
    path: Path | str,
    ags: str | None = None,
    *,
    date_order: DateOrder = DateOrder.AUTO,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Outcome:
    """Read the plant table of a municipality from a file of the web overview.

    Parameters
    ----------
    path : Path or str
    ags : str or None
        Municipality key, or the first 2, 3 or 5 digits; None for all units of the file.
    date_order : DateOrder
        Order of day and month; AUTO decides by the values of the file.
    boundary, today
        See `plants.plant_table`.
    progress : Progress

    Returns
    -------
    Outcome
        See `plants.plant_table`; rows in = rows of the municipality + rows that could not be read or have no key.

    Raises
    ------
    EnactError
        ``csv_simple_overview``, ``csv_delimiter``, ``csv_column_missing``, ``csv_not_register``, ``csv_no_rows``,
        ``csv_dates_ambiguous``, ``csv_dates_conflict``, ``csv_dates_mixed``, ``ags_not_in_file``, those of `files`.
    """
    units = raw_units(Path(path), date_order, progress)
    progress(0.8, "register_table", units=len(units.frame))
    outcome = plant_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def raw_units(path: Path, order: DateOrder = DateOrder.AUTO, progress: Progress = SILENT) -> RawUnits:
    """Read all units of a file; see `read_csv`."""
    progress(0.0, "register_reading", path=path.name)
    text, findings = files.text_of(path)
    files.refuse_other_formats(path, text, expected="csv")
    heading, body, lines_before = _heading(path, text)
    read = read_rows(body, DELIMITER, heading.shape, lines_before, progress.part(0.0, 0.6))
    if not read.kept:
        raise EnactError("csv_no_rows", path=str(path), broken=len(read.broken))
    progress(0.6, "register_converting", units=len(read.kept))
    cells = _columns(read.kept, heading)
    marks_of = marks_of_columns(cells, heading.of_2020)
    frame, marks = _converted(path, cells, order, heading.spelled, marks_of)
    doubts = doubtful(path, cells, marks_of, heading.spelled)
    if read.cut_off_kept:
        marks = marks.assign(row_incomplete=np.arange(len(frame)) == len(frame) - 1)
    return RawUnits(
        frame=frame,
        source=source_of(WAY, newest(frame["updated"])),
        path=str(path),
        marks=marks,
        dropped={"row_broken": len(read.broken)} if read.broken else {},
        findings=(*findings, *_findings(path, heading, read), *doubts),
        fields=heading.spelled,
        delivered=frozenset(filter(None, heading.columns)),
    )


# ---- headings


@dataclass(frozen=True)
class Heading:
    """The headings of a file.

    Attributes
    ----------
    names : tuple of str
        As they stand there.
    columns : tuple of str
        Column of the plant table each one means; empty for those not used.
    """

    names: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def used(self) -> list[int]:
        """Positions that mean a column."""
        return [place for place, column in enumerate(self.columns) if column]

    @property
    def shape(self) -> Shape:
        """What a row of this file must look like."""
        needed = max(map(self.columns.index, REQUIRED))
        numbers = [self.columns.index(name) for name in REGISTER_NUMBERS if name in self.columns]
        return Shape(len(self.names), self.used, needed, self.columns.index(AGS), numbers)

    @property
    def spelled(self) -> dict[str, str]:
        """How the file calls each column in use."""
        pairs = zip(reversed(self.columns), reversed(self.names))
        return {column: _BLANKS.sub(" ", name).strip() for column, name in pairs if column}

    @property
    def of_2020(self) -> bool:
        """Whether these are the headings of 2020."""
        return not ONLY_IN_2020.isdisjoint(map(_normal, self.names))

    @property
    def unknown(self) -> list[str]:
        """Headings the table does not know."""
        return [name.strip() for name in self.names if name.strip() and _normal(name) not in _headings()]


def _normal(heading: str) -> str:
    """Heading in one spelling: the register writes one with a TAB in front, and ß as ss in 2020."""
    return _BLANKS.sub(" ", heading).strip().casefold()


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    """Column of the plant table by heading."""
    return {_normal(row["heading"]): row["column"] for row in rows("mastr_csv_columns")}


def _heading(path: Path, text: str) -> tuple[Heading, str, int]:
    """Headings, the text after them, and how many lines came before that."""
    buffer = io.StringIO(text, newline="")
    reader = csv.reader(iter(buffer.readline, ""), delimiter=DELIMITER)
    try:
        for names in reader:
            written = [name for name in names if name.strip()]
            if written and not written[0].lower().startswith("sep="):
                return _understood(path, names), buffer.read(), reader.line_num
    except csv.Error as error:
        raise EnactError("csv_not_register", path=str(path), headings="–") from error
    raise EnactError("register_file_empty", path=str(path))


def _understood(path: Path, names: list[str]) -> Heading:
    heading = Heading(tuple(names), tuple(_headings().get(_normal(name), "") for name in names))
    missing = [column for column in REQUIRED if column not in heading.columns]
    if not missing:
        return heading
    _refuse_delimiter(path, names)
    if UNIT in missing:
        # a file without its headings begins with a unit: its name is nobody else's business
        is_unit = any(re.fullmatch(ID_PATTERN, name.strip()) for name in names)
        shown = "–" if is_unit else ", ".join(_BLANKS.sub(" ", name).strip()[:40] for name in names[:NAMED])
        raise EnactError("csv_not_register", path=str(path), headings=shown)
    if AGS in missing and len(names) < SIMPLE_BELOW:
        raise EnactError("csv_simple_overview", path=str(path), columns=len(names))
    wording = {row["column"]: row["heading"] for row in reversed(rows("mastr_csv_columns"))}
    raise EnactError(
        "csv_column_missing", path=str(path), headings=", ".join(wording[name] for name in missing)
    )


def _refuse_delimiter(path: Path, names: list[str]) -> None:
    """Name the delimiter of a register file that was saved with another one."""
    line = DELIMITER.join(names)
    for delimiter in OTHER_DELIMITERS:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        if sum(_normal(cell.strip('"')) in _headings() for cell in cells) > 1:
            found = "TAB" if delimiter == "\t" else delimiter
            raise EnactError("csv_delimiter", path=str(path), found=found, expected=DELIMITER)


def _findings(path: Path, heading: Heading, read: Rows) -> list[Finding]:
    """What concerns the file as a whole."""
    found = []
    if heading.unknown:
        values = {
            "path": str(path),
            "count": len(heading.unknown),
            "headings": ", ".join(heading.unknown[:NAMED]),
        }
        found.append(Finding("csv_headings_unknown", path.name, Severity.NOTE, values))
    if read.broken:
        lines = ", ".join(map(str, read.broken[:NAMED]))
        values = {"path": str(path), "count": len(read.broken), "lines": lines}
        found.append(Finding("csv_rows_broken", path.name, Severity.ERROR, values))
    if read.cut_off:
        found.append(Finding("csv_cut_off", path.name, Severity.ERROR, {"path": str(path)}))
    return found


# ---- columns


def _columns(kept: list[tuple[str, ...]], heading: Heading) -> pd.DataFrame:
    """One column of texts per column of the plant table; of several headings that mean one, the first with a value."""
    names = [heading.columns[place] for place in heading.used]
    cells = pd.DataFrame(kept, columns=range(len(names)), dtype=object)
    merged = first_given([(name, cells[place]) for place, name in enumerate(names)])
    if OPERATOR_KIND in merged:
        merged[OPERATOR_KIND] = operator_kinds(merged[OPERATOR_KIND])
    return merged


def operator_kinds(names: pd.Series) -> pd.Series:
    """Whether an operator is a natural person, by the words that stand for all names of persons; no name is kept.

    Parameters
    ----------
    names : Series of str, shape (n,)
        "natürliche Person (ABR912345678901)", or the name of an organisation with its number.

    Returns
    -------
    Series of str, shape (n,)
        Number of the register's catalogue; empty where there is nothing but the number.
    """
    said = names.str.replace(_ACTOR_NUMBER, "", regex=True).str.strip()
    person = said.str.match(_PERSON).astype(bool)
    kinds = pd.Series(np.where(person, NATURAL_PERSON, ORGANISATION), index=names.index, dtype=object)
    return kinds.where(~said.str.casefold().isin(NOTHING), "")


def _converted(
    path: Path,
    cells: pd.DataFrame,
    order: DateOrder,
    spelled: dict[str, str],
    marks_of: Mapping[str, MarkOfColumn],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Texts turned into numbers and dates, and the rows where that failed."""
    kinds = {name: kind for name, kind in delivered_columns().items() if name in cells}
    columns_of_dates = [name for name, kind in kinds.items() if kind is ColumnType.DATE]
    if order is DateOrder.AUTO and columns_of_dates:
        distinct = pd.concat([pd.Series(cells[name].unique(), dtype=object) for name in columns_of_dates])
        order = dates.date_order(distinct, str(path))
    frame = cells.copy()
    unreadable = Unreadable(len(cells), spelled)
    for name, kind in kinds.items():
        if kind is ColumnType.DATE:
            days = dates.days(cells[name], order)
            frame[name] = days.values
            unreadable.note("date_unreadable", days.unreadable, cells[name])
        elif kind in NUMBERS:
            figures = numbers(cells[name], marks_of[name].decimal, marks_of[name].thousands)
            frame[name] = figures.values
            unreadable.note("number_unreadable", figures.unreadable, cells[name])
    frame = frame.assign(**unreadable.columns(frame.index))
    if UPDATED not in frame:
        frame[UPDATED] = pd.NaT
    return with_moments(frame, cells.get(UPDATED)), unreadable.marks(frame.index)
