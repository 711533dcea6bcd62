"""The data sets of a municipality in the order they are loaded: from files, and what is missing from the services."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..layers.messages import layer_title
from ..layers.paths import is_folder
from ..reference.kinds import layer_kind
from .base import EnactAlgorithm
from .loadbuildings import LoadBuildings
from .loadcensus import LoadCensus
from .loadlayer import LoadLayer, loadable_kinds
from .loadplants import LoadPlants
from .register_forms import ONLINE, form_of
from .source_facts import FACTS, FurtherLayer, facts_by_data_set, heat_plan_layers

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from .job import Job

# parameter, kind: loaded with enact:loadlayer before the register is summed by area
PLAIN = (
    ("BOUNDARY", "boundary"),
    ("DISTRICTS", "districts"),
    ("STREETS", "streets"),
    ("ADDRESSES", "addresses"),
)
DATA_SETS = (*(name for name, _kind in PLAIN), "PLANTS", "BUILDINGS", "CENSUS", "HEATPLAN")
# data sets whose loader takes a mapping and an origin; register and census state their own
DESCRIBED = (*(name for name, _kind in PLAIN), "BUILDINGS")
_OF_A_FILE = ("INPUT", "FILE", "FOLDER")  # parameters of a run that read what a person gave


@dataclass(frozen=True)
class Failure:
    """Why files of a step are not in the workspace now.

    Attributes
    ----------
    text : str
        What is told, once; empty where it is told of several data sets together.
    files : int
        How many files, layers or services it concerns.
    absent : bool
        Whether there is nothing to load: of this kind the municipality has none.
    title : str
        Of the data set.
    unasked : Step or None
        Whose service was not asked, for want of a boundary.
    """

    text: str
    files: int = 1
    absent: bool = False
    title: str = ""
    unasked: Step | None = None


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
        How many files or layers fill it; of services, however many, one data set is made.
    instead : tuple of (str, str)
        Files that serve where its services do not, and the page of each.
    """

    layer: str
    algorithm: type[EnactAlgorithm]
    parameters: dict[str, Any]
    files: int = 1
    instead: tuple[tuple[str, str], ...] = ()

    @property
    def is_online(self) -> bool:
        """Whether services fill it."""
        return self.parameters.get("SOURCE") == ONLINE

    @property
    def title(self) -> str:
        """What a person calls it."""
        return layer_title(self.layer)


@dataclass(frozen=True)
class Plan:
    """What is loaded, and what is not.

    Attributes
    ----------
    steps : tuple of Step
        In the order in which each finds what it needs: boundary and areas before what is cut or summed.
    skipped : tuple of str
        Data sets that nobody gave and no service is asked for.
    kept : tuple of str
        Layers from a person's files, which no service replaces.
    unknown : tuple of str
        Layers of data sets for which no service is known.
    on_demand : tuple of (str, str)
        Layers of data sets for which there are only services that a person has to choose, and the ids of these.
    """

    steps: tuple[Step, ...]
    skipped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    on_demand: tuple[tuple[str, str], ...] = ()


def plan(job: Job, workspace: Workspace, titles: Mapping[str, str]) -> Plan:
    """Return what a run of enact:loadmunicipality loads.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    titles : mapping of str to str
        Data set to what the dialog calls it, for messages.

    Raises
    ------
    EnactError
        Those of reading HEATPLAN, SOURCE_FACTS and PLANTS; ``presets_unreadable``.
    """
    steps = _given_steps(job, titles)
    skipped = [name for name in DATA_SETS if not job.given(name)]
    if not job.flag("ONLINE"):
        return Plan(tuple(steps), tuple(skipped))
    taken = {step.layer for step in steps}
    more, kept = _online_steps(job, workspace, taken)
    steps = sorted([*steps, *more], key=_place)  # stable: those of one place stay in their order
    there = {*workspace.layers(), *(step.layer for step in steps)}
    unknown, on_demand = _without_services(workspace.ags, there)
    return Plan(tuple(steps), (), tuple(kept), tuple(unknown), tuple(on_demand))


def _given_steps(job: Job, titles: Mapping[str, str]) -> list[Step]:
    ags = job.text("AGS")
    facts = facts_by_data_set(job.text("SOURCE_FACTS"), DESCRIBED)
    layers = [
        FurtherLayer(kind, job.raw(name), facts.get(name, {})) for name, kind in PLAIN if job.given(name)
    ]
    layers += heat_plan_layers(job.text("HEATPLAN"))
    order = [*(kind for _name, kind in PLAIN), *(layer.kind for layer in layers)]
    kinds = sorted({layer.kind for layer in layers}, key=order.index)
    steps = [_layer_step(kind, [each for each in layers if each.kind == kind], ags) for kind in kinds]
    if job.given("BUILDINGS"):
        values = {"INPUT": job.raw("BUILDINGS"), "KIND": "auto", **facts.get("BUILDINGS", {})}
        steps.append(Step("buildings", LoadBuildings, values))
    if job.given("PLANTS"):
        steps.append(_plants_step(job, _plants(job.text("PLANTS"), titles["PLANTS"])))
    if job.given("CENSUS"):
        steps.append(Step("census_cells", LoadCensus, {"INPUT": job.raw("CENSUS")}))
    return steps


