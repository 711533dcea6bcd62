"""What a contributor adds to a sum, how coarse, and whether the sum of a group may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from ...errors import EnactError
from ...reference.privacy_rules import Origin, PrivacyRule, Rules

_PERCENT = 100.0
_FILLED = 1e-9  # below it nothing is contributed
_TOLERANCE = 1e-9  # shares of exactly the limit are within it


class Verdict(IntEnum):
    """What the rules say of a group; the larger, the worse."""

    EMPTY = 0  # nothing is contributed, nothing to protect
    SAFE = 1
    TWO_DOMINATE = 2
    ONE_DOMINATES = 3
    TOO_FEW = 4

    @property
    def may_leave(self) -> bool:
        """Whether the sum may be shown."""
        return self <= Verdict.SAFE


@dataclass(frozen=True)
class Amounts:
    """What single contributors add to one quantity; never leaves the gate.

    Attributes
    ----------
    attribute : str
        As in privacy_rules.csv.
    value : ndarray of float, shape (n,)
        Not negative; what number and dominance are judged by.
    told : ndarray of float, shape (n,)
        The same, coarse: all that is shown is summed from these.
    holder : ndarray of int, shape (n,)
        Contributor each value belongs to: one who holds several buildings is one contributor.
    measured : ndarray of bool, shape (n,)
        Values that were measured; others can be reckoned by anybody from public data.
    public : bool
        The values themselves are public (areas, numbers of buildings).
    """

    attribute: str
    value: np.ndarray
    told: np.ndarray
    holder: np.ndarray
    measured: np.ndarray
    public: bool = False

    def at(self, rows: np.ndarray) -> Amounts:
        """Some of the contributions."""
        return replace(
            self, value=self.value[rows], told=self.told[rows], holder=self.holder[rows],
            measured=self.measured[rows],
        )  # fmt: skip


def amounts_of(
    attribute: str, value: np.ndarray, holder: np.ndarray, measured: np.ndarray | None, rules: Rules
) -> Amounts:
    """Contributions, made as coarse as the rules ask.

    Parameters
    ----------
    attribute : str
    value : ndarray of float, shape (n,)
    holder : ndarray of int, shape (n,)
    measured : ndarray of bool, shape (n,), or None
        None: the values are public.
    rules : Rules

    Raises
    ------
    EnactError
        ``privacy_amount_negative``.
    """
    value = np.asarray(value, dtype=float)
    if not (value >= 0).all():
        raise EnactError("privacy_amount_negative", name=attribute, count=int((~(value >= 0)).sum()))
    made = Amounts(
        attribute, value, value, np.asarray(holder),
        np.zeros(len(value), dtype=bool) if measured is None else np.asarray(measured, dtype=bool), measured is None,
    )  # fmt: skip
    margin = np.zeros(len(value))
    for rule, rows in _parts(made, rules):
        margin[rows] = np.maximum(margin[rows], rule.margin_percent / _PERCENT)
    return replace(made, told=coarse(value, margin))


def together(parts: Sequence[Amounts]) -> Amounts:
    """Sum of parts, contributor by contributor, so that parts shown add up to the sum shown."""
    first = parts[0]
    return replace(
        first,
        value=np.sum([part.value for part in parts], axis=0),
        told=np.sum([part.told for part in parts], axis=0),
        measured=np.any([part.measured for part in parts], axis=0),
    )


def coarse(value: np.ndarray, margin: np.ndarray) -> np.ndarray:
    """Values known to a margin only: one for all within an interval of ± `margin` around its middle.

    All figures are summed from these. So whatever somebody reckons from them, with all other contributors known, over
    any areas, products and dates, ends at the interval of a contributor (the p % rule, Hundepool et al. 2012,
    Statistical Disclosure Control, ch. 4.2.2, kept at the source). Sums that are rounded each by itself do not keep it:
    where several hold the same contributor, what agrees with all of them is narrower than each.

    The intervals follow each other in equal ratios; each is represented so that sums of many values are not shifted,
    whose logarithms lie anywhere in their intervals.

    Parameters
    ----------
    value : ndarray of float, shape (n,)
        Not negative.
    margin : ndarray of float, shape (n,)
        Share, below one; zero leaves the value as it is.

    Returns
    -------
    ndarray of float, shape (n,)
    """
    changed = (value > _FILLED) & (margin > 0)
    ratio = np.log1p(margin[changed]) - np.log1p(-margin[changed])
    low = np.exp(np.floor(np.log(value[changed]) / ratio) * ratio)
    told = value.copy()
    told[changed] = low * ratio / -np.expm1(-ratio)
    return told


@dataclass(frozen=True)
class _Contributors:
    """Sums by group and contributor: how many, all, the largest, the two largest."""

    count: np.ndarray
    total: np.ndarray
    largest: np.ndarray
    two_largest: np.ndarray


def verdicts(amounts: Amounts, place: np.ndarray, groups: int, rules: Rules) -> np.ndarray:
    """Judge each group by number and dominance of its contributors.

    Values that were measured must pass by themselves wherever there are any: who reckons the modelled ones from public
    data and takes them off the sum is left with the measured.

    Parameters
    ----------
    amounts : Amounts, n values
    place : ndarray of int, shape (n,)
        Group of each value, negative for none.
    groups : int
    rules : Rules

    Returns
    -------
    ndarray of int8, shape (groups,)
        Values of `Verdict`.
    """
    worst = np.zeros(groups, dtype=np.int8)
    for rule, rows in _parts(amounts, rules):
        worst = np.maximum(worst, _judge(rule, _contributors(amounts, place, rows, groups)))
    return worst


def step_of(amounts: Amounts, rules: Rules) -> float:
    """Step to which sums of a quantity are rounded."""
    return max(rule.least_step for rule, _ in _parts(amounts, rules))


def rounded_to(values: np.ndarray, step: float) -> np.ndarray:
    """Values to the nearest multiple of a step, halves upwards."""
    return np.floor(values / step + 0.5) * step


def _parts(amounts: Amounts, rules: Rules) -> list[tuple[PrivacyRule, np.ndarray]]:
    """Rules and the values each of them holds for."""
    whole = np.ones(len(amounts.value), dtype=bool)
    if amounts.public:
        return [(rules[amounts.attribute, Origin.PUBLIC], whole)]
    found = [(rules[amounts.attribute, Origin.MODELLED], whole)]
    if amounts.measured.any():
        found.append((rules[amounts.attribute, Origin.MEASURED], amounts.measured))
    return found


def _contributors(amounts: Amounts, place: np.ndarray, rows: np.ndarray, groups: int) -> _Contributors:
    used = rows & (place >= 0) & (amounts.value > _FILLED)
    group, holder, value = place[used], amounts.holder[used], amounts.value[used]
    pairs, of = np.unique(np.column_stack([group, holder]), axis=0, return_inverse=True)
    held = np.bincount(of.ravel(), weights=value, minlength=len(pairs))
    group = pairs[:, 0].astype(int)
    order = np.lexsort((-held, group))
    group, held = group[order], held[order]
    count = np.bincount(group, minlength=groups)
    first = np.cumsum(count) - count
    largest, second = np.zeros(groups), np.zeros(groups)
    some, more = count > 0, count > 1
    largest[some] = held[first[some]]
    second[more] = held[first[more] + 1]
    return _Contributors(count, np.bincount(group, weights=held, minlength=groups), largest, largest + second)


def _judge(rule: PrivacyRule, found: _Contributors) -> np.ndarray:
    total = found.total * (1 + _TOLERANCE)
    return np.select(
        [
            found.count == 0,
            found.count < rule.min_contributors,
            found.largest > rule.largest_percent / _PERCENT * total,
            found.two_largest > rule.two_largest_percent / _PERCENT * total,
        ],
        [Verdict.EMPTY, Verdict.TOO_FEW, Verdict.ONE_DOMINATES, Verdict.TWO_DOMINATE],
        Verdict.SAFE,
    ).astype(np.int8)
