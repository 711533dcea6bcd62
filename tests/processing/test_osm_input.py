"""Files of OpenStreetMap given to a loader: what the kind means is taken out of them."""

from __future__ import annotations

import re
from pathlib import Path

import geopandas as gpd
import osm_files as osm
import pytest
from qgis.core import QgsProcessingException
from shapely.geometry import box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.osm import osm_kinds
from enact_plugin.layers.workspace import Workspace
from enact_plugin.reference.building_tables import source_fields, use_codes
from enact_plugin.sources.services.overpass import TOPICS

LON, LAT = 12.37, 51.34


def ring(east, north, side=0.0002):
    x, y = LON + east, LAT + north
    corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
    return tuple((round(lon, 7), round(lat, 7)) for lon, lat in corners)


def line(east, north):
    return tuple((round(LON + east + step, 7), round(LAT + north, 7)) for step in (0.0, 0.0005, 0.001))


WAYS = (
    osm.Way(
        1,
        ring(0.001, 0.001),
        {"building": "house", "building:levels": "2", "addr:postcode": "04109", "addr:street": "Ährenweg"},
    ),
    osm.Way(2, ring(0.002, 0.001, 0.0006)),
    osm.Way(3, ring(0.0022, 0.0012)),
    osm.Way(4, ring(0.003, 0.001), {"building:part": "yes"}),
    osm.Way(5, line(0.001, 0.002), {"highway": "residential", "name": "Ährenweg", "bridge": "yes"}),
    osm.Way(6, ring(0.004, 0.002), {"highway": "service", "junction": "roundabout"}),
    osm.Way(7, line(0.001, 0.003), {"railway": "tram"}),
    osm.Way(8, line(0.001, 0.004), {"waterway": "river", "name": "Elster"}),
    osm.Way(9, ring(0.005, 0.001), {"natural": "water", "water": "pond"}),
    osm.Way(10, ring(0.5, 0.5), {"building": "house"}),  # in another town
)
RELATIONS = (osm.Relation(1, ((2, "outer"), (3, "inner")), {"type": "multipolygon", "building": "school"}),)


@pytest.fixture
def file(tmp_path):
    osm.write_pbf(tmp_path / "stadt.osm.pbf", WAYS, RELATIONS)
    return str(tmp_path / "stadt.osm.pbf")


@pytest.fixture
def as_xml(tmp_path):
    osm.write_xml(tmp_path / "stadt.osm", WAYS, RELATIONS)
    return str(tmp_path / "stadt.osm")


@pytest.fixture
def boundary(qgis_app, tmp_path):
    town = gpd.GeoDataFrame(
        {"gen": ["Stadt"]}, geometry=[box(LON, LAT, LON + 0.01, LAT + 0.01)], crs="EPSG:4326"
    )
    return str(write_file(town.to_crs("EPSG:25833"), tmp_path / "grenze.gpkg"))


@pytest.mark.parametrize("form", ["file", "as_xml"])
def test_buildings_are_taken_out_with_their_tags(run, request, form, boundary, tmp_path):
    file = request.getfixturevalue(form)
    path = tmp_path / "stadt.gpkg"
    made = run("loadbuildings", INPUT=file, BOUNDARY=boundary, WORKSPACE=str(path))
    assert made["BUILDINGS"] == 2  # neither the part of a building nor that of another town
    workspace = Workspace.open(path)
    rows = workspace.read("buildings").set_index("building_id")
    assert sorted(rows.index) == ["relation/1", "way/1"]
    house, school = rows.loc["way/1"], rows.loc["relation/1"]
    assert (house["use"], house["storeys"], house["postcode"], house["street"]) == (
        "residential", 2, "04109", "Ährenweg",
    )  # fmt: skip
    assert school["use"] == "education"
    # the ring of 0.0006° with a hole of 0.0002°: 9 parts less 1
    assert school.geometry.area / house.geometry.area == pytest.approx(8, rel=0.01)
    assert workspace.provenance("buildings").licence == "ODbL-1.0"


