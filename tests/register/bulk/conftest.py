"""Invented exports: small zips of XML tables, whole or damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

import pytest

from enact_plugin.register.bulk.archive import Archive, open_archive

TABLE, ROW = "EinheitenSolar", "EinheitSolar"


def row(number: int, ags: str = "14713000", **others: str) -> str:
    """One row of EinheitenSolar, its elements in the order of the register."""
    fields = {
        "EinheitMastrNummer": f"SEE9{number:011d}",
        "Gemeinde": "Großröhrsdorf",
        "Gemeindeschluessel": ags,
        "NameStromerzeugungseinheit": f"Anlage {number}",
        **others,
    }
    body = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items() if text)
    return f"<{ROW}>{body}</{ROW}>"


def document(rows: Iterable[str], root: str = TABLE) -> str:
    """A member as text."""
    return f'<?xml version="1.0" encoding="UTF-16"?><{root}>{"".join(rows)}</{root}>'


def utf16(text: str) -> bytes:
    """As the register writes it: little endian, with its mark; halves of surrogate pairs as they are."""
    return b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of some members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def opened(data: bytes) -> Archive:
    """The archive in some bytes."""
    return open_archive(lambda: io.BytesIO(data), "export.zip")


def of_one(data: bytes, name: str = f"{TABLE}.xml") -> Archive:
    """An archive of one member."""
    return opened(zipped({name: data}))


@pytest.fixture(scope="session")
def make():
    """The makers above, for tests in other modules."""

    class Makers:
        """Namespace."""

    for maker in (row, document, utf16, zipped, opened, of_one):
        setattr(Makers, maker.__name__, staticmethod(maker))
    return Makers
