"""Tables of a supply; those of other variants stay in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from ...reference.legal import legal_value, legal_values
from ...reference.load_tables import profile_of
from ..variants import run_key, variant_outcomes
from .climate import Climate
from .plants import SOLAR
from .supply import HOUSE_PUMPS, Supply, SupplySettings

SUPPLY, MONTHS, TOTALS = "network_supply", "network_supply_months", "network_supply_totals"
LAYERS = (SUPPLY, MONTHS, TOTALS)
_KWH_MWH = 1000.0
_STORE = "store"
_NOTHING_KWH = 1.0
_ABOVE_DESIGN = 1.05  # closer together they agree


@dataclass(frozen=True)
class Variant:
    """What is supplied.

    Attributes
    ----------
    name : str
    route_m : float
        Length of all pipes.
    proposed : bool
        Whether EnAct chose the plants.
    base_key : str
        Key of the sizing.
    """

    name: str
    route_m: float
    proposed: bool
    base_key: str = ""


def heat_by_profile(customers: pd.DataFrame, stock: pd.DataFrame) -> dict[str, float]:
    """Heat of the connected customers by standard load profile.

    Parameters
    ----------
    customers : DataFrame
        Layer ``network_customers`` of one variant.
    stock : DataFrame
        ``building_id``, ``use``, ``house_type``.

    Returns
    -------
    dict
        Profile to kWh.
    """
    connected = customers[customers["connection"] == "connected"]
    use = stock.set_index("building_id")
    of = connected["building_id"]
    uses = of.map(use["use"]).fillna("").astype(str)
    types = of.map(use["house_type"]).fillna("").astype(str)
    profile = [profile_of(one, house) for one, house in zip(uses, types)]
    heat = connected["heat_mwh_a"].to_numpy(dtype=float) * _KWH_MWH
    return pd.Series(heat).groupby(np.array(profile, dtype=object)).sum().to_dict()


def supply_layers(
    made: Supply,
    settings: SupplySettings,
    variant: Variant,
    climate: Climate,
    source: Source,
    before: dict[str, pd.DataFrame | None],
    tell: Callable[[Supply, SupplySettings, Climate], str],
) -> dict[str, Outcome]:
    """Make the tables of the workspace out of a supply.

    Parameters
    ----------
    made : Supply
    settings : SupplySettings
    variant : Variant
    climate : Climate
    source : Source
    before : dict
        Tables as they are; rows of other variants are carried over.
    tell : callable
        Assumptions and sources in words.

    Returns
    -------
    dict
        Layer to outcome.
    """
    totals = _totals(made, settings, variant)
    plants = _plants(made, variant.name)
    totals = totals.assign(
        figures=tell(made, settings, climate),
        from_key=variant.base_key,
        run_key=run_key(variant.base_key, plants, totals),
    )
    frames = {
        SUPPLY: plants,
        MONTHS: _months(made, variant.name, climate),
        TOTALS: totals,
    }
    findings = supply_findings(made, settings, variant)
    assumptions = ("supply_load", "supply_order", "supply_clean")
    return variant_outcomes(frames, before, variant.name, source, findings, assumptions)


def _plants(made: Supply, variant: str) -> pd.DataFrame:
    """One row per plant, and one for the store."""
    plants = made.plants
    solar = plants["plant"].eq("solar").to_numpy()
    table = pd.DataFrame(
        {
            "supply_id": [f"{variant}|{place + 1}" for place in range(len(plants))],
            "variant": variant,
            "rank": pd.array([*made.order, *[None] * (len(plants) - len(made.order))], dtype="Int64"),
            "plant": plants["plant"],
            "capacity_kw": np.where(solar, np.nan, plants["size"]),
            "collector_m2": np.where(solar, plants["size"], np.nan),
            "heat_mwh_a": plants["heat_kwh"] / _KWH_MWH,
            "share_percent": 100 * plants["heat_kwh"] / max(made.made_kwh, _NOTHING_KWH),
            "full_load_h": plants["full_load_h"],
            "carrier": plants["carrier"],
            "bought_mwh_a": plants["bought_kwh"] / _KWH_MWH,
            "electricity_mwh_a": plants["electricity_kwh"] / _KWH_MWH,
            "electricity_made_mwh_a": plants["electricity_made_kwh"] / _KWH_MWH,
            "performance": plants["cop"],
            "emissions_t_a": plants["emissions_t"],
            "clean_mwh_a": plants["clean_kwh"] / _KWH_MWH,
        }
    )
    return rounded(table.round(3))


def _months(made: Supply, variant: str, climate: Climate) -> pd.DataFrame:
    """Heat of each plant, and what the store takes and gives, by month."""
    month = climate.month()
    parts = {one.plant.kind.code: made.hours.heat[:, place] for place, one in enumerate(made.hourly)}
    if made.demand.house_kw is not None:
        parts[HOUSE_PUMPS] = made.demand.house_kw
    if made.store is not None:
        parts[_STORE] = made.hours.discharged - made.hours.charged
    frames = [
        pd.DataFrame(
            {
                "month_id": [f"{variant}|{code}|{number}" for number in range(1, 13)],
                "variant": variant,
                "month": np.arange(1, 13),
                "plant": code,
                "heat_mwh": (np.bincount(month, heat, 13)[1:] / _KWH_MWH).round(3),
            }
        )
        for code, heat in parts.items()
    ]
    return pd.concat(frames, ignore_index=True)


def installed_kw(made: Supply) -> float:
    """Power of the plants that feed the network, collectors aside."""
    return sum(one.plant.size for one in made.hourly if one.plant.kind.code != SOLAR)


def short_from(clean_share: float) -> int | None:
    """First year whose legal share for heat networks a share does not reach; None where it reaches all."""
    limits = legal_values("network_share_existing")
    return next((year for year, least in limits.items() if clean_share < least - 1e-9), None)


def _totals(made: Supply, settings: SupplySettings, variant: Variant) -> pd.DataFrame:
    """The supply in one row."""
    clean = made.share("clean_kwh")
    least = legal_value("network_share_new", settings.year) or 0.0
    sold = made.demand.sold_mwh
    row = {
        "variant": variant.name,
        "proposed": variant.proposed,
        "sold_mwh_a": sold,
        "fed_mwh_a": float(made.demand.load_kw.sum()) / _KWH_MWH,
        "load_peak_kw": float(made.demand.load_kw.max()),
        "design_peak_kw": made.demand.peak_kw,
        "installed_kw": installed_kw(made),
        "store_m3": settings.store_m3 or None,
        "stored_mwh_a": float(made.hours.discharged.sum()) / _KWH_MWH if made.store else None,
        "unmet_mwh_a": float(made.hours.unmet.sum()) / _KWH_MWH,
        "clean_percent": 100 * clean,
        "biomass_percent": 100 * made.share("biomass_kwh"),
        "least_new_percent": 100 * least,
        "meets_new": bool(clean >= least - 1e-9),
        "short_from": short_from(clean),
        "emissions_t_a": made.emissions_t(),
        "emissions_t_mwh": made.emissions_t() / sold,
        "factor_set": settings.factor_set,
        "factor_year": settings.year,
    }
    frame = pd.DataFrame([row])
    figures = frame.select_dtypes("float").columns
    return rounded(frame.assign(**{name: frame[name].round(4) for name in figures}))


def supply_findings(made: Supply, settings: SupplySettings, variant: Variant) -> tuple[Finding, ...]:
    """What a planner should know of a supply."""
    clean = made.share("clean_kwh")
    found: list[Finding] = []
    if variant.proposed:
        code = "supply_proposed_cold" if settings.kind.heat_pump_per_building else "supply_proposed"
        found.append(Finding(code, severity=Severity.NOTE))
    unmet = float(made.hours.unmet.sum())
    if unmet > _NOTHING_KWH:
        values = {"mwh": round(unmet / _KWH_MWH, 1), "hours": int((made.hours.unmet > 0).sum())}
        found.append(Finding("supply_unmet", values=values))
    installed = installed_kw(made)
    if installed < made.demand.peak_kw:
        values = {"installed_kw": round(installed), "peak_kw": round(made.demand.peak_kw)}
        found.append(Finding("supply_below_peak", values=values))
    peak = float(made.demand.load_kw.max())
    if peak > _ABOVE_DESIGN * made.demand.peak_kw:
        values = {"load_kw": round(peak), "peak_kw": round(made.demand.peak_kw)}
        found.append(Finding("supply_peak_above_design", values=values))
    idle = made.plants.loc[made.plants["heat_kwh"] < _NOTHING_KWH, "plant"]
    found += [Finding("supply_idle", severity=Severity.NOTE, values={"supply_plant": code}) for code in idle]
    found += _law(made, settings, variant, clean)
    lacking = made.factors.index[made.factors["factor_t_mwh"].isna()]
    used = [one for one in lacking if made.plants.loc[made.plants["carrier"].eq(one), "bought_kwh"].sum() > 0]
    if used:
        values = {"heat_carriers": ", ".join(used), "emission_set": settings.factor_set}
        found.append(Finding("supply_factor_missing", values=values))
    return tuple(found)


def _law(made: Supply, settings: SupplySettings, variant: Variant, clean: float) -> list[Finding]:
    """Shares that the law asks of heat networks."""
    found = []
    least = legal_value("network_share_new", settings.year) or 0.0
    values = {"percent": round(100 * clean, 1), "least": round(100 * least)}
    met = clean >= least - 1e-9
    found.append(
        Finding("supply_new_met" if met else "supply_new_short",
                severity=Severity.NOTE if met else Severity.WARNING, values=values)
    )  # fmt: skip
    year = short_from(clean)
    if year is not None:
        asked = round(100 * (legal_value("network_share_existing", year) or 0.0))
        found.append(Finding("supply_share_short", values=values | {"year": year, "least": asked}))
    long = legal_value("network_long_m", settings.year) or np.inf
    most = legal_value("network_biomass_share_long", settings.year) or 1.0
    biomass = made.share("biomass_kwh")
    if variant.route_m > long and biomass > most:
        values = {"percent": round(100 * biomass, 1), "most": round(100 * most), "km": round(long / 1000)}
        found.append(Finding("supply_biomass_much", values=values))
    return found
