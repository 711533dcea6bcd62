"""What an algorithm is given: layers and files as frames with their origin, and how their fields are mapped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome, Source
from ..reference.known_sources import recognise_source
from ..reference.municipalities import DEMO_AGS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from ..layers.mapping import Mapping
    from ..layers.workspace import Workspace
    from ..reference.kinds import LayerKind
    from .base import Job


@dataclass(frozen=True)
class Read:
    """A layer or file, read.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
        Source columns, geometry in the workspace's CRS.
    fields : tuple of (str, str)
        Name and type of each source column.
    source : Source
        What the layer and the user tell of its origin.
    findings : tuple of Finding
        What was assumed about the CRS.
    """

    frame: GeoDataFrame
    fields: tuple[tuple[str, str], ...]
    source: Source
    findings: tuple[Finding, ...]

    def complete(self, outcome: Outcome) -> Outcome:
        """Add file, licence and findings of the reading to an outcome made from it."""
        known = outcome.source
        told = known.name and known.name not in self.source.name
        source = Source(
            name=f"{known.name} ({self.source.name})" if told else self.source.name,
            licence=self.source.licence or known.licence,
            attribution=self.source.attribution or known.attribution,
            state=self.source.state or known.state,
        )
        findings = [
            finding
            for finding in self.findings
            if finding.id != "attribution_unknown" or not (source.licence or source.attribution)
        ]
        return replace(outcome, source=source, findings=(*findings, *outcome.findings))


def read_source(job: Job, name: str, workspace: Workspace, bounds: Sequence[float] | None = None) -> Read:
    """Read the layer or file of parameter `name` in the workspace's CRS.

    Parameters
    ----------
    job : Job
    name : str
        Parameter.
    workspace : Workspace
    bounds : sequence of float or None
        Only features whose box meets it, in the workspace's CRS.

    Raises
    ------
    EnactError
        ``file_missing``, ``input_unreadable``, ``layer_empty``, ``nothing_in_area``, ``crs_unknown``,
        ``coordinates_zone_prefixed``.
    """
    from qgis.core import QgsCoordinateReferenceSystem

    from ..cartography.texts import map_text
    from ..layers.frames import effective_crs, to_frame
    from ..layers.ingest import check_coordinates

    source = job.source(name)
    shown = _file_name(job, name) or source.sourceName()
    target = QgsCoordinateReferenceSystem(workspace.crs)
    crs, findings = effective_crs(source, target, shown)
    frame = to_frame(source, target, crs, bounds, job.progress.part(0.0, 0.4)).drop(
        columns="fid", errors="ignore"
    )
    if frame.empty:
        if bounds is None or source.featureCount() == 0:
            raise EnactError("layer_empty", layer=shown)
        raise EnactError("nothing_in_area", layer=shown, crs=crs.authid())
    if frame.geometry.notna().any():
        check_coordinates(frame.geometry, shown)
    fields = tuple((field.name(), field.typeName()) for field in source.fields() if field.name() in frame)
    facts = _source_facts(job, name, shown, [field for field, _type in fields])
    if workspace.ags == DEMO_AGS and not facts.attribution:
        facts = replace(facts, attribution=map_text("fictitious_data"))
    if not facts.licence and not facts.attribution:
        findings = (
            *findings,
            Finding("attribution_unknown", severity=Severity.NOTE, values={"layer": shown}),
        )
    return Read(frame, fields, facts, findings)


def _file_name(job: Job, name: str) -> str:
    """Name of the file behind a parameter, empty when it is a layer of the project."""
    value = job.raw(name)
    return (
        Path(value.split("|")[0]).name
        if isinstance(value, str) and Path(value.split("|")[0]).exists()
        else ""
    )


def _source_facts(job: Job, name: str, shown: str, fields: Sequence[str]) -> Source:
    """Origin of a layer: what the user says, else what the layer's metadata tell, else what its fields give away."""
    state = job.text("STATE_DATE") if job.given("STATE_DATE") else ""
    try:
        day = date.fromisoformat(state) if state else None
    except ValueError as error:
        raise EnactError("state_date_invalid", value=state) from error
    licence = job.text("LICENCE") if job.given("LICENCE") else ""
    attribution = job.text("ATTRIBUTION") if job.given("ATTRIBUTION") else ""
    told_licence, told_rights = job.layer_rights(name)
    known = recognise_source(fields) or Source("")
    return Source(
        f"{known.name} ({shown})" if known.name else shown,
        licence or told_licence or known.licence,
        attribution or told_rights or known.attribution,
        day,
    )


