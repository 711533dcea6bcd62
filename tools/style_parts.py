"""Parts from which make_styles.py builds the styles: symbols, renderers, labels, map tips, files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Callable
from uuid import NAMESPACE_URL, uuid5

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFeatureRenderer,
    QgsField,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

from enact_plugin.cartography.fields import code_labels, spoken
from enact_plugin.cartography.originals import ORIGINALS, registered_values
from enact_plugin.reference.columns import Column, ColumnType, columns
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values

STYLES = Path(__file__).resolve().parents[1] / "resources" / "styles"
# what of a layer is its style; aliases, value lists and forms come from columns.csv when a project is made
SAVED = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.MapTips
    | QgsMapLayer.StyleCategory.Temporal
)
FONTS = ["Arial", "Liberation Sans", "DejaVu Sans"]
INK = "#2b2f36"
PAPER = "#ffffff"

_TYPES = {
    ColumnType.TEXT: QMetaType.Type.QString,
    ColumnType.INTEGER: QMetaType.Type.LongLong,
    ColumnType.REAL: QMetaType.Type.Double,
    ColumnType.BOOLEAN: QMetaType.Type.Bool,
    ColumnType.DATE: QMetaType.Type.QDate,
    ColumnType.DATETIME: QMetaType.Type.QDateTime,
}
_GEOMETRIES = {"point": "Point", "line": "MultiLineString", "polygon": "MultiPolygon"}


# ---- layer and file


def empty_layer(table: str, geometry: str) -> QgsVectorLayer:
    """Return a layer without rows that has the columns of a table."""
    layer = QgsVectorLayer(f"{_GEOMETRIES[geometry]}?crs=EPSG:25833", table, "memory")
    layer.dataProvider().addAttributes(
        [QgsField(column.name, _TYPES[column.type]) for column in columns(table)]
    )
    layer.updateFields()
    return layer


def save_style(layer: QgsVectorLayer, name: str, folder: Path = STYLES) -> Path:
    """Write the style of a layer, the same bytes for the same style."""
    document = QDomDocument()
    error = layer.exportNamedStyle(document, QgsReadWriteContext(), SAVED)
    if error:
        raise RuntimeError(f"{name}: {error}")
    root = ET.fromstring(document.toString())
    _forget(root)
    path = folder / f"{name}.qml"
    ET.indent(root, " ")
    text = ET.canonicalize(ET.tostring(root, encoding="unicode"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


def _forget(root: ET.Element) -> None:
    """Drop what differs from run to run or says nothing."""
    root.set("version", "3.40")
    for element in root.iter("layer"):
        element.attrib.pop("id", None)
    for number, element in enumerate(root.iter()):
        if "uuid" in element.attrib:
            element.set("uuid", f"{{{uuid5(NAMESPACE_URL, f'enact/{number}')}}}")
    for parent in root.iter():
        for child in list(parent):
            # no label here has a callout; its symbol stands in one text, in another order each time
            if child.tag == "callout" or _is_empty(child):
                parent.remove(child)


def _is_empty(element: ET.Element) -> bool:
    """Whether an element keeps data-defined properties and has none."""
    if element.tag not in {"data_defined_properties", "dd_properties"}:
        return False
    return not any(option.get("name") == "properties" and len(option) for option in element.iter("Option"))


# ---- symbols


def fill(
    color: str, alpha: int = 255, line: str = "", width: float = 0.1, dash: str = "solid"
) -> QgsFillSymbol:
    """Return a plain fill; without `line` it has no outline."""
    return QgsFillSymbol.createSimple(
        {
            "color": _rgba(color, alpha),
            "style": "solid" if alpha else "no",
            "outline_color": line or color,
            "outline_width": str(width),
            "outline_style": dash if line else "no",
            "joinstyle": "round",
        }
    )


def hatch(
    color: str, angle: float = 45, distance: float = 2.4, width: float = 0.3, line_width: float = 0.5
) -> QgsFillSymbol:
    """Return a hatched fill with an outline."""
    symbol = fill(color, 0, color, line_width)
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(angle)
    pattern.setDistance(distance)
    pattern.setSubSymbol(stroke(color, width))
    symbol.insertSymbolLayer(0, pattern)
    return symbol


def stroke(color: str, width: float, dash: str = "", alpha: int = 255) -> QgsLineSymbol:
    """Return a line; `dash` as "4;2" in millimetres."""
    properties = {
        "line_color": _rgba(color, alpha),
        "line_width": str(width),
        "capstyle": "flat" if dash else "round",
        "joinstyle": "round",
    }
    if dash:
        properties |= {"use_custom_dash": "1", "customdash": dash, "customdash_unit": "MM"}
    return QgsLineSymbol.createSimple(properties)


def top_of(symbol: QgsSymbol) -> QgsSymbolLayer:
    """Return a copy of a symbol's only layer; the symbol lives until it is copied."""
    return symbol.symbolLayer(0).clone()


