"""Numbers and dates as the register's files write them.

The same file may hold decimal commas in one column and decimal points in another, thousands with and without separator,
and dates in the order of the browser's language. So the values decide, column by column or file by file; a guess is
made nowhere without being reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ..errors import EnactError

# blanks of all kinds and apostrophes are only ever thousands separators
_BLANKS = re.compile(r"[\s\u00a0\u202f'’]+")
_PLAIN = r"[+-]?\d+"
_FOUR_DIGITS = r"[+-]?\d{4,}"


class Decimal(Enum):
    """The decimal separator of a column."""

    COMMA = ","
    POINT = "."

    @property
    def thousands(self) -> str:
        """The other one."""
        return "." if self is Decimal.COMMA else ","


class DateOrder(Enum):
    """Order of day and month in a file; the values are the static strings of the algorithm's parameter."""

    AUTO = "auto"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True)
class Numbers:
    """Numbers read from texts.

    Attributes
    ----------
    values : Series of float, shape (n,)
        NaN where empty or unreadable.
    unreadable : ndarray of bool, shape (n,)
        Something stands there that is no number.
    """

    values: pd.Series
    unreadable: np.ndarray


@dataclass(frozen=True)
class Dates:
    """Dates read from texts.

    Attributes
    ----------
    values : Series of datetime64[ns], shape (n,)
        NaT where empty or unreadable.
    unreadable : ndarray of bool, shape (n,)
    """

    values: pd.Series
    unreadable: np.ndarray


def _distinct(texts: pd.Series) -> pd.Series:
    """The different non-empty texts of a column, without blanks."""
    distinct = pd.Series(texts.unique(), dtype=object)
    distinct = distinct[distinct.notna() & (distinct != "")]
    return distinct.astype(str).str.replace(_BLANKS, "", regex=True)


def _is_decimal(texts: pd.Series, decimal: Decimal) -> pd.Series:
    """Texts that can only be read with this decimal separator."""
    mark, other = re.escape(decimal.value), re.escape(decimal.thousands)
    grouped_too = rf"[+-]?\d{{1,3}}(?:{other}\d{{3}})+{mark}\d+"
    several_groups = rf"[+-]?\d{{1,3}}(?:{other}\d{{3}}){{2,}}"
    single = texts.str.fullmatch(rf"[+-]?\d+{mark}\d+")
    # 1.234 may be either; 12.5, 1234.567 and 0.123 may not
    either = texts.str.fullmatch(rf"[+-]?[1-9]\d{{0,2}}{mark}\d{{3}}")
    return (single & ~either) | texts.str.fullmatch(grouped_too) | texts.str.fullmatch(several_groups)


def decimal_of(texts: pd.Series) -> Decimal | None:
    """Tell the decimal separator of a column by its values; None when they do not show it.

    Parameters
    ----------
    texts : Series of str, shape (n,)
        Empty where nothing stands.

    Notes
    -----
    "9,6" shows a comma, "5.890,62" too; "1.162" shows nothing by itself, but beside "16600" it cannot be a thousands
    separator, for then that would be "16.600".
    """
    distinct = _distinct(texts)
    counts = {decimal: int(_is_decimal(distinct, decimal).sum()) for decimal in Decimal}
    if counts[Decimal.COMMA] != counts[Decimal.POINT]:
        return max(counts, key=lambda decimal: counts[decimal])
    if counts[Decimal.COMMA] == 0 and distinct.str.fullmatch(_FOUR_DIGITS).any():
        marks = {
            decimal: distinct.str.fullmatch(rf"{_PLAIN}{re.escape(decimal.value)}\d{{3}}").any()
            for decimal in Decimal
        }
        if marks[Decimal.COMMA] != marks[Decimal.POINT]:
            return Decimal.COMMA if marks[Decimal.COMMA] else Decimal.POINT
    return None


def numbers(texts: pd.Series, decimal: Decimal) -> Numbers:
    """Read a column of numbers.

    Parameters
    ----------
    texts : Series of str, shape (n,)
        Empty where nothing stands.
    decimal : Decimal
        Separator of the column; a value that can only be read with the other one is read with the other one.
    """
    distinct = _distinct(texts)
    other = Decimal.POINT if decimal is Decimal.COMMA else Decimal.COMMA
    plain = pd.Series(np.nan, index=distinct.index)
    shape_ok = distinct.str.fullmatch(
        rf"{_PLAIN}(?:{re.escape(decimal.value)}\d+)?"
        rf"|[+-]?\d{{1,3}}(?:{re.escape(decimal.thousands)}\d{{3}})+(?:{re.escape(decimal.value)}\d+)?"
    )
    foreign = _is_decimal(distinct, other)
    for rows, mark in ((shape_ok & ~foreign, decimal), (foreign, other)):
        cleaned = distinct[rows].str.replace(mark.thousands, "", regex=False)
        plain[rows] = pd.to_numeric(cleaned.str.replace(mark.value, ".", regex=False))
    return _spread(texts, distinct, plain)


def coordinates(texts: pd.Series) -> Numbers:
    """Read a column of degrees: comma or point, whichever stands there, is the decimal separator."""
    distinct = _distinct(texts)
    plain = pd.to_numeric(distinct.str.replace(",", ".", regex=False), errors="coerce")
    return _spread(texts, distinct, plain)


def _spread(texts: pd.Series, distinct: pd.Series, plain: pd.Series) -> Numbers:
    """Values of the distinct texts for each row of the column."""
    originals = pd.Series(texts.unique(), dtype=object)
    values = texts.map(dict(zip(originals[distinct.index], plain))).astype(float)
    filled = (texts.notna() & (texts != "")).to_numpy()
    return Numbers(values, filled & values.isna().to_numpy())


_DATE = r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T].*)?"


def _date_parts(texts: pd.Series) -> pd.DataFrame:
    """First, separator, second and third part of each distinct text; empty where it is no date."""
    stripped = texts.astype(str).str.strip()
    parts = stripped.str.extract(rf"^{_DATE}$")
    parts.columns = ["first", "separator", "second", "third"]
    return parts


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
    parts = _date_parts(distinct)
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


def dates(texts: pd.Series, order: DateOrder) -> Dates:
    """Read a column of dates: D.M.YYYY, D/M/YYYY, M/D/YYYY by `order`, or YYYY-MM-DD; a time of day is left out."""
    distinct = pd.Series(texts.unique(), dtype=object)
    parts = _date_parts(distinct)
    iso = parts["first"].str.len() == 4
    day, month = ("second", "first") if order is DateOrder.MDY else ("first", "second")
    year_text = parts["third"].where(~iso, parts["first"])
    four = year_text.where(year_text.str.len() == 4)
    written = pd.DataFrame(
        {
            "year": four,
            "month": parts[month].where(~iso, parts["second"]),
            "day": parts[day].where(~iso, parts["third"]),
        }
    ).astype(float)
    values = pd.to_datetime(written, errors="coerce")
    spread = pd.to_datetime(texts.map(dict(zip(distinct, values))))
    filled = (texts.notna() & (texts != "")).to_numpy()
    return Dates(spread.astype("datetime64[ns]"), filled & spread.isna().to_numpy())
