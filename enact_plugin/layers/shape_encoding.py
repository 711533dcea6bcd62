"""In which encoding the texts of a shape file in an archive are.

QGIS forbids GDAL to decode them in its process (SHAPE_ENCODING) and does it itself; who reads with GDAL must say it.
"""

from __future__ import annotations

import zipfile

_LANGUAGE = 29  # byte of the .dbf that names the code page
_PAGES = {0x01: "CP437", 0x02: "CP850", 0x03: "CP1252", 0x57: "ISO-8859-1", 0xC8: "CP1250"}
_USUAL = "CP1252"
_LOOK = 1 << 20  # bytes
_LONGEST_SIGN = 4  # bytes; the last one may be cut off by the look


def encoding_in(archive: zipfile.ZipFile, name: str) -> str:
    """Encoding of the texts of one shape file, as GDAL calls it.

    Parameters
    ----------
    archive : ZipFile
    name : str
        Of the .shp in it.

    Returns
    -------
    str
        As the .cpg says; else UTF-8 where the texts are such, else what the .dbf says, else that of Windows.
    """
    stem = name.rpartition(".")[0].casefold()
    parts = {each.rpartition(".")[2].casefold(): each for each in archive.namelist() if _stem(each) == stem}
    if "cpg" in parts:
        said = archive.read(parts["cpg"]).decode("ascii", "ignore").strip()
        if said:
            return f"CP{said}" if said.isdigit() and said != "65001" else said.replace("65001", "UTF-8")
    if "dbf" not in parts:
        return _USUAL
    with archive.open(parts["dbf"]) as file:
        beginning = file.read(_LOOK)
    if len(beginning) > _LANGUAGE and _is_utf8(beginning[_LANGUAGE + 1 :]):
        return "UTF-8"
    return _PAGES.get(beginning[_LANGUAGE] if len(beginning) > _LANGUAGE else 0, _USUAL)


def _stem(name: str) -> str:
    return name.rpartition(".")[0].casefold()


def _is_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8, the records' numbers of the head apart: texts beyond ASCII are hardly so by chance."""
    start = content.find(b"\r")  # ends the fields' names
    try:
        content[start + 1 : len(content) - _LONGEST_SIGN].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
