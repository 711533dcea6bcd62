from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.reference.values import values
from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.detect import BuildingKind

CRS = "EPSG:25833"


def alkis(at, key="a", x=0.0, size=10.0, code="31001_1010", **more):
    return {"oid": key, "gfk": code, "geometry": at(x, 0, size, size), **more}


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("goerlitz_lod2_surfaces.geojson", CRS),
        ("zittau_osm_buildings.geojson", CRS),
        ("cottbus_alkis_hausumringe.geojson", "EPSG:4326"),
    ],
)
def test_each_delivery_becomes_the_same_table(delivered, name, crs):
    frame, _ = delivered(name, crs=crs)
    outcome = read_buildings(frame)
    table = outcome.frame
    assert [*table.columns] == [*(column.name for column in columns("buildings")), "geometry"]
    wanted = {
        ColumnType.TEXT: "object", ColumnType.REAL: "float64", ColumnType.INTEGER: "Int64",
        ColumnType.DATE: "datetime64[ns]",
    }  # fmt: skip
    for column in columns("buildings"):
        assert str(table[column.name].dtype) == wanted[column.type], column.name
        if column.values:
            allowed = {value.code for value in values(column.values)}
            assert set(table[column.name].dropna()) <= allowed, column.name
        if column.type is ColumnType.TEXT:
            assert not table[column.name].map(lambda item: isinstance(item, float)).any(), column.name
    assert table["building_id"].is_unique and table["building_id"].is_monotonic_increasing
    assert table.crs == frame.crs
    assert table.geometry.is_valid.all() and not table.geometry.has_z.any()
    assert (table["footprint_m2"] >= 4).all()
    assert table.loc[table["use"].eq("outbuilding"), "floor_area_m2"].isna().all()
    assert (table["floor_area_m2"].isna() == table["floor_area_source"].isna()).all()
    assert outcome.rows_in == len(table) + sum(outcome.dropped.values()) + outcome.merged


@pytest.mark.parametrize("name", ["goerlitz_lod2_surfaces.geojson", "zittau_osm_buildings.geojson"])
def test_the_order_of_rows_changes_nothing(delivered, name):
    frame, _ = delivered(name)
    table = read_buildings(frame).frame
    shuffled = read_buildings(frame.sample(frac=1, random_state=7)).frame
    pd.testing.assert_frame_equal(table.drop(columns="geometry"), shuffled.drop(columns="geometry"))
    assert shapely.equals(table.geometry.to_numpy(), shuffled.geometry.to_numpy()).all()


