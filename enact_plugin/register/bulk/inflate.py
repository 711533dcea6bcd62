"""A member of a zip, inflated in pieces of bounded size.

`zipfile` would do it too, but copies each piece several times, holds no bound on what one call returns, and is slower
than the search that follows.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from ...errors import EnactError

try:
    from isal import isal_zlib as engine  # says the same as zlib, in less than half the time
except ImportError:  # QGIS does not bring it
    import zlib as engine

if TYPE_CHECKING:
    from .archive import Member

CHUNK = 1 << 20
"""Bytes handed out at once: fits into the processor's cache, where all that follows reads it again."""
_PACKED = 1 << 18
_HEADER = struct.Struct("<4s5H3L2H")
_STORED = 0
_ENCRYPTED = 0x1 | 0x40


def inflated(handle: BinaryIO, member: Member, path: str, size: int) -> Iterator[bytes]:
    """Yield the bytes of a member, at most `size` at a time.

    Raises
    ------
    EnactError
        ``register_member_damaged`` when its name, its data, its length or its check sum is not as the directory says;
        ``register_member_encrypted``.
    """
    _seek(handle, member, path)
    pieces = _stored if member.method == _STORED else _deflated
    length, crc = 0, 0
    for piece in pieces(handle, member, path, size):
        length += len(piece)
        if length > member.size:
            raise _damaged(member, path)
        crc = engine.crc32(piece, crc)
        yield piece
    if length != member.size or crc != member.crc:
        raise _damaged(member, path)


def _seek(handle: BinaryIO, member: Member, path: str) -> None:
    """Go to the first byte of the data: names and extra fields before it may be longer than in the directory."""
    handle.seek(member.offset)
    header = handle.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise _damaged(member, path)
    _mark, _version, flags, *_others, name, extra = _HEADER.unpack(header)
    if _last_part(handle.read(name)) != _last_part(member.name.encode("utf-8")):
        raise _damaged(member, path)
    if flags & _ENCRYPTED:
        raise EnactError("register_member_encrypted", path=path, member=member.name)
    handle.seek(member.offset + _HEADER.size + name + extra)


def _last_part(name: bytes) -> bytes:
    """Name of a file without its folders; the register's are plain ASCII in any encoding."""
    return name.replace(b"\\", b"/").rpartition(b"/")[2].lower()


def _stored(handle: BinaryIO, member: Member, path: str, size: int) -> Iterator[bytes]:
    left = member.packed
    while left:
        piece = handle.read(min(size, left))
        if not piece:
            raise _damaged(member, path)
        left -= len(piece)
        yield piece


def _deflated(handle: BinaryIO, member: Member, path: str, size: int) -> Iterator[bytes]:
    inflating = engine.decompressobj(-engine.MAX_WBITS)
    left, packed = member.packed, b""
    while not inflating.eof:
        if not packed and left:
            packed = handle.read(min(_PACKED, left))
            left -= len(packed)
            if not packed:
                raise _damaged(member, path)
        try:
            piece = inflating.decompress(packed, size)
        except engine.error as error:
            raise _damaged(member, path) from error
        packed = inflating.unconsumed_tail
        if piece:
            yield piece
        elif not packed and not left and not inflating.eof:  # ends in the middle
            raise _damaged(member, path)


def _damaged(member: Member, path: str) -> EnactError:
    return EnactError("register_member_damaged", path=path, member=member.name)
