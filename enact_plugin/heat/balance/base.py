"""Energy of the buildings as they are, by sector and carrier."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...reference.heat_tables import energy_columns
from ...reference.stock_tables import building_uses

COLUMNS = ("year", "sector", "carrier", "source", "final_energy_kwh", "useful_heat_kwh")


def base_energy(demand: pd.DataFrame, stock: pd.DataFrame, year: int) -> pd.DataFrame:
    """Sum the final energy of buildings by sector, carrier and source of the figure.

    The useful heat of a building is shared among its carriers as its final energy is.

    Parameters
    ----------
    demand : DataFrame, shape (n,)
        Layer ``building_demand``.
    stock : DataFrame
        Layer ``building_stock``: ``building_id``, ``use``.
    year : int
        Year that the figures stand for.

    Returns
    -------
    DataFrame
        COLUMNS; energies in kWh per year, above zero.
    """
    use = demand["building_id"].map(stock.set_index("building_id")["use"])
    sectors = {code: entry.sector for code, entry in building_uses().items()}
    # heated by a person's word though its use says nothing of a sector
    sector = use.map(sectors).replace("", None).fillna(sectors["unknown"])
    total = demand["final_energy_kwh"].to_numpy(dtype=float)
    useful = demand["useful_heat_kwh"].to_numpy(dtype=float)
    per_final = np.divide(useful, total, out=np.zeros(len(total)), where=total > 0)
    parts = []
    for carrier, column in energy_columns().items():
        final = demand[column].to_numpy(dtype=float)
        rows = {
            "sector": sector,
            "source": demand["demand_source"],
            "final": final,
            "useful": final * per_final,
        }
        sums = pd.DataFrame(rows).groupby(["sector", "source"])[["final", "useful"]].sum().reset_index()
        parts.append(sums[sums["final"] > 0].assign(carrier=carrier, year=year))
    frame = pd.concat(parts, ignore_index=True)
    frame = frame.rename(columns={"final": "final_energy_kwh", "useful": "useful_heat_kwh"})
    return frame[list(COLUMNS)].sort_values(["sector", "carrier", "source"], ignore_index=True)
