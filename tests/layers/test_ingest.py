"""Plain layers made ready for the workspace: repaired, cut, keyed, counted."""

from __future__ import annotations

import json
import sqlite3

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import Mapping
from enact_plugin.layers.geometry import clean_geometry
from enact_plugin.layers.ingest import (
    coordinate_fields,
    ingest,
    points_from_columns,
    with_other_slices,
)
from enact_plugin.layers.keys import KeyRule, assign_keys
from enact_plugin.layers.municipality import pick_municipality
from enact_plugin.reference.columns import columns
from enact_plugin.reference.kind_rules import BoundaryRule

CRS = "EPSG:25833"
E0, N0 = 400_000, 5_650_000  # somewhere in Saxony
TOWN = box(E0, N0, E0 + 1000, N0 + 1000)  # 1 km²


def at(x, y):
    return (E0 + x, N0 + y)


def square(x, y, size=10):
    return box(*at(x, y), *at(x + size, y + size))


def line(*points):
    return LineString([at(*point) for point in points])


def frame(shapes, **data):
    return gpd.GeoDataFrame(data, geometry=shapes, crs=CRS)


def findings(outcome):
    return {finding.id: finding for finding in outcome.findings}


def assert_every_row_is_accounted_for(outcome):
    assert outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged


def raised_by(call, *args, **kwargs):
    with pytest.raises(EnactError) as raised:
        call(*args, **kwargs)
    return raised.value


# ---- real files


def read(path, crs):
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return gpd.GeoDataFrame.from_features(features, crs=crs).to_crs(CRS)


@pytest.fixture(scope="module")
def saxony(real_data):
    """The 419 municipalities of 2021; GeoPackage geometries are WKB behind a header of 8 bytes and an envelope."""
    path = (real_data / "areas/saxony_municipalities.gpkg").absolute()
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    rows = connection.execute("SELECT ARS, ags, geom FROM vg250_gemeinden_sachsen_simplified").fetchall()
    connection.close()
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    blobs = [blob[8 + envelope[(blob[3] >> 1) & 7] :] for _, _, blob in rows]
    data = {"ARS": [row[0] for row in rows], "ags": [row[1] for row in rows]}
    return gpd.GeoDataFrame(data, geometry=shapely.from_wkb(blobs), crs="EPSG:25832").to_crs(CRS)


@pytest.mark.parametrize(
    ("path", "crs", "rows", "merged"),
    [
        ("zittau_osm_streets", CRS, 765, 0),
        ("goerlitz_osm_streets_epsg3857", "EPSG:3857", 890, 0),
        # the tool that made this file delivers each way once per direction: 1,111 edges, 600 ways
        ("cottbus_osm_streets", "EPSG:32633", 1111, 511),
    ],
)
def test_real_streets(real_data, path, crs, rows, merged):
    outcome = ingest(read(real_data / "streets" / f"{path}.geojson", crs), "streets")
    assert (outcome.rows_in, outcome.merged, outcome.dropped) == (rows, merged, {})
    assert_every_row_is_accounted_for(outcome)
    assert outcome.frame["street_id"].is_unique
    assert set(outcome.frame.geom_type) == {"MultiLineString"}
    assert outcome.frame["length_m"].gt(0).all()


def test_footways_are_kept_with_their_class(real_data):
    path = real_data / "streets/goerlitz_osm_streets_epsg3857.geojson"
    made = ingest(read(path, "EPSG:3857"), "streets").frame
    # jq '[.features[].properties.highway | select(. == "footway")] | length' says 361
    assert int((made["street_class"] == "footway").sum()) == 361
    assert made["street_id"].str.match(r"w\d+$").all()


def test_real_addresses(real_data):
    outcome = ingest(read(real_data / "buildings/cottbus_addresses.json", "EPSG:4326"), "addresses")
    assert (outcome.rows_in, len(outcome.frame), outcome.merged) == (632, 632, 0)
    assert outcome.frame["address_id"].str.startswith("DEBB").all()


