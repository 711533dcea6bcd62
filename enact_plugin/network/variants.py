"""Several variants of networks in one layer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from geopandas import GeoDataFrame

from ..errors import EnactError, Finding
from ..outcome import Outcome, Source
from ..reference.columns import columns


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


def variant_outcomes(
    frames: Mapping[str, pd.DataFrame],
    before: Mapping[str, pd.DataFrame | None],
    variant: str,
    source: Source,
    findings: tuple[Finding, ...],
    assumptions: tuple[str, ...],
) -> dict[str, Outcome]:
    """Layers of a step with the rows of a variant, and those of the others as they were.

    Parameters
    ----------
    frames : mapping
        Layer to the rows of the variant; the first tells findings and assumptions.
    before : mapping
        Layers as they are.
    variant : str
    source : Source
    findings : tuple of Finding
    assumptions : tuple of str

    Returns
    -------
    dict
        Layer to outcome.
    """
    made = {}
    for layer, frame in frames.items():
        names = [column.name for column in columns(layer)]
        table, carried = beside_others(frame, before.get(layer), variant, names)
        made[layer] = Outcome(table, source, len(frame), carried=carried)
    first = next(iter(made))
    made[first] = replace(made[first], findings=findings, assumptions=assumptions)
    return made


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
