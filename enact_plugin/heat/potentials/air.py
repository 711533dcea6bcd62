"""Air-source heat pumps: how large a unit the neighbours' sleep allows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import rounded
from ...reference.tables import rows
from ...stock.shapes import in_threads
from .drilling import RULES
from .tables import KWH_PER_MWH, layer_columns, rule

LAYER = "potentials_air"
_AT_ONCE = 20_000  # buildings whose places are compared with neighbours in one go
_SPHERE_DB = 11.0  # 10 lg(4π): sound power to pressure at 1 m
_NEAR_SHARE = 0.4  # of the reach, looked at first
_NEAREST_M = 0.5  # a place closer to a neighbour counts as this far: the logarithm has no value at 0


def air_potential(buildings: GeoDataFrame, blocks: GeoDataFrame | None, source: Source) -> Outcome:
    """Largest outdoor unit beside each heated building that keeps the night limits at all its neighbours.

    Places all around the building are tried, ``level = sound power + 6 dB (wall) + 3 dB (tones) - 11 dB - 20 lg
    distance`` at each neighbour is held against the limit by its use (TA Lärm no. 6.1), and the best place counts.
    Heat and power are what the unit could give: nothing of the building's demand is in them.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (n,)
        Layer ``building_stock`` with ``use`` and ``heated``.
    blocks : GeoDataFrame or None
        Layer ``blocks``: a unit stands on no street that bounds them.
    source : Source

    Returns
    -------
    Outcome
        `frame`: layer ``potentials_air``, one row per heated building; ``power_kw`` 0 where no unit is quiet enough,
        ``distance_m`` to the neighbour that decides, None where none is near; ``permission`` a code
        (``air_none``, ``air_small``, ``air_possible``). Finding: ``air_total``.
    """
    heated = buildings["heated"].fillna(False).to_numpy(dtype=bool)
    allowed_db, distance_m = allowed_sound_power(buildings, heated, blocks)
    power_kw = power_of(allowed_db)
    houses = buildings[heated]
    code = np.where(
        power_kw <= 0, "air_none", np.where(power_kw < _sizes()[1][0], "air_small", "air_possible")
    )
    table = pd.DataFrame(
        {
            "potential_id": houses["building_id"].to_numpy(),
            "name": None,
            "heat_carrier": "air",
            "building_id": houses["building_id"].to_numpy(),
            "heat_mwh_a": power_kw * rule(RULES, "full_load_h") / KWH_PER_MWH,
            "power_kw": power_kw,
            "distance_m": distance_m,
            "permission": code,
            "area_ha": None,
            "note": None,
        }
    )[layer_columns(LAYER)]
    frame = GeoDataFrame(rounded(table), geometry=houses.geometry.to_numpy(), crs=buildings.crs)
    values = {
        "buildings": len(frame),
        "none": int((power_kw <= 0).sum()),
        "small": int((code == "air_small").sum()),
    }
    finding = Finding("air_total", severity=Severity.NOTE, values=values)
    assumptions = ("air_noise", "air_not_limited")
    dropped = {"not_heated": int((~heated).sum())} if not heated.all() else {}
    return Outcome(frame, source, len(buildings), dropped, 0, (finding,), assumptions)


def power_of(allowed_db: np.ndarray) -> np.ndarray:
    """Largest heating power [kW] whose sound power stays within `allowed_db`: one or several units of one size."""
    best = np.zeros(len(allowed_db))
    for size_kw, sound_db in _sizes():
        with np.errstate(over="ignore"):
            units = np.floor(10 ** ((allowed_db - sound_db) / 10) + 1e-9)  # n equal units add 10 lg n
        best = np.maximum(best, size_kw * np.minimum(units, rule(RULES, "max_units")))
    return best


def allowed_sound_power(
    buildings: GeoDataFrame, heated: np.ndarray, blocks: GeoDataFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    """Sound power that each heated building may emit at its best place, and the distance to who decides.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (n,)
    heated : ndarray of bool, shape (n,)
    blocks : GeoDataFrame or None

    Returns
    -------
    allowed_db : ndarray, shape (h,)
        -inf where there is no place at all.
    distance_m : ndarray, shape (h,)
        NaN where no neighbour is within reach.
    """
    around = _neighbours(buildings, heated)
    streets = np.array([], dtype=object) if blocks is None else shapely.boundary(blocks.geometry.to_numpy())
    own = np.flatnonzero(heated)
    parts = [
        _best_places(around, own[start : start + _AT_ONCE], streets) for start in range(0, len(own), _AT_ONCE)
    ]
    if not parts:
        return np.zeros(0), np.zeros(0)
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


@dataclass(frozen=True)
class _Neighbours:
    """All outlines, the night limit of each (NaN without protected rooms), and a tree of those that have one."""

    shapes: np.ndarray
    limit_db: np.ndarray
    kept: np.ndarray
    tree: shapely.STRtree


def _neighbours(buildings: GeoDataFrame, heated: np.ndarray) -> _Neighbours:
    shapes = buildings.geometry.to_numpy()
    limit_db = np.where(heated, buildings["use"].map(_limits()).to_numpy(dtype=float), np.nan)
    kept = np.flatnonzero(~np.isnan(limit_db))
    return _Neighbours(shapes, limit_db, kept, shapely.STRtree(shapes[kept]))


@dataclass(frozen=True)
class _Places:
    """Places of units, whose building, the sound power allowed there so far, and the distance to who decided it."""

    points: np.ndarray
    owner: np.ndarray
    level_db: np.ndarray
    decides_m: np.ndarray

    def look(self, around: _Neighbours, rows: np.ndarray, reach_m: float) -> None:
        """Lower the level of the places in `rows` by what neighbours within reach allow."""
        x, y = shapely.get_coordinates(self.points[rows]).T
        # by boxes: the distance is needed anyway
        row, neighbour = around.tree.query(shapely.box(x - reach_m, y - reach_m, x + reach_m, y + reach_m))
        row, neighbour = rows[row], around.kept[neighbour]
        other = neighbour != self.owner[row]
        row, neighbour = row[other], neighbour[other]
        distance = in_threads(shapely.distance, self.points[row], around.shapes[neighbour])
        distance = np.maximum(distance, _NEAREST_M)
        allowed = _allowed_db(around.limit_db[neighbour], distance)
        stricter = np.flatnonzero((allowed < self.level_db[row]) & (distance <= reach_m))
        stricter = stricter[np.argsort(-allowed[stricter], kind="stable")]  # the strictest is written last
        self.level_db[row[stricter]] = allowed[stricter]
        self.decides_m[row[stricter]] = distance[stricter]


def _best_places(around: _Neighbours, own: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Allowed sound power at the best place of each of the buildings `own`, and the distance to who decides there."""
    reach, count = rule(RULES, "noise_reach_m"), int(rule(RULES, "unit_places"))
    points = _places(around.shapes[own], count)
    # who is out of reach might stand just there
    level = np.full(len(points), _allowed_db(_limits()["residential"], reach))
    # asked from the lines: GEOS prepares what is asked from, and a border has many corners
    on_street = shapely.STRtree(points).query(
        streets, predicate="dwithin", distance=rule(RULES, "street_axis_m")
    )
    level[on_street[1]] = -np.inf
    places = _Places(points, np.repeat(own, count), level, np.full(len(points), np.nan))
    free = np.flatnonzero(level > -np.inf)
    # most places are decided by a wall close by; only for the others those far off need be looked at
    near = _NEAR_SHARE * reach
    places.look(around, free, near)
    lowest = np.nanmin(around.limit_db, initial=_limits()["residential"])
    places.look(around, free[level[free] >= _allowed_db(lowest, near)], reach)
    best = level.reshape(-1, count).argmax(axis=1)
    chosen = np.arange(len(own)) * count + best
    return level[chosen], places.decides_m[chosen]


