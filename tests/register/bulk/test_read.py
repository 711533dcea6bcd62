"""The plant table from the bulk export: what is joined, what is missing, and what is said of it."""

from __future__ import annotations

import io
import threading
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import Canceled, EnactError, Severity
from enact_plugin.progress import Progress
from enact_plugin.register.bulk.archive import open_archive
from enact_plugin.register.bulk.read import raw_units, read_bulk, selection_of, stream_plants
from enact_plugin.register.bulk.selection import Selection
from enact_plugin.register.plants import plant_table

LEIPZIG, DRESDEN = "14713000", "14612000"
TODAY = date(2026, 4, 1)
ROWS = {
    "EinheitenSolar": "EinheitSolar",
    "EinheitenWind": "EinheitWind",
    "EinheitenWasser": "EinheitWasser",
    "EinheitenBiomasse": "EinheitBiomasse",
    "EinheitenVerbrennung": "EinheitVerbrennung",
    "EinheitenGeothermieGrubengasDruckentspannung": "EinheitGeothermieGrubengasDruckentspannung",
    "EinheitenKernkraft": "EinheitKernkraft",
    "EinheitenStromSpeicher": "EinheitStromSpeicher",
    "EinheitenGasErzeuger": "EinheitGasErzeuger",
    "EinheitenGasSpeicher": "EinheitGasSpeicher",
    "AnlagenEegSolar": "AnlageEegSolar",
    "AnlagenEegWind": "AnlageEegWind",
    "AnlagenEegWasser": "AnlageEegWasser",
    "AnlagenEegBiomasse": "AnlageEegBiomasse",
    "AnlagenEegGeothermieGrubengasDruckentspannung": "AnlageEegGeothermieGrubengasDruckentspannung",
    "AnlagenEegSpeicher": "AnlageEegSpeicher",
    "AnlagenKwk": "AnlageKwk",
    "AnlagenStromSpeicher": "AnlageStromSpeicher",
    "AnlagenGasSpeicher": "AnlageGasSpeicher",
    "Lokationen": "Lokation",
    "Netzanschlusspunkte": "Netzanschlusspunkt",
    "Marktakteure": "Marktakteur",
    "Katalogwerte": "Katalogwert",
}
WORDS = {
    "35": "In Betrieb",
    "2495": "Solare Strahlungsenergie",
    "2496": "Speicher",
    "2410": "Erdgas",
    "853": "Gebäudesolaranlage",
    "699": "Süd",
    "689": "Teileinspeisung (einschließlich Eigenverbrauch)",
    "352": "Mittelspannung",
    "354": "Niederspannung (= Hausanschluss/Haushaltsstrom)",
    "517": "Organisation",
    "518": "Natürliche Person oder Organisation mit Personenbezug",
    "542": "Verbrennungsmotor",
    "826": "Power-to-Gas (Wasserstoff)",
    "659": "Porenspeicher",
}


def unit(number=1, **fields):
    """Fields of an invented unit in Leipzig, changed by `fields`; None leaves one out."""
    made = {
        "EinheitMastrNummer": f"SEE9{number:011d}",
        "DatumLetzteAktualisierung": "2026-03-01T10:00:00.1234567",
        "Gemeinde": "Leipzig",
        "Gemeindeschluessel": LEIPZIG,
        "Postleitzahl": "04109",
        "Inbetriebnahmedatum": "2019-01-31",
        "Registrierungsdatum": "2019-02-04",
        "EinheitSystemstatus": "472",
        "EinheitBetriebsstatus": "35",
        "NameStromerzeugungseinheit": f"Anlage {number}",
        "Energietraeger": "2495",
        "Bruttoleistung": "9.600",
        "Nettonennleistung": "8.500",
        **fields,
    }
    return {name: text for name, text in made.items() if text is not None}


def gas(number=1, **fields):
    made = unit(number, EinheitMastrNummer=f"GEE9{number:011d}", **fields)
    electric = ("NameStromerzeugungseinheit", "Energietraeger", "Bruttoleistung", "Nettonennleistung")
    return {name: text for name, text in made.items() if name not in electric}


def xml(table, rows):
    body = "".join(
        f"<{ROWS[table]}>{''.join(f'<{name}>{escape(text)}</{name}>' for name, text in row.items())}</{ROWS[table]}>"
        for row in rows
    )
    return f'\ufeff<?xml version="1.0" encoding="UTF-16"?><{table}>{body}</{table}>'.encode("utf-16-le")


def catalogue(words):
    return [{"Id": code, "Wert": word, "KatalogKategorieId": "1"} for code, word in words.items()]


def export(without=(), day=(2026, 4, 1, 5, 0, 0), **given):
    """Bytes of an export with all tables; `given` are rows by table or by part ("EinheitenSolar_1")."""
    contents = {"Katalogwerte": catalogue(WORDS), **given}
    for table in ROWS:
        if not any(name == table or name.startswith(f"{table}_") for name in contents):
            contents[table] = []
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in contents.items():
            if name not in without:
                archive.writestr(zipfile.ZipInfo(f"{name}.xml", day), xml(name.split("_")[0], rows))
    return buffer.getvalue()


