"""enact:heatdemand."""

from __future__ import annotations

from typing import Any

from .base import Job, Texts
from .deliveries import delivered_heaters
from .heat_step import MIXTURE, STOCK, HeatStep, Taken


class HeatDemand(HeatStep):
    """Heat demand of buildings into `building_demand`."""

    ID = "heatdemand"
    NUMBERS = ("BUILDINGS", "USEFUL_MWH", "FINAL_MWH")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Heat demand of buildings"),
            self.tr(
                "Computes useful heat (space heat and hot water) and final energy of each heated building, with a span."
            ),
            self.tr(
                "Writes the layer 'building_demand': floor area times specific need by type and age – for "
                "homes the figures of the KWW catalogue, for others those of the IWU typology – with hot water "
                "counted once, a low and a high value from the span of the sources, and final energy by the "
                "heaters of the census cell, or by those that chimney sweeps delivered. Metered consumption wins: "
                "the model is scaled to the totals delivered. Buildings of mixed age get the mean over the shares of "
                "their cell. Process heat is not in it. The figures stand in tables of the plugin with their sources "
                "and can be replaced."
            ),
            "Wärmebedarf, Nutzenergie, Endenergie, Raumwärme, Warmwasser, Kennwert, KWW, IWU",
        )

    def compute(self, job: Job) -> dict[str, Any]:
        """Compute the demand of the stock."""
        from ..heat.demand.demand import heat_demand
        from ..heat.demand.metered import Metered

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        stock, mixture = taken.need("building_stock", STOCK), taken.need("building_mixture", MIXTURE)
        deliveries = taken.have("consumption")
        metered = None
        if deliveries is not None and len(deliveries):
            metered = Metered(deliveries, taken.need("building_addresses"), taken.have("building_blocks"))
        heaters = delivered_heaters(taken)
        outcome = heat_demand(stock, mixture, taken.source, job.progress.part(0.2, 0.5), metered, heaters)
        rows = taken.put("building_demand", outcome, job.progress.part(0.5, 1.0), edits_count=True)
        job.hint_place(workspace, "building_demand")
        return {
            "WORKSPACE": str(workspace.path),
            "BUILDINGS": rows,
            "USEFUL_MWH": round(float(outcome.frame["useful_heat_kwh"].sum()) / 1000, 1),
            "FINAL_MWH": round(float(outcome.frame["final_energy_kwh"].sum()) / 1000, 1),
        }
