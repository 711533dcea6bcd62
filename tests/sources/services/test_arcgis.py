"""ArcGIS REST: what is asked, what is made of the answers, and that each object comes once through each bad habit."""

from __future__ import annotations

import json

import pytest
from fake_arcgis import Arcgis
from shapely import box, from_wkt
from squares_asked import AREA, E, N, features, in_rows, refused

from enact_plugin.sources.services.arcgis import arcgis_layers, open_arcgis, split_address
from enact_plugin.sources.services.client import TooMuch
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.esri import date_text
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session


def squares(count=130):
    return [
        ({"nr": i, "name": f"Zone {i}"}, {"EPSG:25833": metres}) for i, metres in enumerate(in_rows(count))
    ]


def service_of(url, **values):
    return Service(
        **{"id": "zones", "title": "Schutzgebiete", "serves": "exclusions", "protocol": Protocol.ARCGIS}
        | {"url": url, "name": "0"}
        | values
    )


def opened(web, fake, **values):
    return open_arcgis(open_session(), service_of(fake.put_on(web), **values), "14713000")


def numbers(folder, web, fake, **values):
    """Numbers of the squares that were collected, however often."""
    region = Region(lambda _crs: AREA)
    order = Order(open_session(), service_of(fake.put_on(web), **values), "14713000", region)
    pages = collect(order, folder).pages
    return [each["attributes"]["nr"] for page in pages for each in json.loads(page.read_bytes())["features"]]


# ---- what is asked --------------------------------------------------------------------------------------------------


def test_a_box_is_asked_in_the_crs_of_the_answer_in_order_and_without_curves(web):
    fake = Arcgis(squares(3))
    client = opened(web, fake, filter="ags = '{ags}'")
    assert len(features(client.pages((E, N, E + 150, N + 150)))) == 2
    asked = fake.asked[-1]
    assert (asked["inSR"], asked["outSR"], asked["geometryType"]) == (
        "25833",
        "25833",
        "esriGeometryEnvelope",
    )
    assert asked["geometry"] == "400000.0,5650000.0,400150.0,5650150.0"
    assert asked["orderByFields"] == "OBJECTID ASC"
    assert asked["returnTrueCurves"] == "false"
    assert asked["where"] == "ags = '14713000'"
    assert (client.crs, client.suffix, client.limit) == ("EPSG:25833", ".json", 1000)


def test_a_box_is_counted(web):
    client = opened(web, Arcgis(squares(45)))
    assert client.count(None) == 45
    assert client.count((E, N, E + 150, N + 150)) == 4  # two of the first row and two of the second


def test_pages_go_on_by_what_came_not_by_what_was_asked(web):
    fake = Arcgis(squares(25), max_record_count=10)
    client = opened(web, fake)
    assert [each["attributes"]["nr"] for each in features(client.pages(None))] == list(range(25))
    assert [each["resultOffset"] for each in fake.asked] == ["0", "10", "20"]


def test_without_pages_objects_are_asked_by_their_ids_in_a_form(web):
    fake = Arcgis(squares(25), max_record_count=10, pagination=False)
    client = opened(web, fake)
    assert sorted(each["attributes"]["nr"] for each in features(client.pages(None))) == list(range(25))
    assert [each.method for each in web.seen if each.form] == ["POST"] * 3


def test_without_pages_one_answer_is_enough_where_it_holds_all(web):
    fake = Arcgis(squares(5), pagination=False)
    client = opened(web, fake)
    assert client.count(None) == 5
    assert len(features(client.pages(None))) == 5
    assert len(fake.asked) == 2


def test_who_says_that_it_pages_and_does_not_is_asked_by_ids(web):
    client = opened(web, Arcgis(squares(25), max_record_count=10, refuses_paging=True))
    assert sorted(each["attributes"]["nr"] for each in features(client.pages(None))) == list(range(25))


# ---- layers by their name -------------------------------------------------------------------------------------------

LAYERS = (
    {"id": 4, "name": "Wasserschutz", "type": "Group Layer", "parentLayerId": -1, "subLayerIds": [5, 0]},
    {"id": 5, "name": "Zone II", "type": "Feature Layer", "parentLayerId": 4},
    {"id": 0, "name": "Zone I", "type": "Feature Layer", "parentLayerId": 4},
    {"id": 7, "name": "Luftbild", "type": "Raster Layer", "parentLayerId": -1},
)


