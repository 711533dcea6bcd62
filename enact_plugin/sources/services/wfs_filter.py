"""Filter of a WFS: a small language in the presets, and what it is in the words of the standard.

::

    gfkzshh LIKE 31001*
    ags = {ags} AND gf = 4
    ave:nutzart IN (Wohnbaufläche, 'Fläche gemischter Nutzung') AND name <> ''

Conditions joined by AND, each a field, one of `= <> < > <= >= LIKE IN`, and a value: a word or a text in single quotes
(doubled inside). A star in LIKE stands for anything; an underscore is itself, but QGIS Server finds nothing then, so it
is better left to the star. A field may have the prefix of its namespace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from ...errors import EnactError
from .client import Box

_TOKEN = re.compile(r"\s*(?:(<=|>=|<>|=|<|>|\(|\)|,)|'((?:[^']|'')*)'|([^\s'(),=<>]+))")
_FIELD = re.compile(r"[^\W\d][\w.-]*(:[^\W\d][\w.-]*)?")
_COMPARED = {
    "=": "PropertyIsEqualTo",
    "<>": "PropertyIsNotEqualTo",
    "<": "PropertyIsLessThan",
    ">": "PropertyIsGreaterThan",
    "<=": "PropertyIsLessThanOrEqualTo",
    ">=": "PropertyIsGreaterThanOrEqualTo",
}


@dataclass(frozen=True)
class Condition:
    """A field and what it must be; several values for IN."""

    field: str
    operator: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Dialect:
    """How a filter is written.

    Attributes
    ----------
    version : str
        Of the WFS: 2.0 has FES 2.0, 1.1 the OGC's Filter 1.1, 1.0 its Filter 1.0 with boxes of GML 2.
    namespaces : dict
        Prefix to address, of the fields' prefixes.
    geometry : str
        Field of the geometry; empty where the server finds it itself.
    """

    version: str
    namespaces: dict[str, str]
    geometry: str = ""

    @property
    def new(self) -> bool:
        """Whether it is FES."""
        return self.version.startswith("2")

    @property
    def first(self) -> bool:
        """Whether it is Filter 1.0."""
        return self.version.startswith("1.0")

    @property
    def prefix(self) -> str:
        """Usual prefix of the filter's own words, for servers that know no other."""
        return "fes" if self.new else "ogc"


def conditions(text: str) -> tuple[Condition, ...]:
    """Read a filter.

    Raises
    ------
    EnactError
        ``service_filter``: which filter, and where it is not understood.
    """
    if not text.strip():
        return ()
    tokens = _tokens(text)
    found = []
    while True:
        found.append(_condition(tokens, text))
        if not tokens:
            return tuple(found)
        kind, word = tokens.pop(0)
        if kind != "word" or word.upper() != "AND":
            raise EnactError("service_filter", filter=text, place=word)


def written(found: tuple[Condition, ...], dialect: Dialect, box: Box | None, srs: str) -> str:
    """Filter in XML, with a box in it where there is one; the two cannot be asked side by side.

    Parameters
    ----------
    box : tuple or None
        In the order of the axes of `srs`.
    """
    parts = [_xml(each, dialect) for each in found]
    if box is not None:
        parts.append(_box_xml(box, srs, dialect))
    inner = parts[0] if len(parts) == 1 else _tag(dialect, "And", "".join(parts))
    spaces = {
        dialect.prefix: "http://www.opengis.net/fes/2.0" if dialect.new else "http://www.opengis.net/ogc",
        "gml": "http://www.opengis.net/gml/3.2" if dialect.new else "http://www.opengis.net/gml",
    }
    prefixes = {each.field.partition(":")[0] for each in found if ":" in each.field}
    spaces.update({name: address for name, address in dialect.namespaces.items() if name in prefixes})
    declared = "".join(f' xmlns:{name}="{escape(address)}"' for name, address in spaces.items())
    return _tag(dialect, "Filter", inner, declared)


def _tokens(text: str) -> list[tuple[str, str]]:
    found, place = [], 0
    end = len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise EnactError("service_filter", filter=text, place=text[place:])
        sign, quoted, word = match.groups()
        if sign is not None:
            found.append(("sign", sign))
        elif quoted is not None:
            found.append(("text", quoted.replace("''", "'")))
        else:
            found.append(("word", word))
        place = match.end()
    return found


def _condition(tokens: list[tuple[str, str]], text: str) -> Condition:
    def taken(*kinds: str, only: str = "") -> str:
        kind, word = tokens.pop(0) if tokens else ("end", "")
        if kind not in kinds or (only and word != only):
            raise EnactError("service_filter", filter=text, place=word)
        return word

    field = taken("word")
    if not _FIELD.fullmatch(field):
        raise EnactError("service_filter", filter=text, place=field)
    operator = taken("sign", "word").upper()
    if operator in _COMPARED or operator == "LIKE":
        return Condition(field, operator, (taken("word", "text"),))
    if operator != "IN":
        raise EnactError("service_filter", filter=text, place=operator)
    taken("sign", only="(")
    values = [taken("word", "text")]
    while tokens and tokens[0] == ("sign", ","):
        tokens.pop(0)
        values.append(taken("word", "text"))
    taken("sign", only=")")
    return Condition(field, operator, tuple(values))


def _xml(condition: Condition, dialect: Dialect) -> str:
    if condition.operator != "IN":
        return _compared(condition.operator, condition.field, condition.values[0], dialect)
    parts = [_compared("=", condition.field, value, dialect) for value in condition.values]
    return parts[0] if len(parts) == 1 else _tag(dialect, "Or", "".join(parts))


def _compared(operator: str, field: str, value: str, dialect: Dialect) -> str:
    sides = _named(field, dialect) + _tag(dialect, "Literal", escape(value))
    if operator != "LIKE":
        return _tag(dialect, _COMPARED[operator], sides)
    # a sign that no value holds for a single character, so that the underscore is itself
    signs = f' wildCard="*" singleChar="#" {"escape" if dialect.first else "escapeChar"}="!"'
    return _tag(dialect, "PropertyIsLike", sides, signs)


def _named(field: str, dialect: Dialect) -> str:
    return _tag(dialect, "ValueReference" if dialect.new else "PropertyName", escape(field))


def _box_xml(box: Box, srs: str, dialect: Dialect) -> str:
    field = _named(dialect.geometry, dialect) if dialect.geometry else ""
    if dialect.first:
        corners = f"<gml:coordinates>{box[0]!r},{box[1]!r} {box[2]!r},{box[3]!r}</gml:coordinates>"
        return _tag(dialect, "BBOX", f'{field}<gml:Box srsName="{escape(srs)}">{corners}</gml:Box>')
    low, high = f"{box[0]!r} {box[1]!r}", f"{box[2]!r} {box[3]!r}"
    corners = f"<gml:lowerCorner>{low}</gml:lowerCorner><gml:upperCorner>{high}</gml:upperCorner>"
    return _tag(dialect, "BBOX", f'{field}<gml:Envelope srsName="{escape(srs)}">{corners}</gml:Envelope>')


def _tag(dialect: Dialect, name: str, inner: str, attributes: str = "") -> str:
    return f"<{dialect.prefix}:{name}{attributes}>{inner}</{dialect.prefix}:{name}>"
