"""A heat network from the workspace of an analysed town: layers, variants, what is asked for, what is refused."""

from __future__ import annotations

import shutil

import geopandas as gpd
import pytest
import shapely
from qgis.core import QgsProcessingException

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

LAYERS = ("network_routes", "network_customers", "network_sources", "network_components", "network_proposals")


@pytest.fixture(scope="module")
def kept():
    """Workspace of a small demo town after the analysis, made once."""
    return {}


@pytest.fixture
def workspace(kept, run, tmp_path_factory, tmp_path):
    if not kept:
        folder = tmp_path_factory.mktemp("netz")
        run("demodata", SIZE=250, SEED=5, FOLDER=str(folder))
        files = {
            "BOUNDARY": str(next(folder.glob("gemeinde_*.geojson"))),
            "BUILDINGS": str(next(folder.glob("alkis_gebaeude_*.gpkg"))),
            "STREETS": str(next(folder.glob("strassen_*.gpkg"))),
            "CENSUS": ";".join(str(file) for file in sorted(next(folder.glob("zensus2022_*")).iterdir())),
        }
        path = str(folder / "stadt.gpkg")
        run("loadmunicipality", AGS="99999999", **files, WORKSPACE=path, PROJECT=str(folder / "stadt.qgz"))
        for step in ("buildingstock", "buildingblocks", "heatdemand", "streetsections"):
            run(step, WORKSPACE=path)
        kept["path"] = folder / "stadt.gpkg"
    return Workspace.open(shutil.copy(kept["path"], tmp_path / "kopie.gpkg"))


def propose(run, workspace, **given):
    return run("networkproposal", WORKSPACE=str(workspace.path), **{"MODE": "all", "VARIANT": "A", **given})


def layer_file(workspace, tmp_path, name, *shapes):
    frame = gpd.GeoDataFrame({"name": ["x"] * len(shapes)}, geometry=list(shapes), crs=workspace.crs)
    return str(write_file(frame, tmp_path / f"{name}.gpkg"))


def middle(workspace):
    return shapely.union_all(workspace.read("building_demand").geometry.to_numpy()).centroid


def test_layers_say_where_they_come_from_and_figures_agree(workspace, run):
    results = propose(run, workspace)
    routes, summary = workspace.read("network_routes"), workspace.read("network_proposals")
    for layer in LAYERS:
        row = workspace.provenance(layer)
        assert row.algorithm == "enact:networkproposal"
        assert {"street_sections", "building_demand", "building_stock"} <= set(row.inputs)
    assert results["CUSTOMERS"] == int(summary["customers"].iloc[0]) == (routes["kind"] == "service").sum()
    assert results["CUSTOMERS"] + results["NOT_CONNECTED"] == len(workspace.read("building_demand"))
    assert results["ROUTE_M"] + results["SERVICE_M"] == pytest.approx(routes["length_m"].sum(), abs=0.2)
    assert any("No heat source was given" in line for line in run.log)
    assert not [line for line in run.log if line.strip().startswith("network_")], "no code without a text"


def test_variants_stay_side_by_side_and_one_of_the_same_name_is_replaced(workspace, run):
    propose(run, workspace)
    first = workspace.read("network_routes")
    propose(run, workspace, VARIANT="B", MODE="pays")
    both = workspace.read("network_routes")
    assert sorted(set(both["variant"])) == ["A", "B"]
    assert (both["variant"] == "A").sum() == len(first)
    propose(run, workspace, VARIANT="B", MODE="density", LIMIT=10_000_000)
    third = workspace.read("network_proposals").set_index("variant")
    assert third.loc["B", "customers"] == 0
    assert third.loc["A", "customers"] > 0


