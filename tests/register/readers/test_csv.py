import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enact_plugin.errors import Canceled, EnactError, Severity
from enact_plugin.fields.dates import DateOrder
from enact_plugin.progress import Progress
from enact_plugin.reference.columns import columns
from enact_plugin.register.readers.csv import read_csv

TODAY = date(2026, 8, 1)
LEIPZIG = "14713000"
# what a CHP plant has, of a gas engine
CHP = {
    "Energieträger": "Erdgas",
    "Anzahl der Solar-Module": "",
    "MaStR-Nr. der KWK-Anlage": "KWK900000000001",
}


def ids(outcome):
    return {finding.id for finding in outcome.findings}


def balanced(outcome):
    return outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


# ---- layouts


def test_layouts_have_the_widths_of_their_years(layouts):
    assert [len(headings) for headings in layouts.values()] == [49, 50, 55, 56]


@pytest.mark.parametrize("layout", ["2020", "2023", "2025", "2025 with location date"])
def test_every_layout_gives_the_same_unit(csv_text, csv_file, layout):
    form = csv_text(layout)
    row = form.row(**{"Straße": "Musterweg", "Hausnummer": "7", "Bruttoleistung der Einheit": "9,705"})
    outcome = read_csv(csv_file(form.text([row])), today=TODAY)
    unit = outcome.frame.iloc[0]
    assert list(outcome.frame.columns) == [column.name for column in columns("plants")] + ["geometry"]
    assert (unit["mastr_id"], unit["carrier"], unit["status"]) == ("SEE900000000001", "solar", "in_operation")
    assert (unit["gross_kw"], unit["net_kw"], unit["module_count"]) == (9.705, 8.5, 32)
    assert unit["commissioned"] == pd.Timestamp(2019, 1, 31)
    assert unit["updated"] == pd.Timestamp(2020, 2, 25)
    assert (unit["ags"], unit["municipality"], unit["postcode"]) == (LEIPZIG, "Leipzig", "04109")
    assert (unit["street"], unit["house_number"], unit["location_kind"]) == ("Musterweg", "7", "address")
    assert (unit["site"], unit["orientation"]) == ("Gebäudesolaranlage", "Süd")
    assert (unit["voltage"], unit["feed_in"]) == ("Niederspannung", "Teileinspeisung")
    assert (unit["operator_id"], unit["eeg_id"]) == ("ABR900000000001", "EEG900000000001")
    assert (unit["operator_kind"], unit["grid_operator_id"]) == ("organisation", "SNB900000000001")
    assert unit["registered"] == pd.Timestamp(2019, 2, 15)
    assert unit["eeg_commissioned"] == pd.Timestamp(2019, 1, 31)
    assert unit["eeg_kw"] == 9.6 or "Installierte Leistung der EEG-Anlage" not in form.headings
    assert unit["url"] is None  # the CSV does not tell the number of the register's page
    assert outcome.source.state == date(2020, 2, 25)
    assert "Musterbetrieb" not in outcome.frame.to_csv()
    assert not outcome.findings


@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_columns_are_known_by_their_headings_not_by_their_place(csv_text, csv_file, layouts, data):
    """Releases differ in the order of columns and in which there are: any order, any of the dispensable left out."""
    form = csv_text(data.draw(st.sampled_from(sorted(layouts))))
    needed = {
        "MaStR-Nr. der Einheit",
        "Gemeindeschlüssel",
        "Energieträger",
        "Betriebs-Status",
        "Bruttoleistung der Einheit",
        "Nettonennleistung der Einheit",
    }
    places = data.draw(st.permutations(range(len(form.headings))))
    kept = [place for place in places if form.headings[place] in needed or data.draw(st.integers(0, 9))]
    row = form.row(1, **{"Inbetriebnahmedatum der Einheit": date(2019, 1, 31)})
    text = form.text([[row[place] for place in kept]], [form.headings[place] for place in kept])
    whole = read_csv(csv_file(form.text([row])), today=TODAY).frame.iloc[0]
    found = read_csv(csv_file(text), date_order=DateOrder.DMY, today=TODAY).frame.iloc[0]
    for column in ("mastr_id", "ags", "carrier", "status", "gross_kw", "net_kw"):
        assert found[column] == whole[column]
    for column in ("operator_id", "operator_kind", "registered", "eeg_id", "feed_in", "postcode"):
        assert pd.isna(found[column]) or found[column] == whole[column]


