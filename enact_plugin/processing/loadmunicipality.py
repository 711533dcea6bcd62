"""enact:loadmunicipality."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import Canceled, EnactError
from ..layers.messages import describe, layer_title, step
from ..layers.paths import exists, is_folder
from ..reference.kinds import layer_kind
from . import online_parameters, parameters
from .assembleproject import AssembleProject
from .base import EnactAlgorithm, Group, Job, Texts
from .loadlayer import LEFT_OUT
from .municipality_steps import (
    DATA_SETS,
    DESCRIBED,
    PLAIN,
    Failure,
    Plan,
    Step,
    is_register_online,
    plan,
)
from .online import NEEDS_AREA
from .online_failures import NOTHING_THERE
from .register_forms import WEB, form_of
from .source_check import files_among, refuse_damaged, refuse_unreadable
from .source_facts import FurtherLayer, facts_by_data_set, heat_plan_layers
from .unexpected import unexpected

if TYPE_CHECKING:
    from ..layers.workspace import Workspace

# kinds of which a second file would not add to the first but take its place
ONE_FILE = ("boundary", "districts")


class LoadMunicipality(EnactAlgorithm):
    """All data sets of a municipality, in order, and the project."""

    ID = "loadmunicipality"
    GROUP = Group.START
    NUMBERS = ("LOADED", "SKIPPED", "FAILED")
    REPLACES = True
    STRINGS = ("SECONDS",)  # JSON: seconds of each step

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Open municipality"),
            self.tr("Loads all data sets of a municipality and puts them on the map in one project."),
            self.tr(
                "The main job: register of energy plants, buildings, streets, districts, addresses, census grid and "
                "layers of the heat plan for one municipality, each checked, counted and written into one GeoPackage, "
                "and a QGIS project with preset styles. What is not given is skipped and said so, or asked from the "
                "services that are known for the municipality; a data set that cannot be had is named with the reason "
                "while the others go on."
            ),
            "Gemeinde, öffnen, laden, Start, Wärmeplanung",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Municipality, data sets, workspace, project."""
        return [
            parameters.ags(),
            parameters.flag(
                "ONLINE",
                self.tr("Load what is missing from the services"),
                self.tr(
                    "What is given below is read from there; everything else that services are known for is asked "
                    "from them: boundary, districts, buildings, parcels, land use, addresses, streets, rail and water, "
                    "register, census, protected areas and the published heat plan. Layers of the workspace that came "
                    "from files stay."
                ),
            ),
            parameters.any_source(
                "BOUNDARY",
                self.tr("Boundary"),
                self.tr(
                    "The municipality's polygon, or a layer of many; without it the outline of the districts."
                ),
                optional=True,
            ),
            parameters.file(
                "PLANTS",
                self.tr("Register of plants (file)"),
                self.tr(
                    "CSV of the extended unit overview, saved answers of the JSON endpoint (file or folder), the zip "
                    "of the complete data export or its address, or tables of open-mastr. The word online: the "
                    "register's public interface is asked now."
                ),
                optional=True,
            ),
            parameters.any_source(
                "BUILDINGS",
                self.tr("Buildings"),
                self.tr("LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygons."),
                optional=True,
            ),
            parameters.any_source(
                "STREETS", self.tr("Streets"), self.tr("Lines of the streets."), optional=True
            ),
            parameters.any_source(
                "DISTRICTS",
                self.tr("Districts"),
                self.tr("Polygons of Ortsteile, Stadtteile or Gemarkungen."),
                optional=True,
            ),
            parameters.any_source(
                "ADDRESSES", self.tr("Addresses"), self.tr("Points of the official addresses."), optional=True
            ),
            parameters.several_files(
                "CENSUS",
                self.tr("Census grid"),
                self.tr("Zip or csv files of the 100 m grid."),
                optional=True,
            ),
            parameters.text(
                "HEATPLAN",
                self.tr("Layers of the heat plan and others"),
                self.tr(
                    "kind=file, several with a semicolon between, for instance "
                    "supply_areas=gebiete.gpkg;heat_networks=netz.shp. The kinds are those of 'Load layer by kind'. "
                    "Or as JSON, where each may also say mapping, licence, attribution and state_date."
                ),
            ),
            parameters.date_order(),
            parameters.source_facts(),
            online_parameters.refresh(),
            online_parameters.cache(),
            parameters.workspace_destination(),
            parameters.project_destination(),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse bad values before any work."""
        from ..reference.municipalities import parse_ags, refuse_impossible, resolve_ags

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        refuse_impossible(resolve_ags(parse_ags(text("AGS")).ags))
        further = heat_plan_layers(text("HEATPLAN"))
        facts_by_data_set(text("SOURCE_FACTS"), DESCRIBED)
        online = self.parameterAsBoolean(parameters, "ONLINE", context)
        if not online and not further and not any(parameters.get(name) for name in DATA_SETS):
            raise EnactError("nothing_given")
        self._refuse_second_files(parameters, further)
        super().check(parameters, context)
        for layer in further:
            refuse_unreadable(layer.source, f"{self._title('HEATPLAN')}: {_kind_title(layer.kind)}", context)
        for path in files_among(parameters.get("CENSUS"), context):
            refuse_damaged(path, self._title("CENSUS"))
        if text("PLANTS") and not is_register_online(text("PLANTS")):
            form_of(text("PLANTS"), self._title("PLANTS"))
        _refuse_project(Path(self.parameterAsFileOutput(parameters, "PROJECT", context)))

    def _refuse_second_files(self, parameters: Mapping[str, Any], further: Sequence[FurtherLayer]) -> None:
        kinds = [kind for name, kind in PLAIN if parameters.get(name)] + [each.kind for each in further]
        for kind in ONE_FILE:
            if kinds.count(kind) > 1:
                raise EnactError("kind_given_twice", kind=_kind_title(kind))

    def _title(self, name: str) -> str:
        return self.parameterDefinition(name).description()

    def checkParameterValues(
        self, values: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse bad values before any work."""
        try:
            self.check(values, context)
        except EnactError as error:
            return False, describe(error)
        # QGIS takes no folder, address or word where a file may stand; ours may be saved pages, or the complete export
        plants = self.parameterAsString(values, "PLANTS", context).strip()
        no_file = plants.lower().startswith(WEB) or is_register_online(plants) or is_folder(plants)
        others = {name: value for name, value in values.items() if not (name == "PLANTS" and no_file)}
        return super(EnactAlgorithm, self).checkParameterValues(others, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Run each step on the one workspace, then assemble the project."""
        workspace = job.workspace_of_ags(job.destination("WORKSPACE"))
        path = str(workspace.path)
        planned = plan(job, workspace, {"PLANTS": self._title("PLANTS")})
        steps = planned.steps
        failed: list[Failure] = []
        outline_failed = False
        wanted = sum(todo.files for todo in steps)
        seconds: dict[str, float] = {}
        for number, todo in enumerate(steps):
            job.progress(number / (len(steps) + 1), "step_loading", layer=todo.title)
            started = time.perf_counter()
            share = number / (len(steps) + 1), (number + 1) / (len(steps) + 1)
            # the others go on; what failed is told at once and by the output FAILED
            new = self._failures_of(job, workspace, todo, share)
            failed += new
            if todo.layer == "districts" and not new:
                outline_failed = not self._outline_made(job, workspace)
            seconds[todo.layer] = round(time.perf_counter() - started, 2)
        failed += _unasked_told(job, failed)
        absent = sum(failure.files for failure in failed if failure.absent)
        lost = sum(failure.files for failure in failed if not failure.absent)
        in_part = len({failure.title for failure in failed if not failure.files and failure.title})
        if steps and lost + absent == wanted:
            raise _nothing_loaded(failed)
        started = time.perf_counter()
        project = str(job.destination("PROJECT"))
        job.child(AssembleProject, {"WORKSPACE": path, "PROJECT": project}, len(steps) / (len(steps) + 1))
        seconds["project"] = round(time.perf_counter() - started, 2)
        self._tell_skipped(job, workspace, planned)
        _tell_failed(job, failed)
        return {
            "WORKSPACE": path,
            "PROJECT": project,
            "LOADED": wanted - lost - absent,
            "SKIPPED": len(planned.skipped) + len(planned.unknown) + len(planned.on_demand) + absent,
            "FAILED": lost + in_part + outline_failed,
            "SECONDS": json.dumps(seconds),
        }

    def _tell_skipped(self, job: Job, workspace: Workspace, planned: Plan) -> None:
        """Name in a line each what was not given, what stayed, and what no service is known for.

        The boundary is not missing where it is in the workspace.
        """
        present = "municipality" in workspace.layers()
        titles = [self._title(name) for name in planned.skipped if not (name == "BOUNDARY" and present)]
        if titles:
            job.feedback.pushInfo(step("steps_skipped", titles=", ".join(titles)))
        for code, layers in (("services_kept", planned.kept), ("services_unknown", planned.unknown)):
            if layers:
                job.feedback.pushInfo(step(code, titles=", ".join(map(layer_title, layers))))
        for layer, ids in planned.on_demand:
            job.feedback.pushInfo(step("services_on_demand", layer=layer_title(layer), ids=ids))

    def _failures_of(
        self, job: Job, workspace: Workspace, todo: Step, share: tuple[float, float]
    ) -> list[Failure]:
        """Do one step, and tell and return why which of its files are not in the workspace now.

        Raises
        ------
        Canceled
        """
        try:
            done = job.child(todo.algorithm, {**todo.parameters, "WORKSPACE": str(workspace.path)}, *share)
        except Canceled:
            raise
        except EnactError as error:
            if error.code == NEEDS_AREA:  # told of all of them together
                return [Failure("", todo.files, title=todo.title, unasked=todo)]
            absent = error.code == NOTHING_THERE
            failures = [Failure(_not_loaded(todo.title, error), todo.files, absent, todo.title)]
        except Exception as error:  # noqa: BLE001 - one data set, whatever is wrong with it, does not end the others
            failures = [Failure(_not_loaded(todo.title, unexpected(error)), todo.files, title=todo.title)]
        else:
            code, files = ("service_left_out", 0) if todo.is_online else ("file_left_out", 1)
            failures = [
                Failure(step(code, layer=todo.title, file=file, reason=reason), files, title=todo.title)
                for file, reason in done.get(LEFT_OUT, ())
            ]
        for failure in failures:
            tell = job.feedback.pushInfo if failure.absent else job.feedback.reportError
            tell(failure.text)
        return failures

    def _outline_made(self, job: Job, workspace: Workspace) -> bool:
        """Make the outline of the districts, a step of its own: why it failed is told, and the districts stand.

        Raises
        ------
        Canceled
        """
        try:
            self._boundary_from_districts(job, workspace)
        except Canceled:
            raise
        except EnactError as error:
            if error.code == "layer_edited":  # what a person drew is better than what we make
                job.feedback.pushInfo("  " + step("outline_kept"))
                return True
            failure = error
        except Exception as error:  # noqa: BLE001 - the others can be loaded without it
            failure = unexpected(error)
        else:
            return True
        job.feedback.reportError(_not_loaded(_kind_title("boundary"), failure))
        return False

    def _boundary_from_districts(self, job: Job, workspace: Workspace) -> None:
        """Where no boundary was ever given, the outline of the districts is the municipality."""
        from .areas import is_outline_of_districts, outline
        from .inputs import stored_layer

        if workspace.provenance("municipality") is not None and not is_outline_of_districts(workspace):
            return
        districts = stored_layer(workspace, "districts")
        if districts is None:
            return
        outcome = outline(districts.frame, districts.source, workspace.ags, workspace.name)
        job.store(workspace, "municipality", outcome, ("districts",), job.progress.silent())


def _unasked_told(job: Job, failed: Sequence[Failure]) -> list[Failure]:
    """Tell which data sets could not be asked for without a boundary, and which files serve; return what was told."""
    unasked = [failure.unasked for failure in failed if failure.unasked is not None]
    if not unasked:
        return []
    text = step("services_unasked", titles=", ".join(todo.title for todo in unasked))
    job.feedback.reportError(text)
    for todo in unasked:
        for file, page in todo.instead:
            job.feedback.pushInfo("  " + step("service_file_instead", layer=todo.title, file=file, page=page))
    return [Failure(text, 0)]


def _tell_failed(job: Job, failed: Sequence[Failure]) -> None:
    """Name at the end what is missing: the reasons stand far above."""
    titles = dict.fromkeys(failure.title for failure in failed if failure.title and not failure.absent)
    if titles:
        job.feedback.pushWarning(step("steps_failed", titles=", ".join(titles)))


def _nothing_loaded(failed: Sequence[Failure]) -> EnactError:
    """The end of a run that loaded nothing; each reason was told before, one alone is told again."""
    reasons = list(dict.fromkeys(failure.text for failure in failed if failure.text))
    if len(reasons) == 1:
        return EnactError("nothing_loaded", reasons=reasons[0])
    titles = dict.fromkeys(failure.title for failure in failed if failure.title)
    return EnactError("nothing_loaded_of", titles=", ".join(titles))


def _not_loaded(title: str, error: EnactError) -> str:
    return step("step_failed", layer=title, reason=describe(error))


def _kind_title(kind: str) -> str:
    return layer_title(layer_kind(kind).layer)


def _refuse_project(path: Path) -> None:
    """Refuse a project that could not be written in the end, after all the loading.

    Raises
    ------
    EnactError
        ``project_not_qgz``, ``project_folder_missing``, ``project_write_failed``.
    """
    if path.suffix.lower() != ".qgz":
        raise EnactError("project_not_qgz", path=str(path))
    if not is_folder(path.parent):
        raise EnactError("project_folder_missing", path=str(path.parent))
    reason = 0
    if is_folder(path):
        reason = errno.EISDIR
    elif not os.access(path if exists(path) else path.parent, os.W_OK):
        reason = errno.EACCES
    if reason:
        raise EnactError("project_write_failed", path=str(path), detail=os.strerror(reason))
