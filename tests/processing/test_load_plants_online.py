"""enact:loadplants against a server with the habits of the real one, on real records and on the demo's export."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import servers
from qgis.core import QgsProcessingException

from enact_plugin.layers.workspace import Workspace
from enact_plugin.sources import blocks, fetch, presets
from enact_plugin.sources.fetch import Limits

AGS = "14730030"  # six of the real storage units are there: grep -c '"Gemeindeschluessel": "14730030"'


@pytest.fixture
def web():
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture
def register(web, real_data):
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


def test_without_a_file_the_register_is_asked_and_the_log_says_so(register, load, run, tmp_path):
    assert load()["UNITS"] == 6
    assert any("is asked online" in line for line in run.log)
    assert set(plants(tmp_path)["ags"]) == {AGS}


def test_gas_units_are_asked_for_beside(register, web, load, tmp_path):
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


def test_where_the_register_has_no_gas_units_the_layer_is_empty(register, web, load, tmp_path):
    web.routes["/gas"] = servers.Register(
        [{"MaStRNummer": "SGE900000000001", "Gemeindeschluessel": "14713000"}]
    )
    assert load(SOURCE="online", GAS_ADDRESS=web.url("/gas"))["GAS_UNITS"] == 0
    assert Workspace.open(tmp_path / "a.gpkg").read("gas_plants").empty


def test_plants_are_loaded_where_the_gas_register_fails(register, web, load, run, tmp_path):
    web.routes["/gas"] = servers.says("weg", status=404)
    assert load(SOURCE="online", GAS_ADDRESS=web.url("/gas"))["UNITS"] == 6
    assert any("gas units could not be loaded" in line for line in run.log)


def test_offline_the_last_good_answer_is_taken_and_its_date_told(register, web, load, run, tmp_path):
    load()
    web.routes["/register"] = servers.says("<html>Wartung</html>", Content_Type="text/html")
    assert load()["UNITS"] == 6
    assert any(f"{date.today():%d.%m.%Y}" in line for line in run.log)


def test_offline_without_an_earlier_answer_a_file_is_suggested(run, tmp_path, impatient):
    gone = servers.Web()
    gone.close()
    with pytest.raises(QgsProcessingException, match=r"complete export") as caught:
        run(
            "loadplants", ADDRESS=gone.url("/register"), AGS=AGS, CACHE=str(tmp_path / "cache"),
            WORKSPACE=str(tmp_path / "a.gpkg"),
        )  # fmt: skip
    assert gone.host in str(caught.value)


def test_a_failing_register_leaves_the_plants_as_they_were(register, web, load, tmp_path):
    load()
    before = plants(tmp_path)
    register.knows = {}  # it ignores the filter, as the real one does with a name it does not know
    shutil.rmtree(tmp_path / "cache")
    with pytest.raises(QgsProcessingException, match=web.host):
        load()
    assert plants(tmp_path).equals(before)


def test_the_export_is_read_where_it_is(web, load, run, tmp_path):
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


# ---- the complete export on a server, on this computer, and in a folder


EXPORT = "/Gesamtdatenexport_20260801_26.1.zip"


@pytest.fixture(scope="module")
def town(provider, tmp_path_factory):
    """The demo's export, and the municipality it is about."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("town")
    made = processing.run("enact:demodata", {"SIZE": 300, "SEED": 1, "FOLDER": str(folder)})
    export = folder / "mastr_gesamtdatenexport_fiktiv.zip"
    return json.loads(made["PARAMETERS"])["AGS"], made["UNITS"], export


@pytest.fixture
def export(web, town):
    """The export on the server, and the page that links it."""
    web.routes[EXPORT] = servers.RemoteContent(town[2].read_bytes())
    web.routes["/download"] = servers.says(f'<a href="{EXPORT}">Export</a>', Content_Type="text/html")
    return web.url(EXPORT)


@pytest.fixture
def impatient(monkeypatch):
    """The pauses between attempts are the fetch's part and tested there."""
    monkeypatch.setattr(blocks, "_LIMITS", Limits(attempts=1))
    monkeypatch.setattr(fetch, "LIMITS", Limits(attempts=1))
    monkeypatch.setattr(fetch, "_with_chance", lambda _pause_s: 0.01)


