"""CSV exports of open-mastr.

`demo.register_open_mastr` writes what open-mastr 0.17.4 itself made of the demo's bulk export: compared once, value by
value, of the same town.
"""

import csv
from datetime import date

import pandas as pd
import pytest

from enact_plugin.demo import generate
from enact_plugin.demo.register_open_mastr import write_register_open_mastr
from enact_plugin.errors import Canceled, EnactError, Severity
from enact_plugin.progress import Progress
from enact_plugin.register.readers.open_mastr import read_open_mastr, read_open_mastr_gas

TODAY = date(2026, 8, 1)
TOWN = "99999999"
LEIPZIG = "14713000"
HEADINGS = [
    "EinheitMastrNummer",
    "DatumLetzteAktualisierung",
    "Bruttoleistung",
    "EinheitBetriebsstatus",
    "KwkMastrNummer",
    "Energietraeger",
    "Nettonennleistung",
    "Inbetriebnahmedatum",
    "Gemeindeschluessel",
    "Postleitzahl",
    "Strasse",
    "Hausnummer",
    "Breitengrad",
    "Laengengrad",
    "NameStromerzeugungseinheit",
    "AnlagenbetreiberMastrNummer",
    "LokationMastrNummer",
    "SpeMastrNummer",
    "DatumDownload",
    "ThermischeNutzleistung",
]


def unit(number=1, **values):
    """Values of a solar unit in Leipzig by heading, changed by `values`."""
    return {
        "EinheitMastrNummer": f"SEE9{number:011d}",
        "DatumLetzteAktualisierung": "2020-02-25 09:00:00",
        "Bruttoleistung": "9.6",
        "EinheitBetriebsstatus": "In Betrieb",
        "Energietraeger": "Solare Strahlungsenergie",
        "Nettonennleistung": "8.5",
        "Inbetriebnahmedatum": "2019-01-31",
        "Gemeindeschluessel": LEIPZIG,
        "Postleitzahl": "04109",
        "NameStromerzeugungseinheit": f"Dach {number}",
        "AnlagenbetreiberMastrNummer": "ABR900000000001",
        "LokationMastrNummer": "SEL900000000001",
        "DatumDownload": "2020-03-01",
        **values,
    }


@pytest.fixture
def table(tmp_path):
    """Write rows as a table of open-mastr and return its path."""

    def write(units, name="bnetza_mastr_solar_raw.csv", headings=HEADINGS, delimiter=",", encoding="utf-8"):
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, headings, restval="", delimiter=delimiter)
            writer.writeheader()
            writer.writerows(units)
        return path

    return write


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("open_mastr")
    write_register_open_mastr(generate(1300, 5).units, path)
    return path


def ids(outcome):
    return {finding.id for finding in outcome.findings}


def balanced(outcome):
    return outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


# ---- what is read


def test_a_folder_gives_all_technologies_and_what_other_tables_say(folder):
    outcome = read_open_mastr(folder, TOWN, today=TODAY)
    units = outcome.frame
    assert (len(units), outcome.rows_in, outcome.merged, outcome.dropped) == (520, 520, 0, {})
    assert set(units["carrier"]) == {
        "solar", "storage", "wind", "water", "biomass", "natural_gas", "mineral_oil",
    }  # fmt: skip
    # 169 stores, each with its capacity in the table of stores only
    assert units["storage_kwh"].notna().sum() == (units["carrier"] == "storage").sum() == 169
    assert set(units["operator_kind"]) == {"person", "organisation"}
    assert set(units["voltage"].dropna()) == {"Niederspannung", "Mittelspannung"}
    assert not any(units["house_number"].str.endswith(".0", na=False))
    assert outcome.source.state == date(2025, 4, 1)
    assert not ids(outcome) & {"open_mastr_tables_missing", "open_mastr_files_unused"}


