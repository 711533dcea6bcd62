from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from suitability_textbook import textbook_frame

from enact_plugin.heat.suitability.indicators import Areas, derive
from enact_plugin.heat.suitability.rules import CRITERIA, KINDS, default_rules
from enact_plugin.heat.suitability.scores import score

RULES = default_rules()
FOUND = derive(Areas(textbook_frame()), RULES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_pulls_of_the_indicators_add_up_to_the_score(kind):
    scores = score(kind, FOUND, RULES)
    known = ~np.isnan(scores.score)
    assert scores.pulls[known].sum(axis=1) + 0.5 == pytest.approx(scores.score[known])
    assert scores.weights[known].sum(axis=1) == pytest.approx(1)
    assert (scores.weights[~known] == 0).all()


@given(st.lists(st.floats(0.01, 100), min_size=4, max_size=4), st.floats(0.1, 10))
def test_only_the_proportions_of_the_weights_count(values, factor):
    one = RULES.with_weights({("network", name): value for name, value in zip(CRITERIA, values)})
    other = RULES.with_weights({("network", name): value * factor for name, value in zip(CRITERIA, values)})
    assert sum(one.criteria_shares("network").values()) == pytest.approx(1)
    np.testing.assert_allclose(score("network", FOUND, one).score, score("network", FOUND, other).score)


def test_a_criterion_of_weight_zero_says_nothing():
    rules = RULES.with_weights({("decentral", name): float(name == "risk") for name in CRITERIA})
    scores = score("decentral", FOUND, rules)
    np.testing.assert_allclose(scores.score, scores.criteria[:, 1], atol=1e-9)


def test_beyond_the_last_break_point_the_score_stays():
    frame = textbook_frame().loc[["old_town_with_network"]]
    dense = derive(Areas(frame.assign(line_density_kwh_m=9000.0)), RULES)
    denser = derive(Areas(frame.assign(line_density_kwh_m=90000.0)), RULES)
    assert score("network", dense, RULES).score == score("network", denser, RULES).score
