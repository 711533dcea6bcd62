"""Buildings that use much heat (map 7 of WPG Anlage 2)."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from ...reference.heat_rules import heat_rule

LAYER = "large_heat_users"
_KWH_MWH = 1000.0


def large_heat_users(stock: GeoDataFrame, demand: GeoDataFrame, source: Source) -> Outcome:
    """Buildings whose final energy for heat reaches ``large_user_mwh_a`` of heat_rules.csv.

    A total of a group of addresses stays one of the group: buildings that share one are not listed, because a single
    figure would be read as theirs.

    Parameters
    ----------
    stock : GeoDataFrame
        Layer ``building_stock``: ``building_id``, ``use``, ``name``.
    demand : GeoDataFrame
        Layer ``building_demand``.
    source : Source

    Returns
    -------
    Outcome
        `frame`: layer ``large_heat_users``, a point inside each building, largest first. Names of homes are left out.
    """
    limit = heat_rule("large_user_mwh_a")
    final = demand["final_energy_kwh"].to_numpy(dtype=float) / _KWH_MWH
    shared = demand["demand_source"].eq("measured_group").to_numpy()
    large = np.nan_to_num(final) >= limit
    rows = demand[large & ~shared].assign(
        final_energy_mwh_a=lambda rows: rows["final_energy_kwh"] / _KWH_MWH,
        useful_heat_mwh_a=lambda rows: rows["useful_heat_kwh"] / _KWH_MWH,
    )
    rows = rows.sort_values(["final_energy_mwh_a", "building_id"], ascending=[False, True])
    about = stock.set_index("building_id")[["use", "name"]].reindex(rows["building_id"])
    home = about["use"].isin(("residential", "mixed"))
    table = rows.assign(
        use=about["use"].to_numpy(), name=about["name"].where(~home, None).to_numpy(dtype=object)
    )
    table = rounded(pd.DataFrame(table)[[column.name for column in columns(LAYER)]])
    shapes = shapely.point_on_surface(rows.geometry.to_numpy())
    frame = GeoDataFrame(table.reset_index(drop=True), geometry=shapes, crs=demand.crs)
    values = {
        "count": len(frame),
        "limit": round(limit),
        "share": round(100 * float(final[large & ~shared].sum()) / max(float(np.nansum(final)), 1e-9)),
        "grouped": int((large & shared).sum()),
    }
    dropped = {"below_large_user": int((~large).sum()), "shares_group_total": int((large & shared).sum())}
    return Outcome(
        frame,
        source,
        len(demand),
        {reason: count for reason, count in dropped.items() if count},
        findings=(Finding("large_users_total", severity=Severity.NOTE, values=values),),
        assumptions=("large_user_limit",),
    )
