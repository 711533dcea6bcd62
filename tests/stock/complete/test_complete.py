"""What is missing in a delivery is completed, marked, and never invented."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.outcome import Source
from enact_plugin.reference.columns import columns
from enact_plugin.stock.complete.addresses import building_addresses
from enact_plugin.stock.complete.cells import (
    NO_CELL,
    CellCounts,
    age_counts,
    cell_of,
    distribution,
    housing,
    less_known,
    residential_buildings,
)
from enact_plugin.stock.complete.stock import StockInputs, complete_stock, house_type

CRS = "EPSG:25833"
EAST, NORTH = 486_000.0, 5_638_000.0
SOURCE = Source("Erfundenes Kataster", "dl-de/by-2-0")
TEXTS = {column.name: column for column in columns("buildings")}


def box(x, y, width=10.0, depth=10.0):
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + depth)


def buildings(*rows):
    """Layer buildings: what a row does not say is unknown."""
    table = []
    for number, row in enumerate(rows):
        given_ = dict(row)
        empty = {name: (np.nan if TEXTS[name].type.value in ("real", "integer") else None) for name in TEXTS}
        shape = given_.pop("geometry")
        base = {
            "building_id": f"h{number:03d}",
            "use": "unknown",
            "age_class": "unknown",
            "footprint_m2": shape.area,
        }
        table.append({**empty, **base, **given_, "geometry": shape})
    frame = pd.DataFrame(table)
    for name in ("storeys", "height_m", "eaves_height_m", "attic_share", "floor_area_m2", "built_year"):
        frame[name] = frame[name].astype(float)
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def cells(*rows, year=2022):
    """Census cells of 100 m at (column, line) with their counts."""
    table = [
        {"cell_id": f"Z{x}-{y}", "census_year": year, **counts, "geometry": box(100 * x, 100 * y, 100, 100)}
        for (x, y), counts in rows
    ]
    frame = pd.DataFrame(table)
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def points(*rows):
    frame = pd.DataFrame(
        [
            {
                "street": None,
                "house_number": None,
                "suffix": None,
                "postcode": None,
                "building_id": None,
                **row,
            }
            for row in rows
        ]
    )
    shapes = [shapely.Point(EAST + x, NORTH + y) for x, y in frame.pop("at")]
    return gpd.GeoDataFrame(frame, geometry=shapes, crs=CRS)


def land(*rows):
    frame = pd.DataFrame([{"landuse_kind": kind} for kind, _ in rows])
    return gpd.GeoDataFrame(frame, geometry=[shape for _, shape in rows], crs=CRS)


def completed(*rows, **layers):
    return complete_stock(StockInputs(buildings(*rows), **layers), SOURCE)


def table(*rows, **layers):
    return completed(*rows, **layers).buildings.frame.set_index("building_id")


# ---- use


def test_what_was_delivered_stays():
    given_ = {"use": "office", "use_source": "cadastre", "storeys": 4.0, "storeys_source": "cadastre",
              "age_class": "to_1918", "age_source": "cadastre"}  # fmt: skip
    row = table({"geometry": box(0, 0), **given_}).iloc[0]
    assert {name: row[name] for name in given_} == given_


def test_a_shed_without_an_address_is_an_outbuilding_and_has_no_floor_area():
    row = table({"geometry": box(0, 0, 5, 6)}).iloc[0]
    assert (row["use"], row["use_source"], row["heated"]) == ("outbuilding", "geometry", False)
    assert np.isnan(row["floor_area_m2"])


def test_an_address_makes_a_home():
    found = table(
        {"geometry": box(0, 0)},
        addresses=points({"at": (5, 5), "street": "Weg", "house_number": "3", "suffix": "a"}),
    )
    row = found.iloc[0]
    assert (row["use"], row["use_source"], row["addresses"]) == ("residential", "address", 1)
    assert (row["street"], row["house_number"]) == ("Weg", "3a")


def test_the_land_counts_before_the_address():
    there = points({"at": (5, 5), "street": "Weg", "house_number": "3"})
    found = table(
        {"geometry": box(0, 0)},
        {"geometry": box(50, 0, 30, 30)},
        addresses=there,
        landuse=land(("commercial", box(-10, -10, 200, 200))),
    )
    assert found["use"].tolist() == ["trade", "industry"]
    assert set(found["use_source"]) == {"landuse"}


def test_of_two_areas_the_smaller_tells_the_land():
    both = land(("residential", box(-500, -500, 1000, 1000)), ("commercial", box(-10, -10, 50, 50)))
    assert table({"geometry": box(0, 0, 20, 20)}, landuse=both)["use"].tolist() == ["industry"]


def test_the_census_makes_as_many_homes_as_it_counts_the_largest_first():
    sizes = [(12, 12), (11, 11), (9, 9), (7, 7), (13, 12)]
    rows = [{"geometry": box(15 * n, 0, *size)} for n, size in enumerate(sizes)]
    found = table(*rows, cells=cells(((0, 0), {"buildings": 3})))
    assert found["use"].tolist() == [
        "residential",
        "residential",
        "outbuilding",
        "outbuilding",
        "residential",
    ]


def test_homes_known_already_count_against_the_census():
    rows = [
        {"geometry": box(0, 0, 12, 12)},
        {"geometry": box(20, 0, 11, 11), "use": "residential", "use_source": "osm"},
    ]
    found = table(*rows, cells=cells(((0, 0), {"buildings": 1})))
    assert found["use"].tolist() == ["trade", "residential"]


def test_a_dash_of_the_census_tells_nothing():
    found = table({"geometry": box(0, 0)}, cells=cells(((0, 0), {"buildings": np.nan})))
    assert found["use"].tolist() == ["unknown"]
    assert found["heated"].tolist() == [True]


def test_a_small_building_for_supply_is_unheated():
    rows = [
        {"geometry": box(30 * n, 0, 6, 7 + 4 * n), "use": "utility", "use_source": "cadastre"}
        for n in range(2)
    ]
    assert table(*rows)["heated"].tolist() == [False, True]  # 42 and 66 m²


# ---- age


def test_an_unknown_year_becomes_the_mixture_of_its_cell():
    counts = {"buildings_age_to_1918": 3, "buildings_age_1949_1978": 1}
    stock = completed({"geometry": box(0, 0), "use": "residential"}, cells=cells(((0, 0), counts)))
    row = stock.buildings.frame.iloc[0]
    assert (row["age_class"], row["age_source"]) == ("unknown", "census")
    mixture = stock.mixture.frame
    ages = mixture[mixture["attribute"] == "age_class"].set_index("value")["share"]
    assert ages.to_dict() == {"to_1918": 0.75, "1949_1978": 0.25}


def test_years_known_in_the_cell_are_taken_off_it():
    counts = {"buildings_age_to_1918": 2, "buildings_age_1949_1978": 2}
    rows = [
        {"geometry": box(0, 0), "use": "residential", "age_class": "to_1918", "age_source": "cadastre"},
        {"geometry": box(20, 0), "use": "residential", "age_class": "to_1918", "age_source": "cadastre"},
        {"geometry": box(40, 0), "use": "residential"},
    ]
    mixture = completed(*rows, cells=cells(((0, 0), counts))).mixture.frame
    assert mixture[["building_id", "value", "share"]].to_numpy().tolist() == [["h002", "1949_1978", 1.0]]


def test_a_silent_cell_takes_the_cells_around_then_the_municipality():
    around = cells(
        ((0, 0), {}), ((1, 0), {"buildings_age_to_1918": 4}), ((20, 0), {"buildings_age_1949_1978": 4})
    )
    rows = [{"geometry": box(x, 50), "use": "residential"} for x in (50, 5050)]
    stock = completed(*rows, cells=around)
    assert stock.buildings.frame["age_source"].tolist() == ["neighbour", "default"]
    shares = stock.mixture.frame.set_index(["building_id", "value"])["share"].to_dict()
    assert shares == {("h000", "to_1918"): 1.0, ("h001", "to_1918"): 0.5, ("h001", "1949_1978"): 0.5}


def test_classes_of_2011_are_split_and_keep_their_total():
    counts = age_counts(
        cells(
            (
                (0, 0),
                {"buildings_age_1979_1986": 5, "buildings_age_1987_1990": 2, "buildings_age_from_2009": 3},
            ),
            year=2011,
        )
    )
    by_class = dict(zip(counts.classes, counts.counts[0]))
    assert by_class["1979_1990"] == 7
    assert counts.counts.sum() == pytest.approx(10)


def test_the_census_says_nothing_about_shops():
    counts = {"buildings_age_to_1918": 3}
    stock = completed({"geometry": box(0, 0), "use": "trade"}, cells=cells(((0, 0), counts)))
    assert stock.buildings.frame["age_source"].tolist() == [None]
    assert not len(stock.mixture.frame)


def test_carriers_of_a_cell_go_to_all_that_is_heated():
    counts = {"buildings_carrier_gas": 6, "buildings_carrier_oil": 2}
    rows = [
        {"geometry": box(20 * n, 0), "use": use}
        for n, use in enumerate(("residential", "trade", "outbuilding"))
    ]
    mixture = completed(*rows, cells=cells(((0, 0), counts))).mixture.frame
    assert sorted(set(mixture["building_id"])) == ["h000", "h001"]
    assert mixture.groupby("building_id")["share"].sum().tolist() == [1, 1]


# ---- storeys and floor area


def test_storeys_from_the_eaves_follow_the_mixture_of_ages():
    counts = {"buildings_age_to_1918": 1, "buildings_age_1949_1978": 1}
    row = {
        "geometry": box(0, 0),
        "use": "residential",
        "eaves_height_m": 11.6,
        "storeys": 4.0,
        "storeys_source": "geometry",
    }
    found = table(row, cells=cells(((0, 0), counts))).iloc[0]
    # (11.6 − 0.8) / 3.6 = 3 before 1918; (11.6 − 0.5) / 2.8 = 3.96 → 4 later: half each
    assert (found["storeys"], found["storeys_source"]) == (3.5, "geometry")


def test_storeys_from_the_total_height_where_the_eaves_are_missing():
    row = {
        "geometry": box(0, 0),
        "use": "residential",
        "age_class": "1949_1978",
        "height_m": 10.5,
        "roof_type": "gabled",
    }
    found = table(row).iloc[0]
    # eaves 0.84 × 10.5 = 8.82; (8.82 − 0.5) / 2.8 = 2.97
    assert (found["storeys"], found["storeys_source"]) == (3, "geometry")


def test_storeys_of_near_buildings_of_the_same_kind():
    known = {"use": "residential", "storeys_source": "cadastre"}
    rows = [
        {"geometry": box(0, 0), "use": "residential"},
        {"geometry": box(20, 0), **known, "storeys": 3.0},
        {"geometry": box(40, 0), **known, "storeys": 4.0},
        {"geometry": box(60, 0), "use": "office", "storeys": 9.0, "storeys_source": "cadastre"},
        {"geometry": box(0, 40, 60, 60), **known, "storeys": 8.0},  # 36 times as large: no neighbour
        {"geometry": box(5000, 0), "use": "residential"},
    ]
    found = table(*rows)
    assert (found.loc["h000", "storeys"], found.loc["h000", "storeys_source"]) == (3.5, "neighbour")
    assert (found.loc["h005", "storeys"], found.loc["h005", "storeys_source"]) == (1.5, "default")


def test_storeys_the_dwellings_of_a_cell_need():
    # two houses of 3–6 dwellings: 2 × 4.5 × 75 m² = 675 m² on 2 × 100 m² × 0.84: 4.0 storeys
    rows = [{"geometry": box(20 * n, 0), "use": "residential"} for n in range(2)]
    found = table(*rows, cells=cells(((0, 0), {"buildings_dwellings_3_6": 2})))
    assert found["storeys"].tolist() == [4.0, 4.0]
    assert set(found["storeys_source"]) == {"census"}


def test_how_far_the_ways_to_storeys_are_off_is_told():
    known = {"use": "residential", "storeys_source": "cadastre"}
    rows = [{"geometry": box(20 * n, 0), **known, "storeys": 2.0 + n % 2} for n in range(6)]
    told = {
        f.values["value_source"]: f.values
        for f in completed(*rows).buildings.findings
        if f.id == "stock_storeys_error"
    }
    assert told["neighbour"]["count"] == 6
    assert told["neighbour"]["bias"] == pytest.approx(0, abs=0.2)
    # by default 1.5 storeys; known 2.5 on average
    assert told["default"] == {"value_source": "default", "count": 6, "bias": -1.0, "error": 1.0}


@pytest.mark.parametrize(
    ("area", "kind"),
    [(120, "single_family"), (300, "single_family"), (301, "multi_family"), (1500, "large_multi_family")],
)
def test_type_by_floor_area(area, kind):
    assert house_type(pd.Series([float(area)]), pd.Series(["residential"])).tolist() == [kind]
    assert house_type(pd.Series([float(area)]), pd.Series(["office"])).tolist() == [None]


def test_a_delivered_floor_area_stays():
    row = {"geometry": box(0, 0), "use": "residential", "floor_area_m2": 333.0, "floor_area_source": "given"}
    found = table(row).iloc[0]
    assert (found["floor_area_m2"], found["floor_area_source"]) == (333, "given")


# ---- addresses, cells


def test_addresses_by_key_by_place_and_as_delivered():
    stock = buildings(
        {"geometry": box(0, 0)},
        {"geometry": box(20, 0)},
        {"geometry": box(40, 0), "street": "Alt", "house_number": "9"},
    )
    found = building_addresses(stock, points(
        {"at": (25, 5), "street": "Weg", "house_number": "1", "building_id": "h000"},  # its key counts before its place
        {"at": (25, 5), "street": "Weg", "house_number": "2"},
        {"at": (25, -8), "street": "Weg", "house_number": "4"},  # 8 m in front of it
        {"at": (25, -80), "street": "Weg", "house_number": "6"},  # too far
    ))  # fmt: skip
    told = found[["building_id", "street", "house_number", "source"]].to_numpy().tolist()
    assert told == [
        ["h000", "Weg", "1", "register"], ["h001", "Weg", "2", "register"], ["h001", "Weg", "4", "register"],
        ["h002", "Alt", "9", "given"],
    ]  # fmt: skip


def test_a_point_on_the_border_of_cells_is_in_one():
    grid = cells(((0, 0), {}), ((1, 0), {}))
    at = np.array([shapely.Point(EAST + 100, NORTH + 50), shapely.Point(EAST + 900, NORTH)])
    assert cell_of(at, grid).tolist() == [0, NO_CELL]


def test_buildings_of_a_cell_from_the_total_else_from_the_classes():
    grid = cells(
        ((0, 0), {"buildings": 7}),
        ((1, 0), {"buildings_age_to_1918": 4}),
        ((2, 0), {"buildings_type_flats_3_6": 2}),
        ((3, 0), {}),
    )
    assert residential_buildings(grid)[:3].tolist() == [7, 4, 2]
    assert np.isnan(residential_buildings(grid)[3])
    assert housing(grid).floor_area_m2.tolist() == [0, 0, 2 * 4.5 * 75, 0]


def test_an_empty_layer_is_an_error():
    with pytest.raises(EnactError, match="stock_empty"):
        complete_stock(StockInputs(buildings({"geometry": box(0, 0)}).iloc[:0]), SOURCE)


# ---- conservation


@given(st.integers(0, 2**32 - 1))
def test_shares_sum_to_one_and_the_cell_keeps_its_total(seed):
    rng = np.random.default_rng(seed)
    names = [f"buildings_age_{name}" for name in ("to_1918", "1919_1948", "1949_1978", "2011_2019")]
    grid = cells(*[((x, y), {name: int(rng.integers(0, 4)) for name in names})
                   for x in range(3) for y in range(3)])  # fmt: skip
    places = np.array([shapely.Point(EAST + x, NORTH + y) for x, y in rng.uniform(-100, 400, (20, 2))])
    counts = age_counts(grid)
    assert counts.counts.sum() == grid.filter(like="buildings_age_").to_numpy().sum()
    cell = cell_of(places, grid)
    klass = rng.choice(np.array(["to_1918", "unknown"], dtype=object), 20)
    rest = less_known(counts, cell, klass)
    assert (rest.counts >= 0).all()
    assert (rest.counts <= counts.counts).all()
    found = distribution(cell, places, grid, rest)
    if counts.known.any():
        assert np.allclose(found.shares.sum(axis=1), 1)
        assert not pd.isna(found.source).any()


@given(st.integers(0, 2**32 - 1))
def test_order_changes_nothing_and_no_building_is_lost(seed):
    rng = np.random.default_rng(seed)
    rows = [
        {
            "geometry": box(*rng.uniform(0, 300, 2), *rng.uniform(3, 40, 2)),
            "use": str(rng.choice(["unknown", "residential", "trade"])),
            "eaves_height_m": float(rng.choice([np.nan, 6.0, 12.0])), "height_m": float(rng.choice([np.nan, 8.0])),
        }
        for _ in range(25)
    ]  # fmt: skip
    grid = cells(
        *[
            ((x, y), {"buildings": int(rng.integers(0, 5)), "buildings_age_to_1918": 2})
            for x in range(4)
            for y in range(4)
        ]
    )
    layer = buildings(*rows)
    first = complete_stock(StockInputs(layer, grid), SOURCE)
    again = complete_stock(StockInputs(layer.sample(frac=1, random_state=1), grid.iloc[::-1]), SOURCE)
    pd.testing.assert_frame_equal(pd.DataFrame(first.buildings.frame), pd.DataFrame(again.buildings.frame))
    assert len(first.buildings.frame) == len(layer)
    sums = first.mixture.frame.groupby(["building_id", "attribute"])["share"].sum()
    assert np.allclose(sums, 1)


def test_counts_without_any_number_give_nothing():
    empty = CellCounts(("a", "b"), np.zeros((1, 2)), np.zeros(1, dtype=bool))
    found = distribution(np.array([0]), np.array([shapely.Point(0, 0)]), cells(((0, 0), {})), empty)
    assert found.shares.sum() == 0
    assert found.source.tolist() == [None]
