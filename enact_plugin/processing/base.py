"""What all algorithms share: texts, errors, progress, the workspace, and the account of what was written.

No domain room is imported here: the provider must load, and say what is missing, where geopandas is not installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QIcon

from ..errors import DependencyMissing, EnactError
from ..layers.messages import describe
from ..layers.projections import make_usual
from .installation import ROOT, missing_package
from .job import Job
from .open_layers import OpenLayers
from .output_titles import output_title
from .parameters import overwrite_edits, refuse_unknown_option
from .source_check import refuse_unreadable
from .threads import keep_projections_alive
from .unexpected import let_go, unexpected


class Group(Enum):
    """Groups of the toolbox."""

    START = "start"
    LOAD = "load"
    REGISTER = "register"
    HEAT = "heat"
    NETWORK = "network"
    SHOW = "show"


@dataclass(frozen=True)
class Texts:
    """What the toolbox shows of an algorithm; already in the user's language."""

    name: str
    short: str
    help: str
    tags: str = ""


class EnactAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms; a child says only what is its own.

    A child sets `ID` and `GROUP` and implements `texts`, `parameters` and `compute`.
    """

    ID = ""
    GROUP = Group.START
    NUMBERS: tuple[str, ...] = ()  # numeric outputs, for models
    STRINGS: tuple[str, ...] = ()
    FILES: tuple[str, ...] = ()  # file outputs that are no destination parameters
    REPLACES = False  # whether it replaces layers, which a person may have edited

    def __init__(self) -> None:
        super().__init__()
        self.open_layers: OpenLayers | None = None  # from the moment it is prepared
        self.renewed = ""  # the open project, where its file was made anew

    # ---- for the child

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        raise NotImplementedError

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters in their order."""
        raise NotImplementedError

    def compute(self, job: Job) -> dict[str, Any]:
        """Do the work; returns the outputs."""
        raise NotImplementedError

    # ---- what QGIS asks

    def tr(self, text: str) -> str:
        """Translate a text of this algorithm; pylupdate files it under the class' name."""
        return QCoreApplication.translate(type(self).__name__, text)

    def createInstance(self) -> EnactAlgorithm:
        """Return a fresh algorithm."""
        return type(self)()

    def name(self) -> str:
        """Public id without the provider."""
        return self.ID

    def displayName(self) -> str:
        """Name in the toolbox."""
        return self.texts().name

    def shortDescription(self) -> str:
        """One sentence."""
        return self.texts().short

    def shortHelpString(self) -> str:
        """Help at the side of the dialog."""
        return self.texts().help

    def tags(self) -> list[str]:
        """Words by which the toolbox finds it."""
        return [tag.strip() for tag in self.texts().tags.split(",") if tag.strip()]

    def group(self) -> str:
        """Group in the toolbox."""
        names = {
            Group.START: QCoreApplication.translate("EnactAlgorithm", "Start"),
            Group.LOAD: QCoreApplication.translate("EnactAlgorithm", "Load data"),
            Group.REGISTER: QCoreApplication.translate("EnactAlgorithm", "Register of plants"),
            Group.HEAT: QCoreApplication.translate("EnactAlgorithm", "Building stock and heat"),
            Group.NETWORK: QCoreApplication.translate("EnactAlgorithm", "Heat networks"),
            Group.SHOW: QCoreApplication.translate("EnactAlgorithm", "Show"),
        }
        return names[self.GROUP]

    def groupId(self) -> str:
        """Stable id of the group."""
        return self.GROUP.value

    def icon(self) -> QIcon:
        """EnAct's icon."""
        return QIcon(str(ROOT / "resources" / "icons" / "enact.svg"))

    def canExecute(self) -> tuple[bool, str]:
        """Whether all packages are there; otherwise what is missing and how it is installed."""
        missing = missing_package()
        return (not missing, describe(DependencyMissing(missing)) if missing else "")

    def initAlgorithm(self, _configuration: Mapping[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in (*self.parameters(), *((overwrite_edits(),) if self.REPLACES else ())):
            self.addParameter(parameter)
        for name in self.FILES:
            self.addOutput(QgsProcessingOutputFile(name, output_title(name)))
        for name in self.STRINGS:
            self.addOutput(QgsProcessingOutputString(name, output_title(name)))
        for name in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, output_title(name)))

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse values that cannot be worked with, before any work; here unreadable files and unknown choices.

        Raises
        ------
        EnactError
        """
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                refuse_unreadable(parameters.get(definition.name()), definition.description(), context)
            if isinstance(definition, QgsProcessingParameterEnum):
                refuse_unknown_option(parameters.get(definition.name()), definition)

    def checkParameterValues(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Ask `check` first: it says what is wrong in our words, QGIS after it that a source was not found."""
        try:
            self.check(parameters, context)
        except EnactError as error:
            return False, describe(error)
        return super().checkParameterValues(dict(parameters), context)

    def prepareAlgorithm(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """On the main thread: check, and take down the layers of the project and from now on which is being edited.

        Steps of models and scripts come here without `checkParameterValues`.
        """
        try:
            self.check(parameters, context)
        except EnactError as error:
            raise QgsProcessingException(describe(error)) from error
        if QThread.currentThread() == QCoreApplication.instance().thread():
            make_usual()
        self.open_layers = OpenLayers.for_run(self, parameters, context)
        return True

    def processAlgorithm(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run `compute`; the one place where an error becomes a sentence."""
        missing = missing_package()  # processing.run does not ask canExecute
        job = Job(self, parameters, context, feedback)
        try:
            if missing:
                raise DependencyMissing(missing)
            keep_projections_alive()
            results = self.compute(job)
            job.tell_hints()
            return results
        except EnactError as error:
            let_go(error)
            job.take_back()
            raise QgsProcessingException(describe(error)) from error
        except Exception as error:  # nobody foresaw it: told in the user's language, in full in the log
            told = describe(unexpected(error))
            let_go(error)
            job.take_back()
            raise QgsProcessingException(told) from error
        finally:
            if self.open_layers is not None:  # canceled or failed: what was stored before is there to be seen
                self.open_layers.end()

    def postProcessAlgorithm(
        self, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """On the main thread: let the window know of a project to be opened again."""
        if self.renewed:
            self.provider().project_renewed.emit(self.renewed)
        return {}
