"""The table of blocks to be judged, from the layers of the analysis and of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...reference.stock_tables import known_age_classes
from ..demand.shares import age_matrix
from ..potentials.tables import rule
from .indicators import AREA_COLUMNS, Areas, ExistingNetwork, GasNetwork, Prospect
from .pumps import air_share, ground_share
from .rules import SuitabilityRules

_KWH_MWH = 1000.0
_CT_KWH_EUR_MWH = 10.0
_OLD = ("to_1918", "1919_1948", "1949_1978")  # before the first ordinance on thermal insulation took effect
_AGES = (*known_age_classes(), "unknown")
_EXISTS = ("existing", "unknown")  # states of a network that heat can be taken from, as far as anybody tells


@dataclass(frozen=True)
class Computed:
    """Layers of the analysis.

    Attributes
    ----------
    block_heat : GeoDataFrame, shape (n,)
    members : DataFrame
        Table ``building_blocks``.
    sections : DataFrame
        Table ``building_sections``.
    section_heat : DataFrame
    demand : DataFrame
        Layer ``building_demand``.
    stock : DataFrame
        Layer ``building_stock``.
    mixture : DataFrame
        Table ``building_mixture``.
    """

    block_heat: GeoDataFrame
    members: pd.DataFrame
    sections: pd.DataFrame
    section_heat: pd.DataFrame
    demand: pd.DataFrame
    stock: pd.DataFrame
    mixture: pd.DataFrame


@dataclass(frozen=True)
class Surroundings:
    """Layers of the plan, None where the workspace has none: nothing is known then.

    Attributes
    ----------
    networks : sequence of GeoDataFrame
        Pipes and areas of heat networks with their ``status``.
    gas_blocks : GeoDataFrame or None
        Areas with a gas network.
    sources : sequence of GeoDataFrame
        Potentials of waste heat, rivers, sewage with ``heat_mwh_a``.
    saving : DataFrame or None
        Layer ``potentials_saving``; rows whose key is that of a block.
    ground, air : GeoDataFrame or None
        Layers ``potentials_ground``, ``potentials_air``.
    costs : DataFrame or None
        Layer ``network_comparison`` of the variant that counts: ``building_id``, ``heat_mwh_a``, ``network_ct_kwh``,
        ``alone_ct_kwh``.
    hydrogen, methane : Prospect or None
        Of the whole municipality; None where the planner says nothing.
    """

    networks: Sequence[GeoDataFrame] = ()
    gas_blocks: GeoDataFrame | None = None
    sources: Sequence[GeoDataFrame] = ()
    hydrogen: Prospect | None = None
    methane: Prospect | None = None
    saving: pd.DataFrame | None = None
    ground: GeoDataFrame | None = None
    air: pd.DataFrame | None = None
    costs: pd.DataFrame | None = None


def area_table(computed: Computed, around: Surroundings, rules: SuitabilityRules) -> Areas:
    """Put the indicators of each block together; what no layer tells stays unknown.

    Parameters
    ----------
    computed : Computed, n blocks
    around : Surroundings
    rules : SuitabilityRules

    Returns
    -------
    Areas
    """
    blocks = computed.block_heat
    keys = pd.Index(blocks["block_id"], name="block_id")
    heat = blocks["useful_heat_mwh_a"].to_numpy(dtype=float)
    frame = pd.DataFrame(index=keys, columns=list(AREA_COLUMNS))
    frame["useful_heat_mwh"] = heat
    frame["density_mwh_ha"] = blocks["density_mwh_ha"].to_numpy(dtype=float)
    frame["heated_buildings"] = blocks["heated_buildings"].to_numpy(dtype=float)
    frame["large_consumer_mwh"] = heat * blocks["largest_consumer_percent"].to_numpy(dtype=float) / 100
    buildings = _buildings(computed, keys)
    frame["line_density_kwh_m"] = _weighted(buildings, "line_density_kwh_m", len(keys))
    frame["built_before_1979_share"] = _weighted(buildings, "old_share", len(keys))
    known = blocks["unknown_percent"].to_numpy(dtype=float) < 50  # else the rest says little of the block
    gas = np.where(known, blocks["gas_percent"].to_numpy(dtype=float) / 100, np.nan)
    frame["gas_share"] = np.clip(gas, 0, 1)
    shapes = blocks.geometry.to_numpy()
    distance = _network_distance(shapes, around.networks)
    frame["network_distance_m"] = distance
    # layers of networks without any that exists: known to be none
    nothing = bool(around.networks) and bool(np.isnan(distance).all())
    frame["existing_network"] = ExistingNetwork.NONE.value if nothing else None
    frame["gas_network"] = _gas_network(shapes, around.gas_blocks, gas)
    frame["source_mwh_a"], frame["source_distance_m"] = _sources(
        shapes, around.sources, rules.figures["source_reach_m"]
    )
    frame["hydrogen_prospect"] = None if around.hydrogen is None else around.hydrogen.value
    frame["methane_prospect"] = None if around.methane is None else around.methane.value
    frame["saving_share"] = _saving_share(keys, around.saving)
    frame["ground_share"] = ground_share(blocks, buildings, around.ground)
    frame["air_share"] = air_share(blocks, buildings, around.air, rule("heat_pump_rules", "full_load_h"))
    if around.costs is not None:
        costs = block_costs(
            around.costs, computed.members, frame["useful_heat_mwh"], rules.figures["lcoh_heat_share"]
        )
        frame = frame.join(costs)
    return Areas(frame)


def block_costs(
    costs: pd.DataFrame, members: pd.DataFrame, heat_mwh: pd.Series, least_share: float
) -> pd.DataFrame:
    """Cost of heat in each block that a variant of a network reaches.

    Parameters
    ----------
    costs : DataFrame
        Layer ``network_comparison`` of one variant.
    members : DataFrame
        Table ``building_blocks``.
    heat_mwh : Series
        Useful heat of each block, index ``block_id``.
    least_share : float
        Of a block's heat that the customers in it must have.

    Returns
    -------
    DataFrame
        Index of `heat_mwh`; ``lcoh_network_eur_mwh``, ``lcoh_decentral_eur_mwh`` weighted by heat, not a number where
        the network reaches too little of the block.
    """
    block = costs["building_id"].map(
        members.drop_duplicates("building_id").set_index("building_id")["block_id"]
    )
    heat = costs["heat_mwh_a"].astype(float)
    sums = pd.DataFrame(
        {
            "heat": heat,
            "lcoh_network_eur_mwh": heat * costs["network_ct_kwh"] * _CT_KWH_EUR_MWH,
            "lcoh_decentral_eur_mwh": heat * costs["alone_ct_kwh"] * _CT_KWH_EUR_MWH,
        }
    )
    sums = sums.groupby(block.to_numpy()).sum().reindex(heat_mwh.index)
    enough = sums["heat"] >= least_share * heat_mwh.astype(float)
    names = ["lcoh_network_eur_mwh", "lcoh_decentral_eur_mwh"]
    return sums[names].div(sums["heat"], axis=0).where(enough, np.nan)


def _saving_share(keys: pd.Index, saving: pd.DataFrame | None) -> np.ndarray:
    """Share of its heat that refurbishment would save in each block; NaN where nobody tells."""
    if saving is None:
        return np.full(len(keys), np.nan)
    share = saving.drop_duplicates("potential_id").set_index("potential_id")["saving_percent"] / 100
    return np.clip(share.reindex(keys).to_numpy(dtype=float), 0.0, 1.0)


def _buildings(computed: Computed, keys: pd.Index) -> GeoDataFrame:
    """Key, outline, block, heat, line density of the section and share of old age classes of each heated building."""
    demand = computed.demand
    found = demand[["building_id", "useful_heat_kwh"]].merge(
        computed.members[["building_id", "block_id"]], on="building_id", how="left"
    )
    found = found.merge(computed.sections[["building_id", "section_id"]], on="building_id", how="left")
    density = computed.section_heat.set_index("section_id")["line_density_kwh_m"]
    stock = computed.stock.set_index("building_id")["age_class"].reindex(found["building_id"])
    ages = age_matrix(stock, computed.mixture, pd.Index(found["building_id"]), _AGES)
    told = ages[:, :-1].sum(axis=1)
    old = ages[:, [_AGES.index(name) for name in _OLD]].sum(axis=1)
    return GeoDataFrame(
        {
            "building_id": found["building_id"].to_numpy(),
            "block": keys.get_indexer(found["block_id"]),
            "heat_mwh": found["useful_heat_kwh"].to_numpy(dtype=float) / _KWH_MWH,
            "line_density_kwh_m": found["section_id"].map(density).to_numpy(dtype=float),
            "old_share": np.divide(old, told, out=np.full(len(old), np.nan), where=told > 0),
        },
        geometry=demand.geometry.to_numpy(),  # one row each: a building has one block and one section
        crs=demand.crs,
    )


def _weighted(buildings: pd.DataFrame, column: str, blocks: int) -> np.ndarray:
    """Mean over the buildings of each block weighted by heat; NaN where none of them tells."""
    rows = buildings[(buildings["block"] >= 0) & buildings[column].notna()]
    place, heat = rows["block"].to_numpy(), rows["heat_mwh"].to_numpy()
    total = np.bincount(place, heat, blocks)
    sums = np.bincount(place, heat * rows[column].to_numpy(), blocks)
    return np.divide(sums, total, out=np.full(blocks, np.nan), where=total > 0)


def _network_distance(shapes: np.ndarray, networks: Sequence[GeoDataFrame]) -> np.ndarray:
    """Distance to the nearest network that exists [m], 0 inside; NaN where there is none, or no layer tells of any."""
    lines = [_existing(frame).geometry.to_numpy() for frame in networks]
    found = np.concatenate(lines) if lines else np.array([], dtype=object)
    return _nearest_m(shapes, found) if len(found) else np.full(len(shapes), np.nan)


def _existing(frame: GeoDataFrame) -> GeoDataFrame:
    status = frame["status"].fillna("unknown") if "status" in frame else pd.Series("unknown", frame.index)
    return frame[status.isin(_EXISTS).to_numpy() & ~shapely.is_missing(frame.geometry.to_numpy())]


def _nearest_m(shapes: np.ndarray, others: np.ndarray) -> np.ndarray:
    return shapely.distance(shapes, others[shapely.STRtree(others).nearest(shapes)])


def _gas_network(shapes: np.ndarray, gas_blocks: GeoDataFrame | None, gas_share: np.ndarray) -> np.ndarray:
    """Whether a block has a gas network: by the layer of gas networks, else where people heat with gas."""
    if gas_blocks is None or not len(gas_blocks):
        return np.where(gas_share > 0, GasNetwork.PRESENT.value, None)
    areas = _existing(gas_blocks).geometry.to_numpy()
    inside = np.zeros(len(shapes), dtype=bool)
    if len(areas):
        _, block = shapely.STRtree(shapely.point_on_surface(shapes)).query(areas, predicate="intersects")
        inside[block] = True
    return np.where(inside, GasNetwork.PRESENT.value, GasNetwork.NONE.value)


def _sources(
    shapes: np.ndarray, sources: Sequence[GeoDataFrame], reach_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """Heat of all sources within reach [MWh/a] and distance to the nearest [m]; NaN where no layer tells of any."""
    known = [frame for frame in sources if len(frame)]
    if not known:
        return np.full(len(shapes), np.nan), np.full(len(shapes), np.nan)
    places = np.concatenate([frame.geometry.to_numpy() for frame in known])
    heat = np.concatenate([frame["heat_mwh_a"].to_numpy(dtype=float) for frame in known])
    there = ~shapely.is_missing(places) & ~np.isnan(heat)
    if not there.any():
        return np.full(len(shapes), np.nan), np.full(len(shapes), np.nan)
    places, heat = places[there], heat[there]
    block, source = shapely.STRtree(places).query(shapes, predicate="dwithin", distance=reach_m)
    return np.bincount(block, heat[source], len(shapes)), _nearest_m(shapes, places)
