"""Styles of the register's plants."""

from __future__ import annotations

from qgis.core import Qgis, QgsProperty, QgsSymbolLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from enact_plugin.reference.columns import columns
from enact_plugin.reference.values import values
from tools.style_parts import (
    INK,
    INSIDE,
    PAPER,
    Draw,
    categories,
    cluster,
    color_of,
    dark,
    fill,
    hatch,
    label,
    map_tip,
    marker,
    obstacles_only,
    relabel,
    rules,
    style,
    text_format,
    top_of,
)

# topic: leading carrier whose colour the topic has, shape, ink of the number in a cluster
TOPICS = {
    "pv": ("solar", "circle", INK),
    "wind": ("wind", "triangle", PAPER),
    "biomass": ("biomass", "diamond", PAPER),
    "combustion": ("natural_gas", "square", PAPER),
    "water": ("water", "pentagon", INK),
    "storage": ("storage", "hexagon", PAPER),
    "other": ("geothermal", "octagon", PAPER),
}
TOPIC_LABELS = {
    "pv": "Photovoltaik",
    "wind": "Windenergie",
    "biomass": "Biomasse und Klärschlamm",
    "combustion": "KWK und Verbrennung",
    "water": "Wasserkraft",
    "storage": "Stromspeicher",
    "other": "Sonstige Anlagen",
}
# area grows with power: 30 kW 1.9 mm, 1 MW 5 mm, 10 MW 13 mm
PLANT_SIZE = 'max(2, min(14, 1.2 + 0.12 * sqrt(coalesce("net_kw", "gross_kw", 0))))'
# what would mislead on the map: a wrong place, and a power by which the symbol is far too big
TO_CHECK = "regexp_match(\"findings\", 'coordinates|module_power|gross_net_ratio')"
PLANT_STATE = (
    f"CASE WHEN {TO_CHECK} THEN 'location' "
    "WHEN \"status\" IN ('closed', 'temporarily_closed') THEN 'closed' "
    "WHEN \"status\" = 'planned' THEN 'planned' ELSE 'operating' END"
)
DOUBTFUL = "#d6006c"
PLANNED, CLOSED = PAPER, "#dcdcdc"
MIXED = "#f0e2bf"  # a cluster of several carriers or states, in a layer of all
# who has a unit at home often gave it their own name; the register withholds where it is, and we what it is called
NAME = 'if(is_empty_or_null($geometry), NULL, "name")'
PLANT_TIP = (
    "carrier", "status", "gross_kw", "net_kw", "storage_kwh", "chp_thermal_kw", "fuel", "technology", "commissioned",
    "planned", "closed", "street", "house_number", "postcode", "municipality", "location_kind", "mastr_id", "findings",
    "original_values", "updated",
)  # fmt: skip


def _plant_symbol(shape: str, color: str, line: str, width: float) -> object:
    symbol = marker(shape, color, 3, line, width)
    symbol.setDataDefinedSize(QgsProperty.fromExpression(PLANT_SIZE))
    return symbol


def _crossed(symbol: object) -> object:
    cross = top_of(marker("cross2", "#000000", 2, INK, 0.35))
    cross.setDataDefinedProperty(
        QgsSymbolLayer.Property.Size, QgsProperty.fromExpression(f"0.6 * {PLANT_SIZE}")
    )
    symbol.appendSymbolLayer(cross)
    return symbol


def _ringed(symbol: object) -> object:
    ring = top_of(marker("circle", "0,0,0,0", 5, DOUBTFUL, 0.6))
    ring.setDataDefinedProperty(QgsSymbolLayer.Property.Size, QgsProperty.fromExpression(f"2 + {PLANT_SIZE}"))
    symbol.appendSymbolLayer(ring)
    return symbol


def _almost(color: str) -> str:
    """Return a shade no eye tells apart, so that a cluster knows whether units to be checked are in it."""
    made = QColor(color)
    return QColor(made.red(), made.green(), made.blue() - 1 if made.blue() else 1).name()


def _plant_tip(layer: QgsVectorLayer) -> None:
    power = "coalesce(', ' || format_number(\"net_kw\", 1, 'de') || ' kW', '')"
    map_tip(
        layer, "plants", f'coalesce({NAME}, represent_value("carrier"))', PLANT_TIP,
        f'represent_value("carrier") || {power}',
    )  # fmt: skip


