"""A server of ArcGIS REST: its layers, and its error documents, which come with status 200."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests

from ...progress import SILENT, Progress
from .answers import words_of
from .client import LayerInfo
from .json_answer import Voice, named, voice

NO_OBJECTS = ("Group Layer", "Raster Layer", "Annotation Layer")
_LOGIN = (498, 499, 403, 401)  # token invalid, token required, no permission
_LAYER = re.compile(r"^(?P<base>.*/(?:Feature|Map)Server)(?:/(?P<number>\d+))?(?:/query)?/?$", re.IGNORECASE)


def split_address(url: str) -> tuple[str, str]:
    """Address of the service and the number of the layer in it; the number is empty for the service itself.

    >>> split_address("https://a.de/arcgis/rest/services/x/FeatureServer/3/query?where=1=1&f=json")
    ('https://a.de/arcgis/rest/services/x/FeatureServer', '3')
    """
    parts = urlsplit(url)
    found = _LAYER.match(parts.path)
    path, number = (found["base"], found["number"] or "") if found else (parts.path.rstrip("/"), "")
    return urlunsplit((parts.scheme, parts.netloc, path, "", "")), number


def arcgis_layers(
    session: requests.Session, url: str, progress: Progress = SILENT, title: str = ""
) -> tuple[LayerInfo, ...]:
    """Layers of a service that hold objects: their number, and their name with those of its groups.

    Raises
    ------
    Canceled
    EnactError
        ``source_…``, ``service_…``; ``service_folder`` where the address is that of a folder of services.
    """
    base, _ = split_address(url)
    asked = voice(session, title or urlsplit(url).path.strip("/"), base)
    return layers_in(told_by(asked, base, {}, progress), asked)


def number_of(layers: tuple[LayerInfo, ...], name: str, asked: Voice) -> str:
    """Number of the only layer of a name, or of the only one."""
    wanted = (name or "*").casefold()
    titles = [(each, each.title.casefold(), each.title.casefold().rpartition(" / ")[2]) for each in layers]
    found = (
        [each for each, title, own in titles if wanted in (title, own)]
        or [each for each, _, own in titles if fnmatchcase(own, wanted)]
        or [each for each, title, _ in titles if fnmatchcase(title, wanted)]  # by the name of its group
    )
    if len(found) == 1:
        return found[0].name
    if found:
        raise asked.error("service_layer_ambiguous", layer=name or "*", known=_titles(found))
    raise asked.error("service_layer_unknown", layer=name, known=_titles(layers) or "–")


def _titles(layers: Iterable[LayerInfo]) -> str:
    return named(f"{each.title} ({each.name})" for each in layers)


def layers_in(answer: dict[str, Any], asked: Voice) -> tuple[LayerInfo, ...]:
    """Layers of a service by its JSON; see `arcgis_layers`."""
    entries = [*(answer.get("layers") or ()), *(answer.get("tables") or ())]
    if not entries and ("services" in answer or "folders" in answer):
        names = [f"{each.get('name')}/{each.get('type')}" for each in answer.get("services") or ()]
        raise asked.error("service_folder", names=named([*names, *(answer.get("folders") or ())]) or "–")
    titles: dict[Any, str] = {}
    for each in entries:
        over = titles.get(each.get("parentLayerId", -1), "")
        titles[each.get("id")] = f"{over} / {each.get('name')}" if over else str(each.get("name"))
    return tuple(
        LayerInfo(str(each["id"]), titles[each["id"]])
        for each in entries
        if "id" in each and not each.get("subLayerIds") and each.get("type") not in NO_OBJECTS
    )


def told_by(
    asked: Voice,
    url: str,
    question: dict[str, str],
    progress: Progress,
    form: bool = False,
) -> dict[str, Any]:
    """Ask for JSON.

    Raises
    ------
    Canceled
    EnactError
        Those of `Voice.ask`; ``service_login``, ``service_exception`` for an error document.
    """
    params = {**question, "f": "json"}
    if form:
        answer = asked.ask(url, {}, form=params, progress=progress).values
    else:
        answer = asked.ask(url, params, progress=progress).values
    error = answer.get("error")
    if error is None:
        return answer
    error = error if isinstance(error, dict) else {"message": str(error)}
    details = error.get("details") or []
    words = [error.get("message"), *(details if isinstance(details, list) else [details])]
    said = words_of(" ".join(dict.fromkeys(str(each) for each in words if each)))
    code = error.get("code")
    if code in _LOGIN:
        raise asked.error("service_login", words=said or str(code))
    raise asked.error("service_exception", words=said or str(code))
