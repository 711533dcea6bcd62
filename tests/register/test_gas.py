from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from enact_plugin.errors import EnactError, Severity
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register.gas import LAYER, gas_table, no_gas_units, read_gas_json
from enact_plugin.register.raw import RawGas, RawUnits, source_of

TODAY = date(2026, 8, 1)
LEIPZIG = "14713000"
DTYPES = {ColumnType.TEXT: "object", ColumnType.REAL: "float64", ColumnType.DATE: "datetime64[ns]"}


def gas_unit(number=1, **values):
    """Values of a biomethane plant as readers deliver them."""
    return {
        "mastr_id": f"GEE9{number:011d}",
        "name": f"Biomethan {number}",
        "kind": "producer",
        "technology": "825",
        "status": "35",
        "power_kw": 3500.0,
        "commissioned": pd.Timestamp(2012, 5, 1),
        "ags": LEIPZIG,
        "postcode": "04109",
        "latitude": 51.34,
        "longitude": 12.37,
        "operator_id": "ABR900000000001",
        "operator_kind": "517",
        "updated": pd.Timestamp(2026, 1, 31),
        **values,
    }


def store(number=1, **values):
    return gas_unit(
        number,
        **{
            "name": f"Speicher {number}",
            "kind": "storage",
            "technology": "658",
            "power_kw": np.nan,
            "working_gas_kwh": 2.2e9,
            "injection_kw": 1.0e6,
            "withdrawal_kw": 2.0e6,
            "calorific_kwh_m3": 11.2,
            "storage_id": "GSE900000000001",
            **values,
        },
    )


def raw(*units):
    frame = pd.DataFrame(list(units))
    return RawGas(frame, source_of("Test", None), "gas.xml", pd.DataFrame(index=frame.index))


def balanced(outcome):
    return outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


def test_columns_and_types_are_those_of_the_layer():
    frame = gas_table(raw(gas_unit(), store(2)), today=TODAY).frame
    expected = {column.name: DTYPES[column.type] for column in columns(LAYER)}
    assert {name: str(kind) for name, kind in frame.drop(columns="geometry").dtypes.items()} == expected
    assert frame.crs.to_epsg() == 4326


def test_a_producer_and_a_store_by_hand():
    """2.2 TWh at 11.2 kWh/m³ are 196 million m³; injected at 1 GW it takes 2,200 h to fill."""
    outcome = gas_table(raw(gas_unit(1), store(2)), LEIPZIG, today=TODAY)
    producer, kept = (outcome.frame.iloc[number] for number in (0, 1))
    assert (producer["kind"], producer["technology"]) == ("producer", "Biomethan-Erzeugung")
    assert (producer["status"], producer["power_kw"]) == ("in_operation", 3500.0)
    assert (producer["operator_kind"], producer["municipality"]) == ("organisation", "Leipzig")
    assert (producer.geometry.x, producer.geometry.y) == (12.37, 51.34)
    assert (kept["kind"], kept["technology"]) == ("storage", "Kavernenspeicher")
    assert kept["working_gas_kwh"] / kept["calorific_kwh_m3"] == pytest.approx(196.4e6, rel=1e-3)
    assert kept["working_gas_kwh"] / kept["injection_kw"] == pytest.approx(2200)
    assert kept["storage_id"] == "GSE900000000001"
    assert not outcome.findings


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("824", "Förderung fossilen Erdgases"),
        ("825", "Biomethan-Erzeugung"),
        ("826", "Power-to-Gas (Wasserstoff)"),
        ("827", "Power-to-Gas (Methan)"),
        ("829", "Liquefied Natural Gas"),
    ],
)
def test_technologies_by_number_and_by_words_are_the_same(number, words):
    frame = gas_table(raw(gas_unit(1, technology=number), gas_unit(2, technology=words)), today=TODAY).frame
    assert frame["technology"].tolist() == [words, words]


