"""How many objects a page holds by its marks, for OGR breaks off without a word."""

from __future__ import annotations

import json
import mmap
import re
from contextlib import closing
from pathlib import Path

from ..errors import EnactError

MARKUP = (".gml", ".xml")
JSON = (".json", ".geojson")

_HEAD = 1 << 20  # bytes in which the first object ends
_MEMBER = re.compile(rb"<(?:[\w.-]+:)?(?:featureMember|member)[\s/>]")
_MEMBERS = re.compile(rb"<(?:[\w.-]+:)?featureMembers\b[^>]*>\s*<([\w.:-]+)")
_COLLECTION = re.compile(rb'FeatureCollection|"features"\s*:')
_SHOWN = 80  # characters of what is no page
_FEATURE = re.compile(rb'"type"\s*:\s*"Feature"')
_ESRI_FEATURE = re.compile(rb'"attributes"\s*:')


def members(path: Path) -> int:
    """Objects by their marks in a page of GML, GeoJSON or ESRI JSON; OGR breaks off without a word."""
    try:
        with path.open("rb") as file, closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) as text:
            count = _json_members(text) if path.suffix.lower() in JSON else _markup_members(text)
            if not count and _COLLECTION.search(text) is None:
                raise ValueError(bytes(text[:_SHOWN]).decode("utf-8", "replace"))
            return count
    except (OSError, ValueError) as error:  # nothing in it, gone, no right to read, or something else
        raise EnactError("service_page_refused", path=str(path), detail=str(error)) from error


def _json_members(text: mmap.mmap) -> int:
    return _count(_FEATURE, text) or _count(_ESRI_FEATURE, text)


def _markup_members(text: mmap.mmap) -> int:
    first = _MEMBERS.search(text)
    if first is None:
        return _count(_MEMBER, text)
    return _count(re.compile(rb"<" + re.escape(first.group(1)) + rb"[\s/>]"), text)


def _count(mark: re.Pattern[bytes], text: mmap.mmap) -> int:
    return sum(1 for _each in mark.finditer(text))


def members_exactly(path: Path) -> int:
    """Objects of a JSON page of which the marks stand in the values as well; -1 for others."""
    if path.suffix.lower() not in JSON:
        return -1
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
        return len(content["features"])
    except (ValueError, TypeError, KeyError):
        return -1


def numbered(path: Path) -> frozenset[str]:
    """Name that OGR gives to what stands beside the properties of GeoJSON's objects: their number, not a property."""
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "ignore")
    begin = re.search(r'"features"\s*:\s*\[\s*(?={)', head)
    try:
        first, _end = json.JSONDecoder().raw_decode(head, begin.end() if begin else 0)
        beside = "id" in first and "id" not in (first.get("properties") or {})
    except (ValueError, TypeError, AttributeError):  # longer than what is looked at, or no GeoJSON
        beside = False
    return frozenset({"id"} if beside else ())
