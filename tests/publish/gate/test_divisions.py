"""Merging, withholding, and attacks on everything that was shown together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacy_attacks import agreeing, bounds, determined, figure

from enact_plugin.publish.gate.divisions import Division, figures, part_figures, protected, whole
from enact_plugin.publish.gate.groups import Amounts, Verdict, amounts_of, coarse, step_of, together, verdicts
from enact_plugin.publish.gate.merging import SUPPRESSED, Neighbours
from enact_plugin.publish.gate.overlaps import derivable
from enact_plugin.reference.privacy_rules import Origin, privacy_rules

RULES = privacy_rules()
NONE = Neighbours(np.array([], dtype=int), np.array([], dtype=int), np.array([]))


def heat(values, measured=False, holders=None) -> Amounts:
    """Heat of buildings."""
    value = np.asarray(values, dtype=float)
    holder = np.arange(len(value)) if holders is None else np.asarray(holders)
    return amounts_of("heat", value, holder, np.broadcast_to(measured, len(value)), RULES)


def row_of(areas: int) -> Neighbours:
    """Areas in a row, each beside the next."""
    first = np.arange(areas - 1)
    return Neighbours(first, first + 1, np.ones(areas - 1))


def division(name: str, place, neighbours: Neighbours | None = None, most: int = 8) -> Division:
    """Division of contributors."""
    place = np.asarray(place)
    areas = int(place.max(initial=-1)) + 1
    return Division(name, areas, place, row_of(areas) if neighbours is None else neighbours, most)


def place_of(*counts: int) -> np.ndarray:
    """Contributors one area after the other."""
    return np.repeat(np.arange(len(counts)), counts)


def test_a_small_area_goes_together_with_the_neighbour_that_makes_it_safe():
    """Three buildings between one with two and one with six: those with six make it safe, and hide nobody's figure."""
    (shown,) = protected([division("blocks", place_of(6, 3, 6))], heat([10.0] * 15), RULES)
    assert shown.union.tolist() in ([0, 0, 2], [0, 1, 1])
    assert shown.before.tolist() == [Verdict.SAFE, Verdict.TOO_FEW, Verdict.SAFE]
    assert np.isfinite(figures(shown, heat([10.0] * 15), RULES)).all()


def test_small_neighbours_go_together_before_they_take_a_large_one():
    (shown,) = protected([division("blocks", place_of(20, 3, 3, 20))], heat([10.0] * 46), RULES)
    assert shown.union.tolist() == [0, 1, 1, 3]


def test_an_island_is_suppressed_and_another_with_it():
    """One alone would follow from the total: so the smallest other goes, too, and both are five at least."""
    (shown,) = protected([division("blocks", place_of(4, 8, 9), NONE)], heat([10.0] * 21), RULES)
    assert shown.union.tolist() == [SUPPRESSED, SUPPRESSED, 2]
    assert shown.beside.tolist() == [False, True, False]


def test_islands_that_are_enough_together_take_none_with_them():
    (shown,) = protected([division("blocks", place_of(4, 4, 9), NONE)], heat([10.0] * 17), RULES)
    assert shown.union.tolist() == [SUPPRESSED, SUPPRESSED, 2]
    assert not shown.beside.any()


def test_no_more_areas_go_together_than_the_limit():
    """Two houses at the end of a row stay by themselves, since the union with the others would be too large."""
    (shown,) = protected([division("blocks", place_of(1, 1, 1, 9, 9, 9), most=2)], heat([10.0] * 30), RULES)
    assert shown.union[:2].tolist() == [SUPPRESSED, SUPPRESSED]
    assert shown.union[2] == shown.union[3] or shown.beside[3]
    assert len(shown.groups) == 2, "one goes with the two houses, so that they do not follow from the total"


def test_a_large_consumer_goes_together_until_it_no_longer_dominates():
    values = [500.0] + [20.0] * 5 + [100.0] * 6 + [20.0] * 9
    (shown,) = protected([division("blocks", place_of(6, 6, 9))], heat(values), RULES)
    assert shown.before.tolist() == [Verdict.ONE_DOMINATES, Verdict.SAFE, Verdict.SAFE]
    assert shown.union.tolist() == [0, 0, 2], "600 of 1,200"


