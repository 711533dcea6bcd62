"""enact:loadbuildings."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts


class LoadBuildings(EnactAlgorithm):
    """Buildings of any source into `buildings`."""

    ID = "loadbuildings"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("BUILDINGS",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load buildings"),
            self.tr(
                "Loads buildings from LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygon layer."
            ),
            self.tr(
                "Writes the layer 'buildings': one row per building with use, storeys, height, age and address as "
                "far as the source tells them, and for each of them where it comes from. Building parts of LoD2 are "
                "merged, invalid rings repaired, repeated objects counted once. What the source does not tell stays "
                "empty."
            ),
            "Gebäude, ALKIS, LoD2, OSM, OpenStreetMap, Hausumringe",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Layer, its kind, mapping, boundary, workspace."""
        return [
            parameters.any_source(
                "INPUT",
                self.tr("Buildings (layer or file)"),
                self.tr("Polygons of the buildings, in any CRS."),
            ),
            parameters.choice(
                "KIND",
                self.tr("Kind of building data"),
                ["auto", "lod2_surfaces", "alkis", "osm", "mapped"],
                "auto",
                self.tr(
                    "auto recognises the kind from the fields. lod2_surfaces: shape delivery of GeoSN. alkis: outlines "
                    "with function code. osm: OpenStreetMap tags. mapped: any layer, with the mapping below."
                ),
            ),
            parameters.mapping(),
            parameters.boundary(),
            *parameters.origin(),
            parameters.workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the layer in the workspace's CRS and make one table of it."""
        from ..stock.buildings import read_buildings
        from ..stock.detect import BuildingKind
        from .boundaries import area_of, mapping_for, read_source

        workspace = job.workspace()
        area = area_of(job, workspace)
        read = read_source(job, "INPUT", workspace, area.bounds)
        kind = BuildingKind(job.choice("KIND"))
        mapping = (
            mapping_for(job, workspace, "buildings", read.fields) if kind is BuildingKind.MAPPED else None
        )
        outcome = read_buildings(
            read.frame,
            kind,
            mapping=None
            if mapping is None
            else {entry.target: entry.field for entry in mapping.fields if entry.field},
            boundary=area.geometry,
            progress=job.progress.part(0.4, 0.7),
        )
        row = job.store(workspace, "buildings", read.complete(outcome), progress=job.progress.part(0.7, 1.0))
        return {"WORKSPACE": str(workspace.path), "BUILDINGS": row.rows}
