"""Coordinates that cannot be metres of a UTM zone are refused, whoever asks."""

from __future__ import annotations

import numpy as np
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.fields.coordinates import require_metres


def box(east, north, size=10.0):
    return np.array([[east, north, east + size, north + size]])


@pytest.mark.parametrize(
    ("east", "north"),
    [
        (486000, 5638000),  # Zittau in zone 33
        (793000, 5820000),  # Berlin in its neighbour's zone 32
        (-50000, 5700000),  # the far west in zone 33
    ],
)
def test_metres_of_a_german_zone_pass(east, north):
    assert require_metres(box(east, north), "Gebäude") is None


@pytest.mark.parametrize(
    ("east", "north", "code"),
    [
        (33486000, 5638000, "coordinates_zone_prefixed"),
        (31456540, 5690000, "coordinates_zone_prefixed"),
        (5638000, 486000, "axes_swapped"),
        (5690000, 50000, "axes_swapped"),  # near the edge of the zone
        (1380000, 6670000, "coordinates_not_metric"),  # metres of a web map
        (4525000, 5690000, "coordinates_not_metric"),  # Gauss-Krüger
        (500000, 5050000, "coordinates_not_metric"),  # south of the Alps
        (12.37, 51.33, "coordinates_not_metric"),
    ],
)
def test_others_are_refused_by_what_they_are(east, north, code):
    with pytest.raises(EnactError) as refused:
        require_metres(box(east, north), "Gebäude")
    assert refused.value.code == code
    assert refused.value.params["layer"] == "Gebäude"


def test_a_lost_point_does_not_decide():
    bounds = np.vstack([box(486000 + i, 5638000) for i in range(5)] + [box(0, 0), [[np.nan] * 4]])
    assert require_metres(bounds, "Gebäude") is None
    assert require_metres(np.empty((0, 4)), "Gebäude") is None


def test_what_is_said_to_be_degrees_is_refused_whatever_it_looks_like():
    with pytest.raises(EnactError) as refused:
        require_metres(box(486000, 5638000), "Gebäude", geographic=True)
    assert refused.value.code == "coordinates_not_metric"
