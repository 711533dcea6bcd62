"""From a workspace to a project: the function behind enact:assembleproject."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtXml import QDomDocument

from ..errors import EnactError, Finding, Severity
from ..progress import SILENT, Progress
from ..reference.kinds import kind_of_layer
from .basemap import basemap_layer, basemaps
from .fields import describe_fields
from .layer_tree import (
    BASE_GROUP,
    ProjectLayer,
    display_expression,
    groups_in_order,
    known_layers,
    project_layers,
)
from .layouts import add_layouts
from .notes import credits_line, describe_source, municipality_name, provenances, state_line
from .style_table import write_styles
from .styles import (
    apply_style,
    changed_by_planner,
    copy_style,
    mark_as_shipped,
    stored_style,
    use_stored_style,
)
from .texts import map_text, number, power
from .themes import add_themes, apply_theme, opening_theme

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from ..layers.provenance import Provenance
    from ..layers.workspace import Workspace

# QGIS gives a layer another id at reading when it is not longer than ten characters
ID_PREFIX = "enact_layer_"
GROUP_PROPERTY = "enact/group"
MARGIN = 0.03  # of the municipality's size, around it
STORAGE = "storage"

Added = Sequence[tuple[ProjectLayer, "QgsMapLayer"]]


@dataclass(frozen=True)
class AssembledProject:
    """A project as written.

    Attributes
    ----------
    path : Path
    layers : tuple of str
        Titles of the layers from the workspace.
    absent : tuple of str
        Titles of the layers there is nothing to show for.
    kept : tuple of str
        Names of the planner's own layers that the project held before and still holds.
    kept_styles : tuple of str
        Titles of our layers that keep a style the planner changed.
    backup : Path or None
        The project as it was before.
    findings : tuple of Finding
    """

    path: Path
    layers: tuple[str, ...]
    absent: tuple[str, ...]
    kept: tuple[str, ...] = ()
    kept_styles: tuple[str, ...] = ()
    backup: Path | None = None
    findings: tuple[Finding, ...] = ()


def assemble_project(workspace: Workspace, path: Path | str, progress: Progress = SILENT) -> AssembledProject:
    """Write a project that shows a workspace.

    A project that is already there is renewed, not replaced: the planner's own layers, themes and layouts, changed
    layouts and changed styles stay, and the file as it was is kept beside it with a "~" at its end.

    Parameters
    ----------
    workspace : Workspace
    path : Path or str
        The .qgz; it refers to the workspace relative to its own place.
    progress : Progress

    Returns
    -------
    AssembledProject

    Raises
    ------
    EnactError
        ``project_not_qgz``, ``project_folder_missing``, ``project_write_failed``, ``style_missing``,
        ``style_unreadable``, ``layout_missing``, ``layout_unreadable``; the old project stands.
    Canceled
        The old project stands.
    """
    path = Path(path)
    if path.suffix.lower() != ".qgz":
        raise EnactError("project_not_qgz", path=str(path))
    if not path.parent.is_dir():
        raise EnactError("project_folder_missing", path=str(path.parent))
    progress(0.0, "opening_project", path=path.name)
    project, findings = _existing_or_new(path)
    try:
        return _assembled(project, findings, workspace, path, progress)
    finally:
        # a traceback may keep the project; its layers hold files open, and closed after GDAL has gone they crash Python
        project.clear()


def _assembled(
    project: QgsProject, findings: list[Finding], workspace: Workspace, path: Path, progress: Progress
) -> AssembledProject:
    """Fill the project and write it."""
    before = {layer.id(): layer for layer in project.mapLayers().values()}
    old = {name: _reopened(project, layer) for name, layer in before.items() if name.startswith(ID_PREFIX)}
    project.removeMapLayers(list(old))

    _set_up(project, workspace)
    provenance = provenances(workspace)
    added = _add_layers(project, workspace, provenance, progress.part(0.05, 0.6))
    kept_styles = tuple(layer.title for layer, shown in added if _keep_style(shown, old.get(shown.id())))
    progress(0.6, "storing_styles", path=workspace.path.name)
    findings += _store_styles(workspace, added)
    progress(0.7, "adding_layouts")
    extent = _extent(workspace, added)
    _set_view(project, workspace, extent)
    _set_variables(project, workspace, provenance, added)
    add_themes(project, added)
    apply_theme(project, opening_theme(layer.table for layer, _shown in added), added)
    _add_basemaps(project)
    add_layouts(project, provenance, added, extent)
    progress(0.9, "writing_project", path=path.name)
    backup = _write(project, path)

    present = {layer.id for layer, _shown in added}
    return AssembledProject(
        path=path,
        layers=tuple(layer.title for layer, _shown in added),
        absent=tuple(layer.title for layer in known_layers() if layer.id not in present),
        kept=tuple(layer.name() for name, layer in before.items() if name not in old),
        kept_styles=kept_styles,
        backup=backup,
        findings=tuple(findings),
    )


# ---- what was there before


def _existing_or_new(path: Path) -> tuple[QgsProject, list[Finding]]:
    """Return the project at `path`, its layers unopened: a service that does not answer must not hold us up."""
    project = QgsProject()
    if not path.exists():
        return project, []
    if project.read(str(path), Qgis.ProjectReadFlag.DontResolveLayers):
        return project, []
    return QgsProject(), [Finding("project_unreadable", path.name, Severity.WARNING, {"path": path.name})]


def _reopened(project: QgsProject, layer: QgsMapLayer) -> QgsVectorLayer | None:
    """Return one of our layers as it was drawn in the old project, or None."""
    document = QDomDocument()
    if not document.setContent(layer.originalXmlProperties())[0]:
        return None
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    opened = QgsVectorLayer()
    return opened if opened.readLayerXml(document.documentElement(), context) else None


def _keep_style(layer: QgsVectorLayer, old: QgsVectorLayer | None) -> bool:
    if old is None or not changed_by_planner(old):
        return False
    copy_style(old, layer)
    return True


# ---- layers


def _set_up(project: QgsProject, workspace: Workspace) -> None:
    project.setCrs(QgsCoordinateReferenceSystem(workspace.crs))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTransactionMode(Qgis.TransactionMode.Disabled)
    project.setTitle(map_text("project_title", name=municipality_name(workspace)))


def _add_layers(
    project: QgsProject, workspace: Workspace, provenance: Mapping[str, Provenance], progress: Progress
) -> Added:
    layers = project_layers(workspace.layers())
    added: list[tuple[ProjectLayer, QgsMapLayer]] = []
    for done, layer in enumerate(layers):
        progress(done / len(layers), "adding_layer", layer=layer.title)
        shown = open_layer(workspace, layer)
        if shown is None:
            continue
        describe_source(shown, layer.title, provenance.get(layer.table))
        project.addMapLayer(shown, False)
        added.append((layer, shown))
    _arrange(project, added)
    return added


def open_layer(workspace: Workspace, layer: ProjectLayer) -> QgsVectorLayer | None:
    """Open a layer of the workspace as the project shows it: filter, style, form, scales.

    Returns
    -------
    QgsVectorLayer or None
        None where the filter finds nothing.

    Raises
    ------
    EnactError
        ``layer_missing``, ``style_missing``, ``style_unreadable``.
    """
    opened = QgsVectorLayer(
        workspace.uri(layer.table, layer.subset), layer.title, "ogr", _without_default_style()
    )
    if not opened.isValid():
        raise EnactError("layer_missing", layer=layer.table, path=workspace.path.name)
    if layer.subset and opened.featureCount() == 0:
        return None
    opened.setId(f"{ID_PREFIX}{layer.id}")
    kind = kind_of_layer(layer.table)
    if layer.style:
        apply_style(opened, layer.style)
    describe_fields(opened, layer.table, kind.key if kind else "")
    opened.setDisplayExpression(display_expression(layer))
    if layer.smallest_scale or layer.largest_scale:
        opened.setScaleBasedVisibility(True)
        opened.setMinimumScale(layer.smallest_scale)
        opened.setMaximumScale(layer.largest_scale)
    if not use_stored_style(opened, layer.style):
        mark_as_shipped(opened)
    return opened


def _without_default_style() -> QgsVectorLayer.LayerOptions:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    return options


def _arrange(project: QgsProject, added: Added) -> None:
    """Put our layers into their groups, above what the planner put there."""
    root = project.layerTreeRoot()
    for name in groups_in_order([layer for layer, _shown in added]):
        group = _group(root, name)
        mine = [shown for layer, shown in added if layer.group == name]
        for position, shown in enumerate(mine):
            group.insertLayer(position, shown).setExpanded(False)
    ours = [node for node in root.findGroups(True) if node.customProperty(GROUP_PROPERTY)]
    for group in reversed(ours):  # the inner ones first
        if not group.children():
            group.parent().removeChildNode(group)


def _group(parent: QgsLayerTreeGroup, path: str) -> QgsLayerTreeGroup:
    """Return our group at this path, made where it is missing.

    It is found wherever the planner moved it and whatever they called it; a new one stands below our other groups and
    above the planner's.
    """
    outer, _slash, name = path.rpartition("/")
    known = (node for node in parent.findGroups(True) if node.customProperty(GROUP_PROPERTY) == path)
    group = next(known, None)
    if group is not None:
        return group
    inside = _group(parent, outer) if outer else parent
    ours = [number for number, node in enumerate(inside.children()) if _is_ours(node)]
    group = inside.insertGroup(max(ours) + 1 if ours else 0, name)
    group.setCustomProperty(GROUP_PROPERTY, path)
    # a printed legend has room for the layers' titles only
    QgsLegendRenderer.setNodeLegendStyle(group, QgsLegendStyle.Style.Hidden)
    return group


def _is_ours(node: QgsLayerTreeNode) -> bool:
    if isinstance(node, QgsLayerTreeGroup):
        return bool(node.customProperty(GROUP_PROPERTY))
    return isinstance(node, QgsLayerTreeLayer) and node.layerId().startswith(ID_PREFIX)


def _add_basemaps(project: QgsProject) -> None:
    root = project.layerTreeRoot()
    group = _group(root, BASE_GROUP)
    for basemap in basemaps():
        layer = basemap_layer(basemap)
        layer.setId(f"{ID_PREFIX}{basemap.id}")
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)


def _store_styles(workspace: Workspace, added: Added) -> list[Finding]:
    """Store the styles in the workspace; where nobody may write into it the project alone has them."""
    defaults = {layer.table: layer.id for layer, _shown in reversed(added)}  # the topmost of each table
    defaults |= {layer.table: layer.id for layer, _shown in added if _is_usual_style(layer)}
    styles = [
        stored_style(shown, layer.table, layer.style or layer.id, defaults[layer.table] == layer.id)
        for layer, shown in added
    ]
    try:
        with workspace.writing():
            write_styles(
                workspace.path, {(style.table, style.name): style for style in reversed(styles)}.values()
            )
    except (EnactError, RuntimeError) as error:
        values = {"path": workspace.path.name, "detail": str(error)}
        return [Finding("styles_not_stored", workspace.path.name, Severity.NOTE, values)]
    return []


def _is_usual_style(layer: ProjectLayer) -> bool:
    kind = kind_of_layer(layer.table)
    return kind is not None and kind.style == layer.style


# ---- view and variables


def _extent(workspace: Workspace, added: Added) -> QgsRectangle:
    """Extent of the municipality; without its boundary that of the layers that cannot lie elsewhere."""
    extents = {
        layer.table: QgsRectangle(shown.extent()) for layer, shown in added if not shown.extent().isEmpty()
    }
    if "municipality" in extents:
        extent = extents["municipality"]
    else:
        extent = QgsRectangle()
        # a unit with a wrong place in the register must not pull the map to another country
        for table, rectangle in extents.items():
            if table != "plants" or len(extents) == 1:
                extent.combineExtentWith(rectangle)
    if extent.isEmpty():
        return _state_extent(workspace)
    extent.grow(MARGIN * max(extent.width(), extent.height()))
    return extent


def _state_extent(workspace: Workspace) -> QgsRectangle:
    """Area of use of the workspace's CRS: somewhere to look where there is no layer yet."""
    crs = QgsCoordinateReferenceSystem(workspace.crs)
    geographic = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(geographic, crs, QgsProject())
    return transform.transformBoundingBox(crs.bounds())


