"""Files of the register as text, whatever their encoding, and what they are instead when they are no register."""

from __future__ import annotations

import codecs
import zipfile
from pathlib import Path

from ...errors import EnactError, Finding, Severity

WINDOWS = "cp1252"
HEAD_BYTES = 65_536
_LOOK = 400  # characters or bytes that show what a file is
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NUL_SHARE = 0.3  # of the first bytes: UTF-16 without its mark
_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")  # zip and xlsx, xls, PDF, gzip
_WORKBOOK_MEMBERS = {"[Content_Types].xml", "mimetype"}  # of Excel and OpenDocument, whose files are zips
_BLANK = "\ufeff \t\r\n"


def head_of(path: Path) -> bytes:
    """First bytes of a file that may be text.

    Raises
    ------
    EnactError
        ``register_file_missing``, ``register_file_unreadable``, ``register_file_empty``, ``register_file_not_text`` for
        archives, workbooks and the like.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise EnactError("register_file_missing", path=str(path)) from error
    except OSError as error:
        raise EnactError(
            "register_file_unreadable", path=str(path), detail=error.strerror or str(error)
        ) from error
    if not head.strip():
        raise EnactError("register_file_empty", path=str(path))
    if head.startswith(_SIGNATURES):
        raise EnactError("register_file_not_text", path=str(path))
    return head


def unicode_of(head: bytes) -> str:
    """Which Unicode encoding a file claims by its first bytes; UTF-8 where it claims none."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    first = head[:_LOOK]
    if first[1::2].count(0) > _NUL_SHARE * len(first):
        return "utf-16-le"
    if first[0::2].count(0) > _NUL_SHARE * len(first):
        return "utf-16-be"
    return "utf-8"


def text_of(path: Path) -> tuple[str, tuple[Finding, ...]]:
    """Content of a text file: UTF-8 or UTF-16 with or without mark, else the Windows code page.

    Returns
    -------
    text : str
    findings : tuple of Finding
        ``register_encoding_windows`` when it is not Unicode, ``register_encoding_damaged`` when single characters
        cannot be read.

    Raises
    ------
    EnactError
        As `head_of`.
    """
    name = unicode_of(head_of(path))
    data = path.read_bytes()
    try:
        text, findings = data.decode(name), ()
    except UnicodeDecodeError:
        text, findings = _decoded(data, name, path)
    if not text.strip(_BLANK):
        raise EnactError("register_file_empty", path=str(path))
    if "\0" in text:
        text, findings = text.replace("\0", ""), (finding_of("register_encoding_damaged", path),)
    return text.lstrip("\ufeff"), findings


def _decoded(data: bytes, name: str, path: Path) -> tuple[str, tuple[Finding, ...]]:
    """Text of a file that is not wholly in the encoding it claims."""
    # a file that ends within a character is only cut off, which its reader finds
    text = codecs.getincrementaldecoder(name)("replace").decode(data, final=False)
    damaged = text.count("\ufffd")
    if not damaged:
        return text, ()
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if name == "utf-8" and damaged >= beyond_ascii - damaged:
        return data.decode(WINDOWS, "replace"), (finding_of("register_encoding_windows", path),)
    return text, (finding_of("register_encoding_damaged", path),)


def finding_of(code: str, path: Path) -> Finding:
    """A finding on the file as a whole."""
    return Finding(code, key=path.name, severity=Severity.WARNING, values={"path": str(path)})


def is_workbook(path: Path) -> bool:
    """Whether a zip is a document of a spreadsheet or an office program."""
    with zipfile.ZipFile(path) as archive:
        return not _WORKBOOK_MEMBERS.isdisjoint(archive.namelist())


def refuse_other_formats(path: Path, text: str, expected: str) -> None:
    """Stop at a file that is something else than expected.

    Parameters
    ----------
    path : Path
        Named in the error.
    text : str
        Its content, or the beginning of it.
    expected : str
        "csv" or "json".

    Raises
    ------
    EnactError
        ``register_file_is_html`` (an error or maintenance page of the register), ``register_file_is_xml``,
        ``csv_is_json``, ``json_is_csv``, ``json_unreadable``.
    """
    head = text[:_LOOK].lstrip(_BLANK).lower()
    if head.startswith("<?xml") and "<html" not in head:
        raise EnactError("register_file_is_xml", path=str(path))
    if head.startswith("<"):
        raise EnactError("register_file_is_html", path=str(path))
    if expected == "csv" and head.startswith(("{", "[")):
        raise EnactError("csv_is_json", path=str(path))
    if expected == "json" and not head.startswith(("{", "[")):
        raise EnactError("json_is_csv" if ";" in head else "json_unreadable", path=str(path), position=0)
