"""Pages of services and downloaded files, object by object: whatever format they came in, and nothing lost silently."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Callable, Optional

from osgeo import gdal, ogr
from qgis.core import QgsGeometry

from ..errors import Canceled, EnactError
from ..progress import SILENT
from ..reference.columns import ColumnType
from .database import driver_options, must
from .osm import SUFFIXES as OSM
from .osm import OsmSource, open_options, osm_source
from .page_marks import JSON, MARKUP, members, members_exactly, numbered
from .shape_encoding import encoding_in

CHUNK = 2000  # objects between two looks at the cancel button

Box = tuple[float, float, float, float]
Row = tuple[list[Any], Optional[bytes]]  # values, WKB


@dataclass(frozen=True)
class Wanted:
    """What of a page is wanted.

    Attributes
    ----------
    degrees : bool
        The pages' coordinates are degrees, the longitude first; else metres, the easting first.
    box : Box or None
        West, south, east, north in the pages' coordinates: only objects whose box meets it, and those without geometry.
    options : dict
        "osm": kind of `osm.osm_source`; "layer": name in a file of several; "zip_layer": pattern of names in a zip.
    heads : bool
        Of a layer that says of what type its geometries are, only what it says of itself.
    is_canceled : callable
        Asked while GDAL reads on by itself; the objects end then.
    """

    degrees: bool = False
    box: Box | None = None
    options: dict[str, Any] = field(default_factory=dict)
    heads: bool = False
    is_canceled: Callable[[], bool] = SILENT.is_canceled


@dataclass(frozen=True)
class Block:
    """Some objects of a page.

    Attributes
    ----------
    names : tuple of str
        Fields.
    kinds : tuple of ColumnType or None
        What the format says of each; None where it does not tell numbers from texts.
    geometry : int
        Type by OGR's number, as the layer says; `ogr.wkbUnknown` where each object has its own.
    rows : list of (values, WKB or None)
        Plane, without curves. Values are of the kind, days and moments as ISO texts; None for nothing.
    turned : bool
        The page has its axes the other way round, and they were turned.
    anew : frozenset of str
        Fields with numbers that a server may give its objects anew for each answer.
    """

    names: tuple[str, ...]
    kinds: tuple[ColumnType | None, ...]
    geometry: int
    rows: list[Row]
    turned: bool = False
    anew: frozenset[str] = frozenset()


def says_types(path: Path, wanted: Wanted) -> bool:
    """Whether a format itself says what type its fields have, so that values need not be looked at."""
    suffix = path.suffix.lower()
    suffix = Path(_pattern(wanted)).suffix if suffix == ".zip" else suffix
    return suffix not in (*MARKUP, *JSON)


def blocks(path: Path, wanted: Wanted) -> Iterator[Block]:
    """Yield the objects of a page, at most `CHUNK` at a time, and at least one block for each layer.

    Raises
    ------
    Canceled
    EnactError
        ``service_page_refused`` where OGR cannot read it, ``service_page_unreadable`` where it gives up before the end.
    """
    suffix = path.suffix.lower()
    expected = members(path) if suffix in (*MARKUP, *JSON) else None
    if expected == 0:
        return
    read, turned = 0, None
    anew = numbered(path) if suffix in JSON else frozenset()
    try:
        for block in _archive(path, wanted) if suffix == ".zip" else _file(str(path), suffix, wanted):
            read += len(block.rows)
            turned = _turned(block.rows, wanted.degrees) if turned is None else turned
            ready = replace(_swapped(block) if turned else block, anew=block.anew | anew)
            yield ready if expected is None or wanted.box is None else _within(ready, wanted.box)
    except (RuntimeError, OSError, zipfile.BadZipFile) as error:
        if wanted.is_canceled():  # GDAL may say so as a failure
            raise Canceled from error
        raise EnactError("service_page_refused", path=str(path), detail=str(error)) from error
    if expected is not None and read != expected and read != members_exactly(path):
        raise EnactError("service_page_unreadable", path=str(path), expected=expected, count=read)


def _within(block: Block, box: Box) -> Block:
    """What meets a box; where all must be read to know whether the page is whole, OGR cannot choose."""
    west, south, east, north = box

    def meets(blob: bytes | None) -> bool:
        if blob is None:
            return True
        left, right, low, high = ogr.CreateGeometryFromWkb(blob).GetEnvelope()
        return left <= east and right >= west and low <= north and high >= south

    return replace(block, rows=[row for row in block.rows if meets(row[1])])


# ---- axes

# where Germany lies, generously, when the axes are the other way round: no place has both orders within
_TURNED_DEGREES = (45.0, 3.0, 57.0, 17.0)
_TURNED_METRES = (5_100_000.0, 100_000.0, 6_300_000.0, 1_000_000.0)


def _turned(rows: Sequence[Row], degrees: bool) -> bool | None:
    """Whether the first object with a geometry has the northing first; None where no object has one."""
    blob = next((blob for _values, blob in rows if blob is not None), None)
    if blob is None:
        return None
    left, right, low, high = ogr.CreateGeometryFromWkb(blob).GetEnvelope()
    west, south, east, north = _TURNED_DEGREES if degrees else _TURNED_METRES
    return west <= left and right <= east and south <= low and high <= north


def _swapped(block: Block) -> Block:
    def other_way(blob: bytes) -> bytes:
        shape = ogr.CreateGeometryFromWkb(blob)
        shape.SwapXY()
        return bytes(shape.ExportToWkb())

    rows = [(values, blob and other_way(blob)) for values, blob in block.rows]
    return replace(block, rows=rows, turned=True)


# ---- opening


# leave texts of GML as they are: OGR makes 1067 of the postcode 01067
_TEXTS_ONLY = {"GML_FIELDTYPES": "ALWAYS_STRING"}
# GML: neither ask the server for its schema, past QGIS' proxy, nor leave a file of one's own beside the page
_OPENING: dict[str, tuple[list[str], list[str]]] = {
    **dict.fromkeys(MARKUP, (["GML"], ["DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO"])),
    **dict.fromkeys(JSON, (["ESRIJSON", "GeoJSON"], [])),
    **dict.fromkeys(OSM, (["OSM"], [])),
}


def _file(name: str, suffix: str, wanted: Wanted, encoding: str = "") -> Iterator[Block]:
    drivers, options = _OPENING.get(suffix, (None, []))
    options = [f"ENCODING={encoding}"] if encoding else options
    kind = osm_source(wanted.options.get("osm", "")) if suffix in OSM else None
    if kind is not None:
        options = open_options(kind)
    extra = {} if drivers is None else {"allowed_drivers": drivers}
    flags = gdal.OF_VECTOR | gdal.OF_VERBOSE_ERROR
    with driver_options(_TEXTS_ONLY):
        dataset = must(lambda: gdal.OpenEx(name, flags, open_options=options, **extra))
    if dataset is None:
        raise RuntimeError(name)
    untyped = suffix in MARKUP
    if kind is not None:
        yield from _openstreetmap(dataset, kind, wanted)
        return
    if suffix in (*MARKUP, *JSON):  # `blocks` looks at the box itself, to count what is read
        wanted = replace(wanted, box=None)
    esri = dataset.GetDriver().ShortName == "ESRIJSON"  # whose FID column is that of the numbers
    chosen = wanted.options.get("layer")
    for number in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(number)
        if chosen is None or layer.GetName() == chosen:
            found = _layer(layer, layer.GetNextFeature, wanted, untyped)
            yield from (
                (replace(block, anew=frozenset({layer.GetFIDColumn()})) for block in found) if esri else found
            )


def _openstreetmap(dataset: gdal.Dataset, kind: OsmSource, wanted: Wanted) -> Iterator[Block]:
    """Objects of one kind; asked for by the dataset, for a state's file keeps GDAL busy long before the first comes."""
    # read by their names, layers that nobody asks for pile up in memory
    must(dataset.ExecuteSQL, f"SET interest_layers = {kind.layer}")
    layer = dataset.GetLayerByName(kind.layer)
    must(layer.SetAttributeFilter, kind.where)

    def go_on(_share: float, _message: str, _data: object) -> int:
        return 0 if wanted.is_canceled() else 1

    yield from _layer(layer, lambda: dataset.GetNextFeature(False, False, go_on), wanted, False)


