"""Codes of the register's catalogue, from resources/tables/demo_catalogue.csv, and text forms of columns."""

from __future__ import annotations

from functools import cache
from math import isnan

import numpy as np
import pandas as pd

from ..reference.tables import rows

EPOCH = np.datetime64("1970-01-01", "ms")


@cache
def _texts(category: str) -> dict[int, str]:
    return {int(row["id"]): row["text"] for row in rows("demo_catalogue") if row["category"] == category}


def texts_of(codes: pd.Series, category: str) -> list[str]:
    """Texts of codes; empty where there is no code."""
    return codes.map(_texts(category)).fillna("").tolist()


def plain_number(values: pd.Series, decimals: int = 3) -> list[str]:
    """Numbers with a decimal point and no trailing zeros; empty where there is none."""
    written = []
    for value in values.tolist():
        if isnan(value):
            written.append("")
            continue
        text = f"{value:.{decimals}f}"
        written.append(text.rstrip("0").rstrip(".") if "." in text else text)
    return written


def days(values: pd.Series) -> np.ndarray:
    """Dates as text YYYY-MM-DD; empty where there is none."""
    text = np.datetime_as_string(values.to_numpy().astype("datetime64[D]"))
    return np.where(values.isna(), "", text).astype(object)


def milliseconds(values: pd.Series) -> list[int | None]:
    """Milliseconds since 1970 (UTC); None where there is no date."""
    number = (values.to_numpy().astype("datetime64[ms]") - EPOCH).astype(np.int64)
    return [None if gone else value for value, gone in zip(number.tolist(), values.isna().tolist())]
