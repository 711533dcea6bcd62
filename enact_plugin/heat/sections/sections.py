"""Street sections of a municipality with their buildings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...progress import SILENT, Progress
from ...reference.columns import columns
from ...reference.heat_rules import heat_rule
from ..blocks.faces import border_lines
from ..keys import geometry_keys
from .assignment import NONE, Assignment, Obstacles, assign
from .noding import by_place, nodes, street_pieces

_NAMED = 10  # streets in a message


@dataclass(frozen=True)
class SectionInputs:
    """What sections are made from; all in the same metric CRS.

    Attributes
    ----------
    streets : GeoDataFrame
        Layer ``streets``.
    stock : GeoDataFrame, shape (n,)
        Layer ``building_stock``.
    rail, waterways : GeoDataFrame or None
        Layers of those names: no building is led across them.
    """

    streets: GeoDataFrame
    stock: GeoDataFrame
    rail: GeoDataFrame | None = None
    waterways: GeoDataFrame | None = None


@dataclass(frozen=True)
class Sections:
    """Sections and their buildings.

    Attributes
    ----------
    sections : Outcome
        Columns of the layer ``street_sections``.
    members : Outcome
        Columns of the table ``building_sections``: every heated building once.
    """

    sections: Outcome
    members: Outcome


def street_sections(inputs: SectionInputs, source: Source, progress: Progress = SILENT) -> Sections:
    """Cut streets into sections between junctions and give each heated building to one of them.

    Parameters
    ----------
    inputs : SectionInputs
    source : Source
    progress : Progress

    Returns
    -------
    Sections

    Raises
    ------
    EnactError
        ``sections_without_streets``, ``sections_nothing_heated``.
    """
    stock = inputs.stock.sort_values("building_id", kind="stable")
    heated = stock[stock["heated"].to_numpy(dtype=bool, na_value=False)].reset_index(drop=True)
    if heated.empty:
        raise EnactError("sections_nothing_heated", total=len(stock))
    progress(0.1, "sections_noding", rows=len(inputs.streets))
    pieces = street_pieces(inputs.streets)
    if not len(pieces.lines):
        raise EnactError("sections_without_streets", total=len(inputs.streets))
    pieces = pieces.take(by_place(pieces.lines))
    progress(0.5, "sections_members", rows=len(heated))
    barriers = np.concatenate(
        [
            border_lines("rail", inputs.rail, "rail_class"),
            border_lines("waterways", inputs.waterways, "water_kind"),
        ]
    )
    streets = heated["street"].to_numpy(dtype=object)
    found = assign(pieces.lines, pieces.name, streets, Obstacles(heated.geometry.to_numpy(), barriers))
    keys = geometry_keys(pieces.lines, "s_")
    ends = nodes(pieces.lines)
    known = found.section != NONE
    data = {
        "section_id": keys,
        "street": pieces.name,
        "street_class": pieces.street_class,
        "length_m": shapely.length(pieces.lines).round(2),
        "buildings": np.bincount(found.section[known], minlength=len(keys)),
        "dead_end": (ends.degree[ends.start] == 1) | (ends.degree[ends.end] == 1),
    }
    table = pd.DataFrame(data)[[column.name for column in columns("street_sections")]]
    members = pd.DataFrame(
        {
            "building_id": heated["building_id"],
            "section_id": np.where(known, keys[found.section], None),
            "section_rule": found.rule,
            "distance_m": found.distance_m.round(2),
        }
    )
    progress(1.0)
    return Sections(
        Outcome(
            GeoDataFrame(table, geometry=pieces.lines, crs=inputs.streets.crs),
            source,
            len(table),
            findings=(*_findings(members), *_missing_streets(found, pieces.name)),
            assumptions=("sections_between_junctions", "sections_address_first"),
        ),
        Outcome(members, source, len(members)),
    )


def _findings(members: pd.DataFrame) -> tuple[Finding, ...]:
    """How many buildings were given to a section by which rule."""
    counts = members["section_rule"].value_counts()
    return tuple(
        Finding(
            "sections_rule",
            severity=Severity.WARNING if rule == "none" else Severity.NOTE,
            values={"section_rule": rule, "count": int(counts[rule]), "total": len(members)},
        )
        for rule in sorted(counts.index)
    )


def _missing_streets(found: Assignment, names: np.ndarray) -> tuple[Finding, ...]:
    """Streets beyond whose mapped end several of their houses stand: their heat is all on what is mapped."""
    past = np.bincount(found.section[found.past_the_end], minlength=len(names))
    short = past >= heat_rule("address_far_houses")
    if not short.any():
        return ()
    streets = sorted({str(name) for name in names[short]})
    named = ", ".join(streets[:_NAMED]) + (" …" if len(streets) > _NAMED else "")
    values = {"streets": named, "total": int(past[short].sum())}
    return (Finding("sections_street_missing", severity=Severity.WARNING, values=values),)