@pytest.mark.parametrize(
    ("path", "ags", "count", "share"),
    # the 61 areas of Dresden's file cover 284 of 331 km², for some of its Stadtteile are missing there
    [("leipzig_ortsteile", "14713000", 63, 1.0), ("dresden_stadtteile", "14612000", 61, 0.86)],
)
def test_real_districts_lie_in_their_city(real_data, saxony, path, ags, count, share):
    city = pick_municipality(saxony, ags).frame
    districts = read(real_data / "areas" / f"{path}.geojson", "EPSG:4326")
    outcome = ingest(districts, "districts", boundary=city.geometry.iloc[0])
    assert (outcome.rows_in, len(outcome.frame)) == (count, count)
    # their areas add up to their share of the city, but for the simplified outline
    assert outcome.frame["area_km2"].sum() == pytest.approx(share * city["area_km2"].iloc[0], rel=0.02)


def test_neighbours_that_share_the_border_are_left_out(saxony):
    city = pick_municipality(saxony, "14713000").frame.geometry.iloc[0]
    outcome = ingest(saxony, "districts", Mapping.from_json('{"name": "ags"}'), boundary=city)
    assert outcome.frame["name"].tolist() == ["14713000"]
    assert findings(outcome)["rows_outside_municipality"].values["rows"] == 418


def test_the_municipality_is_chosen_by_its_key(saxony):
    outcome = ingest(saxony, "boundary", ags="14713000")
    made = outcome.frame
    assert (outcome.rows_in, len(made)) == (1, 1)
    assert (made["ags"].iloc[0], made["name"].iloc[0]) == ("14713000", "Leipzig")
    # official area 297.8 km²; the outline is simplified
    assert made["area_km2"].iloc[0] == pytest.approx(297.8, rel=0.02)
    assert list(made.columns) == [*(c.name for c in columns("municipality")), "geometry"]


# ---- the municipality


def towns(**data):
    return frame([square(0, 0, 100), square(100, 0, 100), square(500, 0, 100)], **data)


def test_the_regional_key_will_do():
    layer = towns(ARS=["147130000000", "147290010010", "147300010010"], GEN=["Leipzig", "X", "Y"])
    made = ingest(layer, "boundary", ags="14713000").frame
    assert (made["ags"].iloc[0], made["name"].iloc[0]) == ("14713000", "Leipzig")


def test_keys_as_numbers_will_do():
    assert len(ingest(towns(AGS=[14713000, 14729010, 14730010]), "boundary", ags="14713000").frame) == 1


def test_parts_of_a_municipality_are_dissolved():
    layer = towns(ags=["99999999", "99999999", "14730010"], gen=["Musterstadt", "Musterstadt", "Y"])
    outcome = ingest(layer, "boundary", ags="99999999")
    assert (outcome.rows_in, outcome.merged, len(outcome.frame)) == (2, 1, 1)
    # two squares of 100 m side by side
    assert outcome.frame["area_km2"].iloc[0] == pytest.approx(0.02)


def test_a_layer_from_before_a_merger_gives_todays_municipality():
    from enact_plugin.reference.municipalities import former_keys, municipalities

    today = next(m for m in municipalities() if len(former_keys(m.ags)) == 2)
    old = [row.ags for row in former_keys(today.ags)]
    if today.ags in old:
        pytest.fail("a key cannot have replaced itself")
    outcome = ingest(towns(ags=[*old, "14730010"]), "boundary", ags=today.ags)
    assert outcome.frame["ags"].tolist() == [today.ags]
    assert outcome.merged == 1
    assert old[0] in findings(outcome)["boundary_from_former_keys"].values["former"]


def test_a_municipality_that_is_not_there_is_told_with_what_is():
    error = raised_by(ingest, towns(ags=["14730010", "14730020", "14729010"]), "boundary", ags="14713000")
    assert error.code == "ags_not_in_boundaries"
    assert error.params["count"] == 3
    assert "14729010" in error.params["present"]


def test_a_single_area_without_key_is_taken_as_it_is():
    outcome = ingest(frame([square(0, 0, 100)], fid=[1]), "boundary", ags="14713000")
    assert outcome.frame["ags"].tolist() == ["14713000"]
    assert outcome.assumptions == ("boundary_taken_as_given",)