def test_a_number_of_the_catalogue_that_is_not_known_stays_and_is_counted():
    outcome = gas_table(raw(gas_unit(1, technology="828")), today=TODAY)
    assert outcome.frame["technology"].tolist() == ["828"]
    (finding,) = outcome.findings
    assert (finding.id, finding.severity) == ("code_unknown", Severity.NOTE)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "producer"),
        ({"kind": None}, "producer"),
        ({"kind": "Gasspeichereinheit"}, "storage"),
        ({"kind": None, "working_gas_kwh": 1.0}, "storage"),
        ({"kind": "Gaserzeugungseinheit", "storage_id": "GSE900000000001"}, "storage"),
        ({"kind": 9, "withdrawal_kw": 0.0}, "storage"),
        ({"kind": "Frau Muster"}, "producer"),
    ],
)
def test_what_belongs_to_a_storage_facility_is_a_store(value, kind):
    outcome = gas_table(raw(gas_unit(1, **value)), today=TODAY)
    assert outcome.frame["kind"].tolist() == [kind]
    assert not outcome.findings


def test_kind_may_be_missing_altogether():
    unit = gas_unit(1)
    del unit["kind"]
    assert gas_table(raw(unit), today=TODAY).frame["kind"].tolist() == ["producer"]


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_unit_in_both_tables_is_one_row_with_the_values_of_both(nothing):
    producer = gas_unit(1, power_kw=500.0, storage_id="GSE900000000001", technology="824", kind=None)
    both = [store(1, name=nothing), {**producer, "kind": "producer", "storage_id": nothing}, gas_unit(2)]
    for order in (both, both[::-1]):
        outcome = gas_table(raw(*order), today=TODAY)
        assert outcome.frame["mastr_id"].tolist() == ["GEE900000000001", "GEE900000000002"]
        found = outcome.frame.iloc[0]
        assert (found["kind"], found["technology"], found["name"]) == (
            "storage",
            "Kavernenspeicher",
            "Biomethan 1",
        )
        assert (found["power_kw"], found["working_gas_kwh"]) == (500.0, 2.2e9)
        assert outcome.merged == 1
        assert balanced(outcome)
        assert not outcome.findings


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"calorific_kwh_m3": 40.3}, "calorific_value"),
        ({"calorific_kwh_m3": 0.0111}, "calorific_value"),
        ({"commissioned": pd.Timestamp(2099, 1, 1)}, "commissioned_in_future"),
        ({"latitude": 52.5, "longitude": 13.4}, "coordinates_outside"),
        ({"latitude": 12.37, "longitude": 51.34}, "coordinates_swapped"),
        ({"mastr_id": "GEE1"}, "id_invalid"),
        ({"status": "999"}, "status_unknown"),
    ],
)
def test_what_is_implausible_is_a_finding_not_a_deletion(values, code):
    around = box(12.2, 51.2, 12.6, 51.5)
    outcome = gas_table(raw(store(1, **values), gas_unit(2)), LEIPZIG, around, TODAY)
    assert len(outcome.frame) == 2
    assert [finding.id for finding in outcome.findings if finding.id != "most_units_outside"] == [code]


@pytest.mark.parametrize("calorific", [3.54, 8.4, 11.2, 13.1, np.nan])
def test_hydrogen_and_natural_gas_have_plausible_calorific_values(calorific):
    assert not gas_table(raw(store(1, calorific_kwh_m3=calorific)), today=TODAY).findings


def test_a_municipality_without_gas_plants_is_an_empty_layer():
    outcome = gas_table(raw(gas_unit(1)), "14612000", today=TODAY)
    assert len(outcome.frame) == 0
    assert [column for column in outcome.frame.columns if column != "geometry"] == [
        c.name for c in columns(LAYER)
    ]
    assert (outcome.rows_in, [finding.id for finding in outcome.findings]) == (0, ["units_of_others"])


