import json
import random
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enact_plugin.errors import Canceled, EnactError, Severity
from enact_plugin.progress import Progress
from enact_plugin.register.readers.endpoint_json import local_days, read_json

TODAY = date(2026, 8, 22)
LEIPZIG = "14713000"


def ids(outcome):
    return {finding.id for finding in outcome.findings}


def balanced(outcome):
    return outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


def refused(paths, ags=None):
    with pytest.raises(EnactError) as caught:
        read_json(paths, ags)
    return caught.value


# ---- forms


def test_answer_bare_list_pages_and_folder_give_the_same_units(record, answer, json_file):
    records = [record(number) for number in range(6)]
    whole = json_file(records, "whole/answer.json")
    bare = json_file(json.dumps(records), "bare/list.json")
    pages = [json_file(answer(records[n : n + 2], total=6), f"pages/page{n}.json") for n in (0, 2, 4)]
    frames = [
        read_json(paths, LEIPZIG, today=TODAY).frame
        for paths in (whole, bare, pages, pages[0].parent, str(whole))
    ]
    for frame in frames[1:]:
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(frames[0]))


def test_a_unit_of_the_endpoint(record, json_file):
    place = {"Breitengrad": 51.34, "Laengengrad": 12.37, "EinheitName": "Solar GmbH ＆ Co. KG"}
    unit = read_json(json_file([record(1, **place)]), today=TODAY).frame.iloc[0]
    assert unit["url"] == "https://www.marktstammdatenregister.de/MaStR/Einheit/Detail/IndexOeffentlich/1001"
    assert unit["name"] == "Solar GmbH & Co. KG"
    assert (unit["geometry"].x, unit["geometry"].y) == (12.37, 51.34)
    assert unit["location_kind"] == "coordinates"
    assert (unit["commissioned"], unit["updated"]) == (pd.Timestamp(2019, 1, 31), pd.Timestamp(2020, 2, 25))


def test_operators_are_numbers_never_names(record, json_file):
    named = record(
        1, AnlagenbetreiberMaStRNummer="Erika Muster (ABR900000000001)", AnlagenbetreiberName="Erika Muster"
    )
    only_name = record(2, AnlagenbetreiberMaStRNummer="Erika Muster")
    frame = read_json(json_file([named, only_name]), today=TODAY).frame
    assert frame["operator_id"].tolist() == ["ABR900000000001", None]
    assert "Muster" not in frame.to_csv()


def test_numbers_of_the_catalogue_stand_in_where_names_are_missing(record, json_file):
    nameless = {
        "EnergietraegerName": None,
        "BetriebsStatusName": "",
        "BetriebsStatusId": 31,
        "ArtDerSolaranlageBezeichnung": None,
        "ArtDerSolaranlageId": 2961.0,
        "VollTeilEinspeisungBezeichnung": None,
        "VollTeilEinspeisung": 688,
    }
    unit = read_json(json_file([record(1, **nameless)]), today=TODAY).frame.iloc[0]
    assert (unit["carrier"], unit["status"], unit["feed_in"]) == ("solar", "planned", "Volleinspeisung")
    assert unit["site"] == "Steckerfertige Solaranlage"


def test_missing_fields_and_new_ones_do_no_harm(json_file):
    least = {"MaStRNummer": "SEE900000000001", "Gemeindeschluessel": LEIPZIG, "Bruttoleistung": 5,
             "Nettonennleistung": 5, "EnergietraegerId": 2497, "BetriebsStatusId": 35, "Neu": {"a": [1]}}  # fmt: skip
    unit = read_json(json_file([least]), LEIPZIG, today=TODAY).frame.iloc[0]
    assert (unit["carrier"], unit["net_kw"], unit["location_kind"]) == ("wind", 5.0, "municipality")


# ---- dates


def test_midnight_in_germany_is_the_day_it_is_meant_to_be(day_of_endpoint):
    """31 January 2019 as midnight UTC and as midnight in winter (23:00 UTC of the 30th); 1 July as 22:00 of 30 June."""
    texts = [
        day_of_endpoint(date(2019, 1, 31)),
        day_of_endpoint(date(2019, 1, 30), hour=23),
        day_of_endpoint(date(2019, 6, 30), hour=22),
        "/Date(-2208988800000)/",
        "/Date(1548892800000+0100)/",
        "2019-01-31T00:00:00",
    ]
    days, unreadable = local_days(pd.Series(texts, dtype=object))
    assert [day.date() for day in days] == [
        date(2019, 1, 31), date(2019, 1, 31), date(2019, 7, 1), date(1900, 1, 1), date(2019, 1, 31), date(2019, 1, 31),
    ]  # fmt: skip
    assert not unreadable.any()


