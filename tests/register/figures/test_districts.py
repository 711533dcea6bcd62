"""District by point, else by a postcode area that leaves no other choice; all else is left open, by name."""

import geopandas as gpd
import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from enact_plugin.register.figures.districts import NOWHERE, dissolved, districts_of_units

CRS = "EPSG:25833"
TOWN = "14713000"
# two districts of 1 km² side by side
DISTRICTS = gpd.GeoDataFrame(
    {"district_id": ["01", "02"], "name": ["West", "Ost"]},
    geometry=[box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)],
    crs=CRS,
)
MUNICIPALITY = gpd.GeoDataFrame({"ags": [TOWN]}, geometry=[box(0, 0, 2000, 1000)], crs=CRS)


def postcodes(**areas):
    return gpd.GeoDataFrame(
        {"postcode": [code.strip("p") for code in areas]}, geometry=list(areas.values()), crs=CRS
    )


def found(units, codes=None, municipality=MUNICIPALITY, districts=DISTRICTS):
    """District of each (postcode, point), whether by postcode, and where the others might lie."""
    frame = pd.DataFrame({"ags": TOWN, "postcode": [code for code, _point in units]})
    points = gpd.GeoSeries([point for _code, point in units], index=frame.index, crs=CRS)
    result = districts_of_units(frame, points, districts, codes, municipality)
    possible = set(result.possible[["postcode", "district_id"]].itertuples(index=False, name=None))
    return result.district_id.tolist(), result.by_postcode.tolist(), possible


def test_a_point_counts_where_it_lies_and_on_a_common_border_in_the_first():
    ids, by_postcode, _open = found([("04103", Point(500, 500)), ("04103", Point(1000, 500))])
    assert (ids, by_postcode) == (["01", "01"], [False, False])


def test_a_postcode_wholly_inside_a_district_gives_the_unit_to_it():
    ids, by_postcode, possible = found([("04103", None)], postcodes(p04103=box(100, 100, 900, 900)))
    assert (ids, by_postcode, possible) == (["01"], [True], set())


def test_a_postcode_across_two_districts_leaves_the_unit_open_in_both():
    ids, _by, possible = found([("04103", None)], postcodes(p04103=box(500, 0, 1500, 1000)))
    assert ids == [NOWHERE]
    assert possible == {("04103", "01"), ("04103", "02")}


def test_a_border_digitised_some_metres_apart_is_the_same_border():
    """9 m beyond the border is within the tolerance of 10 m, 11 m is not."""
    near = found([("04103", None)], postcodes(p04103=box(0, 0, 1009, 1000)))
    far = found([("04103", None)], postcodes(p04103=box(0, 0, 1011, 1000)))
    assert near[0] == ["01"]
    assert (far[0], far[2]) == ([NOWHERE], {("04103", "01"), ("04103", "02")})


def test_a_postcode_area_beyond_the_municipality_is_looked_at_inside_of_it():
    """In the country a postcode covers several municipalities; the unit's is in the register."""
    wide = postcodes(p04103=box(-5000, -5000, 1000, 5000))
    assert found([("04103", None)], wide)[0] == ["01"]
    # where the municipality is not known, the whole area counts, and it lies in no district as a whole
    assert found([("04103", None)], wide, municipality=None)[0] == [NOWHERE]


def test_a_neighbours_postcode_that_touches_the_town_says_nothing():
    touching = postcodes(p04103=box(1995, 0, 9000, 1000))
    ids, _by, possible = found([("04103", None)], touching)
    assert ids == [NOWHERE]
    assert possible == {("04103", "01"), ("04103", "02")}


def test_a_part_outside_of_all_districts_leaves_the_unit_open():
    """West of the river there is no district: the unit may lie there, or in the one the postcode reaches into."""
    only_east = DISTRICTS.iloc[1:]
    ids, _by, possible = found(
        [("04103", None)], postcodes(p04103=box(500, 0, 1500, 1000)), districts=only_east
    )
    assert (ids, possible) == ([NOWHERE], {("04103", "02")})


