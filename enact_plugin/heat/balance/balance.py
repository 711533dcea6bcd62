"""Final energy and emissions by year, sector and carrier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...reference.tables import rows
from .factors import CarrierOrigin, FactorState, LocalFactors, balance_carriers, factors, known_set

KWH_PER_MWH = 1000.0
KEYS = ("year", "sector", "carrier")
REQUIRED = (*KEYS, "final_energy_kwh")
_UNKNOWN = "unknown"


class CellState(Enum):
    """What a cell of a table for others holds."""

    VALUE = "value"
    OUTSIDE = "outside"  # EnAct does not account for it: no figure, never zero
    UNKNOWN = "unknown"  # belongs to what EnAct accounts for, but nothing is known


@dataclass(frozen=True)
class Balance:
    """Final energy and emissions of a municipality; territorial, without correction for the weather.

    Attributes
    ----------
    factor_set : str
        The one set all factors are from.
    table : DataFrame
        One row per year, sector and carrier: ``final_energy_mwh``, ``useful_heat_mwh`` (NaN where not told),
        ``emissions_t`` (t CO2e; NaN without factor), ``origin`` (value of `CarrierOrigin`), and the columns
        FACTOR_COLUMNS of the factor. Sorted by year, sector, carrier.
    totals : DataFrame
        One row per year: ``final_energy_mwh``, ``emissions_t`` (of the energy that has a factor),
        ``without_factor_mwh``, ``renewable_mwh``, ``waste_heat_mwh``, ``fossil_mwh``, ``undecided_mwh``,
        ``unknown_mwh`` (they add up to final_energy_mwh), ``renewable_waste_heat_share`` in [0, 1] (what is sure),
        ``undecided_share`` (what may come on top; NaN both without energy).
    findings : tuple of Finding
    assumptions : tuple of str
        Codes of what was assumed.
    """

    factor_set: str
    table: pd.DataFrame
    totals: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()


@cache
def sector_states() -> dict[str, CellState]:
    """Sectors of BISKO, and whether EnAct accounts for them."""
    return {row["sector"]: CellState(row["state"]) for row in rows("balance_sectors")}


@cache
def covered_sectors() -> tuple[str, ...]:
    """Sectors that EnAct accounts for, in BISKO's order."""
    return tuple(sector for sector, state in sector_states().items() if state is CellState.VALUE)


def energy_balance(energy: pd.DataFrame, factor_set: str, local: LocalFactors | None = None) -> Balance:
    """Balance final energy and its emissions.

    ``emissions = final energy × factor`` per year, sector and carrier, all factors of one set. Energy whose carrier has
    no factor in the set stays in the table without emissions and is told; no other set helps out.

    Parameters
    ----------
    energy : DataFrame, shape (n,)
        ``year``, ``sector`` (of balance_sectors.csv), ``carrier`` (list heat_carrier), ``final_energy_kwh`` (lower
        heating value, as consumed: not corrected for the weather), optional ``useful_heat_kwh``.
    factor_set : str
        Code of emission_factor_sets.csv.
    local : LocalFactors or None
        Factors of the local heat network.

    Returns
    -------
    Balance

    Raises
    ------
    EnactError
        ``balance_empty``, ``balance_columns_missing``, ``balance_year_missing``, ``balance_energy_missing``,
        ``balance_energy_negative``, ``balance_sector_unknown``, ``balance_carrier_unknown``, ``factor_set_unknown``,
        ``factor_sets_mixed``, ``local_factor_not_allowed``, ``local_factor_out_of_range``.
    """
    known_set(factor_set)
    check_energy(energy)
    table = _summed(energy)
    table = pd.concat([table, factors(table[["carrier", "year"]], factor_set, local)], axis=1)
    table["emissions_t"] = table["final_energy_mwh"] * table["factor_t_mwh"]
    table["origin"] = table["carrier"].map(
        {code: carrier.origin.value for code, carrier in balance_carriers().items()}
    )
    return Balance(factor_set, table, _totals(table), _findings(table, factor_set), _assumptions(table))


