"""What the columns of a layer are that comes in pages: no page shows all fields, nor all that a field holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from osgeo import ogr

from ..reference.columns import ColumnType
from .pages import Block

_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_REAL = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.(\d+))?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_KEY_DIGITS = 5  # postcodes, codes of kinds, municipality keys: from here on texts, where all are as long


@dataclass
class _Texts:
    """Whether texts of a format without types are all numbers."""

    empty: bool = True
    integer: bool = True
    real: bool = True
    lengths: set[int] = field(default_factory=set)
    decimals: set[int] = field(default_factory=set)
    padded: bool = False  # a fraction ends in 0

    def look(self, values: Iterable[Any]) -> None:
        if not self.real:
            return
        for text in {value for value in values if value not in (None, "")}:
            self.empty = False
            found = _REAL.fullmatch(text)
            if found is None:
                self.integer = self.real = False
                return
            self.integer = self.integer and _INTEGER.fullmatch(text) is not None
            fraction = found.group(1)
            if fraction is not None:
                self.decimals.add(len(fraction))
                self.padded = self.padded or fraction.endswith("0")
            if len(self.lengths) < 2:
                self.lengths.add(len(text))

    def kind(self) -> ColumnType:
        """Type that loses nothing of how the values are written.

        "01067" is a key and so are figures of one length; "1.10" beside "1.1" is a number of something, not a number.
        """
        if self.empty or not self.real or (self.padded and len(self.decimals) > 1):
            return ColumnType.TEXT
        if not self.integer:
            return ColumnType.REAL
        key = len(self.lengths) == 1 and min(self.lengths) >= _KEY_DIGITS
        return ColumnType.TEXT if key else ColumnType.INTEGER


_ALIKE = (
    ({ColumnType.INTEGER, ColumnType.REAL}, ColumnType.REAL),
    ({ColumnType.BOOLEAN, ColumnType.INTEGER}, ColumnType.INTEGER),
    ({ColumnType.DATE, ColumnType.DATETIME}, ColumnType.DATETIME),
)


def _one(kinds: set[ColumnType]) -> ColumnType:
    """Type that holds values of several."""
    if len(kinds) == 1:
        return next(iter(kinds))
    return next((kind for together, kind in _ALIKE if kinds and kinds <= together), ColumnType.TEXT)


class Survey:
    """Fields, types and geometries of all pages, each looked at once.

    Parameters
    ----------
    by_value : bool
        Whether values tell the types; no where the format does.
    """

    def __init__(self, by_value: bool) -> None:
        self._by_value = by_value
        self._texts: dict[str, _Texts] = {}
        self._kinds: dict[str, set[ColumnType]] = {}
        self._shapes: set[int] = set()

    def look(self, block: Block) -> None:
        """Take some objects into account."""
        columns = zip(*(values for values, _blob in block.rows)) if block.rows else [()] * len(block.names)
        for name, kind, values in zip(block.names, block.kinds, columns):
            seen = self._kinds.setdefault(name, set())
            if kind is None:
                self._texts.setdefault(name, _Texts()).look(values)
            elif kind not in seen and (not self._by_value or any(value is not None for value in values)):
                seen.add(kind)
        if self._by_value or block.geometry == ogr.wkbUnknown:
            self._shapes.update({_shape(blob) for _values, blob in block.rows if blob is not None})
        elif block.geometry != ogr.wkbNone:
            point = block.geometry == ogr.wkbPoint
            self._shapes.add(ogr.wkbPoint if point else _multi(block.geometry))

    def columns(self) -> dict[str, ColumnType]:
        """Fields in the order of their first appearance."""
        for name, texts in self._texts.items():
            if not texts.empty:
                self._kinds[name].add(texts.kind())
        return {name: _one(kinds) for name, kinds in self._kinds.items()}

    def geometry(self) -> int:
        """Type of all geometries by OGR's number: the multi type where single ones are among them."""
        if not self._shapes:
            return ogr.wkbNone
        if len(self._shapes) == 1:
            return next(iter(self._shapes))
        families = {_multi(shape) for shape in self._shapes}
        return next(iter(families)) if len(families) == 1 else ogr.wkbUnknown


def _shape(blob: bytes) -> int:
    """Type in the head of plane WKB."""
    return int.from_bytes(blob[1:5], "little" if blob[0] else "big")


def _multi(shape: int) -> int:
    """Multi type of a plane type; that of a collection is unknown."""
    linear = ogr.GT_GetLinear(ogr.GT_Flatten(shape))
    return ogr.wkbUnknown if linear == ogr.wkbGeometryCollection else ogr.GT_GetCollection(linear) or linear
