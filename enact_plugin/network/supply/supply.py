"""Heat of a network in a year: which plants make it, from what, with what emissions, and how far the law is met."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...heat.balance.factors import factors
from ...reference.legal import legal_value
from ...reference.load_tables import load_rule
from ...reference.network_tables import NetworkKind, network_rule
from ..tables import Figures
from .climate import HOURS, Climate
from .dispatch import Dispatch, Store, dispatch
from .plants import SOLAR, Hourly, Plant, Temperatures, hourly, temperatures

_KELVIN, _KWH_MWH, _AMBIENT_C = 273.15, 1000.0, 10.0
_LAST = 1.0  # EUR/kWh: more than any heat costs, so that plants that come last do
STEP_KW = 10.0
HOUSE_PUMPS, _PROBES = "house_heat_pumps", "probe_field"


class Order(Enum):
    """Which plant comes first."""

    CLEAN = "clean"  # renewable and waste heat by cost, then the rest by cost
    COST = "cost"


@dataclass(frozen=True)
class Demand:
    """What the network needs.

    Attributes
    ----------
    load_kw : ndarray of float, shape (8760,)
        Of the customers, with the losses of the pipes.
    sold_mwh : float
    peak_kw : float
        At the design point, with losses.
    house_kw : ndarray of float, shape (8760,), or None
        Electricity of the heat pumps in the buildings at a cold network; `load_kw` is the rest.
    """

    load_kw: np.ndarray
    sold_mwh: float
    peak_kw: float
    house_kw: np.ndarray | None = None


@dataclass(frozen=True)
class SupplySettings:
    """How heat is made.

    Attributes
    ----------
    kind : NetworkKind
    order : Order
    store_m3 : float
    factor_set : str
        Emission factors.
    year : int
        Of the factors.
    """

    kind: NetworkKind
    order: Order = Order.CLEAN
    store_m3: float = 0.0
    factor_set: str = "kww"
    year: int = 2030


@dataclass(frozen=True)
class Supply:
    """A year of a network.

    Attributes
    ----------
    plants : DataFrame, shape (p,)
        ``plant``, ``size``, ``heat_kwh``, ``full_load_h``, ``carrier``, ``bought_kwh``, ``electricity_kwh`` (used),
        ``electricity_made_kwh``, ``cop`` (of the year; not a number without electricity), ``emissions_t``,
        ``clean_kwh``, ``biomass_kwh``.
    hours : Dispatch
    demand : Demand
    hourly : tuple of Hourly
    order : ndarray of int, shape (p,)
        Rank of each plant from 1 on.
    factors : DataFrame
        As `heat.balance.factors.factors` gives them, by carrier.
    store : Store or None
    """

    plants: pd.DataFrame
    hours: Dispatch
    demand: Demand
    hourly: tuple[Hourly, ...]
    order: np.ndarray
    factors: pd.DataFrame
    store: Store | None

    @property
    def made_kwh(self) -> float:
        """Heat of all plants."""
        return float(self.plants["heat_kwh"].sum())

    @property
    def unmet_kwh(self) -> float:
        """Heat that no plant gives."""
        return float(self.hours.unmet.sum())

    def share(self, column: str) -> float:
        """Share of a column of the plants in the heat that is to be made, given or not."""
        whole = self.made_kwh + self.unmet_kwh
        return float(self.plants[column].sum()) / whole if whole > 0 else 0.0

    def emissions_t(self) -> float:
        """Emissions of a year; carriers without a factor count as none and are told."""
        return float(self.plants["emissions_t"].sum())


def supply(
    demand: Demand, plants: tuple[Plant, ...], settings: SupplySettings, climate: Climate, figures: Figures
) -> Supply:
    """Run the plants of a network through a year.

    Parameters
    ----------
    demand : Demand
    plants : tuple of Plant
    settings : SupplySettings
    climate : Climate
    figures : Figures

    Returns
    -------
    Supply

    Raises
    ------
    EnactError
        ``supply_without_plants``, ``supply_size_negative``, ``network_without_customers``.
    """
    if not plants:
        raise EnactError("supply_without_plants")
    for plant in plants:
        if not (np.isfinite(plant.size) and plant.size > 0):
            raise EnactError("supply_size_negative", supply_plant=plant.kind.code, size=plant.size)
    if demand.sold_mwh <= 0:
        raise EnactError("network_without_customers")
    warm = temperatures(settings.kind, climate)
    run = tuple(hourly(plant, warm, climate, figures) for plant in plants)
    available = np.column_stack([one.available_kw for one in run])
    cost = np.column_stack([one.cost_eur_kwh for one in run])
    if settings.order is Order.CLEAN:
        cost = cost + _LAST * np.array([plant.kind.counts_as == "fossil" for plant in plants])
    store = _store(settings, figures)
    hours = dispatch(demand.load_kw, available, cost, store)
    known = _factors(plants, settings)
    years = [_year(one, hours.heat[:, place], warm, known, figures) for place, one in enumerate(run)]
    if demand.house_kw is not None:
        years.append(_house_pumps(demand.house_kw, known))
    table = pd.DataFrame(years)
    rank = np.argsort(np.argsort(cost.mean(axis=0), kind="stable"), kind="stable") + 1
    return Supply(table, hours, demand, run, rank, known, store)


def _store(settings: SupplySettings, figures: Figures) -> Store | None:
    if settings.store_m3 <= 0:
        return None
    spread = settings.kind.mean_supply_c - settings.kind.mean_return_c
    capacity = settings.store_m3 * load_rule("store_wh_l_k") * spread
    return Store(capacity, capacity / load_rule("store_hours"), load_rule("store_loss_day"))


def _factors(plants: tuple[Plant, ...], settings: SupplySettings) -> pd.DataFrame:
    carriers = sorted({plant.kind.carrier for plant in plants} | {"electricity"})
    pairs = pd.DataFrame({"carrier": carriers, "year": settings.year}, index=carriers)
    return factors(pairs, settings.factor_set)


def _year(
    one: Hourly, heat: np.ndarray, warm: Temperatures, known: pd.DataFrame, figures: Figures
) -> dict[str, object]:
    """Sums of a year of one plant."""
    kind = one.plant.kind
    made = float(heat.sum())
    power = float((heat / one.cop).sum())
    if kind.heat_source == "sun":
        bought = 0.0
    elif kind.heat_source == "given":
        bought = made - power
    else:
        bought = power if kind.heat_source else made / kind.efficiency
    sold = made * kind.power_per_heat
    burns = not kind.heat_source
    of_fuel = _or_nothing(known.loc[kind.carrier, "factor_t_mwh"]) * bought * _heat_share(one, warm)
    of_power = _or_nothing(known.loc["electricity", "factor_t_mwh"]) * power
    counted = {"renewable": 1.0, "waste_heat": 1.0, "electricity": figures["electricity_renewable"]}
    full = made / one.plant.size if kind.code != SOLAR else np.nan
    return {
        "plant": kind.code,
        "size": one.plant.size,
        "heat_kwh": made,
        "full_load_h": full,
        "carrier": kind.carrier,
        "bought_kwh": bought,
        "electricity_kwh": bought if burns and kind.carrier == "electricity" else power,
        "electricity_made_kwh": sold,
        "cop": made / power if power > 0 else np.nan,
        "emissions_t": (of_fuel if burns or kind.heat_source == "given" else 0.0) / _KWH_MWH
        + of_power / _KWH_MWH,
        "clean_kwh": made * counted.get(kind.counts_as, 0.0),
        "biomass_kwh": made if kind.carrier in ("solid_biomass", "biomethane") else 0.0,
    }


def _house_pumps(power_kw: np.ndarray, known: pd.DataFrame) -> dict[str, object]:
    """Heat pumps in the buildings: what they add to the heat of a cold network is their electricity."""
    power = float(power_kw.sum())
    return {
        "plant": HOUSE_PUMPS,
        "size": float(power_kw.max()),
        "heat_kwh": power,
        "full_load_h": np.nan,
        "carrier": "electricity",
        "bought_kwh": power,
        "electricity_kwh": power,
        "electricity_made_kwh": 0.0,
        "cop": np.nan,
        "emissions_t": _or_nothing(known.loc["electricity", "factor_t_mwh"]) * power / _KWH_MWH,
        "clean_kwh": power,  # the heat of heat pumps counts as a whole
        "biomass_kwh": 0.0,
    }


def _or_nothing(value: float) -> float:
    return 0.0 if np.isnan(value) else float(value)


def _heat_share(one: Hourly, warm: Temperatures) -> float:
    """Share of the fuel's emissions that falls on heat: by exergy, as BISKO does, where electricity is made too."""
    made = one.plant.kind.power_per_heat
    if not made:
        return 1.0
    carnot = 1 - (_AMBIENT_C + _KELVIN) / float(warm.mean_k().mean())
    return carnot / (carnot + made)


@dataclass(frozen=True)
class Asked:
    """What a boiler is to be measured for.

    Attributes
    ----------
    demand : Demand
    settings : SupplySettings
    climate : Climate
    """

    demand: Demand
    settings: SupplySettings
    climate: Climate


def peak_boiler_kw(asked: Asked, plants: tuple[Plant, ...], figures: Figures) -> float:
    """Power of a boiler that covers what the others cannot give: on the coldest day, and in any hour of the year.

    Parameters
    ----------
    asked : Asked
    plants : tuple of Plant
    figures : Figures

    Returns
    -------
    float
        In kW, rounded up; zero where the others suffice.
    """
    demand, kind = asked.demand, asked.settings.kind
    reserve = 1 + figures["plant_reserve"]
    wanted = max(demand.peak_kw, float(demand.load_kw.max())) * reserve
    lack = wanted - sum(firm_kw(plant, kind) for plant in plants)
    warm = temperatures(kind, asked.climate)
    there = sum(
        (hourly(plant, warm, asked.climate, figures).available_kw for plant in plants), np.zeros(HOURS)
    )
    lack = max(lack, float((demand.load_kw * reserve - there).max()))
    return max(float(np.ceil(lack / STEP_KW - 1e-9)) * STEP_KW, 0.0)


def firm_kw(plant: Plant, network: NetworkKind) -> float:
    """Power there is on the coldest day: none of the sun, of a river near freezing, of probes that are too cold."""
    kind = plant.kind
    if kind.heat_source == "sun" or 1 not in plant.months:
        return 0.0
    if kind.heat_source and kind.heat_source != "given" and not kind.quality:
        return plant.size if network_rule("ground_c") >= network.supply_c else 0.0
    coldest = {"air": load_rule("design_c"), "river": load_rule("river_lowest_c")}.get(
        kind.heat_source, np.inf
    )
    return plant.size if coldest >= kind.lowest_c else 0.0


