from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st
from towns import CRS, EAST, NORTH, SOURCE, house, line, random_town, stock_of, streets_of

from enact_plugin.errors import EnactError
from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
from enact_plugin.heat.blocks.land import Land
from enact_plugin.heat.blocks.settlement import all_near, clusters

SQUARE = (
    line((0, 0), (100, 0)),
    line((100, 0), (100, 100)),
    line((100, 100), (0, 100)),
    line((0, 100), (0, 0)),
)


LONG = line((-500, 0), (1000, 0))
ROW = [house(20 * n, 10) for n in range(20)]  # along its north side
AROUND = house(-400, -500, 1200, 1000)


def terrace(count=6, x=10.0, y=10.0, step=13.0):
    return [house(x + step * n, y) for n in range(count)]


def made(stock, streets, **others):
    return building_blocks(BlockInputs(stock, streets, **others), SOURCE)


def test_a_square_of_streets_is_one_block_by_hand():
    blocks = made(stock_of(*terrace(6), *terrace(6, y=80)), streets_of(*SQUARE))
    (row,) = blocks.blocks.frame.to_dict("records")
    # 100 m × 100 m, all of it within 50 m of a house
    assert (row["area_ha"], row["gross_area_ha"], row["heated_buildings"]) == (1.0, 1.0, 12)
    assert set(blocks.members.frame["block_rule"]) == {"inside"}


def test_a_gap_at_a_corner_does_not_let_two_blocks_run_into_one():
    open_ = [
        line((0, 0), (200, 0)),
        line((200, 100), (0, 100)),
        line((0, 100), (0, 0)),
        line((200, 0), (200, 100)),
    ]
    divider = line((100, 1.0), (100, 98.5))  # stops short of both streets
    stock = stock_of(*terrace(6), *terrace(6, x=110))
    assert len(made(stock, streets_of(*open_, divider)).blocks.frame) == 2


@given(st.floats(0, 3.1), st.floats(-1e-7, 1e-7), st.floats(0, 2.5))
def test_a_street_that_ends_on_another_one_closes_its_block(angle, off, gap):
    """An end computed to lie on a line lies beside it by the last digit."""
    house_rows = [house(15 + 12 * n, y) for n in range(6) for y in (10, 70)]
    ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
    stock = stock_of(*house_rows)
    lines = [line(*ring), line((0 + off + gap, 47), (100 - off - gap, 53))]
    turn = shapely.affinity.rotate
    centre = (EAST + 50, NORTH + 50)
    turned = [turn(shape, angle, origin=centre, use_radians=True) for shape in lines]
    stock = stock.set_geometry(
        [turn(shape, angle, origin=centre, use_radians=True) for shape in stock.geometry]
    )
    made = building_blocks(BlockInputs(stock, streets_of(*turned)), SOURCE)
    assert len(made.blocks.frame) == 2


def test_a_line_without_a_class_among_streets_is_no_border_and_without_any_class_all_are():
    stock = stock_of(*[house(15 + 12 * n, y) for n in range(6) for y in (10, 70)])
    across = line((0, 50), (100, 50))
    streets = streets_of(*SQUARE, {"geometry": across, "street_class": None})
    assert len(made(stock, streets).blocks.frame) == 1
    assert len(made(stock, streets.assign(street_class=None)).blocks.frame) == 2


def test_a_dead_end_bounds_nothing():
    stub = line((50, 0), (50, 60))
    blocks = made(stock_of(*terrace(6)), streets_of(*SQUARE, stub))
    assert len(blocks.blocks.frame) == 1


@pytest.mark.parametrize("path", ["footway", "service", "steps", "track"])
def test_paths_and_drives_are_no_borders(path):
    way = {"geometry": line((50, 0), (50, 100)), "street_class": path}
    assert len(made(stock_of(*terrace(6)), streets_of(*SQUARE, way)).blocks.frame) == 1


def test_the_last_row_of_houses_does_not_own_the_fields():
    # one street, houses along its north side; the open land is bounded by nothing
    stock = stock_of(*[house(20 * n, 10) for n in range(20)])
    blocks = made(stock, streets_of(line((-500, 0), (1000, 0))), boundary=house(-400, -500, 1200, 1000))
    (row,) = blocks.blocks.frame.to_dict("records")
    # 390 m of houses and 50 m at each end, from the street to 50 m behind the houses: 490 × 70 m, less two corners that
    # two chords of a quarter circle cut off: 2 × 50² × (1 − sin 45°) = 0.15 ha
    assert row["area_ha"] == pytest.approx(3.43 - 0.15, abs=0.05)
    assert row["gross_area_ha"] > 30