def cased(color: str, width: float, casing: str, casing_width: float, dash: str = "") -> QgsLineSymbol:
    """Return a line on a wider one."""
    symbol = stroke(casing, width + 2 * casing_width)
    symbol.appendSymbolLayer(top_of(stroke(color, width, dash)))
    return symbol


def marker(
    shape: str, color: str, size: float, line: str = PAPER, width: float = 0.3, dash: str = "solid"
) -> QgsMarkerSymbol:
    """Return a marker of one of QGIS' own shapes, so that no file is needed."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape, "color": color, "size": str(size), "outline_color": line,
            "outline_width": str(width), "outline_style": dash, "joinstyle": "round",
        }
    )  # fmt: skip


def centroid(symbol: QgsMarkerSymbol) -> QgsFillSymbol:
    """Return a fill that draws a marker in the middle of each polygon."""
    layer = QgsCentroidFillSymbolLayer()
    layer.setSubSymbol(symbol)
    layer.setPointOnSurface(True)
    result = QgsFillSymbol()
    result.changeSymbolLayer(0, layer)
    return result


def _rgba(color: str, alpha: int) -> str:
    made = QColor(color)
    return f"{made.red()},{made.green()},{made.blue()},{alpha}"


def dark(color: str, factor: int = 160) -> str:
    """Return a darker shade, for outlines."""
    return QColor(color).darker(factor).name()


# ---- renderers


def categories(
    expression: str, entries: Iterable[tuple[object, QgsSymbol, str]]
) -> QgsCategorizedSymbolRenderer:
    """Return one symbol per value; a list of values shares one."""
    return QgsCategorizedSymbolRenderer(
        expression, [QgsRendererCategory(value, symbol, label) for value, symbol, label in entries]
    )


def classes(
    expression: str,
    name: str,
    make: Callable[[str], QgsSymbol],
    unit: str = "",
    missing: QgsSymbol | None = None,
) -> QgsGraduatedSymbolRenderer:
    """Return one symbol per class of map_classes.csv; `missing` draws what has no figure."""
    ranges = []
    for row in rows("map_classes"):
        if row["list"] == name:
            high = float(row["high"]) if row["high"] else 1e12
            label = f"{row['label_de']} {unit}".strip()
            ranges.append(QgsRendererRange(float(row["low"]), high, make(row["color"]), label))
    if missing is not None:
        ranges.append(QgsRendererRange(-1, -0.5, missing, "ohne Angabe"))
        expression = f"coalesce({expression}, -1)"
    return QgsGraduatedSymbolRenderer(expression, ranges)


def rules(entries: Sequence[tuple[str, QgsSymbol, str, int, int]]) -> QgsRuleBasedRenderer:
    """Return rules of filter, symbol, label, smallest and largest scale denominator (0: no limit)."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.setRuleKey("{ffffffff-0000-4000-8000-000000000000}")
    for number, (filter_, symbol, label, smallest, largest) in enumerate(entries):
        rule = QgsRuleBasedRenderer.Rule(symbol, largest, smallest, filter_, label)
        rule.setRuleKey(f"{{{number:08d}-0000-4000-8000-000000000000}}")
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def listed(name: str) -> list[tuple[str, str, str]]:
    """Code, German label and colour of a list of values."""
    return [(value.code, value.label(), value.color) for value in values(name)]


def color_of(list_: str, code: str) -> str:
    """Colour of a value."""
    return next(value.color for value in values(list_) if value.code == code)


