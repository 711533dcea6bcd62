"""Keys stay what they are: edits refer to them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box

from enact_plugin.fields.mapping import Mapping
from enact_plugin.layers.ingest import ingest
from enact_plugin.layers.keys import KeyRule, assign_keys
from enact_plugin.layers.matching import likeness

CRS = "EPSG:25833"
E0, N0 = 400_000, 5_650_000
RULE = KeyRule("k")


def at(x, y):
    return (E0 + x, N0 + y)


def square(x, y, size=10):
    return box(*at(x, y), *at(x + size, y + size))


def line(*points):
    return LineString([at(*point) for point in points])


def frame(shapes, **data):
    return gpd.GeoDataFrame(data or {"k": [None] * len(shapes)}, geometry=shapes, crs=CRS)


def keyed(layer, stored=None, rule=RULE):
    return assign_keys(layer, rule, stored)[0]


def found(layer, stored=None, rule=RULE):
    return {finding.id: finding.values["rows"] for finding in assign_keys(layer, rule, stored)[2]}


def jittered(layer, amount, seed=1):
    """The same geometries, each corner moved by at most `amount`; closed rings stay closed."""
    rng = np.random.default_rng(seed)

    def move(points):
        where, place = np.unique(points, axis=0, return_inverse=True)
        return points + rng.uniform(-amount, amount, where.shape)[place.reshape(-1)]

    return layer.set_geometry(shapely.transform(layer.geometry.to_numpy(), move), crs=CRS)


# ---- a delivery that differs by rounding

circles = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=20, unique=True)


@settings(max_examples=40)
@given(circles, st.sampled_from(["area", "line", "point"]), st.integers(0, 2**32 - 1))
def test_jitter_and_order_change_no_key(places, kind, seed):
    make = {
        "area": lambda x, y: Point(at(30 * x, 30 * y)).buffer(11.3, quad_segs=10),
        "line": lambda x, y: line((30 * x, 30 * y), (30 * x + 12.3, 30 * y + 7), (30 * x + 29, 30 * y + 1)),
        "point": lambda x, y: Point(at(30 * x + 0.05, 30 * y + 0.05)),
    }[kind]
    layer = frame([make(x, y) for x, y in places], k=None, n=[x * 10 + y for x, y in places])
    first = keyed(layer)
    assert first["k"].is_unique
    again = jittered(layer, 0.03, seed).sample(frac=1, random_state=seed % 1000)
    second = keyed(again, first)
    assert second.set_index("n")["k"].to_dict() == first.set_index("n")["k"].to_dict()


def deliveries(layer, way):
    """A layer as another way of delivery would have it."""
    points = layer.geometry.to_numpy()
    if way == "degrees of seven digits":
        degrees = layer.geometry.to_crs("EPSG:4326").to_numpy()
        rounded = shapely.transform(degrees, lambda xy: np.round(xy, 7))
        return layer.set_geometry(gpd.GeoSeries(rounded, crs="EPSG:4326").to_crs(CRS).to_numpy(), crs=CRS)
    digits = {"millimetres": 3, "centimetres": 2, "decimetres": 1}[way]
    return layer.set_geometry(shapely.transform(points, lambda xy: np.round(xy, digits)), crs=CRS)


@pytest.mark.parametrize("way", ["millimetres", "centimetres", "decimetres", "degrees of seven digits"])
def test_five_hundred_areas_keep_their_keys_however_they_are_rounded(way):
    rng = np.random.default_rng(1)
    shapes = [
        Point(at(i * 300 + rng.random(), rng.random())).buffer(100 + rng.random(), 10) for i in range(500)
    ]
    first = keyed(frame(shapes))
    assert keyed(deliveries(frame(shapes), way), first)["k"].tolist() == first["k"].tolist()


def test_what_is_recognised_is_said():
    layer = frame([square(0, 0), square(20, 0)])
    assert found(layer) == {"key_from_geometry": 2}
    grown = frame([square(0, 0, 11), square(20, 0), square(40, 0)])
    assert found(grown, keyed(layer)) == {"key_kept": 2, "key_from_geometry": 1}


# ---- objects that changed


def test_an_area_that_grew_keeps_its_key_and_the_new_one_beside_it_gets_one():
    first = keyed(frame([square(0, 0), square(10, 0)]))
    second = keyed(frame([square(30, 0), square(10, 0, 13), square(0, 0)]), first)
    assert second["k"].tolist()[1:] == first["k"].tolist()[::-1]
    assert second["k"].iloc[0] not in set(first["k"])


def test_of_an_area_that_was_divided_the_larger_part_keeps_the_key():
    first = keyed(frame([box(*at(0, 0), *at(10, 10))]))
    parts = [box(*at(0, 0), *at(3, 10)), box(*at(3, 0), *at(10, 10))]
    second = keyed(frame(parts), first)["k"].tolist()
    assert second[1] == first["k"].iloc[0]
    assert second[0] != second[1]


def test_a_place_taken_by_another_object_gives_it_no_key():
    first = keyed(frame([square(0, 0)]))
    assert keyed(frame([square(6, 0)]), first)["k"].iloc[0] != first["k"].iloc[0]


def test_a_line_turned_round_and_prolonged_keeps_its_key():
    first = keyed(frame([line((0, 0), (40, 3)), line((40, 3), (90, 0))]))
    second = keyed(frame([line((55, 5), (40, 3), (0, 0)), line((90, 0), (40, 3))]), first)
    assert second["k"].tolist() == first["k"].tolist()


def test_supply_and_return_pipe_are_not_exchanged():
    layer = frame([line((0, 0), (80, 0)), line((0, 0.6), (80, 0.6))])
    first = keyed(layer)
    moved = layer.set_geometry(shapely.transform(layer.geometry.to_numpy(), lambda xy: xy + 0.15), crs=CRS)
    assert keyed(moved, first)["k"].tolist() == first["k"].tolist()


def test_objects_in_one_place_are_told_apart_by_what_they_say():
    shapes = [Point(at(0, 0))] * 3
    first = keyed(frame(shapes, k=[None] * 3, name=["a", "b", "c"]))
    moved = [Point(at(0.2, 0.1))] * 3
    second = keyed(frame(moved, k=[None] * 3, name=["c", "a", "b"]), first)
    assert second.set_index("name")["k"].to_dict() == first.set_index("name")["k"].to_dict()


def test_a_corrected_attribute_changes_no_key():
    first = keyed(frame([square(0, 0)] * 2, k=[None] * 2, use=["Wald", "Wiese"]))
    second = keyed(frame([square(0, 0)] * 2, k=[None] * 2, use=["Acker", "Wiese"]), first)
    assert second["k"].tolist() == first["k"].tolist()


def test_what_a_person_moved_in_the_workspace_is_the_same_when_it_is_delivered_as_before():
    layer = frame([square(0, 0), square(100, 0)])
    first = keyed(layer)
    edited = first.set_geometry([square(0, 50), square(100, 0)], crs=CRS)
    assert keyed(layer, edited)["k"].tolist() == first["k"].tolist()


def test_a_ring_that_a_person_broke_is_no_hindrance():
    layer = frame([square(0, 0)])
    first = keyed(layer)
    tie = Polygon([at(0, 0), at(10, 10), at(10, 0), at(0, 10)])
    stored = pd.concat([first.set_geometry([tie], crs=CRS), frame([None], k=["leer"])], ignore_index=True)
    assert keyed(layer, stored)["k"].tolist() == first["k"].tolist()


# ---- keys of the source


def test_the_sources_own_key_counts_before_the_place():
    first = keyed(frame([square(0, 0), square(20, 0)], k=["a", "b"]))
    assert keyed(frame([square(0, 0), square(20, 0)], k=["b", "a"]), first)["k"].tolist() == ["b", "a"]


def test_a_second_row_under_a_key_does_not_change_the_first():
    first = keyed(frame([line((0, 0), (9, 0)), line((0, 5), (9, 5))], k=["A", "B"]))
    more = [line((0, 0), (9, 0)), line((0, 5), (9, 5)), line((9, 0), (20, 0))]
    second = keyed(frame(more, k=["A", "B", "A"]), first)
    assert second["k"].tolist()[:2] == ["A", "B"]
    assert second["k"].iloc[2].startswith("A~")


def test_sections_under_one_key_keep_theirs_when_they_are_rounded_or_fewer():
    layer = frame(
        [line((0, 0), (9.04, 1)), line((9.04, 1), (20, 0)), line((0, 5), (9, 5))], k=["A", "A", "B"]
    )
    first = keyed(layer)
    second = keyed(deliveries(layer, "decimetres").iloc[[2, 1]], first)
    assert second["k"].tolist() == first["k"].tolist()[:0:-1]


def test_keys_that_were_lost_in_the_delivery_are_found_by_the_place():
    first = keyed(frame([square(0, 0), square(20, 0)], k=["DESN1", "DESN2"]))
    assert keyed(frame([square(20, 0), square(0, 0)]), first)["k"].tolist() == ["DESN2", "DESN1"]


rows = st.lists(
    st.tuples(st.sampled_from([None, "a", "b", "c"]), st.integers(0, 4), st.sampled_from("xy")),
    min_size=1, max_size=10, unique=True,
)  # fmt: skip


@settings(max_examples=80)
@given(rows, rows, st.integers(0, 99))
def test_keys_are_unique_whatever_was_there_before_and_the_order_has_no_part_in_them(before, after, seed):
    def layer(items):
        return frame(
            [square(6 * place, 0) for _, place, _ in items],
            k=[key for key, _, _ in items],
            say=[text for _, _, text in items],
            row=[f"{item}" for item in items],
        )

    stored = keyed(layer(before))
    made = keyed(layer(after), stored)
    assert made["k"].is_unique
    assert made["k"].notna().all()
    shuffled = keyed(layer(after).sample(frac=1, random_state=seed), stored)
    assert shuffled.set_index("row")["k"].to_dict() == made.set_index("row")["k"].to_dict()


@settings(max_examples=40)
@given(rows, st.integers(0, 99))
def test_the_same_delivery_again_changes_no_key(items, seed):
    layer = frame(
        [square(6 * place, 0) for _, place, _ in items],
        k=[key for key, _, _ in items],
        row=[f"{item}" for item in items],
    )
    first = keyed(layer)
    second = keyed(layer.sample(frac=1, random_state=seed), first)
    assert second.set_index("row")["k"].to_dict() == first.set_index("row")["k"].to_dict()


# ---- addresses


def addresses(*items):
    """From (street, house number, postcode, x)."""
    street, number, postcode, x = zip(*items)
    return frame([Point(at(value, 0)) for value in x], strasse=street, hnr=number, plz=postcode)


def address_keys(layer, stored=None):
    made = ingest(layer, "addresses", stored=stored).frame
    return dict(zip(made["house_number"] + made["suffix"].fillna(""), made["address_id"])), made


def test_an_address_is_named_by_street_and_number_and_not_by_its_point():
    here, _ = address_keys(addresses(("Am Weg", "1", "01067", 0), ("Am Weg", "2", "01067", 0)))
    there, _ = address_keys(addresses(("Am Weg", "2", "01067", 7), ("AM WEG", "1", "01067", 9)))
    assert here == there


def test_a_corrected_postcode_changes_no_key():
    before, stored = address_keys(addresses(("Am Weg", "1", "01067", 0), ("Am Weg", "2", "01067", 0)))
    after, _ = address_keys(addresses(("Am Weg", "1", "01067", 0), ("Am Weg", "2", "01069", 0)), stored)
    assert before == after
    # and without a workspace at least not that of its neighbour
    alone, _ = address_keys(addresses(("Am Weg", "1", "01067", 0), ("Am Weg", "2", "01069", 0)))
    assert alone["1"] == before["1"]


def test_the_same_street_and_number_in_another_village_is_another_address():
    _, stored = address_keys(addresses(("Dorfstraße", "1", None, 0), ("Dorfstraße", "1", None, 5000)))
    _, made = address_keys(addresses(("Dorfstraße", "1", None, 5003), ("Dorfstraße", "1", None, 2)), stored)
    assert made["address_id"].tolist() == stored["address_id"].tolist()[::-1]
    assert made["address_id"].is_unique


# ---- parts and tables


def supply(year, shapes, stored=None):
    layer = frame(shapes, art=["Wärmenetz"] * len(shapes))
    mapping = Mapping.from_json(f'{{"year": {{"value": {year}}}}}')
    return ingest(layer, "supply_areas", mapping, stored=stored).frame


def test_an_area_of_another_year_is_another_area():
    first = supply(2030, [square(0, 0)])
    second = supply(2035, [square(0, 0, 10.2)], first)
    third = supply(2030, [square(0, 0, 10.2)], first)
    assert second["area_id"].iloc[0].endswith("@2035")
    assert third["area_id"].tolist() == first["area_id"].tolist()


def test_rows_that_have_their_keys_already_keep_them():
    """Deliveries that were keyed one by one are keyed again when they are put together."""
    first = supply(2030, [square(0, 0), square(20, 0)])
    rule = KeyRule("area_id", "year")
    assert keyed(first, None, rule)["area_id"].tolist() == first["area_id"].tolist()
    assert keyed(first, first, rule)["area_id"].tolist() == first["area_id"].tolist()


def test_rows_of_a_table_keep_their_keys_when_their_figures_change():
    table = pd.DataFrame({"gebiet": ["Nord", "Süd"], "einwohner": [10, 20]})
    first = ingest(table, "population").frame
    # as QGIS reads a table: with a geometry column that holds nothing
    stored = gpd.GeoDataFrame(first, geometry=[None, None], crs=CRS)
    newer = table.assign(einwohner=[11, 21]).iloc[::-1]
    second = ingest(newer, "population", stored=stored).frame
    assert second["population_id"].tolist() == first["population_id"].tolist()[::-1]


# ---- how much is the same, by hand


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # 10 × 10 and 10 × 8 in it: 80 of 100
        (square(0, 0), box(*at(0, 0), *at(10, 8)), 0.8),
        # exactly half in common is not more than half
        (square(0, 0), box(*at(0, 0), *at(10, 5)), 0.0),
        # 100 m² each, 60 in common of 140 in all
        (square(0, 0), square(4, 0), 0.0),
        (square(0, 0), square(0.03, 0), 1.0),
        (Point(at(0, 0)), Point(at(0.25, 0)), 0.75),
        (Point(at(0, 0)), Point(at(3, 0)), 0.0),
        # 80 m of 100 m, and nothing between them
        (line((0, 0), (100, 0)), line((0, 0), (80, 0)), 0.8),
        (line((0, 0), (100, 0)), line((50, -50), (50, 50)), 0.0),
        (line((0, 0), (100, 0)), MultiLineString([line((60, 0), (0, 0))]), 0.6),
    ],
)
def test_how_much_two_geometries_are_the_same(one, other, expected):
    score = likeness(np.array([one], dtype=object), np.array([other], dtype=object))[0]
    # a buffer of one metre reaches that far beyond the end of a line
    assert score == pytest.approx(expected, abs=0.011)
