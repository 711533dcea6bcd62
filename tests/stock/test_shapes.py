from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.stock import shapes


def array(*items):
    made = np.empty(len(items), dtype=object)
    made[:] = items
    return made


def test_heights_are_dropped_and_invalid_rings_mended(at):
    bow = shapely.Polygon([(500000, 5650000), (500010, 5650010), (500010, 5650000), (500000, 5650010)])
    found = shapes.polygons(
        array(at(0, 0, 10, 10, z=120.0), bow, None, shapely.Point(1, 2), shapely.Polygon())
    )
    assert found.missing.tolist() == [False, False, True, False, True]
    assert found.not_polygon.tolist() == [False, False, False, True, False]
    assert found.repaired.tolist() == [False, True, False, False, False]
    assert not shapely.has_z(found.shapes[0])
    assert shapely.is_valid(found.shapes[:2]).all()
    assert found.shapes[1].area == pytest.approx(50)  # two triangles of 10 × 5 / 2


def test_a_ring_without_area_is_told_apart(at):
    line = shapely.Polygon([(0, 0), (10, 0), (20, 0), (0, 0)])
    found = shapes.polygons(array(line, at(0, 0, 1, 1)))
    assert found.flat.tolist() == [True, False]
    assert found.shapes[0] is None


def test_surfaces_that_overlap_within_one_outline_count_once(at):
    twice = shapely.MultiPolygon([at(0, 0, 10, 10), at(5, 0, 10, 10)])  # invalid: parts overlap
    found = shapes.polygons(array(twice))
    assert found.shapes[0].area == pytest.approx(150)


def test_polygons_of_a_collection_are_kept(at):
    mixed = shapely.GeometryCollection([at(0, 0, 2, 2), shapely.LineString([(0, 0), (1, 1)])])
    assert shapes.polygons(array(mixed)).shapes[0].area == pytest.approx(4)


def test_parts_that_miss_each_other_by_less_than_a_millimetre_leave_no_slit(at):
    united = shapes.union_by_group(array(at(0, 0, 10, 10), at(10.0004, 0, 10, 10)), np.array([0, 0]))
    assert united[0].geom_type == "Polygon"
    assert united[0].area == pytest.approx(200, abs=0.02)


@given(
    sizes=st.lists(st.integers(1, 9), min_size=1, max_size=6),
    width=st.floats(0.5, 30),
    order=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_area_is_conserved_when_parts_side_by_side_are_united(sizes, width, order):
    parts, groups = [], []
    for group, count in enumerate(sizes):
        for number in range(count):
            x, y = 500000 + number * width, 5650000 + group * 100
            parts.append(shapely.box(x, y, x + width, y + 8))
            groups.append(group)
    places = list(range(len(parts)))
    order.shuffle(places)
    united = shapes.union_by_group(array(*(parts[p] for p in places)), np.array([groups[p] for p in places]))
    assert shapely.area(united) == pytest.approx([8 * width * count for count in sizes], rel=1e-3)
    assert len(united) == len(sizes)


def test_outlines_are_the_same_wherever_the_ring_starts():
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    turned = shapely.Polygon([(0.001, 10), (0, 0), (10, 0), (10, 10)])
    other = shapely.Polygon([(0, 0), (10, 0), (10, 10), (5, 9), (0, 10)])  # same box, other shape
    codes = shapes.same_shape(array(shapely.Polygon(square), turned, other, shapely.box(20, 0, 30, 10)))
    assert codes[0] == codes[1]
    assert len(set(codes.tolist())) == 3


def test_a_key_stays_when_a_corner_is_added_and_differs_where_centres_meet(at):
    house = at(0, 0, 10, 10)
    again = shapely.Polygon([*house.exterior.coords[:1], *house.exterior.coords[1:]]).segmentize(5)
    assert shapes.place_keys(array(house)).tolist() == shapes.place_keys(array(again)).tolist()
    court, small = at(-20, -20, 50, 50), house
    assert shapes.place_keys(array(small, court)).tolist() == ["xy_486005_5638005_2", "xy_486005_5638005"]


def test_a_building_belongs_where_its_point_lies(at):
    boundary = at(0, 0, 100, 100)
    chosen = shapes.inside(
        array(at(10, 10, 5, 5), at(95, 0, 20, 5), at(85, 0, 20, 5), at(200, 0, 5, 5)), boundary
    )
    assert chosen.tolist() == [True, False, True, False]
