"""Frames to QGIS features and back; geometries cross as WKB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QTime, QVariant

from ..errors import EnactError
from ..outcome import Finding
from ..progress import SILENT, Progress
from ..reference.columns import Column, ColumnType

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CHUNK = 2000  # rows between two looks at the cancel button; about 20 ms

FIELD_TYPES = {
    ColumnType.TEXT: QMetaType.Type.QString,
    ColumnType.INTEGER: QMetaType.Type.LongLong,
    ColumnType.REAL: QMetaType.Type.Double,
    ColumnType.BOOLEAN: QMetaType.Type.Bool,
    ColumnType.DATE: QMetaType.Type.QDate,
    ColumnType.DATETIME: QMetaType.Type.QDateTime,
}
_WKB_TYPES = {
    "point": Qgis.WkbType.Point,
    "line": Qgis.WkbType.MultiLineString,
    "polygon": Qgis.WkbType.MultiPolygon,
    "any": Qgis.WkbType.Unknown,
    "none": Qgis.WkbType.NoGeometry,
}


def wkb_type(geometry: str) -> Qgis.WkbType:
    """WKB type of a layer whose kind says `geometry` (point, line, polygon, any, none)."""
    return _WKB_TYPES[geometry]


# ---- reading


def effective_crs(
    source: QgsFeatureSource, workspace_crs: QgsCoordinateReferenceSystem, name: str = ""
) -> tuple[QgsCoordinateReferenceSystem, tuple[Finding, ...]]:
    """The CRS a source's coordinates are really in.

    City portals publish GeoJSON in metres without saying so, and then every reader takes it for degrees. Where a
    "geographic" layer reaches beyond 180/90, or says nothing, the workspace's CRS is assumed and a finding tells it.

    Returns
    -------
    crs : QgsCoordinateReferenceSystem
    findings : tuple of Finding

    Raises
    ------
    EnactError
        ``crs_unknown`` when there is no CRS and the coordinates do not look like the workspace's.
    """
    crs = source.sourceCrs()
    name = name or source.sourceName()
    extent = source.sourceExtent()
    if extent.isNull() or not extent.isFinite():
        return (crs if crs.isValid() else workspace_crs), ()
    beyond_degrees = (
        max(abs(extent.xMinimum()), abs(extent.xMaximum())) > 360
        or max(abs(extent.yMinimum()), abs(extent.yMaximum())) > 90
    )
    if crs.isValid() and not (crs.isGeographic() and beyond_degrees):
        return crs, ()
    # plausible eastings and northings of the German UTM zones; 33xxxxxx (zone in front) is not one of them
    metric = (
        extent.xMinimum() > 100_000 and extent.xMaximum() < 1_000_000
        and extent.yMinimum() > 5_000_000 and extent.yMaximum() < 6_200_000
    )  # fmt: skip
    if beyond_degrees and metric:
        values = {"crs": workspace_crs.authid(), "layer": name}
        return workspace_crs, (Finding("crs_assumed", values=values),)
    if 31_000_000 < extent.xMinimum() < 34_000_000 and 5_000_000 < extent.yMinimum() < 6_200_000:
        raise EnactError("coordinates_zone_prefixed", layer=name, easting=round(extent.xMinimum()))
    raise EnactError("crs_unknown", layer=name)


def transformed_extent(
    bounds: Sequence[float], crs: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsRectangle:
    """Bounding box of `bounds` (xmin, ymin, xmax, ymax in `crs`) in `target`."""
    rectangle = QgsRectangle(*bounds)
    if crs == target:
        return rectangle
    transform = QgsCoordinateTransform(crs, target, QgsCoordinateTransformContext())
    transform.setBallparkTransformsAreAppropriate(True)
    return transform.transformBoundingBox(rectangle)


def to_frame(
    source: QgsFeatureSource,
    target: QgsCoordinateReferenceSystem,
    source_crs: QgsCoordinateReferenceSystem | None = None,
    bounds: Sequence[float] | None = None,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Read a source whole.

    Parameters
    ----------
    source : QgsFeatureSource
        A vector layer or what `parameterAsSource` returns.
    target : QgsCoordinateReferenceSystem
        CRS of the frame.
    source_crs : QgsCoordinateReferenceSystem or None
        What the coordinates are really in, when the source says something else.
    bounds : sequence of float or None
        (xmin, ymin, xmax, ymax) in `target`; only features whose box meets it.
    progress : Progress

    Returns
    -------
    GeoDataFrame, shape (n,)
        The source's columns under their own names, geometry in `target`; None where the source has none. Curves are
        turned into straight segments, for GEOS knows none.

    Raises
    ------
    EnactError
        ``layer_unreadable`` when the provider delivers fewer features than it counts, ``transform_failed``.
    """
    fields = source.fields()
    names = [field.name() for field in fields]
    crs = source_crs or source.sourceCrs()
    request = QgsFeatureRequest()
    # an invalid ring is for the domain to repair and count, not for the provider to drop
    request.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
    transform = None
    if crs != target and crs == source.sourceCrs():
        # QGIS transforms, and takes the filter in the target's CRS
        request.setDestinationCrs(target, QgsCoordinateTransformContext())
        crs = target
    elif crs != target:
        transform = QgsCoordinateTransform(crs, target, QgsCoordinateTransformContext())
    if bounds is not None:
        request.setFilterRect(transformed_extent(bounds, target, crs))
    expected = source.featureCount() if bounds is None else -1
    rows, blobs = _read_rows(source, request, transform, expected, progress)
    if expected >= 0 and len(rows) != expected:
        raise EnactError("layer_unreadable", layer=source.sourceName(), read=len(rows), expected=expected)
    columns = {
        name: _column(values, field)
        for name, field, values in zip(names, fields, zip(*rows) if rows else [()] * len(names))
    }
    geometry = shapely.from_wkb(np.array(blobs, dtype=object), on_invalid="ignore")
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=target.authid() or target.toWkt())