def read(data, ags=LEIPZIG, path="export.zip", **options):
    return read_bulk(lambda: io.BytesIO(data), path, ags, today=TODAY, **options)


def plants(data, ags=LEIPZIG, **options):
    outcome = read(data, ags, **options).plants
    return outcome, outcome.frame.set_index("mastr_id")


def ids(*codes):
    """Codes of findings that say nothing but where a date is from."""
    return sorted(code for code in codes if not code.startswith("bulk_state_"))


def found(outcome):
    return ids(*(finding.id for finding in outcome.findings))


def finding(outcome, code):
    (one,) = (finding for finding in outcome.findings if finding.id == code)
    return one


CHP = {
    "KwkMastrNummer": "KWK900000000001",
    "DatumLetzteAktualisierung": "2026-01-01T00:00:00",
    "Inbetriebnahmedatum": "2008-05-01",
    "ThermischeNutzleistung": "250.500",
    "ElektrischeKwkLeistung": "200.000",
    "VerknuepfteEinheitenMaStRNummern": "SEE900000000001, SEE900000000002",
}


def test_a_chp_plant_stands_at_each_of_its_units():
    engines = [unit(n, Energietraeger="2410", KwkMaStRNummer="KWK900000000001") for n in (1, 2)]
    outcome, frame = plants(export(EinheitenVerbrennung=engines, AnlagenKwk=[CHP]))
    assert frame["chp_thermal_kw"].tolist() == [250.5, 250.5]
    assert frame["chp_electric_kw"].tolist() == [200.0, 200.0]
    assert frame["chp_commissioned"].tolist() == [pd.Timestamp("2008-05-01")] * 2
    assert found(outcome) == []


def test_numbers_are_found_whatever_case_their_element_has():
    """25.1 spells KwkMaStRNummer in one table, KwkMastrNummer in the other; here the other way round."""
    engine = unit(1, Energietraeger="2410", KwkMastrNummer="KWK900000000001")
    plant = {"KwkMaStRNummer": "KWK900000000001", "ThermischeNutzleistung": "12.500"}
    outcome, frame = plants(export(EinheitenVerbrennung=[engine], AnlagenKwk=[plant]))
    assert frame["chp_thermal_kw"].tolist() == [12.5]
    assert found(outcome) == []


def test_a_store_has_the_energy_of_its_storage_plant():
    battery = unit(1, Energietraeger="2496", SpeMastrNummer="SSE900000000001")
    plant = {"MaStRNummer": "SSE900000000001", "NutzbareSpeicherkapazitaet": "11.400"}
    _, frame = plants(export(EinheitenStromSpeicher=[battery], AnlagenStromSpeicher=[plant]))
    assert frame["storage_kwh"].tolist() == [11.4]


def test_eeg_plants_of_every_table_are_joined():
    units = [unit(1, EegMaStRNummer="EEG900000000001"), unit(2, EegMaStRNummer="EEG900000000002")]
    first = {
        "EegInbetriebnahmedatum": "2010-12-31",
        "EegMaStRNummer": "EEG900000000001",
        "InstallierteLeistung": "9.600",
    }
    second = {"EegInbetriebnahmedatum": "2021-06-01", "EegMaStRNummer": "EEG900000000002"}
    _, frame = plants(export(EinheitenSolar=units, AnlagenEegSolar=[first], AnlagenEegSpeicher=[second]))
    assert frame["eeg_kw"].tolist()[0] == 9.6
    assert pd.isna(frame["eeg_kw"].tolist()[1])
    assert frame["eeg_commissioned"].tolist() == [pd.Timestamp("2010-12-31"), pd.Timestamp("2021-06-01")]


def test_a_unit_that_names_two_eeg_plants_has_the_sum_and_the_first_day():
    one = unit(1, EegMaStRNummer="EEG900000000001, EEG900000000002")
    rows = [
        {
            "EegInbetriebnahmedatum": "2012-01-01",
            "EegMaStRNummer": "EEG900000000001",
            "InstallierteLeistung": "4.500",
        },
        {
            "EegInbetriebnahmedatum": "2010-01-01",
            "EegMaStRNummer": "EEG900000000002",
            "InstallierteLeistung": "5.000",
        },
    ]
    _, frame = plants(export(EinheitenSolar=[one], AnlagenEegSolar=rows))
    assert frame["eeg_kw"].tolist() == [9.5]  # 4.5 + 5.0
    assert frame["eeg_commissioned"].tolist() == [pd.Timestamp("2010-01-01")]


