"""The graph of possible trenches: cut, joined, priced."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, box

from enact_plugin.errors import EnactError
from enact_plugin.network.layout.layout import NONE, Edge, GroundCost, Houses, Wishes, layout, lines_of
from enact_plugin.reference.network_tables import crossing_cost, ground_factors, network_rule, trench_factors
from enact_plugin.reference.values import values


def streets(*shapes, classes=None, names=None, kind=Edge.STREET):
    count = len(shapes)
    return lines_of(
        np.array([LineString(shape) for shape in shapes], dtype=object),
        kind,
        street_class=np.array(classes or ["residential"] * count, dtype=object),
        name=np.array(names or [None] * count, dtype=object),
        key=np.array([f"s{number}" for number in range(count)], dtype=object),
    )


def houses(*shapes) -> Houses:
    outline = np.array(shapes, dtype=object)
    return Houses(outline, np.arange(len(shapes)), outline, np.full(len(shapes), NONE))


def wishes(**given) -> Wishes:
    shapes = {
        name: np.array(value, dtype=object)
        for name, value in given.items()
        if name in ("forbidden", "preferred")
    }
    return Wishes(**{**given, **shapes})


def components(made) -> int:
    """Parts of the streets; houses do not join any."""
    return len(set(made.street_components()[~made.is_house()]))


def test_street_is_cut_where_service_lines_meet_it_and_nothing_is_lost():
    made = layout(streets([(0, 0), (100, 0)]), houses(box(20, 5, 30, 15), box(60, 5, 70, 15)), Wishes())
    street = made.lines.kind == Edge.STREET
    assert street.sum() == 3
    assert made.length_m[street].sum() == pytest.approx(100)
    assert components(made) == 1
    assert (made.house_node != NONE).all()
    assert made.is_house().sum() == 2


def test_ends_within_the_tolerance_are_one_node():
    gap = network_rule("snap_m") * 0.9
    joined = layout(
        streets([(0, 0), (50, 0)], [(50 + gap, 0), (100, 0)]), houses(box(20, 5, 30, 15)), Wishes()
    )
    assert components(joined) == 1
    apart = layout(
        streets([(0, 0), (50, 0)], [(50 + 3 * gap, 0), (100, 0)]), houses(box(20, 5, 30, 15)), Wishes()
    )
    assert components(apart) == 2


def test_streets_that_cross_on_two_levels_are_not_joined_but_a_route_joins_what_it_meets():
    over = streets([(0, 0), (100, 0)], [(50, -50), (50, 50)])
    assert components(layout(over, houses(box(20, 5, 30, 15)), Wishes())) == 2
    route = streets([(20, -30), (80, 30)], kind=Edge.ROUTE)
    made = layout(over.and_also(route), houses(box(20, 5, 30, 15)), Wishes())
    assert components(made) == 1


def test_route_that_all_but_touches_a_street_joins_it():
    route = streets([(50, 0.3), (50, 40)], kind=Edge.ROUTE)
    made = layout(streets([(0, 0), (100, 0)]).and_also(route), houses(box(20, -15, 30, -5)), Wishes())
    assert components(made) == 1


def test_no_pipe_crosses_what_is_forbidden():
    area = box(40, -10, 60, 10)
    made = layout(streets([(0, 0), (100, 0)]), houses(box(20, 5, 30, 15)), wishes(forbidden=[area]))
    assert components(made) == 2
    assert shapely.length(shapely.intersection(made.lines.line, area)).sum() == pytest.approx(0, abs=1e-6)
    line = LineString([(50, -10), (50, 10)])
    assert (
        components(layout(streets([(0, 0), (100, 0)]), houses(box(20, 5, 30, 15)), wishes(forbidden=[line])))
        == 2
    )


def test_costs_by_class_wish_and_crossing():
    factor = trench_factors()
    rail = np.array([LineString([(50, -10), (50, 10)])], dtype=object)
    made = layout(
        streets([(0, 0), (100, 0)], [(0, 40), (100, 40)], classes=["primary", "residential"]),
        houses(box(20, 15, 30, 25)),
        wishes(preferred=[box(-1, 30, 101, 50)], preferred_factor=0.5, crossings={"rail": rail}),
    )
    lower = np.flatnonzero(made.lines.street_class == "primary")
    upper = np.flatnonzero(made.lines.street_class == "residential")
    assert set(made.factor[lower]) == {factor["primary"]}
    assert set(made.factor[upper]) == {factor["residential"] * 0.5}
    assert made.extra_eur[lower].sum() == crossing_cost("rail")
    assert made.extra_eur[upper].sum() == 0


def test_crossing_a_major_road_costs_once_and_turning_off_it_half():
    made = layout(
        streets([(-50, 0), (0, 0)], [(0, 0), (50, 0)], [(0, -50), (0, 0)], [(0, 0), (0, 50)],
                classes=["primary", "primary", "residential", "residential"]),
        houses(box(20, 5, 30, 15)),
        Wishes(),
    )  # fmt: skip
    minor = np.flatnonzero(made.lines.street_class == "residential")
    assert sorted(made.extra_eur[minor])[-2:] == [crossing_cost("major_road") / 2] * 2
    assert made.extra_eur.sum() == crossing_cost("major_road")


def test_existing_pipe_costs_nothing():
    pipe = streets([(0, 0), (100, 0)], kind=Edge.EXISTING)
    made = layout(pipe, houses(box(20, 5, 30, 15)), Wishes())
    assert set(made.factor[made.lines.kind == Edge.EXISTING]) == {0.0}


def test_without_streets():
    with pytest.raises(EnactError) as error:
        layout(streets(), houses(box(0, 0, 1, 1)), Wishes())
    assert error.value.code == "network_without_streets"


def test_what_is_dug_up_counts_under_streets_and_routes_apart():
    lines = streets([(0, 0), (100, 0)]).and_also(streets([(100, 0), (100, 80)], kind=Edge.ROUTE))
    sett = GroundCost(np.array([LineString([(0, 0), (100, 0)])]), np.array([1.15]))
    wood = GroundCost(np.array([box(90, 1, 110, 200)]), np.array([1.3]))
    plain = layout(lines, houses(box(20, 5, 30, 15)), Wishes())
    made = layout(lines, houses(box(20, 5, 30, 15)), Wishes(grounds={Edge.STREET: sett, Edge.ROUTE: wood}))
    ratio = made.factor / plain.factor
    for kind, factor in ((Edge.STREET, 1.15), (Edge.ROUTE, 1.3), (Edge.SERVICE, 1.0)):
        assert ratio[made.lines.kind == kind] == pytest.approx(factor)


def test_ground_elsewhere_changes_nothing():
    far = GroundCost(np.array([LineString([(0, 5), (100, 5)])]), np.array([2.0]))
    plain = layout(streets([(0, 0), (100, 0)]), houses(box(20, 5, 30, 15)), Wishes())
    made = layout(streets([(0, 0), (100, 0)]), houses(box(20, 5, 30, 15)), Wishes(grounds={Edge.STREET: far}))
    assert made.factor.tolist() == plain.factor.tolist()


def test_every_surface_and_land_use_of_the_lists_has_a_factor_or_counts_as_one():
    for kind, name in (("surface", "street_surface"), ("landuse", "landuse_kind")):
        assert set(ground_factors(kind)) <= {value.code for value in values(name)}
