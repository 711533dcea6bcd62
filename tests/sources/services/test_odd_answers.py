"""Answers of a wrong kind, hostile or odd: an error that names the service, or its objects; nothing unforeseen."""

from __future__ import annotations

import json

import pytest
from shapely import box

from enact_plugin.errors import EnactError
from enact_plugin.sources.services.address import service_at
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.service import Protocol, Service

AREA = box(455_000, 5_733_000, 457_000, 5_735_000)
DEGREES = box(13, 51, 13.02, 51.02)
CODES = [{"code": [1], "name": "x"}]
HERE = {"x": 455_001, "y": 5_733_001}
CAPABILITIES = (
    '<WFS_Capabilities version="2.0.0"><FeatureTypeList><FeatureType><Name>a:Haus</Name>'
    "<DefaultCRS>urn:ogc:def:crs:EPSG::25833</DefaultCRS></FeatureType></FeatureTypeList></WFS_Capabilities>"
)
DEEP = "[" * 200_000 + "]" * 200_000


def gml(attributes="", start=""):
    return (
        f'{start}<wfs:FeatureCollection xmlns:wfs="w" numberMatched="1" {attributes}></wfs:FeatureCollection>'
    )


def geojson(features, **more):
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def thing(geometry=None, properties=None):
    return {"type": "Feature", "properties": properties or {}, "geometry": geometry}


def outcome(session, folder, service):
    """Code of the error, or none; whatever else is raised fails the test."""
    region = Region(lambda crs: DEGREES if crs == "EPSG:4326" else AREA)
    try:
        collect(Order(session, service, "14713000", region), folder)
    except EnactError as error:
        assert error.params.get("host", "127.0.0.1").startswith("127.0.0.1")
        return error.code
    return ""


@pytest.mark.parametrize(
    "body",
    [
        '{"type": "FeatureCollection", "features": ' + DEEP + "}",
        geojson([1, 2]),
        geojson({"a": 1}),
        geojson([thing({"type": "Point", "coordinates": [1, 2]})], crs="EPSG:25833"),
        geojson([thing("POINT")]),
        geojson([thing({"type": "Point", "coordinates": ["a", "b"]})]),
        geojson([thing(properties=[1])]),
        geojson([], numberMatched="²"),
        gml().replace('"1"', '"²"'),
        gml().replace('"1"', f'"{"9" * 5_000}"'),
        gml(start='<?xml version="1.0" encoding="utf-7"?>'),
        gml(start='<?xml version="1.0" encoding="zlib"?>').encode() + b"\xff",
        gml(start='<?xml version="1.0" encoding="rot13"?>').encode() + b"\xff",
        b"",
    ],
    ids=range(14),
)
def test_an_odd_answer_of_a_wfs_is_foreseen(web, session, tmp_path, body):
    def answer(call):
        call.answer(CAPABILITIES if call.seen.query["REQUEST"] == ["GetCapabilities"] else body)

    web.routes["/wfs"] = answer
    outcome(session, tmp_path, Service("x", "K", "b", Protocol.WFS, web.url("/wfs"), "a:Haus"))


@pytest.mark.parametrize(
    "links",
    [[{"rel": "next", "href": "http://[bad"}], [{"rel": "next", "href": 5}], {"next": "x"}, 5],
    ids=["bad", "number", "dict", "none"],
)
def test_odd_links_of_an_ogc_api_are_foreseen(web, session, tmp_path, links):
    feature = thing({"type": "Point", "coordinates": [13.001, 51.001]}, {"nr": 1})
    web.routes["/ogcapi/collections/L137"] = lambda call: call.answer('{"id": "L137", "links": []}')
    web.routes["/ogcapi/collections/L137/items"] = lambda call: call.answer(geojson([feature], links=links))
    outcome(session, tmp_path, Service("x", "K", "b", Protocol.OGCAPI, web.url("/ogcapi"), "L137"))


@pytest.mark.parametrize(
    ("layer", "features"),
    [
        ({"advancedQueryCapabilities": [1]}, [{"attributes": {"nr": 1}, "geometry": HERE}]),
        ({"fields": {"a": 1}}, [{"attributes": {"nr": 1}, "geometry": HERE}]),
        ({"fields": 5}, [{"attributes": {"nr": 1}, "geometry": HERE}]),
        ({"maxRecordCount": "1000"}, [{"attributes": {"nr": 1}, "geometry": HERE}]),
        ({}, [{"attributes": [1], "geometry": None}]),
        ({}, [{"attributes": {"nr": 1}, "geometry": [1, 2]}]),
        ({}, [{"attributes": {"nr": [1]}, "geometry": HERE}]),
        ({}, [{"attributes": {"nr": 1e300}, "geometry": HERE}]),
        (
            {
                "fields": [
                    {
                        "name": "nr",
                        "domain": {"type": "codedValue", "codedValues": [{"code": [1], "name": "x"}]},
                    }
                ]
            },
            [],
        ),
    ],
    ids=range(9),
)
def test_an_odd_schema_of_arcgis_is_foreseen(web, session, tmp_path, layer, features):
    about = {"id": 0, "name": "x", "type": "Feature Layer", "geometryType": "esriGeometryPoint", **layer}
    web.routes["/x/FeatureServer/0"] = lambda call: call.answer(json.dumps(about))
    web.routes["/x/FeatureServer/0/query"] = lambda call: call.answer(
        json.dumps({"count": 1} if "returnCountOnly" in call.seen.query else {"features": features})
    )
    outcome(session, tmp_path, Service("x", "K", "b", Protocol.ARCGIS, web.url("/x/FeatureServer"), "0"))


def test_a_redirect_to_what_is_no_address_is_told(web, session, tmp_path):
    web.routes["/wfs"] = lambda call: call.answer("", 302, Location="http://[bad")
    service = Service("x", "K", "b", Protocol.WFS, web.url("/wfs"), "a:Haus")
    assert outcome(session, tmp_path, service) == "source_redirects"


def test_an_unforeseen_answer_names_the_service_and_the_host(web, session, tmp_path):
    body = geojson([thing({"type": "Point", "coordinates": [1, 2]})], crs="EPSG:25833")
    web.routes["/wfs"] = lambda call: call.answer(
        CAPABILITIES if call.seen.query["REQUEST"] == ["GetCapabilities"] else body
    )
    service = Service("x", "K", "b", Protocol.WFS, web.url("/wfs"), "a:Haus")
    assert outcome(session, tmp_path, service) == "service_unreadable"


@pytest.mark.parametrize(
    "address",
    [
        "http://a.de:99999/wfs",
        "http://[::1/",
        "file:///etc/passwd",
        "//",
        "http://",
        "x y z",
        "url='http://[x'",
    ],
)
def test_what_is_no_address_is_told_without_what_is_secret(session, address):
    with pytest.raises(EnactError) as caught:
        service_at(session, address.replace("://a", "://anna:geheim@a"), "", "b")
    assert "geheim" not in str(caught.value.params)
