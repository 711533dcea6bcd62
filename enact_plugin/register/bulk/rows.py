"""The rows asked for within a piece of a member that ends behind a row; all others are only counted.

How it is fast: the piece is narrowed to one byte per character (`head.Encoding.low`), and `places` finds all tags of
rows and of the element that decides at once. Where rows follow each other without gap, only those whose element has a
value asked for, or does not tell, are decoded and read. Where they do not, the rows of the piece are looked at one by
one. Both ways come to the same result, however the pieces are cut.

What is a row: from a row's tag to its closing tag. A tag that is opened and not closed, closed and not opened, and text
between rows are each counted as a row that is there and cannot be read. A broken row counts as rejected when it is one
of those asked for or when that cannot be told, because the element that decides is broken or missing too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .elements import CUT_OFF, MALFORMED, UNDECODABLE, Fields, fields_of
from .head import Head
from .places import PlacesOfRows
from .selection import AGS_FIELD, PLAIN, Selection

_BLANK = b" \t\r\n"


@dataclass(frozen=True)
class Piece:
    """Bytes of a member that follow each other; put together only where they are read.

    Attributes
    ----------
    rest : bytes
        What was left of the chunk before.
    chunk : bytes
    """

    rest: bytes
    chunk: bytes = b""

    def cut(self, start: int, end: int | None = None) -> bytes:
        """Bytes between two places."""
        left = len(self.rest)
        if start >= left:
            return self.chunk[start - left : None if end is None else end - left]
        if end is not None and end <= left:
            return self.rest[start:end]
        return self.rest[start:] + self.chunk[: None if end is None else end - left]


@dataclass
class Account:
    """What became of the rows of a member: read, rejected, or not asked for.

    Attributes
    ----------
    present : int
        Rows in the member.
    rejected : Counter
        Reason -> rows that are asked for, or may be, and cannot be read.
    nowhere : int
        Sound rows without the municipality that is asked for: at sea, abroad, or not filled in.
    cut_off : bool
        Whether the member ends before its root is closed.
    """

    present: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    nowhere: int = 0
    cut_off: bool = False


class RowReader:
    """Reads pieces of one member.

    Parameters
    ----------
    head : Head
    selection : Selection
    account : Account
        Is added to.
    """

    def __init__(self, head: Head, selection: Selection, account: Account) -> None:
        self._encoding = head.encoding
        self._head = head
        self._selection = selection
        self._account = account
        self._open = f"<{head.row}>".encode("ascii")
        self._close = f"</{head.row}>".encode("ascii")
        self._tag = f"{head.row}>".encode("ascii")
        self._joint = self._close + head.between.encode("ascii") + self._open
        self._tokens = re.compile(b"</?" + re.escape(self._tag))
        self._field_open = f"<{head.field}>".encode("ascii", "replace")
        self._field_close = f"</{head.field}>".encode("ascii", "replace")
        self._value = selection.narrowed
        self._of_places = selection.field == AGS_FIELD
        self._places = PlacesOfRows.of(head, self._value)

    def read(self, data: Piece, low: bytes) -> list[Fields]:
        """Return the rows asked for in a piece that begins outside of a row and ends behind one.

        Parameters
        ----------
        data : Piece
            Perhaps with more behind it.
        low : bytes
            Narrowed, up to behind the last row.
        """
        if self._selection.all_rows:
            return self._all(data, low)
        found = self._places.rows(low) if self._places else None
        if found is None:
            return self._one_by_one(data, low)
        self._account.present += found.present
        return [
            record
            for start, end in zip(found.starts, found.ends)
            for record in self._row(data, low, start, end)
        ]

    def last(self, data: bytes) -> list[Fields]:
        """Account for what stands behind the last row."""
        low = self._encoding.low(data)
        end = None if self._head.closed else re.search(f"</{self._head.root}\\s*>".encode("ascii"), low)
        start = stop = 0
        if end:
            stop, start = end.start(), end.end()
        elif not self._head.closed:
            self._account.cut_off = True
            in_the_tag = f"</{self._head.root}>".encode("ascii").startswith(low.strip(_BLANK))
            start = len(low)
            stop = 0 if in_the_tag else start
        found = self._mended(Piece(data), low, 0, stop, CUT_OFF)
        if low[start:].strip(_BLANK) or (not self._account.cut_off and len(data) % self._encoding.width):
            self._break(low[start:], MALFORMED)
        return found

    def _all(self, data: Piece, low: bytes) -> list[Fields]:
        """All rows of a piece: decoded at once, if it can be."""
        opened, closed, joint = (tag.decode("ascii") for tag in (self._open, self._close, self._joint))
        raw = data.cut(0, len(low) * self._encoding.width)
        try:
            text = self._encoding.decoded(raw).lstrip(_BLANK.decode("ascii"))
        except UnicodeDecodeError:
            return self._one_by_one(data, low)
        if not text.startswith(opened):
            return self._one_by_one(data, low)
        bodies = text[len(opened) : -len(closed)].split(joint)
        if text.count(opened) != len(bodies):
            return self._one_by_one(data, low)
        records: list[Fields] = []
        controls = self._encoding.has_controls(raw)
        for body in bodies:
            fields, _reason = fields_of(body, controls)
            if fields is None:
                again = self._encoding.encoded(f"{opened}{body}{closed}")
                narrowed = self._encoding.low(again)
                records += self._segment(Piece(again), narrowed, 0, len(narrowed))
            else:
                self._account.present += 1
                records.append(fields)
        return records

    def _one_by_one(self, data: Piece, low: bytes) -> list[Fields]:
        records: list[Fields] = []
        start = 0
        while start < len(low):
            joint = low.find(self._joint, start)
            end = len(low) if joint < 0 else joint + len(self._close)
            records += self._segment(data, low, start, end)
            start = end
        return records

    def _segment(self, data: Piece, low: bytes, start: int, end: int) -> list[Fields]:
        """What stands between two places where one row ends and the next begins: one row, or what is left of some."""
        text = low[start:end].strip(_BLANK)
        if text.startswith(self._open) and text.endswith(self._close) and text.count(self._tag) == 2:
            self._account.present += 1
            start = low.index(self._open, start) + len(self._open)
            return self._row(data, low, start, low.index(self._close, start))
        return self._mended(data, low, start, end)

    def _mended(self, data: Piece, low: bytes, start: int, end: int, last: str = MALFORMED) -> list[Fields]:
        """Rows between tags that do not all have their other half; what has none is broken.

        Parameters
        ----------
        last : str
            Reason for what is not closed at the end.
        """
        records: list[Fields] = []
        inside, at = False, start
        for token in self._tokens.finditer(low, start, end):
            between = low[at : token.start()]
            if token[0] == self._open:
                if inside or between.strip(_BLANK):
                    self._break(between, MALFORMED)
            elif inside:
                self._account.present += 1
                records += self._row(data, low, at, token.start())
            else:
                self._break(between, MALFORMED)
            inside, at = token[0] == self._open, token.end()
        if inside or low[at:end].strip(_BLANK):
            self._break(low[at:end], last)
        return records

    def _row(self, data: Piece, low: bytes, start: int, end: int) -> list[Fields]:
        """The row whose elements stand between two places, when it is asked for; already counted as present."""
        told = self._told(low[start:end])
        if told is False:
            return []
        width = self._encoding.width
        try:
            text = self._encoding.decoded(data.cut(start * width, end * width))
        except UnicodeDecodeError:
            self._account.rejected[UNDECODABLE] += 1
            return []
        fields, reason = fields_of(text)
        if fields is None:
            self._account.rejected[reason] += 1
            return []
        value = fields.get(self._head.field)
        if self._selection.matches(value):
            return [fields]
        if self._of_places and not (value and value.strip()):
            self._account.nowhere += 1
        return []

    def _break(self, low: bytes, reason: str) -> None:
        """Count something that was a row once."""
        self._account.present += 1
        if self._told(low) is not False:
            self._account.rejected[reason] += 1

    def _told(self, low: bytes) -> bool | None:
        """Whether a row is asked for, by its bytes alone; None when they do not tell."""
        if self._selection.all_rows:
            return True
        if low.count(self._field_open) != 1:
            return None
        start = low.index(self._field_open) + len(self._field_open)
        value = low[start : start + self._value.length]
        if not low.startswith(self._field_close, start + self._value.length) or not PLAIN.fullmatch(value):
            return None
        return self._value.asked(value)
