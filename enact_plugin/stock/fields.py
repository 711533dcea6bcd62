"""Columns of a delivery under the names our tables know: any case, text or number, missing is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Callable

import numpy as np
import pandas as pd

_NOTHING = frozenset({"", "null", "none", "nan", "<null>", "nat", "n/a", "-"})


class Fields:
    """Access to the columns of a frame.

    Parameters
    ----------
    frame : DataFrame, shape (n, …)
        Columns as delivered; their case does not matter.
    names : mapping
        Our column to the names under which it may be delivered, lower case, best first.
    """

    def __init__(self, frame: pd.DataFrame, names: Mapping[str, tuple[str, ...]]) -> None:
        self._frame = frame
        self._names = names
        self._delivered = {str(column).casefold(): column for column in frame.columns}

    def __contains__(self, column: str) -> bool:
        """Whether the delivery has a field for `column`."""
        return any(name in self._delivered for name in self._names[column])

    def delivered(self, name: str) -> pd.Series:
        """Column delivered as `name` (lower case) as text; all missing when there is none."""
        if name in self._delivered:
            return as_text(self._frame[self._delivered[name]])
        return missing_text(self._frame.index)

    def text(self, column: str) -> pd.Series:
        """Text of `column`, the best name first, row by row; None where nothing is said."""
        present = [self._frame[self._delivered[n]] for n in self._names[column] if n in self._delivered]
        if not present:
            return missing_text(self._frame.index)
        result = as_text(present[0])
        for other in present[1:]:
            gap = result.isna()
            if not gap.any():
                break
            result = result.where(~gap, as_text(other))
        return result

    def number(self, column: str) -> pd.Series:
        """Number of `column`; NaN where nothing is said or no number can be read."""
        present = [self._frame[self._delivered[n]] for n in self._names[column] if n in self._delivered]
        result = pd.Series(np.nan, index=self._frame.index)
        for series in present:
            result = result.fillna(as_number(series))
        return result


def missing_text(index: pd.Index) -> pd.Series:
    """Text column without a value."""
    return pd.Series(np.full(len(index), None, dtype=object), index=index)


def as_text(values: pd.Series) -> pd.Series:
    """Values as text without spaces around them; None where nothing is said.

    Whole numbers lose the ``.0`` that a column with gaps gives them.
    """
    if pd.api.types.is_datetime64_any_dtype(values):
        text = values.dt.strftime("%Y-%m-%d")
    elif pd.api.types.is_float_dtype(values):
        known = values.dropna()
        whole = bool((known == known.round()).all()) and bool((known.abs() < 2**53).all())
        text = (values.round().astype("Int64") if whole else values).astype("string")
    elif pd.api.types.is_object_dtype(values) and values.isna().all():
        return missing_text(values.index)
    else:
        text = values.astype("string")
    text = text.str.strip()
    nothing = (text.isna() | text.str.casefold().isin(_NOTHING)).to_numpy(dtype=bool)
    return pd.Series(text.astype(object), index=values.index).where(~nothing, None)


def as_number(values: pd.Series) -> pd.Series:
    """Values as float64: the first number of each text, decimal point or comma; NaN where there is none."""
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return values.astype("float64")
    return map_unique(as_text(values), _first_number, np.nan).astype("float64")


def _first_number(text: str) -> float:
    number = "".join(ch if ch.isdigit() or ch in ".,-+" else " " for ch in text).split()
    try:
        return float(number[0].replace(",", ".")) if number else np.nan
    except ValueError:
        return np.nan


def whole_numbers(values: np.ndarray) -> pd.arrays.IntegerArray:
    """Float array as Int64 with gaps where it is NaN."""
    gap = np.isnan(values)
    return pd.arrays.IntegerArray(np.where(gap, 0, values).astype("int64"), gap)


def map_unique(values: pd.Series, function: Callable[[Any], Any], missing: Any = None) -> pd.Series:
    """Apply `function` once to each distinct value; `missing` where there is none."""
    codes, distinct = pd.factorize(values)
    results = np.empty(len(distinct) + 1, dtype=object)
    for position, value in enumerate(distinct):
        results[position] = function(value)
    results[-1] = missing  # code −1 of a missing value
    return pd.Series(results[codes], index=values.index)


def as_date(values: pd.Series) -> pd.Series:
    """Text as datetime64[ns]; ISO or German order, NaT where no date can be read."""
    stamps = pd.to_datetime(values, errors="coerce", format="ISO8601", utc=True)
    german = stamps.isna() & values.notna()
    if german.any():
        day = values[german].astype(str).str.slice(0, 10)
        stamps[german] = pd.to_datetime(day, errors="coerce", format="%d.%m.%Y", utc=True)
    return stamps.dt.tz_localize(None).dt.normalize().astype("datetime64[ns]")


def joined(flags: Mapping[str, Iterable[bool]], index: pd.Index) -> pd.Series:
    """Names of the flags that are set in each row, ``|`` between; None where none is."""
    text = np.full(len(index), "", dtype=object)
    for name, mask in flags.items():
        chosen = np.asarray(mask, dtype=bool)
        text[chosen] = text[chosen] + ("|" + name)
    return pd.Series([item[1:] or None for item in text], index=index, dtype=object)
