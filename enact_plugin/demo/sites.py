"""Places where the register's units stand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .units import Sites
from .works import Works, house_numbers


def register_sites(works: Works) -> Sites:
    """Places for the register's units."""
    own = np.flatnonzero(works.addresses.own & works.truth["heated"].to_numpy())
    truth = works.truth
    postcode = works.districts.postcode
    houses = pd.DataFrame(
        {
            "x": works.spot[own, 0],
            "y": works.spot[own, 1],
            "street": works.addresses.street[own],
            "house_number": house_numbers(works)[own],
            "postcode": postcode[works.district[own]],
            "kind": truth["kind"].to_numpy()[own],
            "footprint_m2": truth["footprint_m2"].to_numpy()[own],
            "dwellings": np.maximum(truth["dwellings"].to_numpy()[own], 0),
        }
    )
    open_land = np.flatnonzero(works.quarters.kind == "field")
    if not len(open_land):  # the smallest municipalities may be built up to their border
        open_land = np.arange(len(works.quarters.kind) - 1)
    fields = _places(works, shapely.point_on_surface(works.quarters.polygon[open_land]))
    banks = shapely.intersection(works.plan.river, works.plan.boundary.buffer(-0.05 * works.scale.radius_m))
    weirs = shapely.line_interpolate_point(banks, np.linspace(0.15, 0.85, 16), normalized=True)
    hamlets = np.array(
        [shapely.line_interpolate_point(v.lines[0], 0.9, normalized=True) for v in works.villages],
        dtype=object,
    )
    return Sites(houses, fields, _places(works, weirs), _places(works, hamlets))


def _places(works: Works, points: np.ndarray) -> pd.DataFrame:
    """Points of the plan as places for units."""
    bent = works.network.bend(points, np.full(len(points), -1)) if len(points) else points
    where = shapely.get_coordinates(bent)
    index, district = shapely.STRtree(works.districts.polygon).query_nearest(bent, all_matches=False)
    owner = np.zeros(len(where), dtype=int)
    owner[index] = district
    return pd.DataFrame(
        {
            "x": where[:, 0],
            "y": where[:, 1],
            "postcode": works.districts.postcode[owner],
            "cadastral_district": np.array(works.districts.name, dtype=object)[owner],
            "street": "",
            "house_number": "",
            "far": np.hypot(where[:, 0], where[:, 1]),
        }
    )
