"""The bulk export's tables: which fields of a unit, plant or place each of them has, and how they are written."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from xml.sax.saxutils import escape  # nosec B406: writes XML, never parses any

import numpy as np
import pandas as pd

from ..reference.tables import rows
from .catalogue import days
from .units import AGS, BIOMASS, COUNTY, GAS, MUNICIPALITY, OIL, PLACE, SOLAR, STORAGE, WATER, WIND

GRID_OPERATOR_ID = "SNB000000000001"
"""Number of the town's one grid operator."""
ORGANISATION = 517

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
    """UTC with seven decimals, as in the real export."""
    return lambda table: [
        f"{text}.0000000"
        for text in np.datetime_as_string(table[name].to_numpy().astype("datetime64[s]")).tolist()
    ]


def _absent(name: str) -> Field:
    """Return the flag that a field is not available."""
    return lambda table: ["0" if text else "1" for text in table[name].tolist()]


def _firm(table: pd.DataFrame) -> list[str]:
    """Names of organisations; of natural persons nothing."""
    firm = table["operator_name"].where(table["person"] == ORGANISATION, "")
    return [escape(text) for text in firm.tolist()]


def _voltage(table: pd.DataFrame) -> list[str]:
    known = {row["text"]: row["id"] for row in rows("demo_catalogue") if row["category"] == "Spannungsebene"}
    return [known.get(text, "") for text in table["voltage"].tolist()]


PLACED: Fields = (
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
)
"""Fields that units of electricity and of gas have."""
BEGIN: Fields = (
    *PLACED,
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
GEOTHERMAL_FIELDS: Fields = (
    ("Technologie", _code("technology")),
    ("KwkMaStRNummer", _text("chp_id")),
    ("EegMaStRNummer", _text("eeg_id")),
)
NUCLEAR_FIELDS: Fields = (("NameKraftwerk", _text("name")), ("Technologie", _code("technology")))
# carriers of tables that are empty in the town; the real export always has them
GEOTHERMAL, NUCLEAR = (2403, 2404, 2405, 2406, 2957, 2958), (2494,)
UNIT_TABLES: tuple[tuple[str, str, tuple[int, ...], Fields], ...] = (
    ("EinheitenSolar", "EinheitSolar", (SOLAR,), SOLAR_FIELDS),
    ("EinheitenWind", "EinheitWind", (WIND,), WIND_FIELDS),
    ("EinheitenWasser", "EinheitWasser", (WATER,), WATER_FIELDS),
    ("EinheitenBiomasse", "EinheitBiomasse", (BIOMASS,), BIOMASS_FIELDS),
    ("EinheitenVerbrennung", "EinheitVerbrennung", (GAS, OIL), COMBUSTION_FIELDS),
    ("EinheitenStromSpeicher", "EinheitStromSpeicher", (STORAGE,), STORAGE_FIELDS),
    (
        "EinheitenGeothermieGrubengasDruckentspannung",
        "EinheitGeothermieGrubengasDruckentspannung",
        GEOTHERMAL,
        GEOTHERMAL_FIELDS,
    ),
    ("EinheitenKernkraft", "EinheitKernkraft", NUCLEAR, NUCLEAR_FIELDS),
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
        "AnlagenEegGeothermieGrubengasDruckentspannung",
        "AnlageEegGeothermieGrubengasDruckentspannung",
        GEOTHERMAL[0],
        (("InstallierteLeistung", _number("eeg_kw")), *EEG_END),
    ),
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
    ("Lokationtyp", _code("location_type")),
    ("VerknuepfteEinheitenMaStRNummern", _text("linked")),
    ("NetzanschlusspunkteMaStRNummern", _text("connections")),
)
CONNECTION: Fields = (
    ("NetzanschlusspunktMastrNummer", _text("connection_id")),
    ("LetzteAenderung", _moment("updated")),
    ("LokationMaStRNummer", _text("location_id")),
    ("Lokationtyp", _code("location_type")),
    ("Spannungsebene", _voltage),
    ("NochInPlanung", _same("0")),
    ("NetzbetreiberMaStRNummer", _same(GRID_OPERATOR_ID)),
)
OPERATOR: Fields = (
    ("MastrNummer", _text("operator_id")),
    ("DatumLetzeAktualisierung", _moment("updated")),
    ("Personenart", _code("person")),
    ("Firmenname", _firm),
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
GAS_PRODUCER: Fields = (
    *PLACED,
    ("NameGaserzeugungseinheit", _text("name")),
    ("SpeicherMaStRNummer", _text("storage_id")),
    ("Technologie", _code("technology")),
    ("Erzeugungsleistung", _number("power_kw")),
)
GAS_STORE: Fields = (
    *PLACED,
    ("NameGasspeicher", _text("name")),
    ("Speicherart", _code("store_kind")),
    ("MaximalNutzbaresArbeitsgasvolumen", _number("volume_kwh")),
    ("MaximaleEinspeicherleistung", _number("injection_kw")),
    ("MaximaleAusspeicherleistung", _number("withdrawal_kw")),
    ("DurchschnittlicherBrennwert", _number("calorific_kwh_m3", 2)),
    ("Weic_Na", _same("1")),
    ("SpeicherMaStRNummer", _text("storage_id")),
)
GAS_STORE_PLANT: Fields = (
    ("MaStRNummer", _text("storage_id")),
    ("DatumLetzteAktualisierung", _moment("updated")),
    ("Speichername", _text("name")),
    ("Registrierungsdatum", _day("registered")),
    ("AnlageBetriebsstatus", _code("status")),
    ("VerknuepfteEinheitenMaStRNummern", _text("mastr_id")),
)
