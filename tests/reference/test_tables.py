"""The tables of facts are whole and agree with each other."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import columns, layers_with_columns
from enact_plugin.reference.density_classes import Measure, breaks, density_class, density_classes
from enact_plugin.reference.kind_rules import BoundaryRule, GateRule, Purpose, kind_rules
from enact_plugin.reference.kinds import kind_of_layer, layer_kind, layer_kinds
from enact_plugin.reference.spelling import compact, words
from enact_plugin.reference.tables import RESOURCES, rows
from enact_plugin.reference.units import factor, printed_unit, split_unit, unit_range, units
from enact_plugin.reference.value_aliases import aliases
from enact_plugin.reference.values import values

KINDS = layer_kinds()
GROUPS = {
    "Anlagen",
    "Anlagen ohne Lage",
    "Gebäude",
    "Wärmeplanung",
    "Wärmeanalyse",
    "Netze",
    "Wärmenetze",
    "Statistik",
    "Grundlagen",
}
# their sources, or the layers they are made from, are known to the loader
KNOW_THEIR_SOURCES = {
    "loadplants", "loadbuildings", "loadcensus", "plantstatistics", "plantchanges", "feedingplants",
    "buildingstock", "heatdemand", "buildingblocks", "streetsections", "heatdensity", "heatlinedensity",
    "suitability", "energybalance", "scenario", "networkproposal", "networksizing",
    "networksupply", "networkcost", "networkvariants", "networkproject",
}  # fmt: skip
LOADERS = {*KNOW_THEIR_SOURCES, "loadlayer", "loadconsumption", "loadheaters"}
# classes DESIGN names for import and export; a class may be served by several layers, one per topic
XWAERMEPLAN = {
    "WP_EnergieBaublock",
    "WP_GebaeudeBaublock",
    "WP_Waermeliniendichte",
    "WP_WaermeNetzAbschnitt",
    "WP_GasNetzBaublock",
    "WP_Waermeerzeugungsanlage",
    "WP_GasErzeugung",
    "WP_WaermeSpeicher",
    "WP_Grossverbraucher",
    "WP_PotenzialWaermeNutzung",
    "WP_PotenzialWaermeSpeicherung",
    "WP_PotenzialEnergieEinsparung",
    "WP_Ausschlussgebiet",
    "WP_Eignungspruefung",
    "WP_EnergieEinspargebiet",
    "WP_Waermeversorgungsgebiet2030",
    "WP_Waermeversorgungsgebiet2035",
    "WP_Waermeversorgungsgebiet2040",
    "WP_WaermeversorgungsgebietZieljahr",
}
# the longest suffix counts; energies may be per year or not
SUFFIX_UNITS = {
    "_kwh_m": {"kWh/(m·a)"},
    "_mwh_ha": {"MWh/(ha·a)"},
    "_kwh_m2": {"kWh/(m²·a)"},
    "_kwh_a": {"kWh/a"},
    "_mwh_a": {"MWh/a"},
    "_kwh": {"kWh", "kWh/a"},
    "_mwh": {"MWh", "MWh/a"},
    "_kw": {"kW"},
    "_m2": {"m²"},
    "_ha": {"ha"},
    "_km2": {"km²"},
    "_m": {"m"},
    "_mm": {"mm"},
    "_c": {"°C"},
    "_deg": {"°"},
    "_percent": {"%"},
    "_l_s": {"l/s"},
    "_w_m": {"W/m"},
    "_t_mwh": {"t CO₂e/MWh"},
    "_t_a": {"t CO₂e/a"},
    "_eur": {"EUR"},
    "_eur_a": {"EUR/a"},
    "_ct_kwh": {"ct/kWh"},
}
# layers whose rows in columns.csv are about sources of any form; the others have loaders that know their sources
PLAIN = [kind for kind in KINDS if kind.loader not in KNOW_THEIR_SOURCES]


def by_name(items):
    return pytest.mark.parametrize("kind", items, ids=lambda kind: kind.kind)


def test_each_kind_and_each_table_is_there_once():
    assert [name for name, count in Counter(kind.kind for kind in KINDS).items() if count > 1] == []
    assert [name for name, count in Counter(kind.layer for kind in KINDS).items() if count > 1] == []


@by_name(KINDS)
def test_kind_is_complete(kind):
    assert kind.title_de
    assert kind.title_en
    assert kind.group_de in GROUPS
    assert kind.loader in LOADERS
    assert kind.geometry in ("point", "line", "polygon", "none")
    assert (kind.style == "") == (kind.geometry == "none")


@by_name(KINDS)
def test_key_and_mandatory_columns_are_columns_of_the_layer(kind):
    names = [column.name for column in columns(kind.layer)]
    assert kind.key in names
    rules = kind_rules(kind.kind)
    assert {name for group in rules.required for name in group} <= set(names)
    assert rules.slice == "" or rules.slice in names


@by_name(KINDS)
def test_purpose_and_gate_are_of_the_fixed_sets(kind):
    purpose, gate = Purpose(kind.purpose), GateRule(kind.gate_rule)
    column_purposes = {Purpose(column.purpose) for column in columns(kind.layer)}
    # a layer is bound as tightly as the tightest of its columns, and no tighter
    assert (purpose is Purpose.WPG) == (Purpose.WPG in column_purposes)
    if any(column.personal and not column.personal_if_unlocated for column in columns(kind.layer)):
        assert gate in (GateRule.MIN5_DOMINANCE, GateRule.NEVER)


@by_name(KINDS)
def test_what_is_bound_to_the_plan_does_not_pass_as_public(kind):
    purpose, gate = Purpose(kind.purpose), GateRule(kind.gate_rule)
    if gate in (GateRule.PUBLIC, GateRule.OPT_OUT):
        assert purpose is Purpose.PUBLIC
    if gate in (GateRule.PLAN_ONLY, GateRule.PER_BLOCK_ONLY, GateRule.NEVER):
        assert purpose is Purpose.WPG


def test_the_name_of_a_unit_may_be_that_of_a_person_where_it_has_no_place():
    (name,) = [column for column in columns("plants") if column.personal]
    assert (name.name, name.personal_if_unlocated) == ("name", True)


@by_name(PLAIN)
def test_boundary_rule_suits_the_geometry(kind):
    rule = kind_rules(kind.kind).boundary
    allowed = {
        "point": {BoundaryRule.WITHIN},
        "line": {BoundaryRule.TOUCHING, BoundaryRule.CLIP},
        "polygon": {
            BoundaryRule.TOUCHING,
            BoundaryRule.MAJORITY,
            BoundaryRule.CLIP,
            BoundaryRule.SELECT,
        },
        "none": {BoundaryRule.NONE},
    }
    assert rule in allowed[kind.geometry]


def test_restricted_sites_are_never_published():
    assert layer_kind("restricted_sites").gate_rule == "never"


def test_gas_networks_are_areas_and_published_per_block_only():
    gas = layer_kind("gas_blocks")
    assert (gas.geometry, gas.gate_rule) == ("polygon", "per_block_only")


def test_no_class_of_xwaermeplan_is_forgotten():
    served = {name for kind in KINDS for name in kind_rules(kind.kind).xwaermeplan}
    assert served >= XWAERMEPLAN


def test_each_map_of_annex_2_has_its_layer():
    cited = {kind_rules(kind.kind).wpg for kind in KINDS}
    for number in (1, 2, 3, 4, 5, 6, 7, "8 a", "8 b", "8 c", 9, 10, 11):
        assert any(f"Anlage 2 I.2.{number}" == text for text in cited), number
    for part in ("II", "IV", "V"):
        assert any(text.endswith(f"Anlage 2 {part}") for text in cited), part


def test_unknown_kind_names_the_known_ones():
    with pytest.raises(EnactError) as raised:
        kind_rules("strassen")
    assert raised.value.code == "layer_kind_unknown"
    assert "streets" in raised.value.params["kinds"]


def test_kind_of_a_table_is_found():
    assert kind_of_layer("heatplan_gas_blocks").kind == "gas_blocks"
    assert kind_of_layer("no_such_table") is None


# ---- columns


ALL_COLUMNS = [column for layer in layers_with_columns() for column in columns(layer)]


def test_no_column_stands_twice_in_a_layer():
    count = Counter((column.layer, column.name) for column in ALL_COLUMNS)
    assert [key for key, number in count.items() if number > 1] == []


def test_columns_are_of_known_layers_and_fully_described():
    known = {kind.layer for kind in KINDS}
    # layers of the gate are in no workspace
    unknown = {layer for layer in layers_with_columns() if not layer.startswith("public_")} - known
    # tables that no loader fills from a source of the user's choice may come without a kind
    assert unknown <= {"building_mixture", "gas_plants"}
    for column in ALL_COLUMNS:
        assert column.alias_de, column
        assert column.alias_en, column
        assert set(column.origin) <= {"measured", "modelled", "public"}, column
        assert column.origin, column
        assert Purpose(column.purpose), column


def test_every_list_a_column_names_exists():
    lists = {row["list"] for row in rows("values")}
    assert {column.values for column in ALL_COLUMNS if column.values} <= lists


def test_the_name_tells_the_unit():
    wrong = []
    for column in ALL_COLUMNS:
        suffix = max((s for s in SUFFIX_UNITS if column.name.endswith(s)), key=len, default=None)
        if suffix and column.type.value in ("real", "integer") and column.unit not in SUFFIX_UNITS[suffix]:
            wrong.append((column.layer, column.name, column.unit))
    assert wrong == []


def test_columns_of_plain_layers_with_a_unit_carry_it_in_their_name():
    layers = {kind.layer for kind in PLAIN}
    bare = [
        (column.layer, column.name)
        for column in ALL_COLUMNS
        if column.layer in layers and column.unit and not any(column.name.endswith(s) for s in SUFFIX_UNITS)
    ]
    assert bare == []


def test_every_unit_that_is_scaled_is_in_the_table():
    layers = {kind.layer for kind in PLAIN}
    printed = {column.unit for column in ALL_COLUMNS if column.layer in layers and column.unit}
    assert {unit for unit in printed if printed_unit(unit) is None} <= {"W/m"}


def test_no_known_name_fills_two_columns_unless_meant():
    meant = {("addresses", name) for name in ("lagebeztxt", "lagebezeichnung", "adresse", "anschrift")}
    meant.add(("consumption", "jahr"))  # one year is the first and the last
    twice = set()
    for kind in PLAIN:
        owners: dict[str, set[str]] = {}
        for column in columns(kind.layer):
            for text in (column.name, *column.recognised):
                owners.setdefault(compact(text.partition("*")[0]), set()).add(column.name)
        twice |= {(kind.layer, name) for name, found in owners.items() if len(found) > 1}
    assert twice == meant


def test_known_names_are_lower_case():
    for row in rows("columns"):
        assert row["recognised"] == row["recognised"].lower(), (row["layer"], row["name"])


def test_business_and_personal_data_is_bound_to_the_plan():
    for layer in (
        "consumption",
        "consumption_unmatched",
        "heaters",
        "heatplan_large_consumers",
        "potentials_waste_heat",
        "heatplan_gas_blocks",
    ):
        assert {column.purpose for column in columns(layer)} == {"wpg"}
    assert [c.name for c in columns("consumption") if c.personal] == [
        "address_group", "consumption_kwh_a", "consumption_1_kwh_a", "consumption_2_kwh_a", "consumption_3_kwh_a",
        "consumption_corrected_kwh_a",
    ]  # fmt: skip
    assert [c.name for c in columns("consumption_unmatched") if c.personal] == ["text", "suggestion"]


# ---- values


def test_codes_are_unique_in_their_list_and_labelled():
    count = Counter((row["list"], row["code"]) for row in rows("values"))
    assert [key for key, number in count.items() if number > 1] == []
    assert all(row["label_de"] and row["label_en"] for row in rows("values"))


def test_groups_within_a_list_differ_from_typing_errors():
    # a group of a list of mine names either a topic that several codes share or another code of the list
    for name in ("supply_kind", "heat_store_kind", "plan_age_class", "exclusion_kind", "landuse_kind"):
        listed = values(name)
        sizes = Counter(value.group for value in listed if value.group)
        codes = {value.code for value in listed}
        assert [group for group, size in sizes.items() if size == 1 and group not in codes] == []


def test_every_alias_leads_to_a_code_of_its_list():
    lists = {row["list"] for row in rows("value_aliases")} - {"boolean"}
    for name in lists:
        codes = {value.code for value in values(name)}
        wrong = {
            row["alias"] for row in rows("value_aliases") if row["list"] == name and row["code"] not in codes
        }
        assert codes, name
        assert wrong == set(), name


def test_no_way_of_writing_has_two_meanings():
    clashes = []
    for name in {row["list"] for row in rows("value_aliases")}:
        said: dict[str, set[str]] = {}
        for row in rows("value_aliases"):
            if row["list"] == name:
                said.setdefault(compact(row["alias"]), set()).add(row["code"])
        for value in values(name):
            for text in (value.code, value.label_de):
                said.setdefault(compact(text), set()).add(value.code)
        clashes += [(name, text, codes) for text, codes in said.items() if len(codes) > 1]
    assert clashes == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        # XWärmeplan 0.9: WP_WaermeversorgungsgebietTyp, WP_Eignungsstufe, WP_EnergieTraeger, WP_Baualtersklasse
        ("supply_kind", "10001", "network_densify"),
        ("supply_kind", "Wärmenetzausbaugebiet", "network_extend"),
        ("suitability", "SehrWahrscheinlichUngeeignet", "very_unlikely"),
        ("suitability", "5000", "not_applicable"),
        ("heat_carrier", "73002", "surface_water"),
        ("heat_carrier", "Fernwärme", "heat_network"),
        ("plan_age_class", "40003", "2016_2029"),
        ("plan_age_class", "1919 - 1948", "1919_1948"),
        ("exclusion_kind", "FFH-Gebiet", "ffh"),
        ("street_class", "secondary_link", "secondary"),
        ("landuse_kind", "41001", "residential"),
        ("boolean", "Ja", "true"),
    ],
)
def test_what_sources_write_leads_to_our_code(name, text, code):
    assert aliases(name)[compact(text)] == code


def test_the_classes_of_suitability_are_those_of_the_act():
    assert [value.label_de for value in values("suitability")[:4]] == [
        "sehr wahrscheinlich geeignet",
        "wahrscheinlich geeignet",
        "wahrscheinlich ungeeignet",
        "sehr wahrscheinlich ungeeignet",
    ]


# ---- units and classes


def test_spelling_is_one():
    assert words("Wärmemenge pro Jahr (in kWh/a)") == "waermemenge_pro_jahr_in_kwh_a"
    assert compact("eignung_Wärmenetz") == compact("EignungWaermenetz")


@pytest.mark.parametrize(
    ("name", "base", "target", "times"),
    [
        ("WLD_MWh_m", "wld", "kWh/(m·a)", 1000),  # 1 MWh/(m·a) = 1000 kWh/(m·a)
        ("dichte_kwh_m2", "dichte", "MWh/(ha·a)", 10),  # 1 kWh/m² = 10,000 kWh/ha = 10 MWh/ha
        ("Abwärme (in GWh/a)", "abwaerme", "MWh/a", 1000),
        ("Wärmemenge pro Jahr (in kWh/a)", "waermemenge_pro_jahr", "MWh/a", 0.001),
        ("Leistung [MW]", "leistung", "kW", 1000),
        ("fläche_ha", "flaeche", "m²", 10000),
        ("abfluss_m3_s", "abfluss", "l/s", 1000),
    ],
)
def test_the_unit_in_a_name_gives_the_factor(name, base, target, times):
    found, unit = split_unit(name)
    assert found == base
    assert factor(unit, target) == pytest.approx(times)


def test_a_unit_of_another_dimension_gives_no_factor():
    _, unit = split_unit("leistung_kw")
    assert factor(unit, "MWh/a") is None


def test_a_name_without_unit_stays_whole():
    assert split_unit("Bemerkung") == ("bemerkung", None)


def test_unit_tokens_are_unique():
    assert len({unit.token for unit in units()}) == len(units())


def test_unit_ranges_are_of_columns_that_exist():
    for row in rows("unit_ranges"):
        column = next(c for c in columns(row["layer"]) if c.name == row["column"])
        assert column.unit
        limits = unit_range(row["layer"], row["column"])
        assert 0 < limits.low < limits.high


@pytest.mark.parametrize(
    ("measure", "limits"),
    [(Measure.BLOCK, (70, 175, 415, 1050)), (Measure.SECTION, (500, 700, 1500, 2000, 3000))],
)
def test_density_classes_join_without_gap(measure, limits):
    classes = density_classes(measure)
    assert breaks(measure) == limits
    assert all(lower.high == upper.low for lower, upper in pairwise(classes))
    assert (classes[0].low, classes[-1].high) == (0, None)
    assert all(c.source for c in classes)


def test_a_limit_belongs_to_the_class_above_it():
    assert density_class(Measure.BLOCK, 415).low == 415
    assert density_class(Measure.BLOCK, 414.9).high == 415
    assert density_class(Measure.SECTION, 0).high == 500
    assert density_class(Measure.SECTION, 99_999).high is None


def test_the_map_shows_the_same_classes():
    shown = {"heat_density": Measure.BLOCK, "line_density": Measure.SECTION}
    for name, measure in shown.items():
        limits = [float(row["high"]) for row in rows("map_classes") if row["list"] == name and row["high"]]
        assert tuple(limits) == breaks(measure)


def test_every_table_is_utf8_without_ragged_rows():
    for path in sorted((RESOURCES / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
        assert {len(line) for line in lines} == {len(lines[0])}, path.name
