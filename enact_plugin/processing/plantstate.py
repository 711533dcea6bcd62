"""enact:plantstate."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
)

from ..errors import EnactError
from ..layers.messages import describe, step
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_parameter
from .history_hook import read_history
from .plain_values import plain_value

if TYPE_CHECKING:
    from datetime import date

    from geopandas import GeoDataFrame

PLANTS, STYLE = "plants", "plants"


class PlantState(DayAlgorithm):
    """The plants as the register had them on a past day."""

    ID = "plantstate"
    GROUP = Group.REGISTER
    NUMBERS = ("UNITS", "UNLOCATED_UNITS")
    STRINGS = ("STATE",)
    DAYS = ("DATE",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Plants as of a date"),
            self.tr("Writes the plants as the register had them on a past day, as a layer of its own."),
            self.tr(
                "From the history of the register that each load of the plants leaves in the workspace: the last state "
                "loaded on or before the date, with the columns of 'plants', as registered, without what planners "
                "corrected. A date before the first state is refused, with the dates there are. The layer 'plants' of "
                "the workspace stays as it is."
            ),
            "MaStR, Marktstammdatenregister, Verlauf, Stand, Stichtag, Zeitpunkt, früher",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the workspace, the day, the layer to be made."""
        return [
            parameters.existing_workspace(),
            day_parameter("DATE", self.tr("Date"), self.tr("Without it, the last state that was loaded.")),
            parameters.helped(
                QgsProcessingParameterFeatureSink(
                    "OUTPUT", self.tr("Plants as of the date"), QgsProcessing.SourceType.TypeVectorPoint
                ),
                self.tr(
                    "A temporary layer or a file; units without a published place are rows without a point."
                ),
            ),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse to write over the workspace itself: QGIS would begin the file anew."""
        super().check(parameters, context)
        target, workspace = (str(plain_value(parameters.get(name)) or "") for name in ("OUTPUT", "WORKSPACE"))
        if target and workspace and Path(target).is_file() and Path(workspace).is_file():
            if Path(target).samefile(workspace):
                raise EnactError("output_is_workspace", path=Path(workspace).name)

    def compute(self, job: Job) -> dict[str, Any]:
        """Take the state out of the history and write it."""
        from ..register.history.loads import snapshot_day, state_at

        workspace = job.existing_workspace()
        history = read_history(workspace)
        state = snapshot_day(history, self.days(job.parameters)["DATE"])
        plants = state_at(history, state, workspace.crs)
        layer = self._write(job, plants, state)
        unlocated = int(plants.geometry.isna().sum())
        job.feedback.pushInfo(
            step("plants_as_of", date=f"{state:%d.%m.%Y}", units=len(plants), count=unlocated)
        )
        return {
            "OUTPUT": layer,
            "UNITS": len(plants),
            "UNLOCATED_UNITS": unlocated,
            "STATE": f"{state:%Y-%m-%d}",
        }

    def _write(self, job: Job, plants: GeoDataFrame, state: date) -> str:
        """Write the layer; returns its id or file."""
        from qgis.core import Qgis

        from ..layers.frames import conform, fields_of, to_features
        from ..layers.projections import crs_of
        from ..reference.columns import columns

        known = columns(PLANTS)
        crs: QgsCoordinateReferenceSystem = crs_of(str(plants.crs))
        sink, target = self.parameterAsSink(
            job.parameters, "OUTPUT", job.context, fields_of(known), Qgis.WkbType.Point, crs
        )
        if sink is None:
            raise EnactError("file_write_failed", path=job.shown("OUTPUT"), detail="")
        for features in to_features(conform(plants, known), plants.geometry.to_numpy(), known):
            job.progress(0.5)
            if not sink.addFeatures(features):
                raise EnactError("file_write_failed", path=job.shown("OUTPUT"), detail=sink.lastError())
        del sink  # closes the file
        if job.context.willLoadLayerOnCompletion(target):
            details = job.context.layerToLoadOnCompletionDetails(target)
            details.name = step("plants_as_of_title", date=f"{state:%d.%m.%Y}")
            details.forceName = True
            details.setPostProcessor(_STYLED)
        return target


class _Styled(QgsProcessingLayerPostProcessorInterface):
    """Draws a layer as the plants are drawn."""

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Give the layer its style, on the main thread; that it fails is said and no more."""
        from ..cartography.styles import apply_style

        try:
            apply_style(layer, STYLE)
        except EnactError as error:
            feedback.pushInfo(describe(error))


_STYLED = _Styled()  # QGIS keeps no reference of its own
