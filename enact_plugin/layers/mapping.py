"""Applies a mapping: the fields of a source become the columns of a layer, with what was strange about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..errors import EnactError, Finding, Severity
from ..fields.addresses import split_addresses, split_house_numbers
from ..fields.mapping import Confidence, FieldMapping, Fields, Kind, Mapping, fields_of
from ..fields.numbers import Decimal, usual_decimal
from ..outcome import Outcome, Source
from ..reference.columns import Column, columns
from ..reference.kind_rules import kind_rules
from ..reference.kinds import LayerKind, layer_kind
from ..reference.units import split_unit, unit_range
from .conversion import Converted, Rule, convert, empty

UNNAMED = Source("")
SHOWN_FIELDS = 8


def apply_mapping(frame: pd.DataFrame, kind: Kind, mapping: Mapping, source: Source = UNNAMED) -> Outcome:
    """Turn a source's fields into the columns of a layer.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame, shape (n,)
        As delivered.
    kind : str or LayerKind
    mapping : Mapping
    source : Source

    Returns
    -------
    Outcome
        The layer's columns in their order and types, geometry as it came. No row is dropped; a row of the cadastre
        that holds several addresses becomes several. Findings name texts that could not be read, values of no list,
        units that were assumed or look wrong, and the fields that were left out.

    Raises
    ------
    EnactError
        ``mapping_incomplete`` when a mandatory column has no field; names the fields present.
    """
    kind = _kind(kind)
    fields = fields_of(frame)
    _check(kind, mapping, fields)
    wanted = columns(kind.layer)
    findings: list[Finding] = []
    data = {column.name: empty(column, frame.index) for column in wanted}
    for column, entry, converted in _converted(frame, mapping, wanted):
        findings.extend(_findings(converted, entry, column))
        data[column.name] = converted.values
    made = _with_geometry(pd.DataFrame(data, index=frame.index), frame)
    if kind.layer == "addresses":
        made, more = _addresses(made, mapping)
        findings.extend(more)
    findings.extend(_unit_findings(made, mapping, wanted))
    findings.extend(_left_out(mapping, fields))
    return Outcome(made, source, rows_in=len(made), findings=tuple(findings))


def _kind(kind: Kind) -> LayerKind:
    return layer_kind(kind) if isinstance(kind, str) else kind


def _check(kind: LayerKind, mapping: Mapping, fields: Fields) -> None:
    names = [name for name, _ in fields]
    for entry in mapping.fields:
        if entry.field and entry.field not in names:
            raise EnactError(
                "mapping_field_missing", field=entry.field, target=entry.target, fields=", ".join(names)
            )
    labels = {column.name: column.alias_de for column in columns(kind.layer)}
    lacking = [
        " / ".join(labels[name] for name in group)
        for group in kind_rules(kind.kind).required
        if not any(mapping.of(name) for name in group)
    ]
    if lacking:
        raise EnactError(
            "mapping_incomplete", kind=kind.title_de, missing="; ".join(lacking), fields=", ".join(names)
        )


def _converted(
    frame: pd.DataFrame, mapping: Mapping, wanted: Sequence[Column]
) -> list[tuple[Column, FieldMapping, Converted]]:
    """Converted columns; one whose figures may be a thousand times more is read as the others of the source are."""
    entries = [(column, mapping.of(column.name)) for column in wanted]
    made = [(column, entry, _column(frame, entry, column)) for column, entry in entries if entry]
    usual = usual_decimal(converted.decimal for _, _, converted in made)
    if usual is None:
        return made
    return [
        (column, entry, _column(frame, entry, column, usual) if converted.ambiguous.rows else converted)
        for column, entry, converted in made
    ]


def _column(
    frame: pd.DataFrame, entry: FieldMapping, column: Column, decimal: Decimal | None = None
) -> Converted:
    if entry.constant is not None:
        values = pd.Series([entry.constant] * len(frame), index=frame.index, dtype=object)
        if not isinstance(entry.constant, (str, bool)):
            values = values.astype(type(entry.constant))
        return convert(values, Rule(column))
    return convert(frame[entry.field], Rule(column, entry.factor, entry.values, decimal))


def _with_geometry(made: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    from geopandas import GeoDataFrame

    if not isinstance(frame, GeoDataFrame) or frame._geometry_column_name not in frame:
        return made
    return GeoDataFrame(made, geometry=frame.geometry.array, crs=frame.crs)


def _findings(converted: Converted, entry: FieldMapping, column: Column) -> list[Finding]:
    values = {"column": column.alias_de, "field": entry.field}
    unread = "value_not_in_list" if column.values else "value_unreadable"
    strange = (
        (unread, converted.unread, converted.examples),
        ("date_out_of_range", converted.beyond.rows, converted.beyond.examples),
        ("number_ambiguous", converted.ambiguous.rows, converted.ambiguous.examples),
    )
    found = [
        Finding(code, values={**values, "rows": rows, "examples": ", ".join(f"„{text}“" for text in texts)})
        for code, rows, texts in strange
        if rows
    ]
    if converted.rounded:
        found.append(
            Finding("value_rounded", severity=Severity.NOTE, values={**values, "rows": converted.rounded})
        )
    return found


def _addresses(made: pd.DataFrame, mapping: Mapping) -> tuple[pd.DataFrame, list[Finding]]:
    """Take house numbers apart; where street and number stand in one field, the whole text."""
    street, number = mapping.of("street"), mapping.of("house_number")
    one_text = street is not None and street.field and number is not None and street.field == number.field
    if one_text:
        parts = split_addresses(made["street"])
        split = made.loc[parts.index].copy()
        for name in ("street", "house_number"):
            split[name] = parts[name].to_numpy()
        split["suffix"] = parts["suffix"].where(parts["suffix"].notna(), split["suffix"]).to_numpy()
        more = len(split) - len(made)
        findings = []
        if more:
            values = {"objects": len(made), "addresses": len(split)}
            findings.append(Finding("addresses_split", severity=Severity.NOTE, values=values))
        return split.reset_index(drop=True), findings
    parts = split_house_numbers(made["house_number"])
    take = made["suffix"].isna() & parts["suffix"].notna()
    made = made.copy()
    made.loc[take, ["house_number", "suffix"]] = parts.loc[take, ["house_number", "suffix"]]
    return made, []


def _unit_findings(made: pd.DataFrame, mapping: Mapping, wanted: Sequence[Column]) -> list[Finding]:
    """Units that were taken for granted, and values that speak against them."""
    found = []
    for column in wanted:
        entry = mapping.of(column.name)
        if not column.unit or entry is None or not entry.field:
            continue
        values = {"column": column.alias_de, "field": entry.field, "unit": column.unit}
        if (
            entry.confidence is not Confidence.GIVEN
            and entry.factor == 1
            and split_unit(entry.field)[1] is None
        ):
            found.append(Finding("unit_assumed", severity=Severity.NOTE, values=values))
        found.extend(_doubt(made[column.name], column, values))
    return found


def _doubt(numbers: pd.Series, column: Column, values: dict[str, Any]) -> list[Finding]:
    numbers = pd.to_numeric(numbers).astype("Float64").dropna()
    numbers = numbers[numbers > 0]
    if numbers.empty:
        return []
    middle = float(np.median(numbers.to_numpy(dtype=float)))
    if column.unit == "%" and float(numbers.max()) <= 1:
        return [Finding("percent_looks_like_share", values={**values, "highest": float(numbers.max())})]
    limits = unit_range(column.layer, column.name)
    if limits is None or limits.low <= middle <= limits.high:
        return []
    return [Finding("unit_doubtful", values={**values, "median": round(middle, 4), "hint": limits.hint})]


def _left_out(mapping: Mapping, fields: Fields) -> list[Finding]:
    used = mapping.used_fields()
    names = [name for name, _ in fields if name not in used]
    if not names:
        return []
    # OpenStreetMap delivers a hundred; nobody reads them all
    shown = ", ".join(names[:SHOWN_FIELDS]) + (" …" if len(names) > SHOWN_FIELDS else "")
    values = {"count": len(names), "fields": shown}
    return [Finding("fields_left_out", severity=Severity.NOTE, values=values)]