def test_input_is_not_changed(layer, at):
    frame = layer(alkis(at), alkis(at, "b", 20, parts=3))
    before = frame.copy(deep=True)
    read_buildings(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_geometry_of_any_kind_is_accepted_or_counted(layer, at):
    frame = layer(
        alkis(at, "ok"),
        alkis(at, "none") | {"geometry": None},
        alkis(at, "empty") | {"geometry": shapely.Polygon()},
        alkis(at, "point") | {"geometry": shapely.Point(486000, 5638000)},
        alkis(at, "high") | {"geometry": at(30, 0, 10, 10, z=130.0)},
        alkis(at, "sliver") | {"geometry": at(50, 0, 0.1, 10)},
        alkis(at, "flat")
        | {"geometry": shapely.Polygon([(486000, 5638000), (486010, 5638000), (486005, 5638000)])},
    )
    outcome = read_buildings(frame)
    assert outcome.frame["building_id"].tolist() == ["high", "ok"]
    assert outcome.dropped == {
        "geometry_missing": 2, "geometry_not_polygon": 1, "geometry_without_area": 1, "too_small": 1,
    }  # fmt: skip


def test_only_buildings_of_the_municipality_are_kept_and_the_others_counted(layer, at):
    parts = [
        alkis(at, "split", 95, 4),
        alkis(at, "split", 99, 9),
        alkis(at, "far", 500),
        alkis(at, "near", 101),
    ]
    frame = layer(alkis(at, "in"), alkis(at, "edge", 92), *parts)
    outcome = read_buildings(frame, boundary=at(0, 0, 100, 100))
    # "edge" has its middle at 97; "split" lies mostly outside and counts with both rows, as does "near" beside it
    assert outcome.frame["building_id"].tolist() == ["edge", "in"]
    assert outcome.dropped == {"outside_boundary": 4}
    assert outcome.merged == 0


def test_a_boundary_elsewhere_is_an_error_not_an_empty_layer(layer, at):
    with pytest.raises(EnactError) as refused:
        read_buildings(layer(alkis(at)), boundary=at(5000, 0, 100, 100))
    assert refused.value.code == "buildings_none_inside"
    corner = shapely.Polygon([(486000, 5638000), (486001, 5638000), (486000, 5638001)])
    with pytest.raises(EnactError) as refused:
        read_buildings(layer(alkis(at, "b", 0)), boundary=corner)  # boxes meet, the building lies outside
    assert refused.value.code == "buildings_none_inside"


def test_empty_and_useless_layers_are_errors(layer, at):
    with pytest.raises(EnactError) as refused:
        read_buildings(layer(alkis(at)).iloc[:0])
    assert refused.value.code == "buildings_empty"
    with pytest.raises(EnactError) as refused:
        read_buildings(layer(alkis(at) | {"geometry": None}))
    assert (refused.value.code, refused.value.params["reasons"]) == (
        "buildings_none_left",
        {"geometry_missing": 1},
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda xy: xy + np.array([33e6, 0.0]), "coordinates_zone_prefixed"),
        (lambda xy: np.array([14.8, 50.9]) + (xy - xy[0]) * 1e-5, "coordinates_not_metric"),
        (lambda xy: xy[:, ::-1], "axes_swapped"),
    ],
)
def test_a_wrong_crs_is_told_by_the_coordinates(layer, at, change, code):
    frame = layer(alkis(at))
    frame.geometry = shapely.transform(frame.geometry.to_numpy(), change)
    with pytest.raises(EnactError) as refused:
        read_buildings(frame)
    assert refused.value.code == code
    assert refused.value.params["layer"] == "Gebäude"


def test_two_objects_on_one_outline_count_once(layer, at):
    frame = layer(alkis(at, "b"), alkis(at, "a"), alkis(at, "c", 40))
    outcome = read_buildings(frame)
    assert outcome.frame["building_id"].tolist() == ["a", "c"]
    assert outcome.dropped == {"same_outline": 1}


def parts_of_one(layer, at, **columns):
    parts = [dict(zip(columns, values)) for values in zip(*columns.values())]
    rows = [{"building_id": "A", **part, "geometry": at(10 * n, 0, 10, 10)} for n, part in enumerate(parts)]
    return read_buildings(layer(*rows), BuildingKind.MAPPED).frame.iloc[0]


def test_no_address_is_put_together_from_those_of_several_parts(layer, at):
    one = parts_of_one(
        layer, at, street=["Am Weg", "Ring"], house_number=[None, "5"], postcode=["01234", None]
    )
    assert (one["street"], one["house_number"], one["postcode"]) == ("Ring", "5", None)
    one = parts_of_one(
        layer, at, street=["Am Weg", "Ring"], house_number=["3", "5"], postcode=[None, "01234"]
    )
    assert (one["street"], one["house_number"], one["postcode"]) == ("Ring", "5", "01234")
    one = parts_of_one(layer, at, street=[None, "Ring"], house_number=["7", None], postcode=[None, None])
    assert (one["street"], one["house_number"]) == ("Ring", None)


def test_a_value_and_its_source_come_from_the_same_part(layer, at):
    one = parts_of_one(layer, at, use=["Unfug", "residential"], name=["Haus", None])
    assert (one["use"], one["use_source"], one["function_code"]) == ("residential", "given", "residential")
    assert (one["name"], one["parts"]) == ("Haus", 2)
    one = parts_of_one(layer, at, use=["Unfug", "Unsinn"], name=["Haus", None])
    assert (one["use"], one["use_source"]) == ("unknown", None)
    one = parts_of_one(layer, at, built_year=["unbekannt", "1905"], name=["Haus", None])
    assert (one["built_year"], one["age_class"], one["age_source"]) == (1905, "to_1918", "given")


