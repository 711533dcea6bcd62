"""What of a unit a planner may correct, how a value is written, and when two values are the same.

Fields, ranges and tolerances stand in `resources/tables/plant_corrections.csv`. In an edit every value is text: numbers
with a decimal point, days as 2026-08-31, codes of value lists, true or false, a place as "51.34 12.37" (degrees north
and east); empty for none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from ...errors import EnactError
from ...fields.dates import days
from ...fields.numbers import Decimal, Thousands, numbers
from ...reference.columns import Column, ColumnType, columns
from ...reference.tables import rows
from ...reference.values import values
from .. import plausibility

LAYER = "plants"
COORDINATES = "coordinates"
FEEDS_NETWORK = "feeds_network"
POSTCODE = "postcode"
ADDRESS = ("street", "house_number")
# what the register says of a CHP plant or a store stands at each of its units, and a plant feeds a network or it does
# not: field to the column with the plant's number
OF_THE_PLANT = {
    "chp_electric_kw": "chp_id",
    "chp_thermal_kw": "chp_id",
    FEEDS_NETWORK: "chp_id",
    "storage_kwh": "storage_id",
}
_NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_IN_DOUBT = re.compile(r"[.,](\d{3})")
_POSTCODE = re.compile(r"\d{5}")
_EMPTY = ("leer", "empty")  # said, not left out: a forgotten value empties nothing
_YES, _NO = ("true", "ja", "yes", "1", "wahr"), ("false", "nein", "no", "0", "falsch")
_DEGREE_DECIMALS = 7
_FEWEST_DECIMALS = 3  # of the register's coordinates, in 2020


@cache
def fields() -> tuple[str, ...]:
    """Fields that may be corrected, in the order of the table."""
    return tuple(row["field"] for row in rows("plant_corrections") if row["parameter"] == "correctable")


@cache
def required() -> frozenset[str]:
    """Fields that are never emptied."""
    return frozenset(row["field"] for row in rows("plant_corrections") if row["parameter"] == "required")


@cache
def parameter(field: str, name: str) -> float | None:
    """Figure of the table, or None where it has none."""
    for row in rows("plant_corrections"):
        if (row["field"], row["parameter"]) == (field, name):
            return float(row["value"])
    return None


@cache
def column_of(field: str) -> Column | None:
    """Column of the plant table; None for the place."""
    return next((column for column in columns(LAYER) if column.name == field), None)


# ---- what a person writes


def entered(field: str, text: str, decimal: Decimal | None = None) -> str:
    """Value that a person wrote, as it stands in an edit.

    Parameters
    ----------
    field : str
    text : str
        Numbers as "4,85" or "4.85", with a unit behind if wanted; days as 24.12.2025 or 2025-12-24; codes or their
        German or English labels; yes and no; a place as "51.34, 12.37" or "51,34 12,37"; "leer" for an empty field.
    decimal : Decimal or None
        Mark that this person has before decimals, where it is known: "8,186" of who writes commas is 8.186. The other
        mark before three digits may be thousands or a program's decimals, and is refused.

    Returns
    -------
    str

    Raises
    ------
    EnactError
        ``edit_field_unknown``, ``edit_value_missing``, ``edit_value_required``, ``edit_value_unreadable``,
        ``edit_value_ambiguous``, ``edit_value_out_of_range``, ``edit_value_not_in_list``; of places
        ``edit_place_unreadable``, ``edit_place_outside``.
    """
    if field not in fields():
        raise EnactError("edit_field_unknown", field=field, fields=", ".join(fields()))
    text = " ".join(text.split())
    if not text:
        raise EnactError("edit_value_missing", columns=field)
    if text.casefold() in _EMPTY:
        if field in required():
            raise EnactError("edit_value_required", columns=field)
        return ""
    if field == COORDINATES:
        return _entered_place(text)
    column = column_of(field)
    if column.type in _NUMBERS:
        return _entered_number(column, text, decimal)
    if column.type is ColumnType.DATE:
        return _entered_day(field, text)
    if column.type is ColumnType.BOOLEAN:
        return _entered_flag(field, text)
    if field == POSTCODE and not _POSTCODE.fullmatch(text):
        raise EnactError("edit_value_unreadable", columns=field, value=text)
    return _entered_code(column, text) if column.values else text


def _entered_number(column: Column, text: str, decimal: Decimal | None) -> str:
    whole_only = column.type is ColumnType.INTEGER
    mark = _IN_DOUBT.search(text)
    read = numbers(
        pd.Series([text], dtype=object),
        decimal if decimal and mark and mark.group().startswith(decimal.value) else None,
        Thousands.ALWAYS if whole_only else Thousands.MAYBE,
        column.unit,
    )
    if read.unreadable[0] or read.values.isna().iloc[0]:
        raise EnactError("edit_value_unreadable", columns=column.name, value=text)
    if read.doubtful:
        whole, fraction = _IN_DOUBT.sub(r"\1", text, 1), _IN_DOUBT.sub(r"\g<0>0", text, 1)
        raise EnactError(
            "edit_value_ambiguous", columns=column.name, value=text, whole=whole, fraction=fraction
        )
    figure = float(read.values.iloc[0])
    if whole_only and not figure.is_integer():
        raise EnactError("edit_value_unreadable", columns=column.name, value=text)
    low, high = parameter(column.name, "low"), parameter(column.name, "high")
    if (low is not None and figure < low) or (high is not None and figure > high):
        raise EnactError("edit_value_out_of_range", columns=column.name, value=text, low=low, high=high)
    return _figure(figure)


def _entered_day(field: str, text: str) -> str:
    read = days(pd.Series([text], dtype=object))
    if read.values.isna().iloc[0]:
        raise EnactError("edit_value_unreadable", columns=field, value=text)
    return f"{read.values.iloc[0]:%Y-%m-%d}"


def _entered_flag(field: str, text: str) -> str:
    said = text.casefold()
    if said not in _YES + _NO:
        raise EnactError(
            "edit_value_not_in_list", columns=field, value=text, options="true (ja), false (nein)"
        )
    return "true" if said in _YES else "false"


def _entered_code(column: Column, text: str) -> str:
    said = text.casefold()
    listed = values(column.values)
    for value in listed:
        if said in (value.code.casefold(), value.label_de.casefold(), value.label_en.casefold()):
            return value.code
    options = ", ".join(f"{value.code} ({value.label_de})" for value in listed)
    raise EnactError("edit_value_not_in_list", columns=column.name, value=text, options=options)


def _entered_place(text: str) -> str:
    found = _NUMBER.findall(text if "." in text or text.count(",") > 1 else text.replace(",", " "))
    if len(found) != 2:
        raise EnactError("edit_place_unreadable", value=text)
    latitude, longitude = (float(part.replace(",", ".")) for part in found)
    limit = plausibility.limit
    north = limit("coordinates_abroad", "latitude_low"), limit("coordinates_abroad", "latitude_high")
    east = limit("coordinates_abroad", "longitude_low"), limit("coordinates_abroad", "longitude_high")
    if not (north[0] <= latitude <= north[1] and east[0] <= longitude <= east[1]):
        raise EnactError("edit_place_outside", latitude=latitude, longitude=longitude)
    return place_text(latitude, longitude)


# ---- text and value


def place_text(latitude: float, longitude: float) -> str:
    """Place as it stands in an edit."""
    return f"{round(latitude, _DEGREE_DECIMALS):.7f} {round(longitude, _DEGREE_DECIMALS):.7f}"


def place(text: str) -> tuple[float, float] | None:
    """Latitude and longitude of an edit's text; None for none."""
    parts = text.split()
    return (float(parts[0]), float(parts[1])) if len(parts) == 2 else None


