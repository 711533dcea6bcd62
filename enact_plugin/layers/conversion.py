"""Values as sources write them into the types of our columns.

Sources write "1.234,5 MWh", "ja", "12.03.2024", a code of XWärmeplan or "['residential', 'track']". Each function takes
a whole column and hands back the converted one together with the texts it could not read; it drops nothing and guesses
nothing that a planner could not defend. How a figure or a day is read is `fields`' part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Callable

import numpy as np
import pandas as pd

from ..fields.dates import Dates, days, moments
from ..fields.mapping import replaced
from ..fields.numbers import Decimal, Thousands, examples, numbers
from ..fields.texts import plain_text, with_zeros
from ..reference.columns import Column, ColumnType
from ..reference.spelling import compact
from ..reference.value_aliases import aliases
from ..reference.values import values as values_of

_LIST_TEXT = re.compile(r"^\s*\[(.*)\]\s*$", re.DOTALL)
_LIST_ITEM = re.compile(r"'([^']*)'|\"([^\"]*)\"|([^,\s][^,]*)")
# keys of a fixed number of digits
_PADDED = {"postcode": 5, "ags": 8}


@dataclass(frozen=True)
class Noted:
    """Texts of a column that a person should look at.

    Attributes
    ----------
    rows : int
        Rows with such a text.
    examples : tuple of str
        A few of the texts.
    """

    rows: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Converted:
    """A converted column.

    Attributes
    ----------
    values : Series, shape (n,)
        In the column's type, missing where nothing could be read.
    unread : int
        Rows whose text could not be read.
    examples : tuple of str
        A few of these texts.
    rounded : int
        Rows of an integer column that had decimals.
    decimal : Decimal or None
        The decimal separator the texts of a column of numbers show.
    ambiguous : Noted
        Numbers that may be a thousand times more or less, and nothing in the column shows it.
    beyond : Noted
        Days before 1678 or after 2261, which a column cannot hold.
    """

    values: pd.Series
    unread: int = 0
    examples: tuple[str, ...] = ()
    rounded: int = 0
    decimal: Decimal | None = None
    ambiguous: Noted = Noted()
    beyond: Noted = Noted()


@dataclass(frozen=True)
class Rule:
    """How one column is converted.

    Attributes
    ----------
    column : Column
    factor : float
        Times the source's value gives the column's unit.
    values : dict
        Values of the source to codes or values of the column, given by the user.
    decimal : Decimal or None
        The separator of the source's other columns, for one that does not show its own.
    """

    column: Column
    factor: float = 1.0
    values: dict[str, Any] = field(default_factory=dict)
    decimal: Decimal | None = None


def convert(source: pd.Series, rule: Rule) -> Converted:
    """Convert a source column to the type, list and unit of its target."""
    source = replaced(flatten_lists(source), rule.values)
    if rule.column.values:
        return to_codes(source, rule.column.values)
    return _BY_TYPE[rule.column.type](source, rule)


def empty(column: Column, index: pd.Index) -> pd.Series:
    """Return a column of `column`'s type in which every value is missing."""
    dtype = _DTYPES[column.type]
    missing = None if dtype == "object" else pd.NA
    if dtype == "float64":
        missing = np.nan
    elif dtype == "datetime64[ns]":
        missing = pd.NaT
    return pd.Series([missing] * len(index), index=index, dtype=dtype)


def flatten_lists(source: pd.Series) -> pd.Series:
    """Write lists, as OSM tools deliver them for merged ways, as "a;b"; texts like "['a', 'b']" too."""
    if source.dtype != object:
        return source
    kind = pd.api.types.infer_dtype(source, skipna=True)  # in C, and most columns are plain text
    if kind.startswith("mixed"):
        is_list = source.map(lambda value: isinstance(value, (list, tuple, np.ndarray)))
        source = source.copy()
        source[is_list] = source[is_list].map(lambda items: ";".join(str(item) for item in items) or None)
    elif kind != "string":
        return source
    is_text_list = source.str.startswith("[").astype("boolean").fillna(False).astype(bool)
    return source.mask(is_text_list, source[is_text_list].map(_list_text)) if is_text_list.any() else source


def _list_text(text: str) -> str:
    match = _LIST_TEXT.match(text)
    if match is None:
        return text
    items = ("".join(groups).strip() for groups in _LIST_ITEM.findall(match.group(1)))
    return ";".join(item for item in items if item)


def _checked(values: pd.Series, text: pd.Series, rounded: int = 0) -> Converted:
    bad = (values.isna() & text.notna()).to_numpy()
    return Converted(values, int(bad.sum()), examples(text, bad), rounded)


