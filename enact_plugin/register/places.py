"""Where a unit stands, as exactly as the register says it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from . import plausibility
from .raw import LATITUDE, LONGITUDE, Units


def with_places(units: Units) -> tuple[Units, np.ndarray]:
    """Points from the register's coordinates; None where there are none, or none that can be a place."""
    y, x = (units.frame[name].to_numpy(dtype=float) for name in (LATITUDE, LONGITUDE))
    limit = plausibility.limit
    zero = (x == 0) & (y == 0)
    swapped = (
        (y >= limit("coordinates_swapped", "latitude_low"))
        & (y <= limit("coordinates_swapped", "latitude_high"))
        & (x >= limit("coordinates_swapped", "longitude_low"))
        & (x <= limit("coordinates_swapped", "longitude_high"))
    )
    possible = (np.abs(y) <= 90) & (np.abs(x) <= 180)
    given = ~(np.isnan(x) & np.isnan(y))
    usable = possible & ~zero & ~swapped
    points = np.full(len(x), None, dtype=object)
    points[usable] = shapely.points(x[usable], y[usable])
    return units.marked(
        coordinates_zero=zero, coordinates_swapped=swapped, coordinates_invalid=given & ~possible
    ), points


def location_kind(frame: pd.DataFrame, points: np.ndarray) -> np.ndarray:
    """The most exact place the register publishes: coordinates, address, postcode, municipality."""
    has_address = frame["street"].notna() & frame["house_number"].notna()
    return np.select(
        [~shapely.is_missing(points), has_address.to_numpy(), frame["postcode"].notna().to_numpy()],
        ["coordinates", "address", "postcode"],
        "municipality",
    ).astype(object)
