"""Records of a JSON file one by one, so that a file of any size needs the memory of one record.

A file of 40,000 units holds 160 MB of text and would be over a gigabyte as Python objects.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import EnactError

CHUNK = 1 << 20  # characters
_BLANK = " \t\r\n\ufeff"


class JsonStream:
    """Reads a list of records, or an envelope whose member `list_key` holds one.

    Parameters
    ----------
    file : text file
    path : Path
        Named in errors.
    list_key : str
        Member of the envelope that holds the records.
    chunk : int
        Characters read at once.

    Attributes
    ----------
    envelope : dict
        The other members, complete once all records were taken; empty for a bare list.
    has_list : bool
        Whether a list of records was found.
    """

    def __init__(self, file: io.TextIOBase, path: Path, list_key: str, chunk: int = CHUNK) -> None:
        self._file = file
        self._path = path
        self._list_key = list_key
        self._chunk = chunk
        self._text = ""
        self._at = 0
        self._before = 0  # characters already let go
        self._ended = False
        self._decode = json.JSONDecoder().raw_decode
        self.envelope: dict[str, Any] = {}
        self.has_list = False

    @property
    def position(self) -> int:
        """Characters taken so far."""
        return self._before + self._at

    def records(self) -> Iterator[Any]:
        """Yield the records.

        Raises
        ------
        EnactError
            ``json_cut_off`` when the file ends too early, ``json_unreadable`` with the position where it is no JSON.
        """
        first = self._next()
        if first == "[":
            yield from self._list()
        elif first == "{":
            yield from self._envelope()
        else:
            raise self._error()
        if self._next():
            raise self._error()

    def _envelope(self) -> Iterator[Any]:
        self._expect("{")
        if self._next() == "}":
            self._at += 1
            return
        while True:
            self._next()
            name = self._value()
            self._expect(":")
            if name == self._list_key and self._next() == "[":
                yield from self._list()
            else:
                self._next()
                self.envelope[str(name)] = self._value()
            if self._expect(",}") == "}":
                return

    def _list(self) -> Iterator[Any]:
        self.has_list = True
        self._expect("[")
        if self._next() == "]":
            self._at += 1
            return
        while True:
            self._next()
            yield self._value()
            if self._expect(",]") == "]":
                return

    def _next(self) -> str:
        """Next character that is no blank, not taken; empty at the end of the file."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANK:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def _expect(self, allowed: str) -> str:
        """Take the next character, which must be one of those allowed."""
        found = self._next()
        if not found or found not in allowed:
            raise self._error()
        self._at += 1
        return found

    def _value(self) -> Any:
        """Take the value at hand; read on while it is not complete."""
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._more():
                    continue
                raise self._error(error.pos) from error
            except (
                RecursionError
            ) as error:  # brackets within brackets, deeper than any record of the register
                raise self._error() from error
            # a number at the end of the chunk may go on in the next
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return value

    def _more(self) -> bool:
        """Read on; False at the end of the file. What was taken is let go; what is read grows with what is pending."""
        if self._ended:
            return False
        pending = len(self._text) - self._at
        more = self._file.read(max(self._chunk, pending))
        self._ended = not more
        self._before += self._at
        self._text = self._text[self._at :] + more
        self._at = 0
        return bool(more)

    def _error(self, at: int | None = None) -> EnactError:
        """Cut off when nothing follows, or the file does not end with a bracket; else no JSON."""
        position = self._at if at is None else at
        rest = self._text[position:].strip(_BLANK)
        cut_off = self._ended and not rest.endswith(("]", "}"))
        code = "json_cut_off" if cut_off else "json_unreadable"
        return EnactError(code, path=str(self._path), position=self._before + position)
