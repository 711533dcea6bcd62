"""XML of strangers: read by a parser that neither loads nor multiplies anything."""

from __future__ import annotations

import pyexpat  # the parser itself: what is built on it in the standard library reads entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...errors import EnactError

_DECLARED = re.compile(rb"^(\s*<\?xml[^>]*?encoding\s*=\s*)([\"'])([A-Za-z0-9._-]+)\2")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16: expat reads it by itself


class Broken(Exception):
    """No whole XML: broken off, or none at all."""


class Dangerous(Exception):
    """A document type definition: entities that grow, or files of this computer."""


@dataclass
class Node:
    """An element: names without prefixes (but xmlns:… of namespaces), the text behind its last child."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def all(self, path: str) -> Iterator[Node]:
        """Yield children on a path like "OperationsMetadata/Operation"."""
        first, _, rest = path.partition("/")
        for child in self.children:
            if child.tag == first:
                yield from child.all(rest) if rest else (child,)

    def below(self, tag: str = "") -> Iterator[Node]:
        """Yield the element and all below it, or those of one tag."""
        if tag in ("", self.tag):
            yield self
        for child in self.children:
            yield from child.below(tag)

    def text_at(self, path: str) -> str:
        """Text of the first child on a path; empty where there is none."""
        return next((each.text for each in self.all(path)), "")


def local(name: str) -> str:
    """Name without its prefix."""
    return name.rpartition(":")[2]


def safe_parser() -> pyexpat.XMLParserType:
    """Return a parser that refuses document type definitions; feed it with `parsed`."""
    parser = pyexpat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def parsed(parser: pyexpat.XMLParserType, content: bytes) -> None:
    """Parse a whole document.

    Raises
    ------
    Broken, Dangerous
    """
    try:
        parser.Parse(content, True)
    except pyexpat.ExpatError as error:
        raise Broken(str(error)) from error


def tree_of(content: bytes) -> Node:
    """Small document as a tree.

    Raises
    ------
    Broken, Dangerous
    """
    parser = safe_parser()
    top = Node("")
    open_: list[Node] = [top]
    words: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        words.clear()
        spaces = {key: value for key, value in attributes.items() if key.startswith("xmlns")}
        node = Node(local(name), {**spaces, **{local(key): value for key, value in attributes.items()}})
        open_[-1].children.append(node)
        open_.append(node)

    def end(_: str) -> None:
        open_.pop().text += "".join(words).strip()
        words.clear()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words.append
    parsed(parser, content)
    return top.children[0]


def refused(title: str, host: str) -> EnactError:
    """Error for `Dangerous`."""
    return EnactError("service_entities", service=title, host=host)


def in_utf8(content: bytes) -> bytes:
    """Document in UTF-8 that says so; where it says something else than it is, what it is counts.

    Text that is valid UTF-8 beyond ASCII is hardly ever anything else, and what is not valid UTF-8 is none, whatever
    is declared.
    """
    if content.startswith(_WIDE):
        return content
    found = _DECLARED.match(content)
    said = found.group(3).lower() if found else b"utf-8"
    if _is_utf8(content):
        return content if said in _UTF8 or content.isascii() else _DECLARED.sub(rb"\1\2UTF-8\2", content, 1)
    encoding = "cp1252" if said in _UTF8 else said.decode("ascii")
    try:
        text = content.decode(encoding, "replace")
    except (LookupError, ValueError):  # zlib, rot13: python's own, and none of text
        text = content.decode("cp1252", "replace")
    return _DECLARED.sub(rb"\1\2UTF-8\2", text.encode("utf-8"), 1)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse(*_: object) -> None:
    raise Dangerous
