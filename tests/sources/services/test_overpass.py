"""OpenStreetMap through Overpass: what is asked, and what is taken for an answer."""

from __future__ import annotations

import fake_overpass as fake
import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources.services.client import TooMuch
from enact_plugin.sources.services.opening import open_client
from enact_plugin.sources.services.osm_answer import read_answer
from enact_plugin.sources.services.overpass import TOPICS, question, square_km
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session

BOX = (12.30, 51.30, 12.34, 51.33)  # some 9 km²


def ring(lon, lat, side=0.001):
    corners = ((lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side), (lon, lat))
    return tuple((round(x, 5), round(y, 5)) for x, y in corners)


HOUSE = fake.Way(1, ring(12.31, 51.31), {"building": "house", "name": 'Haus "Ü" & <Söhne>'})
OUTER, INNER = fake.Way(2, ring(12.32, 51.31)), fake.Way(3, ring(12.3202, 51.3102, 0.0002))
COURT = fake.Relation(9, ((2, "outer"), (3, "inner")), {"type": "multipolygon", "building": "yes"})
STREET = fake.Way(4, ((12.31, 51.31), (12.32, 51.32)), {"highway": "residential"})
POND = fake.Way(5, ring(12.33, 51.32), {"natural": "water", "water": "pond"})


@pytest.fixture
def server(web):
    return fake.FakeOverpass(web, (HOUSE, OUTER, INNER, STREET, POND), (COURT,))


def opened(server, topic="buildings", **options):
    service = Service(
        "osm",
        "OpenStreetMap",
        topic,
        Protocol.OVERPASS,
        server.url,
        topic,
        options={"pause_s": 0.01, **options},
    )
    return open_client(open_session(), service, "14713000")


def the_page(client, box=BOX, progress=None):
    (page,) = client.pages(box, *(() if progress is None else (progress,)))
    return page


def test_buildings_are_ways_and_relations_with_what_they_consist_of(server):
    page = the_page(opened(server))
    assert len(page.rows) == 2  # the ring and the hole of the relation are no buildings
    assert page.content.count(b"<way ") == 3
    assert b"highway" not in page.content


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_asks_in_one_output_for_a_box_south_first(server, topic):
    list(opened(server, topic).pages(BOX))
    (asked,) = server.asked
    assert asked.startswith("[out:xml][timeout:180][maxsize:536870912];(")
    assert asked.endswith(";);(._;>;);out body;")
    assert asked.count("out ") == 1
    assert asked.count("(51.3000000,12.3000000,51.3300000,12.3400000)") == len(TOPICS[topic])


@pytest.mark.parametrize(("topic", "number"), [("streets", 1), ("water", 1), ("rail", 0), ("waterways", 0)])
def test_a_topic_holds_its_own_objects_only(server, topic, number):
    assert len(the_page(opened(server, topic)).rows) == number


def test_other_selectors_may_be_given(server):
    assert len(the_page(opened(server, select=['way["natural"="water"]["water"~"pond|lake"]'])).rows) == 1


def test_it_says_who_asks(server):
    the_page(opened(server))
    (agent,) = server.agents
    assert agent.startswith("EnAct/")
    assert "+https://" in agent


def test_a_box_larger_than_may_be_asked_is_cut_without_asking(server):
    client = opened(server)
    # one degree of latitude is 111.32 km, one of longitude cos 51° of it: 0.1² · 12392 · 0.629 = 78 km²
    assert square_km((12.0, 51.0, 12.1, 51.1)) == pytest.approx(78.0, abs=0.5)
    for box in ((12.0, 51.0, 12.2, 51.2), None):
        with pytest.raises(TooMuch):
            list(client.pages(box))
    assert server.asked == []


def test_a_server_that_gave_up_over_a_box_wants_smaller_ones(server):
    server.most_objects = 1
    with pytest.raises(TooMuch) as caught:
        the_page(opened(server))
    assert caught.value.code == "service_too_much"
    assert "timed out" in caught.value.params["detail"]
    assert len(the_page(opened(server), (12.3095, 51.3095, 12.3115, 51.3115)).rows) == 1