CLUSTER_SIZE = "min(9, 4.2 + 0.9 * ln(@cluster_size))"  # mm


def cluster(
    embedded: QgsCategorizedSymbolRenderer, color: str, ink: str, doubtful: tuple[str, str] = ("", "")
) -> QgsPointClusterRenderer:
    """Return a renderer that draws points closer than 7 mm as one disc with their number.

    Parameters
    ----------
    doubtful : tuple of str
        Colour of the symbols of units whose place is doubtful, and colour of the ring around them. With it the disc
        tells the state of its units: QGIS knows of a group the number and, where all its symbols have the same one,
        the colour. A group of one state takes that colour, a mixed one the topic's and a dashed ring.
    """
    disc = marker("circle", color, 6, dark(color), 0.3)
    disc.setDataDefinedSize(QgsProperty.fromExpression(CLUSTER_SIZE))
    if doubtful[0]:
        _show_state(disc, color, *doubtful)
    number = QgsFontMarkerSymbolLayer("Arial", "2", 3.0, QColor(ink))
    number.setFontStyle("Bold")
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.Character, QgsProperty.fromExpression("to_string(@cluster_size)")
    )
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.Size,
        QgsProperty.fromExpression("if(@cluster_size < 100, 3, if(@cluster_size < 1000, 2.6, 2.2))"),
    )
    if doubtful[0]:
        # the discs of planned and of closed units are pale whatever their topic is
        pale = "coalesce(color_part(@cluster_color, 'lightness') > 80, false)"
        number.setDataDefinedProperty(
            QgsSymbolLayer.Property.FillColor, QgsProperty.fromExpression(f"if({pale}, '{INK}', '{ink}')")
        )
    disc.appendSymbolLayer(number)
    renderer = QgsPointClusterRenderer()
    renderer.setTolerance(7)
    renderer.setToleranceUnit(Qgis.RenderUnit.Millimeters)
    renderer.setEmbeddedRenderer(embedded)
    renderer.setClusterSymbol(disc)
    return renderer


def _show_state(disc: QgsMarkerSymbol, color: str, doubtful: str, ring_color: str) -> None:
    """Let a cluster's disc take the colour of its units, and a ring where they differ or are doubtful."""
    disc.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.FillColor, QgsProperty.fromExpression(f"coalesce(@cluster_color, '{color}')")
    )
    ring = top_of(marker("circle", "0,0,0,0", 8, INK, 0.45))
    is_doubtful = f"color_part(@cluster_color, 'blue') = {QColor(doubtful).blue()}"
    for which, expression in (
        (QgsSymbolLayer.Property.Size, f"2 + {CLUSTER_SIZE}"),
        (QgsSymbolLayer.Property.LayerEnabled, f"@cluster_color IS NULL OR {is_doubtful}"),
        (QgsSymbolLayer.Property.StrokeColor, f"if(@cluster_color IS NULL, '{INK}', '{ring_color}')"),
        (QgsSymbolLayer.Property.StrokeStyle, "if(@cluster_color IS NULL, 'dash', 'solid')"),
    ):
        ring.setDataDefinedProperty(which, QgsProperty.fromExpression(expression))
    disc.appendSymbolLayer(ring)


# ---- labels


def obstacles_only(layer: QgsVectorLayer) -> None:
    """Draw no label, but keep those of other layers off the symbols."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "''"
    settings.isExpression = True
    settings.drawLabels = False
    settings.setFormat(
        text_format(8)
    )  # its own font may not be there, and QGIS would warn of it at each opening
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    obstacles.setFactor(2)
    settings.setObstacleSettings(obstacles)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def text_format(
    size: float, color: str = INK, bold: bool = False, italic: bool = False, buffer: float = 0.8
) -> QgsTextFormat:
    """Return a text format whose font exists on Windows, Linux and macOS."""
    text = QgsTextFormat()
    font = QFont(FONTS[0])
    font.setBold(bold)
    font.setItalic(italic)
    text.setFont(font)
    text.setFamilies(FONTS)
    text.setSize(size)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor(color))
    if buffer:
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(buffer)
        halo.setColor(QColor(255, 255, 255, 220))
        text.setBuffer(halo)
    return text


def label(
    layer: QgsVectorLayer,
    expression: str,
    text: QgsTextFormat,
    smallest: int = 0,
    largest: int = 0,
    placement: Qgis.LabelPlacement | None = None,
    priority: int | str = 5,
) -> QgsPalLayerSettings:
    """Label a layer between two scale denominators; the priority may be an expression."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    if isinstance(priority, str):
        which = QgsPalLayerSettings.Property.Priority
        settings.dataDefinedProperties().setProperty(which, QgsProperty.fromExpression(priority))
    else:
        settings.priority = priority
    if smallest or largest:
        settings.scaleVisibility = True
        settings.minimumScale = smallest
        settings.maximumScale = largest
    if placement is not None:
        settings.placement = placement
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return settings


