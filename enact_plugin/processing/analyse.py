"""enact:analyse."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError
from ..layers.messages import describe, step
from .base import Job, Texts
from .buildingblocks import BuildingBlocks
from .buildingstock import BuildingStock
from .heat_step import HeatStep
from .heatdemand import HeatDemand
from .heatdensity import HeatDensity
from .heatlinedensity import HeatLineDensity, connection_rate
from .potentials import Potentials
from .streetsections import StreetSections
from .suitability import Suitability, prospects, target_year
from .suitability_rules import own_rules

# each step with its own parameters
STEPS: tuple[tuple[type[HeatStep], tuple[str, ...]], ...] = (
    (BuildingStock, ()),
    (BuildingBlocks, ()),
    (HeatDemand, ()),  # after the blocks, of which consumption may be delivered
    (StreetSections, ()),
    (HeatDensity, ()),
    (HeatLineDensity, ("CONNECTION_RATE",)),
    (Potentials, ()),  # what refurbishment saves; roofs need their surfaces
    (Suitability, ("HYDROGEN", "METHANE", "TARGET_YEAR", "RULES")),
)
# what a step may lack while the others can go on
LACKING = ("step_missing", "blocks_without_streets", "sections_without_streets")


class Analyse(HeatStep):
    """The steps of the heat analysis in order."""

    ID = "analyse"
    NUMBERS = ("STEPS_DONE", "STEPS_LEFT_OUT")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Analyse heat"),
            self.tr("Runs the steps from the building stock to the suitability of blocks in order."),
            self.tr(
                "Completes the building stock, computes the heat demand of each building, forms blocks and "
                "street sections, sums heat density and heat line density, and judges the suitability of "
                "blocks. A step whose data are missing is left out and named with what it lacks, while the "
                "others go on. Each result is a layer of the workspace with its source, date and assumptions."
            ),
            "Wärmeanalyse, Bestandsanalyse, Wärmedichte, Wärmeliniendichte, Eignung, alles",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, connection rate, prospects of hydrogen and green methane, target year, own tables."""
        return [*super().parameters(), connection_rate(), *prospects(), target_year(), own_rules()]

    def compute(self, job: Job) -> dict[str, Any]:
        """Run the steps; one that lacks a layer is told and left out."""
        workspace = job.existing_workspace()
        path = {"WORKSPACE": str(workspace.path)}
        left_out = 0
        job.handed_on = {}
        for number, (algorithm, own) in enumerate(STEPS):
            given = {name: job.parameters[name] for name in own if job.given(name)}
            try:
                job.child(algorithm, {**path, **given}, number / len(STEPS), (number + 1) / len(STEPS))
            except EnactError as error:
                if error.code not in LACKING:
                    raise
                left_out += 1
                job.feedback.reportError(
                    step("step_left_out", step=algorithm().displayName(), reason=describe(error))
                )
        return {**path, "STEPS_DONE": len(STEPS) - left_out, "STEPS_LEFT_OUT": left_out}
