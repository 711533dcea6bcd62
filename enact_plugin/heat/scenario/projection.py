"""Heat demand and its supply, year by year: expected values for each building, nothing drawn by lot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from ...reference.heat_tables import energy_columns
from ...reference.stock_tables import building_uses
from ...reference.tables import rows
from ..balance.factors import CarrierOrigin, balance_carriers
from .figures import WAYS, Figures

NETWORK, HYDROGEN_WAY = "network", "hydrogen"
_HEAT_NETWORK, _GAS, _UNKNOWN = "heat_network", "natural_gas", "unknown"
_GREEN_GAS, _HYDROGEN = "biomethane", "hydrogen"
GAS_CARRIERS = (_GAS, _GREEN_GAS, _HYDROGEN)


@dataclass(frozen=True)
class Base:
    """Buildings as they are.

    Attributes
    ----------
    sector : ndarray of object, shape (n,)
    space_heat_kwh, hot_water_kwh : ndarray, shape (n,)
        Useful heat.
    final_kwh : ndarray, shape (n, carriers)
        In the order of `heat_tables.energy_columns`.
    saving : ndarray, shape (n,)
        Share of its space heat that refurbishment saves.
    supply : ndarray of object, shape (n,)
        ``network``, ``hydrogen``, or anything else for no such area.
    supply_year : ndarray, shape (n,)
        From which on the area is supplied so.
    """

    sector: np.ndarray
    space_heat_kwh: np.ndarray
    hot_water_kwh: np.ndarray
    final_kwh: np.ndarray
    saving: np.ndarray
    supply: np.ndarray
    supply_year: np.ndarray


@dataclass(frozen=True)
class Projection:
    """A scenario through its years.

    Attributes
    ----------
    figures : Figures
    energy : DataFrame
        ``year``, ``sector``, ``carrier``, ``final_energy_kwh``, ``useful_heat_kwh``: at the buildings.
    network : DataFrame
        ``year``, ``carrier``, ``fed_kwh``: heat fed into networks, losses included.
    buildings : DataFrame
        ``year``, ``network``, ``gas``, ``all``: expected number of buildings with a connection.
    """

    figures: Figures
    energy: pd.DataFrame
    network: pd.DataFrame
    buildings: pd.DataFrame


@cache
def ways() -> dict[str, dict[str, float]]:
    """Final energy by carrier that one kWh of useful heat takes, by way of supply."""
    table: dict[str, dict[str, float]] = {}
    for row in rows("supply_ways"):
        table.setdefault(row["way"], {})[row["carrier"]] = float(row["final_per_useful"])
    return table


def base_of(
    demand: pd.DataFrame, stock: pd.DataFrame, saving: np.ndarray, areas: pd.DataFrame | None
) -> Base:
    """Put the buildings together.

    Parameters
    ----------
    demand : DataFrame, shape (n,)
        Layer ``building_demand``.
    stock : DataFrame, shape (n,)
        Rows of ``building_stock`` in the order of `demand`: ``use``.
    saving : ndarray, shape (n,)
    areas : DataFrame or None, shape (n,)
        ``supply_kind`` and ``year`` of each building's area; missing outside of any.
    """
    sectors = {code: entry.sector for code, entry in building_uses().items()}
    sector = stock["use"].map(sectors).replace("", None).fillna(sectors["unknown"])
    kind = pd.Series("", index=demand.index) if areas is None else areas["supply_kind"].fillna("")
    year = pd.Series(np.nan, index=demand.index) if areas is None else areas["year"]
    return Base(
        sector=sector.to_numpy(dtype=object),
        space_heat_kwh=demand["space_heat_kwh"].to_numpy(dtype=float),
        hot_water_kwh=demand["hot_water_kwh"].to_numpy(dtype=float),
        final_kwh=demand[list(energy_columns().values())].to_numpy(dtype=float),
        saving=saving,
        supply=kind.str.split("_").str[0].to_numpy(dtype=object),
        supply_year=year.to_numpy(dtype=float, na_value=np.nan),
    )


def project(base: Base, figures: Figures) -> Projection:
    """Carry the buildings through the years of a scenario.

    ``useful(y) = (1 − demolished) · (space heat · (1 − refurbished(y) · saving) + hot water)``; all buildings alike,
    the expected value for each. In heat network areas the share connected grows from the area's year to the connection
    rate in the target year. What is not connected keeps its heaters; of the fossil and unknown ones a share is
    exchanged each year for the mix of decentral ways. In hydrogen areas what is left of natural gas becomes hydrogen in
    the area's year. A share of the rest of the gas becomes biomethane. What remains fossil in the target year remains:
    it is told, not made to fit.

    Parameters
    ----------
    base : Base, n buildings
    figures : Figures

    Returns
    -------
    Projection
        The base year is the energy of `base`.
    """
    carriers = tuple(
        dict.fromkeys([*energy_columns(), *(c for way in ways().values() for c in way), _GREEN_GAS])
    )
    energy, connected = [], []
    for year in figures.years:
        state = _state(base, figures, year, carriers)
        energy.append(_by_sector(base, state, carriers, year))
        connected.append({"year": year, **state.buildings})
        if year > figures.base_year:
            energy.append(_new(figures, year))
    table = pd.concat(energy, ignore_index=True)
    table = table.groupby(["year", "sector", "carrier"], as_index=False)[
        ["final_energy_kwh", "useful_heat_kwh"]
    ].sum()
    return Projection(figures, table, _fed(table, figures), pd.DataFrame(connected))


@dataclass(frozen=True)
class _State:
    """Final energy and useful heat of each building by carrier in one year, and who is connected."""

    final: np.ndarray
    useful: np.ndarray
    buildings: dict[str, float]


def _state(base: Base, figures: Figures, year: int, carriers: tuple[str, ...]) -> _State:
    passed = figures.passed(year)
    refurbished = min(figures.refurbishment_rate * passed, 1.0)
    standing = (1 - figures.demolition_rate) ** passed
    before = base.space_heat_kwh + base.hot_water_kwh
    after = base.space_heat_kwh * (1 - refurbished * base.saving) + base.hot_water_kwh
    left = standing * np.divide(after, before, out=np.ones(len(before)), where=before > 0)
    place = {carrier: number for number, carrier in enumerate(carriers)}
    final = np.zeros((len(before), len(carriers)))
    final[:, [place[carrier] for carrier in energy_columns()]] = base.final_kwh * left[:, None]
    total = final.sum(axis=1)
    per_final = np.divide(before * left, total, out=np.zeros(len(total)), where=total > 0)
    useful = final * per_final[:, None]

    connected = _connected(base, figures, year)
    others = np.array([carrier != _HEAT_NETWORK for carrier in carriers])
    moving = (useful * others).sum(axis=1) * connected
    final[:, others] *= (1 - connected)[:, None]
    useful[:, others] *= (1 - connected)[:, None]
    _add(final, useful, moving, NETWORK, place)

    exchanged = min(figures.exchange_rate * passed, 1.0)
    fossil = np.array([_is_fossil(carrier) for carrier in carriers])
    moving = (useful * fossil).sum(axis=1) * exchanged
    final[:, fossil] *= 1 - exchanged
    useful[:, fossil] *= 1 - exchanged
    for way, share in zip(WAYS, figures.mix):
        _add(final, useful, moving * share, way, place)

    _to_hydrogen(final, useful, base, year, place)
    green = figures.biomethane_share * passed / figures.passed(figures.target_year)
    for matrix in (final, useful):
        matrix[:, place[_GREEN_GAS]] += matrix[:, place[_GAS]] * green
        matrix[:, place[_GAS]] *= 1 - green
    return _State(final, useful, _buildings(useful, place, standing))


def _connected(base: Base, figures: Figures, year: int) -> np.ndarray:
    """Share of each building's other heat that a heat network has taken over by then."""
    since = np.nan_to_num(base.supply_year, nan=float(figures.base_year))
    span = np.maximum(figures.target_year - since, 1.0)
    grown = np.where(since >= figures.target_year, float(year >= figures.target_year), (year - since) / span)
    grown = np.clip(grown, 0.0, 1.0) * (year > figures.base_year)
    return np.where(base.supply == NETWORK, figures.connection_rate * grown, 0.0)


