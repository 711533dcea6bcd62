"""Pages of GeoJSON whose coordinates stand in the order and in the CRS they are said to stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .json_answer import first_point, is_degrees, packed, row_of

DEGREES = "EPSG:4326"  # CRS84: x is the longitude
IN_DEGREES = (DEGREES, "EPSG:4258")  # the same to a decimetre
_EPSG = re.compile(r"EPSG(?:/|:)+[^/:]*(?:/|:)(\d{4,6})$|EPSG:(\d{4,6})$", re.IGNORECASE)
_EAST_UP_TO = 1_000_000.0  # metres; what is larger is a northing
_LONGITUDE_UP_TO = 20.0  # of Germany and its neighbours; what is larger is a latitude


def crs_of(uri: str) -> str:
    """EPSG code of a CRS in any spelling; CRS84 is EPSG:4326, empty for what is none of EPSG.

    >>> crs_of("http://www.opengis.net/def/crs/EPSG/0/25833")
    'EPSG:25833'
    >>> crs_of("<urn:ogc:def:crs:OGC:1.3:CRS84>")
    'EPSG:4326'
    """
    text = uri.strip().strip("<>")
    if text.upper().endswith(("CRS84", "CRS84H")):
        return DEGREES
    found = _EPSG.search(text)
    return f"EPSG:{found[1] or found[2]}" if found else ""


def crs_told(answer: Mapping[str, Any], headers: Mapping[str, str]) -> str:
    """CRS that an answer names, in its header or in itself; empty for none."""
    header = crs_of(headers.get("Content-Crs", ""))
    member = answer.get("crs")
    if header or not isinstance(member, dict):
        return header
    properties = member.get("properties")
    return crs_of(str(properties.get("name", ""))) if isinstance(properties, dict) else ""


def point_of(features: list[Any]) -> tuple[float, float] | None:
    """First vertex of the first object that has one."""
    for each in features:
        geometry = each.get("geometry") if isinstance(each, dict) else None
        while isinstance(geometry, dict) and geometry.get("geometries"):
            geometry = geometry["geometries"][0]
        point = first_point(geometry.get("coordinates")) if isinstance(geometry, dict) else None
        if point:
            return point
    return None


def crs_found(told: str, asked: str, point: tuple[float, float] | None) -> str:
    """CRS of the coordinates: as told, else as asked, else degrees; but never degrees in metres or metres in degrees.

    Parameters
    ----------
    told, asked : str
        Empty for none.
    point : (float, float) or None

    Returns
    -------
    str
        Empty where what is told cannot be, and nothing else is known.
    """
    named = told or asked or DEGREES
    if point is None or is_degrees(point) == (named in IN_DEGREES):
        return DEGREES if named in IN_DEGREES else named
    if is_degrees(point):
        return DEGREES  # it heard nothing of the CRS that was asked
    return asked if told and asked and asked not in IN_DEGREES else ""


def is_turned(point: tuple[float, float] | None) -> bool:
    """Whether the northing or the latitude of a point of Germany stands first."""
    if point is None:
        return False
    first, second = point
    most = _LONGITUDE_UP_TO if is_degrees(point) else _EAST_UP_TO
    return first > most >= second


def page_of(features: list[dict[str, Any]], turned: bool) -> tuple[bytes, tuple[bytes, ...]]:
    """One page, without what a server makes anew each time (links, time stamp), and the digests of its objects.

    The number of the object, "id", stands in the page and not in the digest: some servers count it anew.
    """
    if turned:
        features = [{**each, "geometry": _turned(each.get("geometry"))} for each in features]
    rows = tuple(row_of(each.get("properties") or {}, each.get("geometry")) for each in features)
    return packed({"type": "FeatureCollection", "features": features}), rows


def _turned(geometry: Any) -> Any:
    if not isinstance(geometry, dict):
        return geometry
    if "geometries" in geometry:
        return {**geometry, "geometries": [_turned(each) for each in geometry["geometries"] or []]}
    return {**geometry, "coordinates": _swapped(geometry.get("coordinates"))}


def _swapped(coordinates: Any) -> Any:
    if not isinstance(coordinates, list) or not coordinates:
        return coordinates
    if isinstance(coordinates[0], list):
        return [_swapped(each) for each in coordinates]
    return [*coordinates[1::-1], *coordinates[2:]]