def test_unknown_columns_are_named_and_do_no_harm(csv_text, csv_file):
    form = csv_text()
    row = [*form.row(), "neu"]
    outcome = read_csv(csv_file(form.text([row], [*form.headings, "Künftige Angabe"])), today=TODAY)
    assert len(outcome.frame) == 1
    (finding,) = outcome.findings
    assert finding.id == "csv_headings_unknown"
    assert finding.values["headings"] == "Künftige Angabe"


def test_points_and_commas_of_the_same_file(csv_text, csv_file):
    """The file of 2020 writes CHP powers with a decimal point and all others with a comma and thousands points."""
    form = csv_text("2020")
    rows = [
        form.row(
            1, **CHP, **{"Bruttoleistung der Einheit": "5.890,62", "Thermische Nutzleistung in kW": "1.162"}
        ),
        form.row(
            2, **CHP, **{"Bruttoleistung der Einheit": "1.445", "Thermische Nutzleistung in kW": "16600"}
        ),
        form.row(3, **{"Nutzbare Speicherkapazität in kWh": "14.166", "Energieträger": "Speicher"}),
    ]
    units = read_csv(csv_file(form.text(rows)), today=TODAY).frame
    assert units["gross_kw"].tolist() == [5890.62, 1445.0, 9.6]
    assert units["chp_thermal_kw"].tolist()[:2] == [1.162, 16600.0]
    assert units["storage_kwh"].iloc[2] == 14166.0


def chp_powers(csv_text, csv_file, layout, electric, thermal, **others):
    form = csv_text(layout)
    powers = {"Elektrische KWK-Leistung": electric, "Thermische Nutzleistung in kW": thermal}
    outcome = read_csv(csv_file(form.text([form.row(**CHP, **powers, **others)])), today=TODAY)
    unit = outcome.frame.iloc[0]
    doubts = [finding.values for finding in outcome.findings if finding.id == "csv_numbers_ambiguous"]
    return unit["chp_electric_kw"], unit["chp_thermal_kw"], doubts


@pytest.mark.parametrize("layout", ["2020", "2023", "2025", "2025 with location date"])
def test_a_comma_before_three_digits_begins_decimals_in_every_layout(csv_text, csv_file, layout):
    """In none does the register separate thousands by a comma; 5125 kW of a unit of 9.6 kW would be in every sum."""
    assert chp_powers(csv_text, csv_file, layout, "5,125", "12,125") == (5.125, 12.125, [])


def test_a_point_before_three_digits_begins_decimals_in_the_layout_of_2020(csv_text, csv_file):
    assert chp_powers(csv_text, csv_file, "2020", "5.125", "12.125") == (5.125, 12.125, [])


@pytest.mark.parametrize("layout", ["2023", "2025"])
def test_a_point_in_a_file_that_separates_no_thousands_begins_decimals(csv_text, csv_file, layout):
    gross = {"Bruttoleistung der Einheit": "20996,01"}
    assert chp_powers(csv_text, csv_file, layout, "5.125", "12.125", **gross) == (5.125, 12.125, [])


def test_a_point_of_which_nothing_shows_what_it_is_for_is_reported(csv_text, csv_file):
    electric, thermal, doubts = chp_powers(csv_text, csv_file, "2025", "5.125", "1162")
    # the heat of 1162 kW shows that the file separates no thousands
    assert (electric, thermal, doubts) == (5.125, 1162, [])
    electric, thermal, doubts = chp_powers(csv_text, csv_file, "2025", "5.125", "62")
    assert (electric, thermal) == (5125, 62)
    (told,) = doubts
    assert (told["field"], told["rows"], told["examples"]) == ("Elektrische KWK-Leistung", 1, "„5.125“")


