"""One row of a table: text elements side by side, read without an XML parser.

The export's rows are flat. Read is what the register writes: elements with text, empty ones, blanks between them,
attributes (which say nothing about the value and are passed over), the five entities of XML and character references.
Anything else (elements in elements, comments, CDATA, text between elements, two values for one name) makes a row that
cannot be trusted as a whole: it is given back with the reason instead.
"""

from __future__ import annotations

import re
from typing import Union

Fields = dict[str, Union[str, None]]
"""Element to text; None where it stands without one."""

MALFORMED = "row_malformed"
UNKNOWN_ENTITY = "row_unknown_entity"
UNDECODABLE = "row_undecodable"
CUT_OFF = "row_cut_off"

_PLAIN = re.compile(r"<(\w+)>([^<]*)</\1>")
_PLAIN_MARKUP = len("<></>")
_ANY = re.compile(
    r"\s*<([^\W\d][\w.:-]*)(?:\s+[\w.:-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*(?:/>|>([^<]*)</\1\s*>)"
)
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class _Refused(Exception):
    """A value that cannot be read; the argument is the reason."""


def fields_of(body: str, controls: bool = True) -> tuple[Fields | None, str]:
    """Read what stands between the tags of a row.

    Parameters
    ----------
    body : str
        The row without its own tags.
    controls : bool
        False when the caller knows that no control characters are in it, which XML does not allow; looking for them
        takes as long as all the rest.

    Returns
    -------
    fields : dict or None
        None when the row is refused.
    reason : str
        ``row_malformed``, ``row_unknown_entity``, ``row_undecodable``; empty when it was read.
    """
    pairs = _PLAIN.findall(body)
    fields = dict(pairs)
    written = 2 * len("".join(fields)) + len("".join(fields.values())) + _PLAIN_MARKUP * len(fields)
    if written != len(body) or len(fields) != len(pairs):
        return _with_care(body)
    if "&" in body or "></" in body or (controls and _NO_TEXT.search(body)):
        return _checked(pairs)
    return fields, ""


def _with_care(body: str) -> tuple[Fields | None, str]:
    """Read a row element by element, with all that is allowed."""
    pairs, at = [], 0
    while True:
        found = _ANY.match(body, at)
        if found is None:
            break
        pairs.append((found[1], found[2] or ""))
        at = found.end()
    if body[at:].strip(" \t\r\n"):
        return None, UNDECODABLE if _NO_TEXT.search(body) else MALFORMED
    return _checked(pairs)


def _checked(pairs: list[tuple[str, str]]) -> tuple[Fields | None, str]:
    fields: Fields = {}
    try:
        for name, text in pairs:
            value = _value(text)
            if fields.setdefault(name, value) != value:
                return None, MALFORMED
    except _Refused as refused:
        return None, str(refused)
    return fields, ""


def _value(text: str) -> str | None:
    if "&" in text:
        text = _REFERENCE.sub(_character, text)
    if _NO_TEXT.search(text):
        raise _Refused(UNDECODABLE)
    return text or None


def _character(found: re.Match[str]) -> str:
    name, decimal, hexadecimal = found.groups()
    if name:
        return _ENTITIES[name]
    if not decimal and not hexadecimal:
        raise _Refused(UNKNOWN_ENTITY)
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise _Refused(UNKNOWN_ENTITY)
    return chr(code)
