"""Any address a person enters: what it is taken for, which layer is meant, and that nothing secret is kept."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import sys
from pathlib import Path

import pytest
from shapely import box

from enact_plugin.errors import EnactError
from enact_plugin.sources.fetch import fetch
from enact_plugin.sources.services.address import service_at
from enact_plugin.sources.services.kept import folder_of
from enact_plugin.sources.services.logins import keep_login, login_of, public_address
from enact_plugin.sources.services.opening import open_client
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session

WFS = (
    b'<?xml version="1.0"?><wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    b'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:a="urn:a"><wfs:FeatureTypeList>%s</wfs:FeatureTypeList>'
    b"</wfs:WFS_Capabilities>"
)
TYPE = (
    b"<wfs:FeatureType><wfs:Name>a:%s</wfs:Name><wfs:Title>%s</wfs:Title>"
    b"<wfs:DefaultCRS>urn:ogc:def:crs:EPSG::25833</wfs:DefaultCRS></wfs:FeatureType>"
)
THINGS = [
    ({"nr": 1}, {"EPSG:25833": box(4e5, 56e5, 4e5 + 9, 56e5 + 9), "EPSG:4326": box(13, 51, 13.1, 51.1)})
]


def _load(name):
    known = f"enact_tests_services_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"{name}.py"))
        sys.modules[known] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[known])
    return sys.modules[known]


Arcgis, OgcApi = _load("fake_arcgis").Arcgis, _load("fake_ogcapi").OgcApi
LAYERS = (
    {"id": 0, "name": "Zone I", "type": "Feature Layer"},
    {"id": 1, "name": "Zone II", "type": "Feature Layer"},
)


def at(url, layer=""):
    return service_at(open_session(), url, layer, "exclusions")


def refused(url, layer=""):
    with pytest.raises(EnactError) as error:
        at(url, layer)
    return error.value


def serve_wfs(web, *names, path="/wfs"):
    """Capabilities to who asks for them, and one object."""
    capabilities = WFS % b"".join(TYPE % (each, each + b" der Stadt") for each in names)
    features = (
        b'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:a="urn:a" numberMatched="1" '
        b'numberReturned="1"><wfs:member><a:x><a:nr>1</a:nr></a:x></wfs:member></wfs:FeatureCollection>'
    )

    def route(call):
        asked = {name.casefold(): each[0].casefold() for name, each in call.seen.query.items()}
        if asked.get("request") == "getcapabilities":
            call.answer(capabilities, Content_Type="text/xml")
        elif asked.get("request") == "getfeature":
            call.answer(features, Content_Type="text/xml")
        else:
            call.answer(b"<html>nothing here</html>", 400)

    web.routes[path] = route
    return web.url(path)


# ---- what it is -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "behind", ["", "/", "/0", "/0/", "/0/query?where=1%3D1&outFields=*&f=html", "?f=pjson"], ids=repr
)
def test_arcgis_in_each_form(web, behind):
    service = at(Arcgis(THINGS).put_on(web) + behind)
    assert (service.protocol, service.name, service.id) == (Protocol.ARCGIS, "0", "address")
    assert service.url == web.url("/arcgis/rest/services/x/FeatureServer")
    assert service.title == "Schutzgebiete"
    assert service.licence == "© Amt, dl-de/by-2-0"
    assert open_client(open_session(), service, "").count(None) == 1


@pytest.mark.parametrize(
    "behind",
    ["", "/", "?f=html", "/collections", "/collections/L137", "/collections/L137/items?f=json&limit=10"],
    ids=repr,
)
def test_ogcapi_in_each_form(web, behind):
    service = at(OgcApi(THINGS).put_on(web) + behind)
    assert (service.protocol, service.name) == (Protocol.OGCAPI, "L137")
    assert service.url == web.url("/ogcapi")
    assert service.title == "Stadtteile"
    assert len(list(open_client(open_session(), service, "").pages(None))) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "?",
        "?SERVICE=WFS&REQUEST=GetCapabilities",
        "?service=wfs&version=2.0.0&request=GetFeature&typeNames=a:x",
    ],
)
def test_wfs_in_each_form(web, behind):
    service = at(serve_wfs(web, b"x") + behind)
    assert (service.protocol, service.name, service.url) == (Protocol.WFS, "a:x", web.url("/wfs"))


def test_what_a_wfs_needs_beside_its_questions_stays(web):
    url = serve_wfs(web, b"x", path="/ogc.ashx")
    service = at(f"{url}?NODEID=188&Service=WFS&Request=GetCapabilities&map=/a.qgs")
    assert service.url == f"{url}?NODEID=188&map=/a.qgs"


def test_the_source_of_a_layer_as_qgis_tells_it(web):
    url = serve_wfs(web, b"x", b"y")
    service = at(f"pagingEnabled='true' typename='a:y' url='{url}' version='auto'")
    assert (service.url, service.name) == (url, "a:y")


@pytest.mark.parametrize(
    "path", ["/a/zonen.geojson", "/a/hu_sn_shape.zip", "/Ortsteile.json", "/sachsen-latest.osm.pbf"]
)
def test_a_file_is_a_file(web, path):
    service = at(web.url(path))
    assert (service.protocol, service.url) == (Protocol.FILE, web.url(path))
    assert service.title.startswith(path.rpartition("/")[2])


def test_a_file_is_known_by_what_comes(web):
    web.routes["/download"] = lambda call: call.answer(b'{"type": "FeatureCollection", "features": []}')
    assert at(web.url("/download?id=7")).protocol is Protocol.FILE


# ---- which layer ----------------------------------------------------------------------------------------------------


def test_several_layers_are_named_for_choosing(web):
    error = refused(Arcgis(THINGS, layers=LAYERS).put_on(web))
    assert (error.code, error.params["known"]) == ("service_layer_choose", "0 (Zone I), 1 (Zone II)")


@pytest.mark.parametrize("layer", ["0", "Zone I", "zone i"])
def test_the_layer_that_is_meant_is_taken(web, layer):
    assert at(Arcgis(THINGS, layers=LAYERS).put_on(web), layer).name == "0"


def test_a_type_is_known_without_its_prefix(web):
    assert at(serve_wfs(web, b"x", b"y"), "Y").name == "a:y"


def test_a_layer_that_is_not_there_is_refused_with_those_that_are(web):
    error = refused(Arcgis(THINGS, layers=LAYERS).put_on(web), "Biotope")
    assert (error.code, error.params["known"]) == ("service_layer_unknown", "0 (Zone I), 1 (Zone II)")


def test_many_names_are_shortened(web):
    layers = tuple({"id": i, "name": f"L{i}", "type": "Feature Layer"} for i in range(40))
    known = refused(Arcgis(THINGS, layers=layers).put_on(web)).params["known"]
    assert known.endswith("11 (L11) …")


# ---- what it is not -------------------------------------------------------------------------------------------------


def test_a_page_of_the_web_is_told_as_such_whatever_is_asked(web):
    web.routes["/start"] = lambda call: call.answer(b"<!DOCTYPE html><html>Geoportal</html>")
    error = refused(web.url("/start"))
    assert (error.code, error.params["host"]) == ("service_page", web.host)


def test_an_address_that_leads_nowhere_is_not_recognised(web):
    assert refused(web.url("/nowhere")).code == "service_not_recognised"


def test_who_refuses_says_so(web):
    web.routes["/closed"] = lambda call: call.answer(b"no", 401)
    assert refused(web.url("/closed")).code == "source_refused"


def test_pictures_are_refused(web):
    assert refused(web.url("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).code == "service_pictures_only"


@pytest.mark.parametrize("url", ["", "  ", "ftp://a.de/x", "https://", "file:///etc/passwd"])
def test_no_address_at_all(url):
    assert refused(url).code == "source_address"


# ---- secrets --------------------------------------------------------------------------------------------------------


def test_what_lets_a_person_in_is_sent_and_stands_in_nothing_that_is_kept(web):
    url = Arcgis(THINGS).put_on(web).replace("//", "//anna:ge%20heim@") + "/0?token=abc123&f=json"
    session = open_session()
    service = service_at(session, url, "", "exclusions")
    assert len(list(open_client(session, service, "").pages(None))) == 1
    assert {each.query["token"][0] for each in web.seen} == {"abc123"}
    assert {each.headers["authorization"] for each in web.seen} == {"Basic YW5uYTpnZSBoZWlt"}  # anna:ge heim
    told = json.dumps(dataclasses.asdict(service), default=str)
    assert not any(word in told for word in ("abc123", "anna", "heim"))


def test_no_other_host_is_told(web, servers):
    other = servers.Web()
    try:
        other.routes["/x"] = lambda call: call.answer(b"y")
        session = open_session()
        keep_login(session, web.url("/wfs?api_key=abc", "anna:geheim"))
        fetch(session, other.url("/x"))
        assert other.seen[0].query == {}
        assert "authorization" not in other.seen[0].headers
    finally:
        other.close()


def test_two_hosts_have_each_their_own(web, servers):
    other = servers.Web()
    try:
        web.routes["*"] = other.routes["*"] = lambda call: call.answer(b"y")
        session = open_session()
        keep_login(session, web.url("/?token=one"))
        keep_login(session, other.url("/?token=two"))
        fetch(session, web.url("/"), params={"a": "b"})
        fetch(session, other.url("/"))
        assert web.seen[0].query == {"a": ["b"], "token": ["one"]}
        assert other.seen[0].query == {"token": ["two"]}
    finally:
        other.close()


def test_nobody_there_is_no_matter_of_protocols_and_tells_no_secret(web):
    url = web.url("/wfs?token=abc123&service=wfs", "anna:geheim")
    web.close()
    error = refused(url)
    assert error.code == "source_unreachable"
    assert not any(word in str(error) for word in ("abc123", "anna", "geheim"))


def test_an_address_to_be_shown():
    url = f"https://{'anna:geheim'}@127.0.0.1:8443/ows?map=/x.qgs&TOKEN=1&Key=2&layer=a#b"
    assert public_address(url) == "https://127.0.0.1:8443/ows?map=/x.qgs&layer=a"


@pytest.mark.parametrize(
    "name",
    ["accessToken", "authToken", "client_secret", "Client-Secret", "SID", "session", "api%5Fkey", "secret"],
)
def test_what_lets_a_person_in_has_many_names(name):
    assert public_address(f"https://a.de/wfs?{name}=geheim&map=x") == "https://a.de/wfs?map=x"


def test_two_persons_at_one_address_have_each_their_cache(tmp_path):
    def folder(query):
        text = f"https://{query}"
        address, login = keep_login(open_session(), text), login_of(text)
        assert "geheim" not in login
        options = {"login": login} if login else {}
        return folder_of(
            tmp_path, Service("address", "a.de", "b", Protocol.WFS, address, "x", options=options), "1", None
        )

    asked = [
        "a.de/wfs",
        "a.de/wfs?key=geheim1",
        "a.de/wfs?key=geheim2",
        "u:geheim@localhost/wfs",
        "v:geheim@localhost/wfs",
    ]
    assert len({folder(each) for each in asked}) == 5
    assert folder(asked[1]) == folder(asked[1])


@pytest.mark.parametrize(
    ("said", "licence", "attribution"),
    [("© Stadt Leipzig", "", "© Stadt Leipzig"), ("dl-de/by-2-0", "dl-de/by-2-0", "")],
)
def test_who_owns_the_data_is_no_licence(web, said, licence, attribution):
    found = at(Arcgis(THINGS, more={"copyrightText": said}).put_on(web))
    assert (found.licence, found.attribution) == (licence, attribution)
