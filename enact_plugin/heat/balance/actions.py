"""Actions of the Covenant's template, estimated from the difference between a base and a scenario."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...reference.tables import rows
from .balance import Balance, covered_sectors, of_year
from .factors import CarrierOrigin, balance_carriers, factors

ACTION_COLUMNS = (
    *("sector", "kind", "area_of_intervention", "policy_instrument", "origin", "responsible_body"),
    *("start_year", "end_year", "energy_saving_mwh_a", "renewable_mwh_a", "co2_reduction_t_a", "to_fill"),
)
TO_FILL = ("policy_instrument", "origin", "responsible_body")  # only the municipality knows them
_REFURBISHMENT, _GROWTH = "refurbishment", "demand_growth"
_NETWORK, _HEAT_PUMP, _SWITCH = "heat_network", "heat_pump", "fuel_switch"
_SWITCHES = (_NETWORK, _HEAT_PUMP, _SWITCH)
_NOTHING = 1e-9  # MWh or t: rounding


@dataclass(frozen=True)
class SecapActions:
    """Actions and what of the difference is no action.

    Attributes
    ----------
    frame : DataFrame
        ACTION_COLUMNS; one row per sector and kind with an effect. Energies in MWh/a, t CO2e/a; negative where a kind
        adds. The columns named in ``to_fill`` (joined by ``|``) are empty: the municipality writes them.
    factor_change_t_a : Series
        By sector: t CO2e/a that only the factors change from year to year (cleaner electricity); no action. With
        the actions it adds up to the difference of the balances.
    findings : tuple of Finding
    """

    frame: pd.DataFrame
    factor_change_t_a: pd.Series
    findings: tuple[Finding, ...] = ()


@cache
def action_areas() -> dict[str, str]:
    """Area of intervention by kind of measure."""
    return {row["kind"]: row["area"] for row in rows("secap_actions")}


def action_labels() -> tuple[dict[str, str], dict[str, str]]:
    """German names of the kinds of measure, and the template's names of their areas of intervention."""
    return (
        {row["kind"]: row["label_de"] for row in rows("secap_actions")},
        {row["area"]: row["area_label_en"] for row in rows("secap_actions")},
    )


@dataclass(frozen=True)
class _State:
    """A year of a balance: energy by sector and carrier, factors by carrier (zero where there is none)."""

    mwh: np.ndarray
    factor: np.ndarray
    useful_mwh: np.ndarray  # by sector; NaN where not told


def secap_actions(base: Balance, base_year: int, scenario: Balance, year: int) -> SecapActions:
    """Split the difference between two balances into actions, by sector.

    With r = useful heat of the scenario over that of the base (final energy where useful heat is not told):
    refurbishment saves (1 − r) of the energy and of the emissions of the base. What is left over, the base's mix times
    r, becomes the scenario's mix: carriers that grow take over from those that shrink; the energy that goes is shared
    among the kinds by the energy that comes (heat network; electricity and ambient heat as heat pumps; other carriers
    as fuel switch), valued at the factors of the scenario's year. Changes of the factors alone are no action.

    Parameters
    ----------
    base, scenario : Balance
        Of the same factor set; the same balance may hold both years.
    base_year, year : int

    Returns
    -------
    SecapActions

    Raises
    ------
    EnactError
        ``factor_sets_mixed``, ``balance_year_not_there``, ``secap_years_reversed``.
    """
    if base.factor_set != scenario.factor_set:
        raise EnactError("factor_sets_mixed", sets=f"{base.factor_set}, {scenario.factor_set}")
    if year <= base_year:
        raise EnactError("secap_years_reversed", base_year=base_year, year=year)
    before, after = of_year(base, base_year), of_year(scenario, year)
    used = _used_factors(before)
    start = _state(before, used)
    end = _state(after, _factors_of(scenario, after, used, year))
    kept = _kept(start, end)
    remaining = start.mwh * kept[:, None]
    by_kind = {_REFURBISHMENT: _less_need(start, kept), **_shifts(remaining, end)}
    frame = _frame(by_kind, kept, (base_year, year))
    change = (remaining * (start.factor - end.factor)).sum(axis=1)
    told = pd.Series(change, index=pd.Index(covered_sectors(), name="sector"), name="factor_change_t_a")
    return SecapActions(frame, told, _findings(before, after, change, start))


def _used_factors(table: pd.DataFrame) -> pd.Series:
    """Factor of each carrier that the table has; NaN for the others."""
    return table.groupby("carrier")["factor_t_mwh"].first().reindex(list(balance_carriers())).astype(float)


def _factors_of(scenario: Balance, after: pd.DataFrame, base: pd.Series, year: int) -> pd.Series:
    """Factors by which the scenario's year values each carrier, those that are gone by then too.

    A carrier that has gone takes the set's factor of that year, else that of the base; with none, all it saved would
    look like a cleaner factor.
    """
    pairs = pd.DataFrame({"carrier": list(balance_carriers()), "year": year})
    of_set = factors(pairs, scenario.factor_set).set_index(pairs["carrier"])["factor_t_mwh"]
    gone = ~of_set.index.isin(after["carrier"])
    return _used_factors(after).where(~gone, of_set.where(base.notna()).fillna(base))


