"""Scores of a kind of supply under the four criteria of WPG §18(1), from the curves of the table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .indicators import lcoh_column
from .rules import CRITERIA, LCOH, Curve, IndicatorType, SuitabilityRules, indicators

DIGITS = 9  # a score on a limit belongs to the class above it, whatever the last bits say


@dataclass(frozen=True)
class Scores:
    """Scores of one kind for n blocks by k indicators.

    Attributes
    ----------
    score : ndarray of float, shape (n,)
        Mean of the criteria known, by their weights; NaN where none is known.
    criteria : ndarray of float, shape (n, 4)
        In the order of `CRITERIA`; NaN where none of a criterion's indicators is known.
    confidence : ndarray of float, shape (n,)
        Share of the weight that stands on known indicators.
    key_missing : ndarray of bool, shape (n,)
        Whether a key indicator is unknown.
    names : tuple of str, length k
        Indicators, each once, in the order of the table.
    weights : ndarray of float, shape (n, k)
        Share of each indicator in the score; rows sum to one where anything is known.
    pulls : ndarray of float, shape (n, k)
        Weight times distance of the indicator's score from `middle`: what it does to the score. They sum to
        ``score − middle``.
    unknown : ndarray of bool, shape (n, k)
        Indicators that would count and are not known.
    """

    score: np.ndarray
    criteria: np.ndarray
    confidence: np.ndarray
    key_missing: np.ndarray
    names: tuple[str, ...]
    weights: np.ndarray
    pulls: np.ndarray
    unknown: np.ndarray


def score(kind: str, found: pd.DataFrame, rules: SuitabilityRules) -> Scores:
    """Judge all blocks for one kind of supply.

    Within a criterion the known indicators are averaged by their weights, and the known criteria by theirs: what is
    unknown neither helps nor harms, but lowers the confidence. A levelised cost of heat replaces all other indicators
    of the cost where it is given.

    Parameters
    ----------
    kind : str
    found : DataFrame, shape (n,)
        From `indicators.derive`.
    rules : SuitabilityRules

    Returns
    -------
    Scores
    """
    curves = rules.curves[kind]
    columns = [lcoh_column(kind) if curve.indicator == LCOH else curve.indicator for curve in curves]
    values = np.column_stack([_on_curve(curve, found[name]) for curve, name in zip(curves, columns)])
    counts = _counting(curves, values)
    known = counts & ~np.isnan(values)
    inner, total_known = _within_criteria(curves, counts, known)
    of = np.array([CRITERIA.index(curve.criterion) for curve in curves])
    filled = np.where(known, values, 0.0)
    shares = np.array(list(rules.criteria_shares(kind).values()))
    there = total_known > 0  # (n, 4)
    outer = np.where(there, shares, 0.0)
    confidence = (total_known * shares).sum(axis=1)
    sum_outer = outer.sum(axis=1, keepdims=True)
    outer = np.divide(outer, sum_outer, out=np.zeros_like(outer), where=sum_outer > 0)
    within = np.divide(inner, total_known[:, of], out=np.zeros_like(inner), where=total_known[:, of] > 0)
    effective = within * outer[:, of]
    criteria = np.column_stack(
        [(within * filled)[:, of == position].sum(axis=1) for position in range(len(CRITERIA))]
    )
    judged = np.round((effective * filled).sum(axis=1), DIGITS)
    middle = rules.min_scores[1]
    names, weights = _by_indicator(curves, effective)
    weighed = np.array([curve.weight for curve in curves]) * shares[of] > 0
    return Scores(
        score=np.where(sum_outer[:, 0] > 0, judged, np.nan),
        criteria=np.where(there, criteria, np.nan),
        confidence=np.round(confidence, DIGITS),
        key_missing=(counts & np.isnan(values))[:, [curve.key for curve in curves]].any(axis=1),
        names=names,
        weights=weights,
        pulls=_by_indicator(curves, effective * (filled - middle))[1],
        unknown=_by_indicator(curves, (counts & ~known & weighed).astype(float))[1] > 0,
    )


def _on_curve(curve: Curve, column: pd.Series) -> np.ndarray:
    if indicators()[curve.indicator].type is IndicatorType.CODE:
        return column.map(dict(zip(curve.x, curve.scores))).to_numpy(dtype=float)
    values = column.to_numpy(dtype=float)
    points = np.asarray(curve.x, dtype=float)
    return np.where(np.isnan(values), np.nan, np.interp(values, points, curve.scores))


def _counting(curves: tuple[Curve, ...], values: np.ndarray) -> np.ndarray:
    """Which indicators count in each row: the given cost where there is one, else all others."""
    given = np.array([curve.indicator == LCOH for curve in curves])
    counts = np.ones(values.shape, dtype=bool)
    counts[:, given] = ~np.isnan(values[:, given])
    for position in np.flatnonzero(given):
        others = np.array([curve.criterion == curves[position].criterion for curve in curves]) & ~given
        counts[:, others] &= ~counts[:, [position]]
    return counts


def _within_criteria(
    curves: tuple[Curve, ...], counts: np.ndarray, known: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Share of each curve in its criterion (n, curves), zero where unknown, and the known share by criterion (n, 4)."""
    weight = np.array([curve.weight for curve in curves])
    of = np.array([CRITERIA.index(curve.criterion) for curve in curves])
    belongs = of[:, None] == np.arange(len(CRITERIA))  # (curves, 4)
    counted = np.column_stack([(counts * weight)[:, column].sum(axis=1) for column in belongs.T])
    part = np.divide(known * weight, counted[:, of], out=np.zeros(counts.shape), where=counted[:, of] > 0)
    return part, np.column_stack([part[:, column].sum(axis=1) for column in belongs.T])


def _by_indicator(curves: tuple[Curve, ...], values: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    names = tuple(dict.fromkeys(curve.indicator for curve in curves))
    columns = [values[:, [curve.indicator == name for curve in curves]].sum(axis=1) for name in names]
    return names, np.column_stack(columns)