def test_source_on_the_map_area_and_what_is_drawn_count(workspace, run, tmp_path):
    at = middle(workspace)
    area = layer_file(workspace, tmp_path, "gebiet", at.buffer(150))
    wall = layer_file(workspace, tmp_path, "sperre", at.buffer(60).exterior)
    results = propose(
        run,
        workspace,
        AREA=area,
        SOURCE_POINT=f"{at.x},{at.y} [{workspace.crs}]",
        FORBIDDEN=wall,
        SECONDS=20,
        EXACT=True,
    )
    customers = workspace.read("network_customers")
    assert 0 < len(customers) < len(workspace.read("building_demand"))
    assert workspace.read("network_sources")["placed"].tolist() == ["given"]
    routes = workspace.read("network_routes")
    ring = at.buffer(60).exterior
    assert not routes.geometry.intersects(ring).any(), "no pipe crosses what is forbidden"
    assert results["NOT_CONNECTED"] >= (customers["connection"] == "other_component").sum()
    assert any("Exact check" in line for line in run.log)


def test_open_table_of_customers_tells_why_someone_is_not_connected(workspace, run):
    propose(run, workspace, MODE="pays")
    customers = workspace.read("network_customers")
    told = [line for line in run.log if line.strip().startswith("Buildings of the area")]
    assert len(told) == customers["connection"].nunique()


@pytest.mark.parametrize(
    "given, said",
    [
        ({"MODE": "budget"}, "the limit is needed"),
        ({"SOURCE_POINT": "300000,5700000 [EPSG:25833]"}, "away from the nearest street"),
        ({"MODE": "alles"}, "alles"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_lost(workspace, run, given, said):
    propose(run, workspace)
    before = workspace.provenance("network_routes")
    with pytest.raises(QgsProcessingException) as error:
        propose(run, workspace, **given)
    assert said in str(error.value)
    assert workspace.provenance("network_routes") == before


def test_without_heat_demand_the_step_that_makes_it_is_named(workspace, run):
    with pytest.raises(QgsProcessingException, match="enact:heatdemand"):
        run("networkproposal", WORKSPACE=str(_emptied(workspace)), VARIANT="A", MODE="all")


def _emptied(workspace):
    """A workspace with the boundary only."""
    import sqlite3

    with sqlite3.connect(workspace.path) as database:
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'building_demand'")
        database.execute("DELETE FROM provenance WHERE layer = 'building_demand'")
    return workspace.path


def test_sizing_follows_the_proposal_and_is_out_of_date_after_another(workspace, run):
    proposed = propose(run, workspace)
    sized = run("networksizing", WORKSPACE=str(workspace.path))
    pipes, summary = workspace.read("network_pipes"), workspace.read("network_sizing").iloc[0]
    assert sized["PIPES"] == len(pipes) == len(workspace.read("network_routes"))
    assert pipes["length_m"].sum() == pytest.approx(proposed["ROUTE_M"] + proposed["SERVICE_M"], abs=0.2)
    assert pipes.loc[pipes["worst_path"].astype(bool), "pressure_bar"].max() == pytest.approx(
        summary["pressure_bar"], abs=1e-3
    )
    assert pipes["loss_mwh_a"].sum() == pytest.approx(summary["loss_mwh_a"], abs=0.1)
    single = pipes[pipes["customers"] == 1]
    assert (single["simultaneity_percent"] == 100).all()
    assert {"network_routes", "network_proposals"} <= set(workspace.provenance("network_pipes").inputs)
    assert "network_pipes" not in workspace.changed_inputs()
    propose(run, workspace, VARIANT="B", MODE="pays")
    assert "network_pipes" in Workspace.open(workspace.path).changed_inputs()
    # with two variants the name is needed; the pipes of the other stay
    with pytest.raises(QgsProcessingException, match="A, B"):
        run("networksizing", WORKSPACE=str(workspace.path))
    run("networksizing", WORKSPACE=str(workspace.path), VARIANT="B", SIMULTANEITY="none")
    assert sorted(set(workspace.read("network_pipes")["variant"])) == ["A", "B"]
