"""Write the layout templates in resources/layouts.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tools/make_layouts.py [folder]

Items whose id starts with "plants:", "stock:", "heat:" or "checks:" are for that theme's layouts only. A template
changed by hand in QGIS is just as good.
"""

from __future__ import annotations

import base64
import os
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402

from enact_plugin.cartography.layouts import LEGEND_ITEM, MAP_ITEM  # noqa: E402
from enact_plugin.cartography.unlocated import SHARE_BREAK  # noqa: E402
from tools.style_parts import INK, PAPER, fill, stroke, text_format  # noqa: E402
from tools.styles_register import MIXED  # noqa: E402

LAYOUTS = ROOT / "resources" / "layouts"
MM = Qgis.LayoutUnit.Millimeters
GREY = "#5a6270"
LIGHT = "#f2f2f2"
TITLE = "[% @enact_theme %]"
# a municipality whose name nobody gave is called by its key
PLACE = (
    "[% if(@enact_municipality = @enact_ags, '', @enact_municipality || ' · ') %]"
    "[% if(@enact_ags <> '', 'AGS ' || @enact_ags, '') %]"
)
STATE = (
    "[% if(@enact_theme_state <> '', 'Stand der Daten: ' || @enact_theme_state || '\n', '') %]"
    "Erstellt am [% format_date(now(), 'dd.MM.yyyy') %] mit EnAct und QGIS"
)
CREDITS = "[% if(@enact_theme_attribution <> '', 'Datenquellen: ' || @enact_theme_attribution, '') %]"
SCALE = "Maßstab 1:[% format_number(round(item_variables('Karte')['map_scale'], -2), 0, 'de') %]"
UNLOCATED = "[% @enact_unlocated || if(@enact_theme_note <> '', ' ' || @enact_theme_note, '') %]"
# the sizes that the plants' styles give to these powers
# of a theme: heading, then colour of the disc, whether it has a ring, what it says
CLUSTERS = {
    "plants": (
        "Kreis mit Zahl: mehrere Anlagen beieinander",
        (
            (
                "eines Zustands", LIGHT, False,
                "Farbe der Energie: alle in Betrieb; weiß: alle in Planung; grau: alle stillgelegt",
            ),
            ("gemischt", LIGHT, True, "gestrichelter Ring: nicht alle in Betrieb, oder einige zu prüfen"),
        ),
    ),
    "checks": (
        "Kreis mit Zahl: mehrere an einem Ort",
        (
            ("gleich", LIGHT, False, "Farbe wie in der Legende: alle von dieser Art; weiß: alle geprüft"),
            ("gemischt", MIXED, False, "dunkelgrau: von verschiedener Art, einige können offen sein"),
        ),
    ),
}  # fmt: skip
SIZES = (("100 kW", 2.4), ("1 MW", 5.0), ("10 MW", 13.2))


def _place(item: QgsLayoutItem, id_: str, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    item.setId(id_)
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))


def _label(
    layout: QgsPrintLayout,
    id_: str,
    text: str,
    box: tuple[float, float, float, float],
    size: float,
    bold: bool = False,
    color: str = INK,
) -> QgsLayoutItemLabel:
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    item.setTextFormat(text_format(size, color, bold, buffer=0))
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    _place(item, id_, box)
    return item


def _map(layout: QgsPrintLayout, box: tuple[float, float, float, float]) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    _place(item, MAP_ITEM, box)
    item.setCrs(QgsCoordinateReferenceSystem())
    item.setExtent(QgsRectangle(0, 0, box[2] * 100, box[3] * 100))
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3, MM))
    item.setFrameStrokeColor(QColor(INK))
    item.setBackgroundColor(QColor("#fbfaf7"))
    return item


@dataclass(frozen=True)
class LegendLook:
    """How a legend is set.

    Attributes
    ----------
    columns : int
    heading, text : float
        Font sizes [pt].
    indent, symbol, gap : float
        Of what stands under a heading, width of its symbol, between columns [mm].
    wrap : str
        Where a text is broken.
    split : bool
        Whether the classes of one layer may go on in the next column.
    """

    columns: int
    heading: float = 8.5
    text: float = 8
    indent: float = 4
    symbol: float = 5
    gap: float = 4
    wrap: str = "|"
    split: bool = False


