"""Solar thermal collectors on roofs."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from .roof_pv import counts, surface_notes
from .solar import RULES, collector_factor, left_out, usable_m2
from .tables import KWH_PER_MWH, SEPARATOR, layer_columns, rule

LAYER = "potentials_solar_thermal"
COMPETES = "competes_with_pv"  # the same roof: either figure holds, never their sum


def solar_thermal(roofs: GeoDataFrame, source: Source, demand: pd.DataFrame | None = None) -> Outcome:
    """Heat of solar collectors on roof surfaces.

    ``heat = area × usable share × irradiation on the surface × collector yield``. Where the demand is known, no more
    than a share of the building's hot water and space heat is of use; the best surfaces are used first. The roofs are
    those of the photovoltaics: each row says so, and the two must not be added up.

    Parameters
    ----------
    roofs : GeoDataFrame, shape (n,)
        Of `stock.roofs.read_roofs`.
    source : Source
        Whom the roofs come from.
    demand : DataFrame or None
        ``building_id`` (unique), ``space_heat_kwh``, ``hot_water_kwh`` per year. Buildings without a row have no use
        for heat. None: what the roofs could deliver.

    Returns
    -------
    Outcome
        `frame`: layer ``potentials_solar_thermal``, one row per used surface; ``roof_area_m2`` is the whole surface;
        ``note`` holds codes (``competes_with_pv``, ``flat_south``, ``azimuth_unknown``, ``limited_by_demand``).
        Dropped: as photovoltaics, and ``solar_no_demand``, ``solar_demand_met``. Findings: ``solar_thermal_total``.
    """
    factor = collector_factor(roofs)
    reason = left_out(roofs, factor)
    irradiation = rule(RULES, "optimum_irradiation_kwh_m2") * factor
    possible = usable_m2(roofs, "flat_collector_cover") * irradiation * rule(RULES, "collector_yield")
    possible = np.where(reason == "", possible, 0.0)
    heat = possible
    if demand is not None:
        limit = roofs["building_id"].map(_useful_kwh(demand)).fillna(0.0).to_numpy()
        heat = _best_first(roofs["building_id"], factor, possible, limit)
        reason = np.where((reason == "") & (limit <= 0), "solar_no_demand", reason)
        reason = np.where((reason == "") & (heat <= 0), "solar_demand_met", reason)
    used = reason == ""
    frame = _frame(roofs[used], heat[used], limited=(heat < possible * (1 - 1e-9))[used])
    values = {
        "buildings": int(frame["building_id"].nunique()),
        "mwh": round(float(frame["heat_mwh_a"].sum())),
    }
    findings = (Finding("solar_thermal_total", severity=Severity.NOTE, values=values),)
    assumptions = ("solar_yield_model", "solar_usable_share", "solar_competes")
    return Outcome(frame, source, len(roofs), counts(reason), 0, findings, assumptions)


def _useful_kwh(demand: pd.DataFrame) -> pd.Series:
    """Heat of the sun a building can make use of, by building."""
    useful = demand["hot_water_kwh"].fillna(0.0) * rule(RULES, "max_hot_water_share") + demand[
        "space_heat_kwh"
    ].fillna(0.0) * rule(RULES, "max_space_heat_share")
    return pd.Series(useful.to_numpy(), index=demand["building_id"])


def _best_first(
    building: pd.Series, factor: np.ndarray, possible: np.ndarray, limit: np.ndarray
) -> np.ndarray:
    """Share the limit of a building among its surfaces, highest yield first."""
    table = pd.DataFrame({"building": building.to_numpy(), "factor": factor, "possible": possible})
    ordered = table.sort_values(["factor", "possible"], ascending=False, kind="stable")
    before = ordered.groupby("building")["possible"].cumsum() - ordered["possible"]
    left = np.maximum(limit - before.sort_index().to_numpy(), 0.0)
    return np.minimum(possible, left)


def _frame(used: GeoDataFrame, heat_kwh: np.ndarray, limited: np.ndarray) -> GeoDataFrame:
    special = surface_notes(used, "flat_south")
    note = special.map(lambda code: SEPARATOR + code, na_action="ignore").fillna("")
    note = COMPETES + note + np.where(limited, SEPARATOR + "limited_by_demand", "")
    columns = {
        "potential_id": used["roof_id"],
        "name": None,
        "building_id": used["building_id"],
        "heat_mwh_a": heat_kwh / KWH_PER_MWH,
        "roof_area_m2": used["area_m2"],
        "azimuth_deg": used["azimuth_deg"],
        "tilt_deg": used["tilt_deg"],
        "note": note,
    }
    table = pd.DataFrame(columns)[layer_columns(LAYER)]
    return GeoDataFrame(table, geometry=used.geometry.to_numpy(), crs=used.crs).reset_index(drop=True)
