"""The steps of the heat analysis on a workspace: results with their origin, sums that agree, clear refusals."""

from __future__ import annotations

import shutil

import geopandas as gpd
import pytest
import shapely
from qgis.core import QgsProcessingException

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.analyse import STEPS

EAST, NORTH = 410_000.0, 5_660_000.0
LAYERS = (
    "building_stock", "building_mixture", "building_addresses", "building_demand", "blocks", "building_blocks",
    "street_sections", "building_sections", "block_heat", "heat_grid", "section_heat",
    "block_suitability", "block_heaters", "large_heat_users", "proposed_areas", "potentials_saving",
    "heatplan_saving_areas",
)  # fmt: skip


@pytest.fixture(scope="module")
def kept():
    """Workspace of the demo town after the whole analysis, made once; tests that change it take a copy."""
    return {}


@pytest.fixture
def analysed(kept, run, tmp_path_factory):
    if not kept:
        folder = tmp_path_factory.mktemp("analysis")
        demo = run("demodata", SIZE=400, SEED=3, FOLDER=str(folder))
        path = str(folder / "stadt.gpkg")
        files = {
            "BOUNDARY": demo["BOUNDARY"]
            if "BOUNDARY" in demo
            else str(next(folder.glob("gemeinde_*.geojson"))),
            "BUILDINGS": str(next(folder.glob("alkis_gebaeude_*.gpkg"))),
            "STREETS": str(next(folder.glob("strassen_*.gpkg"))),
            "ADDRESSES": str(next(folder.glob("hauskoordinaten_*.gpkg"))),
            "CENSUS": ";".join(str(file) for file in sorted(next(folder.glob("zensus2022_*")).iterdir())),
        }
        run("loadmunicipality", AGS="99999999", **files, WORKSPACE=path, PROJECT=str(folder / "stadt.qgz"))
        kept["results"] = run("analyse", WORKSPACE=path, CONNECTION_RATE=50)
        kept["log"] = list(run.log)
        kept["path"] = folder / "stadt.gpkg"
    return kept


@pytest.fixture
def copy(analysed, tmp_path):
    return Workspace.open(shutil.copy(analysed["path"], tmp_path / "kopie.gpkg"))


def test_every_step_is_done_and_every_layer_is_there(analysed):
    workspace = Workspace.open(analysed["path"])
    assert (analysed["results"]["STEPS_DONE"], analysed["results"]["STEPS_LEFT_OUT"]) == (len(STEPS), 0)
    assert set(LAYERS) <= set(workspace.layers())
    assert not [line for line in analysed["log"] if "_" in line.split(" ")[0]]  # no code without a text


def test_each_result_says_what_it_was_made_from(analysed):
    workspace = Workspace.open(analysed["path"])
    for layer in LAYERS:
        row = workspace.provenance(layer)
        assert row.source, layer
        assert row.inputs, layer
    assert set(workspace.provenance("building_demand").inputs) == {
        "building_stock",
        "building_mixture",
        "consumption",
        "heaters",
    }
    assert "demand_kww" in workspace.provenance("building_demand").assumptions
    assert workspace.changed_inputs() == {}


def test_sums_agree_over_buildings_blocks_sections_and_grid(analysed):
    workspace = Workspace.open(analysed["path"])
    demand = workspace.read("building_demand")
    total = demand["useful_heat_kwh"].sum() / 1000
    members = workspace.read("building_blocks").set_index("building_id")["block_id"]
    outside = demand.loc[demand["building_id"].map(members).isna(), "useful_heat_kwh"].sum() / 1000
    assert workspace.read("block_heat")["useful_heat_mwh_a"].sum() + outside == pytest.approx(total)
    assert workspace.read("heat_grid")["useful_heat_mwh_a"].sum() == pytest.approx(total)
    sections = workspace.read("section_heat")
    assert sections["useful_heat_mwh_a"].sum() == pytest.approx(total)  # every house of the demo has a street
    assert (sections["connected_density_kwh_m"] - sections["line_density_kwh_m"] / 2).abs().max() <= 0.051
    mixture = workspace.read("building_mixture")
    assert mixture.groupby(["building_id", "attribute"])["share"].sum().round(9).eq(1).all()


def test_a_newer_input_makes_what_follows_out_of_date(copy, run):
    run("buildingstock", WORKSPACE=str(copy.path))
    assert copy.changed_inputs() == {}  # made again of the same: nothing changed
    frame = copy.read("building_stock")
    assert len(frame)
    streets = copy.read("streets")
    delivered = write_file(streets[["name", "geometry"]].iloc[:-3], copy.path.parent / "strassen.gpkg")
    run("loadlayer", KIND="streets", INPUT=str(delivered), WORKSPACE=str(copy.path), OVERWRITE_EDITS=True)
    late = Workspace.open(copy.path).changed_inputs()
    assert {"blocks", "building_blocks", "street_sections", "building_sections"} <= set(late)
    assert "building_demand" not in late


