"""What a run was given, as the workspace keeps it: enough to repeat it, nothing of a machine, a person or a password.

A list of what may stand, not of what must not: a layer by its name, a file by its name, a service by host and table,
numbers and choices as they are, plain texts as they are; in the place of all else a sign that there was something.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from qgis.core import QgsDataSourceUri, QgsMapLayer, QgsProcessingAlgorithm, QgsProviderRegistry
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ..layers.paths import file_and_options, is_file
from ..reference.kinds import layer_kinds
from .open_layers import LayerFacts
from .plain_values import plain_value

HIDDEN = "…"
Find = Callable[[Any], "LayerFacts | None"]
# endings by which a name is one of a file, whether or not it is there
_ENDING = re.compile(
    r"\.(?:csv|dxf|fgb|gdb|geojson|gml|gpkg|gpx|json|kml|ods|pbf|qgs|qgz|shp|sqlite|tab|txt|xlsx?|xml|zip)$",
    re.IGNORECASE,
)
_PLAIN = ("enum", "number", "boolean", "date", "datetime", "distance", "crs")
_TEXTS = ("string",)
_SEVERAL = ("multilayer",)
_PLACES_IN_JSON = ("input", "source", "file", "path", "url")
_SERVICE = re.compile(r"://|\b(?:dbname|service|url|host|authcfg|password|user)\s*=", re.IGNORECASE)
# what looks like a path or a URI in the midst of a text; "dl-de/by-2-0" and "Stadt / Amt" do not
_PLACE = re.compile(
    r"://|\\|(?:^|[\s\"'=(])(?:~|\.{0,2}/)[\w.~]|\b[A-Za-z]:/|/vsi|\b(?:password|dbname|authcfg)\s*="
)


def shown_parameters(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], find: Find
) -> dict[str, Any]:
    """Parameters of a run that were given, as they may be kept.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
        Its definitions say which parameter is a choice, a text or a place.
    parameters : mapping
    find : callable
        Finds the layer that a value means.
    """
    shown = {}
    for name, value in parameters.items():
        if value in (None, ""):
            continue
        definition = algorithm.parameterDefinition(name)
        shown[name] = _shown(value, definition.type() if definition else "", find)
    return shown


def _shown(value: Any, kind: str, find: Find) -> Any:
    value = plain_value(value)
    if isinstance(value, (list, tuple)):
        return [_shown(item, kind, find) for item in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, QgsMapLayer):
        layer = find(value)
        return layer.name if layer else HIDDEN
    if isinstance(value, (PurePath, QUrl)):
        return _place(value.toString() if isinstance(value, QUrl) else str(value), find)
    return _words(value, kind, find) if isinstance(value, str) else HIDDEN


def _words(value: str, kind: str, find: Find) -> str:
    """Text of a parameter of this kind; of none that is known, nothing."""
    if kind in _PLAIN:
        return value
    if kind in _TEXTS:
        return _text(value, find)
    if kind in _SEVERAL:
        return ";".join(_place(part, find) for part in value.split(";"))
    return _place(value, find) if kind else HIDDEN


def _place(text: str, find: Find) -> str:
    """Layer, file or service, by what it is called."""
    text = text.strip()
    layer = find(text)
    if layer is not None:
        return layer.name
    if text.lower().startswith("file:"):
        return _file(QUrl(text).path())
    return _service(text) if _SERVICE.search(text) else _file(text)


def _file(text: str) -> str:
    path, options = file_and_options(text)
    name = re.split(r"[\\/]", path)[-1]
    if not (is_file(path) or _ENDING.search(name)):
        return HIDDEN
    layer = next((part for part in options.split("|") if part.startswith("layername=")), "")
    return f"{name}|{layer}" if layer else name


def _service(text: str) -> str:
    """Provider, host and table of a URI; never user, password, token or database."""
    provider, found, rest = text.partition("://")
    if not found or provider.lower() not in map(str.lower, QgsProviderRegistry.instance().providerList()):
        provider, rest = "", text
    uri = QgsDataSourceUri(rest)
    url = QUrl(uri.param("url") or (rest if "://" in rest.split(" ")[0] else ""))
    query = QUrlQuery(url)
    table = uri.table() or uri.param("typename")
    if not table:
        table = next(
            (
                query.queryItemValue(key)
                for key in ("typename", "typenames", "TYPENAME")
                if query.hasQueryItem(key)
            ),
            "",
        )
    named = [part for part in (uri.host() or url.host(), table) if part]
    return " ".join([provider, *named] if provider else named) or HIDDEN


def _text(text: str, find: Find) -> str:
    """Plain text; the places in a list of layers or a JSON are shown as places are."""
    try:
        parsed = json.loads(text)
    except ValueError:
        parsed = None
    if isinstance(parsed, (dict, list)):
        return json.dumps(_json(parsed, "", find), ensure_ascii=False)
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    kinds = {kind.kind for kind in layer_kinds()}
    if pairs and all(found and kind.strip() in kinds for kind, found, _place_ in pairs):
        return ";".join(f"{kind.strip()}={_place(place, find)}" for kind, _found, place in pairs)
    if _PLACE.search(text) or _ENDING.search(text):
        return _place(text, find)
    return text


def _json(value: Any, key: str, find: Find) -> Any:
    if isinstance(value, dict):
        return {name: _json(item, name, find) for name, item in value.items()}
    if isinstance(value, list):
        return [_json(item, key, find) for item in value]
    if not isinstance(value, str):
        return value
    if key.lower() in _PLACES_IN_JSON:
        return _place(value, find)
    return HIDDEN if _PLACE.search(value) else value
