"""What the law asks of a target scenario: indicators of WPG Anlage 2 III, and what is short of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from ...reference.legal import legal_value
from ..balance.balance import Balance, energy_balance
from ..balance.factors import CarrierOrigin, LocalFactors, balance_carriers, factors
from .figures import Figures
from .projection import GAS_CARRIERS, Projection

INDICATOR_COLUMNS = ("year", "number", "sector", "carrier", "value", "unit")
_KWH_MWH = 1000.0
_CLEAN = (CarrierOrigin.RENEWABLE, CarrierOrigin.WASTE_HEAT)
_NOTHING_KWH = 1.0


@dataclass(frozen=True)
class Assessed:
    """A scenario before the law.

    Attributes
    ----------
    balance : Balance
        Energy and emissions of all years, one set of factors.
    indicators : DataFrame
        INDICATOR_COLUMNS; number 1 to 7 of WPG Anlage 2 III.
    findings : tuple of Finding
        ``scenario_short``, ``scenario_network_share_short``, and what the balance tells.
    """

    balance: Balance
    indicators: pd.DataFrame
    findings: tuple[Finding, ...]


def assess(made: Projection, factor_set: str, source: str) -> Assessed:
    """Balance a scenario and put the indicators of the law together.

    The factor of heat from networks follows from the carriers fed in: ``Σ share · factor / (1 − loss)``.

    Parameters
    ----------
    made : Projection
    factor_set : str
    source : str
        How the factor of heat from networks is cited.

    Returns
    -------
    Assessed
    """
    local = LocalFactors({"heat_network": network_factors(made.figures, factor_set)}, source)
    balance = energy_balance(made.energy, factor_set, local)
    parts = [_whole(balance), _network(made), _gas(made), _buildings(made)]
    table = pd.concat(parts, ignore_index=True)[list(INDICATOR_COLUMNS)]
    findings = (*short(made), *_network_short(made), *balance.findings)
    return Assessed(
        balance, table.sort_values(["year", "number"], kind="stable", ignore_index=True), findings
    )


def network_factors(figures: Figures, factor_set: str) -> dict[int, float]:
    """Emission factor of heat from networks in each year [t CO2e/MWh]; carriers without a factor count as none."""
    result = {}
    for year in figures.years:
        shares = figures.network_shares(year)
        pairs = pd.DataFrame({"carrier": list(shares), "year": year})
        found = factors(pairs, factor_set)["factor_t_mwh"].fillna(0.0).to_numpy(dtype=float)
        result[year] = float(np.array(list(shares.values())) @ found) / (1 - figures.network_loss)
    return result


def _whole(balance: Balance) -> pd.DataFrame:
    """1 final energy by sector and carrier; 2 emissions."""
    energy = balance.table.assign(number=1, value=balance.table["final_energy_mwh"], unit="MWh/a")
    emissions = balance.totals.assign(number=2, value=balance.totals["emissions_t"], unit="t CO₂e/a")
    return pd.concat([energy, emissions], ignore_index=True).reindex(columns=INDICATOR_COLUMNS)


def _network(made: Projection) -> pd.DataFrame:
    """3 heat fed into networks by carrier, and shares; 4 share of network heat in the whole."""
    fed = made.network.assign(value=made.network["fed_kwh"] / _KWH_MWH)
    whole = fed.groupby("year")["value"].transform("sum")
    energy = fed.assign(number=3, unit="MWh/a")
    share = fed.assign(number=3, value=100 * fed["value"] / whole, unit="%")
    total = made.energy.groupby("year")["final_energy_kwh"].sum()
    taken = made.energy[made.energy["carrier"].eq("heat_network")].groupby("year")["final_energy_kwh"].sum()
    of_all = (100 * taken.reindex(total.index, fill_value=0.0) / total.where(total > 0)).fillna(0.0)
    part = pd.DataFrame({"year": of_all.index, "value": of_all.to_numpy(), "number": 4, "unit": "%"})
    return pd.concat([energy, share, part], ignore_index=True).reindex(columns=INDICATOR_COLUMNS)


def _gas(made: Projection) -> pd.DataFrame:
    """6 final energy from gas networks by carrier, and shares."""
    gas = made.energy[made.energy["carrier"].isin(GAS_CARRIERS)]
    gas = gas.groupby(["year", "carrier"], as_index=False)["final_energy_kwh"].sum()
    gas = gas.assign(value=gas["final_energy_kwh"] / _KWH_MWH)
    whole = gas.groupby("year")["value"].transform("sum")
    energy = gas.assign(number=6, unit="MWh/a")
    share = gas.assign(number=6, value=100 * gas["value"] / whole, unit="%")
    return pd.concat([energy, share], ignore_index=True).reindex(columns=INDICATOR_COLUMNS)


def _buildings(made: Projection) -> pd.DataFrame:
    """5 and 7: buildings connected to a heat network and to a gas network, and their share."""
    parts = []
    for number, name in ((5, "network"), (7, "gas")):
        count = made.buildings[name]
        share = 100 * count / made.buildings["all"].where(made.buildings["all"] > 0)
        for values, unit in ((count, ""), (share.fillna(0.0), "%")):
            parts.append(
                pd.DataFrame(
                    {"year": made.buildings["year"], "number": number, "value": values, "unit": unit}
                )
            )
    return pd.concat(parts, ignore_index=True).reindex(columns=INDICATOR_COLUMNS)


def short(made: Projection) -> tuple[Finding, ...]:
    """What is short of a supply from renewable energy and waste heat in the target year, by carrier."""
    year = made.figures.target_year
    energy = made.energy[made.energy["year"].eq(year)]
    left = energy[energy["carrier"].map(_fossil)].groupby("carrier")["final_energy_kwh"].sum()
    fed = made.network[made.network["year"].eq(year)].set_index("carrier")["fed_kwh"]
    fed = fed[[carrier for carrier in fed.index if _fossil(carrier)]]
    found = []
    for where, energies in (("heaters", left), ("network", fed)):
        part = energies[energies > _NOTHING_KWH]
        if len(part):
            values = {
                "year": year,
                "mwh": round(float(part.sum()) / _KWH_MWH, 1),
                "carriers": ", ".join(sorted(part.index)),
            }
            found.append(Finding(f"scenario_short_{where}", values=values))
    if not found:
        found.append(Finding("scenario_nothing_short", severity=Severity.NOTE, values={"year": year}))
    return tuple(found)


def _fossil(carrier: str) -> bool:
    return carrier == "unknown" or balance_carriers()[carrier].origin is CarrierOrigin.FOSSIL


def _network_short(made: Projection) -> tuple[Finding, ...]:
    """Years in which the mix of the networks misses the share that the law asks for (WPG §§ 29, 31)."""
    found = []
    for year in made.figures.years[1:]:
        least = legal_value("network_share_existing", year) or 0.0
        clean = 1 - sum(
            share for carrier, share in made.figures.network_shares(year).items() if _fossil(carrier)
        )
        fed = made.network.loc[made.network["year"].eq(year), "fed_kwh"].sum()
        if fed > _NOTHING_KWH and clean < least - 1e-9:
            values = {"year": year, "percent": round(100 * clean), "least": round(100 * least)}
            found.append(Finding("scenario_network_share_short", values=values))
    return tuple(found)
