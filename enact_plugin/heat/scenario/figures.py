"""The figures of a scenario: from a preset, changed by the planner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache

import numpy as np

from ...errors import EnactError
from ...reference.tables import rows
from ..demand.refurbished import Depth

WAYS = ("air_heat_pump", "ground_heat_pump", "biomass", "direct_electric")
YEARS = (2030, 2035, 2040)  # WPG Anlage 2 III; the target year comes on top, years beyond it are left out
LAST_YEAR = 2045  # WPG § 1
_BASE = "base"
_MAX_LOSS = 0.9


@dataclass(frozen=True)
class Figures:
    """What a scenario assumes.

    Attributes
    ----------
    base_year, target_year : int
    refurbishment_rate, exchange_rate, demolition_rate : float
        Shares per year: of floor area refurbished, of fossil heaters exchanged, of heat that goes with demolition.
    depth : Depth
    connection_rate : float
        Share of the heat in heat network areas connected by the target year.
    mix : tuple of float
        Shares of WAYS among new decentral heaters; they sum to one.
    biomethane_share : float
        Of what the gas network still supplies in the target year.
    new_floor_area_m2_a, new_need_kwh_m2 : float
        Floor area built per year, and its useful heat with hot water.
    network_loss : float
        Share of the heat fed into heat networks that is lost.
    network_mix : mapping
        Year to carrier to share of the heat fed into heat networks; linear between the years.
    """

    base_year: int
    target_year: int
    refurbishment_rate: float
    exchange_rate: float
    demolition_rate: float
    depth: Depth
    connection_rate: float
    mix: tuple[float, ...]
    biomethane_share: float
    new_floor_area_m2_a: float
    new_need_kwh_m2: float
    network_loss: float
    network_mix: Mapping[int, Mapping[str, float]]

    @property
    def years(self) -> tuple[int, ...]:
        """Base year, the years of the law that lie between, target year."""
        between = (year for year in YEARS if self.base_year < year < self.target_year)
        return (self.base_year, *between, self.target_year)

    def passed(self, year: int) -> int:
        """Years since the base."""
        return year - self.base_year

    def network_shares(self, year: int) -> dict[str, float]:
        """Carriers of the heat fed into networks in a year; they sum to one."""
        known = sorted(self.network_mix)
        carriers = dict.fromkeys(carrier for mix in self.network_mix.values() for carrier in mix)
        return {
            carrier: float(np.interp(year, known, [self.network_mix[at].get(carrier, 0.0) for at in known]))
            for carrier in carriers
        }


@cache
def presets() -> tuple[str, ...]:
    """Codes of the presets."""
    return tuple(dict.fromkeys(row["preset"] for row in rows("scenario_figures")))


def figures(
    preset: str, base_year: int, target_year: int, changes: Mapping[str, float] | None = None
) -> Figures:
    """Figures of a preset with what the planner changed.

    Parameters
    ----------
    preset : str
    base_year, target_year : int
    changes : mapping or None
        Name of a figure to its value.

    Returns
    -------
    Figures

    Raises
    ------
    EnactError
        ``scenario_preset_unknown``, ``scenario_years_reversed``, ``scenario_target_too_late``,
        ``scenario_figure_unknown``, ``scenario_share_out_of_range``, ``scenario_negative``,
        ``scenario_mix_not_one``.
    """
    if preset not in presets():
        raise EnactError("scenario_preset_unknown", preset=preset, options=", ".join(presets()))
    if target_year <= base_year:
        raise EnactError("scenario_years_reversed", base_year=base_year, year=target_year)
    if target_year > LAST_YEAR:
        raise EnactError("scenario_target_too_late", year=target_year, latest=LAST_YEAR)
    given = {row["name"]: row["value"] for row in rows("scenario_figures") if row["preset"] == preset}
    depth = Depth(given.pop("depth"))
    values = {name: float(value) for name, value in given.items()}
    strange = sorted(set(changes or {}) - set(values))
    if strange:
        raise EnactError(
            "scenario_figure_unknown", names=", ".join(strange), options=", ".join(sorted(values))
        )
    values |= dict(changes or {})
    mix = tuple(values.pop(f"mix_{way}") for way in WAYS)
    made = Figures(
        base_year=base_year, target_year=target_year, depth=depth, mix=mix,
        network_mix=_network_mix(preset, base_year), **values,
    )  # fmt: skip
    _check(made)
    return made


def with_depth(made: Figures, depth: Depth) -> Figures:
    """The same with another depth of refurbishment."""
    return replace(made, depth=depth)


def as_text(made: Figures) -> dict[str, float | str]:
    """Figures by their name, for the record."""
    plain = {field.name: getattr(made, field.name) for field in fields(made)}
    plain["depth"] = made.depth.value
    plain |= {f"mix_{way}": share for way, share in zip(WAYS, plain.pop("mix"))}
    for year, mix in plain.pop("network_mix").items():
        plain |= {f"network_{year}_{carrier}": share for carrier, share in mix.items()}
    return plain


def _network_mix(preset: str, base_year: int) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = {}
    for row in rows("scenario_network_mix"):
        if row["preset"] == preset:
            year = base_year if row["year"] == _BASE else int(row["year"])
            found.setdefault(year, {})[row["carrier"]] = float(row["share"])
    # years of the table that lie behind the base say nothing any more
    return {year: mix for year, mix in found.items() if year >= base_year}


def _check(made: Figures) -> None:
    shares = {
        "refurbishment_rate": made.refurbishment_rate,
        "exchange_rate": made.exchange_rate,
        "demolition_rate": made.demolition_rate,
        "connection_rate": made.connection_rate,
        "biomethane_share": made.biomethane_share,
        "network_loss": made.network_loss,
        **{f"mix_{way}": share for way, share in zip(WAYS, made.mix)},
    }
    for name, value in shares.items():
        if not 0 <= value <= (_MAX_LOSS if name == "network_loss" else 1):
            raise EnactError("scenario_share_out_of_range", name=name, value=value)
    for name in ("new_floor_area_m2_a", "new_need_kwh_m2"):
        if getattr(made, name) < 0:
            raise EnactError("scenario_negative", name=name, value=getattr(made, name))
    if abs(sum(made.mix) - 1) > 1e-6:
        raise EnactError("scenario_mix_not_one", sum=round(100 * sum(made.mix), 1))
