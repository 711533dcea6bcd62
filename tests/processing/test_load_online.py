"""What no file is given for comes from the services: one data set, a whole municipality, and what goes wrong."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import servers
from fake_ogcapi import OgcApi
from qgis.core import QgsProcessingException
from shapely import box

from enact_plugin.layers.workspace import Workspace
from enact_plugin.sources import fetch
from enact_plugin.sources.fetch import Limits
from enact_plugin.sources.services import service as known
from enact_plugin.sources.services.service import Protocol, Service

AGS = "14626110"
UTM = "EPSG:25833"
TOWN = box(495000, 5665000, 499000, 5669000)


@pytest.fixture
def web():
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture
def api(web):
    """Put a collection of objects on the server; returns the fake, whose `url` is that of its service."""

    def put(name, things, **habits):
        features = [(properties, {UTM: shape, "EPSG:4326": shape}) for properties, shape in things]
        fake = OgcApi(features, name=name, crs=(UTM,), **habits)
        fake.url = fake.put_on(web, f"/{name}")
        return fake

    return put


@pytest.fixture
def presets(monkeypatch):
    """Put services of this test in the place of the presets."""
    monkeypatch.setattr(fetch, "LIMITS", Limits(attempts=1))  # the pauses are the fetch's part

    def put(*services: Service) -> None:
        monkeypatch.setattr(known, "presets", lambda: services)

    put()
    return put


def service(serves, fake, **values) -> Service:
    values = {
        "id": f"local_{serves}", "title": f"Amt: {serves}", "protocol": Protocol.OGCAPI, "url": fake.url,
        "name": fake.name, "licence": "dl-de/by-2-0", "attribution": "© Amt", "page": 100,
        "download_page": "https://example.org/daten", "download_file": f"{serves}.zip", **values,
    }  # fmt: skip
    return Service(serves=serves, **values)


def houses(count=30, start=0):
    west, south = TOWN.bounds[:2]
    for number in range(start, start + count):
        x, y = west + 100 + 50 * (number % 20), south + 100 + 50 * (number // 20)
        values = {"oid": f"DESNAL{number:05}", "gfkzshh": "31001_1000", "aog": 2, "name": None}
        yield values, box(x, y, x + 10, y + 12)


@pytest.fixture
def town(api):
    return api("grenze", [({"ags": AGS, "gen": "Musterstadt"}, TOWN)])


@pytest.fixture
def buildings(api):
    return api("gebaeude", list(houses()))


@pytest.fixture
def load(run, tmp_path):
    """Run an algorithm on the one workspace of the test, with the one cache."""

    def call(algorithm, **values):
        return run(algorithm, CACHE=str(tmp_path / "cache"), WORKSPACE=str(tmp_path / "a.gpkg"), **values)

    return call


@pytest.fixture
def with_boundary(load, town, presets):
    presets(service("boundary", town, by_filter=True))
    load("loadlayer", KIND="boundary", AGS=AGS)


def stored(tmp_path) -> Workspace:
    return Workspace.open(tmp_path / "a.gpkg")


def contents(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


# ---- one data set


def test_nothing_given_asks_the_usual_service(with_boundary, load, run, buildings, presets, tmp_path):
    presets(service("buildings", buildings), service("buildings", buildings, id="other", instead=True))
    assert load("loadbuildings")["BUILDINGS"] == 30
    row = stored(tmp_path).provenance("buildings")
    assert row.source.startswith("Amt: buildings (127.0.0.1")
    assert (row.licence, row.attribution, row.state_date) == ("dl-de/by-2-0", "© Amt", date.today())
    started = next(each for each in stored(tmp_path).runs() if each["run_id"] == row.run_id)
    values = json.loads(started["parameters"])
    assert (values["SOURCE"], values["SERVICE"]) == ("online", "local_buildings")
    assert "INPUT" not in values


def told(run) -> list[bool]:
    """Whether the log says that a service delivered, and that its answer was kept from before."""
    lines = [line for line in run.log if ": buildings, fetched on" in line]
    return [any(("kept" in line) == kept for line in lines) for kept in (False, True)]


def test_the_second_run_asks_for_nothing_unless_told_to(with_boundary, load, run, buildings, presets):
    presets(service("buildings", buildings))
    load("loadbuildings")
    assert told(run) == [True, False]
    buildings.asked.clear()
    load("loadbuildings")
    assert buildings.asked == []
    assert told(run) == [False, True]
    load("loadbuildings", REFRESH=True)
    assert buildings.asked
    assert told(run) == [True, False]


def test_what_a_person_says_goes_before_what_the_service_says(
    with_boundary, load, buildings, presets, tmp_path
):
    presets(service("buildings", buildings))
    load("loadbuildings", LICENCE="CC0-1.0", STATE_DATE="2026-08-31", MAPPING='{"storeys": "aog"}')
    row = stored(tmp_path).provenance("buildings")
    assert (row.licence, row.state_date) == ("CC0-1.0", date(2026, 8, 31))
    assert set(stored(tmp_path).read("buildings")["storeys"]) == {2}


def test_what_the_service_is_known_to_call_its_fields_is_used(
    with_boundary, load, run, api, presets, tmp_path
):
    parts = api("teile", [({"nr": "01", "bez": "Mitte"}, TOWN)])
    mapping = {"district_id": "nr", "name": "bez", "borough": "stadtbezirk"}
    presets(service("districts", parts, mapping=mapping))
    assert load("loadlayer", KIND="districts")["ROWS"] == 1
    frame = stored(tmp_path).read("districts")
    assert (frame["district_id"][0], frame["name"][0]) == ("01", "Mitte")
    assert any("stadtbezirk" in line for line in run.log)  # it no longer delivers this one


def test_a_service_is_chosen_by_its_id(with_boundary, load, run, buildings, api, presets, tmp_path):
    others = api("andere", list(houses(5)))
    presets(service("buildings", buildings), service("buildings", others, id="others", instead=True))
    assert load("loadbuildings", SERVICE="others")["BUILDINGS"] == 5
    with pytest.raises(QgsProcessingException, match="others"):
        load("loadbuildings", SERVICE="nobody")
    with pytest.raises(QgsProcessingException, match="Amt: buildings"):
        load("loadlayer", KIND="districts", SERVICE="others")


def test_any_address_can_be_asked_and_its_password_is_told_nowhere(
    with_boundary, load, run, buildings, web, tmp_path
):
    pytest.importorskip("enact_plugin.sources.services.address")
    address = buildings.url.replace("://", "://planer:W0rt-4711@") + "?token=M4rke-0815"
    assert load("loadbuildings", ADDRESS=address, LAYER="gebaeude")["BUILDINGS"] == 30
    cached = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    told = [*run.log, contents(tmp_path / "a.gpkg"), *(content.decode("latin-1") for content in cached)]
    assert not [text for text in told if "W0rt-4711" in text or "M4rke-0815" in text]


def test_several_services_of_a_kind_are_one_layer(with_boundary, load, run, api, presets, tmp_path):
    west, south = TOWN.bounds[:2]
    zone = box(west + 100, south + 100, west + 900, south + 900)
    values = {"mapping": {"exclusion_kind": {"value": "nature"}}}
    presets(
        service("exclusions", api("nsg", [({"nummer": "1"}, zone)]), id="nsg", **values),
        service("exclusions", api("leer", []), id="leer", title="Amt: leer", **values),
        service(
            "exclusions",
            api("weg", [], error={"code": 500, "description": "Wartung"}),
            id="weg",
            title="Amt: weg",
        ),
    )
    assert load("loadlayer", KIND="exclusions")["ROWS"] == 1
    row = stored(tmp_path).provenance("exclusions")
    assert "Amt: exclusions" in row.source
    assert any("Amt: leer" in line and "nothing" in line for line in run.log)
    assert any("Amt: weg" in line and "https://example.org/daten" in line for line in run.log)


# ---- what goes wrong


def test_services_that_fail_alike_are_named_in_one_sentence(with_boundary, load, api, presets):
    gone = "http://127.0.0.1:9/ogc"
    fake = api("weg", [])
    presets(*(service("exclusions", fake, url=gone, id=f"amt{n}", title=f"Amt {n}") for n in range(3)))
    with pytest.raises(QgsProcessingException, match="Amt 0, Amt 1, Amt 2 delivered nothing") as caught:
        load("loadlayer", KIND="exclusions")
    assert str(caught.value).count("127.0.0.1:9") == str(caught.value).count("https://example.org/daten") == 1


def test_a_boundary_of_several_asks_for_the_key(load, api, presets):
    all_ = api("gemeinden", [({"ags": AGS, "gen": "Musterstadt"}, TOWN), ({"ags": "14626999"}, TOWN)])
    with pytest.raises(QgsProcessingException, match=rf"2 municipalities \({AGS}, 14626999\).*\(AGS\)"):
        load("loadlayer", KIND="boundary", ADDRESS=all_.url, LAYER="gemeinden")


def test_without_a_boundary_a_service_is_not_asked(load, buildings, presets, tmp_path):
    presets(service("buildings", buildings))
    Workspace.create(tmp_path / "a.gpkg", AGS, "Musterstadt")
    with pytest.raises(QgsProcessingException, match="boundary"):
        load("loadbuildings")
    assert buildings.asked == []


def test_a_municipality_that_does_not_exist_is_named(load, api, presets, tmp_path):
    presets(service("boundary", api("niemand", []), by_filter=True))
    with pytest.raises(QgsProcessingException, match=AGS):
        load("loadlayer", KIND="boundary", AGS=AGS)
    assert not (tmp_path / "a.gpkg").exists()


def test_where_nothing_is_there_the_layer_stays(with_boundary, load, buildings, api, presets, tmp_path):
    presets(service("buildings", buildings))
    load("loadbuildings")
    for far in ([], [({"oid": "fern", "gfkzshh": "31001_1000"}, box(600000, 5665000, 600010, 5665010))]):
        presets(service("buildings", api("leer", far), title="Amt: leer"))
        with pytest.raises(QgsProcessingException, match="nothing in this municipality"):
            load("loadbuildings")
    assert len(stored(tmp_path).read("buildings")) == 30


def test_a_service_that_fails_names_the_file_that_serves_instead(
    with_boundary, load, api, presets, tmp_path, web
):
    before = contents(tmp_path / "a.gpkg")
    broken = api("kaputt", list(houses()), error={"code": 500, "description": "Wartung"})
    presets(service("buildings", broken))
    with pytest.raises(QgsProcessingException, match=r"buildings\.zip.*https://example\.org/daten") as caught:
        load("loadbuildings")
    assert web.host in str(caught.value) and "Amt: buildings" in str(caught.value)
    assert contents(tmp_path / "a.gpkg") == before


@pytest.mark.parametrize(("values", "words"), [
    ({"SOURCE": "file"}, "No layer or file"),
    ({"SOURCE": "online", "INPUT": "x.gpkg"}, "at once"),
    ({"SERVICE": "a", "INPUT": "x.gpkg"}, "at once"),
    ({"SERVICE": "a", "ADDRESS": "https://example.org"}, "at once"),
    ({"LAYER": "a"}, "no address"),
])  # fmt: skip
def test_contradictions_are_refused_before_any_work(load, tmp_path, values, words):
    for algorithm in ("loadbuildings", "loadlayer", "loadcensus"):
        with pytest.raises(QgsProcessingException, match=words):
            load(algorithm, **values)
    assert not (tmp_path / "a.gpkg").exists()


def test_a_kind_without_a_service_asks_for_a_file(with_boundary, load, presets):
    presets()
    with pytest.raises(QgsProcessingException, match="no service is known"):
        load("loadlayer", KIND="streets")


def test_a_boundary_from_an_address_is_told_by_its_key(load, api, presets, tmp_path):
    """No area is known yet: all are asked for, and that of the municipality is taken, as from a file."""
    other = box(505000, 5665000, 509000, 5669000)
    all_ = api(
        "gemeinden", [({"ags": "14626999", "gen": "X"}, other), ({"ags": AGS, "gen": "Musterstadt"}, TOWN)]
    )
    presets()
    load("loadlayer", KIND="boundary", AGS=AGS, ADDRESS=all_.url, LAYER="gemeinden")
    [shape] = stored(tmp_path).read("municipality").geometry
    assert shape.symmetric_difference(TOWN).area < 1


def test_of_a_service_nobody_knows_those_that_fit_are_named(with_boundary, load, buildings, town, presets):
    presets(service("buildings", buildings), service("boundary", town, by_filter=True))
    with pytest.raises(QgsProcessingException, match=r"alkis2\. .*local_buildings\.$"):
        load("loadbuildings", SERVICE="local_buildings;alkis2")


# ---- a whole municipality


def open_municipality(run, tmp_path, **values):
    places = {"WORKSPACE": str(tmp_path / "a.gpkg"), "PROJECT": str(tmp_path / "a.qgz")}
    return run("loadmunicipality", AGS=AGS, CACHE=str(tmp_path / "cache"), **places, **values)


@pytest.fixture
def register(web, monkeypatch):
    """The register's public interface, which holds no units of the town."""
    from dataclasses import replace

    from enact_plugin.sources import presets as register_presets

    web.routes["/register"] = servers.says("weg", status=404)
    preset = replace(register_presets.register(), endpoint={"electricity": web.url("/register"), "gas": ""})
    monkeypatch.setattr(register_presets, "register", lambda: preset)


