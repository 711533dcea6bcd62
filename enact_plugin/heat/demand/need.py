"""Useful heat of each building: floor area times specific need (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...reference.heat_tables import HeatNeed, hot_water_kwh_m2, nonresidential_need, residential_need
from ...reference.stock_tables import known_age_classes
from .shares import age_matrix, split

AGES = (*known_age_classes(), "unknown")
_RESIDENTIAL = "residential"


@dataclass(frozen=True)
class SpecificNeed:
    """Specific heat need of each building.

    Attributes
    ----------
    total, low, high : ndarray, shape (n,)
        Useful energy with hot water [kWh/(m²·a)]; NaN where the building has no figure.
    hot_water : ndarray, shape (n,)
        Part of `total`; zero where the figure holds it without saying how much.
    method : ndarray of object, shape (n,)
        ``kww``, ``iwu`` or None.
    """

    total: np.ndarray
    low: np.ndarray
    high: np.ndarray
    hot_water: np.ndarray
    method: np.ndarray


def specific_need(stock: pd.DataFrame, mixture: pd.DataFrame) -> SpecificNeed:
    """Specific need by type and age: KWW for residential buildings, IWU for the others.

    The age classes of our list are split into those of the figures by share; a building of mixed age gets the mean of
    the figures weighted by its shares. The span is that of the sources: TABULA's usual and existing state for homes,
    the standard error of the mean for the others.

    Parameters
    ----------
    stock : DataFrame, shape (n,)
        ``building_id``, ``heat_category``, ``house_type``, ``age_class``, ``age_source``.
    mixture : DataFrame
        Table ``building_mixture``.

    Returns
    -------
    SpecificNeed
    """
    keys = pd.Index(stock["building_id"])
    ages = age_matrix(stock["age_class"], mixture, keys, AGES)
    result = SpecificNeed(*(np.full(len(stock), np.nan) for _ in range(4)), np.full(len(stock), None, object))
    kind = stock["heat_category"].where(stock["heat_category"].ne(_RESIDENTIAL), stock["house_type"])
    residential = stock["heat_category"].eq(_RESIDENTIAL).to_numpy()
    _apply(result, kind, residential, ages, _Figures(residential_need(), "kww", hot_water_kwh_m2()))
    _apply(result, kind, ~residential, ages, _Figures(nonresidential_need(), "iwu", {}))
    return result


@dataclass(frozen=True)
class _Figures:
    """One table of heat need, and the hot water that goes on top of it."""

    needs: Mapping[tuple[str, str], HeatNeed]
    method: str
    hot_water_kwh_m2: Mapping[str, float]


def _apply(
    result: SpecificNeed, kind: pd.Series, wanted: np.ndarray, ages: np.ndarray, figures: _Figures
) -> None:
    """Fill in the figures of one table; all buildings of a kind at once."""
    classes = tuple(dict.fromkeys(age for _, age in figures.needs))
    shares = ages @ split(figures.method, AGES, classes)
    for name in dict.fromkeys(kind for kind, _ in figures.needs):
        rows = wanted & kind.eq(name).to_numpy()
        if not rows.any():
            continue
        entries = [figures.needs[name, age] for age in classes]
        added = _added(entries, figures.hot_water_kwh_m2.get(name, 0.0))
        for target, values in (
            (result.total, [entry.kwh_m2 for entry in entries]),
            (result.low, [entry.low_kwh_m2 for entry in entries]),
            (result.high, [entry.high_kwh_m2 for entry in entries]),
        ):
            target[rows] = shares[rows] @ (np.array(values) + added)
        result.hot_water[rows] = shares[rows] @ added
        result.method[rows] = figures.method


def _added(entries: Sequence[HeatNeed], hot_water_kwh_m2: float) -> np.ndarray:
    """Hot water to add to each figure: none where it is inside, so that nothing counts twice."""
    return np.array([0.0 if entry.includes_hot_water else hot_water_kwh_m2 for entry in entries])
