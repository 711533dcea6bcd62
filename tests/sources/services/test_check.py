"""Checking services: what each does today, as a table, whatever they do."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace

import pytest
from shapely import box

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources.services import check as module
from enact_plugin.sources.services.check import State, check_service, check_services, missing_fields
from enact_plugin.sources.services.client import Probe
from enact_plugin.sources.services.service import Protocol, Service, service

LEIPZIG = "14713000"


@pytest.fixture
def zones(web, helpers):
    """A layer with 41 areas; returns the preset for it."""
    things = [
        ({"STADTTS": f"{i:02}", "STADTTNAME": f"Teil {i}"}, {"EPSG:25833": box(i, 0, i + 1, 1)})
        for i in range(41)
    ]
    url = helpers("fake_arcgis").Arcgis(things).put_on(web)
    return replace(service("chemnitz_districts"), url=url)


def a_file(url: str, id_: str = "f") -> Service:
    return Service(id_, "Amt: Datei", "addresses", Protocol.FILE, url, options={"suffix": ".zip"})


def test_a_service_that_works_tells_objects_and_licence(session, zones, web):
    checked = check_service(session, zones)
    assert (checked.state, checked.error, checked.missing) == (State.WORKS, None, ())
    assert (checked.probe.objects, checked.host) == (41, web.host)
    assert checked.probe.licence == "© Amt, dl-de/by-2-0"


def test_a_host_that_is_gone_says_nothing_of_another(session, web):
    """A page that cannot be reached is elsewhere than the next service of this host."""
    one, other = a_file(web.url("/a.zip")), a_file(web.url("/b.zip"), "g")
    gone = EnactError("source_name", host="seite.example", detail="")
    assert not module._fails_too(module.Checked(one, web.host, State.UNREACHABLE, gone), other)
    gone = EnactError("source_name", host=web.host, detail="")
    assert module._fails_too(module.Checked(one, web.host, State.UNREACHABLE, gone), other)


def test_fields_that_a_preset_counts_on_and_are_gone_are_named(session, zones):
    checked = check_service(
        session, replace(zones, mapping={"district_id": "STADTTS", "name": "Bezeichnung"})
    )
    assert (checked.state, checked.missing) == (State.OTHERWISE, ("Bezeichnung",))


def test_fields_are_compared_without_prefix_and_case():
    preset = service("alkis_parcels")
    assert missing_fields(preset, Probe("", 1, ("gml_id", "ave:Flstkennz"), "")) == ()
    assert missing_fields(preset, Probe("", 1, ("gml_id", "oid"), "")) == ("flstkennz",)
    assert missing_fields(preset, Probe("", 1, (), "")) == ()  # it does not tell


def test_a_service_that_holds_nothing_is_not_as_expected(session, web, helpers):
    url = helpers("fake_arcgis").Arcgis([], fields=[{"name": "a", "type": "esriFieldTypeString"}]).put_on(web)
    preset = Service("empty", "Amt: leer", "exclusions", Protocol.ARCGIS, url, name="0")
    assert check_service(session, preset).state is State.OTHERWISE


@pytest.mark.parametrize(
    ("status", "state", "code"),
    [
        (403, State.REFUSED, "source_refused"),
        (404, State.MISSING, "source_missing"),
        (500, State.FAILED, "source_status"),
    ],
)
def test_how_a_service_fails_is_told_apart(session, web, servers, status, state, code):
    web.routes["/a.zip"] = servers.says(b"", status)
    checked = check_service(session, a_file(web.url("/a.zip")))
    assert (checked.state, checked.error.code) == (state, code)


def test_a_login_page_is_no_service_that_works(session, web, servers):
    web.routes["/a.zip"] = servers.says("<!DOCTYPE html><html>Anmeldung</html>")
    checked = check_service(session, a_file(web.url("/a.zip")))
    assert (checked.state, checked.error.code) == (State.OTHERWISE, "service_page")


def test_an_answer_nobody_foresaw_costs_no_other_service_its_line(session, web, servers, zones, monkeypatch):
    """What breaks a client is a mistake of ours; with a service nobody has seen it may well be there."""
    web.routes["/a.zip"] = servers.says(b"PK\x03\x04")

    def broken(_session, preset, _ags, _progress):
        if preset.id == "f":
            raise KeyError("features")
        return module_open(session, preset, _ags, _progress)

    module_open = module.open_client
    monkeypatch.setattr(module, "open_client", broken)
    first, second = check_services(session, [a_file(web.url("/a.zip")), zones])
    assert (first.state, first.error.code, first.error.params["error"]) == (
        State.FAILED,
        "service_unforeseen",
        "KeyError",
    )
    assert second.state is State.WORKS


def nobody_there() -> str:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_without_a_network_the_table_is_whole_and_each_host_is_asked_once(session, monkeypatch):
    asked = []
    opened = module.open_client
    monkeypatch.setattr(
        module,
        "open_client",
        lambda session, preset, *rest: (asked.append(preset.id), opened(session, preset, *rest))[1],
    )
    here, there = nobody_there(), nobody_there()
    presets = [a_file(f"{here}/a.zip", "a"), a_file(f"{there}/b.zip", "b"), a_file(f"{here}/c.zip", "c")]
    checked = check_services(session, presets)
    assert [each.service.id for each in checked] == ["a", "b", "c"]
    assert {each.state for each in checked} == {State.UNREACHABLE}
    assert sorted(asked) == ["a", "b"]


def test_who_is_too_busy_is_left_in_peace(session, web, servers):
    """Five topics of one Overpass server: one that waits its turn in vain is enough."""
    web.routes["*"] = servers.says(b"", 503)
    web.routes["/other.zip"] = servers.says(b"PK\x03\x04")
    presets = [
        a_file(web.url("/a.zip"), "a"),
        a_file(web.url("/a.zip"), "b"),
        a_file(web.url("/other.zip"), "c"),
    ]
    checked = check_services(session, presets)
    assert [each.state for each in checked] == [State.FAILED, State.FAILED, State.WORKS]
    assert web.paths() == ["/a.zip", "/a.zip", "/other.zip"]  # the first service, asked twice


def test_hosts_are_asked_at_once_and_those_of_one_host_in_turn(session, web, servers):
    other = servers.Web()
    both = threading.Barrier(2, timeout=20)  # is passed only by two requests at once
    under_way, most = [], []

    def first(call):
        both.wait()
        call.answer(b"PK\x03\x04")

    def further(call):
        under_way.append(call)
        most.append(len(under_way))
        call.answer(b"PK\x03\x04")
        under_way.remove(call)

    try:
        web.routes["/a.zip"] = other.routes["/b.zip"] = first
        web.routes["*"] = further
        presets = [a_file(web.url(f"/{name}.zip"), name) for name in "axyz"]
        found = check_services(session, [*presets, a_file(other.url("/b.zip"), "b")])
        assert {each.state for each in found} == {State.WORKS}
        assert most == [1, 1, 1]
    finally:
        other.close()


def test_a_cancel_ends_the_check(session, web):
    web.routes["/a.zip"] = lambda call: call.hang()
    canceled = Progress(lambda *_: None, lambda: bool(web.seen))
    with pytest.raises(Canceled):
        check_services(session, [a_file(web.url("/a.zip"))], progress=canceled)


def test_nothing_to_check_is_an_empty_table(session):
    assert check_services(session, []) == ()


@pytest.mark.parametrize(
    ("preset", "ags", "expected"),
    [
        ("bkg_vg250", "", LEIPZIG),
        ("bkg_vg250", "12052000", "12052000"),
        ("dresden_districts", "", "14612000"),
        ("alkis_buildings", "12052000", LEIPZIG),
    ],
)
def test_a_service_is_asked_for_a_municipality_it_serves(preset, ags, expected):
    assert module._served(service(preset), ags) == expected