def proposed_plants(
    demand: Demand, settings: SupplySettings, climate: Climate, figures: Figures
) -> tuple[Plant, ...]:
    """Plants where none are given.

    The smallest air heat pump that meets the share of new networks, and a gas boiler; at a cold network a probe field.

    Parameters
    ----------
    demand : Demand
    settings : SupplySettings
    climate : Climate
    figures : Figures

    Returns
    -------
    tuple of Plant
    """
    kinds = figures.tables.plants
    asked = Asked(demand, settings, climate)
    if settings.kind.heat_pump_per_building:
        return (Plant(kinds[_PROBES], peak_boiler_kw(asked, (), figures)),)
    least = legal_value("network_share_new", settings.year) or 0.0
    clean = replace(settings, order=Order.CLEAN)

    def mix(kw: float) -> tuple[Plant, ...]:
        pump = (Plant(kinds["air_heat_pump"], kw),)
        boiler = peak_boiler_kw(asked, pump, figures)
        return (*pump, Plant(kinds["gas_boiler"], boiler)) if boiler else pump

    low, high = 0, max(int(np.ceil(demand.load_kw.max() / STEP_KW)), 1)
    while high - low > 1:
        middle = (low + high) // 2
        enough = supply(demand, mix(middle * STEP_KW), clean, climate, figures).share("clean_kwh") >= least
        low, high = (low, middle) if enough else (middle, high)
    return mix(high * STEP_KW)


def flat_loss_kw(loss_mwh: float) -> np.ndarray:
    """Losses of the pipes, spread evenly over the year."""
    return np.full(HOURS, loss_mwh * _KWH_MWH / HOURS)
