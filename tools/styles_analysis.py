"""Styles of what EnAct computes: completed stock, demand, blocks, densities."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from tools.style_parts import (
    PAPER,
    Draw,
    categories,
    classes,
    fill,
    hatch,
    listed,
    map_tip,
    marker,
    rules,
    single,
    stroke,
    style,
)
from tools.styles_heat import (
    BLOCK_LINE,
    GENERATOR_LABELS,
    TYPE_LABELS,
    block,
    carrier_groups,
    grouped,
    heat_density,
    line_density,
    power,
    sized,
    suitability_classes,
    supply_kinds,
)
from tools.styles_stock import BUILDING_TIP, BUILDING_TITLE, OUTLINE

STOCK_TIP = ("use", "use_source", "heated", "heat_category", "house_type", *BUILDING_TIP[2:])
ADDRESS = "coalesce(trim(\"street\" || ' ' || coalesce(\"house_number\", '')), 'Gebäude')"
# values that nobody told of this very building
ASSUMED = "('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')"
DEMAND_TIP = (
    "specific_kwh_m2", "useful_heat_kwh", "useful_heat_low_kwh", "useful_heat_high_kwh", "space_heat_kwh",
    "hot_water_kwh", "floor_area_m2", "demand_method", "demand_source", "final_energy_kwh", "carrier",
    "carrier_percent", "carrier_source",
)  # fmt: skip
BLOCK_TIP = (
    "density_mwh_ha", "density_low_mwh_ha", "density_high_mwh_ha", "useful_heat_mwh_a", "area_ha", "heated_buildings",
    "specific_kwh_m2", "prevailing_carrier", "gas_percent", "oil_percent", "heat_network_percent", "prevailing_type",
    "prevailing_age", "largest_consumer_percent",
)  # fmt: skip
HEATER_TIP = (
    "generators", "gas_boilers", "oil_boilers", "coal_boilers", "biomass_boilers", "heat_pumps", "direct_electric",
    "transfer_stations", "unknown_generators", "delivered_percent",
)  # fmt: skip
SECTION_TIP = (
    "line_density_kwh_m", "line_density_low_kwh_m", "line_density_high_kwh_m", "connected_density_kwh_m",
    "connection_percent", "useful_heat_mwh_a", "length_m", "buildings",
)  # fmt: skip


def _stock_tip(layer: QgsVectorLayer) -> None:
    map_tip(layer, "building_stock", BUILDING_TITLE, STOCK_TIP, 'represent_value("use")')


@style("building_stock", "building_stock", "polygon")
def _stock_use(layer: QgsVectorLayer) -> None:
    entries = [(code, fill(color, 255, OUTLINE, 0.06), text) for code, text, color in listed("building_use")]
    layer.setRenderer(categories("use", entries))
    _stock_tip(layer)


@style("building_gaps", "building_stock", "polygon")
def _gaps(layer: QgsVectorLayer) -> None:
    """How many of use, storeys and age nobody told of the building itself."""
    assumed = " + ".join(
        f"(coalesce(\"{name}\", 'default') IN {ASSUMED})"
        for name in ("use_source", "storeys_source", "age_source")
    )
    shades = (("#2f7f6f", "nichts"), ("#b9d9a5", "eines"), ("#f3b25c", "zwei"), ("#b5382a", "alle drei"))
    entries = [
        (
            f'"heated" AND {assumed} = {count}',
            fill(color, 255, OUTLINE, 0.06),
            f"{text} von Nutzung, Geschossen, Alter angenommen",
        )
        for count, (color, text) in enumerate(shades)
    ]
    entries.append(("ELSE", fill("#e4e1dc", 255, "#b3ada4", 0.06), "unbeheizt"))
    layer.setRenderer(rules([(*entry, 0, 0) for entry in entries]))
    _stock_tip(layer)


@style("building_demand", "building_demand", "polygon")
def _demand(layer: QgsVectorLayer) -> None:
    layer.setRenderer(
        classes(
            "specific_kwh_m2", "specific_need", lambda color: fill(color, 255, OUTLINE, 0.06), "kWh/(m²·a)",
            hatch("#b9b4ab", 45, 1.2, 0.1, 0.06),
        )
    )  # fmt: skip
    map_tip(layer, "building_demand", ADDRESS, DEMAND_TIP, "'Wärmebedarf (Nutzenergie)'")


MEASURED = (
    ("#1b6e5a", "gemessen", "measured"),
    ("#7fb59b", "gemessen als Gruppe von Adressen", "measured_group"),
)


@style("building_demand_source", "building_demand", "polygon")
def _demand_source(layer: QgsVectorLayer) -> None:
    """Whether a heat demand was metered or comes from published figures."""
    entries = [
        (f"\"demand_source\" = '{code}'", fill(color, 255, OUTLINE, 0.06), text)
        for color, text, code in MEASURED
    ]
    entries.append(("ELSE", fill("#e0cf9f", 255, OUTLINE, 0.06), "gerechnet aus Kennwerten"))
    layer.setRenderer(rules([(*entry, 0, 0) for entry in entries]))
    map_tip(layer, "building_demand", ADDRESS, DEMAND_TIP, "'Wärmebedarf (Nutzenergie)'")


@style("blocks", "blocks", "polygon")
def _blocks(layer: QgsVectorLayer) -> None:
    single(layer, fill(BLOCK_LINE, 0, BLOCK_LINE, 0.3))
    tip = ("area_ha", "gross_area_ha", "heated_buildings", "buildings", "block_kind")
    map_tip(layer, "blocks", "coalesce(\"name\", 'Baublock')", tip)


@style("street_sections", "street_sections", "line")
def _sections(layer: QgsVectorLayer) -> None:
    single(layer, stroke("#7d5a3c", 0.5))
    tip = ("length_m", "buildings", "street_class", "dead_end")
    map_tip(layer, "street_sections", "coalesce(\"street\", 'Straßenabschnitt')", tip)


def _block_tip(layer: QgsVectorLayer) -> None:
    map_tip(layer, "block_heat", "coalesce(\"name\", 'Baublock')", BLOCK_TIP)


@style("block_heat", "block_heat", "polygon")
def _block_density(layer: QgsVectorLayer) -> None:
    heat_density(layer)
    _block_tip(layer)


@style("block_heat_carriers", "block_heat", "polygon")
def _block_carriers(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("prevailing_carrier", grouped("heat_carrier", carrier_groups())))
    _block_tip(layer)


@style("block_heaters", "block_heaters", "polygon")
def _block_heaters(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("prevailing_generator", grouped("heat_generator", GENERATOR_LABELS)))
    map_tip(layer, "block_heaters", "coalesce(\"name\", 'Baublock')", HEATER_TIP)


@style("large_heat_users", "large_heat_users", "point")
def _large_users(layer: QgsVectorLayer) -> None:
    single(layer, sized(marker("pentagon", "#7a5a10", 4, PAPER, 0.3), power("final_energy_mwh_a", 0.06)))
    tip = ("useful_heat_mwh_a", "final_energy_mwh_a", "carrier", "demand_source", "use", "floor_area_m2")
    map_tip(layer, "large_heat_users", "coalesce(\"name\", 'Großer Wärmeverbraucher')", tip)


@style("block_heat_types", "block_heat", "polygon")
def _block_types(layer: QgsVectorLayer) -> None:
    layer.setRenderer(categories("prevailing_type", grouped("plan_building_type", TYPE_LABELS)))
    _block_tip(layer)


@style("block_heat_ages", "block_heat", "polygon")
def _block_ages(layer: QgsVectorLayer) -> None:
    entries = [(code, block(color), text) for code, text, color in listed("plan_age_class")]
    layer.setRenderer(categories("prevailing_age", entries))
    _block_tip(layer)


@style("heat_grid", "heat_grid", "polygon")
def _grid(layer: QgsVectorLayer) -> None:
    layer.setRenderer(
        classes("density_mwh_ha", "heat_density", lambda color: fill(color, 200, PAPER, 0.1), "MWh/(ha·a)")
    )
    map_tip(layer, "heat_grid", "'100-m-Raster'", ("density_mwh_ha", "useful_heat_mwh_a", "heated_buildings"))


@style("section_heat", "section_heat", "line")
def _section_heat(layer: QgsVectorLayer) -> None:
    line_density(layer, "line_density_kwh_m")
    map_tip(layer, "section_heat", "coalesce(\"street\", 'Straßenabschnitt')", SECTION_TIP)


@style("proposed_areas", "proposed_areas", "polygon")
def _proposed_areas(layer: QgsVectorLayer) -> None:
    supply_kinds(layer)
    tip = (
        "year",
        "reasons",
        "demand_mwh_a",
        "area_ha",
        "suitability_network",
        "suitability_decentral",
        "by_hand",
    )
    map_tip(layer, "proposed_areas", "coalesce(\"name\", 'Gebiet')", tip, 'represent_value("supply_kind")')


def _block_suitability(kind: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        suitability_classes(layer, f"suitability_{kind}")
        tip = (
            f"reasons_{kind}", f"score_{kind}_percent", f"confidence_{kind}_percent", "density_mwh_ha",
            "line_density_kwh_m", "useful_heat_mwh_a",
        )  # fmt: skip
        map_tip(
            layer,
            "block_suitability",
            "coalesce(\"name\", 'Baublock')",
            tip,
            f'represent_value("suitability_{kind}")',
        )

    return draw


for _kind in ("network", "hydrogen", "decentral", "methane"):
    style(f"block_suitability_{_kind}", "block_suitability", "polygon")(_block_suitability(_kind))
style("block_suitability", "block_suitability", "polygon")(_block_suitability("network"))
