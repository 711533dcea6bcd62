"""The city model by tiles: which, from where, and what is no tile."""

from __future__ import annotations

import fake_lod2 as fake
import pytest
from shapely.geometry import Point, box

from enact_plugin.errors import EnactError
from enact_plugin.sources.services.lod2_links import tile_at
from enact_plugin.sources.services.opening import open_client
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session

NAMES = ("4105654", "4105656", "4125654", "4125656", "4145656")
ZIPS = {name: fake.zipped({f"lod2_{name}.shp": name.encode() * 200}) for name in NAMES}
FIRST = (410_000.0, 5_654_000.0, 412_000.0, 5_656_000.0)


@pytest.fixture
def server(web):
    return fake.FakeLod2(web, ZIPS)


def opened(server, **options):
    service = Service(
        "lod2", "LoD2", "buildings", Protocol.LOD2, server.url, options={**server.options, **options}
    )
    return open_client(open_session(), service, "14612000")


def page_of(client, bounds=FIRST, unless=""):
    pages = list(client.pages(bounds, unless=unless))
    assert len(pages) <= 1
    return pages[0] if pages else None


def test_the_tiles_are_those_that_an_area_meets(server):
    # a disc of 300 m around the corner of four tiles, and a point in the middle of one
    four = opened(server).boxes(Point(412_000, 5_656_000).buffer(300))
    assert sorted(four) == [
        (410_000, 5_654_000, 412_000, 5_656_000),
        (410_000, 5_656_000, 412_000, 5_658_000),
        (412_000, 5_654_000, 414_000, 5_656_000),
        (412_000, 5_656_000, 414_000, 5_658_000),
    ]
    assert opened(server).boxes(Point(411_000, 5_655_000).buffer(10)) == [FIRST]


def test_a_tile_that_an_area_only_touches_is_not_asked(server):
    assert opened(server).boxes(box(*FIRST)) == [FIRST]


def test_tiles_begin_at_even_kilometres():
    assert tile_at(411_999.9, 5_655_999.9).name == "4105654"
    assert tile_at(412_000.0, 5_656_000.0).name == "4125656"


def test_a_tile_comes_as_it_lies_there(server):
    page = page_of(opened(server))
    assert page.content == ZIPS["4105654"]
    assert len(page.rows) == 1
    assert {method for method, _path in server.asked} == {"GET"}  # HEAD is always refused


def test_a_tile_that_is_the_same_is_not_fetched_again(server):
    client = opened(server)
    page = page_of(client)
    again = page_of(client, unless=page.validator)
    assert (again.unchanged, again.content, again.validator) == (True, b"", page.validator)


def test_a_share_that_the_index_still_names_is_left_at_once_for_the_present_one(server):
    server.rotate("GVzw2")
    client = opened(server)
    for name in NAMES:
        east, north = int(name[:3]) * 1000.0, int(name[3:]) * 1000.0
        assert page_of(client, (east, north, east + 2000, north + 2000)).content == ZIPS[name]
    old = [path for _method, path in server.asked if "AyJq1" in path]
    assert len(old) == 1  # asked once, and not for each tile
    assert len(server.asked) == 6


@pytest.mark.parametrize("habit", ["down", "error", "page"])
def test_without_the_index_the_page_serves(server, habit):
    server.index_habit = habit
    assert page_of(opened(server)).content == ZIPS["4105654"]


def test_without_the_page_the_index_serves(server):
    server.page_habit = "down"
    assert page_of(opened(server)).content == ZIPS["4105654"]


def test_without_both_it_is_the_index_that_is_told(server):
    server.index_habit, server.page_habit = "error", "down"
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "service_exception"
    assert "Unable to complete" in caught.value.params["words"]


@pytest.mark.parametrize("listed", [[], ["3005300"], ["33300_5300"], [["300", "5300"]]])
def test_a_tile_beyond_the_border_is_empty(server, listed):
    server.not_existing = listed
    assert page_of(opened(server), (300_000, 5_300_000, 302_000, 5_302_000)) is None


def test_a_tile_listed_as_not_existing_is_not_asked_for(server):
    server.not_existing = ["3005300"]
    page_of(opened(server), (300_000, 5_300_000, 302_000, 5_302_000))
    assert server.asked == []


def test_a_refused_tile_is_an_error_and_no_hole(server):
    server.refused.add("4105654")
    client = opened(server)
    with pytest.raises(EnactError) as caught:
        page_of(client)
    assert caught.value.code == "source_refused"
    assert page_of(client, (412_000, 5_654_000, 414_000, 5_656_000)) is not None


def test_a_share_that_is_down_and_is_the_present_one_is_an_error(server, web, servers):
    web.routes["*"] = servers.says("", 503, Retry_After="9999")
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "source_busy"


def test_a_zip_without_its_end_is_no_tile(server):
    server.cut.add("4105654")
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "service_zip_damaged"
    assert caught.value.params["tile"] == "4105654"


def test_a_zip_with_a_wrong_byte_is_no_tile(server):
    content = bytearray(ZIPS["4105654"])
    content[60] ^= 0xFF
    server.tiles["4105654"] = bytes(content)
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "service_zip_damaged"


def test_a_web_page_is_no_tile(server, web, servers):
    web.routes["*"] = servers.says("<!DOCTYPE html><html><body>Anmelden</body></html>")
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "service_page"


def test_a_page_without_the_product_says_so(server):
    server.rotate("GVzw2")
    with pytest.raises(EnactError) as caught:
        page_of(opened(server, product="LoD3"))
    assert caught.value.code == "service_links_missing"
    assert caught.value.params["name"] == "LoD3"


def test_a_look_tells_what_the_index_holds(server):
    probe = opened(server).probe()
    assert (probe.title, probe.objects) == ("LoD2", 5)
    assert "Download_Shape" in probe.fields
    assert "dl-de/by-2-0" in probe.licence


def test_a_tile_that_the_index_names_and_nobody_has_is_an_error_and_no_hole(server):
    server._file = lambda call: call.answer("", 404)
    server.web.routes["*"] = server._file
    with pytest.raises(EnactError) as caught:
        page_of(opened(server))
    assert caught.value.code == "service_tile_missing"
    assert caught.value.params["tile"] == "4105654"


def test_a_tile_that_is_not_there_while_the_index_is_silent_is_no_empty_one(server):
    server.index_habit = "down"
    with pytest.raises(EnactError) as caught:
        page_of(opened(server), (300_000, 5_300_000, 302_000, 5_302_000))
    assert caught.value.code == "source_status"


def test_an_empty_area_has_no_tiles(server):
    assert opened(server).boxes(Point(0, 0).buffer(0)) == []
