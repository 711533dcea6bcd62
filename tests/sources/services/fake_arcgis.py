"""A feature service of ArcGIS REST, with the bad habits of real ones."""

from __future__ import annotations

import itertools
import json
import threading
from dataclasses import dataclass, field
from typing import Any

from shapely import box as box_of
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

_KINDS = {"Point": "Point", "LineString": "Polyline", "Polygon": "Polygon"}


@dataclass
class Arcgis:
    """One layer, number 0, of one service; `put_on` a `servers.Web`.

    Parameters
    ----------
    things : list of (dict, dict)
        Attributes, and the geometry by its CRS ("EPSG:25833", …); None for none.
    fields : list of dict
        Of the layer, without OBJECTID; made from the first object where none are given.
    others
        Habits; those of a good server where nothing is said.
    """

    things: list[tuple[dict[str, Any], dict[str, BaseGeometry | None]]]
    fields: list[dict[str, Any]] = field(default_factory=list)
    name: str = "Schutzgebiete"
    max_record_count: int = 1000
    silent_limit: int = 0  # fewer come than it says, and the flag is missing
    pagination: bool = True  # as it says
    refuses_paging: bool = False  # whatever it says
    flag: str = "true"  # "absent": never set; "always"
    order: bool = True  # heeds orderByFields; else each request has an order of its own
    rotating_ids: bool = False
    overlap: int = 0  # objects that each page but the first repeats of the one before
    repeats: bool = False  # each page is the first
    dies_after: int = 0  # requests for objects
    forbidden: tuple[float, float, float, float] | None = None  # no box that meets it is answered
    count_off: int = 0
    error: dict[str, Any] | None = None  # to all that is asked of the layer
    answers_in: str = ""  # whatever CRS is asked for
    says_crs: bool = True
    layers: tuple[dict[str, Any], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)  # of the layer's JSON

    def __post_init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self._lock = threading.Lock()
        self._turn = itertools.count(1)
        if not self.fields and self.things:
            self.fields = [{"name": name, "type": _type(value)} for name, value in self.things[0][0].items()]

    def put_on(self, web: Any, path: str = "/arcgis/rest/services/x/FeatureServer") -> str:
        """Add its routes; return the address of the service."""
        web.routes[path] = lambda call: self._say(call, self._service())
        web.routes[f"{path}/0"] = lambda call: self._say(call, self.error or self._layer())
        web.routes[f"{path}/0/query"] = self._query
        return web.url(path)

    def _say(self, call: Any, answer: dict[str, Any]) -> None:
        call.answer(json.dumps(answer), Content_Type="text/plain;charset=utf-8")

    def _service(self) -> dict[str, Any]:
        layers = self.layers or ({"id": 0, "name": self.name, "type": "Feature Layer"},)
        return {"currentVersion": 11.1, "copyrightText": "© Amt, dl-de/by-2-0", "layers": list(layers)}

    def _geometry_type(self) -> str:
        shapes = [next(iter(at.values())) for _, at in self.things]
        shape = next((each for each in shapes if each is not None), None)
        return f"esriGeometry{_KINDS[shape.geom_type.removeprefix('Multi')]}" if shape else ""

    def _layer(self) -> dict[str, Any]:
        return {
            "id": 0,
            "name": self.name,
            "type": "Feature Layer",
            "capabilities": "Map,Query,Data",
            "geometryType": self._geometry_type(),
            "maxRecordCount": self.max_record_count,
            "objectIdField": "OBJECTID",
            "fields": self._all_fields(),
            "advancedQueryCapabilities": {"supportsPagination": self.pagination, "supportsOrderBy": True},
            **self.more,
        }

    def _all_fields(self) -> list[dict[str, Any]]:
        return [{"name": "OBJECTID", "type": "esriFieldTypeOID"}, *self.fields]

    def _query(self, call: Any) -> None:
        question = {name: each[0] for name, each in {**call.seen.query, **call.seen.form}.items()}
        with self._lock:
            self.asked.append(question)
            turn = next(self._turn)
        if self.dies_after and turn > self.dies_after:
            call.answer(b"down", 500)
            return
        box = _box(question)
        if self.forbidden and box and box_of(*box).intersects(box_of(*self.forbidden)):
            call.answer(b"no", 403)
            return
        self._say(call, self.error or self._found(question, box, turn))

    def _found(self, question: dict[str, str], box: Any, turn: int) -> dict[str, Any]:
        store = f"EPSG:{question.get('inSR', '25833')}"
        numbered = [(self._id(at, turn), thing) for at, thing in enumerate(self.things)]
        if box:
            area = box_of(*box)
            numbered = [
                (id_, thing)
                for id_, thing in numbered
                if thing[1][store] and thing[1][store].intersects(area)
            ]
        if not (self.order and question.get("orderByFields")):
            numbered = numbered[turn % 7 :] + numbered[: turn % 7] if not self.order else numbered
        if question.get("returnCountOnly"):
            return {"count": len(numbered) + self.count_off}
        if question.get("returnIdsOnly"):
            return {"objectIdFieldName": "OBJECTID", "objectIds": [id_ for id_, _ in numbered] or None}
        if "objectIds" in question:
            wanted = {int(each) for each in question["objectIds"].split(",")}
            numbered = [each for each in numbered if each[0] in wanted]
        return self._page(question, numbered)

    def _page(self, question: dict[str, str], numbered: list[Any]) -> dict[str, Any]:
        paged = "resultOffset" in question
        if paged and (self.refuses_paging or not self.pagination):
            return {"error": {"code": 400, "message": "Pagination is not supported.", "details": []}}
        offset = int(question.get("resultOffset", 0))
        offset = 0 if self.repeats else max(offset - self.overlap, 0)
        asked = int(question.get("resultRecordCount", self.max_record_count))
        size = min(asked, self.silent_limit or self.max_record_count)
        page = numbered[offset : offset + size]
        crs = self.answers_in or f"EPSG:{question.get('outSR', '25833')}"
        answer: dict[str, Any] = {"features": [self._object(id_, thing, crs) for id_, thing in page]}
        if page:
            answer["fields"] = self._all_fields()
            answer["geometryType"] = self._geometry_type()
            if self.says_crs:
                answer["spatialReference"] = {"wkid": int(crs.rpartition(":")[2])}
        more = offset + size < len(numbered)
        if self.flag == "always" or (more and self.flag == "true" and not self.silent_limit):
            answer["exceededTransferLimit"] = True
        return answer

    def _id(self, at: int, turn: int) -> int:
        return at + 1 + (turn * 100_000 if self.rotating_ids else 0)

    def _object(self, id_: int, thing: Any, crs: str) -> dict[str, Any]:
        attributes, at = thing
        shape = at[crs]
        found: dict[str, Any] = {"attributes": {"OBJECTID": id_, **attributes}}
        if shape is not None:
            found["geometry"] = esri(shape)
        return found


def esri(shape: BaseGeometry) -> dict[str, Any]:
    """Geometry in the JSON of Esri; rings as they are."""
    told = json.loads(json.dumps(mapping(shape)))
    kind, coordinates = told["type"], told["coordinates"]
    if kind == "Point":
        return {"x": coordinates[0], "y": coordinates[1]}
    if kind == "MultiPoint":
        return {"points": coordinates}
    if "LineString" in kind:
        return {"paths": coordinates if kind.startswith("Multi") else [coordinates]}
    return {
        "rings": [ring for part in coordinates for ring in part] if kind.startswith("Multi") else coordinates
    }


def _box(question: dict[str, str]) -> tuple[float, ...] | None:
    return tuple(map(float, question["geometry"].split(","))) if "geometry" in question else None


def _type(value: Any) -> str:
    if isinstance(value, int):
        return "esriFieldTypeInteger"
    return "esriFieldTypeDouble" if isinstance(value, float) else "esriFieldTypeString"
