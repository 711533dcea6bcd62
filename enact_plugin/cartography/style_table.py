"""The table `layer_styles` of a workspace, as QGIS itself makes and reads it.

QGIS' own call opens the file anew for each style and stumbles over the layers that are open meanwhile; here all styles
go in with one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from ..layers.database import must, transaction

TABLE = "layer_styles"
_FIELDS = (
    ("f_table_catalog", ogr.OFTString, 256),
    ("f_table_schema", ogr.OFTString, 256),
    ("f_table_name", ogr.OFTString, 256),
    ("f_geometry_column", ogr.OFTString, 256),
    ("styleName", ogr.OFTString, 30),
    ("styleQML", ogr.OFTString, 0),
    ("styleSLD", ogr.OFTString, 0),
    ("useAsDefault", ogr.OFTInteger, 0),
    ("description", ogr.OFTString, 0),
    ("owner", ogr.OFTString, 30),
    ("ui", ogr.OFTString, 30),
    ("update_time", ogr.OFTDateTime, 0),
)


@dataclass(frozen=True)
class StoredStyle:
    """A style to be stored.

    Attributes
    ----------
    table, geometry_column : str
        What it is for.
    name, qml : str
    description : str
        Fingerprint of the style as shipped.
    default : bool
        Whether QGIS uses it when someone opens the table by hand, unless the table has another default already.
    """

    table: str
    geometry_column: str
    name: str
    qml: str
    description: str
    default: bool


def write_styles(path: Path, styles: Iterable[StoredStyle]) -> None:
    """Store styles, in the place of those of the same table and name; others stay.

    Raises
    ------
    EnactError
        ``disk_full``, ``workspace_busy``, ``workspace_read_only``, ``workspace_write_failed``; nothing is written.
    """
    with transaction(path) as dataset:
        layer = dataset.GetLayerByName(TABLE) or _create(dataset)
        _replace(layer, tuple(styles))


def _create(dataset: gdal.Dataset) -> ogr.Layer:
    layer = must(dataset.CreateLayer, TABLE, None, ogr.wkbNone, ["FID=id"])
    for name, kind, width in _FIELDS:
        field = ogr.FieldDefn(name, kind)
        if width:
            field.SetWidth(width)
        if name == "useAsDefault":
            field.SetSubType(ogr.OFSTBoolean)
        if name == "update_time":
            field.SetDefault("CURRENT_TIMESTAMP")
        must(layer.CreateField, field)
    return layer


def _replace(layer: ogr.Layer, styles: tuple[StoredStyle, ...]) -> None:
    names = {(style.table, style.name) for style in styles}
    present = must(_present, layer)
    default_of = {table: name for _fid, table, name, default in present if default}
    for fid, table, name, _default in present:
        if (table, name) in names:
            must(layer.DeleteFeature, fid)
    for style in styles:
        row = ogr.Feature(layer.GetLayerDefn())
        row["f_table_catalog"], row["f_table_schema"] = "", ""
        row["f_table_name"], row["f_geometry_column"] = style.table, style.geometry_column
        row["styleName"], row["styleQML"], row["styleSLD"] = style.name, style.qml, ""
        present_default = default_of.get(style.table)
        row["useAsDefault"] = style.default if present_default is None else present_default == style.name
        row["description"] = style.description
        row["owner"] = ""
        must(layer.CreateFeature, row)


def _present(layer: ogr.Layer) -> list[tuple[int, str, str, bool]]:
    """Row, table, name and whether it is the default, of each style; a table just made is written by this."""
    layer.ResetReading()
    return [(row.GetFID(), row["f_table_name"], row["styleName"], row["useAsDefault"]) for row in layer]
