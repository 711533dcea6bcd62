"""OGC API Features: what is asked, whose coordinates come, and that each object comes once through each bad habit."""

from __future__ import annotations

import json

import pytest
from fake_ogcapi import OgcApi
from shapely import box
from shapely.geometry import shape
from squares_asked import AREA, E, N, degrees, features, in_rows, refused

from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.geojson_answer import crs_found, crs_of, is_turned
from enact_plugin.sources.services.ogcapi import ogcapi_layers, open_ogcapi, split_address
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session

ITEMS = "/ogcapi/collections/L137/items"


def squares(count=130):
    return [
        ({"nr": i, "bez": f"Ort {i}"}, {"EPSG:25833": metres, "EPSG:4326": degrees(metres)})
        for i, metres in enumerate(in_rows(count))
    ]


def service_of(url, **values):
    return Service(
        **{"id": "districts", "title": "Stadtteile", "serves": "districts", "protocol": Protocol.OGCAPI}
        | {"url": url, "name": "L137"}
        | values
    )


def opened(web, fake, **values):
    return open_ogcapi(open_session(), service_of(fake.put_on(web), **values), "14612000")


def numbers(folder, web, fake, **values):
    """Numbers of the squares that were collected, however often."""
    region = Region(lambda crs: AREA if crs == "EPSG:25833" else degrees(AREA))
    order = Order(open_session(), service_of(fake.put_on(web), **values), "14612000", region)
    pages = collect(order, folder).pages
    return [each["properties"]["nr"] for page in pages for each in json.loads(page.read_bytes())["features"]]


# ---- whose coordinates ----------------------------------------------------------------------------------------------


def test_degrees_come_where_nothing_else_is_offered(web):
    fake = OgcApi(squares(3))
    client = opened(web, fake)
    assert (client.crs, client.suffix) == ("EPSG:4326", ".geojson")
    assert len(features(client.pages(degrees(box(E, N, E + 150, N + 150)).bounds))) == 2
    assert "crs" not in fake.asked[-1]
    assert fake.asked[-1]["bbox"].startswith("13.0,51.0,")
    assert fake.asked[-1]["limit"] == "1000"


@pytest.mark.parametrize("says_crs", [True, False])
def test_metres_are_asked_for_where_they_are_offered(web, says_crs):
    fake = OgcApi(squares(3), crs=("EPSG:25832", "EPSG:25833"), says_crs=says_crs)
    client = opened(web, fake)
    assert client.crs == "EPSG:25833"
    found = features(client.pages((E, N, E + 150, N + 150)))
    assert shape(found[0]["geometry"]).bounds == (E + 20, N + 20, E + 50, N + 50)
    uri = "http://www.opengis.net/def/crs/EPSG/0/25833"
    assert (fake.asked[-1]["crs"], fake.asked[-1]["bbox-crs"]) == (uri, uri)


def test_who_does_not_hear_the_crs_delivers_degrees(web):
    client = opened(web, OgcApi(squares(3), crs=("EPSG:25833",), hears_crs=False, says_crs=False))
    assert client.crs == "EPSG:4326"
    assert len(features(client.pages(degrees(AREA).bounds))) == 3


def test_latitude_before_longitude_is_put_right(web):
    client = opened(web, OgcApi(squares(1), latitude_first=True))
    assert shape(features(client.pages(None))[0]["geometry"]).equals(degrees(squares(1)[0][1]["EPSG:25833"]))


def test_a_crs_in_which_no_box_can_be_asked_is_refused(web):
    fake = OgcApi(squares(1))
    url = fake.put_on(web)
    answer = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31469"}},
        "features": [
            {"properties": {}, "geometry": {"type": "Point", "coordinates": [5_400_000, 5_650_000]}}
        ],
    }
    web.routes[ITEMS] = lambda call: call.answer(json.dumps(answer))
    error = refused(open_ogcapi, open_session(), service_of(url), "")
    assert (error.code, error.params["found"]) == ("service_other_crs", "EPSG:31469")


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("http://www.opengis.net/def/crs/EPSG/0/25833", "EPSG:25833"),
        ("<https://www.opengis.net/def/crs/EPSG/9.9.1/25832>", "EPSG:25832"),
        ("urn:ogc:def:crs:EPSG::25833", "EPSG:25833"),
        ("EPSG:4326", "EPSG:4326"),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326"),
        ("http://www.opengis.net/def/crs/OGC/0/CRS84h", "EPSG:4326"),
        ("a name of its own", ""),
    ],
)
def test_spellings_of_a_crs(uri, code):
    assert crs_of(uri) == code


