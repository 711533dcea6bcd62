"""Whether a file can be what a parameter wants: told before any work, and in other words than "not found".

Only the beginning and the end of a file are looked at, and what QGIS lists in it where that is quick.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingUtils, QgsProject

from ..errors import EnactError
from ..layers.paths import exists, file_and_options, is_file, is_folder, long_to_list
from ..layers.sublayers import vector_layers
from .osm_input import whole_osm_file
from .plain_values import plain_value

_HEAD, _TAIL = 4096, 256
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETS = {b"{": b"}", b"[": b"]", b"<": b">"}
_ZIPS = (".zip", ".kmz", ".xlsx", ".ods")
_JSON = (".json", ".geojson")
_BRACKETED = (*_JSON, ".gml", ".xml", ".kml", ".osm")
_ENDING = re.compile(r"\.\w{1,10}")  # of a file; "host=db.stadt.de port=5432 …" has a dot too
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")  # GDAL before 3.7 finds no GeoPackage on a path with it
_VIRTUAL = "/vsi"  # GDAL's paths into archives and to servers


def refuse_unreadable(value: Any, parameter: str, context: QgsProcessingContext | None = None) -> None:
    """Refuse a file that holds no layer; layers of the project and services are left to QGIS.

    Parameters
    ----------
    value : object
        Value of a parameter for a layer.
    parameter : str
        Its title, for the message.
    context : QgsProcessingContext or None
        For layers by their name; only on the main thread. None where the value is known to be no layer that is open.

    Raises
    ------
    EnactError
        ``file_missing``, ``input_is_empty_file``, ``input_is_web_page``, ``input_cut_off``, ``input_is_folder``,
        ``input_unreadable``, ``input_layer_missing``, ``several_layers``.
    """
    value = plain_value(value)
    if not isinstance(value, str) or not value.strip() or _is_open(value, context):
        return
    name, layer = _file_and_layer(value)
    if not _is_file_name(value, name):
        return
    path = Path(name)
    refuse_damaged(path, parameter)
    if long_to_list(path) or whole_osm_file(value) is not None:  # of that, the kind says what is meant
        return
    found = vector_layers(name)
    if not found:
        encoded = _PERCENT.search(name)
        if encoded is not None and is_file(path):
            raise EnactError("input_percent", path=name, parameter=parameter, sign=encoded.group())
        code = "input_is_folder" if is_folder(path) else "input_unreadable"
        raise EnactError("input_cut_off" if _ends_early(path) else code, path=name, parameter=parameter)
    if layer and layer not in found:
        raise EnactError("input_layer_missing", path=path.name, name=layer, layers=", ".join(found))
    if not layer and "|" not in value[len(name) :] and len(found) > 1:
        raise EnactError("several_layers", path=path.name, layers=", ".join(found))


def refuse_damaged(path: Path, parameter: str) -> None:
    """Refuse a file that is not there, holds nothing, a web page instead of data, or the beginning of the data only.

    Raises
    ------
    EnactError
        ``file_missing``, ``input_is_empty_file``, ``input_is_web_page``, ``input_cut_off``, ``input_not_opened``.
    """
    if not exists(path):
        raise EnactError("file_missing", path=str(path), parameter=parameter)
    if not is_file(path):
        return
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            size = path.stat().st_size
            file.seek(max(size - _TAIL, 0))
            tail = file.read()
    except OSError as error:
        raise EnactError(
            "input_not_opened", path=str(path), parameter=parameter, detail=error.strerror or str(error)
        ) from error
    code = (
        "input_is_empty_file"
        if not head.strip()
        else "input_is_web_page"
        if _WEB_PAGE.match(head)
        else "input_cut_off"
        if _is_cut_off(path, head, tail, size)
        else ""
    )
    if code:
        raise EnactError(code, path=str(path), parameter=parameter)


def _is_cut_off(path: Path, head: bytes, tail: bytes, size: int) -> bool:
    """Whether the file says of itself that it is longer, or does not end as its kind does."""
    ending = path.suffix.lower()
    if ending in _BRACKETED:
        first = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        return first in _BRACKETS and not tail.rstrip(b"\x00 \t\r\n").endswith(_BRACKETS[first])
    if ending in _ZIPS:
        return head.startswith(b"PK") and not zipfile.is_zipfile(path)
    if ending == ".shp" and head[:4] == b"\x00\x00\x27\x0a":
        return int.from_bytes(head[24:28], "big") * 2 > size
    if head.startswith(b"SQLite format 3\x00") and head[24:28] == head[92:96]:
        page = int.from_bytes(head[16:18], "big")
        return int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page) > size
    return False


def _ends_early(path: Path) -> bool:
    """Whether a JSON that QGIS cannot read lacks its end; one cut off behind a bracket looks whole by its last sign."""
    if path.suffix.lower() not in _JSON or not is_file(path):
        return False
    text = path.read_text(encoding="utf-8-sig", errors="replace").rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text)
    except RecursionError:
        return False
    return False


def files_among(value: Any, context: QgsProcessingContext | None = None) -> Iterable[Path]:
    """Files in the value of a parameter that takes several; what is a layer of the project is left out."""
    value = plain_value(value)
    items = value if isinstance(value, (list, tuple)) else str(value or "").split(";")
    for item in map(plain_value, items):
        if isinstance(item, str) and item.strip() and not _is_open(item, context):
            yield Path(item.strip())


def _is_open(value: str, context: QgsProcessingContext | None) -> bool:
    """Whether the value means a layer that is open already, by its id, name or source."""
    if context is None or exists(value):  # a file that was only opened by its path is looked at
        return False
    if QgsProject.instance().mapLayer(value) is not None:
        return True
    return isinstance(QgsProcessingUtils.mapLayerFromString(value, context, False), QgsMapLayer)


def _file_and_layer(value: str) -> tuple[str, str]:
    """Path, and the name of the layer that was asked for; empty for any."""
    name, options = file_and_options(value)
    named = [part.partition("=")[2] for part in options.split("|") if part.startswith("layername=")]
    return name.strip(), named[0] if named else ""


def _is_file_name(value: str, name: str) -> bool:
    """Whether a value is meant as a file: one that exists, or has an ending and is no address of a service."""
    if name.startswith(_VIRTUAL) or "://" in value:
        return False
    return exists(name) or (bool(_ENDING.fullmatch(Path(name).suffix)) and ":" not in value[2:])
