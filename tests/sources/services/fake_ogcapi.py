"""A server of OGC API Features, with the bad habits of real ones."""

from __future__ import annotations

import itertools
import json
import threading
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from shapely import box as box_of
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform

_DEGREES = "EPSG:4326"
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def uri(crs: str) -> str:
    """How a CRS is spelled there."""
    return f"http://www.opengis.net/def/crs/EPSG/0/{crs.rpartition(':')[2]}"


@dataclass
class OgcApi:
    """One collection of one server; `put_on` a `servers.Web`.

    Parameters
    ----------
    things : list of (dict, dict)
        Properties, and the geometry by its CRS: "EPSG:4326" (x is the longitude), and those offered; None for none.
    others
        Habits; those of a good server where nothing is said.
    """

    things: list[tuple[dict[str, Any], dict[str, BaseGeometry | None]]]
    name: str = "L137"
    crs: tuple[str, ...] = ()  # offered besides CRS84
    most: int = 10_000  # objects in a page, silently
    refuses_above: int = 0  # a larger limit is a bad request
    links: str = "absolute"  # "relative", "none", "elsewhere", "circle", "forever"
    matched: str = "right"  # "absent", "page", "wrong"
    offset: bool = True  # heeds it
    says_crs: bool = True
    hears_crs: bool = True  # else CRS84 comes whatever is asked
    latitude_first: bool = False  # in CRS84
    speaks: bool = True  # the collection, not only its objects
    format_refused: bool = False  # f=json is a bad request
    ids: str = "stable"  # "rotating", "none"
    overlap: int = 0
    dies_after: int = 0
    forbidden: tuple[float, float, float, float] | None = None
    error: dict[str, Any] | None = None
    etag: str = ""
    about: dict[str, Any] = field(default_factory=dict)  # of the collection

    def __post_init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self._lock = threading.Lock()
        self._turn = itertools.count(1)

    def put_on(self, web: Any, path: str = "/ogcapi") -> str:
        """Add its routes; return the address of the service."""
        collection = {
            "id": self.name,
            "title": "Stadtteile",
            "itemType": "feature",
            "links": [],
            **self.about,
        }
        if self.crs:
            collection["crs"] = [_CRS84, *(uri(each) for each in self.crs)]
        data = {"rel": "data", "href": f"{path}/collections", "type": "application/json"}
        web.routes[path] = web.routes[f"{path}/"] = self._page_of({"title": "Dienst", "links": [data]})
        web.routes[f"{path}/collections"] = self._page_of({"collections": [collection], "links": []})
        if self.speaks:
            web.routes[f"{path}/collections/{self.name}"] = self._page_of(collection)
        web.routes[f"{path}/collections/{self.name}/items"] = self._items
        return web.url(path)

    def _page_of(self, answer: dict[str, Any]) -> Any:
        def route(call: Any) -> None:
            if not self._refused(call):
                call.answer(json.dumps(answer), Content_Type="application/json")

        return route

    def _refused(self, call: Any) -> bool:
        if self.format_refused and "f" in call.seen.query:
            call.answer(b'{"code": "BadRequest"}', 400)
            return True
        return False

    def _items(self, call: Any) -> None:
        if self._refused(call):
            return
        question = {name: each[0] for name, each in call.seen.query.items()}
        with self._lock:
            self.asked.append(question)
            turn = next(self._turn)
        if self.dies_after and turn > self.dies_after:
            call.answer(b"down", 500)
            return
        limit = int(question.get("limit", 10))
        if self.error:
            call.answer(json.dumps(self.error), Content_Type="application/json")
        elif self.refuses_above and limit > self.refuses_above:
            call.answer(b'{"code": "InvalidParameterValue", "description": "limit"}', 400)
        elif self.etag and call.seen.headers.get("if-none-match") == self.etag:
            call.answer(b"", 304)
        else:
            self._answer(call, question, min(limit, self.most), turn)

    def _answer(self, call: Any, question: dict[str, str], limit: int, turn: int) -> None:
        found = self._found(question)
        if found is None:
            call.answer(b"no", 403)
            return
        offset = int(question.get("offset", 0)) if self.offset and self.links != "forever" else 0
        page = found[max(offset - self.overlap, 0) : max(offset - self.overlap, 0) + limit]
        crs = self._crs(question)
        answer: dict[str, Any] = {
            "type": "FeatureCollection",
            "timeStamp": f"2026-01-01T00:00:{turn % 60:02}Z",
            "links": self._links(call, question, offset + limit, offset + limit < len(found)),
            "numberReturned": len(page),
            "features": [self._feature(at, thing, crs, turn) for at, thing in page],
        }
        if self.matched != "absent":
            counts = {"right": len(found), "page": len(page), "wrong": len(found) + 7}
            answer["numberMatched"] = counts[self.matched]
        headers = {"Content_Crs": f"<{_CRS84 if crs == _DEGREES else uri(crs)}>"} if self.says_crs else {}
        if self.etag:
            headers["ETag"] = self.etag
        call.answer(json.dumps(answer), Content_Type="application/geo+json", **headers)

    def _crs(self, question: dict[str, str]) -> str:
        return self._named(question.get("crs", "")) if self.hears_crs else _DEGREES

    def _named(self, asked: str) -> str:
        return next((each for each in self.crs if uri(each) == asked), _DEGREES)

    def _found(self, question: dict[str, str]) -> list[Any] | None:
        found = list(enumerate(self.things))
        if "bbox" in question:
            crs = self._named(question.get("bbox-crs", ""))
            area = box_of(*map(float, question["bbox"].split(",")))
            if self.forbidden and area.intersects(box_of(*self.forbidden)):
                return None
            found = [each for each in found if each[1][1][crs] and each[1][1][crs].intersects(area)]
        return found

    def _links(self, call: Any, question: dict[str, str], offset: int, more: bool) -> list[dict[str, str]]:
        if self.links == "none" or not (more or self.links in ("circle", "forever")):
            return []
        there = {**question, "offset": str(offset if more or self.links == "forever" else 0)}
        path = f"{call.seen.path}?{urlencode(there)}"
        href = {"relative": path, "elsewhere": f"http://inside.invalid:8080{path}"}.get(self.links)
        return [{"rel": "next", "href": href or call.web.url(path)}]

    def _feature(self, at: int, thing: Any, crs: str, turn: int) -> dict[str, Any]:
        properties, shapes = thing
        shape = shapes[crs]
        if shape is not None and crs == _DEGREES and self.latitude_first:
            shape = transform(lambda x, y: (y, x), shape)
        found = {
            "type": "Feature",
            "properties": properties,
            "geometry": None if shape is None else json.loads(json.dumps(mapping(shape))),
        }
        return (
            found
            if self.ids == "none"
            else {**found, "id": f"{turn if self.ids == 'rotating' else 'x'}.{at}"}
        )
