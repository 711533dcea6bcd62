"""Web Feature Service: one feature type, asked in boxes and pages.

What the versions and the servers make differently is settled here: names of parameters, spellings of a CRS, the order
of its axes, boxes beside filters, number of objects. What a server answers counts, not what it declares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from ..fetch import Answer, fetch
from ..problems import host_of
from .client import Box, Client, LayerInfo, Page, Probe, TooMuch
from .service import Service
from .wfs_answer import BrokenOff, Read, east_first, is_north_first, read_answer
from .wfs_capabilities import (
    GEOGRAPHIC,
    Capabilities,
    FeatureType,
    capabilities_of,
    chosen_crs,
    code_of,
)
from .wfs_filter import Condition, Dialect, conditions, written
from .wfs_ways import Way, format_of, ways_of

_NEWEST = "2.0.0"
_PAGE = 2000  # objects, where neither the preset nor the service says
_DEADLINE_S = 180.0  # a page of a slow service
_ATTEMPTS = 3  # for answers that end too early although the way was whole
_SHOWN = 20  # layers that an error names
_SMALLEST_DEG = 0.0001
_OURS = ("service", "version", "request", "typename", "typenames", "outputformat", "acceptversions")
_UNCHANGED = 304
# what a server says to a second page that cannot page (smaller boxes need none), or to a way it does not know
_NO_PAGES = _NO_WAY = ("service_exception", "source_status")


def open_wfs(session: requests.Session, service: Service, ags: str, progress: Progress = SILENT) -> Client:
    """Open a feature type: ask for the capabilities.

    Options of the service: ``format`` (outputFormat), ``sort`` (sortBy, for servers that page only then), ``geometry``
    (field of the geometry, for servers that want it named in filters), ``north_first`` (boxes in north, east order).

    Parameters
    ----------
    session : requests.Session
    service : Service
        Its filter is in the language of `wfs_filter`; fields without a prefix get that of the layer.
    ags : str
    progress : Progress

    Raises
    ------
    Canceled, EnactError
        ``service_layer_unknown``, ``service_crs_unknown``, ``service_filter``, ``service_no_wfs``; those of
        `capabilities_of` and of `fetch`.
    """
    offered = _capabilities(session, service.url, service.version, service.title, progress)
    type_ = _type_named(offered, service)
    crs = chosen_crs(type_.crs, service.crs)
    code = code_of(crs) if crs else None
    if crs is None or code is None:
        raise EnactError(
            "service_crs_unknown",
            service=service.title,
            host=host_of(service.url),
            layer=type_.name,
            known=", ".join(type_.crs[:_SHOWN]) or "–",
        )
    return WfsClient(session, service, ags, offered, type_, crs)


def wfs_layers(session: requests.Session, url: str, progress: Progress = SILENT) -> tuple[LayerInfo, ...]:
    """Layers that a WFS offers.

    Raises
    ------
    Canceled, EnactError
        Those of `capabilities_of` and of `fetch`.
    """
    offered = _capabilities(session, url, "", host_of(url), progress)
    return tuple(LayerInfo(each.name, each.title or each.name) for each in offered.types)


class WfsClient(Client):
    """A feature type of a WFS; see `open_wfs`."""

    def __init__(
        self,
        session: requests.Session,
        service: Service,
        ags: str,
        offered: Capabilities,
        type_: FeatureType,
        crs: str,
    ) -> None:
        super().__init__(service)
        self._session = session
        self._host = host_of(service.url)
        self._offered = offered
        self._type = type_
        self._new = offered.version.startswith("2")
        self._filter = conditions(service.filter_of(ags))
        prefix = type_.name.rpartition(":")[0]
        self._prefix = prefix if prefix in offered.namespaces else ""
        code = code_of(crs)
        self.crs = f"EPSG:{code}"
        self._ways = ways_of(crs, code or 0, bool(service.options.get("north_first")))
        self._settled: Way | None = None
        self._format = str(service.options.get("format") or format_of(type_.formats))
        self.suffix = ".geojson" if "json" in self._format.lower() else ".gml"
        asked = service.page or offered.limit or _PAGE
        self.limit = min(asked, offered.limit) if offered.limit else asked
        if code in GEOGRAPHIC:
            self.smallest = _SMALLEST_DEG
        self._counted: dict[Box | None, int | None] = {}
        self._largest = 0  # objects in the largest answer: no limit lies below

    # ---- Client -----------------------------------------------------------------------------------------------------

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """Objects in a box by resultType=hits; a number that is exactly the limit is not believed.

        Boxes that hold nothing are asked in the other ways, too, until one holds something: some servers answer
        nothing, and no error, to a spelling that is not theirs.
        """
        ways = self._to_try(box)
        number = self._hits(box, ways[0], progress)
        if number:
            self._settled = ways[0]
        for way in ways[1:] if number == 0 else ():
            try:
                other = self._hits(box, way, progress)
            except EnactError as error:
                if error.code in _NO_WAY:
                    continue
                raise
            if other:
                self._settled, number = way, other
                break
        if number and number == self._offered.limit:
            number = None
        self._counted[box] = number
        return number

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """Yield pages by startIndex until as many objects came as were counted, or a page brings nothing new.

        A short page is no end: some servers deliver fewer than asked although more follow.
        """
        counted = self._counted[box] if box in self._counted else self.count(box, progress)
        fits = counted is not None and counted <= self.limit
        seen: set[bytes] = set()
        start = 0
        while True:
            try:
                page = self._page(
                    box, None if fits and not start else start, unless if not start else "", progress
                )
            except EnactError as error:
                if not start or error.code not in _NO_PAGES or isinstance(error, TooMuch):
                    raise
                if counted is None and start < self._largest:
                    return  # more have come at once from this service: these are all
                raise TooMuch(error.code, **error.params) from error
            if page.unchanged:
                yield page
                return
            fresh = set(page.rows) - seen
            if start and not fresh:
                # where more have come at once from this service, these are all
                if page.rows and not (counted is None and start < self._largest):
                    yield replace(page, validator="")  # whoever collects sees that it repeats itself
                return
            seen |= fresh
            start += len(page.rows)
            self._largest = max(self._largest, len(page.rows))
            whole = counted is not None and len(seen) >= counted
            # only what came at once can be asked about by the mark of its one answer
            yield page if fits and whole and len(page.rows) == start else replace(page, validator="")
            if whole or not page.rows:
                return

    def probe(self, progress: Progress = SILENT) -> Probe:
        """Capabilities, which are known by now, the number of objects, and one object."""
        number = self.count(None, progress)
        _, read = self._asked({**self._question(None), self._count_word: "1"}, "", progress)
        return Probe(self._type.title or self._type.name, number, read.fields, self._offered.licence)

    # ---- questions --------------------------------------------------------------------------------------------------

    @property
    def _count_word(self) -> str:
        return "COUNT" if self._new else "MAXFEATURES"

    def _to_try(self, box: Box | None) -> tuple[Way, ...]:
        if self._settled is not None:
            return (self._settled,)
        first = self._ways[0]
        lacking = self._prefix and any(":" not in each.field for each in self._filter)
        bare = (replace(first, prefixed=False),) if lacking else ()
        return (*(self._ways if box is not None else (first,)), *bare)

    def _conditions(self, way: Way) -> tuple[Condition, ...]:
        """Filter, its fields with the prefix of the layer: the standard wants it."""
        if not (self._prefix and way.prefixed):
            return self._filter
        return tuple(
            each if ":" in each.field else replace(each, field=f"{self._prefix}:{each.field}")
            for each in self._filter
        )

    def _hits(self, box: Box | None, way: Way, progress: Progress) -> int | None:
        _, read = self._asked({**self._question(box, way), "RESULTTYPE": "hits"}, "", progress)
        return read.matched

    def _page(self, box: Box | None, start: int | None, unless: str, progress: Progress) -> Page:
        question = {**self._question(box), self._count_word: str(self.limit)}
        if start is not None:
            question["STARTINDEX"] = str(start)
            if self.service.options.get("sort"):
                question["SORTBY"] = str(self.service.options["sort"])
        answer, read = self._asked(question, unless, progress)
        if answer.status == _UNCHANGED:
            return Page(b"", (), unless, unchanged=True)
        validator = answer.headers.get("ETag", "") or answer.headers.get("Last-Modified", "")
        return Page(self._righted(read), read.rows, validator)

    def _question(self, box: Box | None, way: Way | None = None) -> dict[str, str]:
        """What is asked, but for how many: SRSNAME and box in the same spelling, box and filter in one filter."""
        way = way or self._settled or self._ways[0]
        asked = {
            "SERVICE": "WFS",
            "VERSION": self._offered.version,
            "REQUEST": "GetFeature",
            "TYPENAMES" if self._new else "TYPENAME": self._type.name,
            "SRSNAME": way.srs,
        }
        if self._format:
            asked["OUTPUTFORMAT"] = self._format
        ordered = way.ordered(box) if box is not None else None
        if self._filter:
            geometry = str(self.service.options.get("geometry", ""))
            dialect = Dialect(self._offered.version, self._offered.namespaces, geometry)
            asked["FILTER"] = written(self._conditions(way), dialect, ordered, way.srs)
        elif ordered is not None:
            numbers = ",".join(repr(float(each)) for each in ordered)
            # 1.0 knows no CRS in a box
            asked["BBOX"] = numbers if self._offered.version.startswith("1.0") else f"{numbers},{way.srs}"
        return asked

    def _asked(self, question: dict[str, str], unless: str, progress: Progress) -> tuple[Answer, Read]:
        """Ask, and ask again where the answer is not whole."""
        url = _address(self.service.url, question)
        for attempt in range(1, _ATTEMPTS + 1):
            answer = fetch(
                self._session,
                url,
                headers=_condition(unless),
                deadline_s=_DEADLINE_S,
                progress=progress.silent(),
            )
            if answer.status == _UNCHANGED:
                return answer, Read(b"")
            try:
                read = read_answer(answer.content, self.service.title, host_of(answer.url))
            except BrokenOff:
                if attempt == _ATTEMPTS:
                    raise
                continue
            self._refuse_other_crs(read)
            return answer, read
        raise EnactError("service_broken_off", service=self.service.title, host=self._host)

    def _refuse_other_crs(self, read: Read) -> None:
        """Raise where coordinates came in another CRS than the one asked for."""
        other = sorted(name for name in read.crs if f"EPSG:{code_of(name)}" != self.crs)
        if other:
            raise EnactError(
                "service_other_crs",
                service=self.service.title,
                host=self._host,
                asked=self.crs,
                found=", ".join(other[:3]),
            )

    def _righted(self, read: Read) -> bytes:
        """Content with east before north, as the CRS says."""
        if self.suffix == ".gml" and code_of(self.crs) not in GEOGRAPHIC and is_north_first(read.content):
            return east_first(read.content)
        return read.content


def _capabilities(
    session: requests.Session, url: str, version: str, title: str, progress: Progress
) -> Capabilities:
    question = {"SERVICE": "WFS", "REQUEST": "GetCapabilities", "VERSION": version or _NEWEST}
    if not version:
        question["ACCEPTVERSIONS"] = "2.0.0,1.1.0,1.0.0"
    answer = fetch(session, _address(url, question), progress=progress.silent())
    return capabilities_of(answer.content, title, host_of(answer.url))


def _type_named(offered: Capabilities, service: Service) -> FeatureType:
    """The type of that name, with or without its prefix."""
    short = service.name.rpartition(":")[2]
    for same in (
        lambda each: each.name == service.name,
        lambda each: each.name.rpartition(":")[2].lower() == short.lower(),
    ):
        found = [each for each in offered.types if same(each)]
        if len(found) == 1:
            return found[0]
    raise EnactError(
        "service_layer_unknown",
        service=service.title,
        host=host_of(service.url),
        layer=service.name,
        known=", ".join(each.name for each in offered.types[:_SHOWN]) or "–",
    )


def _address(url: str, question: dict[str, str]) -> str:
    """Address with a question; of what the address asks by itself all that is not ours stays."""
    parts = urlsplit(url)
    kept: list[tuple[str, Any]] = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _OURS
    ]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode([*kept, *question.items()]), ""))


def _condition(unless: str) -> dict[str, str]:
    if not unless:
        return {}
    return {"If-None-Match" if '"' in unless else "If-Modified-Since": unless}
