"""enact:loadplants against a server with the habits of the real one, on real records and on the demo's export."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from enact_plugin.layers.workspace import Workspace

AGS = "14730030"  # six of the real storage units are there: grep -c '"Gemeindeschluessel": "14730030"'
SERVERS = Path(__file__).parents[1] / "sources" / "servers.py"


@pytest.fixture(scope="session")
def servers():
    name = "enact_tests_sources_servers"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, SERVERS)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture
def web(servers):
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture
def register(web, servers, real_data):
    text = (real_data / "mastr" / "endpoint_storage_saxony_2026.json").read_text(encoding="utf-8")
    register = web.routes["/register"] = servers.Register(json.loads(text)["Data"])
    return register


@pytest.fixture
def load(run, web, tmp_path):
    def call(**values):
        values = {"ADDRESS": web.url("/register"), "AGS": AGS, **values}
        return run("loadplants", CACHE=str(tmp_path / "cache"), WORKSPACE=str(tmp_path / "a.gpkg"), **values)

    return call


def plants(tmp_path):
    return Workspace.open(tmp_path / "a.gpkg").read("plants")


def test_without_a_file_the_register_is_asked(register, load, tmp_path):
    assert load()["UNITS"] == 6
    assert set(plants(tmp_path)["ags"]) == {AGS}


def test_gas_units_are_asked_for_beside(register, web, servers, load, tmp_path):
    web.routes["/gas"] = servers.Register(
        [
            {
                "MaStRNummer": "SGE900000000001",
                "Gemeindeschluessel": AGS,
                "BetriebsStatusName": "In Betrieb",
                "BetriebsStatusId": 35,
            }
        ]
    )
    assert load(SOURCE="online", GAS_ADDRESS=web.url("/gas"))["GAS_UNITS"] == 1
    gas = Workspace.open(tmp_path / "a.gpkg").read("gas_plants")
    assert gas["mastr_id"].tolist() == ["SGE900000000001"]


def test_the_state_is_the_day_the_register_was_asked(register, load, tmp_path):
    load()
    row = Workspace.open(tmp_path / "a.gpkg").provenance("plants")
    assert row.state_date == date.today()
    assert f"Stand: {date.today():%d.%m.%Y}" in row.attribution


def test_where_the_register_has_no_gas_units_the_layer_is_empty(register, web, servers, load, tmp_path):
    web.routes["/gas"] = servers.Register(
        [{"MaStRNummer": "SGE900000000001", "Gemeindeschluessel": "14713000"}]
    )
    assert load(SOURCE="online", GAS_ADDRESS=web.url("/gas"))["GAS_UNITS"] == 0
    assert Workspace.open(tmp_path / "a.gpkg").read("gas_plants").empty


def test_plants_are_loaded_where_the_gas_register_fails(register, web, servers, load, run, tmp_path):
    web.routes["/gas"] = servers.says("weg", status=404)
    assert load(SOURCE="online", GAS_ADDRESS=web.url("/gas"))["UNITS"] == 6
    assert any("gas units could not be loaded" in line for line in run.log)


def test_offline_the_last_good_answer_is_taken_and_its_date_told(register, web, servers, load, run, tmp_path):
    load()
    web.routes["/register"] = servers.says("<html>Wartung</html>", Content_Type="text/html")
    assert load()["UNITS"] == 6
    assert any(f"{date.today():%d.%m.%Y}" in line for line in run.log)


def test_a_failing_register_leaves_the_plants_as_they_were(register, web, servers, load, tmp_path):
    load()
    before = plants(tmp_path)
    register.knows = {}  # it ignores the filter, as the real one does with a name it does not know
    shutil.rmtree(tmp_path / "cache")
    with pytest.raises(QgsProcessingException, match=web.host):
        load()
    assert plants(tmp_path).equals(before)


def test_the_export_is_read_where_it_is(web, servers, load, run, tmp_path):
    results = run("demodata", SIZE=300, SEED=1, FOLDER=str(tmp_path / "demo"))
    ags = json.loads(results["PARAMETERS"])["AGS"]
    content = (tmp_path / "demo" / "mastr_gesamtdatenexport_fiktiv.zip").read_bytes()
    name = "/Gesamtdatenexport_20260801_26.1.zip"
    web.routes[name] = servers.RemoteContent(content)
    web.routes["/download"] = servers.says(f'<a href="{name}">Export</a>', Content_Type="text/html")
    by_page = load(SOURCE="bulk", ADDRESS=web.url("/download"), AGS=ags)
    by_address = load(FILE=web.url(name), ADDRESS="", AGS=ags)
    assert by_page["UNITS"] == by_address["UNITS"] == results["UNITS"]
    assert by_page["GAS_UNITS"] > 0
    source = Workspace.open(tmp_path / "a.gpkg").provenance("plants")
    assert source.state_date.isoformat() == "2026-08-01"
