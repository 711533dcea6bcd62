"""Writes units as open-mastr exports its database: one CSV file per technology, and three tables beside them.

Columns are named and in the order of open-mastr 0.17.4: those that say something of a unit, and those with a number or
an ending behind their name that could be taken for them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from math import isnan
from pathlib import Path

import numpy as np
import pandas as pd

from .catalogue import days, texts_of
from .units import AGS, BIOMASS, COUNTY, GAS, MUNICIPALITY, OIL, PLACE, SOLAR, STORAGE, WATER, WIND

Column = Callable[[pd.DataFrame], "list[str]"]
Columns = tuple[tuple[str, Column], ...]
DOWNLOADED = "2025-04-01"
ORGANISATION = 517
PERSON = "Natürliche Person oder Organisation mit Personenbezug"


def _text(name: str) -> Column:
    return lambda table: table[name].tolist()


def _same(value: str) -> Column:
    return lambda table: [value] * len(table)


def _number(name: str) -> Column:
    """Floats as pandas writes them: 36.0."""
    return lambda table: ["" if isnan(value) else str(round(value, 6)) for value in table[name].tolist()]


def _day(name: str, where: str = "") -> Column:
    def write(table: pd.DataFrame) -> list[str]:
        return days(table[name].where(table[where] != "") if where else table[name]).tolist()

    return write


def _moment(name: str, where: str = "") -> Column:
    def write(table: pd.DataFrame) -> list[str]:
        texts = table[name].dt.strftime("%Y-%m-%d %H:%M:%S")
        return (texts.where(table[where] != "", "") if where else texts).tolist()

    return write


def _label(name: str, category: str) -> Column:
    return lambda table: texts_of(table[name], category)


def _modules(table: pd.DataFrame) -> list[str]:
    return ["" if value < 0 else str(value) for value in table["modules"].tolist()]


def _house_numbers(table: pd.DataFrame) -> list[str]:
    """House numbers; of a table in which all are figures, pandas makes floats."""
    numbers = table["house_number"]
    if numbers[numbers != ""].str.fullmatch(r"\d+").all():
        return [f"{text}.0" if text else "" for text in numbers.tolist()]
    return numbers.tolist()


BASIC: Columns = (
    ("EinheitMastrNummer", _text("mastr_id")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("Name", _same("")),
    ("Bruttoleistung", _number("gross_kw")),
    ("EinheitBetriebsstatus", _label("status", "BetriebsStatus")),
    ("Anlagenbetreiber", _same("")),
    ("EegMastrNummer", _text("eeg_id")),
    ("KwkMastrNummer", _text("chp_id")),
    ("SpeMastrNummer", _text("storage_id")),
    ("GenMastrNummer", _same("")),
)
EXTENDED: Columns = (
    ("NetzbetreiberMastrNummer", _same("")),
    ("Registrierungsdatum", _day("registered")),
    ("EinheitMastrNummer_extended", _text("mastr_id")),
    ("DatumLetzteAktualisierung_1", _moment("updated")),
    ("LokationMastrNummer", _text("location_id")),
    ("AnlagenbetreiberMastrNummer", _text("operator_id")),
    ("Land", _same("Deutschland")),
    ("Bundesland", _same("Sachsen")),
    ("Landkreis", _same(COUNTY)),
    ("Gemeinde", _same(MUNICIPALITY)),
    ("Gemeindeschluessel", _same(AGS)),
    ("Postleitzahl", _text("postcode")),
    ("Gemarkung", _text("cadastral_district")),
    ("Strasse", _text("street")),
    ("Hausnummer", _house_numbers),
    ("Ort", _same(PLACE)),
    ("Laengengrad", _number("lon")),
    ("Breitengrad", _number("lat")),
    ("GeplantesInbetriebnahmedatum", _day("planned")),
    ("Inbetriebnahmedatum", _day("commissioned")),
    ("DatumEndgueltigeStilllegung", _day("closed")),
    ("DatumBeginnVoruebergehendeStilllegung", _day("paused")),
    ("EinheitSystemstatus_1", _same("Aktiviert")),
    ("EinheitBetriebsstatus_extended", _label("status", "BetriebsStatus")),
    ("NameStromerzeugungseinheit", _text("name")),
    ("Energietraeger", _label("carrier", "Energietraeger")),
    ("Bruttoleistung_extended", _number("gross_kw")),
    ("Nettonennleistung", _number("net_kw")),
    ("Einspeisungsart", _label("feed_in", "Einspeisungsart")),
    ("DatenQuelle", _same("bulk")),
    ("DatumDownload", _same(DOWNLOADED)),
)
EEG: Columns = (
    ("InstallierteLeistung", _number("eeg_kw")),
    ("Registrierungsdatum_1", _day("registered", "eeg_id")),
    ("EegMastrNummer_eeg", _text("eeg_id")),
    ("DatumLetzteAktualisierung_eeg", _moment("updated", "eeg_id")),
    ("EegInbetriebnahmedatum", _day("commissioned", "eeg_id")),
    ("AnlagenschluesselEeg", _text("eeg_key")),
)
CHP: Columns = (
    ("KwkMastrNummer_kwk", _text("chp_id")),
    ("Inbetriebnahmedatum_kwk", _day("chp_commissioned")),
    ("ThermischeNutzleistung", _number("chp_thermal_kw")),
    ("ElektrischeKwkLeistung", _number("chp_electric_kw")),
)
SOLAR_COLUMNS: Columns = (
    ("ZugeordneteWirkleistungWechselrichter", _number("inverter_kw")),
    ("AnzahlModule", _modules),
    ("Lage", _same("")),
    ("Hauptausrichtung", _label("orientation", "Hauptausrichtung")),
    ("HauptausrichtungNeigungswinkel", _label("tilt", "Neigungswinkel")),
    ("Nutzungsbereich", _label("use", "Nutzungsbereich")),
    ("ArtDerSolaranlage", _label("site", "ArtDerSolaranlage")),
)
WIND_COLUMNS: Columns = (
    ("NameWindpark", _text("wind_park")),
    ("Lage", _same("")),
    ("Technologie", _label("technology", "Technologie")),
    ("Typenbezeichnung", _text("model")),
    ("Nabenhoehe", _number("hub_m")),
    ("Rotordurchmesser", _number("rotor_m")),
    ("WindAnLandOderAufSee", _label("site", "WindAnLandOderAufSee")),
)
BIOMASS_COLUMNS: Columns = (
    ("Hauptbrennstoff", _label("fuel", "Hauptbrennstoff")),
    ("Technologie", _label("technology", "Technologie")),
    ("KwkMastrNummer_extended", _text("chp_id")),
)
COMBUSTION_COLUMNS: Columns = (
    ("NameKraftwerk", _text("name")),
    ("Hauptbrennstoff", _label("fuel", "Hauptbrennstoff")),
    ("KwkMastrNummer_extended", _text("chp_id")),
    ("Technologie", _label("technology", "Technologie")),
)
STORAGE_COLUMNS: Columns = (
    ("NutzbareSpeicherkapazitaet", _same("")),
    ("SpeMastrNummer_extended", _text("storage_id")),
    ("Technologie", _label("technology", "Stromspeichertechnologie")),
)
TABLES: tuple[tuple[str, tuple[int, ...], Columns], ...] = (
    ("solar", (SOLAR,), BASIC + SOLAR_COLUMNS + EXTENDED + EEG),
    ("wind", (WIND,), BASIC + WIND_COLUMNS + EXTENDED + EEG),
    ("hydro", (WATER,), BASIC + EXTENDED + EEG),
    ("biomass", (BIOMASS,), BASIC + BIOMASS_COLUMNS + EXTENDED + EEG + CHP),
    ("combustion", (GAS, OIL), BASIC + COMBUSTION_COLUMNS + EXTENDED + CHP),
    ("storage", (STORAGE,), BASIC + STORAGE_COLUMNS + EXTENDED + EEG[1:]),
)
STORES: Columns = (
    ("MastrNummer", _text("storage_id")),
    ("Registrierungsdatum", _day("registered")),
    ("NutzbareSpeicherkapazitaet", _number("storage_kwh")),
    ("VerknuepfteEinheit", _text("mastr_id")),
)
CONNECTIONS: Columns = (
    ("LokationMastrNummer", _text("location_id")),
    ("Lokationtyp", _same("Stromerzeugungslokation")),
    ("Spannungsebene", _text("voltage")),
)


def _person_kinds(table: pd.DataFrame) -> list[str]:
    return np.where(table["person"] == ORGANISATION, "Organisation", PERSON).tolist()


def _firms(table: pd.DataFrame) -> list[str]:
    return table["operator_name"].where(table["person"] == ORGANISATION, "").tolist()


ACTORS: Columns = (
    ("MastrNummer", _text("operator_id")),
    ("Personenart", _person_kinds),
    ("Firmenname", _firms),
)


def write_register_open_mastr(units: pd.DataFrame, folder: Path) -> list[Path]:
    """Write units as open-mastr's ``to_csv`` does after a bulk download.

    Parameters
    ----------
    units : DataFrame, shape (n,)
        From `demo.units.register_units`.
    folder : Path

    Returns
    -------
    list of Path
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    units = units.sort_values("mastr_id", kind="stable")
    written = [
        _write(folder, name, units[units["carrier"].isin(carriers)], columns)
        for name, carriers, columns in TABLES
    ]
    located = units[units["location_id"] != ""].drop_duplicates("location_id")
    return [
        *written,
        _write(folder, "storage_units", units[units["storage_id"] != ""], STORES),
        _write(folder, "grid_connections", located, CONNECTIONS),
        _write(folder, "market_actors", units.drop_duplicates("operator_id"), ACTORS),
    ]


def _write(folder: Path, name: str, table: pd.DataFrame, columns: Columns) -> Path:
    path = folder / f"bnetza_mastr_{name}_raw.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([heading for heading, _ in columns])
        writer.writerows(zip(*(write(table) for _, write in columns)))
    return path
