"""Districts (Ortsteile) and postcode areas: groups of quarters and the fields around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .addresses import village_name
from .growth import Quarters
from .names import name_list
from .network import Network, united
from .plan import GRID_M, Plan
from .scale import Scale
from .villages import Village


@dataclass(frozen=True)
class Districts:
    """A partition of the municipality.

    Attributes
    ----------
    polygon : ndarray of Polygon or MultiPolygon, shape (d,)
        Bent; the first one is the old town.
    name : list of str
    postcode : ndarray of str, shape (d,)
    of_quarter : ndarray of int, shape (q,)
    of_village : ndarray of int, shape (v,)
    """

    polygon: np.ndarray
    name: list[str]
    postcode: np.ndarray
    of_quarter: np.ndarray
    of_village: np.ndarray

    def containing(self, points: np.ndarray) -> np.ndarray:
        """District of each point, shape (n, 2) to (n,)."""
        spots = shapely.points(points)
        found = np.full(len(spots), -1)
        district, index = shapely.STRtree(spots).query(self.polygon, predicate="contains")
        found[index] = district
        lost = np.flatnonzero(found < 0)  # exactly on a border
        if len(lost):
            found[lost] = shapely.STRtree(self.polygon).query_nearest(spots[lost], all_matches=False)[1]
        return found


def draw_districts(
    scale: Scale, plan: Plan, quarters: Quarters, network: Network, villages: list[Village]
) -> Districts:
    """Group the areas of the plan around the core, some quarters far from each other, and the villages."""
    lines = np.array([*plan.sources.lines])
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(lines, grid_size=GRID_M)]))
    spots = shapely.get_coordinates(shapely.point_on_surface(faces))
    built = np.flatnonzero(quarters.built[:-1] & (quarters.kind[:-1] != "park"))
    centre = shapely.get_coordinates(shapely.centroid(quarters.polygon))
    town_seeds = _spread(centre[built], scale.count(1 / 3500, 2, 40), 1.6 * scale.core_radius_m)
    village_seeds = [
        shapely.get_coordinates(shapely.line_interpolate_point(village.lines[0], 0.5, normalized=True))[0]
        for village in villages
    ]
    seeds = np.array([np.zeros(2), *town_seeds, *village_seeds])
    reach = np.full(len(seeds), 0.0)
    reach[0] = 0.9 * scale.core_radius_m
    quarter_group = _nearest(centre, seeds, reach)
    quarter_group[-1] = 0
    group = _nearest(spots, seeds, reach)
    face, quarter = shapely.STRtree(quarters.polygon).query(shapely.points(spots), predicate="within")
    group[face] = quarter_group[quarter]  # the rest are strips along river and railway
    used = np.unique(group)
    order = {int(old): new for new, old in enumerate(used)}
    bent = network.bend(faces, np.full(len(faces), -1))
    polygons = np.array([united(bent[group == g]) for g in used])
    names = _names(len(town_seeds), len(villages))
    plain = {g: order.get(int(g), 0) for g in range(len(seeds))}
    first_village = 1 + len(town_seeds)
    return Districts(
        polygon=polygons,
        name=[names[g] for g in used],
        postcode=_postcodes(scale, seeds[used]),
        of_quarter=np.array([plain[int(g)] for g in quarter_group]),
        of_village=np.array([plain[first_village + i] for i in range(len(villages))], dtype=int),
    )


def _spread(points: np.ndarray, count: int, apart_m: float) -> list[np.ndarray]:
    """Points far from the core and from each other: again and again the one farthest from those chosen."""
    chosen: list[np.ndarray] = []
    distance = np.hypot(points[:, 0], points[:, 1])
    while len(chosen) < count and len(points):
        best = int(np.argmax(distance))
        if distance[best] < apart_m:
            break
        chosen.append(points[best])
        distance = np.minimum(distance, np.hypot(*(points - points[best]).T))
    return chosen


def _nearest(points: np.ndarray, seeds: np.ndarray, reach: np.ndarray) -> np.ndarray:
    distance = np.hypot(points[:, None, 0] - seeds[None, :, 0], points[:, None, 1] - seeds[None, :, 1])
    return np.argmin(distance - reach, axis=1)


def _names(town: int, villages: int) -> list[str]:
    invented = name_list("district")
    names = ["Altstadt"]
    names += [
        invented[i % len(invented)] + ("" if i < len(invented) else f" {i // len(invented) + 1}")
        for i in range(town)
    ]
    return names + [village_name(i) for i in range(villages)]


def _postcodes(scale: Scale, seeds: np.ndarray) -> np.ndarray:
    """One postcode per direction from the centre in large towns; numbers that Germany has not given away."""
    parts = scale.count(1 / 6000, 1, 24)
    angle = np.arctan2(seeds[:, 1], seeds[:, 0])
    slot = np.floor((angle + np.pi) / (2 * np.pi + 1e-9) * max(parts - 1, 1)).astype(int) + 1
    slot = np.where(np.hypot(seeds[:, 0], seeds[:, 1]) < 1.5 * scale.core_radius_m, 0, slot)
    slot = np.where(parts == 1, 0, slot)
    return np.array([f"{5901 + i:05d}" for i in slot], dtype=object)
