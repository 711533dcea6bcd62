"""Invented register units, written as the register's ways write them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timezone

import pytest

BEFORE = (
    "MaStR-Nr. der Einheit|Anzeige-Name der Einheit|Betriebs-Status|Energieträger|Bruttoleistung der Einheit|"
    "Nettonennleistung der Einheit|Inbetriebnahmedatum der Einheit"
)
WIND = (
    "Nabenhöhe der Windenergieanlage|Rotordurchmesser der Windenergieanlage|Hersteller der Windenergieanlage|"
    "Typenbezeichnung|Hauptbrennstoff der Einheit"
)
DATES = "Letzte Aktualisierung|Datum der endgültigen Stilllegung|Datum der geplanten Inbetriebnahme"
OPERATOR = (
    "Name des Anlagenbetreibers (nur Org.)|\tMaStR-Nr. des Anlagenbetreibers|Volleinspeisung oder Teileinspeisung|"
    "MaStR-Nr. der Genehmigung|Name des Anschluss-Netzbetreibers|MaStR-Nr. des Anschluss-Netzbetreibers|"
    "Netzbetreiberprüfung|Spannungsebene|MaStR-Nr. der Lokation|MaStR-Nr. der EEG-Anlage|EEG-Anlagenschlüssel|"
    "Inbetriebnahmedatum der EEG-Anlage"
)
CHP = (
    "Zuschlagnummer (EEG/KWK-Ausschreibung)|MaStR-Nr. der KWK-Anlage|Inbetriebnahmedatum der KWK-Anlage|"
    "Elektrische KWK-Leistung|Thermische Nutzleistung in kW"
)
LAND = "Bundesland|Postleitzahl|Ort|{street}|Hausnummer|Gemarkung|Flurstück|Gemeindeschlüssel"
DEGREES = "Koordinate: Breitengrad (WGS84)|Koordinate: Längengrad (WGS84)"
MODULES = "Anzahl der Solar-Module|Hauptausrichtung der Solar-Module"

# headings of the extended overview by year, as the register wrote them
LAYOUTS = {
    "2020": "|".join(
        (BEFORE, "Meldedatum der Einheit", LAND.format(street="Strasse"), DEGREES, MODULES, WIND,
         "Nutzbare Speicherkapazität in kWh|Technologie der Stromerzeugung|Lage der Einheit", DATES, OPERATOR, CHP,
         "MaStR-Nr. der zugeordneten Migrationseinheit")
    ),
    "2023": "|".join(
        (BEFORE, "Registrierungsdatum der Einheit", LAND.format(street="Straße"), DEGREES, MODULES,
         "Name des Windparks", WIND,
         "Nutzbare Speicherkapazität in kWh|Technologie der Stromerzeugung|Lage der Einheit", DATES, OPERATOR,
         "Installierte Leistung der EEG-Anlage", CHP)
    ),
    "2025": "|".join(
        (BEFORE, "Registrierungsdatum der Einheit", LAND.format(street="Straße"), "Gemeinde|Landkreis", DEGREES,
         "Technologie der Stromerzeugung|Lage der Einheit", MODULES,
         "Art der Bodenfläche (der PV-Anlage)|Name des Windparks", WIND,
         "MaStR-Nr. der Speichereinheit|Speichertechnologie|Nutzbare Speicherkapazität in kWh", DATES, OPERATOR,
         "Installierte Leistung der EEG-Anlage", CHP)
    ),
    "2025 with location date": "|".join(
        (BEFORE, "Inbetriebnahmedatum der Einheit am aktuellen Standort|Registrierungsdatum der Einheit",
         LAND.format(street="Straße"), "Gemeinde|Landkreis", DEGREES,
         "Technologie der Stromerzeugung|Art der Solaranlage", MODULES,
         "Art der Bodenfläche (der PV-Anlage)|Name des Windparks", WIND,
         "MaStR-Nr. der Speichereinheit|Speichertechnologie|Nutzbare Speicherkapazität in kWh", DATES, OPERATOR,
         "Installierte Leistung der EEG-Anlage", CHP)
    ),
}  # fmt: skip
LAYOUTS = {year: headings.split("|") for year, headings in LAYOUTS.items()}

SPELLINGS = {
    "Straße": ("Straße", "Strasse"),
    "Registrierungsdatum der Einheit": ("Registrierungsdatum der Einheit", "Meldedatum der Einheit"),
    "Lage der Einheit": ("Lage der Einheit", "Art der Solaranlage"),
    "MaStR-Nr. des Anlagenbetreibers": ("\tMaStR-Nr. des Anlagenbetreibers",),
}


class CsvText:
    """Rows given by heading, written in a layout of the register."""

    def __init__(self, layout: str = "2025", date_format: str = "{d.day}.{d.month}.{d.year}") -> None:
        self.headings = LAYOUTS[layout]
        self.date_format = date_format

    def row(self, number: int = 1, **values: object) -> list[str]:
        """Values of a plausible solar unit in Leipzig, changed by `values`: heading or short name to value."""
        unit = {
            "MaStR-Nr. der Einheit": f"SEE9{number:011d}",
            "Anzeige-Name der Einheit": f"Dach {number}",
            "Betriebs-Status": "In Betrieb",
            "Energieträger": "Solare Strahlungsenergie",
            "Bruttoleistung der Einheit": "9,6",
            "Nettonennleistung der Einheit": "8,5",
            "Inbetriebnahmedatum der Einheit": date(2019, 1, 31),
            "Registrierungsdatum der Einheit": date(2019, 2, 15),
            "Bundesland": "Sachsen",
            "Postleitzahl": "04109",
            "Ort": "Leipzig",
            "Gemeindeschlüssel": "14713000",
            "Gemeinde": "Leipzig",
            "Anzahl der Solar-Module": "32",
            "Hauptausrichtung der Solar-Module": "Süd",
            "Lage der Einheit": "Bauliche Anlagen (Hausdach, Gebäude und Fassade)",
            "Letzte Aktualisierung": date(2020, 2, 25),
            "Name des Anlagenbetreibers (nur Org.)": "Musterbetrieb (ABR900000000001)",
            "MaStR-Nr. des Anlagenbetreibers": "ABR900000000001",
            "Volleinspeisung oder Teileinspeisung": "Teileinspeisung",
            "Name des Anschluss-Netzbetreibers": "Netz Musterstadt (SNB900000000001)",
            "MaStR-Nr. des Anschluss-Netzbetreibers": "SNB900000000001",
            "Spannungsebene": "Niederspannung (= Hausanschluss/Haushaltsstrom)",
            "MaStR-Nr. der Lokation": "SEL900000000001",
            "MaStR-Nr. der EEG-Anlage": "EEG900000000001",
            "Inbetriebnahmedatum der EEG-Anlage": date(2019, 1, 31),
            "Installierte Leistung der EEG-Anlage": "9,6",
            **values,
        }
        spelled = {name: value for key, value in unit.items() for name in SPELLINGS.get(key, (key,))}
        return [self._text(spelled.get(heading, "")) for heading in self.headings]

    def _text(self, value: object) -> str:
        return self.date_format.format(d=value) if isinstance(value, date) else str(value)

    def text(self, rows: list[list[str]], headings: list[str] | None = None, end: str = "\r\n") -> str:
        """The file, every value in quotes as the register writes it."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator=end)
        writer.writerows([headings or self.headings, *rows])
        return buffer.getvalue()


