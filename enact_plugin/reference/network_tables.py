"""The tables of heat networks: bounds, factors by surface, crossings, pipes, kinds, costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from .tables import rows


@cache
def network_rule(name: str) -> float:
    """Figure of network_rules.csv."""
    return next(float(row["value"]) for row in rows("network_rules") if row["name"] == name)


@cache
def trench_factors() -> dict[str, float]:
    """Factor on the cost of a trench by class of street; `route` and `service` for what is no street."""
    return {row["street_class"]: float(row["factor"]) for row in rows("trench_factors")}


@cache
def ground_factors(kind: str) -> dict[str, float]:
    """Factor on the cost of a trench by what is dug up: kind `surface` of streets, `landuse` on other routes."""
    return {row["code"]: float(row["factor"]) for row in rows("ground_factors") if row["kind"] == kind}


@cache
def crossing_cost(barrier: str) -> float:
    """Cost in EUR of one crossing: rail, waterway, major_road."""
    return next(float(row["eur"]) for row in rows("network_crossings") if row["barrier"] == barrier)


@dataclass(frozen=True)
class PipeSize:
    """A pair of pipes, supply and return, in one trench.

    Attributes
    ----------
    dn : int
    inner_mm, outer_mm, casing_mm : float
        Diameters of the steel pipe and of its casing.
    eur_m : float
        Cost per metre of trench with both pipes, laid under a street.
    source, cost_source : str
    """

    dn: int
    inner_mm: float
    outer_mm: float
    casing_mm: float
    eur_m: float
    source: str
    cost_source: str


@cache
def pipe_catalogue() -> tuple[PipeSize, ...]:
    """Pipes by diameter, the thinnest first."""
    return tuple(sorted(map(pipe_size, rows("pipe_catalogue")), key=lambda size: size.inner_mm))


def pipe_size(row: Mapping[str, Any]) -> PipeSize:
    """Pipe of a row of pipe_catalogue."""
    sizes = (float(row[name]) for name in ("inner_mm", "outer_mm", "casing_mm", "eur_m"))
    return PipeSize(int(row["dn"]), *sizes, row["source"], row["cost_source"])


@dataclass(frozen=True)
class NetworkKind:
    """A kind of heat network by its temperatures.

    Attributes
    ----------
    code : str
    supply_c, return_c : float
        Temperatures in the pipes at the design point.
    mean_supply_c, mean_return_c : float
        Over the year, for losses.
    heat_pump_per_building : bool
    """

    code: str
    supply_c: float
    return_c: float
    mean_supply_c: float
    mean_return_c: float
    heat_pump_per_building: bool


@cache
def network_kind(code: str) -> NetworkKind:
    """Temperatures of a kind of network."""
    row = next(row for row in rows("network_kinds") if row["code"] == code)
    return NetworkKind(
        code,
        float(row["supply_c"]),
        float(row["return_c"]),
        float(row["mean_supply_c"]),
        float(row["mean_return_c"]),
        row["heat_pump_per_building"] == "yes",
    )


@dataclass(frozen=True)
class CostFigure:
    """A figure of the cost of heat.

    Attributes
    ----------
    name, unit : str
    label : str
        What a planner reads, in German.
    value : float
    source : str
        "Annahme" where it has none.
    """

    name: str
    label: str
    value: float
    unit: str
    source: str


@cache
def water_properties() -> np.ndarray:
    """Temperature in °C, density in kg/m³, heat capacity in J/(kg·K), viscosity in Pa·s; one row per temperature."""
    names = ("temperature_c", "density_kg_m3", "heat_capacity_j_kgk", "viscosity_pa_s")
    return np.array([[float(row[name]) for name in names] for row in rows("water_properties")])
