"""Layers for others: what of a layer of the workspace may leave the house, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import EnactError
from .columns import Column, columns
from .kind_rules import GateRule
from .kinds import LayerKind, layer_kind
from .tables import rows


@dataclass(frozen=True)
class PublicLayer:
    """A layer for others: one row of public_layers.csv.

    Attributes
    ----------
    layer : str
        Its name in every product.
    kind : LayerKind
        What it is made from: title, style and rule of the gate.
    columns : tuple of Column
        All it has, of the source's columns where it is made of single objects.
    least_zoom : int
        Objects as small as a building are drawn from this zoom level of web maps on; 0 for all.
    sums : bool
        Made of sums that the gate reckons; otherwise of single objects.
    """

    layer: str
    kind: LayerKind
    columns: tuple[Column, ...]
    least_zoom: int
    sums: bool

    @property
    def rule(self) -> GateRule:
        """How it may leave the house."""
        return GateRule(self.kind.gate_rule)


@cache
def public_layers() -> dict[str, PublicLayer]:
    """All layers for others by name, in the table's order."""
    return {row["layer"]: _public_layer(row) for row in rows("public_layers")}


def public_layer(name: str) -> PublicLayer:
    """Return the layer for others named `name`.

    Raises
    ------
    EnactError
        ``public_layer_unknown``.
    """
    if name not in public_layers():
        raise EnactError("public_layer_unknown", name=name)
    return public_layers()[name]


def _public_layer(row: dict[str, str]) -> PublicLayer:
    kind = layer_kind(row["kind"])
    own = columns(row["layer"])
    wanted = [name for name in row["columns"].split("|") if name]
    of_source = {column.name: column for column in columns(kind.layer)}
    return PublicLayer(
        row["layer"],
        kind,
        own or tuple(of_source[name] for name in wanted),
        int(row["least_zoom"] or 0),
        bool(own),
    )
