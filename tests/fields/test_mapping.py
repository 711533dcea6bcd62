"""Fields of sources are proposed for columns, changed by the user, remembered."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import (
    Confidence,
    Mapping,
    complete_mapping,
    fields_of,
    propose_mapping,
    replaced,
    source_fingerprint,
    source_type,
)
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.reference.kinds import layer_kinds


def chosen(kind, *names, **typed):
    fields = [(name, "String") for name in names] + list(typed.items())
    return {entry.target: entry.field for entry in propose_mapping(kind, fields).fields if entry.field}


def confidence(kind, target, *names):
    return propose_mapping(kind, [(name, "String") for name in names]).of(target).confidence


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
    assert "bridge" not in chosen("streets", bridge="Date")


def test_yes_and_no_may_be_numbers():
    """Shape files and ArcGIS have no other way to say it."""
    found = chosen("pretest_areas", unfit_network="Integer", ungeeignet_wasserstoffnetz="Integer64")
    assert found["unfit_network"] == "unfit_network"
    assert found["unfit_hydrogen"] == "ungeeignet_wasserstoffnetz"


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
    "entry",
    [
        3,
        [],
        {},
        {"feld": "x"},
        {"factor": 2},
        {"field": "x", "factor": "tausend"},
        {"field": "x", "factor": 0},
    ],
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


def test_another_delivery_may_differ_in_upper_and_lower_case():
    fields = [("STRNAME", "String"), ("Art", "String"), ("art", "String")]
    given = Mapping.from_json('{"name": "strname", "street_class": "art"}')
    mapping = complete_mapping(given, "streets", fields)
    assert (mapping.of("name").field, mapping.of("street_class").field) == ("STRNAME", "art")
    assert mapping.of("name").confidence is Confidence.GIVEN
    assert (
        complete_mapping(Mapping.from_json('{"street_class": "ART"}'), "streets", fields)
        .of("street_class")
        .field
        == "Art"
    )


def test_the_users_words_take_the_place_of_the_sources():
    source = pd.Series(["Stufe 1", "stufe_2", None, "x"], dtype=object)
    made = replaced(source, {"STUFE 1": "likely", "Stufe 2": 3})
    assert made.tolist() == ["likely", 3, None, "x"]
    assert replaced(pd.Series([1.0, 10.0]), {"1": "a"}).tolist() == ["a", 10.0]
    assert replaced(source, {}) is source
