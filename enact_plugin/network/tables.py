"""The tables of networks that a planner may replace by their own: figures of cost, pipes, plants, prices, heaters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..errors import EnactError
from ..reference.network_tables import CostFigure, NetworkKind, PipeSize, pipe_size
from ..reference.tables import rows

# table -> column that names a row
TABLES = {
    "network_costs": "name",
    "pipe_catalogue": "dn",
    "cold_pipe_catalogue": "dn",
    "supply_plants": "code",
    "energy_prices": "carrier",
    "decentral_heaters": "code",
    "network_uncertainties": "name",
}
Table = Sequence[Mapping[str, str]]
_TEXTS = {"label_de", "label_en", "unit", "source", "cost_source", "note", "carrier", "carrier_renewable"}
_TEXTS |= {"heat_source", "counts_as", *TABLES.values()} - {"dn"}
_BESIDE = ("source", "note", "cost_source")  # columns that people read
ASSUMPTION = "Annahme"
_CATALOGUES = ("pipe_catalogue", "cold_pipe_catalogue")


@dataclass(frozen=True)
class PlantKind:
    """A way to make heat for a network.

    Attributes
    ----------
    code, label : str
    heat_source : str
        Where a heat pump or collector takes heat from: air, river, ground, given, sun; empty for what burns or heats.
    carrier : str
        What is bought, or where the heat comes from.
    efficiency : float
        Heat per energy bought; zero where it follows from temperatures or nothing is bought.
    power_per_heat : float
        Electricity made per heat.
    quality : float
        Share of the Carnot coefficient of performance that is reached.
    lowest_c : float
        Below it the source is not used; minus infinity: always.
    sink_k : float
        By how much the source is cooled or the evaporator is colder.
    invest_eur_kw : float
        Per square metre for collectors.
    life_a, upkeep_share, subsidy_share : float
    counts_as : str
        In the sense of the WPG: renewable, waste_heat, fossil, electricity.
    source : str
    """

    code: str
    label: str
    heat_source: str
    carrier: str
    efficiency: float
    power_per_heat: float
    quality: float
    lowest_c: float
    sink_k: float
    invest_eur_kw: float
    life_a: float
    upkeep_share: float
    counts_as: str
    subsidy_share: float
    source: str


@dataclass(frozen=True)
class EnergyPrice:
    """Price of an energy carrier, without value added tax.

    Attributes
    ----------
    carrier, label : str
    plant_eur_kwh, house_eur_kwh : float
        For the plant of a network and for a house; not a number where it is not sold to one.
    rise : float
        A year.
    co2_t_mwh : float
        What the price of CO₂ falls on.
    source : str
    """

    carrier: str
    label: str
    plant_eur_kwh: float
    house_eur_kwh: float
    rise: float
    co2_t_mwh: float
    source: str


@dataclass(frozen=True)
class Heater:
    """A heater of a single building.

    Attributes
    ----------
    code, label : str
    carrier, carrier_renewable : str
        What it burns, and what takes its place where the law asks for a renewable share; empty where it does not.
    efficiency : float
        Heat per energy bought.
    invest_eur, invest_eur_kw : float
    life_a, upkeep_share, subsidy_share : float
    source : str
    """

    code: str
    label: str
    carrier: str
    carrier_renewable: str
    efficiency: float
    invest_eur: float
    invest_eur_kw: float
    life_a: float
    upkeep_share: float
    subsidy_share: float
    source: str


@dataclass(frozen=True)
class Uncertainty:
    """Between what a figure may lie.

    Attributes
    ----------
    name, label : str
    low, high : float
    source : str
    """

    name: str
    label: str
    low: float
    high: float
    source: str


@dataclass(frozen=True)
class NetworkTables:
    """Figures of a run.

    Attributes
    ----------
    costs : dict
        Name to figure.
    catalogue, cold_catalogue : tuple of PipeSize
        Insulated pipes, and those of cold networks.
    plants : dict
        Code to kind of plant.
    prices : dict
        Carrier to price.
    heaters : dict
    uncertainties : dict
    """

    costs: dict[str, CostFigure]
    catalogue: tuple[PipeSize, ...]
    cold_catalogue: tuple[PipeSize, ...]
    plants: dict[str, PlantKind]
    prices: dict[str, EnergyPrice]
    heaters: dict[str, Heater]
    uncertainties: dict[str, Uncertainty]

    def pipes_of(self, kind: NetworkKind) -> tuple[PipeSize, ...]:
        """Pipes that a kind of network is laid with."""
        return self.cold_catalogue if kind.heat_pump_per_building else self.catalogue


class Figures:
    """Tables of a run, and the account of the figures of cost that were used.

    Parameters
    ----------
    tables : NetworkTables or None
        EnAct's where none are given.
    """

    def __init__(self, tables: NetworkTables | None = None) -> None:
        self.tables = tables or default_tables()
        self._used: dict[str, CostFigure] = {}

    def __getitem__(self, name: str) -> float:
        """Value of a figure of network_costs."""
        self._used[name] = self.tables.costs[name]
        return self._used[name].value

    def house_share(self, kind: NetworkKind) -> float:
        """Share of the heat that heat pumps in the buildings add as electricity; none but in cold networks."""
        return 1 / self["house_pump_spf"] if kind.heat_pump_per_building else 0.0

    @property
    def used(self) -> tuple[CostFigure, ...]:
        """Figures used, by name."""
        return tuple(self._used[name] for name in sorted(self._used))


@cache
def default_tables() -> NetworkTables:
    """Tables as resources/tables holds them."""
    return read_tables({})


def read_tables(own: Mapping[str, Table]) -> NetworkTables:
    """Tables with the planner's own in place of EnAct's.

    Parameters
    ----------
    own : dict of str to rows
        By name of TABLES; those not given are EnAct's.

    Returns
    -------
    NetworkTables

    Raises
    ------
    EnactError
        ``network_table_wrong``.
    """
    read = {name: _read(name, own.get(name) or rows(name)) for name in TABLES}
    return NetworkTables(
        {row["name"]: CostFigure(row["name"], row["label_de"], row["value"], row["unit"], row["source"])
         for row in read["network_costs"]},
        *(
            tuple(sorted(map(pipe_size, read[name]), key=lambda size: size.inner_mm))
            for name in _CATALOGUES
        ),
        {row["code"]: _plant(row) for row in read["supply_plants"]},
        {row["carrier"]: _price(row) for row in read["energy_prices"]},
        {row["code"]: _heater(row) for row in read["decentral_heaters"]},
        {row["name"]: Uncertainty(row["name"], row["label_de"], row["low"], row["high"], row["source"])
         for row in read["network_uncertainties"]},
    )  # fmt: skip


def _read(name: str, table: Table) -> list[dict]:
    """Rows with figures as figures; not a number where a cell is empty."""
    known = rows(name)
    key = TABLES[name]
    for column in known[0]:
        if column not in table[0] and column not in _BESIDE:
            raise _wrong(name, column, "missing")
    needed = {row[key]: {column for column, text in row.items() if text and column not in _TEXTS}
              for row in known}  # fmt: skip
    read = []
    for row in table:
        if name not in _CATALOGUES and row[key] not in needed:
            raise _wrong(name, row[key], "unknown")
        given = {"source": "", "note": "", "cost_source": ""} | dict(row)
        figures = {column: _figure(name, key, given, column) for column in known[0] if column not in _TEXTS}
        if name == "network_costs":
            _check_cost(row[key], figures["value"])
        if any(math.isnan(figures[column]) for column in needed.get(row[key], figures)):
            raise _wrong(name, row[key], "number")
        read.append(given | {"source": given["source"] or ASSUMPTION} | figures)
    lacking = [] if name in _CATALOGUES else sorted(set(needed) - {row[key] for row in read})
    if lacking:
        raise _wrong(name, lacking[0], "missing")
    return read


def _check_cost(name: str, value: float) -> None:
    """Shares lie between zero and one, times and efficiencies above zero."""
    share = (
        name.endswith(("_subsidy", "_share", "_upkeep", "_reserve", "_renewable", "_rise"))
        or name == "interest"
    )
    above = name.endswith(("_a", "_h")) and not name.endswith("_eur_a")
    if (share and value > 1) or (above and value < 1) or (name == "house_pump_spf" and value <= 1):
        raise _wrong("network_costs", name, "range")


def _figure(name: str, key: str, row: Mapping[str, str], column: str) -> float:
    text = row[column].replace(",", ".").strip()  # as people write it in a table
    if not text:
        return math.nan
    try:
        value = float(text)
    except ValueError as error:
        raise _wrong(name, row[key], "number") from error
    if not math.isfinite(value):
        raise _wrong(name, row[key], "number")
    if value < 0 and column not in ("lowest_c", "rise"):
        raise _wrong(name, row[key], "range")
    if column.endswith(("_share", "subsidy_share")) and value > 1:
        raise _wrong(name, row[key], "range")
    if column in ("life_a", "efficiency") and value == 0:
        raise _wrong(name, row[key], "range")
    return value


def _or(value: float, instead: float) -> float:
    return instead if math.isnan(value) else value


def _plant(row: dict) -> PlantKind:
    return PlantKind(
        row["code"], row["label_de"], row["heat_source"], row["carrier"], _or(row["efficiency"], 0.0),
        _or(row["power_per_heat"], 0.0), _or(row["quality"], 0.0), _or(row["lowest_c"], -math.inf),
        _or(row["sink_k"], 0.0), row["invest_eur_kw"], row["life_a"], row["upkeep_share"], row["counts_as"],
        row["subsidy_share"], row["source"],
    )  # fmt: skip


def _price(row: dict) -> EnergyPrice:
    return EnergyPrice(
        row["carrier"], row["label_de"], row["plant_eur_kwh"], row["house_eur_kwh"], row["rise"],
        row["co2_t_mwh"], row["source"],
    )  # fmt: skip


def _heater(row: dict) -> Heater:
    return Heater(
        row["code"], row["label_de"], row["carrier"], row["carrier_renewable"], row["efficiency"],
        row["invest_eur"], row["invest_eur_kw"], row["life_a"], row["upkeep_share"], row["subsidy_share"],
        row["source"],
    )  # fmt: skip


def _wrong(table: str, row: str, problem: str) -> EnactError:
    return EnactError("network_table_wrong", table=table, row=row, rule_problem=problem)
