"""The columns of every layer: alias, unit, origin, purpose, and whether they are personal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from .tables import rows

if TYPE_CHECKING:
    from pandas import DataFrame


class ColumnType(Enum):
    """How a column is stored; frames hold object, Int64, float64, boolean and datetime64[ns] respectively."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True)
class Column:
    """A column of a layer.

    Attributes
    ----------
    layer, name : str
    type : ColumnType
    alias_de, alias_en : str
        What a person reads, without the unit.
    unit : str
        As printed, for instance "kWh/(m²·a)"; empty for numbers without one and for text.
    values : str
        Name of the list in values.csv the column takes its values from; empty when free.
    origin : tuple of str
        Kinds of origin the values may have: measured, modelled, public.
    purpose : str
        wpg, public, consent or campaign (WPG §10 and §12 bind data collected for the plan to that purpose).
    personal : bool
        Deleted when due, never exported.
    recognised : tuple of str
        Names under which sources deliver it, lower case.
    personal_if_unlocated : bool
        Personal in rows without geometry only: a unit at somebody's home may bear their name.
    """

    layer: str
    name: str
    type: ColumnType
    alias_de: str
    alias_en: str
    unit: str
    values: str
    origin: tuple[str, ...]
    purpose: str
    personal: bool
    recognised: tuple[str, ...]
    personal_if_unlocated: bool = False

    def label(self, language: str = "de") -> str:
        """Alias with its unit in brackets, as legends and forms show it."""
        alias = self.alias_de if language == "de" else self.alias_en
        return f"{alias} [{self.unit}]" if self.unit else alias


def rounded(frame: DataFrame) -> DataFrame:
    """Frame with energies and densities as a person reads them: kWh to one decimal, MWh to four, densities to one.

    Sums over rounded rows stay those over exact ones to a millionth.
    """
    digits = {
        name: next(count for ending, count in _DIGITS if name.endswith(ending))
        for name in frame
        if name.endswith(tuple(ending for ending, _ in _DIGITS))
    }
    return frame.round(digits)


_DIGITS = (
    ("_mwh_a", 4), ("_mwh_ha", 1), ("_kwh_m2", 1), ("_kwh_m", 1), ("_kwh", 1), ("_percent", 1),
)  # fmt: skip


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _column(row: dict[str, str]) -> Column:
    return Column(
        layer=row["layer"],
        name=row["name"],
        type=ColumnType(row["type"]),
        alias_de=row["alias_de"],
        alias_en=row["alias_en"],
        unit=row["unit"],
        values=row["values"],
        origin=_split(row["origin"]),
        purpose=row["purpose"],
        personal=row["personal"] != "no",
        recognised=_split(row["recognised"].lower()),
        personal_if_unlocated=row["personal"] == "unlocated",
    )


@cache
def columns(layer: str) -> tuple[Column, ...]:
    """Columns of a layer in their order; empty for a layer the table does not know."""
    return tuple(_column(row) for row in rows("columns") if row["layer"] == layer)


@cache
def layers_with_columns() -> tuple[str, ...]:
    """Names of all layers the table describes, in its order."""
    return tuple(dict.fromkeys(row["layer"] for row in rows("columns")))