def test_the_key_alone_opens_a_municipality(run, town, buildings, api, register, presets, tmp_path):
    broken = api("kaputt", [], error={"code": 500, "description": "Wartung"})
    presets(
        service("boundary", town, by_filter=True),
        service("buildings", buildings),
        service("streets", broken),
        service("exclusions", api("leer", [])),
    )
    results = open_municipality(run, tmp_path, ONLINE=True)
    # boundary and buildings; streets and the register fail; no exclusion areas, no service for three others
    assert (results["LOADED"], results["FAILED"], results["SKIPPED"]) == (2, 2, 4)
    assert set(stored(tmp_path).layers()) == {"buildings", "municipality"}
    assert any("streets.zip" in line and "https://example.org/daten" in line for line in run.log)
    assert any("No service is known for" in line for line in run.log)
    assert any("MaStR/Datendownload" in line for line in run.log)
    assert any("Not loaded, or only in part: Streets, Energy plants." in line for line in run.log)


def test_what_only_a_chosen_service_delivers_is_said_with_its_name(
    run, town, buildings, api, register, presets, tmp_path
):
    parts = api("gemarkungen", [({"name": "Gemarkung"}, TOWN)])
    presets(
        service("boundary", town, by_filter=True),
        service("districts", parts, id="gemarkungen", instead=True),
    )
    open_municipality(run, tmp_path, ONLINE=True)
    [told] = [line for line in run.log if "gemarkungen" in line]
    assert "Only on request" in told
    assert parts.asked == []


