"""What the maps cannot show: said in the project, on the map window, in the tree, in legends and on printed maps.

The figures of existing plants are read from the sums of the municipality, so that map, label and log never name two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument

from ..reference.columns import columns
from ..reference.values import values
from .fonts import present_font
from .layer_tree import ID_PREFIX
from .texts import map_text, number, power

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsLayerTree, QgsMapLayer, QgsProject

    from ..layers.workspace import Workspace
    from .layer_tree import ProjectLayer

STORAGE, ALL = "storage", "all"
SUMS = "plants_by_area"
# tables of points that stand for units of the register, each of which may have none
OF_UNITS = ("plants", "gas_plants", "plant_findings", "plant_changes")
LEGEND_TITLE = "legend/title-label"  # QGIS' own name
SHARE_BREAK = " · "  # before the share of a layer; narrow legends break the line there
_DECORATION = "CopyrightLabel"  # QGIS' own name of the text in a corner of the map window
_OURS, _OF_CHECKS = "@enact_unlocated_short", "@enact_unlocated_checks"
CHECKS = ("plant_findings", "plant_changes")
_BOTTOM_LEFT = 0


@dataclass
class Sums:
    """Units and net power of existing units, all and those without a place."""

    units: int = 0
    unlocated_units: int = 0
    kw: float = 0.0
    unlocated_kw: float = 0.0

    def add(self, other: Sums) -> None:
        """Count other units too."""
        self.units += other.units
        self.unlocated_units += other.unlocated_units
        self.kw += other.kw
        self.unlocated_kw += other.unlocated_kw

    def values(self) -> dict[str, str]:
        """What the texts name."""
        return {
            "units": number(self.unlocated_units),
            "units_all": number(self.units),
            "kw": power(self.unlocated_kw),
            "kw_all": power(self.kw),
        }


def sums_of(workspace: Workspace) -> dict[str, Sums]:
    """Sums of the municipality by carrier, and of all generation as ``all``; empty without the layer of sums."""
    if SUMS not in workspace.layers():
        return {}
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(workspace.uri(SUMS), "sums", "ogr", options)
    request = QgsFeatureRequest().setFilterExpression("area_kind = 'municipality'")
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    found: dict[str, Sums] = {}
    for row in layer.getFeatures(request):
        found.setdefault(str(row["carrier"]), Sums()).add(_sums(row))
    return found


def _sums(row: QgsFeature) -> Sums:
    return Sums(
        int(row["units"] or 0),
        int(row["unlocated_units"] or 0),
        float(row["net_kw"] or 0),
        float(row["unlocated_kw"] or 0),
    )


def unlocated_note(workspace: Workspace) -> str:
    """Say how many units and how much power the map cannot show at a point; storage apart, never added."""
    sums = sums_of(workspace)
    generation, storage, whole = _whole(sums)
    if not whole.units:
        return ""
    if not whole.unlocated_units:
        return map_text("all_located", units_all=number(whole.units))
    return map_text(
        "unlocated",
        units=number(whole.unlocated_units),
        units_all=number(whole.units),
        generation=map_text("unlocated_generation", **generation.values()),
        storage=map_text("unlocated_storage", **storage.values()) if storage.units else "",
    )


def short_note(workspace: Workspace) -> str:
    """The same in two short lines, for the corner of the map window; empty where every unit has a place."""
    generation, _storage, whole = _whole(sums_of(workspace))
    if not whole.unlocated_units:
        return ""
    power_of = generation.values()
    return map_text(
        "unlocated_short", **{**whole.values(), "kw": power_of["kw"], "kw_all": power_of["kw_all"]}
    )


def _whole(sums: dict[str, Sums]) -> tuple[Sums, Sums, Sums]:
    """Generation, storage, and the units of both; their power is never added."""
    generation, storage = sums.get(ALL, Sums()), sums.get(STORAGE, Sums())
    whole = Sums(generation.units + storage.units, generation.unlocated_units + storage.unlocated_units)
    return generation, storage, whole


def whole_share(sums: dict[str, Sums]) -> tuple[int, int]:
    """Units of the municipality without a place, and all of them; storage among both."""
    whole = _whole(sums)[2]
    return whole.unlocated_units, whole.units


def unlocated_in(layer: ProjectLayer, shown: QgsVectorLayer, sums: dict[str, Sums]) -> tuple[int, int] | None:
    """How many units of a layer have no place, and how many there are.

    Parameters
    ----------
    layer : ProjectLayer
    shown : QgsVectorLayer
        The layer as opened.
    sums : dict
        As `sums_of` returns them.

    Returns
    -------
    tuple of int, or None
        Of the plants of one topic those that exist, as in the sums; of any other table of units its rows. None for
        layers that are not of units, or whose sums are not there.
    """
    if layer.table not in OF_UNITS:
        return None
    carriers = tuple(_carriers_of(layer)) if layer.table == "plants" else ()
    if not carriers:
        return _counted(shown)
    total = Sums()
    for carrier in carriers:
        total.add(sums.get(carrier, Sums()))
    return (total.unlocated_units, total.units) if total.units else None


def _carriers_of(layer: ProjectLayer) -> Iterator[str]:
    """Carriers a layer's filter asks for; none where it asks for something else."""
    expression = QgsExpression(layer.subset)
    if expression.referencedColumns() != {"carrier"}:
        return
    fields = QgsFields()
    fields.append(QgsField("carrier", QMetaType.Type.QString))
    for value in values(next(column.values for column in columns("plants") if column.name == "carrier")):
        unit = QgsFeature(fields)
        unit["carrier"] = value.code
        context = QgsExpressionContext()
        context.setFeature(unit)
        if expression.evaluate(context):
            yield value.code


