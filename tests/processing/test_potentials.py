"""enact:potentials on Görlitz: roofs of the delivery, saving by block, layers of others left alone."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace


@pytest.fixture(scope="module")
def made():
    return {}


@pytest.fixture
def goerlitz(made, run, real_data, tmp_path_factory):
    if not made:
        folder = tmp_path_factory.mktemp("goerlitz")
        path = str(folder / "goerlitz.gpkg")
        surfaces = str(real_data / "buildings" / "goerlitz_lod2_surfaces.geojson")
        run(
            "loadmunicipality", AGS="14626110", BUILDINGS=surfaces, WORKSPACE=path, PROJECT=str(folder / "g.qgz"),
            STREETS=str(real_data / "streets" / "goerlitz_osm_streets_epsg3857.geojson"),
        )  # fmt: skip
        run("analyse", WORKSPACE=path)
        made["path"] = path
        made["results"] = run("potentials", WORKSPACE=path, ROOFS=surfaces)
        made["log"] = list(run.log)
    return made


def test_roofs_are_those_of_the_delivery(goerlitz):
    workspace = Workspace.open(goerlitz["path"])
    pv = workspace.read("potentials_roof_pv")
    # 87,220 m² of roof in the field Dachflaech of the file; small, steep and northern surfaces are left out
    assert 50_000 < pv["roof_area_m2"].sum() < 87_220
    assert set(pv["building_id"]) <= set(workspace.read("building_stock")["building_id"])
    specific = 1000 * pv["electricity_mwh_a"].sum() / pv["power_kw"].sum()
    assert 800 < specific < 1_040  # kWh/kWp, below the best surface of the table
    assert (pv["power_kw"] <= 0.21 * pv["roof_area_m2"]).all()
    assert pv["azimuth_deg"].dropna().between(0, 360).all()
    assert "GeoSN" in workspace.provenance("potentials_roof_pv").attribution


def test_public_layers_of_roofs_tell_nothing_of_a_buildings_demand(goerlitz):
    workspace = Workspace.open(goerlitz["path"])
    heat, pv = workspace.read("potentials_solar_thermal"), workspace.read("potentials_roof_pv")
    assert not heat["note"].str.contains("demand").any()
    same = heat.merge(pv, on="potential_id", suffixes=("", "_pv"))
    # heat per area hangs on azimuth and tilt alone
    tilted = same[same["tilt_deg"] > 5]
    per_area = tilted["heat_mwh_a"] / tilted["roof_area_m2"]
    rounded = tilted[["azimuth_deg", "tilt_deg"]].round(0)
    assert per_area.groupby([rounded["azimuth_deg"], rounded["tilt_deg"]]).std().dropna().max() < 0.01


def test_ground_and_air_are_there_for_land_and_houses(goerlitz):
    workspace = Workspace.open(goerlitz["path"])
    stock, blocks = workspace.read("building_stock"), workspace.read("block_heat").set_index("block_id")
    ground, air = workspace.read("potentials_ground"), workspace.read("potentials_air")
    assert set(ground["potential_id"]) <= set(blocks.index)  # no parcels in the delivery
    assert (ground["area_ha"] < shapely.area(ground.geometry.to_numpy()) / 10_000).all()
    assert set(ground["permission"]) == {"Schutzgebiete nicht geladen: nicht geprüft"}
    assert set(air["building_id"]) == set(stock.loc[stock["heated"], "building_id"])
    # by hand for one house: nearest foreign heated wall, whoever stands there, is never farther than what decides
    known = air[air["distance_m"].notna()]
    assert known["distance_m"].max() <= 40
    assert goerlitz["results"]["GROUND_MWH"] == pytest.approx(ground["heat_mwh_a"].sum(), abs=0.1)
    assert goerlitz["results"]["AIR_BUILDINGS"] == (air["power_kw"] > 0).sum()


def test_suitability_knows_of_heat_pumps(goerlitz):
    """The chain computes the potentials first, and what speaks for or against decentral supply names them."""
    workspace = Workspace.open(goerlitz["path"])
    assert {"potentials_ground", "potentials_air"} <= set(workspace.provenance("block_suitability").inputs)
    reasons = workspace.read("block_suitability")["reasons_decentral"].dropna()
    assert reasons.str.contains("Wärmepumpen").any()


def test_saving_is_less_than_the_need_of_each_block(goerlitz):
    workspace = Workspace.open(goerlitz["path"])
    saving = workspace.read("potentials_saving").set_index("potential_id")
    blocks = workspace.read("block_heat").set_index("block_id")
    assert set(saving.index) == set(blocks.index)
    assert (saving["saving_mwh_a"] < blocks["useful_heat_mwh_a"].reindex(saving.index)).all()
    assert goerlitz["results"]["SAVING_MWH"] == pytest.approx(saving["saving_mwh_a"].sum(), abs=0.1)


def test_a_layer_from_elsewhere_stays_and_is_told(run, tmp_path):
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "99999999", "Musterstadt")
    houses = gpd.GeoDataFrame(
        {"id": ["a"], "nutzung": ["Wohnhaus"], "geschosse": [2]},
        geometry=[shapely.box(410_000, 5_660_000, 410_010, 5_660_010)],
        crs="EPSG:25833",
    )
    run("loadbuildings", INPUT=str(write_file(houses, tmp_path / "h.gpkg")), WORKSPACE=str(path), KIND="mapped",
        MAPPING='{"building_id": "id", "use": "nutzung", "storeys": "geschosse"}')  # fmt: skip
    lines = gpd.GeoDataFrame(
        {"name": ["Weg"]},
        geometry=[shapely.LineString([(410_000, 5_659_990), (410_050, 5_659_990)])],
        crs="EPSG:25833",
    )
    run("loadlayer", INPUT=str(write_file(lines, tmp_path / "s.gpkg")), WORKSPACE=str(path), KIND="streets")
    run("analyse", WORKSPACE=str(path))
    given = gpd.GeoDataFrame(
        {"id": ["p1"], "einsparung": [12.0]},
        geometry=[shapely.box(410_000, 5_660_000, 410_050, 5_660_050)],
        crs="EPSG:25833",
    )
    run(
        "loadlayer",
        INPUT=str(write_file(given, tmp_path / "p.gpkg")),
        WORKSPACE=str(path),
        KIND="potential_saving",
    )
    run("potentials", WORKSPACE=str(path))
    assert Workspace.open(path).read("potentials_saving")["potential_id"].tolist() == ["p1"]
    assert [line for line in run.log if "came from another source" in line]
