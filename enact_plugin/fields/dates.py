"""Days as sources write them.

2025-12-24, 24.12.2025, 20251224, 12/24/2025 where the order of day and month is known, and moments: one that names its
zone is the day it was in Germany, so that 23:00 UTC of the 31st is the first of the next month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ..errors import EnactError
from .texts import groups, in_germany, plain_text, spread

_PARTS = re.compile(
    r"^(?P<first>\d{1,6})(?P<separator>[./-])(?P<second>\d{1,2})(?P=separator)(?P<third>\d{1,4})"
    r"(?P<rest>[ T].*|Z|[+-]\d{2}:?\d{2})?$"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_INSTANT = re.compile(r"^[ T]\d{1,2}:\d{2}.*(?:Z|[+-]\d{2}(?::?\d{2})?)$")
# years that a column of days can hold whole: pandas counts nanoseconds in 64 bits
FIRST_YEAR, LAST_YEAR = 1678, 2261
_LEAP_CYCLE = 400


class DateOrder(Enum):
    """Order of day and month in a file; the values are the static strings of the algorithm's parameter."""

    AUTO = "auto"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True)
class Dates:
    """Days or moments read from a column.

    Attributes
    ----------
    values : Series of datetime64[ns], shape (n,)
        NaT where empty or unreadable.
    unreadable : ndarray of bool, shape (n,)
        Something stands there that is no day, or one beyond the years a column can hold.
    beyond : ndarray of bool, shape (n,)
        Of these, the days before 1678 and after 2261.
    """

    values: pd.Series
    unreadable: np.ndarray
    beyond: np.ndarray


def date_order(texts: pd.Series, path: str = "") -> DateOrder:
    """Tell the order of day and month of a file by its values.

    Parameters
    ----------
    texts : Series of str
        The dates of all columns and rows of the file.
    path : str
        Named in the errors.

    Returns
    -------
    DateOrder
        DMY or MDY; where no value depends on it, DMY.

    Raises
    ------
    EnactError
        ``csv_dates_ambiguous`` when dates with slashes fit both orders, ``csv_dates_conflict`` when some fit only the
        one and some only the other, ``csv_dates_mixed`` when the separators differ: a spreadsheet has then read part
        of them as its own dates, perhaps in the wrong order.
    """
    distinct = pd.Series(texts.dropna().unique(), dtype=object)
    parts = distinct.astype(str).str.strip().str.extract(_PARTS)
    known = parts["first"].notna() & (parts["first"].str.len() <= 2)  # ISO dates have their year first
    parts, distinct = parts[known], distinct[known]
    first, second = parts["first"].astype(int), parts["second"].astype(int)
    day_first, month_first = (first > 12) & (second <= 12), (second > 12) & (first <= 12)
    if day_first.any() and month_first.any():
        raise EnactError(
            "csv_dates_conflict",
            path=path,
            first=distinct[day_first].iloc[0],
            second=distinct[month_first].iloc[0],
        )
    examples = distinct.groupby(parts["separator"]).first()
    if len(examples) > 1:
        raise EnactError("csv_dates_mixed", path=path, first=examples.iloc[0], second=examples.iloc[1])
    if month_first.any():
        return DateOrder.MDY
    # only German writes dates with dots, and always with the day in front
    depends = (first != second) & (parts["separator"] != ".")
    if depends.any() and not day_first.any():
        raise EnactError("csv_dates_ambiguous", path=path, example=distinct[depends].iloc[0])
    return DateOrder.DMY


def days(values: pd.Series, order: DateOrder | None = None) -> Dates:
    """Read a column of days.

    Parameters
    ----------
    values : Series, shape (n,)
        Moments, Python's dates, numbers like 20251224, or texts. A time of day is left out.
    order : DateOrder or None
        Order of day and month. None where it is not known: then "3/4/2025" stays unread, and so does a bare year, for
        they do not say the day.
    """
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return _held(in_germany(values).dt.normalize())
    codes, distinct = pd.factorize(plain_text(values))
    written, rest = _written(distinct, order)
    stamps, beyond = _assembled(written)
    instant = written["iso"].to_numpy() & ~beyond & _zoned(rest)
    if instant.any():
        stamps[instant] = _instants(distinct[instant]).dt.normalize().to_numpy()
    return _spread(stamps, beyond, codes, values.index)