@pytest.mark.parametrize(
    "rows, columns, expected",
    [
        ([0], [0], [True]),  # the only cell of its row
        ([0, 0, 1, 1], [0, 1, 0, 1], [False] * 4),  # a square: each may be more if its neighbours are less
        ([0, 0, 1], [0, 1, 1], [True] * 3),  # a path
        ([0, 0, 1, 1, 2], [0, 1, 0, 1, 1], [False] * 4 + [True]),  # a square and a tail
        ([0, 0, 1, 1, 1, 2, 2], [0, 1, 0, 1, 2, 2, 3], [False] * 4 + [True] * 3),
    ],
)
def test_cells_that_follow_from_sums(rows, columns, expected):
    assert derivable(np.array(rows), np.array(columns)).tolist() == expected


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_a_cell_follows_exactly_when_no_change_of_it_keeps_all_sums(cells):
    row, column = np.array(sorted(cells)).T
    sums = [figure(np.flatnonzero(row == k), 0.0, 0.0) for k in set(row.tolist())]
    sums += [figure(np.flatnonzero(column == k), 0.0, 0.0) for k in set(column.tolist())]
    assert derivable(row, column).tolist() == determined(sums, len(row)).tolist()


@st.composite
def towns(draw):
    """Buildings in a row of blocks and on streets between them, some of them measured."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    blocks, sections = draw(st.integers(2, 6)), draw(st.integers(2, 8))
    count = draw(st.integers(8, 36))
    block = np.sort(rng.integers(0, blocks, count))
    section = np.clip((block * sections / blocks).astype(int) + rng.integers(-1, 2, count), 0, sections - 1)
    block[rng.random(count) < 0.05] = -1  # outside of any block
    values = np.exp(rng.normal(3.5, draw(st.sampled_from([0.2, 1.0])), count))
    measured = rng.random(count) < draw(st.sampled_from([0.0, 0.5, 1.0]))
    return heat(values, measured), block, section


def shown_figures(amounts, divisions):
    """All figures of a town as somebody outside reads them."""
    step = step_of(amounts, RULES)
    found = [
        figure(np.flatnonzero(shown.place == number), value, step)
        for shown in divisions
        for number, value in enumerate(figures(shown, amounts, RULES))
        if np.isfinite(value)
    ]
    (total,) = figures(whole(len(amounts.value)), amounts, RULES)
    return [*found, figure(np.arange(len(amounts.value)), total, step)] if np.isfinite(total) else found


def margin_of(amounts: Amounts, target: int) -> float:
    """Margin of the rule for one building."""
    return (
        RULES["heat", Origin.MEASURED if amounts.measured[target] else Origin.MODELLED].margin_percent / 100
    )


@settings(max_examples=60, deadline=None)
@given(towns())
def test_no_building_follows_from_blocks_streets_and_total_together(town):
    """Differencing totals and overlapping areas, were nothing rounded or coarse."""
    amounts, block, section = town
    divisions = protected([division("blocks", block), division("sections", section)], amounts, RULES)
    assert not determined(shown_figures(amounts, divisions), len(amounts.value)).any()


@settings(max_examples=25, deadline=None)
@given(towns(), st.integers(0, 10**6), st.sampled_from(["nothing", "block", "all"]))
def test_with_all_figures_and_all_neighbours_known_a_building_stays_within_the_margin(town, seed, knows):
    """Also who owns all buildings of the block but one, or knows the whole town, is left with an interval."""
    amounts, block, section = town
    divisions = protected([division("blocks", block), division("sections", section)], amounts, RULES)
    target = seed % len(amounts.value)
    same = {"nothing": [], "block": np.flatnonzero(block == block[target]), "all": range(len(block))}[knows]
    known = {int(k): float(amounts.told[k]) for k in same if k != target}
    low, high = bounds(shown_figures(amounts, divisions), len(amounts.value), target, known)
    assert low - 1e-6 <= amounts.told[target] <= high + 1e-6
    margin = margin_of(amounts, target)
    least, most = agreeing(low, high, amounts.value[target], lambda x: coarse(x, np.full(len(x), margin)))
    assert least <= amounts.value[target] <= most
    assert (most - least) / (most + least) >= margin * 0.98


@settings(max_examples=40, deadline=None)
@given(towns())
def test_what_is_shown_is_true_and_what_is_safe_is_not_lost(town):
    amounts, block, section = town
    for one in protected([division("blocks", block), division("sections", section)], amounts, RULES):
        found, place = figures(one, amounts, RULES), one.place
        for number, value in enumerate(found):
            of = place == number
            if np.isfinite(value):
                error = abs(value - amounts.value[of].sum())
                assert error <= 0.18 * amounts.value[of].sum() + step_of(amounts, RULES) / 2
            else:
                assert not of.any() or verdicts(amounts, place, len(found), RULES)[number] > Verdict.SAFE
        lost = (one.before == Verdict.SAFE) & (one.union < 0)
        assert (lost <= one.beside).all(), "a safe area is withheld for others only"


@settings(max_examples=25, deadline=None)
@given(towns(), st.integers(0, 10**6))
def test_two_releases_tell_of_a_changed_building_no_more_than_one(town, seed):
    """The same building a year later: the difference of the figures is that of two coarse values."""
    amounts, block, section = town
    divisions = protected([division("blocks", block), division("sections", section)], amounts, RULES)
    target = seed % len(amounts.value)
    later = amounts.value.copy()
    later[target] *= 1.01
    after = heat(later, amounts.measured)
    before = np.concatenate([figures(one, amounts, RULES) for one in divisions])
    now = np.concatenate([figures(one, after, RULES) for one in divisions])
    jump = abs(after.told[target] - amounts.told[target])
    assert np.nanmax(np.abs(now - before), initial=0) <= jump + 1.0
    assert jump == 0 or jump >= 1.9 * margin_of(amounts, target) * amounts.told[target] * 0.9


def test_two_divisions_that_differ_by_one_house():
    """Six houses of a block, five of them on one street: the sixth would be the difference."""
    block = np.array([0] * 6 + [1] * 6)
    section = np.array([0] * 5 + [1] * 7)
    amounts = heat([20.0] * 12)
    blocks, sections = protected(
        [division("blocks", block, NONE), division("sections", section, NONE)], amounts, RULES
    )
    assert blocks.union.tolist() == [0, 1]
    assert sections.union.tolist() == [SUPPRESSED, SUPPRESSED]
    assert sections.beside.all()


@st.composite
def carriers(draw):
    """Energy of buildings by carrier in groups."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    groups, count, kinds = draw(st.integers(2, 5)), draw(st.integers(15, 60)), draw(st.integers(2, 4))
    place = np.sort(rng.integers(0, groups, count))
    which = rng.choice(kinds, count, p=rng.dirichlet(np.ones(kinds)))
    values = rng.uniform(10, 30, count)
    return place, which, values, kinds


