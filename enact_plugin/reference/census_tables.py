"""Headings of census grid files and what they become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from .tables import rows

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "_", "-": "_"})


@dataclass(frozen=True)
class CensusColumn:
    """A heading of a grid file.

    Attributes
    ----------
    release : str
        "2022" or "2011".
    topic : str
        What the classes of a topic belong to, with the unit that is counted.
    heading : str
        As delivered, lower case.
    column : str
        Column of the layer census_cells.
    klass : str
        Value of the topic's list, for the prevailing class; empty for totals and averages.
    assumed : bool
        The file does not tell what is counted.
    """

    release: str
    topic: str
    heading: str
    column: str
    klass: str
    assumed: bool

    @property
    def is_total(self) -> bool:
        """Whether it is the total over the classes of its topic."""
        return self.column.endswith("_total")


@dataclass(frozen=True)
class CensusRelease:
    """A census and how it is cited."""

    release: str
    date: date
    name: str
    licence: str
    attribution: str


def census_columns(file: str, headings: Iterable[str]) -> dict[str, CensusColumn]:
    """Meaning of the headings of a file; headings that are not known are left out.

    The same headings stand in files that count buildings and in files that count dwellings, so the file's name
    decides; a total belongs to the topic whose classes stand beside it.

    Parameters
    ----------
    file : str
        Name of the file, without folder.
    headings : iterable of str
        As delivered, any case.

    Returns
    -------
    dict
        Heading, lower case, to its meaning.
    """
    name = file.casefold().translate(_UMLAUTS)
    present = {heading.casefold() for heading in headings}
    found: dict[str, CensusColumn] = {}
    for totals in (False, True):
        topics = {column.topic for column in found.values()}
        for parts, unless, column in _table():
            wanted = column.heading in present and column.heading not in found and column.is_total == totals
            named = not parts or any(part in name for part in parts)
            if wanted and named and unless not in present and (not totals or column.topic in topics):
                found[column.heading] = column
    return found


@cache
def _table() -> tuple[tuple[tuple[str, ...], str, CensusColumn], ...]:
    return tuple(
        (
            tuple(part for part in row["file_part"].split("|") if part),
            row["unless_heading"].casefold() or "\0",
            CensusColumn(
                row["release"],
                row["topic"],
                row["heading"].casefold(),
                row["column"],
                row["class"],
                row["assumed"] == "yes",
            ),
        )
        for row in rows("census_columns")
    )


@cache
def topic_columns(release: str, topic: str) -> tuple[tuple[str, str], ...]:
    """Columns of a topic with their classes, without the total."""
    found = dict.fromkeys(
        (column.column, column.klass)
        for _, _, column in _table()
        if (column.release, column.topic) == (release, topic) and column.klass
    )
    return tuple(found)


def unused_topic(headings: Iterable[str]) -> tuple[str, str] | None:
    """Topic of a file that is recognised but not used, and the file to take instead; None for any other."""
    present = {heading.casefold() for heading in headings}
    for row in rows("census_other_files"):
        if row["heading"].casefold() in present:
            return row["topic_de"], row["use_instead"]
    return None


def census_release(release: str) -> CensusRelease:
    """How the census of `release` is cited."""
    row = next(row for row in rows("census_releases") if row["release"] == release)
    return CensusRelease(
        release, date.fromisoformat(row["date"]), row["name"], row["licence"], row["attribution"]
    )