def test_powers_of_which_no_figure_shows_the_separator_are_reported_too(csv_text, csv_file):
    """Since 2023 no file separates thousands; in 2020 all did, and "1.445" beside it is no doubt."""
    powers = dict.fromkeys(("Bruttoleistung der Einheit", "Nettonennleistung der Einheit"), "1.445")
    powers["Installierte Leistung der EEG-Anlage"] = "1.445"
    told = {}
    for layout in ("2020", "2025"):
        form = csv_text(layout)
        outcome = read_csv(csv_file(form.text([form.row(**powers)])), today=TODAY)
        assert outcome.frame["gross_kw"].tolist() == [1445]
        told[layout] = [one.values["field"] for one in outcome.findings if one.id == "csv_numbers_ambiguous"]
    assert told == {"2020": [], "2025": list(powers)}


def test_several_grid_connections_name_each_voltage_once(csv_text, csv_file):
    form = csv_text()
    low = "Niederspannung (= Hausanschluss/Haushaltsstrom)"
    rows = [
        form.row(1, Spannungsebene="Mittelspannung; Mittelspannung"),
        form.row(2, Spannungsebene=f"Mittelspannung; {low}; {low}"),
    ]
    voltages = read_csv(csv_file(form.text(rows)), today=TODAY).frame["voltage"]
    assert voltages.tolist() == ["Mittelspannung", "Mittelspannung; Niederspannung"]


def test_a_line_break_within_quotes_is_no_new_row(csv_text, csv_file):
    form = csv_text()
    rows = [form.row(1, **{"Anzeige-Name der Einheit": "Dach\nNord", "Flurstück": "1/2\r\n1/3"}), form.row(2)]
    outcome = read_csv(csv_file(form.text(rows)), today=TODAY)
    assert outcome.frame["name"].tolist() == ["Dach Nord", "Dach 2"]
    assert not outcome.dropped


# ---- municipality


