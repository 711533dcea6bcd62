"""The findings as a table for the grid operator: whole, in German, nobody's name in it."""

from __future__ import annotations

import csv
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException
from shapely.geometry import Point

from enact_plugin.layers.database import table_names
from enact_plugin.layers.provenance import Run
from enact_plugin.layers.spreadsheets import Sheet, write_sheets
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source

RUN = Run(algorithm="enact:test", parameters={}, version="0", who="tester")
SOURCE = Source("Marktstammdatenregister (erfunden)", "dl-de/by-2-0", "© Bundesnetzagentur", date(2026, 8, 1))


@pytest.fixture
def workspace(qgis_app, tmp_path):
    made = Workspace.create(tmp_path / "stadt.gpkg", "14713000", "Leipzig, Stadt")
    plants = gpd.GeoDataFrame(
        {
            "mastr_id": ["SEE1", "SEE2", "SEE3"],
            "name": ["Dach", "Erika Muster", "Park"],
            "carrier": "solar",
            "status": "in_operation",
            "net_kw": [8.5, 5.0, 700.0],
        },
        geometry=[Point(318_000, 5_690_000), None, Point(319_000, 5_690_000)],
        crs="EPSG:25833",
    )
    made.replace("plants", Outcome(plants, SOURCE, 3), RUN)
    findings = gpd.GeoDataFrame(
        {
            "finding_id": list("abcde"),
            "mastr_id": ["SEE1", "SEE1", "SEE2", "SEE3", "SEE3"],
            "finding": ["module_power", "code_unknown", "gross_below_net", "value_corrected", "id_duplicate"],
            "severity": ["warning", "note", "warning", "warning", "warning"],
            "sentence": ["Leistung je Modul", "Hinweis", "=HYPERLINK(1)", "Angabe der Kommune", "mehrfach"],
            "state": ["open", "open", "open", "corrected", "accepted"],
            "offending_values": [
                "gross_kw=5000; module_count=20",
                None,
                "gross_kw=4.5; net_kw=5",
                "gross_kw=7",
                "",
            ],
            "corrected_values": [None, None, None, "gross_kw=750", None],
            "carrier": "solar",
            "status": "in_operation",
            "gross_kw": [5000.0, 5000.0, 4.5, 750.0, 750.0],
            "postcode": "04109",
            "street": ["Am Anger", "Am Anger", None, None, None],
            "house_number": ["3", "3", None, None, None],
            "grid_operator_id": ["SNB1", "SNB1", None, "SNB2", "SNB2"],
            "reviewed_by": [None, None, None, "Max Prüfer", "Max Prüfer"],
            "reviewed_on": pd.to_datetime([None, None, None, "2026-08-31", "2026-08-31"]),
            "reason": [None, None, None, "Typenschild", "gesehen"],
        },
        geometry=[None] * 5,
        crs="EPSG:25833",
    )
    made.replace("plant_findings", Outcome(findings, SOURCE, 5), RUN)
    return made


@pytest.fixture
def export(run, workspace, tmp_path):
    def export(name, **values):
        return run(
            "exportplantfindings", WORKSPACE=str(workspace.path), OUTPUT=str(tmp_path / name), **values
        )

    return export


def sheets(path):
    """Rows of each sheet by its name, as dicts of the headings."""
    for driver in ("XLSX", "ODS"):
        gdal.SetConfigOption(f"OGR_{driver}_HEADERS", "FORCE")
    try:
        dataset = gdal.OpenEx(path)  # held: its layers go with it
        return {name: [row.items() for row in dataset.GetLayerByName(name)] for name in table_names(dataset)}
    finally:
        for driver in ("XLSX", "ODS"):
            gdal.SetConfigOption(f"OGR_{driver}_HEADERS", None)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_sheet_for_each_grid_operator_and_one_of_notes(export, ending):
    made = export(f"tabelle.{ending}")
    assert (made["FINDINGS"], made["UNITS"], made["GRID_OPERATORS"]) == (3, 3, 2)
    read = sheets(made["OUTPUT"])
    assert list(read) == ["SNB1", "SNB2", "ohne Netzbetreiber", "Hinweise"]
    (row,) = read["SNB1"]
    assert row["MaStR-Nummer"] == "SEE1"
    assert row["Auffälligkeit"] == "Leistung je Modul"
    assert row["Schwere"] == "Warnung"
    assert row["Energieträger"].startswith("Photovoltaik") or row["Energieträger"].startswith("Solar")
    assert row["Angabe des Registers"].startswith("Bruttoleistung: 5")
    assert row["Bruttoleistung [kW]"] == 5000
    notes = {row["Angabe"]: row["Inhalt"] for row in read["Hinweise"]}
    assert notes["Stand der Daten"] == "01.08.2026"
    assert notes["Quelle"] == SOURCE.name
    # SEE2 of three, 5 of 713.5 kW
    assert notes["Anlagen der Kommune ohne Lage im Register"].startswith("1 von 3 bestehenden Anlagen")
    assert "5 von 714 kW" in notes["Anlagen der Kommune ohne Lage im Register"]