# three columns of the longest names we give fit side by side; a share without place takes a line of its own
NARROW = LegendLook(columns=3, heading=7.5, text=7, indent=2.5, symbol=4.5, gap=3, wrap=SHARE_BREAK)


def _legend(
    layout: QgsPrintLayout,
    map_item: QgsLayoutItemMap,
    box: tuple[float, float, float, float],
    look: LegendLook,
) -> None:
    item = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(item)
    item.setLinkedMap(map_item)
    item.setTitle("")
    item.setBackgroundEnabled(False)
    item.setBoxSpace(0)
    item.setResizeToContents(True)
    item.setColumnCount(look.columns)
    item.setSplitLayer(look.split)
    item.setEqualColumnWidth(False)
    item.setColumnSpace(look.gap)
    item.setSymbolWidth(look.symbol)
    item.setSymbolHeight(3)
    item.setMaximumSymbolSize(5)
    item.setWrapString(look.wrap)
    styles = QgsLegendStyle.Style
    for component, size, bold, above in (
        (styles.Group, look.heading + 1, True, 2.5),
        (styles.Subgroup, look.heading, True, 1.8),
        (styles.SymbolLabel, look.text, False, 0.8),
    ):
        style = item.style(component)
        style.setTextFormat(text_format(size, INK, bold, buffer=0))
        style.setMargin(QgsLegendStyle.Side.Top, above)
        if component == styles.Subgroup:
            # what stands under a heading is set back, so that a layer without classes is not taken for one of them
            style.setIndent(look.indent)
        item.setStyle(component, style)
    symbol = item.style(styles.Symbol)
    symbol.setMargin(QgsLegendStyle.Side.Top, 0.8)
    item.setStyle(styles.Symbol, symbol)
    _place(item, LEGEND_ITEM, box)


def _scale_bar(
    layout: QgsPrintLayout, map_item: QgsLayoutItemMap, box: tuple[float, float, float, float]
) -> None:
    item = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(item)
    item.setStyle("Single Box")
    item.setLinkedMap(map_item)
    item.setUnits(Qgis.DistanceUnit.Meters)
    item.setUnitLabel("m")
    item.setSegmentSizeMode(Qgis.ScaleBarSegmentSizeMode.FitWidth)
    item.setMinimumBarWidth(box[2] * 0.5)
    item.setMaximumBarWidth(box[2] * 0.85)
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setHeight(2)
    # its mark would be that of the planner's language or of none
    plain = QgsBasicNumericFormat()
    plain.setShowThousandsSeparator(False)
    item.setNumericFormat(plain)
    item.setTextFormat(text_format(8, buffer=0))
    item.setFillSymbol(fill(INK))
    item.setAlternateFillSymbol(fill("#ffffff"))
    item.setLineSymbol(stroke(INK, 0.25))
    _place(item, "Maßstabsleiste", box)


def _north(
    layout: QgsPrintLayout, map_item: QgsLayoutItemMap, box: tuple[float, float, float, float]
) -> None:
    item = QgsLayoutItemPicture(layout)
    layout.addLayoutItem(item)
    svg = (ROOT / "resources" / "icons" / "north_arrow.svg").read_bytes()
    # inside the template, so that no file of this plugin is needed to print
    item.setPicturePath("base64:" + base64.b64encode(svg).decode())
    item.setLinkedMap(map_item)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
    _place(item, "Nordpfeil", box)


def _disc(
    layout: QgsPrintLayout,
    id_: str,
    box: tuple[float, float, float],
    dash: str = "solid",
    color: str = "#ffffff",
) -> None:
    x, y, size = box
    disc = QgsLayoutItemShape(layout)
    disc.setShapeType(QgsLayoutItemShape.Shape.Ellipse)
    disc.setSymbol(fill(color, 255, INK, 0.3 if dash == "solid" else 0.45, dash))
    layout.addLayoutItem(disc)
    _place(disc, id_, (x, y, size, size))