def _plant_time(layer: QgsVectorLayer) -> None:
    """Show a unit from its commissioning, planned or real, to its end."""
    time = layer.temporalProperties()
    time.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    # an empty end would hide the unit: what is not known to begin or end is there from the first and to the last
    time.setStartExpression('coalesce("commissioned", "planned", to_date(\'1800-01-01\'))')
    time.setEndExpression("coalesce(\"closed\", to_date('9999-12-31'))")
    time.setIsActive(True)


def _plants(leading: str, shape: str, ink: str) -> Draw:
    color = color_of("carrier", leading)

    def draw(layer: QgsVectorLayer) -> None:
        states = [
            ("operating", _plant_symbol(shape, color, dark(color), 0.25), "in Betrieb"),
            ("planned", _plant_symbol(shape, PLANNED, dark(color, 130), 0.7), "in Planung"),
            ("closed", _crossed(_plant_symbol(shape, CLOSED, dark(color, 130), 0.4)), "stillgelegt"),
            (
                "location",
                _ringed(_plant_symbol(shape, _almost(color), dark(color), 0.25)),
                "Lage oder Leistung zu prüfen",
            ),
        ]
        layer.setRenderer(cluster(categories(PLANT_STATE, states), color, ink, (_almost(color), DOUBTFUL)))
        obstacles_only(layer)
        _plant_tip(layer)
        _plant_time(layer)

    return draw


for _topic, _look in TOPICS.items():
    style(f"plants_{_topic}", "plants", "point")(_plants(*_look))


# the row of all generation and the row of storage stand side by side; units are counted together, power never
_WITH_STORAGE = 'coalesce(sum("{column}", group_by:="area_id"), 0)'
_POWER = (
    "if(\"unlocated_kw\" >= 1000, format_number(\"unlocated_kw\" / 1000, 1, 'de') || ' MW', "
    "format_number(coalesce(\"unlocated_kw\", 0), 0, 'de') || ' kW')"
)
_HEADING = 'if("area_kind" = \'postcode\', "area_id", "area_name")'
_UNLOCATED = f"format_number({_WITH_STORAGE.format(column='unlocated_units')}, 0, 'de')"
_UNITS = f"format_number({_WITH_STORAGE.format(column='units')}, 0, 'de')"
# small maps have room for the figures only
UNLOCATED_LABEL = (
    f"CASE WHEN \"carrier\" <> 'all' OR {_WITH_STORAGE.format(column='unlocated_units')} = 0 THEN NULL "
    f"WHEN @map_scale > 30000 THEN {_HEADING} || '\\n' || {_UNLOCATED} || ' von ' || {_UNITS} || "
    f"'\\nohne Lage, Erzeuger ' || {_POWER} "
    f"ELSE {_HEADING} || '\n' || {_UNLOCATED} || ' von ' || {_UNITS} || ' Anlagen\nohne Lage im Register,\n' || "
    f"'Erzeuger zusammen ' || {_POWER} END"
)
# column of the sums, unit, whether storage has it: of generation, and of storage, which lie on the same polygon
AREA_TIP = (
    ("units", "", True), ("located_units", "", True), ("unlocated_units", "", True), ("net_kw", " kW", True),
    ("unlocated_kw", " kW", True), ("gross_kw", " kW", True), ("chp_thermal_kw", " kW", False),
    ("storage_kwh", " kWh", True),
)  # fmt: skip


