"""Share of a block's heat that heat pumps could cover: ground probes, air."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

_KWH_MWH = 1000.0


def ground_share(blocks: GeoDataFrame, buildings: GeoDataFrame, ground: GeoDataFrame | None) -> np.ndarray:
    """Share of each block's heat that the probes of its land could cover; no lot gives more than is needed on it.

    A lot whose key is that of a block serves all of the block, any other the buildings that stand on it; where lots
    lie over each other the largest counts.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (n,)
        Layer ``block_heat``.
    buildings : GeoDataFrame
        ``block`` (position, -1 outside), ``heat_mwh``, outlines.
    ground : GeoDataFrame or None
        Layer ``potentials_ground``; rows without an amount of heat tell nothing.

    Returns
    -------
    ndarray, shape (n,)
        NaN where no layer tells of any amount, or nobody needs heat.
    """
    known = (
        None
        if ground is None
        else ground[ground["heat_mwh_a"].notna().to_numpy() & ~ground.geometry.isna().to_numpy()]
    )
    if known is None or not len(known):
        return np.full(len(blocks), np.nan)
    need = _by_block(buildings["block"], buildings["heat_mwh"], len(blocks))
    keys = pd.Index(blocks["block_id"])
    whole = keys.get_indexer(known["potential_id"])
    covered = _by_block(whole, known["heat_mwh_a"], len(blocks))
    lots = known[whole < 0].sort_values("heat_mwh_a", ascending=False, kind="stable")
    if len(lots):
        covered = covered + _on_lots(lots, buildings, len(blocks))
    return _share(np.minimum(covered, need), need)


def _on_lots(lots: GeoDataFrame, buildings: GeoDataFrame, blocks: int) -> np.ndarray:
    """Heat by block that lots give to the buildings standing on them."""
    points = shapely.point_on_surface(buildings.geometry.to_numpy())
    building, lot = shapely.STRtree(lots.geometry.to_numpy()).query(points, predicate="intersects")
    best = pd.Series(lot).groupby(building).min()  # the lots come by their heat, the largest first
    heat = buildings["heat_mwh"].to_numpy(dtype=float)[best.index]
    needed = np.bincount(best.to_numpy(), heat, len(lots))
    given = np.minimum(lots["heat_mwh_a"].to_numpy(dtype=float), needed)
    part = _share(given, needed)[best.to_numpy()]
    return _by_block(buildings["block"].to_numpy()[best.index], heat * np.nan_to_num(part), blocks)


def air_share(
    blocks: GeoDataFrame, buildings: GeoDataFrame, air: pd.DataFrame | None, full_load_h: float
) -> np.ndarray:
    """Share of each block's heat in buildings where the unit that the neighbours allow is large enough.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (n,)
    buildings : GeoDataFrame
        ``building_id``, ``block``, ``heat_mwh``.
    air : DataFrame or None
        Layer ``potentials_air``; rows without building or power tell nothing.
    full_load_h : float
        Hours of full load by which the yearly heat gives the power needed [h/a].

    Returns
    -------
    ndarray, shape (n,)
        Of the heat of buildings that the layer knows; NaN where it knows none.
    """
    if air is None:
        return np.full(len(blocks), np.nan)
    told = air[air["building_id"].notna() & air["power_kw"].notna()].drop_duplicates("building_id")
    power = buildings["building_id"].map(told.set_index("building_id")["power_kw"]).to_numpy(dtype=float)
    heat = buildings["heat_mwh"].to_numpy(dtype=float)
    enough = power >= heat * _KWH_MWH / full_load_h
    known = ~np.isnan(power)
    return _share(
        _by_block(buildings["block"], heat * (enough & known), len(blocks)),
        _by_block(buildings["block"], heat * known, len(blocks)),
    )


def _by_block(place: pd.Series | np.ndarray, values: pd.Series | np.ndarray, blocks: int) -> np.ndarray:
    place = np.asarray(place)
    inside = place >= 0
    return np.bincount(place[inside], np.asarray(values, dtype=float)[inside], blocks)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
