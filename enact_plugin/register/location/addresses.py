"""Units with a published address but without usable coordinates, and the addresses of the municipality.

An address is found by its street's name in one normal form, its number, and its postcode; each step that is less than
equal lowers the confidence. The steps and the least confidence stand in `resources/tables/address_match.csv`. What is
not found, or found at two places, stays without a point: nothing is drawn at an invented one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...fields.addresses import first_addresses, house_number_parts
from ...fields.street_names import StreetName, pairs_by_typo, street_name
from ...reference.tables import rows

_ADDRESS = ["street", "house_number", "postcode"]
_NUMBERS = ["number", "last", "suffix", "rest"]


class MatchReason(Enum):
    """How an address was found, or why none was."""

    EXACT = "exact"
    FOLDED = "folded"  # umlauts without their e
    ABBREVIATED = "abbreviated"
    TYPO = "typo"
    SUFFIX = "suffix"  # one of both without the letter behind the number
    RANGE = "range"
    NOT_GIVEN = "not_given"  # no street or no number
    STREET_UNKNOWN = "street_unknown"
    NUMBER_UNKNOWN = "number_unknown"
    OTHER_POSTCODE = "other_postcode"
    AMBIGUOUS = "ambiguous"
    UNCERTAIN = "uncertain"

    @property
    def found(self) -> bool:
        """Whether there is an address."""
        return self in _FOUND


_STREET_STEPS = (MatchReason.EXACT, MatchReason.FOLDED, MatchReason.ABBREVIATED, MatchReason.TYPO)
_FOUND = (*_STREET_STEPS, MatchReason.SUFFIX, MatchReason.RANGE)


@cache
def match_limits() -> Mapping[str, float]:
    """Confidence of each step and the other limits, by their name in the table."""
    return {row["parameter"]: float(row["value"]) for row in rows("address_match")}


@dataclass(frozen=True)
class AddressMatches:
    """What was found for each unit.

    Attributes
    ----------
    frame : DataFrame, shape (n,)
        Index as the units. address : Int64, position of the address, missing where none is; confidence : float, 0 to
        1, missing where there is no address; reason : object, a `MatchReason`.
    """

    frame: pd.DataFrame

    @property
    def matched(self) -> np.ndarray:
        """Whether each unit has an address."""
        return self.frame["address"].notna().to_numpy(dtype=bool)

    def count(self, *reasons: MatchReason) -> int:
        """Units with one of these reasons."""
        return int(self.frame["reason"].isin(reasons).sum())


def match_addresses(
    plants: pd.DataFrame, addresses: GeoDataFrame, limits: Mapping[str, float] | None = None
) -> AddressMatches:
    """Find the address of each unit.

    Streets are compared in steps: equal in their normal form; equal but for the umlauts' e; shortened; one typo in a
    long name. A later step counts only for a street that no earlier one finds. Then the number must be the same, but
    for its letter, or within the range of one of both. Two different postcodes never match, and an address without one
    is none for units of two. Of equally good addresses the first is taken where they lie together; where they do not,
    none.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        street, house_number, postcode; a number that stands in the street is taken from there.
    addresses : GeoDataFrame, shape (m,)
        street, house_number, postcode, optionally suffix; points, metric CRS. Those without one are no addresses.
    limits : mapping or None
        As `match_limits`.

    Returns
    -------
    AddressMatches
        The same whatever way of spelling an address the units use, and in whatever order they stand.
    """
    limits = match_limits() if limits is None else limits
    known = _parts(addresses)
    wanted = _parts(plants, set(known["street"]))
    points = addresses.geometry.to_numpy()
    known = known[~(shapely.is_missing(points) | shapely.is_empty(points))]
    asked = wanted[(wanted["street"] != "") & wanted["number"].notna()]
    streets = _same_streets(asked["street"].unique(), known["street"].unique(), limits)
    pairs = _same_numbers(asked, known, streets, limits)
    reasons = _reasons_without(wanted, asked, streets, pairs)
    pairs = pairs[pairs["postcode_confidence"] > 0]
    best = _one_postcode(_best(pairs, points, limits))
    result = pd.DataFrame(
        {"address": pd.array([pd.NA] * len(plants), dtype="Int64"), "confidence": np.nan, "reason": reasons}
    )
    result.loc[best.index, "reason"] = best["reason"]
    found = best[best["reason"].map(lambda reason: reason.found).astype(bool)]
    result.loc[found.index, "address"] = found["address"].astype("Int64")
    result.loc[found.index, "confidence"] = found["confidence"].astype(float)
    return AddressMatches(result.set_index(plants.index))


def _parts(frame: pd.DataFrame, streets: Collection[str] = ()) -> pd.DataFrame:
    """Street, number and postcode by position; the number may stand behind the street, its letter apart.

    A street that is one of `streets` as it stands has its number in the name: "An der B 6".
    """
    texts = {name: _text(frame, name) for name in (*_ADDRESS, "suffix")}
    number = (texts["house_number"] + " " + texts["suffix"]).str.strip()
    street = texts["street"]
    whole = {street_name(text).exact for text in streets}
    named = street.map(lambda text: street_name(text).exact in whole).astype(bool)
    in_street = ((number == "") & street.str.contains(r"\d", regex=True) & ~named).to_numpy(dtype=bool)
    if in_street.any():
        apart = first_addresses(street[in_street])
        complete = apart["street"].notna() & apart["house_number"].notna()
        street = street.mask(in_street, apart["street"].where(complete, street[in_street]))
        number = number.mask(in_street, apart["house_number"].where(complete, ""))
    postcode = texts["postcode"].str.extract(r"^(\d{4,5})$", expand=False).str.zfill(5).fillna("")
    return house_number_parts(number.astype(object)).assign(street=street.astype(object), postcode=postcode)


def _text(frame: pd.DataFrame, name: str) -> pd.Series:
    values = frame[name].to_numpy() if name in frame else np.full(len(frame), None, dtype=object)
    return pd.Series(values, dtype="string").fillna("").str.strip()


# ---- streets


def _same_streets(wanted: np.ndarray, known: np.ndarray, limits: Mapping[str, float]) -> pd.DataFrame:
    """Pairs of streets as delivered that are the same, with the step that says so and its confidence."""
    names = {text: street_name(text) for text in wanted}
    others = {text: street_name(text) for text in known}
    left = {text: name for text, name in names.items() if name.parts}
    pairs: list[tuple[str, str, MatchReason]] = []
    for reason in _STREET_STEPS:
        found = _PAIRS_OF[reason](left, others, limits)
        pairs += [(text, other, reason) for text, other in found]
        done = {text for text, _other in found}
        left = {text: name for text, name in left.items() if text not in done}
    frame = pd.DataFrame(pairs, columns=["street", "known_street", "street_reason"], dtype=object)
    values = frame["street_reason"].map(lambda reason: limits[reason.value])
    return frame.assign(street_confidence=values.astype(float))


_Names = Mapping[str, StreetName]


def _with_equal(names: _Names, others: _Names, form: str) -> list[tuple[str, str]]:
    by_form: dict[str, list[str]] = {}
    for text, name in others.items():
        if name.parts:
            by_form.setdefault(getattr(name, form), []).append(text)
    return [(text, other) for text, name in names.items() for other in by_form.get(getattr(name, form), ())]


def _exact(names: _Names, others: _Names, _limits: Mapping[str, float]) -> list[tuple[str, str]]:
    return _with_equal(names, others, "exact")


def _folded(names: _Names, others: _Names, _limits: Mapping[str, float]) -> list[tuple[str, str]]:
    return _with_equal(names, others, "folded")


def _abbreviated(names: _Names, others: _Names, _limits: Mapping[str, float]) -> list[tuple[str, str]]:
    return [
        (text, other)
        for text, other in _with_equal(names, others, "initials")
        if names[text].stands_for(others[other])
    ]


def _typo(names: _Names, others: _Names, limits: Mapping[str, float]) -> list[tuple[str, str]]:
    """Long names one typo apart; the first letter must agree: Oststraße is not Poststraße."""
    mine, theirs = _long_by_form(names, limits), _long_by_form(others, limits)
    return [
        (text, other)
        for form, known in pairs_by_typo(mine, theirs)
        if form[0] == known[0]
        for text in mine[form]
        for other in theirs[known]
    ]


def _long_by_form(names: _Names, limits: Mapping[str, float]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text, name in names.items():
        if len(name.core) >= limits["typo_letters"]:
            found.setdefault(name.exact, []).append(text)
    return found


_PAIRS_OF = dict(zip(_STREET_STEPS, (_exact, _folded, _abbreviated, _typo)))


# ---- numbers


def _same_numbers(
    asked: pd.DataFrame, known: pd.DataFrame, streets: pd.DataFrame, limits: Mapping[str, float]
) -> pd.DataFrame:
    """Pairs of unit and address in the same street with the same number, and how sure each part is."""
    mine = _each_number(asked, limits).merge(streets, on="street")
    theirs = _each_number(known, limits).rename(columns={"street": "known_street", "position": "address"})
    pairs = mine.merge(theirs, on=["known_street", "house"], suffixes=("", "_known"))
    same_range = (pairs["number"] == pairs["number_known"]) & (pairs["last"] == pairs["last_known"])
    single = same_range & (pairs["number"] == pairs["last"])
    same_suffix = pairs["suffix"] == pairs["suffix_known"]
    one_without = (pairs["suffix"] == "") | (pairs["suffix_known"] == "")
    same_head = pairs["suffix"].str[:1] == pairs["suffix_known"].str[:1]  # a-c and a
    worded = pairs["rest"] | pairs["rest_known"]
    exact = same_range & same_suffix & ~worded
    lettered = single & (one_without | same_suffix)
    # a pair of ranges meets at several numbers, and at the first of the unit's own first
    ranged = (single & same_head) | ~single
    kinds = [MatchReason.EXACT, MatchReason.SUFFIX, MatchReason.RANGE]
    steps = ["number_exact", "number_suffix", "number_range"]
    which = np.select([exact, lettered, ranged], [0, 1, 2], -1)
    pairs = pairs.assign(
        number_reason=np.array([*kinds, None], dtype=object)[which],
        number_confidence=np.array([*(limits[step] for step in steps), 0.0])[which],
        postcode_confidence=_postcode_confidence(pairs, limits),
        house=(pairs["house"] - pairs["number"]).abs(),
    )
    return pairs[which >= 0]


def _each_number(parts: pd.DataFrame, limits: Mapping[str, float]) -> pd.DataFrame:
    """One row per house of a range: of one side of the street where both ends are on one side."""
    parts = parts[parts["number"].notna()]
    parts = parts.assign(position=parts.index.to_numpy())
    first, last = (parts[name].to_numpy(dtype="int64") for name in ("number", "last"))
    last = np.where(last - first <= limits["range_span"], last, first)
    step = np.where((last - first) % 2 == 0, 2, 1)
    count = (last - first) // step + 1
    several = parts.loc[np.repeat(parts.index.to_numpy(), count)].reset_index(drop=True)
    nth = np.arange(len(several)) - np.repeat(np.cumsum(count) - count, count)
    house = np.repeat(first, count) + nth * np.repeat(step, count)
    return several.astype({"number": "int64", "last": "int64"}).assign(house=house.astype("int64"))


def _postcode_confidence(pairs: pd.DataFrame, limits: Mapping[str, float]) -> np.ndarray:
    mine, theirs = pairs["postcode"], pairs["postcode_known"]
    missing = (mine == "") | (theirs == "")
    return np.select(
        [missing.to_numpy(dtype=bool), (mine == theirs).to_numpy(dtype=bool)],
        [limits["postcode_missing"], limits["postcode_exact"]],
        0.0,
    )


# ---- choice


def _best(pairs: pd.DataFrame, points: np.ndarray, limits: Mapping[str, float]) -> pd.DataFrame:
    """The best address of each unit by position, with the reason; also where it is none after all."""
    confidence = pairs["street_confidence"] * pairs["number_confidence"] * pairs["postcode_confidence"]
    # products of the same steps in another order must be equal
    pairs = pairs.assign(confidence=confidence.round(6))
    pairs = pairs.sort_values(
        ["position", "confidence", "house", "suffix_known", "address"],
        ascending=[True, False, True, True, True],
        kind="stable",
    )
    first = pairs.drop_duplicates("position").set_index("position")
    place = first[["confidence", "house"]].reindex(pairs["position"]).to_numpy()
    equal = pairs[(pairs[["confidence", "house"]].to_numpy() == place).all(axis=1)]
    apart = _spread_m(equal, points).reindex(first.index) > limits["same_place"]
    by_street = first["street_reason"] != MatchReason.EXACT
    reason = first["street_reason"].where(by_street, first["number_reason"])
    reason = reason.mask(first["confidence"] < limits["confidence_low"], MatchReason.UNCERTAIN)
    return first.assign(reason=reason.mask(apart, MatchReason.AMBIGUOUS))


def _one_postcode(best: pd.DataFrame) -> pd.DataFrame:
    """Leave out addresses without a postcode that units of two postcodes would share: two streets bear one name."""
    open_ = best[(best["postcode_known"] == "") & (best["postcode"] != "")]
    postcodes = open_.groupby("address")["postcode"].nunique()
    shared = best["address"].isin(postcodes.index[postcodes > 1]) & (best["postcode_known"] == "")
    return best.assign(reason=best["reason"].mask(shared, MatchReason.AMBIGUOUS))


def _spread_m(pairs: pd.DataFrame, points: np.ndarray) -> pd.Series:
    """Longer side of the box around the addresses of each unit [m]."""
    at = points[pairs["address"].to_numpy(dtype="int64")]
    frame = pd.DataFrame({"x": shapely.get_x(at), "y": shapely.get_y(at)})
    grouped = frame.groupby(pairs["position"].to_numpy())
    return (grouped.max() - grouped.min()).max(axis=1)


def _reasons_without(
    wanted: pd.DataFrame, asked: pd.DataFrame, streets: pd.DataFrame, pairs: pd.DataFrame
) -> np.ndarray:
    """Why each unit has no address, as long as none is found."""
    given = wanted.index.isin(asked.index)
    known = wanted["street"].isin(streets["street"]).to_numpy()
    numbered = wanted.index.isin(pairs["position"])
    reasons = [MatchReason.NOT_GIVEN, MatchReason.STREET_UNKNOWN, MatchReason.NUMBER_UNKNOWN]
    which = np.select([~given, ~known, ~numbered], [0, 1, 2], 3)
    return np.array([*reasons, MatchReason.OTHER_POSTCODE], dtype=object)[which]
