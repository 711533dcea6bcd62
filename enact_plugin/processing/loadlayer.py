"""enact:loadlayer."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ..reference.kinds import layer_kinds
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts


def loadable_kinds() -> list[str]:
    """Kinds this algorithm loads, in the order of the layer tree."""
    return [kind.kind for kind in layer_kinds() if kind.loader == "loadlayer"]


class LoadLayer(EnactAlgorithm):
    """Any layer, service or table into the workspace, by kind."""

    ID = "loadlayer"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("ROWS",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load layer by kind"),
            self.tr(
                "Loads a layer, service or table as boundary, districts, streets, supply areas and so on."
            ),
            self.tr(
                "Writes a layer of the workspace from any vector layer, file, service or table that QGIS can open. "
                "The kind says what it is. Source fields are proposed by name and type; a mapping given once is "
                "remembered for sources of the same form. Geometry is repaired, everything outside the municipality "
                "left out and counted."
            ),
            "Layer, Grenze, Ortsteile, Straßen, Adressen, Wärmeplan, Versorgungsgebiete, Netze, Potenziale",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Layer, kind, mapping, boundary, origin, workspace."""
        return [
            parameters.any_source(
                "INPUT", self.tr("Layer, table or file"), self.tr("Whatever QGIS can open, in any CRS.")
            ),
            parameters.choice(
                "KIND",
                self.tr("Kind of layer"),
                loadable_kinds(),
                "boundary",
                self.tr("What the layer is; the kinds are described in the user guide."),
            ),
            parameters.mapping(),
            parameters.boundary(),
            *parameters.origin(),
            parameters.ags(optional=True),
            parameters.workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read, map, clean, store; remember the mapping."""
        from ..layers.ingest import ingest
        from ..layers.mapping import source_fingerprint
        from ..reference.kinds import layer_kind
        from .areas import area_of
        from .inputs import mapping_for, now, read_source, told, with_other_parts

        kind = layer_kind(job.choice("KIND"))
        workspace = job.workspace_of_ags()
        # the boundary itself is chosen by key, not cut by the boundary before; a table has no place
        free = kind.kind == "boundary" or kind.geometry == "none"
        area = None if free else area_of(job, workspace)
        read = read_source(job, "INPUT", workspace, area.bounds if area else None)
        mapping = mapping_for(job, workspace, kind.kind, read.fields)
        boundary = area.geometry if area else None
        outcome = read.complete(ingest(read.frame, kind, mapping, boundary=boundary, ags=workspace.ags))
        outcome = with_other_parts(told(outcome, mapping), workspace, kind)
        inputs = area.inputs if area else ()
        row = job.store(workspace, kind.layer, outcome, inputs, job.progress.part(0.6, 1.0))
        workspace.remember_mapping(kind.kind, source_fingerprint(read.fields), mapping.to_json(), now())
        return {"WORKSPACE": str(workspace.path), "ROWS": row.rows}
