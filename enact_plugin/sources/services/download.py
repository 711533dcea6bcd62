"""A whole file behind an address: census zips, addresses of a state, districts of a city, extracts of OpenStreetMap.

Some files have no lasting address: a page links them, and the link holds the id of a share that rotates. So the link is
read from the page each time.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .. import problems
from ..cache import writing
from ..fetch import Limits, Question, Reply, ask, fetch
from ..links import links_of
from .answers import is_web_page
from .client import Box, Client, Page, Probe
from .geojson_answer import DEGREES, crs_found, crs_of
from .service import Service

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_EVERYWHERE: Box = (-1e12, -1e12, 1e12, 1e12)  # a file is had whole or not at all
_SUFFIXES = {
    ".json": ".geojson"
}  # what OGR knows a file by; plain .json would be taken for an answer of ArcGIS
_DOUBLE = (".osm.pbf", ".osm.gz", ".csv.gz")
_LOOK = 1024  # bytes that show what a file is
_FAR = 1 << 18  # bytes within which a GeoJSON names its CRS and has a first coordinate
_CRS = re.compile(rb'"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{[^{}]*"name"\s*:\s*"([^"]+)"')
_PLACE = re.compile(rb'"coordinates"\s*:[\s\[]*([-+\d.eE]+)\s*,\s*([-+\d.eE]+)')
_ONCE_MORE = Limits(attempts=2)  # a look is no reason to insist
# how files begin; those of other kinds are not looked at
_BEGINNINGS = {
    ".zip": re.compile(rb"PK"),
    ".osm.pbf": re.compile(rb".{4,6}OSMHeader", re.DOTALL),
    ".geojson": re.compile(rb"(\xef\xbb\xbf)?\s*\{"),
    ".gpkg": re.compile(rb"SQLite format 3"),
}


def open_download(
    session: requests.Session, service: Service, ags: str, progress: Progress = SILENT
) -> Client:
    """Open a file; nothing is asked yet.

    Parameters
    ----------
    session : requests.Session
    service : Service
        `crs` is the file's, which has it all: nothing is cut out here. Options: ``suffix``, of the file, where its
        address does not tell; ``page`` with ``link``, a pattern or several of which the first counts that one of the
        page's links fits, the file being behind that link; ``file``, its address instead, with the pattern's groups.
    ags : str
    progress : Progress
    """
    return Download(session, service)


class Download(Client):
    """A whole file."""

    parallel = 1

    def __init__(self, session: requests.Session, service: Service) -> None:
        super().__init__(service)
        self._session = session
        self.suffix = _suffix(service)
        self.crs = service.crs or (DEGREES if self.suffix == ".geojson" else "")

    def boxes(self, area: BaseGeometry) -> list[Box] | None:
        """One box: all there is."""
        return [_EVERYWHERE]

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """None: a file does not tell."""
        return None

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """Yield the file, fetched into `folder`; what was fetched of it before a break is not fetched again.

        Raises
        ------
        Canceled
        EnactError
            As `fetch.fetch` and `download.download`; ``service_link_missing``, ``service_page``,
            ``service_file_wrong``.
        """
        from ..download import download

        if self.folder is None:
            raise ValueError("a client of files needs a folder")  # of the caller, not of a person
        url = self.url(progress)
        path = self.folder / f"download{self.suffix}"
        fetched = download(
            self._session, url, path, progress=progress, validator=unless, refuse=self._refuse_other
        )
        if fetched.unchanged:
            yield Page(b"", (), fetched.validator or unless, unchanged=True)
            return
        if self.suffix == ".geojson":
            self.crs = self._crs_in(fetched.path, url)
        # another program may fetch the same file meanwhile
        own = path.with_name(f"{uuid.uuid4().hex[:8]}_{path.name}")
        with writing(own):
            os.replace(fetched.path, own)  # noqa: PTH105 - as in `kept`
        yield Page(b"", (), fetched.validator, path=own)

    def _crs_in(self, path: Path, url: str) -> str:
        """CRS of the coordinates, which the file itself may name, and whose size tells degrees from metres."""
        with path.open("rb") as file:
            beginning = file.read(_FAR)
        named, place = _CRS.search(beginning), _PLACE.search(beginning)
        told = crs_of(named[1].decode("utf-8", "replace")) if named else ""
        point = (float(place[1]), float(place[2])) if place else None
        found = crs_found(told, self.service.crs, point)
        if not found:
            raise EnactError(
                "service_other_crs",
                service=self.service.title,
                host=problems.host_of(url),
                asked=self.service.crs or DEGREES,
                found=told or "?",
            )
        return found

    def probe(self, progress: Progress = SILENT) -> Probe:
        """Look at the file's first bytes.

        Raises
        ------
        Canceled
        EnactError
            As `pages`.
        """
        url = self.url(progress)

        def look(reply: Reply) -> bytes:
            return next(reply.chunks(), b"")[:_LOOK]

        headers = {"Range": f"bytes=0-{_LOOK - 1}", "Accept-Encoding": "identity"}
        question = Question(url, headers=headers)
        beginning = ask(self._session, question, look, limits=_ONCE_MORE, progress=progress.silent())
        self._refuse_other(beginning, url)
        return Probe(unquote(urlsplit(url).path).rpartition("/")[2], None, (), "")

    def url(self, progress: Progress = SILENT) -> str:
        """Address of the file, read from its page where it has none that lasts.

        Raises
        ------
        Canceled
        EnactError
            As `fetch.fetch`; ``service_link_missing``.
        """
        page = self.service.options.get("page", "")
        if not page:
            return self.service.url
        answer = fetch(self._session, page, progress=progress.silent())
        found = linked(answer.content.decode("utf-8", "replace"), answer.url, self.service.options)
        if not found:
            raise EnactError(
                "service_link_missing",
                service=self.service.title,
                host=problems.host_of(page),
                path=problems.shown(page),
            )
        return found

    def _refuse_other(self, beginning: bytes, url: str) -> None:
        """Refuse what is no such file.

        A beginning that is too short to tell is left to whoever reads the file.
        """
        wanted = _BEGINNINGS.get(self.suffix)
        if is_web_page(beginning):
            code = "service_page"
        elif not beginning or (wanted is not None and not wanted.match(beginning)):
            code = "service_file_wrong"
        else:
            return
        raise EnactError(
            code, service=self.service.title, host=problems.host_of(url), **_of_file(code, self.suffix)
        )


def _of_file(code: str, suffix: str) -> dict[str, str]:
    return {"suffix": suffix.lstrip(".")} if code == "service_file_wrong" else {}


def linked(html: str, base: str, options: dict[str, object]) -> str:
    """Address of the file that a page links; empty where it links none.

    Parameters
    ----------
    html : str
    base : str
        Address of the page.
    options : dict
        ``link`` and ``file`` as in `open_download`.
    """
    links = links_of(html, base)
    wanted = options.get("link", "")
    for pattern in [wanted] if isinstance(wanted, str) else list(wanted):  # type: ignore[call-overload]
        for link in links:
            found = re.search(pattern, unquote(link))
            if found:
                template = str(options.get("file", ""))
                return template.format(**found.groupdict()) if template else link
    return ""


def _suffix(service: Service) -> str:
    """Suffix of the file: as the preset says, else by its address."""
    told = service.options.get("suffix")
    if told:
        return str(told)
    name = unquote(urlsplit(str(service.options.get("file") or service.url)).path).rpartition("/")[2].lower()
    for double in _DOUBLE:
        if name.endswith(double):
            return double
    suffix = Path(name).suffix
    return _SUFFIXES.get(suffix, suffix)
