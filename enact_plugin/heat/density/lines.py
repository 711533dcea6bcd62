"""Heat line density of street sections."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded

_KWH_MWH = 1000.0
_DEMAND = ("useful_heat_kwh", "useful_heat_low_kwh", "useful_heat_high_kwh")


def heat_line_density(
    sections: GeoDataFrame,
    members: pd.DataFrame,
    demand: pd.DataFrame,
    source: Source,
    connection_rate: float = 1.0,
) -> Outcome:
    """Heat line density of street sections.

    The heat a network could sell along a section, per metre of street (WPG § 3). At a connection rate below one the
    heat of each building is scaled, not sampled. Service pipes are not in the length.

    Parameters
    ----------
    sections : GeoDataFrame, shape (s,)
        Layer ``street_sections``.
    members : DataFrame
        Table ``building_sections``.
    demand : DataFrame
        Table ``building_demand``: useful heat in kWh per year.
    source : Source
    connection_rate : float
        Share of the heat that connects, in (0, 1].

    Returns
    -------
    Outcome
        `frame`: columns of the layer ``section_heat``; MWh per year and kWh per metre and year, zero where nothing is
        adjacent.

    Raises
    ------
    EnactError
        ``connection_rate_out_of_range``.
    """
    if not 0 < connection_rate <= 1:
        raise EnactError("connection_rate_out_of_range", rate=connection_rate)
    section = demand["building_id"].map(members.set_index("building_id")["section_id"])
    sums = demand[list(_DEMAND)].groupby(section).sum()
    counts = section.value_counts()
    keys = sections["section_id"]
    heat = {name: sums[name].reindex(keys, fill_value=0.0).to_numpy() for name in _DEMAND}
    length = sections["length_m"].to_numpy(dtype=float)
    expected, low, high = (heat[name] / length for name in _DEMAND)
    table = pd.DataFrame(
        {
            "section_id": keys,
            "street": sections["street"],
            "length_m": length,
            "buildings": counts.reindex(keys, fill_value=0).to_numpy(),
            "useful_heat_mwh_a": heat["useful_heat_kwh"] / _KWH_MWH,
            "line_density_kwh_m": expected,
            "line_density_low_kwh_m": low,
            "line_density_high_kwh_m": high,
            "connection_percent": 100 * connection_rate,
            "connected_density_kwh_m": expected * connection_rate,
        }
    )[[column.name for column in columns("section_heat")]]
    frame = GeoDataFrame(rounded(table), geometry=sections.geometry.to_numpy(), crs=sections.crs)
    without = section.isna().to_numpy()
    values = {
        "count": int(without.sum()),
        "mwh": round(float(demand.loc[without, "useful_heat_kwh"].sum()) / _KWH_MWH, 1),
        "all_mwh": round(float(demand["useful_heat_kwh"].sum()) / _KWH_MWH, 1),
    }
    findings = (Finding("line_density_unassigned", values=values),) if without.any() else ()
    long = frame[frame["buildings"] > 0]
    told = {
        "count": len(long),
        "mean": round(float(np.average(long["line_density_kwh_m"], weights=long["length_m"])))
        if len(long)
        else 0,
    }
    return Outcome(
        frame,
        source,
        len(frame),
        findings=(*findings, Finding("line_density_mean", severity=Severity.NOTE, values=told)),
        assumptions=("line_density_useful",),
    )
