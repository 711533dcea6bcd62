"""What all algorithms share: texts, errors, progress, the workspace, and the account of what was written.

No domain room is imported here: the provider must load, and say what is missing, where geopandas is not installed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..errors import Canceled, DependencyMissing, EnactError
from ..layers.messages import describe
from .installation import ROOT, missing_package
from .job import Job
from .threads import keep_projections_alive

if TYPE_CHECKING:
    pass


class Group(Enum):
    """Groups of the toolbox."""

    START = "start"
    LOAD = "load"
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

    def __init__(self) -> None:
        super().__init__()
        self.edited_tables: dict[str, tuple[str, ...]] = {}
        self.replaced: list[tuple[Path, str]] = []

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
        for parameter in self.parameters():
            self.addParameter(parameter)
        for name in self.FILES:
            self.addOutput(QgsProcessingOutputFile(name, name))
        for name in self.STRINGS:
            self.addOutput(QgsProcessingOutputString(name, name))
        for name in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def prepareAlgorithm(
        self, _parameters: Mapping[str, Any], _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """On the main thread: which tables a user is editing right now."""
        self.edited_tables = edited_tables()
        return True

    def processAlgorithm(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run `compute`; the one place where an error becomes a sentence."""
        missing = missing_package()  # processing.run does not ask canExecute
        try:
            if missing:
                raise DependencyMissing(missing)
            keep_projections_alive()
            return self.compute(Job(self, parameters, context, feedback))
        except Canceled as error:
            feedback.pushInfo(describe(error))
            raise QgsProcessingException(describe(error)) from error
        except EnactError as error:
            raise QgsProcessingException(describe(error)) from error

    def postProcessAlgorithm(
        self, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """On the main thread: open layers of replaced tables show the new rows."""
        for path, table in self.replaced:
            for layer in _open_layers(
                lambda p, t, path=path, table=table: (p, t) == (str(path.resolve()), table)
            ):
                layer.reload()
                layer.triggerRepaint()
        return {}


def _open_layers(wanted: Callable[[str, str], bool]) -> list[QgsVectorLayer]:
    """Layers of this project whose file and table are `wanted`."""
    found = []
    for layer in QgsProject.instance().mapLayers().values():
        if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
            continue
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        path = parts.get("path")
        if path and wanted(str(Path(path).resolve()), parts.get("layerName") or ""):
            found.append(layer)
    return found


def edited_tables() -> dict[str, tuple[str, ...]]:
    """Tables in edit mode in this project: file to table names.

    Their commit would write into the features of a replaced layer, silently.
    """
    edited: dict[str, tuple[str, ...]] = {}

    def note(path: str, table: str) -> bool:
        edited[path] = (*edited.get(path, ()), table)
        return True

    for layer in _open_layers(lambda _path, _table: True):
        if layer.isEditable():
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            note(str(Path(parts["path"]).resolve()), parts.get("layerName") or "")
    return edited
