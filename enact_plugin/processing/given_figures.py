"""What a person gave to the figures of the plants, kept from run to run: inhabitants and targets.

They are kept in the table of figures itself: the numbers in its rows; where they come from, and since when, in its
source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import Finding, Severity
from .days import day_of
from .plant_sums import JOINED

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.workspace import Workspace
    from .base import Job

LAYER = "plant_statistics"
INHABITANTS, TARGETS = "Einwohnerzahl", "Ausbauziele"  # how their parts of the table's source begin

_GIVEN = re.compile(r"\((?:eingegeben|gelesen) am \d{2}\.\d{2}\.\d{4}\)$")  # how they end

_Told = dict[str, tuple[str, dict[str, Any]]]  # what it is -> its source, and the attributes of `Given`


@dataclass(frozen=True)
class Given:
    """What a person gave, in this run or an earlier one.

    Attributes
    ----------
    inhabitants : int or None
    inhabitants_date : date or None
    targets : DataFrame or None
        As `register.figures.targets.read_targets` returns it.
    sources : tuple of str
        What was given, by whom it is told, and when.
    findings : tuple of Finding
        What was taken from an earlier run.
    """

    inhabitants: int | None = None
    inhabitants_date: date | None = None
    targets: pd.DataFrame | None = None
    sources: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def given_figures(job: Job, workspace: Workspace) -> Given:
    """Inhabitants and targets of the parameters, else those that the figures in the workspace were made with.

    Parameters
    ----------
    job : Job
        Parameters INHABITANTS, INHABITANTS_DATE, TARGETS and FORGET, where it has them.
    workspace : Workspace

    Raises
    ------
    EnactError
        ``day_unreadable``, those of `register.figures.targets` and of `inputs.read_source`.
    """
    now = {**_typed(job), **_read(job, workspace)}
    before = {} if job.flag("FORGET") else _of_table(workspace)
    kept = {name: value for name, value in before.items() if name not in now}
    values, sources, findings = {}, [], []
    for source, told in {**now, **kept}.values():
        values.update(told)
        sources.append(source)
    if kept:
        names = ", ".join(source for source, _told in kept.values())
        findings.append(Finding("figures_given_kept", severity=Severity.NOTE, values={"sources": names}))
    return Given(**values, sources=tuple(sources), findings=tuple(findings))


def _typed(job: Job) -> _Told:
    if not job.given("INHABITANTS"):
        return {}
    number = job.integer("INHABITANTS")
    day = day_of(job.raw("INHABITANTS_DATE"), job.title("INHABITANTS_DATE"))
    shown = f"{number:,}".replace(",", ".")
    at = f" zum {day:%d.%m.%Y}" if day else ""
    source = f"{INHABITANTS} {shown}{at} (eingegeben am {date.today():%d.%m.%Y})"
    return {INHABITANTS: (source, {"inhabitants": number, "inhabitants_date": day})}


def _read(job: Job, workspace: Workspace) -> _Told:
    from ..register.figures.targets import read_targets
    from .inputs import read_source

    if not job.given("TARGETS"):
        return {}
    table = read_source(job, "TARGETS", workspace).frame
    shown = job.shown("TARGETS")
    targets = read_targets(table.drop(columns=table.geometry.name), shown)
    name = shown.replace(JOINED.strip(), ",")
    return {TARGETS: (f"{TARGETS} aus {name} (gelesen am {date.today():%d.%m.%Y})", {"targets": targets})}


def _of_table(workspace: Workspace) -> _Told:
    """What the figures in the workspace were made with."""
    from .inputs import read_if_present

    row, table = workspace.provenance(LAYER), read_if_present(workspace, LAYER)
    if row is None or table is None:
        return {}
    parts = row.source.split(JOINED)
    sources = {
        name: part
        for name in (INHABITANTS, TARGETS)
        for part in parts
        if part.startswith(f"{name} ") and _GIVEN.search(part)  # a layer may be called so, too
    }
    values = {INHABITANTS: _inhabitants_in(table), TARGETS: _targets_in(table)}
    return {name: (source, values[name]) for name, source in sources.items() if values[name]}


def _inhabitants_in(table: pd.DataFrame) -> dict[str, Any]:
    town = table[(table["area_kind"] == "municipality") & table["inhabitants"].notna()]
    days = town["inhabitants_date"].dropna()
    if not len(town):
        return {}
    day = days.iloc[0].date() if len(days) else None
    return {"inhabitants": int(town["inhabitants"].iloc[0]), "inhabitants_date": day}


def _targets_in(table: pd.DataFrame) -> dict[str, Any]:
    from ..register.figures.sums import TARGET

    names = {"carrier": "carrier", "target_year": "year", "target_kw": "kw"}
    rows = table.loc[table["breakdown"] == TARGET, list(names)].rename(columns=names)
    return {"targets": rows.astype({"year": int, "kw": float}).reset_index(drop=True)} if len(rows) else {}
