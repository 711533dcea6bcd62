"""The municipalities of Saxony: names, keys (AGS), districts, and which key replaced which.

The table holds the 418 municipalities of today, each key that was given out since the district reform of 1 August 2008
with its successor, and the keys the seven independent cities had before. Keys of other states are accepted as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from ..errors import EnactError, Finding, Severity
from .tables import rows

DEMO_AGS = "99999999"
DEMO_KIND = "fiktiv"
TOWN_KIND = "Stadt"

_AGS_DIGITS = 8
_ARS_DIGITS = 12
_DISTRICT_DIGITS = 5
_SAXONY = "14"
# Saxon keys before 1 August 2008: administrative regions 141 to 143, and 140 until 1996; since then 145 to 147
_BEFORE_REFORM = ("140", "141", "142", "143")
_STATES = frozenset(f"{state:02d}" for state in range(1, 17))
# Third digits that occur in the states whose keys begin with zero (BKG VG5000, 31 Dec 2021). A Saxon key that lost its
# last digit would else be taken for one of Schleswig-Holstein that lost its zero.
_REGIONS_AFTER_ZERO = {
    "01": "0",
    "02": "0",
    "03": "1234",
    "04": "0",
    "05": "13579",
    "06": "456",
    "07": "123",
    "08": "1234",
    "09": "1234567",
}
_SEPARATORS = re.compile(r"[\s./_'\"-]+")
_PREFIX = re.compile(r"^\s*(?:AGS|ARS)\b\s*[:=]?", re.IGNORECASE)
_WHOLE_AS_FLOAT = re.compile(r"^\s*(\d+)[.,]0*\s*$")
_ASCII_DIGITS = re.compile(r"[0-9]+")
_LONG_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Municipality:
    """A municipality under one key.

    Attributes
    ----------
    ags : str
        Eight digits.
    name : str
        Without "Stadt" and without the Sorbian name.
    kind : str
        Stadt, Gemeinde, or fiktiv for the demo's.
    district_ags, district : str
        Five digits; name as "Landkreis Leipzig", "Leipzig, Stadt".
    valid_from, valid_to : date or None
        First and last day of the key; None where unknown, and for a key that is still valid.
    successors : tuple of str
        Keys that replaced it; more than one where the municipality was divided, the first is the legal successor.
    source, note : str
        Where the row is from, in German as shown.
    """

    ags: str
    name: str
    kind: str
    district_ags: str
    district: str
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    source: str
    note: str

    def is_valid(self, on: date | None = None) -> bool:
        """Tell whether the key is valid on that day; without a day, whether it is still valid."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


class AgsRepair(Enum):
    """What had to be done to a key before it had eight digits."""

    NONE = "none"
    NOTATION = "notation"  # blanks, separators or a decimal point removed
    LEADING_ZERO = "leading_zero"
    REGIONAL_KEY = "regional_key"  # the twelve-digit ARS shortened: first five and last three digits


@dataclass(frozen=True)
class AgsResult:
    """A key as read from a dialog or a file.

    Attributes
    ----------
    ags : str
        Eight digits, as given or repaired; not yet replaced by its successor.
    repaired : AgsRepair
    successors : tuple of str
        Chain of keys that replaced it, the valid one last; empty when it is valid or not in the table.
    given : str
        What was read.
    """

    ags: str
    repaired: AgsRepair
    successors: tuple[str, ...]
    given: str


class AgsState(Enum):
    """What the table knows of a key."""

    VALID = "valid"
    REPLACED = "replaced"
    FICTITIOUS = "fictitious"
    OTHER_STATE = "other_state"  # the table is of Saxony
    BEFORE_REFORM = "before_reform"  # Saxon key from before 1 August 2008 whose successor is not in the table
    UNKNOWN = "unknown"  # Saxon, but never given out up to the table's state


