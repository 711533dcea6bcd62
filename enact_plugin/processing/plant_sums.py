"""Sums of the plants by area, with the districts they were made with before where none are to be had now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import Finding, Severity
from ..outcome import Source

if TYPE_CHECKING:
    from ..layers.provenance import Provenance
    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from .base import Job
    from .inputs import Used

PLANTS, SUMS = "plants", "plants_by_area"
JOINED = "; "  # between the parts of an origin


def summed(job: Job, workspace: Workspace, plants: Outcome) -> tuple[Outcome, tuple[str, ...]]:
    """Sums by area with the rights of the areas whose polygons they hold, and the layers they are made from.

    Parameters
    ----------
    job : Job
        Its parameter DISTRICTS, if it has one, is used.
    workspace : Workspace
    plants : Outcome
        As it will stand in the layer `plants`.
    """
    from ..register.figures.areas import plants_by_area
    from .inputs import stored_layer, with_rights_of

    areas: dict[str, Used | None] = {
        "municipality": stored_layer(workspace, "municipality"),
        "districts": districts_of(job, workspace),
        "postcodes": stored_layer(workspace, "postcodes"),
    }
    frames = {name: used.frame if used else None for name, used in areas.items()}
    sums = plants_by_area(plants.frame, **frames, gaps=plants.assumptions)
    used = [layer for layer in areas.values() if layer is not None and len(layer.frame)]
    source = with_rights_of(plants.source, *(layer.source for layer in used))
    findings = (*sums.findings, *(finding for layer in used for finding in layer.findings))
    # one that is not there counts too: when it comes, the sums lack it; a file is not of the workspace
    inputs = (PLANTS, *(name for name in areas if name != "districts" or not job.given("DISTRICTS")))
    return replace(sums, source=source, findings=findings), inputs


def districts_of(job: Job, workspace: Workspace) -> Used | None:
    """Districts that plants are summed by: those given, else those of the workspace, else those of the sums before."""
    from .inputs import optional_layer

    return optional_layer(job, "DISTRICTS", workspace, "districts") or districts_before(workspace)


def districts_before(workspace: Workspace) -> Used | None:
    """Districts that the sums were made with, which may have come from a file; None where there were none."""
    from .inputs import Used, read_if_present

    row, sums = workspace.provenance(SUMS), read_if_present(workspace, SUMS)
    if row is None or sums is None:
        return None
    rows = sums[(sums["area_kind"] == "district") & sums.geometry.notna()].drop_duplicates("area_id")
    names = {"area_id": "district_id", "area_name": "name"}
    frame = rows[[*names, rows.geometry.name]].rename(columns=names)
    if frame.empty:
        return None
    kept = Finding("districts_kept", severity=Severity.NOTE, values={"count": len(frame)})
    return Used(frame, _less(row, workspace.provenance(PLANTS)), findings=(kept,))


def _less(sums: Provenance, plants: Provenance | None) -> Source:
    """Origin of the areas: that of the sums less that of the plants, which may be of an earlier state by now."""
    own = [] if plants is None else [plants.source, plants.licence, plants.attribution]
    known = {part for text in own for part in text.split(JOINED)}

    def left(text: str) -> str:
        return JOINED.join(part for part in text.split(JOINED) if part not in known)

    return Source(left(sums.source), left(sums.licence), left(sums.attribution))
