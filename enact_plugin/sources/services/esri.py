"""Pages of ArcGIS as OGR reads them: complete, with dates and words in place of numbers and codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from .json_answer import packed, row_of

TEXT = "esriFieldTypeString"
_OID, _GLOBAL_ID, _DATE = "esriFieldTypeOID", "esriFieldTypeGlobalID", "esriFieldTypeDate"
_NUMBERS = tuple(
    f"esriFieldType{kind}" for kind in ("SmallInteger", "Integer", "BigInteger", "Single", "Double")
)
_ASIDE = "_code"  # behind the name of a field: the code whose word stands in the field
_MADE_ANEW = ("shape_area", "shape_length", "shape_leng", "shape.area", "shape.len")
_BEGIN = datetime(1970, 1, 1)
_EVENING = (22, 23)  # midnight in Germany, told in UTC
# what OGR reads as coordinates; others, such as curves, it drops without a word
_SHAPES = ("rings", "paths", "points", "x", "xmin")
_MEMBERS = (*_SHAPES, "y", "ymin", "xmax", "ymax", "hasZ", "hasM")
_CURVES = ("curveRings", "curvePaths")


@dataclass(frozen=True)
class Schema:
    """What a layer says of its objects.

    Attributes
    ----------
    fields : tuple of dict
        As in the layer's JSON: name, type.
    oid : str
        Field with the number of the object; empty where there is none.
    geometry : str
        "esriGeometryPolygon" …; empty for a table.
    words : dict
        Field to the words of its codes.
    """

    fields: tuple[dict[str, Any], ...]
    oid: str
    geometry: str
    words: dict[str, dict[Any, str]] = field(default_factory=dict)


class Unreadable(Exception):
    """A geometry that would be lost without a word."""


def schema_of(layer: Mapping[str, Any]) -> Schema:
    """Schema from the JSON of a layer."""
    fields = tuple(each for each in layer.get("fields") or () if isinstance(each, dict) and each.get("name"))
    oid = layer.get("objectIdField") or next(
        (each["name"] for each in fields if each.get("type") == _OID), ""
    )
    words = {each["name"]: found for each in fields if (found := _domain(each.get("domain")))}
    kinds = {
        each.get("id"): str(each.get("name")) for each in layer.get("types") or () if isinstance(each, dict)
    }
    if layer.get("typeIdField") and kinds:
        words.setdefault(layer["typeIdField"], kinds)
    return Schema(fields, oid, layer.get("geometryType") or "", words)


def _domain(domain: Any) -> dict[Any, str]:
    if not isinstance(domain, dict) or domain.get("type") != "codedValue":
        return {}
    pairs = (each for each in domain.get("codedValues") or () if isinstance(each, dict))
    return {each.get("code"): str(each.get("name")) for each in pairs if each.get("name") not in (None, "")}


def page_of(answer: Mapping[str, Any], schema: Schema, code: int) -> tuple[bytes, tuple[bytes, ...]]:
    """One page and the digests of its objects.

    Parameters
    ----------
    answer : mapping
        With at least one object.
    schema : Schema
    code : int
        EPSG code of the coordinates.

    Returns
    -------
    bytes
        ESRI JSON with `fields`, `geometryType` and `spatialReference`. Dates are texts: the day alone where the time
        is midnight in UTC or in Germany, else with the time in UTC. Where a field has coded values, their words stand
        in it, and the codes in a field of their own named "<field>_code".
    tuple of bytes

    Raises
    ------
    Unreadable
    """
    fields = _fields(answer, schema)
    dates = {each["name"] for each in fields if each.get("type") == _DATE}
    passing = {
        each["name"]
        for each in fields
        if each.get("type") in (_OID, _GLOBAL_ID) or each["name"] == schema.oid or _is_made_anew(each["name"])
    }
    numbers = {each["name"] for each in fields if each.get("type") in _NUMBERS}
    objects = [_object(each, schema, dates, numbers) for each in answer["features"]]
    rows = tuple(
        row_of(
            {name: value for name, value in each["attributes"].items() if name not in passing},
            each["geometry"],
        )
        for each in objects
    )
    page = {  # in this order: OGR knows the format by how a file begins
        "objectIdFieldName": schema.oid,
        "geometryType": answer.get("geometryType") or schema.geometry,
        "spatialReference": {"wkid": code, "latestWkid": code},
        "fields": [_told(each, schema) for each in fields]
        + [{"name": name + _ASIDE, "type": TEXT} for name in _aside(fields, schema)],
        "features": objects,
    }
    return packed({name: value for name, value in page.items() if value}), rows


def _is_made_anew(name: str) -> bool:
    return name.casefold().startswith(("shape__", "shape.st")) or name.casefold() in _MADE_ANEW


def _fields(answer: Mapping[str, Any], schema: Schema) -> list[dict[str, Any]]:
    """Fields of the answer, of the layer, and those of which nobody says anything."""
    known = {each["name"]: each for each in (*schema.fields, *(answer.get("fields") or ()))}
    used = dict.fromkeys(name for each in answer["features"] for name in each.get("attributes") or {})
    return [known.get(name, {"name": name, "type": TEXT}) for name in used] or list(known.values())


def _aside(fields: list[dict[str, Any]], schema: Schema) -> list[str]:
    names = {each["name"] for each in fields}
    return [name for name in schema.words if name in names and name + _ASIDE not in names]


def _told(entry: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """Field as it stands in the page: dates and words are texts."""
    kind = entry.get("type", TEXT)
    changed = kind == _DATE or (entry["name"] in schema.words)
    return {
        "name": entry["name"],
        "type": TEXT if changed else kind,
        "alias": entry.get("alias") or entry["name"],
    }


def _object(feature: Mapping[str, Any], schema: Schema, dates: set[str], numbers: set[str]) -> dict[str, Any]:
    attributes = dict(feature.get("attributes") or {})
    for name in numbers & attributes.keys():
        if isinstance(attributes[name], bool):  # OGR reads `true` in a field of numbers as 0
            attributes[name] = int(attributes[name])
    for name in dates & attributes.keys():
        attributes[name] = date_text(attributes[name])
    for name, words in schema.words.items():
        code = attributes.get(name)
        if code is None:
            continue
        attributes.setdefault(name + _ASIDE, str(code))
        attributes[name] = words.get(code, str(code))
    return {"attributes": attributes, "geometry": _geometry(feature.get("geometry"))}


def _geometry(geometry: Any) -> dict[str, Any] | None:
    if not geometry:
        return None
    if any(name in geometry for name in _CURVES):
        raise Unreadable
    shape = {name: geometry[name] for name in _MEMBERS if name in geometry}
    name = next((name for name in _SHAPES if name in shape), "")
    if not name:
        raise Unreadable
    filled = shape[name] not in ([], None, "NaN") and shape.get("y") != "NaN"
    return shape if filled else None


def date_text(value: Any) -> Any:
    """Text of a date in milliseconds since 1970; what is no such number stays as it is.

    >>> date_text(1577836800000)
    '2020-01-01'
    >>> date_text(1577833200000)
    '2020-01-01'
    >>> date_text(1577880000000)
    '2020-01-01T12:00:00Z'
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    try:
        when = _BEGIN + timedelta(milliseconds=value)
    except (OverflowError, ValueError):
        return str(value)
    if (when.minute, when.second, when.microsecond) == (0, 0, 0):
        if when.hour in _EVENING:
            return (when + timedelta(hours=24 - when.hour)).date().isoformat()
        if when.hour == 0:
            return when.date().isoformat()
    return when.isoformat(timespec="seconds") + "Z"
