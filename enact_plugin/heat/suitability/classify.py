"""The class of WPG §19 of each block and kind of supply, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from .indicators import Areas, derive, excluded_blocks, lcoh_column
from .rules import CRITERIA, EXCLUDED, KINDS, LCOH, SUITABILITY, IndicatorType, SuitabilityRules, indicators
from .scores import Scores, score

UNKNOWN = "unknown_indicators"
NO_CLASS = -1
_NEVER = 1e-12  # pulls below it are rounding
REASON_COLUMNS = ("block_id", "kind", "rank", "code", "value", "indicators")


class Verdict(Enum):
    """How a class came about."""

    SCORED = "scored"  # from the score alone
    CAPPED = "capped"  # too little is known for a "very"
    UNKNOWN = "unknown"  # too little is known for any class
    EXCLUDED = "excluded"  # an exclusion wins, whatever the score


@dataclass(frozen=True)
class Classification:
    """Suitability of n blocks for the four kinds.

    Attributes
    ----------
    table : DataFrame, shape (4 n,)
        ``block_id``, ``kind``, ``suitability`` (list suitability; None where too little is known), ``verdict`` (value
        of `Verdict`), ``score`` (without regard to exclusions), ``score_cost``, ``score_risk``, ``score_security``,
        ``score_emissions`` (in [0, 1], NaN unknown), ``confidence`` (share of the weight that is known). Kind by kind,
        within it in the order of the blocks.
    reasons : DataFrame
        ``block_id``, ``kind``, ``rank`` (from 1), ``code`` (of suitability_reasons.csv), ``value`` (as shown to
        people: shares in percent; NaN where the sentence has none), ``indicators`` (names joined by ``|``, for
        unknown_indicators). At most max_reasons per block and kind: exclusions, then what pulls most towards the class,
        then the strongest counter-reason, then what is unknown.
    indicators : DataFrame, shape (n,)
        What was judged, from `indicators.derive`; index ``block_id``.
    """

    table: pd.DataFrame
    reasons: pd.DataFrame
    indicators: pd.DataFrame


def classify(areas: Areas, rules: SuitabilityRules) -> Classification:
    """Judge each block for each kind of supply.

    The score of a kind is the weighted mean over the criteria of WPG §18(1) (`scores.score`); suitability_classes.csv
    turns it into a class of §19. An exclusion always gives very_unlikely. Where a key indicator is unknown or too
    little of the weight is known, no class is "very" anything; where almost nothing is known there is no class.

    Parameters
    ----------
    areas : Areas, n blocks
    rules : SuitabilityRules

    Returns
    -------
    Classification
    """
    found = derive(areas, rules)
    exclusions = excluded_blocks(areas, found, rules)
    tables, reasons = [], []
    for kind in KINDS:
        scores = score(kind, found, rules)
        of_kind = exclusions[exclusions["kind"] == kind]
        excluded = found.index.isin(of_kind["block_id"])
        rank, verdict = _classes(scores, excluded, rules)
        tables.append(_table(kind, found.index, scores, rank, verdict))
        reasons.append(_reasons(kind, found, scores, rank, of_kind, rules))
    return Classification(pd.concat(tables, ignore_index=True), pd.concat(reasons, ignore_index=True), found)


def _classes(scores: Scores, excluded: np.ndarray, rules: SuitabilityRules) -> tuple[np.ndarray, np.ndarray]:
    """Position in SUITABILITY (−1 none) and verdict."""
    limits = np.array(rules.min_scores)
    value = np.where(np.isnan(scores.score), 0.0, scores.score)
    reached = value[:, None] >= limits[:-1]
    rank = np.where(reached.any(axis=1), reached.argmax(axis=1), len(limits) - 1)
    unsure = scores.key_missing | (scores.confidence < rules.figures["sure_min_confidence"])
    between = np.clip(rank, 1, len(limits) - 2)
    capped = unsure & (between != rank)
    rank = np.where(unsure, between, rank)
    none = np.isnan(scores.score) | (scores.confidence < rules.figures["class_min_confidence"])
    rank = np.where(none, NO_CLASS, rank)
    rank = np.where(excluded, len(limits) - 1, rank)
    verdict = np.select(
        [excluded, none, capped],
        [Verdict.EXCLUDED.value, Verdict.UNKNOWN.value, Verdict.CAPPED.value],
        default=Verdict.SCORED.value,
    )
    return rank, verdict


def _table(
    kind: str, blocks: pd.Index, scores: Scores, rank: np.ndarray, verdict: np.ndarray
) -> pd.DataFrame:
    names = np.array([*SUITABILITY, None], dtype=object)  # position −1 is the last
    criteria = {f"score_{name}": scores.criteria[:, at] for at, name in enumerate(CRITERIA)}
    return pd.DataFrame(
        {
            "block_id": blocks.to_numpy(),
            "kind": kind,
            "suitability": names[rank],
            "verdict": verdict,
            "score": scores.score,
            **criteria,
            "confidence": scores.confidence,
        }
    )


def _reasons(  # each argument is one thing a reason speaks of
    kind: str,
    found: pd.DataFrame,
    scores: Scores,
    rank: np.ndarray,
    exclusions: pd.DataFrame,
    rules: SuitabilityRules,
) -> pd.DataFrame:
    slots = int(rules.figures["max_reasons"])
    first = _exclusion_reasons(found.index, exclusions, slots)
    missing = _unknown_reasons(scores)
    free = slots - np.bincount(first["row"].to_numpy(dtype=int), minlength=len(found))
    missing = missing[free[missing["row"].to_numpy(dtype=int)] > 0]
    free = free - np.isin(np.arange(len(found)), missing["row"])
    picked = _picked(scores, rank, free, rules)
    pulls = _pull_reasons(kind, found, scores, picked)
    together = pd.concat([first, pulls, missing], ignore_index=True).astype({"row": int})
    together = together.sort_values("row", kind="stable", ignore_index=True)
    together["rank"] = together.groupby("row").cumcount() + 1
    together["block_id"] = found.index.to_numpy()[together["row"].to_numpy()]
    return together.assign(kind=kind)[list(REASON_COLUMNS)]


def _rows(
    row: np.ndarray, code: np.ndarray, value: np.ndarray | float, names: np.ndarray | str
) -> pd.DataFrame:
    table = pd.DataFrame({"row": row, "code": code, "value": value, "indicators": names})
    return table.astype({"row": int, "code": object, "value": float, "indicators": object})


def _exclusion_reasons(blocks: pd.Index, exclusions: pd.DataFrame, slots: int) -> pd.DataFrame:
    row = blocks.get_indexer(exclusions["block_id"])
    table = _rows(row, (EXCLUDED + exclusions["reason"].astype(str)).to_numpy(), np.nan, "")
    table = table.sort_values(["row", "code"], ignore_index=True)
    return table[table.groupby("row").cumcount() < slots]


def _unknown_reasons(scores: Scores) -> pd.DataFrame:
    row = np.flatnonzero(scores.unknown.any(axis=1))
    patterns, which = np.unique(scores.unknown[row], axis=0, return_inverse=True)
    texts = ["|".join(name for name, here in zip(scores.names, pattern) if here) for pattern in patterns]
    names = np.array([*texts, ""], dtype=object)[which.reshape(-1)]
    return _rows(row, np.full(len(row), UNKNOWN, dtype=object), np.nan, names)


def _picked(scores: Scores, rank: np.ndarray, free: np.ndarray, rules: SuitabilityRules) -> np.ndarray:
    """Indicators to name, as columns of `scores.pulls`, shape (n, max_reasons); −1 for none."""
    slots = int(rules.figures["max_reasons"])
    suited = np.isin(rank, (0, 1))
    towards = np.where(suited[:, None], scores.pulls, -scores.pulls)
    towards = np.where(np.abs(towards) < _NEVER, 0.0, towards)
    order = np.argsort(-np.round(towards, 12), axis=1, kind="stable")
    sorted_pulls = np.take_along_axis(towards, order, axis=1)
    against, strongest = order[:, -1], -sorted_pulls[:, -1]
    counter = (strongest >= rules.figures["counter_min"]) & (free >= 2)
    picked = np.full((len(rank), slots), NO_CLASS)
    width = min(slots, order.shape[1])
    room = (free - counter)[:, None] > np.arange(width)
    picked[:, :width] = np.where(room & (sorted_pulls[:, :width] > 0), order[:, :width], NO_CLASS)
    rows = np.flatnonzero(counter)
    picked[rows, (picked[rows] >= 0).sum(axis=1)] = against[rows]
    return picked


def _pull_reasons(kind: str, found: pd.DataFrame, scores: Scores, picked: np.ndarray) -> pd.DataFrame:
    row, place = np.nonzero(picked >= 0)
    column = picked[row, place]
    known = indicators()
    code = np.empty(len(row), dtype=object)
    value = np.full(len(row), np.nan)
    for position, name in enumerate(scores.names):
        here = column == position
        of = found[lcoh_column(kind) if name == LCOH else name].to_numpy()[row[here]]
        stem = f"{kind}_{known[name].short}_"
        if known[name].type is IndicatorType.CODE:
            code[here] = [stem + text for text in of]
        else:
            favours = scores.pulls[row[here], position] > 0
            code[here] = np.where(favours, f"{stem}for", f"{stem}against")
            value[here] = of * known[name].shown_factor
    return _rows(row, code, value, "")