def test_voltage_and_grid_operator_are_those_of_all_connections_of_the_location():
    units = [unit(1, LokationMaStRNummer="SEL900000000001"), unit(2, LokationMaStRNummer="SEL900000000002")]
    rows = [
        connection(1, 1, "354"),
        connection(2, 1, "352"),
        connection(3, 2, "354"),
        connection(4, 2, "354"),
    ]
    _, frame = plants(export(EinheitenSolar=units, Netzanschlusspunkte=rows))
    assert frame["voltage"].tolist() == ["Mittelspannung; Niederspannung", "Niederspannung"]
    assert frame["grid_operator_id"].tolist() == ["SNB900000000001"] * 2


def connection(number, place, voltage, **fields):
    return {
        "NetzanschlusspunktMastrNummer": f"SAN9{number:011d}",
        "LetzteAenderung": "2026-01-01T00:00:00",
        "LokationMaStRNummer": f"SEL9{place:011d}",
        "Spannungsebene": voltage,
        "NetzbetreiberMaStRNummer": "SNB900000000001",
        **fields,
    }


def test_connections_that_name_no_location_are_found_through_the_locations():
    row = connection(1, 1, "352")
    del row["LokationMaStRNummer"]
    place = {
        "MastrNummer": "SEL900000000001",
        "NetzanschlusspunkteMaStRNummern": "SAN900000000001, SAN900000000009",
    }
    one = unit(1, LokationMaStRNummer="SEL900000000001")
    _, frame = plants(export(EinheitenSolar=[one], Netzanschlusspunkte=[row], Lokationen=[place]))
    assert frame["voltage"].tolist() == ["Mittelspannung"]


def test_of_an_operator_only_the_kind_is_taken():
    units = [
        unit(1, AnlagenbetreiberMastrNummer="ABR900000000001"),
        unit(2, AnlagenbetreiberMastrNummer="ABR900000000002"),
        unit(3),
    ]
    operators = [
        {"MastrNummer": "ABR900000000001", "Personenart": "517", "Firmenname": "Musterwerk GmbH"},
        {
            "MastrNummer": "ABR900000000002",
            "Personenart": "518",
            "MarktakteurVorname": "Erika",
            "MarktakteurNachname": "Mustermann",
            "Umsatzsteuer": "geheim",
        },
    ]
    outcome, frame = plants(export(EinheitenSolar=units, Marktakteure=operators))
    assert frame["operator_kind"].tolist() == ["organisation", "person", None]
    everything = frame.to_csv() + repr(outcome)
    assert not any(name in everything for name in ("Erika", "Mustermann", "Musterwerk", "geheim"))


def test_numbers_that_lead_nowhere_leave_the_unit_and_are_counted():
    units = [
        unit(1, EegMaStRNummer="EEG900000000001", KwkMaStRNummer="KWK900000000001"),
        unit(2, EegMaStRNummer="EEG900000000002"),
    ]
    plant = {"EegMaStRNummer": "EEG900000000002", "InstallierteLeistung": "5.000"}
    outcome, frame = plants(export(EinheitenBiomasse=units, AnlagenEegBiomasse=[plant]))
    assert len(frame) == 2
    assert found(outcome) == ["bulk_dangling", "bulk_dangling"]
    counts = {f.values["table"]: (f.values["count"], f.values["total"]) for f in outcome.findings[:2]}
    assert counts == {"AnlagenKwk": (1, 1), "AnlagenEeg": (1, 2)}


@pytest.mark.parametrize("table", [name for name in ROWS if name.startswith("Einheiten")])
def test_a_missing_table_of_units_is_said(table):
    some = {"EinheitenWind": [unit(1)]} if table != "EinheitenWind" else {"EinheitenSolar": [unit(1)]}
    outcome = read(export(without=(table,), **some))
    said = [f for f in outcome.plants.findings if f.id in ("bulk_units_missing", "bulk_gas_missing")]
    assert [f.values.get("table", f.values.get("tables")) for f in said] == [table]
    assert len(outcome.plants.frame) == 1


@pytest.mark.parametrize(
    "without",
    [("EinheitenGasErzeuger", "EinheitenGasSpeicher"), ("EinheitenGasErzeuger",), ("EinheitenGasSpeicher",)],
)
def test_an_export_without_a_table_of_gas_units_says_nothing_of_gas(without):
    """None, not an empty table: the layer of gas plants from an earlier load stays as it is, and that is said."""
    rows = {"EinheitenSolar": [unit(1)], "EinheitenGasErzeuger": [gas(1)], "EinheitenGasSpeicher": [gas(2)]}
    outcome = read(export(without=without, **rows))
    assert outcome.gas is None
    assert finding(outcome.plants, "bulk_gas_missing").values["tables"] == ", ".join(without)
    assert len(outcome.plants.frame) == 1
    assert "bulk_gas_missing" not in found(read(export(**rows)).plants)


def test_a_place_with_gas_units_only_and_half_of_the_gas_tables_is_no_error():
    outcome = read(export(without=("EinheitenGasSpeicher",), EinheitenGasErzeuger=[gas(1)]))
    assert outcome.plants.frame.empty and outcome.gas is None