def _layer_step(kind: str, layers: Sequence[FurtherLayer], ags: str) -> Step:
    """Load all files of one kind at once: one by one, each would take the place of the one before."""
    values: dict[str, Any] = {"KIND": kind, "AGS": ags}
    if len(layers) == 1:
        values.update(INPUT=layers[0].source, **layers[0].facts)
    else:
        values["INPUT"] = [layer.source for layer in layers]
        values.update({name: [layer.facts.get(name, "") for layer in layers] for name in FACTS.values()})
    return Step(layer_kind(kind).layer, LoadLayer, values, len(layers))


def _plants_step(job: Job, source: dict[str, str]) -> Step:
    values = {"AGS": job.text("AGS"), "DATE_ORDER": job.choice("DATE_ORDER"), "CACHE": job.text("CACHE")}
    return Step("plants", LoadPlants, {**values, **source})


def _plants(given: str, title: str) -> dict[str, str]:
    """Where the register comes from, as the parameters of its loader."""
    if is_register_online(given):
        return {"SOURCE": ONLINE}
    place = "FOLDER" if is_folder(Path(given)) else "FILE"
    return {place: given, "SOURCE": form_of(given, title)}


def is_register_online(plants: str) -> bool:
    """Whether the word stands where a file might; a file of that name is given with a folder before it."""
    return plants.lower() == ONLINE


# ---- from the services ----------------------------------------------------------------------------------------------


def _online_steps(job: Job, workspace: Workspace, taken: set[str]) -> tuple[list[Step], list[str]]:
    """Steps for what no file was given for, and layers kept as they are."""
    from ..sources.services.service import default_services

    services = {"CACHE": job.text("CACHE"), "REFRESH": job.flag("REFRESH"), "SOURCE": ONLINE}
    wanted = {layer_kind(kind).layer: (LoadLayer, kind) for kind in loadable_kinds()}
    wanted.update(buildings=(LoadBuildings, "buildings"), census_cells=(LoadCensus, "census"))
    steps, kept = [], []
    for layer, (algorithm, serves) in wanted.items():
        usual = default_services(workspace.ags, serves)
        if layer in taken:
            continue
        if usual and is_from_file(workspace, layer):
            kept.append(layer)
        elif usual:
            values = {"KIND": serves, "AGS": job.text("AGS")} if algorithm is LoadLayer else {}
            pages = dict.fromkeys((each.download_file, each.download_page) for each in usual)
            files = tuple((file, page) for file, page in pages if page)
            steps.append(Step(layer, algorithm, {**values, **services}, instead=files))
    if "plants" not in taken and is_from_file(workspace, "plants"):
        kept.append("plants")
    elif "plants" not in taken:
        steps.append(_plants_step(job, {"SOURCE": ONLINE}))
    return steps, kept


def _without_services(ags: str, there: set[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Layers one expects and that no service delivers, and those that one would deliver if a person chose it."""
    from ..sources.services.service import services_for

    unknown, on_demand = [], []
    for serves in _EXPECTED:
        layer = layer_kind(serves).layer
        if layer in there:
            continue
        ids = ", ".join(each.id for each in services_for(ags, serves))
        if ids:
            on_demand.append((layer, ids))
        else:
            unknown.append(layer)
    return unknown, on_demand


_EXPECTED = (*(kind for _name, kind in PLAIN), "buildings", "census")
_FIRST = ("municipality", "districts", "streets", "addresses")
_LAST = ("buildings", "plants", "census_cells")


def _place(step: Step) -> int:
    if step.layer in _FIRST:
        return _FIRST.index(step.layer)
    return len(_FIRST) + 1 + _LAST.index(step.layer) if step.layer in _LAST else len(_FIRST)


def is_from_file(workspace: Workspace, layer: str) -> bool:
    """Whether a layer of the workspace was read from what a person gave."""
    row = workspace.provenance(layer)
    if row is None:
        return False
    run = next((run for run in workspace.runs() if run["run_id"] == row.run_id), None)
    values = json.loads(run["parameters"] or "{}") if run else {}
    return any(values.get(name) for name in _OF_A_FILE)