def test_an_edited_stock_is_not_written_over_unasked(copy, run):
    layer = copy.layer("building_stock")
    feature = next(layer.getFeatures())
    layer.startEditing()
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("storeys"), 33.0)
    assert layer.commitChanges()
    del layer, feature  # the refusal below keeps this frame until QGIS has ended
    assert Workspace.open(copy.path).edited_rows("building_stock") == 1
    with pytest.raises(QgsProcessingException, match="Building stock"):
        run("buildingstock", WORKSPACE=str(copy.path))


def little(tmp_path, **layers):
    """Workspace without anything but these layers."""
    workspace = Workspace.create(tmp_path / "wenig.gpkg", "99999999", "Musterstadt")
    files = {}
    for name, (frame, loader) in layers.items():
        files[name] = (str(write_file(frame, tmp_path / f"{name}.gpkg")), loader)
    return workspace, files


def houses(count, **columns):
    shapes = [shapely.box(EAST + 20 * n, NORTH + 20, EAST + 20 * n + 10, NORTH + 30) for n in range(count)]
    data = {
        "id": [f"H{n}" for n in range(count)],
        **{name: [value] * count for name, value in columns.items()},
    }
    return gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")


def test_a_step_without_its_layer_names_the_step_before(qgis_app, run, tmp_path):
    workspace, _ = little(tmp_path)
    with pytest.raises(QgsProcessingException) as caught:
        run("heatdemand", WORKSPACE=str(workspace.path))
    assert "Please run Complete the building stock (enact:buildingstock) first" in str(caught.value)


def test_the_chain_goes_on_where_streets_are_missing(qgis_app, run, tmp_path):
    workspace, files = little(tmp_path, gebaeude=(houses(6, nutzung="Wohnhaus"), "loadbuildings"))
    run("loadbuildings", INPUT=files["gebaeude"][0], WORKSPACE=str(workspace.path), KIND="mapped",
        MAPPING='{"building_id": "id"}')  # fmt: skip
    results = run("analyse", WORKSPACE=str(workspace.path))
    assert (results["STEPS_DONE"], results["STEPS_LEFT_OUT"]) == (2, 6)
    left = [line for line in run.log if line.startswith("Left out: ")]
    assert [line.split(".")[0] for line in left] == [
        "Left out: Form blocks", "Left out: Form street sections", "Left out: Heat density",
        "Left out: Heat line density", "Left out: Potentials", "Left out: Suitability of blocks",
    ]  # fmt: skip
    assert "Please load streets" in left[0]
    assert {"building_stock", "building_demand"} <= set(workspace.layers())


def test_nothing_heated_ends_with_what_to_check(qgis_app, run, tmp_path):
    sheds = houses(3)
    sheds.geometry = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 4, NORTH + 5) for n in range(3)]
    workspace, files = little(tmp_path, schuppen=(sheds, "loadbuildings"))
    run("loadbuildings", INPUT=files["schuppen"][0], WORKSPACE=str(workspace.path), KIND="mapped",
        MAPPING='{"building_id": "id"}')  # fmt: skip
    with pytest.raises(QgsProcessingException, match="None of the 3 buildings is heated"):
        run("analyse", WORKSPACE=str(workspace.path))


def test_a_supply_area_edited_by_hand_survives_two_more_runs(copy, run):
    layer = copy.layer("proposed_areas")
    feature = next(layer.getFeatures())
    key, names = feature["area_id"], layer.fields()
    assert layer.dataProvider().changeAttributeValues(
        {feature.id(): {names.indexFromName("name"): "Altstadt", names.indexFromName("supply_kind"): "study"}}
    )
    del layer, feature
    total = copy.read("proposed_areas")["demand_mwh_a"].sum()
    for _ in range(2):
        run("suitability", WORKSPACE=str(copy.path))
        areas = copy.read("proposed_areas").set_index("area_id")
        assert areas.loc[key, ["name", "supply_kind", "by_hand"]].tolist() == ["Altstadt", "study", True]
        assert areas["by_hand"].sum() == 1
        assert areas["demand_mwh_a"].sum() == pytest.approx(total, abs=0.01)
    assert "proposed_areas" not in copy.provenance("proposed_areas").inputs