@pytest.fixture
def layouts():
    return LAYOUTS


@pytest.fixture
def csv_text():
    return CsvText


@pytest.fixture
def csv_file(tmp_path):
    """Write rows (or a whole text) as a file of the web overview and return its path."""

    def write(content, layout="2025", encoding="utf-8-sig", name="export.csv"):
        text = content if isinstance(content, str) else CsvText(layout).text(content)
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def endpoint_date(day: date | None, hour: int = 0) -> str | None:
    """The endpoint's form of a day, by default its midnight in UTC."""
    if day is None:
        return None
    stamp = datetime(day.year, day.month, day.day, hour, tzinfo=timezone.utc)
    return f"/Date({int(stamp.timestamp() * 1000)})/"


def json_record(number: int = 1, **values: object) -> dict[str, object]:
    """An endpoint's record of the same unit as `CsvText.row` makes; more fields than EnAct uses."""
    return {
        "Id": 1000 + number,
        "MaStRNummer": f"SEE9{number:011d}",
        "EinheitName": f"Dach {number}",
        "BetriebsStatusId": 35,
        "BetriebsStatusName": "In Betrieb",
        "EnergietraegerId": 2495,
        "EnergietraegerName": "Solare Strahlungsenergie",
        "Bruttoleistung": 9.6,
        "Nettonennleistung": 8.5,
        "InbetriebnahmeDatum": endpoint_date(date(2019, 1, 31)),
        "EndgueltigeStilllegungDatum": None,
        "GeplantesInbetriebsnahmeDatum": None,
        "EinheitRegistrierungsdatum": endpoint_date(date(2019, 2, 15)),
        "DatumLetzteAktualisierung": endpoint_date(date(2020, 2, 25), hour=9),
        "Bundesland": "Sachsen",
        "Plz": "04109",
        "Ort": "Leipzig",
        "Gemeinde": "Leipzig",
        "Gemeindeschluessel": "14713000",
        "Strasse": None,
        "Hausnummer": None,
        "Breitengrad": None,
        "Laengengrad": None,
        "AnzahlSolarModule": 32,
        "HauptausrichtungSolarModuleBezeichnung": "Süd",
        "ArtDerSolaranlageId": 853,
        "ArtDerSolaranlageBezeichnung": "Gebäudesolaranlage",
        "AnlagenbetreiberMaStRNummer": "ABR900000000001",
        "AnlagenbetreiberName": "Erika Muster",
        "AnlagenbetreiberPersonenArt": 517,
        "NetzbetreiberMaStRNummer": '<a href="/MaStR/Akteur/Marktakteur/Detail/1">SNB900000000001</a>',
        "VollTeilEinspeisung": 689,
        "VollTeilEinspeisungBezeichnung": "Teileinspeisung (einschließlich Eigenverbrauch)",
        "SpannungsebenenNamen": "Niederspannung (= Hausanschluss/Haushaltsstrom)",
        "LokationMastrNr": "SEL900000000001",
        "EegAnlageMastrNummer": "EEG900000000001",
        "EegInbetriebnahmeDatum": endpoint_date(date(2019, 1, 31)),
        "EegInstallierteLeistung": 9.6,
        "KwkAnlageMastrNummer": None,
        "KwkAnlageInbetriebnahmedatum": None,
        "KwkAnlageElektrischeLeistung": None,
        "ThermischeNutzleistung": None,
        "NutzbareSpeicherkapazitaet": None,
        **values,
    }


def envelope(records: list[dict[str, object]], total: int | None = None) -> str:
    """An answer of the endpoint."""
    return json.dumps(
        {
            "Data": records,
            "Total": len(records) if total is None else total,
            "AggregateResults": None,
            "Errors": None,
        },
        ensure_ascii=False,
    )


@pytest.fixture
def record():
    return json_record


@pytest.fixture
def answer():
    return envelope


@pytest.fixture
def day_of_endpoint():
    return endpoint_date


@pytest.fixture
def json_file(tmp_path):
    """Write records (as an answer) or a text as a file and return its path."""

    def write(content, name="answer.json", encoding="utf-8"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((content if isinstance(content, str) else envelope(content)).encode(encoding))
        return path

    return write
