"""A new GeoPackage that takes each object of a service's pages once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

from ..reference.columns import ColumnType
from .database import must
from .pages import Block, Row
from .survey import Survey

LAYER = "collected"

# what servers make anew for each answer, or count by themselves: it does not tell objects apart
_ANEW = re.compile(
    r"gml_id|(ogc_)?fid|objectid|globalid|shape(_|\.)(leng|len|area).*|shape(__|\.st).*", re.IGNORECASE
)

_OGR_TYPES = {
    ColumnType.TEXT: (ogr.OFTString, ogr.OFSTNone),
    ColumnType.INTEGER: (ogr.OFTInteger64, ogr.OFSTNone),
    ColumnType.REAL: (ogr.OFTReal, ogr.OFSTNone),
    ColumnType.BOOLEAN: (ogr.OFTInteger, ogr.OFSTBoolean),
    ColumnType.DATE: (ogr.OFTDate, ogr.OFSTNone),
    # as text: GeoPackage has no moment without a zone, and would make the German clock's that of UTC
    ColumnType.DATETIME: (ogr.OFTString, ogr.OFSTNone),
}


class LayerWriter:
    """One layer in a new file, all in one transaction.

    Parameters
    ----------
    path : Path
        Of no file yet.
    reference : SpatialReference
    survey : Survey
        Of all that will be written.
    key : sequence of str
        Fields that together name an object.

    Attributes
    ----------
    rows : int
        Objects written.
    repeated : int
        Objects left out because they were there.
    differing : int
        Of these, those with another geometry than the one that was there.
    contradicting : int
        Of these, those with the same geometry and other values.
    turned : bool
        Whether some page had its axes the other way round.

    Raises
    ------
    RuntimeError
        GDAL's words; by all methods.
    """

    def __init__(
        self, path: Path, reference: osr.SpatialReference, survey: Survey, key: Sequence[str]
    ) -> None:
        self.rows = self.repeated = self.differing = self.contradicting = 0
        self.turned = False
        self._kinds = survey.columns()
        self._key = tuple(name.casefold() for name in key)
        self._shape = survey.geometry()
        self._known: dict[bytes, int] = {}
        driver = gdal.GetDriverByName("GPKG")
        self._dataset = must(driver.Create, str(path), 0, 0, 0, gdal.GDT_Unknown)
        try:
            self._layer = self._made(reference)
            # the empty table stays when what follows is taken back: GDAL looks for it
            must(self._layer.SyncToDisk)
            must(self._dataset.StartTransaction)
        except BaseException:
            self.close()
            raise

    def _made(self, reference: osr.SpatialReference) -> ogr.Layer:
        taken = {name.casefold() for name in self._kinds}
        names = [f"FID={_unused('fid', taken)}", f"GEOMETRY_NAME={_unused('geom', taken)}"]
        layer = must(self._dataset.CreateLayer, LAYER, reference, self._shape, names)
        self._places: dict[str, int] = {}
        written: set[str] = set()
        for name, kind in self._kinds.items():
            definition = ogr.FieldDefn(_unused(name, written), _OGR_TYPES[kind][0])
            definition.SetSubType(_OGR_TYPES[kind][1])
            must(layer.CreateField, definition)
            written.add(definition.GetName().casefold())
            self._places[name] = len(self._places)
        return layer

    def add(self, block: Block) -> None:
        """Write the objects that were not there before."""
        self.turned = self.turned or block.turned
        must(self._add, block)

    def _add(self, block: Block) -> None:
        places = [(self._places[name], _setter(self._kinds[name])) for name in block.names]
        spelled = {name.casefold(): at for at, name in enumerate(block.names)}
        keys = [spelled[name] for name in self._key if name in spelled]
        keys = keys if len(keys) == len(self._key) else []
        telling = [
            (name, at)
            for at, name in enumerate(block.names)
            if name not in block.anew and _ANEW.fullmatch(name) is None
        ]
        telling.sort()
        told = [places[at][0] for _name, at in telling]
        definition = self._layer.GetLayerDefn()
        for row in block.rows:
            name = _digest_of_key(row, keys) or _digest_of_content(row, telling)
            known = self._known.get(name)
            if known is not None:
                self.repeated += 1
                if keys:
                    self._compare(known, row, _filled(definition, places, row), told)
                continue
            self.rows += 1
            self._known[name] = self.rows
            feature = _filled(definition, places, row)
            feature.SetFID(self.rows)
            if row[1] is not None:
                feature.SetGeometryDirectly(self._promoted(row[1]))
            if self._layer.CreateFeature(feature) != ogr.OGRERR_NONE:
                raise RuntimeError(LAYER)

    def _promoted(self, blob: bytes) -> ogr.Geometry:
        shape = ogr.CreateGeometryFromWkb(blob)
        same = self._shape in (ogr.wkbUnknown, shape.GetGeometryType())
        return shape if same else ogr.ForceTo(shape, self._shape)

    def _compare(self, number: int, row: Row, again: ogr.Feature, told: Sequence[int]) -> None:
        """Count an object that came again and lies elsewhere, or says other things."""
        stored = self._layer.GetFeature(number)  # held: its geometry goes with it
        if self._lies_elsewhere(stored.GetGeometryRef(), row[1]):
            self.differing += 1
        elif any(stored.GetField(at) != again.GetField(at) for at in told):
            self.contradicting += 1

    def _lies_elsewhere(self, before: ogr.Geometry | None, blob: bytes | None) -> bool:
        """Whether a geometry is another: some services cut at the border of what is asked."""
        if before is None or blob is None:
            return (before is None) != (blob is None)
        again = self._promoted(blob)
        west, east, south, north = before.GetEnvelope()
        near = max(east - west, north - south) * 1e-3 + 1e-9
        sides = zip(before.GetEnvelope(), again.GetEnvelope())
        if any(abs(one - other) > near for one, other in sides):
            return True
        area = before.GetArea()
        return abs(area - again.GetArea()) > area * 1e-3

    def commit(self) -> None:
        """Keep what was written; without it nothing stays."""
        self._layer = None
        must(self._dataset.CommitTransaction)
        must(self._let_go)

    def close(self) -> None:
        """Let go of the file: an open one cannot be deleted on Windows."""
        self._layer = None
        if self._dataset is not None:
            with suppress(RuntimeError):  # what failed before is what is told
                self._dataset.RollbackTransaction()
            with suppress(RuntimeError):
                must(self._let_go)

    def _let_go(self) -> None:
        self._dataset = None  # GDAL closes what nobody holds


def _filled(definition: ogr.FeatureDefn, places: Sequence[tuple[int, Any]], row: Row) -> ogr.Feature:
    """Object with its values, without its geometry."""
    feature = ogr.Feature(definition)
    for (place, put), value in zip(places, row[0]):
        if value is not None:
            put(feature, place, value)
    return feature


def _unused(name: str, taken: set[str]) -> str:
    """Name that no column has; SQLite does not tell capitals from small letters."""
    names = (name, *(f"{name}_{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each.casefold() not in taken)


def _digest_of_key(row: Row, keys: Sequence[int]) -> bytes | None:
    values = [row[0][at] for at in keys]
    if not values or any(value in (None, "") for value in values):
        return None
    return _digest([_text(value) for value in values])


def _digest_of_content(row: Row, telling: Sequence[tuple[str, int]]) -> bytes:
    """Digest of what is said of an object; fields that a page does not have are null, and 1 is 1.0 on the next."""
    values, blob = row
    return _digest([blob, *((name, _text(values[at])) for name, at in telling if values[at] is not None)])


def _digest(values: Sequence[Any]) -> bytes:
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=12).digest()


# ---- values


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)


def _put_text(feature: ogr.Feature, at: int, value: Any) -> None:
    text = value if isinstance(value, str) else _text(value)
    if not text.isascii():  # shape files cut texts after 254 bytes, within a letter if need be
        text = text.encode("utf-8", "ignore").decode("utf-8")
    feature.SetFieldString(at, text)


def _put_integer(feature: ogr.Feature, at: int, value: Any) -> None:
    if value != "":
        feature.SetFieldInteger64(at, int(value))


def _put_real(feature: ogr.Feature, at: int, value: Any) -> None:
    if value != "":
        feature.SetField(at, float(value))


def _setter(kind: ColumnType) -> Any:
    if kind in (ColumnType.INTEGER, ColumnType.BOOLEAN):
        return _put_integer
    return _put_real if kind is ColumnType.REAL else _put_text