def _sizes(layout: QgsPrintLayout, x: float, y: float) -> None:
    """Say what the size of a plant's symbol means."""
    _label(layout, "plants:Größe", "Symbolgröße: Nettonennleistung", (x, y, 60, 4), 8, True)
    left, largest = x, max(size for _text, size in SIZES)
    for text, size in SIZES:
        _disc(layout, f"plants:Kreis {text}", (left, y + 4.5 + (largest - size) / 2, size))
        label = _label(
            layout, f"plants:Wert {text}", text, (left + size + 1.5, y + 4.5 + largest / 2 - 2, 14, 4), 8
        )
        label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
        left += size + 16


def _clusters(layout: QgsPrintLayout, theme: str, x: float, y: float, width: float) -> None:
    """Say what the discs with a number are."""
    heading, rows = CLUSTERS[theme]
    _label(layout, f"{theme}:Gruppen", heading, (x, y, width, 4), 8, True)
    for row, (id_, color, ring, text) in enumerate(rows):
        top = y + 4.6 + row * 7.2
        if ring:
            _disc(layout, f"{theme}:Ring {id_}", (x, top, 6.6), "dash")
        _disc(layout, f"{theme}:Gruppe {id_}", (x + 1, top + 1, 4.6), color=color)
        ink = PAPER if color == MIXED else INK
        number = _label(
            layout, f"{theme}:Zahl {id_}", "5", (x + 1, top + 1, 4.6, 4.6), 7, True, ink
        )  # fmt: skip
        number.setHAlign(Qt.AlignmentFlag.AlignHCenter)
        number.setVAlign(Qt.AlignmentFlag.AlignVCenter)
        label = _label(layout, f"{theme}:Erklärung {id_}", text, (x + 8.5, top, width - 8.5, 6.6), 7.5)
        label.setVAlign(Qt.AlignmentFlag.AlignVCenter)


def a3_landscape(layout: QgsPrintLayout) -> None:
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Orientation.Landscape)
    right, width = 318, 92
    _label(layout, "Titel", TITLE, (10, 9, 300, 11), 24, True)
    _label(layout, "Ort", PLACE, (10, 20, 300, 6), 12, color=GREY)
    map_item = _map(layout, (10, 28, 302, 251))
    _legend(layout, map_item, (right, 26, width, 166), LegendLook(columns=1))
    _clusters(layout, "plants", right, 197, width)
    _clusters(layout, "checks", right, 215, width)
    _sizes(layout, right, 218)
    _label(layout, "plants:Ohne Lage", UNLOCATED, (right, 239, width, 17), 7.5)
    _label(layout, "heat:Hinweis", "[% @enact_theme_note %]", (right, 239, width, 17), 7.5)
    _label(layout, "checks:Hinweis", "[% @enact_theme_note %]", (right, 239, width, 17), 7.5)
    _scale_bar(layout, map_item, (right, 258, 66, 12))
    _label(
        layout,
        "Maßstab",
        "Maßstab 1:[% format_number(round(item_variables('Karte')['map_scale'], -2), 0, 'de') %]",
        (right, 272, 66, 4),
        8,
    )
    _north(layout, map_item, (right + 76, 256, 14, 21))
    _label(layout, "Quellen", CREDITS, (10, 281, 302, 8), 6.5, color=GREY)
    _label(layout, "Stand", STATE, (right, 279, width, 12), 6.5, color=GREY)


