"""Numbers as sources write them.

"1.234,5", "1,234.5", "1 234,5", "1.5e+03", "12,5 kWh". One column may hold decimal commas and another of the same file
decimal points, so the values decide, column by column; a text that is more than a figure and its unit is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np
import pandas as pd

from ..reference.spelling import compact
from ..reference.units import Unit, factor, printed_unit, units
from .texts import groups, plain_text, spread

EXAMPLES = 3  # texts a finding shows
# Where both can be meant, a group of three digits comes before a fraction. A blank or an apostrophe only ever separates
# thousands, and only if three digits follow.
_FIGURE = re.compile(
    r"^(?P<sign>[+\-−]?)\s?"
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[.,'’ \u00a0\u2009\u202f])\d{3}(?:(?P=group)\d{3})*(?!\d)|\d*)"
    r"(?:(?P<mark>[.,])(?P<fraction>\d*))?"
    r"(?P<exponent>[eE][+-]?\d{1,3})?"
    r"\s*(?P<unit>\D.*)?$"
)
_ONE_GROUP = len("999.999")
_FOUR_DIGITS = 4


class Decimal(Enum):
    """The decimal separator of a column."""

    COMMA = ","
    POINT = "."

    @property
    def thousands(self) -> str:
        """The other one."""
        return "." if self is Decimal.COMMA else ","


class Thousands(Enum):
    """What one point or comma before exactly three digits means where no value of the column shows it."""

    MAYBE = "maybe"  # a thousand after a point, decimals after a comma, as Germans write; reported
    ALWAYS = "always"  # whole numbers have no decimals
    NEVER = "never"  # degrees and heights of buildings do not reach a thousand


@dataclass(frozen=True)
class Numbers:
    """Numbers read from a column.

    Attributes
    ----------
    values : Series of float, shape (n,)
        NaN where empty or unreadable.
    unreadable : ndarray of bool, shape (n,)
        Something stands there that is no number.
    decimal : Decimal or None
        The separator the values themselves show; None when they do not.
    ambiguous : ndarray of bool, shape (n,)
        Rows that may be a thousand times more or less: "1.234" where nothing says which.
    """

    values: pd.Series
    unreadable: np.ndarray
    decimal: Decimal | None = None
    ambiguous: np.ndarray | None = None

    @property
    def doubtful(self) -> int:
        """Number of ambiguous rows."""
        return 0 if self.ambiguous is None else int(self.ambiguous.sum())


def numbers(
    values: pd.Series,
    decimal: Decimal | None = None,
    thousands: Thousands = Thousands.MAYBE,
    unit: str = "",
) -> Numbers:
    """Read a column of numbers.

    Parameters
    ----------
    values : Series, shape (n,)
        Of any type; numbers stay as they are, all else is read as text.
    decimal : Decimal or None
        Separator to take where the column does not show its own, for instance that of the source's other columns. A
        value that can only be read with the other one is read with the other one.
    thousands : Thousands
    unit : str
        The unit wanted, as printed. A figure with a unit of the same kind behind it is converted, one with a unit of
        another kind is unreadable. Empty: a unit our table knows is passed over.

    Notes
    -----
    "9,6" shows a comma, "5.890,62" too; "1.162" shows nothing by itself.
    """
    dtype = values.dtype
    if pd.api.types.is_numeric_dtype(dtype):
        return _delivered(values)
    kind = pd.api.types.infer_dtype(values, skipna=True) if pd.api.types.is_object_dtype(dtype) else "string"
    if kind in ("integer", "floating", "mixed-integer-float", "boolean", "decimal"):
        return _delivered(pd.to_numeric(values))
    if kind.startswith("mixed"):
        return _mixed(values, decimal, thousands, unit)
    return _written(values, decimal, thousands, unit)


def decimal_of(texts: pd.Series, one_style: bool = False) -> Decimal | None:
    """Tell the decimal separator of a column by its values; None when they do not show it.

    Parameters
    ----------
    texts : Series, shape (n,)
    one_style : bool
        A program wrote the column, and groups either all figures or none: beside "16600" the point of "1.162" begins
        decimals, for grouped that would be "16.600". People write both in one column.
    """
    parts = _parts(pd.factorize(plain_text(texts))[1])
    return _shown(parts) or (_ungrouped(parts) if one_style else None)


def usual_decimal(shown: Iterable[Decimal | None]) -> Decimal | None:
    """The separator most columns of a source show; None when none does, or as many the one as the other."""
    known = [decimal for decimal in shown if decimal is not None]
    commas = known.count(Decimal.COMMA)
    if 2 * commas == len(known):
        return None
    return Decimal.COMMA if 2 * commas > len(known) else Decimal.POINT


def examples(texts: pd.Series, rows: np.ndarray) -> tuple[str, ...]:
    """A few different texts of these rows."""
    return tuple(str(text) for text in texts[rows].unique()[:EXAMPLES])


def _delivered(values: pd.Series) -> Numbers:
    """Numbers that came as such; what is not finite is none."""
    figures = values.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    finite = np.isfinite(figures)
    read = pd.Series(np.where(finite, figures, np.nan), index=values.index)
    return Numbers(read, ~finite & values.notna().to_numpy(), None, np.zeros(len(values), dtype=bool))


def _mixed(values: pd.Series, decimal: Decimal | None, thousands: Thousands, unit: str) -> Numbers:
    """Texts among numbers, as JSON and spreadsheets deliver them."""
    is_text = values.map(lambda value: isinstance(value, str)).to_numpy(dtype=bool)
    read = _written(values.where(is_text, None), decimal, thousands, unit)
    plain = pd.to_numeric(values.where(~is_text, None), errors="coerce").astype(float)
    plain = plain.where(np.isfinite(plain))
    left = ~is_text & values.notna().to_numpy() & plain.isna().to_numpy()
    both = read.values.where(is_text, plain.to_numpy())
    return Numbers(both, read.unreadable | left, read.decimal, read.ambiguous)


def _written(values: pd.Series, decimal: Decimal | None, thousands: Thousands, unit: str) -> Numbers:
    codes, distinct = pd.factorize(plain_text(values))
    parts = _parts(distinct)
    shown = _shown(parts)
    either = parts.either & parts.readable
    taken = shown or decimal
    if taken is not None:
        fraction = either & (parts.group == taken.value)
    elif thousands is Thousands.MAYBE:
        fraction = either & (parts.group == Decimal.COMMA.value)
    else:
        fraction = either & (thousands is Thousands.NEVER)
    results = parts.figures(fraction) * parts.factors(unit)
    in_doubt = either & (taken is None and thousands is Thousands.MAYBE)
    read = spread(results, codes, values.index, np.nan)
    ambiguous = spread(in_doubt & ~np.isnan(results), codes, values.index, False).to_numpy()
    return Numbers(read, (codes >= 0) & read.isna().to_numpy(), shown, ambiguous)


@dataclass(frozen=True)
class _Parts:
    """Parts of distinct texts as arrays of str, empty where a text has no such part.

    `readable` says which can be numbers at all, `either` which hold one group of three digits that may be decimals.
    """

    sign: np.ndarray
    whole: np.ndarray
    group: np.ndarray
    mark: np.ndarray
    fraction: np.ndarray
    exponent: np.ndarray
    unit: np.ndarray
    readable: np.ndarray
    either: np.ndarray

    def figures(self, decimals: np.ndarray) -> np.ndarray:
        """Floats; `decimals` says of which texts the one group is the decimals. NaN where unreadable or infinite."""
        whole = self.whole.copy()
        scientific = self._one_group & (self.exponent != "") & (self.mark == "")
        for rows, by in ((decimals | scientific, "."), ((self.group != "") & ~decimals & ~scientific, "")):
            whole[rows] = [text.replace(mark, by) for text, mark in zip(whole[rows], self.group[rows])]
        sign = np.where(np.isin(self.sign, ("-", "−")), "-", "").astype(object)
        written = sign + whole + np.where(self.mark != "", ".", "").astype(object)
        result = np.full(len(whole), np.nan)
        result[self.readable] = (written + self.fraction + self.exponent)[self.readable].astype(float)
        return np.where(np.isfinite(result), result, np.nan)

    @property
    def _one_group(self) -> np.ndarray:
        lengths = np.fromiter(map(len, self.whole), dtype=int, count=len(self.whole))
        return np.isin(self.group, (".", ",")) & (lengths <= _ONE_GROUP)

    def factors(self, wanted: str) -> np.ndarray:
        """Factor from the unit behind each figure to the wanted one; NaN for a unit of another kind."""
        table = {text: _factor(text, wanted) for text in set(self.unit.tolist())}
        return np.array([table[text] for text in self.unit.tolist()], dtype=float)


def _parts(distinct: np.ndarray) -> _Parts:
    sign, whole, group, mark, fraction, exponent, unit = groups(_FIGURE, distinct)
    known = {text: not text or _unit(text) is not None for text in set(unit.tolist())}
    readable = (whole + fraction != "") & ((mark == "") | (mark != group))
    readable &= np.array([known[text] for text in unit.tolist()], dtype=bool)
    parts = _Parts(sign, whole, group, mark, fraction, exponent, unit, readable, np.zeros(len(whole), bool))
    either = parts._one_group & (mark == "") & (exponent == "")
    return _Parts(sign, whole, group, mark, fraction, exponent, unit, readable, either)


def _shown(parts: _Parts) -> Decimal | None:
    """The separator that most texts can only be read with."""
    one = parts._one_group
    counts = {}
    for decimal in Decimal:
        fraction = (parts.mark == decimal.value) & (parts.fraction != "")
        scientific = one & (parts.group == decimal.value) & (parts.exponent != "")
        grouped = ~one & (parts.group == decimal.thousands)
        counts[decimal] = int(((fraction | scientific | grouped) & parts.readable).sum())
    commas, points = counts[Decimal.COMMA], counts[Decimal.POINT]
    if commas == points:
        return None
    return Decimal.COMMA if commas > points else Decimal.POINT


def _ungrouped(parts: _Parts) -> Decimal | None:
    """The mark before three digits where another text has four and more without one."""
    bare = (parts.group == "") & (parts.mark == "") & parts.readable
    long = any(len(text) >= _FOUR_DIGITS for text in parts.whole[bare])
    marks = {decimal for decimal in Decimal if (parts.either & (parts.group == decimal.value)).any()}
    return marks.pop() if long and len(marks) == 1 else None


# ---- units behind a figure


@cache
def _units() -> dict[str, Unit]:
    """Units by the ways of writing them."""
    found: dict[str, Unit] = {}
    for unit in units():
        for text in (unit.text.casefold(), compact(unit.token), compact(unit.text)):
            if text:
                found.setdefault(text, unit)
    return found


def _unit(text: str) -> Unit | None:
    """Unit a text behind a figure names; None when our table does not know it."""
    plain = text.strip()
    return _units().get(plain.casefold()) or _units().get(compact(plain))


def _factor(text: str, wanted: str) -> float:
    source = _unit(text) if text else None
    if source is None or printed_unit(wanted) is None:
        return 1.0
    found = factor(source, wanted)
    return np.nan if found is None else found
