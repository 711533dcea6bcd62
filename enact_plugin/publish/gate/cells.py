"""Parts of the sum of a group (carriers, kinds of heaters): which of them may be shown beside the sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ...reference.privacy_rules import Rules
from .groups import Amounts, Verdict, verdicts
from .overlaps import derivable


def shown_cells(parts: Sequence[Amounts], place: np.ndarray, groups: int, rules: Rules) -> np.ndarray:
    """Parts of each group that may be shown where the sum of the group and that of each part over all are shown.

    A part that must not be shown is withheld, and with it as many others of the same group and of the same kind as it
    takes that neither it nor the sum of what is withheld can be reckoned from the sums: the smallest first (Hundepool
    et al. 2012, Statistical Disclosure Control, ch. 4.4, secondary cell suppression).

    Parameters
    ----------
    parts : sequence of Amounts, n values each
        One for each part; a contributor may add to several.
    place : ndarray of int, shape (n,)
        Group, negative for none.
    groups : int
    rules : Rules

    Returns
    -------
    ndarray of bool, shape (groups, parts)
        Nothing at all is a part, too, and may be shown.
    """
    own = np.column_stack([verdicts(part, place, groups, rules) for part in parts])
    size = np.column_stack([_sums(part.value, place, groups) for part in parts])
    filled = own > Verdict.EMPTY
    shown = own <= Verdict.SAFE
    while True:
        left = shown & filled
        by_group = left & _too_small(parts, place, shown, rules, by_group=True)[:, None]
        by_kind = left & _too_small(parts, place, shown, rules, by_group=False)[None, :]
        choice = _smallest(by_group, size) | _smallest(by_kind.T, size.T).T
        if not choice.any():
            choice = _breaking(left, filled & ~shown, own > Verdict.SAFE, size)
        if not choice.any():
            return shown
        shown &= ~choice


def _sums(value: np.ndarray, place: np.ndarray, groups: int) -> np.ndarray:
    inside = place >= 0
    return np.bincount(place[inside], weights=value[inside], minlength=groups)


def _too_small(
    parts: Sequence[Amounts], place: np.ndarray, shown: np.ndarray, rules: Rules, by_group: bool
) -> np.ndarray:
    """Groups (or kinds) of which all that is withheld together must not be shown.

    What lies in no group is withheld with the rest of its kind.
    """
    groups, kinds = shown.shape
    hidden_parts, line = [], []
    for kind, part in enumerate(parts):
        outside = place < 0
        inside = ~outside
        hidden = np.zeros(len(place), dtype=bool)
        hidden[inside] = ~shown[place[inside], kind]
        if not by_group:
            hidden |= outside
        rows = np.flatnonzero(hidden)
        hidden_parts.append(part.at(rows))
        line.append(place[rows] if by_group else np.full(len(rows), kind))
    count = groups if by_group else kinds
    return verdicts(_all(hidden_parts), np.concatenate(line), count, rules) > Verdict.SAFE


def _all(parts: Sequence[Amounts]) -> Amounts:
    """Contributions of several parts one after the other."""
    return replace(
        parts[0],
        value=np.concatenate([part.value for part in parts]),
        told=np.concatenate([part.told for part in parts]),
        holder=np.concatenate([part.holder for part in parts]),
        measured=np.concatenate([part.measured for part in parts]),
    )


def _breaking(left: np.ndarray, hidden: np.ndarray, unsafe: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Cells to withhold so that withheld ones that must not be shown no longer follow from the sums.

    A cell follows no longer when it lies on a rectangle of withheld cells: two groups, two kinds. The cheapest such is
    taken; groups and kinds that a rectangle of this round has changed wait for the next.
    """
    choice = np.zeros_like(left)
    row, column = np.nonzero(hidden)
    if not len(row):
        return choice
    follows = derivable(row, column) & unsafe[row, column]
    cost = np.where(hidden, 0.0, np.where(left, size, np.inf))
    touched_rows, touched_columns = set(), set()
    for group, kind in zip(row[follows].tolist(), column[follows].tolist()):
        if group in touched_rows or kind in touched_columns:
            continue
        corners = cost[:, [kind]] + cost + cost[[group], :]
        corners[group, :] = corners[:, kind] = np.inf
        other, beside = np.unravel_index(corners.argmin(), corners.shape)
        if np.isfinite(corners[other, beside]):
            cells = [(other, kind), (other, beside), (group, beside)]
        else:  # no rectangle: whatever is left of the group, of the kind, or at all
            cells = _any_left(left & ~choice, group, kind, size)
        for cell in cells:
            choice[cell] |= left[cell]
        touched_rows |= {group, int(other)}
        touched_columns |= {kind, int(beside)}
    return choice


def _any_left(left: np.ndarray, group: int, kind: int, size: np.ndarray) -> list[tuple[int, int]]:
    for rows, columns in ((group, slice(None)), (slice(None), kind), (slice(None), slice(None))):
        possible = np.full(left.shape, np.inf)
        possible[rows, columns] = np.where(left[rows, columns], size[rows, columns], np.inf)
        if np.isfinite(possible).any():
            place = np.unravel_index(possible.argmin(), possible.shape)
            return [(int(place[0]), int(place[1]))]
    return []


def _smallest(wanted: np.ndarray, size: np.ndarray) -> np.ndarray:
    """The smallest wanted cell of each row."""
    choice = np.zeros_like(wanted)
    rows = np.flatnonzero(wanted.any(axis=1))
    if len(rows):
        choice[rows, np.where(wanted, size, np.inf)[rows].argmin(axis=1)] = True
    return choice
