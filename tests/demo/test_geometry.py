"""Cutting rings, sides of blocks, and keeping buildings apart: the geometry the town is made with."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.demo.candidates import Role, without_overlaps
from enact_plugin.demo.division import Grain, divide, extent, ring_area, split_ring
from enact_plugin.demo.frontage import line_frontage, ring_frontage
from enact_plugin.demo.names import StreetNames

SQUARE = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 80.0], [0.0, 80.0]])


@given(st.floats(10, 90), st.floats(10, 70), st.floats(0, 2 * np.pi))
def test_a_cut_loses_no_ground(x, y, angle):
    parts = split_ring(SQUARE, np.array([x, y]), np.array([np.cos(angle), np.sin(angle)]), snap_m=0)
    assert parts is not None
    one, other, cut = parts
    assert abs(ring_area(one)) + abs(ring_area(other)) == pytest.approx(8000)
    # the first part lies left of the cut
    to_x, to_y = one.mean(axis=0) - [x, y]
    assert np.cos(angle) * to_y - np.sin(angle) * to_x > 0
    assert shapely.distance(shapely.points(cut), shapely.Polygon(SQUARE).exterior) == pytest.approx(
        [0, 0], abs=1e-9
    )


def test_a_cut_through_a_bay_stays_inside():
    # a U: the line y = 15 passes both legs; cut the right one, 20 wide and 30 high
    bay = np.array([[0, 0], [60, 0], [60, 30], [40, 30], [40, 10], [20, 10], [20, 30], [0, 30]], dtype=float)
    _, other, cut = split_ring(bay, np.array([50.0, 15.0]), np.array([1.0, 0.0]), snap_m=0)
    assert sorted(cut[:, 0].tolist()) == [40, 60]
    assert abs(ring_area(other)) == pytest.approx(60 * 10 + 2 * 20 * 20 - 20 * 15)


def test_a_line_that_misses_cuts_nothing():
    assert split_ring(SQUARE, np.array([0.0, 200.0]), np.array([1.0, 0.0])) is None


def test_extent_of_a_turned_rectangle():
    c, s = np.cos(0.7), np.sin(0.7)
    _, axis, length, width = extent(SQUARE @ np.array([[c, s], [-s, c]]))
    assert (length, width) == pytest.approx((100, 80))
    assert abs(axis @ [c, s]) == pytest.approx(1)


def test_division_reaches_the_grain_and_fills_the_whole():
    pieces, cuts = divide(SQUARE * 5, Grain(60, 90), np.random.default_rng(1))
    assert len(cuts) == len(pieces) - 1
    assert sum(abs(ring_area(piece)) for piece in pieces) == pytest.approx(8000 * 25)
    assert max(extent(piece)[2] for piece in pieces) < 2 * 90


def test_sides_of_a_rectangular_block():
    # 100 × 80 m with a setback of 10 m: sides of 80 and 60 m
    frontage = ring_frontage(np.array([shapely.Polygon(SQUARE)]), np.array([10.0]), np.array([7]))
    assert sorted(frontage.side_length_m.tolist()) == pytest.approx([60, 60, 80, 80])
    assert set(frontage.block) == {7}
    assert np.abs(frontage.corner_rad) == pytest.approx(np.full(4, np.pi / 2))
    middle = frontage.side_length_m / 2
    point, along, inward = frontage.locate(np.arange(4), middle)
    into = shapely.points(point + 5 * inward)
    assert shapely.within(into, shapely.Polygon(SQUARE).buffer(-14.9)).all()
    assert (along * inward).sum(axis=1) == pytest.approx(np.zeros(4))


def test_a_road_has_lots_on_the_side_asked_for():
    road = np.array([shapely.LineString([(0, 0), (50, 0), (100, 0)])] * 2)
    frontage = line_frontage(road, np.array([True, False]), np.array([3, 3]), 12.0)
    point, _, inward = frontage.locate(np.array([0, 1]), np.array([75.0, 75.0]))
    assert point.tolist() == pytest.approx(np.array([[75, 12], [75, -12]]))
    assert inward.tolist() == [[0, 1], [0, -1]]


def table(boxes, roles, groups):
    return {
        "polygon": np.array([shapely.box(*box) for box in boxes]),
        "role": np.array(roles),
        "group": np.array(groups),
    }


def test_of_two_that_overlap_the_outbuilding_goes():
    stands = without_overlaps(
        table([(0, 0, 10, 10), (8, 8, 20, 20)], [Role.OUTBUILDING, Role.MAIN], [-1, -1])
    )
    assert stands.tolist() == [False, True]


def test_who_falls_to_a_fallen_one_may_stand():
    boxes = [(0, 0, 10, 10), (9, 0, 20, 10), (19, 0, 30, 10)]
    stands = without_overlaps(table(boxes, [Role.MAIN, Role.REAR, Role.OUTBUILDING], [-1, -1, -1]))
    assert stands.tolist() == [True, False, True]


def test_houses_of_one_row_may_touch_but_not_overlap():
    boxes = [(0, 0, 10, 10), (10, 0, 20, 10), (19, 0, 30, 10)]
    assert without_overlaps(table(boxes, [Role.MAIN] * 3, [4, 4, 4])).tolist() == [True, True, False]
    assert without_overlaps(table(boxes[:2], [Role.MAIN] * 2, [4, 5])).tolist() == [True, False]


def test_street_names_never_repeat():
    names = StreetNames(np.random.default_rng(3))
    given_out = [names.of_theme("river") for _ in range(1500)] + [
        names.of_quarter(1, "river") for _ in range(200)
    ]
    assert len(set(given_out)) == len(given_out)


def test_adjectives_agree_with_the_noun():
    names = StreetNames(np.random.default_rng(3))
    taken = [names.of_theme("river") for _ in range(400)]
    assert "Alte Fährstraße" in taken
    assert "Alter Fährweg" in taken
    assert "Altes Fährufer" in taken