@pytest.mark.parametrize(("free_m", "holes"), [(130, 0), (170, 1)])
def test_a_yard_is_no_hole_but_a_park_is(free_m, holes):
    # houses around an open square of that width; what is farther than 50 m from them is 30 m or 70 m wide
    side = range(0, free_m + 20, 12)
    ring = [house(-10 + step, y) for step in side for y in (-10, free_m)]
    ring += [house(x, step) for step in range(2, free_m - 10, 12) for x in (-10, free_m)]
    street = line((-30, -30), (free_m + 30, -30))
    (shape,) = made(stock_of(*ring), streets_of(street), boundary=AROUND).blocks.frame.geometry
    assert len(shape.interiors) == holes


def test_a_linear_village_is_cut_in_its_gaps_and_loses_no_house():
    along = [house(25 * n + (60 if n >= 40 else 0), y) for n in range(100) for y in (10, -20)]
    stock = stock_of(*along)
    blocks = made(stock, streets_of(line((-200, 0), (3000, 0))), boundary=house(-150, -500, 3000, 1000))
    frame, members = blocks.blocks.frame, blocks.members.frame
    assert frame["area_ha"].max() <= 12
    assert len(frame) >= 4  # both sides, each longer than 12 ha at 70 m depth
    assert frame["heated_buildings"].sum() == len(stock) == len(members)
    assert members["block_id"].notna().all()
    # no block reaches over the street
    inner = shapely.buffer(frame.geometry.to_numpy(), -0.01)
    assert not shapely.intersects(inner, line((-200, 0), (3000, 0))).any()


def test_a_farm_is_outside_settlements():
    farm = [house(3000, 3000), house(3020, 3000), house(3000, 3020)]
    blocks = made(stock_of(*terrace(8), *farm), streets_of(*SQUARE))
    rules = blocks.members.frame["block_rule"].value_counts().to_dict()
    assert rules == {"inside": 8, "outside": 3}
    assert blocks.members.frame["block_id"].isna().sum() == 3


def test_what_two_carriageways_leave_between_them_is_no_block():
    second = line((100.0, 0), (103, 50), (100, 100))
    blocks = made(stock_of(*terrace(6), *terrace(6, x=110)), streets_of(*SQUARE, second))
    assert blocks.blocks.frame["area_ha"].min() > 0.5


def test_a_house_on_a_sliver_joins_the_nearest_block():
    second = line((100.0, 0), (102.5, 50), (100, 100))
    kiosk = house(100.5, 49, 1.5, 2)
    blocks = made(stock_of(*terrace(7), kiosk), streets_of(*SQUARE, second))
    (row,) = blocks.blocks.frame.to_dict("records")
    assert row["heated_buildings"] == 8
    assert blocks.members.frame["block_rule"].value_counts().to_dict() == {"inside": 7, "nearest": 1}


def test_a_building_on_a_border_is_in_one_block():
    across = house(95, 40, 12, 10)  # most of it left of the street at x = 100
    stock = stock_of(*terrace(6), *terrace(6, x=110), across)
    more = (line((100, 0), (200, 0)), line((200, 0), (200, 100)), line((200, 100), (100, 100)))
    members = made(stock, streets_of(*SQUARE, *more)).members.frame
    assert members["building_id"].is_unique
    assert members["block_id"].notna().all()


def test_water_is_not_land():
    pond = gpd.GeoDataFrame({"water_kind": ["pond"]}, geometry=[house(40, 40, 20, 20)], crs=CRS)
    dry = made(stock_of(*terrace(6)), streets_of(*SQUARE))
    wet = made(stock_of(*terrace(6)), streets_of(*SQUARE), land=Land(water=pond))
    lost = dry.blocks.frame["area_ha"].sum() - wet.blocks.frame["area_ha"].sum()
    assert lost == pytest.approx(0.04)


def layer(**columns):
    shapes = columns.pop("shapes")
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)


def test_the_last_row_is_as_deep_as_its_parcels():
    lots = layer(
        parcel_id=[f"F{n}" for n in range(20)], shapes=[house(20 * n - 5, 0, 20, 32) for n in range(20)]
    )
    blocks = made(stock_of(*ROW), streets_of(LONG), boundary=AROUND, land=Land(parcels=lots))
    (row,) = blocks.blocks.frame.to_dict("records")
    # twenty parcels of 20 m × 32 m; none is lost, nothing beyond the ends
    assert row["area_ha"] == pytest.approx(1.28, abs=0.001)
    assert row["heated_buildings"] == 20


