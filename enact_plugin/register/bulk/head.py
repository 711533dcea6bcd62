"""The beginning of a member: in which encoding it is written, and what its rows are called."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...errors import EnactError
from .archive import Member, limit, row_tags

_BLANKS = " \t\r\n"
_SPACE = 32
_DECLARATION = 400  # bytes that hold the mark and the declaration
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_AS_READ = {
    b"utf-8",
    b"utf8",
    b"us-ascii",
    b"ascii",
    b"utf-16",
}  # UTF-16 in a file that is not: somebody converted it
_TYPES = {"utf-16-le": "<u2", "utf-16-be": ">u2"}
_ELEMENT = re.compile(r"<([A-Za-z_][\w.-]*)(?:\s[^<>]*?)?(/?)>", re.ASCII)
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class Encoding:
    """How the characters of a member are written."""

    name: str

    @property
    def width(self) -> int:
        """Bytes of a unit."""
        return 2 if self.name in _TYPES else 1

    def low(self, data: bytes, end: int | None = None) -> bytes:
        """One byte per unit up to `end`: tags and numbers stand in it as in ASCII, at half the bytes.

        A character far from ASCII may look like one: what is found must be read exactly before it counts as asked for.
        """
        end = len(data) if end is None else end
        if self.width == 1:
            return data[:end]
        if end < self.width:
            return b""
        return np.frombuffer(data, _TYPES[self.name], count=end // 2).astype(np.uint8).tobytes()

    def has_controls(self, data: bytes) -> bool:
        """Whether control characters stand in whole units; line ends are some too."""
        return bool((np.frombuffer(data, _TYPES.get(self.name, "u1")) < _SPACE).any()) if data else False

    def encoded(self, text: str) -> bytes:
        """Text as it stands in the member."""
        return text.encode(self.name)

    def decoded(self, data: bytes) -> str:
        """Text of some bytes.

        Raises
        ------
        UnicodeDecodeError
        """
        return data.decode(self.name)


@dataclass(frozen=True)
class Head:
    """What the beginning of a member tells.

    Attributes
    ----------
    encoding : Encoding
    root, row : str
        Elements of the table and of its rows.
    between : str
        Blanks between two rows; none in the register's own files.
    field : str
        Element that decides on the selection, as this member spells it.
    sample : bytes
        Some of the rows, narrowed; shows what is rare in them.
    closed : bool
        Whether the root is empty and closed at once.
    rest : bytes
        What was read beyond the root's tag.
    """

    encoding: Encoding
    root: str
    row: str
    between: str
    field: str
    sample: bytes
    closed: bool
    rest: bytes


def read_head(chunks: Iterator[bytes], member: Member, path: str, field: str, window: int) -> Head:
    """Read on until the root and the first row are known, at least `window` bytes.

    The row is what the official schema calls it when that stands there, else whatever the first one is called. The
    same bytes are looked at however they come in chunks. A document type is refused: the register has none. One further
    on, where XML allows none, only breaks the row it stands in; no entity but XML's own five is ever expanded.

    Raises
    ------
    EnactError
        ``register_member_not_xml``, ``register_member_encoding``, ``register_member_dtd``.
    """
    data = bytearray()
    widest = max(window, limit("row_mib") << 20)
    ended = False
    while True:
        while len(data) < window and not ended:
            chunk = next(chunks, b"")
            data += chunk
            ended = not chunk
        encoding, start = _encoding(bytes(data[: min(window, _DECLARATION)]), member, path)
        low = encoding.low(bytes(data[start:window]))
        if _DTD.search(low):
            raise EnactError("register_member_dtd", path=path, member=member.name)
        text = _COMMENT.sub(_blanked, low.decode("latin-1"))
        root = _ELEMENT.search(text)
        first = _ELEMENT.search(text, root.end()) if root else None
        if (root and first) or ended or window >= widest:
            break
        window *= 2
    if root is None or root[1].lower() == "html" or not text.lstrip(_BLANKS).startswith("<"):
        raise EnactError("register_member_not_xml", path=path, member=member.name)
    start_of_rows = root.end()
    name = root[1]
    spelled_table, known = row_tags().get(member.table.casefold(), (member.table, ""))
    if name == known:  # the table's own tag is broken: what looks like it is the first row
        start_of_rows, name = root.start(), spelled_table
    body = text[start_of_rows:]
    row = known if known and (f"<{known}>" in body or not first) else first[1] if first else "Row"
    between = re.search(f"</{re.escape(row)}>([{_BLANKS}]*)<{re.escape(row)}>", body)
    spelled = re.search(f"<({re.escape(field)})>", body, re.IGNORECASE | re.ASCII) if field else None
    return Head(
        encoding=encoding,
        root=name,
        row=row,
        between=between[1] if between else "",
        field=spelled[1] if spelled else field,
        sample=body.encode("latin-1"),
        closed=bool(root[2]) and name == root[1],
        rest=bytes(data[start + start_of_rows * encoding.width :]),
    )


def _encoding(head: bytes, member: Member, path: str) -> tuple[Encoding, int]:
    """Encoding by the mark or the first characters, and the length of the mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name), len(mark)
    if head[1:2] == b"\0" and head[:1] != b"\0":
        return Encoding("utf-16-le"), 0
    if head[:1] == b"\0" and head[1:2] != b"\0":
        return Encoding("utf-16-be"), 0
    declared = _DECLARED.search(head)
    if declared and declared[1].lower() not in _AS_READ:
        raise EnactError(
            "register_member_encoding",
            path=path,
            member=member.name,
            encoding=declared[1].decode("ascii", "replace"),
        )
    return Encoding("utf-8"), 0


def _blanked(found: re.Match[str]) -> str:
    """Blanks in place of a comment, so that places stay places."""
    return " " * len(found[0])
