"""Rows of a CSV file, with each damaged one counted and the sound ones around it saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from ..progress import SILENT, Progress

STEP = 5000  # rows between two looks at the cancel button


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
    """

    width: int
    wanted: Sequence[int]
    needed: int
    digits: int


@dataclass
class Rows:
    """Rows of a file.

    Attributes
    ----------
    kept : list of tuple
        Values at the wanted positions.
    broken : list of int
        Line numbers of rows that do not fit the headings, counted from 1 and with the heading.
    cut_off : bool
        The file ends within its last row, which is the last of `kept` or of `broken`.
    cut_off_kept : bool
        That row is the last of `kept`; the values that were lost are empty.
    """

    kept: list[tuple[str, ...]] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    cut_off: bool = False
    cut_off_kept: bool = False


def read_rows(
    text: str, delimiter: str, shape: Shape, lines_before: int = 1, progress: Progress = SILENT
) -> Rows:
    """Read the rows of a file.

    A row that does not fit the headings is read again line by line: a quote that was never closed has then swallowed
    rows that are sound. Extra empty values at the end of a row are ignored, as are empty rows.

    Parameters
    ----------
    text : str
        What follows the headings.
    delimiter : str
    shape : Shape
    lines_before : int
        Lines of the file before `text`.
    progress : Progress
    """
    found = Rows()
    pick = itemgetter(*shape.wanted)
    last: list[str] = []  # a misfit that is not ended by a line break: the file's last row
    for row, lines, first in _records(text, delimiter, lines_before, progress):
        if _fits(row, shape.width):
            found.kept.append(pick(row))
            last = []
            continue
        for number, line in enumerate(lines, start=first):
            last = _values(line, delimiter)
            if _fits(last, shape.width):
                found.kept.append(pick(last))
                last = []
            elif any(last):
                found.broken.append(number)
                last = [] if line.endswith(("\n", "\r")) else last
    _mend_last(found, last, shape, pick)
    return found


def _records(
    text: str, delimiter: str, lines_before: int, progress: Progress
) -> Iterator[tuple[list[str], list[str], int]]:
    """Each row with the lines it was read from and the number of the first of them; rows of no value are left out."""
    buffer = io.StringIO(text, newline="")
    size = max(len(text), 1)
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in buffer:
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
            progress(position / size, "register_rows", rows=number)


def _values(line: str, delimiter: str) -> list[str]:
    """Values of one line; the line itself where it cannot be read."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def _fits(row: list[str], width: int) -> bool:
    return len(row) == width or (len(row) > width and not any(row[width:]))


def _mend_last(found: Rows, last: list[str], shape: Shape, pick: itemgetter) -> None:
    """Save a last row that was cut off; its last value may be cut too and is left out."""
    if not last or len(last) >= shape.width:
        return
    found.cut_off = True
    if len(last) > shape.needed + 1 and last[shape.digits].strip().isdigit():
        found.broken.pop()
        found.kept.append(pick(last[:-1] + [""] * (shape.width - len(last) + 1)))
        found.cut_off_kept = True
