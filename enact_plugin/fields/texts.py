"""Fields as text, and what stands for "nothing is said"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Callable

import numpy as np
import pandas as pd

ZONE = "Europe/Berlin"
# written where nothing is known; never a value of its own
NOTHING = frozenset(
    (
        *("", "-", "–", "—", ".", "/", "k.a.", "k. a.", "ka", "keine angabe", "unbekannt"),
        *("n/a", "nan", "nat", "null", "<null>", "<na>", "none"),
    )
)
_EXACT = 2**53  # beyond it a float no longer knows its last digit


def plain_text(values: pd.Series) -> pd.Series:
    """Values of any type as text without blanks around it.

    Parameters
    ----------
    values : Series, shape (n,)

    Returns
    -------
    Series of object, shape (n,)
        None where nothing is said. Whole numbers without the ".0" that a column with gaps gives them; moments as the
        day in Germany.
    """
    codes, distinct = pd.factorize(_as_strings(values))
    text = pd.Series(distinct, dtype=object).str.strip()
    text = text.where(~text.str.casefold().isin(NOTHING), None)
    return spread(text.to_numpy(dtype=object), codes, values.index, None)


def _as_strings(values: pd.Series) -> pd.Series:
    dtype = values.dtype
    if pd.api.types.is_datetime64_any_dtype(dtype):
        return in_germany(values).dt.strftime("%Y-%m-%d")
    if pd.api.types.is_float_dtype(dtype):
        known = values.dropna()
        whole = bool((known == known.round()).all()) and bool((known.abs() < _EXACT).all())
        return (values.round().astype("Int64") if whole else values).astype("string")
    if pd.api.types.is_object_dtype(dtype) and pd.api.types.infer_dtype(values, skipna=True) in (
        "string",
        "empty",
    ):
        return values
    return values.astype("string")


def with_zeros(text: pd.Series, width: int) -> pd.Series:
    """Keys of digits with the leading zeros back that spreadsheets and JSON writers take off; other text as it is."""
    return map_distinct(text, lambda key: key.zfill(width) if key.isdecimal() else key)


def in_germany(stamps: pd.Series) -> pd.Series:
    """Moments without zone: those that have one as the clock in Germany shows them, the others as they are."""
    return stamps.dt.tz_convert(ZONE).dt.tz_localize(None) if stamps.dt.tz is not None else stamps


def spread(results: np.ndarray, codes: np.ndarray, index: pd.Index, missing: Any) -> pd.Series:
    """Results of the distinct values for each row; `missing` for the rows without a value (code −1)."""
    padded = np.empty(len(results) + 1, dtype=results.dtype)
    padded[:-1] = results
    padded[-1] = missing
    return pd.Series(padded[codes], index=index)


def map_distinct(values: pd.Series, function: Callable[[Any], Any], missing: Any = None) -> pd.Series:
    """Apply `function` once to each distinct value; `missing` where there is none."""
    codes, distinct = pd.factorize(values)
    results = np.empty(len(distinct), dtype=object)
    for place, value in enumerate(distinct):
        results[place] = function(value)
    return spread(results, codes, values.index, missing)


def groups(pattern: re.Pattern[str], texts: Iterable[str]) -> list[np.ndarray]:
    """The groups of a pattern in each text: one array of str per group, empty where it found nothing.

    As `Series.str.extract`, in a third of the time.
    """
    nothing = ("",) * pattern.groups
    match = pattern.match
    found = [hit.groups("") if (hit := match(text)) else nothing for text in texts]
    return list(np.array(found, dtype=object).reshape(-1, pattern.groups).T)
