"""Proposal of supply areas from the suitability of blocks, and how the planner's own areas outlive a new one."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...errors import EnactError, Finding, Severity
from .choice import choose
from .classify import Classification, Verdict
from .rules import ANY, KINDS, SUITABILITY, SuitabilityRules
from .shapes import dissolve, groups, neighbours, polygonal

M2_PER_HA = 10_000
REST = "~rest"  # behind the id of a block of which only a rest is left beside an area edited by hand
DERIVED = ("demand_mwh_a", "area_ha")  # follow an edited border, unless edited themselves
_KEY_BYTES = 8


@dataclass(frozen=True)
class Proposal:
    """Supply areas and what they are made of.

    Attributes
    ----------
    areas : GeoDataFrame
        Rows of the layer supply_areas: ``area_id``, ``name`` (None), ``year``, ``supply_kind``, ``suitability_*``,
        ``demand_mwh_a``, ``plan_state``, ``area_ha``; polygons that do not overlap. Year: from which on the area is to
        be supplied like this. The suitability of an area is the class that half of its heat reaches, never
        very_likely where any block is excluded.
    blocks : GeoDataFrame
        Index ``block_id``: ``useful_heat_mwh``, ``supply_kind``, ``kind``, ``choice``, ``choice_value``, ``area_id``;
        geometry is the block's, or what is left of it beside edited areas.
    reasons : DataFrame
        ``area_id``, ``rank``, ``code``, ``value`` (mean over the blocks, by heat), ``indicators``.
    edited : frozenset of str
        Areas that stand as the planner made them; they have no rows in `reasons`.
    findings : tuple of Finding
    """

    areas: gpd.GeoDataFrame
    blocks: gpd.GeoDataFrame
    reasons: pd.DataFrame
    classification: Classification
    edited: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def propose(blocks: gpd.GeoDataFrame, classification: Classification, rules: SuitabilityRules) -> Proposal:
    """Supply areas along the borders of blocks (or parcels).

    Parameters
    ----------
    blocks : GeoDataFrame, shape (n,)
        Index ``block_id``, among those of `classification`; polygons that do not overlap, metric CRS. Other columns
        are not looked at: what is known of a block stands in the classification.
    classification : Classification
    rules : SuitabilityRules

    Returns
    -------
    Proposal
        The demand of the areas sums to that of the blocks, their area to that of the blocks. Finding:
        ``suitability_heat_unknown`` (blocks whose heat is not known are missing in the demand).

    Raises
    ------
    EnactError
        ``suitability_blocks_differ`` where blocks are not those that were judged.
    """
    strange = blocks.index[~blocks.index.isin(classification.indicators.index)]
    if len(strange):
        raise EnactError("suitability_blocks_differ", block=str(strange[0]), count=len(strange))
    heat = classification.indicators["useful_heat_mwh"].reindex(blocks.index)
    pairs = neighbours(blocks.geometry.to_numpy(), rules.figures["neighbour_m"])
    columns = {"useful_heat_mwh": heat.fillna(0.0), **choose(blocks.geometry, pairs, classification, rules)}
    pieces = gpd.GeoDataFrame(columns, geometry=blocks.geometry.rename("geometry"), crs=blocks.crs)
    pieces["member"] = blocks.index.astype(str)
    group = groups(pairs, pieces["supply_kind"].to_numpy())
    found = _assemble(pieces, group, classification, rules)
    unknown = int(heat.isna().sum())
    if not unknown:
        return found
    return replace(found, findings=(Finding("suitability_heat_unknown", values={"count": unknown}),))


def _assemble(
    pieces: gpd.GeoDataFrame,
    group: np.ndarray,
    classification: Classification,
    rules: SuitabilityRules,
    taken: Collection[str] = (),
) -> Proposal:
    """Contiguous pieces of one kind, a group, become one area; its key never is one of `taken`."""
    geometry = pieces.geometry.to_numpy()
    kind = pieces["supply_kind"].to_numpy()
    keys = _keys(pieces["member"].to_numpy(), group, taken)
    by_group = pd.Series(group, index=pieces.index)
    first = ~by_group.duplicated().to_numpy()
    order = np.argsort(group[first], kind="stable")
    shapes = dissolve(geometry, group)
    areas = gpd.GeoDataFrame(
        {
            "area_id": keys,
            "name": None,
            "year": 0,
            "supply_kind": kind[first][order],
            **_area_classes(pieces, by_group, classification),
            "demand_mwh_a": pieces["useful_heat_mwh"].groupby(group).sum().to_numpy(),
            "plan_state": "draft",
            "area_ha": shapely.area(shapes) / M2_PER_HA,
        },
        geometry=gpd.GeoSeries(shapes, crs=pieces.crs),
        crs=pieces.crs,
    )
    areas["year"] = _years(areas, rules)
    pieces = pieces.assign(area_id=np.asarray(keys, dtype=object)[group])
    reasons = _area_reasons(pieces, classification, rules)
    return Proposal(areas.sort_values("area_id", ignore_index=True), pieces, reasons, classification)


def _keys(members: np.ndarray, group: np.ndarray, taken: Collection[str]) -> list[str]:
    order = np.lexsort((members, group))
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    used, keys = set(taken), []
    for part in np.split(members[order], starts[1:]):
        if len(part):
            text = "\n".join(part)
            while (key := hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).hexdigest()) in used:
                text += "~"
            used.add(key)
            keys.append(key)
    return keys


def _area_classes(
    pieces: gpd.GeoDataFrame, group: pd.Series, classification: Classification
) -> dict[str, np.ndarray]:
    """Class of each area and kind: the one that half of its heat reaches; where there is no heat each block counts."""
    heat = pieces["useful_heat_mwh"]
    weight = heat.where(heat.groupby(group).transform("sum") > 0, 1.0)
    names = np.array([*SUITABILITY, None], dtype=object)
    found = {}
    for kind in KINDS:
        table = classification.table
        table = table[table["kind"] == kind].set_index("block_id").reindex(pieces.index)
        rank = table["suitability"].map(dict(zip(SUITABILITY, range(len(SUITABILITY)))))
        part = pd.DataFrame({"group": group, "rank": rank, "weight": weight}).dropna()
        part = part.sort_values(["group", "rank"], ascending=[True, False], kind="stable")  # worst first
        reached = part.groupby("group")["weight"].cumsum()
        half = part.groupby("group")["weight"].transform("sum") / 2
        middle = part[reached >= half * (1 - 1e-9)].groupby("group")["rank"].first()
        excluded = (table["verdict"] == Verdict.EXCLUDED.value).groupby(group).any()
        middle = middle.reindex(excluded.index)
        middle = middle.mask(excluded & (middle == 0), 1)
        found[f"suitability_{kind}"] = names[middle.fillna(-1).to_numpy(dtype=int)]
    return found


def _years(areas: gpd.GeoDataFrame, rules: SuitabilityRules) -> list[int]:
    years = []
    for row, supply in enumerate(areas["supply_kind"]):
        kind = supply.partition("_")[0]
        suitability = areas[f"suitability_{kind}"].iloc[row] if kind in KINDS else None
        years.append(rules.years.get((supply, suitability), rules.years[supply, ANY]))
    return years


def _area_reasons(
    pieces: gpd.GeoDataFrame, classification: Classification, rules: SuitabilityRules
) -> pd.DataFrame:
    """Reasons of the blocks for the area's kind: how it was chosen first, then by heat and by rank in the block."""
    heat = pieces["useful_heat_mwh"].clip(
        lower=1e-6
    )  # blocks without heat still have a say where they are alone
    own = pieces.assign(heat=heat)[["area_id", "kind", "heat", "choice", "choice_value"]].rename_axis(
        "block_id"
    )
    judged = own.reset_index().merge(classification.reasons, on=["block_id", "kind"], how="inner")
    judged = judged.assign(first=1, weight=judged["heat"] / judged["rank"])
    chosen = own[own["choice"] != ""].assign(first=0, indicators="")
    chosen = chosen.assign(code=chosen["choice"], value=chosen["choice_value"], weight=chosen["heat"])
    columns = ["area_id", "first", "code", "value", "indicators", "heat", "weight"]
    together = pd.concat([chosen[columns], judged[columns]], ignore_index=True)
    together["product"] = together["value"] * together["heat"]
    together = together.sort_values(["area_id", "weight", "indicators"], ascending=[True, False, True])
    summed = together.groupby(["area_id", "first", "code"], as_index=False).agg(
        weight=("weight", "sum"),
        heat=("heat", "sum"),
        product=("product", lambda part: part.sum(min_count=1)),
        indicators=("indicators", "first"),
    )
    summed["value"] = summed["product"] / summed["heat"]
    summed = summed.sort_values(["area_id", "first", "weight", "code"], ascending=[True, True, False, True])
    summed["rank"] = summed.groupby("area_id").cumcount() + 1
    summed = summed[summed["rank"] <= rules.figures["max_reasons"]]
    return summed[["area_id", "rank", "code", "value", "indicators"]].reset_index(drop=True)


