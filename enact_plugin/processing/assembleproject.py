"""enact:assembleproject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..layers.messages import describe, step
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .open_project import project_shown, refuse_project_of_another


class AssembleProject(EnactAlgorithm):
    """Workspace to QGIS project."""

    ID = "assembleproject"
    GROUP = Group.SHOW
    NUMBERS = ("LAYERS",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Assemble project"),
            self.tr("Makes a QGIS project of a workspace: groups, styles, map themes, layouts."),
            self.tr(
                "Every layer of the workspace in its preset style, ordered by topic, with legend, map tip, form, "
                "source and licence; the map themes 'Energieanlagen', 'Gebäudebestand' and 'Wärmeplanung'; layouts in "
                "A3 and A4. The project refers to the workspace by a relative path."
            ),
            "Projekt, Kartenthemen, Layout, Stil, Legende",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, municipality, project."""
        return [
            parameters.existing_workspace(),
            parameters.ags(optional=True),
            parameters.project_destination(project_shown()),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse also to make the open project one of another workspace."""
        super().check(parameters, context)
        refuse_project_of_another(parameters.get("WORKSPACE"), parameters.get("PROJECT"))

    def compute(self, job: Job) -> dict[str, Any]:
        """Assemble the project beside its workspace."""
        from ..cartography.project import assemble_project

        workspace = job.existing_workspace()
        if job.given("AGS"):
            workspace = job.workspace_of_ags()
        path = job.destination("PROJECT")
        assembled = assemble_project(workspace, path, job.progress)
        for finding in assembled.findings:
            job.feedback.pushInfo(describe(finding))
        if job.is_open(path):
            job.tell_renewed(path)
            job.feedback.pushInfo(step("project_open_is_old", path=path.name))
        return {"PROJECT": str(assembled.path), "LAYERS": len(assembled.layers)}
