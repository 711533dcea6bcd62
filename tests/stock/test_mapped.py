from __future__ import annotations

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.detect import BuildingKind
from enact_plugin.stock.mapped import propose_mapping


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
    assert propose_mapping(["OBJID", "Baujahr", "GESCHOSSE", "PLZ", "geometry"]) == {
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