def _area_tip(layer: QgsVectorLayer) -> None:
    """Give the sums of an area a map tip with two columns of figures, generation and storage, never their sum."""
    alias = {column.name: column.alias_de for column in columns("plants_by_area")}

    def figure(column: str, unit: str, carrier: str) -> str:
        one = f'sum("{column}", group_by:="area_kind" || "area_id", filter:="carrier" = \'{carrier}\')'
        return f"coalesce(format_number({one}, 0, 'de') || '{unit}', '–')"

    def cell(value: str) -> str:
        return f'<td align="right" style="padding-right:8px">{value}</td>'

    lines = "\n".join(
        f'<tr><td style="color:#5a6270;padding-right:8px">{alias[name]}</td>'
        # heat comes from generation, capacity in kWh from storage
        + cell("" if name == "storage_kwh" else f"[% {figure(name, unit, 'all')} %]")
        + cell(f"[% {figure(name, unit, 'storage')} %]" if stores else "")
        + "</tr>"
        for name, unit, stores in AREA_TIP
    )
    heading = "<tr><td></td><td><b>Erzeuger</b></td><td><b>Stromspeicher</b></td></tr>"
    layer.setMapTipTemplate(
        '<div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36">\n'
        f'<b>[% coalesce({_HEADING}, "area_id") %]</b>\n'
        '<div style="color:#5a6270">[% represent_value("area_kind") %]</div>\n'
        f'<table cellspacing="0">\n{heading}\n{lines}\n</table></div>'
    )
    layer.setMapTipsEnabled(True)


@style("plants_by_area", "plants_by_area", "polygon")
def _plants_by_area(layer: QgsVectorLayer) -> None:
    color = "#a8966a"
    few = hatch(color, 45, 8, 0.12, 0.4)
    many = hatch(color, 45, 4, 0.12, 0.4)
    rest = fill(color, 0, color, 0.4)
    share = 'if("carrier" = \'all\', 100.0 * "unlocated_units" / nullif("units", 0), NULL)'
    layer.setRenderer(
        rules(
            [
                (f"{share} = 0", rest, "alle Anlagen mit Lage", 0, 0),
                (f"{share} > 0 AND {share} < 50", few, "unter 50 % der Anlagen ohne Lage", 0, 0),
                (f"{share} >= 50", many, "ab 50 % der Anlagen ohne Lage", 0, 0),
            ]
        )
    )
    settings = label(
        layer, UNLOCATED_LABEL, text_format(7, buffer=0.8),
        placement=INSIDE, priority=9,
    )  # fmt: skip
    settings.multilineAlign = Qgis.LabelMultiLineAlignment.Center
    relabel(layer, settings)
    _area_tip(layer)


_STATE_AND_CARRIER = (
    "CASE WHEN \"status\" IN ('closed', 'temporarily_closed') THEN 'closed ' "
    "WHEN \"status\" = 'planned' THEN 'planned ' ELSE '' END || \"carrier\""
)
_LIGHT = {"red": 0.299, "green": 0.587, "blue": 0.114}  # how bright each part looks


@style("plants", "plants", "point")
def _all_plants(layer: QgsVectorLayer) -> None:
    """All plants in one layer, for a table opened by hand and for those of a past day; drawn as each topic's."""
    entries = []
    for topic, (leading, shape, _ink) in TOPICS.items():
        color, name = color_of("carrier", leading), TOPIC_LABELS[topic]
        states = (
            ("", _plant_symbol(shape, color, dark(color), 0.25), name),
            ("planned ", _plant_symbol(shape, PLANNED, dark(color, 130), 0.7), f"{name}, in Planung"),
            (
                "closed ",
                _crossed(_plant_symbol(shape, CLOSED, dark(color, 130), 0.4)),
                f"{name}, stillgelegt",
            ),
        )
        codes = [value.code for value in values("carrier") if value.group == topic]
        entries += [([state + code for code in codes], symbol, text) for state, symbol, text in states]
    renderer = cluster(categories(_STATE_AND_CARRIER, entries), MIXED, INK, (MIXED, INK))
    disc = renderer.clusterSymbol().clone()
    # its colour is that of any topic: the number is dark on light ones
    light = " + ".join(f"{share} * color_part(@cluster_color, '{part}')" for part, share in _LIGHT.items())
    number = disc.symbolLayer(disc.symbolLayerCount() - 1)
    number.setDataDefinedProperty(
        QgsSymbolLayer.Property.FillColor,
        QgsProperty.fromExpression(f"if(coalesce({light}, 255) > 150, '{INK}', '{PAPER}')"),
    )
    renderer.setClusterSymbol(disc)
    layer.setRenderer(renderer)
    obstacles_only(layer)
    _plant_tip(layer)
    _plant_time(layer)
