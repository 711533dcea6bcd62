"""Rows of a CSV file, with each damaged one counted and the sound ones around it saved."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Optional

from ...progress import SILENT, Progress

STEP = 5000  # rows between two looks at the cancel button

_NUMBERS = re.compile(r"(?:\s*[A-Z]{3}\d{12}\s*[;,]?)*\s*")
_DAY = re.compile(r"\s*(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*)?")

Asked = Optional[Callable[["tuple[str, ...]"], bool]]


@dataclass(frozen=True)
class Shape:
    """What a row must look like.

    Attributes
    ----------
    width : int
        Number of headings.
    wanted : sequence of int
        Positions that are kept, at least two.
    needed : int
        The last row of a file is kept when it was cut off behind this position,
    digits : int
        and holds a whole number at this one: else its values stand under wrong headings.
    numbers : sequence of int
        Positions of register numbers. A row that is too long, though by empty values only, must hold numbers or
        nothing there: else a delimiter within a value has shifted the others.
    days : sequence of int
        Positions of days; as with numbers.
    """

    width: int
    wanted: Sequence[int]
    needed: int
    digits: int
    numbers: Sequence[int] = ()
    days: Sequence[int] = ()


@dataclass
class Rows:
    """Rows of a file.

    Attributes
    ----------
    kept : list of tuple
        Values at the wanted positions.
    others : int
        Sound rows that were not asked for.
    broken : list of int
        Line numbers of rows that do not fit the headings, counted from 1 and with the heading.
    cut_off : bool
        The file ends within its last row, which is the last of `kept`, of `broken`, or one of the others.
    cut_off_kept : bool
        That row is the last of `kept`; the values that were lost are empty.
    """

    kept: list[tuple[str, ...]] = field(default_factory=list)
    others: int = 0
    broken: list[int] = field(default_factory=list)
    cut_off: bool = False
    cut_off_kept: bool = False

    def take(self, row: tuple[str, ...], asked: Asked) -> bool:
        """Keep a sound row if it is asked for, else count it."""
        if asked is not None and not asked(row):
            self.others += 1
            return False
        self.kept.append(row)
        return True


def read_rows(
    lines: str | Iterable[str],
    delimiter: str,
    shape: Shape,
    lines_before: int = 1,
    progress: Progress = SILENT,
    *,
    size: int = 0,
    asked: Asked = None,
) -> Rows:
    """Read the rows of a file.

    A row that does not fit the headings is read again line by line: a quote that was never closed has then swallowed
    rows that are sound. Extra empty values at the end of a row are ignored, as are empty rows.

    Parameters
    ----------
    lines : str or iterable of str
        What follows the headings: the text, or its lines with their ends as they come from a large file.
    delimiter : str
    shape : Shape
    lines_before : int
        Lines of the file before that.
    progress : Progress
    size : int
        Characters there will be, for the progress; known of a text.
    asked : callable or None
        Which rows to keep, by their values at the wanted positions; None for all.
    """
    found = Rows()
    pick = itemgetter(*shape.wanted)
    last: list[str] = []  # a misfit that is not ended by a line break: the file's last row
    for row, taken, first in _records(lines, size, delimiter, lines_before, progress):
        if _fits(row, shape):
            found.take(pick(row), asked)
            last = []
            continue
        for number, line in enumerate(taken, start=first):
            last = _values(line, delimiter)
            if _fits(last, shape):
                found.take(pick(last), asked)
                last = []
            elif any(last):
                found.broken.append(number)
                last = [] if line.endswith(("\n", "\r")) else last
    _mend_last(found, last, shape, pick, asked)
    return found


def _records(
    given: str | Iterable[str], size: int, delimiter: str, lines_before: int, progress: Progress
) -> Iterator[tuple[list[str], list[str], int]]:
    """Each row with the lines it was read from and the number of the first of them; rows of no value are left out."""
    if isinstance(given, str):
        size = len(given)
        given = io.StringIO(given, newline="")
    source = iter(given)
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in source:
            taken.append(line)
            yield line

    line_number = lines_before
    position = number = 0
    reader = csv.reader(lines(), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a value beyond the module's limit: a quote that is never closed
            row = []
            reader = csv.reader(lines(), delimiter=delimiter)
        first = line_number + 1
        line_number += len(taken)
        position += sum(map(len, taken))
        if len(taken) > 1 or any(row):
            yield row, list(taken), first
        taken.clear()
        number += 1
        if number % STEP == 0:
            progress(min(position / size, 1.0) if size else 0.0, "register_rows", rows=number)


def _values(line: str, delimiter: str) -> list[str]:
    """Values of one line; the line itself where it cannot be read."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def _fits(row: list[str], shape: Shape) -> bool:
    if len(row) == shape.width:
        return True
    if len(row) < shape.width or any(row[shape.width :]):
        return False
    told = (*((_NUMBERS, place) for place in shape.numbers), *((_DAY, place) for place in shape.days))
    return all(pattern.fullmatch(row[place]) for pattern, place in told)


def _mend_last(found: Rows, last: list[str], shape: Shape, pick: itemgetter, asked: Asked) -> None:
    """Save a last row that was cut off; its last value may be cut too and is left out."""
    if not last or len(last) >= shape.width:
        return
    found.cut_off = True
    if len(last) > shape.needed + 1 and last[shape.digits].strip().isdigit():
        found.broken.pop()
        row = pick(last[:-1] + [""] * (shape.width - len(last) + 1))
        found.cut_off_kept = found.take(row, asked)
