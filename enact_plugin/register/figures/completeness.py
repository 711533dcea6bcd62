"""Whether a sum by area holds every unit of its area.

- `COMPLETE`: no unit that counts in no area of this kind might lie here;
- `PARTIAL`: some might, and units without a point are counted here by their postcode;
- `LOCATED_ONLY`: some might, and only units with a point are counted here;
- `REMAINDER`: the row of the units that count in no area of this kind;
- `INCOMPLETE`: all would be there, but rows or tables of the register are missing from what was loaded (see `unread`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from ..unread import may_lack
from .districts import NOWHERE

COMPLETE, PARTIAL, LOCATED_ONLY, REMAINDER = "complete", "partial", "located_only", "remainder"
INCOMPLETE = "incomplete"
_LOCATED_KIND = "district"  # in the others units without a point are counted in every case


def completeness(
    rows: pd.DataFrame, gaps: pd.DataFrame, keys: Sequence[str], by_postcode: pd.Series
) -> pd.Series:
    """Completeness of each row.

    Parameters
    ----------
    rows : DataFrame, shape (r,)
        `area_kind`, `area_id` and the other `keys`.
    gaps : DataFrame
        `keys` of the sums in which a unit may be missing.
    keys : sequence of str
    by_postcode : Series, shape (r,)
        Units of the row that are in their district by their postcode.

    Returns
    -------
    Series of object, shape (r,)
    """
    keys = list(keys)
    missing = pd.MultiIndex.from_frame(rows[keys]).isin(pd.MultiIndex.from_frame(gaps[keys].astype(object)))
    located = (rows["area_kind"] == _LOCATED_KIND).to_numpy() & ~(by_postcode > 0).to_numpy(dtype=bool)
    told = np.select(
        [
            ((rows["area_id"] == NOWHERE) & (rows["area_kind"] != "municipality")).to_numpy(),
            ~missing,
            located,
        ],
        [REMAINDER, COMPLETE, LOCATED_ONLY],
        PARTIAL,
    )
    return pd.Series(told.astype(object), index=rows.index)


def with_gaps(told: pd.Series, rows: pd.DataFrame, gaps: Collection[str], loaded: pd.Series) -> pd.Series:
    """Completeness of each row of plants that were loaded with gaps.

    Parameters
    ----------
    told : Series of object, shape (r,)
        As `completeness` returns it.
    rows : DataFrame, shape (r,)
        `carrier`; that of all carriers is none of a unit, so it lacks what any of them lacks.
    gaps : collection of str
        See `unread.gaps_of`.
    loaded : Series of str
        Carriers of the units.

    Returns
    -------
    Series of object, shape (r,)
    """
    return told.mask((told == COMPLETE) & may_lack(rows["carrier"], gaps, loaded), INCOMPLETE)
