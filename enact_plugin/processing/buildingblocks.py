"""enact:buildingblocks."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from . import parameters
from .base import Job, Texts
from .heat_step import HeatStep, Taken


class BuildingBlocks(HeatStep):
    """Blocks into `blocks` and `building_blocks`."""

    ID = "buildingblocks"
    NUMBERS = ("BLOCKS", "OUTSIDE")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Form blocks"),
            self.tr(
                "Forms blocks (Baublöcke) from streets, rail and water, or takes given ones, and says which "
                "building is in which."
            ),
            self.tr(
                "Writes the layer 'blocks' and the table 'building_blocks'. Where the workspace holds given "
                "blocks (kind given_blocks), they count. Else streets, rail and rivers enclose faces, without "
                "footpaths, drives and steps; each is cut to the land within 50 m of its heated buildings, or to "
                "their parcels where these are loaded, without water and open land of the land use, so "
                "that its net area is that of the settlement. Fewer than five heated buildings together are "
                "outside settlements (Außenbereich). Blocks above 12 ha are cut in their widest gaps. Every "
                "building is in one block or outside, none twice."
            ),
            "Baublock, Baublöcke, Siedlungsblock, Außenbereich",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, whether given blocks count."""
        return [
            *super().parameters(),
            parameters.advanced(
                parameters.flag(
                    "OWN_BLOCKS",
                    self.tr("Form blocks although there are given ones"),
                    self.tr(
                        "On, blocks are formed from streets even where the workspace holds given blocks."
                    ),
                )
            ),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Form the blocks of the workspace."""
        from ..heat.blocks.blocks import BlockInputs, building_blocks
        from ..heat.blocks.land import Land

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        stock = taken.need("building_stock", ("building_id", "heated"))
        given = None if job.flag("OWN_BLOCKS") else taken.have("heatplan_blocks")
        boundary = taken.have("municipality")
        inputs = BlockInputs(
            stock,
            taken.have("streets"),
            taken.have("rail"),
            taken.have("waterways"),
            Land(*(taken.have(name) for name in ("water", "landuse", "parcels"))),
            None if boundary is None or not len(boundary) else boundary.geometry.union_all(),
            given,
        )
        made = building_blocks(inputs, taken.source, job.progress.part(0.2, 0.7))
        rows = taken.put("blocks", made.blocks, job.progress.part(0.7, 0.85), edits_count=True)
        taken.put("building_blocks", made.members, job.progress.part(0.85, 1.0))
        job.hint_place(workspace, "blocks")
        outside = int((made.members.frame["block_rule"] == "outside").sum())
        return {"WORKSPACE": str(workspace.path), "BLOCKS": rows, "OUTSIDE": outside}
