"""A heat network from the workspace of an analysed town: layers, variants, what is asked for, what is refused."""

from __future__ import annotations

import shutil
import sqlite3

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProject

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
        ({"STATIONS": "entrance"}, "enact:loadlayer"),
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


def sized(run, workspace, variant="A", **given):
    propose(run, workspace, VARIANT=variant, **{"SECONDS": 1, **given})
    run("networksizing", WORKSPACE=str(workspace.path), VARIANT=variant)


def test_supply_and_cost_follow_the_sizing(workspace, run, tmp_path):
    sized(run, workspace)
    path = str(workspace.path)
    bought = run("networkcost", WORKSPACE=path, FIRST_YEAR=2027)
    assert any("No supply was reckoned" in line for line in run.log)
    supplied = run("networksupply", WORKSPACE=path)
    totals = workspace.read("network_supply_totals").iloc[0]
    plants = workspace.read("network_supply")
    sizing = workspace.read("network_sizing").iloc[0]
    assert supplied["FED_MWH"] == pytest.approx(sizing["heat_mwh_a"] + sizing["loss_mwh_a"], rel=1e-3)
    assert plants["heat_mwh_a"].sum() == pytest.approx(totals["fed_mwh_a"], rel=1e-4)
    assert totals["proposed"]
    assert totals["meets_new"]
    assert supplied["CLEAN_PERCENT"] >= 65
    months = workspace.read("network_supply_months")
    assert months["heat_mwh"].sum() == pytest.approx(totals["fed_mwh_a"], rel=1e-4)
    picture = tmp_path / "tornado.png"
    costed = run("networkcost", WORKSPACE=path, FIRST_YEAR=2027, PICTURE=str(picture))
    assert picture.stat().st_size > 10_000
    assert costed["HEAT_CT_KWH"] != bought["HEAT_CT_KWH"]
    cost, parts = workspace.read("network_heat_cost").iloc[0], workspace.read("network_cost_parts")
    assert parts["part_ct_kwh"].sum() == pytest.approx(cost["network_ct_kwh"], abs=0.02)
    assert cost["low_ct_kwh"] < cost["high_ct_kwh"]
    assert "Annahme" in cost["figures"]
    comparison = workspace.read("network_comparison")
    assert (comparison["alone_ct_kwh"] > comparison["network_ct_kwh"]).sum() == costed["CHEAPER_BUILDINGS"]
    for layer in ("network_supply", "network_heat_cost", "network_comparison"):
        assert "network_sizing" in workspace.provenance(layer).inputs
    assert not [line for line in run.log if line.strip().startswith(("network_", "supply_", "heat_cost"))]


def test_plants_of_the_planner_with_store_season_and_weather(workspace, run, tmp_path):
    sized(run, workspace)
    weather = tmp_path / "luft.csv"
    weather.write_text("Temperatur\n" + "\n".join(["2,5"] * 8760), encoding="utf-8")
    given = {"RIVER_KW": 300, "WASTE_HEAT_KW": 200, "WASTE_HEAT_C": 35, "WASTE_HEAT_MONTHS": "10-3", "SOLAR_M2": 800,
             "STORE_M3": 100, "PEAK": "biomethane_boiler"}  # fmt: skip
    picture = tmp_path / "last.png"
    run("networksupply", WORKSPACE=str(workspace.path), CLIMATE=str(weather), PICTURE=str(picture), **given)
    assert picture.stat().st_size > 10_000
    plants = workspace.read("network_supply").set_index("plant")
    assert set(plants.index) == {"river_heat_pump", "waste_heat", "solar", "biomethane_boiler"}
    totals = workspace.read("network_supply_totals").iloc[0]
    assert not totals["proposed"]
    assert totals["clean_percent"] == 100
    assert "luft.csv" in totals["figures"]
    months = workspace.read("network_supply_months")
    summer = months[months["plant"].eq("waste_heat") & months["month"].between(4, 9)]
    assert (summer["heat_mwh"] == 0).all()
    assert months.loc[months["plant"].eq("store"), "heat_mwh"].abs().sum() > 0


