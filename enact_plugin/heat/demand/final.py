"""Final energy by carrier that the useful heat of each building takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...reference.heat_tables import energy_columns, final_per_useful
from .shares import share_matrix

UNKNOWN = "unknown"


@dataclass(frozen=True)
class FinalEnergy:
    """Final energy of each building by carrier.

    Attributes
    ----------
    carriers : tuple of str
        Codes of the list heat_carrier, ``unknown`` among them.
    kwh : ndarray, shape (n, carriers)
        Zero for buildings without useful heat.
    """

    carriers: tuple[str, ...]
    kwh: np.ndarray

    @property
    def total_kwh(self) -> np.ndarray:
        """Sum over the carriers, shape (n,)."""
        return self.kwh.sum(axis=1)

    @property
    def by_column(self) -> dict[str, np.ndarray]:
        """Final energy of each building under the column names of the layer building_demand."""
        return {energy_columns()[carrier]: self.kwh[:, n] for n, carrier in enumerate(self.carriers)}

    def prevailing(self) -> tuple[np.ndarray, np.ndarray]:
        """Carrier with the largest share of each building and that share in percent; None and NaN without energy."""
        total = self.total_kwh
        largest = self.kwh.argmax(axis=1)
        share = np.divide(self.kwh.max(axis=1), total, out=np.full(len(total), np.nan), where=total > 0)
        names = np.array(self.carriers, dtype=object)[largest]
        return np.where(total > 0, names, None), 100 * share


def final_energy(useful_kwh: np.ndarray, keys: pd.Index, mixture: pd.DataFrame) -> FinalEnergy:
    """Final energy = useful heat × final energy per useful heat of the heater.

    The heaters of a building are those of its census cell, by share of buildings; one whose carrier nobody knows takes
    the mean of boilers, carrier ``unknown``. Heat pumps count as electricity and ambient heat.

    Parameters
    ----------
    useful_kwh : ndarray, shape (n,)
        NaN counts as none.
    keys : Index, shape (n,)
        Keys of the buildings.
    mixture : DataFrame
        Table ``building_mixture``, attribute ``carrier``: kinds of heating of the census.

    Returns
    -------
    FinalEnergy
    """
    table = final_per_useful()
    heaters = [name for name in table if name != UNKNOWN]
    shares = share_matrix(mixture, "carrier", keys, heaters)
    total = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, total, out=np.zeros_like(shares), where=total > 0)
    shares = np.column_stack([shares, np.where(total[:, 0] > 0, 0.0, 1.0)])
    carriers = tuple(energy_columns())
    factors = np.array(
        [[table[name].get(carrier, 0.0) for carrier in carriers] for name in (*heaters, UNKNOWN)]
    )
    return FinalEnergy(carriers, np.nan_to_num(useful_kwh)[:, None] * (shares @ factors))
