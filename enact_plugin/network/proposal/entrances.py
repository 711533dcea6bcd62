"""Buildings with several entrances as several customers: a station in each stairwell."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

_SHARED = ("heat_kwh", "power_kw", "floor_area_m2")


def by_entrance(buildings: GeoDataFrame, addresses: GeoDataFrame) -> GeoDataFrame:
    """Split buildings with several addresses into what lies nearest to each of them.

    Heat and power are shared by the ground covered. Addresses belong to the building they name, else to the one they
    lie in.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (b,)
        ``building_id``, ``house_number``, and what is shared; outlines.
    addresses : GeoDataFrame, shape (a,)
        ``building_id``, ``house_number``, ``suffix``; points.

    Returns
    -------
    GeoDataFrame, shape (c,)
        Columns of `buildings`, and ``customer``: the building's key, with a number behind it where there are several.
    """
    points = _points(buildings, addresses)
    parts = []
    for row, given in points.items():
        found = _split(buildings.geometry.iloc[row], given)
        if len(found) > 1:
            parts.append((row, found))
    split = {row for row, _ in parts}
    whole = buildings.iloc[[row for row in range(len(buildings)) if row not in split]]
    frames = [whole.assign(customer=whole["building_id"].astype(str))]
    for row, found in parts:
        one = buildings.iloc[[row] * len(found)].reset_index(drop=True)
        shapes = [shape for shape, _ in found]
        share = shapely.area(shapes) / shapely.area(shapes).sum()
        key = str(one["building_id"].iloc[0])
        one = one.assign(
            customer=[f"{key}#{number}" for number in range(1, len(found) + 1)],
            house_number=[number for _, number in found],
            **{name: one[name] * share for name in _SHARED if name in one},
        )
        frames.append(one.set_geometry(np.array(shapes, dtype=object), crs=buildings.crs))
    joined = GeoDataFrame(pd.concat(frames, ignore_index=True), geometry="geometry", crs=buildings.crs)
    return joined.sort_values("customer", kind="stable", ignore_index=True)


def _points(buildings: GeoDataFrame, addresses: GeoDataFrame) -> dict[int, list[tuple[shapely.Point, str]]]:
    """Entrances of each building, by their place and number; the same number counts once."""
    usable = addresses[addresses.geometry.notna() & ~addresses.geometry.is_empty]
    place = pd.Series(np.arange(len(buildings)), index=buildings["building_id"].to_numpy())
    row = usable["building_id"].map(place).to_numpy(dtype=float)
    unknown = np.flatnonzero(np.isnan(row))
    at, building = shapely.STRtree(buildings.geometry.to_numpy()).query(
        usable.geometry.to_numpy()[unknown], predicate="intersects"
    )
    row[unknown[at]] = building
    number = usable["house_number"].fillna("").astype(str) + usable["suffix"].fillna("").astype(str)
    found: dict[int, dict[str, shapely.Point]] = {}
    for one, text, point in zip(row, number, usable.geometry):
        if not np.isnan(one):
            found.setdefault(int(one), {}).setdefault(text, point)
    return {
        one: [(point, text) for text, point in sorted(given.items())]
        for one, given in sorted(found.items())
        if len(given) > 1
    }


def _split(
    outline: shapely.Polygon, entrances: list[tuple[shapely.Point, str]]
) -> list[tuple[shapely.Geometry, str]]:
    """Part of an outline nearest to each entrance; entrances that would get none are left out."""
    # entrances closer to each other than a step are one
    apart = {
        (round(point.x, 1), round(point.y, 1)): (shapely.Point(round(point.x, 1), round(point.y, 1)), number)
        for point, number in reversed(entrances)
    }
    entrances = list(reversed(apart.values()))
    if len(entrances) < 2:
        return []
    points = shapely.MultiPoint([point for point, _ in entrances])
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=outline))
    found = []
    for point, number in entrances:
        cell = cells[shapely.intersects(cells, point)]
        part = shapely.intersection(outline, cell[0]) if len(cell) else None
        if part is not None and shapely.area(part) > 0:
            found.append((part, number))
    return found
