"""An answer of a WFS with objects: whether it is whole, what it says, and where each object stands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from ...errors import EnactError
from . import safe_xml as xml
from .answers import digest, refuse_web_page, words_of
from .client import TooMuch
from .wfs_capabilities import exception_of

_MEMBERS = ("member", "featureMember", "featureMembers")
# what a server makes anew each time: ids (of geometries too) and the frame around each object
_NEW = re.compile(
    rb"\s(?:\w+:)?(?:id|fid)=(?:\"[^\"]*\"|'[^']*')|<((?:\w+:)?)boundedBy\b[^>]*>.*?</\1boundedBy>", re.DOTALL
)
_POSITIONS = re.compile(rb"(<(?:\w+:)?(?:posList|pos|lowerCorner|upperCorner)\b([^>]*)>)([^<]+)")
_COORDINATES = re.compile(rb"(<(?:\w+:)?coordinates\b[^>]*>)([^<]+)")
_FIRST = re.compile(rb"<(?:\w+:)?(?:posList|pos|coordinates)\b[^>]*>\s*([-+.\deE]+)[\s,]+([-+.\deE]+)")
_DIMENSION = re.compile(rb"srsDimension=[\"'](\d)")
_NORTHINGS = (4.5e6, 7.0e6)  # of Germany in UTM; no easting is that large
_DEGREES = 180.0
_NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass
class Read:
    """What an answer says.

    Attributes
    ----------
    content : bytes
        In UTF-8, as far as it is XML.
    matched : int or None
        Objects in all.
    rows : tuple of bytes
        See `Page.rows`.
    crs : set of str
        Names of CRS in it.
    fields : tuple of str
        Of the first object, in its order.
    """

    content: bytes
    matched: int | None = None
    rows: tuple[bytes, ...] = ()
    crs: set[str] = field(default_factory=set)
    fields: tuple[str, ...] = ()


class BrokenOff(EnactError):
    """The answer ends too early; asking once more may help."""


def read_answer(content: bytes, title: str, host: str) -> Read:
    """Read an answer in GML or GeoJSON, of hits or of objects.

    Raises
    ------
    BrokenOff
        ``service_broken_off``.
    TooMuch
        ``service_exception`` where the service gave up in the middle of the objects.
    EnactError
        ``service_page``, ``service_exception``, ``service_entities``, ``service_no_objects``.
    """
    refuse_web_page(content, title, host)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _of_json(content, title, host)
    return _of_gml(xml.in_utf8(content), title, host)


# ---- GML ------------------------------------------------------------------------------------------------------------


class _Scan:
    """Goes through a collection once and notes where its objects stand."""

    def __init__(self) -> None:
        self.root = ""
        self.attributes: dict[str, str] = {}
        self.places: list[tuple[int, int]] = []
        self.crs: set[str] = set()
        self.fields: list[str] = []
        self.cut_at = -1
        self._depth = self._start = 0
        self._member = False
        self.parser = xml.safe_parser()
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if attributes and "srsName" in attributes:
            self.crs.add(attributes["srsName"])
        if self._depth > 4:
            return
        if self._depth == 1:
            self.root, self.attributes = xml.local(name), attributes
        elif self._depth == 2:
            self._member = xml.local(name) in _MEMBERS
            if xml.local(name) == "truncatedResponse":
                self.cut_at = self.parser.CurrentByteIndex
        elif self._depth == 3:
            self._start = self.parser.CurrentByteIndex
        elif self._member and not self.places and not name.startswith("gml:"):
            self.fields.append(xml.local(name))

    def _close(self, _: str) -> None:
        if self._depth == 3 and self._member:
            self.places.append((self._start, self.parser.CurrentByteIndex))
        self._depth -= 1


def _of_gml(content: bytes, title: str, host: str) -> Read:
    scan = _Scan()
    try:
        xml.parsed(scan.parser, content)
    except xml.Dangerous as error:
        raise xml.refused(title, host) from error
    except xml.Broken as error:
        raise BrokenOff("service_broken_off", service=title, host=host) from error
    if "Exception" in scan.root:
        raise exception_of(content, title, host)
    if scan.root != "FeatureCollection":
        raise EnactError("service_no_objects", service=title, host=host, found=scan.root)
    if scan.cut_at >= 0:
        words = words_of(content[scan.cut_at :].decode("utf-8", "replace"))
        raise TooMuch("service_exception", service=title, host=host, words=words)
    number = scan.attributes.get("numberMatched", scan.attributes.get("numberOfFeatures", ""))
    rows = tuple(digest(_NEW.sub(b"", content[start:end])) for start, end in scan.places)
    matched = int(number) if _NUMBER.fullmatch(number.strip()) else None
    return Read(content, matched, rows, scan.crs, tuple(dict.fromkeys(scan.fields)))


def is_north_first(content: bytes) -> bool:
    """Whether objects in UTM are written north, east: services of ArcGIS do, against what the CRS says."""
    found = _FIRST.search(content)
    if found is None:
        return False
    try:
        first, second = float(found.group(1)), float(found.group(2))
    except ValueError:
        return False
    return _NORTHINGS[0] < first < _NORTHINGS[1] and not _NORTHINGS[0] < second < _NORTHINGS[1]


def east_first(content: bytes) -> bytes:
    """Same objects with the first two numbers of each position exchanged."""

    def swapped(found: re.Match[bytes]) -> bytes:
        numbers = found.group(3).split()
        said = _DIMENSION.search(found.group(2))
        step = int(said.group(1)) if said else 3 if len(numbers) == 3 else 2
        numbers[0::step], numbers[1::step] = numbers[1::step], numbers[0::step]
        return found.group(1) + b" ".join(numbers)

    def swapped_pairs(found: re.Match[bytes]) -> bytes:
        pairs = [pair.split(b",") for pair in found.group(2).split()]
        return found.group(1) + b" ".join(b",".join([pair[1], pair[0], *pair[2:]]) for pair in pairs)

    try:
        return _COORDINATES.sub(swapped_pairs, _POSITIONS.sub(swapped, content))
    except (ValueError, IndexError):  # an odd number of numbers: OGR shall refuse it, or the reader
        return content


# ---- GeoJSON --------------------------------------------------------------------------------------------------------


def _of_json(content: bytes, title: str, host: str) -> Read:
    try:
        answer = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise BrokenOff("service_broken_off", service=title, host=host) from error
    if not isinstance(answer, dict) or answer.get("type") != "FeatureCollection":
        raise EnactError(
            "service_exception",
            service=title,
            host=host,
            words=words_of(json.dumps(answer, ensure_ascii=False)),
        )
    objects = answer.get("features") or []
    if not isinstance(objects, list) or not all(isinstance(each, dict) for each in objects):
        raise EnactError("service_no_objects", service=title, host=host, found="JSON")
    matched = next((answer[name] for name in ("numberMatched", "totalFeatures") if name in answer), None)
    fields = tuple(objects[0].get("properties") or ()) if objects else ()
    return Read(
        content,
        matched if isinstance(matched, int) else None,
        tuple(digest(_said(each)) for each in objects),
        _crs_of(answer, objects),
        fields,
    )


def _said(each: dict[str, Any]) -> bytes:
    told = [each.get("geometry"), each.get("properties")]
    return json.dumps(told, sort_keys=True, ensure_ascii=False).encode()


def _crs_of(answer: dict[str, Any], objects: list[dict[str, Any]]) -> set[str]:
    """CRS that the collection names; without a name coordinates in degrees tell that it is WGS 84."""
    named = ((answer.get("crs") or {}).get("properties") or {}).get("name")
    if named:
        return {str(named)}
    place = next((each["geometry"].get("coordinates") for each in objects if each.get("geometry")), None)
    while isinstance(place, list) and place and isinstance(place[0], list):
        place = place[0]
    degrees = isinstance(place, list) and len(place) > 1 and all(abs(part) <= _DEGREES for part in place[:2])
    return {"EPSG:4326"} if degrees else set()