def _pattern(wanted: Wanted) -> str:
    return wanted.options.get("zip_layer", "*.shp").lower()


def _archive(path: Path, wanted: Wanted) -> Iterator[Block]:
    """Layers in a zip, in whatever folder of it they lie."""
    pattern = _pattern(wanted)
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if fnmatch(Path(name).name.lower(), pattern)]
        shapes = {name: encoding_in(archive, name) for name in names if name.lower().endswith(".shp")}
    if not names:
        raise RuntimeError(f"{pattern}: -")
    for name in sorted(names):
        # braces keep GDAL from looking for the archive's end in the name
        place = f"/vsizip/{{{path.as_posix()}}}/{name}"
        yield from _file(place, Path(name).suffix.lower(), wanted, shapes.get(name, ""))


# ---- objects

_KINDS = {
    ogr.OFTInteger: ColumnType.INTEGER,
    ogr.OFTInteger64: ColumnType.INTEGER,
    ogr.OFTReal: ColumnType.REAL,
    ogr.OFTDate: ColumnType.DATE,
    ogr.OFTDateTime: ColumnType.DATETIME,
}
_LISTS = {
    ogr.OFTStringList: ogr.Feature.GetFieldAsStringList,
    ogr.OFTIntegerList: ogr.Feature.GetFieldAsIntegerList,
    ogr.OFTInteger64List: ogr.Feature.GetFieldAsInteger64List,
    ogr.OFTRealList: ogr.Feature.GetFieldAsDoubleList,
}
Getter = Callable[[ogr.Feature, int], Any]
Following = Callable[[], Optional[ogr.Feature]]


