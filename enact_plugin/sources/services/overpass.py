"""OpenStreetMap through Overpass: one topic of an area, one question at a time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import requests

from ...errors import Canceled, EnactError
from ...progress import SILENT, Progress
from .. import problems
from ..exchange import sleep
from ..fetch import Answer, Limits, fetch
from .agent import own_agent
from .answers import is_web_page, refuse_web_page, words_of
from .client import Box, Client, Page, Probe, TooMuch
from .osm_answer import OsmAnswer, read_answer
from .service import Service

# what is asked for a topic; the objects between the lines are told apart when the file is read (layers.osm)
TOPICS: Mapping[str, tuple[str, ...]] = {
    "buildings": ('way["building"]', 'relation["type"="multipolygon"]["building"]'),
    "streets": ('way["highway"]',),
    "rail": ('way["railway"]',),
    "waterways": ('way["waterway"]',),
    "water": tuple(
        f"{kind}[{tag}]"
        for tag in ('"natural"="water"', '"waterway"~"^(riverbank|dock)$"', '"landuse"~"^(reservoir|basin)$"')
        for kind in ("way", 'relation["type"="multipolygon"]')
    ),
}
_SERVER_S = 180  # the server's own limits for one question, as it has them when nobody says
_SERVER_BYTES = 512 << 20
_MOST_KM2 = 100.0  # of one question; a larger box is cut without asking
_KM_A_DEGREE = 111.32
_PAUSE_S = 60.0  # the operators ask for 30 s or more; half of it is left to chance
_BUSY_PAGES = 3  # how often to ask again where the server says on a web page that it is busy
_KEY = re.compile(r'\["?([\w:]+)"?')
_BUSY = (b"Dispatcher_Client", b"rate_limited", b"too busy")
_WHERE = (12.373, 51.340, 12.375, 51.341)  # for a look: a few houses in the middle of Leipzig
_ASKED_FIELDS = 20


def open_overpass(
    session: requests.Session, service: Service, ags: str, progress: Progress = SILENT
) -> Client:
    """Open a topic; nothing is asked yet.

    Parameters
    ----------
    session : requests.Session
    service : Service
        `name` is one of `TOPICS`. Options: ``select``, list of what is asked for instead, in Overpass' words;
        ``pause_s``, before a server that is busy is asked again.
    ags : str
    progress : Progress

    Raises
    ------
    EnactError
        ``service_layer_unknown``.
    """
    select = tuple(service.options.get("select", ())) or TOPICS.get(service.name, ())
    if not select:
        raise EnactError(
            "service_layer_unknown",
            service=service.title,
            host=problems.host_of(service.url),
            layer=service.name,
            known=", ".join(TOPICS),
        )
    return Overpass(session, service, select)


def question(select: tuple[str, ...], box: Box, seconds: int = _SERVER_S) -> str:
    """What is asked: the objects in a box with all that they consist of, in one output.

    Several outputs, or another order than nodes, ways, relations, and GDAL reads less than there is and says nothing.
    """
    west, south, east, north = box
    bounds = ",".join(f"{value:.7f}" for value in (south, west, north, east))
    wanted = "".join(f"{each}({bounds});" for each in select)
    return f"[out:xml][timeout:{seconds}][maxsize:{_SERVER_BYTES}];({wanted});(._;>;);out body;"


def square_km(box: Box) -> float:
    """Area of a box in degrees, in km²."""
    west, south, east, north = box
    middle = math.radians((south + north) / 2)
    return max(east - west, 0.0) * max(north - south, 0.0) * _KM_A_DEGREE**2 * math.cos(middle)


class Overpass(Client):
    """One topic of OpenStreetMap."""

    crs = "EPSG:4326"
    suffix = ".osm"
    parallel = 1
    tells_cuts = True
    smallest = 0.002  # degrees

    def __init__(self, session: requests.Session, service: Service, select: tuple[str, ...]) -> None:
        super().__init__(service)
        self._session = session
        self._select = select
        self._host = problems.host_of(service.url)
        self._keys = frozenset(key for each in select for key in _KEY.findall(each) if key != "type")
        self._pause_s = float(service.options.get("pause_s", _PAUSE_S))

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """It could be asked, but would cost as much as the objects."""
        return None

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """One page: all of a box.

        Raises
        ------
        Canceled, EnactError
            ``service_page``, ``service_broken_off``, ``service_exception``; ``source_busy`` where it stays busy.
        TooMuch
            Where the box is larger than what may be asked at once, or the server gave up over it.
        """
        if box is None or square_km(box) > _MOST_KM2:
            raise self._too_much(f"> {_MOST_KM2:g} km²")
        answer, content = self._ask(question(self._select, box), progress)
        yield Page(content, answer.rows)

    def probe(self, progress: Progress = SILENT) -> Probe:
        """Ask for a few houses."""
        answer, _content = self._ask(question(self._select, _WHERE, 25), progress)
        return Probe(self.service.name, None, answer.tags[:_ASKED_FIELDS], answer.note)

    def _ask(self, words: str, progress: Progress) -> tuple[OsmAnswer, bytes]:
        fetched = self._fetched(words, progress)
        content = fetched.content
        refuse_web_page(content, self.service.title, problems.host_of(fetched.url))
        answer = read_answer(content, self._keys)
        if answer.failure:
            failed = words_of(answer.failure)
            raise (
                self._too_much(failed)
                if answer.is_too_much
                else self._error("service_exception", words=failed)
            )
        if not answer.is_whole:
            raise self._error("service_broken_off")
        return answer, content

    def _fetched(self, words: str, progress: Progress) -> Answer:
        """Answer to a question; asked again where the server says, on a web page with status 200, that it is busy."""
        limits = Limits(idle_s=_SERVER_S + 30.0, first_pause_s=self._pause_s, most_pause_s=4 * self._pause_s)
        for attempt in range(1, _BUSY_PAGES + 1):
            answer = fetch(
                self._session,
                self.service.url,
                headers={"User-Agent": own_agent()},
                form={"data": words},
                deadline_s=6 * _SERVER_S,
                limits=limits,
                progress=progress,
            )
            if not (is_web_page(answer.content) and any(word in answer.content for word in _BUSY)):
                return answer
            if attempt < _BUSY_PAGES:
                sleep(self._session, self.service.url, self._pause_s, lambda: _leave(progress))
        raise problems.of_status(problems.BUSY[0], self.service.url)

    def _error(self, code: str, **values: Any) -> EnactError:
        return EnactError(code, service=self.service.title, host=self._host, **values)

    def _too_much(self, detail: str) -> TooMuch:
        return TooMuch("service_too_much", service=self.service.title, host=self._host, detail=detail)


def _leave(progress: Progress) -> None:
    if progress.is_canceled():
        raise Canceled
