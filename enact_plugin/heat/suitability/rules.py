"""The editable tables behind suitability: curves, weights, classes, exclusions, years."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from ...errors import EnactError
from ...reference.tables import rows

KINDS = ("network", "hydrogen", "decentral", "methane")
CRITERIA = ("cost", "risk", "security", "emissions")  # WPG §18(1)
SUITABILITY = ("very_likely", "likely", "unlikely", "very_unlikely")  # WPG §19, best first
SUPPLY_KINDS = ("network_densify", "network_extend", "network_new", "hydrogen", "decentral", "study")
TARGET = "target"
ANY = "*"
LCOH = "lcoh_eur_mwh"  # replaces all other indicators of the cost where it is given
SCORES = "suitability_scores"
TABLES = (
    SCORES,
    "suitability_weights",
    "suitability_classes",
    "suitability_exclusions",
    "suitability_rules",
    "suitability_years",
)
EXCLUDED = "excluded_"  # in front of a reason of exclusion, in the table of sentences
Table = Sequence[Mapping[str, str]]
_BESIDE = ("source", "note")  # columns that people read


class IndicatorType(Enum):
    """What an indicator holds."""

    NUMBER = "number"
    CODE = "code"


@dataclass(frozen=True)
class Indicator:
    """How an indicator is read and shown.

    Attributes
    ----------
    name, short : str
        Column, and the name without unit that stands in codes of reasons.
    type : IndicatorType
    codes : tuple of str
        Values a code may take; empty for numbers.
    shown_factor : float
        By which the figure is multiplied where people read it (shares as percent).
    label_de, label_en : str
    """

    name: str
    short: str
    type: IndicatorType
    codes: tuple[str, ...]
    shown_factor: float
    label_de: str
    label_en: str


@dataclass(frozen=True)
class Curve:
    """What an indicator means for a kind of supply under one criterion.

    Attributes
    ----------
    kind, criterion, indicator : str
    x : tuple of float or of str
        Break points, rising, or codes.
    scores : tuple of float
        In [0, 1]; linear between break points and constant beyond them.
    weight : float
        Within the criterion.
    key : bool
        Whether nothing is "very" likely or unlikely while this indicator is unknown.
    """

    kind: str
    criterion: str
    indicator: str
    x: tuple[float, ...] | tuple[str, ...]
    scores: tuple[float, ...]
    weight: float
    key: bool


@dataclass(frozen=True)
class Condition:
    """What must hold of an indicator: one of `codes`, or a figure smaller than `below`."""

    indicator: str
    codes: tuple[str, ...]
    below: float


@dataclass(frozen=True)
class ExclusionRule:
    """A kind is excluded where all conditions hold; what is unknown excludes nothing."""

    reason: str
    kind: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class SuitabilityRules:
    """All a planner may change.

    Attributes
    ----------
    curves : dict of str to tuple of Curve
        By kind.
    weights : dict of (kind, criterion) to float
        Not negative, not all zero for a kind; only their proportions count.
    min_scores : tuple of float
        Least score of each class of `SUITABILITY`, falling.
    exclusions : tuple of ExclusionRule
    figures : dict of str to float
        Rows of suitability_rules.csv.
    years : dict of (supply_kind, class) to int
        Class ``*`` stands for any; the target year is put in.
    """

    curves: Mapping[str, tuple[Curve, ...]]
    weights: Mapping[tuple[str, str], float]
    min_scores: tuple[float, ...]
    exclusions: tuple[ExclusionRule, ...]
    figures: Mapping[str, float]
    years: Mapping[tuple[str, str], int]

    def with_weights(self, weights: Mapping[tuple[str, str], float]) -> SuitabilityRules:
        """Rules with other weights of some criteria.

        Raises
        ------
        EnactError
            ``suitability_weight_wrong``, ``suitability_weights_zero``.
        """
        merged = {**self.weights, **weights}
        _check_weights(merged)
        return replace(self, weights=merged)

    def with_target_year(self, year: int) -> SuitabilityRules:
        """Rules for a municipality whose target year is `year`; no year of an area lies behind it."""
        former = int(self.figures["target_year"])
        years = {key: year if given == former else min(given, year) for key, given in self.years.items()}
        return replace(self, figures={**self.figures, "target_year": float(year)}, years=years)

    def criteria_shares(self, kind: str) -> dict[str, float]:
        """Share of each criterion in the score of a kind; they sum to one."""
        total = math.fsum(self.weights[kind, criterion] for criterion in CRITERIA)
        return {criterion: self.weights[kind, criterion] / total for criterion in CRITERIA}


@cache
def indicators() -> dict[str, Indicator]:
    """Indicators by name."""
    return {
        row["indicator"]: Indicator(
            name=row["indicator"],
            short=row["short"],
            type=IndicatorType(row["type"]),
            codes=tuple(row["codes"].split("|")) if row["codes"] else (),
            shown_factor=float(row["shown_factor"]),
            label_de=row["label_de"],
            label_en=row["label_en"],
        )
        for row in rows("suitability_indicators")
    }


@cache
def reason_texts() -> dict[str, tuple[str, str]]:
    """German and English sentence by code of a reason; placeholders are ``{value}`` and ``{indicators}``."""
    return {row["code"]: (row["text_de"], row["text_en"]) for row in rows("suitability_reasons")}


def default_rules() -> SuitabilityRules:
    """Rules as the tables in resources/tables hold them."""
    return read_rules({})


def read_rules(own: Mapping[str, Table]) -> SuitabilityRules:
    """Rules with the planner's own tables in place of those in resources/tables.

    Parameters
    ----------
    own : dict of str to rows
        By table: suitability_scores, suitability_weights, suitability_classes, suitability_exclusions,
        suitability_rules, suitability_years; those not given are EnAct's.

    Returns
    -------
    SuitabilityRules

    Raises
    ------
    EnactError
        ``suitability_table_wrong``, ``suitability_weight_wrong``, ``suitability_weights_zero``.
    """
    tables = {name: own.get(name) or rows(name) for name in TABLES}
    for name, table in tables.items():
        lacking = [column for column in rows(name)[0] if column not in table[0] and column not in _BESIDE]
        if lacking:
            raise _wrong(name, {"name": lacking[0]}, "missing")
    figures = {row["name"]: _figure("suitability_rules", row, "value") for row in tables["suitability_rules"]}
    weights = {
        (row["kind"], row["criterion"]): _figure("suitability_weights", row, "weight")
        for row in tables["suitability_weights"]
    }
    _check_weights(weights)
    for row in rows("suitability_rules"):
        if row["name"] not in figures:
            raise _wrong("suitability_rules", row, "missing")
    return SuitabilityRules(
        curves=read_curves(tables["suitability_scores"]),
        weights=weights,
        min_scores=_min_scores(tables["suitability_classes"]),
        exclusions=_exclusions(tables["suitability_exclusions"]),
        figures={row["name"]: figures[row["name"]] for row in rows("suitability_rules")},
        years=_years(tables["suitability_years"], int(figures["target_year"])),
    )


def read_curves(table: Table) -> dict[str, tuple[Curve, ...]]:
    """Curves from rows of suitability_scores.csv; weight and key stand in the first row of each.

    Raises
    ------
    EnactError
        ``suitability_table_wrong`` where break points do not rise, scores leave [0, 1], codes are unknown or the
        weight is missing.
    """
    points: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
    for row in table:
        points.setdefault((row["kind"], row["criterion"], row["indicator"]), []).append(row)
    curves: dict[str, list[Curve]] = {kind: [] for kind in KINDS}
    for found in points.values():
        curve = _curve(found)
        curves[curve.kind].append(curve)
    for kind, of_kind in curves.items():
        lacking = [name for name in CRITERIA if name not in {curve.criterion for curve in of_kind}]
        if lacking:
            raise _wrong(SCORES, {"kind": kind, "criterion": lacking[0]}, "missing")
    return {kind: tuple(found) for kind, found in curves.items()}


def _curve(points: list[Mapping[str, str]]) -> Curve:
    first = points[0]
    known = indicators().get(first["indicator"])
    if first["kind"] not in KINDS or first["criterion"] not in CRITERIA or known is None:
        raise _wrong(SCORES, first, "unknown")
    code = known.type is IndicatorType.CODE
    scores = tuple(_figure(SCORES, row, "score") for row in points)
    x = tuple(row["x"] for row in points) if code else tuple(_figure(SCORES, row, "x") for row in points)
    # a given cost stands alone in its criterion, so its weight does not matter
    given = first["indicator"] == LCOH and not first["weight"]
    weight = 1.0 if given else _figure(SCORES, first, "weight")
    if code and sorted(x) != sorted(known.codes):
        raise _wrong(SCORES, first, "codes")
    if not code and any(not low < high for low, high in zip(x, x[1:])):
        raise _wrong(SCORES, first, "order")
    if not all(0 <= score <= 1 for score in scores) or weight <= 0:
        raise _wrong(SCORES, first, "range")
    return Curve(
        first["kind"], first["criterion"], first["indicator"], x, scores, weight, first["key"] == "yes"
    )


def _figure(table: str, row: Mapping[str, str], column: str) -> float:
    try:
        value = float(row[column].replace(",", "."))  # as people write it in a table
    except ValueError as error:
        raise _wrong(table, row, "number") from error
    if not math.isfinite(value):
        raise _wrong(table, row, "number")
    return value


def _wrong(table: str, row: Mapping[str, str], problem: str) -> EnactError:
    names = ("reason", "kind", "criterion", "indicator", "name", "suitability", "supply_kind")
    text = " / ".join(row[name] for name in names if row.get(name))
    return EnactError("suitability_table_wrong", table=table, row=text, rule_problem=problem)


def _check_weights(weights: Mapping[tuple[str, str], float]) -> None:
    for kind in KINDS:
        for criterion in CRITERIA:
            weight = weights.get((kind, criterion), math.nan)
            if not 0 <= weight < math.inf:
                raise EnactError("suitability_weight_wrong", kind=kind, criterion=criterion, weight=weight)
        total = math.fsum(weights[kind, criterion] for criterion in CRITERIA)
        if not 0 < total < math.inf:
            raise EnactError("suitability_weights_zero", kind=kind)


def _min_scores(table: Table) -> tuple[float, ...]:
    given = {row["suitability"]: _figure("suitability_classes", row, "min_score") for row in table}
    lacking = [code for code in SUITABILITY if code not in given]
    if lacking:
        raise _wrong("suitability_classes", {"suitability": lacking[0]}, "missing")
    limits = tuple(given[code] for code in SUITABILITY)
    if list(limits) != sorted(limits, reverse=True) or limits[-1] != 0:
        raise _wrong("suitability_classes", table[0], "order")
    return limits


def _exclusions(table: Table) -> tuple[ExclusionRule, ...]:
    found: dict[tuple[str, str], list[Condition]] = {}
    for row in table:
        codes = tuple(row["codes"].split("|")) if row["codes"] else ()
        below = _figure("suitability_exclusions", row, "below") if row["below"] else math.nan
        sentence = EXCLUDED + row["reason"]
        if row["indicator"] not in indicators() or row["kind"] not in KINDS or sentence not in reason_texts():
            raise _wrong("suitability_exclusions", row, "unknown")
        found.setdefault((row["reason"], row["kind"]), []).append(Condition(row["indicator"], codes, below))
    return tuple(ExclusionRule(reason, kind, tuple(items)) for (reason, kind), items in found.items())


def _years(table: Table, target_year: int) -> dict[tuple[str, str], int]:
    years = {}
    for row in table:
        given = target_year if row["year"] == TARGET else int(_figure("suitability_years", row, "year"))
        years[row["supply_kind"], row["suitability"]] = min(given, target_year)
    for kind in SUPPLY_KINDS:
        if (kind, ANY) not in years:
            raise _wrong("suitability_years", {"supply_kind": kind, "suitability": ANY}, "missing")
    return years
