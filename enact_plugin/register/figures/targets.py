"""Targets for the expansion, as a planner writes them into a small table: carrier, year, power."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...fields.numbers import Thousands, numbers
from ...fields.texts import plain_text
from ...reference.spelling import compact, words
from ...reference.tables import rows
from ...reference.units import factor, split_unit, units
from ...reference.value_aliases import aliases
from ...reference.values import values

COLUMNS = ("carrier", "year", "kw")
CARRIERS = "carrier_or_all"
KILOWATT = "kW"
_YEARS = (1990, 2150)
_FIRST_ROW = 2  # below the headings, as a spreadsheet counts


def no_targets() -> pd.DataFrame:
    """Return a table of targets without rows."""
    types = {"carrier": object, "year": int, "kw": float}
    return pd.DataFrame({name: pd.Series(dtype=types[name]) for name in COLUMNS})


def read_targets(frame: pd.DataFrame, path: str = "") -> pd.DataFrame:
    """Read a table of targets.

    Parameters
    ----------
    frame : DataFrame, shape (t,)
        Columns for carrier, year and power, under any name of plant_target_fields.csv; the unit of power stands in the
        name ("Ziel_MW") or behind the figure ("400 MW"), else it is kW. Carriers by code or German name; "alle" is all
        generation without storage. Rows that are wholly empty are left out.
    path : str
        Named in errors.

    Returns
    -------
    DataFrame, shape (t,)
        `carrier` (code), `year`, `kw`.

    Raises
    ------
    EnactError
        ``targets_column_missing``, ``targets_carrier_unknown``, ``targets_value_unreadable``, ``targets_repeated``.
    """
    found = {column: _field(frame, column, path) for column in COLUMNS}
    told = frame[list(found.values())].apply(plain_text)
    told = told[told.notna().any(axis=1)]
    read = pd.DataFrame(
        {
            "carrier": _carriers(told[found["carrier"]], path),
            "year": _years(frame.loc[told.index, found["year"]], path),
            "kw": _kilowatts(frame.loc[told.index, found["kw"]], path),
        }
    ).reset_index(drop=True)
    repeated = read[read.duplicated(["carrier", "year"])]
    if len(repeated):
        first = repeated.iloc[0]
        raise EnactError(
            "targets_repeated", path=path, carrier=_label(first["carrier"]), year=int(first["year"])
        )
    return read.astype({"year": int, "kw": float})


def _field(frame: pd.DataFrame, column: str, path: str) -> str:
    """Field of the table that holds a column."""
    known = next(
        row["recognised"].split("|") for row in rows("plant_target_fields") if row["column"] == column
    )
    names = {compact(name) for name in known}
    for field in frame.columns:
        if compact(str(field)) in names or compact(split_unit(str(field))[0]) in names:
            return field
    fields = ", ".join(str(field) for field in frame.columns)
    raise EnactError("targets_column_missing", path=path, column=known[1], found=fields)


def _carriers(texts: pd.Series, path: str) -> pd.Series:
    codes = texts.map(lambda text: aliases(CARRIERS).get(compact(text)) if text else None)
    _refuse(texts, codes.isna().to_numpy(), "targets_carrier_unknown", path)
    return codes


def _years(texts: pd.Series, path: str) -> pd.Series:
    years = numbers(texts, thousands=Thousands.NEVER).values
    good = (years >= _YEARS[0]) & (years <= _YEARS[1]) & (years == years.round())
    _refuse(texts, ~good.to_numpy(), "targets_value_unreadable", path)
    return years


def _kilowatts(texts: pd.Series, path: str) -> pd.Series:
    read = numbers(texts, unit=KILOWATT).values * _factor(str(texts.name))
    _refuse(texts, ~(read >= 0).to_numpy(), "targets_value_unreadable", path)
    return read


def _factor(field: str) -> float:
    """Kilowatts of one of the unit in the field's name, 1 where it names none."""
    unit = split_unit(field)[1] or next((each for each in units() if each.token == words(field)), None)
    times = factor(unit, KILOWATT) if unit else None
    return 1.0 if times is None else times


def _refuse(texts: pd.Series, wrong: np.ndarray, code: str, path: str) -> None:
    """Stop at the first value that cannot be read, with its row."""
    if not wrong.any():
        return
    first = int(np.argmax(wrong))
    found = {
        "path": path,
        "field": str(texts.name),
        "value": str(plain_text(texts).iloc[first] or ""),
        "line": int(texts.index[first]) + _FIRST_ROW,
    }
    if code == "targets_carrier_unknown":
        carriers = ", ".join(value.label_de for value in values(CARRIERS))
        raise EnactError("targets_carrier_unknown", carriers=carriers, **found)
    raise EnactError("targets_value_unreadable", **found)


def _label(carrier: str) -> str:
    return next((value.label_de for value in values(CARRIERS) if value.code == carrier), carrier)
