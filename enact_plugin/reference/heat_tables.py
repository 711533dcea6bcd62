"""The tables of heat need: one row, one figure, one source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows


@dataclass(frozen=True)
class HeatNeed:
    """Specific heat need of a kind of building.

    Attributes
    ----------
    kwh_m2, low_kwh_m2, high_kwh_m2 : float
        Useful energy per floor area and year [kWh/(m²·a)]: expected, and the span of the sources.
    includes_hot_water : bool
    source : str
    """

    kwh_m2: float
    low_kwh_m2: float
    high_kwh_m2: float
    includes_hot_water: bool
    source: str


def _need(row: dict[str, str]) -> HeatNeed:
    return HeatNeed(
        float(row["kwh_m2"]),
        float(row["low_kwh_m2"]),
        float(row["high_kwh_m2"]),
        row["includes_dhw"] == "yes",
        row["source"],
    )


@cache
def residential_need() -> dict[tuple[str, str], HeatNeed]:
    """Heat need by house type and age class of KWW, ``unknown`` among them."""
    return {(row["house_type"], row["age_class"]): _need(row) for row in rows("heat_need_residential")}


@cache
def refurbished_kwh_m2(depth: str) -> dict[tuple[str, str], float]:
    """Space heat after refurbishment (``usual`` or ``advanced``) by house type and age class of KWW [kWh/(m²·a)]."""
    return {
        (row["house_type"], row["age_class"]): float(row[f"{depth}_kwh_m2"])
        for row in rows("refurbished_need")
    }


@cache
def nonresidential_need() -> dict[tuple[str, str], HeatNeed]:
    """Heat need by category and age class of IWU, ``unknown`` among them."""
    return {(row["category"], row["age_class"]): _need(row) for row in rows("heat_need_nonresidential")}


@cache
def hot_water_kwh_m2() -> dict[str, float]:
    """Useful energy for hot water by house type [kWh/(m²·a)]."""
    return {row["house_type"]: float(row["kwh_m2"]) for row in rows("hot_water")}


@cache
def final_per_useful() -> dict[str, dict[str, float]]:
    """Final energy by carrier that one kWh of useful heat takes, by the census' kind of heating."""
    table: dict[str, dict[str, float]] = {}
    for row in rows("heater_efficiencies"):
        table.setdefault(row["census_carrier"], {})[row["carrier"]] = float(row["final_per_useful"])
    return table


@cache
def energy_columns() -> dict[str, str]:
    """Columns of the layer building_demand with final energy, by carrier."""
    carriers = dict.fromkeys(carrier for entry in final_per_useful().values() for carrier in entry)
    return {carrier: f"{carrier}_kwh" for carrier in carriers}


@dataclass(frozen=True)
class HeaterKind:
    """A kind of heater of the list heat_generator.

    Attributes
    ----------
    heating : str
        The census' kind of heating; empty where the kind does not tell it.
    central : bool
        Whether it heats a whole building.
    counted_as : str
        Column of the layer block_heaters.
    """

    heating: str
    central: bool
    counted_as: str


@cache
def heater_kinds() -> dict[str, HeaterKind]:
    """Kinds of heaters by their code."""
    return {
        row["generator"]: HeaterKind(row["heating"], row["central"] == "yes", row["counted_as"])
        for row in rows("heater_kinds")
    }


@cache
def generator_of() -> dict[str, str]:
    """Kind of heater that stands for each of the census' kinds of heating."""
    return {
        heating: row["generator"]
        for row in rows("heater_kinds")
        for heating in row["stands_for"].split("|")
        if heating
    }


@cache
def carrier_groups() -> dict[str, str]:
    """Group in which shares of carriers are told, by carrier of the list heat_carrier."""
    return {row["carrier"]: row["group"] for row in rows("carrier_groups")}


@cache
def plan_types() -> dict[str, str]:
    """Building type of XWärmeplan by house type or category of heat need."""
    return {row["kind"]: row["plan_building_type"] for row in rows("plan_types")}
