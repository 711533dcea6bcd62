"""What other tables say of units: plants, grid connections and operators joined by their numbers.

Only by numbers, always from the units' side: a number that leads nowhere leaves the columns empty and is counted.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...errors import Severity
from ..labels import LIST_MARK
from . import tables as names
from .catalogue import worded
from .selection import Selection
from .tables import Tables

ROW = "row"
_COLUMNS_OF = (
    ((names.CHP_PLANTS,), ("chp_electric_kw", "chp_thermal_kw", "chp_commissioned")),
    ((names.STORES,), ("storage_kwh",)),
    (names.EEG_PLANTS, ("eeg_commissioned", "eeg_kw")),
    ((names.CONNECTIONS,), ("voltage", "grid_operator_id")),
    ((names.OPERATORS,), ("operator_kind",)),
)
_SEPARATORS = r"\s*[,;]\s*"  # the export joins numbers by a comma, other ways by a semicolon


def wanted_rows(plants: pd.DataFrame, gas: pd.DataFrame) -> dict[str, Selection]:
    """What the units name in other tables: rows by table; tables of which nothing is named are left out."""
    both = pd.concat([plants[["location_id", "operator_id"]], gas[["location_id", "operator_id"]]])
    keys = (
        (names.EEG_PLANTS, "eeg_id", plants),
        ((names.CHP_PLANTS,), "chp_id", plants),
        ((names.STORES,), "storage_id", plants),
        ((names.GAS_STORE_PLANTS,), "storage_id", gas),
        ((names.CONNECTIONS,), "location_id", both),
        ((names.OPERATORS,), "operator_id", both),
    )
    wanted: dict[str, Selection] = {}
    for tables, key, units in keys:
        ids = numbers_of(units[key])
        if len(ids):  # one selection for all EEG tables: the numbers of a state are megabytes
            wanted.update(dict.fromkeys(tables, names.numbered(tables[0], key, ids)))
    return {**wanted, names.CATALOGUE: Selection.everything()}


def without_table(tables: Tables) -> frozenset[str]:
    """Columns that an export does not deliver, because it lacks the tables they stand in."""
    lacking = [columns for tables_, columns in _COLUMNS_OF if not any(map(tables.has, tables_))]
    return frozenset(column for columns in lacking for column in columns)


def of_plants(units: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Columns for electricity units from the tables of CHP plants, stores and EEG plants.

    Parameters
    ----------
    units : DataFrame of str or None, shape (n,)
        Columns of ours, index 0…n−1.
    tables : Tables

    Returns
    -------
    DataFrame of str or None, shape (n,)
        chp_electric_kw, chp_thermal_kw, chp_commissioned, storage_kwh, eeg_commissioned, eeg_kw. What a CHP plant or a
        store states stands at each of its units.
    """
    chp = ["chp_electric_kw", "chp_thermal_kw", "chp_commissioned"]
    parts = [
        _joined(units, tables, names.CHP_PLANTS, "chp_id", chp),
        _joined(units, tables, names.STORES, "storage_id", ["storage_kwh"]),
        _of_eeg_plants(units, tables),
    ]
    return pd.concat(parts, axis=1)


