"""What the tests of services that are asked for squares share: where these lie, and what came of them."""

from __future__ import annotations

import json

import pytest
from shapely import box
from shapely.affinity import scale, translate

from enact_plugin.errors import EnactError

LON, LAT, E, N = 13.0, 51.0, 400_000.0, 5_650_000.0
AREA = box(E, N, E + 2_000, N + 2_000)


def in_rows(count, side=30, apart=100):
    """Squares in rows of twenty, in metres."""
    first = box(0, 0, side, side)
    return [translate(first, E + 20 + apart * (i % 20), N + 20 + apart * (i // 20)) for i in range(count)]


def degrees(metres):
    """A place of these tests in degrees: no projection, only as far as needed to tell places apart."""
    return translate(scale(translate(metres, -E, -N), 1e-5, 1e-5, origin=(0, 0)), LON, LAT)


def features(pages):
    return [each for page in pages for each in json.loads(page.content)["features"]]


def refused(act, *arguments, **values):
    with pytest.raises(EnactError) as error:
        act(*arguments, **values)
    return error.value