@pytest.mark.parametrize(
    "table", ["AnlagenKwk", "AnlagenStromSpeicher", "AnlagenEegSolar", "Netzanschlusspunkte", "Marktakteure"]
)
def test_a_missing_table_of_plants_leaves_its_columns_empty(table):
    one = unit(
        1,
        EegMaStRNummer="EEG900000000001",
        KwkMaStRNummer="KWK900000000001",
        SpeMastrNummer="SSE900000000001",
        LokationMaStRNummer="SEL900000000001",
        AnlagenbetreiberMastrNummer="ABR900000000001",
    )
    outcome, frame = plants(
        export(
            without=(table,),
            EinheitenStromSpeicher=[one],
            AnlagenEegSpeicher=[{"EegMaStRNummer": "EEG900000000001"}],
            AnlagenKwk=[CHP],
            AnlagenStromSpeicher=[{"MaStRNummer": "SSE900000000001"}],
            Netzanschlusspunkte=[connection(1, 1, "352")],
            Marktakteure=[{"MastrNummer": "ABR900000000001", "Personenart": "517"}],
        )
    )
    assert len(frame) == 1
    said = finding(outcome, "bulk_plants_missing")
    assert said.values["table"] == table
    assert said.severity is Severity.WARNING


def test_without_a_catalogue_numbers_we_know_have_their_words_and_others_stay():
    one = unit(1, ArtDerSolaranlage="853", Hauptausrichtung="4711")
    outcome, frame = plants(export(without=("Katalogwerte",), EinheitenSolar=[one]))
    assert frame.loc["SEE900000000001", ["carrier", "status", "site"]].tolist() == [
        "solar",
        "in_operation",
        "Gebäudesolaranlage",
    ]
    assert frame.loc["SEE900000000001", "orientation"] == "4711"
    assert finding(outcome, "bulk_catalogue_missing").values["path"] == "export.zip"
    assert "code_unknown" in frame.loc["SEE900000000001", "findings"]


def test_a_code_the_catalogue_lacks_stays_a_number_with_a_finding():
    units = [unit(1, Hauptausrichtung="99999"), unit(2, Hauptausrichtung="699")]
    _, frame = plants(export(EinheitenSolar=units))
    assert frame["orientation"].tolist() == ["99999", "Süd"]
    assert frame["findings"].fillna("").str.contains("code_unknown").tolist() == [True, False]


def test_the_exports_own_word_counts_more_than_ours():
    words = {**WORDS, "99999": "Zenit"}
    _, frame = plants(
        export(EinheitenSolar=[unit(1, Hauptausrichtung="99999")], Katalogwerte=catalogue(words))
    )
    assert frame["orientation"].tolist() == ["Zenit"]


def test_a_word_of_a_new_release_is_still_the_carrier_its_number_means():
    words = {**WORDS, "2495": "Strahlungsenergie der Sonne"}
    _, frame = plants(export(EinheitenSolar=[unit(1)], Katalogwerte=catalogue(words)))
    assert frame["carrier"].tolist() == ["solar"]


def test_elements_nobody_knows_are_named_and_change_nothing():
    outcome, frame = plants(export(EinheitenSolar=[unit(1, Mondphase="voll", Farbe="blau")]))
    assert len(frame) == 1
    said = finding(outcome, "bulk_elements_unknown")
    assert said.values["table"] == "EinheitenSolar"
    assert said.values["count"] == 2
    assert sorted(said.values["elements"].split(", ")) == ["Farbe", "Mondphase"]


def test_the_last_row_of_a_part_that_is_repeated_in_the_next_is_one_unit():
    parts = {"EinheitenSolar_1": [unit(1), unit(2)], "EinheitenSolar_2": [unit(2), unit(3)]}
    outcome, frame = plants(export(**parts))
    assert frame.index.tolist() == ["SEE900000000001", "SEE900000000002", "SEE900000000003"]
    assert (outcome.rows_in, outcome.merged, outcome.dropped) == (4, 1, {})
    assert finding(outcome, "bulk_units_repeated").values["count"] == 1
    assert frame["findings"].isna().all()


def test_rows_repeated_in_other_tables_do_not_double_units():
    engine = unit(1, Energietraeger="2410", KwkMaStRNummer="KWK900000000001")
    older = {**CHP, "DatumLetzteAktualisierung": "2020-01-01T00:00:00", "ThermischeNutzleistung": "1.000"}
    outcome, frame = plants(export(EinheitenVerbrennung=[engine], AnlagenKwk=[CHP, older, CHP]))
    assert frame["chp_thermal_kw"].tolist() == [250.5]
    assert finding(outcome, "bulk_rows_repeated").values["count"] == 2


def test_members_may_come_in_any_order():
    rows = {"EinheitenSolar_2": [unit(3)], "EinheitenSolar_1": [unit(1)], "Katalogwerte": catalogue(WORDS)}
    _, one = plants(export(**rows))
    _, other = plants(export(**dict(reversed(rows.items()))))
    pd.testing.assert_frame_equal(one.drop(columns="geometry"), other.drop(columns="geometry"))


