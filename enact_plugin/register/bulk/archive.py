"""The zip of the bulk export: which tables it holds, and their bytes, inflated in pieces and checked.

Members are read by the last part of their name; a path inside the archive is never used for anything, and nothing is
written. Sizes and ratios are limited by `resources/tables/register_limits.csv` before a byte is inflated, and what a
member says of itself is not trusted: it is refused as soon as it inflates to more.
"""

from __future__ import annotations

import errno
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO, Callable

from ...errors import EnactError
from ...reference.tables import rows
from .inflate import CHUNK, inflated

Opener = Callable[[], BinaryIO]
"""Gives a handle of its own at each call: seekable, binary, perhaps of a file far away."""

MIB = 1 << 20
_NAME = re.compile(r"(?P<table>[^\W\d_]+)(?:_(?P<part>\d{1,6}))?\.xml", re.IGNORECASE)
_END = struct.Struct("<4s4H2LH")  # end of the central directory
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_END_MARK, _END_64_MARK, _LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1 | 0x40
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_METHODS = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 98: "PPMd"}


@dataclass(frozen=True)
class Member:
    """One XML file of the archive.

    Attributes
    ----------
    name : str
        As it stands in the archive; only for messages.
    table : str
        Table it is a part of, as the register spells it.
    part : int
        Number of the part; zero where the name has none.
    size, packed : int
        Bytes as XML and in the archive.
    changed : date
        Day the archive says it was made.
    method, crc, offset : int
        How it is packed, its check sum, and where its header stands.
    """

    name: str
    table: str
    part: int
    size: int
    packed: int
    changed: date
    method: int
    crc: int
    offset: int


@dataclass(frozen=True)
class Archive:
    """The tables of one export.

    Attributes
    ----------
    path : str
        How the archive is called in messages.
    opener : callable
        Gives a handle of its own.
    members : tuple of Member
        By table, in the order of the parts.
    strange : tuple of str
        XML files that are no table of the register by their names, and are not read.
    """

    path: str
    opener: Opener
    members: tuple[Member, ...]
    _by_table: dict[str, tuple[Member, ...]] = field(repr=False, compare=False)
    strange: tuple[str, ...] = ()

    def tables(self) -> tuple[str, ...]:
        """Return the tables the archive holds, as the register spells them."""
        return tuple(dict.fromkeys(member.table for member in self.members))

    def by_table(self, table: str) -> tuple[Member, ...]:
        """Return the parts of a table in their order; none where the archive lacks it."""
        return self._by_table.get(table.casefold(), ())

    def missing_parts(self, table: str) -> tuple[int, ...]:
        """Return the numbers between the first and the last part that no member has."""
        there = {member.part for member in self.by_table(table)} - {0}
        return tuple(number for number in range(1, max(there, default=0)) if number not in there)

    @property
    def date(self) -> date | None:
        """Newest day of a member: the state of the data, as far as the archive tells it."""
        return max((member.changed for member in self.members), default=None)

    def chunks(self, member: Member, size: int = CHUNK) -> Iterator[bytes]:
        """Yield a member's bytes, at most `size` at a time; its length and check sum are looked at after the last.

        Raises
        ------
        EnactError
            ``register_member_damaged``, ``register_file_unreadable``.
        """
        try:
            with closing(self.opener()) as handle:
                yield from inflated(handle, member, self.path, size)
        except OSError as error:
            raise EnactError(
                "register_file_unreadable", path=self.path, detail=error.strerror or str(error)
            ) from error


def local_opener(path: Path) -> Opener:
    """Opener of a file on this machine."""
    return lambda: path.open("rb")


def open_archive(opener: Opener, path: str) -> Archive:
    """Read the directory of a bulk export and check that it can be read as a whole.

    Parameters
    ----------
    opener : callable
        Gives a handle of its own at each call.
    path : str
        File or address, for messages.

    Raises
    ------
    EnactError
        ``register_file_missing``, ``register_file_unreadable``, ``register_file_empty``, ``register_file_is_html``,
        ``register_archive_not_zip``, ``register_archive_damaged``, ``register_archive_too_many``,
        ``register_archive_too_large``, ``register_archive_no_tables``, ``register_member_too_large``,
        ``register_member_ratio``, ``register_member_encrypted``, ``register_member_compression``,
        ``register_member_doubled``.
    """
    infos = _directory(opener, path)
    found: dict[tuple[str, int], Member] = {}
    strange: list[str] = []
    for info in infos:
        member = _member(info)
        if _is_strange(info, member):
            strange.append(info.filename)
        if member is None:
            continue
        _check_member(member, info, path)
        key = (member.table.casefold(), member.part)
        if key in found:
            raise EnactError("register_member_doubled", path=path, member=member.name, other=found[key].name)
        found[key] = member
    members = tuple(found[key] for key in sorted(found))
    _check_whole(members, path)
    by_table: dict[str, tuple[Member, ...]] = {}
    for member in members:
        name = member.table.casefold()
        by_table[name] = (*by_table.get(name, ()), member)
    return Archive(path, opener, members, by_table, tuple(strange))


def limit(name: str) -> int:
    """Return a limit of `register_limits.csv` in the unit it stands there."""
    return _limits()[name]


