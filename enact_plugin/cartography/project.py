"""From a workspace to a project: the function behind enact:assembleproject."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAggregateCalculator,
    QgsApplication,
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContextUtils,
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
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtXml import QDomDocument

from ..errors import EnactError, Finding, Severity
from ..layers.messages import describe, layer_title
from ..layers.projections import crs_of
from ..progress import SILENT, Progress
from ..reference.kinds import kind_of_layer
from .basemap import basemap_layer, basemaps
from .fields import describe_fields
from .layer_tree import (
    BASE_GROUP,
    ID_PREFIX,
    ProjectLayer,
    Theme,
    display_expression,
    group_ranks,
    groups_in_order,
    known_layers,
    project_layers,
    themes,
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
from .texts import map_text
from .themes import add_themes, apply_theme, opening_theme, rename_group, subject_of, themes_of
from .unlocated import (
    OF_UNITS,
    SUMS,
    checks_note,
    name_shares,
    say_in_map_window,
    short_note,
    sums_of,
    title_with_share,
    unlocated_note,
    whole_share,
)

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from ..layers.provenance import Provenance
    from ..layers.workspace import Workspace

GROUP_PROPERTY = "enact/group"
FIRST_POWER_STATION = 1880  # year; what is older is a date for a date that is not known
PLANNED_AHEAD = 10  # years from the state of the data
SMALL_SHARE = 0.1  # of the municipality's box; data on less of it would be a dot on the map
PLANTS_GROUP = "Anlagen"
MARGIN = 0.03  # of the municipality's size, around it
_CLOSE = (("municipality",), ("districts",), ("buildings", "addresses"), ("census_cells",))
_WIDE = frozenset({"streets", "rail", "water", "waterways", "landuse", "exclusions", "postcodes"})

# attributes of the root element; the setting of QGIS that leaves them out is the planner's to change
_PERSON = re.compile(rb' saveUser(?:Full)?="[^"]*"')

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
    added = _add_layers(project, workspace, provenance, old, progress.part(0.05, 0.6))
    kept_styles = tuple(layer.title for layer, shown in added if _keep_style(shown, old.get(shown.id())))
    progress(0.6, "storing_styles", path=workspace.path.name)
    findings += _store_styles(workspace, added)
    findings += _out_of_date(workspace)
    progress(0.7, "adding_layouts")
    extent = _extent(workspace, added)
    opening = opening_theme(layer.table for layer, _shown in added)
    _set_view(project, workspace, extent, theme_extent(opening, added, extent))
    plants = provenance.get("plants")
    _set_time(project, workspace, plants.state_date if plants else None)
    _set_variables(project, workspace, provenance, added, extent)
    _say_what_is_not_shown(project, workspace, added, extent)
    add_themes(project, added)
    apply_theme(project, opening, added)
    _add_basemaps(project)
    extents = {theme.id: theme_extent(theme, added, extent) for theme in themes() if subject_of(theme, added)}
    add_layouts(project, provenance, added, extents)
    findings += _without_layout([theme for theme in themes_of(added) if theme.id not in extents], workspace)
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
    project.setCrs(crs_of(workspace.crs))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTransactionMode(Qgis.TransactionMode.Disabled)
    project.setTitle(map_text("project_title", name=municipality_name(workspace)))
    # a new project has the name of who is logged in for its author
    metadata = project.metadata()
    if metadata.author() in {QgsApplication.userFullName(), QgsApplication.userLoginName()}:
        metadata.setAuthor("")
        project.setMetadata(metadata)


def _out_of_date(workspace: Workspace) -> list[Finding]:
    """Which layers were made from others that have changed since."""
    return [
        Finding(
            "layer_out_of_date",
            values={"layer": layer, "layers": ", ".join(layer_title(name) for name in changed)},
        )
        for layer, changed in workspace.changed_inputs().items()
    ]


def _add_layers(
    project: QgsProject,
    workspace: Workspace,
    provenance: Mapping[str, Provenance],
    before: Collection[str],
    progress: Progress,
) -> Added:
    """Put the layers into the project; the log names those that were not in it before."""
    layers = project_layers(workspace.layers())
    changed = workspace.changed_inputs()
    added: list[tuple[ProjectLayer, QgsMapLayer]] = []
    for done, layer in enumerate(layers):
        progress(done / len(layers))
        shown = open_layer(workspace, layer)
        if shown is None:
            continue
        describe_source(shown, layer.title, provenance.get(layer.table), changed.get(layer.table, ()))
        if shown.id() not in before:
            progress((done + 1) / len(layers), "adding_layer", layer=layer.title)
        project.addMapLayer(shown, False)
        added.append((layer, shown))
    _arrange(project, added)
    return added


def open_layer(workspace: Workspace, layer: ProjectLayer) -> QgsVectorLayer | None:
    """Open a layer of the workspace as the project shows it: filter, style, form, scales.

    Areas whose outlines nobody has given are a table: on the map there would be a layer that draws nothing.

    Returns
    -------
    QgsVectorLayer or None
        None where the filter finds nothing, or asks for a column the table does not have.

    Raises
    ------
    EnactError
        ``layer_missing``, ``style_missing``, ``style_unreadable``.
    """
    opened = QgsVectorLayer(
        workspace.uri(layer.table, layer.subset), layer.title, "ogr", _without_default_style()
    )
    if not opened.isValid() and _asks_for_more(workspace, layer):
        return None
    if not opened.isValid():
        raise EnactError("layer_missing", layer=layer.table, path=workspace.path.name)
    if layer.subset and opened.featureCount() == 0:
        return None
    _measure(opened)
    kind = kind_of_layer(layer.table)
    if kind is not None and kind.geometry == "polygon" and opened.featureCount() and opened.extent().isNull():
        opened = _as_table(workspace, layer, opened)
    opened.setId(f"{ID_PREFIX}{layer.id}")
    if layer.style and opened.isSpatial():
        apply_style(opened, layer.style)
    describe_fields(opened, layer.table, kind.key if kind else "")
    opened.setDisplayExpression(display_expression(layer))
    if layer.smallest_scale or layer.largest_scale:
        opened.setScaleBasedVisibility(True)
        opened.setMinimumScale(layer.smallest_scale)
        opened.setMaximumScale(layer.largest_scale)
    if opened.isSpatial() and not use_stored_style(opened, layer.style):
        mark_as_shipped(opened)
    return opened


def _asks_for_more(workspace: Workspace, layer: ProjectLayer) -> bool:
    """Whether the filter names a column that the table does not have yet: it was loaded by an older EnAct."""
    plain = QgsVectorLayer(workspace.uri(layer.table), layer.title, "ogr", _without_default_style())
    asked = QgsExpression(layer.subset).referencedColumns()
    # a filter that looks into another table is no expression of QGIS
    deeper = "SELECT" in layer.subset
    return plain.isValid() and (deeper or any(plain.fields().lookupField(name) < 0 for name in asked))


def _measure(layer: QgsVectorLayer) -> None:
    """Tell a layer its extent: with a filter and rows without geometry QGIS (3.40) finds none."""
    if not layer.isSpatial() or not layer.extent().isNull():
        return
    extent = QgsRectangle()
    for row in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
        extent.combineExtentWith(row.geometry().boundingBox())
    layer.setExtent(extent)


def _as_table(workspace: Workspace, layer: ProjectLayer, opened: QgsVectorLayer) -> QgsVectorLayer:
    """Return the rows of a layer without their column of geometry."""
    names = ", ".join(f'"{field.name()}"' for field in opened.fields())
    where = f" WHERE {layer.subset}" if layer.subset else ""
    # table and filter are rows of our own table
    sql = f'SELECT {names} FROM "{layer.table}"{where}'  # nosec B608
    uri = workspace.uri(layer.table, sql)
    table = QgsVectorLayer(uri, layer.title, "ogr", _without_default_style())
    return table if table.isValid() else opened


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

    It is found wherever the planner moved it and whatever they called it; a new one stands above those of ours that are
    drawn below it, the base map's among them, else below all of ours and above the planner's.
    """
    outer, _slash, name = path.rpartition("/")
    known = (node for node in parent.findGroups(True) if node.customProperty(GROUP_PROPERTY) == path)
    group = next(known, None)
    if group is not None:
        return group
    inside = _group(parent, outer) if outer else parent
    group = inside.insertGroup(_place(inside, path), name)
    group.setCustomProperty(GROUP_PROPERTY, path)
    # a printed legend has room for the layers' titles only
    QgsLegendRenderer.setNodeLegendStyle(group, QgsLegendStyle.Style.Hidden)
    return group


