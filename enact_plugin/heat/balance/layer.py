"""The balance as a table of the workspace."""

from __future__ import annotations

import pandas as pd

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from .balance import Balance

LAYER = "energy_balance"
BASE = ""  # scenario of the stock as it is


def balance_layer(balances: dict[str, Balance], source: Source, layer: str = LAYER) -> Outcome:
    """Table with a row per scenario, year, sector and carrier.

    Parameters
    ----------
    balances : dict
        By the name of their scenario; the stock has the empty name.
    source : Source
    layer : str
        Of the same columns.

    Returns
    -------
    Outcome
        `frame`: columns of the layer ``energy_balance``. Findings: those of the balances, and ``balance_total`` of
        the stock.
    """
    parts = [
        balance.table.assign(scenario=name, factor_set=balance.factor_set)
        for name, balance in balances.items()
    ]
    table = pd.concat(parts, ignore_index=True)
    keys = [table[name].astype(str) for name in ("scenario", "year", "sector", "carrier")]
    table["row_id"] = keys[0].str.cat(keys[1:], sep="|")
    table = table.rename(
        columns={
            "final_energy_mwh": "final_energy_mwh_a",
            "useful_heat_mwh": "useful_heat_mwh_a",
            "emissions_t": "emissions_t_a",
        }
    )
    table["emissions_t_a"] = table["emissions_t_a"].round(3)
    table["factor_t_mwh"] = table["factor_t_mwh"].round(4)
    frame = rounded(table[[column.name for column in columns(layer)]])
    told = {finding.id: finding for balance in balances.values() for finding in balance.findings}
    assumptions = dict.fromkeys(code for balance in balances.values() for code in balance.assumptions)
    findings = list(told.values())
    if BASE in balances:
        findings.append(_total(balances[BASE]))
    return Outcome(frame, source, len(frame), findings=tuple(findings), assumptions=tuple(assumptions))


def _total(balance: Balance) -> Finding:
    row = balance.totals.iloc[0]
    values = {
        "year": int(row["year"]),
        "mwh": round(float(row["final_energy_mwh"])),
        "t": round(float(row["emissions_t"])),
        "percent": round(100 * float(row["renewable_waste_heat_share"] or 0), 1),
        "undecided": round(100 * float(row["undecided_share"] or 0), 1),
    }
    return Finding("balance_total", severity=Severity.NOTE, values=values)
