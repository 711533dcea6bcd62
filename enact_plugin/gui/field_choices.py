"""The table of fields without any widget: which field of a source fills which of ours, proposed, changed, checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..errors import EnactError
from ..reference.columns import Column, ColumnType, columns
from ..reference.kind_rules import kind_rules
from ..reference.kinds import layer_kind
from ..reference.values import values

if TYPE_CHECKING:
    from ..fields.mapping import FieldMapping, Mapping

BUILDINGS = "buildings"
_ALSO = {BUILDINGS: ("age_class",)}  # taken from sources though no usual name is known for it
_NUMBERS = (ColumnType.INTEGER, ColumnType.REAL)
_SHOWN_VALUES = 6
_LETTERS = re.compile(r"[^\W\deE_]|%")
_TRUE, _FALSE = ("ja", "yes", "true", "1"), ("nein", "no", "false", "0")

Fields = Sequence["tuple[str, str]"]


class Origin(Enum):
    """Where an entry of the table comes from."""

    PROPOSED = "proposed"
    REMEMBERED = "remembered"
    GIVEN = "given"  # by the user, in this dialog or the last time it was open
    NONE = "none"


@dataclass(frozen=True)
class FieldRow:
    """One of our columns and what fills it.

    Attributes
    ----------
    column : Column
    required : bool
        A source without it cannot be loaded.
    one_of : tuple of str
        Columns of which one suffices, this one among them; empty when it stands alone.
    entry : FieldMapping
    origin : Origin
    """

    column: Column
    required: bool
    one_of: tuple[str, ...]
    entry: FieldMapping
    origin: Origin

    @property
    def is_number(self) -> bool:
        """Whether a factor may be given."""
        return self.column.type in _NUMBERS and not self.column.values


@dataclass(frozen=True)
class FieldTable:
    """The table of one source.

    Attributes
    ----------
    kind : str
    fields : tuple of (str, str)
        Name and type of the source's fields.
    rows : tuple of FieldRow
    """

    kind: str
    fields: tuple[tuple[str, str], ...]
    rows: tuple[FieldRow, ...]

    def row(self, target: str) -> FieldRow:
        """Row of a column."""
        return next(row for row in self.rows if row.column.name == target)

    def with_field(self, target: str, field: str) -> FieldTable:
        """Take a column from a field of the source; an empty name leaves it empty."""
        from ..fields.mapping import FieldMapping

        proposed = _by_target(proposal(self.kind, self.fields))[target]
        entry = proposed if field and proposed.field == field else FieldMapping(target, field)
        return self._with(target, entry)

    def with_factor(self, target: str, text: str, language: str = "de") -> FieldTable:
        """Multiply a column's values; an empty text means by one.

        Raises
        ------
        EnactError
            ``field_factor_invalid``, ``field_number_ambiguous``.
        """
        row = self.row(target)
        label = row.column.label(language)
        number = parse_number(text, label) if text.strip() else 1.0
        if not number:
            raise EnactError("field_factor_invalid", label=label, text=text)
        if number == row.entry.factor:
            return self
        return self._with(target, replace(_given(row.entry), factor=number))

    def with_constant(self, target: str, text: str, language: str = "de") -> FieldTable:
        """Give every row the same value.

        Raises
        ------
        EnactError
            ``field_constant_invalid``, ``field_number_ambiguous``.
        """
        from ..fields.mapping import FieldMapping

        value = parse_constant(text, self.row(target).column, language)
        return self._with(target, FieldMapping(target, constant=value))

    def _with(self, target: str, entry: FieldMapping) -> FieldTable:
        rows = [
            replace(row, entry=entry, origin=Origin.NONE if entry.is_empty else Origin.GIVEN)
            if row.column.name == target
            else row
            for row in self.rows
        ]
        return replace(self, rows=tuple(rows))

    def lacking(self) -> tuple[tuple[str, ...], ...]:
        """Required columns that nothing fills; of each inner tuple one would do."""
        filled = {row.column.name for row in self.rows if not row.entry.is_empty}
        return tuple(group for group in kind_rules(self.kind).required if not filled & set(group))

    def to_json(self) -> str:
        """The parameter MAPPING; empty when nothing at all is mapped.

        Buildings name only what is filled: their reader takes the mapping as it is.
        """
        from ..fields.mapping import Mapping

        entries = tuple(row.entry for row in self.rows if self.kind != BUILDINGS or not row.entry.is_empty)
        return Mapping(entries).to_json() if any(not entry.is_empty for entry in entries) else ""

    def unused(self) -> tuple[str, ...]:
        """Fields of the source that fill nothing."""
        used = {row.entry.field for row in self.rows}
        return tuple(name for name, _type in self.fields if name not in used)


def mappable(kind: str) -> tuple[Column, ...]:
    """Columns a source can fill: not those that are measured from the geometry or computed later."""
    layer = layer_kind(kind).layer
    return tuple(
        column for column in columns(layer) if column.recognised or column.name in _ALSO.get(kind, ())
    )


def proposal(kind: str, fields: Fields) -> Mapping:
    """Mapping proposed by names and types."""
    from ..fields.mapping import propose_mapping

    return propose_mapping(kind, fields)


def field_table(kind: str, fields: Fields, given: str = "", remembered: str = "") -> FieldTable:
    """Table of a source as it is first shown.

    Parameters
    ----------
    kind : str
        Kind of layer, `buildings` for buildings.
    fields : sequence of (str, str)
        Name and type of the source's fields.
    given, remembered : str
        Mappings as JSON: what the user chose before, and what the workspace remembers for such sources. As in the
        loaders, only the given one counts where it says anything. Of what it says, all that the source has is taken.

    Raises
    ------
    EnactError
        ``mapping_not_json``, ``mapping_entry_invalid``.
    """
    from ..fields.mapping import FieldMapping, Mapping

    names = {name.casefold(): name for name, _type in fields}
    proposed = _by_target(proposal(kind, fields))
    source, said = Origin.GIVEN, _by_target(Mapping.from_json(given))
    if not said:
        source, said = Origin.REMEMBERED, _by_target(Mapping.from_json(remembered))
    # the reader of buildings takes a mapping as it is: what it does not name stays empty
    whole = kind == BUILDINGS and bool(said)
    rows = []
    for column in mappable(kind):
        entry, origin = proposed[column.name], Origin.PROPOSED
        if whole:
            entry = FieldMapping(column.name)
        of_person = said.get(column.name)
        if of_person is not None and (not of_person.field or of_person.field.casefold() in names):
            entry, origin = replace(of_person, field=names.get(of_person.field.casefold(), "")), source
        if entry.is_empty:
            origin = Origin.NONE
        rows.append(_row(kind, column, entry, origin))
    return FieldTable(kind, tuple(fields), tuple(rows))


def _row(kind: str, column: Column, entry: FieldMapping, origin: Origin) -> FieldRow:
    group = next((group for group in kind_rules(kind).required if column.name in group), ())
    return FieldRow(column, bool(group), group if len(group) > 1 else (), entry, origin)


def _by_target(mapping: Mapping) -> dict[str, FieldMapping]:
    return {entry.target: entry for entry in mapping.fields}


def _given(entry: FieldMapping) -> FieldMapping:
    """The entry as one the user chose."""
    from ..fields.mapping import Confidence

    return replace(entry, confidence=Confidence.GIVEN, matched="")


# ---- what is typed --------------------------------------------------------------------------------------------------


def parse_number(text: str, label: str = "") -> float | None:
    """Number as any source may write it, with decimal comma or point and with thousands apart; None for anything else.

    Raises
    ------
    EnactError
        ``field_number_ambiguous`` for "1.000", which one person means for a thousand and another for one.
    """
    import pandas as pd

    from ..fields.numbers import numbers

    text = text.strip()
    if _LETTERS.search(text):  # a unit behind it would be passed over, and a factor has none
        return None
    read = numbers(pd.Series([text], dtype=object))
    if read.doubtful:
        whole = "".join(sign for sign in text if sign not in ",.")
        raise EnactError("field_number_ambiguous", label=label, text=text, whole=whole, fraction=f"{text}0")
    return None if read.values.isna().iloc[0] else float(read.values.iloc[0])


def show_number(number: float) -> str:
    """Number as a German reads it, without needless zeros."""
    return f"{number:.10g}".replace(".", ",")


def parse_constant(text: str, column: Column, language: str = "de") -> Any:
    """Value of a column that was typed: of its list by code or label, a number, yes or no, a date, else the text.

    Raises
    ------
    EnactError
        ``field_constant_invalid`` with what is expected; ``field_number_ambiguous``.
    """
    text = text.strip()
    value = _constant(text, column, language) if text else None
    if value is None:
        raise EnactError(
            "field_constant_invalid",
            label=column.label(language),
            text=text,
            expected=expected(column, language),
        )
    return value


def _constant(text: str, column: Column, language: str) -> Any:
    lower = text.casefold()
    if column.values:
        return next(
            (
                value.code
                for value in values(column.values)
                if lower in (value.code.casefold(), value.label_de.casefold(), value.label_en.casefold())
            ),
            None,
        )
    if column.type in _NUMBERS:
        number = parse_number(text, column.label(language))
        if number is None or column.type is ColumnType.REAL:
            return number
        return int(number) if number == int(number) else None
    if column.type is ColumnType.BOOLEAN:
        return True if lower in _TRUE else False if lower in _FALSE else None
    if column.type in (ColumnType.DATE, ColumnType.DATETIME):
        return text if is_date(text) else None
    return text


def expected(column: Column, language: str = "de") -> str:
    """What may be typed for a column, in a few words."""
    if column.values:
        labels = [value.label(language) for value in values(column.values)]
        return " / ".join(labels[:_SHOWN_VALUES]) + (" / …" if len(labels) > _SHOWN_VALUES else "")
    examples = {
        ColumnType.INTEGER: "2035",
        ColumnType.REAL: "12,5" if language == "de" else "12.5",
        ColumnType.BOOLEAN: "ja / nein" if language == "de" else "yes / no",
        ColumnType.DATE: "2026-08-31",
        ColumnType.DATETIME: "2026-08-31",
    }
    return examples.get(column.type, "Text" if language == "de" else "text")


def show_constant(value: Any, column: Column, language: str = "de") -> str:
    """Text of a fixed value: the label of a list, a number with decimal comma."""
    if isinstance(value, bool):
        yes, no = (_TRUE[0], _FALSE[0]) if language == "de" else (_TRUE[1], _FALSE[1])
        return yes if value else no
    if isinstance(value, (int, float)):
        return show_number(value)
    label = next((each.label(language) for each in values(column.values) if each.code == value), "")
    return label or str(value)


def is_date(text: str) -> bool:
    """Whether a text is an ISO date."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
