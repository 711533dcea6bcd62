"""enact:heatlinedensity."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from . import parameters
from .base import Job, Texts
from .heat_step import HeatStep, Taken


class HeatLineDensity(HeatStep):
    """Heat line density of street sections into `section_heat`."""

    ID = "heatlinedensity"
    NUMBERS = ("SECTIONS", "USEFUL_MWH")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Heat line density"),
            self.tr("Heat per metre of street section, with all buildings and at a connection rate."),
            self.tr(
                "Writes the layer 'section_heat': useful heat of the buildings along each street section per "
                "metre of street, for all buildings with a low and a high value, and at the connection rate "
                "given. Service pipes are not in the length. The log says how much heat belongs to no section."
            ),
            "Wärmeliniendichte, Straßenabschnitt, Anschlussquote",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, connection rate."""
        return [*super().parameters(), connection_rate()]

    def compute(self, job: Job) -> dict[str, Any]:
        """Sum the heat along the workspace's sections."""
        from ..heat.density.lines import heat_line_density

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        sections, members = taken.need("street_sections"), taken.need("building_sections")
        demand = taken.need("building_demand")
        outcome = heat_line_density(
            sections, members, demand, taken.source, job.number("CONNECTION_RATE") / 100
        )
        rows = taken.put("section_heat", outcome, job.progress.part(0.5, 1.0))
        job.hint_place(workspace, "section_heat")
        total = round(float(outcome.frame["useful_heat_mwh_a"].sum()), 1)
        return {"WORKSPACE": str(workspace.path), "SECTIONS": rows, "USEFUL_MWH": total}


def connection_rate() -> QgsProcessingParameterDefinition:
    """Share of the heat that connects to a network."""
    rate = QgsProcessingParameterNumber(
        "CONNECTION_RATE",
        QCoreApplication.translate("HeatLineDensity", "Connection rate (%)"),
        type=QgsProcessingParameterNumber.Type.Double,
        defaultValue=60.0,
        minValue=1.0,
        maxValue=100.0,
    )
    rate.setMetadata({"widget_wrapper": {"decimals": 0}})
    return parameters.helped(
        rate,
        QCoreApplication.translate(
            "HeatLineDensity", "Share of the heat along a street that connects to a network, in percent."
        ),
    )