def a4_portrait(layout: QgsPrintLayout) -> None:
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    _label(layout, "Titel", TITLE, (10, 8, 190, 9), 19, True)
    _label(layout, "Ort", PLACE, (10, 17, 190, 5), 10, color=GREY)
    map_item = _map(layout, (10, 24, 190, 145))
    _legend(layout, map_item, (10, 172, 190, 69), NARROW)
    _scale_bar(layout, map_item, (10, 266, 60, 10))
    _label(layout, "Maßstab", SCALE, (10, 276, 60, 4), 7.5)
    _north(layout, map_item, (72, 263, 11, 16))
    _clusters(layout, "plants", 10, 242, 74)
    _clusters(layout, "checks", 10, 242, 74)
    _sizes(layout, 90, 249)
    _label(layout, "plants:Ohne Lage", UNLOCATED, (90, 267, 110, 14), 7)
    _label(layout, "heat:Hinweis", "[% @enact_theme_note %]", (90, 264, 110, 15), 7)
    _label(layout, "checks:Hinweis", "[% @enact_theme_note %]", (90, 264, 110, 15), 7)
    _label(layout, "Quellen", CREDITS, (10, 281, 100, 11), 6, color=GREY)
    _label(layout, "Stand", STATE, (114, 281, 86, 11), 6, color=GREY)


def a4_topic(layout: QgsPrintLayout) -> None:
    """One topic on a page: few classes, so the map takes the room."""
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    _label(layout, "Titel", TITLE, (10, 8, 190, 9), 19, True)
    _label(layout, "Ort", PLACE, (10, 17, 190, 5), 10, color=GREY)
    map_item = _map(layout, (10, 24, 190, 192))
    _legend(layout, map_item, (10, 219, 190, 40), replace(NARROW, columns=2, split=True))
    _scale_bar(layout, map_item, (10, 266, 60, 10))
    _label(layout, "Maßstab", SCALE, (10, 276, 60, 4), 7.5)
    _north(layout, map_item, (72, 263, 11, 16))
    _label(layout, "Hinweis", "[% @enact_theme_note %]", (90, 262, 110, 18), 7)
    _label(layout, "Quellen", CREDITS, (10, 281, 100, 11), 6, color=GREY)
    _label(layout, "Stand", STATE, (114, 281, 86, 11), 6, color=GREY)


def _figure(column: str, places: int, unit: str) -> str:
    """A figure of the project, or a dash."""
    return f"[% coalesce(format_number(\"{column}\", {places}, 'de') || '{unit}', '–') %]"


