"""Where the rows of a piece stand that are asked for: all tags at once, with numpy instead of row by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .finder import EIGHT, SHORTEST, Finder, every_eight, word_starts
from .head import Head
from .selection import LONGEST, Value, key_of

_LESS, _SLASH = ord("<"), ord("/")
_BLANK = b" \t\r\n"
_ZEROS, _TOPS = np.uint64(0x3030303030303030), np.uint64(0x8080808080808080)


@dataclass(frozen=True)
class Places:
    """Rows of a piece.

    Attributes
    ----------
    present : int
        All rows.
    starts, ends : list of int
        Where those begin and end, without their tags, that are asked for or do not tell.
    """

    present: int
    starts: list[int]
    ends: list[int]


class PlacesOfRows:
    """Finds rows by the places of their tags.

    Parameters
    ----------
    head : Head
    value : Value
    """

    def __init__(self, head: Head, value: Value) -> None:
        self._open = f"<{head.row}>".encode("ascii")
        self._close = f"</{head.row}>".encode("ascii")
        self._between = len(head.between)
        self._field_open = f"<{head.field}>".encode("ascii", "replace")
        self._field_close = f"</{head.field}>".encode("ascii", "replace")
        self._value = value
        self._finder = Finder((self._open[1:], self._field_open), head.sample)
        self._starts = word_starts(value.length)
        self._mask = np.uint64((1 << 8 * min(value.length, EIGHT)) - 1)
        self._close_parts = [
            (start, np.frombuffer(self._field_close, "<u8", 1, start)[0])
            for start in word_starts(len(self._field_close))
        ]
        self._begins = [
            (np.uint64((1 << 8 * len(begin)) - 1), np.frombuffer(begin.ljust(EIGHT, b"\0"), "<u8")[0])
            for begin in (prefix[: min(value.length, EIGHT)] for prefix in value.prefixes)
        ]

    @classmethod
    def of(cls, head: Head, value: Value) -> PlacesOfRows | None:
        """Finder for a member; None where its names are too short to be found that way, or the values too long."""
        short = min(len(head.row) + 1, len(head.field) + 2) < SHORTEST
        return None if short or not 0 < value.length <= LONGEST else cls(head, value)

    def rows(self, low: bytes) -> Places | None:
        """Return the rows of a piece; None unless it is one row behind the other and nothing else."""
        if len(low) < SHORTEST:
            return None
        eights = every_eight(low)
        tags, fields = self._finder.places(low, eights)
        bounds = self._bounds(low, tags)
        if bounds is None:
            return None
        starts, ends = bounds
        values = fields + len(self._field_open)
        if len(values) == len(starts) and (fields >= starts).all() and (values <= ends).all():
            to_read = self._to_read(eights, values, ends)
        else:
            row = np.searchsorted(starts, fields, side="right") - 1
            values, row = values[row >= 0], row[row >= 0]
            to_read = np.bincount(row, minlength=len(starts)) != 1
            to_read[row[self._to_read(eights, values, ends[row])]] = True
        return Places(len(starts), starts[to_read].tolist(), ends[to_read].tolist())

    def _bounds(self, low: bytes, tags: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
        """Where the contents of rows begin and end; None unless each row follows the one before at once."""
        letters = np.frombuffer(low, np.uint8)
        tags = tags[tags > 1] if len(tags) and tags[0] == 0 else tags
        before = letters[tags - 1]
        opens = tags[before == _LESS] - 1
        closes = tags[before == _SLASH] - 2
        closes = closes[letters[closes] == _LESS]
        if not len(opens) or len(opens) != len(closes):
            return None
        follow = closes[:-1] + len(self._close) + self._between == opens[1:]
        first = len(low) - len(low.lstrip(_BLANK))
        if opens[0] != first or closes[-1] + len(self._close) != len(low) or not follow.all():
            return None
        return opens + len(self._open), closes

    def _to_read(self, eights: np.ndarray, values: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Which of the values are asked for, or do not tell whether they are."""
        behind = values + self._value.length
        told = behind + len(self._field_close) <= ends
        if not told.all():  # cut short: looked at elsewhere, so that no place is beyond the end
            values, behind = np.where(told, values, 0), np.where(told, behind, 0)
        for start, part in self._close_parts:
            told &= eights[behind + start] == part
        words = [eights[values + start] for start in self._starts]
        if self._value.length < EIGHT:
            words = [words[0] & self._mask]
        for word in words:
            # a byte below "0" borrows, one above 127 has its top bit set: none of that in a plain text
            told &= ((word - (_ZEROS & self._mask)) | word) & _TOPS == 0
        return ~told | self._asked(words)

    def _asked(self, words: list[np.ndarray]) -> np.ndarray:
        """Which values are asked for, and by chance a few others: each is read in full before it counts."""
        asked = np.zeros(len(words[0]), dtype=bool)
        for mask, begin in self._begins:
            asked |= words[0] & mask == begin
        if len(self._value.keys):
            keys = key_of(words)
            at = np.searchsorted(self._value.keys, keys)
            asked |= self._value.keys[np.minimum(at, len(self._value.keys) - 1)] == keys
        return asked