def _place(inside: QgsLayerTreeGroup, path: str) -> int:
    """Position of a new group of ours among those that are there."""
    ranks = group_ranks()
    last = 0
    for number, node in enumerate(inside.children()):
        if ranks.get(node.customProperty(GROUP_PROPERTY), -1) > ranks.get(path, len(ranks)):
            return number
        if _is_ours(node):
            last = number + 1
    return last


def _say_what_is_not_shown(
    project: QgsProject, workspace: Workspace, added: Added, extent: QgsRectangle
) -> None:
    """Name the units without a place in the tree, in legends and on the map window."""
    sums = sums_of(workspace)
    root = project.layerTreeRoot()
    name_shares(root, added, sums)
    node = next(
        (node for node in root.findGroups(True) if node.customProperty(GROUP_PROPERTY) == PLANTS_GROUP), None
    )
    title = title_with_share(PLANTS_GROUP, whole_share(sums))
    # one that the planner gave another name keeps it
    if node is not None and (node.name() == PLANTS_GROUP or node.name().startswith(f"{PLANTS_GROUP} (")):
        rename_group(project, node, title)
    if short_note(workspace) or checks_note(added, extent):
        say_in_map_window(project)


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
    added = [(layer, shown) for layer, shown in added if shown.isSpatial()]  # a table has no look to store
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
    except EnactError as error:
        values = {"path": workspace.path.name, "detail": describe(error)}
        return [Finding("styles_not_stored", workspace.path.name, Severity.NOTE, values)]
    return []


