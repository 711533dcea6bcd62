"""The heat analysis on what towns really deliver: one house, nothing heated, two zones, absurd figures."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

EAST, NORTH = 300_000.0, 5_660_000.0  # 12.1° E: the border of two zones runs through the town
MAPPING = (
    '{"building_id": "id", "use": "nutzung", "storeys": "geschosse", "built_year": "baujahr", '
    '"floor_area_m2": "flaeche_m2", "height_m": "hoehe_m"}'
)


def houses(count, **columns):
    shapes = [shapely.box(EAST + 25 * n, NORTH + 10, EAST + 25 * n + 10, NORTH + 20) for n in range(count)]
    data = {
        "id": [f"H{n}" for n in range(count)],
        "nutzung": ["Wohnhaus"] * count,
        "geschosse": [2.0] * count,
        "baujahr": [1960] * count,
        "flaeche_m2": [np.nan] * count,
        "hoehe_m": [np.nan] * count,
        **columns,
    }
    return gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")


def streets():
    lines = [
        shapely.LineString([(EAST - 20, NORTH), (EAST + 320, NORTH)]),
        shapely.LineString([(EAST - 20, NORTH + 60), (EAST + 320, NORTH + 60)]),
        shapely.LineString([(EAST - 20, NORTH), (EAST - 20, NORTH + 60)]),
        # crosses itself and ends nowhere
        shapely.LineString([(EAST + 320, NORTH - 30), (EAST + 320, NORTH + 90), (EAST + 300, NORTH + 70),
                            (EAST + 340, NORTH + 80)]),
    ]  # fmt: skip
    data = {"name": ["Musterstraße", "Hinterweg", "Quergasse", "Schleife"], "highway": ["residential"] * 4}
    return gpd.GeoDataFrame(data, geometry=lines, crs="EPSG:25833")


@pytest.fixture
def analyse(qgis_app, run, tmp_path):
    def analysed(buildings, roads=None, name="stadt"):
        path = tmp_path / f"{name}.gpkg"
        Workspace.create(path, "99999999", "Musterstadt")
        file = str(write_file(buildings, tmp_path / f"{name}_haeuser.gpkg"))
        run("loadbuildings", INPUT=file, WORKSPACE=str(path), KIND="mapped", MAPPING=MAPPING)
        if roads is not None:
            file = str(write_file(roads, tmp_path / f"{name}_strassen.gpkg"))
            run("loadlayer", INPUT=file, WORKSPACE=str(path), KIND="streets")
        results = run("analyse", WORKSPACE=str(path))
        return Workspace.open(path), results

    return analysed


def test_one_house_is_analysed_and_stands_outside_settlements(analyse):
    workspace, results = analyse(houses(1), streets())
    (row,) = workspace.read("building_demand").to_dict("records")
    # 2 storeys × 100 m² × 0.84 = 168 m², × (93 + 10) kWh/m²
    assert row["useful_heat_kwh"] == pytest.approx(168 * 103, rel=1e-3)
    assert len(workspace.read("blocks")) == 0
    assert workspace.read("building_blocks")["block_rule"].tolist() == ["outside"]
    assert workspace.read("section_heat")["useful_heat_mwh_a"].sum() == pytest.approx(
        168 * 103 / 1000, rel=1e-3
    )
    assert results["STEPS_LEFT_OUT"] == 0


def test_without_streets_the_rest_is_done_and_what_lacks_is_named(analyse, run):
    workspace, results = analyse(houses(12))
    assert results["STEPS_LEFT_OUT"] > 0
    assert len(workspace.read("building_demand")) == 12
    assert [line for line in run.log if "streets" in line]


def test_a_town_across_two_zones_is_the_same_in_either(analyse):
    here, _ = analyse(houses(12), streets(), "zone33")
    there, _ = analyse(houses(12).to_crs("EPSG:25832"), streets().to_crs("EPSG:4326"), "zone32")
    for layer, column in (
        ("building_demand", "useful_heat_kwh"),
        ("section_heat", "length_m"),
        ("blocks", "area_ha"),
    ):
        one, other = here.read(layer)[column].sum(), there.read(layer)[column].sum()
        assert one > 0
        # a file keeps coordinates in metres of its own zone
        assert other == pytest.approx(one, rel=1e-6), layer
    assert set(here.read("building_sections")["section_rule"]) == set(
        there.read("building_sections")["section_rule"]
    )


def test_absurd_heights_and_areas_are_not_believed_and_said(analyse, run):
    buildings = houses(
        12,
        geschosse=[np.nan] * 12,
        hoehe_m=[-5.0, 0.0, 9_999.0, *[8.0] * 9],
        flaeche_m2=[168.0] * 9 + [-100.0, 0.0, 1e9],
    )
    workspace, _ = analyse(buildings, streets())
    demand = workspace.read("building_demand")
    assert len(demand) == 12
    # ten by ten metres, at most a handful of storeys
    assert demand["floor_area_m2"].between(50, 500).all()
    stock = workspace.read("building_stock").set_index("building_id")
    assert stock.loc[["H0", "H1", "H2"], "storeys_source"].ne("geometry").all()
    assert stock.loc[["H9", "H11"], "findings"].notna().all()


def test_overlapping_duplicates_count_once(analyse, run):
    twice = houses(12)
    again = houses(12, id=[f"D{n}" for n in range(12)])
    import pandas as pd

    both = gpd.GeoDataFrame(pd.concat([twice, again], ignore_index=True), crs=twice.crs)
    workspace, _ = analyse(both, streets())
    assert len(workspace.read("building_demand")) == 12


def test_nothing_heated_is_said_and_nothing_is_lost(analyse, run, tmp_path):
    with pytest.raises(QgsProcessingException, match="None of the 12 buildings is heated"):
        analyse(houses(12, nutzung=["Garage"] * 12), streets())
    assert len(Workspace.open(tmp_path / "stadt.gpkg").read("building_stock")) == 12
