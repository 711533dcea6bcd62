"""Several variants of networks in one layer."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from geopandas import GeoDataFrame


def beside_others(
    frame: pd.DataFrame, before: pd.DataFrame | None, variant: str, names: Sequence[str]
) -> tuple[pd.DataFrame, int]:
    """Rows of a variant, then those of the others as they were.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame
        Rows of the variant.
    before : DataFrame or None
        The layer as it is.
    variant : str
    names : sequence of str
        Columns of the layer.

    Returns
    -------
    DataFrame or GeoDataFrame
    int
        Rows carried over.
    """
    placed = isinstance(frame, GeoDataFrame)
    wanted = [*names, "geometry"] if placed else list(names)
    table = frame[wanted]
    others = before[before["variant"] != variant] if before is not None and len(before) else None
    if others is None or not len(others):
        return table, 0
    parts = [table.astype(object), others.reindex(columns=wanted).astype(object)]
    joined = pd.concat(parts, ignore_index=True).infer_objects()
    return (GeoDataFrame(joined, geometry="geometry", crs=frame.crs) if placed else joined), len(others)