@pytest.mark.parametrize(
    "given, said",
    [
        ({"WASTE_HEAT_KW": 100}, "temperature of the waste heat is missing"),
        ({"WASTE_HEAT_KW": 100, "WASTE_HEAT_C": 40, "WASTE_HEAT_MONTHS": "Winter"}, "names no months"),
        ({"VARIANT": "B"}, "B"),
    ],
)
def test_a_supply_that_cannot_be_is_refused(workspace, run, given, said):
    sized(run, workspace)
    with pytest.raises(QgsProcessingException) as error:
        run("networksupply", WORKSPACE=str(workspace.path), **given)
    assert said in str(error.value)
    assert "network_supply" not in workspace.layers()


def test_own_figures_are_written_and_read_again(workspace, run, tmp_path):
    from enact_plugin.layers.spreadsheets import Sheet, read_sheets, write_sheets

    sized(run, workspace)
    path, figures = str(workspace.path), tmp_path / "zahlen.xlsx"
    first = run("networkcost", WORKSPACE=path, FIRST_YEAR=2027, FIGURES_OUT=str(figures))
    again = run("networkcost", WORKSPACE=path, FIRST_YEAR=2027, FIGURES=str(figures))
    assert again["HEAT_CT_KWH"] == first["HEAT_CT_KWH"]
    assert not any("own tables" in line for line in run.log)
    sheets = read_sheets(figures)
    for row in sheets["network_costs"]:
        if row["name"] == "interest":
            row["value"] = "0.1"
    write_sheets(figures, [Sheet("network_costs", pd.DataFrame(sheets["network_costs"]))])
    dear = run("networkcost", WORKSPACE=path, FIRST_YEAR=2027, FIGURES=str(figures))
    assert dear["HEAT_CT_KWH"] > first["HEAT_CT_KWH"]
    assert any("network_costs (1)" in line for line in run.log)


def test_variants_are_compared_in_a_table_and_on_the_map(workspace, run, tmp_path):
    from enact_plugin.layers.spreadsheets import read_sheets

    path = str(workspace.path)
    sized(run, workspace)
    with pytest.raises(QgsProcessingException, match="only the variant A"):
        run("networkvariants", WORKSPACE=path)
    propose(run, workspace, VARIANT="B", MODE="density", LIMIT=2000)
    file = tmp_path / "varianten.xlsx"
    compared = run("networkvariants", WORKSPACE=path, OUTPUT=str(file))
    table = workspace.read("network_variants").set_index("variant")
    assert compared["VARIANTS"] == 2
    assert table["peak_kw"].notna().tolist() == [True, False], "B was not sized"
    lengths = workspace.read("network_routes").groupby("variant")["length_m"].sum()
    overlap = workspace.read("network_overlap")
    counted = (overlap["length_m"] * overlap["variant_count"]).sum()
    assert counted == pytest.approx(lengths.sum(), rel=0.01)
    assert compared["SHARED_M"] + compared["SINGLE_M"] == pytest.approx(overlap["length_m"].sum(), abs=1)
    sheet = read_sheets(file)["Varianten"]
    assert list(sheet[0]) == ["Kenngröße", "Einheit", "A", "B"]


def changed_by_hand(workspace, sql):
    """Change rows as a planner does in QGIS' table."""
    dataset = gdal.OpenEx(str(workspace.path), gdal.OF_UPDATE)
    dataset.ExecuteSQL(sql)
    dataset.FlushCache()


def test_maps_show_the_last_variant_or_those_ticked(workspace, run, tmp_path):
    propose(run, workspace, SECONDS=1)
    propose(run, workspace, VARIANT="B", MODE="density", LIMIT=2000, SECONDS=1)
    path = tmp_path / "kopie.qgz"

    def variants(layer_id):
        run("assembleproject", WORKSPACE=str(workspace.path), PROJECT=str(path))
        project = QgsProject()
        assert project.read(str(path))
        layer = project.mapLayer(f"enact_layer_{layer_id}")
        names = layer.uniqueValues(layer.fields().lookupField("variant"))
        layout = project.layoutManager().layoutByName("Wärmenetz (Vorschlag) – A4 hoch")
        note = " ".join(layout.customProperty("variableValues"))
        project.clear()
        return names, note

    shown, note = variants("network_routes")
    assert shown == {"B"}
    assert "Variante: B." in note
    changed_by_hand(workspace, "UPDATE network_proposals SET shown = (variant = 'A')")
    assert variants("network_customers")[0] == {"A"}
    propose(run, workspace, VARIANT="C", MODE="density", LIMIT=4000, SECONDS=1)
    assert workspace.read("network_proposals").set_index("variant")["shown"].to_dict() == {
        "A": False, "B": False, "C": True,
    }  # fmt: skip


