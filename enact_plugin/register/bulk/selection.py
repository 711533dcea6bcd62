"""Which rows of a table are asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..keys import key_of as key_of_text
from .finder import EIGHT, word_starts

AGS_FIELD = "Gemeindeschluessel"
AGS_LENGTH = 8
PLAIN = re.compile(rb"[0-\x7f]*")
"""Text that stands for itself: no entity and no blank, as in a key or number."""
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
LONGEST = EIGHT * len(_FACTORS)
"""Letters of a value that is compared as a whole; longer ones are read."""


@dataclass(frozen=True)
class Value:
    """The text of the deciding element that is asked for, narrowed.

    Attributes
    ----------
    length : int
        Usual length; an element with another one is read to see what it is.
    wanted : frozenset of bytes
    prefixes : tuple of bytes
    """

    length: int
    wanted: frozenset[bytes]
    prefixes: tuple[bytes, ...]

    def asked(self, value: bytes) -> bool:
        """Whether a row with this text is asked for."""
        return value in self.wanted or value.startswith(self.prefixes)

    @cached_property
    def keys(self) -> np.ndarray:
        """One number for each wanted text of the usual length, ascending."""
        width = max(self.length, EIGHT)
        usual = [text.ljust(width, b"\0") for text in self.wanted if len(text) == self.length]
        letters = np.frombuffer(b"".join(usual), np.uint8).reshape(len(usual), width)
        starts = word_starts(self.length)
        words = [np.ascontiguousarray(letters[:, at : at + EIGHT]).view("<u8").reshape(-1) for at in starts]
        return np.sort(key_of(words))


def key_of(words: list[np.ndarray]) -> np.ndarray:
    """One number for each text, from its words of eight letters."""
    key = words[0]
    for word, factor in zip(words[1:], _FACTORS):
        key = key ^ (word * np.uint64(factor))
    return key


@dataclass(frozen=True)
class Selection:
    """Rows by the text of one element, and what is kept of them.

    Attributes
    ----------
    field : str
        Element that decides, in any spelling of upper and lower case; empty when all rows are asked for.
    values : frozenset of str
        Texts that are asked for.
    prefixes : tuple of str
        Beginnings of texts that are asked for.
    kept : frozenset of str or None
        Elements whose text is kept, in lower case; None keeps all.
    """

    field: str
    values: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    kept: frozenset[str] | None = None

    @classmethod
    def of_ags(cls, ags: Collection[str]) -> Selection:
        """Units of some municipalities."""
        return cls(AGS_FIELD, frozenset(ags))

    @classmethod
    def of_prefix(cls, *prefixes: str) -> Selection:
        """Units of a state (two digits), a region (three) or a district (five)."""
        return cls(AGS_FIELD, prefixes=prefixes)

    @classmethod
    def of_ids(cls, field: str, ids: Collection[str]) -> Selection:
        """Rows whose element is one of some numbers; there may be hundreds of thousands."""
        return cls(field, frozenset(ids))

    @classmethod
    def everything(cls) -> Selection:
        """All rows."""
        return cls("")

    def keeping(self, kept: frozenset[str]) -> Selection:
        """The same rows, of which some elements are kept; what the bytes are compared with is not made again."""
        same = replace(self, kept=kept)
        if self.field:
            same.__dict__["narrowed"] = self.narrowed
        return same

    @property
    def all_rows(self) -> bool:
        """Whether nothing is left out."""
        return not self.field

    @cached_property
    def narrowed(self) -> Value:
        """What is compared with the bytes of a member; made once for all of them."""
        length = AGS_LENGTH
        if self.values and not self.prefixes:
            length = Counter(map(len, self.values)).most_common(1)[0][0]
        wanted = frozenset(value.encode("ascii", "replace") for value in self.values)
        return Value(length, wanted, tuple(prefix.encode("ascii", "replace") for prefix in self.prefixes))

    def matches(self, value: str | None) -> bool:
        """Whether a row with this text is asked for; a municipality key may be written in any way known."""
        if self.all_rows:
            return True
        if value is None:
            return False
        text = value.strip()
        return self._holds(text) or (self.field == AGS_FIELD and self._holds(key_of_text(text)[0] or ""))

    def _holds(self, text: str) -> bool:
        return text in self.values or text.startswith(self.prefixes)
