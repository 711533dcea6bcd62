"""Which layers a project shows: a table, so that a new topic is a row and a style."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from ..reference.columns import columns
from ..reference.kinds import LayerKind, layer_kinds
from ..reference.tables import rows

BASE_GROUP = "Grundkarte"
# QGIS gives a layer another id at reading when it is not longer than ten characters
ID_PREFIX = "enact_layer_"


@dataclass(frozen=True)
class ProjectLayer:
    """A layer of the project: one row of project_layers.csv, or one made from layer_kinds.csv.

    Attributes
    ----------
    id : str
        Stays the same across releases; themes, layouts and the planner's own work refer to it.
    group, title : str
        As the layer tree shows them; "Statistik/Zensus" is a group within a group.
    table : str
        Layer of the workspace.
    subset : str
        Filter; a layer whose filter finds nothing is left out.
    style : str
        Name of the QML in resources/styles and of the style in the workspace.
    themes : tuple of str
        Ids of the map themes that show it; "heat?area:2" means that of all layers with "heat?area" only the one with
        the lowest number is shown.
    smallest_scale, largest_scale : int
        Denominators between which it is drawn; 0 for no limit.
    display : str
        Expression that names a feature; empty for the column `name` or the first column.
    expanded : bool
        Whether its legend is open in the tree.
    """

    id: str
    group: str
    title: str
    table: str
    subset: str = ""
    style: str = ""
    themes: tuple[str, ...] = ()
    smallest_scale: int = 0
    largest_scale: int = 0
    display: str = ""
    expanded: bool = False


@dataclass(frozen=True)
class Theme:
    """A map theme: one row of map_themes.csv.

    Attributes
    ----------
    id, title : str
    note : str
        Code of the text that every map of this theme carries; empty when none.
    needs : tuple of str
        Tables of which one must be there for the theme to make sense at opening.
    optional : bool
        Made only where there is something to show; not missed otherwise.
    ground_of : str
        Theme whose ground (boundary, streets, buildings) lies below this one too; empty for its own.
    papers : tuple of str
        Print layouts it has, by the name of their template.
    """

    id: str
    title: str
    note: str
    needs: tuple[str, ...]
    optional: bool = False
    ground_of: str = ""
    papers: tuple[str, ...] = ()


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


@cache
def themes() -> tuple[Theme, ...]:
    """Map themes in their order."""
    return tuple(
        Theme(
            id=row["id"],
            title=row["title_de"],
            note=row["note"],
            needs=_split(row["needs"]),
            optional=row["optional"] == "yes",
            ground_of=row["ground_of"],
            papers=_split(row["papers"]),
        )
        for row in rows("map_themes")
    )


@cache
def described_layers() -> tuple[ProjectLayer, ...]:
    """Rows of project_layers.csv."""
    return tuple(
        ProjectLayer(
            id=row["id"],
            group=row["group_de"],
            title=row["title_de"],
            table=row["layer"],
            subset=row["subset"],
            style=row["style"],
            themes=_split(row["themes"]),
            smallest_scale=int(row["smallest_scale"] or 0),
            largest_scale=int(row["largest_scale"] or 0),
            display=row["display"],
            expanded=row["expanded"] == "yes",
        )
        for row in rows("project_layers")
    )


def known_layers() -> tuple[ProjectLayer, ...]:
    """All layers a project can show, in drawing order."""
    return with_other_kinds(described_layers(), layer_kinds())


def with_other_kinds(
    described: Collection[ProjectLayer], kinds: Collection[LayerKind]
) -> tuple[ProjectLayer, ...]:
    """Add the kinds of layer that project_layers.csv says nothing about.

    Each is shown once, with the title, group and style of its row in layer_kinds.csv: points and lines on top of their
    group, areas and tables at its bottom, a new group in front of the base map.
    """
    tables = {layer.table for layer in described}
    by_group: dict[str, list[ProjectLayer]] = {}
    for layer in described:
        by_group.setdefault(layer.group, []).append(layer)
    for kind in kinds:
        if kind.layer in tables or not (kind.style or kind.geometry == "none"):
            continue
        tables.add(kind.layer)
        layer = ProjectLayer(kind.layer, kind.group_de, kind.title_de, kind.layer, style=kind.style)
        group = by_group.setdefault(kind.group_de, [])
        group.insert(len(group) if kind.geometry in ("polygon", "none") else 0, layer)
    base = by_group.pop(BASE_GROUP, [])
    return (*(layer for group in by_group.values() for layer in group), *base)


def project_layers(tables: Collection[str]) -> tuple[ProjectLayer, ...]:
    """Layers a project shows, given the tables the workspace holds.

    Parameters
    ----------
    tables : collection of str

    Returns
    -------
    tuple of ProjectLayer
        In drawing order, topmost first.
    """
    return tuple(layer for layer in known_layers() if layer.table in tables)


def groups_in_order(layers: Collection[ProjectLayer]) -> tuple[str, ...]:
    """Names of the groups, topmost first."""
    return tuple(dict.fromkeys(layer.group for layer in layers))


@cache
def group_ranks() -> dict[str, int]:
    """Place in the drawing order of each group a project can have, topmost 0; an outer group as its first inner one."""
    paths = dict.fromkeys(
        "/".join(parts[:depth])
        for parts in (name.split("/") for name in groups_in_order(known_layers()))
        for depth in range(1, len(parts) + 1)
    )
    return {path: rank for rank, path in enumerate(paths)}


def display_expression(layer: ProjectLayer) -> str:
    """Return the expression that names a feature of the layer."""
    if layer.display:
        return layer.display
    names = [column.name for column in columns(layer.table)]
    if not names:
        return ""
    return f'coalesce("name", "{names[0]}")' if "name" in names else f'"{names[0]}"'
