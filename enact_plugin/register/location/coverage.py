"""How much of the register a map cannot show: the one count that maps, charts and exports name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

# units that count in sums: planned and closed ones, and those of unknown status, do not
EXISTING = ("in_operation", "temporarily_closed")
STORAGE = "storage"


@dataclass(frozen=True)
class UnlocatedShare:
    """Existing units without a point, among all existing units; storage counts as units, its power apart.

    Attributes
    ----------
    units, total : int
        Units without a point, and all; storage among both.
    kw, total_kw : float
        Net power of generation without a point, and all [kW].
    storage_units, storage_total : int
        Storage units without a point, and all.
    storage_kw, storage_total_kw : float
        Net power of storage, never added to generation [kW].
    """

    units: int
    total: int
    kw: float
    total_kw: float
    storage_units: int = 0
    storage_total: int = 0
    storage_kw: float = 0.0
    storage_total_kw: float = 0.0

    @property
    def share_of_units(self) -> float:
        """Share of the units without a point, 0 to 1; 0 where there is no unit."""
        return self.units / self.total if self.total else 0.0

    @property
    def share_of_kw(self) -> float:
        """Share of the power of generation without a point, 0 to 1; 0 where there is none."""
        return self.kw / self.total_kw if self.total_kw else 0.0

    @property
    def coverage_of_units(self) -> float:
        """Share of the units with a point."""
        return 1.0 - self.share_of_units

    @property
    def coverage_of_kw(self) -> float:
        """Share of the power of generation with a point."""
        return 1.0 - self.share_of_kw


def existing(plants: pd.DataFrame) -> np.ndarray:
    """Whether each unit exists: in operation or temporarily closed.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        ``status``.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    return plants["status"].isin(EXISTING).to_numpy(dtype=bool)


def located(plants: GeoDataFrame) -> np.ndarray:
    """Whether each unit has a point, the register's or that of its published address.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    points = plants.geometry.to_numpy()
    return ~(shapely.is_missing(points) | shapely.is_empty(points))


COUNTED = ("status", "carrier", "net_kw")
"""Columns of `plants` that `unlocated_share` looks at, besides the geometry."""


def unlocated_share(plants: GeoDataFrame) -> UnlocatedShare:
    """Count what a map of these units cannot show.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants` or part of it, as of one carrier: ``status``, ``carrier``, ``net_kw`` and the geometry.

    Returns
    -------
    UnlocatedShare

    Examples
    --------
    >>> share = unlocated_share(plants)
    >>> f"{share.units} of {share.total} units, {share.kw:.0f} of {share.total_kw:.0f} kW"
    '993 of 1068 units, 4957 of 42670 kW'
    """
    exists, without = existing(plants), ~located(plants)
    stores = (plants["carrier"] == STORAGE).to_numpy(dtype=bool)
    kw = plants["net_kw"].fillna(0.0).to_numpy(dtype=float)

    def count(mask: np.ndarray) -> int:
        return int(mask.sum())

    return UnlocatedShare(
        units=count(exists & without),
        total=count(exists),
        kw=float(kw[exists & without & ~stores].sum()),
        total_kw=float(kw[exists & ~stores].sum()),
        storage_units=count(exists & without & stores),
        storage_total=count(exists & stores),
        storage_kw=float(kw[exists & without & stores].sum()),
        storage_total_kw=float(kw[exists & stores].sum()),
    )
