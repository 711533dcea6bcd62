"""Keys of rows that stay the same when a source is loaded again: what a planner edits is found by its key.

The source's own key where it has one. A row without one that is in the workspace already keeps the key it has there,
as `matching` recognises it; only what is new gets a key made from its geometry, its address, or the texts of a table.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ..errors import Finding, Severity
from ..reference.kind_rules import kind_rules
from ..reference.kinds import LayerKind
from .geometry import MEASURED, geometry_column, multi_part
from .matching import REACH_M, Rows, same_rows

GRID_M = 0.1  # on which geometries are hashed: below it two deliveries of one object differ by rounding
ADDRESS_REACH_M = 100.0  # within it the same street and number are the same house, wherever its point was put

_SUFFIX = r"(?:~[0-9a-f]{6}){0,2}(?:~\d+)?$"  # what told rows under one key apart
_ADDRESS = ("street", "house_number", "suffix")


class Joins(Enum):
    """Which areas under one key are one area in several pieces."""

    NONE = "none"
    SAME_CONTENT = "same_content"  # those that agree in every column
    SAME_KEY = "same_key"  # all: a postcode is one area, whatever else is said of its pieces


@dataclass(frozen=True)
class KeyRule:
    """How the rows of a layer are keyed.

    Attributes
    ----------
    key : str
        Column of the key.
    part : str
        Column whose value belongs to the key, as the year of supply areas does; empty for none.
    joins : Joins
        Which areas under one key are joined.
    by_address : bool
        Whether a row without key is named by street, house number and suffix, and not by its place.
    """

    key: str
    part: str = ""
    joins: Joins = Joins.NONE
    by_address: bool = False


def key_rule(kind: LayerKind) -> KeyRule:
    """Rule of a kind of layer."""
    joins = Joins.SAME_CONTENT if kind.geometry == "polygon" else Joins.NONE
    if kind.kind == "postcodes":
        joins = Joins.SAME_KEY
    return KeyRule(kind.key, kind_rules(kind.kind).slice, joins, by_address=kind.layer == "addresses")


def assign_keys(
    frame: pd.DataFrame, rule: KeyRule, stored: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, int, tuple[Finding, ...]]:
    """Give each row a key that stays the same when the source is loaded again.

    Rows that say the same in every column and lie in the same place are one: street tools deliver each way in both
    directions. Areas under one key may be joined. Other rows under one key (a street's sections) get a suffix from
    their geometry, or from their attributes where that is the same too. The order of the rows has no part in the keys.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
        Columns of the layer; valid geometries in metres.
    rule : KeyRule
    stored : DataFrame, GeoDataFrame or None
        The workspace's layer as it is now, in the same CRS: rows that are recognised in it keep their key.

    Returns
    -------
    frame : DataFrame or GeoDataFrame, shape (m,), m ≤ n
        Index from 0; the key is unique.
    merged : int
        Rows that were repetitions, or parts of others.
    findings : tuple of Finding
        ``key_kept``, ``key_from_geometry``, ``key_from_address`` or ``key_from_row``, ``key_not_unique``,
        ``rows_repeated``, ``parts_joined``.
    """
    before = len(frame)
    signs = _signs(frame, rule)
    once = ~signs.duplicated()
    frame, signs = frame[once.to_numpy()], signs[once]
    repeated = before - len(frame)
    whole = _joined(frame, signs, rule.joins)
    joined = len(frame) - len(whole)
    if joined:
        frame, signs = whole, _signs(whole, rule)
    missing = signs["key"].isna() | _says_nothing(signs["key"])
    signs["given"] = _with_part(signs["key"].where(~missing), frame, rule.part)
    basis = _with_part(_basis(frame, signs, rule), frame, rule.part)
    keys = signs["given"].where(~missing, basis).astype(str)
    shared = keys.duplicated(keep=False) & ~missing
    keys = _told_apart(keys.astype(object), signs, missing)
    kept = pd.Series(False, index=frame.index)
    if stored is not None and len(stored) and rule.key in stored:
        keys, kept = _recognised(keys, signs, frame, stored, rule)
    findings = [
        _finding("key_kept", (kept & missing).sum(), rule.key),
        _finding(_origin(frame, rule), (missing & ~kept).sum(), rule.key),
        _finding("key_not_unique", shared.sum(), rule.key),
        _finding("rows_repeated", repeated, rule.key),
        _finding("parts_joined", joined, rule.key),
    ]
    made = frame.copy()
    made[rule.key] = keys
    return made.reset_index(drop=True), repeated + joined, tuple(found for found in findings if found)


def keep_keys(
    frame: GeoDataFrame, rule: KeyRule, made: Any, stored: GeoDataFrame
) -> tuple[GeoDataFrame, int]:
    """Let rows whose key was made by others from their place keep the one they have in the workspace.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Unique keys; valid geometries in metres.
    rule : KeyRule
    made : Series of bool, shape (n,)
        Rows whose key is no statement of the source.
    stored : GeoDataFrame, shape (s,)

    Returns
    -------
    frame : GeoDataFrame, shape (n,)
    kept : int
        Rows without a key of their own that were recognised.
    """
    signs = _signs(frame, rule)
    signs["given"] = frame[rule.key].where(~made)
    keys, kept = _recognised(frame[rule.key].astype(object), signs, frame, stored, rule)
    return frame.assign(**{rule.key: keys}), int((kept & made).sum())


def _finding(code: str, rows: int, key: str) -> Finding | None:
    return Finding(code, severity=Severity.NOTE, values={"rows": int(rows), "column": key}) if rows else None


def _origin(frame: pd.DataFrame, rule: KeyRule) -> str:
    """Code of the text that says from what a missing key was made."""
    if rule.by_address:
        return "key_from_address"
    return "key_from_geometry" if geometry_column(frame) else "key_from_row"


# ---- what rows are told apart by


def _signs(frame: pd.DataFrame, rule: KeyRule) -> pd.DataFrame:
    """By what rows are told apart: the given key, and hashes of place and content."""
    left_out = [*geometry_column(frame), rule.key, *(name for name in MEASURED if name in frame)]
    signs = {
        "key": frame[rule.key].astype(object),
        "place": _place_hash(frame),
        "content": _row_hash(pd.DataFrame(frame.drop(columns=left_out))),
    }
    return pd.DataFrame(signs, index=frame.index)


def _says_nothing(keys: pd.Series) -> bool:
    """Whether all rows have the same key: a number field nobody filled."""
    return keys.nunique(dropna=True) <= 1 < len(keys)


def _with_part(keys: pd.Series, frame: pd.DataFrame, part: str) -> pd.Series:
    """Keys with the value of the column `part` behind them, where it has one."""
    if not part:
        return keys
    value = frame[part].astype("string").fillna("").astype(object)
    last = keys.astype("string").str.extract(r"@([^@~]*)(?:~.*)?$", expand=False)
    there = last.fillna("").astype(object) == value  # keyed before
    return keys.where(frame[part].isna() | there, keys + "@" + value).astype(object)


def _basis(frame: pd.DataFrame, signs: pd.DataFrame, rule: KeyRule) -> pd.Series:
    """Keys for rows without one."""
    if not geometry_column(frame):
        return "g" + _row_hash(_texts(frame.drop(columns=rule.key)))
    by_place = "g" + signs["place"]
    if not rule.by_address:
        return by_place
    where = frame["postcode"].where(frame["postcode"].notna(), frame["place"])
    named = pd.DataFrame({**{name: _folded(frame[name]) for name in _ADDRESS}, "where": where})
    return ("a" + _row_hash(named)).where(frame["street"].notna(), by_place)


def _folded(texts: pd.Series) -> pd.Series:
    return texts.astype("string").fillna("").str.casefold()


def _told_apart(keys: pd.Series, signs: pd.DataFrame, missing: pd.Series) -> pd.Series:
    """Add to keys that occur twice what makes the rows differ."""
    by_place = ~missing | ~keys.str.startswith("g")  # a key from the geometry says nothing more by it
    for sign, which in (("place", by_place), ("content", True)):
        again = keys.duplicated(keep=False) & which
        keys = keys.where(~again, keys + "~" + signs[sign].str.slice(0, 6))
    return _numbered(keys, signs)


def _numbered(keys: pd.Series, signs: pd.DataFrame, fixed: pd.Series | None = None) -> pd.Series:
    """Add a number to keys that still occur twice, for six digits may agree by chance; those `fixed` stay."""
    again = keys.duplicated(keep=False)
    if not again.any():
        return keys.astype(object)
    order = signs.sort_values(["place", "content"]).index
    number = keys.loc[order].groupby(keys.loc[order]).cumcount().reindex(keys.index)
    if fixed is not None:
        again &= ~fixed
    return keys.where(~again, keys + "~" + number.astype(str)).astype(object)


def _joined(frame: pd.DataFrame, signs: pd.DataFrame, joins: Joins) -> pd.DataFrame:
    """Areas under one key as one multi-part area with the attributes of the first."""
    if joins is Joins.NONE or not isinstance(frame, GeoDataFrame) or frame.empty:
        return frame
    group = signs["key"] if joins is Joins.SAME_KEY else signs["key"] + signs["content"]
    twice = group.notna() & group.duplicated(keep=False)
    if not twice.any() or (joins is Joins.SAME_CONTENT and _says_nothing(signs["key"])):
        return frame
    parts = GeoDataFrame({"group": group[twice]}, geometry=frame.geometry[twice], crs=frame.crs)
    whole = parts.dissolve(by="group").geometry.map(multi_part)
    first = ~(twice & group.duplicated()).to_numpy()
    shapes = frame.geometry.where(~twice, group.map(whole))
    return frame.set_geometry(GeoSeries(shapes, index=frame.index, crs=frame.crs))[first]


# ---- what is in the workspace already


def _recognised(
    fresh: pd.Series, signs: pd.DataFrame, frame: pd.DataFrame, stored: pd.DataFrame, rule: KeyRule
) -> tuple[pd.Series, pd.Series]:
    """Keys of the rows that are in the workspace already; `fresh` ones for the others.

    Returns
    -------
    keys : Series of str
    kept : Series of bool
        Rows that were recognised.
    """
    # of a table without the geometry that QGIS adds
    columns = [name for name in frame.columns if name in stored]
    stored = stored.loc[stored[rule.key].notna().to_numpy(), columns].reset_index(drop=True)
    old = _signs(stored, rule)
    old["base"] = old["key"].str.replace(_SUFFIX, "", regex=True)
    given = signs["given"]
    own = given.notna()
    # a key that one row of the source has is that row's, unless the workspace knows only sections under it
    known = given.isin(old["key"]) | ~given.isin(old["base"])
    settled = own & ~given.duplicated(keep=False) & known
    keys = fresh.mask(settled, given)
    free = ~old["key"].isin(keys[settled])
    open_, kept = ~settled, pd.Series(False, index=fresh.index)

    def take(rows: pd.Series, labels: pd.Series, old_labels: pd.Series, reach_m: float) -> None:
        """Let `rows` inherit from the stored rows that are free."""
        mine, theirs = np.flatnonzero(rows), np.flatnonzero(free)
        found = same_rows(_rows(frame, signs, labels, mine), _rows(stored, old, old_labels, theirs), reach_m)
        heirs, givers = mine[found >= 0], theirs[found[found >= 0]]
        keys.iloc[heirs] = old["key"].to_numpy()[givers]
        kept.iloc[heirs] = True
        free.iloc[givers] = False

    take(open_ & own, given, old["base"], REACH_M)
    nameless = open_ & ~own
    # made from the same geometry or address, even if the stored one was changed since
    again = nameless & fresh.isin(old["key"][free])
    free &= ~old["key"].isin(fresh[again])
    kept |= again
    labels, old_labels = _labels(frame, rule), _labels(stored, rule)
    if rule.by_address:
        take(nameless & ~kept & frame["street"].notna(), labels, old_labels, ADDRESS_REACH_M)
    take(nameless & ~kept, labels, old_labels, REACH_M)
    return _apart_from_kept(keys, signs, kept | settled), kept


def _labels(frame: pd.DataFrame, rule: KeyRule) -> pd.Series:
    """Text that rows without key must share to be the same: the part of the layer, the address, a table's texts."""
    labels = pd.Series("", index=frame.index, dtype=object)
    if rule.part:
        labels = labels + frame[rule.part].astype("Int64").astype("string").fillna("").astype(object)
    if rule.by_address:
        named = [_folded(frame[name]) for name in _ADDRESS]
        labels = labels + named[0].str.cat(named[1:], sep="|").astype(object)
    if not geometry_column(frame):
        labels = labels + _row_hash(_texts(frame.drop(columns=rule.key)))
    return labels


def _rows(frame: pd.DataFrame, signs: pd.DataFrame, labels: pd.Series, places: Any) -> Rows:
    """What the rows at `places` are compared by."""
    shapes = None
    if geometry_column(frame):
        shapes = frame.geometry.to_numpy()[places]
        broken = ~shapely.is_valid(shapes)
        if broken.any():  # a person may have edited what is stored
            shapes = shapes.copy()
            shapes[broken] = shapely.make_valid(shapes[broken])
    text = labels.fillna("").to_numpy(dtype=object)
    return Rows(text[places], signs["place"].to_numpy()[places], signs["content"].to_numpy()[places], shapes)


def _apart_from_kept(keys: pd.Series, signs: pd.DataFrame, fixed: pd.Series) -> pd.Series:
    """New keys that happen to be those of recognised rows are extended."""
    taken = ~fixed & keys.isin(keys[fixed])
    keys = keys.where(~taken, keys + "~" + signs["place"].str.slice(0, 6))
    return _numbered(keys, signs, fixed)


# ---- hashes


def _place_hash(frame: pd.DataFrame) -> pd.Series:
    """Hash of each geometry on the grid, the same for both directions of a line and any start of a ring."""
    if not geometry_column(frame):
        return pd.Series("", index=frame.index, dtype=object)
    shapes = frame.geometry.to_numpy()
    # adding zero turns -0.0 into 0.0, which is another number to the bytes
    rounded = shapely.transform(shapes, lambda points: np.round(points / GRID_M) + 0.0)
    blobs = shapely.to_wkb(shapely.normalize(rounded), byte_order=1)
    # a loop, for numpy has no hash that stays the same across versions: about a second for a million rows
    return pd.Series([_digest(blob) for blob in blobs], index=frame.index, dtype=object)


def _row_hash(frame: pd.DataFrame) -> pd.Series:
    """Hash of each row's values."""
    if frame.shape[1] == 0:
        return pd.Series("", index=frame.index, dtype=object)
    texts = [frame[name].astype("string").fillna("\x00") for name in frame.columns]
    joined = texts[0].str.cat(texts[1:], sep="\x1f")
    return pd.Series([_digest(text.encode()) for text in joined], index=frame.index, dtype=object)


def _texts(values: pd.DataFrame) -> pd.DataFrame:
    """Columns that say what a row of a table is about: texts, days and years, not the figures."""
    about = [
        name
        for name in values.columns
        if values[name].dtype == object
        or pd.api.types.is_datetime64_any_dtype(values[name].dtype)
        or name.startswith("year")
    ]
    return values[about] if about else values


def _digest(blob: bytes) -> str:
    return hashlib.blake2b(blob or b"", digest_size=8).hexdigest()
