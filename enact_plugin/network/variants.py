"""Several variants of networks in one layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from geopandas import GeoDataFrame

from ..errors import EnactError


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


@dataclass(frozen=True)
class Named:
    """A variant to go on with.

    Attributes
    ----------
    variant : str
    kind : str
        Code of the kind of network.
    heat_mwh_a : float
        Heat sold.
    """

    variant: str
    kind: str
    heat_mwh_a: float


def pick(proposals: pd.DataFrame, wanted: str) -> Named:
    """Variant of the table ``network_proposals`` by name; the only one where no name is given.

    Parameters
    ----------
    proposals : DataFrame
    wanted : str

    Raises
    ------
    EnactError
        ``network_variant_unknown`` with the names there are.
    """
    names = proposals["variant"].tolist()
    if not wanted and len(names) == 1:
        wanted = names[0]
    rows = proposals[proposals["variant"] == wanted]
    if rows.empty:
        raise EnactError("network_variant_unknown", variant=wanted, options=", ".join(sorted(names)))
    row = rows.iloc[0]
    return Named(wanted, str(row["network_kind"]), float(row["heat_mwh_a"]))


def rows_of(frame: pd.DataFrame, variant: str) -> pd.DataFrame:
    """Rows of a variant, numbered from zero."""
    return frame[frame["variant"] == variant].reset_index(drop=True)
