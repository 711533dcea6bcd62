"""Which plants may feed a heat network: proposals, which a planner confirms or rejects.

The register does not say whether a plant feeds a network. A combined heat and power or biomass plant with enough heat
beside a pipe is a proposal, no more: what `feeds_network` says is the planner's word, and only that is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import EnactError
from ...reference.columns import ColumnType, columns
from ...reference.tables import rows
from .coverage import existing, located

LAYER = "plant_feeding"
LINES, AREAS = "heatplan_heat_networks", "heatplan_heat_network_areas"
BIOMASS = ("biomass", "sewage_sludge")
PLANNED = "planned"
PROPOSED, CONFIRMED, REJECTED = "proposed", "confirmed", "rejected"
STATES = (PROPOSED, CONFIRMED, REJECTED)
CHP_NEAR, BIOMASS_NEAR, MARKED = "chp_near_network", "biomass_near_network", "marked"


@cache
def feeding_limits() -> Mapping[str, float]:
    """Least heat [kW] and greatest distance [m] of a proposal, by their name in `heat_feeding.csv`."""
    return {row["parameter"]: float(row["value"]) for row in rows("heat_feeding")}


def networks_of(*layers: GeoDataFrame) -> GeoDataFrame:
    """Pipes and areas of heat networks as one table.

    Parameters
    ----------
    *layers : GeoDataFrame
        Layers `heatplan_heat_networks` and `heatplan_heat_network_areas`: name, network_id.

    Returns
    -------
    GeoDataFrame
        network: name, else number; the rows that have a geometry.
    """
    parts = [
        GeoDataFrame({"network": layer["name"].fillna(layer["network_id"])}, geometry=layer.geometry)
        for layer in layers
    ]
    joined = pd.concat(parts, ignore_index=True)
    shapes = joined.geometry.to_numpy()
    return joined[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))].reset_index(drop=True)


def feeding_proposals(
    plants: GeoDataFrame, networks: GeoDataFrame, limits: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """List plants that may feed a heat network, and those a planner has decided on.

    Proposed is a combined heat and power or biomass plant that exists or is planned, whose useful heat in the register
    reaches the least heat, and of which a unit has a point no farther from a network than the limit. A plant whose
    heat or place is not known is not proposed.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`, metric CRS.
    networks : GeoDataFrame, shape (m,)
        As `networks_of` makes them, same CRS.
    limits : mapping or None
        As `feeding_limits`.

    Returns
    -------
    DataFrame, shape (k,)
        Columns of `plant_feeding`; a combined heat and power plant stands once, by its largest unit with a point,
        whatever the number of its units. Confirmed first, then proposed, then rejected, the most heat first.

    Raises
    ------
    EnactError
        ``feeding_crs_differs`` when the two are not in one CRS.
    """
    limits = feeding_limits() if limits is None else limits
    units = _units(plants, networks)
    plant = units["plant"]
    heat = units["chp_thermal_kw"].groupby(plant).transform("max")
    possible = units["alive"] & units["produces_heat"] & (heat >= limits["thermal_low"])
    near = possible & (units["distance_m"] <= limits["distance_high"])
    marked = units["feeds_network"].notna()
    listed = units[plant.isin(plant[near | marked])]
    frame = _lead(listed).assign(**_of_all_units(listed, near))
    return _typed(_in_order(frame))


def heat_unknown(
    plants: GeoDataFrame, networks: GeoDataFrame, limits: Mapping[str, float] | None = None
) -> int:
    """Count plants beside a network whose heat the register does not state, so that nothing can be proposed.

    Parameters are those of `feeding_proposals`.
    """
    limits = feeding_limits() if limits is None else limits
    units = _units(plants, networks)
    heat = units["chp_thermal_kw"].groupby(units["plant"]).transform("max")
    near = units["distance_m"] <= limits["distance_high"]
    unknown = units["alive"] & units["produces_heat"] & near & heat.isna()
    return int((units["plant"][unknown & units["feeds_network"].isna()]).nunique())


def _units(plants: GeoDataFrame, networks: GeoDataFrame) -> pd.DataFrame:
    """Units with their plant, what they are, and how far the next network is."""
    if len(plants) and len(networks) and plants.crs != networks.crs:
        raise EnactError("feeding_crs_differs", crs=str(networks.crs), expected=str(plants.crs))
    plants = plants.reset_index(drop=True)
    at = located(plants)
    distance, network = _nearest(plants.geometry.to_numpy(), at, networks)
    units = pd.DataFrame(plants.drop(columns=plants.geometry.name))
    is_chp = units["chp_id"].notna() | units["chp_thermal_kw"].notna()
    status = units["status"]
    return units.assign(
        plant=units["chp_id"].fillna(units["mastr_id"]).fillna(pd.Series(units.index.astype(str))),
        exists=existing(plants),
        alive=existing(plants) | (status == PLANNED).to_numpy(dtype=bool),
        located=at,
        produces_heat=is_chp | units["carrier"].isin(BIOMASS),
        distance_m=distance,
        network=network,
    )


def _nearest(points: np.ndarray, at: np.ndarray, networks: GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Distance to the next network [m] and its name, where the unit has a point."""
    distance, name = np.full(len(points), np.nan), np.full(len(points), None, dtype=object)
    if not len(networks) or not at.any():
        return distance, name
    shapes = networks.geometry.to_numpy()
    nearest = shapely.STRtree(shapes).query_nearest(points[at], all_matches=False)[1]
    distance[at] = shapely.distance(points[at], shapes[nearest])
    name[at] = networks["network"].to_numpy()[nearest]
    return distance, name


def _lead(units: pd.DataFrame) -> pd.DataFrame:
    """The unit that stands for each plant: exists, has a point, largest net power, first number."""
    ranked = units.assign(
        _exists=~units["exists"], _located=~units["located"], _power=-units["net_kw"].fillna(0.0)
    ).sort_values(["plant", "_exists", "_located", "_power", "mastr_id"], kind="stable")
    return ranked.drop_duplicates("plant").set_index("plant")


def _of_all_units(units: pd.DataFrame, near: pd.Series) -> dict[str, pd.Series]:
    """What is said of a plant as a whole: its heat and power once, its nearest unit, the planner's word."""
    plant = units["plant"]
    grouped = units.groupby("plant", sort=True)
    nearest = units.sort_values(["distance_m", "mastr_id"]).drop_duplicates("plant").set_index("plant")
    yes = (units["feeds_network"].fillna(False).astype(bool)).groupby(plant).any()
    said = units["feeds_network"].notna().groupby(plant).any()
    proposed = near.reindex(units.index).groupby(plant).any()
    biomass = units["carrier"].isin(BIOMASS).groupby(plant).any()
    standing = units["net_kw"].where(units["alive"]).groupby(plant).sum(min_count=1)
    reason = pd.Series(np.where(biomass, BIOMASS_NEAR, CHP_NEAR), index=biomass.index).where(proposed, MARKED)
    state = pd.Series(np.select([yes, said], [CONFIRMED, REJECTED], PROPOSED), index=yes.index)
    return {
        "units": grouped.size(),
        "thermal_kw": grouped["chp_thermal_kw"].max(),
        "electric_kw": grouped["chp_electric_kw"].max().fillna(standing),
        "distance_m": nearest["distance_m"].round(1),
        "network": nearest["network"],
        "reason": reason,
        "state": state,
    }


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    order = {state: number for number, state in enumerate((CONFIRMED, PROPOSED, REJECTED))}
    ranked = frame.assign(
        _state=frame["state"].map(order),
        _heat=-frame["thermal_kw"].fillna(0.0),
        # where a unit stands at somebody's home the register withholds the place, and we the name
        name=frame["name"].where(frame["located"], None),
    )
    return ranked.sort_values(["_state", "_heat", "mastr_id"], kind="stable").reset_index(drop=True)


_TYPES = {ColumnType.INTEGER: "Int64", ColumnType.REAL: float}


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: frame[column.name].astype(_TYPES.get(column.type, object)) for column in columns(LAYER)}
    )