# ---- map tips


def _text(expression: str) -> str:
    """Return an expression whose result is safe inside HTML: registers hold what people typed."""
    return f"replace(to_string({expression}), map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _value(column: Column) -> str:
    field = f'"{column.name}"'
    if column.values and values(column.values):
        return f"represent_value({field})"
    if column.type is ColumnType.DATE:
        return f"format_date({field}, 'dd.MM.yyyy')"
    if column.type is ColumnType.BOOLEAN:
        return f"if({field}, 'ja', 'nein')"
    if column.type is ColumnType.REAL:
        unit = f" || ' {column.unit}'" if column.unit else ""
        places = f"if(abs({field}) < 10, 2, if(abs({field}) < 100, 1, 0))"
        return f"format_number({field}, {places}, 'de', false, true){unit}"
    if column.type is ColumnType.INTEGER:
        # years carry no thousands mark
        number = f"to_string({field})" if "year" in column.name else f"format_number({field}, 0, 'de')"
        return f"{number} || ' {column.unit}'" if column.unit else number
    return _text(_said(column) or field)


def _said(column: Column) -> str:
    """Expression for what is no plain value; empty for other columns."""
    if (column.layer, column.name) == ORIGINALS:
        return registered_values("; ")
    return spoken(column) if code_labels(column) else ""


def map_tip(layer: QgsVectorLayer, table: str, title: str, names: Sequence[str], subtitle: str = "") -> None:
    """Give a layer a map tip: heading, line below it, and a table of the columns that have a value.

    Parameters
    ----------
    title, subtitle : str
        Expressions.
    names : sequence of str
        Columns.
    """
    by_name = {column.name: column for column in columns(table)}
    lines = "\n".join(
        f"[% if({chr(34)}{name}{chr(34)} IS NULL, '', '<tr><td style=\"color:#5a6270;padding-right:8px\">"
        f"{by_name[name].alias_de.replace(' (JSON)', '')}</td><td>' || {_value(by_name[name])} || '</td></tr>') %]"
        for name in names
    )
    below = f'<div style="color:#5a6270">[% {subtitle} %]</div>\n' if subtitle else ""
    layer.setMapTipTemplate(
        '<div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36">\n'
        f'<b>[% {_text(title)} %]</b>\n{below}<table cellspacing="0">\n{lines}\n</table></div>'
    )
    layer.setMapTipsEnabled(True)


# ---- the list of styles

Draw = Callable[[QgsVectorLayer], None]
STYLE_OF: dict[str, tuple[str, str, Draw]] = {}  # name -> table, geometry, what draws it

INSIDE = Qgis.LabelPlacement.Horizontal
ALONG = Qgis.LabelPlacement.Curved


def style(name: str, table: str, geometry: str) -> Callable[[Draw], Draw]:
    """Register what draws a style."""

    def register(draw: Draw) -> Draw:
        STYLE_OF[name] = (table, geometry, draw)
        return draw

    return register


def single(layer: QgsVectorLayer, symbol: QgsSymbol) -> None:
    """Draw all features alike."""
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def relabel(layer: QgsVectorLayer, settings: QgsPalLayerSettings) -> None:
    """Put changed label settings back; QGIS hands out copies."""
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def edges_below(renderer: QgsFeatureRenderer) -> None:
    """Draw the edges of all lines below all lines, so that sections run into each other without a seam."""
    renderer.setUsingSymbolLevels(True)
    for symbol in renderer.symbols(QgsRenderContext()):
        for number in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(number).setRenderingPass(number)
