"""The kinds of layer a workspace holds and how each is loaded, shown and released."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import EnactError
from .tables import rows


@dataclass(frozen=True)
class LayerKind:
    """A kind of layer: one row of layer_kinds.csv.

    Attributes
    ----------
    kind : str
        What the user chooses; static string of `enact:loadlayer`'s KIND.
    layer : str
        Name of the table in the workspace.
    loader : str
        Algorithm that fills it.
    geometry : str
        point, line, polygon, any or none.
    key : str
        Column that stays the same across loads.
    title_de, title_en, group_de : str
        Title and group in the layer tree.
    style : str
        Name of the QML in resources/styles; empty for tables.
    purpose, gate_rule : str
        What the data may be used for, and the rule by which it may be published (none: never).
    """

    kind: str
    layer: str
    loader: str
    geometry: str
    key: str
    title_de: str
    title_en: str
    group_de: str
    style: str
    purpose: str
    gate_rule: str


@cache
def layer_kinds() -> tuple[LayerKind, ...]:
    """All kinds in the order of the layer tree."""
    names = LayerKind.__dataclass_fields__
    return tuple(LayerKind(**{name: row[name] for name in names}) for row in rows("layer_kinds"))


def layer_kind(kind: str) -> LayerKind:
    """Return the kind named `kind`.

    Raises
    ------
    EnactError
        ``layer_kind_unknown``.
    """
    for candidate in layer_kinds():
        if candidate.kind == kind:
            return candidate
    raise EnactError("layer_kind_unknown", kind=kind, kinds=", ".join(k.kind for k in layer_kinds()))


def kind_of_layer(layer: str) -> LayerKind | None:
    """Return the kind that fills the workspace's table `layer`, or None."""
    return next((candidate for candidate in layer_kinds() if candidate.layer == layer), None)
