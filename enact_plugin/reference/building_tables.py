"""The tables behind the building stock: what codes mean, how high a storey is, how floor area is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows
from .values import values


@dataclass(frozen=True)
class UseCode:
    """What a code or tag says about a building.

    Attributes
    ----------
    use : str
        Value of the list building_use; empty when the code says nothing about it.
    drop : str
        Reason why an object with this code is not a row of the table; empty when it is.
    """

    use: str
    drop: str = ""


@dataclass(frozen=True)
class StoreyHeight:
    """How high the storeys of a kind of building are.

    Attributes
    ----------
    height_m : float
        Top of floor to top of floor.
    base_m : float
        Height of the ground floor above the terrain.
    """

    height_m: float
    base_m: float


@dataclass(frozen=True)
class FloorAreaFactor:
    """How floor area is counted for a use.

    Attributes
    ----------
    factor : float or None
        Floor area per gross floor area; None for uses that have none (unheated).
    attic : bool
        Whether a part of the attic counts.
    """

    factor: float | None
    attic: bool


@dataclass(frozen=True)
class BuildingSource:
    """How a delivery of buildings is cited; licence and attribution are empty when unknown."""

    name: str
    licence: str
    attribution: str


@cache
def use_codes(scheme: str) -> dict[str, dict[str, UseCode]]:
    """Codes of `scheme` (alkis, osm) by key, in the order in which keys are asked; code ``*`` stands for any."""
    table: dict[str, dict[str, UseCode]] = {}
    for row in rows("building_use_codes"):
        if row["scheme"] == scheme:
            table.setdefault(row["key"], {})[row["code"].casefold()] = UseCode(row["use"], row["drop"])
    return table


@cache
def function_labels() -> dict[str, str]:
    """Function code of the cadastre by its German label, lower case; for deliveries that carry the text only."""
    return {
        row["label_de"].casefold(): row["code"]
        for row in rows("building_use_codes")
        if row["scheme"] == "alkis"
    }


@cache
def roof_types(scheme: str) -> dict[str, str]:
    """Roof type of the list roof_type by the code of `scheme` (alkis, osm)."""
    return {row["code"]: row["roof_type"] for row in rows("building_roof_types") if row["scheme"] == scheme}


@cache
def storey_heights() -> dict[tuple[str, str], StoreyHeight]:
    """Storey height by (use, age class), complete over both lists."""
    given = {
        (row["use"], row["age_class"]): StoreyHeight(float(row["storey_height_m"]), float(row["base_m"]))
        for row in rows("storey_heights")
    }
    return {
        (use.code, age.code): given.get((use.code, age.code)) or given[use.code, "*"]
        for use in values("building_use")
        for age in values("age_class")
    }


@cache
def floor_area_factors() -> dict[str, FloorAreaFactor]:
    """Floor area factor by use, complete over the list building_use."""
    return {
        row["use"]: FloorAreaFactor(float(row["factor"]) if row["factor"] else None, row["attic"] == "yes")
        for row in rows("floor_area_factors")
    }


@cache
def attic_shares() -> dict[str, float]:
    """Share of a storey that the attic adds, by roof type."""
    return {row["roof_type"]: float(row["attic_share"]) for row in rows("building_attic_shares")}


@cache
def source_fields(kind: str) -> dict[str, tuple[str, ...]]:
    """Names, lower case and best first, under which deliveries of `kind` carry a figure."""
    return {
        row["column"]: tuple(name.casefold() for name in row["names"].split("|"))
        for row in rows("building_source_fields")
        if row["kind"] == kind
    }


@cache
def building_limit(name: str) -> float:
    """Bound of plausibility named `name`."""
    return next(float(row["value"]) for row in rows("building_limits") if row["name"] == name)


def building_source(kind: str, key: str = "") -> BuildingSource:
    """How a delivery is cited; the land survey is known by the first letters of its keys."""
    for row in rows("building_sources"):
        if row["kind"] == kind and key.startswith(row["prefix"]):
            return BuildingSource(row["name"], row["licence"], row["attribution"])
    return BuildingSource("", "", "")


@cache
def age_bounds() -> tuple[tuple[str, int, int], ...]:
    """Age classes as (code, first year, last year), oldest first; read from the codes of the list."""
    bounds = []
    for value in values("age_class"):
        kind, _, rest = value.code.partition("_")
        if kind == "to":
            bounds.append((value.code, 0, int(rest)))
        elif kind == "from":
            bounds.append((value.code, int(rest), 9999))
        elif kind.isdigit():
            bounds.append((value.code, int(kind), int(rest)))
    return tuple(bounds)
