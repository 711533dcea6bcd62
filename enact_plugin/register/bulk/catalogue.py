"""The register's catalogue as the export carries it: numbers to words."""

from __future__ import annotations

import pandas as pd

from ...fields.texts import spread
from ...reference.tables import rows
from ..labels import labelled_columns, normalise
from ..raw import with_columns
from .selection import Selection
from .tables import CATALOGUE, Tables


def read_catalogue(tables: Tables) -> dict[str, str]:
    """Words by number; empty where the export has no catalogue, which is a finding."""
    frame = tables.read(CATALOGUE, Selection.everything(), missing="bulk_catalogue_missing")
    tables.tell_rejected(CATALOGUE)
    named = frame[frame["code"].notna() & frame["text"].notna()]
    return dict(zip(named["code"], named["text"]))


def worded(column: str, codes: pd.Series, catalogue: dict[str, str]) -> pd.Series:
    """Words instead of numbers.

    Parameters
    ----------
    column : str
        Column of the layer they stand in.
    codes : Series of str or None
    catalogue : dict
        Of the same export.

    Returns
    -------
    Series of str or None
        The catalogue's word. The number stays where the catalogue does not know it, and where only the number, not the
        word of this release, is one of our labels.
    """
    at, found = pd.factorize(codes)
    distinct = pd.Series(found, dtype=object)
    if not len(distinct):
        return codes
    words = distinct.map(catalogue).astype(object)
    if column in labelled_columns():
        known = {row["value"] for row in rows("mastr_labels") if row["column"] == column}
        by_word = normalise(column, words.where(words.notna(), None))[0].isin(known)
        by_number = normalise(column, distinct)[0].isin(known)
        words = words.where(by_word | ~by_number, None)
    words = words.where(words.notna(), distinct)
    return spread(words.to_numpy(dtype=object), at, codes.index, None)


def with_words(frame: pd.DataFrame, columns: tuple[str, ...], catalogue: dict[str, str]) -> pd.DataFrame:
    """The same with words in these columns."""
    return with_columns(frame, **{name: worded(name, frame[name], catalogue) for name in columns})