def of_stores(units: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Gas units, those without a name with that of the storage facility they belong to."""
    of_facility = _joined(units, tables, names.GAS_STORE_PLANTS, "storage_id", ["name"])["name"]
    return units.assign(name=units["name"].where(units["name"].notna(), of_facility))


def of_places(
    plants: pd.DataFrame, gas: pd.DataFrame, tables: Tables, catalogue: dict[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Columns for electricity and for gas units from the tables of grid connections and operators, read once for both.

    Returns
    -------
    tuple of DataFrame
        voltage, grid_operator_id, operator_kind.
    """
    ids = ["location_id", "operator_id"]
    both = pd.concat([plants[ids], gas[ids]], ignore_index=True)
    found = pd.concat(
        [of_connections(both, tables, catalogue), of_operators(both, tables, catalogue)], axis=1
    )
    first, second = found.iloc[: len(plants)], found.iloc[len(plants) :]
    return first.set_axis(plants.index), second.set_axis(gas.index)


def of_connections(units: pd.DataFrame, tables: Tables, catalogue: dict[str, str]) -> pd.DataFrame:
    """Voltage and grid operator: those of all grid connections at the unit's location, as the web overview joins them.

    A connection names its location. Where none of them does, the locations are asked for their connections.
    """
    columns = ["voltage", "grid_operator_id"]
    if not tables.has(names.CONNECTIONS):
        tables.note("bulk_plants_missing", table=names.CONNECTIONS)
        return _empty(units.index, columns)
    wanted = numbers_of(units["location_id"])
    connections = _connections(tables, "location_id", wanted)
    if len(wanted) and not len(connections) and tables.has(names.LOCATIONS):
        connections = _connections_by_location(tables, wanted)
    connections["voltage"] = worded("voltage", connections["voltage"], catalogue)
    return _with(units, tables, names.CONNECTIONS, "location_id", connections, columns)


def of_operators(units: pd.DataFrame, tables: Tables, catalogue: dict[str, str]) -> pd.DataFrame:
    """Kind of the operator; of the operators' table nothing but number and kind is kept, never a name."""
    frame = _joined(units, tables, names.OPERATORS, "operator_id", ["operator_kind"])
    return frame.assign(operator_kind=worded("operator_kind", frame["operator_kind"], catalogue))


def numbers_of(texts: pd.Series) -> pd.Series:
    """The single numbers in a column, one row for each, with the index of the row they stand in."""
    plain = texts.dropna().astype(object).str.strip()
    lists = plain.str.contains(_SEPARATORS, regex=True)
    if not lists.any():
        return plain
    split = plain.where(~lists, plain.str.split(_SEPARATORS, regex=True))
    return split.explode()


def _of_eeg_plants(units: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """EEG plants stand in one table per carrier; each is read, for a unit's number does not tell which."""
    columns = ["eeg_commissioned", "eeg_kw"]
    wanted = numbers_of(units["eeg_id"])
    parts = [tables.by_ids(table, "eeg_id", wanted) for table in names.EEG_PLANTS]
    plants = pd.concat(parts, ignore_index=True).reindex(columns=["eeg_id", names.UPDATED, *columns])
    plants = tables.newest("AnlagenEeg", plants, "eeg_id")
    if not any(tables.has(table) for table in names.EEG_PLANTS):
        return _empty(units.index, columns)
    return _with(units, tables, "AnlagenEeg", "eeg_id", plants, columns)


def _joined(units: pd.DataFrame, tables: Tables, table: str, key: str, columns: list[str]) -> pd.DataFrame:
    """Columns of a table by the number units name; empty where the export has no such table."""
    plants = tables.by_ids(table, key, numbers_of(units[key]))
    if not tables.has(table):
        return _empty(units.index, columns)
    return _with(units, tables, table, key, plants, columns)


def _with(
    units: pd.DataFrame, tables: Tables, table: str, key: str, plants: pd.DataFrame, columns: list[str]
) -> pd.DataFrame:
    """Columns of `plants` for each unit; the numbers that lead nowhere are a finding."""
    found, dangling, total = with_columns(units[key], plants, key, columns)
    if dangling:
        tables.note("bulk_dangling", Severity.NOTE, table=table, count=dangling, total=total)
    return found


def with_columns(
    named: pd.Series, plants: pd.DataFrame, key: str, columns: list[str]
) -> tuple[pd.DataFrame, int, int]:
    """Columns of plants for each unit that names them.

    Parameters
    ----------
    named : Series of str or None, shape (n,)
        The number, or several, each unit names.
    plants : DataFrame
        Its number in the column `key`; several rows of one number count as several plants.
    columns : list of str
        Of `plants`; texts. Of several plants a unit names, powers and energies are added, the first day counts, other
        texts are listed.

    Returns
    -------
    found : DataFrame of str or None, shape (n,)
    dangling, total : int
        Different numbers that are not among the plants, and different numbers at all.
    """
    if not named.notna().any():
        return _empty(named.index, columns), 0, 0
    wanted = numbers_of(named).rename(key).rename_axis(ROW).reset_index().drop_duplicates()
    distinct = pd.Series(wanted[key].unique(), dtype=object)
    dangling = int((~distinct.isin(plants[key])).sum())
    found = wanted.merge(plants[[key, *columns]], on=key, how="left").set_index(ROW)[columns]
    if found.index.has_duplicates:
        found = _one_row_each(found)
    found = found.reindex(named.index).astype(object)
    return found.where(found.notna(), None), dangling, len(distinct)


def _one_row_each(found: pd.DataFrame) -> pd.DataFrame:
    """Rows of a unit that names several plants made one: powers added, the first day, texts listed."""
    several = found.index.duplicated(keep=False)
    made = {name: _combined(name, found.loc[several, name].dropna()) for name in found.columns}
    return pd.concat([found[~several], pd.DataFrame(made).rename_axis(ROW)]).sort_index()


def _combined(column: str, values: pd.Series) -> pd.Series:
    """One text for each row that has several; none for a row without any."""
    if column.endswith(("_kw", "_kwh")):
        numbers = pd.to_numeric(values, errors="coerce").dropna()
        return numbers.groupby(level=0).sum().astype(str)
    if column.endswith("commissioned"):
        return values.sort_values().groupby(level=0).first()
    pairs = values.rename_axis(ROW).reset_index().drop_duplicates().sort_values(values.name, kind="stable")
    return pairs.groupby(ROW)[values.name].agg(LIST_MARK.join)


def _connections(tables: Tables, key: str, wanted: pd.Series) -> pd.DataFrame:
    if not len(wanted):
        return names.renamed(names.CONNECTIONS, pd.DataFrame())[0]
    frame = tables.read(names.CONNECTIONS, names.numbered(names.CONNECTIONS, key, wanted))
    tables.tell_rejected(names.CONNECTIONS)
    return tables.newest(names.CONNECTIONS, frame, "connection_id")


def _connections_by_location(tables: Tables, wanted: pd.Series) -> pd.DataFrame:
    """Connections by the numbers that locations name."""
    places = tables.by_ids(names.LOCATIONS, "location_id", wanted).set_index("location_id")
    pairs = numbers_of(places["connection_id"]).rename("connection_id").reset_index()
    connections = _connections(tables, "connection_id", pairs["connection_id"])
    return pairs.merge(connections.drop(columns="location_id"), on="connection_id", how="inner")


def _empty(index: pd.Index, columns: list[str]) -> pd.DataFrame:
    cells = np.full((len(index), len(columns)), None, dtype=object)
    return pd.DataFrame(cells, index=index, columns=columns)
