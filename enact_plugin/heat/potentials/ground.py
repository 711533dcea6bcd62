"""Heat from ground probes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from ...reference.tables import rows
from .drilling import RULES, LandOf, Lots, Permission
from .tables import KWH_PER_MWH, M2_PER_HA, layer_columns, rule

LAYER = "potentials_ground"
_W_PER_KW = 1000.0


def ground_potential(lots: Lots, zones: np.ndarray, permission: np.ndarray, source: Source) -> Outcome:
    """Heat that probes on each lot could give through heat pumps, whatever is needed there.

    ``probes = usable share × area of the zone / distance²`` and one at least on a parcel; ``heat = probes × depth ×
    extraction × full load hours / share of the source in the heat``, halved for the probes beyond a small field.
    Richtwerte of VDI 4640 part 2 (2001); the underground of the place is not known.

    Parameters
    ----------
    lots : Lots, n
    zones : ndarray, shape (n,)
    permission : ndarray, shape (n,)
        Both of `drilling.permissions`.
    source : Source

    Returns
    -------
    Outcome
        `frame`: layer ``potentials_ground``, one row per lot with a probe; ``permission`` of `drilling.Permission`,
        ``note`` the code ``probe_field``. Dropped: ``ground_no_space``,
        ``ground_excluded``. Finding: ``ground_total``.
    """
    area = shapely.area(zones)
    probes = probe_count(area, lots.land)
    alone = rule(RULES, "field_probes")
    counted = np.minimum(probes, alone) + rule(RULES, "field_factor") * np.maximum(probes - alone, 0)
    from_ground_kw = counted * rule(RULES, "probe_depth_m") * rule(RULES, "extraction_w_m") / _W_PER_KW
    power_kw = from_ground_kw / source_share()
    excluded = permission == Permission.EXCLUDED.value
    used = (probes > 0) & ~excluded
    field = np.where(probes > alone, "probe_field", None)
    table = pd.DataFrame(
        {
            "potential_id": lots.keys,
            "name": lots.names,
            "heat_carrier": "shallow_geothermal",
            "heat_mwh_a": power_kw * rule(RULES, "full_load_h") / KWH_PER_MWH,
            "power_kw": power_kw,
            "probes": probes,
            "depth_m": rule(RULES, "probe_depth_m"),
            "extraction_w_m": rule(RULES, "extraction_w_m"),
            "permission": permission,
            "area_ha": area / M2_PER_HA,
            "note": field,
        }
    )[layer_columns(LAYER)]
    frame = GeoDataFrame(rounded(table), geometry=lots.shapes, crs=lots.crs)[used].reset_index(drop=True)
    dropped = {"ground_excluded": int(excluded.sum()), "ground_no_space": int((~used & ~excluded).sum())}
    values = {
        "lots": len(frame),
        "probes": int(frame["probes"].sum()),
        "mwh": round(float(frame["heat_mwh_a"].sum())),
    }
    findings = (Finding("ground_total", severity=Severity.NOTE, values=values),)
    kept = {reason: count for reason, count in dropped.items() if count}
    assumptions = ("ground_figures", "ground_not_limited", f"ground_of_{lots.land.value}")
    return Outcome(frame, source, len(lots.keys), kept, 0, findings, assumptions)


def probe_count(area_m2: np.ndarray, land: LandOf) -> np.ndarray:
    """Probes that find room in zones of this area; one at least in any of a parcel that is not tiny.

    Parameters
    ----------
    area_m2 : ndarray, shape (n,)
    land : LandOf

    Returns
    -------
    ndarray of int, shape (n,)
    """
    share = rule(RULES, "usable_share_parcel" if land is LandOf.PARCELS else "usable_share_free")
    count = np.floor(share * area_m2 / rule(RULES, "probe_distance_m") ** 2)
    if land is LandOf.PARCELS:
        count = np.where(area_m2 >= rule(RULES, "min_zone_m2"), np.maximum(count, 1), 0)
    return count.astype(int)


def source_share() -> float:
    """Share of the ground in the heat of a ground-source heat pump, the rest is electricity (`supply_ways.csv`)."""
    return next(
        float(row["final_per_useful"])
        for row in rows("supply_ways")
        if row["way"] == "ground_heat_pump" and row["carrier"] == "ambient"
    )
