"""What an algorithm reads besides its main input: layers and files as frames, and the area it works on."""

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

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from ..layers.mapping import Mapping
    from ..layers.workspace import Workspace
    from ..reference.kinds import LayerKind
    from .base import Job

GAP_M = 1.0  # half the width of a gap between districts that is no land
PART_MARGIN_M = 250  # no building is longer than this beyond the boundary's box
MARGIN_M = 500  # around the buildings, where no boundary tells which census cells are wanted


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


@dataclass(frozen=True)
class Area:
    """The area an algorithm works on.

    Attributes
    ----------
    geometry : Polygon, MultiPolygon or None
        In the workspace's CRS; None for no limit.
    crs : str
    assumption : str
        Code of the text that says where it comes from, when it is not the municipality's boundary.
    inputs : tuple of str
        Layers of the workspace it was taken from.
    """

    geometry: BaseGeometry | None
    crs: str
    assumption: str = ""
    inputs: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Box, or None for no limit."""
        return None if self.geometry is None else self.geometry.bounds

    def bounds_with(self, margin_m: float) -> tuple[float, float, float, float] | None:
        """Box with a margin all around, or None for no limit."""
        return None if self.geometry is None else self.geometry.buffer(margin_m).bounds

    def in_crs(self, crs: str) -> BaseGeometry | None:
        """Geometry in another CRS."""
        from geopandas import GeoSeries

        from ..layers.frames import reproject

        if self.geometry is None:
            return None
        return reproject(GeoSeries([self.geometry], crs=self.crs), crs).iloc[0]

    def noted(self, outcome: Outcome) -> Outcome:
        """Outcome with the assumption about the area."""
        if not self.assumption:
            return outcome
        return replace(outcome, assumptions=(*outcome.assumptions, self.assumption))


def area_of(job: Job, workspace: Workspace) -> Area:
    """Area from the parameter BOUNDARY, else the municipality in the workspace, else no limit.

    Raises
    ------
    EnactError
        ``ags_not_in_boundaries`` when the layer given holds other municipalities only.
    """
    from ..layers.ingest import pick_municipality

    if job.given("BOUNDARY"):
        read = read_source(job, "BOUNDARY", workspace)
        outcome = pick_municipality(read.frame, workspace.ags)
        return Area(outcome.frame.geometry.iloc[0], workspace.crs)
    municipality = read_if_present(workspace, "municipality")
    if municipality is None:
        return Area(None, workspace.crs)
    return Area(municipality.geometry.iloc[0], workspace.crs, inputs=("municipality",))


def area_or_around_buildings(job: Job, workspace: Workspace) -> Area:
    """Area as `area_of`; where there is none, the box of the buildings and a margin.

    A census file covers Germany: without any limit a planner would get three million cells.
    """
    from shapely import box, total_bounds

    area = area_of(job, workspace)
    if area.geometry is not None:
        return area
    buildings = read_if_present(workspace, "buildings")
    if buildings is None:
        return area
    around = box(*total_bounds(buildings.geometry.to_numpy())).buffer(MARGIN_M)
    return Area(around, workspace.crs, "area_around_buildings", ("buildings",))


def outline(districts: GeoDataFrame, source: Source, ags: str, name: str) -> Outcome:
    """Municipality as the outline of its districts.

    Hairline gaps between districts that were digitised apart are closed: they would be holes in the municipality.

    Parameters
    ----------
    districts : GeoDataFrame, shape (d,)
    source : Source
        Of the districts.
    ags, name : str

    Returns
    -------
    Outcome
        One row.
    """
    from geopandas import GeoDataFrame
    from shapely import union_all

    area = union_all(districts.geometry.to_numpy()).buffer(GAP_M, join_style="mitre")
    area = area.buffer(-GAP_M, join_style="mitre")
    frame = GeoDataFrame(
        {"ags": [ags], "name": [name], "area_km2": [area.area / 1e6]}, geometry=[area], crs=districts.crs
    )
    return Outcome(
        frame, source, len(districts), merged=len(districts) - 1, assumptions=("boundary_from_districts",)
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
