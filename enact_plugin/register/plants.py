"""The one plant table, whichever way the register came.

A reader turns what it delivers into `RawUnits`: columns named as the plant table's, words as delivered. `plant_table`
does the rest, the same for all: municipality, repeated rows, words, places, plausibility, account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries
from shapely.geometry.base import BaseGeometry

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome, Source
from ..reference.columns import Column, ColumnType, columns
from ..reference.municipalities import AgsRepair, find_municipality, parse_ags, resolve_ags
from . import plausibility
from .labels import labelled_columns, normalise

LAYER = "plants"
CRS = "EPSG:4326"
LICENCE = "dl-de/by-2-0"
REGISTER = "Marktstammdatenregister"
UNIT_PAGE = "https://www.marktstammdatenregister.de/MaStR/Einheit/Detail/IndexOeffentlich/"
NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)

# columns a reader may deliver besides the plant table's
LATITUDE, LONGITUDE, REGISTER_ID = "latitude", "longitude", "register_id"
# findings on the first value of a row that is no number or no date; beside each the value and its field in the file
UNREADABLE = ("number_unreadable", "date_unreadable")
TEXT_OF, FIELD_OF = "{}_text", "{}_field"
DELIVERED = "delivered_"  # in front of the columns whose words are kept for messages
_NOT_DELIVERED = ("location_kind", "url", "findings")  # made here
_PREFIX_DIGITS = (2, 3, 5)  # state, administrative region, district
_MOST_FREQUENT = 5  # municipalities an error names
_BLANKS = re.compile(r"\s+")
_EXPONENT = r"\d[.,]\d+[eE]\+?0?\d"  # 1,4713E+07
_POSTCODE_DIGITS = 5
_LARGEST_COUNT = 1e9  # modules; what is beyond is no count


@dataclass(frozen=True)
class RawUnits:
    """Units as one way of the register delivered them.

    Attributes
    ----------
    frame : DataFrame, shape (n,)
        Any of `delivered_columns`, index 0…n−1: words or catalogue numbers as delivered, float, or datetime64. Columns
        the way does not know are missing.
    source : Source
    path : str
        Named in errors.
    marks : DataFrame of bool, shape (n, codes)
        Findings the reader made on single rows.
    dropped : dict
        Reason to number of rows that could not be read; their municipality is not known.
    findings : tuple of Finding
        On the file as a whole.
    fields : mapping of str to str
        How the file calls each column of the plant table.
    """

    frame: pd.DataFrame
    source: Source
    path: str
    marks: pd.DataFrame
    dropped: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def rows(self, keep: np.ndarray | pd.Index) -> RawUnits:
        """The same with these rows only (mask or labels)."""
        return replace(self, frame=self.frame.loc[keep], marks=self.marks.loc[keep])

    def marked(self, **marks: np.ndarray) -> RawUnits:
        """The same with further findings on rows."""
        return replace(self, marks=self.marks.assign(**marks))


@lru_cache(maxsize=1)
def delivered_columns() -> dict[str, ColumnType]:
    """Columns a reader may deliver, with their type."""
    own = {column.name: column.type for column in columns(LAYER) if column.name not in _NOT_DELIVERED}
    unread = [form.format(mark) for mark in UNREADABLE for form in (TEXT_OF, FIELD_OF)]
    texts = dict.fromkeys((REGISTER_ID, *unread), ColumnType.TEXT)
    return {**own, **dict.fromkeys((LATITUDE, LONGITUDE), ColumnType.REAL), **texts}


def source_of(way: str, state: date | None) -> Source:
    """How the register is cited.

    Parameters
    ----------
    way : str
        As it is added in brackets, for instance "CSV der erweiterten Einheitenübersicht".
    state : date or None
        Newest change in the data; the export was made on that day or later.
    """
    stand = f" (Stand: {state:%d.%m.%Y})" if state else ""
    return Source(
        name=f"{REGISTER} ({way})",
        licence=LICENCE,
        attribution=f"© Bundesnetzagentur – {REGISTER}{stand}, {LICENCE}",
        state=state,
    )


def newest(updated: pd.Series) -> date | None:
    """Day of the newest change, or None."""
    last = updated.max()
    return None if pd.isna(last) else last.date()


class Unreadable:
    """Rows with a value that is neither the number nor the date it should be.

    Parameters
    ----------
    rows : int
    fields : mapping of str to str
        How the file calls each column.
    """

    def __init__(self, rows: int, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._marks = {mark: np.zeros(rows, dtype=bool) for mark in UNREADABLE}
        self._texts = {mark: np.full(rows, None, dtype=object) for mark in UNREADABLE}
        self._places = {mark: np.full(rows, None, dtype=object) for mark in UNREADABLE}

    def note(self, mark: str, failed: np.ndarray, column: pd.Series) -> None:
        """Mark rows whose value in `column` could not be read; the first such value of a row is kept."""
        if not failed.any():
            return
        first = failed & ~self._marks[mark]
        self._marks[mark] |= failed
        self._texts[mark][first] = column.astype(str).to_numpy()[first]
        self._places[mark][first] = self._fields.get(str(column.name), str(column.name))

    def columns(self, index: pd.Index) -> dict[str, pd.Series]:
        """Columns for the frame: the first value of each row, and its field."""
        texts = {TEXT_OF.format(mark): values for mark, values in self._texts.items()}
        places = {FIELD_OF.format(mark): values for mark, values in self._places.items()}
        return {name: pd.Series(values, index=index) for name, values in {**texts, **places}.items()}

    def marks(self, index: pd.Index) -> pd.DataFrame:
        """Findings on rows."""
        return pd.DataFrame(self._marks, index=index)


def plant_table(
    raw: RawUnits,
    ags: str | None = None,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
) -> Outcome:
    """Make the plant table of one municipality, or of all units delivered.

    Parameters
    ----------
    raw : RawUnits
    ags : str or None
        Municipality key, or the first 2, 3 or 5 digits of one (state, region, district). Units are chosen by key, never
        by name: the district "Leipzig" is not the city. Keys that were replaced are followed, on both sides.
    boundary : geometry, GeoSeries or None
        Municipality in EPSG:4326, or a series of them by AGS, for finding wrong coordinates.
    today : date or None
        For commissionings in the future; without it, the day of the computer.

    Returns
    -------
    Outcome
        GeoDataFrame in EPSG:4326 with the columns of `plants`, one row per register unit, by MaStR number; no geometry
        where the register publishes no place, or none that can be one.

    Raises
    ------
    EnactError
        ``ags_not_in_file`` with the keys most frequent in it, ``ags_invalid``, ``ags_is_district``.
    """
    units = _complete(raw)
    given = units.frame["ags"]
    units = _with_keys(units)
    read = len(units.frame)
    units, no_key = _of_municipality(units, ags, given)
    chosen = len(units.frame)
    units = _one_row_per_unit(units)
    units = _with_words(units)
    units, points = _with_places(units)
    frame = units.frame
    places = plausibility.check_places(points, frame["ags"], boundary)
    values = plausibility.check_values(frame, today or date.today())
    marks = pd.concat([units.marks, places, values], axis=1)
    frame = frame.assign(
        location_kind=_location_kind(frame, points),
        url=(UNIT_PAGE + frame[REGISTER_ID]).astype(object).where(frame[REGISTER_ID].notna(), None),
        findings=plausibility.joined(marks),
    )
    dropped = {**raw.dropped, **({"ags_missing": no_key} if no_key else {})}
    return Outcome(
        frame=GeoDataFrame(_typed(frame), geometry=points, crs=CRS).reset_index(drop=True),
        source=raw.source,
        rows_in=chosen + sum(dropped.values()),
        dropped=dropped,
        merged=chosen - len(frame),
        findings=(
            *raw.findings,
            *_other_municipalities(read - chosen - no_key),
            *_mostly_outside(places["coordinates_outside"], points),
            *plausibility.findings(marks, frame.assign(file=Path(raw.path).name)),
        ),
    )


# ---- texts


def _complete(raw: RawUnits) -> RawUnits:
    """All columns, texts without superfluous blanks, whole numbers that are possible."""
    frame = raw.frame.copy()
    beyond = np.zeros(len(frame), dtype=bool)
    unread = Unreadable(len(frame), raw.fields)
    for name, kind in delivered_columns().items():
        if name not in frame:
            frame[name] = pd.NaT if kind is ColumnType.DATE else np.nan if kind in NUMBERS else None
        if kind is ColumnType.TEXT:
            frame[name] = _clean(frame[name])
        if kind is ColumnType.INTEGER:
            too_big = (frame[name].abs() > _LARGEST_COUNT).to_numpy()
            unread.note("number_unreadable", too_big, frame[name].map("{:.0f}".format))
            frame[name] = frame[name].mask(too_big)
            beyond |= too_big
    for name, values in unread.columns(frame.index).items():
        frame[name] = frame[name].where(frame[name].notna(), values)
    unreadable = raw.marks["number_unreadable"].to_numpy() if "number_unreadable" in raw.marks else False
    return replace(raw, frame=frame).marked(number_unreadable=beyond | unreadable)


def _clean(texts: pd.Series) -> pd.Series:
    """Texts with single blanks; None where empty. Whole numbers have no decimal point."""
    texts = texts.astype(object)
    made = {value: _text(value) for value in texts.dropna().unique()}
    values = texts.map(made).astype(object)
    return values.where(values.notna(), None)


def _text(value: Any) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # the endpoint writes a wide ampersand, so that no page takes it for markup
    return _BLANKS.sub(" ", str(value).replace("＆", "&")).strip() or None


# ---- municipality


def _with_keys(units: RawUnits) -> RawUnits:
    """Keys of eight digits, valid today, and the name of the municipality where the way does not deliver it."""
    frame = units.frame
    read = {text: _key(text) for text in frame["ags"].dropna().unique()}
    given = frame["ags"].map({text: key for text, (key, _) in read.items()}).astype(object)
    given = given.where(given.notna(), None)
    zero_lost = frame["ags"].isin([text for text, (_, lost) in read.items() if lost])
    today = {key: resolve_ags(key) for key in given.dropna().unique()}
    ags = given.map({key: resolution.ags for key, resolution in today.items()}).astype(object)
    ags = ags.where(ags.notna(), None)
    replaced = (given != ags) & given.notna()
    names = {key: _name(key) for key in ags.dropna().unique()}
    known_names = ags.map(names).astype(object)
    municipality = frame["municipality"].where(frame["municipality"].notna() & ~replaced, known_names)
    postcode, short = _postcodes(frame["postcode"], given.notna())
    frame = frame.assign(
        ags=ags, municipality=municipality.where(municipality.notna(), None), postcode=postcode
    )
    return replace(units, frame=frame).marked(
        leading_zero_restored=(zero_lost | short).to_numpy(), ags_old_resolved=replaced.to_numpy()
    )


def _key(text: str) -> tuple[str | None, bool]:
    """Municipality key and whether its leading zero was lost; None where it is none."""
    try:
        result = parse_ags(text)
    except EnactError:
        return None, False
    return result.ags, result.repaired is AgsRepair.LEADING_ZERO


def _name(ags: str) -> str | None:
    municipality = find_municipality(ags)
    return municipality.name if municipality else None


def _postcodes(texts: pd.Series, german: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Postcodes of five digits, and where a spreadsheet had taken the leading zero."""
    whole = texts.str.replace(r"\.0$", "", regex=True)
    short = (german & whole.str.fullmatch(r"\d{4}", na=False)).astype(bool)
    return whole.where(~short, whole.str.zfill(_POSTCODE_DIGITS)), short


