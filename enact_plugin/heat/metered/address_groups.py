"""Groups of addresses as suppliers write them: "Musterstr. 1–9 (ungerade); Nebenweg 2, 4 und 6a".

A range means all house numbers of it that exist, in the order 1, 1a, 1b, 2: "1–9" holds 5a and not 9a. Only where the
text says so it means one side of the street. Which numbers exist is asked later (`members`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum

import numpy as np
import pandas as pd

from ...fields.street_names import street_name
from ...fields.texts import plain_text


class Parity(Enum):
    """Side of the street a range means."""

    BOTH = "both"
    ODD = "odd"
    EVEN = "even"


class ParseProblem(Enum):
    """Why a part of a text names no address."""

    NO_STREET = "no_street"
    NO_NUMBER = "no_number"
    REVERSED = "reversed"  # "19–7": a slip, or short for 19–27
    UNREADABLE = "unreadable"


PART_COLUMNS = (
    *("group", "text", "street", "street_key", "postcode"),
    *("first", "suffix_first", "last", "suffix_last", "parity"),
)


@dataclass(frozen=True)
class AddressGroups:
    """Addresses of groups.

    Attributes
    ----------
    parts : DataFrame, shape (p,)
        One row per number or range. group : index of the text; text : the part as it was read; street : as
        delivered; street_key : its normal form; postcode : empty where the text names none or several; first, last :
        int, house numbers; suffix_first, suffix_last : lower case, empty where there is none; parity : `Parity`.
    problems : DataFrame, shape (q,)
        group, text (the piece), reason : `ParseProblem`.
    """

    parts: pd.DataFrame
    problems: pd.DataFrame


def parse_address_groups(groups: pd.Series) -> AddressGroups:
    """Read texts like "Musterstr. 1–9", "Hauptstr. 12 a-c", "Musterstr. 1, 3, 5a; Nebenweg 2 bis 8 (gerade)".

    Parameters
    ----------
    groups : Series of str, shape (n,)
        Index: key of the group, unique. Empty texts name nothing and are no problem.

    Returns
    -------
    AddressGroups
        In the order of the texts.
    """
    codes, distinct = pd.factorize(plain_text(groups))
    read = [_Reader().read(text) for text in distinct]
    known = [(group, read[code]) for group, code in zip(groups.index, codes) if code >= 0]
    parts = [(group, *part.row(reader.postcode)) for group, reader in known for part in reader.parts]
    problems = [(group, text, reason) for group, reader in known for text, reason in reader.problems]
    frame = pd.DataFrame(parts, columns=list(PART_COLUMNS)).astype({"first": "int64", "last": "int64"})
    return AddressGroups(frame, pd.DataFrame(problems, columns=["group", "text", "reason"]))


def is_single(parts: pd.DataFrame) -> pd.Series:
    """Whether each part names one house number and no range."""
    return (parts["first"] == parts["last"]) & (parts["suffix_first"] == parts["suffix_last"])


def possible_numbers(parts: pd.DataFrame) -> pd.Series:
    """How many house numbers each part can name at most, letters within a range of numbers not counted."""
    first, last = parts["first"].to_numpy(), parts["last"].to_numpy()
    odd = (last + 1) // 2 - first // 2
    count = np.select(
        [parts["parity"] == Parity.ODD, parts["parity"] == Parity.EVEN], [odd, last - first + 1 - odd]
    )
    count = np.where(parts["parity"] == Parity.BOTH, last - first + 1, count)
    letters = [_letters(a, b) for a, b in zip(parts["suffix_first"], parts["suffix_last"])]
    return pd.Series(np.where(first == last, letters, count), index=parts.index, dtype="int64")


def _letters(first: str, last: str) -> int:
    """House numbers from a suffix to another: "a" to "c" are three, none to "b" are three."""
    places = [ord(suffix) - ord("a") + 1 if len(suffix) == 1 else 0 for suffix in (first, last)]
    return max(places[1] - places[0], 0) + 1


# ---- one text -------------------------------------------------------------------------------------------------------

_SIDE = r"(?P<un>un)?ger(?:aden?|\.)(?:\s*(?:haus)?(?:nummern?|nrn?\.?|seite|zahlen)(?!\w))?"
# "Gerade Straße 5" is a street: the word counts in brackets, behind a number, or right before one
_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\((?:[^()]*[\s,])?{_SIDE}[^()]*\)",
        rf"(?<=[\da-z])\s+{_SIDE}(?=\s*(?:$|[;,|+&/]))",
        rf"(?<!\w){_SIDE}:?\s*(?=\d)",
    )
)
_PARITY_OF = {
    "": Parity.BOTH,
    "{o}": Parity.ODD,
    "{e}": Parity.EVEN,
}  # what stands for the word while reading
_BRACKETS = re.compile(r"\([^()]*\)")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_TO = re.compile(
    r"(?<=[\da-z])\s*(?:(?<![a-zäöüß]{2})bis(?:\s+zu)?|…|\.{2,})\s*(?=\d|[a-z]\b|nr)", re.IGNORECASE
)
_COLON = re.compile(r":\s*(?=\d|nr|haus|\{)", re.IGNORECASE)
_POSTCODE = re.compile(r"^(?:d[\s-]*)?(\d{5})(?:\s+\D*)?$", re.IGNORECASE)

_WORD = r"(?:(?:haus)?(?:nummern?|nrn?|no)\.?\s*)?"
_LETTER = r"(?!u\.?\s*\d)[a-z](?![a-zäöüß])"  # "2 u. 4" are two houses
_SUFFIX = rf"\d/\d(?!\d)|{_LETTER}"
_NUMBER = rf"{_WORD}0*(?P<%s>[1-9]\d{{0,3}})(?!\d)\s*(?P<%s>{_SUFFIX})?"
_ITEM = re.compile(
    rf"\s*(?P<before>\{{[oe]\}})?\s*(?:{_NUMBER % ('first', 'suffix')}|(?P<letter>{_LETTER}))"
    rf"(?:\s*-\s*(?:{_NUMBER % ('last', 'last_suffix')}|(?P<last_letter>{_LETTER})))?\s*(?P<after>\{{[oe]\}})?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[/+&]|und\b|u\b\.?)\s*", re.IGNORECASE)
# where a number may begin: apart from the street, or right behind the end of a word ("Hauptstr.12", "Ringweg5")
_BEGIN = re.compile(rf"(?:(?<=[\s.])|(?<=[a-zäöüß]{{4}}))(?=(?:\{{[oe]\}}\s*)?{_WORD}\d)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class _Part:
    """A number or range of a street, with the side of the street said before and behind it."""

    text: str
    first: int
    suffix_first: str
    last: int
    suffix_last: str
    before: Parity = Parity.BOTH
    after: Parity = Parity.BOTH
    parity: Parity = Parity.BOTH
    street: str = ""

    def row(self, postcode: str) -> tuple[object, ...]:
        """Values of PART_COLUMNS behind the group."""
        key = street_name(self.street).exact
        text = f"{self.street} {self.text}"
        numbers = (self.first, self.suffix_first, self.last, self.suffix_last, self.parity)
        return text, self.street, key, postcode, *numbers

    def lies_on(self, side: Parity) -> bool:
        """Whether both ends are on this side of the street."""
        return {self.first % 2, self.last % 2} == {int(side is Parity.ODD)}


@dataclass
class _Reader:
    """Reads one text from left to right."""

    parts: list[_Part] = field(default_factory=list)
    problems: list[tuple[str, ParseProblem]] = field(default_factory=list)
    postcodes: set[str] = field(default_factory=set)
    street: str = ""
    waiting: str = ""  # a street whose numbers may still come: "Musterstraße, 1–9"

    @property
    def postcode(self) -> str:
        return next(iter(self.postcodes)) if len(self.postcodes) == 1 else ""

    def read(self, text: str) -> _Reader:
        """Read the text and return the reader."""
        for token in _tokens(text):
            postcode = _POSTCODE.match(token)
            if postcode:
                self.postcodes.add(postcode[1])
            else:
                self._take(token)
        self._no_number()
        self.parts = _sided(self.parts)
        return self

    def _take(self, token: str) -> None:
        street, items = _street_and_items(token, self._letter_of())
        if items:
            if street:
                self._no_number()
                self.street = street
            self.waiting = ""
            for item in items:
                self._add(replace(item, street=self.street))
        elif re.search(r"\d", token) or not _NAME.search(token):
            self._problem(_printed(token), ParseProblem.UNREADABLE)
        else:
            self._no_number()
            self.street = self.waiting = _street(token)

    def _letter_of(self) -> int | None:
        """House number that a letter alone belongs to: "12 a, b"."""
        return self.parts[-1].last if self.parts and self.parts[-1].street == self.street else None

    def _add(self, part: _Part) -> None:
        named = f"{part.street} {part.text}".strip()
        if not street_name(part.street).parts:
            self._problem(named, ParseProblem.NO_STREET)
        elif (part.last, part.suffix_last) < (part.first, part.suffix_first):
            self._problem(named, ParseProblem.REVERSED)
        else:
            self.parts.append(part)

    def _no_number(self) -> None:
        if self.waiting:
            self._problem(self.waiting, ParseProblem.NO_NUMBER)
        self.waiting = ""

    def _problem(self, text: str, reason: ParseProblem) -> None:
        self.problems.append((text, reason))


def _tokens(text: str) -> list[str]:
    """Pieces apart by commas and semicolons, in one spelling of dashes and of the side of the street."""
    plain = text
    for pattern in _SIDES:
        plain = pattern.sub(lambda found: " {o} " if found["un"] else " {e} ", plain)
    plain = _TO.sub("-", _BRACKETS.sub(" ", plain))
    pieces = (_COLON.sub(" ", re.sub(r"\s+", " ", piece)).strip() for piece in re.split(r"[;,|\n]", plain))
    return [piece for piece in pieces if piece]


def _street_and_items(token: str, letter_of: int | None) -> tuple[str, list[_Part]]:
    """Street, empty where the piece is numbers only, and its numbers; the longest list of numbers counts."""
    whole = _items(token, letter_of)
    if whole:
        return "", whole
    for begin in _BEGIN.finditer(token):
        street = token[: begin.start()]
        items = _items(token[begin.start() :], None) if _NAME.search(street) else []
        if items:
            return _street(street), items
    return "", []


def _items(text: str, letter_of: int | None) -> list[_Part]:
    """Numbers and ranges of a list like "1 - 9 {o} und 12 a"; none unless the whole text is one."""
    parts: list[_Part] = []
    plain = _DASHES.sub("-", text)
    position = 0
    separator = ""
    while True:
        found = _ITEM.match(plain, position)
        number = letter_of if found is None or found["letter"] else int(found["first"])
        if found is None or number is None:
            return []
        part = _part(found, number)
        if separator == "/" and not found["letter"] and parts and number <= parts[-1].last:
            # "12/1" is a part of a house
            house = parts.pop()
            suffix = f"{house.suffix_last}/{number}"
            part = replace(house, text=f"{house.text}/{number}", suffix_first=suffix, suffix_last=suffix)
        parts.append(part)
        letter_of, position = part.last, found.end()
        if position == len(plain):
            return parts
        between = _AND.match(plain, position)
        if between is None:
            return []
        separator, position = between[0].strip(), between.end()


def _part(found: re.Match[str], number: int) -> _Part:
    suffix = (found["suffix"] or found["letter"] or "").lower()
    last = int(found["last"]) if found["last"] else number
    last_suffix = (found["last_suffix"] or found["last_letter"] or "").lower()
    is_range = bool(found["last"] or found["last_letter"])
    sides = [_PARITY_OF[found[name] or ""] for name in ("before", "after")]
    text = f"{number} {_printed(found[0])}" if found["letter"] else _printed(found[0])
    return _Part(text, number, suffix, last, last_suffix if is_range else suffix, *sides)


def _sided(parts: list[_Part]) -> list[_Part]:
    """Parts with the side of the street the text says.

    A word behind a range means that range and those before it that lie on this side with both ends ("1–9, 11–19
    (ungerade)"); a word in front means all that follow in the street up to the next word.
    """
    sides: list[Parity] = []
    front = Parity.BOTH
    for place, part in enumerate(parts):
        if place and part.street != parts[place - 1].street:
            front = Parity.BOTH
        front = front if part.before is Parity.BOTH else part.before
        sides.append(front if part.after is Parity.BOTH else part.after)
        back = place - 1
        while part.after is not Parity.BOTH and back >= 0 and parts[back].street == part.street:
            if sides[back] is not Parity.BOTH:
                break
            if parts[back].lies_on(part.after):
                sides[back] = part.after
            back -= 1
    # one house number is what it is, whatever stands behind it
    return [
        replace(part, parity=side if part.first != part.last else Parity.BOTH)
        for part, side in zip(parts, sides)
    ]


def _street(text: str) -> str:
    return text.strip().rstrip(":").strip()


def _printed(text: str) -> str:
    """A piece as the user wrote it."""
    return text.replace("{o}", "(ungerade)").replace("{e}", "(gerade)").strip()
