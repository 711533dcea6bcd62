"""From an idea to a network that runs: a project, its stages and its tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import EnactError
from ...reference.tables import rows


class Stage(Enum):
    """Where a project stands, in order."""

    IDEA = "idea"
    SUITABILITY = "suitability"
    ANCHOR_TALKS = "anchor_talks"
    FEASIBILITY = "feasibility"
    DECISION = "decision"
    DESIGN = "design"
    CONSTRUCTION = "construction"
    OPERATION = "operation"
    GIVEN_UP = "given_up"


ORDER = tuple(stage for stage in Stage if stage is not Stage.GIVEN_UP)
# column of the project -> table of the variant and column there
INDICATORS = {
    "customers": ("network_proposals", "customers"),
    "heat_mwh_a": ("network_proposals", "heat_mwh_a"),
    "route_m": ("network_proposals", "route_m"),
    "line_density_kwh_m": ("network_proposals", "line_density_kwh_m"),
    "peak_kw": ("network_sizing", "peak_kw"),
    "clean_percent": ("network_supply_totals", "clean_percent"),
    "emissions_t_a": ("network_supply_totals", "emissions_t_a"),
    "investment_eur": ("network_heat_cost", "investment_eur"),
    "network_ct_kwh": ("network_heat_cost", "network_ct_kwh"),
    "low_ct_kwh": ("network_heat_cost", "low_ct_kwh"),
    "high_ct_kwh": ("network_heat_cost", "high_ct_kwh"),
    "alone_ct_kwh": ("network_heat_cost", "alone_ct_kwh"),
}
_HULL_M, _CLOSE = 15.0, 0.4


@dataclass(frozen=True)
class TaskKind:
    """A task that projects of a stage have.

    Attributes
    ----------
    stage : Stage
    number : int
    title : str
    weeks : float
    source : str
    """

    stage: Stage
    number: int
    title: str
    weeks: float
    source: str


@dataclass(frozen=True)
class Wanted:
    """What is asked of a project; None leaves what stands there.

    Attributes
    ----------
    name : str
    stage : Stage or None
    start : date
        Of the first stage of a new project; of the stage where it changes.
    variant : str or None
    area : Polygon, MultiPolygon or None
    office : str or None
        Responsible office, no person.
    """

    name: str
    stage: Stage | None
    start: date
    variant: str | None = None
    area: Any = None
    office: str | None = None


@cache
def task_kinds() -> tuple[TaskKind, ...]:
    """Tasks of project_tasks.csv in the order of the stages."""
    read = [
        TaskKind(Stage(row["stage"]), int(row["number"]), row["title_de"], float(row["weeks"]), row["source"])
        for row in rows("project_tasks")
    ]
    return tuple(sorted(read, key=lambda one: (ORDER.index(one.stage), one.number)))


def schedule(first: Stage, start: date) -> pd.DataFrame:
    """Tasks of a project from a stage on, one stage after the other, tasks of a stage side by side.

    Parameters
    ----------
    first : Stage
        Stages before it are done.
    start : date
        Of that stage.

    Returns
    -------
    DataFrame
        ``stage``, ``number``, ``title``, ``start``, ``due``, ``state`` (open or done), ``source``.
    """
    if first is Stage.GIVEN_UP:
        return pd.DataFrame(columns=["stage", "number", "title", "start", "due", "state", "source"])
    made = []
    begin = start
    for stage in ORDER:
        done = ORDER.index(stage) < ORDER.index(first)
        end = begin
        for kind in (one for one in task_kinds() if one.stage is stage):
            due = begin + timedelta(weeks=kind.weeks)
            end = max(end, due)
            dates = (None, None) if done else (begin, due)
            made.append(
                (stage.value, kind.number, kind.title, *dates, "done" if done else "open", kind.source)
            )
        if not done:
            begin = end
    return pd.DataFrame(made, columns=["stage", "number", "title", "start", "due", "state", "source"])


def with_project(
    projects: GeoDataFrame | None,
    wanted: Wanted,
    tables: Mapping[str, pd.DataFrame | None],
    customers: GeoDataFrame | None,
    today: date,
) -> GeoDataFrame:
    """Projects with a new one, or with one that went on.

    What people wrote into a project stays; stage, variant, area and office change where they are given; indicators are
    copied from the variant as it is now.

    Parameters
    ----------
    projects : GeoDataFrame or None
        Layer ``network_projects``.
    wanted : Wanted
    tables : mapping
        Tables of variants by name; None where there is none.
    customers : GeoDataFrame or None
        Layer ``network_customers``.
    today : date
        Of the indicators.

    Returns
    -------
    GeoDataFrame
        The project is the last row.

    Raises
    ------
    EnactError
        ``project_without_place``, ``project_name_missing``, ``network_variant_unknown``, ``project_stage_back``.
    """
    if not wanted.name.strip():
        raise EnactError("project_name_missing")
    before = None if projects is None else projects[projects["name"] == wanted.name]
    row: dict[str, Any] = {} if before is None or before.empty else before.iloc[0].to_dict()
    new = not row
    variant = wanted.variant or _text(row.get("variant"))
    known = tables.get("network_proposals")
    names = [] if known is None else known["variant"].tolist()
    if variant and variant not in names:
        raise EnactError("network_variant_unknown", variant=variant, options=", ".join(sorted(names)))
    shape = wanted.area if wanted.area is not None else row.get("geometry")
    if shape is None and variant and customers is not None:
        shape = area_of(customers[customers["variant"] == variant])
    if shape is None:
        raise EnactError("project_without_place", name=wanted.name)
    if new:
        row = {"project_id": _next_id(projects), "name": wanted.name, "started": wanted.start}
    stage = wanted.stage or Stage(row.get("stage") or Stage.IDEA.value)
    if new or stage.value != row.get("stage"):
        row |= {"stage": stage.value, "stage_since": wanted.start}
    row |= {"variant": variant or None, "geometry": shape}
    if wanted.office is not None:
        row["office"] = wanted.office
    if variant:
        row |= indicators(tables, variant) | {"indicators_date": today}
    interested, customers_count = row.get("interested"), row.get("customers")
    if not pd.isna(interested) and not pd.isna(customers_count) and customers_count:
        row["interested_percent"] = round(100 * float(interested) / float(customers_count), 1)
    crs = next((frame.crs for frame in (projects, customers) if frame is not None), None)
    made = GeoDataFrame([row], geometry="geometry", crs=crs)
    if projects is None or projects.empty:
        return made
    others = projects[projects["name"] != wanted.name]
    return GeoDataFrame(
        pd.concat([others.astype(object), made.astype(object)], ignore_index=True),
        geometry="geometry",
        crs=made.crs,
    )


def indicators(tables: Mapping[str, pd.DataFrame | None], variant: str) -> dict[str, Any]:
    """What is known of a variant; None where a step was not done."""
    found: dict[str, Any] = {}
    for column, (name, taken) in INDICATORS.items():
        table = tables.get(name)
        row = None if table is None else table[table["variant"] == variant]
        found[column] = None if row is None or row.empty else row[taken].iloc[0]
    return found


def area_of(customers: GeoDataFrame) -> Any:
    """Area around the connected customers of a variant; None where there are none."""
    connected = customers[customers["connection"] == "connected"]
    if connected.empty:
        return None
    hull = shapely.concave_hull(shapely.union_all(connected.geometry.to_numpy()), _CLOSE)
    return shapely.buffer(hull, _HULL_M, join_style="mitre")


def with_tasks(
    tasks: pd.DataFrame | None, project: Mapping[str, Any], start: date, moved: bool = True
) -> pd.DataFrame:
    """Tasks of all projects after one was made or went on.

    A new project gets the tasks of all stages. When its stage changes, open tasks of earlier stages are done; those of
    the stage and of later ones are open and move as far as their stage does, with what people changed in them. Tasks
    somebody added or took away stay so.

    Parameters
    ----------
    tasks : DataFrame or None
        Table ``network_tasks``.
    project : mapping
        Its row.
    start : date
        Of the stage.
    moved : bool
        Whether the stage changed.

    Returns
    -------
    DataFrame
    """
    key, stage = str(project["project_id"]), Stage(project["stage"])
    mine = pd.DataFrame() if tasks is None else tasks[tasks["project_id"] == key]
    if mine.empty:
        made = schedule(stage, start)
        made = made.assign(
            task_id=[f"{key}|{one}|{number}" for one, number in zip(made["stage"], made["number"])],
            project_id=key,
            project=project["name"],
            office=project.get("office"),
            finished=None,
        )
    elif stage is Stage.GIVEN_UP or not moved:
        made = mine.assign(project=project["name"])
    else:
        made = _moved(mine, stage, start).assign(project=project["name"])
    others = None if tasks is None else tasks[tasks["project_id"] != key]
    if others is None or others.empty:
        return made.reset_index(drop=True)
    return pd.concat([others.astype(object), made.astype(object)], ignore_index=True)


def _moved(tasks: pd.DataFrame, stage: Stage, start: date) -> pd.DataFrame:
    """Tasks of a project whose stage begins on a day."""
    rank = tasks["stage"].map({one.value: place for place, one in enumerate(ORDER)}).to_numpy()
    at, day = ORDER.index(stage), pd.Timestamp(start)
    begin, due = pd.to_datetime(tasks["start"]), pd.to_datetime(tasks["due"])
    finished = pd.to_datetime(tasks["finished"])
    passed = (rank < at) & tasks["state"].ne("done").to_numpy()
    ahead = rank >= at
    first = begin[rank == at].min()
    shift = day - first if pd.notna(first) else pd.Timedelta(0)
    # what was passed ended with its stage at the latest
    begin = begin.where(~passed, begin.clip(upper=day)).where(~ahead, begin + shift)
    due = due.where(~passed, due.clip(upper=day)).where(~ahead, due + shift)
    state = tasks["state"].mask(passed, "done").mask(ahead & tasks["state"].eq("done").to_numpy(), "open")
    finished = finished.mask(passed, day).mask(ahead, pd.NaT)
    return tasks.assign(start=begin, due=due, state=state, finished=finished)


def overdue(tasks: pd.DataFrame, today: date) -> pd.DataFrame:
    """Tasks that are not done and whose day has passed."""
    due = pd.to_datetime(tasks["due"])
    return tasks[tasks["state"].ne("done").to_numpy() & (due < pd.Timestamp(today)).to_numpy()]


def _next_id(projects: GeoDataFrame | None) -> str:
    known = [] if projects is None else projects["project_id"].astype(str).str.extract(r"(\d+)$")[0].dropna()
    return f"P{1 + max((int(number) for number in known), default=0)}"


def _text(value: Any) -> str:
    return "" if value is None or (not isinstance(value, str) and np.isnan(value)) else str(value)
