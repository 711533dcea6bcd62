"""Years of construction as people write them, and the age classes they fall into."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..fields.texts import map_distinct
from ..reference.building_tables import age_bounds

_CENTURY = re.compile(r"(?:^|\s)c\s?(\d{1,2})\b")
_DECADE = re.compile(r"\b(\d{3}0)(?:s|er)\b")
_SPAN = re.compile(r"\b(\d{3,4})\s*(?:-|–|/|_|bis|to)\s*(\d{4})\b")
_YEAR = re.compile(r"\b(\d{4})(?!\d)")
EARLIEST, LATEST = 0, 9999
_OPEN = (
    (re.compile(r"^(?:before|vor|<(?!=))\s*(\d{4})"), lambda year: (EARLIEST, year - 1)),
    (re.compile(r"^(?:bis|until|<=|to_)\s*(\d{4})$"), lambda year: (EARLIEST, year)),
    (re.compile(r"^(?:ab|seit|since|from_?|>=|after|nach|>)\s*(\d{4})"), lambda year: (year, LATEST)),
)


def year_range(text: str) -> tuple[int, int] | None:
    """First and last year a text allows.

    Understands a year ("1905", "~1890", "um 1890"), dates (ISO "1901-05" is May 1901; "12.05.1901"), spans
    ("1914..1918", "1840-1845"), decades ("1920s"), centuries ("C19", "late C18"), open ends ("before 1910", "bis
    1918", "ab 2020") and lists ("1389,1511": the oldest counts, later ones are rebuildings).

    Returns
    -------
    tuple of int or None
        Equal years where one year is meant; None when no year can be read.
    """
    text = text.casefold().strip()
    if ".." in text:
        ends = [year_range(part) for part in text.split("..", 1)]
        known = [end for end in ends if end]
        return (known[0][0], known[-1][1]) if known else None
    for pattern, bounds in _OPEN:
        match = pattern.match(text)
        if match:
            return bounds(int(match[1]))
    return _span(text) or _single(text)


def _span(text: str) -> tuple[int, int] | None:
    match = _CENTURY.search(text)
    if match:
        return int(match[1]) * 100 - 99, int(match[1]) * 100
    match = _DECADE.search(text)
    if match:
        return int(match[1]), int(match[1]) + 9
    match = _SPAN.search(text)
    if match and int(match[1]) <= int(match[2]):
        return int(match[1]), int(match[2])
    return None


def _single(text: str) -> tuple[int, int] | None:
    found = [int(year) for year in _YEAR.findall(text)]
    return (min(found), min(found)) if found else None


def year_bounds(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    """First and last year of each text as float64; NaN where none can be read."""
    ranges = map_distinct(text, lambda value: year_range(value) or (np.nan, np.nan), (np.nan, np.nan))
    bounds = np.array(ranges.tolist(), dtype=float).reshape(-1, 2)
    return pd.Series(bounds[:, 0], index=text.index), pd.Series(bounds[:, 1], index=text.index)


def age_classes(first: pd.Series, last: pd.Series) -> pd.Series:
    """Age class of the list age_class; ``unknown`` where a range of years spans several classes or none is known."""
    bounds = age_bounds()
    codes = np.array([*(code for code, _, _ in bounds), "unknown"], dtype=object)
    ends = np.array([end for _, _, end in bounds[:-1]], dtype=float)
    low, high = np.searchsorted(ends, first.to_numpy()), np.searchsorted(ends, last.to_numpy())
    known = first.notna().to_numpy() & (low == high)
    return pd.Series(codes[np.where(known, low, len(bounds))], index=first.index)
