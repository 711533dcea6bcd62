"""Tables of the bulk export: which ones are read, what their elements mean, and what was odd in them.

`resources/tables/mastr_bulk_fields.csv` knows the elements of all releases from 2021 on. Names are compared without
regard to upper and lower case: the same number is KwkMastrNummer in one table and KwkMaStRNummer in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...progress import SILENT, Progress
from ...reference.tables import rows
from .archive import Archive
from .scan import Scanned, scan_tables
from .selection import Selection

ELECTRICITY = (
    "EinheitenSolar",
    "EinheitenWind",
    "EinheitenWasser",
    "EinheitenBiomasse",
    "EinheitenVerbrennung",
    "EinheitenGeothermieGrubengasDruckentspannung",
    "EinheitenKernkraft",
    "EinheitenStromSpeicher",
)
GAS_PRODUCERS, GAS_STORES = "EinheitenGasErzeuger", "EinheitenGasSpeicher"
GAS = (GAS_PRODUCERS, GAS_STORES)
EEG_PLANTS = (
    "AnlagenEegSolar",
    "AnlagenEegWind",
    "AnlagenEegWasser",
    "AnlagenEegBiomasse",
    "AnlagenEegGeothermieGrubengasDruckentspannung",
    "AnlagenEegSpeicher",
)
CHP_PLANTS, STORES = "AnlagenKwk", "AnlagenStromSpeicher"
LOCATIONS, CONNECTIONS = "Lokationen", "Netzanschlusspunkte"
OPERATORS, CATALOGUE = "Marktakteure", "Katalogwerte"
GAS_STORE_PLANTS = "AnlagenGasSpeicher"

READ = (
    *(*ELECTRICITY, *GAS, *EEG_PLANTS, CHP_PLANTS, STORES, GAS_STORE_PLANTS),
    *(CONNECTIONS, OPERATORS, CATALOGUE),
)
"""Tables that are read as a rule."""
UPDATED = "updated"
_GROUPS = {
    "units": frozenset((*ELECTRICITY, *GAS)),
    "electricity_units": frozenset(ELECTRICITY),
    "eeg_plants": frozenset(EEG_PLANTS),
}
"""Names in the table of fields that stand for several tables of the export."""
_ONE_FIELD_READ = frozenset((OPERATORS,))
"""Tables whose other elements are never looked at: names and addresses of persons may be among them."""
_NAMED = 8  # elements a message names


@cache
def elements(table: str) -> dict[str, str]:
    """Elements known in a table, in lower case, with the column each means; empty text where none is needed."""
    names = {table, *(name for name, tables in _GROUPS.items() if table in tables)}
    known = (row for row in rows("mastr_bulk_fields") if row["table"] in names)
    return {row["element"].casefold(): row["column"] for row in known}


@cache
def _needed(table: str) -> frozenset[str]:
    """Elements that mean a column of ours, half of all."""
    return frozenset(element for element, column in elements(table).items() if column)


@cache
def element_of(table: str, column: str) -> str:
    """How the newest export calls a column of ours in a table."""
    names = {table, *(name for name, tables in _GROUPS.items() if table in tables)}
    for row in rows("mastr_bulk_fields"):
        if row["table"] in names and row["column"] == column:
            return row["element"]
    raise KeyError(f"{table} has no element for {column}")


def numbered(table: str, key: str, ids: pd.Series) -> Selection:
    """Rows of a table by our column that holds a number."""
    return Selection.of_ids(element_of(table, key), frozenset(ids.dropna()))


def spelled(tables: tuple[str, ...]) -> dict[str, str]:
    """How the export calls the columns of several tables, for messages; the first table that has one decides."""
    groups = {name for name, members in _GROUPS.items() if members.intersection(tables)}
    found: dict[str, str] = {}
    for row in rows("mastr_bulk_fields"):
        if row["column"] and (row["table"] in groups or row["table"] in tables):
            found.setdefault(row["column"], row["element"])
    return found


def renamed(
    table: str, frame: pd.DataFrame, others: tuple[str, ...] = ()
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Columns of ours from the elements of a table, and the elements nobody knows.

    Parameters
    ----------
    table : str
    frame : DataFrame of str or None, shape (n,)
        As `scan.Scanned.frame`.
    others : tuple of str
        As `scan.Scanned.others`.

    Returns
    -------
    frame : DataFrame of str or None, shape (n,)
        All columns the table of fields names for the table; of several elements that mean one, the first with a value.
    unknown : tuple of str
    """
    known = elements(table)
    found: dict[str, pd.Series] = {}
    for name in frame.columns:
        column = known.get(str(name).casefold())
        if column:
            given = found.get(column)
            found[column] = frame[name] if given is None else given.where(given.notna(), frame[name])
    nothing = pd.Series(np.full(len(frame), None, dtype=object), index=frame.index)
    for column in known.values():
        if column:
            found.setdefault(column, nothing)
    named = (*map(str, frame.columns), *others)
    unknown = tuple(name for name in named if name.casefold() not in known)
    return pd.DataFrame(found, index=frame.index), () if table in _ONE_FIELD_READ else unknown