@cache
def _limits() -> dict[str, int]:
    return {row["name"]: int(row["value"]) for row in rows("register_limits")}


@cache
def row_tags() -> dict[str, tuple[str, str]]:
    """Return table in small letters -> (its official spelling, element of its rows)."""
    return {row["table"].casefold(): (row["table"], row["row"]) for row in rows("register_tables")}


def _directory(opener: Opener, path: str) -> list[zipfile.ZipInfo]:
    try:
        with closing(opener()) as handle:
            _check_directory(handle, path)
            with zipfile.ZipFile(handle) as archive:
                return archive.infolist()
    except FileNotFoundError as error:
        raise EnactError("register_file_missing", path=path) from error
    except OSError as error:
        if (
            error.errno == errno.EINVAL
        ):  # a place before the beginning: the directory lies about where it stands
            raise EnactError("register_archive_damaged", path=path) from error
        raise EnactError(
            "register_file_unreadable", path=path, detail=error.strerror or str(error)
        ) from error
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise EnactError("register_archive_damaged", path=path) from error


def _check_directory(handle: BinaryIO, path: str) -> None:
    """Refuse what is no zip, and a directory that would not fit into memory, before it is read."""
    size = handle.seek(0, 2)
    if not size:
        raise EnactError("register_file_empty", path=path)
    start = max(0, size - _END.size - 0xFFFF)
    handle.seek(start)
    tail = handle.read(size - start)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        handle.seek(0)
        raise _no_zip(handle.read(400), path)
    (_mark, *_numbers, members, length, _offset, _comment) = _END.unpack_from(tail, at)
    before = start + at - _LOCATOR.size - _END_64.size
    if before >= 0:
        handle.seek(before)
        record = handle.read(_END_64.size + _LOCATOR.size)
        if record.startswith(_END_64_MARK) and record[_END_64.size :].startswith(_LOCATOR_MARK):
            members, length = _END_64.unpack_from(record)[7:9]
    if members > limit("members") or length > limit("directory_mib") * MIB:
        raise EnactError("register_archive_too_many", path=path, members=members, limit=limit("members"))


def _no_zip(head: bytes, path: str) -> EnactError:
    """Say what a file is that ends without a zip's directory."""
    if head.startswith(b"PK\x03\x04"):
        return EnactError("register_archive_cut_off", path=path)
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    if text.startswith("<") and ("<html" in text or text.startswith("<!doctype html")):
        return EnactError("register_file_is_html", path=path)
    return EnactError("register_archive_not_zip", path=path)


def _member(info: zipfile.ZipInfo) -> Member | None:
    """The XML file behind an entry; None for folders, other files and what a Mac adds."""
    folder, _slash, name = info.filename.replace("\\", "/").rpartition("/")
    found = _NAME.fullmatch(name)
    if found is None or "__MACOSX" in folder.split("/"):
        return None
    spelled, _row = row_tags().get(found["table"].casefold(), (found["table"], ""))
    return Member(
        name=info.filename,
        table=spelled,
        part=int(found["part"] or 0),
        size=info.file_size,
        packed=info.compress_size,
        changed=_day(info),
        method=info.compress_type,
        crc=info.CRC,
        offset=info.header_offset,
    )


def _is_strange(info: zipfile.ZipInfo, member: Member | None) -> bool:
    """Whether an entry is XML and by its name no table of the register: "EinheitenSolar_2 (1).xml"."""
    if member is not None:
        return member.table.casefold() not in row_tags()
    *folders, name = info.filename.replace("\\", "/").split("/")
    is_xml = name.lower().endswith(".xml") and not name.startswith(".")
    return is_xml and "__MACOSX" not in folders


def _day(info: zipfile.ZipInfo) -> date:
    try:
        return date(*info.date_time[:3])
    except ValueError:  # month zero, as some programs write
        return date(1980, 1, 1)


def _check_member(member: Member, info: zipfile.ZipInfo, path: str) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise EnactError("register_member_encrypted", path=path, member=member.name)
    if member.method not in _READABLE:
        method = _METHODS.get(member.method, str(member.method))
        raise EnactError("register_member_compression", path=path, member=member.name, method=method)
    if member.size > limit("member_mib") * MIB:
        raise EnactError(
            "register_member_too_large",
            path=path,
            member=member.name,
            size_mib=member.size // MIB,
            limit_mib=limit("member_mib"),
        )
    ratio = member.size / max(member.packed, 1)
    if member.size > limit("ratio_from_mib") * MIB and ratio > limit("ratio"):
        raise EnactError(
            "register_member_ratio", path=path, member=member.name, ratio=round(ratio), limit=limit("ratio")
        )


def _check_whole(members: tuple[Member, ...], path: str) -> None:
    if not any(member.table.casefold() in row_tags() for member in members):
        raise EnactError("register_archive_no_tables", path=path)
    total = sum(member.size for member in members)
    if total > limit("total_mib") * MIB:
        raise EnactError(
            "register_archive_too_large", path=path, size_mib=total // MIB, limit_mib=limit("total_mib")
        )
    end = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset < end:  # the same bytes under several names: a bomb's way of being small
            raise EnactError("register_archive_damaged", path=path)
        end = member.offset + _LOCAL_HEADER + member.packed
