"""Tables of the judgement as a spreadsheet to edit, and the planner's own in place of EnAct's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination
from qgis.PyQt.QtCore import QCoreApplication

from . import parameters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ..errors import Finding
    from ..heat.suitability.rules import SuitabilityRules
    from ..layers.spreadsheets import Sheet
    from .job import Job

_FILTER = "Excel (*.xlsx);;OpenDocument (*.ods)"
_SAID_BESIDE = ("source", "note")  # columns that change no result


def own_rules() -> QgsProcessingParameterDefinition:
    """File with the planner's own tables."""
    return parameters.advanced(
        parameters.file(
            "RULES",
            QCoreApplication.translate("Suitability", "Own tables of the judgement"),
            QCoreApplication.translate(
                "Suitability",
                "The spreadsheet that 'Suitability of blocks' writes, with your curves, weights, classes, exclusions "
                "and years; a sheet that is missing in it is EnAct's.",
            ),
            optional=True,
            file_filter=_FILTER,
        )
    )


def rules_written() -> QgsProcessingParameterDefinition:
    """File the tables are written to."""
    parameter = QgsProcessingParameterFileDestination(
        "RULES_OUT",
        QCoreApplication.translate("Suitability", "Write the tables of the judgement"),
        fileFilter=_FILTER,
        optional=True,
        createByDefault=False,
    )
    return parameters.advanced(
        parameters.helped(
            parameter,
            QCoreApplication.translate(
                "Suitability",
                "Spreadsheet with the tables this run used, to edit and to give to the next; empty: none.",
            ),
        )
    )


def rules_of(job: Job) -> tuple[SuitabilityRules, tuple[Finding, ...]]:
    """Rules of the run, and what in them differs from EnAct's; writes their tables where wanted.

    Raises
    ------
    EnactError
        ``suitability_rules_none`` where the file has none of the tables, and what `read_rules` and `read_sheets` raise.
    """
    from ..errors import EnactError, Finding, Severity
    from ..heat.suitability.rules import TABLES, read_rules
    from ..layers.messages import step
    from ..layers.spreadsheets import read_sheets, write_sheets

    own: dict[str, list[dict[str, str]]] = {}
    findings: tuple[Finding, ...] = ()
    if job.given("RULES"):
        path = job.file("RULES")
        found = read_sheets(path)
        own = {name: found[name] for name in TABLES if found.get(name)}
        if not own:
            raise EnactError("suitability_rules_none", path=path.name, tables=", ".join(TABLES))
        told = ", ".join(f"{name} ({count})" for name, count in changed_rows(own).items())
        if told:
            values = {"path": path.name, "tables": told}
            findings = (Finding("suitability_own_rules", severity=Severity.NOTE, values=values),)
    rules = read_rules(own)
    if job.given("RULES_OUT"):
        files = ", ".join(str(one) for one in write_sheets(job.destination("RULES_OUT"), sheets_of(own)))
        job.feedback.pushInfo(step("table_written", files=files))
    return rules, findings


def sheets_of(own: Mapping[str, Sequence[Mapping[str, str]]]) -> list[Sheet]:
    """Tables of the judgement, one a sheet, after one that says what each holds."""
    import pandas as pd

    from ..cartography.texts import map_text
    from ..heat.suitability.rules import TABLES
    from ..layers.spreadsheets import Sheet
    from ..reference.tables import rows

    heads = [map_text("findings_notes"), map_text("findings_notes_value")]
    told = [(name, map_text(f"rules_{name}")) for name in TABLES]
    sheets = [Sheet(map_text("findings_notes_sheet"), pd.DataFrame(told, columns=heads))]
    for name in TABLES:
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
