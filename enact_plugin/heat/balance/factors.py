"""Emission factors: one set per table, never two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...reference.tables import rows

FACTOR_COLUMNS = ("factor_t_mwh", "factor_carrier", "factor_state", "factor_source", "factor_checked")


class FactorState(Enum):
    """How a factor of a year came about."""

    GIVEN = "given"  # the set has one for this year
    INTERPOLATED = "interpolated"  # linear between the two years around it
    NEAREST = "nearest"  # before the first or after the last year of the set: that year's
    LOCAL = "local"  # the planner's, for the local network
    NONE = "none"  # the set has none: energy without emissions


class CarrierOrigin(Enum):
    """What a carrier counts as in the sense of the WPG."""

    RENEWABLE = "renewable"
    WASTE_HEAT = "waste_heat"
    FOSSIL = "fossil"
    UNDECIDED = "undecided"  # depends on how it was made: electricity, heat from a network, hydrogen
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FactorSet:
    """A set of factors.

    Attributes
    ----------
    code, label_de, label_en : str
    upstream : bool
        Whether emissions before the building count (production, transport, plant).
    gases : str
        CO2e or CO2.
    local_carriers : frozenset of str
        Carriers for which the planner may give a factor of their own.
    local_max_t_mwh : float
        A local factor above it was meant in other units [t/MWh].
    source : str
    """

    code: str
    label_de: str
    label_en: str
    upstream: bool
    gases: str
    local_carriers: frozenset[str]
    local_max_t_mwh: float
    source: str


@dataclass(frozen=True)
class BalanceCarrier:
    """What the balance needs to know of a carrier.

    Attributes
    ----------
    takes : str
        Carrier whose factor stands in where a set has none for this one; empty when none may.
    origin : CarrierOrigin
    secap_column : str
        Column of the Covenant's inventory; empty when it has none.
    """

    takes: str
    origin: CarrierOrigin
    secap_column: str


@dataclass(frozen=True)
class LocalFactors:
    """Factors of the local heat network, all years told by the planner.

    Attributes
    ----------
    t_mwh : Mapping
        Carrier to year to factor [t CO2e per MWh of final energy].
    source : str
        Who determined them and how, as it is cited.
    """

    t_mwh: Mapping[str, Mapping[int, float]]
    source: str


@dataclass(frozen=True)
class _Series:
    """Factors of one carrier by year, ascending."""

    years: np.ndarray
    t_mwh: np.ndarray
    sources: tuple[str, ...]
    checked: np.ndarray


@cache
def factor_sets() -> dict[str, FactorSet]:
    """Sets by their code."""
    return {
        row["factor_set"]: FactorSet(
            row["factor_set"],
            row["label_de"],
            row["label_en"],
            row["upstream"] == "yes",
            row["gases"],
            frozenset(row["local_carriers"].split("|")) - {""},
            float(row["local_max_t_mwh"]),
            row["source"],
        )
        for row in rows("emission_factor_sets")
    }


@cache
def balance_carriers() -> dict[str, BalanceCarrier]:
    """What the balance needs to know of each carrier of the list heat_carrier."""
    return {
        row["carrier"]: BalanceCarrier(row["takes"], CarrierOrigin(row["origin"]), row["secap_column"])
        for row in rows("balance_carriers")
    }


@cache
def _series(factor_set: str) -> dict[str, _Series]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("emission_factors"):
        if row["factor_set"] == factor_set:
            found.setdefault(row["carrier"], []).append(row)
    return {carrier: _of_rows(of_carrier) for carrier, of_carrier in found.items()}


def _of_rows(given: list[dict[str, str]]) -> _Series:
    ordered = sorted(given, key=lambda row: int(row["year"]))
    return _Series(
        np.array([int(row["year"]) for row in ordered]),
        np.array([float(row["t_mwh"]) for row in ordered]),
        tuple(row["source"] for row in ordered),
        np.array([row["checked"] == "yes" for row in ordered]),
    )


def known_set(factor_set: str) -> FactorSet:
    """Return the set named `factor_set`.

    Raises
    ------
    EnactError
        ``factor_sets_mixed`` when more than one is named, ``factor_set_unknown``.
    """
    if not isinstance(factor_set, str):
        raise EnactError("factor_sets_mixed", sets=", ".join(sorted(map(str, factor_set))))
    if factor_set not in factor_sets():
        raise EnactError("factor_set_unknown", factor_set=factor_set, sets=", ".join(factor_sets()))
    return factor_sets()[factor_set]


def factors(pairs: pd.DataFrame, factor_set: str, local: LocalFactors | None = None) -> pd.DataFrame:
    """Emission factor of each carrier and year, out of one set.

    Between two years of the set linear, before the first and after the last the nearest year's. A carrier that the set
    lacks takes the factor of its parent (balance_carriers.csv) in the same set; where that is missing too, none. A
    local factor goes before that of the set, for the carriers for which the set allows it.

    Parameters
    ----------
    pairs : DataFrame, shape (n,)
        ``carrier`` (list heat_carrier), ``year``.
    factor_set : str
        Code of emission_factor_sets.csv.
    local : LocalFactors or None

    Returns
    -------
    DataFrame, shape (n,)
        Index of `pairs`; ``factor_t_mwh`` [t CO2e/MWh of final energy, lower heating value; NaN for none],
        ``factor_carrier`` (whose factor it is; None), ``factor_state`` (value of `FactorState`), ``factor_source``
        (None), ``factor_checked`` (False where a figure was taken at second hand).

    Raises
    ------
    EnactError
        ``factor_set_unknown``, ``factor_sets_mixed``, ``local_factor_not_allowed``, ``local_factor_out_of_range``.
    """
    chosen = known_set(factor_set)
    of_local = _local_series(local, chosen)
    result = pd.DataFrame(
        {
            "factor_t_mwh": np.nan,
            "factor_carrier": None,
            "factor_state": FactorState.NONE.value,
            "factor_source": None,
            "factor_checked": False,
        },
        index=pairs.index,
    ).astype({"factor_carrier": object, "factor_source": object})
    for carrier in pairs["carrier"].unique():
        holder = carrier if carrier in of_local else _holder(carrier, _series(factor_set))
        if holder:
            here = pairs["carrier"].eq(carrier).to_numpy()
            series = of_local.get(carrier) or _series(factor_set)[holder]
            years = pairs.loc[here, "year"].to_numpy(dtype=int)
            _fill(result, here, series, years)
            result.loc[here, "factor_carrier"] = holder
            if carrier in of_local:
                result.loc[here, "factor_state"] = FactorState.LOCAL.value
    return result


def _holder(carrier: str, series: dict[str, _Series]) -> str:
    """Carrier of the set whose factor counts: its own, else its parent's; empty when neither is there."""
    if carrier in series:
        return carrier
    parent = balance_carriers()[carrier].takes
    return parent if parent in series else ""


