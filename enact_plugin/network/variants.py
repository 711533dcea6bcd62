"""Several variants of networks in one layer."""

from __future__ import annotations

import hashlib
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
        ``network_variant_unknown``, ``network_variant_needed`` with the names there are.
    """
    names, wanted = proposals["variant"].tolist(), wanted.strip()
    if not wanted and len(names) == 1:
        wanted = names[0]
    if not wanted:
        raise EnactError("network_variant_needed", options=", ".join(sorted(names)))
    rows = proposals[proposals["variant"] == wanted]
    if rows.empty:
        raise EnactError("network_variant_unknown", variant=wanted, options=", ".join(sorted(names)))
    row = rows.iloc[0]
    return Named(wanted, str(row["network_kind"]), float(row["heat_mwh_a"]))


def rows_of(frame: pd.DataFrame, variant: str) -> pd.DataFrame:
    """Rows of a variant, numbered from zero."""
    return frame[frame["variant"] == variant].reset_index(drop=True)


def run_key(*parts: object) -> str:
    """Key by which a later step knows what it was made from: the same for the same result.

    Parameters
    ----------
    *parts : str, number, DataFrame
        What the result consists of.
    """
    digest = hashlib.sha256()
    for part in parts:
        text = part.to_csv(index=False, float_format="%.6g") if isinstance(part, pd.DataFrame) else str(part)
        digest.update(text.encode())
    return digest.hexdigest()[:12]


def refuse_old(made: pd.DataFrame, base: pd.DataFrame, algorithm: str) -> None:
    """Refuse to go on with a step whose base was made anew since.

    Parameters
    ----------
    made, base : DataFrame
        Row of the variant in the table of the step, and in that it was made from.
    algorithm : str
        That makes it anew.

    Raises
    ------
    EnactError
        ``network_step_old``.
    """
    if made["from_key"].iloc[0] != base["run_key"].iloc[0]:
        raise EnactError("network_step_old", variant=str(made["variant"].iloc[0]), algorithm=algorithm)


def named_variant(text: str) -> str:
    """Name of a variant as given.

    Raises
    ------
    EnactError
        ``network_variant_missing`` where it is empty.
    """
    if not text.strip():
        raise EnactError("network_variant_missing")
    return text.strip()