def test_of_several_services_one_that_fails_leaves_the_data_set_loaded_and_named(
    run, town, api, register, presets, tmp_path
):
    broken = api("kaputt", [], error={"code": 500, "description": "Wartung"})
    zones = api("zonen", [({"name": "Auwald"}, TOWN)])
    presets(
        service("boundary", town, by_filter=True),
        service("exclusions", zones),
        service("exclusions", broken, id="second", title="Amt: weitere Gebiete"),
    )
    results = open_municipality(run, tmp_path, ONLINE=True)
    # boundary and zones; the register fails, and the zones are incomplete
    assert (results["LOADED"], results["FAILED"]) == (2, 2)
    [told] = [line for line in run.log if ", incomplete: " in line]
    assert "Amt: weitere Gebiete" in told
    assert "Wartung" in told
    assert ". A file serves instead: exclusions.zip" in told


def test_files_go_before_services_and_stay(run, town, buildings, api, register, presets, tmp_path):
    parts = api("teile", [({"name": "aus dem Dienst"}, TOWN)])
    presets(
        service("boundary", town, by_filter=True),
        service("buildings", buildings),
        service("districts", parts),
    )
    file = tmp_path / "ortsteile.geojson"
    shape = json.dumps({"type": "Polygon", "coordinates": [[list(each) for each in TOWN.exterior.coords]]})
    file.write_text(
        '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:25833"}}, "features": '
        f'[{{"type": "Feature", "properties": {{"name": "aus der Datei"}}, "geometry": {shape}}}]}}'
    )
    open_municipality(run, tmp_path, ONLINE=True, DISTRICTS=str(file))
    assert stored(tmp_path).read("districts")["name"].tolist() == ["aus der Datei"]
    open_municipality(run, tmp_path, ONLINE=True)
    assert stored(tmp_path).read("districts")["name"].tolist() == ["aus der Datei"]
    assert any("came from files" in line for line in run.log)
    assert parts.asked == []


