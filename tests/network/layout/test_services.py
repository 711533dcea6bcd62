"""Service lines: up to three, never through a foreign building."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, box

from enact_plugin.network.layout.services import Access, Ground, service_lines

NOTHING = np.zeros(0, dtype=object)


def ground(streets, obstacles, names=None, properties=None, barriers=NOTHING) -> Ground:
    return Ground(
        np.array([LineString(street) for street in streets], dtype=object),
        np.array(names or [None] * len(streets), dtype=object),
        np.array(obstacles, dtype=object),
        np.array(properties or [-1] * len(obstacles)),
        np.array(barriers, dtype=object),
    )


def services(on: Ground, houses, own=None):
    return service_lines(on, np.array(houses, dtype=object), np.array(own or range(len(houses))))


def test_shortest_line_from_the_facade_not_from_the_middle():
    house = box(0, 10, 10, 20)
    found = services(ground([[(-50, 0), (50, 0)]], [house]), [house])
    assert found.access.tolist() == [Access.LINKED]
    assert shapely.length(found.line).tolist() == [10.0]
    assert shapely.get_point(found.line[0], 0).y == 10.0
    assert shapely.get_point(found.line[0], -1).y == 0.0


def test_corner_house_may_choose_between_two_streets():
    house = box(5, 5, 15, 15)
    streets = [[(-50, 0), (50, 0)], [(0, -50), (0, 50)]]
    found = services(ground(streets, [house]), [house])
    assert sorted(found.street.tolist()) == [0, 1]
    assert shapely.length(found.line).tolist() == [5.0, 5.0]


def test_at_most_three_links():
    house = box(-5, -5, 5, 5)
    ring = [[(-40, -20), (40, -20)], [(-40, 20), (40, 20)], [(-20, -19), (-20, 19)], [(20, -19), (20, 19)]]
    found = services(ground(ring, [house]), [house])
    assert len(found.line) == 3


def test_rear_house_goes_round_the_front_house_by_another_point_of_its_facade():
    front, rear = box(0, 5, 10, 15), box(0, 20, 30, 30)
    found = services(ground([[(-50, 0), (50, 0)]], [front, rear]), [rear], [1])
    assert found.access.tolist() == [Access.LINKED]
    assert shapely.length(shapely.intersection(found.line[0], front)) == 0
    assert not found.passes.any()


def test_rear_house_shut_in_is_told():
    front, rear = box(-60, 5, 60, 15), box(0, 20, 10, 30)
    found = services(ground([[(-80, 0), (80, 0)]], [front, rear]), [rear], [1])
    assert found.access.tolist() == [Access.BLOCKED]
    assert not len(found.line)


def test_house_of_the_same_property_may_be_passed_and_is_marked():
    front, rear = box(-60, 5, 60, 15), box(0, 20, 10, 30)
    found = services(ground([[(-80, 0), (80, 0)]], [front, rear], properties=[7, 7]), [rear], [1])
    assert found.access.tolist() == [Access.LINKED]
    assert found.passes.tolist() == [True]


def test_sheds_do_not_bar_the_way_and_neighbours_that_touch_neither():
    house, shed, neighbour = box(0, 20, 10, 30), box(0, 10, 10, 11.5), box(10, 20, 20, 30)
    found = services(ground([[(-50, 0), (50, 0)]], [house, shed, neighbour]), [house])
    assert found.access.tolist() == [Access.LINKED]
    assert shapely.length(found.line[0]) == 20.0


def test_no_way_over_water_and_none_across_another_street():
    house = box(0, 20, 10, 30)
    river = LineString([(-50, 10), (50, 10)])
    found = services(ground([[(-50, 0), (50, 0)]], [house], barriers=[river]), [house])
    assert found.access.tolist() == [Access.BLOCKED]
    streets = [[(-50, 15), (50, 15)], [(-50, 0), (50, 0)]]
    found = services(ground(streets, [house], names=["A", "B"]), [house])
    assert found.street.tolist() == [0]
    # of two carriageways of one street both may be joined
    found = services(ground(streets, [house], names=["A", "A"]), [house])
    assert sorted(found.street.tolist()) == [0, 1]


def test_far_from_every_street():
    house = box(0, 500, 10, 510)
    assert services(ground([[(-50, 0), (50, 0)]], [house]), [house]).access.tolist() == [
        Access.NO_STREET_NEAR
    ]


def test_no_houses_and_no_streets():
    assert not len(services(ground([[(0, 0), (1, 0)]], []), []).line)
    house = box(0, 5, 10, 15)
    assert services(ground([], [house]), [house]).access.tolist() == [Access.NO_STREET_NEAR]
