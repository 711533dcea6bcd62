"""Which field of a source fills which column: proposed by name and type, changed by the user, remembered.

A mapping travels as JSON (parameter MAPPING): ``{"target": "field"}`` or ``{"target": {"field": "…", "factor": 1000,
"values": {"alt": "code"}}}``, ``{"target": {"value": 2030}}`` for a constant, ``{"target": null}`` to leave a column
empty. Targets it does not name are proposed.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Union

import pandas as pd

from ..errors import EnactError
from ..reference.columns import Column, ColumnType, columns
from ..reference.kinds import LayerKind, layer_kind
from ..reference.spelling import compact
from ..reference.units import factor as unit_factor
from ..reference.units import split_unit
from .texts import map_distinct, plain_text

Field = tuple[str, str]
Fields = Sequence[Field]
Kind = Union[str, LayerKind]

_SCHEME_XWP = "xwp"
_SHAPE_NAME = 10  # letters a shapefile keeps of a field's name
_GEOMETRY_FIELDS = frozenset(("geometry", "geom", "the_geom", "wkb_geometry", "shape"))


class Confidence(Enum):
    """Why a field is taken for a column, the surest first."""

    GIVEN = "given"  # by the user, or remembered from them
    EXACT = "exact"  # a known name, letter for letter
    CASE = "case"
    NORMALISED = "normalised"  # the same but for umlauts and signs
    TRUNCATED = "truncated"  # the first ten letters, as shapefiles keep them
    UNIT = "unit"  # a known name with a unit behind it
    PART = "part"  # the last part of a path, as GML readers name fields


_ORDER = {confidence: place for place, confidence in enumerate(Confidence)}
_WEAK = (Confidence.UNIT, Confidence.PART)
_REASONS = {
    Confidence.GIVEN: "mapping_reason_given",
    Confidence.EXACT: "mapping_reason_exact",
    Confidence.CASE: "mapping_reason_case",
    Confidence.NORMALISED: "mapping_reason_normalised",
    Confidence.TRUNCATED: "mapping_reason_truncated",
    Confidence.UNIT: "mapping_reason_unit",
    Confidence.PART: "mapping_reason_part",
}


@dataclass(frozen=True)
class FieldMapping:
    """Where the values of one column come from.

    Attributes
    ----------
    target : str
        Column of the layer.
    field : str
        Field of the source; empty for a constant and for a column left empty.
    factor : float
        Times the source's value gives the column's unit.
    values : dict
        Values of the source to values of the column, besides the known ones.
    constant : object or None
        The same value for every row.
    confidence : Confidence
    matched : str
        The known name that was recognised; empty when given.
    """

    target: str
    field: str = ""
    factor: float = 1.0
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    constant: Any = None
    confidence: Confidence = Confidence.GIVEN
    matched: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the column is to stay empty."""
        return not self.field and self.constant is None

    @property
    def reason(self) -> str:
        """Code of the text that says why."""
        return _REASONS[self.confidence]

    def as_json(self) -> Any:
        """Shortest JSON value that says the same."""
        if self.is_empty:
            return None
        if self.constant is not None:
            return {"value": self.constant}
        if self.factor == 1 and not self.values:
            return self.field
        found: dict[str, Any] = {"field": self.field}
        if self.factor != 1:
            found["factor"] = self.factor
        if self.values:
            found["values"] = self.values
        return found


