"""Heat demand of the building stock."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...progress import SILENT, Progress
from ...reference.columns import columns, rounded
from ..metered.heating import Heaters, told_heating
from .final import UNKNOWN, final_energy
from .metered import Measured, Metered, measured, members_of, unmeasured, with_told_carriers
from .need import SpecificNeed, specific_need

LAYER = "building_demand"


def heat_demand(
    stock: GeoDataFrame,
    mixture: pd.DataFrame,
    source: Source,
    progress: Progress = SILENT,
    metered: Metered | None = None,
    heaters: Heaters | None = None,
) -> Outcome:
    """Heat demand of each heated building.

    ``useful heat = floor area × specific need`` with hot water; final energy by the heaters of the census cell.
    Process heat is not in it: no published figure tells it for a building. Where consumption was delivered, the
    model is scaled to it: the total of a group of addresses holds for the group, and is never one building's figure.

    Parameters
    ----------
    stock : GeoDataFrame, shape (n,)
        Layer ``building_stock``.
    mixture : DataFrame
        Table ``building_mixture``.
    source : Source
        Whom the stock comes from.
    progress : Progress
    metered : Metered or None
        Deliveries of gas and heat.
    heaters : Heaters or None
        Deliveries of the chimney sweeps: how the buildings are heated, before the census.

    Returns
    -------
    Outcome
        `frame`: outlines with the columns of the layer ``building_demand``, one row per heated building with a floor
        area; energy in kWh per year.

    Raises
    ------
    EnactError
        ``demand_nothing_heated``.
    """
    heated = stock["heated"].to_numpy(dtype=bool, na_value=False)
    without = heated & stock["floor_area_m2"].isna().to_numpy()
    rows = stock[heated & ~without].reset_index(drop=True)
    if rows.empty:
        raise EnactError("demand_nothing_heated", total=len(stock))
    progress(0.2, "demand_need", rows=len(rows))
    need = specific_need(rows, mixture)
    area = rows["floor_area_m2"].to_numpy(dtype=float)
    keys = pd.Index(rows["building_id"])
    progress(0.6, "demand_final", rows=len(rows))
    mixture = told_heating(mixture, keys, heaters).mixture
    if metered is not None and len(metered.deliveries):
        members = members_of(metered)
        mixture = with_told_carriers(mixture, keys, metered, members)
        told = measured(final_energy(area * need.total, keys, mixture), keys, metered, members)
    else:
        told = unmeasured(final_energy(area * need.total, keys, mixture))
    table = _table(rows, need, mixture, told)
    progress(1.0)
    dropped = {"not_heated": int((~heated).sum()), "without_floor_area": int(without.sum())}
    return Outcome(
        table,
        source,
        len(stock),
        {reason: count for reason, count in dropped.items() if count},
        findings=(*told.findings, *_findings(table)),
        assumptions=_assumptions(rows, need, told, table),
    )


def _table(rows: GeoDataFrame, need: SpecificNeed, mixture: pd.DataFrame, told: Measured) -> GeoDataFrame:
    area = rows["floor_area_m2"].to_numpy(dtype=float)
    known = told.source != None  # noqa: E711  element by element
    total = need.total * told.factor
    # what was metered has no span of published figures
    low, high = np.where(known, total, need.low), np.where(known, total, need.high)
    carrier, share = told.final.prevailing()
    sources = mixture[mixture["attribute"].eq("carrier")].drop_duplicates("building_id")
    carrier_source = rows["building_id"].map(sources.set_index("building_id")["source"])
    data = {
        "building_id": rows["building_id"],
        "street": rows["street"],
        "house_number": rows["house_number"],
        "floor_area_m2": area,
        "specific_kwh_m2": total,
        "space_heat_kwh": area * (need.total - need.hot_water) * told.factor,
        "hot_water_kwh": area * need.hot_water * told.factor,
        "useful_heat_kwh": area * total,
        "useful_heat_low_kwh": area * low,
        "useful_heat_high_kwh": area * high,
        "demand_source": np.where(known, told.source, "model"),
        "demand_method": np.where(known, "measured", need.method),
        "final_energy_kwh": told.final.total_kwh,
        **told.final.by_column,
        "carrier": carrier,
        "carrier_percent": share.round(1),
        "carrier_source": carrier_source.where(carrier_source.notna(), None),
    }
    table = rounded(pd.DataFrame(data)[[column.name for column in columns(LAYER)]])
    return GeoDataFrame(table, geometry=rows.geometry.to_numpy(), crs=rows.crs)


def _findings(table: pd.DataFrame) -> tuple[Finding, ...]:
    """The sums a person would check first."""
    mwh = table[["useful_heat_kwh", "useful_heat_low_kwh", "useful_heat_high_kwh"]].sum() / 1000
    area = float(table["floor_area_m2"].sum())
    values = {
        "mwh": round(mwh.iloc[0]),
        "low": round(mwh.iloc[1]),
        "high": round(mwh.iloc[2]),
        "area": round(area),
        "specific": round(1000 * mwh.iloc[0] / area) if area else 0,
    }
    return (Finding("demand_total", severity=Severity.NOTE, values=values),)


def _assumptions(
    rows: pd.DataFrame, need: SpecificNeed, told: Measured, table: pd.DataFrame
) -> tuple[str, ...]:
    unknown = told.final.kwh[:, told.final.carriers.index(UNKNOWN)].sum() > 0
    made = {
        "demand_kww": (need.method == "kww").any(),
        "demand_iwu": (need.method == "iwu").any(),
        "demand_span": True,
        "demand_use_unknown": rows["use"].eq("unknown").any(),
        "demand_age_unknown": (rows["age_class"].eq("unknown") & rows["age_source"].isna()).any(),
        "demand_without_process_heat": True,
        "final_by_heaters": True,
        "demand_measured": told.source != None,  # noqa: E711
        "final_carrier_unknown": unknown,
        "heating_delivered": table["carrier_source"].isin(("measured", "measured_group")).any(),
    }
    return tuple(name for name, holds in made.items() if bool(np.any(holds)))