def test_another_error_behind_status_200_is_no_answer(server):
    server.habits = ["remark"]
    with pytest.raises(EnactError) as caught:
        the_page(opened(server))
    assert caught.value.code == "service_exception"
    assert not isinstance(caught.value, TooMuch)
    assert "No such file" in caught.value.params["words"]


@pytest.mark.parametrize("habit", ["cut", "half"])
def test_an_answer_without_its_end_or_without_some_nodes_is_none(server, habit):
    server.habits = [habit]
    with pytest.raises(EnactError) as caught:
        the_page(opened(server))
    assert caught.value.code == "service_broken_off"


@pytest.mark.parametrize("habit", ["429", "504", "busy page"])
def test_a_busy_server_is_asked_again(server, habit):
    server.habits = [habit, habit]
    assert len(the_page(opened(server)).rows) == 2
    assert len(server.asked) == 3


def test_a_server_that_stays_busy_is_said_to_be(server):
    server.habits = ["busy page"] * 9
    with pytest.raises(EnactError) as caught:
        the_page(opened(server))
    assert caught.value.code == "source_busy"


def test_the_pause_of_a_busy_server_can_be_left(server):
    server.habits = ["busy page"] * 9
    progress = Progress(lambda *_: None, lambda: bool(server.asked))
    with pytest.raises(Canceled):
        the_page(opened(server, pause_s=3600), progress=progress)


def test_a_web_page_is_no_answer(server, web, servers):
    web.routes["/api/interpreter"] = servers.says("<html><body>Anmelden</body></html>")
    with pytest.raises(EnactError) as caught:
        the_page(opened(server))
    assert caught.value.code == "service_page"


def test_an_object_is_the_same_in_each_box_that_holds_some_of_it(server):
    client = opened(server)
    west = the_page(client, (12.30, 51.30, 12.3103, 51.33))
    east = the_page(client, (12.3107, 51.30, 12.34, 51.33))
    assert set(west.rows) <= set(east.rows)
    assert len(set(west.rows + east.rows)) == 2


@pytest.mark.parametrize(
    "changed",
    [
        fake.Way(1, HOUSE.places, {**HOUSE.tags, "building": "apartments"}),
        fake.Way(1, ring(12.31001, 51.31), HOUSE.tags),  # the nodes were moved
    ],
)
def test_an_object_that_was_changed_is_another(server, changed):
    before = the_page(opened(server)).rows
    server.ways[1] = changed
    assert len(set(before) & set(the_page(opened(server)).rows)) == 1


def test_a_relation_is_another_when_one_of_its_ways_is(server):
    before = the_page(opened(server)).rows
    server.ways[3] = fake.Way(3, ring(12.3203, 51.3103, 0.0002))
    assert len(set(before) & set(the_page(opened(server)).rows)) == 1


def test_an_unknown_topic_is_refused_before_anything_is_asked(server):
    with pytest.raises(EnactError) as caught:
        opened(server, "trees")
    assert caught.value.code == "service_layer_unknown"
    assert "buildings" in caught.value.params["known"]


def test_a_look_tells_tags_and_licence(server):
    server.ways[7] = fake.Way(7, ring(12.374, 51.3405), {"building": "yes", "height": "9"})
    probe = opened(server).probe()
    assert probe.objects is None
    assert set(probe.fields) == {"building", "height"}
    assert "ODbL" in probe.licence


def test_tags_are_read_in_either_kind_of_quotes():
    content = b"""<osm><node id='1' lat='1' lon='2'/><way id='5'><nd ref='1'/><tag k='building' v="a'b"/></way></osm>"""
    answer = read_answer(content, ("building",))
    assert (len(answer.rows), answer.tags, answer.is_whole) == (1, ("building",), True)


def test_a_question_keeps_seven_digits():
    assert "(50.1234568,12.0000000,50.2000000,12.1000000)" in question(
        ("way",), (12, 50.12345678, 12.1, 50.2)
    )