def _set_view(project: QgsProject, workspace: Workspace, extent: QgsRectangle) -> None:
    referenced = QgsReferencedRectangle(extent, QgsCoordinateReferenceSystem(workspace.crs))
    project.viewSettings().setDefaultViewExtent(referenced)
    project.viewSettings().setPresetFullExtent(referenced)
    if "plants" not in workspace.layers():
        return
    plants = QgsVectorLayer(workspace.uri("plants"), "plants", "ogr", _without_default_style())
    first, last = plants.minimumAndMaximumValue(plants.fields().lookupField("commissioned"))
    if isinstance(first, QDate) and isinstance(last, QDate) and first.isValid() and last.isValid():
        span = QgsDateTimeRange(
            QDateTime(QDate(first.year(), 1, 1), QTime(0, 0)),
            QDateTime(QDate(last.year(), 12, 31), QTime(0, 0)),
        )
        project.timeSettings().setTemporalRange(span)
        project.timeSettings().setTimeStep(1)
        project.timeSettings().setTimeStepUnit(Qgis.TemporalUnit.Years)


def _set_variables(
    project: QgsProject, workspace: Workspace, provenance: Mapping[str, Provenance], added: Added
) -> None:
    tables = list(dict.fromkeys(layer.table for layer, _shown in added))
    rows = [provenance[table] for table in tables if table in provenance]
    values = {
        "enact_municipality": municipality_name(workspace),
        "enact_ags": workspace.ags,
        "enact_state": state_line(rows),
        "enact_attribution": credits_line(rows),
        "enact_unlocated": unlocated_note(workspace),
    }
    for name, value in values.items():
        QgsExpressionContextUtils.setProjectVariable(project, name, value)


