"""Units as one way of the register delivered them, before they become a layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Callable, TypeVar

import numpy as np
import pandas as pd

from ..errors import Finding
from ..fields.dates import moments
from ..outcome import Source
from ..reference.columns import ColumnType, columns
from ..reference.spelling import compact

PLANTS, GAS_PLANTS = "plants", "gas_plants"
LICENCE = "dl-de/by-2-0"
REGISTER = "Marktstammdatenregister"
NUMBERS = (ColumnType.REAL, ColumnType.INTEGER)

# columns a reader may deliver besides the layer's
LATITUDE, LONGITUDE, REGISTER_ID = "latitude", "longitude", "register_id"
SYSTEM_STATUS = "system_status"
UPDATED, UPDATED_AT = "updated", "updated_at"  # the day, and with the time of day where the way has it
# what the register calls units it does not keep any more: numbers of its catalogue, and words
_INACTIVE = frozenset(("473", "572", compact("Deaktiviert"), compact("Gelöscht")))
_CLOCK = r"(\d{1,2}:\d{2}(?::\d{2})?)"
# findings on the first value of a row that is no number or no date; beside each the value and its field in the file
UNREADABLE = ("number_unreadable", "date_unreadable")
TEXT_OF, FIELD_OF = "{}_text", "{}_field"
DELIVERED = "delivered_"  # in front of the columns whose words are kept for messages
# made here, or by the planner's review and the matching of addresses
NOT_DELIVERED = (
    "location_kind",
    "url",
    "findings",
    "findings_accepted",
    "original_values",
    "feeds_network",
    "address_confidence",
    "address_source",
)

Units = TypeVar("Units", bound="RawUnits")


@dataclass(frozen=True)
class RawUnits:
    """Units as one way of the register delivered them.

    Attributes
    ----------
    frame : DataFrame, shape (n,)
        Any of `delivered_columns`, index 0…n−1: words or catalogue numbers as delivered, float, or datetime64. Columns
        the way does not know are missing.
    source : Source
    path : str
        Named in errors.
    marks : DataFrame of bool, shape (n, codes)
        Findings the reader made on single rows.
    dropped : dict
        Reason to number of rows that could not be read; their municipality is not known.
    findings : tuple of Finding
        On the file as a whole.
    fields : mapping of str to str
        How the file calls each column of the layer.
    others : int
        Rows of other municipalities that the reader already left out.
    layer : str
        The layer they are for.
    delivered : frozenset of str or None
        Columns the way delivers, filled or not; None when that is not known.
    whole : bool
        See `Outcome`.
    """

    frame: pd.DataFrame
    source: Source
    path: str
    marks: pd.DataFrame
    dropped: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    others: int = 0
    layer: str = PLANTS
    delivered: frozenset[str] | None = None
    whole: bool = False

    def rows(self: Units, keep: np.ndarray | pd.Index) -> Units:
        """The same with these rows only (mask or labels); nothing is copied where all stay."""
        if keep.all() if isinstance(keep, np.ndarray) else keep.equals(self.frame.index):
            return self
        return replace(self, frame=self.frame.loc[keep], marks=self.marks.loc[keep])

    def marked(self: Units, **marks: np.ndarray) -> Units:
        """The same with further findings on rows."""
        return replace(self, marks=self.marks.assign(**marks))


@dataclass(frozen=True)
class RawGas(RawUnits):
    """Gas producers and gas stores as one way of the register delivered them; as `RawUnits`."""

    layer: str = GAS_PLANTS


@cache
def delivered_columns(layer: str = PLANTS) -> dict[str, ColumnType]:
    """Columns a reader may deliver for a layer, with their type."""
    own = {column.name: column.type for column in columns(layer) if column.name not in NOT_DELIVERED}
    unread = [form.format(mark) for mark in UNREADABLE for form in (TEXT_OF, FIELD_OF)]
    texts = dict.fromkeys((REGISTER_ID, SYSTEM_STATUS, *unread), ColumnType.TEXT)
    return {**own, **dict.fromkeys((LATITUDE, LONGITUDE), ColumnType.REAL), **texts}


def source_of(way: str, state: date | None) -> Source:
    """How the register is cited.

    Parameters
    ----------
    way : str
        As it is added in brackets, for instance "CSV der erweiterten Einheitenübersicht".
    state : date or None
        Newest change in the data; the export was made on that day or later.
    """
    stand = f" (Stand: {state:%d.%m.%Y})" if state else ""
    return Source(
        name=f"{REGISTER} ({way})",
        licence=LICENCE,
        attribution=f"© Bundesnetzagentur – {REGISTER}{stand}, {LICENCE}",
        state=state,
    )


def newest(updated: pd.Series) -> date | None:
    """Day of the newest change, or None."""
    last = updated.max()
    return None if pd.isna(last) else last.date()


def with_columns(frame: pd.DataFrame, **columns: object) -> pd.DataFrame:
    """As `DataFrame.assign`, without a copy of what stays: the frame of a state is megabytes."""
    made = frame.copy(deep=False)
    for name, column in columns.items():
        made[name] = column
    return made


def inactive(texts: pd.Series) -> pd.Series:
    """Which system statuses, as words or as numbers of the catalogue, are those of deleted or deactivated units."""
    gone = [text for text in texts.dropna().unique() if compact(str(text)) in _INACTIVE]
    return texts.isin(gone).astype(bool)


def with_moments(
    frame: pd.DataFrame,
    texts: pd.Series | None,
    read: Callable[[pd.Series], pd.Series] = lambda texts: moments(texts).values,
) -> pd.DataFrame:
    """Add the moment of the last change, which tells the newest of several rows of one unit and one day.

    Parameters
    ----------
    frame : DataFrame, shape (n,)
        With ``mastr_id`` and the day ``updated``.
    texts : Series of str, shape (n,), or None
        The moment as delivered. Only those of repeated units are read: nobody asks for the others.
    read : callable
        Texts to moments, NaT where it cannot; there the time of day within the text counts.
    """
    at = frame[UPDATED].astype("datetime64[ns]")
    again = frame["mastr_id"].duplicated(keep=False)
    if texts is not None and again.any():
        written = texts[again].astype(object)
        clock = written.astype(str).str.extract(_CLOCK, expand=False).fillna("0:00")
        times = pd.to_timedelta(clock.where(clock.str.count(":") == 2, clock + ":00"), errors="coerce")
        exact = read(written)
        at = at.copy()
        at[again] = exact.where(exact.notna(), at[again] + times)
    return with_columns(frame, **{UPDATED_AT: at})


def first_given(columns_of: list[tuple[str, pd.Series]]) -> pd.DataFrame:
    """One column per name; of several of the same name the first that is neither missing nor empty."""
    merged: dict[str, pd.Series] = {}
    for name, column in columns_of:
        if name in merged:
            given = merged[name].notna() & (merged[name] != "")
            merged[name] = merged[name].where(given, column)
        else:
            merged[name] = column
    return pd.DataFrame(merged)


class Unreadable:
    """Rows with a value that is neither the number nor the date it should be.

    Parameters
    ----------
    rows : int
    fields : mapping of str to str
        How the file calls each column.
    """

    def __init__(self, rows: int, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self._marks = {mark: np.zeros(rows, dtype=bool) for mark in UNREADABLE}
        self._texts = {mark: np.full(rows, None, dtype=object) for mark in UNREADABLE}
        self._places = {mark: np.full(rows, None, dtype=object) for mark in UNREADABLE}

    def note(self, mark: str, failed: np.ndarray, column: pd.Series) -> None:
        """Mark rows whose value in `column` could not be read; the first such value of a row is kept."""
        if not failed.any():
            return
        first = failed & ~self._marks[mark]
        self._marks[mark] |= failed
        self._texts[mark][first] = column.astype(str).to_numpy()[first]
        self._places[mark][first] = self._fields.get(str(column.name), str(column.name))

    def columns(self, index: pd.Index) -> dict[str, pd.Series]:
        """Columns for the frame: the first value of each row, and its field."""
        texts = {TEXT_OF.format(mark): values for mark, values in self._texts.items()}
        places = {FIELD_OF.format(mark): values for mark, values in self._places.items()}
        return {name: pd.Series(values, index=index) for name, values in {**texts, **places}.items()}

    def marks(self, index: pd.Index) -> pd.DataFrame:
        """Findings on rows."""
        return pd.DataFrame(self._marks, index=index)