def _figure(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def as_text(value: Any) -> str:
    """Value of the plant table as it stands in an edit; empty for null."""
    if value is None or value is pd.NaT or pd.isna(value):
        return ""
    if hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    # numpy's and pandas' truth values and figures have no common type but their names
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return "true" if value else "false"
    return value if isinstance(value, str) else _figure(float(value))


def as_value(field: str, text: str) -> Any:
    """Value for the plant table of an edit's text; null for an empty one."""
    column = column_of(field)
    if column is None or not text:
        return None
    if column.type is ColumnType.INTEGER:
        return int(float(text))
    if column.type is ColumnType.REAL:
        return float(text)
    if column.type is ColumnType.DATE:
        return pd.Timestamp(text)
    return text == "true" if column.type is ColumnType.BOOLEAN else text


def as_json(value: Any) -> Any:
    """Value of the plant table for `original_values`: number, text, truth value or null."""
    text = as_text(value)
    if not text:
        return None
    if isinstance(value, str) or hasattr(value, "strftime"):
        return text
    return text == "true" if text in ("true", "false") else float(text)


def same(field: str, first: str, second: str) -> bool:
    """Whether two texts of edits say the same, within the field's tolerance."""
    if first == second:
        return True
    if not first or not second:
        return False
    column = column_of(field)
    if field == COORDINATES or (column is not None and column.type in _NUMBERS):
        tolerance = parameter(field, "tolerance") or 0.0
        return _close(first.split(), second.split(), tolerance)
    return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()


def same_published(field: str, first: str, second: str) -> bool:
    """As `same`, of two values that the register published: a place may have been rounded more coarsely once."""
    if field != COORDINATES or not first or not second:
        return same(field, first, second)
    rounded = 0.5 * 10.0 ** -min(_decimals(first), _decimals(second))
    return same(field, first, second) or _close(first.split(), second.split(), rounded)


def _decimals(text: str) -> int:
    """Decimals of a place, the finer of both directions; fewer than the register had at least are zeros by chance."""
    parts = (part.partition(".")[2].rstrip("0") for part in text.split())
    return max((_FEWEST_DECIMALS, *map(len, parts)))


def _close(first: list[str], second: list[str], tolerance: float) -> bool:
    try:
        pairs = [(float(one), float(other)) for one, other in zip(first, second)]
    except ValueError:  # something else than figures
        return False
    # half of the last decimal is a matter of rounding, not of the value
    near = (abs(one - other) <= tolerance * (1 + 1e-9) for one, other in pairs)
    return len(first) == len(second) and all(near)


def readable(field: str, text: str) -> bool:
    """Whether field and value of an edit are what `entered` makes: other programs may have changed the table."""
    if field not in fields():
        return False
    try:
        if field == COORDINATES:
            return not text or place(text) is not None
        as_value(field, text)
    except ValueError:
        return False
    return True
