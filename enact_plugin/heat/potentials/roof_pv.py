"""Photovoltaics on roofs."""

from __future__ import annotations

import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from .solar import RULES, is_flat, left_out, module_factor, usable_m2
from .tables import KWH_PER_MWH, layer_columns, rule

LAYER = "potentials_roof_pv"


def roof_pv(roofs: GeoDataFrame, source: Source) -> Outcome:
    """Power and yield of photovoltaics on roof surfaces.

    ``power = area × usable share × module power``, ``yield = power × specific yield of the best surface × factor by
    azimuth and tilt``. Flat roofs carry modules to the east and west in turn. A technical potential: shade, statics,
    heritage protection and what is there already are not looked at.

    Parameters
    ----------
    roofs : GeoDataFrame, shape (n,)
        Of `stock.roofs.read_roofs`.
    source : Source
        Whom the roofs come from.

    Returns
    -------
    Outcome
        `frame`: layer ``potentials_roof_pv``, one row per used surface; ``note`` holds codes
        (``flat_east_west``, ``azimuth_unknown``). Findings: ``roof_pv_total``.
    """
    factor = module_factor(roofs)
    reason = left_out(roofs, factor)
    used = roofs[reason == ""]
    power_kw = usable_m2(used, "flat_ground_cover") * rule(RULES, "module_kwp_m2")
    specific = rule(RULES, "optimum_kwh_kwp") * factor[reason == ""]
    columns = {
        "potential_id": used["roof_id"],
        "name": None,
        "building_id": used["building_id"],
        "power_kw": power_kw,
        "electricity_mwh_a": power_kw * specific / KWH_PER_MWH,
        "roof_area_m2": used["area_m2"],
        "azimuth_deg": used["azimuth_deg"],
        "tilt_deg": used["tilt_deg"],
        "note": surface_notes(used, "flat_east_west"),
    }
    frame = GeoDataFrame(
        pd.DataFrame(columns)[layer_columns(LAYER)], geometry=used.geometry.to_numpy(), crs=roofs.crs
    ).reset_index(drop=True)
    values = {
        "buildings": int(frame["building_id"].nunique()),
        "mw": round(float(frame["power_kw"].sum()) / 1000, 1),
        "mwh": round(float(frame["electricity_mwh_a"].sum())),
    }
    findings = (Finding("roof_pv_total", severity=Severity.NOTE, values=values),)
    assumptions = ("solar_yield_model", "solar_usable_share", "solar_competes")
    return Outcome(frame, source, len(roofs), counts(reason), 0, findings, assumptions)


def surface_notes(roofs: pd.DataFrame, on_flat: str) -> pd.Series:
    """Codes of what is special about a surface; None where nothing is."""
    notes = pd.Series([None] * len(roofs), index=roofs.index, dtype=object)
    notes[is_flat(roofs)] = on_flat
    notes[roofs["azimuth_deg"].isna() & ~is_flat(roofs)] = "azimuth_unknown"
    return notes


def counts(reason: pd.Series) -> dict[str, int]:
    """Number of rows per reason, without the rows that have none."""
    found = pd.Series(reason, dtype=object).value_counts()
    return {str(name): int(count) for name, count in found.items() if name}
