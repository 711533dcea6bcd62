"""Heights of buildings: as delivered, else what their storeys come to."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...reference.stock_tables import stock_rule
from ..storeys import eaves_from_storeys
from .storeys import eaves_m

_DELIVERED = ("cadastre", "osm", "given", "register")
_TOLD_BY = ("use_source", "storeys_source", "age_source")  # columns that say who delivered a building
_BY_STOREYS = "model"


def with_heights(buildings: pd.DataFrame, delivered_by: pd.Series) -> pd.DataFrame:
    """Columns ``height_m``, ``eaves_height_m`` and ``height_source``.

    A height that was not delivered is storeys × usual height of a storey (storey_heights.csv) to the eaves, and
    that by the roof to the top: an estimate, marked ``model``. A building without either has none.

    Parameters
    ----------
    buildings : DataFrame, shape (n,)
        ``height_m``, ``eaves_height_m``, ``roof_type``, ``storeys``, ``use``, ``age_class``; completed storeys.
    delivered_by : Series of str, shape (n,)
        From `delivered_by`.

    Returns
    -------
    DataFrame, shape (n, 3)
    """
    known = buildings["height_m"].notna() | buildings["eaves_height_m"].notna()
    eaves = eaves_m(buildings)
    lacking = ~known & buildings["storeys"].notna()
    made = buildings.loc[lacking, ["storeys", "use", "age_class"]]
    by_storeys = eaves_from_storeys(made["storeys"], made["use"], made["age_class"])
    flat = buildings.loc[lacking, "roof_type"].eq("flat")
    ratio = np.where(flat, stock_rule("eaves_to_height_flat"), stock_rule("eaves_to_height_pitched"))
    source = delivered_by.where(known, None)
    source[lacking] = _BY_STOREYS
    return pd.DataFrame(
        {
            "height_m": buildings["height_m"].fillna((by_storeys / ratio).round(1)),
            "eaves_height_m": eaves.fillna(by_storeys).round(2),
            "height_source": source,
        }
    )


def delivered_by(buildings: pd.DataFrame) -> pd.Series:
    """Who delivered each building, of the list value_source: as its own values say, else as most of the others do."""
    told = pd.Series(None, index=buildings.index, dtype=object)
    for name in _TOLD_BY:
        told = told.where(told.notna(), buildings[name].where(buildings[name].isin(_DELIVERED)))
    usual = told.mode()
    return told.fillna(usual.iloc[0] if len(usual) else "given")