def _is_usual_style(layer: ProjectLayer) -> bool:
    kind = kind_of_layer(layer.table)
    return kind is not None and kind.style == layer.style


# ---- view and variables


def _extent(workspace: Workspace, added: Added) -> QgsRectangle:
    """Extent of the municipality; without its boundary that of what tells most closely where it is."""
    extents: dict[str, QgsRectangle] = {}
    for layer, shown in added:
        if not shown.extent().isNull():
            extents.setdefault(layer.table, QgsRectangle()).combineExtentWith(shown.extent())
    extent = QgsRectangle()
    for tables in _where_it_is(extents):
        for table in tables:
            extent.combineExtentWith(extents[table])
        if not extent.isEmpty():
            break
    if extent.isEmpty():
        return _state_extent(workspace)
    extent.grow(MARGIN * max(extent.width(), extent.height()))
    return extent


def _where_it_is(tables: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Tables by how closely they keep to the municipality, the closest first.

    Streets, tracks and waters come in files of a region, and a unit with a wrong place in the register must not pull
    the map to another country.
    """
    others = set(tables) - _WIDE - {*OF_UNITS, *(table for group in _CLOSE for table in group)}
    for group in (*_CLOSE, others, _WIDE, OF_UNITS):
        yield tuple(table for table in tables if table in group)


def _state_extent(workspace: Workspace) -> QgsRectangle:
    """Area of use of the workspace's CRS: somewhere to look where there is no layer yet."""
    crs = crs_of(workspace.crs)
    geographic = crs_of("EPSG:4326")
    transform = QgsCoordinateTransform(geographic, crs, QgsProject())
    return transform.transformBoundingBox(crs.bounds())


def theme_extent(theme: Theme, added: Added, extent: QgsRectangle) -> QgsRectangle:
    """Extent a map of a theme shows: the municipality, or its data where they cover a small part of it.

    A municipality may be loaded quarter by quarter; on a map of all of it a quarter would be a dot.

    Parameters
    ----------
    theme : Theme
    added : sequence of (ProjectLayer, QgsMapLayer)
    extent : QgsRectangle
        Of the municipality.
    """
    covered = QgsRectangle()
    # maps of one subject show the same part of the town, so that they can be laid side by side
    about = [theme, *(other for other in themes() if other.id == theme.ground_of)]
    for layer, shown in (pair for one in about for pair in subject_of(one, added)):
        # the places of single units, right or wrong, say nothing about which part was loaded
        if layer.table not in (*OF_UNITS, SUMS):
            covered.combineExtentWith(shown.extent())
    covered = covered.intersect(extent)
    if covered.isEmpty() or covered.area() > SMALL_SHARE * extent.area():
        return extent
    covered.grow(MARGIN * max(covered.width(), covered.height()))
    return covered


def _without_layout(left: Sequence[Theme], workspace: Workspace) -> list[Finding]:
    """Say which themes have no print layout, where others have one."""
    if not left:
        return []
    values = {"themes": ", ".join(theme.title for theme in left)}
    return [Finding("layouts_left_out", workspace.path.name, Severity.NOTE, values)]


def _set_view(project: QgsProject, workspace: Workspace, extent: QgsRectangle, opening: QgsRectangle) -> None:
    """Open on `opening`; "zoom to full extent" shows the municipality."""
    crs = crs_of(workspace.crs)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(opening, crs))
    project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(extent, crs))


