"""Keys of computed geometry that stay the same when the same geometry is computed again."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import shapely

_GRID_M = 1.0
_BYTES = 6


def geometry_keys(shapes: np.ndarray, prefix: str) -> np.ndarray:
    """Key of each geometry: a hash of box, centre, length and area, rounded to metres.

    Not of the coordinates: where a ring begins and which points on a straight edge it keeps depends on the order in
    which the lines came. Geometries that are equal so get a number behind the key, in their order.

    Parameters
    ----------
    shapes : ndarray of geometry, shape (n,)
    prefix : str
        Begins each key.

    Returns
    -------
    ndarray of str, shape (n,)
    """
    centre = shapely.get_coordinates(shapely.centroid(shapes)).reshape(-1, 2)
    size = np.column_stack([shapely.length(shapes), shapely.area(shapes)])
    figures = np.column_stack([shapely.bounds(shapes).reshape(-1, 4), centre, size])
    rounded = np.round(figures / _GRID_M).astype("int64")
    keys = [prefix + blake2b(row.tobytes(), digest_size=_BYTES).hexdigest() for row in rounded]
    seen: dict[str, int] = {}
    for place, key in enumerate(keys):
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            keys[place] = f"{key}_{seen[key]}"
    return np.array(keys, dtype=object)
