"""Columns of a delivery under the names our tables know: any case, text or number, missing is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
import pandas as pd

from ..errors import Finding
from ..fields.dates import days
from ..fields.numbers import Decimal, Numbers, Thousands, decimal_of, examples, numbers, usual_decimal
from ..fields.texts import plain_text

SEPARATOR = ";"  # between codes in one cell, as in the register
# figures by the end of their name: the unit, and whether they can reach a thousand
_UNITS = {"_m2": "m²", "_m": "m"}
_FIGURES = ("storeys", "attic_levels")
# what is read on the way to a column of the table, and the column it is read for
_READ_FOR = {
    "eaves_absolute_m": "eaves_height_m",
    "ground_absolute_m": "height_m",
    "top_absolute_m": "height_m",
    "roof_height_m": "eaves_height_m",
    "attic_levels": "attic_share",
}


class Fields:
    """Access to the columns of a frame.

    Parameters
    ----------
    frame : DataFrame, shape (n, …)
        Columns as delivered; their case does not matter.
    names : mapping
        Our column to the names under which it may be delivered, lower case, best first.
    called : mapping or None
        What findings call a column of `frame`, where that is not its name.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        names: Mapping[str, tuple[str, ...]],
        called: Mapping[str, str] | None = None,
    ) -> None:
        self._frame = frame
        self._names = names
        self._called = called or {}
        self._delivered = {str(column).casefold(): column for column in frame.columns}
        self._findings: list[Finding] = []

    def __contains__(self, column: str) -> bool:
        """Whether the delivery has a field for `column`."""
        return any(name in self._delivered for name in self._names[column])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What could not be read in the columns asked for so far, or may be read in two ways."""
        return tuple(self._findings)

    def delivered(self, name: str) -> pd.Series:
        """Column delivered as `name` (lower case) as text; all missing when there is none."""
        if name in self._delivered:
            return plain_text(self._frame[self._delivered[name]])
        return missing_text(self._frame.index)

    def text(self, column: str) -> pd.Series:
        """Text of `column`, the best name first, row by row; None where nothing is said."""
        present = self._present(column)
        if not present:
            return missing_text(self._frame.index)
        result = plain_text(present[0])
        for other in present[1:]:
            gap = result.isna()
            if not gap.any():
                break
            result = result.where(~gap, plain_text(other))
        return result

    def number(self, column: str, factor: float = 1.0) -> pd.Series:
        """Number of `column` times `factor`; NaN where nothing is said or no number can be read.

        A unit behind a figure counts where no factor is given.
        """
        result = pd.Series(np.nan, index=self._frame.index)
        every = [(series, self._read(series, column, factor)) for series in self._present(column)]
        for _, read in every:
            result = result.fillna(read.values)
        for series, read in every:
            self._note("value_unreadable", column, series, read.unreadable & result.isna().to_numpy())
            self._note("number_ambiguous", column, series, read.ambiguous)
        return result * factor

    def day(self, column: str) -> pd.Series:
        """Day of `column` as datetime64; NaT where nothing is said or no day can be read."""
        text = self.text(column)
        read = days(text)
        name = next(iter(self._present(column)), text).name
        self._note("date_out_of_range", column, text.rename(name), read.beyond)
        self._note("value_unreadable", column, text.rename(name), read.unreadable & ~read.beyond)
        return read.values

    def _present(self, column: str) -> list[pd.Series]:
        """Columns delivered for one of ours, the best name first."""
        return [self._frame[self._delivered[n]] for n in self._names[column] if n in self._delivered]

    def _read(self, series: pd.Series, column: str, factor: float) -> Numbers:
        ending = next((ending for ending in _UNITS if column.endswith(ending)), "")
        unit = _UNITS.get(ending, "") if factor == 1 else ""
        # no building has a thousand storeys or metres of height, but many square metres
        thousands = Thousands.MAYBE if ending == "_m2" else Thousands.NEVER
        read = numbers(series, thousands=thousands, unit=unit)
        if read.doubtful and self._usual is not None:
            return numbers(series, self._usual, thousands, unit)
        return read

    @cached_property
    def _usual(self) -> Decimal | None:
        """The decimal separator the delivery's figures show."""
        figures = [column for column in self._names if column in _FIGURES or column.endswith(tuple(_UNITS))]
        return usual_decimal(decimal_of(series) for column in figures for series in self._present(column))

    def _note(self, finding: str, column: str, series: pd.Series, rows: np.ndarray) -> None:
        if rows.any():
            shown = ", ".join(f"„{text}“" for text in examples(series, rows))
            field = self._called.get(str(series.name), str(series.name))
            values = {"column": _READ_FOR.get(column, column), "field": field, "rows": int(rows.sum())}
            self._findings.append(Finding(finding, values={**values, "examples": shown}))


def missing_text(index: pd.Index) -> pd.Series:
    """Text column without a value."""
    return pd.Series(np.full(len(index), None, dtype=object), index=index)


def whole_numbers(values: np.ndarray) -> pd.arrays.IntegerArray:
    """Float array as Int64 with gaps where it is NaN."""
    gap = np.isnan(values)
    return pd.arrays.IntegerArray(np.where(gap, 0, values).astype("int64"), gap)


def joined(flags: Mapping[str, Iterable[bool]], index: pd.Index) -> pd.Series:
    """Names of the flags that are set in each row, ``;`` between; None where none is."""
    text = np.full(len(index), "", dtype=object)
    for name, mask in flags.items():
        chosen = np.asarray(mask, dtype=bool)
        text[chosen] = text[chosen] + (SEPARATOR + name)
    return pd.Series([item[1:] or None for item in text], index=index, dtype=object)
