from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from towns import SOURCE
from transposition import inclined_kwh_m2

from enact_plugin.heat.potentials.roof_pv import roof_pv
from enact_plugin.heat.potentials.solar import RULES, yield_factor
from enact_plugin.heat.potentials.solar_thermal import solar_thermal
from enact_plugin.heat.potentials.tables import rule
from enact_plugin.reference.tables import rows

# percent of the best surface, read from the yield table of a manual (Yuma Basic 650, page 14)
PUBLISHED = {
    (180, 0): 87, (180, 10): 93, (180, 20): 97, (180, 30): 100, (180, 40): 100, (180, 50): 98, (180, 60): 94,
    (180, 70): 88, (180, 90): 69, (90, 30): 82, (90, 40): 79, (90, 50): 75, (90, 60): 70, (0, 10): 79, (0, 20): 70,
    (0, 30): 61, (0, 40): 52, (0, 50): 43,
}  # fmt: skip


def roofs_of(*surfaces):
    """Surfaces of (building, area, azimuth, tilt); azimuth None is flat."""
    rows_ = [
        {
            "roof_id": f"r{n}", "building_id": building, "area_m2": area,
            "azimuth_deg": np.nan if azimuth is None else azimuth, "tilt_deg": tilt,
            "azimuth_source": "flat" if azimuth is None else "geometry",
        }
        for n, (building, area, azimuth, tilt) in enumerate(surfaces)
    ]  # fmt: skip
    frame = pd.DataFrame(rows_)
    return gpd.GeoDataFrame(frame, geometry=[shapely.box(0, 0, 1, 1)] * len(frame), crs="EPSG:25833")


@pytest.mark.parametrize("place", sorted(PUBLISHED), ids=str)
def test_yields_are_those_of_a_published_table_within_three_points(place):
    assert 100 * float(yield_factor(*place)) == pytest.approx(PUBLISHED[place], abs=3)


def test_the_table_is_what_its_model_gives():
    best = max(inclined_kwh_m2(180, tilt) for tilt in range(30, 46))
    assert best == pytest.approx(rule(RULES, "optimum_irradiation_kwh_m2"), rel=0.01)
    for row in rows("solar_yields")[::17]:
        factor = inclined_kwh_m2(float(row["azimuth_deg"]), float(row["tilt_deg"])) / best
        assert float(row["factor"]) == pytest.approx(factor, abs=0.002)


def test_one_south_roof_by_hand():
    (row,) = roof_pv(roofs_of(("a", 100.0, 180.0, 35.0)), SOURCE).frame.to_dict("records")
    # 100 m² · 0.65 · 0.21 kWp/m² = 13.65 kWp, · 1,040 kWh/kWp
    assert row["power_kw"] == pytest.approx(13.65)
    assert row["electricity_mwh_a"] == pytest.approx(13.65 * 1.040, rel=0.01)


def test_a_steep_north_roof_a_small_surface_and_a_small_building_are_left_out():
    outcome = roof_pv(
        roofs_of(("a", 100.0, 0.0, 50.0), ("b", 5.0, 180.0, 30.0), ("c", 15.0, 180.0, 30.0)), SOURCE
    )
    assert outcome.frame.empty
    assert outcome.dropped == {"solar_low_yield": 1, "solar_surface_small": 1, "solar_building_small": 1}


def test_heat_of_the_sun_is_no_more_than_the_building_can_use_and_the_best_roof_comes_first():
    roofs = roofs_of(("a", 100.0, 90.0, 35.0), ("a", 100.0, 180.0, 35.0))
    demand = pd.DataFrame({"building_id": ["a"], "space_heat_kwh": [20_000.0], "hot_water_kwh": [2_000.0]})
    outcome = solar_thermal(roofs, SOURCE, demand)
    # 60 % of the hot water and 10 % of the space heat: 1,200 + 2,000 kWh, all from the south roof
    assert outcome.frame["heat_mwh_a"].tolist() == pytest.approx([3.2])
    assert outcome.frame["azimuth_deg"].tolist() == [180.0]
    assert outcome.dropped == {"solar_demand_met": 1}
    assert set(outcome.frame["note"]) == {"competes_with_pv;limited_by_demand"}


SURFACE = st.tuples(
    st.sampled_from(["a", "b", "c"]), st.floats(1, 500), st.none() | st.floats(0, 359.9), st.floats(0, 70)
)


@given(st.lists(SURFACE, min_size=1, max_size=12), st.floats(0, 50_000), st.floats(0, 5_000))
def test_use_never_exceeds_the_limit_nor_what_the_roofs_give(surfaces, space, water):
    roofs = roofs_of(*surfaces)
    demand = pd.DataFrame({"building_id": ["a", "b"], "space_heat_kwh": space, "hot_water_kwh": water})
    free, used = solar_thermal(roofs, SOURCE).frame, solar_thermal(roofs, SOURCE, demand).frame
    limit = 0.6 * water + 0.1 * space
    by_building = used.groupby("building_id")["heat_mwh_a"].sum() * 1000
    assert (by_building <= limit + 1e-6).all()
    assert used["heat_mwh_a"].sum() <= free["heat_mwh_a"].sum() + 1e-9
    assert "c" not in set(used["building_id"])
    pv = roof_pv(roofs, SOURCE)
    assert pv.rows_in == len(pv.frame) + sum(pv.dropped.values())
    assert (pv.frame["power_kw"] <= 0.21 * pv.frame["roof_area_m2"]).all()