def test_several_municipalities_and_none_else():
    units = [unit(1), unit(2, Gemeindeschluessel=DRESDEN), unit(3, Gemeindeschluessel="11000000")]
    data = export(EinheitenSolar=units)
    assert plants(data, [LEIPZIG, DRESDEN])[1].index.tolist() == ["SEE900000000001", "SEE900000000002"]
    outcome, frame = plants(data, DRESDEN)
    assert frame.index.tolist() == ["SEE900000000002"]
    assert outcome.rows_in == 1
    assert finding(outcome, "units_of_others").values["count"] == 2


@pytest.mark.parametrize(("prefix", "count"), [("14", 2), ("147", 1), ("14713", 1), ("11", 1)])
def test_a_prefix_stands_for_a_state_or_a_district(prefix, count):
    units = [unit(1), unit(2, Gemeindeschluessel=DRESDEN), unit(3, Gemeindeschluessel="11000000")]
    assert len(plants(export(EinheitenSolar=units), prefix)[1]) == count


def test_all_of_germany_without_a_key():
    units = [unit(1), unit(2, Gemeindeschluessel="11000000"), unit(3, Gemeindeschluessel=None)]
    assert len(plants(export(EinheitenSolar=units), None)[1]) == 3


def test_units_under_the_key_of_a_merged_municipality_are_found():
    """Aue, 14521030, was merged into Aue-Bad Schlema, 14521035, on 1 January 2019."""
    units = [unit(1, Gemeindeschluessel="14521030"), unit(2, Gemeindeschluessel="14521035"), unit(3)]
    for wanted in ("14521035", "14521030"):
        _, frame = plants(export(EinheitenSolar=units), wanted)
        assert frame["ags"].tolist() == ["14521035", "14521035"]
        assert "ags_old_resolved" in frame["findings"].tolist()[0]


def test_a_prefix_finds_old_keys_that_begin_otherwise():
    """Chemnitz is 14511000; until 2008 it was 14161000."""
    units = [unit(1, Gemeindeschluessel="14161000"), unit(2, Gemeindeschluessel="14511000"), unit(3)]
    _, frame = plants(export(EinheitenSolar=units), "145")
    assert frame["ags"].tolist() == ["14511000", "14511000"]


def test_an_export_without_units_of_the_municipality_says_so():
    with pytest.raises(EnactError) as error:
        read(export(EinheitenSolar=[unit(1)]), DRESDEN)
    assert error.value.code == "bulk_ags_not_in_export"
    assert error.value.params == {"path": "export.zip", "ags": DRESDEN, "count": 1}


def test_a_municipality_that_only_has_gas_units_has_no_plants():
    outcome = read(export(EinheitenGasErzeuger=[gas(1, Technologie="826", Erzeugungsleistung="1000.000")]))
    assert len(outcome.plants.frame) == 0
    assert outcome.gas.frame["power_kw"].tolist() == [1000.0]


def test_a_zip_without_a_table_of_units_is_refused():
    units = tuple(name for name in ROWS if name.startswith("Einheiten"))
    with pytest.raises(EnactError) as error:
        read(export(without=units))
    assert error.value.code == "bulk_no_units"


def test_days_are_those_of_germany():
    """The export's moments are UTC: 23:30 on 31 March is 1:30 on 1 April in Germany; days are taken as they are."""
    one = unit(1, DatumLetzteAktualisierung="2026-03-31T23:30:00.1234567", Inbetriebnahmedatum="2020-12-31")
    _, frame = plants(export(EinheitenSolar=[one]))
    assert frame["updated"].tolist() == [pd.Timestamp("2026-04-01")]
    assert frame["commissioned"].tolist() == [pd.Timestamp("2020-12-31")]


def test_a_value_that_is_none_is_a_finding_with_its_element():
    units = [unit(1, Bruttoleistung="viel"), unit(2, Inbetriebnahmedatum="2019-02-30"), unit(3)]
    outcome, frame = plants(export(EinheitenSolar=units))
    assert frame["gross_kw"].isna().tolist() == [True, False, False]
    assert frame["commissioned"].isna().tolist() == [False, True, False]
    said = {
        f.id: (f.values["unreadable"], f.values["field"]) for f in outcome.findings if "field" in f.values
    }
    assert said == {
        "number_unreadable": ("viel", "Bruttoleistung"),
        "date_unreadable": ("2019-02-30", "Inbetriebnahmedatum"),
    }


def test_empty_elements_are_as_if_left_out():
    one = unit(1, Strasse="", Hausnummer="", Hausnummer_nv="1", Laengengrad="", Breitengrad="")
    _, frame = plants(export(EinheitenSolar=[one]))
    assert frame[["street", "house_number"]].isna().all(axis=None)
    assert frame["geometry"].isna().all()
    assert frame["location_kind"].tolist() == ["postcode"]


