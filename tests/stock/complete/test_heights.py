from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from enact_plugin.stock.complete.heights import delivered_by, with_heights
from enact_plugin.stock.complete.uses import heated_source

ROW = {
    "height_m": np.nan,
    "eaves_height_m": np.nan,
    "roof_type": None,
    "storeys": np.nan,
    "use": "residential",
    "age_class": "1949_1978",
}


def heights(*rows):
    frame = pd.DataFrame([{**ROW, **row} for row in rows])
    return with_heights(frame, pd.Series(["osm"] * len(frame), dtype=object))


def test_a_delivered_height_stays_and_says_whose_it_is():
    found = heights({"height_m": 12.0, "eaves_height_m": 9.0, "storeys": 5.0}).iloc[0]
    assert (found["height_m"], found["eaves_height_m"], found["height_source"]) == (12.0, 9.0, "osm")


def test_storeys_make_a_height_that_is_marked():
    # three storeys of 2.8 m on a base of 0.5 m (storey_heights.csv); the roof on top by stock_rules.csv
    flat, pitched = heights({"storeys": 3.0, "roof_type": "flat"}, {"storeys": 3.0}).to_dict("records")
    assert flat["eaves_height_m"] == pitched["eaves_height_m"] == pytest.approx(8.9)
    assert flat["height_m"] == pytest.approx(8.9, rel=0.1)
    assert pitched["height_m"] > flat["height_m"]
    assert flat["height_source"] == pitched["height_source"] == "model"


def test_nothing_known_gives_no_height():
    found = heights({}).iloc[0]
    assert np.isnan(found["height_m"])
    assert np.isnan(found["eaves_height_m"])
    assert found["height_source"] is None


def test_who_delivered_a_building_is_told_by_its_values_else_by_most_others():
    nothing = {"use_source": None, "storeys_source": None, "age_source": None}
    frame = pd.DataFrame(
        [{**nothing, "use_source": "cadastre"}, {**nothing, "age_source": "cadastre"}, nothing,
         {**nothing, "use_source": "census", "storeys_source": "osm"}]
    )  # fmt: skip
    assert delivered_by(frame).tolist() == ["cadastre", "cadastre", "cadastre", "osm"]
    assert delivered_by(pd.DataFrame([nothing])).tolist() == ["given"]


def test_heated_is_as_sure_as_the_use():
    use = pd.Series(["residential", "utility", "utility", "outbuilding", "unknown"])
    source = pd.Series(["census", "cadastre", "cadastre", "osm", None], dtype=object)
    heated = pd.Series([True, True, False, False, True])
    assert heated_source(use, source, heated).tolist() == [
        "census", "cadastre", "geometry", "osm", "default",
    ]  # fmt: skip
