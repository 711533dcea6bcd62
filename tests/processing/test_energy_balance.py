"""enact:energybalance and enact:exportsecap on an analysed town: sums agree, gaps are told, sheets can be read."""

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
    """Ten homes heated with oil and an office of which nobody knows the heating."""
    shapes = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 10, NORTH + 10) for n in range(11)]
    data = {
        "id": [f"H{n}" for n in range(11)],
        "nutzung": ["Wohnhaus"] * 10 + ["Bürogebäude"],
        "strasse": ["Musterstraße"] * 11,
        "hnr": [str(n + 1) for n in range(11)],
        "geschosse": [1] * 11,
        "baujahr": [1960] * 11,
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
    return path


def sheets_of(file):
    from osgeo import gdal, ogr

    gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
    dataset = ogr.Open(str(file))
    found = {}
    for layer in dataset:
        names = [
            layer.GetLayerDefn().GetFieldDefn(n).GetName()
            for n in range(layer.GetLayerDefn().GetFieldCount())
        ]
        found[layer.GetName()] = pd.DataFrame([[f[n] for n in names] for f in layer], columns=names)
    gdal.SetConfigOption("OGR_XLSX_HEADERS", None)
    return found


def test_the_balance_is_that_of_the_buildings_and_tells_what_is_unknown(run, town):
    results = run("energybalance", WORKSPACE=str(town), YEAR=2024)
    workspace = Workspace.open(town)
    table, demand = workspace.read("energy_balance"), workspace.read("building_demand")
    assert table["final_energy_mwh_a"].sum() == pytest.approx(
        demand["final_energy_kwh"].sum() / 1000, abs=0.01
    )
    assert set(table["sector"]) == {"households", "services"}
    oil = table.set_index("carrier").loc["heating_oil"]
    assert oil["emissions_t_a"] == pytest.approx(oil["final_energy_mwh_a"] * oil["factor_t_mwh"], abs=0.01)
    assert oil["factor_source"]
    unknown = table.set_index("carrier").loc["unknown"]
    assert pd.isna(unknown["emissions_t_a"])
    assert results["EMISSIONS_T"] == pytest.approx(oil["emissions_t_a"], abs=0.1)
    assert [line for line in run.log if "Without a known carrier and without emissions" in line]
    row = workspace.provenance("energy_balance")
    assert set(row.inputs) == {"building_demand", "building_stock"}


def test_the_sheets_mark_what_is_not_accounted_for(run, town, tmp_path):
    file = tmp_path / "bilanz.xlsx"
    run("energybalance", WORKSPACE=str(town), YEAR=2024, OUTPUT=str(file))
    sheets = sheets_of(file)
    assert list(sheets) == ["Bilanz 2024 (BISKO)", "Datengüte", "Alle Zeilen", "Hinweise"]
    table = sheets["Bilanz 2024 (BISKO)"].set_index("Endenergiesektor")
    assert table.loc["Verkehr", "Zustand"] == "außerhalb von EnAct"
    assert pd.isna(table.loc["Verkehr"].iloc[2])
    assert table.loc["Kommunale Einrichtungen", "Zustand"] == "unbekannt"


def test_a_local_network_factor_in_the_wrong_unit_is_refused(run, town):
    with pytest.raises(QgsProcessingException, match="check the unit"):
        run("energybalance", WORKSPACE=str(town), NETWORK_FACTOR=180_000)


def test_the_inventory_of_the_covenant_has_no_false_zero(run, town, tmp_path):
    file = tmp_path / "secap.xlsx"
    results = run("exportsecap", WORKSPACE=str(town), YEAR=2024, OUTPUT=str(file))
    sheets = sheets_of(file)
    energy = sheets["Endenergie (MWh)"].set_index("Sektor")
    assert energy.loc["Öffentliche Beleuchtung", "Strom"] == "außerhalb von EnAct"
    oil = float(energy.loc["Wohngebäude", "Heizöl"])
    rest = sheets["Ohne Spalte im Formblatt"]
    assert rest["Energieträger"].tolist() == ["Unbekannt"]
    told = oil + float(rest.iloc[:, 2].astype(float).sum())
    assert told == pytest.approx(results["FINAL_MWH"], abs=0.2)
    assert energy.loc["Emissionsfaktor (t CO2e/MWh)", "Diesel"] == "–"
