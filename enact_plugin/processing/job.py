"""One run of an algorithm: its values, its workspace, its progress, and the account it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProject,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QUrl

from ..errors import EnactError, Finding
from ..layers.messages import describe, layer_title, step
from ..progress import Progress
from .installation import version

if TYPE_CHECKING:
    from ..layers.provenance import Provenance, Run
    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from .base import EnactAlgorithm

SHOWN_FINDINGS = 10  # of each kind, in the log; all of them stand in the layer or the report


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
        self.results: dict[str, Any] = {}

    # ---- values

    def given(self, name: str) -> bool:
        """Whether the user gave a value."""
        return self.parameters.get(name) not in (None, "", [])

    def raw(self, name: str) -> Any:
        """Value as it came, for handing on to another algorithm."""
        return self.parameters.get(name)

    def text(self, name: str) -> str:
        """Text without spaces around it."""
        return self._algorithm.parameterAsString(self.parameters, name, self.context).strip()

    def integer(self, name: str) -> int:
        """Whole number."""
        return self._algorithm.parameterAsInt(self.parameters, name, self.context)

    def choice(self, name: str) -> str:
        """Static string of an enumeration."""
        return self._algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def file(self, name: str) -> Path:
        """Path of an existing file or folder.

        Raises
        ------
        EnactError
            ``file_missing``.
        """
        path = Path(self.text(name))
        if not path.exists():
            raise EnactError("file_missing", path=str(path), parameter=name)
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
        paths = [_file_behind(item) for item in items if isinstance(item, QgsMapLayer) or str(item).strip()]
        for path in paths:
            if not path.exists():
                raise EnactError("file_missing", path=str(path), parameter=name)
        return paths

    def source(self, name: str) -> Any:
        """Feature source of a layer or file, or None when nothing was given.

        Raises
        ------
        EnactError
            ``input_unreadable``.
        """
        if not self.given(name):
            return None
        self._refuse_several_layers(name)
        source = self._algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            value = self.parameters[name]
            shown = value.name() if isinstance(value, QgsMapLayer) else str(value)
            path = Path(shown.split("|")[0])
            if path.suffix and not path.exists():
                raise EnactError("file_missing", path=str(path), parameter=name)
            raise EnactError("input_unreadable", path=shown, parameter=name)
        return source

    def _refuse_several_layers(self, name: str) -> None:
        """A file with several layers, none of which was named: QGIS would silently take the first."""
        value = self.parameters[name]
        if not isinstance(value, str) or "|" in value or not Path(value).is_file():
            return
        found = [
            layer.name()
            for layer in QgsProviderRegistry.instance().querySublayers(value)
            if layer.type() == Qgis.LayerType.Vector and layer.name() not in _NO_LAYERS
        ]
        if len(set(found)) > 1:
            raise EnactError("several_layers", path=Path(value).name, layers=", ".join(found))

    def layer_rights(self, name: str) -> tuple[str, str]:
        """Licence and rights in the metadata of the project's layer behind a parameter; empty for a file."""
        value = self.parameters.get(name)
        layer = value if isinstance(value, QgsMapLayer) else QgsProject.instance().mapLayer(str(value or ""))
        if layer is None:
            return "", ""
        metadata = layer.metadata()
        return ", ".join(metadata.licenses()), ", ".join(metadata.rights())

    # ---- the workspace

    def workspace(self, ags: str = "", name: str = "", crs: str = "", path: Path | None = None) -> Workspace:
        """Open the workspace at `path`, else of the parameter WORKSPACE, or make it."""
        from ..layers.workspace import Workspace
        from ..reference.states import DEFAULT_CRS

        path = path or Path(self.text("WORKSPACE"))
        if not path.suffix:
            path = path.with_suffix(".gpkg")
        return Workspace.open_or_create(path, ags, name, crs or DEFAULT_CRS)

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
        for finding in findings(parsed, resolution):
            self.feedback.pushInfo(describe(finding))
        municipality = find_municipality(resolution.ags)
        name = municipality.name if municipality else ""
        return self.workspace(resolution.ags, name, crs_of_ags(resolution.ags), path)

    def child(
        self, algorithm: type[EnactAlgorithm], parameters: Mapping[str, Any], share: float
    ) -> dict[str, Any]:
        """Run another algorithm of EnAct as a step of this one, with the same context and cancel button.

        Parameters
        ----------
        algorithm : type
        parameters : mapping
        share : float
            Overall progress at its start, in [0, 1].

        Returns
        -------
        dict
            Its outputs.
        """
        instance = algorithm().create()
        instance.edited_tables = self._algorithm.edited_tables
        instance.replaced = self._algorithm.replaced
        feedback = QgsProcessingMultiStepFeedback(100, self.feedback)
        feedback.setCurrentStep(round(100 * share))
        # the step's own name is enough: twenty data sets would say "reading, writing, replacing" twenty times
        return instance.compute(Job(instance, parameters, self.context, feedback, told=False))

    def run(self) -> Run:
        """Describe this run for the provenance; files by their name, layers by theirs."""
        from ..layers.provenance import Run

        if not hasattr(self, "_run"):
            shown = {
                name: _shown(value) for name, value in self.parameters.items() if value not in (None, "")
            }
            self._run = Run(
                f"enact:{self._algorithm.name()}", shown, version(), QgsApplication.userLoginName()
            )
        return self._run

    def store(
        self,
        workspace: Workspace,
        layer: str,
        outcome: Outcome,
        inputs: tuple[str, ...] = (),
        progress: Progress | None = None,
    ) -> Provenance:
        """Replace a layer, style it, and tell the user what came in and what did not.

        Raises
        ------
        EnactError
            ``layer_in_edit_mode`` besides those of `Workspace.replace`.
        """
        from ..cartography.styles import give_default_style

        open_in_edit_mode = self._algorithm.edited_tables.get(str(workspace.path.resolve()), ())
        if layer in open_in_edit_mode:
            raise EnactError("layer_in_edit_mode", layer=layer)
        hashes = {}
        for name in inputs:
            row = workspace.provenance(name)
            if row is not None:
                hashes[name] = row.content_hash
        row = workspace.replace(layer, outcome, self.run(), hashes, progress or self.progress)
        give_default_style(workspace.layer(layer), layer)
        self._algorithm.replaced.append((workspace.path, layer))
        self.tell(row, outcome)
        return row

    def tell(self, row: Provenance, outcome: Outcome) -> None:
        """Write the account of a layer into the log."""
        push = self.feedback.pushInfo
        push(
            step(
                "layer_written",
                layer=layer_title(row.layer),
                rows=row.rows,
                rows_in=row.rows_in,
                merged=row.merged,
            )
        )
        for reason, count in row.dropped.items():
            push("  " + step("rows_dropped", count=count, reason=step(f"dropped_{reason}")))
        for same in _by_id(outcome.findings):
            for finding in same[:SHOWN_FINDINGS]:
                push("  " + describe(finding))
            if len(same) > SHOWN_FINDINGS:
                push("  " + step("more_findings", count=len(same) - SHOWN_FINDINGS))
        for code in row.assumptions:
            push("  " + step(code))


