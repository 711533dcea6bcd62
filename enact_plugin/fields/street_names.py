"""One form for the name of a street however it is spelled: case, umlauts, ß, hyphens, usual abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ..reference.tables import rows

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"([a-z0-9]+)(\.?)")
_WRITTEN_OUT = re.compile(r"([aou])e")


@dataclass(frozen=True)
class StreetName:
    """A street's name in forms that can be compared.

    Attributes
    ----------
    parts : tuple of str
        Words in their normal form, what kind of street it is apart: ("karl", "muster", "strasse").
    shortened : tuple of bool
        Whether each part is, or may be, the beginning of a word only ("K.", "Geschw.").
    """

    parts: tuple[str, ...]
    shortened: tuple[bool, ...]

    @property
    def exact(self) -> str:
        """Form that is equal for equal names: "Karl Muster Str." and "Karl-Muster-Straße"."""
        return "".join(self.parts)

    @property
    def folded(self) -> str:
        """As `exact`, and as if umlauts had no dots: "Muhlenweg" and "Mühlenweg"."""
        return _WRITTEN_OUT.sub(r"\1", self.exact)

    @property
    def initials(self) -> str:
        """First letters of all parts; equal for a name and what it is shortened to."""
        return "".join(part[0] for part in self.parts)

    @property
    def core(self) -> str:
        """Name without what kind of street it is."""
        return "".join(part for part in self.parts if part not in _forms("type"))

    @property
    def is_shortened(self) -> bool:
        """Whether a part may stand for a longer word."""
        return any(self.shortened)

    def stands_for(self, other: StreetName) -> bool:
        """Whether each part is that of the other name or the beginning of it, or the other way round."""
        if len(self.parts) != len(other.parts):
            return False
        pairs = zip(self.parts, self.shortened, other.parts, other.shortened)
        return all(
            mine == theirs or (short and theirs.startswith(mine)) or (cut and mine.startswith(theirs))
            for mine, short, theirs, cut in pairs
        )


@lru_cache(maxsize=65536)
def street_name(text: str) -> StreetName:
    """Take the name of a street apart.

    Parameters
    ----------
    text : str
        As delivered: "Dr.-Muster-Str.", "STRASSE D. FRIEDENS", "Am alten Bahnhof (Nord)".

    Returns
    -------
    StreetName
        Without parts where the text holds neither a letter nor a digit.
    """
    lower = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    outside = _IN_BRACKETS.sub(" ", plain)
    found = _TOKEN.findall(outside) or _TOKEN.findall(plain)
    parts: list[str] = []
    shortened: list[bool] = []
    for word, dot in found:
        normal = _normal(word)
        known = normal != word or word in _forms("word").values()
        for part in _apart(normal):
            parts.append(part)
            shortened.append(not known and (bool(dot) or len(word) == 1) and not part.isdigit())
    return StreetName(tuple(parts), tuple(shortened))


def _normal(word: str) -> str:
    whole = _forms("word").get(word)
    if whole:
        return whole
    for ending, normal in _forms("ending").items():
        # "Kastr" may be anything; what is left in front of an ending must be a name
        if word.endswith(ending) and len(word) - len(ending) >= _LETTERS_BEFORE_ENDING:
            return word[: -len(ending)] + normal
    return word


_LETTERS_BEFORE_ENDING = 3


def _apart(word: str) -> tuple[str, ...]:
    """Set what kind of street it is apart from its name: "gartenstrasse"."""
    for kind in _forms("type"):
        if word.endswith(kind) and len(word) - len(kind) >= _LETTERS_BEFORE_ENDING:
            return word[: -len(kind)], kind
    return (word,)


@cache
def _forms(kind: str) -> dict[str, str]:
    return {row["form"]: row["normal"] for row in rows("address_words") if row["kind"] == kind}


def one_typo_apart(first: str, second: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours have changed places; digits must agree."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    if re.sub(r"\D", "", first) != re.sub(r"\D", "", second):
        return False
    start = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    rest, other = first[start:], second[start:]
    if len(rest) != len(other):
        longer, shorter = (rest, other) if len(rest) > len(other) else (other, rest)
        return longer[1:] == shorter
    return rest[1:] == other[1:] or (rest[2:] == other[2:] and rest[:2] == other[1::-1])


def typo_keys(text: str) -> set[str]:
    """Keys of which two texts share one when they are one typo apart (and sometimes when they are two).

    All texts with one letter left out, and the text itself: the symmetric deletion method (W. Garbe, 2012). Two letters
    that changed places leave the same text when one of them is left out.
    """
    return {text, *(text[:i] + text[i + 1 :] for i in range(len(text)))}


def pairs_by_typo(names: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of a name and one of the others that are one typo apart, in order.

    Parameters
    ----------
    names, others : iterable of str

    Returns
    -------
    list of (str, str)
    """
    by_key: dict[str, list[str]] = {}
    for other in sorted(set(others)):
        for key in typo_keys(other):
            by_key.setdefault(key, []).append(other)
    found = {
        (name, other)
        for name in set(names)
        for key in typo_keys(name)
        for other in by_key.get(key, ())
        if one_typo_apart(name, other)
    }
    return sorted(found)
