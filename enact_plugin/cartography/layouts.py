"""Print layouts: one per paper format and map theme, filled from project variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..errors import EnactError
from ..reference.tables import RESOURCES
from .fonts import with_present_font
from .layer_tree import ProjectLayer, Theme, themes
from .notes import credits_line, state_line
from .texts import map_text
from .themes import layers_of
from .unlocated import outside_note, theme_note

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject, QgsRectangle

    from ..layers.provenance import Provenance

FORMATS = ("a3_landscape", "a4_portrait", "a4_topic")
MAP_ITEM = "Karte"
LEGEND_ITEM = "Legende"


def add_layouts(
    project: QgsProject,
    provenance: Mapping[str, Provenance],
    added: Sequence[tuple[ProjectLayer, QgsMapLayer]],
    extents: Mapping[str, QgsRectangle],
) -> None:
    """Give a project our layouts: one per format and theme that has an extent, in the project's CRS.

    A layout of the same name that is already there is the planner's by now: it stays, only its variables are renewed.
    """
    manager = project.layoutManager()
    plan_state = map_text("plan_decided" if _is_decided(added) else "plan_draft")
    for paper in FORMATS:
        for theme in (theme for theme in themes() if theme.id in extents and paper in theme.papers):
            shown = layers_of(theme, added)
            name = map_text(f"layout_{paper}", theme=theme.title)
            layout = manager.layoutByName(name)
            if layout is None:
                layout = make_layout(project, paper, theme, extents[theme.id])
                layout.setName(name)
                manager.addLayout(layout)
            rows = [provenance[layer.table] for layer in shown if layer.table in provenance]
            on_map = [(layer, opened) for layer, opened in added if layer in shown]
            note = _note(theme, on_map, plan_state, _shown_extent(layout, extents[theme.id]))
            _set_variables(layout, theme, rows, note)


def make_layout(project: QgsProject, paper: str, theme: Theme, extent: QgsRectangle) -> QgsPrintLayout:
    """Return a layout made from a template.

    Parameters
    ----------
    paper : str
        Name of the QPT in resources/layouts. Items whose id starts with the id of a theme and a colon are for that
        theme only.
    theme : Theme
        What the map shows; layers switched on later in the theme appear in map and legend.
    extent : QgsRectangle
        In the project's CRS.

    Raises
    ------
    EnactError
        ``layout_missing``, ``layout_unreadable``.
    """
    path = RESOURCES / "layouts" / f"{paper}.qpt"
    if not path.is_file():
        raise EnactError("layout_missing", layout=paper, path=str(path))
    document = QDomDocument()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    read = document.setContent(with_present_font(path.read_text(encoding="utf-8")))[0]
    _items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext()) if read else ([], False)
    if not loaded:
        raise EnactError("layout_unreadable", layout=paper, path=str(path))
    others = tuple(f"{other.id}:" for other in themes() if other.id != theme.id)
    for item in [item for item in layout.items() if getattr(item, "id", str)().startswith(others)]:
        layout.removeLayoutItem(item)
    map_item = layout.itemById(MAP_ITEM)
    if isinstance(map_item, QgsLayoutItemMap):
        map_item.setFollowVisibilityPreset(True)
        map_item.setFollowVisibilityPresetName(theme.title)
        map_item.zoomToExtent(extent)
    legend = layout.itemById(LEGEND_ITEM)
    if isinstance(legend, QgsLayoutItemLegend):
        legend.setLinkedMap(map_item)
        legend.setAutoUpdateModel(True)
        legend.setLegendFilterByMapEnabled(True)
    return layout


def _is_decided(added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> bool:
    """Whether every supply area says that the plan is decided; a plan that does not say is a draft."""
    states: set[Any] = set()
    for described, layer in added:
        if described.table == "supply_areas" and isinstance(layer, QgsVectorLayer):
            states |= layer.uniqueValues(layer.fields().lookupField("plan_state"))
    return states == {"decided"}


def _shown_extent(layout: QgsPrintLayout, extent: QgsRectangle) -> QgsRectangle:
    """Extent of a layout's map, which is wider than the theme's where the paper has another shape."""
    map_item = layout.itemById(MAP_ITEM)
    return map_item.extent() if isinstance(map_item, QgsLayoutItemMap) else extent


def _note(
    theme: Theme, shown: Sequence[tuple[ProjectLayer, QgsMapLayer]], plan_state: str, extent: QgsRectangle
) -> str:
    """What every map of a theme says: the theme's own sentence, and what it cannot show, or does not reach."""
    own = map_text(theme.note, state=plan_state) if theme.note else ""
    parts = (_variants_note(shown), own, theme_note(shown), outside_note(shown, extent))
    return " ".join(part for part in parts if part)


def _variants_note(shown: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> str:
    """Name the variants of heat networks that a map shows."""
    names: set[str] = set()
    for layer, opened in shown:
        place = opened.fields().lookupField("variant") if isinstance(opened, QgsVectorLayer) else -1
        if layer.subset and place >= 0:
            names |= {str(name) for name in opened.uniqueValues(place)}
    return map_text("network_variant_shown", variants=", ".join(sorted(names))) if names else ""


def _set_variables(layout: QgsPrintLayout, theme: Theme, rows: Sequence[Provenance], note: str) -> None:
    values = {
        "enact_theme": theme.title,
        "enact_theme_note": note,
        "enact_theme_attribution": credits_line(rows),
        "enact_theme_state": state_line(rows),
    }
    # setLayoutVariable appends: a variable set twice would stand there twice
    present = QgsExpressionContextUtils.layoutScope(layout)
    names = layout.customProperty("variableNames", [])
    own = {name: present.variable(name) for name in names if name not in values}
    QgsExpressionContextUtils.setLayoutVariables(layout, {**own, **values})
