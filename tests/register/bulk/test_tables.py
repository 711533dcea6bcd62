"""The export's fields as our table knows them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

import pandas as pd
import pytest

from enact_plugin.reference.columns import columns
from enact_plugin.reference.tables import rows
from enact_plugin.register.bulk.tables import (
    ELECTRICITY,
    GAS,
    OPERATORS,
    element_of,
    elements,
    renamed,
    spelled,
)
from enact_plugin.register.raw import NOT_DELIVERED, delivered_columns

OF_OTHER_TABLES = {
    "plants": {
        "chp_electric_kw",
        "chp_thermal_kw",
        "chp_commissioned",
        "storage_kwh",
        "eeg_commissioned",
        "eeg_kw",
    },
    "gas_plants": {"kind"},
}
OF_PLACES = {
    "plants": {"voltage", "grid_operator_id", "operator_kind"},
    "gas_plants": {"grid_operator_id", "operator_kind"},
}
XSD = "{http://www.w3.org/2001/XMLSchema}"


def test_no_element_is_named_twice_in_a_table():
    named = Counter((row["table"], row["element"].casefold()) for row in rows("mastr_bulk_fields"))
    assert max(named.values()) == 1


@pytest.mark.parametrize(("layer", "tables"), [("plants", ELECTRICITY), ("gas_plants", GAS)])
def test_the_units_tables_deliver_every_column(layer, tables):
    meant = set(spelled(tables))
    wanted = {column.name for column in columns(layer)} - set(NOT_DELIVERED)
    assert wanted - meant == OF_OTHER_TABLES[layer] | OF_PLACES[layer]
    assert meant - set(delivered_columns(layer)) <= {"system_status", "storage_id"}


def test_every_element_of_the_official_schema_is_known(real_data):
    for table in {*(row["table"] for row in rows("register_tables"))} & {
        *ELECTRICITY, *GAS, "AnlagenKwk", "AnlagenStromSpeicher", "AnlagenGasSpeicher", "Lokationen",
        "Netzanschlusspunkte", "AnlagenEegSolar", "AnlagenEegWind", "AnlagenEegWasser", "AnlagenEegBiomasse",
        "AnlagenEegGeothermieGrubengasDruckentspannung", "AnlagenEegSpeicher", "Katalogwerte",
    }:  # fmt: skip
        schema = ET.parse(real_data / "mastr" / "schema" / "xsd_26.1" / f"{table}.xsd")
        official = {element.get("name") for element in list(schema.iter(f"{XSD}element"))[2:]}
        frame = pd.DataFrame(columns=sorted(official), dtype=object)
        assert renamed(table, frame)[1] == (), table


def test_of_operators_only_number_and_kind_have_a_column():
    assert set(filter(None, elements(OPERATORS).values())) == {"operator_id", "operator_kind", "updated"}
    given = pd.DataFrame(
        {"MastrNummer": ["ABR1"], "Firmenname": ["X"], "MarktakteurNachname": ["Y"]}, dtype=object
    )
    frame, unknown = renamed(OPERATORS, given)
    assert unknown == ()
    assert set(frame.columns) == {"operator_id", "operator_kind", "updated"}


def test_old_and_new_names_mean_the_same_column():
    frame = pd.DataFrame(
        {"Lage": ["852", None, "853"], "ArtDerSolaranlage": [None, "853", None]}, dtype=object
    )
    assert renamed("EinheitenSolar", frame)[0]["site"].tolist() == ["852", "853", "853"]


def test_an_element_no_table_has_is_an_error_of_ours():
    with pytest.raises(KeyError):
        element_of("Lokationen", "gross_kw")
