"""The layers of a proposal; those of other variants stay in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from ...reference.legal import legal_values
from ...reference.network_tables import CostFigure, network_rule
from ..layout.layout import NONE, Edge
from ..routing.route import Connection, Mode
from ..variants import run_key, variant_outcomes
from .inputs import ProposalSettings
from .proposal import Proposal

ROUTES, CUSTOMERS, SOURCES = "network_routes", "network_customers", "network_sources"
COMPONENTS, PROPOSALS = "network_components", "network_proposals"
LAYERS = (ROUTES, CUSTOMERS, SOURCES, COMPONENTS, PROPOSALS)
_KWH_MWH = 1000.0
_BUILDING_NETWORK = "building_network"


@dataclass(frozen=True)
class _Behind:
    """Customers behind each edge of the tree.

    Attributes
    ----------
    customers : ndarray of int, shape (k,)
    heat_kwh : ndarray of float, shape (k,)
    """

    customers: np.ndarray
    heat_kwh: np.ndarray


def proposal_layers(
    proposal: Proposal,
    settings: ProposalSettings,
    source: Source,
    before: dict[str, GeoDataFrame | pd.DataFrame | None],
    tell: Callable[[CostFigure], str],
    gap: float | None = None,
) -> dict[str, Outcome]:
    """Make the layers of the workspace out of a proposal.

    Parameters
    ----------
    proposal : Proposal
    settings : ProposalSettings
    source : Source
    before : dict
        Layers as they are; rows of other variants are carried over.
    tell : callable
        A figure with its source in words.
    gap : float, optional
        Share by which the network is above the cheapest at most, where the exact check was asked for.

    Returns
    -------
    dict
        Layer to outcome, the routes first.
    """
    behind = _behind(proposal)
    made = {
        ROUTES: _routes(proposal, settings.variant, behind),
        CUSTOMERS: _customers(proposal, settings),
        SOURCES: _sources(proposal, settings.variant),
        COMPONENTS: _components(proposal, settings.variant),
        PROPOSALS: _summary(proposal, settings, gap).assign(
            figures="; ".join(tell(figure) for figure in proposal.figures)
        ),
    }
    assumptions = ("network_proposal_estimate", "network_proposal_linear", "network_proposal_simultaneity")
    findings = proposal_findings(proposal, settings, gap)
    key = run_key(
        made[ROUTES].drop(columns="geometry"), made[CUSTOMERS].drop(columns="geometry"), settings.kind
    )
    made[PROPOSALS] = made[PROPOSALS].assign(run_key=key)
    others = before.get(PROPOSALS)
    if others is not None and len(others):
        # the maps show the last one, unless the planner ticks others
        before = {**before, PROPOSALS: others.assign(shown=False)}
    frames = {layer: rounded(frame) for layer, frame in made.items()}
    outcomes = variant_outcomes(frames, before, settings.variant, source, findings, assumptions)
    table = outcomes[PROPOSALS]  # so the rows of the others are not as they were
    outcomes[PROPOSALS] = replace(table, rows_in=len(table.frame), carried=0)
    return outcomes


def _behind(proposal: Proposal) -> _Behind:
    tree = proposal.route.tree
    count = len(proposal.layout.node_xy)
    connected = proposal.buildings[proposal.buildings["connection"] == Connection.CONNECTED.value]
    customers = np.bincount(connected["node"], minlength=count).astype(float)
    heat = np.bincount(connected["node"], connected["heat_kwh"], minlength=count)
    for up, down in zip(tree.above[::-1].tolist(), tree.below[::-1].tolist()):
        customers[up] += customers[down]
        heat[up] += heat[down]
    return _Behind(customers[tree.below].astype(int), heat[tree.below])


def _routes(proposal: Proposal, variant: str, behind: _Behind) -> GeoDataFrame:
    """Edges of the network, each directed away from the source."""
    tree, made = proposal.route.tree, proposal.layout
    lines = made.lines.take(tree.edge)
    turned = made.tail[tree.edge] != tree.above
    shape = np.where(turned, shapely.reverse(lines.line), lines.line)
    building_at = np.full(len(made.node_xy), None, dtype=object)
    linked = proposal.buildings["node"].to_numpy() != NONE
    building_at[proposal.buildings["node"].to_numpy()[linked]] = proposal.buildings["building_id"][linked]
    table = {
        "edge_id": [f"{variant}|{number}" for number in range(len(tree.edge))],
        "variant": variant,
        "kind": [kind.value for kind in lines.kind],
        "street": lines.name,
        "section_id": lines.key,
        "building_id": building_at[tree.below],
        "length_m": made.length_m[tree.edge].round(2),
        "customers": behind.customers,
        "heat_mwh_a": behind.heat_kwh / _KWH_MWH,
        "power_kw": tree.flow_kw.round(2),
        "cost_factor": made.factor[tree.edge],
        "crossings_eur": made.extra_eur[tree.edge],
        "investment_eur": proposal.invest_eur().round(),
        "passes_building": made.passes[tree.edge],
        "from_node": tree.above,
        "to_node": tree.below,
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=shape, crs=proposal.buildings.crs)


def _customers(proposal: Proposal, settings: ProposalSettings) -> GeoDataFrame:
    """Every heated building of the area and what became of it."""
    buildings, tree, made = proposal.buildings, proposal.route.tree, proposal.layout
    service = np.full(len(made.node_xy) + 1, np.nan)
    service[tree.below] = made.length_m[tree.edge].round(2)
    connected = (buildings["connection"] == Connection.CONNECTED.value).to_numpy()
    node = np.where(connected, buildings["node"].to_numpy(), len(made.node_xy))
    table = {
        "customer_id": settings.variant + "|" + buildings["customer"].astype(str),
        "variant": settings.variant,
        "building_id": buildings["building_id"],
        "street": buildings["street"],
        "house_number": buildings["house_number"],
        "connection": buildings["connection"],
        "required": buildings["building_id"].isin(settings.required),
        "heat_mwh_a": buildings["heat_kwh"] / _KWH_MWH,
        "power_kw": buildings["power_kw"].round(2),
        "service_m": service[node],
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=buildings.geometry.to_numpy(), crs=buildings.crs)


def _sources(proposal: Proposal, variant: str) -> GeoDataFrame:
    """Sources with what each feeds."""
    tree = proposal.route.tree
    connected = proposal.buildings[proposal.buildings["connection"] == Connection.CONNECTED.value]
    fed_by = {int(node): int(node) for node in proposal.source_node}
    for up, down in zip(tree.above.tolist(), tree.below.tolist()):
        fed_by[down] = fed_by.get(up, up)
    fed = connected["node"].map(fed_by)
    nodes = np.unique(proposal.source_node)
    groups = connected.groupby(fed.to_numpy())
    heat, power = groups["heat_kwh"].sum(), groups["power_kw"].sum()
    table = {
        "source_id": [f"{variant}|{number + 1}" for number in range(len(nodes))],
        "variant": variant,
        "placed": "given" if proposal.source_given else "proposed",
        "customers": groups.size().reindex(nodes, fill_value=0).to_numpy(dtype=int),
        "heat_mwh_a": heat.reindex(nodes, fill_value=0.0).to_numpy() / _KWH_MWH,
        "power_kw": power.reindex(nodes, fill_value=0.0).to_numpy().round(2),
    }
    points = shapely.points(proposal.layout.node_xy[nodes])
    return GeoDataFrame(pd.DataFrame(table), geometry=points, crs=proposal.buildings.crs)


def _components(proposal: Proposal, variant: str) -> GeoDataFrame:
    """Streets and routes that hang together, the longest first; only those with a source or with buildings."""
    made = proposal.layout
    along = np.flatnonzero(made.lines.kind != Edge.SERVICE)
    number = proposal.component[made.tail[along]]
    length = np.bincount(number, made.length_m[along], proposal.component.max() + 1)
    node = proposal.buildings["node"].to_numpy()
    linked = node != NONE
    at = proposal.component[node[linked]]
    count = np.bincount(at, minlength=len(length))
    heat = np.bincount(at, proposal.buildings["heat_kwh"][linked], len(length))
    fed = np.zeros(len(length), dtype=bool)
    fed[proposal.component[proposal.source_node]] = True
    shown = np.flatnonzero((length > 0) & (fed | (count > 0)))
    shown = shown[np.argsort(-length[shown], kind="stable")]
    order = np.argsort(number, kind="stable")
    shapes = []
    for part in shown:
        rows = order[np.searchsorted(number[order], part) : np.searchsorted(number[order], part, "right")]
        shapes.append(shapely.multilinestrings(made.lines.line[along[rows]]))
    table = {
        "part_id": [f"{variant}|{place + 1}" for place in range(len(shown))],
        "variant": variant,
        "number": np.arange(1, len(shown) + 1),
        "has_source": fed[shown],
        "length_m": length[shown].round(2),
        "buildings": count[shown],
        "heat_mwh_a": heat[shown] / _KWH_MWH,
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=shapes, crs=proposal.buildings.crs)


def _summary(proposal: Proposal, settings: ProposalSettings, gap: float | None) -> pd.DataFrame:
    """The variant in one row."""
    tree, made, route = proposal.route.tree, proposal.layout, proposal.route
    kind = made.lines.kind[tree.edge]
    length = made.length_m[tree.edge]
    service = float(length[kind == Edge.SERVICE].sum())
    along = float(length.sum()) - service
    connected = proposal.buildings[proposal.buildings["connection"] == Connection.CONNECTED.value]
    heat = float(connected["heat_kwh"].sum())
    limited = settings.mode in (Mode.BUDGET, Mode.DENSITY)
    row = {
        "variant": settings.variant,
        "shown": True,
        "mode": settings.mode.value,
        "limit_value": settings.limit if limited else None,
        "network_kind": settings.kind,
        "connection_percent": 100 * settings.connection_rate,
        "buildings": len(proposal.buildings),
        "customers": len(connected),
        "heat_mwh_a": heat / _KWH_MWH,
        "power_kw": round(float(connected["power_kw"].sum()), 1),
        "route_m": round(along, 1),
        "service_m": round(service, 1),
        "line_density_kwh_m": heat / along if along else None,
        "investment_eur": round(float(proposal.invest_eur().sum())),
        "network_eur_a": round(route.cost_eur_a),
        "margin_eur_a": round(route.worth_eur_a),
        "improved_percent": _improved(proposal),
        "gap_percent": None if gap is None or not np.isfinite(gap) else round(100 * gap, 2),
        "search_end": route.ended.value,
    }
    return pd.DataFrame([row])


def _improved(proposal: Proposal) -> float:
    """By how many percent the search made the first network of these customers cheaper."""
    start, end = proposal.route.start_eur_a, proposal.route.cost_eur_a
    return round(100 * (1 - end / start), 2) if start > 0 else 0.0


def proposal_findings(
    proposal: Proposal, settings: ProposalSettings, gap: float | None
) -> tuple[Finding, ...]:
    """What a planner should know of a proposal: who is not connected and why, where data seem to lack."""
    found = []
    counts = proposal.buildings["connection"].value_counts()
    for code in sorted(counts.index):
        severity = Severity.NOTE if code == Connection.CONNECTED.value else Severity.WARNING
        values = {"network_connection": code, "count": int(counts[code]), "total": len(proposal.buildings)}
        found.append(Finding("network_connection", severity=severity, values=values))
    if not counts.get(Connection.CONNECTED.value, 0):
        found.append(Finding("network_nobody"))
    if not proposal.source_given:
        found.append(Finding("network_source_proposed", severity=Severity.NOTE))
    tree, made = proposal.route.tree, proposal.layout
    service = tree.edge[made.lines.kind[tree.edge] == Edge.SERVICE]
    limit = network_rule("service_long_m")
    long = int((made.length_m[service] > limit).sum())
    if long:
        found.append(Finding("network_service_long", values={"count": long, "limit_m": limit}))
    passing = int(made.passes[service].sum())
    if passing:
        found.append(Finding("network_service_passes", severity=Severity.NOTE, values={"count": passing}))
    found += _building_network(proposal, settings)
    values = {"percent": _improved(proposal), "search_end": proposal.route.ended.value}
    found.append(Finding("network_search", severity=Severity.NOTE, values=values))
    if gap is not None:
        code = "network_gap" if np.isfinite(gap) else "network_gap_unknown"
        values = {"percent": round(100 * gap, 2)} if np.isfinite(gap) else {}
        found.append(Finding(code, severity=Severity.NOTE, values=values))
    return tuple(found)


def _building_network(proposal: Proposal, settings: ProposalSettings) -> list[Finding]:
    """Whether what is planned as a building network still is one in the sense of the law."""
    if settings.kind != _BUILDING_NETWORK:
        return []
    connected = proposal.buildings[proposal.buildings["connection"] == Connection.CONNECTED.value]
    buildings = connected["building_id"].nunique()
    dwellings = round(float(connected["floor_area_m2"].fillna(0.0).sum()) / network_rule("dwelling_m2"))
    limits = {name: _limit(name) for name in ("min_buildings", "max_buildings", "max_dwellings")}
    fits = (
        limits["min_buildings"] <= buildings <= limits["max_buildings"]
        and dwellings <= limits["max_dwellings"]
    )
    values = {"buildings": buildings, "dwellings": dwellings, "most_dwellings": limits["max_dwellings"],
              "least": limits["min_buildings"], "most": limits["max_buildings"]}  # fmt: skip
    code = "building_network_fits" if fits else "building_network_exceeded"
    return [Finding(code, severity=Severity.NOTE if fits else Severity.WARNING, values=values)]


def _limit(name: str) -> int:
    return int(next(iter(legal_values(f"building_network_{name}").values())))