def test_several_areas_without_key_are_refused():
    error = raised_by(ingest, towns(farbe=["rot", "blau", "grün"]), "boundary", ags="14713000")
    assert error.code == "boundary_without_ags"


# ---- geometry


def test_missing_empty_flat_and_foreign_geometries_are_counted():
    shapes = [
        square(0, 0),
        None,
        Polygon(),
        Polygon([at(0, 0), at(5, 5), at(10, 10), at(0, 0)]),  # no area
        Point(at(1, 1)),
        line((0, 0), (5, 5)),
    ]
    outcome = clean_geometry(frame(shapes, n=range(6)), "polygon")
    assert outcome.frame["n"].tolist() == [0]
    assert outcome.dropped == {"geometry_missing": 2, "geometry_degenerate": 1, "geometry_wrong_kind": 2}
    assert_every_row_is_accounted_for(outcome)


def test_coordinates_that_are_no_numbers_are_dropped():
    outcome = clean_geometry(frame([Point(float("inf"), 1), Point(at(0, 0))]), "point")
    assert outcome.dropped == {"geometry_not_finite": 1}


def test_heights_are_dropped():
    solid = Polygon([(*at(0, 0), 5), (*at(10, 0), 5), (*at(10, 10), 9)])
    made = clean_geometry(frame([solid]), "polygon").frame.geometry.iloc[0]
    assert not made.has_z


def test_a_bow_tie_keeps_both_of_its_triangles():
    tie = Polygon([at(0, 0), at(10, 10), at(10, 0), at(0, 10)])
    outcome = clean_geometry(frame([tie]), "polygon")
    made = outcome.frame.geometry.iloc[0]
    assert made.is_valid
    # two triangles of 10 m base and 5 m height
    assert made.area == pytest.approx(50)
    assert findings(outcome)["geometry_repaired"].values["rows"] == 1


def test_of_a_collection_only_the_right_parts_stay():
    mixed = shapely.GeometryCollection([square(0, 0), line((0, 0), (50, 50)), Point(at(1, 1))])
    outcome = clean_geometry(frame([mixed]), "polygon")
    assert outcome.frame.geometry.iloc[0].area == pytest.approx(100)
    assert findings(outcome)["geometry_parts_dropped"].values["rows"] == 1


def test_a_spike_of_a_repaired_ring_is_left_off():
    spike = Polygon([at(0, 0), at(10, 0), at(10, 10), at(10, 30), at(10, 10), at(0, 10)])
    made = clean_geometry(frame([spike]), "polygon").frame.geometry.iloc[0]
    assert made.geom_type == "MultiPolygon"
    assert made.area == pytest.approx(100)


@pytest.mark.parametrize(
    ("kind", "shape", "expected"),
    [("polygon", square(0, 0), "MultiPolygon"), ("line", line((0, 0), (9, 9)), "MultiLineString")],
)
def test_lines_and_areas_become_multi_part(kind, shape, expected):
    assert clean_geometry(frame([shape]), kind).frame.geom_type.tolist() == [expected]


def test_areas_lines_and_groups_become_one_point_where_points_are_wanted():
    court = square(0, 0, 30).difference(square(10, 10, 10))  # its centre is a hole
    shapes = [
        court,
        line((0, 0), (10, 0)),
        MultiPoint([at(1, 1), at(2, 2)]),
        MultiPoint([at(3, 3)]),
        Point(at(4, 4)),
    ]
    outcome = clean_geometry(frame(shapes), "point")
    made = outcome.frame.geometry
    assert set(made.geom_type) == {"Point"}
    assert made.iloc[0].within(court)
    assert made.iloc[1] == Point(at(5, 0))
    assert made.iloc[2:].tolist() == [Point(at(1, 1)), Point(at(3, 3)), Point(at(4, 4))]
    # the group of one point and the point were nothing to reduce
    assert findings(outcome)["geometry_reduced_to_point"].values["rows"] == 3


def test_nothing_of_the_right_kind_is_an_error_that_says_what_came():
    error = raised_by(ingest, frame([Point(at(0, 0)), Point(at(1, 1))], name=["a", "b"]), "streets")
    assert error.code == "lines_wanted"
    assert error.params["found"] == "2 × Point"


