"""Roof surfaces of LoD2: area, azimuth and tilt from the planes, one roof counted once."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from enact_plugin.errors import EnactError
from enact_plugin.stock.roofs import read_roofs

EAST, NORTH = 486_000.0, 5_638_000.0


def plane(*points):
    return shapely.Polygon([(EAST + x, NORTH + y, z) for x, y, z in points])


def gable(x=0.0, width=10.0, length=20.0, rise=5.0, eaves=6.0):
    """Two planes of a gable roof with its ridge along the north."""
    half = width / 2
    west = plane(
        (x, 0, eaves), (x + half, 0, eaves + rise), (x + half, length, eaves + rise), (x, length, eaves)
    )
    east = plane(
        (x + half, 0, eaves + rise),
        (x + width, 0, eaves),
        (x + width, length, eaves),
        (x + half, length, eaves + rise),
    )
    return shapely.MultiPolygon([west, east])


def delivery(*roofs, **columns):
    """Rows of the shape delivery: (building, geometry)."""
    data = {
        "ID": [f"part_{building}" for building, _ in roofs],
        "Obj_Parent": [building for building, _ in roofs],
        "Geometr_3D": "Roof",
        "Funktion": "31001_9998",
        "Dachflaech": np.nan,
        "Dachneig": np.nan,
        **columns,
    }
    return gpd.GeoDataFrame(data, geometry=[geometry for _, geometry in roofs], crs="EPSG:25833")


def test_a_gable_roof_by_hand():
    frame = read_roofs(delivery(("b1", gable()))).frame
    # half of 10 m wide, 5 m up: 45°, 5·√2 × 20 m each side, one to the west, one to the east
    assert sorted(frame["azimuth_deg"]) == [90.0, 270.0]
    assert frame["tilt_deg"].tolist() == pytest.approx([45.0, 45.0])
    assert frame["area_m2"].tolist() == pytest.approx([141.42, 141.42], abs=0.01)
    assert frame["footprint_m2"].sum() == pytest.approx(200.0)


def test_a_flat_roof_has_no_direction():
    flat = plane((0, 0, 9), (10, 0, 9.1), (10, 10, 9.1), (0, 10, 9))
    (row,) = read_roofs(delivery(("b1", flat))).frame.to_dict("records")
    assert np.isnan(row["azimuth_deg"])
    assert row["azimuth_source"] == "flat"


def test_a_hole_is_no_roof_and_a_dormers_wall_neither():
    outer = [(0, 0, 9), (10, 0, 9), (10, 10, 9), (0, 10, 9)]
    inner = [(4, 4, 9), (6, 4, 9), (6, 6, 9), (4, 6, 9)]
    court = shapely.Polygon([(EAST + x, NORTH + y, z) for x, y, z in outer],
                            [[(EAST + x, NORTH + y, z) for x, y, z in inner]])  # fmt: skip
    steep = plane((20, 0, 5), (20.2, 0, 9), (20.2, 5, 9), (20, 5, 5))
    outcome = read_roofs(delivery(("b1", court), ("b2", steep)))
    assert outcome.frame["area_m2"].tolist() == pytest.approx([96.0])
    assert outcome.dropped == {"roof_steep": 1}


def test_of_two_roofs_above_each_other_the_upper_counts_once():
    low = plane((0, 0, 5), (10, 0, 5), (10, 10, 5), (0, 10, 5))
    high = plane((5, 0, 9), (15, 0, 9), (15, 10, 9), (5, 10, 9))
    frame = read_roofs(delivery(("b1", low), ("b2", high))).frame.set_index("building_id")
    assert frame["area_m2"].to_dict() == pytest.approx({"b1": 50.0, "b2": 100.0})


def test_a_roof_delivered_in_two_tiles_counts_once():
    rows = delivery(("b1", gable()), ("b1", gable()))
    assert read_roofs(rows).frame["footprint_m2"].sum() == pytest.approx(200.0)


def test_without_heights_the_fields_stand_in_and_the_direction_is_unknown():
    flat = shapely.force_2d(gable())
    outcome = read_roofs(delivery(("b1", flat), Dachneig=[45.0], Dachflaech=[282.8]))
    assert outcome.frame["azimuth_deg"].isna().all()
    assert outcome.frame["area_m2"].sum() == pytest.approx(282.8, abs=0.5)
    assert "roofs_without_heights" in [finding.id for finding in outcome.findings]


@pytest.mark.parametrize("change, code", [
    ({"Geometr_3D": "Wall"}, "lod2_without_roofs"),
    ({"ID": None, "Obj_Parent": None}, "lod2_without_ids"),
])  # fmt: skip
def test_deliveries_without_roofs_or_keys_are_refused(change, code):
    with pytest.raises(EnactError) as raised:
        read_roofs(delivery(("b1", gable())).assign(**change))
    assert raised.value.code == code


@given(st.integers(0, 2**32 - 1), st.sampled_from([90, 180, 270]))
def test_turning_turns_azimuths_and_the_order_changes_nothing(seed, angle):
    rng = np.random.default_rng(seed)
    roofs = [
        (f"b{n}", gable(x=25.0 * n, width=float(rng.uniform(6, 15)), rise=float(rng.uniform(0.5, 8))))
        for n in range(4)
    ]
    rows = delivery(*roofs)
    plain = read_roofs(rows).frame
    shuffled = read_roofs(rows.iloc[rng.permutation(4)]).frame
    key = ["building_id", "azimuth_deg"]
    pd.testing.assert_frame_equal(
        plain.sort_values(key).drop(columns=["geometry", "roof_id"]).reset_index(drop=True),
        shuffled.sort_values(key).drop(columns=["geometry", "roof_id"]).reset_index(drop=True),
    )
    turned = read_roofs(rows.set_geometry(rows.geometry.rotate(angle, origin=(EAST, NORTH)))).frame
    assert turned["area_m2"].sum() == pytest.approx(plain["area_m2"].sum(), rel=1e-6)
    expected = np.sort((plain["azimuth_deg"].dropna() - angle) % 360)
    assert np.sort(turned["azimuth_deg"].dropna()) == pytest.approx(expected, abs=0.01)
    assert plain["area_m2"].to_numpy() == pytest.approx(
        plain["footprint_m2"].to_numpy() / np.cos(np.radians(plain["tilt_deg"].to_numpy()))
    )


def test_goerlitz_has_the_roof_area_that_its_file_sums_to(real_data):
    """Dachflaech summed over the roof rows of the file is 87,220 m²; a loop over all planes with Newell 87,689 m²."""
    features = json.loads((real_data / "buildings" / "goerlitz_lod2_surfaces.geojson").read_text("utf-8"))[
        "features"
    ]
    rows = gpd.GeoDataFrame(
        [item["properties"] for item in features],
        geometry=[shape(item["geometry"]) for item in features],
        crs="EPSG:25833",
    )
    outcome = read_roofs(rows)
    told = rows.loc[rows["Geometr_3D"].eq("Roof"), "Dachflaech"].astype(float).sum()
    assert outcome.frame["area_m2"].sum() == pytest.approx(told, rel=0.02)
    assert outcome.frame["building_id"].nunique() > 300
