"""The schedule of a project as a picture, and what comes next in words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from enact_plugin.cartography.gantt import gantt_picture
from enact_plugin.cartography.project_sheets import next_steps
from enact_plugin.network.projects.projects import Stage, schedule

TODAY = date(2026, 11, 1)


def tasks(stage=Stage.SUITABILITY, start=date(2026, 3, 1)):
    table = schedule(stage, start)
    return table.assign(start=pd.to_datetime(table["start"]), due=pd.to_datetime(table["due"]))


def has_color(path, color):
    pixels = np.asarray(Image.open(path).convert("RGB"), dtype=int).reshape(-1, 3)
    wanted = np.array([int(color[place : place + 2], 16) for place in (1, 3, 5)])
    return (np.abs(pixels - wanted).max(axis=1) < 4).sum()


def test_stages_are_drawn_in_their_colours_and_late_ones_are_framed(tmp_path):
    gantt_picture(tasks(), tmp_path / "a.png", TODAY)
    assert has_color(tmp_path / "a.png", "#2f7fc4") > 500, "construction"
    assert has_color(tmp_path / "a.png", "#b5483a") > 50, "late"
    gantt_picture(tasks(start=date(2027, 3, 1)), tmp_path / "b.png", TODAY)
    assert has_color(tmp_path / "b.png", "#2f7fc4") > 500


@pytest.mark.parametrize("count", [0, 1])
def test_few_tasks_or_none_make_a_picture_too(tmp_path, count):
    gantt_picture(tasks()[-count or len(tasks()) :], tmp_path / "a.png", TODAY)
    assert Image.open(tmp_path / "a.png").width > 1000


def test_next_steps_are_the_open_tasks_by_date():
    lines = next_steps(tasks()).split("\n")
    assert len(lines) == 4
    assert all(line.startswith("• ") for line in lines)
    assert "(bis 03/2026)" in lines[0]
    assert next_steps(tasks().assign(state="done")) == "–"
    undated = tasks().assign(due=pd.NaT)
    assert "bis" not in next_steps(undated)
