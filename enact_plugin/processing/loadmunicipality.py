"""enact:loadmunicipality."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import Canceled, EnactError
from ..layers.messages import describe, layer_title, step
from ..layers.paths import exists, is_folder
from ..reference.kinds import layer_kind
from . import parameters
from .assembleproject import AssembleProject
from .base import EnactAlgorithm, Group, Job, Texts
from .loadbuildings import LoadBuildings
from .loadcensus import LoadCensus
from .loadlayer import LEFT_OUT, LoadLayer
from .loadplants import LoadPlants
from .register_forms import ONLINE, WEB, form_of
from .source_check import files_among, refuse_damaged, refuse_unreadable
from .source_facts import FACTS, FurtherLayer, facts_by_data_set, heat_plan_layers
from .unexpected import unexpected

if TYPE_CHECKING:
    from ..layers.workspace import Workspace

# kinds of which a second file would not add to the first but take its place
ONE_FILE = ("boundary", "districts")


@dataclass(frozen=True)
class Failure:
    """Why files of a step are not in the workspace now.

    Attributes
    ----------
    text : str
        What is told, once.
    files : int
        How many files or layers it concerns.
    """

    text: str
    files: int = 1


@dataclass(frozen=True)
class Step:
    """One data set of the municipality.

    Attributes
    ----------
    layer : str
        Layer it fills.
    algorithm : type
    parameters : dict
        Besides WORKSPACE.
    files : int
        How many files or layers fill it.
    """

    layer: str
    algorithm: type[EnactAlgorithm]
    parameters: dict[str, Any]
    files: int = 1

    @property
    def title(self) -> str:
        """What a person calls it."""
        return layer_title(self.layer)


class LoadMunicipality(EnactAlgorithm):
    """All data sets of a municipality, in order, and the project."""

    ID = "loadmunicipality"
    GROUP = Group.START
    NUMBERS = ("LOADED", "SKIPPED", "FAILED")
    REPLACES = True
    STRINGS = ("SECONDS",)  # JSON: seconds of each step

    # parameter, kind: loaded with enact:loadlayer before the register is summed by area
    PLAIN = (
        ("BOUNDARY", "boundary"),
        ("DISTRICTS", "districts"),
        ("STREETS", "streets"),
        ("ADDRESSES", "addresses"),
    )

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Open municipality"),
            self.tr("Loads all data sets of a municipality and puts them on the map in one project."),
            self.tr(
                "The main job: register of energy plants, buildings, streets, districts, addresses, census grid and "
                "layers of the heat plan for one municipality, each checked, counted and written into one GeoPackage, "
                "and a QGIS project with preset styles. What is not given is skipped and said so; a data set that "
                "cannot be read is named with the reason while the others go on."
            ),
            "Gemeinde, öffnen, laden, Start, Wärmeplanung",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Municipality, data sets, workspace, project."""
        return [
            parameters.ags(),
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
        facts_by_data_set(text("SOURCE_FACTS"), self._described())
        if not further and not any(parameters.get(name) for name in self._data_sets()):
            raise EnactError("nothing_given")
        self._refuse_second_files(parameters, further)
        super().check(parameters, context)
        for layer in further:
            refuse_unreadable(layer.source, f"{self._title('HEATPLAN')}: {_kind_title(layer.kind)}", context)
        for path in files_among(parameters.get("CENSUS"), context):
            refuse_damaged(path, self._title("CENSUS"))
        if text("PLANTS") and not _is_online(text("PLANTS")):
            form_of(text("PLANTS"), self._title("PLANTS"))
        _refuse_project(Path(self.parameterAsFileOutput(parameters, "PROJECT", context)))

    def _refuse_second_files(self, parameters: Mapping[str, Any], further: Sequence[FurtherLayer]) -> None:
        kinds = [kind for name, kind in self.PLAIN if parameters.get(name)] + [each.kind for each in further]
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
        no_file = plants.lower().startswith(WEB) or _is_online(plants) or is_folder(plants)
        others = {name: value for name, value in values.items() if not (name == "PLANTS" and no_file)}
        return super(EnactAlgorithm, self).checkParameterValues(others, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Run each step on the one workspace, then assemble the project."""
        workspace = job.workspace_of_ags(job.destination("WORKSPACE"))
        path = str(workspace.path)
        steps = self._steps(job)
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
        lost = sum(failure.files for failure in failed)
        if steps and lost == wanted:
            reasons = dict.fromkeys(failure.text for failure in failed)
            raise EnactError("nothing_loaded", reasons=" ".join(reasons))
        started = time.perf_counter()
        project = str(job.destination("PROJECT"))
        job.child(AssembleProject, {"WORKSPACE": path, "PROJECT": project}, len(steps) / (len(steps) + 1))
        seconds["project"] = round(time.perf_counter() - started, 2)
        skipped = [name for name in self._data_sets() if not job.given(name)]
        self._tell_skipped(job, workspace, skipped)
        return {
            "WORKSPACE": path,
            "PROJECT": project,
            "LOADED": wanted - lost,
            "SKIPPED": len(skipped),
            "FAILED": lost + outline_failed,
            "SECONDS": json.dumps(seconds),
        }

    def _tell_skipped(self, job: Job, workspace: Workspace, skipped: Sequence[str]) -> None:
        """Name in one line what was not given; the boundary is not missing where it is in the workspace."""
        present = "municipality" in workspace.layers()
        titles = [self._title(name) for name in skipped if not (name == "BOUNDARY" and present)]
        if titles:
            job.feedback.pushInfo(step("steps_skipped", titles=", ".join(titles)))

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
            failures = [Failure(_not_loaded(todo.title, error), todo.files)]
        except Exception as error:  # noqa: BLE001 - one data set, whatever is wrong with it, does not end the others
            failures = [Failure(_not_loaded(todo.title, unexpected(error)), todo.files)]
        else:
            failures = [
                Failure(step("file_left_out", layer=todo.title, file=file, reason=reason))
                for file, reason in done.get(LEFT_OUT, ())
            ]
        for failure in failures:
            job.feedback.reportError(failure.text)
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

    def _data_sets(self) -> tuple[str, ...]:
        return (*(name for name, _kind in self.PLAIN), "PLANTS", "BUILDINGS", "CENSUS", "HEATPLAN")

    def _described(self) -> tuple[str, ...]:
        """Data sets whose loader takes a mapping and an origin; register and census state their own."""
        return (*(name for name, _kind in self.PLAIN), "BUILDINGS")

    def _steps(self, job: Job) -> list[Step]:
        """Steps in the order in which each finds what it needs: boundary and areas before what is cut or summed."""
        ags = job.text("AGS")
        facts = facts_by_data_set(job.text("SOURCE_FACTS"), self._described())
        layers = [
            FurtherLayer(kind, job.raw(name), facts.get(name, {}))
            for name, kind in self.PLAIN
            if job.given(name)
        ]
        layers += heat_plan_layers(job.text("HEATPLAN"))
        order = [*(kind for _name, kind in self.PLAIN), *(layer.kind for layer in layers)]
        kinds = sorted({layer.kind for layer in layers}, key=order.index)
        steps = [_layer_step(kind, [each for each in layers if each.kind == kind], ags) for kind in kinds]
        if job.given("BUILDINGS"):
            values = {"INPUT": job.raw("BUILDINGS"), "KIND": "auto", **facts.get("BUILDINGS", {})}
            steps.append(Step("buildings", LoadBuildings, values))
        if job.given("PLANTS"):
            values = {"AGS": ags, "DATE_ORDER": job.choice("DATE_ORDER"), **self._plants(job.text("PLANTS"))}
            steps.append(Step("plants", LoadPlants, values))
        if job.given("CENSUS"):
            steps.append(Step("census_cells", LoadCensus, {"INPUT": job.raw("CENSUS")}))
        return steps

    def _plants(self, given: str) -> dict[str, str]:
        """Where the register comes from, as the parameters of its loader."""
        if _is_online(given):
            return {"SOURCE": ONLINE}
        place = "FOLDER" if is_folder(Path(given)) else "FILE"
        return {place: given, "SOURCE": form_of(given, self._title("PLANTS"))}

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


def _not_loaded(title: str, error: EnactError) -> str:
    return step("step_failed", layer=title, reason=describe(error))


def _is_online(plants: str) -> bool:
    """Whether the word stands where a file might; a file of that name is given with a folder before it."""
    return plants.lower() == ONLINE


def _kind_title(kind: str) -> str:
    return layer_title(layer_kind(kind).layer)


def _layer_step(kind: str, layers: Sequence[FurtherLayer], ags: str) -> Step:
    """Load all files of one kind at once: one by one, each would take the place of the one before."""
    values: dict[str, Any] = {"KIND": kind, "AGS": ags}
    if len(layers) == 1:
        values.update(INPUT=layers[0].source, **layers[0].facts)
    else:
        values["INPUT"] = [layer.source for layer in layers]
        values.update({name: [layer.facts.get(name, "") for layer in layers] for name in FACTS.values()})
    return Step(layer_kind(kind).layer, LoadLayer, values, len(layers))


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
