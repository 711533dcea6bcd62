"""enact:loadmunicipality."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import Canceled, EnactError
from ..layers.messages import describe, layer_title, step
from ..reference.kinds import layer_kind
from . import parameters
from .assembleproject import AssembleProject
from .base import EnactAlgorithm, Group, Job, Texts
from .job import refuse_unreadable
from .loadbuildings import LoadBuildings
from .loadcensus import LoadCensus
from .loadlayer import LoadLayer
from .loadplants import LoadPlants


@dataclass(frozen=True)
class Step:
    """One data set of the municipality.

    Attributes
    ----------
    parameter : str
        Parameter of `enact:loadmunicipality` it comes from.
    layer : str
        Layer it fills.
    algorithm : type
    parameters : dict
        Besides WORKSPACE.
    """

    parameter: str
    layer: str
    algorithm: type[EnactAlgorithm]
    parameters: dict[str, Any]

    @property
    def title(self) -> str:
        """What a person calls it."""
        return layer_title(self.layer)


def heat_plan_layers(text: str) -> list[tuple[str, str]]:
    """Kind and input of each further layer.

    Parameters
    ----------
    text : str
        ``kind=input;kind=input`` or a JSON list of ``{"kind": …, "input": …}``.

    Returns
    -------
    list of (str, str)

    Raises
    ------
    EnactError
        ``heatplan_not_understood``, ``layer_kind_unknown``.
    """
    text = text.strip()
    if not text:
        return []
    try:
        if text.startswith("["):
            pairs = [(str(item["kind"]), str(item["input"])) for item in json.loads(text)]
        else:
            pairs = []
            for part in filter(None, (piece.strip() for piece in text.split(";"))):
                kind, found, source = part.partition("=")
                if not found or not source.strip():
                    raise EnactError("heatplan_not_understood", text=part)
                pairs.append((kind.strip(), source.strip()))
    except (ValueError, KeyError, TypeError) as error:
        raise EnactError("heatplan_not_understood", text=text) from error
    for kind, _source in pairs:
        layer_kind(kind)
    return pairs


class LoadMunicipality(EnactAlgorithm):
    """All data sets of a municipality, in order, and the project."""

    ID = "loadmunicipality"
    GROUP = Group.START
    NUMBERS = ("LOADED", "SKIPPED", "FAILED")
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
                self.tr("CSV of the extended unit overview, or saved answers of the JSON endpoint."),
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
                    "supply_areas=gebiete.gpkg;heat_networks=netz.shp. The kinds are those of 'Load layer by kind'."
                ),
            ),
            parameters.workspace_destination(),
            parameters.project_destination(),
        ]

    def checkParameterValues(
        self, values: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse bad values before any work."""
        from ..reference.municipalities import parse_ags

        try:
            parse_ags(self.parameterAsString(values, "AGS", context))
            plants = self.parameterAsString(values, "PLANTS", context).strip()
            if plants and not Path(plants).exists():
                raise EnactError("file_missing", path=plants, parameter="PLANTS")
            pairs = heat_plan_layers(self.parameterAsString(values, "HEATPLAN", context))
            given = [values.get(name) for name, _kind in self.PLAIN] + [
                values.get("BUILDINGS"),
                plants,
                pairs,
            ]
            if not any(given) and not values.get("CENSUS"):
                raise EnactError("nothing_given")
            for name in (*(name for name, _kind in self.PLAIN), "BUILDINGS"):
                refuse_unreadable(values.get(name), self.parameterDefinition(name).description())
        except EnactError as error:
            return False, describe(error)
        return super().checkParameterValues(dict(values), context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Run each step on the one workspace, then assemble the project."""
        workspace = job.workspace_of_ags(job.destination("WORKSPACE"))
        path = str(workspace.path)
        steps = self._steps(job)
        failed: list[tuple[Step, str]] = []
        seconds: dict[str, float] = {}
        for number, todo in enumerate(steps):
            job.progress(number / (len(steps) + 1), "step_loading", layer=todo.title)
            started = time.perf_counter()
            try:
                job.child(todo.algorithm, {**todo.parameters, "WORKSPACE": path}, number / (len(steps) + 1))
            except Canceled:
                raise
            except EnactError as error:
                # the others go on; what failed is told at the end and by the output FAILED
                failed.append((todo, describe(error)))
                job.feedback.reportError(step("step_failed", layer=todo.title, reason=describe(error)))
            seconds[todo.layer] = round(time.perf_counter() - started, 2)
            if todo.parameter == "DISTRICTS":
                self._boundary_from_districts(job, workspace)
        if steps and len(failed) == len(steps):
            raise EnactError("nothing_loaded", reasons=" ".join(reason for _todo, reason in failed))
        started = time.perf_counter()
        project = str(job.destination("PROJECT"))
        job.child(AssembleProject, {"WORKSPACE": path, "PROJECT": project}, len(steps) / (len(steps) + 1))
        seconds["project"] = round(time.perf_counter() - started, 2)
        skipped = [name for name in self._data_sets() if not job.given(name)]
        for name in skipped:
            job.feedback.pushInfo(step("step_skipped", layer=self.parameterDefinition(name).description()))
        return {
            "WORKSPACE": path,
            "PROJECT": project,
            "LOADED": len(steps) - len(failed),
            "SKIPPED": len(skipped),
            "FAILED": len(failed),
            "SECONDS": json.dumps(seconds),
        }

    def _data_sets(self) -> tuple[str, ...]:
        return (*(name for name, _kind in self.PLAIN), "PLANTS", "BUILDINGS", "CENSUS", "HEATPLAN")

    def _steps(self, job: Job) -> list[Step]:
        """Steps in the order in which each finds what it needs: boundary and areas before what is cut or summed."""
        ags = job.text("AGS")
        steps = [
            Step(name, layer_kind(kind).layer, LoadLayer, {"INPUT": job.raw(name), "KIND": kind, "AGS": ags})
            for name, kind in self.PLAIN
            if job.given(name)
        ]
        others = heat_plan_layers(job.text("HEATPLAN"))
        steps += [
            Step("HEATPLAN", layer_kind(kind).layer, LoadLayer, {"INPUT": source, "KIND": kind, "AGS": ags})
            for kind, source in others
        ]
        if job.given("BUILDINGS"):
            values = {"INPUT": job.raw("BUILDINGS"), "KIND": "auto"}
            steps.append(Step("BUILDINGS", "buildings", LoadBuildings, values))
        if job.given("PLANTS"):
            form = "csv" if Path(job.text("PLANTS")).suffix.lower() == ".csv" else "json"
            values = {"FILE": job.text("PLANTS"), "SOURCE": form, "AGS": ags}
            steps.append(Step("PLANTS", "plants", LoadPlants, values))
        if job.given("CENSUS"):
            steps.append(Step("CENSUS", "census_cells", LoadCensus, {"INPUT": job.raw("CENSUS")}))
        return steps

    def _boundary_from_districts(self, job: Job, workspace: Any) -> None:
        """Where no boundary was ever given, the outline of the districts is the municipality."""
        from ..outcome import Source
        from .areas import outline

        present = workspace.provenance("municipality")
        if workspace.provenance("districts") is None or (
            present is not None and "boundary_from_districts" not in present.assumptions
        ):
            return
        row = workspace.provenance("districts")
        source = Source(row.source, row.licence, row.attribution, row.state_date)
        outcome = outline(workspace.read("districts"), source, workspace.ags, workspace.name)
        job.store(workspace, "municipality", outcome, ("districts",))
