"""What the loaders and the privacy gate must know of a kind of layer, beyond what it is called and looks like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from ..errors import EnactError
from .tables import rows


class Purpose(Enum):
    """What data may be used for (WPG §10 and §12)."""

    WPG = "wpg"  # collected for the heat plan, bound to it
    PUBLIC = "public"
    CONSENT = "consent"
    CAMPAIGN = "campaign"


class GateRule(Enum):
    """How a layer may leave the workspace; restricted sites are cut out in every case."""

    PUBLIC = "public"  # as it is
    PLAN_ONLY = "plan_only"  # in the heat plan itself, which must show it; in no product for others
    OPT_OUT = "opt_out"  # per object, from public geometry only, less the opt-out list
    MIN5_DOMINANCE = "min5_dominance"  # groups of at least five without a dominant one, rounded
    PER_BLOCK_ONLY = "per_block_only"  # blocks, never pipes or buildings
    CONSENT = "consent"  # only with the owner's word
    NEVER = "never"


class BoundaryRule(Enum):
    """What of a source belongs to the municipality."""

    WITHIN = "within"  # points in it
    TOUCHING = "touching"  # kept whole where it reaches into it
    MAJORITY = "majority"  # kept whole when more than half lies in it
    CLIP = "clip"  # cut at the boundary
    SELECT = "select"  # the municipality itself, chosen by its key
    NONE = "none"  # tables
    OWN = "own"  # the loader decides


@dataclass(frozen=True)
class KindRules:
    """Rules of one kind of layer: the other columns of layer_kinds.csv.

    Attributes
    ----------
    kind : str
    wpg : str
        Where the heat planning act (WPG) asks for it.
    xwaermeplan : tuple of str
        Classes of XWärmeplan 0.9 that hold it.
    required : tuple of tuple of str
        Columns a source must deliver; of each inner tuple at least one.
    boundary : BoundaryRule
    slice : str
        Column by which parts of the layer are delivered and replaced one at a time (supply areas: year); empty when
        a source always holds the whole layer.
    """

    kind: str
    wpg: str
    xwaermeplan: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]
    boundary: BoundaryRule
    slice: str


@cache
def kind_rules(kind: str) -> KindRules:
    """Return the rules of the kind named `kind`.

    Raises
    ------
    EnactError
        ``layer_kind_unknown``.
    """
    table = rows("layer_kinds")
    row = next((row for row in table if row["kind"] == kind), None)
    if row is None:
        raise EnactError("layer_kind_unknown", kind=kind, kinds=", ".join(row["kind"] for row in table))
    return KindRules(
        kind=kind,
        wpg=row["wpg"],
        xwaermeplan=tuple(name for name in row["xwaermeplan"].split("|") if name),
        required=tuple(tuple(group.split("/")) for group in row["required"].split("|") if group),
        boundary=BoundaryRule(row["boundary_rule"]),
        slice=row["slice"],
    )