@settings(max_examples=60, deadline=None)
@given(carriers())
def test_no_carrier_of_few_buildings_follows_from_the_others(case):
    place, which, values, kinds = case
    holder, no = np.arange(len(values)), np.zeros(len(values), dtype=bool)
    parts = {
        str(kind): amounts_of("energy", np.where(which == kind, values, 0.0), holder, no, RULES)
        for kind in range(kinds)
    }
    all_together = together(list(parts.values()))
    (shown,) = protected([division("blocks", place, NONE)], all_together, RULES)
    found = part_figures(shown, parts, RULES)
    at, sums = shown.place, []
    for kind in range(kinds):
        mine = which == kind
        sums.append(figure(np.flatnonzero(mine), 0, 0))  # carriers of the whole town are shown
        told = np.flatnonzero(np.isfinite(found[str(kind)]))
        sums += [figure(np.flatnonzero(mine & (at == number)), 0, 0) for number in told]
    sums += [figure(np.flatnonzero(at == number), 0, 0) for number in range(len(shown.groups))
             if np.isfinite(figures(shown, all_together, RULES)[number])]  # fmt: skip
    few = [kind for kind in range(kinds) if 0 < (which == kind).sum() < 5]
    single = determined(sums, len(values))
    assert not single[~np.isin(which, few)].any()