def test_a_vacant_lot_stays_and_a_house_on_none_or_a_huge_parcel_keeps_the_land_around_it():
    lots = [house(20 * n - 5, 0, 20, 32) for n in range(20) if n not in (3, 19)]
    stock = stock_of(*(place for n, place in enumerate(ROW) if n != 3))
    estate = house(375, 0, 400, 200)  # 8 ha: more than house and garden
    parcels = layer(parcel_id=[f"F{n}" for n in range(19)], shapes=[*lots, estate])
    (row,) = made(stock, streets_of(LONG), boundary=AROUND, land=Land(parcels=parcels)).blocks.frame.to_dict(
        "records"
    )
    # 19 lots with the vacant one, and 50 m around the last house, whose left half lies behind its neighbours' lots:
    # 110 m × 70 m from x = 330 less two corners (see above), of which 45 m × 32 m are lots already
    assert row["area_ha"] == pytest.approx(1.216 + 0.77 - 0.146 - 0.144, abs=0.03)


def test_parcels_change_nothing_within_streets():
    lots = layer(parcel_id=["F1"], shapes=[house(8, 8, 20, 20)])
    blocks = made(stock_of(*terrace(6), *terrace(6, y=80)), streets_of(*SQUARE), land=Land(parcels=lots))
    assert blocks.blocks.frame["area_ha"].tolist() == [1.0]


@pytest.mark.parametrize(
    ("kind", "depth_m", "area_ha"),
    [
        ("agriculture", 30, 0.7),
        ("forest", 30, 0.7),
        ("leisure", 19, 1.0),  # 1,900 m²: a garden
        ("residential", 30, 1.0),
        ("traffic", 30, 1.0),
        ("other", 30, 1.0),
    ],
)
def test_open_land_is_not_land_of_the_block(kind, depth_m, area_ha):
    use = layer(landuse_kind=[kind], shapes=[house(0, 40, 100, depth_m)])
    blocks = made(stock_of(*terrace(6), *terrace(6, y=80)), streets_of(*SQUARE), land=Land(landuse=use))
    assert blocks.blocks.frame["area_ha"].tolist() == [area_ha]


def test_no_strip_stays_between_a_field_and_the_street():
    field = layer(landuse_kind=["agriculture"], shapes=[house(4, 50, 92, 46)])
    blocks = made(stock_of(*terrace(6)), streets_of(*SQUARE), land=Land(landuse=field))
    (shape,) = blocks.blocks.frame.geometry
    # of 5.000 m² of the other half a strip of 4 m would stay at three sides; corners may
    assert shape.area == pytest.approx(5000, abs=40)
    assert shape.geom_type == "Polygon"


def test_houses_on_fields_keep_the_land_around_them():
    everywhere = layer(landuse_kind=["agriculture"], shapes=[house(-500, -500, 2000, 2000)])
    dry, field = (
        made(stock_of(*terrace(6), *terrace(6, y=80)), streets_of(*SQUARE), land=land).blocks.frame
        for land in (Land(), Land(landuse=everywhere))
    )
    assert field["area_ha"].tolist() == pytest.approx(dry["area_ha"].tolist(), abs=0.001)


def test_given_blocks_count_before_streets():
    given_ = gpd.GeoDataFrame(
        {"block_id": ["A", "B"], "name": ["Nord", None]},
        geometry=[house(0, 0, 100, 50), house(0, 50, 100, 50)],
        crs=CRS,
    )
    stock = stock_of(house(10, 10), house(10, 60), house(105, 60), house(400, 400))
    blocks = made(stock, streets_of(*SQUARE), given=given_)
    assert blocks.blocks.frame["block_id"].tolist() == ["A", "B"]
    members = blocks.members.frame
    assert members["block_id"].tolist() == ["A", "B", "B", None]
    assert members["block_rule"].tolist() == ["inside", "inside", "nearest", "outside"]


def test_without_streets_it_says_what_to_load():
    with pytest.raises(EnactError, match="blocks_without_streets"):
        made(stock_of(*terrace(6)), None)


def test_nothing_heated_is_an_error():
    with pytest.raises(EnactError, match="blocks_nothing_heated"):
        made(stock_of(*terrace(6), heated=False), streets_of(*SQUARE))


def test_one_building_is_outside_and_no_block_is_made():
    blocks = made(stock_of(house(10, 10)), streets_of(*SQUARE))
    assert len(blocks.blocks.frame) == 0
    assert blocks.members.frame["block_rule"].tolist() == ["outside"]


