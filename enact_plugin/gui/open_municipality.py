"""The dialog "Open municipality": collects choices, starts `enact:loadmunicipality`, and tells what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface, QgsFileWidget, QgsMessageBarItem
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCloseEvent, QIcon
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ..errors import Canceled, EnactError
from ..layers.messages import describe
from ..layers.paths import exists, is_folder
from .choices import (
    DATA_SETS,
    MUNICIPALITY,
    PROJECT,
    SERVICES,
    TOPICS,
    WHOLE,
    WORKSPACE,
    Choices,
    Given,
    Place,
    Problem,
    following_project,
    fresh,
    parameters,
    problems,
    recognise,
    single,
)
from .field_dialog import OwnForm, Subject, edit_facts
from .municipality_picker import MunicipalityPicker
from .notices import notify, withdraw
from .open_project import open_project
from .report import ReportDialog, outcome_html
from .runner import AlgorithmRun, RunResult, RunState
from .settings import (
    data_folder,
    existing,
    folder_of,
    last_municipality,
    remember,
    remembered,
    workspace_folder,
)
from .source_input import SourceInput
from .texts import field_text
from .topic_row import TopicRow

ALGORITHM = "enact:loadmunicipality"
ROOT = Path(__file__).resolve().parents[2]
FORM, _ = uic.loadUiType(str(ROOT / "ui" / "open_municipality.ui"))


class OpenMunicipalityDialog(QDialog, FORM):
    """Non-modal; closing it while a municipality is loaded leaves the work going on in the task manager.

    Parameters
    ----------
    iface : QgisInterface
    parent : QWidget or None
    algorithm : str
        The algorithm that is started.
    own_form : callable or None
        Names the form of buildings that is read by rules of its own, from the source's fields.
    """

    def __init__(
        self,
        iface: QgisInterface,
        parent: QWidget | None = None,
        algorithm: str = ALGORITHM,
        own_form: OwnForm | None = None,
    ) -> None:
        super().__init__(parent)
        self.setupUi(self)
        self.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "enact.svg")))
        self._iface = iface
        self._algorithm = algorithm
        self._own_form = own_form
        self._place: Place | None = None
        self._chosen = Choices()
        self._parked: tuple[str, str] | None = None
        self._run: AlgorithmRun | None = None
        self._topics: list[TopicRow] = []
        self._told_outside: list[QgsMessageBarItem] = []
        self._inputs: dict[str, SourceInput] = {}
        self._helped: dict[QWidget, str] = {}
        self._set_up_layout()
        self._set_up_targets()
        self._set_up_inputs()
        self._set_up_buttons()
        self._order_tabs()
        self._show_help(MUNICIPALITY)
        self._show_idle()
        self._show_workspace_hint()
        QApplication.instance().focusChanged.connect(self._on_focus)
        if last_municipality():
            self.picker.set_text(recognise(last_municipality()).label)

    # ---- building -----------------------------------------------------------------------------------------------

    def _set_up_layout(self) -> None:
        """Set what a .ui file can only say with enums, which Qt 5 and 6 spell differently."""
        policy = QSizePolicy.Policy
        self.messageBar.setSizePolicy(policy.Minimum, policy.Fixed)
        self.stepLabel.setSizePolicy(policy.Ignored, policy.Preferred)
        self.dataArea.setFrameShape(QFrame.Shape.NoFrame)
        self.dataArea.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dataLayout.addStretch()
        self.addTopicLayout.addStretch()
        self.buttonLayout.setStretchFactor(self.stepLabel, 1)
        self.splitter.setSizes([920, 260])

    def _set_up_targets(self) -> None:
        self.picker = MunicipalityPicker(self.municipality)
        self.picker.recognised.connect(self._on_place)
        for name, label, widget in (
            (MUNICIPALITY, self.municipalityLabel, self.municipality),
            (WORKSPACE, self.workspaceLabel, self.workspace),
            (PROJECT, self.projectLabel, self.project),
        ):
            field = widget.lineEdit()
            label.setText(field_text(name).title)
            label.setBuddy(field)
            field.setAccessibleName(field_text(name).plain_title)
            self._helped[widget] = name
        self._set_up_target(self.workspace, "GeoPackage (*.gpkg)", ".gpkg")
        self._set_up_target(self.project, "QGIS (*.qgz)", ".qgz")
        self._workspace_before = self.workspace.filePath()
        self.workspace.fileChanged.connect(self._on_workspace)
        self._show_place(None)

    def _set_up_target(self, widget: QgsFileWidget, file_filter: str, ending: str) -> None:
        widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        widget.setConfirmOverwrite(False)  # an existing workspace is kept; only what is loaded is replaced
        widget.setFilter(file_filter)
        widget.setDefaultRoot(existing(workspace_folder()))
        widget.lineEdit().editingFinished.connect(lambda: _complete_ending(widget, ending))
        widget.lineEdit().setPlaceholderText(self.tr("follows from the municipality"))

    def _set_up_inputs(self) -> None:
        self._skipped_hint = self.dataHint.text()
        self.online.setText(field_text(SERVICES).title)
        # who has no files yet needs only to name the municipality
        self.online.setChecked(True)
        self.online.toggled.connect(self._show_hints)
        self._helped[self.online] = SERVICES
        for row, data_set in enumerate(DATA_SETS):
            text = field_text(data_set.parameter)
            source = SourceInput(data_set, text.plain_title, data_folder(), self)
            label = QLabel(text.title, self.dataBox)
            label.setBuddy(source.file.lineEdit())
            self.dataGrid.addWidget(label, row, 0)
            self.dataGrid.addWidget(source.file, row, 1)
            self.dataGrid.addLayout(_side_by_side(source.layer, source.table, source.folder), row, 2)
            self.dataGrid.addWidget(source.verdict, row, 3)
            if data_set.kind:
                self.dataGrid.addWidget(source.fields, row, 4)
                source.fields_wanted.connect(
                    lambda source, kind=data_set.kind: self._edit_facts(source, kind)
                )
            source.changed.connect(lambda source=source: self._look_beside(source))
            self._inputs[data_set.parameter] = source
            for widget in source.widgets():
                self._helped[widget] = data_set.parameter
        self.topicsBox.setTitle(field_text(TOPICS).title)
        self._helped[self.topicsBox] = TOPICS

    def _set_up_buttons(self) -> None:
        self.addTopicButton.clicked.connect(self._on_add_topic)
        self.runButton.clicked.connect(self.start)
        self.cancelButton.clicked.connect(self.cancel)
        self.closeButton.clicked.connect(self.close)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self.municipality, self.workspace, self.project, self.online]
        for source in self._inputs.values():
            chain += source.widgets()
        for topic in self._topics:
            chain += topic.widgets()
        chain += [self.addTopicButton, self.runButton, self.cancelButton, self.closeButton, self.help]
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)

    def _on_add_topic(self) -> None:
        self._add_topic().kind.setFocus()

    def _add_topic(self) -> TopicRow:
        row = TopicRow(self._inputs[DATA_SETS[0].parameter].file.defaultRoot(), self.topicsBox)
        row.removed.connect(self._on_remove_topic)
        row.source.fields_wanted.connect(lambda source, row=row: self._edit_facts(source, row.topic().kind))
        row.changed.connect(lambda row=row: self._look_beside(row.source))
        self._topics.append(row)
        self.topicRows.addWidget(row)
        self._order_tabs()
        return row

    def _remove_topic(self, row: TopicRow) -> None:
        self._topics.remove(row)
        self.topicRows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_remove_topic(self, row: TopicRow) -> None:
        self._remove_topic(row)
        self.addTopicButton.setFocus()

    # ---- fields -------------------------------------------------------------------------------------------------

    def _edit_facts(self, source: SourceInput, kind: str) -> None:
        """Open the table of fields of one source."""
        self.messageBar.clearWidgets()
        given = source.given()
        subject = Subject(single(given), kind, self.workspace.filePath().strip(), given.facts, self._own_form)
        try:
            facts = edit_facts(subject, self)
        except EnactError as error:
            notify(self.messageBar, describe(error), Qgis.MessageLevel.Warning)
            return
        if facts is not None:
            source.set_facts(facts)

    def _look_beside(self, source: SourceInput) -> None:
        """Look for the next file where this one was found."""
        paths = source.given().paths
        if not paths or not is_folder(folder_of(paths[0])):
            return
        for each in (*self._inputs.values(), *(row.source for row in self._topics)):
            each.look_in(folder_of(paths[0]))

    # ---- choices ------------------------------------------------------------------------------------------------

    def choices(self) -> Choices:
        """Return what the dialog holds."""
        return Choices(
            municipality=self.picker.text(),
            workspace=self.workspace.filePath().strip(),
            project=self.project.filePath().strip(),
            inputs={name: source.given() for name, source in self._inputs.items() if source.given()},
            topics=tuple(row.topic() for row in self._topics if not row.is_untouched()),
            online=self.online.isChecked(),
        )

    def set_choices(self, choices: Choices) -> None:
        """Show choices, for instance those of the demo municipality."""
        self.picker.set_text(choices.municipality)
        self._show_choices(choices)

    def _show_choices(self, choices: Choices) -> None:
        """Show all but the municipality, whose text stays as it was typed."""
        self.workspace.setFilePath(choices.workspace)
        self.project.setFilePath(choices.project)
        self.online.setChecked(choices.online)
        for name, source in self._inputs.items():
            source.set_given(choices.inputs.get(name, Given()))
        for row in list(self._topics):
            self._remove_topic(row)
        for topic in choices.topics:
            self._add_topic().set_topic(topic)
        self._show_workspace_hint()

    def _on_place(self, place: Place | None) -> None:
        self._show_place(place)
        if place is None:
            self._park_targets()
            return
        if self._place and place.ags == self._place.ags:
            self._bring_targets_back()
            return
        self._parked = None
        first, self._place = self._place is None, place
        folder = workspace_folder()
        self._show_choices(remembered(place) or fresh(place, folder, self.choices(), first))

    def _park_targets(self) -> None:
        """While another name is being typed, the files of the municipality before are not its files."""
        if self._place is not None and self._parked is None:
            self._parked = (self.workspace.filePath(), self.project.filePath())
            self._show_targets("", "")

    def _bring_targets_back(self) -> None:
        if self._parked is not None:
            self._show_targets(*self._parked)
            self._parked = None

    def _on_workspace(self, path: str) -> None:
        """Let the project go with the workspace: of another one it would take the old project's layers away."""
        path = path.strip()
        self.project.setFilePath(following_project(self.project.filePath(), self._workspace_before, path))
        self._workspace_before = path or self._workspace_before
        self._show_workspace_hint()

    def _show_targets(self, workspace: str, project: str) -> None:
        self.workspace.setFilePath(workspace)
        self.project.setFilePath(project)
        self._show_workspace_hint()

    # ---- what is shown ------------------------------------------------------------------------------------------

    def _show_place(self, place: Place | None) -> None:
        if place is None:
            self.municipalityHint.setText(self.tr("name or eight-digit key (AGS)"))
            return
        if place.name:
            # the label itself only where the text is another, for instance an old key
            parts = [place.label if self.picker.text() != place.label else "", place.district]
        else:
            parts = [self.tr("not in the list; the key is used as it is")]
        notes = [describe(finding) for finding in place.findings]
        self.municipalityHint.setText("\n".join([" · ".join(filter(None, parts)), *notes]))

    def _show_workspace_hint(self) -> None:
        path = self.workspace.filePath().strip()
        if not path:
            text = ""
        elif exists(path):
            text = self.tr("exists: the data sets chosen below are replaced, all others stay")
        else:
            text = self.tr("is created")
        self.workspaceHint.setText(text)
        self.workspaceHint.setVisible(bool(text))

    def _show_help(self, name: str) -> None:
        text = field_text(name)
        self.help.setHtml(f"<h3>{text.plain_title}</h3>{text.help}")

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard with the help."""
        widget = now if now is not None and self.isAncestorOf(now) else None
        while widget is not None and widget is not self:
            if widget in self._helped:
                self._show_help(self._helped[widget])
                return
            widget = widget.parentWidget()

    def _show_hints(self, _checked: bool = False, running: bool = False) -> None:
        """Say above and in the empty fields what happens with them."""
        online = self.tr(
            "Give a file or a layer of the open project; what you do not have comes from the services."
        )
        self.dataHint.setText(online if self.online.isChecked() else self._skipped_hint)
        for source in self._inputs.values():
            source.show_running(running, self.online.isChecked())
        for row in self._topics:
            row.source.show_running(running)

    def _show_idle(self) -> None:
        self._show_running(False)
        self.stepLabel.clear()

    def _show_running(self, running: bool) -> None:
        self.formPane.setEnabled(not running)
        self._show_hints(running=running)
        self.runButton.setEnabled(not running)
        self.cancelButton.setEnabled(running)
        self.progressBar.setVisible(running)
        self.progressBar.setValue(0)

    # ---- running ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Check the choices and start loading; says what is wrong otherwise."""
        self.messageBar.clearWidgets()
        self.picker.complete()
        choices = self.choices()
        found = problems(choices)
        if found:
            self._refuse(found)
            return
        try:
            self._start(choices)
        except EnactError as error:
            notify(self.messageBar, describe(error), Qgis.MessageLevel.Critical)

    def _start(self, choices: Choices) -> None:
        place = recognise(choices.municipality)
        title = self.tr("EnAct: loading {name}").format(name=place.name or place.ags)
        for target in (
            choices.workspace,
            choices.project,
        ):  # the algorithm refuses a folder that is not there
            _make_folder(Path(target).parent)
        run = AlgorithmRun(self._algorithm, parameters(choices), title, self)
        self._place, self._chosen = place, choices
        self._run = run
        run.progressed.connect(lambda percent: self.progressBar.setValue(round(percent)))
        run.stepped.connect(self.stepLabel.setText)
        run.finished.connect(self._on_finished)
        self._show_running(True)
        run.start()

    def _refuse(self, found: tuple[Problem, ...]) -> None:
        """Say why nothing was started, and go to the field."""
        lines = [self._title(problem.field) + describe(problem.error) for problem in found]
        details = "".join(f"<p>{line}</p>" for line in lines) if len(lines) > 1 else ""
        notify(self.messageBar, lines[0], Qgis.MessageLevel.Warning, self._details(details))
        field = self._field(found[0].field)
        self.dataArea.ensureWidgetVisible(field)
        field.setFocus()

    def _title(self, name: str) -> str:
        return "" if name == WHOLE else f"{field_text(name.partition('/')[0]).plain_title}: "

    def _field(self, name: str) -> QWidget:
        if name == WHOLE:
            return self._inputs[DATA_SETS[0].parameter].file.lineEdit()
        parameter, _, number = name.partition("/")
        if number:
            shown = [row for row in self._topics if not row.is_untouched()]
            return shown[int(number)].kind
        targets = {MUNICIPALITY: self.municipality, WORKSPACE: self.workspace, PROJECT: self.project}
        return (targets.get(parameter) or self._inputs[parameter].file).lineEdit()

    def cancel(self) -> None:
        """Stop loading; the workspace stays as it was before the layer that was being written."""
        if self._run is not None:
            self.stepLabel.setText(self.tr("stopping …"))
            self.cancelButton.setEnabled(False)
            self._run.cancel()

    def is_running(self) -> bool:
        """Whether a municipality is being loaded."""
        return self._run is not None

    def _on_finished(self, result: RunResult) -> None:
        self._run = None
        self._show_idle()
        self._show_workspace_hint()
        if result.state is RunState.DONE:
            remember(self._place, self._chosen)  # what led to nothing must not take the place of what did
            self._show_done(result)
        elif result.state is RunState.CANCELED:
            self._tell(describe(Canceled()), Qgis.MessageLevel.Info)
        else:
            reason = result.reason or self.tr("Loading failed; the details say why.")
            self._tell(reason, Qgis.MessageLevel.Critical, self._details(result.log))

    def _show_done(self, result: RunResult) -> None:
        """Open the project and show the report; whoever closed the dialog is working and only gets a note."""
        name = self._place.name or self._place.ags
        report = outcome_html(result)
        project = str(result.outputs.get(PROJECT, ""))
        level = Qgis.MessageLevel.Warning if result.errors else Qgis.MessageLevel.Success
        text = self.tr("{name} is loaded.").format(name=name)
        if len(result.errors) == 1:
            text = self.tr("{name} is loaded, but not all of it: {reason}").format(
                name=name, reason=result.errors[0]
            )
        elif result.errors:
            text = self.tr("{name} is loaded, but {count} data sets are not.").format(
                name=name, count=len(result.errors)
            )
        lead_on = {self.tr("Open project"): lambda: self._open(project), **self._details(report)}
        if self.isVisible() and self._open(project):
            self.hide()
            self._tell(text, level, self._details(report))
            self._show_report(report)
        else:
            self._tell(text, level, lead_on)

    # ---- telling ------------------------------------------------------------------------------------------------

    def _tell(
        self, text: str, level: Qgis.MessageLevel, buttons: Mapping[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a message here, or in QGIS' window while the dialog is closed."""
        if self.isVisible():
            notify(self.messageBar, text, level, buttons)
        else:
            self._told_outside.append(notify(self._iface.messageBar(), text, level, buttons))

    def _details(self, html: str) -> dict[str, Callable[[], object]]:
        return {self.tr("Details …"): lambda: self._show_report(html)} if html else {}

    def _open(self, project: str) -> bool:
        try:
            return open_project(self._iface, project, self if self.isVisible() else self._iface.mainWindow())
        except EnactError as error:
            self._tell(describe(error), Qgis.MessageLevel.Warning)
            return False

    def _show_report(self, html: str) -> None:
        self.report = ReportDialog(self.tr("EnAct – what was loaded"), html, self._iface.mainWindow())
        self.report.show()

    # ---- going --------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget old messages; a run goes on."""
        self.messageBar.clearWidgets()
        super().closeEvent(event)

    def shut_down(self, milliseconds: int) -> None:
        """Cancel a run and wait for it: the plugin is about to be unloaded, and its code with it."""
        if self._run is not None:
            self._run.finished.disconnect(self._on_finished)
            self._run.cancel()
            self._run.wait(milliseconds)
            self._run = None
        withdraw(self._iface.messageBar(), self._told_outside)


def _side_by_side(*widgets: QWidget | None) -> QHBoxLayout:
    """Layout of those widgets that are there, the first as wide as it can be."""
    layout = QHBoxLayout()
    for widget in filter(None, widgets):
        layout.addWidget(widget, 0 if layout.count() else 1)
    return layout


def _complete_ending(widget: QgsFileWidget, ending: str) -> None:
    """Append the ending that was left out."""
    path = widget.filePath().strip()
    if path and not Path(path).suffix:
        widget.setFilePath(path + ending)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnactError(
            "folder_not_writable", path=str(folder), detail=str(error.strerror or error)
        ) from error
