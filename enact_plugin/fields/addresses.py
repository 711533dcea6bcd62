"""Addresses that stand in one text, as the cadastre writes them, and house numbers with their suffix."""

from __future__ import annotations

import pandas as pd

_SEPARATORS = r"[;,|]"
# a house number stands apart from the street, or right behind its "." or the end of a word ("Hauptstr.12", "Ringweg5")
_BEFORE = r"(?:^|(?<=[\s.])|(?<=[a-zA-ZäöüÄÖÜß]{4}))"
_RANGE = r"\d+\s*[a-zA-Z]?\s*[-–/+]\s*\d+"
_SUFFIX = r"[a-zA-Z](?:\s*[-–]\s*[a-zA-Z])?|\d/\d"
_ITEM = (
    rf"^\s*(?P<street>.*?[^\d\s].*?)?\s*{_BEFORE}(?P<house_number>{_RANGE}|\d+)\s*(?P<suffix>{_SUFFIX})?\s*$"
)
_NUMBER = r"^\s*(?P<house_number>\d+)\s*(?P<suffix>[a-zA-Z]|\d/\d)\s*$"


def split_addresses(text: pd.Series) -> pd.DataFrame:
    """Take apart texts like "Musterstraße 12 a, 14; Nebenweg 3".

    Parameters
    ----------
    text : Series of str, shape (n,)
        The cadastre's Lagebezeichnung: addresses apart by semicolons or bars, house numbers of a street by commas.

    Returns
    -------
    DataFrame of object, shape (m,), m ≥ n
        street, house_number, suffix; the index repeats where a text holds several addresses. A text without a house
        number is a street only; one that says nothing (";") keeps a row without values, so that none is lost.
    """
    parts = text.astype("string").str.split(_SEPARATORS, regex=True).explode()
    parts = parts.str.strip().replace("", pd.NA)
    said = parts.notna().groupby(parts.index, sort=False).transform("any").to_numpy(dtype=bool)
    parts = parts[parts.notna() | (~said & ~parts.index.duplicated())]
    found = parts.str.extract(_ITEM)
    bare = found["house_number"].isna()
    found.loc[bare, "street"] = parts[bare]
    # "Musterstraße 12 a, 14": the second number belongs to the street before it
    found["street"] = found["street"].str.strip().replace("", pd.NA)
    found["street"] = found.groupby(level=0, sort=False)["street"].ffill()
    found["house_number"] = found["house_number"].str.replace(r"\s*([-–/+])\s*", r"\1", regex=True)
    return found.astype(object).where(found.notna(), None)


def first_addresses(text: pd.Series) -> pd.DataFrame:
    """Street and house number with its suffix ("12 a", "12 1/2") of the first address in each text.

    Parameters
    ----------
    text : Series of str, shape (n,)

    Returns
    -------
    DataFrame of object, shape (n,)
        street, house_number; index as `text`.
    """
    found = split_addresses(text.set_axis(range(len(text))))
    found = found[~found.index.duplicated()].set_axis(text.index)
    suffix = (" " + found["suffix"].astype("string")).fillna("")
    number = (found["house_number"].astype("string") + suffix).astype(object)
    return pd.DataFrame({"street": found["street"], "house_number": number.where(number.notna(), None)})


def split_house_numbers(text: pd.Series) -> pd.DataFrame:
    """Take the letter off house numbers like "12a" or "12 1/2"; ranges ("12-14") and anything else stay whole.

    Parameters
    ----------
    text : Series of str, shape (n,)

    Returns
    -------
    DataFrame of object, shape (n,)
        house_number, suffix; index as `text`.
    """
    found = text.astype("string").str.extract(_NUMBER)
    whole = found["house_number"].isna()
    found.loc[whole, "house_number"] = text.astype("string")[whole].str.strip()
    return found.astype(object).where(found.notna(), None)


# one or two numbers, each with its letter or fraction, at the head of a text; "12-14", "12 a bis c", "5, 7 und 9"
_AND = r"(?:[-–/+&,;]|bis|und|u\.?)"
_LETTER = r"(?!u\.?\s*\d)[a-z](?![a-z])"  # "2 u. 4" is two houses
_PARTS = (
    rf"^(?:haus)?(?:nr|no)?\.?\s*0*(?P<number>[1-9]\d{{0,3}})(?!\d)\s*(?P<suffix>{_LETTER}|\d/\d(?!\d))?"
    rf"(?P<others>(?:\s*{_AND}\s*(?:\d{{1,4}}\s*(?:{_LETTER})?|{_LETTER})(?!\w))*)\s*(?P<rest>.*)$"
)
_LAST = r"(\d{1,4})\s*(?:[a-z])?$"


def house_number_parts(text: pd.Series) -> pd.DataFrame:
    """Take house numbers apart so that they can be compared: "12-14", "12 A", "Nr. 012 a", "12 1/2", "3, Halle 2".

    Parameters
    ----------
    text : Series of str, shape (n,)
        House number with its suffix; what does not begin with a number ("Flurstück 12") is none.

    Returns
    -------
    DataFrame, shape (n,)
        number, last : Int64, the first and the last number; the same where there is one only. suffix : str, lower case
        without blanks, empty where there is none ("a", "1/2", "a-c"). rest : bool, whether words follow. Index as
        `text`; a second number that is not higher is a part of the house ("12/1") and stands in the suffix.
    """
    found = text.astype("string").str.casefold().str.strip().str.extract(_PARTS)
    number = pd.to_numeric(found["number"], errors="coerce").astype("Int64")
    others = found["others"].str.replace(r"\s+", "", regex=True).fillna("")
    last = pd.to_numeric(others.str.extract(_LAST, expand=False), errors="coerce").astype("Int64")
    is_range = (last > number).fillna(False).astype(bool)
    further = others.str.replace(r"^[-–/+&,;]?(?:bis|und|u\.?)?(?=[a-z])", "-", regex=True)
    suffix = (found["suffix"].fillna("") + further).where(~is_range, "")
    return pd.DataFrame(
        {
            "number": number,
            "last": last.where(is_range, number),
            "suffix": suffix.astype(object),
            "rest": found["rest"].fillna("").str.contains(r"\w", regex=True).astype(bool),
        },
        index=text.index,
    )