def test_values_the_municipality_corrected_go_with_it_beside_the_registers(export):
    made = export("t.xlsx")
    (row,) = sheets(made["OUTPUT"])["SNB2"]  # the one accepted as it is stays at home
    assert row["Prüfstand"] == "berichtigt"
    assert row["Angabe des Registers"] == "Bruttoleistung: 7 kW"
    assert row["Berichtigte Angabe"] == "Bruttoleistung: 750 kW"
    assert "Begründung" not in row
    (row,) = sheets(export("t.xlsx", REASONS=True)["OUTPUT"])["SNB2"]
    assert row["Begründung"] == "Typenschild"
    assert export("t.xlsx", STATES="open_and_corrected")["FINDINGS"] == 3
    assert export("t.xlsx", STATES="open")["FINDINGS"] == 2
    assert export("t.xlsx", STATES="all")["FINDINGS"] == 4


@pytest.mark.parametrize("name", ["t.xlsx", "t.ods", "t.csv"])
def test_nobodys_name_and_no_formula_is_in_it(export, tmp_path, name):
    import zipfile

    export(name, STATES="all")
    if name.endswith("csv"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
    else:
        with zipfile.ZipFile(tmp_path / name) as parts:
            text = "".join(parts.read(part).decode() for part in parts.namelist() if part.endswith(".xml"))
    assert "Leistung je Modul" in text
    assert "Muster" not in text
    assert "Prüfer" not in text
    assert "'=HYPERLINK" in text.replace("&apos;", "'").replace("&#39;", "'")


def test_csv_is_as_german_spreadsheets_read_it(export, tmp_path):
    export("t.csv", STATES="open")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert [row["Bruttoleistung [kW]"] for row in rows] == ["5000", "4,5"]
    assert [row["MaStR-Nummer des Netzbetreibers"] for row in rows] == ["SNB1", ""]
    notes = (tmp_path / "t_Hinweise.csv").read_text(encoding="utf-8-sig")
    assert "01.08.2026" in notes


def test_one_grid_operator(export):
    made = export("t.xlsx", GRID_OPERATOR="snb1")
    assert (made["FINDINGS"], list(sheets(made["OUTPUT"]))) == (1, ["SNB1", "Hinweise"])
    with pytest.raises(QgsProcessingException, match="SNB1, SNB2"):
        export("u.xlsx", GRID_OPERATOR="SNB9")


def test_a_unit_with_two_grid_operators_goes_to_both(export, workspace):
    table = workspace.read("plant_findings")
    table.loc[0, "grid_operator_id"] = "SNB1; SNB3"
    workspace.replace("plant_findings", Outcome(table, SOURCE, 5), RUN)
    made = export("t.xlsx")
    assert (made["FINDINGS"], made["GRID_OPERATORS"]) == (3, 3)
    read = sheets(made["OUTPUT"])
    assert list(read) == ["SNB1", "SNB2", "SNB3", "ohne Netzbetreiber", "Hinweise"]
    assert export("t.xlsx", GRID_OPERATOR="SNB3")["FINDINGS"] == 1


def test_nothing_open_is_an_empty_table_that_says_so(export):
    made = export("t.xlsx", GRID_OPERATOR="SNB2", STATES="open")
    read = sheets(made["OUTPUT"])
    assert (made["FINDINGS"], list(read)) == (0, ["Auffälligkeiten", "Hinweise"])


def test_another_ending_or_folder_is_refused_and_nothing_left(export, tmp_path, workspace):
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(QgsProcessingException, match=r"\.xlsx, \.ods, \.csv"):
        export("t.pdf")
    with pytest.raises(QgsProcessingException, match="nirgends"):
        export("nirgends/t.xlsx")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_file_that_was_there_stands_until_the_new_one_is_whole(tmp_path, qgis_app):
    path = tmp_path / "t.xlsx"
    write_sheets(path, [Sheet("A", pd.DataFrame({"x": ["1"]}))])
    write_sheets(path, [Sheet("B", pd.DataFrame({"x": ["1", "2"]}))])
    assert list(sheets(str(path))) == ["B"]
    assert [one.name for one in tmp_path.iterdir()] == ["t.xlsx"]


def test_the_file_proposed_stands_beside_the_workspace_of_the_open_project(monkeypatch, tmp_path, qgis_app):
    from enact_plugin.processing import exportplantfindings

    def proposed():
        algorithm = exportplantfindings.ExportPlantFindings()
        algorithm.initAlgorithm()
        return algorithm.parameterDefinition("OUTPUT").defaultValue()

    assert proposed() is None  # as in qgis_process: no window, no project
    monkeypatch.setattr(exportplantfindings, "workspace_shown", lambda: str(tmp_path / "stadt.gpkg"))
    assert proposed() == str(tmp_path / "stadt_auffaelligkeiten.xlsx")


def test_the_log_says_where_the_files_are(export, run, tmp_path):
    export("t.csv")
    assert any(f"{tmp_path / 't.csv'}, {tmp_path / 't_Hinweise.csv'}" in line for line in run.log)
