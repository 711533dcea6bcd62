"""Units as source names carry them ("waermebedarf_gwh", "Leistung [MW]"), and the factor to a column's unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .spelling import words
from .tables import rows


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes
    ----------
    token : str
        As it ends a field name, in the spelling of `spelling.words`.
    text : str
        As printed.
    dimension : str
        energy (per year where the column says so), power, area, length, line_density, area_density, flow, share,
        temperature, angle.
    factor : float
        Times the value gives the dimension's base unit.
    """

    token: str
    text: str
    dimension: str
    factor: float


@cache
def units() -> tuple[Unit, ...]:
    """All units, longest token first."""
    made = (Unit(row["token"], row["unit"], row["dimension"], float(row["factor"])) for row in rows("units"))
    return tuple(sorted(made, key=lambda unit: -len(unit.token)))


@cache
def printed_unit(text: str) -> Unit | None:
    """Unit of a column as columns.csv prints it ("MWh/a"); None for one the table does not know."""
    plain = text if text.startswith(("kWh/(", "MWh/(", "GWh/(")) else text.removesuffix("/a")
    return next((unit for unit in units() if unit.text == plain), None)


def split_unit(name: str) -> tuple[str, Unit | None]:
    """Cut the unit off a field name.

    Parameters
    ----------
    name : str
        Any spelling.

    Returns
    -------
    base : str
        Name without unit, in the spelling of `spelling.words`.
    unit : Unit or None
        None when the name does not tell it.
    """
    plain = words(name)
    for unit in units():
        if plain.endswith(f"_{unit.token}"):
            return plain[: -len(unit.token) - 1].removesuffix("_in"), unit
    return plain, None


def factor(source: Unit, target: str) -> float | None:
    """Factor from the source's unit to the printed unit `target`; None when they do not measure the same."""
    unit = printed_unit(target)
    if unit is None or unit.dimension != source.dimension:
        return None
    return source.factor / unit.factor


@dataclass(frozen=True)
class UnitRange:
    """Where the middle of a column must lie if its unit is right.

    Attributes
    ----------
    low, high : float
        In the column's unit.
    hint : str
        The unit, or units, that such values are more likely in.
    """

    low: float
    high: float
    hint: str


@cache
def unit_range(layer: str, column: str) -> UnitRange | None:
    """Return the plausible range of a column's median, or None where the unit cannot be told from the values."""
    for row in rows("unit_ranges"):
        if (row["layer"], row["column"]) == (layer, column):
            return UnitRange(float(row["low"]), float(row["high"]), row["hint"])
    return None
