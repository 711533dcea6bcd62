"""Writes units in the form of the register's bulk export: a zip of UTF-16 XML tables on one line each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from math import isnan
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406: writes XML, never parses any

import numpy as np
import pandas as pd

from ..reference.tables import rows
from .catalogue import days
from .units import AGS, BIOMASS, COUNTY, GAS, MUNICIPALITY, OIL, PLACE, SOLAR, STORAGE, WATER, WIND

PART_ROWS = 100_000
"""Rows per part of a table, as in the real export."""
CHUNK_ROWS = 20_000
"""Rows turned into text at a time; keeps the memory small."""
DATED = (2025, 4, 1, 5, 0, 0)
"""Time stamp of all members, so that the same town gives the same bytes."""

Field = Callable[[pd.DataFrame], "list[str]"]
Fields = tuple[tuple[str, Field], ...]


def _same(value: str) -> Field:
    return lambda table: [value] * len(table)


def _text(name: str) -> Field:
    return lambda table: [escape(text) for text in table[name].tolist()]


def _number(name: str, decimals: int = 3) -> Field:
    return lambda table: ["" if isnan(value) else f"{value:.{decimals}f}" for value in table[name].tolist()]


def _code(name: str) -> Field:
    return lambda table: [str(value) if value else "" for value in table[name].tolist()]


def _day(name: str) -> Field:
    return lambda table: days(table[name]).tolist()


def _moment(name: str) -> Field:
    """Local time with seven decimals."""
    return lambda table: [
        f"{text}.0000000"
        for text in np.datetime_as_string(table[name].to_numpy().astype("datetime64[s]")).tolist()
    ]


def _absent(name: str) -> Field:
    """Return the flag that a field is not available."""
    return lambda table: ["0" if text else "1" for text in table[name].tolist()]


BEGIN: Fields = (
    ("EinheitMastrNummer", _text("mastr_id")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("LokationMaStRNummer", _text("location_id")),
    ("NetzbetreiberpruefungStatus", _code("checked")),
    ("AnlagenbetreiberMastrNummer", _text("operator_id")),
    ("Land", _same("84")),
    ("Bundesland", _same("1413")),
    ("Landkreis", _same(COUNTY)),
    ("Gemeinde", _same(MUNICIPALITY)),
    ("Gemeindeschluessel", _same(AGS)),
    ("Postleitzahl", _text("postcode")),
    ("Gemarkung", _text("cadastral_district")),
    ("FlurFlurstuecknummern", _text("parcels")),
    ("Strasse", _text("street")),
    ("StrasseNichtGefunden", _same("0")),
    ("Hausnummer", _text("house_number")),
    ("Hausnummer_nv", _absent("house_number")),
    ("HausnummerNichtGefunden", _same("0")),
    ("Ort", _same(PLACE)),
    ("Laengengrad", _number("lon", 6)),
    ("Breitengrad", _number("lat", 6)),
    ("Registrierungsdatum", _day("registered")),
    ("Inbetriebnahmedatum", _day("commissioned")),
    ("DatumEndgueltigeStilllegung", _day("closed")),
    ("DatumBeginnVoruebergehendeStilllegung", _day("paused")),
    ("GeplantesInbetriebnahmedatum", _day("planned")),
    ("EinheitSystemstatus", _same("472")),
    ("EinheitBetriebsstatus", _code("status")),
    ("NichtVorhandenInMigriertenEinheiten", _same("0")),
    ("NameStromerzeugungseinheit", _text("name")),
    ("Weic_nv", _same("1")),
    ("Kraftwerksnummer_nv", _same("1")),
    ("Energietraeger", _code("carrier")),
    ("Bruttoleistung", _number("gross_kw")),
    ("Nettonennleistung", _number("net_kw")),
    (
        "AnschlussAnHoechstOderHochSpannung",
        lambda table: (table["gross_kw"] >= 6000).astype(int).astype(str).tolist(),
    ),
    ("FernsteuerbarkeitNb", _same("0")),
    ("FernsteuerbarkeitDv", _same("0")),
    ("Einspeisungsart", _code("feed_in")),
)
SOLAR_FIELDS: Fields = (
    ("ZugeordneteWirkleistungWechselrichter", _number("inverter_kw")),
    ("AnzahlModule", lambda table: ["" if value < 0 else str(value) for value in table["modules"].tolist()]),
    ("ArtDerSolaranlage", _code("site")),
    ("Leistungsbegrenzung", _same("802")),
    ("EinheitlicheAusrichtungUndNeigungswinkel", _same("1")),
    ("Hauptausrichtung", _code("orientation")),
    ("HauptausrichtungNeigungswinkel", _code("tilt")),
    ("Nutzungsbereich", _code("use")),
    ("EegMaStRNummer", _text("eeg_id")),
    ("SpeicherAmGleichenOrt", lambda table: table["storage_paired"].astype(int).astype(str).tolist()),
)
WIND_FIELDS: Fields = (
    ("NameWindpark", _text("wind_park")),
    ("WindAnLandOderAufSee", _code("site")),
    ("Hersteller", _same("2554")),
    ("Technologie", _code("technology")),
    ("Typenbezeichnung", _text("model")),
    ("Nabenhoehe", _number("hub_m")),
    ("Rotordurchmesser", _number("rotor_m")),
    ("EegMaStRNummer", _text("eeg_id")),
)
WATER_FIELDS: Fields = (
    ("NameKraftwerk", _text("name")),
    ("ArtDerWasserkraftanlage", _same("890")),
    ("ArtDesZuflusses", _same("726")),
    ("EegMaStRNummer", _text("eeg_id")),
)
BIOMASS_FIELDS: Fields = (
    ("Hauptbrennstoff", _code("fuel")),
    ("Biomasseart", _code("biomass")),
    ("Technologie", _code("technology")),
    ("EegMaStRNummer", _text("eeg_id")),
    ("KwkMaStRNummer", _text("chp_id")),
)
COMBUSTION_FIELDS: Fields = (
    ("NameKraftwerk", _text("name")),
    ("Hauptbrennstoff", _code("fuel")),
    ("Notstromaggregat", lambda table: (table["carrier"] == OIL).astype(int).astype(str).tolist()),
    ("KwkMaStRNummer", _text("chp_id")),
    ("Technologie", _code("technology")),
)
STORAGE_FIELDS: Fields = (
    ("AcDcKoppelung", _same("693")),
    ("Batterietechnologie", _same("727")),
    ("Notstromaggregat", _same("0")),
    ("ZugeordnenteWirkleistungWechselrichter", _number("gross_kw")),
    ("SpeMastrNummer", _text("storage_id")),
    ("EegMaStRNummer", _text("eeg_id")),
    ("EegAnlagentyp", _same("8")),
    ("Technologie", _code("technology")),
    ("GemeinsamRegistrierteSolareinheitMastrNummer", _text("paired_solar_id")),
)
UNIT_TABLES: tuple[tuple[str, str, tuple[int, ...], Fields], ...] = (
    ("EinheitenSolar", "EinheitSolar", (SOLAR,), SOLAR_FIELDS),
    ("EinheitenWind", "EinheitWind", (WIND,), WIND_FIELDS),
    ("EinheitenWasser", "EinheitWasser", (WATER,), WATER_FIELDS),
    ("EinheitenBiomasse", "EinheitBiomasse", (BIOMASS,), BIOMASS_FIELDS),
    ("EinheitenVerbrennung", "EinheitVerbrennung", (GAS, OIL), COMBUSTION_FIELDS),
    ("EinheitenStromSpeicher", "EinheitStromSpeicher", (STORAGE,), STORAGE_FIELDS),
)
EEG_FIELDS: Fields = (
    ("Registrierungsdatum", _day("registered")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("EegInbetriebnahmedatum", _day("commissioned")),
    ("EegMaStRNummer", _text("eeg_id")),
    ("AnlagenschluesselEeg", _text("eeg_key")),
)
EEG_END: Fields = (
    ("AnlageBetriebsstatus", _code("status")),
    ("VerknuepfteEinheitenMaStRNummern", _text("mastr_id")),
)
EEG_TABLES: tuple[tuple[str, str, int, Fields], ...] = (
    (
        "AnlagenEegSolar",
        "AnlageEegSolar",
        SOLAR,
        (
            ("AnlagenkennzifferAnlagenregister_nv", _same("1")),
            ("InstallierteLeistung", _number("eeg_kw")),
            ("RegistrierungsnummerPvMeldeportal_nv", _same("1")),
            ("MieterstromZugeordnet", _same("0")),
            ("AusschreibungZuschlag", _same("0")),
            *EEG_END,
        ),
    ),
    (
        "AnlagenEegWind",
        "AnlageEegWind",
        WIND,
        (
            ("PrototypAnlage", _same("0")),
            ("PilotAnlage", _same("0")),
            ("InstallierteLeistung", _number("eeg_kw")),
            ("AusschreibungZuschlag", _same("0")),
            *EEG_END,
        ),
    ),
    ("AnlagenEegWasser", "AnlageEegWasser", WATER, (("InstallierteLeistung", _number("eeg_kw")), *EEG_END)),
    (
        "AnlagenEegBiomasse",
        "AnlageEegBiomasse",
        BIOMASS,
        (("InstallierteLeistung", _number("eeg_kw")), *EEG_END),
    ),
    (
        "AnlagenEegSpeicher",
        "AnlageEegSpeicher",
        STORAGE,
        (("VerknuepfteEinheitenMaStRNummern", _text("mastr_id")),),
    ),
)
STORAGE_PLANT: Fields = (
    ("MaStRNummer", _text("storage_id")),
    ("Registrierungsdatum", _day("registered")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("NutzbareSpeicherkapazitaet", _number("storage_kwh")),
    ("VerknuepfteEinheitenMaStRNummern", _text("mastr_id")),
    ("AnlageBetriebsstatus", _code("status")),
)
CHP_PLANT: Fields = (
    ("KwkMastrNummer", _text("chp_id")),
    ("AusschreibungZuschlag", _same("0")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("Inbetriebnahmedatum", _day("chp_commissioned")),
    ("Registrierungsdatum", _day("registered")),
    ("ThermischeNutzleistung", _number("chp_thermal_kw")),
    ("ElektrischeKwkLeistung", _number("chp_electric_kw")),
    ("AnlageBetriebsstatus", _code("status")),
    ("VerknuepfteEinheitenMaStRNummern", _text("linked")),
)
LOCATION: Fields = (
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("MastrNummer", _text("location_id")),
    ("Lokationtyp", _same("1")),
    ("VerknuepfteEinheitenMaStRNummern", _text("linked")),
)
APPROVAL: Fields = (
    ("GenMastrNummer", _text("approval_id")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("Art", _same("41")),
    ("Datum", _day("registered")),
    ("Behoerde", _same("Musteramt (fiktiv)")),
    ("Frist_nv", _same("1")),
    ("VerknuepfteEinheitenMaStRNummern", _text("mastr_id")),
)


def write_register_bulk(units: pd.DataFrame, path: Path) -> None:
    """Write units as the zip of the bulk export, with Katalogwerte and the tables of plants and locations.

    Fields without a value are left out; tables are ordered by number and cut every 100,000 rows; tables that the
    real export cuts carry a part number even when there is only one part.
    """
    solar = units[(units["carrier"] == SOLAR) & (units["pair"] >= 0)].set_index("pair")["mastr_id"]
    units = units.assign(
        paired_solar_id=units["pair"].map(solar).where(units["carrier"] == STORAGE, "").fillna("")
    )
    units = units.sort_values("mastr_id", kind="stable")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for table, element, carriers, fields in UNIT_TABLES:
            _write_table(archive, table, element, units[units["carrier"].isin(carriers)], BEGIN + fields)
        for table, element, carrier, fields in EEG_TABLES:
            chosen = units[(units["carrier"] == carrier) & (units["eeg_id"] != "")]
            _write_table(archive, table, element, chosen, EEG_FIELDS + fields)
        _write_table(
            archive,
            "AnlagenStromSpeicher",
            "AnlageStromSpeicher",
            units[units["storage_id"] != ""],
            STORAGE_PLANT,
        )
        _write_table(archive, "AnlagenKwk", "AnlageKwk", _grouped(units, "chp_id"), CHP_PLANT)
        _write_table(archive, "Lokationen", "Lokation", _grouped(units, "location_id"), LOCATION)
        _write_table(
            archive, "EinheitenGenehmigung", "EinheitGenehmigung", units[units["approval_id"] != ""], APPROVAL
        )
        _write_catalogue(archive)


def _grouped(units: pd.DataFrame, key: str) -> pd.DataFrame:
    """One row per plant or location, with the numbers of its units."""
    there = units[units[key] != ""].sort_values([key, "mastr_id"], kind="stable")
    linked = there.groupby(key, sort=True)["mastr_id"].agg(", ".join)
    first = there.drop_duplicates(key).set_index(key)
    return first.assign(linked=linked).reset_index()


# tables that the real export writes in numbered parts
IN_PARTS = (
    "EinheitenSolar",
    "EinheitenStromSpeicher",
    "AnlagenEegSolar",
    "AnlagenEegSpeicher",
    "AnlagenStromSpeicher",
    "Lokationen",
)


def _write_table(
    archive: zipfile.ZipFile, table: str, element: str, units: pd.DataFrame, fields: Fields
) -> None:
    parts = max(1, -(-len(units) // PART_ROWS))
    for part in range(parts):
        chunk = units.iloc[part * PART_ROWS : (part + 1) * PART_ROWS]
        name = f"{table}_{part + 1}.xml" if table in IN_PARTS else f"{table}.xml"
        _write_member(archive, name, table, _elements(element, chunk, fields))


def _elements(element: str, units: pd.DataFrame, fields: Fields) -> Iterator[str]:
    """Text of the elements, some thousand at a time."""
    for start in range(0, len(units), CHUNK_ROWS):
        chunk = units.iloc[start : start + CHUNK_ROWS]
        columns = [
            [f"<{name}>{text}</{name}>" if text else "" for text in write(chunk)] for name, write in fields
        ]
        yield "".join(f"<{element}>{''.join(row)}</{element}>" for row in zip(*columns))


def _write_catalogue(archive: zipfile.ZipFile) -> None:
    entries = rows("demo_catalogue")
    body = "".join(
        f"<Katalogwert><Id>{row['id']}</Id><Wert>{escape(row['text'])}</Wert>"
        f"<KatalogKategorieId>{row['category_id']}</KatalogKategorieId></Katalogwert>"
        for row in sorted(
            {(int(r["id"]), r["text"], r["category_id"]): r for r in entries}.values(), key=_by_id
        )
    )
    _write_member(archive, "Katalogwerte.xml", "Katalogwerte", [body])
    categories = dict.fromkeys((row["category_id"], row["category"]) for row in entries)
    body = "".join(
        f"<Katalogkategorie><Id>{number}</Id><Name>{name}</Name></Katalogkategorie>"
        for number, name in categories
    )
    _write_member(archive, "Katalogkategorien.xml", "Katalogkategorien", [body])


def _by_id(row: dict[str, str]) -> int:
    return int(row["id"])


def _write_member(archive: zipfile.ZipFile, name: str, root: str, body: Iterable[str]) -> None:
    info = zipfile.ZipInfo(name, DATED)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as file:
        file.write(f'\ufeff<?xml version="1.0" encoding="UTF-16"?><{root}>'.encode("utf-16-le"))
        for text in body:
            file.write(text.encode("utf-16-le"))
        file.write(f"</{root}>".encode("utf-16-le"))
