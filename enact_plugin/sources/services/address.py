"""A service from any address that a person enters: which protocol it speaks, and which of its layers is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Callable
from urllib.parse import urlsplit, urlunsplit

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from ..fetch import fetch
from ..problems import has_login_in_path, host_of, shown
from . import arcgis, ogcapi
from .answers import is_web_page
from .client import LayerInfo
from .guard import reading
from .json_answer import named
from .logins import keep_login, login_of
from .opening import open_client
from .service import Protocol, Service

_FILES = (".geojson", ".gpkg", ".zip", ".csv", ".pbf", ".gml", ".osm", ".shp", ".json", ".gz", ".fgb")
_QUOTED = re.compile(r"url='([^']+)'")  # as QGIS tells the source of a layer
_TYPE_NAMED = re.compile(r"typename='([^']+)'", re.IGNORECASE)
_ARCGIS = re.compile(r"/(feature|map)server(/|$)", re.IGNORECASE)
_ARCGIS_WFS = re.compile(r"/wfsserver/?$", re.IGNORECASE)
_ASKED_OF_WFS = frozenset(
    {
        "service",
        "request",
        "version",
        "acceptversions",
        "typename",
        "typenames",
        "outputformat",
        "srsname",
        "bbox",
        "count",
        "maxfeatures",
        "startindex",
        "resulttype",
    }
)
_LOOK_S = 60.0
_STATUS = ("source_missing", "source_status", "source_refused")  # of an answer: somebody is there
_LONGEST = 60  # characters of a licence; what is longer is a text about it
_LICENCE = re.compile(r"(?i)licen[cs]|lizenz|dl-de|\bcc[- ]?(0|by)|\bodbl|gemeinfrei|public domain|GeoNutz")
Layers = Callable[[requests.Session, str, Progress], Sequence[LayerInfo]]


@dataclass(frozen=True)
class _Guess:
    """A protocol that an address may speak."""

    protocol: Protocol
    url: str
    name: str = ""


def service_at(
    session: requests.Session, url: str, layer: str, serves: str, progress: Progress = SILENT
) -> Service:
    """Service at an address as it is copied from a browser, a catalogue or QGIS.

    User, password and keys of the address are taken out of it and left to the session, which logs in with them at that
    host: they stand neither in the service nor in what is kept of it (`logins`).

    Parameters
    ----------
    session : requests.Session
        The one the service is asked through afterwards.
    url : str
        Of a service, a layer, a question to it, or a file.
    layer : str
        Name, title or number of the layer, with "*" for any letters; empty where the address names it or there is
        only one.
    serves : str
        As `Service.serves`.
    progress : Progress

    Returns
    -------
    Service
        `id` "address"; `licence` as far as the service tells one.

    Raises
    ------
    Canceled
    EnactError
        ``source_…`` where nobody answers; ``service_not_recognised``, ``service_layer_choose``,
        ``service_layer_unknown``, ``service_pictures_only``; those of the service's own answers.
    """
    text = url.strip().strip("<>\"'").strip()
    quoted = _QUOTED.search(url)
    if quoted:
        typed = _TYPE_NAMED.search(url)
        text, layer = quoted[1], layer or (typed[1] if typed else "")
    if "://" not in text:
        text = f"https://{text}"
    usual = urlsplit(text).scheme.lower() in ("http", "https") if host_of(text) else False
    if not usual or has_login_in_path(text):
        raise EnactError("source_address", value=shown(text))
    address, login = keep_login(session, text), login_of(text)
    guess = _by_address(address) or _by_answer(session, address, progress)
    if guess is None:
        raise EnactError(
            "service_not_recognised", host=host_of(address), tried="WFS, OGC API Features, ArcGIS REST"
        )
    found = Service(
        id="address",
        title=host_of(address),
        serves=serves,
        protocol=guess.protocol,
        url=guess.url,
        name=layer.strip() or guess.name,
        options={"login": login} if login else {},
    )
    if guess.protocol is Protocol.FILE:
        return replace(found, title=_last_name(address), name=layer.strip())
    return _told(session, _chosen(session, found, progress), progress)


def _by_address(url: str) -> _Guess | None:
    """Protocol by what the address looks like."""
    parts = urlsplit(url)
    path, asked = parts.path, _asked(parts.query)
    if asked.get("service", "").casefold() in ("wms", "wmts"):
        raise EnactError("service_pictures_only", service=host_of(url), host=host_of(url), layer=path)
    if asked.get("service", "").casefold() == "wfs" or _ARCGIS_WFS.search(path):
        return _wfs(url)
    if _ARCGIS.search(path):
        base, number = arcgis.split_address(url)
        return _Guess(Protocol.ARCGIS, base, number)
    base, name = ogcapi.split_address(url)
    if name or path.rstrip("/").endswith("/collections"):
        return _Guess(Protocol.OGCAPI, base, name)
    return _Guess(Protocol.FILE, url) if path.casefold().endswith(_FILES) else None


def _wfs(url: str) -> _Guess:
    parts = urlsplit(url)
    kept = [part for part in parts.query.split("&") if part.partition("=")[0].casefold() not in _ASKED_OF_WFS]
    asked = _asked(parts.query)
    name = asked.get("typenames") or asked.get("typename") or ""
    return _Guess(Protocol.WFS, urlunsplit(parts._replace(query="&".join(kept))), name)


def _asked(query: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in query.split("&"))
    return {name.casefold(): value.replace("%3A", ":").replace("%3a", ":") for name, _, value in pairs}


def _by_answer(session: requests.Session, url: str, progress: Progress) -> _Guess | None:
    """Protocol by what is answered: to the address itself, then to what each protocol asks first."""
    wfs = _wfs(url)
    problem: EnactError | None = None
    pages = others = 0
    for params in ({}, {"SERVICE": "WFS", "REQUEST": "GetCapabilities"}, {"f": "json"}):
        try:
            answer = fetch(
                session,
                wfs.url if params else url,
                params=params,
                headers={"Accept": "application/json, application/xml;q=0.8, */*;q=0.5"},
                deadline_s=_LOOK_S,
                progress=progress.silent(),
            )
        except EnactError as error:
            if error.code == "source_too_large":
                return _Guess(Protocol.FILE, url)
            if error.code not in _STATUS:
                raise
            problem = problem or error
            continue
        problem = None
        is_page = is_web_page(answer.content)
        pages, others = pages + is_page, others + (not is_page)
        protocol = _protocol_of(answer.content)
        if protocol is Protocol.WFS:
            return wfs
        if protocol is not None:
            return _Guess(protocol, url if protocol is Protocol.FILE else ogcapi.split_address(url)[0])
    if problem is not None and problem.code == "source_refused":
        raise problem
    if pages > 1 and not others:  # to whatever is asked: a login, maintenance
        raise EnactError("service_page", service=host_of(url), host=host_of(url))
    return None


def _protocol_of(content: bytes) -> Protocol | None:
    """What begins like this."""
    head = content[:20_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"PK\x03\x04", b"SQLite format 3")):
        return Protocol.FILE
    if head.startswith(b"<") and not is_web_page(content):
        return Protocol.WFS if b"WFS_Capabilities" in head else None
    if not head.startswith(b"{"):
        return None
    if b'"FeatureCollection"' in head:
        return Protocol.FILE
    if b'"currentVersion"' in head or b'"serviceDescription"' in head:
        return Protocol.ARCGIS
    return Protocol.OGCAPI if b'"links"' in head or b'"collections"' in head else None


def _layers_of(protocol: Protocol) -> Layers:
    if protocol is Protocol.ARCGIS:
        return arcgis.arcgis_layers
    if protocol is Protocol.OGCAPI:
        return ogcapi.ogcapi_layers
    from .wfs import wfs_layers

    return wfs_layers


def _chosen(session: requests.Session, service: Service, progress: Progress) -> Service:
    """The service with the layer that is meant."""
    host = host_of(service.url)
    with reading(service):
        known = tuple(_layers_of(service.protocol)(session, service.url, progress))
    found = _meant(known, service.name)
    if len(found) == 1:
        title = found[0].title or found[0].name
        return replace(service, name=found[0].name, title=title)
    names = named(_shown(each) for each in found or known) or "–"
    if found and (len(found) > 1 or not service.name):
        raise EnactError("service_layer_choose", service=host, host=host, known=names)
    if not service.name:
        raise EnactError("service_layer_unknown", service=host, host=host, layer="*", known="–")
    raise EnactError("service_layer_unknown", service=host, host=host, layer=service.name, known=names)


def _shown(layer: LayerInfo) -> str:
    return layer.name if layer.title in ("", layer.name) else f"{layer.name} ({layer.title})"


def _meant(known: tuple[LayerInfo, ...], name: str) -> list[LayerInfo]:
    """Layers of a name: as it is written, then however its letters are written, then with any letters."""
    if not name:
        return list(known)
    wanted = name.casefold()
    exact = [each for each in known if each.name == name]
    loose = [each for each in known if wanted in _names(each)]
    pattern = [each for each in known if any(fnmatchcase(one, wanted) for one in _names(each))]
    return exact or loose or pattern


def _names(layer: LayerInfo) -> set[str]:
    name, title = layer.name.casefold(), layer.title.casefold()
    return {name, title, name.rpartition(":")[2], title.rpartition(" / ")[2]}


def _told(session: requests.Session, service: Service, progress: Progress) -> Service:
    """The service with what it tells of its licence: a name of one, or the line that names its owner."""
    said = open_client(session, service, "", progress).probe(progress).licence
    if len(said) <= _LONGEST and _LICENCE.search(said):
        return replace(service, licence=said)
    return replace(service, attribution=said)


def _last_name(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[2] or url