def _of_municipality(units: RawUnits, ags: str | None, given: pd.Series) -> tuple[RawUnits, int]:
    """Units of the municipality asked for, and how many have no readable key; `given` are the keys as delivered."""
    if ags is None:
        return units, 0
    keys = units.frame["ags"]
    wanted = ags.strip()
    if wanted.isdigit() and len(wanted) in _PREFIX_DIGITS:
        mask = keys.str.startswith(wanted, na=False)
    else:
        wanted = resolve_ags(parse_ags(wanted).ags).ags
        mask = keys == wanted
    mask = mask.to_numpy(dtype=bool)
    if not mask.any():
        _refuse_changed_keys(given[keys.isna()], units.path)
        raise EnactError("ags_not_in_file", path=units.path, ags=wanted, found=_frequent(units.frame))
    return units.rows(mask), int(keys.isna().sum())


def _refuse_changed_keys(keys: pd.Series, path: str) -> None:
    """Stop at keys of which a spreadsheet kept the first digits only: nobody can tell the municipality any more."""
    changed = keys[keys.str.fullmatch(_EXPONENT, na=False).astype(bool)]
    if len(changed):
        raise EnactError("ags_changed_by_spreadsheet", path=path, value=changed.iloc[0], units=len(changed))


def _frequent(frame: pd.DataFrame) -> str:
    """The municipalities with most units: "14713000 Leipzig (1068), …"; "–" when there is none."""
    names = frame.groupby("ags")["municipality"].first()
    counts = frame["ags"].value_counts().head(_MOST_FREQUENT)
    return (
        ", ".join(f"{key} {names[key] or ''}".rstrip() + f" ({count})" for key, count in counts.items())
        or "–"
    )


