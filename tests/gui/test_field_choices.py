"""The table of fields without any widget: what is proposed, remembered, changed, needed, and handed on."""

from __future__ import annotations

import json

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import Mapping
from enact_plugin.gui.field_choices import (
    BUILDINGS,
    Origin,
    field_table,
    mappable,
    parse_constant,
    parse_number,
    show_constant,
    show_number,
)
from enact_plugin.gui.source_facts import SourceFacts
from enact_plugin.reference.columns import columns
from enact_plugin.reference.kinds import layer_kinds
from enact_plugin.stock.mapped import TARGETS

STREETS = (("STRNAME", "String"), ("BEZ", "String"), ("belag", "String"))
ZONES = (("WVG_X", "String"), ("NAME", "String"), ("BEDARF_GWH", "Real"), ("JAHRESZAHL", "Integer"))


def column(layer: str, name: str):
    return next(each for each in columns(layer) if each.name == name)


def test_a_source_is_proposed_by_its_names():
    table = field_table("streets", STREETS)
    assert table.row("name").entry.field == "STRNAME"
    assert table.row("name").origin is Origin.PROPOSED
    assert table.row("bridge").origin is Origin.NONE
    assert table.unused() == ("BEZ",)


def test_what_the_workspace_remembers_comes_before_the_proposal_and_what_was_chosen_before_both():
    remembered = json.dumps({"name": "BEZ", "surface": None})
    table = field_table("streets", STREETS, remembered=remembered)
    assert (table.row("name").entry.field, table.row("name").origin) == ("BEZ", Origin.REMEMBERED)
    assert table.row("surface").entry.is_empty  # remembered as left empty, though a field is proposed
    table = field_table("streets", STREETS, json.dumps({"name": "BELAG"}), remembered)
    assert (table.row("name").entry.field, table.row("name").origin) == ("belag", Origin.GIVEN)


@pytest.mark.parametrize("kind", ["streets", BUILDINGS])
def test_a_column_the_person_left_empty_is_not_brought_back_by_what_is_remembered(kind):
    fields = STREETS if kind == "streets" else (("nutz", "String"), ("etg", "Integer"))
    column, field, empty = ("surface", "BEZ", "name") if kind == "streets" else ("use", "nutz", "storeys")
    given = json.dumps({column: field, **({empty: None} if kind == "streets" else {})})
    remembered = json.dumps({column: field, empty: fields[0][0]})
    table = field_table(kind, fields, given, remembered)
    assert table.row(empty).entry.is_empty
    assert table.row(column).entry.field == field
    # nothing was said yet: what is remembered counts, as in the loader
    assert field_table(kind, fields, "{}", remembered).row(empty).entry.field == fields[0][0]


def test_a_mapping_of_another_file_gives_way_where_its_field_is_not_there():
    table = field_table("streets", STREETS, json.dumps({"name": "LANGNAME"}))
    assert (table.row("name").entry.field, table.row("name").origin) == ("STRNAME", Origin.PROPOSED)


def test_a_change_is_handed_on_with_all_the_rest():
    table = field_table("streets", STREETS).with_field("name", "BEZ").with_field("surface", "")
    said = json.loads(table.to_json())
    assert (said["name"], said["surface"]) == ("BEZ", None)
    assert table.row("name").origin is Origin.GIVEN
    assert field_table("streets", STREETS, table.to_json()).to_json() == table.to_json()


def test_choosing_what_is_proposed_takes_its_factor_along():
    table = field_table("supply_areas", ZONES, json.dumps({"demand_mwh_a": None}))
    unit = field_table("supply_areas", (("waermebedarf_gwh", "Real"), *ZONES))
    assert table.row("demand_mwh_a").entry.is_empty
    again = unit.with_field("demand_mwh_a", "").with_field("demand_mwh_a", "waermebedarf_gwh")
    assert again.row("demand_mwh_a").entry.factor == 1000  # 1 GWh = 1000 MWh


def test_a_factor_and_a_fixed_value_are_typed_as_germans_write_them():
    table = field_table("supply_areas", ZONES).with_field("demand_mwh_a", "BEDARF_GWH")
    table = table.with_factor("demand_mwh_a", "1000,5").with_constant("year", "2035")
    table = table.with_constant("supply_kind", "network")
    said = json.loads(table.to_json())
    assert said["demand_mwh_a"] == {"field": "BEDARF_GWH", "factor": 1000.5}
    assert said["year"] == {"value": 2035}
    assert said["supply_kind"] == {"value": "network"}
    assert table.with_factor("demand_mwh_a", "").row("demand_mwh_a").entry.factor == 1


@pytest.mark.parametrize("text", ["x", "0", "1.2.3", "nan,", "1e999"])
def test_what_is_no_factor_is_refused(text):
    table = field_table("supply_areas", ZONES).with_field("demand_mwh_a", "BEDARF_GWH")
    with pytest.raises(EnactError) as caught:
        table.with_factor("demand_mwh_a", text)
    assert caught.value.code == "field_factor_invalid"


@pytest.mark.parametrize(
    ("layer", "name", "text", "value"),
    [
        ("supply_areas", "year", "2035", 2035),
        ("supply_areas", "demand_mwh_a", "12,5", 12.5),
        ("supply_areas", "supply_kind", "network", "network"),
        ("streets", "bridge", "Ja", True),
        ("streets", "bridge", "no", False),
        ("streets", "name", " Am Markt ", "Am Markt"),
        ("population", "date", "2026-08-31", "2026-08-31"),
    ],
)
def test_a_fixed_value_becomes_what_the_column_takes(layer, name, text, value):
    assert parse_constant(text, column(layer, name)) == value


