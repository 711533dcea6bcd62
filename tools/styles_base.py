"""Styles of the base map: quiet, so that the subject stands out."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsInvertedPolygonRenderer,
    QgsLineSymbol,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from tools.style_parts import (
    ALONG,
    INSIDE,
    PAPER,
    cased,
    categories,
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


@style("municipality", "municipality", "polygon")
def _municipality(layer: QgsVectorLayer) -> None:
    veil = fill("#ffffff", 150, "#3c3c3c", 0.6)
    veil.symbolLayer(0).setStrokeStyle(Qt.PenStyle.DashDotLine)
    layer.setRenderer(QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(veil)))
    map_tip(layer, "municipality", '"name"', ("ags", "area_km2"))


@style("districts", "districts", "polygon")
def _districts(layer: QgsVectorLayer) -> None:
    single(layer, fill("#8a7a92", 0, "#8a7a92", 0.25))
    label(
        layer,
        '"name"',
        text_format(8, "#5a4a62", italic=True, buffer=1),
        125_000,
        0,
        placement=INSIDE,
        priority=8,
    )
    map_tip(layer, "districts", '"name"', ("district_id", "area_km2"))


@style("postcodes", "postcodes", "polygon")
def _postcodes(layer: QgsVectorLayer) -> None:
    single(layer, fill("#4a6072", 0, "#4a6072", 0.4, "dot"))
    label(layer, '"postcode"', text_format(8, "#4a6072", buffer=1), 125_000, 0, placement=INSIDE, priority=8)
    map_tip(layer, "postcodes", '"postcode"', ("name",))


@style("addresses", "addresses", "point")
def _addresses(layer: QgsVectorLayer) -> None:
    single(layer, marker("circle", "#8a8580", 0.8, PAPER, 0.1))
    label(
        layer, '"house_number" || coalesce("suffix", \'\')', text_format(6.5, buffer=0.5), 2500, 0, priority=2
    )
    map_tip(
        layer, "addresses", "\"street\" || ' ' || \"house_number\" || coalesce(\"suffix\", '')",
        ("postcode", "place", "match_quality"),
    )  # fmt: skip


# ---- streets, rail, water

ROAD, CASING, PATH = "#ffffff", "#b9b4ab", "#b9a98f"
CLASS = '"street_class"'
NARROW, WIDE = (
    15_000,
    4_000,
)  # from here on a street is a line, a band of fixed width, a band as wide as in nature
EDGE = 0.12


def _road(metres: float, band: float, line: float, color: str = ROAD, edge: str = CASING) -> QgsLineSymbol:
    """Return a street that is as wide as its scale asks; widths in millimetres unless they are in metres."""
    width = f"if(@map_scale < {WIDE}, 1000 * {metres} / @map_scale, {band})"
    far = f"@map_scale > {NARROW}"
    symbol = cased(color, band, edge, EDGE)
    casing, filling = symbol.symbolLayer(0), symbol.symbolLayer(1)
    for part, width_here in ((casing, f"{width} + 2 * {EDGE}"), (filling, width)):
        part.setDataDefinedProperty(
            QgsSymbolLayer.Property.StrokeWidth,
            QgsProperty.fromExpression(f"if({far}, {line}, {width_here})"),
        )
    filling.setDataDefinedProperty(
        QgsSymbolLayer.Property.StrokeColor, QgsProperty.fromExpression(f"if({far}, '{edge}', '{color}')")
    )
    return symbol


# a section that bears two names comes with a semicolon between
STREET_NAME = "replace(\"name\", ';', ' / ')"


@style("streets", "streets", "line")
def _streets(layer: QgsVectorLayer) -> None:
    major = f"{CLASS} IN ('motorway', 'trunk')"
    main = f"{CLASS} IN ('primary', 'secondary')"
    collecting = f"{CLASS} = 'tertiary'"
    local = (
        f"{CLASS} IN ('local', 'residential', 'living_street', 'pedestrian', 'unknown') OR {CLASS} IS NULL"
    )
    access = f"{CLASS} IN ('service', 'construction', 'other')"
    paths = f"{CLASS} IN ('track', 'cycleway', 'footway', 'path', 'steps')"
    renderer = rules(
        [
            (major, _road(12, 1.4, 0.6, "#f7c9a0", "#cf9a6c"), "Autobahn, Kraftfahrstraße", 0, 0),
            (main, _road(8, 1.1, 0.45, "#fbe3a6", "#d1b66e"), "Bundes- und Staatsstraße", 0, 0),
            (collecting, _road(7, 0.9, 0.3), "Kreisstraße", 150_000, 0),
            (local, _road(5.5, 0.7, 0.22), "Gemeinde- und Anliegerstraße", 75_000, 0),
            (access, stroke("#cfcac2", 0.3), "Zufahrt", 15_000, 0),
            (paths, stroke(PATH, 0.18, "1.2;0.8"), "Weg", 8_000, 0),
        ]
    )
    # the casings of all streets below the fillings of all, so that crossings are open; the greater street on top
    renderer.setUsingSymbolLevels(True)
    for height, rule in enumerate(reversed(renderer.rootRule().children()), 1):
        symbol = rule.symbol()
        symbol.symbolLayer(symbol.symbolLayerCount() - 1).setRenderingPass(height)
    layer.setRenderer(renderer)
    settings = label(
        layer, f"CASE WHEN {access} OR {paths} THEN NULL ELSE {STREET_NAME} END",
        text_format(7, "#57524a", buffer=0.6), 12_000, 0, placement=ALONG, priority=4,
    )  # fmt: skip
    lines = settings.lineSettings()
    lines.setMergeLines(True)
    lines.setPlacementFlags(Qgis.LabelLinePlacementFlag.OnLine)
    settings.setLineSettings(lines)
    relabel(layer, settings)
    map_tip(
        layer,
        "streets",
        f'coalesce({STREET_NAME}, represent_value("street_class"))',
        ("street_class", "surface", "length_m"),
    )


@style("rail", "rail", "line")
def _rail(layer: QgsVectorLayer) -> None:
    track = stroke("#6b6b6b", 0.7)
    track.appendSymbolLayer(top_of(stroke(PAPER, 0.4, "2;2")))
    layer.setRenderer(
        categories(
            "rail_class",
            [
                ("rail", track, "Eisenbahn"),
                (["light_rail", "narrow_gauge"], stroke("#6b6b6b", 0.5), "Stadt-, S- und Schmalspurbahn"),
                ("tram", stroke("#8f8f8f", 0.3), "Straßenbahn"),
                (
                    ["construction", "disused", "other", ""],
                    stroke("#a5a5a5", 0.3, "1.5;1"),
                    "im Bau, stillgelegt, sonstige",
                ),
            ],
        )
    )
    map_tip(layer, "rail", 'coalesce("name", represent_value("rail_class"))', ("rail_class", "length_m"))


WATER, SHORE = "#cfe3f2", "#8fb8d8"


@style("water", "water", "polygon")
def _water(layer: QgsVectorLayer) -> None:
    single(layer, fill(WATER, 255, SHORE, 0.15))
    label(
        layer, "CASE WHEN $area > 20000 THEN \"name\" END",
        text_format(7.5, "#2f6690", italic=True, buffer=0.6), 25_000, 0, placement=INSIDE, priority=3,
    )  # fmt: skip
    map_tip(layer, "water", 'coalesce("name", represent_value("water_kind"))', ("water_kind", "area_ha"))


@style("waterways", "waterways", "line")
def _waterways(layer: QgsVectorLayer) -> None:
    layer.setRenderer(
        categories(
            "water_kind",
            [
                (["river", "canal"], stroke(SHORE, 0.7), "Fluss, Kanal"),
                (
                    ["stream", "ditch", "lake", "pond", "reservoir", "basin", "other", ""],
                    stroke(SHORE, 0.3),
                    "Bach, Graben",
                ),
            ],
        )
    )
    settings = label(
        layer,
        '"name"',
        text_format(7.5, "#2f6690", italic=True, buffer=0.6),
        25_000,
        0,
        placement=ALONG,
        priority=3,
    )
    lines = settings.lineSettings()
    lines.setMergeLines(True)
    settings.setLineSettings(lines)
    relabel(layer, settings)
    map_tip(layer, "waterways", 'coalesce("name", represent_value("water_kind"))', ("water_kind", "length_m"))


# ---- cadastre and areas


@style("parcels", "parcels", "polygon")
def _parcels(layer: QgsVectorLayer) -> None:
    single(layer, fill("#7d7468", 0, "#7d7468", 0.12))
    label(
        layer, "\"numerator\" || coalesce('/' || \"denominator\", '')", text_format(6, "#6b6358", buffer=0.4), 1500, 0,
        placement=INSIDE, priority=1,
    )  # fmt: skip
    map_tip(
        layer, "parcels", "\"numerator\" || coalesce('/' || \"denominator\", '')",
        ("cadastral_district", "sheet", "use", "official_area_m2", "parcel_id"),
    )  # fmt: skip


@style("landuse", "landuse", "polygon")
def _landuse(layer: QgsVectorLayer) -> None:
    entries = [(code, fill(color, 150), text) for code, text, color in listed("landuse_kind")]
    layer.setRenderer(categories("landuse_kind", entries))
    map_tip(
        layer,
        "landuse",
        'coalesce("name", represent_value("landuse_kind"))',
        ("landuse_kind", "function", "area_ha"),
    )


@style("exclusions", "exclusions", "polygon")
def _exclusions(layer: QgsVectorLayer) -> None:
    water, nature, other = "#2b6cb0", "#2f7d3b", "#8a4b2a"
    layer.setRenderer(
        categories(
            "exclusion_kind",
            [
                (
                    ["water_protection", "spa_protection"],
                    hatch(water, 45, 3, 0.25),
                    "Wasser- und Heilquellenschutz",
                ),
                ("flood", hatch(water, 0, 1.8, 0.25), "Überschwemmungsgebiet"),
                (["ffh", "bird", "ramsar"], hatch(nature, 135, 3, 0.25), "Natura 2000, Ramsar"),
                (
                    ["nature", "national_park", "biotope"],
                    hatch(nature, 90, 1.8, 0.25),
                    "Naturschutz, Nationalpark, Biotop",
                ),
                ("landscape", hatch(nature, 45, 5, 0.18, 0.3), "Landschaftsschutz"),
                ("monument", hatch(other, 135, 2, 0.25), "Denkmalschutzgebiet"),
                (["mining", "other", ""], hatch(other, 0, 3.5, 0.25), "Bergbau, Altlasten, sonstige"),
            ],
        )
    )
    map_tip(
        layer, "exclusions", 'coalesce("name", represent_value("exclusion_kind"))',
        ("exclusion_kind", "zone", "legal_basis", "area_ha"),
    )  # fmt: skip


@style("restricted_sites", "restricted_sites", "polygon")
def _restricted(layer: QgsVectorLayer) -> None:
    single(layer, hatch("#5b1a5e", 135, 1.6, 0.3, 0.7))
    map_tip(
        layer, "restricted_sites", 'coalesce("name", represent_value("site_kind"))', ("site_kind", "reasons")
    )