def test_a_single_file_says_which_tables_it_lacks(folder):
    outcome = read_open_mastr(folder / "bnetza_mastr_storage_raw.csv", TOWN, today=TODAY)
    assert len(outcome.frame) == 169
    assert outcome.frame["storage_kwh"].isna().all()
    (finding,) = [finding for finding in outcome.findings if finding.id == "open_mastr_tables_missing"]
    assert finding.severity is Severity.NOTE
    assert finding.values["count"] == 3
    assert "bnetza_mastr_storage_units_raw.csv" in finding.values["files"]


def test_several_files_are_joined_as_a_folder_is(folder):
    whole = read_open_mastr(folder, TOWN, today=TODAY).frame
    listed = read_open_mastr(sorted(folder.iterdir(), reverse=True), TOWN, today=TODAY).frame
    pd.testing.assert_frame_equal(pd.DataFrame(listed), pd.DataFrame(whole))


def test_columns_of_the_web_service_and_of_older_versions_are_understood(table):
    """Words without blanks, the site under its old name, the operator's name beside the number."""
    old = {
        "EinheitBetriebsstatus": "VoruebergehendStillgelegt",
        "Energietraeger": "AndereGase",
        "Lage": "Freifläche",
        "Meldedatum": "2019-02-03",
        "Name": "Beispielanlage",
        "NameStromerzeugungseinheit": "",
        "AnlagenbetreiberMastrNummer": "",
        "Anlagenbetreiber": "Erika Muster ABR900000000007",
        "Strasse": "Musterweg",
        "Hausnummer": "61.0",
    }
    headings = [*HEADINGS, "Lage", "Meldedatum", "Name", "Anlagenbetreiber", "KwkMaStRNummer_extended"]
    outcome = read_open_mastr(table([unit(1, **old)], headings=headings), LEIPZIG, today=TODAY)
    found = outcome.frame.iloc[0]
    assert (found["status"], found["carrier"]) == ("temporarily_closed", "other_gases")
    assert (found["site"], found["name"], found["house_number"]) == (
        "Freiflächensolaranlage",
        "Beispielanlage",
        "61",
    )
    assert found["registered"] == pd.Timestamp(2019, 2, 3)
    assert found["operator_id"] == "ABR900000000007"
    assert "Erika" not in outcome.frame.to_csv()


def test_a_store_has_its_capacity_from_the_table_of_stores(table):
    """Two connections of one location name two voltages; a store that stands twice counts as one."""
    stores = [{"MastrNummer": "SSE900000000001", "NutzbareSpeicherkapazitaet": "10.56"}] * 2
    connections = [
        {"LokationMastrNummer": "SEL900000000001", "Spannungsebene": "Mittelspannung"},
        {"LokationMastrNummer": "SEL900000000001", "Spannungsebene": "Hochspannung"},
        {"LokationMastrNummer": "SEL900000000002", "Spannungsebene": "Höchstspannung"},
    ]
    actors = [
        {
            "MastrNummer": "ABR900000000001",
            "Personenart": "Natürliche Person",
            "MarktakteurNachname": "Muster",
        },
        {"MastrNummer": "ABR900000000002", "Personenart": "Organisation", "MarktakteurNachname": ""},
    ]
    unit_file = table([unit(1, Energietraeger="Speicher", SpeMastrNummer="SSE900000000001")])
    table(stores, "bnetza_mastr_storage_units_raw.csv", ["MastrNummer", "NutzbareSpeicherkapazitaet"])
    table(connections, "bnetza_mastr_grid_connections_raw.csv", ["LokationMastrNummer", "Spannungsebene"])
    table(actors, "bnetza_mastr_market_actors_raw.csv", ["MastrNummer", "Personenart", "MarktakteurNachname"])
    outcome = read_open_mastr(unit_file.parent, LEIPZIG, today=TODAY)
    found = outcome.frame.iloc[0]
    assert (found["storage_kwh"], found["voltage"]) == (10.56, "Hochspannung; Mittelspannung")
    assert found["operator_kind"] == "person"
    assert "Muster" not in outcome.frame.to_csv()