def _read_rows(
    source: QgsFeatureSource,
    request: QgsFeatureRequest,
    transform: QgsCoordinateTransform | None,
    expected: int,
    progress: Progress,
) -> tuple[list[list[Any]], list[bytes | None]]:
    """Attributes and WKB of every feature."""
    rows: list[list[Any]] = []
    blobs: list[bytes | None] = []
    try:
        for number, feature in enumerate(_features(source, request)):
            if number % CHUNK == 0:
                progress(number / expected if expected > 0 else 0.0, "reading_layer", rows=number)
            rows.append(feature.attributes())
            blobs.append(_wkb(feature, transform))
    except QgsCsException as error:
        raise EnactError("transform_failed", layer=source.sourceName(), detail=str(error)) from error
    return rows, blobs


def _features(source: QgsFeatureSource, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
    """Features as they are; a processing source would stop at the first invalid ring."""
    if isinstance(source, QgsProcessingFeatureSource):
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        return source.getFeatures(request, unchecked)
    return source.getFeatures(request)


def _wkb(feature: QgsFeature, transform: QgsCoordinateTransform | None) -> bytes | None:
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    if transform is not None:
        _transform(geometry, transform)
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry.convertToStraightSegment()
    return geometry.asWkb().data()


def _transform(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> None:
    if geometry.transform(transform) != Qgis.GeometryOperationResult.Success:
        raise QgsCsException(geometry.asWkt(0)[:60])


def reproject(geometry: gpd.GeoSeries, crs: str) -> gpd.GeoSeries:
    """Reproject with QGIS' transforms, as every other coordinate of the project is.

    Parameters
    ----------
    geometry : GeoSeries, shape (n,)
    crs : str
        Authority id.

    Returns
    -------
    GeoSeries, shape (n,)

    Raises
    ------
    EnactError
        ``transform_failed``.
    """
    target = QgsCoordinateReferenceSystem(crs)
    source = QgsCoordinateReferenceSystem.fromWkt(geometry.crs.to_wkt())
    if source == target or (source.authid() and source.authid() == target.authid()):
        return geometry
    transform = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
    blobs: list[bytes | None] = []
    for blob in shapely.to_wkb(geometry.to_numpy()):
        if blob is None:
            blobs.append(None)
            continue
        shape = QgsGeometry()
        shape.fromWkb(blob)
        try:
            _transform(shape, transform)
        except QgsCsException as error:
            raise EnactError("transform_failed", layer=source.authid(), detail=str(error)) from error
        blobs.append(shape.asWkb().data())
    return gpd.GeoSeries(shapely.from_wkb(blobs), index=geometry.index, crs=crs)


_FROM_QT: dict[type, Callable[[Any], Any]] = {
    QVariant: lambda _null: None,
    QDate: lambda value: datetime(value.year(), value.month(), value.day()) if value.isValid() else None,
    QDateTime: lambda value: value.toPyDateTime().replace(tzinfo=None) if value.isValid() else None,
    QTime: lambda value: value.toString("HH:mm:ss"),
}


def _column(values: Sequence[Any], field: QgsField) -> Any:
    """One column as numpy or pandas array: float64, Int64, boolean, datetime64 or object."""
    plain = [_FROM_QT[type(value)](value) if type(value) in _FROM_QT else value for value in values]
    kind = field.type()
    if kind == QMetaType.Type.Double:
        return np.array([np.nan if value is None else value for value in plain], dtype=float)
    if kind in (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong):
        return pd.array(plain, dtype="Int64")
    if kind == QMetaType.Type.Bool:
        return pd.array(plain, dtype="boolean")
    if kind in (QMetaType.Type.QDate, QMetaType.Type.QDateTime):
        return pd.to_datetime(pd.Series(plain, dtype=object), errors="coerce").to_numpy()
    return np.array([*plain, None], dtype=object)[:-1]  # the extra None keeps numpy from stacking lists


# ---- writing


def fields_of(columns: Sequence[Column]) -> QgsFields:
    """QGIS fields with German aliases for `columns`."""
    fields = QgsFields()
    for column in columns:
        field = QgsField(column.name, FIELD_TYPES[column.type])
        field.setAlias(column.label("de"))
        fields.append(field)
    return fields


def conform(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """Give `frame` the columns of a layer, in their order and types; what the table does not know is left out."""
    data = {}
    for column in columns:
        if column.name in frame:
            data[column.name] = _typed(frame[column.name], column.type)
        else:
            data[column.name] = _typed(
                pd.Series([None] * len(frame), index=frame.index, dtype=object), column.type
            )
    return pd.DataFrame(data, index=frame.index)


def _typed(values: pd.Series, kind: ColumnType) -> pd.Series:
    if kind is ColumnType.TEXT:
        values = values.astype(object)
        return values.where(values.notna(), None)
    if kind is ColumnType.INTEGER:
        return values if values.dtype == "Int64" else pd.to_numeric(values).round().astype("Int64")
    if kind is ColumnType.REAL:
        return pd.to_numeric(values).astype(float)
    if kind is ColumnType.BOOLEAN:
        return values.astype("boolean")
    stamps = pd.to_datetime(values)
    return stamps.dt.normalize() if kind is ColumnType.DATE else stamps


def _qdates(values: pd.Series) -> list[QDate | None]:
    """QDate for each date; each distinct one is built once, for dates repeat."""
    made = {day: QDate(day.year, day.month, day.day) for day in pd.DatetimeIndex(values.dropna().unique())}
    return [made.get(day) for day in values]


def _qdatetimes(values: pd.Series) -> list[QDateTime | None]:
    return [
        None
        if pd.isna(stamp)
        else QDateTime(
            QDate(stamp.year, stamp.month, stamp.day), QTime(stamp.hour, stamp.minute, stamp.second)
        )
        for stamp in values
    ]


def _attribute(values: pd.Series, kind: ColumnType) -> list[Any]:
    if kind is ColumnType.DATE:
        return _qdates(values)
    if kind is ColumnType.DATETIME:
        return _qdatetimes(values)
    objects = values.astype(object)
    return objects.where(objects.notna(), None).tolist()


def to_features(
    frame: pd.DataFrame, geometry: Sequence[BaseGeometry | None] | None, columns: Sequence[Column]
) -> Iterator[list[QgsFeature]]:
    """Features of a conformed frame, in chunks.

    Parameters
    ----------
    frame : DataFrame, shape (n,)
        As `conform` returns it.
    geometry : sequence of geometry or None
        Multi-part where the layer asks for it; None for a table.
    columns : sequence of Column

    Yields
    ------
    list of QgsFeature
        At most `CHUNK` of them.
    """
    fields = fields_of(columns)
    attributes = [_attribute(frame[column.name], column.type) for column in columns]
    blobs = None if geometry is None else shapely.to_wkb(np.asarray(geometry, dtype=object))
    for start in range(0, len(frame), CHUNK):
        stop = min(start + CHUNK, len(frame))
        features = []
        for row in zip(*(values[start:stop] for values in attributes)):
            feature = QgsFeature(fields)
            feature.setAttributes(list(row))
            features.append(feature)
        if blobs is not None:
            for feature, blob in zip(features, blobs[start:stop]):
                if blob is not None:
                    shape = QgsGeometry()
                    shape.fromWkb(blob)
                    feature.setGeometry(shape)
        yield features


def date_or_none(value: Any) -> date | None:
    """Python date of a QDate, ISO text, timestamp or null."""
    if isinstance(value, QDate):
        return date(value.year(), value.month(), value.day()) if value.isValid() else None
    if value is None or isinstance(value, QVariant) or value == "":
        return None
    stamp = pd.Timestamp(value)
    return None if pd.isna(stamp) else stamp.date()
