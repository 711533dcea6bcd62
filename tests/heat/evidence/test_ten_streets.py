"""Ten streets of Zittau and ten of Görlitz, computed by hand from the raw deliveries, against the chain of the plugin.

`ten_streets.csv` was finished, bounds included, before the code was read or run: shoelace areas, storeys from what is
mapped, from the eaves or from the stated defaults, ages of the 100 m cell, figures by type and age. It holds derived
figures only. A street counts these of its heated buildings: in Zittau those with the street in the address; in Görlitz,
where nothing has an address, those above 120 m² within 60 m of the street and at least 5 m nearer to it than to any
other named one.

A street that does not agree is marked below with who is right, and is not bent: mend the cause, then take the mark out.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from enact_plugin.errors import Finding
from enact_plugin.heat.demand.demand import heat_demand
from enact_plugin.heat.density.lines import heat_line_density
from enact_plugin.heat.sections.sections import SectionInputs, street_sections
from enact_plugin.outcome import Source
from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.census import read_census
from enact_plugin.stock.complete.stock import StockInputs, complete_stock

CRS = "EPSG:25833"
CENSUS = "census/census2011_100m_zittau_goerlitz.csv"
TOWNS = {
    "Zittau": ("buildings/zittau_osm_buildings.geojson", "streets/zittau_osm_streets.geojson", CRS),
    "Görlitz": (
        "buildings/goerlitz_lod2_surfaces.geojson",
        "streets/goerlitz_osm_streets_epsg3857.geojson",
        "EPSG:3857",
    ),
}
ROADS = ("primary", "secondary", "tertiary", "local", "residential", "living_street", "pedestrian")
COUNT_BOUND = 1  # one building more or fewer: two careful people draw the edge of a street differently
FRONT_M = 25  # buildings this near to a street evidently stand along it
LENGTH_BOUND = 0.1  # a junction more or less at the end of a street
MORE_PERCENT = 10  # bound of the line density beyond that of the heat

ROWS = list(
    csv.DictReader(Path(__file__).with_name("ten_streets.csv").read_text(encoding="utf-8").splitlines())
)

# the hand left houses with an address at unknown use and so at default storeys (1.5 or 2); by DESIGN 3.2 an address
# makes them homes, which take the storeys of their neighbours. On the 38 houses whose storeys are mapped the default is
# 1.6 storeys too low; storeys of these streets themselves are not mapped
_ADDRESS = (
    "the plugin is nearer: houses with an address are homes, the default storeys of the hand are too low"
)
_SILENT_CELL = "open: the hand took cells that the census does not list for cells without homes"
DISAGREE = {
    ("Albertstraße", "floor"): _ADDRESS,
    ("Brunnenstraße", "floor"): _ADDRESS,
    ("Brunnenstraße", "heat"): _ADDRESS,
    ("Brunnenstraße", "density"): _ADDRESS,
    ("Brüderstraße", "floor"): _ADDRESS,
    ("Brüderstraße", "heat"): _ADDRESS,
    ("Brüderstraße", "density"): _ADDRESS,
    ("Mandauer Berg", "floor"): _ADDRESS,
    ("Mandauer Berg", "heat"): _ADDRESS,
    ("Mandauer Berg", "density"): _ADDRESS,
    ("Rosenstraße", "floor"): _ADDRESS + "; storeys in the roof are mapped there, and count 0.75 each",
    ("Theodor-Körner-Allee", "floor"): _ADDRESS
    + "; storeys in the roof are mapped there, and count 0.75 each",
    ("Breite Straße", "length"): "the hand is right: two carriageways of one street are one way for a pipe",
    ("Furtstraße", "heat"): "the plugin is right: IWU has research and universities apart from schools",
    ("Furtstraße", "density"): "the plugin is right: IWU has research and universities apart from schools",
    ("Querstraße", "count"): _SILENT_CELL,
    ("Querstraße", "footprint"): _SILENT_CELL,
}


@dataclass(frozen=True)
class Town:
    """What the plugin makes of a town.

    Attributes
    ----------
    houses : GeoDataFrame
        Heated buildings with their heat, and the section and street they were given to.
    sections : GeoDataFrame
        Layer ``section_heat``.
    streets : GeoDataFrame
        Layer ``streets``.
    findings : tuple of Finding
        Of the sections.
    """

    houses: gpd.GeoDataFrame
    sections: gpd.GeoDataFrame
    streets: gpd.GeoDataFrame
    findings: tuple[Finding, ...]


def delivered(path: Path, crs: str) -> gpd.GeoDataFrame:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return gpd.GeoDataFrame.from_features(features, crs=crs).to_crs(CRS)


@cache
def analysed(folder: Path, name: str) -> Town:
    buildings, lines, crs = TOWNS[name]
    raw = delivered(folder / lines, crs)
    streets = gpd.GeoDataFrame(
        {
            "name": raw["name"],
            "street_class": raw["highway"].replace({"unclassified": "local"}),
            "bridge": raw["bridge"].notna(),
            "tunnel": raw["tunnel"].notna(),
        },
        geometry=raw.geometry,
        crs=CRS,
    )
    source = Source(name)
    cells = read_census([folder / CENSUS]).frame.to_crs(CRS)
    outlines = read_buildings(delivered(folder / buildings, CRS)).frame
    stock = complete_stock(StockInputs(outlines, cells), source)
    frame = stock.buildings.frame
    demand = heat_demand(frame, stock.mixture.frame, source).frame
    cut = street_sections(SectionInputs(streets, frame), source)
    sections = heat_line_density(cut.sections.frame, cut.members.frame, demand, source).frame
    houses = frame[frame["heated"]].merge(demand[["building_id", "useful_heat_kwh"]], on="building_id")
    houses = houses.merge(cut.members.frame[["building_id", "section_id"]], on="building_id")
    of_section = sections.set_index("section_id")["street"]
    return Town(
        houses.assign(on_street=houses["section_id"].map(of_section)),
        sections,
        streets,
        cut.sections.findings,
    )


@dataclass(frozen=True)
class Street:
    """One street by hand and by the plugin."""

    by_hand: dict[str, str]
    houses: gpd.GeoDataFrame
    town: Town

    @property
    def name(self) -> str:
        return self.by_hand["street"]

    def hand(self, column: str) -> float:
        return float(self.by_hand[column])

    def within(self, column: str) -> float:
        return float(self.by_hand[column]) / 100

    @property
    def heat_mwh(self) -> float:
        return self.houses["useful_heat_kwh"].sum() / 1000

    @property
    def length_m(self) -> float:
        """Of the sections of that name which hold these houses."""
        sections = self.town.sections
        there = sections["street"].eq(self.name) & sections["section_id"].isin(self.houses["section_id"])
        return float(sections.loc[there, "length_m"].sum())


def along(name: str, town: Town) -> gpd.GeoDataFrame:
    """Heated buildings above 120 m² within 60 m of a street, 5 m nearer than to others; ``distance_m`` to it."""
    streets = town.streets[town.streets["street_class"].isin(ROADS)]
    mine = streets["name"].eq(name)
    others = streets["name"].notna() & ~mine
    near = town.houses.geometry.distance(shapely.union_all(streets.geometry[mine].to_numpy()))
    next_ = town.houses.geometry.distance(shapely.union_all(streets.geometry[others].to_numpy()))
    chosen = town.houses["footprint_m2"].gt(120) & near.le(60) & (next_ - near).ge(5)
    return town.houses[chosen].assign(distance_m=near[chosen])


def street_of(folder: Path, row: dict[str, str]) -> Street:
    town = analysed(folder, row["town"])
    if row["town"] == "Görlitz":
        return Street(row, along(row["street"], town), town)
    addressed = town.houses["street"].eq(row["street"]) & town.houses["house_number"].notna()
    return Street(row, town.houses[addressed].assign(distance_m=0.0), town)


def each(figure: str):
    """Every street of the table; those that do not agree in this figure as expected failures with who is right."""
    found = []
    for row in ROWS:
        reason = DISAGREE.get((row["street"], figure))
        marks = [] if reason is None else [pytest.mark.xfail(reason=reason, strict=True)]
        found.append(pytest.param(row, id=row["street"], marks=marks))
    return pytest.mark.parametrize("row", found)


def test_the_table_holds_ten_streets_of_each_town_and_adds_up():
    assert pd.Series([row["town"] for row in ROWS]).value_counts().to_dict() == {"Zittau": 10, "Görlitz": 10}
    for row in ROWS:
        density = 1000 * float(row["useful_heat_mwh_a"]) / float(row["length_m"])
        # both are rounded: half a MWh and half a metre
        assert density == pytest.approx(float(row["line_density_kwh_m"]), rel=0.006), row["street"]
    known = {row["street"] for row in ROWS}
    assert {street for street, _ in DISAGREE} <= known


@each("count")
def test_as_many_heated_buildings_as_counted_by_hand(row, real_data):
    street = street_of(real_data, row)
    assert abs(len(street.houses) - street.hand("buildings")) <= COUNT_BOUND


@each("footprint")
def test_footprints_are_those_of_the_shoelace(row, real_data):
    street = street_of(real_data, row)
    # with an address the buildings are the same ones; else one building more or fewer
    bound = 0.01 if row["town"] == "Zittau" else street.within("bound_floor_percent")
    assert street.houses["footprint_m2"].sum() == pytest.approx(street.hand("footprint_m2"), rel=bound)


@each("floor")
def test_floor_area_lies_within_what_two_engineers_differ_by(row, real_data):
    street = street_of(real_data, row)
    bound = street.within("bound_floor_percent")
    assert street.houses["floor_area_m2"].sum() == pytest.approx(street.hand("floor_area_m2"), rel=bound)


@each("heat")
def test_useful_heat_lies_within_what_two_engineers_differ_by(row, real_data):
    street = street_of(real_data, row)
    bound = street.within("bound_heat_percent")
    assert street.heat_mwh == pytest.approx(street.hand("useful_heat_mwh_a"), rel=bound)


@each("length")
def test_a_street_is_as_long_as_between_its_outermost_junctions(row, real_data):
    street = street_of(real_data, row)
    assert street.length_m == pytest.approx(street.hand("length_m"), rel=LENGTH_BOUND)


@each("density")
def test_line_density_lies_within_what_two_engineers_differ_by(row, real_data):
    street = street_of(real_data, row)
    bound = street.within("bound_heat_percent") + MORE_PERCENT / 100
    density = 1000 * street.heat_mwh / street.length_m
    assert density == pytest.approx(street.hand("line_density_kwh_m"), rel=bound)


@each("members")
def test_buildings_at_a_street_belong_to_a_section_of_it(row, real_data):
    street = street_of(real_data, row)
    front = street.houses[street.houses["distance_m"] <= FRONT_M]
    assert len(front)
    elsewhere = front["on_street"].ne(street.name).sum()
    # without addresses a wing behind a corner house may be reached from the other street
    assert elsewhere <= (0 if row["town"] == "Zittau" else max(1, 0.1 * len(front)))


def test_a_church_has_no_storeys_up_to_the_top_of_its_tower(real_data):
    houses = analysed(real_data, "Zittau").houses
    churches = houses[houses["use"].eq("culture") & houses["street"].isin(("Johannisplatz", "Klosterplatz"))]
    assert len(churches) == 2
    assert churches["storeys"].le(3).all()
    # by hand: 2,952 m² × 1 storey × 0.85 × 177 kWh/m² = 444 MWh, a hundredth of the town's heat
    assert churches["useful_heat_kwh"].sum() < 0.03 * houses["useful_heat_kwh"].sum()


def test_a_street_of_which_only_the_end_is_mapped_is_named(real_data):
    """Of Frauenstraße the delivery has the far end only; its houses stand up to 90 m from it and heap up there."""
    town = analysed(real_data, "Zittau")
    sections = town.sections[town.sections["street"].eq("Frauenstraße")]
    assert (
        sections["line_density_kwh_m"].max() > 20_000
    )  # more than twice what the densest street of the table has
    (told,) = [finding for finding in town.findings if finding.id == "sections_street_missing"]
    assert "Frauenstraße" in told.values["streets"]


def test_houses_of_one_row_are_of_one_kind(real_data):
    """Sohrstraße, Blumenstraße: closed rows of about 1890, four and five storeys, side by side."""
    town = analysed(real_data, "Görlitz")
    row = pd.concat([along(name, town) for name in ("Sohrstraße", "Blumenstraße")])
    front = row[row["distance_m"].le(FRONT_M) & row["storeys"].ge(4)]
    assert len(front) > 30
    assert front["heat_category"].eq("residential").mean() > 0.9
