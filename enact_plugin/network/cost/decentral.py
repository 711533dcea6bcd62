"""What heat costs a building that heats by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reference.legal import legal_value
from ..tables import Figures, Heater
from .annuity import Amount, Horizon
from .lcoh import Case

_KWH_MWH = 1000.0
RENEWABLE_SHARE = "boiler_renewable_share"


@dataclass(frozen=True)
class Decentral:
    """The cheapest heater of each building.

    Attributes
    ----------
    heater : ndarray of str, shape (b,)
    eur_a : ndarray of float, shape (b,)
    all_eur_a : dict
        Heater to cost of each building.
    """

    heater: np.ndarray
    eur_a: np.ndarray
    all_eur_a: dict[str, np.ndarray]


def cheapest_heaters(
    heat_kwh: np.ndarray, power_kw: np.ndarray, first_year: int, interest: float, figures: Figures
) -> Decentral:
    """Cheapest heater of each building.

    Parameters
    ----------
    heat_kwh, power_kw : ndarray of float, shape (b,)
    first_year : int
        Year in which it is installed.
    interest : float
    figures : Figures

    Returns
    -------
    Decentral
    """
    case = Case(interest)
    costs = {
        code: heater_eur_a(heater, heat_kwh, power_kw, first_year, case, figures)
        for code, heater in figures.tables.heaters.items()
    }
    codes = np.array(list(costs))
    table = np.column_stack(list(costs.values()))
    best = table.argmin(axis=1)
    return Decentral(codes[best], table[np.arange(len(best)), best], costs)


def heater_eur_a(
    heater: Heater, heat_kwh: Amount, power_kw: Amount, first_year: int, case: Case, figures: Figures
) -> Amount:
    """Annuity of a heater after VDI 2067.

    What burns gas or oil takes a share of renewable fuel that rises with the years, as the law asks of heaters that are
    installed now; the price of CO₂ falls on the rest.

    Parameters
    ----------
    heater : Heater
    heat_kwh, power_kw : float or ndarray
    first_year : int
    case : Case
        Interest and factors; who connects does not matter.
    figures : Figures

    Returns
    -------
    float or ndarray
        EUR a year.
    """
    horizon = Horizon(case.interest, int(figures["horizon_a"]))
    invest = (heater.invest_eur + heater.invest_eur_kw * power_kw) * case.investment
    capital = horizon.capital(invest, heater.life_a) - invest * heater.subsidy_share * horizon.factor
    used = heat_kwh * case.heat / heater.efficiency * case.energy
    energy = horizon.running(lambda year: heater_eur_kwh(heater, first_year, year, figures)) * used
    return capital + invest * heater.upkeep_share + energy


def heater_eur_kwh(heater: Heater, first_year: int, year: int, figures: Figures) -> float:
    """Price of what a heater takes in a year of its life, from 1 on, with CO₂."""
    prices = figures.tables.prices
    share = 0.0
    if heater.carrier_renewable:
        share = legal_value(RENEWABLE_SHARE, first_year + year - 1) or 0.0
    cost = 0.0
    for carrier, part in ((heater.carrier, 1 - share), (heater.carrier_renewable, share)):
        if part:
            price = prices[carrier]
            carbon = figures["co2_price_eur_t"] * (1 + figures["co2_price_rise"]) ** (year - 1)
            of_carrier = price.house_eur_kwh * (1 + price.rise) ** (year - 1)
            cost += part * (of_carrier + price.co2_t_mwh / _KWH_MWH * carbon)
    return cost