def test_each_kind_takes_its_own(run, file, boundary, tmp_path):
    path = tmp_path / "stadt.gpkg"
    for kind in ("streets", "rail", "waterways", "water"):
        run("loadlayer", INPUT=file, KIND=kind, BOUNDARY=boundary, WORKSPACE=str(path))
    workspace = Workspace.open(path)
    assert sorted(workspace.read("streets")["street_id"]) == ["w5", "w6"]
    assert list(workspace.read("rail")["rail_id"]) == ["w7"]
    assert list(workspace.read("waterways")["water_id"]) == ["w8"]
    assert list(workspace.read("water")["water_id"]) == ["w9"]
    street = workspace.read("streets").set_index("street_id").loc["w5"]
    assert (street["street_class"], street["name"], bool(street["bridge"])) == (
        "residential",
        "Ährenweg",
        True,
    )


def test_a_layer_that_is_named_is_taken_as_it_is(run, file, boundary, tmp_path):
    path = tmp_path / "stadt.gpkg"
    made = run(
        "loadlayer", INPUT=f"{file}|layername=lines", KIND="rail", BOUNDARY=boundary, WORKSPACE=str(path)
    )
    assert made["ROWS"] == 5  # all lines: streets, tram, river, and a ring that means nothing to GDAL


@pytest.mark.parametrize(("algorithm", "given"), [("loadlayer", {"KIND": "parcels"}), ("loadbuildings", {})])
def test_where_it_means_nothing_one_of_its_layers_must_be_named(
    run, file, boundary, tmp_path, algorithm, given
):
    own = {"INPUT": file} if given else {"INPUT": boundary, "BOUNDARY": file}
    with pytest.raises(QgsProcessingException, match="multipolygons"):
        run(algorithm, **own, **given, WORKSPACE=str(tmp_path / "stadt.gpkg"))


def test_a_town_that_is_not_in_the_file_is_told(run, file, tmp_path):
    far = gpd.GeoDataFrame({"gen": ["Stadt"]}, geometry=[box(8.0, 50.0, 8.1, 50.1)], crs="EPSG:4326")
    boundary = str(write_file(far.to_crs("EPSG:25833"), tmp_path / "fern.gpkg"))
    path = tmp_path / "stadt.gpkg"
    with pytest.raises(QgsProcessingException, match=re.escape(Path(file).name)):
        run("loadbuildings", INPUT=file, BOUNDARY=boundary, WORKSPACE=str(path))
    assert not path.exists()


def test_a_file_without_its_end_is_refused(run, boundary, tmp_path):
    whole, cut = tmp_path / "ganz.osm", tmp_path / "halb.osm"
    osm.write_xml(whole, WAYS, RELATIONS)
    cut.write_bytes(whole.read_bytes()[:-40])
    with pytest.raises(QgsProcessingException, match=r"halb\.osm"):
        run("loadbuildings", INPUT=str(cut), BOUNDARY=boundary, WORKSPACE=str(tmp_path / "stadt.gpkg"))


def test_all_tags_that_buildings_are_read_by_are_columns():
    ini = (Path(__file__).parents[2] / "resources" / "osm" / "buildings.ini").read_text(encoding="utf-8")
    tags = {tag for row in ini.splitlines() if row.startswith("attributes=") for tag in row[11:].split(",")}
    assert set(use_codes("osm")) <= tags
    wanted = {
        name for names in source_fields("osm").values() for name in names if ":" in name or "_" not in name
    }
    made = {"full_id", "osmid", "id", "element", "timestamp"}  # of other tools, or by the driver
    assert {name for name in wanted if not name.startswith("@")} - tags - made == set()


def test_what_is_asked_online_is_what_is_taken_from_files():
    assert set(TOPICS) == set(osm_kinds())
