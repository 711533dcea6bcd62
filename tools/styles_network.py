"""Styles of proposed heat networks: routes, customers, sources, joined streets."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeatureRequest, QgsProperty, QgsSymbolLayer, QgsVectorLayer

from tools.style_parts import (
    PAPER,
    categories,
    dark,
    edges_below,
    fill,
    hatch,
    label,
    listed,
    map_tip,
    marker,
    rules,
    stroke,
    style,
    text_format,
    top_of,
)

ROUTE_TIP = (
    "variant", "heat_mwh_a", "power_kw", "customers", "length_m", "cost_factor", "crossings_eur", "investment_eur",
    "passes_building",
)  # fmt: skip
CUSTOMER_TIP = ("connection", "heat_mwh_a", "power_kw", "service_m", "required", "variant")
# by the heat behind a pipe: one millimetre for a house, four for a small town
# and thinner on maps of smaller scale
WIDTH = 'max(0.6, min(3, 0.45 * ("heat_mwh_a" ^ 0.22)) * min(1, 6000 / coalesce(@map_scale, 6000)))'
# codes drawn alike, with the words of the legend
LEFT_OUT = (
    ("does_not_pay", "over_budget", "too_thin"),
    "rechnet sich nicht, über der Grenze",
)


@style("network_routes", "network_routes", "line")
def _routes(layer: QgsVectorLayer) -> None:
    entries = []
    for code, text, color in listed("trench_kind"):
        if code == "service":
            entries.append((code, stroke(color, 0.45), text))
            continue
        symbol = stroke(PAPER, 2.0)
        symbol.appendSymbolLayer(top_of(stroke(color, 1.2, "3;1.2" if code == "route" else "")))
        for number, more in ((0, 0.7), (1, 0.0)):
            width = QgsProperty.fromExpression(f"{WIDTH} + {more}")
            symbol.symbolLayer(number).setDataDefinedProperty(QgsSymbolLayer.Property.StrokeWidth, width)
        entries.append((code, symbol, text))
    renderer = categories("kind", entries)
    edges_below(renderer)
    layer.setRenderer(renderer)
    map_tip(layer, "network_routes", 'coalesce("street", represent_value("kind"))', ROUTE_TIP)
    label(
        layer, "if(\"kind\" = 'service', '', format_number(\"heat_mwh_a\", 0, 'de') || ' MWh/a')",
        text_format(7, buffer=0.8), 4000, 0, placement=Qgis.LabelPlacement.Line, priority=3,
    )  # fmt: skip


@style("network_customers", "network_customers", "polygon")
def _customers(layer: QgsVectorLayer) -> None:
    texts = {code: (text, color) for code, text, color in listed("network_connection")}
    entries = []
    for code, (text, color) in texts.items():
        if code in LEFT_OUT[0]:
            if code == LEFT_OUT[0][0]:
                entries.append((list(LEFT_OUT[0]), fill(color, 255, dark(color, 150), 0.15), LEFT_OUT[1]))
            continue
        symbol = fill(color, 255, dark(color, 150), 0.15)
        if code not in ("connected", "no_demand"):
            # known by its hatch too, not by its colour alone
            symbol.appendSymbolLayer(top_of(hatch(PAPER, 45, 1.4, 0.35)))
        entries.append((code, symbol, text))
    layer.setRenderer(categories("connection", entries))
    map_tip(
        layer, "network_customers",
        "coalesce(trim(\"street\" || ' ' || coalesce(\"house_number\", '')), 'Gebäude')", CUSTOMER_TIP,
    )  # fmt: skip


@style("network_sources", "network_sources", "point")
def _sources(layer: QgsVectorLayer) -> None:
    entries = []
    for code, text, _color in listed("network_place"):
        filled = code == "given"
        symbol = marker("star", "#1a1a1a" if filled else PAPER, 6.5, PAPER if filled else "#1a1a1a", 0.5)
        entries.append((code, symbol, f"Wärmequelle, {text}"))
    layer.setRenderer(categories("placed", entries))
    map_tip(
        layer,
        "network_sources",
        "'Wärmequelle'",
        ("placed", "power_kw", "heat_mwh_a", "customers", "variant"),
    )


@style("network_components", "network_components", "line")
def _components(layer: QgsVectorLayer) -> None:
    entries = [
        ("1", stroke("#6f8f7a", 0.8), "Straßen mit Verbindung zur Wärmequelle"),
        ("0", stroke("#7a3fa0", 1.0, "2;1.2"), "Straßen ohne Verbindung zur Wärmequelle"),
    ]
    layer.setRenderer(categories("has_source", entries))
    map_tip(
        layer, "network_components", "'Teilnetz ' || \"number\"",
        ("has_source", "length_m", "buildings", "heat_mwh_a", "variant"),
    )  # fmt: skip


PIPE_TIP = (
    "dn", "peak_kw", "simultaneity_percent", "customers", "velocity_m_per_s", "pressure_pa_per_metre", "pressure_bar",
    "loss_w_m", "length_m", "investment_eur", "variant",
)  # fmt: skip
# upper end of each group of diameters, colour, width in millimetres
DIAMETERS = (
    (32, "#f2b134", 0.5),
    (65, "#ef7b45", 0.9),
    (125, "#d1495b", 1.4),
    (250, "#8a2846", 2.0),
    (None, "#40132f", 2.7),
)


@style("network_pipes", "network_pipes", "line")
def _pipes(layer: QgsVectorLayer) -> None:
    entries = []
    low = 0
    for high, color, width in DIAMETERS:
        text = f"bis DN {high}" if not low else f"über DN {low}" + (f" bis DN {high}" if high else "")
        upper = f' AND "dn" <= {high}' if high else ""
        symbol = stroke(PAPER, width + 0.5)
        symbol.appendSymbolLayer(top_of(stroke(color, width)))
        entries.append((f'"dn" > {low}{upper}', symbol, text, 0, 0))
        low = high
    entries.append(('"worst_path"', stroke("#101010", 0.35, "2;1.2"), "ungünstigster Weg", 0, 0))
    renderer = rules(entries)
    edges_below(renderer)
    renderer.rootRule().children()[-1].symbol().symbolLayer(0).setRenderingPass(2)  # over all pipes
    layer.setRenderer(renderer)
    map_tip(layer, "network_pipes", 'coalesce("street", represent_value("kind"))', PIPE_TIP)
    label(
        layer, "if(\"kind\" = 'service', '', 'DN ' || \"dn\")", text_format(7, buffer=0.8), 6000, 0,
        placement=Qgis.LabelPlacement.Line, priority=3,
    )  # fmt: skip


# least difference in percent, its end, colour, text
DIFFERENCES = (
    (None, -10, "#1a7f5a", "Netz mehr als 10 % günstiger"),
    (-10, 10, "#f2d16b", "etwa gleich (± 10 %)"),
    (10, None, "#b5483a", "Netz mehr als 10 % teurer"),
)


@style("network_comparison", "network_comparison", "polygon")
def _comparison(layer: QgsVectorLayer) -> None:
    entries = []
    for low, high, color, text in DIFFERENCES:
        parts = [f'"difference_percent" >= {low}'] if low is not None else []
        parts += [f'"difference_percent" < {high}'] if high is not None else []
        entries.append((" AND ".join(parts), fill(color, 255, dark(color, 150), 0.15), text, 0, 0))
    layer.setRenderer(rules(entries))
    map_tip(
        layer, "network_comparison",
        "coalesce(trim(\"street\" || ' ' || coalesce(\"house_number\", '')), 'Gebäude')",
        ("network_ct_kwh", "alone_ct_kwh", "heater", "difference_percent", "heat_mwh_a", "variant"),
    )  # fmt: skip


@style("network_overlap", "network_overlap", "line")
def _overlap(layer: QgsVectorLayer) -> None:
    entries = []
    for condition, color, width, dash, text in (
        ('"in_all"', "#40132f", 1.3, "", "in allen Varianten"),
        ('NOT "in_all" AND "variant_count" > 1', "#cf4526", 1.1, "", "in mehreren Varianten"),
        ('NOT "in_all" AND "variant_count" = 1', "#2f7fc4", 1.0, "3;1.2", "in einer Variante"),
    ):
        symbol = stroke(PAPER, width + 0.6)
        symbol.appendSymbolLayer(top_of(stroke(color, width, dash)))
        entries.append((condition, symbol, text, 0, 0))
    renderer = rules(entries)
    edges_below(renderer)
    layer.setRenderer(renderer)
    map_tip(layer, "network_overlap", 'coalesce("street", represent_value("kind"))', ("variants", "length_m"))
    label(
        layer, "if(\"in_all\" OR \"kind\" = 'service', '', \"variants\")", text_format(7, buffer=0.8), 6000, 0,
        placement=Qgis.LabelPlacement.Line, priority=3,
    )  # fmt: skip


@style("network_projects", "network_projects", "polygon")
def _projects(layer: QgsVectorLayer) -> None:
    entries = [
        (code, fill(color, 110, dark(color, 140), 0.7), text) for code, text, color in listed("project_stage")
    ]
    renderer = categories("stage", entries)
    # a project inside the area of another lies above it, and its name goes first
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("area($geometry)", False)])
    )
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    map_tip(
        layer, "network_projects", '"name"',
        ("stage", "stage_since", "office", "customers", "heat_mwh_a", "network_ct_kwh", "next_step"),
    )  # fmt: skip
    label(
        layer,
        '"name" || \'\\n\' || represent_value("stage")',
        text_format(8, bold=True, buffer=1.0),
        60000,
        placement=Qgis.LabelPlacement.Horizontal,
        priority="scale_linear(min(area($geometry), 2e6), 0, 2e6, 10, 2)",
    )
