"""Reads the tables of facts."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from ..errors import EnactError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Rows of `resources/tables/<table>.csv`, all values as text.

    Parameters
    ----------
    table : str
        File name without its ending.

    Returns
    -------
    tuple of dict
        Column name to text; empty text where the cell is empty.

    Raises
    ------
    EnactError
        ``table_missing`` when the installation is incomplete.
    """
    path = RESOURCES / "tables" / f"{table}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(csv.DictReader(file))
    except FileNotFoundError as error:
        raise EnactError("table_missing", path=str(path)) from error