def _set_time(project: QgsProject, workspace: Workspace, state: date | None) -> None:
    """Let the temporal controller run from the first commissioning to the last, planned ones included.

    Dates nobody can mean stay in the data and out of the range: one unit "of 2099" would add decades of nothing.
    """
    if "plants" not in workspace.layers():
        return
    plants = QgsVectorLayer(workspace.uri("plants"), "plants", "ogr", _without_default_style())
    today = QDate(state.year, state.month, state.day) if state else QDate.currentDate()
    years = [
        value.year()
        for column, latest in (("commissioned", today), ("planned", today.addYears(PLANNED_AHEAD)))
        for kind in (Qgis.Aggregate.Min, Qgis.Aggregate.Max)
        for value in [_date_within(plants, column, kind, latest)]
        if value is not None
    ]
    if not years:
        return
    span = QgsDateTimeRange(
        QDateTime(QDate(min(years), 1, 1), QTime(0, 0)), QDateTime(QDate(max(years), 12, 31), QTime(0, 0))
    )
    project.timeSettings().setTemporalRange(span)
    project.timeSettings().setTimeStep(1)
    project.timeSettings().setTimeStepUnit(Qgis.TemporalUnit.Years)


def _date_within(plants: QgsVectorLayer, column: str, kind: Qgis.Aggregate, latest: QDate) -> QDate | None:
    """First or last date of a column among those between the first power stations and `latest`."""
    settings = QgsAggregateCalculator.AggregateParameters()
    earliest = QDate(FIRST_POWER_STATION, 1, 1).toString(Qt.DateFormat.ISODate)
    until = latest.toString(Qt.DateFormat.ISODate)
    settings.filter = f"\"{column}\" >= to_date('{earliest}') AND \"{column}\" <= to_date('{until}')"
    value, done = plants.aggregate(kind, column, settings)
    day = value.date() if isinstance(value, QDateTime) else value  # QGIS sums dates up as times
    return day if done and isinstance(day, QDate) and day.isValid() else None


def _set_variables(
    project: QgsProject,
    workspace: Workspace,
    provenance: Mapping[str, Provenance],
    added: Added,
    extent: QgsRectangle,
) -> None:
    tables = list(dict.fromkeys(layer.table for layer, _shown in added))
    rows = [provenance[table] for table in tables if table in provenance]
    values = {
        "enact_municipality": municipality_name(workspace),
        "enact_ags": workspace.ags,
        "enact_state": state_line(rows),
        "enact_attribution": credits_line(rows),
        "enact_unlocated": unlocated_note(workspace),
        "enact_unlocated_short": short_note(workspace),
        "enact_unlocated_checks": checks_note(added, extent),
    }
    for name, value in values.items():
        QgsExpressionContextUtils.setProjectVariable(project, name, value)


# ---- the file


def _write(project: QgsProject, path: Path) -> Path | None:
    """Write the project beside its place and put it there when it is whole; return the backup of the old one."""
    draft = path.with_name(f"{path.stem}.enact-draft.qgz")
    whole = path.with_name(f"{path.stem}.enact-draft.zip")
    backup = path.with_name(f"{path.name}~")
    try:
        draft.touch()  # the system says why it may not be, QGIS only that it cannot
        draft.unlink()
        if not project.write(str(draft)):
            raise EnactError("project_write_failed", path=str(path), detail=project.error())
        _named(draft, whole, path.stem)
        kept = None
        if path.exists():
            shutil.copy2(path, backup)
            kept = backup
        whole.replace(path)
    except OSError as error:
        raise EnactError(
            "project_write_failed", path=str(path), detail=error.strerror or str(error)
        ) from error
    finally:
        for leftover in (draft, whole, draft.with_name(f"{draft.name}~")):
            with suppress(OSError):  # what failed first is what is told
                leftover.unlink()
    return kept


def _named(draft: Path, target: Path, stem: str) -> None:
    """Copy the archive; QGIS names the files inside after the draft, and writes who is logged in into them."""
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".qgs"):
                data = _PERSON.sub(b"", data, count=2)
            copy.writestr(name.replace(draft.stem, stem, 1), data)
