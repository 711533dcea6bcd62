"""The copies that spare tests their first load (conftest) are what the load makes, and given for no other load."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace


@pytest.fixture
def given(qgis_app, tmp_path):
    shape = box(400_000, 5_680_000, 402_000, 5_682_000)
    frame = gpd.GeoDataFrame({"ot_nr": ["1"], "ot_name": ["Kopie"]}, geometry=[shape], crs=25833)
    file = write_file(frame, tmp_path / "ortsteile.gpkg")

    def given(folder, **more):
        (tmp_path / folder).mkdir()
        target = str(tmp_path / folder / "stadt.gpkg")
        return {"INPUT": str(file), "KIND": "districts", "AGS": "99999999", "WORKSPACE": target, **more}

    return given


def test_a_copy_is_what_the_load_makes(run, given, first_loads):
    first, second = given("a"), given("b")
    key = first_loads.key("loadlayer", first)
    assert first_loads.give(key, first) is None
    made, told = run("loadlayer", **first), list(run.log)
    assert first_loads.key("loadlayer", second) == key
    assert run("loadlayer", **second) == {**made, "WORKSPACE": second["WORKSPACE"]}
    assert run.log == [line.replace(first["WORKSPACE"], second["WORKSPACE"]) for line in told]
    one, other = (Workspace.open(each["WORKSPACE"]) for each in (first, second))
    assert other.read("districts").equals(one.read("districts"))
    assert other.provenance("districts") == one.provenance("districts")


def test_another_load_is_no_copy(given, first_loads):
    key = first_loads.key("loadlayer", given("a"))
    assert first_loads.key("loadlayer", given("b", LICENCE="x")) != key
    assert first_loads.key("loadlayer", given("c", CACHE="/tmp/cache")) is None
    there = given("d")
    Path(there["WORKSPACE"]).touch()
    assert first_loads.key("loadlayer", there) is None