def test_keys_stay_when_a_town_grows_elsewhere():
    first = made(stock_of(*terrace(6), *terrace(6, y=80)), streets_of(*SQUARE)).blocks.frame
    more = tuple(shapely.affinity.translate(shape, 1000, 0) for shape in SQUARE)
    houses = [shapely.affinity.translate(shape, 1000, 0) for shape in (*terrace(6), *terrace(6, y=80))]
    both = made(stock_of(*terrace(6), *terrace(6, y=80), *houses), streets_of(*SQUARE, *more)).blocks.frame
    assert set(first["block_id"]) < set(both["block_id"])


def test_houses_whose_hulls_touch_stand_together():
    points = np.array([[0.0, 0.0], [90.0, 0.0], [300.0, 0.0]])  # on a line: no triangulation
    assert clusters(points, np.zeros(3), 50.0).tolist() == [0, 0, 1]
    assert clusters(points[:1], np.zeros(1), 50.0).tolist() == [0]
    square = np.array([[0, 0], [0, 90], [90, 0], [90, 90], [500, 500.0]])
    assert len(set(clusters(square, np.zeros(5), 50.0))) == 2


def test_land_is_near_only_its_own_houses():
    shapes = np.array([house(0, 0, 100, 100), house(100, 0, 100, 100)])
    houses = np.array([house(45, 45), house(110, 10)])
    assert all_near(shapes, houses, np.array([0, 1])).tolist() == [False, False]
    row = np.array([house(10 + 20 * n, y) for n in range(5) for y in (20, 70)])
    assert all_near(shapes[:1], row, np.zeros(len(row), dtype=int)).tolist() == [True]


def random_land(seed):
    """Ponds, fields and parcels that know nothing of the town."""
    rng = np.random.default_rng(seed)
    corners, sizes = rng.uniform(-60, 420, (3, 30, 2)), rng.uniform(5, 90, (3, 30, 2))
    water, fields, lots = (
        [house(*corner, *size) for corner, size in zip(*rows)] for rows in zip(corners, sizes)
    )
    kinds = rng.choice(["agriculture", "residential", "forest"], 30)
    return Land(
        layer(water_kind=["pond"] * 5, shapes=water[:5]),
        layer(landuse_kind=kinds, shapes=fields),
        layer(parcel_id=[f"F{n}" for n in range(30)], shapes=lots),
    )


@given(st.integers(0, 2**32 - 1), st.booleans())
@example(346, True)  # a repair on a grid made neighbours overlap
@example(517, True)  # what is left after a pond held a line
def test_every_building_is_in_one_block_or_outside(seed, with_land):
    stock, streets = random_town(seed)
    land = random_land(seed) if with_land else Land()
    blocks = made(stock, streets, land=land)
    members, frame = blocks.members.frame, blocks.blocks.frame
    assert sorted(members["building_id"]) == sorted(stock["building_id"])
    heated = members[stock["heated"].to_numpy()]
    counted = heated["block_id"].value_counts()
    assert counted.to_dict() == frame.set_index("block_id")["heated_buildings"].to_dict()
    assert (heated["block_id"].isna() == heated["block_rule"].eq("outside")).all()
    # blocks do not overlap, and none is larger than its face
    shapes = frame.geometry.to_numpy()
    assert set(frame.geometry.geom_type) <= {"Polygon", "MultiPolygon"}
    assert shapely.is_valid(shapes).all()
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = left < right
    overlap = shapely.area(shapely.intersection(shapes[left[pairs]], shapes[right[pairs]]))
    assert overlap.max(initial=0) < 0.01
    assert (frame["area_ha"] <= frame["gross_area_ha"] + 1e-4).all()
    order = np.random.default_rng(seed).permutation(len(stock))
    again = made(stock.iloc[order], streets.iloc[::-1], land=land)
    pd.testing.assert_frame_equal(
        again.members.frame.sort_values("building_id").reset_index(drop=True),
        members.sort_values("building_id").reset_index(drop=True),
    )


def test_the_place_of_the_town_changes_nothing():
    stock, streets = random_town(7)
    there = made(stock, streets).blocks.frame
    moved = stock.set_geometry(stock.geometry.translate(-EAST + 300_000, -NORTH + 5_700_000))
    here = made(moved, streets.set_geometry(streets.geometry.translate(-EAST + 300_000, -NORTH + 5_700_000)))
    assert np.allclose(np.sort(here.blocks.frame["area_ha"]), np.sort(there["area_ha"]), atol=1e-3)
