"""Corrections of a plant whose unit has left it: they go on for the units that remain, and for those that come later.

An edit is kept with the unit it was made at, and with the numbers of the plants which that unit belonged to
(``belongs_to``). When the unit leaves the register, or belongs to another plant, a row stands in for it where the
corrections are spread; it is no unit, and counts in no sum.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from ..figures.shared import connected, numbers_of
from .correctable import FEEDS_NETWORK, OF_THE_PLANT
from .of_plants import AND, names_of, plants_of

BELONGS_TO = "belongs_to"
_NAME, _EXACT, _MEANT = "name", "exact", "meant"


def located(plants: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Edits with the ``row`` of their unit; null where it is gone."""
    rows = pd.Series(plants.index, index=plants["mastr_id"])
    rows = rows[rows.index.notna() & ~rows.index.duplicated()]
    return said.assign(row=rows.reindex(said["key"]).to_numpy())


def numbers_meant(said: pd.DataFrame) -> pd.Series:
    """Numbers of the plants that each edit names, as `names_of`; empty where it names none, or is not of a plant."""
    meant = pd.Series("", index=said.index, dtype=object)
    given = said.get(BELONGS_TO, meant).fillna("")
    about = said["field"].isin(OF_THE_PLANT) & (given != "")
    if about.any():
        named = pd.DataFrame({"mastr_id": said.loc[about, "key"], BELONGS_TO: given[about]})
        meant[about] = names_of(named, BELONGS_TO)
    return meant


