"""Buildings of any layer, with a mapping of its fields to ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from geopandas import GeoDataFrame

from ..errors import EnactError, Finding, Severity
from ..reference.building_tables import UseCode, use_codes
from ..reference.columns import columns
from ..reference.values import values
from .fields import Fields, as_date, as_number, as_text, map_unique
from .rows import BuildingRows, building_frame, roofs, source_of
from .uses import full_code, source_where_known
from .years import year_bounds

KIND = "mapped"
TARGETS = (
    "building_id", "use", "function_code", "name", "storeys", "height_m", "eaves_height_m", "floor_area_m2",
    "built_year", "age_class", "roof_type", "street", "house_number", "postcode", "source_date",
)  # fmt: skip
_NAMED = 5


def propose_mapping(names: Iterable[str]) -> dict[str, str]:
    """Mapping of our columns to the fields that carry a recognised name; to be confirmed by the user."""
    delivered = {name.casefold(): name for name in names}
    mapping = {}
    for column in columns("buildings"):
        found = [delivered[name] for name in column.recognised if name in delivered]
        if column.name in TARGETS and found:
            mapping[column.name] = found[0]
    return mapping


def read_mapped(frame: GeoDataFrame, mapping: Mapping[str, Any] | None) -> BuildingRows:
    """Outlines of any layer.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
    mapping : mapping or None
        Our column (`TARGETS`) to the name of the layer's field, in any case; or to an object with ``field`` and a
        ``factor`` for numbers or ``values`` (delivered value to ours); or with a constant ``value``; or to None to
        leave the column empty. Proposed from the names when None or empty. Uses may be given as our codes, their
        German or English labels, function codes of the cadastre or OSM's tag `building`; ages as years, spans or age
        classes.

    Returns
    -------
    BuildingRows

    Raises
    ------
    EnactError
        ``mapping_target_unknown``, ``mapping_field_missing``, ``mapping_entry_invalid``.
    """
    findings: list[Finding] = []
    if not mapping:
        mapping = propose_mapping(str(name) for name in frame.columns)
        named = ", ".join(f"{target} = {name}" for target, name in mapping.items())
        findings.append(Finding("mapping_proposed", severity=Severity.NOTE, values={"mapping": named}))
    chosen = pd.DataFrame(
        {target: _delivered(frame, target, entry) for target, entry in mapping.items() if entry is not None},
        index=frame.index,
    )
    fields = Fields(chosen, {target: (target,) for target in TARGETS})
    use = map_unique(fields.text("use"), _use, "unknown")
    findings += _untranslated(fields.text("use"), use)
    use = use.where(use.ne(""), "unknown")
    age = fields.text("built_year")
    age = age.where(age.notna(), fields.text("age_class"))
    first, last = year_bounds(age)
    storeys = fields.number("storeys")
    code = fields.text("function_code")
    rows = building_frame(
        frame,
        {
            "building_id": fields.text("building_id"),
            "function_code": code.where(code.notna(), fields.text("use")),
            "use": use,
            "use_source": source_where_known(use, "given"),
            "name": fields.text("name"),
            "storeys": storeys,
            "storeys_source": map_unique(storeys, lambda _: "given"),
            "height_m": fields.number("height_m"),
            "eaves_height_m": fields.number("eaves_height_m"),
            "floor_area_m2": fields.number("floor_area_m2"),
            "roof_type": _roofs(fields.text("roof_type")),
            "year_from": first,
            "year_to": last,
            "age_source": map_unique(first, lambda _: "given"),
            "street": fields.text("street"),
            "house_number": fields.text("house_number"),
            "postcode": fields.text("postcode"),
            "source_date": as_date(fields.text("source_date")),
        },
    )
    return BuildingRows(
        rows,
        source_of(KIND, rows),
        findings=tuple(findings),
        mapping={target: _field(entry) for target, entry in mapping.items()},
    )


def _delivered(frame: GeoDataFrame, target: str, entry: Any) -> pd.Series | str | float:
    """Values for a column as the mapping says."""
    if target not in TARGETS:
        raise EnactError("mapping_target_unknown", target=target, targets=", ".join(TARGETS))
    plain = {"field": entry} if isinstance(entry, str) else entry
    if not isinstance(plain, Mapping) or not ({"field", "value"} & set(plain)):
        raise EnactError("mapping_entry_invalid", target=target, value=str(entry))
    if "value" in plain:
        return plain["value"]
    names = {str(name).casefold(): name for name in frame.columns if name != frame.geometry.name}
    wanted = str(plain["field"]).casefold()
    if wanted not in names:
        listed = ", ".join(map(str, names.values()))
        raise EnactError("mapping_field_missing", field=plain["field"], target=target, fields=listed)
    values = frame[names[wanted]]
    if "factor" in plain:
        factor = plain["factor"]
        if isinstance(factor, bool) or not isinstance(factor, (int, float)) or not factor:
            raise EnactError("mapping_entry_invalid", target=target, value=str(entry))
        return as_number(values) * factor
    if "values" in plain:
        table = {str(key).casefold(): value for key, value in dict(plain["values"]).items()}
        return map_unique(as_text(values), lambda text: table.get(text.casefold(), text))
    return values


def _field(entry: Any) -> str:
    """Name of the field an entry of the mapping takes; empty for a constant."""
    return entry if isinstance(entry, str) else str((entry or {}).get("field", ""))


def _use(text: str) -> str:
    """Use that a text of any vocabulary means; empty when none does."""
    wanted = text.casefold()
    for value in values("building_use"):
        if wanted in (value.code, value.label_de.casefold(), value.label_en.casefold()):
            return value.code
    nothing = UseCode("")
    code = use_codes("alkis")["gfk"].get(full_code(text), nothing)
    return (code if code.use else use_codes("osm")["building"].get(wanted, nothing)).use


def _untranslated(text: pd.Series, use: pd.Series) -> list[Finding]:
    strange = text[use.eq("")]
    if strange.empty:
        return []
    named = ", ".join(sorted(strange.unique())[:_NAMED])
    return [Finding("building_use_not_translated", values={"rows": len(strange), "values": named})]


def _roofs(text: pd.Series) -> pd.Series:
    """Roof type from our codes or labels, codes of the cadastre, or OSM's tag."""
    known = {}
    for value in values("roof_type"):
        known.update({value.code: value.code, value.label_de.casefold(): value.code})
    own = map_unique(text, lambda value: known.get(value.casefold()))
    own = own.where(own.notna(), roofs(text, "alkis"))
    return own.where(own.notna(), roofs(text, "osm"))