def _other_municipalities(count: int) -> tuple[Finding, ...]:
    return (Finding("units_of_others", severity=Severity.NOTE, values={"count": count}),) if count else ()


def _mostly_outside(outside: pd.Series, points: np.ndarray) -> tuple[Finding, ...]:
    """Say once that the boundary is hardly this municipality's, where most located units lie outside of it."""
    located = int((~shapely.is_missing(points)).sum())
    beyond = int(outside.sum())
    if 2 * beyond <= located:
        return ()
    return (Finding("most_units_outside", values={"outside": beyond, "count": located}),)


# ---- rows


def _one_row_per_unit(units: RawUnits) -> RawUnits:
    """Rows with the same MaStR number made one: the newest, and of equal ones the last.

    Units move between pages while they are fetched, and planners join exports. Rows without a proper number stay.
    """
    frame = units.frame
    proper = frame["mastr_id"].str.fullmatch(plausibility.ID_PATTERN, na=False).astype(bool)
    repeated = proper & frame["mastr_id"].duplicated(keep=False)
    several = frame[repeated].sort_values("updated", kind="stable", na_position="first")
    superfluous = several.index[several["mastr_id"].duplicated(keep="last")]
    different = several.drop_duplicates()["mastr_id"].value_counts()
    differing = frame["mastr_id"].isin(different.index[different > 1]) & repeated
    units = units.marked(id_duplicate=differing.to_numpy(dtype=bool))
    return units.rows(frame.drop(superfluous).sort_values("mastr_id", kind="stable").index)