def _add(final: np.ndarray, useful: np.ndarray, heat: np.ndarray, way: str, place: dict[str, int]) -> None:
    """Supply useful heat in a way."""
    taken = ways()[way]
    for carrier, per_useful in taken.items():
        final[:, place[carrier]] += heat * per_useful
        useful[:, place[carrier]] += heat * per_useful / sum(taken.values())


def _to_hydrogen(final: np.ndarray, useful: np.ndarray, base: Base, year: int, place: dict[str, int]) -> None:
    turned = (base.supply == HYDROGEN_WAY) & (np.nan_to_num(base.supply_year, nan=np.inf) <= year)
    heat = np.where(turned, useful[:, place[_GAS]], 0.0)
    final[turned, place[_GAS]] = 0.0
    useful[turned, place[_GAS]] = 0.0
    _add(final, useful, heat, HYDROGEN_WAY, place)


def _is_fossil(carrier: str) -> bool:
    """Whether its heaters are exchanged; one nobody knows is taken for a boiler."""
    return carrier == _UNKNOWN or balance_carriers()[carrier].origin is CarrierOrigin.FOSSIL


def _buildings(useful: np.ndarray, place: dict[str, int], standing: float) -> dict[str, float]:
    """Expected number of buildings with a connection: the share of their heat that comes through it."""
    total = useful.sum(axis=1)
    share = np.divide(useful, total[:, None], out=np.zeros_like(useful), where=total[:, None] > 0)
    gas = share[:, [place[carrier] for carrier in GAS_CARRIERS]].sum()
    network = share[:, place[_HEAT_NETWORK]].sum()
    return {"network": standing * float(network), "gas": standing * float(gas), "all": standing * len(total)}