def test_gas_pipes_are_never_stored():
    error = raised_by(ingest, frame([line((0, 0), (9, 9))], gasart=["Erdgas"]), "gas_blocks")
    assert (error.code, error.params["rows"]) == ("pipes_refused", 1)


shapes_of_any_kind = st.sampled_from(
    [
        None,
        Polygon(),
        square(100, 100),
        square(995, 500, 20),
        square(2000, 0),
        Polygon([at(0, 0), at(10, 10), at(10, 0), at(0, 10)]),
        line((0, 0), (500, 500)),
        line((-50, 0), (1050, 0)),
        line((3, 3), (3, 3)),
        Point(at(5, 5)),
        Point(at(-5, 5)),
        MultiPoint([at(1, 1), at(2, 2)]),
        shapely.GeometryCollection([square(0, 0), line((0, 0), (50, 50))]),
    ]
)


@settings(max_examples=60)
@given(
    st.lists(shapes_of_any_kind, min_size=1, max_size=8),
    st.sampled_from(["point", "line", "polygon", "any"]),
    st.sampled_from([BoundaryRule.WITHIN, BoundaryRule.TOUCHING, BoundaryRule.MAJORITY, BoundaryRule.CLIP]),
)
def test_whatever_comes_every_row_is_accounted_for(shapes, geometry, rule):
    outcome = clean_geometry(frame(shapes, n=range(len(shapes))), geometry, TOWN, rule)
    assert_every_row_is_accounted_for(outcome)
    dimension = {"point": 0, "line": 1, "polygon": 2}
    made = outcome.frame.geometry.to_numpy()
    assert shapely.is_valid(made).all()
    if geometry != "any":
        assert (shapely.get_dimensions(made) == dimension[geometry]).all()
    assert shapely.intersects(made, TOWN).all()


# ---- the boundary


def names_inside(shapes, names, rule, geometry="polygon"):
    return clean_geometry(frame(shapes, name=names), geometry, TOWN, rule).frame["name"].tolist()


def test_points_count_when_they_lie_in_or_on_the_boundary():
    points = [Point(at(5, 5)), Point(at(0, 500)), Point(at(-1, 500))]
    assert names_inside(points, ["in", "on", "out"], BoundaryRule.WITHIN, "point") == ["in", "on"]


def test_touching_keeps_what_reaches_in_and_majority_what_lies_mostly_inside():
    shapes = [square(0, 0), square(-8, 50), square(-2, 100), square(-10, 200), square(-500, 0, 499)]
    names = ["inside", "fifth", "most", "neighbour", "far"]
    assert names_inside(shapes, names, BoundaryRule.TOUCHING) == ["inside", "fifth", "most"]
    assert names_inside(shapes, names, BoundaryRule.MAJORITY) == ["inside", "most"]


def test_a_large_area_that_covers_the_town_is_touching():
    # one thousandth of its own area, but the whole town
    big = box(*at(-20_000, -20_000), *at(20_000, 20_000))
    assert names_inside([big], ["postcode"], BoundaryRule.TOUCHING) == ["postcode"]


def test_lines_are_kept_whole():
    kept = clean_geometry(frame([line((-100, 500), (100, 500))]), "line", TOWN, BoundaryRule.TOUCHING).frame
    assert kept.geometry.iloc[0].length == pytest.approx(200)


def test_a_street_that_only_meets_the_border_is_not_the_towns():
    assert names_inside([line((-100, 500), (0, 500))], ["a"], BoundaryRule.TOUCHING, "line") == []


def test_clipping_cuts_at_the_boundary_and_measures_what_is_left():
    forest = frame([square(-50, 0, 100), square(-50, 500, 50)], nutzart=["Wald", "Wald"])
    outcome = ingest(forest, "landuse", boundary=TOWN)
    # 100 m × 100 m, half of it inside; the second square only touches
    assert outcome.frame["area_ha"].tolist() == pytest.approx([0.5])
    assert outcome.rows_in == 1