def test_units_deleted_or_deactivated_are_left_out_and_counted():
    units = [unit(1), unit(2, EinheitSystemstatus="473"), unit(3, EinheitSystemstatus="572")]
    outcome, frame = plants(export(EinheitenSolar=units))
    assert frame.index.tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"unit_deactivated": 2}
    assert outcome.rows_in == len(frame) + outcome.merged + sum(outcome.dropped.values())


def test_the_date_is_that_of_the_name_else_of_the_files_else_of_the_newest_change():
    data = export(EinheitenSolar=[unit(1)])
    named = read(data, path="/tmp/Gesamtdatenexport_20260402_26.1.zip").plants
    assert named.source.state == date(2026, 4, 2)
    assert "bulk_state_of_name" in {f.id for f in named.findings}
    of_files = read(data).plants
    assert of_files.source.state == date(2026, 4, 1)
    assert "bulk_state_of_files" in {f.id for f in of_files.findings}
    # a zip packed anew without dates, or named by a day before the newest change
    undated = export(EinheitenSolar=[unit(1)], day=(1980, 1, 1, 0, 0, 0))
    of_changes = read(undated, path="export_20200101.zip").plants
    assert of_changes.source.state == date(2026, 3, 1)
    assert "bulk_state_of_changes" in {f.id for f in of_changes.findings}
    assert "Stand: 01.03.2026" in of_changes.source.attribution


def test_a_gas_store_among_the_producers_is_one_store():
    shared = {"SpeicherMaStRNummer": "GSE900000000001", "LokationMaStRNummer": "GEL900000000001"}
    store = gas(
        2,
        NameGasspeicher="Grund",
        Speicherart="659",
        MaximalNutzbaresArbeitsgasvolumen="11340000.00",
        MaximaleEinspeicherleistung="40000.0",
        DurchschnittlicherBrennwert="11.34",
        **shared,
    )
    rows = [
        gas(1, NameGaserzeugungseinheit="Elektrolyse", Technologie="826", Erzeugungsleistung="1400.000"),
        gas(2, **shared),
    ]
    outcome = read(export(EinheitenGasErzeuger=rows, EinheitenGasSpeicher=[store])).gas
    frame = outcome.frame.set_index("mastr_id")
    assert frame["kind"].tolist() == ["producer", "storage"]
    assert frame["technology"].tolist() == ["Power-to-Gas (Wasserstoff)", "Porenspeicher"]
    assert frame.loc["GEE900000000002", ["working_gas_kwh", "injection_kw"]].tolist() == [
        11_340_000.0,
        40_000.0,
    ]
    assert (outcome.rows_in, outcome.merged, outcome.dropped) == (3, 1, {})
    assert frame["findings"].isna().all()


def test_a_gas_store_without_a_name_has_that_of_its_facility():
    place = {"Breitengrad": "51.3", "Laengengrad": "12.3"}
    store = gas(1, Speicherart="659", SpeicherMaStRNummer="GSE900000000001", **place)
    facility = {"MaStRNummer": "GSE900000000001", "Speichername": "Kaverne Mustergrund"}
    outcome = read(export(EinheitenGasSpeicher=[store], AnlagenGasSpeicher=[facility]))
    assert outcome.gas.frame["name"].tolist() == ["Kaverne Mustergrund"]


def test_stream_gives_all_units_with_our_names():
    data = export(EinheitenSolar_1=[unit(1)], EinheitenSolar_2=[unit(2)], EinheitenWind=[unit(3)])
    archive = open_archive(lambda: io.BytesIO(data), "export.zip")
    frames = [frame for frame in stream_plants(archive, Selection.everything()) if len(frame)]
    made = pd.concat(frames)
    assert sorted(made["mastr_id"]) == ["SEE900000000001", "SEE900000000002", "SEE900000000003"]
    assert set(made["gross_kw"]) == {"9.600"}


def test_units_of_a_state_come_as_a_stream():
    """Dresden and Leipzig, not Berlin; what two parts share at their seam stands there twice."""
    rows = [unit(1), unit(2, Gemeindeschluessel="11000000"), unit(3, Gemeindeschluessel=DRESDEN)]
    data = export(EinheitenSolar_1=rows, EinheitenSolar_2=[rows[-1], unit(4)])
    archive = open_archive(lambda: io.BytesIO(data), "export.zip")
    made = pd.concat(stream_plants(archive, selection_of("14")))
    assert made["mastr_id"].str[-1].tolist() == ["1", "3", "3", "4"]


def test_a_district_is_no_municipality():
    with pytest.raises(EnactError) as error:
        selection_of(["14713", DRESDEN])
    assert error.value.code in ("ags_is_district", "ags_invalid")


