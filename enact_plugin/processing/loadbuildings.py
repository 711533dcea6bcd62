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
        from ..layers.mapping import source_fingerprint
        from ..stock.buildings import read_buildings
        from ..stock.detect import BuildingKind
        from .areas import PART_MARGIN_M, area_of
        from .inputs import json_mapping, now, read_source

        workspace = job.workspace()
        area = area_of(job, workspace)
        # parts of a building may lie beyond the box of the boundary; they are merged before the rest is left out
        read = read_source(job, "INPUT", workspace, area.bounds_with(PART_MARGIN_M))
        kind = BuildingKind(job.choice("KIND"))
        fingerprint = source_fingerprint(read.fields)
        mapping = json_mapping(job) or json_mapping(
            job, workspace.remembered_mapping("buildings", fingerprint)
        )
        if job.given("MAPPING") or (mapping and kind is BuildingKind.AUTO):
            kind = BuildingKind.MAPPED
        outcome = read_buildings(
            read.frame,
            kind,
            mapping=mapping if kind is BuildingKind.MAPPED else None,
            boundary=area.geometry,
            progress=job.progress.part(0.4, 0.7),
        )
        row = job.store(
            workspace, "buildings", read.complete(outcome), area.inputs, job.progress.part(0.7, 1.0)
        )
        if job.given("MAPPING"):
            workspace.remember_mapping("buildings", fingerprint, job.text("MAPPING"), now())
        return {"WORKSPACE": str(workspace.path), "BUILDINGS": row.rows}
