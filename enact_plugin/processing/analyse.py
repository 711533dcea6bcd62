"""enact:analyse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import EnactError
from ..layers.messages import describe, step
from . import parameters
from .assembleproject import AssembleProject
from .base import Job, Texts
from .buildingblocks import BuildingBlocks
from .buildingstock import BuildingStock
from .heat_step import HeatStep
from .heatdemand import HeatDemand
from .heatdensity import HeatDensity
from .heatlinedensity import HeatLineDensity, connection_rate
from .open_project import project_shown, refuse_project_of_another
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
                "others go on. Each result is a layer of the workspace with its source, date and assumptions. "
                "With a project, its maps and layouts are made too; the project that is open can then be opened "
                "again by the button in the message bar."
            ),
            "Wärmeanalyse, Bestandsanalyse, Wärmedichte, Wärmeliniendichte, Eignung, alles",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, connection rate, prospects of hydrogen and green methane, target year, own tables."""
        project = parameters.project_destination(project_shown(), optional=True)
        return [*super().parameters(), connection_rate(), *prospects(), target_year(), own_rules(), project]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse also to make the open project one of another workspace."""
        super().check(parameters, context)
        refuse_project_of_another(parameters.get("WORKSPACE"), parameters.get("PROJECT"))

    def compute(self, job: Job) -> dict[str, Any]:
        """Run the steps; one that lacks a layer is told and left out."""
        workspace = job.existing_workspace()
        path = {"WORKSPACE": str(workspace.path)}
        whole = len(STEPS) + job.given("PROJECT")
        left_out = 0
        job.handed_on = {}
        for number, (algorithm, own) in enumerate(STEPS):
            given = {name: job.parameters[name] for name in own if job.given(name)}
            try:
                job.child(algorithm, {**path, **given}, number / whole, (number + 1) / whole)
            except EnactError as error:
                if error.code not in LACKING:
                    raise
                left_out += 1
                job.feedback.reportError(
                    step("step_left_out", step=algorithm().displayName(), reason=describe(error))
                )
        if job.given("PROJECT"):
            project = str(job.destination("PROJECT"))
            job.child(AssembleProject, {**path, "PROJECT": project}, len(STEPS) / whole)
            path["PROJECT"] = project
        return {**path, "STEPS_DONE": len(STEPS) - left_out, "STEPS_LEFT_OUT": left_out}
