"""Corrections of what a CHP plant or a store states, for all units that belong to it.

The register repeats heat, power and energy of a plant at each of its units, and sums count them once (see
`figures.shared`). What a planner says at one unit so holds for every unit of the same plants, those of later loads too,
and units of several plants state what is left of theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from ..figures.shared import connected, numbers_of, stated_by
from .correctable import FEEDS_NETWORK, OF_THE_PLANT, as_text

AND = "; "  # between the numbers of several plants
_DECIMALS = 3  # of the register's figures
_PLANTS = "plants"


def plants_of(plants: pd.DataFrame, field: str) -> pd.Series:
    """Plants that a field of each unit is about.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Layer `plants`.
    field : str
        One of `OF_THE_PLANT`.

    Returns
    -------
    Series of str, shape (n,)
        Sorted numbers with `AND` between; for feeding one name for all that hang together. A unit without a number is
        its own plant.
    """
    if field != FEEDS_NETWORK:
        return names_of(plants, OF_THE_PLANT[field])
    return connected(numbers_of(plants, OF_THE_PLANT[field])).reindex(plants.index)


def names_of(plants: pd.DataFrame, key: str) -> pd.Series:
    """Plants of each unit by a column with their numbers, as `plants_of`, whether they hang together or not."""
    named = numbers_of(plants, key)
    several = named.index.duplicated(keep=False)
    together = named[several].groupby(level=0).agg(lambda numbers: AND.join(sorted(numbers)))
    return pd.concat([named[~several], together.astype(object)]).reindex(plants.index)


def numbers_said(plants: pd.DataFrame, field: str) -> pd.Series:
    """Numbers of the plants that a correction of this field at each unit is about; empty where it is the unit's own.

    Other than `plants_of`, of feeding only the unit's own: what hangs together today may not tomorrow.
    """
    key = OF_THE_PLANT.get(field)
    given = None if key is None else plants.get(key)
    if given is None:
        return pd.Series("", index=plants.index, dtype=object)
    return names_of(plants, key).where(given.notna() & (given != ""), "")


def units_of_plants(plants: pd.DataFrame, field: str, units: Collection[str]) -> pd.Series:
    """MaStR numbers of these units, and of the others that a correction of this field at them is about."""
    own = plants_of(plants, field)
    return plants["mastr_id"][own.isin(set(own[plants["mastr_id"].isin(units)]))].dropna()


def for_all_units(plants: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Corrections, and what follows from them for the other units of the same plants.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Plants as registered.
    said : DataFrame, shape (e,)
        Corrections that hold, in the order in which they were made; ``row`` is the index of their unit.

    Returns
    -------
    DataFrame
        As given; on the fields of `OF_THE_PLANT` one row for each unit of the plants: the last word on them holds.
        ``original`` of a unit that nothing was said of is that of the correction that it follows.
    """
    shared = said["field"].isin(OF_THE_PLANT)
    parts = [said[~shared]]
    for field, group in said[shared].groupby("field", sort=False):
        parts.append(_of_field(plants, str(field), group))
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else said


def _of_field(plants: pd.DataFrame, field: str, group: pd.DataFrame) -> pd.DataFrame:
    own = plants_of(plants, field)
    last = group.assign(**{_PLANTS: own.reindex(group["row"]).to_numpy()})
    last = last.drop_duplicates(_PLANTS, keep="last").set_index(_PLANTS)
    alike = own[own.isin(last.index)]
    made = last.loc[alike].assign(row=alike.index).reset_index(drop=True)
    # a unit that named one plant, and another at another time, may stand there twice
    by_row = group.drop_duplicates("row", keep="last").set_index("row")
    originals = by_row["original"].reindex(made["row"]).to_numpy()
    made["original"] = pd.Series(originals, index=made.index).fillna(made["original"])
    if field != FEEDS_NETWORK:
        made = pd.concat([made, _of_larger(plants, field, own, last)], ignore_index=True)
    return made.assign(key=plants.loc[made["row"], "mastr_id"].fillna("").to_numpy())


def _of_larger(plants: pd.DataFrame, field: str, own: pd.Series, last: pd.DataFrame) -> pd.DataFrame:
    """What units of several plants state where some of these were corrected: few rows."""
    corrected = {name: float(value or 0.0) for name, value in last["value"].items()}
    values = plants[field].astype(float)
    larger = own[own.str.contains(AND, regex=False) & ~own.isin(last.index) & values.notna()]
    stated = stated_by(numbers_of(plants, OF_THE_PLANT[field]), values) if len(larger) else {}
    made = []
    for row, name in larger.items():
        parts = _parts(name, corrected)
        new = _with_parts(values[row], {part: corrected[part] for part in parts}, stated)
        if parts and new != round(values[row], _DECIMALS):
            source = last.loc[[parts[0]]]
            made.append(source.assign(row=row, value=as_text(new), original=as_text(values[row])))
    return pd.concat([last.iloc[:0], *made], ignore_index=True)


def _parts(name: str, corrected: Collection[str]) -> list[str]:
    """Plants corrected together that are among these, the most at once first, none twice."""
    left, parts = set(name.split(AND)), []
    for part in sorted(corrected, key=lambda each: (-each.count(AND), each)):
        if left.issuperset(part.split(AND)):
            left -= set(part.split(AND))
            parts.append(part)
    return parts


def _with_parts(total: float, parts: Mapping[str, float], stated: Mapping[str, float]) -> float:
    """Sum of several plants after some of them were corrected, never less than these alone."""
    before = sum(stated.get(number, 0.0) for part in parts for number in part.split(AND))
    said = sum(parts.values())
    return round(max(total - before + said, said), _DECIMALS)


def known_alone(plants: pd.DataFrame, field: str, name: str) -> dict[str, float]:
    """What those of several plants state that have a unit of their own."""
    named = numbers_of(plants, OF_THE_PLANT[field])
    alone = named[~named.index.duplicated(keep=False)]
    return stated_by(alone[alone.isin(name.split(AND))], plants[field].astype(float))
