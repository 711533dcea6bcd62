"""What stands on the disk under a text that may be a path: any source may be given where a file may."""

from __future__ import annotations

from pathlib import Path
from typing import Union

# formats of which QGIS reads all only to list what is in them
_BRACKETED = (".json", ".geojson", ".gml", ".xml", ".kml")
_READ_WHOLE = (*_BRACKETED, ".csv", ".txt", ".dxf", ".pbf", ".zip", ".kmz")
_QUICK_BYTES = 20_000_000

Place = Union[str, Path]


def exists(place: Place) -> bool:
    """Whether something stands there; no for what can be no path, as a long filter or a text with a null.

    `Path.exists` raises where a part of the text is longer than the file system's names, or a folder may not be read.
    """
    try:
        return Path(place).exists()
    except (OSError, ValueError):
        return False


def is_file(place: Place) -> bool:
    """Whether a file stands there; no for what can be no path."""
    try:
        return Path(place).is_file()
    except (OSError, ValueError):
        return False


def is_folder(place: Place) -> bool:
    """Whether a folder stands there; no for what can be no path."""
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False


def file_and_options(source: str) -> tuple[str, str]:
    """Part a source at the bar behind which QGIS puts layer and filter; a bar may also be part of a file's name.

    Returns
    -------
    file : str
        The longest beginning that stands on the disk, else all before the first bar.
    options : str
        What follows the bar; empty for none.
    """
    parts = source.split("|")
    for count in range(len(parts), 0, -1):
        file = "|".join(parts[:count])
        if exists(file):
            return file, "|".join(parts[count:])
    return parts[0], "|".join(parts[1:])


def long_to_list(place: Place) -> int:
    """Bytes of a file so big that QGIS would read for long only to say what is in it; zero for all others."""
    try:
        path = Path(place)
        size = path.stat().st_size if path.is_file() and path.suffix.lower() in _READ_WHOLE else 0
    except (OSError, ValueError):
        return 0
    return size if size > _QUICK_BYTES else 0
