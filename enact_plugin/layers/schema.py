"""The tables a workspace keeps for itself, and how an older one becomes a newer one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Callable

from osgeo import gdal, ogr

from ..errors import EnactError
from .database import gdal_errors

SCHEMA_VERSION = 1

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
}
OWN_TABLES = (*TABLES, "layer_styles")

Migration = Callable[[gdal.Dataset], None]
MIGRATIONS: dict[int, Migration] = {}  # from version n to n + 1


def migrate(path: Path, version: int, target: int, migrations: Mapping[int, Migration]) -> Path:
    """Bring a workspace to the schema `target`, one step at a time, after a backup beside it.

    Returns
    -------
    Path
        The backup.

    Raises
    ------
    EnactError
        ``workspace_migration_missing``; the file is untouched.
    """
    steps = range(version, target)
    if any(step not in migrations for step in steps):
        raise EnactError("workspace_migration_missing", path=path.name, version=version, target=target)
    backup = path.with_name(f"{path.stem}.v{version}.bak{path.suffix}")
    shutil.copy2(path, backup)
    with gdal_errors(path):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        dataset.StartTransaction()
        try:
            for step in steps:
                migrations[step](dataset)
            layer = dataset.GetLayerByName("workspace")
            row = layer.GetNextFeature()
            row["schema_version"] = target
            layer.SetFeature(row)
            dataset.CommitTransaction()
        except BaseException:
            dataset.RollbackTransaction()
            raise
    return backup