@pytest.mark.parametrize(
    ("east", "north"),
    [(1380000.0, 6670000.0), (4525000.0, 5690000.0)],
    ids=["metres of a web map", "Gauss-Krüger"],
)
def test_metres_of_another_system_are_refused(layer, east, north):
    frame = layer(
        {"oid": "a", "gfk": "31001_1010", "geometry": shapely.box(east, north, east + 10, north + 10)}
    )
    with pytest.raises(EnactError) as refused:
        read_buildings(frame)
    assert refused.value.code == "coordinates_not_metric"


def test_years_that_cannot_be_are_left_empty(layer, at):
    frame = layer(
        alkis(at, "a", baujahr=1905), alkis(at, "b", 20, baujahr=2905), alkis(at, "c", 40, baujahr=12),
    )  # fmt: skip
    outcome = read_buildings(frame)
    assert outcome.frame["age_class"].tolist() == ["to_1918", "unknown", "unknown"]
    assert outcome.frame["built_year"].isna().tolist() == [False, True, True]
    assert outcome.frame["age_source"].tolist() == ["cadastre", None, None]
    assert outcome.frame["findings"].tolist() == [None, "building_built_year_implausible", None]


def test_progress_rises_and_cancel_stops(layer, at):
    seen = []
    read_buildings(
        layer(alkis(at)), progress=Progress(lambda share, code, _: seen.append((share, code)), bool)
    )
    assert [share for share, _ in seen] == sorted(share for share, _ in seen)
    assert seen[-1][0] == 1.0
    calls = iter([False, True])
    with pytest.raises(Canceled):
        read_buildings(layer(alkis(at)), progress=Progress(lambda *_: None, lambda: next(calls)))


@st.composite
def towns(draw):
    """Rows of a cadastre: houses of several parts side by side, some repeated, tiny, structures, or without shape."""
    rows = []
    for house in range(draw(st.integers(1, 6))):
        parts = draw(st.integers(1, 4))
        width = draw(st.sampled_from([1.0, 6.0, 12.5]))
        code = draw(st.sampled_from(["31001_1010", "31001_2463", "51009_1610", None]))
        for part in range(parts):
            x, y = 486000 + part * width, 5638000 + 40 * house
            outline = shapely.box(x, y, x + width, y + width)
            rows.append((f"h{house}", code, None if draw(st.integers(0, 9)) == 0 else outline))
            if draw(st.integers(0, 4)) == 0:
                rows.append(rows[-1])
    data = pd.DataFrame(rows, columns=["oid", "gfk", "geometry"])
    return gpd.GeoDataFrame(data, geometry="geometry", crs=CRS)


@given(town=towns(), seed=st.integers(0, 1000))
@settings(max_examples=80, deadline=None)
def test_no_row_and_no_area_is_lost_and_order_does_not_matter(town, seed):
    def result(frame):
        try:
            return read_buildings(frame, BuildingKind.ALKIS)
        except EnactError as error:
            return error.code

    outcome = result(town)
    other = result(town.sample(frac=1, random_state=seed))
    real = town[~town["gfk"].eq("51009_1610") & town.geometry.notna()]
    apart = real.assign(wkb=real.geometry.to_wkb()).drop_duplicates(["oid", "wkb"])
    area = apart.area.groupby(apart["oid"]).sum()
    area = area[area >= 4]
    if isinstance(outcome, str):
        assert outcome == other == "buildings_none_left"
        assert area.empty
        return
    assert outcome.rows_in == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged
    assert outcome.frame["footprint_m2"].tolist() == pytest.approx(area.sort_index().tolist(), abs=0.05)
    assert (outcome.dropped, outcome.merged) == (other.dropped, other.merged)
    pd.testing.assert_frame_equal(
        outcome.frame.drop(columns="geometry"), other.frame.drop(columns="geometry")
    )
