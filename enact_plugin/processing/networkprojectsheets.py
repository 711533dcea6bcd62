"""enact:networkprojectsheets."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFolderDestination

from ..layers.messages import step
from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken


class NetworkProjectSheets(HeatStep):
    """A fact sheet of each project as PDF, with its schedule as a picture."""

    ID = "networkprojectsheets"
    GROUP = Group.NETWORK
    REPLACES = False
    NUMBERS = ("SHEETS",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Fact sheets of heat network projects"),
            self.tr("One page per project as PDF: map, indicators, schedule, next steps, assumptions."),
            self.tr(
                "Writes into a folder, for each project of 'network_projects', a page in A4 with the map of its "
                "variant, "
                "the indicators with date and assumptions, the open tasks that come next and the schedule, and the "
                "schedule as a picture of its own. The sheet is for work inside the administration: it says nothing of "
                "single buildings in words, but its map shows them."
            ),
            "Wärmenetz, Projekt, Steckbrief, PDF, Zeitplan, Gantt",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Projects, folder, workspace."""
        folder = QgsProcessingParameterFolderDestination("FOLDER", self.tr("Folder"))
        return [
            parameters.text("NAME", self.tr("Name of the project"), self.tr("Empty: all projects.")),
            parameters.helped(folder, self.tr("Files of the same name in it are replaced.")),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Draw schedule and sheet of each project."""
        from datetime import date

        from ..cartography.project_sheets import write_sheets
        from ..errors import EnactError

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        projects, tasks = taken.need("network_projects"), taken.need("network_tasks")
        wanted = job.text("NAME").strip()
        if wanted:
            names = sorted(projects["name"])
            projects = projects[projects["name"] == wanted]
            if projects.empty:
                raise EnactError("project_unknown", name=wanted, options=", ".join(names))
        folder = job.destination("FOLDER")
        written = write_sheets(workspace, projects, tasks, folder, date.today(), job.progress)
        job.feedback.pushInfo(step("table_written", files=", ".join(path.name for path in written)))
        return {"WORKSPACE": str(workspace.path), "FOLDER": str(folder), "SHEETS": len(projects)}