def _layer(layer: ogr.Layer, following: Following, wanted: Wanted, untyped: bool) -> Iterator[Block]:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(number) for number in range(definition.GetFieldCount())]
    names = tuple(each.GetName() for each in fields)
    kinds = tuple(None if untyped and each.GetType() == ogr.OFTString else _kind(each) for each in fields)
    getters = [_getter(each.GetType()) for each in fields]
    shape = ogr.GT_Flatten(layer.GetGeomType())
    if wanted.heads and shape != ogr.wkbUnknown:
        yield Block(names, kinds, shape, [])
        return
    if wanted.box is not None:
        must(layer.SetSpatialFilterRect, *wanted.box)
    layer.ResetReading()
    while True:
        rows = must(_rows, following, getters)
        yield Block(names, kinds, shape, rows)
        if len(rows) < CHUNK:
            return


def _kind(definition: ogr.FieldDefn) -> ColumnType:
    if definition.GetSubType() == ogr.OFSTBoolean:
        return ColumnType.BOOLEAN
    return _KINDS.get(definition.GetType(), ColumnType.TEXT)


def _getter(kind: int) -> Getter:
    if kind in _LISTS:
        return lambda feature, at: _joined(_LISTS[kind](feature, at))
    if kind in (ogr.OFTDate, ogr.OFTDateTime):
        return lambda feature, at: _iso(feature.GetFieldAsDateTime(at), kind == ogr.OFTDate)
    if kind in (ogr.OFTInteger, ogr.OFTInteger64):
        return ogr.Feature.GetFieldAsInteger64
    return ogr.Feature.GetFieldAsDouble if kind == ogr.OFTReal else ogr.Feature.GetFieldAsString


def _joined(items: Sequence[Any]) -> str | None:
    """A list as `conversion.flatten_lists` writes one that QGIS delivers."""
    return ";".join(str(item) for item in items) or None


_LOCAL, _UTC = 1, 100  # of OGR's time zone flag, which counts quarters of an hour from UTC


def _iso(parts: Sequence[Any], day_only: bool) -> str:
    """ISO text of a moment with its zone, if it has one."""
    year, month, day, hour, minute, second, flag = parts
    date = f"{year:04}-{month:02}-{day:02}"
    if day_only:
        return date
    quarters = flag - _UTC
    sign, quarters = ("-" if quarters < 0 else "+"), abs(quarters)
    zone = "" if flag <= _LOCAL else f"{sign}{quarters // 4:02}:{quarters % 4 * 15:02}"
    return f"{date}T{hour:02}:{minute:02}:{second:06.3f}{zone}"


def _rows(following: Following, getters: Sequence[Getter]) -> list[Row]:
    rows = []
    numbered = list(enumerate(getters))
    for _number in range(CHUNK):
        feature = following()
        if feature is None:
            break
        values = [get(feature, at) if feature.IsFieldSetAndNotNull(at) else None for at, get in numbered]
        rows.append((values, plane(feature.GetGeometryRef())))
    return rows


_PLAIN = range(ogr.wkbPoint, ogr.wkbGeometryCollection + 1)  # plane, and without curves

_MESHES = (ogr.wkbPolyhedralSurface, ogr.wkbTIN, ogr.wkbTriangle)


def plane(shape: ogr.Geometry | None) -> bytes | None:
    """WKB without heights and curves; these are turned into straight segments as QGIS does with a file's."""
    if shape is None or shape.IsEmpty():
        return None
    if shape.GetGeometryType() in _PLAIN:
        return bytes(shape.ExportToWkb())
    shape = shape.Clone()
    shape.FlattenTo2D()
    if shape.HasCurveGeometry(True):
        curved = QgsGeometry()
        curved.fromWkb(bytes(shape.ExportToIsoWkb()))
        curved.convertToStraightSegment()
        return bytes(curved.asWkb().data())
    if shape.GetGeometryType() in _MESHES:
        return bytes(ogr.ForceToMultiPolygon(shape).ExportToWkb())
    return bytes(shape.GetLinearGeometry().ExportToWkb())