def test_nothing_inside_is_an_error():
    error = raised_by(ingest, frame([square(5000, 0)], nutzart=["Wald"]), "landuse", boundary=TOWN)
    assert (error.code, error.params["rows"]) == ("nothing_in_municipality", 1)


def test_without_boundary_everything_stays():
    assert len(ingest(frame([square(90_000, 0)], nutzart=["Wald"]), "landuse").frame) == 1


# ---- coordinates


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ((33_456_540.6, 5_733_763.9), "coordinates_zone_prefixed"),
        ((5_733_763.9, 456_540.6), "axes_swapped"),
        ((14.37, 51.75), "coordinates_not_metric"),
        ((0.0, 0.0), "coordinates_not_metric"),
        ((1_668_762.4, 6_646_996.7), "coordinates_not_metric"),  # EPSG:3857
        ((5_410_300.0, 5_656_900.0), "coordinates_not_metric"),  # Gauss-Krüger, zone 5
    ],
)
def test_coordinates_that_are_no_metres_of_a_zone_are_refused(point, code):
    assert raised_by(ingest, frame([Point(point)], str=["A"]), "addresses").code == code


def test_one_lost_point_does_not_condemn_the_layer():
    points = [Point(at(i, i)) for i in range(10)] + [Point(0, 0)]
    assert len(ingest(frame(points, str=["A"] * 11, hnr=list(range(11))), "addresses").frame) == 11


def test_an_empty_layer_is_refused():
    assert raised_by(ingest, frame([], str=[]), "addresses").code == "layer_empty"


def test_a_table_is_no_street_layer():
    error = raised_by(ingest, pd.DataFrame({"name": ["A"], "highway": ["path"]}), "streets")
    assert error.code == "layer_without_geometry"
    assert error.params["fields"] == "name, highway"


def test_official_house_coordinates_come_as_plain_text():
    table = pd.DataFrame(
        {
            "str": ["Musterweg", "Musterweg"],
            "hnr": [1, 2],
            "ostwert": ["33400010,25", "33400020,5"],
            "nordwert": ["5650010,0", "5650020,0"],
        }
    )
    # the form a table has after QGIS read it: geometry column without a single geometry
    outcome = ingest(gpd.GeoDataFrame(table, geometry=[None, None], crs=CRS), "addresses", boundary=TOWN)
    assert outcome.frame.geometry.tolist() == [Point(400010.25, 5650010), Point(400020.5, 5650020)]
    assert "points_from_columns" in findings(outcome)


def test_a_foreign_zone_before_the_easting_is_refused():
    table = pd.DataFrame({"ostwert": [32_400_010.0], "nordwert": [5_650_010.0]})
    error = raised_by(points_from_columns, table, ("ostwert", "nordwert"), 33)
    assert error.code == "coordinates_zone_prefixed"


def test_pairs_of_coordinates_are_found_whatever_their_case():
    assert coordinate_fields(["OSTWERT", "NordWert"]) == ("OSTWERT", "NordWert")
    assert coordinate_fields(["x", "z"]) is None


# ---- keys


def keys_of(layer, key="k"):
    made, merged, found = assign_keys(layer, KeyRule(key))
    return made[key].tolist(), merged, {finding.id: finding.values["rows"] for finding in found}


def test_a_unique_key_of_the_source_stays():
    keys, merged, found = keys_of(frame([square(0, 0), square(20, 0)], k=["a", "b"]))
    assert (keys, merged, found) == (["a", "b"], 0, {})


def test_without_a_key_the_geometry_gives_one_that_survives_order_direction_and_rounding():
    first = frame([line((0, 0), (10, 3)), line((0, 5), (10, 8))], k=[None, None])
    again = frame([line((10.004, 8.004), (0.001, 5.002)), line((0.003, 0.001), (10.002, 3))], k=[None, None])
    assert set(keys_of(first)[0]) == set(keys_of(again)[0])
    assert keys_of(first)[2] == {"key_from_geometry": 2}


def test_mirror_images_have_different_keys():
    keys, _, _ = keys_of(frame([line((0, 0), (10, 10)), line((0, 10), (10, 0))], k=[None, None]))
    assert keys[0] != keys[1]


