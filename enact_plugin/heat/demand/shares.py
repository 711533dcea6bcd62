"""Mixtures as matrices: one row per building, one column per class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...reference.stock_tables import class_shares


def share_matrix(mixture: pd.DataFrame, attribute: str, keys: pd.Index, classes: Sequence[str]) -> np.ndarray:
    """Shares of `attribute` for each building.

    Parameters
    ----------
    mixture : DataFrame
        Table ``building_mixture``: ``building_id``, ``attribute``, ``value``, ``share``.
    attribute : str
    keys : Index, shape (n,)
        Keys of the buildings wanted.
    classes : sequence of str

    Returns
    -------
    ndarray, shape (n, classes)
        Rows are zero for buildings without a mixture.
    """
    rows = mixture[mixture["attribute"].eq(attribute)]
    place = keys.get_indexer(rows["building_id"])
    column = pd.Categorical(rows["value"], categories=list(classes)).codes
    known = (place >= 0) & (column >= 0)
    matrix = np.zeros((len(keys), len(classes)))
    np.add.at(matrix, (place[known], column[known]), rows["share"].to_numpy(dtype=float)[known])
    return matrix


def age_matrix(
    age_class: pd.Series, mixture: pd.DataFrame, keys: pd.Index, classes: Sequence[str]
) -> np.ndarray:
    """Shares of the age classes of each building: its own class, else its mixture, else ``unknown``.

    Parameters
    ----------
    age_class : Series of str, shape (n,)
    mixture : DataFrame
        Table ``building_mixture``.
    keys : Index, shape (n,)
    classes : sequence of str
        Must end with ``unknown``.

    Returns
    -------
    ndarray, shape (n, classes)
        Rows sum to one.
    """
    own = pd.Categorical(age_class, categories=list(classes)).codes
    matrix = np.zeros((len(keys), len(classes)))
    matrix[np.arange(len(keys)), np.where(own < 0, len(classes) - 1, own)] = 1.0
    mixed = share_matrix(mixture, "age_class", keys, classes)
    total = mixed.sum(axis=1)
    use = (matrix[:, -1] == 1) & (total > 0)
    matrix[use] = mixed[use] / total[use, None]
    return matrix


def split(scheme: str, classes: Sequence[str], targets: Sequence[str]) -> np.ndarray:
    """Matrix that turns shares of `classes` into shares of `targets` by `age_class_map.csv`; rows sum to one."""
    shares: Mapping[str, Mapping[str, float]] = class_shares(scheme)
    return np.array([[shares[name].get(target, 0.0) for target in targets] for name in classes])
