"""Texts of the bulk export as numbers and days.

Numbers have a decimal point. Dates are days, or moments in UTC without saying so: the endpoint, which does say it,
gives the same moments for the same changes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...fields.dates import DateOrder
from ...fields.dates import days as written_days
from ...fields.numbers import Thousands
from ...fields.numbers import numbers as written_numbers
from ...fields.texts import in_germany
from ...reference.columns import ColumnType
from ..raw import NUMBERS, UPDATED, Unreadable, delivered_columns, with_moments

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?$"
_TO_SECONDS = 19  # characters of 2019-12-16T10:56:28


def typed(texts: pd.DataFrame, layer: str, fields: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values of the columns of a layer, and the rows where they cannot be read.

    Parameters
    ----------
    texts : DataFrame of str or None, shape (n,)
        Columns named as the layer's; others are left out.
    layer : str
    fields : mapping of str to str
        How the export calls each column.

    Returns
    -------
    frame : DataFrame, shape (n,)
        As `raw.RawUnits.frame`.
    marks : DataFrame of bool, shape (n, 2)
    """
    unreadable = Unreadable(len(texts), fields)
    frame: dict[str, pd.Series] = {}
    for name, kind in delivered_columns(layer).items():
        if name not in texts:
            continue
        if kind is ColumnType.DATE:
            frame[name], failed = days(texts[name])
            unreadable.note("date_unreadable", failed, texts[name])
        elif kind in NUMBERS:
            frame[name], failed = numbers(texts[name])
            unreadable.note("number_unreadable", failed, texts[name])
        else:
            frame[name] = texts[name]
    frame.update(unreadable.columns(texts.index))
    made = pd.DataFrame(frame, index=texts.index)
    if UPDATED in made and "mastr_id" in made:
        made = with_moments(made, texts[UPDATED])
    return made, unreadable.marks(texts.index)


def numbers(texts: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Floats, and where something stands that is none.

    A comma, which programs that convert exports leave behind, is read as a decimal comma.
    """
    if not texts.notna().any():  # of many columns no row of a small municipality says anything
        return pd.Series(np.nan, index=texts.index), np.zeros(len(texts), dtype=bool)
    plain = pd.to_numeric(texts, errors="coerce").astype(float)
    plain = plain.where(np.isfinite(plain))
    left = (texts.notna() & plain.isna()).to_numpy(dtype=bool)
    if left.any():
        read = written_numbers(texts[left], thousands=Thousands.NEVER)
        plain[left] = read.values
        left[left] = read.unreadable
    return plain, left


def days(texts: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Days in Germany as datetime64[ns], and where something stands that is none."""
    codes, distinct = pd.factorize(texts)
    written = pd.Series(distinct, dtype=object)
    values = np.full(len(written) + 1, np.datetime64("NaT"), dtype="datetime64[ns]")
    if len(written):
        values[:-1] = _days(written).to_numpy(dtype="datetime64[ns]")
    column = pd.Series(values[codes], index=texts.index)
    return column, (texts.notna() & column.isna()).to_numpy(dtype=bool)


def _days(texts: pd.Series) -> pd.Series:
    """Days of distinct texts."""
    is_day = texts.str.match(_DAY).fillna(False).astype(bool)
    is_moment = texts.str.match(_MOMENT).fillna(False).astype(bool)
    read = pd.to_datetime(texts.where(is_day), format="%Y-%m-%d", errors="coerce")
    seconds = texts.where(is_moment).str.slice(0, _TO_SECONDS)
    moments = pd.to_datetime(seconds, format="%Y-%m-%dT%H:%M:%S", errors="coerce", utc=True)
    read = read.where(~is_moment, in_germany(moments).dt.normalize())
    others = ~(is_day | is_moment)
    if others.any():
        read = read.where(~others, written_days(texts, DateOrder.DMY).values)
    return read.astype("datetime64[ns]")
