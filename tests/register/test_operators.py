"""Operators are numbers and kinds, never names: whatever stands in a file beside what is read stays there."""

import csv
import json
from datetime import date

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.reference.tables import rows
from enact_plugin.register.gas import read_gas_json
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.readers.endpoint_json import read_json
from enact_plugin.register.readers.open_mastr import read_open_mastr

TODAY = date(2026, 8, 1)
NAME = "Wunderlich"
FIELD = "Name des Anlagenbetreibers (nur Org.)"


def told(outcome):
    """All that leaves a reader: the table, the findings, the account."""
    findings = [(finding.id, finding.key, finding.values) for finding in outcome.findings]
    return outcome.frame.to_csv() + repr(findings) + repr(outcome.dropped) + repr(outcome.source)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("natürliche Person (ABR900000000001)", "person"),
        ("natürliche Person", "person"),
        ("Nat. Person", "person"),
        ("–", None),
        ("k.A. (ABR900000000001)", None),
        ("unbekannt", None),
        ("Natürliche  Person (oder Organisation mit Personenbezug) (ABR900000000001)", "person"),
        ("natÃ¼rliche Person (ABR900000000001)", "person"),
        ("nat\ufffdrliche Person (ABR900000000001)", "person"),
        ("Stadtwerke Musterstadt GmbH & Co. KG (ABR900000000001)", "organisation"),
        (f"Erika {NAME} (ABR900000000001)", "organisation"),
        ("Naturstrom Person & Partner (ABR900000000001)", "organisation"),
        ("(ABR900000000001)", None),
        ("ABR900000000001", None),
        ("", None),
    ],
)
def test_kind_of_operator_by_the_words_of_the_csv(csv_text, csv_file, words, kind):
    form = csv_text()
    outcome = read_csv(csv_file(form.text([form.row(1, **{FIELD: words})])), today=TODAY)
    assert outcome.frame["operator_kind"].iloc[0] == kind
    assert outcome.frame["operator_id"].iloc[0] == "ABR900000000001"
    assert "Stadtwerke" not in told(outcome)
    assert NAME not in told(outcome)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (517, "organisation"),
        ("517", "organisation"),
        (518.0, "person"),
        (None, None),
        (999, None),
        (NAME, None),
    ],
)
def test_kind_of_operator_by_the_number_of_the_endpoint(record, json_file, number, kind):
    outcome = read_json(json_file([record(1, AnlagenbetreiberPersonenArt=number)]), today=TODAY)
    assert outcome.frame["operator_kind"].iloc[0] == kind
    assert [finding.id for finding in outcome.findings] == (["code_unknown"] if number == 999 else [])
    assert NAME not in told(outcome)


@pytest.mark.parametrize(
    ("words", "place", "kept"),
    [
        ("natürliche Person (ABR900000000001)", {}, False),
        ("natürliche Person (ABR900000000001)", {"Straße": "Musterweg", "Hausnummer": "7"}, False),
        ("", {}, False),
        ("(ABR900000000001)", {"Straße": "Musterweg"}, False),
        ("", {"Straße": "Musterweg", "Hausnummer": "7"}, True),
        (
            "",
            {"Koordinate: Breitengrad (WGS84)": "51,34", "Koordinate: Längengrad (WGS84)": "12,37"},
            True,
        ),
        ("Musterbetrieb (ABR900000000001)", {}, True),
    ],
)
def test_the_name_of_a_unit_that_may_be_a_persons_is_not_kept(csv_text, csv_file, words, place, kept):
    """A file from which the operators were deleted brings back no name of those who have no published place."""
    form = csv_text()
    row = form.row(1, **{FIELD: words, "Anzeige-Name der Einheit": f"Erika {NAME}", **place})
    outcome = read_csv(csv_file(form.text([row])), today=TODAY)
    assert outcome.frame["name"].iloc[0] == (f"Erika {NAME}" if kept else None)
    assert (NAME in told(outcome)) is kept


def test_no_name_of_a_home_comes_from_open_mastr_without_its_market_actors(tmp_path):
    unit = {
        "EinheitMastrNummer": "SEE900000000001",
        "Gemeindeschluessel": "14713000",
        "NameStromerzeugungseinheit": f"Erika {NAME}",
        "AnlagenbetreiberMastrNummer": "ABR900000000001",
        "Energietraeger": "Solare Strahlungsenergie",
        "EinheitBetriebsstatus": "In Betrieb",
        "Bruttoleistung": "9.6",
        "Nettonennleistung": "8.5",
    }
    text = ",".join(unit) + "\n" + ",".join(unit.values()) + "\n"
    (tmp_path / "bnetza_mastr_solar_raw.csv").write_text(text, encoding="utf-8")
    outcome = read_open_mastr(tmp_path, today=TODAY)
    assert len(outcome.frame) == 1
    assert NAME not in told(outcome)


