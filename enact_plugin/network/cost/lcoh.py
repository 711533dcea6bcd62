"""Levelised cost of heat from a network, by its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...errors import EnactError
from ..supply.plants import SOLAR
from ..tables import Figures, PlantKind
from .annuity import Amount, Horizon

_KWH_MWH = 1000.0
HOUSE_POWER = "electricity_house"
# in the order in which they are shown
PARTS = ("pipes", "stations", "plants", "subsidy", "upkeep", "energy", "co2", "bought_heat", "pump", "operation",
         "electricity_sold")  # fmt: skip


@dataclass(frozen=True)
class Works:
    """Plants of a network and what they take in a year; nothing where the heat is bought.

    Attributes
    ----------
    sizes : tuple of (PlantKind, float)
        kW of heat; square metres for collectors.
    store_m3 : float
    bought_kwh : dict
        Carrier to energy.
    electricity_made_kwh : float
    """

    sizes: tuple[tuple[PlantKind, float], ...]
    store_m3: float
    bought_kwh: Mapping[str, float]
    electricity_made_kwh: float


@dataclass(frozen=True)
class NetworkFacts:
    """What a network is, for its cost.

    Attributes
    ----------
    pipes_eur : float
        Investment in pipes.
    customers : float
        That are expected to connect.
    power_kw : float
        Sum of their stations.
    sold_kwh, loss_kwh : float
        A year.
    pump_kw : float
    works : Works or None
    house_share : float
        Share of the heat that heat pumps in the buildings add as electricity: in cold networks.
    clean_share : float
        Share of renewable heat and waste heat; not a number where it is not known.
    building_network : bool
    """

    pipes_eur: float
    customers: float
    power_kw: float
    sold_kwh: float
    loss_kwh: float
    pump_kw: float
    works: Works | None
    house_share: float = 0.0
    clean_share: float = float("nan")
    building_network: bool = False

    @property
    def station(self) -> str:
        """First part of the names of the figures of what stands in a building."""
        return "house_pump" if self.house_share else "station"


@dataclass(frozen=True)
class Case:
    """What may turn out otherwise; each a number or one of each draw.

    Attributes
    ----------
    interest : float or ndarray
    connection : float or ndarray
        Share of the customers that connect; pipes are laid for all.
    heat : float or ndarray
        Factor on what each needs.
    investment, energy : float or ndarray
        Factors on investments and on prices of energy and CO₂.
    """

    interest: Amount
    connection: Amount = 1.0
    heat: Amount = 1.0
    investment: Amount = 1.0
    energy: Amount = 1.0


@dataclass(frozen=True)
class HeatCost:
    """Cost of heat.

    Attributes
    ----------
    parts_eur_a : dict
        Part to annuity; what comes in is negative.
    invest_eur : dict
        Part to first investment with planning, before subsidy.
    sold_kwh : float or ndarray
    """

    parts_eur_a: dict[str, Amount]
    sold_kwh: Amount
    invest_eur: dict[str, Amount] = field(default_factory=dict)

    @property
    def total_eur_a(self) -> Amount:
        """Annuity of everything."""
        return sum(self.parts_eur_a.values())

    @property
    def ct_kwh(self) -> Amount:
        """Levelised cost of heat sold."""
        return 100 * self.total_eur_a / self.sold_kwh


def cost_of_heat(facts: NetworkFacts, case: Case, figures: Figures) -> HeatCost:
    """Levelised cost of heat: the annuity of all costs after VDI 2067 over the heat sold.

    Plants and what they take follow the heat fed in; stations, operation and sale follow who connects; pipes and their
    losses stay, whoever connects.

    Parameters
    ----------
    facts : NetworkFacts
    case : Case
    figures : Figures

    Returns
    -------
    HeatCost

    Raises
    ------
    EnactError
        ``network_without_customers`` where no heat is sold.
    """
    if facts.sold_kwh <= 0:
        raise EnactError("network_without_customers")
    horizon = Horizon(case.interest, int(figures["horizon_a"]))
    sold = facts.sold_kwh * case.connection * case.heat
    fed = (sold + facts.loss_kwh) / (facts.sold_kwh + facts.loss_kwh)
    invest = _investments(facts, case, fed, figures)
    parts = dict.fromkeys(PARTS, 0.0)
    parts["pipes"] = horizon.capital(invest["pipes"], figures["pipe_life_a"])
    parts["stations"] = horizon.capital(invest["stations"], figures[f"{facts.station}_life_a"])
    given = invest["pipes"] * figures["pipe_subsidy"]
    given = given + invest["stations"] * figures[f"{facts.station}_subsidy"]
    upkeep = invest["pipes"] * figures["pipe_upkeep"] + invest["stations"] * figures["station_upkeep"]
    bought: Mapping[str, float] = {}
    if facts.works is None:
        heat_kwh = sold * (1 - facts.house_share) + facts.loss_kwh
        bought = {HOUSE_POWER: facts.sold_kwh * facts.house_share} if facts.house_share else {}
        parts["bought_heat"] = heat_kwh * figures["heat_production_eur_kwh"] * case.energy
    else:
        bought = facts.works.bought_kwh
        for kind, size in facts.works.sizes:
            eur = _plant_eur(kind, size, figures) * fed * case.investment
            parts["plants"] = parts["plants"] + horizon.capital(eur, kind.life_a)
            given = given + eur * kind.subsidy_share
            upkeep = upkeep + eur * kind.upkeep_share
        rest = _rest_eur(facts.works, figures) * fed * case.investment
        parts["plants"] = parts["plants"] + horizon.capital(rest, figures["pipe_life_a"])
        sold_price = figures.tables.prices["electricity_sold"].plant_eur_kwh * case.energy
        parts["electricity_sold"] = -facts.works.electricity_made_kwh * fed * sold_price
    parts["subsidy"] = -given * horizon.factor
    parts["upkeep"] = upkeep
    parts["energy"], parts["co2"] = _energy(bought, fed, case, horizon, figures)
    pump = facts.pump_kw * figures["pump_h"] * fed
    parts["pump"] = pump * figures.tables.prices["electricity"].plant_eur_kwh * case.energy
    parts["operation"] = sold / _KWH_MWH * figures["operation_eur_mwh"]
    return HeatCost(parts, sold, invest)


def _investments(facts: NetworkFacts, case: Case, fed: Amount, figures: Figures) -> dict[str, Amount]:
    """First investments with planning."""
    whole = 1 + figures["planning_share"]
    stations = (
        facts.customers * figures[f"{facts.station}_eur"]
        + facts.power_kw * figures[f"{facts.station}_eur_kw"]
    )
    plants = 0.0
    if facts.works is not None:
        plants = sum(_plant_eur(kind, size, figures) for kind, size in facts.works.sizes)
        plants += _rest_eur(facts.works, figures)
    return {
        "pipes": facts.pipes_eur * whole * case.investment,
        "stations": stations * whole * case.connection * case.investment,
        "plants": plants * fed * case.investment,
    }


def _plant_eur(kind: PlantKind, size: float, figures: Figures) -> float:
    return kind.invest_eur_kw * size * (1 + figures["planning_share"])


def _rest_eur(works: Works, figures: Figures) -> float:
    """Building of the plants, and store."""
    power = sum(size for kind, size in works.sizes if kind.code != SOLAR)
    rest = power * figures["plant_house_eur_kw"] + works.store_m3 * figures["store_eur_m3"]
    return rest * (1 + figures["planning_share"])


def _energy(
    bought: Mapping[str, float], fed: Amount, case: Case, horizon: Horizon, figures: Figures
) -> tuple[Amount, Amount]:
    """Annuities of energy bought and of CO₂."""
    prices = figures.tables.prices
    start, rise = figures["co2_price_eur_t"], figures["co2_price_rise"]

    def energy(year: int) -> float:
        return sum(
            kwh * prices[carrier].plant_eur_kwh * (1 + prices[carrier].rise) ** (year - 1)
            for carrier, kwh in bought.items()
        )

    def carbon(year: int) -> float:
        tonnes = sum(kwh * prices[carrier].co2_t_mwh for carrier, kwh in bought.items()) / _KWH_MWH
        return tonnes * start * (1 + rise) ** (year - 1)

    factor = fed * case.energy
    return horizon.running(energy) * factor, horizon.running(carbon) * factor