def with_former(plants: pd.DataFrame, said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Units with rows that stand in for those which have left a plant, and the corrections at either.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Plants as registered; its index are whole numbers.
    said : DataFrame, shape (e,)
        Corrections that hold, in the order in which they were made; no index twice. Without `BELONGS_TO`, only the
        unit tells the plant.

    Returns
    -------
    units : DataFrame, shape (n + f,)
        Of `plants` what corrections of plants look at. A stand-in has the unit's number, and what the register said
        where no other unit says it. Of feeding there is one for each number: plants that only hung together by a unit
        that is gone no longer do.
    said : DataFrame, shape (d,)
        As given with ``row``, an index of `units`; null where neither the unit nor its plant is there. Of a unit that
        now belongs to another plant, at its stand-in; without one null, unless that plant is the same with another
        number; of a unit that now names none, at both.
    """
    columns = list(dict.fromkeys(["mastr_id", *OF_THE_PLANT, *OF_THE_PLANT.values()]))
    units = pd.DataFrame(plants.reindex(columns=columns))
    said = located(plants, said)
    about = said.assign(**{_MEANT: numbers_meant(said)})
    about = about[about[_MEANT] != ""]
    added, ended = [units], []
    waiting: list[object] = []
    parts = [said]
    first = int(plants.index.max()) + 1 if len(plants) else 0
    for field, group in about.groupby("field", sort=False):
        made = _stand_ins(plants, str(field), group)
        made.index = pd.RangeIndex(first, first + len(made))
        first += len(made)
        added.append(_as_units(made, str(field)))
        parts.append(made[said.columns].assign(row=made.index).set_axis(made["edit"]))
        ended += _ended(plants, str(field), group.loc[made["edit"].unique()])
        waiting += _waiting(plants, str(field), group, made["edit"])
    parts[0] = said.assign(row=said["row"].mask(said.index.isin(waiting))).drop(index=ended)
    together = pd.concat([part for part in parts if len(part)] or [said]).sort_index(kind="stable")
    return pd.concat([part for part in added if len(part)] or [units]), together


def _stand_ins(plants: pd.DataFrame, field: str, group: pd.DataFrame) -> pd.DataFrame:
    """Edits whose unit no longer belongs to the plants they are about, for each of these that other units name."""
    key = OF_THE_PLANT[field]
    names = group[_MEANT]
    left = names[names.to_numpy() != _present(plants, key, group["row"])]
    if field == FEEDS_NETWORK:
        left = left.str.split(AND, regex=False).explode()
    exact, carried = _carried(plants, key, left)
    left = left[carried]
    return group.loc[left.index].assign(
        **{"edit": left.index, _NAME: left.to_numpy(), _EXACT: exact[carried]}
    )


def _present(plants: pd.DataFrame, key: str, rows: pd.Series) -> np.ndarray:
    """Plants that the units in these rows belong to now; null where there is no row."""
    return names_of(plants.loc[rows.dropna().unique()], key).reindex(rows).to_numpy()


def _carried(plants: pd.DataFrame, key: str, names: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Whether some unit is of just these plants, and whether some is of them and maybe others."""
    texts = plants[key].dropna().unique() if len(names) and key in plants else []
    known = set(names_of(pd.DataFrame({"mastr_id": texts, key: texts}), key)) if len(texts) else set()
    larger = [set(name.split(AND)) for name in known if AND in name]
    exact = np.array([name in known for name in names], dtype=bool)
    within = [any(whole.issuperset(name.split(AND)) for whole in larger) for name in names]
    return exact, exact | np.array(within, dtype=bool)


def _as_units(made: pd.DataFrame, field: str) -> pd.DataFrame:
    units = pd.DataFrame({"mastr_id": made["key"], OF_THE_PLANT[field]: made[_NAME]}, index=made.index)
    if field == FEEDS_NETWORK:
        return units
    stated = pd.to_numeric(made["original"], errors="coerce").astype(float)
    return units.assign(**{field: stated.where(~made[_EXACT])})


def _ended(plants: pd.DataFrame, field: str, replaced: pd.DataFrame) -> list[object]:
    """Of edits with a stand-in, those whose unit is gone or names another plant."""
    named = _named(plants, OF_THE_PLANT[field], replaced["row"])
    return list(replaced.index[replaced["row"].isna() | named])


def _waiting(plants: pd.DataFrame, field: str, group: pd.DataFrame, replaced: pd.Series) -> list[object]:
    """Of edits without a stand-in, those whose unit belongs to another plant that is not the same renumbered."""
    key = OF_THE_PLANT[field]
    left = group[group["row"].notna() & ~group.index.isin(replaced)]
    left = left[left[_MEANT].to_numpy() != _present(plants, key, left["row"])]
    left = left[_named(plants, key, left["row"])]
    if left.empty:
        return []
    numbers = numbers_of(plants, key)
    together = connected(numbers)
    said_of = {number for name in group[_MEANT] for number in name.split(AND)}
    waiting = []
    for edit, row, former in zip(left.index, left["row"], left[_MEANT]):  # few: what persons said
        rows = together.index[together == together[row]]
        corrected = set(group.loc[group[_MEANT] == former, "key"])
        # a correction is kept with every unit of its plant: where all have another number, the plant got it
        renamed = corrected.issuperset(plants.loc[rows, "mastr_id"]) and said_of.isdisjoint(numbers.loc[rows])
        waiting += [] if renamed else [edit]
    return waiting


def _named(plants: pd.DataFrame, key: str, rows: pd.Series) -> np.ndarray:
    """Whether the units in these rows name a plant."""
    numbers = plants[key].reindex(rows).to_numpy()
    return (pd.Series(numbers, dtype=object).fillna("") != "").to_numpy()


def unanswered(plants: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Corrections at units that belong to another plant now, of which they said nothing yet.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Plants as registered.
    said : DataFrame, shape (d,)
        As `with_former` returns it.

    Returns
    -------
    DataFrame
        Rows of `said`, with the numbers then (``meant``) and ``now``.
    """
    said = said.reset_index(drop=True)  # an edit may have several stand-ins
    there = located(plants, said)
    now = pd.Series("", index=said.index, dtype=object)
    for field in set(said["field"]).intersection(OF_THE_PLANT):
        rows = there.loc[(there["field"] == field) & there["row"].notna(), "row"]
        now[rows.index] = _present(plants, OF_THE_PLANT[field], rows)
    said = said.assign(**{_MEANT: numbers_meant(said), "now": now})
    answered = said.loc[said[_MEANT] == said["now"], ["key", "field"]]
    known = pd.MultiIndex.from_frame(said[["key", "field"]]).isin(pd.MultiIndex.from_frame(answered))
    return said[said["row"].isna() & there["row"].notna() & ~known]


def edits_about(
    plants: pd.DataFrame, field: str, said: pd.DataFrame, chosen: Collection[str]
) -> list[tuple[object, str]]:
    """Corrections of the plants of some units, wherever they were made.

    Parameters
    ----------
    plants : DataFrame, shape (n,)
        Plants as registered.
    field : str
        One of `OF_THE_PLANT`.
    said : DataFrame, shape (e,)
        Corrections of this field that hold.
    chosen : collection of str
        MaStR numbers of units.

    Returns
    -------
    list of (index in `said`, MaStR number)
        Each correction with each of these units it is about: those of the same plants; those of several, where no
        unit is left that is of the corrected one alone.
    """
    units, said = with_former(plants, said)
    said = said[said["row"].notna()]
    own = plants_of(units, field)
    remaining = own.loc[plants.index]
    wanted = remaining[plants["mastr_id"].isin(chosen)]
    alone = set(remaining)
    return [
        (edit, unit)
        for edit, name in zip(said.index, own.loc[said["row"].astype(own.index.dtype)])
        for unit, whole in zip(plants.loc[wanted.index, "mastr_id"], wanted)
        if name == whole or (name not in alone and set(whole.split(AND)).issuperset(name.split(AND)))
    ]