def test_layers_are_told_with_their_groups_and_without_pictures(web):
    found = arcgis_layers(open_session(), Arcgis(squares(1), layers=LAYERS).put_on(web))
    assert [(each.name, each.title) for each in found] == [
        ("5", "Wasserschutz / Zone II"),
        ("0", "Wasserschutz / Zone I"),
    ]


@pytest.mark.parametrize("name", ["0", "zone i", "Wasserschutz / Zone I", "*schutz*zone i"])
def test_a_layer_is_found_by_its_number_or_its_name(web, name):
    assert opened(web, Arcgis(squares(3), layers=LAYERS), name=name).count(None) == 3


def test_a_name_that_several_have_or_none_is_refused_with_their_names(web):
    fake = Arcgis(squares(1), layers=LAYERS)
    several = refused(opened, web, fake, name="Zone*")
    assert several.code == "service_layer_ambiguous"
    assert several.params["known"] == "Wasserschutz / Zone II (5), Wasserschutz / Zone I (0)"
    assert refused(opened, web, fake, name="Biotope").code == "service_layer_unknown"


def test_the_only_layer_needs_no_name(web):
    assert opened(web, Arcgis(squares(3)), name="").count(None) == 3


def test_a_layer_that_is_only_drawn_is_refused(web):
    fake = Arcgis(squares(1), more={"capabilities": "Map"})
    assert refused(opened, web, fake).code == "service_pictures_only"


def test_a_folder_of_services_is_refused_with_their_names(web):
    web.routes["/rest/services/natur"] = lambda call: call.answer(
        json.dumps({"services": [{"name": "natur/natura2000", "type": "MapServer"}], "folders": []})
    )
    error = refused(arcgis_layers, open_session(), web.url("/rest/services/natur"))
    assert (error.code, error.params["names"]) == ("service_folder", "natur/natura2000/MapServer")


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://a.de/rest/services/x/MapServer/", ("https://a.de/rest/services/x/MapServer", "")),
        (
            "https://a.de/rest/services/x/mapserver/12/query?f=html",
            ("https://a.de/rest/services/x/mapserver", "12"),
        ),
    ],
)
def test_an_address_is_parted_into_service_and_layer(url, parts):
    assert split_address(url) == parts


# ---- what is made of the answers ------------------------------------------------------------------------------------


def page_of(web, things, fields, **values):
    client = opened(web, Arcgis(things, fields, **values))
    return next(client.pages(None))


def test_a_page_says_its_fields_its_kind_and_its_crs(web):
    page = json.loads(page_of(web, squares(1), [], says_crs=False).content)
    assert page["geometryType"] == "esriGeometryPolygon"
    assert page["spatialReference"]["wkid"] == 25833
    assert [each["name"] for each in page["fields"]] == ["OBJECTID", "nr", "name"]


def test_yes_and_no_in_a_field_of_numbers_are_numbers(web):
    """OGR reads `true` there as 0, which would turn a yes into a no."""
    fields = [
        {"name": "suited", "type": "esriFieldTypeSmallInteger"},
        {"name": "word", "type": "esriFieldTypeString"},
    ]
    things = [({"nr": 0, "suited": True, "word": True}, shape) for _values, shape in squares(1)]
    [got] = json.loads(page_of(web, things, fields).content)["features"]
    assert (got["attributes"]["suited"], got["attributes"]["word"]) == (1, True)
    assert not isinstance(got["attributes"]["suited"], bool)


def test_a_date_is_a_day_or_a_moment():
    assert date_text(1_577_836_800_000) == "2020-01-01"  # 18,262 days after 1 January 1970
    assert date_text(1_577_836_800_000 - 3_600_000) == "2020-01-01"  # midnight in Germany in winter
    assert date_text(1_577_836_800_000 + 45_296_000) == "2020-01-01T12:34:56Z"  # 12·3600 + 34·60 + 56
    assert date_text(-86_400_000) == "1969-12-31"
    assert date_text("2020-01-01") == "2020-01-01"
    assert date_text(None) is None
    assert date_text(10**18) == str(10**18)