def test_the_same_way_in_both_directions_is_one():
    layer = frame([line((0, 0), (9, 1)), line((9, 1), (0, 0))], k=["w1", "w1"], name=["A", "A"])
    assert keys_of(layer) == (["w1"], 1, {"rows_repeated": 1})


def test_sections_of_a_street_get_a_suffix_that_does_not_depend_on_their_order():
    parts = [line((0, 0), (9, 1)), line((9, 1), (20, 0))]
    parts.append(line((20, 0), (30, 0)))
    forth, merged, found = keys_of(frame(parts, k=["w1", "w1", "w2"]))
    back, _, _ = keys_of(frame(parts[::-1], k=["w2", "w1", "w1"]))
    assert forth == back[::-1]
    assert len(set(forth)) == 3
    assert all(key.startswith("w1~") for key in forth[:2])
    assert forth[2] == "w2"
    assert (merged, found) == (0, {"key_not_unique": 2})


def test_addresses_in_one_place_differ_by_what_they_say():
    layer = frame([Point(at(0, 0))] * 2, k=["A", "A"], house_number=["1", "3"])
    keys, merged, _ = keys_of(layer)
    assert len(set(keys)) == 2
    assert merged == 0
    assert keys == keys_of(layer.iloc[::-1])[0][::-1]


def test_a_key_that_is_the_same_everywhere_is_none():
    keys, _, found = keys_of(frame([square(0, 0), square(20, 0)], k=["0", "0"]))
    assert len(set(keys)) == 2
    assert found == {"key_from_geometry": 2}


def test_rows_without_key_among_others_get_one():
    keys, _, found = keys_of(frame([square(0, 0), square(20, 0), square(40, 0)], k=["a", None, "c"]))
    assert keys[0::2] == ["a", "c"]
    assert keys[1].startswith("g")
    assert found == {"key_from_geometry": 1}


def test_a_tables_key_is_of_its_texts_and_not_of_its_figures():
    old = pd.DataFrame({"k": [None, None], "area": ["Nord", "Süd"], "inhabitants": [10, 20]})
    new = old.assign(inhabitants=[11, 21])
    assert keys_of(old)[0] == keys_of(new)[0]
    assert len(set(keys_of(old)[0])) == 2


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=12)
)
def test_keys_are_always_unique_and_no_row_is_lost(rows):
    layer = frame(
        [square(20 * place, 0) for _, place, _ in rows],
        k=[key if key != "c" else None for key, _, _ in rows],
        n=[number for _, _, number in rows],
    )
    keys, merged, _ = keys_of(layer)
    assert len(set(keys)) == len(keys)
    # rows that agree in key, place and content are one; every other stays
    assert len(keys) == len({(None if k == "c" else k, p, n) for k, p, n in rows})
    assert len(keys) + merged == len(rows)


def test_pieces_of_one_area_are_joined():
    layer = frame(
        [square(0, 0), square(50, 0), square(100, 0), square(200, 0)],
        flstkennz=["1", "1", "2", "2"],
        nutzung=["Acker", "Acker", "Wald", "Wiese"],
    )
    outcome = ingest(layer, "parcels")
    # parcel 1 is one in two pieces of 100 m²; the two rows of parcel 2 say different things
    assert outcome.merged == 1
    assert outcome.frame["area_m2"].tolist() == pytest.approx([200, 100, 100])
    assert outcome.frame["parcel_id"].tolist()[0] == "1"
    assert findings(outcome)["parts_joined"].values["rows"] == 1


def test_a_postcode_is_one_area_whatever_its_pieces_are_called():
    layer = frame(
        [square(0, 0), square(50, 0), square(100, 0)], plz=["04103", "04103", "04105"], ort=["A", "B", "C"]
    )
    made = ingest(layer, "postcodes").frame
    assert made["postcode"].tolist() == ["04103", "04105"]
    assert made["area_km2"].tolist() == pytest.approx([200e-6, 100e-6])


