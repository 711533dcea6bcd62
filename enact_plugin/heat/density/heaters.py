"""Heat generators of blocks by kind (map 4 of WPG Anlage 2)."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns
from ...reference.heat_tables import heater_kinds
from ..metered.heating import Heaters, told_heating

LAYER = "block_heaters"
_DIGITS = 1  # expected numbers


def block_heaters(
    blocks: GeoDataFrame,
    members: pd.DataFrame,
    mixture: pd.DataFrame,
    heaters: Heaters | None,
    source: Source,
) -> Outcome:
    """Heat generators of each block by kind.

    Counted where chimney sweeps delivered them; else one for each heated building, of the kinds of its census cell by
    share: expected numbers, no whole ones.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (b,)
        Layer ``blocks``.
    members : DataFrame
        Heated buildings: building_id, block_id.
    mixture : DataFrame
        Table ``building_mixture``.
    heaters : Heaters or None
    source : Source

    Returns
    -------
    Outcome
        `frame`: layer ``block_heaters``. Finding: ``generators_total``.
    """
    told = told_heating(mixture, pd.Index(members["building_id"]), heaters)
    generators = told.generators.merge(members, on="building_id")
    generators["column"] = generators["generator"].map(
        {name: kind.counted_as for name, kind in heater_kinds().items()}
    )
    names = list(dict.fromkeys(kind.counted_as for kind in heater_kinds().values()))
    counts = generators.pivot_table(index="block_id", columns="column", values="count", aggfunc="sum")
    counts = counts.reindex(index=blocks["block_id"], columns=names).fillna(0.0)
    measured = _measured(told.mixture, members).reindex(blocks["block_id"]).fillna(0.0)
    known = [name for name in names if name != "unknown_generators"]
    largest = np.array(known, dtype=object)[counts[known].to_numpy().argmax(axis=1)]
    total = counts.sum(axis=1).to_numpy()
    prevailing = np.where(counts[known].to_numpy().sum(axis=1) > 0, largest, "unknown_generators")
    data = {
        "block_id": blocks["block_id"].to_numpy(),
        "name": blocks["name"].to_numpy(),
        "generators": total.round(_DIGITS),
        **{name: counts[name].to_numpy().round(_DIGITS) for name in names},
        "prevailing_generator": np.where(total > 0, pd.Series(prevailing).map(_code()), None),
        "delivered_percent": (100 * measured.to_numpy()).round(_DIGITS),
    }
    table = pd.DataFrame(data)[[column.name for column in columns(LAYER)]]
    frame = GeoDataFrame(table, geometry=blocks.geometry.to_numpy(), crs=blocks.crs)
    values = {"count": round(float(total.sum())), "all": round(float(told.generators["count"].sum()))}
    finding = Finding("generators_total", severity=Severity.NOTE, values=values)
    return Outcome(frame, source, len(frame), findings=(finding,), assumptions=("generator_per_building",))


def _code() -> dict[str, str]:
    """Code of the list heat_generator that stands for each column: the first that is counted there."""
    found: dict[str, str] = {}
    for name, kind in heater_kinds().items():
        found.setdefault(kind.counted_as, name)
    return {**found, "other_generators": "other"}


def _measured(mixture: pd.DataFrame, members: pd.DataFrame) -> pd.Series:
    """Share of each block's buildings whose heating was delivered."""
    rows = mixture[mixture["attribute"].eq("carrier")]
    delivered = rows.loc[rows["source"].isin(("measured", "measured_group")), "building_id"]
    return members["building_id"].isin(delivered).groupby(members["block_id"]).mean()
