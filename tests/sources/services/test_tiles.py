"""Boxes that leave nothing out, and what an answer tells of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from enact_plugin.sources.services.tiles import (
    Answer,
    Area,
    Tile,
    capacity,
    clusters_of,
    quarters,
    side,
)

edges = st.floats(-1e6, 6e6, allow_nan=False)
sizes = st.floats(1.0, 1e5)


@given(west=edges, south=edges, width=sizes, height=sizes, x=st.floats(0, 1), y=st.floats(0, 1))
def test_quarters_leave_nothing_out_and_share_only_borders(west, south, width, height, x, y):
    whole = (west, south, west + width, south + height)
    parts = quarters(whole)
    assert (min(p[0] for p in parts), min(p[1] for p in parts)) == whole[:2]
    assert (max(p[2] for p in parts), max(p[3] for p in parts)) == whole[2:]
    place = (min(west + x * width, whole[2]), min(south + y * height, whole[3]))
    inside = [p for p in parts if p[0] <= place[0] <= p[2] and p[1] <= place[1] <= p[3]]
    strictly = [p for p in parts if p[0] < place[0] < p[2] and p[1] < place[1] < p[3]]
    assert inside
    assert len(strictly) <= 1


def test_the_box_of_an_area_is_on_whole_metres_and_around_it():
    area = Area(Point(456_789.4, 5_734_567.6).buffer(100), 0.0)
    west, south, east, north = area.box()
    assert (west, south) == (456_689.0, 5_734_467.0)
    assert east > 456_889.4
    assert north > 5_734_667.6
    assert all(edge == round(edge) for edge in (west, south, east, north))


def test_the_same_area_by_another_release_of_proj_has_the_same_box():
    one, other = Point(456_789.4, 5_734_567.6).buffer(100), Point(456_789.4004, 5_734_567.6003).buffer(100)
    assert Area(one, 0.0).box() == Area(other, 0.0).box()


def test_degrees_are_told_from_metres():
    area = Area(box(12.9, 50.8, 13.0, 50.9), 650.0)
    west, south, east, north = area.box()
    # 650 m / 65,000 m in a degree = 0.01
    assert west == pytest.approx(12.89, abs=1e-4)
    assert (west, south) < (12.9, 50.8)
    assert east < 13.02
    assert north < 50.92


def test_boxes_in_a_hole_or_between_two_parts_are_left_out():
    ring = Polygon(box(0, 0, 900, 900).exterior, [box(100, 100, 800, 800).exterior])
    assert not Area(ring, 0.0).meets((300, 300, 500, 500))
    assert Area(ring, 300.0).meets((300, 300, 500, 500))
    two = MultiPolygon([box(0, 0, 300, 300), box(900, 900, 990, 990)])
    assert [Area(two, 0.0).meets(part) for part in quarters((0, 0, 1000, 1000))] == [True, False, False, True]


@pytest.mark.parametrize(("limit", "most"), [(0, 5_000), (1_000, 2_000), (100_000, 10_000)])
def test_how_much_is_asked_for_at_once(limit, most):
    assert capacity(limit) == most


def answer(count, raw, **values):
    rows = frozenset(str(number).encode() for number in range(raw))
    return Answer(count=count, fetched=True, rows=rows, raw=raw, delivered=raw, **values)


@pytest.mark.parametrize(
    ("given", "limit", "whole"),
    [
        (answer(7, 7), 0, True),
        (answer(7, 6), 0, False),
        (answer(0, 0), 0, True),
        (answer(500, 500), 0, False),  # counted no further than delivered
        (answer(1234, 1234), 1234, False),
        (answer(1234, 1234), 0, True),
        (answer(None, 1000), 0, False),
        (answer(None, 999), 0, True),
        (answer(512, 512), 0, False),  # a power of two
        (answer(64, 64), 0, True),  # no service cuts off so early
        (answer(None, 15), 15, False),
        (answer(None, 15, stuck=True), 0, False),
        (answer(15, 15, stuck=True), 0, True),  # it gave all before it repeated itself
        (answer(None, 15, mixed=True), 0, False),
        (answer(10, 15, mixed=True), 0, False),  # a count that is too low proves nothing
    ],
)
def test_what_is_whole(given, limit, whole):
    assert given.is_whole(limit) is whole


def trial(whole, *parts):
    top = Tile("", (0, 0, 8, 8), answer=whole)
    top.children = [Tile(str(n), (0, 0, 1, 1), top, answer=part) for n, part in enumerate(parts)]
    return top


def test_a_cluster_in_one_quarter_is_told_from_a_count_that_is_too_high():
    honest = trial(answer(30, 20), answer(30, 20), answer(0, 0), answer(0, 0))
    assert clusters_of(honest, 0) == (honest.children[0],)
    too_high = trial(answer(30, 20), answer(30, 20), answer(10, 0), answer(10, 0))
    assert clusters_of(too_high, 0) == ()
    everywhere = trial(answer(3, 1), answer(3, 1), answer(3, 1))
    assert clusters_of(everywhere, 0) == ()
    doubtful = trial(answer(9, 9, doubtful=True), answer(9, 9), answer(9, 9), answer(3, 3))
    assert clusters_of(doubtful, 0) == tuple(doubtful.children[:2])


def test_the_longer_side_counts():
    assert side((0, 0, 3, 7)) == 7