def _fill(result: pd.DataFrame, here: np.ndarray, series: _Series, years: np.ndarray) -> None:
    first, last = series.years[0], series.years[-1]
    outside = (years < first) | (years > last)
    inside = np.where(np.isin(years, series.years), FactorState.GIVEN.value, FactorState.INTERPOLATED.value)
    below = np.clip(np.searchsorted(series.years, years, side="right") - 1, 0, None)
    above = np.clip(np.searchsorted(series.years, years), None, len(series.years) - 1)
    result.loc[here, "factor_t_mwh"] = np.interp(years, series.years, series.t_mwh)
    result.loc[here, "factor_state"] = np.where(outside, FactorState.NEAREST.value, inside)
    result.loc[here, "factor_source"] = np.array(series.sources, dtype=object)[below]
    result.loc[here, "factor_checked"] = series.checked[below] & series.checked[above]


def _local_series(local: LocalFactors | None, chosen: FactorSet) -> dict[str, _Series]:
    if local is None:
        return {}
    others = sorted(set(local.t_mwh) - chosen.local_carriers)
    if others:
        raise EnactError("local_factor_not_allowed", carriers=", ".join(others), factor_set=chosen.code)
    result = {}
    for carrier, by_year in local.t_mwh.items():
        if not by_year:
            continue
        years = np.array(sorted(by_year))
        figures = np.array([by_year[year] for year in years], dtype=float)
        wrong = ~((figures >= 0) & (figures <= chosen.local_max_t_mwh))  # NaN is wrong too
        if wrong.any():
            values = {
                "carrier": carrier,
                "value": float(figures[wrong][0]),
                "highest": chosen.local_max_t_mwh,
            }
            raise EnactError("local_factor_out_of_range", **values)
        result[carrier] = _Series(
            years, figures, (local.source,) * len(years), np.ones(len(years), dtype=bool)
        )
    return result
