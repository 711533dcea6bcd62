"""The one layer of what a service delivered: made once for each place, never half, and gone when nobody needs it."""

from __future__ import annotations

import json
import os
import time
from datetime import datetime, timezone

import pytest
from osgeo import ogr
from shapely.geometry import box

from enact_plugin.processing.areas import Area
from enact_plugin.processing.online_layer import one_layer
from enact_plugin.progress import SILENT
from enact_plugin.sources.services.collect import Collected
from enact_plugin.sources.services.service import Protocol, Service

UTM = "EPSG:25833"
FILE = Service("streets", "Datei", "streets", Protocol.FILE, "https://a.de/x.geojson", crs=UTM)
WEST, EAST = Area(box(0, 0, 1000, 1000), UTM), Area(box(9000, 0, 10000, 1000), UTM)


def page(folder, name="page_1.geojson", places=(100, 9100)):
    objects = [
        {"type": "Feature", "properties": {"n": at}, "geometry": {"type": "Point", "coordinates": [at, 100]}}
        for at in places
    ]
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": objects}), encoding="utf-8")
    return path


def delivered(folder, path, digest="d", service=FILE):
    at = datetime(2026, 11, 1, tzinfo=timezone.utc)
    return Collected(service, folder, (path,), UTM, ".geojson", at, 1, 0, digest)


def numbers(path):
    data = ogr.Open(str(path))
    return sorted(each["n"] for each in data.GetLayer(0))


def test_two_municipalities_take_their_parts_of_one_file_and_leave_each_other_theirs(tmp_path):
    collected = delivered(tmp_path, page(tmp_path))
    west, east = (one_layer(collected, area, SILENT) for area in (WEST, EAST))
    assert (numbers(west.path), numbers(east.path)) == ([100], [9100])
    before = west.path.stat().st_ino
    again = one_layer(collected, WEST, SILENT)
    assert (again, again.path.stat().st_ino) == (west, before)


def test_the_layer_of_an_older_file_goes(tmp_path):
    old = one_layer(delivered(tmp_path, page(tmp_path)), WEST, SILENT)
    new = one_layer(delivered(tmp_path, page(tmp_path, "page_2.geojson", (200,)), "e"), WEST, SILENT)
    assert numbers(new.path) == [200]
    assert not old.path.exists()
    assert len(list(tmp_path.glob("*.gpkg*"))) == 2  # the layer, and what was found


def test_a_layer_nobody_used_for_long_goes(tmp_path):
    collected = delivered(tmp_path, page(tmp_path))
    unused = one_layer(collected, EAST, SILENT)
    long_ago = time.time() - 100 * 86_400
    os.utime(unused.path, (long_ago, long_ago))
    used = one_layer(collected, Area(box(0, 0, 2000, 2000), UTM), SILENT)
    assert used.path.exists()
    assert not unused.path.exists()


@pytest.mark.parametrize("size", [0, 5000])
def test_a_layer_that_was_cut_off_is_made_anew(tmp_path, size):
    collected = delivered(tmp_path, page(tmp_path))
    made = one_layer(collected, WEST, SILENT)
    with made.path.open("r+b") as file:
        file.truncate(size)
    again = one_layer(collected, WEST, SILENT)
    assert numbers(again.path) == [100]