def test_without_postcode_or_its_area_a_unit_may_lie_anywhere():
    everywhere = {("", "01"), ("", "02"), ("99999", "01"), ("99999", "02")}
    codes = postcodes(p04103=box(0, 0, 1, 1))
    assert found([("", None), ("99999", None)], codes)[2] == everywhere
    assert found([("", None), ("99999", None)], None)[2] == everywhere


def test_a_point_outside_of_all_districts_stays_outside_and_open():
    """The register says Italy and Leipzig: nobody knows, so the district of its postcode may lack it."""
    ids, by_postcode, possible = found(
        [("04103", Point(9e5, 9e5))], postcodes(p04103=box(100, 100, 900, 900))
    )
    assert (ids, by_postcode, possible) == ([NOWHERE], [False], {("04103", "01")})


def test_districts_that_overlap_leave_the_unit_open():
    both = gpd.GeoDataFrame(
        {"district_id": ["01", "02"]}, geometry=[box(0, 0, 1000, 1000), box(0, 0, 1000, 1000)], crs=CRS
    )
    ids, _by, possible = found([("04103", None)], postcodes(p04103=box(100, 100, 900, 900)), districts=both)
    assert (ids, possible) == ([NOWHERE], {("04103", "01"), ("04103", "02")})


def test_areas_in_parts_crossed_rings_and_rows_without_area():
    parts = gpd.GeoDataFrame(
        {"postcode": ["04103", "04103", "04105", "04107"]},
        geometry=[
            box(100, 100, 200, 200),
            box(300, 300, 400, 400),
            Polygon([(500, 500), (600, 600), (600, 500), (500, 600)]),
            None,
        ],
        crs=CRS,
    )
    ids, _by, _open = found([("04103", None), ("04105", None), ("04107", None)], parts)
    assert ids == ["01", "01", NOWHERE]
    whole = dissolved(parts, "postcode")
    assert (whole["04103"].area, isinstance(whole["04103"], MultiPolygon)) == (20_000, True)
    assert list(whole.index) == ["04103", "04105"]


def test_degrees_are_no_metres_and_decide_nothing():
    frame = pd.DataFrame({"ags": [TOWN], "postcode": ["04103"]})
    points = gpd.GeoSeries([None], crs="EPSG:4326")
    areas = gpd.GeoDataFrame({"district_id": ["01"]}, geometry=[box(12, 51, 13, 52)], crs="EPSG:4326")
    codes = gpd.GeoDataFrame({"postcode": ["04103"]}, geometry=[box(12.1, 51.1, 12.2, 51.2)], crs="EPSG:4326")
    result = districts_of_units(frame, points, areas, codes)
    assert result.district_id.tolist() == [NOWHERE]


def test_no_units_at_all():
    assert found([], postcodes(p04103=box(0, 0, 500, 500))) == ([], [], set())


CORNER = st.integers(0, 19).map(lambda n: 100.0 * n)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(CORNER, CORNER, st.integers(1, 8), st.integers(1, 8)), min_size=1, max_size=5),
    st.integers(0, 2**32 - 1),
)
def test_wherever_a_unit_really_lies_its_district_is_the_one_told_or_a_possible_one(areas, seed):
    """Units thrown at random into postcode areas of any shape: the truth is never ruled out."""
    rng = np.random.default_rng(seed)
    names = [f"{number:05d}" for number in range(len(areas))]
    shapes = [box(x, y, x + 100 * w, y + 100 * h) for x, y, w, h in areas]
    codes = gpd.GeoDataFrame({"postcode": names}, geometry=shapes, crs=CRS)
    units, truth = [], []
    for name, shape in zip(names, shapes):
        x0, y0, x1, y1 = shape.bounds
        for _ in range(4):
            x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
            if 0 <= x <= 2000 and 0 <= y <= 1000:
                units.append((name, None))
                truth.append("01" if x <= 1000 else "02")
    ids, _by, possible = found(units, codes)
    for (code, _point), told, true in zip(units, ids, truth):
        assert told == true or (told == NOWHERE and (code, true) in possible)
