"""Which buildings a delivery of metered data is about, by its group of addresses or its block.

The smallest part is a building's address: a building with two addresses counts half in a group that holds one of them.
What finds no building is listed with its reason, never dropped silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...fields.addresses import house_number_parts
from ...fields.street_names import StreetName, pairs_by_typo, street_name
from ...fields.texts import plain_text
from .address_groups import Parity, is_single, parse_address_groups, possible_numbers
from .rules import grid_of

KEY = "consumption_id"
EXAMPLES = 3  # keys a finding names
ADDRESS_COLUMNS = ("building_id", "street", "house_number")


class UnmatchedReason(Enum):
    """Why a delivery, or a part of it, finds no building."""

    NO_PLACE = "no_place"  # neither addresses nor a block
    UNREADABLE = "unreadable"
    STREET_UNKNOWN = "street_unknown"
    NO_SUCH_NUMBER = "no_such_number"
    TWO_POSTCODES = "two_postcodes"  # the street exists twice in the municipality
    BLOCK_UNKNOWN = "block_unknown"


class MatchKind(Enum):
    """How an address was found."""

    EXACT = "exact"
    SUFFIX = "suffix"  # one of both without the letter behind the number
    BLOCK = "block"


@dataclass(frozen=True)
class Members:
    """Buildings of deliveries. In each table the delivery's key has the column name that was asked for.

    Attributes
    ----------
    members : DataFrame
        key, building_id; addresses : int, house numbers of the building in this delivery; weight : float in (0, 1],
        share of the building's addresses that belong to it; match : `MatchKind`.
    parts : DataFrame
        key, building_id, address (text that is the same for the same address), share : float, of the building; one row
        per address of a building. The shares of a building's addresses sum to one.
    unmatched : DataFrame
        key, text, reason : `UnmatchedReason`; suggestion : a street of the municipality one typo apart, or empty. Holds
        addresses: it stays in the workspace.
    overlaps : DataFrame
        grid, key, other (key of the other delivery), addresses : int, house numbers counted in both.
    house_numbers : DataFrame, index key
        found : int, house numbers that exist; missing : int, those named that do not, at most; listed_missing : int,
        those of them named one by one; possible : int, that the text can name at most, -1 for a block.
    findings : tuple of Finding
    """

    members: pd.DataFrame
    parts: pd.DataFrame
    unmatched: pd.DataFrame
    overlaps: pd.DataFrame
    house_numbers: pd.DataFrame
    findings: tuple[Finding, ...] = ()


def match_members(
    deliveries: pd.DataFrame, addresses: pd.DataFrame, blocks: pd.DataFrame | None = None, key: str = KEY
) -> Members:
    """Find the buildings of each delivery.

    Streets are compared in their normal form, then as if umlauts had no dots, then with shortened words where only one
    street can be meant; a typo is suggested, not taken. A number without its letter finds the lettered ones (and the
    other way round) only where the number itself does not exist.

    Parameters
    ----------
    deliveries : DataFrame, shape (n,)
        Rows of the layer consumption or heaters: key, address_group, block_id, heat_carrier. The addresses count where
        both are given.
    addresses : DataFrame, shape (m,)
        building_id, street, house_number with its suffix, optionally postcode; a row per address of a building.
    blocks : DataFrame or None
        building_id, block_id of all buildings; None where there are no blocks.
    key : str
        Column of the deliveries' key.

    Returns
    -------
    Members
        The same in whatever order the rows stand.

    Raises
    ------
    EnactError
        ``metered_keys_repeated``.
    """
    repeated = deliveries[key][deliveries[key].duplicated()]
    if len(repeated):
        raise EnactError("metered_keys_repeated", rows=len(repeated), examples=_examples(repeated))
    known = _known(addresses, blocks)
    text = plain_text(deliveries["address_group"].set_axis(deliveries[key]))
    block = plain_text(deliveries["block_id"].set_axis(deliveries[key]))
    by_text = _by_text(text, known)
    by_block = _by_block(block[text.isna()], known)
    placeless = block.index[text.isna() & block.isna()]
    nowhere = pd.DataFrame(
        {"row": placeless, "text": "", "reason": UnmatchedReason.NO_PLACE, "suggestion": ""}
    )
    hits = pd.concat([by_text.hits, by_block.hits], ignore_index=True)
    unmatched = pd.concat([by_text.unmatched, by_block.unmatched, nowhere], ignore_index=True)
    carriers = deliveries["heat_carrier"].set_axis(deliveries[key])
    overlaps = _overlaps(hits, carriers)
    leaving = _leaving(hits, block[text.notna()].dropna(), known)
    return Members(
        members=_members(hits).rename(columns={"row": key}),
        parts=_parts(hits).rename(columns={"row": key}),
        unmatched=_ordered(unmatched, ["row", "text"]).rename(columns={"row": key}),
        overlaps=overlaps.rename(columns={"row": key}),
        house_numbers=_house_numbers(deliveries[key], hits, by_text, text).rename_axis(key),
        findings=_findings(len(deliveries), hits, unmatched, overlaps, leaving),
    )


# ---- addresses and blocks -------------------------------------------------------------------------------------------


def _known(addresses: pd.DataFrame, blocks: pd.DataFrame | None) -> pd.DataFrame:
    """One row per address of a building, and one for each building of a block that has none.

    building_id, key (street in its normal form), street, number, last, suffix, postcode, address, share, block_id.
    """
    numbers = house_number_parts(addresses["house_number"])
    street = addresses["street"].astype("string").fillna("").str.strip()
    usable = numbers["number"].notna() & (street != "") & addresses["building_id"].notna()
    postcode = (
        plain_text(addresses["postcode"]) if "postcode" in addresses else pd.Series(None, addresses.index)
    )
    frame = pd.DataFrame(
        {
            "building_id": addresses["building_id"].astype(object),
            "street": street.astype(object),
            "postcode": postcode.fillna("").astype(object),
            "suffix": numbers["suffix"],
            "number": numbers["number"],
            "last": numbers["last"],
        }
    )[usable].astype({"number": "int64", "last": "int64"})
    keys = {text: street_name(text).exact for text in frame["street"].unique()}
    frame["key"] = frame["street"].map(keys).astype(object)
    frame["address"] = (
        frame["key"] + " " + frame["number"].astype(str) + "-" + frame["last"].astype(str) + frame["suffix"]
    ) + (" " + frame["postcode"])
    frame = frame.sort_values(["building_id", "address", "street"]).drop_duplicates(
        ["building_id", "address"]
    )
    frame = pd.concat([frame, _without_address(blocks, frame)], ignore_index=True)
    frame["share"] = 1.0 / frame.groupby("building_id")["address"].transform("size")
    block_of = (
        {} if blocks is None else blocks.drop_duplicates("building_id").set_index("building_id")["block_id"]
    )
    return frame.assign(block_id=plain_text(frame["building_id"].map(block_of)))


def _without_address(blocks: pd.DataFrame | None, frame: pd.DataFrame) -> pd.DataFrame:
    """Rows for buildings that only a block can name."""
    if blocks is None:
        return frame.iloc[:0]
    names = (
        blocks.loc[~blocks["building_id"].isin(frame["building_id"]), "building_id"]
        .drop_duplicates()
        .sort_values()
    )
    empty = {"street": "", "postcode": "", "suffix": "", "key": "", "number": 0, "last": 0}
    return pd.DataFrame({"building_id": names.astype(object), "address": names.astype(str), **empty})


@dataclass(frozen=True)
class _Found:
    """Addresses of deliveries: hits has row, building_id, address, share, number (of the register), match."""

    hits: pd.DataFrame
    unmatched: pd.DataFrame
    missing: pd.Series
    listed: pd.Series
    possible: pd.Series


_HIT = ["row", "building_id", "address", "share", "named", "match"]


def _by_block(block: pd.Series, known: pd.DataFrame) -> _Found:
    asked = block.dropna().rename_axis("row").rename("block_id").reset_index()
    hits = asked.merge(known[known["block_id"].notna()], on="block_id")
    # a building without an address is no house number
    hits = hits.assign(match=MatchKind.BLOCK, named=hits["number"] > 0)
    left = asked[~asked["row"].isin(hits["row"])]
    unmatched = pd.DataFrame(
        {
            "row": left["row"],
            "text": left["block_id"],
            "reason": UnmatchedReason.BLOCK_UNKNOWN,
            "suggestion": "",
        }
    )
    nothing = pd.Series(dtype="int64")
    return _Found(hits[_HIT], unmatched, nothing, nothing, nothing)


def _by_text(text: pd.Series, known: pd.DataFrame) -> _Found:
    read = parse_address_groups(text)
    parts = read.parts.rename(columns={"group": "row"})
    parts = parts.assign(
        part=np.arange(len(parts)), possible=possible_numbers(parts), single=is_single(parts)
    )
    streets, suggestions = _same_streets(parts, known)
    houses = _each_number(known)
    asked = parts.merge(streets, on="street_key")
    hits = pd.concat(
        [_single_hits(asked[asked["single"]], houses), _range_hits(asked[~asked["single"]], houses)]
    )
    hits = hits[
        (hits["postcode"] == "")
        | (hits["known_postcode"] == "")
        | (hits["postcode"] == hits["known_postcode"])
    ]
    twice = _in_two_postcodes(hits)
    hits = hits[~hits["part"].isin(twice)]
    left = parts[~parts["part"].isin(hits["part"])]
    reason = np.select(
        [~left["street_key"].isin(streets["street_key"]), left["part"].isin(twice)],
        [UnmatchedReason.STREET_UNKNOWN, UnmatchedReason.TWO_POSTCODES],
        UnmatchedReason.NO_SUCH_NUMBER,
    )
    unmatched = pd.DataFrame(
        {
            "row": left["row"],
            "text": left["text"],
            "reason": reason,
            "suggestion": left["street_key"].map(suggestions).fillna("").astype(object),
        }
    )
    unreadable = read.problems.rename(columns={"group": "row"}).assign(suggestion="")
    unreadable = unreadable.assign(reason=UnmatchedReason.UNREADABLE)
    missing = left.groupby("row")["possible"].sum().add(unreadable.groupby("row").size(), fill_value=0)
    return _Found(
        hits.assign(named=True)[_HIT],
        pd.concat([unmatched, unreadable], ignore_index=True),
        missing.astype("int64"),
        left[left["single"]].groupby("row").size(),
        parts.groupby("row")["possible"]
        .sum()
        .add(unreadable.groupby("row").size(), fill_value=0)
        .astype("int64"),
    )


def _each_number(known: pd.DataFrame) -> pd.DataFrame:
    """Addresses by each number they hold: an address "12–14" also as 14, one "12–15" as 12 to 15."""
    known = known[known["number"] > 0]
    first, last = known["number"].to_numpy(), known["last"].to_numpy()
    step = np.where((last - first) % 2 == 0, 2, 1)
    count = (last - first) // step + 1
    several = known.loc[np.repeat(known.index.to_numpy(), count)]
    nth = np.arange(len(several)) - np.repeat(np.cumsum(count) - count, count)
    house = np.repeat(first, count) + nth * np.repeat(step, count)
    several = several.assign(house=house).rename(columns={"postcode": "known_postcode", "key": "known_key"})
    return several[["known_key", "house", "suffix", "known_postcode", "building_id", "address", "share"]]


def _single_hits(asked: pd.DataFrame, houses: pd.DataFrame) -> pd.DataFrame:
    """Addresses with the number asked for; those that differ by the letter only where there is none of this number."""
    pairs = asked.merge(houses, left_on=["known_key", "first"], right_on=["known_key", "house"])
    same = pairs["suffix"] == pairs["suffix_first"]
    near = (pairs["suffix"] == "") | (pairs["suffix_first"] == "")
    exact = pairs.loc[same, "part"].unique()
    pairs = pairs.assign(match=np.where(same, MatchKind.EXACT, MatchKind.SUFFIX))
    return pairs[same | (near & ~pairs["part"].isin(exact))]


def _range_hits(asked: pd.DataFrame, houses: pd.DataFrame) -> pd.DataFrame:
    """Addresses from the first to the last house number of each range, on its side of the street."""
    pairs = asked.merge(houses, on="known_key")
    house, suffix = pairs["house"], pairs["suffix"]
    after = (house > pairs["first"]) | ((house == pairs["first"]) & (suffix >= pairs["suffix_first"]))
    before = (house < pairs["last"]) | ((house == pairs["last"]) & (suffix <= pairs["suffix_last"]))
    odd = house % 2 == 1
    side = (pairs["parity"] == Parity.BOTH) | (odd & (pairs["parity"] == Parity.ODD))
    side |= ~odd & (pairs["parity"] == Parity.EVEN)
    return pairs[after & before & side].assign(match=MatchKind.EXACT)


def _in_two_postcodes(hits: pd.DataFrame) -> pd.Index:
    """Parts that find one house number in two postcodes."""
    given = hits[hits["known_postcode"] != ""]
    postcodes = given.groupby(["part", "house", "suffix"])["known_postcode"].nunique()
    return postcodes[postcodes > 1].index.get_level_values("part").unique()


# ---- streets --------------------------------------------------------------------------------------------------------


def _same_streets(parts: pd.DataFrame, known: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Pairs of normal forms that are the same street, and for the others a street they may mean."""
    wanted = _names(parts["street"])
    others = _names(known.loc[known["key"] != "", "street"])
    pairs: dict[str, str] = {form: form for form in wanted if form in others}
    for found in (_folded, _shortened):
        left = {form: name for form, name in wanted.items() if form not in pairs}
        pairs.update(found(left, others))
    left = [form for form in wanted if form not in pairs]
    suggestions = dict(pairs_by_typo(left, others))
    spelled = known.drop_duplicates("key").set_index("key")["street"]
    frame = pd.DataFrame(sorted(pairs.items()), columns=["street_key", "known_key"], dtype=object)
    return frame, {form: str(spelled[other]) for form, other in suggestions.items()}


