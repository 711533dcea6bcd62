"""Styles of buildings, census and areas."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from tools.style_parts import (
    INSIDE,
    PAPER,
    Draw,
    categories,
    classes,
    fill,
    hatch,
    label,
    listed,
    map_tip,
    single,
    style,
    text_format,
)

BUILDING_TIP = (
    "use", "use_source", "age_class", "built_year", "age_source", "storeys", "storeys_source", "height_m",
    "footprint_m2", "floor_area_m2", "floor_area_source", "postcode", "findings",
)  # fmt: skip
BUILDING_TITLE = "coalesce(trim(\"street\" || ' ' || coalesce(\"house_number\", '')), \"name\", 'Gebäude')"
OUTLINE = "#5d5a55"


def _building_tip(layer: QgsVectorLayer) -> None:
    map_tip(layer, "buildings", BUILDING_TITLE, BUILDING_TIP, 'represent_value("use")')


@style("buildings_use", "buildings", "polygon")
def _buildings_use(layer: QgsVectorLayer) -> None:
    entries = [(code, fill(color, 255, OUTLINE, 0.06), text) for code, text, color in listed("building_use")]
    layer.setRenderer(categories("use", entries))
    _house_numbers(layer)
    _building_tip(layer)


@style("buildings_age", "buildings", "polygon")
def _buildings_age(layer: QgsVectorLayer) -> None:
    entries = [(code, fill(color, 255, OUTLINE, 0.06), text) for code, text, color in listed("age_class")]
    unknown = entries.pop()
    entries.append(([unknown[0], ""], unknown[1], "unbekannt oder nur als Mischung (Zensus)"))
    layer.setRenderer(categories("age_class", entries))
    _house_numbers(layer)
    _building_tip(layer)


@style("buildings_floor_area", "buildings", "polygon")
def _buildings_floor_area(layer: QgsVectorLayer) -> None:
    missing = hatch("#b9b4ab", 45, 1.2, 0.1, 0.06)
    layer.setRenderer(
        classes("floor_area_m2", "floor_area", lambda color: fill(color, 255, OUTLINE, 0.06), "m²", missing)
    )
    _house_numbers(layer)
    _building_tip(layer)


@style("buildings", "buildings", "polygon")
def _buildings_plain(layer: QgsVectorLayer) -> None:
    single(layer, fill("#d9d5cf", 255, "#b3ada4", 0.06))
    _house_numbers(layer)
    _building_tip(layer)


def _house_numbers(layer: QgsVectorLayer) -> None:
    label(layer, '"house_number"', text_format(6.5, buffer=0.5), 2500, 0, placement=INSIDE, priority=2)


# ---- census

CELL_TIP = (
    "population", "dwellings", "buildings", "prevailing_age", "prevailing_age_share", "prevailing_type",
    "prevailing_type_share", "prevailing_heating", "prevailing_heating_share", "prevailing_carrier",
    "prevailing_carrier_share", "living_area_per_person_m2", "owner_share", "vacancy_share",
)  # fmt: skip
SEE_THROUGH = 190


def _cell(color: str) -> object:
    return fill(color, SEE_THROUGH, PAPER, 0.1)


def _cell_tip(layer: QgsVectorLayer) -> None:
    map_tip(layer, "census_cells", "'100-m-Gitterzelle'", CELL_TIP, "'Zensus ' || \"census_year\"")


def _prevailing(column: str, list_: str) -> Draw:
    def draw(layer: QgsVectorLayer) -> None:
        entries = [(code, _cell(color), text) for code, text, color in listed(list_)]
        layer.setRenderer(categories(column, entries))
        _cell_tip(layer)

    return draw


style("census_age", "census_cells", "polygon")(_prevailing("prevailing_age", "age_class"))
style("census_type", "census_cells", "polygon")(_prevailing("prevailing_type", "census_building_type"))
style("census_heating", "census_cells", "polygon")(_prevailing("prevailing_heating", "census_heating"))
style("census_carrier", "census_cells", "polygon")(_prevailing("prevailing_carrier", "census_carrier"))


@style("census_cells", "census_cells", "polygon")
def _census_population(layer: QgsVectorLayer) -> None:
    layer.setRenderer(classes('coalesce("population", "buildings")', "count", _cell))
    _cell_tip(layer)
