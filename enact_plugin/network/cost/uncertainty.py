"""How far the cost of heat may stray: one figure after the other, and all together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...reference.network_tables import network_rule
from ..tables import Figures
from .decentral import heater_eur_a
from .lcoh import Case, NetworkFacts, cost_of_heat


@dataclass(frozen=True)
class Spread:
    """What many draws say.

    Attributes
    ----------
    low_ct_kwh, middle_ct_kwh, high_ct_kwh : float
        The 5th, 50th and 95th of a hundred.
    cheaper_share : float
        Share of the draws in which the network is cheaper than single heaters; not a number where these are unknown.
    """

    low_ct_kwh: float
    middle_ct_kwh: float
    high_ct_kwh: float
    cheaper_share: float


@dataclass(frozen=True)
class Fleet:
    """Buildings that share a heater, together.

    Attributes
    ----------
    heat_kwh, power_kw : float
        Sums.
    buildings : int
    """

    heat_kwh: float
    power_kw: float
    buildings: int


def sensitivity(facts: NetworkFacts, figures: Figures) -> pd.DataFrame:
    """Cost of heat when one figure turns out otherwise.

    Parameters
    ----------
    facts : NetworkFacts
    figures : Figures

    Returns
    -------
    DataFrame, shape (u,)
        ``name``, ``low``, ``high`` (of the figure), ``low_ct_kwh``, ``high_ct_kwh``; the widest first.

    Raises
    ------
    EnactError
        ``uncertainty_reversed``.
    """
    base = {"interest": figures["interest"]}
    rows = []
    for name, one in figures.tables.uncertainties.items():
        if not one.low < one.high:
            raise EnactError("uncertainty_reversed", name=name, low=one.low, high=one.high)
        cost = [
            float(cost_of_heat(facts, Case(**(base | {name: value})), figures).ct_kwh)
            for value in (one.low, one.high)
        ]
        rows.append((name, one.low, one.high, *cost))
    table = pd.DataFrame(rows, columns=["name", "low", "high", "low_ct_kwh", "high_ct_kwh"])
    wide = (table["high_ct_kwh"] - table["low_ct_kwh"]).abs()
    return table.iloc[np.argsort(-wide.to_numpy(), kind="stable")].reset_index(drop=True)


def spread(facts: NetworkFacts, fleets: Mapping[str, Fleet], first_year: int, figures: Figures) -> Spread:
    """Cost of heat when all uncertain figures are drawn together.

    Each is drawn from a triangle between its bounds with the figure of the calculation at its top; the seed is fixed,
    so that the same inputs give the same range. Network and single heaters see the same draws.

    Parameters
    ----------
    facts : NetworkFacts
    fleets : mapping
        Heater to the buildings for which it is the cheapest.
    first_year : int
    figures : Figures

    Returns
    -------
    Spread
    """
    # numpy promises this old generator to give the same numbers for ever
    draw = np.random.RandomState(int(network_rule("draws_seed")))
    count = int(network_rule("draws"))
    drawn = {}
    for name, one in sorted(figures.tables.uncertainties.items()):
        top = figures["interest"] if name == "interest" else 1.0
        drawn[name] = draw.triangular(one.low, min(max(top, one.low), one.high), one.high, count)
    case = Case(**({"interest": figures["interest"]} | drawn))
    cost = cost_of_heat(facts, case, figures)
    low, middle, high = np.percentile(cost.ct_kwh, (5, 50, 95))
    cheaper = np.nan
    if fleets:
        alone = _alone_ct_kwh(fleets, first_year, case, figures)
        cheaper = float((cost.ct_kwh < alone).mean())
    return Spread(float(low), float(middle), float(high), cheaper)


def _alone_ct_kwh(fleets: Mapping[str, Fleet], first_year: int, case: Case, figures: Figures) -> np.ndarray:
    """Cost of heat of the same buildings with single heaters, in each draw."""
    total = 0.0
    for code, fleet in fleets.items():
        heater = figures.tables.heaters[code]
        mean = heater_eur_a(
            heater,
            fleet.heat_kwh / fleet.buildings,
            fleet.power_kw / fleet.buildings,
            first_year,
            case,
            figures,
        )
        total = total + mean * fleet.buildings
    return 100 * total / (sum(fleet.heat_kwh for fleet in fleets.values()) * case.heat)