def test_without_a_boundary_it_is_said_which_data_sets_could_not_be_asked_for(
    run, api, buildings, register, presets, tmp_path
):
    presets(service("boundary", api("niemand", []), by_filter=True), service("buildings", buildings))
    with pytest.raises(
        QgsProcessingException, match=r"None of the data sets could be loaded: .*Buildings"
    ) as caught:
        open_municipality(run, tmp_path, ONLINE=True)
    assert "404" not in str(caught.value)  # each reason was told before
    assert not (tmp_path / "a.gpkg").exists()
    assert any("without a boundary" in line for line in run.log)
    assert any("Buildings: buildings.zip, from https://example.org/daten" in line for line in run.log)
    assert any(AGS in line for line in run.log)


def test_an_authentication_that_qgis_does_not_know_is_named(with_boundary, load, buildings, presets):
    presets(service("buildings", buildings))
    with pytest.raises(QgsProcessingException, match="nobody1"):
        load("loadbuildings", AUTHCFG="nobody1")


def test_an_authentication_is_for_one_host(with_boundary, load, buildings, presets):
    """What lets a person in at one office is none of the other's business."""
    elsewhere = buildings.url.replace("127.0.0.1", "localhost")
    presets(service("rail", buildings), service("rail", buildings, id="other", url=elsewhere))
    with pytest.raises(QgsProcessingException, match=r"AUTHCFG.*127\.0\.0\.1:\d+, localhost"):
        load("loadlayer", KIND="rail", AUTHCFG="nobody1", SERVICE="local_rail;other")
    assert buildings.asked == []


