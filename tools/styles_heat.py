"""Styles of heat plans: supply areas, densities, blocks, networks, potentials."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsProperty, QgsSymbol, QgsSymbolLayer, QgsVectorLayer

from enact_plugin.reference.columns import columns
from enact_plugin.reference.kinds import kind_of_layer
from enact_plugin.reference.values import values
from tools.style_parts import (
    INSIDE,
    PAPER,
    Draw,
    cased,
    categories,
    classes,
    color_of,
    dark,
    edges_below,
    fill,
    hatch,
    label,
    listed,
    map_tip,
    marker,
    relabel,
    rules,
    single,
    stroke,
    style,
    text_format,
    top_of,
)

AREA_ALPHA = 200  # the grey buildings below stay to be seen
BLOCK_LINE = "#6b645a"


def block(color: str) -> QgsSymbol:
    return fill(color, AREA_ALPHA, BLOCK_LINE, 0.12)


def _all_columns(table: str, *without: str) -> tuple[str, ...]:
    return tuple(column.name for column in columns(table) if column.name not in without)


def _key_column(table: str) -> str:
    """Column that tells rows apart; often made by EnAct, so nothing to show a reader."""
    kind = kind_of_layer(table)
    return kind.key if kind else ""


def _heading(table: str, name: str) -> str:
    """Column as a heading; of a key only what the source gave, not what EnAct made to tell rows apart."""
    if name != _key_column(table):
        return f'"{name}"'
    return f'if(regexp_match("{name}", \'@|^g[0-9a-f]{{12,}}\'), @layer_name, "{name}")'


def tip(layer: QgsVectorLayer, table: str, *title: str) -> None:
    """Give a map tip of every column but the key; the heading is the first column that has a value."""
    named = (_heading(table, name) if '"' not in name and "(" not in name else name for name in title)
    heading = ", ".join(named)
    map_tip(
        layer,
        table,
        f"coalesce({heading})" if len(title) > 1 else heading,
        _all_columns(table, title[0], _key_column(table)),
    )


# ---- supply areas


def _bordered(color: str) -> QgsSymbol:
    return fill(color, AREA_ALPHA, dark(color, 140), 0.4)


def _hatching(color: str) -> QgsSymbolLayer:
    symbol = hatch(color, 45, 2.5, 0.3)
    return symbol.symbolLayer(0).clone()


def _label_inside(layer: QgsVectorLayer, size: float, priority: int = 5) -> None:
    """Name an area where its name has room in it: over a small area the name would hide what it is."""
    settings = label(
        layer, '"name"', text_format(size, buffer=0.9), 40_000, 0, placement=INSIDE, priority=priority
    )
    settings.fitInPolygonOnly = True
    relabel(layer, settings)


def supply_kinds(layer: QgsVectorLayer) -> None:
    """Draw supply areas by their kind."""
    entries = []
    for code, text, color in listed("supply_kind"):
        symbol = hatch("#8a8a8a", 45, 4, 0.15) if code == "unknown" else _bordered(color)
        if code == "study":
            # known by its hatch too, not by its colour alone
            symbol.appendSymbolLayer(_hatching("#5d3f96"))
        entries.append(([code, ""] if code == "unknown" else code, symbol, text))
    layer.setRenderer(categories("supply_kind", entries))
    _label_inside(layer, 7.5, 7)


@style("supply_areas", "supply_areas", "polygon")
def _supply_areas(layer: QgsVectorLayer) -> None:
    supply_kinds(layer)
    tip(layer, "supply_areas", "name", "area_id")


def suitability_classes(layer: QgsVectorLayer, column: str) -> None:
    """Draw the classes of WPG § 19."""
    entries = [
        (code, hatch("#8a8a8a", 45, 4, 0.15) if code == "not_applicable" else _bordered(color), text)
        for code, text, color in listed("suitability")
    ]
    layer.setRenderer(categories(column, entries))


def _suitability(column: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        suitability_classes(layer, column)
        _label_inside(layer, 8)
        tip(layer, "heatplan_suitability", "name", "area_id")

    return draw


for _name in ("network", "hydrogen", "decentral", "methane"):
    style(f"suitability_{_name}", "heatplan_suitability", "polygon")(_suitability(f"suitability_{_name}"))
style("heatplan_suitability", "heatplan_suitability", "polygon")(_suitability("suitability_network"))


@style("heatplan_pretest_areas", "heatplan_pretest_areas", "polygon")
def _pretest(layer: QgsVectorLayer) -> None:
    network, hydrogen = '"unfit_network"', '"unfit_hydrogen"'
    not_network, not_hydrogen = (f"NOT coalesce({name}, false)" for name in (network, hydrogen))
    entries = [
        (
            f"{network} AND {hydrogen}",
            hatch("#4a4a4a", 45, 2, 0.3),
            "ungeeignet für Wärmenetz und Wasserstoff",
        ),
        (f"{network} AND {not_hydrogen}", hatch("#a3241b", 45, 3, 0.3), "ungeeignet für ein Wärmenetz"),
        (
            f"{hydrogen} AND {not_network}",
            hatch("#2458ad", 135, 3, 0.3),
            "ungeeignet für ein Wasserstoffnetz",
        ),
        ("ELSE", fill("#7a7a7a", 0, "#7a7a7a", 0.4, "dash"), "nicht ausgeschlossen"),
    ]
    layer.setRenderer(rules([(*entry, 0, 0) for entry in entries]))
    tip(layer, "heatplan_pretest_areas", "name", "area_id")


def _hatched(table: str, color: str, angle: float, *title: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        single(layer, hatch(color, angle, 2.6, 0.3, 0.6))
        label(layer, '"name"', text_format(7.5, dark(color), buffer=1), 40_000, 0, placement=INSIDE)
        tip(layer, table, *title)

    return draw


for _table, _color, _angle in (
    ("heatplan_saving_areas", "#2f7d3b", 135),
    ("heatplan_connection_duty", "#82171c", 90),
    ("heatplan_methane_areas", "#8a7a12", 0),
    ("heatplan_unplanned_areas", "#6b6b6b", 45),
):
    style(_table, _table, "polygon")(_hatched(_table, _color, _angle, "name", "area_id"))


# ---- densities and blocks


def heat_density(layer: QgsVectorLayer) -> None:
    """Draw a heat density [MWh/(ha·a)] in the classes of KEA-BW, with figures from 1:10,000."""
    layer.setRenderer(
        classes("density_mwh_ha", "heat_density", block, "MWh/(ha·a)", hatch(BLOCK_LINE, 45, 3, 0.15, 0.12))
    )
    label(
        layer, 'format_number("density_mwh_ha", 0, \'de\')', text_format(7, buffer=0.8), 10_000, 0, placement=INSIDE,
        priority=3,
    )  # fmt: skip


@style("heatplan_heat_density", "heatplan_heat_density", "polygon")
def _heat_density(layer: QgsVectorLayer) -> None:
    heat_density(layer)
    tip(layer, "heatplan_heat_density", "block_id")


def line_density(layer: QgsVectorLayer, column: str) -> None:
    """Draw a heat line density [kWh/(m·a)] in its classes, with figures from 1:5,000."""

    def line(color: str) -> QgsSymbol:
        # a thin dark edge keeps the light classes apart from the paper
        symbol = stroke("#4a443c", 1.3)
        symbol.appendSymbolLayer(top_of(stroke(color, 1.05)))
        return symbol

    renderer = classes(column, "line_density", line, "kWh/(m·a)", stroke("#8a857c", 0.5, "2;1.5"))
    edges_below(renderer)
    layer.setRenderer(renderer)
    label(
        layer, f"format_number({column}, 0, 'de')", text_format(7, buffer=0.8), 5000, 0,
        placement=Qgis.LabelPlacement.Line, priority=3,
    )  # fmt: skip


@style("heatplan_line_density", "heatplan_line_density", "line")
def _line_density(layer: QgsVectorLayer) -> None:
    line_density(layer, "line_density_kwh_m")
    tip(layer, "heatplan_line_density", "street", "section_id")


# heading in the legend -> codes of the list that share it
CARRIER_LABELS = {
    "coal": "Kohle", "gas": "Gas", "oil": "Öl", "waste": "Abfall", "biomass": "Biomasse", "hydrogen": "Wasserstoff",
    "electricity": "Strom", "solar": "Solarthermie", "environment": "Umweltwärme", "waste_heat": "Abwärme",
    "heat_network": "Wärmenetz", "other": "Sonstige, unbekannt",
}  # fmt: skip
GENERATOR_LABELS = (
    ("Gas", ("gas_boiler",)),
    ("Öl", ("oil_boiler",)),
    ("Kohle", ("coal_boiler",)),
    ("Flüssiggas, sonstige fossile Kessel", ("lpg_boiler", "fossil_boiler")),
    ("Biomasse", ("biomass_boiler", "log_boiler", "chip_boiler", "pellet_boiler")),
    ("Wärmepumpe", ("heat_pump", "air_heat_pump", "ground_heat_pump", "water_heat_pump")),
    ("Strom direkt", ("direct_electric",)),
    ("Solarthermie", ("solar_thermal",)),
    ("Blockheizkraftwerk", ("chp", "gas_chp", "biomass_chp")),
    ("Übergabestation (Wärmenetz)", ("transfer_station",)),
    ("Sonstige, unbekannt", ("other", "unknown")),
)
TYPE_LABELS = (
    ("Einfamilienhaus", ("single_family",)),
    ("Reihenhaus", ("terraced",)),
    ("Mehrfamilienhaus", ("multi_family",)),
    ("Großes Mehrfamilienhaus", ("large_multi_family",)),
    ("Wohngebäude ohne nähere Angabe", ("residential",)),
    ("Büro und Verwaltung", ("office",)),
    ("Handel, Beherbergung", ("retail", "hospitality")),
    ("Krankenhaus", ("hospital",)),
    ("Bildung, Kultur, Sport", ("education", "culture", "sports", "swimming_pool")),
    ("Industrie, Gewerbe, Lager", ("industry", "storage")),
    ("Nichtwohngebäude ohne nähere Angabe", ("non_residential",)),
    ("Unbekannt", ("unknown",)),
)


def carrier_groups() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (text, tuple(value.code for value in values("heat_carrier") if value.group == group))
        for group, text in CARRIER_LABELS.items()
    ]


def grouped(
    list_: str, groups: Sequence[tuple[str, tuple[str, ...]]]
) -> list[tuple[list[str], QgsSymbol, str]]:
    return [(list(codes), block(color_of(list_, codes[0])), text) for text, codes in groups]


@style("heatplan_block_carriers", "heatplan_block_carriers", "polygon")
def _block_carriers(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("prevailing_carrier", grouped("heat_carrier", carrier_groups())))
    tip(layer, "heatplan_block_carriers", "block_id")


@style("heatplan_block_generators", "heatplan_block_generators", "polygon")
def _block_generators(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("prevailing_generator", grouped("heat_generator", GENERATOR_LABELS)))
    tip(layer, "heatplan_block_generators", "block_id")


@style("heatplan_block_building_types", "heatplan_block_building_types", "polygon")
def _block_types(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("building_type", grouped("plan_building_type", TYPE_LABELS)))
    tip(layer, "heatplan_block_building_types", "block_id")


@style("heatplan_block_age_classes", "heatplan_block_age_classes", "polygon")
def _block_ages(layer: QgsVectorLayer) -> None:
    entries = [(code, block(color), text) for code, text, color in listed("plan_age_class")]
    layer.setRenderer(categories("age_class", entries))
    tip(layer, "heatplan_block_age_classes", "block_id")


@style("heatplan_blocks", "heatplan_blocks", "polygon")
def _blocks(layer: QgsVectorLayer) -> None:
    single(layer, fill(BLOCK_LINE, 0, BLOCK_LINE, 0.3))
    tip(layer, "heatplan_blocks", "name", "block_id")


# ---- plants, stores, consumers of the plan


def sized(symbol: QgsSymbol, expression: str) -> QgsSymbol:
    """Symbol whose size follows an expression."""
    symbol.setDataDefinedSize(QgsProperty.fromExpression(expression))
    return symbol


def _by_status(shape: str, color: str, size: str) -> list[tuple[list[str], QgsSymbol, str]]:
    return [
        (["existing", "unknown", ""], sized(marker(shape, color, 4, PAPER, 0.3), size), "bestehend"),
        (["planned", "approved"], sized(marker(shape, PAPER, 4, color, 0.7), size), "geplant, genehmigt"),
        (["potential"], sized(marker(shape, PAPER, 4, color, 0.4, "dot"), size), "potenziell"),
        (["closed"], sized(marker(shape, "#dcdcdc", 4, "#8a8a8a", 0.4), size), "stillgelegt"),
    ]


def power(column: str, per_unit: float) -> str:
    """Size in millimetres by power; half of it where a whole town is a thumb's breadth wide."""
    size = f'max(3, min(9, 2.5 + {per_unit} * sqrt(coalesce("{column}", 0))))'
    return f"{size} * if(@map_scale > 60000, 0.5, 1)"