def test_threads_change_nothing():
    parts = {f"EinheitenSolar_{n}": [unit(2 * n), unit(2 * n + 1)] for n in range(1, 6)}
    data = export(**parts)
    one, four = (read(data, threads=n).plants.frame for n in (1, 4))
    pd.testing.assert_frame_equal(one.drop(columns="geometry"), four.drop(columns="geometry"))


def test_parts_of_a_state_are_read_one_after_the_other():
    """Their rows are Python's own work: a second thread saves little, and costs memory."""
    data = export(**{f"EinheitenSolar_{n}": [unit(n)] for n in range(1, 6)})
    threads = {}
    for ags in ("14", LEIPZIG):
        seen = threads[ags] = set()

        def opener(seen=seen):
            seen.add(threading.current_thread().name)
            return io.BytesIO(data)

        read_bulk(opener, "export.zip", ags, today=TODAY, threads=2)
    assert threads["14"] == {threading.current_thread().name}
    assert any(name.startswith("enact-register") for name in threads[LEIPZIG])


def test_a_table_leaves_the_units_it_is_made_of_as_they_are():
    """Its frames share columns with them."""
    rows = [
        unit(1, Gemeindeschluessel="14713000.0", Postleitzahl="4109"),
        unit(2, Bruttoleistung="x"),
        unit(2),
    ]
    data = export(EinheitenSolar=rows)
    raw = raw_units(open_archive(lambda: io.BytesIO(data), "x.zip"), "x.zip", LEIPZIG).plants
    before = raw.frame.copy(deep=True)
    plant_table(raw, LEIPZIG, today=TODAY)
    pd.testing.assert_frame_equal(raw.frame, before)


def test_raw_units_keep_the_numbers_the_export_gives():
    data = export(EinheitenSolar=[unit(1)])
    raw = raw_units(open_archive(lambda: io.BytesIO(data), "x.zip"), "x.zip", LEIPZIG)
    assert raw.plants.fields["gross_kw"] == "Bruttoleistung"
    assert raw.plants.frame["gross_kw"].tolist() == [9.6]
    assert raw.gas.frame.empty


def test_a_unit_that_cannot_be_read_is_counted():
    """Rows read + rows rejected = rows present: two of Leipzig, one of them torn, and one of Dresden."""
    rows = [unit(1), unit(2, NameStromerzeugungseinheit="TORN"), unit(3, Gemeindeschluessel=DRESDEN)]
    torn = xml("EinheitenSolar", rows).replace("TORN".encode("utf-16-le"), "<b>".encode("utf-16-le"))
    buffer = io.BytesIO(export(without=("EinheitenSolar",)))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("EinheitenSolar.xml", (2026, 4, 1, 5, 0, 0)), torn)
    outcome, frame = plants(buffer.getvalue())
    assert frame.index.tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"row_malformed": 1}
    assert outcome.rows_in == 2
    assert finding(outcome, "units_of_others").values["count"] == 1


def test_progress_never_goes_back_and_can_be_canceled():
    steps = []
    data = export(EinheitenSolar=[unit(1, LokationMaStRNummer="SEL900000000001")])
    read(data, progress=Progress(lambda share, code, values: steps.append((share, code)), lambda: False))
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert {"bulk_units", "bulk_plants", "register_table"} <= {code for _, code in steps}
    with pytest.raises(Canceled):
        read(data, progress=Progress(lambda *_: None, lambda: True))


KEYS = st.sampled_from([LEIPZIG, DRESDEN, "11000000", None])
STATUS = st.sampled_from(["472", "472", "473"])


@given(st.lists(st.tuples(st.integers(1, 6), KEYS, STATUS), max_size=12), st.integers(0, 12))
def test_every_row_of_the_units_is_accounted_for(rows, cut):
    """Read + left out + of others = present, whatever stands in the tables and wherever they are cut."""
    units = [unit(n, Gemeindeschluessel=key, EinheitSystemstatus=status) for n, key, status in rows]
    data = export(EinheitenSolar_1=units[:cut], EinheitenSolar_2=units[cut:], EinheitenWind=[unit(9)])
    outcome = read(data).plants
    others = sum(f.values["count"] for f in outcome.findings if f.id == "units_of_others")
    assert outcome.rows_in + others == len(units) + 1
    assert len(outcome.frame) + outcome.merged + sum(outcome.dropped.values()) == outcome.rows_in
    # all of one day: the last row of a unit says whether it is active
    last = {unit(n)["EinheitMastrNummer"]: status for n, key, status in rows if key == LEIPZIG}
    wanted = {number for number, status in last.items() if status == "472"}
    assert set(outcome.frame["mastr_id"]) == wanted | {unit(9)["EinheitMastrNummer"]}
    assert outcome.dropped.get("ags_missing", 0) == sum(key is None for _, key, _ in rows)