def test_a_label_is_as_good_as_its_code_and_is_what_is_shown():
    kind = column("supply_areas", "supply_kind")
    label = show_constant("network", kind)
    assert label != "network"
    assert parse_constant(label, kind) == "network"
    assert show_constant(True, column("streets", "bridge")) == "ja"
    assert show_constant(12.5, column("supply_areas", "demand_mwh_a")) == "12,5"


@pytest.mark.parametrize(
    ("layer", "name", "text"),
    [
        ("supply_areas", "year", "2035,5"),
        ("supply_areas", "year", ""),
        ("supply_areas", "supply_kind", "Dampf"),
        ("streets", "bridge", "vielleicht"),
        ("population", "date", "31.8.2026"),
    ],
)
def test_a_fixed_value_that_does_not_fit_is_refused(layer, name, text):
    with pytest.raises(EnactError) as caught:
        parse_constant(text, column(layer, name))
    assert caught.value.code == "field_constant_invalid"


def test_what_is_needed_is_named_until_it_is_there():
    fields = (("a", "String"),)
    table = field_table("supply_areas", fields)
    assert table.lacking() == (("supply_kind",),)
    assert table.row("supply_kind").required
    assert table.with_field("supply_kind", "a").lacking() == ()
    table = field_table("potential_saving", (("a", "Real"),))
    assert table.lacking() == (("saving_mwh_a", "saving_percent"),)
    assert table.row("saving_percent").one_of == ("saving_mwh_a", "saving_percent")
    assert table.with_field("saving_percent", "a").lacking() == ()


def test_a_table_of_nothing_is_no_mapping():
    assert field_table("streets", (("xyz", "String"),)).to_json() == ""


def test_values_translated_in_the_json_survive_the_dialog():
    given = {"supply_kind": {"field": "WVG_X", "values": {"Netz": "network"}}}
    table = field_table("supply_areas", ZONES, json.dumps(given))
    assert json.loads(table.to_json())["supply_kind"] == given["supply_kind"]


# ---- buildings


def test_the_table_of_buildings_offers_what_their_reader_takes():
    assert {each.name for each in mappable(BUILDINGS)} == set(TARGETS)


def test_buildings_name_only_what_is_filled():
    fields = (("NUTZUNG", "String"), ("HOEHE_CM", "Real"))
    table = field_table(BUILDINGS, fields).with_field("height_m", "HOEHE_CM").with_factor("height_m", "0,01")
    assert json.loads(table.to_json()) == {
        "use": "NUTZUNG",
        "height_m": {"field": "HOEHE_CM", "factor": 0.01},
    }
    # and what a remembered mapping does not name stays empty, as when it is loaded
    again = field_table(BUILDINGS, fields, remembered='{"height_m": "HOEHE_CM"}')
    assert again.row("use").entry.is_empty


# ---- all kinds


@pytest.mark.parametrize("kind", [kind.kind for kind in layer_kinds() if kind.loader == "loadlayer"])
def test_every_kind_has_a_table_that_its_loader_reads_back(kind):
    fields = tuple((each.name, "String") for each in mappable(kind))
    table = field_table(kind, fields)
    assert table.rows
    assert table.lacking() == ()
    assert {entry.target for entry in Mapping.from_json(table.to_json()).fields} == {
        each.name for each in mappable(kind)
    }


# ---- small things


@pytest.mark.parametrize(("text", "number"), [("1000", 1000), ("0,001", 0.001), (" 1.5 ", 1.5), ("x", None)])
def test_numbers_with_comma_or_point(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.000,5", 1000.5),
        ("1 000", 1000),
        ("1.000.000", 1e6),
        ("1,1250", 1.125),
        ("nan", None),
        ("5 kWh", None),
    ],
)
def test_numbers_are_read_as_in_sources(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "whole", "fraction"), [("1.000", "1000", "1.0000"), ("1,125", "1125", "1,1250")]
)
def test_a_number_that_can_mean_two_is_refused_with_both(text, whole, fraction):
    table = field_table("supply_areas", ZONES).with_field("demand_mwh_a", "BEDARF_GWH")
    for call in (table.with_factor, table.with_constant):
        with pytest.raises(EnactError) as caught:
            call("demand_mwh_a", text)
        assert caught.value.code == "field_number_ambiguous"
        assert (caught.value.params["whole"], caught.value.params["fraction"]) == (whole, fraction)
    # both ways out are clear
    assert [parse_number(way) for way in (whole, fraction)] == [
        float(whole),
        float(fraction.replace(",", ".")),
    ]


def test_numbers_are_shown_without_needless_zeros():
    assert [show_number(number) for number in (1000.0, 0.001, 3.6)] == ["1000", "0,001", "3,6"]


def test_facts_travel_as_one_item():
    facts = SourceFacts('{"name": "BEZ"}', "ODbL-1.0", "", "2026-08-31")
    item = facts.as_item()
    assert item == {"mapping": {"name": "BEZ"}, "licence": "ODbL-1.0", "state_date": "2026-08-31"}
    assert SourceFacts.from_item(item) == facts
    assert not SourceFacts.from_item({"kind": "rail"})
