"""A server of OGC API Features: its collections, and how it is talked to."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .answers import words_of
from .client import LayerInfo
from .geojson_answer import crs_of
from .json_answer import Said, Voice, named, voice

JSON = {"Accept": "application/geo+json, application/json;q=0.9"}
NOT_HERE = ("source_missing", "source_status", "service_page", "service_no_objects")
_ALL_CRS = "#/crs"
_DATA = ("data", "http://www.opengis.net/def/rel/ogc/1.0/data")
_BROKEN = 500  # status from which on it is the server's fault
_NO_FORMAT = "refuses f=json"
_ERROR = frozenset({"code", "status", "error", "detail"})
_WORDS = ("description", "detail", "message", "title", "error")


def split_address(url: str) -> tuple[str, str]:
    """Address of the service and the collection in it; the collection is empty for the service itself.

    >>> split_address("https://a.de/ogcapi/collections/L137/items?f=json&limit=5")
    ('https://a.de/ogcapi', 'L137')
    """
    parts = urlsplit(url)
    names = parts.path.rstrip("/").split("/")
    name = ""
    if "collections" in names:
        at = names.index("collections")
        name = unquote(names[at + 1]) if len(names) > at + 1 else ""
        names = names[:at]
    return urlunsplit((parts.scheme, parts.netloc, "/".join(names), _kept(parts.query), "")), name


def _kept(query: str) -> str:
    """What of a query belongs to the address: all but what is asked."""
    passing = ("f", "limit", "offset", "startindex", "bbox", "bbox-crs", "crs", "datetime")
    pairs = [part for part in query.split("&") if part.partition("=")[0].casefold() not in passing]
    return "&".join(pairs)


def ogcapi_layers(
    session: requests.Session, url: str, progress: Progress = SILENT, title: str = ""
) -> tuple[LayerInfo, ...]:
    """Collections of a service.

    Raises
    ------
    Canceled
    EnactError
        ``source_…``, ``service_…``; ``service_no_objects`` where the answer names no collections.
    """
    base, _ = split_address(url)
    asked = voice(session, title or urlsplit(base).path.strip("/"), base)
    try:
        return _layers(asked, below(base, "collections"), progress)
    except EnactError as error:
        if error.code not in NOT_HERE:
            raise
        there = _data_link(asked, base, progress)
        if not there:
            raise
    return _layers(asked, there, progress)


def below(base: str, *names: str) -> str:
    """Address below another, whose query stays."""
    parts = urlsplit(base)
    path = "/".join([parts.path.rstrip("/"), *(quote(each, safe=":") for each in names)])
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def _layers(asked: Voice, url: str, progress: Progress) -> tuple[LayerInfo, ...]:
    found = said_by(asked, url, {}, progress).values.get("collections")
    if not isinstance(found, list):
        raise asked.error("service_no_objects", found="JSON")
    return tuple(
        LayerInfo(str(each["id"]), str(each.get("title") or each["id"]))
        for each in found
        if isinstance(each, dict) and each.get("id") and each.get("itemType", "feature") == "feature"
    )


def _data_link(asked: Voice, base: str, progress: Progress) -> str:
    """Where the landing page says that the collections are, on the same computer."""
    said = said_by(asked, base, {}, progress)
    for each in said.values.get("links") or ():
        if isinstance(each, dict) and each.get("rel") in _DATA:
            there = urljoin(said.url, str(each.get("href", "")))
            if urlsplit(there).netloc == urlsplit(base).netloc:
                return there
    return ""


def said_by(
    asked: Voice,
    url: str,
    question: dict[str, str],
    progress: Progress,
    headers: dict[str, str] | None = None,
) -> Said:
    """Ask for JSON, with `f=json`, which some need, and without, which others refuse."""
    headers = {**JSON, **(headers or {})}
    if _NO_FORMAT in asked.habits:
        said = asked.ask(url, question, headers=headers, progress=progress)
    else:
        said = _with_or_without(asked, url, question, progress, headers)
    if said.unchanged or "links" in said.values or "features" in said.values:
        return said
    values = said.values
    words = next((values[name] for name in _WORDS if values.get(name)), "")
    if words and _ERROR & values.keys() and "id" not in values:
        raise asked.error("service_exception", words=words_of(str(words)))
    return said


def _with_or_without(
    asked: Voice, url: str, question: dict[str, str], progress: Progress, headers: dict[str, str]
) -> Said:
    try:
        return asked.ask(url, {**question, "f": "json"}, headers=headers, progress=progress)
    except EnactError as error:
        if error.code not in NOT_HERE or error.params.get("status", 0) >= _BROKEN:
            raise
        try:
            said = asked.ask(url, question, headers=headers, progress=progress)
        except EnactError as second:
            raise (error if second.code in NOT_HERE else second) from second
    asked.habits.add(_NO_FORMAT)
    return said


def collection_of(asked: Voice, base: str, name: str, progress: Progress) -> tuple[str, dict[str, Any]]:
    """The collection's name as the server spells it, and what it says of it; nothing where it only has the objects."""
    if not name:
        known = ogcapi_layers(asked.session, base, progress, asked.title)
        if len(known) != 1:
            raise asked.error("service_layer_choose", known=named(each.name for each in known) or "–")
        name = known[0].name
    try:
        return name, said_by(asked, below(base, "collections", name), {}, progress).values
    except EnactError as error:
        if error.code not in (*NOT_HERE, "service_exception"):
            raise
        return _by_list(asked, base, name, progress), {}


def _by_list(asked: Voice, base: str, name: str, progress: Progress) -> str:
    """Name of a collection that does not speak for itself, by the list of all; as given where there is no list."""
    try:
        known = ogcapi_layers(asked.session, base, progress, asked.title)
    except EnactError as error:
        if error.code not in (*NOT_HERE, "service_exception"):
            raise
        return name
    wanted = name.casefold()
    found = [each.name for each in known if wanted in (each.name.casefold(), each.title.casefold())]
    if len(found) != 1:
        raise asked.error(
            "service_layer_unknown", layer=name, known=named(each.name for each in known) or "–"
        )
    return found[0]


def offered_by(asked: Voice, base: str, collection: dict[str, Any], progress: Progress) -> dict[str, str]:
    """CRS that may be asked for: EPSG code to the server's spelling."""
    uris = [str(each) for each in collection.get("crs") or ()]
    if _ALL_CRS in uris:
        shared = said_by(asked, below(base, "collections"), {}, progress).values.get("crs") or ()
        uris += [str(each) for each in shared]
    return {code: uri for uri in uris if (code := crs_of(uri))}