def test_what_is_no_date_stays_empty_and_is_named(record, json_file):
    outcome = read_json(json_file([record(1, InbetriebnahmeDatum="/Date(x)/"), record(2)]), today=TODAY)
    assert outcome.frame["commissioned"].isna().tolist() == [True, False]
    assert outcome.frame["findings"].tolist() == ["date_unreadable", None]
    (finding,) = outcome.findings
    assert finding.values == {
        "unreadable": "/Date(x)/", "field": "InbetriebnahmeDatum", "path": "answer.json",
    }  # fmt: skip


# ---- pages


def test_units_that_moved_between_pages_count_once(record, answer, json_file):
    first = json_file(answer([record(1), record(2)], total=3), "pages/1.json")
    second = json_file(answer([record(2), record(3)], total=3), "pages/2.json")
    outcome = read_json([first, second], LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == [f"SEE90000000000{n}" for n in (1, 2, 3)]
    assert (outcome.rows_in, outcome.merged) == (4, 1)
    assert not outcome.findings
    assert balanced(outcome)


def test_missing_pages_are_an_error_finding_with_numbers(record, answer, json_file):
    outcome = read_json(json_file(answer([record(1), record(2)], total=1068)), LEIPZIG, today=TODAY)
    (finding,) = outcome.findings
    assert (finding.id, finding.severity) == ("json_incomplete", Severity.ERROR)
    assert (finding.values["units"], finding.values["total"], finding.values["missing"]) == (2, 1068, 1066)


def test_totals_that_move_and_more_units_than_total_are_reported(record, answer, json_file):
    pages = [
        json_file(answer([record(1), record(2)], total=3), "pages/1.json"),
        json_file(answer([record(3)], total=2), "pages/2.json"),
    ]
    assert ids(read_json(pages, today=TODAY)) == {"json_totals_differ"}
    assert ids(read_json(json_file(answer([record(1), record(2)], total=1)), today=TODAY)) == {
        "json_more_than_total"
    }


def test_entries_that_are_no_records_are_counted(record, json_file):
    outcome = read_json(json_file(json.dumps([record(1), None, "x", record(2)])), LEIPZIG, today=TODAY)
    assert outcome.dropped == {"record_unreadable": 2}
    assert outcome.rows_in == 4
    assert balanced(outcome)


# ---- wrong files


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "register_file_empty"),
        ("<html><body>Wartungsarbeiten</body></html>", "register_file_is_html"),
        ('{"Error":true}', "json_request_refused"),
        (
            '{"Data":null,"Total":0,"AggregateResults":null,"Errors":"Die Anfrage ist Null."}',
            "json_endpoint_error",
        ),
        ('{"Data":[],"Total":0,"AggregateResults":null,"Errors":null}', "json_empty"),
        ('{"type":"FeatureCollection","features":[]}', "json_not_register"),
        ('[{"type":"Feature","geometry":null}]', "json_not_register"),
        (
            '[{"MaStRNummer":"SEE900000000001","Bruttoleistung":1,"Nettonennleistung":1}]',
            "json_field_missing",
        ),
        ('"MaStR-Nr. der Einheit";"Energieträger"\n', "json_is_csv"),
        ("Guten Tag", "json_unreadable"),
        ("{'Data': []}", "json_unreadable"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(json_file, content, code):
    path = json_file(content)
    error = refused(path, LEIPZIG)
    assert error.code == code
    assert error.params["path"] == str(path)


def test_a_download_that_broke_off_loads_nothing(record, answer, json_file):
    text = answer([record(number) for number in range(20)])
    assert refused(json_file(text[: len(text) // 2])).code == "json_cut_off"
    assert refused(json_file(text[: text.rindex("]") + 1])).code == "json_cut_off"


def test_one_broken_page_names_itself(record, answer, json_file):
    good = json_file(answer([record(1)], total=2), "pages/1.json")
    bad = json_file("<html>503</html>", "pages/2.json")
    error = refused([good, bad])
    assert (error.code, error.params["path"]) == ("register_file_is_html", str(bad))


def test_missing_file_and_folder_without_pages(tmp_path):
    assert refused(tmp_path / "fehlt.json").code == "register_file_missing"
    assert refused(tmp_path).code == "folder_without_json"


def test_a_key_that_is_not_there_names_those_that_are(record, json_file):
    error = refused(json_file([record(1), record(2)]), "14612000")
    assert (error.code, error.params["found"]) == ("ags_not_in_file", "14713000 Leipzig (2)")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_survive_what_other_programs_save(record, json_file, encoding):
    outcome = read_json(json_file([record(1)], encoding=encoding), today=TODAY)
    assert outcome.frame["orientation"].iloc[0] == "Süd"
    assert ids(outcome) == ({"register_encoding_windows"} if encoding == "cp1252" else set())


def test_values_of_odd_kinds_do_not_stop_the_reading(record, json_file):
    odd = {
        "EinheitName": ["a", "b"],
        "Bruttoleistung": "9,6",
        "Nettonennleistung": "viel",
        "AnzahlSolarModule": 1e30,
    }
    outcome = read_json(json_file([record(1, **odd), record(2, Bruttoleistung=float("inf"))]), today=TODAY)
    first, second = outcome.frame.iloc[0], outcome.frame.iloc[1]
    assert first["gross_kw"] == 9.6
    assert pd.isna(first["net_kw"])
    assert pd.isna(first["module_count"])
    assert pd.isna(second["gross_kw"])
    assert outcome.frame["findings"].tolist() == ["number_unreadable", "number_unreadable"]


def test_cancel_stops_the_reading(record, json_file):
    with pytest.raises(Canceled):
        read_json(json_file([record(1)]), progress=Progress(lambda *_: None, lambda: True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=40),
    st.integers(1, 7),
    st.randoms(use_true_random=False),
)
def test_pages_in_any_cut_and_order_keep_the_account(
    record, answer, tmp_path, numbers, size, shuffle: random.Random
):
    """Units repeated and in any order: each is in the table once, all others are counted as merged."""
    places = {number: {"Gemeindeschluessel": "14612000"} if number % 5 == 0 else {} for number in numbers}
    records = [record(number, **places[number]) for number in numbers]
    pages = [records[start : start + size] for start in range(0, len(records), size)]
    shuffle.shuffle(pages)
    paths = []
    for count, page in enumerate(pages):
        paths.append(tmp_path / f"{count}.json")
        paths[-1].write_text(answer(page, total=len(set(numbers))), encoding="utf-8")
    mine = [number for number in numbers if number % 5]
    if not mine:
        assert refused(paths, LEIPZIG).code == "ags_not_in_file"
        return
    outcome = read_json(paths, LEIPZIG, today=TODAY)
    assert outcome.frame["mastr_id"].tolist() == [f"SEE9{number:011d}" for number in sorted(set(mine))]
    assert (outcome.rows_in, outcome.merged) == (len(mine), len(mine) - len(set(mine)))
    assert balanced(outcome)


# ---- real files


def test_storage_in_saxony_2026(real_data):
    """35 records (grep -o '"MaStRNummer"' F | wc -l); kWh and kW summed with grep -o and awk."""
    outcome = read_json(real_data / "mastr" / "endpoint_storage_saxony_2026.json", "14", today=TODAY)
    units = outcome.frame
    assert len(units) == outcome.rows_in == 35
    assert set(units["carrier"]) == {"storage"}
    assert units["status"].value_counts().to_dict() == {"in_operation": 20, "planned": 15}
    assert units["storage_kwh"].sum() == pytest.approx(10_896_082.08)
    assert units["net_kw"].sum() == pytest.approx(3_063_895.68)
    assert units["technology"].unique().tolist() == ["Batterie"]
    assert not outcome.findings


def test_real_commissioning_is_midnight_utc_and_the_same_day_in_germany(real_data):
    """/Date(1529884800000)/: date -u -d @1529884800 says Mon Jun 25 00:00:00 UTC 2018."""
    path = real_data / "mastr" / "endpoint_storage_saxony_2026.json"
    units = read_json(path, today=TODAY).frame.set_index("mastr_id")
    assert units.loc["SEE989415663904", "commissioned"] == pd.Timestamp(2018, 6, 25)
    assert units.loc["SEE989415663904", "url"].endswith("/IndexOeffentlich/2562547")
    written = [r["InbetriebnahmeDatum"] for r in json.loads(path.read_text(encoding="utf-8"))["Data"]]
    milliseconds = [int(text[6:-2]) for text in written if text]
    assert {value % 86_400_000 for value in milliseconds} == {0}


def test_storage_in_germany_2026_is_a_bare_list(real_data):
    outcome = read_json(real_data / "mastr" / "endpoint_storage_germany_2026.json", today=TODAY)
    assert len(outcome.frame) == 452
    assert outcome.source.state == date(2026, 8, 21)
    assert outcome.frame.geometry.notna().all()
    saxony = outcome.frame[outcome.frame["ags"].str.startswith("14")]
    assert len(saxony) == 35
