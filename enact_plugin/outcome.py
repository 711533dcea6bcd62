"""What came of a reading or a computation, so that each figure can say where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from .errors import Finding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Source:
    """Where data comes from.

    Attributes
    ----------
    name : str
        As it is cited, for instance "Marktstammdatenregister (CSV der Einheitenübersicht)".
    licence : str
        Short name, for instance "dl-de/by-2-0", "ODbL-1.0"; empty when unknown.
    attribution : str
        The line to print on maps; empty when none is asked for.
    state : date or None
        State of the data, when the source tells it.
    """

    name: str
    licence: str = ""
    attribution: str = ""
    state: date | None = None


@dataclass(frozen=True)
class Outcome:
    """A table and its account: rows in = rows of the table + dropped + merged.

    Attributes
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
        Columns of the target layer as `resources/tables/columns.csv` names them.
    source : Source
    rows_in : int
        Rows present in the input that concern the municipality.
    dropped : dict
        Reason code to number of rows that are not in the table.
    merged : int
        Rows that were merged into others (building parts, repeated rows).
    findings : tuple of Finding
    assumptions : tuple of str
        Codes of the texts that say what was assumed.
    carried : int
        Rows at the end of the table that stood in the layer before and are only carried over: other parts of it.
    delivered : frozenset of str or None
        Columns that the way delivers, filled or not; None when that is not known.
    whole : bool
        Whether the source itself says that it delivered all rows of the area; of what could not be read of them the
        account and the findings tell.
    """

    frame: pd.DataFrame
    source: Source
    rows_in: int
    dropped: dict[str, int] = field(default_factory=dict)
    merged: int = 0
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()
    carried: int = 0
    delivered: frozenset[str] | None = None
    whole: bool = False
