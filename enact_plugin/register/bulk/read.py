"""Plants of a municipality from the register's bulk export.

The units of the municipality are found first; of all other tables only the rows that these units name are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ...outcome import Outcome
from ...progress import SILENT, Progress
from ...reference.municipalities import former_keys, municipalities, parse_ags, resolve_ags
from ..gas import gas_table
from ..keys import PREFIX_DIGITS
from ..plants import plant_table
from ..raw import GAS_PLANTS, PLANTS, SYSTEM_STATUS, RawGas, RawUnits, inactive
from . import tables as names
from .archive import Archive, Opener, open_archive
from .catalogue import read_catalogue, with_words
from .joins import of_places, of_plants, of_stores, wanted_rows, without_table
from .scan import stream
from .selection import Selection
from .tables import Tables, renamed
from .units import gas_kinds, read_units, refuse_without_units, source

PLANT_CODES = ("carrier", "status", "feed_in", "site", "orientation", "technology", "fuel")
GAS_CODES = ("status", "technology")
_STATE_DIGITS = 3  # of a key that names a state or one of its regions


@dataclass(frozen=True)
class BulkOutcome:
    """What the bulk export holds of a municipality: plants, and gas producers and stores.

    The latter is None where it lacks a table of gas units: then it says nothing of them, or not all.
    """

    plants: Outcome
    gas: Outcome | None


@dataclass(frozen=True)
class BulkUnits:
    """Units as the bulk export delivers them, before they are tables; `gas` as in `BulkOutcome`."""

    plants: RawUnits
    gas: RawGas | None


def read_bulk(
    opener: Opener,
    path: str,
    ags: str | Sequence[str] | None,
    *,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
    threads: int = 2,
) -> BulkOutcome:
    """Read the plant table and the gas table of a municipality from the bulk export.

    Parameters
    ----------
    opener : callable
        Gives a seekable binary file of the zip at each call, local or remote.
    path : str
        Name of the file or its address, for messages; a date in its name is the export's.
    ags : str, sequence of str, or None
        Municipality key, several of them, or the first 2, 3 or 5 digits of one; None for all of Germany. All
        units are in memory at the end, about 3 KiB each: of a large state take one district (5 digits) after the
        other, or `stream_plants`. Old keys of merged municipalities are found, on both sides.
    boundary, today
        See `plants.plant_table`.
    progress : Progress
    threads : int
        Parts of a table read side by side; those of a state one after the other.

    Returns
    -------
    BulkOutcome

    Raises
    ------
    EnactError
        ``bulk_no_units``, ``bulk_ags_not_in_export``, ``bulk_units_unreadable``, ``units_all_deactivated``,
        ``ags_invalid``, ``ags_is_district``, and those of `archive` and `scan`.
    """
    archive = open_archive(opener, path)
    units = raw_units(archive, path, ags, progress=progress.part(0.0, 0.9), threads=threads)
    progress(0.9, "register_table", units=len(units.plants.frame))
    one = ags if isinstance(ags, str) else None
    # a place that only has gas units has no plants, which is no error
    some = not inactive(units.plants.frame[SYSTEM_STATUS]).all()
    plants = plant_table(units.plants, one if some else None, boundary, today)
    progress(0.97)
    outcome = BulkOutcome(plants, units.gas and gas_table(units.gas, one, boundary, today))
    progress(1.0)
    return outcome


def stream_plants(
    archive: Archive, selection: Selection, progress: Progress = SILENT
) -> Iterator[pd.DataFrame]:
    """Units of all tables of electricity, some thousand at a time, for more than fits into memory.

    Yields
    ------
    DataFrame of str or None
        Columns named as ours; nothing is joined, and rows repeated at the seams of parts stand there twice.
    """
    there = [table for table in names.ELECTRICITY if archive.by_table(table)]
    for place, table in enumerate(there):
        part = progress.part(place / len(there), (place + 1) / len(there))
        for frame in stream(archive, table, selection, part):
            yield renamed(table, frame)[0]


def selection_of(ags: str | Sequence[str] | None) -> Selection:
    """Which rows of the unit tables are wanted.

    Raises
    ------
    EnactError
        ``ags_invalid``, ``ags_is_district``.
    """
    if ags is None:
        return Selection.everything()
    if isinstance(ags, str) and ags.strip().isdigit() and len(ags.strip()) in PREFIX_DIGITS:
        prefix = ags.strip()
        today = (place.ags for place in municipalities() if place.ags.startswith(prefix))
        moved = {key for place in today for key in _keys(place) if not key.startswith(prefix)}
        return Selection.of_prefix(prefix, *sorted(moved))
    given = (ags,) if isinstance(ags, str) else tuple(ags)
    return Selection.of_ags({key for text in given for key in _keys(text)})


def _of_a_state(selection: Selection) -> bool:
    """Whether so many rows are wanted that reading them, which is Python's own work, takes longer than the search.

    A second thread then saves a seventh of the time, and costs as much memory as thousands of plants.
    """
    return selection.all_rows or any(len(prefix) <= _STATE_DIGITS for prefix in selection.prefixes)


def _keys(text: str) -> set[str]:
    """Key of a municipality today, and all old ones a row of it may still have."""
    today = resolve_ags(parse_ags(text).ags).ags
    return {today, *(old.ags for old in former_keys(today) if resolve_ags(old.ags).ags == today)}


def raw_units(
    archive: Archive,
    path: str,
    ags: str | Sequence[str] | None,
    *,
    progress: Progress = SILENT,
    threads: int = 2,
) -> BulkUnits:
    """Units of a municipality with all that other tables say of them.

    Parameters
    ----------
    archive : Archive
    path, ags, progress, threads
        See `read_bulk`.

    Returns
    -------
    BulkUnits

    Raises
    ------
    EnactError
        See `read_bulk`.
    """
    selection = selection_of(ags)
    tables = Tables(archive, path, progress, 1 if _of_a_state(selection) else threads)
    tables.refuse_without_units()
    tables.tell_strange()
    tables.read_ahead(dict.fromkeys((*names.ELECTRICITY, *names.GAS), selection), "bulk_units")
    plants = read_units(tables, names.ELECTRICITY, selection)
    gas = gas_kinds(read_units(tables, names.GAS, selection))
    if ags is not None:
        refuse_without_units(path, ags, (plants, gas))
    count = len(plants.frame) + len(gas.frame)
    tables.read_ahead(wanted_rows(plants.frame, gas.frame), "bulk_plants", units=count)
    catalogue = read_catalogue(tables)
    of_plants_places, of_gas_places = of_places(plants.frame, gas.frame, tables, catalogue)
    joined = pd.concat([plants.frame, of_plants(plants.frame, tables), of_plants_places], axis=1)
    plants = plants.with_rows(with_words(joined, PLANT_CODES, catalogue), tables.take_findings())
    joined = pd.concat([of_stores(gas.frame, tables), of_gas_places], axis=1)
    gas = gas.with_rows(with_words(joined, GAS_CODES, catalogue), tables.take_findings())
    cited, basis = source(archive, path, (plants.frame, gas.frame))
    lacking = [table for table in names.GAS if not tables.has(table)]
    if lacking:
        # a layer made from half of the tables, or none, would take away what an earlier export said
        tables.note("bulk_gas_missing", tables=", ".join(lacking))
        plants = plants.with_rows(plants.frame, tables.take_findings())
    return BulkUnits(
        plants=replace(
            plants.raw(RawUnits, PLANTS, path, cited, basis),
            delivered=frozenset(plants.frame.columns) - without_table(tables),
            whole=True,  # what could not be read of it, the findings tell
        ),
        gas=None if lacking else gas.raw(RawGas, GAS_PLANTS, path, cited, basis),
    )
