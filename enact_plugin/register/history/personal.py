"""What the history does not keep of the units of natural persons, although the register once published it.

The name of a unit of a natural person is never kept. What the register has withdrawn of such a unit, its place or its
street, is taken out of the earlier versions too: the history is no way round a withdrawal. Of organisations all stays.
"""

from __future__ import annotations

import pandas as pd

from .versions import GONE, ID, PERSON, PLACED, X

_WITHDRAWABLE = ((X, ("name", *PLACED)), ("street", ("street", "house_number")))


def of_persons(frame: pd.DataFrame) -> pd.Series:
    """Whether each version or unit is said to be a natural person's."""
    return (frame["operator_kind"] == PERSON).fillna(False).astype(bool)


def nameless(now: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """A snapshot without the names of units whose operator is a natural person, or was and is not told now.

    Parameters
    ----------
    now : DataFrame
        Snapshot.
    frame : DataFrame
        Columns of `plants_history`.
    """
    persons = frame.loc[of_persons(frame), ID].unique()
    hidden = of_persons(now) | (now["operator_kind"].isna() & now[ID].isin(persons))
    return now.assign(name=now["name"].mask(hidden, None)) if hidden.any() else now


def withdrawn(frame: pd.DataFrame) -> pd.DataFrame:
    """Versions without names of natural persons' units, and without what the register has withdrawn of them.

    Parameters
    ----------
    frame : DataFrame, shape (v,)
        Columns of `plants_history`.

    Returns
    -------
    DataFrame, shape (v,)
        A unit that is gone from the register has withdrawn all.
    """
    persons = frame.loc[of_persons(frame), ID].unique()
    if not len(persons):
        return frame
    frame = nameless(frame, frame)
    theirs = frame[ID].isin(persons)
    last = frame[theirs & frame["seen_to"].isna()]
    for told, columns in _WITHDRAWABLE:
        silent = last.loc[last[told].isna() | (last["change"] == GONE), ID]
        rows = theirs & frame[ID].isin(silent)
        if rows.any():
            frame = frame.assign(**{name: frame[name].mask(rows) for name in columns})
    return frame