def to_text(source: pd.Series, rule: Rule) -> Converted:
    """Convert to trimmed text; numbers without decimals, postcodes and keys with their leading zeros."""
    text = plain_text(source)
    width = _PADDED.get(rule.column.name)
    return Converted(with_zeros(text, width) if width else text)


def _numbers(source: pd.Series, rule: Rule, thousands: Thousands) -> Converted:
    """Numbers of a column times the rule's factor, and what was strange in them."""
    # where nobody gave a factor, a unit behind the figure tells it
    unit = rule.column.unit if rule.factor == 1 else ""
    read = numbers(source, rule.decimal, thousands, unit)
    text = source.astype(object)
    return Converted(
        read.values * rule.factor,
        int(read.unreadable.sum()),
        examples(text, read.unreadable),
        decimal=read.decimal,
        ambiguous=Noted(read.doubtful, examples(text, read.ambiguous)),
    )


def to_real(source: pd.Series, rule: Rule) -> Converted:
    """Convert to numbers; a unit behind a figure counts where no factor is given."""
    return _numbers(source, rule, Thousands.MAYBE)


def to_integer(source: pd.Series, rule: Rule) -> Converted:
    """Convert to whole numbers; decimals are rounded and counted."""
    made = _numbers(source, rule, Thousands.ALWAYS)
    rounded = made.values.round()
    off = int((made.values - rounded).abs().gt(1e-9).sum())
    return replace(made, values=rounded.astype("Int64"), rounded=off)


def to_boolean(source: pd.Series, rule: Rule) -> Converted:
    """Convert to true or false; OSM says "viaduct" for a bridge and "building_passage" for a tunnel."""
    if pd.api.types.is_bool_dtype(source.dtype):
        return Converted(source.astype("boolean"))
    text = plain_text(source)
    known = {key: code == "true" for key, code in aliases("boolean").items()}

    def truth(value: str) -> Any:
        # of a merged way's "yes;no" one yes is enough
        parts = [known[key] for key in map(compact, value.split(";")) if key in known]
        return any(parts) if parts else pd.NA

    table = {value: truth(value) for value in text.dropna().unique()}
    return _checked(text.map(table).astype("boolean"), text)


def to_date(source: pd.Series, rule: Rule) -> Converted:
    """Convert to days: 2025-12-24, 24.12.2025 and 20251224; an instant with its zone is the day in Germany.

    "3/4/2025" and a bare year stay unread, for they do not say the day.
    """
    return _dated(source, days(source))


def to_datetime(source: pd.Series, rule: Rule) -> Converted:
    """Convert to moments by the clock in Germany; of texts those in ISO form only."""
    return _dated(source, moments(source))


def _dated(source: pd.Series, read: Dates) -> Converted:
    text, unread = source.astype(object), read.unreadable & ~read.beyond
    beyond = Noted(int(read.beyond.sum()), examples(text, read.beyond))
    return Converted(read.values, int(unread.sum()), examples(text, unread), beyond=beyond)


def to_codes(source: pd.Series, name: str) -> Converted:
    """Convert to codes of the value list `name`.

    Of several values ("residential;track") the one that stands first in the list counts: lists are ordered by weight.
    An unknown text becomes ``unknown`` or ``other`` where the list has it, and is reported.
    """
    listed = [value.code for value in values_of(name)]
    rank = {code: place for place, code in enumerate(listed)}
    known = aliases(name)
    text = plain_text(source)

    def code(value: str) -> str | None:
        whole = known.get(compact(value))
        parts = [known[key] for key in map(compact, value.split(";")) if key in known]
        return whole or min(parts, key=lambda part: rank.get(part, len(rank)), default=None)

    table = {value: code(value) for value in text.dropna().unique()}
    codes = text.map(table).astype(object)
    codes = codes.where(codes.notna(), None)
    converted = _checked(codes, text)
    fallback = next((code for code in ("unknown", "other") if code in rank), None)
    if fallback is None:
        return converted
    filled = codes.where(codes.notna() | text.isna(), fallback)
    return Converted(filled, converted.unread, converted.examples)


_BY_TYPE: dict[ColumnType, Callable[[pd.Series, Rule], Converted]] = {
    ColumnType.TEXT: to_text,
    ColumnType.INTEGER: to_integer,
    ColumnType.REAL: to_real,
    ColumnType.BOOLEAN: to_boolean,
    ColumnType.DATE: to_date,
    ColumnType.DATETIME: to_datetime,
}
_DTYPES = {
    ColumnType.TEXT: "object",
    ColumnType.INTEGER: "Int64",
    ColumnType.REAL: "float64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "datetime64[ns]",
    ColumnType.DATETIME: "datetime64[ns]",
}
