"""Sums of several divisions of a municipality (blocks, street sections, districts), protected together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...reference.privacy_rules import Rules
from .cells import shown_cells
from .groups import Amounts, Verdict, rounded_to, step_of, together, verdicts
from .merging import SUPPRESSED, Neighbours, judge_of, merged
from .overlaps import Beside, withheld_beside


@dataclass(frozen=True)
class Division:
    """A division of contributors into areas.

    Attributes
    ----------
    name : str
    areas : int
    place : ndarray of int, shape (n,)
        Area of each contributor, negative for none.
    neighbours : Neighbours
    most : int
        Areas that may go together.
    """

    name: str
    areas: int
    place: np.ndarray
    neighbours: Neighbours
    most: int


@dataclass(frozen=True)
class Shown:
    """A division as it may be shown.

    Attributes
    ----------
    division : Division
    union : ndarray of int, shape (areas,)
        Area that names the union each area went into; negative where it is not shown.
    before : ndarray of int8, shape (areas,)
        Verdict on each area alone.
    beside : ndarray of bool, shape (areas,)
        Not shown only so that others cannot be reckoned.
    """

    division: Division
    union: np.ndarray
    before: np.ndarray
    beside: np.ndarray

    @property
    def groups(self) -> np.ndarray:
        """Areas that name a union, ascending."""
        return np.unique(self.union[self.union >= 0])

    @property
    def place(self) -> np.ndarray:
        """Number of the union among `groups` of each contributor, negative where it is not shown."""
        own = self.division.place
        union = np.where(own >= 0, np.append(self.union, SUPPRESSED)[own], SUPPRESSED)
        number = np.searchsorted(self.groups, union) if len(self.groups) else np.zeros(len(union), dtype=int)
        return np.where(union >= 0, number, SUPPRESSED)


def protected(divisions: Sequence[Division], amounts: Amounts, rules: Rules) -> tuple[Shown, ...]:
    """Merge and withhold areas so that no sum shown, nor a difference of two divisions, tells of a single contributor.

    Parameters
    ----------
    divisions : sequence of Division
        The weightier first: later ones give way to earlier ones.
    amounts : Amounts
        The quantity that leads: the sum over all contributors is shown, too.
    rules : Rules

    Returns
    -------
    tuple of Shown
    """
    total = np.zeros(len(amounts.value), dtype=int)
    found: list[Shown] = []
    judge = judge_of(amounts, rules)
    for division in divisions:
        before = verdicts(amounts, division.place, division.areas, rules)
        union = merged(
            division.place, division.areas, division.neighbours, judge, division.most, amounts.value
        )
        alone = union
        others = [Beside(total, True), *(Beside(one.place, True) for one in found)]
        while True:
            shown = Shown(division, union, before, (alone >= 0) & (union < 0))
            place, groups = shown.place, shown.groups
            kept = np.ones(len(groups), dtype=bool)
            for other in others:
                kept = withheld_beside(amounts, place, kept, other, rules)
            if kept.all():
                found.append(shown)
                break
            union = np.where(np.isin(union, groups[~kept]), SUPPRESSED, union)
    return tuple(found)


def figures(shown: Shown, amounts: Amounts, rules: Rules) -> np.ndarray:
    """Sums of a quantity over the unions of a division, rounded; not a number where its own rules forbid.

    Parameters
    ----------
    shown : Shown, g unions
    amounts : Amounts
    rules : Rules

    Returns
    -------
    ndarray of float, shape (g,)
    """
    place, count = shown.place, len(shown.groups)
    safe = verdicts(amounts, place, count, rules) <= Verdict.SAFE
    kept = withheld_beside(amounts, place, safe, Beside(np.zeros(len(place), dtype=int), True), rules)
    return np.where(kept, _summed(amounts, place, count, rules), np.nan)


def whole(contributors: int) -> Shown:
    """The division into one area, which holds all contributors."""
    none = np.array([], dtype=int)
    division = Division(
        "whole", 1, np.zeros(contributors, dtype=int), Neighbours(none, none, none.astype(float)), 1
    )
    return Shown(division, np.zeros(1, dtype=int), np.array([Verdict.SAFE]), np.zeros(1, dtype=bool))


def part_figures(shown: Shown, parts: Mapping[str, Amounts], rules: Rules) -> dict[str, np.ndarray]:
    """Parts of a sum over the unions of a division, where they may be shown beside the sum.

    Parameters
    ----------
    shown : Shown, g unions
    parts : mapping
        Name of the part to its amounts; where their sum (`together`) may not be shown, no part is.
    rules : Rules

    Returns
    -------
    dict
        Name of the part to its figures, shape (g,).
    """
    place, count = shown.place, len(shown.groups)
    allowed = np.isfinite(figures(shown, together(list(parts.values())), rules))
    place = np.where((place >= 0) & np.append(allowed, False)[place], place, SUPPRESSED)
    cells = shown_cells(list(parts.values()), place, count, rules)
    return {
        name: np.where(cells[:, number] & allowed, _summed(part, place, count, rules), np.nan)
        for number, (name, part) in enumerate(parts.items())
    }


def _summed(amounts: Amounts, place: np.ndarray, count: int, rules: Rules) -> np.ndarray:
    inside = place >= 0
    value = np.bincount(place[inside], weights=amounts.told[inside], minlength=count)
    return rounded_to(value, step_of(amounts, rules))
