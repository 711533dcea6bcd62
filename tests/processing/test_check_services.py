"""enact:checkservices: a table of what works today, with services that do and services that do not."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
import servers
from fake_arcgis import Arcgis
from qgis.core import QgsProcessingException
from shapely import box

from enact_plugin.sources import presets as register_presets
from enact_plugin.sources.services import service as known
from enact_plugin.sources.services.service import Protocol, Service, presets, service


@pytest.fixture
def web():
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def register(web, monkeypatch):
    """The register with 4,711 units in all, whose page links no export."""
    web.routes["/register"] = servers.Register([], whole=4711)
    web.routes["/seite.html"] = lambda call: call.answer(b"<html>Wartung</html>", Content_Type="text/html")
    preset = replace(
        register_presets.register(),
        endpoint={"electricity": web.url("/register"), "gas": ""},
        download_page=web.url("/seite.html"),
    )
    monkeypatch.setattr(register_presets, "register", lambda: preset)


@pytest.fixture
def services(web, monkeypatch):
    """Three services in place of the presets: one works, one lacks a field, one is gone."""
    things = [({"STADTTS": "01", "STADTTNAME": "Mitte"}, {"EPSG:25833": box(0, 0, 1, 1)})]
    real = service("chemnitz_districts")
    works, lacks = (Arcgis(things).put_on(web, f"/{name}/FeatureServer") for name in "ab")
    made = (
        replace(real, url=works),
        replace(real, id="lacks", title="Stadt: anders", key=("NR",), url=lacks),
        Service(
            "gone", "Amt: Datei", "addresses", Protocol.FILE, web.url("/x.zip"), ags="14", licence="dl-de/by-2-0",
            download_page="https://amt.example/seite", download_file="adressen.zip",
        ),
    )  # fmt: skip
    monkeypatch.setattr(known, "presets", lambda: made)
    return made


def test_the_table_says_what_works_and_what_does_not(run, services, tmp_path):
    path = tmp_path / "dienste.csv"
    results = run("checkservices", OUTPUT=str(path))
    assert (results["WORKING"], results["NOT_WORKING"]) == (2, 3)  # with the register's two ways
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = {row["Id (SERVICE)"]: row for row in csv.DictReader(lines, delimiter=";")}
    assert list(rows) == ["chemnitz_districts", "lacks", "gone", "register_online", "register_export"]
    assert [row["Today"] for row in rows.values()] == [
        "works",
        "answers otherwise than expected",
        "not there",
        "works",
        "not there",
    ]
    assert rows["register_online"]["Objects"] == "4711"
    assert "no link" in rows["register_export"]["Details"]
    assert rows["chemnitz_districts"]["Objects"] == "1"
    assert rows["chemnitz_districts"]["Licence"] == "© Amt, dl-de/by-2-0"  # as the service says
    assert "NR" in rows["lacks"]["Details"]
    assert rows["gone"]["Licence"] == "dl-de/by-2-0"  # as the preset says
    assert (rows["gone"]["File instead"], rows["gone"]["Page with the file"]) == (
        "adressen.zip",
        "https://amt.example/seite",
    )
    assert rows["chemnitz_districts"]["File instead"] == ""


def test_the_log_has_a_line_for_each_service_and_the_sum(run, services, web):
    run("checkservices")
    told = "\n".join(run.log)
    assert f"works                            {services[0].title} ({web.host})" in told
    assert "Services checked: 5; as expected: 2." in told
    assert "NR" in told


@pytest.mark.parametrize(
    ("wanted", "checked"),
    [
        ({"AGS": "14511000"}, 5),
        ({"AGS": "14713000"}, 3),  # only the one for all of Saxony, and the register
        ({"SERVICE": "register"}, 2),
        ({"SERVICE": "lacks; gone"}, 2),
        ({"SERVICE": "lacks,lacks", "AGS": "14713000"}, 1),
    ],
)
def test_services_can_be_chosen(run, services, wanted, checked):
    results = run("checkservices", **wanted)
    assert results["WORKING"] + results["NOT_WORKING"] == checked


@pytest.mark.parametrize(
    ("wanted", "named"), [({"SERVICE": "alkis"}, "chemnitz_districts"), ({"AGS": "Leipzig"}, "Leipzig")]
)
def test_what_is_not_known_is_refused_before_anything_is_asked(run, services, web, wanted, named):
    with pytest.raises(QgsProcessingException, match=named):
        run("checkservices", **wanted)
    assert not web.seen


def test_each_preset_has_a_line(monkeypatch, qgis_app):
    """All at once with nobody there: what is told of a service must not depend on its answering."""
    from enact_plugin.errors import EnactError
    from enact_plugin.processing.checkservices import _sheet, lines
    from enact_plugin.sources.services.check import Checked, State

    error = EnactError("source_name", host="dienst.example", detail="")
    checked = [Checked(each, "dienst.example", State.UNREACHABLE, error) for each in presets()]
    told = lines(checked)
    assert len(told) == len(presets()) + 1  # why is said once
    frame = _sheet(checked).frame
    assert len(frame) == len(presets())
    assert (frame["File instead"] != "").all()
