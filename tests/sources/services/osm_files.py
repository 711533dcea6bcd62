"""Files of OpenStreetMap, as XML and as PBF, of a few ways and relations."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

Place = tuple[float, float]  # longitude, latitude


@dataclass(frozen=True)
class Way:
    """A line or ring of places with its tags."""

    id: int
    places: tuple[Place, ...]
    tags: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """Ways with their role."""

    id: int
    members: tuple[tuple[int, str], ...]
    tags: dict[str, str] = field(default_factory=dict)


def node_ids(ways: Iterable[Way]) -> dict[Place, int]:
    """A number for each place, the same in whatever answer it stands."""
    places = {place for each in ways for place in each.places}
    return {
        (lon, lat): 1 + round((lon + 180) * 1e7) * 10**5 % 10**12 + round((lat + 90) * 1e7) % 10**11
        for lon, lat in places
    }


def xml_lines(
    ways: Sequence[Way], relations: Sequence[Relation], nodes: dict[Place, int], leave_out: int = 0
) -> list[str]:
    """Elements, nodes first, without the last `leave_out` nodes."""
    placed = sorted((number, place) for place, number in nodes.items())
    lines = [
        f'<node id="{number}" lat="{lat:.7f}" lon="{lon:.7f}"/>'
        for number, (lon, lat) in placed[: len(placed) - leave_out]
    ]
    for way in sorted(ways, key=lambda each: each.id):
        refs = [f'<nd ref="{nodes[place]}"/>' for place in way.places]
        lines += [f'<way id="{way.id}">', *refs, *_xml_tags(way.tags), "</way>"]
    for relation in sorted(relations, key=lambda each: each.id):
        members = [f'<member type="way" ref="{id_}" role="{role}"/>' for id_, role in relation.members]
        lines += [f'<relation id="{relation.id}">', *members, *_xml_tags(relation.tags), "</relation>"]
    return lines


def document(lines: Iterable[str]) -> bytes:
    """A whole answer."""
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<osm version="0.6" generator="Overpass API 0.7.62.11">',
        "<note>The data included in this document is from www.openstreetmap.org. "
        "The data is made available under ODbL.</note>",
        '<meta osm_base="2026-11-22T20:00:00Z"/>',
    ]
    return "\n".join([*head, *lines, "</osm>", ""]).encode()


def write_xml(path: Path, ways: Sequence[Way], relations: Sequence[Relation] = ()) -> None:
    """Write a file as XML."""
    path.write_bytes(document(xml_lines(ways, relations, node_ids(ways))))


def _xml_tags(tags: dict[str, str]) -> list[str]:
    return [f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items()]


# ---- PBF: blocks of protocol buffers, here without compression


def write_pbf(path: Path, ways: Sequence[Way], relations: Sequence[Relation] = ()) -> None:
    """Write a file as PBF: a block each for nodes, ways and relations."""
    nodes = node_ids(ways)
    texts = _Texts()
    groups = [
        b"".join(
            _bytes(
                1,
                _number(1, _signed(id_)) + _number(8, _signed(_grid(lat))) + _number(9, _signed(_grid(lon))),
            )
            for (lon, lat), id_ in sorted(nodes.items(), key=lambda item: item[1])
        ),
        b"".join(_bytes(3, _way(each, nodes, texts)) for each in sorted(ways, key=lambda each: each.id)),
        b"".join(_bytes(4, _relation(each, texts)) for each in sorted(relations, key=lambda each: each.id)),
    ]
    table = b"".join(_bytes(1, text) for text in texts.known)
    features = b"".join(_bytes(4, name) for name in (b"OsmSchema-V0.6", b"DenseNodes"))
    blocks = [(b"OSMHeader", features)]
    blocks += [(b"OSMData", _bytes(1, table) + _bytes(2, group)) for group in groups if group]
    with path.open("wb") as file:
        for kind, block in blocks:
            blob = _bytes(1, block) + _number(2, len(block))
            head = _bytes(1, kind) + _number(3, len(blob))
            file.write(struct.pack(">I", len(head)) + head + blob)


class _Texts:
    """Texts of a block by their number; the first is empty by the format."""

    def __init__(self) -> None:
        self.known: list[bytes] = [b""]

    def __call__(self, text: str) -> int:
        content = text.encode()
        if content not in self.known:
            self.known.append(content)
        return self.known.index(content)


def _way(way: Way, nodes: dict[Place, int], texts: _Texts) -> bytes:
    refs = [nodes[place] for place in way.places]
    steps = [refs[0], *(after - before for before, after in zip(refs, refs[1:]))]
    return _number(1, way.id) + _pbf_tags(way.tags, texts) + _packed(8, map(_signed, steps))


def _relation(relation: Relation, texts: _Texts) -> bytes:
    ids = [id_ for id_, _role in relation.members]
    steps = [ids[0], *(after - before for before, after in zip(ids, ids[1:]))]
    return (
        _number(1, relation.id)
        + _pbf_tags(relation.tags, texts)
        + _packed(8, (texts(role) for _id, role in relation.members))
        + _packed(9, map(_signed, steps))
        + _packed(10, (1 for _each in ids))  # ways
    )


def _pbf_tags(tags: dict[str, str], texts: _Texts) -> bytes:
    return _packed(2, map(texts, tags)) + _packed(3, map(texts, tags.values()))


def _grid(degrees: float) -> int:
    return round(degrees * 1e7)


def _signed(value: int) -> int:
    return value * 2 if value >= 0 else -value * 2 - 1


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _number(field_: int, value: int) -> bytes:
    return _varint(field_ << 3) + _varint(value)


def _bytes(field_: int, content: bytes) -> bytes:
    return _varint(field_ << 3 | 2) + _varint(len(content)) + content


def _packed(field_: int, values: Iterable[int]) -> bytes:
    content = b"".join(map(_varint, values))
    return _bytes(field_, content) if content else b""
