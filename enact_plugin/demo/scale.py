"""How big the parts of Musterstadt are for a number of buildings, and the streams of chance they draw from."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

import numpy as np

from ..errors import EnactError

SMALLEST, LARGEST = 200, 300_000
BUILDINGS_PER_KM2 = 400
"""Buildings per km² of municipality, fields included: 5,000 buildings are about 4 km across."""
BUILDINGS_PER_BUILT_KM2 = 2000


@dataclass(frozen=True)
class Scale:
    """Lengths in metres that grow with the town.

    Attributes
    ----------
    size : int
        Buildings asked for.
    seed : int
    radius_m : float
        Radius of the municipality.
    built_radius_m : float
        Radius the built-up town would have, were it round.
    core_radius_m : float
        Radius of the old core.
    quarter_m : float
        Width of a quarter.
    river_m : float
        Width of the river.
    """

    size: int
    seed: int
    radius_m: float
    built_radius_m: float
    core_radius_m: float
    quarter_m: float
    river_m: float

    @classmethod
    def of(cls, size: int, seed: int) -> Scale:
        """Scale of a town of `size` buildings.

        Raises
        ------
        EnactError
            ``demo_size_out_of_range``.
        """
        if not SMALLEST <= size <= LARGEST:
            raise EnactError("demo_size_out_of_range", size=size, smallest=SMALLEST, largest=LARGEST)
        growth = size / SMALLEST
        return cls(
            size=size,
            seed=seed,
            radius_m=1000 * math.sqrt(size / BUILDINGS_PER_KM2 / math.pi),
            built_radius_m=1000 * math.sqrt(size / BUILDINGS_PER_BUILT_KM2 / math.pi),
            core_radius_m=62 * growth**0.27,
            quarter_m=112 * growth**0.235,
            river_m=min(max(7 * (size / 1000) ** 0.42, 5.0), 85.0),
        )

    def stream(self, name: str) -> np.random.Generator:
        """Random numbers of one part of the town; parts do not disturb each other's numbers."""
        return np.random.default_rng([self.seed % 2**32, self.size, zlib.crc32(name.encode())])

    def count(self, per_building: float, low: int, high: int) -> int:
        """Return how many there are of something that occurs `per_building` times per building."""
        return int(min(max(round(self.size * per_building), low), high))