def test_coordinates_count_more_than_what_is_told():
    place, metres = (13.0, 51.0), (400_000.0, 5_650_000.0)
    assert crs_found("", "EPSG:25833", place) == "EPSG:4326"
    assert crs_found("EPSG:4326", "EPSG:25833", metres) == "EPSG:25833"
    assert crs_found("", "", metres) == ""
    assert crs_found("EPSG:25832", "EPSG:25833", metres) == "EPSG:25832"
    assert crs_found("EPSG:4258", "", place) == "EPSG:4326"
    assert [is_turned(each) for each in (place, place[::-1], metres, metres[::-1])] == [
        False,
        True,
        False,
        True,
    ]


# ---- collections ----------------------------------------------------------------------------------------------------


def test_collections_are_listed_by_name_and_title(web):
    url = OgcApi(squares(1)).put_on(web)
    assert [(each.name, each.title) for each in ogcapi_layers(open_session(), url)] == [
        ("L137", "Stadtteile")
    ]
    assert [each.name for each in ogcapi_layers(open_session(), url + "/")] == ["L137"]


def test_collections_are_found_where_the_landing_page_says(web):
    OgcApi(squares(1)).put_on(web, "/elsewhere")
    link = {"rel": "data", "href": "/elsewhere/collections"}
    web.routes["/start"] = lambda call: call.answer(json.dumps({"links": [link]}))
    assert [each.name for each in ogcapi_layers(open_session(), web.url("/start"))] == ["L137"]


@pytest.mark.parametrize("url", ["", "/collections/L137", "/collections/L137/items?f=json&limit=10"])
def test_an_address_may_be_that_of_the_collection_or_of_its_objects(web, url):
    fake = OgcApi(squares(3))
    service = service_of(fake.put_on(web) + url, name="" if url else "L137")
    assert len(features(open_ogcapi(open_session(), service, "").pages(None))) == 3


def test_what_belongs_to_the_address_is_asked_too():
    assert split_address("https://a.de/api/?map=x&f=json") == ("https://a.de/api?map=x", "")


def test_a_collection_that_is_not_there_is_refused_with_those_that_are(web):
    error = refused(opened, web, OgcApi(squares(1)), name="L138")
    assert (error.code, error.params["known"], error.params["layer"]) == (
        "service_layer_unknown",
        "L137",
        "L138",
    )


def test_a_collection_is_found_by_its_title(web):
    assert len(features(opened(web, OgcApi(squares(2)), name="stadtteile").pages(None))) == 2


def test_a_collection_that_does_not_speak_for_itself_has_its_objects(web):
    assert len(features(opened(web, OgcApi(squares(2), speaks=False)).pages(None))) == 2


def test_who_refuses_a_format_is_asked_without_once_and_for_all(web):
    client = opened(web, OgcApi(squares(2), format_refused=True))
    before = len(web.seen)
    assert len(features(client.pages(None))) == 2
    assert len(web.seen) == before + 1


def test_a_filter_is_put_to_the_address(web):
    fake = OgcApi(squares(2))
    list(opened(web, fake, filter="gemeinde={ags}&filter=a>'1'").pages(None))
    assert (fake.asked[-1]["gemeinde"], fake.asked[-1]["filter"]) == ("14612000", "a>'1'")


def test_a_probe_tells_number_fields_and_licence(web):
    licence = {"rel": "license", "href": "https://www.govdata.de/dl-de/by-2-0", "title": "dl-de/by-2-0"}
    probe = opened(web, OgcApi(squares(3), about={"links": [licence]})).probe()
    assert (probe.title, probe.objects, probe.fields, probe.licence) == (
        "Stadtteile",
        3,
        ("nr", "bez"),
        "dl-de/by-2-0",
    )


# ---- counts, pages, what is unchanged -------------------------------------------------------------------------------


def test_a_box_is_counted_where_the_number_can_be_believed(web):
    at = degrees(box(E, N, E + 150, N + 150)).bounds
    assert opened(web, OgcApi(squares(45))).count(at) == 4  # two of the first row and two of the second
    assert opened(web, OgcApi(squares(45), matched="absent")).count(at) is None
    assert opened(web, OgcApi(squares(45), matched="page")).count(at) is None


def test_an_answer_that_did_not_change_is_not_sent_again(web):
    client = opened(web, OgcApi(squares(3), etag='"7"'))
    (page,) = client.pages(None)
    assert page.validator == '"7"'
    (again,) = client.pages(None, unless=page.validator)
    assert again.unchanged
    assert again.content == b""


