"""Writes units in the form of the register's web overview, extended, as exported in 2025."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from .catalogue import days, plain_number, texts_of
from .units import AGS, COUNTY, MUNICIPALITY, NONE, PLACE, STORAGE

SITES = {
    853: "Bauliche Anlagen (Hausdach, Gebäude und Fassade)",
    2484: "Bauliche Anlagen (Sonstige)",
    852: "Freifläche",
    2961: "Steckerfertige Solaranlage (sog. Balkonkraftwerk)",
    888: "Windkraft an Land",
}
"""The overview words some sites in its own way."""
CHUNK_ROWS = 20_000
"""Rows turned into text at a time; keeps the memory small."""
STATUS = {31: "In Planung", 35: "In Betrieb", 37: "Vorübergehend stillgelegt", 38: "Endgültig stillgelegt"}

Column = Callable[[pd.DataFrame], "list[str]"]


def _text(name: str) -> Column:
    return lambda units: units[name].tolist()


def _same(value: str) -> Column:
    return lambda units: [value] * len(units)


def _comma(name: str, decimals: int = 3) -> Column:
    return lambda units: [text.replace(".", ",") for text in plain_number(units[name], decimals)]


def _point(name: str) -> Column:
    return lambda units: plain_number(units[name], 3)


def _date(name: str) -> Column:
    """D.M.YYYY without leading zeros."""

    def write(units: pd.DataFrame) -> list[str]:
        parts = [text.split("-") for text in days(units[name]).tolist()]
        return [f"{int(p[2])}.{int(p[1])}.{p[0]}" if len(p) == 3 else "" for p in parts]

    return write


def _code(name: str, category: str) -> Column:
    return lambda units: texts_of(units[name], category)


def _mapped(name: str, texts: dict[int, str]) -> Column:
    return lambda units: units[name].map(texts).fillna("").tolist()


def _whole(name: str) -> Column:
    return lambda units: ["" if value < 0 else str(value) for value in units[name].tolist()]


def _operator(units: pd.DataFrame) -> list[str]:
    return [
        f"{name} ({number})"
        for name, number in zip(units["operator_name"].tolist(), units["operator_id"].tolist())
    ]


def _technology(units: pd.DataFrame) -> list[str]:
    return texts_of(units["technology"].where(units["carrier"] != STORAGE, NONE), "Technologie")


def _storage_technology(units: pd.DataFrame) -> list[str]:
    return texts_of(units["technology"].where(units["carrier"] == STORAGE, NONE), "Stromspeichertechnologie")


def _checked(units: pd.DataFrame) -> list[str]:
    return np.where(units["checked"] == 2954, "Geprüft", "In Prüfung").tolist()


COLUMNS: tuple[tuple[str, Column], ...] = (
    ("MaStR-Nr. der Einheit", _text("mastr_id")),
    ("Anzeige-Name der Einheit", _text("name")),
    ("Betriebs-Status", _mapped("status", STATUS)),
    ("Energieträger", _code("carrier", "Energietraeger")),
    ("Bruttoleistung der Einheit", _comma("gross_kw")),
    ("Nettonennleistung der Einheit", _comma("net_kw")),
    ("Inbetriebnahmedatum der Einheit", _date("commissioned")),
    ("Registrierungsdatum der Einheit", _date("registered")),
    ("Bundesland", _same("Sachsen")),
    ("Postleitzahl", _text("postcode")),
    ("Ort", _same(PLACE)),
    ("Straße", _text("street")),
    ("Hausnummer", _text("house_number")),
    ("Gemarkung", _text("cadastral_district")),
    ("Flurstück", _text("parcels")),
    ("Gemeindeschlüssel", _same(AGS)),
    ("Gemeinde", _same(MUNICIPALITY)),
    ("Landkreis", _same(COUNTY)),
    ("Koordinate: Breitengrad (WGS84)", _comma("lat", 6)),
    ("Koordinate: Längengrad (WGS84)", _comma("lon", 6)),
    ("Technologie der Stromerzeugung", _technology),
    ("Lage der Einheit", _mapped("site", SITES)),
    ("Anzahl der Solar-Module", _whole("modules")),
    ("Hauptausrichtung der Solar-Module", _code("orientation", "Hauptausrichtung")),
    (
        "Art der Bodenfläche (der PV-Anlage)",
        lambda units: np.where(units["site"] == 852, "Ackerland", "").tolist(),
    ),
    ("Name des Windparks", _text("wind_park")),
    ("Nabenhöhe der Windenergieanlage", _comma("hub_m")),
    ("Rotordurchmesser der Windenergieanlage", _comma("rotor_m")),
    (
        "Hersteller der Windenergieanlage",
        lambda units: np.where(units["hub_m"].notna(), "Sonstige", "").tolist(),
    ),
    ("Typenbezeichnung", _text("model")),
    ("Hauptbrennstoff der Einheit", _code("fuel", "Hauptbrennstoff")),
    ("MaStR-Nr. der Speichereinheit", _text("storage_id")),
    ("Speichertechnologie", _storage_technology),
    ("Nutzbare Speicherkapazität in kWh", _comma("storage_kwh")),
    ("Letzte Aktualisierung", _date("updated")),
    ("Datum der endgültigen Stilllegung", _date("closed")),
    ("Datum der geplanten Inbetriebnahme", _date("planned")),
    ("Name des Anlagenbetreibers (nur Org.)", _operator),
    ("\tMaStR-Nr. des Anlagenbetreibers", _text("operator_id")),
    ("Volleinspeisung oder Teileinspeisung", _code("feed_in", "Einspeisungsart")),
    ("MaStR-Nr. der Genehmigung", _text("approval_id")),
    ("Name des Anschluss-Netzbetreibers", _same("Stadtwerke Musterstadt Netz (fiktiv) (SNB000000000001)")),
    ("MaStR-Nr. des Anschluss-Netzbetreibers", _same("SNB000000000001")),
    ("Netzbetreiberprüfung", _checked),
    ("Spannungsebene", _text("voltage")),
    ("MaStR-Nr. der Lokation", _text("location_id")),
    ("MaStR-Nr. der EEG-Anlage", _text("eeg_id")),
    ("EEG-Anlagenschlüssel", _text("eeg_key")),
    ("Inbetriebnahmedatum der EEG-Anlage", lambda units: _date("eeg_commissioned")(_with_eeg_date(units))),
    ("Installierte Leistung der EEG-Anlage", _comma("eeg_kw")),
    ("Zuschlagnummer (EEG/KWK-Ausschreibung)", _same("")),
    ("MaStR-Nr. der KWK-Anlage", _text("chp_id")),
    ("Inbetriebnahmedatum der KWK-Anlage", _date("chp_commissioned")),
    # these two keep the decimal point, in the real files as here
    ("Elektrische KWK-Leistung", _point("chp_electric_kw")),
    ("Thermische Nutzleistung in kW", _point("chp_thermal_kw")),
)


def _with_eeg_date(units: pd.DataFrame) -> pd.DataFrame:
    return units.assign(eeg_commissioned=units["commissioned"].where(units["eeg_id"] != ""))


def write_register_csv(units: pd.DataFrame, path: Path) -> None:
    """Write units as the web overview exports them: 55 columns, UTF-8 with mark, all values in quotes.

    Parameters
    ----------
    units : DataFrame, shape (n,)
        From `demo.units.register_units`.
    path : Path
    """
    head = '"' + '";"'.join(heading for heading, _ in COLUMNS) + '"\n'
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(head)
        for start in range(0, len(units), CHUNK_ROWS):
            part = units.iloc[start : start + CHUNK_ROWS]
            columns = [[text.replace('"', '""') for text in write(part)] for _, write in COLUMNS]
            file.writelines('"' + '";"'.join(row) + '"\n' for row in zip(*columns))
