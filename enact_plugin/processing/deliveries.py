"""What the loaders of deliveries under the WPG share: who is asked for rows that match no building."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..fields.mapping import Mapping
    from ..heat.metered.heating import Heaters
    from ..outcome import Outcome
    from .heat_step import Taken
    from .inputs import Read


def delivered_heaters(taken: Taken) -> Heaters | None:
    """Heaters of the workspace, and what their buildings are found by; None where there are none."""
    from ..heat.metered.heating import Heaters

    swept = taken.have("heaters")
    if swept is None or swept.empty:
        return None
    return Heaters(swept, taken.need("building_addresses"), taken.have("building_blocks"))


def mapped_rows(read: Read, layer: str, mapping: Mapping) -> tuple[Outcome, DataFrame]:
    """Rows under our names with the account of the mapping, and those of them that hold anything."""
    import pandas as pd

    from ..layers.mapping import apply_mapping

    mapped = apply_mapping(read.frame, layer, mapping, read.source)
    frame = pd.DataFrame(mapped.frame.drop(columns=mapped.frame.geometry.name))
    return mapped, frame.dropna(axis="columns", how="all")


def lawful_outcome(
    delivered: Outcome, layer: str, lawful: DataFrame, dropped: dict[str, int], read: Read
) -> Outcome:
    """Rows that may be kept, with the account of the others."""
    from ..reference.columns import columns

    names = [column.name for column in columns(layer)]
    made = replace(
        delivered,
        frame=lawful.reindex(columns=names).reset_index(drop=True),
        dropped={reason: count for reason, count in dropped.items() if count},
        merged=0,
    )
    return read.complete(made)


def unmatched_outcome(unmatched: DataFrame, key: str, outcome: Outcome) -> Outcome:
    """Table of what matches no building."""
    frame = unmatched.copy()
    frame["reason"] = [reason.value for reason in frame["reason"]]
    frame["row_id"] = [f"{name}|{number}" for number, name in enumerate(frame[key])]
    return replace(
        outcome, frame=frame, rows_in=len(frame), dropped={}, merged=0, findings=(), assumptions=()
    )
