"""Units of the bulk export with their account: what is present, what is wanted, what is left out and why.

The export lists units that were deleted or deactivated by number in a table of their own, which has no places and is
not read; one that stands among the units all the same is left out by `table`, as on every way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from typing import TypeVar

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...outcome import Source
from ..raw import SYSTEM_STATUS, RawUnits, inactive, newest, source_of
from . import tables as names
from .archive import Archive
from .scan import REASONS
from .selection import Selection
from .tables import Tables, spelled
from .values import days, typed

WAY = "Gesamtdatenexport"
PRODUCER, STORE = "producer", "storage"
TABLE = "table"
_NAMED_DAY = re.compile(r"(?<![0-9A-Za-z])(20\d{2})(\d{2})(\d{2})(?![0-9A-Za-z])")

Raw = TypeVar("Raw", bound=RawUnits)


@dataclass(frozen=True)
class UnitRows:
    """Units wanted and their account: rows of the frame + others + dropped = present.

    Attributes
    ----------
    frame : DataFrame of str or None, shape (n,)
        Columns named as ours, and `table`; index 0…n−1.
    tables : tuple of str
        Tables of the export they come from.
    present : int
        Rows in these tables.
    others : int
        Rows that are not wanted.
    dropped : dict
        Reason to number of rows that are wanted, or may be, and are left out.
    findings : tuple of Finding
    """

    frame: pd.DataFrame
    tables: tuple[str, ...]
    present: int = 0
    others: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def active(self) -> int:
        """Rows that are not of deleted or deactivated units."""
        return int((~inactive(self.frame[SYSTEM_STATUS])).sum())

    def with_rows(self, frame: pd.DataFrame, findings: tuple[Finding, ...] = ()) -> UnitRows:
        """The same with more columns and findings."""
        return replace(self, frame=frame, findings=(*self.findings, *findings))

    def raw(self, kind: type[Raw], layer: str, path: str, cited: Source, basis: Finding) -> Raw:
        """The units as a reader of the register delivers them."""
        fields = spelled(self.tables)
        frame, marks = typed(self.frame, layer, fields)
        return kind(
            frame=frame,
            source=cited,
            path=path,
            marks=marks,
            dropped=self.dropped,
            findings=(*self.findings, basis),
            fields=fields,
            others=self.others,
        )


def read_units(tables: Tables, which: Sequence[str], selection: Selection) -> UnitRows:
    """Read the units wanted from several tables; one that is missing is a finding."""
    read = {table: tables.read(table, selection, missing="bulk_units_missing") for table in which}
    frame = _under_each_other({table: part.assign(table=table) for table, part in read.items()})
    present = sum(tables.present.get(table, 0) for table in which)
    rejected: Counter[str] = sum((tables.rejected.get(table, Counter()) for table in which), Counter())
    nowhere = sum(tables.nowhere.get(table, 0) for table in which)
    units = UnitRows(
        frame=frame,
        tables=tuple(which),
        present=present,
        others=present - len(frame) - sum(rejected.values()) - nowhere,
        dropped={**rejected, **({"ags_missing": nowhere} if nowhere else {})},
        findings=tables.take_findings(),
    )
    return units.with_rows(units.frame, _repeated(units.frame, tables.path))


def _under_each_other(parts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Rows of several tables; None where one lacks a column."""
    names = dict.fromkeys(name for part in parts.values() for name in part.columns)
    cells = np.full((len(names), sum(map(len, parts.values()))), None, dtype=object)
    start = 0
    for part in parts.values():
        for place, name in enumerate(names):
            if name in part:
                cells[place, start : start + len(part)] = part[name].to_numpy(dtype=object)
        start += len(part)
    return pd.DataFrame(cells.T, columns=list(names), copy=False)


def refuse_without_units(path: str, ags: str | Sequence[str], read: Sequence[UnitRows]) -> None:
    """Stop where nothing is left of a municipality, and say why: no unit at all, or none that may be taken.

    Raises
    ------
    EnactError
        ``bulk_ags_not_in_export``, ``bulk_units_unreadable``, ``units_all_deactivated``.
    """
    wanted = ags if isinstance(ags, str) else ", ".join(ags)
    rows = sum(len(units.frame) for units in read)
    if sum(units.active for units in read):
        return
    if rows:
        raise EnactError("units_all_deactivated", path=path, ags=wanted, count=rows)
    unreadable: Counter[str] = Counter()
    for units in read:
        unreadable.update({reason: units.dropped[reason] for reason in REASONS if reason in units.dropped})
    if unreadable:
        codes = {f"register_{reason}" for reason in REASONS}
        members = dict.fromkeys(found.key for units in read for found in units.findings if found.id in codes)
        raise EnactError(
            "bulk_units_unreadable",
            path=path,
            ags=wanted,
            count=sum(unreadable.values()),
            member=", ".join(members),
            dropped=", ".join(unreadable),
        )
    raise EnactError(
        "bulk_ags_not_in_export", path=path, ags=wanted, count=sum(units.present for units in read)
    )


def gas_kinds(units: UnitRows) -> UnitRows:
    """Say which gas units are stores.

    The export lists a store among the producers once more; that row is made the same as the store's own, so that the
    table makes one of both.
    """
    frame = units.frame
    own = frame[TABLE] == names.GAS_STORES
    stores = frame[own].drop_duplicates("mastr_id", keep="last").set_index("mastr_id", drop=False)
    again = ~own & frame["mastr_id"].isin(stores.index)
    made = frame.copy()
    made[again] = stores.reindex(frame["mastr_id"][again]).to_numpy()
    is_store = (made[TABLE] == names.GAS_STORES) | made["storage_id"].notna()
    return units.with_rows(made.assign(kind=np.where(is_store, STORE, PRODUCER).astype(object)))


def source(archive: Archive, path: str, frames: Sequence[pd.DataFrame]) -> tuple[Source, Finding]:
    """How the export is cited, and a finding that says where its date is from.

    The date in the export's name, which is official; else that of its newest file; else of the newest change in it. A
    date before the newest change is none of the export.
    """
    changes = pd.concat([frame["updated"] for frame in frames])
    last = newest(days(changes)[0])
    named = _named_day(path)
    for code, day in (("bulk_state_of_name", named), ("bulk_state_of_files", archive.date)):
        if day is not None and (last is None or day >= last):
            return source_of(WAY, day), _state(code, day)
    return source_of(WAY, last), _state("bulk_state_of_changes", last)


def _state(code: str, day: date | None) -> Finding:
    return Finding(code, severity=Severity.NOTE, values={"date": f"{day:%d.%m.%Y}" if day else "–"})


def _named_day(path: str) -> date | None:
    """Day within the name of a file, as in Gesamtdatenexport_20260401_26.1.zip."""
    found = _NAMED_DAY.search(PurePath(path).name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _repeated(frame: pd.DataFrame, path: str) -> tuple[Finding, ...]:
    """Units that stand there more than once, as at the seams of parts; the plant table makes one of them."""
    named = frame[frame["mastr_id"].notna()]
    count = int(named.duplicated(["mastr_id", TABLE]).sum())
    if not count:
        return ()
    return (Finding("bulk_units_repeated", severity=Severity.NOTE, values={"path": path, "count": count}),)
