"""Points and commas in the figures of a file of the web overview: which begin decimals, column by column.

In the file of 2020 most columns have commas, and points between thousands; those of CHP have points, and separate no
thousands. Since 2023 no file does. Most columns show by their values what theirs are; "5.125" alone does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ...errors import Finding
from ...fields.numbers import Decimal, Thousands, decimal_of, examples, numbers, usual_decimal
from ...reference.columns import ColumnType
from ...reference.tables import rows
from ..raw import delivered_columns

MAIN, CHP, COORDINATE = "main", "chp", "coordinate"  # groups of `mastr_csv_columns.csv`
USUAL = Decimal.COMMA
_NO_THOUSANDS = re.compile(r"\d{4,}(?:[.,]\d+)?")


@dataclass(frozen=True)
class MarkOfColumn:
    """How the figures of a column are read where they do not show it themselves.

    Attributes
    ----------
    decimal : Decimal or None
    thousands : Thousands
    assumed : bool
        Nothing in the file shows it, and the layout does not tell.
    """

    decimal: Decimal | None
    thousands: Thousands = Thousands.MAYBE
    assumed: bool = False


def marks_of_columns(cells: pd.DataFrame, of_2020: bool) -> dict[str, MarkOfColumn]:
    """Tell how each column of numbers is read.

    Its own values decide, then those of its group, then the layout, then the other figures of the file.

    Parameters
    ----------
    cells : DataFrame of str, shape (n,)
        Columns named as the plant table's.
    of_2020 : bool
        The file has the headings of 2020.
    """
    group_of = {
        row["column"]: row["numbers"]
        for row in rows("mastr_csv_columns")
        if row["numbers"] and row["column"] in cells
    }
    shown = {
        name: decimal_of(cells[name], one_style=True)
        for name, group in group_of.items()
        if group != COORDINATE
    }
    usual = {
        group: usual_decimal(shown[name] for name in shown if group_of[name] == group)
        for group in (MAIN, CHP, COORDINATE)
    }
    chp_has_thousands = not (of_2020 or any(map(_without_thousands, (cells[name] for name in shown))))
    found = {}
    for name, group in group_of.items():
        known = shown.get(name) or usual[group]
        if known is not None:
            found[name] = MarkOfColumn(known)
        elif group == COORDINATE or (group == CHP and not chp_has_thousands):
            found[name] = MarkOfColumn(None, Thousands.NEVER)
        else:
            found[name] = MarkOfColumn(usual[MAIN] or USUAL, assumed=not of_2020)
    return found


def _without_thousands(texts: pd.Series) -> bool:
    """Whether a figure of four digits before the decimals and more is written without separating thousands."""
    return any(_NO_THOUSANDS.fullmatch(text.strip()) for text in texts.unique())


def doubtful(
    path: Path, cells: pd.DataFrame, marks: Mapping[str, MarkOfColumn], spelled: Mapping[str, str]
) -> list[Finding]:
    """Name the columns with figures that may be a thousand times less: the mark taken for thousands is assumed.

    Parameters
    ----------
    path : Path
    cells : DataFrame of str, shape (n,)
    marks : mapping
        Of `marks_of_columns`.
    spelled : mapping of str to str
        How the file calls each column.
    """
    found = []
    kinds = delivered_columns()
    for name, mark in marks.items():
        if mark.decimal is None or not mark.assumed or kinds[name] is not ColumnType.REAL:
            continue
        grouped = cells[name].str.contains(mark.decimal.thousands, regex=False).to_numpy(dtype=bool)
        doubts = numbers(cells[name]).ambiguous & grouped
        if doubts.any():
            shown = ", ".join(f"„{text}“" for text in examples(cells[name], doubts))
            values = {
                "path": str(path),
                "field": spelled[name],
                "rows": int(np.sum(doubts)),
                "examples": shown,
            }
            found.append(Finding("csv_numbers_ambiguous", path.name, values=values))
    return found