def test_sections_of_streets_are_never_joined():
    layer = frame([line((0, 0), (9, 1)), line((9, 1), (20, 0)), line((0, 5), (9, 5))], osm_id=["1", "1", "2"])
    assert len(ingest(layer, "streets").frame) == 3


def supply(year, *kinds):
    layer = frame(
        [square(20 * n, 0) for n in range(len(kinds))],
        gebiet_id=[f"G{n}" for n in range(len(kinds))],
        art=list(kinds),
    )
    mapping = Mapping.from_json(json.dumps({"year": {"value": year}}))
    return ingest(layer, "supply_areas", mapping).frame


def test_supply_areas_are_replaced_year_by_year():
    stored = with_other_slices(supply(2030, "dezentral", "Prüfgebiet"), None, "supply_areas")
    stored = with_other_slices(supply(2035, "Wärmenetz", "dezentral"), stored, "supply_areas")
    stored = with_other_slices(supply(2030, "Wärmenetz"), stored, "supply_areas")
    # 2030 is the one area delivered last, 2035 is as it was
    assert sorted(zip(stored["year"], stored["area_id"], stored["supply_kind"])) == [
        (2030, "G0@2030", "network"),
        (2035, "G0@2035", "network"),
        (2035, "G1@2035", "decentral"),
    ]
    assert isinstance(stored, gpd.GeoDataFrame)
    assert str(stored["year"].dtype) == "Int64"


def test_a_layer_that_comes_whole_is_replaced_whole():
    new = ingest(frame([square(0, 0)], nutzart=["Wald"]), "landuse").frame
    assert with_other_slices(new, new, "landuse") is new


# ---- the whole way


def test_population_is_a_table():
    table = pd.DataFrame({"ot_nr": ["01", "02"], "ortsteil": ["Nord", "Süd"], "einwohner": ["1.234", "987"]})
    outcome = ingest(table, "population", Mapping.from_json('{"area_kind": {"value": "Ortsteil"}}'))
    made = outcome.frame
    assert not isinstance(made, gpd.GeoDataFrame)
    assert made["inhabitants"].tolist() == [1234, 987]
    assert made["area_kind"].tolist() == ["district", "district"]
    assert made["population_id"].is_unique


def test_a_table_with_geometry_loses_it():
    made = ingest(frame([square(0, 0)], ew=[5]), "population").frame
    assert not isinstance(made, gpd.GeoDataFrame)
    assert made["inhabitants"].tolist() == [5]


def test_the_account_of_a_whole_load():
    layer = frame(
        [square(0, 0), square(0, 0), None, line((0, 0), (9, 9)), square(5000, 0), square(100, 100)],
        gebiet_id=["a", "a", "b", "c", "d", "e"],
        versorgungsart=["1000", "1000", "1000", "1000", "1000", "4000"],
    )
    outcome = ingest(layer, "supply_areas", Mapping.from_json('{"year": {"value": 2040}}'), boundary=TOWN)
    # six rows: one lies outside, one has no geometry, one is a line, one repeats the first
    assert outcome.rows_in == 5
    assert outcome.dropped == {"geometry_missing": 1, "geometry_wrong_kind": 1}
    assert outcome.merged == 1
    assert outcome.frame["area_id"].tolist() == ["a@2040", "e@2040"]
    assert outcome.frame["supply_kind"].tolist() == ["network", "study"]
    assert_every_row_is_accounted_for(outcome)


def test_loading_the_same_layer_again_gives_the_same_keys():
    rng = np.random.default_rng(7)
    corners = rng.uniform(0, 900, (50, 2))
    layer = frame([square(x, y) for x, y in corners], nutzart=["Wald"] * 50)
    first = ingest(layer, "landuse", boundary=TOWN).frame
    shuffled = ingest(layer.sample(frac=1, random_state=3), "landuse", boundary=TOWN).frame
    assert set(first["landuse_id"]) == set(shuffled["landuse_id"])


def test_the_input_is_left_as_it_was():
    layer = frame([square(0, 0), None], nutzart=["Wald", "Wald"])
    before = layer.copy()
    ingest(layer, "landuse", boundary=TOWN)
    pd.testing.assert_frame_equal(layer, before)
