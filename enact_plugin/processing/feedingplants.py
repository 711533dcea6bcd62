"""enact:feedingplants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError, Finding, Severity
from ..layers.messages import step
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from .inputs import Used


class FeedingPlants(EnactAlgorithm):
    """Plants that may feed a heat network into `plant_feeding`."""

    ID = "feedingplants"
    GROUP = Group.REGISTER
    FILES = ("WORKSPACE",)
    NUMBERS = ("PROPOSED", "CONFIRMED", "REJECTED")
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Propose plants feeding heat networks"),
            self.tr(
                "Lists combined heat and power and biomass plants beside a heat network, to be confirmed."
            ),
            self.tr(
                "Compares the register of plants with the heat networks of the workspace and writes the table "
                "'plant_feeding': combined heat and power or biomass plants of at least 100 kW of heat no farther than "
                "50 m from a network, each once, whatever the number of its units. These are proposals: the register "
                "does not say which plant feeds a network, and none is drawn for being listed here. Confirm or reject "
                "one with 'Review plants' (enact:reviewplants): field feeds_network, value yes or no, with a "
                "reason. Confirmed plants appear on the map as 'Einspeisende Anlagen'; the decision survives the "
                "next load of the register."
            ),
            "Wärmenetz, Fernwärme, KWK, Biomasse, Einspeisung, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace."""
        return [parameters.existing_workspace()]

    def compute(self, job: Job) -> dict[str, Any]:
        """Compare plants and networks, and list what a planner has to decide."""
        from ..outcome import Outcome
        from ..register.location.feeding import (
            AREAS,
            LAYER,
            LINES,
            STATES,
            feeding_proposals,
            heat_unknown,
            networks_of,
        )
        from .inputs import with_rights_of

        workspace = job.existing_workspace()
        plants, networks = _layers(workspace, (LINES, AREAS))
        shapes = networks_of(*(used.frame for used in networks))
        frame = feeding_proposals(plants.frame, shapes)
        source = with_rights_of(plants.source, *(used.source for used in networks))
        counts = {state: int((frame["state"] == state).sum()) for state in STATES}
        outcome = Outcome(
            frame,
            source,
            len(frame),
            findings=_findings(counts, heat_unknown(plants.frame, shapes)),
            assumptions=("feeding_is_proposed",),
        )
        # a layer that comes later may hold the network that is missing now
        job.store(workspace, LAYER, outcome, ("plants", LINES, AREAS), job.progress.part(0.5, 1.0))
        job.feedback.pushInfo(step("feeding_result", **counts))
        job.hint_place(workspace, LAYER)
        return {
            "WORKSPACE": str(workspace.path),
            **{state.upper(): count for state, count in counts.items()},
        }


def _layers(workspace: Workspace, names: tuple[str, ...]) -> tuple[Used, tuple[Used, ...]]:
    """Plants and the heat networks there are.

    Raises
    ------
    EnactError
        ``layer_missing`` without plants, ``feeding_without_network`` without a network.
    """
    from .inputs import stored_layer

    plants = stored_layer(workspace, "plants")
    if plants is None:
        raise EnactError("layer_missing", layer="plants", path=workspace.path.name)
    networks = tuple(used for name in names for used in [stored_layer(workspace, name)] if used is not None)
    if not any(len(used.frame) for used in networks):
        raise EnactError("feeding_without_network", path=workspace.path.name)
    return plants, networks


def _findings(counts: dict[str, int], unknown: int) -> tuple[Finding, ...]:
    found = []
    if counts["proposed"]:
        found.append(
            Finding("feeding_to_confirm", severity=Severity.NOTE, values={"count": counts["proposed"]})
        )
    if unknown:
        found.append(Finding("feeding_heat_unknown", severity=Severity.NOTE, values={"count": unknown}))
    return tuple(found)
