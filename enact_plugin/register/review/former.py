"""Corrections of a plant whose unit has left it: they go on for the units that remain, and for those that come later.

An edit is kept with the unit it was made at, and with the numbers of the plants which that unit belonged to
(``belongs_to``). When the unit leaves the register, or belongs to another plant, a row stands in for it where the
corrections are spread; it is no unit, and counts in no sum.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .correctable import FEEDS_NETWORK, OF_THE_PLANT
from .of_plants import AND, names_of, plants_of

BELONGS_TO = "belongs_to"
_NAME, _EXACT = "name", "exact"


def located(plants: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Edits with the ``row`` of their unit; null where it is gone."""
    rows = pd.Series(plants.index, index=plants["mastr_id"])
    rows = rows[rows.index.notna() & ~rows.index.duplicated()]
    return said.assign(row=rows.reindex(said["key"]).to_numpy())


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
        now belongs to another plant, at its stand-in; of one that now names none, at both.
    """
    columns = list(dict.fromkeys(["mastr_id", *OF_THE_PLANT, *OF_THE_PLANT.values()]))
    units = pd.DataFrame(plants.reindex(columns=columns))
    said = located(plants, said)
    ofs = said.get(BELONGS_TO, pd.Series("", index=said.index)).fillna("")
    about = said[said["field"].isin(OF_THE_PLANT) & (ofs != "")]
    added, ended = [units], []
    parts = [said]
    first = int(plants.index.max()) + 1 if len(plants) else 0
    for field, group in about.groupby("field", sort=False):
        made = _stand_ins(plants, str(field), group)
        made.index = pd.RangeIndex(first, first + len(made))
        first += len(made)
        added.append(_as_units(made, str(field)))
        parts.append(made[said.columns].assign(row=made.index).set_axis(made["edit"]))
        ended += _ended(plants, str(field), group.loc[made["edit"].unique()])
    parts[0] = said.drop(index=ended)
    together = pd.concat([part for part in parts if len(part)] or [said]).sort_index(kind="stable")
    return pd.concat([part for part in added if len(part)] or [units]), together


def _stand_ins(plants: pd.DataFrame, field: str, group: pd.DataFrame) -> pd.DataFrame:
    """Edits whose unit no longer belongs to the plants they are about, for each of these that other units name."""
    key = OF_THE_PLANT[field]
    meant = pd.DataFrame({"mastr_id": group["key"], key: group[BELONGS_TO]})
    names = names_of(meant, key)
    present = names_of(plants.loc[group["row"].dropna().unique()], key).reindex(group["row"])
    left = names[names.to_numpy() != present.to_numpy()]
    if field == FEEDS_NETWORK:
        left = left.str.split(AND, regex=False).explode()
    exact, carried = _carried(plants, key, left)
    left = left[carried]
    return group.loc[left.index].assign(
        **{"edit": left.index, _NAME: left.to_numpy(), _EXACT: exact[carried]}
    )


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
    numbers = plants[OF_THE_PLANT[field]].reindex(replaced["row"]).to_numpy()
    nameless = pd.Series(numbers, index=replaced.index, dtype=object).fillna("") == ""
    return list(replaced.index[replaced["row"].isna() | ~nameless])


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
