"""enact:datarequest: what is asked for can be filled in, checked and loaded."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from enact_plugin.layers.files import write_file
from enact_plugin.layers.spreadsheets import Sheet, write_sheets
from enact_plugin.layers.workspace import Workspace
from enact_plugin.reference.requests import request_fields

EAST, NORTH = 410_000.0, 5_660_000.0


@pytest.fixture
def town(qgis_app, run, tmp_path):
    """Twelve detached houses in one street, two in another, and a block of flats."""
    shapes = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 10, NORTH + 10) for n in range(14)]
    shapes.append(shapely.box(EAST, NORTH + 50, EAST + 40, NORTH + 65))
    data = {
        "id": [f"H{n}" for n in range(15)],
        "nutzung": ["Wohnhaus"] * 15,
        "strasse": ["Musterstraße"] * 12 + ["Kurzer Weg"] * 2 + ["Blockweg"],
        "hnr": [str(n + 1) for n in range(12)] + ["1", "2", "1"],
        "geschosse": [1] * 14 + [5],
        "baujahr": [1960] * 15,
    }
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "99999999", "Musterstadt")
    frame = gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")
    run("loadbuildings", INPUT=str(write_file(frame, tmp_path / "haeuser.gpkg")), WORKSPACE=str(path), KIND="mapped",
        MAPPING='{"building_id": "id", "use": "nutzung", "street": "strasse", "house_number": "hnr", '
        '"storeys": "geschosse", "built_year": "baujahr"}')  # fmt: skip
    run("buildingstock", WORKSPACE=str(path))
    return path


def sheets_of(file):
    from osgeo import gdal, ogr

    gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")  # a sheet of texts alone has a heading too
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


def test_the_request_holds_lawful_groups_and_says_what_it_does_not_ask(run, town, tmp_path):
    file = tmp_path / "gas.xlsx"
    results = run("datarequest", SUPPLIER="gas", OUTPUT=str(file), WORKSPACE=str(town))
    assert (results["GROUPS"], results["LEFT_OUT"]) == (3, 2)
    sheets = sheets_of(file)
    assert list(sheets) == ["Anfrage", "Hinweise", "Nicht angefragt"]
    assert sheets["Anfrage"]["adressen"].tolist() == [
        "Blockweg 1", "Musterstraße 1, 2, 3, 4, 5, 6", "Musterstraße 7, 8, 9, 10, 11, 12",
    ]  # fmt: skip
    assert sheets["Nicht angefragt"]["strasse"].tolist() == ["Kurzer Weg"]
    notes = sheets["Hinweise"].iloc[:, 0].tolist()
    assert {field.heading for field in request_fields("gas")} <= set(notes)


def filled(file, folder, **columns):
    table = sheets_of(file)["Anfrage"].assign(**columns)
    return str(write_sheets(folder / "antwort.xlsx", [Sheet("Anfrage", table)])[0])


def test_a_filled_request_is_complete_and_loads_without_a_mapping(run, town, tmp_path):
    file = tmp_path / "gas.xlsx"
    run("datarequest", SUPPLIER="gas", OUTPUT=str(file), WORKSPACE=str(town))
    reply = filled(file, tmp_path, verbrauch_1_kwh=[100_000, 60_000, 66_000], verbrauch_2_kwh=[110_000, 66_000, 60_000],
                   jahr_von=2022, jahr_bis=2023, bezug="Heizwert")  # fmt: skip
    results = run(
        "datarequest", SUPPLIER="gas", REPLY=reply, OUTPUT=str(tmp_path / "b.xlsx"), WORKSPACE=str(town)
    )
    assert (results["ANSWERED"], results["OPEN"]) == (3, 0)
    loaded = run("loadconsumption", INPUT=reply, WORKSPACE=str(town))
    assert (loaded["ROWS"], loaded["REFUSED"], loaded["WITHOUT_BUILDING"]) == (3, 0, 0)
    kept = Workspace.open(town).read("consumption").set_index("address_group")
    assert kept["consumption_kwh_a"].tolist() == pytest.approx([105_000, 63_000, 63_000])
    assert set(kept["heat_carrier"]) == {"natural_gas"}
    assert kept["house_numbers"].tolist() == [1, 6, 6]
    assert set(kept["year_from"]) == {2022}


def test_heaters_of_a_filled_request_load_too(run, town, tmp_path):
    file = tmp_path / "kehrbuch.xlsx"
    results = run("datarequest", SUPPLIER="chimney_sweep", OUTPUT=str(file), WORKSPACE=str(town))
    assert (results["GROUPS"], results["LEFT_OUT"]) == (5, 2)
    reply = filled(
        file,
        tmp_path,
        waermeerzeuger="Ölheizung",
        energietraeger="Heizöl",
        nennwaermeleistung_kw=20,
        anzahl=3,
    )
    loaded = run("loadheaters", INPUT=reply, WORKSPACE=str(town))
    assert (loaded["ROWS"], loaded["REFUSED"], loaded["WITHOUT_BUILDING"]) == (5, 0, 0)
    kept = Workspace.open(town).read("heaters")
    assert set(kept["generator"]) == {"oil_boiler"}
    assert kept["generators"].tolist() == [3] * 5


def test_what_is_open_stands_in_a_sheet_of_its_own(run, town, tmp_path):
    file = tmp_path / "gas.xlsx"
    run("datarequest", SUPPLIER="gas", OUTPUT=str(file), WORKSPACE=str(town))
    reply = filled(file, tmp_path, verbrauch_1_kwh=[100_000, None, 66_000])
    results = run(
        "datarequest", SUPPLIER="gas", REPLY=reply, OUTPUT=str(tmp_path / "b.xlsx"), WORKSPACE=str(town)
    )
    assert (results["ANSWERED"], results["OPEN"]) == (2, 1)
    questions = sheets_of(tmp_path / "b.xlsx")["Rückfragen"]
    assert questions["Rückfrage"].tolist() == ["ohne Angabe"]
    assert questions["adressen"].tolist() == ["Musterstraße 1, 2, 3, 4, 5, 6"]
    assert [line for line in run.log if "groups answered 2 of 3" in line]


@pytest.mark.parametrize("supplier", ["heat", "company", "sewage"])
def test_each_supplier_gets_a_table_with_its_fields(run, town, tmp_path, supplier):
    file = tmp_path / "anfrage.xlsx"
    run("datarequest", SUPPLIER=supplier, OUTPUT=str(file), WORKSPACE=str(town))
    assert list(sheets_of(file)["Anfrage"].columns) == [field.heading for field in request_fields(supplier)]
