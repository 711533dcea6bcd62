"""The register's words, normalised so that its ways and releases agree.

`resources/tables/mastr_labels.csv` maps each text and number (Katalogwert) the register uses to one value: a code of
values.csv for carrier and status, one German label for the others.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd

from ..reference.tables import rows

CODED = ("carrier", "status")
UNKNOWN = "unknown"
LIST_MARK = "; "

_BLANKS = re.compile(r"\s+")


def _key(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()


@cache
def _values(column: str) -> dict[str, str]:
    """Value by text and by number, for one column."""
    found: dict[str, str] = {}
    for row in rows("mastr_labels"):
        if row["column"] == column:
            found.update((_key(name), row["value"]) for name in (row["text"], row["id"]) if name)
    return found


@cache
def labelled_columns() -> tuple[str, ...]:
    """Columns whose words are normalised."""
    return tuple(dict.fromkeys(row["column"] for row in rows("mastr_labels")))


def label_of_id(column: str, catalogue_id: str) -> str:
    """Value that stands for a number of the register's catalogue; for instance ("site", "2961")."""
    return _values(column)[catalogue_id]


def _normalised(column: str, text: str) -> tuple[str, bool]:
    """Value and whether it is known; a list of several ("Mittelspannung; Mittelspannung") names each once."""
    known = _values(column)
    if _key(text) in known:
        return known[_key(text)], True
    parts = [part.strip() for part in text.split(";") if part.strip()]
    values = [known.get(_key(part), part) for part in parts]
    all_known = bool(parts) and all(_key(part) in known for part in parts)
    if column in CODED:
        return (values[0], True) if all_known and len(set(values)) == 1 else (UNKNOWN, False)
    return LIST_MARK.join(dict.fromkeys(values)), all_known


def normalise(column: str, texts: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Replace the register's words of one column.

    Parameters
    ----------
    column : str
        One of `labelled_columns`.
    texts : Series of str or None, shape (n,)
        A text of any release or way, or a number of the catalogue.

    Returns
    -------
    values : Series of str or None, shape (n,)
        ``unknown`` where a carrier or status is missing or not in the table; other unknown words are kept.
    unknown : ndarray of bool, shape (n,)
        Something stands there that the table does not know: any carrier or status, and of other columns only bare
        numbers, for an unknown word can still be read.
    """
    missing = UNKNOWN if column in CODED else None
    made = {text: _normalised(column, text) for text in texts.dropna().unique()}
    values = texts.map({text: value for text, (value, _) in made.items()})
    values = values.astype(object).where(texts.notna(), missing)
    strange = {
        text for text, (_, known) in made.items() if not known and (column in CODED or text.strip().isdigit())
    }
    unknown = texts.isin(strange).to_numpy()
    if column in CODED:
        unknown = unknown | texts.isna().to_numpy()
    return values, unknown
