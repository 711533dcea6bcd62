"""Frames to files that others read: GeoPackage and GeoJSON through QGIS' writer."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
from pandas.api import types
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..errors import EnactError
from ..progress import SILENT, Progress
from ..reference.columns import Column, ColumnType
from .frames import conform, fields_of, to_features
from .projections import defined

if TYPE_CHECKING:
    from collections.abc import Sequence

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".csv": "CSV"}


def plain_columns(frame: pd.DataFrame, layer: str = "") -> tuple[Column, ...]:
    """Columns of a frame as it is, for files that follow somebody else's form."""
    names = [name for name in frame.columns if name != getattr(frame, "_geometry_column_name", None)]
    return tuple(
        Column(layer, name, _type_of(frame[name]), name, name, "", "", (), "public", False, ())
        for name in names
    )


def _type_of(values: pd.Series) -> ColumnType:
    tests = (
        (types.is_bool_dtype, ColumnType.BOOLEAN),
        (types.is_integer_dtype, ColumnType.INTEGER),
        (types.is_float_dtype, ColumnType.REAL),
    )
    if types.is_datetime64_any_dtype(values):
        days_only = (values.dropna() == values.dropna().dt.normalize()).all()
        return ColumnType.DATE if days_only else ColumnType.DATETIME
    return next((kind for test, kind in tests if test(values)), ColumnType.TEXT)


def write_file(
    frame: pd.DataFrame,
    path: Path,
    layer: str = "",
    columns: Sequence[Column] | None = None,
    progress: Progress = SILENT,
) -> Path:
    """Write a frame into a new file, or as a further layer of a GeoPackage.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
    path : Path
        Its ending names the format: .gpkg, .geojson, .csv.
    layer : str
        Name of the layer; the file's name when empty.
    columns : sequence of Column or None
        None for the frame's own columns.
    progress : Progress

    Returns
    -------
    Path

    Raises
    ------
    EnactError
        ``file_write_failed``, ``file_rows_lost``.
    """
    columns = plain_columns(frame) if columns is None else columns
    spatial = isinstance(frame, gpd.GeoDataFrame) and path.suffix != ".csv"
    geometry = frame.geometry.to_numpy() if spatial else None
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = DRIVERS[path.suffix]
    options.layerName = layer or path.stem
    actions = QgsVectorFileWriter.ActionOnExistingFile
    further = path.exists() and path.suffix == ".gpkg"
    options.actionOnExistingFile = (
        actions.CreateOrOverwriteLayer if further else actions.CreateOrOverwriteFile
    )
    crs = (
        defined(QgsCoordinateReferenceSystem(frame.crs.to_string()))
        if spatial and frame.crs
        else QgsCoordinateReferenceSystem()
    )
    writer = QgsVectorFileWriter.create(
        str(path), fields_of(columns), _wkb_type(frame) if spatial else Qgis.WkbType.NoGeometry, crs,
        QgsCoordinateTransformContext(), options,
    )  # fmt: skip
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise EnactError("file_write_failed", path=str(path), detail=writer.errorMessage())
    try:
        for number, features in enumerate(
            to_features(conform(pd.DataFrame(frame), columns), geometry, columns)
        ):
            progress(min(1.0, number * len(features) / max(len(frame), 1)))
            if not writer.addFeatures(features):
                raise EnactError("file_write_failed", path=str(path), detail=writer.errorMessage())
    finally:
        del writer  # writes what is left; whether all went well, the count tells
    count = _count(path, options.layerName)
    if count != len(frame):
        raise EnactError("file_rows_lost", path=str(path), expected=len(frame), count=max(count, 0))
    return path


def _count(path: Path, layer: str) -> int:
    """Rows that stand in a file, -1 where it cannot be read; of a format of one layer, whatever its name."""
    if path.suffix == ".csv":  # OGR leaves out a row of nulls, and guesses whether there is a heading
        with path.open(encoding="utf-8", newline="") as lines:
            return sum(1 for _row in csv.reader(lines)) - 1
    named = f"|layername={layer}" if path.suffix == ".gpkg" else ""
    written = QgsVectorLayer(f"{path}{named}", layer, "ogr")
    return written.featureCount() if written.isValid() else -1


_BY_NAME = {
    "Point": Qgis.WkbType.Point,
    "LineString": Qgis.WkbType.LineString,
    "Polygon": Qgis.WkbType.Polygon,
    "MultiPoint": Qgis.WkbType.MultiPoint,
    "MultiLineString": Qgis.WkbType.MultiLineString,
    "MultiPolygon": Qgis.WkbType.MultiPolygon,
}


def _wkb_type(frame: gpd.GeoDataFrame) -> Qgis.WkbType:
    """The one type of all geometries; unknown where there are several."""
    names = frame.geometry.geom_type.dropna().unique()
    return _BY_NAME.get(names[0], Qgis.WkbType.Unknown) if len(names) == 1 else Qgis.WkbType.Unknown
