"""Baseline emission inventory of the Covenant of Mayors (SECAP)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from ...reference.tables import rows
from .balance import Balance, CellState, of_year
from .factors import balance_carriers

_NO_COLUMN = ""


@dataclass(frozen=True)
class SecapBaseline:
    """The inventory's tables; frames of the same shape, rows of secap_rows.csv × columns of secap_columns.csv.

    Attributes
    ----------
    energy_mwh : DataFrame, shape (10, 15)
        Final energy; NaN wherever the state is not ``value``.
    emissions_t : DataFrame, shape (10, 15)
        t CO2e with upstream chains (the Covenant's approach LCA); NaN too where the factor is missing.
    states : DataFrame, shape (10, 15)
        `CellState` of each cell of energy_mwh; what is outside EnAct is no zero.
    emission_states : DataFrame, shape (10, 15)
        `CellState` of each cell of emissions_t: unknown where energy in it has no factor.
    factors_t_mwh : Series, shape (15,)
        Emission factor of each column: emissions over the energy that has a factor; NaN where there is none.
    rest : DataFrame
        Energy of the balance for which the inventory has no column: ``sector``, ``carrier``, ``final_energy_mwh``,
        ``emissions_t``. With the cells that have a value it adds up to the balance.
    findings : tuple of Finding
    """

    energy_mwh: pd.DataFrame
    emissions_t: pd.DataFrame
    states: pd.DataFrame
    emission_states: pd.DataFrame
    factors_t_mwh: pd.Series
    rest: pd.DataFrame
    findings: tuple[Finding, ...] = ()


@cache
def secap_columns() -> dict[str, CellState]:
    """Columns of the inventory, and whether EnAct can fill them."""
    return {row["column"]: CellState(row["state"]) for row in rows("secap_columns")}


@cache
def secap_rows() -> dict[str, tuple[str, CellState]]:
    """Rows of the inventory: sector of the balance (empty when none) and what EnAct can say."""
    return {row["row"]: (row["sector"], CellState(row["state"])) for row in rows("secap_rows")}


def secap_labels() -> tuple[dict[str, str], dict[str, str]]:
    """German names of the rows and of the columns."""
    return (
        {row["row"]: row["label_de"] for row in rows("secap_rows")},
        {row["column"]: row["label_de"] for row in rows("secap_columns")},
    )


def secap_baseline(balance: Balance, year: int) -> SecapBaseline:
    """Lay out a year of a balance as the Covenant's baseline emission inventory.

    Parameters
    ----------
    balance : Balance
    year : int
        Baseline year.

    Returns
    -------
    SecapBaseline

    Raises
    ------
    EnactError
        ``balance_year_not_there``.
    """
    table = of_year(balance, year)
    table["column"] = table["carrier"].map(
        {code: carrier.secap_column for code, carrier in balance_carriers().items()}
    )
    row_of = {sector: row for row, (sector, _) in secap_rows().items() if sector}
    table["row"] = table["sector"].map(row_of)
    inside = table[table["column"].ne(_NO_COLUMN)]
    states = _states(set(table["row"]))
    energy = _laid_out(inside, "final_energy_mwh", states)
    emissions = _laid_out(inside, "emissions_t", states)
    bare = inside[inside["factor_t_mwh"].isna() & (inside["final_energy_mwh"] > 0)]
    emission_states = states.copy()
    for row, column in zip(bare["row"], bare["column"]):
        emission_states.loc[row, column] = CellState.UNKNOWN
        emissions.loc[row, column] = np.nan
    rest = table.loc[
        table["column"].eq(_NO_COLUMN), ["sector", "carrier", "final_energy_mwh", "emissions_t"]
    ].reset_index(drop=True)
    return SecapBaseline(
        energy,
        emissions,
        states,
        emission_states,
        _factors(inside),
        rest,
        _findings(table, rest, bare),
    )


def _states(filled: set[str]) -> pd.DataFrame:
    """State of each cell: the column's, the row's, and unknown for a sector of which nothing was delivered."""
    states = pd.DataFrame(
        CellState.VALUE, index=list(secap_rows()), columns=list(secap_columns()), dtype=object
    )
    for row, (_, state) in secap_rows().items():
        states.loc[row] = CellState.UNKNOWN if state is CellState.VALUE and row not in filled else state
    for column, state in secap_columns().items():
        if state is not CellState.VALUE:
            states[column] = state
    return states


def _laid_out(inside: pd.DataFrame, figure: str, states: pd.DataFrame) -> pd.DataFrame:
    wide = inside.pivot_table(index="row", columns="column", values=figure, aggfunc="sum")
    wide = wide.reindex(index=states.index, columns=states.columns).astype(float).fillna(0.0)
    return wide.where(states.eq(CellState.VALUE))


def _factors(inside: pd.DataFrame) -> pd.Series:
    known = inside[inside["factor_t_mwh"].notna()]
    sums = known.groupby("column")[["final_energy_mwh", "emissions_t"]].sum()
    mwh = sums["final_energy_mwh"].where(sums["final_energy_mwh"] > 0)
    return (sums["emissions_t"] / mwh).reindex(list(secap_columns())).rename("factor_t_mwh")


def _findings(table: pd.DataFrame, rest: pd.DataFrame, bare: pd.DataFrame) -> tuple[Finding, ...]:
    found = [Finding("secap_electricity_for_heat_only", severity=Severity.NOTE)]
    if rest["final_energy_mwh"].gt(0).any():
        found.append(_finding("secap_without_column", rest[rest["final_energy_mwh"] > 0]))
    if len(bare):
        found.append(_finding("secap_without_factor", bare))
    industry = table[table["sector"].eq("industry")]
    if industry["final_energy_mwh"].sum() > 0:
        mwh = round(float(industry["final_energy_mwh"].sum()), 1)
        found.append(Finding("secap_emission_trading_not_known", values={"mwh": mwh}))
    return tuple(found)


def _finding(code: str, part: pd.DataFrame) -> Finding:
    values = {
        "mwh": round(float(part["final_energy_mwh"].sum()), 1),
        "carriers": ", ".join(sorted(part["carrier"].unique())),
    }
    return Finding(code, values=values)
