"""The census on the 100 m grid: one row per cell, one column per figure, three states of a figure kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from shapely.geometry.base import BaseGeometry

from ..errors import EnactError, Finding, Severity
from ..fields.numbers import Thousands, numbers
from ..outcome import Outcome, Source
from ..progress import SILENT, Progress
from ..reference.census_tables import (
    CensusColumn,
    census_release,
    topic_columns,
    unused_topic,
)
from ..reference.columns import ColumnType, columns
from .fields import joined, whole_numbers
from .grid_files import CELL_M, GridTable, read_grid_file

CRS = "EPSG:3035"
_DASHES = frozenset({"–", "-", "—", "−", ".", "…", "/", "x", "X", "�"})
# topics that tell the prevailing class, in order of preference: buildings before dwellings
_PREVAILING = {
    "age": ("age",),
    "type": ("type",),
    "heating": ("buildings_heating", "dwellings_heating"),
    "carrier": ("buildings_carrier", "dwellings_carrier"),
}
_EDGE_M = 0.01  # cells that only touch the boundary are not in it


@dataclass
class _Figures:
    """Figures of all files by cell.

    Attributes
    ----------
    values : dict
        Column to Series of float64 by cell code; NaN for a dash.
    dashes, uncertain : dict
        Column to Series of bool by cell code.
    topics : dict
        Topic to the columns delivered for it.
    """

    values: dict[str, pd.Series] = field(default_factory=dict)
    dashes: dict[str, pd.Series] = field(default_factory=dict)
    uncertain: dict[str, pd.Series] = field(default_factory=dict)
    topics: dict[str, set[str]] = field(default_factory=dict)


def read_census(
    paths: Sequence[str | Path], boundary: BaseGeometry | None = None, progress: Progress = SILENT
) -> Outcome:
    """Read grid files of the census and join their topics by cell.

    A figure has one of three states, and none is turned into another: a number; a dash ("–", nothing published for
    reasons of secrecy or because there is nothing), which leaves the column empty and names it in ``dashes``; absent
    (the cell is not in the topic's file), which leaves the column empty and does not name it. Classes are not
    adjusted to their total: the statistical offices publish them with independent noise. Averages in brackets
    (KLAMMERN) are named in ``uncertain``.

    Cells that overlap the boundary are read, so that each building finds its cell; ``centre_inside`` marks those to
    sum up for the municipality.

    Parameters
    ----------
    paths : sequence of path
        Census 2022: zip or csv files, one or several topics. Census 2011: the pivoted csv.
    boundary : shapely geometry or None
        In EPSG:3035; None for all cells of the files.
    progress : Progress

    Returns
    -------
    Outcome
        `frame`: GeoDataFrame of squares in EPSG:3035 with the columns of the layer ``census_cells``, ascending by
        ``cell_id``. `rows_in`: rows of all files for cells in the boundary.

    Raises
    ------
    EnactError
        ``census_no_files``, ``census_no_known_columns``, ``census_releases_mixed``, ``census_no_cells_inside``, and
        those of `read_grid_file`.
    """
    if not paths:
        raise EnactError("census_no_files")
    box = None if boundary is None else boundary.bounds
    tables: list[GridTable] = []
    for number, path in enumerate(paths):
        part = progress.part(0.9 * number / len(paths), 0.9 * (number + 1) / len(paths))
        tables += read_grid_file(Path(path), box, part)
    release = _release(tables)
    tables = [_inside(table, boundary) for table in tables]
    progress(0.92, "census_joining", files=len(tables))
    figures, findings, repeated = _collect(tables)
    rows = sum(len(table.frame) for table in tables if table.meaning)
    bad = sum(table.bad_rows for table in tables)
    cells = np.unique(np.concatenate([series.index.to_numpy() for series in figures.values.values()]))
    if not len(cells):
        raise EnactError("census_no_cells_inside", files=", ".join(table.file for table in tables))
    frame, assumptions, more = _cells(cells, figures, release, boundary)
    progress(1.0)
    dropped = {"census_bad_row": bad, "census_repeated_cell": repeated}
    cited = census_release(release)
    return Outcome(
        frame,
        Source(cited.name, cited.licence, cited.attribution, cited.date),
        rows + bad,
        {reason: count for reason, count in dropped.items() if count},
        rows - repeated - len(frame),
        (*findings, *more),
        assumptions,
    )


def _release(tables: Sequence[GridTable]) -> str:
    """Which census the files belong to."""
    releases = set()
    for table in tables:
        known = {column.release for column in table.meaning.values()}
        releases |= {"2011"} if table.old_ids and known else known
    if not releases:
        headings = ", ".join(dict.fromkeys(heading for table in tables for heading in table.headings))
        raise EnactError(
            "census_no_known_columns", files=", ".join(t.file for t in tables), headings=headings[:300]
        )
    if len(releases) > 1:
        raise EnactError("census_releases_mixed", releases=", ".join(sorted(releases)))
    return releases.pop()


def _inside(table: GridTable, boundary: BaseGeometry | None) -> GridTable:
    """Cells that overlap the boundary, and their code as index."""
    frame = table.frame
    if boundary is not None and len(frame):
        shapely.prepare(boundary)
        frame = frame[shapely.intersects(boundary, _squares(frame["north"], frame["east"], _EDGE_M))]
    code = frame["north"].astype("int64") * 10**8 + frame["east"].astype("int64")
    frame = frame.set_index(pd.Index(code.to_numpy(), name="code"))
    return GridTable(table.file, table.headings, table.meaning, frame, table.bad_rows, table.old_ids)


def _squares(north: pd.Series, east: pd.Series, shrink: float = 0.0) -> np.ndarray:
    x, y = east.to_numpy(dtype=float), north.to_numpy(dtype=float)
    return shapely.box(x + shrink, y + shrink, x + CELL_M - shrink, y + CELL_M - shrink)


def _collect(tables: Sequence[GridTable]) -> tuple[_Figures, list[Finding], int]:
    """Figures of all files; the first file that delivers a column counts."""
    figures, findings, repeated = _Figures(), [], 0
    for table in tables:
        findings += _file_findings(table)
        again = table.frame.index.duplicated()
        if table.meaning:
            repeated += int(again.sum())
        frame = table.frame[~again]
        unreadable = 0
        for heading, column in table.meaning.items():
            if column.column in figures.values:
                if column.klass or not column.is_total:
                    values = {"file": table.file, "column": column.column}
                    findings.append(Finding("census_column_twice", severity=Severity.NOTE, values=values))
                continue
            unreadable += _add(figures, column, frame, heading)
        if unreadable:
            values = {"file": table.file, "count": unreadable}
            findings.append(Finding("census_values_unreadable", values=values))
    return figures, findings, repeated


def _add(figures: _Figures, column: CensusColumn, frame: pd.DataFrame, heading: str) -> int:
    """Add a column; returns how many of its values are neither a number nor a dash."""
    text = frame[heading].str.strip()
    dash = text.isin(_DASHES)
    whole = _TYPES[column.column] is ColumnType.INTEGER
    number = numbers(text.mask(dash), thousands=Thousands.ALWAYS if whole else Thousands.NEVER).values
    if whole:
        number = number.where(number.isna() | number.eq(number.round()))
        if column.release == "2011" or column.column == "population":
            dash |= number.eq(-1)  # the Census 2011 writes −1 for secret or uninhabited
            number = number.mask(number.eq(-1))
    given = text.ne("")
    figures.values[column.column] = number[given]
    figures.dashes[column.column] = dash[given]
    if "flag" in frame:
        bracketed = frame["flag"].str.contains("KLAMMER", case=False)
        figures.uncertain[column.column] = bracketed[given]
    figures.topics.setdefault(column.topic, set()).add(column.column)
    return int((given & ~dash & number.isna()).sum())


def _file_findings(table: GridTable) -> list[Finding]:
    found = []
    if not table.meaning:
        unused = unused_topic(table.headings)
        values = {"file": table.file, "headings": ", ".join(table.headings)[:200]}
        if unused:
            values = {"file": table.file, "topic": unused[0], "instead": unused[1]}
        found.append(Finding("census_topic_unused" if unused else "census_file_unknown", values=values))
    elif unused_topic(table.headings):
        topic, instead = unused_topic(table.headings) or ("", "")
        values = {"file": table.file, "topic": topic, "instead": instead}
        found.append(Finding("census_topic_unused", values=values))
    if any(column.assumed for column in table.meaning.values()):
        found.append(Finding("census_unit_assumed", values={"file": table.file}))
    if table.bad_rows:
        found.append(Finding("census_rows_cut", values={"file": table.file, "rows": table.bad_rows}))
    return found


_TYPES = {column.name: column.type for column in columns("census_cells")}


def _cells(
    codes: np.ndarray, figures: _Figures, release: str, boundary: BaseGeometry | None
) -> tuple[GeoDataFrame, tuple[str, ...], list[Finding]]:
    """Layer of cells from the figures."""
    index = pd.Index(codes)
    north, east = pd.Series(codes // 10**8), pd.Series(codes % 10**8)
    squares = _squares(north, east)
    data: dict[str, Any] = {
        "cell_id": "CRS3035RES100mN" + north.astype(str) + "E" + east.astype(str),
        "census_year": whole_numbers(np.full(len(codes), float(release))),
        "centre_inside": _centres_inside(north, east, boundary),
    }
    figures_of = {name: series.reindex(index).to_numpy() for name, series in figures.values.items()}
    for name, values in figures_of.items():
        whole = _TYPES[name] is ColumnType.INTEGER
        data[name] = whole_numbers(values) if whole else values
    data["buildings"] = _first_known(
        data, "buildings_type_total", "buildings_age_total", "buildings_dwellings_total"
    )
    data["dashes"] = _named(figures.dashes, index)
    data["uncertain"] = _named(figures.uncertain, index)
    assumptions, findings = [], []
    for name, topics in _PREVAILING.items():
        topic = _chosen(topics, figures, release)
        missing = _missing_classes(topic, figures, release)
        if topic and missing:
            values = {"topic": name, "column": f"prevailing_{name}", "columns": ", ".join(missing)}
            findings.append(Finding("census_classes_missing", values=values))
        if topic.startswith("dwellings"):
            assumptions.append(f"census_{name}_by_dwellings")
        data.update(_prevailing(name, topic, bool(missing), release, figures_of, figures.dashes, index))
    if release == "2011" and "age" in figures.topics:
        assumptions.append("census_2011_age_classes")
    table = pd.DataFrame(data)
    ordered = {}
    for column in columns("census_cells"):
        ordered[column.name] = (
            table[column.name] if column.name in table else _nothing(column.type, len(table))
        )
    return GeoDataFrame(ordered, geometry=squares, crs=CRS), tuple(assumptions), findings


def _nothing(kind: ColumnType, length: int) -> Any:
    if kind is ColumnType.INTEGER:
        return whole_numbers(np.full(length, np.nan))
    return np.full(length, np.nan) if kind is ColumnType.REAL else np.full(length, None, dtype=object)


def _centres_inside(north: pd.Series, east: pd.Series, boundary: BaseGeometry | None) -> pd.array:
    if boundary is None:
        return pd.arrays.BooleanArray(np.zeros(len(north), dtype=bool), np.ones(len(north), dtype=bool))
    half = CELL_M / 2
    centres = shapely.points(east.to_numpy() + half, north.to_numpy() + half)
    shapely.prepare(boundary)
    return pd.array(shapely.intersects(boundary, centres), dtype="boolean")


def _first_known(data: dict[str, Any], *names: str) -> object:
    known = [pd.Series(data[name]) for name in names if name in data]
    if not known:
        return _nothing(ColumnType.INTEGER, len(data["census_year"]))
    result = known[0]
    for other in known[1:]:
        result = result.fillna(other)
    return result


def _named(flags: dict[str, pd.Series], index: pd.Index) -> pd.Series:
    """Names of the columns whose flag is set, per cell."""
    masks = {
        name: series.reindex(index, fill_value=False).to_numpy(dtype=bool)
        for name, series in flags.items()
        if series.any()
    }
    return joined(masks, pd.RangeIndex(len(index)))


def _chosen(topics: tuple[str, ...], figures: _Figures, release: str) -> str:
    """Topic to take the prevailing class from: the first complete one, else the first delivered."""
    delivered = [topic for topic in topics if topic in figures.topics]
    complete = [topic for topic in delivered if not _missing_classes(topic, figures, release)]
    return (complete or delivered or [""])[0]


def _missing_classes(topic: str, figures: _Figures, release: str) -> list[str]:
    delivered = figures.topics.get(topic, set())
    return [column for column, _ in topic_columns(release, topic) if column not in delivered]


def _prevailing(
    name: str,
    topic: str,
    incomplete: bool,
    release: str,
    figures_of: dict[str, np.ndarray],
    dashes: dict[str, pd.Series],
    index: pd.Index,
) -> dict[str, Any]:
    """Most frequent class of each cell, its share of the published counts, and how sure that is."""
    length = len(index)
    result = np.full(length, None, dtype=object)
    share = np.full(length, np.nan)
    state = np.full(length, "absent", dtype=object)
    members = [(column, klass) for column, klass in topic_columns(release, topic) if column in figures_of]
    if members:
        classes = list(dict.fromkeys(klass for _, klass in members))
        counts = np.zeros((length, len(classes)))
        number = np.zeros(length, dtype=bool)
        dash = np.zeros(length, dtype=bool)
        for column, klass in members:
            values = figures_of[column]
            counts[:, classes.index(klass)] += np.nan_to_num(values)
            number |= ~np.isnan(values)
            dash |= dashes[column].reindex(index, fill_value=False).to_numpy(dtype=bool)
        highest = counts.max(axis=1)
        clear = number & (highest > 0) & ((counts == highest[:, None]).sum(axis=1) == 1)
        state[dash & ~number] = "dash"
        state[number & (highest == 0)] = "dash"  # zeros only: nothing prevails
        state[number & (highest > 0) & ~clear] = "tie"
        state[clear] = "clear"
        if incomplete:
            state[number | dash] = "incomplete"
            clear = np.zeros(length, dtype=bool)
        result[clear] = np.array(classes, dtype=object)[counts.argmax(axis=1)[clear]]
        share[clear] = (100 * highest[clear] / counts.sum(axis=1)[clear]).round(1)
    return {
        f"prevailing_{name}": result,
        f"prevailing_{name}_share": share,
        f"prevailing_{name}_state": state,
    }
