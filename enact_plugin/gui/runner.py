"""Runs an algorithm of Processing as a background task and says what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..errors import EnactError

# started and not ended: without a hold on the Python side, context and feedback would go while the task uses them
_RUNNING: set[AlgorithmRun] = set()
_TRACE = "Traceback (most recent call last)"


class RunState(Enum):
    """How a run ended."""

    DONE = "done"
    CANCELED = "canceled"
    FAILED = "failed"


@dataclass(frozen=True)
class RunResult:
    """What came of a run.

    Attributes
    ----------
    state : RunState
    outputs : dict
        As the algorithm returned them.
    reason : str
        Why it failed, in the user's language; empty when only the log can say.
    errors : tuple of str
        What failed while the rest went on, in the user's language.
    log : str
        All the algorithm said, as HTML.
    """

    state: RunState
    outputs: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    errors: tuple[str, ...] = ()
    log: str = ""


class _Feedback(QgsProcessingFeedback):
    """Keeps the errors apart and tells the steps; it is called from the task's thread, its signal arrives in ours."""

    stepped = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.stepped.emit(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        super().reportError(error, fatalError)
        self.errors.append(error)


class AlgorithmRun(QObject):
    """One run of an algorithm; keeps everything alive that the task's thread uses.

    Parameters
    ----------
    algorithm_id : str
    parameters : dict
    title : str
        Name of the task in QGIS' task manager.

    Raises
    ------
    EnactError
        ``algorithm_missing``; ``algorithm_refused`` with QGIS' own words, when the algorithm cannot run here or does
        not take these parameters.
    """

    progressed = pyqtSignal(float)
    stepped = pyqtSignal(str)
    finished = pyqtSignal(object)

    def __init__(
        self, algorithm_id: str, parameters: dict[str, Any], title: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._algorithm = _algorithm(algorithm_id)
        self._feedback = _Feedback()
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        accepted, reason = self._algorithm.checkParameterValues(parameters, self._context)
        if not accepted:
            raise EnactError("algorithm_refused", reason=reason)
        self._parameters = parameters
        self._title = title
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._feedback.progressChanged.connect(self.progressed)
        self._feedback.stepped.connect(self.stepped)

    def start(self) -> None:
        """Hand the run to QGIS' task manager; `finished` brings a RunResult."""
        # the task prepares the algorithm here, on the main thread: that is when layers are looked up and snapshot
        # silent: QGIS' own note of the end would cover ours, which says more
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent
        self._task = QgsProcessingAlgRunnerTask(
            self._algorithm, self._parameters, self._context, self._feedback, flags
        )
        self._task.setDescription(self._title)
        self._task.executed.connect(self._on_executed)
        _RUNNING.add(self)
        QgsApplication.taskManager().addTask(self._task)

    def is_running(self) -> bool:
        """Tell whether the task has been started and has not ended."""
        return self._task is not None

    def cancel(self) -> None:
        """Ask the algorithm to stop; `finished` tells when it has."""
        self._feedback.cancel()
        if self._task is not None:
            self._task.cancel()

    def wait(self, milliseconds: int) -> None:
        """Block until the task has ended, at most so long; for unloading the plugin, whose code the task runs."""
        if self._task is not None:
            self._task.waitForFinished(milliseconds)

    def _on_executed(self, successful: bool, outputs: dict[str, Any]) -> None:
        self._task = None
        _RUNNING.discard(self)
        log = self._feedback.htmlLog()
        if successful:
            result = RunResult(RunState.DONE, dict(outputs), errors=tuple(self._feedback.errors), log=log)
        elif self._feedback.isCanceled():
            result = RunResult(RunState.CANCELED, log=log)
        else:
            reason = self._feedback.errors[-1] if self._feedback.errors else ""
            if _TRACE in reason:
                reason = (
                    ""  # a fault of ours, not of the data: nothing to read for a planner; the log keeps it
                )
            result = RunResult(RunState.FAILED, reason=reason, log=log)
        self.finished.emit(result)
        self.deleteLater()


def _algorithm(algorithm_id: str) -> QgsProcessingAlgorithm:
    """Return a fresh instance that can be run here."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    if algorithm is None:
        raise EnactError("algorithm_missing", id=algorithm_id)
    possible, reason = algorithm.canExecute()
    if not possible:
        raise EnactError("algorithm_refused", reason=reason)
    return algorithm
