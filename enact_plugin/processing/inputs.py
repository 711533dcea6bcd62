"""What an algorithm is given: layers and files as frames with their origin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome, Source
from ..reference.known_sources import recognise_source
from ..reference.municipalities import DEMO_AGS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureSource

    from ..layers.frames import Delivery
    from ..layers.workspace import Workspace
    from ..reference.kinds import LayerKind
    from .base import Job

_LATITUDES, _LONGITUDES = (47.0, 55.2), (5.5, 15.3)  # of Germany


@dataclass(frozen=True)
class Read:
    """A layer or file, read.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
        Source columns, geometry in the workspace's CRS.
    fields : tuple of (str, str)
        Name and type of each source column.
    source : Source
        What the layer and the user tell of its origin.
    findings : tuple of Finding
        What was assumed about the CRS.
    cited : bool
        Whether the source's name is all that is cited: that of a service.
    """

    frame: GeoDataFrame
    fields: tuple[tuple[str, str], ...]
    source: Source
    findings: tuple[Finding, ...]
    cited: bool = False

    def complete(self, outcome: Outcome) -> Outcome:
        """Add file, licence and findings of the reading to an outcome made from it."""
        known = outcome.source
        adds = known.name and known.name not in self.source.name and not self.cited
        source = Source(
            name=f"{known.name} ({self.source.name})" if adds else self.source.name,
            licence=self.source.licence or known.licence,
            attribution=self.source.attribution or known.attribution,
            state=self.source.state or known.state,
        )
        findings = [
            finding
            for finding in self.findings
            if finding.id != "attribution_unknown" or not (source.licence or source.attribution)
        ]
        return replace(outcome, source=source, findings=(*findings, *outcome.findings))


def read_source(
    job: Job,
    name: str,
    workspace: Workspace,
    bounds: Sequence[float] | None = None,
    told: Source | None = None,
) -> Read:
    """Read the layer or file of parameter `name` in the workspace's CRS.

    Parameters
    ----------
    job : Job
    name : str
        Parameter.
    workspace : Workspace
    bounds : sequence of float or None
        Only features whose box meets it, in the workspace's CRS.
    told : Source or None
        What the service says of a file that it delivered; a person's word goes before it.

    Raises
    ------
    EnactError
        ``file_missing``, ``input_unreadable``, ``layer_empty``, ``nothing_in_area``, ``crs_unknown``,
        ``coordinates_zone_prefixed``.
    """
    from ..cartography.texts import map_text
    from ..fields.coordinates import require_metres
    from ..layers.frames import effective_crs, to_frame
    from ..layers.projections import crs_of

    source = job.source(name)
    shown = told.name if told else _file_name(job, name) or source.sourceName()
    target = crs_of(workspace.crs)
    crs, findings = effective_crs(source, target, shown)
    _refuse_swapped_degrees(source, crs, shown)
    progress = job.progress.part(0.0, 0.4)
    frame = to_frame(source, target, crs, bounds, progress, _delivery(job, name, bounds is not None))
    frame = frame.drop(columns="fid", errors="ignore")
    somewhere = bool(frame.geometry.notna().any())
    rows = source.featureCount()
    if frame.empty and (bounds is None or rows == 0):
        raise EnactError("layer_empty", layer=shown)
    # rows without geometry alone are nothing inside, but where no row has one the places may stand in columns
    if frame.empty or (bounds is not None and not somewhere and len(frame) < rows):
        raise EnactError("nothing_in_area", layer=shown, crs=crs.authid())
    if somewhere:
        require_metres(frame.geometry.bounds.to_numpy(), shown)
    fields = tuple((field.name(), field.typeName()) for field in source.fields() if field.name() in frame)
    facts = _origin(job, name, shown, [field for field, _type in fields], told)
    if workspace.ags == DEMO_AGS and not facts.attribution:
        facts = replace(facts, attribution=map_text("fictitious_data"))
    if not facts.licence and not facts.attribution:
        findings = (
            *findings,
            Finding("attribution_unknown", severity=Severity.NOTE, values={"layer": shown}),
        )
    return Read(frame, fields, facts, findings, cited=told is not None)


def _refuse_swapped_degrees(source: QgsFeatureSource, crs: QgsCoordinateReferenceSystem, shown: str) -> None:
    """Refuse degrees of Germany with the latitude first: projected, they would look like any wrong CRS."""
    if not crs.isGeographic():
        return
    middle = source.sourceExtent().center()
    if _LATITUDES[0] < middle.x() < _LATITUDES[1] and _LONGITUDES[0] < middle.y() < _LONGITUDES[1]:
        raise EnactError("degrees_swapped", layer=shown, first=middle.x(), second=middle.y())


def _delivery(job: Job, name: str, by_box: bool) -> Delivery:
    """How the layer behind a parameter delivers; for a file that is read by a box, whether each row has a place."""
    from qgis.core import QgsProcessingUtils

    from ..layers.frames import delivery_of
    from ..layers.geopackage import every_row_placed
    from .plain_values import plain_value

    value = job.raw(name)
    layer = job.layer_facts(value)
    if layer is not None:
        return delivery_of(layer.provider, layer.source)
    # "postgres://dbname=…": how Processing writes a layer that no project holds
    text = str(plain_value(value))
    _found, provider, source = QgsProcessingUtils.decodeProviderKeyAndUri(text)
    return replace(delivery_of(provider, source), every_row_placed=by_box and every_row_placed(text))


def _file_name(job: Job, name: str) -> str:
    """Name of the file behind a parameter, empty when it is a layer of the project."""
    from ..layers.paths import exists, file_and_options
    from .plain_values import plain_value

    value = plain_value(job.raw(name))
    file = file_and_options(value)[0] if isinstance(value, str) else ""
    return Path(file).name if file and exists(file) else ""


def _origin(job: Job, name: str, shown: str, fields: Sequence[str], told: Source | None) -> Source:
    """Origin of a layer: what the user says, else the service, else the layer's metadata, else its fields."""
    from .days import day_of

    day = day_of(job.raw("STATE_DATE"), job.title("STATE_DATE"))
    licence = job.text("LICENCE") if job.given("LICENCE") else ""
    attribution = job.text("ATTRIBUTION") if job.given("ATTRIBUTION") else ""
    if told:
        return Source(told.name, licence or told.licence, attribution or told.attribution, day or told.state)
    told_licence, told_rights = job.layer_rights(name)
    known = recognise_source(fields) or Source("")
    return Source(
        f"{known.name} ({shown})" if known.name else shown,
        licence or told_licence or known.licence,
        attribution or told_rights or known.attribution,
        day,
    )


