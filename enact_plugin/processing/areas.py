"""The area an algorithm works on, and where it comes from."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import EnactError
from ..outcome import Outcome, Source
from .inputs import read_if_present, read_source

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from ..layers.workspace import Workspace
    from .base import Job

OUTLINE = "boundary_from_districts"  # assumption of a municipality that is the outline of its districts
GAP_M = 1.0  # half the width of a gap between districts that is no land
PART_MARGIN_M = 250  # no building is longer than this beyond the boundary's box
MARGIN_M = 500  # around the buildings, where no boundary tells which census cells are wanted


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
        Layers of the workspace it was taken from, or that were looked for.
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


def area_of(job: Job, workspace: Workspace, layer: str = "") -> Area:
    """Area from the parameter BOUNDARY, else the municipality in the workspace, else no limit.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    layer : str
        Layer that is to be cut to the area. Districts are not cut by an outline that was made from the districts
        before: they could never grow.

    Raises
    ------
    EnactError
        ``ags_not_in_boundaries`` when the layer given holds other municipalities only, ``municipality_without_area``
        when no area is left of the one stored.
    """
    from ..layers.municipality import pick_municipality

    if job.given("BOUNDARY"):
        read = read_source(job, "BOUNDARY", workspace)
        outcome = pick_municipality(read.frame, workspace.ags)
        return Area(outcome.frame.geometry.iloc[0], workspace.crs)
    if layer == "districts" and is_outline_of_districts(workspace):
        return Area(None, workspace.crs)
    municipality = read_if_present(workspace, "municipality")
    if municipality is None:
        # what is not cut for want of a boundary is out of date when there is one; but for what the boundary is made of
        return Area(None, workspace.crs, inputs=() if layer == "districts" else ("municipality",))
    return Area(_mended(municipality, workspace), workspace.crs, inputs=("municipality",))


def is_outline_of_districts(workspace: Workspace) -> bool:
    """Whether the municipality stored is no boundary that was given, but the outline of the districts."""
    row = workspace.provenance("municipality")
    return row is not None and OUTLINE in row.assumptions


def _mended(municipality: GeoDataFrame, workspace: Workspace) -> BaseGeometry:
    """Whole area of the municipality's rows, which a person may have edited: rings that cross, rows without area."""
    from shapely import union_all

    from ..layers.geometry import clean_geometry

    shapes = clean_geometry(municipality, "polygon").frame.geometry.to_numpy()
    if not len(shapes):
        raise EnactError("municipality_without_area", path=workspace.path.name)
    return union_all(shapes)


def area_or_around_buildings(job: Job, workspace: Workspace) -> Area:
    """Area as `area_of`; where there is none, the box of the buildings and a margin.

    A census file covers Germany: without any limit a planner would get three million cells.
    """
    from shapely import box, total_bounds

    area = area_of(job, workspace)
    if area.geometry is not None:
        return area
    buildings = read_if_present(workspace, "buildings")
    if buildings is None or not buildings.geometry.notna().any():
        return area
    around = box(*total_bounds(buildings.geometry.to_numpy())).buffer(MARGIN_M)
    return Area(around, workspace.crs, "area_around_buildings", (*area.inputs, "buildings"))


def area_of_plants(job: Job, workspace: Workspace) -> Area:
    """Area that the places of plants are compared with: as `area_of`; without any, the outline of their districts.

    Raises
    ------
    EnactError
        Those of `area_of`, and of reading the districts of the parameter DISTRICTS.
    """
    from .plant_sums import districts_of

    area = area_of(job, workspace)
    if area.geometry is not None:
        return area
    quiet = copy(job)  # they are read once more for the sums, and shown then
    quiet.progress = job.progress.silent()
    districts = districts_of(quiet, workspace)
    if districts is None:
        return area
    try:
        made = outline(districts.frame, districts.source, workspace.ags, workspace.name)
    except EnactError as error:
        if error.code != "districts_without_area":  # rows without a shape tell nothing of where plants are
            raise
        return area
    inputs = (*area.inputs, districts.layer) if districts.layer else area.inputs
    return Area(made.frame.geometry.iloc[0], workspace.crs, OUTLINE, inputs)


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

    Raises
    ------
    EnactError
        ``districts_without_area``.
    """
    from geopandas import GeoDataFrame
    from shapely import union_all

    from ..layers.geometry import clean_geometry

    shapes = clean_geometry(districts, "polygon").frame.geometry.to_numpy()
    if not len(shapes):
        raise EnactError("districts_without_area")
    area = union_all(shapes).buffer(GAP_M, join_style="mitre")
    area = area.buffer(-GAP_M, join_style="mitre")
    frame = GeoDataFrame(
        {"ags": [ags], "name": [name], "area_km2": [area.area / 1e6]}, geometry=[area], crs=districts.crs
    )
    return Outcome(frame, source, len(districts), merged=len(districts) - 1, assumptions=(OUTLINE,))
