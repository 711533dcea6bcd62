"""Map themes: which layers are shown together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsMapThemeCollection

from .layer_tree import BASE_GROUP, ProjectLayer, Theme, themes

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject

_GROUND = (BASE_GROUP, "Statistik")


def shown_in(
    theme: str, layers: Iterable[ProjectLayer], shapeless: Collection[str] = ()
) -> tuple[ProjectLayer, ...]:
    """Layers a theme shows.

    Parameters
    ----------
    theme : str
        Id.
    layers : iterable of ProjectLayer
        Those of the project, in drawing order.
    shapeless : collection of str
        Ids of layers with rows but without a single geometry; they leave their slot to the next.

    Returns
    -------
    tuple of ProjectLayer
        Layers with the theme's id, and of those with "id?slot:number" the lowest number of each slot: of several
        pictures of the same thing a theme shows the best there is.
    """
    present = tuple(layers)
    best: dict[str, tuple[int, ProjectLayer]] = {}
    for layer in (layer for layer in present if layer.id not in shapeless):
        for slot, rank in _slots(theme, layer):
            if slot not in best or rank < best[slot][0]:
                best[slot] = (rank, layer)
    chosen = [layer for _rank, layer in best.values()]
    return tuple(layer for layer in present if theme in layer.themes or layer in chosen)


def layers_of(theme: Theme, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> tuple[ProjectLayer, ...]:
    """Layers of a project that a theme shows."""
    shapeless = {layer.id for layer, map_layer in added if map_layer.extent().isNull()}
    return shown_in(theme.id, [layer for layer, _map_layer in added], shapeless)


def subject_of(
    theme: Theme, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]
) -> tuple[tuple[ProjectLayer, QgsMapLayer], ...]:
    """Layers a theme is about: those it shows, have a shape, and are more than the ground others stand on."""
    shown = layers_of(theme, added)
    return tuple(
        (layer, map_layer)
        for layer, map_layer in added
        if layer in shown
        and not map_layer.extent().isNull()
        and (layer.group not in _GROUND or any(_slots(theme.id, layer)))
    )


def _slots(theme: str, layer: ProjectLayer) -> Iterator[tuple[str, int]]:
    for entry in layer.themes:
        name, question, slot = entry.partition("?")
        if name == theme and question:
            title, _colon, rank = slot.partition(":")
            yield title, int(rank or 0)


def opening_theme(tables: Iterable[str]) -> Theme:
    """Return the first theme whose subject the workspace holds; else the first one."""
    present = set(tables)
    return next((theme for theme in themes() if present & set(theme.needs)), themes()[0])


def _with_parents(groups: Iterable[str]) -> set[str]:
    """Groups and the groups they stand in: a box that stays empty above hides all below."""
    found: set[str] = set()
    for group in groups:
        parts = group.split("/")
        found |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return found


def add_themes(project: QgsProject, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> None:
    """Write our map themes into a project; others stay."""
    collection = project.mapThemeCollection()
    groups = _with_parents(layer.group for layer, _map_layer in added)
    for theme in themes():
        shown = set(layers_of(theme, added))
        record = QgsMapThemeCollection.MapThemeRecord()
        for layer, map_layer in added:
            if layer in shown:
                entry = QgsMapThemeCollection.MapThemeLayerRecord(map_layer)
                entry.isVisible = True
                entry.currentStyle = map_layer.styleManager().currentStyle()
                entry.expandedLayerNode = layer.expanded
                record.addLayerRecord(entry)
        record.setHasExpandedStateInfo(True)
        record.setHasCheckedStateInfo(True)
        record.setCheckedGroupNodes(groups)
        record.setExpandedGroupNodes(_with_parents(layer.group for layer in shown))
        if collection.hasMapTheme(theme.title):
            collection.update(theme.title, record)
        else:
            collection.insert(theme.title, record)


def apply_theme(project: QgsProject, theme: Theme, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> None:
    """Check the boxes of our layers in the tree as the theme says; the planner's own layers stay as they are."""
    shown = set(layers_of(theme, added))
    for layer, map_layer in added:
        node = project.layerTreeRoot().findLayer(map_layer.id())
        node.setItemVisibilityChecked(layer in shown)
        node.setExpanded(layer.expanded and layer in shown)