def refuse_unreadable(value: Any, parameter: str) -> None:
    """Refuse a file that holds no layer before any work; layers of the project and services are left to QGIS.

    Raises
    ------
    EnactError
        ``file_missing``, ``input_unreadable``.
    """
    if not isinstance(value, str) or not value or QgsProject.instance().mapLayer(value) is not None:
        return
    path = Path(value.split("|")[0])
    if path.is_file():
        if not QgsProviderRegistry.instance().querySublayers(str(path)):
            raise EnactError("input_unreadable", path=str(path), parameter=parameter)
    elif path.suffix and "://" not in value and ":" not in value[2:]:
        raise EnactError("file_missing", path=str(path), parameter=parameter)


def _file_behind(item: Any) -> Path:
    """Path of a file, or of the file a layer of the project shows."""
    layer = item if isinstance(item, QgsMapLayer) else QgsProject.instance().mapLayer(str(item).strip())
    if layer is None:
        return Path(str(item).strip())
    if layer.providerType() == "delimitedtext":
        return Path(QUrl(layer.source()).toLocalFile())
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts.get("path") or layer.source())


def _by_id(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one kind together, in the order in which each kind came first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.id, []).append(finding)
    return list(groups.values())


_FOLDERS = re.compile(r"""(?<![\w:/\\])(?:[A-Za-z]:)?[\\/](?:[^\\/;|="]+[\\/])+""")
_NO_LAYERS = ("layer_styles",)


def _shown(value: Any) -> Any:
    """A parameter without what only this machine knows: folders in front of file names."""
    if isinstance(value, QgsMapLayer):
        return value.name()
    if isinstance(value, (list, tuple)):
        return [_shown(item) for item in value]
    return _FOLDERS.sub("", value) if isinstance(value, str) else value


def _progress(feedback: QgsProcessingFeedback, told: bool) -> Progress:
    """Progress that forwards to QGIS; a text is pushed once, not at each step, and not at all where `told` is False."""
    last = [""]

    def report(fraction: float, code: str, values: dict[str, Any]) -> None:
        feedback.setProgress(100 * fraction)
        if told and code and code != last[0]:
            last[0] = code
            feedback.setProgressText(step(code, **values))

    return Progress(report, feedback.isCanceled)
