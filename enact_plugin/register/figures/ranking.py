"""How much of the register the areas of a kind hold, and whether they may be ranked by it.

Below the share of plant_area_rules.csv, in units or in power, an order of the areas would tell who published more, not
who has more: products refuse it and name the kind that is complete.
"""

from __future__ import annotations

import pandas as pd

from ...reference.plant_tables import area_rule
from ..location.coverage import STORAGE
from .districts import NOWHERE

_KEYS = ["area_kind", "carrier", "status"]


def coverage(cells: pd.DataFrame) -> pd.DataFrame:
    """Share of the units and of the power that count in an area of each kind.

    Parameters
    ----------
    cells : DataFrame
        Sums by `area_kind`, `area_id`, `carrier`, `status`: `units`, `quoted_kw`, `storage_kw`; the key of an area is
        empty in the remainder of a kind, whose areas and remainder make up the whole.

    Returns
    -------
    DataFrame
        `area_kind`, `carrier`, `status`; `coverage_of_units` and `coverage_of_power` in [0, 1], missing where there is
        nothing; `rankable` (missing where there are no units).
    """
    storage = cells["carrier"] == STORAGE
    whole = cells[_KEYS].assign(
        units=cells["units"].astype(float),
        kw=cells["storage_kw"].where(storage, cells["quoted_kw"]).astype(float),
    )
    named = cells["area_id"] != NOWHERE
    sums = whole.groupby(_KEYS)[["units", "kw"]].sum()
    counted = whole[named].groupby(_KEYS)[["units", "kw"]].sum().reindex(sums.index, fill_value=0.0)
    share = (counted / sums.where(sums > 0)).clip(upper=1.0)  # sums of parts may be larger by 1e-16
    enough = share >= area_rule("rankable_coverage") - 1e-12
    rankable = enough["units"] & (enough["kw"] | share["kw"].isna())
    told = pd.DataFrame(
        {
            "coverage_of_units": share["units"],
            "coverage_of_power": share["kw"],
            "rankable": rankable.astype("boolean").mask(share["units"].isna()),
        }
    )
    return told.reset_index()
