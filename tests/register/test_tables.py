"""The register's tables agree with the plant table and the lists of values."""

from collections import Counter

import pytest

from enact_plugin.reference.columns import columns
from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values
from enact_plugin.register.figures.areas import EXISTING
from enact_plugin.register.labels import CODED, UNKNOWN, label_of_id, labelled_columns
from enact_plugin.register.plausibility import PLUG_IN_ID
from enact_plugin.register.raw import NOT_DELIVERED, delivered_columns


@pytest.mark.parametrize(
    ("table", "layers"),
    [
        ("mastr_csv_columns", ["plants"]),
        ("mastr_json_fields", ["plants"]),
        ("mastr_open_mastr_columns", ["plants"]),
        ("mastr_open_mastr_gas", ["gas_plants"]),
        ("mastr_gas_fields", ["gas_plants"]),
        ("mastr_labels", ["plants", "gas_plants"]),
    ],
)
def test_every_row_means_a_column_there_is(table, layers):
    meant = {row["column"] for row in rows(table)} - {""}
    assert meant <= {name for layer in layers for name in delivered_columns(layer)}


@pytest.mark.parametrize(
    ("table", "name", "layer"),
    [
        ("mastr_csv_columns", "heading", "plants"),
        ("mastr_json_fields", "field", "plants"),
        ("mastr_open_mastr_columns", "column_there", "plants"),
        ("mastr_open_mastr_gas", "column_there", "gas_plants"),
        ("mastr_gas_fields", "field", "gas_plants"),
    ],
)
def test_every_way_delivers_every_column_and_names_none_twice(table, name, layer):
    named = Counter(row[name].casefold() for row in rows(table))
    assert max(named.values()) == 1
    meant = {row["column"] for row in rows(table)}
    assert {column.name for column in columns(layer)} - meant <= set(NOT_DELIVERED)


def test_columns_of_numbers_say_how_they_are_written():
    delivered = [column for column in columns("plants") if column.name not in NOT_DELIVERED]
    numbers = {column.name for column in delivered if column.type.value in ("real", "integer")}
    written = {row["column"]: row["numbers"] for row in rows("mastr_csv_columns") if row["numbers"]}
    assert set(written) == numbers | {"latitude", "longitude"}
    assert set(written.values()) == {"main", "chp", "coordinate"}


def test_codes_of_carrier_and_status_stand_in_the_lists():
    assert set(CODED) <= set(labelled_columns())
    for column, list_ in (("carrier", "carrier"), ("status", "plant_status")):
        codes = {value.code for value in values(list_)}
        assert {row["value"] for row in rows("mastr_labels") if row["column"] == column} | {UNKNOWN} == codes
    assert set(EXISTING) <= {value.code for value in values("plant_status")}


def test_the_list_with_all_carriers_is_the_list_of_carriers_and_all():
    assert [value.code for value in values("carrier_or_all")] == [
        "all",
        *(value.code for value in values("carrier")),
    ]


def test_no_word_and_no_number_means_two_things():
    for name in ("text", "id"):
        named = Counter((row["column"], row[name].casefold()) for row in rows("mastr_labels") if row[name])
        assert [key for key, count in named.items() if count > 1] == []


def test_plug_in_devices_are_known_by_their_number():
    assert label_of_id("site", PLUG_IN_ID) == "Steckerfertige Solaranlage"