def moments(values: pd.Series) -> Dates:
    """Read a column of moments as the clock in Germany shows them; of texts those in ISO form only."""
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return _held(in_germany(values))
    codes, distinct = pd.factorize(plain_text(values))
    written, rest = _written(distinct, None)
    stamps, beyond = _assembled(written)
    iso = written["iso"].to_numpy()
    stamps, beyond = stamps.where(iso), beyond & iso
    timed, zoned = iso & ~beyond & (rest != ""), _zoned(rest)
    stamps[timed & zoned] = _instants(distinct[timed & zoned]).to_numpy()
    stamps[timed & ~zoned] = pd.to_datetime(distinct[timed & ~zoned], format="ISO8601", errors="coerce")
    return _spread(stamps, beyond, codes, values.index)


def _zoned(rest: np.ndarray) -> np.ndarray:
    """Which of the texts behind a day are a time with its zone."""
    table = {text: _INSTANT.match(text) is not None for text in set(rest.tolist())}
    return np.fromiter((table[text] for text in rest.tolist()), dtype=bool, count=len(rest))


def _written(texts: np.ndarray, order: DateOrder | None) -> tuple[pd.DataFrame, np.ndarray]:
    """Year, month and day of each text as floats, and what stands behind them."""
    first, separator, second, third, rest = groups(_PARTS, texts)
    iso = np.fromiter((len(text) >= 4 for text in first), dtype=bool, count=len(first))
    four = np.fromiter((len(text) == 4 for text in third), dtype=bool, count=len(third))
    if order is None:  # only dots tell: Germans write them, the day in front
        four &= separator == "."
    day, month = (second, first) if order is DateOrder.MDY else (first, second)
    written = {
        "year": np.where(iso, first, np.where(four, third, "")),
        "month": np.where(iso, second, month),
        "day": np.where(iso, third, day),
    }
    other = first == ""
    for name, part in zip(written, groups(_COMPACT, texts[other])):
        written[name][other] = part
    figures = pd.DataFrame({name: pd.to_numeric(part, errors="coerce") for name, part in written.items()})
    return figures.astype(float).assign(iso=iso), rest


def _assembled(written: pd.DataFrame) -> tuple[pd.Series, np.ndarray]:
    """Days that exist, and which of them lie beyond the years a column can hold."""
    year = written["year"]
    held = year.between(FIRST_YEAR, LAST_YEAR)
    # the calendar repeats after 400 years, so a year that can be held tells whether the day exists
    proxy = year.where(held, FIRST_YEAR + (year - FIRST_YEAR) % _LEAP_CYCLE)
    parts = {"year": proxy, "month": written["month"], "day": written["day"]}
    exists = pd.to_datetime(pd.DataFrame(parts), errors="coerce").astype("datetime64[ns]")
    return exists.where(held), (exists.notna() & ~held).to_numpy()


def _instants(texts: np.ndarray) -> pd.Series:
    """Moments of ISO texts that name their zone, by the clock in Germany."""
    stamps = pd.Series(pd.to_datetime(texts, format="ISO8601", errors="coerce", utc=True))
    return in_germany(stamps).astype("datetime64[ns]")


def _held(stamps: pd.Series) -> Dates:
    """Moments that came as such, in nanoseconds."""
    beyond = (stamps.notna() & ~stamps.dt.year.between(FIRST_YEAR, LAST_YEAR)).to_numpy()
    return Dates(stamps.mask(beyond).astype("datetime64[ns]"), beyond, beyond)


def _spread(stamps: pd.Series, beyond: np.ndarray, codes: np.ndarray, index: pd.Index) -> Dates:
    values = spread(stamps.to_numpy(dtype="datetime64[ns]"), codes, index, np.datetime64("NaT", "ns"))
    return Dates(
        values, (codes >= 0) & values.isna().to_numpy(), spread(beyond, codes, index, False).to_numpy()
    )
