"""Number, dominance and rounding of groups."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.publish.gate.groups import (
    Amounts,
    Verdict,
    amounts_of,
    coarse,
    rounded_to,
    step_of,
    together,
    verdicts,
)
from enact_plugin.reference.privacy_rules import Origin, privacy_rules, stricter_rules
from enact_plugin.reference.tables import rows

RULES = privacy_rules()


def amounts(values, holders=None, measured=False, attribute="heat") -> Amounts:
    """Contributions, each of a contributor of its own unless said."""
    value = np.asarray(values, dtype=float)
    holder = np.arange(len(value)) if holders is None else np.asarray(holders)
    return amounts_of(attribute, value, holder, np.broadcast_to(measured, len(value)), RULES)


def verdict(of: Amounts) -> Verdict:
    """Verdict on all of them together."""
    return Verdict(int(verdicts(of, np.zeros(len(of.value), dtype=int), 1, RULES)[0]))


@pytest.mark.parametrize(
    "values, expected",
    [
        ([], Verdict.EMPTY),
        ([0.0, 0.0], Verdict.EMPTY),
        ([10.0] * 4, Verdict.TOO_FEW),
        ([10.0] * 4 + [0.0], Verdict.TOO_FEW),  # who adds nothing hides nobody
        ([10.0] * 5, Verdict.SAFE),
        ([40.0] + [10.0] * 4, Verdict.SAFE),  # exactly 50 %
        ([40.1] + [10.0] * 4, Verdict.ONE_DOMINATES),
        ([45.0, 40.0] + [5.0] * 3, Verdict.SAFE),  # exactly 85 %
        ([46.0, 42.0] + [4.0] * 3, Verdict.TWO_DOMINATE),
    ],
)
def test_number_and_dominance(values, expected):
    assert verdict(amounts(values)) is expected


def test_who_holds_four_of_five_is_one_contributor():
    assert verdict(amounts([10.0] * 5, holders=[0, 0, 0, 0, 1])) is Verdict.TOO_FEW


def test_measured_values_must_pass_without_the_modelled_ones():
    """The modelled ones can be reckoned by anybody, and taken off."""
    measured = np.array([True] + [False] * 5)
    assert verdict(amounts([10.0] * 6, measured=measured)) is Verdict.TOO_FEW
    assert verdict(amounts([10.0] * 6, measured=True)) is Verdict.SAFE


def test_groups_are_judged_each_by_itself():
    place = np.array([0] * 5 + [1] * 4 + [-1])
    found = verdicts(amounts([10.0] * 10), place, 3, RULES)
    assert found.tolist() == [Verdict.SAFE, Verdict.TOO_FEW, Verdict.EMPTY]


def test_coarse_value_by_hand():
    # ± 10 %: intervals of the ratio 1.1 / 0.9 = 1.2222; 1.2222^17 = 30.31 and 1.2222^18 = 37.05 hold 35,
    # 30.31 · ln 1.2222 / (1 - 1 / 1.2222) = 30.31 · 0.20067 / 0.18182 = 33.45
    told = coarse(np.array([35.0, 31.0, 38.0, 0.0]), np.full(4, 0.1))
    assert told == pytest.approx([33.45, 33.45, 40.89, 0], abs=0.02)
    assert coarse(np.array([35.0]), np.array([0.0])).tolist() == [35.0]


@given(st.floats(0.001, 1e7), st.sampled_from([0.05, 0.1, 0.15, 0.3]))
def test_many_values_are_told_alike(value, margin):
    """Those told alike span the margin to either side of their middle."""
    others = value * np.exp(np.linspace(-1, 1, 4001))
    told = coarse(np.append(others, value), np.full(4002, margin))
    alike = others[np.isclose(told[:-1], told[-1])]
    low, high = alike.min(), alike.max()
    assert (high - low) / (high + low) == pytest.approx(margin, abs=0.002)
    assert low < told[-1] < high


def test_sums_of_many_are_not_shifted():
    values = np.random.default_rng(1).lognormal(3.5, 1.0, 20_000)
    told = coarse(values, np.full(len(values), 0.15))
    assert told.sum() / values.sum() == pytest.approx(1.0, abs=0.005)
    assert np.abs(told / values - 1).max() < 0.17


def test_measured_values_are_told_more_coarsely():
    of = amounts([35.0, 35.0, *[30.0] * 9], measured=np.array([True] * 6 + [False] * 5))
    assert of.told[0] != of.told[-1]
    assert of.told[1] == coarse(np.array([35.0]), np.array([0.15]))[0]
    assert of.told[-1] == coarse(np.array([30.0]), np.array([0.1]))[0]


def test_parts_add_up_as_they_are_told():
    gas, oil = amounts([35.0, 0, 12], attribute="energy"), amounts([0.0, 7, 5], attribute="energy")
    assert together([gas, oil]).told == pytest.approx(gas.told + oil.told)


def test_sums_are_rounded_to_the_step_of_their_rules():
    assert step_of(amounts([1.0] * 5), RULES) == 1.0
    assert step_of(amounts([1.0] * 5, attribute="heaters", measured=True), RULES) == 5.0
    assert rounded_to(np.array([134.9, 135.0]), 10.0).tolist() == [130.0, 140.0]


@pytest.mark.parametrize("wrong", [-1.0, float("nan")])
def test_amounts_that_are_none_are_refused(wrong):
    with pytest.raises(EnactError) as raised:
        amounts([1.0, wrong])
    assert raised.value.code == "privacy_amount_negative"


def test_own_rules_may_be_stricter_only():
    row = next(
        dict(row)
        for row in rows("privacy_rules")
        if row["attribute"] == "heat" and row["origin"] == "measured"
    )
    strict = stricter_rules([row | {"min_contributors": "10"}])
    assert strict["heat", Origin.MEASURED].min_contributors == 10
    assert strict["heat", Origin.MODELLED] == RULES["heat", Origin.MODELLED]
    for name, value in (("min_contributors", "4"), ("largest_percent", "60"), ("margin_percent", "nan")):
        with pytest.raises(EnactError) as raised:
            stricter_rules([row | {name: value}])
        assert raised.value.code == "privacy_rule_looser"
    for wrong in (row | {"origin": "guessed"}, row | {"attribute": "age"}, row | {"least_step": "viel"}):
        with pytest.raises(EnactError) as raised:
            stricter_rules([wrong])
        assert raised.value.code == "privacy_rule_wrong"
