"""Grid connections, operators and gas units of the demo's bulk export, read back by other means."""

import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from enact_plugin.demo.bulk_fields import GRID_OPERATOR_ID, ORGANISATION
from enact_plugin.demo.gas_units import PRODUCER, STORE, gas_units


@pytest.fixture(scope="module")
def tables(written):
    found = {}
    with zipfile.ZipFile(written["plants_bulk"]) as archive:
        for name in archive.namelist():
            rows = ET.fromstring(archive.read(name))
            table = re.sub(r"(_\d+)?\.xml$", "", name)
            found.setdefault(table, []).extend({child.tag: child.text for child in row} for row in rows)
    return found


def test_every_connection_of_a_location_names_it(tables):
    points = tables["Netzanschlusspunkte"]
    place_of = {row["NetzanschlusspunktMastrNummer"]: row["LokationMaStRNummer"] for row in points}
    named = [
        (number, row["MastrNummer"])
        for row in tables["Lokationen"]
        for number in row["NetzanschlusspunkteMaStRNummern"].split(", ")
    ]
    assert len(named) == len(place_of) > 100
    assert dict(named) == place_of
    assert {row["NetzbetreiberMaStRNummer"] for row in points} == {GRID_OPERATOR_ID}


def test_every_unit_in_operation_has_the_voltage_of_its_connections(town, tables):
    words = {row["Id"]: row["Wert"] for row in tables["Katalogwerte"]}
    found = {}
    for row in tables["Netzanschlusspunkte"]:
        if "Spannungsebene" in row:
            found.setdefault(row["LokationMaStRNummer"], set()).add(words[row["Spannungsebene"]])
    placed = town.units[town.units["location_id"] != ""]
    assert len(placed) > 400
    for place, voltage in zip(placed["location_id"], placed["voltage"]):
        assert set(voltage.split("; ")) <= found[place]


def test_operators_of_all_units_are_there_and_no_person_has_a_name(town, tables):
    operators = {row["MastrNummer"]: row for row in tables["Marktakteure"]}
    assert set(town.units["operator_id"]) <= set(operators)
    named = {number for number, row in operators.items() if "Firmenname" in row}
    assert named == {number for number, row in operators.items() if row["Personenart"] == str(ORGANISATION)}
    assert 0 < len(named) < len(operators)
    assert all(
        set(row) <= {"MastrNummer", "DatumLetzeAktualisierung", "Personenart", "Firmenname"}
        for row in operators.values()
    )


def test_tables_without_a_unit_in_town_are_there_as_in_the_real_export(tables):
    assert tables["EinheitenKernkraft"] == []
    assert tables["EinheitenGeothermieGrubengasDruckentspannung"] == []
    assert tables["AnlagenEegGeothermieGrubengasDruckentspannung"] == []


def test_a_gas_store_stands_among_the_producers_too(tables):
    producers = {row["EinheitMastrNummer"]: row for row in tables["EinheitenGasErzeuger"]}
    stores = {row["EinheitMastrNummer"]: row for row in tables["EinheitenGasSpeicher"]}
    facilities = {row["MaStRNummer"] for row in tables["AnlagenGasSpeicher"]}
    assert set(stores) < set(producers)
    assert {row["SpeicherMaStRNummer"] for row in stores.values()} == facilities
    assert {producers[number]["SpeicherMaStRNummer"] for number in stores} == facilities


def test_gas_units_say_energy_in_kilowatt_hours(town):
    gas = gas_units(town.units)
    assert gas["mastr_id"].is_unique
    assert set(gas["kind"]) == {PRODUCER, STORE}
    store = gas[gas["kind"] == STORE].iloc[0]
    assert store["volume_kwh"] / store["calorific_kwh_m3"] == pytest.approx(
        1_000_000
    )  # m³: 11,340,000 / 11.34
    assert gas.loc[gas["kind"] == PRODUCER, "power_kw"].gt(0).all()


def test_gas_units_of_a_tiny_town_have_places_too(town):
    few = town.units[town.units["gross_kw"] >= 30].head(2)
    assert len(gas_units(few)) == len(gas_units(town.units))