def test_each_variant_can_be_made_again_after_another_and_edits_are_still_seen(workspace, run):
    path = str(workspace.path)
    for variant in ("A", "B", "A"):
        sized(run, workspace, variant, MODE="density", LIMIT=2000, SECONDS=1)
        run("networkcost", WORKSPACE=path, VARIANT=variant)
    propose(run, workspace, VARIANT="B", MODE="density", LIMIT=10_000_000)  # connects nobody
    sized(run, workspace, "B", MODE="density", LIMIT=2000)
    changed_by_hand(workspace, "UPDATE network_heat_cost SET network_ct_kwh = 1 WHERE variant = 'A'")
    run("networkcost", WORKSPACE=path, VARIANT="B")
    kept = workspace.read("network_heat_cost").set_index("variant")["network_ct_kwh"]
    assert kept["A"] == 1.0, "what was changed in another variant stays"
    with pytest.raises(QgsProcessingException, match="changed by hand"):
        run("networkcost", WORKSPACE=path, VARIANT="A")


def test_a_project_from_idea_to_operation_with_its_sheet(workspace, run, tmp_path):
    path = str(workspace.path)
    sized(run, workspace, MODE="density", LIMIT=2000)
    run("networkcost", WORKSPACE=path, FIRST_YEAR=2027)
    first = run(
        "networkproject", WORKSPACE=path, NAME="Netz Nord", VARIANT="A", OFFICE="Bauamt", START="01.03.2026"
    )
    assert first["PROJECTS"] == 1
    assert first["TASKS"] > 15
    assert first["OVERDUE"] > 0
    changed_by_hand(workspace, "UPDATE network_projects SET interested = 3, note = 'Schule will'")
    changed_by_hand(
        workspace, "UPDATE network_tasks SET title = 'Stadtratsbeschluss' WHERE title LIKE 'Beschluss%'"
    )
    for stage in (
        "suitability",
        "anchor_talks",
        "feasibility",
        "decision",
        "design",
        "construction",
        "operation",
    ):
        run("networkproject", WORKSPACE=path, NAME="Netz Nord", STAGE=stage, START="2026-06-01")
    project = workspace.read("network_projects").iloc[0]
    assert (project["stage"], project["note"], project["office"]) == ("operation", "Schule will", "Bauamt")
    proposal = workspace.read("network_proposals").iloc[0]
    assert project["customers"] == proposal["customers"]
    assert project["interested_percent"] == pytest.approx(100 * 3 / proposal["customers"], abs=0.1)
    assert project["network_ct_kwh"] == workspace.read("network_heat_cost")["network_ct_kwh"].iloc[0]
    tasks = workspace.read("network_tasks")
    assert "Stadtratsbeschluss" in set(tasks["title"])
    assert set(tasks.loc[tasks["stage"].ne("operation"), "state"]) == {"done"}
    customers = workspace.read("network_customers")
    connected = customers[customers["connection"] == "connected"]
    assert connected.within(project.geometry.buffer(0.1)).all()
    folder = tmp_path / "blatt"
    written = run("networkprojectsheets", WORKSPACE=path, FOLDER=str(folder))
    assert written["SHEETS"] == 1
    assert (folder / "Netz_Nord.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "Netz_Nord_zeitplan.png").stat().st_size > 10_000
    with pytest.raises(QgsProcessingException, match="no project “Ost”"):
        run("networkprojectsheets", WORKSPACE=path, NAME="Ost", FOLDER=str(folder))