def test_dates_come_as_text_and_codes_as_their_words(web):
    words = {"type": "codedValue", "codedValues": [{"code": 2, "name": "Schutzzone II"}]}
    fields = [
        {"name": "seit", "type": "esriFieldTypeDate"},
        {"name": "zone", "type": "esriFieldTypeSmallInteger", "domain": words},
    ]
    shape = {"EPSG:25833": box(E, N, E + 1, N + 1)}
    things = [({"seit": 1_577_836_800_000, "zone": zone}, shape) for zone in (2, 9, None)]
    page = json.loads(page_of(web, things, fields).content)
    kinds = {each["name"]: each["type"] for each in page["fields"]}
    assert {kinds["seit"], kinds["zone"], kinds["zone_code"]} == {"esriFieldTypeString"}
    rows = [each["attributes"] for each in page["features"]]
    assert [(each["zone"], each.get("zone_code")) for each in rows] == [
        ("Schutzzone II", "2"),
        ("9", "9"),
        (None, None),
    ]
    assert rows[0]["seit"] == "2020-01-01"


def test_an_object_without_a_geometry_stays(web):
    things = [({"nr": 1}, {"EPSG:25833": None}), ({"nr": 2}, {"EPSG:25833": box(E, N, E + 1, N + 1)})]
    assert [each["geometry"] is None for each in features([page_of(web, things, [])])] == [True, False]


def test_digests_know_an_object_by_what_it_says_not_by_its_number(web):
    things = squares(2)
    one = page_of(web, things, []).rows
    again = page_of(web, things[::-1], [], rotating_ids=True).rows
    assert len(set(one)) == 2
    assert set(one) == set(again)


# ---- what is no answer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ({"code": 400, "message": "Failed to execute query.", "details": []}, "service_exception"),
        ({"code": 499, "message": "Token Required", "details": []}, "service_login"),
        ({"code": 498, "message": "Invalid token.", "details": []}, "service_login"),
    ],
)
def test_an_error_comes_with_status_200(web, error, code):
    found = refused(opened, web, Arcgis(squares(1), error={"error": error}))
    assert (found.code, found.params["words"]) == (code, error["message"])
    assert found.params["host"] == web.host


def test_a_login_page_is_no_answer(web):
    fake = Arcgis(squares(1))
    url = fake.put_on(web)
    web.routes["/arcgis/rest/services/x/FeatureServer/0"] = lambda call: call.answer(
        b"<!DOCTYPE html><html>Login</html>"
    )
    assert refused(open_arcgis, open_session(), service_of(url), "").code == "service_page"


def test_an_answer_that_breaks_off_is_an_error(web):
    fake = Arcgis(squares(1))
    client = opened(web, fake)
    web.routes["/arcgis/rest/services/x/FeatureServer/0/query"] = lambda call: call.answer(
        b'{"features": [{"attr'
    )
    assert refused(next, client.pages(None)).code == "service_broken_off"


def test_json_of_something_else_is_no_empty_answer(web):
    client = opened(web, Arcgis(squares(1)))
    web.routes["/arcgis/rest/services/x/FeatureServer/0/query"] = lambda call: call.answer(
        b'{"status": "ok"}'
    )
    assert refused(next, client.pages(None)).code == "service_no_objects"


@pytest.mark.parametrize("says_crs", [True, False])
def test_another_crs_than_asked_is_refused(web, says_crs):
    shape = from_wkt("POINT (13.5 51.0)")
    things = [({"nr": 1}, {"EPSG:25833": from_wkt("POINT (400000 5650000)"), "EPSG:4326": shape})]
    client = opened(web, Arcgis(things, answers_in="EPSG:4326", says_crs=says_crs))
    error = refused(next, client.pages(None))
    assert (error.code, error.params["asked"], error.params["found"]) == (
        "service_other_crs",
        "EPSG:25833",
        "EPSG:4326",
    )


def test_a_curve_is_not_lost_without_a_word(web):
    client = opened(web, Arcgis(squares(1)))
    page = {
        "features": [
            {"attributes": {"OBJECTID": 1}, "geometry": {"curveRings": [[[0, 0], {"c": [[1, 1], [0, 1]]}]]}}
        ]
    }
    web.routes["/arcgis/rest/services/x/FeatureServer/0/query"] = lambda call: call.answer(json.dumps(page))
    assert refused(next, client.pages(None)).code == "service_curves"


