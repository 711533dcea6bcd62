"""The real QGIS Server over the outlines of Cottbus and Görlitz: each comes once, whatever habits the server has."""

from __future__ import annotations

import dataclasses
import json

import pytest
import real_wfs
import shapely
from qgis.core import QgsVectorLayer

from enact_plugin.errors import EnactError
from enact_plugin.layers.collected import merged
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.services.wfs import open_wfs, wfs_layers
from enact_plugin.sources.session import open_session

pytestmark = pytest.mark.qgis

BUILDINGS, GROUND = "ave:GebaeudeBauwerk", "ave:Grundflaeche"
COTTBUS = (455000.0, 5732000.0, 458000.0, 5736000.0)  # all outlines and more, checked below


@pytest.fixture(scope="module")
def running(qgis_app, servers, real_data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wfs")
    outlines = real_wfs.write_layer(
        real_data / "buildings" / "cottbus_alkis_hausumringe.geojson",
        folder / "cottbus.gpkg",
        "SELECT oi || 'BL' AS oid, gfk AS gfkzshh, ags AS gmdschl, NULL AS anzahlgs, geometry "
        "FROM hausumringe_with_gebaeudeid",
    )
    ground = real_wfs.write_layer(
        real_data / "buildings" / "goerlitz_lod2_surfaces.geojson",
        folder / "goerlitz.gpkg",
        "SELECT ID AS oid, Funktion AS gfkzshh, Stockwerke AS anzahlgs, Gemeinde AS gmdschl, geometry "
        "FROM goerlitz_lod2_surfaces WHERE Geometr_3D = 'Ground'",
    )
    server = real_wfs.serve(servers.Web(), {BUILDINGS: outlines, GROUND: ground})
    yield server
    server.close()


@pytest.fixture
def server(running):
    return running.reset(limit=200)


@pytest.fixture(scope="module")
def outlines(real_data):
    text = (real_data / "buildings" / "cottbus_alkis_hausumringe.geojson").read_text(encoding="utf-8")
    return [each["properties"] for each in json.loads(text)["features"]]


def client_of(server, **values):
    service = Service("x", "ALKIS", "buildings", Protocol.WFS, server.url, BUILDINGS)
    return open_wfs(open_session(), dataclasses.replace(service, **values), "12052000")


def oids(pages) -> list[str]:
    return [part.partition(b"<")[0].decode() for page in pages for part in page.content.split(b":oid>")[1::2]]


def collected(server, folder, **values):
    """What the whole way delivers, tiles and all."""
    service = Service("x", "ALKIS", "buildings", Protocol.WFS, server.url, BUILDINGS, key=("oid",), **values)
    return collect(
        Order(open_session(), service, "12052000", Region(lambda _: shapely.box(*COTTBUS))), folder
    )


def oids_of(paths) -> list[str]:
    return [
        part.partition(b"<")[0].decode() for path in paths for part in path.read_bytes().split(b":oid>")[1::2]
    ]


def expected(outlines) -> set[str]:
    return {f"{each['oi']}BL" for each in outlines}


def test_every_outline_comes_once_although_the_server_stops_at_200(server, outlines):
    client = client_of(server)
    assert client.count(COTTBUS) == client.count(None) == len(outlines)
    pages = list(client.pages(COTTBUS))
    assert max(len(page.rows) for page in pages) == 200
    assert sorted(oids(pages)) == sorted(expected(outlines))
    assert len({row for page in pages for row in page.rows}) == len(outlines)


def test_the_same_in_the_servers_own_version(server, outlines):
    server.reset(version="1.1.0", limit=200)
    client = client_of(server)
    assert sorted(oids(client.pages(COTTBUS))) == sorted(expected(outlines))
    assert {each["VERSION"] for each in server.log.objects()} == {"1.1.0"}


@pytest.mark.parametrize("version", ["1.0.0", ""])
def test_the_first_version_delivers_the_same_objects(server, outlines, tmp_path, version):
    """Chosen by the preset, or the only one the server knows; its GML is another."""
    found = {}
    for habit in ("1.0.0", "2.0.0"):
        server.reset(version=habit, limit=200)
        got = collected(server, tmp_path / habit, version=version if habit == "1.0.0" else "")
        asked = server.log.objects()
        assert {each["VERSION"] for each in asked} == {habit}
        one = merged(got.pages, got.crs, (), tmp_path / f"{habit}.gpkg")
        found[habit] = objects_of(one.path)
        assert len(found[habit]) == one.rows
    assert set(found["1.0.0"]) == expected(outlines)
    assert b"<gml:coordinates" in got_first(server, version)
    assert found["1.0.0"] == found["2.0.0"]


def got_first(server, version):
    server.reset(version="1.0.0", limit=200)
    return next(iter(client_of(server, version=version).pages(COTTBUS))).content


def objects_of(path):
    """Fields and place of each object, by its key; the server rounds in another way in each of its GML."""
    layer = QgsVectorLayer(str(path), "", "ogr")
    return {
        each["oid"]: (each["gfkzshh"], each["gmdschl"], rounded(each.geometry()))
        for each in layer.getFeatures()
    }


def rounded(geometry):
    shape = shapely.from_wkb(bytes(geometry.asWkb()))
    return shapely.set_precision(shape, 0.001).normalize().wkt


def test_a_filter_with_a_box_in_the_first_version(server, outlines):
    server.reset(version="1.0.0", limit=200)
    client = client_of(server, filter="gfkzshh LIKE 31001* AND gmdschl = {ags}")
    wanted = {f"{each['oi']}BL" for each in outlines if each["gfk"].startswith("31001")}
    assert client.count(COTTBUS) == len(wanted)
    assert set(oids(client.pages(COTTBUS))) == wanted
    assert "<gml:Box" in server.log.objects()[0]["FILTER"]
    assert client.count((0.0, 0.0, 1.0, 1.0)) == 0


@pytest.mark.parametrize(
    "habits",
    [
        {"limit": 200, "declared": 200, "counts": "limit"},
        {"limit": 200, "counts": "unknown"},
        {"limit": 200, "counts": "+7"},
        {"limit": 200, "pages": "overlap"},
        {"pages": "ignored"},
        {"limit": 200, "short_only": True},
        {"limit": 200, "urn_only": True, "crs": ("EPSG:25833",)},
        {"limit": 200, "north_first": True},
        {"limit": 200, "cuts": 2},
    ],
    ids=lambda habits: ",".join(f"{name}={value}" for name, value in habits.items()),
)
def test_all_come_by_pages_whatever_the_server_does(server, outlines, habits):
    server.reset(**habits)
    assert set(oids(client_of(server).pages(COTTBUS))) == expected(outlines)


@pytest.mark.parametrize(
    "habits",
    [
        {"limit": 200, "pages": "again"},
        {"limit": 200, "pages": "gap"},
        {"limit": 200, "pages": "refused"},
        {"limit": 200, "pages": "refused", "status": 400},
        {"limit": 200, "truncates": 1},
        {"limit": 200, "counts": "unknown", "pages": "refused"},
        {"limit": 333, "counts": "unknown", "pages": "ignored"},
        {"limit": 200, "counts": "-7"},
        {"limit": 200, "pages": "overlap"},
    ],
    ids=lambda habits: ",".join(f"{name}={value}" for name, value in habits.items()),
)
def test_what_pages_do_not_bring_smaller_boxes_bring(server, outlines, tmp_path, habits):
    server.reset(**habits)
    assert set(oids_of(collected(server, tmp_path, page=200).pages)) == expected(outlines)


def test_a_limit_that_the_count_hides_is_found(server, outlines, tmp_path):
    """It counts 333 objects and gives all of them out: other counts show that there are more."""
    server.reset(limit=333, counts="limit")
    got = collected(server, tmp_path, page=1000)
    assert set(oids_of(got.pages)) == expected(outlines)


def test_an_honest_count_is_asked_of_quarters_and_nothing_is_fetched_twice(server, outlines, tmp_path):
    got = collected(server.reset(), tmp_path, page=5000)
    assert (len(got.pages), set(oids_of(got.pages))) == (1, expected(outlines))


def test_a_server_that_dies_is_asked_only_for_the_rest_the_next_time(server, outlines, tmp_path):
    server.reset(limit=200, dies_after=6)
    with pytest.raises(EnactError):
        collected(server, tmp_path, page=200)
    server.reset(limit=200)
    again = collected(server, tmp_path, page=200)
    assert set(oids_of(again.pages)) == expected(outlines)
    assert again.reused > 0


def test_coordinates_are_the_same_from_a_server_that_writes_north_first(server):
    small = (456000.0, 5733500.0, 456600.0, 5734000.0)
    usual = next(iter(client_of(server).pages(small))).content
    server.reset(limit=200, north_first=True)
    turned = next(iter(client_of(server).pages(small))).content
    positions = [part.partition(b"<")[0] for part in usual.split(b'srsDimension="2">')[1:]]
    assert positions
    assert [part.partition(b"<")[0] for part in turned.split(b'srsDimension="2">')[1:]] == positions


def test_another_zone_is_delivered_where_only_that_is_offered(server, outlines):
    server.reset(limit=200, crs=("urn:ogc:def:crs:EPSG::25832",))
    client = client_of(server)
    assert client.crs == "EPSG:25832"
    assert client.count((860000.0, 5700000.0, 890000.0, 5780000.0)) == len(outlines)


def test_a_filter_and_a_box_are_asked_together(server, outlines):
    client = client_of(server, filter="ave:gfkzshh LIKE 31001* AND gmdschl = {ags}")
    wanted = {f"{each['oi']}BL" for each in outlines if each["gfk"].startswith("31001")}
    assert 0 < len(wanted) < len(outlines)
    assert client.count(COTTBUS) == len(wanted)
    assert set(oids(client.pages(COTTBUS))) == wanted
    assert client.count((0.0, 0.0, 1.0, 1.0)) == 0


def test_several_layers_are_offered_and_each_delivers_its_own(server, real_data):
    names = [each.name for each in wfs_layers(open_session(), server.url)]
    assert sorted(names) == [BUILDINGS, GROUND]
    text = (real_data / "buildings" / "goerlitz_lod2_surfaces.geojson").read_text(encoding="utf-8")
    ground = [
        each["properties"]["ID"]
        for each in json.loads(text)["features"]
        if each["properties"]["Geometr_3D"] == "Ground"
    ]
    assert sorted(oids(client_of(server, name=GROUND).pages(None))) == sorted(ground)


@pytest.mark.parametrize(
    ("habits", "code"),
    [
        ({"login": True}, "service_page"),
        ({"refused": (25833,)}, "service_exception"),
        ({"refused": (25833,), "status": 400}, "source_status"),
        ({"forbidden": (456500.0, 5734000.0)}, "source_refused"),
        ({"cuts": 9}, "service_broken_off"),
    ],
)
def test_what_the_server_refuses_is_told_with_its_host(server, habits, code):
    server.reset(**habits)
    with pytest.raises(EnactError) as failed:
        list(client_of(server).pages(COTTBUS))
    assert failed.value.code == code
    assert failed.value.params["host"] in server.url


def test_four_are_asked_at_once_and_never_more(server, outlines, tmp_path):
    server.habits.slow_s = 0.03
    assert set(oids_of(collected(server, tmp_path, page=200).pages)) == expected(outlines)
    assert server.log.at_once == 4


def test_a_look_at_the_service_asks_for_one_object(server, outlines):
    probe = client_of(server).probe()
    assert (probe.objects, probe.licence) == (len(outlines), "dl-de/by-2-0")
    assert sorted(probe.fields) == ["geometry", "gfkzshh", "gmdschl", "oid"]
    assert [each["COUNT"] for each in server.log.objects()] == ["1"]
