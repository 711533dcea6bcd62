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
from ..figures.shared import connected, numbers_of, stated_by
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
        whatever the number of its units, and plants that share a unit stand as one, with all their numbers. Of units
        that are closed nothing is told where the plant has others. Confirmed first, then proposed, then rejected, the
        most heat first.

    Raises
    ------
    EnactError
        ``feeding_crs_differs`` when the two are not in one CRS.
    """
    limits = feeding_limits() if limits is None else limits
    units = _units(plants, networks)
    plant = units["plant"]
    heat = plant.map(_of_plants(units, "chp_thermal_kw"))
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
    heat = units["plant"].map(_of_plants(units, "chp_thermal_kw"))
    near = units["distance_m"] <= limits["distance_high"]
    unknown = units["alive"] & units["produces_heat"] & near & heat.isna()
    return int((units["plant"][unknown & units["feeds_network"].isna()]).nunique())


def _units(plants: GeoDataFrame, networks: GeoDataFrame) -> pd.DataFrame:
    """Units that may feed or are marked, with their plant, what they are, and how far the next network is.

    `tells`: what the unit says holds for its plant; a closed one says nothing beside others that are not.
    """
    if len(plants) and len(networks) and plants.crs != networks.crs:
        raise EnactError("feeding_crs_differs", crs=str(networks.crs), expected=str(plants.crs))
    is_chp = plants["chp_id"].notna() | plants["chp_thermal_kw"].notna()
    produces_heat = is_chp | plants["carrier"].isin(BIOMASS)
    wanted = produces_heat | plants["feeds_network"].notna()
    plants = plants[wanted].reset_index(drop=True)
    at = located(plants)
    distance, network = _nearest(plants.geometry.to_numpy(), at, networks)
    plant = connected(numbers_of(plants, "chp_id"))
    alive = pd.Series(existing(plants), index=plants.index) | (plants["status"] == PLANNED)
    return pd.DataFrame(plants.drop(columns=plants.geometry.name)).assign(
        plant=plant,
        exists=existing(plants),
        alive=alive,
        tells=alive | ~alive.groupby(plant).transform("any"),
        located=at,
        produces_heat=produces_heat[wanted].to_numpy(dtype=bool),
        distance_m=distance,
        network=network,
    )


def _of_plants(units: pd.DataFrame, column: str) -> pd.Series:
    """What each plant states, by plant: the sum of its numbers, each once; missing where nothing is stated."""
    units = units[units["tells"]]
    named = numbers_of(units, "chp_id")
    stated = stated_by(named, units[column].astype(float))
    numbers = pd.DataFrame({"plant": units["plant"].reindex(named.index), "number": named}).drop_duplicates()
    return numbers["number"].map(stated).astype(float).groupby(numbers["plant"]).sum(min_count=1)


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
    units = units[units["tells"]]
    ranked = units.assign(
        _exists=~units["exists"], _located=~units["located"], _power=-units["net_kw"].fillna(0.0)
    ).sort_values(["plant", "_exists", "_located", "_power", "mastr_id"], kind="stable")
    return ranked.drop_duplicates("plant").set_index("plant")


def _of_all_units(units: pd.DataFrame, near: pd.Series) -> dict[str, pd.Series]:
    """What is said of a plant as a whole: its heat and power once, its nearest unit, the planner's word."""
    plant = units["plant"]
    yes = (units["feeds_network"].fillna(False).astype(bool)).groupby(plant).any()
    said = units["feeds_network"].notna().groupby(plant).any()
    state = pd.Series(np.select([yes, said], [CONFIRMED, REJECTED], PROPOSED), index=yes.index)
    telling = units[units["tells"]]
    grouped = telling.groupby("plant", sort=True)
    nearest = telling.sort_values(["distance_m", "mastr_id"]).drop_duplicates("plant").set_index("plant")
    proposed = near.reindex(units.index).groupby(plant).any()
    biomass = telling["carrier"].isin(BIOMASS).groupby(telling["plant"]).any()
    reason = pd.Series(np.where(biomass, BIOMASS_NEAR, CHP_NEAR), index=biomass.index).where(proposed, MARKED)
    return {
        "chp_id": _numbers(units),
        "units": grouped.size(),
        "thermal_kw": _of_plants(units, "chp_thermal_kw"),
        "electric_kw": _of_plants(units, "chp_electric_kw").fillna(grouped["net_kw"].sum(min_count=1)),
        "distance_m": nearest["distance_m"].round(1),
        "network": nearest["network"],
        "reason": reason,
        "state": state,
    }


def _numbers(units: pd.DataFrame) -> pd.Series:
    """Numbers of each plant's combined heat and power plants; no row where it has none."""
    named = numbers_of(units[units["chp_id"].notna()], "chp_id")
    return named.groupby(units["plant"].reindex(named.index)).agg(lambda texts: "; ".join(sorted(set(texts))))


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