def read_if_present(
    workspace: Workspace, layer: str, only: Collection[str] | None = None
) -> GeoDataFrame | None:
    """Layer of the workspace with all of its columns or `only` some, or None where it has none.

    A column that somebody deleted in QGIS is there again, and empty.
    """
    if layer not in workspace.layers():
        return None
    return _whole(workspace.read(layer, only=only), layer, only)


def _whole(frame: GeoDataFrame, layer: str, only: Collection[str] | None) -> GeoDataFrame:
    """Frame with the columns of its layer, in their types; a text where a number should be is empty."""
    import geopandas as gpd
    import pandas as pd

    from ..layers.frames import conform
    from ..reference.columns import ColumnType, columns

    attributes = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    wanted = [column for column in columns(layer) if only is None or column.name in only]
    for column in wanted:
        if column.type in (ColumnType.INTEGER, ColumnType.REAL) and column.name in attributes:
            if attributes[column.name].dtype == object:
                attributes[column.name] = pd.to_numeric(attributes[column.name], errors="coerce")
    return gpd.GeoDataFrame(conform(attributes, wanted), geometry=frame.geometry, crs=frame.crs)


@dataclass(frozen=True)
class Used:
    """A layer whose rows go into another.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
    source : Source
        Where it comes from: its licence goes with its geometry.
    layer : str
        Layer of the workspace that it is; empty for a file, which no change of the workspace makes out of date.
    findings : tuple of Finding
        What was assumed of a file's CRS, and that nothing is known of its licence.
    """

    frame: GeoDataFrame
    source: Source
    layer: str = ""
    findings: tuple[Finding, ...] = ()


def stored_layer(workspace: Workspace, layer: str) -> Used | None:
    """Layer of the workspace with its origin, or None where it has none."""
    frame = read_if_present(workspace, layer)
    if frame is None:
        return None
    return Used(frame, stored_source(workspace, layer), layer)


def stored_source(workspace: Workspace, layer: str) -> Source:
    """Where a layer of the workspace comes from."""
    row = workspace.provenance(layer)
    return Source("") if row is None else Source(row.source, row.licence, row.attribution, row.state_date)


def optional_layer(job: Job, name: str, workspace: Workspace, layer: str) -> Used | None:
    """Layer of an optional parameter mapped as its kind, else the workspace's layer, else None."""
    from ..layers.ingest import ingest
    from ..reference.kinds import kind_of_layer
    from .mappings import mapping_for

    if not job.given(name):
        return stored_layer(workspace, layer)
    read = read_source(job, name, workspace)
    kind = kind_of_layer(layer)
    outcome = ingest(read.frame, kind, mapping_for(job, workspace, kind.kind, read.fields))
    return Used(outcome.frame, read.complete(outcome).source, findings=read.findings)


def with_rights_of(source: Source, *others: Source) -> Source:
    """`source` for a layer that also holds geometry of `others`: their names, licences and attributions each once.

    The state stays that of `source`, whose figures the layer shows.
    """
    for other in others:
        source = replace(
            source,
            name=_joined(source.name, other.name),
            licence=_joined(source.licence, other.licence),
            attribution=_joined(source.attribution, other.attribution),
        )
    return source


def with_other_parts(
    outcome: Outcome, workspace: Workspace, kind: LayerKind, stored: GeoDataFrame | None
) -> Outcome:
    """Outcome of a layer that is delivered in parts, with the parts already there: supply areas year by year.

    Rows, source and licence of the other parts stay in the account.

    Parameters
    ----------
    outcome : Outcome
    workspace : Workspace
    kind : LayerKind
    stored : GeoDataFrame or None
        The workspace's layer.
    """
    from ..layers.ingest import with_other_slices

    if stored is None:
        return outcome
    frame = with_other_slices(outcome.frame, stored, kind)
    kept = len(frame) - len(outcome.frame)
    before = workspace.provenance(kind.layer)
    if not kept or before is None:
        return outcome
    told = outcome.source
    source = Source(
        _joined(before.source, told.name),
        _joined(before.licence, told.licence),
        _joined(before.attribution, told.attribution),
        min(filter(None, (before.state_date, told.state)), default=None),
    )
    return replace(outcome, frame=frame, source=source, rows_in=outcome.rows_in + kept, carried=kept)


def _joined(before: str, added: str) -> str:
    """Both texts, each of their parts once."""
    return "; ".join(dict.fromkeys(part for part in [*before.split("; "), *added.split("; ")] if part))
