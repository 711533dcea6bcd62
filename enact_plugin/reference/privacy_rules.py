"""Rules of the privacy gate: how large and how mixed a group must be for its figures to leave the workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from ..errors import EnactError
from .tables import rows

_AT_LEAST = ("min_contributors", "margin_percent", "least_step")  # own rules may raise them
_AT_MOST = ("largest_percent", "two_largest_percent")  # and lower these


class Origin(Enum):
    """Where the values of single buildings come from."""

    MEASURED = "measured"
    MODELLED = "modelled"
    PUBLIC = "public"


@dataclass(frozen=True)
class PrivacyRule:
    """When the sum of a group may be shown, and how it is rounded.

    Attributes
    ----------
    attribute : str
    origin : Origin
    min_contributors : int
        Fewest contributors of a group.
    largest_percent, two_largest_percent : float
        Largest share of one contributor, and of two together.
    margin_percent : float
        Values of single contributors are known to this margin only before they are summed, so that who knows all others
        does not find one more closely.
    least_step : float
        Sums are rounded to this step at least.
    unit : str
        Of the step.
    source : str
    """

    attribute: str
    origin: Origin
    min_contributors: int
    largest_percent: float
    two_largest_percent: float
    margin_percent: float
    least_step: float
    unit: str
    source: str


Rules = Mapping[tuple[str, Origin], PrivacyRule]


@cache
def privacy_rules() -> Rules:
    """Rules of privacy_rules.csv by attribute and origin."""
    return {(rule.attribute, rule.origin): rule for rule in map(_rule, rows("privacy_rules"))}


def stricter_rules(own: Sequence[Mapping[str, str]]) -> Rules:
    """EnAct's rules with the rows of the planner's own in their place, which may be stricter only.

    Parameters
    ----------
    own : sequence of mapping
        Rows as in privacy_rules.csv; rules that are left out stay.

    Raises
    ------
    EnactError
        ``privacy_rule_wrong``, ``privacy_rule_looser``.
    """
    rules = dict(privacy_rules())
    for row in own:
        try:
            rule = _rule(row)
            before = rules[rule.attribute, rule.origin]
        except (KeyError, ValueError) as error:
            raise EnactError(
                "privacy_rule_wrong", rule=f"{row.get('attribute')}, {row.get('origin')}", problem=str(error)
            ) from error
        for name in (*_AT_LEAST, *_AT_MOST):
            sign = 1 if name in _AT_LEAST else -1
            mine, theirs = getattr(rule, name), getattr(before, name)
            if not sign * mine >= sign * theirs:  # what is no number is looser, too
                named = f"{rule.attribute}, {rule.origin.value}, {name}"
                raise EnactError("privacy_rule_looser", rule=named, value=mine, limit=theirs)
        rules[rule.attribute, rule.origin] = rule
    return rules


def _rule(row: Mapping[str, str]) -> PrivacyRule:
    return PrivacyRule(
        row["attribute"],
        Origin(row["origin"]),
        int(float(row["min_contributors"])),
        float(row["largest_percent"]),
        float(row["two_largest_percent"]),
        float(row["margin_percent"]),
        float(row["least_step"]),
        row["unit"],
        row["source"],
    )


@cache
def privacy_limit(name: str) -> float:
    """Figure of privacy_limits.csv."""
    return next(float(row["value"]) for row in rows("privacy_limits") if row["name"] == name)
