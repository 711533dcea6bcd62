"""What refurbishment saves of a building's space heat."""

from __future__ import annotations

from enum import Enum

import numpy as np
import pandas as pd

from ...reference.heat_rules import heat_rule
from ...reference.heat_tables import refurbished_kwh_m2, residential_need
from .need import AGES
from .shares import age_matrix, split

_RESIDENTIAL = "residential"


def own_need(demand: pd.DataFrame) -> np.ndarray:
    """Space heat per floor area of each row of the layer building_demand [kWh/(m²·a)]."""
    area = demand["floor_area_m2"].to_numpy(dtype=float)
    heat = demand["space_heat_kwh"].to_numpy(dtype=float)
    return np.divide(heat, area, out=np.zeros(len(heat)), where=area > 0)


class Depth(Enum):
    """How far refurbishment goes."""

    USUAL = "usual"
    ADVANCED = "advanced"


def saving_share(
    stock: pd.DataFrame, mixture: pd.DataFrame, depth: Depth, space_heat_kwh_m2: np.ndarray | None = None
) -> np.ndarray:
    """Share of its space heat that refurbishment saves of each building.

    ``1 − refurbished / need``: of homes the need of KWW's average stock, which holds buildings refurbished already, and
    that of TABULA's state after refurbishment on the metered level (IWU), by type and age; one of mixed age takes
    the mean need of both, weighted by its shares. Of others a share of the table heat_rules.csv. A refurbished building
    never needs more than before.

    Parameters
    ----------
    stock : DataFrame, shape (n,)
        ``building_id``, ``heat_category``, ``house_type``, ``age_class``.
    mixture : DataFrame
        Table ``building_mixture``.
    depth : Depth
    space_heat_kwh_m2 : ndarray or None, shape (n,)
        Need of the building itself, where it is known better than by type and age: a low metered one saves less.

    Returns
    -------
    ndarray, shape (n,)
        In [0, 1).
    """
    ages = age_matrix(stock["age_class"], mixture, pd.Index(stock["building_id"]), AGES)
    now, then = residential_need(), refurbished_kwh_m2(depth.value)
    classes = tuple(dict.fromkeys(age for _, age in now))
    shares = ages @ split("kww", AGES, classes)
    share = np.full(len(stock), heat_rule(f"nonresidential_saving_{depth.value}"))
    home = stock["heat_category"].eq(_RESIDENTIAL).to_numpy()
    for kind in dict.fromkeys(kind for kind, _ in now):
        rows = home & stock["house_type"].eq(kind).to_numpy()
        before = shares[rows] @ np.array([now[kind, age].kwh_m2 for age in classes])
        after = shares[rows] @ np.array([then[kind, age] for age in classes])
        if space_heat_kwh_m2 is not None:
            before = space_heat_kwh_m2[rows]
        share[rows] = np.maximum(1 - np.divide(after, before, out=np.ones_like(after), where=before > 0), 0.0)
    return share
