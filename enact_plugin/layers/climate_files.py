"""Hourly temperatures out of files: reference years and station series of the DWD, plain tables."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import numpy as np

from ..errors import EnactError

HOURS = 8760
_LEAP_HOURS = HOURS + 24
_LEAP_DAY = slice(24 * 59, 24 * 60)
_MISSING = -999.0
_GAP_SHARE = 0.02
_NAMES = ("tt_tu", "t", "air_c", "temperatur", "temperature", "lufttemperatur", "temp", "t2m")
_END_OF_HEAD = "***"


@dataclass(frozen=True)
class ClimateSeries:
    """A year of temperatures without a leap day.

    Attributes
    ----------
    air_c : ndarray of float, shape (n,)
    sun_w_m2 : ndarray of float or None
    first_weekday : int or None
        Of 1 January, Monday is 1; None where the year is no real one.
    name : str
        What it is, as it is cited.
    """

    air_c: np.ndarray
    sun_w_m2: np.ndarray | None
    first_weekday: int | None
    name: str


def read_climate(path: Path) -> ClimateSeries:
    """Read a reference year (TRY) or station series of the DWD, or a table with a column of temperatures.

    Parameters
    ----------
    path : Path

    Returns
    -------
    ClimateSeries

    Raises
    ------
    EnactError
        ``climate_file_unknown``, ``climate_row_wrong``, ``climate_not_a_year``.
    """
    lines = path.read_text(encoding="latin-1").lstrip("ï»¿").splitlines()
    ends = [place for place, line in enumerate(lines) if line.startswith(_END_OF_HEAD)]
    if ends:
        return _reference_year(path, lines, ends[0])
    lines = [line for line in lines if line.strip()]
    if not lines:
        raise EnactError("climate_file_unknown", path=path.name)
    # a number alone in its line may have a decimal comma
    mark = ";" if _is_number(lines[0]) else max(";,\t", key=lines[0].count)
    table = list(csv.reader(lines, delimiter=mark))
    head = [cell.strip().lower() for cell in table[0]]
    if "mess_datum" in head and "tt_tu" in head:
        return _station(path, table, head)
    return _plain(path, table, head, mark)


def _number(path: Path, text: str, row: int) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError as error:
        raise EnactError("climate_row_wrong", path=path.name, row=row, text=text.strip()[:40]) from error


def _reference_year(path: Path, lines: list[str], end: int) -> ClimateSeries:
    """Test reference year: named columns before the line of stars, numbers after it."""
    heads = [line.split() for line in lines[:end] if {"MM", "DD", "HH", "t"} <= set(line.split())]
    if not heads:
        raise EnactError("climate_file_unknown", path=path.name)
    names = heads[-1]
    rows = [(place + 1, line.split()) for place, line in enumerate(lines) if place > end and line.strip()]
    for place, cells in rows:
        if len(cells) < len(names):
            raise EnactError("climate_row_wrong", path=path.name, row=place, text=" ".join(cells)[:40])
    at = names.index("t")
    air = np.array([_number(path, cells[at], place) for place, cells in rows])
    sun = None
    if {"B", "D"} <= set(names):
        both = (names.index("B"), names.index("D"))
        sun = np.array([sum(_number(path, cells[one], place) for one in both) for place, cells in rows])
    return ClimateSeries(_year(path, air), None if sun is None else _year(path, sun), None, path.name)


def _station(path: Path, table: list[list[str]], head: list[str]) -> ClimateSeries:
    """Hourly station series: the last year that is whole but for a few hours, filled from their neighbours."""
    when, what = head.index("mess_datum"), head.index("tt_tu")
    years: dict[int, dict[datetime, float]] = {}
    for place, cells in enumerate(table[1:], 2):
        if len(cells) <= max(when, what):
            raise EnactError("climate_row_wrong", path=path.name, row=place, text=";".join(cells)[:40])
        try:
            hour = datetime.strptime(cells[when].strip(), "%Y%m%d%H")
        except ValueError as error:
            raise EnactError("climate_row_wrong", path=path.name, row=place, text=cells[when][:40]) from error
        value = _number(path, cells[what], place)
        if value > _MISSING:
            years.setdefault(hour.year, {})[hour] = value
    for year in sorted(years, reverse=True):
        hours = np.arange(f"{year}-01-01", f"{year + 1}-01-01", dtype="datetime64[h]").astype(datetime)
        known = np.array([years[year].get(hour, np.nan) for hour in hours])
        gaps = np.isnan(known)
        if gaps.mean() <= _GAP_SHARE:
            at = np.arange(len(known))
            air = np.interp(at, at[~gaps], known[~gaps])
            return ClimateSeries(
                _year(path, air), None, date(year, 1, 1).isoweekday(), f"{path.name}, {year}"
            )
    raise EnactError("climate_not_a_year", count=max(map(len, years.values()), default=0), expected=HOURS)


def _plain(path: Path, table: list[list[str]], head: list[str], mark: str) -> ClimateSeries:
    """A table with a column of temperatures, or with one column only."""
    named = [place for place, name in enumerate(head) if name in _NAMES or name.startswith("temperatur")]
    if not named and len(head) == 1:
        named = [0]
    if len(named) != 1:
        raise EnactError("climate_file_unknown", path=path.name)
    start = 0 if _is_number(head[named[0]]) else 1
    values = []
    for place, cells in enumerate(table[start:], start + 1):
        if len(cells) <= named[0]:
            raise EnactError("climate_row_wrong", path=path.name, row=place, text=mark.join(cells)[:40])
        values.append(_number(path, cells[named[0]], place))
    return ClimateSeries(_year(path, np.array(values)), None, None, path.name)


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def _year(path: Path, series: np.ndarray) -> np.ndarray:
    """A year without a leap day."""
    if len(series) == _LEAP_HOURS:
        series = np.delete(series, _LEAP_DAY)
    if len(series) != HOURS:
        raise EnactError("climate_not_a_year", count=len(series), expected=HOURS)
    return series
