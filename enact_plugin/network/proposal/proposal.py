"""A network proposed for an area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from ...errors import EnactError
from ...fields.addresses import house_number_parts
from ...heat.blocks.faces import border_lines
from ...heat.sections.noding import cut_lines
from ...progress import SILENT, Progress
from ...reference.network_tables import CostFigure, ground_factors, network_kind, network_rule
from ..layout.layout import NONE, Edge, GroundCost, Houses, Layout, Lines, Wishes, layout, lines_of
from ..layout.services import Access
from ..routing.exact import cheapest
from ..routing.graph import RoutingGraph
from ..routing.route import Connection, Customers, Goal, Mode, Route, route
from ..tables import Figures, NetworkTables
from .economics import EdgeCosts, edge_costs, worth_eur_a
from .entrances import by_entrance
from .inputs import Drawn, ProposalInputs, ProposalSettings

DETOUR, NO_DEMAND = "detour", "no_demand"


@dataclass(frozen=True)
class Proposal:
    """A network and all that was looked at for it.

    Attributes
    ----------
    layout : Layout
    route : Route
        Edges in numbers of the layout.
    costs : EdgeCosts
    buildings : GeoDataFrame, shape (b,)
        ``building_id``, ``customer`` (its own key), ``heat_kwh``, ``power_kw``, ``floor_area_m2``, ``connection``
        (code of `Connection`, `Access`, detour, no_demand),
        ``node``, outline.
    source_node : ndarray of int
        Nodes of the layout from which heat comes.
    source_given : bool
        Whether the planner gave the sources.
    component : ndarray of int, shape (layout nodes,)
        Part of the graph of streets each node belongs to.
    figures : tuple of CostFigure
        What the costs were computed with.
    """

    layout: Layout
    route: Route
    costs: EdgeCosts
    buildings: GeoDataFrame
    source_node: np.ndarray
    source_given: bool
    component: np.ndarray
    figures: tuple[CostFigure, ...]

    def invest_eur(self) -> np.ndarray:
        """Investment of each edge of the network, in the order of the tree."""
        tree = self.route.tree
        return self.costs.invest_eur[tree.edge] + self.costs.invest_eur_kw[tree.edge] * tree.flow_kw


def propose(
    inputs: ProposalInputs,
    drawn: Drawn,
    settings: ProposalSettings,
    progress: Progress = SILENT,
    tables: NetworkTables | None = None,
) -> Proposal:
    """Propose a network for the heated buildings of an area.

    Parameters
    ----------
    inputs : ProposalInputs
    drawn : Drawn
    settings : ProposalSettings
    progress : Progress
    tables : NetworkTables, optional
        EnAct's where none are given.

    Returns
    -------
    Proposal

    Raises
    ------
    EnactError
        ``network_building_twice``, ``network_without_customers``, ``network_without_streets``, ``network_source_far``,
        ``connection_rate_out_of_range``.
    """
    if not 0 < settings.connection_rate <= 1:
        raise EnactError("connection_rate_out_of_range", rate=settings.connection_rate)
    figures = Figures(tables)
    buildings = _buildings(inputs.demand, drawn.area, settings.connection_rate, figures)
    if inputs.addresses is not None:
        buildings = by_entrance(buildings, inputs.addresses)
    wanted = buildings[buildings["connection"] == Connection.CONNECTED.value]
    sources = drawn.sources if len(drawn.sources) else _amid(wanted, inputs.sections)
    near = _reach(wanted, drawn, sources)
    progress(0.05, "network_layout", rows=len(wanted))
    lines, places = _lines(inputs.sections, drawn, sources, near)
    made = layout(
        lines, _houses(inputs, wanted, near), _wishes(inputs, drawn, settings), progress.part(0.05, 0.5)
    )
    source_node = _source_nodes(made, places)
    progress(0.5, "network_routing", rows=len(wanted))
    return _routed(
        made, buildings, source_node, len(drawn.sources) > 0, settings, figures, progress.part(0.5, 0.95)
    )


def _buildings(demand: GeoDataFrame, area: np.ndarray, rate: float, figures: Figures) -> GeoDataFrame:
    """Buildings of the area with heat and power; those without demand are told."""
    twice = demand["building_id"].duplicated()
    if twice.any():
        raise EnactError("network_building_twice", building=str(demand.loc[twice, "building_id"].iloc[0]),
                         count=int(twice.sum()))  # fmt: skip
    if len(area):
        point = shapely.point_on_surface(demand.geometry.to_numpy())
        inside = np.unique(shapely.STRtree(point).query(area, predicate="intersects")[1])
        demand = demand.iloc[inside]
    heat = demand["useful_heat_kwh"].to_numpy(dtype=float) * rate
    has = np.isfinite(heat) & (heat > 0)
    if not has.any():
        raise EnactError("network_without_customers")
    heat = np.where(has, heat, 0.0)
    frame = GeoDataFrame(
        {
            "building_id": demand["building_id"].to_numpy(),
            "street": demand["street"].to_numpy(),
            "house_number": demand["house_number"].to_numpy(),
            "heat_kwh": heat,
            "power_kw": heat / figures["full_load_h"],
            "floor_area_m2": demand["floor_area_m2"].to_numpy(dtype=float),
            "customer": demand["building_id"].astype(str).to_numpy(),
            "connection": np.where(has, Connection.CONNECTED.value, NO_DEMAND),
        },
        geometry=demand.geometry.to_numpy(),
        crs=demand.crs,
    )
    order = np.argsort(frame["building_id"].to_numpy(dtype=str), kind="stable")
    return frame.iloc[order].reset_index(drop=True)


def _amid(buildings: GeoDataFrame, sections: GeoDataFrame) -> np.ndarray:
    """Point on the street that is nearest to the middle of the heat."""
    xy = shapely.get_coordinates(shapely.centroid(buildings.geometry.to_numpy()))
    middle = shapely.points(np.average(xy, axis=0, weights=buildings["heat_kwh"]))
    lines = sections.geometry.to_numpy()
    if not len(lines):
        raise EnactError("network_without_streets")
    nearest = lines[shapely.STRtree(lines).nearest(middle)]
    return np.array([shapely.get_point(shapely.shortest_line(middle, nearest), -1)])


def _reach(buildings: GeoDataFrame, drawn: Drawn, sources: np.ndarray) -> tuple[float, float, float, float]:
    """Box in which streets and obstacles are looked at."""
    shapes = [buildings.geometry.to_numpy(), sources, drawn.routes, drawn.existing]
    bounds = shapely.total_bounds(np.concatenate(shapes))
    wide = network_rule("area_reach_m")
    return bounds[0] - wide, bounds[1] - wide, bounds[2] + wide, bounds[3] + wide


def _in_box(shapes: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    low, high = shapely.bounds(shapes)[:, :2], shapely.bounds(shapes)[:, 2:]
    return np.flatnonzero((low <= box[2:]).all(axis=1) & (high >= box[:2]).all(axis=1))


def _lines(
    sections: GeoDataFrame, drawn: Drawn, sources: np.ndarray, box: tuple[float, float, float, float]
) -> tuple[Lines, np.ndarray]:
    """Streets of the box, further routes, existing pipes, a way from each source; and the places of the sources."""
    near = sections.iloc[_in_box(sections.geometry.to_numpy(), box)]
    lines = lines_of(
        near.geometry.to_numpy(),
        Edge.STREET,
        street_class=near["street_class"].to_numpy(dtype=object),
        name=near["street"].to_numpy(dtype=object),
        key=near["section_id"].to_numpy(dtype=object),
    )
    lines = lines.and_also(lines_of(drawn.routes, Edge.ROUTE)).and_also(
        lines_of(drawn.existing, Edge.EXISTING)
    )
    if not len(lines.line):
        raise EnactError("network_without_streets")
    nearest = shapely.STRtree(lines.line).nearest(sources)
    ways = shapely.shortest_line(sources, lines.line[nearest])
    length = shapely.length(ways)
    far = length > network_rule("source_max_m")
    if far.any():
        raise EnactError("network_source_far", distance_m=round(float(length.max())),
                         most_m=round(network_rule("source_max_m")))  # fmt: skip
    away = lines_of(ways[length > network_rule("snap_m")], Edge.ROUTE)
    # a source on a street cuts it there
    on = nearest[length <= network_rule("snap_m")]
    feet = shapely.get_point(ways[length <= network_rule("snap_m")], -1)
    cut = cut_lines(lines.line, feet, on)
    return lines.take(cut.row, cut.lines).and_also(away), shapely.get_coordinates(sources)


def _houses(inputs: ProposalInputs, wanted: GeoDataFrame, box: tuple[float, float, float, float]) -> Houses:
    """Customers, and all buildings of the box with the property each stands on."""
    stock = inputs.stock.iloc[_in_box(inputs.stock.geometry.to_numpy(), box)].reset_index(drop=True)
    place = pd.Series(np.arange(len(stock)), index=stock["building_id"].to_numpy())
    own = place.reindex(wanted["building_id"]).fillna(NONE).to_numpy(dtype=int)
    return Houses(wanted.geometry.to_numpy(), own, stock.geometry.to_numpy(), _property(inputs, stock))


def _property(inputs: ProposalInputs, stock: GeoDataFrame) -> np.ndarray:
    """Number of the property of each building: its parcel, else its address; negative where neither is known."""
    if inputs.parcels is not None and len(inputs.parcels):
        found = np.full(len(stock), NONE)
        point = shapely.point_on_surface(stock.geometry.to_numpy())
        row, parcel = shapely.STRtree(inputs.parcels.geometry.to_numpy()).query(point, predicate="intersects")
        found[row] = parcel
        return found
    known = stock["street"].notna() & stock["house_number"].notna()
    # 12, 12a and 12 b are one property
    number = house_number_parts(stock["house_number"])["number"]
    known &= number.notna()
    key = stock["street"].astype(str) + "|" + number.astype(str)
    return np.where(known, pd.factorize(key)[0], NONE)


def _wishes(inputs: ProposalInputs, drawn: Drawn, settings: ProposalSettings) -> Wishes:
    return Wishes(
        drawn.forbidden,
        drawn.preferred,
        settings.preferred_factor,
        settings.existing_factor,
        {
            "rail": border_lines("rail", inputs.rail, "rail_class"),
            "waterway": border_lines("waterways", inputs.waterways, "water_kind"),
        },
        {
            Edge.STREET: _ground(inputs.streets, "surface", "surface"),
            Edge.ROUTE: _ground(inputs.landuse, "landuse", "landuse_kind"),
        },
    )


def _ground(frame: GeoDataFrame | None, kind: str, column: str) -> GroundCost:
    """Shapes with their factor; one where the table has none."""
    if frame is None or column not in frame:
        return GroundCost(np.zeros(0, dtype=object), np.zeros(0))
    factor = frame[column].map(ground_factors(kind)).to_numpy(dtype=float)
    # all of them, so that the nearest one counts, not the nearest that is dear
    shape = frame.geometry.to_numpy()
    usable = ~(shapely.is_missing(shape) | shapely.is_empty(shape))
    return GroundCost(shape[usable], np.nan_to_num(factor, nan=1.0)[usable])


def _source_nodes(made: Layout, places: np.ndarray) -> np.ndarray:
    return made.node_near(places, ~made.is_house())


def _routed(
    made: Layout,
    buildings: GeoDataFrame,
    source_node: np.ndarray,
    given: bool,
    settings: ProposalSettings,
    figures: Figures,
    progress: Progress,
) -> Proposal:
    """Costs, customers, route, and what became of each building."""
    buildings = buildings.assign(node=NONE)
    asked = np.flatnonzero(buildings["connection"] == Connection.CONNECTED.value)
    state = buildings["connection"].to_numpy(dtype=object).copy()
    state[asked] = [access.value for access in made.access]
    node = buildings["node"].to_numpy().copy()
    node[asked] = made.house_node
    state[asked[_detour(made, source_node, made.house_node)]] = DETOUR
    linked = np.flatnonzero(state == Access.LINKED.value)
    if not len(linked):
        raise EnactError("network_without_customers")
    chosen = buildings.iloc[linked]
    power, heat = chosen["power_kw"].to_numpy(), chosen["heat_kwh"].to_numpy()
    load = power * (1 - figures.house_share(network_kind(settings.kind)))
    costs = edge_costs(made, settings.kind, float(load.sum()), figures)
    customers = Customers(
        node[linked], load, heat, worth_eur_a(heat, power, settings.kind, figures),
        chosen["building_id"].isin(settings.required).to_numpy(),
    )  # fmt: skip
    graph = RoutingGraph(len(made.node_xy), made.tail, made.head, costs.fixed_eur_a, costs.flow_eur_a_kw)
    goal = Goal(settings.mode, settings.limit, made.length_m)
    if settings.mode is Mode.BUDGET:
        goal = Goal(settings.mode, settings.limit, costs.invest_eur, costs.invest_eur_kw)
    found = route(graph, source_node, customers, goal, made.is_house(), settings.effort, progress)
    state[linked] = [one.value for one in found.connection]
    return Proposal(
        made,
        found,
        costs,
        buildings.assign(connection=state, node=node),
        source_node,
        given,
        _components(made, source_node),
        figures.used,
    )


def _components(made: Layout, source_node: np.ndarray) -> np.ndarray:
    """Part of the streets that each node belongs to; a house to one with a source, if it can choose."""
    component = made.street_components()
    fed = np.zeros(component.max() + 1, dtype=bool)
    fed[component[source_node]] = True
    service = np.flatnonzero(made.lines.kind == Edge.SERVICE)
    street = component[made.head[service]]
    order = np.argsort(fed[street], kind="stable")  # those with a source last, so that they stay
    component[made.tail[service][order]] = street[order]
    return component


def _detour(made: Layout, source_node: np.ndarray, house_node: np.ndarray) -> np.ndarray:
    """Places of the buildings whose way from the nearest source is absurdly long."""
    count = len(made.node_xy)
    length = np.maximum(made.length_m, 1e-9)
    # along streets both ways, to a house but not through it
    along = made.lines.kind != Edge.SERVICE
    pairs = (np.concatenate([made.head, made.tail[along]]), np.concatenate([made.tail, made.head[along]]))
    # of parallel edges scipy's matrix would add up the lengths
    order = np.lexsort((np.concatenate([length, length[along]]), *pairs))
    first = np.r_[True, (np.diff(pairs[0][order]) != 0) | (np.diff(pairs[1][order]) != 0)]
    kept = order[first]
    edges = coo_matrix(
        (np.concatenate([length, length[along]])[kept], (pairs[0][kept], pairs[1][kept])), (count, count)
    )
    way = dijkstra(edges.tocsr(), indices=np.unique(source_node), min_only=True)
    known = house_node != NONE
    crow = np.full(len(house_node), np.inf)
    for node in np.unique(source_node):
        away = np.hypot(*(made.node_xy[house_node[known]] - made.node_xy[node]).T)
        crow[known] = np.minimum(crow[known], away)
    far = np.zeros(len(house_node), dtype=bool)
    way_m = way[house_node[known]]
    limit = np.maximum(network_rule("detour_factor") * crow[known], network_rule("detour_min_m"))
    far[known] = np.isfinite(way_m) & (way_m > limit)
    return np.flatnonzero(far)


def optimality_gap(proposal: Proposal, seconds: float) -> float:
    """By how much a proposal is above the cheapest network of the same customers at most, by the exact check.

    Parameters
    ----------
    proposal : Proposal
    seconds : float
        Time for the check.

    Returns
    -------
    float
        A share; infinite where the time was up before a bound was known, or where there are several sources or more
        customers than the check can deal with.
    """
    connected = proposal.buildings[proposal.buildings["connection"] == Connection.CONNECTED.value]
    sources = np.unique(proposal.source_node)
    if len(sources) != 1 or not 0 < len(connected) <= network_rule("exact_customers"):
        return float("inf")
    made, costs = proposal.layout, proposal.costs
    graph = RoutingGraph(len(made.node_xy), made.tail, made.head, costs.fixed_eur_a, costs.flow_eur_a_kw)
    load, heat = connected["power_kw"].to_numpy(), connected["heat_kwh"].to_numpy()
    asked = Customers(
        connected["node"].to_numpy(), load, heat, np.zeros(len(load)), np.zeros(len(load), dtype=bool)
    )
    # of houses the edges to others that are not connected would only burden the check
    closed = made.is_house()
    closed[asked.node] = False
    part = graph.part(np.flatnonzero(~(closed[graph.tail] | closed[graph.head])))
    bound = cheapest(part, int(sources[0]), asked, made.is_house(), seconds)
    return bound.gap(proposal.route.cost_eur_a)
