from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import line, streets_of

from enact_plugin.heat.sections.noding import nodes, street_pieces


def lengths(pieces):
    return sorted(shapely.length(pieces.lines).round(3).tolist())


def test_a_crossing_makes_four_sections():
    pieces = street_pieces(streets_of(line((0, 0), (100, 0)), line((40, -30), (40, 50))))
    assert lengths(pieces) == [30, 40, 50, 60]


def test_a_bridge_crosses_without_a_junction():
    over = {"geometry": line((40, -30), (40, 50)), "bridge": True}
    assert lengths(street_pieces(streets_of(line((0, 0), (100, 0)), over))) == [80, 100]


def test_a_bridge_joins_the_street_it_leaves_at_its_ends():
    ramp = line((-50, 0), (0, 0))
    bridge = {"geometry": line((0, 0), (60, 0)), "bridge": True}
    beyond = line((60, 0), (90, 0))
    below = line((30, -20), (30, 20))
    found = street_pieces(streets_of(ramp, bridge, beyond, below))
    assert lengths(found) == [30, 40, 50, 60]
    ends = nodes(found.lines)
    assert sorted(ends.degree.tolist()) == [1, 1, 1, 1, 2, 2]


def test_a_street_delivered_in_pieces_is_one_section():
    pieces = [line((20 * n, 0), (20 * n + 20, 0)) for n in range(5)]
    assert lengths(street_pieces(streets_of(*pieces, name="Lange Straße"))) == [100]


def test_a_change_of_name_ends_a_section():
    first = {"geometry": line((0, 0), (50, 0)), "name": "Oststraße"}
    second = {"geometry": line((50, 0), (80, 0)), "name": "Weststraße"}
    assert lengths(street_pieces(streets_of(first, second))) == [30, 50]


def test_ends_a_hair_apart_are_one_node():
    pieces = street_pieces(streets_of(line((0, 0), (50, 0)), line((50.02, 0), (100, 0))))
    assert len(pieces.lines) == 1


def test_a_gap_before_the_next_street_is_closed():
    pieces = street_pieces(streets_of(line((0, 0), (100, 0)), line((50, 1.5), (50, 60))))
    assert lengths(pieces) == [50, 50, 60]


def test_repeated_and_reversed_streets_count_once():
    one = line((0, 0), (100, 0))
    assert lengths(street_pieces(streets_of(one, one, shapely.reverse(one)))) == [100]


def test_streets_that_run_over_each_other_count_once():
    assert lengths(street_pieces(streets_of(line((0, 0), (100, 0)), line((50, 0), (150, 0))))) == [150]
    first = {"geometry": line((0, 0), (100, 0)), "name": "Oststraße"}
    second = {"geometry": line((50, 0), (150, 0)), "name": "Weststraße"}
    assert lengths(street_pieces(streets_of(first, second))) == [50, 100]


def test_an_end_just_beyond_the_street_it_crosses_gets_no_bridge_back():
    pieces = street_pieces(streets_of(line((0, 0), (100, 0)), line((50, -1), (50, 60))))
    assert lengths(pieces) == [1, 50, 50, 60]


def test_a_street_that_crosses_itself_is_cut_there():
    loop = line((0, 0), (100, 0), (100, 50), (50, 50), (50, -50))
    pieces = street_pieces(streets_of(loop))
    assert shapely.is_simple(pieces.lines).all()
    assert shapely.length(pieces.lines).sum() == pytest.approx(loop.length)
    assert len(pieces.lines) == 3


@pytest.mark.parametrize("path", ["footway", "steps", "motorway", "track", "service"])
def test_no_section_along_paths_drives_and_motorways(path):
    assert len(street_pieces(streets_of(line((0, 0), (100, 0)), street_class=path)).lines) == 0


@given(st.integers(0, 2**32 - 1))
def test_noding_keeps_the_length_and_leaves_no_crossing(seed):
    rng = np.random.default_rng(seed)
    ends = rng.uniform(0, 300, (8, 4))
    streets = streets_of(*[line((a, b), (c, d)) for a, b, c, d in ends])
    pieces = street_pieces(streets)
    total = shapely.length(shapely.union_all(pieces.lines))
    # nothing twice, but for a bridge that runs along the last metre of another street
    assert total == pytest.approx(shapely.length(pieces.lines).sum(), abs=1.0)
    # only gaps closed come on top; sides of triangles as small as a junction fall on each other
    assert total >= shapely.length(shapely.union_all(streets.geometry.to_numpy())) - 1.0
    left, right = shapely.STRtree(pieces.lines).query(pieces.lines, predicate="crosses")
    assert (
        len(left) == 0
        or shapely.distance(
            shapely.intersection(pieces.lines[left], pieces.lines[right]),
            shapely.boundary(pieces.lines[left]),
        ).max()
        < 0.06
    )
