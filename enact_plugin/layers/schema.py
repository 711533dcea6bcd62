"""The tables a workspace keeps for itself, and how an older one becomes a newer one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Callable

from osgeo import gdal, ogr

from ..errors import EnactError
from .database import (
    back_up,
    create_table,
    gdal_errors,
    must,
    one_writer,
    open_dataset,
    transaction,
    update_first,
)

SCHEMA_VERSION = 4

# name, OGR type; the tables EnAct keeps for itself
TABLES: dict[str, tuple[tuple[str, int], ...]] = {
    "workspace": (
        ("schema_version", ogr.OFTInteger),
        ("ags", ogr.OFTString),
        ("name", ogr.OFTString),
        ("crs", ogr.OFTString),
    ),
    "runs": (
        ("run_id", ogr.OFTString),
        ("algorithm", ogr.OFTString),
        ("parameters", ogr.OFTString),
        ("version", ogr.OFTString),
        ("who", ogr.OFTString),
        ("when", ogr.OFTString),
        ("parent", ogr.OFTString),  # run that started this one as a step
    ),
    "provenance": (
        ("layer", ogr.OFTString),
        ("run_id", ogr.OFTString),
        ("algorithm", ogr.OFTString),
        ("version", ogr.OFTString),
        ("when", ogr.OFTString),
        ("source", ogr.OFTString),
        ("licence", ogr.OFTString),
        ("attribution", ogr.OFTString),
        ("state_date", ogr.OFTString),
        ("content_hash", ogr.OFTString),
        ("inputs", ogr.OFTString),
        ("rows_in", ogr.OFTInteger64),
        ("rows", ogr.OFTInteger64),
        ("merged", ogr.OFTInteger64),
        ("dropped", ogr.OFTString),
        ("findings", ogr.OFTString),
        ("assumptions", ogr.OFTString),
    ),
    "field_mappings": (
        ("fingerprint", ogr.OFTString),
        ("kind", ogr.OFTString),
        ("mapping", ogr.OFTString),
        ("when", ogr.OFTString),
    ),
    # a number for each row as it was loaded, so that what a person changed since then is noticed
    "row_hashes": (
        ("layer", ogr.OFTString),
        ("hashes", ogr.OFTString),
    ),
    # what a person says of single objects: rows are added, never changed; see `edits`
    "edits": (
        ("edit_id", ogr.OFTString),
        ("layer", ogr.OFTString),
        ("key", ogr.OFTString),
        ("field", ogr.OFTString),
        ("value", ogr.OFTString),
        ("original", ogr.OFTString),
        ("action", ogr.OFTString),
        ("author", ogr.OFTString),
        ("time", ogr.OFTString),
        ("reason", ogr.OFTString),
        ("belongs_to", ogr.OFTString),
    ),
}
OWN_TABLES = (*TABLES, "layer_styles")

Migration = Callable[[gdal.Dataset], None]


def _to_version_2(dataset: gdal.Dataset) -> None:
    """Runs name the run they are a step of; rows as loaded are remembered; a building's findings are parted by ";"."""
    must(dataset.GetLayerByName("runs").CreateField, ogr.FieldDefn("parent", ogr.OFTString))
    create_table(dataset, "row_hashes", (("layer", ogr.OFTString), ("hashes", ogr.OFTString)))
    buildings = dataset.GetLayerByName("buildings")
    if buildings is not None and buildings.GetLayerDefn().GetFieldIndex("findings") >= 0:
        sql = "UPDATE buildings SET findings = replace(findings, '|', ';') WHERE findings LIKE '%|%'"
        must(dataset.ExecuteSQL, sql)


def _to_version_3(dataset: gdal.Dataset) -> None:
    """What a person corrects or accepts is kept beside the layers."""
    names = ("edit_id", "layer", "key", "field", "value", "original", "action", "author", "time", "reason")
    create_table(dataset, "edits", tuple((name, ogr.OFTString) for name in names))


