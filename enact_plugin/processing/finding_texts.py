"""The sentences of the plants' findings, in the language of the user."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..cartography.texts import map_text
from ..errors import Finding
from ..layers.messages import column_titles, degrees, describe, number, step
from ..reference.columns import ColumnType
from .history_hook import label

if TYPE_CHECKING:
    import pandas as pd

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)
_OF_EDITS = ("edit_settled", "edit_original_changed")
_SAID = ["finding", "fields", "offending_values", "corrected_values", "only_corrected"]
NONE = "–"


def sentences(table: pd.DataFrame) -> list[str]:
    """Sentence of each row of `findings_table`.

    Parameters
    ----------
    table : DataFrame, shape (n,)
        ``finding``, ``fields``, ``offending_values``, ``corrected_values``, ``only_corrected``.
    """
    from ..register.review.findings_table import VALUE_CORRECTED

    made = []
    for row in table[_SAID].itertuples(index=False):
        values = spoken(row.corrected_values if row.only_corrected else row.offending_values)
        if row.finding == VALUE_CORRECTED:
            values = {
                "columns": row.fields,
                "value": _measured(row.fields, next(iter(values.values()), NONE)),
                "instead": _measured(row.fields, next(iter(spoken(row.corrected_values).values()), NONE)),
            }
        # texts on data sets count rows; here it is one
        sentence = describe(Finding(row.finding, values={"count": 1, **values}))
        made.append(step("finding_only_corrected", text=sentence) if row.only_corrected else sentence)
    return made


def worded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings on edits with their values as a person reads them."""
    return tuple(_worded(finding) for finding in findings)


def _worded(finding: Finding) -> Finding:
    values = dict(finding.values)
    for name in ("old", "value", "instead"):
        text = values.get(name)
        if finding.id in _OF_EDITS and text is not None:
            field = values["columns"]
            values[name] = NONE if text == NONE else measured(field, text)
        elif finding.id == "accepted_values_changed" and text:
            values[name] = values_said(text)
    return replace(finding, values=values)


def values_said(text: str) -> str:
    """Values of a finding in the user's language: "Gross power 750 kW, Net power 800 kW"."""
    return ", ".join(
        f"{column_titles(field)} {_measured(field, value)}" for field, value in spoken(text).items()
    )


def measured(field: str, text: str) -> str:
    """Text of an edit as a person reads it, with its unit: "9.5 kW"."""
    return _measured(field, _spoken(field, text))


def spoken(text: str | None) -> dict[str, Any]:
    """Values by field as a sentence names them: figures as such, days as DD.MM.YYYY, "–" for none."""
    from ..register.review.offending import taken_apart

    return {name: _spoken(name, value) for name, value in taken_apart(text or "").items()}


def _spoken(name: str, value: str) -> Any:
    from ..register.review.correctable import column_of
    from ..register.review.offending import DEGREES

    if not value:
        return NONE
    day = _DAY.fullmatch(value)
    if day:
        return "{2}.{1}.{0}".format(*day.groups())
    column = column_of(name)
    if name == "coordinates" and len(value.split()) == 2:
        return _place(*value.split())
    if name in DEGREES or (column is not None and column.type in _NUMBERS):
        return _figure(value)
    return label(column.values, value) if column is not None and column.values else value


def _place(latitude: str, longitude: str) -> str:
    """Place of an edit as a person reads it."""
    return step("place_degrees", latitude=degrees(float(latitude)), longitude=degrees(float(longitude)))


def _figure(text: str) -> Any:
    try:
        return float(text)
    except ValueError:  # as the reader found it
        return text


def _measured(field: str, value: Any) -> str:
    """Value with its unit, in the user's language."""
    said = number(value) if isinstance(value, float) else value
    return said + (_unit(field) if value != NONE else "")


def _unit(field: str) -> str:
    from ..register.review.correctable import column_of

    column = column_of(field)
    return f" {column.unit}" if column is not None and column.unit else ""


def pairs(text: str) -> str:
    """Values of a finding as a table in German shows them: "Bruttoleistung: 4,5 kW; Anzahl der Module: 20"."""
    from ..register.review.correctable import column_of
    from ..register.review.offending import AND

    shown = []
    for name, value in spoken(text).items():
        column = column_of(name)
        title = column.alias_de if column is not None else map_text(f"finding_{name}")
        said = f"{value:.12g}".replace(".", ",") if isinstance(value, float) else value
        shown.append(f"{title}: {said}{_unit(name) if value != NONE else ''}")
    return AND.join(shown)
