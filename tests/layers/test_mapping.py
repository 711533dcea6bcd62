"""Fields of sources become the columns of a layer."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.errors import EnactError, Severity
from enact_plugin.fields.mapping import Mapping, complete_mapping, fields_of, propose_mapping
from enact_plugin.layers.conversion import Rule, convert, empty
from enact_plugin.layers.mapping import apply_mapping
from enact_plugin.reference.columns import Column, ColumnType, columns


def column(kind=ColumnType.TEXT, name="name", unit="", values=""):
    return Column("x", name, kind, "Spalte", "Column", unit, values, ("public",), "public", False, ())


def real(numbers, factor=1.0):
    return convert(pd.Series(numbers), Rule(column(ColumnType.REAL), factor))


def findings(outcome):
    return {finding.id: finding for finding in outcome.findings}


def read(path):
    return gpd.GeoDataFrame.from_features(json.loads(path.read_text(encoding="utf-8"))["features"])


# ---- values


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1.234,5", "7,25"], [1234.5, 7.25]),
        (["1,234.5", "7.25"], [1234.5, 7.25]),
        (["12 kWh", "3,5 kWh"], [12, 3.5]),
        (["1 234,5", "1\u00a0000"], [1234.5, 1000]),
        (["1'234", "5"], [1234, 5]),
        # a comma elsewhere shows that the column is German: then 1.234 is a thousand
        (["1.234", "0,5"], [1234, 0.5]),
        (["1.234", "0.5"], [1.234, 0.5]),
        (["1.234.567", "1"], [1234567, 1]),
        (["-3,5", "+2"], [-3.5, 2]),
        (["–", "k. A."], [None, None]),
    ],
)
def test_numbers_in_texts(texts, expected):
    converted = real(texts)
    assert converted.unread == 0
    assert [None if pd.isna(value) else value for value in converted.values] == expected


def test_a_whole_number_column_reads_the_dot_as_thousands():
    converted = convert(pd.Series(["1.234", "87"]), Rule(column(ColumnType.INTEGER)))
    assert list(converted.values) == [1234, 87]
    assert converted.rounded == 0


def test_decimals_of_a_whole_number_column_are_rounded_and_counted():
    converted = convert(pd.Series([3.0, 2.6, None]), Rule(column(ColumnType.INTEGER)))
    assert converted.values.tolist() == [3, 3, pd.NA]
    assert converted.rounded == 1


def test_what_is_no_number_is_left_empty_and_shown():
    converted = real(["12", "viel", "viel", "ca. 5"])
    assert converted.unread == 3
    assert converted.examples == ("viel", "ca. 5")


@pytest.mark.parametrize("text", ["10-20", "2–3", "12a", "3 4", "12 1/2"])
def test_what_stands_behind_a_figure_is_its_unit_or_the_text_is_no_number(text):
    converted = real([text, "12 kWh", "1.5e+03"])
    assert (converted.unread, converted.examples) == (1, (text,))
    assert converted.values.tolist()[1:] == [12, 1500]


def test_a_unit_behind_the_figure_counts_where_no_factor_is_given():
    energy = column(ColumnType.REAL, unit="MWh/a")
    converted = convert(pd.Series(["12 kWh", "3 MWh", "5 kW"]), Rule(energy))
    assert converted.values.tolist()[:2] == [0.012, 3]
    assert converted.examples == ("5 kW",)
    assert convert(pd.Series(["12 kWh"]), Rule(energy, 0.001)).values.tolist() == [0.012]


def test_german_thousands_in_a_column_of_their_own_are_reported():
    frame = pd.DataFrame({"blocknr": [1, 2, 3], "waermebedarf": ["12.500", "8.750", "23.400"]})
    mapping = Mapping.from_json('{"density_mwh_ha": "waermebedarf", "block_id": "blocknr"}')
    outcome = apply_mapping(frame, "heat_density", mapping)
    assert outcome.frame["density_mwh_ha"].tolist() == [12500, 8750, 23400]
    told = findings(outcome)["number_ambiguous"].values
    assert (told["field"], told["rows"]) == ("waermebedarf", 3)
    assert told["examples"] == "„12.500“, „8.750“, „23.400“"


@pytest.mark.parametrize(
    ("other", "expected"), [(["0,5", "1,25", "3,75"], 12500), (["0.5", "1.25", "3.75"], 12.5)]
)
def test_another_column_of_the_source_decides_what_a_point_means(other, expected):
    frame = pd.DataFrame({"nr": [1, 2, 3], "wvd": ["12.500", "8.750", "23.400"], "bedarf": other})
    mapping = Mapping.from_json('{"block_id": "nr", "density_mwh_ha": "wvd", "demand_mwh_a": "bedarf"}')
    outcome = apply_mapping(frame, "heat_density", mapping)
    assert outcome.frame["density_mwh_ha"].iloc[0] == expected
    assert "number_ambiguous" not in findings(outcome)


@given(st.lists(st.decimals(min_value=-(10**6), max_value=10**6, places=2), min_size=1, max_size=20))
def test_german_and_english_writing_of_a_number_say_the_same(numbers):
    german = [f"{n:,.2f}".translate(str.maketrans(",.", ".,")) for n in numbers]
    english = [f"{n:,.2f}" for n in numbers]
    assert real(german).values.tolist() == real(english).values.tolist() == [float(n) for n in numbers]


def test_booleans_in_the_words_of_planners_and_of_osm():
    texts = pd.Series(["ja", "Nein", "yes", "building_passage", "viaduct", "no", None, "1", "vielleicht"])
    converted = convert(texts, Rule(column(ColumnType.BOOLEAN)))
    assert [None if pd.isna(v) else bool(v) for v in converted.values] == [
        *(True, False, True, True, True, False, None, True, None)
    ]
    assert converted.examples == ("vielleicht",)


def test_days_are_read_but_never_guessed():
    texts = pd.Series(
        ["2024-03-05", "05.03.2024", "20240305", "2024-03-05T10:00:00Z", "3/4/2025", "1998", None]
    )
    converted = convert(texts, Rule(column(ColumnType.DATE)))
    assert [str(day)[:10] for day in converted.values] == ["2024-03-05"] * 4 + ["NaT"] * 3
    assert converted.examples == ("3/4/2025", "1998")


def test_an_instant_is_the_day_in_germany():
    texts = pd.Series(["2024-02-29T23:00:00Z", "2024-03-01T00:00:00+01:00", "2024-02-29T23:00:00"])
    converted = convert(texts, Rule(column(ColumnType.DATE)))
    assert [str(day)[:10] for day in converted.values] == ["2024-03-01", "2024-03-01", "2024-02-29"]


def test_a_day_no_column_can_hold_is_left_empty_and_reported():
    frame = pd.DataFrame(
        {"gebiet": ["A", "B"], "einwohner": [1, 2], "stichtag": ["1550-01-01", "2024-05-31"]}
    )
    outcome = apply_mapping(frame, "population", propose_mapping("population", fields_of(frame)))
    assert outcome.frame["date"].isna().tolist() == [True, False]
    told = findings(outcome)["date_out_of_range"].values
    assert (told["rows"], told["examples"], told["field"]) == (1, "„1550-01-01“", "stichtag")
    assert "value_unreadable" not in findings(outcome)


def test_numbers_beyond_any_integer_become_text():
    converted = convert(pd.Series([1e20, 2.0]), Rule(column()))
    assert converted.values.tolist() == ["1e+20", "2.0"]


def test_the_users_values_are_found_for_numbers_too():
    rule = Rule(column(values="suitability"), values={"1": "very_likely", "10": "likely"})
    assert convert(pd.Series([1.0, 10.0, None]), rule).values.tolist() == ["very_likely", "likely", None]


def test_postcodes_get_their_zero_back():
    assert convert(pd.Series([4103, 2763.0]), Rule(column(name="postcode"))).values.tolist() == [
        "04103",
        "02763",
    ]


def test_whole_floats_become_texts_without_decimals():
    converted = convert(pd.Series([12.0, None]), Rule(column()))
    assert converted.values.tolist() == ["12", None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["residential", "track"], "residential"),
        ("['path', 'steps']", "path"),
        ('[ "path", "residential" ]', "residential"),
        ("residential;service", "residential"),
    ],
)
def test_of_several_street_classes_the_weightier_counts(value, expected):
    assert convert(pd.Series([value]), Rule(column(values="street_class"))).values.iloc[0] == expected


def test_lists_of_names_are_written_in_one_text():
    values = pd.Series([["Aweg", "Bweg"], "['Cweg', 'Dweg']", "Eweg", None])
    assert convert(values, Rule(column())).values.tolist() == ["Aweg;Bweg", "Cweg;Dweg", "Eweg", None]


def test_an_unknown_value_becomes_unknown_and_is_reported():
    converted = convert(pd.Series(["10003", "Mondgebiet", None]), Rule(column(values="supply_kind")))
    assert converted.values.tolist() == ["network_new", "unknown", None]
    assert (converted.unread, converted.examples) == (1, ("Mondgebiet",))


def test_a_list_without_unknown_leaves_the_value_empty():
    converted = convert(pd.Series(["geht so"]), Rule(column(values="suitability")))
    assert converted.values.tolist() == [None]
    assert converted.unread == 1


def test_the_users_values_come_before_the_known_ones():
    rule = Rule(column(values="suitability"), values={"Stufe 1": "very_likely", "geeignet": "very_likely"})
    assert convert(pd.Series(["stufe 1", "geeignet"]), rule).values.tolist() == ["very_likely"] * 2


@pytest.mark.parametrize("kind", list(ColumnType))
def test_an_empty_column_has_its_type(kind):
    dtypes = {
        ColumnType.TEXT: "object",
        ColumnType.INTEGER: "Int64",
        ColumnType.REAL: "float64",
        ColumnType.BOOLEAN: "boolean",
        ColumnType.DATE: "datetime64[ns]",
        ColumnType.DATETIME: "datetime64[ns]",
    }
    made = empty(column(kind), pd.RangeIndex(2))
    assert str(made.dtype) == dtypes[kind]
    assert made.isna().all()


# ---- addresses


def test_objects_with_several_addresses_become_several_rows():
    frame = gpd.GeoDataFrame(
        {"oid": ["A", "B"], "lagebeztxt": ["Musterstraße 1, 3", "Am Markt 2c"]},
        geometry=[Point(1, 1), Point(2, 2)],
    )
    outcome = apply_mapping(frame, "addresses", propose_mapping("addresses", fields_of(frame)))
    assert outcome.frame["address_id"].tolist() == ["A", "A", "B"]
    assert outcome.frame["house_number"].tolist() == ["1", "3", "2"]
    assert outcome.frame["suffix"].tolist() == [None, None, "c"]
    assert outcome.frame.geometry.tolist() == [Point(1, 1), Point(1, 1), Point(2, 2)]
    assert outcome.rows_in == 3
    assert findings(outcome)["addresses_split"].values == {"objects": 2, "addresses": 3}


def test_an_address_text_that_says_nothing_keeps_its_row():
    frame = pd.DataFrame({"oid": list("ABC"), "lagebeztxt": ["Weg 1", ";", "Ring 2 | Gasse 3"]})
    outcome = apply_mapping(frame, "addresses", propose_mapping("addresses", fields_of(frame)))
    assert outcome.frame["address_id"].tolist() == ["A", "B", "C", "C"]
    assert outcome.frame["street"].tolist() == ["Weg", None, "Ring", "Gasse"]
    assert outcome.rows_in == 4


def test_osm_house_numbers_are_split_but_a_given_suffix_stays():
    frame = pd.DataFrame({"str": ["A", "B"], "hnr": ["12a", "3b"], "adz": [None, "c"]})
    made = apply_mapping(frame, "addresses", propose_mapping("addresses", fields_of(frame))).frame
    assert made["house_number"].tolist() == ["12", "3b"]
    assert made["suffix"].tolist() == ["a", "c"]


# ---- the whole frame


def test_real_addresses_keep_their_632_rows(real_data):
    frame = read(real_data / "buildings/cottbus_addresses.json")
    outcome = apply_mapping(frame, "addresses", propose_mapping("addresses", fields_of(frame)))
    made = outcome.frame
    assert (len(made), outcome.rows_in) == (632, 632)
    # 632 addresses, 545 of them without letter (counted in the file's property "adz")
    assert int(made["suffix"].isna().sum()) == 545
    assert made["house_number"].str.fullmatch(r"\d+").all()
    assert made["postcode"].str.fullmatch(r"0\d{4}").all()


def test_real_street_classes_are_all_known(real_data):
    for path in ("zittau_osm_streets", "goerlitz_osm_streets_epsg3857", "cottbus_osm_streets"):
        frame = read(real_data / "streets" / f"{path}.geojson")
        outcome = apply_mapping(frame, "streets", propose_mapping("streets", fields_of(frame)))
        assert "value_not_in_list" not in findings(outcome), path
        assert len(outcome.frame) == len(frame)


def test_the_frame_has_the_layers_columns_in_their_types():
    frame = pd.DataFrame({"blocknr": [17, 18], "WVD": ["412,5", "80"], "anmerkung": ["", "x"]})
    outcome = apply_mapping(frame, "heat_density", propose_mapping("heat_density", fields_of(frame)))
    assert list(outcome.frame.columns) == [c.name for c in columns("heatplan_heat_density")]
    assert outcome.frame["block_id"].tolist() == ["17", "18"]
    assert outcome.frame["density_mwh_ha"].tolist() == [412.5, 80.0]
    assert str(outcome.frame["network_connections"].dtype) == "Int64"
    assert findings(outcome)["fields_left_out"].values["fields"] == "anmerkung"


def test_a_mandatory_column_without_field_names_the_fields_present():
    frame = pd.DataFrame({"nummer": [1], "farbe": ["rot"]})
    with pytest.raises(EnactError) as raised:
        apply_mapping(frame, "heat_density", propose_mapping("heat_density", fields_of(frame)))
    assert raised.value.code == "mapping_incomplete"
    assert raised.value.params["missing"] == "Wärmeverbrauchsdichte"
    assert raised.value.params["fields"] == "nummer, farbe"


def test_one_of_several_mandatory_columns_is_enough():
    frame = pd.DataFrame({"gebiet_id": ["a"], "eignung_wasserstoff": ["2000"]})
    made = apply_mapping(frame, "suitability", propose_mapping("suitability", fields_of(frame))).frame
    assert made["suitability_hydrogen"].tolist() == ["likely"]


def test_a_constant_fills_every_row():
    frame = pd.DataFrame({"art": ["Wärmenetz", "dezentral"]})
    mapping = complete_mapping(
        Mapping.from_json('{"year": {"value": 2035}}'), "supply_areas", fields_of(frame)
    )
    made = apply_mapping(frame, "supply_areas", mapping).frame
    assert made["year"].tolist() == [2035, 2035]
    assert made["supply_kind"].tolist() == ["network", "decentral"]


def test_line_density_of_xwaermeplan_arrives_in_the_laws_unit():
    frame = pd.DataFrame({"uuid": ["a"], "gehoertZuBereich_href": ["#b"], "waermeliniendichte": [1.5]})
    outcome = apply_mapping(frame, "line_density", propose_mapping("line_density", fields_of(frame)))
    # 1.5 MWh/(m·a) × 1000 kWh/MWh
    assert outcome.frame["line_density_kwh_m"].tolist() == [1500.0]
    assert "unit_doubtful" not in findings(outcome)


def test_line_density_in_the_wrong_unit_is_noticed():
    frame = pd.DataFrame({"id": ["a", "b", "c"], "wld": [0.4, 1.5, 2.2]})
    outcome = apply_mapping(frame, "line_density", propose_mapping("line_density", fields_of(frame)))
    doubt = findings(outcome)["unit_doubtful"]
    assert doubt.severity is Severity.WARNING
    assert (doubt.values["median"], doubt.values["hint"]) == (1.5, "MWh/(m·a)")


def test_shares_of_one_are_noticed_where_percent_are_meant():
    frame = pd.DataFrame({"blocknr": [1, 2], "anteil_gas": [0.8, 0.55]})
    outcome = apply_mapping(frame, "block_carriers", propose_mapping("block_carriers", fields_of(frame)))
    assert findings(outcome)["percent_looks_like_share"].values["highest"] == 0.8


def test_a_unit_nobody_told_is_written_down_as_assumed():
    frame = pd.DataFrame({"blocknr": [1], "wvd": [300.0]})
    outcome = apply_mapping(frame, "heat_density", propose_mapping("heat_density", fields_of(frame)))
    assert findings(outcome)["unit_assumed"].values["unit"] == "MWh/(ha·a)"
    told = frame.rename(columns={"wvd": "wvd_mwh_ha"})
    outcome = apply_mapping(told, "heat_density", propose_mapping("heat_density", fields_of(told)))
    assert "unit_assumed" not in findings(outcome)


def test_no_row_is_lost_however_bad_its_values():
    frame = pd.DataFrame({"art": ["?", None, "4000"], "waermebedarf": ["x", "1,5", ""]})
    outcome = apply_mapping(frame, "supply_areas", propose_mapping("supply_areas", fields_of(frame)))
    assert outcome.rows_in == len(outcome.frame) == 3
    assert outcome.frame["supply_kind"].tolist() == ["unknown", None, "study"]
    assert findings(outcome)["value_unreadable"].values["examples"] == "„x“"
