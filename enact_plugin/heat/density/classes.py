"""Building types and age classes of the heat plan, as shares of each building."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...reference.heat_tables import plan_types
from ...reference.stock_tables import class_shares, known_age_classes
from ..demand.shares import age_matrix, split

_AGES = (*known_age_classes(), "unknown")


@dataclass(frozen=True)
class ClassShares:
    """Shares of classes.

    Attributes
    ----------
    classes : tuple of str
    matrix : ndarray of float, shape (n, classes)
        A row of zeros where the class is not known.
    """

    classes: tuple[str, ...]
    matrix: np.ndarray


def plan_types_of(stock: pd.DataFrame) -> ClassShares:
    """Building type of the heat plan (list plan_building_type) of each building of ``building_stock``."""
    kind = stock["heat_category"].where(stock["heat_category"].ne("residential"), stock["house_type"])
    classes = tuple(dict.fromkeys(plan_types().values()))
    code = pd.Categorical(kind.map(plan_types()), categories=classes).codes
    return ClassShares(classes, (code[:, None] == np.arange(len(classes))).astype(float))


def plan_ages_of(stock: pd.DataFrame, mixture: pd.DataFrame, building_id: pd.Series) -> ClassShares:
    """Age classes of the heat plan (list plan_age_class); a building of mixed age has a share in each.

    Parameters
    ----------
    stock : DataFrame, shape (n,)
        Rows of ``building_stock``.
    mixture : DataFrame
        Table ``building_mixture``.
    building_id : Series, shape (n,)
    """
    classes = tuple(dict.fromkeys(t for name in _AGES for t in class_shares("plan")[name]))
    own = age_matrix(stock["age_class"], mixture, pd.Index(building_id), _AGES)
    return ClassShares(classes, own @ split("plan", _AGES, classes))
