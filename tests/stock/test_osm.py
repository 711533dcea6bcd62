from __future__ import annotations

import pytest
import shapely

from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.detect import BuildingKind


def test_zittau_has_837_buildings_of_880_outlines(delivered):
    frame, features = delivered("zittau_osm_buildings.geojson")
    tags = [feature["properties"] for feature in features]
    untagged = sum(p["building"] is None for p in tags)
    bridges = sum(p["building"] == "bridge" for p in tags)
    levels = sum(p["building:levels"] is not None for p in tags)
    years = [p["start_date"] for p in tags if p["start_date"]]
    assert (len(tags), untagged, bridges, levels, len(years)) == (880, 42, 1, 38, 34)
    assert max(year[:4] for year in years) == "1910"

    outcome = read_buildings(frame)
    buildings = outcome.frame
    assert outcome.dropped == {"no_building_tag": 42, "not_a_building": 1}
    assert len(buildings) == 880 - 42 - 1
    assert buildings["storeys_source"].eq("osm").sum() == 38
    assert buildings["age_class"].value_counts().to_dict() == {"unknown": 837 - 34, "to_1918": 34}
    assert buildings["street"].notna().sum() == sum(p["addr:street"] is not None for p in tags) == 511
    assert buildings["building_id"].is_unique
    assert outcome.source.licence == "ODbL-1.0"


def test_zittau_mends_its_19_invalid_rings_and_loses_no_area(delivered):
    frame, _ = delivered("zittau_osm_buildings.geojson")
    invalid = ~frame.geometry.is_valid
    outcome = read_buildings(frame)
    assert invalid.sum() == 19
    assert outcome.frame["findings"].eq("building_geometry_repaired").sum() == 19
    assert outcome.frame.geometry.is_valid.all()
    whole = frame[frame["building"].notna() & frame["building"].ne("bridge") & ~invalid]
    mended = outcome.frame["findings"].notna()
    assert outcome.frame.loc[~mended, "footprint_m2"].sum() == pytest.approx(whole.area.sum(), abs=5)


def tagged(geometry, **tags):
    return {name.replace("__", ":"): value for name, value in tags.items()} | {"geometry": geometry}


@pytest.mark.parametrize(
    ("tags", "use", "code"),
    [
        ({"building": "apartments"}, "residential", "building=apartments"),
        ({"building": "yes"}, "unknown", "building=yes"),
        ({"building": "yes", "amenity": "school"}, "education", "amenity=school"),
        ({"building": "yes", "shop": "bakery"}, "trade", "shop=bakery"),
        ({"building": "apartments", "shop": "bakery"}, "mixed", "building=apartments; shop=bakery"),
        ({"building": "yes", "amenity": "parking"}, "outbuilding", "amenity=parking"),
        ({"building": "garages"}, "outbuilding", "building=garages"),
        ({"building": "School;church"}, "education", "building=School;church"),
        ({"building": "zzz"}, "unknown", "building=zzz"),
    ],
)
def test_use_follows_the_tags(layer, at, tags, use, code):
    row = read_buildings(layer(tagged(at(0, 0, 10, 10), **tags)), BuildingKind.OSM).frame.iloc[0]
    assert (row["use"], row["function_code"]) == (use, code)
    assert row["use_source"] == (None if use == "unknown" else "osm")


def test_what_is_no_building_of_today_is_left_out_and_counted(layer, at):
    rows = [
        {"building": "house"}, {"building": "no"}, {"building": None}, {"building": "ruins"},
        {"building": "yes", "ruins": "yes"}, {"building": "construction"}, {"building": "yes", "demolished": "yes"},
        {"building": None, "building__part": "yes"},
    ]  # fmt: skip
    frame = layer(*(tagged(at(20 * place, 0, 10, 10), **tags) for place, tags in enumerate(rows)))
    outcome = read_buildings(frame)
    assert len(outcome.frame) == 1
    assert outcome.dropped == {
        "no_building_tag": 2, "ruin": 2, "not_yet_built": 1, "demolished": 1, "building_part": 1,
    }  # fmt: skip


def test_levels_and_roof_make_the_floor_area(layer, at):
    frame = layer(
        tagged(at(0, 0, 10, 10), building="house", building__levels="2", roof__levels="1"),
        tagged(at(20, 0, 10, 10), building="house", building__levels="2;3", roof__shape="gabled"),
        tagged(at(40, 0, 10, 10), building="house", height="9 m", roof__shape="flat", start_date="1965"),
        tagged(at(60, 0, 10, 10), building="house", height="12"),
    )
    frame["osm_id"] = [1, 2, 3, 4]
    found = read_buildings(frame).frame
    # 100 × (2 + 0.75) × 0.84; 100 × (2.5 + 0.35) × 0.84; (9 − 0.5) / 2.8 = 3.04 → 3; height alone tells no storeys
    assert found["floor_area_m2"].tolist()[:3] == pytest.approx([231.0, 239.4, 252.0])
    assert found["storeys_source"].tolist() == ["osm", "osm", "geometry", None]
    assert found["floor_area_m2"].isna().tolist() == [False, False, False, True]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"full_id": "w123"}, "way/123"),
        ({"@id": "relation/77"}, "relation/77"),
        ({"osm_id": 5, "osm_type": "way"}, "way/5"),
        ({"osmid": 5, "element": "relation"}, "relation/5"),
        ({"osm_id": 5}, "osm/5"),
        ({"osm_id": None, "osm_way_id": "88"}, "osm/88"),
        ({"id": 17}, "xy_486005_5638005"),  # a bare number may be a row number of the tool
        ({"id": "way/9"}, "way/9"),
        ({}, "xy_486005_5638005"),
    ],
)
def test_keys_stay_the_same_across_loads(layer, at, fields, key):
    frame = layer({"building": "yes", **fields, "geometry": at(0, 0, 10, 10)})
    assert read_buildings(frame).frame["building_id"].tolist() == [key]


def test_geofabrik_files_name_the_building_type(layer, at):
    rows = [
        {"osm_id": "1", "fclass": "building", "type": "apartments", "geometry": at(0, 0, 10, 10)},
        {"osm_id": "2", "fclass": "building", "type": None, "geometry": at(20, 0, 10, 10)},
    ]
    assert read_buildings(layer(*rows)).frame["use"].tolist() == ["residential", "unknown"]


def test_way_and_relation_of_one_house_count_once_and_the_fuller_stays(layer, at):
    frame = layer(
        {"full_id": "w1", "building": "yes", "addr:street": None, "geometry": at(0, 0, 10, 10)},
        {
            "full_id": "r2",
            "building": "house",
            "addr:street": "Weg",
            "geometry": shapely.MultiPolygon([at(0, 0, 10, 10)]),
        },
    )
    outcome = read_buildings(frame)
    assert outcome.frame["building_id"].tolist() == ["relation/2"]
    assert outcome.dropped == {"same_outline": 1}
