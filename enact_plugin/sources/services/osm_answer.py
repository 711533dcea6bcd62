"""What an answer of Overpass holds: its objects, each by what it says, and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .answers import digest

_TAIL = 200
_ID = rb"""\bid=["'](-?\d+)["']"""
_NODE = re.compile(rb"<node\b([^<>]*)>")
_OBJECT = re.compile(rb"<(way|relation)\b([^<>]*[^<>/])>(.*?)</\1>", re.DOTALL)
_PLACE = re.compile(rb"""\b(lat|lon)=["']([^"']*)["']""")
_NUMBER = re.compile(_ID)
_REF = re.compile(rb"""<nd\b[^<>]*\bref=["'](-?\d+)["']""")
_MEMBER = re.compile(
    rb"""<member\b[^<>]*\btype=["'](\w+)["'][^<>]*\bref=["'](-?\d+)["'](?:[^<>]*\brole=["']([^"']*)["'])?"""
)
_TAG = re.compile(rb"""<tag\b\s+k=("[^"]*"|'[^']*')\s+v=("[^"]*"|'[^']*')""")
_REMARK = re.compile(rb"<remark>(.*?)</remark>", re.DOTALL)
_NOTE = re.compile(rb"<note>(.*?)</note>", re.DOTALL)
_FAILED = b"runtime error"
_TOO_MUCH = ("timed out", "out of memory")


@dataclass(frozen=True)
class OsmAnswer:
    """What was answered.

    Attributes
    ----------
    rows : tuple of bytes
        One digest for each way and relation that carries one of the tags asked for: type and number, tags, and where
        its nodes lie. The same object has the same digest in each answer that holds it, for it is always whole.
    tags : tuple of str
        Names of the tags that objects carry.
    failure : str
        Why the server gave up, in its words; empty where it did not.
    is_whole : bool
        Whether the answer has its end, and all nodes that its ways name.
    note : str
        What the server says of the licence.
    """

    rows: tuple[bytes, ...]
    tags: tuple[str, ...]
    failure: str
    is_whole: bool
    note: str

    @property
    def is_too_much(self) -> bool:
        """Whether the server gave up because it was asked for too much."""
        return any(words in self.failure for words in _TOO_MUCH)


def read_answer(content: bytes, keys: Collection[str]) -> OsmAnswer:
    """Read an answer in OSM's XML.

    Parameters
    ----------
    content : bytes
    keys : collection of str
        Tags of which an object has one, or else it only serves another.
    """
    remarks = [each for each in _REMARK.findall(content) if _FAILED in each]
    note = _NOTE.search(content)
    objects = list(_objects(content, {key.encode() for key in keys}))
    return OsmAnswer(
        rows=tuple(each.digest for each in objects),
        tags=tuple(dict.fromkeys(name.decode("utf-8", "replace") for each in objects for name in each.tags)),
        failure=remarks[-1].decode("utf-8", "replace").strip() if remarks else "",
        is_whole=content[-_TAIL:].rstrip().endswith(b"</osm>") and all(each.is_whole for each in objects),
        note=note[1].decode("utf-8", "replace").strip() if note else "",
    )


@dataclass(frozen=True)
class _Object:
    digest: bytes
    tags: tuple[bytes, ...]
    is_whole: bool


def _objects(content: bytes, keys: Collection[bytes]) -> Iterator[_Object]:
    """Ways and relations with one of the keys; relations stand behind the ways they consist of."""
    places = dict(_places(content))
    shapes: dict[bytes, bytes] = {}  # of each whole way: where its nodes lie
    for match in _OBJECT.finditer(content):
        kind, inside = match[1], match[3]
        number = _NUMBER.search(match[2])
        if number is None:
            continue
        if kind == b"way":
            nodes = [places.get(ref, b"") for ref in _REF.findall(inside)]
            shape, whole = b" ".join(nodes), all(nodes)
            if whole:
                shapes[number[1]] = shape
        else:
            members = _MEMBER.findall(inside)
            shape = b";".join(b" ".join((*each, shapes.get(each[1], b""))) for each in members)
            whole = all(ref in shapes for type_, ref, _role in members if type_ == b"way")
        tags = sorted((key[1:-1], value[1:-1]) for key, value in _TAG.findall(inside))
        if any(key in keys for key, _value in tags):
            said = b"\n".join((kind, number[1], shape, *(b"=".join(tag) for tag in tags)))
            yield _Object(digest(said), tuple(key for key, _value in tags), whole)


def _places(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for match in _NODE.finditer(content):
        number = _NUMBER.search(match[1])
        place = dict(_PLACE.findall(match[1]))
        if number is not None and len(place) == 2:
            yield number[1], place[b"lat"] + b"," + place[b"lon"]