def test_a_german_spreadsheet_changes_delimiter_and_decimals(table):
    changed = unit(1, Bruttoleistung="9,6", Nettonennleistung="8,5", Postleitzahl="4109")
    outcome = read_open_mastr(table([changed], delimiter=";", encoding="cp1252"), LEIPZIG, today=TODAY)
    found = outcome.frame.iloc[0]
    assert (found["gross_kw"], found["net_kw"], found["postcode"]) == (9.6, 8.5, "04109")


def test_a_line_break_in_a_value_is_no_new_row(table):
    place = {"Strasse": "Musterweg", "Hausnummer": "7"}
    units = [unit(1, NameStromerzeugungseinheit="Dach\nNord", **place), unit(2, **place)]
    outcome = read_open_mastr(table(units), today=TODAY)
    assert outcome.frame["name"].tolist() == ["Dach Nord", "Dach 2"]


# ---- which units


def test_units_of_others_are_counted_not_kept(table):
    """One row has no key: it may be of Leipzig, so it is counted as left out."""
    elsewhere = [unit(number, Gemeindeschluessel="14612000") for number in range(2, 5)]
    outcome = read_open_mastr(
        table([unit(1), *elsewhere, unit(9, Gemeindeschluessel="")]), LEIPZIG, today=TODAY
    )
    assert len(outcome.frame) == 1
    assert (outcome.rows_in, outcome.dropped) == (2, {"ags_missing": 1})
    assert balanced(outcome)
    (finding,) = [finding for finding in outcome.findings if finding.id == "units_of_others"]
    assert finding.values["count"] == 3


def test_a_prefix_and_a_replaced_key_choose_as_in_the_other_ways(table):
    units = [unit(1), unit(2, Gemeindeschluessel="14161000"), unit(3, Gemeindeschluessel="12071301")]
    path = table(units)
    assert len(read_open_mastr(path, "14", today=TODAY).frame) == 2
    assert read_open_mastr(path, "14511000", today=TODAY).frame["mastr_id"].tolist() == ["SEE900000000002"]
    assert len(read_open_mastr(path, today=TODAY).frame) == 3


def test_a_municipality_without_units_names_those_there_are(table):
    with pytest.raises(EnactError) as caught:
        read_open_mastr(table([unit(1), unit(2)]), "14612000", today=TODAY)
    assert caught.value.code == "ags_not_in_file"
    assert caught.value.params["found"] == "14713000 Leipzig (2)"


# ---- what is wrong


def test_a_row_that_does_not_fit_is_counted_and_the_others_stay(table):
    path = table([unit(number) for number in range(5)])
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3] + ",zuviel"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    outcome = read_open_mastr(path, LEIPZIG, today=TODAY)
    assert len(outcome.frame) == 4
    assert outcome.dropped == {"row_broken": 1}
    assert balanced(outcome)
    (finding,) = [finding for finding in outcome.findings if finding.id == "csv_rows_broken"]
    assert finding.values["lines"] == "4"


def test_a_file_broken_off_says_so(table):
    path = table([unit(1), unit(2)])
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:-60], encoding="utf-8")
    outcome = read_open_mastr(path, LEIPZIG, today=TODAY)
    assert "csv_cut_off" in ids(outcome)
    assert balanced(outcome)


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (["a", "b"], "open_mastr_no_units"),
        (["MastrNummer", "Personenart"], "open_mastr_no_units"),
        ([name for name in HEADINGS if name != "Energietraeger"], "open_mastr_columns_missing"),
    ],
)
def test_files_without_units_are_refused(table, headings, code):
    with pytest.raises(EnactError) as caught:
        read_open_mastr(table([], headings=headings), LEIPZIG)
    assert caught.value.code == code
    if code == "open_mastr_columns_missing":
        assert caught.value.params["columns"] == "Energietraeger"


