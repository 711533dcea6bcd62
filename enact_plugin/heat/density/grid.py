"""Heat density on a grid of 100 m."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from ...reference.heat_rules import heat_rule
from ...stock.shapes import in_threads

_TINY_SHARE = 1e-12  # of what is left of one: rounding
_KWH_MWH = 1000.0
_M2_HA = 10_000.0


def heat_grid(stock: GeoDataFrame, demand: pd.DataFrame, source: Source) -> Outcome:
    """Heat density of the cells of a grid aligned to whole hundreds of metres.

    A building on the border of cells counts in each with the share of its outline there, so that no line of the grid
    decides where a large building's heat goes.

    Parameters
    ----------
    stock : GeoDataFrame, shape (n,)
        Layer ``building_stock``; metric CRS.
    demand : DataFrame
        Table ``building_demand``.
    source : Source

    Returns
    -------
    Outcome
        `frame`: columns of the layer ``heat_grid``: cells with heat only, ascending by place.
    """
    heat = stock["building_id"].map(demand.set_index("building_id")["useful_heat_kwh"])
    there = heat.notna().to_numpy()
    size = heat_rule("grid_m")
    row, column, line, share = _shares(stock.geometry.to_numpy()[there], size)
    kwh = heat.to_numpy(dtype=float)[there]
    sums = (
        pd.DataFrame({"column": column, "line": line, "kwh": kwh[row] * share, "share": share})
        .groupby(["column", "line"], as_index=False)
        .sum()
    )
    x, y = sums["column"].to_numpy() * size, sums["line"].to_numpy() * size
    table = pd.DataFrame(
        {
            "grid_id": "N"
            + pd.Series(y.astype("int64")).astype(str)
            + "E"
            + pd.Series(x.astype("int64")).astype(str),
            "heated_buildings": sums["share"],
            "useful_heat_mwh_a": sums["kwh"] / _KWH_MWH,
            "density_mwh_ha": sums["kwh"] / _KWH_MWH / (size**2 / _M2_HA),
        }
    )[[name.name for name in columns("heat_grid")]]
    frame = GeoDataFrame(rounded(table), geometry=shapely.box(x, y, x + size, y + size), crs=stock.crs)
    return Outcome(frame, source, len(frame), assumptions=("grid_by_outline",))


def _shares(outlines: np.ndarray, size: float) -> tuple[np.ndarray, ...]:
    """Row of the building, column and line of the cell, and the share of the outline in it."""
    box = np.floor(shapely.bounds(outlines).reshape(-1, 4) / size).astype("int64")
    width, height = box[:, 2] - box[:, 0] + 1, box[:, 3] - box[:, 1] + 1
    count = width * height
    row = np.repeat(np.arange(len(outlines)), count)
    place = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    column = box[row, 0] + place % width[row]
    line = box[row, 1] + place // width[row]
    share = np.ones(len(row))
    # the last cell of an outline holds what the others leave
    last = place == count[row] - 1
    cut = np.flatnonzero(~last)
    if len(cut):
        x, y = column[cut] * size, line[cut] * size
        cells = shapely.box(x, y, x + size, y + size)
        share[cut] = shapely.area(in_threads(shapely.intersection, outlines[row[cut]], cells))
        share[cut] /= shapely.area(outlines)[row[cut]]
        share[last] = np.maximum(1.0 - np.bincount(row[cut], share[cut], len(outlines))[row[last]], 0.0)
    used = share > _TINY_SHARE
    return row[used], column[used], line[used], share[used]
