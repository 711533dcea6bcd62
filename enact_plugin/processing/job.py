"""One run of an algorithm: its values, its workspace, its progress, and the account it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..errors import EnactError, Finding
from ..layers.messages import describe, layer_title, step
from ..layers.paths import exists
from ..progress import Progress
from .empty_workspace import remove_empty
from .installation import version
from .open_layers import LayerFacts, facts_of
from .osm_input import refuse_whole_osm_file
from .parameters import refuse_unknown_option
from .plain_values import plain_value
from .register_forms import ONLINE
from .run_parameters import shown_parameters
from .source_check import refuse_unreadable

if TYPE_CHECKING:
    from ..layers.provenance import Provenance, Run
    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from .base import EnactAlgorithm

SHOWN_FINDINGS = 10  # of each kind, in the log; all of them stand in the layer
# notes that say the same of many data sets: told once, when all is done, with the names of all
GATHERED = ("attribution_unknown",)
OVERWRITE = "OVERWRITE_EDITS"
# what is said once at the end, in this order
PROJECT_OLD = "hint_project_old"
NOT_IN_PROJECT = "hint_not_in_project"
HINTS = (
    "hint_findings_layer", "hint_findings", "hint_gaps", "hint_mapping", *GATHERED, NOT_IN_PROJECT, PROJECT_OLD,
)  # fmt: skip
FINDINGS_LAYERS = {"plants": "plant_findings"}  # tables whose findings are a layer of their own
# gaps that are counted for the whole layer and can be listed by a filter
GAPS = ("buildings_without_use", "buildings_without_storeys", "buildings_without_age")


class Job:
    """One run of an algorithm: its values in plain types, its workspace, its progress.

    Attributes
    ----------
    progress : Progress
    results : dict
        What the algorithm returns.
    """

    def __init__(
        self,
        algorithm: EnactAlgorithm,
        parameters: Mapping[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        told: bool = True,
    ) -> None:
        self._algorithm = algorithm
        self.parameters = dict(parameters)
        self.context = context
        self.feedback = feedback
        self.progress = _progress(feedback, told)
        self._told = told
        self._hints: dict[str, list[str]] = {}
        self._made: list[Workspace] = []
        self._parent: Job | None = None
        self._run: Run | None = None
        # layers that a step of a chain put into the workspace, with their content hash, for the steps after it
        self.handed_on: dict[str, tuple[str, Any]] | None = None
        self.results: dict[str, Any] = {}

    # ---- values

    def given(self, name: str) -> bool:
        """Whether the user gave a value."""
        return self.parameters.get(name) not in (None, "", [])

    def raw(self, name: str) -> Any:
        """Value as it came, for handing on to another algorithm."""
        return self.parameters.get(name)

    def title(self, name: str) -> str:
        """Parameter as the dialog calls it."""
        definition = self._algorithm.parameterDefinition(name)
        return definition.description() if definition else name

    def several(self, name: str) -> list[Job]:
        """Return this run once for each value of `name`, where it has several; itself where it has one.

        Other parameters that are lists of the same length go with it, value by value.
        """
        values = self.parameters.get(name)
        if not isinstance(values, (list, tuple)):
            return [self]
        self.run()  # one run in the account, however many values
        jobs = []
        for number in range(len(values)):
            one = copy(self)
            one.parameters = {
                key: value[number]
                if isinstance(value, (list, tuple)) and len(value) == len(values)
                else value
                for key, value in self.parameters.items()
            }
            one.progress = self.progress.part(number / len(values), (number + 1) / len(values))
            jobs.append(one)
        return jobs

    def shown(self, name: str) -> str:
        """Layer, file or service behind a parameter as it may be told: by its name, never by its folder or password."""
        return str(shown_parameters(self._algorithm, {name: self.raw(name)}, self.layer_facts).get(name, ""))

    def text(self, name: str) -> str:
        """Text without spaces around it."""
        return self._algorithm.parameterAsString(self.parameters, name, self.context).strip()

    def integer(self, name: str) -> int:
        """Whole number."""
        return self._algorithm.parameterAsInt(self.parameters, name, self.context)

    def number(self, name: str) -> float:
        """Value of a number parameter, or its default."""
        return self._algorithm.parameterAsDouble(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        """Whether the user said yes; no where there is no such parameter."""
        return self._algorithm.parameterAsBoolean(self.parameters, name, self.context)

    def choice(self, name: str) -> str:
        """Static string of an enumeration.

        Raises
        ------
        EnactError
            ``option_unknown``: QGIS would take the default instead, and a step of another algorithm is not checked.
        """
        refuse_unknown_option(self.parameters.get(name), self._algorithm.parameterDefinition(name))
        return self._algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def file(self, name: str) -> Path:
        """Path of an existing file or folder.

        Raises
        ------
        EnactError
            ``file_missing``.
        """
        path = Path(self.text(name))
        if not exists(path):
            raise EnactError("file_missing", path=str(path), parameter=self.title(name))
        return path

    def destination(self, name: str) -> Path:
        """Path of a file to be made."""
        return Path(self._algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def files(self, name: str) -> list[Path]:
        """Paths of several existing files; a list, or one text with semicolons between; layers give their file.

        Raises
        ------
        EnactError
            ``file_missing``.
        """
        value = self.parameters.get(name)
        items = value if isinstance(value, (list, tuple)) else str(value).split(";")
        paths = [self._file_behind(item) for item in items if not isinstance(item, str) or item.strip()]
        for path in paths:
            if not exists(path):
                raise EnactError("file_missing", path=str(path), parameter=self.title(name))
        return paths

    def source(self, name: str) -> Any:
        """Feature source of a layer or file, or None when nothing was given.

        Raises
        ------
        EnactError
            ``input_unreadable``, ``several_layers``, and those of `refuse_unreadable`.
        """
        if not self.given(name):
            return None
        value = plain_value(self.parameters[name])
        layer = self.layer_facts(value)
        # that a file is whole and says which of its layers is meant was asked before the run, on the main thread: to
        # list a file's layers beside a map that is drawn from it could make both wait for ever (see open_layers)
        if layer is None:
            refuse_whole_osm_file(value)
        source = self._algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            if layer is None:
                refuse_unreadable(value, self.title(name))
            shown = layer.name if layer else str(value)
            raise EnactError("input_unreadable", path=shown, parameter=self.title(name))
        return source

    def layer_rights(self, name: str) -> tuple[str, str]:
        """Licence and rights in the metadata of the project's layer behind a parameter; empty for a file."""
        layer = self.layer_facts(self.parameters.get(name))
        return (layer.licence, layer.rights) if layer else ("", "")

    def layer_facts(self, value: Any) -> LayerFacts | None:
        """Layer that a value means, as it was taken down before the run; None for a file."""
        known = self._algorithm.open_layers
        if known is None:
            return facts_of(value) if isinstance(value, QgsMapLayer) else None
        return known.find(value)

    def _file_behind(self, item: Any) -> Path:
        """Path of a file, or of the file a layer of the project shows."""
        layer = self.layer_facts(item)
        return layer.file if layer else Path(str(plain_value(item)).strip())

    # ---- the workspace

    def workspace(self, ags: str = "", name: str = "", crs: str = "", path: Path | None = None) -> Workspace:
        """Open the workspace at `path`, else of the parameter WORKSPACE, or make it."""
        from ..layers.workspace import Workspace
        from ..reference.states import DEFAULT_CRS

        path = _with_ending(path or Path(self.text("WORKSPACE")))
        workspace = Workspace.open_or_create(path, ags, name, crs or DEFAULT_CRS)
        if workspace.made:
            self._made.append(workspace)
        return workspace

    def take_back(self) -> None:
        """Remove the workspaces that this run made and that hold nothing: it failed, and leaves no empty file."""
        for workspace in self._made:
            self._take_back(workspace)

    def _take_back(self, workspace: Workspace) -> None:
        """Remove an empty workspace; one that somebody holds stays, which is said beside what failed before."""
        from ..layers.database import translated

        try:
            remove_empty(workspace)
        except EnactError as error:
            self.feedback.pushWarning(describe(error))
        except OSError as error:
            self.feedback.pushWarning(describe(translated(workspace.path, error)))

    def existing_workspace(self) -> Workspace:
        """Open the workspace of the parameter WORKSPACE; none is made.

        Raises
        ------
        EnactError
            ``workspace_missing`` besides those of opening.
        """
        from ..layers.workspace import Workspace

        return Workspace.open(_with_ending(Path(self.text("WORKSPACE"))))

    def workspace_of_ags(self, path: Path | None = None) -> Workspace:
        """Workspace of the municipality that the parameter AGS names; of any when it is empty.

        Raises
        ------
        EnactError
            ``ags_invalid``, ``workspace_other_municipality`` besides those of opening.
        """
        from ..reference.municipalities import find_municipality, findings, parse_ags, resolve_ags
        from ..reference.states import crs_of_ags

        if not self.given("AGS"):
            return self.workspace(path=path)
        parsed = parse_ags(self.text("AGS"))
        resolution = resolve_ags(parsed.ags)
        for finding in findings(parsed, resolution) if self._told else ():
            self.feedback.pushInfo(describe(finding))
        municipality = find_municipality(resolution.ags)
        name = municipality.name if municipality else ""
        return self.workspace(resolution.ags, name, crs_of_ags(resolution.ags), path)

    def child(
        self, algorithm: type[EnactAlgorithm], parameters: Mapping[str, Any], start: float, end: float = 1.0
    ) -> dict[str, Any]:
        """Run another algorithm of EnAct as a step of this one, with the same context and cancel button.

        Parameters
        ----------
        algorithm : type
        parameters : mapping
        start, end : float
            Overall progress at its start and at its end, in [0, 1].

        Returns
        -------
        dict
            Its outputs.
        """
        instance = algorithm().create()
        instance.open_layers = self._algorithm.open_layers
        if self.given(OVERWRITE):
            parameters = {OVERWRITE: self.parameters[OVERWRITE], **parameters}
        # the step's own name is enough: twenty data sets would say "reading, writing, replacing" twenty times
        job = Job(instance, parameters, self.context, self.feedback, told=False)
        job.progress = job.progress.part(start, end)
        job._hints = self._hints
        job.handed_on = self.handed_on
        job._made = self._made
        job._parent = self
        results = instance.compute(job)
        if isinstance(results, dict) and "PROJECT" in results:  # assembled anew
            self._hints.pop(PROJECT_OLD, None)
            self._hints.pop(NOT_IN_PROJECT, None)
        return results

    def run(self) -> Run:
        """Describe this run for the provenance; files by their name, layers by theirs."""
        from ..layers.provenance import Run

        if self._run is None:
            self._run = Run(
                f"enact:{self._algorithm.name()}",
                shown_parameters(self._algorithm, self.parameters, self.layer_facts),
                version(),
                QgsApplication.userLoginName(),
                parent=self._parent.run() if self._parent else None,
            )
        return self._run

    def store(
        self,
        workspace: Workspace,
        layer: str,
        outcome: Outcome,
        inputs: tuple[str, ...] = (),
        progress: Progress | None = None,
        findings_told: bool = True,
        derived: bool = False,
    ) -> Provenance:
        """Replace a layer, style it, and tell the user what came in and what did not.

        Parameters
        ----------
        workspace : Workspace
            The one through which the inputs were read.
        layer : str
        outcome : Outcome
        inputs : tuple of str
            Layers of the workspace that were read, or looked for, to make it.
        progress : Progress or None
        findings_told : bool
            Whether the log names the findings; not where a layer is only made anew.
        derived : bool
            Whether rows changed by hand go in any case, and the log says how many: of a layer that holds nothing but
            what is worked out from others.

        Raises
        ------
        EnactError
            ``layer_in_edit_mode`` besides those of `Workspace.replace`.
        """

        def refuse_while_edited() -> None:
            self.refuse_edit_mode(workspace, layer)

        refuse_while_edited()  # before the long writing, and once more at its end
        if derived:
            self._tell_edited(workspace, layer, outcome)
        row = workspace.replace(
            layer, outcome, self.run(), workspace.input_hashes(inputs), progress or self.progress,
            overwrite_edits=derived or self.flag(OVERWRITE), last_look=refuse_while_edited,
        )  # fmt: skip
        if self._algorithm.open_layers is not None:
            self._algorithm.open_layers.reload(workspace.path, layer)
        self.tell(row, outcome if findings_told else replace(outcome, findings=()), findings_told)
        self._give_style(workspace, layer)
        # its maps print the state and the shares of the day it was assembled
        project = workspace.path.with_suffix(".qgz")
        self._hints[PROJECT_OLD] = [project.name] if exists(project) else []
        return row

    def _tell_edited(self, workspace: Workspace, layer: str, outcome: Outcome) -> None:
        edited = workspace.edited_rows(layer, outcome)
        if edited:
            values = {"count": edited, "layer": layer}
            code = "derived_rows_replaced" if layer.startswith("plant") else "derived_rows_made_anew"
            self.feedback.pushInfo("  " + describe(Finding(code, values=values)))

    def refuse_edited(self, workspace: Workspace, layer: str, coming: Outcome | None = None) -> None:
        """Raise where `store` would refuse to replace this layer: where several belong together, before the first.

        Parameters
        ----------
        workspace : Workspace
        layer : str
        coming : Outcome or None
            What is to take its place; without it every row changed by hand counts.

        Raises
        ------
        EnactError
            ``layer_in_edit_mode``, ``layer_edited``.
        """
        self.refuse_edit_mode(workspace, layer)
        edited = 0 if self.flag(OVERWRITE) else workspace.edited_rows(layer, coming, self.progress.silent())
        if edited:
            raise EnactError("layer_edited", layer=layer, count=edited, path=workspace.path.name)

    def refuse_edit_mode(self, workspace: Workspace, layer: str) -> None:
        """Raise ``layer_in_edit_mode`` where somebody is editing this layer in the project."""
        known = self._algorithm.open_layers
        if known is not None and known.is_edited(workspace.path, layer):
            raise EnactError("layer_in_edit_mode", layer=layer)

    def _give_style(self, workspace: Workspace, layer: str) -> None:
        """Store the shipped style; the rows are in place already, so that it fails is said and no more."""
        from ..cartography.styles import give_default_style

        try:
            give_default_style(workspace.layer(layer), layer)
        except (EnactError, RuntimeError) as error:
            reason = describe(error) if isinstance(error, EnactError) else str(error)
            values = {"layer": layer, "path": workspace.path.name, "detail": reason}
            self.feedback.pushInfo("  " + describe(Finding("style_not_stored", values=values)))

    def tell(self, row: Provenance, outcome: Outcome, hints: bool = True) -> None:
        """Write the account of a layer into the log, and with `hints` keep for the end what to do with it."""
        push = self.feedback.pushInfo
        counted = "layer_written" if row.rows == row.rows_in else "layer_written_of"
        push(step(counted, layer=row.layer, rows=row.rows, rows_in=row.rows_in))
        if row.merged:
            push("  " + step("rows_merged", count=row.merged))
        for reason, count in row.dropped.items():
            push("  " + step("rows_dropped", count=count, reason=step(f"dropped_{reason}")))
        # how it was made before what came of it, which is what a person looks for at the end
        for code in row.assumptions:
            push("  " + step(code))
        for same in _by_id(outcome.findings):
            if same[0].id in GATHERED:
                for finding in same:
                    self._hint(finding.id, finding.values["layer"])
                continue
            for finding in same[:SHOWN_FINDINGS]:
                push("  " + describe(finding))
            if len(same) > SHOWN_FINDINGS:
                push("  " + step("more_findings", count=len(same) - SHOWN_FINDINGS))
        if hints:
            self._note_hints(row.layer, outcome)

    def _note_hints(self, layer: str, outcome: Outcome) -> None:
        """What to do with the account of a layer: kept for the end, where it is said once for all layers."""
        group = _group_in_project(layer)
        found = {finding.id for finding in outcome.findings}
        if "findings" in outcome.frame and outcome.frame["findings"].notna().any():
            listed = FINDINGS_LAYERS.get(layer)
            self._hint(
                *(("hint_findings_layer", _in_project(listed)) if listed else ("hint_findings", group))
            )
        if found.intersection(GAPS):
            self._hint("hint_gaps", group)
        if "mapping_used" in found:
            self._hint("hint_mapping", layer_title(layer))

    def tell_left_out(self, layer: str, left_out: Iterable[tuple[str, str]]) -> None:
        """Tell which of several files are not in a layer, by name and reason; of a step, its caller does."""
        code = "service_left_out" if self.parameters.get("SOURCE") == ONLINE else "file_left_out"
        for name, reason in left_out if self._told else ():
            self.feedback.reportError(step(code, layer=layer_title(layer), file=name, reason=reason))

    def hint_place(self, workspace: Workspace, layer: str) -> None:
        """Say at the end where a result is, and how it comes onto the map, where no open layer shows it."""
        known = self._algorithm.open_layers
        if known is None or not known.shows(workspace.path, layer):
            self._hint(NOT_IN_PROJECT, _in_project(layer))

    def is_open(self, project: Path) -> bool:
        """Whether this project file is the one that is open in QGIS."""
        known = self._algorithm.open_layers
        return known is not None and known.is_project(project)

    def tell_renewed(self, project: Path) -> None:
        """Note that the file of the open project is new: QGIS' window offers to open it again."""
        if self._parent is not None:
            self._parent.tell_renewed(project)
        else:
            self._algorithm.renewed = str(project)

    def _hint(self, code: str, place: str) -> None:
        places = self._hints.setdefault(code, [])
        if place not in places:
            places.append(place)

    def tell_hints(self) -> None:
        """Say once, after all data sets, where to look and what to do."""
        for code in HINTS:
            places = ", ".join(self._hints.pop(code, ()))
            if places:
                self.feedback.pushInfo(step(code, layer=places, layers=places))


def _with_ending(path: Path) -> Path:
    return path if path.suffix else path.with_suffix(".gpkg")


def _group_in_project(layer: str) -> str:
    """Group of the layer tree under which the project shows a table, which may be in several layers there."""
    from ..reference.tables import rows

    return next(
        (row["group_de"] for row in rows("project_layers") if row["layer"] == layer), layer_title(layer)
    )


def _in_project(layer: str) -> str:
    """Group and name under which the project shows a layer."""
    from ..reference.kinds import kind_of_layer
    from ..reference.tables import rows

    names = (
        f"{row['group_de']} → {row['title_de']}" for row in rows("project_layers") if row["layer"] == layer
    )
    kind = kind_of_layer(layer)
    return next(names, f"{kind.group_de} → {layer_title(layer)}" if kind else layer)


def _by_id(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one kind together, in the order in which each kind came first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.id, []).append(finding)
    return list(groups.values())


def _progress(feedback: QgsProcessingFeedback, told: bool) -> Progress:
    """Progress that forwards to QGIS; not its texts where `told` is False.

    A text is pushed once, not at each step: again only for another layer.
    """
    last = [("", "")]

    def report(fraction: float, code: str, values: dict[str, Any]) -> None:
        feedback.setProgress(100 * fraction)
        said = (code, str(values.get("layer", "")))
        if told and code and said != last[0]:
            last[0] = said
            feedback.setProgressText(step(code, **values))

    return Progress(report, feedback.isCanceled)
