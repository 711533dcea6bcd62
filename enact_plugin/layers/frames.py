"""Frames to QGIS features and back; geometries cross as WKB."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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
    QgsDataSourceUri,
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
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QTime, QTimeZone, QVariant

from ..errors import EnactError
from ..fields.texts import ZONE
from ..outcome import Finding
from ..progress import SILENT, Progress
from ..reference.columns import Column, ColumnType
from .projections import crs_of, defined

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CHUNK = 2000  # rows between two looks at the cancel button; about 20 ms
ATTEMPTS = 2  # at reading a source that delivers another number of rows than it counts

_SERVICES = ("WFS", "OAPIF", "arcgisfeatureserver")
_DATABASES = ("postgres", "mssql", "oracle", "hana")

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
    crs = defined(source.sourceCrs())
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


@dataclass(frozen=True)
class Delivery:
    """How a source delivers, as far as it is known.

    Attributes
    ----------
    by_service : bool
        Each request goes to a web service, and one without a box asks it for everything.
    by_database : bool
        Requests are answered by a database, which finds rows without geometry by itself.
    count_estimated : bool
        The number of rows it tells is an estimate.
    every_row_placed : bool
        Each row is known to have a geometry, so that those without need not be looked for.
    """

    by_service: bool = False
    by_database: bool = False
    count_estimated: bool = False
    every_row_placed: bool = False


def delivery_of(provider: str, source: str) -> Delivery:
    """How a layer with this provider and data source delivers."""
    database = provider in _DATABASES
    return Delivery(
        by_service=provider in _SERVICES,
        by_database=database,
        count_estimated=database and QgsDataSourceUri(source).useEstimatedMetadata(),
    )


def to_frame(
    source: QgsFeatureSource,
    target: QgsCoordinateReferenceSystem,
    source_crs: QgsCoordinateReferenceSystem | None = None,
    bounds: Sequence[float] | None = None,
    progress: Progress = SILENT,
    delivery: Delivery = Delivery(),
    only: Collection[str] | None = None,
) -> gpd.GeoDataFrame:
    """Read a source whole, or what of it meets a box.

    Rows without geometry are in no box, yet they are the source's: they are read by a request of their own and stand at
    the end. Only a web service is not asked for them, for it would deliver everything, nor a source that is known to
    have none: QGIS would look at each of its rows. A table without geometry is read
    whole.

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
    delivery : Delivery
        How the source delivers; as a file does, when nothing is said.
    only : collection of str or None
        Columns to read, those there are; None for all. Their values take more time than the geometry.

    Returns
    -------
    GeoDataFrame, shape (n,)
        The source's columns under their own names, geometry in `target`; None where the source has none. Curves are
        turned into straight segments, for GEOS knows none.

    Raises
    ------
    EnactError
        ``layer_unreadable`` when the provider delivers another number of features than it counts, twice;
        ``transform_failed``.
    """
    crs = source_crs or source.sourceCrs()
    # never by the request's destination CRS: QGIS empties what it cannot transform, and says nothing
    transform = (
        None if crs == target else QgsCoordinateTransform(crs, target, QgsCoordinateTransformContext())
    )
    spatial = source.wkbType() != Qgis.WkbType.NoGeometry
    fields = [(at, field) for at, field in enumerate(source.fields()) if only is None or field.name() in only]
    chosen = None if only is None else [at for at, _field in fields]
    if bounds is not None and spatial:
        request = _request().setFilterRect(transformed_extent(bounds, target, crs))
        rows, blobs = _read_rows(source, request, transform, -1, progress, chosen)
        if not delivery.by_service and not delivery.every_row_placed:
            more, nowhere = _read_rows(source, _without_geometry(delivery), None, -1, progress, chosen)
            rows, blobs = rows + more, blobs + nowhere
    else:
        rows, blobs = _read_whole(source, transform, delivery, progress, chosen)
    columns = {
        field.name(): _column(values, field)
        for (_at, field), values in zip(fields, zip(*rows) if rows else [()] * len(fields))
    }
    geometry = shapely.from_wkb(np.array(blobs, dtype=object), on_invalid="ignore")
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=target.authid() or target.toWkt())


def _request() -> QgsFeatureRequest:
    """Request for features as they are: an invalid ring is for the domain to repair and count, not to be dropped."""
    return QgsFeatureRequest().setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)


def _without_geometry(delivery: Delivery) -> QgsFeatureRequest:
    # this form a database understands; elsewhere QGIS evaluates it, where an empty geometry is none either
    return _request().setFilterExpression(
        "$geometry IS NULL" if delivery.by_database else "is_empty_or_null($geometry)"
    )


def _read_whole(
    source: QgsFeatureSource,
    transform: QgsCoordinateTransform | None,
    delivery: Delivery,
    progress: Progress,
    chosen: Sequence[int] | None,
) -> tuple[list[list[Any]], list[bytes | None]]:
    """Attributes and WKB of every feature, compared with their count; read again on a mismatch.

    A layer may be replaced while it is read. Where the provider only estimates the count, two readings that agree are
    as good as a count.
    """
    read = -1
    for _attempt in range(ATTEMPTS):
        expected = source.featureCount()
        before = read
        rows, blobs = _read_rows(source, _request(), transform, expected, progress, chosen)
        read = len(rows)
        if expected < 0 or read == expected or (delivery.count_estimated and read == before):
            return rows, blobs
    raise EnactError("layer_unreadable", layer=source.sourceName(), read=read, expected=expected)


def _read_rows(
    source: QgsFeatureSource,
    request: QgsFeatureRequest,
    transform: QgsCoordinateTransform | None,
    expected: int,
    progress: Progress,
    chosen: Sequence[int] | None,
) -> tuple[list[list[Any]], list[bytes | None]]:
    """Attributes, all or some by their number, and WKB of the features of a request."""
    if chosen is not None:
        request.setSubsetOfAttributes(list(chosen))
    rows: list[list[Any]] = []
    blobs: list[bytes | None] = []
    try:
        for number, feature in enumerate(_features(source, request)):
            if number % CHUNK == 0:
                share = min(number / expected, 1.0) if expected > 0 else 0.0
                progress(share, "reading_layer", rows=number)
            rows.append(feature.attributes() if chosen is None else [feature.attribute(at) for at in chosen])
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
    geometry = feature.geometry()
    if geometry.isEmpty():
        return None
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
    target = crs_of(crs)
    source = defined(QgsCoordinateReferenceSystem.fromWkt(geometry.crs.to_wkt()))
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


def _day(value: QDate) -> str | None:
    """ISO text; Python knows no year beyond 9999, and data do."""
    return f"{value.year():04}-{value.month():02}-{value.day():02}" if value.isValid() else None


def _moment(value: QDateTime) -> str | None:
    """ISO text of the clock in Germany at a moment that names its zone; of one without zone as it is."""
    if value.isValid() and value.timeSpec() != Qt.TimeSpec.LocalTime:
        value = value.toTimeZone(QTimeZone(ZONE.encode()))
    return f"{_day(value.date())}T{value.time().toString('HH:mm:ss.zzz')}" if value.isValid() else None


_FROM_QT: dict[type, Callable[[Any], Any]] = {
    QVariant: lambda _null: None,
    QDate: _day,
    QDateTime: _moment,
    QTime: lambda value: value.toString("HH:mm:ss"),
}


def _column(values: Sequence[Any], field: QgsField) -> Any:
    """One column as numpy or pandas array: float64, Int64, boolean, datetime64 or object.

    Days that datetime64 cannot hold (before 1678, placeholders like 9999-12-31) make the column one of ISO texts:
    `fields.dates` tells which they are.
    """
    plain = [_FROM_QT[type(value)](value) if type(value) in _FROM_QT else value for value in values]
    kind = field.type()
    if kind == QMetaType.Type.Double:
        return np.array([np.nan if value is None else value for value in plain], dtype=float)
    if kind in (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong):
        return pd.array(plain, dtype="Int64")
    if kind == QMetaType.Type.Bool:
        return pd.array(plain, dtype="boolean")
    if kind in (QMetaType.Type.QDate, QMetaType.Type.QDateTime):
        return _stamps(pd.Series(plain, dtype=object)).to_numpy()
    return np.array([*plain, None], dtype=object)[:-1]  # the extra None keeps numpy from stacking lists


def _stamps(values: pd.Series) -> pd.Series:
    """Days and moments as datetime64; as they are where one lies beyond what that can hold."""
    stamps = pd.to_datetime(values, format="ISO8601", errors="coerce")
    return values.map(_iso_text) if (stamps.isna() & values.notna()).any() else stamps


def _iso_text(value: Any) -> Any:
    """A day or moment as a file says it; null stays null."""
    if pd.isna(value):
        return None
    day, _sign, clock = str(value).replace(" ", "T").partition("T")
    return f"{day}T{clock}" if clock.strip("0:.") else day


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
    stamps = _stamps(values)
    held = pd.api.types.is_datetime64_any_dtype(stamps.dtype)
    if kind is not ColumnType.DATE:
        return stamps
    return stamps.dt.normalize() if held else stamps.map(lambda text: text and text.partition("T")[0])


def _qdates(values: pd.Series) -> list[QDate | None]:
    """QDate for each date; each distinct one is built once, for dates repeat."""
    days = values.dropna().unique()
    made = {day: _qdate(day) for day in (days if values.dtype == object else pd.DatetimeIndex(days))}
    return [made.get(day) for day in values]


def _qdate(day: pd.Timestamp | str) -> QDate:
    """QDate of a timestamp, or of the ISO text of a day that none can hold."""
    if isinstance(day, str):
        return QDate(*(int(part) for part in day.partition("T")[0].split("-")))
    return QDate(day.year, day.month, day.day)


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
    for start in range(0, len(frame), CHUNK):
        # plain values of all rows at once would be the frame once more
        rows = frame.iloc[start : start + CHUNK]
        features = []
        for row in zip(*(_attribute(rows[column.name], column.type) for column in columns)):
            feature = QgsFeature(fields)
            feature.setAttributes(list(row))
            features.append(feature)
        if geometry is not None:
            blobs = shapely.to_wkb(np.asarray(geometry[start : start + CHUNK], dtype=object))
            for feature, blob in zip(features, blobs):
                if blob is not None:
                    shape = QgsGeometry()
                    shape.fromWkb(blob)
                    feature.setGeometry(shape)
        yield features
