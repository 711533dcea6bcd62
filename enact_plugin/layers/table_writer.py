"""Writes a frame as a layer of a GeoPackage, counted after writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from ..errors import EnactError
from ..progress import SILENT, Progress
from ..reference.columns import Column
from .database import gdal_errors, is_full, must, open_dataset, refuse_readers, translated
from .frames import fields_of, to_features, wkb_type
from .messages import layer_title
from .projections import crs_of

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Table:
    """A layer to be written.

    Attributes
    ----------
    name : str
        Of the table.
    layer : str
        What it is called in messages.
    columns : sequence of Column
    geometry : str
        point, line, polygon, any or none.
    """

    name: str
    layer: str
    columns: Sequence[Column]
    geometry: str


def write_table(
    path: Path, table: Table, frame: pd.DataFrame, geometry: Any, crs: str, progress: Progress = SILENT
) -> None:
    """Write a layer into a GeoPackage, in the place of one of that name; a file that is not there is made.

    Parameters
    ----------
    path : Path
    table : Table
    frame : DataFrame, shape (n,)
        As `frames.conform` returns it.
    geometry : array of geometry or None, shape (n,)
        Of the table's type, as `multi` makes it; None for a table without.
    crs : str
    progress : Progress

    Raises
    ------
    EnactError
        ``disk_full``, ``rows_lost``, ``workspace_busy``, ``workspace_read_only``, ``workspace_write_failed``.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table.name
    options.layerOptions = ["FID=fid", "GEOMETRY_NAME=geom"]
    actions = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = (
        actions.CreateOrOverwriteLayer if path.exists() else actions.CreateOrOverwriteFile
    )
    kind = wkb_type("none" if geometry is None else table.geometry)
    writer = QgsVectorFileWriter.create(
        str(path), fields_of(table.columns), kind, crs_of(crs), QgsCoordinateTransformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise translated(path, RuntimeError(writer.errorMessage()))
    written = 0
    try:
        for features in to_features(frame, geometry, table.columns):
            progress(
                written / max(len(frame), 1), "writing_layer", layer=layer_title(table.layer), rows=written
            )
            # on a full disk it says False once and rolls back; a second try would succeed on nothing
            if not writer.addFeatures(features):
                raise translated(path, RuntimeError(writer.errorMessage() or "disk full"))
            written += len(features)
        writer.flushBuffer()
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise translated(path, RuntimeError(writer.errorMessage()))
    finally:
        del writer  # commits; whether all went well, the count below tells
    nowhere = geometry is not None and any(shape is None for shape in geometry)
    count = _counted(path, table.name, nowhere)
    if count != len(frame):
        if is_full(path.parent):
            raise EnactError("disk_full", path=str(path.parent))
        refuse_readers(path)  # with a DELETE journal one that stays keeps QGIS' writer from its commit
        raise EnactError(
            "rows_lost", layer=table.layer, expected=len(frame), count=max(count, 0), path=path.name
        )


def _counted(path: Path, name: str, some_nowhere: bool) -> int:
    with gdal_errors(path):
        dataset = open_dataset(path, update=True)
        present = dataset.GetLayerByName(name)
        count = -1 if present is None else present.GetFeatureCount()
        if some_nowhere:
            # QGIS writes an empty point where a feature has none; a unit without place has no geometry at all
            # the layer's name is a row of our own table
            sql = f'UPDATE "{name}" SET geom = NULL WHERE ST_IsEmpty(geom)'  # nosec B608
            must(dataset.ExecuteSQL, sql)
    return count


def multi(shapes: np.ndarray, geometry: str) -> np.ndarray:
    """Make lines and polygons multi-part, as the layer's type asks."""
    types = {"line": (1, shapely.multilinestrings), "polygon": (3, shapely.multipolygons)}
    if geometry not in types:
        return shapes
    single, make = types[geometry]
    shapes = shapes.copy()
    mask = shapely.get_type_id(shapes) == single
    if mask.any():
        shapes[mask] = make(shapes[mask], indices=range(int(mask.sum())))
    return shapely.force_2d(shapes)