def test_more_without_any_object_asks_for_smaller_boxes(web):
    client = opened(web, Arcgis(squares(1)))
    page = {"features": [], "exceededTransferLimit": True}
    web.routes["/arcgis/rest/services/x/FeatureServer/0/query"] = lambda call: call.answer(json.dumps(page))
    with pytest.raises(TooMuch):
        next(client.pages(None))


def test_a_probe_tells_number_fields_and_licence(web):
    probe = opened(web, Arcgis(squares(3))).probe()
    assert (probe.title, probe.objects) == ("Schutzgebiete", 3)
    assert probe.fields == ("OBJECTID", "nr", "name")
    assert probe.licence == "© Amt, dl-de/by-2-0"


# ---- bad habits -----------------------------------------------------------------------------------------------------

SURVIVED = {
    "good": {},
    "few at once": {"max_record_count": 17},
    "fewer than it says": {"max_record_count": 100, "silent_limit": 30},
    "no pages": {"max_record_count": 40, "pagination": False},
    "no pages, silently fewer": {"max_record_count": 40, "silent_limit": 25, "pagination": False},
    "pages refused": {"max_record_count": 40, "refuses_paging": True},
    "no flag": {"max_record_count": 40, "flag": "absent"},
    "flag always": {"max_record_count": 40, "flag": "always"},
    "numbers made anew": {"max_record_count": 40, "rotating_ids": True},
    "numbers made anew, no pages": {"max_record_count": 40, "rotating_ids": True, "pagination": False},
    "no order": {"max_record_count": 40, "order": False},
    "pages overlap": {"max_record_count": 40, "overlap": 7},
    "first page for ever": {"max_record_count": 40, "repeats": True},
    "counts too many": {"max_record_count": 40, "count_off": 9},
}


@pytest.mark.parametrize("habits", SURVIVED.values(), ids=SURVIVED)
def test_each_object_comes_through(web, tmp_path, habits):
    assert set(numbers(tmp_path, web, Arcgis(squares(), **habits))) == set(range(130))


def test_what_was_asked_by_a_filter_alone_comes_through_a_silent_limit(web, tmp_path):
    fake = Arcgis(squares(), max_record_count=100, silent_limit=30)
    assert sorted(numbers(tmp_path, web, fake, by_filter=True, filter="1=1")) == list(range(130))


@pytest.mark.parametrize(
    "habits",
    [
        {"dies_after": 8, "max_record_count": 17},
        {"forbidden": (E, N, E + 50, N + 50), "max_record_count": 17},
    ],
    ids=["dies half-way", "one corner is forbidden"],
)
def test_what_does_not_come_is_said(web, tmp_path, habits):
    error = refused(numbers, tmp_path, web, Arcgis(squares(), **habits))
    assert error.code in ("service_incomplete", "source_refused", "source_status")
    assert error.params["host"] == web.host


@pytest.mark.parametrize(("lost", "whole"), [((2,), True), (range(2, 10_000), False)], ids=["once", "always"])
def test_a_batch_of_ids_that_comes_back_empty_is_asked_again_and_never_dropped(web, tmp_path, lost, whole):
    fake = Arcgis(squares(90), pagination=False, max_record_count=40)
    found, turns = fake._found, iter(range(1, 10_000))

    def lossy(question, bounds, turn):
        answer = found(question, bounds, turn)
        if "objectIds" in question and next(turns) in lost:
            answer["features"] = []
        return answer

    fake._found = lossy
    client = opened(web, fake)
    if whole:
        assert {each["attributes"]["nr"] for each in features(client.pages(None))} == set(range(90))
        return
    with pytest.raises(TooMuch):
        list(client.pages(None))


def test_an_id_whose_object_never_comes_ends_as_an_error(web):
    fake = Arcgis(squares(90), pagination=False, max_record_count=40)
    found = fake._found

    def without_one(question, bounds, turn):
        answer = found(question, bounds, turn)
        if "objectIds" in question:
            answer["features"] = [each for each in answer["features"] if each["attributes"]["nr"] != 7]
        return answer

    fake._found = without_one
    with pytest.raises(TooMuch):
        list(opened(web, fake).pages(None))
