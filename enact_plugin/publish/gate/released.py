"""Frames that passed the gate. Only the gate makes them, and nothing else may be written for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...outcome import Source
from ...reference.public_layers import public_layer
from .divisions import Shown
from .groups import Amounts, Verdict

_PERCENT = 100.0
_SEAL = object()


class Treatment(Enum):
    """What the gate did with an area."""

    SHOWN = "shown"
    MERGED = "merged"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class ReceiptLine:
    """Account of one layer for the data-protection officer.

    Attributes
    ----------
    layer : str
    rows_in : int
        Areas or objects there were.
    shown, merged, withheld : int
        Areas shown by themselves, gone into a union, and not shown.
    beside : int
        Of those not shown: only so that others cannot be reckoned.
    reasons : dict
        Verdict to the number of areas that could not be shown by themselves.
    withheld_percent : float
        Share of the amount (heat) that lies in areas not shown.
    restricted, opted_out : int
        Buildings or objects cut out as restricted sites, or because their owner objected.
    """

    layer: str
    rows_in: int
    shown: int
    merged: int = 0
    withheld: int = 0
    beside: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    withheld_percent: float = 0.0
    restricted: int = 0
    opted_out: int = 0


@dataclass(frozen=True)
class Released:
    """A layer for others.

    Attributes
    ----------
    layer : str
        Name in public_layers.csv.
    line : ReceiptLine
    sources : tuple of Source
    """

    layer: str
    line: ReceiptLine
    sources: tuple[Source, ...]
    content: InitVar[pd.DataFrame]
    seal: InitVar[object]

    def __post_init__(self, content: pd.DataFrame, seal: object) -> None:
        """Refuse what does not come from the gate.

        Raises
        ------
        EnactError
            ``gate_bypassed``.
        """
        if seal is not _SEAL:
            raise EnactError("gate_bypassed", layer=self.layer)
        object.__setattr__(self, "_content", content.copy())

    @property
    def frame(self) -> pd.DataFrame:
        """The rows; a copy, so that nothing can be added after the gate."""
        content: pd.DataFrame = self._content  # type: ignore[attr-defined]
        return content.copy()


def release(layer: str, frame: pd.DataFrame, line: ReceiptLine, sources: tuple[Source, ...]) -> Released:
    """Seal a layer that the gate made.

    Parameters
    ----------
    layer : str
    frame : DataFrame or GeoDataFrame
        Exactly the columns that public_layers.csv or columns.csv lists for the layer, and a geometry.
    line : ReceiptLine
    sources : tuple of Source

    Raises
    ------
    EnactError
        ``gate_columns``, ``public_layer_unknown``.
    """
    allowed = [column.name for column in public_layer(layer).columns if not column.personal]
    found = [name for name in frame.columns if name != "geometry"]
    if found != allowed:
        others = sorted(set(found) ^ set(allowed))
        raise EnactError("gate_columns", layer=layer, names=", ".join(others) or layer)
    return Released(layer, line, sources, frame, _SEAL)


def treatments(shown: Shown) -> np.ndarray:
    """Treatment of each area of a division, as codes."""
    size = np.bincount(shown.union[shown.union >= 0], minlength=shown.division.areas)
    merged = np.append(size, 0)[shown.union] > 1
    return np.select(
        [shown.union < 0, merged], [Treatment.WITHHELD.value, Treatment.MERGED.value], Treatment.SHOWN.value
    )


def line_of(layer: str, shown: Shown, amounts: Amounts, restricted: int) -> ReceiptLine:
    """Account of a division; areas without any contributor are not counted."""
    filled = shown.before > Verdict.EMPTY
    handled = treatments(shown)[filled]
    reasons = {
        verdict.name.lower(): int((shown.before == verdict).sum())
        for verdict in Verdict
        if not verdict.may_leave and (shown.before == verdict).any()
    }
    inside = shown.division.place >= 0
    lost = amounts.value[inside & (shown.place < 0)].sum()
    whole = amounts.value[inside].sum()
    return ReceiptLine(
        layer,
        int(filled.sum()),
        int((handled == Treatment.SHOWN.value).sum()),
        int((handled == Treatment.MERGED.value).sum()),
        int((handled == Treatment.WITHHELD.value).sum()),
        int((shown.beside & filled).sum()),
        reasons,
        round(float(_PERCENT * lost / whole), 1) if whole else 0.0,
        restricted,
    )
