"""One figure after the other, and all together."""

from __future__ import annotations

import numpy as np
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.network.cost.lcoh import Case, NetworkFacts, cost_of_heat
from enact_plugin.network.cost.uncertainty import Fleet, sensitivity, spread
from enact_plugin.network.tables import Figures, read_tables
from enact_plugin.reference.tables import rows

FACTS = NetworkFacts(1_000_000, 100, 1500, 2_000_000, 200_000, 4, None)
FLEETS = {"heat_pump": Fleet(1_200_000, 900, 60), "gas": Fleet(800_000, 600, 40)}


def uncertain(**bounds: tuple[float, float]) -> Figures:
    own = [dict(row) for row in rows("network_uncertainties")]
    for row in own:
        if row["name"] in bounds:
            row["low"], row["high"] = map(str, bounds[row["name"]])
    return Figures(read_tables({"network_uncertainties": own}))


def test_the_weightiest_figure_stands_first_and_the_base_lies_between():
    table = sensitivity(FACTS, Figures())
    wide = (table["high_ct_kwh"] - table["low_ct_kwh"]).abs()
    assert wide.is_monotonic_decreasing
    base = float(cost_of_heat(FACTS, Case(0.04), Figures()).ct_kwh)
    ends = table[["low_ct_kwh", "high_ct_kwh"]]
    assert (ends.min(axis=1) <= base + 1e-9).all()
    assert (ends.max(axis=1) >= base - 1e-9).all()
    assert set(table["name"]) == {row["name"] for row in rows("network_uncertainties")}


def test_the_same_inputs_give_the_same_range():
    first, second = (spread(FACTS, FLEETS, 2027, Figures()) for _ in range(2))
    assert first == second
    assert first.low_ct_kwh < first.middle_ct_kwh < first.high_ct_kwh
    assert 0 <= first.cheaper_share <= 1


def test_range_against_draws_of_another_kind():
    """Only the investment is uncertain, so the quantiles follow from those of the triangle in closed form."""
    tight = dict.fromkeys(("connection", "heat", "energy"), (1 - 1e-09, 1 + 1e-09))
    figures = uncertain(**tight, interest=(0.04 - 1e-9, 0.04 + 1e-9), investment=(0.8, 1.6))
    found = spread(FACTS, {}, 2027, figures)
    low, top, high = 0.8, 1.0, 1.6

    def quantile(share: float) -> float:
        turn = (top - low) / (high - low)
        if share < turn:
            return low + np.sqrt(share * (high - low) * (top - low))
        return high - np.sqrt((1 - share) * (high - low) * (high - top))

    for share, value in ((0.05, found.low_ct_kwh), (0.5, found.middle_ct_kwh), (0.95, found.high_ct_kwh)):
        expected = cost_of_heat(FACTS, Case(0.04, investment=quantile(share)), Figures()).ct_kwh
        assert value == pytest.approx(float(expected), rel=0.005)
    assert np.isnan(found.cheaper_share)


def test_a_network_that_costs_nothing_is_always_cheaper():
    free = NetworkFacts(0, 0, 0, 2_000_000, 0, 0, None)
    assert spread(free, FLEETS, 2027, Figures()).cheaper_share > 0.95
    dear = NetworkFacts(1e9, 100, 1500, 2_000_000, 0, 0, None)
    assert spread(dear, FLEETS, 2027, Figures()).cheaper_share == 0


def test_reversed_bounds_are_refused():
    with pytest.raises(EnactError) as error:
        sensitivity(FACTS, uncertain(energy=(1.4, 0.8)))
    assert error.value.code == "uncertainty_reversed"