def _names(streets: pd.Series) -> dict[str, StreetName]:
    """Names by their normal form."""
    names = (street_name(text) for text in sorted(streets.unique()))
    return {name.exact: name for name in names if name.parts}


def _folded(names: dict[str, StreetName], others: dict[str, StreetName]) -> dict[str, str]:
    forms = _by({other: name.folded for other, name in others.items()})
    return _unambiguous({form: forms.get(name.folded, []) for form, name in names.items()})


def _shortened(names: dict[str, StreetName], others: dict[str, StreetName]) -> dict[str, str]:
    forms = _by({other: name.initials for other, name in others.items()})
    return _unambiguous(
        {
            form: [other for other in forms.get(name.initials, []) if name.stands_for(others[other])]
            for form, name in names.items()
        }
    )


def _by(forms: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for other, form in forms.items():
        found.setdefault(form, []).append(other)
    return found


def _unambiguous(candidates: dict[str, list[str]]) -> dict[str, str]:
    return {form: found[0] for form, found in candidates.items() if len(found) == 1}


# ---- results --------------------------------------------------------------------------------------------------------


def _ordered(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Rows in an order that does not depend on that of the input; keys may be numbers or text."""
    return frame.sort_values(by, key=lambda column: column.astype(str), kind="stable").reset_index(drop=True)


def _parts(hits: pd.DataFrame) -> pd.DataFrame:
    """One row per delivery and address of a building."""
    best = hits.assign(rank=hits["match"] != MatchKind.EXACT).sort_values("rank", kind="stable")
    best = best.drop_duplicates(["row", "building_id", "address"])
    return _ordered(best, ["row", "building_id", "address"])[["row", "building_id", "address", "share"]]


def _members(hits: pd.DataFrame) -> pd.DataFrame:
    """One row per delivery and building."""
    worst = hits.assign(rank=hits["match"] == MatchKind.SUFFIX).sort_values(
        "rank", ascending=False, kind="stable"
    )
    once = worst.drop_duplicates(["row", "building_id", "address"])
    grouped = once.groupby(["row", "building_id"], sort=False)
    frame = grouped.agg(
        addresses=("named", "sum"), weight=("share", "sum"), match=("match", "first")
    ).reset_index()
    # shares of thirds sum to a hair beside one
    frame = frame.assign(addresses=frame["addresses"].astype("int64"), weight=frame["weight"].round(9))
    return _ordered(frame, ["row", "building_id"])


def _house_numbers(keys: pd.Series, hits: pd.DataFrame, by_text: _Found, text: pd.Series) -> pd.DataFrame:
    named = hits[hits["named"].astype(bool)].drop_duplicates(["row", "address"])
    index = pd.Index(keys)
    possible = by_text.possible.reindex(index, fill_value=0).where(text.reindex(index).notna(), -1)
    return pd.DataFrame(
        {
            "found": named.groupby("row").size().reindex(index, fill_value=0),
            "missing": by_text.missing.reindex(index, fill_value=0),
            "listed_missing": by_text.listed.reindex(index, fill_value=0),
            "possible": possible,
        }
    ).astype("int64")


def _overlaps(hits: pd.DataFrame, carriers: pd.Series) -> pd.DataFrame:
    """Pairs of deliveries of one grid that hold the same address."""
    each = hits.drop_duplicates(["row", "building_id", "address"])[["row", "building_id", "address"]]
    each = each.assign(grid=each["row"].map(carriers).map(grid_of, na_action="ignore"))
    each = each[each.duplicated(["grid", "building_id", "address"], keep=False)]
    pairs = each.merge(each.rename(columns={"row": "other"}), on=["grid", "building_id", "address"])
    pairs = pairs[pairs["row"].astype(str) < pairs["other"].astype(str)]
    counted = pairs.groupby(["grid", "row", "other"], sort=False)["address"].nunique()
    return _ordered(counted.rename("addresses").reset_index(), ["grid", "row", "other"])


def _leaving(hits: pd.DataFrame, block: pd.Series, known: pd.DataFrame) -> list[object]:
    """Deliveries whose addresses lie outside the block they name."""
    block_of = known.drop_duplicates("building_id").set_index("building_id")["block_id"]
    there = hits["building_id"].map(block_of)
    named = hits["row"].map(block)
    outside = named.notna() & there.notna() & (there != named)
    return sorted(hits.loc[outside, "row"].unique(), key=str)


def _examples(keys: pd.Series | list[object]) -> str:
    """A few keys, never addresses."""
    return ", ".join(sorted({str(key) for key in keys})[:EXAMPLES])


def _findings(
    total: int, hits: pd.DataFrame, unmatched: pd.DataFrame, overlaps: pd.DataFrame, leaving: list[object]
) -> tuple[Finding, ...]:
    found = []
    if len(unmatched):
        count = unmatched["reason"].value_counts()
        values = {
            "deliveries": int(unmatched["row"].nunique()),
            "total": total,
            "examples": _examples(unmatched["row"]),
            "no_place": int(count.get(UnmatchedReason.NO_PLACE, 0)),
            "unreadable": int(count.get(UnmatchedReason.UNREADABLE, 0)),
            "street_unknown": int(count.get(UnmatchedReason.STREET_UNKNOWN, 0)),
            "no_such_number": int(count.get(UnmatchedReason.NO_SUCH_NUMBER, 0)),
            "two_postcodes": int(count.get(UnmatchedReason.TWO_POSTCODES, 0)),
            "block_unknown": int(count.get(UnmatchedReason.BLOCK_UNKNOWN, 0)),
        }
        found.append(Finding("metered_addresses_unmatched", values=values))
    if len(overlaps):
        values = {"overlaps": len(overlaps), "examples": _examples([*overlaps["row"], *overlaps["other"]])}
        found.append(Finding("metered_groups_overlap", values=values))
    if leaving:
        values = {"deliveries": len(leaving), "examples": _examples(leaving)}
        found.append(Finding("metered_groups_leave_block", values=values))
    near = hits.loc[hits["match"] == MatchKind.SUFFIX, "row"].unique()
    if len(near):
        values = {"deliveries": len(near), "examples": _examples(list(near))}
        found.append(Finding("metered_matched_without_letter", severity=Severity.NOTE, values=values))
    return tuple(found)