# columns with the plant's number, and the fields that are of the plant
_OF_PLANTS = (
    ("chp_id", "'chp_electric_kw', 'chp_thermal_kw', 'feeds_network'"),
    ("storage_id", "'storage_kwh'"),
)
# what was known when an edit was made: states of the register of before, from runs of before
_BEFORE = (
    "date(seen_from) <= substr(edits.time, 1, 10) AND NOT EXISTS (SELECT 1 FROM runs WHERE "
    'runs.run_id = plants_history.run_id AND julianday(runs."when") > julianday(edits.time))'
)
# tables that tell a unit's plant, the one most to be believed first: table, rows of it, order of which the last holds
_TELLING = (
    ("plants_history", _BEFORE, "seen_from"),
    ("plants", "1", "mastr_id"),
    ("plants_history", "1", "seen_from"),
)


def _to_version_4(dataset: gdal.Dataset) -> None:
    """Corrections name the plant they are of, as far as history and plants tell it; withdrawals that of theirs."""
    must(dataset.GetLayerByName("edits").CreateField, ogr.FieldDefn("belongs_to", ogr.OFTString))
    for table, rows, order in _TELLING:
        layer = dataset.GetLayerByName(table)
        known = ogr.FeatureDefn() if layer is None else layer.GetLayerDefn()
        needed = ("mastr_id", order, *(("run_id",) if rows == _BEFORE else ()))
        for number, fields in _OF_PLANTS:
            if all(known.GetFieldIndex(name) >= 0 for name in (number, *needed)):
                must(dataset.ExecuteSQL, _naming_plants(table, rows, order, number, fields))
    must(dataset.ExecuteSQL, _NAMING_WITHDRAWN)


def _naming_plants(table: str, rows: str, order: str, number: str, fields: str) -> str:
    """SQL that gives edits the number that their unit has in rows of a table."""
    unit = f"mastr_id = edits.key AND {number} <> '' AND {rows}"
    found = f"SELECT {number} FROM {table} WHERE {unit} ORDER BY {order} DESC LIMIT 1"  # nosec B608: names of ours
    where = f"layer = 'plants' AND field IN ({fields}) AND action <> 'withdraw' AND belongs_to IS NULL"
    return f"UPDATE edits SET belongs_to = ({found}) WHERE {where}"  # nosec B608: names of ours


_NAMING_WITHDRAWN = (
    "UPDATE edits SET belongs_to = (SELECT said.belongs_to FROM edits AS said WHERE said.layer = edits.layer "
    "AND said.key = edits.key AND said.field = edits.field AND said.action <> 'withdraw' AND said.rowid < edits.rowid "
    "ORDER BY said.rowid DESC LIMIT 1) WHERE action = 'withdraw'"
)


# from version n to n + 1
MIGRATIONS: dict[int, Migration] = {1: _to_version_2, 2: _to_version_3, 3: _to_version_4}


def migrate(path: Path, version: int, target: int, migrations: Mapping[int, Migration]) -> Path:
    """Bring a workspace to the schema `target`, one step at a time, after a backup beside it.

    Returns
    -------
    Path
        The backup.

    Raises
    ------
    EnactError
        ``workspace_migration_missing`` besides those of `one_writer`; the file is untouched.
    """
    steps = range(version, target)
    if any(step not in migrations for step in steps):
        raise EnactError("workspace_migration_missing", path=path.name, version=version, target=target)
    backup = path.with_name(f"{path.stem}.v{version}.bak{path.suffix}")
    with one_writer(path):
        if _version(path) >= target:  # another EnAct was faster
            return backup
        back_up(path, backup)
        with transaction(path) as dataset:
            for step in steps:
                migrations[step](dataset)
            update_first(dataset, "workspace", {"schema_version": target})
    return backup


def _version(path: Path) -> int:
    with gdal_errors(path):
        dataset = open_dataset(path)  # held: its layers go with it
        return dataset.GetLayerByName("workspace").GetNextFeature()["schema_version"]
