"""A network proposed for a small town: who is connected, over which streets, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from known_networks import is_tree

from enact_plugin.errors import EnactError
from enact_plugin.network.cost.annuity import annuity
from enact_plugin.network.layout.layout import Edge
from enact_plugin.network.proposal.inputs import Drawn, ProposalInputs, ProposalSettings
from enact_plugin.network.proposal.layers import LAYERS, PROPOSALS, ROUTES, proposal_findings, proposal_layers
from enact_plugin.network.proposal.proposal import DETOUR, NO_DEMAND, optimality_gap, propose
from enact_plugin.network.routing.graph import RoutingGraph
from enact_plugin.network.routing.route import Mode
from enact_plugin.outcome import Source

CRS = "EPSG:25833"
EAST, NORTH = 486_000.0, 5_638_000.0
SOURCE = Source("Erfundene Stadt", "dl-de/by-2-0")
ALL = ProposalSettings("A", Mode.ALL)


def told(figure) -> str:
    """A figure with its source."""
    return f"{figure.label} {figure.value} ({figure.source})"


def line(*points):
    return shapely.LineString([(EAST + x, NORTH + y) for x, y in points])


def house(x, y, width=10.0, depth=10.0):
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + depth)


def town(streets, houses, heat_kwh=20_000.0, **columns) -> ProposalInputs:
    ids = [f"h{number:03d}" for number in range(len(houses))]
    stock = gpd.GeoDataFrame(
        {"building_id": ids, "street": None, "house_number": None, **columns}, geometry=houses, crs=CRS
    )
    sections = gpd.GeoDataFrame(
        {
            "section_id": [f"s{number}" for number in range(len(streets))],
            "street": [f"Straße {number}" for number in range(len(streets))],
            "street_class": "residential",
        },
        geometry=streets,
        crs=CRS,
    )
    return ProposalInputs(sections, stock, stock.assign(useful_heat_kwh=heat_kwh, floor_area_m2=180.0))


def drawn(**shapes) -> Drawn:
    return Drawn(**{name: np.array(value, dtype=object) for name, value in shapes.items()})


ROW = [house(20 * number, 8) for number in range(10)]
STREET = line((-50, 0), (250, 0))
AT = shapely.Point(EAST - 40, NORTH)


def test_row_of_houses_hangs_on_one_pipe_in_the_street():
    found = propose(town([STREET], ROW), drawn(sources=[AT]), ALL)
    assert found.buildings["connection"].tolist() == ["connected"] * 10
    made, tree = found.layout, found.route.tree
    assert is_tree(
        RoutingGraph(len(made.node_xy), made.tail, made.head, np.zeros(len(made.tail)), np.zeros(len(made.tail))),
        tree.edge, np.r_[found.source_node, found.buildings["node"]],
    )  # fmt: skip
    street = made.lines.kind[tree.edge] == Edge.STREET
    # from the source at −40 to the last house; its service pipe may start anywhere along its facade (180 to 190)
    assert 220 <= made.length_m[tree.edge][street].sum() <= 230
    assert made.length_m[tree.edge][~street].tolist() == [8.0] * 10


def test_source_beside_the_street_is_led_to_it_and_one_far_away_refused():
    found = propose(town([STREET], ROW), drawn(sources=[shapely.Point(EAST + 100, NORTH - 60)]), ALL)
    kinds = found.layout.lines.kind[found.route.tree.edge]
    assert found.layout.length_m[found.route.tree.edge][kinds == Edge.ROUTE].sum() == pytest.approx(60)
    with pytest.raises(EnactError) as error:
        propose(town([STREET], ROW), drawn(sources=[shapely.Point(EAST, NORTH - 5000)]), ALL)
    assert error.value.code == "network_source_far"


def test_without_a_source_one_on_the_street_amid_the_heat_is_proposed():
    found = propose(town([STREET], ROW, [20_000.0] * 9 + [2_000_000.0]), Drawn(), ALL)
    x, y = found.layout.node_xy[found.source_node[0]] - (EAST, NORTH)
    assert y == pytest.approx(0, abs=1e-6)
    assert 150 < x < 190, "near the large customer at the end"
    assert not found.source_given


def test_only_houses_of_the_area_are_customers_and_the_others_still_bar_the_way():
    area = shapely.box(EAST - 5, NORTH - 5, EAST + 55, NORTH + 30)
    found = propose(town([STREET], ROW), drawn(sources=[AT], area=[area]), ALL)
    assert found.buildings["building_id"].tolist() == ["h000", "h001", "h002"]


def test_streets_that_do_not_join_are_told():
    far = line((0, 100), (200, 100))
    found = propose(town([STREET, far], [*ROW, house(50, 108)]), drawn(sources=[AT]), ALL)
    assert found.buildings["connection"].value_counts().to_dict() == {"connected": 10, "other_component": 1}
    made = proposal_layers(found, ALL, SOURCE, {}, told)["network_components"].frame
    assert made["has_source"].tolist() == [True, False]
    assert made["buildings"].tolist() == [10, 1]


def test_house_that_could_join_two_unjoined_streets_takes_the_one_with_the_source():
    far = line((0, 30), (200, 30))
    found = propose(town([STREET, far], [house(50, 16)]), drawn(sources=[AT]), ALL)
    assert found.buildings["connection"].tolist() == ["connected"]
    made = found.layout
    assert made.lines.name[found.route.tree.edge[0]] == "Straße 0"


def test_no_demand_no_street_and_barred_are_told_apart():
    houses = [house(0, 8), house(20, 8), house(100, 400), house(-60, 8, 300, 5), house(0, 20)]
    found = propose(
        town([STREET], houses[:3] + houses[4:], [20_000, 0.0, 20_000, 20_000]), drawn(sources=[AT]), ALL
    )
    assert found.buildings["connection"].tolist() == ["connected", NO_DEMAND, "no_street_near", "connected"]
    shut = town([STREET], [house(0, 20), house(-60, 8, 300, 5)], [20_000, 20_000])
    assert propose(shut, drawn(sources=[AT]), ALL).buildings["connection"].tolist() == [
        "blocked_by_building",
        "connected",
    ]


def test_rear_house_of_the_same_number_goes_through_the_front_one_and_is_told():
    rear, front = house(0, 20), house(-60, 8, 300, 5)
    inputs = town([STREET], [rear, front], street="Markt", house_number=["12 b", "12"])
    found = propose(inputs, drawn(sources=[AT]), ALL)
    assert found.buildings["connection"].tolist() == ["connected", "connected"]
    routes = proposal_layers(found, ALL, SOURCE, {}, told)[ROUTES]
    passing = routes.frame.loc[routes.frame["passes_building"].astype(bool), "building_id"]
    assert passing.tolist() == ["h000"]
    assert "network_service_passes" in [finding.id for finding in routes.findings]
    other = town([STREET], [rear, front], street="Markt", house_number=["14", "12"])
    assert propose(other, drawn(sources=[AT]), ALL).buildings["connection"].tolist() == [
        "blocked_by_building",
        "connected",
    ]


def test_house_behind_a_detour_is_not_connected():
    long = [(0, 0), (0, -40_000), (60, -40_000), (60, 0)]
    found = propose(
        town([line((-50, 0), (0, 0)), line(*long)], [house(-30, 8), house(62, -5)]), drawn(sources=[AT]), ALL
    )
    assert found.buildings["connection"].tolist() == ["connected", DETOUR]


def test_short_way_through_a_house_is_no_way():
    """A house between two ends of a long street does not hide that the one behind it is far along the pipes."""
    long = line((0, 0), (0, -40_000), (60, -40_000), (60, 0))
    between = house(10, -12, 40, 10)
    inputs = town([line((-50, 0), (0, 0)), long], [house(-30, 8), between, house(70, -8)])
    found = propose(inputs, drawn(sources=[AT]), ALL).buildings.set_index("building_id")["connection"]
    assert found["h001"] == "connected"
    assert found["h002"] == DETOUR


def test_existing_pipe_is_taken_though_it_is_longer():
    way_round = line((-40, 0), (-40, -60), (240, -60), (240, 0))
    given_ = drawn(sources=[AT], existing=[way_round])
    found = propose(town([STREET], ROW[-1:]), given_, ALL)
    kinds = found.layout.lines.kind[found.route.tree.edge]
    assert (kinds == Edge.EXISTING).any()
    without = propose(town([STREET], ROW[-1:]), drawn(sources=[AT]), ALL)
    assert found.route.cost_eur_a < without.route.cost_eur_a
    # enlarged at the price of a new one, the longer way is no bargain any more
    enlarged = propose(town([STREET], ROW[-1:]), given_, replace(ALL, existing_factor=1.0))
    assert not (enlarged.layout.lines.kind[enlarged.route.tree.edge] == Edge.EXISTING).any()
    partly = propose(town([], ROW[-1:]), given_, replace(ALL, existing_factor=0.5))
    pipe = partly.layout.lines.kind[partly.route.tree.edge] == Edge.EXISTING
    assert partly.costs.invest_eur[partly.route.tree.edge][pipe].sum() == pytest.approx(
        0.5 * partly.layout.length_m[partly.route.tree.edge][pipe].sum() * partly.costs.trench.eur_m
    )


def test_what_pays_leaves_out_the_lonely_house_unless_it_is_required():
    lonely = house(240, 8)
    houses = [*ROW[:3], lonely]
    heat = [60_000.0, 60_000.0, 60_000.0, 5_000.0]
    pays = ProposalSettings("P", Mode.PAYS)
    found = propose(town([STREET], houses, heat), drawn(sources=[AT]), pays)
    assert found.buildings["connection"].tolist() == ["connected"] * 3 + ["does_not_pay"]
    must = replace(pays, required=frozenset({"h003"}))
    assert (
        propose(town([STREET], houses, heat), drawn(sources=[AT]), must).buildings["connection"].tolist()
        == ["connected"] * 4
    )


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.floats(20_000, 400_000))
def test_budget_is_kept_and_enough_money_connects_all(seed, budget):
    random = np.random.default_rng(seed)
    inputs = town([line((-50, 0), (100, 0)), line((100, 0), (250, 0)), line((100, 0), (100, 200))],
                  [*ROW, *[house(108, 20 + 25 * number) for number in range(7)]],
                  random.uniform(5_000, 200_000, 17))  # fmt: skip
    found = propose(inputs, drawn(sources=[AT]), ProposalSettings("B", Mode.BUDGET, budget))
    assert found.invest_eur().sum() <= budget
    rich = propose(inputs, drawn(sources=[AT]), ProposalSettings("B", Mode.BUDGET, 10_000_000.0))
    assert set(rich.buildings["connection"]) == {"connected"}


def test_exact_check_closes_a_small_area():
    found = propose(town([STREET], ROW), drawn(sources=[AT]), ALL)
    assert optimality_gap(found, 20) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "change, code",
    [
        ({"rate": 0.0}, "connection_rate_out_of_range"),
        ({"heat": 0.0}, "network_without_customers"),
        ({"streets": []}, "network_without_streets"),
        ({"twice": True}, "network_building_twice"),
    ],
)
def test_bad_input_is_refused(change, code):
    inputs = town(change.get("streets", [STREET]), ROW, change.get("heat", 20_000.0))
    if change.get("twice"):
        inputs = replace(inputs, demand=pd.concat([inputs.demand, inputs.demand.iloc[:1]]))
    with pytest.raises(EnactError) as error:
        propose(inputs, drawn(sources=[AT]), replace(ALL, connection_rate=change.get("rate", 1.0)))
    assert error.value.code == code


def test_layers_agree_with_each_other_and_keep_other_variants():
    inputs = town([STREET], ROW)
    found = propose(inputs, drawn(sources=[AT]), ALL)
    made = proposal_layers(found, ALL, SOURCE, {}, told)
    assert tuple(made) == LAYERS
    routes, summary = made[ROUTES].frame, made[PROPOSALS].frame.iloc[0]
    assert summary["route_m"] + summary["service_m"] == pytest.approx(routes["length_m"].sum(), abs=0.1)
    assert summary["investment_eur"] == pytest.approx(routes["investment_eur"].sum(), abs=len(routes))
    # what leaves the source is what all take
    first = routes.iloc[0]
    assert (first["customers"], first["heat_mwh_a"]) == (10, pytest.approx(200.0))
    assert first["power_kw"] == pytest.approx(summary["power_kw"], abs=0.1)
    service = routes[routes["kind"] == "service"]
    assert sorted(service["building_id"]) == sorted(inputs.demand["building_id"])
    # each pipe begins where the one before it ends
    ends = {row.to_node: row.geometry.coords[-1] for row in routes.itertuples()}
    for row in routes.iloc[1:].itertuples():
        assert row.from_node in ends or row.from_node == routes.iloc[0]["from_node"]
        if row.from_node in ends:
            assert np.hypot(*np.subtract(ends[row.from_node], row.geometry.coords[0])) < 0.6
    other = replace(ALL, variant="B")
    both = proposal_layers(
        found, other, SOURCE, {layer: outcome.frame for layer, outcome in made.items()}, told
    )
    assert both[ROUTES].frame["variant"].value_counts().to_dict() == {"A": len(routes), "B": len(routes)}
    again = proposal_layers(
        found, ALL, SOURCE, {layer: outcome.frame for layer, outcome in both.items()}, told
    )
    assert len(again[ROUTES].frame) == 2 * len(routes)
    assert "Annahme" in summary["figures"]


def test_annuity_of_ten_percent_over_ten_years():
    assert annuity(0.10, 10) == pytest.approx(0.162745, abs=1e-6)
    assert annuity(0.0, 20) == 0.05


def test_same_input_same_network():
    inputs = town([STREET, line((100, 0), (100, 200))], [*ROW, house(108, 50), house(82, 90)])
    one, two = (propose(inputs, drawn(sources=[AT]), ALL) for _ in range(2))
    assert one.route.tree.edge.tolist() == two.route.tree.edge.tolist()


def test_a_station_for_each_entrance_shares_the_heat_and_has_a_pipe_of_its_own():
    slab = shapely.box(EAST, NORTH + 5, EAST + 60, NORTH + 17)
    points = [shapely.Point(EAST + 10 + 20 * n, NORTH + 8) for n in range(3)]
    addresses = gpd.GeoDataFrame(
        {"building_id": "h000", "house_number": ["1", "3", "5"], "suffix": None}, geometry=points, crs=CRS
    )
    one = propose(town([STREET], [slab]), drawn(sources=[AT]), ALL)
    inputs = replace(town([STREET], [slab]), addresses=addresses)
    found = propose(inputs, drawn(sources=[AT]), ALL)
    assert len(one.buildings) == 1
    assert found.buildings["connection"].tolist() == ["connected"] * 3
    assert found.buildings["heat_kwh"].sum() == pytest.approx(one.buildings["heat_kwh"].sum())
    made = proposal_layers(found, ALL, SOURCE, {}, told)
    assert made["network_customers"].frame["customer_id"].is_unique
    assert (made[ROUTES].frame["kind"] == "service").sum() == 3


@pytest.mark.parametrize("count, code", [(10, "building_network_fits"), (17, "building_network_exceeded")])
def test_a_building_network_has_its_limits(count, code):
    row = [house(20 * number, 8) for number in range(count)]
    asked = replace(ALL, kind="building_network")
    found = propose(town([line((-50, 0), (400, 0))], row), drawn(sources=[AT]), asked)
    findings = {one.id: one for one in proposal_findings(found, asked, None)}
    assert findings[code].values["buildings"] == count
    # 180 m² each: two dwellings of 90 m²
    assert findings[code].values["dwellings"] == 2 * count
    assert not {one.id for one in proposal_findings(found, ALL, None)} & {code}


def test_a_cold_network_carries_what_the_heat_pumps_take_from_it():
    warm = propose(town([STREET], ROW), drawn(sources=[AT]), ALL)
    cold = propose(town([STREET], ROW), drawn(sources=[AT]), replace(ALL, kind="cold"))
    assert cold.buildings["power_kw"].sum() == pytest.approx(warm.buildings["power_kw"].sum())
    assert cold.route.tree.flow_kw.max() == pytest.approx(0.75 * warm.route.tree.flow_kw.max())
    assert {figure.name for figure in cold.figures} >= {"house_pump_spf", "house_pump_eur"}
