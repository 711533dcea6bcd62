"""Addresses of buildings: as delivered with them, else from the points of the layer of addresses."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...reference.stock_tables import stock_rule

COLUMNS = ("building_id", "street", "house_number", "postcode", "source")


def building_addresses(buildings: GeoDataFrame, addresses: GeoDataFrame | None) -> pd.DataFrame:
    """All addresses of each building; a building on a corner or with several entrances has several.

    An address point belongs to the building its own key names, else to the one it lies in, else to the nearest
    within `address_distance_m`. What was delivered with the building counts where no point belongs to it.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (b,)
        ``building_id``, ``street``, ``house_number``, ``postcode``.
    addresses : GeoDataFrame, shape (a,), or None
        Points with ``street``, ``house_number``, ``suffix``, ``postcode``, ``building_id``.

    Returns
    -------
    DataFrame
        ``building_id``, ``street``, ``house_number`` (with its suffix), ``postcode``, ``source`` (``register`` for
        points of addresses, ``given`` for what came with the building); by building, street, number.
    """
    given = buildings.loc[buildings["street"].notna(), ["building_id", "street", "house_number", "postcode"]]
    parts = [pd.DataFrame(given).assign(source="given")]
    if addresses is not None and len(addresses):
        points = _of_points(buildings, addresses)
        delivered = parts[0]
        parts = [delivered[~delivered["building_id"].isin(points["building_id"])], points]
    table = pd.concat(parts, ignore_index=True)[list(COLUMNS)]
    table = table.drop_duplicates(["building_id", "street", "house_number"])
    return table.sort_values(["building_id", "street", "house_number"], kind="stable", ignore_index=True)


def _of_points(buildings: GeoDataFrame, addresses: GeoDataFrame) -> pd.DataFrame:
    usable = addresses[addresses["street"].notna() & ~shapely.is_missing(addresses.geometry.to_numpy())]
    keys = buildings["building_id"].to_numpy(dtype=object)
    named = usable["building_id"].where(usable["building_id"].isin(keys)).to_numpy(dtype=object)
    row = _building_at(buildings.geometry.to_numpy(), usable.geometry.to_numpy())
    key = np.where(pd.isna(named) & (row >= 0), keys[row], named)
    number = usable["house_number"].fillna("").astype(str) + usable["suffix"].fillna("").astype(str)
    table = pd.DataFrame(
        {
            "building_id": key,
            "street": usable["street"].to_numpy(dtype=object),
            "house_number": number.where(number.ne(""), None).to_numpy(dtype=object),
            "postcode": usable["postcode"].to_numpy(dtype=object),
            "source": "register",
        }
    )
    return table[table["building_id"].notna()]


def _building_at(outlines: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Row of the outline each point lies in, else of the nearest within reach; -1 where there is none."""
    found = np.full(len(points), -1)
    if not len(outlines) or not len(points):
        return found
    outline, point = shapely.STRtree(points).query(outlines, predicate="intersects")
    found[point[::-1]] = outline[::-1]  # of several the first
    beside = np.flatnonzero(found < 0)
    if len(beside):
        point, outline = shapely.STRtree(outlines).query_nearest(
            points[beside], max_distance=stock_rule("address_distance_m"), all_matches=False
        )
        found[beside[point]] = outline
    return found


def first_addresses(table: pd.DataFrame) -> pd.DataFrame:
    """First address of each building by street and number, index ``building_id``; ``addresses`` counts them all."""
    groups = table.groupby("building_id", sort=False)
    return groups.first().assign(addresses=groups.size())
