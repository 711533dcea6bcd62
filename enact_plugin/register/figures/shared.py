"""What a CHP plant or a store states, counted once: each unit that belongs to it repeats it.

A number is booked at one unit: the one that exists, has a place, and has the largest net power (of equal ones the
first MaStR number). A unit may belong to several plants and then states their sum. What units of one plant only state
is known; what is left is that of the other plants, in equal parts where nobody tells them apart.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..location.coverage import EXISTING

_SEPARATORS = r"\s*[,;]\s*"
_UNIT, _PLANT = "unit", "plant"


def counted_once(plants: pd.DataFrame, key: str, value: str, place: np.ndarray) -> pd.Series:
    """Heat of each CHP plant, or energy of each store, at one of its units.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Layer `plants`: `mastr_id`, `status`, `net_kw` and these two; index 0…n−1. Without the column `key`, as in a
        workspace of an older version, every unit is its own plant.
    key : str
        Column with the number of the plant, or several ("KWK…; KWK…"); a unit without one is its own plant.
    value : str
        Column with what the plant states.
    place : ndarray of bool, shape (n,)
        Whether each unit has a place.

    Returns
    -------
    Series of float, shape (n,)
        Zero at the other units, and where nothing is stated.
    """
    named = numbers_of(plants, key)
    sums = stated_by(named, plants[value].astype(float))
    ranked = pd.DataFrame(
        {
            _PLANT: named,
            "exists": ~plants["status"].isin(EXISTING).reindex(named.index),
            "located": ~pd.Series(place, index=plants.index).reindex(named.index),
            "net_kw": -plants["net_kw"].fillna(0.0).reindex(named.index),
            "mastr_id": plants["mastr_id"].fillna("").reindex(named.index),
        }
    ).sort_values([_PLANT, "exists", "located", "net_kw", "mastr_id"], kind="stable")
    leads = ranked.loc[~ranked[_PLANT].duplicated(), _PLANT]
    booked = leads.map(sums).astype(float).groupby(level=0).sum()
    return booked.reindex(plants.index).fillna(0.0)


def numbers_of(plants: pd.DataFrame, key: str) -> pd.Series:
    """Numbers of the plants that each unit belongs to.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        With `mastr_id`; no index twice.
    key : str
        As `counted_once` takes it.

    Returns
    -------
    Series of str
        One row for each unit and plant, with the unit's index; the unit's own number where it names no plant.
    """
    own = plants["mastr_id"].fillna(pd.Series(plants.index.astype(str), index=plants.index)).astype(object)
    given = plants.get(key, own).astype(object)
    texts = given.where(given.notna() & (given != ""), own)
    pairs = texts.str.split(_SEPARATORS, regex=True).explode().rename(_PLANT).rename_axis(_UNIT)
    return pairs.reset_index().drop_duplicates().set_index(_UNIT)[_PLANT].rename_axis(None)


def connected(named: pd.Series) -> pd.Series:
    """Label of the plants that hang together, by units that belong to several.

    Parameters
    ----------
    named : Series of str
        Of `numbers_of`.

    Returns
    -------
    Series of str
        One row for each unit: the first number of all that hang together with its own.
    """
    codes, numbers = pd.factorize(named, sort=True)
    labels = pd.Series(codes, index=named.index)
    while True:
        of_units = labels.groupby(level=0).transform("min")
        merged = of_units.groupby(codes).transform("min")
        if merged.equals(labels):
            first = merged.groupby(level=0).first()
            return pd.Series(numbers.take(first), index=first.index, dtype=object)
        labels = merged


def stated_by(named: pd.Series, stated: pd.Series) -> dict[str, float]:
    """What each plant states.

    Parameters
    ----------
    named : Series of str
        Of `numbers_of`.
    stated : Series of float
        What each unit states, by the same index.
    """
    several = pd.Series(named.index.duplicated(keep=False), index=named.index)
    alone = named[~several]
    sums: dict[str, float] = stated.reindex(alone.index).groupby(alone).max().dropna().to_dict()
    if not several.any():
        return sums
    sets = named[several].groupby(level=0).agg(lambda numbers: tuple(sorted(numbers)))
    together = stated.reindex(sets.index).groupby(sets).max().dropna().to_dict()
    # sets of plants, not units: there are few; the smaller ones tell more
    for numbers in sorted(together, key=lambda each: (len(each), each)):
        unknown = [number for number in numbers if number not in sums]
        left = together[numbers] - sum(sums.get(number, 0.0) for number in numbers)
        sums.update(dict.fromkeys(unknown, max(left, 0.0) / max(len(unknown), 1)))
    return sums