def _state(table: pd.DataFrame, factor: pd.Series) -> _State:
    sectors = list(covered_sectors())
    mwh = table.pivot_table(index="sector", columns="carrier", values="final_energy_mwh", aggfunc="sum")
    useful = table.groupby("sector")["useful_heat_mwh"].agg(lambda part: part.sum(skipna=False))
    return _State(
        mwh.reindex(index=sectors, columns=list(balance_carriers())).fillna(0.0).to_numpy(dtype=float),
        factor.fillna(0.0).to_numpy(dtype=float),
        useful.reindex(sectors).to_numpy(dtype=float),
    )


def _kept(start: _State, end: _State) -> np.ndarray:
    """Share of the base's need that is left in the scenario, by sector; one where the base has none."""
    known = (start.useful_mwh > _NOTHING) & np.isfinite(end.useful_mwh)
    before = np.where(known, start.useful_mwh, start.mwh.sum(axis=1))
    after = np.where(known, end.useful_mwh, end.mwh.sum(axis=1))
    return np.divide(after, before, out=np.ones(len(before)), where=before > _NOTHING)


def _less_need(start: _State, kept: np.ndarray) -> np.ndarray:
    """Energy saved, renewable energy gained and emissions saved by less need; shape (3, sectors)."""
    gone = 1 - kept
    saved = start.mwh.sum(axis=1) * gone
    return np.array([saved, np.zeros(len(gone)), (start.mwh * start.factor).sum(axis=1) * gone])


def _shifts(remaining: np.ndarray, end: _State) -> dict[str, np.ndarray]:
    """Energy saved, renewable energy gained and emissions saved by each kind of switch; shape (3, sectors) each."""
    change = end.mwh - remaining
    coming, going = np.maximum(change, 0.0), np.maximum(-change, 0.0)
    kinds = np.array([_kind(carrier) for carrier in balance_carriers()])
    renewable = np.array([entry.origin is CarrierOrigin.RENEWABLE for entry in balance_carriers().values()])
    total = coming.sum(axis=1)
    result = {}
    for kind in _SWITCHES:
        part = coming * (kinds == kind)
        # where nothing comes, better boilers are a matter of the carriers
        default = np.full(len(total), float(kind == _SWITCH))
        share = np.divide(part.sum(axis=1), total, out=default, where=total > _NOTHING)
        result[kind] = np.array(
            [
                share * going.sum(axis=1) - part.sum(axis=1),
                (part * renewable).sum(axis=1),
                share * (going * end.factor).sum(axis=1) - (part * end.factor).sum(axis=1),
            ]
        )
    return _without_crumbs(result, total)


def _without_crumbs(result: dict[str, np.ndarray], total: np.ndarray) -> dict[str, np.ndarray]:
    """Leave what is below rounding with the fuel switch, so that nothing is lost and no kind appears out of nothing."""
    crumbs = total <= _NOTHING
    for kind in (_NETWORK, _HEAT_PUMP):
        result[_SWITCH] = result[_SWITCH] + np.where(crumbs, result[kind], 0.0)
        result[kind] = np.where(crumbs, 0.0, result[kind])
    return result


def _kind(carrier: str) -> str:
    if carrier == "heat_network":
        return _NETWORK
    takes = balance_carriers()[carrier].takes
    return _HEAT_PUMP if carrier in ("electricity", "ambient") or takes == "ambient" else _SWITCH


def _frame(by_kind: dict[str, np.ndarray], kept: np.ndarray, years: tuple[int, int]) -> pd.DataFrame:
    sectors = covered_sectors()
    parts = [
        pd.DataFrame(
            {
                "sector": sectors,
                "kind": np.where(kept > 1, _GROWTH, kind) if kind == _REFURBISHMENT else kind,
                "energy_saving_mwh_a": figures[0],
                "renewable_mwh_a": figures[1],
                "co2_reduction_t_a": figures[2],
            }
        )
        for kind, figures in by_kind.items()
    ]
    frame = pd.concat(parts, ignore_index=True)
    figures = frame[["energy_saving_mwh_a", "renewable_mwh_a", "co2_reduction_t_a"]]
    frame = frame[figures.abs().gt(_NOTHING).any(axis=1)]
    order = frame["sector"].map({sector: number for number, sector in enumerate(sectors)})
    frame = frame.iloc[np.argsort(order.to_numpy(), kind="stable")].reset_index(drop=True)
    frame["area_of_intervention"] = frame["kind"].map(action_areas())
    frame["start_year"], frame["end_year"] = years
    for name in TO_FILL:
        frame[name] = None
    frame["to_fill"] = "|".join(TO_FILL)
    return frame[list(ACTION_COLUMNS)]


def _findings(
    before: pd.DataFrame, after: pd.DataFrame, change: np.ndarray, start: _State
) -> tuple[Finding, ...]:
    found = []
    both = pd.concat([before, after])
    bare = both[both["factor_t_mwh"].isna() & (both["final_energy_mwh"] > 0)]
    if len(bare):
        values = {
            "carriers": ", ".join(sorted(bare["carrier"].unique())),
            "mwh": round(float(bare["final_energy_mwh"].sum()), 1),
        }
        found.append(Finding("secap_actions_without_factor", values=values))
    told = both.loc[both["final_energy_mwh"] > 0, "useful_heat_mwh"]
    if told.isna().any():
        found.append(Finding("secap_actions_without_useful_heat"))
    if np.abs(change).sum() > _NOTHING and start.mwh.sum() > 0:
        values = {"t": round(float(change.sum()), 1)}
        found.append(Finding("secap_actions_factor_change", severity=Severity.NOTE, values=values))
    return tuple(found)
