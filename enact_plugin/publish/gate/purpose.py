"""Data collected for the heat plan stays with it (WPG §10 and §12), through every layer computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...reference.kind_rules import GateRule, Purpose
from ...reference.kinds import LayerKind, kind_of_layer

_LOADERS = ("loadlayer", "loadconsumption", "loadheaters")


@dataclass(frozen=True)
class Lineage:
    """What each layer of a workspace was computed from.

    Attributes
    ----------
    inputs : mapping
        Layer to the layers that went into it and held something at that time.
    """

    inputs: Mapping[str, frozenset[str]]

    def ancestors(self, layer: str) -> frozenset[str]:
        """All layers that went into one, directly or through others."""
        found: set[str] = set()
        open_ = set(self.inputs.get(layer, ()))
        while open_:
            name = open_.pop()
            found.add(name)
            open_ |= self.inputs.get(name, frozenset()) - found
        return frozenset(found)

    def collected(self, layer: str) -> tuple[str, ...]:
        """Layers collected for the heat plan that went into one, or that it is itself; sorted."""
        return tuple(sorted(name for name in {layer, *self.ancestors(layer)} if _is_collected(name)))


def _is_collected(layer: str) -> bool:
    """Whether somebody delivered the layer for the heat plan: bound to it, and about single objects."""
    kind = kind_of_layer(layer)
    return kind is not None and Purpose(kind.purpose) is Purpose.WPG and _about_contributors(kind)


def _about_contributors(kind: LayerKind) -> bool:
    """Sites that are only cut out of others give no value to what is computed."""
    return kind.loader in _LOADERS and GateRule(kind.gate_rule) is not GateRule.NEVER