@dataclass(frozen=True)
class Mapping:
    """How the fields of a source become the columns of a layer.

    Attributes
    ----------
    fields : tuple of FieldMapping
        At most one per column, in the layer's order.
    """

    fields: tuple[FieldMapping, ...] = ()

    def of(self, target: str) -> FieldMapping | None:
        """Where the column `target` comes from; None when it is not mapped."""
        return next((entry for entry in self.fields if entry.target == target and not entry.is_empty), None)

    def used_fields(self) -> frozenset[str]:
        """Fields of the source that are used."""
        return frozenset(entry.field for entry in self.fields if entry.field)

    def to_json(self) -> str:
        """JSON of all targets, null for those left empty."""
        return json.dumps({entry.target: entry.as_json() for entry in self.fields}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Mapping:
        """Read the parameter MAPPING.

        Raises
        ------
        EnactError
            ``mapping_not_json`` with the place, ``mapping_entry_invalid`` with the target.
        """
        try:
            entries = json.loads(text) if text.strip() else {}
        except json.JSONDecodeError as error:
            raise EnactError("mapping_not_json", line=error.lineno, column=error.colno) from error
        if not isinstance(entries, dict):
            raise EnactError("mapping_not_json", line=1, column=1)
        return cls.from_entries(entries)

    @classmethod
    def from_entries(cls, entries: dict[str, Any]) -> Mapping:
        """Read what the JSON of the parameter MAPPING holds.

        Raises
        ------
        EnactError
            ``mapping_entry_invalid`` with the target.
        """
        return cls(tuple(_entry(target, value) for target, value in entries.items()))

    def for_source(self, names: Collection[str], targets: Collection[str]) -> Mapping:
        """The same with the fields named as a source names them: another delivery may differ in upper and lower case.

        Parameters
        ----------
        names : collection of str
            Fields of the source.
        targets : collection of str
            Columns that can be filled.

        Raises
        ------
        EnactError
            ``mapping_target_unknown``, ``mapping_field_missing``.
        """
        folded = {name.casefold(): name for name in reversed(list(names))}
        found = []
        for entry in self.fields:
            if entry.target not in targets:
                raise EnactError("mapping_target_unknown", target=entry.target, targets=", ".join(targets))
            name = entry.field if entry.field in names else folded.get(entry.field.casefold(), "")
            if entry.field and not name:
                raise EnactError(
                    "mapping_field_missing", field=entry.field, target=entry.target, fields=", ".join(names)
                )
            found.append(dataclasses.replace(entry, field=name))
        return Mapping(tuple(found))


def _entry(target: str, value: Any) -> FieldMapping:
    if value is None or value == "":
        return FieldMapping(target)
    if isinstance(value, str):
        return FieldMapping(target, value)
    known = {"field", "factor", "values", "value"}
    if not isinstance(value, dict) or not set(value) <= known or not {"field", "value"} & set(value):
        raise EnactError("mapping_entry_invalid", target=target, value=json.dumps(value, ensure_ascii=False))
    if value.get("value") is not None:
        return FieldMapping(target, constant=value["value"])
    factor, replaced = value.get("factor", 1), value.get("values", {})
    name = value.get("field") or ""
    valid = isinstance(factor, (int, float)) and not isinstance(factor, bool) and factor != 0
    if not (valid and isinstance(replaced, dict) and isinstance(name, str)):
        raise EnactError("mapping_entry_invalid", target=target, value=json.dumps(value, ensure_ascii=False))
    return FieldMapping(target, name, float(factor), dict(replaced))


# ---- proposing


@dataclass(frozen=True)
class _Known:
    """A name under which sources deliver a column: one part of `recognised`.

    ``name``, ``name*factor`` where that name always means another unit, ``xwp.name*factor`` where it does so in
    XWärmeplan only.
    """

    name: str
    factor: float = 1.0
    scheme: str = ""


def _known(text: str) -> _Known:
    name, _, factor = text.partition("*")
    scheme, dot, rest = name.partition(".")
    if dot and scheme == _SCHEME_XWP:
        return _Known(rest, float(factor or 1), scheme)
    return _Known(name, float(factor or 1))


def is_xwaermeplan(fields: Fields) -> bool:
    """Whether fields are those of an XWärmeplan object: each belongs to a Bereich of the plan."""
    return any(compact(name).startswith("gehoertzubereich") for name, _ in fields)


def _match(name: str, known: _Known, column: Column) -> tuple[Confidence, float] | None:
    """How a field's name matches a known one, and the factor to the column's unit."""
    confidence = _same_name(name, known.name)
    if confidence is not None:
        return confidence, known.factor
    if column.unit:
        base, unit = split_unit(name)
        if unit is not None and base.replace("_", "") == compact(known.name):
            factor = unit_factor(unit, column.unit)
            return None if factor is None else (Confidence.UNIT, factor)
    last = _last_part(name)
    return (Confidence.PART, known.factor) if last and compact(last) == compact(known.name) else None


def _same_name(name: str, known: str) -> Confidence | None:
    """How surely a field's whole name is the known one."""
    if name == known:
        return Confidence.EXACT
    if name.casefold() == known.casefold():
        return Confidence.CASE
    if compact(name) == compact(known):
        return Confidence.NORMALISED
    if len(name) == _SHAPE_NAME and known.casefold().startswith(name.casefold()):
        return Confidence.TRUNCATED
    return None


def _last_part(name: str) -> str:
    """Last part of "a|b", "a.b", "a/b"; empty for a plain name. A colon is part of OSM's keys, not of a path."""
    for sign in ("|", "/", "."):
        if sign in name:
            return name.rsplit(sign, 1)[1]
    return ""


_TYPE_WORDS = (
    # DateTime before Date, Integer64 and Int64 before anything with "real"
    (("datetime", "timestamp"), ColumnType.DATETIME),
    (("date",), ColumnType.DATE),
    (("bool",), ColumnType.BOOLEAN),
    (("int", "long"), ColumnType.INTEGER),
    (("real", "double", "float", "numeric", "decimal"), ColumnType.REAL),
)
_CANNOT = {
    ColumnType.DATE: (ColumnType.INTEGER, ColumnType.REAL, ColumnType.BOOLEAN),
    ColumnType.DATETIME: (ColumnType.INTEGER, ColumnType.REAL, ColumnType.BOOLEAN),
    ColumnType.BOOLEAN: (ColumnType.REAL, ColumnType.DATE, ColumnType.DATETIME),
    ColumnType.REAL: (ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.DATETIME),
    # 0 and 1, where a format has no yes and no: shape files, ArcGIS
    ColumnType.INTEGER: (ColumnType.DATE, ColumnType.DATETIME),
}


def source_type(text: str) -> ColumnType:
    """Type of a field as QGIS, OGR or pandas name it; text for anything else, for text may hold everything."""
    lower = text.casefold()
    return next(
        (kind for names, kind in _TYPE_WORDS if any(name in lower for name in names)), ColumnType.TEXT
    )


def _fits(kind: ColumnType, column: Column) -> bool:
    """Whether values of a source type can be read as the column's; codes of a list are texts or numbers."""
    no_code = kind in (ColumnType.DATE, ColumnType.DATETIME, ColumnType.BOOLEAN)
    return column.type not in _CANNOT.get(kind, ()) and not (column.values and no_code)


def propose_mapping(kind: Kind, fields: Fields) -> Mapping:
    """Propose which field fills which column, by known names and fitting types.

    For each column its known names count in the order of columns.csv, the column's own name first; a name found letter
    for letter comes before one that differs in case, and that before one that differs in umlauts and signs. Names that
    only match by a unit behind them or as the last part of a path come after all others, and never take a field that
    another column knows by its full name.

    Parameters
    ----------
    kind : str or LayerKind
    fields : sequence of (str, str)
        Name and type of the source's fields.

    Returns
    -------
    Mapping
        With an entry for each column; those that nothing was found for are empty.
    """
    wanted = columns(_layer(kind))
    usable = [(name, source_type(text)) for name, text in fields if name.casefold() not in _GEOMETRY_FIELDS]
    schemes = {"", _SCHEME_XWP} if is_xwaermeplan(fields) else {""}
    found = {column.name: _candidates(column, usable, schemes) for column in wanted}
    best = {name: entries[0] for name, entries in found.items() if entries}
    strong = {entry.field for entry in best.values() if entry.confidence not in _WEAK}
    taken: set[str] = set()
    chosen = []
    for column in wanted:
        entry = next(
            (e for e in found[column.name] if e.confidence not in _WEAK or e.field not in strong | taken),
            None,
        )
        if entry is not None and entry.confidence in _WEAK:
            taken.add(entry.field)
        chosen.append(entry or FieldMapping(column.name))
    return Mapping(tuple(chosen))


def _candidates(
    column: Column, fields: Sequence[tuple[str, ColumnType]], schemes: set[str]
) -> list[FieldMapping]:
    """Fields that may fill a column, the best first."""
    own = [_Known(column.name), _Known(split_unit(column.name)[0])]
    names = [*own, *(known for known in map(_known, column.recognised) if known.scheme in schemes)]
    # "osm_id" and "osmid" are one name: the one that is met letter for letter shall say so
    places: dict[tuple[str, float, bool], int] = {}
    found = []
    for known in names:
        place = places.setdefault((compact(known.name), known.factor, known is own[1]), len(places))
        for name, kind in fields:
            match = _match(name, known, column) if _fits(kind, column) else None
            if match is None or (known is own[1] and match[0] is not Confidence.UNIT):
                continue
            confidence, factor = match
            entry = FieldMapping(column.name, name, factor, confidence=confidence, matched=known.name)
            found.append(((confidence in _WEAK, place, _ORDER[confidence]), entry))
    return [entry for _, entry in sorted(found, key=lambda item: item[0])]


def complete_mapping(given: Mapping, kind: Kind, fields: Fields) -> Mapping:
    """Fill what a mapping does not name with the proposal.

    Raises
    ------
    EnactError
        ``mapping_target_unknown``, ``mapping_field_missing``.
    """
    targets = [column.name for column in columns(_layer(kind))]
    given = given.for_source([name for name, _ in fields], targets)
    said = {entry.target: entry for entry in given.fields}
    proposed = propose_mapping(kind, fields)
    return Mapping(tuple(said.get(entry.target, entry) for entry in proposed.fields))


def _layer(kind: Kind) -> str:
    return (layer_kind(kind) if isinstance(kind, str) else kind).layer


def source_fingerprint(fields: Fields) -> str:
    """Name under which the workspace remembers a mapping: the same for each delivery with the same field names."""
    names = sorted(name.casefold() for name, _ in fields)
    return hashlib.blake2b("\n".join(names).encode(), digest_size=8).hexdigest()


def fields_of(frame: pd.DataFrame) -> list[Field]:
    """Name and type of a frame's columns, without its geometry."""
    geometry = getattr(frame, "_geometry_column_name", None)
    return [(str(name), str(dtype)) for name, dtype in frame.dtypes.items() if name != geometry]


def replaced(source: pd.Series, replacements: dict[str, Any]) -> pd.Series:
    """Values with those the user translated in their place; case, umlauts and signs of the source's do not matter."""
    if not replacements:
        return source
    wanted = {compact(str(key)): value for key, value in replacements.items()}
    keys = map_distinct(plain_text(source), compact)
    return source.astype(object).where(~keys.isin(list(wanted)), keys.map(wanted))
