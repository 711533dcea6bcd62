"""The main job on real data; counts found by other means, named beside each."""

from __future__ import annotations

import json
import sqlite3

import pytest
from shapely.geometry import shape

from enact_plugin.layers.workspace import Workspace


@pytest.fixture(scope="module")
def opened():
    """Workspaces by town, loaded once each."""
    return {}


def load(opened, run, real_data, tmp_path_factory, town, ags, **inputs):
    if town not in opened:
        folder = tmp_path_factory.mktemp(town)
        values = {name: str(real_data / path) for name, path in inputs.items() if name != "HEATPLAN"}
        results = run(
            "loadmunicipality", AGS=ags, **values,
            WORKSPACE=str(folder / f"{town}.gpkg"), PROJECT=str(folder / f"{town}.qgz"),
        )  # fmt: skip
        opened[town] = (Workspace.open(folder / f"{town}.gpkg"), results, list(run.log))
    return opened[town]


@pytest.fixture
def leipzig(opened, run, real_data, tmp_path_factory):
    return load(
        opened, run, real_data, tmp_path_factory, "Leipzig", "14713000",
        PLANTS="mastr/web_export_leipzig_region_2020.csv",
        DISTRICTS="areas/leipzig_ortsteile.geojson",
        CENSUS="census/census2011_100m_leipzig.csv",
    )  # fmt: skip


@pytest.fixture
def zittau(opened, run, real_data, tmp_path_factory):
    return load(
        opened, run, real_data, tmp_path_factory, "Zittau", "14626610",
        BOUNDARY="areas/saxony_municipalities.gpkg",
        BUILDINGS="buildings/zittau_osm_buildings.geojson",
        STREETS="streets/zittau_osm_streets.geojson",
        CENSUS="census/census2011_100m_zittau_goerlitz.csv",
    )  # fmt: skip


@pytest.fixture
def goerlitz(opened, run, real_data, tmp_path_factory):
    return load(
        opened, run, real_data, tmp_path_factory, "Goerlitz", "14626110",
        BOUNDARY="areas/saxony_municipalities.gpkg",
        BUILDINGS="buildings/goerlitz_lod2_surfaces.geojson",
        STREETS="streets/goerlitz_osm_streets_epsg3857.geojson",
    )  # fmt: skip


@pytest.fixture
def cottbus(opened, run, real_data, tmp_path_factory):
    return load(
        opened, run, real_data, tmp_path_factory, "Cottbus", "12052000",
        BUILDINGS="buildings/cottbus_alkis_hausumringe.geojson",
        ADDRESSES="buildings/cottbus_addresses.json",
        STREETS="streets/cottbus_osm_streets.geojson",
    )  # fmt: skip


# grep -c '"14713000"' web_export_leipzig_region_2020.csv: 1068; with a number in the latitude column: 75
def test_leipzig_has_its_units_and_says_how_many_have_no_place(leipzig):
    workspace, results, _log = leipzig
    assert results["FAILED"] == 0
    plants = workspace.read("plants")
    assert len(plants) == 1068
    assert int(plants.geometry.isna().sum()) == 993
    areas = workspace.read("plants_by_area")
    city = areas[(areas["area_kind"] == "municipality") & (areas["area_id"] == "14713000")]
    whole = city[city["carrier"] == "all"].iloc[0]
    storage = city[city["carrier"] == "storage"].iloc[0]
    assert whole["units"] + storage["units"] == 1068
    assert whole["unlocated_units"] + storage["unlocated_units"] == 993


# 63 features; the city of Leipzig has 297.8 km² in the statistical yearbooks
def test_leipzigs_boundary_is_the_outline_of_its_districts(leipzig):
    workspace, _results, log = leipzig
    assert len(workspace.read("districts")) == 63
    boundary = workspace.read("municipality")
    assert len(boundary) == 1
    assert boundary["name"].iloc[0] == "Leipzig"
    assert boundary.geometry.area.iloc[0] / 1e6 == pytest.approx(297.8, abs=1.0)
    assert workspace.provenance("municipality").inputs.keys() == {"districts"}
    assert any("Umriss" in line or "outline" in line for line in log)


def test_zittau_is_loaded_within_its_boundary(zittau, real_data):
    workspace, results, _log = zittau
    assert results["FAILED"] == 0
    buildings = workspace.provenance("buildings")
    # 880 features in the file
    assert buildings.rows_in == 880
    assert buildings.rows + buildings.merged + sum(buildings.dropped.values()) == 880
    assert buildings.licence == "ODbL-1.0"
    # 765 lines in the file; the boundary is simplified, some lie beyond it
    area = workspace.read("municipality").geometry.iloc[0]
    streets = json.loads((real_data / "streets/zittau_osm_streets.geojson").read_text(encoding="utf-8"))
    inside = sum(shape(feature["geometry"]).intersects(area) for feature in streets["features"])
    assert workspace.provenance("streets").rows == inside
    assert 740 < inside < 765
    assert workspace.read("municipality")["ags"].tolist() == ["14626610"]


def test_goerlitz_comes_from_two_reference_systems_into_one(goerlitz):
    workspace, results, _log = goerlitz
    assert results["FAILED"] == 0
    buildings = workspace.read("buildings")
    streets = workspace.read("streets")
    # the LoD2 tile lies around E 499.5 km, N 5665.5 km; the streets came in Web Mercator
    assert buildings.total_bounds[0] == pytest.approx(499_500, abs=2_000)
    middle = streets.geometry.union_all().centroid
    assert middle.distance(buildings.geometry.union_all().centroid) < 3_000


def test_cottbus_keeps_its_addresses(cottbus):
    workspace, results, _log = cottbus
    assert results["FAILED"] == 0
    # 632 points, 2079 outlines
    assert len(workspace.read("addresses")) == 632
    buildings = workspace.provenance("buildings")
    assert buildings.rows_in == 2079
    assert workspace.crs == "EPSG:25833"


def test_every_layer_has_provenance_and_a_style(zittau):
    workspace, _results, _log = zittau
    for layer in workspace.layers():
        row = workspace.provenance(layer)
        assert row is not None, layer
        assert row.source, layer
        assert row.rows_in >= row.rows, layer
    connection = sqlite3.connect(workspace.path)
    styled = {row[0] for row in connection.execute("SELECT f_table_name FROM layer_styles")}
    connection.close()
    assert {"buildings", "streets", "census_cells"} <= styled


def test_openstreetmap_is_named_wherever_it_went_in(zittau):
    workspace, _results, _log = zittau
    for layer in ("buildings", "streets"):
        assert "OpenStreetMap" in workspace.provenance(layer).attribution, layer
        assert workspace.provenance(layer).licence == "ODbL-1.0"


def test_what_was_cut_at_the_boundary_knows_it(zittau):
    workspace, _results, _log = zittau
    for layer in ("buildings", "streets", "census_cells"):
        assert "municipality" in workspace.provenance(layer).inputs, layer


def test_run_tells_no_path_of_the_machine(zittau):
    workspace, _results, _log = zittau
    for row in workspace.runs():
        assert "/" not in row["parameters"].replace("https://", "")


@pytest.mark.parametrize("town", ["leipzig", "zittau", "goerlitz", "cottbus"])
def test_what_was_loaded_is_not_taken_for_edited_by_hand(town, request):
    workspace, _results, _log = request.getfixturevalue(town)
    assert {layer: workspace.edited_rows(layer) for layer in workspace.layers()} == dict.fromkeys(
        workspace.layers(), 0
    )
    assert workspace.changed_inputs() == {}
