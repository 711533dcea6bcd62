"""The three forms of the register, read back by other means than those of the plugin."""

import csv
import datetime
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from enact_plugin.demo.register_json import write_register_json

XSD = "{http://www.w3.org/2001/XMLSchema}"


@pytest.fixture(scope="module")
def csv_rows(written):
    with written["plants_csv"].open(encoding="utf-8-sig", newline="") as file:
        return {row["MaStR-Nr. der Einheit"]: row for row in csv.DictReader(file, delimiter=";")}


@pytest.fixture(scope="module")
def json_rows(written):
    rows = {}
    for path in sorted(written["plants_json"].glob("*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        rows.update({row["MaStRNummer"]: row for row in answer["Data"]})
    return rows


@pytest.fixture(scope="module")
def bulk(written):
    """Tables of the zip: name without part number and ending, to a list of dicts."""
    tables = {}
    with zipfile.ZipFile(written["plants_bulk"]) as archive:
        for name in archive.namelist():
            root = ET.fromstring(archive.read(name))
            table = re.sub(r"(_\d+)?\.xml$", "", name)
            assert root.tag == table
            tables.setdefault(table, []).extend({child.tag: child.text for child in row} for row in root)
    return tables


@pytest.fixture(scope="module")
def bulk_units(bulk):
    return {row["EinheitMastrNummer"]: row for name, rows in bulk.items() if name.startswith("Einheiten")
            and name != "EinheitenGenehmigung" and not name.startswith("EinheitenGas") for row in rows}  # fmt: skip


def german(text):
    return float(text.replace(",", ".")) if text else None


def number(text):
    return float(text) if text else None


def csv_day(text):
    return datetime.datetime.strptime(text, "%d.%m.%Y").date() if text else None


def json_day(text):
    match = re.fullmatch(r"/Date\((-?\d+)\)/", text) if text else None
    return (datetime.date(1970, 1, 1) + datetime.timedelta(milliseconds=int(match[1]))) if match else None


def iso_day(text):
    return datetime.date.fromisoformat(text[:10]) if text else None


def test_all_three_hold_the_same_units(town, csv_rows, json_rows, bulk_units):
    numbers = set(town.units["mastr_id"])
    assert set(csv_rows) == set(json_rows) == set(bulk_units) == numbers


def test_all_three_say_the_same_of_each_unit(csv_rows, json_rows, bulk, bulk_units):
    texts = {row["Id"]: row["Wert"] for row in bulk["Katalogwerte"]}
    for key, sheet in csv_rows.items():
        page, unit = json_rows[key], bulk_units[key]
        facts = [
            (
                sheet["Anzeige-Name der Einheit"],
                sheet["Betriebs-Status"],
                sheet["Energieträger"],
                german(sheet["Bruttoleistung der Einheit"]),
                german(sheet["Nettonennleistung der Einheit"]),
                csv_day(sheet["Inbetriebnahmedatum der Einheit"]),
                csv_day(sheet["Datum der geplanten Inbetriebnahme"]),
                csv_day(sheet["Datum der endgültigen Stilllegung"]),
                csv_day(sheet["Letzte Aktualisierung"]),
                sheet["Postleitzahl"],
                sheet["Straße"],
                sheet["Hausnummer"],
                german(sheet["Koordinate: Breitengrad (WGS84)"]),
                german(sheet["Koordinate: Längengrad (WGS84)"]),
                sheet["Gemeindeschlüssel"],
                sheet["\tMaStR-Nr. des Anlagenbetreibers"],
                sheet["MaStR-Nr. der Lokation"],
                sheet["MaStR-Nr. der EEG-Anlage"],
                sheet["MaStR-Nr. der KWK-Anlage"],
                sheet["Anzahl der Solar-Module"],
                sheet["Hauptausrichtung der Solar-Module"],
                sheet["Volleinspeisung oder Teileinspeisung"],
            ),
            (
                page["EinheitName"],
                page["BetriebsStatusName"],
                page["EnergietraegerName"],
                page["Bruttoleistung"],
                page["Nettonennleistung"],
                json_day(page["InbetriebnahmeDatum"]),
                json_day(page["GeplantesInbetriebsnahmeDatum"]),
                json_day(page["EndgueltigeStilllegungDatum"]),
                json_day(page["DatumLetzteAktualisierung"]),
                page["Plz"],
                page["Strasse"] or "",
                page["Hausnummer"] or "",
                page["Breitengrad"],
                page["Laengengrad"],
                page["Gemeindeschluessel"],
                page["AnlagenbetreiberMaStRNummer"],
                page["LokationMastrNr"] or "",
                page["EegAnlageMastrNummer"] or "",
                page["KwkAnlageMastrNummer"] or "",
                "" if page["AnzahlSolarModule"] is None else str(page["AnzahlSolarModule"]),
                page["HauptausrichtungSolarModuleBezeichnung"] or "",
                page["VollTeilEinspeisungBezeichnung"],
            ),
            (
                unit["NameStromerzeugungseinheit"],
                texts[unit["EinheitBetriebsstatus"]],
                texts[unit["Energietraeger"]],
                number(unit["Bruttoleistung"]),
                number(unit["Nettonennleistung"]),
                iso_day(unit.get("Inbetriebnahmedatum")),
                iso_day(unit.get("GeplantesInbetriebnahmedatum")),
                iso_day(unit.get("DatumEndgueltigeStilllegung")),
                iso_day(unit["DatumLetzteAktualisierung"]),
                unit["Postleitzahl"],
                unit.get("Strasse", ""),
                unit.get("Hausnummer", ""),
                number(unit.get("Breitengrad")),
                number(unit.get("Laengengrad")),
                unit["Gemeindeschluessel"],
                unit["AnlagenbetreiberMastrNummer"],
                unit.get("LokationMaStRNummer", ""),
                unit.get("EegMaStRNummer", ""),
                unit.get("KwkMaStRNummer", ""),
                unit.get("AnzahlModule", ""),
                texts.get(unit.get("Hauptausrichtung"), ""),
                texts[unit["Einspeisungsart"]],
            ),
        ]
        for a, b, c in zip(*facts):
            if isinstance(a, float):
                assert a == pytest.approx(b, abs=5e-7) == pytest.approx(c, abs=5e-4), key
            else:
                assert a == b == c, key


def test_storage_and_heat_are_the_same_in_all_three(csv_rows, json_rows, bulk, bulk_units):
    energy = {row["MaStRNummer"]: row["NutzbareSpeicherkapazitaet"] for row in bulk["AnlagenStromSpeicher"]}
    heat = {row["KwkMastrNummer"]: row for row in bulk["AnlagenKwk"]}
    stores = plants = 0
    for key, sheet in csv_rows.items():
        page, unit = json_rows[key], bulk_units[key]
        if sheet["MaStR-Nr. der Speichereinheit"]:
            stores += 1
            kwh = german(sheet["Nutzbare Speicherkapazität in kWh"])
            assert kwh == page["NutzbareSpeicherkapazitaet"] == number(energy[unit["SpeMastrNummer"]])
        if sheet["MaStR-Nr. der KWK-Anlage"]:
            plants += 1
            # the two CHP figures keep the decimal point in the web overview
            kilowatt = float(sheet["Thermische Nutzleistung in kW"])
            assert kilowatt == page["ThermischeNutzleistung"]
            assert kilowatt == number(heat[unit["KwkMaStRNummer"]]["ThermischeNutzleistung"])
    assert stores > 100
    assert plants >= 5
    assert len(heat) == len(bulk["AnlagenKwk"]) < plants  # several engines in one plant, stated once


def test_csv_has_the_heading_of_the_real_overview(written, real_data):
    with (real_data / "mastr" / "web_export_pv_germany_2025.csv").open("rb") as file:
        real = file.readline()
    with written["plants_csv"].open("rb") as file:
        assert file.readline() == real


def test_csv_writes_numbers_and_dates_as_the_overview_does(written, csv_rows):
    assert written["plants_csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    days = [row["Inbetriebnahmedatum der Einheit"] for row in csv_rows.values()]
    assert all(re.fullmatch(r"[1-9]\d?\.[1-9]\d?\.\d{4}", day) for day in days if day)
    powers = [row["Bruttoleistung der Einheit"] for row in csv_rows.values()]
    assert all(re.fullmatch(r"\d+(,\d*[1-9])?", power) for power in powers)


def test_csv_survives_quotes_and_semicolons_in_names(csv_rows):
    assert any(
        '"Musterdach" Halle & Hof; Teil 1' in row["Anzeige-Name der Einheit"] for row in csv_rows.values()
    )
    assert {len(row) for row in csv_rows.values()} == {55}


def test_json_pages_have_the_envelope_and_fields_of_the_endpoint(written, real_data):
    real = json.loads((real_data / "mastr" / "endpoint_storage_saxony_2026.json").read_text(encoding="utf-8"))
    page = json.loads(min(written["plants_json"].iterdir()).read_text(encoding="utf-8"))
    assert list(page) == list(real)
    assert list(page["Data"][0]) == list(real["Data"][0])
    assert len(page["Data"][0]) == 118
    like = {key: type(value) for row in real["Data"] for key, value in row.items() if value is not None}
    for row in page["Data"]:
        for key, value in row.items():
            if value is not None and key in like:
                assert isinstance(value, (like[key], int) if like[key] is float else like[key]), key


def test_json_is_cut_into_pages_that_all_state_the_total(town, tmp_path):
    pages = write_register_json(town.units, tmp_path, page_size=200)
    answers = [json.loads(path.read_text(encoding="utf-8")) for path in pages]
    assert [len(answer["Data"]) for answer in answers] == [200, 200, 120]
    assert {answer["Total"] for answer in answers} == {520}


def test_json_links_the_grid_operator(json_rows):
    anchor = next(iter(json_rows.values()))["NetzbetreiberMaStRNummer"]
    assert re.fullmatch(r'<a href="[^"]+/\d+">SNB\d{12}</a>', anchor)


def test_bulk_members_are_utf16_on_one_line(written):
    with zipfile.ZipFile(written["plants_bulk"]) as archive:
        assert archive.testzip() is None
        assert "Katalogwerte.xml" in archive.namelist()
        for name in archive.namelist():
            data = archive.read(name)
            assert data[:2] == b"\xff\xfe"
            text = data[2:].decode("utf-16-le")
            assert text.startswith('<?xml version="1.0" encoding="UTF-16"?><')
            assert "\n" not in text
            assert not re.search(r"<(\w+)></\1>", text.split(">", 2)[2]), f"empty field in {name}"


def test_bulk_tables_keep_to_the_published_schema(bulk, real_data):
    for table, rows in bulk.items():
        schema = ET.parse(real_data / "mastr" / "schema" / "xsd_26.1" / f"{table}.xsd")
        allowed = {}
        for element in list(schema.iter(f"{XSD}element"))[2:]:
            codes = {value.get("value") for value in element.iter(f"{XSD}enumeration")}
            allowed[element.get("name")] = codes
        for row in rows:
            for tag, text in row.items():
                assert tag in allowed, f"{table}.{tag}"
                assert not allowed[tag] or text in allowed[tag], f"{table}.{tag}={text}"


def test_every_code_of_the_bulk_export_stands_in_its_catalogue(bulk, real_data):
    known = {row["Id"] for row in bulk["Katalogwerte"]}
    coded = {
        "Energietraeger", "Bundesland", "Land", "EinheitBetriebsstatus", "EinheitSystemstatus", "Einspeisungsart",
        "ArtDerSolaranlage", "Hauptausrichtung", "HauptausrichtungNeigungswinkel", "Leistungsbegrenzung",
        "Nutzungsbereich", "Technologie", "Hauptbrennstoff", "Biomasseart", "Batterietechnologie", "AcDcKoppelung",
        "WindAnLandOderAufSee", "Hersteller", "ArtDerWasserkraftanlage", "ArtDesZuflusses",
        "NetzbetreiberpruefungStatus",
    }  # fmt: skip
    used = {row[tag] for rows in bulk.values() for row in rows for tag in coded & set(row)}
    assert used
    assert used <= known
    partial = real_data / "mastr" / "schema" / "katalogwerte_partial.csv"
    with partial.open(encoding="utf-8", newline="") as file:
        facts = {row["Id"]: row["Wert"] for row in csv.DictReader(file)}
    ours = {row["Id"]: row["Wert"] for row in bulk["Katalogwerte"]}
    for code in (
        "2495",
        "2496",
        "2497",
        "2498",
        "2493",
        "2410",
        "35",
        "31",
        "37",
        "699",
        "542",
        "2473",
        "2445",
    ):
        assert ours[code] == facts[code]


def test_links_between_bulk_tables_lead_somewhere(bulk, bulk_units):
    locations = {row["MastrNummer"]: row for row in bulk["Lokationen"]}
    for key, unit in bulk_units.items():
        place = unit.get("LokationMaStRNummer")
        if place:
            assert key in locations[place]["VerknuepfteEinheitenMaStRNummern"].split(", ")
    numbers = [row["EinheitMastrNummer"] for row in bulk["EinheitenSolar"]]
    assert numbers == sorted(numbers)
