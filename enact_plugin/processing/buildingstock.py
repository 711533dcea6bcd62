"""enact:buildingstock."""

from __future__ import annotations

from typing import Any

from .base import Job, Texts
from .heat_step import HeatStep, Taken


class BuildingStock(HeatStep):
    """Completed building stock into `building_stock`, `building_mixture`, `building_addresses`."""

    ID = "buildingstock"
    NUMBERS = ("BUILDINGS", "HEATED", "FLOOR_AREA_M2")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Complete the building stock"),
            self.tr(
                "Fills what the building data do not say – use, storeys, age, floor area – and marks where each "
                "value comes from."
            ),
            self.tr(
                "Writes the layer 'building_stock': the loaded buildings with use, heated or not, storeys, "
                "floor area and residential type for each of them, and beside each value its source: as "
                "delivered, from the address, the land use, the census cell, neighbouring buildings, shape and "
                "height, or a default. Nothing delivered is changed. The age of a building whose year is "
                "unknown is not invented: the shares of the age classes in its census cell stand in the table "
                "'building_mixture', as do those of the energy carriers. Addresses, census grid and land use "
                "are taken from the workspace, as far as they are there; the log says how much came from "
                "where, and how far storeys are off on buildings whose storeys are known."
            ),
            "Gebäudebestand, Datenlücken, Geschosse, Baualter, Energiebezugsfläche, Nutzung, Zensus",
        )

    def compute(self, job: Job) -> dict[str, Any]:
        """Complete the buildings of the workspace."""
        from ..stock.complete.stock import StockInputs, complete_stock

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        inputs = StockInputs(
            taken.need("buildings"),
            taken.have("census_cells"),
            taken.have("addresses"),
            taken.have("landuse"),
        )
        stock = complete_stock(inputs, taken.source, job.progress.part(0.1, 0.5))
        progress = job.progress
        rows = taken.put("building_stock", stock.buildings, progress.part(0.5, 0.8), edits_count=True)
        taken.put("building_mixture", stock.mixture, progress.part(0.8, 0.95))
        taken.put("building_addresses", stock.addresses, progress.part(0.95, 1.0))
        job.hint_place(workspace, "building_stock")
        frame = stock.buildings.frame
        return {
            "WORKSPACE": str(workspace.path),
            "BUILDINGS": rows,
            "HEATED": int(frame["heated"].sum()),
            "FLOOR_AREA_M2": round(float(frame["floor_area_m2"].sum())),
        }
