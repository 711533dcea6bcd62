"""The tables behind gaps in the building stock: what is taken where no source says anything."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from .tables import rows
from .values import values


@dataclass(frozen=True)
class BuildingUse:
    """What a use of a building means for heat.

    Attributes
    ----------
    heated : bool
        Whether buildings of this use are heated as a rule.
    category : str
        Category of heat_need_nonresidential.csv, or "residential"; empty for unheated uses.
    sector : str
        households, services or industry; empty for outbuildings.
    census : bool
        Whether the census counts it: buildings with dwellings.
    """

    heated: bool
    category: str
    sector: str
    census: bool


@dataclass(frozen=True)
class HouseType:
    """Type of residential building by size, as heat need is published by it."""

    code: str
    max_floor_area_m2: float


@cache
def building_uses() -> dict[str, BuildingUse]:
    """Meaning of each use of the list building_use."""
    return {
        row["use"]: BuildingUse(
            row["heated"] == "yes", row["category"], row["sector"], row["census_buildings"] == "yes"
        )
        for row in rows("building_uses")
    }


@cache
def category_codes() -> dict[str, str]:
    """Category of heat need by function code, where it is not that of the use."""
    return {row["function_code"]: row["category"] for row in rows("heat_category_codes")}


@cache
def stock_rule(name: str) -> float:
    """Figure of stock_rules.csv."""
    return next(float(row["value"]) for row in rows("stock_rules") if row["name"] == name)


@cache
def default_storeys() -> dict[str, tuple[tuple[float, float], ...]]:
    """Storeys by use as (footprint up to [m²], storeys), smallest footprint first."""
    table: dict[str, list[tuple[float, float]]] = {}
    for row in rows("default_storeys"):
        limit = float(row["footprint_to_m2"]) if row["footprint_to_m2"] else math.inf
        table.setdefault(row["use"], []).append((limit, float(row["storeys"])))
    return {use: tuple(sorted(entries)) for use, entries in table.items()}


@cache
def house_types() -> tuple[HouseType, ...]:
    """Types of residential buildings, smallest first."""
    return tuple(
        HouseType(
            row["house_type"], float(row["max_floor_area_m2"]) if row["max_floor_area_m2"] else math.inf
        )
        for row in rows("house_types")
    )


@cache
def landuse_uses() -> dict[str, tuple[str, str]]:
    """Use of a building by the kind of land it stands on: without and with an address."""
    return {row["landuse_kind"]: (row["use"], row["with_address"]) for row in rows("landuse_uses")}


@cache
def class_shares(scheme: str) -> dict[str, dict[str, float]]:
    """Shares in which the classes of one list of years fall into those of another; they sum to one.

    Parameters
    ----------
    scheme : str
        ``census_2011`` and ``census_2022``: census classes to age_class; ``kww``, ``iwu``, ``plan``: age_class to
        the classes of the heat need tables and of XWärmeplan.

    Returns
    -------
    dict of str to dict of str to float
    """
    table: dict[str, dict[str, float]] = {}
    for row in rows("age_class_map"):
        if row["scheme"] == scheme:
            table.setdefault(row["class"], {})[row["target"]] = float(row["share"])
    return table


@cache
def known_age_classes() -> tuple[str, ...]:
    """Codes of the list age_class without ``unknown``, oldest first."""
    return tuple(value.code for value in values("age_class") if value.code != "unknown")


@cache
def dwelling_areas_m2(topic: str) -> dict[str, float]:
    """Floor area of a building's dwellings [m²] by the census' class of size (``size``) or type (``type``)."""
    return {
        row["class"]: float(row["dwellings"]) * float(row["floor_area_per_dwelling_m2"])
        for row in rows("census_dwellings")
        if row["topic"] == topic
    }