def test_buildings_of_two_services_are_refused_before_any_is_asked(with_boundary, load, buildings, presets):
    presets(service("buildings", buildings), service("buildings", buildings, id="other", instead=True))
    with pytest.raises(QgsProcessingException, match="one service at a time"):
        load("loadbuildings", SERVICE="local_buildings;other")
    assert buildings.asked == []


# ---- what a run must survive


def in_zone(shape, code):
    """A shape in degrees, in a zone of UTM."""
    from pyproj import Transformer
    from shapely.ops import transform

    return transform(Transformer.from_crs("EPSG:4326", code, always_xy=True).transform, shape)


def test_a_municipality_on_two_zones_comes_whole_from_a_service_of_the_other_zone(
    run, web, presets, tmp_path
):
    # Günthersdorf and around: the twelfth meridian, the border of the zones, goes through
    town = box(11.95, 51.30, 12.05, 51.36)
    small = [box(11.951 + 0.002 * n, 51.33, 11.9512 + 0.002 * n, 51.3301) for n in range(49)]

    def fake(name, shapes, code):
        put = OgcApi(
            [
                ({"oid": f"{name}{n}", "ags": "15088205"}, {code: in_zone(each, code), "EPSG:4326": each})
                for n, each in enumerate(shapes)
            ],
            name=name,
            crs=(code,),
        )
        put.url = put.put_on(web, f"/{name}")
        return put

    presets(
        service("boundary", fake("grenze", [town], "EPSG:25832"), by_filter=True),
        service("buildings", fake("haus", small, "EPSG:25832"), crs="EPSG:25832", page=10),
    )
    values = {"CACHE": str(tmp_path / "cache"), "WORKSPACE": str(tmp_path / "a.gpkg")}
    run("loadlayer", KIND="boundary", AGS="15088205", **values)
    assert run("loadbuildings", **values)["BUILDINGS"] == 49
    stored_shapes = stored(tmp_path).read("buildings").geometry
    wanted = in_zone(small[0], stored(tmp_path).crs)
    assert stored_shapes.distance(wanted).min() < 0.01


def test_a_cancel_leaves_the_workspace_and_what_came_serves_the_next_run(
    provider, with_boundary, load, api, presets, tmp_path
):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    many = api("viele", list(houses(900)))
    presets(service("buildings", many, page=50))
    before = contents(tmp_path / "a.gpkg")
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: percent > 20 and feedback.cancel())
    values = {"CACHE": str(tmp_path / "cache"), "WORKSPACE": str(tmp_path / "a.gpkg")}
    with pytest.raises(QgsProcessingException):
        processing.run("enact:loadbuildings", values, feedback=feedback)
    assert contents(tmp_path / "a.gpkg") == before
    assert load("loadbuildings")["BUILDINGS"] == 900