def a4_project(layout: QgsPrintLayout) -> None:
    """Fact sheet of a project: printed as an atlas over the projects."""
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    _label(layout, "Titel", '[% "name" %]', (10, 8, 190, 9), 19, True)
    _label(
        layout, "Ort",
        "Steckbrief Wärmenetzprojekt · " + PLACE + "\nStand: [% represent_value(\"stage\") %]"
        "[% coalesce(' seit ' || format_date(\"stage_since\", 'dd.MM.yyyy'), '') %]"
        "[% coalesce(' · zuständig: ' || \"office\", '') %]",
        (10, 17, 190, 10), 9.5, color=GREY,
    )  # fmt: skip
    map_item = _map(layout, (10, 29, 118, 112))
    figures = (
        ("Variante", "[% coalesce(\"variant\", '–') %]"),
        ("Angeschlossene Gebäude", _figure("customers", 0, "")),
        ("Wärmeabsatz", _figure("heat_mwh_a", 0, " MWh/a")),
        ("Trasse ohne Hausanschlüsse", _figure("route_m", 0, " m")),
        ("Wärmeliniendichte", _figure("line_density_kwh_m", 0, " kWh/(m·a)")),
        ("Spitzenleistung", _figure("peak_kw", 0, " kW")),
        ("Erneuerbare und Abwärme", _figure("clean_percent", 1, " %")),
        ("Treibhausgase", _figure("emissions_t_a", 0, " t CO₂e/a")),
        ("Investition vor Förderung", _figure("investment_eur / 1e6", 1, " Mio. EUR").replace(
            '"investment_eur / 1e6"', '"investment_eur" / 1e6')),
        ("Wärmegestehungskosten", _figure("network_ct_kwh", 1, " ct/kWh")),
        ("  Spanne (90 %)", "[% coalesce(format_number(\"low_ct_kwh\", 1, 'de') || ' bis ' || "
                            "format_number(\"high_ct_kwh\", 1, 'de') || ' ct/kWh', '–') %]"),
        ("Günstigste eigene Heizung", _figure("alone_ct_kwh", 1, " ct/kWh")),
        ("Anschlussinteresse", "[% coalesce(format_number(\"interested\", 0, 'de') || ' Gebäude' || "
                               "coalesce(' (' || format_number(\"interested_percent\", 0, 'de') || ' %)', ''), "
                               "'–') %]"),
    )  # fmt: skip
    _label(layout, "Kennzahlen", "Kennzahlen", (132, 29, 68, 5), 10, True)
    for row, (name, value) in enumerate(figures):
        top = 35.5 + 5.2 * row
        _label(layout, f"Name {row}", name, (132, top, 40, 5), 7.5, color=GREY)
        item = _label(layout, f"Wert {row}", value, (168, top, 32, 5), 7.5, True)
        item.setHAlign(Qt.AlignmentFlag.AlignRight)
    _label(layout, "Nächste Schritte", "Nächste Schritte", (132, 105, 68, 5), 10, True)
    _label(
        layout,
        "Aufgaben",
        "[% coalesce(\"next_step\" || '\n', '') %][% @enact_project_steps %]",
        (132, 111, 68, 30),
        7.5,
    )
    _scale_bar(layout, map_item, (148, 163, 52, 10))
    _legend(layout, map_item, (10, 143, 134, 22), replace(NARROW, columns=3, split=True))
    _label(layout, "Zeitplan Titel", "Zeitplan", (10, 167, 100, 5), 10, True)
    picture = QgsLayoutItemPicture(layout)
    layout.addLayoutItem(picture)
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    path = QgsProperty.fromExpression("@enact_project_pictures || '/' || \"project_id\" || '.png'")
    picture.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.PictureSource, path)
    _place(picture, "Zeitplan", (10, 173, 190, 88))
    _label(
        layout, "Annahmen",
        "Kennzahlen der Variante[% coalesce(' vom ' || format_date(\"indicators_date\", 'dd.MM.yyyy'), '') %]: "
        "Vorschlag für erste "
        "Untersuchungen, keine Planung; Kosten ohne Umsatzsteuer. Alle Annahmen und Quellen stehen in den "
        "Tabellen Varianten, "
        "Auslegung, Erzeugung und Wärmegestehungskosten des Arbeitsbereichs. Ein Wärmeplan hat keine "
        "Außenwirkung (WPG § 23 Abs. 4). "
        "Nur für den Dienstgebrauch: Die Karte zeigt einzelne Gebäude.",
        (10, 264, 190, 14), 7,
    )  # fmt: skip
    _label(layout, "Quellen", CREDITS, (10, 281, 100, 11), 6, color=GREY)
    _label(layout, "Stand", STATE, (114, 281, 86, 11), 6, color=GREY)


def save(layout: QgsPrintLayout, path: Path) -> None:
    """Write a template; ids that QGIS draws at random become fixed ones."""
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    root = ET.fromstring(document.toString())
    fixed: dict[str, str] = {}
    for element in root.iter():
        for name in ("uuid", "templateUuid", "id"):
            value = element.get(name, "")
            if value.startswith("{") and value not in fixed:
                fixed[value] = f"{{{uuid5(NAMESPACE_URL, f'enact/{path.name}/{len(fixed)}')}}}"
    ET.indent(root, " ")
    text = ET.canonicalize(ET.tostring(root, encoding="unicode"))
    for random_, constant in fixed.items():
        text = text.replace(random_, constant)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def main(folder: Path) -> None:
    """Write every template."""
    for draw in (a3_landscape, a4_portrait, a4_topic, a4_project):
        project = QgsProject()
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        layout.setName(draw.__name__)
        draw(layout)
        save(layout, folder / f"{draw.__name__}.qpt")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else LAYOUTS)
    application.exitQgis()
