"""Tables of figures as a spreadsheet to edit, and the planner's own in place of EnAct's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from ..errors import Finding
    from ..layers.spreadsheets import Sheet
    from .job import Job

    OwnTables = Mapping[str, Sequence[Mapping[str, str]]]

FILTER = "Excel (*.xlsx);;OpenDocument (*.ods)"
_SAID_BESIDE = ("source", "note", "cost_source")  # columns that change no result


def read_own(
    job: Job, parameter: str, tables: Iterable[str], none: str, told_as: str
) -> tuple[dict[str, list[dict[str, str]]], tuple[Finding, ...]]:
    """Own tables of a file that a parameter names, and what in them differs from EnAct's.

    Parameters
    ----------
    job : Job
    parameter : str
    tables : iterable of str
        Names of the sheets.
    none : str
        Code of the error where the file has none of them.
    told_as : str
        Code of the finding that tells what differs.

    Raises
    ------
    EnactError
        `none`, and what `read_sheets` raises.
    """
    from ..errors import EnactError, Finding, Severity
    from ..layers.spreadsheets import read_sheets

    if not job.given(parameter):
        return {}, ()
    path = job.file(parameter)
    found = read_sheets(path)
    own = {name: found[name] for name in tables if found.get(name)}
    if not own:
        raise EnactError(none, path=path.name, tables=", ".join(tables))
    told = ", ".join(f"{name} ({count})" for name, count in changed_rows(own).items())
    values = {"path": path.name, "tables": told}
    return own, ((Finding(told_as, severity=Severity.NOTE, values=values),) if told else ())


def write_own(job: Job, parameter: str, tables: Iterable[str], own: OwnTables) -> None:
    """Write the tables of a run to the file that a parameter names, if it does."""
    from ..layers.messages import step
    from ..layers.spreadsheets import write_sheets

    if job.given(parameter):
        written = write_sheets(job.destination(parameter), sheets_of(tables, own))
        job.feedback.pushInfo(step("table_written", files=", ".join(map(str, written))))


def sheets_of(tables: Iterable[str], own: OwnTables) -> list[Sheet]:
    """Tables, one a sheet, after one that says what each holds."""
    import pandas as pd

    from ..cartography.texts import map_text
    from ..layers.spreadsheets import Sheet
    from ..reference.tables import rows

    heads = [map_text("findings_notes"), map_text("findings_notes_value")]
    told = [(name, map_text(f"rules_{name}")) for name in tables]
    sheets = [Sheet(map_text("findings_notes_sheet"), pd.DataFrame(told, columns=heads))]
    for name in tables:
        frame = pd.DataFrame([dict(row) for row in own.get(name) or rows(name)])
        sheets.append(Sheet(name, frame.apply(_figures)))
    return sheets


def _figures(texts: pd.Series) -> pd.Series:
    """Column of figures as figures, so that people can reckon with them; others as they are."""
    import pandas as pd

    figures = pd.to_numeric(texts.str.replace(",", ".").where(texts.ne("")), errors="coerce")
    return figures if texts.ne("").eq(figures.notna()).all() and figures.notna().any() else texts


def changed_rows(own: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, int]:
    """How many rows of each table are others than EnAct's, added or left out; tables without any are not named."""
    from ..reference.tables import rows

    changed = {}
    for name, table in own.items():
        mine, theirs = (Counter(map(_said, part)) for part in (table, rows(name)))
        changed[name] = max((mine - theirs).total(), (theirs - mine).total())
    return {name: count for name, count in changed.items() if count}


def _said(row: Mapping[str, str]) -> tuple[tuple[str, str | float], ...]:
    """What a row says: figures by their value, however they are written."""
    return tuple(sorted((name, _plain(text)) for name, text in row.items() if name not in _SAID_BESIDE))


def _plain(text: str) -> str | float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
