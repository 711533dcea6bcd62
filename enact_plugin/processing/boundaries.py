"""What an algorithm reads besides its main input: layers and files as frames, and the area it works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EnactError, Finding
from ..outcome import Outcome, Source

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from ..layers.mapping import Mapping
    from ..layers.workspace import Workspace
    from .base import Job

GAP_M = 1.0  # half the width of a gap between districts that is no land
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
        source = Source(
            name=f"{known.name} ({self.source.name})" if known.name else self.source.name,
            licence=self.source.licence or known.licence,
            attribution=self.source.attribution or known.attribution,
            state=self.source.state or known.state,
        )
        return replace(outcome, source=source, findings=(*self.findings, *outcome.findings))


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
    return Read(frame, fields, _source_facts(job, shown), findings)


def _file_name(job: Job, name: str) -> str:
    """Name of the file behind a parameter, empty when it is a layer of the project."""
    value = job.raw(name)
    return (
        Path(value.split("|")[0]).name
        if isinstance(value, str) and Path(value.split("|")[0]).exists()
        else ""
    )


def _source_facts(job: Job, name: str) -> Source:
    state = job.text("STATE_DATE") if job.given("STATE_DATE") else ""
    try:
        day = date.fromisoformat(state) if state else None
    except ValueError as error:
        raise EnactError("state_date_invalid", value=state) from error
    licence = job.text("LICENCE") if job.given("LICENCE") else ""
    attribution = job.text("ATTRIBUTION") if job.given("ATTRIBUTION") else ""
    return Source(name, licence, attribution, day)


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
    """

    geometry: BaseGeometry | None
    crs: str
    assumption: str = ""

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Box, or None for no limit."""
        return None if self.geometry is None else self.geometry.bounds

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
    return Area(None if municipality is None else municipality.geometry.iloc[0], workspace.crs)


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
    return Area(around, workspace.crs, "area_around_buildings")


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