def check_energy(energy: pd.DataFrame) -> None:
    """Refuse a frame that is no energy by year, sector and carrier.

    Raises
    ------
    EnactError
        The codes ``balance_…`` of `energy_balance`.
    """
    missing = [name for name in REQUIRED if name not in energy]
    if missing:
        raise EnactError("balance_columns_missing", columns=", ".join(missing))
    if energy.empty:
        raise EnactError("balance_empty")
    if energy["year"].isna().any():
        raise EnactError("balance_year_missing", count=int(energy["year"].isna().sum()))
    _check_figures(energy)
    _check_codes(energy["sector"], covered_sectors(), "balance_sector_unknown", "sectors")
    _check_codes(energy["carrier"], tuple(balance_carriers()), "balance_carrier_unknown", "carriers")


def _check_figures(energy: pd.DataFrame) -> None:
    figures = energy["final_energy_kwh"].to_numpy(dtype=float, na_value=np.nan)
    if not np.isfinite(figures).all():
        raise EnactError("balance_energy_missing", count=int((~np.isfinite(figures)).sum()))
    if (figures < 0).any():
        first = energy.iloc[int(figures.argmin())]
        values = {"count": int((figures < 0).sum()), "kwh": float(figures.min())}
        values |= {"year": int(first["year"]), "sector": first["sector"], "carrier": first["carrier"]}
        raise EnactError("balance_energy_negative", **values)


def _check_codes(given: pd.Series, known: tuple[str, ...], code: str, name: str) -> None:
    others = sorted({str(value) for value in given.unique()} - set(known))
    if others:
        raise EnactError(code, **{name: ", ".join(others)})


def _summed(energy: pd.DataFrame) -> pd.DataFrame:
    useful = energy.get("useful_heat_kwh", np.nan)
    frame = energy[list(KEYS)].assign(
        year=energy["year"].astype(int),
        final_energy_mwh=energy["final_energy_kwh"].astype(float) / KWH_PER_MWH,
        useful_heat_mwh=pd.Series(useful, index=energy.index, dtype=float) / KWH_PER_MWH,
    )
    groups = frame.groupby(list(KEYS), sort=True, observed=True)
    table = groups["final_energy_mwh"].sum().reset_index()
    # one row without useful heat makes the sum unknown, not smaller
    table["useful_heat_mwh"] = groups["useful_heat_mwh"].agg(lambda part: part.sum(skipna=False)).to_numpy()
    return table


def _totals(table: pd.DataFrame) -> pd.DataFrame:
    by_year = table.groupby("year")
    totals = by_year[["final_energy_mwh", "emissions_t"]].sum()
    bare = table["final_energy_mwh"].where(table["factor_t_mwh"].isna(), 0.0)
    totals["without_factor_mwh"] = bare.groupby(table["year"]).sum()
    for origin in CarrierOrigin:
        part = table["final_energy_mwh"].where(table["origin"].eq(origin.value), 0.0)
        totals[f"{origin.value}_mwh"] = part.groupby(table["year"]).sum()
    whole = totals["final_energy_mwh"].where(totals["final_energy_mwh"] > 0)
    totals["renewable_waste_heat_share"] = (totals["renewable_mwh"] + totals["waste_heat_mwh"]) / whole
    totals["undecided_share"] = (totals["undecided_mwh"] + totals["unknown_mwh"]) / whole
    return totals.reset_index()


