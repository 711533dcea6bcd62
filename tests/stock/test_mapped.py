from __future__ import annotations

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.detect import BuildingKind
from enact_plugin.stock.mapped import proposed


@pytest.fixture
def houses(layer, at):
    """Ten houses of a town's own layer, with its own field names."""

    def make(**columns):
        length = len(next(iter(columns.values())))
        rows = [
            {
                **{name: values[place] for name, values in columns.items()},
                "geometry": at(20 * place, 0, 10, 10),
            }
            for place in range(length)
        ]
        return layer(*rows)

    return make


def test_uses_are_understood_in_several_vocabularies(houses):
    frame = houses(
        Nr=list("abcdefg"),
        Nutz=["Wohnen", "residential", "31001_2020", "Garage", "school", "Schulgebäude", None],
    )
    outcome = read_buildings(frame, BuildingKind.MAPPED, {"building_id": "NR", "use": "NUTZ"})
    assert outcome.frame["use"].tolist() == [
        "residential", "residential", "office", "outbuilding", "education", "unknown", "unknown",
    ]  # fmt: skip
    assert outcome.frame["use_source"].tolist() == ["given"] * 5 + [None, None]
    told = [finding.values for finding in outcome.findings if finding.id == "building_use_not_translated"]
    assert told == [{"rows": 1, "values": "Schulgebäude"}]


def test_a_mapping_gives_storeys_age_and_area(houses):
    frame = houses(Nr=["a", "b"], OG=["3", None], Jahr=["1965", "1919-1948"], Fläche=[None, 310.0])
    mapping = {"building_id": "Nr", "storeys": "OG", "built_year": "Jahr", "floor_area_m2": "Fläche"}
    found = read_buildings(frame, BuildingKind.MAPPED, {**mapping, "use": {"value": "residential"}}).frame
    assert found["floor_area_m2"].tolist() == [
        252.0,
        310.0,
    ]  # 100 m² × 3 × 0.84, without attic; the given figure
    assert found["floor_area_source"].tolist() == ["given", "given"]
    assert found["storeys_source"].tolist() == ["given", None]
    assert found["built_year"].tolist()[0] == 1965
    assert found["built_year"].isna().tolist() == [False, True]
    assert found["age_class"].tolist() == ["1949_1978", "1919_1948"]
    assert found["age_source"].tolist() == ["given", "given"]


def test_units_and_words_can_be_translated_in_the_mapping(houses):
    frame = houses(Nr=["a"], hoehe_cm=[950], art=["EFH"])
    mapping = {
        "building_id": "Nr",
        "height_m": {"field": "HOEHE_CM", "factor": 0.01},
        "use": {"field": "art", "values": {"efh": "residential"}},
        "storeys": None,
    }
    row = read_buildings(frame, BuildingKind.MAPPED, mapping).frame.iloc[0]
    assert (row["height_m"], row["use"], row["function_code"]) == (9.5, "residential", "residential")


def test_figures_that_cannot_be_read_are_reported_with_the_field(houses):
    frame = houses(Nr=list("abc"), Fläche=["1.250,5", "980,0", "etwa 70"], OG=["2-3", "2", "3"])
    mapping = {"building_id": "Nr", "floor_area_m2": "Fläche", "storeys": "OG"}
    outcome = read_buildings(frame, BuildingKind.MAPPED, mapping)
    assert outcome.frame["floor_area_m2"].tolist()[:2] == [1250.5, 980.0]
    assert outcome.frame["floor_area_source"].tolist()[:2] == ["given", "given"]
    told = {f.values["field"]: f.values for f in outcome.findings if f.id == "value_unreadable"}
    expected = {"column": "floor_area_m2", "field": "Fläche", "rows": 1, "examples": "„etwa 70“"}
    assert told["Fläche"] == expected
    assert (told["OG"]["column"], told["OG"]["rows"]) == ("storeys", 1)


def test_german_thousands_of_a_whole_layer_are_reported_not_taken_for_single_metres(houses):
    frame = houses(Nr=list("abc"), Fläche=["1.250", "2.750", "3.400"])
    outcome = read_buildings(frame, BuildingKind.MAPPED, {"building_id": "Nr", "floor_area_m2": "Fläche"})
    assert outcome.frame["floor_area_m2"].tolist() == [1250.0, 2750.0, 3400.0]
    told = [f.values for f in outcome.findings if f.id == "number_ambiguous"]
    assert [(values["field"], values["rows"]) for values in told] == [("Fläche", 3)]