def test_an_empty_folder_and_a_table_without_rows_are_refused(table, tmp_path):
    with pytest.raises(EnactError) as caught:
        read_open_mastr(tmp_path)
    assert caught.value.code == "open_mastr_no_units"
    with pytest.raises(EnactError) as caught:
        read_open_mastr(table([]), LEIPZIG)
    assert caught.value.code == "csv_no_rows"


def test_other_tables_of_a_folder_are_named_and_do_no_harm(table):
    path = table([unit(1)])
    table([], "bnetza_mastr_permit_raw.csv", ["GenMastrNummer", "Art"])
    outcome = read_open_mastr(path.parent, LEIPZIG, today=TODAY)
    (finding,) = [finding for finding in outcome.findings if finding.id == "open_mastr_files_unused"]
    assert finding.values["files"] == "bnetza_mastr_permit_raw.csv"


def test_an_unreadable_value_names_its_column(table):
    outcome = read_open_mastr(table([unit(1, Bruttoleistung="viel")]), LEIPZIG, today=TODAY)
    (finding,) = [finding for finding in outcome.findings if finding.id == "number_unreadable"]
    assert (finding.values["unreadable"], finding.values["field"]) == ("viel", "Bruttoleistung")


def test_cancel_stops_the_reading(table):
    with pytest.raises(Canceled):
        read_open_mastr(table([unit(1)]), progress=Progress(lambda *_: None, lambda: True))


# ---- gas


PRODUCER = {
    "EinheitMastrNummer": "GEE900000000001",
    "DatumLetzteAktualisierung": "2026-01-31 11:00:00",
    "AnlagenbetreiberMastrNummer": "ABR900000000001",
    "Gemeindeschluessel": LEIPZIG,
    "Postleitzahl": "04109",
    "Inbetriebnahmedatum": "2024-06-15",
    "EinheitBetriebsstatus": "In Betrieb",
    "NameGaserzeugungseinheit": "Elektrolyse (fiktiv)",
    "SpeicherMastrNummer": "",
    "Technologie": "Power-to-Gas (Wasserstoff)",
    "Erzeugungsleistung": "1400.0",
    "DatumDownload": "2026-02-01",
}
STORE = {
    "EinheitMastrNummer": "GEE900000000002",
    "DatumLetzteAktualisierung": "2026-01-31 11:00:00",
    "AnlagenbetreiberMastrNummer": "ABR900000000001",
    "Gemeindeschluessel": LEIPZIG,
    "EinheitBetriebsstatus": "In Betrieb",
    "NameGasspeicher": "Speicher (fiktiv)",
    "Speicherart": "Porenspeicher",
    "MaximalNutzbaresArbeitsgasvolumen": "11340000.0",
    "MaximaleEinspeicherleistung": "40000.0",
    "MaximaleAusspeicherleistung": "55000.0",
    "DurchschnittlicherBrennwert": "11.34",
    "SpeicherMastrNummer": "GSE900000000001",
    "DatumDownload": "2026-02-01",
}


@pytest.fixture
def gas_tables(table):
    """Make both tables; the store stands among the producers too, as in the register's export."""
    twice = {**dict.fromkeys(PRODUCER, ""), **{key: STORE[key] for key in PRODUCER if key in STORE}}
    twice["NameGaserzeugungseinheit"] = STORE["NameGasspeicher"]
    elsewhere = {**PRODUCER, "EinheitMastrNummer": "GEE900000000009", "Gemeindeschluessel": "14612000"}
    table([PRODUCER, twice, elsewhere], "bnetza_mastr_gas_producer_raw.csv", list(PRODUCER))
    actors = [{"MastrNummer": "ABR900000000001", "Personenart": "Organisation"}]
    table(actors, "bnetza_mastr_market_actors_raw.csv", ["MastrNummer", "Personenart"])
    return table([STORE], "bnetza_mastr_gas_storage_extended_raw.csv", list(STORE)).parent


