"""Layers of projects."""

from __future__ import annotations

from datetime import date

import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import ColumnType, columns
from .projects import overdue

PROJECTS, TASKS = "network_projects", "network_tasks"
LAYERS = (PROJECTS, TASKS)


def project_layers(
    projects: GeoDataFrame, tasks: pd.DataFrame, source: Source, today: date
) -> dict[str, Outcome]:
    """Make the layers of the workspace out of projects and tasks.

    Parameters
    ----------
    projects : GeoDataFrame
        The one worked on is the last row.
    tasks : DataFrame
    source : Source
    today : date

    Returns
    -------
    dict
        Layer to outcome.
    """
    project = projects.iloc[-1]
    late = overdue(tasks[tasks["project_id"] == project["project_id"]], today)
    values = {"name": project["name"], "project_stage": project["stage"]}
    found = [Finding("project_stands", severity=Severity.NOTE, values=values)]
    if len(late):
        found.append(Finding("project_overdue", values={"name": project["name"], "count": len(late)}))
    return {
        PROJECTS: Outcome(_fitting(projects, PROJECTS), source, len(projects), findings=tuple(found)),
        TASKS: Outcome(_fitting(tasks, TASKS), source, len(tasks)),
    }


def _fitting(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """Columns of the layer, each of its type."""
    names = [column.name for column in columns(layer)]
    wanted = [*names, "geometry"] if isinstance(frame, GeoDataFrame) else names
    table = frame.reindex(columns=wanted)
    for column in columns(layer):
        values = table[column.name]
        if column.type is ColumnType.DATE:
            table[column.name] = pd.to_datetime(values)
        elif column.type is ColumnType.INTEGER:
            table[column.name] = pd.to_numeric(values).astype("Int64")
        elif column.type is ColumnType.REAL:
            table[column.name] = pd.to_numeric(values).astype(float)
        else:
            table[column.name] = values.astype(object).where(values.notna(), None)
    return (
        GeoDataFrame(table, geometry="geometry", crs=frame.crs) if isinstance(frame, GeoDataFrame) else table
    )
