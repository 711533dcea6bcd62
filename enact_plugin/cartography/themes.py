"""Map themes: which layers are shown together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsMapThemeCollection

from .layer_tree import BASE_GROUP, ProjectLayer, Theme, themes

if TYPE_CHECKING:
    from qgis.core import QgsLayerTreeGroup, QgsLayerTreeNode, QgsMapLayer, QgsProject

_GROUND = (BASE_GROUP, "Statistik")


def shown_in(
    theme: Theme, layers: Iterable[ProjectLayer], shapeless: Collection[str] = ()
) -> tuple[ProjectLayer, ...]:
    """Layers a theme shows.

    Parameters
    ----------
    theme : Theme
    layers : iterable of ProjectLayer
        Those of the project, in drawing order.
    shapeless : collection of str
        Ids of layers with rows but without a single geometry; they leave their slot to the next.

    Returns
    -------
    tuple of ProjectLayer
        Layers with the theme's id, the ground of the theme it stands on, and of those with "id?slot:number" the lowest
        number of each slot: of several pictures of the same thing a theme shows the best there is.
    """
    present = tuple(layers)
    best: dict[str, tuple[int, ProjectLayer]] = {}
    for layer in (layer for layer in present if layer.id not in shapeless):
        for slot, rank in _slots(theme.id, layer):
            if slot not in best or rank < best[slot][0]:
                best[slot] = (rank, layer)
    chosen = [layer for _rank, layer in best.values()]
    return tuple(
        layer
        for layer in present
        if theme.id in layer.themes
        or layer in chosen
        or (layer.group in _GROUND and theme.ground_of in layer.themes)
    )


def layers_of(theme: Theme, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> tuple[ProjectLayer, ...]:
    """Layers of a project that a theme shows."""
    shapeless = {layer.id for layer, map_layer in added if map_layer.extent().isNull()}
    return shown_in(theme, [layer for layer, _map_layer in added], shapeless)


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


def themes_of(added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> tuple[Theme, ...]:
    """Themes of a project: those a planner expects, and of the others those that have something to show."""
    return tuple(theme for theme in themes() if not theme.optional or subject_of(theme, added))


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


def _path(node: QgsLayerTreeNode) -> tuple[str, ...]:
    """Names from the top of the tree to a node; those of groups joined are what QGIS calls them in a theme."""
    parts: list[str] = []
    while node.parent() is not None:
        parts.insert(0, node.name())
        node = node.parent()
    return tuple(parts)


def _groups_of(project: QgsProject, layers: Iterable[QgsMapLayer]) -> set[str]:
    """Groups that layers stand in, and those these stand in: a box that stays empty above hides all below.

    By the names in the tree: ours may say more than the table of layers, and the planner may have given others.
    """
    found: set[str] = set()
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        groups = _path(node)[:-1] if node is not None else ()
        found |= {"/".join(groups[:count]) for count in range(1, len(groups) + 1)}
    return found


def rename_group(project: QgsProject, group: QgsLayerTreeGroup, name: str) -> None:
    """Give a group another name, in the planner's own themes too: they know it by its name."""
    old = "/".join(_path(group))
    group.setName(name)
    new = "/".join(_path(group))
    if old == new:
        return
    collection = project.mapThemeCollection()
    for theme in collection.mapThemes():
        record = collection.mapThemeState(theme)
        record.setCheckedGroupNodes(_renamed(record.checkedGroupNodes(), old, new))
        record.setExpandedGroupNodes(_renamed(record.expandedGroupNodes(), old, new))
        collection.update(theme, record)


def _renamed(groups: Collection[str], old: str, new: str) -> set[str]:
    return {
        new + group[len(old) :] if group == old or group.startswith(f"{old}/") else group for group in groups
    }


def add_themes(project: QgsProject, added: Sequence[tuple[ProjectLayer, QgsMapLayer]]) -> None:
    """Write our map themes into a project; others stay."""
    collection = project.mapThemeCollection()
    groups = _groups_of(project, (map_layer for _layer, map_layer in added))
    for theme in themes_of(added):
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
        subject = [map_layer for layer, map_layer in added if layer in shown]
        record.setExpandedGroupNodes(_groups_of(project, subject))
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