def _counted(shown: QgsVectorLayer) -> tuple[int, int]:
    request = QgsFeatureRequest().setNoAttributes()
    without = [row.geometry().isEmpty() for row in shown.getFeatures(request)]
    return sum(without), len(without)


# ---- where it is said


def title_with_share(title: str, share: tuple[int, int] | None) -> str:
    """Title of a layer or group with the share that is not on the map; the title alone where all of it is."""
    if share is None or not share[0]:
        return title
    return map_text("legend_unlocated", title=title, units=number(share[0]), units_all=number(share[1]))


def name_shares(
    root: QgsLayerTree, added: Sequence[tuple[ProjectLayer, QgsMapLayer]], sums: dict[str, Sums]
) -> None:
    """Let the legends of printed maps say of each layer of units how many are not on the map."""
    for layer, shown in added:
        node = root.findLayer(shown.id())
        share = unlocated_in(layer, shown, sums) if isinstance(shown, QgsVectorLayer) else None
        if node is not None and share is not None and share[0]:
            shown_share = map_text("legend_share", units=number(share[0]), units_all=number(share[1]))
            node.setCustomProperty(LEGEND_TITLE, f"{layer.title}{SHARE_BREAK}{shown_share}")


def say_in_map_window(project: QgsProject) -> None:
    """Print the short notes into a corner of the map window while plants, findings or changes are shown there.

    It is the text decoration of QGIS, which the planner may change or switch off; then it stays as it is.
    """
    present, _found = project.readEntry(_DECORATION, "/Label")
    if present and _OURS not in present:
        return
    if not present:
        project.writeEntry(_DECORATION, "/Enabled", True)
        project.writeEntry(_DECORATION, "/Placement", _BOTTOM_LEFT)
        project.writeEntry(_DECORATION, "/MarginH", 2)
        project.writeEntry(_DECORATION, "/MarginV", 2)
        project.writeEntry(_DECORATION, "/Font", _font())
    plants, checks = (
        f"array_length(array_filter(@map_layer_ids, {test})) > 0"
        for test in (
            f"@element LIKE '{ID_PREFIX}plants_%'",
            " OR ".join(f"@element = '{ID_PREFIX}{layer}'" for layer in CHECKS),
        )
    )
    said = f"if({plants}, {_OURS}, '') || '\\n' || if({checks}, {_OF_CHECKS}, '')"
    project.writeEntry(_DECORATION, "/Label", f"[% trim({said}) %]")


def _font() -> str:
    """Text format of the corner, as QGIS keeps it: a font that is there, with a halo over the map."""
    text = QgsTextFormat()
    text.setFont(QFont(present_font()))
    text.setSize(9)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text.setBuffer(halo)
    document = QDomDocument()
    document.appendChild(text.writeXml(document, QgsReadWriteContext()))
    return document.toString(-1)


def theme_note(shown: Iterable[tuple[ProjectLayer, QgsMapLayer]]) -> str:
    """Name, layer by layer, what of a theme is not on its map; plants by carrier have a note of their own."""
    parts = []
    for layer, opened in shown:
        share = unlocated_in(layer, opened, {}) if isinstance(opened, QgsVectorLayer) else None
        if share is not None and share[0]:
            parts.append(
                map_text(
                    "unlocated_part", title=layer.title, units=number(share[0]), units_all=number(share[1])
                )
            )
    return map_text("unlocated_parts", parts="; ".join(parts)) if parts else ""


def outside_note(shown: Iterable[tuple[ProjectLayer, QgsMapLayer]], extent: QgsRectangle) -> str:
    """Name, layer by layer, how many units have a place that a map does not reach: a wrong one, mostly.

    Parameters
    ----------
    shown : iterable of (ProjectLayer, QgsMapLayer)
    extent : QgsRectangle
        Of the map, in the layers' CRS.
    """
    counts = [
        (layer.title, _outside(opened, extent))
        for layer, opened in shown
        if layer.table in OF_UNITS and isinstance(opened, QgsVectorLayer)
    ]
    parts = [map_text("outside_part", title=title, units=number(count)) for title, count in counts if count]
    return map_text("outside_parts", parts="; ".join(parts)) if parts else ""


def checks_note(added: Iterable[tuple[ProjectLayer, QgsMapLayer]], extent: QgsRectangle) -> str:
    """Say of findings and changes what the map window, as it opens, does not show; empty where it shows all."""
    checks = [(layer, opened) for layer, opened in added if layer.table in CHECKS]
    return " ".join(note for note in (theme_note(checks), outside_note(checks, extent)) if note)


def _outside(layer: QgsVectorLayer, extent: QgsRectangle) -> int:
    if layer.extent().isNull() or extent.contains(layer.extent()):
        return 0
    points = (row.geometry() for row in layer.getFeatures(QgsFeatureRequest().setNoAttributes()))
    return sum(not point.isEmpty() and not point.boundingBoxIntersects(extent) for point in points)
