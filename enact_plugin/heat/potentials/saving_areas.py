"""Areas of raised saving potential (WPG § 18 (5))."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from ...reference.heat_rules import heat_rule
from ..suitability.shapes import dissolve, groups, neighbours
from .tables import M2_PER_HA, layer_columns

LAYER = "heatplan_saving_areas"
_KEY_BYTES = 8


def saving_areas(
    saving: GeoDataFrame,
    members: pd.DataFrame,
    demand: pd.DataFrame,
    source: Source,
    told: Callable[[float, float], str],
) -> Outcome:
    """Contiguous blocks whose buildings need much heat and would save much of it.

    A block counts where at least ``saving_area_share`` of its floor area lies in buildings with a useful heat of
    ``saving_area_kwh_m2`` and more, and refurbishment saves ``saving_area_percent`` of its heat; blocks next to each
    other are one area of at least ``saving_area_buildings`` heated buildings. Whether an area is fit as an urban
    renewal area (BauGB § 136) stays open: that is for the municipality to say.

    Parameters
    ----------
    saving : GeoDataFrame, shape (b,)
        Layer ``potentials_saving``.
    members : DataFrame
        Table ``building_blocks``.
    demand : DataFrame
        Layer ``building_demand``.
    source : Source
    told : callable
        Reason of an area, given the share of its floor area in high buildings and the saving, both in percent.

    Returns
    -------
    Outcome
        `frame`: layer ``heatplan_saving_areas``, no overlaps. Finding: ``saving_areas_total``.
    """
    blocks = _blocks(saving, members, demand)
    chosen = blocks[
        (blocks["high_m2"] >= heat_rule("saving_area_share") * blocks["floor_m2"])
        & (blocks["saving_percent"] >= heat_rule("saving_area_percent"))
        & (blocks["floor_m2"] > 0)
    ].reset_index(drop=True)
    shapes = chosen.geometry.to_numpy()
    pairs = neighbours(shapes, heat_rule("saving_area_neighbour_m"))
    group = groups(pairs, np.zeros(len(chosen))) if len(chosen) else np.zeros(0, dtype=int)
    sums = chosen[["high_m2", "floor_m2", "buildings", "saving_mwh_a", "heat_mwh_a"]].groupby(group).sum()
    keys = chosen["potential_id"].groupby(group).agg(lambda part: _key(sorted(part)))
    enough = (sums["buildings"] >= heat_rule("saving_area_buildings")).to_numpy()
    merged = dissolve(shapes, group) if len(chosen) else np.array([], dtype=object)
    high = 100 * (sums["high_m2"] / sums["floor_m2"]).to_numpy(dtype=float)
    percent = 100 * (sums["saving_mwh_a"] / sums["heat_mwh_a"]).to_numpy(dtype=float)
    table = pd.DataFrame(
        {
            "area_id": keys.to_numpy(dtype=object),
            "name": None,
            "renewal_area": None,
            "high_consumption": True,
            "shortened_planning": None,
            "reasons": [told(one, other) for one, other in zip(high, percent)],
            "plan_state": "draft",
            "area_ha": shapely.area(merged) / M2_PER_HA if len(merged) else [],
        }
    )
    frame = GeoDataFrame(rounded(table[layer_columns(LAYER)]), geometry=merged, crs=saving.crs)
    frame = frame[enough].reset_index(drop=True)
    values = {"count": len(frame), "mwh": round(float(sums["saving_mwh_a"].to_numpy()[enough].sum()))}
    finding = Finding("saving_areas_total", severity=Severity.NOTE, values=values)
    return Outcome(frame, source, len(frame), findings=(finding,), assumptions=("saving_areas_by_rule",))


def _blocks(saving: GeoDataFrame, members: pd.DataFrame, demand: pd.DataFrame) -> GeoDataFrame:
    """Blocks with their floor area, that of buildings with a high need, their buildings and their heat."""
    block = demand["building_id"].map(members.set_index("building_id")["block_id"])
    place = pd.Index(saving["potential_id"]).get_indexer(block)
    inside = place >= 0
    area = demand["floor_area_m2"].to_numpy(dtype=float)
    high = demand["specific_kwh_m2"].to_numpy(dtype=float) >= heat_rule("saving_area_kwh_m2")

    def summed(values: np.ndarray) -> np.ndarray:
        return np.bincount(place[inside], values[inside], len(saving))

    return saving.assign(
        floor_m2=summed(area),
        high_m2=summed(area * high),
        buildings=summed(np.ones(len(demand))),
        heat_mwh_a=summed(demand["useful_heat_kwh"].to_numpy(dtype=float) / 1000),
    )


def _key(members: list[str]) -> str:
    return hashlib.blake2b("\n".join(members).encode(), digest_size=_KEY_BYTES).hexdigest()
