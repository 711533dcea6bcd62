"""The town: what stands where, and what it says about itself."""

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enact_plugin.demo import generate
from enact_plugin.demo.files import vector_files
from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress

# half of what a carriageway needs at least, in metres; on purpose not taken from the package
HALF_CARRIAGEWAY_M = {
    "primary": 3.5,
    "secondary": 3.5,
    "tertiary": 3.0,
    "residential": 2.5,
    "living_street": 2.0,
    "track": 1.5,
}


def overlapping_pairs(polygons):
    """Number of pairs that share more than a hand's breadth of ground."""
    one, other = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    once = one < other
    shared = shapely.area(shapely.intersection(polygons[one[once]], polygons[other[once]]))
    return int((shared > 0.01).sum())


def assert_sound(town):
    polygons = town.buildings.geometry.to_numpy()
    assert abs(len(polygons) - town.size) <= 0.03 * town.size
    assert shapely.is_valid(polygons).all()
    assert overlapping_pairs(polygons) == 0
    tree = shapely.STRtree(polygons)
    for rank, lines in town.streets.groupby("street_class"):
        near = tree.query(lines.geometry.to_numpy(), predicate="dwithin", distance=HALF_CARRIAGEWAY_M[rank])
        assert near.shape[1] == 0, f"{near.shape[1]} buildings on {rank} streets"
    assert not len(tree.query(town.water.geometry.iloc[0], predicate="intersects"))
    assert shapely.within(polygons, town.municipality.geometry.iloc[0]).all()
    assert (town.buildings["str"].str.len() > 0).all()
    assert not town.addresses.duplicated(["str", "hnr", "adz"]).any()
    wet = shapely.length(shapely.intersection(town.streets.geometry.to_numpy(), town.water.geometry.iloc[0]))
    assert not (wet[~town.streets["bridge"].to_numpy()] > 0.01).any()
    bridges = town.streets.geometry[town.streets["bridge"].to_numpy()].to_numpy()
    assert (shapely.distance(bridges, town.water.geometry.iloc[0]) < 1).all()
    for file in vector_files(town):
        shapes = file.frame.geometry.to_numpy()
        assert shapely.is_valid(shapes).all(), file.name
        assert not shapely.is_empty(shapes).any(), file.name
        assert len(set(file.frame.geom_type.str.removeprefix("Multi"))) == 1, file.name


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**40), size=st.integers(200, 700))
def test_every_small_town_is_sound(seed, size):
    assert_sound(generate(size, seed))


def test_a_larger_town_is_sound():
    assert_sound(generate(6000, 2))


@pytest.mark.parametrize("size", [200, 431, 2500])
def test_as_many_buildings_as_asked_for(size):
    assert len(generate(size, 1).buildings) == size


@pytest.mark.parametrize("size", [-5, 0, 199, 300_001])
def test_sizes_beyond_the_limits_are_refused_with_the_limits(size):
    with pytest.raises(EnactError) as caught:
        generate(size)
    assert caught.value.code == "demo_size_out_of_range"
    assert caught.value.params == {"size": size, "smallest": 200, "largest": 300_000}


def test_same_size_and_seed_make_the_same_town(town):
    again = generate(town.size, town.seed)
    for one, other in zip(vector_files(town), vector_files(again)):
        pd.testing.assert_frame_equal(
            pd.DataFrame(one.frame.drop(columns="geometry")),
            pd.DataFrame(other.frame.drop(columns="geometry")),
        )
        assert (shapely.to_wkb(one.frame.geometry) == shapely.to_wkb(other.frame.geometry)).all(), one.name
    pd.testing.assert_frame_equal(town.units, again.units)
    pd.testing.assert_frame_equal(town.truth, again.truth)
    for one, other in zip(town.census, again.census):
        pd.testing.assert_frame_equal(one.frame, other.frame)


def test_another_seed_makes_another_town(town):
    other = generate(town.size, town.seed + 1)
    assert not np.array_equal(other.streets.total_bounds, town.streets.total_bounds)


def test_town_lies_where_it_is_said_to(town):
    east, north = np.array(town.municipality.total_bounds).reshape(2, 2).mean(axis=0)
    assert town.municipality.crs.to_epsg() == 25833
    assert abs(east - 400_000) < 600
    assert abs(north - 5_680_000) < 600


def test_five_thousand_buildings_are_about_four_kilometres_across():
    left, bottom, right, top = generate(5000, 3).municipality.total_bounds
    assert 3500 < right - left < 5000
    assert 3500 < top - bottom < 5000


def test_all_kinds_of_quarter_and_landmarks_are_there(town):
    kinds = set(town.truth["kind"])
    assert {"core", "gruenderzeit", "villa", "slab", "siedlung", "detached", "industry", "village"} <= kinds
    landmarks = {"town_hall", "church", "school", "hospital", "factory", "station", "heating_plant"}
    assert landmarks <= set(town.truth["form"])


def test_gruenderzeit_stands_in_closed_rows(town):
    houses = town.buildings[(town.truth["form"] == "gruenderzeit").to_numpy()].geometry.to_numpy()
    one, other = shapely.STRtree(houses).query(houses, predicate="dwithin", distance=0.01)
    neighbours = np.bincount(one[one != other], minlength=len(houses))
    assert (neighbours > 0).mean() > 0.7


