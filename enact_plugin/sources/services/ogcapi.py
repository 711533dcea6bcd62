"""OGC API Features: collections of GeoJSON.

What these servers do: without `limit` they answer ten objects, above a limit of their own silently fewer;
`numberMatched` may be missing or be the size of the page; `next` may be missing, lead to a computer that only they
know, or in a circle; `crs` may be heard without being said, or not be heard at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .answers import words_of
from .client import Box, Client, Page, Probe
from .geojson_answer import DEGREES, IN_DEGREES, crs_found, crs_told, is_turned, page_of, point_of
from .json_answer import Said, Voice, voice
from .ogcapi_server import (
    JSON,
    NOT_HERE,
    below,
    collection_of,
    offered_by,
    ogcapi_layers,
    said_by,
    split_address,
)
from .service import Service

__all__ = ["OgcApiClient", "ogcapi_layers", "open_ogcapi", "split_address"]

_AT_ONCE = 1000  # objects
_FEWER = (100, 10)  # where the server finds that too many
_WANTED = ("EPSG:25833", "EPSG:25832")
_SMALLEST_DEGREES = 0.0001  # about ten metres
_BAD_REQUEST = 400


@dataclass(frozen=True)
class Manner:
    """What the first look taught of a server.

    Attributes
    ----------
    crs : str
        Of the coordinates, and of the boxes.
    asked_crs : str
        As the server spells it, where it must be asked for; empty where what comes by itself is right.
    links : bool
        Whether it says where the next page is.
    counts : bool
        Whether its number of matches can be believed.
    objects : int or None
    fields : tuple of str
    """

    crs: str
    asked_crs: str
    links: bool
    counts: bool
    objects: int | None
    fields: tuple[str, ...]


def open_ogcapi(session: requests.Session, service: Service, ags: str, progress: Progress = SILENT) -> Client:
    """Open a collection of an OGC API.

    Parameters
    ----------
    service : Service
        `name`: the collection, where `url` does not name it. `filter`: what is put to the address, as
        "kreis=Dresden&filter=…". `options`: none.
    session, ags, progress
        See `opening.open_client`.

    Raises
    ------
    Canceled
    EnactError
        ``source_…``; ``service_layer_unknown``, ``service_layer_choose``, ``service_other_crs``,
        ``service_exception``, ``service_page``, ``service_broken_off``, ``service_no_objects``.
    """
    base, name = split_address(service.url)
    asked = voice(session, service.title, base)
    name, collection = collection_of(asked, base, service.name or name, progress)
    client = OgcApiClient(service, asked, below(base, "collections", name, "items"), collection, ags)
    client.learn(offered_by(asked, base, collection, progress), progress)
    return client


class OgcApiClient(Client):
    """One collection of an OGC API; see `open_ogcapi`.

    Parameters
    ----------
    service : Service
    asked : Voice
    url : str
        Of the collection's items.
    collection : dict
        What the collection says of itself.
    ags : str
    """

    suffix = ".geojson"

    def __init__(
        self, service: Service, asked: Voice, url: str, collection: dict[str, Any], ags: str
    ) -> None:
        super().__init__(service)
        self._asked = asked
        self._url = url
        self._collection = collection
        self._filter = dict(parse_qsl(service.filter_of(ags), keep_blank_values=True))
        self.limit = service.page or _AT_ONCE
        self.crs = DEGREES
        self.smallest = _SMALLEST_DEGREES
        self._counts_on = False  # it has heeded an offset
        self._manner = Manner(DEGREES, "", links=False, counts=False, objects=None, fields=())

    def learn(self, offered: dict[str, str], progress: Progress = SILENT) -> None:
        """Look at one object to see which CRS comes, and what else the server tells.

        Parameters
        ----------
        offered : dict
            As `offered_by`.
        progress : Progress

        Raises
        ------
        Canceled
        EnactError
            ``service_other_crs`` where coordinates come in a CRS in which boxes cannot be asked.
        """
        wanted = (self.service.crs,) if self.service.crs else _WANTED
        code = next((each for each in wanted if each in offered and each not in IN_DEGREES), "")
        manner = self._look(code, offered.get(code, ""), progress)
        if manner.crs not in (code, DEGREES) and manner.crs in offered:
            manner = self._look(manner.crs, offered[manner.crs], progress)
        if manner.crs == DEGREES:
            manner = replace(manner, asked_crs="")
        elif not manner.asked_crs and not self.service.by_filter:
            raise self._other_crs(DEGREES, manner.crs)
        self._manner, self.crs = manner, manner.crs
        self.smallest = _SMALLEST_DEGREES if manner.crs == DEGREES else type(self).smallest

    def _look(self, code: str, uri: str, progress: Progress) -> Manner:
        said = self._ask({"limit": "1", **({"crs": uri} if uri else {}), **self._filter}, progress)
        objects = _objects(said, self._asked)
        told, point = crs_told(said.values, said.headers), point_of(objects)
        found = crs_found(told, code, point)
        if not found:
            raise self._other_crs(code or DEGREES, told or "?")
        matched = _matched(said)
        fields = tuple((objects[0].get("properties") or {}) if objects else ())
        return Manner(
            crs=found,
            asked_crs=uri if found == code else "",
            links=_next(said) != "",
            counts=matched is not None and matched > len(objects),
            objects=matched if matched is not None and matched > len(objects) else None,
            fields=fields,
        )

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """As `Client.count`."""
        if not self._manner.counts:
            return None
        return _matched(self._ask(self._question(box) | {"limit": "1"}, progress))

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """As `Client.pages`."""
        question = self._question(box)
        said = self._first(question, progress, _condition(unless))
        if said.unchanged:
            yield Page(b"", (), unless, unchanged=True)
            return
        question |= {"limit": str(self.limit)}
        validator = said.headers.get("ETag") or said.headers.get("Last-Modified") or ""
        asked, seen, received, there = {said.url}, set(), 0, ""
        while objects := _objects(said, self._asked):
            page = self._page(objects, said)
            new = not seen.issuperset(page.rows)
            if not new and not there:
                yield page  # whoever collects sees that the server repeats itself: it cannot count on
                return
            # where a link led in a circle, it is counted on from here
            there = self._further(said, asked) if new else ""
            last = new and not there and self._manner.links
            if new:
                # what an answer says of its state holds for the box where it is the only one
                yield replace(page, validator=validator) if last and not seen else page
                received += len(objects)
                seen.update(page.rows)
            if last:
                return
            following = self._turn(there, question, received, progress)
            if following is None:
                return
            said = following
            asked.add(there or said.url)

    def probe(self, progress: Progress = SILENT) -> Probe:
        """As `Client.probe`."""
        title = str(self._collection.get("title") or self._collection.get("id") or self.service.name)
        return Probe(title, self._manner.objects, self._manner.fields, self._licence(progress))

    def _licence(self, progress: Progress) -> str:
        """What the collection says of its licence, else the service."""
        found = _licence_in(self._collection)
        if found:
            return found
        base, _ = split_address(self._url)
        try:
            return _licence_in(said_by(self._asked, base, {}, progress).values)
        except EnactError as error:
            if error.code not in NOT_HERE:
                raise
            return ""

    # ---- one page after the other

    def _further(self, said: Said, asked: set[str]) -> str:
        """Where the server says that the next page is; empty for nowhere new, or elsewhere."""
        there = _next(said)
        if not there:
            return ""
        here, parts = urlsplit(said.url), urlsplit(there)
        if parts.hostname == here.hostname and parts.scheme == "http" and here.scheme == "https":
            parts = parts._replace(
                scheme="https", netloc=here.netloc
            )  # it does not know that it is asked securely
        if (parts.scheme, parts.netloc) != (here.scheme, here.netloc):
            self._manner = replace(
                self._manner, links=False
            )  # a computer only it knows: counted on from here
            return ""
        there = urlunsplit(parts)
        return "" if there in asked else there

    def _first(self, question: dict[str, str], progress: Progress, headers: dict[str, str]) -> Said:
        """The first page, of fewer objects where the server refuses so many."""
        try:
            return self._ask(question | {"limit": str(self.limit)}, progress, headers)
        except EnactError as error:
            fewer = [each for each in _FEWER if each < self.limit]
            if not fewer or not _is_refused(error):
                raise
            self.limit = fewer[0]
        return self._first(question, progress, headers)

    def _turn(self, there: str, question: dict[str, str], received: int, progress: Progress) -> Said | None:
        """The next page; None where the server refuses to count objects off."""
        if there:
            return self._asked.ask(there, {}, headers=JSON, progress=progress)
        try:
            return self._ask(question | {"offset": str(received)}, progress)
        except EnactError as error:
            if (
                error.code in ("source_status", "service_exception")
                and error.params.get("status", 400) == 400
            ):
                return None
            raise

    # ---- questions and answers

    def _question(self, box: Box | None) -> dict[str, str]:
        uri = self._manner.asked_crs
        question = {**self._filter, **({"crs": uri} if uri else {})}
        if box is None:
            return question
        question["bbox"] = ",".join(repr(float(each)) for each in box)
        return question | ({"bbox-crs": uri} if uri else {})

    def _ask(
        self, question: dict[str, str], progress: Progress, headers: dict[str, str] | None = None
    ) -> Said:
        return said_by(self._asked, self._url, question, progress, headers)

    def _page(self, objects: list[dict[str, Any]], said: Said) -> Page:
        told, point = crs_told(said.values, said.headers), point_of(objects)
        asked = self.crs if self._manner.asked_crs else ""
        found = crs_found(told, asked, point)
        if found != self.crs and point is not None:
            raise self._other_crs(self.crs, found or told or "?")
        return Page(*page_of(objects, is_turned(point)))

    def _other_crs(self, asked: str, found: str) -> EnactError:
        return self._asked.error("service_other_crs", asked=asked, found=found)


def _objects(said: Said, asked: Voice) -> list[dict[str, Any]]:
    found = said.values.get("features")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise asked.error("service_no_objects", found=str(said.values.get("type") or "JSON"))
    return found


def _matched(said: Said) -> int | None:
    found = said.values.get("numberMatched")
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def _licence_in(values: dict[str, Any]) -> str:
    links = [each for each in values.get("links") or () if isinstance(each, dict)]
    words = [each.get("title") or each.get("href") for each in links if each.get("rel") == "license"]
    words += [values.get("license"), values.get("attribution")]
    return words_of(" · ".join(dict.fromkeys(str(each) for each in words if each)))


def _is_refused(error: EnactError) -> bool:
    return error.code == "service_exception" or (
        error.code == "source_status" and error.params.get("status") == _BAD_REQUEST
    )


def _next(said: Said) -> str:
    for each in said.values.get("links") or ():
        if isinstance(each, dict) and each.get("rel") == "next" and each.get("href"):
            return urljoin(said.url, str(each["href"]))
    return ""


def _condition(unless: str) -> dict[str, str]:
    if not unless:
        return {}
    return {"If-None-Match" if unless.startswith(('"', "W/")) else "If-Modified-Since": unless}
