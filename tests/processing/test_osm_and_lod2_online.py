"""Buildings of OpenStreetMap and of the city model through local servers are those from files."""

from __future__ import annotations

import fake_lod2 as lod2
import fake_overpass as overpass
import geopandas as gpd
import pytest
import servers
from osgeo import gdal
from shapely.geometry import Point, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace
from enact_plugin.sources.services import service as known
from enact_plugin.sources.services.service import Protocol, Service

TILE_M = 2000


@pytest.fixture
def web():
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture
def both(run, tmp_path, monkeypatch):
    """Load buildings from a file and from a service into two workspaces of one boundary."""

    def load(file, service, boundary):
        monkeypatch.setattr(known, "presets", lambda: (service,))
        found = []
        online = {"SERVICE": service.id, "CACHE": str(tmp_path / "cache")}
        for way, given in (("file", {"INPUT": str(file)}), ("service", online)):
            path = str(tmp_path / f"{way}.gpkg")
            run("loadbuildings", **given, BOUNDARY=boundary, WORKSPACE=path)
            found.append(Workspace.open(path).read("buildings").set_index("building_id").sort_index())
        return found

    return load


def boundary_file(shape, crs, path):
    town = gpd.GeoDataFrame({"gen": ["Stadt"]}, geometry=[shape], crs=crs).to_crs("EPSG:25833")
    return str(write_file(town, path))


def same(one, other):
    from pandas.testing import assert_frame_equal

    assert list(one.index) == list(other.index)
    assert one.index.is_unique
    assert_frame_equal(one.drop(columns="geometry"), other.drop(columns="geometry"), atol=0.01)
    assert (one.geometry.symmetric_difference(other.geometry, align=True).area < 0.01).all()


def test_buildings_through_overpass_box_by_box(both, web, tmp_path):
    def house(number):
        lon, lat = 12.30 + number % 12 * 0.008, 51.30 + number // 12 * 0.008
        places = ((lon, lat), (lon + 0.001, lat), (lon + 0.001, lat + 0.001), (lon, lat + 0.001), (lon, lat))
        tags = {"building": "house", "building:levels": str(1 + number % 4), "addr:postcode": "04109"}
        return overpass.Way(number + 1, tuple((round(x, 7), round(y, 7)) for x, y in places), tags)

    houses = [house(number) for number in range(120)]
    overpass.osm_files.write_xml(tmp_path / "stadt.osm", houses)
    server = overpass.FakeOverpass(web, houses)
    server.most_objects = 50  # then its time runs out
    server.habits = ["429"]
    service = Service(
        "osm_buildings", "OpenStreetMap", "buildings", Protocol.OVERPASS, server.url, "buildings",
        key=("full_id",), licence="ODbL 1.0", options={"osm": "buildings", "pause_s": 0.01},
    )  # fmt: skip
    town = Point(12.345, 51.340).buffer(0.035)
    boundary = boundary_file(town, "EPSG:4326", tmp_path / "grenze.gpkg")
    one, other = both(tmp_path / "stadt.osm", service, boundary)
    assert 0 < len(one) < len(houses)
    same(one, other)
    assert server.at_once == 1
    assert len(server.asked) > 4
    assert set(server.agents) == {server.agents[0]}
    assert server.agents[0].startswith("EnAct/")


def test_buildings_of_the_city_model_tile_by_tile_from_a_share_that_has_moved(both, web, real_data, tmp_path):
    file = real_data / "buildings" / "goerlitz_lod2_surfaces.geojson"
    gdal.UseExceptions()
    source = gdal.OpenEx(str(file))
    west, east, south, north = source.GetLayer(0).GetExtent()
    zips = {}
    for x in range(int(west // TILE_M) * TILE_M, int(east) + 1, TILE_M):
        for y in range(int(south // TILE_M) * TILE_M, int(north) + 1, TILE_M):
            name = f"{x // 1000}{y // 1000}"
            folder = tmp_path / name
            folder.mkdir()
            # surfaces over the edge of a tile are in both
            gdal.VectorTranslate(
                str(folder / f"lod2_33{name[:3]}_{name[3:]}_2_sn.shp"),
                source,
                format="ESRI Shapefile",
                spatFilter=(x, y, x + TILE_M, y + TILE_M),
                layerCreationOptions=["ENCODING=UTF-8"],
                geometryType="MULTIPOLYGON",
            )
            zips[name] = lod2.zipped({each.name: each.read_bytes() for each in folder.iterdir()})
    server = lod2.FakeLod2(web, zips)
    server.rotate("moved")
    service = Service(
        "lod2", "LoD2", "buildings", Protocol.LOD2, server.url, licence="dl-de/by-2-0",
        options={**server.options, "zip_layer": "*.shp"},
    )  # fmt: skip
    boundary = boundary_file(
        box(west + 50, south + 50, east - 50, north - 50), "EPSG:25833", tmp_path / "grenze.gpkg"
    )
    one, other = both(file, service, boundary)
    assert len(one) > 100
    same(one, other)