def contents(path: Path) -> str:
    """All that stands in a file of tables."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def test_who_logs_in_and_with_which_token_is_told_nowhere(web, export, load, run, town, tmp_path):
    url = f"{web.url(EXPORT, 'planer:W0rt-4711')}?sig=M4rke-0815"
    assert load(FILE=url, ADDRESS="", AGS=town[0])["UNITS"] == town[1]
    told = [*run.log, contents(tmp_path / "a.gpkg")]
    assert not [text for text in told if "W0rt-4711" in text or "M4rke-0815" in text]
    with pytest.raises(QgsProcessingException, match="Gesamtdatenexport_20260801") as caught:
        run(
            "loadplants",
            FILE=url,
            AGS="14612000",
            CACHE=str(tmp_path / "c"),
            WORKSPACE=str(tmp_path / "b.gpkg"),
        )
    assert "W0rt-4711" not in str(caught.value)
    assert "M4rke-0815" not in str(caught.value)


@pytest.mark.parametrize("by_page", [False, True])
def test_offline_the_export_fetched_last_is_taken_and_its_date_told(
    web, export, load, run, town, tmp_path, impatient, by_page
):
    given = (
        {"SOURCE": "bulk", "ADDRESS": web.url("/download")} if by_page else {"FILE": export, "ADDRESS": ""}
    )
    assert load(AGS=town[0], **given)["UNITS"] == town[1]
    before = plants(tmp_path)
    web.routes.clear()
    assert load(AGS=town[0], **given)["UNITS"] == town[1]
    assert any("01.08.2026" in line and web.host in line for line in run.log)
    assert plants(tmp_path)["mastr_id"].equals(before["mastr_id"])


def test_that_the_way_to_the_export_cannot_be_noted_is_said_and_stops_nothing(
    web, export, load, run, town, tmp_path
):
    (tmp_path / "cache" / "exports" / "pages.json").mkdir(parents=True)  # where the note belongs
    assert load(SOURCE="bulk", ADDRESS=web.url("/download"), AGS=town[0])["UNITS"] == town[1]
    told = [line for line in run.log if "pages.json" in line]
    assert len(told) == 1 and web.host in told[0]


def test_an_export_that_was_never_fetched_cannot_be_had_offline(web, export, load, town, impatient):
    web.close()
    for given in ({"SOURCE": "bulk", "ADDRESS": web.url("/download")}, {"FILE": export, "ADDRESS": ""}):
        with pytest.raises(QgsProcessingException, match=web.host):
            load(AGS=town[0], **given)


@pytest.mark.parametrize("source", ["bulk", "auto"])
def test_a_folder_with_one_zip_is_the_export(web, load, town, tmp_path, source):
    folder = tmp_path / "ordner"
    folder.mkdir()
    shutil.copy(town[2], folder / "export.zip")
    assert load(SOURCE=source, FOLDER=str(folder), ADDRESS="", AGS=town[0])["UNITS"] == town[1]
    assert web.seen == []


@pytest.mark.parametrize("zips", [0, 2])
def test_of_a_folder_without_a_zip_or_with_several_none_is_guessed(web, load, town, tmp_path, zips):
    folder = tmp_path / "ordner"
    folder.mkdir()
    for number in range(zips):
        shutil.copy(town[2], folder / f"export{number}.zip")
    with pytest.raises(QgsProcessingException, match=f"{zips} are there"):
        load(SOURCE="bulk", FOLDER=str(folder), ADDRESS=web.url("/download"), AGS=town[0])
    assert web.seen == []


@pytest.mark.parametrize("name", ["FILE", "FOLDER"])
def test_what_is_given_beside_online_is_not_passed_over(register, web, load, town, name):
    path = town[2] if name == "FILE" else town[2].parent
    with pytest.raises(QgsProcessingException, match=path.name):
        load(SOURCE="online", **{name: str(path)})
    assert web.seen == []


def test_of_a_file_and_a_folder_none_is_passed_over(web, load, town):
    with pytest.raises(QgsProcessingException, match=town[2].name):
        load(FILE=str(town[2]), FOLDER=str(town[2].parent), ADDRESS="", AGS=town[0])


@pytest.mark.parametrize("source", ["auto", "bulk", "json", "open_mastr"])
@pytest.mark.parametrize("name", ["FILE", "FOLDER"])
def test_of_an_unpacked_export_the_zip_itself_is_asked_for(load, town, tmp_path, source, name):
    with zipfile.ZipFile(town[2]) as archive:
        archive.extractall(tmp_path / "entpackt")
    path = next((tmp_path / "entpackt").rglob("EinheitenSolar*.xml"))
    with pytest.raises(QgsProcessingException, match=r"[Gg]ive the whole zip"):
        load(SOURCE=source, ADDRESS="", AGS=town[0], **{name: str(path if name == "FILE" else path.parent)})


# ---- the main job


@pytest.fixture
def public(monkeypatch, web, tmp_path):
    """The public interface is the server of these tests, and this user's cache is a folder of the test's."""
    endpoint = {"electricity": web.url("/register"), "gas": web.url("/gas")}
    preset = replace(presets.register(), endpoint=endpoint)
    monkeypatch.setattr(presets, "register", lambda: preset)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))


def open_municipality(run, tmp_path, plants):
    places = {"WORKSPACE": str(tmp_path / "a.gpkg"), "PROJECT": str(tmp_path / "a.qgz")}
    return run("loadmunicipality", AGS=AGS, PLANTS=plants, **places)


@pytest.mark.parametrize("word", ["online", " Online "])
def test_the_main_job_asks_the_register(register, web, public, run, tmp_path, word):
    web.routes["/gas"] = servers.Register(register.records[:0])
    results = open_municipality(run, tmp_path, word)
    assert (results["LOADED"], results["FAILED"]) == (1, 0)
    assert set(plants(tmp_path)["ags"]) == {AGS}
    assert len(plants(tmp_path)) == 6


def test_the_main_job_takes_a_folder_with_the_zip_and_refuses_an_unpacked_one(town, run, tmp_path):
    folder = tmp_path / "ordner"
    folder.mkdir()
    shutil.copy(town[2], folder / "export.zip")
    places = {"WORKSPACE": str(tmp_path / "a.gpkg"), "PROJECT": str(tmp_path / "a.qgz")}
    assert run("loadmunicipality", AGS=town[0], PLANTS=str(folder), **places)["LOADED"] == 1
    with zipfile.ZipFile(town[2]) as archive:
        archive.extractall(tmp_path / "entpackt")
    with pytest.raises(QgsProcessingException, match=r"[Gg]ive the whole zip"):
        run("loadmunicipality", AGS=town[0], PLANTS=str(tmp_path / "entpackt"), **places)
