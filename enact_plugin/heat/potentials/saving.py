"""What refurbishment could save in each block."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from .tables import KWH_PER_MWH, layer_columns

LAYER = "potentials_saving"


def saving_potential(
    blocks: GeoDataFrame, members: pd.DataFrame, demand: pd.DataFrame, share: np.ndarray, source: Source
) -> Outcome:
    """Useful heat that refurbishment of all buildings would save, by block (WPG § 16, Anlage 2 II).

    ``saving = Σ space heat × share``; percent of useful heat with hot water.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (b,)
        Layer ``blocks``.
    members : DataFrame
        Table ``building_blocks``.
    demand : DataFrame, shape (n,)
        Layer ``building_demand``.
    share : ndarray, shape (n,)
        Of `demand.refurbished.saving_share`.
    source : Source

    Returns
    -------
    Outcome
        `frame`: layer ``potentials_saving``. Finding: ``saving_total`` with what lies outside of blocks.
    """
    block = demand["building_id"].map(members.set_index("building_id")["block_id"])
    place = pd.Index(blocks["block_id"]).get_indexer(block)
    saving = demand["space_heat_kwh"].to_numpy(dtype=float) * share / KWH_PER_MWH
    heat = demand["useful_heat_kwh"].to_numpy(dtype=float) / KWH_PER_MWH
    inside = place >= 0
    saved = np.bincount(place[inside], saving[inside], len(blocks))
    needed = np.bincount(place[inside], heat[inside], len(blocks))
    data = {
        "potential_id": blocks["block_id"].to_numpy(),
        "name": blocks["name"].to_numpy(),
        "saving_field": "buildings",
        "saving_mwh_a": saved,
        "saving_percent": 100 * np.divide(saved, needed, out=np.full(len(blocks), np.nan), where=needed > 0),
        "area_ha": blocks["area_ha"].to_numpy(),
    }
    table = rounded(pd.DataFrame(data)[layer_columns(LAYER)])
    frame = GeoDataFrame(table, geometry=blocks.geometry.to_numpy(), crs=blocks.crs)
    values = {
        "mwh": round(float(saving.sum())),
        "percent": round(100 * float(saving.sum()) / max(float(heat.sum()), 1e-9), 1),
        "outside": round(float(saving[~inside].sum())),
    }
    finding = Finding("saving_total", severity=Severity.NOTE, values=values)
    return Outcome(frame, source, len(frame), findings=(finding,), assumptions=("scenario_savings",))
