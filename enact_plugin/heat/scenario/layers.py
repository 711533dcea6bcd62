"""Scenarios as tables of the workspace."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns
from ..balance.balance import Balance, energy_balance
from ..balance.factors import LocalFactors
from ..demand.refurbished import Depth
from .figures import Figures, as_text, figures, with_depth
from .law import Assessed, short
from .projection import Projection

_KWH_MWH = 1000.0
SCENARIOS, ENERGY, INDICATORS = "scenarios", "scenario_energy", "scenario_indicators"
DEPTH = "depth"


@dataclass(frozen=True)
class Named:
    """A scenario as the planner names it.

    Attributes
    ----------
    name, preset : str
    base_year, target_year : int
    changes : mapping
        Figures other than the preset's; ``depth`` is a text.
    decisive : bool
        Whether it is the one of the plan (WPG § 17).
    reasons : str
        Why it is.
    """

    name: str
    preset: str
    base_year: int
    target_year: int
    changes: Mapping[str, float | str]
    decisive: bool = False
    reasons: str = ""

    def figures(self) -> Figures:
        """Figures of the preset with the changes; raises as `figures.figures`."""
        numbers = {name: float(value) for name, value in self.changes.items() if name != DEPTH}
        made = figures(self.preset, self.base_year, self.target_year, numbers)
        return with_depth(made, Depth(self.changes[DEPTH])) if DEPTH in self.changes else made


def named_scenarios(table: pd.DataFrame | None) -> list[Named]:
    """Scenarios of the table ``scenarios``, in its order."""
    if table is None:
        return []
    return [
        Named(
            row.scenario, row.preset, int(row.base_year), int(row.target_year), json.loads(row.changes or "{}"),
            bool(row.decisive), row.reasons or "",
        )
        for row in table.itertuples()
    ]  # fmt: skip


def with_scenario(known: list[Named], added: Named) -> list[Named]:
    """The scenarios with one added or changed; at most one of them is decisive.

    Raises
    ------
    EnactError
        ``scenario_without_name``, ``scenario_without_reasons``.
    """
    if not added.name:
        raise EnactError("scenario_without_name")
    if added.decisive and not added.reasons:
        raise EnactError("scenario_without_reasons", name=added.name)
    others = [scenario for scenario in known if scenario.name != added.name]
    if added.decisive:
        others = [
            Named(**{**vars(scenario), "decisive": False, "reasons": ""}) if scenario.decisive else scenario
            for scenario in others
        ]
    return [*others, added]


def scenario_table(
    made: Mapping[str, tuple[Named, Projection]], source: Source, told: Callable[[Finding], str]
) -> Outcome:
    """Table ``scenarios``: figures and what is short, a row each.

    Parameters
    ----------
    made : mapping
        By name.
    source : Source
    told : callable
        Sentence of a finding.
    """
    rows = [
        {
            "scenario": name,
            "decisive": scenario.decisive,
            "reasons": scenario.reasons or None,
            "preset": scenario.preset,
            "base_year": scenario.base_year,
            "target_year": scenario.target_year,
            "changes": json.dumps(dict(scenario.changes), ensure_ascii=False, sort_keys=True),
            "figures": "; ".join(f"{key} = {value}" for key, value in as_text(projection.figures).items()),
            "short": " ".join(told(finding) for finding in short(projection)),
        }
        for name, (scenario, projection) in made.items()
    ]
    frame = pd.DataFrame(rows, columns=[column.name for column in columns(SCENARIOS)])
    findings = [] if frame["decisive"].any() else [Finding("scenario_none_decisive", severity=Severity.NOTE)]
    assumptions = ("scenario_expected_values", "scenario_without_climate", "scenario_savings")
    return Outcome(frame, source, len(frame), findings=tuple(findings), assumptions=assumptions)


def stored_balance(rows: pd.DataFrame) -> Balance:
    """Balance of a scenario from its rows of the table ``scenario_energy``, with the factors it was made with."""
    energy = pd.DataFrame(
        {
            "year": rows["year"].astype(int),
            "sector": rows["sector"],
            "carrier": rows["carrier"],
            "final_energy_kwh": rows["final_energy_mwh_a"] * _KWH_MWH,
            "useful_heat_kwh": rows["useful_heat_mwh_a"] * _KWH_MWH,
        }
    )
    network = rows[rows["carrier"].eq("heat_network") & rows["factor_t_mwh"].notna()].drop_duplicates("year")
    local = None
    if len(network):
        t_mwh = {"heat_network": dict(zip(network["year"].astype(int), network["factor_t_mwh"]))}
        local = LocalFactors(t_mwh, str(network["factor_source"].iloc[0]))
    return energy_balance(energy, str(rows["factor_set"].iloc[0]), local)


def indicator_table(found: Mapping[str, Assessed], source: Source) -> Outcome:
    """Table ``scenario_indicators``: those of WPG Anlage 2 III, for each year of each scenario."""
    parts = [assessed.indicators.assign(scenario=name) for name, assessed in found.items()]
    table = pd.concat(parts, ignore_index=True)
    table["value"] = table["value"].round(3)
    keys = ["scenario", "year", "number", "sector", "carrier", "unit"]
    table["number"] = table["number"].astype(str)
    table["row_id"] = table[keys].astype("string").fillna("").agg("|".join, axis=1)
    frame = table[[column.name for column in columns(INDICATORS)]].astype(object)
    frame = frame.where(frame.notna(), None).infer_objects()
    return Outcome(frame, source, len(frame), assumptions=("indicators_by_law",))


def comparison(found: Mapping[str, Assessed]) -> pd.DataFrame:
    """Scenarios side by side: a row per year, indicator and unit, summed over sectors; a column per scenario."""
    parts = [assessed.indicators.assign(scenario=name) for name, assessed in found.items()]
    table = pd.concat(parts, ignore_index=True)
    keys = ["number", "carrier", "unit", "year"]
    table["carrier"] = table["carrier"].astype(object).where(table["carrier"].notna(), "")
    wide = table.groupby([*keys, "scenario"])["value"].sum().unstack("scenario")
    return wide[list(found)].round(1).reset_index().rename_axis(columns=None)
