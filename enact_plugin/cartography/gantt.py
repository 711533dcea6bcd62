"""The schedule of a project as a picture."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ..reference.values import values
from .texts import map_text

if TYPE_CHECKING:
    import pandas as pd

_INK, _GRID, _LATE = "#1c2430", "#d9d9d9", "#b5483a"
_WIDTH_IN, _ROW_IN = 9.6, 0.195
_WRAP = 62  # letters of a task that fit beside its bar
_DONE = "done"


def gantt_picture(tasks: pd.DataFrame, path: Path, today: date) -> None:
    """Draw the tasks of a project with dates as bars over the months; what is late is marked.

    Parameters
    ----------
    tasks : DataFrame
        Rows of ``network_tasks`` of one project.
    path : Path
        PNG or SVG.
    today : date
    """
    import pandas as pd
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.dates import MONTHLY, AutoDateLocator, ConciseDateFormatter, date2num
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    table = tasks.assign(start=pd.to_datetime(tasks["start"]), due=pd.to_datetime(tasks["due"]))
    table = table[table["start"].notna() & table["due"].notna()].sort_values(
        ["start", "stage", "number"], kind="stable"
    )
    colors = {value.code: value.color for value in values("project_stage")}
    labels = {value.code: value.label("de") for value in values("project_stage")}
    figure = Figure(figsize=(_WIDTH_IN, 0.75 + _ROW_IN * max(len(table), 3)), dpi=200, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for place, row in enumerate(table.itertuples()):
        days = max((row.due - row.start) / timedelta(days=1), 1.0)
        late = row.state != _DONE and row.due.date() < today
        axes.barh(
            place, days, left=date2num(row.start), height=0.7, color=colors.get(row.stage, _GRID),
            alpha=0.45 if row.state == _DONE else 1.0, edgecolor=_LATE if late else "none", linewidth=1.4,
        )  # fmt: skip
    axes.set_yticks(range(len(table)), [_short(text) for text in table["title"]], fontsize=8, color=_INK)
    axes.set_ylim(len(table) - 0.4, -0.6)
    locator = AutoDateLocator(maxticks=9)
    locator.intervald[MONTHLY] = [1, 2, 3, 4, 6, 12]
    axes.xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(locator, formats=["%Y", "%m/%y", "%d.%m.", "%H:%M", "%H:%M", "%S"])
    formatter.zero_formats = ["", "%Y", "%m/%y", "%d.%m.", "%H:%M", "%H:%M"]
    formatter.show_offset = False
    axes.xaxis.set_major_formatter(formatter)
    axes.tick_params(axis="x", labelsize=8, colors=_INK, length=2)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=_GRID, linewidth=0.5)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    if len(table) and table["start"].min().date() <= today <= table["due"].max().date():
        axes.axvline(date2num(today), color=_INK, linewidth=0.9, linestyle=(0, (3, 2)))
        place = (date2num(today), -0.6)
        look = dict(fontsize=7.5, color=_INK, va="bottom", ha="center", annotation_clip=False)
        axes.annotate(map_text("gantt_today"), place, **look)
    shown = list(dict.fromkeys(table["stage"]))
    if shown:
        handles = [Patch(color=colors.get(stage, _GRID), label=labels.get(stage, stage)) for stage in shown]
        below = dict(loc="upper center", bbox_to_anchor=(0.35, -0.7 / max(len(table), 3)))
        look = dict(fontsize=8, frameon=False, handlelength=1.2, columnspacing=1.2)
        axes.legend(handles=handles, ncols=4, **look, **below)
    figure.savefig(path)


def _short(text: str) -> str:
    return text if len(text) <= _WRAP else text[: _WRAP - 1] + "…"
