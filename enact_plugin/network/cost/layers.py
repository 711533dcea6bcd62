"""Layers of the cost of heat; those of other variants stay in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...reference.legal import legal_value
from ...reference.network_tables import network_kind
from ..supply.supply import HOUSE_PUMPS
from ..tables import Figures
from ..variants import variant_outcomes
from .decentral import Decentral, cheapest_heaters
from .lcoh import HOUSE_POWER, Case, HeatCost, NetworkFacts, Works, cost_of_heat
from .uncertainty import Fleet, Spread, sensitivity, spread

COST, COST_PARTS, SENSITIVITY = "network_heat_cost", "network_cost_parts", "network_sensitivity"
COMPARISON = "network_comparison"
LAYERS = (COMPARISON, COST, COST_PARTS, SENSITIVITY)
_KWH_MWH, _CENT = 1000.0, 100.0
_COLLECTORS, _BUILDING_NETWORK = "collector_m2", "building_network"
_UNMET_SHARE = 0.005  # of the heat fed in; less is rounding and single hours


@dataclass(frozen=True)
class Costed:
    """The cost of heat of a variant, and all beside it.

    Attributes
    ----------
    variant : str
    base_key : str
        Key of the supply, else of the sizing.
    first_year : int
        Year from which single heaters would be installed.
    facts : NetworkFacts
    cost : HeatCost
    alone : Decentral
    customers : GeoDataFrame
        Those that can connect, in the order of `alone`, each with its whole heat.
    sensitivity : DataFrame
    spread : Spread
    """

    variant: str
    base_key: str
    first_year: int
    facts: NetworkFacts
    cost: HeatCost
    alone: Decentral
    customers: GeoDataFrame
    sensitivity: pd.DataFrame
    spread: Spread


def whole_customers(customers: GeoDataFrame, connection: float) -> GeoDataFrame:
    """Customers that the pipes reach, each with its whole heat.

    A proposal with a connection rate below one counts that share of each building's heat, because nobody knows who will
    connect; a heater of one's own has to give all of it.

    Parameters
    ----------
    customers : GeoDataFrame
        Layer ``network_customers`` of one variant.
    connection : float
        Connection rate of the proposal, in (0, 1].

    Returns
    -------
    GeoDataFrame
    """
    found = customers[customers["connection"] == "connected"].reset_index(drop=True)
    return found.assign(heat_mwh_a=found["heat_mwh_a"] / connection, power_kw=found["power_kw"] / connection)


def by_building(customers: GeoDataFrame) -> GeoDataFrame:
    """Customers of one building together: it has one heater of its own, however many stations it would have."""
    if not customers["building_id"].duplicated().any():
        return customers
    groups = customers.groupby("building_id", sort=True)
    rows = groups.first()[["variant", "street"]].join(groups[["heat_mwh_a", "power_kw"]].sum()).reset_index()
    numbers = groups["house_number"].agg(lambda given: ", ".join(given.dropna().astype(str)))
    shapes = groups["geometry"].agg(lambda given: shapely.union_all(given.to_numpy()))
    rows = rows.assign(
        house_number=numbers.to_numpy(), customer_id=rows["variant"] + "|" + rows["building_id"].astype(str)
    )
    return GeoDataFrame(rows, geometry=shapes.to_numpy(), crs=customers.crs)


def network_facts(
    sizing: pd.DataFrame,
    customers: pd.DataFrame,
    connection: float,
    supply: tuple[pd.DataFrame, pd.DataFrame] | None,
    figures: Figures,
) -> NetworkFacts:
    """What the layers of a variant say of a network.

    Parameters
    ----------
    sizing : DataFrame
        Row of ``network_sizing``.
    customers : DataFrame
        As `whole_customers` gives them.
    connection : float
        Share of them that is expected to connect.
    supply : tuple of DataFrame or None
        Rows of ``network_supply`` and the row of ``network_supply_totals``; None where heat is bought.
    figures : Figures

    Returns
    -------
    NetworkFacts

    Raises
    ------
    EnactError
        ``network_plant_unknown``, ``supply_incomplete``.
    """
    row = sizing.iloc[0]
    works = None
    if supply is not None:
        plants, totals = supply
        unmet, fed = float(totals["unmet_mwh_a"].iloc[0]), float(totals["fed_mwh_a"].iloc[0])
        if unmet > _UNMET_SHARE * fed:
            raise EnactError("supply_incomplete", mwh=round(unmet, 1), algorithm="enact:networksupply")
        kinds = figures.tables.plants
        strange = sorted(set(plants["plant"]) - set(kinds))
        if strange:
            raise EnactError("network_plant_unknown", plants=", ".join(strange))
        of_houses = plants["plant"].eq(HOUSE_PUMPS)
        house_kwh = float(plants.loc[of_houses, "electricity_mwh_a"].sum()) * _KWH_MWH
        plants = plants[~of_houses]
        size = plants["capacity_kw"].fillna(plants[_COLLECTORS]).astype(float)
        bought = plants.groupby("carrier")["bought_mwh_a"].sum() * _KWH_MWH
        # electricity that lifts heat of another carrier
        lifting = plants.loc[plants["carrier"].ne("electricity"), "electricity_mwh_a"].sum() * _KWH_MWH
        bought["electricity"] = bought.get("electricity", 0.0) + lifting
        bought[HOUSE_POWER] = house_kwh
        store = totals["store_m3"].iloc[0]
        works = Works(
            tuple((kinds[code], float(one)) for code, one in zip(plants["plant"], size)),
            0.0 if pd.isna(store) else float(store),
            {carrier: float(kwh) for carrier, kwh in bought.items() if kwh > 0},
            float(plants["electricity_made_mwh_a"].sum()) * _KWH_MWH,
        )
    return NetworkFacts(
        float(row["investment_eur"]),
        len(customers) * connection,
        float(customers["power_kw"].sum()) * connection,
        float(row["heat_mwh_a"]) * _KWH_MWH,
        float(row["loss_mwh_a"]) * _KWH_MWH,
        float(row["pump_kw"]),
        works,
        figures.house_share(network_kind(str(row["network_kind"]))),
        np.nan if supply is None else float(supply[1]["clean_percent"].iloc[0]) / 100,
        str(row["network_kind"]) == _BUILDING_NETWORK,
    )


def costed(
    named: tuple[str, str], facts: NetworkFacts, customers: GeoDataFrame, first_year: int, figures: Figures
) -> Costed:
    """Cost of heat of a variant, of single heaters beside it, and how far it may stray.

    Parameters
    ----------
    named : tuple of str
        Variant, and key of the supply, else of the sizing.
    facts : NetworkFacts
    customers : GeoDataFrame
        As `whole_customers` gives them.
    first_year : int
    figures : Figures

    Returns
    -------
    Costed

    Raises
    ------
    EnactError
        Those of `cost_of_heat` and `sensitivity`.
    """
    cost = cost_of_heat(facts, Case(figures["interest"]), figures)
    customers = by_building(customers)
    heat = customers["heat_mwh_a"].to_numpy(dtype=float) * _KWH_MWH
    power = customers["power_kw"].to_numpy(dtype=float)
    alone = cheapest_heaters(heat, power, first_year, figures["interest"], figures)
    fleets = {
        str(code): Fleet(float(heat[alone.heater == code].sum()), float(power[alone.heater == code].sum()),
                         int((alone.heater == code).sum()))
        for code in np.unique(alone.heater)
    }  # fmt: skip
    return Costed(
        *named, first_year, facts, cost, alone, customers, sensitivity(facts, figures),
        spread(facts, fleets, first_year, figures),
    )  # fmt: skip


def cost_layers(
    made: Costed, source: Source, before: dict[str, pd.DataFrame | None], tell: Callable[[Costed], str]
) -> dict[str, Outcome]:
    """Make the layers of the workspace out of the cost of a variant.

    Parameters
    ----------
    made : Costed
    source : Source
    before : dict
        Layers as they are; rows of other variants are carried over.
    tell : callable
        Assumptions and sources in words.

    Returns
    -------
    dict
        Layer to outcome.
    """
    frames = {
        COMPARISON: _comparison(made),
        COST: _summary(made).assign(figures=tell(made)),
        COST_PARTS: _parts(made),
        SENSITIVITY: _sensitivity(made),
    }
    assumptions = ("heat_cost_annuity", "heat_cost_alone", "heat_cost_spread")
    return variant_outcomes(frames, before, made.variant, source, cost_findings(made), assumptions)


def _comparison(made: Costed) -> GeoDataFrame:
    """Each connected building: its heat from the network at the mean cost, and by itself."""
    customers = made.customers
    heat = customers["heat_mwh_a"].to_numpy(dtype=float)
    price = float(made.cost.ct_kwh)
    alone = _CENT * made.alone.eur_a / (heat * _KWH_MWH)
    table = {
        "comparison_id": customers["customer_id"].to_numpy(),
        "variant": made.variant,
        "building_id": customers["building_id"].to_numpy(),
        "street": customers["street"].to_numpy(),
        "house_number": customers["house_number"].to_numpy(),
        "heat_mwh_a": heat,
        "network_ct_kwh": round(price, 2),
        "alone_ct_kwh": alone.round(2),
        "heater": made.alone.heater,
        "difference_percent": (100 * (price / alone - 1)).round(1),
        "network_eur_a": (heat * _KWH_MWH * price / _CENT).round(),
        "alone_eur_a": made.alone.eur_a.round(),
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=customers.geometry.to_numpy(), crs=customers.crs)


def _summary(made: Costed) -> pd.DataFrame:
    """The cost in one row."""
    heat_kwh = made.customers["heat_mwh_a"].sum() * _KWH_MWH
    alone = _CENT * float(made.alone.eur_a.sum()) / heat_kwh
    price = float(made.cost.ct_kwh)
    own = _CENT * made.alone.eur_a / (made.customers["heat_mwh_a"].to_numpy(dtype=float) * _KWH_MWH)
    invest = {part: float(eur) for part, eur in made.cost.invest_eur.items()}
    row = {
        "variant": made.variant,
        "with_supply": made.facts.works is not None,
        "first_year": made.first_year,
        "customers": len(made.customers),
        "sold_mwh_a": made.facts.sold_kwh / _KWH_MWH,
        "network_ct_kwh": round(price, 2),
        "low_ct_kwh": round(made.spread.low_ct_kwh, 2),
        "middle_ct_kwh": round(made.spread.middle_ct_kwh, 2),
        "high_ct_kwh": round(made.spread.high_ct_kwh, 2),
        "alone_ct_kwh": round(alone, 2),
        "cheaper_percent": round(100 * made.spread.cheaper_share, 1),
        "cheaper_buildings": int((own > price).sum()),
        "investment_eur": round(sum(invest.values())),
        "investment_pipes_eur": round(invest["pipes"]),
        "investment_stations_eur": round(invest["stations"]),
        "investment_plants_eur": round(invest["plants"]),
        "network_eur_a": round(float(made.cost.total_eur_a)),
        "from_key": made.base_key,
    }
    return pd.DataFrame([row])


def _parts(made: Costed) -> pd.DataFrame:
    """Parts of the cost, in the order in which they are shown."""
    parts = {part: float(eur) for part, eur in made.cost.parts_eur_a.items()}
    sold = float(made.cost.sold_kwh)
    return pd.DataFrame(
        {
            "part_id": [f"{made.variant}|{part}" for part in parts],
            "variant": made.variant,
            "number": np.arange(1, len(parts) + 1),
            "cost_part": list(parts),
            "part_eur_a": [round(eur) for eur in parts.values()],
            "part_ct_kwh": [round(_CENT * eur / sold, 3) for eur in parts.values()],
        }
    )


def _sensitivity(made: Costed) -> pd.DataFrame:
    """One figure after the other, the weightiest first."""
    table = made.sensitivity
    return pd.DataFrame(
        {
            "row_id": [f"{made.variant}|{name}" for name in table["name"]],
            "variant": made.variant,
            "number": np.arange(1, len(table) + 1),
            "uncertainty": table["name"],
            "low_value": table["low"],
            "high_value": table["high"],
            "low_ct_kwh": table["low_ct_kwh"].round(2),
            "high_ct_kwh": table["high_ct_kwh"].round(2),
        }
    )


def cost_findings(made: Costed) -> tuple[Finding, ...]:
    """What a planner should know of the cost of heat."""
    row = _summary(made).iloc[0]
    note = Severity.NOTE
    values = {name: float(row[f"{name}_ct_kwh"]) for name in ("network", "low", "high", "alone")}
    found = [
        Finding("heat_cost_found", severity=note, values=values),
        Finding(
            "heat_cost_cheaper",
            severity=note,
            values={"count": int(row["cheaper_buildings"]), "total": int(row["customers"]),
                    "percent": float(row["cheaper_percent"])},
        ),
    ]  # fmt: skip
    found += _subsidy(made)
    if made.facts.works is None:
        found.append(Finding("heat_cost_without_supply", values={"algorithm": "enact:networksupply"}))
    return tuple(found)


def _subsidy(made: Costed) -> list[Finding]:
    """Whether the subsidy that was deducted is to be expected at all."""
    given = -float(made.cost.parts_eur_a["subsidy"])
    least = legal_value("subsidy_share_new", made.first_year) or 0.0
    clean = made.facts.clean_share
    doubtful = made.facts.building_network or (np.isfinite(clean) and clean < least)
    if not doubtful or given < 1:
        return []
    values = {"eur": round(given), "least": round(100 * least)}
    return [Finding("heat_cost_subsidy_doubtful", values=values)]
