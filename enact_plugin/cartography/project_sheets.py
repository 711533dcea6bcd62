"""Fact sheets of projects: a page per project, printed from the map of the workspace."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProject,
    QgsVectorLayer,
)

from ..errors import EnactError
from ..progress import SILENT, Progress
from .gantt import gantt_picture
from .layer_tree import ID_PREFIX, themes
from .layouts import MAP_ITEM, make_layout
from .project import assemble_project
from .texts import map_text

if TYPE_CHECKING:
    import pandas as pd
    from geopandas import GeoDataFrame
    from qgis.core import QgsPrintLayout

    from ..layers.workspace import Workspace

PAPER = "a4_project"
PICTURES, STEPS = "enact_project_pictures", "enact_project_steps"
_THEME = "network"
_SAID = ("enact_theme_attribution", "enact_theme_state")
_STEPS = 4
_OF_VARIANT = ("network_routes", "network_customers", "network_sources")
_COVERAGE = "network_projects"
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def write_sheets(
    workspace: Workspace,
    projects: GeoDataFrame,
    tasks: pd.DataFrame,
    folder: Path,
    today: date,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write a PDF and the picture of the schedule for each project.

    Parameters
    ----------
    workspace : Workspace
    projects : GeoDataFrame
        Rows of ``network_projects``.
    tasks : DataFrame
        Table ``network_tasks``.
    folder : Path
    today : date
    progress : Progress

    Returns
    -------
    list of Path

    Raises
    ------
    EnactError
        ``sheet_not_written`` besides those of `assemble_project`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    scratch = Path(tempfile.mkdtemp(prefix="enact_"))
    project = QgsProject()
    try:
        path = scratch / "steckbriefe.qgz"
        assemble_project(workspace, path, progress.part(0.0, 0.4))
        project.read(str(path))
        layout = _layout(project, scratch)
        for number, row in enumerate(projects.itertuples()):
            progress(0.4 + 0.6 * number / len(projects), "project_sheet", name=row.name)
            name = _NOT_IN_NAMES.sub("_", row.name).strip("_") or row.project_id
            picture = folder / f"{name}_zeitplan.png"
            mine = tasks[tasks["project_id"] == row.project_id]
            gantt_picture(mine, picture, today)
            shutil.copy(picture, scratch / f"{row.project_id}.png")
            _show_variant(project, row.variant)
            QgsExpressionContextUtils.setLayoutVariable(layout, STEPS, next_steps(mine))
            sheet = folder / f"{name}.pdf"
            _print(layout, row.project_id, sheet)
            written += [sheet, picture]
    finally:
        # its layers hold files open, and closed after GDAL has gone they crash Python
        project.clear()
        shutil.rmtree(scratch, ignore_errors=True)
    return written


def next_steps(tasks: pd.DataFrame) -> str:
    """Tasks of a project that are to be done next, one a line with its month; a dash where none is open."""
    open_tasks = tasks[tasks["state"].ne("done")].sort_values("due", kind="stable").head(_STEPS)
    lines = []
    for task in open_tasks.itertuples():
        known = task.due is not None and task.due == task.due  # NaT is not itself
        until = map_text("sheet_until", month=f"{task.due:%m/%Y}") if known else ""
        lines.append(f"• {task.title}{until}")
    return "\n".join(lines) or "–"


def _layout(project: QgsProject, pictures: Path) -> QgsPrintLayout:
    """The sheet over the projects, not yet filtered."""
    theme = next(one for one in themes() if one.id == _THEME)
    coverage = project.mapLayer(f"{ID_PREFIX}{_COVERAGE}")
    layout = make_layout(project, PAPER, theme, coverage.extent())
    QgsExpressionContextUtils.setLayoutVariable(layout, PICTURES, str(pictures))
    of_map = project.layoutManager().layoutByName(map_text("layout_a4_topic", theme=theme.title))
    if of_map is not None:  # who made the data of the same map, and of when they are
        scope = QgsExpressionContextUtils.layoutScope(of_map)
        for name in _SAID:
            QgsExpressionContextUtils.setLayoutVariable(layout, name, scope.variable(name))
    atlas = layout.atlas()
    atlas.setCoverageLayer(coverage)
    atlas.setEnabled(True)
    atlas.setHideCoverage(True)
    map_item = layout.itemById(MAP_ITEM)
    if isinstance(map_item, QgsLayoutItemMap):
        map_item.setAtlasDriven(True)
        map_item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
        map_item.setAtlasMargin(0.12)
    return layout


def _show_variant(project: QgsProject, variant: object) -> None:
    """Show the routes and customers of one variant only; of none where the project has none."""
    name = str(variant).replace("'", "''") if isinstance(variant, str) else ""
    for id_ in _OF_VARIANT:
        layer = project.mapLayer(f"{ID_PREFIX}{id_}")
        if isinstance(layer, QgsVectorLayer):
            layer.setSubsetString(f"\"variant\" = '{name}'")


def _print(layout: QgsPrintLayout, project_id: str, path: Path) -> None:
    atlas = layout.atlas()
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression('"project_id" = \'' + project_id.replace("'", "''") + "'")
    atlas.updateFeatures()
    settings = QgsLayoutExporter.PdfExportSettings()
    result, error = QgsLayoutExporter.exportToPdf(atlas, str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise EnactError("sheet_not_written", path=path.name, detail=error)