def _points(table: str, shape: str, color: str, size: str, *title: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        layer.setRenderer(categories("status", _by_status(shape, color, size)))
        label(layer, '"name"', text_format(7.5, dark(color), buffer=0.9), 15_000, 0, priority=6)
        tip(layer, table, *title)

    return draw


for _table, _shape, _color, _size, _key in (
    ("heatplan_large_consumers", "pentagon", "#7a5a10", power("demand_mwh_a", 0.06), "consumer_id"),
    ("heatplan_heat_plants", "square", "#82171c", power("power_kw", 0.05), "plant_id"),
    ("heatplan_heat_stores", "hexagon", "#a8441c", power("capacity_mwh", 0.2), "store_id"),
    ("heatplan_gas_stores", "hexagon", "#6d6414", power("capacity_mwh", 0.2), "store_id"),
    ("heatplan_hydrogen_plants", "diamond", "#2458ad", power("electrolysis_kw", 0.06), "plant_id"),
    ("potentials_waste_heat", "star", "#592659", power("heat_mwh_a", 0.06), "potential_id"),
):
    style(_table, _table, "point")(_points(_table, _shape, _color, _size, "name", _key))


# ---- networks


def _pipe(color: str, width: float, dash: str = "") -> QgsSymbol:
    """Return a line with a white edge, so that it is seen on coloured areas too."""
    return cased(color, width, PAPER, 0.15, dash)


def _pipes(table: str, color: str, *title: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        states = [
            (["existing", "unknown", ""], _pipe(color, 0.65), "bestehend"),
            (["planned", "approved"], _pipe(color, 0.65, "3;1.5"), "geplant, genehmigt"),
            (["potential"], _pipe(color, 0.6, "0.8;1.2"), "potenziell"),
            (["closed"], _pipe("#8a8a8a", 0.5, "3;1.5"), "stillgelegt"),
        ]
        renderer = categories("status", states)
        edges_below(renderer)
        layer.setRenderer(renderer)
        tip(layer, table, *title)

    return draw


style("heatplan_heat_networks", "heatplan_heat_networks", "line")(
    _pipes("heatplan_heat_networks", "#8f1320", "name", "section_id")
)
style("heatplan_sewers", "heatplan_sewers", "line")(
    _pipes("heatplan_sewers", "#6b5a2e", "name", "section_id")
)


@style("heatplan_heat_network_areas", "heatplan_heat_network_areas", "polygon")
def _network_areas(layer: QgsVectorLayer) -> None:
    red = "#8f1320"
    layer.setRenderer(
        categories(
            "status",
            [
                (["existing", "unknown", ""], hatch(red, 45, 3.5, 0.2, 0.7), "bestehend"),
                (["planned", "approved"], hatch(red, 45, 6, 0.2, 0.4), "geplant, genehmigt"),
                (["potential"], fill(red, 0, red, 0.5, "dot"), "potenziell"),
                (["closed"], hatch("#8a8a8a", 45, 4, 0.2, 0.5), "stillgelegt"),
            ],
        )
    )
    label(layer, '"name"', text_format(8, red, buffer=1), 40_000, 0, placement=INSIDE, priority=6)
    tip(layer, "heatplan_heat_network_areas", "name", "area_id")


@style("heatplan_gas_blocks", "heatplan_gas_blocks", "polygon")
def _gas_blocks(layer: QgsVectorLayer) -> None:
    gas, line = "#f3dd5a", "#8a7a12"
    layer.setRenderer(
        categories(
            "status",
            [
                (["existing", "unknown", ""], fill(gas, 150, line, 0.3), "bestehend"),
                (["planned", "approved"], hatch(line, 135, 2.5, 0.3), "geplant, genehmigt"),
                (["potential"], fill(line, 0, line, 0.5, "dot"), "potenziell"),
                (["closed"], hatch("#8a8a8a", 135, 4, 0.2), "stillgelegt"),
            ],
        )
    )
    tip(layer, "heatplan_gas_blocks", "block_id")


# ---- potentials


def _amount(
    table: str, geometry: str, column: str, colors: Sequence[str], unit: str, steps: Sequence[float]
) -> Draw:
    """Draw a potential in steps of what it yields; without a figure it is hatched or dashed."""

    def draw(layer: QgsVectorLayer) -> None:
        entries = []
        edges = [*zip([None, *steps], [*steps, None])]
        for color, (low, high) in zip(colors, edges):
            symbol = block(color) if geometry == "polygon" else stroke(color, 1.2)
            entries.append((_between(column, low, high), symbol, _range_label(low, high, unit), 0, 0))
        unknown = (
            hatch(colors[-1], 45, 3, 0.2, 0.3) if geometry == "polygon" else stroke(colors[-1], 0.8, "2;1.5")
        )
        entries.append((f'"{column}" IS NULL', unknown, "ohne Mengenangabe", 0, 0))
        layer.setRenderer(rules(entries))
        tip(layer, table, "name", "potential_id")

    return draw


def _between(column: str, low: float | None, high: float | None) -> str:
    parts = [f'"{column}" >= {low}'] if low is not None else []
    parts += [f'"{column}" < {high}'] if high is not None else []
    return " AND ".join(parts)


def _german(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def _range_label(low: float | None, high: float | None, unit: str) -> str:
    if low is None:
        return f"unter {_german(high)} {unit}"
    if high is None:
        return f"ab {_german(low)} {unit}"
    return f"{_german(low)} bis {_german(high)} {unit}"


BLUES = ("#d9e6f2", "#8fb8dc", "#4a86bf", "#1d4f86")
GREENS = ("#e4efd6", "#a6cf8f", "#5b9c56", "#245c34")
YELLOWS = ("#fff5c2", "#f7cf52", "#d98f1c", "#8a5208")
BROWNS = ("#f1e5d3", "#d3b083", "#a3743f", "#5e3d18")
VIOLETS = ("#ece3f2", "#c3a9d6", "#8d68ac", "#523173")
HEAT, HEAT_STEPS = "heat_mwh_a", (100, 1000, 10_000)
ROOF_STEPS = (5, 20, 100)

for _table, _geometry, _column, _colors, _unit, _steps in (
    ("potentials_rivers", "line", HEAT, BLUES, "MWh/a", HEAT_STEPS),
    ("potentials_sewage", "line", HEAT, BROWNS, "MWh/a", HEAT_STEPS),
    ("potentials_roof_pv", "polygon", "electricity_mwh_a", YELLOWS, "MWh/a", ROOF_STEPS),
    ("potentials_solar_thermal", "polygon", HEAT, YELLOWS, "MWh/a", ROOF_STEPS),
    ("potentials_open_solar", "polygon", HEAT, YELLOWS, "MWh/a", HEAT_STEPS),
    ("potentials_deep_geothermal", "polygon", HEAT, BROWNS, "MWh/a", HEAT_STEPS),
    ("potentials_groundwater", "polygon", HEAT, BLUES, "MWh/a", HEAT_STEPS),
    ("potentials_lakes", "polygon", HEAT, BLUES, "MWh/a", HEAT_STEPS),
    ("potentials_biomass", "polygon", HEAT, GREENS, "MWh/a", HEAT_STEPS),
    ("potentials_storage", "polygon", "capacity_mwh", VIOLETS, "MWh", HEAT_STEPS),
    ("potentials_saving", "polygon", "saving_percent", GREENS, "%", (10, 20, 40)),
):
    style(_table, _table, _geometry)(_amount(_table, _geometry, _column, _colors, _unit, _steps))


@style("potentials_air", "potentials_air", "polygon")
def _air(layer: QgsVectorLayer) -> None:
    """By the power of the outdoor unit; areas of others, that tell an amount of heat only, in one colour."""
    power = "power_kw"
    steps = [(0.1, 12), (12, 24), (24, 48), (48, None)]
    entries = [(f'"{power}" < 0.1', block("#d8d8d8"), "kein Gerät leise genug", 0, 0)]
    for color, (low, high) in zip(BLUES, steps):
        label = _range_label(None if low < 1 else low, high, "kW Gerät")
        entries.append((_between(power, low, high), block(color), label, 0, 0))
    other = f'"{power}" IS NULL AND "{HEAT}" IS NOT NULL'
    entries.append((other, block(GREENS[1]), "nur Wärmemenge bekannt", 0, 0))
    unknown = f'"{power}" IS NULL AND "{HEAT}" IS NULL'
    entries.append((unknown, hatch(BLUES[-1], 45, 3, 0.2, 0.3), "ohne Mengenangabe", 0, 0))
    layer.setRenderer(rules(entries))
    tip(layer, "potentials_air", "permission", "potential_id")


@style("potentials_ground", "potentials_ground", "polygon")
def _ground(layer: QgsVectorLayer) -> None:
    """By hectare: parcels, blocks and larger areas side by side."""
    by_area = f'"{HEAT}" / (area(@geometry) / 10000)'
    steps = (150, 300, 600)
    entries = []
    for color, low, high in zip(BROWNS, (None, *steps), (*steps, None)):
        parts = [f"{by_area} >= {low}"] if low is not None else []
        parts += [f"{by_area} < {high}"] if high is not None else []
        entries.append((" AND ".join(parts), block(color), _range_label(low, high, "MWh/(ha·a)"), 0, 0))
    entries.append((f'"{HEAT}" IS NULL', hatch(BROWNS[-1], 45, 3, 0.2, 0.3), "ohne Mengenangabe", 0, 0))
    layer.setRenderer(rules(entries))
    tip(layer, "potentials_ground", "name", "potential_id")