def test_outbuildings_are_unheated_and_share_the_address_of_their_lot(town):
    small = town.truth["form"].isin(["garage", "shed", "arbour", "garage_row"]).to_numpy()
    assert 0.1 < small.mean() < 0.6
    assert not town.truth.loc[small, "heated"].any()
    known = set(zip(town.addresses["str"], town.addresses["hnr"].astype(str)))
    assert set(zip(town.buildings["str"][small], town.buildings["hnr"][small])) <= known


def test_house_numbers_are_odd_on_one_side_and_even_on_the_other(town):
    addresses = town.addresses[town.addresses["adz"].isna()]
    agree = total = 0
    for name, houses in addresses.groupby("str"):
        lines = town.streets.geometry[(town.streets["name"] == name).to_numpy()].to_numpy()
        points = houses.geometry.to_numpy()
        line = lines[shapely.STRtree(lines).query_nearest(points, all_matches=False)[1]]
        at = shapely.line_locate_point(line, points)
        here = shapely.get_coordinates(shapely.line_interpolate_point(line, np.maximum(at - 1, 0)))
        ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, at + 1))
        way, aside = ahead - here, shapely.get_coordinates(points) - here
        left = way[:, 0] * aside[:, 1] > way[:, 1] * aside[:, 0]
        agree += int((left == (houses["hnr"].to_numpy() % 2 == 1)).sum())
        total += len(houses)
    # a house on a corner may lie beyond the end of its street, where sides mean nothing
    assert agree / total > 0.97


def test_house_numbers_run_along_the_street(town):
    for _, houses in town.addresses.groupby("str"):
        if len(houses) < 12:
            continue
        low = houses.geometry[houses["hnr"] <= houses["hnr"].quantile(0.2)]
        high = houses.geometry[houses["hnr"] >= houses["hnr"].quantile(0.8)]
        spread = shapely.distance(low.union_all().centroid, high.union_all().centroid)
        assert spread > 10
        return
    pytest.fail("no street with a dozen houses")


def test_streets_meet_at_their_ends_and_nowhere_else(town):
    lines = town.streets.geometry.to_numpy()
    assert shapely.STRtree(lines).query(lines, predicate="crosses").shape[1] == 0


def test_ring_road_passes_under_the_railway(town):
    tunnels = town.streets[town.streets["tunnel"]]
    assert len(tunnels)
    assert (tunnels.distance(town.rail.union_all()) < 20).all()


def test_street_network_is_in_one_piece(town):
    ends = np.stack(
        [shapely.get_coordinates(shapely.get_point(town.streets.geometry, i)) for i in (0, -1)], axis=1
    )
    _, node = np.unique(ends.reshape(-1, 2), axis=0, return_inverse=True)
    parent = list(range(node.max() + 1))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in node.reshape(-1, 2).tolist():
        parent[root(a)] = root(b)
    assert len({root(i) for i in range(len(parent))}) == 1


def test_districts_and_postcodes_partition_the_municipality(town):
    whole = town.municipality.geometry.iloc[0].area
    for parts in (town.districts, town.postcodes):
        assert parts.geometry.area.sum() == pytest.approx(whole, abs=1)
        assert overlapping_pairs(parts.geometry.to_numpy()) == 0
    assert town.districts["name"].is_unique


def test_everything_says_that_it_is_fictitious(town):
    assert town.municipality[["ags", "name"]].iloc[0].tolist() == ["99999999", "Musterstadt (fiktiv)"]
    assert set(town.addresses["gmd"]) == {"Musterstadt (fiktiv)"}
    # Germany gives away no postcode that begins with 05
    assert town.postcodes["postcode"].str.startswith("05").all()
    assert town.buildings["name"].dropna().str.contains("fiktiv").all()
    assert town.units["name"].str.contains("fiktiv").all()
    for frame in (
        town.heat_networks,
        town.heat_plants,
        town.supply_areas,
        town.exclusions,
        town.large_consumers,
    ):
        assert frame["name"].str.contains("fiktiv").all()
    assert all("fiktiv" in file.name for file in vector_files(town))


def test_cadastre_knows_storeys_and_years_of_some_buildings_only(town):
    assert town.buildings["geschosse"].notna().mean() == pytest.approx(0.3, abs=0.05)
    assert town.buildings["baujahr"].notna().mean() == pytest.approx(0.2, abs=0.05)
    known = town.buildings["baujahr"].notna().to_numpy()
    assert (town.buildings["baujahr"][known].to_numpy() == town.truth["built_year"][known].to_numpy()).all()


def test_heat_network_is_a_connected_tree_that_reaches_its_buildings(town):
    ends = np.stack(
        [shapely.get_coordinates(shapely.get_point(town.heat_networks.geometry, i)) for i in (0, -1)], axis=1
    )
    nodes = len(np.unique(ends.reshape(-1, 2), axis=0))
    assert nodes == len(town.heat_networks) + town.heat_networks["network_id"].nunique()
    assert (town.truth["carrier"] == "district_heating").sum() > 20


def test_supply_areas_cover_each_year_once(town):
    per_year = town.supply_areas.groupby("year")["geometry"].apply(
        lambda areas: shapely.area(areas.to_numpy()).sum()
    )
    assert list(per_year.index) == [2030, 2035, 2040, 2045]
    assert per_year.max() == pytest.approx(per_year.min(), rel=1e-6)


def test_cancel_is_heeded():
    with pytest.raises(Canceled):
        generate(300, 1, Progress(lambda *_: None, lambda: True))


def test_progress_runs_from_zero_to_one_and_never_back():
    seen = []
    generate(300, 1, Progress(lambda fraction, _code, _values: seen.append(fraction), lambda: False))
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