def test_grid_operators_are_their_numbers(record, json_file, csv_text, csv_file):
    """An anchor of HTML at the endpoint; several, one per grid connection, joined by ";" in both."""
    anchor = '<a href="/MaStR/Akteur/Marktakteur/Detail/{}">SNB90000000000{}</a>'
    two = f"{anchor.format(1, 1)}; {anchor.format(2, 2)}; {anchor.format(1, 1)}"
    by_json = read_json(json_file([record(1, NetzbetreiberMaStRNummer=two)]), today=TODAY).frame
    form = csv_text()
    heading = "MaStR-Nr. des Anschluss-Netzbetreibers"
    row = form.row(1, **{heading: "SNB900000000001; SNB900000000002; SNB900000000001"})
    by_csv = read_csv(csv_file(form.text([row])), today=TODAY).frame
    assert by_json["grid_operator_id"].tolist() == by_csv["grid_operator_id"].tolist()
    assert by_csv["grid_operator_id"].iloc[0] == "SNB900000000001; SNB900000000002"


@pytest.mark.parametrize("layout", ["2020", "2023", "2025", "2025 with location date"])
def test_no_column_of_the_csv_that_is_not_read_comes_through(csv_text, csv_file, layout):
    form = csv_text(layout)
    used = {row["heading"].casefold() for row in rows("mastr_csv_columns") if row["column"]} - {
        FIELD.casefold()
    }
    unread = [name for name in form.headings if name.strip().casefold() not in used]
    assert len(unread) > 10
    outcome = read_csv(csv_file(form.text([form.row(1, **dict.fromkeys(unread, NAME))])), today=TODAY)
    assert len(outcome.frame) == 1
    assert NAME not in told(outcome)


def test_no_field_of_the_endpoint_that_is_not_read_comes_through(real_data, json_file):
    """All 118 fields of a real record; the names of operators in it are the data set's own stand-ins."""
    path = real_data / "mastr" / "endpoint_storage_saxony_2026.json"
    real = json.loads(path.read_text(encoding="utf-8"))["Data"][0]
    used = {row["field"] for row in rows("mastr_json_fields")}
    changed = {key: value if key in used else NAME for key, value in real.items()}
    named = (
        "AnlagenbetreiberName",
        "AnlagenbetreiberMaskedName",
        "NetzbetreiberNamen",
        "StandortAnonymisiert",
    )
    assert all(changed[name] == NAME for name in named)
    outcome = read_json(json_file([changed]), today=TODAY)
    assert len(outcome.frame) == 1
    assert NAME not in told(outcome)
    changed["MaxArbeitsvolumen"] = 1000.0
    gas = read_gas_json(json_file([{**changed, "Bruttoleistung": NAME}], "gas.json"), today=TODAY)
    assert len(gas.frame) == 1
    assert NAME not in told(gas)


def test_no_column_of_open_mastr_that_is_not_read_comes_through(tmp_path):
    unit = {
        "EinheitMastrNummer": "SEE900000000001",
        "Gemeindeschluessel": "14713000",
        "Energietraeger": "Wind",
        "EinheitBetriebsstatus": "In Betrieb",
        "Bruttoleistung": "800.0",
        "Nettonennleistung": "800.0",
        "AnlagenbetreiberMastrNummer": f"Erika {NAME} (ABR900000000001)",
        "Anlagenbetreiber": f"Erika {NAME}",
        "Personenart": NAME,
        "Adresszusatz": NAME,
        "Behoerde": NAME,
    }
    actor = {"MastrNummer": "ABR900000000001", "Personenart": "Natürliche Person"}
    actor.update(dict.fromkeys(("Firmenname", "MarktakteurVorname", "MarktakteurNachname", "Email"), NAME))
    for name, row in (("wind", unit), ("market_actors", actor)):
        with (tmp_path / f"bnetza_mastr_{name}_raw.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            writer.writeheader()
            writer.writerow(row)
    outcome = read_open_mastr(tmp_path, "14713000", today=TODAY)
    assert outcome.frame["operator_id"].iloc[0] == "ABR900000000001"
    assert NAME not in told(outcome)


def test_a_file_without_its_headings_is_refused_without_quoting_the_unit(csv_text, csv_file):
    form = csv_text()
    rows_only = form.text([form.row(1, **{"Anzeige-Name der Einheit": f"Dach {NAME}"})]).split("\r\n", 1)[1]
    with pytest.raises(EnactError) as caught:
        read_csv(csv_file(rows_only))
    assert caught.value.code == "csv_not_register"
    assert NAME not in str(caught.value)


@pytest.mark.parametrize("heading", [FIELD, "Anzeige-Name der Einheit", "Flurstück"])
def test_a_value_with_the_delimiter_in_it_breaks_the_row_and_is_not_quoted(csv_text, csv_file, heading):
    """The row is one value too long; its last value is empty, but those behind it stand under wrong headings."""
    form = csv_text()
    sound = form.text([form.row(1), form.row(2, **{heading: "NAMENFELD"})])
    outcome = read_csv(csv_file(sound.replace('"NAMENFELD"', f"Erika; {NAME}")), today=TODAY)
    assert outcome.dropped == {"row_broken": 1}
    assert NAME not in told(outcome)
