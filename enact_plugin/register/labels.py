"""The register's words, normalised so that its ways and releases agree.

`resources/tables/mastr_labels.csv` maps each text and number (Katalogwert) the register uses to one value: a code of
values.csv for those of `CODED` and `CLOSED`, one German label for the others. The register's web service, and programs
that use it, write the same words without blanks, commas and umlauts ("AndereGase").
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd

from ..reference.spelling import compact
from ..reference.tables import rows
from .raw import PLANTS, delivered_columns

CODED = ("carrier", "status")
# columns that take their codes or nothing: an unknown word of these may be somebody's name
CLOSED = ("operator_kind", "kind")
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
def _compact_values(column: str) -> dict[str, str]:
    """Value by text without blanks, punctuation and umlauts; texts that so become one and mean two are left out."""
    meant: dict[str, set[str]] = {}
    for row in rows("mastr_labels"):
        if row["column"] == column and row["text"]:
            meant.setdefault(compact(row["text"]), set()).add(row["value"])
    return {text: values.pop() for text, values in meant.items() if len(values) == 1}


def _value(column: str, text: str) -> str | None:
    """Value of one word, or None where the table does not know it."""
    return _values(column).get(_key(text)) or _compact_values(column).get(compact(text))


@cache
def labelled_columns(layer: str = PLANTS) -> tuple[str, ...]:
    """Columns of a layer whose words are normalised."""
    delivered = delivered_columns(layer)
    return tuple(dict.fromkeys(row["column"] for row in rows("mastr_labels") if row["column"] in delivered))


def label_of_id(column: str, catalogue_id: str) -> str:
    """Value that stands for a number of the register's catalogue; for instance ("site", "2961")."""
    return _values(column)[catalogue_id]


def _normalised(column: str, text: str) -> tuple[str | None, bool]:
    """Value and whether it is known; a list of several ("Mittelspannung; Mittelspannung") names each once.

    Ways list them in different orders and with different marks: here ascending, and by a comma only where each part is
    known, for a word may have one ("Erdgas, Erdölgas").
    """
    value = _value(column, text)
    if value is not None:
        return value, True
    parts, found = _parts(column, text, ";")
    if None in found and "," in text:
        by_comma = _parts(column, text.replace(";", ","), ",")
        parts, found = (parts, found) if None in by_comma[1] else by_comma
    all_known = bool(parts) and None not in found
    if column in CODED or column in CLOSED:
        nothing = UNKNOWN if column in CODED else None
        return (found[0], True) if all_known and len(set(found)) == 1 else (nothing, False)
    return LIST_MARK.join(sorted({value or part for value, part in zip(found, parts)})), all_known


def _parts(column: str, text: str, mark: str) -> tuple[list[str], list[str | None]]:
    """The words of a list, and their values."""
    parts = [part.strip() for part in text.split(mark) if part.strip()]
    return parts, [_value(column, part) for part in parts]


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
        ``unknown`` where a carrier or status is missing or not in the table; None where the word of a column of
        `CLOSED` is not; other unknown words are kept.
    unknown : ndarray of bool, shape (n,)
        Something stands there that the table does not know: any carrier or status, and of other columns only bare
        numbers, for an unknown word can still be read.
    """
    missing = UNKNOWN if column in CODED else None
    codes, distinct = pd.factorize(texts)
    made = [_normalised(column, text) for text in distinct]
    values = np.array(
        [missing if value is None else value for value, _known in made] + [missing], dtype=object
    )
    strange = [
        not known and (column in CODED or text.strip().isdigit()) for text, (_, known) in zip(distinct, made)
    ]
    # code −1, the last one, is a row without a text
    unknown = np.array([*strange, column in CODED], dtype=bool)
    return pd.Series(values[codes], index=texts.index), unknown[codes]
