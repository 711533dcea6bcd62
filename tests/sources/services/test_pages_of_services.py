"""From a server with bad habits to one layer: each object once, as OGR reads it."""

from __future__ import annotations

import pytest
from fake_arcgis import Arcgis
from fake_ogcapi import OgcApi
from osgeo import ogr
from shapely import from_wkb
from squares_asked import AREA, degrees, in_rows

from enact_plugin.layers.collected import merged
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session


def squares():
    """Squares of 120 m that overlap their neighbours, so that each border of a box cuts some; the last is nowhere."""
    made = []
    for i, metres in enumerate(in_rows(130, side=120, apart=90)):
        attributes = {"nr": i, "plz": f"0{1067 + i}", "seit": 1_577_836_800_000 if i % 2 else None}
        made.append((attributes, {"EPSG:25833": metres, "EPSG:4326": degrees(metres)}))
    return made


FIELDS = [
    {"name": "nr", "type": "esriFieldTypeInteger"},
    {"name": "plz", "type": "esriFieldTypeString"},
    {"name": "seit", "type": "esriFieldTypeDate"},
]
HABITS = {
    "arcgis": {"max_record_count": 40},
    "arcgis, numbers made anew": {"max_record_count": 40, "rotating_ids": True},
    "arcgis, silently fewer": {"max_record_count": 100, "silent_limit": 30},
    "arcgis, no pages": {"max_record_count": 40, "pagination": False},
    "arcgis, pages overlap": {"max_record_count": 40, "overlap": 7},
    "ogcapi": {"most": 40},
    "ogcapi, metres": {"most": 40, "crs": ("EPSG:25833",)},
    "ogcapi, latitude first": {"most": 40, "latitude_first": True},
    "ogcapi, no links": {"most": 40, "links": "none", "matched": "absent"},
    "ogcapi, ids made anew": {"most": 40, "ids": "rotating"},
}


@pytest.mark.parametrize("name", HABITS)
def test_each_object_once(web, tmp_path, name):
    things, is_arcgis = squares(), name.startswith("arcgis")
    make = Arcgis if is_arcgis else OgcApi
    fake = make(things, FIELDS, **HABITS[name]) if is_arcgis else make(things, **HABITS[name])
    service = Service(
        id="zones",
        title="Gebiete",
        serves="exclusions",
        protocol=Protocol.ARCGIS if is_arcgis else Protocol.OGCAPI,
        url=fake.put_on(web),
        name="0" if is_arcgis else "L137",
    )
    region = Region(lambda crs: AREA if crs == "EPSG:25833" else degrees(AREA))
    got = collect(Order(open_session(), service, "14713000", region), tmp_path)
    one = merged(got.pages, got.crs, (), tmp_path / "one.gpkg")

    assert one.rows == 130
    data = ogr.Open(str(one.path))
    read = {each["nr"]: (each["plz"], each["seit"], _shape(each)) for each in data.GetLayer(0)}
    assert set(read) == set(range(130))
    for attributes, at in things:
        plz, since, shape = read[attributes["nr"]]
        assert plz == attributes["plz"]
        assert shape.symmetric_difference(at[got.crs]).area < 1e-9 * at[got.crs].area
        if is_arcgis:
            assert str(since)[:10].replace("/", "-") == ("2020-01-01" if attributes["seit"] else "None")


def _shape(feature):
    return from_wkb(bytes(feature.GetGeometryRef().ExportToWkb()))