def keep_edits(
    proposal: Proposal, former: gpd.GeoDataFrame, edits: pd.DataFrame, rules: SuitabilityRules
) -> Proposal:
    """New proposal around the areas that the planner has changed by hand.

    Edited areas stand as they are; only their demand and size follow their border (unless these were edited). A
    block whose representative point lies in one belongs to it with its demand; what is left of such a block, and of
    one that is only cut, stays in the new proposal, so that no ground is lost.

    Parameters
    ----------
    proposal : Proposal
        From `propose`.
    former : GeoDataFrame
        The layer supply_areas as it stands, with what was changed by hand in it; CRS of the proposal.
    edits : DataFrame
        ``key`` (area_id), ``field``: what was changed by hand, whatever the field (supply_kind, geometry, name,
        reasons, year).
    rules : SuitabilityRules

    Returns
    -------
    Proposal
        Findings: ``edited_area_gone`` (an edit whose area is no longer in the layer), ``edited_areas_overlap``.
    """
    gone = sorted(set(edits["key"].astype(str)) - set(former["area_id"].astype(str)))
    findings = tuple(Finding("edited_area_gone", key, Severity.NOTE) for key in gone)
    edited = former[former["area_id"].isin(edits["key"])].reset_index(drop=True)
    if edited.empty:
        return replace(proposal, findings=(*proposal.findings, *findings))
    if edited.geometry.name != "geometry":
        edited = edited.rename_geometry("geometry")
    shapes = polygonal(edited.geometry.to_numpy().copy())
    owner = _owners(proposal.blocks.geometry.to_numpy(), shapes)
    pieces = _beside(proposal.blocks, shapes, owner, rules)
    pairs = neighbours(pieces.geometry.to_numpy(), rules.figures["neighbour_m"])
    group = groups(pairs, pieces["supply_kind"].to_numpy())
    rest = _assemble(pieces, group, proposal.classification, rules, taken=set(edited["area_id"]))
    demand = np.bincount(
        owner[owner >= 0], proposal.blocks["useful_heat_mwh"].to_numpy()[owner >= 0], minlength=len(edited)
    )
    stands = _with_figures(edited, shapes, demand, edits)
    areas = pd.concat([stands, rest.areas], ignore_index=True) if len(rest.areas) else stands
    return replace(
        rest,
        areas=gpd.GeoDataFrame(areas, geometry="geometry", crs=proposal.areas.crs),
        edited=frozenset(edited["area_id"]),
        findings=(*proposal.findings, *findings, *_overlaps(edited["area_id"], shapes, rules)),
    )


