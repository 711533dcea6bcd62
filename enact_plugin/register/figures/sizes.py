"""Square kilometres of the areas, as far as their units are counted."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoSeries

from .districts import dissolved, is_metric, parts_within
from .members import KINDS, MUNICIPALITY, POSTCODE, Areas


def square_kilometres(keys: pd.DataFrame, areas: Areas, ags: Collection[str]) -> pd.Series:
    """Area that the sums of each area are of.

    A postcode area may reach beyond the municipality, and only the units of the municipality count in it: so does only
    its part within the municipality.

    Parameters
    ----------
    keys : DataFrame, shape (n,)
        `area_kind`, `area_id`.
    areas : Areas
    ags : collection of str
        Municipalities whose units are counted.

    Returns
    -------
    Series of float, shape (n,)
        km²; missing where the area is not known or the CRS is not metric, of a postcode area also where the outline of
        a municipality is not known, or where the two do no more than touch.
    """
    sizes = pd.Series(np.nan, index=keys.index)
    for kind, frame in areas.by_kind.items():
        shapes = dissolved(frame, KINDS[kind])
        if not is_metric(shapes):
            continue
        if kind == POSTCODE:
            shapes = _parts(shapes, dissolved(areas.municipality, KINDS[MUNICIPALITY]), ags)
        here = keys["area_kind"] == kind
        sizes[here] = keys.loc[here, "area_id"].map(shapes.area / 1e6)
    return sizes.where(sizes > 0)


def _parts(codes: GeoSeries, towns: GeoSeries, ags: Collection[str]) -> GeoSeries:
    """Part of each postcode area in the municipalities; nothing where one of these has no outline."""
    town = (
        shapely.union_all(towns.loc[list(ags)].to_numpy()) if ags and set(ags) <= set(towns.index) else None
    )
    parts = (
        np.full(len(codes), None, dtype=object)
        if town is None
        else parts_within(codes.to_numpy(), np.full(len(codes), town, dtype=object))
    )
    return GeoSeries(parts, index=codes.index, crs=codes.crs)