def _findings(table: pd.DataFrame, factor_set: str) -> tuple[Finding, ...]:
    used = table[table["final_energy_mwh"] > 0]
    bare = used[used["factor_t_mwh"].isna() & used["carrier"].ne(_UNKNOWN)]
    other = used[used["factor_carrier"].notna() & used["factor_carrier"].ne(used["carrier"])]
    second_hand = used[used["factor_t_mwh"].notna() & ~used["factor_checked"]]
    local = used[used["factor_state"].eq(FactorState.LOCAL.value)]
    told = (
        ("balance_carrier_not_known", used[used["carrier"].eq(_UNKNOWN)], Severity.WARNING),
        ("balance_without_factor", bare, Severity.WARNING),
        ("balance_factor_of_other_carrier", other, Severity.NOTE),
        ("balance_factor_unchecked", second_hand, Severity.WARNING),
        ("balance_factor_local", local, Severity.NOTE),
    )
    return tuple(
        Finding(code, severity=severity, values=_values(part, used, factor_set))
        for code, part, severity in told
        if len(part)
    )


def _values(part: pd.DataFrame, used: pd.DataFrame, factor_set: str) -> dict[str, object]:
    """What a finding names: of the year in which the part is largest, so that years are not added up."""
    by_year = part.groupby("year")["final_energy_mwh"].sum()
    year = int(by_year.idxmax())
    whole = used.loc[used["year"].eq(year), "final_energy_mwh"].sum()
    return {
        "carriers": ", ".join(sorted(part["carrier"].unique())),
        "year": year,
        "mwh": round(float(by_year.max()), 1),
        "percent": round(100 * float(by_year.max()) / float(whole), 1),
        "factor_set": factor_set,
    }


def _assumptions(table: pd.DataFrame) -> tuple[str, ...]:
    states = set(table["factor_state"])
    codes = ["balance_final_energy_territorial", "balance_without_weather"]
    if FactorState.NEAREST.value in states:
        codes.append("factor_of_nearest_year")
    if FactorState.INTERPOLATED.value in states:
        codes.append("factor_interpolated")
    return tuple(codes)


def bisko_table(balance: Balance, year: int) -> pd.DataFrame:
    """Balance of one year as BISKO lays it out, complete over its sectors and the carriers that occur.

    Parameters
    ----------
    balance : Balance
    year : int

    Returns
    -------
    DataFrame
        ``sector``, ``carrier`` (None in rows of a sector without figures), ``state`` (value of `CellState`),
        ``final_energy_mwh``, ``emissions_t``, ``factor_t_mwh``, ``factor_source``; NaN and None wherever the state is
        not ``value``. A sector that EnAct does not account for is a row of its own, never zero.

    Raises
    ------
    EnactError
        ``balance_year_not_there``.
    """
    table = of_year(balance, year)
    table["state"] = CellState.VALUE.value
    missing = [sector for sector in sector_states() if sector not in set(table["sector"])]
    states = [
        CellState.UNKNOWN.value if sector_states()[sector] is CellState.VALUE else CellState.OUTSIDE.value
        for sector in missing
    ]
    columns = [
        *("sector", "carrier", "state", "final_energy_mwh", "emissions_t"),
        *("factor_t_mwh", "factor_source"),
    ]
    empty = pd.DataFrame({"sector": missing, "state": states}).reindex(columns=columns)
    parts = [table[columns].astype(object), empty.astype(object)]
    frame = pd.concat(parts, ignore_index=True)
    figures = ["final_energy_mwh", "emissions_t", "factor_t_mwh"]
    frame[figures] = frame[figures].astype(float)
    for name in ("carrier", "factor_source"):
        frame[name] = frame[name].where(frame[name].notna(), None)
    order = frame["sector"].map({sector: number for number, sector in enumerate(sector_states())})
    return frame.iloc[np.argsort(order.to_numpy(), kind="stable")].reset_index(drop=True)


def of_year(balance: Balance, year: int) -> pd.DataFrame:
    """Rows of one year.

    Raises
    ------
    EnactError
        ``balance_year_not_there``.
    """
    years = balance.totals["year"]
    if not years.eq(year).any():
        raise EnactError("balance_year_not_there", year=year, years=", ".join(map(str, years)))
    return balance.table[balance.table["year"].eq(year)].reset_index(drop=True)