class Tables:
    """Reads tables of one export and keeps account of what was odd in them.

    Parameters
    ----------
    archive : Archive
    path : str
        Named in findings.
    progress : Progress
    threads : int
        Parts read side by side.
    """

    def __init__(self, archive: Archive, path: str, progress: Progress = SILENT, threads: int = 1) -> None:
        self.archive = archive
        self.path = path
        self.present: dict[str, int] = {}
        self.rejected: dict[str, Counter[str]] = {}
        self.nowhere: dict[str, int] = {}
        self._progress = progress
        self._threads = threads
        self._there = {name.casefold() for name in archive.tables()}
        self._findings: list[Finding] = []
        self._ahead: dict[str, tuple[Scanned, tuple[str, ...]]] = {}
        self._packed = self._size(READ) or 1
        self._done = 0

    def has(self, table: str) -> bool:
        """Whether the export has a table, in whatever case its name is written."""
        return table.casefold() in self._there

    def take_findings(self) -> tuple[Finding, ...]:
        """What was odd since the last time this was asked."""
        found, self._findings = tuple(self._findings), []
        return found

    def note(self, code: str, severity: Severity = Severity.WARNING, **values: object) -> None:
        """Keep a finding on the export."""
        self._findings.append(Finding(code, severity=severity, values={"path": self.path, **values}))

    def read(self, table: str, selection: Selection, missing: str = "bulk_plants_missing") -> pd.DataFrame:
        """Rows of a table, with columns named as ours.

        Parameters
        ----------
        table : str
        selection : Selection
        missing : str
            Finding where the export has no such table.

        Returns
        -------
        DataFrame of str or None, shape (n,)
            All columns that the table of fields names for it; no rows where the export has no such table.
        """
        if not self.has(table):
            self.note(missing, table=table)
            return renamed(table, pd.DataFrame())[0]
        if table not in self._ahead:
            self.read_ahead({table: selection}, "bulk_table", table=table)
        scanned, unknown = self._ahead.pop(table)
        self.present[table] = scanned.present
        self.rejected[table] = Counter(scanned.rejected)
        self.nowhere[table] = scanned.nowhere
        self._findings.extend(scanned.findings)
        if unknown:
            names = ", ".join(unknown[:_NAMED]) + (" …" if len(unknown) > _NAMED else "")
            self.note("bulk_elements_unknown", Severity.NOTE, table=table, count=len(unknown), elements=names)
        return scanned.frame

    def read_ahead(self, selections: Mapping[str, Selection], code: str, **values: object) -> None:
        """Read tables side by side; `read` then hands them out, each once.

        Parameters
        ----------
        selections : mapping of str to Selection
            By table; tables the export lacks are passed over.
        code : str
            Text of the step, with its values.
        """
        there = {table: wanted for table, wanted in selections.items() if self.has(table)}
        part = self._part_of(tuple(there))
        part(0.0, code, **values)
        needed = {table: wanted.keeping(_needed(table)) for table, wanted in there.items()}
        scanned = scan_tables(self.archive, needed, part, self._threads)
        for table in there:
            found = scanned.pop(table)
            frame, unknown = renamed(table, found.frame, found.others)
            self._ahead[table] = replace(found, frame=frame), unknown

    def by_ids(self, table: str, key: str, ids: pd.Series) -> pd.DataFrame:
        """One row per number of a table, for the numbers wanted; the newest where one stands there repeatedly.

        Parameters
        ----------
        table : str
        key : str
            Our column that holds the table's own number.
        ids : Series of str
            Numbers wanted.

        Returns
        -------
        DataFrame
            See `read`; rows that cannot be read are counted in a finding.
        """
        if self.has(table) and not ids.notna().any():
            return renamed(table, pd.DataFrame())[0]
        frame = self.read(table, numbered(table, key, ids))
        self.tell_rejected(table)
        return self.newest(table, frame, key)

    def newest(self, table: str, frame: pd.DataFrame, key: str) -> pd.DataFrame:
        """One row per number: the newest, and of equally old ones the last; counts the others."""
        by_age = frame.sort_values(UPDATED, kind="stable", na_position="first") if UPDATED in frame else frame
        once = by_age[~by_age[key].duplicated(keep="last")].sort_values(key, kind="stable")
        if len(once) < len(frame):
            self.note("bulk_rows_repeated", Severity.NOTE, table=table, count=len(frame) - len(once))
        return once.reset_index(drop=True)

    def tell_rejected(self, table: str) -> None:
        """Say how many rows of a table that holds no units could not be read."""
        count = sum(self.rejected.get(table, Counter()).values())
        if count:
            self.note("bulk_rows_unreadable", table=table, count=count)

    def tell_strange(self) -> None:
        """Name the XML files that are not read because their names are none of the register's tables."""
        strange = self.archive.strange
        if strange:
            shown = ", ".join(strange[:_NAMED]) + (" …" if len(strange) > _NAMED else "")
            self.note("register_members_strange", count=len(strange), members=shown)

    def refuse_without_units(self) -> None:
        """Stop at an archive without a single table of units.

        Raises
        ------
        EnactError
            ``bulk_no_units``.
        """
        if not any(self.has(table) for table in (*ELECTRICITY, *GAS)):
            names = ", ".join(self.archive.tables()[:_NAMED]) or "–"
            raise EnactError("bulk_no_units", path=self.path, tables=names)

    def _part_of(self, tables: tuple[str, ...]) -> Progress:
        """Progress for some tables: their share is that of their packed bytes."""
        start = self._done
        self._done += self._size(tables)
        return self._progress.part(min(start / self._packed, 1.0), min(self._done / self._packed, 1.0))

    def _size(self, tables: tuple[str, ...]) -> int:
        return sum(member.packed for table in tables for member in self.archive.by_table(table))
