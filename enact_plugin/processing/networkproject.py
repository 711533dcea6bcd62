"""enact:networkproject."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterDefinition, QgsProcessingParameterFeatureSource

from ..layers.messages import is_german
from ..reference.values import values
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_of, day_parameter
from .heat_step import HeatStep, Taken

if TYPE_CHECKING:
    from ..layers.workspace import Workspace

TABLES = ("network_proposals", "network_sizing", "network_supply_totals", "network_heat_cost")


class NetworkProject(DayAlgorithm, HeatStep):
    """A project for a heat network into `network_projects` and `network_tasks`, or one that goes on."""

    ID = "networkproject"
    GROUP = Group.NETWORK
    DAYS = ("START",)
    NUMBERS = ("PROJECTS", "TASKS", "OVERDUE")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Project for a heat network"),
            self.tr(
                "Keeps an area of interest as a project: stage, tasks, dates, indicators of its variant."
            ),
            self.tr(
                "Writes the layer 'network_projects' and the table 'network_tasks'. A new project gets an area "
                "(given, or "
                "around the customers of its variant) and the tasks of all stages with dates one after the "
                "other: idea, "
                "check of suitability, talks with anchor customers, feasibility study, decision, design, construction, "
                "operation, after the practice of the federal funding of heat networks (BEW). With the name of a "
                "project "
                "that is there, the stage goes on, open tasks of earlier stages are done, and the indicators are "
                "copied "
                "from the variant as it is now. What was written into the forms stays: office, dates, tasks added or "
                "taken away, links, interest in connections. Responsible is an office, never a person."
            ),
            "Wärmenetz, Projekt, Aufgaben, Zeitplan, Meilensteine, BEW, Machbarkeitsstudie, Ankerkunden",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Name, stage, date, variant, area, office, workspace."""
        language = "de" if is_german() else "en"
        area = QgsProcessingParameterFeatureSource(
            "AREA", self.tr("Area"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        )
        return [
            parameters.text("NAME", self.tr("Name of the project"),
                            self.tr("A new one, or one that is there and goes on."), optional=False),
            parameters.optional_choice(
                "STAGE", self.tr("Stage"),
                {value.code: value.label(language) for value in values("project_stage")},
                self.tr("Empty: as it stands; of a new project: idea."),
            ),
            day_parameter("START", self.tr("Begin of the stage"), self.tr("Empty: today.")),
            parameters.text("VARIANT", self.tr("Name of the variant"),
                            self.tr("Its indicators are copied; empty: that of the project, if any.")),
            parameters.helped(
                area, self.tr("Polygons of the project; empty: around the customers of the variant.")
            ),
            parameters.text("OFFICE", self.tr("Responsible office"),
                            self.tr("Office or company, no person; empty: as it stands.")),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Read projects and variants, make or move the project, store."""
        from ..network.comparison import fitting
        from ..network.projects.layers import PROJECTS, TASKS, project_layers
        from ..network.projects.projects import Stage, Wanted, overdue, with_project, with_tasks
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        today = date.today()
        tables = fitting({name: taken.have(name) for name in TABLES})
        customers = taken.have("network_customers")
        wanted = Wanted(
            job.text("NAME").strip(),
            Stage(job.choice("STAGE")) if job.given("STAGE") else None,
            day_of(job.raw("START"), job.title("START")) or today,
            job.text("VARIANT").strip() or None,
            _area(job, workspace),
            job.text("OFFICE").strip() or None,
        )
        before = read_if_present(workspace, PROJECTS)
        projects = with_project(before, wanted, tables, customers, today)
        projects = projects.set_crs(workspace.crs, allow_override=True)
        project = projects.iloc[-1].to_dict()
        stages = {} if before is None else dict(zip(before["name"], before["stage"]))
        moved = stages.get(wanted.name) != project["stage"]
        tasks = with_tasks(read_if_present(workspace, TASKS), project, wanted.start, moved)
        made = project_layers(projects, tasks, taken.source, today)
        for number, (layer, outcome) in enumerate(made.items()):
            # what people wrote into it is in it
            taken.put(layer, outcome, job.progress.part(0.4 + 0.3 * number, 0.7 + 0.3 * number))
        job.hint_place(workspace, PROJECTS)
        mine = tasks[tasks["project_id"] == project["project_id"]]
        return {
            "WORKSPACE": str(workspace.path),
            "PROJECTS": len(projects),
            "TASKS": len(mine),
            "OVERDUE": len(overdue(mine, today)),
        }


def _area(job: Job, workspace: Workspace) -> Any:
    """Polygons given, as one; None where none are."""
    import shapely

    from .inputs import read_source

    if not job.given("AREA"):
        return None
    shapes = read_source(job, "AREA", workspace).frame.geometry.dropna().to_numpy()
    return shapely.union_all(shapely.make_valid(shapely.force_2d(shapes))) if len(shapes) else None
