"""What plants can deliver in each hour, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reference.load_tables import load_rule
from ...reference.network_tables import NetworkKind, network_rule
from ..tables import Figures, PlantKind
from .climate import HOURS, Climate, river_c

_KELVIN = 273.15
SOLAR, WASTE_HEAT = "solar", "waste_heat"


@dataclass(frozen=True)
class Plant:
    """A plant of a network.

    Attributes
    ----------
    kind : PlantKind
    size : float
        Heat in kW; square metres for collectors.
    source_c : float
        Temperature of what it is given; not a number where the kind says it.
    months : tuple of int
        Months in which it is there.
    """

    kind: PlantKind
    size: float
    source_c: float = float("nan")
    months: tuple[int, ...] = tuple(range(1, 13))


@dataclass(frozen=True)
class Hourly:
    """A plant in each hour of the year.

    Attributes
    ----------
    plant : Plant
    available_kw : ndarray of float, shape (8760,)
        Heat it can give.
    cop : ndarray of float, shape (8760,)
        Heat per electricity; infinite where none is needed.
    cost_eur_kwh : ndarray of float, shape (8760,)
        Of one more kWh of heat; less than nothing where electricity earns more than the fuel costs.
    """

    plant: Plant
    available_kw: np.ndarray
    cop: np.ndarray
    cost_eur_kwh: np.ndarray


@dataclass(frozen=True)
class Temperatures:
    """Temperatures of the network.

    Attributes
    ----------
    flow_c : ndarray of float, shape (8760,)
    return_c : float
    """

    flow_c: np.ndarray
    return_c: float

    def mean_k(self) -> np.ndarray:
        """Thermodynamic mean of what is heated from return to flow, in kelvin."""
        flow, back = self.flow_c + _KELVIN, self.return_c + _KELVIN
        ratio = np.maximum(flow / back, 1 + 1e-9)
        return back * (ratio - 1) / np.log(ratio)


def temperatures(kind: NetworkKind, climate: Climate) -> Temperatures:
    """Temperatures of the network, the flow gliding with the weather.

    At the design temperature that of the design; above the heating limit a lowest one, such that the mean of the year
    is that of the kind of network; between them a straight line.

    Parameters
    ----------
    kind : NetworkKind
    climate : Climate

    Returns
    -------
    Temperatures
    """
    limit = load_rule("heating_limit_c")
    cold = np.clip((limit - climate.air_c) / (limit - load_rule("design_c")), 0.0, 1.0)
    part = cold.mean()
    lowest = (kind.mean_supply_c - kind.supply_c * part) / (1 - part) if part < 1 else kind.supply_c
    lowest = min(max(lowest, kind.mean_return_c), kind.supply_c)
    return Temperatures(lowest + (kind.supply_c - lowest) * cold, kind.mean_return_c)


def hourly(plant: Plant, warm: Temperatures, climate: Climate, figures: Figures) -> Hourly:
    """What a plant can do in each hour.

    Parameters
    ----------
    plant : Plant
    warm : Temperatures
    climate : Climate
    figures : Figures

    Returns
    -------
    Hourly
    """
    kind = plant.kind
    there = np.isin(climate.month(), plant.months)
    if kind.heat_source == "sun":
        return Hourly(plant, _collectors_kw(plant, climate, figures) * there, _never(), np.zeros(HOURS))
    source = _source_c(plant, climate)
    cop = _never() if source is None else coefficient(kind, source, warm)
    if source is not None:
        # what has no heat pump is of use only where it is warmer than the flow
        there = there & (source >= kind.lowest_c) & ((kind.quality > 0) | (source >= warm.flow_c))
    return Hourly(plant, plant.size * there, cop, _cost(kind, cop, figures))


def _never() -> np.ndarray:
    return np.full(HOURS, np.inf)


def _source_c(plant: Plant, climate: Climate) -> np.ndarray | None:
    """Temperature of where a heat pump takes heat from; None for what has none."""
    where = plant.kind.heat_source
    if where == "air":
        return climate.air_c
    if where == "river":
        return river_c(climate)
    if where == "ground":
        return np.full(HOURS, network_rule("ground_c"))
    return np.full(HOURS, plant.source_c) if where == "given" else None


def coefficient(kind: PlantKind, source_c: np.ndarray, warm: Temperatures) -> np.ndarray:
    """Coefficient of performance: a share of that of Lorenz between source and network.

    ``quality · T / (T − (source − sink))`` with T the thermodynamic mean between return and flow (Lorenz 1894). Where
    the source is hot enough for the flow, none is needed.

    Parameters
    ----------
    kind : PlantKind
    source_c : ndarray of float, shape (n,)
    warm : Temperatures

    Returns
    -------
    ndarray of float, shape (n,)
    """
    mean = warm.mean_k()
    lift = np.maximum(mean - (source_c - kind.sink_k + _KELVIN), load_rule("lift_lowest_k"))
    cop = np.clip(kind.quality * mean / lift, 1.0, load_rule("cop_highest"))
    direct = (source_c - kind.sink_k >= warm.flow_c) if kind.heat_source == "given" else kind.quality == 0
    return np.where(direct, np.inf, cop)


def _collectors_kw(plant: Plant, climate: Climate, figures: Figures) -> np.ndarray:
    """Yield of collectors: that of the year over the radiation above the threshold."""
    over = np.maximum(climate.sun_w_m2 - load_rule("collector_threshold_w_m2"), 0.0)
    return plant.size * figures["collector_kwh_m2"] * over / max(over.sum(), 1e-9)


def _cost(kind: PlantKind, cop: np.ndarray, figures: Figures) -> np.ndarray:
    """Cost of one more kWh of heat."""
    power = energy_eur_kwh("electricity", figures)
    if kind.heat_source == "given":
        return energy_eur_kwh(kind.carrier, figures) * (1 - 1 / cop) + power / cop
    if kind.heat_source:
        return power / cop
    fuel = energy_eur_kwh(kind.carrier, figures) / kind.efficiency
    sold = figures.tables.prices["electricity_sold"].plant_eur_kwh
    return np.full(HOURS, fuel - kind.power_per_heat * sold)


def energy_eur_kwh(carrier: str, figures: Figures, factor: float = 1.0) -> float:
    """Price of an energy carrier at the plant with that of CO₂.

    Parameters
    ----------
    carrier : str
    figures : Figures
    factor : float
        On both.

    Returns
    -------
    float
    """
    price = figures.tables.prices[carrier]
    return factor * (price.plant_eur_kwh + price.co2_t_mwh * figures["co2_price_eur_t"] / 1000)
