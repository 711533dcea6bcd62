"""Buildings of any layer, with a mapping of its fields to ours."""

from __future__ import annotations

from typing import Any

import pandas as pd
from geopandas import GeoDataFrame

from ..errors import Finding, Severity
from ..fields.addresses import first_addresses
from ..fields.mapping import Mapping, fields_of, propose_mapping, replaced
from ..fields.texts import map_distinct
from ..reference.building_tables import UseCode, use_codes
from ..reference.values import values
from .fields import Fields
from .rows import BuildingRows, building_frame, roofs, source_of
from .uses import full_code, source_where_known
from .years import year_bounds

KIND = "mapped"
TARGETS = (
    "building_id", "use", "function_code", "name", "storeys", "height_m", "eaves_height_m", "floor_area_m2",
    "built_year", "age_class", "roof_type", "street", "house_number", "postcode", "source_date",
)  # fmt: skip
_NAMED = 5


def proposed(frame: GeoDataFrame) -> Mapping:
    """Mapping of our columns to the fields that carry a name we know; to be confirmed by the user."""
    found = propose_mapping("buildings", fields_of(frame)).fields
    return Mapping(tuple(entry for entry in found if entry.target in TARGETS and not entry.is_empty))


def read_mapped(frame: GeoDataFrame, mapping: dict[str, Any] | None) -> BuildingRows:
    """Outlines of any layer.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
    mapping : dict or None
        For our columns (`TARGETS`) what the JSON of the parameter MAPPING says (see `fields.mapping`). Columns it does
        not name stay empty; proposed from the names when None or empty. Uses may be given as our codes, their
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
    if mapping:
        names = [str(name) for name in frame.columns if name != frame.geometry.name]
        chosen = Mapping.from_entries(mapping).for_source(names, TARGETS)
    else:
        chosen = proposed(frame)
        pairs = ", ".join(f"{entry.target} = {entry.field}" for entry in chosen.fields)
        findings.append(Finding("mapping_proposed", severity=Severity.NOTE, values={"mapping": pairs}))
    named = {entry.target: entry.field for entry in chosen.fields}
    fields = Fields(_delivered(frame, chosen), {target: (target,) for target in TARGETS}, named)

    def number(target: str) -> pd.Series:
        entry = chosen.of(target)
        return fields.number(target, entry.factor if entry else 1.0)

    use = map_distinct(fields.text("use"), _use, "unknown")
    findings += _untranslated(fields.text("use"), use)
    use = use.where(use.ne(""), "unknown")
    age = fields.text("built_year")
    age = age.where(age.notna(), fields.text("age_class"))
    first, last = year_bounds(age)
    storeys = number("storeys")
    street, house_number = fields.text("street"), fields.text("house_number")
    if named.get("street") and named.get("street") == named.get("house_number"):
        located = first_addresses(street)
        street, house_number = located["street"], located["house_number"]
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
            "storeys_source": map_distinct(storeys, lambda _: "given"),
            "height_m": number("height_m"),
            "eaves_height_m": number("eaves_height_m"),
            "floor_area_m2": number("floor_area_m2"),
            "roof_type": _roofs(fields.text("roof_type")),
            "year_from": first,
            "year_to": last,
            "age_source": map_distinct(first, lambda _: "given"),
            "street": street,
            "house_number": house_number,
            "postcode": fields.text("postcode"),
            "source_date": fields.day("source_date"),
        },
    )
    return BuildingRows(
        rows,
        source_of(KIND, rows),
        findings=(*findings, *fields.findings),
        mapping=named,
    )


def _delivered(frame: GeoDataFrame, mapping: Mapping) -> pd.DataFrame:
    """Values of the mapped columns, with the user's own for some of the delivery's."""
    columns = {str(name): name for name in frame.columns}
    values = {}
    for entry in mapping.fields:
        if entry.constant is not None:
            values[entry.target] = entry.constant
        elif not entry.is_empty:
            values[entry.target] = replaced(frame[columns[entry.field]], entry.values)
    return pd.DataFrame(values, index=frame.index)


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
    own = map_distinct(text, lambda value: known.get(value.casefold()))
    own = own.where(own.notna(), roofs(text, "alkis"))
    return own.where(own.notna(), roofs(text, "osm"))
