"""Everything the town consists of, before it becomes layers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from .addresses import Addresses
from .buildings import Built
from .districts import Districts
from .geodesy import CRS, to_world
from .growth import Quarters
from .heatplan import HeatNetworks
from .network import Network
from .plan import Plan
from .scale import Scale
from .villages import Village


@dataclass(frozen=True)
class Works:
    """Everything the frames are made from."""

    scale: Scale
    plan: Plan
    quarters: Quarters
    villages: list[Village]
    network: Network
    built: Built
    street_names: np.ndarray
    addresses: Addresses
    districts: Districts
    heat: HeatNetworks
    truth: pd.DataFrame
    spot: np.ndarray
    """A point in each building, shape (n, 2)."""
    district: np.ndarray
    """District each building stands in, shape (n,)."""

    def number(self, prefix: str, count: int, width: int = 6) -> list[str]:
        """Serial keys."""
        return [f"{prefix}{i + 1:0{width}d}" for i in range(count)]

    def village_area(self) -> np.ndarray:
        """Ground of each village: its streets and a strip beside them."""
        lines = [shapely.MultiLineString(village.lines) for village in self.villages]
        bent = (
            self.network.bend(np.array(lines), np.full(len(lines), -1))
            if lines
            else np.zeros(0, dtype=object)
        )
        return shapely.buffer(bent, 62.0, cap_style="flat")

    def bent(self, geometry: shapely.Geometry) -> np.ndarray:
        """One geometry of the plan as it lies in the bent town."""
        return self.network.bend(np.array([geometry]), np.array([-1]))


def world_frame(data: dict, geometry: np.ndarray) -> GeoDataFrame:
    """Frame in EPSG:25833 from geometries relative to the town's centre."""
    return GeoDataFrame(data, geometry=to_world(np.asarray(geometry, dtype=object)), crs=CRS)


def house_numbers(works: Works) -> np.ndarray:
    """House number with its suffix for each building, as text."""
    return np.char.add(works.addresses.number.astype(str), works.addresses.suffix.astype(str)).astype(object)


def block_table(works: Works) -> tuple[np.ndarray, list[str], np.ndarray]:
    """Blocks with buildings: geometry, key, number under which buildings refer to them."""
    number = np.unique(works.built.block)
    town = number[number < works.built.village_block]
    hamlet = number[number >= works.built.village_block] - works.built.village_block
    polygons = np.concatenate([works.network.block[town], works.village_area()[hamlet]])
    return polygons, [f"B{i + 1:06d}" for i in number.tolist()], number