def unlocated_note(workspace: Workspace) -> str:
    """Say how many units and how much power the map cannot show at a point; storage apart, never added.

    Read from the sums of the municipality, so that map, label and log never name two figures.
    """
    if "plants_by_area" not in workspace.layers():
        return ""
    layer = QgsVectorLayer(workspace.uri("plants_by_area"), "sums", "ogr", _without_default_style())
    wanted = f"area_kind = 'municipality' AND carrier IN ('all', '{STORAGE}')"
    request = QgsFeatureRequest().setFilterExpression(wanted)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    generation, storage = _Sums(), _Sums()
    for feature in layer.getFeatures(request):
        (storage if feature["carrier"] == STORAGE else generation).add(feature)
    units_all = generation.units + storage.units
    missing = generation.unlocated_units + storage.unlocated_units
    if not units_all:
        return ""
    if not missing:
        return map_text("all_located", units_all=number(units_all))
    return map_text(
        "unlocated",
        units=number(missing),
        units_all=number(units_all),
        generation=map_text("unlocated_generation", **generation.values()),
        storage=map_text("unlocated_storage", **storage.values()) if storage.units else "",
    )


@dataclass
class _Sums:
    """Units and net power of the existing units of a municipality."""

    units: int = 0
    unlocated_units: int = 0
    kw: float = 0.0
    unlocated_kw: float = 0.0

    def add(self, row: QgsFeature) -> None:
        """Count a row of `plants_by_area`."""
        self.units += int(row["units"] or 0)
        self.unlocated_units += int(row["unlocated_units"] or 0)
        self.kw += float(row["net_kw"] or 0)
        self.unlocated_kw += float(row["unlocated_kw"] or 0)

    def values(self) -> dict[str, str]:
        """What the texts name."""
        return {
            "units": number(self.unlocated_units),
            "units_all": number(self.units),
            "kw": power(self.unlocated_kw),
            "kw_all": power(self.kw),
        }


# ---- the file


def _write(project: QgsProject, path: Path) -> Path | None:
    """Write the project beside its place and put it there when it is whole; return the backup of the old one."""
    draft = path.with_name(f"{path.stem}.enact-draft.qgz")
    whole = path.with_name(f"{path.stem}.enact-draft.zip")
    backup = path.with_name(f"{path.name}~")
    try:
        if not project.write(str(draft)):
            raise EnactError("project_write_failed", path=str(path), detail=project.error())
        _named(draft, whole, path.stem)
        kept = None
        if path.exists():
            shutil.copy2(path, backup)
            kept = backup
        whole.replace(path)
    except OSError as error:
        raise EnactError("project_write_failed", path=str(path), detail=str(error)) from error
    finally:
        for leftover in (draft, whole, draft.with_name(f"{draft.name}~")):
            leftover.unlink(missing_ok=True)
    return kept


def _named(draft: Path, target: Path, stem: str) -> None:
    """Copy the archive; QGIS names the files inside after the draft."""
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(name.replace(draft.stem, stem, 1), source.read(name))
