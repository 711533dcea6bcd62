"""Values as sources write them into the types of our columns.

Sources write "1.234,5 MWh", "ja", "12.03.2024", a code of XWärmeplan or "['residential', 'track']". Each function takes
a whole column and hands back the converted one together with the texts it could not read; it drops nothing and guesses
nothing that a planner could not defend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Callable

import numpy as np
import pandas as pd

from ..reference.columns import Column, ColumnType
from ..reference.spelling import compact
from ..reference.value_aliases import aliases
from ..reference.values import values as values_of

EXAMPLES = 3  # texts shown of those that could not be read

_ABSENT = frozenset(
    (
        "",
        "-",
        "–",
        "—",
        ".",
        "/",
        "k.a.",
        "k. a.",
        "ka",
        "keine angabe",
        "unbekannt",
        "n/a",
        "nan",
        "null",
        "none",
    )
)
_LIST_TEXT = re.compile(r"^\s*\[(.*)\]\s*$", re.DOTALL)
_LIST_ITEM = re.compile(r"'([^']*)'|\"([^\"]*)\"|([^,\s][^,]*)")
_NUMBER = r"^([+-]?\d[\d.,\s'’\u00a0\u202f]*)(?:[^\d.,].*)?$"
_THOUSANDS_DOT = r"^[+-]?\d{1,3}(\.\d{3})+$"
_ISO = r"^\d{4}-\d{2}-\d{2}"
_GERMAN = r"^\d{1,2}\.\d{1,2}\.\d{4}"
_COMPACT = r"^\d{8}$"
# codes with leading zeros that spreadsheets and JSON writers turn into numbers
_PADDED = {"postcode": 5, "ags": 8}


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
    """

    values: pd.Series
    unread: int = 0
    examples: tuple[str, ...] = ()
    rounded: int = 0


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
    """

    column: Column
    factor: float = 1.0
    values: dict[str, Any] = field(default_factory=dict)


def convert(source: pd.Series, rule: Rule) -> Converted:
    """Convert a source column to the type, list and unit of its target."""
    source = flatten_lists(source)
    if rule.values:
        source = _replaced(source, rule.values)
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


def _plain_text(source: pd.Series) -> pd.Series:
    """Trimmed text without ".0" of numbers; missing where the source says nothing."""
    if pd.api.types.is_float_dtype(source.dtype):
        whole = source.dropna().mod(1).eq(0).all()
        source = source.astype("Int64") if whole and np.isfinite(source.dropna()).all() else source
    text = source.astype("string").str.strip()
    absent = text.str.casefold().isin(_ABSENT)
    return text.mask(absent.fillna(False).astype(bool))


def _objects(text: pd.Series) -> pd.Series:
    values = text.astype(object)
    return values.where(values.notna(), None)


def _replaced(source: pd.Series, replacements: dict[str, Any]) -> pd.Series:
    wanted = {compact(str(key)): value for key, value in replacements.items()}
    text = source.astype("string")
    keys = text.map(compact, na_action="ignore")
    new = keys.map(wanted)
    return source.astype(object).where(~keys.isin(list(wanted)), new)


def _checked(values: pd.Series, text: pd.Series, rounded: int = 0) -> Converted:
    bad = text[values.isna() & text.notna()]
    return Converted(values, len(bad), tuple(str(value) for value in bad.unique()[:EXAMPLES]), rounded)


def to_text(source: pd.Series, rule: Rule) -> Converted:
    """Convert to trimmed text; numbers without decimals, postcodes and keys with their leading zeros."""
    if pd.api.types.is_datetime64_any_dtype(source.dtype):
        source = source.dt.strftime("%Y-%m-%d")
    text = _plain_text(source)
    width = _PADDED.get(rule.column.name)
    if width:
        digits = text.str.fullmatch(r"\d+").fillna(False).astype(bool)
        text = text.mask(digits, text.str.zfill(width))
    return Converted(_objects(text))


def _numbers(source: pd.Series, whole: bool) -> tuple[pd.Series, pd.Series]:
    """Convert to numbers, and the texts they were read from."""
    if pd.api.types.is_bool_dtype(source.dtype) or pd.api.types.is_numeric_dtype(source.dtype):
        numbers = pd.to_numeric(source).astype("Float64").astype(float)
        return numbers.where(np.isfinite(numbers)), source.astype("string")
    text = _plain_text(source)
    body = text.str.extract(_NUMBER, expand=False).str.replace(r"[\s'’\u00a0\u202f]", "", regex=True)
    comma, dot = body.str.rfind(","), body.str.rfind(".")
    decimal_comma = (comma > dot) & (body.str.count(",") == 1)
    german = bool((decimal_comma & (comma >= 0)).any())
    grouped = body.str.fullmatch(_THOUSANDS_DOT)
    # "1.234" is a thousand where the column writes decimals with a comma, or can have none; else one and a bit
    thousands = grouped & (german | whole | (body.str.count(r"\.") > 1))
    plain = body.str.replace(",", "", regex=False)
    plain = plain.mask(thousands.fillna(False).astype(bool), body.str.replace(".", "", regex=False))
    with_comma = body.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    plain = plain.mask(decimal_comma.fillna(False).astype(bool), with_comma)
    return pd.to_numeric(plain, errors="coerce").astype("Float64").astype(float), text


def to_real(source: pd.Series, rule: Rule) -> Converted:
    """Convert to numbers.

    Decimal comma or point is told from the column as a whole; a unit behind a figure is passed over.
    """
    numbers, text = _numbers(source, whole=False)
    return _checked(numbers * rule.factor, text)


def to_integer(source: pd.Series, rule: Rule) -> Converted:
    """Convert to whole numbers; decimals are rounded and counted."""
    numbers, text = _numbers(source, whole=True)
    numbers = numbers * rule.factor
    rounded = numbers.round()
    return _checked(rounded.astype("Int64"), text, int((numbers - rounded).abs().gt(1e-9).sum()))


def to_boolean(source: pd.Series, rule: Rule) -> Converted:
    """Convert to true or false; OSM says "viaduct" for a bridge and "building_passage" for a tunnel."""
    if pd.api.types.is_bool_dtype(source.dtype):
        return Converted(source.astype("boolean"))
    text = _plain_text(source)
    known = {key: code == "true" for key, code in aliases("boolean").items()}

    def truth(value: str) -> Any:
        # of a merged way's "yes;no" one yes is enough
        parts = [known[key] for key in map(compact, value.split(";")) if key in known]
        return any(parts) if parts else pd.NA

    table = {value: truth(value) for value in text.dropna().unique()}
    return _checked(text.map(table).astype("boolean"), text)


def to_date(source: pd.Series, rule: Rule) -> Converted:
    """Convert to days: 2025-12-24, 24.12.2025 and 20251224.

    "3/4/2025" and a bare year stay unread, for they do not say the day.
    """
    if pd.api.types.is_datetime64_any_dtype(source.dtype):
        stamps = source.dt.tz_localize(None) if getattr(source.dt, "tz", None) is not None else source
    else:
        text = _plain_text(source)
        stamps = pd.Series(pd.NaT, index=source.index, dtype="datetime64[ns]")
        for pattern, length, form in (
            (_ISO, 10, "%Y-%m-%d"),
            (_GERMAN, None, "%d.%m.%Y"),
            (_COMPACT, 8, "%Y%m%d"),
        ):
            head = text.str.slice(0, length) if length else text.str.split().str[0]
            day = pd.to_datetime(head.where(text.str.match(pattern)), format=form, errors="coerce")
            stamps = stamps.fillna(day)
        return _checked(stamps.dt.normalize(), text)
    return Converted(stamps.astype("datetime64[ns]").dt.normalize())


def to_datetime(source: pd.Series, rule: Rule) -> Converted:
    """Convert to moments, time zones taken off; texts in ISO form only."""
    if pd.api.types.is_datetime64_any_dtype(source.dtype):
        stamps = source.dt.tz_localize(None) if getattr(source.dt, "tz", None) is not None else source
        return Converted(stamps.astype("datetime64[ns]"))
    text = _plain_text(source)
    stamps = pd.to_datetime(text.where(text.str.match(_ISO)), format="ISO8601", errors="coerce", utc=True)
    return _checked(stamps.dt.tz_localize(None).astype("datetime64[ns]"), text)


def to_codes(source: pd.Series, name: str) -> Converted:
    """Convert to codes of the value list `name`.

    Of several values ("residential;track") the one that stands first in the list counts: lists are ordered by weight.
    An unknown text becomes ``unknown`` or ``other`` where the list has it, and is reported.
    """
    listed = [value.code for value in values_of(name)]
    rank = {code: place for place, code in enumerate(listed)}
    known = aliases(name)
    text = _plain_text(source)

    def code(value: str) -> str | None:
        whole = known.get(compact(value))
        parts = [known[key] for key in map(compact, value.split(";")) if key in known]
        return whole or min(parts, key=lambda part: rank.get(part, len(rank)), default=None)

    table = {value: code(value) for value in text.dropna().unique()}
    codes = _objects(text.map(table))
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
