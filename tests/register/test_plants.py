from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely

from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.readers.endpoint_json import read_json

TODAY = date(2026, 8, 1)
DTYPES = {
    ColumnType.TEXT: "object",
    ColumnType.INTEGER: "Int64",
    ColumnType.REAL: "float64",
    ColumnType.DATE: "datetime64[ns]",
    ColumnType.BOOLEAN: "boolean",
}

# the same unit as the CSV and as the endpoint write it: heading and value, field and value
SOLAR = (
    {"Anzeige-Name der Einheit": "Halle  Nord", "Bruttoleistung der Einheit": "634,705",
     "Nettonennleistung der Einheit": "615", "Anzahl der Solar-Module": "2081", "Straße": "Musterweg",
     "Hausnummer": "7", "Koordinate: Breitengrad (WGS84)": "51,232", "Koordinate: Längengrad (WGS84)": "12,361",
     "Hauptausrichtung der Solar-Module": "Süd-West", "Spannungsebene": "Mittelspannung; Mittelspannung"},
    {"EinheitName": "Halle Nord", "Bruttoleistung": 634.705, "Nettonennleistung": 615.0, "AnzahlSolarModule": 2081,
     "Strasse": "Musterweg", "Hausnummer": "7", "Breitengrad": 51.232, "Laengengrad": 12.361,
     "HauptausrichtungSolarModuleBezeichnung": "Süd-West", "SpannungsebenenNamen": "Mittelspannung"},
)  # fmt: skip
CHP = (
    {"Energieträger": "Erdgas", "Anzahl der Solar-Module": "", "Hauptausrichtung der Solar-Module": "",
     "Lage der Einheit": "", "Hauptbrennstoff der Einheit": "Erdgas, Erdölgas",
     "Technologie der Stromerzeugung": "Verbrennungsmotor", "MaStR-Nr. der KWK-Anlage": "KWK900000000001",
     "Elektrische KWK-Leistung": "5.5", "Thermische Nutzleistung in kW": "14.8"},
    {"EnergietraegerName": "Erdgas", "AnzahlSolarModule": None, "HauptausrichtungSolarModuleBezeichnung": None,
     "ArtDerSolaranlageBezeichnung": None, "ArtDerSolaranlageId": None, "HauptbrennstoffNamen": "Erdgas, Erdölgas",
     "TechnologieStromerzeugung": "Verbrennungsmotor", "KwkAnlageMastrNummer": "KWK900000000001",
     "KwkAnlageElektrischeLeistung": 5.5, "ThermischeNutzleistung": 14.8},
)  # fmt: skip
STORE = (
    {"Energieträger": "Speicher", "Anzahl der Solar-Module": "", "Hauptausrichtung der Solar-Module": "",
     "Lage der Einheit": "", "Speichertechnologie": "Batterie", "Nutzbare Speicherkapazität in kWh": "10,56"},
    {"EnergietraegerName": "Speicher", "AnzahlSolarModule": None, "HauptausrichtungSolarModuleBezeichnung": None,
     "ArtDerSolaranlageBezeichnung": None, "ArtDerSolaranlageId": None,
     "StromspeichertechnologieBezeichnung": "Batterie", "NutzbareSpeicherkapazitaet": 10.56},
)  # fmt: skip
WIND = (
    {"Energieträger": "Wind", "Anzahl der Solar-Module": "", "Hauptausrichtung der Solar-Module": "",
     "Lage der Einheit": "Windkraft an Land", "Nabenhöhe der Windenergieanlage": "138,38",
     "Rotordurchmesser der Windenergieanlage": "82", "Betriebs-Status": "Endgültig stillgelegt",
     "Datum der endgültigen Stilllegung": date(2022, 12, 31)},
    {"EnergietraegerName": "Wind", "AnzahlSolarModule": None, "HauptausrichtungSolarModuleBezeichnung": None,
     "ArtDerSolaranlageBezeichnung": None, "ArtDerSolaranlageId": None, "WindAnLandOderSeeBezeichnung":
     "Windkraft an Land", "NabenhoeheWindenergieanlage": 138.38, "RotordurchmesserWindenergieanlage": 82,
     "BetriebsStatusName": "Endgültig stillgelegt", "BetriebsStatusId": 38,
     "EndgueltigeStilllegungDatum": "/Date(1672444800000)/"},
)  # fmt: skip


