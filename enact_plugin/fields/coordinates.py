"""Whether coordinates can be metres of a UTM zone in Germany, whatever their reference system is said to be."""

from __future__ import annotations

import numpy as np

from ..errors import EnactError

# Germany in any of its UTM zones, also where a state uses its neighbour's
EASTINGS_M, NORTHINGS_M = (-300_000, 1_300_000), (5_100_000, 6_200_000)
ZONE_FACTOR = 1_000_000  # 33456540 is zone 33, easting 456540
ZONES = (31, 32, 33)


def require_metres(bounds: np.ndarray, layer: str, geographic: bool = False) -> None:
    """Refuse coordinates that cannot be metres of a UTM zone in the order east, north.

    Parameters
    ----------
    bounds : ndarray, shape (n, 4)
        xmin, ymin, xmax, ymax of each geometry; rows that are not finite do not count.
    layer : str
        As named in the error.
    geographic : bool
        The coordinates are said to be degrees.

    Raises
    ------
    EnactError
        ``coordinates_zone_prefixed`` for eastings like 33456540; ``axes_swapped`` for northings before eastings;
        ``coordinates_not_metric`` for degrees, Gauss-Krüger, web maps' metres and what else lies off Germany.
    """
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds):
        return
    # the median is not led astray by single lost points
    east, north = (float(np.median(bounds[:, axis])) for axis in (0, 1))
    if _within(east, EASTINGS_M) and _within(north, NORTHINGS_M) and not geographic:
        return
    if _within(north, EASTINGS_M) and _within(east, NORTHINGS_M):
        raise EnactError("axes_swapped", layer=layer, easting=round(east), northing=round(north))
    if east // ZONE_FACTOR in ZONES and _within(north, NORTHINGS_M):
        raise EnactError("coordinates_zone_prefixed", layer=layer, easting=round(east))
    raise EnactError("coordinates_not_metric", layer=layer, easting=round(east, 4), northing=round(north, 4))


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] < value < limits[1]
