from __future__ import annotations

import string

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.heat.suitability.rules import (
    CRITERIA,
    KINDS,
    SUITABILITY,
    IndicatorType,
    default_rules,
    indicators,
    read_curves,
    read_rules,
    reason_texts,
)
from enact_plugin.reference.density_classes import Measure, breaks
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values

RULES = default_rules()
TABLES = ("scores", "weights", "classes", "exclusions", "rules", "years", "indicators")
ROW = {"kind": "network", "criterion": "cost", "indicator": "density_mwh_ha", "weight": "1", "key": ""}


def test_every_figure_has_a_source():
    for table in TABLES:
        assert all(row["source"] for row in rows(f"suitability_{table}")), table


def test_what_enact_sets_itself_says_why_or_stands_below_a_row_that_does():
    for table in ("weights", "classes", "rules"):
        assert all(row["note"] for row in rows(f"suitability_{table}")), table


def test_every_kind_and_criterion_has_curves_and_a_weight():
    for kind in KINDS:
        assert {curve.criterion for curve in RULES.curves[kind]} == set(CRITERIA)
        assert any(curve.key for curve in RULES.curves[kind])
        assert sum(RULES.criteria_shares(kind).values()) == pytest.approx(1)


def test_classes_are_those_of_the_list_and_fall():
    assert tuple(value.code for value in values("suitability"))[:4] == SUITABILITY
    assert list(RULES.min_scores) == sorted(RULES.min_scores, reverse=True)
    assert RULES.min_scores[-1] == 0


def test_heat_density_breaks_where_the_classes_of_the_map_do():
    (curve,) = [
        curve for curve in RULES.curves["network"]
        if (curve.criterion, curve.indicator) == ("cost", "density_mwh_ha")
    ]  # fmt: skip
    assert curve.x == (0, *breaks(Measure.BLOCK))


def test_every_reason_that_can_arise_has_a_sentence():
    known = indicators()
    wanted = {"unknown_indicators"}
    wanted |= {f"excluded_{rule.reason}" for rule in RULES.exclusions}
    for kind in KINDS:
        for curve in RULES.curves[kind]:
            indicator = known[curve.indicator]
            ends = indicator.codes if indicator.type is IndicatorType.CODE else ("for", "against")
            wanted |= {f"{kind}_{indicator.short}_{end}" for end in ends}
    given = set(reason_texts())
    assert wanted <= given
    assert {code for code in given - wanted if not code.startswith(("excluded_", "choice_"))} == set()


def test_sentences_name_the_same_placeholders_in_both_languages():
    for code, texts in reason_texts().items():
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts]
        assert fields[0] == fields[1] <= {"value", "indicators"}, code


def test_every_kind_of_area_has_years_and_they_end_at_the_target():
    kinds = {row["supply_kind"] for row in rows("suitability_years")}
    assert kinds == {value.code for value in values("supply_kind")} - {"network", "unknown"}
    assert all((kind, "*") in RULES.years for kind in kinds)
    assert max(RULES.years.values()) == 2045
    assert max(RULES.with_target_year(2038).years.values()) == 2038


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([("0", "0.1"), ("0", "0.2")], "order"),
        ([("5", "0.1"), ("1", "0.2")], "order"),
        ([("0", "0.1"), ("1", "1.2")], "range"),
        ([("0", "0;1")], "number"),
    ],
)
def test_a_curve_spoilt_in_editing_is_named(points, reason):
    with pytest.raises(EnactError) as raised:
        read_curves(tuple({**ROW, "x": x, "score": score} for x, score in points))
    assert raised.value.code == "suitability_table_wrong"
    assert raised.value.params["rule_problem"] == reason


def test_a_code_forgotten_or_an_unknown_indicator_is_named():
    code = {**ROW, "indicator": "gas_network", "x": "none", "score": "0"}
    for row, reason in ((code, "codes"), ({**code, "indicator": "mood"}, "unknown")):
        with pytest.raises(EnactError) as raised:
            read_curves((row,))
        assert raised.value.params["rule_problem"] == reason


def own(table, **changed):
    """A table of EnAct with some columns of its first row changed."""
    first, *others = rows(table)
    return {table: ({**first, **changed}, *others)}


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        (own("suitability_rules", value="viel"), "number"),
        (own("suitability_rules", name="source_reach"), "missing"),
        (own("suitability_weights", weight="0;3"), "number"),
        (own("suitability_classes", min_score="0.2"), "order"),
        (own("suitability_classes", suitability="perhaps"), "missing"),
        (own("suitability_exclusions", indicator="gas"), "unknown"),
        (own("suitability_exclusions", reason="old_town"), "unknown"),  # there is no sentence for it
        ({"suitability_years": [{"supply_kind": "decentral", "year": "2040"}]}, "missing"),
        (own("suitability_years", supply_kind="wood"), "missing"),
        (own("suitability_years", year="bald"), "number"),
        (
            {"suitability_scores": [row for row in rows("suitability_scores") if row["criterion"] != "risk"]},
            "missing",
        ),
    ],
)
def test_a_table_spoilt_in_editing_is_named(tables, reason):
    with pytest.raises(EnactError) as raised:
        read_rules(tables)
    assert raised.value.code == "suitability_table_wrong"
    assert raised.value.params["rule_problem"] == reason
    assert raised.value.params["row"]


def test_the_planners_own_table_holds_and_the_others_stay():
    changed = read_rules(own("suitability_weights", weight="0,9"))  # as people write it
    assert changed.weights["network", "cost"] == 0.9
    assert changed.curves == RULES.curves


def test_negative_weights_and_only_zeros_are_refused():
    with pytest.raises(EnactError) as raised:
        RULES.with_weights({("network", "cost"): -0.1})
    assert raised.value.code == "suitability_weight_wrong"
    with pytest.raises(EnactError) as raised:
        RULES.with_weights({("network", criterion): 0.0 for criterion in CRITERIA})
    assert (raised.value.code, raised.value.params) == ("suitability_weights_zero", {"kind": "network"})