def test_values_and_factor_may_stand_in_one_entry(houses):
    frame = houses(Nr=list("abc"), H=["950", "hoch", "1.200,5"])
    entry = {"field": "H", "factor": 0.01, "values": {"HOCH": 2000}}
    found = read_buildings(frame, BuildingKind.MAPPED, {"building_id": "Nr", "height_m": entry}).frame
    # 950, 2000 and 1200.5 cm, kept to the centimetre
    assert found["height_m"].tolist() == pytest.approx([9.5, 20.0, 12.0], abs=0.011)


def test_one_field_may_hold_the_whole_address(houses):
    frame = houses(Nr=list("ab"), Lage=["Hauptstraße 12 1/2; Ring 4", "Am Markt"])
    mapping = {"building_id": "Nr", "street": "Lage", "house_number": "Lage"}
    found = read_buildings(frame, BuildingKind.MAPPED, mapping).frame
    assert found["street"].tolist() == ["Hauptstraße", "Am Markt"]
    assert found["house_number"].tolist() == ["12 1/2", None]


def test_postcodes_get_their_zero_back(houses):
    found = read_buildings(
        houses(Nr=list("ab"), PLZ=[4103.0, None]), mapping={"building_id": "Nr", "postcode": "plz"}
    )
    assert found.frame["postcode"].tolist() == ["04103", None]


def test_heights_above_sea_level_are_told_from_heights_of_buildings(houses):
    frame = houses(Nr=list("abc"), H=[198.6, 201.2, 199.9])
    with pytest.raises(EnactError) as refused:
        read_buildings(frame, BuildingKind.MAPPED, {"building_id": "Nr", "height_m": "H"})
    assert refused.value.code == "mapping_values_implausible"
    assert refused.value.params["field"] == "H"
    assert refused.value.params["median"] == 199.9


def test_single_absurd_values_are_left_empty(houses):
    frame = houses(Nr=list("abc"), H=[9.0, 12.0, 1200.0])
    outcome = read_buildings(frame, BuildingKind.MAPPED, {"building_id": "Nr", "height_m": "H"})
    assert outcome.frame["height_m"].isna().tolist() == [False, False, True]
    assert outcome.frame["findings"].tolist() == [None, None, "building_height_m_implausible"]


@pytest.mark.parametrize(
    ("mapping", "code", "named"),
    [
        ({"height": "H"}, "mapping_target_unknown", "height"),
        ({"height_m": "Hoehe"}, "mapping_field_missing", "Hoehe"),
        ({"height_m": {"factor": 2}}, "mapping_entry_invalid", "height_m"),
        ({"height_m": {"field": "H", "factor": "2"}}, "mapping_entry_invalid", "height_m"),
    ],
)
def test_a_wrong_mapping_is_refused_by_name(houses, mapping, code, named):
    with pytest.raises(EnactError) as refused:
        read_buildings(houses(H=[9.0]), BuildingKind.MAPPED, mapping)
    assert refused.value.code == code
    assert named in refused.value.params.values()


def test_a_mapping_is_proposed_from_the_names(houses):
    frame = houses(OBJID=["a"], Baujahr=[1950], GESCHOSSE=[2], PLZ=["01234"], Geschossflaeche=[1])
    assert {entry.target: entry.field for entry in proposed(frame).fields} == {
        "building_id": "OBJID", "storeys": "GESCHOSSE", "built_year": "Baujahr", "postcode": "PLZ",
    }  # fmt: skip
    outcome = read_buildings(houses(Baujahr=[1950], Farbe=["rot"]), BuildingKind.MAPPED)
    assert outcome.frame["age_class"].tolist() == ["1949_1978"]
    assert [finding.id for finding in outcome.findings if finding.id == "mapping_proposed"]


def test_a_layer_of_no_known_kind_is_read_by_its_names(houses):
    outcome = read_buildings(houses(Baujahr=[1950], Farbe=["rot"]))
    assert outcome.frame["built_year"].tolist() == [1950]
    assert [finding.id for finding in outcome.findings if finding.id == "mapping_proposed"]


def test_unknown_fields_ask_for_the_kind(houses):
    with pytest.raises(EnactError) as refused:
        read_buildings(houses(Nutzungsart=["x"]))
    assert refused.value.code == "building_kind_not_recognised"
    assert refused.value.params["fields"] == "Nutzungsart"
    assert len(read_buildings(houses(Nutzungsart=["Wohnen"]), mapping={"use": "Nutzungsart"}).frame) == 1
