"""enact:loadplants by each of its ways, on the demo municipality."""

from __future__ import annotations

import json
import zipfile

import pytest
from qgis.core import QgsProcessingException

from enact_plugin.layers.workspace import Workspace

SIZE = 400


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return tmp_path_factory.mktemp("town")


@pytest.fixture
def demo(run, town):
    """Files of the demo municipality, and parameters that load them."""
    if not (town / "LIESMICH.txt").exists():
        results = run("demodata", SIZE=SIZE, SEED=3, FOLDER=str(town))
        (town / "parameters.json").write_text(results["PARAMETERS"], encoding="utf-8")
    return json.loads((town / "parameters.json").read_text(encoding="utf-8"))


WAYS = {
    "csv": "mastr_einheiten_fiktiv.csv",
    "json": "mastr_endpunkt_fiktiv",
    "bulk": "mastr_gesamtdatenexport_fiktiv.zip",
}


def load(run, demo, town, path, way="auto"):
    place = "FOLDER" if way == "json" else "FILE"
    return run(
        "loadplants", AGS=demo["AGS"], SOURCE=way, **{place: str(town / WAYS[way])}, WORKSPACE=str(path)
    )


@pytest.mark.parametrize("way", WAYS)
def test_each_way_fills_the_layers_of_plants(run, demo, town, tmp_path, way):
    path = tmp_path / "a.gpkg"
    results = load(run, demo, town, path, way)
    workspace = Workspace.open(path)
    plants = workspace.read("plants")
    assert results["UNITS"] == len(plants) > 100
    exists = plants["status"].isin(["in_operation", "temporarily_closed"])
    assert results["UNLOCATED_UNITS"] == plants.geometry[exists].isna().sum() > 0
    assert {"plants_by_area", "plant_findings", "plants_history"} <= set(workspace.layers())
    assert set(workspace.read("plants_history")["mastr_id"]) == set(plants["mastr_id"])


def test_without_a_key_it_is_the_municipality_of_the_workspace(run, demo, town, tmp_path):
    path = tmp_path / "a.gpkg"
    before = load(run, demo, town, path, "csv")["UNITS"]
    run.log.clear()
    assert run("loadplants", FILE=str(town / WAYS["csv"]), WORKSPACE=str(path))["UNITS"] == before
    assert any(demo["AGS"] in line for line in run.log)


def test_without_a_key_and_a_municipality_the_key_is_asked_for(run, town, demo, tmp_path):
    Workspace.create(tmp_path / "empty.gpkg")
    for name in ("none.gpkg", "empty.gpkg"):
        with pytest.raises(QgsProcessingException, match=f"AGS.*{name}"):
            run("loadplants", FILE=str(town / WAYS["csv"]), WORKSPACE=str(tmp_path / name))
    assert not (tmp_path / "none.gpkg").exists()


@pytest.mark.parametrize("way", WAYS)
def test_without_a_form_the_content_tells(run, demo, town, tmp_path, way):
    place = "FOLDER" if way == "json" else "FILE"
    results = run(
        "loadplants", AGS=demo["AGS"], **{place: str(town / WAYS[way])}, WORKSPACE=str(tmp_path / "a.gpkg")
    )
    assert results["UNITS"] == len(Workspace.open(tmp_path / "a.gpkg").read("plants"))


def test_the_complete_export_brings_the_gas_units(run, demo, town, tmp_path):
    results = load(run, demo, town, tmp_path / "a.gpkg", "bulk")
    gas = Workspace.open(tmp_path / "a.gpkg").read("gas_plants")
    assert results["GAS_UNITS"] == len(gas) > 0
    assert set(gas["kind"]) == {"producer", "storage"}


def test_tables_of_open_mastr_are_told_by_their_content(run, demo, town, tmp_path):
    from enact_plugin.demo import generate
    from enact_plugin.demo.register_open_mastr import write_register_open_mastr

    folder = tmp_path / "tables"
    folder.mkdir()
    units = generate(SIZE, 3).units
    write_register_open_mastr(units, folder)
    results = run(
        "loadplants", AGS=demo["AGS"], FOLDER=str(folder), WORKSPACE=str(tmp_path / "a.gpkg")
    )  # fmt: skip
    assert results["UNITS"] == len(units)