# ---- words and places


def _with_words(units: RawUnits) -> RawUnits:
    """Register words replaced by codes and labels; operators only as their number, never a name."""
    frame = units.frame
    changed: dict[str, pd.Series] = {}
    marks = {
        name: np.zeros(len(frame), dtype=bool)
        for name in ("carrier_unknown", "status_unknown", "code_unknown")
    }
    for name in labelled_columns():
        changed[name], unknown = normalise(name, frame[name])
        changed[DELIVERED + name] = frame[name]
        marks[f"{name}_unknown" if f"{name}_unknown" in marks else "code_unknown"] |= unknown
    changed["operator_id"] = _numbers_only(frame["operator_id"])
    return replace(units, frame=frame.assign(**changed)).marked(**marks)


def _numbers_only(texts: pd.Series) -> pd.Series:
    """The register number within each text, None where there is none."""
    found = texts.str.extract(rf"({plausibility.ID_PATTERN})", expand=False).astype(object)
    return found.where(found.notna(), None)


def _with_places(units: RawUnits) -> tuple[RawUnits, np.ndarray]:
    """Points from the register's coordinates; None where there are none, or none that can be a place."""
    y, x = (units.frame[name].to_numpy(dtype=float) for name in (LATITUDE, LONGITUDE))
    limit = plausibility.limit
    zero = (x == 0) & (y == 0)
    swapped = (
        (y >= limit("coordinates_swapped", "latitude_low"))
        & (y <= limit("coordinates_swapped", "latitude_high"))
        & (x >= limit("coordinates_swapped", "longitude_low"))
        & (x <= limit("coordinates_swapped", "longitude_high"))
    )
    possible = (np.abs(y) <= 90) & (np.abs(x) <= 180)
    given = ~(np.isnan(x) & np.isnan(y))
    usable = possible & ~zero & ~swapped
    points = np.full(len(x), None, dtype=object)
    points[usable] = shapely.points(x[usable], y[usable])
    return units.marked(
        coordinates_zero=zero, coordinates_swapped=swapped, coordinates_invalid=given & ~possible
    ), points


def _location_kind(frame: pd.DataFrame, points: np.ndarray) -> np.ndarray:
    """The most exact place the register publishes: coordinates, address, postcode, municipality."""
    has_address = frame["street"].notna() & frame["house_number"].notna()
    return np.select(
        [~shapely.is_missing(points), has_address.to_numpy(), frame["postcode"].notna().to_numpy()],
        ["coordinates", "address", "postcode"],
        "municipality",
    ).astype(object)


# ---- columns


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns of the plant table in their order and types."""
    return pd.DataFrame({column.name: _as(frame[column.name], column) for column in columns(LAYER)})


def _as(values: pd.Series, column: Column) -> pd.Series:
    if column.type is ColumnType.INTEGER:
        return values.round().astype("Int64")
    if column.type is ColumnType.REAL:
        return values.astype(float)
    if column.type is ColumnType.DATE:
        return values.astype("datetime64[ns]")
    return values.astype(object)
