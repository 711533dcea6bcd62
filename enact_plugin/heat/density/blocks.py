"""Heat of blocks: density, carriers, prevailing type and age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from ...reference.heat_tables import carrier_groups, energy_columns
from ..demand.final import UNKNOWN
from .classes import ClassShares, plan_ages_of, plan_types_of

_KWH_MWH = 1000.0
_PERCENT = 100.0
_DEMAND = (
    "floor_area_m2",
    "useful_heat_kwh",
    "useful_heat_low_kwh",
    "useful_heat_high_kwh",
    "final_energy_kwh",
)


@dataclass(frozen=True)
class BlockHeatInputs:
    """What the heat of blocks is summed from.

    Attributes
    ----------
    blocks : GeoDataFrame, shape (b,)
        Layer ``blocks``.
    members : DataFrame
        Table ``building_blocks``.
    stock : DataFrame
        Layer ``building_stock``.
    mixture : DataFrame
        Table ``building_mixture``.
    demand : DataFrame
        Table ``building_demand``.
    """

    blocks: GeoDataFrame
    members: pd.DataFrame
    stock: pd.DataFrame
    mixture: pd.DataFrame
    demand: pd.DataFrame


def block_heat(inputs: BlockHeatInputs, source: Source) -> Outcome:
    """Sum the heat of the buildings of each block (maps 1, 3, 5 and 6 of WPG Anlage 2).

    Density is useful heat with hot water per net area. Carriers are shares of final energy. The prevailing type is that
    with the largest floor area, the prevailing age class too; a building of mixed age counts in each class with its
    share.

    Parameters
    ----------
    inputs : BlockHeatInputs
    source : Source

    Returns
    -------
    Outcome
        `frame`: columns of the layer ``block_heat``; MWh per year, MWh per hectare and year.
    """
    demand = inputs.demand.merge(inputs.members[["building_id", "block_id"]], on="building_id", how="left")
    stock = inputs.stock.set_index("building_id")
    keys = pd.Index(inputs.blocks["block_id"])
    place = keys.get_indexer(demand["block_id"])
    inside = place >= 0
    rows, place = demand[inside].reset_index(drop=True), place[inside]
    count = len(keys)

    def summed(values: np.ndarray) -> np.ndarray:
        return np.bincount(place, values, count)

    sums = {name: summed(rows[name].to_numpy(dtype=float)) for name in _DEMAND}
    area = inputs.blocks["area_ha"].to_numpy(dtype=float)
    heat = sums["useful_heat_kwh"]
    largest = np.zeros(count)
    np.maximum.at(largest, place, rows["useful_heat_kwh"].to_numpy(dtype=float))
    carriers = _carriers(rows, place, count)
    of_rows = stock.reindex(rows["building_id"])
    floor_area_m2 = rows["floor_area_m2"].to_numpy(dtype=float)
    types = _prevailing(plan_types_of(of_rows), floor_area_m2, place, count)
    ages = _prevailing(
        plan_ages_of(of_rows, inputs.mixture, rows["building_id"]), floor_area_m2, place, count
    )
    data = {
        "block_id": inputs.blocks["block_id"].to_numpy(),
        "name": inputs.blocks["name"].to_numpy(),
        "area_ha": area,
        "heated_buildings": np.bincount(place, minlength=count),
        "floor_area_m2": sums["floor_area_m2"],
        "useful_heat_mwh_a": heat / _KWH_MWH,
        "useful_heat_low_mwh_a": sums["useful_heat_low_kwh"] / _KWH_MWH,
        "useful_heat_high_mwh_a": sums["useful_heat_high_kwh"] / _KWH_MWH,
        "density_mwh_ha": heat / _KWH_MWH / area,
        "density_low_mwh_ha": sums["useful_heat_low_kwh"] / _KWH_MWH / area,
        "density_high_mwh_ha": sums["useful_heat_high_kwh"] / _KWH_MWH / area,
        "specific_kwh_m2": _ratio(heat, sums["floor_area_m2"]),
        "final_energy_mwh_a": sums["final_energy_kwh"] / _KWH_MWH,
        **carriers,
        "prevailing_type": types.code,
        "prevailing_type_percent": types.percent,
        "prevailing_age": ages.code,
        "prevailing_age_percent": ages.percent,
        "largest_consumer_percent": _PERCENT * _ratio(largest, heat),
    }
    table = rounded(pd.DataFrame(data)[[column.name for column in columns("block_heat")]])
    frame = GeoDataFrame(table, geometry=inputs.blocks.geometry.to_numpy(), crs=inputs.blocks.crs)
    outside = demand.loc[~inside, "useful_heat_kwh"].sum() / _KWH_MWH
    values = {
        "mwh": round(float(heat.sum()) / _KWH_MWH, 1),
        "outside": round(float(outside), 1),
        "count": int((~inside).sum()),
    }
    return Outcome(
        frame,
        source,
        len(frame),
        findings=(Finding("block_heat_total", severity=Severity.NOTE, values=values),),
        assumptions=("density_net_area", "carriers_by_final_energy", "prevailing_by_floor_area"),
    )


def _ratio(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    return np.divide(top, bottom, out=np.full(len(top), np.nan), where=bottom > 0)


def _carriers(rows: pd.DataFrame, place: np.ndarray, count: int) -> dict[str, np.ndarray]:
    """Share of each group of carriers in the final energy of each block, and the largest of them."""
    names = energy_columns()
    sums = np.column_stack(
        [np.bincount(place, rows[name].to_numpy(dtype=float), count) for name in names.values()]
    )
    total = sums.sum(axis=1)
    groups = carrier_groups()
    result: dict[str, np.ndarray] = {}
    for group in dict.fromkeys(groups.values()):
        of_group = [number for number, carrier in enumerate(names) if groups[carrier] == group]
        result[f"{group}_percent"] = (_PERCENT * _ratio(sums[:, of_group].sum(axis=1), total)).round(1)
    known = [number for number, carrier in enumerate(names) if carrier != UNKNOWN]
    largest = sums[:, known].argmax(axis=1)
    prevailing = np.array([carrier for carrier in names if carrier != UNKNOWN], dtype=object)[largest]
    told = sums[:, known].sum(axis=1) > 0
    result["prevailing_carrier"] = np.where(told, prevailing, np.where(total > 0, UNKNOWN, None))
    return result


@dataclass(frozen=True)
class _Prevailing:
    """Class with the largest share of each block and that share in percent."""

    code: np.ndarray
    percent: np.ndarray


def _prevailing(shares: ClassShares, floor_area_m2: np.ndarray, place: np.ndarray, count: int) -> _Prevailing:
    weighted = shares.matrix * floor_area_m2[:, None]
    sums = np.column_stack([np.bincount(place, column, count) for column in weighted.T])
    total = sums.sum(axis=1)
    codes = np.array(shares.classes, dtype=object)[sums.argmax(axis=1)]
    return _Prevailing(
        np.where(total > 0, codes, None), (_PERCENT * _ratio(sums.max(axis=1), total)).round(1)
    )
