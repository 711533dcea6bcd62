from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from enact_plugin.reference.building_tables import floor_area_factors, storey_heights, use_codes
from enact_plugin.reference.values import values
from enact_plugin.stock.storeys import attic_share, floor_area_m2, storeys_from_eaves


def series(*items):
    return pd.Series(items)


@pytest.mark.parametrize(
    ("eaves", "use", "age", "storeys"),
    [
        (15.2, "residential", "to_1918", 4),  # (15.2 − 0.8) / 3.6 = 4.0
        (
            15.2,
            "residential",
            "1949_1978",
            5,
        ),  # (15.2 − 0.5) / 2.8 = 5.25; one height for all would overstate
        (10.6, "residential", "1919_1948", 3),  # (10.6 − 0.6) / 3.1 = 3.23
        (7.5, "education", "unknown", 2),  # (7.5 − 0.5) / 3.5 = 2
        (6.8, "industry", "unknown", 1),  # 6.8 / 5 = 1.36
        (2.2, "residential", "unknown", 1),  # never less than one
    ],
)
def test_storeys_follow_from_eaves_by_use_and_age(eaves, use, age, storeys):
    assert storeys_from_eaves(series(eaves), series(use), series(age)).tolist() == [storeys]


def test_eaves_lower_than_a_storey_tell_nothing():
    found = storeys_from_eaves(
        series(1.2, np.nan), series("unknown", "unknown"), series("unknown", "unknown")
    )
    assert found.isna().all()


def test_floor_area_by_hand():
    # 200 m² × (3 + 0.35) × 0.84 = 562.8 m²; outbuildings have none; unknown storeys tell nothing
    area = floor_area_m2(
        series(200.0, 30.0, 50.0),
        series(3.0, 1.0, np.nan),
        [0.35, 0, 0],
        series("residential", "outbuilding", "trade"),
    )
    assert area[0] == pytest.approx(562.8)
    assert area[1:].isna().all()


def test_the_attic_counts_only_on_top_of_storeys_up_to_the_eaves():
    share = attic_share(
        roof=series("gabled", "gabled", "flat", "gabled", None, "gabled"),
        attic_storeys=series(np.nan, np.nan, np.nan, 2.0, np.nan, np.nan),
        use=series("residential", "residential", "residential", "residential", "residential", "industry"),
        storeys_source=series("geometry", "cadastre", "geometry", "osm", "osm", "geometry"),
    )
    assert share.tolist() == [0.35, 0.0, 0.0, 1.5, 0.0, 0.0]  # two levels in the roof: 2 × 0.75


def test_each_use_and_age_has_a_storey_height_and_each_use_a_factor():
    uses = {value.code for value in values("building_use")}
    assert set(floor_area_factors()) == uses
    assert {use for use, _ in storey_heights()} == uses
    assert all(2 < entry.height_m < 6 for entry in storey_heights().values())


def test_each_code_leads_to_a_use_of_the_list_or_says_why_not():
    uses = {value.code for value in values("building_use")} | {""}
    for scheme in ("alkis", "osm"):
        for codes in use_codes(scheme).values():
            assert {code.use for code in codes.values()} <= uses
            assert not [code for code in codes.values() if code.use and code.drop]