def test_units_are_chosen_by_key_never_by_name(csv_text, csv_file):
    form = csv_text()
    rows = [
        form.row(1),
        form.row(2, Gemeindeschlüssel="14729010", Ort="Leipzig", Gemeinde="Bennewitz"),
    ]
    outcome = read_csv(csv_file(form.text(rows)), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001"]
    assert outcome.rows_in == 1
    assert ids(outcome) == {"units_of_others"}


def test_a_key_that_is_not_there_names_those_that_are(csv_text, csv_file):
    form = csv_text()
    rows = [form.row(number) for number in range(3)]
    with pytest.raises(EnactError) as caught:
        read_csv(csv_file(form.text(rows)), "14612000")
    assert caught.value.code == "ags_not_in_file"
    assert caught.value.params["ags"] == "14612000"
    assert caught.value.params["found"] == "14713000 Leipzig (3)"


@pytest.mark.parametrize(("prefix", "expected"), [("14", 2), ("147", 1), ("14713", 1), ("12", 1), ("", None)])
def test_a_state_region_or_district_is_chosen_by_its_first_digits(csv_text, csv_file, prefix, expected):
    form = csv_text()
    rows = [form.row(n, Gemeindeschlüssel=ags) for n, ags in enumerate((LEIPZIG, "14612000", "12071301"))]
    path = csv_file(form.text(rows))
    if expected is None:
        with pytest.raises(EnactError) as caught:
            read_csv(path, prefix)
        assert caught.value.code == "ags_invalid"
    else:
        assert len(read_csv(path, prefix, today=TODAY).frame) == expected


def test_zeros_a_spreadsheet_took_are_put_back(csv_text, csv_file):
    form = csv_text()
    changed = {"Gemeindeschlüssel": "8125039", "Postleitzahl": "4109", "Gemeinde": ""}
    outcome = read_csv(csv_file(form.text([form.row(1, **changed), form.row(2)])), today=TODAY)
    assert outcome.frame["ags"].tolist() == ["08125039", LEIPZIG]
    assert outcome.frame["postcode"].tolist() == ["04109", "04109"]
    (finding,) = outcome.findings
    assert (finding.id, finding.values["count"]) == ("leading_zero_restored", 1)


def test_a_replaced_key_is_followed_in_file_and_question(csv_text, csv_file):
    """Chemnitz was 14161000 until 31 July 2008 and is 14511000 since."""
    form = csv_text()
    rows = [
        form.row(1, Gemeindeschlüssel="14161000", Gemeinde=""),
        form.row(2, Gemeindeschlüssel="14511000", Gemeinde="Chemnitz"),
    ]
    path = csv_file(form.text(rows))
    for asked in ("14511000", "14161000"):
        outcome = read_csv(path, asked, today=TODAY)
        assert outcome.frame["ags"].tolist() == ["14511000", "14511000"]
        assert outcome.frame["municipality"].tolist() == ["Chemnitz", "Chemnitz"]
        assert "ags_old_resolved" in ids(outcome)


def test_units_without_key_are_counted_as_left_out(csv_text, csv_file):
    form = csv_text()
    path = csv_file(form.text([form.row(1), form.row(2, Gemeindeschlüssel="")]))
    outcome = read_csv(path, LEIPZIG, today=TODAY)
    assert (outcome.rows_in, outcome.dropped) == (2, {"ags_missing": 1})
    assert balanced(outcome)
    assert len(read_csv(path, today=TODAY).frame) == 2  # without a question they stay


# ---- dates


def test_browser_in_english_writes_the_month_first(csv_text, csv_file):
    form = csv_text("2023", "{d.month}/{d.day}/{d.year}")
    rows = [form.row(1), form.row(2, **{"Inbetriebnahmedatum der Einheit": date(2019, 3, 5)})]
    assert read_csv(csv_file(form.text(rows)), today=TODAY).frame["commissioned"].tolist() == [
        pd.Timestamp(2019, 1, 31),
        pd.Timestamp(2019, 3, 5),
    ]


def test_dates_that_fit_both_orders_are_refused_until_the_user_decides(csv_text, csv_file):
    form = csv_text("2023", "{d.month}/{d.day}/{d.year}")
    unclear = {
        "Inbetriebnahmedatum der Einheit": date(2019, 3, 5),
        "Registrierungsdatum der Einheit": date(2019, 3, 6),
        "Inbetriebnahmedatum der EEG-Anlage": date(2019, 3, 5),
        "Letzte Aktualisierung": date(2020, 4, 4),
    }
    path = csv_file(form.text([form.row(1, **unclear)]))
    with pytest.raises(EnactError) as caught:
        read_csv(path)
    assert caught.value.code == "csv_dates_ambiguous"
    assert caught.value.params["example"] == "3/5/2019"
    by_order = {
        order: read_csv(path, date_order=order, today=TODAY).frame["commissioned"].iloc[0] for order in DateOrder
        if order is not DateOrder.AUTO
    }  # fmt: skip
    assert by_order == {DateOrder.DMY: pd.Timestamp(2019, 5, 3), DateOrder.MDY: pd.Timestamp(2019, 3, 5)}


# ---- wrong files


def changed_file(csv_text, change):
    form = csv_text()
    return change(form.text([form.row(1), form.row(2)]))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: "", "register_file_empty"),
        (lambda text: "\r\n \r\n", "register_file_empty"),
        (lambda text: "<!DOCTYPE html>\n<html><body>Wartung</body></html>", "register_file_is_html"),
        (lambda text: '<?xml version="1.0"?><EinheitenSolar/>', "register_file_is_xml"),
        (lambda text: '{"Data": []}', "csv_is_json"),
        (lambda text: text.splitlines()[0], "csv_no_rows"),
        (lambda text: "a;b;c\n1;2;3\n", "csv_not_register"),
        (lambda text: "kein Register", "csv_not_register"),
        (lambda text: text.replace('";"', '","'), "csv_delimiter"),
        (lambda text: text.replace('";"', '"\t"'), "csv_delimiter"),
        (lambda text: text.replace("Nettonennleistung der Einheit", "anders"), "csv_column_missing"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(csv_text, csv_file, change, code):
    path = csv_file(changed_file(csv_text, change))
    with pytest.raises(EnactError) as caught:
        read_csv(path, LEIPZIG)
    assert caught.value.code == code
    assert caught.value.params["path"] == str(path)


def test_the_wrong_delimiter_is_named(csv_text, csv_file):
    with pytest.raises(EnactError) as caught:
        read_csv(csv_file(changed_file(csv_text, lambda text: text.replace('";"', '"\t"'))))
    assert caught.value.params["found"] == "TAB"


def test_the_simple_overview_says_which_export_to_choose(csv_file):
    headings = [
        "MaStR-Nr. der Einheit", "Anzeige-Name der Einheit", "Betriebs-Status", "Energieträger",
        "Bruttoleistung der Einheit", "Nettonennleistung der Einheit", "Inbetriebnahmedatum der Einheit",
        "Registrierungsdatum der Einheit", "Bundesland", "Postleitzahl", "Ort", "Letzte Aktualisierung",
        "Name des Anlagenbetreibers (nur Org.)",
    ]  # fmt: skip
    text = ";".join(headings) + "\n" + ";".join("x" for _ in headings) + "\n"
    with pytest.raises(EnactError) as caught:
        read_csv(csv_file(text))
    assert caught.value.code == "csv_simple_overview"
    assert caught.value.params["columns"] == 13


def test_a_missing_file_and_a_workbook(tmp_path):
    with pytest.raises(EnactError) as caught:
        read_csv(tmp_path / "fehlt.csv")
    assert caught.value.code == "register_file_missing"
    workbook = tmp_path / "export.csv"
    workbook.write_bytes(b"PK\x03\x04 xlsx")
    with pytest.raises(EnactError) as caught:
        read_csv(workbook)
    assert caught.value.code == "register_file_not_text"


# ---- damaged files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_umlauts_survive_every_encoding(csv_text, csv_file, encoding):
    form = csv_text()
    row = form.row(1, **{"Anzeige-Name der Einheit": "Bürgersolar Süd", "Straße": "Weg", "Hausnummer": "1"})
    outcome = read_csv(csv_file(form.text([row]), encoding=encoding), today=TODAY)
    assert outcome.frame["name"].iloc[0] == "Bürgersolar Süd"
    assert outcome.frame["orientation"].iloc[0] == "Süd"
    assert ids(outcome) == ({"register_encoding_windows"} if encoding == "cp1252" else set())


def test_a_single_damaged_byte_does_not_turn_the_file_into_another_encoding(csv_text, csv_file):
    form = csv_text()
    path = csv_file(form.text([form.row(1), form.row(2, **{"Anzeige-Name der Einheit": "DachXNord"})]))
    path.write_bytes(path.read_bytes().replace(b"DachXNord", b"Dach\xffNord"))
    outcome = read_csv(path, today=TODAY)
    assert outcome.frame["orientation"].tolist() == ["Süd", "Süd"]
    assert ids(outcome) == {"register_encoding_damaged"}


def test_a_last_row_that_is_cut_off_is_kept_as_far_as_it_goes(csv_text, csv_file):
    form = csv_text()
    text = form.text([form.row(1), form.row(2)])
    cut = text.rindex('"Bauliche') + 5
    outcome = read_csv(csv_file(text[:cut]), LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == ["SEE900000000001", "SEE900000000002"]
    assert outcome.frame["gross_kw"].tolist() == [9.6, 9.6]
    assert outcome.frame["site"].tolist() == [
        "Gebäudesolaranlage",
        None,
    ]  # the value that was cut is left out
    assert outcome.frame["findings"].tolist() == [None, "row_incomplete"]
    assert ids(outcome) == {"csv_cut_off", "row_incomplete"}
    assert balanced(outcome)


def test_a_last_row_cut_before_its_key_is_counted_as_broken(csv_text, csv_file):
    form = csv_text()
    text = form.text([form.row(1), form.row(2)])
    outcome = read_csv(csv_file(text[: text.rindex('"Sachsen"') + 4]), LEIPZIG, today=TODAY)
    assert len(outcome.frame) == 1
    assert outcome.dropped == {"row_broken": 1}
    assert ids(outcome) == {"csv_cut_off", "csv_rows_broken"}
    assert balanced(outcome)


def test_an_unclosed_quote_costs_one_row_not_its_neighbours(csv_text, csv_file):
    form = csv_text()
    rows = [form.row(n, **{"Anzeige-Name der Einheit": f"Dach {n}"}) for n in range(1, 6)]
    text = form.text(rows).replace('"Dach 3"', '"Dach 3')
    outcome = read_csv(csv_file(text), today=TODAY)
    assert outcome.frame["name"].tolist() == ["Dach 1", "Dach 2", "Dach 4", "Dach 5"]
    assert outcome.dropped == {"row_broken": 1}
    (finding,) = outcome.findings
    assert (finding.id, finding.values["lines"], finding.severity) == ("csv_rows_broken", "4", Severity.ERROR)


def test_a_stray_quote_in_a_file_without_quotes_does_not_swallow_the_rest(csv_text, csv_file):
    form = csv_text()
    lines = [";".join(row) for row in [form.headings, *(form.row(n) for n in range(900))]]
    lines[5] = lines[5].replace("Dach 4", '"Dach 4')
    assert sum(map(len, lines[5:])) > 131072  # beyond the csv module's limit for one value
    outcome = read_csv(csv_file("\n".join(lines)), today=TODAY)
    assert len(outcome.frame) == 899
    assert outcome.dropped == {"row_broken": 1}


def test_unreadable_values_leave_the_row_and_are_named(csv_text, csv_file):
    form = csv_text()
    changed = {"Bruttoleistung der Einheit": "5. Mai", "Inbetriebnahmedatum der Einheit": "31.02.2019"}
    outcome = read_csv(csv_file(form.text([form.row(1, **changed), form.row(2)])), today=TODAY)
    unit = outcome.frame.iloc[0]
    assert pd.isna(unit["gross_kw"])
    assert pd.isna(unit["commissioned"])
    assert set(unit["findings"].split(";")) == {"number_unreadable", "date_unreadable"}
    named = {finding.id: finding for finding in outcome.findings}
    assert named["number_unreadable"].key == "SEE900000000001"
    assert named["number_unreadable"].values == {
        "unreadable": "5. Mai", "field": "Bruttoleistung der Einheit", "path": "export.csv",
    }  # fmt: skip
    # each finding names its own value, also in a row that has both
    assert named["date_unreadable"].values["unreadable"] == "31.02.2019"


def test_repeated_rows_are_merged_and_differing_ones_reported(csv_text, csv_file):
    form = csv_text()
    newer = {"Nettonennleistung der Einheit": "8,8", "Letzte Aktualisierung": date(2021, 1, 1)}
    rows = [form.row(1, **newer), form.row(1), form.row(2), form.row(2)]
    outcome = read_csv(csv_file(form.text(rows)), LEIPZIG, today=TODAY)
    assert outcome.frame["net_kw"].tolist() == [8.8, 8.5]
    assert (outcome.rows_in, outcome.merged) == (4, 2)
    assert outcome.frame["findings"].tolist() == ["id_duplicate", None]
    assert balanced(outcome)


DAMAGE = st.lists(
    st.sampled_from(["sound", "cut", "long", "repeated", "no key", "elsewhere", "unclosed"]), max_size=25
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAMAGE)
def test_no_row_is_lost_without_being_counted(csv_text, csv_file, kinds):
    """Sound rows of the municipality are in the table, all others in the account, whatever stands beside them."""
    form = csv_text()
    lines = []
    for number, kind in enumerate(kinds, start=1):
        row = form.row(1 if kind == "repeated" else number)
        if kind == "no key":
            row = form.row(100 + number, Gemeindeschlüssel="")  # of no unit repeated here
        if kind == "elsewhere":
            row = form.row(100 + number, Gemeindeschlüssel="14612000")
        if kind == "cut":
            row = row[:10]
        if kind == "long":
            row = [*row, "zuviel"]
        line = form.text([row]).splitlines()[1]
        lines.append(line.replace(f'"Dach {number}"', f'"Dach {number}') if kind == "unclosed" else line)
    first = form.text([form.row(0)])
    outcome = read_csv(csv_file(first + "\n".join(lines) + "\n"), LEIPZIG, today=TODAY)
    counted = {kind: kinds.count(kind) for kind in kinds}
    broken = counted.get("cut", 0) + counted.get("long", 0) + counted.get("unclosed", 0)
    assert outcome.dropped.get("row_broken", 0) == broken
    assert outcome.dropped.get("ags_missing", 0) == counted.get("no key", 0)
    sound = {number for number, kind in enumerate(kinds, start=1) if kind == "sound"}
    expected = {0} | sound | ({1} if "repeated" in kinds else set())
    assert outcome.frame["mastr_id"].tolist() == [f"SEE9{number:011d}" for number in sorted(expected)]
    assert outcome.rows_in == len(kinds) + 1 - counted.get("elsewhere", 0)
    assert balanced(outcome)


def test_cancel_stops_the_reading(csv_text, csv_file):
    form = csv_text()
    path = csv_file(form.text([form.row(1)]))
    with pytest.raises(Canceled):
        read_csv(path, progress=Progress(lambda *_: None, lambda: True))


# ---- real files


def test_leipzig_of_2020_as_counted_by_awk(real_data):
    """1,068 units, 993 of them without coordinates; sums by carrier.

    Counted with awk on lines joined where a quoted value spans two:
    sed -e ':a;/"\\r\\?$/!{N;s/\\n/ /;ba}' F | awk -F'";"' 'function num(s) {if (index(s, ",")) {gsub(/\\./, "", s);
    sub(",", ".", s)} else if (s ~ /^[0-9]+\\.[0-9][0-9][0-9]$/) gsub(/\\./, "", s); return s + 0}
    $16 == "14713000" {n++; if ($17 == "") u++; g[$4] += num($5); k[$4] += num($6); e += num($26);
    if ($45 != "" && !($45 in t)) {t[$45] = 1; h += $48}}
    END {print n, u, e, h; for (i in g) print i, g[i], k[i]}'
    """
    path = real_data / "mastr" / "web_export_leipzig_region_2020.csv"
    outcome = read_csv(path, LEIPZIG, today=TODAY)
    units = outcome.frame
    assert (len(units), int(units.geometry.isna().sum())) == (1068, 993)
    assert (outcome.rows_in, outcome.dropped, outcome.merged) == (1068, {}, 0)
    assert units["status"].value_counts().to_dict() == {"in_operation": 1067, "temporarily_closed": 1}
    sums = units.groupby("carrier")[["gross_kw", "net_kw"]].sum().round(3)
    assert units["carrier"].value_counts().to_dict() == {
        "solar": 724, "storage": 255, "natural_gas": 85, "mineral_oil": 2, "wind": 1, "biomass": 1,
    }  # fmt: skip
    assert sums["gross_kw"].to_dict() == {
        "biomass": 366.0, "mineral_oil": 1915.0, "natural_gas": 7398.53, "solar": 38673.176, "storage": 6729.306,
        "wind": 800.0,
    }  # fmt: skip
    assert sums["net_kw"].to_dict() == {
        "biomass": 366.0, "mineral_oil": 1532.0, "natural_gas": 7113.1, "solar": 32859.08, "storage": 1070.88,
        "wind": 800.0,
    }  # fmt: skip
    assert units["storage_kwh"].sum() == pytest.approx(6689.81)
    assert units.groupby("chp_id")["chp_thermal_kw"].max().sum() == pytest.approx(9378.57)
    assert units["chp_id"].notna().sum() == 83
    assert units["chp_id"].nunique() == 79


def test_region_of_leipzig_2020_counts_every_record(real_data):
    path = real_data / "mastr" / "web_export_leipzig_region_2020.csv"
    outcome = read_csv(path, today=TODAY)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(outcome.frame) == sum(1 for _ in csv.reader(file, delimiter=";")) - 1 == 3705
    assert outcome.frame["chp_id"].notna().sum() == 213
    assert outcome.frame.geometry.notna().sum() == 420
    assert set(outcome.frame["carrier"]) == {
        "solar", "storage", "natural_gas", "biomass", "wind", "mineral_oil", "other_gases",
    }  # fmt: skip


def test_wind_in_saxony_2023(real_data):
    """860 rows (wc -l less the heading), 1,315,273.23 kW: sed 1d F | awk -F'";"' '{gsub(",", ".", $5); s += $5}'."""
    outcome = read_csv(real_data / "mastr" / "web_export_wind_saxony_2023.csv", "14", today=TODAY)
    units = outcome.frame
    assert len(units) == 860
    assert units["gross_kw"].sum() == pytest.approx(1_315_273.23)
    assert set(units["location_kind"]) == {"coordinates"}
    assert outcome.source.state == date(2023, 10, 20)
    # the newest one is of 2023, so months and days are not swapped
    assert units["commissioned"].max() < pd.Timestamp(2023, 10, 22)


def test_ground_mounted_pv_2025(real_data):
    """689 rows, 53 of Saxony; status counted with awk -F'";"' '{s[$3]++}'."""
    path = real_data / "mastr" / "web_export_pv_germany_2025.csv"
    units = read_csv(path, today=TODAY).frame
    assert len(units) == 689
    assert units["status"].value_counts().to_dict() == {"in_operation": 512, "planned": 175, "closed": 2}
    assert (units["planned"].notna() == (units["status"] == "planned")).all()
    saxony = read_csv(path, "14", today=TODAY).frame
    assert saxony["status"].value_counts().to_dict() == {"in_operation": 45, "planned": 8}
    assert saxony["gross_kw"].sum() == pytest.approx(1_500_549.68)
    assert saxony["net_kw"].sum() == pytest.approx(1_185_181.82)


def test_real_file_saved_by_a_spreadsheet_gives_the_same_units(real_data, csv_file):
    """Without quotes, in the Windows code page, leading zeros of postcodes lost, empty columns at the end."""
    path = real_data / "mastr" / "web_export_pv_germany_2025.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [[value.replace("\n", " ") for value in row] for row in csv.reader(file, delimiter=";")]
    postcode, ags = rows[0].index("Postleitzahl"), rows[0].index("Gemeindeschlüssel")
    for row in rows[1:]:
        row[postcode], row[ags] = row[postcode].lstrip("0"), row[ags].lstrip("0")
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows([*row, "", ""] for row in rows)
    text = buffer.getvalue().encode("cp1252", "replace").decode("cp1252")
    outcome = read_csv(csv_file(text, encoding="cp1252"), today=TODAY)
    original = read_csv(path, today=TODAY).frame
    same = [name for name in original.columns if name not in ("geometry", "findings", "name", "street")]
    pd.testing.assert_frame_equal(
        pd.DataFrame(outcome.frame[same]), pd.DataFrame(original[same]), check_names=False
    )
    assert {"register_encoding_windows", "leading_zero_restored"} <= ids(outcome)
