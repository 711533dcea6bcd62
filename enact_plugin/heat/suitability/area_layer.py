"""The proposal of supply areas as a layer that a planner edits: what was drawn by hand stays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from .areas import Proposal, keep_edits, propose
from .block_table import sentences
from .classify import Classification
from .rules import SuitabilityRules

LAYER = "proposed_areas"
_KEY_BYTES = 8


def proposed_areas(
    blocks: GeoDataFrame,
    classification: Classification,
    rules: SuitabilityRules,
    source: Source,
    shown: Callable[[float], str],
    former: GeoDataFrame | None = None,
) -> Outcome:
    """Supply areas along the borders of blocks, around those that the planner made.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (n,)
        Layer ``block_heat``.
    classification : Classification
    rules : SuitabilityRules
    source : Source
    shown : callable
        How a number is written in the reasons.
    former : GeoDataFrame or None
        Rows of the layer that were changed or added by hand: they stay as they are, but for demand and area, which
        follow their border. An area that was deleted is proposed again.

    Returns
    -------
    Outcome
        `frame`: layer ``proposed_areas``. Findings: those of `propose` and `keep_edits`, ``areas_by_hand``,
        ``areas_without_shape``.
    """
    proposal = propose(blocks.set_index("block_id"), classification, rules)
    findings: list[Finding] = []
    by_hand = None if former is None else _usable(former, findings)
    if by_hand is not None and len(by_hand):
        edits = pd.DataFrame({"key": by_hand["area_id"], "field": "supply_kind"})
        proposal = keep_edits(proposal, by_hand, edits, rules)
        findings.append(Finding("areas_by_hand", severity=Severity.NOTE, values={"count": len(by_hand)}))
    frame = _frame(proposal, shown)
    return Outcome(
        frame,
        source,
        len(frame),
        findings=(*proposal.findings, *findings, _counted(frame)),
        assumptions=("areas_are_a_proposal", "suitability_first_estimate"),
    )


def _usable(former: GeoDataFrame, findings: list[Finding]) -> GeoDataFrame:
    """Rows with a shape, each with a key of its own: who splits an area has two of one key, who draws one none."""
    shapes = former.geometry.to_numpy()
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not there.all():
        findings.append(Finding("areas_without_shape", values={"count": int((~there).sum())}))
    rows = former[there].reset_index(drop=True)
    keyless = (rows["area_id"].isna() | rows["area_id"].eq("") | rows["area_id"].duplicated()).to_numpy()
    own = [
        hashlib.blake2b(shapely.to_wkb(shapely.normalize(shape)), digest_size=_KEY_BYTES).hexdigest()
        for shape in rows.geometry.to_numpy()[keyless]
    ]
    keys = rows["area_id"].to_numpy(dtype=object).copy()
    keys[keyless] = own
    return rows.assign(area_id=keys)[~pd.Series(keys).duplicated().to_numpy()]


def _frame(proposal: Proposal, shown: Callable[[float], str]) -> GeoDataFrame:
    areas = proposal.areas
    ordered = proposal.reasons.sort_values(["area_id", "rank"])
    words = sentences(ordered, shown).groupby(ordered["area_id"]).agg(" ".join).to_dict()
    by_hand = areas["area_id"].isin(proposal.edited).to_numpy()
    told = areas["reasons"].to_numpy(dtype=object) if "reasons" in areas else np.full(len(areas), None)
    reasons = np.where(by_hand, told, areas["area_id"].map(words).to_numpy(dtype=object))
    table = areas.assign(by_hand=by_hand, reasons=reasons)
    names = [column.name for column in columns(LAYER)]
    frame = pd.DataFrame(table).reindex(columns=names)
    texts = [name for name in names if frame[name].dtype == object]
    frame[texts] = frame[texts].where(frame[texts].notna(), None)
    return GeoDataFrame(rounded(frame), geometry=areas.geometry.to_numpy(), crs=areas.crs)


def _counted(frame: GeoDataFrame) -> Finding:
    """Areas and demand by the three kinds of WPG § 18, and what is under study."""
    kind = frame["supply_kind"].fillna("unknown").str.split("_").str[0]
    mwh = frame["demand_mwh_a"].fillna(0.0).groupby(kind).sum()
    values = {
        name: round(float(mwh.get(name, 0.0))) for name in ("network", "hydrogen", "decentral", "study")
    }
    return Finding("proposed_areas_total", severity=Severity.NOTE, values={"count": len(frame), **values})
