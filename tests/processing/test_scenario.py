"""enact:scenario on an analysed town: named scenarios side by side, one decisive, what is short told."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from qgis.core import QgsProcessingException

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

EAST, NORTH = 410_000.0, 5_660_000.0


@pytest.fixture
def town(qgis_app, run, tmp_path):
    """Ten homes heated with oil, and a heat network area over half of them."""
    shapes = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 10, NORTH + 10) for n in range(10)]
    data = {
        "id": [f"H{n}" for n in range(10)],
        "nutzung": ["Wohnhaus"] * 10,
        "strasse": ["Musterstraße"] * 10,
        "hnr": [str(n + 1) for n in range(10)],
        "geschosse": [1] * 10,
        "baujahr": [1960] * 10,
    }
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "99999999", "Musterstadt")
    frame = gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")
    run("loadbuildings", INPUT=str(write_file(frame, tmp_path / "haeuser.gpkg")), WORKSPACE=str(path), KIND="mapped",
        MAPPING='{"building_id": "id", "use": "nutzung", "street": "strasse", "house_number": "hnr", '
        '"storeys": "geschosse", "built_year": "baujahr"}')  # fmt: skip
    run("buildingstock", WORKSPACE=str(path))
    file = tmp_path / "kehrbuch.csv"
    file.write_text("lfd_nr;adressen;feuerstaette;anzahl\n1;Musterstr. 1-10;Ölheizung;10\n", encoding="utf-8")
    run("loadheaters", INPUT=str(file), WORKSPACE=str(path))
    run("heatdemand", WORKSPACE=str(path))
    area = gpd.GeoDataFrame(
        {"id": ["A1"], "versorgungsart": ["Wärmenetzgebiet"], "jahr": [2035]},
        geometry=[shapely.box(EAST - 5, NORTH - 5, EAST + 95, NORTH + 15)],
        crs="EPSG:25833",
    )
    file = str(write_file(area, tmp_path / "gebiete.gpkg"))
    run("loadlayer", INPUT=file, WORKSPACE=str(path), KIND="supply_areas")
    return path


def scenario(run, town, **values):
    given = {"NAME": "Zielpfad", "YEAR": 2025, "REFURBISHMENT": 0, "EXCHANGE": 0, "CONNECTION": 100, **values}
    return run("scenario", WORKSPACE=str(town), **given)


def test_a_scenario_starts_from_the_stock_and_connects_its_area(run, town):
    scenario(run, town)
    workspace = Workspace.open(town)
    energy, demand = workspace.read("scenario_energy"), workspace.read("building_demand")
    of = energy.pivot_table(
        index="year", columns="carrier", values="final_energy_mwh_a", aggfunc="sum"
    ).fillna(0)
    whole = demand["final_energy_kwh"].sum() / 1000
    assert of.loc[2025, "heating_oil"] == pytest.approx(whole, rel=1e-4)
    # half of the houses lie in the area: half of their oil is gone by 2040, all of it by 2045
    assert of.loc[2040, "heating_oil"] == pytest.approx(0.75 * whole, rel=1e-4)
    assert of.loc[2045, "heating_oil"] == pytest.approx(0.5 * whole, rel=1e-4)
    assert of.loc[2045, "heat_network"] == pytest.approx(0.5 * whole / 1.18 * 1.03, rel=1e-4)
    assert [line for line in run.log if "fossil or unknown heaters remain" in line]
    row = workspace.provenance("scenario_energy")
    assert {"building_demand", "building_stock", "supply_areas"} <= set(row.inputs)
    assert "scenario_energy" not in row.inputs


def test_indicators_of_the_law_are_there_for_each_year(run, town):
    scenario(run, town)
    table = Workspace.open(town).read("scenario_indicators")
    assert set(table["number"]) >= {"1", "2", "3", "4", "5"}
    assert set(table["year"]) == {2025, 2030, 2035, 2040, 2045}
    connected = table[table["number"].eq("5") & table["unit"].ne("%")].set_index("year")["value"]
    assert connected[2045] == pytest.approx(5.0)


def test_scenarios_stand_beside_each_other_and_one_is_decisive(run, town, tmp_path):
    scenario(run, town, NAME="Trend", PRESET="trend", DECISIVE=True, REASONS="Vorläufig.")
    file = tmp_path / "vergleich.xlsx"
    results = scenario(run, town, NAME="Ziel", DECISIVE=True, REASONS="Ratsbeschluss.", OUTPUT=str(file))
    assert results["SCENARIOS"] == 2
    table = Workspace.open(town).read("scenarios").set_index("scenario")
    assert table["decisive"].to_dict() == {"Trend": False, "Ziel": True}
    assert table.loc["Ziel", "reasons"] == "Ratsbeschluss."
    scenario(run, town, NAME="Trend", PRESET="trend", EXCHANGE=5)
    again = Workspace.open(town).read("scenarios").set_index("scenario")
    assert len(again) == 2
    assert "exchange_rate = 0.05" in again.loc["Trend", "figures"]
    assert again.loc["Ziel", "decisive"]
    from osgeo import gdal, ogr

    gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
    dataset = ogr.Open(str(file))
    layer = dataset.GetLayerByName("Vergleich")
    names = [
        layer.GetLayerDefn().GetFieldDefn(n).GetName() for n in range(layer.GetLayerDefn().GetFieldCount())
    ]
    gdal.SetConfigOption("OGR_XLSX_HEADERS", None)
    assert names[-2:] == ["Trend", "Ziel"]
    assert pd.Series(names).is_unique


@pytest.mark.parametrize("values, text", [
    ({"DECISIVE": True}, "needs reasons"),
    ({"CHANGES": "biomass: 1"}, "no JSON"),
    ({"CHANGES": '{"mix_biomass": 0.9}'}, "instead of 100"),
    ({"CHANGES": '{"mix_wood": 0.9}'}, "Unknown figures: mix_wood"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_lost(run, town, values, text):
    scenario(run, town)
    with pytest.raises(QgsProcessingException, match=text):
        scenario(run, town, NAME="Anderes", **values)
    assert Workspace.open(town).read("scenarios")["scenario"].tolist() == ["Zielpfad"]


def test_the_actions_of_the_decisive_scenario_are_its_difference_to_the_stock(run, town, tmp_path):
    from osgeo import gdal, ogr

    file = tmp_path / "secap.xlsx"
    run("exportsecap", WORKSPACE=str(town), YEAR=2025, OUTPUT=str(file))
    assert [line for line in run.log if "the sheet of actions is left out" in line]
    scenario(run, town, REFURBISHMENT=2, EXCHANGE=4, DECISIVE=True, REASONS="Ratsbeschluss.")
    run("exportsecap", WORKSPACE=str(town), YEAR=2025, OUTPUT=str(file))
    gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
    dataset = ogr.Open(str(file))
    layer = dataset.GetLayerByName("Maßnahmen bis 2030")
    names = [
        layer.GetLayerDefn().GetFieldDefn(n).GetName() for n in range(layer.GetLayerDefn().GetFieldCount())
    ]
    table = pd.DataFrame([[feature[name] for name in names] for feature in layer], columns=names)
    gdal.SetConfigOption("OGR_XLSX_HEADERS", None)
    assert {"Gebäude sanieren", "Wärmepumpen einbauen"} <= set(table["Maßnahme"])
    energy = Workspace.open(town).read("scenario_energy").groupby("year")["final_energy_mwh_a"].sum()
    saved = table["Einsparung (MWh/a)"].astype(float).sum()
    assert saved == pytest.approx(energy[2025] - energy[2030], abs=0.3)
    assert set(table["Zuständige Stelle"]) == {"von der Kommune einzutragen"}