def read_if_present(workspace: Workspace, layer: str) -> GeoDataFrame | None:
    """Layer of the workspace, or None where it has none."""
    return workspace.read(layer) if layer in workspace.layers() else None


def optional_frame(job: Job, name: str, workspace: Workspace, layer: str) -> GeoDataFrame | None:
    """Layer of an optional parameter mapped as its kind, else the workspace's layer, else None."""
    from ..layers.ingest import ingest
    from ..reference.kinds import kind_of_layer

    if not job.given(name):
        return read_if_present(workspace, layer)
    read = read_source(job, name, workspace)
    kind = kind_of_layer(layer)
    return ingest(read.frame, kind, mapping_for(job, workspace, kind.kind, read.fields)).frame


def mapping_for(job: Job, workspace: Workspace, kind: str, fields: Sequence[tuple[str, str]]) -> Mapping:
    """Mapping of the parameter, else the one remembered for such a source, else the proposed one.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    kind : str
    fields : sequence of (str, str)
        Name and type of the source's fields.

    Returns
    -------
    Mapping

    Raises
    ------
    EnactError
        ``mapping_not_json``.
    """
    from ..layers.mapping import Mapping, complete_mapping, propose_mapping, source_fingerprint

    if job.given("MAPPING"):
        return complete_mapping(Mapping.from_json(job.text("MAPPING")), kind, fields)
    remembered = workspace.remembered_mapping(kind, source_fingerprint(fields))
    return Mapping.from_json(remembered) if remembered else propose_mapping(kind, fields)


def told(outcome: Outcome, mapping: Mapping) -> Outcome:
    """Outcome that names which field of the source became what, for the user to confirm or change."""
    pairs = ", ".join(f"{entry.target} = {entry.field}" for entry in mapping.fields if entry.field)
    if not pairs:
        return outcome
    used = Finding("mapping_used", severity=Severity.NOTE, values={"pairs": pairs})
    return replace(outcome, findings=(used, *outcome.findings))


def with_other_parts(outcome: Outcome, workspace: Workspace, kind: LayerKind) -> Outcome:
    """Outcome of a layer that is delivered in parts, with the parts already there: supply areas year by year.

    Rows, source and licence of the other parts stay in the account.
    """
    from ..layers.ingest import with_other_slices
    from ..reference.kind_rules import kind_rules

    stored = read_if_present(workspace, kind.layer) if kind_rules(kind.kind).slice else None
    if stored is None:
        return outcome
    frame = with_other_slices(outcome.frame, stored, kind)
    kept = len(frame) - len(outcome.frame)
    before = workspace.provenance(kind.layer)
    if not kept or before is None:
        return outcome
    told = outcome.source
    source = Source(
        _joined(before.source, told.name),
        _joined(before.licence, told.licence),
        _joined(before.attribution, told.attribution),
        min(filter(None, (before.state_date, told.state)), default=None),
    )
    return replace(outcome, frame=frame, source=source, rows_in=outcome.rows_in + kept)


def _joined(before: str, added: str) -> str:
    """Both texts, each once."""
    parts = [part for part in before.split("; ") if part]
    return "; ".join([*parts, added] if added and added not in parts else parts)


def json_mapping(job: Job, text: str | None = None) -> dict[str, Any] | None:
    """Field mapping of buildings as JSON tells it; that of the parameter MAPPING when `text` is None.

    Raises
    ------
    EnactError
        ``mapping_not_json``.
    """
    if text is None:
        text = job.text("MAPPING") if job.given("MAPPING") else ""
    if not text:
        return None
    try:
        found = json.loads(text)
    except ValueError as error:
        raise EnactError("mapping_not_json", detail=str(error)) from error
    if not isinstance(found, dict):
        raise EnactError("mapping_not_json", detail=text[:60])
    return found


def now() -> str:
    """ISO text of this moment, with its zone."""
    return datetime.now().astimezone().isoformat("T", "seconds")
