"""enact:heatdensity."""

from __future__ import annotations

from typing import Any

from .base import Job, Texts
from .deliveries import delivered_heaters
from .heat_step import MIXTURE, STOCK, HeatStep, Taken


class HeatDensity(HeatStep):
    """Heat of blocks and on a grid into `block_heat` and `heat_grid`."""

    ID = "heatdensity"
    NUMBERS = ("BLOCKS", "USEFUL_MWH")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Heat density"),
            self.tr(
                "Sums heat by block and on a 100 m grid: density, energy carriers, prevailing type and age of "
                "buildings."
            ),
            self.tr(
                "Writes the layers 'block_heat' and 'heat_grid'. The density is useful heat with hot water per "
                "net hectare of the block, with a low and a high value; shares of carriers are those of final "
                "energy; the prevailing type and age class are those with the largest floor area. On the grid "
                "a building counts in each cell with the share of its outline. The sum over the blocks and the "
                "buildings outside settlements is the sum over all buildings; the log states both."
            ),
            "Wärmedichte, Wärmeverbrauchsdichte, Baublock, Raster, Energieträger, Gebäudetyp, Baualtersklasse",
        )

    def compute(self, job: Job) -> dict[str, Any]:
        """Sum the heat of the workspace's buildings."""
        from ..heat.density.blocks import BlockHeatInputs, block_heat
        from ..heat.density.grid import heat_grid
        from ..heat.density.heaters import block_heaters
        from ..heat.density.large import large_heat_users

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        stock, mixture = (
            taken.need("building_stock", (*STOCK, "name")),
            taken.need("building_mixture", MIXTURE),
        )
        demand = taken.need("building_demand")
        blocks, members = taken.need("blocks"), taken.need("building_blocks")
        inputs = BlockHeatInputs(blocks, members, stock, mixture, demand)
        heat = block_heat(inputs, taken.source)
        job.progress(0.5)
        grid = heat_grid(stock, demand, taken.source)
        large = large_heat_users(stock, demand, taken.source)
        rows = taken.put("block_heat", heat, job.progress.part(0.6, 0.7))
        taken.put("heat_grid", grid, job.progress.part(0.7, 0.8))
        taken.put("large_heat_users", large, job.progress.part(0.8, 0.9))
        heated = members[members["building_id"].isin(demand["building_id"])]
        found = block_heaters(blocks, heated, mixture, delivered_heaters(taken), taken.source)
        taken.put("block_heaters", found, job.progress.part(0.9, 1.0))
        job.hint_place(workspace, "block_heat")
        total = round(float(heat.frame["useful_heat_mwh_a"].sum()), 1)
        return {"WORKSPACE": str(workspace.path), "BLOCKS": rows, "USEFUL_MWH": total}