def test_a_way_without_gas_leaves_the_gas_units_of_another(run, demo, town, tmp_path):
    load(run, demo, town, tmp_path / "a.gpkg", "bulk")
    before = len(Workspace.open(tmp_path / "a.gpkg").read("gas_plants"))
    load(run, demo, town, tmp_path / "a.gpkg", "csv")
    assert len(Workspace.open(tmp_path / "a.gpkg").read("gas_plants")) == before


def test_another_way_of_the_same_state_is_no_change(run, demo, town, tmp_path):
    load(run, demo, town, tmp_path / "a.gpkg", "json")
    load(run, demo, town, tmp_path / "a.gpkg", "csv")
    history = Workspace.open(tmp_path / "a.gpkg").read("plants_history")
    assert not history["mastr_id"].duplicated().any()


def test_the_main_job_takes_the_complete_export(run, demo, town, tmp_path):
    results = run(
        "loadmunicipality", AGS=demo["AGS"], PLANTS=str(town / WAYS["bulk"]), BOUNDARY=demo["BOUNDARY"],
        WORKSPACE=str(tmp_path / "a.gpkg"), PROJECT=str(tmp_path / "a.qgz"),
    )  # fmt: skip
    assert (results["LOADED"], results["FAILED"]) == (2, 0)
    assert len(Workspace.open(tmp_path / "a.gpkg").read("gas_plants"))


def test_without_a_boundary_it_is_said_that_no_place_was_checked(run, demo, town, tmp_path):
    load(run, demo, town, tmp_path / "a.gpkg", "csv")
    assert any("was not checked" in line for line in run.log)
    run(
        "loadlayer",
        KIND="boundary",
        INPUT=demo["BOUNDARY"],
        AGS=demo["AGS"],
        WORKSPACE=str(tmp_path / "a.gpkg"),
    )
    load(run, demo, town, tmp_path / "a.gpkg", "csv")
    assert not any("was not checked" in line for line in run.log)


def test_a_project_assembled_before_is_said_to_be_old(run, demo, town, tmp_path):
    load(run, demo, town, tmp_path / "a.gpkg", "csv")
    assert not any("a.qgz" in line for line in run.log)
    run("assembleproject", WORKSPACE=str(tmp_path / "a.gpkg"), PROJECT=str(tmp_path / "a.qgz"))
    assert not any("from before" in line for line in run.log)
    load(run, demo, town, tmp_path / "a.gpkg", "json")
    assert any("a.qgz" in line and "from before" in line for line in run.log)


def test_a_zip_that_is_no_export_is_refused_before_any_work(run, demo, town, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.csv", "x")
    with pytest.raises(QgsProcessingException, match=r"x\.zip"):
        run(
            "loadplants",
            AGS=demo["AGS"],
            FILE=str(tmp_path / "x.zip"),
            WORKSPACE=str(tmp_path / "a.gpkg"),
        )


@pytest.mark.parametrize("way", ["auto", "bulk"])
@pytest.mark.parametrize("member", ["[Content_Types].xml", "mimetype"])
def test_a_workbook_is_told_from_the_complete_export(run, demo, tmp_path, way, member):
    path = tmp_path / "Einheiten.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(member, "x")
        file.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(QgsProcessingException, match=r"workbook|Arbeitsmappe"):
        run("loadplants", AGS=demo["AGS"], SOURCE=way, FILE=str(path), WORKSPACE=str(tmp_path / "a.gpkg"))


def test_a_zip_of_something_else_is_no_workbook(run, demo, tmp_path):
    path = tmp_path / "Fotos.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("Fotos/1.jpg", "x")
    with pytest.raises(QgsProcessingException, match=r"EinheitenSolar_1\.xml"):
        run("loadplants", AGS=demo["AGS"], FILE=str(path), WORKSPACE=str(tmp_path / "a.gpkg"))