def test_gas_units_of_both_tables(gas_tables):
    outcome = read_open_mastr_gas(gas_tables, LEIPZIG, today=TODAY)
    units = outcome.frame.set_index("mastr_id")
    assert units["kind"].to_dict() == {"GEE900000000001": "producer", "GEE900000000002": "storage"}
    assert units["technology"].tolist() == ["Power-to-Gas (Wasserstoff)", "Porenspeicher"]
    assert units["power_kw"].tolist()[0] == 1400.0
    kept = units.loc["GEE900000000002"]
    assert (kept["working_gas_kwh"], kept["injection_kw"], kept["withdrawal_kw"]) == (
        11_340_000,
        40_000,
        55_000,
    )
    assert (kept["calorific_kwh_m3"], kept["storage_id"]) == (11.34, "GSE900000000001")
    assert set(units["operator_kind"]) == {"organisation"}
    assert (outcome.rows_in, outcome.merged) == (3, 1)
    assert balanced(outcome)
    assert outcome.source.state == date(2026, 2, 1)
    assert [(finding.id, finding.values) for finding in outcome.findings] == [
        ("units_of_others", {"count": 1})
    ]


def test_a_municipality_without_gas_is_empty_and_a_folder_without_gas_tables_says_nothing(gas_tables, folder):
    assert len(read_open_mastr_gas(gas_tables, "14511000", today=TODAY).frame) == 0
    assert read_open_mastr_gas(folder, TOWN, today=TODAY) is None


def test_gas_tables_alone_are_no_plants(gas_tables):
    with pytest.raises(EnactError) as caught:
        read_open_mastr(gas_tables, LEIPZIG)
    assert caught.value.code == "open_mastr_no_units"


def test_gas_tables_beside_plants_are_not_told_as_unused(gas_tables, table):
    table([unit(1)])
    outcome = read_open_mastr(gas_tables, LEIPZIG, today=TODAY)
    assert len(outcome.frame) == 1
    assert "open_mastr_files_unused" not in ids(outcome)


def test_a_row_that_a_comma_in_a_value_has_shifted_is_broken(table):
    """Without quotes around "Dach, Nord" the numbers of operator and location stand one column further right."""
    path = table([unit(1), unit(2, NameStromerzeugungseinheit="Dach, Nord", DatumDownload="")])
    path.write_text(path.read_text(encoding="utf-8").replace('"', ""), encoding="utf-8")
    outcome = read_open_mastr(path, LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"row_broken": 1}


def test_a_shifted_row_without_numbers_behind_is_told_by_its_days(table):
    """The postcode would be the gross power: 4109 kW."""
    headings = [
        "EinheitMastrNummer", "EinheitBetriebsstatus", "Energietraeger", "Gemeindeschluessel", "Gemeinde",
        "Postleitzahl", "Bruttoleistung", "Nettonennleistung", "Inbetriebnahmedatum", "AnzahlModule",
    ]  # fmt: skip
    rows = [{name: unit(n).get(name, "") for name in headings} for n in (1, 2)]
    rows[1]["Gemeinde"] = "Leipzig, Stadt"
    path = table(rows, headings=headings)
    path.write_text(path.read_text(encoding="utf-8").replace('"', ""), encoding="utf-8")
    outcome = read_open_mastr(path, LEIPZIG, today=TODAY)
    assert outcome.frame["gross_kw"].tolist() == [9.6]
    assert outcome.dropped == {"row_broken": 1}


def test_a_row_that_is_longer_by_empty_values_only_stays(table):
    path = table([unit(1, SpeMastrNummer="SSE900000000001, SSE900000000002")])
    path.write_text(path.read_text(encoding="utf-8").rstrip() + ",,\n", encoding="utf-8")
    assert len(read_open_mastr(path, LEIPZIG, today=TODAY).frame) == 1


def test_deactivated_units_are_left_out_by_word_as_on_the_other_ways(table):
    rows = [unit(1, EinheitSystemstatus="Aktiviert"), unit(2, EinheitSystemstatus="Deaktiviert")]
    outcome = read_open_mastr(table(rows, headings=[*HEADINGS, "EinheitSystemstatus"]), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert outcome.dropped == {"unit_deactivated": 1}
