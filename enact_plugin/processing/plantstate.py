"""enact:plantstate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsVectorLayer,
)

from ..errors import EnactError, Finding, Severity
from ..layers.messages import describe, step
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_parameter
from .history_hook import history_or_stored
from .plain_values import plain_value

if TYPE_CHECKING:
    from datetime import date

    from geopandas import GeoDataFrame

    from ..register.history.loads import History

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
        history = history_or_stored(workspace)
        state = snapshot_day(history, self.days(job.parameters)["DATE"])
        plants = state_at(history, state, workspace.crs)
        facts = _facts(history, plants, state)
        layer = self._write(job, plants, facts)
        drawn = int(plants.geometry.notna().sum())
        told = {"date": f"{state:%d.%m.%Y}", "units": len(plants), "total": facts.existing, "count": drawn}
        job.feedback.pushInfo(step("plants_as_of", **told))
        for line in (facts.partial, facts.unlocated, facts.attribution):
            if line:
                job.feedback.pushInfo("  " + line)
        return {
            "OUTPUT": layer,
            "UNITS": len(plants),
            "UNLOCATED_UNITS": facts.unlocated_units,
            "STATE": f"{state:%Y-%m-%d}",
        }

    def _write(self, job: Job, plants: GeoDataFrame, facts: _Facts) -> str:
        """Write the layer; returns its id or file."""
        from qgis.core import Qgis

        from ..layers.frames import conform, fields_of, to_features
        from ..layers.projections import crs_of
        from ..reference.columns import columns

        known = columns(PLANTS)
        crs: QgsCoordinateReferenceSystem = crs_of(str(plants.crs))
        sink, target = self.parameterAsSink(
            job.parameters, "OUTPUT", job.context, _without_aliases(fields_of(known)), Qgis.WkbType.Point, crs
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
            details.name = facts.title
            details.forceName = True
            styled = _Styled(facts)
            _STYLED[target] = styled
            details.setPostProcessor(styled)
        elif Path(target.partition("|")[0]).is_file():
            facts.write_beside(target)
        return target


def _without_aliases(fields: QgsFields) -> QgsFields:
    """Fields as an output takes them: of each alias QGIS would warn that it is lost; the layer made gets them again."""
    plain = QgsFields()
    for field in fields:
        bare = QgsField(field)
        bare.setAlias("")
        plain.append(bare)
    return plain


@dataclass(frozen=True)
class _Facts:
    """What is to be known of a state wherever it is shown.

    Attributes
    ----------
    title : str
    attribution, licence, source : str
        Of the state in the register.
    unlocated : str
        How much of it no map shows; empty where it shows all.
    partial : str
        What was not loaded of it; empty where nothing is known to be missing.
    existing, unlocated_units : int
        Existing units, and those of them without a place: planned and closed ones are in neither.
    """

    title: str
    attribution: str
    licence: str
    source: str
    unlocated: str
    partial: str
    existing: int
    unlocated_units: int

    def put_on(self, layer: QgsMapLayer) -> None:
        """Write them into the layer's metadata."""
        metadata = layer.metadata()
        metadata.setTitle(self.title)
        metadata.setAbstract(" ".join(filter(None, (self.source, self.partial, self.unlocated))))
        metadata.setRights([self.attribution] if self.attribution else [])
        metadata.setLicenses([self.licence] if self.licence else [])
        layer.setMetadata(metadata)

    def write_beside(self, target: str) -> None:
        """Keep them with a file: within it where its form allows that, else in one beside it."""
        from qgis.core import QgsProviderRegistry

        registry = QgsProviderRegistry.instance()
        # of a GeoPackage the metadata hang on the layer, whose name only its address with it tells
        uri = next((part.uri() for part in registry.querySublayers(target)), target)
        layer = QgsVectorLayer(uri, "", "ogr")
        if layer.isValid():
            self.put_on(layer)
            registry.saveLayerMetadata("ogr", uri, layer.metadata())


def _facts(history: History, plants: GeoDataFrame, state: date) -> _Facts:
    from ..register.history.undelivered import in_words
    from ..register.location.coverage import unlocated_share
    from ..register.raw import LICENCE

    row = history.states[history.states["state"].dt.date == state]
    source, attribution = (
        str(row[name].fillna("").max()) if len(row) else "" for name in ("source", "attribution")
    )
    share, day = unlocated_share(plants), f"{state:%d.%m.%Y}"
    told = describe(
        Finding(
            "units_unlocated",
            severity=Severity.NOTE,
            values={
                "units": share.units,
                "total": share.total,
                "kw": round(share.kw, 3),
                "total_kw": round(share.total_kw, 3),
            },
        )
    )
    title = step("plants_as_of_title", date=day)
    if share.units:
        title = step("plants_as_of_located", date=day, count=share.units, total=share.total)
    unlocated = told if share.units else ""
    lacking = "; ".join(filter(None, (in_words(text) for text in row["partial"].dropna())))
    partial = step("plants_as_of_partial", values=lacking) if lacking else ""
    return _Facts(title, attribution, LICENCE, source, unlocated, partial, share.total, share.units)


class _Styled(QgsProcessingLayerPostProcessorInterface):
    """Draws a layer as the plants are drawn, and tells what is to be known of it."""

    def __init__(self, facts: _Facts) -> None:
        super().__init__()
        self._facts = facts

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Give the layer its style and German titles, on the main thread; that it fails is said and no more."""
        from ..cartography.fields import describe_fields
        from ..cartography.styles import apply_style

        self._facts.put_on(layer)
        if layer.providerType() == "ogr":
            self._facts.write_beside(layer.source())
        try:
            apply_style(layer, STYLE)
        except EnactError as error:
            feedback.pushInfo(describe(error))
        describe_fields(layer, PLANTS, "mastr_id")


_STYLED: dict[str, _Styled] = {}  # QGIS keeps no reference of its own