def test_one_of_several_pages_says_nothing_of_the_others(web):
    client = opened(web, OgcApi(squares(3), etag='"7"', most=2))
    assert [page.validator for page in client.pages(None)] == ["", ""]


def test_a_page_is_the_same_whenever_it_is_asked_for(web):
    client = opened(web, OgcApi(squares(3)))
    assert next(client.pages(None)).content == next(client.pages(None)).content


def test_an_object_without_a_geometry_stays(web):
    nowhere = {"EPSG:4326": None}
    client = opened(web, OgcApi([({"nr": 1}, nowhere), *squares(1)]))
    assert [each["geometry"] is None for each in features(client.pages(None))] == [True, False]


# ---- what is no answer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"code": "NotFound", "description": "No such thing"}, "No such thing"),
        ({"title": "Bad", "status": 400, "detail": "bbox is wrong"}, "bbox is wrong"),
    ],
)
def test_an_error_may_come_with_status_200(web, answer, words):
    error = refused(opened, web, OgcApi(squares(1), error=answer))
    assert (error.code, error.params["words"]) == ("service_exception", words)


def test_a_login_page_is_no_answer(web):
    fake = OgcApi(squares(1))
    client = opened(web, fake)
    web.routes[ITEMS] = lambda call: call.answer(b"<html><body>Anmelden</body></html>")
    assert refused(next, client.pages(None)).code == "service_page"


def test_an_answer_that_breaks_off_is_an_error(web):
    client = opened(web, OgcApi(squares(1)))
    web.routes[ITEMS] = lambda call: call.answer(b'{"type": "FeatureCollection", "features": [{"ty')
    assert refused(next, client.pages(None)).code == "service_broken_off"


def test_latin_letters_are_read_as_the_server_says(web):
    client = opened(web, OgcApi(squares(1)))
    answer = {"features": [{"properties": {"bez": "Löbtau"}, "geometry": None}]}
    said = json.dumps(answer, ensure_ascii=False).encode("latin-1")
    web.routes[ITEMS] = lambda call: call.answer(said, Content_Type="application/json; charset=ISO-8859-1")
    assert features(client.pages(None))[0]["properties"]["bez"] == "Löbtau"


def test_coordinates_that_change_their_crs_are_refused(web):
    client = opened(web, OgcApi(squares(1)))
    answer = {
        "features": [
            {"properties": {}, "geometry": json.loads('{"type": "Point", "coordinates": [4e5, 56e5]}')}
        ]
    }
    web.routes[ITEMS] = lambda call: call.answer(json.dumps(answer))
    assert refused(next, client.pages(None)).code == "service_other_crs"


# ---- bad habits -----------------------------------------------------------------------------------------------------

SURVIVED = {
    "good": {},
    "metres": {"crs": ("EPSG:25833",)},
    "silently fewer": {"most": 40},
    "ten at most": {"most": 10},
    "many are a bad request": {"refuses_above": 100},
    "relative links": {"most": 40, "links": "relative"},
    "links to a computer inside": {"most": 40, "links": "elsewhere"},
    "links in a circle": {"most": 40, "links": "circle"},
    "first page for ever": {"most": 40, "links": "forever"},
    "no links": {"most": 40, "links": "none"},
    "no links, no number": {"most": 40, "links": "none", "matched": "absent"},
    "no links, number of the page": {"most": 40, "links": "none", "matched": "page"},
    "no links, no offset": {"most": 40, "links": "none", "offset": False},
    "counts too many": {"most": 40, "matched": "wrong"},
    "ids made anew": {"most": 40, "ids": "rotating"},
    "pages overlap": {"most": 40, "overlap": 7, "links": "none"},
    "latitude first": {"most": 40, "latitude_first": True},
}


@pytest.mark.parametrize("habits", SURVIVED.values(), ids=SURVIVED)
def test_each_object_comes_through(web, tmp_path, habits):
    assert set(numbers(tmp_path, web, OgcApi(squares(), **habits))) == set(range(130))


@pytest.mark.parametrize(
    "habits",
    [
        {"dies_after": 8, "most": 10},
        {"forbidden": degrees(box(E, N, E + 50, N + 50)).bounds, "most": 10},
    ],
    ids=["dies half-way", "one corner is forbidden"],
)
def test_what_does_not_come_is_said(web, tmp_path, habits):
    error = refused(numbers, tmp_path, web, OgcApi(squares(), **habits))
    assert error.code in ("service_incomplete", "source_refused", "source_status")
    assert error.params["host"] == web.host
