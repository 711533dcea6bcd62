"""Annuities after VDI 2067, against sums by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.network.cost.annuity import Horizon, annuity


def test_factor_by_hand():
    # 0.04 / (1 - 1.04^-20) = 0.0735818
    assert annuity(0.04, 20) == pytest.approx(0.0735818, abs=1e-7)
    assert annuity(0.0, 20) == 0.05
    assert annuity(np.array([0.0, 0.04]), 20) == pytest.approx([0.05, 0.0735818], abs=1e-7)


@given(st.floats(0, 0.2), st.integers(1, 60))
def test_the_annuities_of_a_horizon_are_worth_what_was_invested(interest, years):
    cash = sum((1 + interest) ** -year for year in range(1, years + 1)) * annuity(interest, years)
    assert cash == pytest.approx(1)


def test_a_life_as_long_as_the_horizon_has_neither_replacement_nor_rest():
    assert Horizon(0.04, 20).capital(1000, 20) == pytest.approx(73.5818, abs=1e-3)


def test_what_lasts_twice_as_long_keeps_half_its_value():
    # (1000 - 500 * 1.04^-20) * 0.0735818 = (1000 - 228.193) * 0.0735818 = 56.7909
    assert Horizon(0.04, 20).capital(1000, 40) == pytest.approx(56.7909, abs=1e-3)


def test_what_lasts_15_of_20_years_is_bought_twice():
    # bought again after 15 years: 1000 * 1.04^-15 = 555.265; ten of its 15 years are left: 666.667 * 1.04^-20 = 304.258
    assert Horizon(0.04, 20).capital(1000, 15) == pytest.approx(
        (1000 + 555.265 - 304.258) * 0.0735818, abs=1e-2
    )


@given(st.floats(0, 0.15), st.floats(1, 60))
def test_capital_without_interest_is_spread_over_its_life(interest, life):
    assert Horizon(0.0, 20).capital(1000, life) == pytest.approx(1000 / life, rel=1e-6)
    assert Horizon(interest, 20).capital(1000, life) >= 1000 / life * (1 - 1e-9)


@given(st.floats(0, 0.15), st.floats(-0.05, 0.1))
def test_rising_costs_as_the_cash_value_of_vdi_2067(interest, rise):
    # VDI 2067-1: b = (1 - (r/q)^T) / (q - r), first payment at the end of the first year
    horizon, q, r = Horizon(interest, 20), 1 + interest, 1 + rise
    b = 20 / q if abs(q - r) < 1e-9 else (1 - (r / q) ** 20) / (q - r)
    found = horizon.running(lambda year: 100 * r ** (year - 1))
    assert found == pytest.approx(100 * b * horizon.factor, rel=1e-6)