def test_both_ways_give_the_same_rows_field_by_field(csv_text, csv_file, record, json_file):
    """Only the register's page differs: the CSV does not tell its number."""
    form = csv_text()
    units = (SOLAR, CHP, STORE, WIND)
    by_csv = read_csv(
        csv_file(form.text([form.row(n, **unit[0]) for n, unit in enumerate(units)])), today=TODAY
    )
    by_json = read_json(json_file([record(n, **unit[1]) for n, unit in enumerate(units)]), today=TODAY)
    same = [name for name in by_csv.frame.columns if name not in ("url", "geometry")]
    pd.testing.assert_frame_equal(pd.DataFrame(by_csv.frame[same]), pd.DataFrame(by_json.frame[same]))
    assert (
        by_csv.frame.geometry.isna().tolist()
        == by_json.frame.geometry.isna().tolist()
        == [False, True, True, True]
    )
    assert by_csv.frame.geometry.iloc[0].equals(by_json.frame.geometry.iloc[0])
    assert by_json.frame["url"].notna().all()


def test_columns_and_types_are_those_of_the_table(csv_text, csv_file):
    form = csv_text()
    frame = read_csv(csv_file(form.text([form.row(1)])), today=TODAY).frame
    expected = {column.name: DTYPES[column.type] for column in columns("plants")}
    assert {name: str(kind) for name, kind in frame.drop(columns="geometry").dtypes.items()} == expected
    assert frame.crs.to_epsg() == 4326
    texts = frame[[name for name, kind in expected.items() if kind == "object"]].iloc[0]
    assert all(value is None or (isinstance(value, str) and value) for value in texts)


@pytest.mark.parametrize(
    ("latitude", "longitude", "finding"),
    [
        ("0", "0", "coordinates_zero"),
        ("12,361", "51,232", "coordinates_swapped"),
        ("5680123", "318456", "coordinates_invalid"),  # metres
        ("51,232", "", "coordinates_invalid"),
        ("", "", None),
    ],
)
def test_what_can_be_no_place_gives_no_point(csv_text, csv_file, latitude, longitude, finding):
    form = csv_text()
    place = {"Koordinate: Breitengrad (WGS84)": latitude, "Koordinate: Längengrad (WGS84)": longitude}
    unit = read_csv(csv_file(form.text([form.row(1, **place)])), today=TODAY).frame.iloc[0]
    assert unit["geometry"] is None
    assert unit["location_kind"] == "postcode"
    assert unit["findings"] == finding


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"Koordinate: Breitengrad (WGS84)": "51,3", "Koordinate: Längengrad (WGS84)": "12,3"},
            "coordinates",
        ),
        ({"Straße": "Musterweg", "Hausnummer": "7"}, "address"),
        ({"Straße": "Musterweg"}, "postcode"),  # without a number it is no address
        ({}, "postcode"),
        ({"Postleitzahl": ""}, "municipality"),
    ],
)
def test_location_kind_says_what_the_register_publishes(csv_text, csv_file, values, expected):
    form = csv_text()
    units = read_csv(csv_file(form.text([form.row(1, **values)])), today=TODAY).frame
    assert units["location_kind"].tolist() == [expected]
    assert units.geometry.notna().tolist() == [expected == "coordinates"]


def test_unknown_words_are_kept_or_called_unknown_and_never_guessed(csv_text, csv_file):
    form = csv_text()
    odd = {"Energieträger": "Fusion", "Betriebs-Status": "", "Technologie der Stromerzeugung": "Neuartig"}
    outcome = read_csv(csv_file(form.text([form.row(1, **odd)])), today=TODAY)
    unit = outcome.frame.iloc[0]
    assert (unit["carrier"], unit["status"], unit["technology"]) == ("unknown", "unknown", "Neuartig")
    named = {finding.id: finding.values for finding in outcome.findings}
    assert named == {
        "carrier_unknown": {"delivered_carrier": "Fusion"},
        "status_unknown": {"delivered_status": "–"},
    }


def test_unknown_catalogue_numbers_are_kept_and_counted(record, json_file):
    strange = record(1, SpannungsebenenNamen=None, SpannungsebenenId=99999)
    outcome = read_json(json_file([strange]), today=TODAY)
    assert outcome.frame["voltage"].tolist() == ["99999"]
    (finding,) = outcome.findings
    assert (finding.id, finding.values) == ("code_unknown", {"count": 1})


def test_rows_without_a_number_are_never_merged(csv_text, csv_file):
    form = csv_text()
    nameless = {"MaStR-Nr. der Einheit": ""}
    outcome = read_csv(csv_file(form.text([form.row(1, **nameless), form.row(1, **nameless)])), today=TODAY)
    assert (len(outcome.frame), outcome.merged) == (2, 0)
    assert outcome.frame["findings"].tolist() == ["id_invalid", "id_invalid"]


