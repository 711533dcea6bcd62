"""Which municipality a unit belongs to: by its key, never by a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from ..errors import EnactError
from ..reference.municipalities import AgsRepair, find_municipality, parse_ags, resolve_ags
from .raw import Units, with_columns

PREFIX_DIGITS = (2, 3, 5)  # state, administrative region, district
_MOST_FREQUENT = 5  # municipalities an error names
_EXPONENT = re.compile(r"\d[.,]\d+[eE]\+?0?\d")  # 1,4713E+07
_POSTCODE_DIGITS = 5


@dataclass(frozen=True)
class Wanted:
    """Which units are wanted.

    Attributes
    ----------
    key : str
        Eight digits valid today, the first 2, 3 or 5 of them, or empty for all.
    """

    key: str = ""

    @classmethod
    def of(cls, ags: str | None) -> Wanted:
        """Understand what is asked for.

        Raises
        ------
        EnactError
            ``ags_invalid``, ``ags_is_district``.
        """
        if ags is None:
            return cls()
        text = ags.strip()
        is_prefix = text.isdigit() and len(text) in PREFIX_DIGITS
        return cls(text if is_prefix else resolve_ags(parse_ags(text).ags).ags)

    def holds(self, keys: pd.Series) -> pd.Series:
        """Which keys, valid today or None, are wanted; a missing one only where all are."""
        if not self.key:
            return pd.Series(True, index=keys.index)
        return keys.str.startswith(self.key, na=False).astype(bool)


@lru_cache(maxsize=65_536)
def key_of(text: str) -> tuple[str | None, bool]:
    """Municipality key as delivered, and whether its leading zero was lost; None where it is none."""
    try:
        result = parse_ags(text)
    except EnactError:
        return None, False
    return result.ags, result.repaired is AgsRepair.LEADING_ZERO


@lru_cache(maxsize=65_536)
def key_today(text: str) -> str | None:
    """Municipality key valid today, or None."""
    key, _ = key_of(text)
    return None if key is None else resolve_ags(key).ags


def with_keys(units: Units) -> Units:
    """Keys of eight digits, valid today, and the name of the municipality where the way does not deliver it."""
    frame = units.frame
    distinct = frame["ags"].dropna().unique()
    given = _mapped(frame["ags"], {text: key_of(text)[0] for text in distinct})
    ags = _mapped(frame["ags"], {text: key_today(text) for text in distinct})
    zero_lost = frame["ags"].isin([text for text in distinct if key_of(text)[1]])
    replaced = (given != ags) & given.notna()
    known_names = _mapped(ags, {key: _name(key) for key in ags.dropna().unique()})
    municipality = frame["municipality"].where(frame["municipality"].notna() & ~replaced, known_names)
    postcode, short = _postcodes(frame["postcode"], given.notna())
    named = municipality.where(municipality.notna(), None)
    frame = with_columns(frame, ags=ags, municipality=named, postcode=postcode)
    return replace(units, frame=frame).marked(
        leading_zero_restored=(zero_lost | short).to_numpy(dtype=bool),
        ags_old_resolved=replaced.to_numpy(dtype=bool),
    )


def _mapped(texts: pd.Series, table: dict[str, str | None]) -> pd.Series:
    values = texts.map(table).astype(object)
    return values.where(values.notna(), None)


def _name(ags: str) -> str | None:
    municipality = find_municipality(ags)
    return municipality.name if municipality else None


def _postcodes(texts: pd.Series, german: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Postcodes of five digits, and where a spreadsheet had taken the leading zero."""
    whole = texts.str.replace(r"\.0$", "", regex=True)
    short = (german & whole.str.fullmatch(r"\d{4}", na=False)).astype(bool)
    return whole.where(~short, whole.str.zfill(_POSTCODE_DIGITS)), short


def of_municipality(units: Units, ags: str | None, given: pd.Series, may_be_none: bool) -> Units:
    """Units of the municipality asked for; `given` are the keys as delivered.

    Raises
    ------
    EnactError
        ``ags_not_in_file`` unless there may be none of them, ``ags_changed_by_spreadsheet``.
    """
    if ags is None:
        return units
    wanted = Wanted.of(ags)
    keys = units.frame["ags"]
    mask = wanted.holds(keys).to_numpy(dtype=bool)
    if not mask.any():
        refuse_changed_keys(Counter(given.reindex(keys.index)[keys.isna()].dropna()), units.path)
        if not may_be_none:
            names = units.frame.dropna(subset=["ags"]).groupby("ags")["municipality"].first().to_dict()
            found = most_frequent(Counter(keys.dropna()), names)
            raise EnactError("ags_not_in_file", path=units.path, ags=wanted.key, found=found)
    return units.rows(mask)


def refuse_changed_keys(unreadable: Counter[str], path: str) -> None:
    """Stop at keys of which a spreadsheet kept the first digits only: nobody can tell the municipality any more.

    Raises
    ------
    EnactError
        ``ags_changed_by_spreadsheet``.
    """
    changed = {text: count for text, count in unreadable.items() if _EXPONENT.fullmatch(str(text))}
    if changed:
        units = sum(changed.values())
        raise EnactError("ags_changed_by_spreadsheet", path=path, value=next(iter(changed)), units=units)


def most_frequent(keys: Counter[str], names: Mapping[str, str | None] | None = None) -> str:
    """The municipalities with most units: "14713000 Leipzig (1068), …"; "–" when there is none.

    Parameters
    ----------
    keys : Counter
        Units by key.
    names : mapping or None
        Their names as delivered; those of our own table where missing.
    """
    delivered = names or {}
    listed = [
        f"{key} {delivered.get(key) or _name(key) or ''}".rstrip() + f" ({count})"
        for key, count in keys.most_common(_MOST_FREQUENT)
    ]
    return ", ".join(listed) or "–"
