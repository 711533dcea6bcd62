"""Projects from an idea to operation; what people wrote stays."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from enact_plugin.errors import EnactError
from enact_plugin.network.projects.layers import PROJECTS, TASKS, project_layers
from enact_plugin.network.projects.projects import (
    INDICATORS,
    ORDER,
    Stage,
    Wanted,
    overdue,
    schedule,
    task_kinds,
    with_project,
    with_tasks,
)
from enact_plugin.outcome import Source
from enact_plugin.reference.columns import columns
from enact_plugin.reference.values import values

TODAY = date(2026, 6, 1)
AREA = shapely.box(0, 0, 100, 100)


def proposals(*names: str) -> pd.DataFrame:
    return pd.DataFrame({
        "variant": names, "customers": 10, "heat_mwh_a": 500.0, "route_m": 300.0, "line_density_kwh_m": 1666.7,
    })  # fmt: skip


def customers(variant: str) -> gpd.GeoDataFrame:
    houses = [shapely.box(left, 0, left + 10, 10) for left in (0, 20, 40, 60, 300)]
    state = ["connected"] * 4 + ["does_not_pay"]
    return gpd.GeoDataFrame({"variant": variant, "connection": state}, geometry=houses, crs=25833)


def made(wanted, projects=None, tables=None, houses=None):
    return with_project(projects, wanted, tables or {}, houses, TODAY).set_crs(25833, allow_override=True)


def test_stages_and_their_tasks_are_those_of_the_lists():
    assert {value.code for value in values("project_stage")} == {stage.value for stage in Stage}
    assert {kind.stage for kind in task_kinds()} == set(ORDER), "every stage has a task"
    assert set(INDICATORS) <= {column.name for column in columns(PROJECTS)}


def test_stages_follow_each_other_and_earlier_ones_are_done():
    plan = schedule(Stage.FEASIBILITY, TODAY)
    first = plan[plan["stage"].isin(["idea", "suitability", "anchor_talks"])]
    assert set(first["state"]) == {"done"}
    assert first["due"].isna().all()
    rest = plan[plan["state"].eq("open")]
    ends = rest.groupby("stage", sort=False).agg({"start": "min", "due": "max"})
    assert ends["start"].iloc[0] == TODAY
    for (_, before), (_, after) in pairwise(ends.iterrows()):
        assert after["start"] == before["due"]
    study = rest[rest["title"].str.startswith("Machbarkeitsstudie")].iloc[0]
    assert study["due"] - study["start"] == timedelta(weeks=40)


def test_a_project_around_the_customers_of_its_variant():
    project = made(
        Wanted("Kern", None, TODAY, "A"), None, {"network_proposals": proposals("A")}, customers("A")
    )
    row = project.iloc[0]
    assert row["stage"] == "idea"
    assert row["project_id"] == "P1"
    assert row["customers"] == 10
    assert row["network_ct_kwh"] is None or np.isnan(row["network_ct_kwh"]), "not reckoned yet"
    connected = customers("A").geometry[:4]
    assert connected.within(row.geometry).all()
    assert not row.geometry.intersects(customers("A").geometry.iloc[4])


def test_what_people_wrote_stays_while_a_project_goes_on():
    tables = {"network_proposals": proposals("A", "B")}
    first = made(Wanted("Nord", None, TODAY, "A", AREA, "Bauamt"), None, tables)
    first = first.assign(note="Ankerkunde: Schule", interested=4, links="vorlage.pdf")
    other = made(Wanted("Süd", None, TODAY, None, AREA), first, tables)
    assert other["project_id"].tolist() == ["P1", "P2"]
    tables["network_proposals"] = proposals("A", "B").assign(customers=[8, 99])
    gone_on = made(Wanted("Nord", Stage.DECISION, date(2027, 1, 5)), other, tables)
    assert gone_on["name"].tolist() == ["Süd", "Nord"]
    row = gone_on.iloc[-1]
    assert (row["note"], row["office"], row["variant"]) == ("Ankerkunde: Schule", "Bauamt", "A")
    assert row["stage"] == "decision"
    assert row["stage_since"] == date(2027, 1, 5)
    assert row["started"] == TODAY
    assert row["customers"] == 8
    assert row["interested_percent"] == 50
    assert gone_on.iloc[0].geometry.equals(AREA)


def test_from_idea_to_operation():
    """One project through all stages; tasks are done in passing, and what was changed is kept."""
    projects, tasks, day = None, None, TODAY
    for stage in ORDER:
        projects = made(Wanted("Nord", stage, day, None, AREA if projects is None else None), projects)
        tasks = with_tasks(tasks, projects.iloc[-1].to_dict(), day)
        if stage is Stage.IDEA:
            mine = tasks["title"].str.startswith("Beschluss")
            tasks.loc[mine, "title"] = "Beschluss im Stadtrat"
            tasks = tasks[~tasks["title"].str.startswith("Vergleich")]  # somebody took it away
        earlier = {one.value for one in ORDER[: ORDER.index(stage)]}
        assert set(tasks.loc[tasks["stage"].isin(earlier), "state"]) <= {"done"}
        assert set(tasks.loc[~tasks["stage"].isin(earlier), "state"]) == {"open"}
        day += timedelta(weeks=30)
    assert projects["stage"].tolist() == ["operation"]
    assert "Beschluss im Stadtrat" in set(tasks["title"])
    assert len(tasks) == len(task_kinds()) - 1
    assert tasks["task_id"].is_unique
    layers = project_layers(projects, tasks, Source("x"), day)
    for layer, outcome in layers.items():
        names = [column.name for column in columns(layer)]
        assert list(outcome.frame.drop(columns="geometry", errors="ignore")) == names
    assert str(layers[TASKS].frame["due"].dtype).startswith("datetime64")


def test_given_up_changes_no_task():
    projects = made(Wanted("Nord", None, TODAY, None, AREA))
    tasks = with_tasks(None, projects.iloc[-1].to_dict(), TODAY)
    projects = made(Wanted("Nord", Stage.GIVEN_UP, TODAY), projects)
    assert with_tasks(tasks, projects.iloc[-1].to_dict(), TODAY).equals(tasks)


def test_overdue_are_those_that_are_not_done_after_their_day():
    tasks = pd.DataFrame({
        "state": ["open", "done", "running", "open", "open"],
        "due": [date(2026, 5, 31), date(2026, 5, 1), date(2026, 1, 1), TODAY, None],
    })  # fmt: skip
    assert overdue(tasks, TODAY).index.tolist() == [0, 2]
    projects = made(Wanted("Nord", None, date(2025, 1, 1), None, AREA))
    late = with_tasks(None, projects.iloc[-1].to_dict(), date(2025, 1, 1))
    found = {one.id: one for one in project_layers(projects, late, Source("x"), TODAY)[PROJECTS].findings}
    assert found["project_overdue"].values["count"] == len(overdue(late, TODAY)) > 0


@pytest.mark.parametrize(
    "wanted, code",
    [
        (Wanted("  ", None, TODAY, None, AREA), "project_name_missing"),
        (Wanted("Nord", None, TODAY), "project_without_place"),
        (Wanted("Nord", None, TODAY, "Z", AREA), "network_variant_unknown"),
    ],
)
def test_what_cannot_be_is_refused(wanted, code):
    with pytest.raises(EnactError) as error:
        made(wanted)
    assert error.value.code == code


def test_a_variant_without_customers_gives_no_area():
    none = customers("A").assign(connection="does_not_pay")
    with pytest.raises(EnactError, match="project_without_place"):
        made(Wanted("Nord", None, TODAY, "A"), None, {"network_proposals": proposals("A")}, none)


def test_tasks_move_with_their_stage_and_passed_ones_end_there():
    projects = made(Wanted("Nord", None, TODAY, None, AREA))
    tasks = with_tasks(None, projects.iloc[-1].to_dict(), TODAY)
    day = date(2027, 1, 1)
    projects = made(Wanted("Nord", Stage.OPERATION, day), projects)
    later = with_tasks(tasks, projects.iloc[-1].to_dict(), day).set_index("task_id")
    assert later.loc["P1|operation|1", "start"] == pd.Timestamp(day)
    done = later[later["state"].eq("done")]
    assert len(done) == (tasks["stage"] != "operation").sum()
    assert (done["due"] <= pd.Timestamp(day)).all(), "no finished task lies in the future"
    assert (done["start"] <= done["due"]).all()


def test_going_back_opens_the_tasks_again():
    projects = made(Wanted("Nord", Stage.DECISION, TODAY, None, AREA))
    tasks = with_tasks(None, projects.iloc[-1].to_dict(), TODAY)
    projects = made(Wanted("Nord", Stage.CONSTRUCTION, TODAY), projects)
    tasks = with_tasks(tasks, projects.iloc[-1].to_dict(), TODAY)
    back = date(2026, 12, 1)
    projects = made(Wanted("Nord", Stage.DECISION, back), projects)
    found = with_tasks(tasks, projects.iloc[-1].to_dict(), back)
    assert set(found.loc[found["stage"].isin(["decision", "design"]), "state"]) == {"open"}
    assert found.loc[found["stage"].eq("decision"), "start"].min() == pd.Timestamp(back)
    assert found.loc[found["state"].eq("open"), "finished"].isna().all()


def test_without_a_new_stage_no_date_changes():
    projects = made(Wanted("Nord", None, TODAY, None, AREA))
    tasks = with_tasks(None, projects.iloc[-1].to_dict(), TODAY)
    assert with_tasks(tasks, projects.iloc[-1].to_dict(), date(2028, 1, 1), moved=False).equals(tasks)