def test_an_xml_file_that_no_table_is_called_by_is_named():
    """Members of these names were passed over: a copy by a browser, and another mark."""
    data = export(EinheitenSolar_1=[unit(1)])
    with zipfile.ZipFile(buffer := io.BytesIO(data), "a") as archive:
        for name in (
            "EinheitenSolar_2 (1).xml",
            "x/EinheitenSolar-2.xml",
            "__MACOSX/._E.xml",
            "liesmich.txt",
        ):
            archive.writestr(name, xml("EinheitenSolar", [unit(2)]))
        archive.writestr("EinheitenKernfusion.xml", xml("EinheitenSolar", [unit(3)]))
    outcome = read(buffer.getvalue()).plants
    told = finding(outcome, "register_members_strange")
    assert told.severity is Severity.WARNING
    assert told.values["count"] == 3
    for name in ("EinheitenSolar_2 (1).xml", "x/EinheitenSolar-2.xml", "EinheitenKernfusion.xml"):
        assert name in told.values["members"]


@pytest.mark.parametrize("key", [" 14713000", "14713000 ", "\n14713000\n", "&#32;14713000"])
def test_a_key_with_blanks_round_it_is_the_key(key):
    units = [unit(1), unit(2, Gemeindeschluessel="KEY"), unit(3, Gemeindeschluessel=DRESDEN)]
    data = export(EinheitenSolar=units)
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-16-le").replace("KEY", key)
            new.writestr(name, text.encode("utf-16-le"))
    for ags in (LEIPZIG, "14713"):
        outcome = read(changed.getvalue(), ags).plants
        assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001", "SEE900000000002"]
        assert outcome.frame["ags"].tolist() == [LEIPZIG] * 2


@pytest.mark.parametrize("key", ["147130000000", "14 713 000", "14713000.0", "AGS 14713000"])
def test_a_key_written_in_another_way_is_the_key(key):
    """As in a CSV: the regional key of twelve digits, and what a spreadsheet makes of one."""
    units = [unit(1), unit(2, Gemeindeschluessel=key), unit(3, Gemeindeschluessel=DRESDEN)]
    for ags in (LEIPZIG, [LEIPZIG], "14713"):
        outcome, frame = plants(export(EinheitenSolar=units), ags)
        assert frame.index.tolist() == ["SEE900000000001", "SEE900000000002"]
        assert frame["ags"].tolist() == [LEIPZIG] * 2
        assert finding(outcome, "units_of_others").values["count"] == 1


def test_a_key_that_lost_its_zero_is_the_key():
    """Munich is 09162000; 9162000 is no key of another state."""
    units = [unit(1, Gemeindeschluessel="9162000"), unit(2)]
    for ags in ("09162000", "09"):
        assert plants(export(EinheitenSolar=units), ags)[1].index.tolist() == ["SEE900000000001"]


def test_rows_without_a_key_are_no_units_of_others():
    units = [unit(1), unit(2, Gemeindeschluessel=None), unit(3, Gemeindeschluessel=""), unit(4, Gemeindeschluessel=" "),
             unit(5, Gemeindeschluessel=DRESDEN)]  # fmt: skip
    outcome, frame = plants(export(EinheitenSolar=units))
    assert frame.index.tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"ags_missing": 3}
    assert finding(outcome, "units_of_others").values["count"] == 1
    assert len(plants(export(EinheitenSolar=units), None)[1]) == 5


def test_units_that_could_not_be_read_are_not_said_to_be_missing():
    """The only unit of Leipzig is torn: the export has one, and the error says which file and why."""
    data = export(EinheitenSolar=[unit(1, Strasse="[["), unit(2, Gemeindeschluessel=DRESDEN)])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-16-le").replace("[[", "<![CDATA[x]]>")
            new.writestr(name, text.encode("utf-16-le"))
    with pytest.raises(EnactError) as error:
        read(changed.getvalue())
    assert error.value.code == "bulk_units_unreadable"
    said = {"ags": LEIPZIG, "count": 1, "member": "EinheitenSolar.xml", "dropped": "row_malformed"}
    assert {name: error.value.params[name] for name in said} == said


def test_a_municipality_of_deactivated_units_only_is_said_so():
    off = unit(1, EinheitSystemstatus="473")
    with pytest.raises(EnactError) as error:
        read(export(EinheitenSolar=[off]))
    assert error.value.code == "units_all_deactivated"
    with_gas = read(export(EinheitenSolar=[off], EinheitenGasErzeuger=[gas(2)]))
    assert (len(with_gas.plants.frame), with_gas.plants.dropped) == (0, {"unit_deactivated": 1})
    assert len(with_gas.gas.frame) == 1


def test_of_two_rows_of_one_day_the_later_counts_wherever_it_stands():
    rows = [
        unit(1, Bruttoleistung="7", DatumLetzteAktualisierung="2026-03-01T10:00:00.3"),
        unit(1, Bruttoleistung="5", DatumLetzteAktualisierung="2026-03-01T10:00:00.2"),
    ]
    for part in (rows, rows[::-1]):
        assert plants(export(EinheitenSolar=part))[1]["gross_kw"].tolist() == [7.0]