def test_the_order_of_the_input_does_not_matter(record, json_file):
    records = [record(number) for number in range(5)]
    one = read_json(json_file(records, "a.json"), today=TODAY).frame
    other = read_json(json_file(records[::-1], "b.json"), today=TODAY).frame
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(other))


def test_source_carries_licence_and_state(csv_text, csv_file):
    form = csv_text()
    source = read_csv(csv_file(form.text([form.row(1)])), today=TODAY).source
    assert source.licence == "dl-de/by-2-0"
    assert (
        source.attribution
        == "© Bundesnetzagentur – Marktstammdatenregister (Stand: 25.02.2020), dl-de/by-2-0"
    )


def test_municipality_where_the_file_does_not_name_it(csv_text, csv_file):
    """The file of 2020 names only the post town, which need not be the municipality; keys of other states stay bare."""
    form = csv_text("2020")
    rows = [form.row(1, Ort="Mohorn"), form.row(2, Gemeindeschlüssel="12071301", Ort="Neuhausen")]
    frame = read_csv(csv_file(form.text(rows)), today=TODAY).frame
    assert frame["municipality"].tolist() == ["Leipzig", None]


def test_whole_numbers_stay_whole(record, json_file):
    frame = read_json(json_file([record(1, AnzahlSolarModule=32.0), record(2, AnzahlSolarModule=None)])).frame
    assert frame["module_count"].iloc[0] == 32
    assert frame["module_count"].iloc[1] is pd.NA
    assert not np.issubdtype(type(frame["module_count"].iloc[0]), np.floating)


def test_an_unreadable_value_names_its_column_and_file(csv_text, csv_file, record, json_file):
    form = csv_text()
    by_csv = read_csv(
        csv_file(form.text([form.row(1, **{"Koordinate: Breitengrad (WGS84)": "nordlich"})])), today=TODAY
    )
    by_json = read_json(json_file([record(1, Breitengrad="nordlich")]), today=TODAY)
    for outcome, field, ending in (
        (by_csv, "Koordinate: Breitengrad (WGS84)", ".csv"),
        (by_json, "Breitengrad", ".json"),
    ):
        found = next(each for each in outcome.findings if each.id == "number_unreadable")
        assert (found.values["unreadable"], found.values["field"]) == ("nordlich", field)
        assert found.values["path"].endswith(ending)
        assert "/" not in found.values["path"]


def test_a_count_beyond_all_counts_is_named_with_its_value(csv_text, csv_file):
    form = csv_text()
    outcome = read_csv(
        csv_file(form.text([form.row(1, **{"Anzahl der Solar-Module": "99999999999"})])), today=TODAY
    )
    found = next(each for each in outcome.findings if each.id == "number_unreadable")
    assert (found.values["unreadable"], found.values["field"]) == ("99999999999", "Anzahl der Solar-Module")


@pytest.mark.parametrize("key", ["1,4713E+07", "1.4713E+7", "1,4713e7"])
def test_keys_that_a_spreadsheet_changed_are_called_so(csv_text, csv_file, key):
    form = csv_text()
    with pytest.raises(EnactError) as caught:
        read_csv(csv_file(form.text([form.row(1, Gemeindeschlüssel=key)])), "14713000", today=TODAY)
    assert (caught.value.code, caught.value.params["value"]) == ("ags_changed_by_spreadsheet", key)


def test_most_units_outside_the_boundary_are_said_once(csv_text, csv_file):
    """A boundary of another town: three of four located units lie outside of it."""
    form = csv_text()
    places = [("51,34", "12,37"), ("51,35", "12,38"), ("51,33", "12,36"), ("51,05", "13,74")]
    rows = [
        form.row(
            number,
            **{"Koordinate: Breitengrad (WGS84)": north, "Koordinate: Längengrad (WGS84)": east},
        )
        for number, (north, east) in enumerate(places)
    ]
    file = csv_file(form.text(rows))
    elsewhere, here = shapely.box(13.6, 51.0, 13.9, 51.1), shapely.box(12.2, 51.2, 12.6, 51.5)
    found = read_csv(file, boundary=elsewhere, today=TODAY).findings
    said = [each.values for each in found if each.id == "most_units_outside"]
    assert said == [{"outside": 3, "count": 4}]
    assert found[0].id == "most_units_outside"
    within = read_csv(file, boundary=here, today=TODAY).findings
    assert not [each for each in within if each.id == "most_units_outside"]
