"""Pictures of figures: the load of a network over the year, and what its cost of heat hangs on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..reference.values import values
from .texts import map_text, number

if TYPE_CHECKING:
    import pandas as pd

_INK, _GRID, _BELOW, _ABOVE = "#1c2430", "#d9d9d9", "#2f7fc4", "#b5483a"
_SIZE_IN = (9.0, 4.6)
_STEPS = 730  # points of a curve: one for twelve hours
_MW = 1000.0


def load_picture(load_kw: np.ndarray, heat_kw: dict[str, np.ndarray], path: Path) -> None:
    """Draw the load of all hours, the highest first, and which plant gives how much of it.

    Parameters
    ----------
    load_kw : ndarray of float, shape (8760,)
    heat_kw : dict
        Plant to its heat in each hour, in merit order; what leaves a store is one of them.
    path : Path
        PNG or SVG.
    """
    order = np.argsort(-load_kw, kind="stable")
    edges = np.linspace(0, len(order), _STEPS + 1).astype(int)
    middle = (edges[:-1] + edges[1:]) / 2

    def ordered(series: np.ndarray) -> np.ndarray:
        return np.add.reduceat(series[order], edges[:-1]) / np.diff(edges) / _MW

    labels = {value.code: (value.label("de"), value.color) for value in values("supply_plant")}
    figure, axes = _figure()
    shown = [code for code, heat in heat_kw.items() if heat.sum() > 0]
    axes.stackplot(
        middle, [ordered(heat_kw[code]) for code in shown], labels=[labels[code][0] for code in shown],
        colors=[labels[code][1] for code in shown], linewidth=0,
    )  # fmt: skip
    axes.plot(middle, ordered(load_kw), color=_INK, linewidth=1.1, label=map_text("chart_load"))
    axes.set_xlim(0, len(order))
    axes.set_ylim(0, None)
    axes.set_xlabel(map_text("chart_hours"), fontsize=8, color=_INK)
    axes.set_ylabel(map_text("chart_megawatt"), fontsize=8, color=_INK)
    axes.legend(fontsize=8, frameon=False, loc="upper right")
    figure.savefig(path)


def tornado_picture(table: pd.DataFrame, base_ct_kwh: float, path: Path) -> None:
    """Draw by how much each uncertain figure moves the cost of heat, the weightiest on top.

    Parameters
    ----------
    table : DataFrame
        Rows of ``network_sensitivity`` of one variant.
    base_ct_kwh : float
        Levelised cost of heat of the variant.
    path : Path
        PNG or SVG.
    """
    labels = {value.code: value.label("de") for value in values("uncertainty")}
    figure, axes = _figure()
    ordered = table.sort_values("number", kind="stable")
    for place, row in enumerate(ordered.itertuples()):
        ends = sorted(((row.low_ct_kwh, row.low_value), (row.high_ct_kwh, row.high_value)))
        for side, (cost, value) in zip(("right", "left"), ends):
            color = _ABOVE if cost > base_ct_kwh else _BELOW
            axes.barh(place, cost - base_ct_kwh, left=base_ct_kwh, height=0.62, color=color)
            axes.annotate(
                f"{number(100 * value)} %", (cost, place), xytext=(-4 if side == "right" else 4, 0),
                textcoords="offset points", ha=side, va="center", fontsize=7.5, color=_INK,
            )  # fmt: skip
    names = [labels.get(code, code) for code in ordered["uncertainty"]]
    axes.set_yticks(range(len(ordered)), names, fontsize=8.5, color=_INK)
    axes.set_ylim(len(ordered) - 0.4, -0.6)
    axes.margins(x=0.12)
    axes.axvline(base_ct_kwh, color=_INK, linewidth=1.0)
    axes.set_xlabel(map_text("chart_tornado", base=number(base_ct_kwh, 1)), fontsize=8, color=_INK)
    axes.grid(visible=False, axis="y")
    figure.savefig(path)


def _figure() -> tuple[Any, Any]:
    """A plain figure with one pair of axes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=_SIZE_IN, dpi=200, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.grid(color=_GRID, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=8, colors=_INK, length=2)
    axes.xaxis.set_major_formatter(lambda value, _: number(value, 0 if abs(value) >= 100 else 1))
    axes.yaxis.set_major_formatter(lambda value, _: number(value, 1))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes
