"""Styles of what is made of the register besides its plants: gas, findings, changes, plants feeding heat networks."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from tools.style_parts import (
    INK,
    PAPER,
    categories,
    cluster,
    dark,
    label,
    listed,
    map_tip,
    marker,
    obstacles_only,
    relabel,
    style,
    text_format,
    top_of,
)
from tools.styles_plants import CLOSED, NAME, PLANNED

Entry = tuple[str, QgsSymbol, str]
STATES = (("", ""), ("_planned", ", in Planung"), ("_closed", ", stillgelegt"))
STATE = (
    "CASE WHEN \"status\" IN ('closed', 'temporarily_closed') THEN '_closed' "
    "WHEN \"status\" = 'planned' THEN '_planned' ELSE '' END"
)


def _sized(shape: str, color: str, line: str, width: float, size: str) -> QgsSymbol:
    symbol = marker(shape, color, 3, line, width)
    symbol.setDataDefinedSize(QgsProperty.fromExpression(size))
    return symbol


def _of_state(state: str, shape: str, color: str, size: str) -> QgsSymbol:
    """Filled where it runs, white where it is planned, grey where it is closed, as the other plants."""
    inside = {"": color, "_planned": PLANNED, "_closed": CLOSED}[state]
    line = dark(color) if not state else dark(color, 130)
    return _sized(shape, inside, line, 0.3 if not state else 0.6, size)


def _largest_below(renderer: QgsFeatureRenderer, size: str) -> None:
    """Draw small symbols over large ones: a biomethane plant and its store stand at one point."""
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(size, False)]))
    renderer.setOrderByEnabled(True)


MIXED = "#5a6270"  # no colour of a single point


def _grouped(renderer: QgsCategorizedSymbolRenderer) -> QgsPointClusterRenderer:
    """Cluster whose disc has the colour of its points where they have one in common, else a dark grey."""
    grouped = cluster(renderer, MIXED, PAPER)
    disc = grouped.clusterSymbol().clone()
    disc.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.FillColor, QgsProperty.fromExpression(f"coalesce(@cluster_color, '{MIXED}')")
    )
    ink = f"if(coalesce(color_part(@cluster_color, 'lightness'), 0) < 45, '{PAPER}', '{INK}')"
    disc.symbolLayer(1).setDataDefinedProperty(
        QgsSymbolLayer.Property.FillColor, QgsProperty.fromExpression(ink)
    )
    grouped.setClusterSymbol(disc)
    return grouped


def _with_mixed(entries: list[Entry], text: str) -> list[Entry]:
    """Entries of a legend and one, of no row, for the discs with a number."""
    return [*entries, ("several", marker("circle", MIXED, 4.2, PAPER, 0.3), text)]


# ---- gas

# shape and colour; hydrogen and stores as in the heat plan's own layers
GAS = {
    "hydrogen": ("diamond", "#2458ad", "Elektrolyse (Wasserstoff)"),
    "methane": ("parallelogram_right", "#7a4a9e", "Power-to-Gas (Methan)"),
    "biomethane": ("trapezoid", "#4f7d1c", "Biomethan"),
    "store": ("semi_circle", "#6d6414", "Gasspeicher"),
    "other": ("square_with_corners", "#6b5b4e", "sonstige Gaserzeugung"),
}
GAS_KIND = (
    "CASE WHEN \"kind\" = 'storage' THEN 'store' WHEN \"technology\" LIKE '%Wasserstoff%' THEN 'hydrogen' "
    "WHEN \"technology\" LIKE '%(Methan)%' THEN 'methane' WHEN \"technology\" LIKE 'Biomethan%' THEN 'biomethane' "
    "ELSE 'other' END"
)
# as the other plants, so that one legend of sizes holds for both; small ones are still told apart by their shape
GAS_SIZE = 'max(3.4, min(14, 1.2 + 0.12 * sqrt(coalesce("power_kw", "withdrawal_kw", 0))))'
GAS_TIP = (
    "technology", "status", "power_kw", "working_gas_kwh", "injection_kw", "withdrawal_kw", "calorific_kwh_m3",
    "commissioned", "planned", "closed", "street", "house_number", "postcode", "municipality", "location_kind",
    "mastr_id", "findings", "updated",
)  # fmt: skip


@style("gas_plants", "gas_plants", "point")
def _gas_plants(layer: QgsVectorLayer) -> None:
    entries = [
        (f"{kind}{state}", _of_state(state, shape, color, GAS_SIZE), f"{text}{said}")
        for kind, (shape, color, text) in GAS.items()
        for state, said in STATES
    ]
    renderer = categories(f"({GAS_KIND}) || ({STATE})", entries)
    _largest_below(renderer, GAS_SIZE)
    layer.setRenderer(renderer)
    obstacles_only(layer)
    map_tip(
        layer, "gas_plants", f'coalesce({NAME}, represent_value("kind"))', GAS_TIP,
        'represent_value("kind")',
    )  # fmt: skip


# ---- plants that feed a heat network, as the planner says

FEEDING = "#82171c"  # as the heat plan's own generators
FEEDING_SIZE = 'max(3.6, min(12, 2.4 + 0.12 * sqrt(coalesce("chp_thermal_kw", 0))))'
FEEDING_TIP = (
    "carrier", "status", "chp_thermal_kw", "chp_electric_kw", "net_kw", "fuel", "technology", "commissioned",
    "street", "house_number", "postcode", "location_kind", "mastr_id", "chp_id",
)  # fmt: skip


def _feeding(state: str) -> QgsSymbol:
    symbol = _of_state(state, "square", FEEDING, FEEDING_SIZE)
    dot = top_of(marker("circle", FEEDING if state else PAPER, 1, FEEDING if state else PAPER, 0))
    dot.setDataDefinedProperty(
        QgsSymbolLayer.Property.Size, QgsProperty.fromExpression(f"0.4 * {FEEDING_SIZE}")
    )
    symbol.appendSymbolLayer(dot)
    return symbol


@style("plants_feeding", "plants", "point")
def _plants_feeding(layer: QgsVectorLayer) -> None:
    said = {"": "von der Planung bestätigt", "_planned": "bestätigt, in Planung", "_closed": "stillgelegt"}
    layer.setRenderer(categories(STATE, [(state, _feeding(state), text) for state, text in said.items()]))
    heat = "coalesce(format_number(\"chp_thermal_kw\", 0, 'de') || ' kW Wärme', '')"
    settings = label(
        layer, heat, text_format(7, FEEDING, buffer=0.9), 25_000, 0,
        placement=Qgis.LabelPlacement.OrderedPositionsAroundPoint, priority=8,
    )  # fmt: skip
    settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
    settings.dist = 0.8
    relabel(layer, settings)
    map_tip(
        layer, "plants", f'coalesce({NAME}, represent_value("carrier"))', FEEDING_TIP,
        "'speist in ein Wärmenetz (Angabe der Planung)'",
    )  # fmt: skip


# ---- findings

FINDINGS = {
    "error": ("triangle", "#b2182b", 4.6, "Fehler"),
    "warning": ("diamond", "#e08214", 4.2, "Warnung"),
    "note": ("circle", "#8fa3bf", 3.0, "Hinweis"),
    "reviewed": ("circle", PAPER, 3.0, "geprüft oder berichtigt"),
}
FINDING_TIP = (
    "sentence", "severity", "state", "offending_values", "corrected_values", "carrier", "gross_kw", "status",
    "street", "house_number", "postcode", "reason", "reviewed_on", "mastr_id",
)  # fmt: skip


@style("plant_findings", "plant_findings", "point")
def _plant_findings(layer: QgsVectorLayer) -> None:
    entries = [
        (code, marker(shape, color, size, INK if code != "reviewed" else "#6b7280", 0.3), text)
        for code, (shape, color, size, text) in FINDINGS.items()
    ]
    state = "CASE WHEN \"state\" <> 'open' THEN 'reviewed' ELSE \"severity\" END"
    entries = _with_mixed(entries, "mit Zahl: verschiedene an einem Ort")
    layer.setRenderer(_grouped(categories(state, entries)))
    obstacles_only(layer)
    map_tip(
        layer, "plant_findings", '"sentence"', FINDING_TIP[1:],
        'represent_value("severity") || \', \' || represent_value("state")',
    )  # fmt: skip


# ---- changes

CHANGE_SHAPES = {
    "new": "cross_fill", "changed": "circle", "closed": "square", "moved": "triangle", "gone": "star",
    "returned": "diamond",
}  # fmt: skip
CHANGE_TIP = (
    "details", "from_state", "to_state", "carrier", "status_before", "status", "gross_before_kw", "gross_kw",
    "net_before_kw", "net_kw", "storage_before_kwh", "storage_kwh", "moved_m", "commissioned", "closed", "postcode",
    "mastr_id",
)  # fmt: skip


@style("plant_changes", "plant_changes", "point")
def _plant_changes(layer: QgsVectorLayer) -> None:
    entries = [
        (code, marker(CHANGE_SHAPES[code], color, 4.2, PAPER, 0.3), text)
        for code, text, color in listed("plant_change")
        if code in CHANGE_SHAPES  # what stands in the first state only is no change
    ]
    entries = _with_mixed(entries, "mit Zahl: verschiedene an einem Ort")
    layer.setRenderer(_grouped(categories("change", entries)))
    obstacles_only(layer)
    map_tip(
        layer, "plant_changes", f'coalesce({NAME}, represent_value("carrier"))', CHANGE_TIP,
        'represent_value("change")',
    )  # fmt: skip