def _by_sector(base: Base, state: _State, carriers: tuple[str, ...], year: int) -> pd.DataFrame:
    codes, names = pd.factorize(pd.Series(base.sector), sort=True)
    parts = []
    for number, carrier in enumerate(carriers):
        final = np.bincount(codes, state.final[:, number], len(names))
        useful = np.bincount(codes, state.useful[:, number], len(names))
        parts.append(
            pd.DataFrame(
                {"sector": names, "carrier": carrier, "final_energy_kwh": final, "useful_heat_kwh": useful}
            )
        )
    table = pd.concat(parts, ignore_index=True)
    return table[table["final_energy_kwh"] > 0].assign(year=year)


def _new(figures: Figures, year: int) -> pd.DataFrame:
    """New buildings since the base: homes heated in the decentral ways."""
    heat = np.array([figures.new_floor_area_m2_a * figures.new_need_kwh_m2 * figures.passed(year)])
    parts = []
    for way, share in zip(WAYS, figures.mix):
        for carrier, per_useful in ways()[way].items():
            parts.append(
                {
                    "year": year, "sector": "households", "carrier": carrier,
                    "final_energy_kwh": heat[0] * share * per_useful,
                    "useful_heat_kwh": heat[0] * share * per_useful / sum(ways()[way].values()),
                }
            )  # fmt: skip
    table = pd.DataFrame(parts)
    return table[table["final_energy_kwh"] > 0]


def _fed(energy: pd.DataFrame, figures: Figures) -> pd.DataFrame:
    """Heat fed into networks by carrier, so that the buildings get what they take."""
    taken = energy[energy["carrier"].eq(_HEAT_NETWORK)].groupby("year")["final_energy_kwh"].sum()
    parts = [
        {
            "year": year,
            "carrier": carrier,
            "fed_kwh": float(taken.get(year, 0.0)) / (1 - figures.network_loss) * share,
        }
        for year in figures.years
        for carrier, share in figures.network_shares(year).items()
    ]
    table = pd.DataFrame(parts, columns=["year", "carrier", "fed_kwh"])
    return table[table["fed_kwh"] > 0].reset_index(drop=True)