def _allowed_db(limit_db: np.ndarray | float, distance_m: np.ndarray | float) -> np.ndarray:
    """Sound power that gives no more than the limit at that distance."""
    return (
        limit_db - rule(RULES, "wall_db") - rule(RULES, "tonal_db") + _SPHERE_DB + 20 * np.log10(distance_m)
    )


def _places(shapes: np.ndarray, count: int) -> np.ndarray:
    """`count` places around each outline, evenly along a line at the distance of a unit."""
    around = shapely.buffer(shapes, rule(RULES, "unit_offset_m"), quad_segs=1)
    ring = shapely.boundary(around)
    several = shapely.get_num_geometries(ring) > 1
    ring[several] = shapely.get_exterior_ring(shapely.convex_hull(around[several]))  # courtyards, parts apart
    part = np.tile(np.arange(count) / count, len(shapes))
    return shapely.line_interpolate_point(np.repeat(ring, count), part, normalized=True)


@cache
def _limits() -> dict[str, float]:
    """Night limit [dB(A)] by use; buildings of other uses have no protected rooms."""
    return {row["use"]: float(row["night_db"]) for row in rows("night_noise_limits")}


@cache
def _sizes() -> tuple[tuple[float, float], ...]:
    """Heating power [kW] and sound power [dB(A)] of units, the smallest first."""
    return tuple((float(row["power_kw"]), float(row["sound_power_db"])) for row in rows("heat_pump_sizes"))
