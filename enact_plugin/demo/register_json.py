"""Writes units as pages of the register's public JSON endpoint, in its own envelope."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isnan
from pathlib import Path

import numpy as np
import pandas as pd

from .catalogue import milliseconds, texts_of
from .units import AGS, BIOMASS, COUNTY, MUNICIPALITY, NONE, PLACE, SOLAR, STORAGE, WATER, WIND

Field = Callable[[pd.DataFrame], "list[object]"]
GRID_OPERATOR = "Stadtwerke Musterstadt Netz (fiktiv) (SNB000000000001)"
UNIT_TYPE = {SOLAR: 1, WIND: 2, BIOMASS: 3, WATER: 4, STORAGE: 8}
COMBUSTION_TYPE = 6


def _same(value: object) -> Field:
    return lambda units: [value] * len(units)


def _text(name: str) -> Field:
    return lambda units: [text or None for text in units[name].tolist()]


def _number(name: str) -> Field:
    return lambda units: [
        None if isinstance(value, float) and isnan(value) else value for value in units[name].tolist()
    ]


def _code(name: str, carriers: tuple[int, ...] = ()) -> Field:
    return lambda units: [value or None for value in _only(units, name, carriers).tolist()]


def _label(name: str, category: str, carriers: tuple[int, ...] = ()) -> Field:
    return lambda units: [text or None for text in texts_of(_only(units, name, carriers), category)]


def _only(units: pd.DataFrame, name: str, carriers: tuple[int, ...]) -> pd.Series:
    return units[name].where(units["carrier"].isin(carriers), NONE) if carriers else units[name]


def _date(name: str, where: str = "") -> Field:
    def write(units: pd.DataFrame) -> list[object]:
        values = units[name].where(units[where] != "") if where else units[name]
        return [None if value is None else f"/Date({value})/" for value in milliseconds(values)]

    return write


def _modules(units: pd.DataFrame) -> list[object]:
    return [None if value < 0 else value for value in units["modules"].tolist()]


def _operator(units: pd.DataFrame) -> list[object]:
    return [f"{a} ({b})" for a, b in zip(units["operator_name"].tolist(), units["operator_id"].tolist())]


def _unit_type(units: pd.DataFrame) -> list[object]:
    return units["carrier"].map(UNIT_TYPE).fillna(COMBUSTION_TYPE).astype(int).tolist()


def _anonymous(units: pd.DataFrame) -> list[object]:
    return (units["person"] == 518).tolist()


def _where(units: pd.DataFrame) -> list[object]:
    return [f"{code} {PLACE}" for code in units["postcode"].tolist()]


def _maker(units: pd.DataFrame) -> list[object]:
    return [2554 if wind else None for wind in (units["carrier"] == WIND).tolist()]


def _maker_label(units: pd.DataFrame) -> list[object]:
    return ["Sonstige" if wind else None for wind in (units["carrier"] == WIND).tolist()]


def _hydro(units: pd.DataFrame) -> list[object]:
    return [False if water else None for water in (units["carrier"] == WATER).tolist()]


NOT_STORAGE = (SOLAR, WIND, WATER, BIOMASS, 2409, 2410, 2411)
FIELDS: tuple[tuple[str, Field], ...] = (
    ("Id", _number("register_id")),
    ("AnlagenbetreiberId", _number("operator_register_id")),
    ("AnlagenbetreiberPersonenArt", _number("person")),
    ("AnlagenbetreiberMaskedName", _operator),
    ("AnlagenbetreiberMaStRNummer", _text("operator_id")),
    ("AnlagenbetreiberName", _operator),
    ("BetriebsStatusId", _number("status")),
    ("BetriebsStatusName", _label("status", "BetriebsStatus")),
    ("Breitengrad", _number("lat")),
    ("BundeslandId", _same(1413)),
    ("Bundesland", _same("Sachsen")),
    ("DatumLetzteAktualisierung", _date("updated")),
    ("EinheitRegistrierungsdatum", _date("registered")),
    ("EinheitName", _text("name")),
    ("EndgueltigeStilllegungDatum", _date("closed")),
    ("Flurstueck", _text("parcels")),
    ("Gemarkung", _text("cadastral_district")),
    ("Gemeinde", _same(MUNICIPALITY)),
    ("Gemeindeschluessel", _same(AGS)),
    ("GeplantesInbetriebsnahmeDatum", _date("planned")),
    ("Hausnummer", _text("house_number")),
    ("InbetriebnahmeDatum", _date("commissioned")),
    ("InbetriebnahmeDatumAmAktuellenOrt", _same(None)),
    ("IsNBPruefungAbgeschlossen", _number("checked")),
    ("Laengengrad", _number("lon")),
    ("LandId", _same(84)),
    ("Landkreis", _same(COUNTY)),
    ("LokationId", lambda units: [int(text[3:]) if text else None for text in units["location_id"].tolist()]),
    ("LokationMastrNr", _text("location_id")),
    ("MaStRNummer", _text("mastr_id")),
    ("NetzbetreiberId", _same("999000001")),
    ("NetzbetreiberMaskedNamen", _same(GRID_OPERATOR)),
    (
        "NetzbetreiberMaStRNummer",
        _same('<a href="/MaStR/Akteur/Marktakteur/Detail/999000001">SNB000000000001</a>'),
    ),
    ("NetzbetreiberNamen", _same(GRID_OPERATOR)),
    ("NetzbetreiberPersonenArt", _same("517")),
    ("Ort", _same(PLACE)),
    ("Plz", _text("postcode")),
    ("Strasse", _text("street")),
    ("SystemStatusId", _same(472)),
    ("SystemStatusName", _same("Aktiviert")),
    ("Typ", _unit_type),
    ("AktenzeichenGenehmigung", _same(None)),
    ("AnzahlSolarModule", _modules),
    ("Batterietechnologie", lambda units: [727 if c == STORAGE else None for c in units["carrier"].tolist()]),
    ("BiomasseArt", _code("biomass")),
    ("BiomasseArtBezeichnung", _label("biomass", "Biomasseart")),
    ("Bruttoleistung", _number("gross_kw")),
    ("EegInbetriebnahmeDatum", _date("commissioned", "eeg_id")),
    ("EegInstallierteLeistung", _number("eeg_kw")),
    ("EegAnlageMastrNummer", _text("eeg_id")),
    ("EegAnlageRegistrierungsdatum", _date("registered", "eeg_id")),
    ("EegAnlagenschluessel", _text("eeg_key")),
    ("EegZuschlag", _same(None)),
    ("Zuschlagsnummern", _same("")),
    ("EnergietraegerId", _number("carrier")),
    ("EnergietraegerName", _label("carrier", "Energietraeger")),
    ("Genehmigungbehoerde", _same(None)),
    ("GenehmigungRegistrierungsdatum", _same(None)),
    ("GenehmigungsMastrNummer", _text("approval_id")),
    ("Gruppierungsobjekte", _text("storage_id")),
    ("GruppierungsobjekteIds", _same(None)),
    ("HatFlexibilitaetspraemie", _same(None)),
    ("HauptausrichtungSolarModule", _code("orientation")),
    ("HauptausrichtungSolarModuleBezeichnung", _label("orientation", "Hauptausrichtung")),
    ("HauptbrennstoffId", _code("fuel")),
    ("HauptbrennstoffNamen", _label("fuel", "Hauptbrennstoff")),
    ("HauptneigungswinkelSolarmodule", _code("tilt")),
    ("HerstellerWindenergieanlage", _maker),
    ("HerstellerWindenergieanlageBezeichnung", _maker_label),
    ("IsAnonymisiert", _anonymous),
    ("IsBuergerenergie", _same(None)),
    ("IsEinheitNotstromaggregat", _same(False)),
    ("KraftwerkName", _same(None)),
    ("KraftwerkBlockName", _same(None)),
    ("KwkAnlageElektrischeLeistung", _number("chp_electric_kw")),
    ("KwkAnlageInbetriebnahmedatum", _date("chp_commissioned")),
    ("KwkAnlageMastrNummer", _text("chp_id")),
    ("KwkAnlageRegistrierungsdatum", _date("registered", "chp_id")),
    ("KwkZuschlag", _same(None)),
    ("ArtDerSolaranlageId", _code("site", (SOLAR,))),
    ("ArtDerSolaranlageBezeichnung", _label("site", "ArtDerSolaranlage", (SOLAR,))),
    ("WindAnLandOderSeeId", _code("site", (WIND,))),
    ("WindAnLandOderSeeBezeichnung", _label("site", "WindAnLandOderAufSee", (WIND,))),
    ("Leistungsbegrenzung", _same(None)),
    ("MieterstromAngemeldet", _same(None)),
    ("MigrationseinheitMastrNummer", _same(None)),
    ("NabenhoeheWindenergieanlage", _number("hub_m")),
    ("Nettonennleistung", _number("net_kw")),
    ("NutzbareSpeicherkapazitaet", _number("storage_kwh")),
    ("NutzungsbereichGebSA", _code("use")),
    ("Pilotwindanlage", _same(None)),
    ("Prototypanlage", _same(None)),
    ("Regelzone", _same(None)),
    ("RotordurchmesserWindenergieanlage", _number("rotor_m")),
    ("StandortAnonymisiert", _where),
    ("Stromspeichertechnologie", _code("technology", (STORAGE,))),
    ("StromspeichertechnologieBezeichnung", _label("technology", "Stromspeichertechnologie", (STORAGE,))),
    ("SpannungsebenenId", _same(None)),
    ("SpannungsebenenNamen", _text("voltage")),
    ("SpeicherEinheitMastrNummer", _text("storage_id")),
    ("TechnologieStromerzeugungId", _code("technology", NOT_STORAGE)),
    ("TechnologieStromerzeugung", _label("technology", "Technologie", NOT_STORAGE)),
    ("ThermischeNutzleistung", _number("chp_thermal_kw")),
    ("Typenbezeichnung", _text("model")),
    ("VollTeilEinspeisung", _number("feed_in")),
    ("VollTeilEinspeisungBezeichnung", _label("feed_in", "Einspeisungsart")),
    ("WasserkraftErtuechtigung", _hydro),
    ("WindClusterOstseeId", _same(None)),
    ("WindClusterNordseeId", _same(None)),
    ("WindparkName", _text("wind_park")),
    ("SolarparkName", _same(None)),
    ("HauptneigungswinkelSolarmoduleBezeichnung", _label("tilt", "Neigungswinkel")),
    ("NutzungsbereichGebSABezeichnung", _label("use", "Nutzungsbereich")),
    ("VorherigeNutzungsartDerFlaecheBezeichnung", _same(None)),
    ("VorherigerNutzungsartenBereichDerFlaecheBezeichnung", _same(None)),
    ("ZusaetzlicheFlaechenMerkmaleBezeichnung", _same(None)),
    ("InAnspruchgenommeneFlaeche", _same(None)),
    ("LichteHoehe", _same(None)),
)


def write_register_json(units: pd.DataFrame, folder: Path, page_size: int = 5000) -> list[Path]:
    """Write units as the endpoint would answer page by page.

    Returns
    -------
    list of Path
        The pages, seite_0001.json first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [name for name, _ in FIELDS]
    pages = []
    for number, start in enumerate(range(0, max(len(units), 1), page_size), start=1):
        part = units.iloc[start : start + page_size]
        rows = zip(*(write(part) for _, write in FIELDS))
        answer = {
            "Data": [dict(zip(names, row)) for row in rows],
            "Total": len(units),
            "AggregateResults": None,
            "Errors": None,
        }
        path = folder / f"seite_{number:04d}.json"
        path.write_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        pages.append(path)
    return pages


def field_names() -> tuple[str, ...]:
    """Names of the endpoint's fields in their order."""
    return tuple(np.array([name for name, _ in FIELDS]).tolist())
