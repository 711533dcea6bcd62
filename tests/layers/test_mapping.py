"""Fields of sources become columns: proposed, changed, remembered, applied."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from enact_plugin.errors import EnactError, Severity
from enact_plugin.layers.address_text import split_addresses, split_house_numbers
from enact_plugin.layers.conversion import Rule, convert, empty
from enact_plugin.layers.mapping import (
    Confidence,
    Mapping,
    apply_mapping,
    complete_mapping,
    fields_of,
    propose_mapping,
    source_fingerprint,
    source_type,
)
from enact_plugin.reference.columns import Column, ColumnType, columns
from enact_plugin.reference.kinds import layer_kinds


def chosen(kind, *names, **typed):
    fields = [(name, "String") for name in names] + list(typed.items())
    return {entry.target: entry.field for entry in propose_mapping(kind, fields).fields if entry.field}


def confidence(kind, target, *names):
    return propose_mapping(kind, [(name, "String") for name in names]).of(target).confidence


def column(kind=ColumnType.TEXT, name="name", unit="", values=""):
    return Column("x", name, kind, "Spalte", "Column", unit, values, ("public",), "public", False, ())


def real(numbers, factor=1.0):
    return convert(pd.Series(numbers), Rule(column(ColumnType.REAL), factor))


def findings(outcome):
    return {finding.id: finding for finding in outcome.findings}


# ---- proposals on real sources


def read(path):
    return gpd.GeoDataFrame.from_features(json.loads(path.read_text(encoding="utf-8"))["features"])


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (
            "streets",
            "streets/zittau_osm_streets.geojson",
            {
                "name": "name",
                "street_class": "highway",
                "surface": "surface",
                "bridge": "bridge",
                "tunnel": "tunnel",
            },
        ),
        (
            "streets",
            "streets/goerlitz_osm_streets_epsg3857.geojson",
            {
                "street_id": "full_id",
                "name": "name",
                "street_class": "highway",
                "surface": "surface",
                "bridge": "bridge",
                "tunnel": "tunnel",
            },
        ),
        (
            "streets",
            "streets/cottbus_osm_streets.geojson",
            {
                "street_id": "osmid",
                "name": "name",
                "street_class": "highway",
                "bridge": "bridge",
                "tunnel": "tunnel",
            },
        ),
        ("districts", "areas/leipzig_ortsteile.geojson", {"district_id": "ot_nr", "name": "ot_name"}),
        ("districts", "areas/dresden_stadtteile.geojson", {"district_id": "ref", "name": "name"}),
        (
            "addresses",
            "buildings/cottbus_addresses.json",
            {
                "address_id": "oid",
                "street": "str",
                "house_number": "hnr",
                "suffix": "adz",
                "postcode": "postplz",
                "place": "postonm",
            },
        ),
    ],
)
def test_the_right_fields_of_real_sources_are_proposed(real_data, kind, path, expected):
    mapping = propose_mapping(kind, fields_of(read(real_data / path)))
    assert {entry.target: entry.field for entry in mapping.fields if entry.field} == expected
    assert all(entry.confidence is Confidence.EXACT for entry in mapping.fields if entry.field)


def test_the_keys_of_bkg_boundaries_are_found():
    assert chosen("boundary", "OBJID", "ADE", "GF", "ARS", "AGS", "GEN", "BEZ", "NUTS") == {
        "ags": "AGS",
        "name": "GEN",
    }
    assert chosen("boundary", "ARS_0", "GEN") == {"ags": "ARS_0", "name": "GEN"}


def test_osm_address_tags_are_found():
    assert chosen("addresses", "@id", "addr:street", "addr:housenumber", "addr:postcode", "addr:city") == {
        "address_id": "@id",
        "street": "addr:street",
        "house_number": "addr:housenumber",
        "postcode": "addr:postcode",
        "place": "addr:city",
    }


def test_the_cadastres_address_text_serves_street_and_number():
    found = chosen("addresses", "oid", "lagebeztxt", "funktion")
    assert (found["street"], found["house_number"]) == ("lagebeztxt", "lagebeztxt")


def test_supply_areas_of_xwaermeplan_are_found():
    fields = (
        *("gml_id", "uuid", "gehoertZuBereich_href", "versorgungsart", "waermebedarf"),
        *(
            "eignungWaermenetz",
            "eignungWasserstoffnetz",
            "eignungDezentraleVersorgung",
            "eignungGruenesMethan",
        ),
    )
    assert chosen("supply_areas", *fields) == {
        "area_id": "gml_id",
        "supply_kind": "versorgungsart",
        "suitability_network": "eignungWaermenetz",
        "suitability_hydrogen": "eignungWasserstoffnetz",
        "suitability_decentral": "eignungDezentraleVersorgung",
        "suitability_methane": "eignungGruenesMethan",
        "demand_mwh_a": "waermebedarf",
    }


# attributes as XWärmeplan 0.9 names them, by class; each must be recognised by the kind that serves the class
@pytest.mark.parametrize(
    ("kind", "attributes", "targets"),
    [
        ("heat_density", "baublockId verbrauchsDichte anschluesseWaermenetz",
         "block_id density_mwh_ha network_connections"),
        ("block_building_types", "baublockId gebaeudetyp nutzflaeche", "block_id building_type floor_area_m2"),
        ("block_age_classes", "baublockId baualtersklasse nutzflaeche", "block_id age_class floor_area_m2"),
        ("line_density", "uuid waermeliniendichte", "section_id line_density_kwh_m"),
        ("heat_networks", "refNetzID status geplanteInbetriebnZeit inbetriebnahmeJahr",
         "network_id status planned_commissioning commissioned_year"),
        ("gas_blocks", "baublockId refNetzID status gasArt inbetriebnahmeJahr geplanteInbetriebnahmeZeit "
         "anzahlAnschluesse",
         "block_id network_id status gas_kind commissioned_year planned_commissioning connections"),
        ("heat_plants", "status nennleistung inbetriebnahmeJahr energietraeger art",
         "status power_kw commissioned_year heat_carrier generator"),
        ("heat_stores", "status art speicherkapazitaet", "status store_kind capacity_mwh"),
        ("gas_stores", "status gasArt speicherkapazitaet", "status gas_kind capacity_mwh"),
        ("hydrogen_plants", "status gasArt leistung", "status gas_kind electrolysis_kw"),
        ("large_consumers", "name status nutzungsart versorgungsart abnahmeleistung",
         "name status use_kind heat_carrier demand_mwh_a"),
        ("sewers", "status trockenwetterabfluss", "status dry_weather_flow_l_s"),
        ("connection_duty", "satzungsbeschluss", "decided"),
        ("exclusions", "art", "exclusion_kind"),
        ("pretest_areas", "ungeeignetWaermenetz ungeeignetWasserstoffnetz", "unfit_network unfit_hydrogen"),
        ("saving_areas", "sanierungsgebiet reduktionEnergieverbrauch istVerkuerzteWaermeplanung",
         "renewal_area high_consumption shortened_planning"),
        ("potential_saving", "potenzial art", "saving_mwh_a saving_field"),
        ("potential_storage", "potenzial art", "capacity_mwh store_kind"),
        ("potential_ground", "traeger energieMenge", "heat_carrier heat_mwh_a"),
    ],
)  # fmt: skip
def test_attributes_of_xwaermeplan_are_recognised(kind, attributes, targets):
    names = attributes.split()
    found = chosen(kind, "gehoertZuBereich_href", *names)
    assert {found[target]: target for target in targets.split()} == dict(zip(names, targets.split()))


def test_our_own_layers_come_back_as_they_were():
    for kind in layer_kinds():
        if kind.loader != "loadlayer":
            continue
        own = [(c.name, c.type.value) for c in columns(kind.layer)]
        mapping = propose_mapping(kind, own)
        assert {entry.target: entry.field for entry in mapping.fields} == {name: name for name, _ in own}


# ---- how sure a name is


def test_confidence_follows_how_much_the_name_was_changed():
    assert confidence("streets", "street_class", "highway") is Confidence.EXACT
    assert confidence("streets", "street_class", "HIGHWAY") is Confidence.CASE
    assert confidence("addresses", "postcode", "Addr Postcode") is Confidence.NORMALISED
    assert confidence("streets", "street_class", "strassenkl") is Confidence.TRUNCATED
    assert confidence("heat_density", "demand_mwh_a", "Wärmebedarf [GWh]") is Confidence.UNIT
    assert confidence("heat_plants", "heat_carrier", "WP_EnergieTraegerMenge|traeger") is Confidence.PART


def test_the_name_that_stands_first_in_the_table_wins():
    # a layer of OSM streets carries both; "full_id" (w123) tells ways from relations
    assert chosen("streets", "osm_id", "full_id")["street_id"] == "full_id"


def test_an_exact_name_comes_before_one_in_other_case():
    assert chosen("districts", "NAME", "name")["name"] == "name"


def test_a_unit_in_the_name_gives_the_factor():
    entry = propose_mapping("heat_density", [("waermebedarf_gwh", "Real")]).of("demand_mwh_a")
    assert (entry.field, entry.factor, entry.confidence) == ("waermebedarf_gwh", 1000, Confidence.UNIT)


def test_a_unit_of_something_else_is_no_match():
    assert "demand_mwh_a" not in chosen("heat_density", "waermebedarf_kw")


def test_line_density_of_xwaermeplan_is_a_thousand_times_ours():
    fields = [("uuid", "String"), ("waermeliniendichte", "Real")]
    assert propose_mapping("line_density", fields).of("line_density_kwh_m").factor == 1
    of_plan = propose_mapping("line_density", [*fields, ("gehoertZuBereich", "String")])
    assert of_plan.of("line_density_kwh_m").factor == 1000


def test_types_must_fit():
    assert chosen("streets", highway="Date") == {}
    assert "inhabitants" not in chosen("population", einwohner="DateTime")
    assert chosen("population", einwohner="String")["inhabitants"] == "einwohner"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Integer64", ColumnType.INTEGER),
        ("int64", ColumnType.INTEGER),
        ("Real", ColumnType.REAL),
        ("double precision", ColumnType.REAL),
        ("datetime64[ns]", ColumnType.DATETIME),
        ("Date", ColumnType.DATE),
        ("boolean", ColumnType.BOOLEAN),
        ("StringList", ColumnType.TEXT),
        ("JSON", ColumnType.TEXT),
        ("object", ColumnType.TEXT),
    ],
)
def test_types_of_qgis_ogr_and_pandas_are_understood(text, expected):
    assert source_type(text) is expected


def test_a_field_is_not_taken_twice_by_chance():
    # "anzahl" is known to the generators only; "solarthermie_anzahl" must not fall to it
    found = chosen("block_generators", "baublock.id", "anzahl", "art")
    assert list(found.values()).count("anzahl") == 1
    assert found["block_id"] == "baublock.id"


def test_the_geometry_field_is_never_proposed():
    assert "geometry" not in chosen("restricted_sites", "geometry", "name").values()


# ---- JSON, completion, fingerprint


def test_a_mapping_survives_json():
    text = json.dumps(
        {
            "supply_kind": "ART",
            "demand_mwh_a": {"field": "bedarf", "factor": 0.001},
            "suitability_network": {"field": "stufe", "values": {"1": "very_likely"}},
            "year": {"value": 2035},
            "name": None,
        }
    )
    mapping = Mapping.from_json(text)
    assert json.loads(mapping.to_json()) == json.loads(text)
    assert mapping.of("name") is None
    assert mapping.of("year").constant == 2035


def test_a_proposal_survives_json():
    mapping = propose_mapping("heat_density", [("blocknr", "String"), ("waermebedarf_gwh", "Real")])
    again = Mapping.from_json(mapping.to_json())
    assert [(e.target, e.field, e.factor) for e in again.fields] == [
        (e.target, e.field, e.factor) for e in mapping.fields
    ]


@pytest.mark.parametrize("text", ["{", "[1]", '"name"', "name=gen"])
def test_what_is_no_mapping_is_refused(text):
    with pytest.raises(EnactError) as raised:
        Mapping.from_json(text)
    assert raised.value.code == "mapping_not_json"


@pytest.mark.parametrize(
    "entry", [3, [], {"feld": "x"}, {"field": "x", "factor": "tausend"}, {"field": "x", "factor": 0}]
)
def test_an_entry_that_says_nothing_is_refused(entry):
    with pytest.raises(EnactError) as raised:
        Mapping.from_json(json.dumps({"name": entry}))
    assert raised.value.code == "mapping_entry_invalid"
    assert raised.value.params["target"] == "name"


def test_what_the_user_says_wins_and_the_rest_is_proposed():
    given = Mapping.from_json('{"name": "lang", "surface": null}')
    fields = [("lang", "String"), ("name", "String"), ("highway", "String"), ("surface", "String")]
    mapping = complete_mapping(given, "streets", fields)
    assert (mapping.of("name").field, mapping.of("name").confidence) == ("lang", Confidence.GIVEN)
    assert mapping.of("street_class").field == "highway"
    assert mapping.of("surface") is None


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ('{"strasse": "name"}', "mapping_target_unknown", "street_class"),
        ('{"name": "nmae"}', "mapping_field_missing", "highway"),
    ],
)
def test_a_mapping_that_does_not_fit_names_what_is_there(text, code, named):
    with pytest.raises(EnactError) as raised:
        complete_mapping(Mapping.from_json(text), "streets", [("name", "String"), ("highway", "String")])
    assert raised.value.code == code
    assert named in " ".join(map(str, raised.value.params.values()))


def test_a_source_is_known_again_by_its_field_names():
    first = source_fingerprint([("Name", "String"), ("AGS", "Integer")])
    assert source_fingerprint([("ags", "String"), ("name", "Text")]) == first
    assert source_fingerprint([("ags", "String")]) != first


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


def test_the_cadastres_text_is_taken_apart():
    text = pd.Series(
        ["Musterstraße 12 a, 14; Nebenweg 3", "Straße des 17. Juni 135", "Am Markt", None, "Kai 3 - 5b"]
    )
    found = split_addresses(text)
    rows = [tuple(None if pd.isna(v) else v for v in row) for row in found.itertuples()]
    assert rows == [
        (0, "Musterstraße", "12", "a"),
        (0, "Musterstraße", "14", None),
        (0, "Nebenweg", "3", None),
        (1, "Straße des 17. Juni", "135", None),
        (2, "Am Markt", None, None),
        (3, None, None, None),
        (4, "Kai", "3-5", "b"),
    ]


def test_a_letter_is_taken_off_the_house_number_but_ranges_stay():
    found = split_house_numbers(pd.Series(["12", "12a", "12 B", "12-14", "7 1/2", None]))
    assert found["house_number"].tolist() == ["12", "12", "12", "12-14", "7", None]
    assert found["suffix"].tolist() == [None, "a", "B", None, "1/2", None]


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
