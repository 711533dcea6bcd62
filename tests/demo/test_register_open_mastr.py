"""What open-mastr makes of the bulk export, as the demo writes it; compared once with its version 0.17.4."""

import csv

import pytest

from enact_plugin.demo.register_open_mastr import write_register_open_mastr


@pytest.fixture(scope="module")
def tables(town, tmp_path_factory):
    paths = write_register_open_mastr(town.units, tmp_path_factory.mktemp("open_mastr"))
    found = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name.removeprefix("bnetza_mastr_").removesuffix("_raw.csv")] = list(
                csv.DictReader(file)
            )
    return found


def test_one_file_per_technology_holds_all_units(town, tables):
    technologies = ("solar", "wind", "hydro", "biomass", "combustion", "storage")
    numbers = [row["EinheitMastrNummer"] for name in technologies for row in tables[name]]
    assert len(numbers) == len(set(numbers)) == len(town.units) == 520
    assert set(tables) - set(technologies) == {"storage_units", "grid_connections", "market_actors"}


def test_no_heading_stands_twice_and_repeated_ones_are_numbered(tables):
    for rows in tables.values():
        assert len(set(rows[0])) == len(rows[0])
    solar = tables["solar"][0]
    for name in (
        "DatumLetzteAktualisierung",
        "DatumLetzteAktualisierung_1",
        "Registrierungsdatum_1",
        "DatumDownload",
    ):
        assert solar[name]
    assert "Inbetriebnahmedatum_kwk" in tables["combustion"][0]


def test_values_are_written_as_pandas_does(tables):
    stores = tables["storage"]
    assert all(row["NutzbareSpeicherkapazitaet"] == "" for row in stores)
    assert {row["SpeMastrNummer"] for row in stores} == {
        row["MastrNummer"] for row in tables["storage_units"]
    }
    assert all(float(row["Bruttoleistung"]) > 0 and "." in row["Bruttoleistung"] for row in stores)
    given = {row["Hausnummer"] for row in tables["combustion"]} - {""}
    assert given
    assert all(text.endswith(".0") for text in given)
    assert all(len(row["Postleitzahl"]) == 5 for row in stores)


def test_actors_have_no_names_of_persons(tables):
    actors = tables["market_actors"]
    kinds = {row["Personenart"] for row in actors}
    assert kinds == {"Organisation", "Natürliche Person oder Organisation mit Personenbezug"}
    assert all(row["Firmenname"] == "" for row in actors if row["Personenart"] != "Organisation")
