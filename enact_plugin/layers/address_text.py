"""Addresses that stand in one text, as the cadastre writes them."""

from __future__ import annotations

import pandas as pd

_ITEM = (
    r"^\s*(?P<street>.*?[^\d\s].*?)?\s*"
    r"(?:(?<=\s)|^)(?P<house_number>\d+(?:\s*[-–/]\s*\d+)?)\s*(?P<suffix>[a-zA-Z](?:\s*[-–]\s*[a-zA-Z])?|\d/\d)?\s*$"
)
_NUMBER = r"^\s*(?P<house_number>\d+)\s*(?P<suffix>[a-zA-Z]|\d/\d)\s*$"


def split_addresses(text: pd.Series) -> pd.DataFrame:
    """Take apart texts like "Musterstraße 12 a, 14; Nebenweg 3".

    Parameters
    ----------
    text : Series of str, shape (n,)
        The cadastre's Lagebezeichnung: streets apart by semicolons, house numbers of a street by commas.

    Returns
    -------
    DataFrame, shape (m,), m ≥ n
        street, house_number, suffix; the index repeats where a text holds several addresses. A text without a house
        number is a street only.
    """
    parts = text.astype("string").str.split(r"[;,]", regex=True).explode()
    parts = parts[parts.isna() | parts.str.strip().ne("").fillna(False)]
    found = parts.str.extract(_ITEM)
    bare = found["house_number"].isna()
    found.loc[bare, "street"] = parts[bare].str.strip()
    # "Musterstraße 12 a, 14": the second number belongs to the street before it
    found["street"] = found["street"].str.strip().replace("", pd.NA)
    found["street"] = found.groupby(level=0, sort=False)["street"].ffill()
    found["house_number"] = found["house_number"].str.replace(r"\s*([-–/])\s*", r"\1", regex=True)
    return found.astype(object).where(found.notna(), None)


def split_house_numbers(text: pd.Series) -> pd.DataFrame:
    """Take the letter off house numbers like "12a" or "12 1/2"; ranges ("12-14") and anything else stay whole.

    Parameters
    ----------
    text : Series of str, shape (n,)

    Returns
    -------
    DataFrame, shape (n,)
        house_number, suffix; index as `text`.
    """
    found = text.astype("string").str.extract(_NUMBER)
    whole = found["house_number"].isna()
    found.loc[whole, "house_number"] = text.astype("string")[whole].str.strip()
    return found.astype(object).where(found.notna(), None)
