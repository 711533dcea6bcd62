"""Rows of text as a table of text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

import numpy as np
import pandas as pd

from .elements import Fields

# texts of a column that are looked for among later ones; numbers of units do not come again
_DIFFERENT = 4_096


class FrameOfText:
    """Collects rows column by column: the names of the elements are kept once, not once a row.

    Columns come in the order in which their elements first appear; a row without an element has None there.

    Parameters
    ----------
    kept : frozenset of str or None
        Elements whose text is kept, in lower case; None keeps all. Of the others only the names are, in `others`.
    shared : bool
        Texts that come again are kept once too: half the memory, for a sixth of the time of reading all rows.
    """

    def __init__(self, kept: frozenset[str] | None = None, shared: bool = False) -> None:
        self.others: dict[str, None] = {}
        self._kept = kept
        self._columns: dict[str, list[str | None]] = {}
        self._known: dict[str, dict[str | None, str | None]] | None = {} if shared else None
        self._rows = 0

    def __len__(self) -> int:
        return self._rows

    def add(self, records: list[Fields]) -> None:
        """Append rows."""
        if not records:
            return
        for name in _names(records):
            if self._kept is not None and name.casefold() not in self._kept:
                self.others[name] = None
            elif name not in self._columns:
                self._columns[name] = [None] * self._rows
        for name, column in self._columns.items():
            texts = map(dict.get, records, repeat(name))  # type: ignore[arg-type]
            if self._known is None:
                column.extend(texts)
            else:
                column.extend(_shared(texts, self._known.setdefault(name, {None: None})))
        self._rows += len(records)

    def append(self, other: FrameOfText) -> None:
        """Append the rows of another one."""
        self.others.update(other.others)
        for name in other._columns:
            if name not in self._columns:
                self._columns[name] = [None] * self._rows
        for name, column in self._columns.items():
            column.extend(other._columns.get(name) or repeat(None, other._rows))
        self._rows += other._rows

    def frame(self) -> pd.DataFrame:
        """Return the rows, index 0…n−1, all columns of Python objects."""
        cells = np.empty((len(self._columns), self._rows), dtype=object)
        for place, texts in enumerate(self._columns.values()):
            cells[place] = np.fromiter(texts, object, self._rows)
        return pd.DataFrame(
            cells.T, columns=list(self._columns), index=pd.RangeIndex(self._rows), dtype=object, copy=False
        )


def _shared(texts: Iterable[str | None], known: dict[str | None, str | None]) -> Iterable[str | None]:
    """The same texts, equal ones as one object: most columns hold a few, many times."""
    if len(known) < _DIFFERENT:
        return [known.setdefault(text, text) for text in texts]
    return [known.get(text, text) for text in texts]


def _names(records: list[Fields]) -> list[str]:
    """Elements of rows in the order in which they first appear."""
    names: Fields = {}
    for record in records:
        names.update(record)
    return list(names)
