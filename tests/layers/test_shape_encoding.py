"""In which encoding the texts of a shape file are; it stands in three places, or in none."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from enact_plugin.layers.shape_encoding import encoding_in


def archive(text: bytes, language: int = 0, page: str = "") -> zipfile.ZipFile:
    """A table of one field and one row, as a .dbf, and beside it the name of a code page."""
    head = struct.pack("<BBBBIHH", 3, 126, 1, 1, 1, 65, 21) + bytes(17) + bytes([language]) + bytes(2)
    field = b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + bytes([20]) + bytes(15)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a/Kachel.dbf", head + field + b"\r " + text.ljust(20) + b"\x1a")
        if page:
            made.writestr("a/Kachel.CPG", page)
    return zipfile.ZipFile(packed)


@pytest.mark.parametrize(
    ("text", "language", "page", "said"),
    [
        ("Görlitz".encode(), 0, "UTF-8", "UTF-8"),
        ("Görlitz".encode("cp1252"), 0, "1252", "CP1252"),
        ("Görlitz".encode(), 0, "65001", "UTF-8"),
        ("Görlitz".encode(), 0x57, "", "UTF-8"),
        ("Görlitz".encode("cp1252"), 0x57, "", "ISO-8859-1"),
        ("Görlitz".encode("cp1252"), 0, "", "CP1252"),
        ("Görlitz".encode("cp850"), 0x02, "", "CP850"),
    ],
)
def test_the_encoding_is_told_or_seen(text, language, page, said):
    assert encoding_in(archive(text, language, page), "a/Kachel.shp") == said


@pytest.mark.qgis
def test_umlauts_of_windows_come_through_although_qgis_forbids_gdal_to_decode(qgis_app, tmp_path):
    from osgeo import gdal, ogr

    from enact_plugin.layers.collected import merged

    gdal.UseExceptions()
    before = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", "")  # as QGIS does
    try:
        made = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "kachel.shp"))
        layer = made.CreateLayer("kachel", None, ogr.wkbPoint, ["ENCODING="])
        layer.CreateField(ogr.FieldDefn("name"))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["name"] = "G~rlitz"
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
        layer.CreateFeature(feature)
        del feature, layer, made
        with zipfile.ZipFile(tmp_path / "kachel.zip", "w") as packed:
            for ending in ("shp", "shx", "dbf"):
                content = (tmp_path / f"kachel.{ending}").read_bytes()
                packed.writestr(f"kachel.{ending}", content.replace(b"~", "ö".encode("cp1252")))
        found = merged([tmp_path / "kachel.zip"], "EPSG:25833", (), tmp_path / "m.gpkg")
    finally:
        gdal.SetConfigOption("SHAPE_ENCODING", before)
    written = ogr.Open(str(found.path))
    assert [feature["name"] for feature in written.GetLayer(0)] == ["Görlitz"]