def test_nothing_at_all_is_an_empty_layer_with_its_types():
    empty = pd.DataFrame({"mastr_id": pd.Series(dtype=object)})
    nothing = RawGas(empty, source_of("Test", None), "gas.xml", pd.DataFrame(index=empty.index))
    for ags in (LEIPZIG, "14", None):
        frame = gas_table(nothing, ags, today=TODAY).frame
        assert {name: str(kind) for name, kind in frame.drop(columns="geometry").dtypes.items()} == {
            column.name: DTYPES[column.type] for column in columns(LAYER)
        }


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from([LEIPZIG, "14612000", None, "kaputt"])),
        max_size=12,
    )
)
def test_no_unit_is_lost_or_doubled(units):
    rows = [(store if is_store else gas_unit)(number, ags=ags) for number, is_store, ags in units]
    given_rows = raw(*rows) if rows else raw(gas_unit(9, ags="14612000"))
    outcome = gas_table(given_rows, LEIPZIG, today=TODAY)
    assert balanced(outcome)
    assert outcome.frame["mastr_id"].is_unique
    # all of one day: the last row with a key says where a unit is
    last = {f"GEE9{number:011d}": ags for number, _, ags in units if ags in (LEIPZIG, "14612000")}
    expected = {number for number, ags in last.items() if ags == LEIPZIG}
    of_both = {f"GEE9{number:011d}" for number, _, _ in units}
    assert expected <= set(outcome.frame["mastr_id"]) <= of_both


# ---- the endpoint


def gas_record(record, number=1, **values):
    """A record of the endpoint for gas: the common part of all units, and its own fields."""
    common = record(
        number, MaStRNummer=f"GEE9{number:011d}", EinheitName=f"Gas {number}", EnergietraegerName=None
    )
    for name in ("Bruttoleistung", "Nettonennleistung", "EnergietraegerId", "AnzahlSolarModule"):
        common.pop(name)
    return {**common, **values}


def test_records_of_the_endpoint(record, json_file):
    producer = gas_record(
        record,
        1,
        Erzeugungsleistung=3500.0,
        Technologie="Biomethan-Erzeugung",
        AnlagenbetreiberPersonenArt=518,
    )
    kept = gas_record(
        record,
        2,
        MaxArbeitsvolumen=2.2e9,
        MaxEinspeicherleistung=1.0e6,
        MaxAusspeicherleistung=2.0e6,
        Speicherart="Kavernenspeicher",
        AnlagenbetreiberPersonenArt=517,
    )
    outcome = read_gas_json(json_file([producer, kept]), LEIPZIG, today=TODAY)
    frame = outcome.frame
    assert frame["kind"].tolist() == ["producer", "storage"]
    assert frame["technology"].tolist() == ["Biomethan-Erzeugung", "Kavernenspeicher"]
    assert frame["power_kw"].tolist()[0] == 3500.0
    assert frame[["working_gas_kwh", "injection_kw", "withdrawal_kw"]].iloc[1].tolist() == [
        2.2e9,
        1.0e6,
        2.0e6,
    ]
    assert frame["operator_kind"].tolist() == ["person", "organisation"]
    assert frame["grid_operator_id"].tolist() == ["SNB900000000001"] * 2
    assert frame["registered"].tolist() == [pd.Timestamp(2019, 2, 15)] * 2
    assert frame["url"].str.endswith(("/1001", "/1002")).all()
    assert "Gaserzeugung" in outcome.source.name
    assert not outcome.findings


def test_an_answer_without_units_is_an_empty_layer(answer, json_file):
    outcome = read_gas_json(json_file(answer([], total=0)), LEIPZIG, today=TODAY)
    assert len(outcome.frame) == 0
    assert outcome.rows_in == 0


def test_an_incomplete_answer_says_so(record, answer, json_file):
    pages = json_file(answer([gas_record(record, 1)], total=3))
    (finding,) = read_gas_json(pages, LEIPZIG, today=TODAY).findings
    assert (finding.id, finding.values["missing"]) == ("json_incomplete", 2)


def test_what_is_no_register_is_refused(json_file):
    with pytest.raises(EnactError) as caught:
        read_gas_json(json_file('{"Data": [{"a": 1}], "Total": 1}'), LEIPZIG)
    assert caught.value.code == "json_not_register"


def test_raw_gas_is_raw_units_for_another_layer():
    units = raw(gas_unit(1))
    assert isinstance(units, RawUnits)
    assert units.layer == units.rows(units.frame.index).layer == LAYER


def test_a_municipality_without_gas_units_is_an_empty_layer():
    outcome = no_gas_units(source_of("Weg", TODAY))
    assert (len(outcome.frame), outcome.rows_in) == (0, 0)
    assert [column.name for column in columns(LAYER)] == list(outcome.frame.columns.drop("geometry"))