def _owners(blocks: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """Position of the edited area that a block's representative point lies in; −1 for none, the first of several."""
    owner = np.full(len(blocks), len(shapes))
    at, area = shapely.STRtree(shapes).query(shapely.point_on_surface(blocks), predicate="intersects")
    np.minimum.at(owner, at, area)
    return np.where(owner == len(shapes), -1, owner)


def _beside(
    blocks: gpd.GeoDataFrame, shapes: np.ndarray, owner: np.ndarray, rules: SuitabilityRules
) -> gpd.GeoDataFrame:
    """Blocks and rests of blocks outside the edited areas; a rest has no demand, its block's is in the area."""
    geometry = blocks.geometry.to_numpy().copy()
    hit = np.unique(shapely.STRtree(shapes).query(geometry, predicate="intersects")[0])
    if len(hit):
        geometry[hit] = polygonal(shapely.difference(geometry[hit], shapely.union_all(shapes)))
    taken = owner >= 0
    pieces = blocks.set_geometry(gpd.GeoSeries(geometry, index=blocks.index, crs=blocks.crs))
    pieces = pieces.assign(
        useful_heat_mwh=np.where(taken, 0.0, pieces["useful_heat_mwh"]),
        member=np.where(taken, pieces["member"] + REST, pieces["member"]),
    )
    # a block of no size at all that nothing has cut keeps its demand
    return pieces[(shapely.area(geometry) >= rules.figures["piece_min_m2"]) | ~taken]


def _with_figures(
    edited: gpd.GeoDataFrame, shapes: np.ndarray, demand: np.ndarray, edits: pd.DataFrame
) -> gpd.GeoDataFrame:
    result = edited.copy()
    for name, values in zip(DERIVED, (demand, shapely.area(shapes) / M2_PER_HA)):
        by_hand = edited["area_id"].isin(edits.loc[edits["field"] == name, "key"]).to_numpy()
        stood = edited[name] if name in edited.columns else np.nan
        result[name] = np.where(by_hand, stood, values)
    return result


def _overlaps(keys: pd.Series, shapes: np.ndarray, rules: SuitabilityRules) -> list[Finding]:
    """Edited areas that overlap each other: both stand, and the planner is told."""
    pairs = shapely.STRtree(shapes).query(shapes, predicate="intersects").T
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    shared = shapely.area(shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]]))
    names = keys.astype(str).to_numpy()
    return [
        Finding("edited_areas_overlap", names[a], values={"other": names[b], "area_m2": round(float(size))})
        for (a, b), size in zip(pairs.tolist(), shared)
        if size >= rules.figures["piece_min_m2"]
    ]