@dataclass(frozen=True)
class Resolution:
    """The key that is valid instead of a given one.

    Attributes
    ----------
    ags : str
        The key to use; the given one where the table knows no other.
    name : str
        Name of the municipality; empty when the table does not know the key.
    replaced : tuple of str
        Keys it replaces on the way from the given one, oldest first; empty when the given one is used.
    others : tuple of str
        Keys of municipalities that received parts when one on the way was divided.
    state : AgsState
    """

    ags: str
    name: str
    replaced: tuple[str, ...]
    others: tuple[str, ...]
    state: AgsState


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=1)
def _table() -> dict[str, Municipality]:
    """All rows by key, in the order of the keys."""
    return {
        row["ags"]: Municipality(
            ags=row["ags"],
            name=row["name"],
            kind=row["kind"],
            district_ags=row["district_ags"],
            district=row["district"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            successors=tuple(part for part in row["successor_ags"].split("|") if part),
            source=row["source"],
            note=row["note"],
        )
        for row in rows("municipalities")
    }


@lru_cache(maxsize=64)
def municipalities(current_on: date | None = None) -> tuple[Municipality, ...]:
    """Municipalities of Saxony that exist on a day, by key; without the demo's.

    Parameters
    ----------
    current_on : date, optional
        From 1 August 2008 on; without it, those that exist still (418 since 2023).
    """
    return tuple(m for m in _table().values() if m.kind != DEMO_KIND and m.is_valid(current_on))


def districts() -> dict[str, str]:
    """Names of today's Saxon districts and independent cities by their five-digit key."""
    return {m.district_ags: m.district for m in municipalities()}


def find_municipality(ags: str) -> Municipality | None:
    """Return the row of a key, valid or not, the demo's included; None when the table does not know it."""
    return _table().get(ags)


def _digits(value: object) -> tuple[str, bool]:
    """Digits of what was given, and whether anything else stood there."""
    text = str(value)
    whole = _WHOLE_AS_FLOAT.match(text)
    digits = whole.group(1) if whole else _SEPARATORS.sub("", _PREFIX.sub("", text))
    return digits, digits != text


def _refuse_district(digits: str, given: str) -> None:
    """Name the district whose key was given in place of a municipality's."""
    key, rest = digits[:_DISTRICT_DIGITS], digits[_DISTRICT_DIGITS:]
    if rest.strip("0") or digits in _table():
        return
    name = districts().get(key)
    if name is not None:
        raise EnactError("ags_is_district", value=given, district=name)


def parse_ags(value: object) -> AgsResult:
    """Read a municipality key from what a person typed or a file holds.

    Parameters
    ----------
    value : str, int or float
        "14713000", 14713000, 14713000.0, "14 7 13 000", "AGS 14713000", seven digits of a key whose leading zero was
        lost, or the regional key (ARS) of twelve digits, "147130000000".

    Returns
    -------
    AgsResult
        The key need not be in the table: keys of other states and new ones are accepted.

    Raises
    ------
    EnactError
        ``ags_invalid``; ``ags_is_district`` for the key of a Saxon district ("14729").
    """
    given = str(value).strip()
    digits, changed = _digits(value)
    repaired = AgsRepair.NOTATION if changed else AgsRepair.NONE
    if not _ASCII_DIGITS.fullmatch(digits):
        raise EnactError("ags_invalid", value=given)
    if len(digits) == _DISTRICT_DIGITS:
        _refuse_district(digits, given)
    if len(digits) in (_AGS_DIGITS - 1, _ARS_DIGITS - 1):
        digits = f"0{digits}"
        repaired = AgsRepair.LEADING_ZERO
        if digits[2] not in _REGIONS_AFTER_ZERO.get(digits[:2], ""):
            raise EnactError("ags_invalid", value=given)
    if len(digits) == _ARS_DIGITS:
        digits = digits[:_DISTRICT_DIGITS] + digits[-3:]
        repaired = AgsRepair.REGIONAL_KEY
    if len(digits) != _AGS_DIGITS or (digits[:2] not in _STATES and digits != DEMO_AGS):
        raise EnactError("ags_invalid", value=given)
    _refuse_district(digits, given)
    return AgsResult(digits, repaired, tuple(m.ags for m in _chain(digits, date.max))[1:], given)


def _chain(ags: str, on: date) -> Iterator[Municipality]:
    """Rows from a key to the one that is valid on a day, along the legal successors."""
    row = _table().get(ags)
    while row is not None:
        yield row
        ended = row.valid_to is not None and row.valid_to < on
        row = _table().get(row.successors[0]) if ended and row.successors else None


def _state(ags: str, replaced: bool) -> AgsState:
    if ags == DEMO_AGS:
        return AgsState.FICTITIOUS
    if ags in _table():
        return AgsState.REPLACED if replaced else AgsState.VALID
    if not ags.startswith(_SAXONY):
        return AgsState.OTHER_STATE
    return AgsState.BEFORE_REFORM if ags.startswith(_BEFORE_REFORM) else AgsState.UNKNOWN


def resolve_ags(ags: str, on: date | None = None) -> Resolution:
    """Follow a key to the one that is valid instead.

    Parameters
    ----------
    ags : str
        Eight digits, as `parse_ags` returns them.
    on : date, optional
        Day for which the valid key is wanted, for instance the state of a file; without it, today's key. The key of a
        municipality that was formed only later is returned as it is (see `former_keys`).
    """
    chain = tuple(_chain(ags, on or date.max))
    replaced = tuple(row.ags for row in chain[:-1])
    return Resolution(
        ags=chain[-1].ags if chain else ags,
        name=chain[-1].name if chain else "",
        replaced=replaced,
        others=tuple(other for row in chain[:-1] for other in row.successors[1:]),
        state=_state(ags, bool(replaced)),
    )


def former_keys(ags: str, since: date | None = None) -> tuple[Municipality, ...]:
    """Municipalities that were merged into this one, by key.

    A file from before a merger lists the rows of today's municipality under these keys; of a divided one, a part.

    Parameters
    ----------
    ags : str
        Eight digits.
    since : date, optional
        Leave out keys that had ended before that day.
    """
    found: dict[str, Municipality] = {}
    wanted = {ags}
    while wanted:
        wanted = {
            m.ags for m in _table().values() if wanted.intersection(m.successors) and m.ags not in found
        }
        found.update((key, _table()[key]) for key in wanted)
    return tuple(
        row for _, row in sorted(found.items()) if since is None or (row.valid_to or date.max) >= since
    )


def findings(result: AgsResult, resolution: Resolution) -> tuple[Finding, ...]:
    """Return what a planner should know of a key that was read and resolved; empty when it was valid as given."""
    found: list[Finding] = []
    if result.repaired in (AgsRepair.LEADING_ZERO, AgsRepair.REGIONAL_KEY):
        values = {"value": result.given, "ags": result.ags}
        found.append(Finding(f"ags_{result.repaired.value}", result.ags, Severity.NOTE, values))
    if resolution.replaced:
        old = _table()[resolution.replaced[0]]
        values = {"old": old.ags, "old_name": old.name, "ags": resolution.ags, "name": resolution.name}
        found.append(Finding("ags_replaced", result.ags, Severity.NOTE, values))
    if resolution.others:
        names = ", ".join(label(_table()[other]) for other in resolution.others)
        values = {"old": result.ags, "name": resolution.name, "others": names}
        found.append(Finding("ags_divided", result.ags, Severity.WARNING, values))
    if resolution.state is AgsState.UNKNOWN:
        found.append(Finding("ags_unknown", result.ags, Severity.WARNING, {"ags": result.ags}))
        near = _similar(result.ags)
        if near:
            found.append(Finding("ags_near", result.ags, Severity.WARNING, {"ags": result.ags, "near": near}))
    return tuple(found)


def refuse_impossible(resolution: Resolution) -> None:
    """Stop at a Saxon key whose first five digits are no district of today: nothing of today bears such a key.

    For the municipality that is asked for; the rows of a file may have any key.

    Raises
    ------
    EnactError
        ``ags_before_reform``, ``ags_district_unknown``; with ``_near`` where similar keys are known.
    """
    ags = resolution.ags
    if resolution.state not in (AgsState.BEFORE_REFORM, AgsState.UNKNOWN) or _is_district(ags):
        return
    old, near = resolution.state is AgsState.BEFORE_REFORM, _similar(ags)
    if near:
        raise EnactError("ags_before_reform_near" if old else "ags_district_unknown_near", ags=ags, near=near)
    raise EnactError("ags_before_reform" if old else "ags_district_unknown", ags=ags)


def _is_district(ags: str) -> bool:
    return any(m.district_ags == ags[:_DISTRICT_DIGITS] for m in municipalities())


def _similar(ags: str) -> str:
    return "; ".join(label(municipality) for municipality in similar_keys(ags))


def similar_keys(ags: str, limit: int = 5) -> tuple[Municipality, ...]:
    """Today's municipalities whose key is a slip of typing away from `ags`, else the nearest of the same district.

    Parameters
    ----------
    ags : str
        Eight digits that are no key of the table.
    limit : int
        At most so many.

    Returns
    -------
    tuple of Municipality
        First those with one other digit or two neighbouring digits swapped, by key; where there is none, those of the
        same district by their distance in number. Empty when neither is there.
    """
    mistyped = tuple(m for m in municipalities() if _is_one_slip(ags, m.ags))
    if mistyped:
        return mistyped[:limit]
    same_district = (m for m in municipalities() if m.district_ags == ags[:_DISTRICT_DIGITS])
    near = sorted(same_district, key=lambda m: abs(int(m.ags) - int(ags)))
    return tuple(near[:limit])


def _is_one_slip(typed: str, key: str) -> bool:
    """Tell whether two keys differ in one digit, or in two neighbouring ones that are swapped."""
    places = [place for place, (one, other) in enumerate(zip(typed, key)) if one != other]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return typed[first] == key[second] and typed[second] == key[first]


def _is_ambiguous(municipality: Municipality) -> bool:
    """Tell whether the name alone may mean another municipality: one of today, or for a past one any since 2008."""
    return any(
        other.name == municipality.name
        and other.district_ags != municipality.district_ags
        and (other.is_valid() or not municipality.is_valid())
        and municipality.ags not in other.successors
        and other.ags not in municipality.successors
        for other in _table().values()
    )


def label(municipality: Municipality) -> str:
    """Name as a picker shows it: "Leipzig, Stadt (14713000)", with the district where the name occurs twice.

    A key that is no longer valid carries its last day.
    """
    name = municipality.name
    if municipality.kind == TOWN_KIND:
        name = f"{name}, {TOWN_KIND}"
    if _is_ambiguous(municipality):
        name = f"{name} – {municipality.district}"
    ended = f", bis {municipality.valid_to:%d.%m.%Y}" if municipality.valid_to else ""
    return f"{name} ({municipality.ags}{ended})"


def _plain(text: str, umlauts_long: bool) -> str:
    """Lower case, letters and digits only, words apart by one blank; ä as ae or as a."""
    lower = text.casefold()
    if umlauts_long:
        lower = unicodedata.normalize("NFC", lower).translate(_LONG_UMLAUTS)
    letters = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return _NO_LETTER.sub(" ", letters).strip()


@lru_cache(maxsize=1)
def _search_index() -> tuple[tuple[str, str, Municipality], ...]:
    """Name with short and with long umlauts, and the municipality, in alphabetical order."""
    index = ((_plain(m.name, False), _plain(m.name, True), m) for m in municipalities())
    return tuple(sorted(index, key=lambda entry: (entry[0], entry[2].ags)))


def _rank(name: str, wanted: str) -> int | None:
    """Place in the list: whole name, beginning of the name, of a word in it, within it; None when it is not there."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if wanted in name else None


def search(text: str, limit: int = 20) -> tuple[Municipality, ...]:
    """Today's municipalities for what was typed so far, the best first.

    Parameters
    ----------
    text : str
        Part of the name, with or without umlauts ("Görlitz", "Goerlitz", "gorlitz"), or the beginning of the key.
    limit : int
        At most so many.
    """
    key = _SEPARATORS.sub("", text)
    if _ASCII_DIGITS.fullmatch(key):
        return tuple(m for m in municipalities() if m.ags.startswith(key))[:limit]
    short, long = _plain(text, False), _plain(text, True)
    ranked: list[tuple[int, Municipality]] = []
    for name_short, name_long, municipality in _search_index():
        ranks = (_rank(name_short, short), _rank(name_long, long))
        best = min((rank for rank in ranks if rank is not None), default=None)
        if best is not None:
            ranked.append((best, municipality))
    ranked.sort(key=lambda entry: entry[0])  # stable: alphabetical within a rank
    return tuple(municipality for _, municipality in ranked[:limit])
