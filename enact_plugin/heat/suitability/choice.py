"""Which kind of supply is proposed for each block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .classify import Classification, Verdict
from .indicators import ExistingNetwork
from .rules import KINDS, SUITABILITY, SuitabilityRules
from .shapes import enclosed, groups

if TYPE_CHECKING:
    import geopandas as gpd

STUDY = "study"
NETWORK = "network"
DECENTRAL = "decentral"
_SUITED = SUITABILITY[:2]


@dataclass(frozen=True)
class _Wide:
    """The classification by block (n) and kind (4, in the order of KINDS)."""

    score: np.ndarray
    suited: np.ndarray
    excluded: np.ndarray
    unknown: np.ndarray
    sure: np.ndarray


def _wide(classification: Classification, blocks: pd.Index, rules: SuitabilityRules) -> _Wide:
    table = classification.table.set_index(["block_id", "kind"])
    wide = {
        name: table[name].unstack().reindex(index=blocks, columns=list(KINDS)).to_numpy()
        for name in ("score", "suitability", "verdict", "confidence")
    }
    verdict = wide["verdict"].astype(str)
    return _Wide(
        score=wide["score"].astype(float),
        suited=np.isin(wide["suitability"].astype(str), _SUITED),
        excluded=verdict == Verdict.EXCLUDED.value,
        unknown=verdict == Verdict.UNKNOWN.value,
        sure=wide["confidence"].astype(float) >= rules.figures["sure_min_confidence"],
    )


def choose(
    blocks: gpd.GeoSeries, pairs: np.ndarray, classification: Classification, rules: SuitabilityRules
) -> pd.DataFrame:
    """Kind of supply area of each block.

    The kind with the best score, unless that cannot be said: then a Prüfgebiet (WPG §3) with its reason. Where green
    methane is best it is one too. Contiguous network blocks are densification (network inside), extension (joined to
    one that is inside or near) or new; too small ones become decentral where that is likely suitable, else under
    study. A single decentral block, or one under study, inside a network area joins it.

    Parameters
    ----------
    blocks : GeoSeries, shape (n,)
        Index ``block_id``; polygons, metric CRS.
    pairs : ndarray of int, shape (p, 2)
        Neighbouring blocks, of `shapes.neighbours`.
    classification : Classification
    rules : SuitabilityRules

    Returns
    -------
    DataFrame, shape (n,)
        ``supply_kind`` (list supply_kind), ``kind`` (whose classes give the reasons), ``choice`` (code of a reason,
        empty where the best kind was simply taken), ``choice_value``.
    """
    wide = _wide(classification, blocks.index, rules)
    chosen = _best(wide, blocks.index, rules)
    geometry = blocks.to_numpy()
    chosen = _smooth(chosen, geometry, pairs, wide, rules)
    return _network_kinds(chosen, classification.indicators.reindex(blocks.index), pairs, wide, rules)


def _best(wide: _Wide, blocks: pd.Index, rules: SuitabilityRules) -> pd.DataFrame:
    usable = ~wide.excluded & ~wide.unknown
    score = np.where(usable, wide.score, -np.inf)
    order = np.argsort(-score, axis=1, kind="stable")
    rows = np.arange(len(score))
    first, second = order[:, 0], order[:, 1]
    with np.errstate(invalid="ignore"):
        margin = score[rows, first] - score[rows, second]
    close = wide.suited[rows, second] & (margin < rules.figures["study_margin"])
    rivals = [KINDS.index(NETWORK), KINDS.index(DECENTRAL)]
    unclear = wide.unknown[:, rivals].any(axis=1) | ~wide.sure[rows, first]
    best = np.array(KINDS, dtype=object)[first]
    cases = {
        "choice_all_excluded": wide.excluded.all(axis=1),
        "choice_too_little_known": unclear,
        "choice_no_kind_suitable": ~wide.suited[rows, first],
        "choice_green_methane": best == "methane",
        "choice_scores_close": close,
    }
    choice = np.select(list(cases.values()), list(cases), default="").astype(object)
    value = np.where(choice == "choice_scores_close", 100 * margin, np.nan)
    return pd.DataFrame(
        {
            "supply_kind": np.where(choice == "", best, STUDY),
            "kind": best,
            "choice": choice,
            "choice_value": value,
        },
        index=blocks,
    )


def _smooth(
    chosen: pd.DataFrame, geometry: np.ndarray, pairs: np.ndarray, wide: _Wide, rules: SuitabilityRules
) -> pd.DataFrame:
    """Single blocks, decentral or under study, that lie inside a network area join it; hydrogen keeps its own."""
    kind = chosen["supply_kind"].to_numpy()
    label = np.where(kind == NETWORK, NETWORK, "other")
    group = groups(pairs, label)
    of_network = pairs[kind[pairs[:, 1]] == NETWORK]
    around = np.bincount(of_network[:, 0], minlength=len(kind))
    everyone = np.bincount(pairs[:, 0], minlength=len(kind))
    at = KINDS.index(NETWORK)
    alone = (
        np.isin(kind, (DECENTRAL, STUDY))
        & (around == everyone)
        & (around >= rules.figures["smooth_min_neighbours"])
    )
    alone &= ~wide.excluded[:, at] & (wide.score[:, at] >= rules.figures["smooth_min_score"])
    candidate = pd.DataFrame(of_network[alone[of_network[:, 0]]], columns=["block", "beside"])
    candidate["area"] = group[candidate["beside"]]
    candidate = candidate[candidate.groupby("block")["area"].transform("nunique") == 1]
    joins = []
    for area, found in candidate.groupby("area"):
        inner = found["block"].unique()
        points = shapely.point_on_surface(geometry[inner])
        members = geometry[(group == area) & (kind == NETWORK)]
        joins.append(inner[enclosed(members, points, rules.figures["neighbour_m"])])
    result = chosen.copy()
    rows = result.index[np.concatenate(joins)] if joins else result.index[:0]
    result.loc[rows, ["supply_kind", "kind", "choice"]] = [NETWORK, NETWORK, "choice_smoothed"]
    result.loc[rows, "choice_value"] = np.nan
    return result


def _network_kinds(
    chosen: pd.DataFrame,
    found: pd.DataFrame,
    pairs: np.ndarray,
    wide: _Wide,
    rules: SuitabilityRules,
) -> pd.DataFrame:
    kind = chosen["supply_kind"].to_numpy().astype(object)
    is_network = kind == NETWORK
    group = pd.Series(groups(pairs, kind), index=chosen.index)
    heat = found["useful_heat_mwh"].fillna(0.0).where(is_network, 0.0)
    total = heat.groupby(group).transform("sum").to_numpy()
    existing = found["existing_network"]
    inside = (existing == ExistingNetwork.INSIDE.value).to_numpy()
    joined = (existing.isin([ExistingNetwork.INSIDE.value, ExistingNetwork.NEAR.value])).groupby(group)
    joined = joined.transform("any").to_numpy()
    sub = np.select([inside, joined], ["network_densify", "network_extend"], default="network_new").astype(
        object
    )
    least = pd.Series(sub).map(lambda name: rules.figures[f"{name}_min_mwh"]).to_numpy(dtype=float)
    small = is_network & (total < least)
    decentral = wide.suited[:, KINDS.index(DECENTRAL)] & ~wide.excluded[:, KINDS.index(DECENTRAL)]
    result = chosen.copy()
    result["supply_kind"] = np.select(
        [small & decentral, small, is_network], [DECENTRAL, STUDY, sub], default=kind
    )
    result.loc[small & decentral, "kind"] = DECENTRAL
    result.loc[small, "choice"] = "choice_network_too_small"
    result.loc[small, "choice_value"] = total[small]
    return result
